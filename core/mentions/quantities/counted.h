// What a number counts: the noun group after it, or the word that says what befell the counted.
//
//   "59 terrorist attacks led to"   -> "terrorist attacks", head attacks      "ten killed in" -> "killed", head killed, a fate
//   "three of the men"              -> "men"                                  "at least 20 were killed" -> nothing
#pragma once

#include "mentions/quantities/numerals.h"

#include "language/links.h"

#include <span>
#include <string>
#include <string_view>

namespace khabar::quantities {

struct Counted {
  std::uint32_t first = 0, last = 0;  // tokens [first, last): modifiers to head
  std::uint32_t head = 0;
  bool fate = false;  // killed, wounded, others: people, said by what befell them
  bool through_of = false;
  explicit operator bool() const { return last > first; }
};

/// In: the token after the numeral, the sentence's end, where the number's own token stands; `covered` tells tokens of times, which are
/// never counted. O(length of the group).
Counted counted_after(std::span<const language::Token> tokens, const Numeral& numeral, std::uint32_t at, std::uint32_t end,
                      std::span<const bool> covered);

/// "cattle", "personnel", "crew": plurals that have a singular's form.
bool is_collective(text::Key key);

/// The dictionary form of a noun as text: "attacks" -> "attack", "people" -> "person". O(length).
std::string unit_of(std::string_view text, const language::Token& token);

}  // namespace khabar::quantities
