#include "layout/dateline.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

constexpr std::uint32_t longest = 240;  // bytes that a dateline may take

// Words in capitals before a colon that are no places.
constexpr std::array not_places = {
    "update"_key,     "note"_key,      "watch"_key,     "breaking"_key,   "explainer"_key, "live"_key,         "opinion"_key,
    "analysis"_key,   "editorial"_key, "exclusive"_key, "nato"_key,       "isis"_key,      "ispr"_key,         "iaea"_key,
    "unhcr"_key,      "opec"_key,      "photo"_key,     "photos"_key,     "video"_key,     "read"_key,         "more"_key,
    "also"_key,       "question"_key,  "answer"_key,    "background"_key, "summary"_key,   "roundup"_key,      "correction"_key,
    "related"_key,    "source"_key,    "sources"_key,   "caption"_key,    "credit"_key,    "image"_key,        "author"_key,
    "published"_key,  "updated"_key,   "editor"_key,    "the"_key,        "by"_key,        "warning"_key,      "advertisement"_key,
    "why"_key,        "what"_key,      "how"_key,       "who"_key,        "interview"_key, "feature"_key,      "comment"_key,
    "timeline"_key,   "factbox"_key,   "profile"_key,   "report"_key,     "column"_key,    "review"_key,       "mr"_key,
    "mrs"_key,        "ms"_key,        "dr"_key,        "moderator"_key,  "host"_key,      "spokesperson"_key, "spokesman"_key,
    "ambassador"_key, "secretary"_key, "minister"_key,  "senator"_key,    "president"_key};

std::string_view trimmed(std::string_view gap) {
  while (!gap.empty() && (gap.front() == ' ' || gap.front() == '\n')) gap.remove_prefix(1);
  while (!gap.empty() && (gap.back() == ' ' || gap.back() == '\n')) gap.remove_suffix(1);
  return gap;
}

// ":" "-" "--" "–" "—" and combinations ("(APP) :-"), with no other sign; a lone hyphen needs blanks around it.
bool is_separator(std::string_view gap) {
  const std::string_view marks = trimmed(gap);
  if (marks.empty()) return false;
  if (marks == "-" || marks == "_") return gap.front() == ' ' && gap.back() == ' ';
  return marks == ":" || marks == "--" || marks == "---" || marks == "–" || marks == "—" || marks == ":-" || marks == ": -" ||
         marks == "/" || marks == "|" || marks == "-:" || marks == ":–" || marks == ".-" || marks == ". -" || marks == ".–" ||
         marks == ".—";
}

// "(Corrects figure in paragraph 7) QUITO (Agency) -", "(This version of the May 6 story corrects the date)": where an agency's note on its
// own telling ends; the beginning where there is none.
std::uint32_t past_note(std::string_view text, Span line) {
  constexpr std::uint32_t longest_note = 400;
  if (line.empty() || text[line.begin] != '(') return line.begin;
  int open = 0;
  for (std::uint32_t at = line.begin; at < line.end && at < line.begin + longest_note; ++at) {
    open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (open != 0) continue;
    const std::string note = text::folded(text.substr(line.begin, at - line.begin));
    bool told = false;
    for (const std::string_view word : {"correct", "updat", "adds ", "removes ", "clarif", "refil", "recasts", "deletes ", "fixes "})
      told = told || note.find(word) != std::string::npos;
    const std::size_t next = text.substr(at + 1, line.end - at - 1).find_first_not_of(' ');
    return told && next != std::string_view::npos ? at + 1 + static_cast<std::uint32_t>(next) : line.begin;
  }
  return line.begin;
}

// "By Lena Holm and Omar Diaz QUITO (Agency) -": a line of the writer's that ran into the dateline's; where it ends, else the beginning.
std::uint32_t past_byline(std::string_view text, Span line) {
  constexpr std::size_t most = 9;
  if (line.length() < 12 || text.substr(line.begin, 3) != "By ") return line.begin;
  std::vector<Word> words;
  read_words(text, {line.begin, std::min(line.end, line.begin + longest)}, words);
  for (std::size_t i = 1; i < words.size() && i < most; ++i) {
    if (!words[i].capital && words[i].key != "and"_key) return line.begin;
    const bool shouted = words[i].all_capitals && words[i].span.length() >= 4;
    if (i > 2 && shouted && between(text, words[i - 1], words[i]) == " ") return words[i].span.begin;
  }
  return line.begin;
}

class Parser {
 public:
  Parser(std::string_view text, Span line) : text_(text), line_(line) {
    const std::uint32_t end = std::min(line.end, line.begin + longest);
    read_words(text, {line.begin, end}, words_);
  }

