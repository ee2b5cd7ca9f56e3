// What "and" joins: a clause with a subject of its own, what else the subject of the sentence does, the second of two that something is
// between.
#include "language/clause_repairs.h"

#include <algorithm>
#include <array>

namespace khabar::language {

using namespace text::literals;

// "The League has backed Oman, and the Volta states and Togo have urged Peru": what stands right behind a verb and before ", and" is the
// verb's object; the others are the subject of the next.
void ClauseRepairs::object_before_clause(std::uint32_t t) {
  constexpr std::uint32_t longest = 3, reach = 16;
  const std::uint32_t next = head(t);
  if (next <= t || t < 2 || !is_name_or_noun(tokens_[t]) || t + 2 >= tokens_.size()) return;
  std::uint32_t verb = t - 1;
  while (verb > 0 && t - verb < longest && (tokens_[verb].tag == Tag::det || tokens_[verb].tag == Tag::adj || head(verb) == t)) --verb;
  if (tokens_[verb].tag != Tag::verb || tokens_[verb].form == Form::gerund || head(next) != verb ||
      tokens_[next].relation != Relation::conj)
    return;
  if (!is_comma(t + 1) || tokens_[t + 2].tag != Tag::cconj) return;
  std::uint32_t subject = none;
  for (std::uint32_t i = t + 3; i < next && i < t + reach && subject == none; ++i)
    if (head(i) == t && tokens_[i].relation == Relation::conj) subject = i;
  if (subject == none) return;
  for (std::uint32_t i = verb + 1; i < t; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obj) return;
  hang(t, verb, Relation::obj);
  hang(subject, next, Relation::nsubj);
  for (std::uint32_t i = subject + 1; i < next; ++i)
    if (head(i) == t && tokens_[i].relation == Relation::conj) hang(i, subject, Relation::conj);
  if (head(t + 2) == subject || head(t + 2) == t) hang(t + 2, next, Relation::cc);
}

// "killed four women and a child": what "and" joins to an object is one.
void ClauseRepairs::second_object(std::uint32_t t) {
  constexpr std::uint32_t reach = 5;
  const std::uint32_t verb = head(t);
  if (t < 3 || verb >= t || tokens_[t].tag != Tag::noun) return;
  std::uint32_t joins = none;
  for (std::uint32_t i = t > reach ? t - reach : 0; i < t; ++i) {
    if (head(i) != t) continue;
    if (tokens_[i].relation == Relation::case_ || tokens_[i].relation == Relation::mark) return;
    if (tokens_[i].relation == Relation::cc && tokens_[i].key == "and"_key) joins = i;
  }
  if (joins == none || joins < 2 || joins - 1 <= verb) return;
  const std::uint32_t first = joins - 1;
  if (tokens_[first].tag == Tag::noun && tokens_[first].relation == Relation::obj && head(first) == verb) hang(t, first, Relation::conj);
}

// "killed the mayor of Gao, his driver and two guards": three were killed, and no driver is a town.
void ClauseRepairs::list_past_place(std::uint32_t t) {
  const std::uint32_t place = head(t);
  if (place >= t || tokens_[t].tag != Tag::noun || tokens_[place].tag != Tag::propn || tokens_[place].relation != Relation::nmod) return;
  const std::uint32_t first = head(place);
  if (first >= place || tokens_[first].tag != Tag::noun || tokens_[first].relation != Relation::obj) return;
  constexpr std::uint32_t reach = 6;
  bool counted = false, joined = false;
  for (std::uint32_t i = t + 1; i < tokens_.size() && i < t + reach; ++i) {
    joined = joined || (head(i) == t && tokens_[i].relation == Relation::conj);
    counted = counted || (tokens_[i].relation == Relation::nummod && head(head(i)) == t);
  }
  if (joined && counted) hang(t, first, Relation::conj);
}

// "agreed to build a road, and to share data": both were agreed.
void ClauseRepairs::infinitive_in_list(std::uint32_t t) {
  const std::uint32_t verb = head(t);
  if (verb >= t || tokens_[t].form != Form::base || !is_finite(tokens_[verb])) return;
  bool to = false, joined = false;
  std::uint32_t first = none;
  for (std::uint32_t i = verb + 1; i < t; ++i) {
    to = to || (head(i) == t && tokens_[i].key == "to"_key && i + 1 == t);
    joined = joined || (head(i) == t && tokens_[i].relation == Relation::cc);
    if (head(i) == t && is_subject(tokens_[i])) return;
    if (head(i) == verb && tokens_[i].relation == Relation::xcomp && tokens_[i].tag == Tag::verb) first = i;
  }
  if (to && joined && first != none) hang(t, first, Relation::conj);
}

// "was arrested and extradited": both were done to him.
void ClauseRepairs::passive_in_list(std::uint32_t t) {
  static constexpr std::array done = {"extradite"_key, "deport"_key, "transfer"_key, "release"_key, "charge"_key,     "jail"_key,
                                      "expel"_key,     "detain"_key, "arrest"_key,   "convict"_key, "imprison"_key,   "execute"_key,
                                      "kill"_key,      "injure"_key, "wound"_key,    "behead"_key,  "abduct"_key,     "kidnap"_key,
                                      "evacuate"_key,  "murder"_key, "sentence"_key, "torture"_key, "hospitalise"_key};
  const std::uint32_t verb = head(t);
  const bool hurt = tokens_[t].key == "hurt"_key;  // one form for all
  if (verb >= t || (tokens_[t].form != Form::past && !hurt) || tokens_[verb].form != Form::past_participle) return;
  if (!hurt && std::find(done.begin(), done.end(), tokens_[t].lemma) == done.end()) return;
  bool passive = false;
  std::uint32_t subject = none;  // "and five people hurt"
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    passive = passive || (head(i) == verb && tokens_[i].relation == Relation::aux_pass);
    if (head(i) != t) continue;
    if (is_subject(tokens_[i]) && i + 1 == t && is_name_or_noun(tokens_[i])) subject = i;
    if ((is_subject(tokens_[i]) && i != subject) || tokens_[i].relation == Relation::obj || tokens_[i].tag == Tag::aux) return;
  }
  if (!passive) return;
  tokens_[t].form = Form::past_participle;
  if (subject != none) hang(subject, t, Relation::nsubj_pass);
}

