// Repairs of relative clauses: "Oman, which is a host, has offered"; and of participles that say which: "clerk fired over riots is shot".
#include "language/clause_repairs.h"
#include "language/repairs.h"

namespace khabar::language {

using namespace text::literals;

// "Oman, which is a host, has offered": the relative clause was read as the main one, with the main subject.
bool ClauseRepairs::is_relative_pronoun(std::uint32_t t) const {
  const Key key = tokens_[t].key;
  return t > 1 && (key == "which"_key || key == "who"_key) && tokens_[t - 1].span.length() == 1 && tokens_[t - 1].tag == Tag::punct;
}

// "Oman, which has no army, announced": the pronoun was given to the main verb, past one that a comma closes.
std::uint32_t ClauseRepairs::verb_between(std::uint32_t pronoun, std::uint32_t predicate) const {
  std::uint32_t inner = none;
  bool closed = false;
  for (std::uint32_t i = pronoun + 1; i < predicate; ++i) {
    if (is_finite(tokens_[i]) && inner == none) inner = i;
    closed = inner != none && (closed || tokens_[i].tag == Tag::punct);
  }
  return closed && head(inner) == predicate && other_subject(inner, none) == none ? inner : none;
}

// The verb that goes on behind a comma: "denied" in ", denied", "upgraded" in ", has since upgraded"; none where none does.
std::uint32_t ClauseRepairs::predicate_behind(std::uint32_t comma) const {
  for (std::uint32_t i = comma + 1; i < tokens_.size() && i < comma + 5; ++i) {
    if (tokens_[i].tag == Tag::verb) return i;
    if (tokens_[i].tag != Tag::aux && tokens_[i].tag != Tag::adv && tokens_[i].tag != Tag::part) return none;
  }
  return none;
}

// "ready" in ", had been ready"; none where nothing is said to be so.
std::uint32_t ClauseRepairs::quality_behind(std::uint32_t comma) const {
  std::uint32_t i = comma + 1;
  while (i < tokens_.size() && i < comma + 4 && tokens_[i].tag == Tag::aux) ++i;
  return i > comma + 1 && i < tokens_.size() && tokens_[i].tag == Tag::adj && tokens_[i - 1].lemma == "be"_key ? i : none;
}

bool ClauseRepairs::has_preposition(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = noun > reach ? noun - reach : 0; i < noun; ++i)
    if (head(i) == noun && tokens_[i].relation == Relation::case_) return true;
  return false;
}

// "Oman, which Peru accuses of arming them, has protested": Peru accuses Oman, and Oman protested.
void ClauseRepairs::object_of_relative(std::uint32_t pronoun) {
  constexpr std::uint32_t longest = 6;
  if (pronoun < 2 || !is_comma(pronoun - 1) || !is_name_or_noun(tokens_[pronoun - 2])) return;
  const std::uint32_t noun = pronoun - 2;
  std::uint32_t verb = pronoun + 1;
  while (verb < tokens_.size() && verb - pronoun <= longest &&
         (tokens_[verb].tag == Tag::det || tokens_[verb].tag == Tag::adj || is_name_or_noun(tokens_[verb])))
    ++verb;
  if (verb >= tokens_.size() || verb < pronoun + 2 || !is_finite(tokens_[verb]) || !is_name_or_noun(tokens_[verb - 1])) return;
  const std::uint32_t subject = verb - 1;
  if (head(verb) == noun && head(pronoun) == verb && tokens_[pronoun].relation == Relation::obj) return;
  const bool alone = head(noun) == noun;
  const bool beside = is_subject(tokens_[noun]) && head(noun) == verb;
  if (!alone && !beside) return;
  std::uint32_t comma = verb + 1;
  while (comma < tokens_.size() && !is_comma(comma)) ++comma;
  const std::uint32_t predicate = comma < tokens_.size() ? predicate_behind(comma) : none;
  if (predicate == none) return;
  const std::uint32_t top = alone ? noun : verb;  // what stood for the main clause
  if (is_under(predicate, top)) {
    hang(predicate, head(top) == top ? predicate : head(top), tokens_[top].relation);
    for (std::uint32_t i = comma; i < tokens_.size(); ++i)
      if (i != predicate && head(i) == top) hang(i, predicate, tokens_[i].relation);
  }
  hang(noun, predicate, Relation::nsubj);
  hang(verb, noun, Relation::acl_relcl);
  hang(pronoun, verb, Relation::obj);
  hang(subject, verb, Relation::nsubj);
}

