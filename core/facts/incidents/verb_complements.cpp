// What stands around the verb beside its subject: whom and what it hit, with what; prepositions, by tree and by surface.
#include "facts/incidents/verb_reader.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

// "Bombarded the minister with questions", "robbed customers with fees": words and money, no weapons.
bool is_of_words(Key lemma) {
  static constexpr std::array words = {"question"_key,  "call"_key,      "email"_key,      "message"_key, "letter"_key,     "request"_key,
                                       "fee"_key,       "price"_key,     "tax"_key,        "tariff"_key,  "praise"_key,     "fact"_key,
                                       "criticism"_key, "complaint"_key, "accusation"_key, "demand"_key,  "propaganda"_key, "offer"_key};
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

bool is_critic(Key lemma) {
  return lemma == "critic"_key || lemma == "opponent"_key || lemma == "detractor"_key || lemma == "accuser"_key || lemma == "rival"_key ||
         lemma == "reporter"_key;
}

}  // namespace

void VerbReader::patient(std::uint32_t at) {
  const NounClass cls = class_of(at);
  // "A device planted in a car exploded": what it was hidden in.
  if (token_.lemma == "plant"_key && cls.noun == Noun::vehicle && syntax_.preposition(at) == "in"_key) return;
  if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
    reading_.nonliteral = true;
  } else if (token_.lemma == "drop"_key && syntax_.token(at).lemma == "charge"_key && !syntax_.has(at, Relation::compound)) {
    reading_.nonliteral = true;  // "the charge was dropped"
  } else if (frame_.subject == Part::event && is_only_where(at)) {
    return;  // "explosions rocked the east bank of the Niger"
  } else if (frame_.object == Part::instrument) {
    if (!roles_.add_instrument(mention_, at) && names_event(at)) reading_.event = at;  // "blasts set off by rebels"
  } else if (syntax_.is_rigged(at)) {                                                  // "rammed an explosives-laden van into a gate"
    roles_.add_instrument(mention_, at);
  } else {
    roles_.add_patient(mention_, at);
  }
}

// A side or an end of a place, where explosions were heard.
bool VerbReader::is_only_where(std::uint32_t at) const {
  const std::uint32_t whole = syntax_.whole(at);
  return whole != at && syntax_.is_place(syntax_.entity_of(whole));
}

void VerbReader::prepositions() {
  for (const Link& link : syntax_.links(verb_)) {
    if (link.kind != LinkKind::oblique && link.kind != LinkKind::agent) continue;
    if (syntax_.parted(verb_, link.dependent)) continue;
    Key p = link.preposition;
    std::uint32_t at = link.dependent;
    syntax_.stand_before(p, at);
    at = syntax_.whole(at);
    const bool fire = p == "in"_key && syntax_.token(at).lemma == "fire"_key;  // "wounded in mortar fire"
    if ((p == "with"_key || p == "by"_key || p == "using"_key || fire) && roles_.add_instrument(mention_, at)) {
      roles_.add_weapons(mention_, at);
      if (p == "by"_key) roles_.fired_from(mention_, at);
    }
    if (fire && at > sentence_.first && syntax_.class_of(at - 1).is_thing()) reading_.accident = true;  // "in factory fire"
    const NounClass cls = class_of(at);
    if (p == "with"_key && is_of_words(syntax_.token(at).lemma)) reading_.nonliteral = true;
    const Key where = syntax_.token(at).lemma;  // "landed in the sea": nothing was hit
    if (token_.lemma == "land"_key && (where == "sea"_key || where == "ocean"_key || where == "water"_key || where == "desert"_key))
      reading_.nonliteral = true;
    const bool back = token_.lemma == "fire"_key && verb_ + 1 < sentence_.last && syntax_.token(verb_ + 1).key == "back"_key;
    if (back && p == "at"_key && is_critic(syntax_.token(at).lemma)) reading_.nonliteral = true;
    if (p == "in"_key || p == "during"_key || p == "after"_key || p == "by"_key || p == "from"_key || p == "when"_key) {  // what did it
      if (cls.noun == Noun::accident && p != "during"_key) reading_.accident = true;
      // "After the bombing in Gao, jets struck a camp": two deeds
      const bool answered = p == "after"_key && at < verb_ && !reading_.passive &&
                            (mention_.has(ArgumentRole::actor) || mention_.has(ArgumentRole::instrument));
      if (reading_.event == none && !answered && names_event(syntax_.telling_noun(at))) reading_.event = syntax_.telling_noun(at);
    }
    // "came under fire from critics", "... over the delay": words, no shots.
    if (frame_.subject == Part::patient && frame_.with != 0 && !transitive_ && !(frame_.needs & need_casualty))
      reading_.nonliteral =
          reading_.nonliteral || p == "over"_key || p == "for"_key || (p == "from"_key && cls.noun == Noun::person && !is_of_gang(at));
    if (!takes(p) || (hit_there_ && p == "at"_key)) continue;
    if (group_.passive && verb_ + 2 < sentence_.last && syntax_.token(verb_ + 1).key == p && syntax_.token(verb_ + 2).tag == Tag::adp)
      continue;  // "was fired on near Gao"
    if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
      if (!transitive_ || mention_.fillers.empty()) reading_.nonliteral = true;
      continue;
    }
    const EntityId id = syntax_.entity_of(at);
    const bool stolen = mention_.kind.mode == Mode::cyberattack && syntax_.is_noun(at);  // "stole coins from an exchange"
    if (syntax_.is_time(at) || (!cls.is_people() && !cls.is_thing() && !id.set() && !stolen)) continue;
    if (is_carrier(p, at, cls) || is_ridden(p, at)) continue;
    if (RoleFinder::is_locative(p) && p != "inside"_key && syntax_.is_place(id)) continue;
    if (RoleFinder::is_locative(p) && cls.noun == Noun::settlement && !takes("onto"_key)) continue;  // but "fired rockets at a village"
    patient_found_ = roles_.add_patient(mention_, at) || patient_found_;
  }
}

