// What hangs on an event noun: "the kidnapping of three engineers by rebels", "carried out an attack on a bus".
#include "facts/incidents/roles.h"
#include "facts/incidents/word_readings.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool is_support_verb(Key lemma) {
  switch (lemma) {
    case "carry"_key:
    case "launch"_key:
    case "stage"_key:
    case "mount"_key:
    case "conduct"_key:
    case "commit"_key:
    case "perpetrate"_key:
    case "make"_key:
    case "execute"_key:
    case "unleash"_key:
    case "undertake"_key:
    case "begin"_key:
    case "start"_key:
    case "continue"_key:
    case "order"_key:
    case "direct"_key:
    case "plan"_key:
    case "orchestrate"_key:
    case "mastermind"_key:
    case "wage"_key:
    case "lead"_key:
    case "open"_key:
    case "plot"_key:
    case "attempt"_key:
    case "organize"_key:
    case "organise"_key:
    case "prepare"_key:
    case "do"_key: return true;
    default: return false;
  }
}

bool is_row(Key lemma) {
  return lemma == "series"_key || lemma == "wave"_key || lemma == "string"_key || lemma == "number"_key || lemma == "spate"_key ||
         lemma == "campaign"_key;
}

bool is_suffering_verb(Key lemma) {
  return lemma == "suffer"_key || lemma == "survive"_key || lemma == "escape"_key || lemma == "face"_key || lemma == "experience"_key ||
         lemma == "repel"_key || lemma == "repulse"_key || lemma == "foil"_key || lemma == "thwart"_key;
}

bool gives_parties(Key verb) { return is_support_verb(verb) || is_suffering_verb(verb); }

// "The raid that rebels carried out": the clause of an event noun that says in it who did it.
bool has_own_subject(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t subject = syntax.dependent(verb, Relation::nsubj);
  if (subject == none || subject > verb || syntax.article.links.verb_group(verb).passive) return false;
  const Key key = syntax.token(subject).key;
  return key != "that"_key && key != "which"_key && key != "who"_key;
}

// "Was informed of the raid by his aides": who told of it did not do it, attackers aside.
bool is_told_by(const Syntax& syntax, std::uint32_t noun, std::uint32_t agent) {
  const Token& t = syntax.token(syntax.token(noun).head);
  const bool tells = t.lemma == "inform"_key || t.lemma == "tell"_key || t.lemma == "brief"_key || t.lemma == "notify"_key ||
                     t.lemma == "remind"_key || t.lemma == "warn"_key || t.lemma == "question"_key;
  return tells && syntax.article.links.verb_group(syntax.token(noun).head).passive &&
         syntax.class_of(syntax.telling_noun(agent)).noun != Noun::attacker;
}

bool is_target_preposition(Key p) {
  return p == "on"_key || p == "against"_key || p == "at"_key || p == "upon"_key || p == "outside"_key || p == "inside"_key ||
         p == "near"_key || p == "targeting"_key || p == "toward"_key || p == "towards"_key || p == "into"_key;
}

bool is_from_afar(Key lemma) {
  return lemma == "strike"_key || lemma == "airstrike"_key || lemma == "air-strike"_key || lemma == "gunfire"_key;
}

bool is_massacre(Key lemma) { return lemma == "massacre"_key || lemma == "slaughter"_key || lemma == "carnage"_key; }

bool is_locative_of_target(Key p) { return p == "at"_key || p == "outside"_key || p == "inside"_key || p == "near"_key; }

}  // namespace

