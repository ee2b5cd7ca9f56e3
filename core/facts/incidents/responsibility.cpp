#include "facts/incidents/responsibility.h"

#include "facts/incidents/charges.h"
#include "facts/incidents/word_readings.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool takes(Key lemma) {
  return lemma == "claim"_key || lemma == "accept"_key || lemma == "take"_key || lemma == "assume"_key || lemma == "acknowledge"_key ||
         lemma == "admit"_key;
}

// "accused of", "involved in", "linked to": said of somebody, whoever says so.
bool is_accusation(const Token& t) {
  switch (t.lemma) {
    case "accuse"_key:
    case "charge"_key:
    case "implicate"_key:
    case "convict"_key:
    case "indict"_key: return true;
    case "suspect"_key: return t.tag != Tag::noun;
    case "involve"_key:
    case "link"_key:
    case "connect"_key:
    case "tie"_key: return t.form == Form::past_participle || t.form == Form::past;
    default: return t.key == "implicated"_key || t.key == "involved"_key;
  }
}

bool is_perpetrator_noun(Key lemma) {
  return lemma == "perpetrator"_key || lemma == "author"_key || lemma == "mastermind"_key || lemma == "instigator"_key ||
         lemma == "culprit"_key || lemma == "executor"_key || lemma == "suspect"_key;
}

bool is_detention(Key lemma) {
  return lemma == "arrest"_key || lemma == "detain"_key || lemma == "capture"_key || lemma == "seek"_key || lemma == "imprison"_key ||
         lemma == "jail"_key || lemma == "try"_key || lemma == "sentence"_key;
}

// "The arrest of", "a warrant for".
bool is_arrest_noun(Key lemma) {
  return lemma == "arrest"_key || lemma == "detention"_key || lemma == "capture"_key || lemma == "trial"_key || lemma == "indictment"_key ||
         lemma == "conviction"_key || lemma == "warrant"_key;
}

bool leads_to_event(Key preposition, Key lemma) {
  if (preposition == "of"_key || preposition == "with"_key || preposition == "in"_key || preposition == "for"_key) return true;
  return preposition == "to"_key && (lemma == "link"_key || lemma == "connect"_key || lemma == "tie"_key);
}

bool is_relative(const Token& t) { return t.key == "who"_key || t.key == "which"_key || t.key == "that"_key || t.key == "whom"_key; }

// "Three men, including a soldier, were": the three, where the tree took the one.
std::uint32_t included_in(const Syntax& syntax, const Chunks& chunks, std::uint32_t one) {
  std::uint32_t first = one;
  const std::uint32_t start = syntax.article.language.sentences[syntax.token(one).sentence].first;
  if (chunks.group_ending(one, first) == none || first < start + 2 || syntax.token(first - 1).key != "including"_key) return none;
  std::uint32_t end = first - 1;
  if (syntax.article.words(syntax.token(end - 1).span) == "," && end > start + 1) --end;
  const std::uint32_t head = chunks.group_ending(end - 1, first);
  return head != none && syntax.class_of(syntax.telling_noun(head)).is_people() ? head : none;
}

// "Members of the army involved in": the members, where the tree took the army.
std::uint32_t member_of(const Syntax& syntax, std::uint32_t actor) {
  const Token& t = syntax.token(actor);
  if (t.relation != Relation::nmod || syntax.preposition(actor) != "of"_key || !syntax.is_plural(t.head)) return actor;
  const Key lemma = syntax.token(t.head).lemma;
  const bool people = lemma == "member"_key || lemma == "soldier"_key || lemma == "officer"_key || lemma == "guard"_key;
  return people && syntax.class_of(actor).noun != Noun::attacker ? t.head : actor;
}

// "Issued a warrant for Luis Mora and charged him": who is wanted.
std::uint32_t wanted_before(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  for (std::uint32_t i = verb; i > first + 1; --i)
    if (syntax.token(i - 2).lemma == "warrant"_key && (syntax.token(i - 1).key == "for"_key || syntax.token(i - 1).key == "against"_key))
      return chunks.head_from(i);
  return none;
}

// "A warrant for Luis Mora, 30, who is accused of": the name right before the pronoun, whatever the tree ties it to.
std::uint32_t named_before_who(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  std::uint32_t who = verb;
  while (who > first && verb - who < 5 && syntax.token(who).key != "who"_key) --who;
  if (syntax.token(who).key != "who"_key || who < first + 2) return none;
  std::uint32_t at = who - 1;
  auto comma = [&](std::uint32_t i) { return syntax.article.words(syntax.token(i).span) == ","; };
  if (comma(at)) --at;
  if (at > first + 1 && syntax.token(at).tag == Tag::num && comma(at - 1)) at -= 2;
  const Entity* named = syntax.entity(syntax.article.entity_at(at));
  return named && named->type == EntityType::person && syntax.token(at).tag != Tag::pron ? at : none;
}

