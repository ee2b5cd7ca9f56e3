// Amounts: a numeral with its currency, or a range of two numerals, and what of it is only a share.
//
//   "$20-30 million"  low 20000000, high 30000000, money USD        "between 20 and 30"  low 20, high 30
//   "eight of 10"     a share: counts nothing
#pragma once

#include "mentions/quantities/numerals.h"

#include <span>
#include <string_view>

namespace khabar::quantities {

/// One sentence as this room walks it: tokens [begin, end), and which tokens times have taken.
struct Walk {
  std::string_view text;
  std::span<const language::Token> tokens;
  std::span<const bool> covered;
  std::uint32_t begin = 0, end = 0;

  /// The token's key; 0 outside the sentence.
  text::Key key(std::uint32_t i) const { return i >= begin && i < end ? tokens[i].key : text::Key{0}; }
  /// Does nothing stand between the token and the one before?
  bool tight(std::uint32_t i) const { return i > begin && i < end && !tokens[i].has(language::Token::space_before); }
  bool is_dash(std::uint32_t i) const;
  std::string_view words(std::uint32_t i) const { return text.substr(tokens[i].span.begin, tokens[i].span.length()); }
};

struct Amount {
  Numeral low, high;             // high: of a range
  const Sense* money = nullptr;  // its currency, where a sign stands before it
  std::uint32_t last = 0;        // the token after it
  bool fold = false;             // "twice as"
};

/// Reads the amount that begins at token `at`; false where there is none. O(length of the amount).
bool read_amount(const Walk& walk, std::uint32_t at, Amount& amount);

/// "eight of 10", "one in five", "one of every nine": the token after the share, or 0 where the amount is none.
std::uint32_t share_end(const Walk& walk, const Amount& amount);

}  // namespace khabar::quantities
