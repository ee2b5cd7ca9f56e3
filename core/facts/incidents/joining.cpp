#include "facts/incidents/joining.h"

#include "facts/clauses.h"
#include "facts/incidents/elsewhere.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

constexpr std::size_t most = 32;  // triggers of one sentence
constexpr int climb_max = 5;

std::uint32_t mention_at(std::span<const Mention> found, std::uint32_t token) {
  for (std::size_t k = 0; k < found.size(); ++k)
    if (found[k].token == token) return static_cast<std::uint32_t>(k);
  return none;
}

bool is_clause(Relation r) {
  return r == Relation::advcl || r == Relation::conj || r == Relation::xcomp || r == Relation::acl || r == Relation::acl_relcl ||
         r == Relation::parataxis || r == Relation::ccomp;
}

bool is_argument(Relation r) {
  return r == Relation::obl || r == Relation::obj || r == Relation::nmod || r == Relation::nsubj || r == Relation::appos ||
         r == Relation::nsubj_pass || r == Relation::obl_agent;
}

bool is_arrest(const Mention& m) { return m.kind.mode == Mode::arrest || m.effect == Effect::arrested; }

bool is_by_somebody(const Mention& m) { return m.has(ArgumentRole::actor) || m.has(ArgumentRole::instrument); }

bool is_attack_by_somebody(const Mention& m) {
  return (m.kind.mode == Mode::armed_assault || m.kind.mode == Mode::raid) && m.has(ArgumentRole::actor) && m.hits();
}

// "Kidnap four soldiers, blow up a pipeline": what is taken and what is bombed are two.
bool are_of_kinds_apart(const Mention& a, const Mention& b) {
  auto takes = [](const Mention& m) { return m.kind.mode == Mode::kidnapping || m.kind.mode == Mode::hijacking; };
  auto bombs = [](const Mention& m) { return m.kind.mode == Mode::bombing && !m.kind.weak && !m.effect; };
  return a.verb && b.verb && a.hits() && b.hits() && ((takes(a) && bombs(b)) || (bombs(a) && takes(b)));
}

bool orders_in_time(Key mark) {
  return mark == "after"_key || mark == "before"_key || mark == "as"_key || mark == "since"_key || mark == "because"_key ||
         mark == "while"_key;
}

// The first place, or the first day, that stands between the two tokens; none where there is none.
std::uint32_t where_between(const Syntax& syntax, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const Entity* e = syntax.entity(syntax.article.entity_at(i));
    if (e && e->type == EntityType::place && (syntax.token(i - 1).tag == Tag::adp || syntax.token(i - 1).tag == Tag::noun)) return i;
  }
  return none;
}
std::uint32_t day_between(const Syntax& syntax, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i)
    if (const std::uint32_t time = syntax.article.mentions.time_of[i]; time != none) {
      const TimeType type = syntax.article.mentions.times[time].time.type;
      if (type == TimeType::date || type == TimeType::time) return i;
    }
  return none;
}

// "Shot a trader in Gao and robbed a bank in Segou": two verbs, each with a place or a day of its own behind it.
bool is_set_elsewhere(const Syntax& syntax, std::span<const Mention> found, const Mention& m, const Mention& above) {
  if (!m.verb || !above.verb || m.token < above.token || syntax.token(m.token).form == Form::gerund) return false;
  std::uint32_t end = syntax.article.language.sentences[m.sentence].last;
  for (const Mention& other : found)
    if (other.token > m.token) end = std::min(end, other.token);
  const std::uint32_t here = where_between(syntax, above.token, m.token), there = where_between(syntax, m.token, end);
  const std::uint32_t day = day_between(syntax, above.token, m.token), other_day = day_between(syntax, m.token, end);
  if (day != none && other_day != none) return syntax.article.mentions.time_of[day] != syntax.article.mentions.time_of[other_day];
  return here != none && there != none && !(syntax.article.entity_at(here) == syntax.article.entity_at(there));
}

