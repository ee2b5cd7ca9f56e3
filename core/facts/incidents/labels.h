// Labels: where and when the items of a brief happened, told before the items' own words.
//
//   "11 Oct - Kidal: ambush on a convoy, nine dead."   ->  11 Oct, Kidal
//   "Kidal, 11 October: ..."                           ->  11 October, Kidal
//
// A label is a block's first words up to a colon or a dash where they are nothing but names of places and times. It holds for the whole
// block. Bounded look-ahead.
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

struct Label {
  std::uint32_t time = none;  // index into mentions.times
  std::vector<EntityId> places;
};

/// The label of the block that the sentence stands in; empty where there is none. O(log sentences).
Label label_of(const Syntax& syntax, std::uint32_t sentence);

}  // namespace khabar::incidents
