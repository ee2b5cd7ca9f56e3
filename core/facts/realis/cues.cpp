// governors.tsv as a hash table: (word, part of speech, how it governs) -> class and stage.
#include "facts/realis/realis.h"
#include "lexicon/table.h"
#include "text/key.h"

#include <array>
#include <utility>

namespace khabar::realis {

namespace {

using text::Key;
using namespace text::literals;

constexpr std::array<std::pair<std::string_view, Governor>, 16> governors = {{
    {"report", Governor::report},
    {"factive", Governor::factive},
    {"support", Governor::support},
    {"plan", Governor::plan},
    {"agree", Governor::agree},
    {"propose", Governor::propose},
    {"discuss", Governor::discuss},
    {"possible", Governor::possible},
    {"deny", Governor::deny},
    {"fail", Governor::fail},
    {"prevent", Governor::prevent},
    {"attempt", Governor::attempt},
    {"alleged", Governor::alleged},
    {"stall", Governor::stall},
    {"proof", Governor::proof},
    {"exclude", Governor::exclude},
}};
constexpr std::array<std::pair<std::string_view, Stage>, 5> stages = {{{"called-for", Stage::called_for},
                                                                       {"discussed", Stage::discussed},
                                                                       {"agreed", Stage::agreed},
                                                                       {"implemented", Stage::implemented},
                                                                       {"stalled", Stage::stalled}}};

Key cell_of(Key word, Cues::Kind kind, Key by) { return text::chain(text::chain(word, by), static_cast<Key>(kind) + 1); }

// "carry out" has the key of its words chained, as the reader chains a verb and its particle.
Key word_of(std::string_view phrase) {
  const std::size_t blank = phrase.find(' ');
  if (blank == std::string_view::npos) return text::key_of(phrase);
  return text::chain(text::key_of(phrase.substr(0, blank)), text::key_of(phrase.substr(blank + 1)));
}

}  // namespace

Cues::Cues() {
  const lexicon::Table table(lexicon::packed("facts/realis/governors.tsv"));
  const std::size_t word = table.column("word"), pos = table.column("pos"), by = table.column("by"), cls = table.column("class"),
                    stage = table.column("stage");
  for (const lexicon::Row& row : table.rows()) {
    Cue cue;
    for (const auto& [name, value] : governors)
      if (row[cls] == name) cue.governor = value;
    for (const auto& [name, value] : stages)
      if (row[stage] == name) cue.stage = value;
    const Kind kind = row[pos] == "noun" ? Kind::noun : row[pos] == "adjective" ? Kind::adjective : Kind::verb;
    cues_.add(cell_of(word_of(row[word]), kind, text::key_of(row[by])), cue);
  }
}

Cues::Cue Cues::find(Key word, Kind kind, Key by) const {
  const Cue* found = cues_.find(cell_of(word, kind, by));
  return found == nullptr ? Cue{} : *found;
}

}  // namespace khabar::realis