// Do a trigger and the one that the tree hangs it on, by this relation and in this many steps, tell one incident?
bool same_incident(const Syntax& syntax, const Mention& m, const Mention& above, std::uint32_t at, int steps) {
  if (is_arrest(m) != is_arrest(above)) return false;  // "killed two and arrested ten" are two
  if (are_of_kinds_apart(m, above)) return false;
  if (m.earlier != above.earlier) return false;
  if (m.casualty_only() || above.casualty_only()) return true;
  const bool outcome = m.effect == Effect::killed || m.effect == Effect::injured;
  const Relation r = syntax.token(at).relation;
  // "Gunmen stormed a hotel after a bomb exploded at its gate": one attack.
  const bool opening = m.kind.mode == Mode::bombing && above.kind.mode == Mode::armed_assault &&
                       std::any_of(above.fillers.begin(), above.fillers.end(),
                                   [](const Filler& f) { return f.role == ArgumentRole::actor && f.noun.noun == Noun::attacker; });
  if (r == Relation::parataxis)
    return opening && std::any_of(syntax.dependents(at).begin(), syntax.dependents(at).end(),
                                  [&](std::uint32_t d) { return syntax.token(d).key == "after"_key; });
  switch (r) {
    case Relation::advcl:
    case Relation::xcomp: {
      const std::uint32_t mark = syntax.dependent(at, Relation::mark);
      return mark == none || !orders_in_time(syntax.token(mark).key) || outcome || m.kind.weak || above.kind.weak || opening;
    }
    case Relation::conj:
      // "the bombing of a market and the murder of a judge": two nouns with those hit by each are two.
      if (!m.verb && !above.verb && m.hits() && above.hits()) return false;
      if (m.verb && above.verb && syntax.token(m.token).lemma == "exchange"_key) return true;  // "hurled charges and exchanged fire"
      // "..., killing nine and setting fire to two stores"
      if (m.verb && above.verb && syntax.token(m.token).form == Form::gerund && syntax.token(above.token).form == Form::gerund &&
          above.joined != none)
        return true;
      // "Ambushed a convoy, set two trucks on fire and killed a guard"
      if (m.kind.mode == Mode::arson && m.verb && above.verb && is_attack_by_somebody(above) && !syntax.has(at, Relation::nsubj))
        return true;
      return outcome || above.effect == Effect::killed || m.kind.weak ||
             (m.effect == Effect::abducted && m.verb && above.verb && above.kind.mode == Mode::armed_assault);
    case Relation::acl:
    case Relation::acl_relcl: return outcome || m.kind.weak;
    default: break;
  }
  // "killed 12 people in raids on three villages"
  const bool in_it = steps == 1 && r == Relation::obj && !m.verb && above.verb && syntax.preposition(m.token) == "in"_key &&
                     (above.effect == Effect::killed || above.effect == Effect::injured);
  if (in_it) return true;
  if (!is_argument(r) || steps != 0) return false;
  const Key p = syntax.preposition(m.token);
  return p != "after"_key && p != "since"_key && p != "for"_key && p != "against"_key && p != "to"_key;
}

// "Robbed a shop to finance the bombings", "shot two to avenge a murder": another deed than the one it is about.
bool is_about(Key lemma) {
  return lemma == "finance"_key || lemma == "fund"_key || lemma == "avenge"_key || lemma == "commemorate"_key ||
         lemma == "investigate"_key || lemma == "protest"_key || lemma == "denounce"_key || lemma == "condemn"_key ||
         lemma == "discuss"_key || lemma == "blame"_key;
}

// "staged three attacks, killing ten": the outcome hangs on the verb that carries the event noun.
std::uint32_t carried_by(const Syntax& syntax, std::span<const Mention> found, std::size_t k, std::uint32_t verb) {
  const bool outcome = found[k].effect == Effect::killed || found[k].effect == Effect::injured;
  const std::uint32_t mark = syntax.dependent(found[k].token, Relation::mark);
  if (!outcome || (mark != none && orders_in_time(syntax.token(mark).key))) return none;
  for (std::size_t j = 0; j < found.size(); ++j) {
    const Token& noun = syntax.token(found[j].token);
    const bool carried = j != k && !found[j].verb && noun.head == verb && !found[j].generic && !is_arrest(found[j]) &&
                         (noun.relation == Relation::obj || noun.relation == Relation::nsubj || noun.relation == Relation::nsubj_pass);
    if (carried) return static_cast<std::uint32_t>(j);
  }
  return none;
}

// "... killing 80 last year; in June the army lost ten": past a semicolon and with a day of its own.
bool is_of_another_day(const Syntax& syntax, std::uint32_t first, std::uint32_t last) {
  const std::uint32_t mark = facts::semicolon_in(syntax.article, first, last);
  if (mark == none) return false;
  const std::uint32_t end = syntax.article.language.sentences[syntax.token(last).sentence].last;
  for (std::uint32_t i = mark + 1; i < end && i < last + 12 && !(i > last && syntax.article.words(syntax.token(i).span) == ";"); ++i)
    if (const std::uint32_t time = syntax.article.mentions.time_of[i]; time != none) {
      const TimeType type = syntax.article.mentions.times[time].time.type;
      if (type == TimeType::date || type == TimeType::time) return true;
    }
  return false;
}

