#include "mentions/entities/lands.h"

#include <algorithm>

namespace khabar::entities {

using namespace text::literals;

// The code of the country that the words name, whose people they are, or whose capital.
std::string_view Lands::code_of(std::uint32_t hit) const {
  if (hit == none) return {};
  for (const Class what : {Class::demonym, Class::country, Class::capital})
    if (const std::uint32_t entry = r_.entry_of(r_.hits[hit], what); entry != none) return first_code(r_.entry(entry).iso2);
  return {};
}

// States have ministries, forces, police, courts and parliaments; parties, firms and papers they only house.
bool Lands::is_of_a_state(const Name& body) const {
  if (r_.is(r_.words[body.words.last - 1].key, WordClass::state_body)) return true;
  const std::string_view sector = sector_of(body);
  return sector == "GOV" || sector == "MIL" || sector == "COP" || sector == "SPY" || sector == "JUD" || sector == "LEG";
}

// "Ukraine's elite 47th Brigade", "Norway's Halden Bank": the state whose it is said to be.
std::string_view Lands::owner_of(const Name& body) const {
  constexpr std::uint32_t adjectives_max = 2;
  std::uint32_t at = body.words.first;
  const auto sentence = r_.token(at).sentence;
  while (at > 0 && body.words.first - at < adjectives_max && r_.token(at - 1).tag == language::Tag::adj &&
         !r_.words[at - 1].has(Word::capital))
    --at;
  const std::uint32_t next = body.words.last;  // "Norway's NATO envoy" is the owner's, not NATO
  const bool describes = next < r_.words.size() && r_.token(next).sentence == sentence && r_.token(next).tag == language::Tag::noun;
  if (describes && !is_of_a_state(body)) return {};
  if (at > 1 && r_.words[at - 1].key == "'s"_key && r_.token(at - 2).sentence == sentence) return code_of(r_.hit_over[at - 2]);
  if (at > 0 && r_.token(at - 1).sentence == sentence && is_of_a_state(body))
    if (const std::uint32_t hit = r_.hit_over[at - 1]; r_.hit_is(hit, Class::demonym)) return code_of(hit);
  return {};
}

std::string_view Lands::state_of(const Name& body) const {
  if (const std::string_view owner = owner_of(body); !owner.empty()) return owner;
  // "the GKNB of Kyrgyzstan", "the Armed Forces of Peru"
  const std::uint32_t last = body.words.last;
  if (last + 1 < r_.words.size() && r_.words[last].key == "of"_key && r_.hit_is(r_.hit_at[last + 1], Class::country) &&
      r_.words[body.words.first].has(Word::capitals))
    return code_of(r_.hit_at[last + 1]);
  if (!is_of_a_state(body)) return {};
  if (body.words.length() > 2 && r_.words[last - 2].key == "of"_key)
    if (const std::string_view own = code_of(r_.hit_at[last - 1]); !own.empty()) return own;
  // "Iranian foreign ministry", "Zamfara State Police Command"
  if (const std::string_view own = code_of(r_.hit_at[body.words.first]); !own.empty()) return own;
  return land_of(body);
}

std::string_view Lands::sector_of(const Name& body) const {
  std::string_view sector;
  for (std::uint32_t i = body.words.first; i < body.words.last; i += std::max(r_.noun_at[i].length, 1u))
    if (const Noun* noun = r_.noun_of(i, NounKind::organization); noun != nullptr) sector = noun->label;
  return sector == "IGO" || sector == "NGO" || sector == "UAF" || sector == "ARMED?" ? std::string_view() : sector;
}

std::string_view Lands::land_of(const Name& place) const {
  if (r_.noun_of(place.words.first, NounKind::organization) != nullptr) return {};  // "Tank Battalion" is of no town
  // "Northern Iraq"
  if (place.words.length() > 1 && r_.is(r_.words[place.words.first].key, WordClass::direction))
    if (const std::string_view land = code_of(r_.hit_at[place.words.first + 1]); !land.empty()) return land;
  const std::uint32_t hit = r_.hit_at[place.words.first];
  if (!r_.place_like(hit) || r_.hits[hit].words.last >= place.words.last) return {};
  const std::uint32_t kind = r_.hits[hit].words.last;  // "Arica airport", not "Tal Tamr"
  if (place.type == EntityType::place && r_.noun_at[kind].length == 0 && !r_.is(r_.words[kind].key, WordClass::place_after)) return {};
  std::string_view land;
  bool known = false;
  for (std::uint32_t node = r_.hits[hit].node; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node)) {
    const Entry& entry = r_.entry(r_.lexicon.names.payload(node));
    const bool place_like =
        entry.what == Class::place || entry.what == Class::subdivision || entry.what == Class::capital || entry.what == Class::country;
    if (!place_like) continue;
    if (entry.iso2.size() != 2 || (!land.empty() && land != entry.iso2)) return {};
    land = entry.iso2;
    known = known || entry.what == Class::capital || entry.what == Class::country;
  }
  // In an article about other countries it is another Arica.
  bool told = known, any = false;
  for (const Name& name : names_) {
    if (name.entry == none || (name.type != EntityType::country && name.type != EntityType::place)) continue;
    any = any || name.type == EntityType::country;
    told = told || r_.entry(name.entry).iso2 == land;
  }
  if (any && !told) return {};
  return land;
}

}  // namespace khabar::entities
