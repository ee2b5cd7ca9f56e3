// Facts: what happened, who says so, what should be done, what stands in the way.
//
//   claims ──► realis ──► incidents ─┐
//                    └──► interactions ─► one list of events      proposals      assessments
//
// Each room is one function from the article to its facts; this one calls them in order and joins what they found.
#pragma once

#include "mentions/mentions.h"

#include <memory>

#include <vector>

namespace khabar::facts {

struct Facts {
  std::vector<Event> events;
  std::vector<Claim> claims;
  std::vector<Proposal> proposals;
  std::vector<Assessment> assessments;
  std::vector<Entity> states;  // named inside other names only, and where something was; their ids follow the article's
};

/// Trigger lexicons, frames and cue lists of all facts rooms, read once. Immutable.
class Rules {
 public:
  Rules();
  ~Rules();
  Rules(Rules&&) noexcept;
  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<const Tables> tables_;
};

/// Where `near_misses` is given, what was seen and made no fact goes there, in the order of the text. O(tokens).
Facts find(const mentions::Article& article, const Rules& rules, std::vector<NearMiss>* near_misses = nullptr);

}  // namespace khabar::facts