// The trigger above this one in the tree that tells the same incident: "attacked ..., killing", "opened fire and wounded".
std::uint32_t governor_of(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  std::uint32_t at = found[k].token;
  for (int steps = 0; steps < climb_max; ++steps) {
    const Token& t = syntax.token(at);
    if (t.head == at || (!is_clause(t.relation) && !is_argument(t.relation))) return none;
    if (steps > 0 && (is_about(t.lemma) || (is_answer_verb(t.lemma) && syntax.has(at, Relation::nsubj)))) return none;
    const std::uint32_t above = mention_at(found, t.head);
    if (above != none && above != k) {
      const auto [first, last] = std::minmax(found[above].token, found[k].token);
      // "A bomb killed four, while gunmen shot a mayor in Mopti": what others did meanwhile.
      const std::uint32_t mark = syntax.token(at).relation == Relation::advcl ? syntax.dependent(at, Relation::mark) : none;
      // "Marchers burned a station after officers killed a pupil": two deeds of two.
      if (mark != none && syntax.token(mark).key == "after"_key && found[k].verb && found[k].has(ArgumentRole::actor) &&
          found[above].has(ArgumentRole::actor) && syntax.has(at, Relation::nsubj))
        return none;
      // "Police shot a man after he injured two": what he did, and not they.
      const std::uint32_t subject = mark != none && syntax.token(mark).key == "after"_key ? syntax.dependent(at, Relation::nsubj) : none;
      const Key who = subject == none ? Key{0} : syntax.token(subject).key;
      if (found[k].verb && (who == "he"_key || who == "she"_key || who == "they"_key) && found[above].has(ArgumentRole::actor)) return none;
      if (mark != none && syntax.token(mark).key == "while"_key && found[k].verb && is_by_somebody(found[k]) &&
          is_by_somebody(found[above]) && syntax.has(at, Relation::nsubj))
        return none;
      // "A man was shot as neighbours tried to fight off the attackers": they shot nobody.
      const bool defends = found[k].verb &&
                           (syntax.token(found[k].token).lemma == "fight"_key || syntax.token(found[k].token).lemma == "fend"_key) &&
                           found[k].token + 1 < syntax.size() && syntax.token(found[k].token + 1).key == "off"_key;
      if (defends && syntax.article.links.verb_group(found[above].token).passive) return none;
      if (is_past_what_it_led_to(syntax, found[above].token, found[k].token)) return none;
      if (syntax.token(at).relation == Relation::conj && is_set_elsewhere(syntax, found, found[k], found[above])) return none;
      return same_incident(syntax, found[k], found[above], at, steps) && !is_of_another_day(syntax, first, last) ? above : none;
    }
    if (t.relation == Relation::acl_relcl || t.relation == Relation::ccomp || t.relation == Relation::parataxis) return none;
    if (steps == 0 && t.relation == Relation::advcl)
      if (const std::uint32_t carried = carried_by(syntax, found, k, t.head); carried != none) return carried;
    at = t.head;
  }
  return none;
}

// "The army put the toll at nine dead and said that it had struck back": two things said.
bool says_another_thing(const Syntax& syntax, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const Token& t = syntax.token(i);
    if (t.tag == Tag::verb && syntax.token(i - 1).tag == Tag::cconj &&
        (t.lemma == "say"_key || t.lemma == "add"_key || t.lemma == "claim"_key || t.lemma == "report"_key || t.lemma == "announce"_key))
      return true;
  }
  return false;
}

// "Gang burns hospital; guard wounded": past a semicolon somebody hurt is no part of a fire.
bool is_of_another_kind(const Syntax& syntax, const Mention& told, const Mention& casualty) {
  return told.kind.mode == Mode::arson && told.token < casualty.token &&
         facts::semicolon_in(syntax.article, told.token, casualty.token) != none;
}

// "The toll climbed to 51, including nine inmates who were shot": what befell some of those counted is not what befell all.
bool is_of_some_counted(const Syntax& syntax, const Mention& told, const Mention& casualty) {
  return told.verb && syntax.token(told.token).relation == Relation::acl_relcl && is_toll(syntax, casualty.token);
}

// "Police shot a man after he injured two": what he did is no part of what they did.
bool is_deed_of_his(const Syntax& syntax, const Mention& m) {
  if (!m.verb || m.effect != Effect::injured || syntax.article.links.verb_group(m.token).passive) return false;
  const std::uint32_t mark = syntax.dependent(m.token, Relation::mark), subject = syntax.dependent(m.token, Relation::nsubj);
  if (mark == none || subject == none || (syntax.token(mark).key != "after"_key && syntax.token(mark).key != "before"_key)) return false;
  const Key who = syntax.token(subject).key;
  return (who == "he"_key || who == "she"_key || who == "they"_key) && subject < m.token;
}

