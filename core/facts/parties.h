// Parties: which state, body or group a noun phrase speaks for.
//
//   Interior Minister Lena Brandt     Germany via Lena Brandt (where the text tells her country)
//   an Egyptian delegation           Egypt
//   the leadership in Kabul          Afghanistan
//   both countries                   the two states that the entities room linked
//   Franco-German                    France, Germany
//   two villagers                    no state: a group of people, for those who ask for people
#pragma once

#include "lexicon/key_map.h"
#include "lexicon/key_set.h"
#include "mentions/mentions.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace khabar::facts {

struct Party {
  EntityId entity;
  EntityId via;
  std::uint32_t token = 0;
  Span span;
  bool body = false;    // `via` is a body, not a person
  bool people = false;  // private people, told by a noun: "students", "Algerian landowners"
  bool armed = false;   // such people with arms: "the rebels"
  bool some = false;    // such people told by where they are from: "ethnic Serbs", "two Russians"
  bool meant = false;   // told by "both sides", "the two countries"
};

/// What Parties asks of words: which nouns are private people, which word names which state. Read once, immutable.
class PartyWords {
 public:
  PartyWords();
  bool is_people(text::Key lemma) const { return people_.contains(lemma); }
  bool is_armed(text::Key lemma) const { return armed_.contains(lemma); }
  bool is_soldier(text::Key lemma) const { return soldiers_.contains(lemma); }
  /// Nouns that can act: officials, bodies, forces ("minister", "court", "warship"), not "challenge" or "oil".
  bool is_agent(text::Key lemma) const { return agents_.contains(lemma); }
  bool is_capital(text::Key word) const { return capitals_.contains(word); }
  /// ISO 3166-1 alpha-2 of a country's name of one word, its demonym or combining form ("pakistani", "franco"); empty otherwise.
  std::string_view state(text::Key word) const {
    const std::string_view* known = states_.find(word);
    return known == nullptr ? std::string_view() : *known;
  }
  /// Its name in English, "" for no code of ours.
  std::string_view name_of(std::string_view iso) const {
    const std::string_view* known = names_.find(text::key_of(iso));
    return known == nullptr ? std::string_view() : *known;
  }

 private:
  lexicon::KeySet people_, armed_, soldiers_, agents_, capitals_;
  lexicon::KeyMap<std::string_view> names_;   // by the code
  lexicon::KeyMap<std::string_view> states_;  // by name or adjective
};

class Parties {
 public:
  /// Indexes the article's countries by code. O(entities + tokens).
  Parties(const mentions::Article& article, const PartyWords& words);
  /// The parties of the noun group that this token heads; empty where it names none. O(dependents).
  std::vector<Party> at(std::uint32_t token) const;
  /// Those that stand before a noun of action: "Pakistan's request", "Franco-German plan", "US support". O(dependents).
  std::vector<Party> before(std::uint32_t token) const;
  /// The nearest parties inside the noun group: its own, else those of its modifiers ("an Australian ultimatum", "the fight
  /// against the group"), three steps down at most; a place stands for its state. "its forces in Syria" is Syria where `owners` holds
  /// the owner; where something is ("attacks in Syria") counts only with `places`. O(dependents).
  std::vector<Party> within(std::uint32_t token, const std::vector<Party>& owners, bool places) const;
  /// The parties, else the people without a name ("thousands of students"). O(dependents).
  std::vector<Party> or_people(std::uint32_t token) const;
  /// "Soldiers seized power": of whose army nothing says. O(length of the noun group).
  bool are_soldiers(std::uint32_t token) const;
  /// The parties, else those with arms and without a name ("the rebels"), who deal with states as groups do. O(dependents).
  std::vector<Party> or_armed(std::uint32_t token) const;
  /// A capital that acts is its government: "Jakarta expelled ...". Ask only of those who do something.
  std::vector<Party> metonym(std::uint32_t token) const;
  /// Can the noun phrase do something: a name, people, a body, a force, some of these?
  bool acts(std::uint32_t token) const { return acts(token, 0); }

 private:
  std::vector<Party> of_mention(std::uint32_t token) const;
  bool is_others(std::uint32_t token) const;
  bool is_border_of_two(std::uint32_t token) const;
  void add_joined_state(std::vector<Party>& parties, std::uint32_t token) const;
  std::vector<Party> of_modifiers(std::uint32_t token, bool after) const;
  bool acts(std::uint32_t token, int depth) const;
  bool is_people(std::uint32_t token, int depth) const;
  EntityId home() const;
  bool is_of_home(std::uint32_t token) const;
  bool is_some_of_a_people(std::uint32_t token) const;
  bool is_kind_of_private_person(std::uint32_t token) const;
  bool told_by_pronoun(std::uint32_t token) const;
  bool is_named_before(std::uint32_t token, const Party& party) const;
  bool names_agreement(std::uint32_t noun, std::uint32_t modifier) const;
  bool is_whereabouts(std::uint32_t token) const;
  bool is_told_about(std::uint32_t noun, std::uint32_t child) const;
  void within(std::uint32_t token, int depth, const std::vector<Party>& owners, bool places, std::vector<Party>& parties) const;
  /// The country that stands before a person's name or title. O(dependents).
  EntityId country_beside(std::uint32_t token) const;
  EntityId country(std::string_view iso) const;
  /// The two states of "Franco-German"; unset where the mention is no such word.
  std::pair<EntityId, EntityId> compound_of(std::uint32_t token) const;
  const Entity& entity(EntityId id) const { return article_.mentions.entities.entities[id.index]; }
  /// The words of the noun group and its mention, without what follows them.
  Span span_at(std::uint32_t token) const;

  const mentions::Article& article_;
  const PartyWords& words_;
  lexicon::KeyMap<EntityId> countries_;
  std::unordered_map<std::uint32_t, EntityId> speaks_for_;  // of delegates with a state in brackets: index of the entity -> the state
  std::unordered_map<std::uint32_t, std::uint32_t> pairs_;  // head token -> index of the pair
  EntityId home_;
};

}  // namespace khabar::facts
