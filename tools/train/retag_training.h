// Training of the second look (core/language/retagger.h): which of the tagger's nearest classes is right, by logistic regression with few
// weights, on what taggers are unsure of in text that they were not trained on.
#pragma once

#include "conllu.h"
#include "tag_training.h"

#include "language/retagger.h"

#include <cstdint>
#include <string>
#include <vector>

namespace khabar::train {

struct RetagOptions {
  int epochs = 4;
  unsigned folds = 8;
  std::size_t keep = 1800;  // weights
  double first_sparsity = 10, sparsity = 2;
};

/// A word that a tagger was unsure of: what is seen of it, and which of its classes is right.
struct RetagExample {
  std::vector<std::uint32_t> slots;
  language::Doubt doubt;
  std::size_t gold = 0;
};

/// What taggers trained on the other folds are unsure of, and where one of their nearest classes is right.
std::vector<RetagExample> retag_examples(const std::vector<GoldSentence>& data, const TagOptions& tag, const RetagOptions& options,
                                         Table& table);

/// The packed weights.
std::string train_retagger(const std::vector<RetagExample>& examples, const RetagOptions& options);

}  // namespace khabar::train
