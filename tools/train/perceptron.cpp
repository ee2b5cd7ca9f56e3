#include "perceptron.h"

#include "weights_packing.h"

#include <cmath>
#include <cstdio>

namespace khabar::train {

std::vector<std::uint8_t> strongest(const Table& table, const Packing& packing) {
  const std::size_t width = static_cast<std::size_t>(table.width());
  std::vector<std::pair<double, std::uint32_t>> order;
  for (std::size_t s = 0; s < Table::slots; ++s) {
    const double need = std::sqrt(std::sqrt(static_cast<double>(table.seen(s))));
    std::int64_t low = 0, high = 0;
    for (std::size_t c = 0; c < width; ++c) {
      const std::int64_t a = table.average(s, static_cast<int>(c));
      low = std::min(low, a);
      high = std::max(high, a);
      if (!packing.by_rows && a != 0)
        order.emplace_back(-std::fabs(static_cast<double>(a)) * need, static_cast<std::uint32_t>(s * width + c));
    }
    if (packing.by_rows && high > low) order.emplace_back(-static_cast<double>(high - low) * need, static_cast<std::uint32_t>(s));
  }
  std::sort(order.begin(), order.end());
  std::fprintf(stderr, "  %zu %s\n", order.size(), packing.by_rows ? "rows" : "weights");
  if (packing.keep != 0 && order.size() > packing.keep) order.resize(packing.keep);
  std::vector<std::uint8_t> keep(Table::slots * width, 0);
  for (const auto& [v, at] : order) {
    if (!packing.by_rows) {
      keep[at] = 1;
    } else {
      for (std::size_t c = 0; c < width; ++c) keep[at * width + c] = 1;
    }
  }
  return keep;
}

namespace {

std::vector<SparseRow> rows_where(int columns, const std::function<double(std::size_t slot, int column)>& weight) {
  std::vector<SparseRow> rows;
  std::uint32_t weights = 0, clipped = 0;
  for (std::size_t s = 0; s < Table::slots; ++s) {
    SparseRow row{static_cast<std::uint32_t>(s), {}};
    for (int c = 0; c < columns; ++c) {
      int q = static_cast<int>(std::lround(weight(s, c)));
      if (q > 127) q = 127, ++clipped;
      if (q < -127) q = -127, ++clipped;
      if (q != 0) row.weights.push_back({c, q});
    }
    weights += static_cast<std::uint32_t>(row.weights.size());
    if (!row.weights.empty()) rows.push_back(std::move(row));
  }
  std::fprintf(stderr, "  %zu rows, %u weights, %u clipped\n", rows.size(), weights, clipped);
  return rows;
}

}  // namespace

std::string pack_rows(int columns, const std::function<double(std::size_t slot, int column)>& weight) {
  return pack_weights(columns, rows_where(columns, weight));
}

std::vector<SparseRow> rows_of(const Table& table, const Packing& packing, int columns) {
  const std::vector<std::uint8_t> keep = strongest(table, packing);
  const std::size_t width = static_cast<std::size_t>(table.width());
  auto weight = [&](std::size_t s, int c) {
    std::int64_t a = table.average(s, c);
    if (packing.relative_to_first) a -= table.average(s, 0);
    return static_cast<double>(a) / static_cast<double>(table.time());
  };
  double greatest = 0;
  for (std::size_t s = 0; s < Table::slots; ++s)
    for (int c = 0; c < columns; ++c)
      if (keep[s * width + static_cast<std::size_t>(c)]) greatest = std::max(greatest, std::fabs(weight(s, c)));
  const double step = packing.step > 0 ? packing.step : greatest / 127;
  std::fprintf(stderr, "  greatest %.2f, step %.4f\n", greatest, step);
  return rows_where(columns, [&](std::size_t s, int c) { return keep[s * width + static_cast<std::size_t>(c)] ? weight(s, c) / step : 0; });
}

std::string pack(const Table& table, const Packing& packing, int columns) {
  return pack_weights(columns, rows_of(table, packing, columns));
}

}  // namespace khabar::train
