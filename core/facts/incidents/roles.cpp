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

bool RoleFinder::acts(const Entity& entity) {
  if (entity.type == EntityType::organization && entity.sector == "MED") return false;  // who reports it did not do it
  return entity.type == EntityType::person || entity.type == EntityType::organization || entity.type == EntityType::armed_group ||
         entity.type == EntityType::country || entity.type == EntityType::group_of_people;
}

bool RoleFinder::is_body(std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma;
  if (lemma == "army"_key || lemma == "navy"_key || lemma == "military"_key || lemma == "government"_key || lemma == "regime"_key ||
      lemma == "dictatorship"_key)
    return true;
  const Key before = at == 0 ? 0 : syntax_.token(at - 1).key;
  return (lemma == "force"_key || lemma == "forces"_key) && (before == "armed"_key || before == "air"_key);
}

bool RoleFinder::is_gang(std::uint32_t at) const {
  if (syntax_.telling_noun(at) != at) return false;  // "a gang of kidnappers"
  const Key lemma = syntax_.token(at).lemma;
  return lemma == "cartel"_key || lemma == "mafia"_key || lemma == "gang"_key || lemma == "ring"_key || lemma == "militia"_key ||
         lemma == "movement"_key || lemma == "organization"_key || lemma == "organisation"_key;
}

bool RoleFinder::is_locative(Key p) { return p == "in"_key || p == "at"_key || p == "near"_key || p == "outside"_key || p == "inside"_key; }

void RoleFinder::put(Mention& mention, Filler filler) const {
  if (mention.fillers.size() >= 24) return;
  // A verb that the tree took for a noun is no part of what it was done to: "bomb targets tax office".
  if (const std::string_view words = syntax_.article.words(filler.span); words.find(" - ") != std::string_view::npos) {
    const std::uint32_t after = filler.span.begin + static_cast<std::uint32_t>(words.find(" - ")) + 3;  // "Gao - Gunmen"
    if (filler.token != none && syntax_.token(filler.token).span.begin >= after) filler.span.begin = after;
  }
  if (mention.verb && filler.token > mention.token && filler.token != none && filler.span.contains(mention.trigger))
    filler.span.begin = syntax_.token(mention.token + 1).span.begin;
  if (filler.span.length() > 1 && syntax_.article.words(filler.span).back() == '-') --filler.span.end;  // "Saudi-led"
  // "the Front-linked insurgents": "insurgents", where the name is told apart.
  if (filler.span.begin > 0 && syntax_.article.text[filler.span.begin - 1] == '-') {
    const std::string_view words = syntax_.article.words(filler.span);
    const std::size_t blank = words.find(' ');
    const std::string_view first = words.substr(0, blank);
    if (blank != std::string_view::npos &&
        (first == "linked" || first == "backed" || first == "affiliated" || first == "allied" || first == "led"))
      filler.span.begin += static_cast<std::uint32_t>(blank) + 1;
  }
  for (Filler& have : mention.fillers) {
    if (have.role != filler.role) continue;
    if (have.span == filler.span) return;
    if (filler.role == ArgumentRole::instrument && have.span.contains(filler.span)) return;  // "a car packed with explosives"
    if (have.entity.set() && have.entity == filler.entity && have.span.overlaps(filler.span)) return;
  }
  mention.fillers.push_back(filler);
}

void RoleFinder::add_mine(Mention& mention, std::uint32_t at) const {
  std::erase_if(mention.fillers, [&](const Filler& f) { return f.token == at; });
  put(mention, {ArgumentRole::instrument, at, {}, {Noun::weapon, Mode::bombing}, syntax_.words_of(at, {}), false});
}

