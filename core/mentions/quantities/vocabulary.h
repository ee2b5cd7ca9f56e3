// Vocabulary of quantities: number words, comparators, units, currencies and the words around numbers (the TSV files here).
//
//   phrase at "more than"  -> comparator_before, ">"        at "crore" -> scale, 1e7        at "km" -> unit, "km"
//
// One table over all files: a phrase may have several senses. Built once, immutable.
#pragma once

#include "language/language.h"
#include "lexicon/phrases.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace khabar::quantities {

enum class WordClass : std::uint8_t {
  unit_numeral,  // one ... nineteen
  tens,          // twenty ... ninety
  scale,         // hundred, lakh, million
  money_scale,   // m, b, cr: beside a currency only
  group,         // dozen, couple
  vague,         // dozens, hundreds
  many,          // several (hundred)
  fold,          // twice
  comparator_before,
  comparator_after,
  measure,
  duration,
  currency_before,
  currency_after,
  section,
  pair,
  talk,
  outcome,
  toll,
  concrete,
  shape,
};

struct Sense {
  WordClass word_class = WordClass::unit_numeral;
  Comparator comparator = Comparator::none;
  double value = 0;
  std::string text;  // unit or ISO 4217 code
};

class Vocabulary {
 public:
  static const Vocabulary& instance();

  struct Match {
    std::uint32_t length = 0;  // tokens
    const Sense* sense = nullptr;
    explicit operator bool() const { return length != 0; }
  };
  /// The longest phrase at token `at`, if it has that sense, no further than token `end`. O(length of the phrase).
  Match find(WordClass word_class, std::span<const language::Token> tokens, std::uint32_t at, std::uint32_t end) const;
  /// May a phrase of any sense start with the word? O(1).
  bool may_start(text::Key word) const { return phrases_.may_start(word); }
  /// Has a single word that sense?
  bool is(WordClass word_class, text::Key word) const;

 private:
  Vocabulary();
  void add(std::string_view phrase, Sense sense);
  std::vector<Sense> senses_;
  lexicon::PhraseMap phrases_;
};

}  // namespace khabar::quantities
