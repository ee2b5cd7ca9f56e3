// Phrases: what hangs on a word, by the tree, without the marks at its ends.
#include "facts/clauses.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::facts {

using language::LinkKind;
using language::Relation;
using language::Tag;
using mentions::none;

Range subtree(const mentions::Article& article, std::uint32_t token, std::span<const std::uint32_t> except) {
  Range range{token, token + 1};
  std::vector<std::uint32_t> open{token};
  // A tree has no cycles; the bound only guards against a broken one.
  for (std::size_t steps = 0; !open.empty() && steps < article.language.tokens.size(); ++steps) {
    const std::uint32_t at = open.back();
    open.pop_back();
    range.first = std::min(range.first, at);
    range.last = std::max(range.last, at + 1);
    for (std::uint32_t child : article.links.dependents(at))
      if (child != at && std::find(except.begin(), except.end(), child) == except.end()) open.push_back(child);
  }
  return range;
}

Range trimmed(const mentions::Article& article, Range range) {
  auto punctuation = [&](std::uint32_t token) {
    const language::Token& t = article.token(token);
    return t.tag == Tag::punct || (!t.has(language::Token::has_letter) && !t.has(language::Token::has_digit) && t.tag != Tag::sym);
  };
  while (!range.empty() && punctuation(range.first)) ++range.first;
  while (!range.empty() && punctuation(range.last - 1)) {
    const char close = article.text[article.token(range.last - 1).span.begin];
    if (close == ')' || close == ']') {
      const std::string_view inside = article.words(span_of(article, {range.first, range.last - 1}));
      if (inside.find(close == ')' ? '(' : '[') != std::string_view::npos) break;
    }
    --range.last;
  }
  // A quotation that begins inside keeps its end: the rebels “cowards”.
  const auto is_quote = [&](std::uint32_t token) {
    return text::is_quote(text::decode(article.text, article.token(token).span.begin).code);
  };
  std::uint32_t opened = none;  // the last mark inside, where it opens
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (!is_quote(t)) continue;
    const bool opens = opened == none && article.token(t).has(language::Token::space_before);
    if (!opens && opened == none) return range;  // begins within a quotation: its own marks stand outside
    opened = opens ? t : none;
  }
  if (opened == none) return range;
  const std::uint32_t end = article.language.sentences[article.token(opened).sentence].last;
  std::uint32_t next = range.last;  // past the stop that some set before the mark
  if (next < end && punctuation(next) && !is_quote(next)) ++next;
  if (next < end && is_quote(next)) range.last = next + 1;
  return range;
}

Span span_of(const mentions::Article& article, Range range) {
  if (range.empty()) return {};
  return {article.token(range.first).span.begin, article.token(range.last - 1).span.end};
}

std::uint32_t dependent(const mentions::Article& article, std::uint32_t token, Relation relation) {
  for (std::uint32_t child : article.links.dependents(token))
    if (child != token && article.token(child).relation == relation) return child;
  return none;
}

std::uint32_t linked(const mentions::Article& article, std::uint32_t token, LinkKind kind) {
  for (const language::Link& link : article.links.of(token))
    if (link.kind == kind) return link.dependent;
  return none;
}

namespace {

bool set_off(const mentions::Article& article, std::uint32_t head) {
  const Range range = subtree(article, head);
  return range.first > 0 && article.words(article.token(range.first - 1).span) == ",";
}

}  // namespace

Range noun_phrase(const mentions::Article& article, std::uint32_t token) {
  std::vector<std::uint32_t> except;
  for (std::uint32_t child : article.links.dependents(token)) {
    const Relation relation = article.token(child).relation;
    const bool clause = relation == Relation::acl_relcl || relation == Relation::appos || relation == Relation::parataxis ||
                        relation == Relation::punct || relation == Relation::advcl || relation == Relation::mark ||
                        relation == Relation::case_ || relation == Relation::cop || relation == Relation::nsubj ||
                        (relation == Relation::cc && child < token);
    // "the delegation, led by ...": set off by a comma it is an aside.
    const bool aside = relation == Relation::acl && child > token && set_off(article, child);
    if (clause || aside) except.push_back(child);
  }
  return trimmed(article, subtree(article, token, except));
}

}  // namespace khabar::facts
