#include "mentions/times/values.h"

#include "mentions/times/part.h"

namespace khabar::times {

std::string padded(std::int64_t n, std::size_t width) {
  std::string s = std::to_string(n < 0 ? -n : n);
  return s.size() >= width ? s : std::string(width - s.size(), '0') + s;
}

std::string year_name(std::int32_t year) { return year > 0 ? padded(year, 4) : "BC" + padded(1 - std::int64_t{year}, 4); }

std::string decade_name(std::int32_t year) { return year > 0 ? padded(year / 10, 3) : "BC" + padded((1 - std::int64_t{year}) / 10, 3); }

// TIMEX3 writes the hundreds, not the ordinal: the 1900s and the twentieth century are "19".
std::string century_name(std::int32_t year) { return year > 0 ? padded((year - 1) / 100, 2) : "BC" + padded(-std::int64_t{year} / 100, 2); }

std::string week_name(std::int64_t days) {
  const Week week = week_of(days);
  return year_name(week.year) + "-W" + padded(week.week, 2);
}

namespace {

// "1.5", "P12Y": an amount in hundredths without needless zeros; "X" for several.
std::string amount_name(std::int64_t amount) {
  if (amount == vague_amount) return "X";
  std::string s = std::to_string(amount / 100);
  if (amount % 100 != 0) {
    s += '.' + padded(amount % 100, 2);
    if (s.back() == '0') s.pop_back();
  }
  return s;
}

}  // namespace

std::string duration_name(std::int64_t amount, std::string_view unit) {
  if (amount == unset) amount = 100;
  if (unit.size() == 2 && unit[0] == 'T') return "PT" + amount_name(amount) + std::string(1, unit[1]);
  if (unit == "F") return "P" + amount_name(amount == vague_amount ? amount : amount * 2) + "W";
  // Half a century is a count of years, half an hour of minutes: parts of the larger units are not written.
  if (amount > 0 && amount % 100 != 0) {
    if (unit == "CE") return "P" + amount_name(amount * 100) + "Y";
    if (unit == "DE") return "P" + amount_name(amount * 10) + "Y";
    if (unit == "Y" && amount < 100) return "P" + amount_name(amount * 12) + "M";
  }
  return "P" + amount_name(amount) + std::string(unit == "ML" ? "ML" : unit);
}

std::string iso(const Day& day, Grain grain) {
  std::string s = year_name(day.year);
  if (grain >= Grain::month) s += "-" + padded(day.month, 2);
  if (grain == Grain::day) s += "-" + padded(day.day, 2);
  return s;
}

Reference reference_of(std::string_view iso) {
  auto number = [&](std::size_t at, std::size_t length) {
    std::int32_t n = 0;
    for (std::size_t i = at; i < at + length; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      n = n * 10 + (iso[i] - '0');
    }
    return n;
  };
  if (iso.size() != 4 && !(iso.size() == 7 && iso[4] == '-') && !(iso.size() == 10 && iso[4] == '-' && iso[7] == '-')) return {};
  const std::int32_t year = number(0, 4);
  if (year < 1) return {};
  if (iso.size() == 4) return {{year, 1, 1}, Grain::year};
  const std::int32_t month = number(5, 2);
  if (month < 1 || month > 12) return {};
  if (iso.size() == 7) return {{year, month, 1}, Grain::month};
  const std::int32_t day = number(8, 2);
  if (!is_day(year, month, day)) return {};
  return {{year, month, day}, Grain::day};
}

}  // namespace khabar::times
