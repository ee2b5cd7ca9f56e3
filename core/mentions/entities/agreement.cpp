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

// In "Arvika, Halden and Sarm" all are places where one is and the others are nothing that is known of people.
void agree_in_lists(const Reading& reading, std::vector<Name>& names) {
  using namespace text::literals;
  lexicon::KeySet of_people;  // words of persons who have a title or a longer name
  for (const Name& name : names)
    if (name.type == EntityType::person && (name.words.length() > 1 || !name.role.empty()))
      for (std::uint32_t i = name.words.first; i < name.words.last; ++i) of_people.insert(reading.words[i].key);
  const auto is_place = [](const Name& name) {
    return (name.type == EntityType::place || name.type == EntityType::country) && name.kind != MentionKind::demonym;
  };
  const auto is_unknown = [&](const Name& name) {
    if (name.entry != none || name.definition != none || !name.role.empty()) return false;
    const Key first = reading.words[name.words.first].key;
    if (name.type == EntityType::person && name.words.length() == 2 && first == "abu"_key) return true;  // "Zamzam and Abu Orvel"
    const bool the = name.words.first > 0 && reading.words[name.words.first - 1].key == "the"_key;
    const bool body = name.type == EntityType::organization && !the && !reading.words[name.words.first].has(Word::capitals);
    const bool guessed = name.type == EntityType::person || body;
    return guessed && name.words.length() == 1 && !reading.person_listed(name.words) && !of_people.contains(first);
  };
  for (std::size_t first = 0; first < names.size();) {
    bool closed = false, places = false, unknown = false;
    std::size_t last = first;
    for (;; ++last) {
      if (!is_place(names[last]) && !is_unknown(names[last])) break;
      (is_place(names[last]) ? places : unknown) = true;
      if (last + 1 == names.size()) break;
      std::uint32_t between = names[last].words.last;
      const std::uint32_t next = names[last + 1].words.first;
      if (next - between == 2 && reading.words[between].key == ","_key) ++between;
      if (next - between != 1) break;
      const Key key = reading.words[between].key;
      const bool conjunction = key == "and"_key || key == "or"_key;
      if (closed || (key != ","_key && !conjunction)) break;
      closed = conjunction;
    }
    last = std::min(last, names.size() - 1);
    const bool all = is_place(names[last]) || is_unknown(names[last]);
    if (closed && places && unknown && all)
      for (std::size_t n = first; n <= last; ++n)
        if (is_unknown(names[n])) names[n].type = EntityType::place;
    first = last + 1;
  }
}

}  // namespace khabar::entities
