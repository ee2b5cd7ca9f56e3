// Incidents: violent and coercive events with mode, actor, recipient, target, instrument, place, time and casualties.
//
//   in:   "Gunmen on motorcycles killed three policemen in Quetta on Friday. The TTP claimed the attack."
//   out:  assault, mode armed-assault, actor "Gunmen" and TTP, recipient "policemen", place Quetta, time Friday,
//         casualties killed 3 (victim), evidence: both sentences
//
//   triggers ─► roles ─► tolls ─► joining ─► setting ─► responsibility ─► merging ─► outcome ─► events      one file a step
//
// A mention is one trigger, verb or noun, with what the syntax hangs on it; mentions of one incident are merged
// (facts/merging). Films, drills and metaphors make none; plans, threats, denials and foiled plots say so in `status`.
#pragma once

#include "facts/near_misses.h"
#include "mentions/mentions.h"

#include <memory>
#include <span>
#include <vector>

namespace khabar::incidents {

/// Trigger words with mode and role frames. Immutable.
class Frames {
 public:
  Frames();
  ~Frames();
  Frames(Frames&&) noexcept;
  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<const Tables> tables_;
};

/// In the order of the text. O(tokens).
std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, const Frames& frames,
                        const facts::NearMisses& near_misses);

}  // namespace khabar::incidents
