// What the verb above an event noun gives it: "carried out an attack on a bus", "survived an attack".
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/roles.h"
#include "facts/incidents/word_readings.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool is_row(Key lemma) {
  return lemma == "series"_key || lemma == "wave"_key || lemma == "string"_key || lemma == "number"_key || lemma == "spate"_key ||
         lemma == "campaign"_key;
}

bool is_suffering_verb(Key lemma) {
  return lemma == "suffer"_key || lemma == "survive"_key || lemma == "escape"_key || lemma == "face"_key || lemma == "experience"_key ||
         lemma == "repel"_key || lemma == "repulse"_key || lemma == "foil"_key || lemma == "thwart"_key;
}

bool gives_parties(Key verb) { return is_support_verb(verb) || is_suffering_verb(verb); }

// "The raid that rebels carried out": the clause of an event noun that says in it who did it.
bool has_own_subject(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t subject = syntax.dependent(verb, Relation::nsubj);
  if (subject == none || subject > verb || syntax.article.links.verb_group(verb).passive) return false;
  const Key key = syntax.token(subject).key;
  return key != "that"_key && key != "which"_key && key != "who"_key;
}

// "Is believed to have been staged by rebels", "which officials say was staged by rebels": the verb below what is held of the noun;
// none where there is none.
std::uint32_t carried_below(const Syntax& syntax, std::uint32_t held) {
  for (std::uint32_t d : syntax.dependents(held)) {
    const Relation relation = syntax.token(d).relation;
    if ((relation == Relation::xcomp || relation == Relation::ccomp) && is_support_verb(syntax.token(d).lemma) &&
        syntax.article.links.verb_group(d).passive)
      return d;
  }
  return none;
}

}  // namespace

bool is_support_verb(Key lemma) {
  switch (lemma) {
    case "carry"_key:
    case "launch"_key:
    case "stage"_key:
    case "mount"_key:
    case "conduct"_key:
    case "commit"_key:
    case "perpetrate"_key:
    case "make"_key:
    case "execute"_key:
    case "unleash"_key:
    case "undertake"_key:
    case "begin"_key:
    case "start"_key:
    case "continue"_key:
    case "order"_key:
    case "direct"_key:
    case "plan"_key:
    case "orchestrate"_key:
    case "mastermind"_key:
    case "wage"_key:
    case "lead"_key:
    case "open"_key:
    case "plot"_key:
    case "attempt"_key:
    case "organize"_key:
    case "organise"_key:
    case "prepare"_key:
    case "do"_key: return true;
    default: return false;
  }
}

std::uint32_t carried_after(const Syntax& syntax, std::uint32_t noun) {
  if (noun + 1 >= syntax.size() || syntax.token(noun + 1).sentence != syntax.token(noun).sentence) return none;
  const Token& t = syntax.token(noun + 1);
  const bool past = t.tag == Tag::verb && (t.form == Form::past || t.form == Form::past_participle);
  return past && is_support_verb(t.lemma) ? noun + 1 : none;
}

// "Chad has been on alert since the rebels launched attacks": the subject behind "since", where the tree took the one before it.
std::uint32_t RoleFinder::subject_since(std::uint32_t verb, std::uint32_t subject) const {
  for (std::uint32_t i = verb; i > subject + 1 && verb - i < reach; --i) {
    if (syntax_.token(i - 1).key != "since"_key) continue;
    const std::uint32_t head = chunks_.head_from(i, verb);
    return head != none && !syntax_.is_time(head) ? head : none;
  }
  return none;
}

// "The neighbours of Luis Mora, the Malian who carried out the bombing": the name before the comma, whomever the tree has done it.
std::uint32_t RoleFinder::named_who(std::uint32_t verb) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  std::uint32_t who = verb;
  while (who > sentence.first && verb - who < 4 && syntax_.token(who).key != "who"_key) --who;
  if (syntax_.token(who).key != "who"_key) return none;
  std::uint32_t i = who;
  while (i > sentence.first && who - i < 6 && syntax_.token(i - 1).tag != Tag::det && !syntax_.is_verb(i - 1) &&
         syntax_.token(i - 1).tag != Tag::adp && syntax_.article.words(syntax_.token(i - 1).span) != ",")
    --i;
  if (i == who || i < sentence.first + 3 || syntax_.token(i - 1).tag != Tag::det) return none;
  if (syntax_.article.words(syntax_.token(i - 2).span) != ",") return none;
  return syntax_.is_person_named(i - 3, false) ? i - 3 : none;
}

