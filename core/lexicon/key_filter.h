// Which keys cannot be among some: two bits a key in one word of a small table that stays in the cache (Bloom 1970). Most words of a
// text are in no lexicon; for those the lexicon's own cells, a hundred times as large, are not read.
#pragma once

#include "text/key.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace khabar::lexicon {

class KeyFilter {
 public:
  /// For that many keys, a power of two; a byte or more for each. Forgets all.
  explicit KeyFilter(std::size_t keys = 8) : words_(keys < 8 ? 1 : keys / 8) {}
  void add(text::Key key) { words_[word(key)] |= bits(key); }
  /// False where the key was never added; true where it was, and for one of twenty others. O(1).
  bool may_hold(text::Key key) const { return (~words_[word(key)] & bits(key)) == 0; }

 private:
  std::size_t word(text::Key key) const { return key >> 12 & (words_.size() - 1); }
  static std::uint64_t bits(text::Key key) { return std::uint64_t{1} << (key & 63) | std::uint64_t{1} << (key >> 6 & 63); }

  std::vector<std::uint64_t> words_;
};

}  // namespace khabar::lexicon
