// What stands round a place in a block, and whether a stop there ends a sentence: rules over a bounded window, in the manner of the
// Punkt and pragmatic_segmenter rule sets.
//
//   "Gen. Khan left at 5 a.m. He"        after "Gen": no        after "a.m": yes
#pragma once

#include "text/key.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <khabar/report.h>

namespace khabar::language {

using text::Key;

inline bool is_terminator(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0xFF01 ||
         c == 0xFF1F;
}
inline bool is_closer(char32_t c) {
  return c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '"' || c == '\'';
}
inline bool is_opener(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB || c == '"' || c == '\'' || c == '`';
}
inline bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x2023 || c == 0x25A0 || c == 0xB7;
}
inline bool is_lower(char32_t c) { return text::is_letter(c) && !text::is_upper(c) && (c < 0x250 || (c >= 0x370 && c < 0x530)); }

/// A block's text. Places are bytes of the whole text, inside the block.
class Surroundings {
 public:
  Surroundings(std::string_view text, Span block)
      : text_(text), end_(std::min<std::uint32_t>(block.end, static_cast<std::uint32_t>(text.size()))), block_begin_(block.begin) {}

  text::Decoded get(std::uint32_t at) const { return text::decode_before(text_, at, end_); }
  char32_t code_at(std::uint32_t at) const { return at < end_ ? get(at).code : U'\0'; }
  // Start of the code point before `at`, which is > block_begin_.
  std::uint32_t before(std::uint32_t at) const {
    std::uint32_t b = at - 1;
    for (int i = 0; i < 3 && b > block_begin_ && (static_cast<unsigned char>(text_[b]) & 0xC0) == 0x80; ++i) --b;
    if (b + get(b).length != at) b = at - 1;
    return b;
  }
  char32_t code_before(std::uint32_t at) const { return at > block_begin_ ? get(before(at)).code : U' '; }
  std::uint32_t skip_space(std::uint32_t at) const {
    while (at < end_) {
      const text::Decoded d = get(at);
      if (!text::is_space(d.code)) break;
      at += d.length;
    }
    return at;
  }
  Key key(std::uint32_t b, std::uint32_t e) const { return text::key_of(text_.substr(b, e - b)); }
  std::uint32_t skip_blank(std::uint32_t at) const;
  // Past quotes and brackets that close right after the stop.
  std::uint32_t after_closers(std::uint32_t at) const;
  bool is_letter_start(std::uint32_t at) const { return text::is_letter(code_at(at)); }
  bool begins_sentence(std::uint32_t at) const;
  std::uint32_t word_begin(std::uint32_t e) const;
  Key next_word(std::uint32_t at) const;
  bool inside_address(std::uint32_t at) const;
  // A lower-case word after a stop: in text without capitals it may still begin a sentence.
  bool lower_goes(std::uint32_t start, std::uint32_t first, bool strong) const;
  // "one.The", "1,000.That": a sentence without its space?
  bool glued(std::uint32_t first, std::uint32_t next) const;
  bool inside_address_after(std::uint32_t at) const;
  // Does a single "." at `first` end a sentence, as far as the word before it tells?
  bool single_stop(std::uint32_t start, std::uint32_t first) const;
  std::uint32_t word_before(std::uint32_t b) const;
  static bool acronym(std::string_view word);
  // "At 5 a.m. Gen. Khan left": fewer than four words since the sentence began.
  bool short_opening(std::uint32_t start, std::uint32_t at) const;

 protected:
  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t block_begin_;
};

}  // namespace khabar::language
