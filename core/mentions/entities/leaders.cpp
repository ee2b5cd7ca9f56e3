// Leaders: people whose name alone tells whom they speak for.
//
//   "Macron rejected ..."                     of FR, with no title near
//   "Omar Macron, a baker, ... Macron said"   not he
//   "Macron" in an article of 2031            of FR, but no more its voice, once a year stands in the row's last column
#include <algorithm>
#include <utility>

#include "mentions/entities/coreference.h"

namespace khabar::entities {

namespace {

// The row of exactly those words that is in office that year; else any; null where there is none.
const Leader* find(const Reading& reading, const lexicon::PhraseMap& phrases, Range words) {
  const auto match = phrases.longest(words.first, [&](std::uint32_t i) { return i < words.last ? reading.words[i].key : Key{0}; });
  if (match.length != words.length()) return nullptr;
  const Leader* any = nullptr;
  for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = phrases.next(node)) {
    const Leader& leader = reading.lexicon.leader_values[phrases.payload(node)];
    if (in_office(leader, reading.year)) return &leader;
    any = any == nullptr ? &leader : any;
  }
  return any;
}

bool is_leader(const Reading& reading, std::uint32_t word) {
  return find(reading, reading.lexicon.lone_leaders, {word, word + 1}) != nullptr;
}

class Leaders {
 public:
  explicit Leaders(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    sentence_ = sentence;
    const auto key_at = [&](std::uint32_t i) { return i < sentence.last ? words_[i].key : Key{0}; };
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = words_[i];
      if (!word.has(Word::capital) || word.has(Word::mark) || word.has(Word::dated) || word.writing == Case::lower) continue;
      const auto full = r_.lexicon.leaders.longest(i, key_at);
      if (full.length > 1) propose({i, i + full.length}, full_bonus);
      const auto lone = r_.lexicon.lone_leaders.longest(i, key_at);
      if (!lone) continue;
      const Range words{i, i + lone.length};
      const bool before = word.has(Word::joined) && i > sentence.first;
      const bool behind = words.last < sentence.last && words_[words.last].has(Word::joined);
      if (before || behind) {  // "a Biden-Xi call"
        if (is_leader(r_, before ? i - 1 : words.last)) propose(words, pair_bonus);
      } else if (stands_alone(words)) {
        propose(words, lone_bonus);
      }
    }
  }

 private:
  // Above what a person needs that the model overlooks (judgement.cpp), below what a title gives.
  static constexpr std::int32_t full_bonus = 21, lone_bonus = 14, pair_bonus = 60;  // the last: above one man of both names

  void propose(Range words, std::int32_t bonus) { r_.propose(EntityType::person, words, bonus); }

  // Not in "Lena Macron" or "Macron Diaz", who are others; where capitals say nothing, only as a name.
  bool stands_alone(Range words) const {
    const Word& first = words_[words.first];
    if (first.writing != Case::normal) return r_.token(words.first).tag == language::Tag::propn;
    if (words.first == sentence_.first && r_.lexicon.leader_words.contains(first.key)) return false;  // "Bush fires rage"
    if (words.last < sentence_.last && (words_[words.last].has(Word::surname) || words_[words.last].has(Word::given)) &&
        words_[words.last].has(Word::named))
      return false;
    if (words.first == sentence_.first) return true;
    const std::uint32_t before = words.first - 1;
    return !words_[before].has(Word::named) || words_[before].has(Word::mark) || r_.hit_over[before] != none || ends_title(before);
  }

  bool ends_title(std::uint32_t last) const {
    constexpr std::uint32_t longest = 5;
    for (std::uint32_t i = last + 1; i > sentence_.first && last + 1 - i < longest; --i)
      if (i - 1 + r_.title_at[i - 1].length == last + 1) return true;
    return false;
  }

  Reading& r_;
  const Words& words_;
  Range sentence_;
};

}  // namespace

bool in_office(const Leader& leader, int year) { return year == 0 || (leader.from <= year && (leader.until == 0 || year <= leader.until)); }

const Leader* leader_of(const Reading& reading, const std::vector<Name>& names, const Cluster& cluster) {
  const Leader *full = nullptr, *lone = nullptr;
  bool other = false;  // a fuller name that is nobody's of ours
  for (const std::uint32_t n : cluster.names) {
    const Leader* known = find(reading, reading.lexicon.leaders, names[n].words);
    if (full == nullptr) full = known;
    const Leader* by_surname = find(reading, reading.lexicon.lone_leaders, names[n].words);
    const Word& first = reading.words[names[n].words.first];
    const bool word = first.has(Word::starts) && reading.lexicon.leader_words.contains(first.key);
    if (lone == nullptr && !word) lone = by_surname;
    other = other || (names[n].words.length() > 1 && known == nullptr && by_surname == nullptr);
  }
  return full != nullptr ? full : other ? nullptr : lone;
}

void part_leaders(const Reading& reading, std::vector<Name>& names) {
  const auto are_two = [&](const Name& name) {
    const std::uint32_t first = name.words.first;
    return name.type == EntityType::person && name.words.length() == 2 && reading.words[first + 1].has(Word::joined) &&
           is_leader(reading, first) && is_leader(reading, first + 1);
  };
  if (std::none_of(names.begin(), names.end(), are_two)) return;
  std::vector<Name> parted;
  for (const Name& name : names) {
    parted.push_back(name);
    if (!are_two(name)) continue;
    Name second = name;
    parted.back().words.last = second.words.first = name.words.first + 1;
    second.role = {};
    parted.push_back(second);
  }
  names = std::move(parted);
}

void find_leaders(Reading& reading) {
  Leaders leaders(reading);
  for (const Range sentence : reading.words.sentences) leaders.read(sentence);
}

}  // namespace khabar::entities
