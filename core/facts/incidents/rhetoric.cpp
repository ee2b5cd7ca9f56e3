#include "facts/incidents/rhetoric.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

template <typename Keys>
bool is_any(Key key, const Keys& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// "which" of "the magazine, which attacked": the magazine.
std::uint32_t antecedent(const Syntax& syntax, std::uint32_t verb, std::uint32_t subject) {
  const Token& t = syntax.token(verb);
  return syntax.token(subject).tag == Tag::pron && t.relation == Relation::acl_relcl ? t.head : subject;
}

bool has_use(const Syntax& syntax, std::uint32_t at, Use use) {
  return syntax.is_noun(at) && syntax.frames.words.has(syntax.token(at).lemma, use);
}

// A person who holds or seeks an office, by name or noun.
bool is_speaker(const Syntax& syntax, std::uint32_t at) {
  const Entity* entity = syntax.entity(syntax.entity_of(at));
  if (entity == nullptr) {
    const std::span<const std::uint32_t> words = syntax.dependents(at);  // "the opposition leader"
    return has_use(syntax, at, Use::speaker) || std::any_of(words.begin(), words.end(), [&](std::uint32_t d) {
             return syntax.token(d).relation == Relation::compound && has_use(syntax, d, Use::speaker);
           });
  }
  const std::string& s = entity->sector;
  if (entity->type == EntityType::organization) return s == "PTY" || s == "OPP" || s == "MED";
  if (entity->type != EntityType::person) return false;
  return s == "GOV" || s == "LEG" || s == "ELI" || s == "PTY" || s == "OPP" || s == "JUD" || has_use(syntax, at, Use::speaker);
}

// Somebody, or a body of people; no place, no state and nothing that stands somewhere.
bool is_addressee(const Syntax& syntax, const Filler& f) {
  if (const Entity* entity = syntax.entity(f.entity); entity != nullptr)
    return entity->type == EntityType::person || entity->type == EntityType::organization;
  return f.noun.is_people() && f.noun.noun != Noun::attacker;
}

// "fired off a protest": no shots.
bool fires_off_words(const Syntax& syntax, const Mention& m) {
  static constexpr std::array words = {"protest"_key, "letter"_key,    "note"_key,      "tweet"_key,     "message"_key,
                                       "email"_key,   "statement"_key, "memo"_key,      "complaint"_key, "missive"_key,
                                       "reply"_key,   "warning"_key,   "memorandum"_key};
  if (syntax.token(m.token).lemma != "fire"_key || m.token + 1 >= syntax.size() || syntax.token(m.token + 1).key != "off"_key) return false;
  for (const Link& link : syntax.links(m.token))
    if (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject)
      return is_any(syntax.token(link.dependent).lemma, words) || has_use(syntax, link.dependent, Use::speech);
  return false;
}

}  // namespace

bool is_attack_in_words(const Syntax& syntax, const Mention& m) {
  const Key lemma = syntax.token(m.token).lemma;
  if (m.verb && m.tolls.empty() && fires_off_words(syntax, m)) return true;
  if (!m.verb || (lemma != "attack"_key && lemma != "assail"_key) || !m.tolls.empty()) return false;
  bool speaker = false, addressed = false;
  for (const Filler& f : m.fillers) {
    if (f.role == ArgumentRole::instrument && !has_use(syntax, f.token, Use::speech)) return false;
    if (f.role == ArgumentRole::recipient || f.role == ArgumentRole::target) {
      addressed = is_addressee(syntax, f);
      if (!addressed) break;
    }
  }
  static constexpr std::array where = {"in"_key, "during"_key, "through"_key, "on"_key, "by"_key, "via"_key};
  for (const Link& link : syntax.links(m.token)) {
    if (link.kind == LinkKind::oblique && !link.inherited && is_any(link.preposition, where) &&
        has_use(syntax, link.dependent, Use::speech))
      return true;
    if (link.kind != LinkKind::subject && link.kind != LinkKind::agent) continue;
    const std::uint32_t who = antecedent(syntax, m.token, link.dependent);
    if (has_use(syntax, who, Use::speech)) return true;
    speaker = speaker || is_speaker(syntax, who);
  }
  return speaker && addressed;
}

bool is_quarrel(const Syntax& syntax, const Mention& m) {
  if (!m.verb || syntax.token(m.token).lemma != "clash"_key || !m.tolls.empty()) return false;
  bool one = false, party = false;
  for (const Filler& f : m.fillers) {
    const Entity* entity = syntax.entity(f.entity);
    const bool person = entity != nullptr ? entity->type == EntityType::person
                                          : f.noun.noun == Noun::unknown && syntax.token(f.token).form == Form::singular;
    one = one || person || is_speaker(syntax, f.token);
    party =
        party || (entity != nullptr && entity->type == EntityType::organization && (entity->sector == "PTY" || entity->sector == "OPP"));
    if (f.noun.noun == Noun::attacker || f.noun.noun == Noun::force || f.role == ArgumentRole::instrument) return false;
  }
  return one && (party || m.fillers.size() == 1);
}

