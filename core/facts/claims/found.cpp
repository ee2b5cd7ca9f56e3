#include "facts/claims/found.h"

#include "text/sorting.h"

#include <algorithm>

namespace khabar::claims {

using facts::trimmed;

// "OSLO (May 3) - Two men fled": the dateline is nobody's words.
Range Found::past_dateline(Range content) const {
  constexpr std::uint32_t longest = 14;
  if (content.empty()) return content;
  const std::uint32_t s = article_.token(content.first).sentence;
  const auto& sentences = article_.language.sentences;
  const bool begins_block = content.first == sentences[s].first && (s == 0 || sentences[s - 1].block != sentences[s].block);
  if (!begins_block) return content;
  for (std::uint32_t i = content.first + 1; i + 2 < content.last && i < content.first + longest; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb || token.tag == Tag::aux || token.tag == Tag::pron) break;
    const std::string_view mark = article_.words(token.span);
    const bool dash = (mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014") && token.has(Token::space_before);
    if (!dash) continue;
    const bool bracket = article_.words(article_.token(i - 1).span) == ")";
    if (bracket || article_.token(content.first).has(Token::all_capitals)) return trimmed(article_, {i + 1, content.last});
    break;
  }
  return content;
}

void Found::add(Claim claim, Range content) {
  content = past_dateline(trimmed(article_, content));
  if (content.empty()) return;
  claim.content = span_of(article_, content);
  // Two cues of one sentence can meet in one content; they are near each other.
  for (std::size_t back = 0; back < 8 && back < claims_.size(); ++back) {
    const Claim& other = claims_[claims_.size() - 1 - back];
    if (other.content == claim.content && other.source.span == claim.source.span) return;
  }
  Span evidence = claim.content;
  evidence.begin = std::min(evidence.begin, claim.cue.begin);
  evidence.end = std::max(evidence.end, claim.cue.end);
  if (!claim.source.span.empty()) {
    evidence.begin = std::min(evidence.begin, claim.source.span.begin);
    evidence.end = std::max(evidence.end, claim.source.span.end);
  }
  claim.evidence = {evidence};
  claims_.push_back(std::move(claim));
}

// "He denied that Oman had asked them to leave": what Oman is said to have asked, it did not ask.
void Found::drop_what_is_denied() {
  std::vector<Span> denied;
  for (const Claim& claim : claims_)
    if (claim.type == ClaimType::deny && claim.rule != "claims.object" && claim.rule != "claims.quotation") denied.push_back(claim.content);
  if (denied.empty()) return;
  claims_.erase(std::remove_if(claims_.begin(), claims_.end(),
                               [&](const Claim& claim) {
                                 return std::any_of(denied.begin(), denied.end(), [&](Span span) {
                                   return span.contains(claim.cue) && span.contains(claim.source.span) && !claim.source.span.empty();
                                 });
                               }),
                claims_.end());
}

// "The rebels reject the deal, two sources said": who is told of at the sentence's end says no part of what others say in it.
void Found::end_before_speaker() {
  for (const Claim& whole : claims_) {
    if (whole.rule != "claims.final" || whole.content.end > whole.source.span.begin) continue;
    for (Claim& claim : claims_)
      if (!claim.quoted && claim.content.begin > whole.content.begin && claim.content.begin < whole.content.end &&
          claim.content.end > whole.source.span.begin)
        claim.content.end = whole.content.end;
  }
}

std::vector<Claim> Found::take() {
  drop_what_is_denied();
  end_before_speaker();
  text::stable_sort(claims_, [](const Claim& a, const Claim& b) { return a.content < b.content; });
  return std::move(claims_);
}

}  // namespace khabar::claims
