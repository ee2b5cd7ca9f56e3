// khabar_train: from CoNLL-U files to the weights of the language layer.
//
//   khabar_train OUT_DIR [--attachment-only | --tagger-only | --retagger-only | --parser-only | --judge-only] [--name=value ...]
//   TRAIN.conllu ... (docs/language.md has the command in use)
//
// Deterministic: integers, a fixed order, no clock, no threads.
#include "attach_training.h"
#include "judge_training.h"
#include "parse_training.h"
#include "retag_training.h"
#include "tag_training.h"

#include "language/lemmas.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>

namespace {

using namespace khabar;
using namespace khabar::train;

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  std::fprintf(stderr, "%s: %zu bytes\n", path.c_str(), bytes.size());
}

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  // Defaults: the weights in core/language/models/ (docs/language.md).
  std::map<std::string, double> option = {
      {"tag-runs", 1},       {"parse-runs", 3},    {"tag-epochs", 8},     {"tag-margin", 8},    {"tag-keep", 72000}, {"tag-step", 1.1},
      {"folds", 4},          {"parse-epochs", 10}, {"move-margin", 6},    {"move-keep", 53000}, {"move-step", 1.4},  {"label-margin", 5},
      {"label-keep", 71000}, {"label-step", 0.55}, {"attach-keep", 3000}, {"attach-step", 0.5}, {"tag-folds", 8},    {"retag-keep", 1800},
      {"judge-folds", 4},    {"judge-epochs", 8},  {"judge-keep", 5000}};
  bool attachment_only = false, tagger_only = false, retagger_only = false, parser_only = false, judge_only = false;
  std::vector<std::string> files;
  std::string out;
  for (int i = 1; i < argc; ++i) {
    const std::string a = argv[i];
    if (a == "--attachment-only") {
      attachment_only = true;
    } else if (a == "--tagger-only") {
      tagger_only = true;
    } else if (a == "--retagger-only") {
      retagger_only = true;
    } else if (a == "--parser-only") {  // with the tagger that is there; folds' classes are kept in OUT_DIR/folds.bin
      parser_only = true;
    } else if (a == "--judge-only") {  // with the tagger's second look that is there; folds' classes are kept as well
      judge_only = true;
    } else if (a.rfind("--", 0) == 0 && a.find('=') != std::string::npos && option.count(a.substr(2, a.find('=') - 2))) {
      option[a.substr(2, a.find('=') - 2)] = std::atof(a.c_str() + a.find('=') + 1);
    } else if (a.rfind("--", 0) == 0) {
      std::fprintf(stderr, "unknown option %s\n", a.c_str());
      return 2;
    } else if (out.empty()) {
      out = a;
    } else {
      files.push_back(a);
    }
  }
  if (files.empty()) {
    std::fprintf(stderr, "usage: khabar_train OUT_DIR [--name=value ...] TRAIN.conllu ...\n");
    return 2;
  }
  const std::vector<GoldSentence> data = read_conllu(files);
  std::size_t words = 0;
  for (const GoldSentence& s : data) words += s.tokens.size();
  std::fprintf(stderr, "%zu sentences, %zu words\n", data.size(), words);

  if (!tagger_only && !retagger_only && !parser_only && !judge_only) {
    AttachOptions attach;
    attach.packing.keep = static_cast<std::uint32_t>(option["attach-keep"]);
    attach.packing.step = option["attach-step"];
    Table weights(4);
    write(out + "/attachment.bin", train_attacher(data, attach, weights));
    if (attachment_only) return 0;
  }

  TagOptions tag;
  tag.epochs = static_cast<int>(option["tag-epochs"]);
  tag.runs = static_cast<int>(option["tag-runs"]);
  tag.margin = static_cast<int>(option["tag-margin"]);
  tag.packing.keep = static_cast<std::uint32_t>(option["tag-keep"]);
  tag.packing.step = option["tag-step"];
  auto table = std::make_unique<Table>(32);
  if (!parser_only && !retagger_only && !judge_only) {
    const TagModel model = train_tagger(data, tag, *table);
    write(out + "/tagger.bin", model.weights);
    write(out + "/words.bin", model.dictionary);
    if (tagger_only) return 0;
  }
  FoldTaggers taggers;
  if (!parser_only) taggers = train_fold_taggers(data, tag, static_cast<unsigned>(option["tag-folds"]), *table);
  if (!parser_only && !judge_only) {
    RetagOptions retag;
    retag.keep = static_cast<std::size_t>(option["retag-keep"]);
    write(out + "/retagger.bin", train_retagger(retag_examples(data, taggers), retag));
    if (retagger_only) return 0;
  }

  // Each sentence's classes as a tagger gives them that has not seen it.
  const int folds = static_cast<int>(option["folds"]);
  std::vector<std::vector<std::uint8_t>> classes(data.size());
  const bool keep_classes = parser_only || judge_only;
  const std::string kept = keep_classes ? slurp(out + "/folds.bin") : "";
  if (kept.size() == words) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < data.size(); ++i)
      for (std::size_t j = 0; j < data[i].tokens.size(); ++j) classes[i].push_back(static_cast<std::uint8_t>(kept[at++]));
  } else {
    for (int fold = 0; fold < folds; ++fold) {
      std::vector<GoldSentence> rest;
      for (std::size_t i = 0; i < data.size(); ++i)
        if (static_cast<int>(i / 20 % static_cast<std::size_t>(folds)) != fold) rest.push_back(data[i]);
      TagOptions quick = tag;
      quick.packing.keep = 0;
      quick.epochs = 4;
      const TagModel model = train_tagger(rest, quick, *table);
      const language::Tagger tagger(weights_of(model.rows, language::Tagger::columns), model.dictionary);
      std::vector<language::Word> scratch;
      for (std::size_t i = 0; i < data.size(); ++i)
        if (static_cast<int>(i / 20 % static_cast<std::size_t>(folds)) == fold) classes[i] = tag_classes_of(tagger, data[i], scratch);
    }
    std::string bytes;
    for (const auto& c : classes) bytes.append(c.begin(), c.end());
    if (keep_classes) write(out + "/folds.bin", bytes);  // kept for the next time; not among the weights
  }
  table.reset();
  std::vector<ParseExample> examples;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const GoldSentence& s = data[i];
    ParseExample e;
    for (std::size_t j = 0; j < s.tokens.size(); ++j) {
      language::Token token = s.tokens[j];
      token.tag = language::tag_classes[classes[i][j]].tag;
      token.form = language::tag_classes[classes[i][j]].form;
      token.lemma = language::lemma_of(s.text, token);
      e.words.push_back(language::parse_word(token));
      const bool root = s.tokens[j].head == j;
      e.heads.push_back(root ? 0 : s.tokens[j].head + 1);
      e.labels.push_back(root ? 0 : static_cast<std::uint8_t>(s.tokens[j].relation));
    }
    e.classes = classes[i];
    examples.push_back(std::move(e));
  }
  ParseOptions parse;
  parse.epochs = static_cast<int>(option["parse-epochs"]);
  parse.runs = static_cast<int>(option["parse-runs"]);
  parse.move_margin = static_cast<int>(option["move-margin"]);
  parse.label_margin = static_cast<int>(option["label-margin"]);
  parse.moves.keep = static_cast<std::uint32_t>(option["move-keep"]);
  parse.moves.by_rows = true;
  parse.moves.step = option["move-step"];
  parse.moves.relative_to_first = true;
  parse.labels.keep = static_cast<std::uint32_t>(option["label-keep"]);
  parse.labels.step = option["label-step"];
  auto moves = std::make_unique<Table>(language::move_width);
  auto labels = std::make_unique<Table>(language::relation_width);
  if (!judge_only) {
    const ParseModel model = train_parser(examples, parse, *moves, *labels);
    write(out + "/moves.bin", model.moves);
    write(out + "/labels.bin", model.labels);
    if (parser_only) return 0;
  }

  // What parsers compare in text that they have not seen, with tags by taggers that have not seen it either.
  const std::vector<Tagging> taggings = tag_by_folds(data, taggers, language::Retagger(slurp(out + "/retagger.bin")));
  const unsigned judge_folds = static_cast<unsigned>(option["judge-folds"]);
  const std::vector<unsigned> fold_of = folds_of(data, judge_folds);
  parse.runs = 1;
  parse.epochs = static_cast<int>(option["judge-epochs"]);
  std::vector<JudgeExample> trials;
  for (unsigned fold = 0; fold < judge_folds; ++fold) {
    std::vector<ParseExample> rest;
    for (std::size_t i = 0; i < data.size(); ++i)
      if (fold_of[i] != fold) rest.push_back(examples[i]);
    const ParseModel model = train_parser(rest, parse, *moves, *labels);
    const language::Parser parser(model.moves, model.labels, "");
    for (std::size_t i = 0; i < data.size(); ++i)
      if (fold_of[i] == fold) append_judge_examples(parser, data[i], taggings[i], trials);
  }
  JudgeOptions judge;
  judge.keep = static_cast<std::size_t>(option["judge-keep"]);
  write(out + "/judge.bin", train_judge(trials, judge));
}
