// Merging: which tellings are of one incident?
//
//   "A bomb killed two in Quetta on Monday."  "The blast ..."  "On Tuesday gunmen killed a guard in Pishin."
//    └──────────── one ─────────────────────────┘              └── another: other day, other town
//
// Tellings of one sentence are joined by its syntax; across sentences each is compared with the incidents told last: what they
// cannot share (day, town, kind, named victim, number) keeps them apart; what they share, and "the", brings them together.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"

#include <span>
#include <vector>

namespace khabar::merging {

/// Indexes into `mentions`, ascending: each inner vector is one incident, in order of first telling.
/// O(mentions): each is compared with at most `window` incidents.
inline constexpr std::size_t window = 24;
std::vector<std::vector<std::uint32_t>> group(const incidents::Syntax& syntax, std::span<const incidents::Mention> mentions);

}  // namespace khabar::merging
