// What must, should, ought to, needs to or has to be done.
#include "facts/proposals/finder.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

// must, should, ought to, need to, have to
bool Finder::modal(std::uint32_t t) {
  const VerbGroup group = article_.links.verb_group(t);
  const Modality m = group.modality;
  if (m != Modality::must && m != Modality::should && m != Modality::ought && m != Modality::need && m != Modality::have_to) return false;
  if (group.perfect || group.conditional || is_aside(group, t) || is_past_or_denied(t)) return false;
  if (m == Modality::should && is_expected(t)) return false;
  if ((m == Modality::have_to || m == Modality::need) && (group.tense == Tense::past || group.negated)) return false;
  if (m == Modality::have_to || m == Modality::need || m == Modality::ought) {
    // "had to", "have yet to", "do not need to": told of the verb above.
    const std::uint32_t above = article_.token(t).head;
    if (article_.token(above).key == "had"_key) return false;
    if (above + 1 < t && article_.token(above + 1).key == "yet"_key) return false;
    if (above != t && article_.links.verb_group(above).negated) return false;
  }
  const std::uint32_t subject = subject_of(t);
  const std::uint32_t above = article_.token(t).head;
  const bool by_verb = m == Modality::have_to || m == Modality::need || m == Modality::ought;
  const std::uint32_t modal = by_verb && above < t && article_.token(t).relation == Relation::xcomp ? above : modal_of(group, t);
  // "it would have to build for years": what would be needed for something
  if (m == Modality::have_to && modal > 0 && article_.token(modal - 1).key == "would"_key) return false;
  // "should it fail": the auxiliary before its subject is a condition.
  if (subject != none && modal < subject && subject < t) return false;
  if (article_.token(t).relation == Relation::acl_relcl && m != Modality::must && m != Modality::should) return false;
  Range range = facts::clause_by_words(article_, modal);
  if (range.first >= modal) return false;
  if (asks_what(range.first) && !comma_between(range.first, modal)) return false;  // but "What's more, they must"
  range.last = std::max(range.last, t + 1);
  if (subject != none && subject < modal) {
    range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
  } else if (subject == none && modal > range.first + 1) {  // "said the nine must": by the words
    std::uint32_t first = modal;
    for (Tag tag = article_.token(first - 1).tag;
         first > range.first && (tag == Tag::num || tag == Tag::det || tag == Tag::noun || tag == Tag::propn || tag == Tag::adj);
         tag = article_.token(first - 1).tag)
      if (--first == 0) break;
    if (first < modal) range.first = after_other_clause(range.first, first);
  }
  if (range.first > 0 && asks_what(range.first - 1) && article_.token(range.first - 1).sentence == article_.token(t).sentence)
    return false;  // "what this means and what each side should do"
  Proposal proposal;
  proposal.rule = "proposals.modal";
  proposal.cue = article_.token(modal).form == language::Form::modal ? article_.token(modal).span : cue_words(group, t);
  // Of a passive the subject is what is done, not who should do it.
  const std::uint32_t agent = linked(article_, t, LinkKind::agent);
  set_actor(proposal, group.passive ? agent : who_should(modal, subject, range.first));
  return add(std::move(proposal), range);
}

// "should have walked out", "I do not say that we should": over, or not meant.
bool Finder::is_past_or_denied(std::uint32_t t) const {
  constexpr std::uint32_t reach = 4;
  if (article_.token(t).key == "have"_key && t + 1 < article_.language.tokens.size()) {
    const Token& next = article_.token(t + 1);
    if (next.tag == Tag::verb && (next.form == language::Form::past || next.form == language::Form::past_participle)) return true;
  }
  for (std::uint32_t i = t; i > 1 && t - i < reach; --i) {
    const Token& before = article_.token(i - 1);
    if (before.key == "have"_key && article_.token(i - 2).form == language::Form::modal) return true;
    if (before.tag != Tag::adv && before.tag != Tag::aux && before.tag != Tag::part) break;
  }
  const std::uint32_t above = article_.token(t).head;
  if (article_.token(t).relation != Relation::ccomp || above >= t || !article_.links.verb_group(above).negated) return false;
  const text::Key verb = article_.token(above).lemma;
  return verb == "say"_key || verb == "think"_key || verb == "believe"_key || verb == "suggest"_key || verb == "argue"_key ||
         verb == "mean"_key;
}

