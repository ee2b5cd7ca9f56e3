#include "facts/interactions/tables.h"

#include "lexicon/table.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace khabar::interactions {

namespace {

Meaning meaning_of(std::string_view type, std::string_view mark) {
  const std::optional<EventType> known = event_type_of(type);
  const bool intent = type == "intent";
  return {known.has_value() || intent, known.value_or(EventType::agree), mark == "=" || mark == "2", mark == "-", intent, mark == "2"};
}

Key verb_key(std::string_view lemma, std::string_view particle) {
  return text::chain(text::key_of(lemma), particle.empty() ? 0 : text::key_of(particle));
}

}  // namespace

Frames::Frames() {
  const auto table = [](std::string_view name) { return lexicon::Table(lexicon::packed(name)); };
  std::unordered_map<Key, std::int16_t> class_index;
  const lexicon::Table class_rows = table("facts/interactions/classes.tsv");
  for (const lexicon::Row& row : class_rows.rows()) {
    const auto [at, fresh] = class_index.try_emplace(text::key_of(row[0]), static_cast<std::int16_t>(classes_.size()));
    if (fresh) classes_.emplace_back();
    classes_[static_cast<std::size_t>(at->second)].push_back(text::key_of(row[1]));
  }
  for (std::vector<Key>& words : classes_) std::stable_sort(words.begin(), words.end());

  std::unordered_map<Key, std::uint32_t> block_index;
  const lexicon::Table block_rows = table("facts/interactions/blocks.tsv");
  for (const lexicon::Row& row : block_rows.rows()) {
    block_index[text::key_of(row[0])] = static_cast<std::uint32_t>(blocks_.size());
    blocks_.emplace_back();
  }
  const lexicon::Table pattern_rows = table("facts/interactions/patterns.tsv");
  for (const lexicon::Row& row : pattern_rows.rows()) {
    const auto block = block_index.find(text::key_of(row[0]));
    if (block == block_index.end()) continue;
    Pattern pattern{needs_of(row[1], class_index), meaning_of(row[2], row[3])};
    blocks_[block->second].patterns.push_back(std::move(pattern));
  }
  for (Block& block : blocks_)
    std::stable_sort(block.patterns.begin(), block.patterns.end(),
                     [](const Pattern& a, const Pattern& b) { return a.needs.size() > b.needs.size(); });

  const lexicon::Table verb_rows = table("facts/interactions/verbs.tsv");
  for (const lexicon::Row& row : verb_rows.rows())
    if (const auto block = block_index.find(text::key_of(row[2])); block != block_index.end())
      verbs_[verb_key(row[0], row[1])] = block->second;
  const lexicon::Table own_rows = table("facts/interactions/own.tsv");
  for (const lexicon::Row& row : own_rows.rows()) own_[verb_key(row[0], row[1])] = meaning_of(row[2], row[3]);
  const lexicon::Table pattern_of_ours = table("facts/interactions/own_patterns.tsv");
  for (const lexicon::Row& row : pattern_of_ours.rows())
    own_patterns_[verb_key(row[0], row[1])].push_back({needs_of(row[2], class_index), meaning_of(row[3], row[4])});
  const lexicon::Table noun_rows = table("facts/interactions/nouns.tsv");
  for (const lexicon::Row& row : noun_rows.rows()) nouns_[text::key_of(row[0])] = meaning_of(row[1], row[2]);
  const lexicon::Table context_rows = table("facts/interactions/contexts.tsv");
  for (const lexicon::Row& row : context_rows.rows()) contexts_.emplace(text::key_of(row[0]), std::string(row[1]));
}

// "o:troop|soldier p:to" : the conditions of one pattern.
std::vector<Need> Frames::needs_of(std::string_view cell, std::unordered_map<Key, std::int16_t>& class_index) {
  std::vector<Need> needs;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', at), cell.size());
    std::string_view word = cell.substr(at, end - at);
    at = end + 1;
    Need need;
    need.place = word[0] == 'p' ? Need::Place::preposition : word[0] == 's' ? Need::Place::subject : Need::Place::object;
    word.remove_prefix(2);
    if (need.place == Need::Place::preposition) {
      const std::size_t colon = word.find(':');
      need.preposition = text::key_of(word.substr(0, colon));
      word = colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1);
    }
    if (word.find('|') != std::string_view::npos) {  // a class without a name
      const auto [known, fresh] = class_index.try_emplace(text::key_of(word), static_cast<std::int16_t>(classes_.size()));
      if (fresh) {
        classes_.emplace_back();
        for (std::size_t from = 0; from < word.size();) {
          const std::size_t bar = std::min(word.find('|', from), word.size());
          classes_.back().push_back(text::key_of(word.substr(from, bar - from)));
          from = bar + 1;
        }
        std::stable_sort(classes_.back().begin(), classes_.back().end());
      }
      need.words = known->second;
    } else if (!word.empty() && word[0] == '&') {
      const auto known = class_index.find(text::key_of(word.substr(1)));
      need.words = known == class_index.end() ? std::int16_t{-1} : known->second;
      if (need.words < 0) need.word = text::key_of(word);
    } else if (!word.empty()) {
      need.word = text::key_of(word);
    }
    needs.push_back(need);
  }
  return needs;
}

const Block* Frames::block(Key lemma, Key particle) const {
  const auto at = verbs_.find(text::chain(lemma, particle));
  return at == verbs_.end() ? nullptr : &blocks_[at->second];
}

const Meaning* Frames::own(Key lemma, Key particle) const {
  const auto at = own_.find(text::chain(lemma, particle));
  return at == own_.end() ? nullptr : &at->second;
}

const std::vector<Pattern>* Frames::own_patterns(Key lemma, Key particle) const {
  const auto at = own_patterns_.find(text::chain(lemma, particle));
  return at == own_patterns_.end() ? nullptr : &at->second;
}

std::string_view Frames::context(Key lemma) const {
  const auto at = contexts_.find(lemma);
  return at == contexts_.end() ? std::string_view() : std::string_view(at->second);
}

const Meaning* Frames::noun(Key lemma) const {
  const auto at = nouns_.find(lemma);
  return at == nouns_.end() ? nullptr : &at->second;
}

bool Frames::in_class(std::int16_t index, Key word) const {
  const std::vector<Key>& words = classes_[static_cast<std::size_t>(index)];
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace khabar::interactions