// "carried out an attack", "survived an attack": what the verb above an event noun gives it.
void RoleFinder::support(Mention& mention, RoleReading& reading) const {
  std::uint32_t n = mention.token;
  if (is_row(syntax_.token(syntax_.token(n).head).lemma) && syntax_.token(n).relation == Relation::nmod &&
      syntax_.preposition(n) == "of"_key)
    n = syntax_.token(n).head;                            // "launched a wave of attacks"
  if (syntax_.token(n).relation == Relation::compound) {  // "escaped an assassination bid"
    const Key tried = syntax_.token(syntax_.token(n).head).lemma;
    if (tried == "bid"_key || tried == "attempt"_key) n = syntax_.token(n).head;
  }
  const Token& token = syntax_.token(n);
  std::uint32_t v = none;
  bool passive = false;
  if ((token.relation == Relation::obj || token.relation == Relation::nsubj_pass || token.relation == Relation::nsubj) &&
      syntax_.is_verb(token.head)) {
    v = token.head;
    passive = token.relation != Relation::obj;
  }
  const bool answers = v == none && token.relation == Relation::obl && syntax_.preposition(n) == "with"_key &&
                       syntax_.is_verb(token.head) && is_answer_verb(syntax_.token(token.head).lemma);  // "responded with air strikes"
  if (answers) v = token.head;
  // "Condemned the raid that was carried out by rebels against a school": the clause, where the verb above gives nothing.
  if (!answers && (v == none || !gives_parties(syntax_.token(v).lemma)))
    for (std::uint32_t d : syntax_.dependents(n))
      if ((syntax_.token(d).relation == Relation::acl || syntax_.token(d).relation == Relation::acl_relcl) &&
          (v == none || gives_parties(syntax_.token(d).lemma) || carried_below(syntax_, d) != none)) {
        if (v != none) place_of(mention, v);
        v = d;
        passive = !has_own_subject(syntax_, d);
      }
  if (v == none && (v = carried_after(syntax_, n)) != none) passive = true;
  const std::uint32_t below = v == none || gives_parties(syntax_.token(v).lemma) ? none : carried_below(syntax_, v);
  if (below != none) {
    v = below;
    passive = true;
  }
  if (v == none && token.relation == Relation::obl && syntax_.preposition(n) == "from"_key) {  // "emerged unhurt from an attack"
    std::uint32_t left = token.head;
    if (!syntax_.is_verb(left)) left = syntax_.token(left).head;
    if (syntax_.token(left).lemma == "emerge"_key || syntax_.token(left).lemma == "escape"_key)
      for (const Link& link : syntax_.links(left))
        if (link.kind == LinkKind::subject) add_patient(mention, link.dependent);
  }
  if (v == none) return;
  place_of(mention, v);
  const Key lemma = syntax_.token(v).lemma;
  const bool carried = answers || is_support_verb(lemma) || names_offensive(syntax_, n), suffered = is_suffering_verb(lemma);
  if (!carried && !suffered) return;
  const std::size_t before = mention.fillers.size();
  const std::uint32_t named = carried ? named_who(v) : none;
  if (named != none) add_actor(mention, named, false);
  for (const Link& link : syntax_.links(v)) {
    if (named != none && (link.kind == LinkKind::subject || link.kind == LinkKind::agent)) continue;
    if (link.dependent == n || syntax_.parted(v, link.dependent)) continue;
    if (carried && ((!passive && link.kind == LinkKind::subject) || (passive && link.kind == LinkKind::agent))) {
      const bool people = passive && (lemma == "perpetrate"_key || lemma == "commit"_key) && syntax_.is_plural(link.dependent) &&
                          syntax_.class_of(link.dependent).noun == Noun::unknown && !syntax_.entity_of(link.dependent).set();
      if (people) {  // "perpetrated by professionals": who commits a murder is somebody
        put(mention, {ArgumentRole::actor, link.dependent, {}, {Noun::person, Mode::none}, syntax_.words_of(link.dependent, {}), false});
      } else if (const std::uint32_t since = !passive ? subject_since(v, link.dependent) : none; since != none) {
        add_actor(mention, since, false);
      } else if (syntax_.class_of(syntax_.telling_noun(link.dependent)).mode == Mode::airstrike) {
        subject_as(mention, reading, Part::actor, link.dependent);  // "Russian warplanes carried out nine strikes"
      } else {
        add_actor(mention, link.dependent, below != none);
      }
    }
    if (carried && (link.preposition == "with"_key || link.preposition == "using"_key) && add_instrument(mention, link.dependent))
      add_weapons(mention, link.dependent);
    const bool foils = lemma == "foil"_key || lemma == "thwart"_key;  // who foils it was hit by nothing
    if (suffered && !foils && !passive && link.kind == LinkKind::subject && syntax_.token(link.dependent).key != "it"_key)
      add_patient(mention, link.dependent);
    if (carried && link.kind == LinkKind::oblique && is_target_preposition(link.preposition) && !syntax_.is_time(link.dependent)) {
      const NounClass cls = syntax_.class_of(syntax_.telling_noun(link.dependent));
      if (cls.is_people() || cls.is_thing()) add_patient(mention, link.dependent);
    }
  }
  if (carried) hit_after(mention, v);
  const bool unsaid = std::none_of(mention.fillers.begin() + static_cast<std::ptrdiff_t>(before), mention.fillers.end(),
                                   [](const Filler& f) { return f.role == ArgumentRole::actor; });
  if (carried && !passive && unsaid && syntax_.token(v).form != Form::gerund) {  // where the tree gives no subject
    const language::VerbGroup group = syntax_.article.links.verb_group(v);
    std::uint32_t start = v;
    while (start > 0 && syntax_.token(start - 1).sentence == mention.sentence && syntax_.token(start - 1).span.begin >= group.span.begin)
      --start;
    const std::uint32_t subject = group.infinitive ? none : chunks_.subject_before(start);
    if (subject != none) add_actor(mention, subject, false);
  }
  // "was planned by A and carried out by B"
  for (std::uint32_t d : syntax_.dependents(v))
    if (passive && syntax_.token(d).relation == Relation::conj && is_support_verb(syntax_.token(d).lemma))
      for (const Link& link : syntax_.links(d))
        if (link.kind == LinkKind::agent ||
            (link.kind == LinkKind::oblique && link.preposition == "by"_key && !syntax_.is_time(link.dependent)))
          add_actor(mention, link.dependent, false);
  if (carried) mention.rule = "incidents.light_verb";
  reading.armed = reading.armed || carried;
}

}  // namespace khabar::incidents
