// Repairs of clauses: which verb a subject, an object or a clause belongs to.
#pragma once

#include "language/tree_edits.h"

namespace khabar::language {

/// Each looks at one word of the sentence and leaves the tree as it is, or mends it. O(length of the sentence).
class ClauseRepairs : protected TreeEdits {
 protected:
  using TreeEdits::TreeEdits;

  void subject_of_gerund(std::uint32_t t);
  void gerund_of(std::uint32_t t);
  void participle_before_passive(std::uint32_t t);
  void accused_of_gerund(std::uint32_t t);
  void day_before_title(std::uint32_t t);
  void day_of_subject(std::uint32_t t);
  void relative_before_main(std::uint32_t t);
  void day_as_root(std::uint32_t t);
  void clause_before_but(std::uint32_t t);
  void participle_as_main(std::uint32_t t);
  void reduced_before_main(std::uint32_t t);
  void setting_of_opinion(std::uint32_t t);
  void put_to_death(std::uint32_t t);
  void object_behind_result(std::uint32_t verb, std::uint32_t t);
  void result_of_said(std::uint32_t t);
  void month_as_subject(std::uint32_t t);
  void deed_as_said(std::uint32_t t);
  void hyphened_noun(std::uint32_t hyphen);
  std::uint32_t verb_behind_phrase(std::uint32_t who) const;
  void relative_of_two(std::uint32_t t);
  void clause_of_with(std::uint32_t t);
  void object_of_gerund(std::uint32_t t);
  bool is_gerund(std::uint32_t t, std::uint32_t noun) const;
  void that_clause(std::uint32_t that);
  bool subject_with_that(std::uint32_t that);
  void gerund_beside(std::uint32_t t);
  void participle_of_last(std::uint32_t t);
  void second_subject(std::uint32_t t);
  void object_before_clause(std::uint32_t t);
  void between_both(std::uint32_t t);
  void collapse_as_participle(std::uint32_t t);
  std::uint32_t noun_clause_mark(std::uint32_t noun) const;
  void second_object(std::uint32_t t);
  void list_past_place(std::uint32_t t);
  void infinitive_in_list(std::uint32_t t);
  void proposed_that(std::uint32_t that);
  void rumour_that(std::uint32_t that);
  void rumour_beside(std::uint32_t noun, std::uint32_t verb);
  void passive_in_list(std::uint32_t t);
  void goes_on_in_list(std::uint32_t t);
  void helped_to_act(std::uint32_t t);
  bool is_alone(std::uint32_t verb) const;
  void clause_of_before(std::uint32_t t);
  void clause_behind_time(std::uint32_t t);
  void month_before_subject(std::uint32_t t);
  void both_as_subject(std::uint32_t t);
  bool is_past_semicolon(std::uint32_t from, std::uint32_t to) const;
  void object_of_which(std::uint32_t t);
  void noun_under_its_clause(std::uint32_t pronoun);
  bool acts_on_something(std::uint32_t verb) const;
  std::uint32_t verb_behind_subject(std::uint32_t who) const;
  void told_and_did(std::uint32_t t);
  void calls_on(std::uint32_t t);
  void last_of_list(std::uint32_t t);
  void clause_beside_none(std::uint32_t t);
  bool may_go_on(std::uint32_t t) const;
  bool heads_clause(std::uint32_t t) const;
  bool is_relative_pronoun(std::uint32_t t) const;
  std::uint32_t verb_between(std::uint32_t pronoun, std::uint32_t predicate) const;
  void relative_as_main(std::uint32_t pronoun);
  void set_main_verb(std::uint32_t noun, std::uint32_t clause, std::uint32_t verb);
  void main_behind_relative(std::uint32_t pronoun);
  void due_aside(std::uint32_t t);
  void relative_as_conjunct(std::uint32_t pronoun);
  void relative_goes_on(std::uint32_t noun, std::uint32_t clause);
  std::uint32_t quality_behind(std::uint32_t comma) const;
  bool has_preposition(std::uint32_t noun) const;
  void main_behind_that(std::uint32_t that);
  void said_of_which(std::uint32_t t);
  void clause_of_gerund(std::uint32_t that);
  bool has_object_behind(std::uint32_t verb) const;
  void object_behind_verb(std::uint32_t t);
  void past_of_one(std::uint32_t t);
  void told_by_second(std::uint32_t t);
  void negated_infinitive(std::uint32_t t);
  void border_with(std::uint32_t t);
  void object_of_particle(std::uint32_t t);
  void verb_before_object(std::uint32_t t);
  void object_of_relative(std::uint32_t pronoun);
  void clause_of_whose(std::uint32_t whose);
  void same_past_in_list(std::uint32_t t);
  void list_in_report(std::uint32_t t);
  std::uint32_t predicate_behind(std::uint32_t comma) const;
  void noun_as_clause(std::uint32_t t);
  void that_noun(std::uint32_t t);
  void what_is_asked(std::uint32_t t);
  void what_gerund_asks(std::uint32_t t);
  std::uint32_t asked_before(std::uint32_t t, std::uint32_t verb) const;
  void first_of_list(std::uint32_t t);
  void first_beside_list(std::uint32_t t);
  void list_before_verb(std::uint32_t t);
  void what_is_said(std::uint32_t t);
  void titled_speaker(std::uint32_t t);
  void told_paper(std::uint32_t t);
  void report_as_aside(std::uint32_t t);
  void by_of_noun(std::uint32_t t);
  std::uint32_t begin_of_group(std::uint32_t last, std::uint32_t longest) const;
  void speakers_behind(std::uint32_t verb);
  void speaker_at_end(std::uint32_t t);
  void told_afterwards(std::uint32_t t);
  void said_and_denied(std::uint32_t t);
  void perfect(std::uint32_t t);
  void apposition_as_subject(std::uint32_t t);
  void name_as_interjection(std::uint32_t t);
  void subject_of_mark(std::uint32_t t);
  void joined_clause(std::uint32_t t);
  void object_as_subject(std::uint32_t t);

  void neighbouring(std::uint32_t t);
  void noun_after_name(std::uint32_t t);
  void unheard_adjective(std::uint32_t t);
  void clause_with_mark(std::uint32_t t);
  void press_as_verb(std::uint32_t t);
  void two_before_noun(std::uint32_t t);
  void place_as_subject(std::uint32_t t);

  void particle_as_preposition(std::uint32_t t);
  void set_ablaze(std::uint32_t ablaze);
  void result_of_verb(std::uint32_t t);
  void shot_as_noun(std::uint32_t t);
  void noun_with_article(std::uint32_t t);
  void place_behind_verb(std::uint32_t t);
};

}  // namespace khabar::language
