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
    bool joined = false;  // an "and" or a comma stands before it
    bool and_before = false;
    bool name = false;
    bool determined = false;
  };
  bool is_age(std::uint32_t number) const;
  bool is_completed(std::uint32_t word) const;
  bool loses_life(std::uint32_t word) const;
  bool is_outdated(std::uint32_t word) const;
  bool number(std::uint32_t first, std::uint32_t head, Toll& toll) const;
  bool toll_of(std::uint32_t first, std::uint32_t head, Toll& toll) const;
  std::vector<Toll> left_of(std::uint32_t word) const;
  std::vector<Toll> list(std::uint32_t first, std::uint32_t last, bool forward) const;
  const Syntax& syntax_;
  Chunks chunks_;
  const Effects& effects_;
};

}  // namespace khabar::incidents
