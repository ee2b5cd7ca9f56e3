// Averaged perceptron tables (Collins 2002) in integers, so that the same data gives the same weights, bit by bit.
#pragma once

#include "weights_packing.h"

#include "language/features.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace khabar::train {

/// xorshift64*: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Du) >> 32);
  }
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((std::uint64_t{next()} * n) >> 32); }
  template <class T>
  void shuffle(std::vector<T>& v) {
    for (std::size_t i = v.size(); i > 1; --i) std::swap(v[i - 1], v[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::uint64_t state_;
};

class Table {
 public:
  static constexpr std::size_t slots = std::size_t{1} << language::slot_bits;
  explicit Table(int width)
      : width_(static_cast<std::size_t>(width)), w_(slots * width_), sums_(slots * width_), allowed_(slots * width_, 1), seen_(slots) {}

  int width() const { return static_cast<int>(width_); }
  void score(const std::uint32_t* s, int n, std::int32_t* scores) const {
    for (std::size_t c = 0; c < width_; ++c) scores[c] = 0;
    for (int i = 0; i < n; ++i) {
      const std::int32_t* row = &w_[s[i] * width_];
      for (std::size_t c = 0; c < width_; ++c) scores[c] += row[c];
    }
  }
  void update(const std::uint32_t* s, int n, int good, int bad) {
    for (int i = 0; i < n; ++i) {
      ++seen_[s[i]];
      add(s[i], good, 1);
      add(s[i], bad, -1);
    }
  }
  /// One column of some slots.
  void push(const std::uint32_t* s, int n, int column, std::int32_t by) {
    for (int i = 0; i < n; ++i) {
      ++seen_[s[i]];
      add(s[i], column, by);
    }
  }
  void tick() { ++time_; }

  /// Average weights times the number of examples.
  std::int64_t average(std::size_t slot, int column) const {
    const std::size_t i = slot * width_ + static_cast<std::size_t>(column);
    return w_[i] * time_ - sums_[i];
  }
  std::int64_t time() const { return time_; }
  /// How often an update met the slot.
  std::uint32_t seen(std::size_t slot) const { return seen_[slot]; }
  /// Learns anew from nothing, in another order; the averages go on over all such runs.
  void run_again() {
    for (std::size_t i = 0; i < w_.size(); ++i) {
      sums_[i] -= w_[i] * time_;
      w_[i] = 0;
    }
  }
  /// Forgets the weights; from now on only the allowed ones (slot x column) are learned.
  void restart(std::vector<std::uint8_t> allowed) {
    allowed_ = std::move(allowed);
    std::fill(seen_.begin(), seen_.end(), 0);
    std::fill(w_.begin(), w_.end(), 0);
    std::fill(sums_.begin(), sums_.end(), 0);
    time_ = 1;
  }

 private:
  void add(std::size_t slot, int column, std::int32_t by) {
    const std::size_t i = slot * width_ + static_cast<std::size_t>(column);
    if (!allowed_[i]) return;
    w_[i] += by;
    sums_[i] += by * time_;
  }
  std::size_t width_;
  std::vector<std::int32_t> w_;
  std::vector<std::int64_t> sums_;
  std::vector<std::uint8_t> allowed_;
  std::vector<std::uint32_t> seen_;
  std::int64_t time_ = 1;
};

/// How a table becomes a file.
struct Packing {
  std::uint32_t keep = 0;  // weights (or rows, where `by_rows`) to keep: those that matter most; 0: all
  bool by_rows = false;
  double step = 0;                 // one unit of the 8-bit weights, in average perceptron weight; 0: from the greatest weight
  bool relative_to_first = false;  // column 0 is subtracted from the others (the scores of a choice among few)
};

/// The weights to learn again: those that matter most by size and by how often they were needed, |average| x updates ^ 1/4.
std::vector<std::uint8_t> strongest(const Table& table, const Packing& packing);
/// The packed file (weights.h) of the weights that a function tells, in units of one; those that round to zero are left out.
std::string pack_rows(int columns, const std::function<double(std::size_t slot, int column)>& weight);
/// The packed file of a table.
std::string pack(const Table& table, const Packing& packing, int columns);
/// The rows of such a file.
std::vector<SparseRow> rows_of(const Table& table, const Packing& packing, int columns);

}  // namespace khabar::train
