#include "facts/incidents/tellings.h"

#include "facts/incidents/asides.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "Eleven bodies dumped in Gao", "nine bullet-riddled bodies": whose deaths no accident was.
bool are_of_violence(const Syntax& syntax, std::uint32_t bodies) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(bodies).sentence];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Key lemma = syntax.token(i).lemma;
    const Key key = syntax.token(i).key;
    if (lemma == "dump"_key || lemma == "behead"_key || lemma == "decapitate"_key || lemma == "mutilate"_key || lemma == "torture"_key ||
        lemma == "execute"_key || lemma == "char"_key || lemma == "bullet"_key || lemma == "strangle"_key || key == "dismembered"_key ||
        key == "mutilated"_key || key == "beheaded"_key || key == "decapitated"_key || key == "tortured"_key || key == "headless"_key ||
        key == "hung"_key || (key == "mass"_key && i + 1 < sentence.last && syntax.token(i + 1).lemma == "grave"_key))
      return true;
  }
  return false;
}

bool hits_only(const Mention& m, Noun noun) {
  return !m.tolls.empty() && std::all_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& t) { return t.noun == noun; });
}
}  // namespace

bool acts(const Mention& m, Noun noun) {
  return std::any_of(m.fillers.begin(), m.fillers.end(),
                     [&](const Filler& f) { return f.role == ArgumentRole::actor && f.noun.noun == noun; });
}

bool hits(const Mention& m, Noun noun) {
  return std::any_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& t) { return t.noun == noun; });
}

bool is_attack(const Mention& m) {
  return acts(m, Noun::attacker) && std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
           const bool unarmed =
               f.noun.noun == Noun::person || (f.entity.set() && f.noun.noun != Noun::attacker && f.noun.noun != Noun::force);
           return f.role == ArgumentRole::target || (f.role == ArgumentRole::recipient && unarmed);
         });
}

bool is_answer(const Mention& m, bool attackers) {
  const bool stopped = attackers && m.verb && hits_only(m, Noun::attacker) && acts(m, Noun::person);  // "shot dead by a civilian"
  return (((attackers || hits_only(m, Noun::attacker)) && acts(m, Noun::force)) || stopped) && !acts(m, Noun::attacker);
}

bool is_deadly(const Syntax& syntax, const Mention& m) {
  return m.effect && (m.verb || syntax.token(m.token).lemma == "death"_key);
}  // "shot to death"

// "He died in hospital two days later", "two of the victims died", "one of the wounded succumbed": one who was hit before.
bool has_succumbed(const Syntax& syntax, const Mention& m) {
  const Key lemma = syntax.token(m.token).lemma;
  if (!m.verb || !m.casualty_only() || (lemma != "die"_key && lemma != "succumb"_key)) return false;
  return std::any_of(m.tolls.begin(), m.tolls.end(), [&](const Toll& toll) {
    const Key key = syntax.token(toll.token).key;
    if (key == "he"_key || key == "she"_key) return true;
    for (const std::uint32_t at : {toll.token, toll.token + 3}) {
      if (at >= syntax.size() || at < 2 || syntax.token(at - 1).key != "the"_key || syntax.token(at - 2).key != "of"_key) continue;
      const Key of = syntax.token(at).key;
      if (of == "victims"_key || of == "wounded"_key || of == "injured"_key) return true;
    }
    return false;
  });
}

bool says_killed(const Syntax& syntax, std::uint32_t token) {
  if (syntax.token(token).lemma == "body"_key) return are_of_violence(syntax, token);
  const Key lemma = syntax.token(token).lemma;
  const Key key = syntax.token(token).key;
  return lemma == "kill"_key || lemma == "slay"_key || lemma == "martyr"_key || key == "killed"_key || key == "killing"_key ||
         lemma == "murder"_key || key == "slain"_key || lemma == "massacre"_key || lemma == "execute"_key || lemma == "behead"_key ||
         key == "martyred"_key || lemma == "abduct"_key || lemma == "kidnap"_key ||
         ((key == "dead"_key || lemma == "die"_key) && realis::is_headline(syntax.article, syntax.token(token).sentence));
}

bool unreal(const Mention& m) {
  const Status status = m.reading.status;
  return status == Status::denied || status == Status::possible || status == Status::planned || status == Status::proposed;
}

namespace {

// "between January and June", "from January to June"
bool spans_months(const Syntax& syntax, const times::Found& time) {
  if (time.first == 0 || time.last + 1 >= syntax.size() || time.time.value.size() != 7) return false;
  const Key before = syntax.token(time.first - 1).key, after = syntax.token(time.last).key;
  const bool joined = (before == "between"_key && after == "and"_key) || (before == "from"_key && after == "to"_key);
  return joined && syntax.article.mentions.time_of[time.last + 1] != none;
}

}  // namespace

bool is_toll_of_a_year(const Syntax& syntax, const Mention& m) {
  if (!m.verb || m.effect != Effect::killed || m.time == none) return false;
  const times::Found& time = syntax.article.mentions.times[m.time];
  if (time.time.value.size() != 4 && !spans_months(syntax, time)) return false;
  if (std::none_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.value >= toll_of_many; })) return false;
  return std::none_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
    return f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument || f.role == ArgumentRole::target || f.entity.set();
  });
}

bool is_of_thousands_in_a_year(const Syntax& syntax, const Mention& m) {
  if (!m.verb || m.time == none) return false;
  const times::Found& time = syntax.article.mentions.times[m.time];
  const bool year = time.time.value.size() == 4 || syntax.token(time.last - 1).key == "year"_key || spans_months(syntax, time);
  return year && std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& t) { return t.value >= 1000; });
}

}  // namespace khabar::incidents
