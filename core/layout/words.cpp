#include "layout/words.h"

#include "text/utf8.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

struct Letter {
  char32_t code = 0;
  std::uint32_t length = 1;
  bool letter = false, digit = false, upper = false;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const unsigned char byte = static_cast<unsigned char>(text[at]);
  Letter out;
  if (byte < 0x80) {
    out.code = byte;
    out.digit = byte >= '0' && byte <= '9';
    out.upper = byte >= 'A' && byte <= 'Z';
    out.letter = out.upper || (byte >= 'a' && byte <= 'z');
    return out;
  }
  const text::Decoded decoded = text::decode(text, at);
  out.code = decoded.code;
  out.length = decoded.length;
  out.letter = text::is_letter(decoded.code);
  out.upper = out.letter && text::is_upper(decoded.code);
  return out;
}

bool is_address_character(char c) { return c > ' ' && c != ',' && c != ';' && c != ')' && c != ']' && c != '"' && c != '<' && c != '>'; }

}  // namespace

void read_words(std::string_view text, Span line, std::vector<Word>& out) {
  out.clear();
  std::size_t previous_end = line.begin;
  for (std::size_t at = line.begin; at < line.end;) {
    Letter first = letter_at(text, at);
    const bool copyright = first.code == 0xA9;
    if (!first.letter && !first.digit && !copyright && first.code != '@') {
      at += first.length;
      continue;
    }
    Word word;
    word.capital = first.upper;
    word.number = first.digit;
    const std::size_t begin = at;
    bool digits = first.digit, small = false, address = first.code == '@';
    std::size_t letters = first.letter ? 1 : 0;
    at += first.length;
    bool after_small = first.letter && !first.upper;
    bool ascii = first.code < 0x80;
    Key key = text::key_seed;
    if (ascii) key = text::add_byte(key, text::fold_ascii(static_cast<unsigned char>(first.code)));
    while (at < line.end && !copyright) {
      if (!address && text[at] >= 'a' && text[at] <= 'z') {  // most are
        digits = false;
        after_small = small = true;
        ++letters;
        key = text::add_byte(key, static_cast<unsigned char>(text[at]));
        ++at;
        continue;
      }
      const Letter next = letter_at(text, at);
      if (next.code == '@') address = true;
      if (address) {
        if (next.length > 1 || !is_address_character(text[at])) break;
        ascii = ascii && next.code < 0x80;
        if (ascii) key = text::add_byte(key, text::fold_ascii(static_cast<unsigned char>(next.code)));
        at += next.length;
        continue;
      }
      // Thousands are one number; "articleISIS" is two words that lost their line break.
      const bool inside_number =
          digits && (next.code == ',' || next.code == '.') && at + 1 < line.end && text[at + 1] >= '0' && text[at + 1] <= '9';
      if (!next.letter && !next.digit && !inside_number) break;
      if (next.upper && after_small) break;
      digits = digits && (next.digit || inside_number);
      letters += next.letter ? 1 : 0;
      after_small = next.letter && !next.upper;
      small = small || after_small;
      ascii = ascii && next.code < 0x80;
      if (ascii) key = text::add_byte(key, text::fold_ascii(static_cast<unsigned char>(next.code)));
      at += next.length;
    }
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    word.all_capitals = word.capital && !small && letters > 1;
    word.key = ascii ? key : text::key_of(text.substr(begin, at - begin));
    word.shape = address ? "@"_key : digits ? "#"_key : word.key;
    word.glued = !out.empty();
    for (std::size_t i = previous_end; i < begin && word.glued; ++i) word.glued = !text::is_space(static_cast<unsigned char>(text[i]));
    previous_end = at;
    out.push_back(word);
  }
}

