// Interactions: who cooperates with, meets, accuses, threatens whom; PLOVER types with status and stage.
//
//   Islamabad has accused Kabul of sheltering the group.     accuse, happened: Pakistan -> Afghanistan
//   talks between Pakistan and Iran                          consult: Pakistan, Iran
//   Both countries should share intelligence.                cooperate, proposed, called-for: both
//
// Actors are states, bodies, armed groups and the people who act for them: the entity is the state, `via` who acted. The way
// through the room: tables (words) -> senses (what a verb evokes here) -> roles (who, to whom) -> events with status, topics and
// contexts.
#pragma once

#include "facts/interactions/tables.h"
#include "facts/near_misses.h"
#include "facts/realis/realis.h"
#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::interactions {

/// In the order of the text. O(tokens).
std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents,
                        const Frames& frames, const realis::Cues& realis, const facts::NearMisses& near_misses);

}  // namespace khabar::interactions
