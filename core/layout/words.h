// Words as layout sees them: only what cue phrases, names and dates need.
//
//   in:   "3 mins read" / "Related articleISIS Facts" / "mail me@site.org"
//   out:  # mins read   / related article isis facts  / mail @
//
// Unlike the language room's tokens these split where pages glue words together ("articleISIS"), and numbers, handles and
// addresses become "#" and "@". Linear in the line.
#pragma once

#include <khabar/report.h>

#include "text/key.h"

#include <span>
#include <string_view>
#include <vector>

namespace khabar::layout {

struct Word {
  text::Key key = 0;    // of the folded word
  text::Key shape = 0;  // key, or that of "#" (digits only), "@" (handle, e-mail address)
  Span span;
  bool capital = false;
  bool all_capitals = false;  // two letters or more, none of them small
  bool number = false;        // begins with a digit
  bool glued = false;         // nothing, or only punctuation that ends a sentence, between it and the word before
};

/// Appends the words of `line` to `out`, which is cleared first. O(length of the line).
void read_words(std::string_view text, Span line, std::vector<Word>& out);

/// A date among words: "May 17, 2026", "17th May", "2026-05-17", "17/05/2026", "May 2026".
struct DateShape {
  std::size_t words = 0;  // 0: none begins here
  bool year = false;
  bool day = false;
  explicit operator bool() const { return words != 0; }
};
DateShape date_at(std::string_view text, std::span<const Word> words, std::size_t at);

bool is_month(text::Key key);
bool is_weekday(text::Key key);

/// How many words from `at` make a person's name in title case ("Muhammad bin Qasim", "J. R. Smith"): 2 to 5, or 0.
/// Capitals throughout ("ZAHID HUSSAIN") count where `capitals` says so. No word of it may be one of a plain sentence's.
std::size_t name_at(std::string_view text, std::span<const Word> words, std::size_t at, bool capitals);

/// The characters between two neighbouring words.
std::string_view between(std::string_view text, const Word& left, const Word& right);

}  // namespace khabar::layout
