// What a noun for an event tells: the words before it, then what it hangs on.
#include "facts/realis/reader.h"

#include <algorithm>
#include <iterator>

namespace khabar::realis {

namespace {

// "an important meeting", "vital aid": said of what there is, unlike "it is important to meet".
bool is_weighing(Key key) {
  return key == "important"_key || key == "vital"_key || key == "crucial"_key || key == "essential"_key || key == "necessary"_key ||
         key == "urgent"_key || key == "needed"_key || key == "next"_key;
}

// What was foiled was never done; what was ended, halted or countered was.
bool is_foiling(Key lemma) {
  return lemma == "foil"_key || lemma == "thwart"_key || lemma == "avert"_key || lemma == "prevent"_key || lemma == "forestall"_key ||
         lemma == "preempt"_key || lemma == "pre-empt"_key || lemma == "abort"_key;
}

}  // namespace

// "Attack on airport foiled, army says": a headline's verb without anything behind it is a passive.
bool Reader::is_headline_foiled(std::uint32_t at) const {
  const Token& token = article_.token(at);
  const std::uint32_t verb = token.head, next = verb + 1;
  if (token.relation != Relation::nsubj || verb <= at || !is_verbal(article_.token(verb)) || !is_foiling(article_.token(verb).lemma))
    return false;
  if (article_.token(verb).form != Form::past || !is_headline(article_, token.sentence)) return false;
  return next >= article_.language.tokens.size() || article_.token(next).sentence != token.sentence ||
         article_.token(next).tag == language::Tag::punct;
}

Reading Reader::noun(std::uint32_t at, int depth) const {
  const Token& token = article_.token(at);
  for (std::uint32_t d : article_.links.dependents(at)) {
    const Token& dependent = article_.token(d);
    if (dependent.relation == Relation::det && dependent.lemma == "no"_key) return {Status::denied, Stage::none, dependent.span, false};
    if (dependent.relation == Relation::det && dependent.lemma == "any"_key) return {Status::possible, Stage::none, dependent.span, false};
    // "Attack on convoy foiled": a headline's participle, and what became of it.
    if (d > at && dependent.relation == Relation::acl && dependent.form == Form::past_participle && is_foiling(dependent.lemma))
      return bend(cue_of(d, "any"_key), {}, {}, dependent.span);
    // "little cooperation", not "a little"
    if (d < at && dependent.key == "little"_key && !has_dependent_key(at, "a"_key))
      return {Status::denied, Stage::none, dependent.span, false};
    // "attacks that they are preparing": not made yet
    if (d > at && dependent.relation == Relation::acl_relcl && is_planned_by(d))
      return {Status::planned, Stage::none, dependent.span, false};
    if (dependent.relation != Relation::amod && dependent.relation != Relation::compound) continue;
    const Cues::Cue cue = cues_.find(dependent.key, Cues::Kind::adjective, "any"_key);
    if (is_weighing(dependent.key)) continue;
    if (cue.governor == Governor::alleged) {
      Reading out = hanging_noun(at, depth);
      out.alleged = true;
      return out;
    }
    if (!cue) continue;
    // "A planned assault was foiled": what became of it says more than what it was.
    const Reading hanging = cue.governor == Governor::plan ? hanging_noun(at, depth) : Reading{};
    return hanging.status == Status::failed ? hanging : bend(cue, {}, {}, dependent.span);
  }
  if (is_headline_foiled(at)) return bend(cue_of(token.head, "any"_key), {}, {}, span(token.head));
  if (const std::uint32_t planned = planned_after(at); planned != mentions::none) {
    const Reading hanging = token.head == at ? Reading{} : hanging_noun(at, depth);
    const Cues::Cue cue = cues_.find(article_.token(planned).key, Cues::Kind::adjective, "any"_key);
    return hanging.status == Status::failed ? hanging : bend(cue, {}, {}, article_.token(planned).span);
  }
  if (token.head == at) return {};
  return hanging_noun(at, depth);
}

bool Reader::has_dependent_key(std::uint32_t at, Key key) const {
  for (std::uint32_t d : article_.links.dependents(at))
    if (article_.token(d).key == key) return true;
  return false;
}

// "that they are preparing", "it plans": the verb of the clause that tells of a deed, said of now.
bool Reader::is_planned_by(std::uint32_t verb) const {
  const Key lemma = article_.token(verb).lemma;
  if (lemma != "plan"_key && lemma != "prepare"_key && lemma != "plot"_key && lemma != "contemplate"_key) return false;
  const language::VerbGroup group = article_.links.verb_group(verb);
  return !group.passive && !group.perfect && !group.negated && (group.progressive || group.tense == language::Tense::present);
}

// "Its withdrawal, planned for December, ...", "the withdrawal of troops from Mali, scheduled for May": the participle after the
// comma, by the words; none where there is none.
std::uint32_t Reader::planned_after(std::uint32_t at) const {
  constexpr std::uint32_t reach = 10;
  const std::uint32_t last = article_.language.sentences[article_.token(at).sentence].last;
  for (std::uint32_t i = at + 1; i + 2 < last && i < at + reach; ++i) {
    const Token& t = article_.token(i);
    if (t.tag == Tag::punct) {
      if (article_.words(t.span) != ",") return mentions::none;
      const Cues::Cue cue = cues_.find(article_.token(i + 1).key, Cues::Kind::adjective, "any"_key);
      const Key next = article_.token(i + 2).key;
      const bool set = next == "for"_key || next == "on"_key || next == "by"_key || next == "in"_key || next == "to"_key;
      return set && cue && cue.governor == Governor::plan ? i + 1 : mentions::none;
    }
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::pron || t.tag == Tag::cconj) return mentions::none;
  }
  return mentions::none;
}

