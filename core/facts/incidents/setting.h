// Setting: where and when - what hangs on the trigger, else what the sentence says once.
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// Fills `places` and `time` of each mention of one sentence, whose first is mention `offset` of the article. O(tokens of the sentence)
/// plus bounded climbs.
void find_settings(const Syntax& syntax, std::uint32_t sentence, std::span<Mention> mentions, std::uint32_t offset);

}  // namespace khabar::incidents
