#include "facts/merging/merging.h"
#include "facts/merging/conflict.h"
#include "text/sorting.h"

namespace khabar::merging {

namespace {

using incidents::Mention;
using incidents::Syntax;
using namespace text::literals;

bool are_anybody(const std::vector<Key>& people) { return !people.empty() && std::all_of(people.begin(), people.end(), is_anybody); }

double affinity(const Sketch& incident, const Sketch& telling) {
  double score = 0;
  const bool right_after = telling.sentence <= incident.sentence + 1;
  const bool bare_of_doers = telling.actors.empty() && telling.doers.empty() && telling.places.empty() && telling.days.empty() &&
                             telling.things.empty() && !telling.noun && !telling.certain_weapon;
  // "The massacre of 130 farmers near Gao" says too much to be only a word for what was told of another place.
  const bool told_anew = !telling.patients.empty() && !telling.places.empty() && !incident.places.empty() &&
                         !meet(incident.places, telling.places) && !meet(incident.patients, telling.patients);
  if (meet(incident.persons, telling.persons)) {
    score += 3;
  } else if (!incident.persons.empty() && !telling.persons.empty()) {
    score -= 2.5;
  }
  if (meet(incident.patients, telling.patients) || meet(incident.things, telling.things)) {
    const bool vague = telling.things.empty() && telling.patients.size() == 1 && telling.patients.front() == "people"_key;
    score += vague ? 1.0 : 1.2;
  } else if (are_anybody(incident.patients) && !telling.kills && bare_of_doers && right_after) {
    score -= 0.1;  // "Nine people died. A guard was shot": who the people were is not told
  } else if (are_anybody(telling.patients) && telling.kills && incident.killed > 0 && telling.killed > incident.killed && !telling.acted &&
             bare_of_doers && right_after && incident.kills && !incident.by_attackers && !incident.on_attackers) {
    score -= 0.1;  // "A strike killed a commander. Five people were killed": he was one of them
  } else if ((!incident.patients.empty() && !telling.patients.empty()) || (!incident.things.empty() && !telling.things.empty())) {
    score -= 0.6;
  } else if ((!incident.patients.empty() && !telling.things.empty()) || (!incident.things.empty() && !telling.patients.empty())) {
    score -= 0.2;  // people and things hit are no contradiction
  }
  // "The killing of villagers in wars overseas", and one man with a name was killed.
  const bool of_many = telling.noun && telling.many && telling.persons.empty() && incident.patients.empty() && !incident.persons.empty();
  if (of_many) score -= 0.6;
  if (meet(incident.places, telling.places)) {
    score += 1;
  } else if (!incident.places.empty() && !telling.places.empty()) {
    score -= telling.noun && telling.definite && !told_anew ? 0.5 : 1.5;
  }
  if (meet(incident.sites, telling.sites)) {
    score += 1;
  } else if (!incident.sites.empty() && !telling.sites.empty() && !meet(incident.places, telling.places)) {
    score -= telling.noun && telling.definite && !told_anew ? 0.5 : 1.5;
  }
  if (meet(incident.actors, telling.actors)) {
    score += 0.7;
  } else if (!incident.actors.empty() && !telling.actors.empty()) {
    score -= 0.8;
  }
  const bool by_people = incident.by_attackers || (incident.kills && !incident.doers.empty() && !incident.by_force);
  if (telling.known_attackers && by_people) score += 1;
  if (telling.by_them && incident.by_attackers && right_after) score += 1;
  // "A clerk was also killed": by nobody else, and nowhere else.
  const bool bare =
      telling.actors.empty() && telling.places.empty() && telling.days.empty() && telling.instruments.empty() && !telling.acted;
  if (telling.also && bare && right_after && incident.kills && !telling.on_attackers) score += 1;
  // "Three soldiers were killed", "54 soldiers were killed": of the same people a number so different is of another incident.
  const bool other_count = std::any_of(telling.counts.begin(), telling.counts.end(), [&](const auto& x) {
    bool same = false, far = false;
    for (const auto& y : incident.counts) {
      if (y.first != x.first) continue;
      far = far || x.second >= 3 * y.second || y.second >= 3 * x.second;
      same = same || (x.second < 3 * y.second && y.second < 3 * x.second);
    }
    return far && !same;
  });
  // "Ten were killed in a camp": not the war's first day, on which 1,200 were.
  constexpr double far_more = 20, some = 3;
  const bool far_apart = !telling.dates.empty() && std::min(incident.killed, telling.killed) >= some &&
                         std::max(incident.killed, telling.killed) >= far_more * std::min(incident.killed, telling.killed);
  if (other_count || far_apart) score -= 1.5;
  // "killed 30 soldiers", "30 patients died": of others the same number says little.
  const bool of_others = !incident.patients.empty() && !telling.patients.empty() && !meet(incident.patients, telling.patients) &&
                         std::none_of(incident.patients.begin(), incident.patients.end(), is_anybody) &&
                         std::none_of(telling.patients.begin(), telling.patients.end(), is_anybody);
  if (meet(incident.numbers, telling.numbers)) score += of_others ? 0.5 : 2;
  if (meet(incident.days, telling.days)) score += 1;
  if (meet(incident.instruments, telling.instruments)) {
    score += 0.7;
  } else if (incident.certain_weapon && telling.certain_weapon && !(telling.noun && telling.definite)) {
    score -= 0.5;
  }
  if (incident.family == telling.family && incident.family != Family::any) score += 0.8;
  if (telling.casualty) score += 1.5;
  if (burns_on(incident, telling)) score += 1;
  if (is_end_of_attackers(incident, telling) || is_other_side(incident, telling)) score += 1.5;
  if (is_one_of_several(incident, telling)) score += 1.5;
  if (telling.in_that && right_after) score += 1.5;
  if (telling.then) score += incident.earlier && right_after ? 1.5 : -1.5;  // "Eleven died then"
  // "The killing of a guard" is definite for what it is done to: told before only where that was told.
  const bool things_only = !incident.things.empty() && incident.patients.empty() && incident.persons.empty();
  if (telling.noun && !telling.persons.empty() && things_only) score -= 0.8;  // "the murder of Ana Diaz", and a bank was hit
  const bool others =
      telling.complement && (!telling.patients.empty() || !telling.persons.empty()) &&
      (!incident.patients.empty() || !incident.persons.empty() || (things_only && (!telling.persons.empty() || telling.kills))) &&
      !meet(incident.patients, telling.patients) && !meet(incident.persons, telling.persons);
  // "The massacre at the school in Gao": told by what was hit and where, far from a telling that says neither.
  const bool other_place = telling.sentence > incident.sentence + 1 && !telling.places.empty() && !telling.things.empty() &&
                           incident.places.empty() && incident.things.empty();
  if (telling.noun && telling.definite && !others && !told_anew && !other_place) score += 1.2;
  // "All five attackers were shot dead": not the attack.
  if (telling.anaphor && incident.on_attackers && !incident.on_others && !telling.on_attackers) score -= 1;
  // "The shooting", "the murder": not the fire that was exchanged with the gunman.
  if (telling.anaphor && incident.family == Family::clash && telling.family != Family::clash) score -= 1;
  if (telling.charged && !incident.kills) score -= 1;
  // "The attack" takes up the news, and not what was told of on the way.
  if (telling.anaphor) score += incident.background && !incident.opens && !right_after ? -0.5 : 1;
  if (telling.victims && telling.patients.empty() && telling.persons.empty()) score += 1;
  if (telling.noun && telling.indefinite) score -= 0.5;  // "an attack" is told for the first time
  // "Wanted for the 2019 ambush": what bears a year of its own is not the news that no year was told of.
  if (telling.years && !incident.years) score -= 1.5;
  const std::uint32_t gap = telling.sentence - incident.sentence;
  score += gap <= 1 ? 1.0 : gap <= 3 ? 0.5 : 0.0;
  if (telling.block == incident.block) score += 0.3;
  if (incident.headline && (telling.casualty || telling.anaphor)) score += 0.3;
  if (incident.headline && telling.first_sentence <= incident.first_sentence + 4) score += 1.5;
  if (incident.generic != telling.generic) score -= 1.5;
  return score;
}

constexpr double threshold = 1.0;
constexpr double threshold_of_definite = 0.6;  // "the attack": told before, so less is asked of what is shared

// What the two share must be; "the murder of a nurse", "the raid on Gao" are told by what they were done to, and where.
double asked_of(const Sketch& incident, const Sketch& telling) {
  if (!telling.noun || !telling.definite) return threshold;
  const bool others = !meet(incident.patients, telling.patients) && !meet(incident.persons, telling.persons) &&
                      !meet(incident.things, telling.things) &&
                      !(telling.patients.empty() && telling.persons.empty() && telling.things.empty());
  const bool elsewhere = !incident.places.empty() && !telling.places.empty() && !meet(incident.places, telling.places);
  return others || elsewhere ? threshold : threshold_of_definite;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> group(const Syntax& syntax, std::span<const Mention> mentions) {
  const std::uint32_t n = static_cast<std::uint32_t>(mentions.size());
  // Within a sentence: what syntax joined.
  std::vector<std::uint32_t> leader(n);
  for (std::uint32_t i = 0; i < n; ++i) leader[i] = i;
  auto root = [&](std::uint32_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return i;
  };
  for (std::uint32_t i = 0; i < n; ++i)
    if (mentions[i].joined != none && mentions[i].joined < n) {
      if (told_of_other_days(syntax, mentions[i], mentions[mentions[i].joined])) continue;
      const std::uint32_t a = root(i), b = root(mentions[i].joined);
      if (a != b) leader[std::max(a, b)] = std::min(a, b);
    }
  std::vector<std::vector<std::uint32_t>> units;
  std::vector<std::uint32_t> unit_of(n, none);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t r = root(i);
    if (unit_of[r] == none) {
      unit_of[r] = static_cast<std::uint32_t>(units.size());
      units.emplace_back();
    }
    units[unit_of[r]].push_back(i);
  }

  std::vector<std::vector<std::uint32_t>> incidents;
  std::vector<Sketch> sketches;
  for (const std::vector<std::uint32_t>& unit : units) {
    Sketch sketch;
    bool first = true;
    for (std::uint32_t i : unit) {  // the strongest telling names the unit, the others add to it
      Sketch one = sketch_of(syntax, mentions[i]);
      if (first) {
        sketch = std::move(one);
        first = false;
      } else {
        if (sketch.casualty && !one.casualty) {
          sketch.reality = one.reality;
          sketch.definite = one.definite;
          sketch.indefinite = one.indefinite;
          sketch.noun = one.noun;
        }
        sketch.further = sketch.further || one.further;
        take(sketch, one);
      }
    }
    if (sketch.succumbed && sketch.casualty) forget_day(sketch);
    const bool told_anew = !sketch.places.empty() && (!sketch.patients.empty() || !sketch.things.empty());
    sketch.anaphor = sketch.noun && sketch.definite && sketch.persons.empty() && sketch.days.empty() && !sketch.years && !told_anew;
    double best = 0;
    std::size_t chosen = incidents.size();
    const std::size_t from = incidents.size() > window ? incidents.size() - window : 0;
    for (std::size_t k = incidents.size(); k-- > from;) {
      if (conflict(sketches[k], sketch)) continue;
      const double score = affinity(sketches[k], sketch);
      if (score > best && score > asked_of(sketches[k], sketch)) {
        best = score;
        chosen = k;
      }
    }
    if (chosen == incidents.size()) {
      sketch.opens = incidents.empty();
      incidents.push_back(unit);
      sketches.push_back(std::move(sketch));
    } else {
      incidents[chosen].insert(incidents[chosen].end(), unit.begin(), unit.end());
      take(sketches[chosen], sketch);
    }
  }
  for (auto& incident : incidents) text::stable_sort(incident);
  return incidents;
}

}  // namespace khabar::merging
