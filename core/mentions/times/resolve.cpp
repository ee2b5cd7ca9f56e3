#include "mentions/times/resolve.h"

#include <algorithm>

namespace khabar::times {

namespace {

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

// "1.5", "P27Y": an amount in hundredths without needless zeros; "X" for several.
std::string amount_name(std::int64_t amount) {
  if (amount == vague_amount) return "X";
  std::string s = std::to_string(amount / 100);
  if (amount % 100 != 0) {
    s += '.' + padded(amount % 100, 2);
    if (s.back() == '0') s.pop_back();
  }
  return s;
}

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

std::int32_t season_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

bool before(const Day& a, const Day& b) { return days_of(a) < days_of(b); }

class Resolver {
 public:
  Resolver(const Part& part, const Context& context) : p_(part), c_(context) {}

  Resolved run() {
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

 private:
  // The day that relative expressions count from.
  Reference base() const { return c_.narrative || !c_.published ? (c_.told ? c_.told : c_.published) : c_.published; }
  Reference told() const { return c_.told ? c_.told : c_.published; }

  void give(const Day& day, Grain grain) {
    out_.value = iso(day, grain);
    out_.told = {day, grain};
  }

  void set() {
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

  void time() {
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

  void date() {
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

  bool year_given() const { return p_.year != unset || p_.short_year != unset; }

  std::int32_t year() const {
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

  std::int32_t year_shift() const {
    if (p_.which == "last" || p_.which == "previous") return -1;
    return p_.which == "next" || p_.which == "following" ? 1 : 0;
  }

  bool decade() {
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

  void direction() {
    const bool back = p_.direction == "ago" || p_.direction == "earlier" || p_.direction == "before";
    if (p_.direction == "before" || p_.direction == "after") {
      out_.type = TimeType::duration;
      out_.value = duration_name(p_.amount, p_.unit);
      return;
    }
    const bool from_now = p_.direction == "ago" || p_.direction == "hence";
    Reference from = from_now ? c_.published : c_.narrative ? c_.told : c_.told_near ? c_.told : Reference{};
    if (from_now && c_.narrative) from = c_.told;
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

  void offset() {
    if (c_.published.grain != Grain::day || c_.narrative || (p_.offset == 0 && c_.tense == Tense::present)) {
      out_.value = p_.offset == 0 ? "PRESENT_REF" : p_.offset < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    give(day_of_days(days_of(c_.published.day) + p_.offset), Grain::day);
  }

  void feast() {
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

  // 7/8/07: which is the month? Above 12 decides; else the reading that lies nearer to the publication; else day first.
  void numeric() {
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

  // "the first day of May 2004", "the last week of March"
  void nth_unit() {
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
    const std::int64_t day = last ? end : begin + (p_.ordinal - 1) * step;
    if (day < begin || day > end) return;
    if (p_.unit == "D") return give(day_of_days(day), Grain::day);
    out_.value = week_name(day) + (p_.unit == "WE" ? "-WE" : "");
  }

  void quarter() {
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

  void which_unit() {
    const std::string_view which = p_.which, unit = p_.unit;
    if (which == "past") {
      out_.type = TimeType::duration;
      out_.value = duration_name(100, unit);
      return;
    }
    // "earlier in the day" counts from the publication, "the same day" from what was told.
    const bool from_told =
        which == "same" || which == "that" || which == "following" || which == "previous" || which == "told" || unit == "D";
    const bool fresh = which == "this" && !c_.narrative && c_.published && !(c_.told_here && c_.told.grain == Grain::day);
    const Reference from = fresh || (which == "told" && !c_.told_here && c_.published) ? c_.published : from_told ? told() : base();
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
  std::int32_t choose_year(std::int32_t month, std::int32_t day) const {
    const Reference from = base();
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
    return c_.tense == Tense::present && month - from.day.month <= 3 ? y : y - 1;
  }

  void month() {
    const std::int32_t y = year_given() ? year() : choose_year(p_.month, p_.day);
    if (p_.day != unset && (p_.day < 1 || p_.day > (y == unset ? days_in_month(2024, p_.month) : days_in_month(y, p_.month)))) return;
    if (y == unset) {
      out_.value = "XXXX-" + padded(p_.month, 2) + (p_.day == unset ? "" : "-" + padded(p_.day, 2));
      return;
    }
    give({y, p_.month, p_.day == unset ? 1 : p_.day}, p_.day == unset ? Grain::month : Grain::day);
  }

  void season() {
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

  void weekday() {
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

  const Part& p_;
  const Context& c_;
  Resolved out_;
};

}  // namespace

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

Resolved resolve(const Part& part, const Context& context) { return Resolver(part, context).run(); }

}  // namespace khabar::times