// "Came under attack from jihadists": who attacked, by its place.
void VerbReader::attackers_behind() {
  if (frame_.subject != Part::patient || frame_.with == 0 || transitive_ || token_.lemma != "come"_key || reading_.nonliteral) return;
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = verb_ + 1; i + 1 < sentence_.last && i < verb_ + reach; ++i) {
    const Key key = syntax_.token(i).key;
    if (syntax_.is_verb(i) || syntax_.token(i).tag == Tag::punct) return;
    if (key != "from"_key && key != "by"_key) continue;
    const std::uint32_t at = chunks_.head_from(i + 1);
    if (at == none || syntax_.is_time(at)) return;
    const NounClass cls = class_of(at);
    const Entity* by = syntax_.entity(syntax_.entity_of(at));
    if (cls.noun == Noun::attacker || cls.noun == Noun::force || is_of_gang(at) || (by && by->type == EntityType::armed_group))
      roles_.add_actor(mention_, at, false);
    return;
  }
}

// "Came under fire from cartel members", not "from members of parliament".
bool VerbReader::is_of_gang(std::uint32_t at) const {
  for (std::uint32_t d : syntax_.dependents(at)) {
    const Entity* e = syntax_.entity(syntax_.article.entity_at(d));
    if (roles_.is_gang(d) || syntax_.class_of(d).noun == Noun::attacker || (e && e->type == EntityType::armed_group)) return true;
  }
  return false;
}

// "Planted a bomb in a car": what carries it, and not what it was meant for.
bool VerbReader::is_carrier(Key preposition, std::uint32_t at, NounClass cls) const {
  if ((preposition != "in"_key && preposition != "inside"_key) || cls.noun != Noun::vehicle || frame_.object != Part::instrument)
    return false;
  if (token_.lemma != "plant"_key && token_.lemma != "place"_key && token_.lemma != "hide"_key && token_.lemma != "conceal"_key &&
      token_.lemma != "put"_key)
    return false;
  const std::uint32_t det = syntax_.dependent(at, Relation::det);
  const Key key = det == none ? Key{0} : syntax_.token(det).key;
  const bool of = at + 1 < sentence_.last && syntax_.token(at + 1).key == "of"_key;
  return (key == "a"_key || key == "an"_key) && !of && !syntax_.entity_of(at).set();
}

// "A grenade thrown by two men on a scooter": what those who did it sat on.
bool VerbReader::is_ridden(Key preposition, std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma;
  const bool saddled = lemma == "motorcycle"_key || lemma == "motorbike"_key || lemma == "scooter"_key || lemma == "moped"_key ||
                       lemma == "bike"_key || lemma == "bicycle"_key;
  if (preposition != "on"_key || !saddled || syntax_.has(at, Relation::nmod_poss)) return false;
  std::uint32_t on = at;
  while (on > sentence_.first && at - on < 4 && syntax_.token(on).key != "on"_key) --on;
  return on > sentence_.first && syntax_.token(on).key == "on"_key && syntax_.is_noun(on - 1) && class_of(on - 1).is_people();
}

