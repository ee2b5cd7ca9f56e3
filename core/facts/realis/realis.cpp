#include "facts/realis/realis.h"

#include <algorithm>
#include <iterator>

#include "text/key.h"

namespace khabar::realis {

namespace {

using language::Form;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Tense;
using language::Token;
using language::VerbGroup;
using text::Key;
using namespace text::literals;

bool is_verbal(const Token& token) { return token.tag == Tag::verb || token.tag == Tag::aux; }

bool is_done(Status status) { return status == Status::happened || status == Status::ongoing || status == Status::general; }

// "an important meeting", "vital aid": said of what there is, unlike "it is important to meet".
bool is_weighing(Key key) {
  return key == "important"_key || key == "vital"_key || key == "crucial"_key || key == "essential"_key || key == "necessary"_key ||
         key == "urgent"_key || key == "needed"_key || key == "next"_key;
}

/// How a token hangs on its head: the governor's token, and the key under which the governor's class is looked up.
struct Hang {
  std::uint32_t governor = 0;
  Key by = 0;
  bool direct = false;  // clause, infinitive or object, not through a preposition
};

class Reader {
 public:
  Reader(const mentions::Article& article, const Cues& cues) : article_(article), cues_(cues) {}

  Reading read(std::uint32_t at, int depth) const {
    if (depth >= depth_max) return {};
    const Token& token = article_.token(at);
    if (is_verbal(token) || has_dependent(at, Relation::cop)) return verb(at, depth);
    return noun(at, depth);
  }

 private:
  std::uint32_t dependent(std::uint32_t at, Relation relation) const {
    for (std::uint32_t d : article_.links.dependents(at))
      if (article_.token(d).relation == relation) return d;
    return mentions::none;
  }
  bool has_dependent(std::uint32_t at, Relation relation) const { return dependent(at, relation) != mentions::none; }

  Key lemma_of(std::uint32_t at, Relation relation) const {
    const std::uint32_t d = dependent(at, relation);
    return d == mentions::none ? 0 : article_.token(d).lemma;
  }

  // A verb is looked up with its particle first: "carry out", then "carry".
  Cues::Cue cue_of(std::uint32_t at, Key by) const {
    const Token& token = article_.token(at);
    if (!is_verbal(token)) {
      const bool adjective = token.tag == Tag::adj || token.tag == Tag::adv;
      return cues_.find(adjective ? token.key : token.lemma, adjective ? Cues::Kind::adjective : Cues::Kind::noun, by);
    }
    if (const Key particle = lemma_of(at, Relation::compound_prt))
      if (const Cues::Cue cue = cues_.find(text::chain(token.lemma, particle), Cues::Kind::verb, by)) return cue;
    return cues_.find(token.lemma, Cues::Kind::verb, by);
  }

  Span span(std::uint32_t at) const { return article_.token(at).span; }

  // What a governor of this class, itself read as `above`, makes of an event that alone reads as `own`.
  static Reading bend(Cues::Cue cue, const Reading& above, const Reading& own, Span governor) {
    Reading out = own;
    auto set = [&](Status status) {
      out.status = status;
      out.cue = governor;
      if (cue.stage != Stage::none) out.stage = cue.stage;
    };
    const bool undone = above.status == Status::denied || above.status == Status::failed;
    switch (cue.governor) {
      case Governor::none:
      case Governor::report:
      case Governor::factive:
      case Governor::stall: break;
      case Governor::alleged: out.alleged = true; break;
      case Governor::proof:
        if (undone || above.status == Status::possible) set(Status::possible);
        break;
      case Governor::support:
        if (above.status != Status::happened || above.stage != Stage::none) out = above;
        break;
      case Governor::plan:
      case Governor::agree: set(is_done(above.status) ? Status::planned : above.status); break;
      case Governor::propose:
      case Governor::discuss: set(undone ? Status::denied : Status::proposed); break;
      case Governor::possible: set(Status::possible); break;
      case Governor::deny: set(above.status == Status::denied ? Status::happened : Status::denied); break;
      case Governor::fail:
        set(undone                                                                ? Status::happened
            : above.status == Status::possible || above.status == Status::planned ? Status::possible
                                                                                  : Status::failed);
        break;
      case Governor::prevent:
        set(undone                                                                ? Status::happened
            : above.status == Status::happened || above.status == Status::ongoing ? Status::failed
                                                                                  : Status::possible);
        break;
      case Governor::attempt:
        set(above.status == Status::happened ? Status::failed : is_done(above.status) ? Status::possible : above.status);
        break;
    }
    out.alleged = out.alleged || above.alleged;
    return out;
  }

