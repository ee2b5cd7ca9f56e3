#include "facts/clauses.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::facts {

using language::LinkKind;
using language::Relation;
using language::Tag;
using mentions::none;

Range subtree(const mentions::Article& article, std::uint32_t token, std::span<const std::uint32_t> except) {
  Range range{token, token + 1};
  std::vector<std::uint32_t> open{token};
  // A tree has no cycles; the bound only guards against a broken one.
  for (std::size_t steps = 0; !open.empty() && steps < article.language.tokens.size(); ++steps) {
    const std::uint32_t at = open.back();
    open.pop_back();
    range.first = std::min(range.first, at);
    range.last = std::max(range.last, at + 1);
    for (std::uint32_t child : article.links.dependents(at))
      if (child != at && std::find(except.begin(), except.end(), child) == except.end()) open.push_back(child);
  }
  return range;
}

Range trimmed(const mentions::Article& article, Range range) {
  auto punctuation = [&](std::uint32_t token) {
    const language::Token& t = article.token(token);
    return t.tag == Tag::punct || (!t.has(language::Token::has_letter) && !t.has(language::Token::has_digit) && t.tag != Tag::sym);
  };
  while (!range.empty() && punctuation(range.first)) ++range.first;
  while (!range.empty() && punctuation(range.last - 1)) {
    const char close = article.text[article.token(range.last - 1).span.begin];
    if (close == ')' || close == ']') {
      const std::string_view inside = article.words(span_of(article, {range.first, range.last - 1}));
      if (inside.find(close == ')' ? '(' : '[') != std::string_view::npos) break;
    }
    --range.last;
  }
  // A quotation that begins inside keeps its end: the rebels “cowards”.
  const auto is_quote = [&](std::uint32_t token) {
    return text::is_quote(text::decode(article.text, article.token(token).span.begin).code);
  };
  std::uint32_t opened = none;  // the last mark inside, where it opens
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (!is_quote(t)) continue;
    const bool opens = opened == none && article.token(t).has(language::Token::space_before);
    if (!opens && opened == none) return range;  // begins within a quotation: its own marks stand outside
    opened = opens ? t : none;
  }
  if (opened == none) return range;
  const std::uint32_t end = article.language.sentences[article.token(opened).sentence].last;
  std::uint32_t next = range.last;  // past the stop that some set before the mark
  if (next < end && punctuation(next) && !is_quote(next)) ++next;
  if (next < end && is_quote(next)) range.last = next + 1;
  return range;
}

namespace {

bool is_mark(const mentions::Article& article, std::uint32_t token, std::string_view mark) {
  return article.words(article.token(token).span) == mark;
}

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
    const bool comma = is_mark(article, i - 1, ",");
    if (comma && (token.key == "after"_key || token.key == "amid"_key || token.key == "following"_key || token.key == "despite"_key))
      return i - 1;
    const bool pronoun = i + 1 < last && article.token(i + 1).tag == Tag::pron;
    if (token.tag == Tag::cconj && token.key != "or"_key && (comma || pronoun || token.key == "but"_key) &&
        clause_begins(article, i + 1, last))
      return comma ? i - 1 : i;
    if (!comma) continue;
    if (token.key == "says"_key || token.key == "said"_key) return i - 1;  // "..., says Omar Diop"
    if (token.key == "according"_key || token.key == "adding"_key || token.key == "saying"_key) return i - 1;
    if (token.tag == Tag::sconj && clause_begins(article, i + 1, last)) return i - 1;
    if (clause_begins(article, i, last)) return i - 1;  // ", he said"
  }
  return last;
}

