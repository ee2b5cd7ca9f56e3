// The words that a report gives for a filler: a name, or a noun group with what describes it.
#include "facts/incidents/syntax.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Words before a noun that say how it is told, not what it is: "alleged gunmen", "the so-called commandos".
bool is_hedge(Key key) {
  return key == "alleged"_key || key == "suspected"_key || key == "presumed"_key || key == "so-called"_key || key == "so"_key ||
         key == "called"_key || key == "self-styled"_key || key == "reported"_key || key == "same"_key;
}

// Nouns that say nothing without the group before them: "FARC members".
bool is_membership_noun(Key lemma) { return lemma == "member"_key || lemma == "follower"_key || lemma == "activist"_key; }

bool is_clothing(Key lemma) {
  return lemma == "clothes"_key || lemma == "clothing"_key || lemma == "uniform"_key || lemma == "fatigue"_key || lemma == "fatigues"_key ||
         lemma == "mask"_key || lemma == "hood"_key || lemma == "gear"_key || lemma == "camouflage"_key;
}

// "heavily armed", "privately owned": part of a description; "approximately", "allegedly" say how it is told.
bool describes(Key adverb) {
  return adverb == "heavily"_key || adverb == "privately"_key || adverb == "lightly"_key || adverb == "well"_key;
}

}  // namespace

// The name, where the group is one or has one beside it; empty elsewhere.
Span Syntax::name_words(std::uint32_t at, EntityId id) const {
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
  return {};
}

// Where the description begins: after a time, a clause, or another group's name, and after what only counts or hedges.
std::uint32_t Syntax::description_begin(std::uint32_t at, EntityId id, std::uint32_t first) const {
  for (std::uint32_t i = first; i < at; ++i) {
    const Token& t = token(i);
    if (t.tag == Tag::det && i > first) first = i + 1;  // "in Yolaiquin the rebels"
    if (is_time(i) || (frames.effects.find(t.key) && t.tag != Tag::noun) || t.tag == Tag::verb || t.tag == Tag::cconj ||
        t.tag == Tag::aux || t.tag == Tag::sconj || (t.tag == Tag::pron && t.relation != Relation::nmod_poss) ||
        (t.tag == Tag::adp && t.key != "of"_key && t.key != "at"_key)) {
      if (t.tag == Tag::verb && t.relation == Relation::amod) continue;
      first = i + 1;
    }
    const EntityId inner = article.entity_at(i);
    const bool other = inner.set() && !id.set() && entity(inner)->type == EntityType::armed_group && class_of(at).is_people();
    const std::uint32_t after = other ? article.mentions.entities.mentions[article.mentions.mention_of[i]].last : 0;
    const bool tied = other && after < at && article.words(token(after).span) == "-" && !token(after).has(Token::space_before);
    if (other && !tied && !is_membership_noun(token(at).lemma)) first = i + 1;  // but "Red Front-linked fighters"
  }
  while (first < at) {
    const Token& t = token(first);
    const bool possessor = t.relation == Relation::nmod_poss && t.tag != Tag::pron;
    const bool word = (t.tag == Tag::adj && !frames.words.has(t.key, Use::grade)) || t.tag == Tag::noun || t.tag == Tag::propn ||
                      t.tag == Tag::sym || t.tag == Tag::x ||
                      (t.tag == Tag::verb && t.relation == Relation::amod && t.form == Form::past_participle);
    if ((word || possessor) && !is_hedge(t.key)) break;
    ++first;
  }
  return first;
}

// With the name that the description begins with or begins after: "the Lakes Union newspaper office".
std::uint32_t Syntax::with_name(std::uint32_t at, std::uint32_t first) const {
  if (first > 0 && token(first - 1).sentence == token(at).sentence && class_of(at).is_thing()) {
    const std::uint32_t n = article.mentions.mention_of[first - 1];
    const Entity* owner = n == mentions::none ? nullptr : entity(article.mentions.entities.mentions[n].entity);
    const bool body = owner && (owner->type == EntityType::organization || owner->type == EntityType::facility);
    if (body && article.mentions.entities.mentions[n].last == first) first = article.mentions.entities.mentions[n].first;
  }
  if (const std::uint32_t n = article.mentions.mention_of[first]; n != mentions::none && first != at) {  // no name is cut in two
    const entities::MentionAt& name = article.mentions.entities.mentions[n];
    if (name.kind == MentionKind::name && name.last <= at) first = std::min(first, std::max(name.first, at > 12 ? at - 12 : 0));
  }
  return first;
}