// "a drone, which the army shot down": what it shot down.
void ClauseRepairs::object_of_which(std::uint32_t pronoun) {
  constexpr std::uint32_t longest = 5;
  if (pronoun < 2 || !is_comma(pronoun - 1) || !is_name_or_noun(tokens_[pronoun - 2])) return;
  std::uint32_t verb = pronoun + 1;
  while (verb < tokens_.size() && verb - pronoun <= longest &&
         (tokens_[verb].tag == Tag::det || tokens_[verb].tag == Tag::adj || is_name_or_noun(tokens_[verb])))
    ++verb;
  const std::uint32_t subject = verb - 1, noun = pronoun - 2;
  if (verb + 1 >= tokens_.size() || subject == pronoun || !is_name_or_noun(tokens_[subject]) || tokens_[verb].tag != Tag::verb) return;
  const bool participle = tokens_[verb].form == Form::past_participle && tokens_[verb].relation == Relation::acl && head(verb) == subject;
  if ((!is_finite(tokens_[verb]) && !participle) || tokens_[verb + 1].key == "by"_key || is_under(noun, verb)) return;
  for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obj && !is_period(tokens_[i].key)) return;
  hang(subject, verb, Relation::nsubj);
  hang(pronoun, verb, Relation::obj);
  hang(verb, noun, Relation::acl_relcl);
  tokens_[verb].form = participle ? Form::past : tokens_[verb].form;
}

// "answered with strikes that killed nine": the noun before the clause hangs on the verb before it.
void ClauseRepairs::noun_under_its_clause(std::uint32_t pronoun) {
  constexpr std::uint32_t reach = 8;
  const std::uint32_t clause = head(pronoun), above = head(clause);
  if (clause <= pronoun || above >= pronoun || above == clause || !is_subject(tokens_[pronoun])) return;
  const Relation relation = tokens_[clause].relation;
  if (relation != Relation::parataxis && relation != Relation::conj && relation != Relation::advcl && relation != Relation::ccomp) return;
  for (std::uint32_t i = pronoun; i-- > above + 1 && pronoun - i < reach;) {
    if (head(i) != clause || !is_name_or_noun(tokens_[i]) || tokens_[i].relation != Relation::obl || !has_preposition(i)) continue;
    if (tokens_[above].tag != Tag::verb) return;
    hang(i, above, Relation::obl);
    hang(clause, i, Relation::acl_relcl);
    return;
  }
}

void ClauseRepairs::relative_as_main(std::uint32_t pronoun) {
  const std::uint32_t predicate = head(pronoun);
  if (predicate <= pronoun) return;
  std::uint32_t subject = other_subject(predicate, pronoun);
  if (subject == none && head(pronoun - 2) == predicate) subject = pronoun - 2;
  if (subject == none || subject > pronoun || !is_name_or_noun(tokens_[subject])) return;
  if (const std::uint32_t inner = verb_between(pronoun, predicate); inner != none) {
    hang(pronoun, inner, Relation::nsubj);
    return hang(inner, subject, Relation::acl_relcl);
  }
  // The main verb: the predicate's own head, or the first finite verb after a comma that hangs on it without a subject of its own.
  std::uint32_t verb = none;
  const std::uint32_t above = head(predicate);
  if (above > predicate && (is_subject(tokens_[predicate]) || (is_finite(tokens_[above]) && other_subject(above, none) == none))) {
    verb = above;
  } else {
    bool comma = false;
    for (std::uint32_t i = predicate + 1; i < tokens_.size() && verb == none; ++i) {
      const bool beside = head(i) == predicate || (tokens_[i].relation == Relation::conj && is_under(i, predicate));
      if (is_finite(tokens_[i]) && comma && beside && other_subject(i, none) == none) verb = i;
      comma = tokens_[i].tag == Tag::punct || (comma && (tokens_[i].tag == Tag::aux || tokens_[i].tag == Tag::adv));
    }
    if (verb == none) return;
    const bool root = head(predicate) == predicate;
    hang(verb, root ? verb : head(predicate), tokens_[predicate].relation);
    for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
      if (head(i) == predicate) hang(i, verb, tokens_[i].relation);
  }
  hang(subject, verb, Relation::nsubj);
  hang(predicate, subject, Relation::acl_relcl);
}

