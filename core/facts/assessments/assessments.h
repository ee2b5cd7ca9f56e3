// Assessments: obstacles, enablers, risks and benefits that the text names, each with what it hinders or helps.
#pragma once

#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::assessments {

/// Words that name a hindrance, a help, a danger, a gain. Immutable.
class Cues {
 public:
  Cues();
};

/// In the order of the text. O(tokens).
std::vector<Assessment> find(const mentions::Article& article, const Cues& cues);

}  // namespace khabar::assessments
