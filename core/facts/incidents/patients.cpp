// To whom and to what it was done, with those that follow in one list.
#include "facts/incidents/roles.h"

namespace khabar::incidents {

bool RoleFinder::add_patient(Mention& mention, std::uint32_t at) const {
  const bool burned = mention.kind.mode == Mode::arson || mention.kind.mode == Mode::bombing;
  if (burned && (mention.needs & need_thing) && syntax_.token(at).tag == Tag::pron)
    if (const std::uint32_t thing = thing_meant_by(at); thing != none) at = thing;
  if (syntax_.token(at).tag == Tag::pron && !syntax_.entity_of(at).set())
    if (const std::uint32_t person = person_meant_by(at);
        person != none && std::none_of(mention.fillers.begin(), mention.fillers.end(),
                                       [&](const Filler& f) { return f.role == ArgumentRole::actor && f.token == person; }))
      at = person;
  if (syntax_.is_number(at) && syntax_.telling_noun(at) < at) at = syntax_.telling_noun(at);  // "workers, six of whom"
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
  const bool bombers = syntax_.token(tell).lemma == "bomber"_key && mention.verb;  // "drones hit 41 Russian bombers"
  if (bombers && (mention.needs & need_thing) && cls.noun == Noun::attacker)
    cls = {Noun::weapon, Mode::airstrike};  // men are not destroyed
  const bool craft =
      cls.noun == Noun::weapon && cls.mode == Mode::airstrike && ((mention.needs & need_thing) || bombers);  // "shot down a drone"
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
  // "shot down 32 of 40 drones": the drones
  const bool counts = syntax_.is_number(at) && t.key != "one"_key && tell != at && !cls.is_people() && !id.set();
  put(mention, {role, at, id, cls, syntax_.words_of(counts ? tell : at, id), false, group});
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

}  // namespace khabar::incidents
