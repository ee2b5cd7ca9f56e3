#include "language/clause_repairs.h"

#include "language/lemmas.h"

#include <algorithm>
#include <array>

namespace khabar::language {

using namespace text::literals;

// "blocked the bridge spanning the river": what is blocked does not span it for the blocker.
void ClauseRepairs::subject_of_gerund(std::uint32_t t) {
  const std::uint32_t gerund = head(t);
  if (gerund <= t || gerund > t + 3 || tokens_[gerund].tag != Tag::verb || tokens_[gerund].form != Form::gerund) return;
  const std::uint32_t verb = head(gerund);
  constexpr std::uint32_t longest = 6, reach = 12;
  if (tokens_[gerund].relation != Relation::advcl || verb >= t || t - verb > longest || !is_finite(tokens_[verb])) return;
  for (std::uint32_t i = verb + 1; i < t; ++i) {
    const Tag tag = tokens_[i].tag;
    if (tag != Tag::det && tag != Tag::adj && tag != Tag::num && tag != Tag::pron && tag != Tag::part && !is_name_or_noun(tokens_[i]))
      return;
  }
  for (std::uint32_t i = verb > reach ? verb - reach : 0; i < tokens_.size() && i < gerund + reach; ++i) {
    const Relation r = tokens_[i].relation;
    if (head(i) == verb && (r == Relation::obj || r == Relation::aux_pass || r == Relation::nsubj_pass || r == Relation::ccomp)) return;
    if (head(i) == gerund && i < gerund && i != t && (r == Relation::aux || r == Relation::mark)) return;
  }
  hang(t, verb, Relation::obj);
  hang(gerund, t, Relation::acl);
}

// "sharing" before what is shared; one taken for a noun, where what follows is plural or has an article ("shelling villages").
bool ClauseRepairs::is_gerund(std::uint32_t t, std::uint32_t noun) const {
  if (tokens_[t].tag == Tag::verb) return tokens_[t].form == Form::gerund;
  const std::string_view word = text_.substr(tokens_[t].span.begin, tokens_[t].span.length());
  constexpr std::size_t shortest = 6;  // no "king", "wing"
  return tokens_[t].tag == Tag::noun && word.size() >= shortest && word.substr(word.size() - 3) == "ing" &&
         (tokens_[noun].form == Form::plural || tokens_[noun].tag == Tag::propn || tokens_[t + 1].tag == Tag::det);
}

// "has stopped sharing grain with Chad": what somebody stops, starts or goes on doing is no adjective of what it is done to.
void ClauseRepairs::object_of_gerund(std::uint32_t t) {
  static constexpr std::array phases = {"stop"_key,   "start"_key,   "begin"_key,  "cease"_key,    "keep"_key,  "continue"_key,
                                        "resume"_key, "quit"_key,    "finish"_key, "halt"_key,     "avoid"_key, "consider"_key,
                                        "risk"_key,   "suspend"_key, "deny"_key,   "recommend"_key};
  const std::uint32_t noun = head(t), verb = t > 0 ? t - 1 : 0;
  constexpr std::uint32_t longest = 4;
  if (verb == t || noun <= t || noun > t + longest || !is_gerund(t, noun)) return;
  if (tokens_[noun].relation != Relation::obj || head(noun) != verb) return;
  if (std::find(phases.begin(), phases.end(), tokens_[verb].lemma) == phases.end()) return;
  tokens_[t].tag = Tag::verb;
  tokens_[t].form = Form::gerund;
  tokens_[t].lemma = lemma_of(text_, tokens_[t]);
  hang(t, verb, Relation::xcomp);
  hang(noun, t, Relation::obj);
  for (std::uint32_t i = noun + 1; i < tokens_.size(); ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obl) hang(i, t, Relation::obl);
}

// "accused the army of killing civilians": of doing so, not of civilians that kill.
void ClauseRepairs::accused_of_gerund(std::uint32_t t) {
  static constexpr std::array accusing = {"accuse"_key, "convict"_key, "suspect"_key,   "acquit"_key,
                                          "blame"_key,  "condemn"_key, "criticise"_key, "criticize"_key};
  // what takes an object without an article: "of opening fire on them", "of seizing power"
  static constexpr std::array doing = {"opening"_key,   "seizing"_key,  "violating"_key,  "breaching"_key,  "breaking"_key,
                                       "inciting"_key,  "waging"_key,   "spreading"_key,  "fomenting"_key,  "supplying"_key,
                                       "providing"_key, "using"_key,    "sponsoring"_key, "committing"_key, "funding"_key,
                                       "smuggling"_key, "plotting"_key, "firing"_key};
  const std::uint32_t noun = head(t), by = t > 0 ? t - 1 : 0;
  const bool bare = std::find(doing.begin(), doing.end(), tokens_[t].key) != doing.end() && noun == t + 1 && tokens_[noun].tag == Tag::noun;
  if (by == t || noun != t + 1 || (!bare && !is_gerund(t, noun)) || tokens_[noun].relation == Relation::obj) return;
  if ((tokens_[by].key != "of"_key && tokens_[by].key != "for"_key) || head(by) != noun || (!bare && tokens_[noun].form != Form::plural))
    return;
  std::uint32_t verb = head(noun);
  if (tokens_[verb].tag != Tag::verb) verb = head(verb);
  if (verb >= by || tokens_[verb].tag != Tag::verb || std::find(accusing.begin(), accusing.end(), tokens_[verb].lemma) == accusing.end())
    return;
  tokens_[t].tag = Tag::verb;
  tokens_[t].form = Form::gerund;
  tokens_[t].lemma = lemma_of(text_, tokens_[t]);
  hang(t, verb, Relation::advcl);
  hang(by, t, Relation::mark);
  hang(noun, t, Relation::obj);
  for (std::uint32_t i = noun + 1; i < tokens_.size() && bare; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obl) hang(i, t, Relation::obl);
}

// "On Tuesday Mr Diop met": the day is no part of his name.
void ClauseRepairs::day_before_title(std::uint32_t t) {
  static constexpr std::array titles = {"mr"_key,      "mrs"_key,     "ms"_key,      "dr"_key,       "president"_key, "prime"_key,
                                        "general"_key, "colonel"_key, "captain"_key, "foreign"_key,  "defence"_key,   "defense"_key,
                                        "king"_key,    "prince"_key,  "pope"_key,    "minister"_key, "governor"_key,  "senator"_key};
  if (!is_day(tokens_[t].key) || t + 1 >= tokens_.size() || head(t) <= t) return;
  if (std::find(titles.begin(), titles.end(), tokens_[t + 1].key) == titles.end()) return;
  std::uint32_t name = head(t);
  for (int steps = 0; steps < 8 && name > t && head(name) > name && is_name_or_noun(tokens_[head(name)]); ++steps) name = head(name);
  const std::uint32_t verb = head(name);
  if (verb == name || tokens_[verb].tag != Tag::verb) return;
  const bool on = t > 0 && tokens_[t - 1].key == "on"_key && tokens_[t - 1].relation == Relation::case_ && head(t - 1) > t;
  hang(t, verb, on ? Relation::obl : Relation::obl_time);
  if (on) hang(t - 1, t, Relation::case_);
}

// "Chad on Tuesday accused Niger", "Last month Hanoi protested": the day is the verb's and no part of who acts.
void ClauseRepairs::day_of_subject(std::uint32_t t) {
  static constexpr std::array agents = {"police"_key,    "army"_key,     "government"_key, "ministry"_key,   "official"_key, "court"_key,
                                        "president"_key, "minister"_key, "troop"_key,      "rebel"_key,      "gunman"_key,   "militant"_key,
                                        "force"_key,     "soldier"_key,  "authority"_key,  "prosecutor"_key, "military"_key};
  const std::uint32_t begin = begin_of_time(t), who = head(t);
  if (begin == none || who == t || !is_subject(tokens_[who]) || tokens_[head(who)].tag != Tag::verb || head(who) <= who) return;
  const bool agent = tokens_[who].tag == Tag::propn || std::find(agents.begin(), agents.end(), tokens_[who].lemma) != agents.end();
  if (!agent || begin_of_time(who) != none) return;
  const std::uint32_t verb = head(who);
  if (who < begin) {  // "Chad on Tuesday accused": right before the verb and what helps it
    const std::uint32_t on = begin > 0 ? begin - 1 : begin;
    if (tokens_[on].key != "on"_key || (on != who + 1 && !is_comma(on - 1))) return;
    for (std::uint32_t i = t + 1; i < verb; ++i)
      if (tokens_[i].tag != Tag::aux && tokens_[i].tag != Tag::adv) return;
    hang(t, verb, Relation::obl);
  } else if (begin == 0 && (tokens_[t].relation == Relation::compound || tokens_[t].relation == Relation::flat)) {
    hang(t, verb, Relation::obl_time);
  }
}

// "In May 2021 hackers shut it down": a month with its preposition is no part of who acts.
void ClauseRepairs::month_before_subject(std::uint32_t t) {
  const std::uint32_t noun = head(t), verb = head(noun);
  if (t == 0 || noun <= t || verb <= noun || !is_subject(tokens_[noun]) || tokens_[verb].tag != Tag::verb || !is_period(tokens_[t].key))
    return;
  const std::uint32_t in = t - 1;
  if (tokens_[in].tag != Tag::adp || (head(in) != t && head(in) != noun) || (tokens_[in].key != "in"_key && tokens_[in].key != "since"_key))
    return;
  hang(t, verb, Relation::obl);
  hang(in, t, Relation::case_);
}

// "After the raid, which killed two, jets struck a camp": who or what the raid is told of is no clause above that.
void ClauseRepairs::relative_before_main(std::uint32_t t) {
  if (head(t) != t || t < 5) return;
  const std::uint32_t which = t - 1;
  if ((tokens_[which].key != "which"_key && tokens_[which].key != "who"_key) || head(which) != t || !is_comma(which - 1)) return;
  std::uint32_t fronted = none, main = none;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (head(i) != t) continue;
    if (i < which && tokens_[i].relation == Relation::obl && is_name_or_noun(tokens_[i])) fronted = i;
    const bool clause = tokens_[i].relation == Relation::advcl || tokens_[i].relation == Relation::ccomp ||
                        tokens_[i].relation == Relation::parataxis || tokens_[i].relation == Relation::conj;
    if (i > t && main == none && clause && is_finite(tokens_[i])) main = i;
  }
  if (fronted == none || main == none || tokens_[0].tag == Tag::verb) return;
  std::uint32_t subject = none, comma = none;
  for (std::uint32_t i = t + 1; i < main; ++i) {
    if (is_comma(i)) comma = i;
    if (head(i) == main && is_subject(tokens_[i])) subject = i;
    if (head(i) == main && (tokens_[i].tag == Tag::cconj || tokens_[i].tag == Tag::sconj)) return;
  }
  if (subject == none || comma == none || comma > subject) return;
  hang(main, main, Relation::root);
  hang(fronted, main, Relation::obl);
  hang(t, fronted, Relation::acl_relcl);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (head(i) == t && (i < which || i > main)) hang(i, main, tokens_[i].relation);
}

