// Model: a linear sequence labeller for names that no list holds (structured averaged perceptron, Collins 2002; Viterbi).
//
//   Ottavio  Ruiz     of  Halden  Freight  told  ...
//   B-PER    I-PER    O   B-ORG   I-ORG    O
//
// It sees words and their classes, shapes, tags, heads, what lexicons say and what the grammars proposed. The trainer
// (tools/train/names.cpp) calls these very functions.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/weights.h"
#include "mentions/entities/reading.h"

namespace khabar::entities {

/// Outside; first and further words of a person, an organization, a place.
enum class Label : std::uint8_t { outside, first_person, person, first_organization, organization, first_place, place };
inline constexpr int label_count = 7;
inline constexpr int label_width = 8;  // columns of the packed weights

/// May `next` follow `before`? Only a name of its own type goes on, and two names of one type do not stand side by side.
constexpr bool may_follow(int before, int next) {
  if (next == 0) return true;
  const bool same = (before + 1) / 2 == (next + 1) / 2;
  return next % 2 == 1 ? !same : same;
}

inline constexpr int name_features_max = 80;

/// The features of every word of a sentence, as slots of the weight table.
class NameFeatures {
 public:
  /// `names`: what lexicons and grammars propose, in order, disjoint. O(words).
  NameFeatures(const Reading& reading, const std::vector<Name>& names);
  /// Slots of the word into out[0, name_features_max); returns how many. O(1).
  int of(std::uint32_t word, Range sentence, std::uint32_t* out) const;
  /// May the word be one of a name? Where capitals mean something a name has one, is proposed, or begins a sentence; its other words
  /// stand within two words of such a word. O(1).
  bool may_be_named(std::uint32_t word) const { return facts_[word].may_be_named; }
  /// The slot of the step from a label.
  static std::uint32_t step(int before);

 private:
  struct Facts {                 // of a word; sixteen bytes, for there are as many as words
    std::uint32_t listed = 0;    // what lexicons know of it
    std::uint32_t proposed = 0;  // type, and first or further word, of the name proposed over it
    std::uint16_t shape = 0;     // capitals, digits, place in the sentence
    std::uint16_t nouns = 0;     // nouns and titles that begin with it
    std::uint8_t tag = 0;
    std::uint8_t lower = 0;    // is the word written small elsewhere in the article?
    std::uint8_t company = 0;  // its wider word class (language/classes.h)
    bool may_be_named = false;
  };
  const Facts& facts(std::uint32_t word, Range sentence) const {
    return word >= sentence.first && word < sentence.last ? facts_[word] : outside_;
  }

  const Reading& r_;
  std::vector<Facts> facts_;
  std::vector<std::uint32_t> run_first_, run_last_;  // of the capitalised run around each word
  Facts outside_;
};

class NameModel {
 public:
  explicit NameModel(std::string_view packed);
  bool empty() const { return weights_.empty(); }
  void bring_near() const { weights_.bring_near(); }
  /// The best labels of a sentence; words that may not be named are outside. O(words).
  void label(const NameFeatures& features, Range sentence, std::vector<Label>& labels) const;

 private:
  language::Weights weights_;
  std::array<std::array<std::int32_t, label_count>, label_count> steps_{};
};

/// The best sequence under emission and step scores: `emission` holds label_width scores a word. Shared with the trainer. O(words).
void best_labels(const std::vector<std::int32_t>& emission, const std::array<std::array<std::int32_t, label_count>, label_count>& steps,
                 std::vector<std::uint8_t>& labels);

}  // namespace khabar::entities
