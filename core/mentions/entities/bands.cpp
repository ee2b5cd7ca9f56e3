// Bands: names of gangs, groups and bodies, by the noun beside them.
//
//   the Sentrix ransomware gang       name, what kind of band          the Orvelde militia       name, a word for bands alone
//   the rebel group Sarm Front        kind of band, name               a gang known as Los Tolde
//   the security firm Sentrix         kind of body, name               the Orvel clan             name, kind of kin
#include <algorithm>
#include <iterator>
#include <utility>

#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

class Bands {
 public:
  explicit Bands(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    sentence_ = sentence;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (words_[i].has(Word::capital) || words_[i].writing != Case::normal) continue;
      if (r_.is(words_[i].key, WordClass::kin))
        before(words_[i].has(Word::joined) && i > sentence.first ? i - 1 : i, EntityType::group_of_people);  // "sub-clan"
      if (r_.is(words_[i].key, WordClass::body_kind)) body(i + 1);
      several(i);
      const bool alone = r_.is(words_[i].key, WordClass::band);  // "gang"; a "group" needs more to be one
      if (!alone && !r_.is(words_[i].key, WordClass::group)) continue;
      std::uint32_t kind = i;  // "ransomware gang", "armed rebel group"
      while (kind > sentence.first && !words_[kind - 1].has(Word::capital) && r_.is(words_[kind - 1].key, WordClass::band_kind)) --kind;
      if (!alone && kind == i) {
        if (words_[i].key == "faction"_key) faction(i);
        continue;
      }
      before(kind);
      after(i + 1);
    }
  }

 private:
  bool inside(std::uint32_t i) const { return i < sentence_.last; }
  bool name_word(std::uint32_t i) const {
    const Word& word = words_[i];
    return word.has(Word::capital) && !word.has(Word::mark) && !word.has(Word::dated) && r_.title_at[i].length == 0 &&
           word.key != "the"_key && (r_.hit_over[i] == none || is_doubtful(i));
  }
  // A town's name that is another word, too.
  bool is_doubtful(std::uint32_t i) const {
    const std::uint32_t place = r_.entry_of(r_.hits[r_.hit_over[i]], Class::place);
    return place != none && r_.entry(place).has(Entry::doubtful);
  }
  // "Omar Diaz": a band of his, whose name that is not.
  bool is_somebody(Range name) const {
    return name.length() > 1 && words_[name.first].has(Word::given) && words_[name.last - 1].has(Word::surname);
  }

  // "the Sarm and Orvel de Tolde cartels": a band each, though towns bear the names.
  void several(std::uint32_t end) {
    static constexpr std::pair<Key, Key> kinds[] = {
        {"cartels"_key, "cartel"_key}, {"gangs"_key, "gang"_key}, {"militias"_key, "militia"_key}, {"clans"_key, "clan"_key}};
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == words_[end].key; });
    if (kind == std::end(kinds)) return;
    const std::uint32_t second = back_over_name(end);
    if (second == end || second < sentence_.first + 3 || words_[second - 1].key != "and"_key) return;
    const std::uint32_t first = back_over_name(second - 1);
    if (first == second - 1 || first == sentence_.first || words_[first - 1].key != "the"_key) return;
    for (const Range name : {Range{first, second - 1}, Range{second, end}}) {
      Candidate& band = r_.propose(EntityType::armed_group, name, 40);
      const auto match = r_.lexicon.names.longest(name.first, [&](std::uint32_t i) {  // "Sarm" of the known "Sarm cartel"
        return i < name.last ? words_[i].key : i == name.last ? kind->second : Key{0};
      });
      if (match.length != name.length() + 1) continue;
      for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node))
        if (const std::uint32_t entry = r_.lexicon.names.payload(node); r_.entry(entry).what == Class::armed_group) band.entry = entry;
    }
  }
  // Capitals, and small particles between them.
  std::uint32_t back_over_name(std::uint32_t end) const {
    std::uint32_t first = end;
    for (std::uint32_t i = end; i > sentence_.first && end - i < 5; --i) {
      const Word& word = words_[i - 1];
      if (word.has(Word::mark) || word.has(Word::dated)) break;
      if (word.key == "the"_key) break;
      if (word.has(Word::capital) && r_.title_at[i - 1].length == 0)
        first = i - 1;
      else if (first == end || !r_.is(word.key, WordClass::particle))
        break;
    }
    const std::uint32_t hit = first == end ? none : r_.hit_over[first];  // "Afghan and Iraqi gangs"
    return r_.hit_is(hit, Class::demonym) || r_.hit_is(hit, Class::place_demonym) || r_.hit_is(hit, Class::people) ? end : first;
  }

  // "the FMLN's Orvel faction"
  void faction(std::uint32_t end) {
    std::uint32_t first = end;
    while (first > sentence_.first && end - first < 4 && name_word(first - 1)) --first;
    if (first == end || first < sentence_.first + 2 || words_[first - 1].key != "'s"_key) return;
    if (r_.hit_is(r_.hit_over[first - 2], Class::armed_group)) propose({first, end}, EntityType::armed_group);
  }

  void before(std::uint32_t end, EntityType type = EntityType::armed_group) {
    std::uint32_t first = end;
    while (first > sentence_.first && end - first < 4 && name_word(first - 1)) --first;
    if (first == end || first == sentence_.first || words_[end - 1].has(Word::joined)) return;
    const Key before = words_[first - 1].key;
    if (before == "the"_key || before == "a"_key || before == "an"_key || before == "'s"_key) propose({first, end}, type);
  }

  void after(std::uint32_t at) {
    static constexpr Key names[] = {"called"_key, "dubbed"_key, "named"_key, "itself"_key, "as"_key};
    const std::uint32_t beside = at;
    if (inside(at) && (words_[at].key == "known"_key || words_[at].key == "calling"_key)) ++at;
    for (const Key key : names)
      if (inside(at) && words_[at].key == key) {
        ++at;
        break;
      }
    if (inside(at) && is_quote(words_[at].key)) ++at;
    std::uint32_t end = at;
    while (inside(end) && end - at < 4 && name_word(end)) ++end;
    if (end == at || (inside(end) && words_[end].has(Word::joined))) return;
    if (at == beside && end == at + 1 && r_.person_listed({at, end})) return;  // "the gang Thomas led"
    propose({at, end}, EntityType::armed_group);
  }

  // "the security firm Sentrix said", not "the company Holm founded"
  void body(std::uint32_t at) {
    std::uint32_t end = at;
    while (inside(end) && end - at < 4 && name_word(end)) ++end;
    if (end == at || (inside(end) && words_[end].has(Word::joined)) || r_.person_listed({at, at + 1})) return;
    if (inside(end) && (words_[end].key == "'s"_key || words_[end].has(Word::named))) return;
    propose({at, end}, EntityType::organization);
  }

  void propose(Range name, EntityType type) {
    if (is_somebody(name)) return;
    r_.propose(type, name, likely_bonus);
  }

  Reading& r_;
  const Words& words_;
  Range sentence_;
};

}  // namespace

void find_bands(Reading& reading) {
  Bands bands(reading);
  for (const Range sentence : reading.words.sentences) bands.read(sentence);
}

}  // namespace khabar::entities