// "Last Tuesday, troops shot dead two men": a day is told of nothing; the troops shot.
void ClauseRepairs::day_as_root(std::uint32_t t) {
  const std::uint32_t begin = begin_of_time(t), comma = t + 1;
  if (head(t) != t || begin == none || begin > 1 || comma + 2 >= tokens_.size() || !is_comma(comma)) return;
  std::uint32_t verb = none;
  for (std::uint32_t i = comma + 1; i < tokens_.size() && verb == none; ++i) {
    if (tokens_[i].tag == Tag::verb)
      verb = i;
    else if (!is_name_or_noun(tokens_[i]) && tokens_[i].tag != Tag::det && tokens_[i].tag != Tag::adj && tokens_[i].tag != Tag::num)
      return;
  }
  if (verb == none || (tokens_[verb].form != Form::past && tokens_[verb].form != Form::past_participle)) return;
  const std::uint32_t subject = verb - 1;
  if (!is_name_or_noun(tokens_[subject]) || head(verb) != subject || tokens_[verb].relation == Relation::compound) return;
  hang(verb, verb, Relation::root);
  hang(t, verb, Relation::obl_time);
  hang(subject, verb, Relation::nsubj);
  tokens_[verb].form = Form::past;
  for (std::uint32_t i = comma + 1; i < tokens_.size(); ++i)
    if (i != subject && i != verb && (head(i) == t || head(i) == comma || (i > verb && head(i) == subject)))
      hang(i, verb, tokens_[i].relation);
}

// "said that suicide vests were found": no "that suicide", which is the vests'.
void ClauseRepairs::that_clause(std::uint32_t that) {
  if (subject_with_that(that)) return;
  const std::uint32_t noun = that + 1, verb = that > 0 ? that - 1 : 0;
  if (verb == that || noun + 1 >= tokens_.size() || tokens_[noun].relation != Relation::obj || head(noun) != verb) return;
  if (!is_name_or_noun(tokens_[noun]) || !is_name_or_noun(tokens_[noun + 1]) || !is_subject(tokens_[noun + 1])) return;
  const std::uint32_t predicate = head(noun + 1);
  if (predicate <= noun || head(predicate) != verb) return;
  hang(noun, noun + 1, Relation::compound);
  hang(that, predicate, Relation::mark);
}

