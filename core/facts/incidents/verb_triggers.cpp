// Verbs that evoke incidents: "attacked a convoy", "set a shop ablaze".
#include "facts/incidents/asides.h"
#include "facts/incidents/rhetoric.h"
#include "facts/incidents/sharpening.h"
#include "facts/incidents/trigger_finder.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool has_role(const Mention& m, ArgumentRole role) {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) { return f.role == role; });
}

// "Pirates seize a tanker" - not "police seize a lorry".
bool is_hijack(const Mention& m) {
  bool attackers = false, vehicle = false;
  for (const Filler& f : m.fillers) {
    attackers = attackers || (f.role == ArgumentRole::actor && f.noun.noun == Noun::attacker);
    vehicle = vehicle || (f.role == ArgumentRole::target && f.noun.noun == Noun::vehicle);
  }
  return attackers && vehicle;
}

// "A bus rammed into a lorry, killing nine": traffic, where nobody steers and nothing is rigged.
bool is_of_two_vehicles(const Syntax& syntax, std::uint32_t verb) {
  const Key lemma = syntax.token(verb).lemma;
  if (lemma != "ram"_key && lemma != "plough"_key && lemma != "plow"_key && lemma != "slam"_key && lemma != "smash"_key &&
      lemma != "crash"_key && lemma != "hit"_key)
    return false;
  bool by = false, into = false;
  auto plain = [&](std::uint32_t at) { return syntax.class_of(at).noun == Noun::vehicle && !syntax.is_rigged(at); };
  for (const Link& link : syntax.links(verb)) {
    if (link.kind == LinkKind::subject) by = plain(link.dependent);
    if (link.kind == LinkKind::object || (link.kind == LinkKind::oblique && link.preposition == "into"_key))
      into = into || plain(link.dependent);
  }
  return by && into;
}

// "Four killed as roof collapses", "when a bus overturned": of that, where nobody with arms comes in.
// "An army helicopter crashed, killing nine": nobody did it, whoever it belonged to.
bool is_of_a_crash(const Syntax& syntax, const Mention& m) {
  const Token& t = syntax.token(m.token);
  if (t.relation != Relation::advcl || t.form != Form::gerund || t.head >= m.token) return false;
  if (is_of_two_vehicles(syntax, t.head)) return true;
  const Key lemma = syntax.token(t.head).lemma;
  for (const Link& link : syntax.links(t.head))  // "exploded after a collision, killing nine"
    if (link.kind == LinkKind::oblique && link.preposition == "after"_key && syntax.class_of(link.dependent).noun == Noun::accident)
      return true;
  if (lemma != "crash"_key && lemma != "fall"_key && lemma != "burst"_key && !is_accident_verb(lemma)) return false;
  for (const Link& link : syntax.links(t.head)) {
    const bool inside = link.kind == LinkKind::oblique && (link.preposition == "into"_key || link.preposition == "in"_key);
    if (inside && !syntax.is_place(syntax.entity_of(link.dependent)) && !syntax.is_time(link.dependent) && lemma == "crash"_key)
      return false;  // rammed
    if (link.kind != LinkKind::subject) continue;
    const NounClass cls = syntax.class_of(link.dependent);
    const bool craft = cls.noun == Noun::vehicle || (cls.noun == Noun::weapon && cls.mode == Mode::airstrike && lemma == "crash"_key);
    if ((!craft && !syntax.frames.words.has(syntax.token(link.dependent).lemma, Use::hazard)) || syntax.is_rigged(link.dependent))
      return false;
  }
  return true;
}

// "The driver lost control and hit a group of pedestrians" - not an army of a town
bool lost_control(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  constexpr std::uint32_t reach = 16;
  for (std::uint32_t i = verb; i > first + 1 && verb - i < reach; --i) {
    if (syntax.token(i - 1).key != "control"_key || syntax.token(i - 2).lemma != "lose"_key) continue;
    if (syntax.token(i).key != "of"_key) return true;
    for (std::uint32_t d : syntax.dependents(i - 1))
      if (syntax.class_of(d).noun == Noun::vehicle) return true;
    return false;
  }
  return false;
}

