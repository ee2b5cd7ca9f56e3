// Whereabouts: the state that an incident was in, where no place is stated and the parties leave no choice.
//
//   Pakistani police kill four gunmen          Pakistan, for its police act at home      rule whereabouts.actor
//   Nepal army: three soldiers die in blast    Nepal, whose army tells of it             rule whereabouts.source
//   Gunmen storm Nepal police post             Nepal; headlines only                    rule whereabouts.headline
//   Nepal: Gunmen kill two guards              Nepal; headlines only                    rule whereabouts.label
//   Nepal Red Front leader killed in raid      Nepal; headlines only                    rule whereabouts.group
//   Togo says shelling by Benin killed two     Togo, which it was shot at               rule whereabouts.across
//   Togo and Benin trade fire                  both, who share a border                 rule whereabouts.between
//   Chad says Niger took a village             nowhere: two states
//
// An inference, never a reading: Event::place_inferred says so and holds the words that it rests on.
#pragma once

#include "facts/parties.h"
#include "lexicon/key_set.h"
#include "mentions/mentions.h"

#include <span>
#include <string_view>
#include <vector>

namespace khabar::whereabouts {

/// What keeps a party's state from saying where something was: abroad.tsv; which states adjoin: neighbours.tsv. Immutable.
class Words {
 public:
  Words();
  bool sends_forces(std::string_view iso) const { return forces_.contains(text::key_of(iso)); }
  bool is_abroad(text::Key lemma) const { return people_.contains(lemma); }
  bool crosses(text::Key key) const { return crossing_.contains(key); }
  bool judges(text::Key lemma) const { return verdicts_.contains(lemma); }
  bool flies(text::Key word) const { return fire_.contains(word); }
  bool is_shared(text::Key name) const { return shared_.contains(name); }
  bool adjoin(std::string_view a, std::string_view b) const;  // on land; ISO 3166-1 alpha-2

 private:
  lexicon::KeySet forces_, people_, crossing_, verdicts_, fire_, shared_, borders_;
};

/// Gives incidents without a place the one state that all their words point to. A state that is named only inside another name ("Nepal
/// police") becomes one more entity; those are returned, their ids following the article's own. O(tokens + events).
std::vector<Entity> infer(const mentions::Article& article, std::span<const Claim> claims, const facts::PartyWords& parties,
                          const Words& words, std::vector<Event>& events);

}  // namespace khabar::whereabouts
