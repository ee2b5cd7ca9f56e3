// The language layer: its steps on prose, and the whole of it on texts that would show anything but linear time.
#include "language/language.h"
#include "language/links.h"
#include "language/sentences.h"
#include "language/tagger.h"
#include "language/tokens.h"
#include "lexicon/table.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace khabar;
using namespace khabar::language;

const char* const paragraphs[] = {
    "Three police officers were killed and eleven others wounded on Monday when gunmen opened fire on a patrol near the border town, "
    "officials said. A senior commander, who asked not to be named, told reporters that the attackers had fled across the river.",
    "The minister said that both countries had agreed to share intelligence and to set up a joint mechanism against smugglers. \"We will "
    "not allow our soil to be used against our neighbours,\" he told a news conference in the capital.",
    "Nobody has said who planned it or why, the 36th in the province since January, but analysts blame a faction of "
    "Tehrik-i-Taliban that broke away in 2014. Its spokesman did not answer calls. The U.S. embassy condemned the bombing.",
    "Analysts warn that mistrust between the two armies, a porous frontier and the lack of a common database hamper cooperation; they "
    "should hold regular talks, improve training and expand the exchange of information at once.",
};

std::string prose(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) {
    text += paragraphs[i % std::size(paragraphs)];
    text += '\n';
  }
  text.resize(bytes);
  return text;
}

std::vector<Block> lines(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
  return blocks;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void read_whole(benchmark::State& state, const std::string& text) {
  const std::vector<Block> blocks = lines(text);
  for (auto _ : state) benchmark::DoNotOptimize(read(text, blocks));
  count_bytes(state, text.size());
}

void language_prose(benchmark::State& state) { read_whole(state, prose(static_cast<std::size_t>(state.range(0)))); }
BENCHMARK(language_prose)->RangeMultiplier(10)->Range(1000, 10000000)->Unit(benchmark::kMillisecond);

void language_full_stops(benchmark::State& state) { read_whole(state, std::string(static_cast<std::size_t>(state.range(0)), '.')); }
BENCHMARK(language_full_stops)->Arg(1000)->Arg(1000000)->Unit(benchmark::kMillisecond);

void language_one_word(benchmark::State& state) { read_whole(state, std::string(static_cast<std::size_t>(state.range(0)), 'a')); }
BENCHMARK(language_one_word)->Arg(1000)->Arg(1000000)->Unit(benchmark::kMillisecond);

// One sentence of a megabyte.
void language_one_sentence(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0))) text += "the men of the town and ";
  read_whole(state, text);
}
BENCHMARK(language_one_sentence)->Arg(1000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);

void language_links(benchmark::State& state) {
  const std::string text = prose(1000000);
  const Language language = read(text, lines(text));
  for (auto _ : state) benchmark::DoNotOptimize(Links(language).all().size());
  count_bytes(state, text.size());
}
BENCHMARK(language_links)->Unit(benchmark::kMillisecond);

void language_sentences(benchmark::State& state) {
  const std::string text = prose(1000000);
  const std::vector<Block> blocks = lines(text);
  for (auto _ : state) {
    std::vector<Span> spans;
    for (const Block& block : blocks) append_sentences(text, block.span, spans);
    benchmark::DoNotOptimize(spans.data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(language_sentences)->Unit(benchmark::kMillisecond);

void language_tokens(benchmark::State& state) {
  const std::string text = prose(1000000);
  std::vector<Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, false, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(language_tokens)->Unit(benchmark::kMillisecond);

// Items: tokens.
void language_tags(benchmark::State& state) {
  const std::string text = prose(1000000);
  Language language = read(text, lines(text));
  const Tagger tagger(lexicon::packed("language/models/tagger.bin"), lexicon::packed("language/models/words.bin"));
  std::vector<Word> words;
  std::vector<std::uint8_t> classes;
  std::vector<Doubt> doubts;
  for (auto _ : state) {
    classes.clear();
    doubts.clear();
    for (const Sentence& s : language.sentences)
      tagger.tag(text, language.tokens.data() + s.first, language.tokens.data() + s.last, words, classes, doubts);
    benchmark::DoNotOptimize(classes.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * language.tokens.size()));
}
BENCHMARK(language_tags)->Unit(benchmark::kMillisecond);

}  // namespace
