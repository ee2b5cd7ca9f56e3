// The finder of interactions: reads the sentences word by word. Its methods are in a file a subject.
#pragma once

#include "facts/clauses.h"
#include "facts/interactions/events.h"
#include "facts/interactions/interactions.h"
#include "facts/interactions/senses.h"

#include <optional>

namespace khabar::interactions {

using facts::dependent;
using facts::Parties;
using language::Link;
using language::LinkKind;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames,
         const realis::Cues& realis, const facts::NearMisses& near_misses);
  std::vector<Event> run();

 private:
  // interactions.cpp: verbs, and acts done together
  void verb(std::uint32_t t);
  bool is_done_to_each_other(std::uint32_t t) const;
  void joint_act(std::uint32_t t);

  // verb_uses.cpp: uses in which a verb tells no act
  bool keeps_going(std::uint32_t t) const;
  bool means_other(std::uint32_t t, EventType type) const;
  bool commands(std::uint32_t t) const;
  bool is_of_own_lot(std::uint32_t t, const std::vector<Party>& actors) const;
  bool signs_paper(std::uint32_t t) const;
  bool is_body_of_states(const std::vector<Party>& side) const;
  std::optional<EventType> joins_or_leaves(std::uint32_t t) const;
  bool leaves_place(std::uint32_t t) const;
  bool is_purpose_of_meeting(std::uint32_t t) const;
  bool pleads_in_court(std::uint32_t t) const;
  bool allows_violence(std::uint32_t t) const;
  bool declares_unwelcome(std::uint32_t t) const;
  bool appeals_to_somebody(std::uint32_t t) const;
  bool is_watchdog(const std::vector<Party>& actors) const;
  bool warns_of_thing(std::uint32_t t) const;
  bool hires(std::uint32_t t) const;
  bool sacks(std::uint32_t t) const;
  bool is_somebody(std::uint32_t t) const;
  bool shows_something(std::uint32_t t) const;
  bool sells(std::uint32_t t) const;
  bool shoves(std::uint32_t t) const;
  bool is_opinion(std::uint32_t t) const;
  bool asks_question(std::uint32_t t) const;
  bool names_thing(std::uint32_t t) const;
  bool endangers(std::uint32_t t) const;
  bool calls_own(std::uint32_t t) const;
  bool ends_together(std::uint32_t t) const;
  bool asks_anonymity(std::uint32_t t) const;
  bool keeps_silent(std::uint32_t t) const;
  bool acts_on_somebody(std::uint32_t t) const;
  bool demands_that(std::uint32_t t, EventType type) const;
  bool is_threatened(std::uint32_t t) const;
  bool is_committed(std::uint32_t t, EventType type) const;
  bool deals_with_somebody(std::uint32_t t, EventType type) const;
  bool says_what(std::uint32_t t) const;
  bool frees_people(std::uint32_t t) const;
  bool receives_guest(std::uint32_t t) const;

  // statements.cpp: promises, threats, demands, accusations
  void adjective(std::uint32_t t);
  void commitment(std::uint32_t t);
  bool announce(std::uint32_t t, EventType type, const Ends& ends);
  bool withholds(std::uint32_t t) const;
  bool ultimatum(std::uint32_t t);
  bool is_told_by_others(std::uint32_t t) const;
  std::uint32_t condition_of(std::uint32_t t) const;
  bool statement(std::uint32_t t);
  bool harms(std::uint32_t clause) const;

  // noun_acts.cpp
  void noun(std::uint32_t t);
  bool is_in_body_name(std::uint32_t t) const;
  bool is_uttered(std::uint32_t t) const;
  bool is_material(std::uint32_t t) const;
  bool is_joint(std::uint32_t t) const;

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Frames& frames_;
  const realis::Cues& realis_;
  Parties parties_;
  Roles roles_;
  Events events_;
  const facts::NearMisses& near_misses_;
  std::vector<const Event*> incident_of_;  // by token
  facts::Range told_;                      // words that a statement has told
  EventType evoked_ = EventType::assault;  // by the last verb that evoked something ...
  std::uint32_t evoked_by_ = none;         // ... which is this token
  bool evoked_by_pattern_ = false;         // ... with its object
};

}  // namespace khabar::interactions
