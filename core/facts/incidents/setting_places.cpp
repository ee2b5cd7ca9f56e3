// Places: where what a mention tells happened.
#include "facts/clauses.h"
#include "facts/incidents/asides.h"
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/joining.h"
#include "facts/incidents/setting_finder.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Between two names of one row stand commas, "and", "in", "of" and other names only.
bool in_one_row(const Syntax& syntax, std::uint32_t first, std::uint32_t second) {
  for (std::uint32_t i = first + 1; i < second; ++i) {
    const Token& t = syntax.token(i);
    if (syntax.article.words(t.span) == ";") return false;
    const bool joins =
        t.tag == Tag::punct || t.tag == Tag::propn || t.tag == Tag::cconj || t.tag == Tag::det || t.key == "in"_key || t.key == "of"_key;
    if (!joins) return false;
  }
  return true;
}

// "abducted four men from Gao", "arrested from a house in Lahore": there it happened, whoever they were; "arrested a nurse from Chad"
// says where she is from.
bool is_taken_from(const Syntax& syntax, const Mention& mention, const ToldPlace& place) {
  if (place.preposition != "from"_key || place.token <= mention.token) return false;
  const Entity* entity = syntax.entity(place.entity);
  const bool country = entity && entity->type == EntityType::country;
  return mention.kind.mode == Mode::kidnapping || (mention.kind.mode == Mode::arrest && !country);
}

// "Blast kills two; Gao silent": what stands past a semicolon is of something else.
bool semicolon_between(const Syntax& syntax, std::uint32_t a, std::uint32_t b) {
  if (facts::semicolon_in(syntax.article, std::min(a, b), std::max(a, b)) != none) return true;
  // "Crossings of the Niger go on: on Monday a patrol was hit in Gao": a clause of its own before the colon
  if (a > b || b - a > 40) return false;
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(a).sentence].first;
  bool clause = false;
  for (std::uint32_t i = first; i < b; ++i) {
    const Token& t = syntax.token(i);
    clause = clause || (t.tag == Tag::verb && t.form != Form::past_participle && t.form != Form::gerund) || t.tag == Tag::aux;
    if (i > a && syntax.article.words(t.span) == ":") return clause;
  }
  return false;
}

// "Offered condolences for the deaths during a visit to the embassy in Gao": where the visit was.
bool is_of_visit(const Syntax& syntax, const Mention& mention, std::uint32_t place) {
  for (int i = 0; i < climb_max && !mention.verb && place != mention.token && syntax.token(place).head != place; ++i) {
    const Key lemma = syntax.token(place).lemma;
    if (lemma == "visit"_key || lemma == "trip"_key || lemma == "tour"_key) return true;
    place = syntax.token(place).head;
  }
  return false;
}

}  // namespace

bool is_place_preposition(Key p) {
  switch (p) {
    case "in"_key:
    case "at"_key:
    case "near"_key:
    case "outside"_key:
    case "inside"_key:
    case "across"_key:
    case "throughout"_key:
    case "around"_key:
    case "on"_key:
    case "along"_key:
    case "within"_key:
    case "of"_key:
    case "over"_key:
    case "through"_key:
    case "under"_key:
    case "close"_key:
    case "amid"_key:
    case "between"_key:
    case "off"_key:
    case "to"_key: return true;
    default: return false;
  }
}

void add_place(Mention& mention, EntityId place) {
  if (mention.places.size() < 6 && std::find(mention.places.begin(), mention.places.end(), place) == mention.places.end())
    mention.places.push_back(place);
}

// "Were kidnapped by rebels in Gao": there it happened; but "by the group's branch in Gao".
bool SettingFinder::is_agent_there(const Mention& mention, std::uint32_t actor) const {
  if (!mention.verb || actor < mention.token) return false;
  const Key lemma = syntax_.token(actor).lemma;
  const bool part = lemma == "branch"_key || lemma == "affiliate"_key || lemma == "cell"_key || lemma == "wing"_key || lemma == "arm"_key ||
                    lemma == "faction"_key || lemma == "chapter"_key || lemma == "group"_key || lemma == "leader"_key ||
                    lemma == "commander"_key || lemma == "offshoot"_key || lemma == "network"_key || lemma == "cartel"_key;
  for (std::uint32_t i = actor; !part && i > mention.token + 1 && actor - i < climb_max; --i) {
    if (syntax_.token(i - 1).key == "by"_key) return true;
    if (syntax_.is_verb(i - 1) && syntax_.token(i - 1).relation != Relation::amod) return false;
  }
  return false;
}

