// Verbs that say what a thing does: it hampers, it helps.
#include "facts/assessments/finder.h"

#include <algorithm>

namespace khabar::assessments {

// "Mistrust hampers cooperation"; "a joint cell would help prevent attacks".
void Finder::verb(std::uint32_t t, const Cue& cue) {
  const language::VerbGroup group = article_.links.verb_group(t);
  if (group.negated || group.conditional) return;
  if (group.passive) return passive(t, cue, group);
  // "accused him of plotting to harm them", "all must help": what somebody means or ought to do, no judgement of a thing.
  const bool asked = group.modality == language::Modality::must || group.modality == language::Modality::should ||
                     group.modality == language::Modality::ought || group.modality == language::Modality::have_to;
  if (is(t, Word::outbreak) && group.tense == language::Tense::past && group.modality == language::Modality::none)
    return;  // "the arrest sparked protests" is news
  if (article_.token(t).relation == Relation::xcomp && article_.token(article_.token(t).head).lemma == "help"_key) return;
  if (asked || (group.infinitive && !goes_on(t)) || is_ruled_out(t)) return;
  std::uint32_t subject = linked(article_, t, LinkKind::subject);
  // "Distrust is one thing that threatens a truce": the distrust
  if (subject != none && subject < t && article_.token(t).relation == Relation::acl_relcl &&
      dependent(article_, subject, Relation::cop) != none && !article_.links.verb_group(subject).negated)
    if (const std::uint32_t named = linked(article_, subject, LinkKind::subject);
        named != none && named < subject && is_circumstance(named) && article_.token(named).tag == Tag::noun)
      subject = named;
  if (article_.token(t).lemma == "risk"_key && risked(t, cue, subject)) return;
  if (subject == none || (!is_circumstance(subject) && !is_suggested(subject, group))) return;
  if (article_.token(t).relation == Relation::acl_relcl && article_.token(subject).relation != Relation::nsubj &&
      article_.token(t).head != subject)
    return;
  std::uint32_t object = linked(article_, t, LinkKind::object);
  const std::uint32_t infinitive = linked(article_, t, LinkKind::infinitive);
  const bool helps = article_.token(t).lemma == "help"_key;
  const std::uint32_t helped = helps && infinitive != none && object != none && object < infinitive ? object : none;
  if (helps && infinitive != none) object = infinitive;
  const bool threatens = article_.token(t).lemma == "threaten"_key && infinitive != none && infinitive > t;  // "threatens to deepen it"
  if (threatens) object = infinitive;
  // "Diop has threatened to pull out": what somebody says he will do
  if (threatens && article_.entity_at(subject).set()) return;
  if (object == none || object <= t) return;
  if (article_.token(t).lemma == "threaten"_key && !threatens && is_one_person(object)) return;  // "a note threatened the mayor"
  const text::Key whom = article_.token(object).key;                                             // "helps nobody"
  if (whom == "no"_key || whom == "nobody"_key || whom == "nothing"_key || whom == "one"_key || whom == "none"_key) return;
  if (is(t, Word::outbreak) && !is_evil(object)) return;  // "often spark debate"
  Assessment assessment;
  assessment.span = thing_at(subject);
  if (article_.token(t).relation == Relation::acl && subject < t &&
      (facts::is_mark(article_, t - 1, ",") || facts::is_mark(article_, t - 1, ":")))
    return;                                                        // "..., enabling them to": not clear what does
  if (article_.token(t).relation == Relation::acl && subject < t)  // "the last pact limiting arms": the pact
    assessment.span.end = std::min(assessment.span.end, article_.token(t - 1).span.end);
  assessment.of = threatens
                      ? object_of(infinitive)
                      : span_of(article_, facts::trimmed(article_, helps && infinitive != none ? facts::subtree(article_, object)
                                                                                               : facts::noun_phrase(article_, object)));
  if (helped != none)  // "would help Chad secure its border": whom, and to what
    assessment.of.begin = std::min(assessment.of.begin, span_of(article_, facts::noun_phrase(article_, helped)).begin);
  assessment.rule = "assessments.verb";
  assessment.polarity = is_kept_from_good(t, object) ? Polarity::obstacle : towards(object, cue.polarity, t);
  if (const Cue* named = cues_.of(article_.token(subject).lemma, Tag::noun);
      named != nullptr && named->polarity == Polarity::risk && assessment.polarity == Polarity::obstacle)
    assessment.polarity = Polarity::risk;  // "threats that undermine peace"
  add(std::move(assessment), article_.token(t).span);
}

// "The code lacks binding rules": that it does, of what.
bool Finder::lacks(std::uint32_t t) {
  if (article_.token(t).lemma != "lack"_key) return false;
  const language::VerbGroup group = article_.links.verb_group(t);
  const std::uint32_t subject = linked(article_, t, LinkKind::subject);
  std::uint32_t object = linked(article_, t, LinkKind::object);
  if (object == none) object = linked(article_, t, LinkKind::infinitive);  // "binding rules", where the tree takes a verb for it
  if (group.negated || group.conditional || group.infinitive || group.passive || subject == none || object == none || subject > t ||
      object < t)
    return true;
  if (article_.token(subject).tag == Tag::pron) return true;
  Assessment assessment;
  assessment.polarity = Polarity::obstacle;
  assessment.span = span_of(article_, facts::trimmed(article_, {t, facts::noun_phrase(article_, object).last}));
  assessment.of = span_of(article_, facts::noun_phrase(article_, subject));
  assessment.rule = "assessments.lacks";
  add(std::move(assessment), article_.token(t).span);
  return true;
}

// "They quarrelled for months, which delayed the launch", "refused all visits, which has made it hard": the whole clause, where no noun
// before it can be meant; empty else.
Span Finder::clause_told(std::uint32_t t) const {
  const language::Sentence& sentence = article_.language.sentences[article_.token(t).sentence];
  std::uint32_t which = t;
  while (which > sentence.first && t - which < 5 &&
         (which == t || article_.token(which).tag == Tag::aux || article_.token(which).tag == Tag::adv))
    --which;
  if (which < sentence.first + 3 || article_.token(which).key != "which"_key || !facts::is_mark(article_, which - 1, ",")) return {};
  const std::uint32_t noun = which - 2;
  const Token& before = article_.token(noun);
  const bool timed = article_.mentions.time_of[noun] != none || before.tag == Tag::adv;
  const bool oblique = before.relation == Relation::obl && !article_.entity_at(noun).set();
  // A plural cannot be meant by "which has", nor a singular by "which have".
  const text::Key next = article_.token(which + 1).key;
  const bool one = next == "has"_key || next == "was"_key || article_.words(article_.token(which + 1).span).back() == 's';
  const bool mismatch = one && before.tag == Tag::noun && before.form == language::Form::plural;
  if (!timed && !mismatch && !(oblique && one && article_.links.verb_group(t).perfect)) return {};
  Span span = span_of(article_, facts::clause_by_words(article_, noun));
  span.end = std::min(span.end, before.span.end);
  return span;
}

bool Finder::which_told(std::uint32_t t, const Cue& cue) {
  const language::VerbGroup group = article_.links.verb_group(t);
  if (group.negated || group.passive || group.infinitive) return false;
  const std::uint32_t object = linked(article_, t, LinkKind::object);
  if (object == none || object < t) return false;
  Assessment assessment;
  assessment.span = clause_told(t);
  if (assessment.span.empty()) return false;
  assessment.polarity = towards(object, cue.polarity, t);
  assessment.of = span_of(article_, facts::trimmed(article_, facts::noun_phrase(article_, object)));
  assessment.rule = "assessments.clause";
  add(std::move(assessment), article_.token(t).span);
  return true;
}

// "A joint court would help": one that does not exist yet is no party.
bool Finder::is_suggested(std::uint32_t subject, const language::VerbGroup& group) const {
  const std::uint32_t article = dependent(article_, subject, Relation::det);
  const text::Key key = article == none ? text::Key{0} : article_.token(article).key;
  return (key == "a"_key || key == "an"_key) && !article_.entity_at(subject).set() &&
         (group.modality == language::Modality::would || group.modality == language::Modality::could);
}

// "Sanctions deter banks from lending": who does no harm is hindered.
bool Finder::is_kept_from_good(std::uint32_t t, std::uint32_t object) const {
  if (article_.token(t).lemma != "deter"_key || is(object, Word::attacker)) return false;
  for (std::uint32_t i = object + 1; i < object + 4 && i < article_.language.tokens.size(); ++i)
    if (article_.token(i).key == "from"_key) return true;
  return false;
}

// "would prevent a war", "eases tension" do good; "would facilitate smuggling" and "reduces the room for talks" do not.
Polarity Finder::towards(std::uint32_t object, Polarity polarity, std::uint32_t verb) const {
  const text::Key lemma = article_.token(verb).lemma;
  const bool lessens = is(verb, Word::less) || lemma == "curb"_key || lemma == "deter"_key || lemma == "preempt"_key;
  if (is(object, Word::good)) return lessens ? Polarity::obstacle : polarity;
  if (is(object, Word::attacker) && !lessens && (polarity == Polarity::benefit || polarity == Polarity::enabler)) return Polarity::risk;
  if (!is_evil(object) && !(lemma == "prevent"_key && is(object, Word::attacker))) return polarity;
  if (polarity == Polarity::obstacle || lemma == "ease"_key) return Polarity::benefit;
  return lessens || lemma == "help"_key ? polarity : Polarity::risk;
}

// "far from easing it", "instead of helping them": it does not.
bool Finder::is_ruled_out(std::uint32_t t) const {
  const std::uint32_t mark = dependent(article_, t, Relation::mark);
  if (mark == none || mark == 0 || mark > t) return false;
  const text::Key key = article_.token(mark).key;
  return key == "without"_key || key == "instead"_key || key == "than"_key ||
         (key == "from"_key && article_.token(mark - 1).key == "far"_key) ||
         (key == "of"_key && article_.token(mark - 1).key == "instead"_key);
}

// "continue to hamper": told of what does.
bool Finder::goes_on(std::uint32_t t) const {
  const Token& token = article_.token(t);
  const text::Key above = article_.token(token.head).lemma;
  const bool does = above == "continue"_key || above == "tend"_key || above == "begin"_key || above == "serve"_key;
  return token.relation == Relation::xcomp && token.head < t && does && !article_.links.verb_group(token.head).negated;
}

// "Sanctions risk pushing them away", "the region risks losing its trade": the risk is what may come.
bool Finder::risked(std::uint32_t t, const Cue& cue, std::uint32_t subject) {
  if (t + 2 >= article_.language.tokens.size() || article_.token(t + 1).form != language::Form::gerund || subject == none) return false;
  if (subject > t || article_.token(subject).tag == Tag::pron) return false;
  Assessment assessment;
  assessment.polarity = cue.polarity;
  assessment.span = span_of(article_, facts::trimmed(article_, {t + 1, facts::clause_end_by_words(article_, t + 1)}));
  assessment.of = span_of(article_, facts::noun_phrase(article_, subject));
  assessment.rule = "assessments.risks";
  add(std::move(assessment), article_.token(t).span);
  return true;
}

// "The exchange is hampered by mistrust": who it is done by is what hinders; of several, each.
void Finder::passive(std::uint32_t t, const Cue& cue, const language::VerbGroup& group) {
  const std::uint32_t thing = linked(article_, t, LinkKind::passive_subject);
  if (thing == none || thing > t || group.infinitive || !is_circumstance(thing)) return;
  for (const language::Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::agent || link.dependent < t || !is_circumstance(link.dependent)) continue;
    Assessment assessment;
    assessment.polarity = cue.polarity;
    assessment.span = span_of(article_, without_conjuncts(link.dependent));
    assessment.of = span_of(article_, facts::noun_phrase(article_, thing));
    assessment.rule = "assessments.passive";
    add(std::move(assessment), article_.token(t).span);
  }
}

// The noun phrase up to what is joined to it.
facts::Range Finder::without_conjuncts(std::uint32_t token) const {
  facts::Range range = facts::noun_phrase(article_, token);
  for (std::uint32_t child : article_.links.dependents(token))
    if (child > token && article_.token(child).relation == Relation::conj)
      range.last = std::min(range.last, facts::subtree(article_, child).first);
  return facts::trimmed(article_, range);
}

}  // namespace khabar::assessments
