// Weights of a linear model: a sparse table of 8-bit rows, one row a feature slot, one column a class.
//
// The packed file: weights_file.h.
//
// At run time: a bitmap of the slots (128 KB, so that it stays in the cache), running counts, and dense rows behind them; frequent
// rows are kept once (of 35,000 rows of the relations 17,000 are one of 550), for the same reason. Most features were never learned:
// of those, nothing but their bit is read. Of the moves there are two weights a slot, which stand in the row's number's place.
//
// In memory a weight is a byte from 0, 128 more than it is, and the columns of a row stand so that two fit one lane of 16 bits and both
// are summed with three operations (sum_rows). Of 16 columns, or of the last 8:
//
//   column      0  8 | 1  9 | 2 10 | ... | 7 15        byte 2i is column i, byte 2i + 1 column i + 8
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "language/features.h"
#include "language/weights_file.h"
#include "text/bits.h"
#include "text/near.h"

namespace khabar::language {

/// Of what a feature is told by; there may be more of them (judge.h).
constexpr std::uint32_t slot_of(std::uint32_t slot) { return slot; }

/// Counts rows. A file holds fewer than 65,536; the trainer's taggers of the folds, which stay in memory, hold more.
#ifdef KHABAR_MANY_ROWS
using RowCount = std::uint32_t;
#else
using RowCount = std::uint16_t;
#endif

/// The most slots that are kept or summed at once.
inline constexpr int scored_slots_max = 96;

/// Which slots have a row, and the numbers of these.
class SlotTable {
 public:
  /// 1 where the slot has a row. O(1).
  std::uint32_t known(std::uint32_t slot) const { return static_cast<std::uint32_t>(from(slot) >> 63); }
  /// The place of the slot among those that have a row, for one that has. O(1).
  std::uint32_t place(std::uint32_t slot) const { return ends_[slot >> 6] - text::ones(from(slot)); }

  /// Brings all of it into the cache. O(bytes).
  void bring_near() const {
    text::bring_near(bits_);
    text::bring_near(ends_);
  }

 protected:
  explicit SlotTable(std::vector<std::uint64_t> bits);

  std::uint64_t from(std::uint32_t slot) const { return bits_[slot >> 6] << (slot & 63); }

  std::vector<std::uint64_t> bits_;  // of the slots, the first one's uppermost
  std::vector<RowCount> ends_;       // rows up to those of each 64 slots
};

/// Takes slots as an output iterator does and writes those that have a row: features are looked up while they are made.
class KnownSlots {
 public:
  KnownSlots(const SlotTable& table, std::uint32_t* out) : table_(table), end_(out) {}
  KnownSlots& operator*() { return *this; }
  KnownSlots& operator++(int) { return *this; }
  KnownSlots& operator=(std::uint32_t slot) {
    *end_ = slot;
    end_ += table_.known(slot);
    return *this;
  }
  /// Behind the last.
  const std::uint32_t* end() const { return end_; }

 private:
  const SlotTable& table_;
  std::uint32_t* end_;
};

class Weights : public SlotTable {
 public:
  /// Rows are padded to `width` columns (4 or a multiple of 8). An unreadable file gives a table without rows. O(size of the file).
  Weights(std::string_view packed, int width);
  /// Of what a file would hold: for models that stay in memory.
  Weights(UnpackedWeights file, int width);

  /// Keeps those of the slots (or of what slot_of() gives one for) that have a row, in order; returns how many. O(slots).
  template <typename Feature>
  int keep_known(Feature* features, int count) const {
    if (few_) count = keep(features, count, [this](std::uint32_t slot) { return rough_[slot >> 11] >> (slot >> 5 & 63) & 1; });
    return keep(features, count, [this](std::uint32_t slot) { return known(slot); });
  }
  /// The row of a slot that has one. O(1).
  const std::uint8_t* row(std::uint32_t slot) const { return rows_.data() + std::size_t{numbers_[SlotTable::place(slot)]} * width_; }
  /// A weight of a row. O(1).
  int weight(const std::uint8_t* row, std::size_t column) const { return row[place(column, width_)] - nought; }
  bool empty() const { return rows_.empty(); }
  void bring_near() const {
    SlotTable::bring_near();
    text::bring_near(numbers_);
    text::bring_near(rows_);
  }

  /// What a weight of 0 is in memory.
  static constexpr int nought = 128;
  /// Where a column stands in a row.
  static constexpr std::size_t place(std::size_t column, std::size_t width) {
    if (width < 8) return column;
    constexpr std::size_t low = std::endian::native == std::endian::little ? 0 : 1;
    const std::size_t first = column & ~std::size_t{15}, half = width - first < 16 ? 4 : 8, at = column - first;
    return first + (at < half ? at * 2 + low : (at - half) * 2 + (1 - low));
  }

