#include "facts/proposals/proposals.h"
#include "lexicon/table.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::proposals {

namespace {

constexpr struct {
  std::string_view name;
  CueClass cue_class;
} class_names[] = {{"adjective", CueClass::adjective}, {"noun", CueClass::noun}, {"require", CueClass::require}, {"to", CueClass::to},
                   {"call", CueClass::call},           {"that", CueClass::that}, {"object", CueClass::object},   {"wise", CueClass::wise}};

}  // namespace

Cues::Cues() {
  const lexicon::Table table(lexicon::packed("facts/proposals/cues.tsv"));
  for (const lexicon::Row& row : table.rows())
    for (const auto& name : class_names)
      if (name.name == row[1]) entries_.push_back({text::key_of(row[0]), name.cue_class});
  text::stable_sort(entries_, [](const Entry& a, const Entry& b) { return a.lemma < b.lemma; });
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  const std::size_t noun = people.column("noun");
  for (const lexicon::Row& row : people.rows()) agents_.push_back(text::key_of(row[noun]));
  text::stable_sort(agents_);
}

bool Cues::names_agent(text::Key lemma) const { return std::binary_search(agents_.begin(), agents_.end(), lemma); }

CueClass Cues::of(text::Key lemma, bool verb) const {
  auto at = std::lower_bound(entries_.begin(), entries_.end(), lemma, [](const Entry& entry, text::Key key) { return entry.lemma < key; });
  for (; at != entries_.end() && at->lemma == lemma; ++at) {
    const bool for_verbs = at->cue_class != CueClass::adjective && at->cue_class != CueClass::noun && at->cue_class != CueClass::wise;
    if (for_verbs == verb || at->cue_class == CueClass::adjective) return at->cue_class;
  }
  return CueClass::none;
}

}  // namespace khabar::proposals
