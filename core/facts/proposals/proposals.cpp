#include "facts/proposals/proposals.h"

#include "facts/clauses.h"
#include "facts/proposals/words.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

namespace {

using facts::dependent;
using facts::linked;
using facts::Range;
using facts::span_of;
using facts::subtree;
using facts::trimmed;
using language::Link;
using language::LinkKind;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Tense;
using language::Token;
using language::VerbGroup;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues)
      : article_(article), claims_(claims), cues_(cues) {}

  std::vector<Proposal> run() {
    for (const language::Sentence& sentence : article_.language.sentences) {
      if (!article_.in_body(sentence) || asks(sentence)) continue;
      taken_ = {};
      counted_step(sentence);
      item_asked_for(sentence);
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = article_.token(t);
        const CueClass cue = cues_.of(token.lemma, token.tag == Tag::verb);
        const bool predicate = token.tag == Tag::verb || token.tag == Tag::aux || dependent(article_, t, Relation::cop) != none;
        if (predicate && modal(t)) continue;
        if (what_is_needed(sentence, t)) continue;
        if (token.tag == Tag::verb && suggestion(t)) continue;
        if (cue == CueClass::none) continue;
        if (token.tag == Tag::verb) {
          verb(sentence, t, cue);
        } else if ((cue == CueClass::adjective && (token.tag == Tag::adj || token.tag == Tag::verb)) || cue == CueClass::wise ||
                   (cue == CueClass::noun && token.tag == Tag::noun)) {
          quality(sentence, t, cue);
        }
      }
    }
    attach_claims();
    return std::move(proposals_);
  }

 private:
  bool ends_in_s(std::uint32_t t) const { return article_.words(article_.token(t).span).back() == 's'; }

  // "First, invite the neighbours.": a step of a list is an imperative.
  void counted_step(const language::Sentence& sentence) {
    static constexpr std::array counts = {"first"_key, "second"_key, "third"_key, "fourth"_key, "fifth"_key, "finally"_key, "lastly"_key};
    if (sentence.last < sentence.first + 5 || article_.words(article_.token(sentence.first + 1).span) != ",") return;
    if (std::find(counts.begin(), counts.end(), article_.token(sentence.first).key) == counts.end()) return;
    const std::uint32_t verb = sentence.first + 2;
    const Token& token = article_.token(verb);
    const bool bare = token.form == language::Form::base || (token.form == language::Form::present && !ends_in_s(verb));
    if (token.tag != Tag::verb || !bare || dependent(article_, verb, Relation::nsubj) != none) return;
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.imperative";
    add(std::move(proposal), {verb, facts::clause_end_by_words(article_, verb)});
  }

  // "We suggest that it keep to the rules": what the writer proposes; "that they kept to them" is a guess.
  bool suggestion(std::uint32_t t) {
    const Token& token = article_.token(t);
    if (token.lemma != "suggest"_key || article_.links.verb_group(t).negated) return false;
    const std::uint32_t clause = linked(article_, t, LinkKind::clause);
    if (clause == none || clause <= t) return false;
    const VerbGroup group = article_.links.verb_group(clause);
    const std::uint32_t subject = subject_of(clause);
    if (subject == none || subject <= t || group.modality != Modality::none || article_.token(clause).tag != Tag::verb) return false;
    const Token& who = article_.token(subject);
    const text::Key key = who.key;
    const bool singular = key == "it"_key || key == "he"_key || key == "she"_key || who.form == language::Form::singular;
    const std::string_view words = article_.words(article_.token(clause).span);
    const language::Form form = article_.token(clause).form;
    const bool bare = (form == language::Form::base || form == language::Form::present) && !words.empty() && words.back() != 's';
    // "suggested that Oman and Iran meet": after a past tense the bare form says so of many, too
    const bool past = article_.links.verb_group(t).tense == Tense::past && !article_.links.verb_group(t).passive;
    const bool beside = past ? clause > subject : clause == subject + 1;
    if ((!singular && !past) || !bare || !beside) return false;
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.recommend";
    set_actor(proposal, subject);
    Range range = subtree(article_, clause);
    range.first = facts::noun_phrase(article_, subject).first;
    return add(std::move(proposal), range);
  }

  // "We ask that you: 1. reopen the pier;", "Recommendations - Reopen the pier": what items of a list tell somebody to do, where the
  // line above the list asks for it.
  void item_asked_for(const language::Sentence& sentence) {
    const auto& blocks = article_.layout.blocks;
    if (sentence.block >= blocks.size()) return;
    std::uint32_t verb = sentence.first;
    while (verb < sentence.last && verb < sentence.first + 2 && article_.token(verb).tag == Tag::punct) ++verb;
    const bool item = blocks[sentence.block].kind == BlockKind::list_item || verb > sentence.first;
    const bool begins =
        sentence.first == 0 || article_.language.sentences[article_.token(sentence.first - 1).sentence].block != sentence.block;
    if (!item || !begins) {
      if (!item && begins) list_asks_ = asks_for_list(sentence.block);
      return;
    }
    if (!list_asks_ || verb + 2 >= sentence.last) return;
    const Token& token = article_.token(verb);
    const bool bare = token.form == language::Form::base || (token.form == language::Form::present && !ends_in_s(verb));
    if (token.tag != Tag::verb || !bare) return;
    for (const Link& link : article_.links.of(verb))
      if (link.kind == LinkKind::subject && !link.inherited && link.dependent < verb) return;
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.item";
    add(std::move(proposal), {verb, sentence.last});
  }

  // Does the block end with "we urge you to:", or is it a heading such as "Recommendations"? Looks at its last words.
  bool asks_for_list(std::uint32_t block) const {
    static constexpr std::array words = {"recommendation"_key, "recommend"_key, "urge"_key,     "ask"_key,     "call"_key,
                                         "should"_key,         "must"_key,      "priority"_key, "propose"_key, "proposal"_key,
                                         "request"_key,        "demand"_key,    "need"_key,     "ought"_key};
    constexpr std::size_t longest = 160;
    const Span span = article_.layout.blocks[block].span;
    std::string_view text = article_.words(span);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    const bool heading = article_.layout.blocks[block].kind == BlockKind::heading || text.size() < 40;
    if (text.empty() || (text.back() != ':' && !heading)) return false;
    const std::uint32_t from = span.end > longest ? std::max(span.begin, span.end - static_cast<std::uint32_t>(longest)) : span.begin;
    const auto& tokens = article_.language.tokens;
    auto at =
        std::lower_bound(tokens.begin(), tokens.end(), from, [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
    for (; at != tokens.end() && at->span.end <= span.end; ++at)
      if (std::find(words.begin(), words.end(), at->lemma) != words.end()) return true;
    return false;
  }

  // "What is needed is a hotline"
  bool what_is_needed(const language::Sentence& sentence, std::uint32_t t) {
    const text::Key key = article_.token(t).key;
    if ((key != "needed"_key && key != "required"_key) || t < sentence.first + 2 || t + 3 >= sentence.last) return false;
    const bool asked =
        article_.token(t - 1).key == "is"_key && article_.token(t - 2).key == "what"_key && article_.token(t + 1).key == "is"_key;
    if (!asked || article_.token(t + 2).key == "not"_key) return false;
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    proposal.rule = "proposals.necessity";
    std::uint32_t end = t + 3;  // "a hotline and said that": what else was done
    const std::uint32_t clause_end = facts::clause_end_by_words(article_, t + 1);
    while (end < clause_end && !(article_.token(end - 1).tag == Tag::cconj && article_.token(end).tag == Tag::verb &&
                                 article_.token(end).form == language::Form::past))
      ++end;
    return add(std::move(proposal), {t + 2, end < clause_end ? end - 1 : clause_end});
  }

  bool asks(const language::Sentence& sentence) const {
    return sentence.last > sentence.first && article_.words(article_.token(sentence.last - 1).span).find('?') != std::string_view::npos;
  }

  // "What should be done", "how it must end": a question inside a sentence or heading.
  bool asks_what(std::uint32_t t) const {
    static constexpr std::array words = {"what"_key, "who"_key, "how"_key, "why"_key, "which"_key, "where"_key, "when"_key, "whether"_key};
    return std::find(words.begin(), words.end(), article_.token(t).key) != words.end();
  }

  bool comma_between(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (article_.words(article_.token(i).span) == ",") return true;
    return false;
  }

  // The nearest before the verb that is its own ("What's more, they must"), else one that it shares.
  std::uint32_t subject_of(std::uint32_t t) const {
    std::uint32_t own = none, shared = none;
    for (const language::Link& link : article_.links.of(t)) {
      if (link.kind != LinkKind::subject && link.kind != LinkKind::passive_subject) continue;
      if (link.inherited) {
        if (shared == none) shared = link.dependent;
      } else if (own == none || (link.dependent < t && link.dependent > own)) {
        own = link.dependent;
      }
    }
    return own != none ? own : shared;
  }

  // must, should, ought to, need to, have to
  bool modal(std::uint32_t t) {
    const VerbGroup group = article_.links.verb_group(t);
    const Modality m = group.modality;
    if (m != Modality::must && m != Modality::should && m != Modality::ought && m != Modality::need && m != Modality::have_to) return false;
    if (group.perfect || group.conditional || is_aside(article_.token(t).lemma)) return false;
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
    if (subject != none && subject < modal) range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
    Proposal proposal;
    proposal.rule = "proposals.modal";
    proposal.cue = article_.token(modal).form == language::Form::modal ? article_.token(modal).span : cue_words(group, t);
    // Of a passive the subject is what is done, not who should do it.
    const std::uint32_t agent = linked(article_, t, LinkKind::agent);
    set_actor(proposal, group.passive ? agent : who_should(modal, subject, range.first));
    return add(std::move(proposal), range);
  }

  // "Chad, which has stayed away, ought to join", "The cabinet, he added, should resign": who stands before the aside.
  std::uint32_t who_should(std::uint32_t modal, std::uint32_t subject, std::uint32_t first) const {
    const std::uint32_t named = facts::name_before_aside(article_, modal);
    if (named != none && (subject == none || subject > named)) return named;
    if (subject != none) return subject;
    constexpr std::uint32_t longest = 5;
    for (std::uint32_t i = first; i + 1 < modal && i < first + longest; ++i) {
      const Tag tag = article_.token(i).tag;
      const bool last = article_.words(article_.token(i + 1).span) == ",";
      if (last && (tag == Tag::noun || tag == Tag::propn)) return i;
      if (tag != Tag::noun && tag != Tag::propn && tag != Tag::det && tag != Tag::adj) break;
    }
    return none;
  }

  // "Police said X must ...": where another finite verb stands before the subject, the clause begins with the subject.
  std::uint32_t after_other_clause(std::uint32_t first, std::uint32_t subject) const {
    for (std::uint32_t i = first; i < subject; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::verb && token.form != language::Form::past_participle && token.form != language::Form::gerund) return subject;
      if (token.tag == Tag::aux && token.relation == Relation::cop) return subject;  // "It is our war and we must end it"
      if (token.tag == Tag::aux && token.head < subject && article_.token(token.head).tag == Tag::verb) return subject;  // "I have said"
    }
    return first;
  }

  std::uint32_t first_token(Span span, std::uint32_t head) const {
    std::uint32_t token = head;
    while (token > 0 && article_.token(token - 1).span.begin >= span.begin && !span.empty()) --token;
    return token;
  }

  // The auxiliary that says so, not one before the subject ("What's more, they must").
  std::uint32_t modal_of(const VerbGroup& group, std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t))
      if (child < t && article_.token(child).form == language::Form::modal) return child;
    return first_token(group.span, t);
  }

  Span cue_words(const VerbGroup& group, std::uint32_t t) const {
    const Span head = article_.token(t).span;
    return group.span.empty() || group.span.begin >= head.begin
               ? head
               : Span{group.span.begin, std::max(group.span.begin + 1, first_word_end(group.span))};
  }
  std::uint32_t first_word_end(Span span) const {
    const std::string_view words = article_.words(span);
    const std::size_t blank = words.find_first_of(" \t\n");
    return blank == std::string_view::npos ? span.end : span.begin + static_cast<std::uint32_t>(blank);
  }

  // The subject by the words, where the tree has none.
  bool noun_before(std::uint32_t t) const {
    const Token& token = article_.token(t);
    if (t == 0 || token.form != language::Form::present || article_.token(t - 1).sentence != token.sentence) return false;
    const Tag before = article_.token(t - 1).tag;
    return before == Tag::noun || before == Tag::propn || (before == Tag::verb && article_.token(t - 1).form != language::Form::gerund);
  }

  // X requires Y / urge X to do Y / call for Y / recommend that ...
  void verb(const language::Sentence& sentence, std::uint32_t t, CueClass cue) {
    const VerbGroup group = article_.links.verb_group(t);
    if (group.negated || group.conditional) return;
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    const std::uint32_t subject = subject_of(t);
    const std::uint32_t object = linked(article_, t, LinkKind::object);
    switch (cue) {
      case CueClass::require: {
        // "Police demand that ..." is somebody's act; "the threat demands an answer" is a judgement.
        if (article_.token(t).lemma == "demand"_key && subject != none && is_agent(subject)) {
          request(sentence, t, CueClass::that, group.passive, none);
          return;
        }
        const bool told = subject != none || noun_before(t);
        if (!told || object == none || group.passive || (group.modality == Modality::none && (group.tense == Tense::past || group.perfect)))
          return;
        if (article_.token(t).relation == Relation::acl_relcl || article_.token(t).relation == Relation::acl) return;
        Range range = facts::clause_by_words(article_, t);
        range.last = std::max(range.last, subtree(article_, object).last);  // "needs a wider plan, one that ..."
        if (subject != none && subject < t)                                 // "I have said often that they need"
          range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
        proposal.rule = "proposals.require";
        set_actor(proposal, subject);
        add(std::move(proposal), range);
        return;
      }
      case CueClass::to:
      case CueClass::call:
      case CueClass::that:
      case CueClass::object: request(sentence, t, cue, group.passive, object); return;
      case CueClass::adjective: quality(sentence, t, cue); return;
      default: return;
    }
  }

  // "insists that it is ready": an assertion; "insists that it be ready": a demand.
  bool is_told_as_fact(std::uint32_t t, std::uint32_t clause) const {
    const text::Key verb = article_.token(t).lemma;
    if (verb != "insist"_key && verb != "propose"_key && verb != "demand"_key) return false;
    const std::uint32_t copula = dependent(article_, clause, Relation::cop);
    const std::uint32_t head = copula != none ? copula : clause;
    const Token& finite = article_.token(head);
    if (finite.key == "is"_key || finite.key == "are"_key || finite.key == "was"_key || finite.key == "were"_key || finite.key == "has"_key)
      return true;
    for (std::uint32_t child : article_.links.dependents(clause)) {
      const text::Key key = article_.token(child).key;
      const Relation r = article_.token(child).relation;
      if ((r == Relation::aux || r == Relation::aux_pass) && key != "be"_key && key != "should"_key && key != "must"_key) return true;
    }
    const bool third = finite.form == language::Form::present && ends_in_s(head);
    return verb == "insist"_key && finite.tag == Tag::verb && (third || finite.form == language::Form::past);
  }

  // "Notices of this kind ask the police to act": what things of a kind do is no proposal of anybody's.
  bool is_explained(std::uint32_t t) const {
    const std::uint32_t subject = subject_of(t);
    if (subject != none && !is_agent(subject) && article_.links.verb_group(t).infinitive) return true;  // "are there to ask"
    if (subject == none || subject > t || is_agent(subject) || article_.token(subject).form != language::Form::plural) return false;
    if (article_.token(subject).tag != Tag::noun || dependent(article_, subject, Relation::det) != none) return false;
    return article_.links.verb_group(t).tense == Tense::present && !article_.links.verb_group(t).perfect;
  }

  void request(const language::Sentence& sentence, std::uint32_t t, CueClass cue, bool passive, std::uint32_t object) {
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    if (!passive && is_explained(t)) return;
    const std::uint32_t addressee = passive ? linked(article_, t, LinkKind::passive_subject) : object;
    const std::uint32_t infinitive = linked(article_, t, LinkKind::infinitive);
    if (cue == CueClass::call) {
      if (t + 1 >= sentence.last || passive) return;
      const text::Key preposition = article_.token(t + 1).key;
      Range range = subtree(article_, t);
      range.first = t + 2;
      range.last = std::min(range.last, sentence.last);
      bool to = false;
      for (std::uint32_t i = range.first; i < range.last; ++i) to = to || article_.token(i).key == "to"_key;
      if (preposition == "for"_key) {
        proposal.rule = "proposals.call_for";
      } else if ((preposition == "on"_key || preposition == "upon"_key || preposition == "to"_key) && to) {
        proposal.rule = "proposals.call_on";
      } else {
        return;
      }
      if (to && !range.empty()) {
        std::uint32_t head = range.first;
        while (head + 1 < range.last && article_.token(head).tag != Tag::noun && article_.token(head).tag != Tag::propn) ++head;
        set_actor(proposal, head);
      }
      add(std::move(proposal), range);
      return;
    }
    if (infinitive != none && infinitive > t && addressee != none && cue != CueClass::object) {
      Range range = subtree(article_, infinitive);
      range.first = std::max(range.first, t + 1);
      if (!passive) range.first = std::min(range.first, facts::noun_phrase(article_, addressee).first);
      proposal.rule = "proposals.urge";
      set_actor(proposal, addressee);
      if (range.first > t) add(std::move(proposal), range);
      return;
    }
    const std::uint32_t clause_head = linked(article_, t, LinkKind::clause);
    if (cue == CueClass::that && clause_head != none && clause_head > t && is_told_as_fact(t, clause_head)) return;
    if (cue == CueClass::that && clause_head != none && clause_head > t) {
      Range range = subtree(article_, clause_head);
      range.first = std::max(range.first, t + 1);
      if (article_.token(range.first).key == "that"_key) ++range.first;
      proposal.rule = "proposals.recommend";
      // "insists that the pier be on the list": whoever is asked, it is not the pier.
      const bool done = article_.token(clause_head).tag == Tag::verb && !article_.links.verb_group(clause_head).passive;
      if (done) set_actor(proposal, subject_of(clause_head));
      add(std::move(proposal), range);
      return;
    }
    if ((cue == CueClass::object || cue == CueClass::that) && object != none && object > t && !passive &&
        article_.token(t).lemma != "insist"_key) {
      if (article_.token(object).key == "following"_key) return;  // what is advised comes after it
      proposal.rule = "proposals.advocate";
      Range range = subtree(article_, object);
      range.first = std::max(range.first, t + 1);
      if (article_.token(range.first).key == "that"_key) ++range.first;  // "recommends that donors pay", where "pay" was no verb
      add(std::move(proposal), range);
    }
  }

  // X is essential / it is essential that ... / X is a necessity / there is a need to ...
  void quality(const language::Sentence& sentence, std::uint32_t t, CueClass cue) {
    const Token& token = article_.token(t);
    const std::uint32_t copula = dependent(article_, t, Relation::cop);
    const VerbGroup group = article_.links.verb_group(t);
    if (group.negated || group.conditional) return;
    if (cue == CueClass::wise) return wise(t, copula, group);
    if (copula == none) {
      if (cue == CueClass::noun && token.lemma == "need"_key) need(sentence, t);
      return;
    }
    if (group.tense == Tense::past && group.modality == Modality::none) return;
    const std::uint32_t filler = dependent(article_, t, Relation::expl);
    const std::uint32_t subject = subject_of(t);
    const bool it = filler != none || (subject != none && article_.token(subject).key == "it"_key);
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = cue == CueClass::noun ? "proposals.necessity" : "proposals.essential";
    std::uint32_t content = none;
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Relation r = article_.token(child).relation;
      if (is_circumstance(child)) continue;
      if (child > t &&
          (r == Relation::ccomp || r == Relation::csubj || r == Relation::xcomp || r == Relation::advcl || r == Relation::acl)) {
        content = child;
        break;
      }
    }
    if (it && token.lemma == "incumbent"_key) return incumbent(t, std::move(proposal));
    if (it) {
      if (content == none) return;
      Range range = subtree(article_, content);
      range.first = std::max(range.first, t + 1);
      if (article_.token(range.first).key == "that"_key) ++range.first;
      set_actor(proposal, subject_of(content));
      add(std::move(proposal), range);
      return;
    }
    // "is important" said of a thing praises it more often than it asks for it.
    if (token.lemma == "important"_key || token.lemma == "key"_key || token.lemma == "responsibility"_key || token.lemma == "duty"_key)
      return;
    const std::uint32_t clausal = dependent(article_, t, Relation::csubj);
    const std::uint32_t first = subject != none   ? facts::noun_phrase(article_, subject).first
                                : clausal != none ? subtree(article_, clausal).first
                                                  : none;
    if (first == none || first > t) return;
    if (subject != none && article_.token(subject).tag == Tag::pron) return;
    if (token.relation == Relation::acl_relcl) return;
    add(std::move(proposal), facts::clause_by_words(article_, copula));
  }

  // "It is incumbent on Oman, as the host, to open it": on whom, and what.
  void incumbent(std::uint32_t t, Proposal proposal) {
    constexpr std::uint32_t reach = 16;
    const std::uint32_t end = article_.language.sentences[article_.token(t).sentence].last;
    if (t + 3 >= end || (article_.token(t + 1).key != "on"_key && article_.token(t + 1).key != "upon"_key)) return;
    std::uint32_t who = none;
    for (std::uint32_t i = t + 2; i + 1 < end && i < t + reach; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::verb || token.tag == Tag::aux) return;
      if (who == none && (token.tag == Tag::noun || token.tag == Tag::propn) && article_.token(i + 1).tag != Tag::noun &&
          article_.token(i + 1).tag != Tag::propn)
        who = i;
      if (token.key != "to"_key || article_.token(i + 1).form != language::Form::base) continue;
      if (who != none) set_actor(proposal, who);
      add(std::move(proposal), {t + 2, facts::clause_end_by_words(article_, i + 1)});
      return;
    }
  }

  // "It would be wiser for Oman to wait", "Oman would be wise to wait"
  void wise(std::uint32_t t, std::uint32_t copula, const VerbGroup& group) {
    if (copula == none || group.modality != Modality::would || group.perfect) return;
    std::uint32_t act = none;
    for (std::uint32_t child : article_.links.dependents(t))
      if (act == none && child > t && article_.token(child).form == language::Form::base && article_.token(child - 1).key == "to"_key)
        act = child;
    if (act == none) return;
    const std::uint32_t subject = subject_of(t);
    Proposal proposal;
    proposal.cue = article_.token(t).span;
    proposal.rule = "proposals.wise";
    const bool it = dependent(article_, t, Relation::expl) != none || (subject != none && article_.token(subject).key == "it"_key);
    Range range{t + 1, std::max(subtree(article_, act).last, act + 1)};
    if (it) {
      if (article_.token(t + 1).key == "for"_key) {
        ++range.first;
        for (std::uint32_t i = range.first; i + 1 < act && proposal.actor.span.empty(); ++i) set_actor(proposal, i);
      }
    } else {
      if (subject == none || subject > t) return;
      range.first = facts::noun_phrase(article_, subject).first;
      set_actor(proposal, subject);
    }
    add(std::move(proposal), range);
  }

  // "... where security is a concern", "... when the rains come": no content of "it is vital".
  bool is_circumstance(std::uint32_t clause) const {
    for (std::uint32_t child : article_.links.dependents(clause)) {
      const text::Key key = article_.token(child).key;
      if (child < clause && (key == "where"_key || key == "when"_key || key == "because"_key || key == "as"_key || key == "while"_key ||
                             key == "if"_key || key == "since"_key))
        return true;
    }
    return false;
  }

  // The infinitive of "need for X to act"; none where no such words follow.
  std::uint32_t act_needed(std::uint32_t t) const {
    constexpr std::uint32_t reach = 12;
    const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
    if (t + 4 >= last || article_.token(t + 1).key != "for"_key) return none;
    for (std::uint32_t i = t + 3; i + 1 < last && i < t + reach; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::verb || token.tag == Tag::aux || token.tag == Tag::punct) return none;
      if (token.key != "to"_key) continue;
      const Token& act = article_.token(i + 1);
      return (act.tag == Tag::verb || act.tag == Tag::aux) && act.form == language::Form::base ? i + 1 : none;
    }
    return none;
  }

  // There is a need to / for ...
  void need(const language::Sentence& sentence, std::uint32_t t) {
    // "will not replace the need for", "ended the need for": not asked for.
    const Token& token = article_.token(t);
    if (token.relation == Relation::obj && !speaks_of_need(article_.token(token.head).lemma)) return;
    // "the need for all states to act": whoever is to act, and what; the tree may hang it on the verb above.
    if (const std::uint32_t act = act_needed(t); act != none) {
      Proposal proposal;
      proposal.cue = token.span;
      proposal.rule = "proposals.need_for";
      std::uint32_t who = subject_of(act);
      if (who == none || who < t)
        for (who = act - 2; who > t + 2 && article_.token(who).tag != Tag::noun && article_.token(who).tag != Tag::propn;) --who;
      set_actor(proposal, who);
      add(std::move(proposal), {t + 2, std::max(subtree(article_, act).last, act + 1)});
      return;
    }
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Relation r = article_.token(child).relation;
      if (child <= t || (r != Relation::acl && r != Relation::nmod)) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      const std::uint32_t mark = dependent(article_, child, Relation::mark);
      const bool for_what = preposition != none && article_.token(preposition).key == "for"_key;
      const bool to_what = mark != none && article_.token(mark).key == "to"_key;
      if (!for_what && !to_what) continue;
      Range range = subtree(article_, child);
      range.first = std::max(range.first, t + 1);
      if (for_what) ++range.first;
      // "There is a need for water in the camps": what hangs on "is" after it goes with it.
      if (token.relation == Relation::nsubj && dependent(article_, token.head, Relation::expl) != none)
        for (std::uint32_t beside : article_.links.dependents(token.head))
          if (article_.token(beside).relation == Relation::obl && subtree(article_, beside).first == range.last)
            range.last = subtree(article_, beside).last;
      range.last = std::min(range.last, sentence.last);
      Proposal proposal;
      proposal.cue = article_.token(t).span;
      proposal.rule = "proposals.need_for";
      add(std::move(proposal), range);
      return;
    }
  }

  // A person, body, group or state, or people named by a pronoun.
  bool is_agent(std::uint32_t token) const {
    const EntityId entity = article_.entity_at(token);
    if (entity.set()) {
      const EntityType type = article_.mentions.entities.entities[entity.index].type;
      return type == EntityType::person || type == EntityType::organization || type == EntityType::armed_group ||
             type == EntityType::country || type == EntityType::group_of_people || type == EntityType::place;
    }
    return is_agent_noun(article_.token(token).lemma) || cues_.names_agent(article_.token(token).lemma);
  }

  void set_actor(Proposal& proposal, std::uint32_t token) const {
    if (token == none || !is_agent(token)) return;
    proposal.actor = facts::source_at(article_, token);
    if (!proposal.actor.span.contains(proposal.cue)) return;
    // "Chad, which stays away, ought to join": the name, not what is told of it
    const std::uint32_t m = article_.mentions.mention_of[token];
    proposal.actor.span =
        m == none ? article_.token(token).span
                  : span_of(article_, {article_.mentions.entities.mentions[m].first, article_.mentions.entities.mentions[m].last});
  }

  bool add(Proposal proposal, Range range) {
    for (std::uint32_t i = range.first; i < range.last; ++i)  // another sentence but for the mark
      if ((article_.words(article_.token(i).span) == ";" ||
           (article_.words(article_.token(i).span) == ":" && proposal.rule == "proposals.urge")) &&
          article_.token(i).span.begin > proposal.cue.begin)
        range.last = i;
    range = trimmed(article_, range);
    if (range.last - range.first < 2 || range.empty()) return false;
    // One clause, one proposal: the first cue to claim it keeps it.
    if (taken_.first <= range.first && range.last <= taken_.last && !taken_.empty()) return true;
    taken_ = range;
    proposal.span = span_of(article_, range);
    proposal.evidence = {{std::min(proposal.span.begin, proposal.cue.begin), std::max(proposal.span.end, proposal.cue.end)}};
    proposals_.push_back(std::move(proposal));
    return true;
  }

  // The innermost claim whose content holds the proposal, or that makes it ("urged", "called for"). Claims come in order of content.
  void attach_claims() {
    for (Proposal& proposal : proposals_) {
      auto after = std::upper_bound(claims_.begin(), claims_.end(), proposal.span.begin,
                                    [](std::uint32_t at, const Claim& claim) { return at < claim.content.begin; });
      for (int back = 0; back < 16 && after != claims_.begin(); ++back) {
        --after;
        const bool holds = after->content.begin <= proposal.span.begin && after->content.end + 2 >= proposal.span.end;
        if (holds || after->cue == proposal.cue) {
          proposal.attribution = ClaimId{static_cast<std::uint32_t>(after - claims_.begin())};
          break;
        }
      }
    }
  }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Cues& cues_;
  std::vector<Proposal> proposals_;
  Range taken_;
  bool list_asks_ = false;  // the line above the list that is read asks for what its items tell
};

}  // namespace

std::vector<Proposal> find(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues) {
  return Finder(article, claims, cues).run();
}

}  // namespace khabar::proposals
