// Repairs: trees that English does not have, put right after parsing.
//
//   Oxfam today called on ...              today <- nsubj: a day does nothing; its own dependent does       Oxfam
//   aid to war-torn Chad                   torn with an object: before a noun a hyphened participle is its modifier
//   Oman, which is a host, has offered     two subjects, one of them "which": the clause is relative to the other
#pragma once

#include "language/language.h"

#include <span>
#include <string_view>

namespace khabar::language {

/// Changes heads, relations and, where a word was taken for another, tags of one sentence's tokens, whose first has the index `base`.
/// O(tokens).
void repair(std::string_view text, std::span<Token> sentence, std::uint32_t base);

/// "Thought to be", "said to have", "believed to belong": three words that say what is held of what stands before them. O(1).
bool is_opinion(const Token& held, const Token& to, const Token& verb);

}  // namespace khabar::language
