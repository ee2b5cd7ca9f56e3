#include "facts/incidents/incidents.h"
#include "facts/incidents/releases.h"

#include "facts/incidents/asides.h"
#include "facts/incidents/outcome.h"
#include "facts/incidents/story.h"
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

std::string_view class_name(Noun noun, ArgumentRole role) {
  switch (noun) {
    case Noun::attacker:
    case Noun::force:
    case Noun::person: return "group-of-people";
    case Noun::settlement:
    case Noun::facility: return "facility";
    case Noun::vehicle: return "vehicle";
    case Noun::weapon: return "weapon";
    case Noun::object: return "object";
    default: return role == ArgumentRole::target ? "object" : role == ArgumentRole::instrument ? "weapon" : "group-of-people";
  }
}

class Builder {
 public:
  Builder(const Syntax& syntax, const Story& story, std::span<const Claim> claims)
      : syntax_(syntax), roles_(syntax), story_(story), mentions_(story.mentions), claims_(claims) {
    for (std::uint32_t i = 0; i < claims.size(); ++i) order_.push_back(i);
    const auto& entities = syntax.article.mentions.entities.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
      if (entities[i].type == EntityType::armed_group) {
        only_group_ = several_ || only_group_.set() ? EntityId{} : EntityId{i};
        several_ = several_ || !only_group_.set();
      }
    text::stable_sort(order_, [&](std::uint32_t a, std::uint32_t b) { return claims[a].content < claims[b].content; });
  }

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
      told = told || !m.attributive || (!m.tolls.empty() && m.kind.mode != Mode::arrest);
      hurt_any = hurt_any ||
                 std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.effect == Effect::injured && t.value >= 3; });
      if (m.casualty_only()) {
        killing = killing || (outcome && says_killed(m.token));
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
          killed_some && is_attack(*lead))
        continue;
      if (kind.weak && m.kind.mode == Mode::arson && lead != &m && lead->effect == Effect::killed) continue;
      if (kind.mode == Mode::none || (kind.weak && !m.kind.weak) || (kind.weak && m.kind.weak && kind.mode == Mode::other_violence))
        kind = m.kind;
      if (kind.mode == Mode::bombing && m.kind.mode == Mode::suicide_bombing) kind = m.kind;
    }
    violent = violent || (lead && claimed_by_attackers(claimed));
    if (lead && kind.weak && of_outcome.mode != Mode::none) kind = of_outcome;
    if (!told) return "a word before a noun that says only which one it is";
    if (!lead) {
      if (!killing) return "an outcome alone: no word says what happened";
      lead = &mentions_[group.front()];
      for (std::uint32_t i : group)
        if (says_killed(mentions_[i].token)) {
          lead = &mentions_[i];
          break;
        }
      kind = lead->kind;
    } else if (!violent && !(hurt_any && kind.mode == Mode::clash)) {  // "15 were injured after a clash broke out"
      return "the word may mean violence, but no weapon, attacker, victim or casualty says so";
    }

    event.trigger = lead->trigger;
    event.rule = lead->rule;
    event.status = lead->reading.status;
    std::vector<Toll> tolls;
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
    const bool attackers = std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::attacker); });
    std::vector<EntityId> actors;
    for (std::uint32_t i : real)
      for (const Filler& f : mentions_[i].fillers)
        if (f.role == ArgumentRole::actor && f.entity.set() && actors.size() < 16) actors.push_back(f.entity);
    const bool others_count = std::any_of(real.begin(), real.end(), [&](std::uint32_t i) {
      return std::any_of(mentions_[i].tolls.begin(), mentions_[i].tolls.end(), [](const Toll& t) { return t.quantity.set(); }) &&
             !is_boast(mentions_[i]);
    });
    for (std::uint32_t i : real)
      for (Toll toll : mentions_[i].tolls) {
        if (others_count && is_boast(mentions_[i])) continue;
        if (!done && !toll.quantity.set()) {  // "tried to kill him": nobody was
          meant = meant || toll.effect == Effect::killed;
          continue;
        }
        if (is_speaker_behind(attribution(mentions_[i].trigger), toll.span)) continue;  // "It was a kidnapping," Omar Noor said.
        if (is_answer(mentions_[i], attackers) && syntax_.token(toll.token).tag == Tag::pron) toll.noun = Noun::attacker;
        if (attackers && is_of_others(toll, actors)) toll.noun = Noun::person;
        tolls.push_back(std::move(toll));
      }
    const bool counted =
        std::any_of(tolls.begin(), tolls.end(), [](const Toll& t) { return t.quantity.set() && t.effect != Effect::arrested; });
    if (counted && event.status == Status::general) event.status = Status::happened;
    // The toll of years or of a war is no one incident's.
    const bool total = (real.size() == 1 && is_toll_of_a_year(mentions_[real.front()])) ||
                       std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return is_of_thousands_in_a_year(mentions_[i]); }) ||
                       std::any_of(real.begin(), real.end(), [&](std::uint32_t i) { return mentions_[i].total; });
    if (total && done && !event.count) event.status = Status::general;

    Standing standing;
    arguments(real, claimed, event, standing);
    text::stable_sort(tolls, [](const Toll& a, const Toll& b) { return a.sentence < b.sentence; });
    event.casualties = outcome_of(tolls, standing);
    const bool hurt = std::any_of(event.casualties.begin(), event.casualties.end(),
                                  [](const Casualty& c) { return c.effect == Effect::killed || c.effect == Effect::injured; });

    if (kind.weak && kind.mode == Mode::armed_assault && !standing.actor_is_force &&
        (is_assassination(event) || (meant && event.casualties.empty() && !event.count)))
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
    event.attribution = attribution(event.trigger);
    return nullptr;
  }

  // The innermost claim that holds the trigger. A few steps back from the last one that begins before it.
  ClaimId attribution(Span trigger) const {
    auto after = std::upper_bound(order_.begin(), order_.end(), trigger,
                                  [&](Span t, std::uint32_t claim) { return t.begin < claims_[claim].content.begin; });
    for (int i = 0; i < 16 && after != order_.begin(); ++i) {
      --after;
      if (claims_[*after].content.contains(trigger)) return {*after};
    }
    return {};
  }

 private:
  // "Rebels claim responsibility for the siege": theirs was one of arms.
  bool claimed_by_attackers(const std::vector<std::uint32_t>& claimed) const {
    return std::any_of(claimed.begin(), claimed.end(), [&](std::uint32_t r) {
      const Responsibility& told = story_.responsibilities[r];
      return told.event != none && !told.identity && std::any_of(told.actors.begin(), told.actors.end(), [&](const Filler& f) {
               const Entity* entity = syntax_.entity(f.entity);
               return !f.alleged && (entity ? entity->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
             });
    });
  }

  // "Eleven bodies dumped in Gao", "nine bullet-riddled bodies": whose deaths no accident was.
  bool are_of_violence(std::uint32_t bodies) const {
    const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(bodies).sentence];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Key lemma = syntax_.token(i).lemma;
      const Key key = syntax_.token(i).key;
      if (lemma == "dump"_key || lemma == "behead"_key || lemma == "decapitate"_key || lemma == "mutilate"_key || lemma == "torture"_key ||
          lemma == "execute"_key || lemma == "char"_key || lemma == "bullet"_key || lemma == "strangle"_key || key == "dismembered"_key ||
          key == "mutilated"_key || key == "beheaded"_key || key == "decapitated"_key || key == "tortured"_key || key == "headless"_key ||
          key == "hung"_key || (key == "mass"_key && i + 1 < sentence.last && syntax_.token(i + 1).lemma == "grave"_key))
        return true;
    }
    return false;
  }

  bool says_killed(std::uint32_t token) const {
    if (syntax_.token(token).lemma == "body"_key) return are_of_violence(token);
    const Key lemma = syntax_.token(token).lemma;
    const Key key = syntax_.token(token).key;
    return lemma == "kill"_key || lemma == "slay"_key || lemma == "martyr"_key || key == "killed"_key || key == "killing"_key ||
           lemma == "murder"_key || key == "slain"_key || lemma == "massacre"_key || lemma == "execute"_key || lemma == "behead"_key ||
           key == "martyred"_key || lemma == "abduct"_key || lemma == "kidnap"_key ||
           ((key == "dead"_key || lemma == "die"_key) && realis::is_headline(syntax_.article, syntax_.token(token).sentence));
  }

  static bool is_assassination(const Event& event) {
    double killed = 0;
    for (const Casualty& c : event.casualties)
      if (c.effect == Effect::killed && c.side != Side::perpetrator) killed += c.value;
    const bool thing = std::any_of(event.arguments.begin(), event.arguments.end(),
                                   [](const Argument& a) { return a.role == ArgumentRole::target && a.argument_class == "facility"; });
    return killed == 1 && !event.count && !thing;  // "attacked a town and killed a guard" is none
  }

  // Rebels and guerrillas belong to some group; gunmen and terrorists only where "the" says that they are known. Never the unidentified.
  bool is_of_a_group(std::uint32_t token) const {
    const Key lemma = syntax_.token(syntax_.telling_noun(token)).lemma;
    bool known = lemma == "rebel"_key || lemma == "guerrilla"_key || lemma == "guerilla"_key || lemma == "insurgent"_key ||
                 lemma == "subversive"_key || lemma == "separatist"_key;
    for (std::uint32_t d : syntax_.dependents(token)) {
      const Key key = syntax_.token(d).key;
      if (key == "unidentified"_key || key == "unknown"_key || key == "suspected"_key || key == "other"_key || key == "alleged"_key ||
          key == "presumed"_key)
        return false;
      known = known || (syntax_.token(d).relation == Relation::det && (key == "the"_key || key == "these"_key || key == "those"_key));
    }
    return known;
  }

  // "The rebels" in an article that names one armed group are its people.
  void the_group(std::vector<Filler>& fillers) const {
    if (!only_group_.set()) return;
    for (const Filler& f : fillers) {
      if (f.role == ArgumentRole::recipient && f.entity == only_group_) return;
      if (f.role == ArgumentRole::actor && f.entity.set() && f.noun.noun == Noun::attacker) return;
    }
    for (const Filler& f : fillers) {
      if (f.role != ArgumentRole::actor || f.entity.set() || f.noun.noun != Noun::attacker || !is_of_a_group(f.token)) continue;
      Filler named = f;
      named.entity = only_group_;
      fillers.push_back(named);
      return;
    }
  }

  // "Four Red Front fighters die in gun battle with police": whose fighters fell in it took part, too.
  void sides(const std::vector<std::uint32_t>& group, std::vector<Filler>& fillers) const {
    const bool told = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) {
      const Mention& m = mentions_[i];
      return !m.verb && m.kind.mode == Mode::clash && (m.reading.status == Status::happened || m.reading.status == Status::ongoing);
    });
    for (std::size_t i = 0; told && i < fillers.size() && fillers.size() < 40; ++i) {
      const Filler f = fillers[i];
      if (f.role != ArgumentRole::recipient || !f.group.set()) continue;
      const bool acts = std::any_of(fillers.begin(), fillers.end(),
                                    [&](const Filler& o) { return o.role == ArgumentRole::actor && o.entity == f.group; });
      if (!acts) fillers.push_back({ArgumentRole::actor, f.token, f.group, {Noun::attacker, Mode::none}, f.span, f.alleged, {}});
    }
  }

  static bool is_attack(const Mention& m) {
    return acts(m, Noun::attacker) && std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
             return f.role == ArgumentRole::target || (f.role == ArgumentRole::recipient && f.noun.noun == Noun::person);
           });
  }
  static bool acts(const Mention& m, Noun noun) {
    return std::any_of(m.fillers.begin(), m.fillers.end(),
                       [&](const Filler& f) { return f.role == ArgumentRole::actor && f.noun.noun == noun; });
  }
  // The police who shot the attacker are no party to the attack; "him" is one of the attackers.
  bool is_answer(const Mention& m, bool attackers) const {
    return (attackers || hits_only(m, Noun::attacker)) && acts(m, Noun::force) && !acts(m, Noun::attacker);
  }
  static bool hits_only(const Mention& m, Noun noun) {
    return !m.tolls.empty() && std::all_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& t) { return t.noun == noun; });
  }
  static bool hits(const Mention& m, Noun noun) {
    return std::any_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& t) { return t.noun == noun; });
  }
  // "The driver opened fire, before being shot by police": whom the force shot is one who acted before.
  bool is_deadly(const Mention& m) const { return m.effect && (m.verb || syntax_.token(m.token).lemma == "death"_key); }  // "shot to death"

  // "Nine VDP died": a group with a name, which is none of those that did it.
  bool is_of_others(const Toll& toll, const std::vector<EntityId>& actors) const {
    const EntityId id = syntax_.entity_of(toll.token);
    return toll.noun == Noun::attacker && id.set() && syntax_.entity(id)->type == EntityType::armed_group &&
           std::find(actors.begin(), actors.end(), id) == actors.end();
  }

  // "Last year 2,266 people were killed in two states": by nobody, with nothing, on no day.
  bool is_toll_of_a_year(const Mention& m) const {
    if (!m.verb || m.effect != Effect::killed || m.time == none || syntax_.article.mentions.times[m.time].time.value.size() != 4)
      return false;
    if (std::none_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.value >= toll_of_many; })) return false;
    return std::none_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
      return f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument || f.role == ArgumentRole::target || f.entity.set();
    });
  }

  // "More than 5,600 people were killed last year".
  bool is_of_thousands_in_a_year(const Mention& m) const {
    if (!m.verb || m.time == none) return false;
    const times::Found& time = syntax_.article.mentions.times[m.time];
    const bool year = time.time.value.size() == 4 || syntax_.token(time.last - 1).key == "year"_key;
    return year && std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.value >= 1000; });
  }

  static bool unreal(const Mention& m) {
    const Status status = m.reading.status;
    return status == Status::denied || status == Status::possible || status == Status::planned || status == Status::proposed;
  }

  void arguments(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& claimed, Event& event,
                 Standing& standing) const {
    std::vector<Filler> fillers;
    auto take = [&](const Filler& f) {
      if (fillers.size() >= 40) return;
      for (Filler& have : fillers) {
        if (have.role != f.role) continue;
        if (have.entity.set() && have.entity == f.entity) return;
        if (!have.entity.set() && !f.entity.set()) {
          if (syntax_.article.words(have.span) == syntax_.article.words(f.span)) return;
          const Key a = syntax_.token(syntax_.telling_noun(have.token)).lemma, b = syntax_.token(syntax_.telling_noun(f.token)).lemma;
          if (a == b) return;
        }
      }
      fillers.push_back(f);
    };
    const bool attackers = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::attacker); });
    const bool persons = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::person); });
    const bool people = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return hits(mentions_[i], Noun::person); });
    for (std::uint32_t i : group) {
      const std::vector<Filler>& told = mentions_[i].fillers;
      const bool shot = persons && is_deadly(mentions_[i]) && !mentions_[i].hits();
      const bool answer = is_answer(mentions_[i], attackers || shot) && (attackers || shot || people);
      const ClaimId claim = told.empty() ? ClaimId{} : attribution(mentions_[i].trigger);
      for (const Filler& f : told)
        if (!answer && !is_no_party(claim, f)) take(f);
    }
    for (std::uint32_t r : claimed)
      for (const Filler& f : story_.responsibilities[r].actors) take(f);

    the_group(fillers);

    std::vector<std::uint32_t> hurt;
    for (std::uint32_t i : group)
      for (const Toll& toll : mentions_[i].tolls) hurt.push_back(toll.token);
    prune(syntax_, fillers, hurt);
    sides(group, fillers);
    for (const Filler& f : fillers) {
      if (f.role == ArgumentRole::actor) {
        const Entity* e = syntax_.entity(f.entity);
        standing.actor_is_force = standing.actor_is_force || f.noun.noun == Noun::force || (e && e->type == EntityType::country);
      } else if (f.role == ArgumentRole::recipient && f.noun.noun != Noun::attacker) {
        standing.has_other_victims = true;
      } else if (f.role == ArgumentRole::target) {
        standing.has_other_victims = true;
      }
      Argument argument;
      argument.role = f.role;
      argument.entity = f.entity.set() ? f.entity : f.group;
      argument.span = naming(f);
      if (!argument.entity.set())
        argument.argument_class = std::string(roles_.is_body(f.token)                                    ? "organization"
                                              : f.role == ArgumentRole::actor && roles_.is_gang(f.token) ? "armed-group"
                                                                                                         : class_name(f.noun.noun, f.role));
      event.arguments.push_back(std::move(argument));
    }
  }

  // The words that say who it is: for "he", or a title told before its name, the person's name that stands nearest before.
  Span naming(const Filler& f) const {
    const Entity* e = syntax_.entity(f.entity);
    if (!e && f.role == ArgumentRole::actor && f.noun.is_people()) return syntax_.described(f.token, f.span);
    if (!e || e->type != EntityType::person || e->mentions.empty()) return f.span;
    const bool pronoun = syntax_.token(f.token).tag == Tag::pron;
    const EntityId at = syntax_.article.entity_at(f.token);
    if (!pronoun && at == f.entity) return f.span;
    auto is_name = [](const khabar::Mention& m) { return m.kind == MentionKind::name || m.kind == MentionKind::short_name; };
    if (!pronoun)
      for (const khabar::Mention& m : e->mentions)
        if (f.span.contains(m.span)) return f.span;
    auto after = std::upper_bound(e->mentions.begin(), e->mentions.end(), f.span.begin,
                                  [](std::uint32_t begin, const khabar::Mention& m) { return begin < m.span.begin; });
    if (!pronoun && after != e->mentions.end() && is_name(*after)) return after->span;
    for (int i = 0; i < 24 && after != e->mentions.begin(); ++i)
      if (is_name(*--after)) return after->span;
    return f.span;
  }

  // "..., killing three guards, the prosecutor said": the speaker, who stands behind what he says.
  bool is_speaker_behind(ClaimId claim, Span words) const {
    if (!claim.set()) return false;
    const Claim& told = claims_[claim.index];
    if (told.source.span.begin <= told.content.begin) return false;
    // "..., police and hospital officials said": both of them.
    const bool beside = words.end < told.source.span.begin && words.begin >= told.content.end &&
                        syntax_.article.words({words.end, told.source.span.begin}) == " and ";
    return (beside || told.source.span.contains(words)) && (told.quoted || !told.content.overlaps(words));
  }

  // "Nepal accuses the rebels of killing a guard": who accuses did not do it.
  bool is_no_party(ClaimId claim, const Filler& f) const {
    if (!claim.set()) return false;
    const Claim& told = claims_[claim.index];
    // "Bomb kills five: officials", "five were killed by noon, according to the ministry"
    const bool no_actor = told.type == ClaimType::accuse || told.rule == "claims.headline" || told.rule == "claims.according_to";
    if (no_actor && told.source.span.contains(f.span) && !told.content.overlaps(f.span)) return true;
    if (f.role == ArgumentRole::actor && is_speaker_of_before(f)) return true;
    // "..., she said" did not do it; "we struck, the rebels said" did.
    const Entity* e = syntax_.entity(f.entity);
    const bool boasts = f.role == ArgumentRole::actor && (e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
    return !boasts && is_speaker_behind(claim, f.span);
  }

  // "Chief Ana Diaz said a man entered. He fired": it is not told that she did.
  bool is_speaker_of_before(const Filler& f) const {
    const Entity* e = syntax_.entity(f.entity);
    if (!e || e->type != EntityType::person || syntax_.token(f.token).tag != Tag::pron) return false;
    const std::uint32_t sentence = syntax_.token(f.token).sentence;
    if (sentence == 0) return false;
    const Span before = syntax_.article.language.sentences[sentence - 1].span;
    auto after = std::upper_bound(order_.begin(), order_.end(), f.span,
                                  [&](Span t, std::uint32_t claim) { return t.begin < claims_[claim].content.begin; });
    for (int i = 0; i < 6 && after != order_.begin(); ++i) {
      const Claim& told = claims_[*--after];
      if (told.source.entity == f.entity && before.contains(told.source.span)) return true;
    }
    return false;
  }

  // "The rebels claimed that they had killed 60": a figure of those who did it, against which any other stands.
  bool is_boast(const Mention& m) const {
    const ClaimId claim = m.tolls.empty() ? ClaimId{} : attribution(m.trigger);
    const Entity* source = claim.set() ? syntax_.entity(claims_[claim.index].source.entity) : nullptr;
    if (source && source->type == EntityType::person && claims_[claim.index].type == ClaimType::claim && acts(m, Noun::attacker))
      return true;  // "A spokesman, Omar Noor, claimed that his fighters had killed eight"
    return source && source->type == EntityType::armed_group;
  }

  void settings(const std::vector<std::uint32_t>& group, Event& event) const {
    int exact = 0;
    for (std::uint32_t i : group) {
      const Mention& m = mentions_[i];
      if (m.time != none) {
        const std::string& value = syntax_.article.mentions.times[m.time].time.value;
        bool is_of_that_year = true;
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
  const RoleFinder roles_;
  const Story& story_;
  const std::vector<Mention>& mentions_;
  std::span<const Claim> claims_;
  std::vector<std::uint32_t> order_;  // claims by content
  EntityId only_group_;               // the one armed group that the article names
  bool several_ = false;
};

}  // namespace

std::vector<Event> build_events(const Syntax& syntax, const Story& story, std::span<const Claim> claims,
                                const facts::NearMisses& near_misses, std::vector<std::uint32_t>& groups) {
  std::vector<Event> events;
  const Builder builder(syntax, story, claims);
  for (std::uint32_t g = 0; g < story.groups.size(); ++g) {
    Event event;
    const char* why = builder.build(g, event);
    if (why == nullptr) {
      events.push_back(std::move(event));
      groups.push_back(g);
    } else if (near_misses.asked()) {
      for (std::uint32_t i : story.groups[g]) near_misses.add(story.mentions[i].trigger, story.mentions[i].rule, why);
    }
  }
  return events;
}

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, const Frames& frames,
                        const facts::NearMisses& near_misses) {
  const Syntax syntax(article, frames.tables());
  const Story story = read_story(syntax, near_misses);
  std::vector<std::uint32_t> groups;
  std::vector<Event> events = build_events(syntax, story, claims, near_misses, groups);
  std::vector<Event> releases = find_releases(syntax, story);
  if (releases.empty()) return events;
  const Builder builder(syntax, story, claims);
  for (Event& event : releases) {
    event.attribution = builder.attribution(event.trigger);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace khabar::incidents
