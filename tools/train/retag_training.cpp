#include "retag_training.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace khabar::train {

using namespace language;

namespace {

// e^x for x <= 0 by basic operations alone: every machine has the same.
double power_of_e(double x) {
  if (x < -30) return 0;
  x /= 64;
  double y = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))));
  for (int i = 0; i < 6; ++i) y *= y;
  return y;
}

// Logistic regression by FTRL-Proximal (McMahan et al. 2013): one pass after the other, most weights stay zero.
class Regression {
 public:
  static constexpr std::size_t columns = 32;
  explicit Regression(double sparsity)
      : pull_(Table::slots * columns), gradients_(pull_.size()), allowed_(pull_.size(), 1), sparsity_(sparsity) {}

  double weight(std::size_t i) const {
    const double pull = pull_[i];
    if (std::fabs(pull) < sparsity_) return 0;
    return -(pull - (pull > 0 ? sparsity_ : -sparsity_)) / ((1 + std::sqrt(static_cast<double>(gradients_[i]))) / rate + shrinking);
  }
  double gradients(std::size_t i) const { return gradients_[i]; }

  /// Learns one example; returns whether it was right before.
  bool learn(const RetagExample& e) {
    double scores[doubt_classes], sum = 0;
    std::size_t best = 0;
    for (std::size_t k = 0; k < e.doubt.count; ++k) {
      scores[k] = -retag_tagger_weight * retag_step * e.doubt.behind[k];
      for (const std::uint32_t slot : e.slots) scores[k] += weight(slot * columns + e.doubt.classes[k]);
      if (scores[k] > scores[best]) best = k;
    }
    const double greatest = scores[best];
    for (std::size_t k = 0; k < e.doubt.count; ++k) sum += scores[k] = power_of_e(scores[k] - greatest);
    for (std::size_t k = 0; k < e.doubt.count; ++k) {
      const double gradient = scores[k] / sum - (k == e.gold ? 1 : 0);
      for (const std::uint32_t slot : e.slots) push(slot * columns + e.doubt.classes[k], gradient);
    }
    return best == e.gold;
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

  void push(std::size_t i, double gradient) {
    if (!allowed_[i]) return;
    const double before = gradients_[i], after = before + gradient * gradient;
    const double by = (std::sqrt(after) - std::sqrt(before)) / rate;
    pull_[i] += static_cast<float>(gradient - by * weight(i));
    gradients_[i] = static_cast<float>(after);
  }

  std::vector<float> pull_, gradients_;
  std::vector<std::uint8_t> allowed_;
  double sparsity_;
};

// The fold of each sentence; the same words are always in the same one.
std::vector<unsigned> folds_of(const std::vector<GoldSentence>& data, unsigned folds) {
  std::map<std::string, unsigned> number;
  std::vector<unsigned> out;
  for (const GoldSentence& s : data) {
    const auto next = static_cast<unsigned>(number.size());
    out.push_back(number.emplace(s.text, next).first->second / 20 % folds);
  }
  return out;
}

void append_examples(const Tagger& tagger, const GoldSentence& s, std::vector<RetagExample>& out) {
  std::vector<Token> tokens = s.tokens;
  std::vector<Word> words;
  std::vector<std::uint8_t> classes;
  std::vector<Doubt> doubts;
  tagger.tag(s.text, tokens.data(), tokens.data() + tokens.size(), words, classes, doubts);
  std::uint32_t slots[retag_features_max];
  for (Doubt doubt : doubts) {
    std::uint8_t near = 0;
    for (std::size_t k = 0; k < doubt.count; ++k) {
      if (!is_for_the_retagger(doubt.classes[0], doubt.classes[k])) continue;
      doubt.classes[near] = doubt.classes[k];
      doubt.behind[near++] = doubt.behind[k];
    }
    doubt.count = near;
    const std::uint8_t gold = class_of(s.tokens[doubt.word].tag, s.tokens[doubt.word].form);
    const std::size_t at = static_cast<std::size_t>(std::find(doubt.classes, doubt.classes + doubt.count, gold) - doubt.classes);
    if (at == doubt.count || doubt.count < 2) continue;
    const int count = retag_features({tokens.data(), words.data(), classes.data(), tokens.size()}, doubt.word, slots);
    out.push_back({{slots, slots + count}, doubt, at});
  }
}

}  // namespace

std::vector<RetagExample> retag_examples(const std::vector<GoldSentence>& data, const TagOptions& tag, const RetagOptions& options,
                                         Table& table) {
  const std::vector<unsigned> folds = folds_of(data, options.folds);
  std::vector<RetagExample> out;
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<GoldSentence> rest;
    for (std::size_t i = 0; i < data.size(); ++i)
      if (folds[i] != fold) rest.push_back(data[i]);
    const TagModel model = train_tagger(rest, tag, table);
    const Tagger tagger(model.weights, model.dictionary);
    Random random(fold + 77);
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (folds[i] != fold) continue;
      append_examples(tagger, data[i], out);
      if (random.below(100) < 10) append_examples(tagger, in_case(data[i], Case::upper), out);
      if (random.below(100) < 8) append_examples(tagger, in_case(data[i], Case::lower), out);
      if (random.below(100) < 4) append_examples(tagger, in_case(data[i], Case::title), out);
    }
  }
  return out;
}

std::string train_retagger(const std::vector<RetagExample>& examples, const RetagOptions& options) {
  Regression regression(options.first_sparsity);
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  auto train = [&] {
    Random random(38);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      random.shuffle(order);
      long right = 0;
      for (const std::uint32_t index : order) right += regression.learn(examples[index]);
      std::fprintf(stderr, "  retagger epoch %d: %.2f %% of %zu right\n", epoch + 1,
                   100.0 * static_cast<double>(right) / static_cast<double>(order.size()), order.size());
    }
  };
  train();
  regression.restart(options.keep, options.sparsity);
  train();
  return pack_rows(32, [&](std::size_t slot, int column) {
    return regression.weight(slot * Regression::columns + static_cast<std::size_t>(column)) / retag_step;
  });
}

}  // namespace khabar::train
