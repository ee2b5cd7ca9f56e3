#include "attach_training.h"

#include "epochs.h"

#include "language/attachment.h"
#include "language/lemmas.h"

namespace khabar::train {

using namespace language;

namespace {

// The features of each candidate of a phrase; the right one is number `gold`.
struct Choice {
  std::vector<std::vector<std::uint32_t>> candidates;
  std::size_t gold = 0;
};

std::vector<Choice> choices_of(const std::vector<GoldSentence>& data) {
  std::vector<Choice> choices;
  Phrases phrases;
  Phrase phrase;
  std::uint32_t slots[attachment_features_max];
  for (const GoldSentence& s : data) {
    std::vector<Token> tokens = s.tokens;
    for (Token& t : tokens) t.lemma = lemma_of(s.text, t);
    phrases.read(tokens.data(), tokens.size(), 0);
    for (std::uint32_t d = 1; d < tokens.size(); ++d) {
      if (!phrases.find(d, phrase)) continue;
      Choice choice;
      choice.gold = phrase.current;
      for (std::size_t c = 0; c < phrase.count; ++c) {
        const int count = phrases.features(phrase, c, slots);
        choice.candidates.emplace_back(slots, slots + count);
      }
      choices.push_back(std::move(choice));
    }
  }
  return choices;
}

// Learns one choice; returns whether it was right before.
bool learn(Table& table, const Choice& choice, std::int32_t margin) {
  std::vector<std::int32_t> scores(static_cast<std::size_t>(table.width()));
  auto score = [&](std::size_t c) {
    table.score(choice.candidates[c].data(), static_cast<int>(choice.candidates[c].size()), scores.data());
    return scores[0];
  };
  const std::int32_t gold = score(choice.gold);
  std::size_t rival = choice.gold == 0 ? 1 : 0;
  std::int32_t best = score(rival);
  for (std::size_t c = rival + 1; c < choice.candidates.size(); ++c) {
    if (c == choice.gold) continue;
    if (const std::int32_t other = score(c); other > best) {
      best = other;
      rival = c;
    }
  }
  if (best + margin >= gold) {
    const auto &good = choice.candidates[choice.gold], &bad = choice.candidates[rival];
    table.push(good.data(), static_cast<int>(good.size()), 0, 1);
    table.push(bad.data(), static_cast<int>(bad.size()), 0, -1);
  }
  table.tick();
  return gold > best;
}

}  // namespace

std::string train_attacher(const std::vector<GoldSentence>& data, const AttachOptions& options, Table& table) {
  const std::vector<Choice> choices = choices_of(data);
  auto train = [&](int epochs) {
    std::vector<std::uint32_t> order = numbers_to(choices.size());
    run_epochs("attachment", epochs, order, Random(11), [&](std::uint32_t i) { return learn(table, choices[i], options.margin); });
  };
  table.restart(std::vector<std::uint8_t>(Table::slots * static_cast<std::size_t>(table.width()), 1));
  train(options.epochs);
  if (options.packing.keep != 0) {
    table.restart(strongest(table, options.packing));
    train(options.epochs);
  }
  return pack(table, options.packing, 1);
}

}  // namespace khabar::train
