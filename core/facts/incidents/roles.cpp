#include "facts/incidents/roles.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

using language::VerbGroup;

constexpr std::uint32_t reach = 20;  // tokens to the right of a trigger that surface rules look at

bool acts(const Entity& entity) {
  return entity.type == EntityType::person || entity.type == EntityType::organization || entity.type == EntityType::armed_group ||
         entity.type == EntityType::country || entity.type == EntityType::group_of_people;
}

// Prepositions that tie a group's name to its people: "members of", "fighters from", "gunmen loyal to".
bool is_membership(Key preposition) {
  return preposition == "of"_key || preposition == "from"_key || preposition == "to"_key || preposition == "with"_key;
}

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

bool is_suffering_verb(Key lemma) {
  return lemma == "suffer"_key || lemma == "survive"_key || lemma == "escape"_key || lemma == "face"_key || lemma == "experience"_key ||
         lemma == "repel"_key || lemma == "repulse"_key || lemma == "foil"_key || lemma == "thwart"_key;
}

bool is_locative(Key p) { return p == "in"_key || p == "at"_key || p == "near"_key || p == "outside"_key || p == "inside"_key; }

bool is_target_preposition(Key p) {
  return p == "on"_key || p == "against"_key || p == "at"_key || p == "upon"_key || p == "outside"_key || p == "inside"_key ||
         p == "near"_key || p == "targeting"_key || p == "toward"_key || p == "towards"_key || p == "into"_key;
}

}  // namespace

void RoleFinder::put(Mention& mention, Filler filler) const {
  if (mention.fillers.size() >= 24) return;
  for (Filler& have : mention.fillers) {
    if (have.role != filler.role) continue;
    if (have.span == filler.span) return;
    if (have.entity.set() && have.entity == filler.entity && have.span.overlaps(filler.span)) return;
  }
  mention.fillers.push_back(filler);
}

bool RoleFinder::add_instrument(Mention& mention, std::uint32_t at) const {
  const std::uint32_t tell = syntax_.telling_noun(at);
  const NounClass cls = syntax_.class_of(tell);
  if (cls.noun != Noun::weapon) return false;
  put(mention, {ArgumentRole::instrument, at, {}, cls, syntax_.words_of(at, {}), false});
  return true;
}

void RoleFinder::add_actor(Mention& mention, std::uint32_t at, bool alleged) const {
  const Token& t = syntax_.token(at);
  if (syntax_.is_time(at)) return;
  const std::uint32_t tell = syntax_.telling_noun(at);
  const NounClass cls = syntax_.class_of(tell);
  EntityId id = syntax_.entity_of(at);
  if (id.set() && !acts(*syntax_.entity(id))) return;
  if (!id.set() && !cls.is_people() && t.tag != Tag::propn) return;
  if (!id.set() && t.tag == Tag::propn && cls.noun != Noun::unknown && !cls.is_people()) return;
  if (t.tag == Tag::pron && !id.set()) return;
  if (t.tag == Tag::num && tell == at) return;
  if (t.lemma == "other"_key && tell == at) return;

  EntityId state;
  std::vector<std::pair<EntityId, Span>> groups;
  auto look = [&](std::uint32_t noun) {
    for (std::uint32_t d : syntax_.dependents(noun)) {
      const Relation relation = syntax_.token(d).relation;
      const bool before =
          relation == Relation::compound || relation == Relation::amod || relation == Relation::nmod_poss || relation == Relation::flat;
      const bool after = (relation == Relation::nmod && is_membership(syntax_.preposition(d))) || relation == Relation::appos;
      if (!before && !after) continue;
      const EntityId e = syntax_.article.entity_at(d);
      if (!e.set() || e == id) continue;
      const Entity& named = *syntax_.entity(e);
      if (named.type == EntityType::armed_group || named.type == EntityType::organization) {
        groups.emplace_back(e, syntax_.words_of(d, e));
      } else if (named.type == EntityType::country && before) {
        state = e;
      }
    }
  };
  look(at);
  if (tell != at) {
    look(tell);
    const EntityId e = syntax_.article.entity_at(tell);
    if (e.set() && (syntax_.entity(e)->type == EntityType::armed_group || syntax_.entity(e)->type == EntityType::organization))
      groups.emplace_back(e, syntax_.words_of(tell, e));
  }
  Filler filler{ArgumentRole::actor, at, id, cls, syntax_.words_of(at, id), alleged};
  if (!id.set() && groups.empty() && state.set() && cls.noun == Noun::force) filler.entity = state;
  put(mention, filler);
  for (const auto& [group, span] : groups) put(mention, {ArgumentRole::actor, at, group, {Noun::attacker, Mode::none}, span, alleged});
}

