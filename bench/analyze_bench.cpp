// What a user waits for: the start, an article, a hundred of them pasted together, and what an adversary might paste.
#include <khabar/khabar.h>

#include <benchmark/benchmark.h>

#include "memory.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

const std::vector<std::string>& articles() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(KHABAR_SOURCE_DIR) / "tests" / "articles"))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> out;
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
  }();
  return texts;
}

const khabar::Analyzer& analyzer() {
  static const khabar::Analyzer instance;
  return instance;
}

void read(benchmark::State& state, const std::string& text) {
  analyzer();
  const std::size_t held = held_bytes();
  forget_most_held();
  for (auto _ : state) {
    khabar::AnalyzeResult result = analyzer().analyze(text);
    benchmark::DoNotOptimize(result);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["memory_per_byte"] = static_cast<double>(most_held_bytes() - held) / static_cast<double>(text.size());
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

void start(benchmark::State& state) {
  for (auto _ : state) {
    khabar::Analyzer instance;
    benchmark::DoNotOptimize(instance);
  }
}
BENCHMARK(start)->Unit(benchmark::kMillisecond);

void one_article(benchmark::State& state) { read(state, articles().front()); }
BENCHMARK(one_article)->Unit(benchmark::kMillisecond);

void all_articles(benchmark::State& state) {
  analyzer();
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : articles()) {
      khabar::AnalyzeResult result = analyzer().analyze(text);
      benchmark::DoNotOptimize(result);
      bytes += text.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(all_articles)->Unit(benchmark::kMillisecond);

// Time must grow with the length, not faster: the rates from 10 KB to 10 MB are to be alike.
void long_text(benchmark::State& state) {
  std::string all;
  for (const std::string& text : articles()) all += text + "\n\n";
  std::string text = repeated(all, static_cast<std::size_t>(state.range(0)));
  text.resize(static_cast<std::size_t>(state.range(0)));
  read(state, text);
}
BENCHMARK(long_text)->RangeMultiplier(10)->Range(1000, 10000000)->Unit(benchmark::kMillisecond);

void one_sentence(benchmark::State& state) {
  read(state, repeated("gunmen who said that police ", static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(one_sentence)->RangeMultiplier(8)->Range(64 << 10, 1 << 20)->Unit(benchmark::kMillisecond);

void many_numbers(benchmark::State& state) {
  read(state, repeated("12 March 2024, 3,000 to 4,000 km; ", static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(many_numbers)->RangeMultiplier(8)->Range(64 << 10, 1 << 20)->Unit(benchmark::kMillisecond);

void capitals(benchmark::State& state) { read(state, repeated("Ali Khan of Al Bab and ", static_cast<std::size_t>(state.range(0)))); }
BENCHMARK(capitals)->RangeMultiplier(8)->Range(64 << 10, 1 << 20)->Unit(benchmark::kMillisecond);

// What nobody writes and somebody pastes: one piece a hundred thousand times over, at two lengths. The rates are to be alike.
const struct {
  const char* name;
  std::string_view piece;
} pieces[] = {
    {"full_stops", "."},
    {"new_lines", "\n"},
    {"quotes", "\""},
    {"brackets", "("},
    {"capitals", "A"},
    {"digits", "7"},
    {"one_word", "a"},
    {"nuls", {"\0", 1}},
    {"invalid", "\xff"},
    {"cut_short", "\xe2\x80"},
    {"surrogates", "\xed\xa0\x80"},
    {"marks", "a\xcc\x81\xcc\x82"},
    {"right_to_left", "\xe2\x80\xae"},
    {"tags", "<b>"},
    {"entities", "&amp;"},
    {"titles", "Mr. "},
    {"names", "Zarin Kolb and "},
    {"acronyms", "Foo Bar (FB) "},
    {"verbs", "killed "},
    {"clauses", "because "},
    {"bylines", "By Ana Ruiz\n"},
    {"nested", "(a "},
    {"numbers", "thousand and "},
    {"days", "the day after "},
    {"signs", "a: "},
};

[[maybe_unused]] const bool registered = [] {
  for (const auto& piece : pieces) {
    for (const std::size_t bytes : {std::size_t{100000}, std::size_t{1000000}})
      benchmark::RegisterBenchmark((std::string("pasted/") + piece.name + "/" + std::to_string(bytes)).c_str(),
                                   [=](benchmark::State& state) {
                                     std::string text;
                                     while (text.size() < bytes) text += piece.piece;
                                     read(state, text);
                                   })
          ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

void report_as_json(benchmark::State& state) {
  const std::string& text = articles().front();
  const khabar::AnalyzeResult result = analyzer().analyze(text);
  for (auto _ : state) {
    std::string json = khabar::write_json(result.report, text);
    benchmark::DoNotOptimize(json);
  }
}
BENCHMARK(report_as_json)->Unit(benchmark::kMicrosecond);

}  // namespace