// "The shipment should arrive on Tuesday", "the radar should help pilots land", "Nobody should be surprised": likely, not asked for.
bool Finder::is_expected(std::uint32_t t) const {
  static constexpr std::array comes = {"arrive"_key, "resume"_key, "finish"_key, "last"_key,  "begin"_key,  "start"_key, "end"_key,
                                       "hold"_key,   "land"_key,   "return"_key, "reach"_key, "become"_key, "take"_key,  "reopen"_key};
  static constexpr std::array serves = {"help"_key, "ease"_key, "enable"_key, "suffice"_key, "lighten"_key};
  if (article_.token(t).key == "surprised"_key) return true;
  const std::uint32_t subject = subject_of(t);
  if (subject == none || subject > t) return false;
  const Token& who = article_.token(subject);
  if (is_agent(subject) || who.tag == Tag::pron || article_.links.verb_group(t).passive) return false;
  const text::Key verb = article_.token(t).lemma;
  if (std::find(serves.begin(), serves.end(), verb) != serves.end()) return true;
  if (std::find(comes.begin(), comes.end(), verb) == comes.end()) return false;
  for (const Link& link : article_.links.of(t))  // on a day that is told
    if (link.dependent > t && article_.mentions.time_of[link.dependent] != none) return true;
  return false;
}

// "It should be noted", "one must admit", not "the army ought to say why".
bool Finder::is_aside(const VerbGroup& group, std::uint32_t t) const {
  if (!cues_.is_aside(article_.token(t).lemma)) return false;
  const std::uint32_t subject = subject_of(t);
  if (subject == none || group.passive) return true;
  const Token& who = article_.token(subject);
  return who.key == "i"_key || who.key == "we"_key || who.key == "one"_key || who.key == "you"_key;
}

// "What should be done", "how it must end": a question inside a sentence or heading.
bool Finder::asks_what(std::uint32_t t) const {
  static constexpr std::array words = {"what"_key, "who"_key, "how"_key, "why"_key, "which"_key, "where"_key, "when"_key, "whether"_key};
  return std::find(words.begin(), words.end(), article_.token(t).key) != words.end();
}

bool Finder::comma_between(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (article_.words(article_.token(i).span) == ",") return true;
  return false;
}

// The auxiliary that says so, not one before the subject ("What's more, they must").
std::uint32_t Finder::modal_of(const VerbGroup& group, std::uint32_t t) const {
  for (std::uint32_t child : article_.links.dependents(t))
    if (child < t && article_.token(child).form == language::Form::modal) return child;
  return first_token(group.span, t);
}

Span Finder::cue_words(const VerbGroup& group, std::uint32_t t) const {
  const Span head = article_.token(t).span;
  return group.span.empty() || group.span.begin >= head.begin
             ? head
             : Span{group.span.begin, std::max(group.span.begin + 1, first_word_end(group.span))};
}

std::uint32_t Finder::first_token(Span span, std::uint32_t head) const {
  std::uint32_t token = head;
  while (token > 0 && article_.token(token - 1).span.begin >= span.begin && !span.empty()) --token;
  return token;
}

std::uint32_t Finder::first_word_end(Span span) const {
  const std::string_view words = article_.words(span);
  const std::size_t blank = words.find_first_of(" \t\n");
  return blank == std::string_view::npos ? span.end : span.begin + static_cast<std::uint32_t>(blank);
}

}  // namespace khabar::proposals
