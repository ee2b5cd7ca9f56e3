#include "facts/claims/found.h"

#include "text/sorting.h"

#include <algorithm>

namespace khabar::claims {

using facts::trimmed;

void Found::add(Claim claim, Range content) {
  content = trimmed(article_, content);
  if (content.empty()) return;
  claim.content = span_of(article_, content);
  // Two cues of one sentence can meet in one content; they are near each other.
  for (std::size_t back = 0; back < 8 && back < claims_.size(); ++back) {
    const Claim& other = claims_[claims_.size() - 1 - back];
    if (other.content == claim.content && other.source.span == claim.source.span) return;
  }
  Span evidence = claim.content;
  evidence.begin = std::min(evidence.begin, claim.cue.begin);
  evidence.end = std::max(evidence.end, claim.cue.end);
  if (!claim.source.span.empty()) {
    evidence.begin = std::min(evidence.begin, claim.source.span.begin);
    evidence.end = std::max(evidence.end, claim.source.span.end);
  }
  claim.evidence = {evidence};
  claims_.push_back(std::move(claim));
}

std::vector<Claim> Found::take() {
  text::stable_sort(claims_, [](const Claim& a, const Claim& b) { return a.content < b.content; });
  return std::move(claims_);
}

}  // namespace khabar::claims
