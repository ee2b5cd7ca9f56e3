// Topics and contexts: what an interaction is about, in its own words and in PLOVER's.
//
//   talks on border management with Iran        topics: border management      contexts: territory
#pragma once

#include "facts/interactions/tables.h"
#include "mentions/mentions.h"

namespace khabar::interactions {

/// Fills event.topics (noun phrases after on, about, over, for, against ... and compounds of the trigger; four at most) and
/// event.contexts (words of the evidence that contexts.tsv knows; in order of occurrence). O(tokens of the evidence).
void add_topics(const mentions::Article& article, std::uint32_t trigger, Event& event);
void add_contexts(const mentions::Article& article, const Frames& frames, std::uint32_t trigger, Event& event);

}  // namespace khabar::interactions
