#include "facts/incidents/syntax.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Nouns that only measure or gather what the of-phrase names.
bool is_measure(Key lemma) {
  switch (lemma) {
    case "group"_key:
    case "number"_key:
    case "dozen"_key:
    case "score"_key:
    case "hundred"_key:
    case "thousand"_key:
    case "million"_key:
    case "pair"_key:
    case "couple"_key:
    case "band"_key:
    case "gang"_key:
    case "team"_key:
    case "column"_key:
    case "crowd"_key:
    case "majority"_key:
    case "some"_key:
    case "many"_key:
    case "most"_key:
    case "several"_key:
    case "one"_key:
    case "two"_key:
    case "three"_key:
    case "half"_key:
    case "member"_key:
    case "series"_key:
    case "convoy"_key:
    case "busload"_key:
    case "wave"_key:
    case "spate"_key:
    case "string"_key:
    case "kind"_key:
    case "type"_key:
    case "batch"_key: return true;
    default: return false;
  }
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 1 && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

NounClass class_of_entity(const Entity& entity) {
  switch (entity.type) {
    case EntityType::person: return {Noun::person, Mode::none};
    case EntityType::armed_group: return {Noun::attacker, Mode::none};
    case EntityType::facility: return {Noun::facility, Mode::none};
    case EntityType::group_of_people: return {Noun::person, Mode::none};
    case EntityType::organization:
      return {entity.sector == "MIL" || entity.sector == "COP" || entity.sector == "SPY" ? Noun::force : Noun::unknown, Mode::none};
    case EntityType::country:
    case EntityType::place:
    case EntityType::programme: return {Noun::unknown, Mode::none};
  }
  return {};
}

}  // namespace

std::uint32_t Syntax::telling_noun(std::uint32_t at) const {
  for (int i = 0; i < 3; ++i) {
    const Token& t = token(at);
    if (!is_measure(t.lemma) && t.tag != Tag::num && t.tag != Tag::det && t.tag != Tag::pron) return at;
    std::uint32_t inner = none;
    for (std::uint32_t d : dependents(at))
      if (token(d).relation == Relation::nmod && preposition(d) == "of"_key) inner = d;
    if (inner == none) return at;
    at = inner;
  }
  return at;
}

NounClass Syntax::class_of(std::uint32_t at) const {
  const Token& t = token(at);
  if (is_time(at)) return {Noun::none, Mode::none};
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m != mentions::none) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    const Entity& e = article.mentions.entities.entities[mention.entity.index];
    if (mention.kind == MentionKind::demonym) return {Noun::person, Mode::none};
    if (mention.kind != MentionKind::nominal || e.type == EntityType::person || e.type == EntityType::armed_group)
      return class_of_entity(e);
  }
  const NounClass known = frames.class_of(t.key, t.lemma);
  if (known.noun != Noun::unknown) return known;
  if (t.tag == Tag::pron) {
    switch (t.key) {
      case "he"_key:
      case "him"_key:
      case "she"_key:
      case "her"_key:
      case "they"_key:
      case "them"_key:
      case "himself"_key:
      case "herself"_key:
      case "who"_key:
      case "whom"_key:
      case "someone"_key:
      case "others"_key:
      case "we"_key:
      case "us"_key:
      case "i"_key:
      case "me"_key: return {Noun::person, Mode::none};
      default: return {};
    }
  }
  if (t.tag == Tag::num || t.lemma == "other"_key || t.lemma == "dozen"_key || t.lemma == "score"_key || t.lemma == "hundred"_key)
    return {Noun::person, Mode::none};  // "killed 30", "wounded dozens": the frame asks for people
  if (t.tag == Tag::noun) {
    const std::string_view word = article.words(t.span);
    for (std::string_view end : {"man", "men", "woman", "women", "ist", "ists", "person", "persons", "goer", "goers"})
      if (ends_with(word, end)) return {Noun::person, Mode::none};
  }
  return {};
}

EntityId Syntax::entity_of(std::uint32_t at) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m != mentions::none) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    if (mention.kind != MentionKind::demonym || token(at).tag != Tag::adj) return mention.entity;
  }
  for (std::uint32_t d : dependents(at)) {
    const Relation relation = token(d).relation;
    if (relation != Relation::appos && relation != Relation::flat && !(relation == Relation::compound && d + 1 >= at)) continue;
    const EntityId id = article.entity_at(d);
    if (id.set() && entity(id)->type == EntityType::person) return id;
  }
  return {};
}

Span Syntax::words_of(std::uint32_t at, EntityId id) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (id.set() && m != mentions::none && article.mentions.entities.mentions[m].entity == id) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    return {token(mention.first).span.begin, token(mention.last - 1).span.end};
  }
  if (id.set())
    for (std::uint32_t d : dependents(at)) {
      const std::uint32_t n = article.mentions.mention_of[d];
      if (n == mentions::none || !(article.mentions.entities.mentions[n].entity == id)) continue;
      const entities::MentionAt& mention = article.mentions.entities.mentions[n];
      if (entity(id)->type == EntityType::person) return {token(mention.first).span.begin, token(mention.last - 1).span.end};
    }
  const language::NounGroup group = article.links.noun_group(at);
  std::uint32_t first = group.first;
  while (first < at && (token(first).tag == Tag::det || token(first).tag == Tag::punct || token(first).relation == Relation::nmod_poss)) {
    if (token(first).relation == Relation::nmod_poss && token(first).tag != Tag::pron) break;
    ++first;
  }
  Span span{token(first).span.begin, std::max(group.span.end, token(at).span.end)};
  // An of-phrase belongs to the words where the head alone says little: "members of the FMLN", "offices of a bank".
  if (telling_noun(at) != at || class_of(at).is_thing()) {
    for (std::uint32_t d : dependents(at))
      if (d > at && token(d).relation == Relation::nmod && preposition(d) == "of"_key) {
        const language::NounGroup inner = article.links.noun_group(d);
        if (inner.span.end > span.end) span.end = inner.span.end;
        break;
      }
  }
  return span;
}

}  // namespace khabar::incidents
