// Times: on which day what a mention tells happened.
#include "facts/clauses.h"
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/setting_finder.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "The Christmas market", "Friday prayers": a word of what a thing is called, and no day; but "the May 22 market bombing".
bool names_thing(const Syntax& syntax, std::uint32_t time) {
  std::uint32_t at = time;
  for (int i = 0; i < 4 && syntax.token(at).relation == Relation::compound && syntax.token(at).head > at; ++i) at = syntax.token(at).head;
  return at != time && !syntax.is_time(at) && !syntax.is_verb(at) && syntax.frames.noun(syntax.token(at).lemma) == nullptr;
}

// "According to Monday's issue of the paper": the day of no deed.
bool is_of_issue(const Syntax& syntax, std::uint32_t time) {
  const Token& t = syntax.token(time);
  if (t.relation != Relation::nmod_poss || t.head < time) return false;
  const Key lemma = syntax.token(t.head).lemma;
  return lemma == "issue"_key || lemma == "edition"_key || lemma == "newspaper"_key || lemma == "paper"_key || lemma == "bulletin"_key;
}

// "On 27 January, ...", "13. On 27 January, ...": nothing before it but a preposition and the number of a paragraph.
bool opens(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time) {
  if (time > sentence.first + 4) return false;
  for (std::uint32_t i = sentence.first; i < time; ++i)
    if (syntax.token(i).tag != Tag::adp && syntax.token(i).tag != Tag::punct && !syntax.is_number(i)) return false;
  return true;
}

// "marched on Friday to denounce the murder": the verb that reacts; none where there is none.
std::uint32_t reaction_above(const Syntax& syntax, const Mention& mention) {
  const Token& t = syntax.token(mention.token);
  return !mention.verb && t.relation == Relation::obj && is_reaction(syntax.token(t.head).lemma) ? t.head : none;
}

// "was blamed for the bombing of a church in May 2019", "condemned the raid on 2 May": a month behind the noun's own words is the deed's,
// not the blame's.
bool is_month_behind(const Syntax& syntax, const Mention& mention, const times::Found& time) {
  if (mention.verb || time.first <= mention.token || time.time.type != TimeType::date) return false;
  const std::uint32_t above = syntax.token(mention.token).head;
  if (is_reaction(syntax.token(above).lemma) && facts::dependent(syntax.article, above, Relation::obj) == mention.token)
    return facts::is_day_of_object(syntax.article, above, time);
  if (time.time.value.size() > 7) return false;
  if (!syntax.is_verb(above) || above > mention.token || syntax.preposition(mention.token) != "for"_key) return false;
  for (std::uint32_t i = mention.token + 1; i < time.first; ++i)
    if (syntax.is_verb(i) || syntax.token(i).tag == Tag::punct || syntax.token(i).tag == Tag::aux) return false;
  return true;
}

// "A faction that split in 2016 overran a post": of a clause that says which, and holds no deed.
bool is_told_of_other(const Syntax& syntax, std::uint32_t time, std::uint32_t trigger) {
  for (int i = 0; i < climb_max && syntax.token(time).head != time; ++i) {
    const Token& t = syntax.token(time);
    if (t.relation == Relation::acl_relcl && t.head != trigger) {
      std::uint32_t at = trigger;
      for (int k = 0; k < climb_max && at != time && syntax.token(at).head != at; ++k) at = syntax.token(at).head;
      return at != time;
    }
    if (time == trigger) return false;
    time = t.head;
  }
  return false;
}

bool asks_to(Key lemma) {
  return lemma == "urge"_key || lemma == "ask"_key || lemma == "call"_key || lemma == "tell"_key || lemma == "order"_key ||
         lemma == "plan"_key || lemma == "promise"_key || lemma == "vow"_key || lemma == "agree"_key || lemma == "invite"_key;
}

