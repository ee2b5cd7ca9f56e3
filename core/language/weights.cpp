#include "language/weights.h"

namespace khabar::language {

Weights::Weights(std::string_view packed, int width)
    : bits_(std::size_t{1} << (slot_bits - 6)), before_(bits_.size()), width_(static_cast<std::size_t>(width)) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(packed[at])); };
  auto word = [&](std::size_t at) { return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24; };
  if (packed.size() < 16 || packed.substr(0, 4) != std::string_view("KW1\0", 4) || byte(4) > width_ || byte(5) != slot_bits) return;
  const std::uint32_t rows = word(8), weights = word(12);
  if (rows > (1u << slot_bits)) return;
  // First the gaps, to find where the other streams begin.
  std::size_t at = 16;
  std::vector<std::uint32_t> slots(rows);
  std::uint32_t current = 0;
  for (std::uint32_t r = 0; r < rows; ++r) {
    std::uint32_t gap = 0;
    for (int shift = 0;; shift += 7) {
      if (at >= packed.size() || shift > 21) return;
      const std::uint32_t b = byte(at++);
      gap |= (b & 127) << shift;
      if (b < 128) break;
    }
    current += gap;
    if (current >= (1u << slot_bits)) return;
    slots[r] = current++;
  }
  if (packed.size() != at + rows + std::size_t{weights} * 2) return;
  const std::size_t counts = at, columns = at + rows, values = columns + weights;
  std::vector<std::int8_t> table(static_cast<std::size_t>(rows) * width_);
  std::size_t next = 0;
  for (std::uint32_t r = 0; r < rows; ++r) {
    const std::uint32_t count = byte(counts + r);
    if (next + count > weights) return;
    for (std::uint32_t i = 0; i < count; ++i, ++next) {
      const std::uint32_t column = byte(columns + next);
      if (column >= width_) return;
      table[r * width_ + column] = static_cast<std::int8_t>(byte(values + next));
    }
  }
  for (const std::uint32_t s : slots) bits_[s >> 6] |= std::uint64_t{1} << (s & 63);
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    before_[i] = before;
    before += text::ones(bits_[i]);
  }
  rows_ = std::move(table);
}

}  // namespace khabar::language
