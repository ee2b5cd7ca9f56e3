// What holds for every report, whatever the text: over the articles of tests/articles, whole and spoilt.
#include "text/utf8.h"

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

// Calls `see` with every span of the report.
template <class See>
void each_span(const Report& report, See see) {
  const Document& document = report.document;
  for (const auto* quoted : {&document.title, &document.subtitle, &document.publisher, &document.published, &document.dateline})
    if (*quoted) see("document", (*quoted)->span);
  for (const Quoted& author : document.authors) see("author", author.span);
  for (const Block& block : document.blocks) see("block", block.span);
  for (Span sentence : document.sentences) see("sentence", sentence);
  for (const Entity& entity : report.entities) {
    for (const Mention& mention : entity.mentions) see("mention", mention.span);
    for (const Role& role : entity.roles) see("role", role.span);
  }
  for (const Time& time : report.times) see("time", time.span);
  for (const Quantity& quantity : report.quantities) {
    see("quantity", quantity.span);
    see("of", quantity.of);
  }
  for (const Event& event : report.events) {
    see("trigger", event.trigger);
    for (const Argument& argument : event.arguments) see("argument", argument.span);
    for (const Casualty& casualty : event.casualties) see("casualty", casualty.span);
    for (Span evidence : event.evidence) see("evidence of an event", evidence);
  }
  for (const Claim& claim : report.claims) {
    see("source", claim.source.span);
    see("cue", claim.cue);
    see("content", claim.content);
    for (Span evidence : claim.evidence) see("evidence of a claim", evidence);
  }
  for (const Proposal& proposal : report.proposals) {
    see("actor", proposal.actor.span);
    see("cue", proposal.cue);
    see("proposal", proposal.span);
    for (Span evidence : proposal.evidence) see("evidence of a proposal", evidence);
  }
  for (const Assessment& assessment : report.assessments) {
    see("assessment", assessment.span);
    see("of", assessment.of);
    for (Span evidence : assessment.evidence) see("evidence of an assessment", evidence);
  }
}

void check(const Report& report, const std::string& text, const std::string& name) {
  // Where a character may begin, by the decoder that defines what a character is.
  std::vector<bool> begins(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).length) begins[at] = true;
  begins[text.size()] = true;
  each_span(report, [&](const char* what, Span span) {
    ASSERT_LE(span.begin, span.end) << name << ": " << what;
    ASSERT_LE(span.end, text.size()) << name << ": " << what;
    EXPECT_TRUE(begins[span.begin] && begins[span.end])
        << name << ": " << what << " [" << span.begin << ", " << span.end << ") cuts a character";
  });

  const std::vector<Span>& sentences = report.document.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    EXPECT_FALSE(sentences[i].empty()) << name << ": sentence " << i;
    if (i > 0) {
      EXPECT_LE(sentences[i - 1].end, sentences[i].begin) << name << ": sentence " << i << " overlaps the one before";
    }
  }
  for (std::size_t i = 1; i < report.document.blocks.size(); ++i)
    EXPECT_LE(report.document.blocks[i - 1].span.end, report.document.blocks[i].span.begin) << name << ": block " << i;

  const auto resolves = [&](auto id, std::size_t count, const char* what) {
    if (id.set()) {
      EXPECT_LT(id.index, count) << name << ": " << what;
    }
  };
  const std::size_t entities = report.entities.size();
  const std::size_t claims = report.claims.size();
  for (const Entity& entity : report.entities) {
    resolves(entity.affiliation, entities, "affiliation");
    EXPECT_FALSE(entity.name.empty()) << name;
    EXPECT_FALSE(entity.mentions.empty()) << name << ": " << entity.name;
  }
  for (const Event& event : report.events) {
    const std::string where = name + ": event of " + event.rule;
    EXPECT_FALSE(event.rule.empty()) << name;
    EXPECT_FALSE(event.evidence.empty()) << where;
    for (Span evidence : event.evidence) EXPECT_FALSE(evidence.empty()) << where;
    for (const Argument& argument : event.arguments) {
      resolves(argument.entity, entities, "entity");
      resolves(argument.via, entities, "via");
    }
    resolves(event.time, report.times.size(), "time");
    for (EntityId place : event.places) {
      EXPECT_TRUE(place.set()) << where;
      resolves(place, entities, "place");
    }
    for (const Casualty& casualty : event.casualties) resolves(casualty.quantity, report.quantities.size(), "casualties");
    if (event.count) resolves(event.count->quantity, report.quantities.size(), "count");
    resolves(event.attribution, claims, "attribution");
  }
  for (const Claim& claim : report.claims) {
    EXPECT_FALSE(claim.evidence.empty() || claim.rule.empty()) << name << ": claim of " << claim.rule;
    resolves(claim.source.entity, entities, "source");
  }
  for (const Proposal& proposal : report.proposals) {
    EXPECT_FALSE(proposal.evidence.empty() || proposal.rule.empty() || proposal.span.empty()) << name << ": proposal of " << proposal.rule;
    resolves(proposal.actor.entity, entities, "actor");
    resolves(proposal.attribution, claims, "attribution");
  }
  for (const Assessment& assessment : report.assessments)
    EXPECT_FALSE(assessment.evidence.empty() || assessment.rule.empty() || assessment.span.empty())
        << name << ": assessment of " << assessment.rule;
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
  for (const Article& article : articles()) check(report_of(article.text), article.text, article.name);
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
      check(result.report, spoilt, article.name + ", spoilt " + std::to_string(i));
      if (HasFatalFailure() || HasNonfatalFailure()) return;
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