// "The toll from a raid in Gao rose to nine": the event of which it is the toll; none where it does not say.
std::uint32_t event_of_toll(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  constexpr std::uint32_t longest = 6;
  std::uint32_t toll = found[k].token;
  for (int i = 0; i < 3 && !is_toll(syntax, toll); ++i) toll = syntax.token(toll).head;
  if (!is_toll(syntax, toll)) return none;
  for (std::size_t j = 0; j < found.size(); ++j) {
    const std::uint32_t event = found[j].token;
    if (found[j].verb || found[j].casualty_only() || event <= toll || event - toll > longest) continue;
    const Key p = syntax.preposition(event);
    if (p != "from"_key && p != "of"_key && p != "in"_key) continue;
    bool beside = true;
    for (std::uint32_t i = toll + 1; i < event; ++i)
      beside = beside && syntax.token(i).tag != Tag::punct && (syntax.token(i).tag != Tag::verb || syntax.token(i).head == event);
    if (beside) return static_cast<std::uint32_t>(j);
  }
  // "Three days after the massacre in Gao, the toll passed 200": of it, where the sentence tells nothing else.
  std::uint32_t only = none;
  for (std::size_t j = 0; j < found.size(); ++j) {
    if (found[j].casualty_only()) continue;
    const bool after = !found[j].verb && found[j].definite && found[j].token < toll && syntax.preposition(found[j].token) == "after"_key;
    if (!after || only != none) return none;
    only = static_cast<std::uint32_t>(j);
  }
  return only;
}

// Nobody died of what was only planned.
bool is_yet_to_come(const Mention& told, const Mention& casualty) {
  const Status status = told.reading.status;
  return casualty.reading.status == Status::happened &&
         (status == Status::planned || status == Status::proposed || status == Status::possible);
}

// Numbers of people belong to the incident of their sentence: the nearest before, else after, else to one another.
std::uint32_t incident_beside(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  if (is_deed_of_his(syntax, found[k])) return none;
  if (const std::uint32_t event = event_of_toll(syntax, found, k); event != none) return event;
  auto tells = [&](std::size_t j) {
    return !found[j].casualty_only() && !found[j].generic && found[j].earlier == found[k].earlier &&
           is_arrest(found[j]) == is_arrest(found[k]) && !is_yet_to_come(found[j], found[k]);
  };
  for (std::size_t j = k; j-- > 0;)
    if (tells(j) && !is_of_another_day(syntax, found[j].token, found[k].token) && !is_of_another_kind(syntax, found[j], found[k]))
      return static_cast<std::uint32_t>(j);
  for (std::size_t j = k + 1; j < found.size(); ++j)
    if (tells(j) && !says_another_thing(syntax, found[k].token, found[j].token) && !is_of_some_counted(syntax, found[j], found[k]))
      return static_cast<std::uint32_t>(j);
  for (std::size_t j = k; j-- > 0;)
    if (found[j].casualty_only()) return static_cast<std::uint32_t>(j);
  return none;
}

// "Bomb targets tax office, kills eight": a headline's second verb without a subject of its own has the first one's.
std::uint32_t verb_before(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  if (!m.verb || k == 0 || !realis::is_headline(syntax.article, m.sentence)) return none;
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  if (m.token <= first + 1 || (syntax.article.words(syntax.token(m.token - 1).span) != "," && syntax.token(m.token - 1).tag != Tag::cconj))
    return none;
  for (const Filler& f : m.fillers)
    if ((f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument) && f.token < m.token && f.token > found[k - 1].token)
      return none;
  const Mention& before = found[k - 1];
  const bool outcome = m.effect == Effect::killed || m.effect == Effect::injured || m.effect == Effect::abducted;
  return before.verb && is_arrest(before) == is_arrest(m) && outcome ? static_cast<std::uint32_t>(k - 1) : none;
}

// "Gang members killed 40 people and torched homes": who did both, whatever the tree hung the second verb on.
std::uint32_t verb_of_same(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  if (!m.verb || k == 0 || syntax.token(m.token - 1).tag != Tag::cconj) return none;
  const Mention& before = found[k - 1];
  if (!before.verb || is_arrest(before) != is_arrest(m) || (before.effect != Effect::killed && m.effect != Effect::killed)) return none;
  if (are_of_kinds_apart(before, m) || is_set_elsewhere(syntax, found, m, before)) return none;
  const bool same = std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    return f.role == ArgumentRole::actor && std::any_of(before.fillers.begin(), before.fillers.end(), [&](const Filler& o) {
             return o.role == ArgumentRole::actor && o.token == f.token;
           });
  });
  return same ? static_cast<std::uint32_t>(k - 1) : none;
}

