// Repairs of headlines' trees: what their commas, participles and missing words make the parser misread.
//
//   "Rebel chief, aide killed in raid"             both were killed
//   "Scores killed as rebels overrun base"         the rebels overran it
//   "Missile hits port, two sailors killed"        two clauses, no relative one
//   "Blast targeting guards kills nine"            the blast did
#pragma once

#include "language/clause_repairs.h"

namespace khabar::language {

class HeadlineRepairs : protected ClauseRepairs {
 protected:
  using ClauseRepairs::ClauseRepairs;

  /// Looks at one word of the sentence and leaves the tree as it is, or mends it. O(length of the sentence).
  void mend_headline(std::uint32_t t);

 private:
  void what_is_told(std::uint32_t t);
  void pair_of_headline(std::uint32_t t);
  void pair_before_verb(std::uint32_t t);
  void verb_past_comma(std::uint32_t t);
  void counted_noun(std::uint32_t t);
  void clause_past_comma(std::uint32_t t);
  void as_clause(std::uint32_t t);
  void two_past_comma(std::uint32_t t);
  void what_is_to_be(std::uint32_t t);
  void undergone(std::uint32_t t);
  void participle_of_headline(std::uint32_t t);
  void gerund_in_headline(std::uint32_t t);
  void outcome_of_headline(std::uint32_t t);
  void gerund_before_verb(std::uint32_t t);
  void participle_of_clause(std::uint32_t t, std::uint32_t verb);
  void pair_of_leaders(std::uint32_t t);
  void left_dead(std::uint32_t t);
  void infinitive_of_plot(std::uint32_t t);
};

}  // namespace khabar::language