// "The explosion took place outside a bank": where it happened is what it hit.
void RoleFinder::place_of(Mention& mention, std::uint32_t verb) const {
  const Key verbal = syntax_.token(verb).lemma;
  bool happened = verbal == "occur"_key || verbal == "happen"_key;
  for (std::uint32_t d : syntax_.dependents(verb))
    happened = happened || (verbal == "take"_key && syntax_.token(d).key == "place"_key) ||
               (verbal == "be"_key && syntax_.token(d).relation == Relation::expl);
  if (!happened || mention.kind.mode != Mode::bombing) return;
  for (const Link& link : syntax_.links(verb)) {
    if (link.kind != LinkKind::oblique || syntax_.is_time(link.dependent)) continue;
    Key p = link.preposition;
    std::uint32_t at = link.dependent;
    syntax_.stand_before(p, at);
    at = syntax_.whole(at);
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(at));
    const Key lemma = syntax_.token(at).lemma;
    const bool middle = lemma == "center"_key || lemma == "centre"_key || lemma == "heart"_key || lemma == "middle"_key;
    const bool stands = (cls.noun == Noun::facility && !middle) || cls.noun == Noun::vehicle;
    if (stands && (is_locative_of_target(p) || p == "in"_key || p == "on"_key)) add_patient(mention, at);
  }
}

// "Ana Diaz was the target of a raid": who is told to be it.
void RoleFinder::aim_of(Mention& mention) const {
  const Token& token = syntax_.token(mention.token);
  if (token.relation != Relation::nmod || syntax_.preposition(mention.token) != "of"_key) return;
  const std::uint32_t aim = token.head;
  const Key lemma = syntax_.token(aim).lemma;
  if ((lemma != "target"_key && lemma != "victim"_key && lemma != "object"_key) || !syntax_.has(aim, Relation::cop)) return;
  const std::uint32_t subject = syntax_.dependent(aim, Relation::nsubj);
  if (subject != none && syntax_.token(subject).tag != Tag::pron) add_patient(mention, subject);
}

// "Chad has been on alert since the rebels launched attacks": the subject behind "since", where the tree took the one before it.
std::uint32_t RoleFinder::subject_since(std::uint32_t verb, std::uint32_t subject) const {
  for (std::uint32_t i = verb; i > subject + 1 && verb - i < reach; --i) {
    if (syntax_.token(i - 1).key != "since"_key) continue;
    const std::uint32_t head = chunks_.head_from(i, verb);
    return head != none && !syntax_.is_time(head) ? head : none;
  }
  return none;
}

// "The neighbours of Luis Mora, the Malian who carried out the bombing": the name before the comma, whomever the tree has done it.
std::uint32_t RoleFinder::named_who(std::uint32_t verb) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  std::uint32_t who = verb;
  while (who > sentence.first && verb - who < 4 && syntax_.token(who).key != "who"_key) --who;
  if (syntax_.token(who).key != "who"_key) return none;
  std::uint32_t i = who;
  while (i > sentence.first && who - i < 6 && syntax_.token(i - 1).tag != Tag::det && !syntax_.is_verb(i - 1) &&
         syntax_.token(i - 1).tag != Tag::adp && syntax_.article.words(syntax_.token(i - 1).span) != ",")
    --i;
  if (i == who || i < sentence.first + 3 || syntax_.token(i - 1).tag != Tag::det) return none;
  if (syntax_.article.words(syntax_.token(i - 2).span) != ",") return none;
  const std::uint32_t m = syntax_.article.mentions.mention_of[i - 3];
  if (m == none) return none;
  const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
  const bool name = mention.kind == MentionKind::name || mention.kind == MentionKind::short_name;
  return name && names_person(mention.entity) ? i - 3 : none;
}

