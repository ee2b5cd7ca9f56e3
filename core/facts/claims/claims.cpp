#include "facts/claims/claims.h"

#include "facts/claims/contents.h"
#include "facts/claims/context.h"
#include "facts/claims/found.h"
#include "facts/claims/lines.h"
#include "facts/claims/quotations.h"
#include "facts/claims/sources.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

namespace {

using facts::dependent;

// "could say", "should demand": said by nobody yet.
bool may_say(language::Modality modality) {
  return modality != language::Modality::none && modality != language::Modality::will && modality != language::Modality::going_to;
}

class Finder {
 public:
  Finder(const mentions::Article& article, const Cues& cues)
      : context_(article, cues),
        article_(article),
        cues_(cues),
        sources_(context_),
        contents_(context_),
        found_(context_),
        quotations_(context_, found_),
        lines_(context_, found_) {}

  std::vector<Claim> run() {
    quotations_.signed_quotations();
    for (std::uint32_t s = 0; s < article_.language.sentences.size(); ++s) {
      const language::Sentence& sentence = article_.language.sentences[s];
      if (!article_.in_body(sentence)) continue;
      lines_.colon(sentence);
      lines_.headline(s);
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = article_.token(t);
        if (token.tag == Tag::verb) {
          verb(sentence, t);
        } else if (sources_.is_verb_read_as_noun(t)) {
          reading_noun(sentence, t);
        } else if (token.tag == Tag::noun) {
          noun(t);
        }
        phrase(sentence, t);
        view_of(sentence, t);
      }
    }
    quotations_.attribute_bare_quotations();
    return found_.take();
  }

 private:
  // "point out" is looked up with its particle: FNV keys can be carried on byte by byte.
  text::Key lemma_with_particle(std::uint32_t verb, std::uint32_t& particle) const {
    particle = dependent(article_, verb, Relation::compound_prt);
    const text::Key lemma = article_.token(verb).lemma;
    return particle == none ? lemma : text::key_of_pair(lemma, article_.words(article_.token(particle).span));
  }

