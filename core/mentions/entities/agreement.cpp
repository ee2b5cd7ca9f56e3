// Agreement: what one place of an article says of a name holds at its others, and members of a list are of a kind.
//
//   near Arvika ... Arvika fell        a place both times        Arvika, Halden and Sarm        places all, where one is
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "mentions/entities/reading.h"
#include "text/sorting.h"

namespace khabar::entities {

using namespace text::literals;

// The same words are the same thing throughout an article: what only the model typed takes its most frequent type, and stands
// wherever its words are written as a name.
void agree_throughout(const Reading& reading, std::vector<Name>& names) {
  struct Votes {
    std::array<std::uint32_t, 8> of{};
    bool known = false;
  };
  std::unordered_map<Key, Votes> votes;
  lexicon::PhraseMap known;
  std::vector<Key> keys;
  const auto key_of = [&](Range range) {
    Key key = 0;
    for (std::uint32_t i = range.first; i < range.last; ++i) key = text::chain(key, reading.words[i].key);
    return key;
  };
  std::vector<bool> taken(reading.words.size(), false);
  for (const Name& name : names) {
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) taken[i] = true;
    if (name.entry != none || name.definition != none) continue;
    // "the village of Arvika" says what it is; "women from Arvika" does not
    const std::uint32_t first = name.words.first;
    const bool told = name.type == EntityType::place && first >= 2 && reading.words[first - 1].key == text::key_of("of") &&
                      reading.is(reading.words[first - 2].key, WordClass::place_of);
    // "the Sentrix gang" as well
    const std::uint32_t weight = name.type == EntityType::armed_group ? 4 : told ? 2 : 1;
    votes[key_of(name.words)].of[static_cast<std::size_t>(name.type)] += weight;
  }
  for (Name& name : names) {
    if (name.entry != none || name.definition != none || !name.role.empty()) continue;
    const auto& of = votes[key_of(name.words)].of;
    const auto best = static_cast<std::size_t>(std::max_element(of.begin(), of.end()) - of.begin());
    if (of[best] > of[static_cast<std::size_t>(name.type)]) name.type = static_cast<EntityType>(best);
  }
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    const Name& name = names[n];
    if (name.entry != none || name.definition != none) continue;
    if (name.words.length() == 1 && (name.type == EntityType::person || reading.form(name.words).size() < 4))
      continue;  // coreference finds surnames
    if (std::exchange(votes[key_of(name.words)].known, true)) continue;
    keys.clear();
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) keys.push_back(reading.words[i].key);
    known.add(keys, n);
  }
  if (known.size() == 0) return;
  const std::size_t before = names.size();
  for (const Range sentence : reading.words.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (taken[i] || !reading.words[i].has(Word::named) || reading.words[i].has(Word::joined)) continue;
      const auto match = known.longest(i, [&](std::uint32_t w) { return w < sentence.last && !taken[w] ? reading.words[w].key : 0; });
      if (!match) continue;
      // Part of a longer run in capitals it may be another name.
      const std::uint32_t end = i + match.length;
      if (match.length == 1 &&
          ((end < sentence.last && reading.words[end].has(Word::named)) || (i > sentence.first && reading.words[i - 1].has(Word::named))))
        continue;
      Name name = names[known.payload(match.value)];
      name.words = {i, end};
      name.role = {};
      names.push_back(name);
      i = end - 1;
    }
  }
  text::merge_halves(names, before, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
}

// "stormed Unguwan Sarm, in Halden district": what lies somewhere and bears no listed name is a place.
void located_places(const Reading& reading, std::vector<Name>& names) {
  using namespace text::literals;
  for (std::size_t n = 0; n + 1 < names.size(); ++n) {
    Name& name = names[n];
    const Name& next = names[n + 1];
    if (name.type != EntityType::person || !name.role.empty() || name.definition != none || reading.person_listed(name.words)) continue;
    if (next.type != EntityType::place && next.type != EntityType::country) continue;
    const std::uint32_t end = name.words.last;
    if (next.kind != MentionKind::name || next.words.first != end + 2 || reading.words[end].key != ","_key) continue;
    const Key before = name.words.first > 0 ? reading.words[name.words.first - 1].key : 0;
    const language::Token& token = reading.token(name.words.first);
    const bool acts = token.relation == language::Relation::nsubj || before == "by"_key || before == "with"_key;
    if (!acts && (reading.words[end + 1].key == "in"_key || reading.words[end + 1].key == "near"_key)) name.type = EntityType::place;
  }
}