  // ---- verbs

  // "The group has mostly attacked convoys": what is done as a rule is no one event.
  bool is_habit(std::uint32_t at) const {
    static constexpr text::Key adverbs[] = {"mostly"_key,       "often"_key,     "usually"_key,       "frequently"_key, "regularly"_key,
                                            "typically"_key,    "generally"_key, "traditionally"_key, "routinely"_key,  "sometimes"_key,
                                            "occasionally"_key, "always"_key,    "periodically"_key,  "commonly"_key,   "normally"_key};
    for (std::uint32_t child : article_.links.dependents(at))
      if (std::find(std::begin(adverbs), std::end(adverbs), article_.token(child).key) != std::end(adverbs)) return true;
    return false;
  }

  // "escape being captured": a participle with no auxiliary but "being" says nothing of its own.
  bool is_gerundial(std::uint32_t at) const {
    bool being = false;
    for (std::uint32_t d : article_.links.dependents(at)) {
      const Token& t = article_.token(d);
      if (t.relation != Relation::aux && t.relation != Relation::aux_pass) continue;
      if (t.key != "being"_key) return false;
      being = true;
    }
    return being;
  }

  // The verb's own group, before its governors; `finite` is false where the group alone says nothing.
  Reading own_of_verb(std::uint32_t at, const VerbGroup& group, bool reported, bool& finite) const {
    Reading out;
    finite = true;
    auto set = [&](Status status, Stage stage = Stage::none) {
      out.status = status;
      out.stage = stage;
      out.cue = group.span;
    };
    if (group.conditional) return set(Status::possible), out;
    if (group.negated && group.modality != Modality::may && group.modality != Modality::might)
      return finite = !group.infinitive && group.tense != Tense::none, set(Status::denied), out;
    switch (group.modality) {
      case Modality::will:
      case Modality::shall:
      case Modality::going_to: return set(Status::planned), out;
      case Modality::would: return set(!group.perfect && reported ? Status::planned : Status::possible), out;
      case Modality::may:
      case Modality::might:
      case Modality::can:
      case Modality::could: return set(Status::possible), out;
      case Modality::should:
      case Modality::must:
      case Modality::ought:
      case Modality::need:
      case Modality::have_to: return set(group.perfect ? Status::possible : Status::proposed, Stage::called_for), out;
      case Modality::none: break;
    }
    if (group.tense == Tense::future) return set(Status::planned), out;
    if (group.infinitive || group.tense == Tense::none || (article_.token(at).relation == Relation::xcomp && is_gerundial(at))) {
      finite = false;
      if (group.perfect) return out;  // "to have attacked", "having attacked"
      if (group.infinitive) set(Status::planned);
      return out;
    }
    const bool over = group.perfect && group.tense == Tense::past;  // "had been pressing"
    if (group.progressive && !over && (group.perfect || group.tense == Tense::present))
      return set(Status::ongoing, Stage::implemented), out;
    if (is_habit(at)) return set(Status::general), out;
    if (group.tense == Tense::past || group.perfect) return out;
    if (!is_headline(article_, article_.token(at).sentence)) set(Status::general);
    return out;
  }

