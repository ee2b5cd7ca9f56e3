#include "facts/clauses.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::facts {

using language::Relation;
using language::Tag;
using mentions::none;

namespace {

// Ends a clause whatever stands around it.
bool is_hard_boundary(const mentions::Article& article, std::uint32_t token) {
  const text::Decoded d = text::decode(article.text, article.token(token).span.begin);
  return d.code == ';' || d.code == ':' || d.code == 0x2014 || d.code == 0x2015 || text::is_quote(d.code) || d.code == '(' || d.code == ')';
}

bool is_finite(const language::Token& token) {
  return token.tag == Tag::aux || (token.tag == Tag::verb && (token.form == language::Form::past || token.form == language::Form::present));
}

bool is_nominal(const language::Token& token) { return token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron; }

// Is there a subject and its finite verb in the next words?
bool clause_begins(const mentions::Article& article, std::uint32_t from, std::uint32_t last) {
  constexpr std::uint32_t reach = 9;
  bool subject = false;
  for (std::uint32_t i = from; i < last && i < from + reach; ++i) {
    const language::Token& token = article.token(i);
    if (token.tag == Tag::punct) return false;
    if (is_nominal(token)) subject = true;
    if (is_finite(token)) return subject;
  }
  return false;
}

// "and the union must", "while Chad should": somebody else's duty, a few words on.
bool duty_begins(const mentions::Article& article, std::uint32_t from, std::uint32_t last) {
  using namespace text::literals;
  constexpr std::uint32_t reach = 6;
  for (std::uint32_t i = from; i < last && i < from + reach; ++i) {
    const language::Token& token = article.token(i);
    if (token.key == "must"_key || token.key == "should"_key) return i > from && is_nominal(article.token(i - 1));
    if (token.tag == Tag::verb || token.tag == Tag::aux || token.tag == Tag::punct || token.tag == Tag::sconj) return false;
  }
  return false;
}

// Of a mention: the token on which the others hang.
std::uint32_t head_of_mention(const mentions::Article& article, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t head = article.token(i).head;
    if (head == i || head < first || head >= last) return i;
  }
  return last - 1;
}

}  // namespace

std::uint32_t clause_end_by_words(const mentions::Article& article, std::uint32_t from) {
  using namespace text::literals;
  const std::uint32_t last = article.language.sentences[article.token(from).sentence].last;
  bool opened = false;
  for (std::uint32_t i = from + 1; i < last; ++i) {
    const language::Token& token = article.token(i);
    if (text::is_quote(text::decode(article.text, token.span.begin).code)) {
      // A quotation that begins after the anchor belongs to the clause; one that it stands in ends it.
      if (!opened && !token.has(language::Token::space_before)) return i;
      opened = !opened;
      continue;
    }
    if (is_hard_boundary(article, i)) return i;
    // "declared that "it is over," adding that ...": the comma stands inside the quotation that ends here
    const bool closed = !opened && i >= from + 2 && text::is_quote(text::decode(article.text, article.token(i - 1).span.begin).code) &&
                        is_mark(article, i - 2, ",");
    if (closed && (token.key == "adding"_key || token.key == "saying"_key || token.key == "according"_key)) return i;
    const bool comma = is_mark(article, i - 1, ",");
    if (comma && (token.key == "after"_key || token.key == "amid"_key || token.key == "following"_key || token.key == "despite"_key))
      return i - 1;
    if (token.tag == Tag::cconj && i + 1 < last && article.token(i + 1).key == "that"_key && article.token(i + 1).tag == Tag::sconj)
      return comma ? i - 1 : i;  // "ought to go and that others should stay"
    const bool pronoun = i + 1 < last && article.token(i + 1).tag == Tag::pron;
    if (token.tag == Tag::cconj && token.key != "or"_key && (comma || pronoun || token.key == "but"_key) &&
        clause_begins(article, i + 1, last))
      return comma ? i - 1 : i;
    if (token.tag == Tag::cconj && duty_begins(article, i + 1, last)) return i;
    if (!comma) continue;
    if (token.key == "says"_key || token.key == "said"_key) return i - 1;  // "..., says Omar Diop"
    if (token.key == "according"_key || token.key == "adding"_key || token.key == "saying"_key) return i - 1;
    if (token.tag == Tag::verb && token.form == language::Form::base) continue;  // "should write it, publish what it has and go"
    if (token.tag == Tag::sconj && clause_begins(article, i + 1, last)) return i - 1;
    if (clause_begins(article, i, last)) return i - 1;  // ", he said"
  }
  return last;
}

