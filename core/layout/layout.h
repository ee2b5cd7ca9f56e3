// Layout: what kind of text each line is, and what the page says about itself.
//
//   in:   The Nation / Published Date: May 17, 2026 / Talks resume / ISLAMABAD: The two sides met ...
//   out:  publication  publication                    title          dateline + paragraph
//         publisher "The Nation", published "May 17, 2026", title "Talks resume", dateline "ISLAMABAD"
//
// Blocks are disjoint, in order, and cover every character that is not white space; facts are drawn only from the kinds that
// are the article's own words (is_body). Linear in the text.
#pragma once

#include <khabar/report.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::layout {

struct Layout {
  std::vector<Block> blocks;
  std::optional<Quoted> title, subtitle, publisher, published, dateline;  // published: span only, the times room reads its value
  std::vector<Quoted> authors;
  std::vector<Span> markup;  // tags and entities of pasted HTML source, in order: no words
};

/// O(length of the text).
Layout read(std::string_view text);

/// What the page shows, byte for byte in place: markup is blanks, but for the sign that a character reference stands for
/// ("&rsquo;" is seven bytes that end in an apostrophe). The later rooms read this; spans fit both. O(length of the text).
std::string shown(std::string_view text, const std::vector<Span>& markup);

/// Are the block's words the article's own, so that facts may be drawn from them?
constexpr bool is_body(BlockKind kind) {
  return kind != BlockKind::boilerplate && kind != BlockKind::caption && kind != BlockKind::byline && kind != BlockKind::publication;
}

}  // namespace khabar::layout
