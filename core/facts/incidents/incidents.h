// Incidents: violent and coercive events with mode, actor, recipient, target, instrument, place, time and casualties.
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::incidents {

/// Trigger words with mode and role frames. Immutable.
class Frames {
 public:
  Frames();
};

/// In the order of the text. O(tokens).
std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, const Frames& frames);

}  // namespace khabar::incidents
