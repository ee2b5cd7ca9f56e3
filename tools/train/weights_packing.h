// Sparse rows of weights into a file (core/language/weights_file.h).
#pragma once

#include "language/weights.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace khabar::train {

struct SparseRow {
  std::uint32_t slot = 0;
  std::vector<std::pair<int, int>> weights;  // column and weight, neither nought, by column
};

/// Rows by slot, in order, with one weight at least. The same rows give the same bytes.
std::string pack_weights(int columns, const std::vector<SparseRow>& rows);

/// The same in memory, of any size: a file holds no more than 65,536 rows, those that stand fewer than eight times each time.
language::Weights weights_of(const std::vector<SparseRow>& rows, int width);

}  // namespace khabar::train