// The clause goes to its noun, and the sentence to the verb behind the clause.
void ClauseRepairs::set_main_verb(std::uint32_t noun, std::uint32_t clause, std::uint32_t verb) {
  const std::uint32_t top = is_under(clause, noun) ? noun : clause;  // what stood for the main clause
  const std::uint32_t above = head(top);
  const Relation relation = tokens_[top].relation;
  bool passive = false;
  for (std::uint32_t i = clause + 1; i < tokens_.size(); ++i) {
    if (i < verb && head(i) == verb && tokens_[i].relation == Relation::aux_pass) passive = true;
    if (i > verb && head(i) == clause) hang(i, verb, tokens_[i].relation);
    if (head(i) == top && tokens_[i].tag == Tag::punct && i + 1 == tokens_.size()) hang(i, verb, Relation::punct);
  }
  hang(verb, above == top ? verb : above, relation);
  hang(noun, verb, passive ? Relation::nsubj_pass : Relation::nsubj);
  hang(clause, noun, Relation::acl_relcl);
}

// "Omar Diop, whose brother was shot in May, has fled": his brother was shot, and he fled.
void ClauseRepairs::clause_of_whose(std::uint32_t whose) {
  constexpr std::uint32_t reach = 24;
  if (whose < 2 || !is_comma(whose - 1) || !is_name_or_noun(tokens_[whose - 2])) return;
  const std::uint32_t owned = head(whose);
  if (owned <= whose || !is_name_or_noun(tokens_[owned])) return;
  std::uint32_t clause = owned + 1;
  while (clause < tokens_.size() && clause < owned + reach && (!is_comma(clause) || is_hyphen(clause)) && tokens_[clause].tag != Tag::verb)
    ++clause;
  if (clause >= tokens_.size() || tokens_[clause].tag != Tag::verb) return;
  const std::uint32_t noun = other_subject(clause, owned);
  if (noun == none || noun > whose) return;
  std::uint32_t verb = none;
  for (std::uint32_t i = clause + 1; i < tokens_.size() && i < clause + reach && verb == none; ++i)
    if (is_comma(i)) verb = predicate_behind(i);
  if (verb == none) return;
  if (!is_subject(tokens_[owned]) || head(owned) != clause) hang(owned, clause, tokens_[noun].relation);
  if (head(clause) != verb) return set_main_verb(noun, clause, verb);
  hang(noun, verb, Relation::nsubj);
  hang(clause, noun, Relation::acl_relcl);
}

// "proposed sharing", "proposed a truce", "proposed that": with an object or a clause behind it no participle.
bool ClauseRepairs::acts_on_something(std::uint32_t verb) const {
  if (verb + 1 >= tokens_.size()) return false;
  const Token& next = tokens_[verb + 1];
  return next.form == Form::gerund || next.tag == Tag::det || next.key == "that"_key || next.tag == Tag::propn;
}

// "The colonel, who took power in 2021, has expelled them": the verb behind the clause's comma is the colonel's, and the sentence's.
void ClauseRepairs::main_behind_relative(std::uint32_t pronoun) {
  constexpr std::uint32_t longest = 24;
  const std::uint32_t noun = pronoun - 2, clause = head(pronoun);
  if (pronoun < 2 || !is_name_or_noun(tokens_[noun]) || clause <= pronoun || tokens_[clause].tag != Tag::verb) return;
  if (!is_subject(tokens_[pronoun])) return;
  const Relation loose = tokens_[noun].relation;
  const bool placed = loose == Relation::obl && head(noun) == clause && !has_preposition(noun);
  const bool called = loose == Relation::discourse || loose == Relation::vocative || loose == Relation::parataxis;
  const bool alone = (head(noun) == noun || called) && head(clause) == noun;
  const bool beside = is_subject(tokens_[noun]) && head(noun) == clause;
  const std::uint32_t beyond = is_subject(tokens_[noun]) && head(noun) > clause ? head(noun) : none;
  const bool parted = beyond != none && other_subject(beyond, noun) != none && is_past_semicolon(clause, beyond);
  if (!alone && !beside && !placed && !parted) return;
  for (std::uint32_t i = 0; i < noun; ++i)
    if (head(i) == noun && (tokens_[i].relation == Relation::cop || is_subject(tokens_[i]))) return;  // "He is a colonel, who ..."
  for (std::uint32_t comma = clause + 1; comma < tokens_.size() && comma < clause + longest; ++comma) {
    if (!is_comma(comma)) continue;
    std::uint32_t verb = predicate_behind(comma);
    if (verb == none) verb = quality_behind(comma);
    if (verb == none || !is_under(verb, clause) || other_subject(verb, none) != none) continue;
    if (tokens_[verb].form == Form::past_participle && verb == comma + 1 && (alone || parted) && acts_on_something(verb))
      tokens_[verb].form = Form::past;
    const bool finite = is_finite(tokens_[verb]) || (verb > comma + 1 && tokens_[comma + 1].tag == Tag::aux);
    if (!finite || tokens_[verb].relation == Relation::ccomp) continue;
    set_main_verb(noun, clause, verb);
    if (parted) hang(verb, beyond, Relation::parataxis);
    return;
  }
}

