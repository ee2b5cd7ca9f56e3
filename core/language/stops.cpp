#include "language/stops.h"

#include "language/abbreviations.h"

namespace khabar::language {

using namespace text::literals;

namespace {

constexpr std::uint32_t window = 64;  // bytes looked at on either side of a stop

// "At 5:40 a.m. Saturday", "at 6 p.m. GMT": the day or the zone that a clock goes on with.
bool goes_on_after_clock(Key word) {
  switch (word) {
    case "monday"_key:
    case "tuesday"_key:
    case "wednesday"_key:
    case "thursday"_key:
    case "friday"_key:
    case "saturday"_key:
    case "sunday"_key:
    case "gmt"_key:
    case "utc"_key:
    case "bst"_key:
    case "cet"_key:
    case "edt"_key:
    case "est"_key:
    case "et"_key:
    case "ist"_key:
    case "pdt"_key:
    case "pst"_key:
    case "pt"_key: return true;
    default: return false;
  }
}

}  // namespace

std::uint32_t Surroundings::skip_blank(std::uint32_t at) const {
  while (at < end_ && (text_[at] == ' ' || (code_at(at) == 0xA0))) at += get(at).length;
  return at;
}

std::uint32_t Surroundings::after_closers(std::uint32_t at) const {
  // A quotation mark that stands alone closes too: 'by the phrase. " And'
  if (at + 2 < end_ && text_[at] == ' ' && (text_[at + 1] == '"' || text_[at + 1] == '\'') && text_[at + 2] == ' ') at += 1;
  for (int i = 0; i < 4 && at < end_ && is_closer(get(at).code); ++i) {
    const std::uint32_t next = at + get(at).length;
    const char32_t c = get(at).code;
    if ((c == '"' || c == '\'') && next < end_ && (text::is_letter(code_at(next)))) break;  // it opens: ."He
    at = next;
  }
  return at;
}

bool Surroundings::begins_sentence(std::uint32_t at) const {
  at = skip_space(at);
  while (at < end_ && is_opener(get(at).code)) at += get(at).length;
  return at < end_ && (text::is_upper(code_at(at)) || text::is_digit(code_at(at)));
}

std::uint32_t Surroundings::word_begin(std::uint32_t e) const {
  std::uint32_t b = e;
  while (b > block_begin_ && e - b < window) {
    const std::uint32_t p = before(b);
    const char32_t c = get(p).code;
    if (text::is_apostrophe(c)) {  // inside a word: "didn't."
      if (b == e || p == block_begin_ || !text::is_letter(code_before(p))) break;
    } else if (text::is_space(c) || is_opener(c) || is_closer(c) || c == ',' || c == ';' || c == '/' || text::is_dash(c)) {
      break;
    }
    b = p;
  }
  return b;
}

Key Surroundings::next_word(std::uint32_t at) const {
  at = skip_space(at);
  while (at < end_ && is_opener(get(at).code)) at += get(at).length;
  std::uint32_t e = at;
  while (e < end_ && e - at < window && (text::is_letter(get(e).code) || get(e).code == '\'' || get(e).code == 0x2019)) e += get(e).length;
  return key(at, e);
}

bool Surroundings::inside_address(std::uint32_t at) const {
  const std::uint32_t b = word_begin(at);
  const std::string_view word = text_.substr(b, at - b);
  return word.find('@') != std::string_view::npos || word.find(':') != std::string_view::npos || word.substr(0, 4) == "www.";
}

bool Surroundings::lower_goes(std::uint32_t start, std::uint32_t first, bool strong) const {
  const std::uint32_t b = word_begin(first);
  if (strong) return text_[first] == '?' || !text::is_upper(code_at(b)) || b == start;  // "Yahoo! in"
  return first - b >= 2 && !text::is_upper(code_at(b));
}

bool Surroundings::glued(std::uint32_t first, std::uint32_t next) const {
  if (!text::is_upper(code_at(next))) return false;
  const char32_t second = code_at(next + get(next).length);
  if (!(is_lower(second) || (text::is_space(second) && (code_at(next) == 'I' || code_at(next) == 'A')))) return false;
  const std::uint32_t b = word_begin(first);
  if (first - b < 2 && !is_closer(code_before(first)) && !text::is_digit(code_before(first))) return false;
  const char32_t last = code_before(first);
  if (!(is_lower(last) || text::is_digit(last) || is_closer(last) || last == '%')) return false;
  if (inside_address(first) || inside_address_after(next)) return false;
  return true;
}

bool Surroundings::inside_address_after(std::uint32_t at) const {
  std::uint32_t e = at;
  while (e < end_ && e - at < window && !text::is_space(get(e).code)) {
    if (text_[e] == '@' || (text_[e] == '/' && e - at < 12)) return true;
    e += get(e).length;
  }
  const Key word = next_word(at);
  return word == "com"_key || word == "org"_key || word == "net"_key || word == "gov"_key || word == "edu"_key || word == "pk"_key;
}

bool Surroundings::single_stop(std::uint32_t start, std::uint32_t first) const {
  std::uint32_t b = word_begin(first);
  if (const std::string_view glued = text_.substr(b, first - b); glued.find('.') != std::string_view::npos && !acronym(glued))
    b += static_cast<std::uint32_t>(glued.rfind('.')) + 1;  // "Tuesday.Mr."
  const std::uint32_t length = first - b;
  const std::uint32_t close = after_closers(first + 1);
  const std::uint32_t next = skip_space(close);
  const char32_t begins = code_at(next);
  if (length == 0) return text::is_space(code_at(first + 1)) || close > first + 1;  // ") ." or ". " alone
  const bool glued_on = close < end_ && !text::is_space(code_at(close));
  if (glued_on && text::is_digit(code_at(close))) return false;
  if (next >= end_) return true;
  const bool lower = is_lower(begins);
  const std::string_view word = text_.substr(b, length);
  if (length == get(b).length && text::is_letter(code_at(b))) {  // one letter: an initial, but for "I" and "plan B"
    if (lower) return false;
    if (glued_on) return false;
    const std::uint32_t previous = b > block_begin_ ? word_before(b) : b;
    const bool after_lower = previous < b && is_lower(code_at(previous));
    if (word == "I") return after_lower && b > start;
    if (text::is_upper(code_at(b))) return after_lower && opens_sentences(next_word(next));
    return opens_sentences(next_word(next));
  }
  const Key k = key(b, first);
  if (word.find('.') != std::string_view::npos && acronym(word)) {
    if (k == "e.g"_key || k == "i.e"_key) return false;
    if (lower || glued_on) return false;
    if ((k == "a.m"_key || k == "p.m"_key) && goes_on_after_clock(next_word(next))) return false;
    if (k == "a.m"_key || k == "p.m"_key) return !short_opening(start, b) && (opens_sentences(next_word(next)) || text::is_upper(begins));
    if (text::is_upper(begins) || is_opener(begins)) return opens_sentences(next_word(next));
    return !text::is_digit(begins) && !lower && begins != ',';
  }
  switch (abbreviation_of(k)) {
    case Abbreviation::none: return true;
    case Abbreviation::title:
      if (text::is_upper(code_at(b)) || lower || k == "st"_key)
        return k == "st"_key && is_lower(code_at(b)) && text::is_upper(begins) && opens_sentences(next_word(next));
      return !lower;
    case Abbreviation::number: return !text::is_digit(begins) && !lower && !(k == "p"_key || k == "pp"_key);
    case Abbreviation::inner: return false;
    case Abbreviation::month:
      if (glued_on) return false;
      return !text::is_digit(begins) && !lower && opens_sentences(next_word(next));
    case Abbreviation::other:
      if (lower || glued_on) return false;
      return opens_sentences(next_word(next)) || (begins == '"' && next_word(next) != 0);
  }
  return true;
}

std::uint32_t Surroundings::word_before(std::uint32_t b) const {
  std::uint32_t e = b;
  while (e > block_begin_ && text::is_space(code_before(e))) e = before(e);
  return word_begin(e);
}

bool Surroundings::acronym(std::string_view word) {
  if (word.size() > 12) return false;
  std::size_t run = 0;
  for (char c : word) {
    run = c == '.' ? 0 : run + 1;
    if (run > 2) return false;
  }
  return run == 1;
}

bool Surroundings::short_opening(std::uint32_t start, std::uint32_t at) const {
  int words = 0;
  for (std::uint32_t i = start; i < at && words < 4; ++i) words += text_[i] == ' ';
  return words < 4;
}

}  // namespace khabar::language