// "hoping that trade and goodwill would turn into calm": what would is the subject of a clause that has none, and no object of "hoping".
bool ClauseRepairs::subject_with_that(std::uint32_t that) {
  constexpr std::uint32_t reach = 24;
  const std::uint32_t top = head(that), verb = that > 0 ? that - 1 : 0;
  if (that == 0 || top <= that || head(top) != verb || tokens_[top].relation != Relation::obj || tokens_[verb].tag != Tag::verb)
    return false;
  std::uint32_t predicate = none;
  for (std::uint32_t i = top + 1; i < tokens_.size() && i < top + reach && predicate == none; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::ccomp) predicate = i;
  if (predicate == none || (tokens_[predicate].tag == Tag::verb && tokens_[predicate].form == Form::gerund)) return false;
  for (std::uint32_t i = top + 1; i < predicate; ++i) {
    if (head(i) == predicate && is_subject(tokens_[i])) return false;
    if (tokens_[i].key == "to"_key && head(i) == predicate) return false;
  }
  bool passive = false;
  for (std::uint32_t i = top + 1; i < predicate; ++i)
    passive = passive || (head(i) == predicate && tokens_[i].relation == Relation::aux_pass);
  hang(top, predicate, passive ? Relation::nsubj_pass : Relation::nsubj);
  hang(that, predicate, Relation::mark);
  tokens_[that].tag = Tag::sconj;
  return true;
}

// "a forum bringing together Chad and Niger could ease it": of two subjects the one that a gerund brings is the gerund's object.
void ClauseRepairs::second_subject(std::uint32_t t) {
  constexpr std::uint32_t longest = 4, reach = 12;
  const std::uint32_t verb = head(t);
  if (verb <= t || t < 2) return;
  std::uint32_t gerund = t - 1;
  while (gerund > 0 && t - gerund < longest && (tokens_[gerund].tag == Tag::adv || tokens_[gerund].tag == Tag::det || head(gerund) == t))
    --gerund;
  const Token& middle = tokens_[gerund];
  if (middle.tag != Tag::verb || middle.form != Form::gerund || middle.relation != Relation::acl || head(gerund) >= gerund) return;
  const std::uint32_t noun = head(gerund);
  if (head(noun) != verb || tokens_[noun].relation != tokens_[t].relation) return;
  for (std::uint32_t i = gerund; i < tokens_.size() && i < gerund + reach; ++i)
    if (head(i) == gerund && tokens_[i].relation == Relation::obj) return;
  hang(t, gerund, Relation::obj);
}

// "vowed never to share it": it is vowed, and never shared.
void ClauseRepairs::negated_infinitive(std::uint32_t t) {
  if (t + 2 >= tokens_.size() || tokens_[t + 1].key != "to"_key || tokens_[t + 1].relation != Relation::mark) return;
  const std::uint32_t act = head(t + 1);
  if (act > t + 1 && tokens_[act].form == Form::base && is_under(act, head(t)) && act != head(t)) hang(t, act, Relation::advmod);
}

// "massed troops on the border with Oman": whose border it is, not with whom they are massed.
void ClauseRepairs::border_with(std::uint32_t t) {
  if (t < 2 || head(t) >= t) return;
  std::uint32_t with = t - 1;  // "with neighbouring Oman"
  while (with > 0 && head(with) == t && tokens_[with].relation != Relation::case_) --with;
  if (with == 0 || tokens_[with].key != "with"_key || head(with) != t || head(t) >= with - 1) return;
  const Key before = tokens_[with - 1].lemma;
  if (before == "border"_key || before == "frontier"_key || before == "boundary"_key) hang(t, with - 1, Relation::nmod);
}

// "cut off power", "let in refugees": right behind a verb and its particle, with no preposition of its own, stands the object.
void ClauseRepairs::object_of_particle(std::uint32_t t) {
  constexpr std::uint32_t longest = 6;
  const std::uint32_t verb = head(t);
  if (verb >= t || t - verb > longest || tokens_[verb].tag != Tag::verb || tokens_[verb + 1].relation != Relation::compound_prt ||
      head(verb + 1) != verb || begin_of_time(t) != none)
    return;
  for (std::uint32_t i = verb + 2; i < t; ++i)
    if (head(i) != t || tokens_[i].relation == Relation::case_) return;
  for (std::uint32_t i = verb; i < tokens_.size(); ++i)
    if (head(i) == verb && (tokens_[i].relation == Relation::obj || tokens_[i].relation == Relation::aux_pass)) return;
  hang(t, verb, Relation::obj);
}

// "Troops crossed into Chad on Friday, the army said": the army says it, and what the troops did is no participle.
void ClauseRepairs::told_by_second(std::uint32_t t) {
  static constexpr std::array says = {"say"_key, "report"_key, "announce"_key, "confirm"_key, "claim"_key, "add"_key, "state"_key};
  static constexpr std::array goes = {"cross"_key,  "enter"_key,    "advance"_key, "withdraw"_key, "march"_key,   "move"_key,
                                      "arrive"_key, "retreat"_key,  "flee"_key,    "gather"_key,   "attempt"_key, "agree"_key,
                                      "clash"_key,  "continue"_key, "refuse"_key,  "return"_key,   "resume"_key,  "fail"_key};
  const std::uint32_t verb = head(t);
  if (verb <= t || tokens_[verb].tag != Tag::verb || std::find(says.begin(), says.end(), tokens_[verb].lemma) == says.end()) return;
  const std::uint32_t first = other_subject(verb, t);
  if (first == none || first >= t) return;
  std::uint32_t begin = t;
  while (begin > first + 2 && head(begin - 1) == t) --begin;
  if (begin < first + 3 || !is_comma(begin - 1)) return;
  const std::uint32_t act = first + 1;
  if (tokens_[act].relation != Relation::acl || head(act) != first || tokens_[act].tag != Tag::verb) return;
  if (std::find(goes.begin(), goes.end(), tokens_[act].lemma) == goes.end()) return;
  if (tokens_[act].form != Form::past_participle && tokens_[act].form != Form::past) return;
  tokens_[act].form = Form::past;
  hang(act, verb, Relation::ccomp);
  hang(first, act, Relation::nsubj);
}

// "Poland shut its embassy": of one, the present would be "shuts".
void ClauseRepairs::past_of_one(std::uint32_t t) {
  static constexpr std::array alike = {"shut"_key, "let"_key,  "quit"_key,  "cut"_key,   "put"_key,    "set"_key,  "hit"_key,
                                       "hurt"_key, "beat"_key, "split"_key, "burst"_key, "spread"_key, "cast"_key, "cost"_key};
  const std::uint32_t verb = head(t);
  Token& token = tokens_[verb];
  if (verb <= t || token.tag != Tag::verb || (token.form != Form::present && token.form != Form::base)) return;
  if (std::find(alike.begin(), alike.end(), token.key) == alike.end()) return;
  if (!is_name_or_noun(tokens_[t]) || tokens_[t].form != Form::singular) return;
  for (std::uint32_t i = 0; i < verb; ++i) {
    if (head(i) == t && tokens_[i].relation == Relation::conj) return;
    if (head(i) == verb && (tokens_[i].tag == Tag::aux || tokens_[i].key == "to"_key || (i != t && is_subject(tokens_[i])))) return;
  }
  token.form = Form::past;
}

