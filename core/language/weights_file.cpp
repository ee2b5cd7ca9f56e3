#include "language/weights_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "language/weights.h"

namespace khabar::language {

namespace {

using Byte = unsigned char;

// The stream of bits. Past its end there are noughts.
class Bits {
 public:
  Bits(const Byte* at, const Byte* end) : at_(at), end_(end) {}

  // At least 40 bits can be taken until the next call.
  void fill() {
    if (count_ >= 40) return;
    if (std::endian::native == std::endian::little && end_ - at_ >= 8) {
      std::uint64_t word;
      std::memcpy(&word, at_, sizeof word);
      buffer_ |= word << count_;
      at_ += (63 - count_) >> 3;
      count_ |= 56;
      return;
    }
    for (; count_ <= 56; count_ += 8) {
      if (at_ == end_) {
        ended_ = true;
      } else {
        buffer_ |= std::uint64_t{*at_++} << count_;
      }
    }
  }
  // As many bits, no more than 20 of them, after fill().
  std::uint32_t look(int bits) const { return static_cast<std::uint32_t>(buffer_) & ((1u << bits) - 1); }
  void pass(int bits) {
    buffer_ >>= bits;
    count_ -= bits;
  }
  std::uint32_t take(int bits) {
    const std::uint32_t value = look(bits);
    pass(bits);
    return value;
  }
  // How many ones come first, no more than `most`, which is less than 40; passes them and the nought.
  int unary(int most) {
    const int ones = std::min(std::countr_one(buffer_), most);
    pass(ones < most ? ones + 1 : ones);
    return ones;
  }
  // 1 or more.
  std::uint32_t gamma() {
    fill();
    const int bits = unary(19);
    return 1u << bits | take(bits);
  }
  // Was more asked for than there is?
  bool ended() const { return ended_; }

 private:
  const Byte *at_, *end_;
  bool ended_ = false;
  std::uint64_t buffer_ = 0;
  int count_ = 0;
};

// Codes as tables of what the next bits mean: the symbol, and in the low four bits how many of them it takes.
class Codes {
 public:
  explicit Codes(std::size_t count) { codes_.reserve(count); }

  // Reads the next code. False where it makes no sense.
  bool read(Bits& bits) {
    std::array<std::uint32_t, 16> first{}, counts{};
    lengths_.clear();
    const std::uint32_t symbols = bits.gamma() - 1;
    if (symbols > 4096) return false;
    while (lengths_.size() < symbols) {
      bits.fill();
      const std::uint32_t length = bits.take(4), run = bits.gamma();
      if (length > only_symbol || run > symbols - lengths_.size()) return false;
      lengths_.insert(lengths_.end(), run, static_cast<std::uint8_t>(length));
      counts[length] += run;
    }
    counts[0] = 0;
    std::uint32_t longest = code_length_max;
    while (longest > 0 && counts[longest] == 0) --longest;
    const std::uint32_t size = 1u << longest;
    std::uint32_t code = 0, used = 0;
    for (std::uint32_t length = 1; length <= longest; ++length) {
      first[length] = code = (code + counts[length - 1]) << 1;
      used += counts[length] << (longest - length);
    }
    if (used > size || (counts[only_symbol] != 0 && used + counts[only_symbol] != 1)) return false;
    codes_.push_back({static_cast<std::uint32_t>(table_.size()), size - 1});
    table_.resize(table_.size() + size);
    std::uint16_t* table = table_.data() + codes_.back().first;
    for (std::uint32_t symbol = 0; symbol < symbols; ++symbol) {
      const std::uint32_t length = lengths_[symbol] == only_symbol ? 0 : lengths_[symbol];
      if (lengths_[symbol] == 0) continue;
      std::uint32_t at = 0;  // the code, its first bit lowest
      for (std::uint32_t i = 0, c = first[length]++; i < length; ++i, c >>= 1) at = at << 1 | (c & 1);
      for (; at < size; at += 1u << length) table[at] = static_cast<std::uint16_t>(symbol << 4 | length);
    }
    return true;
  }
  // The next symbol, after fill().
  std::uint32_t take(std::size_t code, Bits& bits) const {
    const Code& of = codes_[code];
    const std::uint32_t cell = table_[of.first + (bits.look(code_length_max) & of.mask)];
    bits.pass(static_cast<int>(cell & 15));
    return cell >> 4;
  }

