// Proposals: what somebody should, must or needs to do.
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::proposals {

/// Modals, verbs, adjectives and nouns of obligation. Immutable.
class Cues {
 public:
  Cues();
};

/// In the order of the text. O(tokens).
std::vector<Proposal> find(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues);

}  // namespace khabar::proposals
