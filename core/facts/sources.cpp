// Sources: who acts or speaks, where titles, commas and adverbs stand about the name.
#include "facts/clauses.h"

#include <algorithm>
#include <array>

namespace khabar::facts {

using language::LinkKind;
using language::Relation;
using language::Tag;
using mentions::none;

namespace {

bool is_person(const mentions::Article& article, EntityId entity) {
  return entity.set() && article.mentions.entities.entities[entity.index].type == EntityType::person;
}

// "Sindh Governor Tariq Khan", "UN envoy Lena Brandt": the person that titles part from the name that the group begins with; the
// token after the person's name, or none.
std::uint32_t person_after_titles(const mentions::Article& article, std::uint32_t token) {
  constexpr std::uint32_t longest = 8;
  const std::uint32_t mention = article.mentions.mention_of[token];
  if (mention == none) return none;
  const std::uint32_t first = article.mentions.entities.mentions[mention].last;
  const std::uint32_t end = article.language.sentences[article.token(token).sentence].last;
  for (std::uint32_t i = first; i < end && i < first + longest; ++i) {
    if (is_person(article, article.entity_at(i))) {
      if (i == first) return none;
      const std::uint32_t person = article.mentions.mention_of[i];
      return article.mentions.entities.mentions[person].last;
    }
    const Tag tag = article.token(i).tag;
    const bool title = tag == Tag::noun || tag == Tag::propn || tag == Tag::adj || is_mark(article, i, "-");
    if (!title || article.mentions.time_of[i] != none) return none;
  }
  return none;
}

EntityId person_between_commas(const mentions::Article& article, std::uint32_t token, Range group) {
  constexpr std::uint32_t longest = 14;
  const std::uint32_t end = article.language.sentences[article.token(token).sentence].last;
  for (std::uint32_t i = token + 1; i + 2 < end && i <= group.last && i < token + longest; ++i) {
    if (!is_mark(article, i, ",")) continue;
    std::uint32_t name = i + 1;  // past a title: "General"
    while (name + 1 < end && name < i + 3 && article.mentions.mention_of[name] == none &&
           (article.token(name).tag == Tag::propn || article.token(name).tag == Tag::noun))
      ++name;
    const std::uint32_t mention = article.mentions.mention_of[name];
    if (mention == none || !is_person(article, article.entity_at(name))) return {};
    const std::uint32_t after = article.mentions.entities.mentions[mention].last;
    return after < end && is_mark(article, after, ",") ? article.entity_at(name) : EntityId{};
  }
  return {};
}

// "the two sides last", "Vietnam, itself", "they in turn": what stands after the words that name somebody.
Range without_adverbs(const mentions::Article& article, Range range, std::uint32_t token) {
  using namespace text::literals;
  while (range.last > token + 1) {
    const language::Token& last = article.token(range.last - 1);
    const bool in_turn = last.key == "turn"_key && article.token(range.last - 2).key == "in"_key;
    if (article.mentions.time_of[range.last - 1] != none) {  // "the UN on Friday"
      const text::Key before = article.token(range.last - 2).key;
      const bool by_preposition = range.last > token + 2 && (before == "on"_key || before == "in"_key);
      range = trimmed(article, {range.first, range.last - (by_preposition ? 2 : 1)});
      continue;
    }
    const bool adverb = last.key == "last"_key || last.key == "itself"_key || last.key == "himself"_key || last.key == "themselves"_key ||
                        last.key == "also"_key || last.key == "meanwhile"_key;
    // "Oman, for its part"
    const text::Key whose = range.last >= token + 4 ? article.token(range.last - 2).key : text::Key{0};
    const bool for_part = last.key == "part"_key &&
                          (whose == "its"_key || whose == "his"_key || whose == "her"_key || whose == "their"_key) &&
                          article.token(range.last - 3).key == "for"_key;
    if (for_part) {
      range = trimmed(article, {range.first, range.last - 3});
      continue;
    }
    if (!in_turn && !adverb) break;
    range = trimmed(article, {range.first, range.last - (in_turn ? 2 : 1)});
  }
  return range;
}

// "a statement from the ministry", "the ministry's statement", "an army statement": whose words a document holds.
EntityId issuer_of(const mentions::Article& article, std::uint32_t token) {
  using namespace text::literals;
  static constexpr std::array documents = {"statement"_key, "communique"_key, "letter"_key,  "note"_key,    "memo"_key,
                                           "message"_key,   "tweet"_key,      "post"_key,    "release"_key, "readout"_key,
                                           "cable"_key,     "report"_key,     "bulletin"_key};
  if (std::find(documents.begin(), documents.end(), article.token(token).lemma) == documents.end()) return {};
  EntityId issuer;
  for (const std::uint32_t child : article.links.dependents(token)) {
    const EntityId named = article.entity_at(child);
    if (!named.set()) continue;
    const EntityType type = article.mentions.entities.entities[named.index].type;
    if (type == EntityType::place || type == EntityType::facility || type == EntityType::programme) continue;
    const Relation r = article.token(child).relation;
    if (r == Relation::nmod_poss && child < token) issuer = named;
    if (r == Relation::compound && child < token && type != EntityType::country && !issuer.set()) issuer = named;
    if (r != Relation::nmod || child < token) continue;
    const std::uint32_t preposition = dependent(article, child, Relation::case_);
    const text::Key by = preposition == none ? 0 : article.token(preposition).key;
    if (by == "by"_key || by == "from"_key) issuer = named;
  }
  return issuer;
}

// "Inspector General (Gao Range) Omar Diop": he speaks, whatever the brackets hold.
bool ends_with_name(const mentions::Article& article, Range range) {
  if (range.last < range.first + 5 || !is_person(article, article.entity_at(range.last - 1))) return false;
  const std::uint32_t m = article.mentions.mention_of[range.last - 1];
  const std::uint32_t first = m == none ? range.last - 1 : article.mentions.entities.mentions[m].first;
  return first > range.first && is_mark(article, first - 1, ")");
}

}  // namespace

Source source_at(const mentions::Article& article, std::uint32_t token) {
  Source source;
  if (token == none) return source;
  source.entity = article.entity_at(token);
  // "the interior minister, Tariq Aziz": the apposition names who it is.
  if (!source.entity.set())
    for (const language::Link& link : article.links.of(token))
      if (link.kind == LinkKind::apposition && !source.entity.set()) source.entity = article.entity_at(link.dependent);
  // "Defence Minister Lena Brandt": the title heads the name.
  for (std::uint32_t child : article.links.dependents(token))
    if (!source.entity.set() && child > token && article.token(child).relation == Relation::flat) source.entity = article.entity_at(child);
  Range range = without_adverbs(article, noun_phrase(article, token), token);
  if (const std::uint32_t m = article.mentions.mention_of[token]; m != none) {  // never half a name
    range.first = std::min(range.first, article.mentions.entities.mentions[m].first);
    range.last = std::max(range.last, article.mentions.entities.mentions[m].last);
  }
  // "The clerk Omar Diop", "the militia Volta Front": the name right after, which no comma parts from it
  for (const language::Link& link : article.links.of(token)) {
    if (link.kind != LinkKind::apposition || link.dependent != range.last) continue;
    const std::uint32_t m = article.mentions.mention_of[link.dependent];
    if (m != none && article.mentions.entities.mentions[m].first == range.last) range.last = article.mentions.entities.mentions[m].last;
  }
  if (source.entity.set() && !is_person(article, source.entity))
    if (const std::uint32_t end = person_after_titles(article, token); end != none) {
      source.entity = article.entity_at(end - 1);
      range.last = std::max(range.last, end);
    }
  // "The envoy for Yemen, Lena Brandt, said": the name between commas, wherever the tree hung it.
  if (!source.entity.set() && article.token(token).tag == Tag::noun)
    if (const EntityId person = person_between_commas(article, token, range); person.set()) source.entity = person;
  if (!source.entity.set()) source.entity = issuer_of(article, token);
  while (range.first < token && article.mentions.time_of[range.first] != none) ++range.first;  // "last week Diop"
  if (source.entity.set() && !is_person(article, source.entity) && ends_with_name(article, range))
    source.entity = article.entity_at(range.last - 1);
  source.span = span_of(article, range);
  // "Senior police official Ahmad Shah": the one person named among the titles.
  if (!source.entity.set()) {
    const language::NounGroup group = article.links.noun_group(token);
    for (std::uint32_t i = group.first; i < group.last; ++i) {
      const EntityId entity = article.entity_at(i);
      if (!entity.set() || entity == source.entity || !is_person(article, entity)) continue;
      if (i < token && article.token(token).tag == Tag::noun) continue;  // "the Diaz lawyer": not Diaz
      if (source.entity.set()) return source;
      source.entity = entity;
    }
  }
  return source;
}

}  // namespace khabar::facts
