#include "layout/lines.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

constexpr std::size_t longest_note = 110;  // words of a caption or an editor's note
constexpr std::size_t short_run = 40;      // words: more is prose, whatever stands in it

// First byte at or after `from` past the end of the sentence there.
std::uint32_t sentence_end(std::string_view text, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t i = from; i < end; ++i) {
    const char c = text[i];
    if (c != '.' && c != '!' && c != '?') continue;
    while (i + 1 < end && (text[i + 1] == '"' || text[i + 1] == ')' || text[i + 1] == ']' || text[i + 1] == '.')) ++i;
    if (i + 1 >= end || text[i + 1] == ' ' || text[i + 1] == '\n') return i + 1;
  }
  return end;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Line>& out) : text_(text), out_(out) {}

  void add(const Piece& piece) {
    read_words(text_, piece.span, words_);
    Cues::instance().find(text_, words_, matches_);
    const CueScore whole = Cues::score(matches_, words_.size());
    // A caption keeps its credit, a note all its sentences.
    const bool one =
        words_.size() <= longest_note &&
        (whole[CueKind::caption] >= 1 || (whole[CueKind::boilerplate] >= 1 && words_.size() <= 14) ||
         (whole[CueKind::boilerplate] >= 1 && !matches_.empty() && matches_[0].placed && matches_[0].cue->where == Cue::Where::label));
    std::uint32_t from = piece.span.begin;
    bool first = true, split = false;
    if (!one && words_.size() > short_run && out_.size() < 4) {
      if (const Span run = publication_of(piece.span); !run.empty()) {
        split_title(piece, {from, run.begin}, first);
        emit(piece, run, first, false, Effect::line);
        out_.back().kind = BlockKind::publication;
        out_.back().decided = true;
        from = run.end;
        split = true;
      }
    }
    if (!one && !split && words_.size() > longest_note) {
      if (const Span note = note_of(piece.span); !note.empty()) {
        emit(piece, note, first, true, Effect::line);
        from = note.end;
        split = true;
      }
    }
    for (const CueMatch& match : matches_) {
      if (one) break;
      if (match.cue->glue == Glue::none || words_[match.first].span.begin < from) continue;
      Span run = run_of(match, piece.span, from);
      if (run.empty()) continue;
      text::trim(text_, run.begin, run.end);
      emit(piece, {from, run.begin}, first, false, Effect::line);
      emit(piece, run, first, true, match.cue->effect);
      from = run.end;
      split = true;
    }
    if (!split) {
      push(piece, piece.span);
      describe(out_.back());
    } else {
      emit(piece, {from, piece.span.end}, first, false, Effect::line);
    }
  }

 private:
  // What boilerplate the match begins inside the piece; empty where it begins none.
  Span run_of(const CueMatch& match, Span piece, std::uint32_t from) const {
    const Word& word = words_[match.first];
    const std::uint32_t begin = word.span.begin, last = words_[match.last - 1].span.end;
    const bool at_start = match.first == 0, at_end = match.last == words_.size();
    if (at_start && at_end) return {};
    const char before = previous(begin, from);
    const bool bracket = before == '(' || before == '[';
    const bool sentence = before == 0 || std::string_view(".!?\":)]|*\x9D").find(before) != std::string_view::npos;
    const bool camel = word.glued && word.capital && begin > from && text_[begin - 1] >= 'a' && text_[begin - 1] <= 'z';
    switch (match.cue->glue) {
      case Glue::none: return {};
      case Glue::start: return at_start && words_.size() >= match.last + 8 ? Span{piece.begin, last} : Span{};
      case Glue::phrase:
        return word.capital && (sentence || camel || at_start) ? Span{begin, last < piece.end && text_[last] == ':' ? last + 1 : last}
                                                               : Span{};
      case Glue::paren: {
        if (!bracket) return {};
        const char close = before == '(' ? ')' : ']';
        const std::uint32_t open = static_cast<std::uint32_t>(text_.rfind(before, begin));
        const std::size_t end = text_.substr(0, std::min<std::size_t>(piece.end, last + 200)).find(close, last);
        if (open == piece.begin && end != std::string_view::npos && end + 1 == piece.end) return {};
        if (end != std::string_view::npos && in_dateline(piece, {open, static_cast<std::uint32_t>(end + 1)})) return {};
        return {open, end == std::string_view::npos ? std::min(piece.end, sentence_end(text_, last, piece.end))
                                                    : static_cast<std::uint32_t>(end + 1)};
      }
      case Glue::sentence: {
        if (!word.capital || !(sentence || camel) || words_.size() < short_run) return {};
        return {begin, sentence_end(text_, last, piece.end)};
      }
      case Glue::line:
        if (at_start && !match.placed) return {};
        // A label ("Copyright") begins a run only where it hangs on the word before.
        if (match.cue->where == Cue::Where::label && !at_start && !(word.glued && begin > from && text_[begin - 1] != ' ')) return {};
        if (!word.capital || !(sentence || camel || at_start)) return {};
        if (match.cue->effect == Effect::line && piece.end - begin > 400) return {begin, sentence_end(text_, last, piece.end)};
        return {begin, piece.end};
      case Glue::gap: {
        // "... said. Related: Another headline  The next paragraph": the teaser ends at a gap, or where words have run together.
        if (!word.capital || !(sentence || camel || at_start) || last >= piece.end || text_[last] != ':') return {};
        const std::uint32_t limit = std::min(piece.end, last + 200);
        for (std::uint32_t i = last + 2; i + 1 < limit; ++i) {
          const bool blanks = text_[i] == ' ' && (text_[i + 1] == ' ' || text_[i + 1] == '\xC2');
          if (blanks || text_[i] == '\n') return {begin, i};
          const bool small = text_[i] >= 'a' && text_[i] <= 'z', large = text_[i + 1] >= 'A' && text_[i + 1] <= 'Z';
          if (small && large && text_[i - 1] != ' ' && text_[i - 1] != 'M') return {begin, i + 1};  // "... explainedThe court"
        }
        if (limit == piece.end && !at_start && !ends_sentence(text_, piece)) return {begin, piece.end};
        return {};
      }
    }
    return {};
  }

  // "KYIV/MOSCOW, Aug 21 (Agency) - ": a bracket between a place in capitals and a dash belongs to the dateline.
  bool in_dateline(Span piece, Span bracket) const {
    if (bracket.begin - piece.begin > 60 || bracket.end + 4 > piece.end) return false;
    const std::string_view before = text_.substr(piece.begin, bracket.begin - piece.begin);
    if (before.size() < 4 || before.find(". ") != std::string_view::npos) return false;
    for (std::size_t i = 0; i < 3; ++i)
      if (before[i] >= 'a' && before[i] <= 'z') return false;
    const std::string_view after = text_.substr(bracket.end, 5);
    return after[0] == ':' || after.substr(0, 3) == " - " || after.substr(0, 3) == " --" || after.substr(0, 4) == " –" ||
           after.substr(0, 4) == " —";
  }

  // "Editor's note: X is ... The views are her own. The article begins here ...", all on one line: the sentences up to the
  // last cue near its start.
  Span note_of(Span piece) const {
    if (matches_.empty() || matches_[0].first != 0 || !matches_[0].placed) return {};
    const Cue& cue = *matches_[0].cue;
    if (cue.kind != CueKind::boilerplate || cue.where != Cue::Where::label || cue.weight < 1) return {};
    std::uint32_t end = sentence_end(text_, words_[matches_[0].last - 1].span.end, piece.end);
    for (const CueMatch& match : matches_) {
      if (match.last > longest_note) break;
      const std::uint32_t last = words_[match.last - 1].span.end;
      if (last > end) end = sentence_end(text_, last, piece.end);
    }
    return {piece.begin, end};
  }

  // A page pasted without line breaks: "Title here The Nation Published Date: May 17, 2026 The recent talks ...". The words that name
  // publisher and date, near the line's start and before its first full stop; empty where there are none.
  Span publication_of(Span piece) const {
    auto is_label = [](Key key) {
      return key == "published"_key || key == "posted"_key || key == "updated"_key || key == "publication"_key;
    };
    auto goes_with = [&](Key key) {
      return is_label(key) || key == "date"_key || key == "on"_key || key == "last"_key || key == "at"_key || key == "in"_key;
    };
    const Cues& cues = Cues::instance();
    for (std::size_t i = 1; i < words_.size() && i < short_run; ++i) {
      const std::string_view gap = between(text_, words_[i - 1], words_[i]);
      if (gap.find(". ") != std::string_view::npos && words_[i - 1].span.length() > 3) return {};
      if (!is_label(words_[i].key) || !words_[i].capital) continue;
      std::size_t last = i + 1;
      while (last < words_.size() && goes_with(words_[last].key) && last < i + 4) ++last;
      const DateShape date = last < words_.size() ? date_at(text_, words_, last) : DateShape{};
      if (!date.year || !date.day) continue;
      last += date.words;
      std::size_t first = i;
      for (std::size_t back = 1; back <= 5 && back <= i; ++back)
        if (cues.outlet_at(words_, i - back).words == back) first = i - back;
      for (bool more = true; more && last < words_.size();) {  // "Published On: The Nation", "10:20 am IST"
        std::size_t next = last;
        while (next < words_.size() && goes_with(words_[next].key) && words_[next].capital) ++next;
        const Cues::Outlet outlet = next < words_.size() ? cues.outlet_at(words_, next) : Cues::Outlet{};
        more = outlet.words != 0 && next > last;
        if (more) last = next + outlet.words;
        if (!more && is_clock(words_[last]) != 0 && !words_[last].capital && last + 1 < words_.size()) {
          ++last;
          more = true;
        }
      }
      if (last + 12 > words_.size()) return {};
      const std::uint32_t begin = first == 0 ? piece.begin : words_[first].span.begin;
      return {begin, words_[last - 1].span.end};
    }
    return {};
  }

  // What stands before it: a title, maybe with "By Somebody" behind it.
  void split_title(const Piece& piece, Span title, bool& first) {
    std::uint32_t end = title.end;
    for (std::size_t i = 1; i + 2 < words_.size() && words_[i].span.end <= title.end; ++i) {
      if (words_[i].key != "by"_key) continue;
      const std::size_t name = name_at(text_, words_, i + 1, false);
      if (name != 0 && words_[i + name].span.end + 8 >= title.end) end = words_[i].span.begin;
    }
    emit(piece, {title.begin, end}, first, false, Effect::line);
    emit(piece, {end, title.end}, first, false, Effect::line);
  }

  // The last character before `at` that is no blank; 0 at the run's start.
  char previous(std::uint32_t at, std::uint32_t from) const {
    while (at > from && (text_[at - 1] == ' ' || text_[at - 1] == '\n')) --at;
    return at > from ? text_[at - 1] : '\0';
  }

  void push(const Piece& piece, Span span) {
    Line line;
    line.span = span;
    line.hint = piece.hint;
    line.blank_before = piece.blank_before;
    line.bullet = piece.bullet;
    out_.push_back(line);
  }

  void emit(const Piece& piece, Span span, bool& first, bool boilerplate, Effect effect) {
    text::trim(text_, span.begin, span.end);
    if (span.empty()) return;
    push(piece, span);
    Line& line = out_.back();
    line.blank_before = line.blank_before && first;
    line.bullet = line.bullet && first;
    first = false;
    if (boilerplate) {
      line.kind = BlockKind::boilerplate;
      line.decided = true;
    }
    read_words(text_, span, part_);
    Cues::instance().find(text_, part_, part_matches_);
    describe(line, part_, part_matches_);
    if (boilerplate) line.score.effect = effect;
  }

  void describe(Line& line) { describe(line, words_, matches_); }

  void describe(Line& line, std::span<const Word> words, std::span<const CueMatch> matches) const {
    const Cues& cues = Cues::instance();
    line.words = static_cast<std::uint32_t>(words.size());
    line.score = Cues::score(matches, words.size());
    line.terminal = ends_sentence(text_, line.span);
    if (words.empty()) return;
    const char c = text_[words[0].span.begin];
    line.small_start = c >= 'a' && c <= 'z';
    line.numbered = line.bullet && words[0].number;
    std::uint32_t chrome = 0, capital = 0, large = 0, menu = 0, furniture = 0;
    bool platform = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      if (words.size() <= short_run) {
        const bool plain = (word.number && !is_year(word)) || word.shape == "@"_key;
        const bool button = cues.is(PageWord::chrome, word.shape);
        chrome += button ? 1 : 0;
        furniture += button || plain ? 1 : 0;
        menu += cues.is(PageWord::section, word.key) ? 1 : 0;
        platform = platform || cues.is(PageWord::platform, word.key) || word.shape == "@"_key;
      }
      line.content = text::chain(line.content, word.key);
      if (word.span.length() > 3) {
        ++large;
        capital += word.capital || word.number ? 1 : 0;
      }
    }
    line.chrome = words.size() <= short_run && (chrome == words.size() || (furniture == words.size() && furniture <= 2 && !line.terminal));
    line.menu = words.size() <= short_run && menu == words.size() && words[0].capital;
    if (platform && cues.is(PageWord::call, words[0].key) && words.size() <= short_run && words[0].capital)
      line.score.weight[0] += 1;  // "Follow us on ..."
    line.capitalised = large > 0 && capital == large;
    line.name_words = static_cast<std::uint32_t>(name_at(text_, words, 0, true));
    if (line.name_words != 0 && line.name_words < words.size()) {
      static constexpr Key verbs[] = {"is"_key, "was"_key, "holds"_key, "works"_key, "teaches"_key, "writes"_key, "has"_key};
      const Key next = words[line.name_words].key;
      line.describes = std::find(std::begin(verbs), std::end(verbs), next) != std::end(verbs);
      line.signs_date = next == "published"_key || next == "updated"_key || next == "posted"_key;
    }
    if (words.size() > short_run) return;
    for (std::size_t i = 0; i < words.size();) {
      if (const DateShape date = date_at(text_, words, i)) {
        if (date.year && (line.date.empty() || date.day)) {
          line.date = {words[i].span.begin, words[i + date.words - 1].span.end};
          line.dated_end = i + date.words == words.size();
          line.day = date.day;
        }
        line.date_words += static_cast<std::uint32_t>(date.words);
        i += date.words;
      } else if (const Cues::Outlet outlet = cues.outlet_at(words, i); outlet.words != 0) {
        line.outlet_words += static_cast<std::uint32_t>(outlet.words);
        const std::size_t next = i + outlet.words;
        const std::string_view before = i > 0 ? between(text_, words[i - 1], words[i]) : std::string_view();
        const std::string_view after = next < words.size() ? between(text_, words[next - 1], words[next]) : std::string_view();
        // "[Somebody/Reuters]", "REUTERS/Somebody": who took the picture.
        if (words.size() >= 5 &&
            ((next == words.size() && before == "/") || (words[i].all_capitals && after == "/" && next + 4 >= words.size())))
          credit(line);
        line.dash_credit = next == words.size() &&
                           (before.find("—") != std::string_view::npos || before.find("–") != std::string_view::npos || before == " - ");
        i = next;
      } else {
        line.date_words += line.date_words != 0 || is_weekday(words[i].key) ? is_clock(words[i]) : 0;
        ++i;
      }
    }
  }

  // Years head the parts of histories; other numbers alone are counts of shares.
  bool is_year(const Word& word) const {
    const char c = text_[word.span.begin];
    return word.shape == "#"_key && word.span.length() == 4 && (c == '1' || c == '2');
  }

  static void credit(Line& line) { line.score.weight[static_cast<std::size_t>(CueKind::caption)] += 1; }

  // Weekday, time of day, time zone: what stands beside a date and says no more than it does.
  static std::uint32_t is_clock(const Word& word) {
    static constexpr Key known[] = {"am"_key,  "pm"_key,  "a"_key,   "p"_key,   "m"_key,  "ist"_key, "gmt"_key, "utc"_key,
                                    "pst"_key, "pkt"_key, "est"_key, "edt"_key, "et"_key, "bst"_key, "at"_key,  "hrs"_key};
    return is_weekday(word.key) || word.number || std::find(std::begin(known), std::end(known), word.key) != std::end(known) ? 1 : 0;
  }

  std::string_view text_;
  std::vector<Line>& out_;
  std::vector<Word> words_, part_;
  std::vector<CueMatch> matches_, part_matches_;
};

}  // namespace

bool ends_sentence(std::string_view text, Span span) {
  for (std::uint32_t end = span.end; end > span.begin; --end) {
    const char c = text[end - 1];
    if (c == '.' || c == '!' || c == '?') return true;
    if (end - span.begin >= 3 && text[end - 3] == '\xE2' && text[end - 2] == '\x80') {
      if (c == '\xA6') return true;                  // …
      if (c != '\x9D' && c != '\x99') return false;  // ” ’
      end -= 2;
      continue;
    }
    if (c != '"' && c != '\'' && c != ')' && c != ']') return false;
  }
  return false;
}

std::vector<Line> read_lines(std::string_view text, const std::vector<Piece>& pieces) {
  std::vector<Line> lines;
  lines.reserve(pieces.size());
  Splitter splitter(text, lines);
  for (const Piece& piece : pieces) splitter.add(piece);
  return lines;
}

}  // namespace khabar::layout
