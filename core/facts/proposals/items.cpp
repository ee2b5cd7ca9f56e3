// Steps and items of lists: "First, invite the neighbours", "We ask that you: 1. reopen the pier;".
#include "facts/proposals/finder.h"

#include "text/utf8.h"

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
    if (!item && begins) read_line_above(sentence);
    return;
  }
  while (verb + 2 < sentence.last && (article_.token(verb).tag == Tag::num || article_.token(verb).tag == Tag::punct)) ++verb;  // "1."
  const bool lettered = verb > sentence.first && verb + 3 < sentence.last && article_.token(verb).span.length() == 1 &&
                        article_.words(article_.token(verb + 1).span) == ")";  // "(a)"
  if (lettered) verb += 2;
  if (!list_asks_ || verb + 2 >= sentence.last) return;
  const std::uint32_t act = past_adverb(verb, sentence.last);
  if (!is_bare_verb(act) && !is_misread_verb(verb, sentence.last)) return;
  for (const Link& link : article_.links.of(verb))
    if (link.kind == LinkKind::subject && !link.inherited && link.dependent < verb) return;
  Proposal proposal;
  proposal.cue = article_.token(verb).span;
  proposal.rule = "proposals.item";
  proposal.actor = list_actor_;
  add(std::move(proposal), {verb, sentence.last});
}

// "Immediately reopen", "Do not close": the verb behind them.
std::uint32_t Finder::past_adverb(std::uint32_t t, std::uint32_t last) const {
  if (t + 2 < last && article_.token(t).key == "do"_key && article_.token(t + 1).key == "not"_key) return t + 2;
  return t + 1 < last && article_.token(t).tag == Tag::adv ? t + 1 : t;
}

// "Fund a line", "Appoint officers": what an item begins with may be read as another word, for it stands where names and adjectives
// do. Then it has a capital and no ending of a noun, and no finite verb follows.
bool Finder::is_misread_verb(std::uint32_t t, std::uint32_t last) const {
  constexpr std::uint32_t reach = 12;
  const Token& token = article_.token(t);
  const Tag next = article_.token(t + 1).tag;
  const bool other = token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::adj || token.tag == Tag::adp;
  const bool followed = next == Tag::det || next == Tag::adj || next == Tag::noun || next == Tag::pron || next == Tag::propn;
  if (!other || !followed || token.has(Token::all_capitals) || article_.entity_at(t).set()) return false;
  const std::string word = text::folded(article_.words(token.span));
  for (const std::string_view ending :
       {"ion", "ment", "ing", "ity", "ness", "ance", "ence", "ship", "ism", "al", "ed", "s", "er", "ic", "ive", "ian", "ful", "able"})
    if (word.ends_with(ending)) return false;
  static constexpr std::array prepositions = {
      "in"_key, "on"_key, "for"_key,   "to"_key,      "with"_key,   "by"_key,     "at"_key,      "from"_key,    "under"_key,  "within"_key,
      "as"_key, "of"_key, "after"_key, "through"_key, "before"_key, "during"_key, "between"_key, "without"_key, "beyond"_key, "over"_key};
  if (std::find(prepositions.begin(), prepositions.end(), token.key) != prepositions.end()) return false;
  for (std::uint32_t i = t + 1; i < last && i < t + reach; ++i) {
    const Token& after = article_.token(i);
    if (after.tag == Tag::punct || after.tag == Tag::sconj || after.key == "that"_key || after.key == "who"_key) break;
    if (after.tag == Tag::aux) return false;
    if (after.tag == Tag::verb && (after.form == language::Form::past || after.form == language::Form::present)) return false;
  }
  return true;
}

// A line that is no item: it may ask for what the items below it tell, or say whom they ask ("To the two governments:").
void Finder::read_line_above(const language::Sentence& sentence) {
  constexpr std::uint32_t longest = 14;
  const auto& block = article_.layout.blocks[sentence.block];
  const text::Key first = article_.token(sentence.first).key;
  const bool line = block.kind == BlockKind::heading || sentence.last - sentence.first <= longest;
  const bool addressed = list_asks_ && line && (first == "to"_key || first == "for"_key) && sentence.first + 1 < sentence.last;
  list_actor_ = {};
  if (asks_for_list(sentence.block)) {
    list_asks_ = true;
  } else if (!addressed) {
    // What stands between a heading and its list, not the next heading.
    const bool heading = block.kind == BlockKind::heading || (line && article_.words(block.span).find('.') == std::string_view::npos);
    list_asks_ = list_asks_ && !heading && under_heading_;
    return;
  }
  under_heading_ = under_heading_ || block.kind == BlockKind::heading || line;
  const std::uint32_t from = addressed ? sentence.first + 1 : sentence.first;
  for (std::uint32_t i = from; i < sentence.last && i < from + longest; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb || token.tag == Tag::aux) break;
    if (token.tag != Tag::noun && token.tag != Tag::propn) continue;
    std::uint32_t head = i;
    while (article_.token(head).head > head && article_.token(head).head < sentence.last &&
           (article_.token(head).relation == Relation::compound || article_.token(head).relation == Relation::flat))
      head = article_.token(head).head;
    if (is_agent(head)) list_actor_ = facts::source_at(article_, head);
    break;
  }
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
