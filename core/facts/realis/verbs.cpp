// What a verb tells: its own group, then the verb, noun or clause that it stands under or beside.
#include "facts/realis/reader.h"

#include <algorithm>
#include <iterator>

namespace khabar::realis {

// "The group has mostly attacked convoys": what is done as a rule is no one event.
bool Reader::is_habit(std::uint32_t at) const {
  static constexpr text::Key adverbs[] = {"mostly"_key,       "often"_key,     "usually"_key,       "frequently"_key, "regularly"_key,
                                          "typically"_key,    "generally"_key, "traditionally"_key, "routinely"_key,  "sometimes"_key,
                                          "occasionally"_key, "always"_key,    "periodically"_key,  "commonly"_key,   "normally"_key};
  for (std::uint32_t child : article_.links.dependents(at))
    if (std::find(std::begin(adverbs), std::end(adverbs), article_.token(child).key) != std::end(adverbs)) return true;
  return false;
}

bool Reader::is_complement(Relation relation) {
  return relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::advcl;
}

// "escape being captured": a participle with no auxiliary but "being" says nothing of its own.
bool Reader::is_gerundial(std::uint32_t at) const {
  bool being = false;
  for (std::uint32_t d : article_.links.dependents(at)) {
    const Token& t = article_.token(d);
    if (t.relation != Relation::aux && t.relation != Relation::aux_pass) continue;
    if (t.key != "being"_key) return false;
    being = true;
  }
  return being;
}

// "ordered that rebels be held"
bool Reader::is_subjunctive(std::uint32_t at) const {
  for (std::uint32_t d : article_.links.dependents(at)) {
    const Relation r = article_.token(d).relation;
    if (d < at && (r == Relation::aux_pass || r == Relation::aux || r == Relation::cop) && article_.token(d).key == "be"_key) return true;
  }
  return false;
}

// "Had Oman signed the pact, ...", "Should it shut the port, ...", "Were it to shut it, ...": a condition, told by the order of the words.
bool Reader::is_inverted_condition(std::uint32_t at) const {
  constexpr std::uint32_t longest = 24;
  const language::Sentence& sentence = article_.language.sentences[article_.token(at).sentence];
  const Key opener = article_.token(sentence.first).key;
  if (opener != "had"_key && opener != "should"_key && opener != "were"_key) return false;
  if (at <= sentence.first + 1 || at > sentence.first + longest || article_.words(article_.token(sentence.last - 1).span) == "?")
    return false;
  for (std::uint32_t i = sentence.first + 1; i < at; ++i)
    if (article_.words(article_.token(i).span) == ",") return false;
  return opener != "were"_key || article_.links.verb_group(at).infinitive;
}

// "would have to leave": no duty yet.
bool Reader::is_unreal_duty(std::uint32_t at) const {
  const Token& token = article_.token(at);
  if (token.relation != Relation::xcomp) return false;
  const Modality above = article_.links.verb_group(token.head).modality;
  return above == Modality::would || above == Modality::could || above == Modality::might || above == Modality::may;
}

// "have yet to agree": they have not.
bool Reader::is_yet_to_come(std::uint32_t at) const {
  const Token& token = article_.token(at);
  if (token.relation != Relation::xcomp || at < 2 || article_.token(at - 1).key != "to"_key) return false;
  return article_.token(at - 2).key == "yet"_key;
}

// "People are being killed": of nobody in particular.
bool Reader::is_of_people_at_large(std::uint32_t at, const VerbGroup& group) const {
  if (!group.passive) return false;
  const std::uint32_t subject = dependent(at, Relation::nsubj_pass);
  return subject != mentions::none && article_.token(subject).tag == Tag::noun && article_.token(subject).form == Form::plural &&
         !has_dependent(subject, Relation::det) && !is_definite(subject);
}

// The verb's own group, before its governors; `finite` is false where the group alone says nothing.
Reading Reader::own_of_verb(std::uint32_t at, const VerbGroup& group, bool reported, bool& finite) const {
  Reading out;
  finite = true;
  auto set = [&](Status status, Stage stage = Stage::none) {
    out.status = status;
    out.stage = stage;
    out.cue = group.span;
  };
  if (group.conditional || is_inverted_condition(at)) return set(Status::possible), out;
  if (is_yet_to_come(at)) return set(Status::denied), out;
  if (group.tense == Tense::past && is_high_time(at)) return set(Status::proposed, Stage::called_for), out;
  if (group.negated && group.modality != Modality::may && group.modality != Modality::might)
    return finite = !group.infinitive && group.tense != Tense::none, set(Status::denied), out;
  // "no longer shares it"
  for (std::uint32_t d : article_.links.dependents(at))
    if (d < at && d > 0 && article_.token(d).key == "longer"_key && article_.token(d - 1).key == "no"_key) return set(Status::denied), out;
  // "almost left the bloc": it did not
  for (std::uint32_t d : article_.links.dependents(at))
    if ((d + 1 == at || (d + 2 == at && article_.token(d + 1).tag == Tag::punct)) &&
        (article_.token(d).key == "almost"_key || article_.token(d).key == "nearly"_key) && article_.token(d).relation == Relation::advmod)
      return set(Status::failed), out;
  switch (group.modality) {
    case Modality::will:
    case Modality::shall:
    case Modality::going_to: return set(Status::planned), out;
    case Modality::would: {
      // "said that an attack would be a mistake": what something would be, and no plan.
      const bool plan = !group.perfect && reported && is_verbal(article_.token(at));
      return set(plan ? Status::planned : Status::possible), out;
    }
    case Modality::may:
    case Modality::might:
    case Modality::can:
    case Modality::could: return set(Status::possible), out;
    case Modality::should:
    case Modality::must:
    case Modality::ought:
    case Modality::need:
    case Modality::have_to:
      if (is_unreal_duty(at)) return set(Status::possible), out;
      return set(group.perfect ? Status::possible : Status::proposed, Stage::called_for), out;
    case Modality::none: break;
  }
  if (group.tense == Tense::future) return set(Status::planned), out;
  if (group.infinitive || is_subjunctive(at) || group.tense == Tense::none ||
      (is_complement(article_.token(at).relation) && is_gerundial(at))) {
    finite = false;
    if (group.perfect) return out;  // "to have attacked", "having attacked"
    if (group.infinitive) set(Status::planned);
    return out;
  }
  const bool over = group.perfect && group.tense == Tense::past;  // "had been pressing"
  if (group.progressive && !over && (group.perfect || (group.tense == Tense::present && !is_of_people_at_large(at, group))))
    return set(Status::ongoing, Stage::implemented), out;
  if (is_habit(at)) return set(Status::general), out;
  if (group.tense == Tense::past || group.perfect) return out;
  if (!is_headline(article_, article_.token(at).sentence)) set(Status::general);
  // "days before the premier visits Oman": not yet
  if (group.tense == Tense::present && lemma_of(at, Relation::mark) == "before"_key) set(Status::planned);
  return out;
}

Reading Reader::verb(std::uint32_t at, int depth) const {
  const Token& token = article_.token(at);
  const VerbGroup group = article_.links.verb_group(at);
  bool finite = true;
  const bool clause = token.relation == Relation::ccomp;
  Reading own = own_of_verb(at, group, clause, finite);
  if (token.head == at) {
    if (!finite && token.form == Form::base && !group.infinitive) {
      const bool told = has_dependent(at, Relation::nsubj);           // "They cooperate closely": no imperative has a subject
      const bool asked = lemma_of(at, Relation::mark) == "that"_key;  // "Its demand that Oman disarm": whatever the tree hangs it on
      own = told && !asked ? Reading{Status::general, Stage::none, {}, false}
                           : Reading{Status::proposed, Stage::called_for, token.span, false};
    }
    return own;
  }
  std::uint32_t below = at;  // the first of a coordination stands for all: its governor is theirs
  if (token.relation == Relation::conj) {
    if (!finite && token.form == Form::gerund && article_.token(token.head).form == Form::base) {
      // "causing a school to collapse and killing seven": a participle goes with a participle, not with the infinitive before it.
      std::uint32_t up = token.head;
      for (int i = 0; i < depth_max && article_.token(up).form != Form::gerund && article_.token(up).head != up; ++i)
        up = article_.token(up).head;
      return is_verbal(article_.token(up)) && article_.token(up).form == Form::gerund ? read(up, depth + 1) : Reading{};
    }
    if (!finite) return read(token.head, depth + 1);
    for (int i = 0; i < depth_max && article_.token(below).relation == Relation::conj; ++i) below = article_.token(below).head;
  }
  const Token& hanging = article_.token(below);
  const std::uint32_t governor = hanging.head;
  if (governor == below) return own;
  // "suspects the Front, which killed 40": a relative clause, though the tree made it a complement
  if (hanging.relation == Relation::ccomp && finite && below > 1)
    for (std::uint32_t i = below; i > governor && below - i < 6; --i)
      if (article_.token(i - 1).key == "which"_key && i > 1 && article_.words(article_.token(i - 2).span) == ",") return own;
  if (finite && hanging.relation == Relation::ccomp && is_done(own.status))  // "asked who had attacked": somebody had
    if (const std::uint32_t subject = dependent(at, Relation::nsubj); subject != mentions::none && article_.token(subject).key == "who"_key)
      return own;
  switch (hanging.relation) {
    case Relation::ccomp:
    case Relation::csubj:
    case Relation::parataxis:
    case Relation::xcomp:
      if (!finite && lemma_of(at, Relation::mark) == "from"_key && !is_verbal(article_.token(governor)))
        if (const std::uint32_t kept = preventing_before(at); kept != mentions::none)
          return bend(cue_of(kept, "from"_key), read(kept, depth + 1), Reading{}, span(kept));
      return under(governor, own, finite, depth);
    case Relation::acl_relcl:
      // "rumours that", "demands that"; a noun that governs the sentence was a verb ("Norway claims that")
      if (lemma_of(below, Relation::mark) != "that"_key || article_.token(governor).head == governor) break;
      return beside(below, governor, own, finite, depth);
    case Relation::acl:
    case Relation::advcl: return beside(below, governor, own, finite, depth);
    default: break;
  }
  return own;
}

// "None of them could", "no official was able to".
bool Reader::is_done_by_nobody(std::uint32_t verb) const {
  std::uint32_t subject = dependent(verb, Relation::nsubj);
  for (int i = 0; i < depth_max && subject == mentions::none && article_.token(verb).relation == Relation::xcomp; ++i) {
    verb = article_.token(verb).head;
    subject = dependent(verb, Relation::nsubj);
  }
  if (subject == mentions::none) return false;
  const Key key = article_.token(subject).key, det = lemma_of(subject, Relation::det);
  return key == "none"_key || key == "nobody"_key || key == "neither"_key || key == "one"_key || det == "no"_key || det == "neither"_key;
}

// "Used mortars to attack the camp": what something is used for is done with it.
bool Reader::is_use(std::uint32_t governor) const {
  if (article_.token(governor).lemma != "use"_key || article_.links.verb_group(governor).passive) return false;
  const bool something = governor + 1 < article_.language.tokens.size() && article_.token(governor + 1).key != "to"_key;
  return something || has_dependent(governor, Relation::obj);
}

// "using its soil as a base to stage attacks", "whose soil they use to launch raids": again and again, no one raid.
bool Reader::uses_ground(std::uint32_t governor) const {
  static constexpr std::array grounds = {"country"_key,  "territory"_key, "soil"_key,   "land"_key,       "base"_key,   "haven"_key,
                                         "ground"_key,   "sanctuary"_key, "area"_key,   "region"_key,     "border"_key, "island"_key,
                                         "airspace"_key, "camp"_key,      "refuge"_key, "springboard"_key};
  if (!is_use(governor)) return false;
  const std::uint32_t used = dependent(governor, Relation::obj);
  return used != mentions::none &&
         (std::find(grounds.begin(), grounds.end(), article_.token(used).lemma) != grounds.end() || article_.token(used).tag == Tag::propn);
}

// "Pirates used to seize ships here": once, and no one ship.
bool Reader::is_bygone_habit(std::uint32_t governor) const {
  return article_.token(governor).key == "used"_key && !is_use(governor) && !article_.links.verb_group(governor).passive &&
         governor + 1 < article_.language.tokens.size() && article_.token(governor + 1).key == "to"_key;
}

// A clause that is its governor's complement.
Reading Reader::under(std::uint32_t governor, const Reading& own, bool finite, int depth) const {
  if (finite && is_done(own.status) && leaves_open(governor)) return {Status::possible, own.stage, span(governor), own.alleged};
  if (!finite && is_bygone_habit(governor)) return {Status::general, Stage::none, span(governor), false};
  // "They found no proof that", "there was no proof that": the clause is the noun's.
  const Relation proof = has_dependent(governor, Relation::expl) ? Relation::nsubj : Relation::obj;
  if (const std::uint32_t noun = finite ? dependent(governor, proof) : mentions::none; noun != mentions::none && is_done(own.status))
    if (const Cues::Cue cue = cue_of(noun, "clause"_key); cue.governor == Governor::proof)
      return bend(cue, read(noun, depth + 1), own, span(noun));
  const VerbGroup group = article_.links.verb_group(governor);
  // "promised not to attack", "told them not to"
  if (!finite && own.status == Status::denied) return own;
  if (group.passive && !finite)
    if (const Cues::Cue cue = cue_of(governor, "passive"_key))
      return bend(cue, {}, Reading{Status::happened, Stage::none, {}, false}, span(governor));
  Cues::Cue cue = cue_of(governor, "clause"_key);
  if (!cue) cue = cue_of(governor, "any"_key);
  if (!cue) {
    if (finite) return own;
    if (is_excessive(governor)) return {Status::denied, Stage::none, span(governor), false};
    const Reading above = read(governor, depth + 1);
    if (uses_ground(governor)) return {Status::general, Stage::none, span(governor), false};
    return above.status == Status::happened && !is_use(governor) ? own : above;
  }
  // A finite clause keeps its own tense under "said", "hoped": only denial and doubt reach into it.
  if (finite && cue.governor == Governor::proof) {
    Reading above = read(governor, depth + 1);
    if (above.status == Status::possible && !is_done_by_nobody(governor)) above.status = Status::happened;  // "could now confirm"
    return is_done(own.status) ? bend(cue, above, own, span(governor)) : own;
  }
  if (finite && cue.governor != Governor::deny && cue.governor != Governor::possible && cue.governor != Governor::propose) return own;
  if (finite && cue.governor == Governor::possible && own.status == Status::planned)
    return {Status::possible, own.stage, span(governor), false};
  // "It is essential that both sign": the subjunctive looks like a present.
  const bool subjunctive = cue.governor == Governor::propose && own.status == Status::general;
  if (finite && own.status != Status::happened && own.status != Status::ongoing && !subjunctive) return own;
  if (cue.governor == Governor::support && !finite) {
    Reading above = read(governor, depth + 1);
    return above;
  }
  return bend(cue, read(governor, depth + 1), finite ? own : Reading{}, span(governor));
}

bool Reader::is_claim(Key noun) {
  return noun == "claim"_key || noun == "allegation"_key || noun == "accusation"_key || noun == "insinuation"_key || noun == "charge"_key;
}

// "Neither confirmed nor denied"
bool Reader::leaves_open(std::uint32_t verb) const {
  const Key lemma = article_.token(verb).lemma;
  if (lemma != "deny"_key && lemma != "confirm"_key) return false;
  for (std::uint32_t d : article_.links.dependents(verb))
    if (article_.token(d).key == "nor"_key || article_.token(d).key == "neither"_key) return true;
  return false;
}

// "Denied the report that four were seized", "dismissed rumours of a coup"; "neither confirmed nor denied them": what the verb above the
// noun makes of what that tells; `own` where it makes nothing of it.
Reading Reader::denied_with(std::uint32_t noun, const Reading& own) const {
  static constexpr Key told[] = {"report"_key, "rumour"_key,     "rumor"_key,     "news"_key,
                                 "story"_key,  "suggestion"_key, "reporting"_key, "assertion"_key};
  static constexpr Key denies[] = {"deny"_key, "dismiss"_key, "refute"_key, "reject"_key, "debunk"_key, "rebut"_key};
  const Token& n = article_.token(noun);
  const bool tells = is_claim(n.lemma) || std::find(std::begin(told), std::end(told), n.lemma) != std::end(told);
  if (n.relation != Relation::obj || !tells || !is_done(own.status)) return own;
  if (leaves_open(n.head)) return {Status::possible, own.stage, span(n.head), own.alleged};
  const Key verb = article_.token(n.head).lemma;
  const bool denied = std::find(std::begin(denies), std::end(denies), verb) != std::end(denies) && is_done(read(n.head, 0).status);
  return denied ? Reading{Status::denied, own.stage, span(n.head), false} : own;
}

// "no myth", "not a rumour"
bool Reader::is_denied_noun(std::uint32_t noun) const {
  if (lemma_of(noun, Relation::det) == "no"_key) return true;
  return has_dependent(noun, Relation::cop) && article_.links.verb_group(noun).negated;
}

// "Rumours that Oman had expelled him proved false": the word that says so; none where nothing does.
std::uint32_t Reader::found_false(std::uint32_t noun) const {
  static constexpr Key words[] = {"false"_key,      "untrue"_key,    "baseless"_key, "unfounded"_key, "wrong"_key,
                                  "fabricated"_key, "incorrect"_key, "fake"_key,     "groundless"_key};
  const Token& n = article_.token(noun);
  if (n.relation != Relation::nsubj && n.relation != Relation::nsubj_pass) return mentions::none;
  auto tells = [&](std::uint32_t at) { return std::find(std::begin(words), std::end(words), article_.token(at).key) != std::end(words); };
  if (tells(n.head)) return has_dependent(n.head, Relation::cop) ? n.head : mentions::none;  // "were false"
  if (article_.links.verb_group(n.head).negated) return mentions::none;
  for (std::uint32_t d : article_.links.dependents(n.head))
    if (d > n.head && tells(d)) return d;
  return mentions::none;
}

// The noun right before "to" and the infinitive; none where another word stands there.
std::uint32_t Reader::noun_before(std::uint32_t infinitive) const {
  const std::uint32_t to = dependent(infinitive, Relation::mark);
  return to != mentions::none && to > 0 && to + 1 == infinitive && article_.token(to - 1).tag == language::Tag::noun ? to - 1
                                                                                                                     : mentions::none;
}

// The word before the preposition that marks the clause, where that is an adverb or an adjective: "close" of "close to signing";
// none where it is another.
std::uint32_t Reader::adverb_before(std::uint32_t at) const {
  const std::uint32_t mark = dependent(at, Relation::mark);
  if (mark == mentions::none || mark == 0 || mark > at || article_.token(mark - 1).sentence != article_.token(at).sentence)
    return mentions::none;
  const Tag tag = article_.token(mark - 1).tag;
  return tag == Tag::adv || tag == Tag::adj ? mark - 1 : mentions::none;
}

// "It is high time (that) Oman paid": a past that is none, whatever the tree hangs it on.
bool Reader::is_high_time(std::uint32_t at) const {
  std::uint32_t first = dependent(at, Relation::nsubj);
  if (first == mentions::none || first > at) return false;
  first = article_.links.noun_group(first).first;
  if (first > 0 && article_.token(first - 1).key == "that"_key) --first;
  if (first < 2 || article_.token(first - 1).key != "time"_key) return false;
  const Key which = article_.token(first - 2).key;
  return which == "high"_key || which == "about"_key || which == "past"_key;
}

// "too weak to sign"
bool Reader::is_excessive(std::uint32_t governor) const {
  if (is_verbal(article_.token(governor))) return false;
  for (std::uint32_t d : article_.links.dependents(governor))
    if (d < governor && article_.token(d).key == "too"_key) return true;
  return false;
}

// A gerund ("being hit", too) right after its verb and the verb's particle.
bool Reader::follows_directly(std::uint32_t at, std::uint32_t governor) const {
  if (at <= governor || !is_verbal(article_.token(governor))) return false;
  std::uint32_t first = at;
  if (article_.token(at).form != Form::gerund) {
    if (!is_gerundial(at)) return false;
    first = at - 1;
  }
  for (std::uint32_t i = governor + 1; i < first; ++i)
    if (article_.token(i).head != governor || article_.token(i).relation != Relation::compound_prt) return false;
  return true;
}

// "the third leader to be killed", "the latest town to fall".
bool Reader::is_one_of_a_row(std::uint32_t noun) const {
  static constexpr Key words[] = {"first"_key, "second"_key, "third"_key, "fourth"_key,  "fifth"_key,  "sixth"_key,
                                  "last"_key,  "latest"_key, "only"_key,  "seventh"_key, "eighth"_key, "ninth"_key};
  const auto counts = [](Key key) { return std::find(std::begin(words), std::end(words), key) != std::end(words); };
  if (is_verbal(article_.token(noun))) return false;
  if (counts(article_.token(noun).key)) return true;
  for (std::uint32_t d : article_.links.dependents(noun))
    if (d < noun && counts(article_.token(d).key)) return true;
  return false;
}

// Told of what has been: "was the third"; not "will be the third", "plans for the third".
bool Reader::is_was(std::uint32_t noun) const {
  const VerbGroup group = article_.links.verb_group(noun);
  return group.modality == Modality::none && group.tense != Tense::future &&
         (has_dependent(noun, Relation::cop) || has_dependent(noun, Relation::det));
}

// "prevent", "stop" of "prevent the president from attacking": by the words before "from"; none where none stands there.
std::uint32_t Reader::preventing_before(std::uint32_t at) const {
  constexpr std::uint32_t reach = 10;
  const std::uint32_t sentence = article_.token(at).sentence;
  for (std::uint32_t i = at; i > 0 && at - i < reach && article_.token(i - 1).sentence == sentence; --i) {
    const Token& token = article_.token(i - 1);
    if (token.tag == language::Tag::punct) break;
    if (token.tag == language::Tag::verb && cue_of(i - 1, "from"_key).governor == Governor::fail) return i - 1;
  }
  return mentions::none;
}

// A clause that stands beside its governor: purpose, manner, "plan to attack", "accused of attacking".
Reading Reader::beside(std::uint32_t at, std::uint32_t governor, const Reading& own, bool finite, int depth) const {
  const Key mark = lemma_of(at, Relation::mark);
  const VerbGroup group = article_.links.verb_group(at);
  // "demands that it disarm": the subjunctive looks like a present, or like nothing at all
  const Form form = article_.token(at).form;
  const bool bare = (form == Form::base || form == Form::present) && group.modality == Modality::none && !group.negated;
  if (mark == "that"_key && (bare || !finite))
    if (const Cues::Cue cue = cue_of(governor, "any"_key); cue.governor == Governor::propose)
      return bend(cue, {}, Reading{}, span(governor));
  if (finite) {
    if (mark != "that"_key) return own;
    if (is_done(own.status))
      if (const std::uint32_t verdict = found_false(governor); verdict != mentions::none)
        return {Status::denied, Stage::none, span(verdict), false};
    if (const Reading denied = denied_with(governor, own); denied.status != own.status) return denied;
    if (is_claim(article_.token(governor).lemma)) {  // "the claim that Oman had shipped arms"
      Reading claimed = own;
      claimed.alleged = true;
      return claimed;
    }
    if (!is_done(own.status)) return own;
    const Cues::Cue doubt = is_verbal(article_.token(governor)) ? Cues::Cue{} : cue_of(governor, "any"_key);
    if (doubt.governor == Governor::deny ||
        doubt.governor == Governor::possible)  // "the myth that Oman had sunk it"; but "it is no myth that"
      return is_denied_noun(governor) ? own : bend(doubt, {}, own, span(governor));
    const Cues::Cue cue = cue_of(governor, "clause"_key);
    return cue.governor == Governor::proof ? bend(cue, read(governor, depth + 1), own, span(governor)) : own;
  }
  // "came close to signing", "stopped short of expelling": the adverb before the preposition says it
  if (const std::uint32_t adverb = adverb_before(at); adverb != mentions::none)
    if (const Cues::Cue cue = cues_.find(article_.token(adverb).key, Cues::Kind::adjective, mark))
      return bend(cue, read(governor, depth + 1), Reading{}, span(adverb));
  if (mark == "from"_key && !cue_of(governor, mark))  // "would prevent him from attacking", wherever the tree hung it
    if (const std::uint32_t kept = preventing_before(at); kept != mentions::none)
      return bend(cue_of(kept, mark), read(kept, depth + 1), Reading{}, span(kept));
  if (mark != 0 && mark != "to"_key) {
    if (const Cues::Cue cue = cue_of(governor, mark)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
    if (mark == "without"_key || mark == "than"_key || mark == "instead"_key)
      return {Status::denied, Stage::none, span(dependent(at, Relation::mark)), false};
    if (mark == "of"_key || mark == "at"_key || mark == "in"_key || mark == "for"_key)  // "risk of attacking", "aimed at attacking"
      if (const Cues::Cue cue = cue_of(governor, "any"_key)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
    if (mark == "by"_key || mark == "while"_key) return read(governor, depth + 1);
    if (mark == "for"_key) {  // "would be paid for seizing him": as real as the pay
      const bool paid = !is_verbal(article_.token(governor)) && article_.token(governor).relation == Relation::obj;
      const Reading above = read(paid ? article_.token(governor).head : governor, depth + 1);
      if (above.status != Status::happened && above.status != Status::ongoing && above.status != Status::denied) return above;
    }
    return {};
  }
  if (group.infinitive) {
    if (own.status == Status::denied) return own;  // "its decision not to sign"
    if (is_one_of_a_row(governor) && is_was(governor)) return {};
    if (is_excessive(governor)) return {Status::denied, Stage::none, span(governor), false};
    if (article_.token(governor).lemma == "call"_key)  // "called on Oman to lift it"
      if (const Cues::Cue cue = cue_of(governor, "on"_key)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
    if (const std::uint32_t noun = noun_before(at); noun != mentions::none && noun != governor)  // "made a series of proposals to send"
      if (const Cues::Cue cue = cue_of(noun, "any"_key); cue.governor == Governor::propose || cue.governor == Governor::plan)
        return bend(cue, read(noun, depth + 1), Reading{}, span(noun));
    Cues::Cue cue = cue_of(governor, "clause"_key);  // "ordered the army to attack", but "ordered the killing"
    if (!cue) cue = cue_of(governor, "any"_key);
    if (cue) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
    const Token& tool = article_.token(governor);  // "used mortars to attack", whatever the tree hangs the purpose on
    if (uses_ground(governor) || (tool.relation == Relation::obj && uses_ground(tool.head)))
      return {Status::general, Stage::none, span(governor), false};
    if (tool.relation == Relation::obj && is_use(tool.head)) return read(tool.head, depth + 1);
    const Reading above = read(governor, depth + 1);
    return is_done(above.status) && !is_use(governor) ? own : above;  // purpose: went there to attack
  }
  if (!is_verbal(article_.token(governor))) {
    // "a platform bringing together both could help": what an unreal thing does is no more real than it.
    if (article_.token(at).form != Form::gerund || is_definite(governor) || article_.token(governor).head == governor) return own;
    const Reading above = hanging_noun(governor, depth + 1);
    return is_done(above.status) ? own : above;  // reduced relative: "people killed in"
  }
  if (follows_directly(at, governor))  // "has not ruled out expelling him": what it governs, though the tree set it beside
    if (const Cues::Cue cue = cue_of(governor, "any"_key)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
  return read(governor, depth + 1);  // "fled, killing two"
}

}  // namespace khabar::realis
