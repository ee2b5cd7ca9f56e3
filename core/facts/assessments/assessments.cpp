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
        if (token.tag == Tag::verb && (phrase(t) || lacks(t))) continue;
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
    if (asked || (group.infinitive && !goes_on(t)) || is_ruled_out(t)) return;
    const std::uint32_t subject = linked(article_, t, LinkKind::subject);
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
    Assessment assessment;
    assessment.polarity = cue.polarity;
    assessment.span = span_of(article_, facts::noun_phrase(article_, subject));
    assessment.of = threatens
                        ? object_of(infinitive)
                        : span_of(article_, facts::trimmed(article_, helps && infinitive != none ? facts::subtree(article_, object)
                                                                                                 : facts::noun_phrase(article_, object)));
    if (helped != none)  // "would help Chad secure its border": whom, and to what
      assessment.of.begin = std::min(assessment.of.begin, span_of(article_, facts::noun_phrase(article_, helped)).begin);
    assessment.rule = "assessments.verb";
    if (is_kept_from_good(t, object)) assessment.polarity = Polarity::obstacle;
    if (is_evil(object)) assessment.polarity = towards_evil(cue.polarity, article_.token(t).lemma);
    add(std::move(assessment), article_.token(t).span);
  }

  // "The code lacks binding rules": that it does, of what.
  bool lacks(std::uint32_t t) {
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

  // "A joint court would help": one that does not exist yet is no party.
  bool is_suggested(std::uint32_t subject, const language::VerbGroup& group) const {
    const std::uint32_t article = dependent(article_, subject, Relation::det);
    const text::Key key = article == none ? text::Key{0} : article_.token(article).key;
    return (key == "a"_key || key == "an"_key) && !article_.entity_at(subject).set() &&
           (group.modality == language::Modality::would || group.modality == language::Modality::could);
  }

  // "Sanctions deter banks from lending": who does no harm is hindered.
  bool is_kept_from_good(std::uint32_t t, std::uint32_t object) const {
    static constexpr std::array evil = {"attacker"_key,  "militant"_key,  "smuggler"_key, "terrorist"_key,
                                        "insurgent"_key, "aggressor"_key, "rebel"_key,    "aggression"_key,
                                        "adversary"_key, "enemy"_key,     "pirate"_key,   "criminal"_key};
    if (article_.token(t).lemma != "deter"_key || std::find(evil.begin(), evil.end(), article_.token(object).lemma) != evil.end())
      return false;
    for (std::uint32_t i = object + 1; i < object + 4 && i < article_.language.tokens.size(); ++i)
      if (article_.token(i).key == "from"_key) return true;
    return false;
  }

  // "would prevent a war", "eases tension" do good; "would facilitate smuggling" does not.
  static Polarity towards_evil(Polarity polarity, text::Key verb) {
    if (polarity == Polarity::obstacle || verb == "ease"_key) return Polarity::benefit;
    const bool lessens = verb == "reduce"_key || verb == "curb"_key || verb == "deter"_key || verb == "preempt"_key || verb == "help"_key;
    return lessens ? polarity : Polarity::risk;
  }

  // "far from easing it", "instead of helping them": it does not.
  bool is_ruled_out(std::uint32_t t) const {
    const std::uint32_t mark = dependent(article_, t, Relation::mark);
    if (mark == none || mark == 0 || mark > t) return false;
    const text::Key key = article_.token(mark).key;
    return key == "without"_key || key == "instead"_key || key == "than"_key ||
           (key == "from"_key && article_.token(mark - 1).key == "far"_key) ||
           (key == "of"_key && article_.token(mark - 1).key == "instead"_key);
  }

  // "continue to hamper": told of what does.
  bool goes_on(std::uint32_t t) const {
    const Token& token = article_.token(t);
    const text::Key above = article_.token(token.head).lemma;
    const bool does = above == "continue"_key || above == "tend"_key || above == "begin"_key || above == "serve"_key || above == "help"_key;
    return token.relation == Relation::xcomp && token.head < t && does && !article_.links.verb_group(token.head).negated;
  }

  // "Sanctions risk pushing them away", "the region risks losing its trade": the risk is what may come.
  bool risked(std::uint32_t t, const Cue& cue, std::uint32_t subject) {
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

  // "stands in the way of a deal", "paved the way for patrols", "makes joint work impossible": what several words tell.
  bool phrase(std::uint32_t t) {
    const Token& token = article_.token(t);
    const text::Key lemma = token.lemma;
    const bool door = lemma == "open"_key && t + 5 < article_.language.sentences[token.sentence].last &&
                      article_.token(t + 2).key == "door"_key &&
                      (article_.token(t + 3).key == "to"_key || article_.token(t + 3).key == "for"_key);
    if (lemma != "stand"_key && lemma != "pave"_key && lemma != "make"_key && lemma != "get"_key && !door) return false;
    const language::VerbGroup group = article_.links.verb_group(t);
    const std::uint32_t subject = linked(article_, t, LinkKind::subject);
    if (group.negated || group.conditional || group.passive || group.infinitive || subject == none || subject > t ||
        !is_circumstance(subject))
      return false;
    const std::uint32_t last = article_.language.sentences[token.sentence].last;
    Assessment assessment;
    assessment.rule = "assessments.phrase";
    assessment.span = span_of(article_, facts::noun_phrase(article_, subject));
    facts::Range of;
    if (lemma == "make"_key) {
      constexpr std::uint32_t reach = 10;
      std::uint32_t quality = none;
      for (std::uint32_t i = t + 2; i < last && i < t + reach && quality == none; ++i) {
        if (article_.token(i).tag == Tag::punct || article_.token(i).tag == Tag::verb || article_.token(i).tag == Tag::aux) return false;
        if (is_ease(article_.token(i).key) || is_hardship(article_.token(i).key)) quality = i;
      }
      const text::Key before = quality == none ? text::Key{0} : article_.token(quality - 1).key;
      const bool this_one = before == "this"_key || before == "that"_key;  // "makes this unlikely", not "made a difficult choice"
      if (quality == none || (article_.token(quality - 1).tag == Tag::det && !this_one)) return false;
      if (quality + 1 < last && article_.token(quality + 1).tag == Tag::noun) return false;
      assessment.polarity = is_ease(article_.token(quality).key) ? Polarity::enabler : Polarity::obstacle;
      const bool it = article_.token(t + 1).key == "it"_key && quality + 2 < last;
      of = it ? facts::Range{quality + 1, facts::clause_end_by_words(article_, quality)} : facts::Range{t + 1, quality};
      while (it && !of.empty() && (article_.token(of.first).key == "to"_key || article_.token(of.first).key == "for"_key)) ++of.first;
      while (!it && of.last > of.first + 1 && article_.token(of.last - 1).tag == Tag::adv) --of.last;
      bool evil = false;  // "makes smuggling harder", not "easier to prevent it"
      for (std::uint32_t i = of.first; i < of.last && !it; ++i) evil = evil || is_evil(i);
      if (evil) assessment.polarity = assessment.polarity == Polarity::obstacle ? Polarity::benefit : Polarity::risk;
    } else if (door) {
      assessment.polarity = Polarity::enabler;
      of = {t + 4, facts::clause_end_by_words(article_, t + 4)};
    } else {
      std::uint32_t i = t + 1;
      if (i < last && article_.token(i).key == "in"_key) ++i;
      if (i + 3 >= last || article_.token(i).key != "the"_key || article_.token(i + 1).key != "way"_key) return false;
      const text::Key to = article_.token(i + 2).key;
      if (to != (lemma == "pave"_key ? "for"_key : "of"_key)) return false;
      assessment.polarity = lemma == "pave"_key ? Polarity::enabler : Polarity::obstacle;
      of = {i + 3, facts::clause_end_by_words(article_, i + 2)};
    }
    assessment.of = span_of(article_, facts::trimmed(article_, of));
    add(std::move(assessment), token.span);
    return true;
  }

  static bool is_ease(text::Key key) { return key == "easier"_key || key == "possible"_key || key == "easy"_key || key == "simpler"_key; }
  static bool is_hardship(text::Key key) {
    return key == "impossible"_key || key == "harder"_key || key == "difficult"_key || key == "hard"_key || key == "unworkable"_key ||
           key == "unlikely"_key;
  }

  // What it is good to prevent: its own noun, or what it is of ("the spread of weapons").
  bool is_evil(std::uint32_t token) const {
    static constexpr std::array keys = {
        "quarrel"_key,     "attack"_key,    "war"_key,      "conflict"_key,  "violence"_key,  "crisis"_key,       "clash"_key,
        "escalation"_key,  "famine"_key,    "disaster"_key, "smuggling"_key, "crime"_key,     "terrorism"_key,    "misunderstanding"_key,
        "incident"_key,    "threat"_key,    "spread"_key,   "extremism"_key, "militancy"_key, "infiltration"_key, "raid"_key,
        "trafficking"_key, "bloodshed"_key, "massacre"_key, "mistrust"_key,  "suspicion"_key, "tension"_key,      "accident"_key};
    return std::find(keys.begin(), keys.end(), article_.token(token).lemma) != keys.end();
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
      const Relation relation = article_.token(child).relation;
      if (child > t && relation == Relation::acl && article_.links.verb_group(child).infinitive) of = of == none ? child : of;
      const bool clause = relation == Relation::acl || relation == Relation::acl_relcl || relation == Relation::ccomp;
      const std::uint32_t mark = clause && child > t && cue.polarity == Polarity::risk ? dependent(article_, child, Relation::mark) : none;
      if (mark == t + 1 && article_.token(mark).key == "that"_key) of = of == none ? child : of;  // "a risk that it will collapse"
      const bool beside_copula = relation == Relation::obl && dependent(article_, t, Relation::cop) != none && child > t && child < t + 6;
      if (child < t || (relation != Relation::nmod && !beside_copula) || article_.mentions.time_of[child] != none) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (preposition == none) continue;
      const text::Key key = article_.token(preposition).key;
      if (key == "to"_key || key == "for"_key || key == "against"_key) of = of == none ? child : of;
      if (key == "of"_key && cue.polarity != Polarity::obstacle) of = of == none ? child : of;
      if (key == "such"_key || key == "like"_key) such_as = child;
    }
    if (const std::uint32_t one = article_.token(t).head;  // "is one of the obstacles to trade"
        one < t && t - one < 6 && article_.token(one).key == "one"_key && dependent(article_, one, Relation::cop) != none) {
      const std::uint32_t subject = linked(article_, one, LinkKind::subject);
      if (subject == none || subject >= one || article_.token(subject).tag == Tag::pron) return;
      return add_named(t, cue, subject, of);
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
    if (cue.cue_class == CueClass::challenge && of == none && such_as == none && !is_cause(t)) return;
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
    } else if (of != none && !is_lost(t)) {
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
    const Cue* other = cues_.of(article_.token(head).lemma, false);
    if (other != nullptr && other->cue_class == CueClass::noun) return none;  // "Distrust is a further obstacle"
    return head;
  }

  // "squander the gains of peace": gone, whatever they were.
  bool is_lost(std::uint32_t t) const {
    static constexpr std::array keys = {"lose"_key, "squander"_key, "reverse"_key, "undo"_key, "erode"_key, "wipe"_key, "waste"_key};
    const Token& token = article_.token(t);
    return token.relation == Relation::obj && std::find(keys.begin(), keys.end(), article_.token(token.head).lemma) != keys.end();
  }

  // The phrase without its own preposition; of "to start afresh", what there is to do.
  Span object_of(std::uint32_t token) const {
    if (article_.token(token).tag != Tag::verb) return span_of(article_, facts::noun_phrase(article_, token));
    facts::Range range = facts::subtree(article_, token);
    const text::Key first = article_.token(range.first).key;
    if ((first == "to"_key || first == "that"_key) && range.first < token) ++range.first;
    return span_of(article_, facts::trimmed(article_, range));
  }

  // "The project has stalled for lack of it", not "was freed for lack of evidence".
  static bool is_halt(text::Key verb) {
    static constexpr std::array verbs = {"stall"_key, "fail"_key,   "stop"_key,     "halt"_key,     "suspend"_key,  "abandon"_key,
                                         "delay"_key, "shelve"_key, "collapse"_key, "postpone"_key, "languish"_key, "cancel"_key};
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
  }

  // "due to mistrust", "because of the deadlock"
  bool is_cause(std::uint32_t t) const {
    const std::uint32_t preposition = dependent(article_, t, Relation::case_);
    if (preposition == none) return false;
    const text::Key key = article_.token(preposition).key;
    if (key == "for"_key) return article_.token(t).lemma == "lack"_key && is_halt(article_.token(article_.token(t).head).lemma);
    return key == "due"_key || key == "because"_key || key == "owing"_key || key == "amid"_key || key == "despite"_key;
  }

  bool is_one_person(std::uint32_t token) const {
    const EntityId entity = article_.entity_at(token);
    if (entity.set()) return article_.mentions.entities.entities[entity.index].type == EntityType::person;
    return article_.token(token).form == language::Form::singular && cues_.is_people(article_.token(token).lemma);
  }

  // A thing, an abstraction: no person, group or state, and no pronoun for one.
  bool is_circumstance(std::uint32_t token) const {
    const Token& t = article_.token(token);
    if (t.tag == Tag::pron || t.tag == Tag::num || t.tag == Tag::det) return false;
    const EntityId entity = article_.entity_at(token);
    if (entity.set()) {
      const EntityType type = article_.mentions.entities.entities[entity.index].type;
      // "Oslo threatens Lima": no town, who governs
      return type == EntityType::programme || (type == EntityType::place && !cues_.is_capital(t.key));
    }
    if ((cues_.is_people(t.lemma) && t.lemma != "cell"_key) || cues_.is_capital(t.key)) return false;
    static constexpr std::array people = {"government"_key, "police"_key,    "official"_key,   "leader"_key,     "militant"_key,
                                          "state"_key,      "country"_key,   "authority"_key,  "group"_key,      "force"_key,
                                          "people"_key,     "army"_key,      "military"_key,   "minister"_key,   "nation"_key,
                                          "terrorist"_key,  "insurgent"_key, "soldier"_key,    "gunman"_key,     "man"_key,
                                          "woman"_key,      "president"_key, "rebel"_key,      "troop"_key,      "side"_key,
                                          "fighter"_key,    "world"_key,     "ruler"_key,      "envoy"_key,      "delegation"_key,
                                          "ambassador"_key, "council"_key,   "commission"_key, "ministry"_key,   "secretary"_key,
                                          "chief"_key,      "cabinet"_key,   "court"_key,      "parliament"_key, "representative"_key,
                                          "chair"_key,      "union"_key,     "vessel"_key,     "ship"_key,       "boat"_key,
                                          "plane"_key,      "jet"_key,       "drone"_key,      "junta"_key,      "tribe"_key,
                                          "lawmaker"_key,   "worker"_key,    "union"_key,      "firm"_key,       "company"_key};
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
  const lexicon::Table countries(lexicon::packed("mentions/lexicons/countries.tsv"));
  for (const lexicon::Row& row : countries.rows())
    if (row[countries.column("kind")] == "capital") capitals_.insert(text::key_of(row[countries.column("name")]));
  for (const lexicon::Row& row : people.rows()) people_.insert(text::key_of(row[people.column("noun")]));
}

const Cue* Cues::of(text::Key lemma, bool verb) const { return (verb ? verbs_ : nouns_).find(lemma); }

std::vector<Assessment> find(const mentions::Article& article, const Cues& cues) { return Finder(article, cues).run(); }

}  // namespace khabar::assessments
