// Kinds: decides of each line what it is, from its own words and its place on the page.
//
//   head  lines before the first prose: title, subtitle, byline, publication, navigation
//   body  prose, headings, lists, captions
//   tail  lines after the last prose: author box, comments, lists of other articles
//
// Linear in the lines.
#pragma once

#include "layout/lines.h"

namespace khabar::layout {

inline constexpr std::size_t no_line = static_cast<std::size_t>(-1);

struct Zones {
  std::size_t first_prose = no_line, last_prose = no_line;  // no_line: there is no prose
  std::size_t title = no_line;
};

/// Sets every line's kind; says where the body lies and which line is the title.
Zones decide_kinds(std::string_view text, std::vector<Line>& lines);

}  // namespace khabar::layout
