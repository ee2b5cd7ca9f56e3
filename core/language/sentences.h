// Sentences: where a block's sentences end.
//
//   "At 5 a.m. Gen. Khan left. He said no.The U.S. Army stayed."
//    [----------------------] [----------][-------------------]
#pragma once

#include "language/language.h"

#include <string_view>
#include <vector>

namespace khabar::language {

/// Appends the spans of the sentences of text[block], without white space at their ends: they cover all that is not white
/// space, in order. O(length): every decision looks at a bounded window.
void append_sentences(std::string_view text, Span block, std::vector<Span>& sentences);

}  // namespace khabar::language
