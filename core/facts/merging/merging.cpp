#include "facts/merging/merging.h"
#include "text/sorting.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace khabar::merging {

namespace {

using incidents::Filler;
using incidents::Mention;
using incidents::Mode;
using incidents::none;
using incidents::Noun;
using incidents::Syntax;
using text::Key;
using namespace text::literals;

enum class Family : std::uint8_t { any, bomb, air, arms, clash, taking, fire, robbery, arrest, cyber };

Family family_of(incidents::Kind kind) {
  switch (kind.mode) {
    case Mode::bombing:
    case Mode::suicide_bombing: return Family::bomb;
    case Mode::airstrike: return Family::air;
    case Mode::armed_assault: return kind.weak ? Family::any : Family::arms;
    case Mode::assassination: return Family::arms;
    case Mode::clash:
    case Mode::raid: return kind.weak ? Family::any : Family::clash;
    case Mode::kidnapping:
    case Mode::hijacking: return Family::taking;
    case Mode::arson: return Family::fire;
    case Mode::robbery: return Family::robbery;
    case Mode::arrest: return Family::arrest;
    case Mode::cyberattack: return Family::cyber;
    default: return Family::any;
  }
}

enum class Reality : std::uint8_t { real, failed, unreal };

Reality reality_of(Status status) {
  if (status == Status::happened || status == Status::ongoing) return Reality::real;
  return status == Status::failed ? Reality::failed : Reality::unreal;
}

/// What is known of a telling, or of an incident so far.
struct Sketch {
  Family family = Family::any;
  Reality reality = Reality::real;
  std::vector<std::string_view> days;
  std::vector<std::string_view> dates;                 // days, months and years alike
  std::vector<std::string_view> months;                // dates and weeks whose month is known
  std::vector<std::uint32_t> sites;                    // a hospital, a base: they stand in some town
  std::vector<std::uint32_t> places, persons, actors;  // entity indexes
  std::vector<Key> patients;                           // lemmas of those hit
  std::vector<Key> things;                             // lemmas of what was hit
  std::vector<Key> instruments;
  std::vector<std::pair<Key, double>> counts;  // "killed soldiers", 12
  std::vector<Key> numbers;                    // "killed 12": effect and value, where there were several
  bool definite = false, indefinite = false, further = false, generic = false, counted = false, casualty = false, noun = false,
       anaphor = false, kills = false;
  bool attributive = false;
  bool earlier = false;                 // than what its sentence tells
  bool total = false;                   // of many incidents
  bool unarmed = false;                 // people were hit who carry no arms
  bool weekday = false, month = false;  // "on Wednesday"; "in December"
  bool opens = false;                   // the first that the article tells
  bool background = false;              // "earlier in the year": what its sentence opens with parts it from the news
  bool complement = false;              // "the killing of a guard": whom it was done to hangs on the noun
  bool later = false;                   // "the day before the riot": than what its sentence tells
  bool charged = false;                 // "nine counts of murder"
  bool by_them = false;                 // "they killed": whoever was told of before did it
  bool also = false;                    // "was also killed"
  bool many = false;                    // a kind of people was hit: "the killing of villagers"
  bool years = false;                   // its day is told as a year: "in 2019", "in May 2021"
  std::uint32_t sentence = 0, first_sentence = 0, block = 0;
  std::uint32_t item = none;  // of a brief
  bool headline = false;
  bool acted = false;           // somebody did it, or something
  std::uint32_t part = 0;       // of its sentence: where the last semicolon before it stands
  bool heading = false;         // one line of a list of headlines
  bool certain_weapon = false;  // "a car bomb", "missiles"; not "a bomb", "explosives"
  bool victims = false;         // "many of the victims": they were told of before
  bool by_attackers = false, by_force = false, on_attackers = false, on_others = false;
  bool opens_elsewhere = false;  // "In Gao, ..."
  bool known_attackers = false;  // "the gunmen": they were told of before
  double killed = 0;             // the most that one number says
  bool taking = false;           // somebody was taken: "stormed a school, abducting 24"
  bool hits() const { return !persons.empty() || !patients.empty() || !things.empty(); }
};

template <class T>
void add(std::vector<T>& list, T value) {
  if (list.size() < 12 && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}
template <class T>
bool meet(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

// A word that fits most attacks: "a bomb", "explosives", "arms".
bool is_any_weapon(const Syntax& syntax, const Filler& f) {
  if (syntax.article.words(f.span).find_first_of(" -") != std::string_view::npos) return false;
  switch (syntax.token(f.token).lemma) {
    case "bomb"_key:
    case "explosive"_key:
    case "device"_key:
    case "charge"_key:
    case "weapon"_key:
    case "arm"_key:
    case "gun"_key:
    case "firearm"_key:
    case "shot"_key:
    case "bullet"_key:
    case "gunfire"_key: return true;
    default: return false;
  }
}

// "2031-03", "2031-03-04", "XXXX-03-04": what can be compared figure by figure; not weeks, seasons, "in the past".
bool is_date(std::string_view value) {
  if (value.size() < 4 || value == "XXXX-XX-XX") return false;
  if (value.size() == 4) return value[0] != 'X' && value[0] != 'P' && value[0] != 'F';
  return std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == 'X'; });
}

// The month that a date or a week of a known year lies in, counted from the year 0; -1 where neither is known.
int month_of(std::string_view value) {
  auto number = [&](std::size_t at) {
    if (at + 1 >= value.size() || value[at] < '0' || value[at] > '9' || value[at + 1] < '0' || value[at + 1] > '9') return -1;
    return (value[at] - '0') * 10 + (value[at + 1] - '0');
  };
  const int century = number(0), year = number(2);
  const bool week = value.size() >= 8 && value[5] == 'W';
  const int part = number(week ? 6 : 5);
  if (century < 0 || year < 0 || part < 1) return -1;
  return (century * 100 + year) * 12 + (week ? (part - 1) * 12 / 53 : part - 1);
}

bool is_attacker(const Filler& f, const Entity* e) { return e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker; }

// "The gunmen", "the attackers": those of an incident told before.
bool is_known_attacker(const Syntax& syntax, const Filler& f) {
  const Key lemma = syntax.token(f.token).lemma;
  if (lemma != "attacker"_key && lemma != "assailant"_key && lemma != "gunman"_key && lemma != "bomber"_key && lemma != "raider"_key &&
      lemma != "kidnapper"_key && lemma != "intruder"_key)
    return false;
  const std::uint32_t det = syntax.dependent(f.token, incidents::Relation::det);
  return det != none && syntax.token(det).key == "the"_key;
}

// "A mine hit the convoy", "30 terrorists were killed in air strikes that followed": what attackers did is not what was done to them.
bool is_answer(const Sketch& a, const Sketch& b) {
  const bool of_a_force = b.family == Family::air || b.by_force;
  return a.by_attackers && b.on_attackers && !b.on_others && !b.by_attackers && of_a_force && a.family != Family::clash;
}

// Words for people that may be any of those that others name.
bool is_anybody(Key lemma) {
  return lemma == "people"_key || lemma == "person"_key || lemma == "civilian"_key || lemma == "other"_key || lemma == "man"_key ||
         lemma == "woman"_key || lemma == "child"_key || lemma == "member"_key || lemma == "resident"_key;
}

Sketch sketch_of(const Syntax& syntax, const Mention& m) {
  Sketch s;
  s.family = family_of(m.kind);
  s.reality = reality_of(m.reading.status);
  s.sentence = s.first_sentence = m.sentence;
  s.block = syntax.article.language.sentences[m.sentence].block;
  s.heading = s.block < syntax.article.layout.blocks.size() && syntax.article.layout.blocks[s.block].kind == BlockKind::heading;
  s.headline = s.block < syntax.article.layout.blocks.size() && syntax.article.layout.blocks[s.block].kind == BlockKind::title;
  s.item = m.item;
  const language::Sentence& sentence = syntax.article.language.sentences[m.sentence];
  const bool line = realis::is_headline(syntax.article, m.sentence);
  for (std::uint32_t i = sentence.first; line && i < m.token; ++i)
    if (syntax.article.words(syntax.token(i).span) == ";") s.part = i;
  s.definite = m.definite;
  s.indefinite = m.indefinite;
  s.further = m.further;
  s.charged = m.charged;
  s.complement = m.verb || std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
                   const bool hit = f.role == ArgumentRole::recipient || f.role == ArgumentRole::target;
                   for (std::uint32_t at = f.token, i = 0; hit && i < 3; ++i, at = syntax.token(at).head)
                     if (syntax.token(at).head == m.token) return true;
                   return false;
                 });
  s.later = !m.verb && (syntax.preposition(m.token) == "before"_key || syntax.preposition(m.token) == "until"_key);
  s.earlier = m.earlier;
  s.attributive = m.attributive;
  s.generic = m.generic;
  s.total = m.total;
  s.counted = m.count.has_value();
  s.casualty = m.casualty_only();
  s.noun = !m.verb;
  s.kills = m.effect == Effect::killed;
  s.taking = s.family == Family::taking || m.effect == Effect::abducted;
  const language::Sentence& words = syntax.article.language.sentences[m.sentence];
  if (words.last > words.first + 3 && (syntax.token(words.first).key == "in"_key || syntax.token(words.first).key == "near"_key)) {
    const EntityId id = syntax.article.entity_at(words.first + 1);
    s.opens_elsewhere = id.set() && std::find(m.places.begin(), m.places.end(), id) != m.places.end();
  }
  if (m.time != none) {
    const std::string& value = syntax.article.mentions.times[m.time].time.value;
    const std::string_view date = std::string_view(value).substr(0, 10);
    if (date.size() >= 8 && date != "XXXX-XX-XX") add(s.days, date);  // an hour of an unknown day is no day
    if (is_date(date)) add(s.dates, date);
    if (month_of(date) >= 0) add(s.months, date);
    s.weekday = s.weekday || date.substr(0, 6) == "XXXX-W";
    s.month = s.month || (is_date(date) && date.size() == 7);
    const Span words = syntax.article.mentions.times[m.time].time.span;
    const std::string_view told = syntax.article.words(words);
    s.years = date.size() >= 4 && date.size() <= 7 && date[0] != 'X' && told.find(date.substr(0, 4)) != std::string_view::npos;
  }
  for (EntityId place : m.places) {
    const EntityType type = syntax.entity(place)->type;
    if (type != EntityType::country) add(type == EntityType::facility ? s.sites : s.places, place.index);
  }
  const Key told = syntax.token(m.token).lemma;  // not "police shot two rebels"
  const bool clash = told == "clash"_key || told == "battle"_key || told == "fight"_key || told == "fighting"_key || told == "skirmish"_key;
  for (const Filler& f : m.fillers) {
    const Entity* e = syntax.entity(f.entity);
    s.acted = s.acted || f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument;
    switch (f.role) {
      case ArgumentRole::actor:
        s.by_attackers = s.by_attackers || is_attacker(f, e);
        s.by_force = s.by_force || f.noun.noun == Noun::force;
        s.known_attackers = s.known_attackers || (!e && is_known_attacker(syntax, f));
        if (e) add(s.actors, f.entity.index);
        // Both sides of a clash may be those that are told to have died in it.
        if (!e && clash) add(s.patients, syntax.token(syntax.telling_noun(f.token)).lemma);
        if (clash && f.noun.noun == Noun::force) add(s.patients, Key{"force"_key});
        break;
      case ArgumentRole::recipient:
      case ArgumentRole::target:
        (is_attacker(f, e) ? s.on_attackers : s.on_others) = true;
        if (e && e->type == EntityType::person) {
          add(s.persons, f.entity.index);
          const bool force = e->sector == "MIL" || e->sector == "COP";  // "Sergeant Omar Noor"
          s.unarmed = s.unarmed || !force;
          if (force) add(s.patients, Key{"force"_key});
          if (syntax.token(f.token).tag == language::Tag::noun) add(s.patients, syntax.token(f.token).lemma);  // "militant Ana Diaz"
        } else if (e) {
          s.many = s.many || (e->type == EntityType::group_of_people && syntax.is_plural(f.token));
          add(f.role == ArgumentRole::target ? s.things : s.patients, static_cast<Key>(f.entity.index) + 1);
        } else if (syntax.token(syntax.telling_noun(f.token)).lemma == "victim"_key) {
          s.victims = true;
        } else {
          const Key lemma = syntax.token(syntax.telling_noun(f.token)).lemma;
          add(f.role == ArgumentRole::target ? s.things : s.patients, lemma);
          s.unarmed = s.unarmed || f.noun.noun == Noun::person;
          s.many = s.many || (syntax.is_plural(f.token) && !is_anybody(lemma) && !syntax.has(f.token, incidents::Relation::nummod) &&
                              !syntax.has(f.token, incidents::Relation::det));
          if (f.noun.noun == Noun::force) add(s.patients, Key{"force"_key});  // a policeman, an officer
        }
        break;
      case ArgumentRole::instrument:
        add(s.instruments, syntax.token(f.token).lemma);
        s.certain_weapon = s.certain_weapon || !is_any_weapon(syntax, f);
        break;
    }
  }
  auto number = [&](Effect effect, double value) {
    if (value >= 3 && value < 1e9) add(s.numbers, text::chain(static_cast<Key>(effect) + 1, static_cast<Key>(value)));
  };
  for (const incidents::Toll& toll : m.tolls)
    if (toll.quantity.set() && !toll.subset && !toll.further && !toll.general && s.counts.size() < 12)
      s.counts.push_back({text::chain(static_cast<Key>(toll.effect) + 1, syntax.token(syntax.telling_noun(toll.token)).lemma), toll.value});
  double sum = 0;  // "a judge, four others killed": five
  bool summed = m.tolls.size() > 1;
  for (const incidents::Toll& toll : m.tolls) {
    if (!toll.subset && !toll.further) number(toll.effect, toll.value);
    if (toll.effect == Effect::killed) s.killed = std::max(s.killed, toll.value);
    sum += toll.value;
    summed = summed && !toll.subset && toll.effect == m.tolls.front().effect;
  }
  if (summed) number(m.tolls.front().effect, sum);
  s.anaphor = s.noun && s.definite && s.persons.empty() && s.places.empty() && s.days.empty() && !s.years;
  const Key opens = sentence.first + 1 < sentence.last ? syntax.token(sentence.first).key : Key{0};
  s.background = opens == "earlier"_key || opens == "previously"_key;
  if (m.verb)
    for (std::uint32_t d : syntax.dependents(m.token)) {
      s.by_them = s.by_them || (syntax.token(d).key == "they"_key && syntax.token(d).relation == incidents::Relation::nsubj);
      s.also = s.also || (syntax.token(d).key == "also"_key && m.effect);
    }
  return s;
}

