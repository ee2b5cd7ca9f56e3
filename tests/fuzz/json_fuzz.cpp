// A line of JSON around any bytes: text, id and published as strings of whatever was given, so that what lies behind the parser
// is reached; published is a date, or the line is refused with a word about it.
#include "cli/stream.h"
#include "fuzz.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <sstream>

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider given(data, size);
  nlohmann::json article;
  const std::string id = given.ConsumeRandomLengthString(20);
  article["id"] = given.ConsumeBool() ? nlohmann::json(id) : nlohmann::json(given.ConsumeIntegral<std::int64_t>());
  if (given.ConsumeBool()) article["published"] = given.ConsumeRandomLengthString(40);
  article["text"] = given.ConsumeRemainingBytesAsString();
  std::istringstream in(article.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  std::ostringstream out;
  cli::Options options;
  cli::stream(fuzz::analyzer(), options, in, out);
  const nlohmann::json answer = nlohmann::json::parse(out.str(), nullptr, false);
  fuzz::expect(answer.is_object(), "the answer is no object: " + out.str().substr(0, 200));
  fuzz::expect(answer.contains("error") || answer["schema"] == "khabar/1", "neither a report nor an error");
  fuzz::expect(!answer.contains("error") || article.contains("published"), "a text was refused: " + out.str());
  return 0;
}
