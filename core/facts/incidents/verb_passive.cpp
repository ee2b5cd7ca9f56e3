// The passive: "guards killed by gunmen", "Ana Diaz, a teacher, was shot along with her driver".
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/verb_reader.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

void VerbReader::passive_side() {
  if (token_.lemma == "fire"_key && group_.passive && passive_subjects_.count != 0 && class_of(*passive_subjects_.begin()).is_people()) {
    reading_.nonliteral = true;  // "was fired from his job"
    return;
  }
  bool found = participle_side();
  if (token_.relation == Relation::amod && token_.head > verb_ && !syntax_.is_verb(token_.head) &&
      (frame_.with == 0 || syntax_.token(token_.head).lemma != frame_.with)) {  // "the attacked hotels"
    reading_.attributive = true;
    patient(token_.head);
    return;
  }
  std::uint32_t name = group_.passive ? name_before_who() : none;
  const std::uint32_t start = start_of(group_.span);
  if (name == none && group_.passive && !reading_.reduced) name = name_before_apposition(start);
  if (name == none && group_.passive && !reading_.reduced && passive_subjects_.count == 0) name = name_before_clause(start);
  if (name != none) {
    named_patients(name);
    agents();
    companions();
    return;
  }
  for (std::uint32_t at : passive_subjects_) {
    passive_subject(at);
    found = true;
  }
  if (!found && subjects_.count != 0) {
    patient(*subjects_.begin());
    found = true;
  }
  if (found && !mention_.hits())  // "The head of the guard, General Omar Noor, was killed"
    if (const std::uint32_t name = name_set_beside(start); name != none) patient(name);
  if (group_.passive && is_of_many()) listed_by_semicolons();
  if (!found && verb_ > sentence_.first && syntax_.token(verb_ - 1).key == "found"_key)  // "was found shot to death"
    for (const Link& link : syntax_.links(verb_ - 1))
      if (link.kind == LinkKind::passive_subject) {
        patient(link.dependent);
        found = true;
      }
  if (!found && left_ != none) patient(left_);
  agents();
  companions();
}

// The person's name between two commas right before the verb; none where there is none.
std::uint32_t VerbReader::name_set_beside(std::uint32_t start) const {
  if (start < sentence_.first + 4 || !is_mark(start - 1, ",") || !syntax_.is_person_named(start - 2, false)) return none;
  const std::uint32_t m = syntax_.article.mentions.mention_of[start - 2];
  std::uint32_t first = m == none ? start - 2 : syntax_.article.mentions.entities.mentions[m].first;
  constexpr std::uint32_t longest = 5;  // "Lieutenant General"
  while (first > sentence_.first + 1 && start - first < 2 * longest && syntax_.is_noun(first - 1)) --first;
  return is_mark(first - 1, ",") ? start - 2 : none;
}