  void verb(const language::Sentence& sentence, std::uint32_t t) {
    std::uint32_t particle = none;
    const Cue* cue = cues_.verb(lemma_with_particle(t, particle));
    if (cue == nullptr) cue = cues_.verb(article_.token(t).lemma);
    const std::uint32_t clear = t + 1 < sentence.last && article_.token(t + 1).key == "it"_key ? t + 2 : t + 1;  // "made it clear that"
    const bool makes_clear = article_.token(t).lemma == "make"_key && clear < sentence.last && article_.token(clear).key == "clear"_key;
    if (makes_clear) cue = cues_.verb(text::key_of_pair("make"_key, "clear"));
    if (cue == nullptr) return;
    const language::VerbGroup group = article_.links.verb_group(t);
    // A thing not said, or said only if, is no claim of anybody's.
    if ((group.negated && !context_.negation_is_quoted(t)) || group.conditional) return;
    if (article_.token(t).relation == Relation::amod || is_left_unsaid(t)) return;
    if (context_.quotation_of[t] == none && facts::asks_whether(article_, sentence)) return;  // "Does Oman believe that?"
    if (sources_.is_asked_aside(t) || is_told_by_another(sentence, t)) return;
    // "speaking under rule 37"
    if (article_.token(t).lemma == "rule"_key && t > sentence.first && article_.token(t - 1).tag == Tag::adp) return;
    // "ruled that out": no ruling
    if (article_.token(t).lemma == "rule"_key)
      for (std::uint32_t i = t + 1; i < sentence.last && i < t + 4; ++i)
        if (article_.token(i).key == "out"_key) return;
    // "said so in May": what, other words told
    if (t + 1 < sentence.last && article_.token(t + 1).key == "so"_key && t + 2 < sentence.last &&
        (article_.token(t + 2).tag == Tag::punct || article_.token(t + 2).tag == Tag::adp || article_.token(t + 2).tag == Tag::sconj))
      return;
    // "they begin talks": no words
    if (cue->frames == quotation && context_.quotation_of[t] == none)
      if (const std::uint32_t begun = linked(article_, t, LinkKind::object); begun != none && context_.quotation_of[begun] == none) return;
    // "hopes to maintain the pier", "upholds resolving the dispute": no words
    const bool kept = article_.token(t).lemma == "maintain"_key && group.infinitive;
    const bool solved = article_.token(t).lemma == "resolve"_key && article_.token(t).form == language::Form::gerund;
    const bool defended = article_.token(t).lemma == "defend"_key && group.modality != language::Modality::none;
    // "wells in what it takes to be its waters": whose they are, by the way
    const bool by_the_way = article_.token(t).lemma == "consider"_key && t > 2 && article_.token(t - 2).key == "what"_key;
    // "may rest assured that": nobody has promised
    const bool at_ease = article_.token(t).lemma == "assure"_key && t > sentence.first && article_.token(t - 1).key == "rest"_key;
    if (kept || solved || defended || by_the_way || at_ease) return;
    const bool unsaid = may_say(group.modality);
    const bool passive = group.passive;
    std::uint32_t speaker = passive ? linked(article_, t, LinkKind::agent) : sources_.subject_of(t);
    Range final_content;
    const std::uint32_t final_speaker = passive ? none : sources_.speaker_at_end(sentence, t, final_content);
    if (final_speaker != none) speaker = final_speaker;
    // ", reaffirming the states' right to it": what is theirs speaks of nobody's words
    if (speaker != none && speaker > t && speaker + 1 < sentence.last && article_.token(speaker + 1).tag == Tag::part &&
        article_.token(speaker + 1).head == speaker)
      return;
    // "Oman paid; an owner, Omar Diop, said": another sentence but for the mark
    if (!passive && final_speaker == none && speaker != none && speaker < t)
      if (const std::uint32_t mark = facts::semicolon_in(article_, speaker, t);
          mark != none && context_.quotation_of[mark] == none && context_.quotation_of[t] == none)
        speaker = none;
    // "Niger, the poorest of them, said": the name, not what explains it.
    if (const std::uint32_t named = passive ? none : facts::name_before_aside(article_, t);
        named != none && (speaker == none || speaker > named) && final_speaker == none)
      speaker = named;
    if (const std::uint32_t quoted = sources_.quoted_as(t); quoted != none) speaker = quoted;
    if (const std::uint32_t asked = passive ? none : sources_.asked_before(t); asked != none && final_speaker == none) speaker = asked;
    // "According to the agency, the mayor, Omar Diop, said": whom the agency quotes
    const bool according = article_.token(sentence.first).key == "according"_key && final_speaker == none && !passive;
    if (const std::uint32_t quoted = according ? sources_.named_before(t) : none; quoted != none) speaker = quoted;
    if (speaker == none && !passive) speaker = sources_.named_before(t);
    if (speaker == none && !passive) speaker = sources_.speaker_before(sentence, t);
    if (speaker != none && !sources_.can_speak(speaker)) return;
    std::uint32_t addressee = passive ? linked(article_, t, LinkKind::passive_subject) : linked(article_, t, LinkKind::object);
    if ((group.infinitive && speaker == none) || (article_.token(t).form == language::Form::base && is_meant_to(t))) return;
    // "Perhaps he hopes that": nobody knows
    const text::Key opening =
        speaker != none && speaker > sentence.first ? article_.token(facts::noun_phrase(article_, speaker).first).key : 0;
    const std::uint32_t before = speaker != none ? facts::noun_phrase(article_, speaker).first : 0;
    if (opening == "perhaps"_key || opening == "maybe"_key ||
        (before > sentence.first && (article_.token(before - 1).key == "perhaps"_key || article_.token(before - 1).key == "maybe"_key)))
      return;
    // "would do well to remember that": nobody has yet
    if (group.infinitive && article_.token(t).head < t && may_say(article_.links.verb_group(article_.token(t).head).modality)) return;

    if (speaker != none && sources_.is_first_or_second_person(speaker)) return;
    // "the party, which denied it": which party
    if (speaker != none && article_.token(speaker).key == "which"_key) {
      const bool relative = article_.token(t).relation == Relation::acl_relcl && article_.token(t).head < speaker;
      if (!relative || !sources_.can_speak(article_.token(t).head)) return;
      speaker = article_.token(t).head;
    }
    // "argued over who asked for it": a question inside another sentence.
    const bool asked_who = speaker != none && speaker > sentence.first && article_.token(speaker).key == "who"_key &&
                           (article_.token(speaker - 1).tag == Tag::adp || article_.token(speaker - 1).tag == Tag::verb);
    if (asked_who && article_.token(t).relation != Relation::acl_relcl) return;
    // "It said ...", but not "it is worth noting that ...".
    const bool finite = !group.infinitive && (group.tense != language::Tense::none || group.modality != language::Modality::none);
    const bool goes_on = article_.token(t).relation == Relation::advcl && article_.token(t).form == language::Form::gerund &&
                         speaker != none && article_.token(article_.token(t).head).lemma != "be"_key;  // "it left, saying that"
    if (speaker != none && article_.token(speaker).key == "it"_key && !goes_on && article_.token(t).relation != Relation::conj &&
        (!finite || article_.token(speaker).head != t))
      return;

    Claim claim;
    claim.type = cue->type;
    claim.cue = span_of(article_, {t, t + 1});
    if (particle != none && particle == t + 1) claim.cue = span_of(article_, {t, t + 2});
    if (makes_clear) claim.cue = span_of(article_, {t, clear + 1});
    claim.source = facts::source_at(article_, speaker);
    // "..., two clerks and the mayor said": all of them
    if (final_speaker != none && speaker == final_speaker && speaker < t) {
      const Range all = facts::trimmed(article_, {final_content.last, t});
      bool joined = false;
      for (std::uint32_t i = all.first; i < all.last; ++i) joined = joined || article_.token(i).tag == Tag::cconj;
      const bool titled = sources_.person_ending_at(t) == speaker;  // "Secretary of State Ana Diaz said"
      if ((joined || titled) && all.contains(speaker)) claim.source.span = span_of(article_, all);
    }
    // "men who demanded $20,000": the men
    if (speaker != none && article_.token(speaker).key == "who"_key && article_.token(t).relation == Relation::acl_relcl &&
        article_.token(t).head + 1 == speaker && article_.token(speaker - 1).tag == Tag::noun)
      claim.source = facts::source_at(article_, speaker - 1);
    if (speaker != none && !claim.source.entity.set() && article_.token(speaker).key == "who"_key)
      for (const language::Link& link : article_.links.of(t))  // the noun that it stands for
        if (link.kind == LinkKind::subject && link.inherited && !claim.source.entity.set()) {
          claim.source.entity = article_.entity_at(link.dependent);
          const std::uint32_t noun = link.dependent;  // "It was the mayor who warned"
          const std::uint32_t it = linked(article_, noun, LinkKind::subject);
          if (it != none && it < noun && article_.token(it).key == "it"_key && dependent(article_, noun, Relation::cop) != none &&
              noun < speaker)
            claim.source = facts::source_at(article_, noun);
        }

    if (claim.source.span.contains(claim.cue)) {  // "Qatar, all of whom had urged": the name, not what is told of it
      const Range name{speaker, speaker + 1};
      claim.source.span = span_of(article_, name);
      if (const std::uint32_t m = article_.mentions.mention_of[speaker]; m != none)
        claim.source.span = span_of(article_, {article_.mentions.entities.mentions[m].first, article_.mentions.entities.mentions[m].last});
    }
    Range content;
    const bool plain =
        contents_.around(t, speaker, *cue, claim, content) || contents_.of_responsibility(t, addressee, *cue, claim, content) ||
        quotations_.content_of_quotation(sentence, t, speaker, *cue, claim, content) ||
        contents_.before(final_content, *cue, claim, content) || contents_.of_clause(t, speaker, *cue, claim, content) ||
        (contents_.of_parataxis(sentence, t, speaker, *cue, claim, content) && context_.has_finite_verb(content)) ||
        contents_.after_that_word(t, speaker, *cue, claim, content) || contents_.of_phrase(t, addressee, passive, *cue, claim, content);
    if (makes_clear && content.first <= clear && clear + 1 < content.last) content.first = clear + 1;
    if (!plain || (unsaid && !claim.quoted)) return;
    if (article_.token(content.first).key == "anonymity"_key) return;  // "who requested anonymity said": how he spoke
    if (!claim.quoted && (claim.rule == "claims.final" || claim.rule == "claims.parataxis") && is_act_agreed(sentence, t)) return;
    if (!claim.quoted && is_told_elsewhere(t, content)) return;
    // Without a speaker only a passive report is one: "it was reported that ...".
    if (speaker == none && !(passive && claim.rule == "claims.clause")) return;
    // A clause that only contains its own source is a misreading.
    if (speaker != none && content.contains(speaker) && claim.rule != "claims.quotation" && claim.rule != "claims.around") return;
    if (claim.rule == "claims.quotation" && content.contains(t) && context_.quotation_of[t] != none) return;
    found_.add(std::move(claim), content);
  }

