// A second look at the words that the tagger was unsure of. It goes from left to right and knows no tag to the right of a word; when
// the sentence is through, its tags are known on both sides.
//
//   "He came up with it ."      up: ADP or ADV? the tagger by a small margin; with ADP to the right it is the one more often
#pragma once

#include "language/features.h"
#include "language/readings.h"
#include "language/weights.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::language {

inline constexpr std::size_t doubt_classes = 3;

/// A word that the tagger was unsure of: its best classes, the best first.
struct Doubt {
  std::uint32_t word = 0;  // of the sentence, from 0
  std::uint8_t count = 0;  // classes that come near enough, 2 or 3
  std::uint8_t classes[doubt_classes] = {no_class, no_class, no_class};
  std::int16_t behind[doubt_classes] = {0, 0, 0};  // what their scores lack to the best one's
};

/// Classes come near enough where their scores lack less.
inline constexpr int doubt_below = 32;

/// A sentence as the tagger left it.
struct Tagged {
  const Token* tokens = nullptr;
  const Word* words = nullptr;
  const std::uint8_t* classes = nullptr;
  std::size_t count = 0;
};

/// Whether a word is a verb is left to the trees (readings.h), which see more of the sentence.
constexpr bool is_for_the_retagger(std::uint8_t best, std::uint8_t other) {
  return (tag_classes[best].tag == Tag::verb) == (tag_classes[other].tag == Tag::verb);
}

inline constexpr int retag_features_max = 28;

/// Slots of the features of word `i`, whatever class it may have. Returns how many. O(words), of a sentence of bounded length.
int retag_features(const Tagged& sentence, std::size_t i, std::uint32_t* out);

class Retagger {
 public:
  explicit Retagger(std::string_view weights) : weights_(weights, 32) {}
  /// Decides the doubts of a sentence anew, all of them by the tags that the tagger gave; sets tag, form and class where they change, and
  /// appends to `readings` the words that are still unsure. O(doubts x words).
  void retag(Token* first, const std::vector<Word>& words, std::span<Doubt> doubts, std::uint8_t* classes,
             std::vector<Reading>& readings) const;

 private:
  void decide(const Tagged& sentence, Doubt& doubt) const;

  Weights weights_;
};

/// One unit of the retagger's weights, and how many of them a unit of the tagger's scores is worth.
inline constexpr double retag_step = 0.05;  // of ln(odds)
inline constexpr int retag_tagger_weight = 2;

}  // namespace khabar::language
