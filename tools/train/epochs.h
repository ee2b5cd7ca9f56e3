// Epochs: one example after the other, in another order each time.
#pragma once

#include "perceptron.h"

#include <cstdint>
#include <cstdio>
#include <vector>

namespace khabar::train {

/// 0, 1 ... count - 1.
inline std::vector<std::uint32_t> numbers_to(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

/// Learns from the examples of `order`, shuffling it each epoch, and says how it goes. learn(number) -> whether it was right before.
template <class Learn>
void run_epochs(const char* what, int epochs, std::vector<std::uint32_t>& order, Random random, Learn&& learn) {
  for (int epoch = 1; epoch <= epochs; ++epoch) {
    random.shuffle(order);
    long right = 0;
    for (const std::uint32_t number : order) right += learn(number);
    std::fprintf(stderr, "  %s epoch %d: %.2f %% of %zu right\n", what, epoch,
                 100.0 * static_cast<double>(right) / static_cast<double>(order.size()), order.size());
  }
}

}  // namespace khabar::train
