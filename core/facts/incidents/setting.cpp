#include "facts/incidents/setting.h"

#include "facts/clauses.h"
#include "facts/incidents/asides.h"
#include "facts/incidents/joining.h"
#include "facts/incidents/roles.h"
#include "facts/labels.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

constexpr int climb_max = 8;
constexpr std::size_t most = 32;  // triggers of one sentence; more are a list

// Between two names of one row stand commas, "and", "in", "of" and other names only.
bool in_one_row(const Syntax& syntax, std::uint32_t first, std::uint32_t second) {
  for (std::uint32_t i = first + 1; i < second; ++i) {
    const Token& t = syntax.token(i);
    if (syntax.article.words(t.span) == ";") return false;
    const bool joins =
        t.tag == Tag::punct || t.tag == Tag::propn || t.tag == Tag::cconj || t.tag == Tag::det || t.key == "in"_key || t.key == "of"_key;
    if (!joins) return false;
  }
  return true;
}

bool is_place_preposition(Key p) {
  switch (p) {
    case "in"_key:
    case "at"_key:
    case "near"_key:
    case "outside"_key:
    case "inside"_key:
    case "across"_key:
    case "throughout"_key:
    case "around"_key:
    case "on"_key:
    case "along"_key:
    case "within"_key:
    case "of"_key:
    case "over"_key:
    case "through"_key:
    case "under"_key:
    case "close"_key:
    case "amid"_key:
    case "between"_key:
    case "off"_key:
    case "to"_key: return true;
    default: return false;
  }
}

// "abducted four men from Gao", "arrested from a house in Lahore": there it happened, whoever they were.
bool is_taken_from(const Mention& mention, std::uint32_t place, Key preposition) {
  return preposition == "from"_key && place > mention.token && (mention.kind.mode == Mode::kidnapping || mention.kind.mode == Mode::arrest);
}

bool is_report_verb(Key lemma) {
  return lemma == "say"_key || lemma == "tell"_key || lemma == "report"_key || lemma == "announce"_key || lemma == "add"_key ||
         lemma == "claim"_key || lemma == "confirm"_key || lemma == "state"_key || lemma == "condemn"_key || lemma == "visit"_key ||
         lemma == "arrive"_key || lemma == "mention"_key || lemma == "note"_key || lemma == "recall"_key;
}

// "The attack was planned in Gao": elsewhere than it was carried out.
bool is_preparation(Key lemma) {
  return lemma == "plan"_key || lemma == "plot"_key || lemma == "orchestrate"_key || lemma == "mastermind"_key || lemma == "prepare"_key ||
         lemma == "order"_key || lemma == "finance"_key || lemma == "fund"_key || lemma == "hatch"_key || lemma == "coordinate"_key;
}

// "Troops on Friday rescued 14 women abducted by rebels": the day is of what came after.
bool is_of_what_came_after(Key lemma) {
  return lemma == "rescue"_key || lemma == "free"_key || lemma == "release"_key || lemma == "recover"_key || lemma == "bury"_key ||
         lemma == "identify"_key || lemma == "sentence"_key || lemma == "convict"_key || lemma == "arraign"_key || lemma == "try"_key ||
         lemma == "mourn"_key || lemma == "commemorate"_key || lemma == "charge"_key || lemma == "adjourn"_key || lemma == "postpone"_key ||
         lemma == "indict"_key || lemma == "extradite"_key || lemma == "end"_key || lemma == "plead"_key || lemma == "testify"_key;
}

// "a US convoy", "UK tourists": whose they were. In a headline "Pakistan militants" says where, too.
bool belongs(Noun noun, bool headline) {
  return noun == Noun::force || noun == Noun::person || noun == Noun::vehicle || (noun == Noun::attacker && !headline);
}

// "US businessman John Hill", "a former ambassador to Spain": says who somebody is.
bool says_who(const Syntax& syntax, std::uint32_t head, std::uint32_t end, Key preposition) {
  const std::uint32_t sentence = syntax.token(head).sentence;
  if (preposition == "to"_key) {
    const std::uint32_t governor = syntax.token(head).head;
    return governor < head && syntax.is_noun(governor) && syntax.class_of(governor).is_people();
  }
  if (!syntax.is_adjective_of_state(head) || end >= syntax.size() || syntax.token(end).sentence != sentence) return false;
  return syntax.token(end).tag == Tag::noun && syntax.class_of(end).noun == Noun::person;
}

bool is_distance(Key lemma) {
  return lemma == "mile"_key || lemma == "kilometer"_key || lemma == "kilometre"_key || lemma == "km"_key || lemma == "league"_key;
}

bool is_direction(Key lemma) {
  return lemma == "southwest"_key || lemma == "southeast"_key || lemma == "northwest"_key || lemma == "northeast"_key ||
         lemma == "north-west"_key || lemma == "north-east"_key || lemma == "south-west"_key || lemma == "south-east"_key ||
         lemma == "north"_key || lemma == "south"_key || lemma == "east"_key || lemma == "west"_key;
}

// "The heart of Gao", "the outskirts of Gao", "the city of Gao".
bool is_part_of_place(Key lemma) {
  return lemma == "heart"_key || lemma == "centre"_key || lemma == "center"_key || lemma == "outskirt"_key || lemma == "outskirts"_key ||
         lemma == "edge"_key || lemma == "middle"_key || lemma == "suburb"_key || lemma == "vicinity"_key || lemma == "city"_key ||
         lemma == "town"_key || lemma == "village"_key || lemma == "district"_key || lemma == "province"_key || lemma == "region"_key ||
         lemma == "state"_key || lemma == "county"_key || lemma == "port"_key || lemma == "island"_key || lemma == "neighbourhood"_key ||
         lemma == "neighborhood"_key || lemma == "municipality"_key;
}