bool is_pictured(const Syntax& syntax, const Mention& m) {
  static constexpr std::array shown = {"film"_key,        "movie"_key,      "video"_key,      "clip"_key,     "scene"_key,   "footage"_key,
                                       "photo"_key,       "photograph"_key, "picture"_key,    "portrait"_key, "outfit"_key,  "cover"_key,
                                       "documentary"_key, "episode"_key,    "commercial"_key, "advert"_key,   "wedding"_key, "dress"_key};
  const Key lemma = syntax.token(m.token).lemma;
  if (lemma != "capture"_key && lemma != "shoot"_key) return false;
  for (const Link& link : syntax.links(m.token)) {
    if (link.kind == LinkKind::object && lemma == "shoot"_key && is_any(syntax.token(link.dependent).lemma, shown)) return true;
    if (link.kind != LinkKind::subject && link.kind != LinkKind::agent) continue;
    if (lemma == "capture"_key && has_use(syntax, antecedent(syntax, m.token, link.dependent), Use::picture)) return true;
  }
  return false;
}

bool is_robbed_of_chance(const Syntax& syntax, const Mention& m) {
  static constexpr std::array chances = {"hit"_key,       "chance"_key, "goal"_key,    "victory"_key, "opportunity"_key, "dignity"_key,
                                         "childhood"_key, "sleep"_key,  "right"_key,   "future"_key,  "voice"_key,       "title"_key,
                                         "point"_key,     "win"_key,    "penalty"_key, "freedom"_key, "hope"_key,        "youth"_key};
  if (syntax.token(m.token).lemma != "rob"_key) return false;
  const std::span<const Link> links = syntax.links(m.token);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return link.kind == LinkKind::oblique && link.preposition == "of"_key && is_any(syntax.token(link.dependent).lemma, chances);
  });
}

bool is_in_title(const Syntax& syntax, std::uint32_t at) {
  static constexpr std::array works = {"song"_key,   "album"_key,       "book"_key,   "poem"_key,   "single"_key,  "track"_key,
                                       "ballad"_key, "story"_key,       "series"_key, "show"_key,   "episode"_key, "play"_key,
                                       "essay"_key,  "documentary"_key, "game"_key,   "comedy"_key, "memoir"_key,  "exhibition"_key};
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  constexpr std::uint32_t longest = 8;
  const auto is_quote = [&](std::uint32_t i) {
    const std::string_view words = syntax.article.words(syntax.token(i).span);
    return syntax.token(i).tag == Tag::punct && (words == "\"" || words == "“" || words == "”" || words == "‘" || words == "«");
  };
  std::uint32_t first = at, last = at;
  while (first > sentence.first && at - first < longest && !is_quote(first)) --first;
  while (last + 1 < sentence.last && last - at < longest && !is_quote(last)) ++last;
  if (!is_quote(first) || !is_quote(last) || last < first + 3) return false;
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const bool content = syntax.is_noun(i) || syntax.token(i).tag == Tag::verb || syntax.token(i).tag == Tag::adj;
    if (content && !syntax.token(i).has(Token::initial_capital)) return false;
  }
  const std::uint32_t from = first - sentence.first > longest ? first - longest : sentence.first;
  for (std::uint32_t i = from; i < sentence.last && i < last + longest; ++i) {
    if (i >= first && i <= last) continue;
    if (syntax.is_noun(i) && (is_any(syntax.token(i).lemma, works) || syntax.class_of(i).noun == Noun::fiction)) return true;
  }
  return false;
}

bool is_of_plot(const Syntax& syntax, std::uint32_t at) {
  static constexpr std::array plots = {"storyline"_key, "plotline"_key,   "subplot"_key,     "protagonist"_key,
                                       "gameplay"_key,  "antagonist"_key, "multiplayer"_key, "videogame"_key};
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  constexpr std::uint32_t reach = 40;
  const std::uint32_t first = at - sentence.first > reach ? at - reach : sentence.first;
  for (std::uint32_t i = first; i < sentence.last && i < at + reach; ++i) {
    if (is_any(syntax.token(i).lemma, plots)) return true;
    const Key which = i > first ? syntax.token(i - 1).key : Key{0};
    if (syntax.token(i).lemma == "player"_key && (which == "another"_key || which == "other"_key || which == "enemy"_key) && i > at)
      return true;
  }
  return false;
}

}  // namespace khabar::incidents
