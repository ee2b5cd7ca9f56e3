#include "facts/claims/quotations.h"

#include "text/sorting.h"

#include <algorithm>

namespace khabar::claims {

using facts::Quotation;
using facts::trimmed;

// “...” — Asha Verma: a quotation, and after it whose it is, up to the end of the line.
void Quotations::signed_quotations() {
  constexpr std::uint32_t shortest = 4, longest = 8;
  const std::uint32_t count = static_cast<std::uint32_t>(article_.language.tokens.size());
  for (std::size_t q = 0; q < context_.quotations.size(); ++q) {
    const Range words = context_.quotations[q].tokens;
    if (words.empty() || words.last - words.first < shortest) continue;
    std::uint32_t dash = words.last;
    while (dash < count && dash < words.last + 2 && context_.is_quote_mark(dash)) ++dash;
    if (dash == words.last || dash >= count || !context_.is_dash(dash) || !article_.in_body(context_.sentence_of(dash))) continue;
    Range name{dash + 1, dash + 1};
    while (name.last < count && name.last - name.first <= longest && !context_.line_ends_before(name.last)) ++name.last;
    if (name.empty() || name.last - name.first > longest || (name.last < count && !context_.line_ends_before(name.last))) continue;
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
    found_.add(std::move(claim), words);
  }
}

// "..., X said" / X said: "..." / said, "..." : a quotation of this sentence, not one that holds the verb.
bool Quotations::content_of_quotation(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue,
                                      Claim& claim, Range& content) {
  if ((cue.frames & quotation) == 0 || quotation_of_[t] != none) return false;
  Range hull;
  std::size_t best = context_.quotations.size();
  for (std::size_t q = first_quotation(sentence.span.begin);
       q < context_.quotations.size() && context_.quotations[q].inner.begin < sentence.span.end; ++q) {
    const Quotation& quotation = context_.quotations[q];
    if (quotation.inner.end <= sentence.span.begin || quotation.tokens.empty() || taken_[q]) continue;
    if (speaker != none && quotation.tokens.contains(speaker)) continue;
    if (!stands_by(quotation.tokens, t, speaker)) continue;
    if (quotation.tokens.last <= t && is_part_of_clause(sentence, quotation.tokens)) continue;
    // urged "all owners" to leave: a part of what is asked
    const std::uint32_t past = quotation.tokens.last + 1;
    if ((cue.frames & somebody_to) != 0 && quotation.tokens.first > t && past < sentence.last && article_.token(past).key == "to"_key)
      continue;
    hull =
        hull.empty() ? quotation.tokens : Range{std::min(hull.first, quotation.tokens.first), std::max(hull.last, quotation.tokens.last)};
    best = q;
    taken_[q] = true;
  }
  if (best == context_.quotations.size()) best = quotation_below(sentence, t);
  if (best == context_.quotations.size()) best = quotation_above(sentence, t);
  if (best == context_.quotations.size()) return false;
  if (hull.empty()) hull = context_.quotations[best].tokens;
  taken_[best] = true;
  // "...," he said. "...": what follows in quotes, in the same block and with nobody else between, is his as well.
  const std::uint32_t block = sentence.block;
  for (std::size_t q = best + 1; q < context_.quotations.size(); ++q) {
    const Range next = context_.quotations[q].tokens;
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
  if (article_.token(t).lemma == "ask"_key) claim.type = ClaimType::say;  // a question
  claim.rule = "claims.quotation";
  return true;
}

// "He said:" at the end of a paragraph: what the next one opens with in quotes. None is the number of quotations.
std::size_t Quotations::quotation_below(const language::Sentence& sentence, std::uint32_t t) const {
  constexpr std::uint32_t reach = 8;
  const std::size_t count = context_.quotations.size();
  if (sentence.last - t > reach || article_.words(article_.token(sentence.last - 1).span) != ":") return count;
  const std::size_t q = first_quotation(sentence.span.end);
  if (q >= count || taken_[q] || context_.quotations[q].tokens.empty()) return count;
  return context_.quotations[q].tokens.first <= sentence.last + 1 ? q : count;
}

// "Does anybody know?" the clerk asked.: the question mark ended a sentence, and what ends it is the quotation. None is the number of
// quotations.
std::size_t Quotations::quotation_above(const language::Sentence& sentence, std::uint32_t t) const {
  constexpr std::uint32_t reach = 7, longest = 22;
  const std::size_t count = context_.quotations.size();
  if (sentence.first < 3 || t - sentence.first > reach || sentence.last - sentence.first > longest) return count;
  for (const Link& link : article_.links.of(t))  // "Diop promised that it would stay": what the verb itself tells
    if (link.dependent > t && !link.inherited && (link.kind == LinkKind::clause || link.kind == LinkKind::infinitive)) return count;
  for (std::uint32_t i = sentence.first; i < t; ++i)
    if (article_.token(i).tag == Tag::verb || article_.token(i).tag == Tag::aux || article_.token(i).tag == Tag::sconj) return count;
  const language::Sentence& before = article_.language.sentences[article_.token(sentence.first - 1).sentence];
  if (before.block != sentence.block) return count;
  const std::size_t q = first_quotation(before.span.begin);
  for (std::size_t i = q; i < count && context_.quotations[i].tokens.first < sentence.first; ++i) {
    const Range words = context_.quotations[i].tokens;
    if (words.empty() || taken_[i] || words.last > sentence.first || words.last + 2 < sentence.first) continue;
    const std::string_view mark = article_.words(article_.token(words.last - 1).span);
    if (mark != "?" && mark != "!") continue;
    return i;
  }
  return count;
}

std::size_t Quotations::first_quotation(std::uint32_t begin) const {
  return static_cast<std::size_t>(std::lower_bound(context_.quotations.begin(), context_.quotations.end(), begin,
                                                   [](const Quotation& q, std::uint32_t at) { return q.inner.end <= at; }) -
                                  context_.quotations.begin());
}

// Between the quotation and the verb (or its speaker) stand only marks and short words about the speaking.
bool Quotations::stands_by(Range quotation, std::uint32_t t, std::uint32_t speaker) const {
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
    if (mark == "," || mark == ":" || (quotation_first && context_.is_quote_mark(i))) {
      comma = true;
    } else if (!context_.is_quote_mark(i)) {
      words = true;
    }
    if ((article_.token(i).tag == Tag::verb || article_.token(i).tag == Tag::aux) && !quotation_first) return false;
    if (article_.token(i).key == "that"_key || article_.token(i).tag == Tag::sconj) return false;
    if (quotation_first && article_.token(i).tag == Tag::cconj) return false;  // "... 'within hours', and Oman has asked"
  }
  const std::string_view last = article_.words(article_.token(quotation.last - 1).span);
  const bool closed = last == "," || last == "?" || last == "!";
  if (quotation_first && words && !closed && !comma_first(gap)) return false;  // "upheld the “one roof” policy, the agency reported"
  comma = comma || (!words && !quotation_first);                               // said "..."
  // “...,” national security adviser Diaz said: titles that are none of the name's group
  constexpr std::uint32_t titles = 9;
  if (quotation_first && closed && gap.last - gap.first <= titles) {
    bool named = true;
    for (std::uint32_t i = gap.first; i < gap.last; ++i) {
      const Tag tag = article_.token(i).tag;
      const bool of = tag == Tag::adp && (article_.token(i).key == "of"_key || article_.token(i).key == "to"_key);  // "ambassador to Chad"
      named = named && (tag == Tag::noun || tag == Tag::propn || tag == Tag::adj || of || context_.is_quote_mark(i));
    }
    if (named) return true;
  }
  return comma && gap.last - gap.first <= (quotation.last <= cue.first ? 3u : 14u);
}

// "They act in line with “accepted law”, it added": a few words of what it added.
bool Quotations::is_part_of_clause(const language::Sentence& sentence, Range words) const {
  constexpr std::uint32_t few = 4;
  if (words.first < sentence.first + 4 || words.last - words.first > few) return false;
  const std::string_view before = article_.words(article_.token(words.first - 2).span);
  if (before == "," || before == ":") return false;
  for (std::uint32_t i = sentence.first; i < words.first; ++i)
    if (context_.quotation_of[i] != none || context_.is_quote_mark(i))
      return i + 1 == words.first && context_.has_finite_verb({sentence.first, i});
  return false;
}

// Does a comma, or the mark that ends the quotation, open the words between it and who said it?
bool Quotations::comma_first(Range gap) const {
  for (std::uint32_t i = gap.first; i < gap.last; ++i) {
    if (context_.is_quote_mark(i)) continue;
    return article_.words(article_.token(i).span) == ",";
  }
  return true;
}

// A sentence that is all quotation, after one whose speaker is known, is the same speaker's.
void Quotations::attribute_bare_quotations() {
  constexpr std::uint32_t reach = 700;  // bytes: a paragraph or two
  const std::vector<Claim>& claims = found_.claims();
  std::vector<std::uint32_t> quoted;
  for (std::uint32_t c = 0; c < claims.size(); ++c)
    if (claims[c].quoted) quoted.push_back(c);
  text::stable_sort(quoted, [&](std::uint32_t a, std::uint32_t b) { return claims[a].cue < claims[b].cue; });
  std::size_t next = 0;
  std::uint32_t nearest = none;
  for (std::size_t q = 0; q < context_.quotations.size(); ++q) {
    if (taken_[q] || context_.quotations[q].tokens.empty()) continue;
    const Range tokens = context_.quotations[q].tokens;
    const language::Sentence& sentence = article_.language.sentences[article_.token(tokens.first).sentence];
    if (!article_.in_body(sentence) || tokens.last - tokens.first < 4) continue;
    const bool begins = tokens.first <= sentence.first + 1;
    const language::Sentence& end = article_.language.sentences[article_.token(tokens.last - 1).sentence];
    if (!begins || tokens.last + 2 < end.last) continue;
    // The last quotation that was attributed before it, if that is near.
    while (next < quoted.size() && claims[quoted[next]].cue.begin < sentence.span.begin) nearest = quoted[next++];
    if (nearest == none || sentence.span.begin - claims[nearest].cue.begin > reach) continue;
    Claim claim = claims[nearest];
    claim.quoted = true;
    claim.rule = "claims.continued_quotation";
    claim.content = context_.quotations[q].inner;
    claim.evidence = {context_.quotations[q].inner, claim.cue};
    taken_[q] = true;
    found_.add_as_told(std::move(claim));
  }
}

}  // namespace khabar::claims
