// CoNLL-U (universaldependencies.org/format.html) as the trainer needs it: sentences with their text rebuilt from the words, tokens
// with gold tags, forms, heads and relations in the engine's own terms.
#pragma once

#include "language/features.h"
#include "language/language.h"

#include <string>
#include <vector>

namespace khabar::train {

using language::Token;

struct GoldSentence {
  std::string text;           // words with the spaces that the file tells
  std::vector<Token> tokens;  // head: index in the sentence, its own where it is the root
  std::vector<std::string> lemmas;
  bool new_document = false;
  bool new_paragraph = false;
  bool space_after = true;  // white space between this sentence and the next
};

/// Reads files; stops the program with a message where one cannot be read.
std::vector<GoldSentence> read_conllu(const std::vector<std::string>& files);

enum class Case { as_is, upper, lower, title };
/// The sentence with its letters (ASCII) in another case; flags and keys are made anew.
GoldSentence in_case(const GoldSentence& sentence, Case how);

}  // namespace khabar::train