// "The envoy expressed concern": what has a subject of its own is a verb, and the noun behind it what it acts on.
void ClauseRepairs::verb_before_object(std::uint32_t t) {
  const std::uint32_t noun = head(t);
  if (noun <= t || noun - t > 3 || tokens_[t].form != Form::past || tokens_[t].tag != Tag::verb || !is_name_or_noun(tokens_[noun])) return;
  bool subject = false;
  for (std::uint32_t i = 0; i < noun; ++i) {
    subject = subject || (i < t && head(i) == t && is_subject(tokens_[i]));
    if (i > t && head(i) != noun) return;
    if (i < t && head(i) == noun) return;
  }
  if (!subject) return;
  hang(t, head(noun) == noun ? t : head(noun), tokens_[noun].relation);
  hang(noun, t, Relation::obj);
}

// "Omar, who leads Chad, accused Sudan of arming them": the second of two subjects, right behind a verb that acts on somebody.
void ClauseRepairs::object_behind_verb(std::uint32_t t) {
  static constexpr std::array acts = {"accuse"_key, "urge"_key,  "blame"_key, "condemn"_key, "warn"_key, "press"_key, "thank"_key,
                                      "invite"_key, "order"_key, "expel"_key, "tell"_key,    "ask"_key,  "inform"_key};
  const std::uint32_t verb = head(t);
  if (verb >= t || t - verb > 4 || !is_finite(tokens_[verb]) || !is_name_or_noun(tokens_[t])) return;
  if (std::find(acts.begin(), acts.end(), tokens_[verb].lemma) == acts.end() || other_subject(verb, t) == none) return;
  for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
    if ((i < t && !is_under(i, t)) || (head(i) == verb && tokens_[i].relation == Relation::obj)) return;
  hang(t, verb, Relation::obj);
}

// "a forum of Chad, Niger, and the Volta states could ease it": the last of a list is no subject where the list is the subject's.
void ClauseRepairs::last_of_list(std::uint32_t t) {
  constexpr std::uint32_t longest = 6;
  const std::uint32_t verb = head(t);
  std::uint32_t conjunction = t;
  while (conjunction > 0 && t - conjunction < longest && tokens_[conjunction].tag != Tag::cconj) --conjunction;
  if (verb <= t || conjunction < 3 || tokens_[conjunction].key != "and"_key) return;
  for (std::uint32_t i = conjunction + 1; i < t; ++i)
    if (!is_under(i, t)) return;
  const bool comma = is_comma(conjunction - 1);
  const std::uint32_t member = conjunction - (comma ? 2 : 1), first = head(member);
  if (tokens_[member].relation != Relation::conj || !is_name_or_noun(tokens_[member]) || !is_name_or_noun(tokens_[first])) return;
  std::uint32_t subject = other_subject(verb, t);
  if (subject == none) {  // a sentence without a verb but this one
    subject = first;
    for (int i = 0; i < 8 && head(subject) != subject; ++i) subject = head(subject);
    const bool beside = head(verb) == first || (tokens_[head(verb)].relation == Relation::conj && head(head(verb)) == first);
    if (tokens_[verb].relation != Relation::conj || !beside || head(subject) != subject || !is_name_or_noun(tokens_[subject])) return;
    hang(verb, verb, Relation::root);
    for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
      if (head(i) == subject) hang(i, verb, tokens_[i].relation);
    hang(subject, verb, Relation::nsubj);
  } else if (subject > first || !is_under(first, subject)) {
    return;
  }
  hang(t, first, Relation::conj);
  hang(conjunction, t, Relation::cc);
  if (comma) hang(conjunction - 1, t, Relation::punct);
}

// "vowed to rebuild it, and this is a start": a clause with a subject of its own stands beside a clause, no infinitive or noun.
void ClauseRepairs::clause_beside_none(std::uint32_t t) {
  constexpr int highest = 8;
  const std::uint32_t subject = other_subject(t, none);
  if (subject == none || subject < head(t) || is_relative(subject) || !heads_clause(t)) return;
  std::uint32_t above = head(t);
  for (int i = 0; i < highest && !may_go_on(above) && head(above) != above; ++i) above = head(above);
  if (above != head(t) && above < t && may_go_on(above)) hang(t, above, Relation::conj);
}

// A clause; one whose subject is "who" goes on without another subject.
bool ClauseRepairs::may_go_on(std::uint32_t t) const {
  if (!heads_clause(t)) return false;
  const std::uint32_t subject = tokens_[t].relation == Relation::acl_relcl ? other_subject(t, none) : none;
  return subject == none || !is_relative(subject);
}

bool ClauseRepairs::heads_clause(std::uint32_t t) const {
  if (is_finite(tokens_[t])) return true;
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = t > reach ? t - reach : 0; i < t; ++i)
    if (head(i) == t && (tokens_[i].tag == Tag::aux && tokens_[i].form != Form::base)) return true;
  return false;
}

// "'We are late,' a clerk of the town, Omar Diop, said": a noun that predicates nothing, before a verb without a subject.
void ClauseRepairs::noun_as_clause(std::uint32_t t) {
  const std::uint32_t verb = head(t);
  if (verb <= t || !is_finite(tokens_[verb]) || other_subject(verb, none) != none) return;
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = t > reach ? t - reach : 0; i < verb; ++i)
    if (head(i) == t && (is_subject(tokens_[i]) || tokens_[i].relation == Relation::cop || tokens_[i].relation == Relation::mark)) return;
  tokens_[t].relation = Relation::nsubj;
}

// "stormed the port, set a truck on fire and left": of a row of pasts, though its form is its infinitive's, too.
void ClauseRepairs::same_past_in_list(std::uint32_t t) {
  static constexpr std::array same = {"set"_key,  "hit"_key,   "put"_key,    "cut"_key,  "shut"_key, "hurt"_key,
                                      "shed"_key, "split"_key, "spread"_key, "cast"_key, "burst"_key};
  const std::uint32_t first = head(t);
  if (first >= t || !is_comma(t - 1) || tokens_[first].tag != Tag::verb || tokens_[first].form != Form::past) return;
  if (std::find(same.begin(), same.end(), tokens_[t].key) == same.end()) return;
  constexpr std::uint32_t reach = 24;
  bool row = false;
  for (std::uint32_t i = t > reach ? t - reach : 0; i < tokens_.size() && i < t + reach; ++i) {
    if (i < t && head(i) == t && is_subject(tokens_[i])) return;
    row = row || (i > t && head(i) == first && tokens_[i].relation == Relation::conj && tokens_[i].form == Form::past);
  }
  if (!row) return;
  hang(t, first, Relation::conj);
  tokens_[t].form = Form::past;
}