// "A coal mine exploded, killing two": what is no weapon and no vehicle bursts by itself.
bool is_of_a_burst(const Syntax& syntax, std::uint32_t at) {
  const std::uint32_t above = syntax.token(at).head;
  if (syntax.token(above).lemma != "explode"_key || syntax.token(at).relation != Relation::advcl) return false;
  const std::uint32_t what = syntax.dependent(above, Relation::nsubj);
  return what != none && syntax.class_of(syntax.telling_noun(what)).noun == Noun::facility;
}

// "A bomb that had been planted on the railway was defused": what was undone is told by its own verb.
bool is_of_what_was_undone(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  if ((t.relation != Relation::acl_relcl && t.relation != Relation::acl) || t.head >= at) return false;
  const Token& bomb = syntax.token(t.head);
  const Key verb = syntax.token(bomb.head).lemma;
  return (bomb.relation == Relation::nsubj_pass || bomb.relation == Relation::obj) &&
         (verb == "defuse"_key || verb == "disarm"_key || verb == "dismantle"_key || verb == "neutralise"_key || verb == "neutralize"_key);
}

bool is_by_accident(const Syntax& syntax, const Mention& m) {
  if (is_of_a_crash(syntax, m) || lost_control(syntax, m.token)) return true;
  if (m.effect != Effect::killed || has_role(m, ArgumentRole::actor) || has_role(m, ArgumentRole::instrument)) return false;
  if (tells_accident(syntax, m.sentence) || is_of_a_burst(syntax, m.token)) return true;
  const std::uint32_t last = std::min(syntax.article.language.sentences[m.sentence].last, m.token + 12);
  bool clause = false, accident = false;
  for (std::uint32_t i = m.token + 1; i < last; ++i) {
    const Token& t = syntax.token(i);
    if (syntax.frames.noun(t.lemma) || syntax.class_of(i).noun == Noun::attacker || syntax.class_of(i).noun == Noun::weapon) return false;
    if (t.tag == Tag::punct && syntax.article.words(t.span) != "-") break;
    clause = clause || t.key == "as"_key || t.key == "when"_key || t.key == "after"_key;
    accident = accident || (clause && (is_accident_verb(t.lemma) || (syntax.is_noun(i) && syntax.frames.words.has(t.lemma, Use::hazard))));
  }
  return accident;
}

// A verb that takes people, goods or ground.
bool is_taking(const Syntax& syntax, const VerbFrame& frame, const Mention& m) {
  const Key lemma = syntax.token(m.token).lemma;
  return (lemma == "seize"_key || lemma == "capture"_key) && frame.kind.mode == Mode::armed_assault;
}

// "Rebels seize an outpost", "Chad's army captured the town" - not "police seize a lorry".
bool is_capture(const Syntax& syntax, const Mention& m) {
  bool attackers = false, force = false, post = false, ground = false;
  for (const Filler& f : m.fillers) {
    const Entity* e = syntax.entity(f.entity);
    if (f.role == ArgumentRole::actor) {
      attackers = attackers || f.noun.noun == Noun::attacker || (e && e->type == EntityType::armed_group);
      force = force || f.noun.noun == Noun::force || (e && e->type == EntityType::country);
    }
    if (f.role != ArgumentRole::target) continue;
    ground = ground || f.noun.noun == Noun::settlement || (e && e->type == EntityType::place);
    post = post || f.noun.noun == Noun::facility;
  }
  return (attackers && (post || ground)) || (force && ground);
}

// Frames with a particle or object first: "set ablaze" before "set"; then those that a weapon makes: "fired two rockets at" before
// "fired at".
int rank_of(const VerbFrame& frame) { return frame.with != 0 ? 0 : frame.needs & need_weapon ? 1 : 2; }

// "Drove a van into shoppers", "rammed a lorry into a market": what it was done with is no weapon.
bool is_rammed(const Mention& m) {
  return std::any_of(m.fillers.begin(), m.fillers.end(),
                     [](const Filler& f) { return f.role == ArgumentRole::instrument && f.noun.noun == Noun::vehicle; });
}

bool hits_people_or_house(const Mention& m) {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
    return f.role == ArgumentRole::recipient || (f.role == ArgumentRole::target && f.noun.noun == Noun::facility);
  });
}

