// Near misses: a trigger that was seen and made no fact, and why. Collected only for whoever asks (khabar analyze --explain).
#pragma once

#include <khabar/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace khabar::facts {

class NearMisses {
 public:
  explicit NearMisses(std::vector<NearMiss>* out) : out_(out) {}
  bool asked() const { return out_ != nullptr; }
  /// Nothing where nobody asks. O(1).
  void add(Span words, std::string_view rule, std::string_view why) const {
    if (out_ != nullptr && out_->size() < most) out_->push_back({words, std::string(rule), std::string(why)});
  }

 private:
  static constexpr std::size_t most = 10000;
  std::vector<NearMiss>* out_;
};

}  // namespace khabar::facts
