// Whose name stands with a noun: in brackets, behind a title, beside it.
#include "facts/incidents/syntax.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Ranks and offices that no list of people has.
bool is_rank(Key lemma) {
  return lemma == "general"_key || lemma == "chief"_key || lemma == "head"_key || lemma == "major"_key || lemma == "admiral"_key ||
         lemma == "boss"_key || lemma == "secretary"_key || lemma == "director"_key || lemma == "chairman"_key ||
         lemma == "commissioner"_key;
}

}  // namespace

std::uint32_t Syntax::unbracketed(std::uint32_t at) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m == mentions::none) return at;
  const entities::MentionAt& mention = article.mentions.entities.mentions[m];
  const std::uint32_t start = article.language.sentences[token(at).sentence].first;
  if (mention.first < start + 2 || mention.last >= size()) return at;
  const std::string_view open = article.words(token(mention.first - 1).span), close = article.words(token(mention.last).span);
  if (!(open == "[" && close == "]") && !(open == "(" && close == ")")) return at;
  const Entity* named = entity(article.entity_at(mention.first - 2));
  if (!named) return at;
  const bool body = named->type == EntityType::organization || named->type == EntityType::armed_group;
  return body ? mention.first - 2 : at;
}

std::uint32_t Syntax::titled(std::uint32_t at) const {
  if (!is_noun(at) || is_time(at) || (is_plural(at) && token(at).key != "police"_key)) return at;
  const language::Sentence& sentence = article.language.sentences[token(at).sentence];
  std::uint32_t before = at;
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 12; ++i) {
    const Token& t = token(i);
    const std::string_view word = article.words(t.span);
    if (word == "[" || word == "(") {  // "the ILA [Inland Lakes Authority] director"
      std::uint32_t end = i + 1;
      while (end < sentence.last && end < i + 10 && article.words(token(end).span) != (word == "[" ? "]" : ")")) ++end;
      if (end == sentence.last || end == i + 10) return at;
      i = end;
      continue;
    }
    if (is_time(i) || (t.tag != Tag::noun && t.tag != Tag::propn && t.tag != Tag::adj) || is_plural(i)) return at;
    const std::uint32_t m = article.mentions.mention_of[i];
    const entities::MentionAt* mention = m == none ? nullptr : &article.mentions.entities.mentions[m];
    if (mention && entity(mention->entity)->type == EntityType::person) {
      const bool name = mention->kind == MentionKind::name || mention->kind == MentionKind::short_name;
      const bool title = class_of(before).is_people() || is_rank(token(before).lemma);
      return name && title ? i : at;
    }
    before = i;
  }
  return at;
}

EntityId Syntax::entity_of(std::uint32_t at) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m != mentions::none) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    const EntityType type = article.mentions.entities.entities[mention.entity.index].type;
    const bool state = type == EntityType::country || type == EntityType::place;
    const bool plain = mention.kind == MentionKind::nominal || mention.kind == MentionKind::demonym;
    // "Chinese workers" are not China; "Indian troops" act for India.
    if (!(state && plain) || frames.class_of(token(at).key, token(at).lemma).noun == Noun::force ||
        (mention.kind == MentionKind::demonym && token(at).tag != Tag::adj && is_noun(at)))
      return mention.entity;
  }
  for (std::uint32_t d : dependents(at)) {
    const Relation relation = token(d).relation;
    if (relation != Relation::appos && relation != Relation::flat && !(relation == Relation::compound && d + 1 >= at)) continue;
    if (relation == Relation::compound && d < at && token(at).tag == Tag::noun) continue;  // "the Ana Diaz commandos", "a Diaz ally"
    const EntityId id = article.entity_at(d);
    if (id.set() && entity(id)->type == EntityType::person) return id;
  }
  return named_after(at);
}

// "suspect Ana Diaz", "a guard named Ana Diaz": a name right after the noun that tells who it is, wherever the tree hung it.
EntityId Syntax::named_after(std::uint32_t at) const {
  std::uint32_t next = at + 1;
  if (next + 3 < size() && article.words(token(next).span) == "," && token(next + 1).key == "identified"_key)
    ++next;  // "a clerk, identified as"
  if (next + 1 < size() && (token(next).key == "named"_key || token(next).key == "called"_key)) ++next;
  if (next + 2 < size() && (token(next).key == "identified"_key || token(next).key == "known"_key) && token(next + 1).key == "as"_key)
    next += 2;
  if (token(at).tag == Tag::noun && token(at).form == Form::singular && next < size() && token(next).tag == Tag::propn &&
      (frames.class_of(token(at).key, token(at).lemma).is_people())) {
    const std::uint32_t n = article.mentions.mention_of[next];
    if (n == mentions::none || token(next).sentence != token(at).sentence) return {};
    const entities::MentionAt& name = article.mentions.entities.mentions[n];
    if (name.first == next && name.kind == MentionKind::name && entity(name.entity)->type == EntityType::person) return name.entity;
  }
  return {};
}

}  // namespace khabar::incidents