// "reported that the men stopped a bus, checked it, and took nine": who stopped it did the rest, where a list goes on.
void ClauseRepairs::list_in_report(std::uint32_t t) {
  static constexpr std::array reports = {"say"_key,   "report"_key,   "confirm"_key, "add"_key,
                                         "state"_key, "announce"_key, "reveal"_key,  "claim"_key};
  const std::uint32_t report = head(t);
  if (report >= t || tokens_[t].form != Form::past || other_subject(t, none) != none) return;
  if (std::find(reports.begin(), reports.end(), tokens_[report].lemma) == reports.end()) return;
  constexpr std::uint32_t reach = 60;
  std::uint32_t clause = none, first = none, more = 0;
  for (std::uint32_t i = report + 1; i < tokens_.size() && i < report + reach; ++i) {
    if (head(i) != report) continue;
    if (tokens_[i].relation == Relation::ccomp && tokens_[i].form == Form::past && other_subject(i, none) != none && i < t) clause = i;
    if (clause == none || tokens_[i].relation != Relation::conj || tokens_[i].form != Form::past || other_subject(i, none) != none)
      continue;
    if (first == none) first = i;
    ++more;
  }
  if (clause == none || more < 2 || first != t || !is_comma(t - 1)) return;
  for (std::uint32_t i = t; i < tokens_.size() && i < report + reach; ++i)
    if (head(i) == report && tokens_[i].relation == Relation::conj && tokens_[i].form == Form::past && other_subject(i, none) == none)
      hang(i, clause, Relation::conj);
}

// "claimed that attack": a noun that predicates nothing has no conjunction.
void ClauseRepairs::that_noun(std::uint32_t t) {
  const std::uint32_t noun = t + 1, verb = t - 1;
  constexpr std::uint32_t reach = 8;
  if (t == 0 || noun >= tokens_.size() || tokens_[noun].tag != Tag::noun || tokens_[verb].tag != Tag::verb) return;
  for (std::uint32_t i = noun + 1; i < tokens_.size() && i < noun + reach; ++i)
    if (tokens_[i].tag == Tag::verb || tokens_[i].tag == Tag::aux) return;
  hang(t, noun, Relation::det);
  hang(noun, verb, Relation::obj);
}

// "urged residents to stay": what somebody is urged to do is the verb's, not the somebody's.
std::uint32_t ClauseRepairs::asked_before(std::uint32_t t, std::uint32_t verb) const {
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = verb + 1; i < t && i < verb + reach; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obj && (is_name_or_noun(tokens_[i]) || tokens_[i].tag == Tag::pron)) return i;
  return none;
}

// "suspended the treaty, expelled the envoys and closed the port": what is suspended expels nobody; the verbs are one subject's.
void ClauseRepairs::object_as_subject(std::uint32_t t) {
  static constexpr std::array reports = {"say"_key,  "think"_key, "believe"_key, "claim"_key, "hope"_key, "know"_key, "argue"_key,
                                         "add"_key,  "fear"_key,  "feel"_key,    "tell"_key,  "deny"_key, "see"_key,  "find"_key,
                                         "show"_key, "hear"_key,  "suspect"_key, "note"_key,  "mean"_key, "warn"_key, "ensure"_key};
  const std::uint32_t second = head(t), first = head(second);
  if (second <= t + 1 || first >= t || tokens_[second].relation != Relation::ccomp || !is_comma(second - 1)) return;
  if (!is_finite(tokens_[first]) || tokens_[first].form != tokens_[second].form || tokens_[second].tag != Tag::verb) return;
  if (std::find(reports.begin(), reports.end(), tokens_[first].lemma) != reports.end()) return;
  for (std::uint32_t i = first + 1; i + 1 < second; ++i)  // nothing but what is acted on
    if (!is_under(i, t)) return;
  for (std::uint32_t i = second + 1; i < tokens_.size(); ++i)
    if (head(i) == second && tokens_[i].relation == Relation::conj && tokens_[i].tag == Tag::verb) {
      hang(t, first, Relation::obj);
      hang(second, first, Relation::conj);
      return;
    }
}

// "In the north, the retreat of the force slowed it": what follows the place is no other word for it where the verb has no subject.
void ClauseRepairs::apposition_as_subject(std::uint32_t t) {
  const std::uint32_t place = head(t), verb = head(place);
  constexpr std::uint32_t reach = 30;
  if (place >= t || verb <= t || verb - t > reach || tokens_[place].relation != Relation::obl) return;
  if (!is_finite(tokens_[verb]) || tokens_[verb].tag != Tag::verb || tokens_[t].tag != Tag::noun) return;
  if (t < 2 || tokens_[t - 1].tag != Tag::det || !is_comma(t - 2)) return;
  bool placed = false;
  for (std::uint32_t i = place > reach ? place - reach : 0; i < verb; ++i) {
    placed = placed || (head(i) == place && i < place && tokens_[i].relation == Relation::case_);
    if (head(i) == verb && (is_subject(tokens_[i]) || tokens_[i].relation == Relation::aux_pass)) return;
  }
  if (placed) hang(t, verb, Relation::nsubj);
}

// "Norway does not recognise it": a name before its verb is no interjection.
void ClauseRepairs::name_as_interjection(std::uint32_t t) {
  static constexpr std::array said = {"yes"_key,  "no"_key,     "well"_key,  "oh"_key,    "ok"_key,
                                      "okay"_key, "please"_key, "hello"_key, "thanks"_key};
  const std::uint32_t verb = head(t);
  if (t + 1 >= verb || verb - t > 4 || tokens_[verb].tag != Tag::verb || tokens_[t + 1].tag != Tag::aux || head(t + 1) != verb) return;
  if (tokens_[t].tag != Tag::propn && tokens_[t].tag != Tag::intj) return;
  if (!tokens_[t].has(Token::initial_capital) || std::find(said.begin(), said.end(), tokens_[t].key) != said.end()) return;
  if (tokens_[t + 1].key == "can"_key || other_subject(verb, t) != none) return;
  tokens_[t].tag = Tag::propn;
  tokens_[t].form = Form::singular;
  hang(t, verb, Relation::nsubj);
}

// accused "some in the army" of it: a quotation mark has no subject.
void ClauseRepairs::subject_of_mark(std::uint32_t t) {
  const std::uint32_t mark = head(t);
  if (mark >= t || tokens_[mark].tag != Tag::punct) return;
  const std::uint32_t verb = head(mark);
  if (verb >= mark || tokens_[verb].tag != Tag::verb) return;
  for (std::uint32_t i = verb + 1; i < mark; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obj) return;
  hang(t, verb, Relation::obj);
}

