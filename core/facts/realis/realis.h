// Realis: is what a predicate tells done, under way, planned, proposed, possible, denied, failed or general?
//
//   "Pakistan may help" possible    "should share" proposed     "vowed to" planned     "has exchanged" happened
//   "denied attacking" denied       "tried to attack" failed    "has been sharing" ongoing
//
// Read from the verb group, its governors (report, plan, refuse, try ...) and the clause it stands in. Stage is for
// cooperation. The words that decided are returned, so that "why?" has an answer.
#pragma once

#include "mentions/mentions.h"

namespace khabar::realis {

struct Reading {
  Status status = Status::happened;
  Stage stage = Stage::none;
  Span cue;  // the words that decided; empty where the plain past did
};

/// The status of the event that this token (verb or event noun) evokes. O(depth of the token's governors).
Reading read(const mentions::Article& article, std::uint32_t token);

}  // namespace khabar::realis
