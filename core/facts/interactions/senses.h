// Senses: what a predicate evokes with the arguments that it has here.
//
//   sent troops to ...     mobilize          sent a delegation to ...    consult
//   met in Doha            consult           met the demand              concede
#pragma once

#include "facts/interactions/tables.h"
#include "mentions/mentions.h"

#include <string_view>

namespace khabar::interactions {

struct Sense {
  Meaning meaning;
  std::string_view rule;
};

/// The sense of a verb (or of an adjective that governs an infinitive), by the patterns that its arguments fit, most specific first;
/// evokes nothing where no row fits. O(links of the token * patterns of its verb).
Sense sense_of(const mentions::Article& article, const Frames& frames, std::uint32_t token);

}  // namespace khabar::interactions