// The end of the of-phrase that belongs to the words where the head alone says little: "members of the FMLN", "offices of a bank".
std::uint32_t Syntax::of_phrase_end(std::uint32_t at) const {
  if (telling_noun(at) == at && !class_of(at).is_thing() && !frames.words.has(token(at).lemma, Use::measure)) return 0;
  for (std::uint32_t d : dependents(at)) {
    const bool of_most = token(at).key == "most"_key && token(d).relation == Relation::obl;
    if (d <= at || (token(d).relation != Relation::nmod && !of_most) || preposition(d) != "of"_key) continue;
    const language::NounGroup inner = article.links.noun_group(d);
    std::uint32_t last = d;
    const std::uint32_t stop = std::min(size(), d + 8);
    while (last + 1 < stop && token(last + 1).sentence == token(d).sentence && is_noun(last + 1)) ++last;
    if (const std::uint32_t n = article.mentions.mention_of[d]; n != mentions::none)  // "offices of the Lakes and Ports Union"
      last = std::max(last, article.mentions.entities.mentions[n].last - 1);
    if (const std::uint32_t n = last + 1 < stop ? article.mentions.mention_of[last + 1] : mentions::none; n != mentions::none) {
      // "offices of the opposition Social Party": the name that follows at once
      const entities::MentionAt& name = article.mentions.entities.mentions[n];
      const EntityType type = entity(name.entity)->type;
      const bool beside = type == EntityType::organization || type == EntityType::armed_group || type == EntityType::person;
      if (beside && token(name.first).sentence == token(d).sentence) last = name.last - 1;
    }
    std::uint32_t end = std::max(inner.last, last + 1);
    while (end > d + 1 && is_time(end - 1)) --end;
    return token(end - 1).span.end;
  }
  return of_name_end(at);
}

// "The house of retired Colonel Luis Mora", where the tree lost the phrase.
std::uint32_t Syntax::of_name_end(std::uint32_t at) const {
  const std::uint32_t last = std::min(article.language.sentences[token(at).sentence].last, at + 8);
  if (at + 2 >= last || token(at + 1).key != "of"_key || !class_of(at).is_thing()) return 0;
  for (std::uint32_t i = at + 2; i < last; ++i) {
    const std::uint32_t n = article.mentions.mention_of[i];
    if (n != mentions::none) {
      const entities::MentionAt& name = article.mentions.entities.mentions[n];
      const bool person = entity(name.entity)->type == EntityType::person && name.kind == MentionKind::name;
      return person ? token(name.last - 1).span.end : 0;
    }
    if (token(i).key != "retired"_key && token(i).key != "former"_key && !is_noun(i) && token(i).tag != Tag::adj) return 0;
  }
  return 0;
}

Span Syntax::words_of(std::uint32_t at, EntityId id) const {
  if (const Span name = name_words(at, id); !name.empty()) return name;
  const language::NounGroup group = article.links.noun_group(at);
  std::uint32_t first = with_name(at, description_begin(at, id, std::max(group.first, at > 12 ? at - 12 : 0)));
  auto glued = [&](std::uint32_t i) { return !token(i).has(Token::space_before); };
  while (first >= group.first + 2 && token(first - 1).tag == Tag::punct && glued(first) && glued(first - 1) &&
         article.words(token(first - 1).span) == "-")
    first -= 2;  // "a 5-kg charge", "the Maoist-inclined group"
  if (first >= 2 && glued(first) && glued(first - 1) && article.words(token(first - 1).span) == "-")
    if (const std::uint32_t n = article.mentions.mention_of[first - 2]; n != mentions::none && class_of(at).is_people())
      if (entity(article.mentions.entities.mentions[n].entity)->type == EntityType::armed_group)
        first = article.mentions.entities.mentions[n].first;  // "Red Front-linked fighters"
  if (first > group.first && token(first - 1).tag == Tag::adv && describes(token(first - 1).key)) --first;
  std::uint32_t end = std::max(group.last, at + 1);
  while (end > at + 1 && is_time(end - 1)) --end;  // "a group of rebels today"
  return {token(first).span.begin, std::max(token(end - 1).span.end, of_phrase_end(at))};
}

Span Syntax::described(std::uint32_t at, Span words) const {
  const language::Sentence& sentence = article.language.sentences[token(at).sentence];
  constexpr double few = 12;  // "500 rebels" says how many there were in all, "two rebels" who it was
  std::uint32_t first = at, last = at;
  while (first > sentence.first && token(first - 1).span.begin >= words.begin) --first;
  while (last + 1 < sentence.last && token(last + 1).span.end <= words.end) ++last;
  if (first > sentence.first && token(first - 1).tag == Tag::num && !is_time(first - 1)) {
    const std::uint32_t q = article.mentions.quantity_of[first - 1];
    const bool exact = q != mentions::none && article.mentions.quantities[q].quantity.comparator == Comparator::none &&
                       !article.mentions.quantities[q].quantity.max;
    if (exact && article.mentions.quantities[q].quantity.value <= few) words.begin = token(first - 1).span.begin;
  }
  if (last + 2 < sentence.last) {
    const Key worn = token(last + 1).key, in = token(last + 2).key;
    std::uint32_t from = none;
    if (worn == "wearing"_key) from = last + 2;
    if ((worn == "dressed"_key || worn == "clad"_key || worn == "disguised"_key) && (in == "in"_key || in == "as"_key)) from = last + 3;
    const bool dressed = from == none && worn == "in"_key;  // "men in civilian clothes"
    if (dressed) from = last + 2;
    for (std::uint32_t i = from; from != none && i < sentence.last && i < from + 6; ++i) {
      const Tag tag = token(i).tag;
      if (tag == Tag::noun && (i + 1 == sentence.last || token(i + 1).tag != Tag::noun)) {
        if (!dressed || is_clothing(token(i).lemma)) words.end = token(i).span.end;
        break;
      }
      if (tag != Tag::noun && tag != Tag::adj && tag != Tag::det && tag != Tag::propn && token(i).relation != Relation::nmod_poss) break;
    }
  }
  return words;
}

}  // namespace khabar::incidents
