#include "language/weights.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace khabar::language {

namespace {

using Byte = unsigned char;

// Rows, those alike once.
class DifferentRows {
 public:
  static constexpr std::size_t most = 1 << 16;

  // For no more than `rows`, alike or not.
  DifferentRows(std::size_t width, std::size_t rows) : width_(width), rows_(width, Weights::nought), cells_(std::bit_ceil(rows * 2 + 2)) {}

  // The next row, all noughts; it is filled, then kept.
  std::uint8_t* next() { return rows_.data() + count_ * width_; }
  // The number of the row filled, or of the one before that is like it; `hash` is of what it holds. `most` where there are too many.
  std::size_t keep(std::uint32_t hash) {
    const std::size_t mask = cells_.size() - 1;
    for (std::size_t at = (hash ^ hash >> 15) & mask;; at = (at + 1) & mask) {
      if (cells_[at] == 0) {
        if (count_ == most) return most;
        cells_[at] = static_cast<std::uint32_t>(++count_);
        rows_.resize(rows_.size() + width_, Weights::nought);
        return count_ - 1;
      }
      const std::size_t other = cells_[at] - 1;
      if (std::memcmp(next(), rows_.data() + other * width_, width_) == 0) {
        std::fill_n(next(), width_, static_cast<std::uint8_t>(Weights::nought));
        return other;
      }
    }
  }
  std::vector<std::uint8_t> take() {
    rows_.resize(count_ * width_);
    rows_.shrink_to_fit();
    return std::move(rows_);
  }

 private:
  std::size_t width_, count_ = 0;
  std::vector<std::uint8_t> rows_;    // and the next one behind them
  std::vector<std::uint32_t> cells_;  // numbers from 1
};

// Where the three streams are read next.
struct Streams {
  const Byte *gaps, *gaps_end, *columns, *columns_end, *values;
  std::uint32_t slot = 0;  // after the last row's
};

// Reads the next rows: their slots, and the numbers of rows with their weights. False where the file makes no sense.
bool read_rows(Streams& s, std::uint32_t count, std::size_t width, std::uint64_t* bits, std::uint16_t* numbers, DifferentRows& rows) {
  for (; count != 0; --count, ++numbers) {
    std::uint32_t gap = 0;
    for (int shift = 0;; shift += 7) {
      if (s.gaps == s.gaps_end || shift > 21) return false;
      const std::uint32_t b = *s.gaps++;
      gap |= (b & 127) << shift;
      if (b < 128) break;
    }
    const std::uint32_t slot = s.slot + gap;
    if (slot >= (1u << slot_bits)) return false;
    s.slot = slot + 1;
    bits[slot >> 6] |= std::uint64_t{1} << (slot & 63);
    std::uint8_t* row = rows.next();
    std::uint32_t hash = 0;
    for (std::size_t column = 0;; ++column) {
      if (s.columns == s.columns_end) return false;
      const std::uint32_t passed = *s.columns++, value = *s.values++;
      column += passed & 127;
      if (column >= width) return false;
      row[Weights::place(column, width)] = static_cast<std::uint8_t>(value + Weights::nought);
      hash = (hash ^ (value << 8 | passed)) * 0x01000193u;
      if (passed >= 128) break;
    }
    const std::size_t number = rows.keep(hash);
    if (number == DifferentRows::most) return false;
    *numbers = static_cast<std::uint16_t>(number);
  }
  return true;
}

}  // namespace

Weights::Weights(std::string_view packed, int width)
    : bits_(std::size_t{1} << (slot_bits - 6)), before_(bits_.size()), width_(static_cast<std::size_t>(width)) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<Byte>(packed[at])); };
  auto word = [&](std::size_t at) { return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24; };
  constexpr std::size_t header = 16;
  if (packed.size() < header || packed.substr(0, 4) != std::string_view("KW2\0", 4) || byte(4) > width_ || byte(5) != slot_bits) return;
  const std::uint32_t count = word(8), weights = word(12);
  // The streams but the first have known lengths, so where they begin is known from the end.
  if (count > (1u << slot_bits) || packed.size() - header < std::size_t{weights} * 2) return;
  const Byte* end = reinterpret_cast<const Byte*>(packed.data()) + packed.size();
  const Byte *values = end - weights, *columns = values - weights;
  Streams streams{reinterpret_cast<const Byte*>(packed.data()) + header, columns, columns, values, values};
  std::vector<std::uint64_t> bits(bits_.size());
  std::vector<std::uint16_t> numbers(count);
  DifferentRows rows(width_, count);
  // Some at a time: WebAssembly's engines put better code in place of a function's first between two calls of it.
  constexpr std::uint32_t at_once = 512;
  for (std::uint32_t row = 0; row < count; row += at_once)
    if (!read_rows(streams, std::min(at_once, count - row), width_, bits.data(), numbers.data() + row, rows)) return;
  if (streams.gaps != streams.gaps_end || streams.values != end) return;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    before_[i] = before;
    before += text::ones(bits[i]);
    const std::uint64_t halves = ((bits[i] & 0xFFFFFFFF) != 0 ? 1 : 0) + (bits[i] >> 32 != 0 ? 2 : 0);
    rough_[i / 32] |= halves << i % 32 * 2;
  }
  few_ = count < rough_.size() * 64 / 4;
  bits_ = std::move(bits);
  numbers_ = std::move(numbers);
  rows_ = rows.take();
}

}  // namespace khabar::language
