#include "facts/incidents/syntax.h"

#include <utility>

namespace khabar::incidents {

bool Syntax::parted(std::uint32_t first, std::uint32_t second) const {
  if (first > second) std::swap(first, second);
  if (second - first > 40) return false;
  for (std::uint32_t i = first + 1; i < second; ++i) {
    if (token(i).tag != Tag::punct) continue;
    const std::string_view mark = article.words(token(i).span);
    if (mark == ":" || mark == ";") return true;
    if (mark == "]" && is_aside(first)) return true;
    const bool dash = mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
    if (dash && token(i).has(Token::space_before) && realis::is_headline(article, token(i).sentence)) return true;
    // "Port Harcourt - A depot was blown up": what a paragraph opens with.
    const std::uint32_t start = article.language.sentences[token(i).sentence].first;
    const bool label = dash && token(i).has(Token::space_before) && i - start < 5 && is_place(article.entity_at(start));
    const std::uint32_t name = label ? article.mentions.mention_of[start] : none;
    if (name != none && article.mentions.entities.mentions[name].last == i) return true;
  }
  return false;
}

// "[Summary] A group attacked": does the word stand in brackets that open the sentence?
bool Syntax::is_aside(std::uint32_t at) const {
  const std::uint32_t start = article.language.sentences[token(at).sentence].first;
  bool inside = false;
  for (std::uint32_t i = start; i < at && i < start + 30; ++i) {
    const std::string_view mark = article.words(token(i).span);
    if (!inside && mark != "[") return false;
    if (mark == "[") inside = true;
    if (mark == "]") inside = false;
  }
  return inside && at < start + 30;
}

bool Syntax::is_person_named(std::uint32_t at, bool in_full) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m == none) return false;
  const entities::MentionAt& mention = article.mentions.entities.mentions[m];
  const bool name = mention.kind == MentionKind::name || (!in_full && mention.kind == MentionKind::short_name);
  return name && entity(mention.entity)->type == EntityType::person;
}

}  // namespace khabar::incidents