// "should have seen it": "have" is no verb of its own there.
void ClauseRepairs::perfect(std::uint32_t t) {
  const std::uint32_t seen = t + 1;
  if (tokens_[t].key != "have"_key || seen >= tokens_.size() || head(seen) != t || tokens_[seen].relation != Relation::xcomp) return;
  if (tokens_[seen].form != Form::past_participle) return;
  bool modal = false;
  for (std::uint32_t i = t > 4 ? t - 4 : 0; i < t; ++i) modal = modal || (head(i) == t && tokens_[i].form == Form::modal);
  if (!modal) return;
  const bool root = head(t) == t;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (head(i) == t && i != t && i != seen) hang(i, seen, tokens_[i].relation);
  hang(seen, root ? seen : head(t), tokens_[t].relation);
  hang(t, seen, Relation::aux);
  tokens_[t].tag = Tag::aux;
}

// "voted for it but warned that": what "but" joins is no content of the vote.
void ClauseRepairs::joined_clause(std::uint32_t t) {
  const std::uint32_t first = head(t);
  if (first >= t || tokens_[t].tag != Tag::verb || !is_finite(tokens_[t]) || !is_finite(tokens_[first])) return;
  bool joined = false;
  for (std::uint32_t i = first + 1; i < t; ++i) {
    if (head(i) != t) continue;
    if (is_subject(tokens_[i]) || tokens_[i].relation == Relation::mark) return;
    joined = joined || (tokens_[i].relation == Relation::cc && (tokens_[i].key == "but"_key || tokens_[i].key == "and"_key));
  }
  if (joined) hang(t, first, Relation::conj);
}

// "Officials did not reply, but residents said shells fell": what stands before the "but" is not what they said.
void ClauseRepairs::clause_before_but(std::uint32_t t) {
  const std::uint32_t second = head(t);
  if (second <= t + 2 || tokens_[second].tag != Tag::verb || !is_finite(tokens_[second])) return;
  std::uint32_t but = none, subject = none;
  bool own = false;
  for (std::uint32_t i = 0; i < second; ++i) {
    own = own || (i < t && head(i) == t && is_subject(tokens_[i]));
    if (head(i) != second || i < t) continue;
    if (tokens_[i].relation == Relation::cc && (tokens_[i].key == "but"_key || tokens_[i].key == "and"_key) && is_comma(i - 1)) but = i;
    if (is_subject(tokens_[i]) && but != none) subject = i;
  }
  if (!own || but == none || subject == none || is_under(t, subject)) return;
  const bool root = head(second) == second;
  hang(t, root ? t : head(second), tokens_[second].relation);
  hang(second, t, Relation::conj);
  for (std::uint32_t i = 0; i < but; ++i)
    if (i != t && i + 1 != but && head(i) == second) hang(i, t, tokens_[i].relation);
}

// "Peru, Chile and Oman should meet": the first of a list is no object of the verb that follows it.
void ClauseRepairs::first_of_list(std::uint32_t t) {
  constexpr std::uint32_t reach = 24;
  const std::uint32_t verb = head(t);
  if (verb <= t || verb - t > reach || tokens_[verb].tag != Tag::verb || !is_comma(t + 1)) return;
  std::uint32_t subject = none;
  for (std::uint32_t i = t + 2; i < verb && subject == none; ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::nsubj) subject = i;
  if (subject == none || subject > t + 4 || !is_name_or_noun(tokens_[subject])) return;
  bool joined = false;
  for (std::uint32_t i = subject + 1; i < verb; ++i) joined = joined || (head(i) == subject && tokens_[i].relation == Relation::conj);
  if (!joined) return;
  for (std::uint32_t i = subject + 1; i < verb; ++i)
    if (head(i) == subject && tokens_[i].relation == Relation::conj) hang(i, t, Relation::conj);
  hang(subject, t, Relation::conj);
  hang(t, verb, Relation::nsubj);
}

// "Donors, the World Bank and the churches must pay", "the ministers of Peru, Chile and Oman met": the first of a list that the tree left
// beside it. Behind "of" a name goes on with names.
void ClauseRepairs::first_beside_list(std::uint32_t t) {
  constexpr std::uint32_t longest = 12, reach = 24;
  const bool of_verb = tokens_[head(t)].tag == Tag::verb;
  const std::uint32_t verb = of_verb ? head(t) : head(head(t));
  if (verb <= t + 3 || verb - t > reach || tokens_[verb].tag != Tag::verb || (t > 0 && has_preposition(t))) return;
  std::uint32_t comma = t + 1;
  while (comma < verb && comma < t + longest && !is_comma(comma)) {
    if (tokens_[comma].tag == Tag::verb || tokens_[comma].tag == Tag::aux || tokens_[comma].tag == Tag::cconj) return;
    if (!is_under(comma, t)) return;
    ++comma;
  }
  if (comma >= verb || !is_comma(comma)) return;
  std::uint32_t next = none;
  for (std::uint32_t i = comma + 1; i < verb && i < comma + longest && next == none; ++i) {
    if (tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::verb || tokens_[i].tag == Tag::cconj) return;
    if (head(i) == verb && is_subject(tokens_[i]) && is_name_or_noun(tokens_[i])) next = i;
  }
  if (next == none || (!of_verb && head(t) != next)) return;
  bool joined = false;
  for (std::uint32_t i = next + 1; i < verb; ++i) joined = joined || (head(i) == next && tokens_[i].relation == Relation::conj);
  if (!joined) return;
  const std::uint32_t last = comma - 1;
  const bool names = head(last) == t && tokens_[last].relation == Relation::nmod && tokens_[last].tag == Tag::propn &&
                     tokens_[next].tag == Tag::propn && tokens_[t].form == Form::plural;
  const Relation as = tokens_[next].relation;
  const std::uint32_t top = names ? last : t;
  hang(t, verb, as);
  for (std::uint32_t i = next + 1; i < verb; ++i)
    if (head(i) == next && tokens_[i].relation == Relation::conj) hang(i, top, Relation::conj);
  hang(next, top, Relation::conj);
}

// "Peru, Chile, Oman agree": a headline's list without "and".
void ClauseRepairs::list_before_verb(std::uint32_t t) {
  std::uint32_t last = head(t);
  if (t + 2 >= tokens_.size() || !is_comma(t + 1)) return;
  if (tokens_[t].relation == Relation::vocative) {  // "Peru, Chile envoys condemn"
    const std::uint32_t verb = head(t);
    last = none;
    for (std::uint32_t i = t + 2; i < verb && i < t + 12 && last == none; ++i)
      if (head(i) == verb && is_subject(tokens_[i]) && tokens_[i].form == Form::plural) last = i;
    if (last == none || tokens_[last - 1].tag != Tag::propn || head(last - 1) != last) return;
  } else if (last <= t + 1 || last > t + 10 || !is_subject(tokens_[last]) || tokens_[last].tag != Tag::propn) {
    return;
  }
  for (std::uint32_t i = t + 1; i < last; ++i)
    if (tokens_[i].tag != Tag::propn && !is_comma(i)) return;
  hang(t, head(last), tokens_[last].relation);
  hang(last, t, Relation::conj);
}