// "The minister said that the rebels were responsible": attackers, and no word of what for.
bool is_said_of_attackers(const Syntax& syntax, std::uint32_t word) {
  const Token& next = syntax.token(word + 1);
  if (next.sentence != syntax.token(word).sentence || next.tag != Tag::punct) return false;
  const std::uint32_t subject = syntax.dependent(word, Relation::nsubj);
  if (subject == none || syntax.token(subject).tag == Tag::pron) return false;
  const Entity* entity = syntax.entity(syntax.entity_of(subject));
  return entity ? entity->type == EntityType::armed_group : syntax.class_of(syntax.telling_noun(subject)).noun == Noun::attacker;
}

bool is_done(Key lemma) { return lemma == "carry"_key || lemma == "commit"_key || lemma == "perpetrate"_key; }

// "The crime was committed by men in uniform": who is told to have done what was told before; none where it is another thing.
std::uint32_t doer_of_deed(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  std::uint32_t what = none;
  for (const Link& link : syntax.links(verb))
    if (link.kind == LinkKind::passive_subject) what = link.dependent;
  if (what == none) return none;
  const Token& subject = syntax.token(what);
  const std::uint32_t det = syntax.dependent(what, Relation::det);
  const bool deed = is_deed(subject.lemma) && det != none && (syntax.token(det).key == "the"_key || syntax.token(det).key == "this"_key);
  const bool it = subject.key == "it"_key || subject.key == "this"_key;
  if (!deed && !it) return none;
  const std::uint32_t last = syntax.article.language.sentences[subject.sentence].last;
  for (std::uint32_t i = verb + 1; i + 1 < last && i < verb + 8; ++i) {
    if (syntax.is_verb(i)) return none;
    if (syntax.token(i).key != "by"_key) continue;
    const std::uint32_t head = chunks.head_from(i + 1);
    if (head == none || syntax.is_time(head)) return none;
    const Entity* entity = syntax.entity(syntax.entity_of(head));
    const NounClass cls = syntax.class_of(syntax.telling_noun(head));
    if (syntax.token(head).lemma == "bomber"_key) return none;  // "by a suicide bomber" says how, not who
    const bool attackers = entity ? entity->type == EntityType::armed_group : cls.noun == Noun::attacker;
    return attackers || (deed && (entity ? RoleFinder::acts(*entity) : cls.is_people())) ? head : none;
  }
  return none;
}

// "Those responsible for the raid are": the event before the verb.
std::uint32_t event_of_those(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  for (std::uint32_t i = verb; i > first + 1 && verb - i < 12; --i) {
    const Token& t = syntax.token(i - 1);
    if (t.key != "responsible"_key) continue;
    const Key who = syntax.token(i - 2).key;
    if ((who != "those"_key && who != "people"_key && who != "persons"_key) || i + 1 >= verb || syntax.token(i).key != "for"_key)
      return none;
    for (std::uint32_t k = i + 1; k < verb; ++k)
      if (syntax.frames.noun(syntax.token(k).lemma) || (syntax.token(k).form == Form::gerund && syntax.frames.verb(syntax.token(k).lemma)))
        return k;
    return none;
  }
  return none;
}

// "Two men suspected of the murder of Ana Diaz: Luis Mora and Juan Leon": the names behind the colon are theirs.
std::uint32_t names_behind_colon(const Syntax& syntax, std::uint32_t event) {
  const std::uint32_t last = syntax.article.language.sentences[syntax.token(event).sentence].last;
  for (std::uint32_t i = event + 1; i + 1 < last && i < event + 20; ++i) {
    if (syntax.article.words(syntax.token(i).span) != ":") continue;
    for (std::uint32_t k = i + 1; k < last && k < i + 4; ++k) {
      const EntityId id = syntax.article.entity_at(k);
      if (id.set()) return syntax.entity(id)->type == EntityType::person ? k : none;
    }
    return none;
  }
  return none;
}

