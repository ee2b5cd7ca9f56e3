// What one noun group counts: its number, or one where it names a single person.
#include "facts/incidents/tolls.h"

#include "facts/incidents/toll_words.h"

#include <algorithm>

namespace khabar::incidents {

// The number inside a noun group; "a", "one", a lone singular and a name count one.
bool TollFinder::number(std::uint32_t first, std::uint32_t head, Toll& toll) const {
  const auto& quantity_of = syntax_.article.mentions.quantity_of;
  for (std::uint32_t i = first; i <= head; ++i) {
    if (quantity_of[i] == none) continue;
    const quantities::Found& found = syntax_.article.mentions.quantities[quantity_of[i]];
    const Quantity& q = found.quantity;
    if (found.measured) return false;  // "seized 320 kg"
    toll.value = q.value;
    toll.max = q.max;
    toll.comparator = q.comparator;
    toll.quantity = {quantity_of[i]};
    return true;
  }
  if (syntax_.token(head).key == "dozen"_key || syntax_.token(head).key == "hundred"_key) {  // "a dozen were missing"
    const bool half = head > 1 && syntax_.token(head - 1).key == "a"_key && syntax_.token(head - 2).key == "half"_key;
    toll.value = syntax_.token(head).key == "hundred"_key ? 100 : half ? 6 : 12;
    return true;
  }
  // The quantities room leaves out a lone one, and numbers before nouns that it does not know.
  for (std::uint32_t i = first; i <= head; ++i) {
    if (!syntax_.is_number(i) || syntax_.is_time(i) || syntax_.article.names_by_number(i)) continue;
    if (i > 1 && syntax_.article.words(syntax_.token(i - 1).span) == "-" && syntax_.token(i - 2).key == "no"_key) return false;  // "no-one"
    if (i > 0 && syntax_.token(i - 1).key == "no"_key) return false;
    toll.value = small_number(syntax_.token(i).key);
    if (toll.value == 0 && first == head) toll.value = digits(syntax_.article.words(syntax_.token(i).span));
    return toll.value != 0;
  }
  return false;
}

// "a former fighter" is one no more.
bool is_former(Key word) { return word == "former"_key || word == "ex"_key || word == "surrendered"_key || word == "repentant"_key; }

// "Three Red Front members", "three members of the Red Front"
bool is_of_armed_group(const Syntax& syntax, std::uint32_t member) {
  for (const std::uint32_t d : syntax.dependents(member)) {
    const Relation relation = syntax.token(d).relation;
    const bool before = d < member && (relation == Relation::compound || relation == Relation::amod);
    const bool of = relation == Relation::nmod && syntax.preposition(d) == "of"_key;
    const Entity* whose = before || of ? syntax.entity(syntax.article.entity_at(d)) : nullptr;
    if (whose && whose->type == EntityType::armed_group) return true;
  }
  return false;
}

// "Ten people", "two more", "four of them": whom the words name, and whether they were counted before.
Toll TollFinder::named(std::uint32_t first, std::uint32_t head, std::uint32_t tell) const {
  const Token& t = syntax_.token(head);
  Toll toll;
  toll.token = head;
  toll.noun = syntax_.class_of(tell).noun;
  if (toll.noun == Noun::person && t.lemma == "member"_key && is_of_armed_group(syntax_, head)) toll.noun = Noun::attacker;
  if (toll.noun == Noun::attacker && tell > first && is_former(syntax_.token(tell - 1).key)) toll.noun = Noun::person;
  toll.sentence = t.sentence;
  toll.span = {syntax_.token(first).span.begin, std::max(t.span.end, syntax_.token(tell).span.end)};
  toll.general = syntax_.frames.words.has(syntax_.token(tell).lemma, Use::total) || (tell == head && syntax_.is_number(head));
  // "members of the Gao Front": of a name no single word says who they are.
  const std::uint32_t called = tell != head && syntax_.entity_of(tell).set() && !syntax_.is_number(head) ? head : tell;
  const Key group = syntax_.token(called).key;  // "a dozen were missing": who they were is not told
  if (!syntax_.is_number(called) && group != "dozen"_key && group != "hundred"_key && group != "them"_key && group != "whom"_key)
    toll.who = std::string(syntax_.article.words(syntax_.token(called).span));
  if (called + 2 < syntax_.size() && syntax_.article.words(syntax_.token(called + 1).span) == "-" &&
      syntax_.token(called + 2).key == "by"_key)
    toll.who += "-by";  // "passers-by"
  for (std::uint32_t i = first; i <= head; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "other"_key || key == "others"_key || key == "another"_key || key == "more"_key || key == "additional"_key) {
      if (key != "more"_key || i + 1 > head || syntax_.token(i + 1).key != "than"_key) toll.further = true;
    }
  }
  if (head + 2 < syntax_.size() && syntax_.token(head + 1).key == "of"_key) {
    const Key of = syntax_.token(head + 2).key;
    if (of == "them"_key || of == "whom"_key || of == "these"_key || of == "those"_key) toll.subset = true;
    // "18 members of one family": of all that died, where more did.
    if (t.lemma == "member"_key && syntax_.token(tell).lemma == "family"_key) toll.subset = true;
    // "four of the dead were miners"
    const Key which = head + 3 < syntax_.size() && of == "the"_key ? syntax_.token(head + 3).key : Key{0};
    if (which == "dead"_key || which == "wounded"_key || which == "injured"_key || which == "deceased"_key)
      toll.subset = toll.counted = true;
  }
  return toll;
}

