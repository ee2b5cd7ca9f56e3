// Quantities of strange texts: nothing breaks, spans stay in bounds and in order.
#include "mentions/quantities/quantities.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace khabar::quantities {

namespace {

std::vector<Found> find_in(const std::string& text) {
  const std::vector<Block> blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  const language::Language language = language::read(text, blocks);
  return find(text, language, {}).quantities;
}

void check(const std::string& text) {
  std::uint32_t at = 0;
  for (const Found& found : find_in(text)) {
    const Quantity& quantity = found.quantity;
    EXPECT_LE(at, quantity.span.begin) << text.substr(0, 80);
    EXPECT_LT(quantity.span.begin, quantity.span.end);
    EXPECT_LE(quantity.span.end, text.size());
    EXPECT_TRUE(quantity.of.empty() || quantity.of.end <= quantity.span.end || quantity.unit != "");
    if (quantity.max) {
      EXPECT_LT(quantity.value, *quantity.max);
    }
    at = quantity.span.end;
  }
}

TEST(Quantities, StrangeNumbers) {
  for (const char* text : {"",
                           "1",
                           "-",
                           "1-",
                           "-1-2-3",
                           "1,",
                           "1,2,3,4",
                           "1,,000",
                           "0.0.0",
                           "00",
                           "1.5.2 men",
                           "$",
                           "$ $ 5",
                           "Rs",
                           "Rs.",
                           "between",
                           "between 2",
                           "between 2 and",
                           "more than",
                           "more than more than 5 men",
                           "a",
                           "a dozen",
                           "a few",
                           "hundred hundred hundred men",
                           "one and",
                           "twenty-",
                           "5 - 6 -7 men",
                           "at least at least",
                           "twice",
                           "twice as",
                           "99999999999999999999999999 men",
                           "5 million million million million million million men",
                           "of 5",
                           "5 of",
                           "five of of the",
                           "100%%",
                           "5 % %",
                           "5-",
                           "5-year",
                           "€",
                           "5€ 6€",
                           "two",
                           "two.",
                           "one of",
                           "- 5 men",
                           "5/6/7",
                           "1e9 men"})
    check(text);
}

TEST(Quantities, RandomWords) {
  const std::string words[] = {"5",      "20-30",   "more than", "at least", "a",     "dozen",  "hundreds", "of",      "the",  "men",
                               "killed", "million", "$",         "Rs",       "crore", "and",    "to",       "between", "one",  "twice",
                               "as",     "%",       "km",        "-",        ",",     ".",      "percent",  "others",  "each", "Article",
                               "or",     "years",   "thousand",  "two",      "Khan",  "strong", "\xff",     "US-led"};
  std::uint64_t state = 11;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += words[(state >> 33) % std::size(words)];
      if ((state >> 40) % 4 != 0) text += ' ';
    }
    check(text);
  }
}

}  // namespace

}  // namespace khabar::quantities
