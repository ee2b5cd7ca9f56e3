// Organizations by their shape.
//
//   Ministry of Foreign Affairs     head noun, "of", names      Icelandic Coast Police     names, head noun
//   Norway's foreign ministry       whose, adjectives, body     Chilean military           whose, body
//   Peru-led naval coalition        leader, adjectives, bond    Coalition military forces  bond, adjectives, forces
#include <algorithm>

#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;

class Organizations {
 public:
  explicit Organizations(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    sentence_ = sentence;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      by_ampersand(i);
      if (words_[i].has(Word::mark) || words_[i].has(Word::dated)) continue;
      by_head(i);
      by_suffix(i);
      by_leader(i);
      by_regime(i);
      by_country(i);
      by_bond(i);
    }
  }

 private:
  bool inside(std::uint32_t i) const { return i < sentence_.last; }
  bool capital_word(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.has(Word::mixed) && is_elided(r_.form(i))) return true;
    return !word.has(Word::mark) && !word.has(Word::dated) &&
           (word.has(Word::named) || (word.has(Word::capital) && word.has(Word::starts) && proper_start(i)));
  }
  // "d'Arvika"
  static bool is_elided(std::string_view form) {
    const std::size_t name = form.size() > 2 && form[1] == '\'' ? 2 : form.substr(1, 3) == "\u2019" ? 4 : form.size();
    return name < form.size() && (form[0] == 'd' || form[0] == 'l') && form[name] >= 'A' && form[name] <= 'Z';
  }
  // A capital that opens a sentence counts where the word is listed or the tagger calls it a name.
  bool proper_start(std::uint32_t i) const {
    const Tag tag = r_.token(i).tag;
    return r_.hit_at[i] != none || tag == Tag::propn || (tag == Tag::adj && words_[i].writing == Case::normal);
  }

  bool is_numbered_unit(std::uint32_t i, std::uint32_t head) const {
    if (!words_[i].has(Word::digits) || words_[i].has(Word::dated) || words_[i].has(Word::joined) || r_.form(i).size() > 3) return false;
    if (r_.form(i).find_first_not_of("0123456789") != std::string_view::npos) return false;
    const Key unit = words_[head + r_.noun_at[head].length - 1].key;
    return unit == "corps"_key || unit == "brigade"_key || unit == "division"_key || unit == "battalion"_key || unit == "regiment"_key;
  }

  // How far a name goes back from its head noun.
  std::uint32_t back(std::uint32_t head) const {
    std::uint32_t first = head;
    while (first > sentence_.first && head - first < 8) {
      const std::uint32_t i = first - 1;
      if (capital_word(i)) {
        first = i;
        continue;
      }
      if (r_.form(i)[0] >= '0' && r_.form(i)[0] <= '9' && r_.form(i).size() > 2 && words_[first].has(Word::capital) &&
          r_.form(i).back() >= 'a' && !words_[i].has(Word::dated)) {  // "3rd Battalion"
        first = i;
        continue;
      }
      if (is_numbered_unit(i, head)) {  // "16 Corps", "202 Tank Battalion"
        first = i;
        break;
      }
      // "Provinces of X"? no: only & and the hyphenated go on backwards
      if (words_[i].key == "&"_key && i > sentence_.first && capital_word(i - 1)) {
        first = i - 1;
        continue;
      }
      if (words_[first].has(Word::joined) && !words_[i].has(Word::mark)) {
        first = i;
        continue;
      }
      if (words_[i].key == "and"_key && i > sentence_.first && capital_word(i - 1) && head - first <= 2 && joins_topics(i, head)) {
        first = i - 1;
        continue;
      }
      break;
    }
    // Titles of persons before the name are no part of it: "Senator Khan Foundation" is rare, "Minister X Ministry" is not a name.
    while (first < head && r_.title(first) != nullptr && r_.title(first)->kind != TitleKind::suffix &&
           first + r_.title_at[first].length <= head && !listed_name(first) && !is_general(first, head))
      first += r_.title_at[first].length;
    return first;
  }
  // "the General Service Unit": no officer, unless somebody's name follows.
  bool is_general(std::uint32_t i, std::uint32_t head) const {
    return words_[i].key == "general"_key && r_.title_at[i].length == 1 && !words_[i].has(Word::starts) && !r_.person_listed({i + 1, head});
  }
  bool listed_name(std::uint32_t i) const { return words_[i].has(Word::given) || words_[i].has(Word::surname) || r_.hit_at[i] != none; }
  // "Law and Justice Party", not "Pakistan and Afghanistan Army"
  bool joins_topics(std::uint32_t conjunction, std::uint32_t head) const {
    const std::uint32_t listed = r_.hit_over[conjunction + 1];  // "Intelligence and Security Service", where there is a Security Service
    const bool part = conjunction + 1 == head && r_.hit_is(listed, Class::organization);
    const Noun* before = r_.noun_of(conjunction - 1, NounKind::organization);  // "Rapid Response Unit and General Service Unit"
    const bool body = before != nullptr && (before->label == "MIL" || before->label == "COP" || before->label == "ARMED?");
    return r_.hit_over[conjunction - 1] == none && (listed == none || part) && !body && !words_[conjunction - 1].has(Word::capitals) &&
           !words_[conjunction - 1].has(Word::given) && !words_[conjunction - 1].has(Word::surname);
  }

  // How far a name goes on after its head noun: "of Foreign Affairs", "for Human Rights and Democracy".
  std::uint32_t forward(std::uint32_t end) const {
    std::uint32_t last = end;
    while (inside(last) && last - end < 16) {
      std::uint32_t i = last;
      const Key key = words_[i].key;
      if (key != "of"_key && key != "for"_key && key != "on"_key && key != "against"_key) break;
      ++i;
      if (inside(i) && words_[i].key == "the"_key) ++i;
      if (inside(i + 1) && is_somebody(i)) break;  // "the Popular Forces of Omar Diaz"
      const std::uint32_t first = i;
      while (inside(i) && i - first < 8 && (capital_word(i) || (words_[i].has(Word::joined) && i > first && !words_[i].has(Word::mark)))) {
        if (i > first && r_.title(i) != nullptr && !listed_name(i)) break;
        ++i;
      }
      if (i == first) break;
      if (key == "on"_key && (!treats_topics(end - 1) || (i - first == 1 && words_[first].has(Word::dated)))) break;
      last = i;
      // lists of topics: "Interior, Defence and Narcotics Control"
      while (inside(i) && (words_[i].key == "and"_key || words_[i].key == "&"_key) && inside(i + 1) && capital_word(i + 1) &&
             r_.hit_over[i + 1] == none && r_.title(i + 1) == nullptr && is_free_or_body(i - 1) &&
             r_.noun_length(i + 1, NounKind::organization) == 0 && !is_another_body(i + 1)) {
        i += 2;
        while (inside(i) && i - last < 8 && capital_word(i)) ++i;
        last = i;
      }
    }
    return last;
  }

  bool is_somebody(std::uint32_t i) const {
    if (words_[i].key == "abu"_key) return words_[i + 1].has(Word::capital);
    if (words_[i].has(Word::given) && r_.is(words_[i + 1].key, WordClass::particle) && r_.hit_at[i] == none) return true;
    return words_[i].has(Word::given) && r_.hit_at[i] == none && words_[i + 1].has(Word::capital) &&
           (words_[i + 1].has(Word::surname) || words_[i + 1].has(Word::given));
  }
  // No listed name's word, or the last one of a body's: "Ministry of Interior" of "Ministry of Interior and Public Order".
  bool is_free_or_body(std::uint32_t i) const {
    const std::uint32_t hit = r_.hit_over[i];
    return hit == none || (r_.hit_is(hit, Class::organization) && r_.hits[hit].words.length() > 2 && r_.hits[hit].words.last == i + 1);
  }
  // "Ministry of Interior and Halden Police"
  bool is_another_body(std::uint32_t i) const {
    for (std::uint32_t end = i; inside(end) && end < i + 4 && capital_word(end); ++end)
      if (r_.noun_length(end, NounKind::organization) != 0) return true;
    return false;
  }

  // "Commission on Human Rights", but "the Armed Forces of Arvika on Telegram", "the Elite Hotel on Halden Beach".
  bool treats_topics(std::uint32_t head) const {
    const Key key = words_[head].key;
    return key == "commission"_key || key == "committee"_key || key == "council"_key || key == "conference"_key || key == "group"_key ||
           key == "panel"_key || key == "office"_key || key == "centre"_key || key == "center"_key || key == "institute"_key ||
           key == "campaign"_key || key == "coalition"_key || key == "network"_key || key == "project"_key || key == "forum"_key ||
           key == "mission"_key || key == "board"_key || key == "subcommittee"_key || key == "programme"_key || key == "society"_key ||
           key == "association"_key || key == "initiative"_key || key == "team"_key || key == "force"_key || key == "task force"_key;
  }

  void propose(Range name, std::int32_t bonus, EntityType type = EntityType::organization) { r_.propose(type, name, bonus); }

  bool is_number_of_unit(std::uint32_t head, std::uint32_t at, std::string_view sector) const {
    if (!inside(at) || !words_[at].has(Word::digits) || words_[at].has(Word::dated) || words_[at].has(Word::joined)) return false;
    if ((sector != "MIL" && sector != "ARMED?" && words_[at - 1].key != "force"_key) || words_[head].has(Word::starts)) return false;
    if (r_.form(at).size() > 4 || r_.form(at).find_first_not_of("0123456789") != std::string_view::npos) return false;
    const Tag next = inside(at + 1) ? r_.token(at + 1).tag : Tag::punct;
    return next != Tag::noun && next != Tag::adj && next != Tag::num && next != Tag::sym;  // "gave the Army 20 trucks"
  }

  // "Norway's General Staff"
  bool is_owned(std::uint32_t i) const {
    return i > sentence_.first + 1 && words_[i - 1].key == "'s"_key && r_.hit_is(r_.hit_over[i - 2], Class::country);
  }

  void by_head(std::uint32_t i) {
    const std::uint32_t length = r_.noun_length(i, NounKind::organization);
    if (length == 0 || !words_[i].has(Word::capital) || words_[i].writing == Case::lower) return;
    if (words_[i].key == "ag"_key && !words_[i].has(Word::capitals)) return;  // "Ag Orvelde": a man's name
    if (r_.title(i) != nullptr && r_.title_at[i].length > length && words_[i + r_.title_at[i].length - 1].has(Word::capital))
      return;  // "Interior Cabinet Secretary", but "Arvika Brigade commander"
    if (words_[i].writing == Case::normal && !words_[i].has(Word::starts) && !words_[i + length - 1].has(Word::capital)) return;
    const std::uint32_t end = i + length;
    const std::string_view sector = r_.noun_of(i, NounKind::organization)->label;
    std::uint32_t first = back(i);
    if (first < i && words_[first].key == "the"_key) ++first;  // "The Sudan" is a country, too
    if (words_[i].key == "rifles"_key && first < i && r_.form(i - 1).find_first_of("0123456789") == 1) return;  // "two M14 Rifles"
    const std::uint32_t last = inside(end) ? forward(end) : end;
    if (inside(end) && last == end && capital_word(end) && r_.title(end) == nullptr && words_[i].writing != Case::upper &&
        !words_[end].has(Word::capitals)) {
      // The name goes on: a later head noun has it, or it is a person's ("Bank Khan").
      if (r_.noun_length(end, NounKind::organization) != 0) return;
    }
    if (last == end && is_number_of_unit(i, end, sector)) return propose({first, end + 1}, 10);  // "Brigade 5", "Task Force 59"
    if (first == i && last == end) {  // "the Coalition", "the Armed Forces": a body's kind of word alone, written as its name
      const bool definite = i > sentence_.first && (words_[i - 1].key == "the"_key || is_owned(i)) && !words_[i].has(Word::starts) &&
                            words_[i].writing == Case::normal;
      const bool alone = !inside(end) || !capital_word(end);
      if (definite && alone && (length > 1 || r_.is(words_[i].key, WordClass::stands_alone))) propose({i, end}, 2);
      return;
    }
    if (first == i && !words_[i].has(Word::named) && last - end < 2 && r_.hit_over[end + 1 < sentence_.last ? end + 1 : end] == none)
      return;
    if (words_[i].writing != Case::normal && last - first < 2) return;
    // A lone demonym or country before "Government", "Authorities" leaves the country itself.
    const Key head = words_[end - 1].key;
    if (head == "government"_key || head == "authorities"_key || head == "govt"_key) return;
    EntityType type = EntityType::organization;
    if (sector == "UAF") type = EntityType::armed_group;
    // "the 36th Front": guerrillas number theirs
    if (words_[i].key == "front"_key && first + 1 == i && r_.form(first)[0] >= '0' && r_.form(first)[0] <= '9')
      type = EntityType::armed_group;
    // "the 33rd Front of FARC", "FARC's ..." are the group's.
    if ((sector == "MIL" || sector == "ARMED?") && r_.hit_is(r_.hit_over[last - 1], Class::armed_group)) type = EntityType::armed_group;
    // "Al-Badr Group" is what Al-Badr is; "Al-Badr Brigade" may be another's.
    if (const std::uint32_t hit = r_.hit_at[first];
        hit != none && sector != "MIL" && r_.hits[hit].words.last >= i && last == end && r_.hit_is(hit, Class::armed_group)) {
      Candidate candidate;
      candidate.words = {first, last};
      candidate.type = EntityType::armed_group;
      candidate.entry = r_.entry_of(r_.hits[hit], Class::armed_group);
      candidate.strength = static_cast<std::int32_t>(20 * candidate.words.length()) + 12;
      r_.candidates.push_back(candidate);
      return;
    }
    propose({first, last}, 6, type);
  }

  // "Halden Works A.S.", "Holm & Diaz, LLP": what only firms have behind their name.
  void by_suffix(std::uint32_t i) {
    if (!words_[i].has(Word::capital) || words_[i].writing != Case::normal || !r_.is(words_[i].key, WordClass::company)) return;
    if ((words_[i].key == "as"_key || words_[i].key == "ag"_key) && !words_[i].has(Word::capitals)) return;
    std::uint32_t first = i;
    if (first > sentence_.first && words_[first - 1].key == ","_key) --first;
    const std::uint32_t end = first;
    while (first > sentence_.first && end - first < 6) {
      const Word& word = words_[first - 1];
      const bool part = word.key == "&"_key && first < end;
      if (!part && !capital_word(first - 1) && !(word.has(Word::capital) && !word.has(Word::mark) && !word.has(Word::dated))) break;
      --first;
    }
    while (first < end && (words_[first].key == "the"_key || words_[first].key == "and"_key || words_[first].key == "&"_key)) ++first;
    while (first < end && r_.title(first) != nullptr && first + r_.title_at[first].length < end) first += r_.title_at[first].length;
    if (first < end) propose({first, i + 1}, 30);
  }

  // "the Diaz regime": whose it is calls it, and he is not it.
  void by_regime(std::uint32_t i) {
    if (words_[i].key != "regime"_key || words_[i].has(Word::capital) || words_[i].writing != Case::normal || i == sentence_.first) return;
    std::uint32_t first = i;
    while (first > sentence_.first && i - first < 3 && (capital_word(first - 1) || words_[first].has(Word::joined)) &&
           r_.title(first - 1) == nullptr && !words_[first - 1].has(Word::mark))
      --first;
    if (first == i || r_.hit_over[i - 1] != none || r_.hit_at[first] != none || words_[i - 1].has(Word::capitals)) return;
    if (r_.noun_at[i - 1].length != 0 && !r_.person_listed({i - 1, i})) return;
    propose({first, i + 1}, likely_bonus);
  }

  // "Holm & Diaz"
  void by_ampersand(std::uint32_t i) {
    if (words_[i].key != "&"_key || i == sentence_.first || !inside(i + 1) || words_[i].writing != Case::normal) return;
    const auto surname = [&](std::uint32_t w) { return capital_word(w) && words_[w].has(Word::surname) && !words_[w].has(Word::joined); };
    const bool goes_on = inside(i + 2) && words_[i + 2].has(Word::named);
    if (surname(i - 1) && surname(i + 1) && !goes_on) propose({i - 1, i + 2}, likely_bonus);
  }

  // "Katiba Sarmuk", "Liwa al-Orvelde", "Lashkar-e-Halden": the words for armed bands that come first.
  void by_leader(std::uint32_t i) {
    if (!words_[i].has(Word::capital) || words_[i].writing != Case::normal || words_[i].has(Word::joined)) return;
    if (!r_.is(words_[i].key, WordClass::leads_band) || r_.hit_over[i] != none) return;
    std::uint32_t end = i + 1;
    while (inside(end) && end - i < 7) {
      const bool particle = r_.is(words_[end].key, WordClass::particle) || words_[end].has(Word::joined);
      if (!capital_word(end) && !(particle && inside(end + 1) && !words_[end].has(Word::mark))) break;
      if (!words_[end].has(Word::joined) && (r_.title(end) != nullptr || r_.hit_is(r_.hit_over[end], Class::country))) break;
      ++end;
    }
    while (end > i + 1 && !words_[end - 1].has(Word::capital) && !words_[end - 1].has(Word::joined)) --end;
    if (end > i + 1) propose({i, end}, 10, EntityType::armed_group);
  }

  // "Chilean embassy", "Norway's foreign ministry", "Indonesian police"
  void by_country(std::uint32_t i) {
    const std::uint32_t hit = r_.hit_at[i];
    if (hit == none) return;
    const bool demonym = r_.hit_is(hit, Class::demonym);
    const bool owner = r_.hit_is(hit, Class::country) || r_.place_like(hit);
    if (!demonym && !owner) return;
    std::uint32_t j = r_.hits[hit].words.last;
    if (!demonym && inside(j) && words_[j].key == "'s"_key) ++j;
    const std::uint32_t first_word = j;
    while (inside(j) && r_.is(words_[j].key, WordClass::body_adjective) && j - first_word < 3 &&
           !(j > first_word && r_.is(text::chain(words_[j - 1].key, words_[j].key), WordClass::state_body))) {
      if (r_.is(words_[j].key, WordClass::state_body) && !(inside(j + 1) && r_.is(words_[j + 1].key, WordClass::state_body))) break;
      ++j;
    }
    if (!inside(j) || words_[j].has(Word::mark)) return;
    const bool body = r_.is(words_[j].key, WordClass::state_body) ||
                      (j > first_word && r_.is(text::chain(words_[j - 1].key, words_[j].key), WordClass::state_body));
    if (!body) return;
    if (words_[i].writing == Case::upper && !demonym) return;
    // "Norway's Supreme Roads Council": capital, a name without its owner
    if (words_[first_word - 1].key == "'s"_key && words_[first_word].has(Word::capital) && words_[i].writing == Case::normal) return;
    // "Pakistan Army Chief", "Turkish police officer", "Chilean military spokesman" : the body is whose it is, unless people follow
    if (inside(j + 1) && !words_[j + 1].has(Word::mark)) {
      const std::uint32_t people = r_.noun_length(j + 1, NounKind::people);
      const Tag tag = r_.token(j + 1).tag;
      const bool facility = r_.noun_length(j + 1, NounKind::facility) != 0;
      if ((people != 0 || facility || tag == Tag::noun) && r_.title(j + 1) == nullptr && tag != Tag::verb) return;
    }
    if (r_.token(j).tag == Tag::verb) return;  // "Peru forces a vote"
    // "military" and the like as adjectives
    if (r_.token(j).tag == Tag::adj && inside(j + 1) && r_.token(j + 1).tag == Tag::noun) return;
    propose({i, j + 1}, 5);
  }

  // "anti-FARC", one token
  static bool against_someone(std::string_view form) {
    for (const std::string_view prefix : {"anti-", "Anti-", "counter-", "Counter-"})
      if (form.size() > prefix.size() && form.substr(0, prefix.size()) == prefix && form[prefix.size()] >= 'A' &&
          form[prefix.size()] <= 'Z')
        return true;
    return false;
  }

  // "the Peru-led coalition", "anti-FARC alliance", "Coalition military forces"
  void by_bond(std::uint32_t i) {
    if (words_[i].key != "coalition"_key && words_[i].key != "alliance"_key) return;
    std::uint32_t first = i;
    while (first > sentence_.first && i - first < 3 && r_.is(words_[first - 1].key, WordClass::body_adjective)) --first;
    if (first > sentence_.first + 1 && words_[first - 1].has(Word::joined)) {
      const std::uint32_t part = first - 1, hit = r_.hit_over[part - 1];
      if (words_[part].key == "led"_key && words_[part - 1].has(Word::capital))
        return propose({hit == none ? part - 1 : std::max(r_.hits[hit].words.first, sentence_.first), i + 1}, 12);
    }
    if (first > sentence_.first && against_someone(r_.form(first - 1))) return propose({first - 1, i + 1}, 12);
    if (!words_[i].has(Word::capital) || words_[i].writing != Case::normal) return;
    std::uint32_t end = i + 1;
    while (inside(end) && end - i < 3 && r_.is(words_[end].key, WordClass::body_adjective)) ++end;
    while (inside(end) && end - i < 4 && words_[end].key == "military"_key) ++end;
    if (inside(end) && words_[end].key == "forces"_key && r_.token(end).tag != Tag::verb) propose({i, end + 1}, 5);
  }

  Reading& r_;
  const Words& words_;
  Range sentence_;
};

}  // namespace

void find_organizations(Reading& reading) {
  Organizations organizations(reading);
  for (const Range sentence : reading.words.sentences) organizations.read(sentence);
}

}  // namespace khabar::entities
