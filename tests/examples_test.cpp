// Runs core/**/examples.txt (format: examples.h).
#include "examples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace khabar::tests {

namespace {

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

AnalyzeResult run(const Example& example) {
  return analyzer().analyze(example.text, {.id = {}, .published = example.published, .progress = {}});
}

bool names_entity(const std::string& wanted, const std::string& label) {
  return wanted == label || label.rfind(wanted + " = ", 0) == 0;  // "person" stands for any person
}

void check_marks(const std::string& room, const Example& example) {
  const AnalyzeResult result = run(example);
  ASSERT_TRUE(result.ok()) << result.error;
  const std::vector<Example::Expected> got = marks_of(room, result.report);
  std::string seen;
  for (const auto& mark : got) seen += "\n    [" + example.text.substr(mark.span.begin, mark.span.length()) + " | " + mark.label + "]";
  const std::string where = example.file + ":" + std::to_string(example.line) + ": " + example.text + "\n  found:" + seen;
  EXPECT_EQ(got.size(), example.marks.size()) << where;
  for (const auto& wanted : example.marks) {
    const bool found = std::any_of(got.begin(), got.end(),
                                   [&](const auto& mark) { return mark.span == wanted.span && names_entity(wanted.label, mark.label); });
    EXPECT_TRUE(found) << where << "\n  wanted: [" << example.text.substr(wanted.span.begin, wanted.span.length()) << " | " << wanted.label
                       << "]";
  }
}

void check_facts(const std::string& room, const Example& example, std::set<std::string>& fired) {
  const AnalyzeResult result = run(example);
  ASSERT_TRUE(result.ok()) << result.error;
  std::vector<Described> got = facts_of(room, result.report, example.text);
  std::string seen;
  for (const Described& fact : got) {
    seen += "\n    [" + fact.rule + "]";
    for (const std::string& word : fact.words) seen += " " + word + ";";
    fired.insert(fact.rule);
  }
  const std::string where = example.file + ":" + std::to_string(example.line) + ": " + example.text + "\n  found:" + seen;
  EXPECT_TRUE(example.nothing || !example.facts.empty()) << where << "\n  no => line";
  EXPECT_EQ(got.size(), example.facts.size()) << where;
  for (const std::string& wanted : example.facts) {
    const std::vector<std::string> words = split_words(wanted);
    const auto match = std::find_if(got.begin(), got.end(), [&](const Described& fact) {
      return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        if (word[0] != '!') return std::find(fact.words.begin(), fact.words.end(), word) != fact.words.end();
        return std::none_of(fact.words.begin(), fact.words.end(),
                            [&](const std::string& told) { return told.rfind(word.substr(1) + "=", 0) == 0; });
      });
    });
    EXPECT_TRUE(match != got.end()) << where << "\n  wanted: " << wanted;
    if (match != got.end()) got.erase(match);
  }
}

// The room is the folder's name; its examples are its contract.
TEST(Examples, EveryRoom) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(KHABAR_SOURCE_DIR) / "core"))
    if (entry.path().filename() == "examples.txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  const std::set<std::string> mention_rooms = {"times", "quantities", "entities"};
  const std::set<std::string> facts_rooms = {"incidents", "interactions", "claims", "proposals", "assessments", "whereabouts"};
  for (const fs::path& file : files) {
    const std::string room = file.parent_path().filename().string();
    if (mention_rooms.count(room) + facts_rooms.count(room) == 0) continue;  // layout and language have their own tests
    std::vector<std::string> problems;
    const std::vector<Example> examples = read_examples(file.string(), problems);
    for (const std::string& problem : problems) ADD_FAILURE() << problem;
    EXPECT_FALSE(examples.empty()) << file;
    std::set<std::string> fired, sections;
    for (const Example& example : examples) {
      if (mention_rooms.count(room) != 0) {
        check_marks(room, example);
      } else {
        if (!example.facts.empty()) sections.insert(example.section);
        check_facts(room, example, fired);
      }
    }
    for (const std::string& section : sections)
      EXPECT_TRUE(fired.count(section)) << file << ": # " << section << " names a rule that made none of its facts";
  }
}

}  // namespace

}  // namespace khabar::tests
