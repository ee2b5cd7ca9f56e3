// Words that proposals turn on beside their cues.
#pragma once

#include "text/key.h"

namespace khabar::proposals {

/// "It should be noted", "one must admit": the writer clears his throat.
bool is_aside(text::Key lemma);
/// "stressed the need for": a need that is asked to be met, not one that is replaced or denied.
bool speaks_of_need(text::Key verb);
/// People, bodies and pronouns for them.
bool is_agent_noun(text::Key lemma);

}  // namespace khabar::proposals
