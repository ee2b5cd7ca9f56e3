// What it was done with, and whose craft did it.
#include "facts/incidents/roles.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// What comes out of a gun: "machine-gun fire", "mortar rounds".
bool is_discharge(Key lemma) {
  return lemma == "fire"_key || lemma == "burst"_key || lemma == "shot"_key || lemma == "round"_key || lemma == "volley"_key ||
         lemma == "blast"_key;
}

}  // namespace

bool RoleFinder::add_instrument(Mention& mention, std::uint32_t at) const {
  at = syntax_.whole(at);
  if (syntax_.is_number(at)) at = syntax_.telling_noun(at);  // "two of the bullets"
  Span words;
  if (is_discharge(syntax_.token(at).lemma) && at > 0 && syntax_.token(at - 1).sentence == syntax_.token(at).sentence &&
      syntax_.frames.class_of(syntax_.token(at - 1).key, syntax_.token(at - 1).lemma).noun == Noun::weapon) {
    words = {syntax_.words_of(at, {}).begin, syntax_.token(at - 1).span.end};
    --at;
    words.begin = std::min(words.begin, syntax_.token(at).span.begin);
  }
  const std::uint32_t tell = syntax_.telling_noun(at);
  NounClass cls = syntax_.class_of(tell);
  if (cls.noun != Noun::weapon) return false;
  for (std::uint32_t d : syntax_.dependents(tell)) {  // "dynamite sticks" are no sticks
    if (syntax_.token(d).relation != Relation::compound) continue;
    const NounClass made_of = syntax_.frames.class_of(syntax_.token(d).key, syntax_.token(d).lemma);
    if (made_of.noun == Noun::weapon && made_of.mode == Mode::bombing) cls = made_of;
  }
  if (words.empty()) words = syntax_.words_of(at, {});
  // "Waziristan drone", "CIA drone": whose and where is told elsewhere.
  for (std::uint32_t i = tell; i > 0 && syntax_.token(i - 1).span.begin >= words.begin; --i) {
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(i - 1));
    if (!entity || entity->type == EntityType::country || syntax_.article.words(syntax_.token(i).span) == "-") continue;
    words.begin = syntax_.token(i).span.begin;
    break;
  }
  if (syntax_.is_rigged(at)) words.end = syntax_.load_of(at);
  if (syntax_.is_laden(at)) words.begin = syntax_.token(at - 3).span.begin;
  put(mention, {ArgumentRole::instrument, at, {}, cls, words, false});
  return true;
}

// "Drove a van into shoppers": what it was done with, though no weapon.
void RoleFinder::add_craft(Mention& mention, std::uint32_t at) const {
  put(mention, {ArgumentRole::instrument, at, {}, {Noun::vehicle, Mode::none}, syntax_.words_of(at, {}), false});
}

// "With mortars, grenades and rifle fire": the weapons that follow in one list with the first.
void RoleFinder::add_weapons(Mention& mention, std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  for (std::uint32_t i = at + 1; i + 1 < sentence.last && i < at + 16;) {
    const bool separates = syntax_.token(i).key == "and"_key || syntax_.article.words(syntax_.token(i).span) == ",";
    if (!separates) return;
    while (i + 1 < sentence.last && (syntax_.token(i + 1).key == "and"_key)) ++i;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || !add_instrument(mention, head)) return;
    i = head + 1;
  }
}

// "Rifles and grenades were used in the attack", "they used a bomb for the killing".
void RoleFinder::used_in(Mention& mention) const {
  const Token& token = syntax_.token(mention.token);
  const Key p = syntax_.preposition(mention.token);
  if (token.relation != Relation::obl || (p != "in"_key && p != "for"_key && p != "during"_key) ||
      syntax_.token(token.head).lemma != "use"_key)
    return;
  const std::uint32_t verb = token.head;
  const bool passive = syntax_.article.links.verb_group(verb).passive;
  for (const Link& link : syntax_.links(verb)) {
    if (link.kind != (passive ? LinkKind::passive_subject : LinkKind::object)) continue;
    if (!add_instrument(mention, link.dependent)) continue;
    add_weapons(mention, link.dependent);
    for (std::uint32_t d : syntax_.dependents(link.dependent))
      if (syntax_.token(d).relation == Relation::conj) add_instrument(mention, d);
    for (const Link& by : syntax_.links(verb))  // who used it
      if (by.kind == (passive ? LinkKind::agent : LinkKind::subject)) add_actor(mention, by.dependent, false);
  }
}

// "Army helicopters bombed": whose craft they are, and who so did it. Drones and missiles are fired by others than made them.
void RoleFinder::add_crew(Mention& mention, std::uint32_t at) const {
  switch (syntax_.token(at).lemma) {
    case "helicopter"_key:
    case "warplane"_key:
    case "plane"_key:
    case "airplane"_key:
    case "aircraft"_key:
    case "jet"_key:
    case "gunship"_key:
    case "tank"_key:
    case "warship"_key:
    case "gunboat"_key:
    case "artillery"_key: break;
    default: return;
  }
  EntityId state;
  std::uint32_t named = none;
  for (std::uint32_t d : syntax_.dependents(at)) {
    const Relation relation = syntax_.token(d).relation;
    if (d > at || (relation != Relation::compound && relation != Relation::amod && relation != Relation::nmod_poss)) continue;
    const EntityId id = syntax_.article.entity_at(d);
    const Entity* entity = syntax_.entity(id);
    if (entity && (entity->type == EntityType::organization || entity->type == EntityType::armed_group)) {
      put(mention, {ArgumentRole::actor, d, id, {Noun::force, Mode::none}, syntax_.words_of(d, id), false});
      return;
    }
    if (entity && entity->type == EntityType::country) {
      state = id;
      named = d;
    } else if (!entity && (is_body(d) || syntax_.class_of(d).noun == Noun::force)) {
      named = d;
    }
  }
  if (named == none) return;
  const Span words =
      state.set() && syntax_.article.entity_at(named) == state ? syntax_.words_of(named, state) : syntax_.words_of(named, {});
  put(mention, {ArgumentRole::actor, named, state, {Noun::force, Mode::none}, words, false});
}

}  // namespace khabar::incidents