  Dateline parse(bool first) {
    Dateline out;
    if (text_[line_.begin] == '[') return in_square_brackets();
    const bool bracketed = text_[line_.begin] == '(';
    if (words_.empty() || words_[0].span.begin != line_.begin + (bracketed ? 1 : 0) || !words_[0].capital) return out;
    if (bracketed) {  // "(CNN) -- The ...": no place, only for whom
      const Cues::Outlet outlet = Cues::instance().outlet_at(words_, 0);
      const std::uint32_t close = outlet.words != 0 ? words_[outlet.words - 1].span.end : line_.end;
      if (close < line_.end && text_[close] == ')' && outlet.words < words_.size()) {
        out.agency = {words_[0].span.begin, close};
        out.span = {line_.begin, close + 1};
        const std::string_view mark = gap_from(close + 1, words_[outlet.words]);
        const std::size_t quote = mark.find_first_of("\"([");
        const std::string_view before = mark.substr(0, std::min(quote, mark.find("“")));
        if (is_separator(before)) out.span.end += static_cast<std::uint32_t>(trimmed(before).size() + (before.find_first_not_of(' ')));
        return out;
      }
    }
    std::size_t at = 0;
    bool capitals = false;
    while (at < words_.size() && at < 6 && words_[at].capital && !is_weekday(words_[at].key) && !is_month(words_[at].key)) {
      if (at > 0 && !joins(gap(at - 1)) && !opens_country(at - 1)) break;
      capitals = capitals || (words_[at].all_capitals && words_[at].span.length() >= 4);
      ++at;
    }
    const bool short_words = at > 1 && words_[0].all_capitals && words_[1].all_capitals && gap(0) == " " && words_[0].span.length() >= 3;
    capitals = (capitals && words_[0].all_capitals) || short_words;  // "HUA SIN"
    if (at == 0) return out;
    if (at == words_.size()) {  // "ISLAMABAD:" alone on its line
      if (!capitals || at > 3 || !is_separator(text_.substr(words_[at - 1].span.end, line_.end - words_[at - 1].span.end))) return out;
      if (std::find(not_places.begin(), not_places.end(), words_[0].key) != not_places.end()) return out;
      out.place = {line_.begin, words_[at - 1].span.end};
      out.span = line_;
      return out;
    }
    const Word& first_word = words_[0];
    if (std::find(not_places.begin(), not_places.end(), first_word.key) != not_places.end()) return out;
    if (Cues::instance().outlet_at(words_, 0).words == at) return out;  // "APP May 17, 2026": for whom, not where
    bool date = false, agency = false;
    // "Damascus, SANA-": the agency stands where a country might.
    if (at > 1 && words_[at - 1].all_capitals && Cues::instance().outlet_at(words_, at - 1).words == 1 && gap(at - 2) == ", " &&
        (gap(at - 1) == "- " || is_separator(gap(at - 1)))) {
      out.agency = words_[at - 1].span;
      out.place = {words_[0].span.begin, words_[at - 2].span.end};
      const std::string_view mark = gap(at - 1);
      out.span = {line_.begin, words_[at - 1].span.end + static_cast<std::uint32_t>(mark.find_last_not_of(" \n") + 1)};
      return out;
    }
    out.place = {words_[0].span.begin, words_[at - 1].span.end};

    std::size_t next = at;
    const bool opened = trimmed(gap(next - 1)) == "(";  // "MANILA (Nov 9) -"
    if (trimmed(gap(next - 1)) == ")," && words_[next].span.begin > out.place.end) ++out.place.end;
    if (trimmed(gap(next - 1)) == "," || trimmed(gap(next - 1)) == ")," || gap(next - 1) == " " || trimmed(gap(next - 1)) == "(") {
      while (next < words_.size() && is_weekday(words_[next].key)) ++next;
      if (next < words_.size()) {
        if (const DateShape shape = date_at(text_, words_, next); shape && shape.day) {
          out.date = {words_[next].span.begin, words_[next + shape.words - 1].span.end};
          out.year = shape.year;
          next += shape.words;
          date = true;
        }
      }
      if (!date && next + 2 < words_.size() && words_[next].key == "no"_key && words_[next + 1].key == "date"_key) {  // monitors say so
        date = true;
        next += 2;
      }
      // "NAIROBI, Thursday -": the day alone, between the place and the mark
      const bool weekday = next > at && next < words_.size() && capitals && is_separator(gap(next - 1));
      if (!date && !weekday) next = at;
    }
    if (bracketed && text_[words_[next - 1].span.end] != ')') return {};
    std::uint32_t end = words_[next - 1].span.end;
    if (date && opened && !bracketed) {
      if (end >= line_.end || text_[end] != ')') return {};
      ++end;
    }
    if (const std::uint32_t after = date ? past_agency(next) : 0; after != 0) {
      out.agency = words_[next].span;
      agency = true;
      end = after;
      ++next;
    }
    std::string_view rest = rest_of(end);
    // "TURIN, Colo. (Reuters)": the dot is the state's
    if (!date && at > 1 && rest.substr(0, 3) == ". (") out.place.end = ++end, rest = rest_of(end);
    if (const Span named = agency_behind(rest, end, date, next); !named.empty()) {
      while (next < words_.size() && words_[next].span.end <= named.end) ++next;
      out.agency = named;
      agency = true;
      end = named.end + (text_[named.end] == '/' ? 1 : 0);
      rest = rest_of(end);
    }
    // "(Reuters)", "(AP/AFP)", "(Web Desk)": a bracket of at most five words.
    const std::size_t open = rest.find_first_not_of(date ? " ,.\n" : " ,\n");  // "5 Sep. (EFE)"
    if (open != std::string_view::npos && rest[open] == '(') {
      const std::size_t close = rest.substr(0, 60).find(')');
      if (close != std::string_view::npos && next < words_.size()) {
        const Span inside{end + static_cast<std::uint32_t>(open) + 1, end + static_cast<std::uint32_t>(close)};
        std::size_t after = next;
        while (after < words_.size() && words_[after].span.end <= inside.end) ++after;
        if (after > next && after - next <= 5) {
          const Cues::Outlet outlet = Cues::instance().outlet_at(words_, next);
          if (outlet.words != 0) out.agency = {words_[next].span.begin, words_[next + outlet.words - 1].span.end};
          for (std::size_t i = next; i < after && !date; ++i) {  // "(MindaNews / 9 November)"
            const DateShape shape = date_at(text_, words_, i);
            if (!shape || !shape.day || i + shape.words > after) continue;
            out.date = {words_[i].span.begin, words_[i + shape.words - 1].span.end};
            out.year = shape.year;
            date = true;
          }
          const bool closes = after < words_.size() && is_separator(gap_from(inside.end + 1, words_[after]));
          agency = outlet.words != 0 || (words_[next].all_capitals && after - next <= 2) ||
                   ((capitals || (first && after == next + 1)) && closes && words_[next].capital);
          if (agency || date) {
            next = after;
            end = inside.end + 1;
            rest = rest_of(end);
          }
        }
      }
    }
    // What stands between the dateline and the report.
    const bool at_end = trimmed(rest).empty() && end == line_.end;
    const std::string_view mark = next < words_.size() ? gap_from(end, words_[next]) : rest;
    const std::size_t bracket = mark.find_first_of("([\"");
    std::string_view before = bracket == std::string_view::npos ? mark : mark.substr(0, bracket);
    if (bracketed && !before.empty() && before[0] == ')') before.remove_prefix(1), ++end;
    for (const std::string_view quote : {"“", "‘", "'"})
      if (const std::size_t q = before.find(quote); q != std::string_view::npos) before = before.substr(0, q);
    const bool stop = (date || agency) && (first || agency) && trimmed(before) == "." && next < words_.size() &&
                      words_[next].capital;                                             // "Lima, 28 August. The ..."
    const bool glued = agency && (before == " -" || before == " –" || before == " —");  // "(TNA) -The"
    const bool separated = !at_end && (is_separator(before) || stop || glued);
    const bool colon = trimmed(before) == ":" || trimmed(before) == "—" || trimmed(before) == "–";
    const bool strong = date || agency;
    const bool ok =
        strong ? (separated || (at_end && date) || (agency && date))
               : separated && line_.end - end > 40 &&
                     (capitals ? !shouting(next)
                               : first && colon && at <= (names_land(at) ? 3u : 2u) && next < words_.size() && words_[next].capital);
    if (!ok) return {};
    end += static_cast<std::uint32_t>(separated ? before.size() : 0);
    out.span = {line_.begin, end};
    skip_brackets(out.span);
    while (out.span.end > out.span.begin && (text_[out.span.end - 1] == ' ' || text_[out.span.end - 1] == '\n')) --out.span.end;
    return out;
  }