namespace {

// Members of lists that nothing lists: what the others are.
class Lists {
 public:
  Lists(const Reading& reading, std::vector<Name>& names) : r_(reading), names_(names) {
    for (const Name& name : names)
      if (name.type == EntityType::person && (name.words.length() > 1 || !name.role.empty()))
        for (std::uint32_t i = name.words.first; i < name.words.last; ++i) of_people_.insert(reading.words[i].key);
  }

  // Where a list, closed by its conjunction, holds one of that kind, its unknown members are so, too.
  void agree(bool (Lists::*is_kind)(const Name&) const, EntityType kind) {
    for (std::size_t first = 0; first < names_.size();) {
      bool closed = false, known = false, unknown = false;
      std::size_t last = first;
      for (;; ++last) {
        if (!(this->*is_kind)(names_[last]) && !is_unknown(names_[last])) break;
        ((this->*is_kind)(names_[last]) ? known : unknown) = true;
        if (last + 1 == names_.size()) break;
        std::uint32_t between = names_[last].words.last;
        const std::uint32_t next = names_[last + 1].words.first;
        if (next - between == 2 && r_.words[between].key == ","_key) ++between;
        if (next - between != 1) break;
        const Key key = r_.words[between].key;
        const bool conjunction = key == "and"_key || key == "or"_key;
        if (closed || (key != ","_key && !conjunction)) break;
        closed = conjunction;
      }
      last = std::min(last, names_.size() - 1);
      const bool all = (this->*is_kind)(names_[last]) || is_unknown(names_[last]);
      if (closed && known && unknown && all)
        for (std::size_t n = first; n <= last; ++n)
          if (is_unknown(names_[n]) && !(this->*is_kind)(names_[n])) names_[n].type = kind;
      first = last + 1;
    }
  }

  bool is_place(const Name& name) const {
    return (name.type == EntityType::place || name.type == EntityType::country) && name.kind != MentionKind::demonym;
  }
  bool is_body(const Name& name) const { return is_private_body(r_, name); }

 private:
  bool is_unknown(const Name& name) const {
    if (name.entry != none || name.definition != none || !name.role.empty()) return false;
    const Key first = r_.words[name.words.first].key;
    if (name.type == EntityType::person && name.words.length() == 2 && first == "abu"_key) return true;  // "Zamzam and Abu Orvel"
    const bool the = name.words.first > 0 && r_.words[name.words.first - 1].key == "the"_key;
    if (name.words.first > 0 && r_.words[name.words.first - 1].has(Word::named)) return false;  // the end of a longer name
    const Word& word = r_.words[name.words.first];
    const bool body = name.type == EntityType::organization && !the && !word.has(Word::capitals) && !word.has(Word::mixed);
    return (name.type == EntityType::person || body) && name.words.length() == 1 && !r_.person_listed(name.words) &&
           !of_people_.contains(first);
  }

  const Reading& r_;
  std::vector<Name>& names_;
  lexicon::KeySet of_people_;  // words of persons who have a title or a longer name
};

}  // namespace

bool is_private_body(const Reading& reading, const Name& name) {
  if (name.type != EntityType::organization || name.entry == none) return false;
  const std::string_view sector = reading.entry(name.entry).sector;
  return sector == "BUS" || sector == "MED" || sector == "NGO";
}

// In "Arvika, Halden and Sarm" all are places where one is and the others are nothing that is known of people; in "Reuters, Sentrix and
// Orvel" bodies.
void agree_in_lists(const Reading& reading, std::vector<Name>& names) {
  Lists lists(reading, names);
  lists.agree(&Lists::is_body, EntityType::organization);
  lists.agree(&Lists::is_place, EntityType::place);
}

}  // namespace khabar::entities
