#include "mentions/times/resolver.h"

#include <algorithm>

namespace khabar::times {

namespace {

std::int32_t season_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

bool before(const Day& a, const Day& b) { return days_of(a) < days_of(b); }

}  // namespace

void Resolver::direction() {
  const bool back = p_.direction == "ago" || p_.direction == "earlier" || p_.direction == "before";
  if (p_.direction == "before" || p_.direction == "after") {
    out_.type = TimeType::duration;
    out_.value = duration_name(p_.amount, p_.unit);
    return;
  }
  const bool from_now = p_.direction == "ago" || p_.direction == "hence";
  Reference from = from_now ? c_.published : c_.narrative ? c_.told : c_.told_near ? c_.told : Reference{};
  if (from_now && c_.narrative) from = c_.told;
  // The day of publication is no day of the story: "five years later" does not count from it.
  if (!from_now && !c_.narrative && c_.published && from && from.day == c_.published.day) from = Reference{};
  if (p_.direction == "earlier" && !from) from = c_.published;  // "up from a year earlier"
  if (p_.amount == vague_amount || (!from && from_now)) {
    if (from_now || p_.direction == "earlier") {
      out_.value = back ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    out_.type = TimeType::duration;
    out_.value = duration_name(p_.amount, p_.unit);
    return;
  }
  if (!from) {
    out_.type = TimeType::duration;
    out_.value = duration_name(p_.amount, p_.unit);
    return;
  }
  const std::int64_t n = (back ? -1 : 1) * (p_.amount == unset ? 100 : p_.amount);
  if (p_.unit == "Y" || p_.unit == "DE" || p_.unit == "CE" || p_.unit == "ML") {
    const std::int64_t years = p_.unit == "Y" ? 1 : p_.unit == "DE" ? 10 : p_.unit == "CE" ? 100 : 1000;
    const Day day = add_months(from.day, n * years * 12 / 100);
    return n % 100 != 0 && from.grain >= Grain::month ? give(day, Grain::month) : give(day, Grain::year);
  }
  if (p_.unit == "M" || p_.unit == "Q") {
    const Day day = add_months(from.day, n * (p_.unit == "Q" ? 3 : 1) / 100);
    if (from.grain >= Grain::month) return give(day, Grain::month);
    out_.value = year_name(from.day.year) + "-XX";
    return;
  }
  if (from.grain != Grain::day) {
    out_.value = iso(from.day, from.grain) + (from.grain == Grain::year ? "-XX-XX" : "-XX");
    return;
  }
  if ((p_.unit == "W" || p_.unit == "F") && n != 100 && n != -100 && from_now) {  // "two weeks ago" means no day
    out_.value = week_name(days_of(from.day) + n * (p_.unit == "W" ? 7 : 14) / 100);
    return;
  }
  const std::int64_t days = p_.unit == "W" ? 7 : p_.unit == "F" ? 14 : p_.unit == "D" || p_.unit == "WE" ? 1 : 0;
  give(day_of_days(days_of(from.day) + n * days / 100), Grain::day);
}

void Resolver::offset() {
  if (c_.published.grain != Grain::day || c_.narrative || (p_.offset == 0 && c_.tense == Tense::present)) {
    out_.value = p_.offset == 0 ? "PRESENT_REF" : p_.offset < 0 ? "PAST_REF" : "FUTURE_REF";
    return;
  }
  give(day_of_days(days_of(c_.published.day) + p_.offset), Grain::day);
}

void Resolver::feast() {
  std::int32_t y = unset;
  auto in = [&](std::int32_t year) -> Day {
    auto n = [](std::string_view s) { return std::int32_t{(s[0] - '0') * 10 + (s[1] - '0')}; };
    if (!p_.holiday.empty()) return {year, n(p_.holiday), n(p_.holiday.substr(3))};
    if (!p_.movable.empty()) {
      const bool negative = p_.movable[0] == '-';
      std::int32_t shift = 0;
      for (char c : p_.movable.substr(negative)) shift = shift * 10 + (c - '0');
      return day_of_days(days_of(easter_of(year)) + (negative ? -shift : shift));
    }
    const std::int32_t month = n(p_.nth), weekday = p_.nth[3] - '0', nth = p_.nth[5] - '0';  // "11-4-4"
    const std::int64_t first = days_of({year, month, 1});
    return day_of_days(first + (weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
  };
  if (year_given()) {
    y = year();
  } else if (const Reference from = base()) {
    y = from.day.year + (c_.narrative ? 0 : year_shift());
    if (!c_.narrative && p_.which.empty() && from.grain == Grain::day) {
      if (c_.tense != Tense::future && before(from.day, in(y)) && days_of(in(y)) - days_of(from.day) > 60) --y;
      if (c_.tense == Tense::future && before(in(y), from.day)) ++y;
    }
  }
  if (y != unset) return give(in(y), Grain::day);
  if (!p_.holiday.empty()) out_.value = "XXXX-" + std::string(p_.holiday);
}

// "the first day of May 2004", "the last week of March"
void Resolver::nth_unit() {
  Part whole = p_;
  whole.nth_unit = false;
  whole.ordinal = unset;
  whole.unit = whole.which = whole.mod = {};
  const Resolved resolved = Resolver(whole, c_).run();
  const Reference in = resolved.told;
  const bool last = p_.which == "last" || p_.ordinal == -1;
  if (p_.unit == "M" && in.grain == Grain::year) {
    const std::int32_t month = last ? 12 : p_.ordinal;
    if (month >= 1 && month <= 12) give({in.day.year, month, 1}, Grain::month);
    return;
  }
  if (in.grain != Grain::month && in.grain != Grain::year) return;
  const std::int32_t end_month = in.grain == Grain::year ? 12 : in.day.month;
  const std::int64_t begin = days_of({in.day.year, in.grain == Grain::year ? 1 : in.day.month, 1});
  const std::int64_t end = days_of({in.day.year, end_month, days_in_month(in.day.year, end_month)});
  const std::int64_t step = p_.unit == "D" ? 1 : 7;
  std::int64_t day = last ? end : begin + (p_.ordinal - 1) * step;
  if (last && p_.unit == "W") day -= (weekday_of(end) - 4 + 7) % 7;  // a week belongs to the month of its Thursday
  if (day < begin || day > end) return;
  if (p_.unit == "D") return give(day_of_days(day), Grain::day);
  out_.value = week_name(day) + (p_.unit == "WE" ? "-WE" : "");
}

void Resolver::quarter() {
  std::int32_t q = p_.ordinal == -1 ? 4 : p_.ordinal;
  if (q < 1 || q > 4) return;
  std::int32_t y = unset;
  if (year_given()) {
    y = year();
  } else if (const Reference from = base()) {
    y = from.day.year + year_shift();
    const std::int32_t now = (from.day.month + 2) / 3;  // the next quarter, else the last one of that number
    if (p_.which.empty() && c_.tense != Tense::future && !c_.narrative && from.grain >= Grain::month && q > now + 1) --y;
  }
  out_.value = (y == unset ? "XXXX" : year_name(y)) + "-Q" + std::to_string(q);
}

void Resolver::which_unit() {
  const std::string_view which = p_.which, unit = p_.unit;
  if (which == "past") {
    out_.type = TimeType::duration;
    out_.value = duration_name(100, unit);
    return;
  }
  // "earlier in the day" counts from the publication, "the same day" from what was told.
  const bool from_told = which == "same" || which == "that" || which == "following" || which == "previous" || which == "told" ||
                         (unit == "D" && (!c_.undated || (which == "next" && c_.told)));
  const bool fresh = which == "this" && !c_.narrative && c_.published && !(c_.told_here && c_.told.grain == Grain::day);
  const bool vague = unit == "D" && which == "told" && told().grain < Grain::day;  // "up in March ... ended the day higher"
  const Reference from = fresh || (which == "told" && (!c_.told_near || vague) && c_.published) ? c_.published
                         : from_told                                                            ? told()
                                                                                                : base();
  if (unit.size() == 2 && unit[0] == 'T') return;
  if (which == "this" && !c_.narrative && c_.published.grain > from.grain) {
    Context now = c_;
    now.told = c_.published;
    out_ = Resolver(p_, now).run();
    return;
  }
  const int shift = which == "last" || which == "previous"    ? -1
                    : which == "next" || which == "following" ? 1
                    : which == "after_next"                   ? 2
                                                              : 0;
  if (!from) {
    out_.value = which == "this" ? "PRESENT_REF" : shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "";
    return;
  }
  if (unit == "Y") return give(add_months(from.day, shift * 12), Grain::year);
  if (unit == "DE") {
    out_.value = decade_name(from.day.year + 10 * shift);
    return;
  }
  if (unit == "CE") {
    out_.value = century_name(from.day.year + 100 * shift);
    return;
  }
  if (unit == "M") {
    if (from.grain >= Grain::month) return give(add_months({from.day.year, from.day.month, 1}, shift), Grain::month);
    out_.value = year_name(from.day.year) + "-XX";
    return;
  }
  if (unit == "Q") {
    if (from.grain < Grain::month) return;
    const Day day = add_months({from.day.year, from.day.month, 1}, shift * 3);
    out_.value = year_name(day.year) + "-Q" + std::to_string((day.month + 2) / 3);
    return;
  }
  if (from.grain != Grain::day) {
    out_.value = iso(from.day, from.grain) + (from.grain == Grain::year ? "-XX-XX" : "-XX");
    return;
  }
  if (unit == "W" || unit == "F" || unit == "WE") {
    const std::int64_t days = days_of(from.day) + shift * (unit == "F" ? 14 : 7);
    out_.value = week_name(days) + (unit == "WE" ? "-WE" : "");
    out_.told = {day_of_days(days), Grain::day};
    if (unit != "WE") out_.told.grain = Grain::none;
    return;
  }
  if (unit == "D") give(day_of_days(days_of(from.day) + shift), Grain::day);
}

// The year of a month or day that is told without one.
std::int32_t Resolver::choose_year(std::int32_t month, std::int32_t day) const {
  Reference from = base();
  // A day told just before may lend its year: "on 2 May 2025 ... and on 5 June".
  // ... but not to what is still to come.
  const bool ahead = c_.undated && c_.tense == Tense::future && !c_.told_here;
  if (c_.undated && !ahead && p_.which.empty() && (c_.told_here || (c_.told_near && c_.told.grain == Grain::day))) from = c_.told;
  if (!from) return unset;
  std::int32_t y = from.day.year;
  if (p_.which == "that" || p_.which == "same") return told().day.year;
  if (c_.narrative || !c_.published) {
    if (p_.which == "previous" || p_.which == "last")
      return from.grain >= Grain::month && month >= from.day.month ? y - 1 : p_.unit == "Y" ? y - 1 : y;
    if (p_.which == "next" || p_.which == "following")
      return from.grain >= Grain::month && month <= from.day.month ? y + 1 : p_.unit == "Y" ? y + 1 : y;
    // A story goes on: January after December is of the next year.
    if (from.grain >= Grain::month && from.day.month >= 11 && month <= 2) return y + 1;
    return y;
  }
  if (p_.unit == "Y") return y + year_shift();
  if (from.grain == Grain::year) return y;
  const std::int32_t known = day == unset ? from.day.month : from.day.month * 32 + from.day.day;
  const std::int32_t asked = day == unset ? month : month * 32 + day;
  if (p_.which == "last" || p_.which == "previous" || p_.which == "past") return asked < known ? y : y - 1;
  if (p_.which == "next" || p_.which == "following") return asked > known ? y : y + 1;
  if (p_.which == "this") return y;
  if (c_.tense == Tense::future) return asked >= known ? y : (known - asked > (day == unset ? 1 : 40) ? y + 1 : y);
  if (asked <= known) return y;
  // Ahead of the publication. A day named without its year is the nearest such day; a month of its own the last one.
  if (day != unset) return days_of({y, month, 1}) + day - days_of(from.day) > 150 ? y - 1 : y;
  return c_.tense == Tense::present && month - from.day.month <= 8 ? y : y - 1;
}

void Resolver::season() {
  std::int32_t y = unset;
  if (year_given()) {
    y = year();
  } else if (const Reference from = base()) {
    y = from.day.year + (p_.unit == "Y" ? year_shift() : 0);
    const std::int32_t start = season_month(p_.season), now = from.grain >= Grain::month ? from.day.month : 1;
    if (c_.narrative) {
      // Winter takes the year in which it ends.
      if (p_.season == "WI" && (now >= 7 || from.grain == Grain::year)) ++y;
    } else if (p_.unit.empty()) {
      if (p_.season == "WI") {
        if (p_.which == "last" && now < 3) --y;
        if (p_.which == "next" || c_.tense == Tense::future) y += now >= 3 ? 1 : 0;
      } else if (p_.which == "last" || p_.which == "previous") {
        if (now <= start + 2) --y;
      } else if (p_.which == "next" || p_.which == "following") {
        if (now >= start) ++y;
      } else if (p_.which.empty()) {
        if (c_.tense == Tense::future && now > start + 2) ++y;
        if (c_.tense == Tense::past && now < start) --y;
      }
    }
  }
  out_.value = (y == unset ? "XXXX" : year_name(y)) + "-" + std::string(p_.season);
  if (y != unset && c_.narrative) {
    const std::int32_t m = season_month(p_.season);
    out_.told = {{y, p_.season == "WI" ? 1 : m, 1}, year_given() ? Grain::month : Grain::none};
  }
}

void Resolver::weekday() {
  if (p_.day != unset) {  // "Sunday the 3rd"
    Part day = p_;
    day.weekday = unset;
    out_ = Resolver(day, c_).run();
    return;
  }
  const Reference from = c_.narrative ? c_.told : c_.published;
  if (from.grain != Grain::day || (c_.narrative && !c_.told_near)) {
    out_.value = "XXXX-WXX-" + std::to_string(p_.weekday);
    return;
  }
  const std::int64_t now = days_of(from.day);
  const std::int32_t today = weekday_of(now);
  std::int32_t shift = p_.weekday - today;  // in this week
  if (p_.unit == "W") {
    shift += 7 * year_shift();
  } else if (p_.which == "last" || p_.which == "previous" || p_.which == "past") {
    if (shift >= 0) shift -= 7;
  } else if (p_.which == "next" || p_.which == "following") {
    if (shift <= 0) shift += 7;
  } else if (c_.narrative || p_.which == "this" || c_.tense == Tense::future) {
    if (shift < 0 && !(p_.which == "this" && c_.tense == Tense::past)) shift += 7;
  } else if (shift > 0) {
    shift -= 7;
  }
  give(day_of_days(now + shift), Grain::day);
}

}  // namespace khabar::times
