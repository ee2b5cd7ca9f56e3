// Titles: what of a title's line is the title.
//
//   "Opinion | Why the truce holds"        ->  "Why the truce holds"
//   "Truce holds in the north - Reuters"   ->  "Truce holds in the north"
//
// Section labels ("EXPLAINED:", "WATCH |") before it and a publisher's name behind it are the page's.
#pragma once

#include "layout/words.h"

#include <string_view>

namespace khabar::layout {

/// The title's words in a line that bears it; the line itself where nothing else stands there. O(length of the line).
Span title_within(std::string_view text, Span line);

}  // namespace khabar::layout
