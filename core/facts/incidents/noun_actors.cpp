// Who did what an event noun tells: "the murder of a judge by gunmen", "clashes with smugglers", "Israeli strikes".
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/roles.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

// "A Sudanese paramilitary drone strike", "Colombian rebel drones": theirs who stand between, and not the state's.
bool is_of_fighters(const Syntax& syntax, std::uint32_t state, std::uint32_t noun) {
  for (std::uint32_t i = state + 1; i < noun; ++i)
    if (syntax.token(i).key == "paramilitary"_key || syntax.class_of(i).noun == Noun::attacker) return true;
  return false;
}

bool is_from_afar(Key lemma) {
  return lemma == "strike"_key || lemma == "airstrike"_key || lemma == "air-strike"_key || lemma == "gunfire"_key;
}

}  // namespace

// "Was informed of the raid by his aides": who told of it did not do it, attackers aside.
bool RoleFinder::is_told_by(std::uint32_t noun, std::uint32_t agent) const {
  const Token& t = syntax_.token(syntax_.token(noun).head);
  const bool tells = t.lemma == "inform"_key || t.lemma == "tell"_key || t.lemma == "brief"_key || t.lemma == "notify"_key ||
                     t.lemma == "remind"_key || t.lemma == "warn"_key || t.lemma == "question"_key;
  return tells && syntax_.article.links.verb_group(syntax_.token(noun).head).passive &&
         syntax_.class_of(syntax_.telling_noun(agent)).noun != Noun::attacker;
}

// "the murder of a judge by gunmen", "an attack on a bus, carried out yesterday by rebels": the agent by its words, where the tree hung
// it elsewhere.
void RoleFinder::agent_after(Mention& mention, const NounFrame& frame) const {
  if (mention.has(ArgumentRole::actor)) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  // "Five died in attacks by rebels": right behind the noun, whatever the tree hung it on.
  bool carried = frame.effect.has_value() || (mention.token + 1 < sentence.last && syntax_.token(mention.token + 1).key == "by"_key);
  for (std::uint32_t i = mention.token + 1; i + 1 < sentence.last && i < mention.token + reach; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb && is_support_verb(t.lemma) && (t.form == Form::past_participle || t.form == Form::past)) {
      // "The report on the raid was made by": what was made is the report.
      const bool another =
          syntax_.preposition(mention.token) != 0 && syntax_.token(i - 1).tag == Tag::aux && syntax_.token(i - 1).key != "being"_key;
      if (another) return;
      carried = true;
    } else if (t.tag == Tag::verb && t.relation != Relation::amod && t.key != "including"_key) {
      return;
    }
    if (t.tag == Tag::sconj || (t.tag == Tag::pron && t.relation != Relation::nmod_poss)) return;
    if (t.key != "by"_key) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || syntax_.is_time(head) || is_told_by(mention.token, head)) return;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    const EntityId id = syntax_.entity_of(head);
    if (!carried && cls.noun != Noun::attacker) continue;
    if (cls.is_people() || (id.set() && acts(*syntax_.entity(id)))) add_actor(mention, head, false);
    return;
  }
}

// Both sides of a clash do it: those that it was "with".
bool RoleFinder::is_opponent(const Mention& mention, const NounFrame& frame, std::uint32_t head) const {
  if (mention.kind.mode != Mode::clash || frame.of != Part::actor) return false;
  const Entity* entity = syntax_.entity(syntax_.entity_of(head));
  return entity ? acts(*entity) : syntax_.class_of(syntax_.telling_noun(head)).is_people();
}

// "reported nine clashes with smugglers": by its place, where the tree hung them on the verb.
void RoleFinder::opponent_after(Mention& mention, const NounFrame& frame) const {
  // "Clashes broke out between protesters and police"
  const std::uint32_t verb = syntax_.token(mention.token).head;
  if (mention.kind.mode == Mode::clash && syntax_.is_verb(verb) && syntax_.token(mention.token).relation == Relation::nsubj) {
    const Key lemma = syntax_.token(verb).lemma;
    if (lemma == "break"_key || lemma == "erupt"_key || lemma == "ensue"_key || lemma == "flare"_key || lemma == "continue"_key)
      for (const Link& link : syntax_.links(verb)) {
        if (link.kind != LinkKind::oblique || link.preposition != "between"_key) continue;
        if (!is_opponent(mention, frame, link.dependent)) continue;
        add_actor(mention, link.dependent, false);
        for (std::uint32_t d : syntax_.dependents(link.dependent))
          if (syntax_.token(d).relation == Relation::conj && is_opponent(mention, frame, d)) add_actor(mention, d, false);
      }
  }
  states_that_report(mention);
  states_between(mention);
  sides_between(mention, frame);
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.token + 2 >= sentence.last || syntax_.token(mention.token + 1).key != "with"_key) return;
  const std::uint32_t head = chunks_.head_from(mention.token + 2);
  if (head == none || !is_opponent(mention, frame, head)) return;
  for (const Filler& f : mention.fillers)
    if (f.token == head) return;
  add_actor(mention, head, false);
}