bool ClauseRepairs::is_past_semicolon(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i)
    if (text_[tokens_[i].span.begin] == ';') return true;
  return false;
}

// "after the murder of Omar Diop, who was seized at home and killed": a clause that tells of him goes on with nothing else.
void ClauseRepairs::relative_as_conjunct(std::uint32_t pronoun) {
  const std::uint32_t clause = head(pronoun);
  if (pronoun < 2 || tokens_[pronoun].key != "who"_key || !is_comma(pronoun - 1) || clause <= pronoun || !is_subject(tokens_[pronoun]))
    return;
  const Relation relation = tokens_[clause].relation;
  if (relation != Relation::conj && relation != Relation::parataxis && relation != Relation::advcl) return;
  std::uint32_t noun = pronoun - 2;
  while (noun > 0 && head(noun) < noun && (tokens_[noun].relation == Relation::flat || tokens_[noun].relation == Relation::compound))
    noun = head(noun);
  if (!is_name_or_noun(tokens_[noun])) return;
  hang(clause, noun, Relation::acl_relcl);
  relative_goes_on(noun, clause);
}

// "after the murder of Omar Diop, who was flown home and buried": he was.
void ClauseRepairs::relative_goes_on(std::uint32_t noun, std::uint32_t clause) {
  for (std::uint32_t i = clause + 2; i < tokens_.size(); ++i) {
    if (is_comma(i)) return;
    if (tokens_[i].tag != Tag::verb || tokens_[i].relation != Relation::conj || head(i) >= noun) continue;
    if (tokens_[i - 1].tag == Tag::cconj && tokens_[i].form == tokens_[clause].form && other_subject(i, none) == none)
      hang(i, clause, Relation::conj);
    return;
  }
}

// "The talks, due to be held in Oman, will not take place": what is due is an aside, and the verb behind it the sentence's.
void ClauseRepairs::due_aside(std::uint32_t t) {
  constexpr std::uint32_t longest = 20;
  const Key word = tokens_[t].key;
  if (word != "due"_key && word != "expected"_key && word != "scheduled"_key && word != "set"_key && word != "slated"_key &&
      word != "supposed"_key && word != "meant"_key && word != "planned"_key)
    return;
  std::uint32_t noun = t - 2;
  for (std::uint32_t i = 0; i < tokens_.size() && head(noun) < t - 1 && is_name_or_noun(tokens_[head(noun)]); ++i) {
    if (head(noun) == noun) break;
    noun = head(noun);
  }
  if (!is_name_or_noun(tokens_[noun])) return;
  std::uint32_t close = t + 3;
  while (close < tokens_.size() && close < t + longest && !is_comma(close)) ++close;
  if (close >= tokens_.size() || !is_comma(close)) return;
  const std::uint32_t verb = predicate_behind(close);
  if (verb == none || head(noun) == verb) return;
  if (const std::uint32_t subject = other_subject(verb, noun); subject != none && (subject < t || subject > close)) return;
  if (!is_finite(tokens_[verb]) && tokens_[close + 1].tag != Tag::aux) return;
  std::uint32_t clause = t;
  for (std::uint32_t i = 0; i < tokens_.size() && head(clause) >= t && head(clause) < close && head(clause) != clause; ++i)
    clause = head(clause);
  const std::uint32_t told = tokens_[noun].relation == Relation::obj && head(noun) < noun ? head(noun) : none;
  if (is_under(verb, clause)) {
    set_main_verb(noun, clause, verb);
    if (told != none && tokens_[told].tag == Tag::verb) hang(verb, told, Relation::ccomp);  // "Oman says the talks, due to be held"
    return;
  }
  hang(noun, verb,
       tokens_[verb].form == Form::past_participle && tokens_[verb - 1].lemma == "be"_key ? Relation::nsubj_pass : Relation::nsubj);
  hang(clause, noun, Relation::acl);
}

