// The grammar of times: words.tsv gives words their classes, patterns.tsv says which runs of classes make a time.
//
//   words.tsv      nov  month 11          patterns.tsv   date.mdy  date  {month} .? {day} ,? {year}
//   text           Nov. 4, 2006      ->   one Part {month 11, day 4, year 2006}, rule date.mdy
//
// An element of a pattern is a class {month}, a word or mark, or several joined by |; ? makes it optional, ~ in front
// demands that no white space stands before it. {date}, {time} and {duration} stand for what a pattern of a lower level
// matched there. [ ] cut one match into several times ("[2]-[4 June]"). Each pattern has a bounded length, and each
// atom is tried once a level: linear.
#pragma once

#include "lexicon/phrases.h"
#include "mentions/times/atoms.h"
#include "mentions/times/part.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::times {

struct Match {
  std::uint32_t length = 0;  // atoms; 0: none
  std::uint32_t pattern = 0;
  std::vector<Part> parts;
};

/// What a pattern asks of the words around its match (context.cpp).
enum class Guard : std::uint8_t {
  none,
  day,
  day_alone,
  era,
  year,
  short_year,
  decade,
  season,
  month,
  weekday,
  quarter,
  reference,
  adjective,
  narrative,
  which,
  which_units,
  the_before,
  the,
  closed,
  range_days,
  year_range,
  clock,
  zone,
  military,
  part,
  duration,
  duration_range,
  duration_between,
  which_duration,
  long_,
  units,
  rate,
  phase,
  approx_date,
  clock_date,
  weekday_date,
  ordinal_unit,
  direction,
  approx,
  which_name,
  weekday_day,
  frequency,
  decade_year,
  bare_year,
  at,
  deictic,
  attacks,
  overnight,
  count,
};

class Grammar {
 public:
  Grammar();
  /// The grammar as packed, made once. Immutable.
  static const Grammar& instance();

  struct Alternative {
    text::Key key = 0;        // of a word or mark; 0 for a class
    Class cls = Class::none;  // date, time and duration are what lower levels matched
  };
  struct Element {
    std::vector<Alternative> alternatives;
    std::uint64_t classes = 0;  // a bit a class
    std::uint64_t keys = 0;     // a bit a key, by its low six bits
    bool optional = false, glued = false, opens = false, closes = false;
  };
  struct Pattern {
    std::string_view rule;
    TimeType type = TimeType::date;
    int level = 1;
    std::vector<Element> elements;
    std::vector<std::pair<std::string_view, std::string_view>> sets;  // field=value
    Guard guard = Guard::none;
    std::uint64_t second_classes = 0, second_keys = 0;  // what may follow the first element: as of elements; all where nothing need
  };

  const std::vector<Pattern>& patterns() const { return patterns_; }

  /// All readings that start at an atom: lexicon classes, numbers, days, years. Appends to `out`. O(1).
  void read(const std::vector<Atom>& atoms, std::uint32_t at, std::vector<Reading>& out) const;

  /// May the pattern match [first, last)? Asked of every candidate that has a guard.
  using Accept = std::function<bool(Guard guard, std::uint32_t first, std::uint32_t last)>;

  /// For each atom the longest match that starts there (length 0: none). O(atoms).
  std::vector<Match> match(const std::vector<Atom>& atoms, const Accept& accept) const;

  /// The class reading of one word at an atom; null where it has none.
  const Reading* lexical(const std::vector<Atom>& atoms, std::uint32_t at, Class cls) const;

 private:
  void read_words(std::string_view tsv);
  void read_patterns(std::string_view tsv);
  /// The place in by_key_ of the first pattern that can begin with the word; its size where there is none.
  std::uint32_t first_by_key(text::Key key) const;
  void read_number(const std::vector<Atom>& atoms, std::uint32_t at, std::size_t start, std::vector<Reading>& out) const;

  std::vector<Reading> words_;
  lexicon::PhraseMap phrases_;
  std::vector<Pattern> patterns_;
  static constexpr int levels = 3;
  struct First {  // of a pattern that can begin with a word
    text::Key key;
    std::uint32_t level, pattern;
    friend bool operator<(const First& a, const First& b) { return a.key != b.key ? a.key < b.key : a.pattern < b.pattern; }
  };
  std::vector<std::vector<std::uint64_t>> by_class_[levels];  // patterns that can begin with a class, a bit each
  std::vector<First> by_key_;                                 // sorted
  std::uint64_t key_filter_[16] = {};                         // which keys, by their low ten bits, are there at all
};

}  // namespace khabar::times
