// What repairs of a sentence's tree have in common: looking about in it, and hanging words elsewhere so that it stays a tree.
#pragma once

#include "language/language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::language {

class TreeEdits {
 protected:
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  TreeEdits(std::string_view text, std::span<Token> tokens, std::uint32_t base) : text_(text), tokens_(tokens), base_(base) {}

  static bool is_name_or_noun(const Token& token) { return token.tag == Tag::noun || token.tag == Tag::propn; }
  static bool is_subject(const Token& token) { return token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass; }
  static bool is_finite(const Token& token) { return token.tag == Tag::verb && (token.form == Form::past || token.form == Form::present); }

  // Days, without an article or preposition adverbs of time: "said Monday", "today rejected".
  static bool is_day(Key key) {
    using namespace text::literals;
    static constexpr std::array keys = {"today"_key,     "yesterday"_key, "tomorrow"_key, "tonight"_key,  "monday"_key, "tuesday"_key,
                                        "wednesday"_key, "thursday"_key,  "friday"_key,   "saturday"_key, "sunday"_key};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  // "last November", "this week": adverbs with the word before them.
  static bool is_period(Key key) {
    using namespace text::literals;
    static constexpr std::array keys = {"week"_key,      "month"_key,   "year"_key,     "weekend"_key,  "morning"_key,
                                        "evening"_key,   "night"_key,   "january"_key,  "february"_key, "march"_key,
                                        "april"_key,     "may"_key,     "june"_key,     "july"_key,     "august"_key,
                                        "september"_key, "october"_key, "november"_key, "december"_key};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  // Whatever the parser's tree was, it stays one: a repair that would close a circle is undone.
  template <typename Repair>
  void attempt(Repair repair) {
    changed_.clear();
    repair();
    const bool sound = std::all_of(changed_.begin(), changed_.end(), [&](const Change& c) { return leads_to_root(c.token); });
    if (sound) return;
    for (auto change = changed_.rbegin(); change != changed_.rend(); ++change) {
      tokens_[change->token].head = change->head;
      tokens_[change->token].relation = change->relation;
    }
  }

  bool leads_to_root(std::uint32_t t) const {
    for (std::size_t steps = 0; steps <= tokens_.size(); ++steps) {
      if (head(t) == t) return true;
      t = head(t);
    }
    return false;
  }

  std::uint32_t head(std::uint32_t t) const { return tokens_[t].head - base_; }

  void hang(std::uint32_t t, std::uint32_t on, Relation relation) {
    changed_.push_back({t, tokens_[t].head, tokens_[t].relation});
    tokens_[t].head = on + base_;
    tokens_[t].relation = relation;
  }

  // Does `below` hang under `above`? Trees are shallow; the bound guards against a broken one.
  bool is_under(std::uint32_t below, std::uint32_t above) const {
    constexpr int deepest = 64;
    for (int i = 0; i < deepest; ++i) {
      if (below == above) return true;
      if (head(below) == below) return false;
      below = head(below);
    }
    return true;
  }

  std::uint32_t other_subject(std::uint32_t verb, std::uint32_t subject) const {
    constexpr std::uint32_t reach = 40;
    const std::uint32_t first = verb > reach ? verb - reach : 0;
    for (std::uint32_t i = first; i < verb; ++i)
      if (i != subject && head(i) == verb && is_subject(tokens_[i]) && begin_of_time(i) == none) return i;
    return none;
  }

  // ---- "today": where the words of time that end here begin; none where these are none.
  std::uint32_t begin_of_time(std::uint32_t t) const {
    using namespace text::literals;
    if (is_day(tokens_[t].key)) return t;
    if (t == 0 || !is_period(tokens_[t].key)) return none;
    const Key before = tokens_[t - 1].key;
    return before == "this"_key || before == "last"_key || before == "next"_key || is_day(before) ? t - 1 : none;
  }

  bool is_comma(std::uint32_t t) const {
    return t > 0 && tokens_[t].tag == Tag::punct && tokens_[t].span.length() == 1 && tokens_[t].span.begin == tokens_[t - 1].span.end;
  }

  // ---- "war-torn Chad": a mark that touches the words on both sides.
  bool is_hyphen(std::uint32_t t) const {
    return t + 1 < tokens_.size() && is_comma(t) && tokens_[t].span.end == tokens_[t + 1].span.begin;
  }

  bool is_relative(std::uint32_t t) const {
    using namespace text::literals;
    const Key key = tokens_[t].key;
    return tokens_[t].tag != Tag::det && (key == "who"_key || key == "which"_key || key == "that"_key);
  }

  struct Change {
    std::uint32_t token, head;
    Relation relation;
  };

  std::string_view text_;
  std::span<Token> tokens_;
  std::uint32_t base_;
  std::vector<Change> changed_;  // by the repair under way
};

}  // namespace khabar::language