// "Clashes between the army and the Red Front": both sides by their place, where the tree took one for something else.
void RoleFinder::sides_between(Mention& mention, const NounFrame& frame) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.kind.mode != Mode::clash || mention.token + 4 >= sentence.last || syntax_.token(mention.token + 1).key != "between"_key)
    return;
  const std::uint32_t first = chunks_.head_from(mention.token + 2);
  if (first == none || first + 2 >= sentence.last || syntax_.token(first + 1).key != "and"_key) return;
  const std::uint32_t second = chunks_.head_from(first + 2);
  if (second == none || !is_opponent(mention, frame, first) || !is_opponent(mention, frame, second)) return;
  for (const std::uint32_t side : {first, second}) {
    const bool told = std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) {
      return f.token == side || (f.entity.set() && f.entity == syntax_.entity_of(side));
    });
    if (!told) add_actor(mention, side, false);
  }
}

// "Clashes between Chad and Niger erupted", "Fighting between Chadian and Nigerien forces": two states, by their place. Where no forces
// are told, what clashes do or what they are called says that they are no match and no quarrel.
void RoleFinder::states_between(Mention& mention) const {
  static constexpr std::array rage = {"erupt"_key,  "break"_key,     "flare"_key,    "rage"_key,
                                      "resume"_key, "intensify"_key, "escalate"_key, "subside"_key};
  static constexpr std::array armed = {"border"_key, "armed"_key,  "deadly"_key, "military"_key,  "renewed"_key,
                                       "heavy"_key,  "bloody"_key, "fresh"_key,  "artillery"_key, "naval"_key};
  constexpr std::uint32_t reach = 5;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.kind.mode != Mode::clash || !(mention.needs & need_violent)) return;
  const auto is_any = [](Key key, const auto& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  std::uint32_t at = mention.token + 1;
  bool raging = false;
  while (at < sentence.last && at < mention.token + reach && syntax_.token(at).key != "between"_key) {
    raging = raging || is_any(syntax_.token(at).lemma, rage);
    ++at;
  }
  if (at + 3 >= sentence.last || syntax_.token(at).key != "between"_key) return;
  const auto state_at = [&](std::uint32_t i) -> const entities::MentionAt* {
    if (i < sentence.last && syntax_.token(i).tag == Tag::det) ++i;
    const std::uint32_t m = i < sentence.last ? syntax_.article.mentions.mention_of[i] : mentions::none;
    if (m == mentions::none) return nullptr;
    const entities::MentionAt& named = syntax_.article.mentions.entities.mentions[m];
    return syntax_.entity(named.entity)->type == EntityType::country ? &named : nullptr;
  };
  const entities::MentionAt* first = state_at(at + 1);
  if (first == nullptr || first->last + 1 >= sentence.last || syntax_.token(first->last).key != "and"_key) return;
  const entities::MentionAt* second = state_at(first->last + 1);
  if (second == nullptr) return;
  const std::uint32_t next = second->last;
  const bool forces = next < sentence.last && syntax_.is_noun(next) && syntax_.class_of(next).noun == Noun::force;
  const std::uint32_t verb = next + (forces ? 1 : 0);
  raging = raging || (verb < sentence.last && is_any(syntax_.token(verb).lemma, rage));
  for (std::uint32_t i = mention.token; i > sentence.first && mention.token - i < 3 && !raging; --i)
    raging = is_any(syntax_.token(i - 1).lemma, armed);
  if (!forces && !raging) return;
  for (const entities::MentionAt* side : {first, second}) {
    const bool told =
        std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) { return f.entity == side->entity; });
    if (!told)
      put(mention, {ArgumentRole::actor,
                    side->last - 1,
                    side->entity,
                    {Noun::force, Mode::none},
                    syntax_.words_of(side->last - 1, side->entity),
                    false});
  }
  mention.needs &= static_cast<std::uint8_t>(~need_violent);
}

// "Togo, Benin report deaths in clashes": with each other, where no others are told of.
void RoleFinder::states_that_report(Mention& mention) const {
  if (mention.kind.mode != Mode::clash || mention.has(ArgumentRole::actor)) return;
  std::uint32_t verb = mention.token;
  for (int i = 0; i < 3 && !syntax_.is_verb(verb); ++i) verb = syntax_.token(verb).head;
  const Key tells = syntax_.token(verb).lemma;
  if (!is_report_verb(tells) && tells != "count"_key) return;
  std::uint32_t sides[2] = {none, none};
  for (std::uint32_t d : syntax_.dependents(verb))
    if (syntax_.token(d).relation == Relation::nsubj) sides[0] = d;
  if (sides[0] == none) return;
  for (std::uint32_t d : syntax_.dependents(sides[0]))
    if (syntax_.token(d).relation == Relation::conj) sides[1] = d;
  for (std::uint32_t side : sides) {
    const Entity* entity = side == none ? nullptr : syntax_.entity(syntax_.article.entity_at(side));
    if (!entity || entity->type != EntityType::country) return;
  }
  for (std::uint32_t side : sides) add_actor(mention, side, false);
  mention.needs &= static_cast<std::uint8_t>(~need_violent);  // they report no quarrel
}

