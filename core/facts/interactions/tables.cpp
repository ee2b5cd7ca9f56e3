#include "facts/interactions/tables.h"

#include "lexicon/table.h"
#include "text/sorting.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace khabar::interactions {

namespace {

Meaning meaning_of(std::string_view type, std::string_view mark) {
  const std::optional<EventType> known = event_type_of(type);
  const bool intent = type == "intent";
  const auto has = [&](char letter) { return mark.find(letter) != std::string_view::npos; };
  return {
      known.has_value() || intent, known.value_or(EventType::agree), has('=') || has('2'), has('-'), intent, has('+'), has('2'), has('~')};
}

Key verb_key(std::string_view lemma, std::string_view particle) {
  return text::chain(text::key_of(lemma), particle.empty() ? 0 : text::key_of(particle));
}

Key noun_key(Key modifier, Key head) { return text::chain(head, modifier); }

}  // namespace

Frames::Frames() {
  const auto table = [](std::string_view name) { return lexicon::Table(lexicon::packed(name)); };
  const lexicon::Table verb_rows = table("facts/interactions/verbs.tsv");
  for (const lexicon::Row& row : verb_rows.rows()) verbs_[verb_key(row[0], row[1])] = meaning_of(row[2], row[3]);
  lexicon::KeyMap<std::int16_t> class_index;
  const lexicon::Table pattern_rows = table("facts/interactions/patterns.tsv");
  for (const lexicon::Row& row : pattern_rows.rows())
    patterns_[verb_key(row[0], row[1])].push_back({needs_of(row[2], class_index), meaning_of(row[3], row[4])});
  const lexicon::Table noun_rows = table("facts/interactions/nouns.tsv");
  for (const lexicon::Row& row : noun_rows.rows()) {
    const std::size_t blank = row[0].find(' ');
    const Key key = blank == std::string_view::npos
                        ? noun_key(0, text::key_of(row[0]))
                        : noun_key(text::key_of(row[0].substr(0, blank)), text::key_of(row[0].substr(blank + 1)));
    nouns_[key] = meaning_of(row[1], row[2]);
  }
  const lexicon::Table context_rows = table("facts/interactions/contexts.tsv");
  for (const lexicon::Row& row : context_rows.rows()) contexts_.add(text::key_of(row[0]), row[1]);
}

// "o:troop|soldier p:to" : the conditions of one pattern.
std::vector<Need> Frames::needs_of(std::string_view cell, lexicon::KeyMap<std::int16_t>& class_index) {
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
      const Key key = text::key_of(word);
      if (class_index.find(key) == nullptr) {
        class_index[key] = static_cast<std::int16_t>(classes_.size());
        classes_.emplace_back();
        for (std::size_t from = 0; from < word.size();) {
          const std::size_t bar = std::min(word.find('|', from), word.size());
          classes_.back().push_back(text::key_of(word.substr(from, bar - from)));
          from = bar + 1;
        }
        text::stable_sort(classes_.back());
      }
      need.words = class_index[key];
    } else if (!word.empty()) {
      need.word = text::key_of(word);
    }
    needs.push_back(need);
  }
  return needs;
}

const Meaning* Frames::verb(Key lemma, Key particle) const { return verbs_.find(text::chain(lemma, particle)); }

const std::vector<Pattern>* Frames::patterns(Key lemma, Key particle) const { return patterns_.find(text::chain(lemma, particle)); }

std::string_view Frames::context(Key lemma) const {
  const std::string_view* context = contexts_.find(lemma);
  return context == nullptr ? std::string_view() : *context;
}

const Meaning* Frames::noun(Key lemma, Key modifier) const { return nouns_.find(noun_key(modifier, lemma)); }

bool Frames::in_class(std::int16_t index, Key word) const {
  const std::vector<Key>& words = classes_[static_cast<std::size_t>(index)];
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace khabar::interactions
