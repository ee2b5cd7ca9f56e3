// Words: the tokens as names see them - hyphens and dots aside, each with what lexicons know of it.
//
//   tokens   Operation Radd - ul - Fasaad          Pakistan 's U.N. envoy
//   words    Operation Radd  ul  Fasaad          Pakistan 's UN   envoy
//
// Grammars and lexicons walk over words; a name's tokens are those from its first word's token to its last word's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "layout/layout.h"
#include "mentions/entities/gazetteer.h"

namespace khabar::entities {

using text::Key;

/// How a sentence is written: where everything is capital or nothing is, capitals say nothing.
enum class Case : std::uint8_t { normal, title, upper, lower };

struct Word {
  Key key = 0;              // folded, without the dots of an acronym
  std::uint32_t token = 0;  // index into Language::tokens
  std::uint16_t flags = 0;
  Case writing = Case::normal;

  enum Flag : std::uint16_t {
    capital = 1,   // starts with a capital letter
    capitals = 2,  // two letters or more, all capital
    starts = 4,    // first word of its sentence or of a quotation
    named = 8,     // written as part of a name, as far as its own look and tag tell
    joined = 16,   // a hyphen ties it to the word before
    initial = 32,  // one letter: "M."
    digits = 64,
    mark = 128,  // punctuation or symbol
    given = 256,
    surname = 512,
    dated = 1024,  // part of a time expression
    body = 2048,   // in the article's own words
    mixed = 4096,  // capitals inside: "McDonald", "eBay"
  };
  bool has(Flag flag) const { return (flags & flag) != 0; }
};

/// Half-open range of words.
struct Range {
  std::uint32_t first = 0, last = 0;
  std::uint32_t length() const { return last - first; }
  bool empty() const { return first >= last; }
};

struct Words {
  std::vector<Word> words;
  std::vector<Range> sentences;        // as Language::sentences
  std::vector<std::uint32_t> word_at;  // of each token (a hyphen inside a name: the word after it)

  const Word& operator[](std::size_t i) const { return words[i]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
  /// The key of a word; 0 past the end. A phrase does not cross a sentence: the caller bounds it.
  Key key(std::size_t i) const { return i < words.size() ? words[i].key : 0; }
};

/// The key under which names know a token's words: dots of acronyms and final stops dropped. O(length).
Key name_key(std::string_view text, const language::Token& token);

/// Is it the key of a quotation mark (the curly ones have the straight ones' keys)?
inline bool is_quote(Key key) { return key == text::key_of_folded("\"") || key == text::key_of_folded("'"); }

/// O(tokens).
Words read_words(std::string_view text, const layout::Layout& layout, const language::Language& language,
                 std::span<const times::Found> times, const Gazetteer::Names& names);

}  // namespace khabar::entities
