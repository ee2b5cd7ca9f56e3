// What a noun group is: a person, a place, a weapon.
#include "facts/incidents/syntax.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

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

// "An explosives-laden van", "a bomb-rigged car".
bool Syntax::is_laden(std::uint32_t at) const {
  if (at < 3 || token(at - 3).sentence != token(at).sentence || article.words(token(at - 2).span) != "-") return false;
  const Key how = token(at - 1).key;
  const bool full = how == "laden"_key || how == "packed"_key || how == "filled"_key || how == "rigged"_key || how == "loaded"_key;
  const NounClass load = frames.class_of(token(at - 3).key, token(at - 3).lemma);
  return full && load.noun == Noun::weapon && load.mode == Mode::bombing;
}

// "A truck packed with explosives", "a car rigged with a bomb": what explodes is a weapon.
bool Syntax::is_rigged(std::uint32_t at) const {
  if (is_laden(at)) return true;
  const std::uint32_t last = std::min(article.language.sentences[token(at).sentence].last, at + 9);
  if (at + 4 < last && article.words(token(at + 1).span) == ",") ++at;  // "a truck, packed with explosives,"
  if (at + 2 >= last) return false;
  const Key how = token(at + 1).lemma;
  const bool full = how == "load"_key || how == "pack"_key || how == "fill"_key || how == "stuff"_key || how == "rig"_key ||
                    how == "lade"_key || token(at + 1).key == "laden"_key;
  const bool of = token(at + 1).key == "full"_key && token(at + 2).key == "of"_key;
  if (!of && (!full || token(at + 2).key != "with"_key)) return false;
  for (std::uint32_t i = at + 3; i < last; ++i) {
    const NounClass load = frames.class_of(token(i).key, token(i).lemma);
    if (load.noun == Noun::weapon && load.mode == Mode::bombing) return true;
    if (is_verb(i) || token(i).tag == Tag::punct) return false;
  }
  return false;
}

std::uint32_t Syntax::load_of(std::uint32_t at) const {
  if (is_laden(at)) return token(at).span.end;
  const std::uint32_t last = std::min(article.language.sentences[token(at).sentence].last, at + 9);
  for (std::uint32_t i = at + 2; i < last; ++i) {
    const NounClass load = frames.class_of(token(i).key, token(i).lemma);
    if (load.noun == Noun::weapon && load.mode == Mode::bombing) return token(i).span.end;
  }
  return token(at).span.end;
}

// "power line", "border posts": two words that mean together what the second alone does not.
NounClass Syntax::class_of_phrase(std::uint32_t at) const {
  if (token(at).tag != Tag::noun || at == 0 || token(at - 1).sentence != token(at).sentence) return {};
  const Tag before = token(at - 1).tag;
  if (before != Tag::noun && before != Tag::adj) return {};
  std::string_view word = article.words(token(at).span);
  if (word.size() > 3 && (word.back() == 's' || word.back() == 'S')) word.remove_suffix(1);
  const Key key = text::key_of_pair(token(at - 1).key, word);
  return frames.class_of(key, key);
}

// "High-visibility vests", "a bulletproof vest": no bomb.
bool Syntax::is_worn(std::uint32_t vest) const {
  const Key before = vest == 0 ? Key{0} : token(vest - 1).key;
  return before == "visibility"_key || before == "bulletproof"_key || before == "proof"_key || before == "life"_key ||
         before == "safety"_key || before == "reflective"_key || before == "tactical"_key || before == "fluorescent"_key ||
         before == "press"_key || before == "flak"_key || before == "yellow"_key || before == "orange"_key || before == "protective"_key;
}

// "Russian bombers", "strategic bombers", "B-52 bombers": of people none are told by their state alone.
bool Syntax::is_aircraft(std::uint32_t bombers) const {
  if (bombers == 0) return false;
  const Key before = token(bombers - 1).key;
  if (before == "strategic"_key || before == "stealth"_key || before == "heavy"_key || before == "range"_key || before == "nuclear"_key ||
      before == "dive"_key)
    return true;
  if (bombers > 2 && token(bombers - 1).tag == Tag::num && article.words(token(bombers - 2).span) == "-") return true;  // "B-52 bombers"
  const Entity* e = is_plural(bombers) ? entity(article.entity_at(bombers - 1)) : nullptr;
  return e && e->type == EntityType::country && e->iso3166 != "PS";
}

NounClass Syntax::class_of(std::uint32_t at) const {
  const Token& t = token(at);
  if (is_somebody_of_age(at)) return {Noun::person, Mode::none};
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
  if (t.lemma == "vest"_key && is_worn(at)) return {Noun::none, Mode::none};
  if (t.lemma == "bomber"_key && is_aircraft(at)) return {Noun::weapon, Mode::airstrike};
  if ((known.noun == Noun::vehicle || known.noun == Noun::object) && (is_rigged(at) || is_laden(at))) return {Noun::weapon, Mode::bombing};
  if (known.noun == Noun::weapon)  // a water cannon is no cannon
    if (const NounClass phrase = class_of_phrase(at); phrase.noun == Noun::weapon && phrase.mode == Mode::other_violence) return phrase;
  if (known.noun == Noun::person && at > 0 && token(at - 1).key == "armed"_key &&
      (t.lemma == "man"_key || t.lemma == "person"_key || t.lemma == "individual"_key))
    return {Noun::attacker, Mode::none};
  if (known.noun != Noun::unknown) return known;
  if (const NounClass phrase = class_of_phrase(at); phrase.noun != Noun::unknown) return phrase;
  if (t.lemma == "command"_key && is_plural(at) && at > 0) {  // "urban commands"
    const Key before = token(at - 1).key;
    if (before == "urban"_key || before == "guerrilla"_key || before == "rebel"_key) return {Noun::attacker, Mode::none};
  }
  if (t.tag == Tag::pron) return frames.words.has(t.key, Use::person) ? NounClass{Noun::person, Mode::none} : NounClass{};
  if (is_number(at) || t.lemma == "other"_key || t.lemma == "dozen"_key || t.lemma == "score"_key || t.lemma == "hundred"_key)
    return {Noun::person, Mode::none};  // "killed 30", "wounded dozens": the frame asks for people
  if (t.tag == Tag::noun) {
    const std::string_view word = article.words(t.span);
    // "sub-leader", "ex-soldiers"
    if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos && hyphen + 3 < word.size()) {
      std::string_view last = word.substr(hyphen + 1);
      const Key key = text::key_of(last);
      if (last.back() == 's') last.remove_suffix(1);
      if (const NounClass cls = frames.class_of(key, text::key_of(last)); cls.is_people()) return cls;
    }
    for (std::string_view end : {"man", "men", "woman", "women", "ist", "ists", "person", "persons", "goer", "goers"})
      if (ends_with(word, end)) return {Noun::person, Mode::none};
  }
  return {};
}

}  // namespace khabar::incidents