// "Its claim that the raid had failed could not be proved", "Reports that he fled were false": the sentence is about the claim.
void ClauseRepairs::main_behind_that(std::uint32_t that) {
  constexpr std::uint32_t longest = 24;
  const std::uint32_t clause = head(that);
  if (that == 0 || clause <= that || !is_name_or_noun(tokens_[that - 1])) return;
  const std::uint32_t noun = that - 1;
  const bool beside = head(noun) == clause && is_subject(tokens_[noun]);
  const bool alone = head(noun) == noun && head(clause) == noun && text_[tokens_.back().span.begin] == '.';
  if (!alone && (!beside || other_subject(clause, noun) < that)) return;
  bool own = false;
  for (std::uint32_t i = that + 1; i < clause; ++i) own = own || (head(i) == clause && is_subject(tokens_[i]));
  if (!own) return;
  const bool whole = tokens_[that].relation == Relation::obj && has_object_behind(clause);  // it lacks no object: "that" is none
  for (std::uint32_t i = clause + 1; i < tokens_.size() && i < clause + longest; ++i) {
    const Token& token = tokens_[i];
    if (token.tag == Tag::cconj || token.tag == Tag::sconj || token.tag == Tag::punct || token.tag == Tag::pron) return;
    if (token.tag != Tag::aux && !is_finite(token)) continue;
    const std::uint32_t verb = token.tag == Tag::aux ? head(i) : i;
    if (verb < i || verb == clause || !is_under(verb, clause)) return;
    for (std::uint32_t k = clause + 1; k < verb; ++k)
      if (head(k) == verb && is_subject(tokens_[k])) return;
    if (whole) {
      tokens_[that].tag = Tag::sconj;
      hang(that, clause, Relation::mark);
    }
    return set_main_verb(noun, clause, verb);
  }
}

// "rejected the charge, stating that Oman had paid": what is stated is no part of what is rejected.
void ClauseRepairs::clause_of_gerund(std::uint32_t that) {
  const std::uint32_t clause = head(that);
  if (that < 2 || clause <= that) return;
  const std::uint32_t gerund = that - 1;
  if (tokens_[gerund].form != Form::gerund || tokens_[gerund].tag != Tag::verb || tokens_[gerund].relation != Relation::advcl) return;
  if (tokens_[clause].relation == Relation::ccomp && head(clause) == head(gerund) && head(gerund) < gerund)
    hang(clause, gerund, Relation::ccomp);
}

bool ClauseRepairs::has_object_behind(std::uint32_t verb) const {
  for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
    if (head(i) == verb && tokens_[i].relation == Relation::obj) return true;
  return false;
}

// "Clerk fired over riots is shot dead": the first of two verbs without a comma or a conjunction between them only says which clerk.
void ClauseRepairs::participle_before_passive(std::uint32_t t) {
  static constexpr std::array words = {"over"_key, "in"_key,   "at"_key,  "by"_key,   "for"_key,    "with"_key,
                                       "on"_key,   "from"_key, "off"_key, "near"_key, "outside"_key};
  static constexpr std::array tells = {"say"_key,   "report"_key, "announce"_key, "claim"_key,  "state"_key, "confirm"_key, "warn"_key,
                                       "think"_key, "hope"_key,   "fear"_key,     "know"_key,   "learn"_key, "hear"_key,    "show"_key,
                                       "feel"_key,  "find"_key,   "note"_key,     "insist"_key, "agree"_key, "admit"_key,   "deny"_key,
                                       "argue"_key, "decide"_key, "add"_key,      "write"_key,  "tell"_key,  "believe"_key, "see"_key};
  const std::uint32_t passive = head(t);
  if (tokens_[t].relation != Relation::aux_pass || passive <= t || tokens_[passive].form != Form::past_participle) return;
  constexpr std::uint32_t longest = 14;
  if (t == 0) return;
  std::uint32_t verb = t - 1;
  while (verb > 1 && t - verb < longest && tokens_[verb].form != Form::past) --verb;
  if (tokens_[verb].form != Form::past || tokens_[verb].tag != Tag::verb || verb + 2 >= t || !is_name_or_noun(tokens_[t - 1])) return;
  const auto in = [](const auto& list, Key key) { return std::find(list.begin(), list.end(), key) != list.end(); };
  const std::uint32_t who = verb - 1, what = t - 1;
  if (!in(words, tokens_[verb + 1].key) || in(tells, tokens_[verb].lemma) || !is_under(passive, verb)) return;
  if (!is_name_or_noun(tokens_[who]) || head(who) != verb || tokens_[who].relation != Relation::nsubj || begin_of_time(what) != none)
    return;
  for (std::uint32_t i = verb + 1; i < t; ++i)
    if (tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::verb || tokens_[i].tag == Tag::cconj || tokens_[i].tag == Tag::pron) return;
  const bool root = head(verb) == verb;
  hang(passive, root ? passive : head(verb), tokens_[verb].relation);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != who && i != passive && head(i) == verb && (i < who || i > t)) hang(i, passive, tokens_[i].relation);
  hang(who, passive, Relation::nsubj_pass);
  hang(verb, who, Relation::acl);
  tokens_[verb + 1].tag = Tag::adp;
  if (const std::uint32_t first = head(verb + 1);
      first <= verb || first >= t || !is_name_or_noun(tokens_[first]) || !is_under(first, verb)) {
    hang(what, verb, Relation::obl);
    hang(verb + 1, what, Relation::case_);
  } else if (!is_under(what, verb)) {
    hang(what, verb, Relation::obl);
  }
  tokens_[verb].form = Form::past_participle;
}

