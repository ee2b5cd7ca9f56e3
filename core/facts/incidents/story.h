// Story: the tellings of an article, which of them are one incident, and who claims which.
//
//   "A bomb killed two in Quetta. The BLA claimed the attack. Gunmen shot a guard in Pishin."
//    tellings: killed, attack, shot      incidents: {killed, attack}, {shot}      claims: BLA, of the first
#pragma once

#include "facts/incidents/responsibility.h"
#include "facts/near_misses.h"

namespace khabar::incidents {

struct Story {
  std::vector<Mention> mentions;                   // in order of their tokens
  std::vector<std::vector<std::uint32_t>> groups;  // indexes into `mentions`: one group an incident
  std::vector<std::uint32_t> group_of;             // of each mention
  std::vector<Responsibility> responsibilities;
  std::vector<std::vector<std::uint32_t>> claimed;  // of each group: indexes into `responsibilities`
};

/// O(tokens).
Story read_story(const Syntax& syntax, const facts::NearMisses& near_misses);

}  // namespace khabar::incidents
