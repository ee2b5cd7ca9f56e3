#include "facts/incidents/elsewhere.h"

#include "facts/incidents/asides.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

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

}  // namespace

bool is_remembered(const Syntax& syntax, std::uint32_t trigger) {
  std::uint32_t at = trigger;
  for (int i = 0; i < climb_max && syntax.token(at).head != at; ++i) {
    const Relation r = syntax.token(at).relation;
    if (r != Relation::nmod && r != Relation::obl && r != Relation::obj && r != Relation::compound && r != Relation::acl) return false;
    at = syntax.token(at).head;
    const Key lemma = syntax.token(at).lemma;
    if (lemma == "monument"_key || lemma == "memorial"_key || lemma == "museum"_key || lemma == "statue"_key || lemma == "tribute"_key ||
        lemma == "plaque"_key || lemma == "cenotaph"_key || lemma == "exhibition"_key || lemma == "commemorate"_key ||
        lemma == "remember"_key || lemma == "commemoration"_key || lemma == "remembrance"_key)
      return true;
  }
  return false;
}

std::uint32_t end_of_aside(const Syntax& syntax, std::uint32_t comma) {
  auto is_comma = [&](std::uint32_t at) { return syntax.article.words(syntax.token(at).span) == ","; };
  if (!is_comma(comma)) return none;
  constexpr std::uint32_t longest = 9;
  bool says = false;
  for (std::uint32_t i = comma + 1; i < syntax.size() && i < comma + longest && syntax.token(i).sentence == syntax.token(comma).sentence;
       ++i) {
    if (is_comma(i)) return says ? i : none;
    says = says || is_report_verb(syntax.token(i).lemma) || syntax.token(i).key == "according"_key;
  }
  return none;
}

bool is_toll(const Syntax& syntax, std::uint32_t at) {
  const Key lemma = syntax.token(at).lemma;
  return lemma == "toll"_key || (lemma == "death"_key && at + 1 < syntax.size() && syntax.token(at + 1).lemma == "toll"_key);
}

bool is_report_verb(Key lemma) {
  return lemma == "say"_key || lemma == "tell"_key || lemma == "report"_key || lemma == "announce"_key || lemma == "add"_key ||
         lemma == "claim"_key || lemma == "confirm"_key || lemma == "state"_key || lemma == "condemn"_key || lemma == "visit"_key ||
         lemma == "arrive"_key || lemma == "mention"_key || lemma == "note"_key || lemma == "recall"_key;
}

bool is_reaction(Key lemma) {
  return lemma == "denounce"_key || lemma == "condemn"_key || lemma == "mourn"_key || lemma == "protest"_key ||
         lemma == "commemorate"_key || lemma == "deplore"_key || lemma == "discuss"_key || lemma == "investigate"_key ||
         lemma == "remember"_key;
}

bool is_answer_verb(Key lemma) {
  return lemma == "answer"_key || lemma == "respond"_key || lemma == "retaliate"_key || lemma == "reply"_key;
}

bool is_of_answer(const Syntax& syntax, std::uint32_t at, std::uint32_t trigger) {
  for (int i = 0; i < climb_max && at > trigger; ++i) {
    if (syntax.is_verb(at) && is_answer_verb(syntax.token(at).lemma) && syntax.has(at, Relation::nsubj)) return true;
    if (syntax.token(at).head == at) return false;
    at = syntax.token(at).head;
  }
  return false;
}

bool is_preparation(Key lemma) {
  return lemma == "plan"_key || lemma == "plot"_key || lemma == "orchestrate"_key || lemma == "mastermind"_key || lemma == "prepare"_key ||
         lemma == "order"_key || lemma == "finance"_key || lemma == "fund"_key || lemma == "hatch"_key || lemma == "coordinate"_key;
}

bool is_of_what_came_after(Key lemma) {
  return lemma == "rescue"_key || lemma == "free"_key || lemma == "release"_key || lemma == "recover"_key || lemma == "bury"_key ||
         lemma == "identify"_key || lemma == "sentence"_key || lemma == "convict"_key || lemma == "arraign"_key || lemma == "try"_key ||
         lemma == "mourn"_key || lemma == "commemorate"_key || lemma == "charge"_key || lemma == "adjourn"_key || lemma == "postpone"_key ||
         lemma == "indict"_key || lemma == "extradite"_key || lemma == "end"_key || lemma == "plead"_key || lemma == "testify"_key;
}

namespace {

// "the sixth attack", "the third blast": one of a row.
bool counts_in_a_row(Key key) {
  return key == "first"_key || key == "second"_key || key == "third"_key || key == "fourth"_key || key == "fifth"_key ||
         key == "sixth"_key || key == "seventh"_key || key == "eighth"_key || key == "ninth"_key || key == "tenth"_key ||
         key == "latest"_key;
}

}  // namespace

