// Headlines: words whose tag the tagger, which learned on sentences, gets wrong where articles, auxiliaries and conjunctions are left out.
//
//   Raiders ambush convoy, gun down two guards      "ambush", "gun": verbs, no nouns
//   Rebel chief, aide killed in raid                "aide": a noun, whatever the tagger made of it
//   IS claims blast                                 "IS": a name
//
// Before the tree is built. O(tokens of the sentence).
#pragma once

#include "language/language.h"
#include "language/tagger.h"

#include <string_view>
#include <vector>

namespace khabar::language {

void settle_headline(std::string_view text, Token* first, Token* last, std::uint8_t* classes, std::vector<Doubt>& doubts);

}  // namespace khabar::language
