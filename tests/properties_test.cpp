// What holds for every report, whatever the text: over the articles of tests/articles, whole and spoilt.
#include "invariants.h"

#include <khabar/khabar.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace khabar {

namespace {

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

struct Article {
  std::string name;
  std::string text;
};

std::vector<Article> articles() {
  std::vector<Article> out;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(KHABAR_SOURCE_DIR) / "tests" / "articles")) {
    std::ifstream in(entry.path(), std::ios::binary);
    out.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  std::sort(out.begin(), out.end(), [](const Article& a, const Article& b) { return a.name < b.name; });
  return out;
}

Report report_of(const std::string& text) {
  AnalyzeResult result = analyzer().analyze(text, {.id = {}, .published = "2025-03-12", .progress = {}});
  EXPECT_TRUE(result.ok()) << result.error;
  return std::move(result.report);
}

// xorshift32: the same numbers everywhere.
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return static_cast<std::uint32_t>(state_ % n);
  }

 private:
  std::uint32_t state_;
};

std::string spoil(const std::string& text, Numbers& numbers) {
  std::string out = text;
  switch (numbers.below(6)) {
    case 0: return out.substr(0, numbers.below(out.size()));
    case 1: return out.substr(numbers.below(out.size()));
    case 2:
      for (int i = 0; i < 30; ++i) out[numbers.below(out.size())] ^= static_cast<char>(1u << numbers.below(8));
      return out;
    case 3:
      for (int i = 0; i < 30; ++i) out[numbers.below(out.size())] = static_cast<char>(numbers.below(256));
      return out;
    case 4:
      for (int i = 0; i < 30; ++i) out.erase(numbers.below(out.size()), numbers.below(20));
      return out.empty() ? "x" : out;
    default:
      for (int i = 0; i < 10; ++i) {
        const std::string piece = out.substr(numbers.below(out.size()), numbers.below(200));
        out.insert(numbers.below(out.size()), piece);
      }
      return out;
  }
}

}  // namespace

TEST(Properties, HoldForEveryArticle) {
  ASSERT_GE(articles().size(), 8u);
  for (const Article& article : articles()) EXPECT_EQ(first_fault(report_of(article.text), article.text), "") << article.name;
}

TEST(Properties, HoldForSpoiltArticles) {
  Numbers numbers(20250312);
  for (const Article& article : articles()) {
    for (int i = 0; i < 12; ++i) {
      // A buffer of exactly the text's size: a sanitizer sees one byte too far.
      const std::string spoilt = spoil(article.text, numbers);
      const std::vector<char> exact(spoilt.begin(), spoilt.end());
      const AnalyzeResult result = analyzer().analyze({exact.data(), exact.size()});
      ASSERT_TRUE(result.ok()) << result.error;
      ASSERT_EQ(first_fault(result.report, spoilt), "") << article.name << ", spoilt " << i;
    }
  }
}

TEST(Properties, SameTextGivesTheSameBytes) {
  for (const Article& article : articles()) {
    const std::string first = write_json(report_of(article.text), article.text);
    EXPECT_EQ(write_json(report_of(article.text), article.text), first) << article.name;
    const Analyzer other;
    EXPECT_EQ(write_json(other.analyze(article.text, {.id = {}, .published = "2025-03-12", .progress = {}}).report, article.text), first)
        << article.name;
  }
}

// What stands in a sentence does not depend on how far into the article it stands.
TEST(Properties, ABlankLineMoreShiftsEverySpan) {
  for (const Article& article : articles()) {
    const std::string lead(24, '\n');
    const Report plain = report_of(article.text);
    const Report shifted = report_of(lead + article.text);
    std::vector<Span> a, b;
    each_span(plain, [&](const char*, Span span) {
      const auto by = static_cast<std::uint32_t>(lead.size());
      a.push_back(span.empty() ? Span{} : Span{span.begin + by, span.end + by});
    });
    each_span(shifted, [&](const char*, Span span) { b.push_back(span.empty() ? Span{} : span); });
    ASSERT_EQ(a.size(), b.size()) << article.name;
    EXPECT_TRUE(std::equal(a.begin(), a.end(), b.begin())) << article.name;
  }
}

TEST(Properties, ProgressRisesAndStops) {
  const std::string text = articles().front().text;
  double last = 0;
  AnalyzeOptions options;
  options.progress = [&](double share) {
    EXPECT_GE(share, last);
    EXPECT_LE(share, 1);
    last = share;
    return true;
  };
  EXPECT_TRUE(analyzer().analyze(text, options).ok());
  EXPECT_EQ(last, 1);
  options.progress = [](double) { return false; };
  EXPECT_EQ(analyzer().analyze(text, options).error, "cancelled");
}

}  // namespace khabar
