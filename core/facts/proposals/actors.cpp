// Who acts: the subject by the tree or by the words, and which words name somebody who can.
#include "facts/proposals/finder.h"

#include <algorithm>

namespace khabar::proposals {

// The nearest before the verb that is its own ("What's more, they must"), else one that it shares.
std::uint32_t Finder::subject_of(std::uint32_t t) const {
  std::uint32_t own = none, shared = none;
  for (const language::Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::subject && link.kind != LinkKind::passive_subject) continue;
    if (link.inherited) {
      if (shared == none) shared = link.dependent;
    } else if (own == none || (link.dependent < t && link.dependent > own)) {
      own = link.dependent;
    }
  }
  return own != none ? own : shared;
}

// "Chad, which has stayed away, ought to join", "The cabinet, he added, should resign": who stands before the aside.
std::uint32_t Finder::who_should(std::uint32_t modal, std::uint32_t subject, std::uint32_t first) const {
  const std::uint32_t named = facts::name_before_aside(article_, modal);
  if (named != none && (subject == none || subject > named)) return named;
  if (subject != none) return subject;
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t i = first; i + 1 < modal && i < first + longest; ++i) {
    const Tag tag = article_.token(i).tag;
    const bool last = article_.words(article_.token(i + 1).span) == ",";
    if (last && (tag == Tag::noun || tag == Tag::propn)) return i;
    if (tag != Tag::noun && tag != Tag::propn && tag != Tag::det && tag != Tag::adj) break;
  }
  return none;
}

// The subject by the words, where the tree has none.
bool Finder::noun_before(std::uint32_t t) const {
  const Token& token = article_.token(t);
  if (t == 0 || token.form != language::Form::present || article_.token(t - 1).sentence != token.sentence) return false;
  const Tag before = article_.token(t - 1).tag;
  return before == Tag::noun || before == Tag::propn || (before == Tag::verb && article_.token(t - 1).form != language::Form::gerund);
}

// A person, body, group or state, or people named by a pronoun.
bool Finder::is_agent(std::uint32_t token) const {
  const EntityId entity = article_.entity_at(token);
  if (entity.set()) {
    const EntityType type = article_.mentions.entities.entities[entity.index].type;
    return type == EntityType::person || type == EntityType::organization || type == EntityType::armed_group ||
           type == EntityType::country || type == EntityType::group_of_people || type == EntityType::place;
  }
  const text::Key lemma = article_.token(token).lemma;
  if (lemma == "head"_key && token + 1 < article_.language.tokens.size() && article_.token(token + 1).key == "of"_key) return true;
  return cues_.names_agent(lemma);
}

void Finder::set_actor(Proposal& proposal, std::uint32_t token) const {
  if (token == none || !is_agent(token)) return;
  proposal.actor = facts::source_at(article_, token);
  if (!proposal.actor.span.contains(proposal.cue)) return;
  // "Chad, which stays away, ought to join": the name, not what is told of it
  const std::uint32_t m = article_.mentions.mention_of[token];
  proposal.actor.span =
      m == none ? article_.token(token).span
                : span_of(article_, {article_.mentions.entities.mentions[m].first, article_.mentions.entities.mentions[m].last});
}

}  // namespace khabar::proposals
