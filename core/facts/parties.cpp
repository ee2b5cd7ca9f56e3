#include "facts/parties.h"

#include "facts/clauses.h"
#include "lexicon/table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::facts {

namespace {

using facts::dependent;
using language::Relation;
using language::Tag;
using mentions::none;
using namespace text::literals;

bool acts_for_state(const Entity& entity) {
  const std::string& s = entity.sector;
  return s == "GOV" || s == "MIL" || s == "SPY" || s == "JUD" || s == "LEG" || s == "COP";
}

bool is_actor(const Entity& entity) {
  return entity.type == EntityType::country || entity.type == EntityType::organization || entity.type == EntityType::armed_group;
}

// "the leadership in Kabul", "the authorities of Iran": those who rule a place.
bool rules(text::Key lemma) {
  static constexpr std::array keys = {"leadership"_key, "government"_key, "authority"_key, "ruler"_key, "regime"_key, "administration"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

// First halves of compound adjectives of states: "Franco-German", "Sino-Indian".
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> combining_forms = {{{"anglo", "GB"},
                                                                                            {"franco", "FR"},
                                                                                            {"sino", "CN"},
                                                                                            {"russo", "RU"},
                                                                                            {"indo", "IN"},
                                                                                            {"pak", "PK"},
                                                                                            {"afghan", "AF"},
                                                                                            {"turco", "TR"},
                                                                                            {"greco", "GR"},
                                                                                            {"italo", "IT"},
                                                                                            {"hispano", "ES"},
                                                                                            {"nippo", "JP"},
                                                                                            {"luso", "PT"},
                                                                                            {"us", "US"},
                                                                                            {"irano", "IR"},
                                                                                            {"polono", "PL"}}};

}  // namespace

PartyWords::PartyWords() {
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  const std::size_t noun = people.column("noun"), cls = people.column("class");
  // Officials, soldiers, judges act for somebody; who they act for is told by other words.
  static constexpr std::array<std::string_view, 7> acting = {"military",  "police",   "intelligence", "official",
                                                             "political", "diplomat", "judicial"};
  for (const lexicon::Row& row : people.rows())
    if (std::find(acting.begin(), acting.end(), row[cls]) == acting.end()) people_.insert(text::key_of(row[noun]));
  for (const text::Key key :
       {"demonstrator"_key, "protester"_key, "protestor"_key, "supporter"_key, "opponent"_key, "hacker"_key, "prisoner"_key})
    people_.insert(key);
  const lexicon::Table countries(lexicon::packed("mentions/lexicons/countries.tsv"));
  const std::size_t name = countries.column("name"), iso = countries.column("iso2"), kind = countries.column("kind");
  for (const lexicon::Row& row : countries.rows())
    if (row[kind] == "name" || row[kind] == "demonym" || row[kind] == "acronym") states_.try_emplace(text::key_of(row[name]), row[iso]);
  for (const auto& [form, code] : combining_forms) states_.try_emplace(text::key_of(form), code);
}

Parties::Parties(const mentions::Article& article, const PartyWords& words) : article_(article), words_(words) {
  const std::vector<Entity>& entities = article.mentions.entities.entities;
  std::size_t most = 0, next = 0;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    if (entities[i].type != EntityType::country || entities[i].iso3166.empty()) continue;
    countries_.try_emplace(entities[i].iso3166, EntityId{i});
    const std::size_t told = entities[i].mentions.size();
    if (told > most) {
      next = std::exchange(most, told);
      home_ = EntityId{i};
    } else {
      next = std::max(next, told);
    }
  }
  // "Interior Minister X" without a country is the minister of the country that the article is about, where that is plain.
  constexpr std::size_t often = 3;
  if (most < often || most * 2 < next * 3) home_ = {};
  const auto& pairs = article.mentions.entities.pairs;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) pairs_.emplace(pairs[i].head, i);
}

EntityId Parties::country(std::string_view iso) const {
  const auto known = countries_.find(std::string(iso));
  return known == countries_.end() ? EntityId{} : known->second;
}

