// Dependencies: a greedy arc-hybrid parser (Kuhlmann, Gomez-Rodriguez, Satta 2011) with linear scores, trained with a dynamic
// oracle (Goldberg & Nivre 2013); features after Zhang & Nivre 2011. One model picks the transition, a second names each arc.
#pragma once

#include "language/parse_features.h"
#include "language/readings.h"
#include "language/weights.h"

#include <span>
#include <vector>

namespace khabar::language {

inline constexpr int relation_count = static_cast<int>(Relation::dep) + 1;
inline constexpr int relation_width = 40;  // padded for the row loops
static_assert(relation_count <= relation_width && relation_width % 8 == 0);

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
  void bring_near() const {
    moves_.bring_near();
    labels_.bring_near();
    judge_.bring_near();
  }

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

  WeightPairs moves_;
  Weights labels_;
  Judge judge_;
};

/// What the parser takes for a token's word.
inline std::uint64_t parse_word(const Token& token) {
  if (!token.has(Token::has_digit)) return token.lemma;
  return token.has(Token::has_letter) ? 7 : 8 + (token.span.length() < 6 ? token.span.length() : 6);
}

}  // namespace khabar::language
