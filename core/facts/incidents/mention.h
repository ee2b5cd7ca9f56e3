// One telling of an incident: a trigger word with what the syntax hangs on it. Merging makes events of these.
#pragma once

#include "facts/incidents/frames.h"
#include "facts/realis/realis.h"
#include "mentions/mentions.h"

#include <algorithm>
#include <string>
#include <vector>

namespace khabar::incidents {

inline constexpr std::uint32_t none = mentions::none;

struct Filler {
  ArgumentRole role = ArgumentRole::actor;
  std::uint32_t token = none;  // head of the words
  EntityId entity;
  NounClass noun;
  Span span;
  bool alleged = false;  // suspected, blamed
  EntityId group = {};   // of recipients: the armed group whose people they are; no part in merging, as many incidents hit the same group
};

/// A number of people hurt, as one sentence tells it.
struct Toll {
  Effect effect = Effect::killed;
  double value = 0;
  std::optional<double> max;
  Comparator comparator = Comparator::none;
  QuantityId quantity;
  Span span;                   // number and noun
  std::uint32_t token = none;  // head of who
  Noun noun = Noun::unknown;
  std::string who;
  std::uint32_t sentence = 0;
  bool general = false;  // "people", "persons", a bare number: a total
  bool further = false;  // "three others", "another two", "also": comes on top
  bool subset = false;   // "including ...", "of them"
  bool counted = false;  // "four of the dead": of a number that is told elsewhere
  bool self = false;     // "himself": who did it
  bool whole = false;    // "the toll rose to 32": nothing of its sentence comes on top
};

struct Mention {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  bool verb = false;
  Kind kind;
  std::optional<Effect> effect;
  std::uint8_t needs = 0;
  Span trigger;
  std::vector<Filler> fillers;
  std::vector<Toll> tolls;
  std::uint32_t time = none;  // index into mentions.times
  std::vector<EntityId> places;
  std::uint32_t item = none;  // the block, where a label says when or where its words happened
  std::optional<Count> count;
  realis::Reading reading;
  bool definite = false;        // "the attack", "that raid": told before
  bool indefinite = false;      // "an attack": told for the first time
  bool further = false;         // "another", "a second", "similar", "earlier"
  bool earlier = false;         // "three years after a blast": not the incident that the sentence tells
  bool unarmed = false;         // a verb that means violence only beside another telling: "the truck rammed into a crowd, killing"
  bool attributive = false;     // "the attacked hotels": told only to say which
  bool charged = false;         // "nine counts of murder": a word of the charge for what was told before
  bool generic = false;         // bare plural: attacks in general
  bool total = false;           // "900 killed since 1985", "in ten years of war": the toll of many incidents
  std::uint32_t joined = none;  // index of the mention of the same sentence that syntax says is the same incident
  const char* rule = "";

  bool casualty_only() const { return (needs & need_casualty) != 0; }
  bool has(ArgumentRole role) const {
    return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) { return f.role == role; });
  }
  /// Is told whom or what it hit?
  bool hits() const { return has(ArgumentRole::recipient) || has(ArgumentRole::target); }
};

}  // namespace khabar::incidents
