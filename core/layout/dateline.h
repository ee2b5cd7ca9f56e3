// Datelines: where, and often when and for whom, a report was filed.
//
//   "ISLAMABAD, Nov 17 (APP): The ..."     place "ISLAMABAD", date "Nov 17", agency "APP", ends past the colon
//   "KABUL — The ...", "NEW DELHI: The ...", "CANBERRA, Nov. 8, 2005 (Xinhua)"
//
// A place in capitals with a separator is one; a place in title case needs a date, an agency or the article's first line.
#pragma once

#include "layout/cues.h"

#include <string_view>

namespace khabar::layout {

struct Dateline {
  Span span;  // up to and with the separator; empty: none
  Span place;
  Span date;  // empty where there is none
  bool year = false;
  Span agency;  // inside the brackets, where it is a publisher's name
};

/// The dateline at the start of a line. `first`: the line is the article's first prose. O(1): a dateline is short.
Dateline find_dateline(std::string_view text, Span line, bool first);

}  // namespace khabar::layout
