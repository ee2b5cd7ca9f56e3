// Places and facilities by their shape.
//
//   Halden dam, Halmstad Cathedral          names, facility noun
//   Swat district, Lake Chad          names, kind of place: the name is the place ("Swat"), a capital kind belongs to it ("Lake Chad")
//   town of Arvika, near Arvika        kind of place, "of", names; where something is, names
//   towns including Arvika            kinds of place, "of" or "including", names
#include <algorithm>
#include <iterator>
#include <utility>

#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;

class Places {
 public:
  explicit Places(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    sentence_ = sentence;
    item(sentence);
    dateline(sentence);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (words_[i].has(Word::mark) || words_[i].has(Word::dated)) continue;
      before_kind(i);
      after_kind(i);
      in_list(i);
      facility(i);
      ship(i);
      flagged_ship(i);
      direction(i);
      row_of_lands(i);
    }
  }

 private:
  bool inside(std::uint32_t i) const { return i < sentence_.last; }
  bool name_word(std::uint32_t i) const {
    const Word& word = words_[i];
    return !word.has(Word::mark) && !word.has(Word::dated) && !word.has(Word::digits) && word.has(Word::named);
  }
  // First word of the run of name words that ends before `end`.
  std::uint32_t back(std::uint32_t end) const {
    std::uint32_t first = end;
    while (first > sentence_.first && end - first < 5) {
      const std::uint32_t i = first - 1;
      if (name_word(i) || (words_[first].has(Word::joined) && first < end && !words_[i].has(Word::mark))) {
        first = i;
      } else {
        break;
      }
    }
    while (first < end && r_.title(first) != nullptr && r_.hit_at[first] == none && r_.title(first)->kind != TitleKind::suffix &&
           first + r_.title_at[first].length < end)
      first += r_.title_at[first].length;
    return first;
  }
  // Without demonyms and other names at the front: "Pakistani Swat" -> "Swat".
  std::uint32_t past_demonyms(Range name) const {
    std::uint32_t first = name.first;
    while (first + 1 < name.last && r_.hit_at[first] != none && r_.hits[r_.hit_at[first]].words.last < name.last &&
           (r_.hit_is(r_.hit_at[first], Class::demonym) || r_.hit_is(r_.hit_at[first], Class::place_demonym)))
      first = r_.hits[r_.hit_at[first]].words.last;
    return first;
  }
  bool only_peoples(Range name) const {
    for (std::uint32_t i = name.first; i < name.last;) {
      const std::uint32_t hit = r_.hit_at[i];
      if (!r_.hit_is(hit, Class::country) && !r_.hit_is(hit, Class::demonym) && !r_.hit_is(hit, Class::people) &&
          !r_.hit_is(hit, Class::armed_group))
        return false;
      i = r_.hits[r_.hit_at[i]].words.last;
    }
    return true;
  }
  void propose(Range name, EntityType type, std::int32_t bonus) { r_.propose(type, name, bonus); }

  void before_kind(std::uint32_t i) {
    if (i == sentence_.first || !r_.is(words_[i].key, WordClass::place_after) || words_[i].writing == Case::upper ||
        words_[i].has(Word::joined))
      return;
    const bool capital = words_[i].has(Word::capital);
    if (r_.title(i) != nullptr && r_.title_at[i].length > 1 && words_[i + r_.title_at[i].length - 1].has(Word::capital))
      return;  // "U.S. District Judge"
    Range name{back(i), i};
    if (name.empty()) return;
    name.first = past_demonyms(name);
    if (name.empty() || name.length() > 3) return;
    const std::uint32_t hit = r_.hit_at[name.first];
    const bool known = hit != none && r_.hits[hit].words.last == name.last;
    if (known && !r_.place_like(hit)) return;
    if (!capital) {
      if (words_[i].key == "state"_key || words_[i].key == "area"_key || words_[i].key == "agency"_key || words_[i].key == "division"_key)
        return;
      if (!known) propose(name, EntityType::place, settlement(i) || is_unit_of_land(words_[i].key) ? likely_bonus : 7);
      return;
    }
    if (words_[i].key == "department"_key && known) {  // "Ancash Department", where such a place is known
      propose({name.first, i + 1}, EntityType::place, 9);
      return;
    }
    if (words_[i].key == "state"_key || words_[i].key == "agency"_key || words_[i].key == "division"_key ||
        words_[i].key == "department"_key || words_[i].key == "area"_key)
      return;
    propose({name.first, i + 1}, EntityType::place, 3);
  }

  // The word after "towns of", "towns including", "towns such as", "towns like"; none where that is not what follows.
  std::uint32_t after_kinds(std::uint32_t i) const {
    if (!r_.is(words_[i].key, WordClass::places_of)) return none;
    for (std::uint32_t j = i + 1; inside(j + 1) && j < i + 5; ++j) {
      if (words_[j].key == "including"_key || words_[j].key == "like"_key || (j == i + 1 && words_[j].key == "of"_key)) return j + 1;
      if (words_[j].key == "such"_key && words_[j + 1].key == "as"_key) return inside(j + 2) ? j + 2 : none;
    }
    return none;
  }

  void after_kind(std::uint32_t i) {
    if (words_[i].writing == Case::upper || words_[i].writing == Case::lower) return;
    std::uint32_t at = none;
    bool of = false, where = false;
    if (r_.is(words_[i].key, WordClass::place_of) && inside(i + 2) && words_[i + 1].key == "of"_key) {
      at = i + 2;
      of = true;
    } else if (const std::uint32_t named = after_kinds(i); named != none) {
      at = named;
      of = true;
    } else if (r_.is(words_[i].key, WordClass::place_at) && inside(i + 1) && r_.title(i + 1) == nullptr) {
      at = i + 1;
      where = true;
    } else if (r_.is(words_[i].key, WordClass::place_before) && words_[i].has(Word::capital) && inside(i + 1)) {
      at = i + 1;
    }
    // "Promenade des Arvikais", "Complexo da Orla"
    std::uint32_t particles = 0;
    if (at == i + 1 && !where)
      while (inside(at) && particles < 2 && (r_.is(words_[at].key, WordClass::particle) || words_[at].key == "des"_key) &&
             !words_[at].has(Word::capital))
        ++at, ++particles;
    if (at == none || !inside(at) || !name_word(at)) return;
    std::uint32_t end = at;
    while (inside(end) && end - at < 4 && (name_word(end) || (end > at && words_[end].has(Word::joined) && !words_[end].has(Word::mark))))
      ++end;
    if (r_.title(at) != nullptr && r_.hit_at[at] == none && !(of && r_.is(words_[at].key, WordClass::particle))) return;  // "Abu Orvel"
    if (of) {
      const std::uint32_t hit = r_.hit_at[at];
      // "the port of Abu Orvel": only towns have ports; the north may be of a house
      const bool sure = !words_[i].has(Word::capital) && (settlement(i) || words_[i].key == "port"_key || words_[i].key == "city"_key ||
                                                          words_[i].key == "district"_key || words_[i].key == "province"_key);
      const bool part = hit != none && r_.hits[hit].words.last < end && r_.hit_is(hit, Class::place);  // "Abu" of "Abu Orvel"
      if (hit == none || (sure && part)) propose({at, end}, EntityType::place, sure ? likely_bonus : 7);
    } else if (where) {  // "near Al Arvika" is no person, "near Holm's house" may be
      const bool body = r_.noun_length(end - 1, NounKind::organization) != 0 || r_.noun_length(end - 1, NounKind::facility) != 0;
      if (r_.hit_at[at] == none && !body && !(inside(end) && words_[end].key == "'s"_key))
        propose({at, end}, EntityType::place, words_[i].key == "near"_key || words_[i].key == "outside"_key ? 15 : likely_bonus);
    } else if (!r_.is(words_[end - 1].key, WordClass::no_name_last)) {  // "the Gulf War"
      const Key key = words_[i].key;
      propose({i, end}, key == "camp"_key || key == "fort"_key ? EntityType::facility : EntityType::place, 7);
    }
  }

  // "in Oslo, Sarm and Telvane": one place is listed, and so are the others that hang on it and are no one's names.
  void in_list(std::uint32_t i) {
    const std::uint32_t hit = r_.hit_at[i];
    if (!r_.place_like(hit) || i == sentence_.first || !words_[i].has(Word::named)) return;
    const Key before = words_[i - 1].key;
    if (before != "in"_key && before != "at"_key && before != "near"_key && before != "across"_key) return;
    std::vector<std::uint32_t> unknown;
    std::uint32_t end = r_.hits[hit].words.last;
    for (bool closed = false; !closed && inside(end + 1) && unknown.size() < 8;) {
      std::uint32_t next = end + (words_[end].key == ","_key ? 1 : 0);
      closed = inside(next) && (words_[next].key == "and"_key || words_[next].key == "or"_key);
      next += closed ? 1 : 0;
      if (next == end || !inside(next) || !name_word(next)) return;
      end = next + 1;
      if (const std::uint32_t listed = r_.hit_at[next]; listed != none) {
        if (!r_.place_like(listed)) return;
        end = r_.hits[listed].words.last;
      } else {
        if (r_.token(next).relation != language::Relation::conj || r_.person_listed({next, end})) return;
        unknown.push_back(next);
      }
      if (inside(end) && name_word(end)) return;
      if (closed)
        for (const std::uint32_t place : unknown) propose({place, place + 1}, EntityType::place, likely_bonus);
    }
  }

  // "LIKONI -": the block that says where an item of a round-up is from.
  void item(Range sentence) {
    const language::Token& first = r_.token(sentence.first);
    const std::uint32_t block = r_.language.sentences[first.sentence].block;
    if (block >= r_.layout.blocks.size() || r_.layout.blocks[block].kind != BlockKind::dateline || block == 0) return;
    std::uint32_t end = sentence.first;
    while (inside(end) && end - sentence.first < 3 && !words_[end].has(Word::mark) && !words_[end].has(Word::digits)) ++end;
    if (!words_[sentence.first].has(Word::capitals)) return;  // "Ana Diaz - Minister of ..."
    if (end == sentence.first || r_.hit_at[sentence.first] != none || (inside(end) && !words_[end].has(Word::mark))) return;
    propose({sentence.first, end}, EntityType::place, likely_bonus);
  }

  // "ARVIKA CITY — Troops ...": the capitals before the dash that opens an item.
  void dateline(Range sentence) {
    std::uint32_t end = sentence.first;
    while (inside(end) && end - sentence.first < 3 && words_[end].has(Word::capitals) && r_.form(end).size() >= 4) ++end;
    if (end == sentence.first || !inside(end) || r_.hit_at[sentence.first] != none) return;
    const std::uint32_t block = r_.language.sentences[r_.token(end).sentence].block;
    const bool opens = block < r_.layout.blocks.size() && r_.layout.blocks[block].kind == BlockKind::dateline;
    const bool dash = r_.form(end) == "\u2014" || r_.form(end) == "\u2013" || r_.form(end) == "--";
    if (!(opens && r_.form(end) == ":") && (!dash || !inside(end + 1) || words_[end + 1].has(Word::capitals))) return;
    if ((words_[sentence.first].writing != Case::normal && !opens) || r_.token(sentence.first).tag != Tag::propn) return;
    static constexpr Key flags[] = {"breaking"_key, "update"_key,    "updated"_key,  "watch"_key, "exclusive"_key,
                                    "analysis"_key, "opinion"_key,   "live"_key,     "video"_key, "explainer"_key,
                                    "factbox"_key,  "editorial"_key, "interview"_key};
    for (const Key flag : flags)
      if (words_[sentence.first].key == flag) return;
    propose({sentence.first, end}, EntityType::place, likely_bonus);
  }

  // "The tanker Sunbird Dawn", "the vessel, the Sunbird Dawn,": a ship by its name, whatever else bears it.
  void ship(std::uint32_t i) {
    switch (words_[i].key) {
      case "vessel"_key:
      case "ship"_key:
      case "tanker"_key:
      case "carrier"_key:
      case "freighter"_key:
      case "ferry"_key:
      case "trawler"_key:
      case "frigate"_key:
      case "corvette"_key:
      case "cruiser"_key:
      case "submarine"_key:
      case "boat"_key:
      case "destroyer"_key:
      case "warship"_key:
      case "yacht"_key:
      case "dredger"_key:
      case "tug"_key:
      case "tugboat"_key:
      case "bulker"_key:
      case "supertanker"_key:
      case "dhow"_key: break;
      default: return;
    }
    if (words_[i].has(Word::capital) || words_[i].writing != Case::normal) return;
    std::uint32_t at = i + 1;
    if (inside(at) && words_[at].key == ","_key) ++at;
    const bool the = inside(at) && words_[at].key == "the"_key;
    if (the != (at == i + 2)) return;
    at += the ? 1 : 0;
    std::uint32_t end = at;
    auto names = [&](std::uint32_t k) {
      return inside(k) && words_[k].has(Word::capital) && !words_[k].has(Word::mark) && !words_[k].has(Word::digits) &&
             !words_[k].has(Word::dated) && !words_[k].has(Word::joined) &&
             (!words_[k].has(Word::capitals) || words_[k].has(Word::initial)) && (r_.title(k) == nullptr || k == at) &&
             !r_.hit_is(r_.hit_at[k], Class::demonym) && !r_.hit_is(r_.hit_at[k], Class::country);
    };
    // "the ESPS Sunbird": the letters of a navy
    const bool navy = inside(at + 1) && words_[at].has(Word::capitals) && !words_[at].has(Word::mark) && r_.form(at).size() <= 4;
    if (navy) ++end;
    while (names(end) && end - at < 4) ++end;
    if (end == at + (navy ? 1 : 0) || names(end)) return;
    const bool bears_town = r_.hit_at[at] != none && !is_warship(words_[i].key) && !(is_tanker(words_[i].key) && follows_the(i));
    if (end == at + 1 && (r_.title(at) != nullptr || bears_town)) return;
    propose({at, end}, EntityType::facility, 40);
  }
  // "The tanker Halden", "the cargo ship Halden": after these with an article a town's name is the ship's.
  static bool is_tanker(Key key) {
    return key == "tanker"_key || key == "supertanker"_key || key == "ship"_key || key == "vessel"_key || key == "freighter"_key ||
           key == "dredger"_key || key == "trawler"_key || key == "carrier"_key;
  }
  bool follows_the(std::uint32_t i) const {
    for (std::uint32_t k = i; k > sentence_.first && i - k < 4; --k)
      if (words_[k - 1].key == "the"_key) return true;
    return false;
  }
  // Of these no town has any: "the frigate Halden".
  static bool is_warship(Key key) {
    return key == "frigate"_key || key == "destroyer"_key || key == "corvette"_key || key == "cruiser"_key || key == "submarine"_key;
  }

  // "Kaduna and Niger states": in a row of provinces a country's name is a province's.
  void row_of_lands(std::uint32_t i) {
    static constexpr std::pair<Key, Key> kinds[] = {{"states"_key, "state"_key},
                                                    {"provinces"_key, "province"_key},
                                                    {"departments"_key, "department"_key},
                                                    {"districts"_key, "district"_key},
                                                    {"counties"_key, "county"_key}};
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == words_[i].key; });
    if (kind == std::end(kinds)) return;
    constexpr int longest = 10;
    std::vector<std::uint32_t> countries;
    bool lands = false;
    std::uint32_t at = i;
    for (int names = 0; names < longest && at > sentence_.first; ++names) {
      const std::uint32_t hit = r_.hit_over[at - 1];
      if (hit == none || r_.hits[hit].words.last != at || !r_.place_like(hit)) break;
      const bool country = r_.hit_is(hit, Class::country);
      if (country) countries.push_back(hit);
      lands = lands || !country;
      at = r_.hits[hit].words.first;
      const std::uint32_t name = at;
      while (at > sentence_.first && (words_[at - 1].key == ","_key || words_[at - 1].key == "and"_key)) --at;
      if (at == name) break;
    }
    for (const std::uint32_t hit : countries) {
      const Range name = r_.hits[hit].words;
      if (!lands || name.length() != 1) continue;
      const Key keys[] = {words_[name.first].key, kind->second};
      const auto match = r_.lexicon.names.longest(0, [&](std::uint32_t k) { return k < 2 ? keys[k] : Key{0}; });
      if (match.length != 2) continue;
      for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node))
        if (const std::uint32_t entry = r_.lexicon.names.payload(node); r_.entry(entry).what == Class::subdivision)
          r_.propose(EntityType::place, name, 40).entry = entry;
    }
  }

  // "Northern Iraq", capital inside a sentence: a part of the country that has its name.
  void direction(std::uint32_t i) {
    if (!words_[i].has(Word::capital) || words_[i].has(Word::starts) || words_[i].writing != Case::normal) return;
    if (!r_.is(words_[i].key, WordClass::direction) || r_.hit_over[i] != none || !inside(i + 1)) return;
    if (i > sentence_.first && words_[i - 1].has(Word::named)) return;
    const std::uint32_t hit = r_.hit_at[i + 1];
    if (hit == none || !r_.place_like(hit)) return;
    const std::uint32_t end = r_.hits[hit].words.last;
    if (inside(end) && (words_[end].has(Word::named) || words_[end].has(Word::joined))) return;
    propose({i, end}, EntityType::place, likely_bonus);
  }

  // "the Liberian-flagged Sunbird C"
  void flagged_ship(std::uint32_t i) {
    if (words_[i].key != "flagged"_key || !words_[i].has(Word::joined) || words_[i].writing != Case::normal) return;
    std::uint32_t end = i + 1;
    while (inside(end) && end - i < 5 && words_[end].has(Word::capital) && !words_[end].has(Word::mark) && !words_[end].has(Word::dated) &&
           !words_[end].has(Word::joined) && r_.title(end) == nullptr)
      ++end;
    if (end > i + 1 && !(end == i + 2 && (words_[i + 1].has(Word::capitals) || r_.hit_at[i + 1] != none)))
      propose({i + 1, end}, EntityType::facility, 40);
  }

  // "Arvika's Orvel district": nothing but land is parted so.
  static bool is_unit_of_land(Key key) {
    return key == "district"_key || key == "tehsil"_key || key == "taluka"_key || key == "township"_key || key == "oblast"_key ||
           key == "governorate"_key || key == "county"_key || key == "municipality"_key || key == "subdistrict"_key || key == "lga"_key ||
           key == "province"_key || key == "raion"_key || key == "cercle"_key || key == "upazila"_key;
  }
  bool settlement(std::uint32_t i) const {
    const Key key = words_[i].key;
    return key == "village"_key || key == "town"_key || key == "hamlet"_key || key == "neighborhood"_key || key == "neighbourhood"_key ||
           key == "suburb"_key;
  }

  void facility(std::uint32_t i) {
    const std::uint32_t length = r_.noun_length(i, NounKind::facility);
    if (length == 0 || i == sentence_.first || words_[i].writing == Case::upper || words_[i].has(Word::joined)) return;
    if (r_.title(i) != nullptr && r_.title_at[i].length > length && words_[i + r_.title_at[i].length - 1].has(Word::capital))
      return;                                                    // "Union Home Minister"
    if (settlement(i) && !words_[i].has(Word::capital)) return;  // "Arvika village": the place is Arvika
    const std::string_view facility_class = r_.noun_of(i, NounKind::facility)->label;
    if (facility_class == "vehicle") return;
    const std::uint32_t end = i + length;
    const bool capital = words_[end - 1].has(Word::capital) && words_[i].has(Word::capital);
    std::uint32_t stop = i;
    if (!capital && stop > sentence_.first + 1 && !name_word(stop - 1) &&
        (r_.token(stop - 1).tag == Tag::adj || r_.token(stop - 1).tag == Tag::noun) && !words_[stop - 1].has(Word::mark) &&
        name_word(stop - 2))
      --stop;  // "X outdoor market"
    Range name{back(stop), stop};
    // "St. Holm's Church"
    if (name.first > sentence_.first + 2 && words_[name.first - 1].key == "'s"_key && capital &&
        (words_[name.first - 3].key == "st"_key || words_[name.first - 3].key == "saint"_key))
      name.first -= 3;
    if (name.empty() || (name.length() == 1 && (words_[name.first].key == "a"_key || words_[name.first].key == "the"_key))) return;
    name.first = past_demonyms(name);
    const std::uint32_t hit = r_.hit_at[name.first];
    const bool whole = hit != none && r_.hits[hit].words.last == name.last;
    if (whole) {
      const bool place = r_.hit_is(hit, Class::capital) || r_.hit_is(hit, Class::subdivision) || r_.hit_is(hit, Class::place);
      if (!place && !capital) return;
      if (place && !capital && !r_.is(words_[end - 1].key, WordClass::single_facility)) return;
      if (r_.hit_is(hit, Class::demonym) || r_.hit_is(hit, Class::country) || r_.hit_is(hit, Class::armed_group) ||
          r_.hit_is(hit, Class::people))
        return;
      if (!place) return;
    }
    if (!capital) {
      if (words_[name.last - 1].has(Word::capitals) && name.length() == 1) return;  // "UN base"
      if (name.length() == 1 && words_[name.first].has(Word::starts)) return;
      if (r_.noun_length(name.last - 1, NounKind::organization) != 0) return;  // "Levies headquarters"
      if (name.length() == 1 && (words_[name.first].has(Word::surname) && facility_class == "residence")) return;
    }
    if (!capital && only_peoples(name)) return;  // "the Iran-Iraq corridor"
    propose({name.first, end}, EntityType::facility, capital ? 5 : 2);
  }

  Reading& r_;
  const Words& words_;
  Range sentence_;
};

}  // namespace

void find_places(Reading& reading) {
  Places places(reading);
  for (const Range sentence : reading.words.sentences) places.read(sentence);
}

}  // namespace khabar::entities