void take(Sketch& into, const Sketch& from) {
  // "Killed six villagers and burnt 80 huts" is no arson.
  if (into.family == Family::any && !(from.family == Family::fire && into.kills)) into.family = from.family;
  if (from.family == Family::bomb && into.family == Family::arms && from.noun) into.family = Family::bomb;
  if (from.reality == Reality::real && into.reality != Reality::failed) into.reality = Reality::real;
  for (auto x : from.days) add(into.days, x);
  for (auto x : from.dates) add(into.dates, x);
  for (auto x : from.months) add(into.months, x);
  for (auto x : from.sites) add(into.sites, x);
  for (auto x : from.places) add(into.places, x);
  for (auto x : from.persons) add(into.persons, x);
  for (auto x : from.actors) add(into.actors, x);
  for (auto x : from.patients) add(into.patients, x);
  for (auto x : from.things) add(into.things, x);
  for (auto x : from.instruments) add(into.instruments, x);
  for (auto x : from.numbers) add(into.numbers, x);
  for (const auto& x : from.counts)
    if (into.counts.size() < 12) into.counts.push_back(x);
  into.generic = into.generic && from.generic;
  into.attributive = into.attributive && from.attributive;
  into.counted = into.counted || from.counted;
  into.casualty = into.casualty && from.casualty;
  into.kills = into.kills || from.kills;
  into.taking = into.taking || from.taking;
  into.killed = std::max(into.killed, from.killed);
  into.total = into.total || from.total;
  into.by_attackers = into.by_attackers || from.by_attackers;
  into.by_force = into.by_force || from.by_force;
  into.known_attackers = into.known_attackers || from.known_attackers;
  into.on_attackers = into.on_attackers || from.on_attackers;
  into.on_others = into.on_others || from.on_others;
  into.unarmed = into.unarmed || from.unarmed;
  into.years = into.years || from.years;
  into.weekday = into.weekday || from.weekday;
  into.month = into.month || from.month;
  into.acted = into.acted || from.acted;
  into.certain_weapon = into.certain_weapon || from.certain_weapon;
  into.sentence = std::max(into.sentence, from.sentence);
  into.block = from.block;
  if (into.item == none) into.item = from.item;
  into.heading = into.heading && from.heading;
}