// "A bag with a device that exploded, wounding 13": of the deed that the words before the comma tell, wherever the tree hung it.
std::uint32_t deed_before_comma(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  const bool outcome = m.effect == Effect::killed || m.effect == Effect::injured;
  if (!m.verb || !outcome || k == 0 || syntax.token(m.token).form != Form::gerund) return none;
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  if (m.token <= first || syntax.article.words(syntax.token(m.token - 1).span) != ",") return none;
  const Mention& deed = found[k - 1];
  if (is_arrest(deed) || deed.casualty_only() || deed.earlier != m.earlier) return none;
  for (std::uint32_t i = deed.token + 1; i < m.token; ++i) {
    const bool purpose = syntax.token(i - 1).key == "to"_key && i > deed.token + 1;  // "robbed a van to free an inmate, killing two"
    if ((syntax.is_verb(i) && !purpose) || syntax.token(i).tag == Tag::sconj) return none;
  }
  return static_cast<std::uint32_t>(k - 1);
}

bool leads_to(Key lemma) {
  return lemma == "lead"_key || lemma == "result"_key || lemma == "cause"_key || lemma == "leave"_key || lemma == "bring"_key;
}

// The last event noun before the word, with no verb between.
std::uint32_t noun_before(const Syntax& syntax, std::span<const Mention> found, std::uint32_t word) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(word).sentence].first;
  // "recorded 40 incidents affecting clinics, in which": a participle after the noun parts them not
  auto parts = [&](std::uint32_t i) {
    return syntax.is_verb(i) && !(syntax.token(i).form == Form::gerund && syntax.token(i).relation == Relation::acl);
  };
  for (std::uint32_t i = word; i > first && word - i < 16 && !parts(i - 1); --i)
    if (const std::uint32_t k = mention_at(found, i - 1); k != none && !found[k].verb && !found[k].casualty_only()) return k;
  return none;
}

// "a bombing, which led to the killing of six", "the ambush of 29 May, when gunmen attacked a convoy", "nine clashes with smugglers, in
// which two guards were killed": what the clause tells is the event noun's, wherever the tree hung the clause.
std::uint32_t noun_of_clause(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  const Token& left = syntax.token(syntax.token(m.token).head);  // "staged three attacks, leaving ten killed"
  if (m.verb && (m.effect == Effect::killed || m.effect == Effect::injured) && left.lemma == "leave"_key && left.form == Form::gerund) {
    const std::uint32_t noun = noun_before(syntax, found, syntax.token(m.token).head);
    return noun != k ? noun : none;
  }
  const std::uint32_t verb = m.verb ? m.token : syntax.token(m.token).head;
  if (is_arrest(m) || (!m.verb && !(m.effect && leads_to(syntax.token(verb).lemma)))) return none;
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  for (std::uint32_t i = verb; i > first && verb - i < 10; --i) {
    const Token& t = syntax.token(i - 1);
    const bool in_which = m.verb && t.key == "which"_key && i > first + 1 && syntax.token(i - 2).tag == Tag::adp;
    const bool opens = m.verb ? t.key == "when"_key || in_which : t.key == "which"_key || t.key == "that"_key;
    if (opens) {
      const std::uint32_t noun = noun_before(syntax, found, i - 1);
      return noun != none && noun != k && is_arrest(found[noun]) == is_arrest(m) && (found[noun].earlier || !m.earlier) ? noun : none;
    }
    if (t.tag == Tag::verb) return none;
  }
  return none;
}

// "In retaliation for the killing of villagers": what is avenged is another deed.
bool is_avenged(const Syntax& syntax, const Mention& m) {
  const Token& t = syntax.token(m.token);
  const Key p = syntax.preposition(m.token);
  if (m.verb || !m.hits() || (p != "for"_key && p != "to"_key) || t.head == m.token) return false;
  const Key above = syntax.token(t.head).lemma;
  return above == "retaliation"_key || above == "revenge"_key || above == "reprisal"_key || above == "vengeance"_key ||
         above == "response"_key || above == "retaliate"_key;
}