  // "Some in Abuja argue that ...": who says so begins the sentence, what is said follows "that".
  void reading_noun(const language::Sentence& sentence, std::uint32_t t) {
    const std::uint32_t speaker = sources_.speaker_before(sentence, t);
    if (speaker == none) return;
    Claim claim;
    claim.type = cues_.verb(article_.token(t).key)->type;
    claim.cue = span_of(article_, {t, t + 1});
    claim.source = facts::source_at(article_, speaker);
    claim.source.span = span_of(article_, facts::trimmed(article_, {sentence.first, t}));
    claim.rule = "claims.that";
    found_.add(std::move(claim), {t + 2, contents_.end_of_report(t, t + 2)});
  }

  // "..., the parties agreed to an extension": what they did, and nothing that they said of what stands before it.
  bool is_act_agreed(const language::Sentence& sentence, std::uint32_t t) const {
    if (article_.token(t).lemma != "agree"_key || t + 1 >= sentence.last) return false;
    for (std::uint32_t i = t + 1; i < sentence.last && i < t + 5; ++i) {
      const text::Key key = article_.token(i).key;
      if (key == "to"_key || key == "on"_key || key == "upon"_key || key == "in"_key || key == "with"_key) return true;
    }
    return false;
  }

  // "the notices are issued to ask", "is expected to say": what somebody is there to say is not said.
  bool is_meant_to(std::uint32_t t) const {
    constexpr int most = 3;  // "is expected to condemn the raid, demand an inquiry and"
    for (int i = 0; i < most && article_.token(t).relation == Relation::conj && article_.token(t).form == language::Form::base; ++i)
      t = article_.token(t).head;
    const Token& token = article_.token(t);
    if ((token.relation != Relation::xcomp && token.relation != Relation::advcl) || token.head >= t) return false;
    return article_.links.verb_group(token.head).passive;
  }

