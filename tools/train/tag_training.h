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

/// `weights` are packed where so many are kept; where all are, which may be more than a file holds, their rows are here.
struct TagModel {
  std::string weights, dictionary;
  std::vector<SparseRow> rows;
};

std::string make_dictionary(const std::vector<GoldSentence>& data);
TagModel train_tagger(const std::vector<GoldSentence>& data, const TagOptions& options, Table& table);

/// Classes that the tagger gives the gold tokens of a sentence.
std::vector<std::uint8_t> tag_classes_of(const language::Tagger& tagger, const GoldSentence& sentence, std::vector<language::Word>& words);

}  // namespace khabar::train
