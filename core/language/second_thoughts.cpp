// Second thoughts of the parser: other ways from where a move or a tag was unsure, and which tree stays.
#include "language/doubt.h"
#include "language/parser.h"

#include <algorithm>

namespace khabar::language {

namespace {

constexpr int met_for = 3;  // steps that two ways must stand alike before they count as one
// A way is given up that has so much more doubt than the other, or more than the other's next steps could cost it.
constexpr std::int32_t hopeless = 3000;
constexpr std::size_t ahead = 7;
constexpr std::int32_t tag_doubt = 70;  // of taking a tag that the tagger had behind, by unit of margin

// The second best move of a step instead.
Step second_best(Step step) {
  step.move = step.second;
  step.branches = false;
  step.doubt = doubt_of(-step.margin);
  return step;
}

}  // namespace

// The doubt of the steps from each on.
void Parser::sum_rest(ParseState& state) {
  const std::vector<Step>& steps = state.scratch.steps;
  std::vector<std::int32_t>& rest = state.scratch.rest;
  rest.resize(steps.size() + 1);
  rest[steps.size()] = 0;
  for (std::size_t i = steps.size(); i > 0; --i) rest[i - 1] = rest[i] + steps[i - 1].doubt;
}

bool Parser::is_better(ParseState& state, const Contest& contest) const {
  if (state.trials == nullptr)
    return state.in_capitals ? contest.gain() > 0 : judge_.prefers_rival(contest, state.scratch.judge);  // docs/language.md
  collect_evidence(contest, state.scratch.judge);
  state.trials->push_back({contest.kept, contest.rival, state.scratch.judge.evidence, contest.gain()});
  return contest.gain() > 0;
}

// Parses again from a step on, until the stacks are alike again, and keeps that way where its tree is the better one.
bool Parser::follow(ParseState& state, const Token* tokens, const Way& way) const {
  std::vector<Step>&steps = state.scratch.steps, &other = state.scratch.other;
  std::vector<std::uint64_t>&keys = state.scratch.keys, &other_keys = state.scratch.other_keys;
  state.rewind();
  for (std::uint32_t i = 0; i < way.from; ++i) state.apply(steps[i].move, steps[i].label);
  other.clear();
  other_keys.clear();
  const std::vector<std::int32_t>& rest = state.scratch.rest;
  std::int32_t before = 0, now = way.cost;
  int met = 0;
  for (std::uint32_t i = way.from; !state.done(); ++i) {
    const bool settled = way.node == 0 || state.nodes[way.node].label != 255;
    met = i > way.from && settled && state.key() == keys[i] ? met + 1 : 0;
    if (met == met_for) break;
    other_keys.push_back(state.key());
    other.push_back(make(state, way.second_best && i == way.from ? second_best(steps[i]) : choose(state)));
    before += steps[i].doubt;
    now += other.back().doubt;
    const std::int32_t to_gain = rest[i + 1] - rest[std::min<std::size_t>(i + ahead, steps.size())];
    if (now > before + std::min(hopeless, to_gain)) return false;
  }
  std::int32_t relation_gain = 0;
  for (std::size_t i = 0; i < other.size(); ++i) relation_gain += steps[way.from + i].relation_doubt - other[i].relation_doubt;
  for (std::size_t i = way.from + other.size(); i < steps.size(); ++i) state.apply(steps[i].move, steps[i].label);
  settle(state);
  const Contest contest{.kept = state.scratch.kept,
                        .rival = state.nodes,
                        .tokens = tokens,
                        .move_gain = before - now - relation_gain,
                        .relation_gain = relation_gain,
                        .reread = way.node,
                        .margin = way.margin};
  if (!is_better(state, contest)) return false;
  state.scratch.kept = state.nodes;
  std::copy(other.begin(), other.end(), steps.begin() + way.from);
  std::copy(other_keys.begin(), other_keys.end(), keys.begin() + way.from);
  sum_rest(state);
  return true;
}

// Tries a word's other reading, from where the word comes into sight (move_features looks at three words of the buffer).
void Parser::reread(ParseState& state, const Token* tokens, Reading& reading) const {
  const std::uint32_t node = reading.word + 1;
  const std::uint64_t word = state.bare[node].word;
  if (state.bare[node].tag != reading.best) return;  // a rule has given it another tag
  Way way;
  way.node = node;
  way.margin = reading.margin;
  way.cost = reading.margin * tag_doubt;
  for (std::uint32_t buffer = 1; buffer + 2 < node; ++way.from) buffer += state.scratch.steps[way.from].move == Move::shift;
  state.read_as(node, reading.parse_word, reading.other);
  reading.taken = follow(state, tokens, way);
  if (!reading.taken) state.read_as(node, word, reading.best);
}

}  // namespace khabar::language
