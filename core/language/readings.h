// Readings: words that the tagger was unsure of, with the next best tag. The parser tries both and keeps the one whose tree leaves
// less doubt.
//
//   "The council lists complaints against guards."     lists: a noun, by a small margin; the tree has its verb if it is one
#pragma once

#include "language/features.h"
#include "language/language.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::language {

struct Reading {
  std::uint32_t word = 0;         // of the sentence, from 0
  std::uint8_t best = no_class;   // the tagger's choice
  std::uint8_t other = no_class;  // its next best
  std::int32_t margin = 0;        // between the two
  std::uint64_t parse_word = 0;   // what the parser takes for the word in the other reading: its lemma follows its tag
  bool taken = false;             // the tree is better with the other one
};

/// Keeps the least sure few of a sentence and fills their parse words in. O(readings).
void choose_readings(std::string_view text, const Token* first, std::vector<Reading>& readings);

/// Gives the tokens the tags, forms and lemmas of the readings that were taken, and the classes theirs. Some choices are left to the
/// tagger: trees say nothing about whether a word is a name.
void take_readings(std::string_view text, Token* first, std::span<const Reading> readings, std::uint8_t* classes);

}  // namespace khabar::language