Span Parties::span_at(std::uint32_t token) const {
  const language::NounGroup group = article_.links.noun_group(token);
  Range range{std::min(group.first, token), std::max(group.last, token + 1)};
  if (const std::uint32_t m = article_.mentions.mention_of[token]; m != none) {
    range.first = std::min(range.first, article_.mentions.entities.mentions[m].first);
    range.last = std::max(range.last, article_.mentions.entities.mentions[m].last);
  }
  return facts::span_of(article_, facts::trimmed(article_, range));
}

std::vector<Party> Parties::of_mention(std::uint32_t token) const {
  const EntityId own = article_.entity_at(token);
  if (!own.set()) return {};
  auto party = [&](EntityId id, EntityId via) { return std::vector<Party>{{id, via, token, span_at(token), false}}; };
  const Entity& it = entity(own);
  const EntityId state = country(it.country);
  if (it.type == EntityType::person) {
    const bool has_body = it.affiliation.set() && is_actor(entity(it.affiliation));
    const EntityId behind = has_body && acts_for_state(entity(it.affiliation)) ? country(entity(it.affiliation).country) : EntityId{};
    if (behind.set()) return party(behind, own);
    if (has_body) return party(it.affiliation, own);
    if (state.set()) return party(state, own);
    if (const EntityId named = country_beside(token); named.set()) return party(named, own);  // "British Defence Secretary Tom King"
    if (it.roles.empty()) return {};                                                          // private persons are no parties
    if (acts_for_state(it) && it.country.empty() && home_.set()) return party(home_, own);
    return party(own, {});  // an office without a stated country
  }
  if (it.type == EntityType::organization && acts_for_state(it) && state.set()) return party(state, own);
  if (is_actor(it) || it.type == EntityType::group_of_people) return party(own, {});
  return {};
}

std::vector<Party> Parties::at(std::uint32_t token) const {
  if (const auto pair = pairs_.find(token); pair != pairs_.end()) {
    const entities::PairAt& both = article_.mentions.entities.pairs[pair->second];
    const Span span = span_at(token);
    return {{both.one, {}, token, span, false}, {both.other, {}, token, span, false}};
  }
  std::vector<Party> parties = of_mention(token);
  if (parties.empty()) parties = of_modifiers(token, true);
  return parties;
}

std::vector<Party> Parties::before(std::uint32_t token) const { return of_modifiers(token, false); }

std::vector<Party> Parties::of_modifiers(std::uint32_t token, bool after) const {
  std::vector<Party> parties;
  const language::Token& head = article_.token(token);
  if (head.tag != Tag::noun && head.tag != Tag::propn) return parties;
  const bool people = is_people(token);
  auto add = [&](EntityId id, EntityId via) {
    if (std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.entity == id; })) return;
    parties.push_back({id, via, token, span_at(token), people});
  };
  auto add_at = [&](std::uint32_t at) {
    const EntityId id = article_.entity_at(at);
    if (!id.set()) return;
    if (const auto [one, other] = compound_of(at); one.set() && other.set()) {
      add(one, {});
      return add(other, {});
    }
    if (is_actor(entity(id))) return add(id, {});
    if (const EntityId state = country(entity(id).country); state.set() && entity(id).type == EntityType::place && rules(head.lemma))
      add(state, {});
  };
  // "Egyptian delegation", "Pakistan's army", "the government of Iran": the modifier names the party.
  for (std::uint32_t child : article_.links.dependents(token)) {
    const language::Token& t = article_.token(child);
    bool names = t.relation == Relation::amod || t.relation == Relation::compound || t.relation == Relation::nmod_poss ||
                 t.relation == Relation::flat;
    if (after && t.relation == Relation::nmod) {
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      const text::Key by = preposition == none ? 0 : article_.token(preposition).key;
      names = by == "of"_key || by == "from"_key || (by == "in"_key && rules(head.lemma));
      // "thousands of Nigerians", "a group of Moroccan diplomats": what is counted names the party.
      if (by == "of"_key && !article_.entity_at(child).set() && parties.empty()) {
        for (std::uint32_t below : article_.links.dependents(child)) {
          const Relation r = article_.token(below).relation;
          if (r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss) add_at(below);
        }
      }
    }
    if (!names) continue;
    // "Hungarian and Romanian officials", "US-Pakistan ties"
    for (std::uint32_t other : article_.links.dependents(child))
      if (other < child && article_.token(other).relation == Relation::compound) add_at(other);
    add_at(child);
    for (std::uint32_t other : article_.links.dependents(child))
      if (other > child && article_.token(other).relation == Relation::conj) add_at(other);
  }
  return parties;
}

