// Where what is proposed begins and ends.
#include "facts/proposals/finder.h"

#include <algorithm>

namespace khabar::proposals {

// "Police said X must ...": where another finite verb stands before the subject, the clause begins with the subject.
std::uint32_t Finder::after_other_clause(std::uint32_t first, std::uint32_t subject) const {
  for (std::uint32_t i = first; i < subject; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb && token.form != language::Form::past_participle && token.form != language::Form::gerund) return subject;
    if (token.tag == Tag::aux && token.relation == Relation::cop) return subject;  // "It is our war and we must end it"
    if (token.tag == Tag::aux && token.head < subject && article_.token(token.head).tag == Tag::verb) return subject;  // "I have said"
  }
  return first;
}

// The words of a clause or phrase behind its cue, without the "that" that opens it.
Range Finder::told_after(std::uint32_t cue, std::uint32_t head) const {
  Range range = subtree(article_, head);
  range.first = std::max(range.first, cue + 1);
  while (range.first + 1 < range.last && article_.token(range.first).tag == Tag::punct) ++range.first;  // it is "vital" that
  if (article_.token(range.first).key == "that"_key) ++range.first;
  return range;
}

bool Finder::add(Proposal proposal, Range range) {
  for (std::uint32_t i = range.first; i < range.last; ++i)  // another sentence but for the mark
    if ((article_.words(article_.token(i).span) == ";" ||
         (article_.words(article_.token(i).span) == ":" && proposal.rule == "proposals.urge")) &&
        article_.token(i).span.begin > proposal.cue.begin)
      range.last = i;
  // “... ask all members to pay more,” the adviser told the press: what is proposed in quotation marks ends with them
  constexpr std::uint32_t reach = 40;
  bool quoted = false;
  for (std::uint32_t i = range.first > reach ? range.first - reach : 0; i < range.last; ++i)
    quoted = quoted || (article_.token(i).span.begin == proposal.cue.begin && article_.token(i).has(Token::inside_quotes));
  for (std::uint32_t i = range.first + 1; i < range.last && quoted; ++i)
    if (!article_.token(i).has(Token::inside_quotes) && article_.token(i).has(Token::has_letter) && article_.token(i - 1).tag == Tag::punct)
      range.last = i;
  // Never half of a name: "the Foreign, Trade and Port Office publish it"
  while (range.first > 0 && !range.empty() && proposal.actor.span.contains(article_.token(range.first - 1).span) &&
         proposal.actor.span.overlaps(article_.token(range.first).span))
    --range.first;
  range = trimmed(article_, range);
  if (range.last - range.first < 2 || range.empty()) return false;
  // One clause, one proposal: the first cue to claim it keeps it.
  if (taken_.first <= range.first && range.last <= taken_.last && !taken_.empty()) return true;
  taken_ = range;
  proposal.span = span_of(article_, range);
  proposal.evidence = {{std::min(proposal.span.begin, proposal.cue.begin), std::max(proposal.span.end, proposal.cue.end)}};
  proposals_.push_back(std::move(proposal));
  return true;
}

}  // namespace khabar::proposals