Range clause_by_words(const mentions::Article& article, std::uint32_t anchor) {
  using namespace text::literals;
  const language::Sentence& sentence = article.language.sentences[article.token(anchor).sentence];
  std::uint32_t first = sentence.first;
  for (std::uint32_t i = anchor; i > sentence.first; --i) {
    const language::Token& before = article.token(i - 1);
    const bool that = before.key == "that"_key && before.tag != Tag::det && i - 1 > sentence.first && is_finite(article.token(i - 2));
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

Span span_of(const mentions::Article& article, Range range) {
  if (range.empty()) return {};
  return {article.token(range.first).span.begin, article.token(range.last - 1).span.end};
}

std::uint32_t dependent(const mentions::Article& article, std::uint32_t token, Relation relation) {
  for (std::uint32_t child : article.links.dependents(token))
    if (child != token && article.token(child).relation == relation) return child;
  return none;
}

std::uint32_t linked(const mentions::Article& article, std::uint32_t token, LinkKind kind) {
  for (const language::Link& link : article.links.of(token))
    if (link.kind == kind) return link.dependent;
  return none;
}

namespace {

bool set_off(const mentions::Article& article, std::uint32_t head) {
  const Range range = subtree(article, head);
  return range.first > 0 && article.words(article.token(range.first - 1).span) == ",";
}

}  // namespace

Range noun_phrase(const mentions::Article& article, std::uint32_t token) {
  std::vector<std::uint32_t> except;
  for (std::uint32_t child : article.links.dependents(token)) {
    const Relation relation = article.token(child).relation;
    const bool clause = relation == Relation::acl_relcl || relation == Relation::appos || relation == Relation::parataxis ||
                        relation == Relation::punct || relation == Relation::advcl || relation == Relation::mark ||
                        relation == Relation::case_ || relation == Relation::cop || relation == Relation::nsubj ||
                        (relation == Relation::cc && child < token);
    // "the delegation, led by ...": set off by a comma it is an aside.
    const bool aside = relation == Relation::acl && child > token && set_off(article, child);
    if (clause || aside) except.push_back(child);
  }
  return trimmed(article, subtree(article, token, except));
}

namespace {

// Of a mention: the token on which the others hang.
std::uint32_t head_of_mention(const mentions::Article& article, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t head = article.token(i).head;
    if (head == i || head < first || head >= last) return i;
  }
  return last - 1;
}

}  // namespace

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

namespace {

enum class Mark : std::uint8_t { none, open, close, either };

// A double quotation mark, or a typographic single one that stands where a word begins or ends.
Mark mark_at(std::string_view text, std::size_t at, text::Decoded d, bool& single) {
  single = false;
  if (d.code == 0x201C || d.code == 0x201E || d.code == 0xAB) return Mark::open;
  if (d.code == 0x201D || d.code == 0xBB) {
    // ”Like this”: some write the closing mark where a word begins.
    const std::size_t after = at + d.length;
    const bool begins = (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') && after < text.size() &&
                        text::is_letter(static_cast<unsigned char>(text[after]));
    return begins ? Mark::either : Mark::close;
  }
  if (d.code == '"') return Mark::either;
  const bool doubled = d.code == '\'' && ((at + 1 < text.size() && text[at + 1] == '\'') || (at > 0 && text[at - 1] == '\''));
  if (doubled) return at > 0 && text[at - 1] == '\'' ? Mark::none : Mark::either;  // of two apostrophes the first counts
  const bool word_before = at > 0 && text::is_letter(static_cast<unsigned char>(text[at - 1]));
  const std::size_t next = at + d.length;
  const bool word_after = next < text.size() && (text::is_letter(static_cast<unsigned char>(text[next])) || text[next] >= '0');
  if (d.code == 0x2018 || (d.code == '\'' && !word_before && word_after)) {
    single = true;
    return !word_before ? Mark::open : Mark::none;
  }
  if (d.code == 0x2019 || d.code == '\'') {
    single = true;
    return !word_after ? Mark::close : Mark::none;
  }
  return Mark::none;
}

}  // namespace

std::vector<Quotation> quotations(const mentions::Article& article) {
  std::vector<Quotation> found;
  auto add = [&](std::size_t begin, std::size_t end) {
    Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    text::trim(article.text, span.begin, span.end);
    if (!span.empty()) found.push_back({span, {}});
  };
  for (const Block& block : article.layout.blocks) {
    constexpr std::size_t closed = static_cast<std::size_t>(-1);
    std::size_t inside = closed;         // where the open double quotation's words begin
    std::size_t inside_single = closed;  // ... and the single one's, outside double quotations
    for (std::size_t at = block.span.begin; at < block.span.end;) {
      const char byte = article.text[at];
      if (static_cast<unsigned char>(byte) < 0x80 && byte != '"' && byte != '\'') {  // most are
        ++at;
        continue;
      }
      const text::Decoded d = text::decode(article.text, at);
      bool single = false;
      const Mark mark = d.code < 0x80 || d.code >= 0xAB ? mark_at(article.text, at, d, single) : Mark::none;
      if (mark != Mark::none && single) {
        if (inside == closed && mark == Mark::open && inside_single == closed) {
          inside_single = at + d.length;
        } else if (inside_single != closed && mark == Mark::close) {
          add(inside_single, at);
          inside_single = closed;
        }
      } else if (mark != Mark::none) {
        inside_single = closed;
        if (inside == closed) {
          if (mark != Mark::close) inside = at + d.length;
        } else if (mark != Mark::open) {
          add(inside, at);
          inside = closed;
        }
      }
      at += d.length;
    }
    if (inside != closed) add(inside, block.span.end);
  }
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(article.language.tokens.size());
  for (Quotation& quotation : found) {
    while (token < count && article.token(token).span.begin < quotation.inner.begin) ++token;
    quotation.tokens.first = token;
    std::uint32_t last = token;
    while (last < count && article.token(last).span.end <= quotation.inner.end) ++last;
    quotation.tokens.last = last;
    token = last;
  }
  return found;
}

namespace {

bool is_person(const mentions::Article& article, EntityId entity) {
  return entity.set() && article.mentions.entities.entities[entity.index].type == EntityType::person;
}

// "Sindh Governor Tariq Khan", "UN envoy Lena Brandt": the person that titles part from the name that the group begins with; the
// token after the person's name, or none.
std::uint32_t person_after_titles(const mentions::Article& article, std::uint32_t token) {
  constexpr std::uint32_t longest = 8;
  const std::uint32_t mention = article.mentions.mention_of[token];
  if (mention == none) return none;
  const std::uint32_t first = article.mentions.entities.mentions[mention].last;
  const std::uint32_t end = article.language.sentences[article.token(token).sentence].last;
  for (std::uint32_t i = first; i < end && i < first + longest; ++i) {
    if (is_person(article, article.entity_at(i))) {
      if (i == first) return none;
      const std::uint32_t person = article.mentions.mention_of[i];
      return article.mentions.entities.mentions[person].last;
    }
    const Tag tag = article.token(i).tag;
    const bool title = tag == Tag::noun || tag == Tag::propn || tag == Tag::adj || is_mark(article, i, "-");
    if (!title || article.mentions.time_of[i] != none) return none;
  }
  return none;
}

EntityId person_between_commas(const mentions::Article& article, std::uint32_t token, Range group) {
  constexpr std::uint32_t longest = 14;
  const std::uint32_t end = article.language.sentences[article.token(token).sentence].last;
  for (std::uint32_t i = token + 1; i + 2 < end && i <= group.last && i < token + longest; ++i) {
    if (!is_mark(article, i, ",")) continue;
    std::uint32_t name = i + 1;  // past a title: "General"
    while (name + 1 < end && name < i + 3 && article.mentions.mention_of[name] == none &&
           (article.token(name).tag == Tag::propn || article.token(name).tag == Tag::noun))
      ++name;
    const std::uint32_t mention = article.mentions.mention_of[name];
    if (mention == none || !is_person(article, article.entity_at(name))) return {};
    const std::uint32_t after = article.mentions.entities.mentions[mention].last;
    return after < end && is_mark(article, after, ",") ? article.entity_at(name) : EntityId{};
  }
  return {};
}

// "the two sides last", "Vietnam, itself", "they in turn": what stands after the words that name somebody.
Range without_adverbs(const mentions::Article& article, Range range, std::uint32_t token) {
  using namespace text::literals;
  while (range.last > token + 1) {
    const language::Token& last = article.token(range.last - 1);
    const bool in_turn = last.key == "turn"_key && article.token(range.last - 2).key == "in"_key;
    if (article.mentions.time_of[range.last - 1] != none) {  // "the UN on Friday"
      const text::Key before = article.token(range.last - 2).key;
      const bool by_preposition = range.last > token + 2 && (before == "on"_key || before == "in"_key);
      range = trimmed(article, {range.first, range.last - (by_preposition ? 2 : 1)});
      continue;
    }
    const bool adverb = last.key == "last"_key || last.key == "itself"_key || last.key == "himself"_key || last.key == "themselves"_key ||
                        last.key == "also"_key || last.key == "meanwhile"_key;
    // "Oman, for its part"
    const text::Key whose = range.last >= token + 4 ? article.token(range.last - 2).key : text::Key{0};
    const bool for_part = last.key == "part"_key &&
                          (whose == "its"_key || whose == "his"_key || whose == "her"_key || whose == "their"_key) &&
                          article.token(range.last - 3).key == "for"_key;
    if (for_part) {
      range = trimmed(article, {range.first, range.last - 3});
      continue;
    }
    if (!in_turn && !adverb) break;
    range = trimmed(article, {range.first, range.last - (in_turn ? 2 : 1)});
  }
  return range;
}

}  // namespace

Source source_at(const mentions::Article& article, std::uint32_t token) {
  Source source;
  if (token == none) return source;
  source.entity = article.entity_at(token);
  // "the interior minister, Tariq Aziz": the apposition names who it is.
  if (!source.entity.set())
    for (const language::Link& link : article.links.of(token))
      if (link.kind == LinkKind::apposition && !source.entity.set()) source.entity = article.entity_at(link.dependent);
  // "Defence Minister Lena Brandt": the title heads the name.
  for (std::uint32_t child : article.links.dependents(token))
    if (!source.entity.set() && child > token && article.token(child).relation == Relation::flat) source.entity = article.entity_at(child);
  Range range = without_adverbs(article, noun_phrase(article, token), token);
  if (const std::uint32_t m = article.mentions.mention_of[token]; m != none) {  // never half a name
    range.first = std::min(range.first, article.mentions.entities.mentions[m].first);
    range.last = std::max(range.last, article.mentions.entities.mentions[m].last);
  }
  if (source.entity.set() && !is_person(article, source.entity))
    if (const std::uint32_t end = person_after_titles(article, token); end != none) {
      source.entity = article.entity_at(end - 1);
      range.last = std::max(range.last, end);
    }
  // "The envoy for Yemen, Lena Brandt, said": the name between commas, wherever the tree hung it.
  if (!source.entity.set() && article.token(token).tag == Tag::noun)
    if (const EntityId person = person_between_commas(article, token, range); person.set()) source.entity = person;
  source.span = span_of(article, range);
  // "Senior police official Ahmad Shah": the one person named among the titles.
  if (!source.entity.set()) {
    const language::NounGroup group = article.links.noun_group(token);
    for (std::uint32_t i = group.first; i < group.last; ++i) {
      const EntityId entity = article.entity_at(i);
      if (!entity.set() || entity == source.entity || !is_person(article, entity)) continue;
      if (source.entity.set()) return source;
      source.entity = entity;
    }
  }
  return source;
}

}  // namespace khabar::facts
