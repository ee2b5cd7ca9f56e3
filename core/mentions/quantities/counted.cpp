#include "mentions/quantities/counted.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::quantities {

using language::Form;
using language::Tag;
using language::Token;
using text::Key;
using namespace text::literals;

bool is_collective(Key key) {
  return key == "people"_key || key == "police"_key || key == "personnel"_key || key == "troops"_key || key == "cattle"_key ||
         key == "staff"_key || key == "men"_key || key == "women"_key || key == "children"_key || key == "crew"_key ||
         key == "aircraft"_key || key == "injured"_key || key == "dead"_key;
}

namespace {

constexpr std::uint32_t longest_group = 9;  // tokens between a number and the noun it counts

bool is_noun(const Token& token) {
  return (token.tag == Tag::noun || token.tag == Tag::propn) && token.has(Token::has_letter) && token.span.length() > 1;
}

bool is_participle(const Token& token) { return token.tag == Tag::verb && token.form != Form::base && token.form != Form::present; }

bool is_plural(const Token& token) { return token.form == Form::plural || is_collective(token.key); }

bool is_determiner(Key key) {
  return key == "the"_key || key == "his"_key || key == "her"_key || key == "their"_key || key == "its"_key || key == "our"_key ||
         key == "these"_key || key == "those"_key || key == "my"_key || key == "your"_key;
}

class Finder {
 public:
  Finder(std::span<const Token> tokens, std::uint32_t end, std::span<const bool> covered) : tokens_(tokens), end_(end), covered_(covered) {}

  Counted find(const Numeral& numeral, std::uint32_t at) const {
    if (!opens_quotation(at)) return find_plain(numeral, at);
    Counted out = find_plain(numeral, at + 1);
    if (usable(out.last) && tokens_[out.last].key == tokens_[at].key && !tokens_[out.last].has(Token::space_before)) ++out.last;
    return out;
  }

 private:
  Counted find_plain(const Numeral& numeral, std::uint32_t at) const {
    Counted out;
    if (usable(at) && tokens_[at].key == "of"_key) {
      const bool group = numeral.vague || numeral.article || numeral.scale > 1;
      ++at;
      bool definite = false;
      while (usable(at) && is_determiner(tokens_[at].key)) {
        definite = true;
        ++at;
      }
      if (!group && !definite) return out;
      out.through_of = true;
    }
    if (usable(at) && (tokens_[at].key == "times"_key || tokens_[at].key == "time"_key)) {
      out.first = out.head = at;
      out.last = at + 1;
      return out;
    }
    const std::uint32_t limit = std::min(end_, at + longest_group);
    std::uint32_t run = at;
    bool noun = false;
    for (; run < limit && usable(run); ++run) {
      const Token& token = tokens_[run];
      const bool tight = run > at && !token.has(Token::space_before);
      if (is_noun(token)) {
        noun = true;
      } else if (noun && tight && tokens_[run - 1].key == "-"_key && tokens_[run - 1].span.end == token.span.begin &&
                 (token.has(Token::has_digit) || token.span.length() == 1)) {
        continue;  // "three AK-47 rifles"
      } else if (tokens_[run].key == "-"_key || token.key == "/"_key) {
        if (!tight && !(run + 1 < limit && !tokens_[run + 1].has(Token::space_before))) break;
        if (run == at) break;
      } else if (token.tag == Tag::adj || (is_participle(token) && tokens_[numeral.last - 1].head != run)) {  // not "one said residents"
        // After the noun only what a hyphen ties to the next: "36 attacks killed ..." ends at attacks.
        const bool tied = tight && tokens_[run - 1].key == "-"_key;
        if (noun && !tied && !(token.tag == Tag::adj && !is_plural(tokens_[run - 1]) && run + 1 < limit && is_noun(tokens_[run + 1])))
          break;
      } else if (token.tag == Tag::adv || token.tag == Tag::num) {
        const std::uint32_t parsed = tokens_[numeral.last - 1].head;
        const bool before_modifier = run + 1 < limit && (tokens_[run + 1].tag == Tag::adj || tokens_[run + 1].tag == Tag::verb ||
                                                         (is_noun(tokens_[run + 1]) && parsed > run && parsed < limit));
        if (noun || token.tag == Tag::num || !before_modifier) break;
      } else if ((token.key == "and"_key || token.key == "or"_key || token.key == ","_key) && !noun && run > at && run + 1 < limit &&
                 tokens_[run - 1].tag == Tag::adj && tokens_[run + 1].tag == Tag::adj) {
        continue;  // "two old and rusty rifles"
      } else {
        break;
      }
    }
    if (noun) return group(numeral, at, run, out);
    // "one Greek and two Shiites": a people's name that the tagger takes for an adjective.
    if (run > at && tokens_[run - 1].has(Token::initial_capital) && tokens_[run - 1].tag == Tag::adj) {
      out.first = at;
      out.head = run - 1;
      out.last = run;
      return out;
    }
    return fate(at, out);
  }

