#include "weights_packing.h"

#include "language/features.h"
#include "language/weights_file.h"

#include <algorithm>
#include <bit>
#include <map>

namespace khabar::train {

namespace {

using language::WeightCodes;
using Contents = std::vector<std::pair<int, int>>;

constexpr std::uint32_t listed_from = 8;  // rows that stand so often are listed

class Bits {
 public:
  // The lowest bits of a value, from the lowest.
  void put(std::uint32_t value, std::uint32_t bits) {
    for (std::uint32_t i = 0; i < bits; ++i, ++count_) {
      if (count_ % 8 == 0) bytes_ += '\0';
      if ((value >> i & 1) != 0) bytes_.back() = static_cast<char>(bytes_.back() | 1 << count_ % 8);
    }
  }
  void gamma(std::uint32_t value) {
    const auto bits = static_cast<std::uint32_t>(std::bit_width(value)) - 1;
    put((1u << bits) - 1, bits + 1);  // so many ones and a nought
    put(value, bits);                 // but for its highest bit
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::uint64_t count_ = 0;
};

// Lengths of codes no longer than code_length_max, by merging packages (Larmore & Hirschberg 1990).
std::vector<std::uint8_t> lengths_of(const std::vector<std::uint32_t>& counts) {
  struct Package {
    std::uint64_t weight;
    std::vector<std::uint32_t> symbols;
  };
  std::vector<std::uint8_t> lengths(counts.size());
  std::vector<Package> single, merged;
  for (std::uint32_t s = 0; s < counts.size(); ++s)
    if (counts[s] != 0) single.push_back({counts[s], {s}});
  if (single.size() == 1) lengths[single[0].symbols[0]] = language::only_symbol;
  if (single.size() < 2) return lengths;
  // Of those as frequent the last come first: they get the longer codes.
  auto lighter = [](const Package& a, const Package& b) { return a.weight < b.weight; };
  std::reverse(single.begin(), single.end());
  std::stable_sort(single.begin(), single.end(), lighter);
  merged = single;
  for (std::uint32_t level = 1; level < language::code_length_max; ++level) {
    std::vector<Package> pairs;
    for (std::size_t i = 0; i + 1 < merged.size(); i += 2) {
      Package pair{merged[i].weight + merged[i + 1].weight, merged[i].symbols};
      pair.symbols.insert(pair.symbols.end(), merged[i + 1].symbols.begin(), merged[i + 1].symbols.end());
      pairs.push_back(std::move(pair));
    }
    merged.clear();
    std::merge(single.begin(), single.end(), pairs.begin(), pairs.end(), std::back_inserter(merged), lighter);
  }
  for (std::size_t i = 0; i < 2 * single.size() - 2; ++i)
    for (const std::uint32_t s : merged[i].symbols) ++lengths[s];
  return lengths;
}

// The codes of a file: first what they are asked for is counted, then it is written.
class Codes {
 public:
  explicit Codes(std::size_t count) : counts_(count), lengths_(count), codes_(count) {}

  void add(std::size_t code, std::uint32_t symbol) {
    if (counts_[code].size() <= symbol) counts_[code].resize(symbol + 1);
    ++counts_[code][symbol];
  }
  void write(Bits& bits) {
    for (std::size_t code = 0; code < counts_.size(); ++code) {
      const std::vector<std::uint8_t>& lengths = lengths_[code] = lengths_of(counts_[code]);
      bits.gamma(static_cast<std::uint32_t>(lengths.size()) + 1);
      for (std::size_t s = 0; s < lengths.size();) {
        std::size_t end = s + 1;
        while (end < lengths.size() && lengths[end] == lengths[s]) ++end;
        bits.put(lengths[s], 4);
        bits.gamma(static_cast<std::uint32_t>(end - s));
        s = end;
      }
      codes_[code].resize(lengths.size());
      std::uint32_t next = 0;
      for (std::uint32_t length = 1; length <= language::code_length_max; ++length, next <<= 1)
        for (std::size_t s = 0; s < lengths.size(); ++s)
          if (lengths[s] == length) codes_[code][s] = next++;
    }
  }
  void put(std::size_t code, std::uint32_t symbol, Bits& bits) const {
    const std::uint32_t length = lengths_[code][symbol];
    if (length == language::only_symbol) return;
    for (std::uint32_t i = length; i-- > 0;) bits.put(codes_[code][symbol] >> i, 1);  // its first bit is its highest
  }

