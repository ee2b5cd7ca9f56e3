// Training of the parser: dynamic oracle with exploration (Goldberg & Nivre 2013) for the moves, the arcs' names beside them.
#pragma once

#include "conllu.h"
#include "perceptron.h"

#include "language/parser.h"

#include <string>
#include <vector>

namespace khabar::train {

/// A sentence as the parser will meet it: with the words and classes that a tagger gave it.
struct ParseExample {
  std::vector<std::uint64_t> words;
  std::vector<std::uint8_t> classes;
  std::vector<std::uint32_t> heads;  // of nodes 1..n, 0: the root
  std::vector<std::uint8_t> labels;
};

struct ParseOptions {
  int epochs = 10;
  int runs = 1;  // of the last training, each in another order; averaged
  int move_margin = 2, label_margin = 2;
  Packing moves, labels;
};

struct ParseModel {
  std::string moves, labels;
};

ParseModel train_parser(const std::vector<ParseExample>& data, const ParseOptions& options, Table& moves, Table& labels);

}  // namespace khabar::train