bool RoleFinder::names_person(EntityId id) const {
  const Entity* e = syntax_.entity(id);
  return e && e->type == EntityType::person;
}

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
  const bool of_those = at + 2 < syntax_.size() && syntax_.token(at + 1).key == "of"_key &&
                        (syntax_.token(at + 2).key == "them"_key || syntax_.token(at + 2).key == "whom"_key);
  if (of_those && syntax_.is_number(at) && tells_more(at + 3)) return;
  for (std::uint32_t i = at; i > 1 && at - i < 4; --i)  // "killed five, two of them women, and wounded": they are of those
    if ((syntax_.token(i - 1).key == "them"_key || syntax_.token(i - 1).key == "whom"_key) && syntax_.token(i - 2).key == "of"_key) return;
  const std::uint32_t tell = syntax_.telling_noun(at);
  NounClass cls = syntax_.class_of(tell);
  if (!cls.is_people() && (t.lemma == "member"_key || t.lemma == "activist"_key || t.lemma == "follower"_key))
    cls = {Noun::person, Mode::none};  // "members of the Peasants' Party", "of the BNA's 2nd Front"
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
  if (groups.empty() && at + 2 < syntax_.size() && is_membership(syntax_.token(at + 1).key)) {  // where the tree hangs it elsewhere
    const std::uint32_t name = syntax_.token(at + 2).tag == Tag::det && at + 3 < syntax_.size() ? at + 3 : at + 2;
    const EntityId e = syntax_.article.entity_at(name);
    if (e.set() && !(e == id) && syntax_.token(name).sentence == t.sentence && syntax_.entity(e)->type == EntityType::armed_group)
      groups.emplace_back(e, syntax_.words_of(name, e));
  }
  if (const std::uint32_t name = groups.empty() && !id.set() && cls.is_people() ? said_to_belong(at) : none; name != none)
    groups.emplace_back(syntax_.article.entity_at(name), syntax_.words_of(name, syntax_.article.entity_at(name)));
  if (tell != at) {
    look(tell);
    const EntityId e = syntax_.article.entity_at(tell);
    if (e.set() && (syntax_.entity(e)->type == EntityType::armed_group || syntax_.entity(e)->type == EntityType::organization))
      groups.emplace_back(e, syntax_.words_of(tell, e));
  }
  Filler filler{ArgumentRole::actor, at, id, cls, syntax_.words_of(at, id), alleged};
  if (!id.set() && groups.empty() && state.set() && cls.noun == Noun::force) filler.entity = state;
  put(mention, filler);
  if (cls.noun == Noun::force && syntax_.is_plural(at))
    for (std::uint32_t d : other_states) {
      const EntityId other = syntax_.article.entity_at(d);
      put(mention, {ArgumentRole::actor, d, other, cls, syntax_.words_of(d, other), alleged});
    }
  if (tell != at && groups.empty() && !id.set() && cls.noun == Noun::force && is_body(tell))  // "members of the Armed Forces"
    put(mention, {ArgumentRole::actor, tell, {}, cls, syntax_.words_of(tell, {}), alleged});
  if (t.key == "elements"_key && groups.empty() && !id.set())  // "elements of the army"
    for (std::uint32_t d : syntax_.dependents(at))
      if (syntax_.token(d).relation == Relation::nmod && is_body(d))
        put(mention, {ArgumentRole::actor, d, {}, cls, syntax_.words_of(d, {}), alleged});
  for (const auto& [group, span] : groups) put(mention, {ArgumentRole::actor, at, group, {Noun::attacker, Mode::none}, span, alleged});
}

