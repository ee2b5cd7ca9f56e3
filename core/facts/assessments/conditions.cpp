// What something hangs on: "trust is vital to the deal", "no deal will hold without them", "cannot be won while they quarrel".
#include "facts/assessments/finder.h"

#include <algorithm>

namespace khabar::assessments {

using language::Modality;
using language::VerbGroup;

// "Trust is key to the deal", "the tariff is harmful to trade": a quality for or against something.
void Finder::quality(std::uint32_t t, const Cue& cue) {
  if (dependent(article_, t, Relation::cop) == none || article_.links.verb_group(t).negated) return;
  const VerbGroup group = article_.links.verb_group(t);
  if (group.conditional || group.modality == Modality::must || group.modality == Modality::should) return;
  const std::uint32_t subject = linked(article_, t, LinkKind::subject);
  if (subject == none || subject > t || !is_circumstance(subject)) return;
  for (const language::Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::oblique || link.dependent < t || (link.preposition != "to"_key && link.preposition != "for"_key)) continue;
    Assessment assessment;
    assessment.polarity = cue.polarity;
    assessment.span = thing_at(subject);
    assessment.of = object_of(link.dependent);
    assessment.rule = "assessments.quality";
    return add(std::move(assessment), article_.token(t).span);
  }
}

// The thing that cannot be or would fail, where the predicate of a sentence says so of one; none else.
std::uint32_t Finder::ruled_out_by(std::uint32_t t, const language::Sentence& sentence) const {
  if (t < sentence.first || t >= sentence.last) return none;
  const VerbGroup group = article_.links.verb_group(t);
  std::uint32_t subject = linked(article_, t, LinkKind::subject);
  if (subject == none) subject = linked(article_, t, LinkKind::passive_subject);
  if (subject == none || subject > t || !is_circumstance(subject)) return none;
  const bool may = group.modality == Modality::can || group.modality == Modality::could || group.modality == Modality::will ||
                   group.modality == Modality::would;
  const std::uint32_t determiner = dependent(article_, subject, Relation::det);
  const bool no = determiner != none && article_.token(determiner).key == "no"_key;
  const Token& token = article_.token(t);
  const bool impossible = token.key == "impossible"_key || token.key == "unthinkable"_key || token.key == "unlikely"_key;
  const bool possible = token.key == "possible"_key || token.key == "viable"_key || token.key == "complete"_key;
  const bool fails = (may || group.tense == language::Tense::future) && !group.negated && is(t, Word::failing);
  if (impossible && !group.negated) return subject;
  if (possible && (no || group.negated)) return subject;
  return (may && (group.negated || no)) || fails ? subject : none;
}

// "No peace": peace.
std::uint32_t Finder::past_no(Span thing, std::uint32_t noun) const {
  const std::uint32_t determiner = dependent(article_, noun, Relation::det);
  const bool no = determiner != none && article_.token(determiner).key == "no"_key;
  return no && determiner + 1 <= noun ? article_.token(determiner + 1).span.begin : thing.begin;
}

// "Peace cannot last without justice", "without them the deal will fail": what it takes.
void Finder::without(std::uint32_t t) {
  const language::Sentence& sentence = article_.language.sentences[article_.token(t).sentence];
  const std::uint32_t needed = article_.token(t).head;
  if (needed <= t || needed >= sentence.last) return;
  const std::uint32_t thing = ruled_out_by(article_.token(needed).head, sentence);
  if (thing == none) return;
  Assessment assessment;
  assessment.polarity = Polarity::enabler;
  const bool gerund = article_.token(needed).tag == Tag::verb;
  const facts::Range words = gerund ? facts::Range{t + 1, facts::clause_end_by_words(article_, t)} : facts::noun_phrase(article_, needed);
  assessment.span = span_of(article_, facts::trimmed(article_, {std::max(words.first, t + 1), words.last}));
  assessment.of = thing_at(thing);
  assessment.of.begin = past_no(assessment.of, thing);
  assessment.rule = "assessments.without";
  add(std::move(assessment), article_.token(t).span);
}

// "Only a political settlement can end the war": what alone it takes.
void Finder::only(std::uint32_t t) {
  const language::Sentence& sentence = article_.language.sentences[article_.token(t).sentence];
  constexpr std::uint32_t reach = 12;
  if (t != sentence.first) return;
  std::uint32_t verb = none;
  for (std::uint32_t i = t + 2; i + 1 < sentence.last && i < t + reach && verb == none; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct || token.tag == Tag::verb || token.tag == Tag::sconj) return;
    if (token.tag == Tag::aux) verb = token.head;
  }
  if (verb == none || verb <= t || article_.token(verb).tag != Tag::verb) return;
  const VerbGroup group = article_.links.verb_group(verb);
  const std::uint32_t subject = linked(article_, verb, LinkKind::subject);
  const bool can = group.modality == Modality::can || group.modality == Modality::will || group.modality == Modality::could;
  if (!can || group.negated || group.passive || subject == none || subject > verb || !is_circumstance(subject)) return;
  Assessment assessment;
  assessment.polarity = Polarity::enabler;
  assessment.span = span_of(article_, facts::trimmed(article_, {t + 1, facts::noun_phrase(article_, subject).last}));
  assessment.of = span_of(article_, facts::trimmed(article_, {verb, facts::clause_end_by_words(article_, verb)}));
  assessment.rule = "assessments.without";
  add(std::move(assessment), article_.token(t).span);
}

// "Piracy cannot be beaten as long as they quarrel": what is in the way; "... unless they share maps": what it takes.
void Finder::as_long_as(std::uint32_t t) {
  const language::Sentence& sentence = article_.language.sentences[article_.token(t).sentence];
  const text::Key key = article_.token(t).key;
  std::uint32_t first = t + 1;
  if (key == "as"_key) {  // the second one of "as long as"
    if (t < sentence.first + 2 || article_.token(t - 1).key != "long"_key) return;
  }
  constexpr std::uint32_t reach = 24;
  std::uint32_t thing = none;
  // The predicate before it, or, behind a comma, after it.
  for (std::uint32_t i = t; i > sentence.first && t - i < reach && thing == none; --i) {
    const Tag tag = article_.token(i - 1).tag;
    if (tag == Tag::punct && i != t) break;
    if (tag == Tag::verb || tag == Tag::adj) thing = ruled_out_by(i - 1, sentence);
  }
  if (thing == none) return;
  const facts::Range words = facts::trimmed(article_, {first, facts::clause_end_by_words(article_, first)});
  bool clause = false;  // "until dawn" has no verb
  for (std::uint32_t i = words.first + 1; i < words.last && !clause; ++i) {
    const Token& told = article_.token(i);
    clause =
        told.tag == Tag::aux || (told.tag == Tag::verb && told.form != language::Form::gerund && article_.token(i - 1).key != "to"_key);
  }
  if (!clause) return;
  Assessment assessment;
  assessment.polarity = key == "as"_key || key == "while"_key ? Polarity::obstacle : Polarity::enabler;
  assessment.span = span_of(article_, words);
  assessment.of = thing_at(thing);
  assessment.rule = "assessments.condition";
  add(std::move(assessment), article_.token(t).span);
}

}  // namespace khabar::assessments
