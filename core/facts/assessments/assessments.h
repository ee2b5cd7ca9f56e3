// Assessments: obstacles, enablers, risks and benefits that the text names, each with what it hinders or helps.
//
//   Mistrust hampers intelligence sharing.         obstacle "Mistrust", of "intelligence sharing"
//   The porous border is a threat to both states.  risk "The porous border", of "both states"
//   A joint cell would help prevent attacks.       benefit "A joint cell", of "prevent attacks"
//
// What people do to each other is an event, not an assessment: the subject has to be a thing or a circumstance.
#pragma once

#include "lexicon/key_map.h"
#include "lexicon/key_set.h"
#include "mentions/mentions.h"

#include <array>
#include <span>
#include <vector>

namespace khabar::assessments {

enum class CueClass : std::uint8_t { none, noun, challenge, step, verb, quality };

/// What words.tsv says of a word.
enum class Word : std::uint8_t {
  acting,
  attacker,
  bare,
  boon,
  chance,
  ease,
  evil,
  failing,
  good,
  halt,
  hardship,
  less,
  lost,
  more,
  offer,
  outbreak,
  outcome,
  peaceful
};
constexpr std::size_t word_uses = 18;

struct Cue {
  CueClass cue_class = CueClass::none;
  Polarity polarity = Polarity::obstacle;
};

/// Words that name a hindrance, a help, a danger or a gain (cues.tsv). Immutable.
class Cues {
 public:
  Cues();
  /// The cue of that lemma and part of speech; nullptr where there is none.
  const Cue* of(text::Key lemma, language::Tag tag) const;
  /// The cue of two words, "breeding ground"; nullptr where there is none.
  const Cue* of_pair(text::Key first, text::Key second) const;
  /// Has words.tsv that word for that use?
  bool is(text::Key lemma, Word use) const { return words_[static_cast<std::size_t>(use)].contains(lemma); }
  /// Nouns for people (mentions/lexicons/people_nouns.tsv): who blocks a road is no obstacle.
  bool is_people(text::Key lemma) const { return people_.contains(lemma); }

  /// Seats of governments, which act: "Oslo threatens to leave".
  bool is_capital(text::Key word) const { return capitals_.contains(word); }

 private:
  lexicon::KeyMap<Cue> verbs_, nouns_, qualities_;
  lexicon::KeyMap<Cue> pairs_;  // by both words
  lexicon::KeySet seconds_, people_, capitals_;
  std::array<lexicon::KeySet, word_uses> words_;
};

/// In the order of the text. O(tokens).
std::vector<Assessment> find(const mentions::Article& article, const Cues& cues);

}  // namespace khabar::assessments
