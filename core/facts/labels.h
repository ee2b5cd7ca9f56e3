// Labels: where and when the items of a brief happened, told before the items' own words.
//
//   "11 Oct - Kidal: ambush on a convoy, nine dead."   ->  11 Oct, Kidal
//   "Kidal, 11 October: ..."                           ->  11 October, Kidal
//
// A label is a block's first words up to a colon or a dash where they are nothing but names of places and times. It holds for the whole
// block. Bounded look-ahead.
#pragma once

#include "mentions/mentions.h"

#include <vector>

namespace khabar::facts {

struct Label {
  std::uint32_t time = mentions::none;  // index into mentions.times
  std::vector<EntityId> places;
  std::uint32_t end = 0;  // the token behind it; 0 where there is none
};

/// The label of the block that the sentence stands in; empty where there is none. O(log sentences).
Label label_of(const mentions::Article& article, std::uint32_t sentence);

}  // namespace khabar::facts
