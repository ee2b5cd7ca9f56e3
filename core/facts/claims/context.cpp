#include "facts/claims/context.h"

#include "text/utf8.h"

namespace khabar::claims {

Context::Context(const mentions::Article& text, const Cues& words)
    : article(text), cues(words), quotations(facts::quotations(text)), quotation_of(text.language.tokens.size(), none) {
  for (std::uint32_t q = 0; q < quotations.size(); ++q)
    for (std::uint32_t t = quotations[q].tokens.first; t < quotations[q].tokens.last; ++t) quotation_of[t] = q;
}

// "Probably not," she said: the negation is hers, not the verb's.
bool Context::negation_is_quoted(std::uint32_t t) const {
  for (std::uint32_t child : article.links.dependents(t))
    if (quotation_of[child] != none && quotation_of[child] != quotation_of[t]) return true;
  return false;
}

bool Context::is_quote_mark(std::uint32_t t) const {
  const Token& token = article.token(t);
  const text::Decoded d = text::decode(article.text, token.span.begin);
  return text::is_quote(d.code) || (text::is_apostrophe(d.code) && token.span.length() <= 3 && !token.has(Token::has_letter));
}

bool Context::is_dash(std::uint32_t t) const {
  const std::string_view words = article.words(article.token(t).span);
  return words == "--" || (text::is_dash(text::decode(words, 0).code) && words.size() <= 3);
}

bool Context::line_ends_before(std::uint32_t t) const {
  if (sentence_of(t).block != sentence_of(t - 1).block) return true;
  const std::uint32_t end = article.token(t - 1).span.end;
  return article.text.substr(end, article.token(t).span.begin - end).find('\n') != std::string_view::npos;
}

bool Context::has_finite_verb(Range range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = article.token(i);
    if (token.tag == Tag::aux || (token.tag == Tag::verb && token.form != language::Form::gerund)) return true;
  }
  return false;
}

bool Context::is_noun_group(Range range) const {
  constexpr std::uint32_t longest = 12;
  if (range.empty() || range.last - range.first > longest) return false;
  bool noun = false;  // "Oman's supply of arms to the rebels", "food and medicine": after its first noun a group goes on
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Tag tag = article.token(i).tag;
    noun = noun || tag == Tag::noun || tag == Tag::propn;
    const bool inside = tag == Tag::det || tag == Tag::adj || tag == Tag::noun || tag == Tag::propn || tag == Tag::num ||
                        tag == Tag::part || (noun && (tag == Tag::adp || tag == Tag::cconj));
    if (!inside || article.mentions.time_of[i] != none) return false;
  }
  return true;
}

// "The clerk, Omar Diop, told reporters on Thursday that ...": what was said is still to come.
bool Context::is_followed_by_that(std::uint32_t t) const {
  for (const Link& link : article.links.of(t)) {
    if (link.kind != LinkKind::clause || link.inherited || link.dependent <= t) continue;
    const std::uint32_t mark = facts::dependent(article, link.dependent, Relation::mark);
    if (mark != none && mark > t && article.token(mark).key == "that"_key) return true;
  }
  return false;
}

// "Oslo was glad; the port had closed, police said": what was said last, where that is a clause.
Range Context::past_semicolon(Range range) const {
  std::uint32_t first = range.last;
  while (first > range.first && (quotation_of[first - 1] != none || article.words(article.token(first - 1).span) != ";")) --first;
  const Range last{first, range.last};
  return has_finite_verb(last) ? last : range;
}

}  // namespace khabar::claims
