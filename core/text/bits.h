// Counting bits.
#pragma once

#include <bit>
#include <cstdint>

namespace khabar::text {

/// Bits set. GCC calls a library for std::popcount where the machine it compiles for may lack the instruction (x86-64's floor).
inline std::uint32_t ones(std::uint64_t x) {
#if defined(__x86_64__) && !defined(__POPCNT__)
  x -= x >> 1 & 0x5555555555555555u;
  x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return static_cast<std::uint32_t>(x * 0x0101010101010101u >> 56);
#else
  return static_cast<std::uint32_t>(std::popcount(x));
#endif
}

}  // namespace khabar::text
