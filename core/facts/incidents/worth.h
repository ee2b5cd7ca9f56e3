// Worth: does what was told make an incident, and which of its fillers say something?
#pragma once

#include "facts/incidents/syntax.h"

#include <span>
#include <vector>

namespace khabar::incidents {

/// A bare "attacks", "the violence" tells no incident: people or things hit, numbers, or a day with a town must be told.
bool says_enough(const Event& event, bool named_day);
/// "the killing of innocents", "conducting drone attacks": nouns only, and what was hit, or the deed itself, is told as a kind.
bool is_bare(const Syntax& syntax, std::span<const Mention> mentions, std::span<const std::uint32_t> group);
/// "Envoy stayed at bombed hotel in Gao": in a headline the participle before a house or a craft, and where that is, tell enough.
bool is_told_by_its_thing(const Syntax& syntax, const Mention& mention);
/// Takes out fillers that say less than others ("the attackers" beside a name) and those on the wrong side. `hurt`: tokens of those in
/// tolls.
void prune(const Syntax& syntax, std::vector<Filler>& fillers, std::span<const std::uint32_t> hurt);

/// "recorded 791 deaths from terrorism in 2022", "shellings resulted in 2,310 deaths in 2012": many dead of a kind of violence over a year
/// or more; no one incident. O(length of the sentence).
bool is_toll_of_violence(const Syntax& syntax, const Mention& mention);

}  // namespace khabar::incidents
