// What hangs on an event noun: "the kidnapping of three engineers by rebels", "a rebel attack on a bus".
#include "facts/incidents/roles.h"

namespace khabar::incidents {

namespace {

bool is_massacre(Key lemma) { return lemma == "massacre"_key || lemma == "slaughter"_key || lemma == "carnage"_key; }

}  // namespace

void RoleFinder::add_as(Mention& mention, Part part, std::uint32_t at) const {
  if (part == Part::actor) add_actor(mention, at, false);
  if (part == Part::patient) add_patient(mention, at);
  if (part == Part::instrument) add_instrument(mention, at);
}

// "The kidnapping of three engineers by rebels": what stands behind the preposition `p`.
void RoleFinder::complement(Mention& mention, RoleReading& reading, const NounFrame& frame, std::uint32_t d, Key p) const {
  const NounClass cls = syntax_.class_of(syntax_.telling_noun(d));
  const EntityId id = syntax_.entity_of(d);
  if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
    if (is_target_preposition(p) || p == "of"_key) reading.nonliteral = true;
    return;
  }
  if (cls.noun == Noun::accident) {
    if (p == "of"_key || p == "in"_key || p == "from"_key) reading.accident = true;
    return;
  }
  if (p == "by"_key || (p == "with"_key && is_opponent(mention, frame, d))) {
    if (!is_told_by(mention.token, d)) add_actor(mention, d, false);
  } else if (p == "with"_key || p == "using"_key) {
    if (add_instrument(mention, d)) add_weapons(mention, d);
  } else if (p == "of"_key) {
    if (const std::uint32_t victim = name_after_of(mention.token, frame); d > victim) return;  // what stands beside the name
    const Token& event = syntax_.token(mention.token);
    if (event.key == "battle"_key && event.has(Token::initial_capital) && syntax_.token(d).tag == Tag::propn)
      return;  // "the Battle of Gao"
    const bool hit = frame.of == Part::actor && (cls.is_thing() || cls.noun == Noun::person);
    add_as(mention, hit ? Part::patient : frame.of, d);
  } else if (p == "between"_key) {
    add_actor(mention, d, false);
  } else if (is_target_preposition(p) || (p == "in"_key && cls.is_thing() && !id.set() && mention.kind.mode == Mode::bombing) ||
             (p == "to"_key && (mention.needs & need_casualty))) {
    const bool place = syntax_.is_place(syntax_.entity_of(d)) && p != "on"_key && p != "against"_key;
    if (!place && !(cls.noun == Noun::settlement && is_locative(p)) &&
        (cls.is_people() || cls.is_thing() || id.set() || p == "on"_key || p == "against"_key))
      add_patient(mention, d);
  }
}

// "The rebels' kidnapping of two nurses", "Gao's deaths": whose it is.
void RoleFinder::possessor(Mention& mention, const NounFrame& frame, std::uint32_t d) const {
  const NounClass cls = syntax_.class_of(syntax_.telling_noun(d));
  const Entity* entity = syntax_.entity(syntax_.entity_of(d));
  if (entity && (entity->type == EntityType::place || syntax_.is_time(d))) return;
  if ((mention.needs & need_casualty) && syntax_.token(d).tag == Tag::pron) return;  // "died of his wounds"
  Part part = frame.possessive;
  // "The rebels' kidnapping of two nurses": where others are told whom it was done to, whose it is did it.
  if (part == Part::patient && frame.of == Part::patient && is_done_to_others(mention.token)) part = Part::actor;
  if (entity && entity->type == EntityType::country && frame.of == Part::patient && frame.effect) return;  // "Pakistan's deaths"
  if (!entity && !cls.is_people() && is_body(d)) return;  // "the government's offensive against traffickers"
  add_as(mention, part, d);
}

