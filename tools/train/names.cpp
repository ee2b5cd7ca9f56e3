// khabar_train_names: from articles with marked names to the weights of the name model (core/mentions/entities/model.h).
//
//   khabar_train_names OUT.bin [--name=value ...] NAMES.jsonl ...      (docs/entities.md has the command in use)
//
// A line of NAMES.jsonl: {"id", "text", "entities": [{"start", "end", "type": "PER" | "ORG" | "LOC" | ...}]}, offsets in code
// points; other types are no names. --folds=5 --fold=0 leaves every fifth document out. Deterministic: integers, a fixed
// order, no clock, no threads.
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "language/links.h"
#include "layout/layout.h"
#include "mentions/entities/model.h"
#include "mentions/times/times.h"
#include "perceptron.h"
#include "text/utf8.h"

namespace {

using namespace khabar;
using entities::label_count;
using entities::label_width;

struct Mark {
  std::uint32_t begin = 0, end = 0;
  int label = 0;  // of the first word
};

struct Example {                            // one sentence
  std::vector<std::uint32_t> slots, first;  // slots of word i: [first[i], first[i + 1])
  std::vector<std::uint8_t> gold;
};

int label_of(const std::string& type) { return type == "PER" ? 1 : type == "ORG" ? 3 : type == "LOC" ? 5 : 0; }

std::vector<Mark> marks_of(const nlohmann::json& document, const std::string& text) {
  std::vector<std::uint32_t> bytes;  // of each code point
  for (std::uint32_t i = 0; i < text.size(); i += text::decode(text, i).length) bytes.push_back(i);
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  std::vector<Mark> marks;
  for (const auto& entity : document.at("entities")) {
    const int label = label_of(entity.at("type"));
    if (label != 0) marks.push_back({bytes.at(entity.at("start")), bytes.at(entity.at("end")), label});
  }
  return marks;
}

std::string in_case(std::string text, int (*convert)(int)) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x80) c = static_cast<char>(convert(c));
  return text;
}

void add_examples(const std::string& text, const std::vector<Mark>& marks, const entities::Gazetteer& gazetteer,
                  std::vector<Example>& out) {
  const layout::Layout layout{{{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}}, {}, {}, {}, {}, {}, {}, {}};
  const language::Language language = language::read(text, layout.blocks);
  const language::Links links(language);
  const std::vector<times::Found> times = times::find(text, language, "");
  entities::Reading reading{text, layout, language, links, gazetteer.names()};
  const std::vector<entities::Name> names = entities::propose_names(reading, times);
  const entities::NameFeatures features(reading, names);
  std::uint32_t slots[entities::name_features_max];
  for (const entities::Range sentence : reading.words.sentences) {
    Example example;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Span span = reading.token(i).span;
      int label = 0;
      for (const Mark& mark : marks) {
        if (span.begin < mark.begin || span.end > mark.end) continue;
        const bool begins = i == sentence.first || reading.token(i - 1).span.begin < mark.begin || example.gold.back() == 0;
        label = begins ? mark.label : mark.label + 1;
        // "The Hague" keeps its article, "the Ministry" does not: the engine's mentions start without one.
        if (begins && (reading.words[i].key == text::key_of("the") || reading.words[i].key == text::key_of("a")) && mark.end > span.end)
          label = 0;
      }
      example.gold.push_back(static_cast<std::uint8_t>(label));
      example.first.push_back(static_cast<std::uint32_t>(example.slots.size()));
      const int count = features.of(i, sentence, slots);
      example.slots.insert(example.slots.end(), slots, slots + count);
    }
    example.first.push_back(static_cast<std::uint32_t>(example.slots.size()));
    if (!example.gold.empty()) out.push_back(std::move(example));
  }
}

class Trainer {
 public:
  explicit Trainer(int margin) : table_(label_width), margin_(margin) {}

  std::size_t epoch(std::vector<Example>& examples, train::Random& random) {
    random.shuffle(examples);
    std::size_t wrong = 0;
    for (const Example& example : examples) {
      wrong += learn(example);
      table_.tick();
    }
    return wrong;
  }
  train::Table& table() { return table_; }

