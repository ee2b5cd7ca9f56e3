// Outcome: one incident's tolls from all its tellings. A total replaces a smaller one, parts of another kind are put beside it,
// what the text adds ("three more") is added, what it counted already ("including") is not.
#pragma once

#include "facts/incidents/mention.h"

#include <vector>

namespace khabar::incidents {

struct Standing {
  bool actor_is_force = false;     // the state's forces did it: the armed men they killed are its victims
  bool has_other_victims = false;  // people who are no attackers were hit
  bool hit_with_his_own = false;   // armed men were hit with those who are theirs: "a commander and his guards"
  bool hit_assailants = false;     // those hit are called by what they did: "the attackers", "two hijackers"
};

/// In: tolls in order of the text. Out: casualties, at most a few an effect. O(tolls), sets of distinct people kept small.
std::vector<Casualty> outcome_of(const std::vector<Toll>& tolls, Standing standing);

}  // namespace khabar::incidents
