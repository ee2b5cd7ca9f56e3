// Clauses: which words belong to a clause, a phrase, a quotation - shared by the rooms that cut spans out of sentences.
//
//   "Police said the blast, which hit a market, killed five."
//   subtree(killed) = [the .. five]         trimmed: no quotes, commas or stop at either end
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::facts {

/// Tokens [first, last).
struct Range {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  bool contains(std::uint32_t token) const { return first <= token && token < last; }
};

/// The hull of the token and all that depends on it, without the subtrees of `except`. O(size of the subtree).
Range subtree(const mentions::Article& article, std::uint32_t token, std::span<const std::uint32_t> except = {});

/// The range without punctuation and quotes at its ends (a closing bracket that was opened inside stays, and so does
/// the end of a quotation). Linear in the range.
Range trimmed(const mentions::Article& article, Range range);

/// The clause around a finite verb or modal, by the words alone: back to the sentence's beginning, a conjunction, "that", a colon
/// or a quotation mark (past "However," and "In response,"), on to the sentence's end or where another clause or an attribution
/// begins. For long sentences, whose trees are less to be trusted than their commas. O(length of the sentence).
Range clause_by_words(const mentions::Article& article, std::uint32_t anchor);

/// The end of that clause alone, from a token on.
std::uint32_t clause_end_by_words(const mentions::Article& article, std::uint32_t from);

/// ", saying that": where a participle that tells something begins behind a comma; `end` where none does. O(words between).
std::uint32_t report_behind(const mentions::Article& article, std::uint32_t from, std::uint32_t end);

/// The first token from this one on that is no word of a time ("on Friday", "last week", "late Monday"). O(length of the time).
std::uint32_t past_time(const mentions::Article& article, std::uint32_t token);

/// "condemned the attack in Gao on 2 August": a day told in figures behind what the verb acts upon, no other verb between. O(words
/// between).
bool is_day_of_object(const mentions::Article& article, std::uint32_t verb, const times::Found& time);

/// "Did China help?", "Question: Is Oman arming them?": what is asked is told by nobody yet. O(1).
bool asks_whether(const mentions::Article& article, const language::Sentence& sentence);

/// Is the token that mark?
inline bool is_mark(const mentions::Article& article, std::uint32_t token, std::string_view mark) {
  return article.words(article.token(token).span) == mark;
}

/// The bytes of the range; empty for an empty range.
Span span_of(const mentions::Article& article, Range range);

/// The first dependent with that relation; mentions::none where there is none.
std::uint32_t dependent(const mentions::Article& article, std::uint32_t token, language::Relation relation);

/// The first link of that kind; mentions::none where there is none.
std::uint32_t linked(const mentions::Article& article, std::uint32_t token, language::LinkKind kind);

/// The range of the noun group that the token heads, with what depends on it up to a relative clause or apposition.
Range noun_phrase(const mentions::Article& article, std::uint32_t token);

/// "Niger, the poorest of them, urged", "Oman, which stayed away, has": the name that the clause begins with, where an aside between
/// commas parts it from its verb; none where there is no such name. By the words: trees lose it. Looks back a bounded way.
std::uint32_t name_before_aside(const mentions::Article& article, std::uint32_t verb);

/// "called on them to pay, and the bishops offered to help": where a clause with a subject of its own, joined to the verb, begins behind
/// the token; `end` where none does. O(dependents).
std::uint32_t before_joined_clause(const mentions::Article& article, std::uint32_t verb, std::uint32_t from, std::uint32_t end);
/// The first semicolon of [first, last), but at most 60 tokens on; none where there is none.
std::uint32_t semicolon_in(const mentions::Article& article, std::uint32_t first, std::uint32_t last);

/// Words between quotation marks, per block: `inner` without the marks. Marks that never close end with their block.
struct Quotation {
  Span inner;
  Range tokens;  // of the inner words
};
std::vector<Quotation> quotations(const mentions::Article& article);

/// Who acts or speaks: the entity that heads the phrase, and its words.
Source source_at(const mentions::Article& article, std::uint32_t token);

}  // namespace khabar::facts
