// The finder of triggers: reads each sentence word by word, then what it found together. Its methods are in a file a kind of word.
//
//   "The blast killed two; gunmen fired at those who fled."    noun_triggers.cpp: "blast"    verb_triggers.cpp: "killed", "fired"
#pragma once

#include "facts/incidents/roles.h"
#include "facts/incidents/tolls.h"
#include "facts/incidents/triggers.h"

namespace khabar::incidents {

class TriggerFinder {
 public:
  TriggerFinder(const Syntax& syntax, const Effects& effects, const facts::NearMisses& near_misses)
      : syntax_(syntax), roles_(syntax), tolls_(syntax, effects), near_misses_(near_misses) {}
  std::vector<Mention> run();

 private:
  // triggers.cpp: which kind of trigger a word is; casualties that no trigger tells; the sentence as a whole
  void word(std::uint32_t at);
  Mention base(std::uint32_t at) const;
  bool miss(std::uint32_t at, const char* rule, const char* why) const;
  void casualty(std::uint32_t at);
  bool is_of_accident(std::uint32_t at) const;
  bool names_a_day(std::uint32_t sentence) const;
  bool is_told_later(std::uint32_t sentence, const Mention& m) const;
  void finish(std::uint32_t sentence, std::size_t from);

  // verb_triggers.cpp
  bool verb(std::uint32_t at, const std::vector<VerbFrame>& frames);
  RoleReading read_verb(Mention& m, const VerbFrame& frame, std::uint32_t with) const;
  const char* no_incident(const Mention& m, const RoleReading& reading) const;
  const char* missing(const VerbFrame& frame, const Mention& m, const RoleReading& reading) const;
  void one_unknown(Mention& m) const;
  void read_realis(Mention& m) const;
  std::uint32_t companion(std::uint32_t at, Key with) const;
  std::vector<Toll> tolls_beside(std::uint32_t at, bool passive) const;
  void drop_goods(std::vector<Toll>& tolls) const;
  bool hits_attackers(const Mention& m) const;
  bool is_recurrent(std::size_t k) const;
  void tell_years_apart(std::size_t from);
  bool tells_of_these(std::uint32_t sentence) const;
  void same_place(std::uint32_t sentence, std::size_t from);
  bool is_of_charge(const Mention& m) const;
  bool is_of_fire(std::uint32_t exchange) const;
  bool hits_animals(const Mention& m) const;
  bool beats_country(const Mention& m) const;
  bool is_service(const Mention& m) const;
  bool takes_away_fallen(const Mention& m) const;
  bool is_by_sentence(const Mention& m) const;
  bool is_told_of_captives(const VerbFrame& frame, const Mention& m) const;
  bool is_of_the_attackers(const Mention& m) const;
  bool is_into_vehicle(const Mention& m) const;
  bool is_in_hospital(const Mention& m) const;
  bool is_any_such(const Mention& m) const;
  bool is_of_those(std::uint32_t at) const;
  bool repels_attack(std::uint32_t at) const;
  bool is_unreal_condition(std::uint32_t at) const;

  // noun_triggers.cpp
  void strike_from_afar(Mention& m) const;
  bool noun(std::uint32_t at, const NounFrame& frame);
  bool is_record(std::uint32_t at) const;
  bool hits_a_kind(const Mention& m) const;
  bool is_caught_in(std::uint32_t at) const;
  bool attempt_on_life(std::uint32_t at);
  bool belongs_to_other(std::uint32_t at) const;
  bool read_modifiers(Mention& m);
  bool modify(Mention& m, std::uint32_t at);
  void count(Mention& m) const;

  const Syntax& syntax_;
  RoleFinder roles_;
  TollFinder tolls_;
  const facts::NearMisses& near_misses_;
  std::vector<Mention> all_;
  std::vector<std::uint32_t> event_of_;  // for each mention of the sentence: the event noun beside it
  bool accident_ = false;
  std::uint32_t taken_ = none;  // "fire" of "set fire": no trigger of its own
};

/// "Conducted an intelligence-based operation"
bool is_security_operation(const Syntax& syntax, std::uint32_t at);

}  // namespace khabar::incidents
