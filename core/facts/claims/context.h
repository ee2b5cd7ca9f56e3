// What all steps of this room look at: the article, the cues, and which words stand in quotation marks.
#pragma once

#include "facts/claims/claims.h"
#include "facts/clauses.h"

#include <vector>

namespace khabar::claims {

using facts::linked;
using facts::Range;
using facts::span_of;
using facts::subtree;
using language::Link;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

struct Context {
  Context(const mentions::Article& text, const Cues& words);

  const language::Sentence& sentence_of(std::uint32_t t) const { return article.language.sentences[article.token(t).sentence]; }
  std::uint32_t sentence_end(std::uint32_t t) const { return sentence_of(t).last; }
  bool is_quote_mark(std::uint32_t t) const;
  bool is_dash(std::uint32_t t) const;
  bool line_ends_before(std::uint32_t t) const;
  bool has_finite_verb(Range range) const;
  /// What stands behind the range's last semicolon outside quotations, where that is a clause; else the range. O(length).
  facts::Range past_semicolon(facts::Range range) const;
  /// Does a clause with "that" follow, which this verb governs? O(dependents).
  bool is_followed_by_that(std::uint32_t t) const;
  bool is_noun_group(Range range) const;
  /// "Probably not," she said: the negation is hers, not the verb's.
  bool negation_is_quoted(std::uint32_t t) const;

  const mentions::Article& article;
  const Cues& cues;
  std::vector<facts::Quotation> quotations;
  std::vector<std::uint32_t> quotation_of;  // of each token: the quotation that it stands in, or none
};

}  // namespace khabar::claims
