#include "facts/assessments/assessments.h"

#include "facts/clauses.h"
#include "lexicon/table.h"

#include <algorithm>
#include <array>

namespace khabar::assessments {

namespace {

using facts::dependent;
using facts::linked;
using facts::span_of;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, const Cues& cues) : article_(article), cues_(cues) {}

  std::vector<Assessment> run() {
    for (const language::Sentence& sentence : article_.language.sentences) {
      if (!article_.in_body(sentence)) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = article_.token(t);
        if (token.tag != Tag::noun && token.tag != Tag::verb) continue;
        const Cue* cue = cues_.of(token.lemma, token.tag == Tag::verb);
        if (cue == nullptr) continue;
        if (cue->cue_class == CueClass::verb) {
          verb(t, *cue);
        } else {
          noun(t, *cue);
        }
      }
    }
    return std::move(assessments_);
  }

 private:
  // "Mistrust hampers cooperation"; "a joint cell would help prevent attacks".
  void verb(std::uint32_t t, const Cue& cue) {
    const language::VerbGroup group = article_.links.verb_group(t);
    if (group.negated || group.conditional) return;
    if (group.passive) return passive(t, cue, group);
    // "accused him of plotting to harm them", "all must help": what somebody means or ought to do, no judgement of a thing.
    const bool asked = group.modality == language::Modality::must || group.modality == language::Modality::should ||
                       group.modality == language::Modality::ought || group.modality == language::Modality::have_to;
    if (group.infinitive || asked) return;
    const std::uint32_t subject = linked(article_, t, LinkKind::subject);
    if (subject == none || !is_circumstance(subject)) return;
    if (article_.token(t).relation == Relation::acl_relcl && article_.token(subject).relation != Relation::nsubj &&
        article_.token(t).head != subject)
      return;
    std::uint32_t object = linked(article_, t, LinkKind::object);
    const std::uint32_t infinitive = linked(article_, t, LinkKind::infinitive);
    const bool helps = article_.token(t).lemma == "help"_key;
    if (helps && infinitive != none) object = infinitive;
    if (object == none || object <= t) return;
    const text::Key whom = article_.token(object).key;  // "helps nobody"
    if (whom == "no"_key || whom == "nobody"_key || whom == "nothing"_key || whom == "one"_key || whom == "none"_key) return;
    Assessment assessment;
    assessment.polarity = cue.polarity;
    assessment.span = span_of(article_, facts::noun_phrase(article_, subject));
    assessment.of = span_of(article_, facts::trimmed(article_, helps && infinitive != none ? facts::subtree(article_, object)
                                                                                           : facts::noun_phrase(article_, object)));
    assessment.rule = "assessments.verb";
    add(std::move(assessment), article_.token(t).span);
  }

  // "The exchange is hampered by mistrust": who it is done by is what hinders; of several, each.
  void passive(std::uint32_t t, const Cue& cue, const language::VerbGroup& group) {
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
  facts::Range without_conjuncts(std::uint32_t token) const {
    facts::Range range = facts::noun_phrase(article_, token);
    for (std::uint32_t child : article_.links.dependents(token))
      if (child > token && article_.token(child).relation == Relation::conj)
        range.last = std::min(range.last, facts::subtree(article_, child).first);
    return facts::trimmed(article_, range);
  }

  // "X is an obstacle to Y"; "obstacles such as X"; "because of mistrust"; "the risk of X".
  void noun(std::uint32_t t, const Cue& cue) {
    const language::VerbGroup group = article_.links.verb_group(t);
    if (group.negated) return;
    std::uint32_t of = none, such_as = none;
    for (std::uint32_t child : article_.links.dependents(t)) {
      if (child < t || article_.token(child).relation != Relation::nmod) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (preposition == none) continue;
      const text::Key key = article_.token(preposition).key;
      if (key == "to"_key || key == "for"_key || key == "against"_key) of = of == none ? child : of;
      if (key == "of"_key && cue.polarity != Polarity::obstacle) of = of == none ? child : of;
      if (key == "such"_key || key == "like"_key) such_as = child;
    }
    if (dependent(article_, t, Relation::cop) != none) {
      const std::uint32_t subject = linked(article_, t, LinkKind::subject);
      if (subject == none || subject >= t || article_.token(subject).tag == Tag::pron) return;
      if (cue.cue_class == CueClass::challenge && of == none) return;
      return add_named(t, cue, subject, of);
    }
    if (const std::uint32_t told = named_by_copula(t); told != none) {  // "the main obstacle is mistrust"
      return add_named(t, cue, told, of);
    }
    if (const std::uint32_t above = article_.token(t).head; above < t && makes(above) && article_.token(t).relation != Relation::nmod) {
      // "could become an obstacle to trade": what becomes one; not what should not.
      const language::VerbGroup told = article_.links.verb_group(above);
      const bool asked = told.modality == language::Modality::must || told.modality == language::Modality::should;
      const std::uint32_t subject = linked(article_, above, LinkKind::subject);
      if (told.negated || asked || subject == none || subject > t || !is_circumstance(subject)) return;
      return add_named(t, cue, subject, of);
    }
    if (cue.cue_class == CueClass::challenge && of == none && such_as == none) return;
    const bool poses = article_.token(t).relation == Relation::obj && article_.token(article_.token(t).head).lemma == "pose"_key;
    Assessment assessment;
    assessment.polarity = cue.polarity;
    if (poses) {
      const std::uint32_t subject = linked(article_, article_.token(t).head, LinkKind::subject);
      if (subject == none) return;
      for (const language::Link& link : article_.links.of(article_.token(t).head))
        if (link.kind == LinkKind::oblique && link.preposition == "to"_key) of = link.dependent;
      assessment.span = span_of(article_, facts::noun_phrase(article_, subject));
      assessment.rule = "assessments.poses";
    } else if (such_as != none) {
      assessment.span = object_of(such_as);
      assessment.rule = "assessments.such_as";
    } else if (is_cause(t)) {
      assessment.span = span_of(article_, facts::noun_phrase(article_, t));
      assessment.rule = "assessments.cause";
    } else if (of != none) {
      assessment.span = span_of(article_, facts::noun_phrase(article_, t));
      assessment.rule = "assessments.noun";
    } else {
      return;
    }
    if (of != none) assessment.of = object_of(of);
    add(std::move(assessment), article_.token(t).span);
  }

  // "becomes an obstacle", "constitutes a threat"
  bool makes(std::uint32_t verb) const {
    const text::Key lemma = article_.token(verb).lemma;
    return article_.token(verb).tag == Tag::verb && (lemma == "become"_key || lemma == "remain"_key || lemma == "constitute"_key ||
                                                     lemma == "represent"_key || lemma == "present"_key || lemma == "prove"_key);
  }

  // What "the main obstacle" is said to be; none where it is said to be no thing.
  std::uint32_t named_by_copula(std::uint32_t t) const {
    const Token& token = article_.token(t);
    const std::uint32_t head = token.head;
    if (token.relation != Relation::nsubj || head <= t || article_.token(head).tag != Tag::noun) return none;
    const std::uint32_t copula = dependent(article_, head, Relation::cop);
    if (copula == none || copula < t || article_.links.verb_group(head).negated || !is_circumstance(head)) return none;
    return head;
  }

  // The phrase without its own preposition.
  Span object_of(std::uint32_t token) const { return span_of(article_, facts::noun_phrase(article_, token)); }

  // "due to mistrust", "because of the deadlock"
  bool is_cause(std::uint32_t t) const {
    const std::uint32_t preposition = dependent(article_, t, Relation::case_);
    if (preposition == none) return false;
    const text::Key key = article_.token(preposition).key;
    return key == "due"_key || key == "because"_key || key == "owing"_key || key == "amid"_key || key == "despite"_key;
  }

  // A thing, an abstraction: no person, group or state, and no pronoun for one.
  bool is_circumstance(std::uint32_t token) const {
    const Token& t = article_.token(token);
    if (t.tag == Tag::pron || t.tag == Tag::num || t.tag == Tag::det) return false;
    const EntityId entity = article_.entity_at(token);
    if (entity.set()) {
      const EntityType type = article_.mentions.entities.entities[entity.index].type;
      return type == EntityType::programme || type == EntityType::place;
    }
    if (cues_.is_people(t.lemma)) return false;
    static constexpr std::array people = {
        "government"_key, "police"_key,    "official"_key,  "leader"_key,  "militant"_key, "state"_key,    "country"_key,
        "authority"_key,  "group"_key,     "force"_key,     "people"_key,  "army"_key,     "military"_key, "minister"_key,
        "nation"_key,     "terrorist"_key, "insurgent"_key, "soldier"_key, "gunman"_key,   "man"_key,      "woman"_key,
        "president"_key,  "rebel"_key,     "troop"_key,     "side"_key,    "fighter"_key,  "world"_key,    "ruler"_key};
    return std::find(people.begin(), people.end(), t.lemma) == people.end();
  }

  // "Mistrust is an obstacle to trade": what is told to be it, and to what.
  void add_named(std::uint32_t t, const Cue& cue, std::uint32_t what, std::uint32_t of) {
    Assessment assessment;
    assessment.polarity = cue.polarity;
    assessment.span = span_of(article_, facts::noun_phrase(article_, what));
    if (of != none) assessment.of = object_of(of);
    assessment.rule = "assessments.is";
    add(std::move(assessment), article_.token(t).span);
  }

  void add(Assessment assessment, Span cue) {
    if (assessment.span.empty() || assessment.span.length() < 3) return;
    Span evidence{std::min(assessment.span.begin, cue.begin), std::max(assessment.span.end, cue.end)};
    if (!assessment.of.empty()) {
      if (assessment.of.overlaps(assessment.span))
        assessment.of = {};
      else
        evidence = {std::min(evidence.begin, assessment.of.begin), std::max(evidence.end, assessment.of.end)};
    }
    assessment.evidence = {evidence};
    assessments_.push_back(std::move(assessment));
  }

  const mentions::Article& article_;
  const Cues& cues_;
  std::vector<Assessment> assessments_;
};

}  // namespace

Cues::Cues() {
  const lexicon::Table table(lexicon::packed("facts/assessments/cues.tsv"));
  for (const lexicon::Row& row : table.rows()) {
    const CueClass cue_class = row[1] == "noun" ? CueClass::noun : row[1] == "challenge" ? CueClass::challenge : CueClass::verb;
    const text::Key lemma = text::key_of(row[0]);
    (cue_class == CueClass::verb ? verbs_ : nouns_).add(lemma, {cue_class, polarity_of(row[2]).value_or(Polarity::risk)});
  }
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  for (const lexicon::Row& row : people.rows()) people_.insert(text::key_of(row[people.column("noun")]));
}

const Cue* Cues::of(text::Key lemma, bool verb) const { return (verb ? verbs_ : nouns_).find(lemma); }

std::vector<Assessment> find(const mentions::Article& article, const Cues& cues) { return Finder(article, cues).run(); }

}  // namespace khabar::assessments