bool is_month(Key key) {
  static constexpr Key months[] = {"january"_key, "february"_key, "march"_key,     "april"_key,   "may"_key,      "june"_key,
                                   "july"_key,    "august"_key,   "september"_key, "october"_key, "november"_key, "december"_key,
                                   "jan"_key,     "feb"_key,      "mar"_key,       "apr"_key,     "jun"_key,      "jul"_key,
                                   "aug"_key,     "sep"_key,      "sept"_key,      "oct"_key,     "nov"_key,      "dec"_key};
  return std::find(std::begin(months), std::end(months), key) != std::end(months);
}

bool is_weekday(Key key) {
  static constexpr Key days[] = {"monday"_key, "tuesday"_key, "wednesday"_key, "thursday"_key, "friday"_key, "saturday"_key,
                                 "sunday"_key, "mon"_key,     "tue"_key,       "wed"_key,      "thu"_key,    "fri"_key,
                                 "sat"_key,    "sun"_key,     "tues"_key,      "thurs"_key};
  return std::find(std::begin(days), std::end(days), key) != std::end(days);
}

std::string_view between(std::string_view text, const Word& left, const Word& right) {
  return text.substr(left.span.end, right.span.begin - left.span.end);
}

namespace {

// The number's value, or -1 where the word is none ("17th" is 17). Years are at most four digits.
int number_of(std::string_view text, const Word& word) {
  if (!word.number || word.span.length() > 6) return -1;
  int value = 0;
  std::size_t at = word.span.begin, digits = 0;
  for (; at < word.span.end && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) value = value * 10 + (text[at] - '0');
  if (digits > 4) return -1;
  const std::string_view rest = text.substr(at, word.span.end - at);
  return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? value : -1;
}

bool is_year(int value) { return value >= 1900 && value <= 2100; }
bool is_day(int value) { return value >= 1 && value <= 31; }

// Only blanks, commas, full stops, and at most four of them: "May 17, 2026", "Nov. 8 , 2005".
bool loose(std::string_view gap) { return gap.size() <= 4 && gap.find_first_not_of(" ,.\xC2\xA0") == std::string_view::npos; }

}  // namespace

DateShape date_at(std::string_view text, std::span<const Word> words, std::size_t at) {
  auto joined = [&](std::size_t i) { return i + 1 < words.size() && loose(between(text, words[i], words[i + 1])); };
  auto separated = [&](std::size_t i, char mark) {
    if (i + 1 >= words.size()) return false;
    const std::string_view gap = between(text, words[i], words[i + 1]);
    return gap.size() == 1 && gap[0] == mark;
  };
  const Word& word = words[at];
  if (is_month(word.key) && word.capital && joined(at)) {
    const int next = number_of(text, words[at + 1]);
    if (is_day(next)) {
      if (joined(at + 1) && is_year(number_of(text, words[at + 2]))) return {3, true, true};
      return {2, false, true};
    }
    if (is_year(next)) return {2, true, false};
  }
  const int first = number_of(text, word);
  if (first < 0) return {};
  if (is_day(first) && joined(at) && is_month(words[at + 1].key)) {
    if (joined(at + 1)) {
      const int year = number_of(text, words[at + 2]);
      if (is_year(year) || (year >= 0 && year < 100 && words[at + 2].span.length() == 2)) return {3, true, true};
    }
    return {2, false, true};
  }
  for (const char mark : {'-', '/', '.'}) {
    if (!separated(at, mark) || !separated(at + 1, mark)) continue;
    const int second = number_of(text, words[at + 1]), third = number_of(text, words[at + 2]);
    if (is_year(first) && second >= 1 && second <= 12 && is_day(third)) return {3, true, true};
    if (is_day(first) && (is_day(second) || is_month(words[at + 1].key)) && is_year(third)) return {3, true, true};
  }
  // "2026-05-17T08:30": the day and the letter make one word.
  if (is_year(first) && separated(at, '-') && separated(at + 1, '-') && words[at + 2].number) return {3, true, true};
  return {};
}

