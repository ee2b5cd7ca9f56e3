// Lemmas: the dictionary form of a verb, noun, adjective or adverb, by its tag and form.
//
//   killed VERB past -> kill      militants NOUN plural -> militant      fled -> flee      worse ADJ -> bad
#pragma once

#include "language/language.h"

#include <string_view>

namespace khabar::language {

/// Key of the folded lemma: irregular forms by table (lexicons/irregular.tsv), the rest by the rules of spelling; the token's own
/// key where no rule applies. O(length).
Key lemma_of(std::string_view text, const Token& token);

/// Is the word as a whole listed as a past tense ("flew", "fled")? O(length).
bool is_listed_past(std::string_view text, const Token& token);

}  // namespace khabar::language