bool Reader::is_definite(std::uint32_t at) const {
  const std::uint32_t det = dependent(at, Relation::det);
  if (det != mentions::none) {
    const Key lemma = article_.token(det).lemma;
    return lemma != "a"_key && lemma != "an"_key && lemma != "any"_key && lemma != "some"_key;
  }
  for (std::uint32_t d : article_.links.dependents(at))
    if (article_.token(d).tag == Tag::propn && article_.token(d).relation == Relation::compound) return true;  // "Bali bombings"
  return has_dependent(at, Relation::nmod_poss) || has_dependent(at, Relation::nummod);
}

// "due to resume", "expected to begin": the verb that opens what is told; none where there is none.
std::uint32_t Reader::opening_below(std::uint32_t governor) const {
  static constexpr Key opens[] = {"begin"_key,   "start"_key,     "resume"_key, "open"_key,
                                  "convene"_key, "reconvene"_key, "happen"_key, "occur"_key};
  for (std::uint32_t d : article_.links.dependents(governor)) {
    if (d < governor || (article_.token(d).relation != Relation::xcomp && article_.token(d).relation != Relation::advcl)) continue;
    const Key lemma = article_.token(d).lemma;
    const bool place = lemma == "take"_key && d + 1 < article_.language.tokens.size() && article_.token(d + 1).key == "place"_key;
    if (place || std::find(std::begin(opens), std::end(opens), lemma) != std::end(opens)) return d;
  }
  return mentions::none;
}

