// What the fuzz targets share: one analyzer, and a fault that libFuzzer notices.
#pragma once

#include "invariants.h"

#include <khabar/khabar.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::fuzz {

inline const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

/// Ends the process with a message, so that the input that did it is kept.
inline void expect(bool holds, const std::string& message) {
  if (holds) return;
  std::fprintf(stderr, "fault: %s\n", message.c_str());
  std::abort();
}

/// Analyzes a copy in a buffer of exactly the text's size, so that a sanitizer sees one byte too far, and holds the report to
/// everything that is true of every report: invariants, JSON that parses in each unit, an explanation.
inline void check_analysis(std::string_view text, const std::string& published = "") {
  const std::vector<char> exact(text.begin(), text.end());
  const std::string_view view(exact.data(), exact.size());
  const AnalyzeResult result = analyzer().analyze(view, {.id = "f", .published = published, .progress = {}});
  if (!result.ok()) return expect(!published.empty(), "a text was refused: " + result.error);
  expect(first_fault(result.report, view).empty(), first_fault(result.report, view));
  for (Offsets offsets : {Offsets::utf16, Offsets::codepoints, Offsets::bytes}) {
    const std::string json = write_json(result.report, view, {.offsets = offsets, .pretty = false});
    expect(nlohmann::json::accept(json), "the report is no JSON: " + json.substr(0, 200));
  }
  expect(!explain(result.report, view).empty(), "nothing was explained");
}

}  // namespace khabar::fuzz
