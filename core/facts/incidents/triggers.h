// Triggers: the words that evoke incidents, each read into a Mention with its roles, tolls and realis.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"
#include "facts/incidents/tolls.h"

namespace khabar::incidents {

/// Mentions of all body sentences in order of their tokens; `joined` names the mention (by index, smaller or larger) that the syntax of
/// the sentence ties it to. O(tokens).
std::vector<Mention> find_mentions(const Syntax& syntax, const Effects& effects, const facts::NearMisses& near_misses);

}  // namespace khabar::incidents
