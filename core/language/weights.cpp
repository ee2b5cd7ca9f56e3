#include "language/weights.h"

#include <utility>

namespace khabar::language {

namespace {

UnpackedWeights unpacked(std::string_view packed, std::size_t width) {
  UnpackedWeights file;
  if (!unpack_weights(packed, width, file)) file = {std::vector<std::uint64_t>(std::size_t{1} << (slot_bits - 6)), {}, {}};
  return file;
}

}  // namespace

Weights::Weights(std::string_view packed, int width) : Weights(unpacked(packed, static_cast<std::size_t>(width)), width) {}

Weights::Weights(UnpackedWeights file, int width) : before_(file.bits.size()), width_(static_cast<std::size_t>(width)) {
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < file.bits.size(); ++i) {
    before_[i] = before;
    before += text::ones(file.bits[i]);
    const std::uint64_t halves = ((file.bits[i] & 0xFFFFFFFF) != 0 ? 1 : 0) + (file.bits[i] >> 32 != 0 ? 2 : 0);
    rough_[i / 32] |= halves << i % 32 * 2;
  }
  few_ = file.numbers.size() < rough_.size() * 64 / 4;
  bits_ = std::move(file.bits);
  numbers_ = std::move(file.numbers);
  rows_ = std::move(file.rows);
}

}  // namespace khabar::language
