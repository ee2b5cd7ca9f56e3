#include "facts/incidents/incidents.h"

namespace khabar::incidents {

Frames::Frames() = default;

std::vector<Event> find(const mentions::Article&, std::span<const Claim>, const Frames&) { return {}; }

}  // namespace khabar::incidents
