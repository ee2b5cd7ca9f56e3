// Who did it: the words themselves, and the groups and states that they name.
#include "facts/incidents/roles.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Prepositions that tie a group's name to its people: "members of", "fighters from", "gunmen loyal to".
bool is_membership(Key preposition) {
  return preposition == "of"_key || preposition == "from"_key || preposition == "to"_key || preposition == "with"_key;
}

// What a group with a name of its own is called besides.
bool is_band(Key lemma) {
  return lemma == "movement"_key || lemma == "organization"_key || lemma == "organisation"_key || lemma == "group"_key ||
         lemma == "party"_key || lemma == "front"_key || lemma == "faction"_key || lemma == "network"_key || lemma == "wing"_key ||
         lemma == "branch"_key || lemma == "affiliate"_key || lemma == "offshoot"_key || lemma == "chapter"_key || lemma == "command"_key ||
         lemma == "cartel"_key || lemma == "outfit"_key || lemma == "militia"_key;
}

// Who tells of it for others: "police spokesmen".
bool speaks_for(Key lemma) {
  return lemma == "spokesman"_key || lemma == "spokeswoman"_key || lemma == "spokesperson"_key || lemma == "correspondent"_key;
}

}  // namespace

// "two of them women", not "two of them fled".
bool RoleFinder::tells_more(std::uint32_t at) const {
  return at < syntax_.size() && (syntax_.is_noun(at) || syntax_.token(at).tag == Tag::adj);
}

// "The Red Front-linked group", "an Iran-backed militia": whose side it is on, not who it is.
bool RoleFinder::is_only_near(std::uint32_t name) const {
  if (const std::uint32_t m = syntax_.article.mentions.mention_of[name]; m != none)
    name = syntax_.article.mentions.entities.mentions[m].last - 1;
  if (name + 2 >= syntax_.size() || syntax_.article.words(syntax_.token(name + 1).span) != "-") return false;
  const Key key = syntax_.token(name + 2).key;
  return key == "linked"_key || key == "affiliated"_key || key == "backed"_key || key == "inspired"_key || key == "allied"_key ||
         key == "aligned"_key || key == "funded"_key || key == "supported"_key || key == "trained"_key || key == "sponsored"_key;
}

// "Thai and Cambodian troops": the two states before the noun, in the order of the words; none where they are not two.
std::pair<std::uint32_t, std::uint32_t> RoleFinder::states_before(std::uint32_t noun) const {
  const mentions::Mentions& mentions = syntax_.article.mentions;
  const std::uint32_t first = syntax_.article.language.sentences[syntax_.token(noun).sentence].first;
  constexpr std::uint32_t reach = 4;
  auto is_state = [&](std::uint32_t at) {
    const std::uint32_t m = mentions.mention_of[at];
    if (m == mentions::none || mentions.entities.mentions[m].kind != MentionKind::demonym) return false;
    return syntax_.entity(mentions.entities.mentions[m].entity)->type == EntityType::country;
  };
  for (std::uint32_t i = noun; i > first + 2 && noun - i < reach; --i) {
    std::uint32_t second = i - 1;
    const std::uint32_t m = mentions.mention_of[second];  // "Azerbaijani forces" may be one name
    if (m != mentions::none) second = mentions.entities.mentions[m].first;
    if (m == mentions::none) {
      if (syntax_.token(second).tag != Tag::adj && syntax_.token(second).tag != Tag::noun) break;
      continue;
    }
    if (second < first + 2 || syntax_.token(second - 1).key != "and"_key || !is_state(second - 2)) break;
    return {second - 2, second};
  }
  return {none, none};
}

// "killed five, two of them women, and wounded": they are of those told before.
bool RoleFinder::is_some_of_those(std::uint32_t at) const {
  auto of_those = [&](std::uint32_t of) {
    const Key key = syntax_.token(of + 1).key;
    return syntax_.token(of).key == "of"_key && (key == "them"_key || key == "whom"_key);
  };
  if (at + 2 < syntax_.size() && syntax_.is_number(at) && of_those(at + 1) && tells_more(at + 3)) return true;
  for (std::uint32_t i = at; i > 1 && at - i < 4; --i)
    if (of_those(i - 2)) return true;
  return false;
}

