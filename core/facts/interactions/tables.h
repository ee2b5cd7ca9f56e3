// What verbs and nouns of interaction mean: PLOVER type by word, by the words beside it.
//
//   verbs.tsv      press -> request                   nouns.tsv      talks -> consult, together
//   patterns.tsv   send, o:troops -> mobilize         contexts.tsv   border -> territory
//
// Types after the PLOVER codebook (openeventdata/PLOVER). The words are our own list: verb dictionaries made for coders who read
// every hit (PETRARCH2's was tried) added nothing on our development sets but inventions.
#pragma once

#include "facts/parties.h"
#include "lexicon/key_map.h"

#include <khabar/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::interactions {

using text::Key;

/// What a word evokes. `none` where it evokes nothing of its own.
struct Meaning {
  bool evokes = false;
  EventType type = EventType::consult;
  bool together = false;         // all parties do it with each other
  bool reversed = false;         // the subject is the one it is done to
  bool intent = false;           // a commitment: agree or threaten, by what it commits to ("plans to", "ready to")
  bool needs_recipient = false;  // nothing without the other end: "investigated the crash"
  bool joint = false;            // of a noun: only where two parties share it ("the Franco-German plan")
  bool handed_over = false;      // the object is what is handed over, no party: "extradited an Omani banker to Chad"
};

/// One condition of a pattern on a verb's arguments.
struct Need {
  enum class Place : std::uint8_t { object, preposition, subject } place = Place::object;
  Key preposition = 0;
  Key word = 0;             // 0: any
  std::int16_t words = -1;  // class index instead of `word`
};

struct Pattern {
  std::vector<Need> needs;
  Meaning meaning;
};

/// The tables of this room, read once. Immutable.
class Frames {
 public:
  Frames();
  /// What a verb evokes whatever its arguments, with the word that completes it ("call off", "work together"; 0 for none); also of
  /// adjectives that govern an infinitive ("ready to"). nullptr where there is none. O(1).
  const Meaning* verb(Key lemma, Key particle) const;
  /// A noun of interaction, alone or with the noun before it ("war game"). O(1).
  const Meaning* noun(Key lemma, Key modifier = 0) const;
  /// The patterns of a verb, in the order in which they are to be tried; nullptr where there are none. O(1).
  const std::vector<Pattern>* patterns(Key lemma, Key particle) const;
  /// The context (PLOVER codebook, "contexts") that a word tells; empty where it tells none. O(1).
  std::string_view context(Key lemma) const;
  const facts::PartyWords& words() const { return words_; }
  bool in_class(std::int16_t index, Key word) const;

 private:
  std::vector<Need> needs_of(std::string_view cell, lexicon::KeyMap<std::int16_t>& class_index);

  facts::PartyWords words_;
  lexicon::KeyMap<Meaning> verbs_, nouns_;
  lexicon::KeyMap<std::vector<Pattern>> patterns_;
  lexicon::KeyMap<std::string_view> contexts_;
  std::vector<std::vector<Key>> classes_;  // "troop|soldier|tank"
};

}  // namespace khabar::interactions
