// What stands around a verb, in the order in which it is read; the active: "Gunmen killed three guards with rifles".
#include "facts/incidents/verb_reader.h"

namespace khabar::incidents {

namespace {

bool is_attempt(Key lemma) {
  return lemma == "attempt"_key || lemma == "plot"_key || lemma == "plan"_key || lemma == "bid"_key || lemma == "conspiracy"_key;
}

}  // namespace

RoleReading VerbReader::read() {
  read_links();
  read_voice();
  if (reading_.passive) {
    passive_side();
  } else {
    active_side();
  }
  event_of_relative();
  if (frame_.subject == Part::event && !reading_.passive)
    for (std::uint32_t at : subjects_) roles_.add_actor(mention_, at, false);
  prepositions();
  attackers_behind();
  words_after();
  used();
  drop_actor_hit();
  if (frame_.effect) roles_.add_included(mention_);
  reading_.armed = reading_.armed || names_arms();
  someone_unknown();
  return reading_;
}

void VerbReader::active_side() {
  const bool rams = rams_into();
  if (transitive_)
    for (std::uint32_t at : objects_) rams&& is_plain_craft(at) ? roles_.add_craft(mention_, at) : patient(at);
  if (!transitive_ && frame_.with == 0)  // "fired rockets at a camp"
    for (std::uint32_t at : objects_) roles_.add_instrument(mention_, at);
  bool found = relative_ != none;
  if (frame_.subject == Part::patient && subjects_.count != 0)  // "Ana Diaz, a teacher of the village, died"
    if (const std::uint32_t name = name_before_apposition(start_of(group_.span)); name != none) {
      patient(name);
      return;
    }
  if (const std::uint32_t held = held_for_it(); held != none) {
    roles_.add_actor(mention_, held, false);
    return;
  }
  if (const auto [bearer, weapon] = bearer_of_arms(); bearer != none && frame_.subject == Part::actor) {
    roles_.subject_as(mention_, reading_, frame_.subject, bearer);
    if (roles_.add_instrument(mention_, weapon)) roles_.add_weapons(mention_, weapon);
    return;
  }
  for (std::uint32_t at : subjects_) {
    if (frame_.subject == Part::actor && !plausible_actor(at) && left_ != none && left_ != at && plausible_actor(left_)) continue;
    if (is_behind_preposition(at) || is_of_another_clause(at)) continue;
    if (const std::uint32_t clash = clash_between(at); clash != none) {
      reading_.event = clash;
      found = true;
      continue;
    }
    // "a Chinese coast guard ship rammed a boat", "fired at a boat"
    const bool sails = (token_.lemma == "ram"_key || token_.lemma == "fire"_key) && is_plain_craft(at);
    if (rams && is_plain_craft(at)) roles_.add_craft(mention_, at);
    if (sails) roles_.add_owners(mention_, at);
    roles_.subject_as(mention_, reading_, frame_.subject, at);
    found = true;
  }
  if (!found && left_ != none && (passive_subjects_.count == 0 || plausible_actor(left_)))
    roles_.subject_as(mention_, reading_, frame_.subject, left_);
  const bool told = mention_.has(ArgumentRole::actor) || mention_.has(ArgumentRole::instrument);
  if (!told && left_ == none && frame_.subject == Part::actor)
    if (const std::uint32_t who = who_attempts(); who != none && plausible_actor(who)) roles_.add_actor(mention_, who, false);
}

// "Rammed a lorry into a market", "a van ploughed into shoppers"
bool VerbReader::rams_into() const {
  if (frame_.with != "into"_key && token_.lemma != "ram"_key) return false;
  for (const Link& link : syntax_.links(verb_))
    if ((link.kind == LinkKind::oblique && link.preposition == "into"_key) ||
        (link.kind == LinkKind::object && syntax_.preposition(link.dependent) == "into"_key))
      return true;
  return false;
}

bool VerbReader::is_plain_craft(std::uint32_t at) const { return class_of(at).noun == Noun::vehicle && !syntax_.is_rigged(at); }

bool VerbReader::plausible_actor(std::uint32_t at) const {
  const NounClass cls = class_of(at);
  const EntityId id = syntax_.entity_of(at);
  return cls.is_people() || cls.noun == Noun::weapon || cls.noun == Noun::accident ||
         syntax_.frames.noun(syntax_.token(syntax_.telling_noun(at)).lemma) || (id.set() && RoleFinder::acts(*syntax_.entity(id)));
}

// "An attack on Judge Ana Diaz wounded two": a name behind a preposition is no subject, though the tree makes it one.
bool VerbReader::is_behind_preposition(std::uint32_t at) const {
  const std::uint32_t m = syntax_.article.mentions.mention_of[at];
  const Entity* entity = syntax_.entity(syntax_.entity_of(at));
  if (!entity || at > verb_ || entity->type != EntityType::person) return false;
  std::uint32_t i = m == none ? at : syntax_.article.mentions.entities.mentions[m].first;
  while (i > sentence_.first + 1 && !syntax_.is_time(i - 1)) {
    if (is_mark(i - 1, "]")) {  // "the ILA [Inland Lakes Authority] director"
      while (i > sentence_.first + 1 && !is_mark(i - 1, "[")) --i;
      --i;
      continue;
    }
    if (!syntax_.is_noun(i - 1) && syntax_.token(i - 1).tag != Tag::adj) break;
    const EntityId id = syntax_.article.entity_at(i - 1);
    if (id.set() && syntax_.entity(id)->type == EntityType::place) return false;
    --i;
  }
  if (i > sentence_.first + 1 && syntax_.token(i - 1).tag == Tag::det) --i;
  return i > sentence_.first && syntax_.token(i - 1).tag == Tag::adp && !syntax_.is_time(i - 1);
}

// "Men armed with rifles attacked", "a woman wielding a knife stabbed": who did it and with what, whichever of them the tree has for the
// subject.
std::pair<std::uint32_t, std::uint32_t> VerbReader::bearer_of_arms() const {
  constexpr std::uint32_t reach = 14;
  const std::pair<std::uint32_t, std::uint32_t> nobody{none, none};
  const std::uint32_t begin = start_of(group_.span);
  for (std::uint32_t i = begin; i > sentence_.first + 1 && begin - i < reach; --i) {
    const Key key = syntax_.token(i - 1).key;
    const bool armed = key == "armed"_key && i < begin && syntax_.token(i).key == "with"_key;
    const bool bears =
        key == "carrying"_key || key == "wielding"_key || key == "brandishing"_key || key == "bearing"_key || key == "toting"_key;
    if (armed || bears) {
      std::uint32_t bearer = i - 2;
      if (syntax_.token(bearer).tag == Tag::adv && bearer > sentence_.first) --bearer;
      const std::uint32_t weapon = chunks_.head_from(armed ? i + 1 : i, begin);
      const bool arms = weapon != none && class_of(weapon).noun == Noun::weapon;
      return arms && syntax_.is_noun(bearer) && syntax_.class_of(bearer).is_people() ? std::pair(bearer, weapon) : nobody;
    }
    const Token& t = syntax_.token(i - 1);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::pron) return nobody;
  }
  return nobody;
}

