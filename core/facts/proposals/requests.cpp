// What somebody asks for: "urge X to do Y", "call for Y", "recommend that", "X requires Y".
#include "facts/proposals/finder.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

using facts::is_mark;

// X requires Y / urge X to do Y / call for Y / recommend that ...
void Finder::verb(const language::Sentence& sentence, std::uint32_t t, CueClass cue) {
  const VerbGroup group = article_.links.verb_group(t);
  if (group.negated || group.conditional) return;
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  const std::uint32_t subject = subject_of(t);
  const std::uint32_t object = linked(article_, t, LinkKind::object);
  switch (cue) {
    case CueClass::require: {
      // "Police demand that ..." is somebody's act; "the threat demands an answer" is a judgement.
      const std::uint32_t asked = linked(article_, t, LinkKind::clause);  // "2. Demands that Oman withdraw": in a body's decisions
      const bool decision = subject == none && asked != none && asked > t && article_.token(t).relation == Relation::root;
      if (article_.token(t).lemma == "demand"_key && (decision || (subject != none && is_agent(subject)))) {
        request(sentence, t, CueClass::that, group.passive, none);
        return;
      }
      if (group.passive && is_needed(sentence, t)) return;
      const bool told = subject != none || noun_before(t);
      if (!told || object == none || group.passive || (group.modality == Modality::none && (group.tense == Tense::past || group.perfect)))
        return;
      if (article_.token(t).relation == Relation::acl_relcl || article_.token(t).relation == Relation::acl) return;
      if (article_.token(t).form == language::Form::gerund && group.tense == Tense::none) return;  // "..., requiring some care"
      Range range = facts::clause_by_words(article_, t);
      range.last = std::max(range.last, subtree(article_, object).last);  // "needs a wider plan, one that ..."
      if (subject != none && subject < t)                                 // "I have said often that they need"
        range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
      proposal.rule = "proposals.require";
      set_actor(proposal, subject);
      add(std::move(proposal), range);
      return;
    }
    case CueClass::to:
    case CueClass::call:
    case CueClass::that:
    case CueClass::object: request(sentence, t, cue, group.passive, object); return;
    case CueClass::adjective: quality(sentence, t, cue); return;
    default: return;
  }
}

// "An independent monitor is needed": of whom, nobody says; not "a permit is needed to enter", nor what somebody is required to do.
bool Finder::is_needed(const language::Sentence& sentence, std::uint32_t t) {
  static constexpr std::array papers = {"permit"_key, "visa"_key, "licence"_key, "license"_key, "passport"_key, "ticket"_key};
  const Token& token = article_.token(t);
  const VerbGroup group = article_.links.verb_group(t);
  const std::uint32_t subject = linked(article_, t, LinkKind::passive_subject);
  // "further cooperation is required"; of a form or a fee, a rule is told
  static constexpr std::array asked = {"cooperation"_key,  "effort"_key,    "action"_key,     "approach"_key,   "commitment"_key,
                                       "coordination"_key, "reform"_key,    "response"_key,   "investment"_key, "restraint"_key,
                                       "dialogue"_key,     "vigilance"_key, "leadership"_key, "strategy"_key,   "attention"_key};
  const bool required = token.lemma == "require"_key && subject != none &&
                        std::find(asked.begin(), asked.end(), article_.token(subject).lemma) != asked.end();
  if ((token.lemma != "need"_key && !required) || group.tense != Tense::present || group.modality != Modality::none ||
      token.relation == Relation::acl_relcl)
    return false;
  if (subject == none || subject > t || article_.token(subject).tag != Tag::noun || is_agent(subject)) return false;
  if (std::find(papers.begin(), papers.end(), article_.token(subject).lemma) != papers.end()) return false;
  for (const Link& link : article_.links.of(t))
    if (link.kind == LinkKind::agent || (link.dependent > t && link.preposition == "by"_key)) return false;
  Range range = facts::clause_by_words(article_, t);
  range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
  range.last = std::min(range.last, sentence.last);
  Proposal proposal;
  proposal.cue = token.span;
  proposal.rule = "proposals.necessity";
  return add(std::move(proposal), range);
}

