#include "mentions/times/part.h"

namespace khabar::times {

// Copies what `from` states into what `to` leaves open.
void merge(Part& to, const Part& from) {
  auto number = [](std::int32_t& a, std::int32_t b) {
    if (a == unset) a = b;
  };
  auto name = [](std::string_view& a, std::string_view b) {
    if (a.empty()) a = b;
  };
  number(to.year, from.year), number(to.short_year, from.short_year), number(to.decade, from.decade), number(to.century, from.century);
  number(to.month, from.month), number(to.day, from.day), number(to.weekday, from.weekday), number(to.quarter, from.quarter);
  number(to.half, from.half), number(to.hijri, from.hijri), number(to.hour, from.hour), number(to.minute, from.minute);
  number(to.second, from.second), number(to.offset, from.offset), number(to.ordinal, from.ordinal);
  number(to.first_number, from.first_number), number(to.second_number, from.second_number);
  if (to.amount == unset) to.amount = from.amount;
  name(to.unit, from.unit), name(to.season, from.season), name(to.part, from.part), name(to.which, from.which), name(to.phase, from.phase);
  name(to.direction, from.direction), name(to.era, from.era), name(to.meridiem, from.meridiem), name(to.zone, from.zone);
  name(to.mod, from.mod), name(to.value, from.value), name(to.holiday, from.holiday), name(to.movable, from.movable),
      name(to.nth, from.nth);
  to.ordinal_day = to.ordinal_day || from.ordinal_day;
}

void fill(Part& part, const Reading& r) {
  const auto n = static_cast<std::int32_t>(r.value);
  switch (r.cls) {
    case Class::month: part.month = n; break;
    case Class::hijri: part.hijri = n; break;
    case Class::weekday:
    case Class::weekdays: part.weekday = n; break;
    case Class::unit:
    case Class::units: part.unit = r.name; break;
    case Class::season: part.season = r.name; break;
    case Class::part:
    case Class::parts: part.part = r.name; break;
    case Class::fixed: part.hour = n / 100, part.minute = n % 100; break;
    case Class::which: part.which = r.name; break;
    case Class::phase: part.phase = r.name; break;
    case Class::approx: part.mod = r.name; break;
    case Class::direction: part.direction = r.name; break;
    case Class::deictic: part.offset = n; break;
    case Class::tonight: part.offset = n, part.part = "NI"; break;
    case Class::reference:
    case Class::adjective:
    case Class::adjective_told:
    case Class::frequency:
    case Class::named: part.value = r.name; break;
    case Class::era: part.era = r.name; break;
    case Class::meridiem: part.meridiem = r.name; break;
    case Class::zone: part.zone = r.name; break;
    case Class::holiday: part.holiday = r.name; break;
    case Class::movable: part.movable = r.name; break;
    case Class::nth: part.nth = r.name; break;
    case Class::decades: part.decade = n; break;
    case Class::ordinal: part.ordinal = n; break;
    case Class::number:
      if (part.amount == unset) part.amount = r.value;  // of "10-20 years" the first
      break;
    case Class::ordinal_day: part.ordinal_day = true; [[fallthrough]];
    case Class::day:
      if (part.day == unset) part.day = n;
      break;
    case Class::mm:
    case Class::dd:
      if (part.first_number == unset)
        part.first_number = n;
      else
        part.second_number = n;
      break;
    case Class::d2:  // 10:30:15, but 1861-65
      (part.hour == unset ? part.short_year : part.minute == unset ? part.minute : part.second) = n;
      break;
    case Class::cardinal: part.hour = n; break;  // five o'clock
    case Class::hour: part.hour = n; break;
    case Class::year:
    case Class::year3: part.year = n; break;
    case Class::hhmm: part.hour = n / 100, part.minute = n % 100; break;
    case Class::digit: part.ordinal = n; break;
    default: break;
  }
}

// A field that the pattern gives and no word.
void set(Part& part, std::string_view field, std::string_view value) {
  if (field == "value") part.value = value;
  if (field == "mod") part.mod = value;
  if (field == "unit") part.unit = value;
  if (field == "which") part.which = value;
  if (field == "part") part.part = value;
  if (field == "direction") part.direction = value;
  if (field == "offset") part.offset = value == "2" ? 2 : -2;
  if (field == "amount" && value == "half_more")
    part.amount = part.amount == vague_amount ? part.amount : (part.amount == unset ? 100 : part.amount) + 50;
  else if (field == "amount")
    part.amount = value == "X" ? vague_amount : value == "half" ? 50 : value == "quarter" ? 25 : value == "2" ? 200 : 100;
  if (field == "order" && value == "nth") part.nth_unit = true;
  if (field == "order" && value == "ymd") part.month = part.first_number, part.day = part.second_number;
}

}  // namespace khabar::times