// "Called the killings murder and urged them to stay at home on Tuesday", "the attack follows a breach in May": when they should, and
// when the breach was.
bool is_of_other_act(const Syntax& syntax, std::uint32_t time, std::uint32_t trigger) {
  std::uint32_t at = time;
  for (int i = 0; i < climb_max && at != trigger && syntax.token(at).head != at; ++i) {
    const Token& t = syntax.token(at);
    const Key above = syntax.token(t.head).lemma;
    const bool asked = t.form == Form::base && t.relation == Relation::xcomp && syntax.is_verb(at) && asks_to(above);
    const bool compared =
        t.relation == Relation::obj && at != time && (above == "follow"_key || above == "precede"_key || above == "echo"_key);
    if (asked || compared) {
      std::uint32_t up = trigger;
      for (int k = 0; k < climb_max && up != at && syntax.token(up).head != up; ++k) up = syntax.token(up).head;
      return up != at;
    }
    at = t.head;
  }
  return false;
}

// "The police in Gao on Monday said that": before the verb of who says so, however the tree hangs it.
bool is_right_before_report(const Syntax& syntax, const times::Found& time, std::uint32_t trigger) {
  const std::uint32_t verb = time.last;
  if (verb + 1 >= trigger || time.first == 0 || !syntax.is_verb(verb) || syntax.token(verb).form != Form::past) return false;
  if (syntax.token(time.first - 1).sentence != syntax.token(trigger).sentence || !is_report_verb(syntax.token(verb).lemma)) return false;
  for (std::uint32_t i = verb; i < trigger; ++i)
    if (syntax.token(i).tag == Tag::punct) return false;
  return true;
}

// "The army said on Sunday its drones had hit a depot", "police said Monday gunmen killed two": the day is of who says so.
bool is_right_behind_report(const Syntax& syntax, const times::Found& time, std::uint32_t trigger) {
  if (trigger < time.last || time.first == 0) return false;
  std::uint32_t before = time.first - 1;
  if (before > 0 && (syntax.token(before).key == "on"_key || syntax.token(before).key == "late"_key)) --before;
  if (syntax.token(before).sentence != syntax.token(trigger).sentence || !syntax.is_verb(before)) return false;
  const Key verb = syntax.token(before).lemma;
  if (verb != "say"_key && verb != "report"_key && verb != "announce"_key && verb != "confirm"_key) return false;
  for (std::uint32_t i = time.last; i < trigger; ++i)
    if (syntax.token(i).tag == Tag::punct) return false;
  return true;
}

bool is_of_report(const Syntax& syntax, const times::Found& time, std::uint32_t trigger) {
  return is_right_behind_report(syntax, time, trigger) || is_right_before_report(syntax, time, trigger);
}

// "The attack underscored how weak it was, culminating in a coup on 15 May": of what was told before, past verbs of other things.
bool is_of_aftermath(const Syntax& syntax, const Mention& mention, std::uint32_t time) {
  if (mention.verb || !mention.definite || !mention.fillers.empty() || time < mention.token || time - mention.token > 40) return false;
  int verbs = 0;
  for (std::uint32_t i = mention.token + 1; i < time; ++i) verbs += syntax.is_verb(i) && syntax.token(i).relation != Relation::amod;
  return verbs > 1;
}

}  // namespace

// The word of the time on which the others hang.
std::uint32_t SettingFinder::head_of(const ToldTime& at) const {
  const times::Found& time = syntax_.article.mentions.times[at.time];
  std::uint32_t head = at.token;
  for (std::uint32_t i = time.first; i < time.last; ++i)
    if (syntax_.token(i).head < time.first || syntax_.token(i).head >= time.last) head = i;
  return head;
}

