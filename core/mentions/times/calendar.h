// The calendar that times are counted in: proleptic Gregorian with astronomical years (1 BC is year 0), ISO 8601 weeks.
//
//   days_of({2024, 3, 3}) + 7  ->  day_of_days  ->  {2024, 3, 10}      week_of -> {2024, 10}
//
// Years are kept within +-200,000, so that no sum here can overflow whatever number a text gives.
#pragma once

#include <cstdint>

namespace khabar::times {

struct Day {
  std::int32_t year = 0;  // astronomical: 0 is 1 BC
  std::int32_t month = 1;
  std::int32_t day = 1;
  friend constexpr bool operator==(const Day&, const Day&) = default;
};

struct Week {
  std::int32_t year = 0;
  std::int32_t week = 1;
  friend constexpr bool operator==(const Week&, const Week&) = default;
};

inline constexpr std::int32_t max_year = 200000;

/// Is there such a day? (31 February is none.) O(1).
bool is_day(std::int32_t year, std::int32_t month, std::int32_t day);

/// 28 to 31; 0 where `month` is not 1 to 12. O(1).
std::int32_t days_in_month(std::int32_t year, std::int32_t month);

/// Days since 1970-01-01 and back (Howard Hinnant, "chrono-compatible low-level date algorithms"). O(1).
std::int64_t days_of(Day day);
Day day_of_days(std::int64_t days);

/// 1 Monday to 7 Sunday. O(1).
std::int32_t weekday_of(std::int64_t days);

/// ISO 8601 week and its year. O(1).
Week week_of(std::int64_t days);

/// The same day `months` later, or the last of that month where it has none. O(1).
Day add_months(Day day, std::int64_t months);

/// The Gregorian day of a Hijri date by the tabular calendar (civil epoch, 30-year cycle): within a day or two of the
/// calendar that is observed. O(1).
Day day_of_hijri(std::int32_t year, std::int32_t month, std::int32_t day);

/// Western Easter Sunday (anonymous Gregorian algorithm; J. Meeus, Astronomical Algorithms, 1991, chapter 8). O(1).
Day easter_of(std::int32_t year);

}  // namespace khabar::times
