#include "facts/incidents/effects.h"

#include "lexicon/table.h"

namespace khabar::incidents {

Effects::Effects() {
  const lexicon::Table table(lexicon::packed("facts/incidents/effects.tsv"));
  const std::size_t word = table.column("word"), effect = table.column("effect"), side = table.column("side");
  for (const lexicon::Row& row : table.rows()) {
    const std::optional<Effect> value = effect_of(row[effect]);
    if (!value) continue;
    const Place place = row[side] == "left"    ? Place::left
                        : row[side] == "right" ? Place::right
                        : row[side] == "noun"  ? Place::noun
                        : row[side] == "toll"  ? Place::toll
                                               : Place::either;
    rows_.emplace(text::key_of(row[word]), Row{*value, place});
  }
}

const Effects::Row* Effects::find(text::Key word) const {
  const auto found = rows_.find(word);
  return found == rows_.end() ? nullptr : &found->second;
}

}  // namespace khabar::incidents
