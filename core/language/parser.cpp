#include "language/parser.h"
#include "text/sorting.h"

#include <algorithm>
#include <iterator>

namespace khabar::language {

namespace {

// Turned, so that head and dependent do not change places unnoticed.
std::uint64_t mix(std::uint64_t x, std::uint64_t with) {
  x = ((x << 23 | x >> 41) ^ with) * 0x9e3779b97f4a7c15u;
  return x ^ x >> 32;
}

// The signs of nodes [begin, end) that have no dependents yet: the sentence, the place, the tags from the node before to the one after
// the next.
void sign(std::vector<TreeNode>& nodes, std::uint64_t sentence, std::size_t begin, std::size_t end) {
  const auto tag = [&](std::size_t i) -> std::uint64_t { return i < nodes.size() ? nodes[i].tag : no_class; };
  std::uint64_t tags = (tag(begin == 0 ? 0 : begin - 1) << 6 | tag(begin)) << 6 | tag(begin + 1);
  for (std::size_t i = begin; i < end; ++i) {
    tags = (tags << 6 | tag(i + 2)) & 0xFFFFFF;
    nodes[i].sign = mix(0, sentence << 40 | i << 24 | tags);
  }
}

}  // namespace

void ParseState::start(const std::uint64_t* words, const std::uint8_t* classes, std::size_t count) {
  using namespace text::literals;
  ++sentence;
  scratch.moves.resize(std::size_t{1} << scored_bits);
  scratch.arcs.resize(std::size_t{1} << scored_bits);
  bare.assign(count + 1, Node{});
  faces.assign(count + 2, Face{});
  commas.assign(count + 1, 0);
  verbs.assign(count + 1, 0);
  bare[0].tag = root_class;
  bare[0].word = 1;
  for (std::size_t i = 0; i < count; ++i) {
    bare[i + 1].word = words[i];
    bare[i + 1].tag = classes[i];
    faces[i + 1] = {words[i], classes[i]};
    if (i == 0) continue;
    commas[i + 1] = static_cast<std::uint16_t>(commas[i] + (words[i - 1] == ","_key));
    verbs[i + 1] = static_cast<std::uint16_t>(verbs[i] + (tag_classes[classes[i - 1]].tag == Tag::verb));
  }
  sign(bare, sentence, 0, bare.size());
  rewind();
}

void ParseState::read_as(std::uint32_t node, std::uint64_t word, std::uint8_t tag_class) {
  const int change = (tag_classes[tag_class].tag == Tag::verb) - (tag_classes[bare[node].tag].tag == Tag::verb);
  bare[node].word = word;
  bare[node].tag = tag_class;
  faces[node] = {word, tag_class};
  sign(bare, sentence, node < 2 ? 0 : node - 2, std::min<std::size_t>(node + 2, bare.size()));
  if (change == 0) return;
  for (std::size_t i = node + 1; i < bare.size(); ++i) verbs[i] = static_cast<std::uint16_t>(verbs[i] + change);
}

void ParseState::rewind() {
  nodes = bare;
  stack.assign(1, 0);
  stack_keys.assign(1, 0);
  buffer = 1;
}

void ParseState::apply(Move move, std::uint8_t label) {
  if (move == Move::shift) {
    stack_keys.push_back((stack_keys.back() + buffer) * 0x9e3779b97f4a7c15u);
    stack.push_back(buffer++);
    return;
  }
  const auto [h, d] = arc(move);
  Node &head = nodes[h], &dependent = nodes[d];
  dependent.head = h;
  dependent.label = label;
  head.children |= std::uint64_t{1} << label;
  head.sign = mix(head.sign + label, dependent.sign);
  // Dependents come from the inside out: each is the outermost of its side so far.
  if (move == Move::left) {
    head.left2 = head.left;
    head.left = d;
    head.lefts = static_cast<std::uint8_t>(head.lefts + (head.lefts < 3));
  } else {
    head.right2 = head.right;
    head.right = d;
    head.rights = static_cast<std::uint8_t>(head.rights + (head.rights < 3));
  }
  stack.pop_back();
  stack_keys.pop_back();
}

namespace {

std::uint64_t distance_class(std::uint32_t a, std::uint32_t b) {
  constexpr std::uint8_t classes[] = {0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7};
  return classes[std::min<std::size_t>(b - a, std::size(classes) - 1)];
}

// Commas and verbs between two nodes, up to two of each.
std::uint64_t between(const ParseState& s, std::uint32_t a, std::uint32_t b) {
  const unsigned commas = s.commas[b] - s.commas[a], verbs = s.verbs[b] - s.verbs[a];
  return (commas < 2 ? commas : 2) * 4 + (verbs < 2 ? verbs : 2);
}

constexpr std::uint64_t bit(Relation r) { return std::uint64_t{1} << static_cast<int>(r); }
// Relations of a head's dependents that decide what else it may take.
constexpr std::uint64_t core_children = bit(Relation::nsubj) | bit(Relation::nsubj_pass) | bit(Relation::csubj) | bit(Relation::obj) |
                                        bit(Relation::iobj) | bit(Relation::aux_pass) | bit(Relation::cop) | bit(Relation::case_) |
                                        bit(Relation::mark) | bit(Relation::ccomp) | bit(Relation::xcomp) | bit(Relation::expl) |
                                        bit(Relation::det) | bit(Relation::cc) | bit(Relation::nummod) | bit(Relation::aux);

// Slots of the features of the state for the choice of a move, to an output iterator; returns where it ends.
template <typename Out>
Out write_move_features(const ParseState& s, Out o) {
  static const ParseState::Node none;
  const std::size_t depth = s.stack.size(), n = s.nodes.size();
  const std::uint32_t i0 = s.stack[depth - 1];
  const std::uint32_t i1 = depth > 1 ? s.stack[depth - 2] : 0;
  const ParseState::Node& s0 = s.nodes[i0];
  const ParseState::Node& s1 = depth > 1 ? s.nodes[i1] : none;
  const ParseState::Node& s2 = depth > 2 ? s.nodes[s.stack[depth - 3]] : none;
  const ParseState::Node& b0 = s.buffer < n ? s.nodes[s.buffer] : none;
  const ParseState::Node& b1 = s.buffer + 1 < n ? s.nodes[s.buffer + 1] : none;
  const ParseState::Node& b2 = s.buffer + 2 < n ? s.nodes[s.buffer + 2] : none;
  const ParseState::Face &s0l = s.faces[s0.left], &s0r = s.faces[s0.right], &s1l = s.faces[s1.left], &s1r = s.faces[s1.right];
  const ParseState::Face& b0l = s.faces[b0.left];
  // Tags in six bits each.
  const std::uint64_t S0 = s0.tag, S1 = s1.tag, S2 = s2.tag, B0 = b0.tag, B1 = b1.tag, B2 = b2.tag;
  const std::uint64_t s0b0 = S0 << 8 | B0, s1s0 = S1 << 8 | S0, s1s0b0 = s1s0 << 8 | B0, s0b0b1 = s0b0 << 8 | B1;
  const std::uint64_t d0 = b0.tag == no_class ? 9 : distance_class(i0, s.buffer), d1 = distance_class(i1, i0);
  const std::uint64_t m0 = s0.children & core_children, m1 = s1.children & core_children, mb = b0.children & core_children;
  *o++ = quick_slot(0, s1s0b0);
  *o++ = quick_slot(1, s0.word, S0);
  *o++ = quick_slot(2, s0.word, B0);
  *o++ = quick_slot(3, s0.word, s0b0b1);
  *o++ = quick_slot(4, b0.word, B0);
  *o++ = quick_slot(5, b0.word, S0);
  *o++ = quick_slot(6, b0.word, s1s0);
  *o++ = quick_slot(7, b1.word, s0b0);
  *o++ = quick_slot(8, s1.word, s1s0);
  *o++ = quick_slot(9, s1.word, s1s0b0);
  *o++ = quick_slot(10, s0.word, s1s0);
  *o++ = quick_slot(11, s0.word, b0.word);
  *o++ = quick_slot(12, s1.word, s0.word);
  *o++ = quick_slot(13, s1.word, b0.word, S0);
  *o++ = quick_slot(14, s0b0b1, B2);
  *o++ = quick_slot(15, s1s0b0, B1);
  *o++ = quick_slot(16, s1s0b0, S2);
  *o++ = quick_slot(17, s1s0b0, s0l.tag);
  *o++ = quick_slot(18, s1s0b0, s0r.tag, 1);
  *o++ = quick_slot(19, s1s0b0, s1r.tag, 2);
  *o++ = quick_slot(20, s1s0b0, s1l.tag, 3);
  *o++ = quick_slot(21, s0b0, b0l.tag, b0l.word);
  *o++ = quick_slot(22, s0b0, d0);
  *o++ = quick_slot(23, s1s0, d1);
  *o++ = quick_slot(24, s0.word, d0, B0);
  *o++ = quick_slot(25, s0b0, m0);
  *o++ = quick_slot(26, s1s0, m1);
  *o++ = quick_slot(27, s0b0, m0, mb);
  *o++ = quick_slot(28, s1s0b0, m1, m0);
  *o++ = quick_slot(29, s0.word, m0, B0);
  *o++ = quick_slot(30, s1.word, m1, S0);
  *o++ = quick_slot(31, s0b0, s0.lefts, s0.rights);
  *o++ = quick_slot(32, s1s0, s1.lefts * 4u + s1.rights, s0.rights);
  *o++ = quick_slot(33, s1.word, S0, s0l.word);
  *o++ = quick_slot(34, s1s0, s0l.word, B0);
  *o++ = quick_slot(35, s0l.word, s0.word);
  *o++ = quick_slot(36, s0b0, s0l.word);
  *o++ = quick_slot(37, s1s0b0, s0.label == 255 ? 0 : s0.label, s.nodes[s0.right].label);
  *o++ = quick_slot(38, s1s0b0, s.nodes[s1.right].label, d1);
  *o++ = quick_slot(39, s0b0b1, b1.word);
  *o++ = quick_slot(40, b0.word, b1.word, S0);
  *o++ = quick_slot(41, s0b0, s0r.word);
  *o++ = quick_slot(42, s1s0, s1r.word);
  *o++ = quick_slot(43, s0b0, s.faces[s0.left2].tag, s.faces[s0.right2].tag);
  *o++ = quick_slot(44, s2.word, s1s0, B0);
  *o++ = quick_slot(45, S0 << 8 | B1, B2, d0);
  *o++ = quick_slot(46, s0.word, b1.word, B0);
  *o++ = quick_slot(47, s0b0, S2 << 8 | S1, d0);
  *o++ = quick_slot(48, b0.word, B1, S0 << 8 | B2);
  const std::uint64_t between0 = s.buffer < n ? between(s, i0, s.buffer) : 15, between1 = between(s, i1, i0);
  *o++ = quick_slot(49, s0b0, between0);
  *o++ = quick_slot(50, s1s0b0, between1, between0);
  *o++ = quick_slot(51, s0b0, between0, m0);
  return o;
}

// The same of an arc for the choice of its relation.
template <typename Out>
Out write_label_features(const ParseState& s, std::uint32_t h, std::uint32_t d, Out o) {
  const ParseState::Node &head = s.nodes[h], &dep = s.nodes[d];
  const std::uint64_t right = d > h, H = head.tag, D = dep.tag;
  const std::uint64_t hd = H << 9 | D << 1 | right;
  const ParseState::Face &first = s.faces[dep.left], &first2 = s.faces[dep.left2], &last = s.faces[dep.right];
  const ParseState::Face &before = s.faces[d - 1], &after = s.faces[d + 1], &hbefore = s.faces[h == 0 ? 0 : h - 1],
                         &hafter = s.faces[h + 1];
  const std::uint64_t hm = head.children & core_children, dm = dep.children & core_children;
  const std::uint64_t distance = distance_class(std::min(h, d), std::max(h, d));
  *o++ = quick_slot(100, hd);
  *o++ = quick_slot(101, hd, distance);
  *o++ = quick_slot(102, dep.word, hd);
  *o++ = quick_slot(103, head.word, hd);
  *o++ = quick_slot(104, dep.word);
  *o++ = quick_slot(105, head.word, dep.word);
  *o++ = quick_slot(106, hd, hm);
  *o++ = quick_slot(107, hd, dm);
  *o++ = quick_slot(108, hd, hm, dm);
  *o++ = quick_slot(109, hd, first.word);
  *o++ = quick_slot(110, head.word, hd, first.word);
  *o++ = quick_slot(111, dep.word, first.word, right);
  *o++ = quick_slot(112, hd, first2.word, first.tag);
  *o++ = quick_slot(113, hd, last.tag);
  *o++ = quick_slot(114, hd, before.tag, after.tag);
  *o++ = quick_slot(115, hd, before.word);
  *o++ = quick_slot(116, hd, after.word);
  *o++ = quick_slot(117, hd, hbefore.tag, hafter.tag);
  *o++ = quick_slot(118, head.word, hm, D << 1 | right);
  *o++ = quick_slot(119, dep.word, dm, H << 1 | right);
  *o++ = quick_slot(120, hd, s.nodes[head.right].label, first.tag);
  *o++ = quick_slot(121, hd, s.nodes[head.left].label, s.nodes[head.left2].label);
  *o++ = quick_slot(122, hd, s.faces[head.left].word);
  *o++ = quick_slot(123, hd, hafter.word);
  return o;
}

}  // namespace

std::uint64_t ParseState::move_key() const {
  const std::size_t depth = stack.size(), n = nodes.size();
  const std::uint32_t i0 = stack[depth - 1], i1 = depth > 1 ? stack[depth - 2] : i0, i2 = depth > 2 ? stack[depth - 3] : i1;
  // A word's other reading changes how many verbs lie between, whichever of them it is.
  const std::uint64_t verbs1 = verbs[i0] - verbs[i1], verbs0 = buffer < n ? verbs[buffer] - verbs[i0] : 0;
  const std::uint64_t rest = std::uint64_t{i2} << 48 | verbs1 << 32 | verbs0 << 8 | nodes[i2].tag;
  return mix(mix(mix(nodes[i0].sign, buffer < n ? nodes[buffer].sign : n), nodes[i1].sign), rest);
}

std::uint64_t ParseState::arc_key(std::uint32_t h, std::uint32_t d) const { return mix(nodes[h].sign, nodes[d].sign); }

int move_features(const ParseState& state, std::uint32_t* out) { return static_cast<int>(write_move_features(state, out) - out); }

int label_features(const ParseState& state, std::uint32_t head, std::uint32_t dependent, std::uint32_t* out) {
  return static_cast<int>(write_label_features(state, head, dependent, out) - out);
}

void settle(ParseState& s) {
  constexpr std::uint8_t root = static_cast<std::uint8_t>(Relation::root);
  std::uint32_t top = 0;
  for (std::uint32_t i = 1; i < s.nodes.size(); ++i) {
    if (s.nodes[i].head != 0) {
      if (s.nodes[i].label == root) s.nodes[i].label = static_cast<std::uint8_t>(Relation::dep);
      continue;
    }
    s.nodes[i].label = root;
    if (top == 0) top = i;
  }
  // More than one: the first that is no punctuation leads, the others hang on it.
  for (std::uint32_t i = top; i < s.nodes.size(); ++i) {
    if (s.nodes[i].head == 0 && tag_classes[s.nodes[i].tag].tag != Tag::punct) {
      top = i;
      break;
    }
  }
  for (std::uint32_t i = 1; i < s.nodes.size(); ++i) {
    if (s.nodes[i].head != 0 || i == top) continue;
    s.nodes[i].head = top;
    s.nodes[i].label = static_cast<std::uint8_t>(tag_classes[s.nodes[i].tag].tag == Tag::punct ? Relation::punct : Relation::parataxis);
  }
}

Parser::Parser(std::string_view moves, std::string_view labels, std::string_view judge)
    : moves_(moves, move_width), labels_(labels, relation_width), judge_(judge) {}

namespace {

// ln(1 + e^(-m / 20)) in thousandths, for margins from 0: what a choice costs that was ahead by m. (Sums of basic operations alone:
// every machine has the same.)
constexpr int doubt_scale = 20;
constexpr std::array<std::int16_t, 160> doubts = [] {
  std::array<std::int16_t, 160> out{};
  double power = 1;  // e^(-m / 20)
  for (std::int16_t& doubt : out) {
    const double z = power / (2 + power);  // ln(1 + x) = 2 artanh(x / (2 + x))
    double sum = 0, term = z;
    for (int k = 1; k < 24; k += 2, term *= z * z) sum += term / k;
    doubt = static_cast<std::int16_t>((static_cast<int>(4000 * sum) + 1) / 2);  // 2000 times, rounded
    power *= 0.95122942450071400910;
  }
  return out;
}();

std::int32_t doubt_of(std::int32_t margin) {
  const std::size_t size = static_cast<std::size_t>(margin < 0 ? -margin : margin);
  const std::int32_t doubt = size < doubts.size() ? doubts[size] : 0;
  return margin < 0 ? doubt - margin * (1000 / doubt_scale) : doubt;
}

constexpr std::int32_t unsure_below = 18;  // margin
constexpr std::size_t branches_max = 16;   // a sentence
constexpr int met_for = 3;                 // steps that two ways must stand alike before they count as one
// A way is given up that has so much more doubt than the other, or more than the other's next steps could cost it.
constexpr std::int32_t hopeless = 3000;
constexpr std::size_t ahead = 7;
constexpr std::int32_t tag_doubt = 70;  // of taking a tag that the tagger had behind, by unit of margin

}  // namespace

const ParseState::Scored& Parser::score_moves(ParseState& state) const {
  const std::uint64_t key = state.move_key();
  ParseState::Scored& scored = state.scratch.moves[key >> (64 - ParseState::scored_bits)];
  if (scored.key == key) return scored;
  std::uint32_t slots[move_features_max];
  const std::uint32_t* end = write_move_features(state, KnownSlots(moves_, slots)).end();
  scored = {key, 0, 0};
  for (const std::uint32_t* slot = slots; slot != end; ++slot) {
    const std::uint8_t* row = moves_.row(*slot);
    scored.first += row[1] - Weights::nought;
    scored.second += row[2] - Weights::nought;
  }
  return scored;
}

const ParseState::Scored& Parser::score_relations(ParseState& state, std::uint32_t head, std::uint32_t dependent) const {
  const std::uint64_t key = state.arc_key(head, dependent);
  ParseState::Scored& scored = state.scratch.arcs[key >> (64 - ParseState::scored_bits)];
  if (scored.key == key) return scored;
  std::uint32_t slots[label_features_max];
  alignas(16) std::int16_t labels[relation_width];
  const std::uint32_t* end = write_label_features(state, head, dependent, KnownSlots(labels_, slots)).end();
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

namespace {

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
