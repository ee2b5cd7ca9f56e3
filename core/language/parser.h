// Dependencies: a greedy arc-hybrid parser (Kuhlmann, Gomez-Rodriguez, Satta 2011) with linear scores, trained with a dynamic
// oracle (Goldberg & Nivre 2013); features after Zhang & Nivre 2011. One model picks the transition, a second names each arc.
//
//   stack: ... s1 s0   buffer: b0 b1 ...
//   shift: b0 goes onto the stack     left: s0 becomes a dependent of b0     right: s0 becomes a dependent of s1
#pragma once

#include "language/judge.h"
#include "language/readings.h"
#include "language/weights.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace khabar::language {

inline constexpr int relation_count = static_cast<int>(Relation::dep) + 1;
inline constexpr int relation_width = 40;  // padded for the row loops
static_assert(relation_count <= relation_width && relation_width % 8 == 0);

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

inline constexpr int move_features_max = 64;
inline constexpr int label_features_max = 40;

/// Slots of the features of the state for the choice of a move. Returns how many. O(1).
int move_features(const ParseState& state, std::uint32_t* out);

/// Slots of the features of an arc for the choice of its relation. O(1).
int label_features(const ParseState& state, std::uint32_t head, std::uint32_t dependent, std::uint32_t* out);

/// Columns of the move model: the scores of left and right relative to shift.
inline constexpr int move_width = 4;

/// Greedy, then second thoughts: where a move was unsure, the next best one is followed until both ways meet (after Choi & McCallum
/// 2013, selectional branching), and a judge says which tree stays. So with the tags that were unsure.
class Parser {
 public:
  Parser(std::string_view moves, std::string_view labels, std::string_view judge);
  /// Sets head and relation of one sentence's tokens (heads as indices from `offset`). O(tokens).
  /// The tokens have their tags and lemmas. Marks the readings that the tree takes (readings.h); the tokens keep their tags.
  void parse(Token* first, Token* last, std::uint32_t offset, const std::uint8_t* classes, std::span<Reading> readings,
             ParseState& state) const;

 private:
  /// The best move, without its relation.
  Step choose(ParseState& state) const;
  /// Makes a move; completes the step.
  Step make(ParseState& state, Step step) const;
  /// Left and right against shift; the best relation and its doubt. Looked up where they were scored before: other ways lead
  /// through the same places.
  const ParseState::Scored& score_moves(ParseState& state) const;
  const ParseState::Scored& score_relations(ParseState& state, std::uint32_t head, std::uint32_t dependent) const;
  struct Way {
    std::uint32_t from = 0;    // step
    bool second_best = false;  // of that step's moves
    std::uint32_t node = 0;    // goes on until it has its head; 0: none
    std::int32_t margin = 0;   // how unsure the move or the tag was
    std::int32_t cost = 0;     // doubt that it brings with it
  };
  bool follow(ParseState& state, const Token* tokens, const Way& way) const;
  bool is_better(ParseState& state, const Contest& contest) const;
  static void sum_rest(ParseState& state);
  void reread(ParseState& state, const Token* tokens, Reading& reading) const;

  Weights moves_;
  Weights labels_;
  Judge judge_;
};

/// What the parser takes for a token's word.
inline std::uint64_t parse_word(const Token& token) {
  if (!token.has(Token::has_digit)) return token.lemma;
  return token.has(Token::has_letter) ? 7 : 8 + (token.span.length() < 6 ? token.span.length() : 6);
}

/// After the parse: one root a sentence; relations that their shape excludes are repaired. Shared with the trainer's measure.
void settle(ParseState& state);

}  // namespace khabar::language
