// A word's key: the 64-bit hash of its folded form, so that lexicons and rules compare words as numbers.
//
//   in:   "Tehreek‑e", "Müller", "SAID"        out: key("tehreek-e"), key("muller"), "said"_key
//
// Folding (utf8.h) lowers case, drops Latin diacritics and maps typographic quotes and dashes to ASCII: the text is
// never normalised, its keys are. Hash: FNV-1a (Fowler, Noll, Vo), 64 bits. A collision can only lend a word another
// word's meaning; nothing is sized or indexed by a key without a check.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar::text {

using Key = std::uint64_t;

inline constexpr Key key_seed = 0xcbf29ce484222325u;

constexpr Key add_byte(Key key, unsigned char byte) { return (key ^ byte) * 0x100000001b3u; }

/// Key of a form that is folded already (lower-case ASCII in the sources). O(length).
constexpr Key key_of_folded(std::string_view folded) {
  Key key = key_seed;
  for (char c : folded) key = add_byte(key, static_cast<unsigned char>(c));
  return key;
}

/// Key of any UTF-8 text: folds as it goes, no allocation. O(length).
Key key_of(std::string_view utf8);
/// Key of "first second", as key_of() gives it, from the first one's key. O(length of the second).
Key key_of_pair(Key first, std::string_view second);

/// Key of a sequence of words: keys chained in order.
constexpr Key chain(Key prefix, Key word) {
  std::uint64_t x = prefix * 0x9e3779b97f4a7c15u + word;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  x ^= x >> 32;
  return x;
}

/// The key of a word that stands in the code. Against a word of the text its low half is enough: there are 3,000 such comparisons, each
/// with a constant that does not compress.
struct WordKey {
  Key key;
  constexpr operator Key() const { return key; }
  friend constexpr bool operator==(Key text, WordKey word) {
    return static_cast<std::uint32_t>(text) == static_cast<std::uint32_t>(word.key);
  }
};

inline namespace literals {
consteval WordKey operator""_key(const char* word, std::size_t length) { return {key_of_folded({word, length})}; }
}  // namespace literals

}  // namespace khabar::text