// What stands right before a participle without auxiliary: "villagers killed by rebels". True where that was hit.
bool VerbReader::participle_side() {
  std::uint32_t before = verb_;  // no auxiliary before it, adverbs aside
  while (before > sentence_.first && (syntax_.token(before - 1).tag == Tag::adv || syntax_.token(before - 1).key == "been"_key)) --before;
  const bool conjunct = before > sentence_.first && syntax_.token(before - 1).tag == Tag::cconj;
  reading_.reduced = before == sentence_.first || (syntax_.token(before - 1).tag != Tag::aux && !(conjunct && group_.passive));
  if (!reading_.reduced || verb_ == sentence_.first) return false;
  std::uint32_t noun = verb_ - 1;
  const bool people = syntax_.is_noun(noun) && syntax_.class_of(noun).is_people();
  if (people) {
    // "Killers of Professor Ana Diaz held": they were, where a headline's verb has them for its subject.
    std::uint32_t name = noun;
    for (int i = 0; i < 4 && syntax_.token(name).relation == Relation::flat && syntax_.token(name).head < name; ++i)
      name = syntax_.token(name).head;
    const Token& inner = syntax_.token(name);
    const bool of = inner.relation == Relation::nmod && inner.head < name && syntax_.preposition(name) == "of"_key;
    const bool theirs = of && (syntax_.token(inner.head).head == verb_ || token_.head == inner.head);
    const bool held = mention_.kind.mode == Mode::arrest;  // "the killers of two monks jailed in Gao"
    if (theirs && class_of(inner.head).noun == Noun::attacker && (held || is_headline())) noun = inner.head;
    // "Officer guarding voters killed": the officer was.
    if (inner.relation == Relation::obj && inner.head < name && syntax_.token(inner.head).relation == Relation::acl) {
      const std::uint32_t guard = syntax_.token(inner.head).head;
      const bool subject = syntax_.token(guard).relation == Relation::nsubj_pass && syntax_.token(guard).head == verb_;
      if (subject && guard < name) noun = guard;
    }
    patient(noun);
    for (int i = 0; i < 4 && syntax_.token(noun).relation == Relation::conj; ++i) patient(noun = syntax_.token(noun).head);
  }
  // "Explosions of bombs laid by rebels": the weapon right before, whatever the tree says was laid.
  const bool by = verb_ + 1 < sentence_.last && syntax_.token(verb_ + 1).key == "by"_key;
  const bool laid = by && frame_.subject == Part::actor && frame_.object == Part::instrument && class_of(verb_ - 1).noun == Noun::weapon;
  if (laid) patient(verb_ - 1);
  if (people || laid) passive_subjects_.count = 0;
  return people || laid;
}

// A name that commas part from the verb, with those told beside it.
void VerbReader::named_patients(std::uint32_t name) {
  const bool many = is_of_many();
  for (std::uint32_t at : passive_subjects_) {  // "Ana Diaz, a teacher, and Luis Mora, a nurse, were killed"
    const Entity* other = syntax_.entity(syntax_.entity_of(at));
    if (many && at < name && other && other->type == EntityType::person) patient(at);
  }
  patient(name);
  if (!many) return;
  for (std::uint32_t other : chunks_.people_before(name)) patient(other);
  // "Ana Diaz, a teacher of the village, and Luis Mora, a nurse, were killed"
  if (const std::uint32_t other = name_before_and(name); other != none) patient(other);
}

void VerbReader::passive_subject(std::uint32_t at) {
  const bool among = syntax_.preposition(at) == "among"_key;
  if (const std::uint32_t one = syntax_.dependent(at, Relation::nsubj); one != none && among) patient(one);  // "Minister among nine killed"
  if (const std::uint32_t other = subject_of_later(at); other != none) {
    patient(other);
    return;
  }
  if (among && syntax_.is_noun(syntax_.token(at).head)) patient(syntax_.token(at).head);  // "an officer among three killed"
  const NounClass cls = class_of(at);
  const bool named = syntax_.entity_of(at).set();
  const bool odd =
      (frame_.needs & need_person) && !cls.is_people() && !named && left_ != none && left_ != at && class_of(left_).is_people();
  patient(odd ? left_ : at);
  if (odd || at >= verb_ || !is_of_many()) return;
  if (named || cls.is_people())  // "A, B and C were killed", "two women, a girl and a guard"
    for (std::uint32_t other : chunks_.people_before(at)) patient(other);
  // "Luis Mora, a candidate, and his brother were shot"
  if (const std::uint32_t other = cls.is_people() ? name_before_and(at) : none; other != none) patient(other);
  if (cls.is_thing())  // "A house, two shops and a mill were burned"
    for (std::uint32_t other : chunks_.things_before(at)) patient(other);
}

// "A senator running for mayor was shot and is fighting for his life": what stands behind a preposition is no subject, the one of the
// verb that follows is. none elsewhere.
std::uint32_t VerbReader::subject_of_later(std::uint32_t at) const {
  std::uint32_t first = at;
  if (at > verb_ || chunks_.group_ending(at, first) == none || first <= sentence_.first + 1) return none;
  const Key before = syntax_.token(first - 1).key;
  if (before != "for"_key && before != "as"_key && before != "with"_key) return none;
  for (std::uint32_t i = first - 1; i > sentence_.first && first - i < 12; --i) {
    const Token& t = syntax_.token(i - 1);
    const bool subject = t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass;
    if (subject && t.head > verb_ && class_of(i - 1).is_people()) return i - 1;
  }
  return none;
}

