#include "retag_training.h"

#include "epochs.h"
#include "ftrl.h"

#include <algorithm>
#include <map>

namespace khabar::train {

using namespace language;

namespace {

constexpr std::size_t columns = 32;

// Learns one example; returns whether it was right before.
bool learn(Ftrl& weights, const RetagExample& e) {
  double scores[doubt_classes], sum = 0;
  std::size_t best = 0;
  for (std::size_t k = 0; k < e.doubt.count; ++k) {
    scores[k] = -retag_tagger_weight * retag_step * e.doubt.behind[k];
    for (const std::uint32_t slot : e.slots) scores[k] += weights.weight(slot * columns + e.doubt.classes[k]);
    if (scores[k] > scores[best]) best = k;
  }
  const double greatest = scores[best];
  for (std::size_t k = 0; k < e.doubt.count; ++k) sum += scores[k] = power_of_e(scores[k] - greatest);
  for (std::size_t k = 0; k < e.doubt.count; ++k) {
    const double gradient = scores[k] / sum - (k == e.gold ? 1 : 0);
    for (const std::uint32_t slot : e.slots) weights.push(slot * columns + e.doubt.classes[k], gradient);
  }
  return best == e.gold;
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

std::vector<unsigned> folds_of(const std::vector<GoldSentence>& data, unsigned folds) {
  std::map<std::string, unsigned> number;
  std::vector<unsigned> out;
  for (const GoldSentence& s : data) {
    const auto next = static_cast<unsigned>(number.size());
    out.push_back(number.emplace(s.text, next).first->second / 20 % folds);
  }
  return out;
}

FoldTaggers train_fold_taggers(const std::vector<GoldSentence>& data, const TagOptions& options, unsigned folds, Table& table) {
  FoldTaggers out{folds_of(data, folds), {}};
  for (unsigned fold = 0; fold < folds; ++fold) {
    std::vector<GoldSentence> rest;
    for (std::size_t i = 0; i < data.size(); ++i)
      if (out.fold[i] != fold) rest.push_back(data[i]);
    out.models.push_back(train_tagger(rest, options, table));
  }
  return out;
}

std::vector<RetagExample> retag_examples(const std::vector<GoldSentence>& data, const FoldTaggers& taggers) {
  std::vector<RetagExample> out;
  for (unsigned fold = 0; fold < taggers.models.size(); ++fold) {
    const Tagger tagger(taggers.models[fold].weights, taggers.models[fold].dictionary);
    Random random(fold + 77);
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (taggers.fold[i] != fold) continue;
      append_examples(tagger, data[i], out);
      if (random.below(100) < 10) append_examples(tagger, in_case(data[i], Case::upper), out);
      if (random.below(100) < 8) append_examples(tagger, in_case(data[i], Case::lower), out);
      if (random.below(100) < 4) append_examples(tagger, in_case(data[i], Case::title), out);
    }
  }
  return out;
}

std::string train_retagger(const std::vector<RetagExample>& examples, const RetagOptions& options) {
  Ftrl weights(Table::slots * columns, options.first_sparsity);
  std::vector<std::uint32_t> order = numbers_to(examples.size());
  auto train = [&] {
    run_epochs("retagger", options.epochs, order, Random(38), [&](std::uint32_t i) { return learn(weights, examples[i]); });
  };
  train();
  weights.restart(options.keep, options.sparsity);
  train();
  return pack_rows(columns, [&](std::size_t slot, int column) {
    return weights.weight(slot * columns + static_cast<std::size_t>(column)) / retag_step;
  });
}

}  // namespace khabar::train
