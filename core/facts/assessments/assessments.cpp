#include "facts/assessments/assessments.h"

namespace khabar::assessments {

Cues::Cues() = default;

std::vector<Assessment> find(const mentions::Article&, const Cues&) { return {}; }

}  // namespace khabar::assessments
