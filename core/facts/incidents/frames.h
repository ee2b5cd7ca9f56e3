// Frames: what the tables of this room say, as values. verbs.tsv, event_nouns.tsv, modifiers.tsv, nouns.tsv.
//
//   "kill"   -> mode armed-assault (weak), effect killed, subject actor, object patient, needs person
//   "blast"  -> mode bombing, of = instrument
//   "gunmen" -> attacker      "bus" -> vehicle      "grenade" -> weapon, which makes an attack a bombing
#pragma once

#include <khabar/report.h>

#include "facts/incidents/effects.h"
#include "facts/incidents/incidents.h"
#include "facts/incidents/words.h"
#include "facts/realis/realis.h"
#include "lexicon/key_map.h"

#include <optional>
#include <string_view>
#include <vector>

namespace khabar::incidents {

using text::Key;

enum class Mode : std::uint8_t {
  none,
  bombing,
  suicide_bombing,
  armed_assault,
  assassination,
  hijacking,
  kidnapping,
  arson,
  robbery,
  airstrike,
  clash,
  raid,
  arrest,
  strike,
  cyberattack,
  other_violence,
};

/// "suicide-bombing". O(1).
std::string_view name_of(Mode mode);

/// A mode and how sure it is: a weak one yields to what actor, instrument or noun say.
struct Kind {
  Mode mode = Mode::none;
  bool weak = false;
};

/// What stands in a frame's place.
enum class Part : std::uint8_t { none, actor, patient, instrument, event };

enum Need : std::uint8_t {
  need_person = 1,      // the patient is people
  need_thing = 2,       // the patient is a thing
  need_armed = 4,       // an attacker, a force or a weapon is named
  need_weapon = 8,      // the instrument is a weapon
  need_casualty = 16,   // tells an incident's outcome; makes none alone
  need_violent = 32,    // another sign of violence stands beside it
  need_explosive = 64,  // the instrument is no gun and no stone: "laid down its arms" lays no mine
  need_undone = 128,    // none: done to it, the weapon did nothing ("defused a bomb")
};

struct VerbFrame {
  Key with = 0;  // lemma of a particle, object or complement that must be there; 0: none
  Kind kind;
  std::optional<Effect> effect;
  Part subject = Part::actor, object = Part::patient;
  std::vector<Key> patients;  // prepositions before what is attacked
  std::uint8_t needs = 0;
};

struct NounFrame {
  Kind kind;
  std::optional<Effect> effect;
  Part of = Part::patient, possessive = Part::actor;
  std::uint8_t needs = 0;
};

struct Modifier {
  Kind kind;                // none: no incident at all
  bool instrument = false;  // the modifier names the weapon
};

enum class Noun : std::uint8_t {
  unknown,
  none,
  attacker,
  force,
  person,
  settlement,
  facility,
  vehicle,
  object,
  weapon,
  abstract,
  accident,
  fiction
};

struct NounClass {
  Noun noun = Noun::unknown;
  Mode mode = Mode::none;  // of a weapon: what it makes of an attack
  bool is_people() const { return noun == Noun::attacker || noun == Noun::force || noun == Noun::person; }
  bool is_thing() const { return noun == Noun::settlement || noun == Noun::facility || noun == Noun::vehicle || noun == Noun::object; }
};

struct Frames::Tables {
  lexicon::KeyMap<std::vector<VerbFrame>> verbs;
  lexicon::KeyMap<Key> pasts;  // "ambushed", "blew" -> the verb, for words that the tagger took for nouns
  lexicon::KeyMap<NounFrame> nouns;
  lexicon::KeyMap<Modifier> modifiers;
  lexicon::KeyMap<NounClass> classes;
  Effects effects;
  Words words;
  realis::Cues realis;

  Tables();
  /// Nothing where the word is in no row. O(1).
  const std::vector<VerbFrame>* verb(Key lemma) const;
  const NounFrame* noun(Key lemma) const;
  /// Is the verb a deed by itself: "accused of killing", not "of breaking its word", which hackers alone make one? O(rows of the verb).
  bool names_deed(Key lemma) const;
  /// Lemma of the verb whose past form the word is; 0 where it is none. O(1).
  Key past_of(Key word) const;
  const Modifier* modifier(Key key) const;
  NounClass class_of(Key key, Key lemma) const;
};

}  // namespace khabar::incidents
