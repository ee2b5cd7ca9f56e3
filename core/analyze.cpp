// The house in one page: the order in which an article passes through the rooms.
#include <khabar/khabar.h>

#include "facts/facts.h"
#include "language/detect.h"
#include "language/language.h"
#include "language/links.h"
#include "layout/layout.h"
#include "mentions/entities/entities.h"
#include "mentions/mentions.h"
#include "mentions/quantities/quantities.h"
#include "mentions/times/times.h"
#include "text/sha256.h"

#include <algorithm>
#include <iterator>

namespace khabar {

struct Analyzer::Resources {
  std::vector<std::string> problems;
  entities::Gazetteer gazetteer;
  facts::Rules rules;

  explicit Resources(const std::vector<Lexicon>& lexicons) : gazetteer(lexicons, problems) {}
};

Analyzer::Analyzer() : Analyzer(std::vector<Lexicon>{}) {}
Analyzer::Analyzer(const std::vector<Lexicon>& lexicons) : resources_(std::make_unique<Resources>(lexicons)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<std::string>& Analyzer::problems() const { return resources_->problems; }

std::string_view version() { return KHABAR_VERSION; }

AnalyzeResult Analyzer::analyze(std::string_view source, const AnalyzeOptions& options) const {
  AnalyzeResult result;
  if (source.size() > max_text_bytes) {
    result.error =
        "the text has " + std::to_string(source.size()) + " bytes; the most that can be read at once is " + std::to_string(max_text_bytes);
    return result;
  }
  std::string published = times::is_iso_date(options.published) ? options.published : times::date_of(options.published);
  if (!options.published.empty() && published.empty()) {
    result.error = "published must be a date such as 2025-03-12, 2025-03 or 2025, not \"" + options.published + "\"";
    return result;
  }
  auto go_on = [&](double share) {
    if (!options.progress || options.progress(share)) return true;
    result.report = {};
    result.error = "cancelled";
    return false;
  };

  layout::Layout layout = layout::read(source);
  // Pasted HTML source is read as what it shows; spans fit the source as it was given.
  const std::string shown = layout.markup.empty() ? std::string() : layout::shown(source, layout.markup);
  const std::string_view text = layout.markup.empty() ? source : std::string_view(shown);
  if (!go_on(0.05)) return result;

  const language::Language language = language::read(text, layout.blocks, options.workers);
  const language::Links links(language);
  if (!go_on(0.5)) return result;

  if (layout.published) {
    layout.published->value = times::date_of(text.substr(layout.published->span.begin, layout.published->span.length()));
    if (published.empty()) published = layout.published->value;
  }

  // Another language is said to be so, not mangled: it gets its frame, and no mentions or facts.
  const bool english = language::looks_english(text, language);

  mentions::Mentions mentions;
  if (english) {
    mentions.times = times::find(text, language, published, layout.blocks);
    quantities::Numbers numbers = quantities::find(text, language, mentions.times);
    mentions.quantities = std::move(numbers.quantities);
    mentions.naming_numbers = std::move(numbers.names);
    mentions.entities = entities::find(text, layout, language, links, mentions.times, published, resources_->gazetteer);
    mentions::drop_numbers_of_names(mentions);
  }
  mentions::index_tokens(mentions, language.tokens.size());
  if (!go_on(0.8)) return result;

  facts::Facts facts;
  std::vector<NearMiss> near_misses;
  if (english)
    facts =
        facts::find({text, layout, language, links, mentions, published}, resources_->rules, options.near_misses ? &near_misses : nullptr);

  Report& report = result.report;
  Document& document = report.document;
  document.id = options.id;
  document.sha256 = text::sha256(source);
  document.length = static_cast<std::uint32_t>(text.size());
  document.language = english ? "en" : "und";
  document.title = std::move(layout.title);
  document.subtitle = std::move(layout.subtitle);
  document.publisher = std::move(layout.publisher);
  document.published = std::move(layout.published);
  document.dateline = std::move(layout.dateline);
  document.authors = std::move(layout.authors);
  document.blocks = std::move(layout.blocks);
  for (const language::Sentence& sentence : language.sentences) document.sentences.push_back(sentence.span);
  report.entities = std::move(mentions.entities.entities);
  std::move(facts.states.begin(), facts.states.end(), std::back_inserter(report.entities));
  for (times::Found& found : mentions.times) report.times.push_back(std::move(found.time));
  for (quantities::Found& found : mentions.quantities) report.quantities.push_back(std::move(found.quantity));
  report.events = std::move(facts.events);
  report.claims = std::move(facts.claims);
  report.proposals = std::move(facts.proposals);
  report.assessments = std::move(facts.assessments);
  report.near_misses = std::move(near_misses);
  go_on(1.0);
  return result;
}

}  // namespace khabar
