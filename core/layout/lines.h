// Lines: pieces with what their words say about them.
//
//   in:   "... not pursue one.Leave a Reply"        out:  paragraph "... not pursue one." + boilerplate "Leave a Reply"
//
// A run of boilerplate that lost its line break becomes a line of its own here; everything else is decided in kinds.h.
// Linear in the text.
#pragma once

#include "layout/cues.h"
#include "layout/pieces.h"

#include <string_view>
#include <vector>

namespace khabar::layout {

struct Line {
  Span span;
  Hint hint = Hint::none;
  BlockKind kind = BlockKind::paragraph;
  bool decided = false;
  bool blank_before = false;
  bool bullet = false;
  bool numbered = false;     // a bullet that is a number
  bool terminal = false;     // ends as a sentence does
  bool small_start = false;  // begins with a small letter
  bool chrome = false;       // nothing but words of share bars
  bool describes = false;    // a name, then "is", "works" ...
  bool signs_date = false;   // a name, then "Published"
  bool menu = false;         // nothing but names of a site's sections
  bool dash_credit = false;  // ends "— AFP"
  bool capitalised = false;  // every word but the smallest begins with a capital
  bool label_date = false;   // a publication cue with a date
  std::uint32_t words = 0;
  std::uint32_t name_words = 0;    // of the person's name at its start
  std::uint32_t outlet_words = 0;  // words that name publishers
  std::uint32_t date_words = 0;    // words of dates
  Span date;                       // the first date with a year and, if there is one, a day
  bool dated_end = false;          // ends with that date
  bool day = false;                // that date has a day
  CueScore score;
  std::uint64_t content = 0;  // all words in order: equal lines have equal content

  bool is_prose() const {
    if (bullet) return numbered && terminal && words >= 20;  // paragraphs of press releases and resolutions
    return (terminal && words >= 14) || words >= 32;
  }
};

std::vector<Line> read_lines(std::string_view text, const std::vector<Piece>& pieces);

/// Does the text before `end` (from `begin`) end as a sentence does, closing quotes and brackets aside?
bool ends_sentence(std::string_view text, Span span);

}  // namespace khabar::layout
