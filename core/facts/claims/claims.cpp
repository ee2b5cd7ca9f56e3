#include "facts/claims/claims.h"

#include "facts/clauses.h"
#include "facts/realis/realis.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

namespace {

using facts::dependent;
using facts::linked;
using facts::Quotation;
using facts::Range;
using facts::span_of;
using facts::subtree;
using facts::trimmed;
using language::Link;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, const Cues& cues)
      : article_(article), cues_(cues), quotations_(facts::quotations(article)), quotation_of_(article.language.tokens.size(), none) {
    for (std::uint32_t q = 0; q < quotations_.size(); ++q)
      for (std::uint32_t t = quotations_[q].tokens.first; t < quotations_[q].tokens.last; ++t) quotation_of_[t] = q;
    taken_.assign(quotations_.size(), false);
  }

  std::vector<Claim> run() {
    signed_quotations();
    for (std::uint32_t s = 0; s < article_.language.sentences.size(); ++s) {
      const language::Sentence& sentence = article_.language.sentences[s];
      if (!article_.in_body(sentence)) continue;
      colon(sentence);
      headline(s);
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = article_.token(t);
        if (token.tag == Tag::verb) {
          verb(sentence, t);
        } else if (token.tag == Tag::noun) {
          noun(t);
        }
        phrase(sentence, t);
      }
    }
    attribute_bare_quotations();
    std::stable_sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) { return a.content < b.content; });
    return std::move(claims_);
  }

 private:
  // ------------------------------------------------------------------------------------------ verbs

  // "point out" is looked up with its particle: FNV keys can be carried on byte by byte.
  text::Key lemma_with_particle(std::uint32_t verb, std::uint32_t& particle) const {
    particle = dependent(article_, verb, Relation::compound_prt);
    text::Key key = article_.token(verb).lemma;
    if (particle == none) return key;
    key = text::add_byte(key, ' ');
    for (char c : text::folded(article_.words(article_.token(particle).span))) key = text::add_byte(key, static_cast<unsigned char>(c));
    return key;
  }

  void verb(const language::Sentence& sentence, std::uint32_t t) {
    std::uint32_t particle = none;
    const Cue* cue = cues_.verb(lemma_with_particle(t, particle));
    if (cue == nullptr) cue = cues_.verb(article_.token(t).lemma);
    if (cue == nullptr) return;
    const language::VerbGroup group = article_.links.verb_group(t);
    // A thing not said, or said only if, is no claim of anybody's.
    if ((group.negated && !negation_is_quoted(t)) || group.conditional) return;
    if (article_.token(t).relation == Relation::amod) return;
    const bool passive = group.passive;
    std::uint32_t speaker = passive ? linked(article_, t, LinkKind::agent) : subject_of(t);
    Range final_content;
    const std::uint32_t final_speaker = passive ? none : speaker_at_end(sentence, t, final_content);
    if (final_speaker != none) speaker = final_speaker;
    if (speaker == none && !passive) speaker = speaker_before(sentence, t);
    if (speaker != none && !can_speak(speaker)) return;
    std::uint32_t addressee = passive ? linked(article_, t, LinkKind::passive_subject) : linked(article_, t, LinkKind::object);
    if (group.infinitive && speaker == none) return;

    if (speaker != none && is_first_or_second_person(speaker)) return;

    Claim claim;
    claim.type = cue->type;
    claim.cue = span_of(article_, {t, t + 1});
    if (particle != none && particle == t + 1) claim.cue = span_of(article_, {t, t + 2});
    claim.source = speaker_at(speaker);

    Range content;
    const bool plain =
        content_of_responsibility(t, addressee, *cue, claim, content) || content_of_quotation(sentence, t, speaker, *cue, claim, content) ||
        content_before(final_content, *cue, claim, content) || content_of_clause(t, speaker, *cue, claim, content) ||
        content_of_parataxis(sentence, t, speaker, *cue, claim, content) || content_after_that(t, speaker, *cue, claim, content) ||
        content_of_phrase(t, addressee, passive, *cue, claim, content);
    if (!plain) return;
    if (claim.rule == "claims.parataxis" && !has_finite_verb(content)) return;
    // Without a speaker only a passive report is one: "it was reported that ...".
    if (speaker == none && !(passive && claim.rule == "claims.clause")) return;
    // A clause that only contains its own source is a misreading.
    if (speaker != none && content.contains(speaker) && claim.rule != "claims.quotation") return;
    if (claim.rule == "claims.quotation" && inside_own_content(t, content)) return;
    add(std::move(claim), content);
  }

  // "Probably not," she said: the negation is hers, not the verb's.
  bool negation_is_quoted(std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t))
      if (quotation_of_[child] != none && quotation_of_[child] != quotation_of_[t]) return true;
    return false;
  }

  bool can_speak(std::uint32_t t) const {
    const Token& token = article_.token(t);
    if (article_.mentions.time_of[t] != none) return false;
    const EntityId entity = article_.entity_at(t);
    if (entity.set()) {
      const EntityType type = article_.mentions.entities.entities[entity.index].type;
      return type != EntityType::programme && type != EntityType::facility;
    }
    if (token.tag == Tag::propn || token.tag == Tag::pron) return true;
    if (token.tag == Tag::num || token.tag == Tag::det) return true;  // "one", "some", "two of them"
    if (token.tag == Tag::adj) return cues_.speaks(token.lemma);      // "the general"
    if (token.tag != Tag::noun) return false;
    return cues_.speaks(token.lemma) || names_an_agent(token);
  }

  // "nominee", "strategist", "moderators": English makes people of verbs and trades with few endings.
  bool names_an_agent(const Token& token) const {
    std::string word = text::folded(article_.words(token.span));
    if (word.size() > 4 && word.back() == 's') word.pop_back();
    for (const std::string_view ending : {"er", "or", "ist", "ee", "ant", "ian", "man", "men", "woman", "women"})
      if (word.size() > ending.size() + 3 && word.ends_with(ending)) return true;
    return false;
  }

  // "The blast killed five people, police said on Monday." / "..., said the minister.": by the words, for a parser easily
  // misses who stands at a long sentence's end. Out: the head of the source, and what stands before the comma.
  std::uint32_t speaker_at_end(const language::Sentence& sentence, std::uint32_t t, Range& content) const {
    constexpr std::uint32_t longest = 14;
    auto in_name = [&](std::uint32_t i) {
      const Tag tag = article_.token(i).tag;
      return tag == Tag::noun || tag == Tag::propn || tag == Tag::det || tag == Tag::adj || tag == Tag::num || tag == Tag::pron ||
             tag == Tag::part || tag == Tag::cconj || tag == Tag::adp || article_.words(article_.token(i).span) == "." || tag == Tag::x;
    };
    auto is_comma = [&](std::uint32_t i) { return article_.words(article_.token(i).span) == "," || is_quote_mark(i); };
    auto head_of = [&](std::uint32_t first, std::uint32_t last) {
      std::uint32_t head = none;
      for (std::uint32_t i = first; i < last; ++i) {
        const Tag tag = article_.token(i).tag;
        if (tag == Tag::adp && head != none) break;
        if (tag == Tag::noun || tag == Tag::propn || tag == Tag::pron) head = i;
      }
      return head;
    };
    // After the verb: nothing but when and where, or how it came to be said ("said on Friday after meeting them").
    static constexpr std::array aside = {"after"_key, "during"_key, "in"_key,     "at"_key,        "on"_key,  "as"_key,
                                         "while"_key, "when"_key,   "before"_key, "following"_key, "amid"_key};
    bool ends = true;
    for (std::uint32_t i = t + 1; i < sentence.last && ends; ++i) {
      const Token& token = article_.token(i);
      if (article_.mentions.time_of[i] != none) continue;
      if (std::find(aside.begin(), aside.end(), token.key) != aside.end()) break;
      ends = token.tag != Tag::verb && token.tag != Tag::aux && token.tag != Tag::sconj && quotation_of_[i] == quotation_of_[t] &&
             i < t + longest;
    }
    if (!ends || quotation_of_[t] != none) return none;
    if (t > sentence.first && is_comma(t - 1)) {  // ", said the minister."
      const std::uint32_t head = head_of(t + 1, sentence.last);
      if (head == none) return none;
      content = {sentence.first, t - 1};
      return content.last > content.first + 2 ? head : none;
    }
    std::uint32_t k = t;
    while (k > sentence.first && in_name(k - 1) && t - k < longest) --k;
    while (k < t && article_.token(k).tag == Tag::aux) ++k;
    if (k == t || k <= sentence.first + 3 || !is_comma(k - 1)) return none;
    content = {sentence.first, k - 1};
    return head_of(k, t);
  }

  // "The Border Office, the agency in charge of the crossing, said ...": the noun group that the sentence begins with, where no
  // other finite verb stands between.
  std::uint32_t speaker_before(const language::Sentence& sentence, std::uint32_t t) const {
    constexpr std::uint32_t longest = 32;
    const Token& verb = article_.token(t);
    if (verb.form != language::Form::past && verb.form != language::Form::present) return none;
    if (t - sentence.first > longest || t == sentence.first) return none;
    std::uint32_t head = none;
    for (std::uint32_t i = sentence.first; i < t; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::verb && token.form != language::Form::past_participle && token.form != language::Form::gerund) return none;
      if (token.tag == Tag::aux || quotation_of_[i] != none) return none;
      const bool open = head == none || (i == head + 1);
      if (open && (token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron)) head = i;
      if (head == none && (token.tag == Tag::adp || token.tag == Tag::sconj)) return none;
    }
    return head != none && can_speak(head) ? head : none;
  }

  // "KAMAL: We shall go." / "Aziz: Court must hear us": the block's first words name who speaks.
  void colon(const language::Sentence& sentence) {
    constexpr std::uint32_t longest = 6;
    if (sentence.block == last_block_) return;
    last_block_ = sentence.block;
    std::uint32_t at = sentence.first;
    while (at < sentence.last && at < sentence.first + longest && article_.words(article_.token(at).span) != ":") ++at;
    if (at == sentence.first || at >= sentence.last || at >= sentence.first + longest || article_.words(article_.token(at).span) != ":")
      return;
    EntityId speaker;
    for (std::uint32_t i = sentence.first; i < at; ++i) {
      const EntityId entity = article_.entity_at(i);
      const bool person = entity.set() && article_.mentions.entities.entities[entity.index].type == EntityType::person;
      if (person) speaker = entity;
      if (!person && article_.token(i).tag == Tag::verb) return;  // a name may look like one: "Sanders"
    }
    if (!speaker.set()) return;
    const Span block = article_.layout.blocks[sentence.block].span;
    std::uint32_t last = at + 1;
    while (last < article_.language.tokens.size() && article_.token(last).span.end <= block.end) ++last;
    Claim claim;
    claim.cue = article_.token(at).span;
    claim.source = {speaker, span_of(article_, {sentence.first, at})};
    claim.rule = "claims.colon";
    add(std::move(claim), {at + 1, last});
  }

  // “...” — Asha Verma: a quotation, and after it whose it is, up to the end of the line.
  void signed_quotations() {
    constexpr std::uint32_t shortest = 4, longest = 8;
    const std::uint32_t count = static_cast<std::uint32_t>(article_.language.tokens.size());
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      const Range words = quotations_[q].tokens;
      if (words.empty() || words.last - words.first < shortest) continue;
      std::uint32_t dash = words.last;
      while (dash < count && dash < words.last + 2 && is_quote_mark(dash)) ++dash;
      if (dash == words.last || dash >= count || !is_dash(dash) || !article_.in_body(sentence_of(dash))) continue;
      Range name{dash + 1, dash + 1};
      while (name.last < count && name.last - name.first <= longest && !line_ends_before(name.last)) ++name.last;
      if (name.empty() || name.last - name.first > longest || (name.last < count && !line_ends_before(name.last))) continue;
      const auto of_a_name = [&](std::uint32_t t) {
        const Tag tag = article_.token(t).tag;
        return tag == Tag::propn || tag == Tag::noun || tag == Tag::adj || tag == Tag::adp || tag == Tag::det || tag == Tag::punct;
      };
      bool plain = true, proper = false;
      for (std::uint32_t t = name.first; t < name.last; ++t) {
        plain = plain && of_a_name(t);
        proper = proper || article_.token(t).tag == Tag::propn;
      }
      if (!plain || !proper) continue;
      Claim claim;
      claim.cue = article_.token(dash).span;
      claim.source = {article_.entity_at(name.first), span_of(article_, trimmed(article_, name))};
      claim.quoted = true;
      claim.rule = "claims.signed";
      taken_[q] = true;
      add(std::move(claim), words);
    }
  }

  const language::Sentence& sentence_of(std::uint32_t t) const { return article_.language.sentences[article_.token(t).sentence]; }

  bool is_dash(std::uint32_t t) const {
    const std::string_view words = article_.words(article_.token(t).span);
    return words == "--" || (text::is_dash(text::decode(words, 0).code) && words.size() <= 3);
  }

  bool line_ends_before(std::uint32_t t) const {
    if (sentence_of(t).block != sentence_of(t - 1).block) return true;
    const std::uint32_t end = article_.token(t - 1).span.end;
    return article_.text.substr(end, article_.token(t).span.begin - end).find('\n') != std::string_view::npos;
  }

  // Headlines: "Bomb kills five: police", "Army: five die in blast", "Mayor escapes bomb - report".
  void headline(std::uint32_t index) {
    const language::Sentence& sentence = article_.language.sentences[index];
    constexpr std::uint32_t longest = 4, shortest = 3;
    if (sentence.last - sentence.first < shortest + 2 || !realis::is_headline(article_, index)) return;
    const auto divides = [&](std::uint32_t t) {
      const std::string_view words = article_.words(article_.token(t).span);
      return words == ":" ||
             ((words == "-" || words == "--" || words == "–" || words == "—") && article_.token(t).has(Token::space_before));
    };
    // Whoever speaks is a noun group without a verb, its last word a speaker: no state, which heads what is about it.
    const auto speaker_in = [&](Range range) {
      if (range.empty() || range.last - range.first > longest) return none;
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        const Tag tag = article_.token(t).tag;
        if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::det) return none;
      }
      const std::uint32_t head = range.last - 1;
      const Token& token = article_.token(head);
      const EntityId id = article_.entity_at(head);
      const bool body = id.set() && article_.mentions.entities.entities[id.index].type == EntityType::organization;
      return body || cues_.speaks(token.lemma) || cues_.speaks(token.key) ? head : none;
    };
    const std::uint32_t past = std::min(sentence.last, sentence.first + longest + 1);
    for (std::uint32_t t = sentence.first + 1; t < past; ++t)
      if (article_.words(article_.token(t).span) == ":") return told_by(speaker_in({sentence.first, t}), t, {t + 1, sentence.last});
    for (std::uint32_t t = sentence.last - 1; t > sentence.first + shortest && t + longest + 1 >= sentence.last; --t)
      if (divides(t)) return told_by(speaker_in({t + 1, sentence.last}), t, {sentence.first, t});
  }

  void told_by(std::uint32_t speaker, std::uint32_t mark, Range content) {
    if (speaker == none || !has_finite_verb(content)) return;
    Claim claim;
    claim.cue = article_.token(mark).span;
    claim.source = speaker_at(speaker);
    claim.rule = "claims.headline";
    add(std::move(claim), content);
  }

  bool content_before(Range before, const Cue& cue, Claim& claim, Range& content) const {
    if (before.empty() || (cue.frames & clause) == 0 || !has_finite_verb(before)) return false;
    content = before;
    claim.rule = "claims.final";
    return true;
  }

  // "I think", "you know": talk, not a report of somebody's words.
  bool is_first_or_second_person(std::uint32_t t) const {
    const text::Key key = article_.token(t).key;
    return key == "i"_key || key == "we"_key || key == "you"_key || key == "it"_key || key == "this"_key || key == "that"_key ||
           key == "which"_key;
  }

  std::uint32_t subject_of(std::uint32_t t) const {
    // Its own subject before one that it shares, who can speak before who cannot, the nearer of two.
    std::uint32_t own = none;
    int best = -1;
    for (const Link& link : article_.links.of(t)) {
      if (link.kind != LinkKind::subject) continue;
      const bool conjunct = article_.token(link.dependent).relation == Relation::conj;
      const int rank = (can_speak(link.dependent) ? 4 : 0) + (conjunct ? 0 : 2) + (link.inherited ? 0 : 1);
      const auto distance = [&](std::uint32_t i) { return i < t ? t - i : i - t; };
      if (rank > best || (rank == best && distance(link.dependent) < distance(own))) own = link.dependent;
      best = std::max(best, rank);
    }
    if (own != none) return own;
    // "..., adding that", "..., saying": the speaker is the governing verb's.
    const Token& token = article_.token(t);
    if ((token.relation == Relation::advcl || token.relation == Relation::acl || token.relation == Relation::conj ||
         token.relation == Relation::xcomp) &&
        token.head != t) {
      const std::uint32_t governor = token.head;
      const std::uint32_t subject = linked(article_, governor, LinkKind::subject);
      if (subject != none) return subject;
      const std::uint32_t passive = linked(article_, governor, LinkKind::passive_subject);
      if (passive != none) return passive;
      if (token.relation == Relation::acl && article_.token(governor).tag != Tag::verb) return governor;
    }
    return none;
  }

  Source speaker_at(std::uint32_t speaker) const {
    Source source = facts::source_at(article_, speaker);
    return source;
  }

  bool is_quote_mark(std::uint32_t t) const {
    const Token& token = article_.token(t);
    const text::Decoded d = text::decode(article_.text, token.span.begin);
    return text::is_quote(d.code) || (text::is_apostrophe(d.code) && token.span.length() <= 3 && !token.has(Token::has_letter));
  }

  // "..., X said" / X said: "..." / said, "..." : a quotation of this sentence, not one that holds the verb.
  bool content_of_quotation(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim,
                            Range& content) {
    if ((cue.frames & quotation) == 0 || quotation_of_[t] != none) return false;
    Range hull;
    std::size_t best = quotations_.size();
    for (std::size_t q = first_quotation(sentence.span.begin); q < quotations_.size() && quotations_[q].inner.begin < sentence.span.end;
         ++q) {
      const Quotation& quotation = quotations_[q];
      if (quotation.inner.end <= sentence.span.begin || quotation.tokens.empty() || taken_[q]) continue;
      if (speaker != none && quotation.tokens.contains(speaker)) continue;
      if (!stands_by(quotation.tokens, t, speaker)) continue;
      hull =
          hull.empty() ? quotation.tokens : Range{std::min(hull.first, quotation.tokens.first), std::max(hull.last, quotation.tokens.last)};
      best = q;
      taken_[q] = true;
    }
    if (best == quotations_.size()) return false;
    // "...," he said. "...": what follows in quotes, in the same block and with nobody else between, is his as well.
    const std::uint32_t block = sentence.block;
    for (std::size_t q = best + 1; q < quotations_.size(); ++q) {
      const Range next = quotations_[q].tokens;
      if (next.empty() || taken_[q] || next.first >= article_.language.tokens.size()) break;
      const language::Sentence& there = article_.language.sentences[article_.token(next.first).sentence];
      if (there.block != block || next.first < hull.last || next.first > std::max(hull.last, sentence.last) + 2 ||
          next.first > there.first + 1)
        break;
      const language::Sentence& end = article_.language.sentences[article_.token(next.last - 1).sentence];
      if (next.last + 2 < end.last) break;
      hull.last = next.last;
      taken_[q] = true;
    }
    content = hull;
    claim.quoted = true;
    claim.rule = "claims.quotation";
    return true;
  }

  std::size_t first_quotation(std::uint32_t begin) const {
    return static_cast<std::size_t>(std::lower_bound(quotations_.begin(), quotations_.end(), begin,
                                                     [](const Quotation& q, std::uint32_t at) { return q.inner.end <= at; }) -
                                    quotations_.begin());
  }

  // Between the quotation and the verb (or its speaker) stand only marks and short words about the speaking.
  bool stands_by(Range quotation, std::uint32_t t, std::uint32_t speaker) const {
    Range cue{t, t + 1};
    if (speaker != none) {
      const Range who = facts::noun_phrase(article_, speaker);
      cue = {std::min(cue.first, who.first), std::max(cue.last, who.last)};
    }
    const Range gap = quotation.last <= cue.first ? Range{quotation.last, cue.first} : Range{cue.last, quotation.first};
    if (gap.first > gap.last) return false;
    const bool quotation_first = quotation.last <= cue.first;
    bool comma = false, words = false;
    for (std::uint32_t i = gap.first; i < gap.last; ++i) {
      const std::string_view mark = article_.words(article_.token(i).span);
      if (mark == "," || mark == ":" || (quotation_first && is_quote_mark(i))) {
        comma = true;
      } else if (!is_quote_mark(i)) {
        words = true;
      }
      if (article_.token(i).tag == Tag::verb && !quotation_first) return false;
      if (article_.token(i).key == "that"_key || article_.token(i).tag == Tag::sconj) return false;
    }
    comma = comma || (!words && !quotation_first);  // said "..."
    return comma && gap.last - gap.first <= (quotation.last <= cue.first ? 3u : 14u);
  }

  // said that ... / said ...: the complement clause.
  // Verbs that have nobody addressed right after them: "said the courts had", where the tree cuts off the subject.
  bool is_plain_speech(std::uint32_t t) const {
    const text::Key lemma = article_.token(t).lemma;
    return lemma == "say"_key || lemma == "add"_key || lemma == "argue"_key || lemma == "claim"_key || lemma == "insist"_key ||
           lemma == "note"_key || lemma == "believe"_key || lemma == "think"_key || lemma == "hope"_key || lemma == "explain"_key;
  }

  bool is_noun_group(Range range) const {
    constexpr std::uint32_t longest = 8;
    if (range.empty() || range.last - range.first > longest) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Tag tag = article_.token(i).tag;
      const bool inside = tag == Tag::det || tag == Tag::adj || tag == Tag::noun || tag == Tag::propn || tag == Tag::num ||
                          tag == Tag::part || (tag == Tag::adp && article_.token(i).key == "of"_key);
      if (!inside || article_.mentions.time_of[i] != none) return false;
    }
    return true;
  }

  bool content_of_clause(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, Range& content) const {
    for (const language::Link& link : article_.links.of(t)) {
      const bool clause_link = link.kind == LinkKind::clause && !link.inherited;
      const bool infinitive_link = link.kind == LinkKind::infinitive && !link.inherited;
      const std::uint32_t child = link.dependent;
      if (clause_link && child > t && (cue.frames & (clause | question)) != 0) {
        Range range = subtree(article_, child);
        if (range.first <= t || (speaker < t && is_plain_speech(t) && is_noun_group({t + 1, range.first}))) range.first = t + 1;
        if (speaker != none && speaker > t && range.contains(speaker)) range.first = std::max(range.first, speaker + 1);
        content = after_that(range);
        content.last = end_of_report(t, std::max(child, content.first));
        claim.rule = "claims.clause";
        return !content.empty();
      }
      if (clause_link && child < t) {  // "The blast killed five, police said."
        Range range = subtree(article_, child, std::array{t});
        if (range.last > t) range.last = t;
        if (speaker != none && speaker < t) range.last = std::min(range.last, facts::noun_phrase(article_, speaker).first);
        content = range;
        claim.rule = "claims.clause";
        return !content.empty();
      }
      const bool relative = article_.token(t).relation == Relation::acl || article_.token(t).relation == Relation::acl_relcl;
      if (infinitive_link && !relative && child > t && (cue.frames & (infinitive | somebody_to)) != 0) {
        Range range = subtree(article_, child);
        if (range.first <= t) range.first = t + 1;
        const std::uint32_t who = linked(article_, t, LinkKind::object);
        if ((cue.frames & somebody_to) != 0 && who != none && who > t && who < child) range.first = facts::noun_phrase(article_, who).first;
        content = range;
        claim.rule = (cue.frames & somebody_to) != 0 ? "claims.somebody_to" : "claims.infinitive";
        return !content.empty();
      }
    }
    return false;
  }

  // "said on Monday that ...", "told reporters that ..." where the parser saw no clause: from "that" on; or, right after the verb,
  // a subject with a finite verb of its own.
  bool content_after_that(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, Range& content) const {
    if ((cue.frames & clause) == 0) return false;
    const std::uint32_t end = sentence_end(t);
    for (std::uint32_t i = t + 1; i < end && i < t + 14; ++i) {
      const Token& token = article_.token(i);
      if (token.key == "that"_key && i + 2 < end && (token.tag != Tag::det || has_finite_verb({i + 2, std::min(end, i + 9)}))) {
        content = {i + 1, end_of_report(t, i + 1)};
        claim.rule = "claims.that";
        return true;
      }
      if (token.tag == Tag::verb || quotation_of_[i] != quotation_of_[t]) break;
    }
    // "said the attackers had fled": a noun group and, soon after, a finite verb.
    if (speaker == none || speaker > t) return false;
    bool subject = false;
    for (std::uint32_t i = t + 1; i < end && i < t + 16; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::punct && article_.words(token.span) != ",") break;
      if (token.tag == Tag::adp && !subject) break;
      if (token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron || token.tag == Tag::num) subject = true;
      const bool finite = token.tag == Tag::aux ||
                          (token.tag == Tag::verb && (token.form == language::Form::past || token.form == language::Form::present));
      if (subject && finite) {
        content = {t + 1, end_of_report(t, i)};
        claim.rule = "claims.bare_clause";
        return true;
      }
      if (token.tag == Tag::verb) break;
    }
    return false;
  }

  // A report runs to the end of its sentence, but for another attribution after it and for what else its speaker did.
  std::uint32_t end_of_report(std::uint32_t cue, std::uint32_t from) const {
    const std::uint32_t end = sentence_end(cue);
    for (std::uint32_t i = from + 1; i < end; ++i) {
      const Token& token = article_.token(i);
      if (quotation_of_[cue] != none && quotation_of_[i] != quotation_of_[cue]) return i;
      const bool after_comma = article_.words(article_.token(i - 1).span) == ",";
      const bool other_cue =
          token.tag == Tag::verb && token.form == language::Form::gerund && after_comma && cues_.verb(token.lemma) != nullptr;
      if (other_cue) return i - 1;
      if (after_comma && token.key == "according"_key) return i - 1;
      const bool same_speaker = token.tag == Tag::verb && token.head == cue && token.relation == Relation::conj;
      if (same_speaker && article_.token(i - 1).relation == Relation::cc) return i - 1;
      // "... and said", "...; the others": another report, another sentence.
      const bool finite = token.form == language::Form::past || token.form == language::Form::present;
      const bool other_report =
          article_.token(i - 1).tag == Tag::cconj && token.tag == Tag::verb && finite && cues_.verb(token.lemma) != nullptr;
      if (other_report) return i - 1;
      if (quotation_of_[i] == none && article_.words(token.span) == ";") return i;
    }
    return end;
  }

  Range after_that(Range range) const {
    while (!range.empty() && (article_.token(range.first).key == "that"_key || article_.token(range.first).tag == Tag::punct))
      ++range.first;
    return range;
  }

  // "The toll has risen, police said, and may rise further.": the verb hangs below its own content.
  bool content_of_parataxis(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim,
                            Range& content) const {
    const Token& token = article_.token(t);
    if ((cue.frames & (clause | quotation)) == 0 || speaker == none) return false;
    const Range aside = subtree(article_, t);
    if (token.relation == Relation::parataxis && token.head != t) {
      const Range range = subtree(article_, token.head, std::array{t});
      if (range.first < aside.first) {
        content = {range.first, std::min(range.last, aside.first)};
        if (range.last > aside.last) content.last = range.last;
        claim.rule = "claims.parataxis";
        return true;
      }
    }
    // "..., police said." where the parser saw no link: the words before the speaker up to the sentence's beginning.
    const std::uint32_t first = std::min(t, facts::noun_phrase(article_, speaker).first);
    const bool comma_before = first > sentence.first && article_.words(article_.token(first - 1).span) == ",";
    if (comma_before && first - sentence.first >= 4 && aside.last + 2 >= sentence.last && quotation_of_[t] == none) {
      content = {sentence.first, first};
      claim.rule = "claims.parataxis";
      return true;
    }
    return false;
  }

  // denied any involvement / accused X of Y / described X as Y / called for Y / called on X to do Y
  bool content_of_phrase(std::uint32_t t, std::uint32_t addressee, bool passive, const Cue& cue, Claim& claim, Range& content) const {
    if ((cue.frames & call_for) != 0) return content_of_call(t, claim, content) || content_of_naming(t, addressee, passive, claim, content);
    struct Preposition {
      Frame frame;
      text::Key key;
    };
    static constexpr Preposition prepositions[] = {
        {with_of, "of"_key}, {with_for, "for"_key}, {with_as, "as"_key}, {with_against, "against"_key}};
    for (const Preposition& preposition : prepositions) {
      if ((cue.frames & preposition.frame) == 0) continue;
      for (std::uint32_t i = t + 1; i < sentence_end(t) && i < t + 24; ++i) {
        if (article_.token(i).key != preposition.key) continue;
        const std::uint32_t head = article_.token(i).head;
        const bool mine = article_.token(head).head == t || head == t;
        if (!mine) continue;
        Range range = subtree(article_, head == t ? i : head);
        range.first = i + 1;
        if (range.last <= i + 2) range.last = facts::clause_end_by_words(article_, i);
        if (preposition.frame == with_as && addressee != none && addressee > t && !passive)
          range.first = facts::noun_phrase(article_, addressee).first;
        content = range;
        claim.rule = "claims.preposition";
        return !content.empty();
      }
    }
    if ((cue.frames & gerund) != 0) {
      for (const language::Link& link : article_.links.of(t)) {
        if (link.dependent > t && (link.kind == LinkKind::infinitive || link.kind == LinkKind::clause)) {
          content = subtree(article_, link.dependent);
          content.first = std::max(content.first, t + 1);
          claim.rule = "claims.gerund";
          return !content.empty();
        }
      }
    }
    if ((cue.frames & object) != 0 && addressee != none && !article_.links.verb_group(t).infinitive) {
      content = passive ? facts::noun_phrase(article_, addressee) : subtree(article_, addressee);
      if (!passive) {
        if (content.first <= t) content.first = t + 1;
        content.last = std::max(content.last, std::min(facts::clause_end_by_words(article_, addressee), end_of_report(t, addressee)));
      }
      claim.rule = "claims.object";
      return !content.empty();
    }
    return false;
  }

  // "called the ruling a mistake": somebody's judgement of a thing.
  bool content_of_naming(std::uint32_t t, std::uint32_t thing, bool passive, Claim& claim, Range& content) const {
    if (passive || thing == none || thing <= t) return false;
    const Range what = facts::noun_phrase(article_, thing);
    const std::uint32_t next = what.last;
    if (what.first <= t || next + 1 >= sentence_end(t)) return false;
    const Tag tag = article_.token(next).tag;
    if (tag != Tag::det && tag != Tag::adj && !is_quote_mark(next)) return false;
    content = {what.first, facts::clause_end_by_words(article_, next)};
    claim.type = ClaimType::say;
    claim.rule = "claims.naming";
    return true;
  }

  // "claimed responsibility for the bombing": the content is the bombing.
  bool content_of_responsibility(std::uint32_t t, std::uint32_t addressee, const Cue& cue, Claim& claim, Range& content) const {
    if (cue.type != ClaimType::claim) return false;
    std::uint32_t word = addressee;
    if (word == none || article_.token(word).lemma != "responsibility"_key)
      for (word = t + 1; word < sentence_end(t) && word < t + 4 && article_.token(word).lemma != "responsibility"_key;) ++word;
    if (word >= sentence_end(t) || article_.token(word).lemma != "responsibility"_key) return false;
    claim.rule = "claims.responsibility";
    for (std::uint32_t i = word + 1; i + 1 < sentence_end(t) && i < word + 12; ++i) {
      if (article_.token(i).key != "for"_key) continue;
      content = {i + 1, facts::clause_end_by_words(article_, i)};
      return !content.empty();
    }
    content = {t, word + 1};
    return true;
  }

  bool content_of_call(std::uint32_t t, Claim& claim, Range& content) const {
    if (t + 1 >= article_.language.tokens.size()) return false;
    const text::Key preposition = article_.token(t + 1).key;
    if (preposition != "for"_key && preposition != "on"_key && preposition != "upon"_key) return false;
    content = subtree(article_, t);
    content.first = t + 2;
    if (preposition != "for"_key) {
      bool to = false;
      for (std::uint32_t i = content.first; i < content.last; ++i) to = to || article_.token(i).key == "to"_key;
      if (!to) return false;
    }
    claim.rule = "claims.call_for";
    return !content.empty();
  }

  bool has_finite_verb(Range range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::aux || (token.tag == Tag::verb && token.form != language::Form::gerund)) return true;
    }
    return false;
  }

  std::uint32_t sentence_end(std::uint32_t t) const { return article_.language.sentences[article_.token(t).sentence].last; }

  bool inside_own_content(std::uint32_t t, Range content) const { return content.contains(t) && quotation_of_[t] != none; }

  // ------------------------------------------------------------------------------------------ nouns and phrases

  // Kabul's claim that ... / a statement by the ministry that ...
  void noun(std::uint32_t t) {
    const Cue* cue = cues_.noun(article_.token(t).lemma);
    if (cue == nullptr) return;
    std::uint32_t clause_head = none, speaker = none;
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Token& token = article_.token(child);
      if ((token.relation == Relation::acl || token.relation == Relation::ccomp) && child > t &&
          dependent(article_, child, Relation::mark) != none &&
          article_.token(dependent(article_, child, Relation::mark)).key == "that"_key)
        clause_head = child;
      if (token.relation == Relation::nmod_poss) speaker = child;
      if (token.relation == Relation::nmod && dependent(article_, child, Relation::case_) != none) {
        const text::Key preposition = article_.token(dependent(article_, child, Relation::case_)).key;
        if (preposition == "by"_key || preposition == "from"_key) speaker = child;
      }
    }
    if (clause_head == none || speaker == none) return;
    Claim claim;
    claim.type = cue->type;
    claim.cue = span_of(article_, {t, t + 1});
    claim.source = speaker_at(speaker);
    claim.rule = "claims.noun";
    add(std::move(claim), after_that(subtree(article_, clause_head)));
  }

  // according to X: the content is the rest of the sentence.
  void phrase(const language::Sentence& sentence, std::uint32_t t) {
    const auto count = sentence.last;
    const lexicon::PhraseMap::Match match =
        cues_.phrases().longest(t, [&](std::uint32_t i) { return i < count ? article_.token(i).key : text::Key{0}; });
    if (!match) return;
    const std::uint32_t after = t + match.length;
    if (after >= sentence.last) return;
    // The source: the noun group that begins here.
    std::uint32_t head = after;
    while (head < sentence.last && article_.token(head).tag != Tag::noun && article_.token(head).tag != Tag::propn &&
           article_.token(head).tag != Tag::pron && article_.token(head).tag != Tag::punct)
      ++head;
    if (head >= sentence.last || article_.token(head).tag == Tag::punct) return;
    while (article_.token(head).head > head && article_.token(head).head < sentence.last &&
           (article_.token(head).relation == Relation::compound || article_.token(head).relation == Relation::nmod_poss ||
            article_.token(head).relation == Relation::amod || article_.token(head).relation == Relation::flat))
      head = article_.token(head).head;
    Range source = facts::noun_phrase(article_, head);
    source.first = std::max(source.first, after);
    if (source.empty()) return;
    Claim claim;
    claim.type = static_cast<ClaimType>(cues_.phrases().payload(match.value));
    claim.cue = span_of(article_, {t, after});
    claim.source.entity = article_.entity_at(head);
    claim.source.span = span_of(article_, source);
    claim.rule = "claims.according_to";
    Range content;
    const Range before{sentence.first, t}, after_source{source.last, sentence.last};
    if (t > sentence.first + 2 && (has_finite_verb(before) || !has_finite_verb(after_source))) {
      content = before;
      // Only the clause it hangs on, where another speaks before it.
      const std::uint32_t quotation = quotation_of_[t];
      if (quotation != none) content.first = std::max(content.first, quotations_[quotation].tokens.first);
    } else {
      content = {source.last, sentence.last};
    }
    add(std::move(claim), content);
  }

  // A sentence that is all quotation, after one whose speaker is known, is the same speaker's.
  void attribute_bare_quotations() {
    constexpr std::uint32_t reach = 700;  // bytes: a paragraph or two
    std::vector<std::uint32_t> quoted;
    for (std::uint32_t c = 0; c < claims_.size(); ++c)
      if (claims_[c].quoted) quoted.push_back(c);
    std::stable_sort(quoted.begin(), quoted.end(), [&](std::uint32_t a, std::uint32_t b) { return claims_[a].cue < claims_[b].cue; });
    std::size_t next = 0;
    std::uint32_t nearest = none;
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      if (taken_[q] || quotations_[q].tokens.empty()) continue;
      const Range tokens = quotations_[q].tokens;
      const language::Sentence& sentence = article_.language.sentences[article_.token(tokens.first).sentence];
      if (!article_.in_body(sentence) || tokens.last - tokens.first < 4) continue;
      const bool begins = tokens.first <= sentence.first + 1;
      const language::Sentence& end = article_.language.sentences[article_.token(tokens.last - 1).sentence];
      if (!begins || tokens.last + 2 < end.last) continue;
      // The last quotation that was attributed before it, if that is near.
      while (next < quoted.size() && claims_[quoted[next]].cue.begin < sentence.span.begin) nearest = quoted[next++];
      if (nearest == none || sentence.span.begin - claims_[nearest].cue.begin > reach) continue;
      Claim claim = claims_[nearest];
      claim.quoted = true;
      claim.rule = "claims.continued_quotation";
      claim.content = quotations_[q].inner;
      claim.evidence = {quotations_[q].inner, claim.cue};
      taken_[q] = true;
      claims_.push_back(std::move(claim));
    }
  }

  void add(Claim claim, Range content) {
    content = trimmed(article_, content);
    if (content.empty()) return;
    claim.content = span_of(article_, content);
    // Two cues of one sentence can meet in one content; they are near each other.
    for (std::size_t back = 0; back < 8 && back < claims_.size(); ++back) {
      const Claim& other = claims_[claims_.size() - 1 - back];
      if (other.content == claim.content && other.source.span == claim.source.span) return;
    }
    Span evidence = claim.content;
    evidence.begin = std::min(evidence.begin, claim.cue.begin);
    evidence.end = std::max(evidence.end, claim.cue.end);
    if (!claim.source.span.empty()) {
      evidence.begin = std::min(evidence.begin, claim.source.span.begin);
      evidence.end = std::max(evidence.end, claim.source.span.end);
    }
    claim.evidence = {evidence};
    claims_.push_back(std::move(claim));
  }

  const mentions::Article& article_;
  const Cues& cues_;
  std::vector<Quotation> quotations_;
  std::vector<std::uint32_t> quotation_of_;
  std::vector<bool> taken_;
  std::uint32_t last_block_ = none;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find(const mentions::Article& article, const Cues& cues) { return Finder(article, cues).run(); }

}  // namespace khabar::claims
