// The module's door: one engine an instance, UTF-8 bytes and options in, JSON bytes out.
//
// Text crosses as bytes made by TextEncoder and read by TextDecoder. Embind's own string conversion would let a lone
// surrogate eat its neighbour. wasm/engine.js is the only caller.
#include <khabar/khabar.h>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

std::unique_ptr<khabar::Analyzer> analyzer;
std::string answer;  // what the views handed out by analyze() and problems() look at, until the next call

val view(const std::string& bytes) { return val(typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data()))); }

// In: [[kind, tsv, file] ...], each as UTF-8 bytes. Out: the rows that were left out, one a line.
val open(const val& lexicons) {
  std::vector<khabar::Lexicon> own;
  const unsigned count = lexicons["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    const val lexicon = lexicons[i];
    own.push_back({lexicon[0].as<std::string>(), lexicon[1].as<std::string>(), lexicon[2].as<std::string>()});
  }
  analyzer = std::make_unique<khabar::Analyzer>(own);
  answer.clear();
  for (const std::string& problem : analyzer->problems()) answer.append(problem).append("\n");
  return view(answer);
}

// Out: the report's bytes, or a string that says what is wrong. `progress`: a function from share to "go on?", or null.
val analyze(const std::string& text, const std::string& id, const std::string& published, int offsets, const val& progress) {
  khabar::AnalyzeOptions options;
  options.id = id;
  options.published = published;
  if (!progress.isNull()) options.progress = [&progress](double share) { return progress(share).as<bool>(); };
  const khabar::AnalyzeResult result = analyzer->analyze(text, options);
  if (!result.ok()) return val(result.error);
  answer = khabar::write_json(result.report, text, {.offsets = static_cast<khabar::Offsets>(offsets)});
  return view(answer);
}

void release() { std::string().swap(answer); }

std::string engine_version() { return std::string(khabar::version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(khabar) {
  emscripten::function("open", &open);
  emscripten::function("analyze", &analyze);
  emscripten::function("release", &release);
  emscripten::function("version", &engine_version);
}
