// Metadata: what the page says about itself - title, authors, publisher, date - each with the words that say so.
//
//   in:   byline "By Omar Stanik and A. Khan, Reuters", publication "Published Date: June 3, 2031"
//   out:  authors "Omar Stanik", "A. Khan"; publisher "Reuters"; published "June 3, 2031"
//
// Read from bylines, publication lines, datelines, author boxes and biographies only, never from the article's sentences.
#pragma once

#include "layout/dateline.h"
#include "layout/kinds.h"
#include "layout/layout.h"

namespace khabar::layout {

/// Fills title, subtitle, publisher, published, authors of `layout`; `dateline` is the article's. Linear in the lines' words.
void find_metadata(std::string_view text, const std::vector<Line>& lines, const Zones& zones, const Dateline& dateline, Layout& layout);

}  // namespace khabar::layout
