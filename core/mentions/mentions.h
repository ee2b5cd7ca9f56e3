// Mentions: everything that is named, dated or counted, with an index from tokens - what the facts rooms read.
#pragma once

#include "language/links.h"
#include "layout/layout.h"
#include "mentions/entities/entities.h"
#include "mentions/quantities/quantities.h"
#include "mentions/times/times.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::mentions {

inline constexpr std::uint32_t none = 0xFFFFFFFFu;

struct Mentions {
  entities::Found entities;
  std::vector<times::Found> times;
  std::vector<quantities::Found> quantities;
  std::vector<std::uint32_t> naming_numbers;  // in order: tokens of numbers that count nothing, like "55" in "aged 55"
  // For each token: the index of the mention, time, quantity that covers it, or none.
  std::vector<std::uint32_t> mention_of, time_of, quantity_of;
};

/// "400 Mawozo", "28 Rashtriya Rifles": a number that a name begins with counts nothing. O(mentions + quantities).
void drop_numbers_of_names(Mentions& mentions);

/// Fills the three indexes. O(tokens).
void index_tokens(Mentions& mentions, std::size_t tokens);

/// One article as far as it has been read: what every facts room gets.
struct Article {
  std::string_view text;
  const layout::Layout& layout;
  const language::Language& language;
  const language::Links& links;
  const Mentions& mentions;
  std::string_view published;

  const language::Token& token(std::uint32_t index) const { return language.tokens[index]; }
  std::string_view words(Span span) const { return text.substr(span.begin, span.length()); }
  /// Are the sentence's words the article's own? (Facts are not drawn from boilerplate.)
  bool in_body(const language::Sentence& sentence) const {
    return sentence.block >= layout.blocks.size() || layout::is_body(layout.blocks[sentence.block].kind);
  }
  /// Does the number say which, how old or in what order, and not how many? O(log numbers).
  bool names_by_number(std::uint32_t token) const {
    return std::binary_search(mentions.naming_numbers.begin(), mentions.naming_numbers.end(), token);
  }
  /// The entity that the token's mention refers to; unset where it is part of none.
  EntityId entity_at(std::uint32_t token) const {
    const std::uint32_t m = mentions.mention_of[token];
    return m == none ? EntityId{} : mentions.entities.mentions[m].entity;
  }
};

}  // namespace khabar::mentions
