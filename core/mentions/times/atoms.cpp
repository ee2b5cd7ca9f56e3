#include "mentions/times/atoms.h"

#include "text/utf8.h"

namespace khabar::times {

namespace {

enum class Sort : std::uint8_t { letter, digit, space, other };

Sort sort_of(char32_t code) {
  if (code < 0x80) {
    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')) return Sort::letter;
    if (code >= '0' && code <= '9') return Sort::digit;
    return code <= ' ' ? Sort::space : Sort::other;
  }
  if (text::is_space(code)) return Sort::space;
  return text::is_letter(code) ? Sort::letter : Sort::other;
}

}  // namespace

std::vector<Atom> cut(std::string_view text, const std::vector<language::Token>& tokens) {
  std::vector<Atom> atoms;
  atoms.reserve(text.size() / 5 + 1);
  std::size_t token = 0;
  bool glued = false, starts = true;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded first = text::decode(text, at);
    const Sort sort = sort_of(first.code);
    if (sort == Sort::space) {
      glued = false;
      if (tokens.empty() && first.code == '\n') starts = true;
      at += first.length;
      continue;
    }
    std::size_t end = at + first.length;
    if (sort == Sort::letter || sort == Sort::digit) {
      while (end < text.size()) {
        const text::Decoded next = text::decode(text, end);
        if (sort_of(next.code) != sort) break;
        end += next.length;
      }
    }
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    while (token < tokens.size() && tokens[token].span.end <= span.begin) ++token;
    at = end;
    const bool inside = token < tokens.size() && tokens[token].span.overlaps(span);
    if (!tokens.empty() && !inside) {
      glued = false;
      continue;
    }
    Atom atom;
    atom.span = span;
    atom.glued = glued && !atoms.empty() && atoms.back().span.end == span.begin;
    atom.token = inside ? static_cast<std::uint32_t>(token) : no_token;
    atom.starts = inside ? tokens[token].has(language::Token::sentence_start) && tokens[token].span.begin == span.begin : starts;
    // Mostly the token itself, whose key is known.
    atom.key = inside && tokens[token].span == span ? tokens[token].key : text::key_of(text.substr(span.begin, end - span.begin));
    starts = false;
    glued = true;
    if (sort == Sort::digit) {
      atom.kind = AtomKind::number;
      const std::size_t digits = end - span.begin;
      atom.digits = static_cast<std::uint8_t>(digits < 255 ? digits : 255);
      if (digits <= 9)
        for (std::size_t i = span.begin; i < end; ++i) atom.number = atom.number * 10 + static_cast<std::uint32_t>(text[i] - '0');
    } else {
      atom.kind = sort == Sort::letter ? AtomKind::word : AtomKind::mark;
      atom.capital = sort == Sort::letter && text::is_upper(first.code);
    }
    atoms.push_back(atom);
  }
  return atoms;
}

}  // namespace khabar::times