bool is_measure_of_worst(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time) {
  // "up 31 percent on 2024", "down from 3,150 in 2024"
  constexpr std::uint32_t near = 8;
  for (std::uint32_t i = time; i > sentence.first && time - i < near; --i) {
    const Key key = syntax.token(i - 1).key;
    if (syntax.is_verb(i - 1)) break;
    if ((key == "up"_key || key == "down"_key) && i > sentence.first + 1 && syntax.article.words(syntax.token(i - 2).span) == ",")
      return true;
  }
  constexpr std::uint32_t reach = 10;
  std::uint32_t before = time;  // "since Gao in May", "since the raid of May", "since the truce collapsed in May"
  bool clause = false;
  auto names_it = [&](std::uint32_t i) {
    const language::Tag tag = syntax.token(i).tag;
    clause =
        clause || (tag == language::Tag::verb && syntax.token(i).form != language::Form::gerund);  // "since the launching of it in May"
    return tag == language::Tag::propn || tag == language::Tag::adp || tag == language::Tag::det || tag == language::Tag::noun ||
           tag == language::Tag::pron || tag == language::Tag::verb || tag == language::Tag::aux;
  };
  while (before > sentence.first && time - before < reach && syntax.token(before - 1).key != "since"_key && names_it(before - 1)) --before;
  if (before == sentence.first || syntax.token(before - 1).key != "since"_key) return false;
  // "since the May 14 raid", "since May 14 raid on a port"
  std::uint32_t named = time;
  for (int i = 0; i < 3 && syntax.is_time(named) && syntax.token(named).relation == Relation::compound; ++i)
    named = syntax.token(named).head;
  if (named > time && !syntax.is_time(named) && syntax.is_noun(named)) return true;
  if (before + 1 < time) return true;
  const std::uint32_t end = clause ? before : time;
  for (std::uint32_t i = sentence.first; i < end; ++i) {
    const Key key = syntax.token(i).key;
    if (is_superlative(key) || counts_in_a_row(key)) return true;
  }
  return false;
}

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

bool is_occasion(Key lemma) {
  return lemma == "visit"_key || lemma == "trip"_key || lemma == "tour"_key || lemma == "ceremony"_key || lemma == "funeral"_key ||
         lemma == "vigil"_key || lemma == "conference"_key || lemma == "briefing"_key || lemma == "interview"_key || lemma == "speech"_key;
}

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

bool is_where_somebody_spoke(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place) {
  const std::uint32_t verb = syntax.token(place).head;
  if (verb >= place || !syntax.is_verb(verb) || !is_report_verb(syntax.token(verb).lemma)) return false;
  return trigger < verb || trigger > place;
}

std::uint32_t relative_clause(const Syntax& syntax, std::uint32_t at) {
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = syntax.token(at);
    if (t.head == at) return none;
    if (t.relation == Relation::acl_relcl) return syntax.class_of(syntax.telling_noun(t.head)).is_people() ? t.head : none;
    at = t.head;
  }
  return none;
}

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

bool is_of_later_verb(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place) {
  for (std::uint32_t i = trigger; i + 1 < place; ++i)
    if (syntax.token(i).key == "then"_key && syntax.is_verb(i + 1) && syntax.token(i + 1).form == language::Form::past) return true;
  return false;
}

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

bool is_of_clause_beside(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at) {
  if (at < trigger || found.size() > told_most) return false;
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

bool is_past_what_it_led_to(const Syntax& syntax, std::uint32_t trigger, std::uint32_t at) {
  constexpr std::uint32_t reach = 40, longest = 8;
  if (at <= trigger || at > trigger + reach || syntax.is_verb(trigger)) return false;
  for (std::uint32_t i = trigger + 1; i < at; ++i) {
    const Key lemma = syntax.token(i).lemma;
    const bool causes = lemma == "lead"_key || lemma == "prompt"_key || lemma == "force"_key || lemma == "push"_key ||
                        lemma == "spur"_key || lemma == "drive"_key || lemma == "compel"_key || lemma == "provoke"_key ||
                        lemma == "cause"_key;
    if (!causes || !syntax.is_verb(i)) continue;
    for (std::uint32_t k = i + 2; k + 1 < syntax.size() && k < i + longest; ++k) {
      if (syntax.token(k).tag == Tag::punct || syntax.is_verb(k)) break;
      if (syntax.token(k).key == "to"_key && syntax.is_verb(k + 1)) return true;
    }
  }
  return false;
}

bool is_past_but(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at) {
  if (at > trigger + 40 || found.size() > told_most) return false;
  if (is_past_what_it_led_to(syntax, trigger, at)) return true;
  for (std::uint32_t i = trigger + 1; i < at; ++i) {
    if (syntax.token(i).key != "but"_key || syntax.token(i).tag != Tag::cconj) continue;
    bool clause = false;
    for (std::uint32_t k = i + 1; k < at && k < i + 6; ++k) clause = clause || syntax.is_verb(k);
    return clause && std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token > i && other.token < at; });
  }
  return false;
}

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
      // "The Red Front, which is thought the largest group in Chad, claimed it": where a group is
      const Entity* group_told = syntax.entity(syntax.entity_of(t.head));
      const bool of_group = group_told && (group_told->type == EntityType::armed_group || group_told->type == EntityType::organization);
      if (always || (of_group && !who && at < trigger)) return !is_under(trigger, at);
      return who && !group.progressive && syntax.class_of(syntax.telling_noun(t.head)).is_people() && !is_under(trigger, at);
    }
    at = t.head;
  }
  return false;
}