bool RoleFinder::add_patient(Mention& mention, std::uint32_t at) const {
  at = syntax_.whole(at);
  const Token& t = syntax_.token(at);
  if (syntax_.is_time(at)) return false;
  const std::uint32_t tell = syntax_.telling_noun(at);
  NounClass cls = syntax_.class_of(tell);
  if (cls.noun == Noun::abstract || cls.noun == Noun::accident || cls.noun == Noun::fiction || cls.noun == Noun::weapon) return false;
  EntityId id = syntax_.entity_of(at);
  const Entity* entity = syntax_.entity(id);
  if (!entity && (t.tag == Tag::pron || t.tag == Tag::det)) return cls.is_people();
  if (!entity && tell == at &&
      (t.tag == Tag::num || t.lemma == "other"_key || t.lemma == "dozen"_key || t.lemma == "hundred"_key || t.lemma == "score"_key ||
       t.key == "hostage"_key || t.key == "captive"_key || t.key == "dead"_key))
    return true;  // "killed 12": a toll, no filler
  if (!entity && !syntax_.is_noun(at) && t.tag != Tag::num && t.tag != Tag::adj) return false;
  if (!entity && cls.noun == Noun::none) return false;
  if (!entity && cls.noun == Noun::unknown && (t.tag != Tag::propn || !(mention.needs & need_person))) return false;
  ArgumentRole role = ArgumentRole::recipient;
  if (entity) {
    if (entity->type == EntityType::programme) return false;
    if (entity->type == EntityType::place || entity->type == EntityType::facility) role = ArgumentRole::target;
  } else if (cls.is_thing() || cls.noun == Noun::unknown) {
    role = cls.noun == Noun::unknown ? ArgumentRole::recipient : ArgumentRole::target;
  }
  put(mention, {role, at, id, cls, syntax_.words_of(at, id), false});
  if (role == ArgumentRole::recipient) add_names(mention, at);
  if (role == ArgumentRole::target && !entity) add_things(mention, at);
  return true;
}

// "a hotel, two clinics and a school": the things that follow in one list with the first.
void RoleFinder::add_things(Mention& mention, std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  bool separated = false;
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 40;) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::punct || t.tag == Tag::cconj) {
      if (t.tag == Tag::punct && syntax_.article.words(t.span) != "," && syntax_.article.words(t.span) != "-") return;
      separated = true;
      ++i;
      continue;
    }
    if (t.tag == Tag::adp && t.key == "of"_key && !separated) {
      const std::uint32_t inner = chunks_.head_from(i + 1);
      if (inner == none) return;
      i = inner + 1;
      continue;
    }
    const std::uint32_t head = separated ? chunks_.head_from(i) : none;
    if (head == none || syntax_.is_time(head)) return;
    const bool subject = head + 1 < sentence.last && head > mention.token && syntax_.is_verb(head + 1) &&
                         syntax_.token(head + 1).form != Form::past_participle;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    if (subject || !cls.is_thing()) return;
    const EntityId id = syntax_.entity_of(head);
    put(mention, {ArgumentRole::target, head, id, cls, syntax_.words_of(head, id), false});
    separated = false;
    i = head + 1;
  }
}

// "two reporters, Ana Diaz and Luis Mora": the names that follow, up to the next verb or preposition.
void RoleFinder::add_names(Mention& mention, std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  const auto& mentions = syntax_.article.mentions;
  bool separated = false;
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 48; ++i) {
    const Token& t = syntax_.token(i);
    const std::uint32_t m = mentions.mention_of[i];
    if (m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      const Entity& e = mentions.entities.entities[named.entity.index];
      if (e.type == EntityType::person && named.kind != MentionKind::pronoun && separated)
        put(mention, {ArgumentRole::recipient,
                      i,
                      named.entity,
                      {Noun::person, Mode::none},
                      {syntax_.token(named.first).span.begin, syntax_.token(named.last - 1).span.end},
                      false});
      i = named.last - 1;
      continue;
    }
    if (t.tag == Tag::cconj && t.key != "and"_key) return;
    if (t.tag == Tag::punct) {
      const std::string_view word = syntax_.article.words(t.span);
      if (word != "," && word != ":" && word != ";" && word != "-" && word != "\"") return;
      separated = true;
    } else if (t.tag == Tag::cconj) {
      separated = true;
    } else if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::pron || t.tag == Tag::sconj || t.tag == Tag::adv ||
               (t.tag == Tag::adp && t.key != "of"_key)) {
      return;
    }
  }
}