std::size_t name_at(std::string_view text, std::span<const Word> words, std::size_t at, bool capitals) {
  static constexpr Key particles[] = {"de"_key,  "dela"_key, "del"_key, "della"_key, "der"_key, "den"_key, "di"_key,
                                      "da"_key,  "dos"_key,  "du"_key,  "la"_key,    "le"_key,  "van"_key, "von"_key,
                                      "ten"_key, "ter"_key,  "bin"_key, "bint"_key,  "ibn"_key, "ben"_key, "al"_key,
                                      "el"_key,  "ul"_key,   "ur"_key,  "us"_key,    "uz"_key,  "e"_key,   "y"_key};
  // Words that capitals give to headings, pages and bodies, never to people.
  static constexpr Key never[] = {"the"_key,
                                  "a"_key,
                                  "an"_key,
                                  "and"_key,
                                  "of"_key,
                                  "in"_key,
                                  "on"_key,
                                  "for"_key,
                                  "to"_key,
                                  "with"_key,
                                  "by"_key,
                                  "from"_key,
                                  "at"_key,
                                  "is"_key,
                                  "are"_key,
                                  "was"_key,
                                  "has"_key,
                                  "why"_key,
                                  "how"_key,
                                  "what"_key,
                                  "who"_key,
                                  "staff"_key,
                                  "reporter"_key,
                                  "correspondent"_key,
                                  "desk"_key,
                                  "news"_key,
                                  "times"_key,
                                  "agency"_key,
                                  "bureau"_key,
                                  "editor"_key,
                                  "editorial"_key,
                                  "editors"_key,
                                  "team"_key,
                                  "our"_key,
                                  "special"_key,
                                  "web"_key,
                                  "press"_key,
                                  "post"_key,
                                  "daily"_key,
                                  "department"_key,
                                  "ministry"_key,
                                  "university"_key,
                                  "institute"_key,
                                  "centre"_key,
                                  "center"_key,
                                  "council"_key,
                                  "this"_key,
                                  "that"_key,
                                  "it"_key,
                                  "its"_key,
                                  "new"_key,
                                  "national"_key,
                                  "international"_key,
                                  "security"_key,
                                  "university"_key,
                                  "group"_key,
                                  "network"_key,
                                  "service"_key,
                                  "report"_key,
                                  "updated"_key,
                                  "published"_key,
                                  "share"_key,
                                  "read"_key,
                                  "more"_key,
                                  "photo"_key,
                                  "file"_key,
                                  "author"_key,
                                  "writer"_key,
                                  "research"_key,
                                  "foundation"_key,
                                  "committee"_key,
                                  "party"_key,
                                  "army"_key,
                                  "police"_key,
                                  "government"_key,
                                  "world"_key,
                                  "opinion"_key,
                                  "recent"_key,
                                  "latest"_key,
                                  "posts"_key,
                                  "articles"_key,
                                  "about"_key,
                                  "all"_key,
                                  "see"_key,
                                  "view"_key};
  auto in = [](auto& list, Key key) { return std::find(std::begin(list), std::end(list), key) != std::end(list); };
  std::size_t count = 0, capital = 0;
  for (std::size_t i = at; i < words.size() && count < 5; ++i, ++count) {
    const Word& word = words[i];
    if (i > at) {
      const std::string_view gap = between(text, words[i - 1], word);
      // A full stop only after an initial or a title; a hyphen or an apostrophe inside a name.
      const bool initial = words[i - 1].span.length() <= 2;
      if (!(gap.empty() || gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == "\xC2\xA0" || gap == " -" ||
            ((gap == ". " || gap == ".") && initial)))
        break;
    }
    if (word.number || word.shape == "@"_key || in(never, word.key) || is_weekday(word.key) || (is_month(word.key) && !word.capital)) break;
    if (!word.capital && !(i > at && in(particles, word.key))) break;
    if (word.all_capitals && !capitals && word.span.length() > 3) break;
    capital += word.capital ? 1 : 0;
  }
  while (count > 0 && !words[at + count - 1].capital) --count;
  return capital >= 2 && count >= 2 ? count : 0;
}

}  // namespace khabar::layout