namespace {

bool asks_to_act(Key lemma) {
  static constexpr std::array verbs = {"urge"_key,     "ask"_key,       "tell"_key,     "order"_key,     "force"_key,
                                       "allow"_key,    "permit"_key,    "persuade"_key, "encourage"_key, "expect"_key,
                                       "invite"_key,   "press"_key,     "beg"_key,      "advise"_key,    "warn"_key,
                                       "instruct"_key, "compel"_key,    "enable"_key,   "oblige"_key,    "require"_key,
                                       "request"_key,  "authorize"_key, "pressure"_key, "command"_key,   "implore"_key};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

}  // namespace

void ClauseRepairs::what_is_asked(std::uint32_t t) {
  const bool aside = tokens_[t].relation == Relation::advcl;  // "urged it to stop": hung on the verb already, but as a purpose
  std::uint32_t who = aside ? asked_before(t, head(t)) : head(t);
  if (who == none) return;
  if (!aside && tokens_[who].relation == Relation::conj && head(who) < who) who = head(who);  // "urged Oman and Iran to stop"
  const std::uint32_t verb = aside ? head(t) : head(who);
  if (t == 0 || who >= t || verb >= who || tokens_[who].relation != Relation::obj || tokens_[verb].tag != Tag::verb) return;
  if (tokens_[t - 1].key != "to"_key || !asks_to_act(tokens_[verb].lemma)) return;
  hang(t, verb, Relation::xcomp);
}

// "denied allowing its soil to be used": what is allowed, and not what is denied beside it.
void ClauseRepairs::what_gerund_asks(std::uint32_t t) {
  constexpr std::uint32_t reach = 10;
  const std::uint32_t verb = head(t);
  std::uint32_t to = t;
  while (to > verb && t - to < 3 && tokens_[to].key != "to"_key) --to;
  if (verb >= t || tokens_[to].key != "to"_key || head(to) != t) return;
  for (std::uint32_t i = verb + 1; i < to && i < verb + reach; ++i) {
    const bool of_object = tokens_[i].relation == Relation::acl && head(head(i)) == verb;  // "adopted a text urging Oman to"
    if ((head(i) != verb && !of_object) || tokens_[i].form != Form::gerund || !asks_to_act(tokens_[i].lemma)) continue;
    if (asked_before(to, i) != none) hang(t, i, Relation::xcomp);
    return;
  }
}

// "rebels and state forces, backed by a bloc, ...": the forces are backed, whatever stands before "and".
void ClauseRepairs::participle_of_last(std::uint32_t t) {
  if (t < 3 || !is_comma(t - 1) || t + 1 >= tokens_.size() || tokens_[t + 1].key != "by"_key) return;
  const std::uint32_t last = t - 2;
  if (tokens_[last].tag != Tag::noun || tokens_[last].relation != Relation::conj || head(last) != head(t)) return;
  hang(t, last, Relation::acl);
}

namespace {

bool tells_more(Key lemma) {
  return lemma == "add"_key || lemma == "say"_key || lemma == "note"_key || lemma == "stress"_key || lemma == "warn"_key ||
         lemma == "insist"_key || lemma == "claim"_key || lemma == "argue"_key || lemma == "explain"_key;
}

}  // namespace

// "a text demanding that Oman lift the siege and calling for talks": what calls is the text, as it demands.
void ClauseRepairs::gerund_beside(std::uint32_t t) {
  constexpr int highest = 4;
  const std::uint32_t beside = head(t);
  if (t == 0 || beside >= t || tokens_[beside].form == Form::gerund) return;
  if (tokens_[t - 1].tag != Tag::cconj && !is_comma(t - 1)) return;
  std::uint32_t above = beside;
  if (is_comma(t - 1) && tells_more(tokens_[t].lemma)) {  // "said that it was over, adding that": whoever said so adds it
    while (tokens_[above].relation == Relation::ccomp && head(above) < above) above = head(above);
    if (above != beside && tokens_[above].tag == Tag::verb) hang(t, above, Relation::advcl);
    return;
  }
  for (int i = 0; i < highest; ++i) {
    if (tokens_[above].relation != Relation::ccomp && tokens_[above].relation != Relation::xcomp &&
        tokens_[above].relation != Relation::conj)
      return;
    above = head(above);
    if (tokens_[above].tag == Tag::verb && tokens_[above].form == Form::gerund) break;
  }
  const Relation relation = tokens_[above].relation;
  if (tokens_[above].form != Form::gerund || (relation != Relation::acl && relation != Relation::advcl)) return;
  hang(t, above, Relation::conj);
}

// "from a school in neighbouring Gao": a place that lies beside, nothing that neighbours it.
void ClauseRepairs::neighbouring(std::uint32_t t) {
  if (t == 0 || tokens_[t].tag != Tag::verb || tokens_[t - 1].relation != Relation::mark || head(t - 1) != t) return;
  if (head(t) == t + 1 && is_name_or_noun(tokens_[t + 1])) {
    hang(t - 1, t + 1, Relation::case_);
    tokens_[t].tag = Tag::adj;
    tokens_[t].form = Form::none;
    tokens_[t - 1].tag = Tag::adp;
    return;
  }
  for (std::uint32_t noun = t + 1; noun < tokens_.size() && noun < t + 4; ++noun) {
    if (head(noun) != t || !is_name_or_noun(tokens_[noun])) continue;
    hang(noun, head(t), Relation::obl);
    hang(t, noun, Relation::amod);
    hang(t - 1, noun, Relation::case_);
    tokens_[t].tag = Tag::adj;
    tokens_[t].form = Form::none;
    tokens_[t - 1].tag = Tag::adp;
    return;
  }
}

// "Raiders burn mill in north-west Mali, kill clerk": what lies in the north-west is no subject of the next verb.
void ClauseRepairs::place_as_subject(std::uint32_t t) {
  static constexpr std::array directions = {"north"_key,        "south"_key,       "east"_key,         "west"_key,         "northern"_key,
                                            "southern"_key,     "eastern"_key,     "western"_key,      "northwest"_key,    "northeast"_key,
                                            "southwest"_key,    "southeast"_key,   "northwestern"_key, "northeastern"_key, "central"_key,
                                            "southwestern"_key, "southeastern"_key};
  const std::uint32_t verb = head(t);
  if (t < 2 || verb <= t + 1 || tokens_[t].tag != Tag::propn || !is_comma(t + 1) || verb != t + 2) return;
  const std::uint32_t direction = t - 1;
  if (std::find(directions.begin(), directions.end(), tokens_[direction].key) == directions.end()) return;
  if (head(direction) == t || (tokens_[direction].relation != Relation::obl && tokens_[direction].relation != Relation::nmod)) return;
  const std::uint32_t above = head(direction);
  hang(t, above, tokens_[direction].relation);
  for (std::uint32_t i = 0; i < direction; ++i)
    if (head(i) == direction && tokens_[i].relation == Relation::case_) hang(i, t, Relation::case_);
  hang(direction, t, Relation::compound);
}

// "Chadian drones struck a mill": a small word after an unknown name is no part of the name but what it describes.
void ClauseRepairs::noun_after_name(std::uint32_t t) {
  const std::uint32_t name = t > 0 ? t - 1 : 0;
  const std::string_view word = text_.substr(tokens_[t].span.begin, tokens_[t].span.length());
  constexpr std::size_t shortest = 5;  // no "bin", "della"
  if (name == t || head(t) != name || tokens_[t].tag != Tag::propn || word.size() <= shortest || word.back() != 's') return;
  if (tokens_[name].relation == Relation::flat || !tokens_[name].has(Token::initial_capital)) return;
  for (std::uint32_t i = t + 1; i < tokens_.size() && i < t + 3; ++i)
    if (head(i) == name && tokens_[i].relation == Relation::flat) return;
  tokens_[t].tag = Tag::noun;
  tokens_[t].form = Form::plural;
  tokens_[t].lemma = lemma_of(text_, tokens_[t]);
  hang(t, head(name) == name ? t : head(name), tokens_[name].relation);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != t && head(i) == name) hang(i, t, tokens_[i].relation);
  hang(name, t, Relation::compound);
}

