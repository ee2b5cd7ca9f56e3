#include "parse_training.h"

#include <cstdio>

namespace khabar::train {

using namespace language;

namespace {

// How many gold arcs the move makes unreachable.
int cost_of(const ParseState& s, const std::vector<std::uint32_t>& heads, Move move) {
  auto head = [&](std::uint32_t i) { return i == 0 ? 0xFFFFFFFFu : heads[i - 1]; };
  const std::uint32_t b0 = s.buffer, n = static_cast<std::uint32_t>(s.nodes.size());
  int cost = 0;
  if (move == Move::shift) {
    for (std::size_t i = 0; i < s.stack.size(); ++i) {
      if (head(s.stack[i]) == b0) ++cost;
      if (i + 1 < s.stack.size() && head(b0) == s.stack[i]) ++cost;
    }
    return cost;
  }
  const std::uint32_t s0 = s.stack.back(), s1 = s.stack.size() > 1 ? s.stack[s.stack.size() - 2] : 0;
  for (std::uint32_t b = b0; b < n; ++b)
    if (head(b) == s0) ++cost;
  const std::uint32_t h = head(s0);
  if (move == Move::left) {
    if (h == s1 && s.stack.size() > 1) ++cost;
    if (h > b0 && h < n) ++cost;
  } else {
    if (h >= b0 && h < n && h != 0) ++cost;
  }
  return cost;
}

}  // namespace

ParseModel train_parser(const std::vector<ParseExample>& data, const ParseOptions& options, Table& moves, Table& labels) {
  auto train = [&](int epochs, std::uint64_t seed) {
    Random random(seed * 104729 + 5);
    std::vector<std::uint32_t> order(data.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uint32_t slots[move_features_max];
    std::int32_t scores[relation_width];
    ParseState state;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random.shuffle(order);
      long right_heads = 0, right_labels = 0, total = 0;
      for (const std::uint32_t index : order) {
        const ParseExample& e = data[index];
        const std::size_t n = e.words.size();
        state.start(e.words.data(), e.classes.data(), n);
        while (!state.done()) {
          int costs[3], least = 1 << 20;
          for (int m = 0; m < 3; ++m) {
            costs[m] = state.can(static_cast<Move>(m)) ? cost_of(state, e.heads, static_cast<Move>(m)) : 1 << 20;
            least = std::min(least, costs[m]);
          }
          const int count = move_features(state, slots);
          moves.score(slots, count, scores);
          int good = -1, bad = -1, best = -1;
          for (int m = 0; m < 3; ++m) {
            if (costs[m] == 1 << 20) continue;
            if (best < 0 || scores[m] > scores[best]) best = m;
            if (costs[m] == least) {
              if (good < 0 || scores[m] > scores[good]) good = m;
            } else if (bad < 0 || scores[m] > scores[bad]) {
              bad = m;
            }
          }
          if (bad >= 0) {
            if (scores[bad] + options.move_margin >= scores[good]) moves.update(slots, count, good, bad);
            moves.tick();
          }
          const int taken = epoch >= 1 && random.below(10) != 0 ? best : good;
          const Move move = static_cast<Move>(taken);
          std::uint8_t label = 0;
          if (move != Move::shift) {
            const auto [h, d] = state.arc(move);
            if (h != 0) {
              const bool is_gold = e.heads[d - 1] == h;
              const int features = label_features(state, h, d, slots);
              labels.score(slots, features, scores);
              int found = 1;
              for (int r = 2; r < relation_count; ++r)
                if (scores[r] > scores[found]) found = r;
              label = static_cast<std::uint8_t>(found);
              if (is_gold) {
                const int gold = e.labels[d - 1];
                int rival = gold == 1 ? 2 : 1;
                for (int r = 1; r < relation_count; ++r)
                  if (r != gold && scores[r] > scores[rival]) rival = r;
                if (gold != 0 && scores[rival] + options.label_margin >= scores[gold]) labels.update(slots, features, gold, rival);
                labels.tick();
                right_labels += found == gold;
              }
            }
            right_heads += e.heads[d - 1] == h;
            right_labels += h == 0 && e.heads[d - 1] == 0;
            ++total;
          }
          state.apply(move, label);
        }
      }
      std::fprintf(stderr, "  parser epoch %d: heads %.2f %%, with relation %.2f %%\n", epoch + 1,
                   100.0 * static_cast<double>(right_heads) / static_cast<double>(total),
                   100.0 * static_cast<double>(right_labels) / static_cast<double>(total));
    }
  };
  moves.restart(std::vector<std::uint8_t>(Table::slots * static_cast<std::size_t>(moves.width()), 1));
  labels.restart(std::vector<std::uint8_t>(Table::slots * static_cast<std::size_t>(labels.width()), 1));
  const bool twice = options.moves.keep != 0 || options.labels.keep != 0;
  train(twice ? std::max(3, options.epochs / 2) : options.epochs, 1);
  if (twice) {
    moves.restart(strongest(moves, options.moves));
    labels.restart(strongest(labels, options.labels));
    train(options.epochs, 1);
    for (int run = 2; run <= options.runs; ++run) {
      moves.run_again();
      labels.run_again();
      train(options.epochs, static_cast<std::uint64_t>(run));
    }
  }
  return {pack(moves, options.moves, 3), pack(labels, options.labels, relation_count)};
}

}  // namespace khabar::train
