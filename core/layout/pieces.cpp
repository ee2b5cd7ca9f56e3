#include "layout/pieces.h"

#include "layout/lines.h"
#include "text/utf8.h"

#include <algorithm>

namespace khabar::layout {

namespace {

constexpr std::size_t gap_blanks = 4;      // blanks in a row that stand for a lost line break
constexpr std::size_t wrap_columns = 100;  // nobody wraps wider by hand

struct White {
  std::uint32_t length = 0;  // bytes; 0: not white space
  bool breaks = false;
};

White white_at(std::string_view text, std::size_t at) {
  const unsigned char byte = static_cast<unsigned char>(text[at]);
  if (byte == '\n' || byte == '\v' || byte == '\f' || byte == '\r') return {1, true};
  if (byte < 0x80) return {byte <= ' ' ? 1u : 0u, false};
  if (byte < 0xC2) return {};
  const text::Decoded decoded = text::decode(text, at);
  if (decoded.code == 0x2028 || decoded.code == 0x2029 || decoded.code == 0x85) return {decoded.length, true};
  return {text::is_space(decoded.code) ? decoded.length : 0u, false};
}

bool is_small(std::string_view text, std::uint32_t at) { return text[at] >= 'a' && text[at] <= 'z'; }

// "• one", "- one", "* one", "1. one", "(a) one".
bool is_bullet(std::string_view text, Span span) {
  const std::string_view words = text.substr(span.begin, std::min<std::uint32_t>(span.length(), 8));
  for (const std::string_view sign : {"•", "▪", "‣", "◦", "●", "■", "►", "·", "–", "—", "✓", "➤"})
    if (words.substr(0, sign.size()) == sign) return true;
  if (words.size() < 3) return false;
  if ((words[0] == '-' || words[0] == '*' || words[0] == '+') && (words[1] == ' ' || words[1] == '\t')) return true;
  std::size_t at = words[0] == '(' ? 1 : 0;
  const std::size_t first = at;
  while (at < words.size() && words[at] >= '0' && words[at] <= '9' && at - first < 2) ++at;
  if (at == first && words[at] >= 'a' && words[at] <= 'z') ++at;
  if (at == first || at + 1 >= words.size()) return false;
  if (words[at] == ')') return true;
  return words[at] == '.' && words[at + 1] == ' ' && first == 0 && words[0] <= '9';
}

// A gap after a full stop, or before a capital, a quote or a digit, stands for a lost line break.
bool gap_breaks(std::string_view text, Span before, std::uint32_t next) {
  if (ends_sentence(text, before)) return true;
  const unsigned char c = static_cast<unsigned char>(text[next]);
  return !(c >= 'a' && c <= 'z') && c != ',' && c != '.' && c != ';' && c != ')';
}

class Reader {
 public:
  Reader(std::string_view text, const Markup& markup) : text_(text), markup_(markup) {}

  std::vector<Piece> read() {
    std::size_t blanks = 0, line_breaks = 2;
    bool source = false;
    for (std::size_t at = 0; at < text_.size();) {
      if (next_break_ < markup_.breaks.size() && markup_.breaks[next_break_].at <= at) {
        close();
        const Break& mark = markup_.breaks[next_break_++];
        hint_ = mark.hint;
        source = mark.source;
        line_breaks = 2;
        continue;
      }
      if (next_span_ < markup_.spans.size() && markup_.spans[next_span_].begin == at) {
        at = markup_.spans[next_span_++].end;
        ++blanks;
        continue;
      }
      const White white = white_at(text_, at);
      if (white.length != 0) {
        if (white.breaks && !source) {
          if (text_[at] != '\r' || at + 1 == text_.size() || text_[at + 1] != '\n') ++line_breaks;
          close();
          blanks = line_breaks;  // blanks at a line's end indent nothing
        } else {
          ++blanks;
        }
        at += white.length;
        continue;
      }
      const std::uint32_t here = static_cast<std::uint32_t>(at);
      if (open_ && !source && blanks >= gap_blanks && gap_breaks(text_, piece_.span, here)) {
        close();
        line_breaks = 2;
      }
      if (!open_) {
        piece_ = {{here, here}, hint_, line_breaks >= 2, false};
        indented_ = line_breaks != 0 && blanks > line_breaks;
        open_ = true;
      }
      at = word_end(at);
      piece_.span.end = static_cast<std::uint32_t>(at);
      blanks = 0;
      line_breaks = 0;
    }
    close();
    join_wrapped();
    for (Piece& piece : pieces_) piece.bullet = is_bullet(text_, piece.span);
    return std::move(pieces_);
  }