// Is the time that of the verb or noun above it, of talk, of something founded or of what came after?
bool SettingFinder::is_of_governor(const Mention& mention, std::uint32_t head) const {
  const std::uint32_t governor = syntax_.token(head).head;
  const Key verb = syntax_.is_verb(governor) && governor != mention.token ? syntax_.token(governor).lemma : Key{0};
  const bool of_own = verb != 0 && syntax_.token(governor).relation == Relation::acl &&  // "the group, founded in May"
                      syntax_.preposition(syntax_.token(governor).head) != "as"_key &&
                      std::none_of(found_.begin(), found_.end(), [&](const Mention& other) { return other.token == governor; });
  // "links to the coup of 15 July": the day is the coup's.
  const bool of_noun = verb == 0 && governor != head && governor != mention.token && syntax_.is_noun(governor) &&
                       syntax_.preposition(head) == "of"_key && !syntax_.is_time(governor);
  // "broke off talks in May after its assault killed nine": what the assault did was before May, too.
  const bool of_consequence =
      mention.verb && mention.joined != none && std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {
        return !other.verb && is_day_of_talk(syntax_, found_, other, governor);
      });
  // "on Saturday accused Chad of being behind a blast": on Saturday it was said.
  const bool accused = (verb == "accuse"_key || verb == "blame"_key) && head < governor && mention.token > governor;
  // "Pupils abducted by gunmen escaped on Sunday": the day of the escape.
  const Token& told = syntax_.token(mention.token);
  const bool of_main = verb != 0 && mention.verb && told.relation == Relation::acl && told.form == language::Form::past_participle &&
                       syntax_.token(told.head).head == governor && governor > mention.token && head > governor &&
                       std::none_of(found_.begin(), found_.end(), [&](const Mention& other) { return other.token == governor; });
  return of_consequence || of_main || accused || of_own || of_noun || is_report_verb(verb) || is_of_what_came_after(verb) ||
         is_day_of_talk(syntax_, found_, mention, governor) || is_of_clause_beside(syntax_, found_, mention.token, head) ||
         is_past_but(syntax_, found_, mention.token, head);
}

// "...; in May 2021 bombs killed 85", "said on Friday that early on Monday, rebels killed nine": the day that opens a clause past a
// semicolon or "that" is that of all it tells, whatever the tree hung it on.
std::uint32_t SettingFinder::time_opening_clause(const Mention& mention) const {
  if (!mention.verb) return none;
  for (const ToldTime& told : told_.times) {
    const times::Found& time = syntax_.article.mentions.times[told.time];
    if (time.last > mention.token || time.first < sentence_.first + 2) continue;
    std::uint32_t before = syntax_.token(time.first - 1).tag == Tag::adp ? time.first - 2 : time.first - 1;
    if (before > sentence_.first && (syntax_.token(before).key == "early"_key || syntax_.token(before).key == "late"_key)) --before;
    if (syntax_.article.words(syntax_.token(before).span) != ";" && syntax_.token(before).key != "that"_key) continue;
    bool its = true;
    for (std::uint32_t i = time.last; i < mention.token; ++i)
      its = its && !is_report_verb(syntax_.token(i).lemma) && syntax_.article.mentions.time_of[i] == none &&
            syntax_.article.words(syntax_.token(i).span) != ";";
    if (its) return told.time;
  }
  return none;
}

// "the 55 attacks in 2021", "3,955 attacks recorded in 2022": the time right behind what is counted is when they were.
std::uint32_t SettingFinder::time_of_counted(const Mention& mention) const {
  static constexpr Key counted[] = {"recorded"_key, "reported"_key, "registered"_key, "documented"_key, "logged"_key, "counted"_key};
  std::uint32_t at = mention.token + 1;
  if (!mention.count || mention.verb || at + 2 >= sentence_.last) return none;
  const bool participle =
      syntax_.is_verb(at) && std::find(std::begin(counted), std::end(counted), syntax_.token(at).key) != std::end(counted);
  if (participle) ++at;
  const Key key = syntax_.token(at).key;
  if (key != "in"_key && key != "during"_key && key != "between"_key) return none;
  return at + 1 < sentence_.last ? syntax_.article.mentions.time_of[at + 1] : none;
}

