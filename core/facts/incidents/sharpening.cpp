#include "facts/incidents/sharpening.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "A suicide bomber drove a truck into the gate and nine guards died"
bool tells_of_suicide_bomber(const Syntax& syntax, std::uint32_t at) {
  constexpr std::uint32_t reach = 24;
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(at).sentence].first;
  for (std::uint32_t i = at; i > first + 1 && at - i < reach; --i)
    if ((syntax.token(i - 1).lemma == "bomber"_key || syntax.token(i - 1).lemma == "attacker"_key) &&
        syntax.token(i - 2).key == "suicide"_key)
      return true;
  return false;
}

// "Fired rockets and machine guns": an attack with arms of all kinds.
bool is_mixed(const Mention& m) {
  auto has = [&](Mode mode) {
    return std::any_of(m.fillers.begin(), m.fillers.end(),
                       [&](const Filler& f) { return f.role == ArgumentRole::instrument && f.noun.mode == mode; });
  };
  return has(Mode::armed_assault) && has(Mode::bombing);
}

// "Attacked the ministry's website": what only a hacker can hit.
bool is_digital(Key lemma) {
  return lemma == "website"_key || lemma == "server"_key || lemma == "database"_key || lemma == "email"_key || lemma == "computer"_key;
}

// By hackers, with no weapon; or on a website, where no attacker with a body is told.
bool is_by_hackers(const Syntax& syntax, const Mention& m) {
  bool hackers = false, other = false, weapon = false, digital = false, hurt = false;
  for (const Filler& f : m.fillers) {
    if (f.role == ArgumentRole::actor) (is_hacker(syntax, f.token) ? hackers : other) = true;
    weapon = weapon || f.role == ArgumentRole::instrument;
    digital = digital || (f.role == ArgumentRole::target && is_digital(syntax.token(f.token).lemma));
    hurt = hurt || (f.role == ArgumentRole::recipient && f.noun.noun == Noun::person);
  }
  return !weapon && !hurt && !other && (hackers || digital) && m.tolls.empty();
}

// "Boarded the tanker and took control of it"
bool takes_control(const Syntax& syntax, const Mention& m) {
  if (!m.verb || syntax.token(m.token).lemma != "board"_key || !m.has(ArgumentRole::actor) || !m.has(ArgumentRole::target)) return false;
  constexpr std::uint32_t reach = 32;
  const std::uint32_t last = std::min(syntax.article.language.sentences[m.sentence].last, m.token + reach);
  for (std::uint32_t i = m.token + 2; i < last; ++i)
    if (syntax.token(i).key == "control"_key && (syntax.token(i - 1).lemma == "take"_key || syntax.token(i - 1).lemma == "seize"_key))
      return true;
  return false;
}

}  // namespace

bool is_hacker(const Syntax& syntax, std::uint32_t at) {
  const Key lemma = syntax.token(at).lemma;
  if (lemma == "hacker"_key || lemma == "cybercriminal"_key || lemma == "hacktivist"_key) return true;
  for (std::uint32_t d : syntax.dependents(at)) {
    const Key key = syntax.token(d).key;
    if (d < at && (key == "ransomware"_key || key == "hacker"_key || key == "hacking"_key || key == "hacktivist"_key ||
                   key == "cyber"_key || key == "cybercrime"_key))
      return true;
  }
  return false;
}

bool has_hackers(const Syntax& syntax, const Mention& m) {
  return std::any_of(m.fillers.begin(), m.fillers.end(),
                     [&](const Filler& f) { return f.role == ArgumentRole::actor && is_hacker(syntax, f.token); });
}

