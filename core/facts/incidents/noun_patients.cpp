// What was hit by what an event noun tells: "an explosion outside a bank", "the target of a raid", "severe damage to two shops".
#include "facts/incidents/roles.h"

namespace khabar::incidents {

bool RoleFinder::is_target_preposition(Key p) {
  return p == "on"_key || p == "against"_key || p == "at"_key || p == "upon"_key || p == "outside"_key || p == "inside"_key ||
         p == "near"_key || p == "targeting"_key || p == "toward"_key || p == "towards"_key || p == "into"_key;
}

// "The explosion took place outside a bank": where it happened is what it hit.
void RoleFinder::place_of(Mention& mention, std::uint32_t verb) const {
  const Key verbal = syntax_.token(verb).lemma;
  bool happened = verbal == "occur"_key || verbal == "happen"_key;
  for (std::uint32_t d : syntax_.dependents(verb))
    happened = happened || (verbal == "take"_key && syntax_.token(d).key == "place"_key) ||
               (verbal == "be"_key && syntax_.token(d).relation == Relation::expl);
  if (!happened || mention.kind.mode != Mode::bombing) return;
  for (const Link& link : syntax_.links(verb)) {
    if (link.kind != LinkKind::oblique || syntax_.is_time(link.dependent)) continue;
    Key p = link.preposition;
    std::uint32_t at = link.dependent;
    syntax_.stand_before(p, at);
    at = syntax_.whole(at);
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(at));
    const Key lemma = syntax_.token(at).lemma;
    const bool middle = lemma == "center"_key || lemma == "centre"_key || lemma == "heart"_key || lemma == "middle"_key;
    const bool stands = (cls.noun == Noun::facility && !middle) || cls.noun == Noun::vehicle;
    if (stands && (is_locative(p) || p == "on"_key)) add_patient(mention, at);
  }
}

// "Ana Diaz was the target of a raid": who is told to be it.
void RoleFinder::aim_of(Mention& mention) const {
  const Token& token = syntax_.token(mention.token);
  if (token.relation != Relation::nmod || syntax_.preposition(mention.token) != "of"_key) return;
  const std::uint32_t aim = token.head;
  const Key lemma = syntax_.token(aim).lemma;
  if ((lemma != "target"_key && lemma != "victim"_key && lemma != "object"_key) || !syntax_.has(aim, Relation::cop)) return;
  const std::uint32_t subject = syntax_.dependent(aim, Relation::nsubj);
  if (subject != none && syntax_.token(subject).tag != Tag::pron) add_patient(mention, subject);
}

bool RoleFinder::is_done_to_others(std::uint32_t noun) const {
  for (std::uint32_t d : syntax_.dependents(noun))
    if (d > noun && syntax_.token(d).relation == Relation::nmod && syntax_.preposition(d) == "of"_key && !syntax_.is_time(d) &&
        syntax_.class_of(syntax_.telling_noun(d)).is_people())
      return true;
  return false;
}

// "carried out on Monday evening against two embassies": by its place, where the tree hung them elsewhere.
void RoleFinder::hit_after(Mention& mention, std::uint32_t verb) const {
  if (mention.hits()) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  for (std::uint32_t i = verb + 1; i + 1 < sentence.last && i < verb + reach; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::sconj || t.tag == Tag::cconj) return;
    if (t.key != "against"_key) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head == none || syntax_.is_time(head)) return;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(head));
    if (cls.is_people() || cls.is_thing()) add_patient(mention, head);
    return;
  }
}

// "a cyberattack by the gang on its supplier": by its place, where the tree hung it elsewhere.
void RoleFinder::hacked_after(Mention& mention) const {
  if (mention.hits()) return;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  for (std::uint32_t i = mention.token + 1; i + 1 < sentence.last && i < mention.token + 8; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::punct) return;
    if (t.key != "on"_key && t.key != "against"_key) continue;
    const std::uint32_t head = chunks_.head_from(i + 1);
    if (head != none && !syntax_.is_time(head)) add_patient(mention, head);
    return;
  }
}

