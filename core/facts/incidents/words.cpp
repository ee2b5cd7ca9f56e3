#include "facts/incidents/words.h"

#include "lexicon/table.h"

namespace khabar::incidents {

namespace {

constexpr struct {
  std::string_view name;
  Use use;
} use_names[] = {{"measure", Use::measure}, {"part", Use::part},       {"grade", Use::grade},    {"crowd", Use::crowd},
                 {"total", Use::total},     {"person", Use::person},   {"hazard", Use::hazard},  {"animal", Use::animal},
                 {"speech", Use::speech},   {"speaker", Use::speaker}, {"picture", Use::picture}};

}  // namespace

Words::Words() {
  const lexicon::Table table(lexicon::packed("facts/incidents/words.tsv"));
  for (const lexicon::Row& row : table.rows())
    for (const auto& [name, use] : use_names)
      if (row[1] == name) uses_[text::key_of(row[0])] |= static_cast<std::uint16_t>(use);
}

}  // namespace khabar::incidents