std::pair<EntityId, EntityId> Parties::compound_of(std::uint32_t token) const {
  const std::uint32_t m = article_.mentions.mention_of[token];
  if (m == none) return {};
  const entities::MentionAt& mention = article_.mentions.entities.mentions[m];
  if (mention.last - mention.first != 3 || article_.words(article_.token(mention.first + 1).span) != "-") return {};
  const auto state_of = [&](std::uint32_t word) { return country(words_.state(article_.token(word).key)); };
  return {state_of(mention.first), state_of(mention.first + 2)};
}

EntityId Parties::country_beside(std::uint32_t token) const {
  for (std::uint32_t child : article_.links.dependents(token)) {
    const Relation r = article_.token(child).relation;
    if (r != Relation::amod && r != Relation::compound && r != Relation::nmod_poss && r != Relation::flat && r != Relation::appos) continue;
    if (const EntityId id = article_.entity_at(child); id.set() && entity(id).type == EntityType::country) return id;
  }
  // Titles before a name are read as one long name: look at the words just before it.
  const std::uint32_t mention = article_.mentions.mention_of[token];
  if (mention == none) return {};
  const std::uint32_t first = article_.mentions.entities.mentions[mention].first;
  for (std::uint32_t back = 1; back <= 6 && back <= first; ++back) {
    const language::Token& t = article_.token(first - back);
    if (t.sentence != article_.token(token).sentence) break;
    if (t.tag != Tag::propn && t.tag != Tag::noun && t.tag != Tag::adj && t.tag != Tag::part) break;
    if (const EntityId id = article_.entity_at(first - back); id.set() && entity(id).type == EntityType::country) return id;
    // A demonym that was taken into a longer name: "German Foreign Minister".
    if (const EntityId state = country(words_.state(t.key)); state.set()) return state;
  }
  return {};
}

bool Parties::is_people(std::uint32_t token) const {
  const language::Token& t = article_.token(token);
  if (t.tag != Tag::noun) return false;
  if (words_.is_people(t.lemma)) return true;
  // "thousands of students", "a group of villagers"
  for (std::uint32_t child : article_.links.dependents(token)) {
    const language::Token& counted = article_.token(child);
    if (counted.relation != Relation::nmod || !words_.is_people(counted.lemma)) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    if (preposition != none && article_.token(preposition).key == "of"_key) return true;
  }
  return false;
}

std::vector<Party> Parties::or_people(std::uint32_t token) const {
  std::vector<Party> parties = at(token);
  if (parties.empty() && is_people(token)) parties.push_back({{}, {}, token, span_at(token), true});
  return parties;
}

std::vector<Party> Parties::within(std::uint32_t token) const {
  std::vector<Party> parties;
  within(token, 0, parties);
  return parties;
}

void Parties::within(std::uint32_t token, int depth, std::vector<Party>& parties) const {
  parties = at(token);
  if (!parties.empty()) return;
  if (const EntityId own = article_.entity_at(token); own.set() && entity(own).type == EntityType::place) {
    if (const EntityId state = country(entity(own).country); state.set()) {
      parties.push_back({state, {}, token, span_at(token), false});
      return;
    }
  }
  if (depth >= 3) return;
  for (std::uint32_t child : article_.links.dependents(token)) {
    const Relation r = article_.token(child).relation;
    const bool inside = r == Relation::nmod || r == Relation::nmod_poss || r == Relation::compound || r == Relation::amod ||
                        r == Relation::appos || r == Relation::flat;
    if (!inside) continue;
    within(child, depth + 1, parties);
    if (!parties.empty()) return;
  }
}

}  // namespace khabar::facts
