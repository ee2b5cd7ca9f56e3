// Rules over a bounded window round each stop, in the manner of the Punkt and pragmatic_segmenter rule sets: the word before
// (abbreviation, initial, acronym, number), what closes after the stop, and how the next word begins.
#include "language/sentences.h"

#include "language/abbreviations.h"
#include "text/utf8.h"

#include <algorithm>

namespace khabar::language {

namespace {

using namespace text::literals;

constexpr std::uint32_t window = 64;  // bytes looked at on either side of a stop

bool is_terminator(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0xFF01 ||
         c == 0xFF1F;
}
bool is_closer(char32_t c) { return c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '"' || c == '\''; }
bool is_opener(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB || c == '"' || c == '\'' || c == '`';
}
bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x2023 || c == 0x25A0 || c == 0xB7;
}
bool is_lower(char32_t c) { return text::is_letter(c) && !text::is_upper(c) && (c < 0x250 || (c >= 0x370 && c < 0x530)); }

struct Marker {  // of a list item: "2.", "2)", "2.)", "b."
  std::uint32_t value = 0;
  int style = 0;
  std::uint32_t end = 0;
};

class Scanner {
 public:
  Scanner(std::string_view text, Span block, std::vector<Span>& sentences)
      : text_(text),
        end_(std::min<std::uint32_t>(block.end, static_cast<std::uint32_t>(text.size()))),
        start_(block.begin),
        block_begin_(block.begin),
        sentences_(sentences) {}

  void run() {
    lines_are_items_ = lines_are_items();
    at_ = start_;
    open_sentence(skip_space(start_));
    while (at_ < end_) {
      const unsigned char c = static_cast<unsigned char>(text_[at_]);
      if (c >= 'a' && c <= 'z') {  // the common case
        ++at_;
        continue;
      }
      if (c < 0x80) {
        if (c == '.' || c == '!' || c == '?') {
          stop();
        } else if (c == '\n') {
          line_break();
        } else if (c == ' ') {
          ++at_;
          list_item();
          time_stamp();
        } else if (c == ',') {
          ++at_;
          if (closes_letter()) cut(at_);
        } else if (c == ')' && at_ >= block_begin_ + 2 && (text_[at_ - 1] == ':' || text_[at_ - 1] == ';') &&
                   text::is_space(code_at(at_ + 1)) && text::is_upper(code_at(skip_space(at_ + 1)))) {
          cut(++at_);  // :) ends what it smiles at
        } else if (c == '=' || c == '_' || c == '*' || c == '-' || c == '#' || c == '~') {
          rule_off();
        } else {
          ++at_;
        }
        continue;
      }
      const text::Decoded d = get(at_);
      if (is_terminator(d.code)) {
        stop();
      } else if (is_bullet(d.code) && at_ > start_ && text::is_space(code_before(at_)) && d.code != 0xB7) {
        cut(at_);
        at_ += d.length;
      } else {
        at_ += d.length;
        if (text::is_space(d.code)) list_item();
      }
    }
    cut(end_);
  }

 private:
  text::Decoded get(std::uint32_t at) const {
    const unsigned char c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) return {c, 1};
    text::Decoded d = text::decode(text_, at);
    if (at + d.length > end_) d = {0xFFFD, 1};
    return d;
  }
  char32_t code_at(std::uint32_t at) const { return at < end_ ? get(at).code : U'\0'; }
  // Start of the code point before `at`, which is > block_begin_.
  std::uint32_t before(std::uint32_t at) const {
    std::uint32_t b = at - 1;
    for (int i = 0; i < 3 && b > block_begin_ && (static_cast<unsigned char>(text_[b]) & 0xC0) == 0x80; ++i) --b;
    if (b + get(b).length != at) b = at - 1;
    return b;
  }
  char32_t code_before(std::uint32_t at) const { return at > block_begin_ ? get(before(at)).code : U' '; }
  std::uint32_t skip_space(std::uint32_t at) const {
    while (at < end_) {
      const text::Decoded d = get(at);
      if (!text::is_space(d.code)) break;
      at += d.length;
    }
    return at;
  }
  Key key(std::uint32_t b, std::uint32_t e) const { return text::key_of(text_.substr(b, e - b)); }

