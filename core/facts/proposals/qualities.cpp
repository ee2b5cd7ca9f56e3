// What is said to be vital, wise or needed: "it is essential that", "X is a necessity", "there is a need to".
#include "facts/proposals/finder.h"

#include <algorithm>

namespace khabar::proposals {

// X is essential / it is essential that ... / X is a necessity / there is a need to ...
void Finder::quality(const language::Sentence& sentence, std::uint32_t t, CueClass cue) {
  const Token& token = article_.token(t);
  const std::uint32_t copula = dependent(article_, t, Relation::cop);
  const VerbGroup group = article_.links.verb_group(t);
  if (group.negated || group.conditional) return;
  if (cue == CueClass::wise) return wise(t, copula, group);
  if (token.key == "critical"_key && t + 1 < sentence.last && article_.token(t + 1).key == "of"_key) return;  // "critical of the war"
  // "It remains essential to keep it open": the verb above says when
  const bool remains = copula == none && token.relation == Relation::xcomp && article_.token(token.head).lemma == "remain"_key &&
                       article_.links.verb_group(token.head).tense == Tense::present;
  if (copula == none && !remains) {
    if (cue == CueClass::noun && token.lemma == "need"_key) need(sentence, t);
    return;
  }
  // "said it was imperative that": reported
  const bool reported = token.relation == Relation::ccomp && token.head < t && article_.token(token.head).lemma == "say"_key;
  if (group.tense == Tense::past && group.modality == Modality::none && !reported) return;
  const std::uint32_t filler = dependent(article_, t, Relation::expl);
  const std::uint32_t subject = remains ? subject_of(token.head) : subject_of(t);
  const bool it = filler != none || (subject != none && article_.token(subject).key == "it"_key);
  if (remains && !it) return;
  Proposal proposal;
  proposal.cue = token.span;
  proposal.rule = cue == CueClass::noun ? "proposals.necessity" : "proposals.essential";
  std::uint32_t content = none;
  for (std::uint32_t child : article_.links.dependents(t)) {
    const Relation r = article_.token(child).relation;
    if (is_circumstance(child)) continue;
    if (child > t && (r == Relation::ccomp || r == Relation::csubj || r == Relation::xcomp || r == Relation::advcl || r == Relation::acl ||
                      (r == Relation::parataxis && dependent(article_, child, Relation::mark) != none))) {
      content = child;
      break;
    }
  }
  if (it && token.lemma == "incumbent"_key) {  // "It is incumbent on Oman, as the host, to open it"
    const bool on = t + 3 < sentence.last && (article_.token(t + 1).key == "on"_key || article_.token(t + 1).key == "upon"_key);
    if (on) somebody_to_act({t, t + 2}, proposal.rule, token.span);
    return;
  }
  if (it) {
    if (content == none) return;
    set_actor(proposal, subject_of(content));
    add(std::move(proposal), told_after(t, content));
    return;
  }
  // "is important" said of a thing praises it more often than it asks for it.
  if (token.lemma == "important"_key || token.lemma == "key"_key || token.lemma == "responsibility"_key || token.lemma == "duty"_key)
    return;
  const std::uint32_t clausal = dependent(article_, t, Relation::csubj);
  const std::uint32_t first = subject != none   ? facts::noun_phrase(article_, subject).first
                              : clausal != none ? subtree(article_, clausal).first
                                                : none;
  if (first == none || first > t) return;
  if (subject != none && article_.token(subject).tag == Tag::pron) return;
  if (token.relation == Relation::acl_relcl) return;
  add(std::move(proposal), facts::clause_by_words(article_, copula));
}

// "It would be wiser for Oman to wait", "Oman would be wise to wait"
void Finder::wise(std::uint32_t t, std::uint32_t copula, const VerbGroup& group) {
  if (copula == none || group.modality != Modality::would || group.perfect) return;
  std::uint32_t act = none;
  for (std::uint32_t child : article_.links.dependents(t))
    if (act == none && child > t && article_.token(child).form == language::Form::base && article_.token(child - 1).key == "to"_key)
      act = child;
  if (act == none) return;
  const std::uint32_t subject = subject_of(t);
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  proposal.rule = "proposals.wise";
  const bool it = dependent(article_, t, Relation::expl) != none || (subject != none && article_.token(subject).key == "it"_key);
  Range range{t + 1, std::max(subtree(article_, act).last, act + 1)};
  if (it) {
    if (article_.token(t + 1).key == "for"_key) {
      ++range.first;
      for (std::uint32_t i = range.first; i + 1 < act && proposal.actor.span.empty(); ++i) set_actor(proposal, i);
    }
  } else {
    if (subject == none || subject > t) return;
    range.first = facts::noun_phrase(article_, subject).first;
    set_actor(proposal, subject);
  }
  add(std::move(proposal), range);
}

// "... where security is a concern", "... when the rains come": no content of "it is vital".
bool Finder::is_circumstance(std::uint32_t clause) const {
  for (std::uint32_t child : article_.links.dependents(clause)) {
    const text::Key key = article_.token(child).key;
    if (child < clause && (key == "where"_key || key == "when"_key || key == "because"_key || key == "as"_key || key == "while"_key ||
                           key == "if"_key || key == "since"_key))
      return true;
  }
  return false;
}

// There is a need to / for ...
void Finder::need(const language::Sentence& sentence, std::uint32_t t) {
  // "will not replace the need for", "ended the need for": not asked for.
  const Token& token = article_.token(t);
  if (token.relation == Relation::obj && !cues_.speaks_of_need(article_.token(token.head).lemma)) return;
  // "the need for all states to act": whoever is to act, and what; the tree may hang it on the verb above.
  if (const std::uint32_t act = act_needed(t); act != none) {
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.need_for";
    std::uint32_t who = subject_of(act);
    if (who == none || who < t)
      for (who = act - 2; who > t + 2 && article_.token(who).tag != Tag::noun && article_.token(who).tag != Tag::propn;) --who;
    set_actor(proposal, who);
    const std::uint32_t told = article_.token(act).tag == Tag::aux && article_.token(act).head > act ? article_.token(act).head : act;
    add(std::move(proposal), {t + 2, std::max(subtree(article_, told).last, act + 1)});
    return;
  }
  for (std::uint32_t child : article_.links.dependents(t)) {
    const Relation r = article_.token(child).relation;
    if (child <= t || (r != Relation::acl && r != Relation::nmod)) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    const std::uint32_t mark = dependent(article_, child, Relation::mark);
    const bool for_what = preposition != none && article_.token(preposition).key == "for"_key;
    const bool to_what = mark != none && article_.token(mark).key == "to"_key;
    if (!for_what && !to_what) continue;
    Range range = subtree(article_, child);
    range.first = std::max(range.first, t + 1);
    if (for_what) ++range.first;
    // "There is a need for water in the camps": what hangs on "is" after it goes with it.
    if (token.relation == Relation::nsubj && dependent(article_, token.head, Relation::expl) != none)
      for (std::uint32_t beside : article_.links.dependents(token.head))
        if (article_.token(beside).relation == Relation::obl && subtree(article_, beside).first == range.last)
          range.last = subtree(article_, beside).last;
    range.last = std::min(range.last, sentence.last);
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    proposal.rule = "proposals.need_for";
    add(std::move(proposal), range);
    return;
  }
  // "stressed the need to set it up", where the tree hangs the act on the verb
  if (t + 2 < sentence.last && token.relation == Relation::obj && article_.token(t + 1).key == "to"_key && is_bare_verb(t + 2)) {
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.need_for";
    add(std::move(proposal), {t + 1, facts::clause_end_by_words(article_, t + 2)});
  }
}

// "underlined the importance of opening the pier": what is asked for without a word of asking.
bool Finder::importance(std::uint32_t t) {
  const Token& token = article_.token(t);
  if (token.lemma != "importance"_key || token.relation != Relation::obj || token.head >= t) return false;
  const VerbGroup group = article_.links.verb_group(token.head);
  if (!cues_.weighs(article_.token(token.head).lemma) || group.negated || group.conditional) return false;
  if (t + 2 >= article_.language.sentences[token.sentence].last || article_.token(t + 1).key != "of"_key) return false;
  Proposal proposal;
  proposal.cue = token.span;
  proposal.rule = "proposals.need_for";
  const std::uint32_t end = facts::clause_end_by_words(article_, t + 1);
  const bool gerund = article_.token(t + 2).form == language::Form::gerund;
  return add(std::move(proposal), {t + 2, gerund ? end : std::min(subtree(article_, t).last, end)});
}

// The infinitive of "need for X to act"; none where no such words follow.
std::uint32_t Finder::act_needed(std::uint32_t t) const {
  constexpr std::uint32_t reach = 12;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  if (t + 4 >= last || article_.token(t + 1).key != "for"_key) return none;
  for (std::uint32_t i = t + 3; i + 1 < last && i < t + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb || token.tag == Tag::aux || token.tag == Tag::punct) return none;
    if (token.key != "to"_key) continue;
    const Token& act = article_.token(i + 1);
    return (act.tag == Tag::verb || act.tag == Tag::aux) && act.form == language::Form::base ? i + 1 : none;
  }
  return none;
}