// Inside the words of an actor a place says where that is from: "the group's branch in Iraq".
bool SettingFinder::is_of_actor(const Mention& mention, std::uint32_t token) const {
  for (int i = 0; i < climb_max && token != mention.token; ++i) {
    for (const Filler& filler : mention.fillers)
      if (filler.token == token && filler.role == ArgumentRole::actor) return !is_agent_there(mention, token);
    if (syntax_.token(token).head == token || syntax_.is_verb(syntax_.token(token).head)) return false;
    token = syntax_.token(token).head;
  }
  return false;
}

// "Burnt two trucks near Segou on Monday and abducted a nurse in Gao": past the first's own day or place the second goes on.
bool SettingFinder::is_beyond(const Mention& mention, std::uint32_t token) const {
  if (!mention.verb || mention.joined != none || found_.size() > told_most) return false;
  return std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {
    if (!other.verb || other.casualty_only() || other.joined != none || other.token <= mention.token || other.token >= token) return false;
    auto between = [&](std::uint32_t t) { return t > mention.token && t < other.token; };
    return std::any_of(told_.times.begin(), told_.times.end(), [&](const ToldTime& t) { return between(t.token); }) ||
           std::any_of(told_.places.begin(), told_.places.end(), [&](const ToldPlace& p) { return between(p.token); });
  });
}

// "The strikes came hours after the envoy met him in Gao": where they met.
bool SettingFinder::is_of_clause_of_time(const Mention& mention, std::uint32_t place) const {
  if (is_of_visit(syntax_, mention, place)) return true;
  std::uint32_t at = place;
  for (int i = 0; i < climb_max && syntax_.token(at).head != at; ++i) {
    if (at == mention.token) return false;
    const Token& t = syntax_.token(at);
    if (t.relation == Relation::advcl && syntax_.is_verb(at) && at > mention.token) {
      const std::uint32_t mark = syntax_.dependent(at, Relation::mark);
      if (mark != none && syntax_.token(mark).key == "after"_key)
        return std::none_of(found_.begin(), found_.end(), [&](const Mention& other) { return other.token == at; });
    }
    at = t.head;
  }
  return false;
}

// "The tanker Silver Dawn": a name behind the word for a craft.
bool SettingFinder::is_craft(std::uint32_t token) const {
  const std::uint32_t m = syntax_.article.mentions.mention_of[token];
  const std::uint32_t first = m == none ? token : syntax_.article.mentions.entities.mentions[m].first;
  return first > sentence_.first && syntax_.class_of(first - 1).noun == Noun::vehicle;
}

// Does the place hang on the mention, and say where it was?
bool SettingFinder::is_of(const Mention& mention, const ToldPlace& place) const {
  if (is_beyond(mention, place.token) || is_of_clause_of_time(mention, place.token) || is_of_answer(syntax_, place.token, mention.token))
    return false;
  if (is_of_actor(mention, place.token) || semicolon_between(syntax_, place.token, mention.token) ||
      is_of_clause_beside(syntax_, found_, mention.token, place.token) || is_past_but(syntax_, found_, mention.token, place.token))
    return false;
  if (!mention.earlier && (is_when_since(syntax_, place.token) || is_of_an_anniversary(syntax_, place.token))) return false;
  if (is_since_another(syntax_, place.token, mention.token)) return false;
  if (is_of_later_verb(syntax_, mention.token, place.token) || is_of_hospital(syntax_, mention, place.token)) return false;
  if (place.of_event != none && !tells_with(mention, place.of_event)) return false;
  const bool compound = place.preposition == 0;
  if (compound && std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {  // "Chad air strikes killed nine"
        return std::any_of(other.fillers.begin(), other.fillers.end(),
                           [&](const Filler& f) { return f.role == ArgumentRole::actor && f.token == place.token; });
      }))
    return false;
  if (!compound && !is_place_preposition(place.preposition) && !is_taken_from(syntax_, mention, place)) return false;
  // "Hijacked the tanker Silver Dawn": what was taken, not where.
  const bool is_hit = compound && syntax_.entity(place.entity)->type == EntityType::facility &&
                      std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) {
                        const bool craft = f.noun.noun == Noun::vehicle || mention.kind.mode == Mode::hijacking ||
                                           (f.entity == place.entity && is_craft(place.token));
                        const bool before = place.token < f.token && f.token - place.token < 4 &&
                                            syntax_.token(place.token).relation == Relation::compound;  // "the MV Silver Dawn cargo ship"
                        const bool named = before || (place.token >= f.token && place.token - f.token < 5);
                        return f.role == ArgumentRole::target && craft && (f.entity == place.entity || named);
                      });
  const int steps = is_hit ? -1 : steps_to(place.token, mention);
  if (steps < 0) return false;
  std::uint32_t subject = place.token;  // "..., while Gao saw twelve", "as Togo, Benin trade fire": another clause's subject
  for (int i = 0; i < climb_max && syntax_.token(subject).relation == Relation::conj; ++i) subject = syntax_.token(subject).head;
  const std::uint32_t above = syntax_.token(subject).head;
  const bool elsewhere = syntax_.is_verb(above) && above != mention.token && above != syntax_.token(mention.token).head;
  if (compound && elsewhere && syntax_.token(subject).relation == Relation::nsubj) return false;
  // "arrested in June and extradited to Chad": there he was brought
  const std::uint32_t brought = syntax_.token(place.token).head;
  if (place.preposition == "to"_key && syntax_.is_verb(brought) && brought != mention.token && brought > mention.token) return false;
  // "soldiers from Swat", "president of Colombia" say where people are from; "mosque in Swat" where it happened.
  if (place.preposition == "of"_key && steps > 1 && place.country) return false;
  return true;
}

