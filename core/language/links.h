// Links: dependencies collapsed to what facts ask for.
//
//   "Militants who fled were killed by troops in Swat and Dir."
//     killed  --passive_subject--> Militants      killed --agent--> troops
//     killed  --oblique(in)------> Swat, Dir      fled   --subject--> Militants
//
// Coordination shares arguments, relative and reduced relative clauses give their noun back to the verb, control gives
// "agreed to share" its subject. Each link says whether it was read or inherited.
#pragma once

#include "language/language.h"

#include <cstdint>
#include <span>
#include <vector>

namespace khabar::language {

enum class LinkKind : std::uint8_t {
  subject,          // of an active predicate (also of a copula's complement: "X is a threat")
  passive_subject,  // of a passive predicate or reduced passive relative
  agent,            // by-phrase of a passive
  object,
  recipient,   // indirect object: "gave X"; "handed to X" is an oblique and a recipient
  oblique,     // prepositional: `preposition` says which ("in"_key, "against"_key)
  clause,      // complement clause: said --clause--> attacked
  infinitive,  // open complement: agreed --infinitive--> share
  adverbial,   // adverbial clause: killed --adverbial--> (when) opened
  modifier,    // noun --modifier--> amod, compound or possessive dependents
  apposition,
};

struct Link {
  std::uint32_t head = 0;       // token
  std::uint32_t dependent = 0;  // token: head of the argument's noun group or clause
  LinkKind kind = LinkKind::subject;
  bool inherited = false;  // shared through coordination, control or a relative clause
  Key preposition = 0;     // of an oblique, agent or clause (its mark); 0 where there is none
};

enum class Tense : std::uint8_t { none, past, present, future };
enum class Modality : std::uint8_t { none, will, would, may, might, can, could, shall, should, must, ought, need, have_to, going_to };

/// The group around a verb: auxiliaries, negation, particle.
struct VerbGroup {
  std::uint32_t head = 0;
  Span span;  // first auxiliary to head
  Tense tense = Tense::none;
  Modality modality = Modality::none;
  bool perfect = false;
  bool progressive = false;
  bool passive = false;
  bool negated = false;
  bool infinitive = false;   // "to share"
  bool conditional = false;  // in an if/unless/whether clause
};

/// The group around a noun, without relative clauses and appositions: "at least 32 police officers from Swat" keeps its PP
/// in `full`.
struct NounGroup {
  std::uint32_t head = 0;
  std::uint32_t first = 0, last = 0;  // tokens [first, last): determiner to head
  Span span;                          // of [first, last)
  Span full;                          // with of- and other prepositional phrases that depend on it
};

class Links {
 public:
  explicit Links(const Language& language);
  /// All links whose head is that token, in order of the dependent. O(log links).
  std::span<const Link> of(std::uint32_t head) const;
  /// All links, sorted by (head, dependent).
  std::span<const Link> all() const { return links_; }
  /// The verb group of a verb, auxiliary or copular predicate; one without tense for any other token. O(size of the group).
  VerbGroup verb_group(std::uint32_t token) const;
  /// The noun group that the token heads. O(size of the group).
  NounGroup noun_group(std::uint32_t token) const;
  /// Dependents of a token, in order. O(1) to begin, then one step each.
  std::span<const std::uint32_t> dependents(std::uint32_t token) const;

 private:
  const Language* language_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> first_link_;
  std::vector<std::uint32_t> dependents_;
  std::vector<std::uint32_t> first_dependent_;
};

}  // namespace khabar::language