void SettingFinder::find_time(Mention& mention) const {
  if (const std::uint32_t time = time_of_counted(mention); time != none) {
    mention.time = time;
    return;
  }
  const std::uint32_t reaction = reaction_above(syntax_, mention);
  int best = climb_max + 1;
  if (const std::uint32_t day = syntax_.day_above(mention.token); day != none) {
    mention.time = syntax_.article.mentions.time_of[day];
    best = 0;
  }
  for (const ToldTime& at : told_.times) {
    const std::uint32_t head = head_of(at);
    const times::Found& time = syntax_.article.mentions.times[at.time];
    const auto [from, to] = std::minmax(time.first, mention.token);
    if (facts::semicolon_in(syntax_.article, from, to) != none) continue;  // "...; a day later they struck back"
    const bool by_then = time.first > sentence_.first && syntax_.token(time.first - 1).key == "by"_key;  // "12 had died by noon"
    if (by_then || is_of_report(syntax_, time, mention.token) || names_thing(syntax_, head) || is_of_issue(syntax_, head) ||
        (reaction != none && head < reaction) || is_before_that(syntax_, time.last, mention.token))
      continue;
    if (is_of_answer(syntax_, head, mention.token) || (at.since && !mention.earlier) || is_of_other_act(syntax_, head, mention.token) ||
        is_past_but(syntax_, found_, mention.token, head))
      continue;
    if (is_since_another(syntax_, at.token, mention.token) || is_of_aftermath(syntax_, mention, at.token)) continue;
    const int steps = at.since ? climb_max : steps_to(head, mention, true);
    if (steps >= 0 && steps < best && !is_day_of_later_deed(syntax_, found_, time.first, time.last, mention.token)) {
      best = steps;
      mention.time = at.time;
    }
  }
  if (mention.time == none) mention.time = time_opening_clause(mention);
  if (mention.time != none || !alone_ || told_.times.size() != 1) return;
  const ToldTime& only = told_.times.front();
  const times::Found& time = syntax_.article.mentions.times[only.time];
  constexpr std::size_t day_length = 10;  // "by Friday the toll had climbed to 12", but "by the close of 1984 212 had died"
  if (time.first > sentence_.first && syntax_.token(time.first - 1).key == "by"_key && time.time.value.size() >= day_length) return;
  // "lowered the level in 2019, three years after gunmen killed": not of 2019
  if (mention.earlier ? !only.since && only.token < mention.token : only.since) return;
  if ((reaction != none && only.token < reaction) || is_of_issue(syntax_, head_of(only))) return;
  if (is_of_aftermath(syntax_, mention, only.token) || is_since_another(syntax_, only.token, mention.token)) return;
  if (is_remembered(syntax_, mention.token) || is_of_report(syntax_, time, mention.token)) return;
  if (is_month_behind(syntax_, mention, time)) {
    mention.time = only.time;
    return;
  }
  if (!is_of_governor(mention, head_of(only)) && !is_of_other_act(syntax_, head_of(only), mention.token) &&
      !is_told_of_other(syntax_, head_of(only), mention.token) &&
      !is_day_of_later_deed(syntax_, found_, time.first, time.last, mention.token))
    mention.time = only.time;
}

void SettingFinder::take_opening(Mention& mention) const {
  if (mention.time != none || mention.earlier || told_.times.size() != 1) return;
  const ToldTime& only = told_.times.front();
  const std::uint32_t end = syntax_.article.mentions.times[only.time].last;
  if (syntax_.token(sentence_.first).key == "by"_key) return;  // "By Friday, the toll had climbed to 12"
  if (only.since || !opens(syntax_, sentence_, only.token) || end >= sentence_.last) return;
  const Key verb = syntax_.token(syntax_.token(only.token).head).lemma;
  if (syntax_.article.words(syntax_.token(end).span) == "," && !is_report_verb(verb) && !is_of_what_came_after(verb))
    mention.time = only.time;
}

}  // namespace khabar::incidents