void Finder::request(const language::Sentence& sentence, std::uint32_t t, CueClass cue, bool passive, std::uint32_t object) {
  if (!passive && is_explained(t)) return;
  if (cue == CueClass::call) {
    if (!passive) call_for(sentence, t);
    return;
  }
  const std::uint32_t addressee = passive ? linked(article_, t, LinkKind::passive_subject) : object;
  const std::uint32_t infinitive = linked(article_, t, LinkKind::infinitive);
  if (infinitive != none && infinitive > t && addressee != none && cue != CueClass::object)
    return urge_to(t, addressee, infinitive, passive);
  const std::uint32_t clause = linked(article_, t, LinkKind::clause);
  if (cue == CueClass::that && clause != none && clause > t) {
    if (!is_told_as_fact(t, clause)) recommend_that(t, clause);
    return;
  }
  // "proposes creating a fund"
  const bool gerund = infinitive != none && infinitive == t + 1 && article_.token(infinitive).form == language::Form::gerund;
  if (cue == CueClass::that && gerund && !passive) return recommend_that(t, infinitive);
  const bool takes_object = (cue == CueClass::object || cue == CueClass::that) && article_.token(t).lemma != "insist"_key;
  // "advocates for a ban"
  if (takes_object && article_.token(t).lemma == "advocate"_key && t + 3 < sentence.last && article_.token(t + 1).key == "for"_key) {
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    proposal.rule = "proposals.advocate";
    add(std::move(proposal), {t + 2, facts::clause_end_by_words(article_, t + 1)});
    return;
  }
  if (takes_object && object != none && object > t && !passive) advocate(t, object);
}

// "called on Oman to open the pier", "called for talks"
void Finder::call_for(const language::Sentence& sentence, std::uint32_t t) {
  if (t + 1 >= sentence.last) return;
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  const std::uint32_t at = facts::past_time(article_, t + 1);  // "called on Friday for"
  if (at + 1 >= sentence.last || article_.token(at + 1).tag == Tag::punct) return;
  const text::Key preposition = article_.token(at).key;
  Range range = subtree(article_, t);
  range.first = at + 1;  // "which he called for, would help"
  range.last = facts::before_joined_clause(article_, t, t + 2, std::min(range.last, sentence.last));
  range.last = facts::report_behind(article_, t + 2, range.last);
  bool to = false;
  for (std::uint32_t i = range.first; i < range.last; ++i) to = to || article_.token(i).key == "to"_key;
  if (preposition == "for"_key) {
    proposal.rule = "proposals.call_for";
  } else if ((preposition == "on"_key || preposition == "upon"_key || preposition == "to"_key) && to) {
    proposal.rule = "proposals.call_on";
  } else {
    return;
  }
  for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i) {  // "called for calm and asked"
    const Token& next = article_.token(i + 1);
    if (article_.token(i).tag == Tag::cconj && next.tag == Tag::verb && next.form == language::Form::past) range.last = i;
  }
  if (!range.empty() && article_.token(range.last - 1).key == "to"_key) return;  // "We call on you to:", above a list
  if (range.last > range.first + 1 && is_mark(article_, range.last - 1, ":") && article_.token(range.last - 2).key == "to"_key) return;
  if (to && !range.empty()) {
    std::uint32_t head = range.first;
    while (head + 1 < range.last && article_.token(head).tag != Tag::noun && article_.token(head).tag != Tag::propn) ++head;
    set_actor(proposal, head);
  }
  add(std::move(proposal), range);
}

// "urged Oman to open the pier", "Oman was urged to open it"
void Finder::urge_to(std::uint32_t t, std::uint32_t addressee, std::uint32_t infinitive, bool passive) {
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  proposal.rule = "proposals.urge";
  Range range = subtree(article_, infinitive);
  range.first = std::max(range.first, t + 1);
  if (!passive) range.first = std::min(range.first, facts::noun_phrase(article_, addressee).first);
  set_actor(proposal, addressee);
  if (range.first > t) add(std::move(proposal), range);
}

