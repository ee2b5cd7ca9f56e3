// Pieces: the runs of text that become blocks, before anybody knows of which kind.
//
//   in:   lines, maybe hard-wrapped at 70 columns, maybe run together with long gaps, maybe HTML
//   out:  one piece a paragraph, in order, disjoint, trimmed, covering every character that is not white space or markup
//
// A hard-wrapped paragraph is one piece; a line with gaps of four blanks or more after a full stop is several.
#pragma once

#include "layout/markup.h"

#include <string_view>
#include <vector>

namespace khabar::layout {

struct Piece {
  Span span;
  Hint hint = Hint::none;
  bool blank_before = false;  // an empty line or a long gap stands before it
  bool bullet = false;        // begins with a list's sign
};

/// O(length).
std::vector<Piece> read_pieces(std::string_view text, const Markup& markup);

}  // namespace khabar::layout
