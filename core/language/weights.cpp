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

SlotTable::SlotTable(std::vector<std::uint64_t> bits) : bits_(std::move(bits)), ends_(bits_.size()) {
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    end += text::ones(bits_[i]);
    ends_[i] = static_cast<RowCount>(end);
  }
}

Weights::Weights(std::string_view packed, int width) : Weights(unpacked(packed, static_cast<std::size_t>(width)), width) {}

Weights::Weights(UnpackedWeights file, int width)
    : SlotTable(std::move(file.bits)),
      numbers_(std::move(file.numbers)),
      rows_(std::move(file.rows)),
      width_(static_cast<std::size_t>(width)),
      few_(numbers_.size() < rough_.size() * 64 / 4) {
  if (!few_) return;
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    const std::uint64_t halves = (bits_[i] >> 32 != 0 ? 1 : 0) + ((bits_[i] & 0xFFFFFFFF) != 0 ? 2 : 0);
    rough_[i / 32] |= halves << i % 32 * 2;
  }
}

WeightPairs::WeightPairs(std::string_view packed) : WeightPairs(unpacked(packed, 4)) {}

WeightPairs::WeightPairs(UnpackedWeights file) : SlotTable(std::move(file.bits)), pairs_(file.numbers.size()) {
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const std::uint8_t* row = file.rows.data() + std::size_t{file.numbers[i]} * 4;
    pairs_[i] = static_cast<std::uint16_t>(row[1] | row[2] << 8);
  }
}

}  // namespace khabar::language
