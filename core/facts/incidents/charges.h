// Charges: what somebody is arrested for, charged with or accused of.
//
//   "was arrested for the murder", "on charges of taking part in the raid", "because of their role in the killing"   -> the event's word
//   "charged with planning the crime"                                                                             -> a deed told before
//   "was arrested in connection with the murder"                                                                  -> nothing
#pragma once

#include "facts/incidents/roles.h"

namespace khabar::incidents {

struct Charge {
  std::uint32_t event = none;  // the word for the incident
  bool deed = false;           // "the crime": what was told last
  bool set() const { return event != none || deed; }
};

/// "The crime", "this act": what was told, by no name of its own.
bool is_deed(Key lemma);
/// "The killers", "the raiders": those who did what was told, by no name of their own.
bool is_doer(Key lemma);
/// What a charge that begins at the token is: "the murder", "killing a guard", "having set off a bomb", "taking part in the raid". O(1).
Charge charge_at(const Syntax& syntax, const Chunks& chunks, std::uint32_t from, std::uint32_t last);
/// What somebody is arrested for, behind a word for it ("arrested", "the arrest of"). O(1): bounded steps.
Charge detained_for(const Syntax& syntax, const Chunks& chunks, std::uint32_t word, std::uint32_t last);
/// "Four officers, including a captain, and the guard": heads of the people and bodies that follow the first of a list. O(1): at most ten.
std::vector<std::uint32_t> people_after(const Syntax& syntax, const RoleFinder& roles, std::uint32_t first, std::uint32_t last);

}  // namespace khabar::incidents