  Reading verb(std::uint32_t at, int depth) const {
    const Token& token = article_.token(at);
    const VerbGroup group = article_.links.verb_group(at);
    bool finite = true;
    const bool clause = token.relation == Relation::ccomp;
    Reading own = own_of_verb(at, group, clause, finite);
    if (token.head == at) {
      if (!finite && token.form == Form::base && !group.infinitive) {
        const bool told = has_dependent(at, Relation::nsubj);  // "They cooperate closely": no imperative has a subject
        own = told ? Reading{Status::general, Stage::none, {}, false} : Reading{Status::proposed, Stage::called_for, token.span, false};
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
    switch (hanging.relation) {
      case Relation::ccomp:
      case Relation::csubj:
      case Relation::parataxis:
      case Relation::xcomp: return under(governor, own, finite, depth);
      case Relation::acl:
      case Relation::advcl: return beside(below, governor, own, finite, depth);
      default: break;
    }
    return own;
  }

  // "None of them could", "no official was able to".
  bool is_done_by_nobody(std::uint32_t verb) const {
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
  bool is_use(std::uint32_t governor) const {
    return article_.token(governor).lemma == "use"_key && !article_.links.verb_group(governor).passive &&
           has_dependent(governor, Relation::obj);
  }

  // A clause that is its governor's complement.
  Reading under(std::uint32_t governor, const Reading& own, bool finite, int depth) const {
    // "They found no proof that": the clause is the noun's.
    if (const std::uint32_t noun = finite ? dependent(governor, Relation::obj) : mentions::none;
        noun != mentions::none && is_done(own.status))
      if (const Cues::Cue cue = cue_of(noun, "clause"_key); cue.governor == Governor::proof)
        return bend(cue, read(noun, depth + 1), own, span(noun));
    const VerbGroup group = article_.links.verb_group(governor);
    if (group.passive && !finite)
      if (const Cues::Cue cue = cue_of(governor, "passive"_key))
        return bend(cue, {}, Reading{Status::happened, Stage::none, {}, false}, span(governor));
    Cues::Cue cue = cue_of(governor, "clause"_key);
    if (!cue) cue = cue_of(governor, "any"_key);
    if (!cue) {
      if (finite) return own;
      const Reading above = read(governor, depth + 1);
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

  static bool is_claim(Key noun) {
    return noun == "claim"_key || noun == "allegation"_key || noun == "accusation"_key || noun == "insinuation"_key || noun == "charge"_key;
  }

  // A clause that stands beside its governor: purpose, manner, "plan to attack", "accused of attacking".
  Reading beside(std::uint32_t at, std::uint32_t governor, const Reading& own, bool finite, int depth) const {
    const Key mark = lemma_of(at, Relation::mark);
    const VerbGroup group = article_.links.verb_group(at);
    if (finite) {
      if (mark != "that"_key) return own;
      if (is_claim(article_.token(governor).lemma)) {  // "the claim that Oman had shipped arms"
        Reading claimed = own;
        claimed.alleged = true;
        return claimed;
      }
      const Cues::Cue cue = is_done(own.status) ? cue_of(governor, "clause"_key) : Cues::Cue{};
      return cue.governor == Governor::proof ? bend(cue, read(governor, depth + 1), own, span(governor)) : own;
    }
    if (mark != 0 && mark != "to"_key) {
      if (const Cues::Cue cue = cue_of(governor, mark)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
      if (mark == "without"_key || mark == "than"_key || mark == "instead"_key)
        return {Status::denied, Stage::none, span(dependent(at, Relation::mark)), false};
      if (mark == "of"_key || mark == "at"_key || mark == "in"_key || mark == "for"_key)  // "risk of attacking", "aimed at attacking"
        if (const Cues::Cue cue = cue_of(governor, "any"_key)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
      if (mark == "by"_key || mark == "while"_key) return read(governor, depth + 1);
      return {};
    }
    if (group.infinitive) {
      if (const Cues::Cue cue = cue_of(governor, "any"_key)) return bend(cue, read(governor, depth + 1), Reading{}, span(governor));
      const Reading above = read(governor, depth + 1);
      return is_done(above.status) && !is_use(governor) ? own : above;  // purpose: went there to attack
    }
    if (!is_verbal(article_.token(governor))) {
      // "a platform bringing together both could help": what an unreal thing does is no more real than it.
      if (article_.token(at).form != Form::gerund || is_definite(governor) || article_.token(governor).head == governor) return own;
      const Reading above = hanging_noun(governor, depth + 1);
      return is_done(above.status) ? own : above;  // reduced relative: "people killed in"
    }
    return read(governor, depth + 1);  // "fled, killing two"
  }

  // ---- nouns

  Reading noun(std::uint32_t at, int depth) const {
    const Token& token = article_.token(at);
    for (std::uint32_t d : article_.links.dependents(at)) {
      const Token& dependent = article_.token(d);
      if (dependent.relation == Relation::det && dependent.lemma == "no"_key) return {Status::denied, Stage::none, dependent.span, false};
      if (dependent.relation == Relation::det && dependent.lemma == "any"_key)
        return {Status::possible, Stage::none, dependent.span, false};
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
    if (const std::uint32_t planned = planned_after(at); planned != mentions::none) {
      const Reading hanging = token.head == at ? Reading{} : hanging_noun(at, depth);
      const Cues::Cue cue = cues_.find(article_.token(planned).key, Cues::Kind::adjective, "any"_key);
      return hanging.status == Status::failed ? hanging : bend(cue, {}, {}, article_.token(planned).span);
    }
    if (token.head == at) return {};
    return hanging_noun(at, depth);
  }

  // "Its withdrawal, planned for December, ...", "the withdrawal of troops from Mali, scheduled for May": the participle after the
  // comma, by the words; none where there is none.
  std::uint32_t planned_after(std::uint32_t at) const {
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
      if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::pron || t.tag == Tag::cconj)
        return mentions::none;
    }
    return mentions::none;
  }

  bool is_definite(std::uint32_t at) const {
    const std::uint32_t det = dependent(at, Relation::det);
    if (det != mentions::none) {
      const Key lemma = article_.token(det).lemma;
      return lemma != "a"_key && lemma != "an"_key && lemma != "any"_key && lemma != "some"_key;
    }
    for (std::uint32_t d : article_.links.dependents(at))
      if (article_.token(d).tag == Tag::propn && article_.token(d).relation == Relation::compound) return true;  // "Bali bombings"
    return has_dependent(at, Relation::nmod_poss) || has_dependent(at, Relation::nummod);
  }

  Reading hanging_noun(std::uint32_t at, int depth) const {
    std::uint32_t below = at;
    for (int i = 0; i < depth_max && article_.token(below).relation == Relation::conj; ++i) below = article_.token(below).head;
    const Token& hanging = article_.token(below);
    const std::uint32_t governor = hanging.head;
    if (governor == below) return {};
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
    if (by == "without"_key) return {Status::denied, Stage::none, span(dependent(below, Relation::case_)), false};
    if (by == "after"_key || by == "since"_key || by == "following"_key || by == "during"_key || by == "despite"_key) return {};
    if (by != 0)
      if (const Cues::Cue cue = cue_of(governor, by)) return bend(cue, read(governor, depth + 1), {}, span(governor));
    const bool nominal = !is_verbal(article_.token(governor));
    if (nominal || by == "in"_key || by == "under"_key || by == "with"_key)
      if (const Cues::Cue cue = cue_of(governor, "any"_key))
        if (nominal || cue.governor == Governor::support) return bend(cue, read(governor, depth + 1), {}, span(governor));
    return loosely(at, governor, depth);
  }

  // Under a governor of no class a definite event is presumed; an indefinite one is as real as what it hangs on.
  Reading loosely(std::uint32_t at, std::uint32_t governor, int depth) const {
    if (is_definite(at)) return {};
    Reading above = read(governor, depth + 1);
    if (above.status == Status::planned || above.status == Status::proposed) above.status = Status::possible;
    if (above.status == Status::failed) above.status = Status::happened;
    return above;
  }

  const mentions::Article& article_;
  const Cues& cues_;
};

}  // namespace

bool is_headline(const mentions::Article& article, std::uint32_t sentence) {
  const language::Sentence& s = article.language.sentences[sentence];
  if (s.block < article.layout.blocks.size()) {
    const BlockKind kind = article.layout.blocks[s.block].kind;
    if (kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::heading) return true;
  }
  if (s.first >= s.last) return false;
  std::uint32_t last = s.last - 1;
  while (last > s.first && article.token(last).tag == Tag::punct &&
         (article.words(article.token(last).span) == "\"" || article.words(article.token(last).span) == ")"))
    --last;
  const std::string_view end = article.words(article.token(last).span);
  return article.language.sentences.size() <= 2 || (end != "." && end != "!" && end != "?" && end != ":" && end != "...");
}

Reading read(const mentions::Article& article, std::uint32_t token, const Cues& cues) { return Reader(article, cues).read(token, 0); }

}  // namespace khabar::realis
