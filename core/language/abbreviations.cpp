#include "language/abbreviations.h"

#include "lexicon/table.h"
#include "text/sorting.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace khabar::language {

namespace {

using namespace text::literals;

std::vector<std::pair<text::Key, Abbreviation>> load() {
  std::vector<std::pair<text::Key, Abbreviation>> words;
  const lexicon::Table table(lexicon::packed("language/lexicons/abbreviations.tsv"));
  const std::size_t word = table.column("word"), kind = table.column("class");
  for (const lexicon::Row& row : table.rows()) {
    Abbreviation value = Abbreviation::other;
    if (row[kind] == "title") value = Abbreviation::title;
    if (row[kind] == "number") value = Abbreviation::number;
    if (row[kind] == "inner") value = Abbreviation::inner;
    if (row[kind] == "month") value = Abbreviation::month;
    words.emplace_back(text::key_of(row[word]), value);
  }
  text::stable_sort(words);
  return words;
}

// Function words by frequency at the start of sentences; a name hardly ever contains one after an abbreviation.
constexpr std::array starters = [] {
  std::array words = {
      "the"_key,     "a"_key,        "an"_key,      "he"_key,       "she"_key,     "it"_key,        "they"_key,      "we"_key,
      "you"_key,     "i"_key,        "this"_key,    "that"_key,     "these"_key,   "those"_key,     "in"_key,        "on"_key,
      "at"_key,      "but"_key,      "and"_key,     "how"_key,      "what"_key,    "when"_key,      "where"_key,     "who"_key,
      "why"_key,     "his"_key,      "her"_key,     "its"_key,      "their"_key,   "our"_key,       "my"_key,        "there"_key,
      "here"_key,    "if"_key,       "as"_key,      "for"_key,      "from"_key,    "after"_key,     "before"_key,    "since"_key,
      "while"_key,   "although"_key, "however"_key, "mr"_key,       "mrs"_key,     "ms"_key,        "dr"_key,        "so"_key,
      "some"_key,    "many"_key,     "most"_key,    "no"_key,       "yes"_key,     "then"_key,      "not"_key,       "also"_key,
      "both"_key,    "each"_key,     "every"_key,   "another"_key,  "other"_key,   "others"_key,    "once"_key,      "one"_key,
      "two"_key,     "three"_key,    "several"_key, "earlier"_key,  "later"_key,   "meanwhile"_key, "according"_key, "despite"_key,
      "during"_key,  "until"_key,    "under"_key,   "with"_key,     "without"_key, "is"_key,        "are"_key,       "was"_key,
      "were"_key,    "do"_key,       "does"_key,    "did"_key,      "has"_key,     "have"_key,      "had"_key,       "let"_key,
      "please"_key,  "now"_key,      "yet"_key,     "still"_key,    "by"_key,      "to"_key,        "even"_key,      "more"_key,
      "such"_key,    "because"_key,  "though"_key,  "it's"_key,     "he's"_key,    "they're"_key,   "i'm"_key,       "that's"_key,
      "there's"_key, "nobody"_key,   "nothing"_key, "everyone"_key,
  };
  std::sort(words.begin(), words.end());
  return words;
}();

}  // namespace

Abbreviation abbreviation_of(text::Key word) {
  static const std::vector<std::pair<text::Key, Abbreviation>> words = load();
  const auto at = std::lower_bound(words.begin(), words.end(), std::pair(word, Abbreviation::none));
  return at != words.end() && at->first == word ? at->second : Abbreviation::none;
}

bool opens_sentences(text::Key word) { return std::binary_search(starters.begin(), starters.end(), word); }

}  // namespace khabar::language