bool RoleFinder::add_patient(Mention& mention, std::uint32_t at) const {
  const bool burned = mention.kind.mode == Mode::arson || mention.kind.mode == Mode::bombing;
  if (burned && (mention.needs & need_thing) && syntax_.token(at).tag == Tag::pron)
    if (const std::uint32_t thing = thing_meant_by(at); thing != none) at = thing;
  at = syntax_.unbracketed(syntax_.whole(at));
  if (!names_person(syntax_.entity_of(at))) at = syntax_.titled(at);
  // "struck a police academy": the building, where the tree parts the words.
  if (syntax_.token(at).key == "police"_key && at + 1 < syntax_.size() && syntax_.is_noun(at + 1) &&
      syntax_.token(at + 1).sentence == syntax_.token(at).sentence && syntax_.class_of(at + 1).noun == Noun::facility)
    ++at;
  const Token& t = syntax_.token(at);
  if (syntax_.is_time(at)) return false;
  // "Clash in Gao leaves 40 dead, say officials": who tells it.
  if (at > 1 && syntax_.token(at - 1).sentence == t.sentence && syntax_.token(at - 1).lemma == "say"_key &&
      syntax_.article.words(syntax_.token(at - 2).span) == ",")
    return false;
  if (t.relation == Relation::compound) {  // "property damage"
    const Key whole = syntax_.token(t.head).lemma;
    if (whole == "damage"_key || whole == "loss"_key) return false;
  }
  if (t.lemma == "family"_key && at > 0 && (mention.needs & need_casualty) && syntax_.token(at - 1).relation == Relation::nmod_poss &&
      syntax_.token(at - 1).tag == Tag::pron)
    return false;  // "the injured and their families"
  const std::uint32_t tell = syntax_.telling_noun(at);
  NounClass cls = syntax_.class_of(tell);
  if (cls.noun == Noun::abstract || cls.noun == Noun::accident || cls.noun == Noun::fiction) return false;
  const bool craft = cls.noun == Noun::weapon && cls.mode == Mode::airstrike && (mention.needs & need_thing);  // "shot down a drone"
  if (cls.noun == Noun::weapon && !craft) return false;
  EntityId id = syntax_.entity_of(at);
  if (!id.set() && cls.noun == Noun::vehicle && at + 1 < syntax_.size() && syntax_.token(at + 1).sentence == mention.sentence) {
    const EntityId name = syntax_.entity_of(at + 1);  // "the tanker Silver Dawn"
    if (name.set() && syntax_.entity(name)->type == EntityType::facility) id = name;
  }
  const Entity* entity = syntax_.entity(id);
  if (!entity && (t.tag == Tag::pron || t.tag == Tag::det)) return cls.is_people();
  if (!entity && tell != at && syntax_.is_number(at) && syntax_.token(tell).tag == Tag::pron) return true;  // "two of them"
  if (!entity && tell == at &&
      (syntax_.is_number(at) || t.lemma == "other"_key || t.lemma == "dozen"_key || t.lemma == "hundred"_key || t.lemma == "score"_key ||
       t.key == "hostage"_key || t.key == "captive"_key || t.key == "dead"_key))
    return true;  // "killed 12": a toll, no filler
  if (!entity && !syntax_.is_noun(at) && t.tag != Tag::num && t.tag != Tag::adj) return false;
  if (!entity && cls.noun == Noun::none) return false;
  // "seized three AK-47 rifles"
  if (!entity && cls.noun == Noun::unknown && at + 2 < syntax_.size() && syntax_.article.words(syntax_.token(at + 1).span) == "-" &&
      syntax_.is_number(at + 2))
    return false;
  // "a cyberattack on its supplier", "defaced its screens"
  if (!entity && mention.kind.mode == Mode::cyberattack && syntax_.is_noun(at) && !cls.is_people()) {
    EntityId state;
    for (std::uint32_t d : syntax_.dependents(at)) {  // "defaced Danish sites": Denmark's
      const EntityId of = d < at ? syntax_.article.entity_at(d) : EntityId{};
      if (of.set() && syntax_.entity(of)->type == EntityType::country) state = of;
    }
    put(mention, {state.set() ? ArgumentRole::recipient : ArgumentRole::target, at, state, cls, syntax_.words_of(at, id), false});
    return true;
  }
  if (!entity && cls.noun == Noun::unknown && (t.tag != Tag::propn || !(mention.needs & need_person))) return false;
  ArgumentRole role = ArgumentRole::recipient;
  if (entity) {
    if (entity->type == EntityType::programme) return false;
    const bool building = entity->type == EntityType::organization && syntax_.frames.class_of(t.key, t.lemma).noun == Noun::facility;
    if (entity->type == EntityType::place || entity->type == EntityType::facility || building) role = ArgumentRole::target;
  } else if (cls.is_thing() || craft || cls.noun == Noun::unknown) {
    role = cls.noun == Noun::unknown ? ArgumentRole::recipient : ArgumentRole::target;
  }
  if (role == ArgumentRole::target && mention.kind.mode == Mode::arrest) return false;  // "house arrest": only people are arrested
  const EntityId group = entity || role != ArgumentRole::recipient ? EntityId{} : group_of(at, tell);
  put(mention, {role, at, id, cls, syntax_.words_of(at, id), false, group});
  if (group.set())  // "Red Front and White Front fighters"
    for (std::uint32_t d : syntax_.dependents(at))
      for (std::uint32_t c : syntax_.dependents(d)) {
        const EntityId other = syntax_.token(c).relation == Relation::conj && c < at ? syntax_.article.entity_at(c) : EntityId{};
        if (other.set() && !(other == group) && syntax_.entity(other)->type == EntityType::armed_group)
          put(mention, {role, at, other, cls, syntax_.words_of(c, other), false, {}});
      }
  if (role == ArgumentRole::recipient) add_names(mention, at);
  if (role == ArgumentRole::recipient && !mention.verb && !entity && at > mention.token) add_people(mention, at);
  if (role == ArgumentRole::target && !entity) add_things(mention, at);
  return true;
}

