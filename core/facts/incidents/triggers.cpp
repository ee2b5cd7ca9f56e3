#include "facts/incidents/triggers.h"

#include "facts/incidents/asides.h"
#include "facts/incidents/captors.h"
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/joining.h"
#include "facts/incidents/setting.h"
#include "facts/incidents/tellings.h"
#include "facts/incidents/trigger_finder.h"
#include "facts/incidents/word_readings.h"
#include "facts/incidents/worth.h"

#include <algorithm>

namespace khabar::incidents {

std::vector<Mention> TriggerFinder::run() {
  const auto& sentences = syntax_.article.language.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (!syntax_.article.in_body(sentences[s])) continue;
    const std::size_t before = all_.size();
    accident_ = false;
    for (std::uint32_t i = sentences[s].first; i < sentences[s].last; ++i) word(i);
    finish(s, before);
  }
  return std::move(all_);
}

Mention TriggerFinder::base(std::uint32_t at) const {
  Mention m;
  m.token = at;
  m.sentence = syntax_.token(at).sentence;
  m.trigger = syntax_.token(at).span;
  m.earlier = m.further = is_long_before(syntax_, at);
  return m;
}

void TriggerFinder::word(std::uint32_t at) {
  const Token& t = syntax_.token(at);
  if (!t.has(Token::has_letter) || at == taken_) return;
  const bool open = t.tag == Tag::verb || t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::adj;
  if (!open && !(is_headline_verb(t.key) && is_sure_verb(syntax_, at))) return;
  if (t.tag == Tag::noun && attempt_on_life(at)) return;
  if (t.form == Form::gerund && t.relation == Relation::amod && t.head == at + 1) return;  // "the raiding party": says which one
  const std::vector<VerbFrame>* verbs = syntax_.frames.verb(t.lemma);
  if (!verbs && is_sure_verb(syntax_, at)) verbs = syntax_.frames.verb(base_of(syntax_, t.key));
  if (!verbs && t.tag == Tag::verb) verbs = syntax_.frames.verb(syntax_.frames.past_of(t.key));  // rare ones: "dynamited"
  const NounFrame* event = syntax_.frames.noun(t.lemma);
  if (!event) event = syntax_.frames.noun(t.key);
  if (!event && names_offensive(syntax_, at)) event = syntax_.frames.noun("offensive"_key);
  if (!event && names_bombing(syntax_, at)) event = syntax_.frames.noun("bombing"_key);
  if (is_security_operation(syntax_, at)) {
    static constexpr NounFrame operation{{Mode::raid, true}, {}, Part::actor, Part::actor, 0};
    noun(at, operation);
    return;
  }
  const bool as_noun = event && !(t.tag != Tag::verb && is_sure_verb(syntax_, at)) &&
                       (t.tag == Tag::verb ? is_nominal(syntax_, at) || (!verbs && t.form == Form::none)
                                           : t.tag != Tag::adj || (at > 0 && syntax_.token(at - 1).tag == Tag::det));
  if (as_noun) {
    if (noun(at, *event)) return;
  } else if (verbs || is_sure_verb(syntax_, at)) {
    if (t.tag != Tag::verb && !is_sure_verb(syntax_, at)) {
      casualty(at);
      return;
    }
    if (verb(at, *verbs)) return;
  }
  casualty(at);
}

bool TriggerFinder::miss(std::uint32_t at, const char* rule, const char* why) const {
  near_misses_.add(syntax_.token(at).span, rule, why);
  return true;
}

// Casualties that no frame's verb tells: "12 dead", "five others injured"
void TriggerFinder::casualty(std::uint32_t at) {
  if (syntax_.token(at).key == "lives"_key && !costs_lives(syntax_, at)) return;
  std::vector<Toll> tolls = tolls_.read(at);
  const Key key = syntax_.token(at).key;
  if (tolls.empty() || ((key == "lost"_key || key == "losing"_key) && !is_loss_of_fighters(syntax_, at, tolls))) return;
  Mention m = base(at);
  m.verb = true;
  m.kind = {Mode::other_violence, true};
  m.effect = tolls.front().effect;
  m.needs = need_casualty;
  m.tolls = std::move(tolls);
  m.rule = "incidents.casualty";
  if (syntax_.is_verb(at)) m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
  for (const Toll& toll : m.tolls) roles_.add_patient(m, toll.token);
  accident_ = accident_ || is_of_accident(at);
  event_of_.push_back(none);
  all_.push_back(std::move(m));
}