// "Clashes between the army and the Red Front killed 56": the clashes did, where the tree took one side for the subject.
std::uint32_t VerbReader::clash_between(std::uint32_t at) const {
  constexpr std::uint32_t reach = 10;
  for (std::uint32_t i = at; i > sentence_.first + 1 && at < verb_ && at - i < reach; --i) {
    if (syntax_.is_verb(i - 1) || syntax_.token(i - 1).tag == Tag::punct) return none;
    if (syntax_.token(i - 1).key != "between"_key) continue;
    return names_event(i - 2) ? i - 2 : none;
  }
  return none;
}

// "Ana Diaz said that a gang took a clerk and killed a guard": a name that another verb has stands for this one only where nobody else
// comes between.
bool VerbReader::is_of_another_clause(std::uint32_t at) const {
  const Entity* entity = syntax_.entity(syntax_.entity_of(at));
  const std::uint32_t first = syntax_.token(at).head;
  if (!entity || entity->type != EntityType::person || at > verb_ || first == verb_ || first <= at || first > verb_) return false;
  if (left_ != none && syntax_.entity_of(left_) == syntax_.entity_of(at)) return false;
  for (std::uint32_t i = first + 1; i < verb_; ++i) {
    const Relation relation = syntax_.token(i).relation;
    if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && syntax_.token(i).head != verb_) return true;
  }
  return false;
}