// "held by the army, the police and the guards": what has no preposition of its own goes on with the one before it.
void ClauseRepairs::goes_on_in_list(std::uint32_t t) {
  constexpr std::uint32_t longest = 6;
  if (!is_name_or_noun(tokens_[t]) || begin_of_time(t) != none) return;
  bool joined = false;
  std::uint32_t first = t;
  for (std::uint32_t i = t > longest ? t - longest : 0; i < tokens_.size() && i < t + 24; ++i) {
    if (head(i) != t) continue;
    if (tokens_[i].relation == Relation::case_ || tokens_[i].relation == Relation::mark) return;
    joined = joined || (i > t && tokens_[i].relation == Relation::conj);
    if (i < t && tokens_[i].tag != Tag::punct) first = std::min(first, i);
  }
  if (!joined || first < 2 || !is_comma(first - 1)) return;
  std::uint32_t before = first - 2;
  for (std::uint32_t steps = 0; steps < longest && head(before) != head(t) && head(before) != before; ++steps) before = head(before);
  if (before >= t || head(before) != head(t) || !is_name_or_noun(tokens_[before])) return;
  if (tokens_[before].relation != Relation::obl && tokens_[before].relation != Relation::obl_agent) return;
  if (begin_of_time(before) != none) return;
  hang(t, before, Relation::conj);
}

// "would help small ports defend themselves, a report argues": whom it helps, and to what; not the report.
void ClauseRepairs::helped_to_act(std::uint32_t t) {
  constexpr std::uint32_t longest = 8;
  if (tokens_[t].lemma != "help"_key || tokens_[t].tag != Tag::verb) return;
  std::uint32_t act = t + 2;
  while (act < tokens_.size() && act - t < longest && tokens_[act].tag != Tag::verb && tokens_[act].tag != Tag::punct) ++act;
  if (act >= tokens_.size() || tokens_[act].tag != Tag::verb || head(act) != t) return;
  if (tokens_[act].form != Form::base && tokens_[act].form != Form::present) return;
  const std::uint32_t whom = act - 1;
  if (!is_name_or_noun(tokens_[whom]) || head(whom) != act || !is_subject(tokens_[whom])) return;
  for (std::uint32_t i = t + 1; i < whom; ++i)
    if (head(i) != whom) return;
  hang(whom, t, Relation::obj);
  hang(act, t, Relation::xcomp);
  tokens_[act].form = Form::base;
  for (std::uint32_t i = act + 1; i < tokens_.size(); ++i)
    if (head(i) == t && tokens_[i].relation == Relation::obj) hang(i, t, Relation::parataxis);
}