 private:
  void close() {
    if (!open_) return;
    open_ = false;
    pieces_.push_back(piece_);
    indents_.push_back(indented_);
  }

  // Past the character and what follows it of plain ASCII without white space, up to where markup has something.
  std::size_t word_end(std::size_t at) const {
    std::size_t limit = text_.size();
    if (next_break_ < markup_.breaks.size()) limit = std::min<std::size_t>(limit, markup_.breaks[next_break_].at);
    if (next_span_ < markup_.spans.size()) limit = std::min<std::size_t>(limit, markup_.spans[next_span_].begin);
    at += text::decode(text_, at).length;
    while (at < limit && text_[at] > ' ' && static_cast<unsigned char>(text_[at]) < 0x80) ++at;
    return at;
  }

  // May the second of two neighbouring lines continue the first?
  bool adjacent(std::size_t i) const {
    return !pieces_[i].blank_before && pieces_[i].hint == Hint::none && pieces_[i - 1].hint == Hint::none && !indents_[i] &&
           !is_bullet(text_, pieces_[i].span);
  }

  // Hard-wrapped text: most lines are so long that the next line's first word would not have fitted.
  void join_wrapped() {
    std::uint32_t width = 0;
    for (const Piece& piece : pieces_) width = std::max(width, piece.span.length());
    std::size_t pairs = 0, full = 0;
    auto is_full = [&](std::size_t i) {
      const Span next = pieces_[i].span;
      const std::size_t space = text_.substr(next.begin, next.length()).find(' ');
      const std::size_t word = space == std::string_view::npos ? next.length() : space;
      return pieces_[i - 1].span.length() + 1 + word + wrap_slack > width;
    };
    const bool narrow = width <= wrap_columns;
    if (narrow) {
      for (std::size_t i = 1; i < pieces_.size(); ++i) {
        if (!adjacent(i)) continue;
        ++pairs;
        full += is_full(i) ? 1 : 0;
      }
    }
    const bool wrapped = narrow && width >= 40 && pairs >= 3 && full * 10 >= pairs * 7;
    std::vector<Piece> joined;
    joined.reserve(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const bool continues = i > 0 && adjacent(i) &&
                             ((wrapped && (is_full(i) || !ends_sentence(text_, pieces_[i - 1].span))) || is_cut(joined.back().span, i));
      if (continues) {
        joined.back().span.end = pieces_[i].span.end;
      } else {
        joined.push_back(pieces_[i]);
      }
    }
    pieces_ = std::move(joined);
  }

  // A sentence cut by a line break: it began with a capital, has not ended, and goes on in small letters to its own end. Short
  // lines of page furniture ("by Somebody", "in Opinion") end nowhere.
  bool is_cut(Span first, std::size_t i) const {
    const Span second = pieces_[i].span;
    if (!is_small(text_, second.begin) || ends_sentence(text_, first)) return false;
    std::size_t last_line = i;
    while (last_line + 1 < pieces_.size() && last_line < i + 6 && adjacent(last_line + 1) &&
           is_small(text_, pieces_[last_line + 1].span.begin) && !ends_sentence(text_, pieces_[last_line].span))
      ++last_line;
    if (!ends_sentence(text_, pieces_[last_line].span) && second.length() < 50) return false;
    const std::string_view next = text_.substr(second.begin, std::min<std::uint32_t>(second.length(), 40));
    const std::string_view word = next.substr(0, next.find(' '));
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;  // "iPhone maker ..."
    if (next.substr(0, 3) == "by ") return false;
    const char c = text_[first.begin];
    const char last = text_[first.end - 1];
    const std::string_view words = text_.substr(first.begin, std::min<std::uint32_t>(first.length(), 200));
    return ((c >= 'A' && c <= 'Z') || c == '"' || c == '\xE2') && last != ':' && last != ';' &&
           std::count(words.begin(), words.end(), ' ') >= 2;
  }

  static constexpr std::size_t wrap_slack = 4;

  std::string_view text_;
  const Markup& markup_;
  std::vector<Piece> pieces_;
  std::vector<bool> indents_;
  Piece piece_;
  Hint hint_ = Hint::none;
  std::size_t next_break_ = 0, next_span_ = 0;
  bool open_ = false, indented_ = false;
};

}  // namespace

std::vector<Piece> read_pieces(std::string_view text, const Markup& markup) { return Reader(text, markup).read(); }

}  // namespace khabar::layout
