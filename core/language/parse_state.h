// The state of a parse: what is on the stack, what is still to be read, and the arcs so far.
//
//   stack: ... s1 s0   buffer: b0 b1 ...
//   shift: b0 goes onto the stack     left: s0 becomes a dependent of b0     right: s0 becomes a dependent of s1
#pragma once

#include "language/judge.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace khabar::language {

enum class Move : std::uint8_t { shift, left, right };

/// A move made, and how sure it was.
struct Step {
  Move move = Move::shift;
  std::uint8_t label = 0;
  Move second = Move::shift;        // the next best move
  bool branches = false;            // `second` could have been made and was not tried
  std::int32_t margin = 0;          // of the best move before the second
  std::int32_t doubt = 0;           // of the move made and its relation, in thousandths; summed, it compares two parses of one sentence
  std::int32_t relation_doubt = 0;  // of that, the relation's
};

/// Two trees that were compared, for the trainer.
struct Trial {
  std::vector<TreeNode> kept, rival;
  std::vector<Evidence> evidence;
  std::int32_t gain = 0;
};

/// Two numbers in one; turned, so that head and dependent do not change places unnoticed.
inline std::uint64_t mix(std::uint64_t x, std::uint64_t with) {
  x = ((x << 23 | x >> 41) ^ with) * 0x9e3779b97f4a7c15u;
  return x ^ x >> 32;
}

/// The state of a parse of one sentence. Node 0 is the root, node i the sentence's word i - 1.
struct ParseState {
  using Node = TreeNode;
  std::vector<Node> nodes, bare;             // bare: as they are before the first move
  std::vector<std::uint16_t> commas, verbs;  // how many stand before each node
  // Word and tag of each node as a dependent or neighbour. Where there is none, at 0 and behind the last, they say so: whether there is
  // one is not to be guessed by the processor.
  struct Face {
    std::uint64_t word = 0;
    std::uint8_t tag = no_class;
  };
  std::vector<Face> faces;
  std::vector<std::uint32_t> stack;
  std::vector<std::uint64_t> stack_keys;  // of what the stack holds, bottom to each of its nodes
  std::uint64_t sentence = 0;             // how many were started
  std::uint32_t buffer = 1;

  /// Words and classes of a sentence; a word is the key of its lemma (numbers of one length are one word).
  void start(const std::uint64_t* words, const std::uint8_t* classes, std::size_t count);
  /// Another word and class for a node.
  void read_as(std::uint32_t node, std::uint64_t word, std::uint8_t tag_class);
  /// The same sentence again, without arcs.
  void rewind();
  /// What is still to be read and on the stack, in one number.
  std::uint64_t key() const { return stack_keys.back() ^ std::uint64_t{buffer} << 40; }
  /// All that the features of a move look at in one number, and those of an arc.
  std::uint64_t move_key() const;
  std::uint64_t arc_key(std::uint32_t head, std::uint32_t dependent) const;
  bool done() const { return buffer >= nodes.size() && stack.size() == 1; }
  bool can(Move move) const {
    const bool more = buffer < nodes.size();
    if (move == Move::shift) return more;
    if (move == Move::left) return more && stack.size() > 1;
    return stack.size() > (more ? 2 : 1);  // the root takes its dependents at the end
  }
  /// Head and dependent of the arc that the move makes (not shift).
  std::pair<std::uint32_t, std::uint32_t> arc(Move move) const {
    const std::uint32_t s0 = stack.back();
    return {move == Move::left ? buffer : stack[stack.size() - 2], s0};
  }
  void apply(Move move, std::uint8_t label);

  // What was scored: moves (left and right against shift) or relations (the best one and its doubt), by key.
  struct Scored {
    std::uint64_t key = 0;
    std::int32_t first = 0, second = 0;
  };
  static constexpr int scored_bits = 9;

  // Scratch of Parser::parse().
  struct {
    std::vector<Scored> moves, arcs;  // 2^scored_bits; a later one takes an earlier one's place; sentences' keys differ
    std::vector<std::uint64_t> words;
    std::vector<Step> steps, other;               // of the parse so far, of another that is tried
    std::vector<std::uint64_t> keys, other_keys;  // the state's before each step
    std::vector<std::uint32_t> unsure;            // steps, the least sure first
    std::vector<std::int32_t> rest;               // doubt of the steps from each on
    std::vector<Node> kept;                       // the tree of the parse so far
    JudgeScratch judge;
  } scratch;
  bool in_capitals = false;
  std::vector<Trial>* trials = nullptr;  // the trainer's: what was compared, the doubts deciding
};

// In the header, as they are asked for at each move.
inline std::uint64_t ParseState::move_key() const {
  const std::size_t depth = stack.size(), n = nodes.size();
  const std::uint32_t i0 = stack[depth - 1], i1 = depth > 1 ? stack[depth - 2] : i0, i2 = depth > 2 ? stack[depth - 3] : i1;
  // A word's other reading changes how many verbs lie between, whichever of them it is.
  const std::uint64_t verbs1 = verbs[i0] - verbs[i1], verbs0 = buffer < n ? verbs[buffer] - verbs[i0] : 0;
  const std::uint64_t rest = std::uint64_t{i2} << 48 | verbs1 << 32 | verbs0 << 8 | nodes[i2].tag;
  return mix(mix(mix(nodes[i0].sign, buffer < n ? nodes[buffer].sign : n), nodes[i1].sign), rest);
}

inline std::uint64_t ParseState::arc_key(std::uint32_t h, std::uint32_t d) const { return mix(nodes[h].sign, nodes[d].sign); }

/// After the parse: one root a sentence; relations that their shape excludes are repaired. Shared with the trainer's measure.
void settle(ParseState& state);

}  // namespace khabar::language