bool is_done_by_forces(Key lemma) { return is_from_afar(lemma) || lemma == "raid"_key; }

bool is_done_by_states(Key lemma) {
  return lemma == "shelling"_key || lemma == "bombardment"_key || lemma == "firing"_key || lemma == "incursion"_key ||
         lemma == "offensive"_key || lemma == "aggression"_key;
}

// "Israeli strikes", "a Russian missile attack": of what forces do, the adjective of a state says whose did it.
void RoleFinder::state_before(Mention& mention) const {
  const std::uint32_t n = mention.token;
  const Key lemma = syntax_.token(n).lemma;
  bool of_forces = is_done_by_states(lemma) || is_done_by_forces(lemma);
  std::uint32_t state = none;
  for (std::uint32_t i = n; i > 0 && n - i < 4 && syntax_.token(i - 1).sentence == mention.sentence; --i) {
    const Token& t = syntax_.token(i - 1);
    if (t.key == "air"_key || t.key == "drone"_key || t.key == "missile"_key || t.key == "rocket"_key || t.key == "artillery"_key)
      of_forces = of_forces || lemma == "attack"_key;
    const std::uint32_t m = syntax_.article.mentions.mention_of[i - 1];
    if (m != mentions::none) {
      const entities::MentionAt& named = syntax_.article.mentions.entities.mentions[m];
      if (syntax_.entity(named.entity)->type == EntityType::country && named.kind != MentionKind::pronoun) state = i - 1;
      break;
    }
    if (t.tag != Tag::noun && t.tag != Tag::adj && t.tag != Tag::propn) break;
  }
  if (state == none || !of_forces || mention.has(ArgumentRole::actor) || is_of_fighters(syntax_, state, n)) return;
  put(mention, {ArgumentRole::actor, state, syntax_.article.entity_at(state), {Noun::force, Mode::none}, syntax_.token(state).span, false});
}

// "Ukrainian drone strike": whose the weapon before the noun is.
void RoleFinder::owner_of(Mention& mention, std::uint32_t weapon) const {
  if (!is_from_afar(syntax_.token(mention.token).lemma)) return;
  for (std::uint32_t of : syntax_.dependents(weapon)) {
    if (of > weapon) continue;
    const EntityId whose = syntax_.article.entity_at(of);
    const bool made = syntax_.article.words(syntax_.token(of + 1).span) == "-";
    if (made || !whose.set() || is_of_fighters(syntax_, of, weapon)) continue;
    const Entity& owner = *syntax_.entity(whose);
    const bool state = owner.type == EntityType::country && syntax_.token(of).tag == Tag::adj;
    if (state || (owner.type == EntityType::organization && acts(owner)))  // "a CIA drone strike"
      put(mention, {ArgumentRole::actor, of, whose, {Noun::force, Mode::none}, syntax_.words_of(of, whose), false});
  }
}

// "Gao: Red Front attack kills two": the group named right before it, whatever the tree made of the name.
void RoleFinder::group_before(Mention& mention, const NounFrame& frame) const {
  std::uint32_t before_kind = mention.token;  // "Red Front suicide car bombing"
  while (before_kind > 0 && mention.token - before_kind < 3 && syntax_.token(before_kind - 1).sentence == mention.sentence &&
         syntax_.frames.modifier(syntax_.token(before_kind - 1).key))
    --before_kind;
  const std::uint32_t named = before_kind > 0 ? syntax_.article.mentions.mention_of[before_kind - 1] : mentions::none;
  if (named != mentions::none && (frame.possessive == Part::actor || mention.kind.mode == Mode::suicide_bombing)) {
    const entities::MentionAt& name = syntax_.article.mentions.entities.mentions[named];
    if (!mention.has(ArgumentRole::actor) && name.last == before_kind && name.kind != MentionKind::nominal &&
        syntax_.entity(name.entity)->type == EntityType::armed_group)
      put(mention, {ArgumentRole::actor,
                    name.last - 1,
                    name.entity,
                    {Noun::attacker, Mode::none},
                    syntax_.words_of(name.last - 1, name.entity),
                    false});
  }
}

// "a US-led attack": the first half of the word did it.
void RoleFinder::leader_before(Mention& mention) const {
  for (std::uint32_t d : syntax_.dependents(mention.token))
    if (syntax_.token(d).key == "led"_key && d < mention.token && d >= 2 && syntax_.article.words(syntax_.token(d - 1).span) == "-" &&
        syntax_.article.entity_at(d - 2).set())
      add_actor(mention, d - 2, false);
}

}  // namespace khabar::incidents