// "carried out an attack", "survived an attack": what the verb above an event noun gives it.
void RoleFinder::support(Mention& mention, RoleReading& reading) const {
  std::uint32_t n = mention.token;
  if (is_row(syntax_.token(syntax_.token(n).head).lemma) && syntax_.token(n).relation == Relation::nmod &&
      syntax_.preposition(n) == "of"_key)
    n = syntax_.token(n).head;                            // "launched a wave of attacks"
  if (syntax_.token(n).relation == Relation::compound) {  // "escaped an assassination bid"
    const Key tried = syntax_.token(syntax_.token(n).head).lemma;
    if (tried == "bid"_key || tried == "attempt"_key) n = syntax_.token(n).head;
  }
  const Token& token = syntax_.token(n);
  std::uint32_t v = none;
  bool passive = false;
  if ((token.relation == Relation::obj || token.relation == Relation::nsubj_pass || token.relation == Relation::nsubj) &&
      syntax_.is_verb(token.head)) {
    v = token.head;
    passive = token.relation != Relation::obj;
  }
  // "Condemned the raid that was carried out by rebels against a school": the clause, where the verb above gives nothing.
  if (v == none || !gives_parties(syntax_.token(v).lemma))
    for (std::uint32_t d : syntax_.dependents(n))
      if ((syntax_.token(d).relation == Relation::acl || syntax_.token(d).relation == Relation::acl_relcl) &&
          (v == none || gives_parties(syntax_.token(d).lemma))) {
        if (v != none) place_of(mention, v);
        v = d;
        passive = !has_own_subject(syntax_, d);
      }
  if (v == none && (v = carried_after(syntax_, n)) != none) passive = true;
  if (v == none && token.relation == Relation::obl && syntax_.preposition(n) == "from"_key) {  // "emerged unhurt from an attack"
    std::uint32_t left = token.head;
    if (!syntax_.is_verb(left)) left = syntax_.token(left).head;
    if (syntax_.token(left).lemma == "emerge"_key || syntax_.token(left).lemma == "escape"_key)
      for (const Link& link : syntax_.links(left))
        if (link.kind == LinkKind::subject) add_patient(mention, link.dependent);
  }
  if (v == none) return;
  place_of(mention, v);
  const Key lemma = syntax_.token(v).lemma;
  const bool carried = is_support_verb(lemma) || names_offensive(syntax_, n), suffered = is_suffering_verb(lemma);
  if (!carried && !suffered) return;
  const std::size_t before = mention.fillers.size();
  const std::uint32_t named = carried ? named_who(v) : none;
  if (named != none) add_actor(mention, named, false);
  for (const Link& link : syntax_.links(v)) {
    if (named != none && (link.kind == LinkKind::subject || link.kind == LinkKind::agent)) continue;
    if (link.dependent == n || syntax_.parted(v, link.dependent)) continue;
    if (carried && ((!passive && link.kind == LinkKind::subject) || (passive && link.kind == LinkKind::agent))) {
      const bool people = passive && (lemma == "perpetrate"_key || lemma == "commit"_key) && syntax_.is_plural(link.dependent) &&
                          syntax_.class_of(link.dependent).noun == Noun::unknown && !syntax_.entity_of(link.dependent).set();
      if (people) {  // "perpetrated by professionals": who commits a murder is somebody
        put(mention, {ArgumentRole::actor, link.dependent, {}, {Noun::person, Mode::none}, syntax_.words_of(link.dependent, {}), false});
      } else if (const std::uint32_t since = !passive ? subject_since(v, link.dependent) : none; since != none) {
        add_actor(mention, since, false);
      } else if (syntax_.class_of(syntax_.telling_noun(link.dependent)).mode == Mode::airstrike) {
        subject_as(mention, reading, Part::actor, link.dependent);  // "Russian warplanes carried out nine strikes"
      } else {
        add_actor(mention, link.dependent, false);
      }
    }
    if (carried && (link.preposition == "with"_key || link.preposition == "using"_key) && add_instrument(mention, link.dependent))
      add_weapons(mention, link.dependent);
    const bool foils = lemma == "foil"_key || lemma == "thwart"_key;  // who foils it was hit by nothing
    if (suffered && !foils && !passive && link.kind == LinkKind::subject && syntax_.token(link.dependent).key != "it"_key)
      add_patient(mention, link.dependent);
    if (carried && link.kind == LinkKind::oblique && is_target_preposition(link.preposition) && !syntax_.is_time(link.dependent)) {
      const NounClass cls = syntax_.class_of(syntax_.telling_noun(link.dependent));
      if (cls.is_people() || cls.is_thing()) add_patient(mention, link.dependent);
    }
  }
  if (carried) hit_after(mention, v);
  const bool unsaid = std::none_of(mention.fillers.begin() + static_cast<std::ptrdiff_t>(before), mention.fillers.end(),
                                   [](const Filler& f) { return f.role == ArgumentRole::actor; });
  if (carried && !passive && unsaid && syntax_.token(v).form != Form::gerund) {  // where the tree gives no subject
    const language::VerbGroup group = syntax_.article.links.verb_group(v);
    std::uint32_t start = v;
    while (start > 0 && syntax_.token(start - 1).sentence == mention.sentence && syntax_.token(start - 1).span.begin >= group.span.begin)
      --start;
    const std::uint32_t subject = group.infinitive ? none : chunks_.subject_before(start);
    if (subject != none) add_actor(mention, subject, false);
  }
  // "was planned by A and carried out by B"
  for (std::uint32_t d : syntax_.dependents(v))
    if (passive && syntax_.token(d).relation == Relation::conj && is_support_verb(syntax_.token(d).lemma))
      for (const Link& link : syntax_.links(d))
        if (link.kind == LinkKind::agent ||
            (link.kind == LinkKind::oblique && link.preposition == "by"_key && !syntax_.is_time(link.dependent)))
          add_actor(mention, link.dependent, false);
  if (carried) mention.rule = "incidents.light_verb";
  reading.armed = reading.armed || carried;
}

