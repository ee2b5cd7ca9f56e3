// Interactions: who cooperates with, meets, accuses, threatens whom; PLOVER types with status and stage.
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::interactions {

/// Verb and noun classes with PLOVER type and role frames. Immutable.
class Frames {
 public:
  Frames();
};

/// In the order of the text. O(tokens).
std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames);

}  // namespace khabar::interactions