 private:
  std::size_t learn(const Example& example) {
    const std::size_t n = example.gold.size();
    emission_.resize(n * label_width);
    for (std::size_t i = 0; i < n; ++i) {
      table_.score(&example.slots[example.first[i]], static_cast<int>(example.first[i + 1] - example.first[i]),
                   &emission_[i * label_width]);
      for (int y = 0; y < label_count; ++y)
        if (y != example.gold[i]) emission_[i * label_width + static_cast<std::size_t>(y)] += margin_;
    }
    std::array<std::array<std::int32_t, label_count>, label_count> steps{};
    std::int32_t row[label_width];
    for (int before = 0; before < label_count; ++before) {
      const std::uint32_t slot = entities::NameFeatures::step(before);
      table_.score(&slot, 1, row);
      std::copy(row, row + label_count, steps[before].begin());
    }
    entities::best_labels(emission_, steps, best_);
    std::size_t wrong = 0;
    int good_before = 0, bad_before = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const int good = example.gold[i], bad = best_[i];
      if (good != bad) {
        ++wrong;
        table_.update(&example.slots[example.first[i]], static_cast<int>(example.first[i + 1] - example.first[i]), good, bad);
      }
      if (good != bad || good_before != bad_before) {  // column 7 belongs to no label
        const std::uint32_t up = entities::NameFeatures::step(good_before), down = entities::NameFeatures::step(bad_before);
        table_.update(&up, 1, good, label_count);
        table_.update(&down, 1, label_count, bad);
      }
      good_before = good;
      bad_before = bad;
    }
    return wrong;
  }

  train::Table table_;
  int margin_;
  std::vector<std::int32_t> emission_;
  std::vector<std::uint8_t> best_;
};

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, double> option = {{"epochs", 12}, {"margin", 4}, {"keep", 0},  {"step", 0},
                                          {"folds", 0},   {"fold", 0},   {"orders", 1}};
  std::string out;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string a = argv[i];
    if (a.rfind("--", 0) == 0 && a.find('=') != std::string::npos && option.count(a.substr(2, a.find('=') - 2))) {
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
    std::fprintf(stderr, "usage: khabar_train_names OUT.bin [--name=value ...] NAMES.jsonl ...\n");
    return 2;
  }
  std::vector<std::string> problems;
  const entities::Gazetteer gazetteer({}, problems);
  std::vector<Example> examples;
  const int folds = static_cast<int>(option["folds"]), fold = static_cast<int>(option["fold"]);
  int number = 0;
  for (const std::string& file : files) {
    std::ifstream in(file);
    if (!in) {
      std::fprintf(stderr, "cannot read %s\n", file.c_str());
      return 1;
    }
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json document = nlohmann::json::parse(line);
      ++number;
      if (folds > 0 && number % folds == fold) continue;
      const std::string text = document.at("text");
      const std::vector<Mark> marks = marks_of(document, text);
      add_examples(text, marks, gazetteer, examples);
      // Capitals and small letters alone: a third and an eighth of the documents once more.
      if (number % 3 == 0) add_examples(in_case(text, std::toupper), marks, gazetteer, examples);
      if (number % 8 == 0) add_examples(in_case(text, std::tolower), marks, gazetteer, examples);
    }
  }
  std::size_t words = 0;
  for (const Example& example : examples) words += example.gold.size();
  std::fprintf(stderr, "%zu sentences, %zu words\n", examples.size(), words);
  auto trainer = std::make_unique<Trainer>(static_cast<int>(option["margin"]));
  train::Random random(20);
  const auto learn = [&] {  // the mean over several orders of the examples depends on none
    for (int order = 0; order < static_cast<int>(option["orders"]); ++order) {
      if (order != 0) trainer->table().run_again();
      for (int e = 0; e < static_cast<int>(option["epochs"]); ++e)
        std::fprintf(stderr, "  epoch %d: %zu wrong\n", e + 1, trainer->epoch(examples, random));
    }
  };
  train::Packing packing;
  packing.keep = static_cast<std::uint32_t>(option["keep"]);
  packing.step = option["step"];
  learn();
  if (packing.keep != 0) {  // once more with the weights that mattered
    trainer->table().restart(train::strongest(trainer->table(), packing));
    learn();
  }
  const std::string bytes = train::pack(trainer->table(), packing, label_count);
  std::ofstream(out, std::ios::binary) << bytes;
  std::fprintf(stderr, "%s: %zu bytes\n", out.c_str(), bytes.size());
}
