#include "layout/titles.h"

#include "layout/cues.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

bool has_bar(std::string_view gap) { return gap.find('|') != std::string_view::npos || gap.find("//") != std::string_view::npos; }

// "Opinion | Why", "WATCH: Flood", "EXPLAINED — Why"; a dash only after capitals, since "Live - " may be a word of the title.
bool sets_off(std::string_view gap, bool capitals) {
  if (gap.find(':') != std::string_view::npos || has_bar(gap)) return true;
  return capitals && (gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos || gap == " - " || gap == "-");
}

}  // namespace

Span title_within(std::string_view text, Span line) {
  std::vector<Word> words;
  read_words(text, line, words);
  Span title = line;
  std::size_t first = 0;
  for (std::size_t at = 0; at + 3 < words.size() && at < 4;) {
    const std::size_t length = Cues::instance().label_at(words, at);
    if (length == 0 || at + length + 2 >= words.size() || !words[at].capital) break;
    if (!sets_off(between(text, words[at + length - 1], words[at + length]), words[at].all_capitals)) break;
    at += length;
    first = at;
  }
  if (first != 0) {
    title.begin = words[first].span.begin;
    while (title.begin > line.begin && text[title.begin - 1] != ' ' && text[title.begin - 1] != ':' && text[title.begin - 1] != '|' &&
           title.begin > words[first - 1].span.end + 1)
      --title.begin;  // quotation marks before the first word
  }
  for (std::size_t i = words.size(); i-- > first + 3;) {
    const std::string_view gap = between(text, words[i - 1], words[i]);
    if (!has_bar(gap) && gap != " - " && gap.find("–") == std::string_view::npos && gap.find("—") == std::string_view::npos) continue;
    const bool outlet = Cues::instance().outlet_at(words, i).words == words.size() - i;
    const bool label = i + 1 == words.size() && has_bar(gap) && Cues::instance().is_label(words[i].key);
    if ((outlet && (has_bar(gap) || gap == " - ")) || label) title.end = words[i - 1].span.end;
    while (title.end < words[i].span.begin && title.end != line.end &&
           (text[title.end] == '?' || text[title.end] == '!' || text[title.end] == '"' || text[title.end] == ')'))
      ++title.end;
    break;
  }
  return title;
}

}  // namespace khabar::layout
