// Identities: names that are told after the incident.
//
//   "The dead man was identified as Luis Mora."          -> recipient of the incident told last
//   "The gunmen were identified as A and B."             -> its actors
//   "He was identified as a teacher."                    -> nothing
#pragma once

#include "facts/incidents/responsibility.h"

namespace khabar::incidents {

/// Who is identified in one sentence, as victims or as attackers. O(tokens of the sentence).
void find_identities(const Syntax& syntax, std::uint32_t sentence, std::vector<Responsibility>& out);

}  // namespace khabar::incidents