void RoleFinder::add_actor(Mention& mention, std::uint32_t at, bool alleged) const {
  at = syntax_.unbracketed(syntax_.undisguised(at));
  // "The army said that it had repelled": the army, whatever "it" was taken for.
  if (const Key key = syntax_.token(at).key; syntax_.token(at).tag == Tag::pron && (key == "it"_key || key == "they"_key))
    if (const std::uint32_t sayer = says_it_did(at); sayer != none) at = sayer;
  if (syntax_.token(at).tag == Tag::pron && !syntax_.entity_of(at).set()) at = meant_by(at);
  if (at == none) return;
  const Token& t = syntax_.token(at);
  if (syntax_.is_time(at)) return;
  if (speaks_for(t.lemma) || (t.tag == Tag::noun && t.key == "spokesmen"_key)) return;
  if (is_some_of_those(at) || is_said_not(at)) return;
  const std::uint32_t tell = syntax_.telling_noun(at);
  NounClass cls = syntax_.class_of(tell);
  if (!cls.is_people() && (t.lemma == "member"_key || t.lemma == "activist"_key || t.lemma == "follower"_key))
    cls = {Noun::person, Mode::none};  // "members of the Peasants' Party", "of the BNA's 2nd Front"
  if (t.lemma == "intelligence"_key && tell == at && mention.verb &&
      (mention.kind.mode == Mode::arrest || mention.effect == Effect::killed))
    cls = {Noun::force, Mode::none};  // "Turkish intelligence captured"
  EntityId id = syntax_.entity_of(at);
  if (!id.set() && tell != at && !cls.is_people() && syntax_.class_of(at).noun == Noun::attacker) {
    const Entity* band = syntax_.entity(syntax_.article.entity_at(tell));  // "a commando group of the Red Front"
    if (band && (band->type == EntityType::armed_group || band->type == EntityType::organization)) cls = {Noun::attacker, Mode::none};
  }
  if (!id.set() && cls.is_people() && !syntax_.is_plural(at)) id = name_after(at);
  if (!id.set() && cls.is_people() && !syntax_.is_plural(at)) id = name_before(at);
  if (id.set() && !acts(*syntax_.entity(id))) return;
  if (!id.set() && !cls.is_people() && is_band(t.lemma)) {  // "the ELN guerrilla movement, which kidnapped"
    for (std::uint32_t d : syntax_.dependents(at)) {
      const EntityId e = syntax_.article.entity_at(d);
      const Relation relation = syntax_.token(d).relation;
      if (!e.set() || syntax_.entity(e)->type != EntityType::armed_group) continue;
      if (relation != Relation::compound && relation != Relation::amod && relation != Relation::flat && relation != Relation::appos &&
          relation != Relation::nmod_poss)
        continue;
      put(mention, {ArgumentRole::actor, at, e, {Noun::attacker, Mode::none}, syntax_.words_of(d, e), alleged});
      return;
    }
  }
  if (!id.set() && !cls.is_people() && is_body(at)) cls = {Noun::force, Mode::none};  // "killed by the regime"
  if (!id.set() && !cls.is_people() && t.tag != Tag::propn) return;
  if (!id.set() && t.tag == Tag::propn && cls.noun != Noun::unknown && !cls.is_people()) return;
  if (t.tag == Tag::pron && !id.set()) return;
  if (syntax_.is_number(at) && tell == at) return;
  if (t.lemma == "other"_key && tell == at) return;
  if (t.key == "force"_key && at + 3 < syntax_.size() && syntax_.token(at + 1).key == "of"_key && syntax_.token(at + 2).key == "the"_key &&
      syntax_.frames.noun(syntax_.token(at + 3).lemma))
    return;  // "the force of the blast", not "of the army"

  EntityId state;
  std::uint32_t state_word = none;
  std::vector<std::uint32_t> other_states;  // "Togolese, Beninese troops"
  std::vector<std::pair<EntityId, Span>> groups;
  auto has = [&](EntityId group) {
    return std::any_of(groups.begin(), groups.end(), [&](const auto& have) { return have.first == group; });
  };
  auto look = [&](std::uint32_t noun) {
    for (std::uint32_t d : syntax_.dependents(noun)) {
      const Relation relation = syntax_.token(d).relation;
      if (syntax_.parted(noun, d)) continue;
      const bool before =
          relation == Relation::compound || relation == Relation::amod || relation == Relation::nmod_poss || relation == Relation::flat;
      const bool after = (relation == Relation::nmod && is_membership(syntax_.preposition(d))) || relation == Relation::appos;
      if (!before && !after) continue;
      const std::uint32_t outer = syntax_.unbracketed(d);  // "Red Sun Front (RSF) fighters", whichever of both the tree has
      const EntityId e = syntax_.article.entity_at(outer);
      if (!e.set() || e == id || (outer != d && has(e)) || is_only_near(d)) continue;
      const Entity& named = *syntax_.entity(e);
      if (named.type == EntityType::armed_group || named.type == EntityType::organization) {
        groups.emplace_back(e, syntax_.words_of(outer, e));
      } else if (named.type == EntityType::country && before) {
        if (state.set() && !(state == e)) other_states.push_back(state_word);
        state = e;
        state_word = d;
      }
    }
  };
  look(at);
  // "Thai and Cambodian troops", "Armenian and Azerbaijani forces": of each state its own.
  if (const auto [first, second] = states_before(at); first != none) {
    other_states = {first};
    if (!id.set()) {
      state = syntax_.article.entity_at(second);
      state_word = second;
    }
  }
  if (groups.empty() && at + 2 < syntax_.size() && is_membership(syntax_.token(at + 1).key)) {  // where the tree hangs it elsewhere
    const std::uint32_t name = syntax_.token(at + 2).tag == Tag::det && at + 3 < syntax_.size() ? at + 3 : at + 2;
    const EntityId e = syntax_.article.entity_at(name);
    if (e.set() && !(e == id) && syntax_.token(name).sentence == t.sentence && syntax_.entity(e)->type == EntityType::armed_group)
      groups.emplace_back(e, syntax_.words_of(name, e));
  }
  const bool called_so = is_supposed(at) || is_supposed(tell);
  bool supposed = called_so;  // to be of the group
  if (const std::uint32_t name = groups.empty() && !id.set() && cls.is_people() ? said_to_belong(at) : none; name != none) {
    groups.emplace_back(syntax_.article.entity_at(name), syntax_.words_of(name, syntax_.article.entity_at(name)));
    supposed = true;
  }
  if (tell != at) {
    look(tell);
    const EntityId e = syntax_.article.entity_at(tell);
    if (e.set() && (syntax_.entity(e)->type == EntityType::armed_group || syntax_.entity(e)->type == EntityType::organization))
      groups.emplace_back(e, syntax_.words_of(tell, e));
  }
  Filler filler{ArgumentRole::actor, at, id, cls, syntax_.words_of(at, id), alleged || called_so};
  if (!id.set() && groups.empty() && state.set() && cls.noun == Noun::force) filler.entity = state;
  put(mention, filler);
  const bool named = id.set() && syntax_.entity(id)->type == EntityType::organization;  // "Azerbaijani forces"
  if ((cls.noun == Noun::force || named) && syntax_.is_plural(at))
    for (std::uint32_t d : other_states) {
      const EntityId other = syntax_.article.entity_at(d);
      put(mention, {ArgumentRole::actor, d, other, {Noun::force, Mode::none}, syntax_.words_of(d, other), alleged});
    }
  if (tell != at && groups.empty() && !id.set() && cls.noun == Noun::force && is_body(tell))  // "members of the Armed Forces"
    put(mention, {ArgumentRole::actor, tell, {}, cls, syntax_.words_of(tell, {}), alleged});
  if (t.key == "elements"_key && groups.empty() && !id.set())  // "elements of the army"
    for (std::uint32_t d : syntax_.dependents(at))
      if (syntax_.token(d).relation == Relation::nmod && is_body(d))
        put(mention, {ArgumentRole::actor, d, {}, cls, syntax_.words_of(d, {}), alleged});
  for (const auto& [group, span] : groups)
    put(mention, {ArgumentRole::actor, at, group, {Noun::attacker, Mode::none}, span, alleged || supposed});
}

}  // namespace khabar::incidents