// "The killers are thought to be Red Front rebels": who those who did what was told last are said to be; none where no group of
// attackers is told.
std::uint32_t who_they_are(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(verb).sentence];
  std::uint32_t first = verb;
  if (verb < sentence.first + 2 || chunks.group_ending(verb - 1, first) == none || syntax.token(first).key != "the"_key) return none;
  const Key lemma = syntax.token(verb - 1).lemma;
  if (lemma != "killer"_key && lemma != "murderer"_key && lemma != "attacker"_key && lemma != "assailant"_key && lemma != "kidnapper"_key &&
      lemma != "perpetrator"_key)
    return none;
  std::uint32_t at = verb + 1;
  for (; at < sentence.last && at < verb + 5; ++at) {
    const Token& t = syntax.token(at);
    if (t.key == "not"_key || t.key == "n't"_key) return none;
    const bool said = t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::part || t.key == "to"_key || t.tag == Tag::adv;
    if (!said) break;
  }
  const std::uint32_t head = chunks.head_from(at);
  if (head == none) return none;
  const Entity* entity = syntax.entity(syntax.entity_of(head));
  const Entity* of = head + 2 < sentence.last && syntax.token(head + 1).key == "of"_key
                         ? syntax.entity(syntax.article.entity_at(chunks.head_from(head + 2) == none ? head : chunks.head_from(head + 2)))
                         : nullptr;
  const bool group = (entity && entity->type == EntityType::armed_group) || (of && of->type == EntityType::armed_group);
  return group || syntax.class_of(syntax.telling_noun(head)).noun == Noun::attacker ? head : none;
}

// "The Red Sun Front, RSF, claimed responsibility": the armed group before the commas; none where there is none.
std::uint32_t group_before_aside(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  auto comma = [&](std::uint32_t i) { return syntax.article.words(syntax.token(i).span) == ","; };
  if (verb < first + 4 || !comma(verb - 1)) return none;
  for (std::uint32_t i = verb - 2; i > first && verb - i < 14; --i) {
    if (syntax.is_verb(i)) return none;
    if (!comma(i)) continue;
    const Entity* entity = syntax.entity(syntax.article.entity_at(i - 1));
    return entity && entity->type == EntityType::armed_group ? i - 1 : none;
  }
  return none;
}

// "... for which the rebels claimed responsibility"
bool is_for_which(const Syntax& syntax, std::uint32_t verb) {
  const Token& t = syntax.token(verb);
  if (t.relation != Relation::acl_relcl || t.head > verb || syntax.is_verb(t.head)) return false;
  for (std::uint32_t i = t.head + 1; i + 1 < verb && i < t.head + 8; ++i)
    if (syntax.token(i).key == "for"_key && syntax.token(i + 1).key == "which"_key) return true;
  return false;
}

bool is_claimed_killing(const Syntax& syntax, std::uint32_t verb, std::uint32_t event) {
  return syntax.token(verb).lemma == "claim"_key && event != none && syntax.token(event).lemma == "killing"_key && event == verb + 1;
}

// "The Red Front said that it was behind the raid": who says so of itself; the token where it is no pronoun.
std::uint32_t sayer_before(const Syntax& syntax, std::uint32_t actor, std::uint32_t first) {
  const Key key = syntax.token(actor).key;
  if (key != "it"_key && key != "they"_key) return actor;
  std::uint32_t say = actor - 1;
  if (syntax.token(say).key == "that"_key && say > first) --say;
  const Key lemma = syntax.token(say).lemma;
  if (lemma != "say"_key && lemma != "claim"_key && lemma != "announce"_key && lemma != "admit"_key && lemma != "declare"_key) return actor;
  for (const Link& link : syntax.links(say)) {
    const Entity* entity = syntax.entity(syntax.entity_of(link.dependent));
    if (link.kind == LinkKind::subject && entity && entity->type == EntityType::armed_group) return link.dependent;
  }
  return actor;
}

// A subject of its own, not the relative pronoun.
bool has_subject(const Syntax& syntax, std::uint32_t verb) {
  for (std::uint32_t d : syntax.dependents(verb)) {
    const Relation relation = syntax.token(d).relation;
    if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && !is_relative(syntax.token(d))) return true;
  }
  return false;
}

}  // namespace

