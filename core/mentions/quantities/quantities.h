// Quantities: numbers with what they count, compare and measure.
//
//   in:   "more than two dozen militants"       out:  value 24, comparator >, unit "militant", of "militants"
//   in:   "a 120% increase over 2021"           out:  value 120, unit "%"
//
// Not: dates and durations (the times room has them), article and ordinal numbers, ages. Linear in the tokens.
#pragma once

#include <khabar/report.h>

#include "language/links.h"
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

/// Every quantity of the article, in order, disjoint.
std::vector<Found> find(std::string_view text, const language::Language& language, const language::Links& links,
                        std::span<const times::Found> times);

}  // namespace khabar::quantities
