// Word classes: words that stand in like company have one number, learned from word vectors (tools/train/classes.py).
//
//   "condemned", "denounced"  -> 1 class        "peshawar", "quetta" -> 1 class        a word of no class -> 0
//
// Numbers that differ in their last two bits only are near each other: `word_class >> 2` is the wider class, 1 to 63.
// Tokens carry theirs (Token::word_class), looked up once when they are read.
#pragma once

#include "text/bits.h"
#include "text/key.h"
#include "text/near.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::language {

/// Packed file: "KC1\0", u32 words; the gaps between the words' hashes in order (variable-length bytes); their classes (u8).
/// Of a hundred words that are not in it three have the class of another.
class WordClasses {
 public:
  /// An unreadable file gives an empty table. O(words).
  explicit WordClasses(std::string_view packed);
  /// The compiled-in table.
  static const WordClasses& built_in();
  /// 0 where the word has none. O(1).
  std::uint8_t find(text::Key key) const {
    const std::uint32_t h = hash(key);
    const std::uint64_t bits = bits_[h >> 6];
    if ((bits >> (h & 63) & 1) == 0) return 0;
    return classes_[before_[h >> 6] + text::ones(bits & ((std::uint64_t{1} << (h & 63)) - 1))];
  }
  void bring_near() const {
    text::bring_near(bits_);
    text::bring_near(before_);
    text::bring_near(classes_);
  }
  static constexpr int hash_bits = 20;
  static std::uint32_t hash(text::Key key) { return static_cast<std::uint32_t>((key * 0x9e3779b97f4a7c15u) >> (64 - hash_bits)); }

 private:
  std::vector<std::uint64_t> bits_;    // of the hashes
  std::vector<std::uint16_t> before_;  // words before those of each 64 hashes
  std::vector<std::uint8_t> classes_;
};

}  // namespace khabar::language
