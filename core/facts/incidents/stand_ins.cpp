// Which noun is meant where the tree gives another: the whole for its part, the men for their dress, the soldiers for "three of".
#include "facts/incidents/syntax.h"

#include <algorithm>

namespace khabar::incidents {

std::uint32_t Syntax::whole(std::uint32_t at) const {
  if (!frames.words.has(token(at).lemma, Use::part)) return at;
  for (std::uint32_t d : dependents(at))
    if (token(d).relation == Relation::nmod && preposition(d) == "of"_key) return d;
  return at;
}

void Syntax::stand_before(Key& preposition, std::uint32_t& at) const {
  if (preposition == "opposite"_key || preposition == "across"_key) preposition = "outside"_key;
  const Key side = token(at).key;
  const bool front = (preposition == "in"_key && side == "front"_key) || (preposition == "on"_key && side == "top"_key);
  const bool edge = preposition == "at"_key && (side == "back"_key || side == "rear"_key || side == "entrance"_key || side == "gate"_key ||
                                                side == "gates"_key || side == "door"_key || side == "doors"_key);
  if (!front && !edge) return;
  for (std::uint32_t d : dependents(at)) {
    const Key of = token(d).relation == Relation::nmod ? this->preposition(d) : 0;
    if (of != "of"_key && !(edge && of == "to"_key)) continue;
    at = d;
    preposition = "outside"_key;
    return;
  }
}

std::uint32_t Syntax::possessed(std::uint32_t at) const {
  if (at + 2 >= size() || token(at).relation == Relation::nmod_poss || token(at + 1).tag != Tag::part) return at;
  if (token(at + 1).key != "'s"_key || token(at + 2).sentence != token(at).sentence) return at;
  std::uint32_t last = at;
  for (std::uint32_t i = at + 2; i < size() && i < at + 8 && token(i).sentence == token(at).sentence; ++i) {
    if (is_noun(i)) last = i;
    if (!is_noun(i) && token(i).tag != Tag::adj) break;
  }
  return last;
}

std::uint32_t Syntax::undisguised(std::uint32_t at) const {
  const Key as = preposition(at);
  if (as != "as"_key && as != "in"_key) return at;
  const std::uint32_t verb = token(at).head;
  const Key lemma = token(verb).lemma;
  const bool worn = lemma == "dress"_key || lemma == "disguise"_key || lemma == "clothe"_key ||
                    (as == "as"_key && (lemma == "pose"_key || lemma == "masquerade"_key));
  if (!worn || verb == at) return at;
  for (const Link& link : links(verb))
    if (link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) return link.dependent;
  return token(verb).relation == Relation::acl && is_noun(token(verb).head) ? token(verb).head : at;
}

// "workers from Peru, six of whom": the noun that the clause tells of.
std::uint32_t Syntax::antecedent(std::uint32_t number) const {
  if (number < 2 || !is_comma(number - 1) || !is_noun(number - 2) || token(number - 2).sentence != token(number).sentence) return number;
  std::uint32_t noun = number - 2;
  for (int i = 0; i < 4 && !class_of(noun).is_people() && is_noun(token(noun).head) && token(noun).head < noun; ++i)
    noun = token(noun).head;
  return noun;
}

std::uint32_t Syntax::telling_noun(std::uint32_t at) const {
  for (int i = 0; i < 3; ++i) {
    const Token& t = token(at);
    if (!frames.words.has(t.lemma, Use::measure) && t.tag != Tag::num && t.tag != Tag::det && t.tag != Tag::pron && t.key != "most"_key)
      return at;
    std::uint32_t inner = none;
    for (std::uint32_t d : dependents(at))
      if ((token(d).relation == Relation::nmod || token(d).relation == Relation::obl) && preposition(d) == "of"_key) inner = d;
    if (inner == none) return at;
    if (token(inner).key == "whom"_key || token(inner).key == "which"_key) return antecedent(at);
    // "members of the union" are people, whatever a union is.
    const bool people = frames.class_of(t.key, t.lemma).is_people();
    if (people && !class_of(inner).is_people() && !entity_of(inner).set()) return at;
    // "a convoy of the aid group Medair" is a convoy.
    const bool thing = frames.class_of(t.key, t.lemma).is_thing();
    const NounClass of = class_of(inner);  // "a barrage of missiles" is no dam
    if (thing && !of.is_people() && !of.is_thing() && of.noun != Noun::weapon) return at;
    at = inner;
  }
  return at;
}

}  // namespace khabar::incidents