// "Rebels clashed with", "tanks fired at a bus": what is done to nobody has no passive.
bool ClauseRepairs::is_alone(std::uint32_t verb) const {
  static constexpr std::array verbs = {"clash"_key,  "collide"_key, "crash"_key,  "march"_key,
                                       "arrive"_key, "advance"_key, "escape"_key, "retreat"_key};
  if (verb + 2 >= tokens_.size() || tokens_[verb].tag != Tag::verb) return false;
  if (tokens_[verb].form != Form::past && tokens_[verb].form != Form::past_participle) return false;
  const Key next = tokens_[verb + 1].key;
  if (tokens_[verb].lemma == "fire"_key) return next == "at"_key || next == "on"_key;
  return std::find(verbs.begin(), verbs.end(), tokens_[verb].lemma) != verbs.end();
}

// "followed before Togo announced a truce", "came days after Togo and Chad agreed to": a clause, and Togo its subject.
void ClauseRepairs::clause_of_before(std::uint32_t t) {
  const bool as = tokens_[t].key == "as"_key;
  if (as && (tokens_[t].relation != Relation::case_ || tokens_[head(t)].tag != Tag::propn)) return;
  if (tokens_[t].relation == Relation::mark && tokens_[head(t)].relation == Relation::conj && head(t) > t)
    return hang(head(t), head(head(t)), Relation::advcl);
  const std::uint32_t who = head(t);
  std::uint32_t verb = verb_behind_subject(who);
  if (verb == none) verb = verb_behind_phrase(who);
  if (verb == none && is_alone(who + 1)) verb = who + 1;
  if (tokens_[t].relation != Relation::case_ || who <= t || who - t > 4 || verb == none || !is_name_or_noun(tokens_[who])) return;
  if (begin_of_time(who) != none) return;
  const Token& next = tokens_[verb + 1];  // it has an object: no participle that says which
  const bool goes_on = next.key == "to"_key && verb + 2 < tokens_.size() && tokens_[verb + 2].form == Form::base;
  const bool object = next.tag == Tag::noun && next.relation == Relation::obj && head(verb + 1) == verb;
  if (next.tag != Tag::det && next.tag != Tag::num && next.tag != Tag::propn && next.tag != Tag::pron && !object && !goes_on &&
      !is_alone(verb))
    return;
  for (std::uint32_t i = t + 1; i < who; ++i)
    if (head(i) != who) return;
  const std::uint32_t other = other_subject(verb, who);
  const bool counted = other != none && other + 1 == t;  // "days" of "days after"
  const bool coordinated = other != none && other > who;
  std::uint32_t above = head(who);
  // "The swap had been in doubt after Hamas threatened to": the swap was, and did not threaten.
  const bool misled = other != none && other < t && above < t && head(above) == other && tokens_[above].relation == Relation::acl_relcl &&
                      !is_name_or_noun(tokens_[above]);
  bool relative = false;  // "claimed the raid, which came after Hamas threatened to"
  for (std::uint32_t i = other + 1; misled && i < above; ++i) relative = relative || (is_relative(i) && head(i) == above);
  if (misled && relative) {
    if (head(verb) == verb) return;
    hang(other, head(verb), Relation::obj);
  } else if (misled) {
    hang(above, head(verb) == verb ? above : head(verb), tokens_[verb].relation);
    hang(other, above, Relation::nsubj);
    const std::uint32_t last = static_cast<std::uint32_t>(tokens_.size()) - 1;
    if (head(last) == verb && tokens_[last].tag == Tag::punct) hang(last, above, Relation::punct);
  }
  if (other != none && !counted && !coordinated && !misled) return;
  if (above + 1 == t && is_name_or_noun(tokens_[above])) above = head(above);
  if (above == verb) above = head(verb);
  if (above == who || above >= t || (tokens_[above].tag != Tag::verb && !misled)) return;
  tokens_[verb].form = Form::past;
  hang(verb, above, Relation::advcl);
  hang(who, verb, Relation::nsubj);
  hang(t, verb, Relation::mark);
  if (counted) hang(other, above, Relation::obl_time);
  if (coordinated) {
    hang(other, who, Relation::conj);
    for (std::uint32_t i = who + 1; i < other; ++i)
      if (tokens_[i].tag == Tag::cconj) hang(i, other, Relation::cc);
  }
  tokens_[t].tag = Tag::sconj;
}

