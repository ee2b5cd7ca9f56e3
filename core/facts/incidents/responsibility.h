// Responsibility: who claims an incident, and who is blamed for it.
//
//   "The group claimed responsibility for the attack."   -> actor, evidence
//   "Police blamed the BLA for the blast."               -> actor, alleged
//   "No group claimed responsibility."                   -> nothing
#pragma once

#include "facts/incidents/roles.h"

namespace khabar::incidents {

struct Responsibility {
  std::uint32_t sentence = 0;
  std::uint32_t event = none;  // token of the event noun it names; none: the incident told last
  std::vector<Filler> actors;  // of an identity: whoever was identified, in the role that they had
  Span span;
  bool identity = false;       // names of victims or attackers (identities.h)
  bool here = false;           // the incident is one that the same sentence tells
  std::uint32_t token = none;  // the word that says so
};

/// Claims of responsibility and blame in one sentence. O(tokens of the sentence).
void find_responsibility(const Syntax& syntax, const RoleFinder& roles, std::uint32_t sentence, std::vector<Responsibility>& out);

}  // namespace khabar::incidents