// "Chad's president", "Chad's security services": people and bodies of a state's, which say nothing of where.
bool is_of_owner(const Syntax& syntax, std::uint32_t owner, std::uint32_t owned) {
  if (syntax.class_of(syntax.telling_noun(owned)).is_people()) return true;
  const Entity* entity = syntax.entity(syntax.entity_of(owned));
  if (entity && entity->type != EntityType::country)
    return entity->type == EntityType::person || entity->type == EntityType::organization || entity->type == EntityType::armed_group;
  const Tag before = owner == 0 || syntax.token(owner - 1).sentence != syntax.token(owner).sentence ? Tag::x : syntax.token(owner - 1).tag;
  return syntax.frames.noun(syntax.token(owned).lemma) == nullptr && before != Tag::adp && before != Tag::det && before != Tag::adj;
}

// "... in Chad: police" is no police of Chad's.
bool colon_between(const Syntax& syntax, std::uint32_t name, std::uint32_t head) {
  for (std::uint32_t i = name + 1; i < head; ++i)
    if (syntax.article.words(syntax.token(i).span) == ":" || syntax.article.words(syntax.token(i).span) == "-") return true;
  return false;
}

// "Blast kills two; Gao silent": what stands past a semicolon is of something else.
bool semicolon_between(const Syntax& syntax, std::uint32_t a, std::uint32_t b) {
  return facts::semicolon_in(syntax.article, std::min(a, b), std::max(a, b)) != none;
}

// "The deadliest attack since May", "since its founding in May": of May it was not.
bool is_measure_of_worst(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time) {
  std::uint32_t before = time;  // "since Gao in May", "since the raid of May"
  auto names_it = [&](std::uint32_t i) {
    const language::Tag tag = syntax.token(i).tag;
    return tag == language::Tag::propn || tag == language::Tag::adp || tag == language::Tag::det || tag == language::Tag::noun ||
           tag == language::Tag::pron;
  };
  while (before > sentence.first && time - before < 6 && syntax.token(before - 1).key != "since"_key && names_it(before - 1)) --before;
  if (before == sentence.first || syntax.token(before - 1).key != "since"_key) return false;
  if (before + 1 < time) return true;
  for (std::uint32_t i = sentence.first; i < time; ++i) {
    const Key key = syntax.token(i).key;
    if (is_superlative(key) || key == "first"_key) return true;
  }
  return false;
}

// "..., while gunmen robbed a bank in Segou": what goes on beside it, and there.
bool is_clause_apart(const Syntax& syntax, std::uint32_t verb) {
  if (syntax.token(verb).relation != Relation::advcl) return false;
  const std::uint32_t mark = syntax.dependent(verb, Relation::mark);
  if (mark == none || syntax.dependent(verb, Relation::nsubj) == none) return false;
  const Key key = syntax.token(mark).key;
  return key == "while"_key || key == "whereas"_key || key == "although"_key || key == "though"_key;
}

// "The UN called on Friday for an inquiry into the killing": the day is the call's.
bool is_day_of_talk(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t governor) {
  if (mention.verb || !syntax.is_verb(governor)) return false;
  for (const Mention& other : found)
    if (other.token == governor) return false;
  std::uint32_t at = mention.token;
  bool oblique = false;
  for (int i = 0; i < climb_max && at != governor; ++i) {
    const Token& t = syntax.token(at);
    const Key p = syntax.preposition(at);
    oblique = oblique || ((t.relation == Relation::obl || t.relation == Relation::nmod) &&
                          (p == "into"_key || p == "of"_key || p == "over"_key || p == "for"_key || p == "about"_key || p == "after"_key));
    if (t.head == at) return false;
    at = t.head;
  }
  return at == governor && oblique;
}

// "Condolences for the deaths during a visit to Gao": there the visit was.
bool is_occasion(Key lemma) {
  return lemma == "visit"_key || lemma == "trip"_key || lemma == "tour"_key || lemma == "ceremony"_key || lemma == "funeral"_key ||
         lemma == "vigil"_key || lemma == "conference"_key || lemma == "briefing"_key || lemma == "interview"_key || lemma == "speech"_key;
}