// "Artillery shelled the village in response": another deed than the one that it answers.
bool answers_another(const Syntax& syntax, const Mention& m) {
  const Token& word = syntax.token(m.token);
  // "and Chad answered with strikes"
  if (!m.verb && word.relation == Relation::obl && syntax.preposition(m.token) == "with"_key &&
      is_answer_verb(syntax.token(word.head).lemma) && syntax.has(word.head, Relation::nsubj))
    return true;
  if (!m.verb || !is_by_somebody(m)) return false;
  // "Forces retaliated on Saturday, attacking posts"
  const Key above = word.relation == Relation::advcl && word.form == Form::gerund ? syntax.token(word.head).lemma : Key{0};
  if (is_answer_verb(above)) return true;
  const std::uint32_t last = syntax.article.language.sentences[m.sentence].last;
  constexpr std::uint32_t reach = 16;
  for (std::uint32_t i = m.token + 1; i + 1 < last && i < m.token + reach; ++i) {
    if (syntax.is_verb(i)) return false;
    const Key what = syntax.token(i + 1).key;
    if (syntax.token(i).key == "in"_key &&
        (what == "response"_key || what == "retaliation"_key || what == "reply"_key || what == "revenge"_key || what == "reprisal"_key))
      return true;
  }
  return false;
}

// "After the ambush of a convoy, troops killed three gunmen": what was done after it is another deed.
bool is_done_after(const Syntax& syntax, std::span<const Mention> found, const Mention& m) {
  if (!m.verb || !m.hits() || !is_by_somebody(m)) return false;
  return std::any_of(found.begin(), found.end(), [&](const Mention& other) {
    const Token& t = syntax.token(other.token);
    const Key p = other.verb ? Key{0} : syntax.preposition(other.token);
    return !other.verb && other.token < m.token && t.head == m.token && t.relation == Relation::obl &&
           (p == "after"_key || p == "following"_key || p == "since"_key);
  });
}

// "Hit a bakery in what the president called an attack": another word for what the sentence tells.
std::uint32_t named_so(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  if (m.verb || k == 0) return none;
  // "A strike killed two, the second such killing in a week": the one just told
  if (m.token > 1 && syntax.token(m.token - 1).key == "such"_key && !is_arrest(found[k - 1]) && syntax.token(m.token - 2).tag != Tag::punct)
    return static_cast<std::uint32_t>(k - 1);
  // "Was shot in Gao, his party said, in an attack": what is said in one breath.
  const Token& word = syntax.token(m.token);
  const Key said = syntax.token(word.head).lemma;
  const bool in =
      syntax.preposition(m.token) == "in"_key && m.indefinite && (said == "say"_key || said == "announce"_key || said == "report"_key);
  if (in && word.head < m.token)
    for (std::size_t other = k; other-- > 0;)
      if (found[other].verb && found[other].token < word.head && !is_arrest(found[other])) return static_cast<std::uint32_t>(other);
  // "called the attack an act of evil"
  const Mention& last = found[k - 1];
  if (!last.verb && last.definite && m.token > last.token && m.token - last.token < 6) {
    bool beside = true;
    for (std::uint32_t i = last.token + 1; i < m.token; ++i) {
      const Token& t = syntax.token(i);
      beside = beside && (t.tag == Tag::punct || t.tag == Tag::det || t.tag == Tag::adj || t.key == "as"_key || t.tag == Tag::noun);
    }
    if (beside && last.token > 2) {
      const Key verb = syntax.token(last.token - 2).lemma;
      if (verb == "call"_key || verb == "condemn"_key || verb == "describe"_key || verb == "denounce"_key)
        return static_cast<std::uint32_t>(k - 1);
    }
  }
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  bool called = false;
  for (std::uint32_t i = m.token; i > first && m.token - i < 14; --i) {
    const Token& t = syntax.token(i - 1);
    called = called || t.lemma == "call"_key || t.lemma == "describe"_key || t.lemma == "appear"_key || t.lemma == "seem"_key ||
             t.lemma == "term"_key || t.lemma == "label"_key || t.lemma == "believe"_key;
    if (t.key != "what"_key) continue;
    for (std::size_t other = k; called && other-- > 0;)
      if (found[other].token < i && !is_arrest(found[other]) && !found[other].casualty_only()) return static_cast<std::uint32_t>(other);
    return none;
  }
  return none;
}

