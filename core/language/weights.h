// Weights of a linear model: a sparse table of 8-bit rows, one row a feature slot, one column a class.
//
// Packed file (little-endian): "KW1\0", u8 columns, u8 slot bits, u16 0, u32 rows, u32 weights; then four streams, each of which
// compresses well by itself: the gaps between the rows' slots (variable-length bytes), the number of weights of each row (u8), their
// columns (u8), their values (i8).
//
// At run time: a bitmap of the slots with running counts, so that a feature that was never learned (most are) costs one look into
// 256 KB, and dense rows behind it.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/features.h"

namespace khabar::language {

class Weights {
 public:
  /// Rows are padded to `width` columns (a multiple of 4). An unreadable file gives a table without rows. O(size of the file).
  Weights(std::string_view packed, int width);

  /// The row of a slot, `width` weights; null where there is none. O(1).
  const std::int8_t* find(std::uint32_t slot) const {
    const Block& block = blocks_[slot >> 5];
    const std::uint32_t bit = 1u << (slot & 31);
    if ((block.bits & bit) == 0) return nullptr;
    return rows_.data() + static_cast<std::size_t>(block.before + static_cast<std::uint32_t>(std::popcount(block.bits & (bit - 1)))) * width_;
  }
  bool empty() const { return rows_.empty(); }
  /// Calls with each slot and its row.
  template <class Visit>
  void each(Visit&& visit) const {
    for (std::uint32_t slot = 0; slot < (1u << slot_bits); ++slot)
      if (const std::int8_t* row = find(slot)) visit(slot, row);
  }

 private:
  struct Block {
    std::uint32_t bits = 0;
    std::uint32_t before = 0;
  };
  std::vector<Block> blocks_;
  std::vector<std::int8_t> rows_;
  std::size_t width_;
};

/// Adds the rows of the slots into scores[0, Width). O(slots x Width).
template <int Width>
void add_scores(const Weights& weights, const std::uint32_t* slots, int count, std::int16_t* scores) {
  for (int i = 0; i < Width; ++i) scores[i] = 0;
  for (int s = 0; s < count; ++s) {
    const std::int8_t* row = weights.find(slots[s]);
    if (row == nullptr) continue;
    for (int i = 0; i < Width; ++i) scores[i] = static_cast<std::int16_t>(scores[i] + row[i]);
  }
}

}  // namespace khabar::language
