#include "lexicon/key_map.h"
#include "lexicon/phrases.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
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

}  // namespace khabar
