// Captors: who lets go of the kidnapped had taken them.
//
//   "Rebels released three divers who had been kidnapped in May."     -> actor of the kidnapping: rebels
//   "Troops freed three divers who had been kidnapped in May."        -> nobody
#pragma once

#include "facts/incidents/roles.h"

namespace khabar::incidents {

/// Gives a sentence's kidnappings that have no actor the attackers that hold or release somebody in it. O(tokens of the sentence).
void find_captors(const Syntax& syntax, const RoleFinder& roles, std::uint32_t sentence, std::span<Mention> mentions);

}  // namespace khabar::incidents