namespace {

// "Third, both sides ... need": what only counts the points.
bool counts_points(text::Key key) {
  using namespace text::literals;
  return key == "first"_key || key == "second"_key || key == "third"_key || key == "fourth"_key || key == "fifth"_key ||
         key == "finally"_key || key == "lastly"_key || key == "firstly"_key || key == "secondly"_key || key == "thirdly"_key;
}

}  // namespace

Range clause_by_words(const mentions::Article& article, std::uint32_t anchor) {
  using namespace text::literals;
  const language::Sentence& sentence = article.language.sentences[article.token(anchor).sentence];
  std::uint32_t first = sentence.first;
  for (std::uint32_t i = anchor; i > sentence.first; --i) {
    const language::Token& before = article.token(i - 1);
    const bool that = before.key == "that"_key && before.tag != Tag::det && i - 1 > sentence.first &&
                      (is_finite(article.token(i - 2)) || article.token(i - 2).form == language::Form::gerund);
    bool clause_before = false;
    if (before.tag == Tag::cconj)
      for (std::uint32_t k = sentence.first; k + 1 < i && !clause_before; ++k) clause_before = is_finite(article.token(k));
    const bool joined = clause_before && i >= sentence.first + 2 && (is_mark(article, i - 2, ",") || before.key == "but"_key) &&
                        clause_begins(article, i, anchor + 1);
    if (is_hard_boundary(article, i - 1) ||
        (before.tag == Tag::sconj && before.key != "that"_key && clause_begins(article, i, anchor + 1)) || that || joined) {
      first = i;
      break;
    }
  }
  // "However, ...", "In response, ...": what stands before the comma holds no finite verb and does not begin with a noun group.
  for (int skipped = 0; skipped < 3; ++skipped) {
    while (first < anchor && (article.token(first).tag == Tag::cconj || article.token(first).tag == Tag::punct)) ++first;
    if (first + 1 < anchor && is_mark(article, first + 1, ",") && counts_points(article.token(first).key)) {
      first += 2;
      continue;
    }
    const Tag head = article.token(first).tag;
    const bool adverbial = head == Tag::verb && article.token(first).relation == Relation::advcl;
    if (head != Tag::adv && head != Tag::adp && head != Tag::sconj && head != Tag::part && !adverbial) break;
    // The first comma after which a subject, and no other finite verb, leads to the anchor.
    std::uint32_t comma = none;
    bool subject = false;
    for (std::uint32_t i = anchor; i > first; --i) {
      const language::Token& token = article.token(i - 1);
      if (is_mark(article, i - 1, ",") && subject) comma = i - 1;
      if (is_finite(token)) break;
      subject = subject || is_nominal(token);
    }
    if (comma == none) break;
    first = comma + 1;
  }
  return {first, clause_end_by_words(article, anchor)};
}

std::uint32_t report_behind(const mentions::Article& article, std::uint32_t from, std::uint32_t end) {
  using namespace text::literals;
  for (std::uint32_t i = from + 1; i + 1 < end; ++i) {
    const language::Token& token = article.token(i);
    if (token.tag == Tag::verb && token.form == language::Form::gerund && article.token(i + 1).key == "that"_key &&
        is_mark(article, i - 1, ","))
      return i - 1;
  }
  return end;
}

std::uint32_t past_time(const mentions::Article& article, std::uint32_t token) {
  using namespace text::literals;
  const std::uint32_t last = article.language.sentences[article.token(token - 1).sentence].last;
  const auto of_time = [&](std::uint32_t t) { return t < last && article.mentions.time_of[t] != none; };
  const auto before_time = [&](std::uint32_t t) {
    const text::Key key = t < last ? article.token(t).key : 0;
    return (key == "on"_key || key == "in"_key || key == "late"_key || key == "early"_key) && of_time(t + 1);
  };
  while (of_time(token) || before_time(token)) ++token;
  return token;
}

std::uint32_t before_joined_clause(const mentions::Article& article, std::uint32_t verb, std::uint32_t from, std::uint32_t end) {
  for (const std::uint32_t next : article.links.dependents(verb))
    if (next > from && article.token(next).relation == language::Relation::conj &&
        dependent(article, next, language::Relation::nsubj) != none)
      end = std::min(end, std::max(from + 1, subtree(article, next).first));
  return end;
}