void RoleFinder::subject_as(Mention& mention, RoleReading& reading, Part part, std::uint32_t at) const {
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
    reading.event = tell;
    return;
  }
  if (part == Part::patient) {
    add_patient(mention, at);
    return;
  }
  if (add_instrument(mention, at)) return;
  if (part == Part::actor || (part == Part::instrument && cls.is_people())) add_actor(mention, at, false);
}

RoleReading RoleFinder::verb(Mention& mention, const VerbFrame& frame) const {
  RoleReading reading;
  const std::uint32_t v = mention.token;
  const Token& token = syntax_.token(v);
  const language::Sentence& sentence = syntax_.article.language.sentences[token.sentence];
  const VerbGroup group = syntax_.article.links.verb_group(v);

  std::array<std::uint32_t, 8> subjects{}, passive_subjects{}, objects{};
  std::size_t subject_count = 0, passive_count = 0, object_count = 0;
  std::uint32_t relative = none;  // "which", "that" as subject
  auto push = [](auto& list, std::size_t& count, std::uint32_t at) {
    if (count < list.size()) list[count++] = at;
  };
  for (const Link& link : syntax_.links(v)) {
    const Key pronoun = syntax_.token(link.dependent).tag == Tag::pron ? syntax_.token(link.dependent).key : 0;
    if (pronoun == "who"_key || pronoun == "which"_key || pronoun == "that"_key) {
      if (link.kind == LinkKind::subject && pronoun != "who"_key) relative = link.dependent;
      continue;
    }
    if (link.kind == LinkKind::subject) push(subjects, subject_count, link.dependent);
    if (link.kind == LinkKind::passive_subject) push(passive_subjects, passive_count, link.dependent);
    if (link.kind == LinkKind::object) push(objects, object_count, link.dependent);
  }

  // Voice. A participle with a noun group right after it is active whatever the tree says; one without, and without object, is passive.
  std::uint32_t next = v + 1;
  while (next < sentence.last && syntax_.token(next).relation == Relation::compound_prt) ++next;
  std::uint32_t right = none;
  if (next < sentence.last && syntax_.token(next).tag != Tag::adp && syntax_.token(next).tag != Tag::punct) {
    right = chunks_.head_from(next);
    if (right != none && syntax_.is_time(right)) right = none;
  }
  const bool transitive = frame.object != Part::none;
  // "shot and wounded two": both verbs have the object that follows the second.
  if (right == none && next + 2 < sentence.last && syntax_.token(next).tag == Tag::cconj && syntax_.token(next + 1).form == Form::past &&
      syntax_.token(next + 2).tag != Tag::adp && syntax_.token(next + 2).tag != Tag::punct) {
    right = chunks_.head_from(next + 2);
    if (right != none && syntax_.is_time(right)) right = none;
  }
  const bool past =
      token.form == Form::past || token.form == Form::past_participle || (!syntax_.is_verb(v) && syntax_.frames.past_of(token.key) != 0);
  const bool onto =
      next < sentence.last && std::find(frame.patients.begin(), frame.patients.end(), syntax_.token(next).key) != frame.patients.end();
  reading.passive = group.passive || (!onto && transitive && past && right == none && object_count == 0 && !group.perfect);
  if (transitive && !group.passive && right != none && object_count == 0 && syntax_.class_of(right).noun != Noun::none)
    push(objects, object_count, right);

  const std::uint32_t start = [&] {
    for (std::uint32_t i = sentence.first; i < v; ++i)
      if (syntax_.token(i).span.begin >= group.span.begin) return i;
    return v;
  }();
  const bool bare =
      syntax_.is_verb(v) && (token.form == Form::gerund || group.infinitive ||
                             (group.tense == language::Tense::none && !past && token.form != Form::present && token.form != Form::base));
  const std::uint32_t left = bare ? none : chunks_.subject_before(start);

  auto plausible_actor = [&](std::uint32_t at) {
    const std::uint32_t tell = syntax_.telling_noun(at);
    const NounClass cls = syntax_.class_of(tell);
    return cls.is_people() || cls.noun == Noun::weapon || syntax_.frames.noun(syntax_.token(tell).lemma) != nullptr ||
           cls.noun == Noun::accident || (syntax_.entity_of(at).set() && acts(*syntax_.entity(syntax_.entity_of(at))));
  };

  // The object's side: what was done to whom.
  auto patient = [&](std::uint32_t at) {
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(at));
    if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
      reading.nonliteral = true;
      return;
    }
    if (frame.object == Part::instrument) {
      add_instrument(mention, at);
    } else {
      add_patient(mention, at);
    }
  };
  if (reading.passive) {
    bool found = false;
    std::uint32_t before = v;  // no auxiliary before it, adverbs aside
    while (before > sentence.first && (syntax_.token(before - 1).tag == Tag::adv || syntax_.token(before - 1).key == "been"_key)) --before;
    const bool conjunct = before > sentence.first && syntax_.token(before - 1).tag == Tag::cconj;
    reading.reduced = before == sentence.first || (syntax_.token(before - 1).tag != Tag::aux && !(conjunct && group.passive));
    if (reading.reduced && v > sentence.first && syntax_.is_noun(v - 1) && syntax_.class_of(v - 1).is_people()) {
      patient(v - 1);  // the participle follows its noun
      for (std::uint32_t h = v - 1, n = 0; n < 4 && syntax_.token(h).relation == Relation::conj; ++n) patient(h = syntax_.token(h).head);
      found = true;
      passive_count = 0;
    }
    for (std::size_t i = 0; i < passive_count; ++i) {
      const NounClass cls = syntax_.class_of(syntax_.telling_noun(passive_subjects[i]));
      const bool odd = (frame.needs & need_person) && !cls.is_people() && !syntax_.entity_of(passive_subjects[i]).set() && left != none &&
                       left != passive_subjects[i] && syntax_.class_of(syntax_.telling_noun(left)).is_people();
      patient(odd ? left : passive_subjects[i]);
      found = true;
    }
    for (std::size_t i = 0; i < subject_count && !found; ++i) {
      patient(subjects[i]);
      found = true;
    }
    if (!found && left != none) patient(left);
    bool agent = false;
    for (const Link& link : syntax_.links(v))
      if (link.kind == LinkKind::agent) {
        subject_as(mention, reading, frame.subject == Part::patient ? Part::actor : frame.subject, link.dependent);
        agent = true;
      }
    for (std::uint32_t i = v + 1; !agent && i + 1 < sentence.last && i < v + 10; ++i) {
      if (syntax_.token(i).tag == Tag::verb || syntax_.token(i).tag == Tag::punct) break;
      if (syntax_.token(i).key != "by"_key) continue;
      if (const std::uint32_t head = chunks_.head_from(i + 1); head != none && !syntax_.is_time(head))
        subject_as(mention, reading, frame.subject, head);
      break;
    }
  } else {
    if (transitive)
      for (std::size_t i = 0; i < object_count; ++i) patient(objects[i]);
    bool found = false;
    for (std::size_t i = 0; i < subject_count; ++i) {
      if (frame.subject == Part::actor && !plausible_actor(subjects[i]) && left != none && left != subjects[i] && plausible_actor(left))
        continue;
      subject_as(mention, reading, frame.subject, subjects[i]);
      found = true;
    }
    if (relative != none) found = true;
    if (!found && left != none && passive_count == 0) {
      subject_as(mention, reading, frame.subject, left);
    } else if (!found && left != none && passive_count != 0 && plausible_actor(left)) {
      subject_as(mention, reading, frame.subject, left);
    }
  }
  // "the bombings on two hotels, which killed 57": the relative's noun is the event, though the tree may give a nearer one.
  for (std::uint32_t i = relative; relative != none && reading.event == none && i > sentence.first && relative - i < 10; --i) {
    if (syntax_.is_verb(i - 1)) break;
    if (syntax_.frames.noun(syntax_.token(i - 1).lemma)) reading.event = i - 1;
  }
  if (token.relation == Relation::acl_relcl && !reading.passive && reading.event == none) {
    std::uint32_t h = token.head;
    for (int i = 0; i < 3; ++i) {
      if (!syntax_.is_verb(h) && syntax_.frames.noun(syntax_.token(h).lemma)) {
        reading.event = h;
        break;
      }
      const Relation relation = syntax_.token(h).relation;
      if (relation != Relation::nmod && relation != Relation::conj && relation != Relation::appos) break;
      h = syntax_.token(h).head;
    }
  }
  if (frame.subject == Part::event && !reading.passive)
    for (std::size_t i = 0; i < subject_count; ++i) add_actor(mention, subjects[i], false);

  // Prepositions.
  bool patient_found = false;
  for (const Link& link : syntax_.links(v)) {
    if (link.kind != LinkKind::oblique && link.kind != LinkKind::agent) continue;
    if (link.preposition == "with"_key || link.preposition == "by"_key || link.preposition == "using"_key)
      add_instrument(mention, link.dependent);
    const std::uint32_t tell = syntax_.telling_noun(link.dependent);
    if (link.preposition == "in"_key || link.preposition == "during"_key || link.preposition == "after"_key ||
        link.preposition == "by"_key || link.preposition == "from"_key || link.preposition == "when"_key) {
      const NounClass cls = syntax_.class_of(tell);
      if (cls.noun == Noun::accident && link.preposition != "during"_key) reading.accident = true;
      if (reading.event == none && !syntax_.is_verb(tell) && syntax_.frames.noun(syntax_.token(tell).lemma)) reading.event = tell;
    }
    if (std::find(frame.patients.begin(), frame.patients.end(), link.preposition) != frame.patients.end()) {
      const NounClass cls = syntax_.class_of(tell);
      if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
        if (frame.object == Part::none || mention.fillers.empty()) reading.nonliteral = true;
      } else if (!syntax_.is_time(link.dependent) && (cls.is_people() || cls.is_thing() || syntax_.entity_of(link.dependent).set())) {
        const EntityId id = syntax_.entity_of(link.dependent);
        const bool place = id.set() && (syntax_.entity(id)->type == EntityType::place || syntax_.entity(id)->type == EntityType::country) &&
                           (link.preposition == "in"_key || link.preposition == "at"_key || link.preposition == "near"_key ||
                            link.preposition == "outside"_key);
        if (!place && !(cls.noun == Noun::settlement && is_locative(link.preposition)))
          patient_found = add_patient(mention, link.dependent) || patient_found;
      }
    }
  }
  const std::uint32_t last = std::min(sentence.last, v + reach);
  for (std::uint32_t i = v + 1; i + 1 < last; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "with"_key || key == "using"_key) {
      if (const std::uint32_t head = chunks_.head_from(i + 1); head != none) add_instrument(mention, head);
    }
    if (syntax_.token(i).tag == Tag::verb && key != "using"_key) break;
    if (!patient_found && i <= v + 3 && std::find(frame.patients.begin(), frame.patients.end(), key) != frame.patients.end() &&
        (!transitive || frame.with != 0)) {
      const std::uint32_t head = chunks_.head_from(i + 1);
      if (head != none && !syntax_.is_time(head)) {
        const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
        if (cls.is_people() || cls.is_thing()) patient_found = add_patient(mention, head);
      }
    }
  }

  for (const Filler& filler : mention.fillers) {
    const Entity* entity = syntax_.entity(filler.entity);
    if (filler.role == ArgumentRole::instrument) reading.armed = true;
    if (filler.role == ArgumentRole::actor &&
        (filler.noun.noun == Noun::attacker || filler.noun.noun == Noun::force ||
         (entity && (entity->type == EntityType::armed_group || entity->type == EntityType::country))))
      reading.armed = true;
  }
  return reading;
}

