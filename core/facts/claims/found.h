// Found: the claims of an article so far, none told twice, each with its evidence.
#pragma once

#include "facts/claims/context.h"

#include <vector>

namespace khabar::claims {

class Found {
 public:
  explicit Found(const Context& context) : article_(context.article) {}
  /// Adds the claim with that content, unless one of those before it has the same content and source. O(length of the content).
  void add(Claim claim, facts::Range content);
  /// Adds a claim that has its content and evidence.
  void add_as_told(Claim claim) { claims_.push_back(std::move(claim)); }
  const std::vector<Claim>& claims() const { return claims_; }
  /// In the order of their contents.
  std::vector<Claim> take();

 private:
  std::uint32_t past_town(facts::Range content) const;
  void drop_what_is_denied();
  void end_before_speaker();

  const mentions::Article& article_;
  std::vector<Claim> claims_;
};

}  // namespace khabar::claims