  void open_sentence(std::uint32_t at) {
    start_ = at;
    if (at_ < at) at_ = at;
    const Marker m = marker(at);
    if (m.style != 0) {
      item_ = m;
      at_ = m.end;  // its stop ends nothing
    }
  }
  // Ends the sentence at `end` and begins the next after the white space there.
  void cut(std::uint32_t end) {
    std::uint32_t e = end;
    while (e > start_ && text::is_space(code_before(e))) e = before(e);
    if (e > start_) sentences_.push_back({start_, e});
    at_ = std::max(at_, end);
    open_sentence(skip_space(end));
  }

  // ---- lists

  // "1." "12)" "3.)" "b." "(4)" before white space (or, after a bullet, before anything).
  Marker marker(std::uint32_t at) const {
    Marker m;
    const bool bullet = at < end_ && is_bullet(get(at).code);
    if (bullet) at = skip_space(at + get(at).length);
    std::uint32_t e = at;
    while (e < end_ && e - at < 3 && text::is_digit(static_cast<unsigned char>(text_[e])))
      m.value = m.value * 10 + static_cast<std::uint32_t>(text_[e++] - '0');
    int style = 0;
    if (e == at && e < end_ && text_[e] >= 'a' && text_[e] <= 'z') {
      m.value = static_cast<std::uint32_t>(text_[e++] - 'a') + 1;
      style = 4;
    }
    if (e == at || e >= end_) return {};
    if (text_[e] == '.' && code_at(e + 1) == ')') {
      style += 3;
      e += 2;
    } else if (text_[e] == '.') {
      style += 1;
      ++e;
    } else if (text_[e] == ')') {
      style += 2;
      ++e;
    } else {
      return {};
    }
    const std::uint32_t after = skip_space(e);
    if (after == e || after >= end_ || is_lower(code_at(after))) return {};
    m.style = style + (bullet ? 10 : 0);
    m.end = e;
    return m;
  }
  // At a word's first byte: the next item of the list that this sentence's marker opened?
  void list_item() {
    if (item_.style == 0 || at_ >= end_) return;
    const unsigned char c = static_cast<unsigned char>(text_[at_]);
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) return;
    const Marker m = marker(at_);
    if (m.style == item_.style && m.value == item_.value + 1) cut(at_);
  }
  // A block of short lines without stops: each is an item.
  bool lines_are_items() const {
    std::uint32_t lines = 0, length = 0;
    bool break_seen = false;
    for (std::uint32_t i = start_; i < end_; ++i) {
      const char c = text_[i];
      if (c == '\n') {
        break_seen = true;
        if (length > 0) ++lines;
        length = 0;
        continue;
      }
      if (++length > 60 || c == '.' || c == '!' || c == '?') return false;
    }
    return break_seen && lines + (length > 0) >= 3;
  }
  void line_break() {
    std::uint32_t breaks = 0, e = at_;
    while (e < end_ && text::is_space(get(e).code)) {
      breaks += text_[e] == '\n';
      e += get(e).length;
    }
    const char32_t next = code_at(e);
    if (breaks >= 2 || lines_are_items_ || is_bullet(next) || (item_.style != 0 && marker(e).style == item_.style)) {
      cut(at_);
    } else {
      at_ = e;
    }
  }

  // "Thanks, Kim", "Regards, Bob": the greeting that closes a letter is a sentence of its own.
  bool closes_letter() const {
    if (at_ - start_ < 5 || at_ - start_ > 16 || !text::is_upper(code_at(skip_space(at_)))) return false;
    const Key k = key(start_, at_ - 1);
    return k == "thanks"_key || k == "regards"_key || k == "best regards"_key || k == "sincerely"_key || k == "best"_key ||
           k == "cheers"_key || k == "many thanks"_key;
  }

  // "03/12/2024 10:30 AM": a stamp stands by itself, whatever was glued to it.
  void time_stamp() {
    if (at_ >= end_ || !digits(at_, 1, 2)) return;
    std::uint32_t e = at_;
    auto number = [&](std::uint32_t least, std::uint32_t most, char after) {
      const std::uint32_t n = digits(e, least, most);
      if (n == 0 || (after != 0 && code_at(e + n) != static_cast<unsigned char>(after))) return false;
      e += n + (after != 0 ? 1 : 0);
      return true;
    };
    if (!number(1, 2, '/') || !number(1, 2, '/') || !number(2, 4, ' ') || !number(1, 2, ':') || !number(2, 2, 0)) return;
    if (code_at(e) == ':') {
      ++e;
      if (!number(2, 2, 0)) return;
    }
    if (code_at(e) == ' ') ++e;
    if ((code_at(e) != 'A' && code_at(e) != 'P') || code_at(e + 1) != 'M' || !text::is_space(code_at(e + 2))) return;
    e += 2;
    const Key last = key(word_begin(at_ - 1), at_ - 1);
    if (at_ > start_ && last != "on"_key && last != "at"_key) cut(at_);
    at_ = e;
    cut(e);
  }
  // How many digits stand at `at`, if from `least` to `most`; else 0.
  std::uint32_t digits(std::uint32_t at, std::uint32_t least, std::uint32_t most) const {
    std::uint32_t n = 0;
    while (at + n < end_ && n <= most && text::is_digit(static_cast<unsigned char>(text_[at + n]))) ++n;
    return n >= least && n <= most ? n : 0;
  }

  // A line drawn with "=====", "____", "***" stands by itself.
  void rule_off() {
    const char c = text_[at_];
    std::uint32_t e = at_;
    while (e < end_ && text_[e] == c) ++e;
    const bool apart = (at_ == block_begin_ || text::is_space(code_before(at_))) && (e >= end_ || text::is_space(code_at(e)));
    if (e - at_ < (c == '-' ? 5u : 3u) || !apart) {
      at_ = e;
      return;
    }
    if (at_ > start_) cut(at_);
    at_ = e;
    cut(e);
  }

  // ---- stops

  void stop() {
    const std::uint32_t first = at_;
    const bool one_stop = text_[first] == '.' && code_at(first + 1) != '.' && code_at(first + 1) != '!' && code_at(first + 1) != '?';
    std::uint32_t e = first, stops = 0;
    bool ellipsis = false, strong = false, spaced = false;
    for (;;) {  // the run of stops, also ". . ."
      const char32_t c = code_at(e);
      if (is_terminator(c)) {
        ++stops;
        if (c == 0x2026) ellipsis = true;
        if (c != '.' && c != 0x2026) strong = true;
        e += get(e).length;
        continue;
      }
      const std::uint32_t next = skip_blank(e);
      if (next > e && code_at(next) == '.' && text_[e - 1] == '.' &&
          (text::is_space(code_at(next + 1)) || is_terminator(code_at(next + 1)) || is_closer(code_at(next + 1)) || next + 1 >= end_)) {
        spaced = true;
        e = next;
        continue;
      }
      break;
    }
    if (stops >= 2 && !strong) ellipsis = true;
    at_ = e;
    if (ellipsis && code_before(first) == '[') return;
    if (spaced && stops > 1) {
      const bool attached = !text::is_space(code_before(first));
      const std::uint32_t next = after_closers(e);
      if (next >= end_) return;
      if (attached && stops == 4 && !is_lower(code_at(skip_space(next)))) {  // "compounds. . . . The": the stop, then an omission
        const std::uint32_t omission = e;
        cut(first + 1);
        at_ = omission;
        return;
      }
      if (stops == 4 && begins_sentence(next)) cut(e);
      return;
    }
    if (one_stop && !single_stop(first)) return;
    std::uint32_t close = after_closers(e);
    if (close >= end_) return;
    const char32_t here = code_at(close);
    if (!text::is_space(here)) {
      if (strong && close == e && is_letter_start(close) && text::is_upper(here) && is_lower(code_before(first)) && !inside_address(first))
        return cut(close);
      if (!one_stop || close > e || !glued(first, close)) return;
      return cut(close);
    }
    const std::uint32_t next = skip_space(close);
    if (next >= end_) return;
    const char32_t begins = code_at(next);
    if (ellipsis && !strong) {
      if (text::is_space(code_before(first)) || !begins_sentence(next)) return;
      return cut(close);
    }
    if (is_lower(begins)) {
      if (close > e || !lower_goes(first, strong)) return;
      return cut(close);
    }
    if (begins == ',' || begins == ';' || begins == ':' || begins == ')' || begins == '%') return;
    if (text::is_dash(begins) && close > e) return;
    cut(close);
  }
  std::uint32_t skip_blank(std::uint32_t at) const {
    while (at < end_ && (text_[at] == ' ' || (code_at(at) == 0xA0))) at += get(at).length;
    return at;
  }
  // Past quotes and brackets that close right after the stop.
  std::uint32_t after_closers(std::uint32_t at) const {
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
  bool is_letter_start(std::uint32_t at) const { return text::is_letter(code_at(at)); }
  bool begins_sentence(std::uint32_t at) const {
    at = skip_space(at);
    while (at < end_ && is_opener(get(at).code)) at += get(at).length;
    return at < end_ && (text::is_upper(code_at(at)) || text::is_digit(code_at(at)));
  }
  std::uint32_t word_begin(std::uint32_t e) const {
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
  Key next_word(std::uint32_t at) const {
    at = skip_space(at);
    while (at < end_ && is_opener(get(at).code)) at += get(at).length;
    std::uint32_t e = at;
    while (e < end_ && e - at < window && (text::is_letter(get(e).code) || get(e).code == '\'' || get(e).code == 0x2019))
      e += get(e).length;
    return key(at, e);
  }
  bool inside_address(std::uint32_t at) const {
    const std::uint32_t b = word_begin(at);
    const std::string_view word = text_.substr(b, at - b);
    return word.find('@') != std::string_view::npos || word.find(':') != std::string_view::npos || word.substr(0, 4) == "www.";
  }

  // A lower-case word after a stop: in text without capitals it may still begin a sentence.
  bool lower_goes(std::uint32_t first, bool strong) const {
    const std::uint32_t b = word_begin(first);
    if (strong) return text_[first] == '?' || !text::is_upper(code_at(b)) || b == start_;  // "Yahoo! in"
    return first - b >= 2 && !text::is_upper(code_at(b));
  }

  // "one.The", "1,000.That": a sentence without its space?
  bool glued(std::uint32_t first, std::uint32_t next) const {
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
  bool inside_address_after(std::uint32_t at) const {
    std::uint32_t e = at;
    while (e < end_ && e - at < window && !text::is_space(get(e).code)) {
      if (text_[e] == '@' || (text_[e] == '/' && e - at < 12)) return true;
      e += get(e).length;
    }
    const Key word = next_word(at);
    return word == "com"_key || word == "org"_key || word == "net"_key || word == "gov"_key || word == "edu"_key || word == "pk"_key;
  }

  // Does a single "." at `first` end a sentence, as far as the word before it tells?
  bool single_stop(std::uint32_t first) const {
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
      if (word == "I") return after_lower && b > start_;
      if (text::is_upper(code_at(b))) return after_lower && opens_sentences(next_word(next));
      return opens_sentences(next_word(next));
    }
    const Key k = key(b, first);
    if (word.find('.') != std::string_view::npos && acronym(word)) {
      if (k == "e.g"_key || k == "i.e"_key) return false;
      if (lower || glued_on) return false;
      if (k == "a.m"_key || k == "p.m"_key) return !short_opening(b) && (opens_sentences(next_word(next)) || text::is_upper(begins));
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
  std::uint32_t word_before(std::uint32_t b) const {
    std::uint32_t e = b;
    while (e > block_begin_ && text::is_space(code_before(e))) e = before(e);
    return word_begin(e);
  }
  static bool acronym(std::string_view word) {  // "U.S", "a.m", "Ph.D": single letters between stops
    if (word.size() > 12) return false;
    std::size_t run = 0;
    for (char c : word) {
      run = c == '.' ? 0 : run + 1;
      if (run > 2) return false;
    }
    return run == 1;
  }
  // "At 5 a.m. Gen. Khan left": fewer than four words since the sentence began.
  bool short_opening(std::uint32_t at) const {
    int words = 0;
    for (std::uint32_t i = start_; i < at && words < 4; ++i) words += text_[i] == ' ';
    return words < 4;
  }

  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t start_;  // of the open sentence
  std::uint32_t block_begin_;
  std::uint32_t at_ = 0;
  std::vector<Span>& sentences_;
  Marker item_;
  bool lines_are_items_ = false;
};

}  // namespace

void append_sentences(std::string_view text, Span block, std::vector<Span>& sentences) { Scanner(text, block, sentences).run(); }

}  // namespace khabar::language
