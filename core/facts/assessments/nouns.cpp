// Nouns: "an obstacle to trade", "obstacles such as tolls", "because of mistrust".
#include "facts/assessments/finder.h"

namespace khabar::assessments {

// "X is an obstacle to Y"; "obstacles such as X"; "because of mistrust"; "the risk of X".
void Finder::noun(std::uint32_t t, const Cue& cue) {
  const language::VerbGroup group = article_.links.verb_group(t);
  if (group.negated || is_told_by_verb(t)) return;
  std::uint32_t of = none, such_as = none;
  for (std::uint32_t child : article_.links.dependents(t)) {
    const Relation relation = article_.token(child).relation;
    if (child > t && relation == Relation::acl && article_.links.verb_group(child).infinitive) of = of == none ? child : of;
    const bool clause = relation == Relation::acl || relation == Relation::acl_relcl || relation == Relation::ccomp;
    const std::uint32_t mark = clause && child > t && cue.polarity == Polarity::risk ? dependent(article_, child, Relation::mark) : none;
    // "there is a risk the truce could collapse"
    const bool bare = clause && child > t && cue.polarity == Polarity::risk && mark == none &&
                      facts::subtree(article_, child).first == t + 1 && linked(article_, child, LinkKind::subject) > t &&
                      linked(article_, child, LinkKind::subject) != none &&
                      article_.links.verb_group(child).modality != language::Modality::none;
    if (bare) of = of == none ? child : of;
    if (mark == t + 1 && article_.token(mark).key == "that"_key) of = of == none ? child : of;  // "a risk that it will collapse"
    const bool beside_copula = relation == Relation::obl && dependent(article_, t, Relation::cop) != none && child > t && child < t + 6;
    if (child < t || (relation != Relation::nmod && !beside_copula) || article_.mentions.time_of[child] != none) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    if (preposition == none) continue;
    const text::Key key = article_.token(preposition).key;
    const bool towards = key == "to"_key || key == "for"_key || key == "against"_key || key == "towards"_key || key == "toward"_key;
    if (towards) of = of == none ? child : of;
    if (key == "of"_key && cue.polarity != Polarity::obstacle) of = of == none ? child : of;
    if (key == "such"_key || key == "like"_key) such_as = child;
  }
  if (const std::uint32_t one = article_.token(t).head;  // "is one of the obstacles to trade"
      one < t && t - one < 6 && article_.token(one).key == "one"_key && dependent(article_, one, Relation::cop) != none) {
    const std::uint32_t subject = linked(article_, one, LinkKind::subject);
    if (subject == none || subject >= one || article_.token(subject).tag == Tag::pron) return;
    return add_named(t, cue, subject, of);
  }
  // "is not only a crime but also a threat to trade": of what the first of them is told
  const bool joined = article_.token(t).relation == Relation::conj && article_.token(t).head < t &&
                      dependent(article_, article_.token(t).head, Relation::cop) != none &&
                      article_.token(article_.token(t).head).tag == Tag::noun;
  const std::uint32_t predicate = joined ? article_.token(t).head : t;
  if (dependent(article_, predicate, Relation::cop) != none && (!joined || is_not_only(predicate, t))) {
    const std::uint32_t subject = linked(article_, predicate, LinkKind::subject);
    if (subject == none || subject >= t || article_.token(subject).tag == Tag::pron) return;
    if ((cue.cue_class == CueClass::challenge || cue.cue_class == CueClass::step) && of == none) return;
    return add_named(t, cue, subject, of);
  }
  const bool step = cue.cue_class == CueClass::step;
  if (step && of == none && !deals(t)) return;
  if (const std::uint32_t told = named_by_copula(t); told != none) {  // "the main obstacle is mistrust"
    return add_named(t, cue, told, of);
  }
  const bool bare = dependent(article_, t, Relation::case_) == none;  // "remains a threat", not "remains ... with few gains"
  if (const std::uint32_t above = article_.token(t).head;
      above < t && bare && makes(above) && article_.token(t).relation != Relation::nmod) {
    // "could become an obstacle to trade": what becomes one; not what should not.
    const language::VerbGroup told = article_.links.verb_group(above);
    const bool asked = told.modality == language::Modality::must || told.modality == language::Modality::should;
    const std::uint32_t subject = linked(article_, above, LinkKind::subject);
    if (told.negated || asked || subject == none || subject > t || article_.token(subject).tag == Tag::pron) return;
    if (cue.polarity != Polarity::risk && !is_circumstance(subject)) return;  // "the rebels remain a threat", not "a help"
    return add_named(t, cue, subject, of);
  }
  if (offered(t, cue, of) || step) return;
  if (cue.cue_class == CueClass::challenge && of == none && such_as == none && !is_cause(t)) return;
  Assessment assessment;
  assessment.polarity = cue.polarity;
  if (such_as != none) {
    assessment.span = object_of(such_as);
    assessment.rule = "assessments.such_as";
  } else if (is_cause(t)) {
    assessment.span = span_of(article_, facts::noun_phrase(article_, t));
    assessment.rule = "assessments.cause";
  } else if (of != none && !is_lost(t)) {
    assessment.span = span_of(article_, facts::noun_phrase(article_, t));
    assessment.rule = "assessments.noun";
  } else {
    return;
  }
  if (of != none) assessment.of = object_of(of);
  add(std::move(assessment), article_.token(t).span);
}

// "not only a crime but a threat": both; "a help, but no threat" only the first.
bool Finder::is_not_only(std::uint32_t first, std::uint32_t second) const {
  bool no = false, also = false;
  for (std::uint32_t i = first; i < second; ++i) {
    const text::Key key = article_.token(i).key;
    no = no || key == "no"_key || key == "not"_key;
    also = also || key == "and"_key || key == "also"_key;
  }
  return also && !no;
}

// "deals a blow to trade"
bool Finder::deals(std::uint32_t t) const { return article_.token(t).relation == Relation::obj && is(article_.token(t).head, Word::offer); }

// "poses a threat to trade", "offers an opportunity to": who or what does; "faces a shortage of boats": who has it before them.
bool Finder::offered(std::uint32_t t, const Cue& cue, std::uint32_t of) {
  const Token& token = article_.token(t);
  const std::uint32_t verb = token.head;
  if (verb >= t || article_.token(verb).tag != Tag::verb) return false;
  const text::Key lemma = article_.token(verb).lemma;
  const bool object = token.relation == Relation::obj && dependent(article_, t, Relation::case_) == none;
  const bool faces = (object && lemma == "face"_key) || (token.relation == Relation::obl && lemma == "suffer"_key);
  const bool poses = object && lemma == "pose"_key;
  if (!faces && !poses && !(object && is(verb, Word::offer))) return false;
  const language::VerbGroup group = article_.links.verb_group(verb);
  const std::uint32_t subject = linked(article_, verb, LinkKind::subject);
  if (group.negated || group.conditional || subject == none || subject > verb) return false;
  if (!poses && article_.token(subject).tag == Tag::pron) return false;
  Assessment assessment;
  assessment.polarity = cue.polarity;
  if (faces) {
    if (cue.polarity != Polarity::obstacle && cue.polarity != Polarity::risk) return false;
    assessment.span = thing_at(t);
    assessment.of = thing_at(subject);
    assessment.rule = "assessments.faces";
  } else {
    if (!poses && (group.infinitive || !is_circumstance(subject))) return false;
    for (const language::Link& link : article_.links.of(verb))
      if (link.kind == LinkKind::oblique && link.dependent > t && (link.preposition == "to"_key || link.preposition == "for"_key))
        of = link.dependent;
    assessment.span = thing_at(subject);
    if (of != none) assessment.of = object_of(of);
    if (of != none && cue.polarity == Polarity::obstacle && (is_evil(of) || is(of, Word::attacker)))
      assessment.polarity = Polarity::benefit;  // "dealt a blow to the cartel"
    assessment.rule = "assessments.poses";
  }
  add(std::move(assessment), token.span);
  return true;
}

// "becomes an obstacle", "constitutes a threat"
bool Finder::makes(std::uint32_t verb) const {
  const text::Key lemma = article_.token(verb).lemma;
  return article_.token(verb).tag == Tag::verb && (lemma == "become"_key || lemma == "remain"_key || lemma == "constitute"_key ||
                                                   lemma == "represent"_key || lemma == "present"_key || lemma == "prove"_key);
}

// What "the main obstacle" is said to be; none where it is said to be no thing.
std::uint32_t Finder::named_by_copula(std::uint32_t t) const {
  const Token& token = article_.token(t);
  const std::uint32_t head = token.head;
  if (token.relation != Relation::nsubj || head <= t || article_.token(head).tag != Tag::noun) return none;
  const std::uint32_t copula = dependent(article_, head, Relation::cop);
  if (copula == none || copula < t || article_.links.verb_group(head).negated || !is_circumstance(head)) return none;
  if (dependent(article_, head, Relation::case_) != none) return none;  // "Corruption is at the heart of it"
  const Cue* other = cues_.of(article_.token(head).lemma, Tag::noun);
  if (other != nullptr && other->cue_class == CueClass::noun) return none;  // "Distrust is a further obstacle"
  return head;
}

// "raises the risk of war": phrases.cpp reads it.
bool Finder::is_told_by_verb(std::uint32_t t) const {
  const std::uint32_t verb = article_.token(t).head;
  if (article_.token(t).relation == Relation::obj && verb < t && article_.token(verb).lemma == "lay"_key) return true;
  if (article_.token(t).relation != Relation::obj || verb >= t || (!is(verb, Word::more) && !is(verb, Word::less))) return false;
  const std::uint32_t subject = linked(article_, verb, LinkKind::subject);
  return is_chance_told(t) && subject != none && is_circumstance(subject);
}

// "squander the gains of peace": gone, whatever they were.
bool Finder::is_lost(std::uint32_t t) const {
  const Token& token = article_.token(t);
  return token.relation == Relation::obj && is(token.head, Word::lost);
}

// The phrase without its own preposition; of "to start afresh", what there is to do.
Span Finder::object_of(std::uint32_t token) const {
  if (article_.token(token).tag != Tag::verb) return span_of(article_, facts::noun_phrase(article_, token));
  facts::Range range = facts::subtree(article_, token);
  const text::Key first = article_.token(range.first).key;
  if ((first == "to"_key || first == "that"_key) && range.first < token) ++range.first;
  return span_of(article_, facts::trimmed(article_, range));
}

// "due to mistrust", "because of the deadlock"
bool Finder::is_cause(std::uint32_t t) const {
  const std::uint32_t preposition = dependent(article_, t, Relation::case_);
  if (preposition == none) return false;
  const text::Key key = article_.token(preposition).key;
  if (key == "for"_key) return article_.token(t).lemma == "lack"_key && is(article_.token(t).head, Word::halt);  // not "freed for lack of"
  return key == "due"_key || key == "because"_key || key == "owing"_key || key == "amid"_key || key == "despite"_key;
}

// "Mistrust is an obstacle to trade": what is told to be it, and to what.
void Finder::add_named(std::uint32_t t, const Cue& cue, std::uint32_t what, std::uint32_t of) {
  Assessment assessment;
  assessment.polarity = cue.polarity;
  assessment.span = span_of(article_, facts::noun_phrase(article_, what));
  if (of != none) assessment.of = object_of(of);
  assessment.rule = "assessments.is";
  add(std::move(assessment), article_.token(t).span);
}

}  // namespace khabar::assessments
