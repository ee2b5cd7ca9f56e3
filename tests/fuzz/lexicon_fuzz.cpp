// Any bytes as a user's lexicon: rows are read or named as problems, and an article is read with it.
#include "fuzz.h"

#include <array>

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<const char*, 8> kinds = {"",       "armed_groups", "places",   "organizations",
                                                "shapes", "titles",       "surnames", "no such kind"};
  const std::string tsv(reinterpret_cast<const char*>(data), size);
  const Analyzer analyzer({{.kind = kinds[size % kinds.size()], .tsv = tsv, .file = "own.tsv"}});
  for (const std::string& problem : analyzer.problems()) fuzz::expect(problem.starts_with("own.tsv"), "a problem of no file: " + problem);
  const std::string text = "Gunmen of " + tsv.substr(0, 200) + " killed two policemen in Quetta on Sunday.";
  const AnalyzeResult result = analyzer.analyze(text);
  fuzz::expect(result.ok(), result.error);
  fuzz::expect(first_fault(result.report, text).empty(), first_fault(result.report, text));
  return 0;
}