// "Police came a day after a raid in Gao killed nine": a clause, whose subject has places of its own.
void ClauseRepairs::clause_behind_time(std::uint32_t t) {
  static constexpr std::array spans = {"minute"_key, "hour"_key, "day"_key, "week"_key, "month"_key, "year"_key};
  constexpr std::uint32_t longest = 14;
  const std::uint32_t time = t - 1, who = head(t);
  if (t < 2 || std::find(spans.begin(), spans.end(), tokens_[time].lemma) == spans.end()) return;
  if (tokens_[t].relation != Relation::case_ || who <= t || who - t > 4 || !is_name_or_noun(tokens_[who])) return;
  std::uint32_t verb = who + 1;
  if (verb < tokens_.size() && is_comma(verb)) {  // "a day after the envoy, Omar Diop, met"
    std::uint32_t close = verb + 1;
    while (close < tokens_.size() && close < verb + 7 && tokens_[close].tag == Tag::propn) ++close;
    if (close < tokens_.size() && is_comma(close)) verb = close + 1;
  }
  for (;; ++verb) {
    if (verb + 1 >= tokens_.size() || verb > who + longest || tokens_[verb].tag == Tag::punct || tokens_[verb].tag == Tag::pron) return;
    if (is_finite(tokens_[verb]) && tokens_[verb + 1].key != "by"_key) break;
  }
  const std::uint32_t other = other_subject(verb, none);
  if (other != none && other != time && other <= who) return;
  std::uint32_t above = head(who);
  for (int i = 0; i < 8 && above != who && (above == verb || is_name_or_noun(tokens_[above])) && head(above) != above; ++i)
    above = head(above);
  if (above >= time || (tokens_[above].tag != Tag::verb && tokens_[above].tag != Tag::adj)) return;
  const bool apart = is_comma(time - 1) || (time > 1 && is_comma(time - 2));
  for (int i = 0; apart && i < 8 && head(above) < above; ++i) above = head(above);  // "held two men planning a raid, a day after"
  hang(verb, above, Relation::advcl);
  hang(who, verb, Relation::nsubj);
  hang(t, verb, Relation::mark);
  hang(time, above, Relation::obl_time);
  if (other != none && other > who) hang(other, who, Relation::nmod);
  tokens_[t].tag = Tag::sconj;
}

// "both must allow it": who, where nothing is joined.
void ClauseRepairs::both_as_subject(std::uint32_t t) {
  const std::uint32_t verb = head(t);
  if (verb <= t || tokens_[t].relation != Relation::cc || t + 1 >= tokens_.size() || tokens_[t + 1].tag != Tag::aux) return;
  if (other_subject(verb, none) != none) return;
  tokens_[t].tag = Tag::pron;
  hang(t, verb, Relation::nsubj);
}

// "Togo" or "Togo and the rebels", then a verb in the past tense: the verb; none where something else comes.
std::uint32_t ClauseRepairs::verb_behind_subject(std::uint32_t who) const {
  constexpr std::uint32_t longest = 7;
  for (std::uint32_t i = who + 1; i + 1 < tokens_.size() && i < who + longest; ++i) {
    if (tokens_[i].tag == Tag::verb) return tokens_[i].form == Form::past ? i : none;
    const bool joins = tokens_[i].tag == Tag::cconj || (i > who + 1 && (tokens_[i].tag == Tag::det || is_name_or_noun(tokens_[i])));
    if (!joins) return none;
  }
  return none;
}

