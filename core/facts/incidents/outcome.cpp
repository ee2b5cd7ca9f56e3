#include "facts/incidents/outcome.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

double total(const std::vector<Toll>& list) {
  double sum = 0;
  for (const Toll& t : list) sum += t.value;
  return sum;
}

// "Three policemen", then "three officers": one force in other words.
bool same_force(const Toll& a, const Toll& b) {
  return a.noun == Noun::force && b.noun == Noun::force && a.value == b.value && !a.further && !b.further;
}

bool is_anybody(std::string_view who) {
  return who == "men" || who == "personnel" || who == "members" || who == "jawans" || who == "employees" || who == "staff";
}

bool same_people(const Toll& a, const Toll& b) {
  const bool vague = a.value >= 2 && a.value == b.value && !a.further && !b.further && (is_anybody(a.who) || is_anybody(b.who));
  return a.who == b.who || (a.general && b.general) || same_force(a, b) || vague;
}

void next_sentence(std::vector<Toll>& known, const std::vector<Toll>& told) {
  if (told.empty()) return;
  if (known.empty()) {
    known = told;
    return;
  }
  const bool known_general = std::any_of(known.begin(), known.end(), [](const Toll& t) { return t.general && !t.further; });
  const bool told_general = std::any_of(told.begin(), told.end(), [](const Toll& t) { return t.general && !t.further; });
  // "Five militants", then "five terrorists": the same.
  if (known.size() == 1 && told.size() == 1 && told.front().value >= 2 && told.front().value == known.front().value &&
      told.front().noun == Noun::attacker && known.front().noun == Noun::attacker && !told.front().further)
    return;
  // "Three rebels killed in raid", then "Two men were hurt. Three rebels were also killed": the headline's.
  if (known.size() == 1 && told.size() == 1 && told.front().value >= 2 && told.front().value == known.front().value &&
      told.front().further && told.front().who == known.front().who && !told.front().who.empty())
    return;
  // "Three FC men", then "three personnel": the same by a word that says no more.
  if (known.size() == 1 && told.size() == 1 && told.front().value >= 2 && told.front().value == known.front().value &&
      (is_anybody(told.front().who) || is_anybody(known.front().who)) && !told.front().further)
    return;
  // "Kidnap 24 schoolgirls", then "at least 24 students": so many are the same by any word.
  const double many = told.front().effect == Effect::abducted ? 3 : 10;
  if (known.size() == 1 && told.size() == 1 && told.front().value >= many && told.front().value == known.front().value &&
      !told.front().further)
    return;
  // "A judge and four others killed", then "the five members": the same.
  if (known.size() > 1 && told.size() == 1 && total(known) == told.front().value) {
    known = told;
    return;
  }
  const bool further = std::any_of(told.begin(), told.end(), [](const Toll& t) { return t.further; });
  if (told_general) {
    if (total(told) >= total(known)) known = told;
    return;
  }
  if (known_general) {  // parts of a total already told, unless they are more than it
    if (total(told) > total(known)) known = told;
    return;
  }
  // "Two soldiers", then "two soldiers and a militia member": of a list that opens with those told, the rest is new.
  const bool listed = told.size() > 1 && std::any_of(known.begin(), known.end(), [&](const Toll& k) {
                        return same_people(k, told.front()) && k.value == told.front().value;
                      });
  for (const Toll& t : told) {
    auto same = std::find_if(known.begin(), known.end(), [&](const Toll& k) { return same_people(k, t); });
    if (same != known.end() && !further) {
      if (t.value > same->value) *same = t;
    } else if (known.size() < 8) {
      // One person named again is counted already.
      if (t.value == 1 && !t.quantity.set() && total(known) >= 1 && !further && !listed) continue;
      known.push_back(t);
    }
  }
}

}  // namespace

std::vector<Casualty> outcome_of(const std::vector<Toll>& tolls, Standing standing) {
  std::vector<Casualty> out;
  for (int e = 0; e <= static_cast<int>(Effect::displaced); ++e) {
    const Effect effect = static_cast<Effect>(e);
    // Attackers and the rest are two tallies.
    std::vector<Toll> rest, attackers, told_rest, told_attackers;
    std::uint32_t sentence = none;
    auto flush = [&] {
      const auto whole = std::find_if(told_rest.begin(), told_rest.end(), [](const Toll& t) { return t.whole; });
      // "Ten were killed, a leader said, but the police put the toll at four": the higher.
      const bool higher = std::any_of(told_rest.begin(), told_rest.end(), [&](const Toll& t) {
        return whole != told_rest.end() && !t.whole && !t.further && t.general && t.value > whole->value;
      });
      if (higher) {
        told_rest.erase(whole);
      } else if (whole != told_rest.end()) {
        told_rest = {*whole};
      }
      // "50 jihadists were killed", then "at least 50 were": not others.
      const bool again = told_rest.size() == 1 && told_rest.front().general && !told_rest.front().further &&
                         told_rest.front().value >= 10 && !attackers.empty() && total(attackers) == told_rest.front().value;
      if (again) told_rest.clear();
      next_sentence(rest, told_rest);
      next_sentence(attackers, told_attackers);
      told_rest.clear();
      told_attackers.clear();
    };
    // "Gunmen attacked a village, and 18 of them were killed": some of those told of, where nobody was told to be killed before.
    const bool some = std::none_of(tolls.begin(), tolls.end(), [&](const Toll& t) { return t.effect == effect && !t.subset; });
    for (const Toll& t : tolls) {
      if (t.effect != effect || (t.subset && (!some || t.counted))) continue;
      if (t.sentence != sentence) flush();
      sentence = t.sentence;
      std::vector<Toll>& told = t.noun == Noun::attacker ? told_attackers : told_rest;
      if (std::any_of(told.begin(), told.end(), [&](const Toll& have) {
            return have.token == t.token || have.span.overlaps(t.span) || (t.quantity.set() && have.quantity == t.quantity);
          }))
        continue;
      if (told.size() < 8) told.push_back(t);
    }
    flush();
    // "17 people were arrested", "17 suspects": the same, once as people and once by name.
    const bool general = std::all_of(rest.begin(), rest.end(), [](const Toll& t) { return t.general; });
    if ((general || rest.size() > 1) && !rest.empty() && !attackers.empty() && total(rest) == total(attackers)) rest.clear();
    // "5 Sayyaf men killed", then "five Abu Sayyaf bandits": the same.
    std::erase_if(rest, [&](const Toll& t) {
      return t.value >= 2 && is_anybody(t.who) &&
             std::any_of(attackers.begin(), attackers.end(), [&](const Toll& a) { return a.value == t.value && a.sentence != t.sentence; });
    });
    const bool perpetrators =
        !standing.actor_is_force && !standing.hit_with_his_own && (!rest.empty() || standing.has_other_victims || standing.hit_assailants);
    auto write = [&](const std::vector<Toll>& list, Side side) {
      for (const Toll& t : list)
        out.push_back({effect, t.self ? Side::perpetrator : side, t.who, t.value, t.max, t.comparator, t.quantity, t.span});
    };
    write(rest, Side::victim);
    write(attackers, perpetrators ? Side::perpetrator : Side::victim);
  }
  return out;
}

}  // namespace khabar::incidents