// "carried out an attack", "survived an attack": what the verb above an event noun gives it.
void RoleFinder::support(Mention& mention, RoleReading& reading) const {
  const std::uint32_t n = mention.token;
  const Token& token = syntax_.token(n);
  std::uint32_t v = none;
  bool passive = false;
  if ((token.relation == Relation::obj || token.relation == Relation::nsubj_pass || token.relation == Relation::nsubj) &&
      syntax_.is_verb(token.head)) {
    v = token.head;
    passive = token.relation != Relation::obj;
  } else {
    for (std::uint32_t d : syntax_.dependents(n))
      if (syntax_.token(d).relation == Relation::acl || syntax_.token(d).relation == Relation::acl_relcl) {
        v = d;
        passive = true;
      }
  }
  if (v == none) return;
  const Key lemma = syntax_.token(v).lemma;
  const bool carried = is_support_verb(lemma), suffered = is_suffering_verb(lemma);
  if (!carried && !suffered) return;
  for (const Link& link : syntax_.links(v)) {
    if (link.dependent == n) continue;
    if (carried && ((!passive && link.kind == LinkKind::subject) || (passive && link.kind == LinkKind::agent)))
      add_actor(mention, link.dependent, false);
    if (suffered && !passive && link.kind == LinkKind::subject) add_patient(mention, link.dependent);
    if (carried && link.kind == LinkKind::oblique && is_target_preposition(link.preposition) && !syntax_.is_time(link.dependent)) {
      const NounClass cls = syntax_.class_of(syntax_.telling_noun(link.dependent));
      if (cls.is_people() || cls.is_thing()) add_patient(mention, link.dependent);
    }
  }
  if (carried) mention.rule = "incidents.light_verb";
  reading.armed = reading.armed || carried;
}

