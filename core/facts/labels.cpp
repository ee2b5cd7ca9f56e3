#include "facts/labels.h"

#include <algorithm>

namespace khabar::facts {

using language::Token;
using mentions::none;
using namespace text::literals;

namespace {

bool is_dash(std::string_view mark) { return mark == "-" || mark == "--" || mark == "–" || mark == "—"; }

// What may stand between the names of a label.
bool joins(const Token& t, std::string_view words) {
  return words == "," || words == "(" || words == ")" || words == "|" || words == "/" || words == "." || t.key == "in"_key ||
         t.key == "near"_key || t.key == "the"_key || t.key == "district"_key || t.key == "province"_key || t.key == "region"_key ||
         t.key == "city"_key || t.key == "area"_key;
}

// Two will do: an article with many has them early.
bool several_datelines(const std::vector<Block>& blocks) {
  const auto is = [](const Block& block) { return block.kind == BlockKind::dateline; };
  const auto first = std::find_if(blocks.begin(), blocks.end(), is);
  return first != blocks.end() && std::find_if(first + 1, blocks.end(), is) != blocks.end();
}

// Does the sentence begin with a state's name and a colon?
bool opens_with_state(const mentions::Article& article, const language::Sentence& sentence) {
  const std::uint32_t m = article.mentions.mention_of[sentence.first];
  if (m == none) return false;
  const entities::MentionAt& name = article.mentions.entities.mentions[m];
  return name.first == sentence.first && name.last < sentence.last && article.words(article.token(name.last).span) == ":" &&
         article.mentions.entities.entities[name.entity.index].type == EntityType::country;
}

// "Haiti: ..." above: the block below the sentence's is an item of a brief.
bool is_above_state(const mentions::Article& article, std::uint32_t sentence) {
  const auto& sentences = article.language.sentences;
  const auto next = std::partition_point(sentences.begin() + sentence, sentences.end(),
                                         [&](const language::Sentence& s) { return s.block <= sentences[sentence].block; });
  return next != sentences.end() && opens_with_state(article, *next);
}

// "Mali: ...", "Haiti: ...": items of a brief, one below the other.
bool is_one_of_states(const mentions::Article& article, std::uint32_t first) {
  const auto& sentences = article.language.sentences;
  if (!opens_with_state(article, sentences[first])) return false;
  if (is_above_state(article, first)) return true;
  if (first == 0) return false;
  const auto above = std::partition_point(sentences.begin(), sentences.begin() + first,
                                          [&](const language::Sentence& s) { return s.block < sentences[first - 1].block; });
  return opens_with_state(article, *above);
}

}  // namespace

Label label_of(const mentions::Article& article, std::uint32_t sentence) {
  constexpr std::uint32_t longest = 16;
  const auto& sentences = article.language.sentences;
  const auto kind_of = [&](std::uint32_t block) {
    return block < article.layout.blocks.size() ? article.layout.blocks[block].kind : BlockKind::paragraph;
  };
  const auto first = std::partition_point(sentences.begin(), sentences.begin() + sentence,
                                          [&](const language::Sentence& s) { return s.block < sentences[sentence].block; });
  // "LIKONI - Gunmen ...", one of several such items: the label is a block of its own.
  if (const std::uint32_t at = static_cast<std::uint32_t>(first - sentences.begin());
      at > 0 && kind_of(sentences[at - 1].block) == BlockKind::dateline && kind_of(first->block) != BlockKind::dateline &&
      (several_datelines(article.layout.blocks) || is_above_state(article, sentence))) {
    Label item;
    for (std::uint32_t i = sentences[at - 1].first; i < sentences[at - 1].last; ++i) {
      const EntityId id = article.entity_at(i);
      if (!id.set() || (!item.places.empty() && item.places.back() == id)) continue;
      const EntityType type = article.mentions.entities.entities[id.index].type;
      if (type == EntityType::place || type == EntityType::facility || (type == EntityType::country && is_above_state(article, sentence)))
        item.places.push_back(id);
    }
    if (!item.places.empty()) return item;
  }
  std::uint32_t start = first->first;
  while (start < first->last && !article.token(start).has(Token::has_letter) && !article.token(start).has(Token::has_digit)) ++start;
  const BlockKind kind = first->block < article.layout.blocks.size() ? article.layout.blocks[first->block].kind : BlockKind::paragraph;
  Label read, label;
  std::uint32_t i = start;
  while (i < first->last && i < start + longest) {
    const Token& t = article.token(i);
    const std::string_view words = article.words(t.span);
    if (words == ":" || (is_dash(words) && t.has(Token::space_before))) {
      read.end = i + 1;
      // "Kidal - Gunmen ...": of a paragraph its dateline, or a name and more about it.
      if (words == ":" || read.time != none || kind == BlockKind::list_item) label = read;
      ++i;
      if (words == ":") break;
      continue;
    }
    if (const std::uint32_t time = article.mentions.time_of[i]; time != none) {
      const Time& value = article.mentions.times[time].time;
      if (value.type != TimeType::date && value.type != TimeType::time) break;
      if (read.time == none) read.time = time;
      i = std::max(i + 1, article.mentions.times[time].last);
      continue;
    }
    const std::uint32_t m = article.mentions.mention_of[i];
    const Entity* entity = m == none ? nullptr : &article.mentions.entities.entities[article.mentions.entities.mentions[m].entity.index];
    if (entity && (entity->type == EntityType::place || entity->type == EntityType::country || entity->type == EntityType::facility)) {
      read.places.push_back(article.mentions.entities.mentions[m].entity);
      i = std::max(i + 1, article.mentions.entities.mentions[m].last);
      continue;
    }
    const bool clock = t.tag == language::Tag::num && read.time != none;  // "14 March 2031, 0600: ..."
    if (!clock && !joins(t, words)) break;
    ++i;
  }
  // "14 March, Gao. Gunmen ...": a sentence of nothing else.
  if (i >= first->last && i != start && sentence != static_cast<std::uint32_t>(first - sentences.begin())) label = read;
  // "Nepal: Gunmen kill two", "Moscow: drones shot down": where the news is from, or who says it.
  const bool state_alone = label.time == none && std::all_of(label.places.begin(), label.places.end(), [&](EntityId id) {
                             return article.mentions.entities.entities[id.index].type == EntityType::country;
                           });
  // "SIBI: Gunmen ...": where the reporter was.
  const bool dateline = !label.places.empty() && label.time == none && article.layout.dateline &&
                        article.layout.dateline->text.find(article.words(article.token(start).span)) != std::string::npos;
  if (state_alone && !label.places.empty() && is_one_of_states(article, static_cast<std::uint32_t>(first - sentences.begin())))
    return label;
  const bool headline = label.time == none && (kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::heading);
  return state_alone || headline || dateline ? Label{} : label;
}

}  // namespace khabar::facts
