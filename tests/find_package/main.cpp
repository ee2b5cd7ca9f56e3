#include <khabar/khabar.h>

#include <iostream>
#include <string>

int main() {
  const std::string text = "Gunmen killed two policemen in Quetta on Sunday.";
  const khabar::Analyzer analyzer;
  const khabar::AnalyzeResult result = analyzer.analyze(text, {.id = "one", .published = "2025-03-12", .progress = {}});
  if (!result.ok()) return 1;
  std::cout << khabar::write_json(result.report, text) << '\n';
}
