// What became of talks, patrols and pacts: put off, broken off, at a standstill, renewed.
#include "facts/clauses.h"
#include "facts/interactions/events.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

using facts::dependent;
using language::Relation;

namespace {

// "on hold", "at a standstill", "an impasse"
bool is_standstill(Key lemma) {
  static constexpr std::array nouns = {"hold"_key,      "standstill"_key, "impasse"_key, "deadlock"_key, "halt"_key,
                                       "stalemate"_key, "ice"_key,        "limbo"_key,   "breakdown"_key};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

// "remain deadlocked", "are frozen"
bool is_stuck(Key word) {
  static constexpr std::array words = {"deadlocked"_key, "frozen"_key, "stalled"_key, "moribund"_key,
                                       "suspended"_key,  "stuck"_key,  "dormant"_key, "gridlocked"_key};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "put on hold", "ground to a halt", "remain at an impasse", "reached a deadlock"
bool brings_to(Key lemma) {
  static constexpr std::array verbs = {"put"_key, "place"_key, "grind"_key, "come"_key,  "remain"_key, "stay"_key, "reach"_key,
                                       "hit"_key, "be"_key,    "leave"_key, "bring"_key, "stand"_key,  "have"_key, "fall"_key};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

}  // namespace

// "collapsed", "stalled", "broke down", "fell apart": what is no longer done.
bool Events::is_over(std::uint32_t verb) const {
  const Key lemma = article_.token(verb).lemma;
  if (lemma == "break"_key || lemma == "fall"_key) {
    const std::uint32_t next = verb + 1 < article_.language.tokens.size() ? verb + 1 : verb;
    return article_.token(next).key == "down"_key || article_.token(next).key == "apart"_key || article_.token(next).key == "through"_key;
  }
  return lemma == "collapse"_key || lemma == "stall"_key || lemma == "cease"_key || lemma == "end"_key || lemma == "falter"_key ||
         lemma == "unravel"_key || lemma == "lapse"_key || lemma == "freeze"_key || lemma == "expire"_key;
}

// "suspended talks", "their visit was put off": it did not take place, or no longer does.
bool Events::is_stalled(std::uint32_t noun) const {
  const language::Token& t = article_.token(noun);
  const Key does = article_.token(t.head).lemma;  // "talks have stalled"
  if (t.relation == Relation::nsubj && does != "end"_key && does != "cease"_key && does != "expire"_key && is_over(t.head)) return true;
  if (t.relation != Relation::obj && t.relation != Relation::nsubj_pass) return false;
  if (article_.token(t.head).tag != Tag::verb || article_.token(t.head).lemma == "end"_key) return false;  // what ended took place
  return realis_.find(article_.token(t.head).lemma, realis::Cues::Kind::verb, "cooperation"_key).stage == Stage::stalled;
}

// "Talks are on hold", "patrols were put on hold", "negotiations have ground to a halt", "talks remain deadlocked".
bool Events::is_halted(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 6;
  const language::Token& t = article_.token(noun);
  const std::uint32_t told = t.head;
  const bool subject = t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass;
  if (told == noun || (!subject && t.relation != Relation::obj)) return false;
  const language::Token& above = article_.token(told);
  const language::VerbGroup group = article_.links.verb_group(told);
  if (group.negated || group.conditional || group.tense == language::Tense::future || group.modality != language::Modality::none)
    return false;
  if (dependent(article_, told, Relation::cop) != none) return subject && (is_stuck(above.key) || is_standstill(above.lemma));
  if (above.tag != Tag::verb || !brings_to(above.lemma)) return false;
  const std::uint32_t last = article_.language.sentences[above.sentence].last;
  const std::uint32_t from = std::max(told, noun) + 1;
  for (std::uint32_t i = from; i < last && i < from + reach; ++i) {
    const language::Token& next = article_.token(i);
    if (next.tag == Tag::punct || next.tag == Tag::aux || next.tag == Tag::sconj) return false;
    if (is_stuck(next.key) && subject) return true;
    if (is_standstill(next.lemma)) return true;
  }
  return false;
}

// "decided to extend the sanctions", "voted to renew the embargo"
bool Events::is_renewed(std::uint32_t noun) const {
  const language::Token& t = article_.token(noun);
  const language::Token& verb = article_.token(t.head);
  const bool renews = verb.lemma == "extend"_key || verb.lemma == "renew"_key || verb.lemma == "prolong"_key;
  if (t.relation != Relation::obj || !renews || verb.head == t.head) return false;
  const language::Token& above = article_.token(verb.head);
  const language::VerbGroup group = article_.links.verb_group(verb.head);
  return (above.lemma == "decide"_key || above.lemma == "vote"_key || above.lemma == "agree"_key) && group.tense == language::Tense::past &&
         group.modality == language::Modality::none && !group.negated && !group.conditional;
}

// "has no option but to talk": said of now; "had no choice but to" tells what was done.
bool Events::has_no_choice(std::uint32_t verb) const {
  if (verb < 5 || article_.token(verb - 1).key != "to"_key || article_.token(verb - 2).key != "but"_key) return false;
  const Key noun = article_.token(verb - 3).key, has = article_.token(verb - 5).key;
  return (noun == "option"_key || noun == "choice"_key || noun == "alternative"_key) && (has == "has"_key || has == "have"_key);
}

}  // namespace khabar::interactions
