// Claims: who says what. Source, cue and content for direct, indirect, mixed and nominal attribution.
//
//   Police said the blast killed five.              source "Police", cue "said", content "the blast killed five"
//   "We will respond," said Mr Khan.                source "Mr Khan", cue "said", content "We will respond", quoted
//   according to two officials                      source "two officials", cue "according to", content: the rest of the sentence
//   Kabul denied any involvement.                   deny, content "any involvement"
//
// Attribution as in the Penn Discourse Treebank 2.0 manual (section 4) and PolNeAR (Newell et al. 2018): a cue joins a
// source to a content; a speaker that has only a pronoun is resolved by the entities room.
#pragma once

#include "lexicon/key_map.h"
#include "lexicon/key_set.h"
#include "lexicon/phrases.h"
#include "mentions/mentions.h"

#include <span>
#include <vector>

namespace khabar::claims {

/// Where the content of a verb may stand: columns of verbs.tsv.
enum Frame : std::uint16_t {
  clause = 1,        // c    said (that) ...
  quotation = 2,     // q    said "..."
  object = 4,        // o    denied any involvement
  infinitive = 8,    // i    vowed to respond
  somebody_to = 16,  // r    urged Kabul to act
  gerund = 32,       // g    denied hosting them
  question = 64,     // w    asked whether ...
  with_as = 128,     // as   described X as Y
  with_of = 256,     // of   accused X of Y
  with_for = 512,    // for  blamed X for Y
  call_for = 1024,   // callfor   called for Y, called on X to do Y
  with_against = 2048,
  with_on = 4096,     // on     blamed X on Y
  with_about = 8192,  // about  complained about X
  with_at = 16384,    // at     hinted at X
  with_over = 32768,  // over   warned over X
};

struct Cue {
  ClaimType type = ClaimType::say;
  std::uint16_t frames = 0;
};

/// Reporting verbs, nouns and phrases with their claim type. Immutable.
class Cues {
 public:
  Cues();
  const Cue* verb(text::Key lemma) const { return verbs_.find(lemma); }
  const Cue* noun(text::Key lemma) const { return nouns_.find(lemma); }
  /// Can this noun be the source of a claim? (speakers.tsv, people_nouns.tsv)
  bool speaks(text::Key lemma) const { return speakers_.contains(lemma); }
  const lexicon::PhraseMap& phrases() const { return phrases_; }

 private:
  lexicon::KeyMap<Cue> verbs_, nouns_;
  lexicon::KeySet speakers_;
  lexicon::PhraseMap phrases_;
};

/// In the order of the text. O(tokens).
std::vector<Claim> find(const mentions::Article& article, const Cues& cues);

}  // namespace khabar::claims
