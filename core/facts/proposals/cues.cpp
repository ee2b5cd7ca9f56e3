#include "facts/proposals/proposals.h"
#include "language/language.h"
#include "lexicon/table.h"

#include <iterator>

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
  for (const lexicon::Row& row : table.rows()) {
    for (const auto& [name, cue_class] : class_names) {
      if (name != row[1]) continue;
      Classes& classes = classes_[text::key_of(row[0])];
      const bool adjective = cue_class == CueClass::adjective, noun = cue_class == CueClass::noun || cue_class == CueClass::wise;
      if (!noun && classes.as_verb == CueClass::none) classes.as_verb = cue_class;
      if ((noun || adjective) && classes.as_other == CueClass::none) classes.as_other = cue_class;
    }
  }
  static constexpr std::string_view shapes[] = {"subject", "who", "to", "clause"};
  const lexicon::Table expressions(lexicon::packed("facts/proposals/expressions.tsv"));
  for (const lexicon::Row& row : expressions.rows())
    for (std::uint32_t shape = 0; shape < std::size(shapes); ++shape)
      if (shapes[shape] == row[1]) expressions_.add(language::keys_of(row[0]), shape);
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  const std::size_t noun = people.column("noun");
  for (const lexicon::Row& row : people.rows()) agents_.insert(text::key_of(row[noun]));
  const lexicon::Table words(lexicon::packed("facts/proposals/words.tsv"));
  for (const lexicon::Row& row : words.rows()) {
    lexicon::KeySet& use = row[1] == "agent"   ? agents_
                           : row[1] == "aside" ? asides_
                           : row[1] == "need"  ? of_need_
                           : row[1] == "weigh" ? of_weight_
                                               : of_lists_;
    use.insert(text::key_of(row[0]));
  }
}

CueClass Cues::of(text::Key lemma, bool verb) const {
  const Classes* classes = classes_.find(lemma);
  if (classes == nullptr) return CueClass::none;
  return verb ? classes->as_verb : classes->as_other;
}

}  // namespace khabar::proposals