// "A rebel attack", "the bank robbery": the word before the noun.
void RoleFinder::word_before(Mention& mention, const NounFrame& frame, std::uint32_t d) const {
  const Key event = syntax_.token(mention.token).lemma;
  const NounClass cls = syntax_.class_of(syntax_.telling_noun(d));
  const Entity* entity = syntax_.entity(syntax_.entity_of(d));
  if (entity) {
    if (entity->type == EntityType::armed_group || entity->type == EntityType::country) {
      if (entity->type == EntityType::country && frame.effect) return;
      if (entity->type == EntityType::country && syntax_.token(d).tag == Tag::propn &&
          syntax_.article.mentions.entities.mentions[syntax_.article.mentions.mention_of[d]].kind != MentionKind::demonym &&
          !syntax_.is_adjective_of_state(d) && !is_done_by_states(event))
        return;  // "the Pakistan train attack": a place
      if (entity->type == EntityType::country)
        for (std::uint32_t i = d + 1; i < mention.token; ++i)
          if (syntax_.class_of(i).noun == Noun::facility) return;  // "a US nightclub shooting"
      add_actor(mention, d, false);
    } else if (entity->type == EntityType::organization && is_done_by_forces(event) && acts(*entity)) {
      add_actor(mention, d, false);  // "a NATO airstrike"
    } else if (entity->type == EntityType::facility || (entity->type == EntityType::person && frame.possessive == Part::patient)) {
      add_patient(mention, d);
    }
    return;
  }
  const EntityId people = syntax_.article.entity_at(d);
  if (people.set() && syntax_.entity(people)->type == EntityType::country) return;
  if (cls.noun == Noun::attacker && is_massacre(event)) {
    if (is_gang(d)) add_actor(mention, d, false);  // "gang massacre"
  } else if (cls.noun == Noun::weapon) {
    const bool battle = syntax_.token(d).key == "gun"_key && mention.kind.mode == Mode::clash;  // "gun battle": its kind
    if (!battle) add_instrument(mention, d);
    owner_of(mention, d);
  } else if (cls.noun == Noun::force && is_done_by_forces(event)) {
    if (syntax_.token(d).relation == Relation::compound) add_actor(mention, d, false);  // "an army airstrike"
  } else if (cls.noun == Noun::attacker && frame.possessive != Part::patient) {
    // "A rebel attack": whose. "Terrorist attacks", "550 rebel attacks": of what kind.
    const Key kind = syntax_.token(d).lemma;  // "a criminal attack"
    const bool one = kind != "terrorist"_key && kind != "criminal"_key && !syntax_.is_plural(mention.token);
    if (one || syntax_.is_plural(d)) add_actor(mention, d, false);
  } else if (((cls.noun == Noun::facility || cls.noun == Noun::vehicle) && !syntax_.frames.modifier(syntax_.token(d).key)) ||
             (cls.is_people() && frame.possessive == Part::patient)) {
    const bool kind = syntax_.token(d).key == "terrorist"_key || syntax_.token(d).key == "gang"_key;  // "terrorist murder"
    if (syntax_.token(d).relation == Relation::compound && !kind) add_patient(mention, d);
  }
}

RoleReading RoleFinder::noun(Mention& mention, const NounFrame& frame) const {
  RoleReading reading;
  const std::uint32_t n = mention.token;
  const std::uint32_t day = syntax_.day_above(n);
  std::vector<Link> links(syntax_.links(n).begin(), syntax_.links(n).end());
  if (day != none) links.insert(links.end(), syntax_.links(day).begin(), syntax_.links(day).end());
  for (const Link& link : links) {
    std::uint32_t d = link.dependent;
    if (d == n || syntax_.parted(n, d)) continue;
    Key p = link.preposition;
    syntax_.stand_before(p, d);
    const Relation relation = syntax_.token(d).relation;
    const bool late = link.kind == LinkKind::modifier && relation == Relation::nmod && d > n;  // its preposition hangs elsewhere
    if (link.kind == LinkKind::oblique || link.kind == LinkKind::agent || late) {
      for (std::uint32_t i = d; p == 0 && i > n && d - i < 8; --i)
        if (syntax_.token(i).tag == Tag::adp) p = syntax_.token(i).key;
      complement(mention, reading, frame, d, p);
    } else if (link.kind == LinkKind::modifier && relation == Relation::nmod_poss) {
      possessor(mention, frame, d);
    } else if (link.kind == LinkKind::modifier && (relation == Relation::compound || relation == Relation::amod)) {
      word_before(mention, frame, d);
    }
  }
  group_before(mention, frame);
  leader_before(mention);
  if (const std::uint32_t victim = name_after_of(n, frame); victim != none) add_patient(mention, victim);
  // "accused them of bombing the church": a gerund with its object, though it is read as a noun.
  const bool gerund = syntax_.token(n).form == Form::gerund || (n > 0 && syntax_.token(n - 1).tag == Tag::adp && syntax_.ends_in_ing(n));
  if (gerund && n + 2 < syntax_.size() && syntax_.token(n + 1).sentence == mention.sentence && syntax_.token(n + 1).tag == Tag::det) {
    const std::uint32_t object = chunks_.head_from(n + 1);
    if (object != none && !syntax_.is_time(object)) add_patient(mention, object);
  }
  support(mention, reading);
  aim_of(mention);
  used_in(mention);
  agent_after(mention, frame);
  opponent_after(mention, frame);
  if (mention.kind.mode == Mode::cyberattack) {
    hacked_after(mention);
    crippled(mention);
  }
  state_before(mention);
  if (mention.needs & need_casualty) damaged_after(mention);
  for (const Filler& filler : mention.fillers) {
    const Entity* entity = syntax_.entity(filler.entity);
    if (filler.role == ArgumentRole::instrument) reading.armed = true;
    if (filler.noun.noun == Noun::attacker || (filler.noun.noun == Noun::force) || (entity && entity->type == EntityType::armed_group))
      reading.armed = true;
  }
  return reading;
}

}  // namespace khabar::incidents