// "Twelve dead in bus crash"
bool TriggerFinder::is_of_accident(std::uint32_t at) const {
  const std::span<const std::uint32_t> words = syntax_.dependents(at);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t d) {
    const Key p = d > at ? syntax_.preposition(d) : Key{0};
    return (p == "in"_key || p == "from"_key || p == "of"_key || p == "after"_key) && syntax_.class_of(d).noun == Noun::accident;
  });
}

// "The war began when gunmen attacked on 7 October 2031, killing 1,200": of one day.
bool TriggerFinder::names_a_day(std::uint32_t sentence) const {
  const language::Sentence& words = syntax_.article.language.sentences[sentence];
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::uint32_t time = syntax_.article.mentions.time_of[i];
    if (time == none) continue;
    const times::Found& found = syntax_.article.mentions.times[time];
    const Key before = found.first > words.first ? syntax_.token(found.first - 1).key : Key{0};
    if (found.time.value.size() == 10 && found.time.value[0] != 'X' && found.time.value[0] != 'P' && before == "on"_key) return true;
  }
  return false;
}

// "A militia burned two informants there days later": by somebody told anew, on another day.
bool TriggerFinder::is_told_later(std::uint32_t sentence, const Mention& m) const {
  if (!m.verb || !m.has(ArgumentRole::actor)) return false;
  const language::Sentence& words = syntax_.article.language.sentences[sentence];
  constexpr std::uint32_t reach = 40;
  const std::uint32_t from = m.token - words.first > reach ? m.token - reach : words.first + 1;
  for (std::uint32_t i = from; i < words.last && i < m.token + reach; ++i) {
    if (syntax_.token(i).key != "later"_key) continue;
    const Key unit = syntax_.token(i - 1).lemma;
    if (unit == "day"_key || unit == "week"_key || unit == "month"_key || unit == "year"_key) return true;
  }
  return false;
}

// One sentence's mentions together.
void TriggerFinder::finish(std::uint32_t sentence, std::size_t from) {
  const bool anew = all_.size() > from && opens_anew(syntax_, sentence);
  for (std::size_t k = from; k < all_.size(); ++k) {
    Mention& m = all_[k];
    const bool told_anew = (anew || is_told_later(sentence, m)) && !m.casualty_only() && (m.verb || !m.definite);
    m.further =
        m.further || told_anew || is_by_another(syntax_, m) || is_of_one_later(syntax_, m) || (k == from && is_by_some_later(syntax_, m));
    for (std::size_t j = from; j < k && !m.further && k < from + 16; ++j)  // "the bombing prompted Chad to strike"
      m.further = is_past_what_it_led_to(syntax_, all_[j].token, m.token);
  }
  join_sentence(syntax_, std::span<Mention>(all_).subspan(from), static_cast<std::uint32_t>(from), event_of_);
  event_of_.clear();
  find_captors(syntax_, roles_, sentence, std::span<Mention>(all_).subspan(from));
  drop_loose(all_, from, near_misses_);
  const std::span<Mention> found = std::span<Mention>(all_).subspan(from);
  // "killed in a crash": its numbers are no incident's.
  const bool outcomes_only = std::all_of(found.begin(), found.end(), [&](const Mention& m) {
    const bool participle = m.verb && m.effect && m.kind.weak && syntax_.token(m.token).form == Form::gerund &&
                            !m.has(ArgumentRole::actor) && !m.has(ArgumentRole::instrument);  // "the earthquake tore through it, killing 9"
    return m.casualty_only() || (accident_ && participle);
  });
  if (outcomes_only && !found.empty() && (accident_ || tells_accident(syntax_, sentence))) {
    for (const Mention& m : found) near_misses_.add(m.trigger, m.rule, "an accident, an illness or a disaster did it");
    all_.resize(from);
    return;
  }
  bool asked = false, told = false;
  for (Mention& m : found) {
    if (m.count || !std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& toll) { return toll.value >= toll_of_many; })) continue;
    if (!asked) told = tells_total(syntax_, sentence) && !names_a_day(sentence);
    asked = true;
    const bool thousands = std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& toll) { return toll.value >= 1000; });
    m.total = told || tells_of_these(sentence) || (thousands && m.casualty_only() && m.joined == none) ||
              (thousands && syntax_.is_verb(m.token) && syntax_.article.links.verb_group(m.token).perfect) ||
              is_toll_of_violence(syntax_, m);
  }
  find_settings(syntax_, sentence, found, static_cast<std::uint32_t>(from));
  tell_years_apart(from);
  if (!found.empty()) same_place(sentence, from);
}

