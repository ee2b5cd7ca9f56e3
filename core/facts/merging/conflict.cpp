#include "facts/merging/conflict.h"
#include "facts/merging/dates.h"

#include <array>

namespace khabar::merging {

// "Gunmen shot four. One of the attackers was killed by a passer-by": in the attack, where neither another day nor another place is told.
bool is_end_of_attackers(const Sketch& a, const Sketch& b) {
  return (a.by_attackers || (a.acted && a.kills && !a.by_force)) && b.on_known && !b.by_force && b.on_attackers && !b.on_others &&
         b.days.empty() && b.dates.empty() && b.places.empty() && b.sites.empty() && b.family != Family::air &&
         b.sentence <= a.sentence + 2 && b.block == a.block;
}

// "Three soldiers were killed in a fight with rebels. Five militants were killed, too": of its other side, where no other day or place is
// told.
bool is_other_side(const Sketch& a, const Sketch& b) {
  return a.family == Family::clash && !a.headline && b.kills && !b.noun && b.on_attackers && !b.on_others && !b.acted && b.days.empty() &&
         b.dates.empty() && b.places.empty() && b.sites.empty() && b.things.empty() && (!a.on_attackers || meet(b.bands, a.actors)) &&
         b.sentence <= a.sentence + 1 && b.block == a.block;
}

bool is_one_of_several(const Sketch& a, const Sketch& b) {
  return a.several && b.ordinal && b.noun && a.family == Family::bomb && b.family == Family::bomb && b.days.empty() && b.places.empty() &&
         b.sentence <= a.sentence + 2;
}

namespace {

using incidents::Mention;
using incidents::Syntax;
using namespace text::literals;

// "A mine hit the convoy", "30 terrorists were killed in air strikes that followed": what attackers did is not what was done to them.
bool is_answer(const Sketch& a, const Sketch& b) {
  if (is_end_of_attackers(a, b)) return false;
  const bool of_a_force = b.family == Family::air || b.by_force;
  return a.by_attackers && b.on_attackers && !b.on_others && !b.by_attackers && of_a_force && a.family != Family::clash;
}

// "Drones hit a mill. The army shot down 61 drones": what one came with the other brought down.
bool brings_down(const Sketch& one, const Sketch& other) {
  static constexpr std::array flying = {"drone"_key, "missile"_key, "rocket"_key,   "helicopter"_key,
                                        "jet"_key,   "plane"_key,   "aircraft"_key, "warplane"_key};
  return std::any_of(flying.begin(), flying.end(), [&](Key key) {
    return std::find(one.things.begin(), one.things.end(), key) != one.things.end() &&
           std::find(other.instruments.begin(), other.instruments.end(), key) != other.instruments.end();
  });
}

// "A drone killed two Turkish soldiers. Turkish jets bombed a village": nobody strikes his own men.
bool is_by_their_own(const Sketch& of_men, const Sketch& deed) {
  return !deed.noun && deed.family != Family::clash && of_men.family != Family::clash && meet(of_men.fallen, deed.actors) &&
         !meet(of_men.fallen, deed.fallen);
}

// With doers, people or things hit and a place of its own, and nothing of what was told, a verb tells another incident, however near:
// "A drone killed two guards. The same day, army jets bombed a market in Kutum." So does a paragraph that opens with another place.
bool is_told_apart(const Sketch& a, const Sketch& b) {
  const bool others = (a.certain_weapon && b.certain_weapon) || (a.by_attackers && b.by_force && !a.by_force) ||
                      (a.by_force && b.by_attackers && !b.by_force);
  if (b.noun || b.casualty || b.known_attackers || a.headline || a.sentence == b.sentence || b.places.empty() || !b.hits() || !a.hits())
    return false;
  if (meet(a.places, b.places) || meet(a.persons, b.persons) || meet(a.numbers, b.numbers) || meet(a.things, b.things)) return false;
  if (b.opens_elsewhere && a.block != b.block && b.acted && !meet(a.actors, b.actors)) return true;
  return others && !meet(a.patients, b.patients) && !meet(a.actors, b.actors) && !meet(a.instruments, b.instruments);
}

}  // namespace

bool burns_on(const Sketch& a, const Sketch& b) {
  const bool bare = !b.acted && !b.noun && b.days.empty() && b.dates.empty() && b.places.empty() && b.persons.empty();
  const bool attack = a.kills && !a.by_force && a.reality == Reality::real && (a.family == Family::arms || a.family == Family::any);
  return b.family == Family::fire && bare && attack && b.block == a.block && b.sentence > a.sentence && b.sentence <= a.sentence + 2;
}

bool conflict(const Sketch& a, const Sketch& b) {
  if (is_by_their_own(a, b) || is_by_their_own(b, a)) return true;
  if (is_answer(a, b) || is_answer(b, a) || brings_down(a, b) || brings_down(b, a)) return true;
  // "the murder of a judge in Gao and the bombing of a market in Segou": what a sentence tells apart.
  if (a.noun && b.noun && a.sentence == b.sentence && a.hits() && b.hits() && !meet(a.persons, b.persons) &&
      !meet(a.patients, b.patients) && !meet(a.things, b.things))
    return true;
  // "Three workers shot dead; army shells camp" in a headline: two.
  if (a.first_sentence == b.first_sentence && a.part != b.part && !a.casualty && !b.casualty && !b.anaphor && b.acted) return true;
  // "Defused a bomb and killed two", "a second device was defused. The toll stood at six"
  if (a.undone != b.undone && ((!a.noun && !b.noun) || !a.numbers.empty() || !b.numbers.empty())) return true;
  if (a.counted || b.counted) return true;
  if (a.heading && b.heading && a.block != b.block) return true;
  if (a.total || b.total) return true;
  if (a.campaign != b.campaign && !meet(a.patients, b.patients) && !meet(a.persons, b.persons)) return true;
  if (is_told_apart(a, b)) return true;
  // "The bombing in Pulwama killed 40. Jets then struck a camp inside Pakistan": two states, two incidents.
  if (!a.states.empty() && !b.states.empty() && !meet(a.states, b.states) && !b.noun && b.acted && b.hits()) return true;
  // "Togo shelled a port. Benin struck a depot": each its own deed.
  if (a.by_states && b.by_states && !b.noun && !meet(a.actors, b.actors) && a.family != Family::clash && b.family != Family::clash &&
      b.hits() && !meet(a.things, b.things) && !meet(a.persons, b.persons))
    return true;
  // "Police fired at demonstrators. Demonstrators threw stones": what those who were hit did is another deed.
  if (!a.by_attackers && !b.by_attackers && !a.on_attackers && a.family != Family::clash && b.family != Family::clash && !b.noun &&
      !a.doers.empty() && !b.doers.empty() && !meet(a.doers, b.doers) && meet(a.patients, b.doers))
    return true;
  // "Police fired at demonstrators, killing three. Rioters attacked a station": what a force did, and what was done by others to others.
  if (a.by_force && !a.by_attackers && b.by_attackers && !b.by_force && !b.noun && a.family != Family::clash && b.family != Family::clash &&
      a.hits() && b.hits() && !meet(a.patients, b.patients) && !meet(a.things, b.things) && !meet(a.persons, b.persons))
    return true;
  // "An assailant was shot dead by police. 24 people were hurt": not in what the police did.
  const bool anybody = !b.patients.empty() && std::all_of(b.patients.begin(), b.patients.end(), is_anybody);
  if (b.casualty && anybody && !b.on_attackers && a.by_force && a.on_attackers && !a.on_others && a.sentence != b.sentence) return true;
  // "Israel struck Iran. Iran fired missiles at Israel": two deeds of two states.
  if (a.by_states && b.by_states && !a.casualty && !b.casualty && !a.noun && !b.noun && a.family != Family::clash &&
      b.family != Family::clash && a.sentence != b.sentence && !a.actors.empty() && !b.actors.empty() && !meet(a.actors, b.actors))
    return true;
  // "Togo's army carried out attacks. Benin's army opened fire, hurting a guard": two armies, two deeds.
  if (!a.whose.empty() && !b.whose.empty() && !meet(a.whose, b.whose) && a.family != Family::clash && b.family != Family::clash &&
      a.sentence != b.sentence && !b.casualty && !b.noun && !meet(a.persons, b.persons) && !meet(a.numbers, b.numbers))
    return true;
  // "Israel struck Iran; Iran fired missiles. Iranian television reported 78 dead": not by its own missiles.
  if (b.casualty && b.teller != none && a.by_states && a.sentence != b.sentence &&
      std::find(a.actors.begin(), a.actors.end(), b.teller) != a.actors.end())
    return true;
  // "Strikes killed 27. Of the 50 hostages still held ...": no one is taken in an air strike.
  if (b.casualty && b.taking && (a.family == Family::air || a.family == Family::bomb)) return true;
  if (a.reality != b.reality && !a.casualty && !b.casualty) return true;
  if (a.casualty && a.reality == Reality::real && b.reality == Reality::unreal && !b.casualty)
    return true;  // "30 died. Sabotage was ruled out."
  // "Gunmen ambushed a van. The attackers torched it", "... exchanged fire with its guards": one attack.
  // "Armed men attacked a tanker and took its crew. The pirates fired on the bridge": they had told of it.
  const bool fires_on = (b.family == Family::arms || b.family == Family::any) && !b.noun && b.known_attackers && a.by_attackers &&
                        a.taking && b.sentence <= a.sentence + 2 && b.days.empty() && b.places.empty();
  const bool of_that = b.in_that && b.family != Family::arrest && b.sentence <= a.sentence + 2;
  const bool goes_on =
      of_that || fires_on || burns_on(a, b) ||
      ((b.family == Family::fire || b.family == Family::clash) && b.known_attackers &&
       (a.by_attackers || (a.kills && !a.doers.empty() && !a.by_force)) && a.family != Family::robbery && b.sentence <= a.sentence + 1);
  if (a.family != b.family && a.family != Family::any && b.family != Family::any) {
    const bool loose = (a.family == Family::bomb && b.family == Family::arms) || (a.family == Family::arms && b.family == Family::bomb) ||
                       (a.family == Family::arms && b.family == Family::clash) || (a.family == Family::clash && b.family == Family::arms) ||
                       (a.family == Family::air && b.family == Family::bomb) || (a.family == Family::bomb && b.family == Family::air);
    if (!loose && !goes_on && !(a.taking && b.taking)) return true;
  }
  const bool set_apart = [](Family f) {
    return f == Family::arrest || f == Family::robbery || f == Family::fire || f == Family::taking || f == Family::cyber;
  }(a.family != Family::any ? a.family : b.family);
  if (set_apart && !goes_on && !(a.taking && b.taking) && a.family != b.family && !(a.anaphor && a.family == Family::any) &&
      !(b.anaphor && b.family == Family::any))
    return true;
  if ((a.family == Family::arrest) != (b.family == Family::arrest)) return true;
  // "Police arrested a teenager. The army captured the boss's nephew."
  if (a.family == Family::arrest && !a.noun && !b.noun && a.first_sentence != b.first_sentence && a.hits() && b.hits() &&
      !meet(a.persons, b.persons) && !meet(a.patients, b.patients) && !b.definite &&
      std::none_of(a.patients.begin(), a.patients.end(), is_anybody) && std::none_of(b.patients.begin(), b.patients.end(), is_anybody))
    return true;
  // The murder of a judge is no part of the clashes that the same article tells.
  if ((a.family == Family::clash) != (b.family == Family::clash)) {
    const Sketch& other = a.family == Family::clash ? b : a;
    // "Power lines were sabotaged. Heavy fighting broke out": what was done to things, by nobody who is told.
    const bool things_alone = !other.things.empty() && other.patients.empty() && other.persons.empty() && !other.acted && !other.noun;
    if (things_alone && !goes_on && !other.casualty && a.sentence != b.sentence && !meet(a.things, b.things)) return true;
    // "Forces killed two in a raid on Gao. A doctor was shot in the leg by forces": in it, where nothing says that it was elsewhere.
    const bool of_raid = a.kills && b.by_force && meet(a.actors, b.actors) && (b.places.empty() || meet(a.places, b.places));
    if (other.unarmed && !goes_on && !of_raid && !other.casualty && !(b.also && b.sentence <= a.sentence + 1) &&
        !meet(a.persons, b.persons) && !meet(a.patients, b.patients) && !meet(a.numbers, b.numbers))
      return true;
  }
  if (a.has_been != b.has_been && (a.family == Family::clash) != (b.family == Family::clash)) return true;
  if (a.item != none && b.item != none && a.item != b.item) return true;
  if (a.earlier != b.earlier && a.sentence == b.sentence) return true;
  if (a.later != b.later && a.first_sentence == b.sentence && !a.casualty && !b.casualty) return true;
  // "The murder of Ana Diaz a year earlier": what is told next is of the news again, unless it takes that up.
  const bool taken_up =
      meet(a.persons, b.persons) || meet(a.patients, b.patients) || (!a.casualty && b.sentence <= a.sentence + (b.casualty ? 2 : 1));
  const bool other_kind = a.family != b.family && a.family != Family::any && b.family != Family::any;
  if (a.earlier && !a.opens && !b.earlier && (!taken_up || (other_kind && !b.casualty))) return true;
  // "The brothers stabbed a guard. Police shot Omar Noor in the leg.": what the force did was done to another.
  if (b.by_force && !b.noun && !a.by_force && a.acted && a.hits() && !b.persons.empty() && !meet(a.persons, b.persons) &&
      b.things.empty() && a.sentence != b.sentence)
    return true;
  const bool says_which = b.attributive || (a.attributive && a.sentence != b.sentence);  // "all detained students", "900 were arrested"
  if (says_which && !meet(a.patients, b.patients) && !meet(a.things, b.things) && !meet(a.persons, b.persons)) return true;
  if (b.further && !is_one_of_several(a, b) && !(a.earlier && b.earlier) && !meet(a.persons, b.persons)) return true;
  // "The blast killed nine. Last month a bomber hit a mosque": of a month that opens its sentence, and the news bears no date.
  if (b.told_when && !b.anaphor && !a.told_when && a.dates.empty() && a.days.empty() && a.first_sentence != b.sentence &&
      !meet(a.persons, b.persons) && !meet(a.things, b.things))
    return true;
  if (!a.days.empty() && !b.days.empty() && !meet(a.days, b.days) &&
      !(compatible(a.days, b.days) && ((!a.dates.empty() && !b.dates.empty()) || a.weekday || b.weekday)))
    return true;
  // What a day of the week is told of is news; what a month is told of is not.
  if ((a.weekday && b.month && !b.weekday) || (b.weekday && a.month && !a.weekday)) return true;
  if (!a.dates.empty() && !b.dates.empty() && !compatible(a.dates, b.dates)) return true;
  if (are_months_apart(a.months, b.months)) return true;
  return false;
}

bool told_of_other_days(const Syntax& syntax, const Mention& a, const Mention& b) {
  if (a.time == none || b.time == none || a.time == b.time) return false;
  const std::string& first = syntax.article.mentions.times[a.time].time.value;
  const std::string& second = syntax.article.mentions.times[b.time].time.value;
  const std::string_view x = std::string_view(first).substr(0, 10), y = std::string_view(second).substr(0, 10);
  return is_date(x) && is_date(y) && x.size() >= 7 && y.size() >= 7 && !may_be_one(x, y);
}

}  // namespace khabar::merging
