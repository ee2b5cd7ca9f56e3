// Atoms: the text cut finer than into tokens, so that a pattern of times sees the same pieces however tokens are cut.
//
//   mid-1933, 5pm on Nov. 4th   ->   mid | - | 1933 | , | 5 | pm | on | Nov | . | 4 | th
//
// A run of letters, a run of digits, or one other character is an atom; white space is none. Each knows its token and
// whether white space stands before it. Linear in the text.
#pragma once

#include "language/language.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::times {

enum class AtomKind : std::uint8_t { word, number, mark };

struct Atom {
  Span span;
  text::Key key = 0;         // of the folded word, the digits or the mark
  std::uint32_t token = 0;   // index of the token it lies in; no_token where there are none
  std::uint32_t number = 0;  // value of a run of digits, 0 where it has more than nine
  std::uint8_t digits = 0;   // how many, 255 for more than 254
  AtomKind kind = AtomKind::mark;
  bool glued = false;    // no white space before it
  bool capital = false;  // begins with a capital letter
  bool starts = false;   // first of a sentence or line
};

inline constexpr std::uint32_t no_token = 0xFFFFFFFFu;

/// Atoms of the whole text. Where there are tokens, an atom outside all of them is left out. O(length).
std::vector<Atom> cut(std::string_view text, const std::vector<language::Token>& tokens);

}  // namespace khabar::times
