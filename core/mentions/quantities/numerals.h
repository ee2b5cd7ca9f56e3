// Numerals: numbers in digits and words.
//
//   "1,50,000" 150000     "2.8 million" 2800000     "one hundred and twenty" 120     "three dozen" 36
//   "hundreds of thousands" 100000, vague           "Rs1.5 crore" 15000000, money glued
//
// Reads what is written; whether it counts anything is decided by quantities.cpp.
#pragma once

#include "mentions/quantities/vocabulary.h"

#include <span>
#include <string_view>

namespace khabar::quantities {

struct Numeral {
  std::uint32_t first = 0, last = 0;  // tokens [first, last); empty: none
  double value = 0;
  double scale = 1;              // the last multiplier: "20-30 million" gives it to 20 as well
  bool vague = false;            // dozens, hundreds, several hundred
  bool digits = false;           // begins with digits
  bool plain = false;            // digits alone, without commas, point or scale
  bool article = false;          // "a dozen", "a hundred"
  const Sense* money = nullptr;  // of a currency sign glued to the digits: "Rs500"
  explicit operator bool() const { return last > first; }
};

/// The numeral that begins at token `at` and ends before `end`. `money`: a currency sign stands before it, so that "m" is a million.
/// O(length of the numeral).
Numeral numeral_at(std::string_view text, std::span<const language::Token> tokens, std::uint32_t at, std::uint32_t end, bool money);

}  // namespace khabar::quantities
