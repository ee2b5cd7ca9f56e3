#include "language/detect.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::language {

namespace {

using namespace text::literals;

// English function words that the neighbours in Latin script do not share as words of the same look ("in", "is", "an", "die", "on" are
// left out or count half by the threshold).
constexpr std::array english = [] {
  std::array words = {"the"_key,  "of"_key,    "and"_key,   "to"_key,    "for"_key,  "with"_key, "by"_key,   "at"_key,    "from"_key, "that"_key, "this"_key,  "which"_key,
                      "was"_key,  "were"_key,  "are"_key,   "has"_key,   "have"_key, "had"_key,  "been"_key, "be"_key,    "it"_key,   "its"_key,  "his"_key,   "her"_key,
                      "their"_key, "they"_key, "he"_key,    "she"_key,   "we"_key,   "you"_key,  "not"_key,  "but"_key,   "or"_key,   "as"_key,   "after"_key, "said"_key,
                      "who"_key,  "will"_key,  "would"_key, "could"_key, "should"_key, "there"_key, "into"_key, "over"_key, "is"_key,   "in"_key,   "a"_key,    "an"_key,
                      "on"_key,   "than"_key,  "more"_key,  "when"_key,  "what"_key, "if"_key,   "all"_key,  "also"_key,  "one"_key,  "two"_key,  "during"_key, "between"_key,
                      "against"_key, "i"_key,  "my"_key,    "our"_key,   "your"_key, "do"_key,   "can"_key,  "about"_key, "up"_key,   "out"_key,  "'s"_key,   "n't"_key};
  std::sort(words.begin(), words.end());
  return words;
}();

}  // namespace

bool looks_english(std::string_view text, const Language& language) {
  std::size_t words = 0, known = 0, foreign = 0;
  for (const Token& token : language.tokens) {
    if (!token.has(Token::has_letter) || token.has(Token::has_digit)) continue;
    ++words;
    known += std::binary_search(english.begin(), english.end(), token.key);
    const char32_t c = text::decode(text, token.span.begin).code;
    foreign += c >= 0x370 && text::is_letter(c);
  }
  if (foreign * 3 > words) return false;
  if (words < 8) return words > 0;
  // English prose has 35 to 50 % of these, headlines and lists 10 %, other languages in Latin script under 8 %.
  return known * 100 >= words * (words < 40 ? 8 : 14);
}

}  // namespace khabar::language
