#include "stream.h"

#include <algorithm>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace khabar::cli {

namespace {

using nlohmann::json;

std::string error_line(const json& id, const std::string& message) {
  json line;
  if (!id.is_null()) line["id"] = id;
  line["error"] = message;
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string answer(const Analyzer& analyzer, const Options& options, const std::string& line) {
  const json article = json::parse(line, nullptr, false);
  if (article.is_discarded()) return error_line(nullptr, "this line is not JSON");
  if (!article.is_object()) return error_line(nullptr, "this line is not a JSON object");
  const json id = article.value("id", json());
  if (!article.contains("text") || !article["text"].is_string()) return error_line(id, "there is no \"text\"");
  AnalyzeOptions analyze;
  if (id.is_string())
    analyze.id = id.get<std::string>();
  else if (!id.is_null())
    analyze.id = id.dump();
  analyze.published = options.published;
  if (article.contains("published") && !article["published"].is_null()) {
    if (!article["published"].is_string()) return error_line(id, "\"published\" is not a string");
    analyze.published = article["published"].get<std::string>();
  }
  const auto& text = article["text"].get_ref<const std::string&>();
  const AnalyzeResult result = analyzer.analyze(text, analyze);
  if (!result.ok()) return error_line(id, result.error);
  return write_json(result.report, text, {.offsets = options.offsets});
}

}  // namespace

void stream(const Analyzer& analyzer, const Options& options, std::istream& in, std::ostream& out) {
  const unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  // Batches keep the order: each thread takes every jobs-th line of a batch.
  constexpr std::size_t batch_bytes = std::size_t{8} << 20;
  std::vector<std::string> lines, answers;
  std::string line;
  for (bool more = true; more;) {
    lines.clear();
    std::size_t bytes = 0;
    while (bytes < batch_bytes && lines.size() < 64 * std::size_t{jobs} && (more = static_cast<bool>(std::getline(in, line)))) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.find_first_not_of(" \t") == std::string::npos) continue;
      bytes += line.size();
      lines.push_back(std::move(line));
    }
    answers.assign(lines.size(), {});
    auto work = [&](std::size_t first) {
      for (std::size_t i = first; i < lines.size(); i += jobs) answers[i] = answer(analyzer, options, lines[i]);
    };
    std::vector<std::thread> threads;
    for (unsigned j = 1; j < jobs && j < lines.size(); ++j) threads.emplace_back(work, j);
    work(0);
    for (std::thread& thread : threads) thread.join();
    for (const std::string& text : answers) out << text << '\n';
    out.flush();
  }
}

}  // namespace khabar::cli