void find_responsibility(const Syntax& syntax, const RoleFinder& roles, std::uint32_t index, std::vector<Responsibility>& out) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const Chunks chunks(syntax);
  auto event_in = [&](std::uint32_t from, std::uint32_t to) -> std::uint32_t {
    for (std::uint32_t i = from; i < to && i < sentence.last; ++i) {
      if (!syntax.is_verb(i) && (syntax.frames.noun(syntax.token(i).lemma) || names_bombing(syntax, i))) return i;
      if (syntax.token(i).form == Form::gerund && syntax.frames.verb(syntax.token(i).lemma)) return i;
    }
    return none;
  };
  for (std::uint32_t v = sentence.first; v < sentence.last; ++v) {
    const Token& t = syntax.token(v);
    const bool author = t.tag == Tag::noun && is_perpetrator_noun(t.lemma) && t.relation != Relation::compound;  // not "a suspect rebel"
    const bool arrest = t.tag == Tag::noun && is_arrest_noun(t.lemma);
    if (!arrest && t.tag != Tag::verb && t.tag != Tag::aux && !is_accusation(t) && !author && t.key != "behind"_key &&
        !(t.tag == Tag::noun && t.lemma == "responsibility"_key))
      continue;
    Mention carrier;
    carrier.token = v;
    bool claimed = false, alleged = false, here = false, done = false, alone = false;
    std::uint32_t event = none;
    std::uint32_t actor = none;
    std::vector<std::uint32_t> others;  // listed behind the actor
    std::uint32_t said = v;             // the verb whose subject the accused are
    const language::VerbGroup group = syntax.article.links.verb_group(v);
    auto subject = [&]() -> std::uint32_t {
      // "The BNA handed out leaflets claiming responsibility": the subject of the verb above.
      for (std::uint32_t at = v, i = 0; t.form == Form::gerund && i < 3 && syntax.token(at).head != at; ++i) {
        at = syntax.token(at).head;
        for (const Link& link : syntax.links(at))
          if (syntax.is_verb(at) && link.kind == LinkKind::subject && syntax.token(link.dependent).tag != Tag::pron) return link.dependent;
      }
      for (const Link& link : syntax.links(v))
        if (link.kind == LinkKind::subject && syntax.token(link.dependent).tag != Tag::pron) return link.dependent;
      std::uint32_t start = v;
      while (start > sentence.first && syntax.token(start - 1).span.begin >= group.span.begin) --start;
      const std::uint32_t before = chunks.subject_before(start);
      return before == none ? group_before_aside(syntax, start) : before;
    };
    if (t.tag == Tag::verb && takes(t.lemma)) {
      // "claimed responsibility (for the attack)", "claimed the attack", "the attack was claimed by".
      std::uint32_t object = none;
      for (std::uint32_t i = v + 1; i < sentence.last && i <= v + 4; ++i)
        if (syntax.token(i).lemma == "responsibility"_key || syntax.token(i).lemma == "credit"_key) object = i;
      if (object != none) {
        claimed = true;
        actor = subject();
        event = event_in(object + 1, object + 10);
        if (event == none && is_for_which(syntax, v)) {  // "an ambush for which the rebels claimed responsibility"
          event = syntax.frames.noun(syntax.token(t.head).lemma) ? t.head : none;
          here = event == none && syntax.class_of(t.head).noun == Noun::weapon;
        }
      } else if (t.lemma == "claim"_key && !group.passive && (v + 1 >= sentence.last || syntax.token(v + 1).key != "by"_key)) {
        const bool pointed =
            v + 2 < sentence.last && syntax.token(v + 1).key == "that"_key && syntax.is_noun(v + 2);  // "claimed that attack"
        const std::uint32_t head = pointed ? v + 2 : v + 1 < sentence.last ? chunks.head_from(v + 1) : none;
        const bool named = head != none && head < v + 6 && (syntax.frames.noun(syntax.token(head).lemma) || names_bombing(syntax, head));
        if (named && syntax.token(head).lemma != "death"_key) {
          claimed = true;
          event = head;
          actor = subject();
        }
      } else if (t.lemma == "claim"_key && v + 1 < sentence.last && syntax.token(v + 1).key == "by"_key) {
        claimed = true;
        actor = v + 2 < sentence.last ? chunks.head_from(v + 2) : none;
        event = event_in(v > sentence.first + 12 ? v - 12 : sentence.first, v);
      }
    } else if (t.lemma == "blame"_key || t.lemma == "attribute"_key || t.lemma == "pin"_key) {
      // "blamed X for the attack", "the attack was blamed on X", "attributed to X".
      alleged = true;
      for (std::uint32_t i = v + 1; i + 1 < sentence.last && i < v + 14; ++i) {
        const Key key = syntax.token(i).key;
        if ((key == "on"_key || key == "to"_key) && actor == none) {
          actor = chunks.head_from(i + 1);
          for (const Link& link : syntax.links(v))
            if (link.kind == LinkKind::passive_subject && syntax.frames.noun(syntax.token(link.dependent).lemma)) event = link.dependent;
          if (event == none) event = event_in(v > sentence.first + 14 ? v - 14 : sentence.first, i);
          break;
        }
        if (key == "for"_key) {
          event = event_in(i + 1, i + 9);
          for (const Link& link : syntax.links(v))
            if (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject) actor = link.dependent;
          if (actor == none) actor = v + 1 < i ? chunks.head_from(v + 1) : subject();  // "rebels blamed for the attack"
          if (actor != none && actor > v) others = people_after(syntax, roles, actor, i);
          break;
        }
      }
      // "denied it and blamed the Red Front": for what was told last.
      if (actor == none && event == none && t.lemma == "blame"_key && !group.passive)
        for (const Link& link : syntax.links(v)) {
          const EntityId id = syntax.article.entity_at(link.dependent);
          if (link.kind == LinkKind::object && id.set() && syntax.entity(id)->type == EntityType::armed_group) {
            actor = link.dependent;
            claimed = true;
          }
        }
      const Key what = v + 1 < sentence.last ? syntax.token(v + 1).key : 0;  // "blamed it on the gang"
      claimed = claimed || (actor != none && (event != none || what == "it"_key || what == "this"_key));
      // "In an action attributed to the gang, a bomb ...": the sentence itself tells it.
      here = actor != none && event == none && t.relation == Relation::acl && is_deed(syntax.token(t.head).lemma);
      claimed = claimed || here;
    } else if (t.tag == Tag::verb && is_detention(t.lemma)) {
      const Charge charge = detained_for(syntax, chunks, v, sentence.last);
      event = charge.event;
      if (charge.set())
        for (const Link& link : syntax.links(v))
          if ((link.kind == LinkKind::passive_subject || (link.kind == LinkKind::object && !group.passive)) &&
              !is_relative(syntax.token(link.dependent)))
            actor = link.dependent;
      alleged = claimed = charge.set() && actor != none;
      if (claimed) {
        others = people_after(syntax, roles, actor, actor < v ? v : sentence.last);
        if (const std::uint32_t whole = included_in(syntax, chunks, actor); whole != none) others.push_back(whole);
      }
    } else if (arrest) {
      // "the arrest of two guards on charges of taking part in the murder", "a warrant for Luis Mora for the murder"
      std::uint32_t next = v + 1;  // "the 'provisional arrest' of"
      while (next + 1 < sentence.last && syntax.token(next).tag == Tag::punct && syntax.article.words(syntax.token(next).span) == "\"")
        ++next;
      const Key of = next + 1 < sentence.last ? syntax.token(next).key : 0;
      if (of == "of"_key || (t.lemma == "warrant"_key && (of == "for"_key || of == "against"_key))) {
        actor = chunks.head_from(next + 1);
        const Charge charge = actor == none ? Charge{} : detained_for(syntax, chunks, actor, sentence.last);
        event = charge.event;
        alleged = claimed = charge.set();
        if (claimed)
          for (std::uint32_t at : people_after(syntax, roles, actor, sentence.last)) others.push_back(at);
      }
    } else if (t.tag == Tag::noun && t.lemma == "responsibility"_key) {
      // "responsibility for the attack was claimed by X"
      for (std::uint32_t i = v + 1; i + 2 < sentence.last && i < v + 14; ++i)
        if (syntax.token(i).lemma == "claim"_key && syntax.token(i + 1).key == "by"_key) {
          claimed = true;
          actor = chunks.head_from(i + 2);
          event = event_in(v + 1, i);
        }
    }
    if (!claimed && v + 1 < sentence.last) {
      const Key lemma = t.lemma;
      const bool charged = v > sentence.first && (syntax.token(v - 1).key == "with"_key || syntax.token(v - 1).key == "of"_key);
      const bool part = lemma == "take"_key && v + 2 < sentence.last && syntax.token(v + 1).key == "part"_key;
      const bool takes_part = t.tag == Tag::verb && (lemma == "participate"_key || part) && !charged;  // in: what its subject did
      const bool accuses = is_accusation(t) || takes_part;
      bool holds = false;  // "hold X responsible for", "X was responsible for"
      std::uint32_t from = v + 1;
      // "accused the rebels of being responsible for": the rebels, as the verb says
      const bool told = lemma == "be"_key && t.form == Form::gerund && v > sentence.first &&
                        (syntax.token(v - 1).tag == Tag::adp || syntax.token(v - 1).tag == Tag::sconj);
      for (std::uint32_t i = v + 1; !told && (lemma == "hold"_key || lemma == "be"_key) && i < sentence.last && i <= v + 14; ++i) {
        const Token& between = syntax.token(i);  // "are trying to find those responsible"
        if (between.tag == Tag::verb && between.form != Form::past_participle && between.form != Form::past) break;
        if (between.key == "not"_key || between.key == "n't"_key || between.key == "never"_key) break;
        if (syntax.token(i).key == "responsible"_key) {
          holds = true;
          from = i + 1;
        }
      }
      bool deed = false;          // "involved in the crime": what was told last
      std::uint32_t lead = none;  // the preposition before it
      if (accuses || holds) {
        for (std::uint32_t i = from; i + 1 < sentence.last && i < from + 12; ++i) {
          const Key key = syntax.token(i).key;
          if (!leads_to_event(key, lemma)) continue;
          for (std::uint32_t k = i + 1; k < sentence.last && k <= i + 6 && event == none; ++k)
            if ((syntax.token(k).relation != Relation::compound && syntax.frames.noun(syntax.token(k).lemma)) ||
                (syntax.token(k).form == Form::gerund && syntax.frames.verb(syntax.token(k).lemma)))
              event = k;
          if (event == none) {
            const Charge charge = charge_at(syntax, chunks, i + 1, sentence.last);
            event = charge.event;
            deed = charge.deed;
          }
          lead = i;
          const Token& first = syntax.token(i + 1);
          const bool act = first.form == Form::gerund || first.key == "not"_key || first.tag == Tag::aux;
          if (key == "of"_key && event == none && !deed && !act) continue;  // "accused a part of the army of"
          break;
        }
        deed = deed || (holds && lemma == "be"_key && event == none && is_said_of_attackers(syntax, from - 1));
        if (event != none || deed) {
          alleged = true;
          claimed = true;
          for (const Link& link : syntax.links(v)) {
            const bool accused = link.kind == LinkKind::passive_subject || (link.kind == LinkKind::object && !group.passive && !part);
            if (accused && !is_relative(syntax.token(link.dependent))) actor = link.dependent;
          }
          const bool which = t.relation == Relation::acl || (t.relation == Relation::acl_relcl && !has_subject(syntax, v));
          if (actor == none && (which || group.passive)) actor = named_before_who(syntax, v);
          if (actor == none && which && !syntax.is_verb(t.head)) actor = t.head;
          if (actor == none && t.relation == Relation::conj && syntax.article.links.verb_group(t.head).passive) {
            said = t.head;  // "were arrested and charged with"
            for (const Link& link : syntax.links(said))
              if (link.kind == LinkKind::passive_subject && !is_relative(syntax.token(link.dependent))) actor = link.dependent;
          }
          if (actor == none && holds) actor = syntax.dependent(from - 1, Relation::nsubj);
          const bool said_of = group.passive || lemma == "be"_key || takes_part || t.tag != Tag::verb || t.form == Form::past_participle;
          if (actor == none && said_of) actor = subject();
          if (actor == none && !said_of) actor = chunks.head_from(v + 1);
          if (actor != none && actor > v)
            for (std::uint32_t at : people_after(syntax, roles, actor, lead)) others.push_back(at);
          if (actor != none && syntax.token(actor).tag == Tag::pron && actor > v) {  // "a warrant for Luis Mora and charged him with"
            const std::uint32_t wanted = wanted_before(syntax, chunks, v);
            if (wanted != none) {
              actor = wanted;
              for (std::uint32_t at : people_after(syntax, roles, actor, v)) others.push_back(at);
            }
          }
          if (actor != none && which) actor = member_of(syntax, actor);
        }
      } else if (author && (syntax.token(v + 1).key == "of"_key || (t.lemma == "suspect"_key && syntax.token(v + 1).key == "in"_key))) {
        // "X was the mastermind of the attack", "the authors of the attack are X", "X, the main suspect in the attack"
        event = event_in(v + 2, v + 7);
        actor = syntax.dependent(v, Relation::nsubj);
        const bool kind = event != none && syntax.is_plural(event) && !syntax.has(event, Relation::det);  // "the mastermind of bombings"
        if (actor == none && t.relation == Relation::appos && !kind) {
          const Entity* named = syntax.entity(syntax.entity_of(t.head));
          if (named && (named->type == EntityType::person || named->type == EntityType::armed_group)) actor = t.head;
        }
        if (actor == none && t.relation == Relation::nsubj && syntax.is_noun(t.head)) actor = t.head;
        const NounFrame* what = event == none ? nullptr : syntax.frames.noun(syntax.token(event).lemma);
        const Mode mode = what && t.lemma == "suspect"_key ? what->kind.mode : Mode::none;
        const bool of_forces = mode == Mode::raid || mode == Mode::clash || mode == Mode::arrest;  // "police kill suspect in raid"
        alleged = claimed = event != none && actor != none && !of_forces;
      } else if (t.lemma == "be"_key) {
        // "The killers were members of the Red Front"
        if (const std::uint32_t who = who_they_are(syntax, chunks, v); who != none) {
          actor = who;
          alleged = claimed = alone = true;
        }
        // "The raid was the work of rebels"
        for (std::uint32_t i = v + 1; i + 2 < sentence.last && i < v + 5; ++i) {
          if (syntax.token(i).key != "work"_key || syntax.token(i + 1).key != "of"_key) continue;
          actor = chunks.head_from(i + 2);
          event = event_in(v > sentence.first + 14 ? v - 14 : sentence.first, v);
          alleged = claimed = actor != none && event != none;
        }
      } else if (t.key == "behind"_key && v > sentence.first) {
        // "X is behind the attack"
        std::uint32_t copula = v - 1;
        while (copula > sentence.first && syntax.token(copula).tag == Tag::adv) --copula;
        // "Rebels behind Gao killings"
        const bool headline = copula + 1 == v && syntax.is_noun(copula) && realis::is_headline(syntax.article, index);
        if (syntax.token(copula).lemma == "be"_key || headline) {
          event = event_in(v + 1, v + 6);
          actor = chunks.subject_before(headline ? v : copula);
          if (actor != none && actor > sentence.first) actor = sayer_before(syntax, actor, sentence.first);
          const bool it = v + 1 < sentence.last && (syntax.token(v + 1).key == "it"_key || syntax.token(v + 1).key == "this"_key);
          const EntityId id = actor == none ? EntityId{} : syntax.article.entity_at(actor);
          const bool group_behind_it = it && id.set() && syntax.entity(id)->type == EntityType::armed_group;
          alleged = claimed = actor != none && (event != none || group_behind_it);
        }
      }
    }
    if (!claimed && t.tag == Tag::verb && group.passive && is_done(t.lemma)) {
      // "The crime was committed by men in uniform", "it was perpetrated by rebels": what was told last.
      actor = doer_of_deed(syntax, chunks, v);
      claimed = done = actor != none;
    }
    if (!claimed && (t.key == "are"_key || t.key == "is"_key || t.key == "were"_key || t.key == "was"_key)) {
      // "Those responsible for the murder are rebels"
      event = event_of_those(syntax, v);
      actor = event == none ? none : chunks.head_from(v + 1);
      claimed = alleged = actor != none;
      if (claimed) others = people_after(syntax, roles, actor, sentence.last);
      std::erase_if(others, [&](std::uint32_t at) { return at + 1 < sentence.last && syntax.is_verb(at + 1); });  // ", the mayor said"
    }
    // "No group claimed it, but the Red Front is suspected": of what was told last.
    if (!claimed && t.lemma == "suspect"_key && t.tag == Tag::verb) {
      for (const Link& link : syntax.links(v))
        if (link.kind == (group.passive ? LinkKind::passive_subject : LinkKind::object)) actor = link.dependent;
      const EntityId id = actor == none ? EntityId{} : syntax.article.entity_at(actor);
      alleged = claimed = id.set() && syntax.entity(id)->type == EntityType::armed_group;
      event = event_in(v + 1, v + 8);
    }
    // "Officials suspect the Red Front."
    if (!claimed && t.lemma == "suspect"_key && t.tag == Tag::verb && !group.passive) {
      std::uint32_t suspected = none;
      for (const Link& link : syntax.links(v))
        if (link.kind == LinkKind::object && !link.inherited) suspected = link.dependent;
      const EntityId id = suspected == none ? EntityId{} : syntax.article.entity_at(suspected);
      if (id.set() && syntax.entity(id)->type == EntityType::armed_group) {
        actor = suspected;
        alleged = claimed = true;
        event = event_in(v + 1, v + 8);
      }
    }
    if (!claimed || actor == none) continue;
    // "might be involved", "denied that its members took part": nobody's doing.
    using language::Modality;
    const bool guessed = group.modality == Modality::may || group.modality == Modality::might || group.modality == Modality::could;
    const bool asked = syntax.article.words(syntax.token(sentence.last - 1).span) == "?";
    if (alleged && (guessed || asked || realis::read(syntax.article, v, syntax.frames.realis).status == Status::denied)) continue;
    // "Ana Diaz accused him": whoever it is, not she.
    if (syntax.token(actor).tag == Tag::pron)
      for (const Link& link : syntax.links(v))
        if (link.kind == LinkKind::subject && link.dependent != actor && syntax.article.entity_at(actor).set() &&
            syntax.entity_of(link.dependent) == syntax.article.entity_at(actor))
          claimed = false;
    if (!claimed) continue;
    // "Ana Diaz, one of the women involved": the name.
    if (actor >= sentence.first + 5 && syntax.token(actor - 3).key == "one"_key && syntax.token(actor - 2).key == "of"_key) {
      const EntityId named = syntax.article.entity_at(actor - 5);
      if (named.set() && syntax.entity(named)->type == EntityType::person && syntax.article.words(syntax.token(actor - 4).span) == ",")
        actor = actor - 5;
    }
    actor = syntax.possessed(actor);
    const Token& who = syntax.token(actor);
    for (std::uint32_t d : syntax.dependents(actor))
      if (syntax.token(d).key == "no"_key || syntax.token(d).key == "neither"_key) claimed = false;
    for (std::uint32_t i = v; i > sentence.first && v - i < 12 && claimed; --i)  // "neither Mora nor Diaz was tried for the bombing"
      claimed = syntax.token(i - 1).key != "neither"_key && syntax.token(i - 1).key != "nor"_key;
    if (!claimed || who.key == "nobody"_key || who.key == "one"_key || group.negated) continue;
    roles.add_actor(carrier, actor, alleged);
    if (alleged && event != none && event > actor && syntax.is_plural(actor) && !syntax.entity_of(actor).set())
      if (const std::uint32_t name = names_behind_colon(syntax, event); name != none) {
        roles.add_actor(carrier, name, alleged);
        for (std::uint32_t at :
             people_after(syntax, roles, syntax.article.mentions.entities.mentions[syntax.article.mentions.mention_of[name]].last - 1,
                          sentence.last))
          roles.add_actor(carrier, at, alleged);
      }
    for (std::uint32_t at : others) roles.add_actor(carrier, at, alleged);
    if (alleged && !alone) {  // "a colonel and two soldiers are accused"
      std::uint32_t start = said;
      const Span told = said == v ? group.span : syntax.article.links.verb_group(said).span;
      while (start > sentence.first && syntax.token(start - 1).span.begin >= told.begin) --start;
      const std::uint32_t end = chunks.subject_before(start);  // the last of the list, where the tree took another for the subject
      const std::vector<std::uint32_t> list = end == none ? std::vector<std::uint32_t>{} : chunks.people_before(end);
      const bool listed = end == actor || std::find(list.begin(), list.end(), actor) != list.end();
      if (listed) roles.add_actor(carrier, end, alleged);
      for (std::uint32_t at : listed ? list : chunks.people_before(actor)) roles.add_actor(carrier, at, alleged);
      for (std::uint32_t d : syntax.dependents(actor))
        if (syntax.token(d).relation == Relation::conj && syntax.is_noun(d)) roles.add_actor(carrier, d, alleged);
      for (std::uint32_t at = actor, i = 0; i < 6 && syntax.token(at).relation == Relation::conj && syntax.is_noun(syntax.token(at).head);
           ++i) {
        at = syntax.token(at).head;
        roles.add_actor(carrier, at, alleged);
        for (std::uint32_t d : syntax.dependents(at))
          if (syntax.token(d).relation == Relation::conj && syntax.is_noun(d)) roles.add_actor(carrier, d, alleged);
      }
    }
    // "A spokesman for the BNA claimed": the group, not its voice.
    bool named = false;
    for (const Filler& filler : carrier.fillers)
      named = named || (filler.entity.set() && syntax.entity(filler.entity)->type == EntityType::armed_group);
    if (!named) {
      for (std::uint32_t d : syntax.dependents(actor)) {
        const EntityId id = syntax.article.entity_at(d);
        if (id.set() && syntax.entity(id)->type == EntityType::armed_group) {
          carrier.fillers = {{ArgumentRole::actor, d, id, {Noun::attacker, Mode::none}, syntax.words_of(d, id), alleged}};
          break;
        }
      }
    }
    for (Filler& filler : carrier.fillers) filler.alleged = alleged;
    if (!alleged && !done)
      for (std::size_t i = carrier.fillers.size(); i-- > 0;) {
        const Entity* e = syntax.entity(carrier.fillers[i].entity);
        const bool group_like = (e && (e->type == EntityType::armed_group || e->type == EntityType::organization)) ||
                                carrier.fillers[i].noun.noun == Noun::attacker ||
                                (e && e->type == EntityType::country && is_claimed_killing(syntax, v, event));  // "Chad claims killing of"
        if (!group_like) carrier.fillers.erase(carrier.fillers.begin() + static_cast<std::ptrdiff_t>(i));
      }
    if (carrier.fillers.empty()) continue;
    Responsibility found;
    found.sentence = index;
    found.event = event;
    found.here = here;
    found.token = v;
    found.actors = std::move(carrier.fillers);
    found.span = sentence.span;
    out.push_back(std::move(found));
  }
}

}  // namespace khabar::incidents