std::uint32_t semicolon_in(const mentions::Article& article, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t reach = 60;
  for (std::uint32_t i = first; i < last && i - first < reach; ++i)
    if (is_mark(article, i, ";")) return i;
  return none;
}

std::uint32_t name_before_aside(const mentions::Article& article, std::uint32_t verb) {
  using namespace text::literals;
  constexpr std::uint32_t reach = 40, most_titles = 6;
  const std::uint32_t first = article.language.sentences[article.token(verb).sentence].first;
  std::uint32_t close = verb;
  while (close > first && (article.token(close - 1).tag == Tag::aux || article.token(close - 1).tag == Tag::adv ||
                           article.token(close - 1).tag == Tag::part))
    --close;
  if (close <= first + 2 || !is_mark(article, close - 1, ",")) return none;
  --close;
  std::uint32_t begin = first;
  for (std::uint32_t i = close; i > first && close - i < reach; --i)
    if (is_hard_boundary(article, i - 1)) {
      begin = i;
      break;
    }
  if (close - begin > reach) return none;
  while (begin < close && (article.token(begin).tag == Tag::det || article.token(begin).tag == Tag::cconj)) ++begin;
  for (std::uint32_t titles = 0; begin < close && titles < most_titles && article.mentions.mention_of[begin] == none; ++titles, ++begin) {
    const Tag tag = article.token(begin).tag;
    if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj) return none;
  }
  const std::uint32_t mention = begin < close ? article.mentions.mention_of[begin] : none;
  if (mention == none) return none;
  std::uint32_t end = article.mentions.entities.mentions[mention].last;
  // "Chad and Niger, where it rained, asked": two names.
  if (end + 2 < close && article.token(end).key == "and"_key) {
    std::uint32_t second = end + 1;
    if (article.token(second).tag == Tag::det) ++second;
    if (const std::uint32_t other = article.mentions.mention_of[second]; other != none)
      end = article.mentions.entities.mentions[other].last;
  }
  if (end + 1 >= close || !is_mark(article, end, ",")) return none;
  // "Chad, Niger and, on paper, Mali": a list, no aside.
  std::uint32_t inside = end + 1;
  if (article.token(inside).tag == Tag::det && inside + 1 < close) ++inside;
  const Tag opens = article.token(inside).tag;
  if (opens == Tag::propn || article.mentions.mention_of[inside] != none) return none;
  if (article.token(end + 1).tag == Tag::cconj || article.token(end + 1).tag == Tag::sconj) return none;
  // "Oman, which stayed away, hopes that its envoys, once freed, will": the aside that ends at another verb is that verb's.
  for (std::uint32_t i = end + 1; i + 1 < close; ++i) {
    if (!is_mark(article, i, ",")) continue;
    std::uint32_t next = i + 1;
    while (next + 1 < close && article.token(next).tag == Tag::adv) ++next;
    if (is_finite(article.token(next))) return none;
  }
  return head_of_mention(article, article.mentions.entities.mentions[mention].first, article.mentions.entities.mentions[mention].last);
}

bool is_day_of_object(const mentions::Article& article, std::uint32_t verb, const times::Found& time) {
  const std::uint32_t object = dependent(article, verb, Relation::obj);
  if (object == none || object < verb || time.first <= object || time.time.type != TimeType::date) return false;
  for (std::uint32_t i = object + 1; i < time.first; ++i)
    if (article.token(i).tag == Tag::verb || article.token(i).tag == Tag::aux) return false;
  for (std::uint32_t i = time.first; i < time.last; ++i)
    if (article.token(i).has(language::Token::has_digit)) return true;
  return false;
}

bool asks_whether(const mentions::Article& article, const language::Sentence& sentence) {
  using language::Tag;
  using namespace text::literals;
  if (sentence.last < sentence.first + 4 || article.words(article.token(sentence.last - 1).span) != "?") return false;
  std::uint32_t at = sentence.first;
  const text::Key label = article.token(at).key;
  const bool labelled = label == "question"_key || label == "q"_key || label == "reporter"_key || label == "journalist"_key;
  if (labelled && is_mark(article, at + 1, ":")) at += 2;
  while (at + 1 < sentence.last &&
         (article.token(at).tag == Tag::punct || article.token(at).tag == Tag::cconj || article.token(at).tag == Tag::intj))
    ++at;
  return article.token(at).tag == Tag::aux;
}

}  // namespace khabar::facts
