#include "facts/merging/sketch.h"

#include "facts/incidents/charges.h"
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/tellings.h"
#include "facts/merging/dates.h"

namespace khabar::merging {

namespace {

using incidents::Filler;
using incidents::Mention;
using incidents::Mode;
using incidents::Noun;
using incidents::Syntax;
using namespace text::literals;

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

Reality reality_of(Status status) {
  if (status == Status::happened || status == Status::ongoing) return Reality::real;
  return status == Status::failed ? Reality::failed : Reality::unreal;
}

template <class T>
void add(std::vector<T>& list, T value) {
  if (list.size() < 12 && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
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

bool is_attacker(const Filler& f, const Entity* e) { return e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker; }

// "The gunmen", "the attackers": those of an incident told before.
bool is_known_attacker(const Syntax& syntax, std::uint32_t token) {
  if (!incidents::is_doer(syntax.token(token).lemma)) return false;
  const std::uint32_t det = syntax.dependent(token, incidents::Relation::det);
  return det != none && syntax.token(det).key == "the"_key;
}

void add_time(Sketch& s, const Syntax& syntax, std::uint32_t time) {
  const std::string& value = syntax.article.mentions.times[time].time.value;
  const std::string_view date = std::string_view(value).substr(0, 10);
  if (date.size() >= 8 && date != "XXXX-XX-XX") add(s.days, date);  // an hour of an unknown day is no day
  if (is_date(date)) add(s.dates, date);
  if (month_of(date) >= 0) add(s.months, date);
  s.weekday = date.substr(0, 6) == "XXXX-W";
  s.month = is_date(date) && date.size() == 7;
  const std::string_view told = syntax.article.words(syntax.article.mentions.times[time].time.span);
  s.years = date.size() >= 4 && date.size() <= 7 && date[0] != 'X' && told.find(date.substr(0, 4)) != std::string_view::npos;
}

// "In March, eleven people died when ...", "Last month a bomber killed ...": does a month or a year open the sentence, and is the
// mention's?
bool opens_with_month(const Syntax& syntax, const Mention& m) {
  if (m.time == none) return false;
  const auto& found = syntax.article.mentions.times[m.time];
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  const std::size_t size = found.time.value.size();
  return found.first <= first + 1 && found.time.type == TimeType::date && size >= 4 && size <= 7 && is_date(found.time.value);
}

// "Two Turkish soldiers": the state whose men they are.
void add_fallen(Sketch& s, const Syntax& syntax, std::uint32_t men) {
  for (const std::uint32_t d : syntax.dependents(men)) {
    const EntityId whose = d < men ? syntax.article.entity_at(d) : EntityId{};
    if (const Entity* state = syntax.entity(whose); state && state->type == EntityType::country) add(s.fallen, whose.index);
  }
}

// Whom or what it was done to.
void add_hit(Sketch& s, const Syntax& syntax, const Filler& f, const Entity* e) {
  (is_attacker(f, e) ? s.on_attackers : s.on_others) = true;
  if (e && e->type == EntityType::armed_group) add(s.bands, f.entity.index);
  if (!e) s.on_known = s.on_known || is_known_attacker(syntax, f.token) || is_known_attacker(syntax, syntax.telling_noun(f.token));
  if (e && e->type == EntityType::person) {
    add(s.persons, f.entity.index);
    const bool force = e->sector == "MIL" || e->sector == "COP";  // "Sergeant Omar Noor"
    s.unarmed = s.unarmed || !force;
    if (force) add(s.patients, Key{"force"_key});
    if (syntax.token(f.token).tag == language::Tag::noun) add(s.patients, syntax.token(f.token).lemma);  // "militant Ana Diaz"
  } else if (e) {
    s.many = s.many || (e->type == EntityType::group_of_people && syntax.is_plural(f.token));
    add(f.role == ArgumentRole::target ? s.things : s.patients, static_cast<Key>(f.entity.index) + 1);
  } else if (const Key lemma = syntax.token(syntax.telling_noun(f.token)).lemma; lemma == "victim"_key) {
    s.victims = true;
  } else {
    add(f.role == ArgumentRole::target ? s.things : s.patients, lemma);
    if (f.noun.noun == Noun::force) add_fallen(s, syntax, f.token);
    s.unarmed = s.unarmed || f.noun.noun == Noun::person;
    s.many = s.many || (syntax.is_plural(f.token) && !is_anybody(lemma) && !syntax.has(f.token, incidents::Relation::nummod) &&
                        !syntax.has(f.token, incidents::Relation::det));
    const std::uint32_t whose = syntax.dependent(f.token, incidents::Relation::nmod_poss);
    const bool ours = lemma == "man"_key && whose != none && syntax.token(whose).key == "our"_key;  // "our men", an officer says
    if (f.noun.noun == Noun::force || ours) add(s.patients, Key{"force"_key});                      // a policeman, an officer
  }
}

void add_filler(Sketch& s, const Syntax& syntax, const Filler& f, bool clash) {
  const Entity* e = syntax.entity(f.entity);
  s.acted = s.acted || f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument;
  switch (f.role) {
    case ArgumentRole::actor:
      s.by_attackers = s.by_attackers || is_attacker(f, e);
      s.by_force = s.by_force || f.noun.noun == Noun::force;
      s.by_states = s.by_states || (e && e->type == EntityType::country);
      if (e && !e->country.empty() && (e->type == EntityType::country || (e->type == EntityType::organization && e->sector == "MIL")))
        add(s.whose, std::string_view(e->country));
      s.known_attackers = s.known_attackers || (!e && is_known_attacker(syntax, f.token));
      if (e) add(s.actors, f.entity.index);
      if (!e) add(s.doers, syntax.token(syntax.telling_noun(f.token)).lemma);
      // Both sides of a clash may be those that are told to have died in it.
      if (!e && clash) add(s.patients, syntax.token(syntax.telling_noun(f.token)).lemma);
      if (clash && f.noun.noun == Noun::force) add(s.patients, Key{"force"_key});
      break;
    case ArgumentRole::recipient:
    case ArgumentRole::target: add_hit(s, syntax, f, e); break;
    case ArgumentRole::instrument:
      add(s.instruments, syntax.token(f.token).lemma);
      s.several =
          s.several || (f.noun.mode == Mode::bombing && syntax.is_plural(f.token) && syntax.has(f.token, incidents::Relation::nummod));
      s.certain_weapon = s.certain_weapon || !is_any_weapon(syntax, f);
      break;
  }
}

void add_tolls(Sketch& s, const Syntax& syntax, const Mention& m) {
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
}

// "Iranian state television reported 78 dead": the state whose voice tells of the dead; none where no such word stands there.
std::uint32_t teller_of(const Syntax& syntax, const Mention& m) {
  constexpr int steps = 4;
  std::uint32_t at = m.token;
  for (int i = 0; i < steps && syntax.token(at).head != at; ++i) {
    at = syntax.token(at).head;
    if (!syntax.is_verb(at) || !incidents::is_report_verb(syntax.token(at).lemma)) continue;
    const std::uint32_t subject = syntax.dependent(at, incidents::Relation::nsubj);
    constexpr std::uint32_t words = 5;
    if (subject == none) return none;
    for (std::uint32_t i = subject; i > 0 && subject - i < words; --i) {
      const incidents::Token& t = syntax.token(i - 1);
      if (t.sentence != m.sentence || (!syntax.is_noun(i - 1) && t.tag != incidents::Tag::adj && t.tag != incidents::Tag::part))
        return none;
      const EntityId id = syntax.article.entity_at(i - 1);
      if (id.set() && syntax.entity(id)->type == EntityType::country) return id.index;
    }
    return none;
  }
  return none;
}

}  // namespace

bool is_anybody(Key lemma) {
  return lemma == "people"_key || lemma == "person"_key || lemma == "civilian"_key || lemma == "other"_key || lemma == "man"_key ||
         lemma == "woman"_key || lemma == "child"_key || lemma == "member"_key || lemma == "resident"_key;
}

Sketch sketch_of(const Syntax& syntax, const Mention& m) {
  Sketch s;
  s.family = family_of(m.kind);
  s.reality = reality_of(m.reading.status);
  s.undone = (m.needs & incidents::need_undone) != 0;
  s.sentence = s.first_sentence = m.sentence;
  s.block = syntax.article.language.sentences[m.sentence].block;
  if (const auto& blocks = syntax.article.layout.blocks; s.block < blocks.size()) {
    s.heading = blocks[s.block].kind == BlockKind::heading;
    s.headline = blocks[s.block].kind == BlockKind::title;
  }
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
  for (std::uint32_t d : syntax.dependents(m.token)) {
    const Key key = syntax.token(d).key;
    s.ordinal = s.ordinal || (!m.verb && d < m.token && (key == "first"_key || key == "second"_key || key == "third"_key));
    s.several = s.several || (!m.verb && (key == "two"_key || key == "three"_key || key == "twin"_key || key == "double"_key));
  }
  s.told_when = opens_with_month(syntax, m);
  const std::uint32_t det = m.verb ? none : syntax.dependent(m.token, incidents::Relation::det);
  s.in_that = det != none && (syntax.token(det).key == "that"_key || syntax.token(det).key == "this"_key) &&
              syntax.preposition(m.token) == "in"_key;
  if (m.verb && s.family == Family::clash) {
    const language::VerbGroup group = syntax.article.links.verb_group(m.token);
    s.has_been = group.perfect && group.progressive && m.reading.status == Status::ongoing;
  }
  s.later = !m.verb && (syntax.preposition(m.token) == "before"_key || syntax.preposition(m.token) == "until"_key);
  s.earlier = m.earlier;
  s.attributive = m.attributive;
  s.generic = m.generic;
  s.total = m.total;
  s.counted = m.count.has_value();
  s.casualty = m.casualty_only();
  if (s.casualty) s.teller = teller_of(syntax, m);
  s.noun = !m.verb;
  const Key lemma = syntax.token(m.token).lemma;
  s.campaign = lemma == "genocide"_key || lemma == "cleansing"_key || lemma == "war"_key;
  s.kills = m.effect == Effect::killed;
  s.taking = s.family == Family::taking || m.effect == Effect::abducted;
  const Key opens = sentence.first + 1 < sentence.last ? syntax.token(sentence.first).key : Key{0};
  s.background = opens == "earlier"_key || opens == "previously"_key;
  if (sentence.last > sentence.first + 3 && (opens == "in"_key || opens == "near"_key)) {
    const EntityId id = syntax.article.entity_at(sentence.first + 1);
    s.opens_elsewhere = id.set() && std::find(m.places.begin(), m.places.end(), id) != m.places.end();
  }
  s.succumbed = incidents::has_succumbed(syntax, m);
  if (m.time != none) add_time(s, syntax, m.time);
  for (EntityId place : m.places) {
    const EntityType type = syntax.entity(place)->type;
    const std::string& state = type == EntityType::country ? syntax.entity(place)->iso3166 : syntax.entity(place)->country;
    if (!state.empty()) add(s.states, std::string_view(state));
    if (type != EntityType::country) add(type == EntityType::facility ? s.sites : s.places, place.index);
  }
  const Key told = syntax.token(m.token).lemma;  // not "police shot two rebels"
  const bool clash = told == "clash"_key || told == "battle"_key || told == "fight"_key || told == "fighting"_key || told == "skirmish"_key;
  for (const Filler& f : m.fillers) add_filler(s, syntax, f, clash);
  add_tolls(s, syntax, m);
  if (m.verb)
    for (std::uint32_t d : syntax.dependents(m.token)) {
      s.by_them = s.by_them || (syntax.token(d).key == "they"_key && syntax.token(d).relation == incidents::Relation::nsubj);
      s.then = s.then || (d > m.token && syntax.token(d).key == "then"_key);
      s.also = s.also || (syntax.token(d).key == "also"_key && m.effect);
    }
  return s;
}

void forget_day(Sketch& s) {
  s.days.clear();
  s.dates.clear();
  s.months.clear();
  s.weekday = s.month = s.years = false;
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
  for (auto x : from.states) add(into.states, x);
  for (auto x : from.persons) add(into.persons, x);
  for (auto x : from.actors) add(into.actors, x);
  for (auto x : from.fallen) add(into.fallen, x);
  for (auto x : from.bands) add(into.bands, x);
  for (auto x : from.doers) add(into.doers, x);
  for (auto x : from.patients) add(into.patients, x);
  for (auto x : from.things) add(into.things, x);
  for (auto x : from.instruments) add(into.instruments, x);
  for (auto x : from.numbers) add(into.numbers, x);
  for (const auto& x : from.counts)
    if (into.counts.size() < 12) into.counts.push_back(x);
  into.generic = into.generic && from.generic;
  into.attributive = into.attributive && from.attributive;
  into.counted = into.counted || from.counted;
  into.undone = into.undone || from.undone;
  into.casualty = into.casualty && from.casualty;
  into.kills = into.kills || from.kills;
  into.taking = into.taking || from.taking;
  into.succumbed = into.succumbed || from.succumbed;
  into.several = into.several || from.several;
  into.in_that = into.in_that || from.in_that;
  into.ordinal = into.ordinal || from.ordinal;
  into.told_when = into.told_when || from.told_when;
  into.on_known = into.on_known || from.on_known;
  into.killed = std::max(into.killed, from.killed);
  into.total = into.total || from.total;
  into.by_attackers = into.by_attackers || from.by_attackers;
  into.by_force = into.by_force || from.by_force;
  into.by_states = into.by_states || from.by_states;
  for (const std::string_view state : from.whose) add(into.whose, state);
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

}  // namespace khabar::merging
