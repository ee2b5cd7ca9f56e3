#include "facts/incidents/captors.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool is_attacker(const Syntax& syntax, std::uint32_t at) {
  const EntityId id = syntax.entity_of(at);
  if (id.set()) return syntax.entity(id)->type == EntityType::armed_group;
  return syntax.class_of(syntax.telling_noun(at)).noun == Noun::attacker;
}

}  // namespace

void find_captors(const Syntax& syntax, const RoleFinder& roles, std::uint32_t sentence, std::span<Mention> mentions) {
  auto unsolved = [](const Mention& m) { return m.kind.mode == Mode::kidnapping && !m.has(ArgumentRole::actor); };
  if (std::none_of(mentions.begin(), mentions.end(), unsolved)) return;
  const language::Sentence& words = syntax.article.language.sentences[sentence];
  for (std::uint32_t v = words.first; v < words.last; ++v) {
    const Key lemma = syntax.token(v).lemma;
    if (syntax.token(v).tag != Tag::verb || (lemma != "release"_key && lemma != "free"_key && lemma != "hold"_key)) continue;
    const bool passive = syntax.article.links.verb_group(v).passive;
    for (const Link& link : syntax.links(v)) {
      if (link.kind != (passive ? LinkKind::agent : LinkKind::subject) || !is_attacker(syntax, link.dependent)) continue;
      for (Mention& m : mentions)
        if (unsolved(m)) roles.add_actor(m, link.dependent, false);
      return;
    }
  }
}

}  // namespace khabar::incidents
