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
  std::size_t keep = 1800;  // weights
  double first_sparsity = 10, sparsity = 2;
};

/// A word that a tagger was unsure of: what is seen of it, and which of its classes is right.
struct RetagExample {
  std::vector<std::uint32_t> slots;
  language::Doubt doubt;
  std::size_t gold = 0;
};

/// Taggers each of which has not seen a fold of the text.
struct FoldTaggers {
  std::vector<unsigned> fold;  // of each sentence
  std::vector<TagModel> models;
};

/// The fold of each sentence; the same words are always in the same one.
std::vector<unsigned> folds_of(const std::vector<GoldSentence>& data, unsigned folds);

FoldTaggers train_fold_taggers(const std::vector<GoldSentence>& data, const TagOptions& options, unsigned folds, Table& table);

/// What the taggers are unsure of, and where one of their nearest classes is right.
std::vector<RetagExample> retag_examples(const std::vector<GoldSentence>& data, const FoldTaggers& taggers);

/// The packed weights.
std::string train_retagger(const std::vector<RetagExample>& examples, const RetagOptions& options);

}  // namespace khabar::train
