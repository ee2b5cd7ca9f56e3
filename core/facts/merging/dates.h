// Dates of tellings: which may be one day or month, and which are too far apart for one incident.
//
//   2031-03-04 and 2031-03: may be one        2031-03-04 and XXXX-WXX-2: one, if that day was a Tuesday        2031-03 and 2031-06: not
//
// All as times write them ("2031-W10", "XXXX-03-04"): what is not known is X.
#pragma once

#include <string_view>
#include <vector>

namespace khabar::merging {

/// "2031-03", "2031-03-04", "XXXX-03-04": what can be compared figure by figure; not weeks, seasons, "in the past".
bool is_date(std::string_view value);
/// The month that a date or a week of a known year lies in, counted from the year 0; -1 where neither is known.
int month_of(std::string_view value);
/// "November 2022" and 2022-11-04 may be one time, 2025-03-12 and "2022" may not; 24 December of an unknown year is not in July 2021.
bool may_be_one(std::string_view x, std::string_view y);
/// May any of the one be any of the other?
bool compatible(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);
/// "Three weeks ago", "in June": months apart.
bool are_months_apart(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);

}  // namespace khabar::merging
