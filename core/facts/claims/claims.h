// Claims: who says what. Source, cue, content for direct, indirect, mixed and nominal attribution.
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::claims {

/// Reporting verbs and nouns with their claim type. Immutable.
class Cues {
 public:
  Cues();
};

/// In the order of the text. O(tokens).
std::vector<Claim> find(const mentions::Article& article, const Cues& cues);

}  // namespace khabar::claims
