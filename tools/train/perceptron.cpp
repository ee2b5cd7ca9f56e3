#include "perceptron.h"

#include <cmath>
#include <cstdio>

namespace khabar::train {

void Table::finish_in_place() {
  for (std::size_t i = 0; i < w_.size(); ++i) {
    const std::int64_t a = w_[i] * time_ - sums_[i];
    w_[i] = static_cast<std::int32_t>(a * 64 / time_);
  }
}

namespace {

std::int64_t strength(const Table& table, std::size_t slot) {
  std::int64_t low = 0, high = 0;
  for (int c = 0; c < table.width(); ++c) {
    low = std::min(low, table.average(slot, c));
    high = std::max(high, table.average(slot, c));
  }
  return high - low;
}

void put(std::string& out, std::uint32_t v, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(v >> (8 * i) & 255);
}

}  // namespace

std::vector<std::uint8_t> strongest(const Table& table, std::uint32_t rows) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> order;
  for (std::size_t s = 0; s < Table::slots; ++s)
    if (const std::int64_t v = strength(table, s); v > 0) order.emplace_back(-v, static_cast<std::uint32_t>(s));
  std::sort(order.begin(), order.end());
  std::fprintf(stderr, "  %zu rows with weight\n", order.size());
  if (rows != 0 && order.size() > rows) order.resize(rows);
  std::vector<std::uint8_t> keep(Table::slots, 0);
  for (const auto& [v, s] : order) keep[s] = 1;
  return keep;
}

std::string pack(const Table& table, const Packing& packing, int columns) {
  const std::vector<std::uint8_t> keep = strongest(table, packing.rows);
  auto weight = [&](std::size_t s, int c) {
    std::int64_t a = table.average(s, c);
    if (packing.relative_to_first) a -= table.average(s, 0);
    return static_cast<double>(a) / static_cast<double>(table.time());
  };
  double greatest = 0;
  for (std::size_t s = 0; s < Table::slots; ++s)
    if (keep[s])
      for (int c = 0; c < columns; ++c) greatest = std::max(greatest, std::fabs(weight(s, c)));
  const double step = packing.step > 0 ? packing.step : greatest / 127;
  std::string gaps, counts, places, values;
  std::uint32_t rows = 0, weights = 0, next = 0, clipped = 0;
  for (std::size_t s = 0; s < Table::slots; ++s) {
    if (!keep[s]) continue;
    std::uint32_t count = 0;
    for (int c = 0; c < columns; ++c) {
      int q = static_cast<int>(std::lround(weight(s, c) / step));
      if (q > 127) q = 127, ++clipped;
      if (q < -127) q = -127, ++clipped;
      if (std::abs(q) < packing.smallest) continue;
      places += static_cast<char>(c);
      values += static_cast<char>(q);
      ++count;
    }
    if (count == 0) continue;
    counts += static_cast<char>(count);
    weights += count;
    std::uint32_t gap = static_cast<std::uint32_t>(s) - next;
    for (; gap >= 128; gap >>= 7) gaps += static_cast<char>(gap | 128);
    gaps += static_cast<char>(gap);
    next = static_cast<std::uint32_t>(s) + 1;
    ++rows;
  }
  std::fprintf(stderr, "  greatest %.2f, step %.4f, %u rows, %u weights, %u clipped\n", greatest, step, rows, weights, clipped);
  std::string out("KW1\0", 4);
  out += static_cast<char>(columns);
  out += static_cast<char>(language::slot_bits);
  put(out, 0, 2);
  put(out, rows, 4);
  put(out, weights, 4);
  return out + gaps + counts + places + values;
}

}  // namespace khabar::train