  // "quoted an aide as saying": the aide says it; "citing an aide": a phrase of prepositions.tsv; "pays what it promised": no words.
  bool is_told_by_another(const language::Sentence& sentence, std::uint32_t t) const {
    const std::uint32_t cited = linked(article_, t, LinkKind::object);
    const bool cites = article_.token(t).key == "citing"_key || article_.token(t).key == "quoting"_key;
    if (cites && cited != none && sources_.can_speak(cited)) return true;
    for (const language::Link& link : article_.links.of(t))
      if (link.dependent > t && sources_.quoted_as(link.dependent) != none) return true;
    const bool ends = t + 1 < sentence.last && article_.token(t + 1).tag == Tag::punct && context_.quotation_of[t] == none;
    return ends && t >= sentence.first + 2 && article_.token(t - 2).key == "what"_key && article_.token(t - 1).tag == Tag::pron;
  }

  // "as it promised Oman that it would": told by other words.
  bool is_told_elsewhere(std::uint32_t t, Range content) const {
    const std::uint32_t mark = dependent(article_, t, Relation::mark);
    if (mark == none || article_.token(mark).key != "as"_key) return false;
    const Range words = facts::trimmed(article_, content);
    constexpr std::uint32_t longest = 5;
    for (std::uint32_t i = words.first; i < words.last && i < words.first + 2; ++i)  // "as they pledged to do in May"
      if (article_.token(i).key == "do"_key && article_.token(i).form == language::Form::base) return true;
    return !words.empty() && words.last - words.first <= longest && article_.token(words.last - 1).tag == Tag::aux;
  }

