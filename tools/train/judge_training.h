// Training of the judge (core/language/judge.h): parsers that have not seen a part of the text read it and tell which trees they compared;
// logistic regression with few weights learns which of two is nearer to the treebank's.
#pragma once

#include "conllu.h"
#include "parse_training.h"
#include "retag_training.h"

#include "language/parser.h"
#include "language/readings.h"
#include "language/retagger.h"

#include <cstdint>
#include <string>
#include <vector>

namespace khabar::train {

struct JudgeOptions {
  int epochs = 4;
  std::size_t keep = 5000;  // weights
  double first_sparsity = 10, sparsity = 3;
};

/// A sentence as a tagger reads it that has not seen it, after its second look.
struct Tagging {
  std::vector<language::Token> tokens;
  std::vector<std::uint8_t> classes;
  std::vector<language::Reading> readings;
};

std::vector<Tagging> tag_by_folds(const std::vector<GoldSentence>& data, const FoldTaggers& taggers, const language::Retagger& retagger);

/// Two trees that a parser compared.
struct JudgeExample {
  std::vector<language::Evidence> evidence;
  std::int32_t gain = 0;  // in units of the judge's weights
  int stakes = 0;         // how much more is right in the rival; less than 0: in the tree that was kept
};

/// Appends what a parser compares in one sentence, where it matters which it takes.
void append_judge_examples(const language::Parser& parser, const GoldSentence& sentence, const Tagging& tagging,
                           std::vector<JudgeExample>& out);

/// The packed weights.
std::string train_judge(const std::vector<JudgeExample>& examples, const JudgeOptions& options);

}  // namespace khabar::train
