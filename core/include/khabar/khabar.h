// Khabar: structured facts from security reporting, each pinned to the words it came from.
//
//   #include <khabar/khabar.h>
//
//   khabar::Analyzer analyzer;                                  // once: lexicons and models, immutable, thread-safe
//   auto result = analyzer.analyze(text, {.published = "2025-03-12"});
//   if (!result.ok()) return fail(result.error);
//   for (const khabar::Event& event : result.report.events)
//     std::cout << khabar::to_string(event.type) << ": " << text.substr(event.trigger.begin, event.trigger.length());
//   std::cout << khabar::write_json(result.report, text, {.offsets = khabar::Offsets::utf16});
//
// The library does no input or output, reads no clock and no locale, and lets no exception cross its boundary.
// The same bytes give the same report natively and in WebAssembly.
#pragma once

#include <khabar/report.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// "0.1.0": the engine that made a report (Report JSON: "engine").
std::string_view version();

/// The largest article, in bytes. More gives an error, nothing else.
inline constexpr std::size_t max_text_bytes = std::size_t{256} << 20;

/// The caller's threads, since the library has none: how many parts of a text may be read at once, and what reads them. It calls
/// work(0) to work(count - 1), with no more `count` than here, from any threads, and returns when all have returned.
struct Workers {
  unsigned count = 1;
  std::function<void(unsigned count, const std::function<void(unsigned)>& work)> run;
};

struct AnalyzeOptions {
  std::string id;         // copied to document.id
  std::string published;  // YYYY, YYYY-MM, YYYY-MM-DD or a date as people and feeds write it ("Fri, 14 Nov 2025 10:00 GMT"):
                          // reference for relative dates; wins over the text's own. May be empty.
  /// Called now and then with the share done, 0 to 1; return false to stop (the result then has the error "cancelled").
  std::function<bool(double)> progress;
  /// Also say which triggers made no fact, and why (Report::near_misses, which explain() writes).
  bool near_misses = false;
  /// Who shares a long text. The report is the same.
  Workers workers = {};
};

struct AnalyzeResult {
  Report report;
  std::string error;  // empty: all is well. Otherwise one sentence that says what is wrong with the input.
  bool ok() const { return error.empty(); }
};

/// One of the user's own word lists: TSV with a header row, `kind` one of docs/lexicons.md ("armed_groups", "places" ...).
struct Lexicon {
  std::string kind;
  std::string tsv;
  std::string file;  // for messages: "file:line: what is wrong"
};

/// Owns rules, lexicons and models. Immutable once built: one Analyzer serves any number of threads.
class Analyzer {
 public:
  /// Built-in lexicons only. A few milliseconds, a few megabytes.
  Analyzer();
  /// With the user's own as well. A row that cannot be read is left out and reported by problems().
  explicit Analyzer(const std::vector<Lexicon>& lexicons);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// In: any bytes, meant as UTF-8 (each invalid byte counts as one character). Out: the report, spans in bytes.
  /// Errors: text larger than max_text_bytes; `published` not a date; stopped by `progress`.
  /// Time and memory linear in the length of the text. Never throws.
  AnalyzeResult analyze(std::string_view text, const AnalyzeOptions& options = {}) const;

  /// "file:line: what is wrong" for each row of the user's lexicons that was left out.
  const std::vector<std::string>& problems() const;

 private:
  struct Resources;
  std::unique_ptr<const Resources> resources_;
};

/// The unit of every offset and length in the JSON.
enum class Offsets : std::uint8_t { utf16, codepoints, bytes };

struct JsonOptions {
  Offsets offsets = Offsets::utf16;
  bool pretty = false;
};

/// In: a report and the very text it was made from. Out: JSON of schema khabar/1, UTF-8, one line unless pretty.
/// Invalid bytes of the text come out as U+FFFD. Linear in the text and the report. Never throws.
std::string write_json(const Report& report, std::string_view text, const JsonOptions& options = {});

/// For people: each fact with its words, its fields and its rule, a few lines a fact; then the near misses. Linear.
std::string explain(const Report& report, std::string_view text);

}  // namespace khabar
