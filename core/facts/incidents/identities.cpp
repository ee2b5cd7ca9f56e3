#include "facts/incidents/identities.h"

namespace khabar::incidents {

namespace {

bool is_hurt_word(const Syntax& syntax, Key key) {
  if (key == "deceased"_key) return true;
  const Effects::Row* row = syntax.frames.effects.find(key);
  return row && (row->effect == Effect::killed || row->effect == Effect::injured || row->effect == Effect::abducted);
}

enum class Side : std::uint8_t { nobody, hit, attacker };

// "the victims", "the murdered inspector", "the bodies"; "the gunmen", "the suspects".
Side side_of(const Syntax& syntax, std::uint32_t noun) {
  const Token& t = syntax.token(noun);
  if (t.lemma == "victim"_key || t.lemma == "body"_key || t.lemma == "fatality"_key || t.lemma == "hostage"_key ||
      is_hurt_word(syntax, t.key))
    return Side::hit;
  for (std::uint32_t d : syntax.dependents(noun))
    if (d < noun && is_hurt_word(syntax, syntax.token(d).key)) return Side::hit;
  if (t.lemma == "suspect"_key || t.lemma == "perpetrator"_key || t.lemma == "culprit"_key) return Side::attacker;
  return !syntax.entity_of(noun).set() && syntax.class_of(noun).noun == Noun::attacker ? Side::attacker : Side::nobody;
}

// "as Ana Diaz, 30, and the teacher Luis Mora": names up to the next verb or preposition.
void names_from(const Syntax& syntax, std::uint32_t from, std::uint32_t last, ArgumentRole role, std::vector<Filler>& out) {
  const mentions::Mentions& mentions = syntax.article.mentions;
  for (std::uint32_t i = from; i < last && i < from + 60 && out.size() < 12; ++i) {
    const Token& t = syntax.token(i);
    const std::uint32_t m = mentions.mention_of[i];
    if (m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      const bool name = named.kind == MentionKind::name || named.kind == MentionKind::short_name;
      if (name && syntax.entity(named.entity)->type == EntityType::person)
        out.push_back({role,
                       i,
                       named.entity,
                       {role == ArgumentRole::actor ? Noun::attacker : Noun::person, Mode::none},
                       {syntax.token(named.first).span.begin, syntax.token(named.last - 1).span.end},
                       role == ArgumentRole::actor});
      i = named.last - 1;
      continue;
    }
    if (out.empty() && i > from + 3) return;  // "identified as members of a gang led by Ana Diaz"
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::adp || t.tag == Tag::sconj || t.tag == Tag::pron) return;
  }
}

}  // namespace

void find_identities(const Syntax& syntax, std::uint32_t index, std::vector<Responsibility>& out) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  for (std::uint32_t v = sentence.first; v + 2 < sentence.last; ++v) {
    if (syntax.token(v).lemma != "identify"_key || syntax.token(v + 1).key != "as"_key) continue;
    const language::VerbGroup group = syntax.article.links.verb_group(v);
    if (!group.passive || group.negated || group.modality != language::Modality::none) continue;
    std::uint32_t who = none;
    for (const Link& link : syntax.links(v))
      if (link.kind == LinkKind::passive_subject && syntax.is_noun(link.dependent)) who = link.dependent;
    if (who == none) continue;
    const Side side = side_of(syntax, syntax.telling_noun(who));
    if (side == Side::nobody) continue;
    Responsibility found;
    found.sentence = index;
    names_from(syntax, v + 2, sentence.last, side == Side::hit ? ArgumentRole::recipient : ArgumentRole::actor, found.actors);
    found.span = sentence.span;
    found.identity = true;
    if (!found.actors.empty()) out.push_back(std::move(found));
  }
}

}  // namespace khabar::incidents