 private:
  std::vector<std::vector<std::uint32_t>> counts_;
  std::vector<std::vector<std::uint8_t>> lengths_;
  std::vector<std::vector<std::uint32_t>> codes_;
};

std::uint32_t folded(int value) { return value < 0 ? static_cast<std::uint32_t>(-value) * 2 - 1 : static_cast<std::uint32_t>(value) * 2; }

// What a row consists of, to `symbol(code, symbol, is it folded?)`.
template <class Symbol>
void each_symbol(const Contents& row, const WeightCodes& which, Symbol&& symbol) {
  int before = -1, sum = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto [column, weight] = row[i];
    const auto at = static_cast<std::size_t>(column);
    if (i == 0) {
      symbol(which.first(row.size()), static_cast<std::uint32_t>(column), false);
    } else {
      symbol(which.further(static_cast<std::size_t>(before)), static_cast<std::uint32_t>(column - before - 1), false);
    }
    sum += weight;
    const bool last = i > 0 && i + 1 == row.size();
    symbol(last ? which.last(row.size()) : which.weight(at), folded(last ? sum : weight), true);
    before = column;
  }
}

void put_number(std::string& out, std::uint32_t v) {
  for (int i = 0; i < 4; ++i) out += static_cast<char>(v >> (8 * i) & 255);
}

}  // namespace

std::string pack_weights(int columns, const std::vector<SparseRow>& rows) {
  const WeightCodes which{static_cast<std::size_t>(columns)};
  std::map<Contents, std::uint32_t> counts;
  for (const SparseRow& row : rows) ++counts[row.weights];
  std::vector<std::pair<std::uint32_t, Contents>> listed;
  for (const auto& [row, count] : counts)
    if (count >= listed_from) listed.emplace_back(count, row);
  std::stable_sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (listed.size() > 4000) listed.resize(4000);
  std::map<Contents, std::uint32_t> numbers;
  for (const auto& [count, row] : listed) numbers.emplace(row, static_cast<std::uint32_t>(numbers.size()));

  Codes codes(which.count());
  auto count = [&](std::size_t code, std::uint32_t symbol, bool is_folded) {
    codes.add(code, is_folded ? std::min(symbol, language::folded_max) : symbol);
  };
  for (const auto& [times, row] : listed) each_symbol(row, which, count);
  std::uint32_t different = static_cast<std::uint32_t>(listed.size());
  auto kind_of = [&](const Contents& row) {
    const auto number = numbers.find(row);
    if (number != numbers.end()) return language::row_kinds + number->second;
    return static_cast<std::uint32_t>(std::min<std::size_t>(row.size(), language::row_kinds)) - 1;
  };
  std::vector<std::uint64_t> sizes(21);  // of the gaps, by how many of their bits are not in unary
  auto upper_of = [](std::uint32_t gap, std::uint32_t gap_bits) {
    return std::min<std::uint32_t>(gap >> gap_bits, language::gap_unary_max);
  };
  std::uint32_t next = 0;
  for (const SparseRow& row : rows) {
    const std::uint32_t gap = row.slot - next, kind = kind_of(row.weights);
    next = row.slot + 1;
    for (std::uint32_t bits = 0; bits < sizes.size(); ++bits)
      sizes[bits] += upper_of(gap, bits) == language::gap_unary_max ? language::gap_unary_max + 20 : upper_of(gap, bits) + 1 + bits;
    codes.add(which.kinds(), kind);
    if (kind >= language::row_kinds) continue;
    ++different;
    if (kind == language::row_kinds - 1) codes.add(which.lengths(), static_cast<std::uint32_t>(row.weights.size()) - language::row_kinds);
    each_symbol(row.weights, which, count);
  }
  const auto gap_bits = static_cast<std::uint32_t>(std::min_element(sizes.begin(), sizes.end()) - sizes.begin());

  Bits bits;
  codes.write(bits);
  auto write = [&](std::size_t code, std::uint32_t symbol, bool is_folded) {
    const bool large = is_folded && symbol >= language::folded_max;
    codes.put(code, large ? language::folded_max : symbol, bits);
    if (large) bits.put(symbol, 16);
  };
  for (const auto& [times, row] : listed) {
    bits.gamma(static_cast<std::uint32_t>(row.size()));
    each_symbol(row, which, write);
  }
  next = 0;
  for (const SparseRow& row : rows) {
    const std::uint32_t gap = row.slot - next, upper = upper_of(gap, gap_bits), kind = kind_of(row.weights);
    next = row.slot + 1;
    for (std::uint32_t i = 0; i < upper; ++i) bits.put(1, 1);
    if (upper == language::gap_unary_max) {
      bits.put(gap, 20);
    } else {
      bits.put(0, 1);
      bits.put(gap, gap_bits);
    }
    codes.put(which.kinds(), kind, bits);
    if (kind >= language::row_kinds) continue;
    if (kind == language::row_kinds - 1)
      codes.put(which.lengths(), static_cast<std::uint32_t>(row.weights.size()) - language::row_kinds, bits);
    each_symbol(row.weights, which, write);
  }

  std::string out("KW3\0", 4);
  out += static_cast<char>(columns);
  out += static_cast<char>(language::slot_bits);
  out += static_cast<char>(gap_bits);
  out += '\0';
  put_number(out, static_cast<std::uint32_t>(rows.size()));
  put_number(out, different);
  put_number(out, static_cast<std::uint32_t>(listed.size()));
  return out + bits.bytes() + std::string(language::bits_padding, '\0');
}

language::Weights weights_of(const std::vector<SparseRow>& rows, int width) {
  const auto columns = static_cast<std::size_t>(width);
  language::UnpackedWeights out;
  out.bits.resize(std::size_t{1} << (language::slot_bits - 6));
  std::map<Contents, std::uint16_t> numbers;
  for (const SparseRow& row : rows) {
    out.bits[row.slot >> 6] |= language::first_slot >> (row.slot & 63);
    const auto [at, is_new] = numbers.emplace(row.weights, static_cast<std::uint16_t>(numbers.size()));
    out.numbers.push_back(at->second);
    if (!is_new) continue;
    out.rows.resize(out.rows.size() + columns, static_cast<std::uint8_t>(language::Weights::nought));
    std::uint8_t* last = out.rows.data() + out.rows.size() - columns;
    for (const auto& [column, weight] : row.weights)
      last[language::Weights::place(static_cast<std::size_t>(column), columns)] =
          static_cast<std::uint8_t>(weight + language::Weights::nought);
  }
  return {std::move(out), width};
}

}  // namespace khabar::train
