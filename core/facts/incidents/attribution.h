// Attribution: whose words tell of an incident, and that who speaks is no party to it.
#pragma once

#include "facts/incidents/syntax.h"

#include <vector>

namespace khabar::incidents {

class Attribution {
 public:
  /// O(claims * log(claims)).
  Attribution(const Syntax& syntax, std::span<const Claim> claims);

  /// The innermost claim that holds the trigger. O(log(claims)).
  ClaimId of(Span trigger) const;
  /// "..., killing three guards, the prosecutor said": the speaker, who stands behind what he says.
  bool is_speaker_behind(ClaimId claim, Span words) const;
  /// "Nepal accuses the rebels of killing a guard": who accuses did not do it.
  bool is_no_party(ClaimId claim, const Filler& f) const;
  /// "The rebels claimed that they had killed 60": a figure of those who did it, against which any other stands.
  bool is_boast(const Mention& m) const;

 private:
  std::vector<std::uint32_t>::const_iterator after(Span words) const;
  bool is_speaker_of_before(const Filler& f) const;
  bool is_of_government(const Source& source) const;

  const Syntax& syntax_;
  std::span<const Claim> claims_;
  std::vector<std::uint32_t> order_;  // claims by content
};

}  // namespace khabar::incidents