// "called for a truce and unhindered access": what is not hindered has not been "unhindered" by anybody.
void ClauseRepairs::unheard_adjective(std::uint32_t t) {
  static constexpr std::array verbs = {"unveil"_key,   "unleash"_key, "unfold"_key,  "unload"_key, "uncover"_key, "unlock"_key,
                                       "unsettle"_key, "unpack"_key,  "unearth"_key, "unify"_key,  "unite"_key,   "unseat"_key};
  const std::string_view word = text_.substr(tokens_[t].span.begin, tokens_[t].span.length());
  constexpr std::size_t shortest = 7;
  if (t < 2 || word.size() < shortest || word.substr(0, 2) != "un" || word.substr(0, 5) == "under" || word.substr(word.size() - 2) != "ed")
    return;
  if (std::find(verbs.begin(), verbs.end(), tokens_[t].lemma) != verbs.end()) return;
  const std::uint32_t conjunction = t - 1, left = t - 2;
  if (tokens_[conjunction].tag != Tag::cconj || !is_name_or_noun(tokens_[left])) return;
  for (std::uint32_t noun = t + 1; noun < tokens_.size() && noun < t + 5; ++noun) {
    if (head(noun) != t || tokens_[noun].relation != Relation::obj) continue;
    tokens_[t].tag = Tag::adj;
    tokens_[t].form = Form::none;
    tokens_[t].lemma = tokens_[t].key;
    hang(noun, left, Relation::conj);
    hang(t, noun, Relation::amod);
    hang(conjunction, noun, Relation::cc);
    return;
  }
}

// "met Peru's civilian and military leaders", "the terrorist and unlawful acts": what joins two words before one noun makes no second thing
// of it.
void ClauseRepairs::two_before_noun(std::uint32_t t) {
  static constexpr std::array kinds = {"civilian"_key, "military"_key,     "terrorist"_key,  "criminal"_key, "security"_key, "defense"_key,
                                       "defence"_key,  "intelligence"_key, "government"_key, "police"_key,   "army"_key};
  const std::uint32_t first = head(t);
  if (first + 3 > t || t - first > 4 || tokens_[first].tag != Tag::noun || tokens_[first].form == Form::plural ||
      std::find(kinds.begin(), kinds.end(), tokens_[first].key) == kinds.end() || tokens_[first + 1].key != "and"_key)
    return;
  if (tokens_[t].tag != Tag::noun || tokens_[t].form != Form::plural) return;
  for (std::uint32_t i = first + 2; i < t; ++i)
    if (tokens_[i].tag != Tag::adj &&
        !(tokens_[i].tag == Tag::noun && std::find(kinds.begin(), kinds.end(), tokens_[i].key) != kinds.end()))
      return;
  for (std::uint32_t i = 0; i < first; ++i)
    if (head(i) == first && (tokens_[i].key == "a"_key || tokens_[i].key == "an"_key || tokens_[i].tag == Tag::num)) return;
  hang(t, head(first) == first ? t : head(first), tokens_[first].relation);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != t && i != first && head(i) == first) hang(i, i == first + 1 ? first + 2 : t, tokens_[i].relation);
  hang(first, t, Relation::compound);
  if (head(first + 1) == t) hang(first + 1, t, Relation::cc);
}

// "COUNCIL PRESS STATEMENT ON THE RAID": nobody presses a statement.
void ClauseRepairs::press_as_verb(std::uint32_t t) {
  static constexpr std::array issued = {"statement"_key, "release"_key, "conference"_key, "briefing"_key, "communique"_key, "freedom"_key};
  const std::uint32_t noun = t + 1;
  if (noun >= tokens_.size() || tokens_[t].tag != Tag::verb) return;
  if (std::find(issued.begin(), issued.end(), tokens_[noun].lemma) == issued.end() || head(noun) != t) return;
  tokens_[t].tag = tokens_[noun].tag = Tag::noun;
  tokens_[t].form = Form::singular;
  hang(noun, head(t) == t ? noun : head(t), tokens_[t].relation);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != noun && i != t && head(i) == t) hang(i, noun, i < t ? Relation::compound : i > noun ? Relation::nmod : tokens_[i].relation);
  hang(t, noun, Relation::compound);
}

// "vowed to go on unless all are freed": a clause with a word for when or if is the verb's, not a noun's.
void ClauseRepairs::clause_with_mark(std::uint32_t t) {
  static constexpr std::array marks = {"unless"_key,  "if"_key,       "after"_key, "before"_key,
                                       "because"_key, "although"_key, "until"_key, "while"_key};
  const std::uint32_t noun = head(t);
  if (noun >= t || !is_name_or_noun(tokens_[noun])) return;
  bool marked = false, subject = false;
  for (std::uint32_t i = noun + 1; i < t; ++i) {
    if (head(i) != t) continue;
    marked = marked || (tokens_[i].relation == Relation::mark && std::find(marks.begin(), marks.end(), tokens_[i].key) != marks.end());
    subject = subject || is_subject(tokens_[i]) || tokens_[i].key == "being"_key;  // "met the mayor after being freed": no mayor was
  }
  if (!marked || !subject) return;
  std::uint32_t verb = head(noun);
  for (int i = 0; i < 4 && tokens_[verb].tag != Tag::verb && head(verb) != verb; ++i) verb = head(verb);
  if (tokens_[verb].tag == Tag::verb && verb < t) hang(t, verb, Relation::advcl);
}

}  // namespace khabar::language