 private:
  struct Code {
    std::uint32_t first, mask;
  };
  std::vector<Code> codes_;
  std::vector<std::uint16_t> table_;
  std::vector<std::uint8_t> lengths_;
};

int unfolded(const Codes& codes, std::size_t code, Bits& bits) {
  std::uint32_t value = codes.take(code, bits);
  if (value == folded_max) value = bits.take(16);
  return static_cast<int>(value >> 1) ^ -static_cast<int>(value & 1);
}

// Where the next row is written, and what it needs.
struct Reader {
  Bits bits;
  Codes codes;
  WeightCodes which;
  std::size_t width;
  int gap_bits;
  std::uint32_t listed, slot = 0;  // after the last row's
  std::uint8_t *row, *row_end;
  std::array<std::uint8_t, 128> places{};  // of the columns
  std::uint16_t next = 0;                  // the number of the next row written out

  // Reads a row of that many weights into the next, which holds noughts. The stream is the caller's own: what is written, as bytes, might
  // else be it for all that a compiler knows.
  bool row_of(std::size_t length, Bits& stream) {
    if (row == row_end) return false;
    int sum = 0;
    std::size_t column = 0;
    for (std::size_t left = length; left != 0; --left) {
      stream.fill();
      column = left == length ? codes.take(which.first(length), stream) : column + codes.take(which.further(column), stream) + 1;
      if (column >= which.columns) return false;
      const bool last = left == 1 && length > 1;
      const int value = unfolded(codes, last ? which.last(length) : which.weight(column), stream);
      row[places[column]] = static_cast<std::uint8_t>((last ? value - sum : value) + Weights::nought);
      sum += value;
    }
    row += width;
    ++next;
    return true;
  }
  // Apart: of WebAssembly's functions the better code is made whole, and serves from the next call on.
  [[gnu::noinline]] bool rows(std::uint32_t count, std::uint64_t* slots, std::uint16_t* numbers) {
    Bits stream = bits;
    std::uint32_t at = slot;
    for (; count != 0; --count, ++numbers) {
      stream.fill();
      const int upper = stream.unary(gap_unary_max);
      if (upper > 16) stream.fill();
      at += upper == gap_unary_max ? stream.take(20) : static_cast<std::uint32_t>(upper) << gap_bits | stream.take(gap_bits);
      if (at >= (1u << slot_bits)) return false;
      slots[at >> 6] |= first_slot >> (at & 63);
      ++at;
      stream.fill();
      const std::uint32_t kind = codes.take(which.kinds(), stream);
      if (kind >= row_kinds) {
        if (kind - row_kinds >= listed) return false;
        *numbers = static_cast<std::uint16_t>(kind - row_kinds);
        continue;
      }
      *numbers = next;
      const std::size_t length = kind + 1 < row_kinds ? kind + 1 : row_kinds + codes.take(which.lengths(), stream);
      if (!row_of(length, stream)) return false;
    }
    bits = stream;
    slot = at;
    return !bits.ended();
  }
};

}  // namespace

bool unpack_weights(std::string_view packed, std::size_t width, UnpackedWeights& out) {
  const Byte* begin = reinterpret_cast<const Byte*>(packed.data());
  auto word = [&](std::size_t at) {
    return std::uint32_t{begin[at]} | std::uint32_t{begin[at + 1]} << 8 | std::uint32_t{begin[at + 2]} << 16 |
           std::uint32_t{begin[at + 3]} << 24;
  };
  if (packed.size() < weights_header || packed.substr(0, 4) != std::string_view("KW3\0", 4)) return false;
  const std::size_t columns = begin[4];
  const std::uint32_t count = word(8), different = word(12), listed = word(16);
  if (columns > std::min<std::size_t>(width, 128) || begin[5] != slot_bits || begin[6] > 20) return false;
  if (count > rows_max || different > (1u << 16) || listed > different) return false;
  out.rows.assign(different * width, static_cast<std::uint8_t>(Weights::nought));
  out.bits.assign(std::size_t{1} << (slot_bits - 6), 0);
  out.numbers.resize(count);
  Reader reader{{begin + weights_header, begin + packed.size()},
                Codes(WeightCodes{columns}.count()),
                {columns},
                width,
                begin[6],
                listed,
                0,
                out.rows.data(),
                out.rows.data() + out.rows.size()};
  for (std::size_t column = 0; column < columns; ++column) reader.places[column] = static_cast<std::uint8_t>(Weights::place(column, width));
  for (std::size_t code = 0; code < reader.which.count(); ++code)
    if (!reader.codes.read(reader.bits)) return false;
  for (std::uint32_t i = 0; i < listed; ++i)
    if (const std::uint32_t length = reader.bits.gamma(); !reader.row_of(length, reader.bits)) return false;
  // Some at a time, so that there is a next call.
  constexpr std::uint32_t at_once = 512;
  for (std::uint32_t row = 0; row < count; row += at_once)
    if (!reader.rows(std::min(at_once, count - row), out.bits.data(), out.numbers.data() + row)) return false;
  return reader.row == reader.row_end;
}

}  // namespace khabar::language
