// Weights of a linear model: a sparse table of 8-bit rows, one row a feature slot, one column a class.
//
// Packed file (little-endian): "KW2\0", u8 columns, u8 slot bits, u16 0, u32 rows, u32 weights; then three streams, each of which
// compresses well by itself: the gaps between the rows' slots (variable-length bytes), the columns of the weights (a byte each: how many
// columns were passed over, 128 added at a row's last), their values (i8).
//
// At run time: a bitmap of the slots (128 KB, so that it stays in the cache), running counts, and dense rows behind them; rows alike
// are kept once (of 53,000 rows of the moves 1,400 are different, of 35,000 of the relations 14,000), for the same reason. Most features
// were never learned: of those, nothing but their bit is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "language/features.h"
#include "text/bits.h"

namespace khabar::language {

class Weights {
 public:
  /// Rows are padded to `width` columns (a multiple of 4). An unreadable file gives a table without rows. O(size of the file).
  Weights(std::string_view packed, int width);

  /// The row of a slot, `width` weights; null where there is none. O(1).
  const std::int8_t* find(std::uint32_t slot) const { return known(slot) == 0 ? nullptr : row(slot); }
  /// Keeps those of the slots that have a row, in order; returns how many. Without branches: which are known is not to be
  /// guessed. O(slots).
  int keep_known(std::uint32_t* slots, int count) const {
    int kept = 0;
    for (int i = 0; i < count; ++i) {
      const std::uint32_t slot = slots[i];
      slots[kept] = slot;
      kept += known(slot);
    }
    return kept;
  }
  /// The row of a slot that has one. O(1).
  const std::int8_t* row(std::uint32_t slot) const {
    const std::uint64_t below = bits_[slot >> 6] & ((std::uint64_t{1} << (slot & 63)) - 1);
    return rows_.data() + std::size_t{numbers_[before_[slot >> 6] + text::ones(below)]} * width_;
  }
  bool empty() const { return rows_.empty(); }

 private:
  int known(std::uint32_t slot) const { return static_cast<int>(bits_[slot >> 6] >> (slot & 63) & 1); }

  std::vector<std::uint64_t> bits_;     // of the slots
  std::vector<std::uint32_t> before_;   // rows before those of each 64 slots
  std::vector<std::uint16_t> numbers_;  // the rows of the slots that have one
  std::vector<std::int8_t> rows_;       // different ones
  std::size_t width_;
};

/// The most slots that add_scores takes.
inline constexpr int scored_slots_max = 96;

/// Adds the rows of up to scored_slots_max slots into scores[0, Width), Width a multiple of 8; overwrites the slots.
/// O(slots x Width).
template <int Width>
void add_scores(const Weights& weights, std::uint32_t* slots, int count, std::int16_t* scores) {
  // Eight columns at a time, whatever the machine makes of that; the sums stay in registers.
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Sums = std::int16_t __attribute__((vector_size(16)));
  const int kept = weights.keep_known(slots, count);
  // All rows are asked for before the first is added: they lie apart, and memory is slow.
  const std::int8_t* rows[scored_slots_max];
  for (int s = 0; s < kept; ++s) {
    rows[s] = weights.row(slots[s]);
    __builtin_prefetch(rows[s]);
  }
  Sums sums[Width / 8] = {};
  for (int s = 0; s < kept; ++s) {
    for (int i = 0; i < Width / 8; ++i) {
      Bytes bytes;
      std::memcpy(&bytes, rows[s] + i * 8, sizeof bytes);
      sums[i] += __builtin_convertvector(bytes, Sums);
    }
  }
  std::memcpy(scores, sums, sizeof sums);
}

}  // namespace khabar::language