// "Ten rebels were killed, with two guards wounded in the clash": a clause of its own beside the first.
void ClauseRepairs::clause_of_with(std::uint32_t t) {
  constexpr std::uint32_t longest = 8;
  if (t < 2 || tokens_[t].key != "with"_key || !is_comma(t - 1)) return;
  std::uint32_t verb = t + 2;
  while (verb < tokens_.size() && verb - t < longest && tokens_[verb].tag != Tag::verb && tokens_[verb].tag != Tag::punct) ++verb;
  if (verb >= tokens_.size() || tokens_[verb].tag != Tag::verb || tokens_[verb].form != Form::past_participle) return;
  const std::uint32_t who = head(verb);
  if (tokens_[verb].relation != Relation::acl || who + 1 != verb || who <= t || (head(who) != t && head(t) != who)) return;
  std::uint32_t main = head(who) == t ? head(t) : head(who);
  if (main > t || tokens_[main].tag != Tag::verb) {
    main = t - 1;
    while (main > 0 && tokens_[main].tag != Tag::verb) --main;
  }
  if (tokens_[main].tag != Tag::verb) return;
  hang(verb, main, Relation::advcl);
  hang(who, verb, Relation::nsubj_pass);
  hang(t, verb, Relation::mark);
  tokens_[t].tag = Tag::sconj;
}

// "with two guards and a driver injured": both are, and nobody injured the guards.
void ClauseRepairs::relative_of_two(std::uint32_t t) {
  if (t < 4 || tokens_[t].relation != Relation::acl_relcl || tokens_[t].tag != Tag::verb) return;
  if (tokens_[t].form != Form::past && tokens_[t].form != Form::past_participle) return;
  const std::uint32_t first = head(t), second = t - 1;
  if (first >= second || !is_name_or_noun(tokens_[first]) || !is_name_or_noun(tokens_[second]) || head(second) != t) return;
  std::uint32_t conjunction = none;
  for (std::uint32_t i = first + 1; i < tokens_.size(); ++i) {
    if (head(i) == t && (tokens_[i].relation == Relation::obj || tokens_[i].tag == Tag::aux)) return;
    if (i < second && head(i) == t && tokens_[i].relation == Relation::cc) conjunction = i;
  }
  if (conjunction != first + 1 || !is_subject(tokens_[second])) return;
  hang(second, first, Relation::conj);
  hang(conjunction, second, Relation::cc);
  hang(t, first, Relation::acl);
  tokens_[t].form = Form::past_participle;
}

// "A van packed with explosives crashed into a gate": nothing is crashed by anybody that way, so the van did.
void ClauseRepairs::participle_as_main(std::uint32_t t) {
  static constexpr std::array alone = {"crash"_key, "explode"_key, "collide"_key, "plunge"_key, "slam"_key,
                                       "plow"_key,  "plough"_key,  "arrive"_key,  "die"_key,    "collapse"_key};
  const bool with = t + 1 < tokens_.size() && tokens_[t + 1].key == "with"_key;  // "packed with"
  if (head(t) != t || t == 0 || tokens_[t].tag != Tag::verb) return;
  if (tokens_[t].form != Form::past_participle && !(with && tokens_[t].form == Form::past)) return;
  std::uint32_t who = none, verb = none;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (head(i) == t && tokens_[i].tag == Tag::aux) return;
    if (i < t && head(i) == t && tokens_[i].relation == Relation::nsubj) who = i;
    const bool said = i > t + 1 && verb == none && tokens_[i].relation == Relation::acl && tokens_[i].tag == Tag::verb && head(i) + 1 == i;
    if (said && is_under(i, t) && std::find(alone.begin(), alone.end(), tokens_[i].lemma) != alone.end()) verb = i;
  }
  if (who == none) return;
  if (std::find(alone.begin(), alone.end(), tokens_[t].lemma) != alone.end()) tokens_[t].form = Form::past;
  if (verb == none) return;
  for (std::uint32_t i = t + 1; i < verb; ++i)
    if (tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::cconj || is_finite(tokens_[i])) return;
  hang(verb, verb, Relation::root);
  hang(who, verb, Relation::nsubj);
  std::uint32_t noun = t - 1;  // "a bomber on a bicycle packed with": the bicycle
  if (!is_name_or_noun(tokens_[noun]) || !is_under(noun, who)) noun = who;
  hang(t, noun, Relation::acl);
  for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
    if (head(i) == t) hang(i, verb, tokens_[i].relation);
  tokens_[t].form = Form::past_participle;
  tokens_[verb].form = Form::past;
}

