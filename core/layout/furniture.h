// Furniture: what a line of a page is by its own words: who wrote, published, typed it, and what stands above titles.
//
//   "By Omar Stanik"                      ->  is_byline
//   "POLICY BRIEF | No. 14 | May 2026"    ->  is_publication
//   "MINISTRY OF DEFENCE"                 ->  is_letterhead
//
// Where it stands is for kinds.h to weigh. Each is linear in the line.
#pragma once

#include "layout/lines.h"

namespace khabar::layout {

inline constexpr std::uint32_t heading_words = 14;  // at most

class Furniture {
 public:
  /// `alone`: the text has no other line.
  Furniture(std::string_view text, bool alone) : text_(text), alone_(alone) {}

  bool is_publication(const Line& line);
  bool is_byline(const Line& line);
  bool is_list_of_names(const Line& line);
  bool is_rate(const Line& line) const;
  bool is_initials(const Line& line) const;
  bool is_credit(const Line& line);
  bool is_letterhead(const Line& line);
  bool is_lone_place(const Line& line);
  bool names_publisher(const Line& line);
  bool is_heading(const Line& line) const;

 private:
  bool is_address(const Line& line) const;
  bool tells_age(const Line& line);
  bool is_issue(const Line& line);

  std::string_view text_;
  bool alone_;
  std::vector<Word> words_;  // of the line in hand
};

}  // namespace khabar::layout
