#include "facts/proposals/proposals.h"

#include "facts/proposals/finder.h"

#include <algorithm>

namespace khabar::proposals {

std::vector<Proposal> Finder::run() {
  for (const language::Sentence& sentence : article_.language.sentences) {
    if (!article_.in_body(sentence) || asks(sentence)) continue;
    taken_ = {};
    counted_step(sentence);
    item_asked_for(sentence);
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) read(sentence, t);
  }
  attach_claims();
  return std::move(proposals_);
}

void Finder::read(const language::Sentence& sentence, std::uint32_t t) {
  const Token& token = article_.token(t);
  const CueClass cue = cues_.of(token.lemma, token.tag == Tag::verb);
  const bool predicate = token.tag == Tag::verb || token.tag == Tag::aux || dependent(article_, t, Relation::cop) != none;
  if (expression(sentence, t) || way_forward(sentence, t)) return;
  if (predicate && modal(t)) return;
  if (what_is_needed(sentence, t) || (token.tag == Tag::noun && importance(t))) return;
  if (token.tag == Tag::verb && suggestion(t)) return;
  if (cue == CueClass::none) return;
  if (token.tag == Tag::verb) {
    verb(sentence, t, cue);
  } else if ((cue == CueClass::adjective &&
              (token.tag == Tag::adj || token.tag == Tag::verb || dependent(article_, t, Relation::cop) != none)) ||
             cue == CueClass::wise || (cue == CueClass::noun && token.tag == Tag::noun)) {
    quality(sentence, t, cue);
  }
}

bool Finder::asks(const language::Sentence& sentence) const {
  return sentence.last > sentence.first && article_.words(article_.token(sentence.last - 1).span).find('?') != std::string_view::npos;
}

// The innermost claim whose content holds the proposal, or that makes it ("urged", "called for"). Claims come in order of content.
void Finder::attach_claims() {
  for (Proposal& proposal : proposals_) {
    auto after = std::upper_bound(claims_.begin(), claims_.end(), proposal.span.begin,
                                  [](std::uint32_t at, const Claim& claim) { return at < claim.content.begin; });
    for (int back = 0; back < 16 && after != claims_.begin(); ++back) {
      --after;
      // "X needs a radar, the admiral told reporters": what is said ends before who says so.
      const bool told_behind = after->content.contains(proposal.cue) && after->content.begin <= proposal.span.begin &&
                               after->cue.begin >= after->content.end && after->cue.end <= proposal.span.end;
      if (told_behind) {
        proposal.span.end = std::min(proposal.span.end, after->content.end);
        proposal.evidence = {{std::min(proposal.span.begin, proposal.cue.begin), std::max(proposal.span.end, proposal.cue.end)}};
      }
      const bool holds = after->content.begin <= proposal.span.begin && after->content.end + 2 >= proposal.span.end;
      // "should leave, a clerk said": his words are no part of it
      const bool final = after->rule == "claims.final" && after->content.begin <= proposal.span.begin &&
                         after->content.end > proposal.span.begin && after->content.end < proposal.span.end &&
                         after->cue.end <= proposal.span.end && after->content.contains(proposal.cue);
      if (final) proposal.span.end = after->content.end;
      if (holds || final || after->cue == proposal.cue) {
        proposal.attribution = ClaimId{static_cast<std::uint32_t>(after - claims_.begin())};
        break;
      }
    }
  }
}

std::vector<Proposal> find(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues) {
  return Finder(article, claims, cues).run();
}

}  // namespace khabar::proposals