// Does the token hang, through nouns and prepositions only, on the trigger (or on its support verb)? Returns the steps, -1 where not.
int steps_to(const Syntax& syntax, std::span<const Mention> found, std::uint32_t at, const Mention& mention, bool time = false) {
  const std::uint32_t trigger = mention.token;
  // "The raids followed the ambush of 29 May": what hangs on another event is that one's.
  auto is_another = [&](std::uint32_t token) {
    return found.size() <= most && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
             return other.token == token && !other.verb && !other.casualty_only() && other.joined == none && mention.joined == none;
           });
  };
  // "The worst attack since May, when nine died at Gao": there the earlier one was.
  auto is_of_another_day = [&](std::uint32_t token) {
    return found.size() <= most && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
             return other.token == token && other.earlier != mention.earlier;
           });
  };
  const Token& goal = syntax.token(trigger);
  const std::uint32_t carried = syntax.is_verb(trigger) ? none : carried_after(syntax, trigger);
  const bool supported = !syntax.is_verb(trigger) && goal.head != trigger && syntax.is_verb(goal.head) &&
                         (goal.relation == Relation::obj || goal.relation == Relation::nsubj || goal.relation == Relation::nsubj_pass) &&
                         !is_report_verb(syntax.token(goal.head).lemma) && !is_preparation(syntax.token(goal.head).lemma);
  for (int i = 0; i < climb_max; ++i) {
    if (at == trigger) return i;
    if (is_of_another_day(at)) return -1;
    if (supported && at == goal.head) return i + 1;
    if (carried != none && at == carried) return i + 1;
    if ((supported || syntax.token(at).relation == Relation::conj) && is_another(at)) return -1;
    const Token& t = syntax.token(at);
    if (t.head == at) return -1;
    if (t.relation == Relation::acl_relcl || t.relation == Relation::ccomp || t.relation == Relation::parataxis ||
        t.relation == Relation::root || is_clause_apart(syntax, at))
      return -1;
    if (t.relation == Relation::conj && syntax.is_verb(at) && is_report_verb(t.lemma)) return -1;  // "killed two ..., the army said Sunday"
    // "the group, founded in May": its own day, but "a crowd celebrating on Thursday".
    if (time && t.relation == Relation::acl && syntax.is_verb(at) && t.form != language::Form::gerund) return -1;
    if (!time && syntax.is_noun(at) && is_occasion(t.lemma)) return -1;
    at = t.head;
  }
  return -1;
}

// "The spokesman in Gao, Omar Noor, confirmed the attack": there the one who tells it is.
bool is_where_it_was_told(const Syntax& syntax, std::uint32_t at) {
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at) return false;
    if (t.relation == Relation::nsubj)
      return is_report_verb(syntax.token(t.head).lemma) && syntax.frames.noun(syntax.token(syntax.telling_noun(at)).lemma) == nullptr;
    if (syntax.is_verb(at)) return false;
    at = t.head;
  }
  return false;
}

// The noun that the trigger's relative clause describes, where that is a person and not what happened: "people in Gao protested against
// the killers who shot a judge" does not say where; none where the trigger is in no such clause.
std::uint32_t relative_clause(const Syntax& syntax, std::uint32_t at) {
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at) return none;
    if (t.relation == Relation::acl_relcl) return syntax.class_of(syntax.telling_noun(t.head)).is_people() ? t.head : none;
    at = t.head;
  }
  return none;
}

// "The killing of two clerks in Gao last Monday ended the truce": the day stands among the noun's words or right behind them.
bool in_own_words(const Syntax& syntax, std::uint32_t last, std::uint32_t trigger) {
  if (syntax.is_verb(trigger) || last <= trigger) return false;
  std::uint32_t at = last - 1;
  for (int i = 0; i < climb_max && at != trigger; ++i) {
    const std::uint32_t above = syntax.token(at).head;
    if (syntax.is_verb(at) || above == at) return false;
    if (above == syntax.token(trigger).head && above >= last && syntax.token(trigger).relation == Relation::nsubj) return true;
    at = above;
  }
  return at == trigger;
}

// "The guerrillas on Thursday released the man whom they had kidnapped": the day is the release's.
bool is_day_of_later_deed(const Syntax& syntax, std::span<const Mention> found, std::uint32_t first, std::uint32_t last,
                          std::uint32_t trigger) {
  if (in_own_words(syntax, last, trigger)) return false;
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(first).sentence];
  const std::uint32_t from = first - sentence.first > 4 ? first - 4 : sentence.first;
  for (std::uint32_t i = from; i < sentence.last && i < last + 2; ++i) {
    if (i >= first && i < last) continue;
    if (i == trigger) return false;
    // "arrested a man on 2 May and recovered a gun": the day is the first verb's.
    if (i > last && std::any_of(syntax.dependents(trigger).begin(), syntax.dependents(trigger).end(),
                                [&](std::uint32_t d) { return d >= first && d < last; }))
      continue;
    if (!syntax.is_verb(i) || !is_of_what_came_after(syntax.token(i).lemma)) continue;
    if (std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == i; })) return true;
  }
  return false;
}

// "opened fire in a yard, then drove to a shop in Gao": there he drove.
bool is_of_later_verb(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place) {
  for (std::uint32_t i = trigger; i + 1 < place; ++i)
    if (syntax.token(i).key == "then"_key && syntax.is_verb(i + 1) && syntax.token(i + 1).form == language::Form::past) return true;
  return false;
}

// "A trader who had been kidnapped in May was found in Gao": there he was found.
bool is_of_later_deed(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t place) {
  std::uint32_t at = place;
  for (int i = 0; i < climb_max && !syntax.is_verb(at); ++i) {
    if (syntax.token(at).head == at) return false;
    at = syntax.token(at).head;
  }
  const Key lemma = syntax.token(at).lemma;
  const bool taken = mention.kind.mode == Mode::kidnapping &&
                     (lemma == "find"_key || lemma == "rescue"_key || lemma == "free"_key || lemma == "release"_key ||
                      lemma == "recover"_key || lemma == "reunite"_key || lemma == "arrive"_key);
  const bool later = taken || lemma == "arraign"_key || lemma == "sentence"_key || lemma == "convict"_key || lemma == "bury"_key ||
                     lemma == "indict"_key || lemma == "extradite"_key || lemma == "hospitalise"_key || lemma == "hospitalize"_key;
  return later && at != mention.token && syntax.is_verb(at) &&
         std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == at; });
}

