#include "layout/furniture.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

// "Published Date: May 17, 2026", "May 17, 2026 | The Nation", "The Nation" where it stands alone.
bool Furniture::is_publication(const Line& line) {
  if (line.words > 24) return false;
  if (line.score[CueKind::publication] >= 1 && text_.substr(line.span.begin, line.span.length()).find("://") != std::string_view::npos)
    return true;
  if (line.score[CueKind::publication] >= 1 && (line.date_words != 0 || line.words <= 10)) return !line.terminal || line.date_words != 0;
  if (line.outlet_words == line.words) return !line.terminal;
  const bool bars = text_.substr(line.span.begin, line.span.length()).find('|') != std::string_view::npos;
  if (line.outlet_words != 0 && bars && line.capitalised && !line.terminal && line.words <= line.outlet_words + line.date_words + 3)
    return true;  // "PTI | Jammu"
  if (is_address(line) || tells_age(line) || is_issue(line)) return true;
  if (line.date.empty() || alone_) return false;
  // Bars make room for more: "May 17, 2026 | Islamabad | The Nation".
  const std::string_view text = text_.substr(line.span.begin, line.span.length());
  const std::uint32_t more = line.words - std::min(line.words, line.date_words + line.outlet_words);
  if (line.day && line.date.begin == line.span.begin && line.capitalised && !line.terminal && more <= 4) return true;
  return more == 0 || (!line.terminal && line.day && more <= (text.find('|') != std::string_view::npos ? 5u : 1u));
}

// "frontiertimes.com" alone on its line.
bool Furniture::is_address(const Line& line) const {
  const std::string_view words = text_.substr(line.span.begin, line.span.length());
  if (words.size() > 40 || words.find(' ') != std::string_view::npos || words.find('@') != std::string_view::npos) return false;
  const std::size_t dot = words.rfind('.');
  if (dot == std::string_view::npos || dot < 3) return false;
  const std::string_view end = words.substr(dot + 1);
  return end == "com" || end == "net" || end == "org" || end == "info" || end == "co" || end == "uk" || end == "pk" || end == "in";
}

// "Valley Newsdesk - 14 hours ago"
bool Furniture::tells_age(const Line& line) {
  if (line.words < 3 || line.words > 8 || line.terminal) return false;
  read_words(text_, line.span, words_);
  const std::size_t n = words_.size();
  if (words_[n - 1].key != "ago"_key || !words_[n - 3].number) return false;
  const Key unit = words_[n - 2].key;
  return unit == "minutes"_key || unit == "hours"_key || unit == "hour"_key || unit == "days"_key || unit == "day"_key ||
         unit == "mins"_key || unit == "weeks"_key || unit == "week"_key || unit == "hrs"_key;
}

// "POLICY BRIEF | No. 14 | September 2026", "Working Paper 7, May 2024"
bool Furniture::is_issue(const Line& line) {
  if (line.date.empty() || line.words > 10 || line.terminal || !line.capitalised) return false;
  read_words(text_, line.span, words_);
  return std::any_of(words_.begin(), words_.end(), [](const Word& word) {
    return word.key == "issue"_key || word.key == "vol"_key || word.key == "volume"_key || word.key == "brief"_key ||
           word.key == "briefing"_key || word.key == "paper"_key || word.key == "edition"_key || word.key == "bulletin"_key;
  });
}

