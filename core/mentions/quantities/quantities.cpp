#include "mentions/quantities/quantities.h"

namespace khabar::quantities {

std::vector<Found> find(std::string_view, const language::Language&, const language::Links&, std::span<const times::Found>) { return {}; }

}  // namespace khabar::quantities
