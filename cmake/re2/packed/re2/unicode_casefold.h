// Before RE2's own header, for WebAssembly: its table of letters' other cases stands packed (cmake/re2/pack_unicode.py).
#pragma once

#include_next "re2/unicode_casefold.h"

namespace re2 {
const CaseFold* unpacked_unicode_casefold();
}  // namespace re2

#define unicode_casefold (unpacked_unicode_casefold())