// "What Chad needs is": does "what" open the words before the verb?
bool Finder::opens_with_what(const language::Sentence& sentence, std::uint32_t verb) const {
  constexpr std::uint32_t longest = 6;
  for (std::uint32_t i = verb; i > sentence.first && verb - i < longest; --i) {
    const Token& before = article_.token(i - 1);
    if (before.key == "what"_key) return i < verb;
    if (before.tag == Tag::verb || before.tag == Tag::aux || before.tag == Tag::punct) return false;
  }
  return false;
}

// "What is needed is a hotline", "What Chad needs is a hotline"
bool Finder::what_is_needed(const language::Sentence& sentence, std::uint32_t t) {
  const text::Key key = article_.token(t).key;
  if (t < sentence.first + 2 || t + 3 >= sentence.last || article_.token(t + 1).key != "is"_key) return false;
  const bool passive =
      (key == "needed"_key || key == "required"_key) && article_.token(t - 1).key == "is"_key && article_.token(t - 2).key == "what"_key;
  const bool active = (key == "needs"_key || key == "need"_key) && opens_with_what(sentence, t);
  if ((!passive && !active) || article_.token(t + 2).key == "not"_key) return false;
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  proposal.rule = "proposals.necessity";
  std::uint32_t end = t + 3;  // "a hotline and said that": what else was done
  const std::uint32_t clause_end = facts::clause_end_by_words(article_, t + 1);
  while (end < clause_end && !(article_.token(end - 1).tag == Tag::cconj && article_.token(end).tag == Tag::verb &&
                               article_.token(end).form == language::Form::past))
    ++end;
  return add(std::move(proposal), {t + 2, end < clause_end ? end - 1 : clause_end});
}

}  // namespace khabar::proposals