bool RoleFinder::is_done_to_others(std::uint32_t noun) const {
  for (std::uint32_t d : syntax_.dependents(noun))
    if (d > noun && syntax_.token(d).relation == Relation::nmod && syntax_.preposition(d) == "of"_key && !syntax_.is_time(d) &&
        syntax_.class_of(syntax_.telling_noun(d)).is_people())
      return true;
  return false;
}

// "carried out on Monday evening against two embassies": by its place, where the tree hung them elsewhere.
void RoleFinder::hit_after(Mention& mention, std::uint32_t verb) const {
  for (const Filler& f : mention.fillers)
    if (f.role == ArgumentRole::recipient || f.role == ArgumentRole::target) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  for (std::uint32_t i = verb + 1; i + 1 < sentence.last && i < verb + reach; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::sconj || t.tag == Tag::cconj) return;
    if (t.key != "against"_key) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || syntax_.is_time(head)) return;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    if (cls.is_people() || cls.is_thing()) add_patient(mention, head);
    return;
  }
}

// "the murder of a judge by gunmen", "an attack on a bus, carried out yesterday by rebels": the agent by its words, where the tree hung
// it elsewhere.
void RoleFinder::agent_after(Mention& mention, const NounFrame& frame) const {
  for (const Filler& f : mention.fillers)
    if (f.role == ArgumentRole::actor) return;
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
    if (head == none || syntax_.is_time(head) || is_told_by(syntax_, mention.token, head)) return;
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
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.token + 2 >= sentence.last || syntax_.token(mention.token + 1).key != "with"_key) return;
  const std::uint32_t head = chunks_.head_from(mention.token + 2);
  if (head == none || !is_opponent(mention, frame, head)) return;
  for (const Filler& f : mention.fillers)
    if (f.token == head) return;
  add_actor(mention, head, false);
}

// "a cyberattack by the gang on its supplier": by its place, where the tree hung it elsewhere.
void RoleFinder::hacked_after(Mention& mention) const {
  for (const Filler& f : mention.fillers)
    if (f.role == ArgumentRole::target || f.role == ArgumentRole::recipient) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  for (std::uint32_t i = mention.token + 1; i + 1 < sentence.last && i < mention.token + 8; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::punct) return;
    if (t.key != "on"_key && t.key != "against"_key) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head != none && !syntax_.is_time(head)) add_patient(mention, head);
    return;
  }
}

