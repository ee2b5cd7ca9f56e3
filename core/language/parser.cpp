#include "language/parser.h"
#include "language/doubt.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::language {

Parser::Parser(std::string_view moves, std::string_view labels, std::string_view judge)
    : moves_(moves), labels_(labels, relation_width), judge_(judge) {}

namespace {

constexpr std::int32_t unsure_below = 18;  // margin
constexpr std::size_t branches_max = 16;   // a sentence

}  // namespace

const ParseState::Scored& Parser::score_moves(ParseState& state) const {
  const std::uint64_t key = state.move_key();
  ParseState::Scored& scored = state.scratch.moves[key >> (64 - ParseState::scored_bits)];
  if (scored.key == key) return scored;
  std::uint32_t slots[move_features_max];
  const std::uint32_t* end = parse_features::write_move_features(state, KnownSlots(moves_, slots)).end();
  const auto [left, right] = moves_.sums(slots, end);
  return scored = {key, left, right};
}

const ParseState::Scored& Parser::score_relations(ParseState& state, std::uint32_t head, std::uint32_t dependent) const {
  const std::uint64_t key = state.arc_key(head, dependent);
  ParseState::Scored& scored = state.scratch.arcs[key >> (64 - ParseState::scored_bits)];
  if (scored.key == key) return scored;
  std::uint32_t slots[label_features_max];
  alignas(16) std::int16_t labels[relation_width];
  const std::uint32_t* end = parse_features::write_label_features(state, head, dependent, KnownSlots(labels_, slots)).end();
  sum_rows<relation_width>(labels_, slots, static_cast<int>(end - slots), labels);
  // Only settle() makes roots; behind the last relation there is padding.
  constexpr std::int16_t never = -32768;
  labels[0] = never;
  std::fill(labels + relation_count, labels + relation_width, never);
  const std::int16_t best = greatest<relation_width>(labels);
  const int label = first_of<relation_width>(labels, best);
  labels[label] = never;
  // Relations tell right trees from wrong ones better than moves do.
  return scored = {key, label, doubt_of(best - greatest<relation_width>(labels)) * 3 / 2};
}

Step Parser::choose(ParseState& state) const {
  const bool shift = state.can(Move::shift), left = state.can(Move::left), right = state.can(Move::right);
  Step step;
  if (shift + left + right < 2) {
    step.move = left ? Move::left : (right ? Move::right : Move::shift);
    return step;
  }
  const auto [key, to_left, to_right] = score_moves(state);
  constexpr int none = -100000;
  int best = shift ? 0 : none, second = none;
  auto consider = [&](Move move, int score) {
    if (score > best) {
      second = best;
      step.second = step.move;
      best = score;
      step.move = move;
    } else if (score > second) {
      second = score;
      step.second = move;
    }
  };
  if (left) consider(Move::left, to_left);
  if (right) consider(Move::right, to_right);
  step.branches = true;
  step.margin = best - second;
  step.doubt = doubt_of(step.margin);
  return step;
}

Step Parser::make(ParseState& state, Step step) const {
  step.label = 0;
  step.relation_doubt = 0;
  if (step.move != Move::shift) {
    const auto [h, d] = state.arc(step.move);
    if (h != 0) {
      const auto [key, label, doubt] = score_relations(state, h, d);
      step.label = static_cast<std::uint8_t>(label);
      step.relation_doubt = doubt;
      step.doubt += doubt;
    }
  }
  state.apply(step.move, step.label);
  return step;
}

void Parser::parse(Token* first, Token* last, std::uint32_t offset, const std::uint8_t* classes, std::span<Reading> readings,
                   ParseState& state) const {
  state.in_capitals = case_mode(first, last) == CaseMode::upper;
  std::vector<Step>& steps = state.scratch.steps;
  std::vector<std::uint64_t>&words = state.scratch.words, &keys = state.scratch.keys;
  std::vector<std::uint32_t>& unsure = state.scratch.unsure;
  const std::size_t n = static_cast<std::size_t>(last - first);
  words.resize(n);
  for (std::size_t i = 0; i < n; ++i) words[i] = parse_word(first[i]);
  state.start(words.data(), classes, n);
  steps.clear();
  keys.clear();
  while (!state.done()) {
    keys.push_back(state.key());
    steps.push_back(make(state, choose(state)));
  }
  unsure.clear();
  for (std::uint32_t i = 0; i < steps.size(); ++i)
    if (steps[i].branches && steps[i].margin < unsure_below) unsure.push_back(i);
  text::stable_sort(unsure, [&](std::uint32_t a, std::uint32_t b) { return steps[a].margin < steps[b].margin; });
  if (unsure.size() > branches_max) unsure.resize(branches_max);
  if (!unsure.empty() || !readings.empty()) {
    sum_rest(state);
    settle(state);
    state.scratch.kept = state.nodes;
    for (const std::uint32_t at : unsure)
      if (steps[at].branches && steps[at].margin < unsure_below)
        follow(state, first, {.from = at, .second_best = true, .margin = steps[at].margin});
    for (Reading& reading : readings) reread(state, first, reading);
    std::swap(state.nodes, state.scratch.kept);
  } else {
    settle(state);
  }
  for (std::size_t i = 0; i < n; ++i) {
    const ParseState::Node& node = state.nodes[i + 1];
    first[i].head = node.head == 0 ? offset + static_cast<std::uint32_t>(i) : offset + node.head - 1;
    first[i].relation = static_cast<Relation>(node.label);
  }
}

}  // namespace khabar::language
