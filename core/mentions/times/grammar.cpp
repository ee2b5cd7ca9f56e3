#include "mentions/times/grammar.h"

#include <algorithm>
#include "lexicon/table.h"
#include "text/sorting.h"

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
    "attacks",
    "overnight",
};
static_assert(std::size(guard_names) == static_cast<std::size_t>(Guard::count));
static_assert(std::size(class_names) == static_cast<std::size_t>(Class::count));

Class class_of(std::string_view name) {
  for (std::size_t i = 0; i < std::size(class_names); ++i)
    if (class_names[i] == name) return static_cast<Class>(i);
  return Class::none;
}

constexpr std::uint64_t bit(Class cls) { return std::uint64_t{1} << static_cast<unsigned>(cls); }
constexpr std::uint64_t bit(text::Key key) { return std::uint64_t{1} << (key & 63); }

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < s.size();) {
    std::size_t end = std::min(s.find(separator, at), s.size());
    if (end > at) out.push_back(s.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

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
  for (auto& classes : by_class_)
    classes.assign(static_cast<std::size_t>(Class::count), std::vector<std::uint64_t>(table.rows().size() / 64 + 1));
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
        (alternative.key != 0 ? element.keys : element.classes) |= alternative.key != 0 ? bit(alternative.key) : bit(alternative.cls);
        element.alternatives.push_back(alternative);
      }
      p.elements.push_back(std::move(element));
    }
    bool may_end = true;
    for (std::size_t e = 1; e < p.elements.size() && may_end; ++e) {
      p.second_classes |= p.elements[e].classes;
      p.second_keys |= p.elements[e].keys;
      may_end = p.elements[e].optional;
    }
    if (may_end || p.elements[0].optional) p.second_classes = p.second_keys = ~std::uint64_t{0};
    const auto index = static_cast<std::uint32_t>(patterns_.size());
    for (const Element& element : p.elements) {
      for (const Alternative& alternative : element.alternatives) {
        if (alternative.key != 0)
          by_key_.push_back({alternative.key, static_cast<std::uint32_t>(p.level), index});
        else
          by_class_[p.level - 1][static_cast<std::size_t>(alternative.cls)][index / 64] |= std::uint64_t{1} << index % 64;
      }
      if (!element.optional) break;
    }
    patterns_.push_back(std::move(p));
  }
  text::stable_sort(by_key_);
  for (const First& first : by_key_) key_filter_[first.key >> 6 & 15] |= bit(first.key);
}

namespace {

struct Capture {
  std::uint8_t element = 0;
  std::uint8_t length = 0;
  std::uint32_t at = 0;
  const Reading* reading = nullptr;  // null: a word, a mark or a nested match
  Class cls = Class::none;
};

Class class_of_type(TimeType type) {
  return type == TimeType::date       ? Class::date
         : type == TimeType::time     ? Class::time
         : type == TimeType::duration ? Class::duration
                                      : Class::none;
}

}  // namespace

std::uint32_t Grammar::first_by_key(text::Key key) const {
  const auto none = static_cast<std::uint32_t>(by_key_.size());
  if ((key_filter_[key >> 6 & 15] & bit(key)) == 0) return none;
  const auto at = std::lower_bound(by_key_.begin(), by_key_.end(), First{key, 0, 0});
  return at != by_key_.end() && at->key == key ? static_cast<std::uint32_t>(at - by_key_.begin()) : none;
}