// "caused severe damage to two shops and a mill": by its place, where the tree hung them on the verb.
void RoleFinder::damaged_after(Mention& mention) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.token + 2 >= sentence.last || syntax_.token(mention.token + 1).key != "to"_key) return;
  for (const Filler& f : mention.fillers)
    if (f.role != ArgumentRole::actor && f.role != ArgumentRole::instrument) return;
  const std::uint32_t head = chunks_.head_from(mention.token + 2);
  if (head != none && syntax_.class_of(syntax_.telling_noun(head)).is_thing()) add_patient(mention, head);
}

std::uint32_t carried_after(const Syntax& syntax, std::uint32_t noun) {
  if (noun + 1 >= syntax.size() || syntax.token(noun + 1).sentence != syntax.token(noun).sentence) return none;
  const Token& t = syntax.token(noun + 1);
  const bool past = t.tag == Tag::verb && (t.form == Form::past || t.form == Form::past_participle);
  return past && is_support_verb(t.lemma) ? noun + 1 : none;
}

bool is_done_by_states(Key lemma) {
  return lemma == "shelling"_key || lemma == "bombardment"_key || lemma == "firing"_key || lemma == "incursion"_key ||
         lemma == "offensive"_key || lemma == "aggression"_key;
}

// "the killing in Jos on Monday of Judge Ana Diaz, head of the court": the name after "of", behind places and days.
std::uint32_t RoleFinder::name_after_of(std::uint32_t noun) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(noun).sentence];
  const mentions::Mentions& mentions = syntax_.article.mentions;
  std::uint32_t i = noun + 1;
  for (int skipped = 0; skipped < 2 && i + 2 < sentence.last && syntax_.token(i).key != "of"_key; ++skipped) {
    if (syntax_.token(i).tag != Tag::adp && !syntax_.is_time(i)) return none;
    if (!syntax_.is_time(i)) ++i;
    if (i + 2 >= sentence.last) return none;
    const EntityId place = syntax_.article.entity_at(i);
    const bool where =
        place.set() && (syntax_.entity(place)->type == EntityType::place || syntax_.entity(place)->type == EntityType::country);
    if (!where && !syntax_.is_time(i)) return none;
    if (where) {
      i = mentions.entities.mentions[mentions.mention_of[i]].last;
    } else {
      while (i < sentence.last && syntax_.is_time(i)) ++i;
    }
  }
  if (i + 1 >= sentence.last || syntax_.token(i).key != "of"_key) return none;
  for (std::uint32_t k = i + 1; k < sentence.last && k < i + 7; ++k) {
    if (const std::uint32_t m = mentions.mention_of[k]; m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      if (syntax_.entity(named.entity)->type == EntityType::person)
        return named.kind == MentionKind::name || named.kind == MentionKind::short_name ? k : none;
      k = named.last - 1;
      continue;
    }
    const Tag tag = syntax_.token(k).tag;
    if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::det) return none;
    if (tag == Tag::noun && syntax_.is_plural(k)) return none;  // "of guards, Ana Diaz said"
  }
  return none;
}

// "Israeli strikes", "a Russian missile attack": of what forces do, the adjective of a state says whose did it.
void RoleFinder::state_before(Mention& mention) const {
  const std::uint32_t n = mention.token;
  const Key lemma = syntax_.token(n).lemma;
  bool of_forces = is_done_by_states(lemma) || is_from_afar(lemma) || lemma == "raid"_key;
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
  if (state == none || !of_forces) return;
  for (const Filler& f : mention.fillers)
    if (f.role == ArgumentRole::actor) return;
  put(mention, {ArgumentRole::actor, state, syntax_.article.entity_at(state), {Noun::force, Mode::none}, syntax_.token(state).span, false});
}

