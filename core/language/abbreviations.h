// Abbreviations: the words that keep their full stop, and the words that open sentences. Data: lexicons/abbreviations.tsv.
#pragma once

#include "text/key.h"

#include <cstdint>

namespace khabar::language {

enum class Abbreviation : std::uint8_t { none, title, number, inner, month, other };

/// The class of a word (key of it without its last full stop). O(1).
Abbreviation abbreviation_of(text::Key word);

/// "The", "He", "However": words that open a sentence far more often than they continue a name. O(1).
bool opens_sentences(text::Key word);

}  // namespace khabar::language