void sharpen(const Syntax& syntax, Mention& m) {
  if (takes_control(syntax, m)) {
    m.kind = {Mode::hijacking, false};
    return;
  }
  if (m.kind.weak && is_by_hackers(syntax, m)) {
    m.kind = {Mode::cyberattack, false};
    return;
  }
  bool attackers = false, force = false, victims_armed = false, suicide = false, bomber = false;
  const bool mixed = is_mixed(m);
  for (const Filler& f : m.fillers) {
    const Entity* e = syntax.entity(f.entity);
    const bool group = e && e->type == EntityType::armed_group;
    if (f.role == ArgumentRole::actor) {
      attackers = attackers || f.noun.noun == Noun::attacker || group;
      force = force || f.noun.noun == Noun::force || (e && e->type == EntityType::country);
      const bool of_the_air = f.token > 0 && syntax.token(f.token).lemma == "force"_key && syntax.token(f.token - 1).key == "air"_key;
      if (of_the_air && m.verb && m.kind.mode == Mode::bombing) m.kind = {Mode::airstrike, false};  // "the air force bombed"
      const std::string_view word = syntax.article.words(syntax.token(f.token).span);
      if (word.size() >= 6 && (word.compare(0, 6, "bomber") == 0 || word.compare(0, 6, "Bomber") == 0)) {
        bomber = true;
        for (std::uint32_t d : syntax.dependents(f.token)) suicide = suicide || syntax.token(d).key == "suicide"_key;
      }
    }
    if (f.role == ArgumentRole::recipient) victims_armed = victims_armed || f.noun.noun == Noun::attacker || group;
    if (f.role == ArgumentRole::instrument) {
      for (std::uint32_t d : syntax.dependents(f.token)) suicide = suicide || syntax.token(d).key == "suicide"_key;
      if (m.kind.weak && f.noun.mode != Mode::none && !mixed) m.kind = {f.noun.mode, false};
      if (m.verb && m.kind.mode == Mode::bombing && f.noun.mode == Mode::airstrike) m.kind = {Mode::airstrike, false};  // "jets bombed"
    }
  }
  const Key taken = syntax.token(m.token).lemma;
  if (force && !attackers && m.kind.mode == Mode::kidnapping && (taken == "seize"_key || taken == "take"_key)) {  // "seized by police"
    m.kind = {Mode::arrest, false};
    m.effect = Effect::arrested;
    for (Toll& toll : m.tolls)
      if (toll.effect == Effect::abducted) toll.effect = Effect::arrested;
    return;
  }
  // "The raid was blamed on the Front": whatever attack was told; a raid by attackers is no operation of a force.
  if (!m.verb && m.kind.mode == Mode::raid && taken == "raid"_key && !force) {
    if (attackers) m.kind = {Mode::armed_assault, true};
    if (m.definite && m.fillers.empty() && m.tolls.empty()) m.kind.weak = true;
  }
  // "Soldiers stormed the prison"
  if (force && !attackers && !victims_armed && m.verb && taken == "storm"_key && m.tolls.empty()) {
    m.kind = {Mode::raid, false};
    return;
  }
  if (suicide && (m.kind.weak || m.kind.mode == Mode::bombing)) m.kind = {Mode::suicide_bombing, false};
  if (bomber && m.kind.weak) m.kind = {Mode::bombing, false};
  if (m.kind.weak && m.effect == Effect::killed && tells_of_suicide_bomber(syntax, m.token)) m.kind = {Mode::suicide_bombing, false};
  if (!m.kind.weak) return;
  if (force && victims_armed) {
    m.kind = {Mode::clash, true};
  } else if (attackers && m.kind.mode == Mode::other_violence && !m.casualty_only()) {
    m.kind = {Mode::armed_assault, true};
  }
}

void arm(const Syntax& syntax, Mention& m, std::uint32_t event) {
  if (!(m.needs & need_weapon) || m.kind.mode != Mode::bombing) return;
  const Filler* weapon = nullptr;
  for (const Filler& f : m.fillers)
    if (f.role == ArgumentRole::instrument && (!weapon || f.noun.mode == Mode::bombing)) weapon = &f;
  if (weapon && is_mixed(m)) {
    m.kind = {Mode::armed_assault, true};
  } else if (weapon) {
    if (weapon->noun.mode != Mode::none) m.kind = {weapon->noun.mode, false};
  } else if (event != none) {
    const NounFrame* noun = syntax.frames.noun(syntax.token(event).lemma);
    m.kind = noun && !noun->kind.weak ? noun->kind : Kind{Mode::armed_assault, true};
  }
}

bool is_by_violence(const Mention& m) {
  bool hit = false, by = false;
  for (const Filler& f : m.fillers) {
    hit = hit || f.role == ArgumentRole::target;
    by = by || (f.role == ArgumentRole::instrument && f.noun.mode != Mode::none) ||
         (f.role == ArgumentRole::actor && f.noun.noun == Noun::attacker);
  }
  return hit && by;
}

}  // namespace khabar::incidents
