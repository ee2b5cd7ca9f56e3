#include "lexicon/key_map.h"
#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "text/sorting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace khabar {

using text::Key;

// Against a plain map, with room made before and without.
TEST(Phrases, LongestOfManyAndNoneWhereThereIsNone) {
  for (const std::size_t room : {0, 5000}) {
    std::mt19937_64 random(room + 1);
    std::vector<Key> words(500);
    for (Key& word : words) word = random() | 1;
    auto phrase = [&](std::size_t most) {
      std::vector<Key> keys(1 + random() % most);
      for (Key& key : keys) key = random() % 6 != 0 ? words[random() % words.size()] : random() | 1;
      return keys;
    };
    lexicon::PhraseMap map;
    if (room != 0) map.reserve(room);
    std::map<std::vector<Key>, std::uint32_t> all;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      const std::vector<Key> keys = phrase(3);
      map.add(keys, i);
      all.try_emplace(keys, i);  // of equal phrases the first leads
    }
    for (int i = 0; i < 20000; ++i) {
      const std::vector<Key> text = phrase(5);
      const auto match = map.longest(0, [&](std::uint32_t at) { return at < text.size() ? text[at] : 0; });
      std::uint32_t length = 0, value = 0;
      for (std::uint32_t n = 1; n <= text.size(); ++n)
        if (const auto found = all.find({text.begin(), text.begin() + n}); found != all.end()) length = n, value = found->second;
      ASSERT_EQ(match.length, length);
      if (length != 0) {
        ASSERT_EQ(map.payload(match.value), value);
      }
    }
  }
}

TEST(KeyMap, FindsWhatWasAdded) {
  lexicon::KeyMap<std::uint32_t> map;
  EXPECT_EQ(map.find(1), nullptr);
  for (std::uint32_t i = 1; i <= 1000; ++i) map[i * 64] += i;  // of which all meet in the low bits
  for (std::uint32_t i = 1; i <= 1000; ++i) ASSERT_EQ(*map.find(i * 64), i);
  EXPECT_EQ(map.find(63), nullptr);
}

TEST(Table, ColumnsAreReadAsCellsAndAsRuns) {
  const std::string packed = std::string("\1") + "2 6\n=name\nAden\nBasra\nCairo\n\nDoha\n*\1kind\n\3city\n\1\n\1port\n";
  const lexicon::Table table(packed);
  ASSERT_EQ(table.rows().size(), 5u);
  ASSERT_EQ(table.column("kind"), 1u);
  std::string all;
  for (const lexicon::Row& row : table.rows()) all.append(row[0]).append("/").append(row[1]).append(" ");
  EXPECT_EQ(all, "Aden/city Basra/city Cairo/city / Doha/port ");
  // Cut anywhere, it is read without harm.
  for (std::size_t n = 0; n < packed.size(); ++n) EXPECT_LE(lexicon::Table(std::string_view(packed).substr(0, n)).rows().size(), 5u);
}

TEST(Sorting, EqualsKeepTheirOrder) {
  std::mt19937 random(7);
  for (std::size_t n = 0; n < 300; n += 1 + n / 20) {
    std::vector<std::pair<int, std::size_t>> values, wanted;
    for (std::size_t i = 0; i < n; ++i) values.emplace_back(static_cast<int>(random() % (1 + n / 3)), i);
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (n % 2 == 1) std::stable_sort(values.begin() + static_cast<std::ptrdiff_t>(n / 2), values.end(), less);
    wanted = values;
    std::stable_sort(wanted.begin(), wanted.end(), less);
    std::vector<std::pair<int, std::size_t>> sorted = values;
    text::stable_sort(sorted, less);
    EXPECT_EQ(sorted, wanted) << n;
    const std::size_t middle = n / 3;
    std::vector<std::pair<int, std::size_t>> halves = values;
    std::stable_sort(halves.begin(), halves.begin() + static_cast<std::ptrdiff_t>(middle), less);
    std::stable_sort(halves.begin() + static_cast<std::ptrdiff_t>(middle), halves.end(), less);
    text::merge_halves(halves, middle, less);
    EXPECT_EQ(halves, wanted) << n;
  }
}

}  // namespace khabar