  // "declined to say whether", "stopped short of announcing", "denies supporting it": not said.
  bool is_left_unsaid(std::uint32_t t) const {
    const Token& token = article_.token(t);
    // "spoke of wanting peace", "accused of backing what it calls", "without ordering a retreat"
    if (token.form == language::Form::gerund && t > 0 && article_.token(t - 1).tag == Tag::adp) {
      static constexpr std::array without = {"of"_key, "without"_key, "from"_key, "against"_key};
      if (std::find(without.begin(), without.end(), article_.token(t - 1).key) != without.end()) return true;
    }
    if (token.relation != Relation::xcomp && token.relation != Relation::advcl) return false;
    if (token.form != language::Form::base && token.form != language::Form::gerund) return false;
    const text::Key above = article_.token(token.head).lemma;
    return token.head < t && (above == "decline"_key || above == "refuse"_key || above == "avoid"_key || above == "fail"_key ||
                              ((above == "deny"_key || above == "admit"_key) && token.form == language::Form::gerund) ||
                              (above == "stop"_key && token.form == language::Form::gerund));
  }

  // "claims that Peru has armed Chile do not hold": where the noun's own verb begins, which has no subject behind the clause's; the end
  // where there is none.
  std::uint32_t next_predicate(std::uint32_t clause, std::uint32_t end) const {
    for (std::uint32_t i = clause + 1; i < end; ++i) {
      const Token& token = article_.token(i);
      const bool goes_on = token.tag == Tag::cconj || token.tag == Tag::sconj || token.tag == Tag::pron || token.tag == Tag::punct;
      if (goes_on || token.key == "that"_key || token.key == "to"_key) return end;
      const bool finite = token.tag == Tag::aux ||
                          (token.tag == Tag::verb && (token.form == language::Form::past || token.form == language::Form::present));
      if (!finite) continue;
      const std::uint32_t verb = token.tag == Tag::aux ? token.head : i;
      const std::uint32_t subject = linked(article_, verb, LinkKind::subject);
      const Tag before = article_.token(i - 1).tag;
      const bool infinitive = article_.links.verb_group(clause).infinitive;  // "its vow to retake the town has failed"
      return (infinitive || subject == none || subject < clause) && (before == Tag::noun || before == Tag::propn) ? i : end;
    }
    return end;
  }

  // "checked its claim that the road is shut", where the tree gives the clause to the verb: right behind the noun it is the noun's.
  std::uint32_t clause_behind(std::uint32_t t) const {
    if (t + 2 >= article_.language.tokens.size()) return none;
    const Token& that = article_.token(t + 1);
    const bool opens = that.key == "that"_key && that.relation == Relation::mark && that.sentence == article_.token(t).sentence;
    return opens && that.head > t + 1 && article_.token(that.head).relation == Relation::ccomp ? that.head : none;
  }

  // "its vow to return", "the threat to close it": what is said is an act
  static bool commits(ClaimType type) { return type == ClaimType::promise || type == ClaimType::warn || type == ClaimType::demand; }