 private:
  // Without branches: which are kept is not to be guessed.
  template <typename Feature, typename Keeps>
  static int keep(Feature* features, int count, Keeps keeps) {
    Feature* kept = features;
    for (int i = 0; i < count; ++i) {
      const Feature feature = features[i];
      *kept = feature;
      kept += keeps(slot_of(feature));
    }
    return static_cast<int>(kept - features);
  }

  std::vector<std::uint16_t> numbers_;  // the rows of the slots that have one
  std::vector<std::uint8_t> rows_;      // different ones
  std::size_t width_;
  // Of few rows (the judge's, say) the bitmap is nearly empty. Whether 32 slots have any is asked first: that fits 4 KB.
  std::array<std::uint64_t, (1u << slot_bits) / 32 / 64> rough_{};
  bool few_ = false;
};

/// Weights of which two columns are asked for, number 1 and number 2: those of the moves.
class WeightPairs : public SlotTable {
 public:
  /// An unreadable file gives a table without rows. O(size of the file).
  explicit WeightPairs(std::string_view packed);
  /// Rows of four columns.
  explicit WeightPairs(UnpackedWeights file);
  void bring_near() const {
    SlotTable::bring_near();
    text::bring_near(pairs_);
  }
  struct Sums {
    std::int32_t first = 0, second = 0;
  };
  /// Of slots that have a row. O(slots).
  Sums sums(const std::uint32_t* slots, const std::uint32_t* end) const {
    std::uint32_t both = 0, second = 0;
    for (const std::uint32_t* slot = slots; slot != end; ++slot) {
      const std::uint32_t pair = pairs_[place(*slot)];
      both += pair;
      second += pair >> 8;
    }
    const std::uint32_t noughts = static_cast<std::uint32_t>(Weights::nought * (end - slots));
    return {static_cast<std::int32_t>(both - (second << 8) - noughts), static_cast<std::int32_t>(second - noughts)};
  }

 private:
  std::vector<std::uint16_t> pairs_;  // of the slots that have a row: the first, and 256 times the second
};

/// The sum of the rows of up to scored_slots_max slots that have one, in scores[0, Width), Width a multiple of 8. O(slots x Width).
template <int Width>
void sum_rows(const Weights& weights, const std::uint32_t* slots, int count, std::int16_t* scores) {
  using Lanes = std::uint16_t __attribute__((vector_size(16)));
  using Halves = std::uint64_t __attribute__((vector_size(16)));
  constexpr int whole = Width / 16;  // chunks of 16 columns; after them there may be one of 8
  constexpr bool has_half = Width % 16 != 0;
  // Each lane sums a byte and 256 times another; the other by itself beside it. None overflows: 96 times 255 is less than 2^16.
  Lanes both[whole + 1] = {}, high[whole + 1] = {};
  for (int s = 0; s < count; ++s) {
    const std::uint8_t* row = weights.row(slots[s]);
    Lanes lanes;
    for (int i = 0; i < whole; ++i) {
      std::memcpy(&lanes, row + i * 16, sizeof lanes);
      both[i] += lanes;
      high[i] += lanes >> 8;
    }
    if constexpr (has_half) {
      std::uint64_t half;
      std::memcpy(&half, row + whole * 16, sizeof half);
      lanes = reinterpret_cast<Lanes>(Halves{half, 0});
      both[whole] += lanes;
      high[whole] += lanes >> 8;
    }
  }
  const auto noughts = static_cast<std::uint16_t>(Weights::nought * count);
  for (int i = 0; i < whole + has_half; ++i) {
    const Lanes first = both[i] - (high[i] << 8) - noughts, second = high[i] - noughts;
    const std::size_t bytes = i < whole ? 16 : 8;
    std::memcpy(scores + i * 16, &first, bytes);
    std::memcpy(scores + i * 16 + bytes / 2, &second, bytes);
  }
}

/// The same for slots that may have no row; overwrites them.
template <int Width>
void add_scores(const Weights& weights, std::uint32_t* slots, int count, std::int16_t* scores) {
  sum_rows<Width>(weights, slots, weights.keep_known(slots, count), scores);
}

/// The greatest of some scores. O(Width).
template <int Width>
std::int16_t greatest(const std::int16_t* scores) {
  std::int16_t most = scores[0];
  for (int i = 1; i < Width; ++i) most = scores[i] > most ? scores[i] : most;
  return most;
}

/// Where a score stands first; it is one of them. O(Width).
template <int Width>
int first_of(const std::int16_t* scores, std::int16_t score) {
  using Lanes = std::int16_t __attribute__((vector_size(16)));
  constexpr Lanes from_behind = {8, 7, 6, 5, 4, 3, 2, 1};
  Lanes most = {};
  for (int i = 0; i < Width; i += 8) {
    Lanes lanes;
    std::memcpy(&lanes, scores + i, sizeof lanes);
    const Lanes here = (lanes == score) & (from_behind + static_cast<std::int16_t>(Width - 8 - i));
    most = most > here ? most : here;
  }
  std::int16_t places[8];
  std::memcpy(places, &most, sizeof places);
  return Width - greatest<8>(places);
}

}  // namespace khabar::language