std::vector<Match> Grammar::match(const std::vector<Atom>& atoms, const Accept& accept) const {
  const auto size = static_cast<std::uint32_t>(atoms.size());
  std::vector<Match> best(size);
  std::vector<Reading> readings;
  std::vector<std::uint32_t> first(size + 1, 0);
  std::vector<std::uint64_t> classes(size, 0);  // of the readings and of what lower levels matched
  std::vector<std::uint32_t> keyed(size);       // of the patterns by key the first that can begin there
  for (std::uint32_t i = 0; i < size; ++i) {
    first[i] = static_cast<std::uint32_t>(readings.size());
    read(atoms, i, readings);
    for (std::size_t r = first[i]; r < readings.size(); ++r) classes[i] |= bit(readings[r].cls);
    keyed[i] = first_by_key(atoms[i].key);
  }
  first[size] = static_cast<std::uint32_t>(readings.size());

  constexpr std::size_t longest_pattern = 24;
  Capture captures[longest_pattern], best_captures[longest_pattern];
  std::vector<std::uint64_t> candidates(patterns_.size() / 64 + 1);  // a bit each
  std::vector<std::pair<std::uint32_t, Match>> found;                // at this level, where
  for (int level = 1; level <= 3; ++level) {
    for (std::uint32_t i = 0; i < size; ++i) {
      if (classes[i] == 0 && keyed[i] == by_key_.size()) continue;
      std::fill(candidates.begin(), candidates.end(), 0);
      for (std::uint64_t rest = classes[i]; rest != 0; rest &= rest - 1) {
        const auto& starting = by_class_[level - 1][static_cast<std::size_t>(__builtin_ctzll(rest))];
        for (std::size_t w = 0; w < candidates.size(); ++w) candidates[w] |= starting[w];
      }
      for (std::size_t k = keyed[i]; k < by_key_.size() && by_key_[k].key == atoms[i].key; ++k)
        if (by_key_[k].level == static_cast<std::uint32_t>(level))
          candidates[by_key_[k].pattern / 64] |= std::uint64_t{1} << by_key_[k].pattern % 64;
      std::uint32_t best_length = 0, best_pattern = 0, best_count = 0;
      // Where all that starts here is one atom long, most patterns are out by the next.
      bool one_long = best[i].length <= 1;
      for (std::uint32_t r = first[i]; r < first[i + 1]; ++r) one_long = one_long && readings[r].length == 1;
      const bool is_last = i + 1 == size;
      const std::uint64_t next_classes = is_last ? 0 : classes[i + 1], next_key = is_last ? 0 : bit(atoms[i + 1].key);
      const auto try_pattern = [&](std::uint32_t p) {
        const Pattern& pattern = patterns_[p];
        const bool is_free = (pattern.second_classes & pattern.second_keys) == ~std::uint64_t{0};
        if (one_long && !is_free && ((pattern.second_classes & next_classes) | (pattern.second_keys & next_key)) == 0) return;
        // Can the element stand at the atom?
        const auto fits = [&](const Element& element, std::uint32_t at) {
          return at < size && ((element.classes & classes[at]) | (element.keys & bit(atoms[at].key))) != 0 &&
                 !(element.glued && !atoms[at].glued) && !(at > i && atoms[at].starts);
        };
        // Depth-first over optional elements and readings; patterns are short, so the number of ways is bounded.
        auto walk = [&](auto&& self, std::size_t e, std::uint32_t at, std::uint32_t count) -> void {
          for (; e < pattern.elements.size(); ++e) {
            const Element& element = pattern.elements[e];
            if (count < longest_pattern && fits(element, at)) {
              for (const Alternative& alternative : element.alternatives) {
                Capture& capture = captures[count];
                capture = {static_cast<std::uint8_t>(e), 1, at, nullptr, alternative.cls};
                if (alternative.key != 0) {
                  if (atoms[at].key == alternative.key) self(self, e + 1, at + 1, count + 1);
                } else if ((classes[at] & bit(alternative.cls)) == 0) {
                  continue;
                } else if (alternative.cls >= Class::date) {
                  capture.length = static_cast<std::uint8_t>(best[at].length);
                  self(self, e + 1, at + best[at].length, count + 1);
                } else {
                  for (std::uint32_t r = first[at]; r < first[at + 1]; ++r) {
                    if (readings[r].cls != alternative.cls) continue;
                    captures[count] = {static_cast<std::uint8_t>(e), readings[r].length, at, &readings[r], alternative.cls};
                    self(self, e + 1, at + readings[r].length, count + 1);
                  }
                }
              }
            }
            if (!element.optional) return;
          }
          if (at - i > best_length && (pattern.guard == Guard::none || accept(pattern.guard, i, at))) {
            best_length = at - i, best_pattern = p, best_count = count;
            std::copy(captures, captures + count, best_captures);
          }
        };
        walk(walk, 0, i, 0);
      };
      for (std::size_t w = 0; w < candidates.size(); ++w)
        for (std::uint64_t rest = candidates[w]; rest != 0; rest &= rest - 1)
          try_pattern(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(__builtin_ctzll(rest))));
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
      found.emplace_back(i, std::move(match));
    }
    // A level sees only what the levels below it matched.
    for (auto& [i, match] : found) {
      if (match.length < best[i].length) continue;
      best[i] = std::move(match);
      const Class matched = best[i].parts.size() == 1 ? class_of_type(best[i].parts[0].type) : Class::none;
      classes[i] &= ~(bit(Class::date) | bit(Class::time) | bit(Class::duration));
      if (matched != Class::none) classes[i] |= bit(matched);
    }
    found.clear();
  }
  return best;
}

}  // namespace khabar::times