namespace {

// What an attack without arms does to what it hits.
bool is_crippling(Key lemma) {
  return lemma == "hit"_key || lemma == "cripple"_key || lemma == "disrupt"_key || lemma == "paralyse"_key || lemma == "paralyze"_key ||
         lemma == "force"_key || lemma == "disable"_key || lemma == "target"_key || lemma == "affect"_key || lemma == "strike"_key ||
         lemma == "knock"_key || lemma == "shut"_key || lemma == "compromise"_key || lemma == "hobble"_key || lemma == "breach"_key ||
         lemma == "take"_key || lemma == "bring"_key || lemma == "infect"_key;
}

}  // namespace

// "A ransomware attack crippled a hospital": the object of what the attack did.
void RoleFinder::crippled(Mention& mention) const {
  const Token& t = syntax_.token(mention.token);
  if (mention.hits() || t.relation != Relation::nsubj || !syntax_.is_verb(t.head) || !is_crippling(syntax_.token(t.head).lemma)) return;
  for (const Link& link : syntax_.links(t.head)) {
    if (link.kind != LinkKind::object || syntax_.is_time(link.dependent)) continue;
    const NounClass cls = syntax_.class_of(syntax_.telling_noun(link.dependent));
    const Key lemma = syntax_.token(link.dependent).lemma;
    const bool digital = lemma == "system"_key || lemma == "network"_key || lemma == "website"_key || lemma == "server"_key;
    if (cls.is_thing() || digital || syntax_.entity_of(link.dependent).set()) add_patient(mention, link.dependent);
  }
}

// "caused severe damage to two shops and a mill": by its place, where the tree hung them on the verb.
void RoleFinder::damaged_after(Mention& mention) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(mention.token).sentence];
  if (mention.token + 2 >= sentence.last || syntax_.token(mention.token + 1).key != "to"_key) return;
  for (const Filler& f : mention.fillers)
    if (f.role != ArgumentRole::actor && f.role != ArgumentRole::instrument) return;
  const std::uint32_t head = chunks_.head_from(mention.token + 2);
  if (head != none && syntax_.class_of(syntax_.telling_noun(head)).is_thing()) add_patient(mention, head);
}

// "the killing in Jos on Monday of Judge Ana Diaz, head of the court": the name after "of", behind places and days.
std::uint32_t RoleFinder::name_after_of(std::uint32_t noun, const NounFrame& frame) const {
  if (frame.of != Part::patient) return none;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(noun).sentence];
  const mentions::Mentions& mentions = syntax_.article.mentions;
  std::uint32_t i = noun + 1;
  for (int skipped = 0; skipped < 2 && i + 2 < sentence.last && syntax_.token(i).key != "of"_key; ++skipped) {
    if (syntax_.token(i).tag != Tag::adp && !syntax_.is_time(i)) return none;
    if (!syntax_.is_time(i)) ++i;
    if (i + 2 >= sentence.last) return none;
    const EntityId place = syntax_.article.entity_at(i);
    const bool where = syntax_.is_place(place);
    if (!where && !syntax_.is_time(i)) return none;
    if (where) {
      i = mentions.entities.mentions[mentions.mention_of[i]].last;
    } else {
      while (i < sentence.last && syntax_.is_time(i)) ++i;
    }
  }
  if (i + 1 >= sentence.last || syntax_.token(i).key != "of"_key) return none;
  for (std::uint32_t k = i + 1; k < sentence.last && k < i + 7; ++k) {
    if (const std::uint32_t m = mentions.mention_of[k]; m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      if (syntax_.entity(named.entity)->type == EntityType::person)
        return named.kind == MentionKind::name || named.kind == MentionKind::short_name ? k : none;
      k = named.last - 1;
      continue;
    }
    const Tag tag = syntax_.token(k).tag;
    if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::det) return none;
    if (tag == Tag::noun && syntax_.is_plural(k)) return none;  // "of guards, Ana Diaz said"
  }
  return none;
}

}  // namespace khabar::incidents
