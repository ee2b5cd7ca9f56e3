// What verbs and nouns of interaction mean: PLOVER type by word, by the words beside it.
//
//   verbs.tsv      meet -> block meet_people          blocks.tsv    meet_people -> consult
//   patterns.tsv   meet_people, p:for:help -> request classes.tsv   &treaty: agreement, pact ...
//   own.tsv        verbs whose default we set         nouns.tsv     talks -> consult, together
#pragma once

#include "text/key.h"

#include <khabar/report.h>

#include <cstdint>
#include <span>
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
};

/// One condition of a pattern on a verb's arguments.
struct Need {
  enum class Place : std::uint8_t { object, preposition, subject } place = Place::object;
  Key preposition = 0;
  Key word = 0;            // 0: any
  std::int16_t words = -1;  // class index instead of `word`
};

struct Pattern {
  std::vector<Need> needs;
  Meaning meaning;
};

struct Block {
  Meaning meaning;
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
  bool in_class(std::int16_t index, Key word) const;

 private:
  std::unordered_map<Key, std::uint32_t> verbs_;
  std::unordered_map<Key, Meaning> own_, nouns_;
  std::vector<Block> blocks_;
  std::vector<std::vector<Key>> classes_;
};

}  // namespace khabar::interactions
