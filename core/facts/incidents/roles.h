// Roles: who did it, to whom, to what, with what - from the links of the trigger; by surface only where they give nothing.
#pragma once

#include "facts/incidents/chunks.h"

namespace khabar::incidents {

/// "India shelling", "the Chad offensive": the state before the noun did it, where "the Chad attack" tells a place.
bool is_done_by_states(Key lemma);
// "strike", "airstrike", "raid": by forces, where they are named before it.
bool is_done_by_forces(Key lemma);
/// "carry out", "stage", "commit": a verb that says of an event noun that somebody did it.
bool is_support_verb(Key lemma);
/// "an attack carried out near a base": the participle right after the event noun, wherever the tree hung it; none where there is none.
std::uint32_t carried_after(const Syntax& syntax, std::uint32_t noun);

/// What the trigger's surroundings told beside the fillers.
struct RoleReading {
  bool passive = false;
  bool reduced = false;        // a passive without auxiliary: "villagers killed by rebels"
  bool attributive = false;    // a participle before its noun: "the attacked hotels"
  bool accident = false;       // an accident, illness, disaster did it: no incident
  bool nonliteral = false;     // an abstract patient, a film, a match
  bool armed = false;          // an attacker, a force, an armed group or a weapon was named
  std::uint32_t event = none;  // another event noun that stands as subject or cause: "the blast killed", "killed in the blast"
};

class RoleFinder {
 public:
  explicit RoleFinder(const Syntax& syntax) : syntax_(syntax), chunks_(syntax) {}
  RoleReading verb(Mention& mention, const VerbFrame& frame) const;
  RoleReading noun(Mention& mention, const NounFrame& frame) const;
  /// Adds an actor: the noun group itself and the group or state that it names ("FMLN guerrillas", "Indian troops").
  /// "The attackers, thought to belong to the Red Front": the name of the group; none where none is told. O(1): bounded steps.
  std::uint32_t said_to_belong(std::uint32_t at) const;
  void add_actor(Mention& mention, std::uint32_t at, bool alleged) const;
  /// Adds what the attack was done to: recipient (people, states) or target (things). False where it can be neither.
  bool add_patient(Mention& mention, std::uint32_t at) const;

  /// Adds people whom no list knows.
  void add_somebody(Mention& mention, std::uint32_t at) const;
  /// "Killed ten people, including the mayor, Ana Diaz": the names that follow.
  void add_included(Mention& mention) const;
  /// Adds a weapon. False where the words name none.
  bool add_instrument(Mention& mention, std::uint32_t at) const;
  void add_craft(Mention& mention, std::uint32_t at) const;
  void add_owners(Mention& mention, std::uint32_t craft) const;
  void put_owner(Mention& mention, std::uint32_t weapon, std::uint32_t at, Mode mode) const;
  bool flies_to_attack(const Mention& mention, std::uint32_t at) const;
  /// "hit a mine", "struck a device": a weapon, whatever else the word may mean.
  void add_mine(Mention& mention, std::uint32_t at) const;
  /// Adds the weapons that follow one in a list.
  void add_weapons(Mention& mention, std::uint32_t at) const;
  /// Adds a subject as what the frame says it is; an event noun, an accident or a film goes into `reading`.
  void subject_as(Mention& mention, RoleReading& reading, Part part, std::uint32_t at) const;

  /// "By mortar fire from the rebels": adds who fired.
  void fired_from(Mention& mention, std::uint32_t fire) const;

  /// The army, the air force: a body, though no name was read.
  bool is_body(std::uint32_t at) const;

  /// A gang, a cartel: a group with arms, though no name was read.
  bool is_gang(std::uint32_t at) const;

  static constexpr std::uint32_t reach = 20;  // tokens to the right of a trigger that surface rules look at
  static bool acts(const Entity& entity);     // can it do anything? persons, bodies, groups, states
  static bool is_locative(Key preposition);

 private:
  void put(Mention& mention, Filler filler) const;
  void add_crew(Mention& mention, std::uint32_t at) const;
  void used_in(Mention& mention) const;
  EntityId group_of(std::uint32_t at, std::uint32_t tell) const;
  EntityId name_after(std::uint32_t at) const;
  EntityId name_before(std::uint32_t at) const;
  std::uint32_t meant_by(std::uint32_t pronoun) const;
  bool is_supposed(std::uint32_t at) const;
  bool is_said_not(std::uint32_t at) const;
  std::uint32_t says_it_did(std::uint32_t pronoun) const;
  bool is_hazard(std::uint32_t at) const;
  bool is_explosive_mine(std::uint32_t at) const;
  std::uint32_t person_meant_by(std::uint32_t pronoun) const;
  std::uint32_t thing_meant_by(std::uint32_t pronoun) const;
  bool tells_more(std::uint32_t at) const;
  bool is_some_of_those(std::uint32_t at) const;
  bool names_person(EntityId id) const;
  void add_people(Mention& mention, std::uint32_t at) const;
  bool is_only_near(std::uint32_t name) const;
  std::pair<std::uint32_t, std::uint32_t> states_before(std::uint32_t noun) const;
  void add_things(Mention& mention, std::uint32_t at) const;
  void add_names(Mention& mention, std::uint32_t at, bool separated = false) const;
  // What hangs on an event noun (noun_roles.cpp) ...
  void add_as(Mention& mention, Part part, std::uint32_t at) const;
  void complement(Mention& mention, RoleReading& reading, const NounFrame& frame, std::uint32_t at, Key preposition) const;
  void possessor(Mention& mention, const NounFrame& frame, std::uint32_t at) const;
  void word_before(Mention& mention, const NounFrame& frame, std::uint32_t at) const;
  // ... or on the verb above it (support_verbs.cpp),
  void support(Mention& mention, RoleReading& reading) const;
  std::uint32_t named_who(std::uint32_t verb) const;
  std::uint32_t subject_since(std::uint32_t verb, std::uint32_t subject) const;
  // who did it, by the words around it (noun_actors.cpp),
  bool is_told_by(std::uint32_t noun, std::uint32_t agent) const;
  void agent_after(Mention& mention, const NounFrame& frame) const;
  bool is_opponent(const Mention& mention, const NounFrame& frame, std::uint32_t head) const;
  void sides_between(Mention& mention, const NounFrame& frame) const;
  void states_that_report(Mention& mention) const;
  void states_between(Mention& mention) const;
  void opponent_after(Mention& mention, const NounFrame& frame) const;
  void state_before(Mention& mention) const;
  void owner_of(Mention& mention, std::uint32_t weapon) const;
  void group_before(Mention& mention, const NounFrame& frame) const;
  void leader_before(Mention& mention) const;
  // and what was hit (noun_patients.cpp).
  static bool is_target_preposition(Key preposition);
  void place_of(Mention& mention, std::uint32_t verb) const;
  void aim_of(Mention& mention) const;
  bool is_done_to_others(std::uint32_t noun) const;
  void hit_after(Mention& mention, std::uint32_t verb) const;
  void hacked_after(Mention& mention) const;
  void crippled(Mention& mention) const;
  void damaged_after(Mention& mention) const;
  std::uint32_t name_after_of(std::uint32_t noun, const NounFrame& frame) const;
  const Syntax& syntax_;
  Chunks chunks_;
};

}  // namespace khabar::incidents