namespace {

// What is seldom done without saying to whom.
bool is_done_to_somebody(Key lemma) {
  static constexpr std::array keys = {
      "deport"_key,   "free"_key,     "force"_key,   "arrest"_key,  "accuse"_key,      "detain"_key,  "displace"_key,  "expel"_key,
      "injure"_key,   "wound"_key,    "kill"_key,    "abduct"_key,  "kidnap"_key,      "capture"_key, "seize"_key,     "jail"_key,
      "imprison"_key, "sentence"_key, "convict"_key, "evict"_key,   "exile"_key,       "uproot"_key,  "conscript"_key, "recruit"_key,
      "oust"_key,     "sack"_key,     "release"_key, "rescue"_key,  "evacuate"_key,    "suspect"_key, "strand"_key,    "arm"_key,
      "equip"_key,    "ambush"_key,   "execute"_key, "torture"_key, "hospitalize"_key, "link"_key,    "affiliate"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

}  // namespace

// "Afghans deported from Oman arrived in Herat": they arrived, and were deported. So with a verb that was made its noun's subject.
void ClauseRepairs::reduced_before_main(std::uint32_t t) {
  const Key key = tokens_[t].key;  // no past tense
  const bool participle = key == "thrown"_key || key == "hidden"_key || key == "stolen"_key || key == "driven"_key || key == "flown"_key;
  if (t == 0 || t + 1 >= tokens_.size() || !(participle || is_done_to_somebody(tokens_[t].lemma)) || !is_name_or_noun(tokens_[t - 1]))
    return;
  if (tokens_[t].form != Form::past && tokens_[t].form != Form::past_participle) return;
  const std::uint32_t who = t - 1;
  if (head(t) == who && is_subject(tokens_[t])) {
    tokens_[t].form = Form::past_participle;
    return hang(t, who, Relation::acl);
  }
  const Token& next = tokens_[t + 1];
  if (head(who) != t || tokens_[who].relation != Relation::nsubj || (next.tag != Tag::adp && next.tag != Tag::adv && next.tag != Tag::part))
    return;
  std::uint32_t main = none;
  for (std::uint32_t i = t + 2; i < tokens_.size() && main == none; ++i) {
    if (tokens_[i].tag == Tag::cconj || tokens_[i].tag == Tag::aux || is_relative(i) || (tokens_[i].tag == Tag::punct && !is_hyphen(i)))
      return;
    if (head(i) == t && (tokens_[i].relation == Relation::obj || tokens_[i].relation == Relation::mark)) return;
    const bool told = is_finite(tokens_[i]) || (tokens_[i].tag == Tag::verb && tokens_[i].form == Form::past_participle);
    if (told && is_under(i, t) && tokens_[i - 1].tag != Tag::adp) main = i;
  }
  if (main == none || head(main) + 1 == main) return;
  // "Hackers linked to North Korea stole it": what the preposition leads to stole nothing.
  const std::uint32_t other = other_subject(main, who);
  if (other != none && (other + 1 != main || next.tag != Tag::adp)) return;
  if (other != none) {
    hang(other, t, Relation::obl);
    hang(t + 1, other, Relation::case_);
  }
  const bool root = head(t) == t;
  hang(main, root ? main : head(t), tokens_[t].relation);
  hang(who, main, Relation::nsubj);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != who && head(i) == t && (i < who || i > main)) hang(i, main, tokens_[i].relation);
  hang(t, who, Relation::acl);
  tokens_[t].form = Form::past_participle;
  tokens_[main].form = tokens_[main].form == Form::present ? Form::present : Form::past;
}

// "killed by men believed to be rebels in Gao on Sunday": they were killed on Sunday, whenever it is believed.
void ClauseRepairs::setting_of_opinion(std::uint32_t t) {
  const std::uint32_t held = head(t);
  if (tokens_[held].relation != Relation::acl || !is_opinion(tokens_[held], tokens_[held + 1], tokens_[held + 2])) return;
  if (!is_name_or_noun(tokens_[t]) || !has_preposition(t)) return;
  const std::uint32_t who = head(held), verb = head(who);
  if (verb < who && who < held && tokens_[verb].tag == Tag::verb) hang(t, verb, Relation::obl);
}

// "summons envoy over killing of two nurses": what has an "of" is a noun, and nobody's who does something else.
void ClauseRepairs::gerund_of(std::uint32_t t) {
  if (t == 0 || t + 2 >= tokens_.size() || tokens_[t].form != Form::gerund || tokens_[t].tag != Tag::verb || tokens_[t + 1].key != "of"_key)
    return;
  const std::uint32_t whom = head(t + 1), above = head(t);
  const Token& before = tokens_[t - 1];
  if (whom <= t + 1 || head(whom) != t || tokens_[whom].relation != Relation::obj) return;
  if (before.tag != Tag::adp && (before.tag != Tag::sconj || tokens_[t - 1].relation != Relation::mark)) return;
  if (before.key == "to"_key || above == t) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != t + 1 && head(i) == t && (is_subject(tokens_[i]) || tokens_[i].tag == Tag::aux)) return;
  hang(t, above, is_name_or_noun(tokens_[above]) ? Relation::nmod : Relation::obl);
  hang(t - 1, t, Relation::case_);
  hang(whom, t, Relation::nmod);
  tokens_[t - 1].tag = Tag::adp;
  tokens_[t].tag = Tag::noun;
  tokens_[t].form = Form::singular;
  tokens_[t].lemma = tokens_[t].key;
}

