#include "mentions/times/calendar.h"

#include <algorithm>

namespace khabar::times {

namespace {

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }

constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool is_day(std::int32_t year, std::int32_t month, std::int32_t day) { return day >= 1 && day <= days_in_month(year, month); }

std::int64_t days_of(Day day) {
  const std::int64_t y = std::clamp<std::int64_t>(day.year, -max_year, max_year) - (day.month <= 2);
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Day day_of_days(std::int64_t days) {
  const std::int64_t limit = std::int64_t{max_year} * 366;
  const std::int64_t z = std::clamp(days, -limit, limit) + 719468;
  const std::int64_t era = floor_div(z, 146097);
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t m = (5 * day_of_year + 2) / 153;
  const std::int64_t month = m < 10 ? m + 3 : m - 9;
  return {static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2)), static_cast<std::int32_t>(month),
          static_cast<std::int32_t>(day_of_year - (153 * m + 2) / 5 + 1)};
}

std::int32_t weekday_of(std::int64_t days) {  // 1970-01-01 was a Thursday
  const std::int64_t r = (days + 3) % 7;
  return static_cast<std::int32_t>((r < 0 ? r + 7 : r) + 1);
}

Week week_of(std::int64_t days) {  // a week belongs to the year of its Thursday
  const std::int64_t thursday = days - weekday_of(days) + 4;
  const std::int32_t year = day_of_days(thursday).year;
  return {year, static_cast<std::int32_t>((thursday - days_of({year, 1, 1})) / 7 + 1)};
}

Day add_months(Day day, std::int64_t months) {
  const std::int64_t limit = std::int64_t{max_year} * 12;
  const std::int64_t total = std::clamp(std::int64_t{day.year} * 12 + (day.month - 1) + std::clamp(months, -limit, limit), -limit, limit);
  const std::int64_t year = floor_div(total, 12);
  Day out{static_cast<std::int32_t>(year), static_cast<std::int32_t>(total - year * 12 + 1), day.day};
  out.day = std::min(out.day, days_in_month(out.year, out.month));
  return out;
}

Day day_of_hijri(std::int32_t year, std::int32_t month, std::int32_t day) {
  const std::int64_t y = std::clamp(year, 1, 9999), m = std::clamp(month, 1, 12), d = std::clamp(day, 1, 30);
  // Months have 30 and 29 days in turn; 11 years in 30 have a day more. 1 Muharram 1 was 16 July 622 (Julian).
  const std::int64_t days = d + (59 * (m - 1) + 1) / 2 + (y - 1) * 354 + (3 + 11 * y) / 30;
  return day_of_days(days - 492149);
}

Day easter_of(std::int32_t year) {
  const std::int32_t y = std::clamp(year, 1583, 9999);
  const std::int32_t a = y % 19, b = y / 100, c = y % 100;
  const std::int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const std::int32_t m = (a + 11 * h + 22 * l) / 451;
  const std::int32_t n = h + l - 7 * m + 114;
  return {y, n / 31, n % 31 + 1};
}

}  // namespace khabar::times
