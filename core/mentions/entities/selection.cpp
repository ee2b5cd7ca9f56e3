// Of candidates that overlap the strongest stays: longer ones first, then those that a lexicon or a title speaks for.
#include <algorithm>

#include "mentions/entities/reading.h"
#include "text/sorting.h"

namespace khabar::entities {

std::vector<Name> select(std::vector<Candidate> candidates, std::uint32_t words) {
  text::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.words.first < b.words.first;
  });
  std::vector<bool> taken(words, false);
  std::vector<Name> names;
  for (Candidate& candidate : candidates) {
    bool free = !candidate.words.empty();
    for (std::uint32_t i = candidate.words.first; free && i < candidate.words.last; ++i) free = !taken[i];
    if (!free) continue;
    for (std::uint32_t i = candidate.words.first; i < candidate.words.last; ++i) taken[i] = true;
    names.push_back(candidate);
  }
  text::stable_sort(names, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
  return names;
}

std::vector<Name> propose_names(Reading& reading, std::span<const times::Found> times) {
  reading.words = read_words(reading.text, reading.layout, reading.language, times, reading.lexicon);
  find_lexicon_names(reading);
  find_persons(reading);
  find_leaders(reading);
  find_organizations(reading);
  find_bands(reading);
  find_places(reading);
  find_programmes(reading);
  find_shapes(reading);
  find_acronyms(reading);
  return select(std::move(reading.candidates), reading.words.size());
}

}  // namespace khabar::entities