void RoleFinder::add_somebody(Mention& mention, std::uint32_t at) const {
  put(mention, {ArgumentRole::recipient, at, {}, {Noun::person, Mode::none}, syntax_.words_of(at, {}), false, group_of(at, at)});
}

// "a hotel, two clinics and a school": the things that follow in one list with the first.
void RoleFinder::add_things(Mention& mention, std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  bool separated = false, placed = false;
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 40;) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::punct || t.tag == Tag::cconj) {
      // "laid bombs in three shops in Gao: a bakery, a mill and a bank"
      const bool colon = syntax_.article.words(t.span) == ":" && syntax_.is_plural(at) && !separated;
      if (t.tag == Tag::punct && !colon && syntax_.article.words(t.span) != "," && syntax_.article.words(t.span) != "-") return;
      if (colon) placed = false;
      separated = true;
      ++i;
      continue;
    }
    if (t.tag == Tag::adp && !separated && i + 1 < sentence.last && syntax_.is_time(i + 1)) {  // "a bank on Monday and a mill"
      for (++i; i < sentence.last && syntax_.is_time(i);) ++i;
      continue;
    }
    // "a bank in Gao, a residence for advisers and a mill"
    const bool complement = t.key == "of"_key || t.key == "for"_key || t.key == "in"_key || t.key == "near"_key;
    if (t.tag == Tag::adp && complement && !separated) {
      const std::uint32_t inner = chunks_.head_from(i + 1);
      if (inner == none) return;
      placed = placed || t.key != "of"_key;
      i = inner + 1;
      continue;
    }
    if (t.key == "as"_key && i + 2 < sentence.last && syntax_.token(i + 1).key == "well"_key) {  // "a mill as well as two shops"
      separated = true;
      i += 3;
      continue;
    }
    if (separated && t.key == "to"_key) {  // "set fire to a mill and to a shop"
      ++i;
      continue;
    }
    const std::uint32_t head = separated ? chunks_.head_from(i) : none;
    if (head == none || syntax_.is_time(head)) return;
    const bool subject = head + 1 < sentence.last && head > mention.token &&
                         (syntax_.is_verb(head + 1) || syntax_.token(head + 1).tag == Tag::aux) &&
                         syntax_.token(head + 1).form != Form::past_participle && syntax_.token(head + 1).form != Form::gerund;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    const EntityId id = syntax_.entity_of(head);
    // "a hotel in Gao, the former capital, and": what stands beside a place's name begins otherwise than a further thing
    const Key opens = syntax_.token(i).key;
    const bool apart = opens == "a"_key || opens == "an"_key || syntax_.is_number(i) || syntax_.token(i - 1).tag == Tag::cconj;
    const Entity* body = syntax_.entity(id);  // "burned a clinic, the Agrarian Bank and a school"
    const bool house = body && body->type == EntityType::organization && cls.noun != Noun::force;
    if (subject || (!cls.is_thing() && !house) ||
        (placed && (!apart || cls.noun == Noun::settlement || (body && body->type == EntityType::place))))
      return;
    put(mention, {ArgumentRole::target, head, id, cls, syntax_.words_of(head, id), false});
    separated = false;
    i = head + 1;
  }
}

