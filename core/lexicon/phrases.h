// Phrases over tokens: which lexicon rows start at this token? One hash look-up a token, longest match first.
//
//   PhraseMap map;   map.add({"red"_key, "cross"_key}, 7);
//   map.longest(4, [&](uint32_t i) { return i < n ? tokens[i].key : 0; })  ->  {length 2, values: 7}
//
// Open addressing over chained keys (text/key.h): every prefix of a phrase has a cell, so a scan stops at the first
// word that continues nothing; a filter knows most words that start nothing or do not go on. Values of equal phrases are kept in order of
// addition.
#pragma once

#include "lexicon/key_filter.h"
#include "text/key.h"

#include <cstdint>
#include <span>
#include <vector>

namespace khabar::lexicon {

class PhraseMap {
 public:
  struct Match {
    std::uint32_t length = 0;    // tokens; 0: no match
    std::uint32_t value = none;  // head of the value list: walk with next()
    explicit operator bool() const { return length != 0; }
  };
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  /// Adds a phrase of one word or more. Amortised O(words).
  void add(std::span<const text::Key> words, std::uint32_t value);

  /// Room for that many prefixes of phrases, so that adding them moves nothing. Before the first add().
  void reserve(std::size_t prefixes);

  /// The longest phrase that starts at `at`; key_at(i) is the i-th token's key, 0 past the end. O(length of the longest prefix).
  template <class KeyAt>
  Match longest(std::uint32_t at, KeyAt&& key_at) const {
    Match best;
    text::Key prefix = 0;
    for (std::uint32_t i = 0;; ++i) {
      const text::Key word = key_at(at + i);
      if (word == 0) return best;
      prefix = text::chain(prefix, word);
      if (!prefixes_.may_hold(prefix)) return best;
      const Cell* cell = find(prefix);
      if (cell == nullptr) return best;
      if (cell->value != none) best = {i + 1, cell->value};
      if (!cell->continues) return best;
    }
  }

  /// False where no phrase starts with the word; true where one does, and seldom where none does. O(1).
  bool may_start(text::Key word) const { return prefixes_.may_hold(text::chain(0, word)); }

  /// The payload of a value list's node and the node after it (none at the end).
  std::uint32_t payload(std::uint32_t node) const { return values_[node].payload; }
  std::uint32_t next(std::uint32_t node) const { return values_[node].next; }
  std::size_t size() const { return values_.size(); }

 private:
  struct Cell {
    text::Key prefix = 0;
    std::uint32_t value = none;
    bool continues = false;
  };
  struct Value {
    std::uint32_t payload;
    std::uint32_t next;
  };

  const Cell* find(text::Key prefix) const {
    if (cells_.empty()) return nullptr;
    for (std::size_t i = prefix & mask_;; i = (i + 1) & mask_) {
      if (cells_[i].prefix == prefix) return &cells_[i];
      if (cells_[i].prefix == 0) return nullptr;
    }
  }
  Cell& place(text::Key prefix);
  void resize(std::size_t cells);

  KeyFilter prefixes_;
  std::vector<Cell> cells_;
  std::vector<Value> values_;
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
};

}  // namespace khabar::lexicon
