// Judge: which of two trees of a sentence is the right one. The parser's doubts say how sure each move was when it was made; once both
// trees are whole, what differs between them can be weighed: arcs with what stands above, beside and around them, and what each verb
// then has and lacks.
//
//   "The clerk who signed it left."     who -> signed, clerk -> left     against     who -> left, it -> signed as its subject
#pragma once

#include "language/features.h"
#include "language/language.h"
#include "language/weights.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::language {

/// A word of a sentence under parse, number i - 1 of its tokens, or the root, number 0.
struct TreeNode {
  std::uint64_t word = 0;
  std::uint8_t tag = no_class;
  std::uint8_t label = 255;  // of the arc to its head, 255: none yet
  std::uint8_t lefts = 0, rights = 0;
  std::uint32_t head = 0;
  std::uint32_t left = 0, left2 = 0;    // outermost dependents on the left, 0: none
  std::uint32_t right = 0, right2 = 0;  // and on the right
  std::uint64_t children = 0;           // bit mask of its dependents' relations
  std::uint64_t sign = 0;               // all that, its dependents and the tags around it, in one number
};

/// Two whole trees of one sentence.
struct Contest {
  const std::vector<TreeNode>& kept;   // the parser's so far
  const std::vector<TreeNode>& rival;  // one that it came upon
  const Token* tokens = nullptr;
  std::int32_t move_gain = 0, relation_gain = 0;  // how much less doubt the rival leaves about each, in thousandths
  std::uint32_t reread = 0;                       // the word that the rival reads with another tag; 0: they part at a move
  std::int32_t margin = 0;                        // how unsure that move or tag was

  std::int32_t gain() const { return move_gain + relation_gain; }
};

/// A feature and how much more often the rival has it than the tree that was kept.
struct Evidence {
  std::uint32_t slot = 0;
  std::int32_t times = 0;
};
constexpr std::uint32_t slot_of(const Evidence& evidence) { return evidence.slot; }

/// What a word has in a tree: subjects before and after it, objects, its conjunction.
struct Clause {
  std::uint8_t subjects = 0, late_subjects = 0, objects = 0;
  std::uint64_t mark = 0;

  friend bool operator==(const Clause&, const Clause&) = default;
};

/// What a contest needs beside the trees; kept from one to the next.
struct JudgeScratch {
  std::vector<Evidence> evidence;
  std::vector<std::uint32_t> touched;
  std::vector<Clause> kept, rival;
};

/// Fills `scratch.evidence`; a slot may be there more than once. O(words).
void collect_evidence(const Contest& contest, JudgeScratch& scratch);

class Judge {
 public:
  /// Without weights it never has a say.
  explicit Judge(std::string_view packed) : weights_(packed, 4) {}
  void bring_near() const { weights_.bring_near(); }
  /// O(words).
  bool prefers_rival(const Contest& contest, JudgeScratch& scratch) const;

 private:
  Weights weights_;
};

/// One unit of the judge's weights, in ln(odds), and how many thousandths of doubt are worth a unit before it has seen the trees.
inline constexpr double judge_step = 0.02;
inline constexpr std::int32_t doubt_per_unit = 25;

}  // namespace khabar::language