// "By Omar Stanik", "Staff Reporter", "Author: ...". A sentence that begins with "By" has no name there or goes on.
bool Furniture::is_byline(const Line& line) {
  if (line.signs_date && !line.date.empty() && line.words <= line.name_words + line.date_words + 4) return true;
  // "Dr. Omar Stanik, The Halden Post, March 3, 2026"
  const bool dated = line.name_words != 0 && line.day && line.date.end == line.span.end && line.capitalised && !line.terminal &&
                     line.words >= line.name_words + line.date_words &&
                     line.words <= line.name_words + line.date_words + std::max(line.outlet_words, 5u);
  if (!dated && (line.score[CueKind::byline] < 1 || line.words > 24)) return false;
  read_words(text_, line.span, words_);
  if (dated && between(text_, words_[0], words_[1]) != "-") return true;  // not "E-Paper November 7, 2024"
  if (line.score[CueKind::byline] < 1) return false;
  if (words_[0].key == "by"_key || words_[0].key == "written"_key) {
    const std::size_t at = words_[0].key == "written"_key ? 2 : 1;
    if (at >= words_.size()) return words_.size() == 1;
    if (line.terminal && line.words > 8) return false;
    std::size_t capital = 0;
    for (std::size_t i = at; i < words_.size(); ++i) capital += words_[i].capital || words_[i].number ? 1 : 0;
    return name_at(text_, words_, at, true) != 0 || capital + 1 >= words_.size() - at;
  }
  return !line.terminal || line.words <= 4;
}

// "($1 = 0.92 euros)"
bool Furniture::is_rate(const Line& line) const {
  const std::string_view words = text_.substr(line.span.begin, line.span.length());
  return words.size() < 80 && words.front() == '(' && words.back() == ')' && words.find(" = ") != std::string_view::npos;
}

// "APP/asg/szm", "ak/ata": who typed it.
bool Furniture::is_initials(const Line& line) const {
  const std::string_view words = text_.substr(line.span.begin, line.span.length());
  return words.size() <= 20 && words.find('/') != std::string_view::npos && words.find(' ') == std::string_view::npos && !line.terminal;
}

// "Omar Stanik reported from Halden, and ..." below the article.
bool Furniture::is_credit(const Line& line) {
  if (line.name_words == 0 || line.words > 40) return false;
  read_words(text_, line.span, words_);
  const std::size_t at = line.name_words;
  return at + 2 < words_.size() && words_[at].key == "reported"_key && words_[at + 1].key == "from"_key;
}

// "MINISTRY OF DEFENCE", "Department of Justice", "Eastern District of New York": who speaks, above the title.
bool Furniture::is_letterhead(const Line& line) {
  if (line.words > 6 || line.terminal || !line.capitalised) return false;
  read_words(text_, line.span, words_);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!Cues::instance().is(PageWord::body, words_[i].key)) continue;
    if (i + 1 == words_.size()) return true;
    const Key next = words_[i + 1].key;
    if (next == "of"_key || next == "for"_key || next == "on"_key) return true;
  }
  return false;
}

// "Omar Stanik and Rita Alm" below the title.
bool Furniture::is_list_of_names(const Line& line) {
  if (line.terminal || line.words > 10) return false;
  read_words(text_, line.span, words_);
  std::size_t names = 0, at = 0;
  for (;;) {
    const std::size_t count = name_at(text_, words_, at, false);
    if (count < 2) return false;
    ++names;
    at += count;
    if (at >= words_.size()) return names > 1;
    if (words_[at].key == "and"_key) {
      ++at;
    } else if (between(text_, words_[at - 1], words_[at]) != ", ") {
      return false;
    }
  }
}

// "PESHAWAR" alone above the article.
bool Furniture::is_lone_place(const Line& line) {
  read_words(text_, line.span, words_);
  return !words_.empty() && std::all_of(words_.begin(), words_.end(), [](const Word& word) { return word.all_capitals; }) &&
         words_[0].span.length() >= 4;
}

bool Furniture::is_heading(const Line& line) const {
  if (line.words == 0 || line.words > heading_words || line.small_start) return false;
  const char last = text_[line.span.end - 1];
  return last != '.' && last != ',' && last != ';' && last != '!' && last != '"' && !line.terminal;
}

// "The Valley Times": a newspaper by its head; "Kashmir News" may be a section.
bool Furniture::names_publisher(const Line& line) {
  read_words(text_, line.span, words_);
  const Key last = words_.back().key;
  const bool common = last == "news"_key || last == "today"_key || last == "tv"_key || last == "radio"_key;
  if (common && words_[0].key != "the"_key) return false;
  for (const Word& word : words_)
    if (word.capital && Cues::instance().is(PageWord::noun, word.key)) return true;
  return false;
}

}  // namespace khabar::layout
