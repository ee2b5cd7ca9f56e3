#include "mentions/quantities/vocabulary.h"

#include "lexicon/table.h"

namespace khabar::quantities {

using text::Key;

namespace {

// Plain decimals of the tables: "100000".
double number(std::string_view cell) {
  double value = 0;
  for (const char c : cell)
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  return value;
}

Comparator comparator(std::string_view sign) {
  if (sign == ">") return Comparator::greater;
  if (sign == ">=") return Comparator::greater_equal;
  if (sign == "<") return Comparator::less;
  if (sign == "<=") return Comparator::less_equal;
  return Comparator::about;
}

struct Named {
  std::string_view name;
  WordClass word_class;
};
constexpr Named classes[] = {{"unit", WordClass::unit_numeral}, {"tens", WordClass::tens},
                             {"scale", WordClass::scale},       {"money-scale", WordClass::money_scale},
                             {"group", WordClass::group},       {"vague", WordClass::vague},
                             {"many", WordClass::many},         {"fold", WordClass::fold},
                             {"section", WordClass::section},   {"pair", WordClass::pair},
                             {"talk", WordClass::talk},         {"outcome", WordClass::outcome},
                             {"toll", WordClass::toll},         {"concrete", WordClass::concrete},
                             {"shape", WordClass::shape}};

WordClass class_of(std::string_view name) {
  for (const Named& entry : classes)
    if (entry.name == name) return entry.word_class;
  return WordClass::shape;
}

}  // namespace

const Vocabulary& Vocabulary::instance() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

Vocabulary::Vocabulary() {
  auto read = [&](std::string_view file, auto&& sense_of) {
    const lexicon::Table table(lexicon::packed(file));
    for (const lexicon::Row& row : table.rows()) add(row[0], sense_of(row));
  };
  read("mentions/quantities/numbers.tsv", [](const lexicon::Row& row) {
    return Sense{class_of(row[1]), Comparator::none, number(row[2]), {}};
  });
  read("mentions/quantities/comparators.tsv", [](const lexicon::Row& row) {
    return Sense{row[1] == "before" ? WordClass::comparator_before : WordClass::comparator_after, comparator(row[2]), 0, {}};
  });
  read("mentions/quantities/units.tsv", [](const lexicon::Row& row) {
    return Sense{row[2] == "duration" ? WordClass::duration : WordClass::measure, Comparator::none, 0, std::string(row[1])};
  });
  read("mentions/quantities/currencies.tsv", [](const lexicon::Row& row) {
    return Sense{row[2] == "before" ? WordClass::currency_before : WordClass::currency_after, Comparator::none, 0, std::string(row[1])};
  });
  read("mentions/quantities/contexts.tsv", [](const lexicon::Row& row) { return Sense{class_of(row[1]), Comparator::none, 0, {}}; });
}

void Vocabulary::add(std::string_view phrase, Sense sense) {
  const std::vector<Key> keys = language::keys_of(phrase);
  if (keys.empty()) return;
  phrases_.add(keys, static_cast<std::uint32_t>(senses_.size()));
  senses_.push_back(std::move(sense));
}

Vocabulary::Match Vocabulary::find(WordClass word_class, std::span<const language::Token> tokens, std::uint32_t at,
                                   std::uint32_t end) const {
  // A longer phrase of another class must not hide this one: "more than" before "more than a".
  for (std::uint32_t limit = end; limit > at;) {
    const lexicon::PhraseMap::Match match = phrases_.longest(at, [&](std::uint32_t i) { return i < limit ? tokens[i].key : Key{0}; });
    if (!match) return {};
    for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = phrases_.next(node)) {
      const Sense& sense = senses_[phrases_.payload(node)];
      if (sense.word_class == word_class) return {match.length, &sense};
    }
    limit = at + match.length - 1;
  }
  return {};
}

bool Vocabulary::is(WordClass word_class, Key word) const {
  const lexicon::PhraseMap::Match match = phrases_.longest(0, [&](std::uint32_t i) { return i == 0 ? word : Key{0}; });
  for (std::uint32_t node = match ? match.value : lexicon::PhraseMap::none; node != lexicon::PhraseMap::none; node = phrases_.next(node))
    if (senses_[phrases_.payload(node)].word_class == word_class) return true;
  return false;
}

}  // namespace khabar::quantities