// "1974-09-13", "XXXX-WXX-5": was it that day of the week? (Sakamoto's congruence)
bool falls_on(std::string_view date, std::string_view weekday) {
  static constexpr int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  auto digits = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
      if (date[i] < '0' || date[i] > '9') return -1;
      value = value * 10 + (date[i] - '0');
    }
    return value;
  };
  int year = digits(0, 4);
  const int month = digits(5, 2), day = digits(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  if (month < 3) --year;
  const int sunday_zero = (year + year / 4 - year / 100 + year / 400 + shift[month - 1] + day) % 7;
  return weekday[9] - '0' == (sunday_zero == 0 ? 7 : sunday_zero);
}

// "November 2022" and 2022-11-04 may be one time, 2025-03-12 and "2022" may not; 24 December of an unknown year is not in July 2021.
// "Three weeks ago", "in June": months apart.
bool are_months_apart(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  bool compared = false;
  for (std::string_view x : a)
    for (std::string_view y : b) {
      const int first = month_of(x), second = month_of(y);
      if (first < 0 || second < 0) continue;
      if (first - second < 2 && second - first < 2) return false;
      compared = true;
    }
  return compared;
}

bool may_be_one(std::string_view x, std::string_view y) {
  if (x.size() >= 10 && y.size() >= 10 && (x[5] == 'W') != (y[5] == 'W')) {
    const std::string_view weekday = x[5] == 'W' ? x : y;
    return weekday.substr(0, 8) == "XXXX-WXX" && falls_on(x[5] == 'W' ? y : x, weekday);
  }
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
    if (x[i] != y[i] && x[i] != 'X' && y[i] != 'X') return false;
  return true;
}
bool compatible(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view x) {
    return std::any_of(b.begin(), b.end(), [&](std::string_view y) { return may_be_one(x, y); });
  });
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

