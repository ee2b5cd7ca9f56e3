#include "language/features.h"

#include "text/utf8.h"

namespace khabar::language {

namespace {

enum Shape : std::uint8_t {
  plain,
  capital,
  capitals,
  capital_first,
  digits,
  letters_and_digits,
  hyphenated,
  symbol,
  single_capital,
  neutral
};

}  // namespace

CaseMode case_mode(const Token* first, const Token* last) {
  int words = 0, capitals = 0, initials = 0, long_words = 0, long_initials = 0;
  for (const Token* t = first; t != last; ++t) {
    if (!t->has(Token::has_letter) || t->span.length() < 2) continue;
    ++words;
    capitals += t->has(Token::all_capitals);
    initials += t->has(Token::initial_capital);
    if (t->span.length() >= 4) {
      ++long_words;
      long_initials += t->has(Token::initial_capital);
    }
  }
  if (words >= 2 && capitals * 10 >= words * 8) return CaseMode::upper;
  if (words >= 3 && initials == 0) return CaseMode::lower;
  if (long_words >= 3 && long_initials * 10 >= long_words * 8) return CaseMode::title;
  return CaseMode::normal;
}

Word word_of(std::string_view text, const Token& token, CaseMode mode, bool first) {
  Word word;
  word.key = token.key;
  word.word_class = token.word_class;
  // The folded form's last four and first three bytes.
  unsigned char tail[4] = {0, 0, 0, 0};
  std::uint64_t prefix = 0;
  std::uint32_t length = 0;
  bool hyphen = false;
  char folded[text::folded_max];
  auto push = [&](unsigned char c) {
    tail[0] = tail[1];
    tail[1] = tail[2];
    tail[2] = tail[3];
    tail[3] = c;
    if (length < 3) prefix = prefix << 8 | c;
    ++length;
    if (c == '-') hyphen = true;
  };
  const bool digit_word = token.has(Token::has_digit);
  for (std::uint32_t i = token.span.begin; i < token.span.end;) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      push(c >= 'A' && c <= 'Z' ? c + 32 : (digit_word && c >= '0' && c <= '9' ? '0' : c));
      ++i;
      continue;
    }
    const text::Decoded d = text::decode(text, i);
    const int n = text::fold(d.code, folded);
    for (int j = 0; j < n; ++j) push(static_cast<unsigned char>(folded[j]));
    i += d.length;
  }
  std::uint64_t ending = 0;
  for (std::uint32_t n = 1; n <= 4; ++n) {
    if (n > length) break;
    ending = ending << 8 | tail[4 - n];
    word.ending[n - 1] = ending + (std::uint64_t{n} << 40);
  }
  word.prefix = length >= 3 ? prefix : 0;
  const bool letter = token.has(Token::has_letter);
  if (digit_word) {
    word.shape = letter ? letters_and_digits : digits;
    if (!letter) word.key = text::key_seed + (length < 6 ? length : 6);  // numbers of one length are one word
    if (!letter && token.span.length() == 4) word.key += text[token.span.begin] == '1' || text[token.span.begin] == '2' ? 10 : 0;
  } else if (!letter) {
    word.shape = symbol;
  } else if (mode == CaseMode::upper || mode == CaseMode::lower) {
    word.shape = neutral;
  } else if (token.has(Token::all_capitals)) {
    word.shape = capitals;
  } else if (token.has(Token::initial_capital)) {
    word.shape = first ? capital_first : (token.span.length() == 1 ? single_capital : capital);
    if (mode == CaseMode::title) word.shape = static_cast<std::uint8_t>(neutral + 1);
  } else {
    word.shape = hyphen ? hyphenated : plain;
  }
  return word;
}

}  // namespace khabar::language
