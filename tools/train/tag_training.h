// Training of the tagger: dictionary and averaged perceptron, with noise in the case of letters.
#pragma once

#include "conllu.h"
#include "perceptron.h"

#include "language/tagger.h"

#include <string>
#include <vector>

namespace khabar::train {

struct TagOptions {
  int epochs = 8;
  int runs = 1;    // of the last training, each in another order; their weights are averaged
  int margin = 4;  // an example counts as wrong where the best other class comes that near
  Packing packing;
};

/// Both packed.
struct TagModel {
  std::string weights, dictionary;
};

std::string make_dictionary(const std::vector<GoldSentence>& data);
TagModel train_tagger(const std::vector<GoldSentence>& data, const TagOptions& options, Table& table);

}  // namespace khabar::train
