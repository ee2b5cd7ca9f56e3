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
                        : row[side] == "of"    ? Place::of
                                               : Place::either;
    rows_.add(text::key_of(row[word]), Row{*value, place});
  }
}

const Effects::Row* Effects::find(text::Key word) const { return rows_.find(word); }

}  // namespace khabar::incidents
