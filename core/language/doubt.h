// Doubt: what a choice costs that was ahead by so much, in thousandths; summed, it compares two parses of one sentence.
#pragma once

#include <array>
#include <cstdint>

namespace khabar::language {

// ln(1 + e^(-m / 20)) in thousandths, for margins from 0: what a choice costs that was ahead by m. (Sums of basic operations alone:
// every machine has the same.)
inline constexpr int doubt_scale = 20;
inline constexpr std::array<std::int16_t, 160> doubts = [] {
  std::array<std::int16_t, 160> out{};
  double power = 1;  // e^(-m / 20)
  for (std::int16_t& doubt : out) {
    const double z = power / (2 + power);  // ln(1 + x) = 2 artanh(x / (2 + x))
    double sum = 0, term = z;
    for (int k = 1; k < 24; k += 2, term *= z * z) sum += term / k;
    doubt = static_cast<std::int16_t>((static_cast<int>(4000 * sum) + 1) / 2);  // 2000 times, rounded
    power *= 0.95122942450071400910;
  }
  return out;
}();

inline std::int32_t doubt_of(std::int32_t margin) {
  const std::size_t size = static_cast<std::size_t>(margin < 0 ? -margin : margin);
  const std::int32_t doubt = size < doubts.size() ? doubts[size] : 0;
  return margin < 0 ? doubt - margin * (1000 / doubt_scale) : doubt;
}

}  // namespace khabar::language
