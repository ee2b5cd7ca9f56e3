#include "facts/incidents/arguments.h"

#include "facts/incidents/tellings.h"
#include "facts/incidents/worth.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

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

}  // namespace

ArgumentFinder::ArgumentFinder(const Syntax& syntax, const Story& story, const Attribution& attribution)
    : syntax_(syntax), roles_(syntax), story_(story), mentions_(story.mentions), attribution_(attribution) {
  bool several = false;
  const auto& entities = syntax.article.mentions.entities.entities;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    if (entities[i].type == EntityType::armed_group) {
      only_group_ = several || only_group_.set() ? EntityId{} : EntityId{i};
      several = several || !only_group_.set();
    }
  if (!only_group_.set()) return;
  for (const entities::MentionAt& m : syntax.article.mentions.entities.mentions)
    if (m.entity == only_group_) first_named_ = std::min(first_named_, m.first);
}

// Rebels and guerrillas belong to some group; gunmen and terrorists only where "the" says that they are known. Never the unidentified.
bool ArgumentFinder::is_of_a_group(std::uint32_t token) const {
  const Key lemma = syntax_.token(syntax_.telling_noun(token)).lemma;
  const bool of_some = lemma == "rebel"_key || lemma == "guerrilla"_key || lemma == "guerilla"_key || lemma == "insurgent"_key ||
                       lemma == "subversive"_key || lemma == "separatist"_key;
  bool known = of_some;
  for (std::uint32_t d : syntax_.dependents(token)) {
    const Key key = syntax_.token(d).key;
    if (key == "unidentified"_key || key == "unknown"_key || key == "suspected"_key || key == "other"_key || key == "alleged"_key ||
        key == "presumed"_key)
      return false;
    known = known || (syntax_.token(d).relation == Relation::det && (key == "the"_key || key == "these"_key || key == "those"_key));
  }
  return known && (of_some || is_named_before(token));
}

bool ArgumentFinder::is_named_before(std::uint32_t token) const {
  return first_named_ < token || syntax_.token(first_named_).sentence <= syntax_.token(token).sentence + 1;
}

// "The rebels" in an article that names one armed group are its people.
void ArgumentFinder::add_group(std::vector<Filler>& fillers) const {
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
void ArgumentFinder::add_sides(const std::vector<std::uint32_t>& group, std::vector<Filler>& fillers) const {
  const bool told = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) {
    const Mention& m = mentions_[i];
    return !m.verb && m.kind.mode == Mode::clash && (m.reading.status == Status::happened || m.reading.status == Status::ongoing);
  });
  for (std::size_t i = 0; told && i < fillers.size() && fillers.size() < 40; ++i) {
    const Filler f = fillers[i];
    if (f.role != ArgumentRole::recipient || !f.group.set()) continue;
    const bool acts =
        std::any_of(fillers.begin(), fillers.end(), [&](const Filler& o) { return o.role == ArgumentRole::actor && o.entity == f.group; });
    if (!acts) fillers.push_back({ArgumentRole::actor, f.token, f.group, {Noun::attacker, Mode::none}, f.span, f.alleged, {}});
  }
}

// Adds one who is not told yet.
void ArgumentFinder::take(std::vector<Filler>& fillers, const Filler& f) const {
  if (fillers.size() >= 40) return;
  for (Filler& have : fillers) {
    if (have.role != f.role) continue;
    bool same = have.entity.set() && have.entity == f.entity;
    if (!have.entity.set() && !f.entity.set())
      same = syntax_.article.words(have.span) == syntax_.article.words(f.span) ||
             syntax_.token(syntax_.telling_noun(have.token)).lemma == syntax_.token(syntax_.telling_noun(f.token)).lemma;
    if (!same) continue;
    have.alleged = have.alleged && f.alleged;
    return;
  }
  fillers.push_back(f);
}