// Whom it was done to is told, but no attacker, force or weapon: some violence.
bool is_unarmed_violence(const VerbFrame& frame, const Mention& m) {
  const Mode mode = frame.kind.mode;
  const bool violence = mode == Mode::armed_assault || mode == Mode::other_violence || mode == Mode::clash;
  const bool hit = has_role(m, ArgumentRole::recipient) || has_role(m, ArgumentRole::target);
  if (is_rammed(m)) return (frame.needs & need_armed) && hits_people_or_house(m);
  return (frame.needs & need_armed) && hit && violence && frame.with == 0;
}

const char* rule_of(const RoleReading& reading) { return reading.passive ? "incidents.verb_passive" : "incidents.verb_active"; }

// Which rule found it, and whether it is an incident of its own or only an outcome.
void settle_rule(Mention& m, const VerbFrame& frame, const RoleReading& reading) {
  m.rule = !reading.passive ? "incidents.verb_active" : reading.reduced ? "incidents.verb_reduced" : "incidents.verb_passive";
  m.attributive = reading.attributive;
  m.definite = m.definite || reading.attributive;
  if (m.casualty_only()) m.rule = "incidents.casualty";
  // "Two bombs injured 33": told with its cause, the outcome is the incident.
  if (m.casualty_only() && reading.armed && frame.subject == Part::actor && !m.tolls.empty()) {
    m.needs &= static_cast<std::uint8_t>(~need_casualty);
    m.rule = "incidents.verb_active";
  }
  if (m.casualty_only() && (frame.needs & need_thing) && is_by_violence(m)) {
    m.needs &= static_cast<std::uint8_t>(~need_casualty);
    m.rule = rule_of(reading);
  }
}

// "Having fought gallantly"
bool is_praised(const Syntax& syntax, const Mention& m) {
  if (m.kind.mode != Mode::clash || m.token + 1 >= syntax.size()) return false;
  const Key how = syntax.token(m.token + 1).key;
  return how == "gallantly"_key || how == "bravely"_key || how == "valiantly"_key || how == "courageously"_key || how == "heroically"_key;
}

}  // namespace

// The particle, object or complement that the frame asks for; none where it is not there.
std::uint32_t TriggerFinder::companion(std::uint32_t at, Key with) const {
  for (std::uint32_t d : syntax_.dependents(at)) {
    const Relation r = syntax_.token(d).relation;
    if (syntax_.token(d).lemma != with && syntax_.token(d).key != with) continue;
    if (r == Relation::compound_prt || r == Relation::obj || r == Relation::xcomp || r == Relation::obl || r == Relation::advmod ||
        r == Relation::nsubj_pass)
      return d;
  }
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  // "baton-charged the crowd"
  if (at >= sentence.first + 2 && syntax_.token(at - 2).key == with && syntax_.article.words(syntax_.token(at - 1).span) == "-")
    return at - 2;
  if (with == "into"_key)  // "drove his white van into a crowd"
    for (const Link& link : syntax_.links(at))
      if (link.kind == LinkKind::oblique && link.preposition == with) return link.dependent;
  for (std::uint32_t i = at + 1; i < sentence.last && i <= at + 6; ++i) {
    const Token& t = syntax_.token(i);
    const bool near = i <= at + 3 || t.tag != Tag::adp || with == "against"_key;  // "used machetes and guns against mourners"
    if (t.key == with || t.lemma == with) return near ? i : none;
    if (t.tag == Tag::punct || (t.tag == Tag::verb && t.form != Form::past_participle)) break;
  }
  // "set two schools, a mill and several houses on fire"
  for (std::uint32_t i = at + 1; with == "fire"_key && i + 1 < sentence.last && i <= at + 20; ++i) {
    const Token& t = syntax_.token(i);
    if (t.key == "on"_key && syntax_.token(i + 1).key == with) return i + 1;
    if (t.tag == Tag::verb || t.tag == Tag::sconj || (t.tag == Tag::punct && syntax_.article.words(t.span) != ",")) break;
  }
  return none;
}

// "seized 1,400 rounds": of a verb that takes things as well only people count.
void TriggerFinder::drop_goods(std::vector<Toll>& tolls) const {
  std::erase_if(tolls, [&](const Toll& toll) { return !syntax_.class_of(syntax_.telling_noun(toll.token)).is_people(); });
}

