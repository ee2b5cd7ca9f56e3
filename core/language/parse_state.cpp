#include "language/parse_state.h"

#include <algorithm>

namespace khabar::language {

namespace {

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

}  // namespace khabar::language
