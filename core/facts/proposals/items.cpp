// Steps and items of lists: "First, invite the neighbours", "We ask that you: 1. reopen the pier;".
#include "facts/proposals/finder.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

// "invite": as an imperative has it.
bool Finder::is_bare_verb(std::uint32_t t) const {
  const Token& token = article_.token(t);
  const bool bare = token.form == language::Form::base || (token.form == language::Form::present && !ends_in_s(t));
  return token.tag == Tag::verb && bare;
}

// "First, invite the neighbours.": a step of a list is an imperative.
void Finder::counted_step(const language::Sentence& sentence) {
  static constexpr std::array counts = {"first"_key, "second"_key, "third"_key, "fourth"_key, "fifth"_key, "finally"_key, "lastly"_key};
  if (sentence.last < sentence.first + 5 || article_.words(article_.token(sentence.first + 1).span) != ",") return;
  if (std::find(counts.begin(), counts.end(), article_.token(sentence.first).key) == counts.end()) return;
  const std::uint32_t verb = sentence.first + 2;
  if (!is_bare_verb(verb) || dependent(article_, verb, Relation::nsubj) != none) return;
  Proposal proposal;
  proposal.cue = article_.token(verb).span;
  proposal.rule = "proposals.imperative";
  add(std::move(proposal), {verb, facts::clause_end_by_words(article_, verb)});
}

// "We ask that you: 1. reopen the pier;", "Recommendations - Reopen the pier": what items of a list tell somebody to do, where the
// line above the list asks for it.
void Finder::item_asked_for(const language::Sentence& sentence) {
  const auto& blocks = article_.layout.blocks;
  if (sentence.block >= blocks.size()) return;
  std::uint32_t verb = sentence.first;
  while (verb < sentence.last && verb < sentence.first + 2 && article_.token(verb).tag == Tag::punct) ++verb;
  const bool item = blocks[sentence.block].kind == BlockKind::list_item || verb > sentence.first;
  const bool begins =
      sentence.first == 0 || article_.language.sentences[article_.token(sentence.first - 1).sentence].block != sentence.block;
  if (!item || !begins) {
    if (!item && begins) list_asks_ = asks_for_list(sentence.block);
    return;
  }
  if (!list_asks_ || verb + 2 >= sentence.last) return;
  if (!is_bare_verb(verb)) return;
  for (const Link& link : article_.links.of(verb))
    if (link.kind == LinkKind::subject && !link.inherited && link.dependent < verb) return;
  Proposal proposal;
  proposal.cue = article_.token(verb).span;
  proposal.rule = "proposals.item";
  add(std::move(proposal), {verb, sentence.last});
}

// Does the block end with "we urge you to:", or is it a heading such as "Recommendations"? Looks at its last words.
bool Finder::asks_for_list(std::uint32_t block) const {
  constexpr std::size_t longest = 160;
  const Span span = article_.layout.blocks[block].span;
  std::string_view text = article_.words(span);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  const bool heading = article_.layout.blocks[block].kind == BlockKind::heading || text.size() < 40;
  if (text.empty() || (text.back() != ':' && !heading)) return false;
  const std::uint32_t from = span.end > longest ? std::max(span.begin, span.end - static_cast<std::uint32_t>(longest)) : span.begin;
  const auto& tokens = article_.language.tokens;
  auto at = std::lower_bound(tokens.begin(), tokens.end(), from, [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
  for (; at != tokens.end() && at->span.end <= span.end; ++at)
    if (cues_.asks_for_list(at->lemma)) return true;
  return false;
}

}  // namespace khabar::proposals