// Where the words of a verb group begin.
std::uint32_t VerbReader::start_of(Span group) const {
  std::uint32_t at = verb_;
  while (at > sentence_.first && syntax_.token(at - 1).span.begin >= group.begin) --at;
  return at;
}

// "The son of Ana Diaz, a teacher, was": does a preposition stand before the noun group that the name ends?
bool VerbReader::hangs_on_preposition(std::uint32_t name) const {
  std::uint32_t first = name + 1;
  chunks_.group_ending(name, first);
  return first > sentence_.first && syntax_.token(first - 1).tag == Tag::adp;
}

// "... of Ana Diaz, 30, who was kidnapped": the name right before the pronoun, whatever the tree ties it to.
std::uint32_t VerbReader::name_before_who() const {
  if (who_ == none || who_ < sentence_.first + 2) return none;
  std::uint32_t at = who_ - 1;
  if (!is_mark(at, ",")) return none;
  if (at >= sentence_.first + 3 && syntax_.token(at - 1).tag == Tag::num && is_mark(at - 2, ",")) at -= 2;
  return syntax_.is_person_named(at - 1, false) ? at - 1 : none;
}

// "Ana Diaz, a teacher of the village, was killed": the name before the commas, whatever the tree makes of them.
std::uint32_t VerbReader::name_before_apposition(std::uint32_t at) const {
  if (at < sentence_.first + 3 || !is_mark(at - 1, ",")) return none;
  for (std::uint32_t i = at - 2; i > sentence_.first && at - i < 20; --i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::pron || t.tag == Tag::sconj) return none;
    if (!is_mark(i, ",")) continue;
    const Tag opens = syntax_.token(i + 1).tag;
    if (opens != Tag::det && opens != Tag::noun && opens != Tag::adj) return none;
    return syntax_.is_person_named(i - 1, true) && !hangs_on_preposition(i - 1) ? i - 1 : none;
  }
  return none;
}

// "Ana Diaz, who works for the radio, was kidnapped": the name before the clause, where the tree has no subject.
std::uint32_t VerbReader::name_before_clause(std::uint32_t at) const {
  if (at < sentence_.first + 4 || !is_mark(at - 1, ",")) return none;
  for (std::uint32_t i = at - 2; i > sentence_.first && at - i < 24; --i) {
    const Key opens = syntax_.token(i + 1).key;
    if (!is_mark(i, ",") || (opens != "who"_key && opens != "whose"_key)) continue;
    return syntax_.is_person_named(i - 1, false) && !hangs_on_preposition(i - 1) ? i - 1 : none;
  }
  return none;
}

// The name with an apposition that "and" ties to the noun group.
std::uint32_t VerbReader::name_before_and(std::uint32_t at) const {
  std::uint32_t first = at;
  if (chunks_.group_ending(at, first) == none || first <= sentence_.first || syntax_.token(first - 1).key != "and"_key) return none;
  return name_before_apposition(first - 1);
}

// "Ana Diaz, a clerk; Luis Mora, a nurse; and a driver were kidnapped": the name that opens each part.
void VerbReader::listed_by_semicolons() {
  const std::uint32_t end = start_of(group_.span);
  Few names;
  bool semicolon = false, named = false;
  for (std::uint32_t i = sentence_.first; i < end && names.count < names.at.size(); ++i) {
    if (syntax_.is_verb(i)) return;
    if (is_mark(i, ";")) {
      semicolon = true;
      named = false;
    }
    if (named || !syntax_.is_person_named(i, true)) continue;
    if (i > sentence_.first && syntax_.token(i - 1).tag == Tag::adp) continue;
    names.push(i);
    named = true;
  }
  if (!semicolon) return;
  for (std::uint32_t name : names) patient(name);
}

