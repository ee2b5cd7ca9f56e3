// What the tagger sees: the features of a word, as slots of a hashed weight table. The trainer (tools/train/) and the engine
// call these very functions, so that what was learned is what is read.
//
//   word, its endings, its shape, its neighbours, the two tags before it   ->   up to `tag_features_max` slots
#pragma once

#include "language/language.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace khabar::language {

// ---- slots

/// Feature hashes have that many bits; training sees the same collisions as the engine does.
inline constexpr int slot_bits = 20;

/// Slot of a feature: template number and up to three values, mixed one after the other (after splitmix64). For models that keep it:
/// core/mentions/entities/.
inline std::uint32_t slot(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t x = (a + number * 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
  x ^= x >> 29;
  x = (x + b) * 0x94d049bb133111ebu;
  x ^= x >> 32;
  x = (x + c) * 0xd6e8feb86659fd93u;
  x ^= x >> 31;
  return static_cast<std::uint32_t>((x * 0x9e3779b97f4a7c15u) >> (64 - slot_bits));
}

/// The same for tagger and parser, a third of the time: template number and up to three values, each by a constant of its own (they
/// multiply side by side), folded and multiplied once more.
inline std::uint32_t quick_slot(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t x = number * 0x9e3779b97f4a7c15u + a * 0xbf58476d1ce4e5b9u + b * 0x94d049bb133111ebu + c * 0xd6e8feb86659fd93u;
  x ^= x >> 31;
  return static_cast<std::uint32_t>((x * 0xff51afd7ed558ccdu) >> (64 - slot_bits));
}

// ---- classes: tag and form in one

struct TagClass {
  Tag tag;
  Form form;
};

inline constexpr std::array<TagClass, 32> tag_classes = {{
    {Tag::adj, Form::none},
    {Tag::adj, Form::comparative},
    {Tag::adj, Form::superlative},
    {Tag::adp, Form::none},
    {Tag::adv, Form::none},
    {Tag::adv, Form::comparative},
    {Tag::adv, Form::superlative},
    {Tag::aux, Form::base},
    {Tag::aux, Form::past},
    {Tag::aux, Form::past_participle},
    {Tag::aux, Form::gerund},
    {Tag::aux, Form::present},
    {Tag::aux, Form::modal},
    {Tag::cconj, Form::none},
    {Tag::det, Form::none},
    {Tag::intj, Form::none},
    {Tag::noun, Form::singular},
    {Tag::noun, Form::plural},
    {Tag::num, Form::none},
    {Tag::part, Form::none},
    {Tag::pron, Form::none},
    {Tag::propn, Form::singular},
    {Tag::propn, Form::plural},
    {Tag::punct, Form::none},
    {Tag::sconj, Form::none},
    {Tag::sym, Form::none},
    {Tag::verb, Form::base},
    {Tag::verb, Form::past},
    {Tag::verb, Form::past_participle},
    {Tag::verb, Form::gerund},
    {Tag::verb, Form::present},
    {Tag::x, Form::none},
}};
inline constexpr std::uint8_t no_class = 32;    // before the sentence, after it
inline constexpr std::uint8_t root_class = 33;  // the parser's root

/// Index into tag_classes; the class with the same tag where that form is not one of its own.
constexpr std::uint8_t class_of(Tag tag, Form form) {
  int fallback = -1;
  for (std::size_t i = 0; i < tag_classes.size(); ++i) {
    if (tag_classes[i].tag != tag) continue;
    if (tag_classes[i].form == form) return static_cast<std::uint8_t>(i);
    if (fallback < 0) fallback = static_cast<int>(i);
  }
  return static_cast<std::uint8_t>(fallback);
}

// ---- words

/// How the sentence is written: capitals mean nothing in a headline set in capitals.
enum class CaseMode : std::uint8_t { normal, upper, lower, title };

struct Word {
  std::uint64_t key = 0;                  // folded
  std::array<std::uint64_t, 4> ending{};  // hashes of the last 1 to 4 bytes of the folded form; 0 past its length
  std::uint64_t prefix = 0;               // of the first 3
  std::uint8_t shape = 0;                 // capitals, digits, hyphen; neutral where the sentence's case says nothing
  std::uint8_t known = 0;                 // ambiguity class in the tag dictionary, 0: not there
  std::uint8_t word_class = 0;            // the token's
};

/// The word features of a token but `known`. O(length of the token).
Word word_of(std::string_view text, const Token& token, CaseMode mode, bool first);

/// The case mode of a sentence's tokens. O(tokens).
CaseMode case_mode(const Token* first, const Token* last);

inline constexpr int tag_features_max = 40;

/// Slots of the features of word 2 of a window of five (absent neighbours: Word{}), given the classes of the two words before, to an
/// output iterator. Returns where it ends.
template <typename Out>
Out tag_features(const Word* const* w, std::uint8_t before, std::uint8_t before2, Out o) {
  const Word &w2 = *w[0], &w1 = *w[1], &w0 = *w[2], &n1 = *w[3], &n2 = *w[4];
  const std::uint64_t shape = w0.shape, t1 = before + 1u, t2 = before2 + 1u;
  *o++ = quick_slot(0, 1);
  *o++ = quick_slot(1, w0.key);
  *o++ = quick_slot(2, w0.key, shape);
  *o++ = quick_slot(3, w0.ending[0], shape);
  *o++ = quick_slot(4, w0.ending[1], shape);
  *o++ = quick_slot(5, w0.ending[2], shape);
  *o++ = quick_slot(6, w0.ending[3]);
  *o++ = quick_slot(7, w0.prefix);
  *o++ = quick_slot(8, shape, n1.shape, w1.shape);
  *o++ = quick_slot(9, t1, w0.ending[1]);
  *o++ = quick_slot(10, t1, t2);
  *o++ = quick_slot(11, t1, w0.key);
  *o++ = quick_slot(12, w1.key);
  *o++ = quick_slot(13, n1.key);
  *o++ = quick_slot(14, w2.key);
  *o++ = quick_slot(15, n2.key);
  *o++ = quick_slot(16, w0.key, n1.key);
  *o++ = quick_slot(17, w1.key, w0.key);
  *o++ = quick_slot(18, n1.ending[2], w0.known, n1.known);
  *o++ = quick_slot(19, w0.known, t1, t2);
  *o++ = quick_slot(20, w0.known, n1.known, t1);
  *o++ = quick_slot(21, w0.known, n1.known, n2.known);
  *o++ = quick_slot(22, w0.ending[2], t1, n1.known);
  *o++ = quick_slot(23, shape, t1, w0.known);
  *o++ = quick_slot(24, w0.key, n1.known);
  *o++ = quick_slot(25, t1, n1.key);
  *o++ = quick_slot(26, w0.known, w1.key);
  *o++ = quick_slot(27, shape, n1.shape, t1);
  const std::uint64_t c0 = w0.word_class, before_class = w1.word_class, after_class = n1.word_class;
  *o++ = quick_slot(28, c0, shape);
  *o++ = quick_slot(29, c0, t1, w0.ending[0]);
  *o++ = quick_slot(30, c0, w0.ending[1]);
  *o++ = quick_slot(31, after_class, w0.known, t1);
  *o++ = quick_slot(32, before_class, c0);
  *o++ = quick_slot(33, c0, after_class);
  *o++ = quick_slot(34, before_class >> 2, c0 >> 2, after_class >> 2);
  *o++ = quick_slot(35, c0, n1.known, t1);
  *o++ = quick_slot(36, w0.key, after_class);
  *o++ = quick_slot(37, w0.key, n1.known, n2.known);
  *o++ = quick_slot(38, w0.key, t1, n1.known);
  *o++ = quick_slot(39, w0.key, t1, t2);
  return o;
}

}  // namespace khabar::language
