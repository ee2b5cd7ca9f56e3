#include "language/detect.h"

#include "lexicon/key_set.h"
#include "text/utf8.h"

#include <span>

namespace khabar::language {

namespace {

using namespace text::literals;

// English function words that the neighbours in Latin script do not share as words of the same look ("in", "is", "an", "die", "on" are
// left out or count half by the threshold).
constexpr text::Key english[] = {
    "the"_key,  "of"_key,   "and"_key,   "to"_key,    "for"_key,    "with"_key,    "by"_key,      "at"_key,    "from"_key,
    "that"_key, "this"_key, "which"_key, "was"_key,   "were"_key,   "are"_key,     "has"_key,     "have"_key,  "had"_key,
    "been"_key, "be"_key,   "it"_key,    "its"_key,   "his"_key,    "her"_key,     "their"_key,   "they"_key,  "he"_key,
    "she"_key,  "we"_key,   "you"_key,   "not"_key,   "but"_key,    "or"_key,      "as"_key,      "after"_key, "said"_key,
    "who"_key,  "will"_key, "would"_key, "could"_key, "should"_key, "there"_key,   "into"_key,    "over"_key,  "is"_key,
    "in"_key,   "a"_key,    "an"_key,    "on"_key,    "than"_key,   "more"_key,    "when"_key,    "what"_key,  "if"_key,
    "all"_key,  "also"_key, "one"_key,   "two"_key,   "during"_key, "between"_key, "against"_key, "i"_key,     "my"_key,
    "our"_key,  "your"_key, "do"_key,    "can"_key,   "about"_key,  "up"_key,      "out"_key,     "'s"_key,    "n't"_key};

// Function words of other languages in Latin script (Spanish, French, German, Italian, Portuguese, Turkish, Indonesian, Dutch, Swedish,
// Urdu and Hindi as they are romanised) that are no English words.
constexpr text::Key other[] = {
    "el"_key,   "los"_key,  "las"_key,  "del"_key, "que"_key,  "y"_key,    "en"_key,    "por"_key,    "con"_key,   "para"_key, "una"_key,
    "un"_key,   "es"_key,   "se"_key,   "su"_key,  "como"_key, "le"_key,   "les"_key,   "des"_key,    "et"_key,    "est"_key,  "dans"_key,
    "pour"_key, "sur"_key,  "qui"_key,  "aux"_key, "der"_key,  "das"_key,  "und"_key,   "ist"_key,    "nicht"_key, "mit"_key,  "von"_key,
    "zu"_key,   "den"_key,  "dem"_key,  "ein"_key, "eine"_key, "il"_key,   "di"_key,    "che"_key,    "non"_key,   "sono"_key, "della"_key,
    "os"_key,   "da"_key,   "em"_key,   "uma"_key, "na"_key,   "com"_key,  "nao"_key,   "ve"_key,     "bir"_key,   "bu"_key,   "icin"_key,
    "ile"_key,  "de"_key,   "yang"_key, "dan"_key, "ini"_key,  "itu"_key,  "untuk"_key, "dengan"_key, "hai"_key,   "ka"_key,   "ki"_key,
    "ke"_key,   "mein"_key, "aur"_key,  "ko"_key,  "dari"_key, "pada"_key, "het"_key,   "een"_key,    "van"_key,   "niet"_key, "voor"_key,
    "zijn"_key, "och"_key,  "att"_key,  "som"_key, "inte"_key, "med"_key};

lexicon::KeySet set_of(std::span<const text::Key> words) {
  lexicon::KeySet set;
  for (const text::Key word : words) set.insert(word);
  return set;
}

}  // namespace

bool looks_english(std::string_view text, const Language& language) {
  static const lexicon::KeySet ours = set_of(english), theirs = set_of(other);
  std::size_t words = 0, known = 0, foreign = 0, others = 0;
  for (const Token& token : language.tokens) {
    if (!token.has(Token::has_letter) || token.has(Token::has_digit)) continue;
    ++words;
    known += ours.contains(token.key);
    others += theirs.contains(token.key) && !token.has(Token::all_capitals);  // "UN" is no article
    if (static_cast<unsigned char>(text[token.span.begin]) < 0x80) continue;
    const char32_t c = text::decode(text, token.span.begin).code;
    foreign += c >= 0x370 && text::is_letter(c);
  }
  if (foreign * 3 > words) return false;
  if (words < 8) return words > 0;
  // Another language shows its own function words; a headline may show none at all. English prose has 35 to 50 % of ours.
  if (others > known && others * 100 >= words * 8) return false;
  return words < 60 || known * 100 >= words * 8;
}

}  // namespace khabar::language