// "The murder of six monks, a cook and her daughter": the people that follow in one list that "and" ends. What stands beside a name says
// who that is.
void RoleFinder::add_people(Mention& mention, std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  std::uint32_t listed[8] = {};
  std::size_t count = 0;
  std::uint32_t i = at + 1;
  bool last = false;
  for (; !last && i + 1 < sentence.last && i < at + 40 && count < 8;) {
    const Token& t = syntax_.token(i);
    if (t.key == "of"_key && count == 0 && i == at + 1) {  // "the governor of Gao, a judge and"
      const std::uint32_t inner = chunks_.head_from(i + 1);
      if (inner == none) return;
      i = inner + 1;
      continue;
    }
    if (t.key != "and"_key && syntax_.article.words(t.span) != ",") break;
    for (; i + 1 < sentence.last && (syntax_.token(i).key == "and"_key || syntax_.article.words(syntax_.token(i).span) == ","); ++i)
      last = last || syntax_.token(i).key == "and"_key;
    const std::uint32_t head = chunks_.head_from(i);
    if (head == none || syntax_.is_time(head) || !syntax_.class_of(syntax_.telling_noun(head)).is_people()) return;
    if (head + 1 < sentence.last && (syntax_.is_verb(head + 1) || syntax_.token(head + 1).tag == Tag::aux)) return;
    const Key lemma = syntax_.token(head).lemma;  // "nine dead and hundreds wounded": numbers, no people
    if (lemma == "hundred"_key || lemma == "dozen"_key || lemma == "other"_key || syntax_.frames.effects.find(syntax_.token(head).key))
      return;
    listed[count++] = head;
    i = head + 1;
  }
  for (std::size_t k = 0; last && k < count; ++k) {
    const EntityId id = syntax_.entity_of(listed[k]);
    put(mention, {ArgumentRole::recipient, listed[k], id, syntax_.class_of(syntax_.telling_noun(listed[k])),
                  syntax_.words_of(listed[k], id), false});
  }
}