// "Eleven militants were eliminated": those it was done to say what kind of deed it was.
bool TriggerFinder::hits_attackers(const Mention& m) const {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    const Entity* e = syntax_.entity(f.entity);
    return f.role == ArgumentRole::recipient && (e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
  });
}

// "every fighter killed will be replaced": whoever it may be, nobody yet.
bool TriggerFinder::is_any_such(const Mention& m) const {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    if (f.role != ArgumentRole::recipient && f.role != ArgumentRole::target) return false;
    const std::uint32_t det = syntax_.dependent(f.token, Relation::det);
    if (det == none) return false;
    const Key key = syntax_.token(det).key;
    return key == "every"_key || key == "each"_key || key == "any"_key;
  });
}

// "Forced her into a van", "to get into a car": a vehicle stands behind the "into", and attackers or men with arms do it.
bool TriggerFinder::is_into_vehicle(const Mention& m) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[m.sentence];
  const bool by = std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    if (f.role != ArgumentRole::actor) return false;
    if (f.noun.noun == Noun::attacker) return true;
    for (std::uint32_t d : syntax_.dependents(f.token))
      if (syntax_.token(d).key == "armed"_key || syntax_.token(d).key == "masked"_key || syntax_.token(d).key == "unidentified"_key ||
          syntax_.token(d).key == "unknown"_key)
        return true;
    return false;
  });
  constexpr std::uint32_t reach = 18, words = 5;
  for (std::uint32_t i = m.token + 1; by && i + 1 < sentence.last && i < m.token + reach; ++i) {
    if (syntax_.token(i).key != "into"_key) continue;
    for (std::uint32_t k = i + 1; k < sentence.last && k < i + words; ++k)
      if (syntax_.class_of(k).noun == Noun::vehicle) return true;
  }
  return false;
}

// "Two bodies, which were taken away by the rebels"
bool TriggerFinder::takes_away_fallen(const Mention& m) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[m.sentence];
  constexpr std::uint32_t reach = 6;
  const std::uint32_t from = m.token - sentence.first > reach ? m.token - reach : sentence.first;
  for (std::uint32_t i = from; i < sentence.last && i < m.token + reach; ++i) {
    const Key lemma = syntax_.token(i).lemma;
    const Key key = syntax_.token(i).key;
    if (lemma == "casualty"_key || lemma == "body"_key || lemma == "corpse"_key || key == "wounded"_key || key == "injured"_key ||
        key == "dead"_key)
      return true;
  }
  return false;
}

// "Kidnappers released a video of the engineer, who was seized in March": other words tell that somebody was taken.
bool TriggerFinder::is_told_of_captives(const VerbFrame& frame, const Mention& m) const {
  if (frame.kind.mode != Mode::kidnapping || frame.with != 0 || !syntax_.article.links.verb_group(m.token).passive) return false;
  const language::Sentence& sentence = syntax_.article.language.sentences[m.sentence];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Key lemma = syntax_.token(i).lemma;
    if (lemma == "kidnapper"_key || lemma == "captive"_key || lemma == "captor"_key || lemma == "hostage"_key || lemma == "abductor"_key)
      return true;
  }
  // "Nine pupils were kidnapped in Gao. The nine were seized on Monday": of an article that opens with a kidnapping
  constexpr std::size_t first = 16;
  const bool told = std::any_of(all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(std::min(all_.size(), first)),
                                [](const Mention& o) { return o.kind.mode == Mode::kidnapping && o.reading.status == Status::happened; });
  return told && std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.value >= 2; });
}

