// One Analyzer serves any number of threads. ThreadSanitizer reads along in `npm run test:full` (the preset tsan).
#include <khabar/khabar.h>

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace khabar {

namespace {

// Short texts of every kind that wakes another room: patterns and tables that are made at first use are made by several at once.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "Gunmen killed two policemen in Quetta on Sunday, police said.",
      "ISLAMABAD: The foreign minister said on Tuesday that Pakistan and China had agreed to share intelligence.",
      "<p>Rebels <b>attacked</b> a convoy near Gao on 3 May 2024, killing at least 12 soldiers.</p>",
      "Both countries must strengthen border management; mistrust remains an obstacle, the author argues.",
      "POLICE ARRESTED 14 SUSPECTS AFTER THE BLAST IN KABUL LAST FRIDAY.",
      "Exports rose 12.5 percent to $3 billion between 2007 and 2009, from 4 lakh tonnes.",
  };
  return all;
}

std::string json_of(const Analyzer& analyzer, const std::string& text, const Workers& workers = {}) {
  const AnalyzeResult result = analyzer.analyze(text, {.id = {}, .published = "2025-03-12", .progress = {}, .workers = workers});
  return write_json(result.report, text) + explain(result.report, text);
}

}  // namespace

TEST(Threads, ShareOneAnalyzer) {
  const Analyzer analyzer;  // new, so that whatever it makes at first use is made here, by all threads at once
  constexpr std::size_t threads = 4, rounds = 3;
  std::vector<std::vector<std::string>> answers(threads);
  std::atomic<std::size_t> ready = 0;
  std::vector<std::thread> running;
  for (std::size_t t = 0; t < threads; ++t) {
    running.emplace_back([&, t] {
      for (++ready; ready < threads;) std::this_thread::yield();
      for (std::size_t i = 0; i < rounds * texts().size(); ++i) answers[t].push_back(json_of(analyzer, texts()[i % texts().size()]));
    });
  }
  for (std::thread& thread : running) thread.join();
  const Analyzer alone;
  for (std::size_t t = 0; t < threads; ++t)
    for (std::size_t i = 0; i < answers[t].size(); ++i)
      EXPECT_EQ(answers[t][i], json_of(alone, texts()[i % texts().size()])) << t << ", " << i;
}

TEST(Threads, ReadOneLongText) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    for (const std::string& each : texts()) text += each + "\n\n";
  const Analyzer analyzer;
  const auto run = [](unsigned count, const std::function<void(unsigned)>& work) {
    EXPECT_EQ(count, 3u);
    std::vector<std::thread> running;
    running.reserve(count);
    for (unsigned i = 0; i < count; ++i) running.emplace_back(work, i);
    for (std::thread& thread : running) thread.join();
  };
  const std::string several = json_of(analyzer, text, {3, run});  // first, so that tables are made by all threads at once
  EXPECT_EQ(several, json_of(analyzer, text));
}

TEST(Threads, BuildAnalyzersAtOnce) {
  std::vector<std::string> answers(3);
  std::vector<std::thread> running;
  running.reserve(answers.size());
  for (std::string& answer : answers) running.emplace_back([&answer] { answer = json_of(Analyzer(), texts().front()); });
  for (std::thread& thread : running) thread.join();
  for (const std::string& answer : answers) EXPECT_EQ(answer, answers.front());
}

}  // namespace khabar