// Can both be one incident?
bool conflict(const Sketch& a, const Sketch& b) {
  if (is_answer(a, b) || is_answer(b, a) || brings_down(a, b) || brings_down(b, a)) return true;
  // "the murder of a judge in Gao and the bombing of a market in Segou": what a sentence tells apart.
  if (a.noun && b.noun && a.sentence == b.sentence && a.hits() && b.hits() && !meet(a.persons, b.persons) &&
      !meet(a.patients, b.patients) && !meet(a.things, b.things))
    return true;
  // "Three workers shot dead; army shells camp" in a headline: two.
  if (a.first_sentence == b.first_sentence && a.part != b.part && !a.casualty && !b.casualty && !b.anaphor && b.acted) return true;
  if (a.counted && b.counted) return true;
  if (a.heading && b.heading && a.block != b.block) return true;
  if (a.total || b.total) return true;
  // "Strikes killed 27. Of the 50 hostages still held ...": no one is taken in an air strike.
  if (is_told_apart(a, b)) return true;
  if (b.casualty && b.taking && (a.family == Family::air || a.family == Family::bomb)) return true;
  if (a.counted != b.counted) return true;
  if (a.reality != b.reality && !a.casualty && !b.casualty) return true;
  if (a.casualty && a.reality == Reality::real && b.reality == Reality::unreal && !b.casualty)
    return true;  // "30 died. Sabotage was ruled out."
  // "Gunmen ambushed a van. The attackers torched it": one attack.
  const bool burned =
      b.family == Family::fire && b.known_attackers && a.by_attackers && a.family != Family::robbery && b.sentence <= a.sentence + 1;
  if (a.family != b.family && a.family != Family::any && b.family != Family::any) {
    const bool loose = (a.family == Family::bomb && b.family == Family::arms) || (a.family == Family::arms && b.family == Family::bomb) ||
                       (a.family == Family::arms && b.family == Family::clash) || (a.family == Family::clash && b.family == Family::arms) ||
                       (a.family == Family::air && b.family == Family::bomb) || (a.family == Family::bomb && b.family == Family::air);
    if (!loose && !burned && !(a.taking && b.taking)) return true;
  }
  const bool set_apart = [](Family f) {
    return f == Family::arrest || f == Family::robbery || f == Family::fire || f == Family::taking || f == Family::cyber;
  }(a.family != Family::any ? a.family : b.family);
  if (set_apart && !burned && !(a.taking && b.taking) && a.family != b.family && !(a.anaphor && a.family == Family::any) &&
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
    if (other.unarmed && !other.casualty && !(b.also && b.sentence <= a.sentence + 1) && !meet(a.persons, b.persons) &&
        !meet(a.patients, b.patients))
      return true;
  }
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
  if (b.further && !(a.earlier && b.earlier) && !meet(a.persons, b.persons)) return true;
  if (!a.days.empty() && !b.days.empty() && !meet(a.days, b.days) &&
      !(compatible(a.days, b.days) && ((!a.dates.empty() && !b.dates.empty()) || a.weekday || b.weekday)))
    return true;
  // What a day of the week is told of is news; what a month is told of is not.
  if ((a.weekday && b.month && !b.weekday) || (b.weekday && a.month && !a.weekday)) return true;
  if (!a.dates.empty() && !b.dates.empty() && !compatible(a.dates, b.dates)) return true;
  if (are_months_apart(a.months, b.months)) return true;
  return false;
}