// Weapons and targets by the words that follow, where the tree hung them elsewhere.
void VerbReader::words_after() {
  if (hit_there_) return;
  const std::uint32_t last = std::min(sentence_.last, verb_ + RoleFinder::reach);
  for (std::uint32_t i = verb_ + 1; i + 1 < last; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "with"_key || key == "using"_key) {
      if (const std::uint32_t head = chunks_.head_from(i + 1); head != none && roles_.add_instrument(mention_, head))
        roles_.add_weapons(mention_, head);
    }
    const Key lemma = syntax_.token(i).lemma;  // "rammed a truck packed with explosives into a checkpoint"
    const bool load = lemma == "pack"_key || lemma == "load"_key || lemma == "fill"_key || lemma == "lade"_key || lemma == "stuff"_key;
    if (syntax_.token(i).tag == Tag::verb && key != "using"_key && !load) return;
    const bool rams = key == "into"_key && takes(key) && !mention_.hits();
    if (rams && mention_.has(ArgumentRole::instrument)) {
      const std::uint32_t into = chunks_.head_from(i + 1);
      if (into != none && !syntax_.is_time(into) && (class_of(into).is_thing() || class_of(into).is_people()))
        patient_found_ = roles_.add_patient(mention_, into) || patient_found_;
      continue;
    }
    const bool puts = frame_.object == Part::instrument && frame_.subject == Part::actor;  // "laid two bombs in a shop, a bank and a mill"
    const bool steals = mention_.kind.mode == Mode::cyberattack && !transitive_;           // "stole two million in coins from an exchange"
    if (patient_found_ || i > verb_ + (steals ? 9 : puts ? 6 : 3) || !takes(key) || (transitive_ && frame_.with == 0 && !puts)) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || syntax_.is_time(head)) continue;
    const NounClass cls = class_of(head);
    if (is_carrier(key, head, cls) || is_ridden(key, head)) continue;
    const bool onto_it = key == "on"_key;  // "dropped bombs on a village", not "laid bombs in a village"
    if (puts && ((cls.noun == Noun::settlement && !onto_it) || syntax_.entity_of(head).set())) continue;
    if (cls.is_people() || cls.is_thing() || steals) patient_found_ = roles_.add_patient(mention_, head);
  }
}

// "Used drones to find and bomb a camp", "a van was used to ram a gate": who used what.
void VerbReader::used() {
  std::uint32_t at = verb_;
  for (int i = 0; i < 2 && syntax_.token(at).relation == Relation::conj && syntax_.is_verb(syntax_.token(at).head); ++i)
    at = syntax_.token(at).head;
  const Relation relation = syntax_.token(at).relation;
  std::uint32_t use = syntax_.token(at).head;
  if (syntax_.token(use).relation == Relation::obj && !syntax_.is_verb(use)) use = syntax_.token(use).head;
  if ((relation != Relation::advcl && relation != Relation::xcomp && relation != Relation::acl) || use > verb_) return;
  if (syntax_.token(use).lemma != "use"_key || !syntax_.is_verb(use) || !syntax_.article.links.verb_group(at).infinitive) return;
  const bool acted = mention_.has(ArgumentRole::actor);
  for (const Link& link : syntax_.links(use)) {
    const bool passive = link.kind == LinkKind::passive_subject;
    if (link.kind == LinkKind::subject && !acted && plausible_actor(link.dependent)) roles_.add_actor(mention_, link.dependent, false);
    if ((link.kind == LinkKind::object || passive) && roles_.add_instrument(mention_, link.dependent))
      roles_.add_weapons(mention_, link.dependent);
  }
}

// "Gunmen kill usher", "usher shot dead": whom attackers or a bomb kill is somebody, though no list has the word.
void VerbReader::someone_unknown() {
  if (frame_.effect != Effect::killed || !(frame_.needs & need_person) || !is_headline()) return;
  const Key lemma = token_.lemma;
  bool by = reading_.event != none && syntax_.frames.noun(syntax_.token(reading_.event).lemma)->kind.mode != Mode::none;
  by = by || frame_.with != 0 || lemma == "behead"_key || lemma == "assassinate"_key || lemma == "murder"_key || lemma == "lynch"_key;
  for (const Filler& f : mention_.fillers) {
    if (f.role == ArgumentRole::recipient || f.role == ArgumentRole::target) return;
    const Entity* entity = syntax_.entity(f.entity);
    by = by || f.role == ArgumentRole::instrument || f.noun.noun == Noun::attacker || (entity && entity->type == EntityType::armed_group);
  }
  std::uint32_t at = none;
  if (reading_.passive) {
    if (verb_ > sentence_.first && syntax_.is_noun(verb_ - 1)) at = verb_ - 1;
  } else if (objects_.count != 0 && *objects_.begin() > verb_) {
    at = *objects_.begin();
  }
  if (!by || at == none) return;
  const Token& t = syntax_.token(at);
  if (t.tag != Tag::noun || syntax_.class_of(at).noun != Noun::unknown || syntax_.frames.noun(t.lemma)) return;
  if (at + 1 < sentence_.last && syntax_.token(at + 1).key == "of"_key) return;  // "kills hopes of a truce"
  if (syntax_.is_number(at) || syntax_.is_time(at)) return;
  roles_.add_somebody(mention_, at);
}

bool VerbReader::names_arms() const {
  return std::any_of(mention_.fillers.begin(), mention_.fillers.end(), [&](const Filler& filler) {
    if (filler.role != ArgumentRole::actor) return filler.role == ArgumentRole::instrument && filler.noun.noun != Noun::vehicle;
    const Entity* entity = syntax_.entity(filler.entity);
    const Token& word = syntax_.token(filler.token);
    const bool forces = entity && entity->type == EntityType::organization &&  // "US forces", "the Indian Army"
                        syntax_.frames.class_of(word.key, word.lemma).noun == Noun::force;
    return forces || filler.noun.noun == Noun::attacker || filler.noun.noun == Noun::force ||
           (entity && (entity->type == EntityType::armed_group || entity->type == EntityType::country));
  });
}

}  // namespace khabar::incidents