bool TollFinder::toll_of(std::uint32_t first, std::uint32_t head, Toll& toll) const {
  const Token& t = syntax_.token(head);
  if (syntax_.is_time(head)) return false;
  const std::uint32_t tell = syntax_.telling_noun(head);
  toll = named(first, head, tell);
  if (const NounFrame* event = syntax_.frames.noun(t.lemma); event && !(event->needs & need_casualty)) {
    bool people = false;  // "three attacks", not "nine men plotting attacks"
    for (std::uint32_t i = first; i < head; ++i)
      people = people || syntax_.frames.class_of(syntax_.token(i).key, syntax_.token(i).lemma).is_people();
    if (!people) return false;
  }
  const NounClass cls = syntax_.class_of(tell);
  if (cls.is_thing() || cls.noun == Noun::abstract || cls.noun == Noun::weapon || cls.noun == Noun::fiction || cls.noun == Noun::accident)
    return false;
  if (number(first, tell > head && tell - head < 6 ? tell : head, toll)) return true;
  // "A family of six"
  const bool kin = (t.lemma == "family"_key || t.lemma == "crew"_key) && head + 2 < syntax_.size() &&
                   syntax_.token(head + 1).key == "of"_key && syntax_.is_number(head + 2);
  if (kin && (head + 3 == syntax_.size() || !syntax_.is_noun(head + 3))) return number(head + 2, head + 2, toll);
  return t.key != "bodies"_key && is_one(first, head, tell, toll);
}

// Without a number: one, where the noun is singular and names a person.
bool TollFinder::is_one(std::uint32_t first, std::uint32_t head, std::uint32_t tell, Toll& toll) const {
  const Token& t = syntax_.token(head);
  const bool self = t.key == "himself"_key || t.key == "herself"_key;
  if (t.tag == Tag::pron) {
    if (t.key != "he"_key && t.key != "she"_key && t.key != "him"_key && t.key != "her"_key && !self) return false;
    toll.value = 1;
    if (self) toll.noun = Noun::attacker;
    toll.self = self;
    return true;
  }
  if (t.key == "another"_key) {  // "... and another was wounded"
    toll.value = 1;
    toll.who.clear();
    return true;
  }
  const Entity* entity = syntax_.entity(syntax_.entity_of(head));
  if (entity && entity->type == EntityType::person) {
    toll.value = 1;
    toll.who = entity->name;
    return true;
  }
  const std::string_view form = syntax_.article.words(t.span);
  const auto ends_with = [&](std::string_view end) { return form.size() > end.size() && form.substr(form.size() - end.size()) == end; };
  if (syntax_.is_plural(head) || tell != head || ends_with("children") || ends_with("people"))
    return false;  // "Schoolchildren", "villagepeople"
  const std::uint32_t m = syntax_.article.mentions.mention_of[head];
  const Key opens = syntax_.token(first).key;
  const bool some_one = first + 1 == head && (opens == "a"_key || opens == "an"_key || opens == "another"_key);  // "a Syrian was killed"
  if (m != mentions::none && ((entity && t.tag == Tag::noun && first == head) || some_one) &&
      syntax_.article.mentions.entities.mentions[m].kind == MentionKind::demonym) {  // "leaves Palestinian dead"
    toll.value = 1;
    return true;
  }
  // "A suspected Maoist was killed": one of those whom the name is of.
  if (entity && entity->type == EntityType::armed_group && m != mentions::none &&
      syntax_.article.mentions.entities.mentions[m].first == head && (opens == "a"_key || opens == "an"_key || opens == "another"_key)) {
    toll.value = 1;
    toll.noun = Noun::attacker;
    return true;
  }
  for (std::uint32_t i = first; i < head; ++i) {  // "every fighter killed will be replaced"
    const Key key = syntax_.token(i).key;
    if (key == "every"_key || key == "each"_key || key == "any"_key || key == "no"_key) return false;
  }
  if (t.tag != Tag::noun && t.tag != Tag::propn) return false;
  if (!syntax_.class_of(tell).is_people() || entity || syntax_.frames.words.has(t.key, Use::crowd)) return false;
  toll.value = 1;
  return true;
}

}  // namespace khabar::incidents
