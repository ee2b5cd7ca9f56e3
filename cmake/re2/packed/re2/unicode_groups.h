// Before RE2's own header, for WebAssembly: its tables of Unicode stand packed (cmake/re2/pack_unicode.py).
#pragma once

#include_next "re2/unicode_groups.h"

namespace re2 {
const UGroup* unpacked_unicode_groups();
}  // namespace re2

#define unicode_groups (unpacked_unicode_groups())