Reading Reader::hanging_noun(std::uint32_t at, int depth) const {
  std::uint32_t below = at;
  for (int i = 0; i < depth_max && article_.token(below).relation == Relation::conj; ++i) below = article_.token(below).head;
  const Token& hanging = article_.token(below);
  const std::uint32_t governor = hanging.head;
  if (governor == below) return {};
  // "Accepted responsibility for the raid": no agreement to raid.
  const Key taking = article_.token(governor).lemma;
  if (article_.token(at).lemma == "responsibility"_key && (taking == "accept"_key || taking == "take"_key || taking == "assume"_key))
    return read(governor, depth + 1);
  // "Talks are due to resume": no more real than the resuming
  if (hanging.relation == Relation::nsubj || hanging.relation == Relation::nsubj_pass)
    if (const std::uint32_t opening = opening_below(governor); opening != mentions::none) {
      const Cues::Cue cue = cue_of(governor, "any"_key);
      return cue.governor == Governor::plan ? bend(cue, read(governor, depth + 1), {}, span(governor)) : read(opening, depth + 1);
    }
  // "has tried talks and air strikes": as means to an end, and done; not "tried a coup"
  if (taking == "try"_key && hanging.relation == Relation::obj && article_.token(at).form == language::Form::plural)
    return loosely(at, governor, depth);
  Key by = 0;
  switch (hanging.relation) {
    case Relation::obj:
    case Relation::nsubj_pass:
    case Relation::iobj:
    case Relation::compound:
    case Relation::amod: by = "any"_key; break;
    case Relation::obl:
    case Relation::nmod: by = lemma_of(below, Relation::case_); break;
    case Relation::nsubj: {
      const Cues::Cue cue = cue_of(governor, "any"_key);
      if (cue.governor == Governor::support) return bend(cue, read(governor, depth + 1), {}, span(governor));
      return loosely(at, governor, depth);
    }
    case Relation::appos:
    case Relation::nmod_poss: return {};
    default: return loosely(at, governor, depth);
  }
  // "The raid was planned by one and carried out by another": what was carried out was done.
  if (hanging.relation == Relation::nsubj_pass)
    for (std::uint32_t d : article_.links.dependents(governor))
      if (article_.token(d).relation == Relation::conj && is_verbal(article_.token(d)) &&
          cue_of(d, "any"_key).governor == Governor::support && is_done(read(d, depth + 1).status))
        return {};
  // "information leading to his arrest": a hope.
  const bool would = article_.token(governor).form == language::Form::gerund ||
                     (article_.token(governor).relation == Relation::acl_relcl && article_.token(governor).form != language::Form::past);
  if (by == "to"_key && taking == "lead"_key && would) {
    const Key what = article_.token(article_.token(governor).head).lemma;
    if (what == "information"_key || what == "tip"_key || what == "clue"_key || what == "reward"_key || what == "evidence"_key)
      return {Status::possible, Stage::none, span(governor), false};
  }
  // "a warrant for his arrest": none yet.
  const std::uint32_t thing = by == "for"_key && is_verbal(article_.token(governor)) ? dependent(governor, Relation::obj) : governor;
  const Key wanted = thing == mentions::none ? 0 : article_.token(thing).lemma;  // "issued a warrant for his arrest"
  if (by == "for"_key && (wanted == "warrant"_key || wanted == "reward"_key || wanted == "bounty"_key))
    return {Status::possible, Stage::none, span(governor), false};
  if (by == "for"_key && taking == "responsibility"_key) return {};  // "nobody claimed responsibility for the blast": whoever did it
  if (by == "towards"_key || by == "toward"_key) return {Status::possible, Stage::none, span(dependent(below, Relation::case_)), false};
  // "Reports of secret talks are untrue"
  if (by == "of"_key && (article_.token(governor).lemma == "report"_key || article_.token(governor).lemma == "rumour"_key ||
                         article_.token(governor).lemma == "rumor"_key || is_claim(article_.token(governor).lemma)))
    if (const std::uint32_t verdict = found_false(governor); verdict != mentions::none)
      return {Status::denied, Stage::none, span(verdict), false};
  // "Denied reports of an attack", which the tree may hang on either
  if (by == "of"_key && !is_definite(at)) {
    const std::uint32_t of = dependent(below, Relation::case_);
    const std::uint32_t report = is_verbal(article_.token(governor)) && of != mentions::none && of > governor + 1 ? of - 1 : governor;
    if (const Reading denied = denied_with(report, {}); !is_done(denied.status)) return denied;
  }
  if (by == "without"_key) return {Status::denied, Stage::none, span(dependent(below, Relation::case_)), false};
  if (by == "after"_key || by == "since"_key || by == "following"_key || by == "follow"_key || by == "during"_key || by == "despite"_key)
    return {};
  // "Extended the deadline for the pullout": the deadline's, wherever the tree hangs it.
  if (by == "for"_key && hanging.relation == Relation::obl)
    if (const std::uint32_t before = dependent(below, Relation::case_); before != mentions::none && before > governor + 1)
      if (const Cues::Cue cue = cue_of(before - 1, by); cue && article_.token(before - 1).tag == Tag::noun)
        return bend(cue, read(before - 1, depth + 1), {}, span(before - 1));
  if (by != 0)
    if (const Cues::Cue cue = cue_of(governor, by)) return bend(cue, read(governor, depth + 1), {}, span(governor));
  const bool nominal = !is_verbal(article_.token(governor));
  if (nominal || by == "in"_key || by == "under"_key || by == "with"_key)
    if (const Cues::Cue cue = cue_of(governor, "any"_key)) {
      if (by == "in"_key && cue.governor == Governor::support && is_definite(at)) return {};  // "are being held in his murder"
      if (nominal || cue.governor == Governor::support || (cue.governor == Governor::agree && is_given(article_.token(below).lemma)) ||
          cue.governor == Governor::fail)  // "failed in its bid to"
        return bend(cue, read(governor, depth + 1), {}, span(governor));
    }
  return loosely(at, governor, depth);
}

// Under a governor of no class a definite event is presumed; an indefinite one is as real as what it hangs on.
Reading Reader::loosely(std::uint32_t at, std::uint32_t governor, int depth) const {
  if (is_definite(at)) return {};
  Reading above = read(governor, depth + 1);
  if (above.status == Status::planned || above.status == Status::proposed) above.status = Status::possible;
  if (above.status == Status::failed) above.status = Status::happened;
  return above;
}

}  // namespace khabar::realis