// Null, or what the frame misses.
const char* TriggerFinder::missing(const VerbFrame& frame, const Mention& m, const RoleReading& reading) const {
  const bool person = has_role(m, ArgumentRole::recipient), thing = has_role(m, ArgumentRole::target);
  const bool weapon = has_role(m, ArgumentRole::instrument);
  if (frame.kind.mode == Mode::hijacking && frame.with == 0 && (frame.needs & need_armed) && !is_hijack(m))
    return "no attackers are told who took a vehicle or a ship";
  if (frame.kind.mode == Mode::kidnapping && frame.with == "into"_key && !is_into_vehicle(m)) return "no car is told into which";
  if (frame.with == "away"_key && takes_away_fallen(m)) return "the dead and wounded are taken away by their own";
  if (is_taking(syntax_, frame, m) && (!realis::is_headline(syntax_.article, m.sentence) || !is_capture(syntax_, m)))
    return "no post or ground is told that attackers or an army took";
  if ((frame.needs & need_person) && !person && m.tolls.empty()) return "nobody is told whom it was done to, and no number of people";
  if ((frame.needs & need_thing) && !thing) return "nothing is told that it was done to";
  if ((frame.needs & need_weapon) && !weapon && (reading.event == none || m.fillers.empty())) return "no weapon is told";
  const bool of_object = (frame.needs & need_undone) && !syntax_.article.links.verb_group(m.token).passive;  // not "jets neutralised"
  const bool explosive = std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    const bool bears = f.noun.mode != Mode::armed_assault && f.noun.mode != Mode::other_violence;
    return f.role == ArgumentRole::instrument && bears && !(of_object && f.token < m.token);
  });
  if ((frame.needs & need_explosive) && !explosive) return "no explosive is told";
  if (is_praised(syntax_, m) && !person && !thing) return "how somebody fought is told, and against nobody";
  const bool brawl = syntax_.token(m.token).lemma == "clash"_key && person;  // "villagers clashed with herders"
  const bool armed = brawl || is_told_of_captives(frame, m) || reading.armed || reading.event != none ||
                     (frame.effect == Effect::killed && hits_attackers(m));
  if ((frame.needs & need_armed) && !armed) return "no attacker, force or weapon is told";
  if (frame.with == 0 && !(frame.needs & need_casualty) && m.fillers.empty() && m.tolls.empty() && reading.event == none)
    return "no parties and no numbers are told";
  return nullptr;
}

// "Ninety were detained in hospital".
bool TriggerFinder::is_in_hospital(const Mention& m) const {
  if (m.kind.mode != Mode::arrest || m.token + 2 >= syntax_.size()) return false;
  const Key lemma = syntax_.token(m.token + 2).lemma;
  return syntax_.token(m.token + 1).key == "in"_key && lemma == "hospital"_key;
}

// "The hunters shot three boars": animals alone.
bool TriggerFinder::hits_animals(const Mention& m) const {
  if (has_role(m, ArgumentRole::recipient) || has_role(m, ArgumentRole::target)) return false;
  bool animals = false;
  for (const Link& link : syntax_.links(m.token)) {
    if (link.kind != LinkKind::object && link.kind != LinkKind::passive_subject) continue;
    if (!syntax_.frames.words.has(syntax_.token(link.dependent).lemma, Use::animal)) return false;
    animals = true;
  }
  return animals;
}

// "Ghana beat Togo in the final"
bool TriggerFinder::beats_country(const Mention& m) const {
  const Key lemma = syntax_.token(m.token).lemma;
  if (lemma != "beat"_key && lemma != "thrash"_key && lemma != "hammer"_key && lemma != "crush"_key) return false;
  for (const Link& link : syntax_.links(m.token)) {
    const Entity* entity = link.kind == LinkKind::object ? syntax_.entity(syntax_.entity_of(link.dependent)) : nullptr;
    if (entity && entity->type == EntityType::country) return true;
  }
  return false;
}

// "Iran hanged three men over a bombing", "two convicts were executed": what courts order, though no court is told of. Not what attackers
// or soldiers do.
bool TriggerFinder::is_by_sentence(const Mention& m) const {
  const Key lemma = syntax_.token(m.token).lemma;
  if (lemma != "hang"_key && syntax_.token(m.token).key != "hanged"_key && lemma != "execute"_key) return false;
  bool state = false, convict = false;
  for (const Filler& f : m.fillers) {
    const Entity* e = syntax_.entity(f.entity);
    if (f.role == ArgumentRole::actor) {
      const Key who = syntax_.token(f.token).lemma;
      const bool rules = who == "authority"_key || who == "government"_key || who == "prison"_key;
      if (!rules && (!e || e->type != EntityType::country || syntax_.token(f.token).tag != Tag::propn)) return false;
      state = true;
    }
    const Key whom = syntax_.token(syntax_.telling_noun(f.token)).lemma;
    convict = convict || (f.role == ArgumentRole::recipient && (whom == "convict"_key || whom == "murderer"_key || whom == "rapist"_key));
  }
  if (state || convict) return true;
  const language::Sentence& sentence = syntax_.article.language.sentences[m.sentence];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "hanging"_key && i > m.token && syntax_.token(i - 1).key == "by"_key) return true;
    if (key == "convicted"_key || key == "sentenced"_key || key == "condemned"_key) return true;
    if (key == "over"_key && i > m.token && i + 1 < sentence.last && !syntax_.is_number(i + 1))
      return true;  // "hanged in May over the raid"
  }
  return false;
}

