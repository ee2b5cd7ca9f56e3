// The file of a linear model's weights: sparse rows in a stream of bits, each number as short as it is frequent (Huffman 1952).
//
//   bytes   "KW3\0", u8 columns, u8 slot bits, u8 gap bits, u8 0, u32 rows (rows_max at most), u32 different rows, u32 listed rows
//           (little-endian)
//   bits    from each byte's lowest; 8 bytes of noughts close them
//     codes          row kinds; first columns by length (1, 2, more); further columns by the one before (each of `columns`); weights
//                    by column (each); last weights by length (2, more); further lengths
//     listed rows    the most frequent rows: length, contents
//     rows           gap from the slot before, kind: 0 to 3 for 1, 2, 3, more weights, which follow; from 4 on a listed row
//
// A code is its number of symbols and their lengths in order, (4 bits, how many alike) until all have one; 0: never used, 13: the only one,
// which takes no bits. Symbols of one length stand in their order (canonical). Numbers without a code, 1 or more, are Elias's gamma. A gap
// is its upper bits in unary (gap_unary_max ones: 20 bits follow instead) and its lower `gap bits`. A row is: how many columns were passed
// over before each weight, and the weights, signs folded in (0, -1, 1, -2 ...); of the last of several the sum of all is written, which is
// near 0 as training adds what it takes. Folded numbers from 255 on are 255 and 16 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::language {

inline constexpr std::size_t weights_header = 20;
inline constexpr std::uint32_t rows_max = 0xFFFF;
inline constexpr std::uint32_t row_kinds = 4;  // that are written out
inline constexpr int gap_unary_max = 32;
inline constexpr std::uint32_t folded_max = 255;
inline constexpr std::uint32_t code_length_max = 12, only_symbol = 13;
inline constexpr std::size_t bits_padding = 8;  // bytes

/// The number of a file's codes, and which is which.
struct WeightCodes {
  std::size_t columns;
  std::size_t kinds() const { return 0; }
  std::size_t first(std::size_t length) const { return 1 + (length < 3 ? length - 1 : 2); }
  std::size_t further(std::size_t column) const { return 4 + column; }
  std::size_t weight(std::size_t column) const { return 4 + columns + column; }
  std::size_t last(std::size_t length) const { return 4 + columns * 2 + (length < 3 ? 0 : 1); }
  std::size_t lengths() const { return 6 + columns * 2; }
  std::size_t count() const { return 7 + columns * 2; }
};

/// The bit of the first of 64 slots.
inline constexpr std::uint64_t first_slot = std::uint64_t{1} << 63;

/// What a file holds: which slots have rows, the number of each one's row, and the rows, as Weights keeps them.
struct UnpackedWeights {
  std::vector<std::uint64_t> bits;
  std::vector<std::uint16_t> numbers;
  std::vector<std::uint8_t> rows;
};

/// False where the file makes no sense. Rows are padded to `width` columns. O(size of the file).
bool unpack_weights(std::string_view packed, std::size_t width, UnpackedWeights& out);

}  // namespace khabar::language
