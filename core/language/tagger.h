// Tags: a greedy left-to-right linear tagger (averaged perceptron, Collins 2002) over tag and form in one class.
#pragma once

#include "language/features.h"
#include "language/retagger.h"
#include "language/weights.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::language {

/// Words seen in training and the classes they took. Packed file: "KD1\0", u32 sets, u32 words; the sets (u32 bit masks over
/// tag_classes; the first is number 1); gaps of the words' 24-bit hashes in order (variable-length bytes); their set numbers (u8).
/// The highest bit of a set number... none: a set of one class is certain.
class TagDictionary {
 public:
  explicit TagDictionary(std::string_view packed);
  /// The set number of a word, 0 where it was not seen. O(1).
  std::uint8_t find(std::uint64_t key) const {
    const std::uint32_t h = hash(key);
    for (std::size_t i = h & mask_;; i = (i + 1) & mask_) {
      if (cells_[i] == 0) return 0;
      if (cells_[i] >> 8 == h) return static_cast<std::uint8_t>(cells_[i]);
    }
  }
  void bring_near() const { text::bring_near(cells_); }
  /// The one class of a set, or no_class.
  std::uint8_t certain(std::uint8_t set) const { return certain_[set]; }
  static std::uint32_t hash(std::uint64_t key) { return static_cast<std::uint32_t>((key * 0x9e3779b97f4a7c15u) >> 40); }

 private:
  std::vector<std::uint32_t> cells_;
  std::size_t mask_ = 0;
  std::uint8_t certain_[256];
};

class Tagger {
 public:
  Tagger(std::string_view weights, std::string_view dictionary) : Tagger(Weights(weights, columns), dictionary) {}
  Tagger(Weights weights, std::string_view dictionary) : weights_(std::move(weights)), dictionary_(dictionary) {}
  static constexpr int columns = 32;  // a row of weights has
  /// Sets tag and form of the tokens of one sentence and appends their classes, and to `doubts` the words that it is unsure of.
  /// O(tokens). `words` is scratch.
  void tag(std::string_view text, Token* first, Token* last, std::vector<Word>& words, std::vector<std::uint8_t>& classes,
           std::vector<Doubt>& doubts) const;
  bool empty() const { return weights_.empty(); }
  void bring_near() const {
    weights_.bring_near();
    dictionary_.bring_near();
  }

 private:
  Weights weights_;
  TagDictionary dictionary_;
};

}  // namespace khabar::language