// "These attacks left 40 dead": many, that were counted before.
bool TriggerFinder::tells_of_these(std::uint32_t sentence) const {
  const language::Sentence& words = syntax_.article.language.sentences[sentence];
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = words.first; i + 1 < words.last && i < words.first + reach; ++i) {
    const Key key = syntax_.token(i).key;
    if (key != "these"_key && key != "those"_key) continue;
    const Token& noun = syntax_.token(i + 1);
    return noun.form == Form::plural && (noun.lemma == "operation"_key || noun.lemma == "incident"_key || syntax_.frames.noun(noun.lemma));
  }
  return false;
}

// "Has been facing recurrent attacks"
bool TriggerFinder::is_recurrent(std::size_t k) const {
  const Mention& m = all_[k];
  if (m.verb || m.definite || !syntax_.is_plural(m.token)) return false;
  const std::span<const std::uint32_t> words = syntax_.dependents(m.token);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t d) {
    const Key key = syntax_.token(d).key;
    return d < m.token && (key == "recurrent"_key || key == "recurring"_key || key == "frequent"_key || key == "regular"_key ||
                           key == "constant"_key || key == "persistent"_key || key == "near-daily"_key);
  });
}

// "Last year hundreds were killed in air strikes": many incidents.
void TriggerFinder::tell_years_apart(std::size_t from) {
  for (std::size_t k = from; k < all_.size(); ++k) {
    if (is_recurrent(k) && !names_a_day(all_[k].sentence)) {
      for (std::size_t j = from; j < all_.size(); ++j)
        if (all_[j].joined == k || all_[k].joined == j) all_[j].total = true;
      all_[k].total = true;
      continue;
    }
    if (!is_toll_of_a_year(syntax_, all_[k])) continue;
    for (std::size_t j = from; j < all_.size(); ++j) {
      const bool tied = j != k && (all_[j].joined == k || all_[k].joined == j);
      if (tied && !all_[j].verb && !all_[j].definite && syntax_.is_plural(all_[j].token)) all_[k].total = all_[j].total = true;
    }
  }
}

// "A similar attack in the same province": where it was that was told last.
void TriggerFinder::same_place(std::uint32_t sentence, std::size_t from) {
  const language::Sentence& words = syntax_.article.language.sentences[sentence];
  for (std::uint32_t i = words.first; i + 3 < words.last; ++i) {
    if (syntax_.token(i).key != "in"_key || syntax_.token(i + 1).key != "the"_key || syntax_.token(i + 2).key != "same"_key) continue;
    const Key where = syntax_.token(i + 3).lemma;
    const bool place = where == "province"_key || where == "district"_key || where == "area"_key || where == "region"_key ||
                       where == "state"_key || syntax_.class_of(i + 3).noun == Noun::settlement;
    EntityId last;
    for (std::size_t k = from; place && k > 0 && from - k < 8 && !last.set(); --k)
      for (EntityId id : all_[k - 1].places)
        if (syntax_.entity(id)->type == EntityType::place) last = id;
    for (std::size_t k = from; last.set() && k < all_.size(); ++k)
      if (all_[k].places.empty()) all_[k].places.push_back(last);
    return;
  }
}

std::vector<Mention> find_mentions(const Syntax& syntax, const Effects& effects, const facts::NearMisses& near_misses) {
  return TriggerFinder(syntax, effects, near_misses).run();
}

}  // namespace khabar::incidents
