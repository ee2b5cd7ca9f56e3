#include "mentions/entities/gazetteer.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "lexicon/table.h"
#include "mentions/entities/model.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

constexpr std::array kinds = {"countries", "subdivisions", "places",     "armed_groups",   "organizations", "given_names",
                              "surnames",  "titles",       "programmes", "facility_nouns", "people_nouns",  "programme_nouns",
                              "peoples",   "org_nouns",    "weapons",    "leaders"};

// The kind of a user's table that does not say its own: by columns that only one kind has.
std::string_view deduced_kind(const lexicon::Table& table) {
  auto has = [&](std::string_view column) { return table.column(column) != lexicon::Table::npos; };
  if (has("pattern")) return "shapes";
  if (has("noun")) return "";  // org, facility, people and programme nouns look alike
  if (has("phrase")) return has("sector") ? "titles" : "weapons";
  if (!has("name")) return "";
  if (has("status")) return "armed_groups";
  if (has("until")) return "leaders";
  if (has("sector")) return "organizations";
  if (has("canonical")) return "programmes";
  if (has("code")) return "subdivisions";
  if (has("gender")) return "given_names";
  if (has("weight")) return has("kind") ? "places" : "surnames";
  return "";
}

// Rows of (word or two words, one of `classes`) as chain(number of the class + 1, key).
void load_words(std::string_view file, std::string_view word_column, std::string_view class_column,
                std::span<const std::string_view> classes, lexicon::KeySet& words) {
  const lexicon::Table table(lexicon::packed(file));
  const std::size_t word = table.column(word_column), of = table.column(class_column);
  for (const lexicon::Row& row : table.rows())
    for (std::size_t c = 0; c < classes.size(); ++c)
      if (row[of] == classes[c]) {
        const std::size_t blank = row[word].find(' ');
        const text::Key key = text::key_of(row[word].substr(0, blank));
        words.insert(
            text::chain(c + 1, blank == std::string_view::npos ? key : text::chain(key, text::key_of(row[word].substr(blank + 1)))));
      }
}

constexpr std::array<std::string_view, 6> contexts = {"subject", "object", "possession", "relation", "modifier", "hyphen"};
constexpr std::array<std::string_view, 31> word_classes = {
    "state-body",  "body-adjective", "stands-alone", "place-after", "place-before", "place-of",     "place-at",   "single-facility",
    "numbered",    "named-after",    "particle",     "generation",  "no-name",      "no-name-last", "places-of",  "goes-to",
    "takes-place", "done-to-place",  "reports",      "band",        "group",        "band-kind",    "company",    "drills",
    "leads-band",  "body-kind",      "direction",    "of-town",     "kin",          "only-place",   "town-object"};
constexpr std::array<std::string_view, 6> nominal_kinds = {"group", "organization", "country", "place", "person", "pair"};

}  // namespace

std::string_view Gazetteer::Names::country_name(std::string_view iso2) const {
  const std::uint32_t* entry = country_of_code.find(text::key_of(iso2));
  return entry == nullptr ? std::string_view() : entries[*entry].name;
}

Gazetteer::Names::Names() : model(std::make_unique<NameModel>(lexicon::packed("mentions/entities/models/names.bin"))) {}
Gazetteer::Names::~Names() = default;

Gazetteer::Gazetteer(std::span<const Lexicon> lexicons, std::vector<std::string>& problems) {
  auto names = std::make_unique<Names>();
  // As many as the tables have, more or less.
  names->entries.reserve(1 << 15);
  names->names.reserve(48000);
  names->nouns.reserve(4000);
  names->titles.reserve(4000);
  names->persons.reserve(1 << 14);
  for (const char* kind : kinds) {
    const std::string file = "mentions/lexicons/" + std::string(kind) + ".tsv";
    load_lexicon(kind, lexicon::packed(file), file, false, *names, problems);
  }
  const std::string shapes = "mentions/entities/shapes.tsv";
  load_lexicon("shapes", lexicon::packed(shapes), shapes, false, *names, problems);
  for (const Lexicon& lexicon : lexicons) {
    std::string& tsv = names->owned.emplace_back(lexicon.tsv);
    if (!tsv.empty() && static_cast<unsigned char>(tsv.front()) < ' ') tsv.front() = ' ';  // only the packer's own tables begin so
    std::string_view kind = lexicon.kind;
    if (kind.empty()) kind = deduced_kind(lexicon::Table(tsv));
    const std::string file = lexicon.file.empty() ? lexicon.kind : lexicon.file;
    if (kind.empty()) {
      problems.push_back(file + ":1: the columns do not say what kind of lexicon this is");
      continue;
    }
    load_lexicon(kind, tsv, file, true, *names, problems);
  }
  load_words("mentions/entities/metonyms.tsv", "word", "context", contexts, names->metonym_words);
  load_words("mentions/entities/name_words.tsv", "word", "class", word_classes, names->name_words);
  load_words("mentions/entities/nominals.tsv", "noun", "kind", nominal_kinds, names->nominal_words);
  names_ = std::move(names);
}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;

}  // namespace khabar::entities