 private:
  // "QUITO, May 3. /TASS/. The", "QUITO, MAY 3, ACME. The": whose report it is, behind the day; empty where nobody's.
  Span agency_behind(std::string_view rest, std::uint32_t end, bool date, std::size_t next) const {
    if (!date || next >= words_.size()) return {};
    const Word& word = words_[next];
    const std::size_t at = rest.find_first_not_of(" ,.");
    if (at == std::string_view::npos || at == 0) return {};
    const std::uint32_t begin = end + static_cast<std::uint32_t>(at);
    if (rest[at] == '/') {
      const std::size_t close = rest.substr(0, at + 30).find('/', at + 1);
      return close == std::string_view::npos || close < at + 3 ? Span{} : Span{begin + 1, end + static_cast<std::uint32_t>(close)};
    }
    const bool ends =
        word.span.end < line_.end && text_[word.span.end] == '.' && word.span.end + 1 < line_.end && text_[word.span.end + 1] == ' ';
    return word.span.begin == begin && word.all_capitals && word.span.length() >= 3 && ends ? word.span : Span{};
  }

  // "Metro Quito, Ecuador": a land behind the town.
  bool names_land(std::size_t at) const {
    for (std::size_t i = 0; i + 1 < at; ++i)
      if (gap(i) == ", ") return true;
    return false;
  }