// "two reporters, Ana Diaz and Luis Mora": the names that follow, up to the next verb or preposition.
void RoleFinder::add_names(Mention& mention, std::uint32_t at, bool separated) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  const auto& mentions = syntax_.article.mentions;
  bool inner = false;  // "Ana Diaz, wife of Luis Mora": not he
  bool parts = false;  // was there a semicolon?
  bool any = names_person(syntax_.article.entity_at(at));
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 48; ++i) {
    const Token& t = syntax_.token(i);
    const std::uint32_t m = mentions.mention_of[i];
    if (m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      const Entity& e = mentions.entities.entities[named.entity.index];
      if (e.type == EntityType::person && named.kind != MentionKind::pronoun && separated && !inner)
        put(mention, {ArgumentRole::recipient,
                      i,
                      named.entity,
                      {Noun::person, Mode::none},
                      {syntax_.token(named.first).span.begin, syntax_.token(named.last - 1).span.end},
                      false});
      any = any || e.type == EntityType::person;
      i = named.last - 1;
      continue;
    }
    if (t.tag == Tag::cconj && t.key != "and"_key) return;
    const Key next = i + 1 < sentence.last ? syntax_.token(i + 1).key : 0;
    if ((t.key == "along"_key || t.key == "together"_key) && next == "with"_key) {  // "Ana Diaz, along with Luis Mora"
      separated = true;
      ++i;
      continue;
    }
    if (t.key == "as"_key && next == "well"_key) {
      separated = true;
      i += 2;
      continue;
    }
    if (t.tag == Tag::punct) {
      const std::string_view word = syntax_.article.words(t.span);
      if (word == "(" && i + 2 < sentence.last &&
          syntax_.article.words(syntax_.token(i + 2).span) == ")") {  // "Ana Diaz (Chilean), Luis Mora"
        i += 2;
        continue;
      }
      if (word != "," && word != ":" && word != ";" && word != "-" && word != "\"") return;
      if (word == ":" && names_person(syntax_.entity_of(at))) return;  // "held for the murder of Ana Diaz: Luis Mora and"
      separated = true;
      if (word == ";" && !any) return;  // "for the murder of six monks; General Ana Diaz, for": another item
      parts = parts || word == ";";
      inner = false;
    } else if (t.tag == Tag::cconj) {
      separated = true;
      inner = false;
    } else if (t.key == "of"_key) {
      inner = separated && syntax_.token(i - 1).tag != Tag::cconj;  // "the murder of Ana Diaz and of Luis Mora"
    } else if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::pron || t.tag == Tag::sconj || t.tag == Tag::adv ||
               (t.tag == Tag::adp && t.key != "of"_key)) {
      if (t.tag == Tag::pron && t.relation == Relation::nmod_poss && separated) continue;  // "and her driver Luis Mora"
      // "Ana Diaz, 30; a boy known as Luis; Juan Leon": past the semicolon the list goes on.
      std::uint32_t mark = i + 1;
      while (parts && mark < sentence.last && mark < i + 12 && syntax_.article.words(syntax_.token(mark).span) != ";") ++mark;
      if (!parts || mark == sentence.last || mark == i + 12) return;
      i = mark;
    }
  }
}

void RoleFinder::add_included(Mention& mention) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[mention.sentence];
  bool people = false;
  for (const Filler& f : mention.fillers) people = people || (f.role == ArgumentRole::recipient && !f.entity.set());
  if (!people && !mention.tolls.empty()) people = true;
  for (std::uint32_t i = mention.token + 1; people && i + 1 < sentence.last && i < mention.token + 14; ++i) {
    const Token& t = syntax_.token(i);
    if (t.key == "including"_key || (t.key == "among"_key && syntax_.token(i + 1).key == "them"_key)) {
      add_names(mention, t.key == "among"_key ? i + 1 : i, true);
      return;
    }
    const bool ends = t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::pron;
    if (ends && t.relation != Relation::nmod_poss) return;
  }
}

// "By mortar fire from the rebels": who fired, by the words, as the tree hangs them on the verb as often as not.
void RoleFinder::fired_from(Mention& mention, std::uint32_t fire) const {
  if (fire + 2 >= syntax_.size() || syntax_.token(fire).lemma != "fire"_key || syntax_.token(fire + 1).key != "from"_key) return;
  const std::uint32_t head = chunks_.head_from(fire + 2);
  if (head == none || syntax_.is_time(head)) return;
  const Entity* from = syntax_.entity(syntax_.entity_of(head));
  const NounClass who = syntax_.class_of(syntax_.telling_noun(head));
  const bool fires = from ? from->type == EntityType::armed_group : who.noun == Noun::attacker || who.noun == Noun::force;
  if (fires) add_actor(mention, head, false);
}

