// One time as it is written, field by field, and the classes of words that fill the fields.
//
//   "Nov. 4, 2006"   ->   Part{month 11, day 4, year 2006}        "two weeks ago"   ->   Part{amount 200, unit "W", direction "ago"}
#pragma once

#include <khabar/report.h>

#include <cstdint>
#include <string_view>

namespace khabar::times {

inline constexpr std::int32_t unset = INT32_MIN;

/// What is written in one time, before anything is resolved. Names are those of words.tsv.
struct Part {
  TimeType type = TimeType::date;
  std::int32_t year = unset;        // as written: 1966, 218 with era BC
  std::int32_t short_year = unset;  // '99, 1861-65
  std::int32_t decade = unset;      // 199: the 1990s
  std::int32_t century = unset;     // 20: the twentieth
  std::int32_t month = unset, day = unset, weekday = unset, quarter = unset, half = unset;
  std::int32_t hijri = unset;  // month of the Islamic calendar
  std::int32_t hour = unset, minute = unset, second = unset;
  std::int32_t offset = unset;  // days from the reference day: yesterday is -1
  std::int32_t ordinal = unset;
  std::int32_t first_number = unset, second_number = unset;  // of a numeric date whose order is not known
  std::int64_t amount = unset;                               // hundredths of a unit; vague_amount for "several"
  std::string_view unit, season, part, which, phase, direction, era, meridiem, zone, mod, value;
  std::string_view holiday, movable, nth;
  bool ordinal_day = false;  // "the 4th"
  bool nth_unit = false;     // "the first week of March": ordinal and unit count within the date
  Span span;
  std::uint32_t first = 0, last = 0;  // atoms
};

inline constexpr std::int64_t vague_amount = -1;

/// Classes of words.tsv, then those that are computed from numbers, then those that stand for whole matches.
enum class Class : std::uint8_t {
  none,
  month,
  weekday,
  weekdays,
  hijri,
  unit,
  units,
  season,
  part,
  parts,
  fixed,
  which,
  phase,
  approx,
  direction,
  deictic,
  tonight,
  reference,
  adjective,
  adjective_told,
  frequency,
  era,
  meridiem,
  zone,
  filler,
  holiday,
  movable,
  nth,
  named,
  decades,
  cardinal,
  tens,
  scale,
  dozen,
  ordinal,
  vague,
  number,
  day,
  ordinal_day,
  d2,
  mm,
  dd,
  hour,
  year,
  year3,
  hhmm,
  digit,
  date,
  time,
  duration,
  count,
};

/// A class that holds at an atom, over `length` atoms.
struct Reading {
  Class cls = Class::none;
  std::uint8_t length = 1;
  std::int64_t value = 0;
  std::string_view name;
  std::string_view check;
};

/// Writes what a word says into its field. O(1).
void fill(Part& part, const Reading& reading);

/// A field that a pattern gives and no word: "mod=END". O(1).
void set(Part& part, std::string_view field, std::string_view value);

/// Copies what `from` states into what `to` leaves open. O(1).
void merge(Part& to, const Part& from);

}  // namespace khabar::times