double affinity(const Sketch& incident, const Sketch& telling) {
  double score = 0;
  const bool right_after = telling.sentence <= incident.sentence + 1;
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
  if (telling.known_attackers && incident.by_attackers) score += 1;
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
  // "The killing of a guard" is definite for what it is done to: told before only where that was told.
  const bool things_only = !incident.things.empty() && incident.patients.empty() && incident.persons.empty();
  if (telling.noun && !telling.persons.empty() && things_only) score -= 0.8;  // "the murder of Ana Diaz", and a bank was hit
  const bool others = telling.complement && (!telling.patients.empty() || !telling.persons.empty()) &&
                      (!incident.patients.empty() || !incident.persons.empty() || (things_only && !telling.persons.empty())) &&
                      !meet(incident.patients, telling.patients) && !meet(incident.persons, telling.persons);
  // "The massacre at the school in Gao": told by what was hit and where, far from a telling that says neither.
  const bool other_place = telling.sentence > incident.sentence + 1 && !telling.places.empty() && !telling.things.empty() &&
                           incident.places.empty() && incident.things.empty();
  if (telling.noun && telling.definite && !others && !told_anew && !other_place) score += 1.2;
  // "The attack" takes up the news, and not what was told of on the way.
  // "All five attackers were shot dead": not the attack.
  if (telling.anaphor && incident.on_attackers && !incident.on_others && !telling.on_attackers) score -= 1;
  // "The shooting", "the murder": not the fire that was exchanged with the gunman.
  if (telling.anaphor && incident.family == Family::clash && telling.family != Family::clash) score -= 1;
  if (telling.charged && !incident.kills) score -= 1;
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

// "Killed a guard in May and is blamed for the murder of a clerk in March": two, whatever the syntax joins.
bool told_of_other_days(const Syntax& syntax, const Mention& a, const Mention& b) {
  if (a.time == none || b.time == none || a.time == b.time) return false;
  const std::string& first = syntax.article.mentions.times[a.time].time.value;
  const std::string& second = syntax.article.mentions.times[b.time].time.value;
  const std::string_view x = std::string_view(first).substr(0, 10), y = std::string_view(second).substr(0, 10);
  return is_date(x) && is_date(y) && x.size() >= 7 && y.size() >= 7 && !may_be_one(x, y);
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