// "the group, which it said had launched a drone", "men who police say killed two": who is said to have done it is the relative pronoun,
// and what is said belongs to the noun before that.
void ClauseRepairs::said_of_which(std::uint32_t t) {
  static constexpr std::array verbs = {"say"_key,    "believe"_key,  "claim"_key, "allege"_key, "think"_key, "suspect"_key,
                                       "insist"_key, "maintain"_key, "admit"_key, "argue"_key,  "fear"_key,  "know"_key};
  constexpr std::uint32_t longest = 7;
  std::uint32_t said = t + 1;
  while (said < tokens_.size() && said < t + longest && !is_finite(tokens_[said]) && tokens_[said].tag != Tag::punct) ++said;
  if (said < t + 2 || said + 1 >= tokens_.size() || said == t + longest || !is_finite(tokens_[said])) return;
  if (std::find(verbs.begin(), verbs.end(), tokens_[said].lemma) == verbs.end()) return;
  const std::uint32_t next = said + 1, act = tokens_[next].tag == Tag::aux ? head(next) : next;
  if (act < next || act > next + 3 || tokens_[act].tag != Tag::verb) return;
  const bool past = tokens_[act].form == Form::past || tokens_[act].form == Form::past_participle;
  if (act == next && !past && tokens_[act].form != Form::present) return;
  if (const std::uint32_t other = other_subject(act, t); other != none && other > said) return;
  std::uint32_t noun = t - 1;
  if (is_comma(noun) && noun > 0) --noun;
  if (!is_name_or_noun(tokens_[noun])) return;
  while (head(noun) == noun + 1 && is_name_or_noun(tokens_[head(noun)]) && head(noun) < t) ++noun;
  if (tokens_[noun].relation == Relation::flat && head(noun) < noun) noun = head(noun);
  const std::uint32_t speaker = said - 1;
  if (!is_name_or_noun(tokens_[speaker]) && tokens_[speaker].tag != Tag::pron) return;
  // What stands before the pronoun and hung on either is the main clause.
  const bool was_root = head(act) == act || head(said) == said;
  std::uint32_t main = none;
  for (std::uint32_t i = 0; i < t; ++i) {
    if (head(i) != act && head(i) != said) continue;
    if (tokens_[i].tag == Tag::verb && main == none) main = i;
  }
  if (was_root && main == none) return;
  if (was_root) hang(main, main, Relation::root);
  const std::uint32_t above = main == none ? noun : main;
  for (std::uint32_t i = 0; i < t; ++i)
    if (i != main && i != noun && (head(i) == act || head(i) == said)) hang(i, above, tokens_[i].relation);
  hang(said, noun, Relation::acl_relcl);
  hang(act, said, Relation::ccomp);
  if (act == next && past) tokens_[act].form = Form::past;
  bool passive = false;
  for (std::uint32_t i = next; i < act; ++i) passive = passive || tokens_[i].relation == Relation::aux_pass;
  hang(t, act, passive ? Relation::nsubj_pass : Relation::nsubj);
  hang(speaker, said, Relation::nsubj);
}

}  // namespace khabar::language
