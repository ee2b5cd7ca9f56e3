// Tolls: how many were killed, injured, abducted, arrested, as one sentence tells it.
//
//   "killing at least 32 and wounding nearly 150, including 27 policemen"   killed >=32, injured ~150; the 27 are among the 150
//   "two soldiers and a driver were killed"                                 killed 3: 2 soldiers, 1 driver
//   "five people, three of them children, died"                             killed 5
//
// Read from the words in order, by noun groups and their separators: "including", "among them" and "of them" open what is
// counted already; an apposition counts nobody twice.
#pragma once

#include "facts/incidents/chunks.h"

namespace khabar::incidents {

class TollFinder {
 public:
  TollFinder(const Syntax& syntax, const Effects& effects) : syntax_(syntax), chunks_(syntax), effects_(effects) {}
  /// The tolls that the word tells; empty where it is no word of effects.tsv. O(1): bounded steps to either side.
  std::vector<Toll> read(std::uint32_t word) const;
  /// The tolls of a verb that its frame gives an effect: "shot two to death". O(1): bounded steps.
  std::vector<Toll> beside(std::uint32_t verb, Effect effect, bool passive) const;
  bool tells(std::uint32_t word) const { return effects_.find(syntax_.token(word).key) != nullptr; }

 private:
  struct Item {
    Toll toll;
    bool and_before = false;
    bool name = false;
    bool determined = false;
  };
  /// Groups and what stands between them, as far as they are read.
  struct Row {
    std::uint32_t first = 0, last = 0;
    bool forward = false;
    std::vector<Item> items;
    bool preposition = false, and_before = false;  // before the next group
    bool any = false;                              // was a group read?
    bool closed = false;                           // "..., ten elders and soldiers": the last one counts nobody
  };
  enum class Step : std::uint8_t { group, past, stop };
  static constexpr std::uint32_t widest = 40;  // tokens of one list

  // tolls.cpp: a word and the side where its people stand
  std::vector<Toll> at(Effects::Place place, std::uint32_t word, std::uint32_t next, std::uint32_t last) const;
  Effects::Place side_of(std::uint32_t word, std::uint32_t next, std::uint32_t last) const;
  bool is_another(std::uint32_t next, std::uint32_t last) const;
  bool is_let_go(std::uint32_t word) const;
  bool is_of_fallen_hostages(std::uint32_t word) const;
  bool is_one_of_nation(std::uint32_t at, std::uint32_t last) const;
  bool is_of_wounded(const Toll& toll) const;
  bool is_of_outdated(std::uint32_t word) const;
  std::vector<Toll> of_subject(std::uint32_t verb) const;
  std::vector<Toll> of_noun(std::uint32_t word, std::uint32_t next, std::uint32_t last) const;
  std::uint32_t rises(std::uint32_t toll) const;
  std::vector<Toll> whole(std::uint32_t word, std::uint32_t last) const;

  // toll_senses.cpp: whether the word tells anything
  bool is_outdated(std::uint32_t word) const;
  bool is_driven_out(std::uint32_t word) const;
  std::uint32_t behind_description(std::uint32_t open, std::uint32_t last) const;
  bool is_disputed(std::uint32_t word) const;
  std::uint32_t care_verb(std::uint32_t word) const;
  bool is_completed(std::uint32_t word) const;
  bool loses_life(std::uint32_t word) const;

  // toll_counts.cpp: one noun group
  bool number(std::uint32_t first, std::uint32_t head, Toll& toll) const;
  Toll named(std::uint32_t first, std::uint32_t head, std::uint32_t tell) const;
  bool toll_of(std::uint32_t first, std::uint32_t head, Toll& toll) const;
  bool is_one(std::uint32_t first, std::uint32_t head, std::uint32_t tell, Toll& toll) const;

  // toll_lists.cpp: groups in a row
  std::vector<Toll> list(std::uint32_t first, std::uint32_t last, bool forward) const;
  Step separator(Row& row, std::uint32_t& at) const;
  std::uint32_t subset_end(const Row& row, std::uint32_t at) const;
  bool past_word(Row& row, std::uint32_t& at) const;
  bool add_group(Row& row, std::uint32_t first, std::uint32_t head) const;
  bool opens_next(std::uint32_t first, std::uint32_t head) const;
  bool stands_alone(std::uint32_t another) const;
  std::vector<Toll> counted(Row& row) const;
  bool is_age(std::uint32_t number) const;

  // toll_subjects.cpp: who stands before the word
  std::vector<Toll> left_of(std::uint32_t word) const;
  std::uint32_t group_begin(std::uint32_t word, std::uint32_t floor) const;
  std::uint32_t relative_before(std::uint32_t verb, std::uint32_t floor) const;
  std::uint32_t after_effect(std::uint32_t verb, std::uint32_t end) const;
  bool ends_clause(const Token& t) const;
  std::uint32_t before_aside(std::uint32_t end, std::uint32_t floor) const;
  std::uint32_t before_mark(std::uint32_t at, std::uint32_t floor) const;

  const Syntax& syntax_;
  Chunks chunks_;
  const Effects& effects_;
};

}  // namespace khabar::incidents
