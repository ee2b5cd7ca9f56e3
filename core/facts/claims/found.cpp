#include "facts/claims/found.h"

#include "facts/labels.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::claims {

using facts::trimmed;

// "Lima - Chile has paid": the town that news is from.
std::uint32_t Found::past_town(Range content) const {
  if (content.empty()) return content.first;
  const std::uint32_t sentence = article_.token(content.first).sentence;
  const std::uint32_t m = article_.mentions.mention_of[content.first];
  if (content.first != article_.language.sentences[sentence].first || m == none) return content.first;
  const entities::MentionAt& town = article_.mentions.entities.mentions[m];
  const EntityType type = article_.mentions.entities.entities[town.entity.index].type;
  if ((type != EntityType::place && type != EntityType::country) || town.last + 2 >= content.last) return content.first;
  const language::Token& dash = article_.token(town.last);
  const std::string_view mark = article_.words(dash.span);
  const bool apart = dash.has(language::Token::space_before) && article_.token(town.last + 1).has(language::Token::space_before);
  return apart && (mark == "-" || mark == "--" || mark == "–" || mark == "—") ? town.last + 1 : content.first;
}

void Found::add(Claim claim, Range content) {
  content = trimmed(article_, content);
  if (!content.empty() && !claim.quoted) {  // "5 May - Gao: two hostages were freed": the label is nobody's words
    const std::uint32_t label = facts::label_of(article_, article_.token(content.first).sentence).end;
    if (label > content.first && label < content.last) content.first = label;
  }
  if (!claim.quoted) content.first = past_town(content);
  if (content.empty()) return;
  // "suggested that, and Oman paid": what goes on is not what was said
  const text::Key first = article_.token(content.first).key;
  const bool pairs = first == "both"_key || first == "neither"_key || first == "either"_key;  // "said both had left"
  if (!claim.quoted && claim.rule == "claims.clause" && article_.token(content.first).tag == Tag::cconj && !pairs &&
      article_.token(content.first).span.begin > claim.cue.begin)
    return;
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

namespace {

// In the order of the contents, those inside of one follow it closely.
constexpr std::size_t nearest = 64;

}  // namespace

// "He denied that Oman had asked them to leave": what Oman is said to have asked, it did not ask.
void Found::drop_what_is_denied() {
  std::vector<bool> unsaid(claims_.size(), false);
  for (std::size_t d = 0; d < claims_.size(); ++d) {
    const Claim& denial = claims_[d];
    if (denial.type != ClaimType::deny || denial.rule == "claims.object" || denial.rule == "claims.quotation") continue;
    for (std::size_t c = d + 1; c < claims_.size() && c < d + nearest && claims_[c].content.begin < denial.content.end; ++c)
      unsaid[c] = unsaid[c] || (!claims_[c].source.span.empty() && denial.content.contains(claims_[c].cue) &&
                                denial.content.contains(claims_[c].source.span));
  }
  std::size_t kept = 0;
  for (std::size_t c = 0; c < claims_.size(); ++c)
    if (!unsaid[c]) {
      if (kept != c) claims_[kept] = std::move(claims_[c]);
      ++kept;
    }
  claims_.resize(kept);
}

// "The rebels reject the deal, two sources said": who is told of at the sentence's end says no part of what others say in it.
void Found::end_before_speaker() {
  for (std::size_t w = 0; w < claims_.size(); ++w) {
    const Claim& whole = claims_[w];
    if (whole.rule != "claims.final" || whole.content.end > whole.source.span.begin) continue;
    for (std::size_t c = w + 1; c < claims_.size() && c < w + nearest && claims_[c].content.begin < whole.content.end; ++c)
      if (!claims_[c].quoted && claims_[c].content.begin > whole.content.begin && claims_[c].content.end > whole.source.span.begin)
        claims_[c].content.end = whole.content.end;
  }
}

std::vector<Claim> Found::take() {
  text::stable_sort(claims_, [](const Claim& a, const Claim& b) { return a.content < b.content; });
  drop_what_is_denied();
  end_before_speaker();
  text::stable_sort(claims_, [](const Claim& a, const Claim& b) { return a.content < b.content; });
  return std::move(claims_);
}

}  // namespace khabar::claims
