#include "facts/incidents/incidents.h"

#include "facts/incidents/arguments.h"
#include "facts/incidents/attribution.h"
#include "facts/incidents/outcome.h"
#include "facts/incidents/releases.h"
#include "facts/incidents/sharpening.h"
#include "facts/incidents/story.h"
#include "facts/incidents/tellings.h"
#include "facts/incidents/worth.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

EventType type_of(Mode mode, bool hurt) {
  switch (mode) {
    case Mode::arrest:
    case Mode::robbery:
    case Mode::cyberattack: return EventType::coerce;
    case Mode::raid: return hurt ? EventType::assault : EventType::coerce;
    case Mode::strike: return EventType::protest;
    default: return EventType::assault;
  }
}

class Builder {
 public:
  Builder(const Syntax& syntax, const Story& story, const Attribution& attribution)
      : syntax_(syntax), story_(story), mentions_(story.mentions), attribution_(attribution), arguments_(syntax, story, attribution) {}

  // Null, or why the tellings make no incident.
  const char* build(std::uint32_t index, Event& event) const {
    const std::vector<std::uint32_t>& group = story_.groups[index];
    const std::vector<std::uint32_t>& claimed = story_.claimed[index];
    const Mention* lead = nullptr;
    bool killing = false, violent = false, told = false, hurt_any = false;
    const bool shots = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) {  // "firing across the river wounds a boy"
      const Key lemma = syntax_.token(mentions_[i].token).lemma;
      return lemma == "firing"_key || lemma == "gunfire"_key || lemma == "crossfire"_key || lemma == "shootout"_key;
    });
    const bool killed_some = std::any_of(
        group.begin(), group.end(), [&](std::uint32_t i) { return mentions_[i].effect == Effect::killed && !mentions_[i].tolls.empty(); });
    Kind kind, of_outcome;  // of_outcome: "... and nine guards died" may say by what
    for (std::uint32_t i : group) {
      const Mention& m = mentions_[i];
      const bool outcome = std::any_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& t) {
        return t.effect == Effect::killed || t.effect == Effect::abducted || (t.effect == Effect::injured && shots);
      });
      told = told || !m.attributive || (!m.tolls.empty() && m.kind.mode != Mode::arrest) || is_told_by_its_thing(syntax_, m);
      hurt_any = hurt_any ||
                 std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.effect == Effect::injured && t.value >= 3; });
      if (m.casualty_only()) {
        killing = killing || (outcome && says_killed(syntax_, m.token));
        killing = killing || (outcome && is_toll_of_violence(syntax_, m));
        violent = violent || outcome;
        if (!m.kind.weak) of_outcome = m.kind;
        continue;
      }
      if (!(m.needs & need_violent) || outcome) violent = true;
      if (!lead) lead = &m;
      // "Rebels attacked a town. The clashes lasted all night": an attack, whatever it led to.
      const bool led_to = m.kind.mode == Mode::clash && kind.mode == Mode::armed_assault && lead != &m && is_attack(*lead);
      if (led_to) continue;
      if (kind.mode == Mode::armed_assault && (m.kind.mode == Mode::kidnapping || m.kind.mode == Mode::arson) && lead != &m &&
          (killed_some || burns_besides(*lead, m)) && is_attack(*lead))
        continue;
      // "The attackers used rockets and grenades": with what, and no other kind of deed.
      if (lead != &m && m.verb && (m.needs & need_violent) && syntax_.token(m.token).lemma == "use"_key) continue;
      if (kind.weak && m.kind.mode == Mode::arson && lead != &m && lead->effect == Effect::killed) continue;
      if (kind.mode == Mode::none || (kind.weak && !m.kind.weak) || (kind.weak && m.kind.weak && kind.mode == Mode::other_violence))
        kind = m.kind;
      if (kind.mode == Mode::bombing && m.kind.mode == Mode::suicide_bombing) kind = m.kind;
      // "Fighting raged when rebels attacked a power station": it was their attack.
      const bool opened =
          kind.mode == Mode::clash && m.verb && !m.effect && m.sentence == lead->sentence && lead != &m && !lead->verb && is_attack(m);
      if (opened && m.kind.mode == Mode::armed_assault) kind = m.kind;
    }
    violent = violent || (lead && claimed_by_attackers(claimed, false));
    if (lead && kind.weak && of_outcome.mode != Mode::none) kind = of_outcome;
    if (lead && kind.weak && kind.mode == Mode::other_violence && claimed_by_hackers(claimed)) kind = {Mode::cyberattack, false};
    if (lead && kind.weak && kind.mode == Mode::other_violence && claimed_by_attackers(claimed, true)) kind = {Mode::armed_assault, true};
    if (!told) return "a word before a noun that says only which one it is";
    if (!lead) {
      if (!killing && !is_laid_to_the_armed(claimed)) return "an outcome alone: no word says what happened";
      lead = &mentions_[group.front()];
      for (std::uint32_t i : group)
        if (says_killed(syntax_, mentions_[i].token)) {
          lead = &mentions_[i];
          break;
        }
      kind = killing ? lead->kind : Kind{Mode::armed_assault, true};
    } else if (!violent && !(hurt_any && kind.mode == Mode::clash)) {  // "15 were injured after a clash broke out"
      return "the word may mean violence, but no weapon, attacker, victim or casualty says so";
    }

    event.trigger = lead->trigger;
    event.rule = lead->rule;
    event.status = lead->reading.status;
    bool meant = false;  // one person is to be killed
    for (std::uint32_t i : group) {
      const Mention& m = mentions_[i];
      if (event.status != Status::happened && m.reading.status == Status::happened && !m.generic && event.status != Status::failed)
        event.status = Status::happened;
      if (m.count && !event.count) event.count = m.count;
    }
    // What is denied, feared or foretold of an incident that happened is none of it: "denied that anyone was hurt in the raid".
    const bool done = event.status == Status::happened || event.status == Status::ongoing;
    std::vector<std::uint32_t> real;
    for (std::uint32_t i : group)
      if (!done || !unreal(mentions_[i])) real.push_back(i);
    if (done && unreal(*lead))
      for (std::uint32_t i : real)
        if (!mentions_[i].casualty_only()) {
          event.trigger = mentions_[i].trigger;
          event.rule = mentions_[i].rule;
          break;
        }
    std::vector<Toll> tolls = tolls_of(real, done, meant);
    const bool counted =
        std::any_of(tolls.begin(), tolls.end(), [](const Toll& t) { return t.quantity.set() && t.effect != Effect::arrested; });
    if (counted && event.status == Status::general) event.status = Status::happened;
    // The toll of years or of a war is no one incident's.
    const bool total =
        (real.size() == 1 && is_toll_of_a_year(syntax_, mentions_[real.front()])) ||
        std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return is_of_thousands_in_a_year(syntax_, mentions_[i]); }) ||
        std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return mentions_[i].total; });
    if (total && done && !event.count) event.status = Status::general;

    Standing standing = arguments_.find(real, claimed, event);
    standing.actor_is_force = standing.actor_is_force || kind.mode == Mode::airstrike;  // whom it kills is no attacker
    text::stable_sort(tolls, [](const Toll& a, const Toll& b) { return a.sentence < b.sentence; });
    event.casualties = outcome_of(tolls, standing);
    const bool hurt = std::any_of(event.casualties.begin(), event.casualties.end(),
                                  [](const Casualty& c) { return c.effect == Effect::killed || c.effect == Effect::injured; });

    if (kind.weak && kind.mode == Mode::armed_assault && !standing.actor_is_force &&
        ((is_assassination(event) && !hits_several(real)) || (meant && event.casualties.empty() && !event.count)))
      kind = {Mode::assassination, false};
    event.mode = std::string(name_of(kind.mode));
    event.type = type_of(kind.mode, hurt);
    settings(group, event);
    const bool day = event.time.set() && syntax_.article.mentions.times[event.time.index].time.value.size() >= 10;
    if (event.casualties.empty() && event.places.empty() && !event.time.set() && claimed.empty() && is_bare(syntax_, mentions_, real))
      return "told in passing: people or things of a kind, and not when or where";
    const bool known = day && std::any_of(real.begin(), real.end(), [&](std::uint32_t i) {  // "the 9/11 attacks"
                         return !mentions_[i].verb && mentions_[i].definite && mentions_[i].time == event.time.index;
                       });
    if (!says_enough(event, known)) return "told in passing: nobody and nothing hit, no number, no day with a place";
    for (std::uint32_t i : real) evidence(mentions_[i], event);
    for (std::uint32_t r : claimed) event.evidence.push_back(story_.responsibilities[r].span);
    text::stable_sort(event.evidence);
    event.evidence.erase(std::unique(event.evidence.begin(), event.evidence.end()), event.evidence.end());
    event.attribution = attribution_.of(event.trigger);
    return nullptr;
  }

 private:
  // "Attacked a patrol and burned its truck": an attack, whatever else burned.
  bool burns_besides(const Mention& attack, const Mention& m) const {
    return m.kind.mode == Mode::arson && m.verb && m.sentence == attack.sentence && syntax_.token(m.token).relation == Relation::conj &&
           attack.verb && attack.hits();
  }

  // "Rebels claim responsibility for the siege": theirs was one of arms. `blamed`: so was the attack that others blame them for.
  bool claimed_by_attackers(const std::vector<std::uint32_t>& claimed, bool blamed) const {
    return std::any_of(claimed.begin(), claimed.end(), [&](std::uint32_t r) {
      const Responsibility& told = story_.responsibilities[r];
      return told.event != none && !told.identity && std::any_of(told.actors.begin(), told.actors.end(), [&](const Filler& f) {
               const Entity* entity = syntax_.entity(f.entity);
               return (blamed || !f.alleged) && (entity ? entity->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
             });
    });
  }

  // "Two officers were charged with the death of a clerk": no accident.
  bool is_laid_to_the_armed(const std::vector<std::uint32_t>& claimed) const {
    return std::any_of(claimed.begin(), claimed.end(), [&](std::uint32_t r) {
      const Responsibility& told = story_.responsibilities[r];
      return told.event != none && !told.identity && std::any_of(told.actors.begin(), told.actors.end(), [&](const Filler& f) {
               const Entity* entity = syntax_.entity(f.entity);
               if (entity) return entity->type == EntityType::armed_group || entity->sector == "MIL" || entity->sector == "COP";
               return f.noun.noun == Noun::attacker || f.noun.noun == Noun::force;
             });
    });
  }

  // "A ransomware gang claimed the attack on the hospital"
  bool claimed_by_hackers(const std::vector<std::uint32_t>& claimed) const {
    return std::any_of(claimed.begin(), claimed.end(), [&](std::uint32_t r) {
      const std::vector<Filler>& actors = story_.responsibilities[r].actors;
      return std::any_of(actors.begin(), actors.end(), [&](const Filler& f) { return is_hacker(syntax_, f.token); });
    });
  }

  // Who was hurt, as the tellings count them. `meant`: one person was to be killed, and was not.
  std::vector<Toll> tolls_of(const std::vector<std::uint32_t>& real, bool done, bool& meant) const {
    std::vector<Toll> tolls;
    const bool attackers = std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::attacker); });
    const bool bearers = std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::person); });
    const bool nobody_hit = std::none_of(real.begin(), real.end(), [&](std::uint32_t i) {
      const Mention& m = mentions_[i];
      return std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::recipient; }) ||
             std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return !t.subset; });
    });
    std::vector<EntityId> actors;
    for (std::uint32_t i : real)
      for (const Filler& f : mentions_[i].fillers)
        if (f.role == ArgumentRole::actor && f.entity.set() && actors.size() < 16) actors.push_back(f.entity);
    const bool others_count = std::any_of(real.begin(), real.end(), [&](std::uint32_t i) {
      return std::any_of(mentions_[i].tolls.begin(), mentions_[i].tolls.end(), [](const Toll& t) { return t.quantity.set(); }) &&
             !attribution_.is_boast(mentions_[i]);
    });
    for (std::uint32_t i : real)
      for (Toll toll : mentions_[i].tolls) {
        if (others_count && attribution_.is_boast(mentions_[i])) continue;
        // "Set off a bomb while trying to kill a judge": he lives.
        if (done && mentions_[i].verb && mentions_[i].reading.status == Status::failed) continue;
        if (!done && toll.quantity.set() && foretold(mentions_[i])) continue;
        if (!done && !toll.quantity.set()) {  // "tried to kill him": nobody was
          meant = meant || toll.effect == Effect::killed;
          continue;
        }
        // "It was a kidnapping," Omar Noor said.
        if (attribution_.is_speaker_behind(attribution_.of(mentions_[i].trigger), toll.span)) continue;
        if (is_answer(mentions_[i], attackers) && syntax_.token(toll.token).tag == Tag::pron) toll.noun = Noun::attacker;
        if (is_end_of_doer(mentions_[i], toll)) toll.noun = Noun::attacker;  // "shot dead seven comrades before he was killed"
        // "Rebels attacked a base, and 18 of them were killed": nobody else is told of who could be meant.
        if (toll.subset && (attackers || bearers) && nobody_hit) toll.noun = Noun::attacker;
        if (attackers && is_of_others(mentions_[i], toll, actors)) toll.noun = Noun::person;
        tolls.push_back(std::move(toll));
      }
    return tolls;
  }

  // "A soldier shot seven dead before he was killed": who did it, where one did and several were hit.
  bool is_end_of_doer(const Mention& m, const Toll& toll) const {
    const Key who = syntax_.token(toll.token).key;
    if (!m.verb || (who != "he"_key && who != "she"_key) || !syntax_.article.links.verb_group(m.token).passive) return false;
    const std::uint32_t mark = syntax_.dependent(m.token, Relation::mark);
    if (mark == none || (syntax_.token(mark).key != "before"_key && syntax_.token(mark).key != "until"_key)) return false;
    const std::uint32_t verb = syntax_.token(m.token).head;
    const std::uint32_t subject = syntax_.dependent(verb, Relation::nsubj);
    return subject != none && !syntax_.is_plural(subject) && !syntax_.article.links.verb_group(verb).passive;
  }

  // "Could kill thousands", "plans to shoot 12": nobody yet; "may have killed 40" counts the dead.
  bool foretold(const Mention& m) const {
    if (!unreal(m) || m.reading.status == Status::denied || !syntax_.is_verb(m.token)) return false;
    const language::VerbGroup group = syntax_.article.links.verb_group(m.token);
    return !group.perfect && (group.infinitive || group.modality != language::Modality::none);
  }

  // "Three officers were shot, and one of them died": no one was singled out.
  bool hits_several(const std::vector<std::uint32_t>& real) const {
    bool several = false;
    for (std::uint32_t i : real)
      for (const Filler& f : mentions_[i].fillers) {
        if (f.role != ArgumentRole::recipient) continue;
        const Entity* e = syntax_.entity(f.entity);
        if (e && e->type == EntityType::person) return false;
        several = several || (syntax_.is_plural(f.token) && syntax_.has(f.token, Relation::nummod));
      }
    return several;
  }

  static bool is_assassination(const Event& event) {
    double killed = 0;
    for (const Casualty& c : event.casualties)
      if (c.effect == Effect::killed && c.side != Side::perpetrator) killed += c.value;
    const bool thing = std::any_of(event.arguments.begin(), event.arguments.end(),
                                   [](const Argument& a) { return a.role == ArgumentRole::target && a.argument_class == "facility"; });
    return killed == 1 && !event.count && !thing;  // "attacked a town and killed a guard" is none
  }

  // "Nine VDP died": a group with a name, which is none of those that did it.
  bool is_of_others(const Mention& m, const Toll& toll, const std::vector<EntityId>& actors) const {
    EntityId id = syntax_.entity_of(toll.token);
    for (const Filler& f : m.fillers)
      if (f.role == ArgumentRole::recipient && f.token == toll.token && !id.set()) id = f.entity;  // "two SDF members"
    return toll.noun == Noun::attacker && id.set() && syntax_.entity(id)->type == EntityType::armed_group &&
           std::find(actors.begin(), actors.end(), id) == actors.end();
  }

  void settings(const std::vector<std::uint32_t>& group, Event& event) const {
    int exact = 0;
    for (std::uint32_t i : group) {
      const Mention& m = mentions_[i];
      if (m.time != none && (group.size() == 1 || !has_succumbed(syntax_, m))) {
        const std::string& value = syntax_.article.mentions.times[m.time].time.value;
        bool is_of_that_year = event.status != Status::happened || value != "PRESENT_REF";  // "nine were hurt and are now in hospital"
        // A day says most; "Thursday night" less, though it is finer; "last year" and PAST_REF least.
        const bool vague = value.size() < 7 || value.compare(0, 4, "PAST") == 0 || value.compare(0, 4, "PRES") == 0;
        const int rank = vague ? 1 : value.size() < 10 ? 2 : value.size() == 10 ? 4 : 3;
        // Of another year a month says nothing better.
        const std::string_view told =
            event.time.set() ? std::string_view(syntax_.article.mentions.times[event.time.index].time.value) : std::string_view();
        if (rank == 2 && exact == 1 && told.size() == 4 && told[0] != 'P' && value.compare(0, 4, told) != 0) is_of_that_year = false;
        if (rank > exact && is_of_that_year) {
          event.time = {m.time};
          exact = rank;
        }
      }
      for (EntityId place : m.places)
        if (event.places.size() < 8 && std::find(event.places.begin(), event.places.end(), place) == event.places.end())
          event.places.push_back(place);
    }
  }

  // The words that the telling rests on: from the first to the last that gave a field.
  void evidence(const Mention& m, Event& event) const {
    Span span = m.trigger;
    auto stretch = [&](Span with) {
      if (with.empty()) return;
      span.begin = std::min(span.begin, with.begin);
      span.end = std::max(span.end, with.end);
    };
    for (const Filler& f : m.fillers) stretch(f.span);
    for (const Toll& t : m.tolls) stretch(t.span);
    if (m.time != none) stretch(syntax_.article.mentions.times[m.time].time.span);
    if (event.evidence.size() < 64) event.evidence.push_back(span);
  }

  const Syntax& syntax_;
  const Story& story_;
  const std::vector<Mention>& mentions_;
  const Attribution& attribution_;
  const ArgumentFinder arguments_;
};

}  // namespace

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, const Frames& frames,
                        const facts::NearMisses& near_misses) {
  const Syntax syntax(article, frames.tables());
  const Story story = read_story(syntax, near_misses);
  const Attribution attribution(syntax, claims);
  const Builder builder(syntax, story, attribution);
  std::vector<Event> events;
  for (std::uint32_t g = 0; g < story.groups.size(); ++g) {
    Event event;
    const char* why = builder.build(g, event);
    if (why == nullptr) {
      events.push_back(std::move(event));
    } else if (near_misses.asked()) {
      for (std::uint32_t i : story.groups[g]) near_misses.add(story.mentions[i].trigger, story.mentions[i].rule, why);
    }
  }
  for (Event& event : find_releases(syntax, story)) {
    event.attribution = attribution.of(event.trigger);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace khabar::incidents
