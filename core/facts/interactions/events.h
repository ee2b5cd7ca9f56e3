// Events: from a predicate and its ends to one event with status, stage, topics, contexts, time and evidence.
//
//   consult, cooperate and agreements are mutual: all parties are actors, the one who moves first comes first.
//   The same parties, type and status told again is one event with one more piece of evidence.
#pragma once

#include "facts/interactions/roles.h"
#include "facts/near_misses.h"
#include "facts/realis/realis.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::interactions {

class Events {
 public:
  Events(const mentions::Article& article, std::span<const Claim> claims, const Frames& frames, const realis::Cues& realis,
         const facts::NearMisses& near_misses)
      : article_(article), claims_(claims), frames_(frames), realis_(realis), near_misses_(near_misses) {}

  /// Adds what the trigger tells, where both its ends are told (or its type needs but one). `status` where the rule knows it, else
  /// it is read. O(dependents), and a look back at a bounded number of events.
  void add(std::uint32_t trigger, const Meaning& meaning, Ends ends, std::string_view rule, std::optional<Status> status = std::nullopt);
  /// Is the noun's act put off, broken off or suspended by the verb that it is the object of? O(dependents).
  bool is_stalled(std::uint32_t noun) const;
  std::vector<Event> take() { return std::move(events_); }

 private:
  // halts.cpp: what became of it
  bool is_over(std::uint32_t verb) const;
  bool is_halted(std::uint32_t noun) const;
  bool is_renewed(std::uint32_t noun) const;
  bool has_no_choice(std::uint32_t verb) const;
  // events.cpp
  void drop_speakers(std::uint32_t trigger, std::vector<Party>& side) const;
  void drop_beyond_semicolon(std::uint32_t trigger, std::vector<Party>& side) const;
  void drop_next_doers(std::uint32_t trigger, std::vector<Party>& side) const;
  void drop_own_towns(const std::vector<Party>& actors, std::vector<Party>& recipients) const;
  void drop_private(std::uint32_t trigger, EventType type, Ends& ends) const;
  bool settle_ends(std::uint32_t trigger, const Meaning& meaning, Ends& ends) const;
  bool is_at_both_ends(const Party& party, const std::vector<Party>& actors, EventType type) const;
  bool is_shown_by_coming(std::uint32_t verb) const;
  bool is_said_of_any(std::uint32_t trigger) const;
  bool is_by_somebody(std::uint32_t noun) const;
  bool is_hearsay(std::uint32_t trigger) const;
  bool is_reported(std::uint32_t trigger) const;
  bool is_suggested(std::uint32_t trigger) const;
  bool is_under_verb(std::uint32_t noun) const;
  std::optional<realis::Reading> read(std::uint32_t trigger, const Meaning& meaning) const;
  // when.cpp
  TimeId time_of(std::uint32_t trigger, const Event& event) const;
  TimeId time_of_clause(std::uint32_t trigger, EventType type) const;
  void merge_or_add(Event event);

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Frames& frames_;
  const realis::Cues& realis_;
  const facts::NearMisses& near_misses_;
  std::vector<Event> events_;
};

}  // namespace khabar::interactions
