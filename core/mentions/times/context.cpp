#include "mentions/times/context.h"

#include <algorithm>

namespace khabar::times {

using namespace text::literals;
using language::Form;
using language::Tag;

namespace {

template <std::size_t N>
bool one_of(text::Key key, const text::Key (&keys)[N]) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

// Words that lead in a time: after them even "may" and "fall" mean one.
constexpr text::Key leading[] = {"in"_key,      "on"_key,         "since"_key,     "by"_key,     "until"_key, "till"_key,   "from"_key,
                                 "to"_key,      "of"_key,         "during"_key,    "before"_key, "after"_key, "around"_key, "between"_key,
                                 "through"_key, "throughout"_key, "early"_key,     "late"_key,   "mid"_key,   "last"_key,   "next"_key,
                                 "this"_key,    "previous"_key,   "following"_key, "and"_key,    "or"_key,    "for"_key,    "every"_key,
                                 "each"_key,    "per"_key,        "earlier"_key,   "later"_key,  "circa"_key};

// Before a number that names no year.
constexpr text::Key numbering[] = {
    "no"_key,      "number"_key,  "resolution"_key, "flight"_key,   "unit"_key,    "article"_key, "section"_key,
    "highway"_key, "route"_key,   "operation"_key,  "boeing"_key,   "airbus"_key,  "room"_key,    "page"_key,
    "pp"_key,      "p"_key,       "least"_key,      "than"_key,     "nearly"_key,  "almost"_key,  "approximately"_key,
    "roughly"_key, "some"_key,    "hill"_key,       "regiment"_key, "brigade"_key, "clause"_key,  "act"_key,
    "rs"_key,      "chapter"_key, "windows"_key,    "model"_key,    "about"_key};

}  // namespace

text::Key Surroundings::before(std::uint32_t at, std::uint32_t n) const {
  for (std::uint32_t i = 0; i < n; ++i)
    if (at - i < atoms_.size() && atoms_[at - i].starts) return 0;
  return at >= n ? atoms_[at - n].key : 0;
}

Tag Surroundings::tag(std::uint32_t at) const {
  if (at >= atoms_.size() || atoms_[at].token == no_token) return Tag::x;
  return language_.tokens[atoms_[at].token].tag;
}

Form Surroundings::form(std::uint32_t at) const {
  if (at >= atoms_.size() || atoms_[at].token == no_token) return Form::none;
  return language_.tokens[atoms_[at].token].form;
}

bool Surroundings::leads(text::Key key) const { return one_of(key, leading); }

// One word that could mean something else: "May", "Mar", "spring", "Sun".
bool Surroundings::alone(std::uint32_t first, std::uint32_t last, Class cls) const {
  const Reading* reading = grammar_.lexical(atoms_, first, cls);
  if (reading == nullptr || last > first + 2) return true;
  if (reading->check == "never") return false;
  if (reading->check != "strong" && reading->check != "context") return true;
  const bool name = tag(last) == Tag::propn && cls == Class::month && before(first) != "in"_key;
  text::Key previous = before(first);
  if (previous == "the"_key) previous = cls == Class::month ? 0 : before(first, 2);
  if (previous == "-"_key || previous == "/"_key || previous == "("_key) return cls == Class::month;
  return leads(previous) && !name && tag(first) != Tag::verb && tag(first) != Tag::aux;
}

// "the chairman, Monday Audu, said", "Chief Sunday Audu": a name that people bear.
bool Surroundings::names_somebody(std::uint32_t first, std::uint32_t last) const {
  constexpr text::Key titles[] = {"mr"_key,      "mrs"_key,        "ms"_key,        "dr"_key,       "chief"_key,
                                  "pastor"_key,  "prince"_key,     "rev"_key,       "comrade"_key,  "barrister"_key,
                                  "engr"_key,    "honourable"_key, "hon"_key,       "sergeant"_key, "corporal"_key,
                                  "captain"_key, "inspector"_key,  "constable"_key, "governor"_key, "commissioner"_key};
  const bool surname = last < atoms_.size() && !atoms_[last].starts && atoms_[last].capital && tag(last) == Tag::propn &&
                       grammar_.lexical(atoms_, last, Class::month) == nullptr;
  if (!surname || first == 0 || atoms_[first].starts) return false;
  const text::Key previous = before(first) == "."_key ? before(first, 2) : before(first);
  if (atoms_[first - 1].capital && one_of(previous, titles)) return true;
  if (before(first) == "."_key && one_of(previous, titles)) return true;
  const bool closed = last + 1 < atoms_.size() && !atoms_[last + 1].starts && key(last + 1) == ","_key;
  return before(first) == ","_key && closed;
}

bool Surroundings::year(std::uint32_t first, std::uint32_t last) const {
  const Atom& atom = atoms_[first];
  const text::Key previous = before(first), next = key(last);
  const bool next_glued = last < atoms_.size() && atoms_[last].glued && !atoms_[last].starts;
  if (atom.glued && !one_of(previous, {"("_key, "["_key, "\""_key, "'"_key, "-"_key, "/"_key, ","_key, "."_key})) return false;
  if (atom.glued && first >= 2 && (previous == "."_key || previous == ","_key) && atoms_[first - 2].kind == AtomKind::number) return false;
  if (atom.glued && previous == "-"_key && first >= 2 && atoms_[first - 2].kind == AtomKind::word && atoms_[first - 1].glued &&
      atoms_[first - 2].capital && grammar_.lexical(atoms_, first - 2, Class::month) == nullptr && tag(first - 2) == Tag::propn)
    return false;  // "F-2000"
  if (next_glued && (next == "%"_key || atoms_[last].kind == AtomKind::word)) return false;
  if (next_glued && (next == "."_key || next == ","_key || next == ":"_key) && last + 1 < atoms_.size() && atoms_[last + 1].glued &&
      atoms_[last + 1].kind == AtomKind::number)
    return false;
  if (next == "%"_key || next == "percent"_key) return false;
  if (next_glued && next == "-"_key && last + 1 < atoms_.size() && atoms_[last + 1].glued && atoms_[last + 1].kind == AtomKind::number)
    return false;
  if (previous == "at"_key || one_of(previous, numbering) || previous == "$"_key || previous == "#"_key) return false;
  const bool recent = atom.number >= 1900 && atom.number < 2060 && atom.number % 100 != 0;
  const bool object = previous == "of"_key || previous == "to"_key || previous == "for"_key;  // "of 2000 soldiers", but "of 1938 prices"
  const bool led = object ? recent : leads(previous);
  const bool counted = !(last < atoms_.size() && atoms_[last].starts) && tag(last) == Tag::noun && form(last) == Form::plural;
  if (counted && !led && previous != "the"_key && !atoms_[first].starts) return false;
  if (counted && previous == "the"_key && atom.number < 1900) return false;
  if (grammar_.lexical(atoms_, last, Class::units) != nullptr) return false;
  if (previous == "."_key && (before(first, 2) == "c"_key || before(first, 2) == "ca"_key)) return true;
  if (atom.number < 1500 || atom.number > 2060) return leads(previous) && !counted && tag(last) != Tag::noun;
  return true;
}

bool Surroundings::units(std::uint32_t first, std::uint32_t last) const {
  constexpr text::Key leads_units[] = {"for"_key,     "in"_key,    "after"_key,  "following"_key, "within"_key, "over"_key,
                                       "despite"_key, "took"_key,  "take"_key,   "takes"_key,     "lasted"_key, "spent"_key,
                                       "until"_key,   "ended"_key, "ending"_key, "just"_key,      "mere"_key};
  constexpr text::Key follows_units[] = {"ago"_key, "later"_key, "before"_key, "after"_key, "earlier"_key, "of"_key};
  const text::Key previous = before(first);
  if (previous == "after"_key && key(first) == "hours"_key) return false;  // "after hours trading"
  if (key(last) != "of"_key && one_of(key(last), follows_units) && !(last < atoms_.size() && atoms_[last].starts))
    return first == 0 || !(tag(first - 1) == Tag::adj || tag(first - 1) == Tag::det || tag(first - 1) == Tag::num) || previous == 0;
  if (one_of(key(last), follows_units) && !(last < atoms_.size() && atoms_[last].starts))
    return previous == 0 || one_of(previous, leads_units) || tag(first - 1) == Tag::verb || tag(first - 1) == Tag::punct ||
           tag(first - 1) == Tag::adv || tag(first - 1) == Tag::sconj || tag(first - 1) == Tag::adp || tag(first - 1) == Tag::cconj ||
           tag(first - 1) == Tag::pron || key(last) == "ago"_key || key(last) == "later"_key;
  return one_of(previous, leads_units) && !atoms_[first].capital;
}

// "15 a year", "$3 million a month", "120 bombs a day"
bool Surroundings::rate(std::uint32_t first) const {
  const Tag previous = first > 0 ? tag(first - 1) : Tag::x;
  if (before(first) == 0 || !(previous == Tag::noun || previous == Tag::num || previous == Tag::sym || before(first) == "%"_key ||
                              atoms_[first - 1].kind == AtomKind::number))
    return false;
  for (std::uint32_t n = 1; n <= 4; ++n) {
    if (before(first, n) == 0) return false;
    const std::uint32_t at = first - n;
    if (atoms_[at].kind == AtomKind::number || before(first, n) == "$"_key || grammar_.lexical(atoms_, at, Class::scale) ||
        grammar_.lexical(atoms_, at, Class::cardinal))
      return true;
  }
  return false;
}

bool Surroundings::accepts(Guard guard, std::uint32_t first, std::uint32_t last) const {
  const text::Key previous = before(first);
  const bool more = last < atoms_.size() && !atoms_[last].starts;
  const text::Key next = more ? key(last) : 0;
  const bool glued_number =
      more && atoms_[last].glued && last + 1 < atoms_.size() && atoms_[last + 1].glued && atoms_[last + 1].kind == AtomKind::number;
  switch (guard) {
    case Guard::none:
    case Guard::clock_date:
    case Guard::count: return true;
    case Guard::day: return !(glued_number && (next == "."_key || next == ","_key || next == ":"_key)) && next != "%"_key;
    case Guard::range_days:
      return !(glued_number && (next == "."_key || next == ","_key || next == ":"_key)) && next != "%"_key &&
             !(more && tag(last) == Tag::noun) &&
             !(more && atoms_[last].kind == AtomKind::word && grammar_.lexical(atoms_, last, Class::month) != nullptr);
    case Guard::day_alone: {
      if (atoms_[first].kind != AtomKind::number || previous != "the"_key) return false;
      constexpr text::Key leads_day[] = {"on"_key, "from"_key,  "to"_key,  "until"_key,  "till"_key, "by"_key,
                                         "of"_key, "since"_key, "and"_key, "before"_key, "after"_key};
      if (!one_of(before(first, 2), leads_day)) return false;
      return !more || !(tag(last) == Tag::noun || tag(last) == Tag::propn || tag(last) == Tag::adj || next == "of"_key || next == "-"_key ||
                        next == "century"_key);
    }
    case Guard::era: {
      // In capitals: "490 BC", never "5 ad campaigns".
      for (std::uint32_t i = first; i < last; ++i)
        if (grammar_.lexical(atoms_, i, Class::era) != nullptr) return atoms_[i].capital;
      return atoms_[first].capital || atoms_[last - 1].capital || true;
    }
    case Guard::year: return year(first, last);
    case Guard::short_year: return !atoms_[first].glued && !(more && atoms_[last].glued && atoms_[last].kind != AtomKind::mark);
    case Guard::decade: {
      constexpr text::Key leads_decade[] = {"the"_key, "early"_key, "late"_key, "mid"_key, "and"_key, "-"_key, "'"_key};
      if (atoms_[first].glued && previous == "-"_key && first >= 2 && atoms_[first - 1].glued) return false;  // "MQ-20s"
      return one_of(previous, leads_decade) && (atoms_[first].kind != AtomKind::number || atoms_[first].number % 10 == 0);
    }
    case Guard::season:
      if (tag(first) == Tag::verb) return false;
      if (!narrative && atoms_[first].capital && !atoms_[first].starts && first > 0 && tag(first - 1) == Tag::propn)
        return false;  // "Colonel Winter"
      if (narrative && atoms_[first].capital && !atoms_[first].starts) return true;
      return alone(first, last, Class::season) && !(next == "of"_key && grammar_.lexical(atoms_, first, Class::season)->check == "context");
    case Guard::month: return alone(first, last, Class::month) && !(more && atoms_[last].kind == AtomKind::number && glued_number);
    case Guard::weekday: {
      constexpr text::Key papers[] = {"times"_key,  "telegraph"_key, "mail"_key,     "mirror"_key, "express"_key,
                                      "herald"_key, "post"_key,      "guardian"_key, "tribune"_key};
      constexpr text::Key names[] = {"black"_key, "bloody"_key, "super"_key, "cyber"_key};  // days that became names
      // "The Friday Review"
      if (previous == "the"_key && atoms_[first - 1].capital && !atoms_[first - 1].starts && more && atoms_[last].capital) return false;
      if (names_somebody(first, last)) return false;
      if ((next == "market"_key || next == "bazaar"_key) && atoms_[last].capital && !atoms_[last].starts) return false;  // "Monday Market"
      return alone(first, last, Class::weekday) && !one_of(next, papers) && !(one_of(previous, names) && atoms_[first - 1].capital);
    }
    case Guard::quarter: return next != "century"_key && next != "final"_key && next != "finals"_key;
    case Guard::reference:
      if (key(last - 1) == "past"_key || key(last - 1) == "future"_key)
        return !more || !(tag(last) == Tag::noun || tag(last) == Tag::num || tag(last) == Tag::adj || next == "tense"_key);
      return next != "'"_key || key(last - 1) != "now"_key;
    case Guard::adjective:
      if (key(first) == "present"_key && !(more && (tag(last) == Tag::noun || tag(last) == Tag::adj || tag(last) == Tag::propn)))
        return false;
      if (key(first) == "future"_key && atoms_[first].capital && !atoms_[first].starts) return false;
      return tag(first) == Tag::adj || tag(first) == Tag::noun || tag(first) == Tag::x;
    case Guard::narrative: return narrative;
    case Guard::which: {
      if (grammar_.lexical(atoms_, last - 1, Class::units) != nullptr) return false;
      const text::Key word = key(first), unit = key(last - 1);
      if (unit == "day"_key && (word == "last"_key || word == "current"_key || word == "present"_key)) return false;
      if (unit == "second"_key || unit == "quarter"_key) return word != "that"_key || unit == "quarter"_key;
      if (word == "that"_key && tag(first) == Tag::sconj && !atoms_[first].starts && previous != "of"_key) return false;
      return next != "-"_key || (word != "last"_key && word != "that"_key);
    }
    case Guard::which_units: {
      constexpr text::Key no[] = {"this"_key, "that"_key, "same"_key, "current"_key, "present"_key};
      if (key(first) == "last"_key || key(first) == "past"_key)
        return previous == "the"_key || previous == "his"_key || previous == "her"_key || previous == "their"_key || previous == "its"_key;
      return !one_of(key(first), no);
    }
    case Guard::the_before:
      return previous == "the"_key && !(more && (tag(last) == Tag::det || tag(last) == Tag::noun || tag(last) == Tag::propn ||
                                                 tag(last) == Tag::pron || tag(last) == Tag::num || tag(last) == Tag::adj));
    case Guard::the: return previous == "the"_key || previous == "a"_key;
    case Guard::closed: {
      constexpr text::Key closing[] = {"end"_key,      "ending"_key, "ended"_key,  "finish"_key, "finishing"_key,
                                       "finished"_key, "close"_key,  "closed"_key, "closing"_key};
      return one_of(previous, closing) && key(last - 1) == "day"_key;
    }
    case Guard::year_range: {
      const Atom &a = atoms_[first], &b = atoms_[last - 1];
      if (a.number < 1000 || a.number > 2100) return false;
      if (a.glued && !one_of(previous, {"("_key, "["_key, "\""_key, ","_key})) return false;
      if (more && atoms_[last].glued && (atoms_[last].kind != AtomKind::mark || next == "-"_key || next == "/"_key || next == "%"_key))
        return false;
      return b.digits == 2 ? b.number > a.number % 100 : b.number > a.number && b.number <= 2100 && b.number - a.number < 500;
    }
    case Guard::clock: {
      if (atoms_[first].glued && !one_of(previous, {"("_key, "\""_key, "'"_key, "-"_key, ","_key, "/"_key})) return false;
      return !(glued_number && next == ":"_key) && atoms_[first + 2].number < 60 && atoms_[first].number <= 24;
    }
    case Guard::zone: return atoms_[last - 1].capital || last - first > 2;
    case Guard::military: {
      constexpr text::Key leads_clock[] = {"at"_key,    "by"_key,     "from"_key,   "until"_key,
                                           "about"_key, "around"_key, "before"_key, "after"_key};
      return atoms_[first].number < 1000 || one_of(previous, leads_clock);
    }
    case Guard::part: {
      if (tag(first) == Tag::verb) return false;
      if (narrative)
        return grammar_.lexical(atoms_, first, Class::part) == nullptr || previous == "at"_key || key(first) == "night"_key ||
               key(first) == "daytime"_key || key(first) == "nighttime"_key;
      return previous == "at"_key && key(first) != "morning"_key;
    }
    case Guard::duration: {
      const text::Key word = key(first), unit = key(last - 1);
      if ((word == "a"_key || word == "an"_key) && last == first + 2 &&
          (unit == "second"_key || unit == "quarter"_key || unit == "min"_key || unit == "sec"_key))
        return false;
      if (atoms_[first].glued && previous != "("_key && previous != "\""_key && previous != "'"_key && previous != "-"_key &&
          previous != ","_key && atoms_[first].kind == AtomKind::number)
        return false;
      if (atoms_[first].kind == AtomKind::number && atoms_[first].number > 1500 &&
          grammar_.lexical(atoms_, last - 1, Class::units) == nullptr && last == first + 2)
        return false;
      if ((word == "one"_key || word == "a"_key) && unit == "day"_key && (next == "when"_key || previous == "not"_key)) return false;
      if (word == "one"_key && unit == "day"_key && last == first + 2) {  // "will return one day"
        constexpr text::Key leads_day[] = {"for"_key,   "in"_key,      "within"_key, "just"_key, "only"_key,  "over"_key,
                                           "after"_key, "another"_key, "of"_key,     "than"_key, "about"_key, "nearly"_key,
                                           "by"_key,    "lasted"_key,  "or"_key,     "took"_key};
        return one_of(previous, leads_day) || next == "'"_key;
      }
      if ((word == "a"_key || word == "an"_key) && next == "-"_key && atoms_[last].glued) return false;  // "a month-long siege"
      if ((word == "one"_key || word == "a"_key || word == "an"_key) && grammar_.lexical(atoms_, last - 1, Class::units) != nullptr &&
          next != "'"_key)
        return false;
      return !(word == "some"_key && grammar_.lexical(atoms_, last - 1, Class::units) == nullptr);
    }
    case Guard::duration_range: return !atoms_[first].glued || previous == "("_key;
    case Guard::duration_between: return previous == "between"_key;
    case Guard::which_duration: {
      constexpr text::Key no[] = {"this"_key, "that"_key, "same"_key, "current"_key, "present"_key};
      return !one_of(key(first), no) && tag(first) != Tag::verb;  // "will last two days"
    }
    case Guard::long_: return more ? tag(last) != Tag::adp : true;
    case Guard::units: return units(first, last);
    case Guard::rate:  // "67 a year earlier" is no rate
      return rate(first) && !one_of(next, {"earlier"_key, "ago"_key, "later"_key, "before"_key, "after"_key});
    case Guard::phase: {
      constexpr text::Key free[] = {"early"_key, "late"_key, "mid"_key, "earlier"_key, "later"_key, "very"_key};
      if (one_of(key(first), free)) return true;
      for (std::uint32_t i = first + 1; i < last && i < first + 4; ++i)
        if (key(i) == "of"_key) return true;
      return false;
    }
    case Guard::approx_date: {
      const bool abbreviated = key(first) == "c"_key || key(first) == "ca"_key;
      if (abbreviated) return key(first + 1) == "."_key;
      if (key(first) == "about"_key) return false;
      return atoms_[last - 1].kind == AtomKind::number || key(first) == "circa"_key;
    }
    case Guard::weekday_date: return atoms_[last - 1].kind == AtomKind::number;
    case Guard::approx:  // "over the next two weeks" is no "more than"
      for (std::uint32_t i = first + 1; i < last && i < first + 4; ++i)
        if (grammar_.lexical(atoms_, i, Class::which) != nullptr && key(i) != "that"_key) return false;
      return true;
    case Guard::which_name: return key(first) != "that"_key || tag(first) != Tag::sconj;
    case Guard::weekday_day: return atoms_[last - 1].kind == AtomKind::number || atoms_[last - 2].kind == AtomKind::number;
    case Guard::decade_year: {
      constexpr text::Key leads_decade[] = {"the"_key, "early"_key, "late"_key, "mid"_key, "-"_key, "and"_key, "of"_key};
      const bool bare = last == first + 2;  // "1990s"; with an apostrophe it may be a genitive
      return atoms_[first].number % 10 == 0 && (bare || one_of(previous, leads_decade));
    }
    case Guard::frequency:  // "Metro Daily"
      if (atoms_[first].capital && !atoms_[first].starts) return false;
      // "the daily Dawn", "an English weekly": papers
      return !(key(first) == "daily"_key || key(first) == "weekly"_key || key(first) == "monthly"_key) || last != first + 1 ||
             !(tag(first) == Tag::noun ||
               ((tag(first - (first != 0)) == Tag::det || tag(first - (first != 0)) == Tag::adj) &&
                (!more || (tag(last) != Tag::noun && tag(last) != Tag::adj))) ||
               (more && (tag(last) == Tag::propn || next == "newspaper"_key || next == "paper"_key)));
    case Guard::bare_year: {  // "2 NOV 87 (AGENCY)", "9 Sep 12": nothing may follow that the number could count
      const bool ends = !more || (atoms_[last].kind == AtomKind::mark &&
                                  !(atoms_[last].glued && (next == ":"_key || next == "."_key || next == "/"_key)));
      return ends && (previous == 0 || atoms_[first - 1].kind == AtomKind::mark || atoms_[last - 1].number > 31);
    }
    case Guard::overnight:  // not "an overnight stay", "changed overnight"
      return (atoms_[first].starts && next == ","_key) ||
             (tag(first) != Tag::adj && !(more && (tag(last) == Tag::noun || tag(last) == Tag::adj || tag(last) == Tag::propn)) &&
              previous != "a"_key && previous != "an"_key && previous != "the"_key);
    case Guard::attacks: {
      constexpr text::Key of_that_day[] = {"attack"_key,    "attacks"_key,    "terror"_key,     "terrorist"_key,
                                           "hijackers"_key, "hijackings"_key, "commission"_key, "memorial"_key};
      return atoms_[first].capital && one_of(next, of_that_day);
    }
    case Guard::deictic:  // "Coastal Today": a paper
      return previous != "usa"_key && !(atoms_[last - 1].capital && !atoms_[last - 1].starts && before(first, 2) != 0 &&
                                        !atoms_[first - 2].capital && atoms_[first - 1].capital);
    case Guard::at:
      return (previous == "at"_key || (previous == "("_key && last > first + 1)) && atoms_[first].number % 100 < 60 &&
             !(more && grammar_.lexical(atoms_, last, Class::which) == nullptr &&
               (tag(last) == Tag::noun || tag(last) == Tag::propn || tag(last) == Tag::adj));
    case Guard::ordinal_unit: {
      const text::Key unit = key(first + 1);
      const bool which = grammar_.lexical(atoms_, first, Class::which) != nullptr;
      if (which && key(first) != "last"_key) return false;
      return unit == "day"_key || unit == "week"_key || unit == "month"_key || unit == "weekend"_key;
    }
    case Guard::direction: {
      if (grammar_.lexical(atoms_, first, Class::which) != nullptr ||
          (key(first) == "the"_key && grammar_.lexical(atoms_, first + 1, Class::which) != nullptr))
        return false;
      if (key(last - 1) == "after"_key || key(last - 1) == "before"_key) return next != "-"_key;
      return true;
    }
  }
  return true;
}

Tense Surroundings::tense_of(std::uint32_t verb) const {
  const auto& tokens = language_.tokens;
  const language::Token& token = tokens[verb];
  const language::Sentence& sentence = language_.sentences[token.sentence];
  constexpr text::Key future[] = {"will"_key,  "'ll"_key,    "shall"_key, "would"_key, "may"_key,
                                  "might"_key, "should"_key, "must"_key,  "won't"_key, "wo"_key};
  bool to = false, perfect = false, past_aux = false, present_aux = false;
  const std::uint32_t from = verb > sentence.first + 5 ? verb - 5 : sentence.first;
  for (std::uint32_t i = verb; i-- > from;) {
    const language::Token& t = tokens[i];
    const bool helper = t.lemma == "be"_key || t.lemma == "have"_key || t.lemma == "do"_key;
    if (t.tag == Tag::punct || t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::sconj || (t.tag == Tag::verb && !helper)) break;
    if (one_of(t.key, future)) return perfect ? Tense::past : Tense::future;  // "may have fled on Friday"
    if (t.key == "to"_key) {
      to = true;
      break;
    }
    if (t.key == "has"_key || t.key == "have"_key || t.key == "had"_key) perfect = true;
    if (t.key == "was"_key || t.key == "were"_key || t.key == "did"_key || t.key == "had"_key) past_aux = true;
    if (t.key == "is"_key || t.key == "are"_key || t.key == "am"_key || t.key == "does"_key || t.key == "do"_key) present_aux = true;
  }
  if (past_aux || perfect) return Tense::past;
  if (to) return Tense::none;  // as the verb above says: "plans to meet", "gathered to mourn"
  if (token.form == Form::past) return Tense::past;
  if (token.form == Form::past_participle) return present_aux ? Tense::present : Tense::none;
  if (token.form == Form::gerund) return Tense::none;  // "is meeting on Friday": either way
  constexpr text::Key timetable[] = {"begin"_key, "open"_key, "start"_key, "expire"_key, "convene"_key, "resume"_key};
  if (one_of(token.lemma, timetable) && (token.form == Form::present || token.form == Form::base))
    return Tense::future;  // "opens on Monday"
  if (token.form == Form::present || token.form == Form::base) return Tense::present;
  if (token.tag == Tag::aux)
    return token.key == "was"_key || token.key == "were"_key || token.key == "had"_key ? Tense::past : Tense::present;
  return Tense::none;
}

// "to meet on Friday" looks ahead after these.
bool Surroundings::looks_ahead(std::uint32_t token) const {
  constexpr text::Key lemmas[] = {"plan"_key,     "expect"_key, "schedule"_key, "set"_key,    "due"_key,     "intend"_key,
                                  "hope"_key,     "want"_key,   "aim"_key,      "agree"_key,  "promise"_key, "vow"_key,
                                  "pledge"_key,   "decide"_key, "prepare"_key,  "likely"_key, "slate"_key,   "ready"_key,
                                  "go"_key,       "order"_key,  "ask"_key,      "urge"_key,   "be"_key,      "deadline"_key,
                                  "threaten"_key, "need"_key,   "have"_key,     "will"_key,   "invite"_key};
  const language::Token& t = language_.tokens[token];
  return one_of(t.lemma, lemmas) || one_of(t.key, lemmas);
}

bool Surroundings::infinitive(std::uint32_t verb) const {
  const auto& tokens = language_.tokens;
  const language::Sentence& sentence = language_.sentences[tokens[verb].sentence];
  for (std::uint32_t i = verb, n = 0; i-- > sentence.first && n < 3; ++n) {
    if (tokens[i].key == "to"_key) return true;
    if (tokens[i].tag != Tag::adv && tokens[i].tag != Tag::aux && tokens[i].tag != Tag::part) return false;
  }
  return false;
}

bool Surroundings::beside_the_story(std::uint32_t first) const {
  if (first >= atoms_.size() || atoms_[first].token == no_token || language_.sentences.empty()) return false;
  const auto& tokens = language_.tokens;
  const std::uint32_t at = atoms_[first].token, begin = language_.sentences[tokens[at].sentence].first;
  for (std::uint32_t i = at, n = 0; i-- > begin && n < 12; ++n) {
    if (tokens[i].tag != Tag::verb) continue;
    if (one_of(tokens[i].lemma, {"say"_key, "tell"_key, "add"_key, "announce"_key, "report"_key, "state"_key, "confirm"_key})) return true;
    for (std::uint32_t k = i; k-- > begin && i - k < 4;) {
      if (tokens[k].key == "had"_key) return true;
      if (tokens[k].tag != Tag::adv && tokens[k].tag != Tag::aux) return false;
    }
    return false;
  }
  return false;
}

Tense Surroundings::tense(std::uint32_t first, std::uint32_t last) const {
  if (first >= atoms_.size() || atoms_[first].token == no_token || language_.sentences.empty()) return Tense::none;
  const auto& tokens = language_.tokens;
  const std::uint32_t at = atoms_[first].token;
  const std::uint32_t end = last > 0 && atoms_[last - 1].token != no_token ? atoms_[last - 1].token : at;
  const language::Sentence& sentence = language_.sentences[tokens[at].sentence];
  constexpr text::Key scheduling[] = {"schedule"_key, "plan"_key, "set"_key,   "slate"_key,   "expect"_key,
                                      "postpone"_key, "fix"_key,  "delay"_key, "adjourn"_key, "put"_key};
  const text::Key previous = before(first);
  const bool fixed_for = previous == "for"_key || previous == "until"_key || previous == "till"_key || previous == "to"_key;
  // "announced Friday that they will ...", "will meet on Friday": the verb that stands right before it.
  const std::uint32_t beside = previous == "on"_key || previous == "early"_key || previous == "late"_key ? 2 : 1;
  if (before(first, beside) != 0 && (tag(first - beside) == Tag::verb)) {
    const language::Token& verb = tokens[atoms_[first - beside].token];
    if (beside == 1 && (verb.lemma == "declare"_key || verb.lemma == "proclaim"_key))
      return Tense::future;  // "declared Thursday a holiday"
    const Tense tense = tense_of(atoms_[first - beside].token);
    if (tense != Tense::none && !(fixed_for && tense == Tense::past)) return tense;
  }
  // "at its next meeting in the spring"
  for (std::uint32_t i = at, n = 0; i-- > sentence.first && n < 5; ++n) {
    if (tokens[i].tag == Tag::verb || tokens[i].tag == Tag::aux || (tokens[i].tag == Tag::punct && tokens[i].key != "-"_key)) break;
    const bool ahead = one_of(tokens[i].key, {"next"_key, "upcoming"_key, "forthcoming"_key, "coming"_key});
    if (ahead && i + 1 < at && tokens[i + 1].tag == Tag::noun) return Tense::future;
  }
  // Up the heads to the first verb, where there is a parse.
  std::uint32_t node = at;
  for (int step = 0; step < 12; ++step) {
    const std::uint32_t head = tokens[node].head;
    if (head == node || head >= tokens.size() || tokens[head].sentence != tokens[at].sentence) break;
    node = head;
    if (node >= at && node <= end) continue;
    if ((tokens[node].tag == Tag::verb || tokens[node].tag == Tag::aux)) {
      // "has been scheduled for Friday": fixed in the past, but for a day to come.
      if (fixed_for && one_of(tokens[node].lemma, scheduling)) return Tense::future;
      const Tense tense = tense_of(node);
      if (tense != Tense::none) return tense;
      if (infinitive(node)) {
        const std::uint32_t above = tokens[node].head;
        if (above == node || (above < tokens.size() && tokens[above].sentence == tokens[at].sentence && looks_ahead(above)))
          return Tense::future;
      }
    }
  }
  // Else the nearest verb to the left, then to the right.
  for (std::uint32_t i = at, n = 0; i-- > sentence.first && n < 24; ++n)
    if (tokens[i].tag == Tag::verb || tokens[i].tag == Tag::aux) {
      const Tense tense = tense_of(i);
      if (tense != Tense::none) return tense;
    }
  for (std::uint32_t i = end + 1, n = 0; i < sentence.last && n < 24; ++i, ++n)
    if (tokens[i].tag == Tag::verb || tokens[i].tag == Tag::aux) {
      const Tense tense = tense_of(i);
      if (tense != Tense::none) return tense;
    }
  return Tense::none;
}

}  // namespace khabar::times
