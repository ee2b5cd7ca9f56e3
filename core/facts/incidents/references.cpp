// Who is meant: by a pronoun, by the name between commas, by "believed to be".
#include "facts/incidents/roles.h"

namespace khabar::incidents {

namespace {

// "Apparently LRA members", "thought to be fighters of the LRA", "belonging to the LRA".
bool leads_to_group(const Token& t) {
  switch (t.key) {
    case "apparently"_key:
    case "allegedly"_key:
    case "reportedly"_key:
    case "presumably"_key:
    case "believed"_key:
    case "thought"_key:
    case "presumed"_key:
    case "suspected"_key:
    case "alleged"_key:
    case "said"_key:
    case "reported"_key:
    case "known"_key:
    case "belonging"_key:
    case "linked"_key:
    case "affiliated"_key:
    case "loyal"_key: return true;
    default: return false;
  }
}

}  // namespace

// "The chief of the gang, Ana Diaz, ordered": the person named between commas.
EntityId RoleFinder::name_after(std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  for (std::uint32_t i = at + 1; i + 1 < sentence.last && i < at + 12; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::cconj || t.tag == Tag::sconj) return {};
    if (t.tag != Tag::punct) continue;
    if (syntax_.article.words(t.span) != ",") return {};
    const std::uint32_t m = syntax_.article.mentions.mention_of[i + 1];
    if (m == none) return {};
    const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
    const bool closed = mention.last < sentence.last && syntax_.token(mention.last).tag == Tag::punct;
    return closed && syntax_.entity(mention.entity)->type == EntityType::person ? mention.entity : EntityId{};
  }
  return {};
}

// "Luis Mora, the man who planned the raid", "..., the main person implicated in it": the name before the comma.
EntityId RoleFinder::name_before(std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  const bool told = at + 1 < sentence.last && (syntax_.token(at + 1).key == "who"_key || syntax_.token(at + 1).key == "implicated"_key ||
                                               syntax_.token(at + 1).key == "accused"_key || syntax_.token(at + 1).key == "charged"_key);
  if (!told) return {};
  std::uint32_t first = at;
  if (chunks_.group_ending(at, first) == none || first < sentence.first + 2 || syntax_.token(first).tag != Tag::det) return {};
  if (syntax_.article.words(syntax_.token(first - 1).span) != ",") return {};
  return syntax_.is_person_named(first - 2, true) ? syntax_.article.entity_at(first - 2) : EntityId{};
}

// "The army said it had killed nine", "police said on Sunday that they had killed nine": who says so of itself.
std::uint32_t RoleFinder::says_it_did(std::uint32_t pronoun) const {
  const Token& t = syntax_.token(pronoun);
  const Token& verb = syntax_.token(t.head);
  if (t.relation != Relation::nsubj || verb.relation != Relation::ccomp || verb.head > pronoun) return none;
  const std::uint32_t sayer = syntax_.dependent(verb.head, Relation::nsubj);
  if (sayer == none || sayer > verb.head || syntax_.token(sayer).tag == Tag::pron || syntax_.is_plural(sayer) != (t.key == "they"_key))
    return none;
  const Noun noun = syntax_.class_of(syntax_.telling_noun(sayer)).noun;
  const bool body = t.key == "it"_key && (is_body(sayer) || is_gang(sayer));
  return noun == Noun::attacker || noun == Noun::force || body ? sayer : none;
}

// "The rebels left leaflets saying that they burned the bus": the one noun before it, in its sentence, that names attackers in its
// number; for lack of one, its one noun for people, where that is a subject. none where there are two, or none.
std::uint32_t RoleFinder::meant_by(std::uint32_t pronoun) const {
  const Key key = syntax_.token(pronoun).key;
  const bool many = key == "they"_key;
  if (key == "it"_key || many)
    if (const std::uint32_t sayer = says_it_did(pronoun); sayer != none) return sayer;
  if (!many && key != "he"_key && key != "she"_key) return none;
  const std::uint32_t start = syntax_.article.language.sentences[syntax_.token(pronoun).sentence].first;
  std::uint32_t attacker = none, person = none;
  for (std::uint32_t i = start; i < pronoun; ++i) {
    const Token& t = syntax_.token(i);
    const bool named = syntax_.entity_of(i).set();
    if (named && names_person(syntax_.article.entity_at(i))) return none;  // it may be the one with a name
    if (named || t.tag != Tag::noun) continue;
    const bool inner = t.relation == Relation::compound || (t.head > i && syntax_.preposition(i) == 0 && t.relation == Relation::nmod_poss);
    if (inner || syntax_.is_plural(i) != many) continue;
    const NounClass cls = syntax_.class_of(i);
    if (cls.noun == Noun::attacker) {
      if (attacker != none && syntax_.token(attacker).lemma != t.lemma) return none;
      attacker = i;
    } else if (cls.is_people()) {
      const bool subject = t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass;
      if (person != none || !subject || cls.noun == Noun::force) return none;
      person = i;
    }
  }
  return attacker != none ? attacker : person;
}