std::vector<Filler> ArgumentFinder::fillers_of(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& claimed) const {
  std::vector<Filler> fillers;
  const bool attackers = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::attacker); });
  const bool persons = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return acts(mentions_[i], Noun::person); });
  const bool people = std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return hits(mentions_[i], Noun::person); });
  for (std::uint32_t i : group) {
    const std::vector<Filler>& told = mentions_[i].fillers;
    const bool shot = persons && is_deadly(syntax_, mentions_[i]) && !mentions_[i].hits();
    const bool answer = is_answer(mentions_[i], attackers || shot) && (attackers || shot || people);
    const ClaimId claim = told.empty() ? ClaimId{} : attribution_.of(mentions_[i].trigger);
    for (Filler f : told) {
      if (answer || attribution_.is_no_party(claim, f)) continue;
      f.alleged = f.role == ArgumentRole::actor && (f.alleged || mentions_[i].reading.alleged);  // "is accused of shooting"
      take(fillers, f);
    }
  }
  for (std::uint32_t r : claimed)
    for (const Filler& f : story_.responsibilities[r].actors) take(fillers, f);

  add_group(fillers);

  std::vector<std::uint32_t> hurt;
  for (std::uint32_t i : group)
    for (const Toll& toll : mentions_[i].tolls) hurt.push_back(toll.token);
  prune(syntax_, fillers, hurt);
  add_sides(group, fillers);
  return fillers;
}

// The words that say who it is: for "he" and "its", or a title told before its name, the name that stands nearest before.
Span ArgumentFinder::naming(const Filler& f) const {
  const Entity* e = syntax_.entity(f.entity);
  if (!e && f.role == ArgumentRole::actor && f.noun.is_people()) return syntax_.described(f.token, f.span);
  const std::string_view said = syntax_.article.words(f.span);  // "its fighters"
  const bool pronoun = syntax_.token(f.token).tag == Tag::pron || said == "its" || said == "their" || said == "Its" || said == "Their";
  if (!e || (e->type != EntityType::person && !pronoun) || e->mentions.empty()) return f.span;
  const EntityId at = syntax_.article.entity_at(f.token);
  if (!pronoun && at == f.entity) return f.span;
  auto is_name = [](const khabar::Mention& m) {
    return m.kind == MentionKind::name || m.kind == MentionKind::short_name || m.kind == MentionKind::acronym;
  };
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

// "A commander and his two guards": who is hit with those who are his attacks nobody.
bool ArgumentFinder::is_with_his_own(std::uint32_t at) const {
  for (std::uint32_t other : syntax_.dependents(at)) {
    if (syntax_.token(other).relation != Relation::conj) continue;
    for (std::uint32_t d : syntax_.dependents(other))
      if (syntax_.token(d).relation == Relation::nmod_poss && syntax_.token(d).tag == Tag::pron) return true;
  }
  return false;
}

Standing ArgumentFinder::find(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& claimed, Event& event) const {
  Standing standing;
  for (const Filler& f : fillers_of(group, claimed)) {
    if (f.role == ArgumentRole::actor) {
      const Entity* e = syntax_.entity(f.entity);
      standing.actor_is_force = standing.actor_is_force || f.noun.noun == Noun::force || (e && e->type == EntityType::country);
    } else if (f.role == ArgumentRole::recipient && f.noun.noun != Noun::attacker) {
      standing.has_other_victims = true;
    } else if (f.role == ArgumentRole::target) {
      standing.has_other_victims = true;
    } else if (f.role == ArgumentRole::recipient) {
      const Key lemma = syntax_.token(syntax_.telling_noun(f.token)).lemma;
      standing.hit_assailants = standing.hit_assailants || lemma == "attacker"_key || lemma == "assailant"_key || lemma == "hijacker"_key;
      standing.hit_with_his_own = standing.hit_with_his_own || is_with_his_own(f.token);
    }
    Argument argument;
    argument.role = f.role;
    argument.entity = f.entity.set() ? f.entity : f.group;
    argument.span = naming(f);
    argument.alleged = f.alleged && f.role == ArgumentRole::actor;
    if (!argument.entity.set())
      argument.argument_class = std::string(roles_.is_body(f.token)                                    ? "organization"
                                            : f.role == ArgumentRole::actor && roles_.is_gang(f.token) ? "armed-group"
                                                                                                       : class_name(f.noun.noun, f.role));
    event.arguments.push_back(std::move(argument));
  }
  return standing;
}

}  // namespace khabar::incidents
