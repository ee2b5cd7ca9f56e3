// Times: TIMEX3 expressions (ISO 24617-1) with ISO 8601 values.
//
//   in:   "The raid on March 3 came two weeks after ..." published 2024-03-10
//   out:  "March 3" DATE 2024-03-03     "two weeks" DURATION P2W
//
// Relative ones are resolved from the publication date or the last date told; without either they stay partial
// (XXXX-03-03) or references (PAST_REF). Linear in the tokens.
#pragma once

#include <khabar/report.h>

#include "language/language.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::times {

struct Found {
  Time time;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
};

/// Every time expression of the article, in order, disjoint; none in blocks of boilerplate, whose dates tell other stories. `published` is
/// YYYY[-MM[-DD]] or empty.
std::vector<Found> find(std::string_view text, const language::Language& language, std::string_view published,
                        std::span<const Block> blocks = {});

/// The ISO value of the one date that `words` states ("May 17, 2026" -> "2026-05-17"); empty where it states none.
std::string date_of(std::string_view words);

/// Is it YYYY, YYYY-MM or YYYY-MM-DD with a real month and day?
bool is_iso_date(std::string_view value);

}  // namespace khabar::times
