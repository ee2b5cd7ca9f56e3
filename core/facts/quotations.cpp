// Quotations: the words between marks, which few writers set alike.
#include "facts/clauses.h"

#include "text/utf8.h"

namespace khabar::facts {

namespace {

enum class Mark : std::uint8_t { none, open, close, either };

// A double quotation mark, or a typographic single one that stands where a word begins or ends.
Mark mark_at(std::string_view text, std::size_t at, text::Decoded d, bool& single) {
  single = false;
  if (d.code == 0x201C || d.code == 0x201E || d.code == 0xAB) return Mark::open;
  if (d.code == 0x201D || d.code == 0xBB) {
    // ”Like this”: some write the closing mark where a word begins.
    const std::size_t after = at + d.length;
    const bool begins = (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') && after < text.size() &&
                        text::is_letter(static_cast<unsigned char>(text[after]));
    return begins ? Mark::either : Mark::close;
  }
  if (d.code == '"') return Mark::either;
  const bool doubled = d.code == '\'' && ((at + 1 < text.size() && text[at + 1] == '\'') || (at > 0 && text[at - 1] == '\''));
  if (doubled) return at > 0 && text[at - 1] == '\'' ? Mark::none : Mark::either;  // of two apostrophes the first counts
  const bool word_before = at > 0 && text::is_letter(static_cast<unsigned char>(text[at - 1]));
  const std::size_t next = at + d.length;
  const bool word_after = next < text.size() && (text::is_letter(static_cast<unsigned char>(text[next])) || text[next] >= '0');
  if (d.code == 0x2018 || (d.code == '\'' && !word_before && word_after)) {
    single = true;
    return !word_before ? Mark::open : Mark::none;
  }
  if (d.code == 0x2019 || d.code == '\'') {
    single = true;
    return !word_after ? Mark::close : Mark::none;
  }
  return Mark::none;
}

}  // namespace

std::vector<Quotation> quotations(const mentions::Article& article) {
  std::vector<Quotation> found;
  auto add = [&](std::size_t begin, std::size_t end) {
    Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    text::trim(article.text, span.begin, span.end);
    if (!span.empty()) found.push_back({span, {}});
  };
  for (const Block& block : article.layout.blocks) {
    constexpr std::size_t closed = static_cast<std::size_t>(-1);
    std::size_t inside = closed;         // where the open double quotation's words begin
    std::size_t inside_single = closed;  // ... and the single one's, outside double quotations
    for (std::size_t at = block.span.begin; at < block.span.end;) {
      const char byte = article.text[at];
      if (static_cast<unsigned char>(byte) < 0x80 && byte != '"' && byte != '\'') {  // most are
        ++at;
        continue;
      }
      const text::Decoded d = text::decode(article.text, at);
      bool single = false;
      const Mark mark = d.code < 0x80 || d.code >= 0xAB ? mark_at(article.text, at, d, single) : Mark::none;
      if (mark != Mark::none && single) {
        if (inside == closed && mark == Mark::open && inside_single == closed) {
          inside_single = at + d.length;
        } else if (inside_single != closed && mark == Mark::close) {
          add(inside_single, at);
          inside_single = closed;
        }
      } else if (mark != Mark::none) {
        inside_single = closed;
        if (inside == closed) {
          if (mark != Mark::close) inside = at + d.length;
        } else if (mark != Mark::open) {
          add(inside, at);
          inside = closed;
        }
      }
      at += d.length;
    }
    if (inside != closed) add(inside, block.span.end);
  }
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(article.language.tokens.size());
  for (Quotation& quotation : found) {
    while (token < count && article.token(token).span.begin < quotation.inner.begin) ++token;
    quotation.tokens.first = token;
    std::uint32_t last = token;
    while (last < count && article.token(last).span.end <= quotation.inner.end) ++last;
    quotation.tokens.last = last;
    token = last;
  }
  return found;
}

}  // namespace khabar::facts
