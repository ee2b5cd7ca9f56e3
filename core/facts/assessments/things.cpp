// What is a thing or a circumstance, and which words tell it.
#include "facts/assessments/finder.h"

namespace khabar::assessments {

bool Finder::is_one_person(std::uint32_t token) const {
  const EntityId entity = article_.entity_at(token);
  if (entity.set()) return article_.mentions.entities.entities[entity.index].type == EntityType::person;
  return article_.token(token).form == language::Form::singular && cues_.is_people(article_.token(token).lemma);
}

// A thing, an abstraction: no person, group or state, and no pronoun for one.
bool Finder::is_circumstance(std::uint32_t token) const {
  const Token& t = article_.token(token);
  if (t.tag == Tag::pron || t.tag == Tag::num || t.tag == Tag::det) return false;
  const EntityId entity = article_.entity_at(token);
  if (entity.set()) {
    const EntityType type = article_.mentions.entities.entities[entity.index].type;
    // "Oslo threatens Lima": no town, who governs
    return type == EntityType::programme || (type == EntityType::place && !cues_.is_capital(t.key));
  }
  if ((cues_.is_people(t.lemma) && t.lemma != "cell"_key) || cues_.is_capital(t.key)) return false;
  return !is(token, Word::acting);
}

// What it is good to prevent: its own noun, what is illegal; not a fight against something.
bool Finder::is_evil(std::uint32_t token) const {
  const text::Key next = token + 1 < article_.language.tokens.size() ? article_.token(token + 1).key : text::Key{0};
  if (article_.token(token).lemma == "war"_key && (next == "against"_key || next == "on"_key)) return false;  // "the war on smuggling"
  for (std::uint32_t child : article_.links.dependents(token)) {
    const text::Key key = article_.token(child).key;
    if (child < token && (key == "illegal"_key || key == "illicit"_key || key == "criminal"_key || key == "armed"_key)) return true;
  }
  return is(token, Word::evil);
}

// Its noun phrase, without the "that" of the clause it is the subject of ("forget that escalation kills talks").
Span Finder::thing_at(std::uint32_t token) const {
  facts::Range range = facts::noun_phrase(article_, token);
  const Token& first = article_.token(range.first);
  const bool clause = first.key == "that"_key && range.first < token && range.first > 0 &&
                      (first.tag == Tag::sconj || article_.token(range.first + 1).form == language::Form::plural ||
                       article_.token(range.first - 1).tag == Tag::verb || article_.token(range.first - 1).tag == Tag::noun);
  if (clause || (first.key == "how"_key && range.first < token)) ++range.first;  // "How Mistrust Hampers Trade"
  return span_of(article_, range);
}

}  // namespace khabar::assessments
