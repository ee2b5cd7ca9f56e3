#include "facts/claims/claims.h"

#include "lexicon/table.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::claims {

namespace {

constexpr struct {
  std::string_view name;
  Frame frame;
} frame_names[] = {
    {"c", clause},   {"q", quotation}, {"o", object},   {"i", infinitive}, {"r", somebody_to},    {"g", gerund},
    {"w", question}, {"as", with_as},  {"of", with_of}, {"for", with_for}, {"callfor", call_for}, {"against", with_against},
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

const Cue* Cues::find(const std::vector<Entry>& entries, text::Key key) {
  const auto at = std::lower_bound(entries.begin(), entries.end(), key, [](const Entry& entry, text::Key k) { return entry.key < k; });
  return at != entries.end() && at->key == key ? &at->cue : nullptr;
}

bool Cues::speaks(text::Key lemma) const { return std::binary_search(speakers_.begin(), speakers_.end(), lemma); }

Cues::Cues() {
  auto load = [](std::string_view file, std::vector<Entry>& entries) {
    const lexicon::Table table(lexicon::packed(file));
    const std::size_t lemma = table.column("lemma"), type = table.column("type"), frames = table.column("frames");
    for (const lexicon::Row& row : table.rows())
      entries.push_back({text::key_of(row[lemma]), {claim_type_of(row[type]).value_or(ClaimType::say), frames_of(row[frames])}});
    text::stable_sort(entries, [](const Entry& a, const Entry& b) { return a.key < b.key; });
  };
  load("facts/claims/verbs.tsv", verbs_);
  load("facts/claims/nouns.tsv", nouns_);
  for (const std::string_view file :
       {"facts/claims/speakers.tsv", "mentions/lexicons/people_nouns.tsv", "mentions/lexicons/org_nouns.tsv"}) {
    const lexicon::Table table(lexicon::packed(file));
    for (const lexicon::Row& row : table.rows())
      if (const std::vector<text::Key> words = language::keys_of(row[0]); !words.empty()) speakers_.push_back(words.back());
  }
  text::stable_sort(speakers_);
  const lexicon::Table table(lexicon::packed("facts/claims/prepositions.tsv"));
  for (const lexicon::Row& row : table.rows())
    phrases_.add(language::keys_of(row[0]), static_cast<std::uint32_t>(claim_type_of(row[1]).value_or(ClaimType::say)));
}

}  // namespace khabar::claims
