// Logistic regression by FTRL-Proximal (McMahan et al. 2013): one pass after the other, most weights stay zero. Basic operations alone:
// every machine has the same weights.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace khabar::train {

/// e^x for x <= 0.
inline double power_of_e(double x) {
  if (x < -30) return 0;
  x /= 64;
  double y = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))));
  for (int i = 0; i < 6; ++i) y *= y;
  return y;
}

class Ftrl {
 public:
  Ftrl(std::size_t weights, double sparsity) : pull_(weights), gradients_(weights), allowed_(weights, 1), sparsity_(sparsity) {}

  double weight(std::size_t i) const {
    const double pull = pull_[i];
    if (std::fabs(pull) < sparsity_) return 0;
    return -(pull - (pull > 0 ? sparsity_ : -sparsity_)) / ((1 + std::sqrt(static_cast<double>(gradients_[i]))) / rate + shrinking);
  }

  void push(std::size_t i, double gradient) {
    if (!allowed_[i]) return;
    const double before = gradients_[i], after = before + gradient * gradient;
    const double by = (std::sqrt(after) - std::sqrt(before)) / rate;
    pull_[i] += static_cast<float>(gradient - by * weight(i));
    gradients_[i] = static_cast<float>(after);
  }

  /// Forgets everything but which weights matter most, by size and by how much was learned about them; only those are learned from now on.
  void restart(std::size_t keep, double sparsity) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < pull_.size(); ++i)
      if (const double w = weight(i); w != 0)
        order.emplace_back(-std::fabs(w) * std::sqrt(std::sqrt(static_cast<double>(gradients_[i]))), i);
    std::sort(order.begin(), order.end());
    if (order.size() > keep) order.resize(keep);
    std::fill(allowed_.begin(), allowed_.end(), 0);
    for (const auto& [size, i] : order) allowed_[i] = 1;
    std::fill(pull_.begin(), pull_.end(), 0.0f);
    std::fill(gradients_.begin(), gradients_.end(), 0.0f);
    sparsity_ = sparsity;
  }

 private:
  static constexpr double rate = 0.05, shrinking = 5;

  std::vector<float> pull_, gradients_;
  std::vector<std::uint8_t> allowed_;
  double sparsity_;
};

}  // namespace khabar::train