void RoleFinder::subject_as(Mention& mention, RoleReading& reading, Part part, std::uint32_t at) const {
  if (part != Part::patient && syntax_.token(at).lemma == "fire"_key) {
    for (std::uint32_t d : syntax_.dependents(at)) {  // "Israeli fire kills two"
      const EntityId id = d < at ? syntax_.article.entity_at(d) : EntityId{};
      if (id.set() && syntax_.entity(id)->type == EntityType::country && !syntax_.parted(d, at))
        put(mention, {ArgumentRole::actor, d, id, {Noun::force, Mode::none}, syntax_.words_of(d, id), false});
    }
    if (add_instrument(mention, at)) {  // "by rifle fire"
      fired_from(mention, at);
      return;
    }
  }
  const std::uint32_t tell = syntax_.telling_noun(at);
  const NounClass cls = syntax_.class_of(tell);
  if (cls.noun == Noun::accident) {
    reading.accident = true;
    return;
  }
  if (cls.noun == Noun::fiction) {
    reading.nonliteral = true;
    return;
  }
  const NounFrame* event = syntax_.frames.noun(syntax_.token(tell).lemma);
  if (event && !syntax_.is_verb(tell) && !cls.is_people()) {
    const Modifier* kind = tell == 0 ? nullptr : syntax_.frames.modifier(syntax_.token(tell - 1).key);
    if (kind && kind->kind.mode == Mode::none && tell - 1 != at) reading.accident = true;  // "heart attack kills actor"
    reading.event = tell;
    // "Chad's offensive has killed 600": whose it is did it.
    if (part == Part::actor || part == Part::instrument)
      for (std::uint32_t d : syntax_.dependents(tell))
        if (syntax_.token(d).relation == Relation::nmod_poss && syntax_.entity_of(d).set() &&
            syntax_.entity(syntax_.entity_of(d))->type != EntityType::place)
          add_actor(mention, d, false);
    return;
  }
  if (part == Part::patient) {
    add_patient(mention, at);
    return;
  }
  if (part == Part::actor || part == Part::instrument) add_crew(mention, tell);
  if (add_instrument(mention, at)) {
    // "Saudi-led warplanes bombed": who leads them did it.
    for (std::uint32_t i = tell; cls.mode == Mode::airstrike && i > 2 && tell - i < 4; --i)
      if (syntax_.token(i - 1).key == "led"_key && syntax_.article.words(syntax_.token(i - 2).span) == "-" &&
          syntax_.token(i - 3).sentence == syntax_.token(at).sentence && syntax_.article.entity_at(i - 3).set())
        add_actor(mention, i - 3, false);
    // "A Russian bomb hit", "Turkish jets bombed": whose they were - not "Russian-made", "a Belgian rifle".
    for (std::uint32_t d : syntax_.dependents(tell)) {
      if (syntax_.token(d).relation == Relation::nmod_poss) {  // "by the rebels' bombs"
        const Noun whose = syntax_.class_of(d).noun;
        if (whose == Noun::attacker || whose == Noun::force) add_actor(mention, d, false);
      }
      const EntityId id = syntax_.article.entity_at(d);
      const Entity* state = syntax_.entity(id);
      const bool made = d + 1 < syntax_.size() && syntax_.article.words(syntax_.token(d + 1).span) == "-";
      const bool whose = state && (state->type == EntityType::country || state->type == EntityType::armed_group);
      if (d < tell && whose && !made && (cls.mode == Mode::airstrike || cls.mode == Mode::bombing))
        put(mention, {ArgumentRole::actor, d, id, cls, syntax_.words_of(d, id), false});
    }
    return;
  }
  if (part == Part::actor || (part == Part::instrument && cls.is_people())) add_actor(mention, at, false);
  for (std::uint32_t d : syntax_.dependents(at))  // "men with shotguns burst into a studio"
    if (d > at && cls.is_people() && syntax_.preposition(d) == "with"_key) add_instrument(mention, d);
}

}  // namespace khabar::incidents