// "Fighters of the front", then a verb in the past tense: the verb; none where something else comes.
std::uint32_t ClauseRepairs::verb_behind_phrase(std::uint32_t who) const {
  constexpr std::uint32_t longest = 7;
  if (who + 2 >= tokens_.size() || tokens_[who + 1].key != "of"_key) return none;
  for (std::uint32_t i = who + 2; i + 1 < tokens_.size() && i < who + longest; ++i) {
    if (tokens_[i].tag == Tag::verb) return i > who + 2 && tokens_[i].form == Form::past ? i : none;
    if (tokens_[i].tag != Tag::det && tokens_[i].tag != Tag::adj && !is_name_or_noun(tokens_[i])) return none;
  }
  return none;
}

// "Rivalry between the navy and the guards hampers every patrol", "since a truce between the navy and the guards collapsed", "said a
// battle between the navy and the guards wounded two": what is between both is the subject, not one of them.
void ClauseRepairs::between_both(std::uint32_t t) {
  constexpr std::uint32_t reach = 14;
  const std::uint32_t verb = head(t);
  if (verb <= t || tokens_[verb].tag != Tag::verb || !is_finite(tokens_[verb]) || !is_subject(tokens_[t])) return;
  std::uint32_t one = none, conjunction = none;
  for (std::uint32_t i = t; i-- > 0 && t - i < reach && one == none;) {
    if (tokens_[i].tag == Tag::verb || tokens_[i].tag == Tag::punct) return;
    if (tokens_[i].key == "and"_key && conjunction == none) conjunction = i;
    if (tokens_[i].key == "between"_key && head(i) > i) one = head(i);
  }
  if (one == none || conjunction == none || conjunction < one || head(conjunction) != verb) return;
  const std::uint32_t noun = head(one);
  if (noun >= one || !is_name_or_noun(tokens_[noun])) return;
  const bool joined = tokens_[verb].relation == Relation::conj;
  const std::uint32_t mark = noun_clause_mark(noun);
  if (joined && head(verb) == noun && head(noun) == noun) {
    hang(verb, verb, Relation::root);
    for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
      if (head(i) == noun) hang(i, verb, tokens_[i].relation);
    hang(noun, verb, Relation::nsubj);
  } else if (joined && mark != none && head(verb) == head(noun) && head(noun) < mark) {
    hang(verb, head(noun), Relation::advcl);
    hang(mark, verb, Relation::mark);
    hang(noun, verb, Relation::nsubj);
    tokens_[mark].tag = Tag::sconj;
  } else if (head(noun) != verb || !is_subject(tokens_[noun])) {
    return;
  }
  hang(t, one, Relation::conj);
  hang(conjunction, t, Relation::cc);
}

// "since a truce between Oman and Iran collapsed in May": nobody collapses it, so that it is no participle, and the truce its subject.
void ClauseRepairs::collapse_as_participle(std::uint32_t t) {
  static constexpr std::array alone = {"collapse"_key, "expire"_key, "lapse"_key, "falter"_key, "erupt"_key, "unravel"_key};
  constexpr int deepest = 3;
  if (tokens_[t].form != Form::past && tokens_[t].form != Form::past_participle) return;
  if (std::find(alone.begin(), alone.end(), tokens_[t].lemma) == alone.end()) return;
  std::uint32_t noun = head(t), mark = noun_clause_mark(noun);
  for (int depth = 0; depth < deepest && mark == none; ++depth) {
    if (tokens_[noun].relation != Relation::conj && tokens_[noun].relation != Relation::nmod) return;
    noun = head(noun);
    mark = noun_clause_mark(noun);
  }
  if (mark == none || head(noun) >= mark || tokens_[head(noun)].tag != Tag::verb) return;
  tokens_[t].form = Form::past;
  tokens_[mark].tag = Tag::sconj;
  hang(t, head(noun), Relation::advcl);
  hang(noun, t, Relation::nsubj);
  hang(mark, t, Relation::mark);
}

// "since a truce": the word that makes a clause of it, should a verb follow.
std::uint32_t ClauseRepairs::noun_clause_mark(std::uint32_t noun) const {
  for (std::uint32_t i = 0; i < noun; ++i) {
    const Key key = tokens_[i].key;
    const bool mark = key == "since"_key || key == "after"_key || key == "before"_key || key == "until"_key || key == "as"_key;
    if (mark && head(i) == noun && tokens_[i].relation == Relation::case_) return i;
  }
  return none;
}