// "the murder of a judge by gunmen", "an attack on a bus, carried out yesterday by rebels": the agent by its words, where the tree hung
// it elsewhere.
void RoleFinder::agent_after(Mention& mention, const NounFrame& frame) const {
  for (const Filler& f : mention.fillers)
    if (f.role == ArgumentRole::actor) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  bool carried = frame.effect.has_value();
  for (std::uint32_t i = mention.token + 1; i + 1 < sentence.last && i < mention.token + reach; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb && is_support_verb(t.lemma) && t.form == Form::past_participle) {
      carried = true;
    } else if (t.tag == Tag::verb && t.relation != Relation::amod) {
      return;
    }
    if (t.tag == Tag::sconj || t.tag == Tag::pron) return;
    if (t.key != "by"_key || !carried) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || syntax_.is_time(head)) return;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    const EntityId id = syntax_.entity_of(head);
    if (cls.is_people() || (id.set() && acts(*syntax_.entity(id)))) add_actor(mention, head, false);
    return;
  }
}

RoleReading RoleFinder::noun(Mention& mention, const NounFrame& frame) const {
  RoleReading reading;
  const std::uint32_t n = mention.token;
  auto as = [&](Part part, std::uint32_t at) {
    if (part == Part::actor) add_actor(mention, at, false);
    if (part == Part::patient) add_patient(mention, at);
    if (part == Part::instrument) add_instrument(mention, at);
  };
  for (const Link& link : syntax_.links(n)) {
    const std::uint32_t d = link.dependent;
    const std::uint32_t tell = syntax_.telling_noun(d);
    const NounClass cls = syntax_.class_of(tell);
    const EntityId id = syntax_.entity_of(d);
    const Entity* entity = syntax_.entity(id);
    const Relation relation = syntax_.token(d).relation;
    const bool late = link.kind == LinkKind::modifier && relation == Relation::nmod && d > n;  // its preposition hangs elsewhere
    if (link.kind == LinkKind::oblique || link.kind == LinkKind::agent || late) {
      Key p = link.preposition;
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
      if (p == "by"_key) {
        add_actor(mention, d, false);
      } else if (p == "with"_key || p == "using"_key) {
        add_instrument(mention, d);
      } else if (p == "of"_key) {
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
      Part part = frame.possessive;
      if (entity && entity->type == EntityType::country && frame.of == Part::patient && frame.effect) continue;  // "Pakistan's deaths"
      as(part, d);
      continue;
    }
    if (relation != Relation::compound && relation != Relation::amod) continue;
    if (entity) {
      if (entity->type == EntityType::armed_group || entity->type == EntityType::country) {
        if (entity->type == EntityType::country && frame.effect) continue;
        if (entity->type == EntityType::country && syntax_.token(d).tag == Tag::propn &&
            syntax_.article.mentions.entities.mentions[syntax_.article.mentions.mention_of[d]].kind != MentionKind::demonym)
          continue;  // "the Pakistan train attack": a place
        add_actor(mention, d, false);
      } else if (entity->type == EntityType::facility || (entity->type == EntityType::person && frame.possessive == Part::patient)) {
        add_patient(mention, d);
      }
      continue;
    }
    if (cls.noun == Noun::weapon) {
      add_instrument(mention, d);
    } else if (cls.noun == Noun::attacker && frame.possessive != Part::patient) {
      if (syntax_.is_plural(d)) add_actor(mention, d, false);  // "a rebel attack" says what kind it was, not who
    } else if (((cls.noun == Noun::facility || cls.noun == Noun::vehicle) && !syntax_.frames.modifier(syntax_.token(d).key)) ||
               (cls.is_people() && frame.possessive == Part::patient)) {
      if (relation == Relation::compound) add_patient(mention, d);
    }
  }
  support(mention, reading);
  agent_after(mention, frame);
  for (const Filler& filler : mention.fillers) {
    const Entity* entity = syntax_.entity(filler.entity);
    if (filler.role == ArgumentRole::instrument) reading.armed = true;
    if (filler.noun.noun == Noun::attacker || (filler.noun.noun == Noun::force) || (entity && entity->type == EntityType::armed_group))
      reading.armed = true;
  }
  return reading;
}

}  // namespace khabar::incidents
