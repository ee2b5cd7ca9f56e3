// Interactions: who cooperates with, meets, accuses, threatens whom; PLOVER types with status and stage.
//
//   Islamabad has accused Kabul of sheltering the group.     accuse, happened: Pakistan -> Afghanistan
//   talks between Pakistan and Iran                          consult: Pakistan, Iran
//   Both countries should share intelligence.                cooperate, proposed, called-for: both
//
// Actors are states, bodies, armed groups and the people who act for them: the entity is the state, `via` who acted. The
// verb tables are derived from the PETRARCH2 dictionary (tools/interactions), nouns and frames are ours; roles come from
// dependency links, and a pair needs both its ends.
#pragma once

#include "facts/interactions/tables.h"
#include "facts/realis/realis.h"
#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::interactions {

/// In the order of the text. O(tokens).
std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents,
                        const Frames& frames, const realis::Cues& realis);

}  // namespace khabar::interactions