// "Omar Noor was killed by police and Luis Mora was found in Segou": what another clause tells, with a subject of its own.
bool is_of_clause_beside(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at) {
  if (at < trigger || found.size() > most) return false;
  const std::uint32_t end = at;
  auto is_under = [&](std::uint32_t token, std::uint32_t verb) {
    for (int i = 0; i < climb_max && token != verb && syntax.token(token).head != token; ++i) token = syntax.token(token).head;
    return token == verb;
  };
  auto tells = [&](std::uint32_t verb) {  // what another trigger of that clause tells, that one settles
    return std::any_of(found.begin(), found.end(),
                       [&](const Mention& other) { return other.token > trigger && other.token < end && is_under(other.token, verb); });
  };
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at || at <= trigger) return false;
    const bool beside = t.relation == Relation::conj || t.relation == Relation::parataxis;
    std::uint32_t subject = syntax.dependent(at, Relation::nsubj);
    if (subject == none) subject = syntax.dependent(at, Relation::nsubj_pass);
    const Key who = subject == none ? Key{0} : syntax.token(subject).key;
    const bool relative = who == "which"_key || who == "that"_key || who == "who"_key;
    if (beside && subject != none && !relative && t.head <= trigger) return !tells(at);
    at = t.head;
  }
  return false;
}

// "Thirteen were hurt in the blast but 11 were in hospital on Saturday": what stands past the "but" is of another verb, wherever the tree
// hung it.
bool is_past_but(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at) {
  if (at > trigger + 40 || found.size() > most) return false;
  for (std::uint32_t i = trigger + 1; i < at; ++i) {
    if (syntax.token(i).key != "but"_key || syntax.token(i).tag != Tag::cconj) continue;
    bool clause = false;
    for (std::uint32_t k = i + 1; k < at && k < i + 6; ++k) clause = clause || syntax.is_verb(k);
    return clause && std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token > i && other.token < at; });
  }
  return false;
}

// "Omar Noor, who had lived in Gao, was arrested", "the group, which has men in Chad, killed nine": where somebody was at another time,
// or is at all times.
bool is_of_relative(const Syntax& syntax, std::uint32_t trigger, std::uint32_t at) {
  auto is_under = [&](std::uint32_t token, std::uint32_t verb) {
    for (int i = 0; i < climb_max && token != verb && syntax.token(token).head != token; ++i) token = syntax.token(token).head;
    return token == verb;
  };
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at) return false;
    if (t.relation == Relation::acl_relcl && syntax.is_verb(at)) {
      bool who = false;
      for (std::uint32_t d : syntax.dependents(at)) who = who || syntax.token(d).key == "who"_key;
      const language::VerbGroup group = syntax.article.links.verb_group(at);
      const bool always = t.lemma == "have"_key || t.lemma == "operate"_key || t.lemma == "live"_key || t.lemma == "control"_key ||
                          t.lemma == "govern"_key || t.lemma == "rule"_key;
      if (always) return !is_under(trigger, at);
      return who && !group.progressive && syntax.class_of(syntax.telling_noun(t.head)).is_people() && !is_under(trigger, at);
    }
    at = t.head;
  }
  return false;
}

// "Five were taken to a hospital in Gao": there they were treated.
bool is_of_hospital(const Syntax& syntax, const Mention& mention, std::uint32_t at) {
  if (!mention.casualty_only()) return false;
  for (int i = 0; i < 4; ++i) {
    const Token& t = syntax.token(at);
    if (t.lemma == "hospital"_key || t.lemma == "clinic"_key || t.lemma == "morgue"_key || t.lemma == "mortuary"_key) return true;
    if (t.head == at || syntax.is_verb(at)) return false;
    at = t.head;
  }
  return false;
}

// "Said in a report last month that soldiers had killed": the month of the report.
bool is_before_that(const Syntax& syntax, std::uint32_t time_end, std::uint32_t trigger) {
  return time_end < trigger && time_end + 1 < syntax.size() && syntax.token(time_end).key == "that"_key &&
         (syntax.token(time_end).tag == Tag::sconj || syntax.token(time_end).relation == Relation::mark);
}

// "..., if the bombing did not stop": what the main clause tells is elsewhere.
bool is_outside_condition(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place) {
  std::uint32_t at = trigger;
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at) return false;
    if (t.relation == Relation::advcl) {
      const std::uint32_t mark = syntax.dependent(at, Relation::mark);
      if (mark == none) return false;
      const Key key = syntax.token(mark).key;
      return (key == "if"_key || key == "unless"_key || key == "until"_key) && place < mark;
    }
    at = t.head;
  }
  return false;
}

// "After the bombing patrols were seen in Gao": there they were seen.
bool is_of_what_followed(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t place) {
  const Key p = syntax.preposition(mention.token);
  std::uint32_t above = syntax.token(mention.token).head;
  const bool of_days = p == "of"_key && syntax.is_time(above);  // "within ten days of the attacks"
  if (of_days) above = syntax.token(above).head;
  if (mention.verb || !mention.definite || found.size() > most) return false;
  if (p != "after"_key && p != "since"_key && p != "before"_key && p != "following"_key && !of_days) return false;
  if (!syntax.is_verb(above) || std::any_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == above; }))
    return false;
  for (int i = 0; i < climb_max && place != mention.token; ++i) {
    if (place == above) return true;
    if (syntax.token(place).head == place) return false;
    place = syntax.token(place).head;
  }
  return false;
}

