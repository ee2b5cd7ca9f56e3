// What makes a trigger no telling of the incident at hand: words, stories, earlier days, lives that were saved, wars.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// "Two years after a tram explosion killed": an earlier incident, not the one that the sentence tells.
bool is_long_before(const Syntax& syntax, std::uint32_t at);
/// "the worst raid since May, when 100 troops died at Gao": is the word in what is told of that one?
bool is_when_since(const Syntax& syntax, std::uint32_t at);
/// "on the anniversary of the raid on Gao": is the word in what is told of that raid?
bool is_of_an_anniversary(const Syntax& syntax, std::uint32_t at);
/// "claimed 12 lives", not "saved dozens of lives".
bool costs_lives(const Syntax& syntax, std::uint32_t at);
/// "The army lost 40 soldiers", not "the side lost three players".
bool is_loss_of_fighters(const Syntax& syntax, std::uint32_t at, const std::vector<Toll>& lost);
/// "harshly attacked the president": an attack in words.
bool is_rhetorical(const Syntax& syntax, std::uint32_t at);
/// A film, a match, a drill above the trigger or as its subject.
bool is_fictional(const Syntax& syntax, std::uint32_t at);

/// "Test-fired a missile", "fired two missiles into the sea": nobody and nothing is hit. O(tokens near the verb).
bool is_missile_test(const Syntax& syntax, const Mention& m);

/// From so many on a toll may be that of years or of a war.
inline constexpr double toll_of_many = 20;
/// "deadliest", "worst": what measures one incident by others.
bool is_superlative(Key key);
/// "A gas explosion", "a boiler blast", "a blast in a firecracker factory": what bursts by itself; but "a gas attack", "a cylinder bomb".
bool is_gas_explosion(const Syntax& syntax, std::uint32_t noun);
/// "collapse", "derail": what befalls without anybody's arms.
bool is_accident_verb(Key lemma);
/// "Train derails in Gao, nine killed": a headline of an accident. O(tokens of the sentence).
bool tells_accident(const Syntax& syntax, std::uint32_t sentence);
/// "900 have been killed since 1985", "in ten years of war": a toll of many that the sentence gives to years or to a war. O(sentence).
bool tells_total(const Syntax& syntax, std::uint32_t sentence);

/// "Elsewhere, gunmen shot ...", "In a separate raid ...": what the sentence tells is none of what was told before. O(1).
bool opens_anew(const Syntax& syntax, std::uint32_t sentence);
/// A sentence that opens with "later" and tells of somebody new.
bool is_of_one_later(const Syntax& syntax, const Mention& m);

/// "Later on Friday, rebels attacked a bus": by attackers told anew.
bool is_by_some_later(const Syntax& syntax, const Mention& m);
/// "Another bomb exploded", "a second gang attacked": another incident. O(1): bounded steps.
bool is_by_another(const Syntax& syntax, const Mention& mention);

}  // namespace khabar::incidents