// "A bomb went off when Luis Mora started his car, killing him": who is "him" did not do it.
void VerbReader::drop_actor_hit() {
  if (reading_.passive) return;
  std::erase_if(mention_.fillers, [&](const Filler& actor) {
    return actor.role == ArgumentRole::actor && actor.entity.set() &&
           std::any_of(mention_.fillers.begin(), mention_.fillers.end(), [&](const Filler& f) {
             return f.role == ArgumentRole::recipient && f.entity == actor.entity && f.token != actor.token &&
                    syntax_.token(f.token).tag == Tag::pron;
           });
  });
}

// "An attempt by rebels to blow up a bridge", "the rebels' plan to", "attacked a clinic in an attempt to": whose attempt it is.
std::uint32_t VerbReader::who_attempts() const {
  if (!group_.infinitive) return none;
  std::uint32_t noun = verb_;  // right before it, or behind "by" and who
  for (std::uint32_t i = verb_ - 1; i > sentence_.first && verb_ - i < 8 && noun == verb_; --i) {
    const Token& t = syntax_.token(i);
    if (is_attempt(t.lemma) && t.tag == Tag::noun) noun = i;
    if (t.tag == Tag::verb || (t.tag == Tag::adp && t.key != "by"_key) || t.tag == Tag::punct) break;
  }
  if (noun == verb_) return none;
  if (noun + 2 < verb_ && syntax_.token(noun + 1).key == "by"_key) return chunks_.head_from(noun + 2, verb_ - 1);
  if (noun + 2 != verb_) return none;
  if (const std::uint32_t whose = syntax_.dependent(noun, Relation::nmod_poss); whose != none) return whose;
  const Token& attempt = syntax_.token(noun);
  const bool aim = attempt.relation == Relation::obl && syntax_.preposition(noun) == "in"_key;
  const bool made = attempt.relation == Relation::obj && syntax_.token(attempt.head).lemma == "make"_key;
  if ((aim || made) && syntax_.is_verb(attempt.head))
    for (const Link& link : syntax_.links(attempt.head))
      if (link.kind == LinkKind::subject) return link.dependent;
  return none;
}

// "Police hold nine over a plot to bomb the port": those who are held, whatever the tree hung the infinitive on; none where nobody is.
std::uint32_t VerbReader::held_for_it() const {
  if (!group_.infinitive || verb_ < sentence_.first + 4 || frame_.subject != Part::actor) return none;
  const std::uint32_t plot = verb_ - 2;
  const Key p = syntax_.preposition(plot);
  if (!is_attempt(syntax_.token(plot).lemma) || (p != "in"_key && p != "over"_key && p != "for"_key)) return none;
  std::uint32_t verb = syntax_.token(plot).head;
  if (syntax_.token(verb).relation == Relation::obj || syntax_.token(verb).relation == Relation::nsubj_pass)
    verb = syntax_.token(verb).head;
  if (!syntax_.is_verb(verb)) return none;
  const std::vector<VerbFrame>* frames = syntax_.frames.verb(syntax_.token(verb).lemma);
  bool holds = syntax_.token(verb).lemma == "hold"_key;
  for (std::size_t i = 0; frames && i < frames->size(); ++i) holds = holds || (*frames)[i].effect == Effect::arrested;
  for (const Link& link : syntax_.links(verb))
    if (holds && (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject)) return link.dependent;
  return none;
}

// "the bombings on two hotels, which killed 57": the relative's noun is the event, though the tree may give a nearer one.
void VerbReader::event_of_relative() {
  for (std::uint32_t i = relative_; relative_ != none && reading_.event == none && i > sentence_.first && relative_ - i < 10; --i) {
    if (syntax_.is_verb(i - 1)) break;
    if (names_event(i - 1)) reading_.event = i - 1;
  }
  if (token_.relation != Relation::acl_relcl || reading_.passive || reading_.event != none) return;
  std::uint32_t at = token_.head;
  for (int i = 0; i < 3; ++i) {
    if (names_event(at)) {
      reading_.event = at;
      return;
    }
    const Relation relation = syntax_.token(at).relation;
    if (relation != Relation::nmod && relation != Relation::conj && relation != Relation::appos) return;
    at = syntax_.token(at).head;
  }
}

RoleReading RoleFinder::verb(Mention& mention, const VerbFrame& frame) const {
  return VerbReader(syntax_, chunks_, *this, mention, frame).read();
}

}  // namespace khabar::incidents