// "He drove a truck to Gao and detonated it": is the place where it was taken to?
bool is_where_brought(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place) {
  if (trigger < 4 || place >= trigger || syntax.token(trigger - 1).tag != Tag::cconj || trigger - place > 4) return false;
  if (const std::uint32_t m = syntax.article.mentions.mention_of[place]; m != none)
    place = syntax.article.mentions.entities.mentions[m].first;
  if (place == 0) return false;
  if (syntax.token(place - 1).key != "to"_key) return false;
  for (std::uint32_t i = place - 1; i > 0 && place - i < 8 && syntax.token(i).sentence == syntax.token(trigger).sentence; --i) {
    if (!syntax.is_verb(i)) continue;
    const Key lemma = syntax.token(i).lemma;
    return lemma == "drive"_key || lemma == "take"_key || lemma == "bring"_key || lemma == "carry"_key || lemma == "move"_key ||
           lemma == "transport"_key || lemma == "fly"_key || lemma == "steer"_key;
  }
  return false;
}

// "Hundreds protest in Gao after killings", "marched in Gao over the murder": there they marched.
bool is_of_a_protest(const Syntax& syntax, const Mention& mention, std::uint32_t place) {
  if (mention.verb) return false;
  const std::uint32_t above = syntax.token(mention.token).head;
  const Key p = syntax.preposition(mention.token);
  const Key lemma = syntax.token(above).lemma;
  const bool protest = lemma == "protest"_key || lemma == "march"_key || lemma == "rally"_key || lemma == "demonstrate"_key ||
                       lemma == "demonstration"_key || lemma == "vigil"_key || lemma == "gather"_key || lemma == "mourn"_key;
  return protest && place < mention.token && (p == "after"_key || p == "over"_key || p == "against"_key || p == "for"_key || p == "at"_key);
}

// "On 27 January, ...", "13. On 27 January, ...": nothing before it but a preposition and the number of a paragraph.
bool opens(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time) {
  if (time > sentence.first + 4) return false;
  for (std::uint32_t i = sentence.first; i < time; ++i)
    if (syntax.token(i).tag != Tag::adp && syntax.token(i).tag != Tag::punct && !syntax.is_number(i)) return false;
  return true;
}

// "7 Oct - Mopti: ...": what the words of an item leave open; "the kidnapping" may be one of another day's item.
void add_label(const Syntax& syntax, const facts::Label& label, std::uint32_t block, std::span<Mention> found) {
  if (label.time == none && label.places.empty()) return;
  for (Mention& mention : found) {
    const Relation relation = syntax.token(mention.token).relation;
    const bool aside =
        mention.verb && (relation == Relation::acl || relation == Relation::acl_relcl);  // "hostages taken in May were freed"
    if (mention.earlier || aside || (!mention.verb && mention.definite)) continue;
    mention.item = block;
    if (mention.time == none) mention.time = label.time;
    // An entry of a list tells what is done in the present tense, too.
    if (label.time != none && mention.verb && mention.reading.status == Status::general) mention.reading.status = Status::happened;
    for (EntityId place : label.places)
      if (std::find(mention.places.begin(), mention.places.end(), place) == mention.places.end()) mention.places.push_back(place);
  }
}

// "Gao siege: three shot dead": what a headline's topic says of where, for want of anything nearer.
void add_topic(const Syntax& syntax, const language::Sentence& sentence, std::span<Mention> found) {
  const std::uint32_t m = syntax.article.mentions.mention_of[sentence.first];
  if (m == mentions::none) return;
  const entities::MentionAt& name = syntax.article.mentions.entities.mentions[m];
  if (syntax.entity(name.entity)->type != EntityType::place || name.kind == MentionKind::demonym || name.last + 2 >= sentence.last) return;
  const Token& topic = syntax.token(name.last);
  const bool violent = topic.lemma == "violence"_key || topic.lemma == "unrest"_key || syntax.frames.noun(topic.lemma);
  if (!violent || syntax.article.words(syntax.token(name.last + 1).span) != ":") return;
  for (Mention& mention : found)
    if (mention.places.empty()) mention.places.push_back(name.entity);
}

}  // namespace