  bool usable(std::uint32_t i) const { return i < end_ && !covered_[i]; }

  // 30 "terrorists"
  bool opens_quotation(std::uint32_t at) const {
    if (!usable(at) || !usable(at + 1) || tokens_[at + 1].has(Token::space_before) || !tokens_[at].has(Token::space_before)) return false;
    const Key mark = tokens_[at].key;
    return (mark == "\""_key || mark == "'"_key) && (is_noun(tokens_[at + 1]) || tokens_[at + 1].tag == Tag::adj);
  }

  Counted group(const Numeral& numeral, std::uint32_t at, std::uint32_t run, Counted out) const {
    // The first unbroken row of nouns; its last plural is counted, else the parser's choice, else its last noun.
    std::uint32_t first = at;
    while (!is_noun(tokens_[first])) ++first;
    std::uint32_t last = first, plural = end_;
    const std::uint32_t parsed = tokens_[numeral.last - 1].head;
    bool parsed_in_row = false;
    for (std::uint32_t i = first; i < run; ++i) {
      if (!is_noun(tokens_[i])) {
        if (tokens_[i].has(Token::space_before) && tokens_[i].tag != Tag::adj) break;
        continue;
      }
      // "two Lashkar-e-Taiba men": a hyphen behind a noun says that it is not the head.
      const Key unit = tokens_[i].key;  // "two explosions minutes apart"
      if (plural != end_ && (unit == "minutes"_key || unit == "hours"_key || unit == "days"_key || unit == "seconds"_key)) break;
      const bool tied = i + 2 < run && tokens_[i + 1].key == "-"_key && !tokens_[i + 1].has(Token::space_before);
      last = i;
      parsed_in_row = parsed_in_row || i == parsed;
      if (!tied && is_plural(tokens_[i])) plural = i;
    }
    out.head = last;
    if (numeral.value != 1 && plural != end_) {
      out.head = plural;
    } else if (parsed_in_row) {
      out.head = parsed;
    }
    out.first = at;
    out.last = out.head + 1;
    if (usable(out.last + 1) && tokens_[out.last].key == "-"_key && tokens_[out.last + 1].key == "by"_key) out.last += 2;  // "passers-by"
    const Key key = tokens_[out.head].key;
    out.fate = key == "others"_key || key == "injured"_key || key == "dead"_key || key == "wounded"_key;
    return out;
  }

  // "ten killed", "two more", "five critically wounded"
  Counted fate(std::uint32_t at, Counted out) const {
    const Vocabulary& words = Vocabulary::instance();
    std::uint32_t i = at;
    if (usable(i) && tokens_[i].tag == Tag::adv && usable(i + 1)) ++i;
    if (!usable(i) || !words.is(WordClass::outcome, tokens_[i].key)) return {};
    out.first = at;
    out.head = i;
    out.last = i + 1;
    out.fate = true;
    return out;
  }

  std::span<const Token> tokens_;
  std::uint32_t end_;
  std::span<const bool> covered_;
};

}  // namespace

Counted counted_after(std::span<const Token> tokens, const Numeral& numeral, std::uint32_t at, std::uint32_t end,
                      std::span<const bool> covered) {
  return Finder(tokens, end, covered).find(numeral, at);
}

std::string unit_of(std::string_view text, const Token& token) {
  std::string word = text::folded(text.substr(token.span.begin, std::min<std::uint32_t>(token.span.length(), 64)));
  if (word == "people") return "person";
  auto ends = [&](std::string_view tail) {
    return word.size() > tail.size() + 1 && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
  };
  if (token.lemma == token.key) {
    // Names have no lemma: "26 Insurgents" of a headline, "two Americans".
    if (!token.has(Token::initial_capital) || !ends("s") || ends("ss") || ends("us") || ends("is")) return word;
    if (ends("ies")) return word.substr(0, word.size() - 3) + "y";
    return word.substr(0, word.size() - (ends("ches") || ends("shes") || ends("xes") || ends("sses") ? 2 : 1));
  }
  // The lemma is known by key only: the spelling that has it.
  auto has = [&](const std::string& candidate) { return text::key_of_folded(candidate) == token.lemma; };
  auto cut = [&](std::size_t count) { return word.substr(0, word.size() - std::min(count, word.size())); };
  for (const std::string& candidate : {cut(1), cut(2), cut(3) + "y", cut(3) + "f", cut(3) + "fe", cut(3) + "us", cut(2) + "is",
                                       cut(2) + "an", cut(1) + "um", cut(1) + "on"})
    if (has(candidate)) return candidate;
  static constexpr std::string_view irregular[] = {"man",   "woman",      "child", "person", "foot",  "mouse",  "goose",
                                                   "tooth", "ox",         "life",  "wife",   "knife", "gunman", "policeman",
                                                   "staff", "phenomenon", "be",    "have",   "die"};
  for (const std::string_view candidate : irregular)
    if (has(std::string(candidate))) return std::string(candidate);
  return word;
}

}  // namespace khabar::quantities