  std::string_view gap(std::size_t i) const {
    return i + 1 < words_.size() ? between(text_, words_[i], words_[i + 1]) : std::string_view();
  }
  std::string_view gap_from(std::uint32_t end, const Word& word) const {
    return word.span.begin > end ? text_.substr(end, word.span.begin - end) : std::string_view();
  }
  std::string_view rest_of(std::uint32_t end) const { return text_.substr(end, std::min(line_.end, line_.begin + longest) - end); }

  static bool joins(std::string_view gap) {
    return gap == " " || gap == "-" || gap == ", " || gap == "/" || gap == "." || gap == ". " || gap == "., " || gap == "'" || gap == "’" ||
           gap == "\n";
  }

  // "CARACAS (VENEZUELA), 27 OCT": a country in brackets belongs to the place, an agency does not.
  bool opens_country(std::size_t i) const {
    if (gap(i) != " (") return false;
    const std::uint32_t open = words_[i].span.end + 1;
    const std::string_view rest = text_.substr(open, std::min<std::uint32_t>(line_.end - open, 40));
    const std::size_t close = rest.find(')');
    return close != std::string_view::npos && close + 1 < rest.size() && rest[close + 1] == ',';
  }

  // "Accra, March 3, GNA -", "MOSCOW, July 20. /TASS/.": the agency behind the day; where it ends, 0 where there is none.
  std::uint32_t past_agency(std::size_t at) const {
    if (at == 0 || at + 1 >= words_.size() || !words_[at].all_capitals || words_[at].span.length() > 8) return 0;
    const std::string_view before = trimmed(gap(at - 1)), after = gap(at);
    if (before == "," && is_separator(after)) return words_[at].span.end;
    const bool slashed = !before.empty() && before.back() == '/' && before.size() <= 3 && !after.empty() && after.front() == '/';
    return slashed ? words_[at].span.end + 1 : 0;
  }

  // "[BEIRUT] The ..."
  Dateline in_square_brackets() const {
    Dateline out;
    std::size_t at = 0;
    while (at < words_.size() && at < 4 && words_[at].all_capitals && (at == 0 || joins(gap(at - 1)))) ++at;
    if (at == 0 || at >= words_.size() || words_[0].span.begin != line_.begin + 1 || words_[0].span.length() < 4) return out;
    const std::uint32_t end = words_[at - 1].span.end;
    if (line_.end - line_.begin > 2 && text_[line_.end - 1] >= 'A' && text_[line_.end - 1] <= 'z') return out;  // a title: no full stop
    if (end >= line_.end || text_[end] != ']' || shouting(at) || line_.end - end <= 40) return out;
    if (std::find(not_places.begin(), not_places.end(), words_[0].key) != not_places.end()) return out;
    out.place = {words_[0].span.begin, end};
    out.span = {line_.begin, end + 1};
    return out;
  }

  // Where the report itself is in capitals, a capital word says nothing.
  bool shouting(std::size_t from) const {
    std::size_t capitals = 0, seen = 0;
    for (std::size_t i = from; i < words_.size() && seen < 8; ++i, ++seen) capitals += words_[i].all_capitals ? 1 : 0;
    return seen > 2 && capitals * 2 > seen;
  }

  // Monitors' marks between dateline and report: "-- [REPORT] [TEXT] THE ...".
  void skip_brackets(Span& span) const {
    for (;;) {
      std::uint32_t at = span.end;
      while (at < line_.end && (text_[at] == ' ' || text_[at] == '\n')) ++at;
      if (at >= line_.end || text_[at] != '[') return;
      const std::size_t close = text_.substr(at, std::min<std::uint32_t>(line_.end - at, 160)).find(']');
      if (close == std::string_view::npos) return;
      for (std::size_t i = 1; i < close; ++i)
        if (text_[at + i] >= 'a' && text_[at + i] <= 'z') return;
      span.end = at + static_cast<std::uint32_t>(close) + 1;
    }
  }

  std::string_view text_;
  Span line_;
  std::vector<Word> words_;
};

}  // namespace

Dateline find_dateline(std::string_view text, Span line, bool first) {
  const std::uint32_t begin = past_byline(text, {past_note(text, line), line.end});
  return begin < line.end ? Parser(text, {begin, line.end}).parse(first) : Dateline{};
}

}  // namespace khabar::layout
