#include "facts/claims/claims.h"

#include "lexicon/table.h"

#include <algorithm>

namespace khabar::claims {

namespace {

constexpr struct {
  std::string_view name;
  Frame frame;
} frame_names[] = {
    {"c", clause},   {"q", quotation},      {"o", object},   {"i", infinitive},   {"r", somebody_to},    {"g", gerund},
    {"w", question}, {"as", with_as},       {"of", with_of}, {"for", with_for},   {"callfor", call_for}, {"against", with_against},
    {"on", with_on}, {"about", with_about}, {"at", with_at}, {"over", with_over},
};

std::uint16_t frames_of(std::string_view words) {
  std::uint16_t frames = 0;
  for (std::size_t at = 0; at <= words.size();) {
    std::size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    for (const auto& row : frame_names)
      if (row.name == words.substr(at, end - at)) frames |= row.frame;
    at = end + 1;
  }
  return frames;
}

}  // namespace

Cues::Cues() {
  auto load = [](std::string_view file, lexicon::KeyMap<Cue>& cues) {
    const lexicon::Table table(lexicon::packed(file));
    const std::size_t lemma = table.column("lemma"), type = table.column("type"), frames = table.column("frames");
    for (const lexicon::Row& row : table.rows())
      cues.add(text::key_of(row[lemma]), {claim_type_of(row[type]).value_or(ClaimType::say), frames_of(row[frames])});
  };
  load("facts/claims/verbs.tsv", verbs_);
  load("facts/claims/nouns.tsv", nouns_);
  for (const std::string_view file :
       {"facts/claims/speakers.tsv", "mentions/lexicons/people_nouns.tsv", "mentions/lexicons/org_nouns.tsv"}) {
    const lexicon::Table table(lexicon::packed(file));
    for (const lexicon::Row& row : table.rows())
      if (const std::vector<text::Key> words = language::keys_of(row[0]); !words.empty()) {
        const auto of = std::find(words.begin(), words.end(), text::key_of("of"));  // a prisoner of war speaks, a war does not
        speakers_.insert(of == words.end() || of == words.begin() ? words.back() : *(of - 1));
      }
  }
  const lexicon::Table table(lexicon::packed("facts/claims/prepositions.tsv"));
  for (const lexicon::Row& row : table.rows())
    phrases_.add(language::keys_of(row[0]), static_cast<std::uint32_t>(claim_type_of(row[1]).value_or(ClaimType::say)));
}

}  // namespace khabar::claims
