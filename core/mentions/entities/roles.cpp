// Roles: what a text says a person is, before or after the name, and of what.
//
//   TTP spokesman Omar Saif            Rita Alm, the Swedish foreign minister,        Lars Vik, head of the Coast Guard
//   [of] [role  ] [name   ]            [name  ]      [of   ] [role          ]         [name  ] [role]    [of        ]
#include <algorithm>

#include "mentions/entities/coreference.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

class Roles {
 public:
  Roles(const Reading& reading, std::vector<Name>& names) : r_(reading), names_(names), name_at_(reading.words.size(), none) {
    for (std::uint32_t n = 0; n < names.size(); ++n)
      for (std::uint32_t i = names[n].words.first; i < names[n].words.last; ++i) name_at_[i] = n;
  }

  void run() {
    for (const Range sentence : r_.words.sentences) {
      sentence_ = sentence;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const std::uint32_t n = name_at_[i];
        if (n == none || names_[n].words.first != i || names_[n].type != EntityType::person) continue;
        before(names_[n]);
        after(names_[n]);
      }
    }
  }

 private:
  bool inside(std::uint32_t i) const { return i >= sentence_.first && i < sentence_.last; }
  bool is(std::uint32_t i, Key key) const { return inside(i) && r_.words[i].key == key; }
  bool owns(std::uint32_t n) const { return n != none && names_[n].type != EntityType::person && names_[n].type != EntityType::programme; }

  // "a Cuba expert": what he knows of, not whose he is.
  bool knows_of(std::uint32_t first) const {
    const Key key = r_.words[first].key;
    return (key == "expert"_key || key == "specialist"_key || key == "scholar"_key || key == "analyst"_key || key == "watcher"_key) &&
           first > sentence_.first && name_at_[first - 1] != none && names_[name_at_[first - 1]].kind == MentionKind::name &&
           names_[name_at_[first - 1]].type == EntityType::country;
  }

  // Whose title it is that starts at the word: the name right before, also with "'s".
  void set_owner(Name& person, std::uint32_t first) {
    if (knows_of(first)) return;
    std::uint32_t i = first;
    if (i > sentence_.first && is(i - 1, "'s"_key)) --i;
    if (owns(name_at_[first])) {  // "TTP spokesman" is a title of its own
      person.owner = name_at_[first];
    } else if (i > sentence_.first && owns(name_at_[i - 1])) {
      person.owner = name_at_[i - 1];
    }
  }

  void before(Name& person) {
    if (person.role.empty()) {  // the title right before, which the grammars did not use
      std::uint32_t i = person.words.first;
      for (std::uint32_t first = i > sentence_.first + 5 ? i - 5 : sentence_.first; first < i; ++first) {
        if (r_.title(first) == nullptr || first + r_.title_at[first].length != i || name_at_[first] != none) continue;
        person.role = {first, i};
        break;
      }
    }
    if (person.role.empty()) of_before_comma(person);
    if (person.role.empty()) of_before_name(person);
    if (person.owner == none) counterpart(person);
    if (person.role.empty() || person.owner != none) return;
    speaks_for(person);
    joined(person);
    if (person.owner != none) return;
    set_owner(person, person.role.first);
    if (person.owner == none && person.role.last < person.words.first && owns(name_at_[person.role.last]))
      person.owner = name_at_[person.role.last];
    // "President of Peru Omar Alvi"
    if (person.owner == none && person.role.last < person.words.first && is(person.role.last, "of"_key)) {
      const std::uint32_t at = person.role.last + (is(person.role.last + 1, "the"_key) ? 2 : 1);
      if (at < person.words.first && owns(name_at_[at]) && names_[name_at_[at]].type == EntityType::country) person.owner = name_at_[at];
    }
    // "President Omar Alvi of Peru"
    const std::uint32_t of = person.words.last;
    if (person.owner == none && person.role.last == person.words.first && is(of, "of"_key)) {
      const std::uint32_t at = of + (is(of + 1, "the"_key) ? 2 : 1);
      if (inside(at) && owns(name_at_[at]) && names_[name_at_[at]].type == EntityType::country) person.owner = name_at_[at];
    }
  }

  // "the Foreign Minister of Peru, Omar Alvi,": the office before the comma, of the name right before it.
  void of_before_comma(Name& person) const {
    constexpr std::uint32_t longest = 6;
    if (person.words.first < sentence_.first + 5) return;
    const std::uint32_t comma = person.words.first - 1;
    if (!is(comma, ","_key) || !owns(name_at_[comma - 1])) return;
    std::uint32_t i = comma - 1;
    while (i > sentence_.first && name_at_[i - 1] == name_at_[comma - 1] && comma - i < longest) --i;
    if (i > sentence_.first && is(i - 1, "the"_key)) --i;
    if (i < sentence_.first + 2 || !is(i - 1, "of"_key)) return;
    const std::uint32_t end = i - 1;
    for (std::uint32_t first = end > sentence_.first + 5 ? end - 5 : sentence_.first; first < end; ++first) {
      const Title* title = r_.title(first);
      if (title == nullptr || title->kind != TitleKind::office || first + r_.title_at[first].length != end || name_at_[first] != none)
        continue;
      person.role = {first, end};
      person.owner = name_at_[comma - 1];
      return;
    }
  }

  // "Minister of Defence of Peru Omar Alvi": the office before the state right before the name.
  void of_before_name(Name& person) const {
    std::uint32_t i = person.words.first;
    std::uint32_t owner = none;
    for (int states = 0; states < 2 && i > sentence_.first + 2; ++states) {  // "of Georgia to Turkey"
      const std::uint32_t n = name_at_[i - 1];
      if (!owns(n) || names_[n].type != EntityType::country || names_[n].words.last != i) return;
      i = names_[n].words.first;
      if (i > sentence_.first && is(i - 1, "the"_key)) --i;
      if (i == sentence_.first || !(is(i - 1, "of"_key) || (states == 0 && is(i - 1, "to"_key)))) return;
      const bool of = is(--i, "of"_key);
      owner = n;
      if (of) break;
    }
    if (owner == none || !is(i, "of"_key)) return;
    for (std::uint32_t first = i > sentence_.first + 5 ? i - 5 : sentence_.first; first < i; ++first) {
      const Title* title = r_.title(first);
      if (title == nullptr || title->kind != TitleKind::office || first + r_.title_at[first].length != i || name_at_[first] != none)
        continue;
      person.role = {first, i};
      person.owner = owner;
      return;
    }
  }

  // "his Malian counterpart, General Omar Alvi", "the Malian leader Omar Alvi": of the state before the noun.
  void counterpart(Name& person) const {
    std::uint32_t i = person.role.empty() || person.role.last != person.words.first ? person.words.first : person.role.first;
    if (i > sentence_.first && is(i - 1, ","_key)) --i;
    if (i < sentence_.first + 2 || (!is(i - 1, "counterpart"_key) && !is(i - 1, "leader"_key) && !is(i - 1, "ruler"_key))) return;
    const std::uint32_t at = i - 2, of = is(at, "'s"_key) && at > sentence_.first ? name_at_[at - 1] : name_at_[at];
    if (!owns(of) || names_[of].type != EntityType::country) return;
    person.owner = of;
    if (person.role.empty()) person.role = {i - 1, i};
  }

  // "a spokesman for the secretary-general, Ines Alm": she is the spokesman.
  void speaks_for(Name& person) const {
    if (!is(person.role.last, ","_key)) return;
    std::uint32_t i = person.role.first;
    while (i > sentence_.first && person.role.first - i < 4 && (name_at_[i - 1] != none || is(i - 1, "'s"_key))) --i;
    if (i > sentence_.first && (is(i - 1, "the"_key) || is(i - 1, "a"_key) || is(i - 1, "his"_key))) --i;
    if (i <= sentence_.first || !(is(i - 1, "for"_key) || is(i - 1, "to"_key))) return;
    const std::uint32_t end = i - 1;
    for (std::uint32_t first = end > sentence_.first + 4 ? end - 4 : sentence_.first; first < end; ++first) {
      const Title* title = r_.title(first);
      if (title == nullptr || title->kind == TitleKind::suffix || title->kind == TitleKind::honorific) continue;
      if (first + r_.title_at[first].length != end || name_at_[first] != none) continue;
      person.role = {first, end};
      return;
    }
  }

  // "Secretary of Defence, Air Vice Marshal (Retd) Omar Alvi": two titles in a row are one role.
  void joined(Name& person) const {
    const std::uint32_t first = person.role.first;
    if (first >= sentence_.first + 2 && is(first - 1, "and"_key)) return held_together(person);
    if (first < sentence_.first + 2 || !is(first - 1, ","_key) || is(person.role.last, ","_key) || r_.title(first) == nullptr ||
        r_.title(first)->kind != TitleKind::rank)
      return;
    const std::uint32_t end = first - 1;
    for (std::uint32_t i = end > sentence_.first + 5 ? end - 5 : sentence_.first; i < end; ++i) {
      const Title* title = r_.title(i);
      if (title == nullptr || title->kind != TitleKind::office || i + r_.title_at[i].length != end || name_at_[i] != none) continue;
      person.role.first = i;
      return;
    }
  }

  // "Peru's deputy premier and foreign minister, Omar Alvi": both are his.
  void held_together(Name& person) const {
    const std::uint32_t end = person.role.first - 1;
    for (std::uint32_t i = end > sentence_.first + 5 ? end - 5 : sentence_.first; i < end; ++i) {
      const Title* title = r_.title(i);
      if (title == nullptr || title->kind != TitleKind::office || i + r_.title_at[i].length != end || name_at_[i] != none) continue;
      const bool second = r_.words[i].key == "deputy"_key || r_.words[i].key == "vice"_key || is(person.role.last, ","_key);
      if (second) person.role.first = i;
      return;
    }
  }

  // ", the Swedish foreign minister" ", head of the Coast Guard"
  void after(Name& person) {
    if (!person.role.empty() || !is(person.words.last, ","_key)) return;
    std::uint32_t i = person.words.last + 1;
    const std::uint32_t limit = std::min(i + 7, sentence_.last);
    for (; i < limit && !r_.words[i].has(Word::mark); ++i) {
      const Title* title = r_.title(i);
      if (title == nullptr || title->kind == TitleKind::suffix || title->kind == TitleKind::honorific || name_at_[i] != none) continue;
      const Range role{i, i + r_.title_at[i].length};
      // A name that follows at once is another person's: "Vik, President Alm and ..."
      if (role.last < sentence_.last && name_at_[role.last] != none && names_[name_at_[role.last]].type == EntityType::person) return;
      person.role = role;
      set_owner(person, role.first);
      if (is(role.last, "of"_key) || is(role.last, "for"_key) || is(role.last, "at"_key)) {
        const std::uint32_t at = role.last + (is(role.last + 1, "the"_key) ? 2 : 1);
        if (inside(at) && owns(name_at_[at])) person.owner = name_at_[at];
      }
      return;
    }
  }

  const Reading& r_;
  std::vector<Name>& names_;
  std::vector<std::uint32_t> name_at_;
  Range sentence_;
};

}  // namespace

void read_roles(const Reading& reading, std::vector<Name>& names) { Roles(reading, names).run(); }

}  // namespace khabar::entities