// "told us that the crews had rested and eaten, and promised to return": past a comma goes on who told it, where what he told is
// further back in time or yet to come.
void ClauseRepairs::told_and_did(std::uint32_t t) {
  if (t < 4 || tokens_[t].tag != Tag::verb || tokens_[t].form != Form::past || tokens_[t].relation != Relation::conj) return;
  if (tokens_[t - 1].tag != Tag::cconj || !is_comma(t - 2)) return;
  std::uint32_t root = t, clause = none;
  for (int i = 0; i < 8 && head(root) != root; ++i) {
    root = head(root);
    if (tokens_[root].relation == Relation::ccomp) clause = root;
  }
  if (head(root) != root || clause == none || clause > t || root > clause) return;
  if (tokens_[root].tag != Tag::verb || tokens_[root].form != Form::past || head(clause) != root || other_subject(root, none) == none)
    return;
  bool told = false, further = false;
  for (std::uint32_t i = root + 1; i < t; ++i) {
    if (head(i) == t && is_subject(tokens_[i])) return;
    told = told || (tokens_[i].key == "that"_key && tokens_[i].relation == Relation::mark);
    const bool back = tokens_[i].key == "had"_key || tokens_[i].key == "would"_key || tokens_[i].key == "could"_key;
    further = further || (back && tokens_[i].tag != Tag::noun && i < t - 2);
  }
  // Without "that" only what is said as well: "said that they had ..., and warned".
  static constexpr std::array speech = {"warned"_key,   "promised"_key, "accused"_key,    "urged"_key,     "called"_key,  "denied"_key,
                                        "demanded"_key, "pledged"_key,  "threatened"_key, "vowed"_key,     "invited"_key, "condemned"_key,
                                        "welcomed"_key, "rejected"_key, "offered"_key,    "announced"_key, "praised"_key, "thanked"_key};
  told = told || std::find(speech.begin(), speech.end(), tokens_[t].key) != speech.end();
  if (told && further) hang(t, root, Relation::conj);
}

// "deplores the law and calls on the ministers to mend it": what is done with "on" and "to" is no noun.
void ClauseRepairs::calls_on(std::uint32_t t) {
  constexpr std::uint32_t longest = 12;
  if (t < 3 || t + 3 >= tokens_.size() || tokens_[t].tag != Tag::noun) return;
  const bool named = tokens_[t - 1].tag == Tag::propn;  // "as Harbour Watch calls on councillors to act"
  if (tokens_[t - 1].tag != Tag::cconj && !named) return;
  std::uint32_t mark = t;
  while (named && mark > 0 && t - mark < 6 &&
         (mark == t || tokens_[mark].tag == Tag::propn || tokens_[mark].tag == Tag::det || tokens_[mark].has(Token::initial_capital)))
    --mark;
  if (named && tokens_[mark].key != "as"_key && tokens_[mark].key != "while"_key) return;
  if (tokens_[t + 1].key != "on"_key && tokens_[t + 1].key != "upon"_key) return;
  std::uint32_t root = t;
  for (int i = 0; i < 8 && head(root) != root; ++i) root = head(root);
  if (head(root) != root || root >= t || tokens_[root].tag != Tag::verb || tokens_[root].form != Form::present) return;
  std::uint32_t act = none, whom = none;
  for (std::uint32_t i = t + 2; i + 1 < tokens_.size() && i < t + longest && act == none; ++i) {
    if (tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::aux) return;
    if (tokens_[i].key == "to"_key && tokens_[i + 1].tag == Tag::verb && tokens_[i + 1].form == Form::base) act = i + 1;
    if (act == none && is_name_or_noun(tokens_[i]) && (head(i) == t || head(i) < t)) whom = i;
  }
  if (act == none || whom == none) return;
  tokens_[t].tag = Tag::verb;
  tokens_[t].form = Form::present;
  tokens_[t].lemma = "call"_key;
  hang(t, root, named ? Relation::advcl : Relation::conj);
  hang(t - 1, t, named ? Relation::nsubj : Relation::cc);
  for (std::uint32_t i = mark; named && i + 1 < t; ++i) {
    if (i == mark)
      hang(i, t, Relation::mark);
    else if (head(i) >= t || head(i) < mark)
      hang(i, t - 1, Relation::compound);
  }
  hang(whom, t, Relation::obl);
  hang(act, t, Relation::advcl);
}

}  // namespace khabar::language