// "Three B-52 bombers landed in Gao", "the navy sank an old frigate during an exercise"
bool TriggerFinder::is_service(const Mention& m) const {
  const Key lemma = syntax_.token(m.token).lemma;
  if (lemma == "land"_key)
    return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) { return syntax_.token(f.token).lemma == "bomber"_key; });
  if (lemma != "sink"_key) return false;
  const language::Sentence& sentence = syntax_.article.language.sentences[m.sentence];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (syntax_.token(i).lemma == "exercise"_key || syntax_.token(i).lemma == "drill"_key) return true;
  return false;
}

// Null, or why what the verb tells is no incident.
const char* TriggerFinder::no_incident(const Mention& m, const RoleReading& reading) const {
  const std::uint32_t at = m.token;
  return reading.accident || is_by_accident(syntax_, m) ? "an accident, an illness or a disaster did it"
         : reading.nonliteral                           ? "a figure of speech: what it is done to or by can be neither hit nor hurt"
         : hits_animals(m)                              ? "animals alone were hit"
         : beats_country(m)                             ? "a match: nobody beats a country up"
         : is_fictional(syntax_, at)                    ? "a film, a match or a drill"
         : (!m.effect && is_rhetorical(syntax_, at)) || is_attack_in_words(syntax_, m) || is_quarrel(syntax_, m) ? "an attack in words"
         : is_pictured(syntax_, m)                                                                               ? "a picture"
         : is_robbed_of_chance(syntax_, m)    ? "a figure of speech: nobody can carry off what was robbed"
         : is_service(m)                      ? "a film, a match or a drill"
         : is_of_what_was_undone(syntax_, at) ? "a bomb that was defused"
         : is_missile_test(syntax_, m)        ? "a test: nobody and nothing was hit"
         : is_by_sentence(m)                  ? "what courts order"
         : is_in_hospital(m)                  ? "kept in hospital: nobody is under arrest"
         : reading.reduced && is_of_those(at) ? "says which of those told of"
         : reading.reduced && is_any_such(m)  ? "whoever it may be: no one incident"
                                              : nullptr;
}

// "Gunmen kill lamplighter": one, though no list has the word.
void TriggerFinder::one_unknown(Mention& m) const {
  if (!realis::is_headline(syntax_.article, m.sentence)) return;
  for (const Filler& f : m.fillers) {
    const bool somebody = f.noun.noun == Noun::person || f.noun.noun == Noun::unknown;
    const bool unknown = f.role == ArgumentRole::recipient && !f.entity.set() && somebody &&
                         syntax_.class_of(f.token).noun == Noun::unknown && syntax_.token(f.token).form == Form::singular;
    if (!unknown) continue;
    Toll toll;
    toll.effect = Effect::killed;
    toll.value = 1;
    toll.span = syntax_.token(f.token).span;
    toll.token = f.token;
    toll.noun = Noun::person;
    toll.who = std::string(syntax_.article.words(toll.span));
    toll.sentence = m.sentence;
    m.tolls.push_back(std::move(toll));
  }
}

