// Sketches: what is known of a telling, or of an incident so far - days, places, who was hit by whom with what, how many.
//
//   "On Tuesday gunmen killed two guards in Pishin."    arms; XXXX-WXX-2; Pishin; guard; "killed 2"; by attackers
//
// What conflicts and what brings tellings together is asked of sketches alone: lists of few, words by their lemmas, names by their entity.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace khabar::merging {

using incidents::none;
using text::Key;

/// Kinds of attack that are told apart; `any` is a word for all of them.
enum class Family : std::uint8_t { any, bomb, air, arms, clash, taking, fire, robbery, arrest, cyber };

enum class Reality : std::uint8_t { real, failed, unreal };

/// What is known of a telling, or of an incident so far.
struct Sketch {
  Family family = Family::any;
  Reality reality = Reality::real;

  // When and where
  std::vector<std::string_view> days;
  std::vector<std::string_view> dates;   // days, months and years alike
  std::vector<std::string_view> months;  // dates and weeks whose month is known
  bool weekday = false, month = false;   // "on Wednesday"; "in December"
  bool years = false;                    // its day is told as a year: "in 2019", "in May 2021"
  bool earlier = false;                  // than what its sentence tells
  bool later = false;                    // "the day before the riot": than what its sentence tells
  std::vector<std::uint32_t> places;     // entity indexes, as for those below
  std::vector<std::uint32_t> sites;      // a hospital, a base: they stand in some town
  std::vector<std::string_view> states;  // ISO codes of the countries that these lie in, and of those named
  bool opens_elsewhere = false;          // "In Gao, ..."

  // Who did what to whom
  std::vector<std::uint32_t> persons, actors;
  std::uint32_t teller = mentions::none;  // the state whose people tell of it: "Iranian state television reported"
  std::vector<std::uint32_t> fallen;      // whose men were hit: "two Turkish soldiers"
  std::vector<std::uint32_t> bands;       // groups with arms whose men were hit
  std::vector<Key> doers;                 // lemmas of actors without a name
  std::vector<Key> patients;              // lemmas of those hit
  std::vector<Key> things;                // lemmas of what was hit
  std::vector<Key> instruments;
  bool acted = false;  // somebody did it, or something
  bool by_attackers = false, by_force = false, on_attackers = false, on_others = false;
  bool by_states = false;               // states did it, or their forces
  std::vector<std::string_view> whose;  // ISO codes of the states that did it, or whose armies did
  bool undone = false;                  // a bomb was defused
  bool known_attackers = false;         // "the gunmen": they were told of before
  bool on_known = false;                // "one of the attackers": hit were those that were told of before
  bool by_them = false;                 // "they killed": whoever was told of before did it
  bool victims = false;                 // "many of the victims": they were told of before
  bool unarmed = false;                 // people were hit who carry no arms
  bool many = false;                    // a kind of people was hit: "the killing of villagers"
  bool certain_weapon = false;          // "a car bomb", "missiles"; not "a bomb", "explosives"

  // What came of it
  std::vector<std::pair<Key, double>> counts;  // "killed soldiers", 12
  std::vector<Key> numbers;                    // "killed 12": effect and value, where there were several
  double killed = 0;                           // the most that one number says
  bool casualty = false, kills = false;
  bool taking = false;  // somebody was taken: "stormed a school, abducting 24"

  // How it is told
  bool noun = false, definite = false, indefinite = false, attributive = false, generic = false;
  bool counted = false;     // "three attacks"
  bool anaphor = false;     // "the attack", and nothing of its own; whoever groups tellings sets it
  bool complement = false;  // "the killing of a guard": whom it was done to hangs on the noun
  bool further = false;     // "another attack"
  bool has_been = false;    // "has been fighting": for long, and no one deed
  bool in_that = false;     // "was killed in that attack": of the one told last
  bool ordinal = false;     // "the first blast", "a second explosion": maybe of two told before
  bool several = false;     // "two bombs exploded", "twin blasts"
  bool told_when = false;   // "In March, ...", "Last month ...": a month or a year opens its sentence
  bool also = false;        // "was also killed"
  bool succumbed = false;   // "he died two days later", "one of the wounded died": of what was told, on a day of its own
  bool then = false;        // "died then": of what was told last, where that was earlier than the news
  bool campaign = false;    // "genocide": of many deeds, none of them
  bool charged = false;     // "nine counts of murder"
  bool total = false;       // of many incidents

  // In which part of the article
  std::uint32_t sentence = 0, first_sentence = 0, block = 0;
  std::uint32_t part = 0;     // of its sentence: where the last semicolon before it stands
  std::uint32_t item = none;  // of a brief
  bool headline = false;
  bool heading = false;     // one line of a list of headlines
  bool opens = false;       // the first that the article tells
  bool background = false;  // "earlier in the year": what its sentence opens with parts it from the news

  bool hits() const { return !persons.empty() || !patients.empty() || !things.empty(); }
};

/// Have the two lists anything in common?
template <class T>
bool meet(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

/// Words for people that may be any of those that others name.
bool is_anybody(Key lemma);

Sketch sketch_of(const incidents::Syntax& syntax, const incidents::Mention& mention);
/// "One of the wounded died on Tuesday": the day is of the death alone.
void forget_day(Sketch& sketch);
/// Adds what another telling of the incident says.
void take(Sketch& into, const Sketch& from);

}  // namespace khabar::merging
