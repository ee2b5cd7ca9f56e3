// Tokens: words, numbers, punctuation, as Universal Dependencies splits English.
//
//   Pakistan's anti-terror unit can't leave Tehrik-i-Taliban's camp by 5 p.m.
//   Pakistan 's anti-terror unit ca n't leave Tehrik - i - Taliban 's camp by 5 p.m.
//
// Hyphens split but after a prefix that is no word (anti-, co-, non-); clitics split; numbers, times, acronyms, URLs and
// addresses hold together. Lexicon rows go through the same function, so that they meet the text on equal terms.
#pragma once

#include "language/language.h"

#include <string_view>
#include <vector>

namespace khabar::language {

/// Appends the tokens of text[range] (span, key, flags; `sentence` is left). Where `closes_sentence`, a full stop at the end
/// is one of its own unless an abbreviation holds it. O(length); no allocation but the vector's.
void append_tokens(std::string_view text, Span range, bool closes_sentence, std::vector<Token>& tokens);

/// Appends the keys of a text's tokens, but for hyphens, where these can be read off: letters of ASCII, single blanks, hyphens between two
/// words. False, and nothing appended, where the text is anything else: then append_tokens() says. Nine rows of a lexicon in ten.
/// O(length).
bool append_plain_keys(std::string_view text, std::vector<Key>& keys);

}  // namespace khabar::language
