#include "facts/interactions/interactions.h"

namespace khabar::interactions {

Frames::Frames() = default;

std::vector<Event> find(const mentions::Article&, std::span<const Claim>, std::span<const Event>, const Frames&) { return {}; }

}  // namespace khabar::interactions
