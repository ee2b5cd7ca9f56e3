// Who "we" are: whoever is quoted, or whose statement, briefing or decision it is.
#include "facts/interactions/roles.h"

#include <algorithm>

namespace khabar::interactions {

void Roles::add_speaker(std::vector<Party>& side, std::uint32_t pronoun) const {
  const Token& spoken = article_.token(pronoun);
  ClaimId claim = claim_of(claims_, spoken.span);
  if (!claim.set() && spoken.has(Token::inside_quotes)) {
    const auto after = std::upper_bound(claims_.begin(), claims_.end(), spoken.span.begin,
                                        [](std::uint32_t at, const Claim& c) { return at < c.content.begin; });
    const auto& sentences = article_.language.sentences;
    for (auto before = after; before != claims_.begin() && !claim.set();) {
      --before;
      if (!before->quoted) continue;
      const bool next_to = spoken.sentence > 0 && before->content.end <= spoken.span.begin &&
                           sentences[spoken.sentence - 1].span.begin < before->content.end &&
                           sentences[spoken.sentence - 1].block == sentences[spoken.sentence].block;
      if (!next_to) break;
      claim = ClaimId{static_cast<std::uint32_t>(before - claims_.begin())};
    }
  }
  if (!claim.set()) {  // in a statement that is nobody's quotation: whoever issues it
    if (spoken.has(Token::inside_quotes)) return;
    std::vector<Party> all = issuers_;
    for (Party& party : all) {
      party.token = pronoun;
      party.span = spoken.span;
    }
    return add_all(side, all);
  }
  const Span source = claims_[claim.index].source.span;
  const std::vector<Token>& tokens = article_.language.tokens;
  auto at = std::lower_bound(tokens.begin(), tokens.end(), source.begin,
                             [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
  for (; at != tokens.end() && at->span.end <= source.end; ++at) {
    const auto token = static_cast<std::uint32_t>(at - tokens.begin());
    if (source.contains(tokens[at->head].span) && at->head != token) continue;
    std::vector<Party> found = parties_.at(token);
    if (found.empty() && claims_[claim.index].rule == "claims.colon") found = issuers_;
    for (Party& party : found) party.span = article_.token(pronoun).span;
    return add_all(side, found);
  }
}

// "We, the ministers of Oman and Qatar, ...", "Statement by the League on Oman": who "we" are in a statement.
std::vector<Party> Roles::find_issuers() const {
  constexpr std::uint32_t sentences = 12, reach = 12;
  const auto& all = article_.language.sentences;
  std::vector<Party> issuers;
  for (std::uint32_t s = 0; s < all.size() && s < sentences; ++s) {
    if (all[s].last < all[s].first + 4) continue;
    std::uint32_t first = all[s].first;  // "1. We, the ministers of"
    while (first + 4 < all[s].last && !article_.token(first).has(Token::has_letter)) ++first;
    if (article_.token(first).key != "we"_key || article_.words(article_.token(first + 1).span) != ",") continue;
    add_listed(issuers, first + 1);
    if (!issuers.empty()) return issuers;
  }
  const auto& blocks = article_.layout.blocks;
  if (all.empty() || all.front().block >= blocks.size() || blocks[all.front().block].kind != BlockKind::title) return issuers;
  for (std::uint32_t i = all.front().first; i + 2 < all.front().last; ++i) {
    const Key key = article_.token(i).key, next = article_.token(i + 1).key;
    const bool document = key == "statement"_key || key == "declaration"_key || key == "communique"_key || key == "communiqué"_key ||
                          key == "resolution"_key || key == "decision"_key || key == "conclusions"_key || key == "meeting"_key;
    if (!document || (next != "by"_key && next != "of"_key && next != "from"_key)) continue;
    for (std::uint32_t k = i + 2; k < all.front().last && k < i + reach && issuers.empty(); ++k) {
      const Key at = article_.token(k).key;
      if (at == "on"_key || at == "regarding"_key || at == "concerning"_key || at == "about"_key) break;
      if (article_.entity_at(k).set()) add_with_conjuncts(issuers, k);
    }
    return issuers;
  }
  // "Transcript: State Department press briefing": whose spokesman speaks.
  bool transcript = false;
  for (std::uint32_t i = all.front().first; i < all.front().last; ++i)
    transcript = transcript || article_.token(i).key == "transcript"_key || article_.token(i).key == "briefing"_key;
  for (std::uint32_t i = all.front().first; transcript && i < all.front().last && issuers.empty(); ++i)
    if (article_.entity_at(i).set()) add_all(issuers, parties_.at(i));
  return issuers;
}

// "4. Strongly condemns the raid": whose decision it is, the title says.
bool Roles::opens_decision(std::uint32_t token) const {
  std::uint32_t first = article_.language.sentences[article_.token(token).sentence].first;
  while (first < token && (article_.token(first).tag == Tag::num || article_.token(first).tag == Tag::punct ||
                           article_.token(first).tag == Tag::adv || article_.token(first).tag == Tag::x))
    ++first;
  if (article_.token(first).tag != Tag::verb || article_.token(first).form != language::Form::present) return false;
  if (article_.words(article_.token(first).span).back() != 's') return false;
  return first == token || (article_.token(token).form == language::Form::present && article_.token(token).relation == Relation::conj &&
                            article_.token(token).head == first);
}

}  // namespace khabar::interactions
