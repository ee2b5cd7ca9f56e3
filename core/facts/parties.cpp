#include "facts/parties.h"

#include "facts/clauses.h"

#include <algorithm>

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

}  // namespace

Parties::Parties(const mentions::Article& article) : article_(article) {
  const std::vector<Entity>& entities = article.mentions.entities.entities;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    if (entities[i].type == EntityType::country && !entities[i].iso3166.empty()) countries_.try_emplace(entities[i].iso3166, EntityId{i});
}

EntityId Parties::country(const std::string& iso) const {
  const auto known = countries_.find(iso);
  return known == countries_.end() ? EntityId{} : known->second;
}

std::vector<Party> Parties::at(std::uint32_t token) const {
  std::vector<Party> parties;
  auto add = [&](EntityId id, EntityId via) {
    if (std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.entity == id; })) return;
    parties.push_back({id, via, token, facts::span_of(article_, facts::noun_phrase(article_, token))});
  };
  const EntityId own = article_.entity_at(token);
  if (own.set()) {
    const Entity& it = entity(own);
    const EntityId state = country(it.country);
    if (it.type == EntityType::person) {
      const bool has_body = it.affiliation.set() && is_actor(entity(it.affiliation));
      const EntityId behind = has_body && acts_for_state(entity(it.affiliation)) ? country(entity(it.affiliation).country) : EntityId{};
      if (behind.set()) {
        add(behind, own);
      } else if (has_body) {
        add(it.affiliation, own);
      } else if (state.set()) {
        add(state, own);
      } else if (const EntityId named = country_beside(token); named.set()) {
        add(named, own);  // "British Defence Secretary Tom King"
      } else if (!it.roles.empty()) {
        add(own, {});  // an office without a stated country; private persons are no parties
      }
    } else if (it.type == EntityType::organization && acts_for_state(it) && state.set()) {
      add(state, own);
    } else if (is_actor(it) || it.type == EntityType::group_of_people) {
      add(own, {});
    }
    if (!parties.empty()) return parties;
  }
  const language::Token& head = article_.token(token);
  if (head.tag != Tag::noun && head.tag != Tag::propn) return parties;
  // "Egyptian delegation", "Pakistan's army", "the government of Iran": the modifier names the party.
  for (std::uint32_t child : article_.links.dependents(token)) {
    const language::Token& t = article_.token(child);
    bool names = t.relation == Relation::amod || t.relation == Relation::compound || t.relation == Relation::nmod_poss || t.relation == Relation::flat;
    if (t.relation == Relation::nmod) {
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      names = preposition != none && (article_.token(preposition).key == "of"_key || article_.token(preposition).key == "from"_key);
    }
    if (!names) continue;
    auto add_at = [&](std::uint32_t at) {
      const EntityId id = article_.entity_at(at);
      if (id.set() && is_actor(entity(id))) add(id, {});
    };
    add_at(child);
    for (std::uint32_t other : article_.links.dependents(child))
      if (article_.token(other).relation == Relation::conj) add_at(other);
  }
  return parties;
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
  for (std::uint32_t back = 1; back <= 5 && back <= first; ++back) {
    const language::Token& t = article_.token(first - back);
    if (t.sentence != article_.token(token).sentence) break;
    if (t.tag != Tag::propn && t.tag != Tag::noun && t.tag != Tag::adj && t.tag != Tag::part) break;
    if (const EntityId id = article_.entity_at(first - back); id.set() && entity(id).type == EntityType::country) return id;
  }
  return {};
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
      parties.push_back({state, {}, token, facts::span_of(article_, facts::noun_phrase(article_, token))});
      return;
    }
  }
  if (depth >= 3) return;
  for (std::uint32_t child : article_.links.dependents(token)) {
    const Relation r = article_.token(child).relation;
    const bool inside = r == Relation::nmod || r == Relation::nmod_poss || r == Relation::compound || r == Relation::amod || r == Relation::appos ||
                        r == Relation::flat;
    if (!inside) continue;
    within(child, depth + 1, parties);
    if (!parties.empty()) return;
  }
}

}  // namespace khabar::facts
