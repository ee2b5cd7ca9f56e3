#include "layout/titles.h"

#include "layout/cues.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

// Names of sections and kinds of article, as they stand before a title; of two words where the first alone says too little.
constexpr Key labels[] = {"opinion"_key, "analysis"_key,      "explained"_key, "explainer"_key,  "watch"_key,     "breaking"_key,
                          "live"_key,    "interview"_key,     "exclusive"_key, "editorial"_key,  "comment"_key,   "commentary"_key,
                          "column"_key,  "oped"_key,          "op-ed"_key,     "podcast"_key,    "video"_key,     "photos"_key,
                          "factbox"_key, "timeline"_key,      "feature"_key,   "developing"_key, "viewpoint"_key, "perspective"_key,
                          "insight"_key, "investigation"_key, "headline"_key,  "title"_key,      "factcheck"_key, "longread"_key,
                          "updated"_key, "brief"_key,         "update"_key,    "op"_key};
constexpr Key first_of_two[] = {"news"_key, "breaking"_key, "fact"_key, "live"_key,  "special"_key, "just"_key,
                                "in"_key,   "guest"_key,    "long"_key, "press"_key, "media"_key,   "policy"_key,
                                "the"_key,  "video"_key,    "op"_key,   "big"_key,   "photo"_key,   "ground"_key};
constexpr Key second_of_two[] = {"analysis"_key, "news"_key,      "check"_key,      "updates"_key,   "report"_key,
                                 "in"_key,       "depth"_key,     "column"_key,     "read"_key,      "release"_key,
                                 "brief"_key,    "blog"_key,      "commentary"_key, "interview"_key, "ed"_key,
                                 "pictures"_key, "explainer"_key, "essay"_key,      "reads"_key,     "story"_key};

template <std::size_t N>
bool one_of(Key key, const Key (&keys)[N]) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

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
    std::size_t length = 0;
    if (one_of(words[at].key, labels)) length = 1;
    if (at + 4 < words.size() && one_of(words[at].key, first_of_two) && one_of(words[at + 1].key, second_of_two)) length = 2;
    if (length == 1 && words[at].key == "update"_key && words[at + 1].number) length = 2;  // "UPDATE 2-Gunmen ..."
    if (length == 0 || at + length >= words.size() || !words[at].capital) break;
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
    const bool label = i + 1 == words.size() && has_bar(gap) && one_of(words[i].key, labels);
    if ((outlet && (has_bar(gap) || gap == " - ")) || label) title.end = words[i - 1].span.end;
    while (title.end < words[i].span.begin && title.end != line.end &&
           (text[title.end] == '?' || text[title.end] == '!' || text[title.end] == '"' || text[title.end] == ')'))
      ++title.end;
    break;
  }
  return title;
}

}  // namespace khabar::layout
