// Any bytes as a stream of lines: a line that is not blank gives one line that is JSON, in order, with any number of threads.
#include "cli/stream.h"
#include "fuzz.h"

#include <sstream>

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  std::size_t articles = 0;
  std::istringstream lines(input);
  for (std::string line; std::getline(lines, line);) articles += line.find_first_not_of(" \t\r") != std::string::npos ? 1 : 0;
  std::string first;
  for (unsigned jobs : {1u, 2u}) {
    cli::Options options;
    options.jobs = jobs;
    std::istringstream in(input);
    std::ostringstream out;
    cli::stream(fuzz::analyzer(), options, in, out);
    std::istringstream answers(out.str());
    std::size_t count = 0;
    for (std::string line; std::getline(answers, line); ++count)
      fuzz::expect(nlohmann::json::accept(line), "an answer is no JSON: " + line.substr(0, 200));
    fuzz::expect(count == articles, std::to_string(articles) + " articles, " + std::to_string(count) + " answers");
    fuzz::expect(first.empty() || first == out.str(), "another number of threads, another answer");
    first = out.str();
  }
  return 0;
}