  // Kabul's claim that ... / a statement by the ministry that ...
  void noun(std::uint32_t t) {
    const Cue* cue = cues_.noun(article_.token(t).lemma);
    if (cue == nullptr) return;
    std::uint32_t clause_head = none, speaker = none;
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Token& token = article_.token(child);
      const bool clause = token.relation == Relation::acl || token.relation == Relation::acl_relcl || token.relation == Relation::ccomp;
      const std::uint32_t mark = clause && child > t ? dependent(article_, child, Relation::mark) : none;
      if (mark != none && article_.token(mark).key == "that"_key) clause_head = child;
      if (mark != none && article_.token(mark).key == "to"_key && commits(cue->type)) clause_head = child;  // "its vow to return"
      if (token.relation == Relation::nmod_poss) speaker = child;
      const bool modifier = (token.relation == Relation::amod || token.relation == Relation::compound) && child < t;
      if (modifier && speaker == none && (article_.entity_at(child).set() || cues_.speaks(token.lemma)) && sources_.can_speak(child))
        speaker = child;  // "Omani claims that", "government assurances that"
      if (token.relation == Relation::nmod && dependent(article_, child, Relation::case_) != none) {
        const text::Key preposition = article_.token(dependent(article_, child, Relation::case_)).key;
        const text::Key where = article_.token(child).lemma;  // "claims in the press that"
        const bool press = preposition == "in"_key && (where == "media"_key || where == "press"_key || where == "newspaper"_key);
        if (preposition == "by"_key || preposition == "from"_key || press) speaker = child;
      }
    }
    if (clause_head == none) clause_head = clause_behind(t);
    if (clause_head == none || speaker == none) return;
    Claim claim;
    claim.type = cue->type;
    claim.cue = span_of(article_, {t, t + 1});
    claim.source = facts::source_at(article_, speaker);
    claim.rule = "claims.noun";
    Range content = contents_.after_that(subtree(article_, clause_head));
    content.first = std::max(content.first, t + 1);
    content.last = std::min(content.last, next_predicate(clause_head, content.last));
    found_.add(std::move(claim), content);
  }

  // "according to ACME, a research group in Oslo, the town ...": past what explains the source.
  std::uint32_t past_aside(std::uint32_t from, std::uint32_t last) const {
    constexpr std::uint32_t longest = 12;
    if (from + 2 >= last || article_.words(article_.token(from).span) != ",") return from;
    const Tag first = article_.token(from + 1).tag;
    if (first != Tag::det && first != Tag::noun) return from;
    for (std::uint32_t i = from + 1; i < last && i < from + longest; ++i) {
      const Tag tag = article_.token(i).tag;
      if (tag == Tag::verb || tag == Tag::aux || article_.mentions.quantity_of[i] != none) return from;
      if (article_.words(article_.token(i).span) == ",") return context_.has_finite_verb({i, last}) ? i : from;
    }
    return from;
  }

  // Does the clause that the phrase parts go on at once behind its comma with its verb?
  bool goes_on_behind(const language::Sentence& sentence, std::uint32_t past) const {
    if (past + 2 >= sentence.last || article_.words(article_.token(past).span) != ",") return false;
    const Token& next = article_.token(past + 1);
    if (next.tag != Tag::aux && (next.tag != Tag::verb || next.form != language::Form::present)) return false;
    const std::uint32_t verb = next.tag == Tag::aux ? next.head : past + 1;
    for (const language::Link& link : article_.links.of(verb))
      if ((link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) && link.dependent < past &&
          link.dependent >= sentence.first)
        return true;
    return article_.token(verb).relation == Relation::root;
  }

  // "In Oman's view, the pier is safe", "in the clerk's words": whose view it is.
  void view_of(const language::Sentence& sentence, std::uint32_t t) {
    static constexpr std::array views = {"view"_key, "opinion"_key, "words"_key, "telling"_key, "estimation"_key, "reckoning"_key};
    constexpr std::uint32_t longest = 8;
    if (t != sentence.first || article_.token(t).key != "in"_key) return;
    std::uint32_t view = t + 2;
    while (view + 2 < sentence.last && view < t + longest && std::find(views.begin(), views.end(), article_.token(view).key) == views.end())
      ++view;
    if (view + 3 >= sentence.last || view >= t + longest || article_.words(article_.token(view + 1).span) != ",") return;
    const std::uint32_t owner = dependent(article_, view, Relation::nmod_poss);
    if (owner == none || owner <= t || owner > view || !sources_.can_speak(owner) || sources_.is_first_or_second_person(owner) ||
        article_.token(owner).key == "my"_key || article_.token(owner).key == "our"_key || article_.token(owner).key == "your"_key)
      return;
    Claim claim;
    claim.cue = span_of(article_, {view, view + 1});
    claim.source = facts::source_at(article_, owner);
    claim.rule = "claims.according_to";
    found_.add(std::move(claim), {view + 2, sentence.last});
  }

  // Past ", reported that"; the beginning where no verb of saying stands there.
  std::uint32_t past_report(Range content) const {
    std::uint32_t i = content.first;
    while (i < content.last && article_.token(i).tag == Tag::punct) ++i;
    const bool at_once = i == content.first && i + 1 < content.last && article_.token(i + 1).key == "that"_key;  // "citing them said that"
    if ((i == content.first && !at_once) || i + 1 >= content.last || article_.token(i).tag != Tag::verb ||
        cues_.verb(article_.token(i).lemma) == nullptr)
      return content.first;
    return article_.token(i + 1).key == "that"_key ? i + 2 : i + 1;
  }

  // according to X: the content is the rest of the sentence.
  void phrase(const language::Sentence& sentence, std::uint32_t t) {
    const auto count = sentence.last;
    const lexicon::PhraseMap::Match match =
        cues_.phrases().longest(t, [&](std::uint32_t i) { return i < count ? article_.token(i).key : text::Key{0}; });
    if (!match) return;
    const std::uint32_t after = t + match.length;
    if (after >= sentence.last) return;
    if (t > sentence.first && article_.token(t - 1).key == "without"_key) return;  // "without citing a source"
    if (article_.token(t).tag == Tag::verb && is_left_unsaid(t)) return;           // "avoided citing the report"
    if (article_.token(after).key == "what"_key) return;                           // "citing what it called a slur"
    // The source: the noun group that begins here.
    std::uint32_t head = after;
    while (head < sentence.last && article_.token(head).tag != Tag::noun && article_.token(head).tag != Tag::propn &&
           article_.token(head).tag != Tag::pron && article_.token(head).tag != Tag::punct)
      ++head;
    if (head >= sentence.last || article_.token(head).tag == Tag::punct) return;
    const std::uint32_t first = head;  // "according to a May 3 statement": the statement
    while (head + 1 < sentence.last && article_.mentions.time_of[head] != none && article_.token(head + 1).tag != Tag::punct) ++head;
    if (article_.token(head).tag != Tag::noun && article_.token(head).tag != Tag::propn) head = first;
    while (article_.token(head).head > head && article_.token(head).head < sentence.last &&
           (article_.token(head).relation == Relation::compound || article_.token(head).relation == Relation::nmod_poss ||
            article_.token(head).relation == Relation::amod || article_.token(head).relation == Relation::flat))
      head = article_.token(head).head;
    // "pulled out, citing EU sanctions": a reason, and nobody who speaks; "citing a report": who says so
    if (article_.token(t).key == "citing"_key && !sources_.can_speak(head) && !article_.entity_at(head).set()) return;
    Range source = facts::noun_phrase(article_, head);
    source.first = std::max(source.first, after);
    for (std::uint32_t i = head + 1; i < source.last; ++i)  // "according to the premier, “Chad has left”"
      if (context_.quotation_of[i] != context_.quotation_of[head] || context_.is_quote_mark(i)) source.last = i;
    while (source.last > head + 1 && article_.token(source.last - 1).tag == Tag::punct) --source.last;
    // "according to a May 3 statement, the delegation is in Jakarta": another clause is none of the source's
    for (std::uint32_t i = head + 1; i + 1 < source.last; ++i) {
      const text::Key next = article_.token(i + 1).key;
      const bool relative = next == "who"_key || next == "which"_key || next == "whose"_key || next == "where"_key;
      if (article_.words(article_.token(i).span) == "," && !relative && context_.has_finite_verb({i + 1, source.last})) source.last = i;
    }
    if (source.empty()) return;
    // "wants more ships, citing North Korea": why, and nobody's words
    if (article_.token(t).key == "citing"_key)
      if (const EntityId cited = article_.entity_at(head);
          cited.set() && article_.mentions.entities.entities[cited.index].type == EntityType::country && source.last - source.first <= 2)
        return;
    const bool tail = [&] {  // "the research group ACME"
      const Tag tag = source.last < sentence.last ? article_.token(source.last).tag : Tag::punct;
      return (tag == Tag::noun || tag == Tag::propn) && article_.mentions.time_of[source.last] == none;
    }();
    if (tail) {
      const std::uint32_t m = article_.mentions.mention_of[source.last];
      if (!article_.entity_at(head).set()) head = source.last;
      source.last = m == none ? source.last + 1 : article_.mentions.entities.mentions[m].last;  // "the newspaper Harbour Post"
    }
    // "the rights monitor Harbour Watch", where "monitor" was read as a verb
    std::uint32_t named = source.last;
    if (named < sentence.last && (article_.token(named).key == "monitor"_key || article_.token(named).key == "watchdog"_key)) {
      while (named + 1 < sentence.last && article_.token(named + 1).has(Token::initial_capital)) ++named;
      source.last = named + 1;
      if (article_.entity_at(named).set()) head = named;
    }
    // "according to an aide who took part, ...": which aide
    const bool which_one =
        source.last + 1 < sentence.last && (article_.token(source.last).key == "who"_key || article_.token(source.last).key == "that"_key);
    if (which_one) {
      constexpr std::uint32_t longest = 10;
      for (std::uint32_t i = source.last + 1; i < sentence.last && i < source.last + longest; ++i)
        if (article_.words(article_.token(i).span) == ",") {
          source.last = i;
          break;
        }
    }
    // "according to three aides, at a time of": when it is so
    static constexpr std::array apart = {"at"_key, "amid"_key, "after"_key, "while"_key, "as"_key, "despite"_key, "during"_key, "in"_key};
    for (std::uint32_t i = head + 1; i + 1 < source.last; ++i)
      if (article_.words(article_.token(i).span) == "," && std::find(apart.begin(), apart.end(), article_.token(i + 1).key) != apart.end())
        source.last = i;
    // "according to the agency, the mayor, Omar Diop, said": who said it is not the agency
    std::uint32_t past = source.last;
    while (past < sentence.last && article_.token(past).tag == Tag::punct) ++past;
    if (t < sentence.first + 2 && past < sentence.last && article_.token(past).tag == Tag::verb &&
        article_.token(past).form == language::Form::past)
      for (std::uint32_t i = after + 1; i < source.last; ++i)
        if (article_.words(article_.token(i).span) == ",") source.last = i;
    Claim claim;
    claim.type = static_cast<ClaimType>(cues_.phrases().payload(match.value));
    claim.cue = span_of(article_, {t, after});
    claim.source.entity = article_.entity_at(head);
    claim.source.span = span_of(article_, source);
    claim.rule = "claims.according_to";
    Range content;
    if (goes_on_behind(sentence, source.last)) {  // "The pier, according to Omar Diop, is shut"
      found_.add(std::move(claim), {sentence.first, sentence.last});
      return;
    }
    static constexpr std::array opening = {"where"_key, "which"_key, "that"_key, "who"_key, "and"_key, "but"_key, "because"_key};
    const bool opens = t > sentence.first + 1 && article_.words(article_.token(t - 1).span) == "," &&
                       std::find(opening.begin(), opening.end(), article_.token(t - 2).key) != opening.end();
    const Range before{sentence.first, t}, after_source{past_aside(source.last, sentence.last), sentence.last};
    if (t > sentence.first + 2 && !(opens && context_.has_finite_verb(after_source)) &&
        (context_.has_finite_verb(before) || !context_.has_finite_verb(after_source))) {
      content = context_.past_semicolon(before);
      // Only the clause it hangs on, where another speaks before it.
      const std::uint32_t quotation = context_.quotation_of[t];
      if (quotation != none) content.first = std::max(content.first, context_.quotations[quotation].tokens.first);
    } else {
      content = after_source;
      // "media, citing witnesses, reported that": what follows is told by the verb
      if (t > sentence.first) content.first = past_report(content);
    }
    // “... in May. We”: of a quotation that begins here all of it
    std::uint32_t begins = content.first;
    while (begins < content.last && article_.token(begins).tag == Tag::punct) ++begins;
    if (begins < content.last)
      if (const std::uint32_t q = context_.quotation_of[begins]; q != none && context_.quotation_of[t] == none) {
        const Range quoted = context_.quotations[q].tokens;
        if (quoted.first + 1 >= begins && quoted.last > sentence.last) content.last = quoted.last;
      }
    found_.add(std::move(claim), content);
  }

  const Context context_;
  const mentions::Article& article_;
  const Cues& cues_;
  const Sources sources_;
  const Contents contents_;
  Found found_;
  Quotations quotations_;
  Lines lines_;
};

}  // namespace

std::vector<Claim> find(const mentions::Article& article, const Cues& cues) { return Finder(article, cues).run(); }

}  // namespace khabar::claims