void find_settings(const Syntax& syntax, std::uint32_t index, std::span<Mention> found, std::uint32_t offset) {
  if (found.empty()) return;
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const auto& all_mentions = syntax.article.mentions;
  // One or two incidents a sentence are common, dozens are a list: then nothing but what hangs on each is taken.
  const bool alone =
      std::count_if(found.begin(), found.end(), [](const Mention& m) { return m.joined == none && !m.casualty_only(); }) <= 1;

  const bool headline = realis::is_headline(syntax.article, index);
  const facts::Label label = facts::label_of(syntax.article, index);
  struct Place {
    std::uint32_t token = 0;
    EntityId entity;
    Key preposition = 0;
    bool country = false;
    std::uint32_t of_event = none;  // the event noun that it stands before
  };
  std::vector<Place> places;
  std::vector<std::uint32_t> times;  // index into mentions.times
  std::vector<std::uint32_t> time_tokens;
  std::vector<bool> since;  // "the worst since May": of what was told of May alone
  for (std::uint32_t i = sentence.first; i < sentence.last && places.size() < 64; ++i) {
    if (const std::uint32_t t = all_mentions.time_of[i]; t != none && t != label.time && (times.empty() || times.back() != t)) {
      const Time& time = all_mentions.times[t].time;
      // "10:42 Shelling resumed": when it was posted.
      const bool stamp = time.type == TimeType::time && i == sentence.first && time.value.size() >= 5 && syntax.is_number(i) &&
                         (index == 0 || syntax.article.language.sentences[index - 1].block != sentence.block);
      // "Seized the ship and held its crew until May": when it was over.
      const std::uint32_t start = all_mentions.times[t].first;
      const Key before = start > sentence.first ? syntax.token(start - 1).key : Key{0};
      const bool end =
          before == "until"_key || before == "till"_key ||
          (time.value == "PRESENT_REF" && i > sentence.first && syntax.token(all_mentions.times[t].last - 1).key == "year"_key);
      if ((time.type == TimeType::date || time.type == TimeType::time) && !stamp && !end) {
        times.push_back(t);
        since.push_back(is_measure_of_worst(syntax, sentence, i));
        time_tokens.push_back(i);
      }
    }
    const std::uint32_t m = all_mentions.mention_of[i];
    if (m == none || all_mentions.entities.mentions[m].first != i) continue;
    const entities::MentionAt& mention = all_mentions.entities.mentions[m];
    if (mention.kind == MentionKind::demonym || mention.kind == MentionKind::nominal || mention.kind == MentionKind::pronoun ||
        mention.kind == MentionKind::metonym)
      continue;
    const Entity& entity = all_mentions.entities.entities[mention.entity.index];
    if (entity.type != EntityType::place && entity.type != EntityType::country && entity.type != EntityType::facility) continue;
    // "Omar Noor, 29, of Toledo": where somebody is from.
    if (i >= sentence.first + 3 && syntax.token(i - 1).key == "of"_key && syntax.article.words(syntax.token(i - 2).span) == "," &&
        syntax.is_number(i - 3))
      continue;
    // "a Malta-flagged ship", "Gao-based rebels": where something is from.
    if (mention.last + 1 < sentence.last && syntax.article.words(syntax.token(mention.last).span) == "-" &&
        syntax.token(mention.last).span.begin == syntax.token(mention.last - 1).span.end &&
        syntax.token(mention.last + 1).span.begin == syntax.token(mention.last).span.end &&
        !syntax.token(mention.last + 1).has(Token::initial_capital))
      continue;
    Key preposition = 0;
    bool told_there = false;  // "according to Kabul"
    for (std::uint32_t back = i; back > sentence.first && i - back < 6; --back) {
      const Token& t = syntax.token(back - 1);
      if (t.tag == Tag::adp) {
        preposition = t.key;
        told_there = back >= sentence.first + 2 && syntax.token(back - 2).key == "according"_key;
        break;
      }
      // "In return, Pakistan helped": past a comma only within a row of names.
      if (t.tag == Tag::punct && back >= sentence.first + 2 && syntax.token(back - 2).tag != Tag::propn) break;
      if (t.tag == Tag::verb || t.tag == Tag::aux ||
          (t.tag == Tag::punct && syntax.article.words(t.span) != "," && syntax.article.words(t.span) != "\"" &&
           syntax.article.words(t.span) != "-"))
        break;
    }
    if (told_there) continue;
    if (preposition == "on"_key && i > sentence.first + 1 && syntax.token(i - 2).lemma == "blame"_key) continue;  // "blamed on Chad"
    const std::uint32_t head = mention.head < syntax.size() ? mention.head : i;
    const Token& name = syntax.token(head);
    if (name.relation == Relation::compound && syntax.frames.noun(syntax.token(name.head).lemma))
      preposition = 0;  // "responsibility for the Gao attack": "for" is the attack's
    // "near the Chad border", "the Chad-Niger border": a line, and nowhere yet.
    if (entity.type == EntityType::country && mention.last < sentence.last && syntax.token(mention.last).lemma == "border"_key) continue;
    if (entity.type == EntityType::country && says_who(syntax, head, mention.last, preposition)) continue;
    // "75 miles southwest of Gao": not there.
    if (preposition == "of"_key && i >= sentence.first + 3 && is_direction(syntax.token(i - 2).lemma) &&
        is_distance(syntax.token(i - 3).lemma))
      continue;
    // "in the heart of Gao": as "in Gao".
    if (preposition == "of"_key && is_part_of_place(syntax.token(name.head).lemma)) {
      const Key before = syntax.preposition(name.head);
      if (before == "in"_key || before == "at"_key || before == "near"_key || before == "on"_key) preposition = before;
    }
    // "Chad's president survived an attack": whose he is.
    const std::uint32_t past = mention.last + 1;  // "Chad's Lake Province: police"
    const Entity* within = past < sentence.last ? syntax.entity(syntax.article.entity_at(past)) : nullptr;
    const bool holds = within && (within->type == EntityType::place || within->type == EntityType::facility);
    if (name.relation == Relation::nmod_poss && entity.type == EntityType::country && !holds && is_of_owner(syntax, i, name.head)) continue;
    if (entity.type == EntityType::country && (name.relation == Relation::compound || name.relation == Relation::amod)) {
      const bool event = syntax.frames.noun(syntax.token(name.head).lemma);
      if (preposition == 0 && event && (syntax.is_adjective_of_state(head) || is_done_by_states(syntax.token(name.head).lemma))) continue;
      const bool inside = preposition == "at"_key || preposition == "outside"_key || preposition == "inside"_key;  // "at a Chad rally"
      const bool based = !event && syntax.is_adjective_of_state(head) && syntax.class_of(name.head).noun == Noun::facility;
      const Key of = syntax.token(name.head).lemma;
      const bool abroad = based && (of == "base"_key || of == "airbase"_key || of == "embassy"_key || of == "consulate"_key);
      if (abroad || (based && !headline)) continue;  // "near a US base" is in no US
      if (!event && !inside && belongs(syntax.class_of(name.head).noun, headline) && !colon_between(syntax, head, name.head)) continue;
    }
    // "robbed a shop in Jos to finance the Gao bombings": of what was done there.
    const std::uint32_t of_event =
        name.relation == Relation::compound && syntax.frames.noun(syntax.token(name.head).lemma) ? name.head : none;
    places.push_back(
        {mention.head < syntax.size() ? mention.head : i, mention.entity, preposition, entity.type == EntityType::country, of_event});
  }

  // Do the triggers tell one incident, as far as the syntax of the sentence says?
  auto root = [&](std::uint32_t k) {
    for (std::size_t i = 0; i < found.size() && found[k].joined != none && found[k].joined >= offset; ++i) {
      const std::uint32_t next = found[k].joined - offset;
      if (next >= found.size()) break;
      k = next;
    }
    return k;
  };
  auto tells_with = [&](std::uint32_t index, std::uint32_t token) {
    for (std::uint32_t k = 0; k < found.size() && found.size() <= most; ++k)
      if (found[k].token == token) return root(k) == root(index);
    return true;
  };
  for (Mention& mention : found) {
    if (mention.charged) continue;
    auto add = [&](EntityId id) {
      if (mention.places.size() < 6 && std::find(mention.places.begin(), mention.places.end(), id) == mention.places.end())
        mention.places.push_back(id);
    };
    // Inside the words of an actor a place says where that is from: "the group's branch in Iraq".
    auto is_filler = [&](std::uint32_t token) {
      for (int i = 0; i < climb_max && token != mention.token; ++i) {
        for (const Filler& filler : mention.fillers)
          if (filler.token == token && filler.role == ArgumentRole::actor) return true;
        if (syntax.token(token).head == token || syntax.is_verb(syntax.token(token).head)) return false;
        token = syntax.token(token).head;
      }
      return false;
    };
    // "Burnt two trucks near Segou on Monday and abducted a nurse in Gao": past the first's own day or place the second goes on.
    auto is_beyond = [&](std::uint32_t token) {
      if (!mention.verb || mention.joined != none || found.size() > most) return false;
      return std::any_of(found.begin(), found.end(), [&](const Mention& other) {
        if (!other.verb || other.casualty_only() || other.joined != none || other.token <= mention.token || other.token >= token)
          return false;
        auto between = [&](std::uint32_t t) { return t > mention.token && t < other.token; };
        return std::any_of(time_tokens.begin(), time_tokens.end(), between) ||
               std::any_of(places.begin(), places.end(), [&](const Place& p) { return between(p.token); });
      });
    };
    for (const Place& place : places) {
      if (is_beyond(place.token)) continue;
      if (is_filler(place.token) || semicolon_between(syntax, place.token, mention.token) ||
          is_of_clause_beside(syntax, found, mention.token, place.token) || is_past_but(syntax, found, mention.token, place.token))
        continue;
      if (!mention.earlier && (is_when_since(syntax, place.token) || is_of_an_anniversary(syntax, place.token))) continue;
      if (is_of_later_verb(syntax, mention.token, place.token) || is_of_hospital(syntax, mention, place.token)) continue;
      if (place.of_event != none && !tells_with(static_cast<std::uint32_t>(&mention - found.data()), place.of_event)) continue;
      const bool compound = place.preposition == 0;
      if (!compound && !is_place_preposition(place.preposition) && !is_taken_from(mention, place.token, place.preposition)) continue;
      // "Hijacked the tanker Silver Dawn": what was taken, not where.
      const bool is_hit = compound && syntax.entity(place.entity)->type == EntityType::facility &&
                          std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) {
                            const bool craft = f.noun.noun == Noun::vehicle || mention.kind.mode == Mode::hijacking;
                            const bool named = place.token >= f.token && place.token - f.token < 5;
                            return f.role == ArgumentRole::target && craft && (f.entity == place.entity || named);
                          });
      const int steps = is_hit ? -1 : steps_to(syntax, found, place.token, mention);
      if (steps < 0) continue;
      const std::uint32_t above = syntax.token(place.token).head;  // "..., while Gao saw twelve": another clause's subject
      const bool elsewhere = syntax.is_verb(above) && above != mention.token && above != syntax.token(mention.token).head;
      if (compound && elsewhere && syntax.token(place.token).relation == Relation::nsubj) continue;
      // "soldiers from Swat", "president of Colombia" say where people are from; "mosque in Swat" where it happened.
      if (place.preposition == "of"_key && steps > 1 && place.country) continue;
      add(place.entity);
    }
    if (mention.places.empty())
      for (const Place& place : places)
        if (place.token > sentence.first && is_where_brought(syntax, mention.token, place.token)) add(place.entity);
    // "memories of Gao, where police shot nine": what "where" stands for.
    if (mention.places.empty())
      for (std::uint32_t i = mention.token; i > sentence.first + 1 && mention.token - i < 12; --i) {
        if (syntax.token(i - 1).key != "where"_key) {
          if (syntax.token(i - 1).tag == Tag::punct && syntax.article.words(syntax.token(i - 1).span) != ",") break;
          continue;
        }
        std::uint32_t name = i - 2;
        if (syntax.article.words(syntax.token(name).span) == "," && name > sentence.first) --name;
        for (const Place& place : places)
          if (place.token == name || syntax.article.entity_at(name) == place.entity) {
            add(place.entity);
            break;
          }
        break;
      }
    if (mention.places.empty() && alone && !is_brought_about(syntax, mention)) {
      const std::uint32_t clause = relative_clause(syntax, mention.token);
      for (const Place& place : places)
        if (!is_filler(place.token) && !semicolon_between(syntax, place.token, mention.token) && (clause == none || place.token > clause) &&
            !is_where_it_was_told(syntax, place.token) && !is_of_relative(syntax, mention.token, place.token) &&
            (place.of_event == none || tells_with(static_cast<std::uint32_t>(&mention - found.data()), place.of_event)) &&
            !is_of_later_verb(syntax, mention.token, place.token) && !is_of_clause_beside(syntax, found, mention.token, place.token) &&
            !is_of_what_followed(syntax, found, mention, place.token) && !is_of_later_deed(syntax, found, mention, place.token) &&
            !is_past_but(syntax, found, mention.token, place.token) && !is_outside_condition(syntax, mention.token, place.token) &&
            !is_of_hospital(syntax, mention, place.token) && !is_preparation(syntax.token(syntax.token(place.token).head).lemma) &&
            !is_of_a_protest(syntax, mention, place.token) &&
            (place.preposition == "in"_key || place.preposition == "at"_key || place.preposition == "near"_key ||
             place.preposition == "outside"_key || place.preposition == "across"_key || place.preposition == "on"_key))
          add(place.entity);
    }
    // "in Jolo, Mindanao, Philippines": names in one row belong together.
    if (!mention.places.empty())
      for (std::size_t k = 1; k < places.size(); ++k) {
        const bool before = std::find(mention.places.begin(), mention.places.end(), places[k - 1].entity) != mention.places.end();
        if (before && places[k].token > places[k - 1].token && places[k].token - places[k - 1].token <= 3 &&
            in_one_row(syntax, places[k - 1].token, places[k].token))
          add(places[k].entity);
      }

    if (!mention.verb && syntax.preposition(mention.token) == "before"_key) continue;  // "on Sunday, the day before the riot"
    int best = climb_max + 1;
    if (const std::uint32_t day = syntax.day_above(mention.token); day != none) {
      mention.time = all_mentions.time_of[day];
      best = 0;
    }
    for (std::size_t k = 0; k < times.size(); ++k) {
      std::uint32_t head = time_tokens[k];
      const times::Found& time = all_mentions.times[times[k]];
      for (std::uint32_t i = time.first; i < time.last; ++i)
        if (syntax.token(i).head < time.first || syntax.token(i).head >= time.last) head = i;
      const bool by_then = time.first > sentence.first && syntax.token(time.first - 1).key == "by"_key;  // "12 had died by noon"
      if (by_then || is_before_that(syntax, time.last, mention.token)) continue;
      if ((since[k] && !mention.earlier) || is_past_but(syntax, found, mention.token, head)) continue;
      const int steps = since[k] ? climb_max : steps_to(syntax, found, head, mention, true);
      if (steps >= 0 && steps < best && !is_day_of_later_deed(syntax, found, time.first, time.last, mention.token)) {
        best = steps;
        mention.time = times[k];
      }
    }
    if (mention.time == none && alone && times.size() == 1 && (!since[0] || mention.earlier)) {
      std::uint32_t head = time_tokens[0];
      const times::Found& time = all_mentions.times[times[0]];
      for (std::uint32_t i = time.first; i < time.last; ++i)
        if (syntax.token(i).head < time.first || syntax.token(i).head >= time.last) head = i;
      const std::uint32_t governor = syntax.token(head).head;
      const Key verb = syntax.is_verb(governor) && governor != mention.token ? syntax.token(governor).lemma : Key{0};
      const bool of_own = verb != 0 && syntax.token(governor).relation == Relation::acl &&  // "the group, founded in May"
                          std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == governor; });
      // "links to the coup of 15 July": the day is the coup's.
      const bool of_noun = verb == 0 && governor != head && governor != mention.token && syntax.is_noun(governor) &&
                           syntax.preposition(head) == "of"_key && !syntax.is_time(governor);
      // "broke off talks in May after its assault killed nine": what the assault did was before May, too.
      const bool of_consequence =
          mention.verb && mention.joined != none && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
            return !other.verb && is_day_of_talk(syntax, found, other, governor);
          });
      const bool of_talk = of_consequence || of_own || of_noun || is_report_verb(verb) || is_of_what_came_after(verb) ||
                           is_day_of_talk(syntax, found, mention, governor) || is_of_clause_beside(syntax, found, mention.token, head) ||
                           is_past_but(syntax, found, mention.token, head);
      if (!of_talk && !is_day_of_later_deed(syntax, found, time.first, time.last, mention.token)) mention.time = times[0];
    }
    // "On 27 January, rebels attacked ..., killing 52": of all that the sentence tells.
    if (mention.time == none && !mention.earlier && times.size() == 1 && !since[0] && opens(syntax, sentence, time_tokens[0])) {
      const std::uint32_t end = all_mentions.times[times[0]].last;
      const Key verb = end < sentence.last ? syntax.token(syntax.token(time_tokens[0]).head).lemma : Key{0};
      if (end < sentence.last && syntax.article.words(syntax.token(end).span) == "," && !is_report_verb(verb) &&
          !is_of_what_came_after(verb))
        mention.time = times[0];
    }
  }
  add_label(syntax, label, sentence.block, found);
  if (headline) add_topic(syntax, sentence, found);
}

}  // namespace khabar::incidents
