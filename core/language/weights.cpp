#include "language/weights.h"

#include <algorithm>

namespace khabar::language {

namespace {

using Byte = unsigned char;

// Where the three streams are read next.
struct Streams {
  const Byte *gaps, *gaps_end, *columns, *columns_end, *values;
  std::uint32_t slot = 0;  // after the last row's
};

// Reads the next rows: their slots, and their weights into `table`. False where the file makes no sense.
bool read_rows(Streams& s, std::uint32_t rows, std::size_t width, std::uint64_t* bits, std::int8_t* table) {
  for (; rows != 0; --rows, table += width) {
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
    for (std::size_t column = 0;; ++column) {
      if (s.columns == s.columns_end) return false;
      const std::uint32_t passed = *s.columns++;
      column += passed & 127;
      if (column >= width) return false;
      table[column] = static_cast<std::int8_t>(*s.values++);
      if (passed >= 128) break;
    }
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
  const std::uint32_t rows = word(8), weights = word(12);
  // The streams but the first have known lengths, so where they begin is known from the end.
  if (rows > (1u << slot_bits) || packed.size() - header < std::size_t{weights} * 2) return;
  const Byte* end = reinterpret_cast<const Byte*>(packed.data()) + packed.size();
  const Byte *values = end - weights, *columns = values - weights;
  Streams streams{reinterpret_cast<const Byte*>(packed.data()) + header, columns, columns, values, values};
  std::vector<std::uint64_t> bits(bits_.size());
  std::vector<std::int8_t> table(static_cast<std::size_t>(rows) * width_);
  // Some at a time: WebAssembly's engines put better code in place of a function's first between two calls of it.
  constexpr std::uint32_t at_once = 512;
  for (std::uint32_t row = 0; row < rows; row += at_once)
    if (!read_rows(streams, std::min(at_once, rows - row), width_, bits.data(), table.data() + row * width_)) return;
  if (streams.gaps != streams.gaps_end || streams.values != end) return;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    before_[i] = before;
    before += text::ones(bits[i]);
  }
  bits_ = std::move(bits);
  rows_ = std::move(table);
}

}  // namespace khabar::language
