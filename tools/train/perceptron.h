// Averaged perceptron tables (Collins 2002) in integers, so that the same data gives the same weights, bit by bit.
#pragma once

#include "language/features.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
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
  explicit Table(int width) : width_(static_cast<std::size_t>(width)), w_(slots * width_), sums_(slots * width_), allowed_(slots, 1) {}

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
      if (!allowed_[s[i]]) continue;
      add(s[i], good, 1);
      add(s[i], bad, -1);
    }
  }
  void tick() { ++time_; }

  /// Average weights times the number of examples.
  std::int64_t average(std::size_t slot, int column) const {
    const std::size_t i = slot * width_ + static_cast<std::size_t>(column);
    return w_[i] * time_ - sums_[i];
  }
  std::int64_t time() const { return time_; }
  void finish_in_place();  // makes the averages the weights, scaled: for decoding while training others
  void restart(std::vector<std::uint8_t> allowed) {
    allowed_ = std::move(allowed);
    std::fill(w_.begin(), w_.end(), 0);
    std::fill(sums_.begin(), sums_.end(), 0);
    time_ = 1;
  }

 private:
  void add(std::size_t slot, int column, std::int32_t by) {
    const std::size_t i = slot * width_ + static_cast<std::size_t>(column);
    w_[i] += by;
    sums_[i] += by * time_;
  }
  std::size_t width_;
  std::vector<std::int32_t> w_;
  std::vector<std::int64_t> sums_;
  std::vector<std::uint8_t> allowed_;
  std::int64_t time_ = 1;
};

/// How a table becomes a file.
struct Packing {
  std::uint32_t rows = 0;      // keep that many rows of greatest weight; 0: all
  double step = 0;             // one unit of the 8-bit weights, in average perceptron weight; 0: from the greatest weight
  int smallest = 1;            // weights below that many units are dropped
  bool relative_to_first = false;  // column 0 is subtracted from the others (the scores of a choice among few)
};

/// Slots of the `rows` rows of the greatest weight.
std::vector<std::uint8_t> strongest(const Table& table, std::uint32_t rows);
/// The packed file (weights.h).
std::string pack(const Table& table, const Packing& packing, int columns);

}  // namespace khabar::train