// "recommended that Oman open the pier"
void Finder::recommend_that(std::uint32_t t, std::uint32_t clause) {
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  proposal.rule = "proposals.recommend";
  // "insists that the pier be on the list": whoever is asked, it is not the pier.
  const bool done = article_.token(clause).tag == Tag::verb && !article_.links.verb_group(clause).passive;
  if (done) set_actor(proposal, subject_of(clause));
  add(std::move(proposal), told_after(t, clause));
}

// "advocates a wider plan"
void Finder::advocate(std::uint32_t t, std::uint32_t object) {
  if (article_.token(object).key == "following"_key) return;  // what is advised comes after it
  Proposal proposal;
  proposal.cue = article_.token(t).span;
  proposal.rule = "proposals.advocate";
  add(std::move(proposal), told_after(t, object));  // "recommends that donors pay", where "pay" was no verb
}

// "insists that it is ready": an assertion; "insists that it be ready": a demand.
bool Finder::is_told_as_fact(std::uint32_t t, std::uint32_t clause) const {
  const text::Key verb = article_.token(t).lemma;
  if (verb != "insist"_key && verb != "propose"_key && verb != "demand"_key) return false;
  const std::uint32_t copula = dependent(article_, clause, Relation::cop);
  const std::uint32_t head = copula != none ? copula : clause;
  const Token& finite = article_.token(head);
  if (finite.key == "is"_key || finite.key == "are"_key || finite.key == "was"_key || finite.key == "were"_key || finite.key == "has"_key)
    return true;
  for (std::uint32_t child : article_.links.dependents(clause)) {
    const text::Key key = article_.token(child).key;
    const Relation r = article_.token(child).relation;
    if ((r == Relation::aux || r == Relation::aux_pass) && key != "be"_key && key != "should"_key && key != "must"_key) return true;
  }
  const bool third = finite.form == language::Form::present && ends_in_s(head);
  return verb == "insist"_key && finite.tag == Tag::verb && (third || finite.form == language::Form::past);
}

// "Notices of this kind ask the police to act": what things of a kind do is no proposal of anybody's.
bool Finder::is_explained(std::uint32_t t) const {
  const std::uint32_t subject = subject_of(t);
  if (subject != none && !is_agent(subject) && article_.links.verb_group(t).infinitive) return true;  // "are there to ask"
  if (subject == none || subject > t || is_agent(subject) || article_.token(subject).form != language::Form::plural) return false;
  if (article_.token(subject).tag != Tag::noun || dependent(article_, subject, Relation::det) != none) return false;
  return article_.links.verb_group(t).tense == Tense::present && !article_.links.verb_group(t).perfect;
}

// "We suggest that it keep to the rules": what the writer proposes; "that they kept to them" is a guess.
bool Finder::suggestion(std::uint32_t t) {
  const Token& token = article_.token(t);
  if (token.lemma != "suggest"_key || article_.links.verb_group(t).negated) return false;
  const std::uint32_t clause = linked(article_, t, LinkKind::clause);
  if (clause == none || clause <= t) return false;
  const VerbGroup group = article_.links.verb_group(clause);
  const std::uint32_t subject = subject_of(clause);
  if (subject == none || subject <= t || group.modality != Modality::none || article_.token(clause).tag != Tag::verb) return false;
  const Token& who = article_.token(subject);
  const text::Key key = who.key;
  const bool singular = key == "it"_key || key == "he"_key || key == "she"_key || who.form == language::Form::singular;
  const std::string_view words = article_.words(article_.token(clause).span);
  const language::Form form = article_.token(clause).form;
  const bool bare = (form == language::Form::base || form == language::Form::present) && !words.empty() && words.back() != 's';
  // "suggested that Oman and Iran meet": after a past tense the bare form says so of many, too
  const bool past = article_.links.verb_group(t).tense == Tense::past && !article_.links.verb_group(t).passive;
  const bool beside = past ? clause > subject : clause == subject + 1;
  if ((!singular && !past) || !bare || !beside) return false;
  Proposal proposal;
  proposal.cue = token.span;
  proposal.rule = "proposals.recommend";
  set_actor(proposal, subject);
  Range range = subtree(article_, clause);
  range.first = facts::noun_phrase(article_, subject).first;
  return add(std::move(proposal), range);
}

}  // namespace khabar::proposals