// "Was killed, along with his driver Luis Mora"
void VerbReader::companions() {
  for (std::uint32_t i = verb_ + 1; i + 2 < sentence_.last && i < verb_ + 8; ++i) {
    const Key key = syntax_.token(i).key;
    if (syntax_.is_verb(i)) return;
    const bool own = key == "with"_key && syntax_.token(i + 1).relation == Relation::nmod_poss && i < verb_ + 3;  // "shot with his driver"
    if (!own && ((key != "along"_key && key != "together"_key) || syntax_.token(i + 1).key != "with"_key)) continue;
    const std::uint32_t head = chunks_.head_from(own ? i + 1 : i + 2);
    if (head != none && class_of(head).is_people()) patient(head);
    return;
  }
}

bool VerbReader::is_of_many() const {
  for (std::uint32_t i = verb_; i > sentence_.first && verb_ - i < 6; --i) {
    const Key key = syntax_.token(i - 1).key;
    if (key == "were"_key || key == "are"_key || key == "have"_key) return true;
    if (syntax_.token(i - 1).tag != Tag::adv && syntax_.token(i - 1).tag != Tag::aux) return false;
  }
  return false;
}

// "Was shot on Monday by gunmen": the noun group behind the first "by" of the clause.
std::uint32_t VerbReader::agent_within(std::uint32_t reach) const {
  for (std::uint32_t i = verb_ + 1; i + 1 < sentence_.last && i < verb_ + reach; ++i) {
    if (const std::uint32_t end = end_of_aside(syntax_, i); end != none) {  // "was shot, survivors said, by soldiers"
      i = end;
      continue;
    }
    const Token& t = syntax_.token(i);
    if (syntax_.is_verb(i) || t.tag == Tag::punct || t.tag == Tag::sconj) return none;
    if (t.key == "by"_key) return chunks_.head_from(i + 1);
  }
  return none;
}

void VerbReader::agents() {
  const auto with_conjuncts = [&](std::uint32_t agent, Part part) {
    roles_.subject_as(mention_, reading_, part, agent);
    for (std::uint32_t d : syntax_.dependents(agent))  // "by the army, the police and a militia"
      if (d > agent && syntax_.token(d).relation == Relation::conj && plausible_actor(d)) roles_.subject_as(mention_, reading_, part, d);
  };
  bool found = false;
  for (const Link& link : syntax_.links(verb_)) {
    if (link.kind != LinkKind::agent) continue;
    with_conjuncts(link.dependent, frame_.subject == Part::patient ? Part::actor : frame_.subject);
    found = true;
  }
  const std::uint32_t agent = found ? none : agent_within(10);
  if (agent != none && !syntax_.is_time(agent)) {
    with_conjuncts(agent, frame_.subject);
  } else if (const std::uint32_t comers = found ? none : attackers_when(); comers != none) {
    with_conjuncts(comers, frame_.subject);
  }
}

// "Nine were killed when gunmen intercepted a bus": attackers who came upon those killed; none where there are none, or they only fled.
std::uint32_t VerbReader::attackers_when() const {
  if (frame_.effect != Effect::killed && frame_.effect != Effect::abducted && frame_.effect != Effect::injured) return none;
  static constexpr std::array others = {"flee"_key, "escape"_key, "surrender"_key, "clash"_key, "fight"_key, "retreat"_key, "try"_key};
  for (std::uint32_t d : syntax_.dependents(verb_)) {
    const Token& t = syntax_.token(d);
    if (d < verb_ || t.relation != Relation::advcl || t.form != Form::past || syntax_.article.links.verb_group(d).passive) continue;
    if (std::find(others.begin(), others.end(), t.lemma) != others.end()) continue;
    const std::uint32_t who = syntax_.dependent(d, Relation::nsubj);
    const bool when = who != none && std::any_of(syntax_.dependents(d).begin(), syntax_.dependents(d).end(),
                                                 [&](std::uint32_t w) { return w < who && syntax_.token(w).key == "when"_key; });
    if (when && class_of(who).noun == Noun::attacker && syntax_.is_plural(who) && !syntax_.entity_of(who).set()) return who;
  }
  return none;
}

}  // namespace khabar::incidents
