// Is this English? The share of function words among the words.
#pragma once

#include "language/language.h"

namespace khabar::language {

/// True where the tokens read as English; also where there are too few words to tell (fewer than eight) and they are Latin script.
/// O(tokens).
bool looks_english(std::string_view text, const Language& language);

}  // namespace khabar::language
