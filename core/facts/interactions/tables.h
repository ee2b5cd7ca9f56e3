// What verbs and nouns of interaction mean: PLOVER type by word, by the words beside it.
//
//   verbs.tsv      meet -> block meet_people          blocks.tsv    meet_people -> consult
//   patterns.tsv   meet_people, p:for:help -> request classes.tsv   &treaty: agreement, pact ...
//   own.tsv        press -> request                   nouns.tsv     talks -> consult, together
//   own_patterns.tsv  send, o:troops -> mobilize      contexts.tsv  border -> territory
//
// A derived block lends its patterns only; what a verb means without them is said in own.tsv. (The dictionary's defaults for verbs
// such as "take", "set" or "move" were made for a coder who reads every hit.)
#pragma once

#include "facts/parties.h"
#include "text/key.h"

#include <khabar/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::interactions {

using text::Key;

/// What a word evokes. `none` where it evokes nothing of its own.
struct Meaning {
  bool evokes = false;
  EventType type = EventType::consult;
  bool together = false;  // all parties do it with each other
  bool reversed = false;  // the subject is the one it is done to
  bool intent = false;    // a commitment: agree or threaten, by what it commits to ("plans to", "ready to")
  bool joint = false;     // of a noun: only where two parties share it ("the Franco-German plan")
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

struct Block {
  std::vector<Pattern> patterns;  // more needs first
};

/// The tables of this room, read once. Immutable.
class Frames {
 public:
  Frames();
  /// The block of a verb, with its particle (0 for none); nullptr where there is none. O(1).
  const Block* block(Key lemma, Key particle) const;
  /// Our own default for a verb; nullptr where there is none. O(1).
  const Meaning* own(Key lemma, Key particle) const;
  const Meaning* noun(Key lemma) const;
  /// Our own patterns of a verb, to be tried before the derived ones. O(1).
  const std::vector<Pattern>* own_patterns(Key lemma, Key particle) const;
  /// The context (PLOVER codebook, "contexts") that a word tells; empty where it tells none. O(1).
  std::string_view context(Key lemma) const;
  const facts::PartyWords& words() const { return words_; }
  bool in_class(std::int16_t index, Key word) const;

 private:
  facts::PartyWords words_;
  std::unordered_map<Key, std::uint32_t> verbs_;
  std::vector<Need> needs_of(std::string_view cell, std::unordered_map<Key, std::int16_t>& class_index);

  std::unordered_map<Key, Meaning> own_, nouns_;
  std::unordered_map<Key, std::vector<Pattern>> own_patterns_;
  std::unordered_map<Key, std::string> contexts_;
  std::vector<Block> blocks_;
  std::vector<std::vector<Key>> classes_;
};

}  // namespace khabar::interactions