bool is_of_hospital(const Syntax& syntax, const Mention& mention, std::uint32_t at) {
  for (int i = 0; i < 4; ++i) {
    const Token& t = syntax.token(at);
    const Key verb = syntax.token(t.head).lemma;
    const bool treated = verb == "die"_key || verb == "treat"_key || verb == "admit"_key || verb == "rush"_key || verb == "fly"_key;
    if (t.lemma == "hospital"_key || t.lemma == "clinic"_key || t.lemma == "morgue"_key || t.lemma == "mortuary"_key)
      return mention.casualty_only() || (treated && t.head != mention.token);
    if (t.head == at || syntax.is_verb(at)) return false;
    at = t.head;
  }
  return false;
}

bool is_before_that(const Syntax& syntax, std::uint32_t time_end, std::uint32_t trigger) {
  return time_end < trigger && time_end + 1 < syntax.size() && syntax.token(time_end).key == "that"_key &&
         (syntax.token(time_end).tag == Tag::sconj || syntax.token(time_end).relation == Relation::mark);
}

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

bool is_of_what_followed(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t place) {
  const Key p = syntax.preposition(mention.token);
  std::uint32_t above = syntax.token(mention.token).head;
  const bool of_days = p == "of"_key && syntax.is_time(above);  // "within ten days of the attacks"
  if (of_days) above = syntax.token(above).head;
  if (mention.verb || !mention.definite || found.size() > told_most) return false;
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

bool is_since_another(const Syntax& syntax, std::uint32_t at, std::uint32_t trigger) {
  constexpr std::uint32_t reach = 14, far = 40;
  if (at >= trigger || trigger - at > far) return false;
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  bool comma = false;
  for (std::uint32_t i = at + 1; i < trigger && !comma; ++i) comma = syntax.article.words(syntax.token(i).span) == ",";
  if (!comma) return false;
  std::uint32_t since = at;
  while (since > sentence.first && at - since < reach && syntax.token(since).key != "since"_key && syntax.token(since).tag != Tag::punct)
    --since;
  if (syntax.token(since).key != "since"_key) return false;
  for (std::uint32_t i = since + 1; i < trigger && syntax.article.words(syntax.token(i).span) != ","; ++i) {
    const Token& t = syntax.token(i);
    const bool part = t.lemma == "start"_key || t.lemma == "beginning"_key || t.lemma == "end"_key;  // "since the start of May"
    if (t.tag == Tag::noun && !syntax.is_time(i) && !part) return true;
  }
  return false;
}

bool is_of_talks(const Syntax& syntax, const Mention& mention, std::uint32_t place) {
  const std::uint32_t above = syntax.token(place).head;
  if (place >= mention.token || syntax.token(place).relation != Relation::nmod || above > place) return false;
  const Key lemma = syntax.token(above).lemma;
  return lemma == "talk"_key || lemma == "negotiation"_key || lemma == "meeting"_key || lemma == "summit"_key ||
         lemma == "conference"_key || lemma == "dialogue"_key || lemma == "trial"_key || lemma == "court"_key;
}

bool is_of_a_protest(const Syntax& syntax, const Mention& mention, std::uint32_t place) {
  if (mention.verb) return false;
  const std::uint32_t above = syntax.token(mention.token).head;
  if (syntax.token(mention.token).relation == Relation::obj && place < mention.token && is_reaction(syntax.token(above).lemma)) return true;
  const Key p = syntax.preposition(mention.token);
  const Key lemma = syntax.token(above).lemma;
  const bool protest = lemma == "protest"_key || lemma == "march"_key || lemma == "rally"_key || lemma == "demonstrate"_key ||
                       lemma == "demonstration"_key || lemma == "vigil"_key || lemma == "gather"_key || lemma == "mourn"_key;
  return protest && place < mention.token && (p == "after"_key || p == "over"_key || p == "against"_key || p == "for"_key || p == "at"_key);
}

}  // namespace khabar::incidents
