#include "facts/incidents/attribution.h"

#include "facts/incidents/tellings.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::incidents {

Attribution::Attribution(const Syntax& syntax, std::span<const Claim> claims) : syntax_(syntax), claims_(claims) {
  for (std::uint32_t i = 0; i < claims.size(); ++i) order_.push_back(i);
  text::stable_sort(order_, [&](std::uint32_t a, std::uint32_t b) { return claims[a].content < claims[b].content; });
}

// The first claim in order whose content begins behind the words.
std::vector<std::uint32_t>::const_iterator Attribution::after(Span words) const {
  return std::upper_bound(order_.begin(), order_.end(), words,
                          [&](Span t, std::uint32_t claim) { return t.begin < claims_[claim].content.begin; });
}

// A few steps back from the last one that begins before it.
ClaimId Attribution::of(Span trigger) const {
  auto next = after(trigger);
  for (int i = 0; i < 16 && next != order_.begin(); ++i) {
    --next;
    if (claims_[*next].content.contains(trigger)) return {*next};
  }
  return {};
}

bool Attribution::is_speaker_behind(ClaimId claim, Span words) const {
  if (!claim.set()) return false;
  const Claim& told = claims_[claim.index];
  if (told.source.span.begin <= told.content.begin) return false;
  // "..., police and hospital officials said": both of them.
  const bool beside = words.end < told.source.span.begin && words.begin >= told.content.end &&
                      syntax_.article.words({words.end, told.source.span.begin}) == " and ";
  // "..., commissioner Omar Noor said": his title is his.
  const bool title = words.begin >= told.content.end && words.end < told.source.span.begin && told.source.span.begin - words.end == 1;
  return (beside || title || told.source.span.contains(words)) && (told.quoted || !told.content.overlaps(words));
}

bool Attribution::is_no_party(ClaimId claim, const Filler& f) const {
  if (!claim.set()) return false;
  const Claim& told = claims_[claim.index];
  // "Bomb kills five: officials", "five were killed by noon, according to the ministry"
  const bool no_actor = told.type == ClaimType::accuse || told.rule == "claims.headline" || told.rule == "claims.according_to";
  if (no_actor && told.source.span.contains(f.span) && !told.content.overlaps(f.span)) return true;
  if (f.role == ArgumentRole::actor && is_speaker_of_before(f)) return true;
  // "..., she said" did not do it; "we struck, the rebels said" did.
  const Entity* e = syntax_.entity(f.entity);
  const bool boasts = f.role == ArgumentRole::actor && (e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
  return !boasts && is_speaker_behind(claim, f.span);
}

// "Chief Ana Diaz said a man entered. He fired": it is not told that she did.
bool Attribution::is_speaker_of_before(const Filler& f) const {
  const Entity* e = syntax_.entity(f.entity);
  if (!e || e->type != EntityType::person || syntax_.token(f.token).tag != Tag::pron) return false;
  const std::uint32_t sentence = syntax_.token(f.token).sentence;
  if (sentence == 0) return false;
  const Span before = syntax_.article.language.sentences[sentence - 1].span;
  auto next = after(f.span);
  for (int i = 0; i < 6 && next != order_.begin(); ++i) {
    const Claim& told = claims_[*--next];
    if (told.source.entity == f.entity && before.contains(told.source.span)) return true;
  }
  return false;
}

// "The Taliban government", "the ministry that Hamas runs": a group that governs tells as governments do.
bool Attribution::is_of_government(const Source& source) const {
  const auto& tokens = syntax_.article.language.tokens;
  auto t = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin < source.span.begin; });
  for (; t != tokens.end() && t->span.end <= source.span.end; ++t)
    if (t->lemma == "government"_key || t->lemma == "ministry"_key || t->lemma == "authority"_key || t->lemma == "administration"_key)
      return true;
  return false;
}

bool Attribution::is_boast(const Mention& m) const {
  const ClaimId claim = m.tolls.empty() ? ClaimId{} : of(m.trigger);
  const Entity* source = claim.set() ? syntax_.entity(claims_[claim.index].source.entity) : nullptr;
  if (source && source->type == EntityType::person && claims_[claim.index].type == ClaimType::claim && acts(m, Noun::attacker))
    return true;  // "A spokesman, Omar Noor, claimed that his fighters had killed eight"
  if (!source || source->type != EntityType::armed_group || is_of_government(claims_[claim.index].source)) return false;
  // "The rebels said that the army's strikes had killed nine": what was done to theirs.
  return std::none_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    return f.role == ArgumentRole::actor && f.entity.set() && !(f.entity == claims_[claim.index].source.entity);
  });
}

}  // namespace khabar::incidents
