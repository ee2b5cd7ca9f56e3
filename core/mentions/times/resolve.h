// From what is written to what is meant: ISO 8601 values, with what is left out taken from the publication or from what
// was told before.
//
//   Part{month 3, day 3}, published 2024-03-10, past tense   ->   2024-03-03
//   Part{which "next", unit "Y"}, narrative, told 1966-08    ->   1967
#pragma once

#include "mentions/times/part.h"
#include "mentions/times/values.h"

#include <string>

namespace khabar::times {

enum class Tense : std::uint8_t { none, past, present, future };

struct Context {
  Reference published;
  Reference told;          // last date told
  bool told_near = false;  // not more than two sentences ago
  bool told_here = false;  // in this sentence
  bool narrative = false;  // history: what is left out comes from the date told, not from the publication
  bool undated = false;    // news without a date of publication: "last month" counts from a day that nobody tells
  Tense tense = Tense::none;
};

struct Resolved {
  TimeType type = TimeType::date;
  std::string value;  // empty: means no time that can be written
  std::string mod;
  Reference told;  // what later expressions may lean on; none for durations, sets, references
};

/// Value, type and mod of one part. O(1).
Resolved resolve(const Part& part, const Context& context);

}  // namespace khabar::times
