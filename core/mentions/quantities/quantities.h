// Quantities: numbers with what they count, compare and measure.
//
//   in:   "more than two dozen militants"       out:  value 24, comparator >, unit "militant", of "militants"
//   in:   "a 120% increase over 2021"           out:  value 120, unit "%"
//
// Not: dates and durations (the times room has them), article and ordinal numbers, ages. Linear in the tokens.
#pragma once

#include <khabar/report.h>

#include "language/language.h"
#include "mentions/times/times.h"

#include <span>
#include <string_view>
#include <vector>

namespace khabar::quantities {

struct Found {
  Quantity quantity;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t counted = none;       // token: head of what is counted
  bool measured = false;              // a length, a weight, money, a share: no number of people or things
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
};

struct Numbers {
  std::vector<Found> quantities;     // in order, disjoint
  std::vector<std::uint32_t> names;  // in order: tokens of numbers that count nothing ("aged 55", "Article 243", "2. Roads")
};

/// The numbers of the article.
Numbers find(std::string_view text, const language::Language& language, std::span<const times::Found> times);

}  // namespace khabar::quantities