// The verb as the frame has it: who, whom, with what, how many.
RoleReading TriggerFinder::read_verb(Mention& m, const VerbFrame& frame, std::uint32_t with) const {
  const std::uint32_t at = m.token;
  m.verb = true;
  m.kind = frame.kind;
  m.effect = frame.effect;
  m.needs = frame.needs;
  const RoleReading reading = roles_.verb(m, frame);
  if (frame.subject == Part::patient && frame.object == Part::instrument && with != none) roles_.add_mine(m, with);
  if (frame.effect || tolls_.tells(at)) m.tolls = tolls_.read(at);
  for (std::uint32_t d : syntax_.dependents(at))
    if (syntax_.token(d).key == "fatally"_key) {  // "fatally shot", "fatally wounded"
      m.effect = Effect::killed;
      if (m.tolls.empty()) m.tolls = tolls_.beside(at, Effect::killed, reading.passive);
      for (Toll& toll : m.tolls) toll.effect = Effect::killed;
    }
  if (frame.effect && frame.with != 0)  // "stabbed two to death"
    for (Toll& toll : m.tolls) toll.effect = *frame.effect;
  if (m.tolls.empty() && frame.with != 0 && frame.effect) m.tolls = tolls_beside(at, reading.passive);
  if (m.tolls.empty() && frame.effect && !m.fillers.empty() && !m.casualty_only())
    m.tolls = tolls_.beside(at, *frame.effect, reading.passive);
  if (m.tolls.empty() && frame.effect && frame.with == "field"_key)
    m.tolls = tolls_.beside(at, *frame.effect, true);  // "fell on the field"
  if (frame.effect == Effect::abducted && (frame.needs & need_armed)) drop_goods(m.tolls);
  if (m.tolls.empty() && frame.effect == Effect::killed) one_unknown(m);
  return reading;
}

// "Troops repelled an attack on a camp": the attack is told, and by others than repelled it.
bool TriggerFinder::repels_attack(std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma;
  if (lemma != "repel"_key && lemma != "repulse"_key) return false;
  const std::uint32_t object = syntax_.dependent(at, Relation::obj);
  return object != none && syntax_.frames.noun(syntax_.token(object).lemma) != nullptr;
}

bool TriggerFinder::is_of_the_attackers(const Mention& m) const {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    if (f.role != ArgumentRole::actor || f.entity.set() || f.noun.noun != Noun::attacker) return false;
    const std::uint32_t det = syntax_.dependent(f.token, Relation::det);
    return det != none && syntax_.token(det).key == "the"_key;
  });
}

bool TriggerFinder::verb(std::uint32_t at, const std::vector<VerbFrame>& frames) {
  if (repels_attack(at)) return false;
  const bool named = syntax_.token(at).form == Form::gerund && syntax_.token(at).has(Token::initial_capital) &&
                     syntax_.article.mentions.mention_of[at] != mentions::none;
  if (named) return false;  // "Downing Street"
  const char* why = nullptr;
  std::optional<Mention> weak;
  for (int rank = 0; rank < 3; ++rank)
    for (const VerbFrame& frame : frames) {
      if (rank_of(frame) != rank) continue;
      const std::uint32_t with = frame.with == 0 ? none : companion(at, frame.with);
      if (frame.with != 0 && with == none) continue;
      Mention m = base(at);
      const RoleReading reading = read_verb(m, frame, with);
      if (frame.with == "into"_key && syntax_.token(at).lemma == "drive"_key && !is_rammed(m)) continue;  // "drove into the town"
      // "The attackers used rockets": with what those did it who were told of before.
      if (frame.object == Part::instrument && (frame.needs & need_violent) && !is_of_the_attackers(m)) continue;
      if (frame.kind.mode == Mode::cyberattack && (frame.needs & need_armed) && !has_hackers(syntax_, m)) {  // "gunmen stole cattle"
        why = "no hackers are told";
        continue;
      }
      if (const char* no = no_incident(m, reading)) {
        accident_ = accident_ || reading.accident || is_by_accident(syntax_, m);
        return miss(at, "incidents.verb_active", no);
      }
      if (const char* lack = missing(frame, m, reading)) {
        why = lack;
        if (weak || !is_unarmed_violence(frame, m) || is_taking(syntax_, frame, m)) continue;
        // Who drives a van into people means it; into a house, only the dead tell.
        const bool steered = m.has(ArgumentRole::actor) || syntax_.token(at).lemma == "ram"_key;
        const bool meant = is_rammed(m) && steered && m.has(ArgumentRole::recipient);
        m.kind = {Mode::other_violence, !is_rammed(m)};
        m.needs = meant ? std::uint8_t{0} : std::uint8_t{need_violent};
        m.unarmed = !meant;
        m.rule = rule_of(reading);
        weak = std::move(m);
        continue;
      }
      // Both sides of a clash do it.
      if (frame.kind.mode == Mode::clash && syntax_.token(at).lemma == "clash"_key && !has_role(m, ArgumentRole::actor))
        for (Filler& f : m.fillers)
          if (f.role == ArgumentRole::recipient) f.role = ArgumentRole::actor;
      settle_rule(m, frame, reading);
      if (with != none) taken_ = with;
      event_of_.push_back(reading.event);
      arm(syntax_, m, reading.event);
      sharpen(syntax_, m);
      read_realis(m);
      all_.push_back(std::move(m));
      return true;
    }
  if (weak) {
    if (syntax_.is_verb(at)) weak->reading = realis::read(syntax_.article, at, syntax_.frames.realis);
    event_of_.push_back(none);
    all_.push_back(std::move(*weak));
    return true;
  }
  if (why) near_misses_.add(syntax_.token(at).span, "incidents.verb_active", why);
  return false;
}