// "The group, whose leader was killed in May, raided two villages": is the telling in a clause about who did what another tells?
bool befell_who_acts(const Syntax& syntax, std::span<const Mention> found, const Mention& m) {
  const Token& t = syntax.token(m.token);
  if (!m.verb || t.relation != Relation::acl_relcl || !syntax.article.links.verb_group(m.token).passive) return false;
  return std::any_of(found.begin(), found.end(), [&](const Mention& deed) {
    return deed.verb && deed.token > m.token && std::any_of(deed.fillers.begin(), deed.fillers.end(), [&](const Filler& f) {
             return f.role == ArgumentRole::actor && f.token == t.head;
           });
  });
}

// "The clash resulted in the killing of two": of what brought it about.
std::uint32_t result_of(const Syntax& syntax, std::span<const Mention> found, std::size_t k) {
  const Mention& m = found[k];
  const std::uint32_t verb = syntax.token(m.token).head;
  if (m.verb || !m.effect || is_arrest(m) || verb == m.token || verb > m.token) return none;
  const Key lemma = syntax.token(verb).lemma;
  if (lemma != "result"_key && lemma != "lead"_key && lemma != "end"_key && lemma != "culminate"_key && lemma != "cause"_key) return none;
  const std::uint32_t subject = syntax.dependent(verb, Relation::nsubj);
  const std::uint32_t event = subject == none ? none : mention_at(found, subject);
  return event != none && event != k && !found[event].verb && !is_arrest(found[event]) ? event : none;
}

bool is_another(const Syntax& syntax, const Mention& m) {
  const std::uint32_t det = m.verb ? none : syntax.dependent(m.token, Relation::det);
  return det != none && syntax.token(det).key == "another"_key;
}

// "Two guards martyred, four rebels killed in clash": a headline's two tolls of one clash.
bool is_other_half(const Syntax& syntax, const Mention& first, const Mention& second) {
  auto outcome = [](const Mention& m) { return m.verb && (m.effect == Effect::killed || m.effect == Effect::injured); };
  if (first.joined != none || first.token > second.token || !outcome(first) || !outcome(second)) return false;
  if (realis::is_headline(syntax.article, first.sentence)) return true;
  // "Four were killed while a guard was wounded in a clash"
  const Token& t = syntax.token(second.token);
  const bool beside = syntax.article.links.verb_group(first.token).passive && syntax.article.links.verb_group(second.token).passive;
  return beside && (t.relation == Relation::conj || t.relation == Relation::advcl) && t.head == first.token && !is_by_somebody(first) &&
         where_between(syntax, first.token, second.token) == none && day_between(syntax, first.token, second.token) == none;
}

}  // namespace

bool is_brought_about(const Syntax& syntax, const Mention& m) {
  const Token& t = syntax.token(m.token);
  const Token& verb = syntax.token(t.head);
  return !m.verb && t.relation == Relation::obj && (verb.lemma == "prompt"_key || verb.lemma == "provoke"_key || verb.lemma == "spark"_key);
}

