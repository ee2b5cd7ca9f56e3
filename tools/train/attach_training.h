// Training of the attachment of prepositional phrases: an averaged perceptron that ranks the words a phrase could depend on, on gold
// trees.
#pragma once

#include "conllu.h"
#include "perceptron.h"

#include <string>
#include <vector>

namespace khabar::train {

struct AttachOptions {
  int epochs = 8;
  int margin = 6;
  Packing packing;
};

std::string train_attacher(const std::vector<GoldSentence>& data, const AttachOptions& options, Table& table);

}  // namespace khabar::train
