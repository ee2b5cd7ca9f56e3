#include "mentions/times/resolver.h"

#include <algorithm>

namespace khabar::times {

Resolved Resolver::run() {
  out_.type = p_.type;
  out_.mod = p_.mod == "NONE" ? std::string() : std::string(p_.mod);
  if (out_.mod.empty() && p_.phase != "NONE") out_.mod = p_.phase;
  if (!p_.value.empty()) {
    out_.value = p_.value;
    if (p_.value[0] >= '0' && p_.value[0] <= '9') out_.told = reference_of(p_.value);
  } else if (p_.type == TimeType::set) {
    set();
  } else if (p_.type == TimeType::duration) {
    out_.value = duration_name(p_.amount, p_.unit);
  } else if (p_.type == TimeType::time || p_.hour != unset || !p_.part.empty()) {
    time();
  } else {
    date();
  }
  return std::move(out_);
}

void Resolver::give(const Day& day, Grain grain) {
  out_.value = iso(day, grain);
  out_.told = {day, grain};
}

void Resolver::set() {
  const std::string part = p_.part.empty() ? "" : "T" + std::string(p_.part);
  if (p_.weekday != unset)
    out_.value = "XXXX-WXX-" + std::to_string(p_.weekday) + part;
  else if (p_.month != unset)
    out_.value = "XXXX-" + padded(p_.month, 2);
  else if (!p_.season.empty())
    out_.value = "XXXX-" + std::string(p_.season);
  else if (!p_.part.empty())
    out_.value = "XXXX-XX-XX" + part;
  else
    out_.value = duration_name(p_.amount, p_.unit);
}

void Resolver::time() {
  Part day = p_;
  day.type = TimeType::date;
  day.hour = day.minute = day.second = unset;
  day.part = day.meridiem = day.zone = day.phase = day.mod = {};
  std::string date;
  const bool dated = day.year != unset || day.month != unset || day.day != unset || day.weekday != unset || day.offset != unset ||
                     day.first_number != unset || !day.holiday.empty() || !day.movable.empty() || !day.nth.empty();
  if (!p_.which.empty() && !dated) {
    const Reference from = p_.which == "this" || p_.which == "last" ? base() : told();
    if (from.grain == Grain::day) {
      const int shift = p_.which == "last" ? -1 : p_.which == "next" || p_.which == "following" ? 1 : p_.which == "previous" ? -1 : 0;
      const Day d = day_of_days(days_of(from.day) + shift);
      date = iso(d, Grain::day);
      out_.told = {d, Grain::day};
    }
  } else if (dated) {
    Context clock = c_;
    if (day.offset == 0) clock.tense = Tense::none;  // "starts tonight" is a day, not these times
    const Resolved resolved = Resolver(day, clock).run();
    date = resolved.value;
    out_.told = resolved.told;
  } else {
    const Reference from = c_.told_near && c_.told.grain == Grain::day ? c_.told : c_.narrative ? Reference{} : c_.published;
    const bool generic = p_.hour == unset && (c_.narrative || p_.mod == "GENERIC");
    if (from.grain == Grain::day && !generic) date = iso(from.day, Grain::day), out_.told = from;
  }
  if (date.empty() || date.find("_REF") != std::string::npos) date = "XXXX-XX-XX";
  if (p_.hour == unset) {
    out_.value = date + "T" + std::string(p_.part);
    out_.type = TimeType::time;
    return;
  }
  std::int32_t hour = p_.hour;
  const bool afternoon =
      p_.meridiem == "pm" || (p_.meridiem.empty() && hour < 12 && (p_.part == "AF" || p_.part == "EV" || (p_.part == "NI" && hour > 4)));
  if (afternoon && hour < 12) hour += 12;
  if (p_.meridiem == "am" && hour == 12) hour = 0;
  if (hour > 24 || (p_.minute != unset && p_.minute > 59)) return;
  out_.value = date + "T" + padded(hour, 2) + ":" + padded(p_.minute == unset ? 0 : p_.minute, 2);
  if (p_.second != unset && p_.second < 60) out_.value += ":" + padded(p_.second, 2);
  if (p_.zone == "Z") out_.value += "Z";
  out_.type = TimeType::time;
}

void Resolver::date() {
  if (p_.unit == "DE" || p_.decade != unset) {
    if (decade()) return;
  }
  if (p_.unit == "CE" && p_.ordinal != unset) {
    const std::int32_t hundreds = std::clamp(p_.ordinal, 1, 100) - 1;
    out_.value = (p_.era == "BC" ? "BC" : "") + padded(hundreds, 2);
    return;
  }
  if (p_.direction == "year_back") {
    const Reference from = told();
    if (!from) return;
    return give(add_months({from.day.year, from.day.month, 1}, -12), std::min(from.grain, Grain::month));
  }
  if (!p_.direction.empty()) return direction();
  if (p_.nth_unit) return nth_unit();
  if (p_.offset != unset) return offset();
  if (p_.hijri != unset) {
    if (p_.year == unset) return;
    if (p_.year > 1700) return give({p_.year, 1, 1}, Grain::year);
    if (p_.day == unset) return give(day_of_hijri(p_.year, p_.hijri, 1), Grain::month);
    out_.mod = "APPROX";  // the moon is sighted, the table is not
    return give(day_of_hijri(p_.year, p_.hijri, p_.day), Grain::day);
  }
  if (!p_.holiday.empty() || !p_.movable.empty() || !p_.nth.empty()) return feast();
  if (p_.first_number != unset && p_.month == unset) return numeric();
  if (p_.unit == "Q" && p_.ordinal != unset) return quarter();
  if (p_.unit == "H" && p_.ordinal != unset) {
    const Reference from = base();
    if (p_.ordinal < 1 || p_.ordinal > 2) return;
    const std::int32_t y = year_given() ? year() : from ? from.day.year + year_shift() : unset;
    out_.value = (y == unset ? "XXXX" : year_name(y)) + "-H" + std::to_string(p_.ordinal);
    return;
  }
  if (!p_.which.empty() && !p_.unit.empty() && p_.month == unset && p_.season.empty() && p_.weekday == unset) return which_unit();
  if (p_.month != unset) return month();
  if (!p_.season.empty()) return season();
  if (p_.weekday != unset && !year_given()) return weekday();
  if (year_given()) return give({year(), 1, 1}, Grain::year);
  if (p_.day != unset) {
    const Reference from = told();
    if (from.grain < Grain::month || !is_day(from.day.year, from.day.month, p_.day)) {
      if (p_.day <= 31) out_.value = "XXXX-XX-" + padded(p_.day, 2);
      return;
    }
    return give({from.day.year, from.day.month, p_.day}, Grain::day);
  }
}

std::int32_t Resolver::year() const {
  if (p_.year != unset) return p_.era == "BC" ? 1 - p_.year : p_.year;
  const Reference from = base();
  // A short year belongs to the century of what is told, else it is the last such year.
  if (c_.narrative && from) {
    const std::int32_t y = from.day.year - ((from.day.year % 100) + 100) % 100 + p_.short_year;
    return y > from.day.year + 20 ? y - 100 : y;
  }
  const std::int32_t now = c_.published ? c_.published.day.year : 2030;
  const std::int32_t y = now - now % 100 + p_.short_year;
  return y > now + 10 ? y - 100 : y;
}

std::int32_t Resolver::year_shift() const {
  if (p_.which == "last" || p_.which == "previous") return -1;
  return p_.which == "next" || p_.which == "following" ? 1 : 0;
}

bool Resolver::decade() {
  if (p_.decade != unset) {
    out_.value = std::to_string(p_.decade);
    return true;
  }
  if (p_.year != unset && p_.which.empty()) {
    if (p_.era == "BC")
      out_.value = "BC" + padded(p_.year / 10, 3);
    else
      out_.value = padded(p_.year / 10, 3);
    return true;
  }
  if (p_.short_year == unset) return false;
  if (p_.short_year % 10 != 0) return true;  // "the 45s" are no decade
  const Reference from = base();
  std::int32_t century = 19;
  if (c_.narrative && from)
    century = from.day.year / 100;
  else if (p_.short_year <= 20 && from && from.day.year >= 2000 + p_.short_year)
    century = 20;
  out_.value = std::to_string(century * 10 + p_.short_year / 10);
  return true;
}

// 7/8/07: which is the month? Above 12 decides; else the reading that lies nearer to the publication; else day first.
void Resolver::numeric() {
  std::int32_t d = p_.first_number, m = p_.second_number;
  const std::int32_t y = year_given() ? year() : unset;
  if (y == unset) return;
  if (m > 12) std::swap(d, m);
  if (m > 12 || !is_day(y, m, d)) return;
  if (d <= 12 && c_.published.grain == Grain::day && !c_.narrative) {
    const std::int64_t now = days_of(c_.published.day);
    auto far = [&](const Day& day) {
      const std::int64_t x = days_of(day) - now;
      return x < 0 ? -x : x;
    };
    if (far({y, d, m}) < far({y, m, d})) std::swap(d, m);
  }
  give({y, m, d}, Grain::day);
}

void Resolver::month() {
  const std::int32_t y = year_given() ? year() : choose_year(p_.month, p_.day);
  if (p_.day != unset && (p_.day < 1 || p_.day > (y == unset ? days_in_month(2024, p_.month) : days_in_month(y, p_.month)))) return;
  if (y == unset) {
    out_.value = "XXXX-" + padded(p_.month, 2) + (p_.day == unset ? "" : "-" + padded(p_.day, 2));
    return;
  }
  give({y, p_.month, p_.day == unset ? 1 : p_.day}, p_.day == unset ? Grain::month : Grain::day);
}

Resolved resolve(const Part& part, const Context& context) { return Resolver(part, context).run(); }

}  // namespace khabar::times