// Does nothing speak against it, where the sentence tells of this incident alone?
bool SettingFinder::may_be_of(const Mention& mention, const ToldPlace& place) const {
  const std::uint32_t clause = relative_clause(syntax_, mention.token);
  return !is_of_actor(mention, place.token) && !semicolon_between(syntax_, place.token, mention.token) &&
         (clause == none || place.token > clause) && !is_where_it_was_told(syntax_, place.token) &&
         !is_where_somebody_spoke(syntax_, mention.token, place.token) && !is_of_relative(syntax_, mention.token, place.token) &&
         (place.of_event == none || tells_with(mention, place.of_event)) && !is_of_later_verb(syntax_, mention.token, place.token) &&
         !is_of_clause_beside(syntax_, found_, mention.token, place.token) && !is_of_what_followed(syntax_, found_, mention, place.token) &&
         !is_of_later_deed(syntax_, found_, mention, place.token) && !is_past_but(syntax_, found_, mention.token, place.token) &&
         !is_outside_condition(syntax_, mention.token, place.token) && !is_of_hospital(syntax_, mention, place.token) &&
         !is_preparation(syntax_.token(syntax_.token(place.token).head).lemma) && !is_of_a_protest(syntax_, mention, place.token) &&
         !is_of_talks(syntax_, mention, place.token) && !is_since_another(syntax_, place.token, mention.token) &&
         !is_remembered(syntax_, mention.token) && !is_of_clause_of_time(mention, place.token) &&
         (place.preposition == "in"_key || place.preposition == "at"_key || place.preposition == "near"_key ||
          place.preposition == "outside"_key || place.preposition == "across"_key ||
          (place.preposition == "on"_key && !place.country));  // "called on Chad"
}

// "memories of Gao, where police shot nine": what "where" stands for.
void SettingFinder::add_where(Mention& mention) const {
  for (std::uint32_t i = mention.token; i > sentence_.first + 1 && mention.token - i < 12; --i) {
    if (syntax_.token(i - 1).key != "where"_key) {
      if (syntax_.token(i - 1).tag == Tag::punct && syntax_.article.words(syntax_.token(i - 1).span) != ",") break;
      continue;
    }
    std::uint32_t name = i - 2;
    if (syntax_.article.words(syntax_.token(name).span) == "," && name > sentence_.first) --name;
    for (const ToldPlace& place : told_.places)
      if (place.token == name || syntax_.article.entity_at(name) == place.entity) {
        add_place(mention, place.entity);
        break;
      }
    break;
  }
}

// "in Jolo, Mindanao, Philippines": names in one row belong together.
void SettingFinder::add_row(Mention& mention) const {
  for (std::size_t k = 1; k < told_.places.size(); ++k) {
    const bool before = std::find(mention.places.begin(), mention.places.end(), told_.places[k - 1].entity) != mention.places.end();
    if (syntax_.token(told_.places[k].token).relation == Relation::nsubj) continue;  // "near Gao, Chad said"
    if (before && told_.places[k].token > told_.places[k - 1].token && told_.places[k].token - told_.places[k - 1].token <= 3 &&
        in_one_row(syntax_, told_.places[k - 1].token, told_.places[k].token))
      add_place(mention, told_.places[k].entity);
  }
}

void SettingFinder::find_places(Mention& mention) const {
  for (const ToldPlace& place : told_.places)
    if (is_of(mention, place)) add_place(mention, place.entity);
  if (mention.places.empty())
    for (const ToldPlace& place : told_.places)
      if (place.token > sentence_.first && is_where_brought(syntax_, mention.token, place.token)) add_place(mention, place.entity);
  if (mention.places.empty()) add_where(mention);
  if (mention.places.empty() && alone_ && !is_brought_about(syntax_, mention))
    for (const ToldPlace& place : told_.places)
      if (may_be_of(mention, place)) add_place(mention, place.entity);
  if (!mention.places.empty()) add_row(mention);
}

}  // namespace khabar::incidents
