// Roles: who does it, to or with whom, around a predicate or a noun.
//
//   Iran's envoy , on Tuesday , urged   Oman      to mediate
//   └ actor ─────────────────── predicate ── recipient
//   aid from Qatar to Lebanon      a joint drill by Oman and Qatar      both sides agreed
#pragma once

#include "facts/interactions/tables.h"
#include "facts/parties.h"
#include "mentions/mentions.h"

#include <algorithm>
#include <span>
#include <vector>

namespace khabar::interactions {

using facts::Party;
using language::Link;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

struct Ends {
  std::vector<Party> actors, recipients;
};

class Roles {
 public:
  Roles(const mentions::Article& article, std::span<const Claim> claims, const facts::Parties& parties)
      : article_(article), claims_(claims), parties_(parties), issuers_(find_issuers()) {}

  /// The ends of a verb (or governing adjective) with that meaning. O(links), and the clause for what the tree left out.
  Ends of_verb(std::uint32_t token, const Meaning& meaning) const;
  /// The ends of a noun of interaction, with those that its light verb lends it ("held talks with", "received aid from").
  Ends of_noun(std::uint32_t token, const Meaning& meaning) const;
  /// Those who do jointly, or together with others, what the word tells. O(links).
  Ends of_joint_act(std::uint32_t token) const;
  /// Who does it: subject or agent, else the subject of what governs it, else the nearest noun before the predicate.
  std::vector<Party> actors_of(std::uint32_t token, bool people) const;
  void add(std::vector<Party>& side, std::uint32_t token, bool people = false) const;
  /// The first parties but those of `actors` that the clause under the token names.
  void add_of_clause(std::vector<Party>& recipients, const std::vector<Party>& actors, std::uint32_t token, EventType type) const;
  /// Coordinations that the tree broke, by the words: the party before "and" where only the one after it was found, and both of
  /// "X and Y's operations".
  void add_coordinated(std::vector<Party>& actors) const;
  void add_possessors(std::vector<Party>& actors, std::uint32_t noun) const;

  /// "asked Oman to", "accused us of", "called on donors to": whom is told by the verb's own words, be it a party or not. O(links).
  bool asks_somebody(std::uint32_t t, EventType type) const;

 private:
  std::vector<Party> find_issuers() const;
  bool opens_decision(std::uint32_t token) const;
  void add_of_purpose(Ends& ends, std::uint32_t t) const;
  std::vector<Party> doers_of(std::uint32_t noun) const;
  void add_within(std::vector<Party>& side, std::uint32_t token, const std::vector<Party>& owners, EventType type) const;
  void add_all(std::vector<Party>& side, const std::vector<Party>& found) const;
  void add_listed(std::vector<Party>& side, std::uint32_t before) const;
  bool is_country(std::uint32_t token) const;
  std::uint32_t blamed_for(std::uint32_t token) const;
  bool has_party(const std::vector<Party>& side) const;
  static bool is_occasion(text::Key lemma);
  std::uint32_t giver_of(std::uint32_t noun) const;
  std::uint32_t left_by(std::uint32_t troops) const;
  void add_left(Ends& ends, std::uint32_t noun) const;
  void add_visitors(Ends& ends, std::uint32_t noun) const;
  bool is_called_joint(std::uint32_t noun) const;
  bool is_anothers(std::uint32_t noun, const std::vector<Party>& doers) const;
  std::uint32_t explained_by(std::uint32_t noun) const;
  std::uint32_t carrier_of(std::uint32_t noun) const;
  void add_subject_of_clause(Ends& ends, std::uint32_t noun) const;
  void add_next_to(Ends& ends, std::uint32_t t, const Meaning& meaning) const;
  void add_between(std::vector<Party>& side, std::uint32_t token) const;
  void add_with_conjuncts(std::vector<Party>& side, std::uint32_t token) const;
  /// "we" and "I" in a quotation are whoever speaks; a quotation that goes on in the next sentence has the same speaker.
  void add_speaker(std::vector<Party>& side, std::uint32_t pronoun) const;
  // The first links and dependents only, so that a word with a million of them costs no more than another.
  static constexpr std::size_t most = 64;
  std::span<const language::Link> links_of(std::uint32_t token) const {
    const auto all = article_.links.of(token);
    return all.first(std::min(all.size(), most));
  }
  std::span<const std::uint32_t> near(std::uint32_t token) const {
    const auto all = article_.links.dependents(token);
    return all.first(std::min(all.size(), most));
  }
  /// The subject of what governs it, where it tells none of its own.
  std::uint32_t called_on(std::uint32_t act) const;
  bool is_before_relative(std::uint32_t noun, std::uint32_t verb) const;
  void add_included(std::vector<Party>& side, std::uint32_t noun) const;
  void add_actors_above(std::vector<Party>& actors, std::uint32_t token, bool people) const;
  /// "demanded that the government ...": the first noun after "that", by the words alone.
  void add_after_that(std::vector<Party>& recipients, const std::vector<Party>& actors, std::uint32_t token) const;
  /// The head of the noun phrase that stands before the predicate, by the words alone; none where there is none.
  std::uint32_t subject_by_words(std::uint32_t token) const;

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const facts::Parties& parties_;
  const std::vector<Party> issuers_;  // who "we" are where nobody is quoted
};

/// The claim whose content holds the span; unset where there is none.
ClaimId claim_of(std::span<const Claim> claims, Span span);

}  // namespace khabar::interactions
