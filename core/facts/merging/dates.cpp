#include "facts/merging/dates.h"

#include <algorithm>

namespace khabar::merging {

namespace {

// "1974-09-13", "XXXX-WXX-5": was it that day of the week? (Sakamoto's congruence)
bool falls_on(std::string_view date, std::string_view weekday) {
  static constexpr int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  auto digits = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
      if (date[i] < '0' || date[i] > '9') return -1;
      value = value * 10 + (date[i] - '0');
    }
    return value;
  };
  int year = digits(0, 4);
  const int month = digits(5, 2), day = digits(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  if (month < 3) --year;
  const int sunday_zero = (year + year / 4 - year / 100 + year / 400 + shift[month - 1] + day) % 7;
  return weekday[9] - '0' == (sunday_zero == 0 ? 7 : sunday_zero);
}

}  // namespace

bool is_date(std::string_view value) {
  if (value.size() < 4 || value == "XXXX-XX-XX") return false;
  if (value.size() == 4) return value[0] != 'X' && value[0] != 'P' && value[0] != 'F';
  return std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == 'X'; });
}

int month_of(std::string_view value) {
  auto number = [&](std::size_t at) {
    if (at + 1 >= value.size() || value[at] < '0' || value[at] > '9' || value[at + 1] < '0' || value[at + 1] > '9') return -1;
    return (value[at] - '0') * 10 + (value[at + 1] - '0');
  };
  const int century = number(0), year = number(2);
  const bool week = value.size() >= 8 && value[5] == 'W';
  const int part = number(week ? 6 : 5);
  if (century < 0 || year < 0 || part < 1) return -1;
  return (century * 100 + year) * 12 + (week ? (part - 1) * 12 / 53 : part - 1);
}

bool may_be_one(std::string_view x, std::string_view y) {
  if (x.size() >= 10 && y.size() >= 10 && (x[5] == 'W') != (y[5] == 'W')) {
    const std::string_view weekday = x[5] == 'W' ? x : y;
    return weekday.substr(0, 8) == "XXXX-WXX" && falls_on(x[5] == 'W' ? y : x, weekday);
  }
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
    if (x[i] != y[i] && x[i] != 'X' && y[i] != 'X') return false;
  return true;
}

bool compatible(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view x) {
    return std::any_of(b.begin(), b.end(), [&](std::string_view y) { return may_be_one(x, y); });
  });
}

bool are_months_apart(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  bool compared = false;
  for (std::string_view x : a)
    for (std::string_view y : b) {
      const int first = month_of(x), second = month_of(y);
      if (first < 0 || second < 0) continue;
      if (first - second < 2 && second - first < 2) return false;
      compared = true;
    }
  return compared;
}

}  // namespace khabar::merging