RoleReading RoleFinder::noun(Mention& mention, const NounFrame& frame) const {
  RoleReading reading;
  const std::uint32_t n = mention.token;
  const std::uint32_t victim = frame.of == Part::patient ? name_after_of(n) : none;
  auto as = [&](Part part, std::uint32_t at) {
    if (part == Part::actor) add_actor(mention, at, false);
    if (part == Part::patient) add_patient(mention, at);
    if (part == Part::instrument) add_instrument(mention, at);
  };
  const std::uint32_t day = syntax_.day_above(n);
  std::vector<Link> links(syntax_.links(n).begin(), syntax_.links(n).end());
  if (day != none) links.insert(links.end(), syntax_.links(day).begin(), syntax_.links(day).end());
  for (const Link& link : links) {
    std::uint32_t d = link.dependent;
    if (d == n) continue;
    if (syntax_.parted(n, d)) continue;
    Key before = link.preposition;
    syntax_.stand_before(before, d);
    const std::uint32_t tell = syntax_.telling_noun(d);
    const NounClass cls = syntax_.class_of(tell);
    const EntityId id = syntax_.entity_of(d);
    const Entity* entity = syntax_.entity(id);
    const Relation relation = syntax_.token(d).relation;
    const bool late = link.kind == LinkKind::modifier && relation == Relation::nmod && d > n;  // its preposition hangs elsewhere
    if (link.kind == LinkKind::oblique || link.kind == LinkKind::agent || late) {
      Key p = before;
      for (std::uint32_t i = d; p == 0 && i > n && d - i < 8; --i)
        if (syntax_.token(i).tag == Tag::adp) p = syntax_.token(i).key;
      if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
        if (is_target_preposition(p) || p == "of"_key) reading.nonliteral = true;
        continue;
      }
      if (cls.noun == Noun::accident) {
        if (p == "of"_key || p == "in"_key || p == "from"_key) reading.accident = true;
        continue;
      }
      if (p == "by"_key || (p == "with"_key && is_opponent(mention, frame, d))) {
        if (!is_told_by(syntax_, n, d)) add_actor(mention, d, false);
      } else if (p == "with"_key || p == "using"_key) {
        if (add_instrument(mention, d)) add_weapons(mention, d);
      } else if (p == "of"_key) {
        if (victim != none && d > victim) continue;  // what stands beside the name
        Part part = frame.of;
        if (part == Part::actor && (cls.is_thing() || cls.noun == Noun::person)) part = Part::patient;
        as(part, d);
      } else if (p == "between"_key) {
        add_actor(mention, d, false);
      } else if (is_target_preposition(p) || (p == "in"_key && cls.is_thing() && !entity && mention.kind.mode == Mode::bombing) ||
                 (p == "to"_key && (mention.needs & need_casualty))) {
        const bool place =
            entity && (entity->type == EntityType::place || entity->type == EntityType::country) && p != "on"_key && p != "against"_key;
        if (!place && !(cls.noun == Noun::settlement && is_locative(p)) &&
            (cls.is_people() || cls.is_thing() || entity || p == "on"_key || p == "against"_key))
          add_patient(mention, d);
      }
      continue;
    }
    if (link.kind != LinkKind::modifier) continue;
    if (relation == Relation::nmod_poss) {
      if (entity && (entity->type == EntityType::place || syntax_.is_time(d))) continue;
      if ((mention.needs & need_casualty) && syntax_.token(d).tag == Tag::pron) continue;  // "died of his wounds"
      Part part = frame.possessive;
      // "The rebels' kidnapping of two nurses": where others are told whom it was done to, whose it is did it.
      if (part == Part::patient && frame.of == Part::patient && is_done_to_others(n)) part = Part::actor;
      if (entity && entity->type == EntityType::country && frame.of == Part::patient && frame.effect) continue;  // "Pakistan's deaths"
      if (!entity && !cls.is_people() && is_body(d)) continue;  // "the government's offensive against traffickers"
      as(part, d);
      continue;
    }
    if (relation != Relation::compound && relation != Relation::amod) continue;
    if (entity) {
      if (entity->type == EntityType::armed_group || entity->type == EntityType::country) {
        if (entity->type == EntityType::country && frame.effect) continue;
        if (entity->type == EntityType::country && syntax_.token(d).tag == Tag::propn &&
            syntax_.article.mentions.entities.mentions[syntax_.article.mentions.mention_of[d]].kind != MentionKind::demonym &&
            !syntax_.is_adjective_of_state(d) && !is_done_by_states(syntax_.token(n).lemma))
          continue;  // "the Pakistan train attack": a place
        add_actor(mention, d, false);
      } else if (entity->type == EntityType::facility || (entity->type == EntityType::person && frame.possessive == Part::patient)) {
        add_patient(mention, d);
      }
      continue;
    }
    const EntityId people = syntax_.article.entity_at(d);
    if (people.set() && syntax_.entity(people)->type == EntityType::country) continue;
    if (cls.noun == Noun::attacker && is_massacre(syntax_.token(n).lemma)) {
      if (is_gang(d)) add_actor(mention, d, false);  // "gang massacre"
    } else if (cls.noun == Noun::weapon) {
      const bool battle = syntax_.token(d).key == "gun"_key && mention.kind.mode == Mode::clash;  // "gun battle": its kind
      if (!battle) add_instrument(mention, d);
      // "Ukrainian drone strike"
      for (std::uint32_t of : syntax_.dependents(d)) {
        const EntityId whose = of < d ? syntax_.article.entity_at(of) : EntityId{};
        const bool made = syntax_.article.words(syntax_.token(of + 1).span) == "-";
        if (is_from_afar(syntax_.token(n).lemma) && !made && whose.set() && syntax_.entity(whose)->type == EntityType::country &&
            syntax_.token(of).tag == Tag::adj)
          put(mention, {ArgumentRole::actor, of, whose, {Noun::force, Mode::none}, syntax_.words_of(of, whose), false});
      }
    } else if (cls.noun == Noun::attacker && frame.possessive != Part::patient) {
      if (syntax_.is_plural(d)) add_actor(mention, d, false);  // "a rebel attack" says what kind it was, not who
    } else if (((cls.noun == Noun::facility || cls.noun == Noun::vehicle) && !syntax_.frames.modifier(syntax_.token(d).key)) ||
               (cls.is_people() && frame.possessive == Part::patient)) {
      if (relation == Relation::compound) add_patient(mention, d);
    }
  }
  // "Gao: Red Front attack kills two": the group named right before it, whatever the tree made of the name.
  std::uint32_t before_kind = n;  // "Red Front suicide car bombing"
  while (before_kind > 0 && n - before_kind < 3 && syntax_.token(before_kind - 1).sentence == mention.sentence &&
         syntax_.frames.modifier(syntax_.token(before_kind - 1).key))
    --before_kind;
  const std::uint32_t named = before_kind > 0 ? syntax_.article.mentions.mention_of[before_kind - 1] : mentions::none;
  if (named != mentions::none && (frame.possessive == Part::actor || mention.kind.mode == Mode::suicide_bombing)) {
    const entities::MentionAt& name = syntax_.article.mentions.entities.mentions[named];
    const bool told =
        std::any_of(mention.fillers.begin(), mention.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::actor; });
    if (!told && name.last == before_kind && name.kind != MentionKind::nominal &&
        syntax_.entity(name.entity)->type == EntityType::armed_group)
      put(mention, {ArgumentRole::actor,
                    name.last - 1,
                    name.entity,
                    {Noun::attacker, Mode::none},
                    syntax_.words_of(name.last - 1, name.entity),
                    false});
  }
  // "a US-led attack": the first half of the word did it.
  for (std::uint32_t d : syntax_.dependents(n))
    if (syntax_.token(d).key == "led"_key && d + 1 <= n && d >= 2 && syntax_.article.words(syntax_.token(d - 1).span) == "-" &&
        syntax_.article.entity_at(d - 2).set())
      add_actor(mention, d - 2, false);
  if (victim != none) add_patient(mention, victim);
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
  if (mention.kind.mode == Mode::cyberattack) hacked_after(mention);
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