// "Men broke into the house of a senator and shot him": the one person without a name who was told of and does nothing himself.
std::uint32_t RoleFinder::person_meant_by(std::uint32_t pronoun) const {
  const Token& p = syntax_.token(pronoun);
  const bool many = p.key == "them"_key;
  if (p.tag != Tag::pron || (!many && p.key != "him"_key && p.key != "her"_key)) return none;
  const std::uint32_t start = syntax_.article.language.sentences[p.sentence].first;
  std::uint32_t person = none;
  for (std::uint32_t i = start; i < pronoun; ++i) {
    const Token& t = syntax_.token(i);
    if (syntax_.entity_of(i).set() && names_person(syntax_.article.entity_at(i))) return none;
    const bool done_to =
        t.relation == Relation::obj || t.relation == Relation::obl || t.relation == Relation::nmod || t.relation == Relation::nmod_poss;
    if (t.tag != Tag::noun || !done_to || syntax_.is_plural(i) != many) continue;
    if (syntax_.class_of(i).noun != Noun::person || syntax_.entity_of(i).set()) continue;
    if (person != none) return none;
    person = i;
  }
  return person;
}

// "Stopped a van and burned it": the last thing before it in the sentence that somebody did something to, or that is a subject.
std::uint32_t RoleFinder::thing_meant_by(std::uint32_t pronoun) const {
  const Key key = syntax_.token(pronoun).key;
  if (key != "it"_key && key != "them"_key) return none;
  const std::uint32_t start = syntax_.article.language.sentences[syntax_.token(pronoun).sentence].first;
  for (std::uint32_t i = pronoun; i > start; --i) {
    const Token& t = syntax_.token(i - 1);
    const bool taken_up = t.relation == Relation::obj || t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass;
    if (!taken_up || t.tag != Tag::noun || syntax_.is_plural(i - 1) != (key == "them"_key)) continue;
    const Noun noun = syntax_.class_of(syntax_.telling_noun(i - 1)).noun;
    if (noun == Noun::vehicle || noun == Noun::facility) return i - 1;
  }
  return none;
}

// "Four men, believed to be LRA fighters", "a column belonging to the LRA": the name of the group behind them.
std::uint32_t RoleFinder::said_to_belong(std::uint32_t at) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
  std::uint32_t i = syntax_.telling_noun(at) + 1;
  while (i < sentence.last && i < at + 6 && (syntax_.article.words(syntax_.token(i).span) == "," || syntax_.token(i).key == "also"_key))
    ++i;
  if (i >= sentence.last || !leads_to_group(syntax_.token(i))) return none;
  for (const std::uint32_t end = std::min(sentence.last, ++i + 7); i < end; ++i) {
    const Token& t = syntax_.token(i);
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(i));
    if (entity) return entity->type == EntityType::armed_group ? i : none;
    const bool links = t.key == "to"_key || t.key == "be"_key || t.key == "of"_key || t.key == "from"_key || t.tag == Tag::det ||
                       t.key == "belong"_key || t.key == "linked"_key || t.key == "affiliated"_key || t.tag == Tag::adj ||
                       t.tag == Tag::noun;
    if (!links) return none;
  }
  return none;
}

// "The army, not the rebels,": who is told not to be meant.
bool RoleFinder::is_said_not(std::uint32_t at) const {
  std::uint32_t first = at;
  if (syntax_.token(at).tag == Tag::pron || chunks_.group_ending(at, first) == none) return false;
  const std::uint32_t start = syntax_.article.language.sentences[syntax_.token(at).sentence].first;
  if (first < start + 2 || syntax_.token(first - 1).key != "not"_key) return false;
  return syntax_.token(first - 2).tag == Tag::punct || syntax_.token(first - 2).key == "and"_key;
}

// "Suspected Red Front fighters", "alleged rebels": before the noun.
bool RoleFinder::is_supposed(std::uint32_t at) const {
  constexpr std::uint32_t reach = 6;
  const std::uint32_t first = syntax_.article.language.sentences[syntax_.token(at).sentence].first;
  for (std::uint32_t i = at; i > first && at - i < reach; --i) {
    const Token& t = syntax_.token(i - 1);
    if (t.key == "suspected"_key || t.key == "alleged"_key || t.key == "presumed"_key) return true;
    if (!syntax_.is_noun(i - 1) && t.tag != Tag::adj && t.tag != Tag::num && t.tag != Tag::punct) return false;
  }
  return false;
}

// "Red Front fighters", "two members of the Red Front", "Red Front-linked militants": the group with arms whose they are; unset where
// the words name none.
EntityId RoleFinder::group_of(std::uint32_t at, std::uint32_t tell) const {
  auto group = [&](std::uint32_t i) {
    const EntityId e = i < syntax_.size() ? syntax_.article.entity_at(i) : EntityId{};
    return e.set() && syntax_.entity(e)->type == EntityType::armed_group ? e : EntityId{};
  };
  for (const std::uint32_t noun : {at, tell}) {
    for (std::uint32_t d : syntax_.dependents(noun))
      if (syntax_.token(d).key == "former"_key || syntax_.token(d).key == "ex"_key) return {};
    if (const EntityId e = noun == at ? EntityId{} : group(noun); e.set()) return e;
    for (std::uint32_t d : syntax_.dependents(noun)) {
      const Relation relation = syntax_.token(d).relation;
      if (syntax_.parted(noun, d)) continue;
      const bool before = d < noun && (relation == Relation::compound || relation == Relation::amod || relation == Relation::nmod_poss);
      const bool after = relation == Relation::nmod && syntax_.preposition(d) == "of"_key;
      if (!before && !after) continue;
      if (const EntityId e = group(d); e.set()) return e;
      const Key key = syntax_.token(d).key;
      const bool tied = key == "linked"_key || key == "affiliated"_key || key == "aligned"_key || key == "allied"_key;
      if (tied && d > 1 && syntax_.article.words(syntax_.token(d - 1).span) == "-")
        if (const EntityId e = group(d - 2); e.set()) return e;
    }
  }
  return {};
}

}  // namespace khabar::incidents
