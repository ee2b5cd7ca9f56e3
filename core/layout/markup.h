// Markup: pasted HTML source, read as what it shows.
//
//   in:   <p>Two <b>soldiers</b> died.</p><script>x()</script>
//   out:  spans of <p>, <b>, </b>, </p>, the whole script; a break of kind paragraph before "Two" and after "died."
//
// Tags, comments, character references and what is never shown (scripts, styles) become spans without words. A text is taken
// for HTML only where it holds real tags; "a < b" stays text. One pass, no stack of unbounded depth.
#pragma once

#include <khabar/report.h>

#include <string_view>
#include <vector>

namespace khabar::layout {

/// What the element around a run of text says about it.
enum class Hint : std::uint8_t { none, title, heading, list_item, quote, caption, boilerplate };

/// From `at` on, text belongs to a new block with this hint.
struct Break {
  std::uint32_t at = 0;
  Hint hint = Hint::none;
  bool source = false;  // inside an element, where a line break is only white space
};

struct Markup {
  std::vector<Span> spans;    // in order, disjoint
  std::vector<Break> breaks;  // in order
  bool empty() const { return spans.empty(); }
};

/// O(length). Empty where the text is no HTML.
Markup read_markup(std::string_view text);

}  // namespace khabar::layout
