// Attachment: which word left of it a prepositional phrase belongs to. The parser must decide before it has seen what the preposition
// brings; here each word that could have the phrase is weighed with all three at hand, and a clearly better one takes it over.
//
//   "killed three men with axes in the market": killed? men? axes?     in + market: killed
#pragma once

#include "language/language.h"
#include "language/weights.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::language {

/// A phrase and the words that it could depend on: those above the word before it, nearest first.
struct Phrase {
  static constexpr std::size_t candidates_max = 6;
  std::uint32_t preposition = 0, dependent = 0;  // of the sentence, from 0
  std::array<std::uint32_t, candidates_max> candidates{};
  std::size_t count = 0;
  std::size_t current = 0;  // the one that it depends on
};

inline constexpr int attachment_features_max = 24;

/// The phrases of one parsed sentence, whose heads are indices from `offset`. O(tokens).
class Phrases {
 public:
  void read(const Token* first, std::size_t count, std::uint32_t offset);
  /// The phrase of a noun; false where it has none, or where there is no choice. O(1).
  bool find(std::uint32_t dependent, Phrase& phrase) const;
  /// Slots of the features of one candidate. Returns how many. O(1).
  int features(const Phrase& phrase, std::size_t candidate, std::uint32_t* out) const;
  /// Gives the phrase to another candidate.
  void move(Token* first, const Phrase& phrase, std::size_t candidate) const;

 private:
  std::uint32_t head(std::uint32_t i) const { return first_[i].head - offset_; }
  bool has(std::uint32_t i, Relation r) const { return (children_[i] >> static_cast<int>(r) & 1) != 0; }
  bool is_predicate(std::uint32_t i) const;

  const Token* first_ = nullptr;
  std::size_t count_ = 0;
  std::uint32_t offset_ = 0;
  std::vector<std::uint64_t> children_;   // relations of each token's dependents
  std::vector<std::uint32_t> case_;       // the first preposition of each token, itself where there is none
  std::vector<std::uint32_t> rightmost_;  // the last dependent of each token, itself where there is none on its right
};

class Attacher {
 public:
  explicit Attacher(std::string_view packed) : weights_(packed, 4) {}
  void bring_near() const { weights_.bring_near(); }
  /// Moves the phrases of one parsed sentence that clearly belong elsewhere. O(tokens). `phrases` is scratch.
  void attach(Token* first, std::size_t count, std::uint32_t offset, Phrases& phrases) const;

 private:
  Weights weights_;
};

}  // namespace khabar::language
