// Proposals: what somebody should, must or needs to do - in the author's voice or in a source's.
//
//   Pakistan must secure its border.          actor "Pakistan", cue "must", span "Pakistan must secure its border"
//   It is vital that both sides talk.         cue "vital", span "both sides talk"
//   He urged Kabul to act against the group.  actor "Kabul", cue "urged", span "Kabul to act against the group"
//
// Not: what may, can or could be done; what had to be done; questions; "it should be noted".
#pragma once

#include "lexicon/key_map.h"
#include "lexicon/key_set.h"
#include "lexicon/phrases.h"
#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::proposals {

/// What stands around a fixed expression (expressions.tsv).
enum class Shape : std::uint8_t { subject, who, to, clause };

enum class CueClass : std::uint8_t { none, adjective, noun, require, to, call, that, object, wise };

/// Words of obligation with their class (cues.tsv), and words that turn on them (words.tsv). Immutable.
class Cues {
 public:
  Cues();
  /// The class of that lemma as a verb, or as anything else; participles may be adjectives ("is needed").
  CueClass of(text::Key lemma, bool verb) const;
  /// A noun for people or bodies, who can be asked to act, or a pronoun for them.
  bool names_agent(text::Key lemma) const { return agents_.contains(lemma); }
  /// "It should be noted", "one must admit": the writer clears his throat.
  bool is_aside(text::Key lemma) const { return asides_.contains(lemma); }
  /// "stressed the need for": a need that is asked to be met, not one that is replaced or denied.
  bool speaks_of_need(text::Key verb) const { return of_need_.contains(verb); }
  /// Verbs that ask for what they call important: "underlined the importance of".
  bool weighs(text::Key verb) const { return of_weight_.contains(verb); }
  /// "had better", "it is high time that", with their shapes.
  const lexicon::PhraseMap& expressions() const { return expressions_; }
  /// "we urge you to:": above a list whose items tell what.
  bool asks_for_list(text::Key lemma) const { return of_lists_.contains(lemma); }

 private:
  struct Classes {
    CueClass as_verb = CueClass::none, as_other = CueClass::none;
  };
  lexicon::KeyMap<Classes> classes_;
  lexicon::PhraseMap expressions_;
  lexicon::KeySet agents_, asides_, of_need_, of_lists_, of_weight_;
};

/// In the order of the text. O(tokens).
std::vector<Proposal> find(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues);

}  // namespace khabar::proposals
