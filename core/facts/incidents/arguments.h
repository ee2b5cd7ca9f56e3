// Arguments: who did it, to whom, to what and with what, from all tellings of one incident.
#pragma once

#include "facts/incidents/attribution.h"
#include "facts/incidents/outcome.h"
#include "facts/incidents/roles.h"
#include "facts/incidents/story.h"

namespace khabar::incidents {

class ArgumentFinder {
 public:
  /// O(entities).
  ArgumentFinder(const Syntax& syntax, const Story& story, const Attribution& attribution);

  /// Fills `arguments` of the event from the tellings of its group and from who claims it. O(fillers), of which few are kept.
  Standing find(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& claimed, Event& event) const;

 private:
  bool is_of_a_group(std::uint32_t token) const;
  bool is_with_his_own(std::uint32_t at) const;
  bool is_named_before(std::uint32_t token) const;
  void add_group(std::vector<Filler>& fillers) const;
  void add_sides(const std::vector<std::uint32_t>& group, std::vector<Filler>& fillers) const;
  void take(std::vector<Filler>& fillers, const Filler& f) const;
  std::vector<Filler> fillers_of(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& claimed) const;
  Span naming(const Filler& f) const;

  const Syntax& syntax_;
  const RoleFinder roles_;
  const Story& story_;
  const std::vector<Mention>& mentions_;
  const Attribution& attribution_;
  EntityId only_group_;               // the one armed group that the article names
  std::uint32_t first_named_ = none;  // where that group is first told of
};

}  // namespace khabar::incidents