// Did it happen?
void TriggerFinder::read_realis(Mention& m) const {
  const std::uint32_t at = m.token;
  if (syntax_.is_verb(at)) m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
  if (is_unreal_condition(at)) m.reading.status = Status::possible;
  // "Defused a bomb planted along a road": planted, but no bombing
  if (syntax_.token(at).relation == Relation::acl && has_role(m, ArgumentRole::instrument))
    if (const std::vector<VerbFrame>* above = syntax_.frames.verb(syntax_.token(syntax_.token(syntax_.token(at).head).head).lemma))
      for (const VerbFrame& frame : *above) m.needs |= static_cast<std::uint8_t>(frame.needs & need_undone);
  if (m.needs & need_undone)
    m.reading.status = m.reading.status == Status::happened || m.reading.status == Status::ongoing ? Status::failed : Status::possible;
  for (std::uint32_t d : syntax_.dependents(at))  // "none of the policemen was hurt"
    if (d < at && (syntax_.token(d).key == "none"_key || syntax_.token(d).key == "nobody"_key)) m.reading.status = Status::denied;
  // "Police foil plot to bomb mosque, arrest five": what stands past a headline's comma is done.
  if (m.kind.mode == Mode::arrest && m.reading.status == Status::failed && at > 0 &&
      syntax_.article.words(syntax_.token(at - 1).span) == "," && realis::is_headline(syntax_.article, m.sentence))
    m.reading.status = Status::happened;
  // "Gunmen burst into a studio": its past looks like its present.
  const Key key = syntax_.token(at).key;
  if (m.reading.status == Status::general && (key == "burst"_key || key == "hit"_key || key == "set"_key || key == "beat"_key))
    m.reading.status = Status::happened;
}

// "seven of those killed were women"
bool TriggerFinder::is_of_those(std::uint32_t at) const {
  return at > 2 && syntax_.token(at - 1).key == "those"_key && syntax_.token(at - 2).key == "of"_key;
}

// "Had the pilot been killed, there would be war".
bool TriggerFinder::is_unreal_condition(std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  if (syntax_.token(sentence.first).key != "had"_key || at - sentence.first > 12) return false;
  for (std::uint32_t i = sentence.first; i < at; ++i)
    if (syntax_.article.words(syntax_.token(i).span) == ",") return false;
  for (std::uint32_t i = at; i < sentence.last; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "would"_key || key == "might"_key || key == "could"_key) return true;
  }
  return false;
}

// "shot dead", "left two dead": the word that tells the toll stands after the verb.
std::vector<Toll> TriggerFinder::tolls_beside(std::uint32_t at, bool passive) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  for (std::uint32_t i = at + 1; i < sentence.last && i <= at + 6; ++i)
    if (tolls_.tells(i)) {
      // "Omar Noor, 35, shot dead ten people"
      if (!passive && syntax_.token(i).key == "dead"_key && i == at + 1)
        if (std::vector<Toll> after = tolls_.beside(i, Effect::killed, false); !after.empty()) return after;
      return tolls_.read(i);
    }
  return {};
}

}  // namespace khabar::incidents
