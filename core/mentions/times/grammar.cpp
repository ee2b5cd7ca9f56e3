#include "mentions/times/grammar.h"

#include "lexicon/table.h"
#include "text/utf8.h"

#include <algorithm>

namespace khabar::times {

using namespace text::literals;

namespace {

constexpr std::string_view class_names[] = {
    "none",      "month", "weekday",  "weekdays", "hijri",     "unit",    "units",   "season",    "part",        "parts",
    "fixed",     "which", "phase",    "approx",   "direction", "deictic", "tonight", "reference", "adjective",   "adjective_told",
    "frequency", "era",   "meridiem", "zone",     "filler",    "holiday", "movable", "nth",       "named",       "decades",
    "cardinal",  "tens",  "scale",    "dozen",    "ordinal",   "vague",   "number",  "day",       "ordinal_day", "d2",
    "mm",        "dd",    "hour",     "year",     "year3",     "hhmm",    "digit",   "date",      "time",        "duration",
};
constexpr std::string_view guard_names[] = {
    "",
    "day",
    "day_alone",
    "era",
    "year",
    "short_year",
    "decade",
    "season",
    "month",
    "weekday",
    "quarter",
    "reference",
    "adjective",
    "narrative",
    "which",
    "which_units",
    "the_before",
    "the",
    "closed",
    "range_days",
    "year_range",
    "clock",
    "zone",
    "military",
    "part",
    "duration",
    "duration_range",
    "duration_between",
    "which_duration",
    "long",
    "units",
    "rate",
    "phase",
    "approx_date",
    "clock_date",
    "weekday_date",
    "ordinal_unit",
    "direction",
    "approx",
    "which_name",
    "weekday_day",
    "frequency",
    "decade_year",
    "bare_year",
    "at",
    "deictic",
};
static_assert(std::size(guard_names) == static_cast<std::size_t>(Guard::count));
static_assert(std::size(class_names) == static_cast<std::size_t>(Class::count));

Class class_of(std::string_view name) {
  for (std::size_t i = 0; i < std::size(class_names); ++i)
    if (class_names[i] == name) return static_cast<Class>(i);
  return Class::none;
}

constexpr std::uint64_t bit(Class cls) { return std::uint64_t{1} << static_cast<unsigned>(cls); }

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < s.size();) {
    std::size_t end = std::min(s.find(separator, at), s.size());
    if (end > at) out.push_back(s.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool is_suffix_of_ordinal(text::Key key) { return key == "st"_key || key == "nd"_key || key == "rd"_key || key == "th"_key; }

}  // namespace

Grammar::Grammar() {
  read_words(lexicon::packed("mentions/times/words.tsv"));
  read_patterns(lexicon::packed("mentions/times/patterns.tsv"));
}

const Grammar& Grammar::instance() {
  static const Grammar grammar;
  return grammar;
}

void Grammar::read_words(std::string_view tsv) {
  const lexicon::Table table(tsv);
  const std::size_t word = table.column("word"), cls = table.column("class"), value = table.column("value"), check = table.column("check");
  std::vector<text::Key> keys;
  for (const lexicon::Row& row : table.rows()) {
    keys.clear();
    for (const Atom& atom : cut(row[word], {})) keys.push_back(atom.key);
    if (keys.empty()) continue;
    Reading reading;
    reading.cls = class_of(row[cls]);
    reading.name = row[value];
    reading.check = row[check];
    const bool negative = !reading.name.empty() && reading.name[0] == '-';
    for (char c : reading.name.substr(negative))
      if (c >= '0' && c <= '9') reading.value = reading.value * 10 + (c - '0');
    if (negative) reading.value = -reading.value;
    phrases_.add(keys, static_cast<std::uint32_t>(words_.size()));
    words_.push_back(reading);
  }
}

void Grammar::read_patterns(std::string_view tsv) {
  const lexicon::Table table(tsv);
  const std::size_t rule = table.column("rule"), type = table.column("type"), level = table.column("level"),
                    pattern = table.column("pattern"), set = table.column("set"), guard = table.column("guard");
  for (auto& classes : by_class_) classes.resize(static_cast<std::size_t>(Class::count));
  for (const lexicon::Row& row : table.rows()) {
    Pattern p;
    p.rule = row[rule];
    p.type = row[type] == "time"       ? TimeType::time
             : row[type] == "duration" ? TimeType::duration
             : row[type] == "set"      ? TimeType::set
                                       : TimeType::date;
    p.level = row[level].empty() ? 1 : std::clamp(row[level][0] - '0', 1, levels);
    for (std::size_t g = 0; g < std::size(guard_names); ++g)
      if (guard_names[g] == row[guard]) p.guard = static_cast<Guard>(g);
    for (std::string_view item : split(row[set], ',')) {
      const std::size_t equals = item.find('=');
      if (equals != std::string_view::npos) p.sets.emplace_back(item.substr(0, equals), item.substr(equals + 1));
    }
    for (std::string_view word : split(row[pattern], ' ')) {
      Element element;
      if (word.size() > 1 && word.front() == '[') element.opens = true, word.remove_prefix(1);
      if (word.size() > 1 && word.back() == ']') element.closes = true, word.remove_suffix(1);
      if (word.size() > 1 && word.front() == '~') element.glued = true, word.remove_prefix(1);
      if (word.size() > 1 && word.back() == '?') element.optional = true, word.remove_suffix(1);
      for (std::string_view one : split(word, '|')) {
        Alternative alternative;
        if (one.size() > 2 && one.front() == '{')
          alternative.cls = class_of(one.substr(1, one.size() - 2));
        else
          alternative.key = text::key_of(one);
        element.alternatives.push_back(alternative);
      }
      p.elements.push_back(std::move(element));
    }
    const auto index = static_cast<std::uint32_t>(patterns_.size());
    for (const Element& element : p.elements) {
      for (const Alternative& alternative : element.alternatives) {
        if (alternative.key != 0)
          by_key_.push_back({alternative.key, static_cast<std::uint32_t>(p.level), index});
        else
          by_class_[p.level - 1][static_cast<std::size_t>(alternative.cls)].push_back(index);
      }
      if (!element.optional) break;
    }
    patterns_.push_back(std::move(p));
  }
  std::sort(by_key_.begin(), by_key_.end());
  for (const First& first : by_key_) key_filter_[first.key >> 6 & 15] |= std::uint64_t{1} << (first.key & 63);
}

void Grammar::read(const std::vector<Atom>& atoms, std::uint32_t at, std::vector<Reading>& out) const {
  const Atom& atom = atoms[at];
  const std::size_t start = out.size();
  // Words, and every shorter phrase that starts here: "christmas" as well as "christmas eve".
  for (std::uint32_t limit = 8, tried = 0; limit > 0 && tried < 8; ++tried) {
    const auto match =
        phrases_.longest(at, [&](std::uint32_t i) -> text::Key { return i < atoms.size() && i - at < limit ? atoms[i].key : 0; });
    if (!match) break;
    for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = phrases_.next(node)) {
      Reading reading = words_[phrases_.payload(node)];
      if (!reading.check.empty() && reading.check != "context" && !atom.capital) continue;
      reading.length = static_cast<std::uint8_t>(match.length);
      out.push_back(reading);
    }
    limit = match.length - 1;
  }
  if (atom.kind == AtomKind::number) {
    const std::int64_t n = atom.number;
    auto add = [&](Class cls, std::uint8_t length, std::int64_t value) { out.push_back({cls, length, value, {}, {}}); };
    if (atom.digits == 1) add(Class::digit, 1, n);
    if (atom.digits <= 2) {
      const bool suffix = at + 1 < atoms.size() && atoms[at + 1].glued && is_suffix_of_ordinal(atoms[at + 1].key);
      if (suffix) {
        add(Class::ordinal, 2, n);
        if (n >= 1 && n <= 31) add(Class::ordinal_day, 2, n), add(Class::day, 2, n);
      } else {
        if (n >= 1 && n <= 31) add(Class::day, 1, n), add(Class::dd, 1, n);
        if (n >= 1 && n <= 12) add(Class::mm, 1, n);
        if (n <= 24) add(Class::hour, 1, n);
        if (atom.digits == 2) add(Class::d2, 1, n);
      }
    }
    if (atom.digits == 4 && n >= 1000 && n <= 2999) add(Class::year, 1, n);
    if (atom.digits >= 1 && atom.digits <= 5) add(Class::year3, 1, n);
    if (atom.digits == 4 && n <= 2400 && n % 100 < 60) add(Class::hhmm, 1, n);
  }
  for (std::size_t i = start, size = out.size(); i < size; ++i)
    if (out[i].cls == Class::ordinal && out[i].value >= 1 && out[i].value <= 31 && atom.kind == AtomKind::word)
      out.push_back({Class::ordinal_day, out[i].length, out[i].value, {}, {}});
  read_number(atoms, at, start, out);
}

const Grammar::Reading* Grammar::lexical(const std::vector<Atom>& atoms, std::uint32_t at, Class cls) const {
  if (at >= atoms.size() || atoms[at].kind != AtomKind::word) return nullptr;
  const auto match = phrases_.longest(at, [&](std::uint32_t i) -> text::Key { return i == at ? atoms[i].key : 0; });
  for (std::uint32_t node = match.value; match && node != lexicon::PhraseMap::none; node = phrases_.next(node))
    if (words_[phrases_.payload(node)].cls == cls) return &words_[phrases_.payload(node)];
  return nullptr;
}

// "3", "1,460", "2.5", "two and a half", "twenty-five", "a hundred", "several", "half a", "a": hundredths.
void Grammar::read_number(const std::vector<Atom>& atoms, std::uint32_t at, std::size_t start, std::vector<Reading>& out) const {
  auto key = [&](std::uint32_t i) -> text::Key { return i < atoms.size() ? atoms[i].key : 0; };
  auto add = [&](std::uint32_t end, std::int64_t hundredths) {
    out.push_back({Class::number, static_cast<std::uint8_t>(end - at), hundredths, {}, {}});
  };
  std::uint32_t i = at;
  std::int64_t value = -1;
  constexpr std::int64_t limit = 1000000000;  // beyond this no count of days or years means anything
  if (atoms[at].kind == AtomKind::number) {
    if (atoms[at].digits > 9) return;
    value = atoms[at].number;
    ++i;
    while (i + 1 < atoms.size() && key(i) == ","_key && atoms[i].glued && atoms[i + 1].glued && atoms[i + 1].digits == 3 && value < limit)
      value = value * 1000 + atoms[i + 1].number, i += 2;
    if (i + 1 < atoms.size() && key(i) == "."_key && atoms[i].glued && atoms[i + 1].glued && atoms[i + 1].kind == AtomKind::number &&
        atoms[i + 1].digits <= 2 && value < limit) {
      value = value * 100 + (atoms[i + 1].digits == 1 ? atoms[i + 1].number * 10 : atoms[i + 1].number);
      return add(i + 2, value);
    }
  } else if (atoms[at].kind == AtomKind::word) {
    if (key(at) == "half"_key) {
      if (key(at + 1) == "a"_key || key(at + 1) == "an"_key || key(at + 1) == "-"_key) add(at + 2, 50);
      return;
    }
    if (key(at) == "a"_key || key(at) == "an"_key) {
      for (std::size_t r = start; r < out.size(); ++r)  // "a couple of", "a few"
        if (const Reading reading = out[r]; reading.length > 1 && (reading.cls == Class::cardinal || reading.cls == Class::vague))
          return add(at + reading.length, reading.cls == Class::vague ? vague_amount : reading.value * 100);
      if (key(at + 1) == "half"_key) return add(at + 2 + (key(at + 2) == "-"_key), 50);
      if (key(at + 1) == "quarter"_key && (key(at + 2) == "of"_key || key(at + 2) == "-"_key))
        return add(at + 3 + (key(at + 3) == "a"_key), 25);
      if (key(at + 1) == "dozen"_key) return add(at + 2, 1200);
      add(at + 1, 100);
      if (lexical(atoms, at + 1, Class::scale) == nullptr) return;
      value = 1;
      i = at + 1;
    } else if (const Reading* tens = lexical(atoms, at, Class::tens)) {
      value = tens->value;
      ++i;
      const std::uint32_t next = key(i) == "-"_key ? i + 1 : i;
      if (const Reading* ones = lexical(atoms, next, Class::cardinal); ones != nullptr && ones->value >= 1 && ones->value <= 9)
        value += ones->value, i = next + 1;
    } else if (const Reading* ones = lexical(atoms, at, Class::cardinal)) {
      value = ones->value;
      ++i;
    } else if (lexical(atoms, at, Class::scale) != nullptr) {  // "the Hundred Days"
      value = 1;
    }
  }
  if (value < 0) {
    for (std::size_t r = start; r < out.size(); ++r)
      if (out[r].cls == Class::vague) return add(at + out[r].length, vague_amount);
    for (std::size_t r = start; r < out.size(); ++r)
      if (out[r].cls == Class::cardinal) return add(at + out[r].length, out[r].value * 100);  // "couple of"
    return;
  }
  while (const Reading* scale = lexical(atoms, i, Class::scale)) {
    if (value >= limit / scale->value) return;
    value *= scale->value;
    ++i;
    std::uint32_t next = key(i) == "and"_key ? i + 1 : i;
    if (const Reading* tens = lexical(atoms, next, Class::tens)) {
      value += tens->value, i = next + 1;
      if (key(i) == "-"_key) ++i;
      next = i;
    }
    if (const Reading* ones = lexical(atoms, next, Class::cardinal)) value += ones->value, i = next + 1;
  }
  if (key(i) == "dozen"_key) value *= 12, ++i;
  value *= 100;
  if ((key(i) == "and"_key || key(i) == "-"_key) && key(i + 1) == "half"_key) return add(i + 2, value + 50);
  if (key(i) == "and"_key && (key(i + 1) == "a"_key || key(i + 1) == "one"_key) && key(i + 2) == "half"_key) return add(i + 3, value + 50);
  if (key(i) == "-"_key && key(i + 1) == "and"_key && key(i + 2) == "-"_key && key(i + 3) == "a"_key && key(i + 4) == "-"_key &&
      key(i + 5) == "half"_key)
    return add(i + 6, value + 50);
  add(i, value);
}

namespace {

struct Capture {
  std::uint8_t element = 0;
  std::uint8_t length = 0;
  std::uint32_t at = 0;
  const Grammar::Reading* reading = nullptr;  // null: a word, a mark or a nested match
  Class cls = Class::none;
};

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

void fill(Part& part, const Grammar::Reading& r) {
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
    case Class::d2:  // 10:30:15, but 1957-60
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

}  // namespace

namespace {

Class class_of_type(TimeType type) {
  return type == TimeType::date       ? Class::date
         : type == TimeType::time     ? Class::time
         : type == TimeType::duration ? Class::duration
                                      : Class::none;
}

}  // namespace

std::vector<Match> Grammar::match(const std::vector<Atom>& atoms, const Accept& accept) const {
  const auto size = static_cast<std::uint32_t>(atoms.size());
  std::vector<Match> best(size);
  std::vector<Reading> readings;
  std::vector<std::uint32_t> first(size + 1, 0);
  std::vector<std::uint64_t> classes(size, 0);
  for (std::uint32_t i = 0; i < size; ++i) {
    first[i] = static_cast<std::uint32_t>(readings.size());
    read(atoms, i, readings);
    for (std::size_t r = first[i]; r < readings.size(); ++r) classes[i] |= bit(readings[r].cls);
  }
  first[size] = static_cast<std::uint32_t>(readings.size());

  constexpr std::size_t longest_pattern = 24;
  Capture captures[longest_pattern], best_captures[longest_pattern];
  std::vector<std::uint32_t> candidates;
  std::vector<Match> found(size);
  for (int level = 1; level <= 3; ++level) {
    for (std::uint32_t i = 0; i < size; ++i) {
      candidates.clear();
      const auto& by_class = by_class_[level - 1];
      for (std::uint64_t rest = classes[i]; rest != 0; rest &= rest - 1) {
        const auto& starting = by_class[static_cast<std::size_t>(__builtin_ctzll(rest))];
        candidates.insert(candidates.end(), starting.begin(), starting.end());
      }
      const text::Key key = atoms[i].key;
      if ((key_filter_[key >> 6 & 15] >> (key & 63) & 1) != 0) {
        for (auto it = std::lower_bound(by_key_.begin(), by_key_.end(), First{key, 0, 0}); it != by_key_.end() && it->key == key; ++it)
          if (it->level == static_cast<std::uint32_t>(level)) candidates.push_back(it->pattern);
      }
      if (best[i].length != 0 && best[i].parts[0].type != TimeType::set) {
        const auto& starting = by_class[static_cast<std::size_t>(class_of_type(best[i].parts[0].type))];
        candidates.insert(candidates.end(), starting.begin(), starting.end());
      }
      if (candidates.empty()) continue;
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
      std::uint32_t best_length = 0, best_pattern = 0, best_count = 0;
      for (std::uint32_t p : candidates) {
        const Pattern& pattern = patterns_[p];
        // Depth-first over optional elements and readings; patterns are short, so the number of ways is bounded.
        auto walk = [&](auto&& self, std::size_t e, std::uint32_t at, std::uint32_t count) -> void {
          if (e == pattern.elements.size()) {
            if (at - i > best_length && (pattern.guard == Guard::none || accept(pattern.guard, i, at))) {
              best_length = at - i, best_pattern = p, best_count = count;
              std::copy(captures, captures + count, best_captures);
            }
            return;
          }
          const Element& element = pattern.elements[e];
          if (at < size && !(element.glued && !atoms[at].glued) && !(at > i && atoms[at].starts) && count < longest_pattern) {
            for (const Alternative& alternative : element.alternatives) {
              Capture& capture = captures[count];
              capture = {static_cast<std::uint8_t>(e), 1, at, nullptr, alternative.cls};
              if (alternative.key != 0) {
                if (atoms[at].key == alternative.key) self(self, e + 1, at + 1, count + 1);
              } else if (alternative.cls >= Class::date) {
                const Match& nested = best[at];
                if (nested.length != 0 && nested.parts.size() == 1 && class_of_type(nested.parts[0].type) == alternative.cls) {
                  capture.length = static_cast<std::uint8_t>(nested.length);
                  self(self, e + 1, at + nested.length, count + 1);
                }
              } else if ((classes[at] & bit(alternative.cls)) != 0) {
                for (std::uint32_t r = first[at]; r < first[at + 1]; ++r) {
                  if (readings[r].cls != alternative.cls) continue;
                  captures[count] = {static_cast<std::uint8_t>(e), readings[r].length, at, &readings[r], alternative.cls};
                  self(self, e + 1, at + readings[r].length, count + 1);
                }
              }
            }
          }
          if (element.optional) self(self, e + 1, at, count);
        };
        walk(walk, 0, i, 0);
      }
      if (best_length == 0) continue;
      const Pattern& pattern = patterns_[best_pattern];
      Match match;
      match.length = best_length;
      match.pattern = best_pattern;
      const bool cuts = std::any_of(pattern.elements.begin(), pattern.elements.end(), [](const Element& e) { return e.opens; });
      bool open = !cuts;
      auto begin_part = [&](std::uint32_t at) {
        Part part;
        part.type = pattern.type;
        part.first = at;
        match.parts.push_back(part);
      };
      if (!cuts) begin_part(i);
      std::size_t element_seen = 0;
      for (std::uint32_t c = 0; c < best_count; ++c) {
        const Capture& capture = best_captures[c];
        for (; element_seen <= capture.element; ++element_seen) {
          if (cuts && element_seen > 0 && pattern.elements[element_seen - 1].closes) open = false;
          if (pattern.elements[element_seen].opens) begin_part(capture.at), open = true;
        }
        if (open) {
          Part& part = match.parts.back();
          if (capture.reading != nullptr) {
            fill(part, *capture.reading);
          } else if (capture.cls >= Class::date) {
            merge(part, best[capture.at].parts[0]);
            if (cuts) part.type = best[capture.at].parts[0].type;
          }
          part.last = capture.at + capture.length;
        }
      }
      for (Part& part : match.parts) {
        for (const auto& [field, value] : pattern.sets) set(part, field, value);
        while (part.last > part.first + 1 && atoms[part.last - 1].key == ","_key) --part.last;  // "3, " before a year that did not come
        part.span = {atoms[part.first].span.begin, atoms[part.last - 1].span.end};
      }
      if (match.parts.empty()) continue;
      found[i] = std::move(match);
    }
    // A level sees only what the levels below it matched.
    for (std::uint32_t i = 0; i < size; ++i) {
      if (found[i].length == 0) continue;
      if (found[i].length >= best[i].length) best[i] = std::move(found[i]);
      found[i] = Match();
    }
  }
  return best;
}

}  // namespace khabar::times