void join_sentence(const Syntax& syntax, std::span<Mention> found, std::uint32_t offset, std::span<const std::uint32_t> event_of) {
  if (found.size() > most) return;
  for (Mention& m : found) {  // "the 2019 ambush that killed four": of that day, too
    const Token& t = syntax.token(m.token);
    if (m.earlier || (t.relation != Relation::acl_relcl && t.relation != Relation::acl && !(m.verb && t.relation == Relation::conj)))
      continue;
    const std::uint32_t noun = mention_at(found, t.head);
    if (noun != none && found[noun].earlier) m.earlier = m.further = true;
  }
  for (Mention& m : found) {  // "The 2019 ambush near Gao killed nine"
    const std::uint32_t subject = m.verb && !m.earlier ? syntax.dependent(m.token, Relation::nsubj) : none;
    const std::uint32_t noun = subject == none ? none : mention_at(found, subject);
    if (noun != none && !found[noun].verb && found[noun].earlier) m.earlier = m.further = true;
  }
  for (const Mention& m : found) {
    if (m.earlier || !befell_who_acts(syntax, found, m)) continue;
    for (Mention& other : found)
      if (&other == &m || syntax.token(other.token).head == m.token) other.earlier = true;
  }
  for (Mention& m : found) {  // "the 2019 attack at a station that left three dead"
    for (std::uint32_t i = m.token; !m.earlier && m.casualty_only() && i > 1 && m.token - i < 6; --i) {
      if (syntax.token(i - 1).sentence != m.sentence) break;
      if (syntax.token(i - 1).key != "that"_key && syntax.token(i - 1).key != "which"_key) continue;
      const std::uint32_t noun = leads_to(syntax.token(i).lemma) ? noun_before(syntax, found, i - 1) : none;
      if (noun != none && found[noun].earlier) m.earlier = m.further = true;
      break;
    }
  }
  for (std::size_t k = 0; k < found.size(); ++k) {
    if (is_brought_about(syntax, found[k]) || is_avenged(syntax, found[k])) {
      found[k].further = true;
      continue;
    }
    if (is_done_after(syntax, found, found[k]) || answers_another(syntax, found[k]) || is_deed_of_his(syntax, found[k]))
      found[k].further = true;
    std::uint32_t joined = event_of[k] == none ? none : mention_at(found, event_of[k]);
    if (joined != none && found[joined].earlier != found[k].earlier) joined = none;  // "the worst attack since 2021, when 57 died"
    if (joined != none && is_arrest(found[k]) && found[joined].effect && !is_arrest(found[joined])) {
      joined = none;  // "arrested for a part in the murder": the murder is another
    } else if (joined == none) {
      joined = governor_of(syntax, found, k);
    } else if (const std::uint32_t above = governor_of(syntax, found, k);
               above != none && (found[above].unarmed || is_other_half(syntax, found[above], found[k]))) {
      found[above].joined = offset + static_cast<std::uint32_t>(k);  // "rammed into a crowd, killing nine in an attack"
    }
    if (joined == none) joined = named_so(syntax, found, k);
    if (joined == none) joined = noun_of_clause(syntax, found, k);
    if (joined == none) joined = result_of(syntax, found, k);
    if (joined == none) joined = verb_before(syntax, found, k);
    if (joined == none) joined = verb_of_same(syntax, found, k);
    if (const std::uint32_t deed = deed_before_comma(syntax, found, k); deed != none && (joined == none || joined == deed)) {
      joined = deed;
      const Status status = found[k].reading.status;
      if (status == Status::possible || status == Status::planned) found[k].reading = found[deed].reading;
    }
    // "Three workers shot dead; army shells camp": two, but "blast in Gao; five killed".
    const Mention& later = joined != none && found[joined].token > found[k].token ? found[joined] : found[k];
    if (joined != none && !found[k].casualty_only() && !found[joined].casualty_only()) {
      const auto [first, last] = std::minmax(found[k].token, found[joined].token);
      if (is_of_another_day(syntax, first, last) || (is_by_somebody(later) && facts::semicolon_in(syntax.article, first, last) != none))
        joined = none;
    }
    // "Denied that nine were abducted in a gunfight": the gunfight is not denied, nor the abduction told.
    if (joined != none && !found[k].casualty_only() && !found[joined].casualty_only() &&
        (found[k].reading.status == Status::denied) != (found[joined].reading.status == Status::denied))
      joined = none;
    // "Troops fought in Gao and have been accused of killing clerks in Mopti": what somebody is accused of is not what was told.
    if (joined != none && found[k].verb && found[joined].verb && !found[k].casualty_only() && !found[joined].casualty_only() &&
        found[k].reading.alleged != found[joined].reading.alleged)
      joined = none;
    // "Killed two guards; another attack left nine dead"
    if (joined != none && later.further && is_another(syntax, later)) joined = none;
    if (joined == none && found[k].casualty_only()) joined = incident_beside(syntax, found, k);
    if (joined != none && ((found[k].needs ^ found[joined].needs) & need_undone)) continue;  // "defused a bomb and killed two"
    if (joined != none && joined != k) found[k].joined = offset + joined;
  }
}

// Verbs that nothing shows to be violent stay only where the syntax ties them to a telling that is.
void drop_loose(std::vector<Mention>& all, std::size_t from, const facts::NearMisses& near_misses) {
  std::vector<std::uint32_t> place(all.size() - from, none);
  auto tells = [&](std::size_t k) { return !all[k].unarmed && !all[k].casualty_only(); };
  std::vector<bool> tied(all.size() - from);  // by the syntax to a telling that is violent
  for (std::size_t k = from; k < all.size(); ++k) {
    const std::uint32_t other = all[k].joined;
    if (other == none) continue;
    if (tells(other)) tied[k - from] = true;
    if (tells(k)) tied[other - from] = true;
  }
  std::size_t kept = from;
  for (std::size_t k = from; k < all.size(); ++k) {
    if (all[k].unarmed && !tied[k - from]) {
      near_misses.add(all[k].trigger, "incidents.verb_active", "no attacker, force or weapon is told");
      continue;
    }
    place[k - from] = static_cast<std::uint32_t>(kept);
    if (kept != k) all[kept] = std::move(all[k]);
    ++kept;
  }
  all.resize(kept);
  for (std::size_t k = from; k < kept; ++k)
    if (all[k].joined != none) all[k].joined = place[all[k].joined - from];
}

}  // namespace khabar::incidents
