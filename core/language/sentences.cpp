// One pass over a block: stops (stops.h), lists, line breaks, stamps of time, ruled lines.
#include "language/sentences.h"

#include "language/stops.h"

#include <algorithm>

namespace khabar::language {

namespace {

using namespace text::literals;

struct Marker {  // of a list item: "2.", "2)", "2.)", "b."
  std::uint32_t value = 0;
  int style = 0;
  std::uint32_t end = 0;
};

class Scanner : Surroundings {
 public:
  Scanner(std::string_view text, Span block, std::vector<Span>& sentences)
      : Surroundings(text, block), start_(block.begin), sentences_(sentences) {}

  void run() {
    lines_are_items_ = lines_are_items();
    at_ = start_;
    open_sentence(skip_space(start_));
    entry_stamp();
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
  // "18:42 GMT - The army says": the clock time that opens an entry of a live page stands by itself.
  void entry_stamp() {
    std::uint32_t e = start_;
    const std::uint32_t hours = digits(e, 1, 2);
    if (hours == 0 || (code_at(e + hours) != ':' && code_at(e + hours) != 'h') || digits(e + hours + 1, 2, 2) == 0) return;
    e += hours + 3;
    for (int words = 0; words < 2; ++words) {  // "a.m. ET"
      const std::uint32_t begin = skip_blank(e);
      std::uint32_t end = begin;
      while (end < end_ && end - begin < 6 && !text::is_space(code_at(end))) ++end;
      if (!is_clock_word(key(begin, end))) break;
      e = end;
    }
    const std::uint32_t sign = skip_blank(e);
    if (code_at(sign) == ':' || code_at(sign) == '|' || text::is_dash(code_at(sign))) e = sign + get(sign).length;
    const std::uint32_t entry = skip_blank(e);
    if (entry > e && (text::is_upper(code_at(entry)) || text::is_quote(code_at(entry)))) cut(e);
  }
  static bool is_clock_word(Key k) {
    constexpr Key words[] = {"am"_key,  "pm"_key,   "a.m."_key, "p.m."_key, "gmt"_key, "utc"_key, "bst"_key,
                             "cet"_key, "cest"_key, "eet"_key,  "eest"_key, "est"_key, "edt"_key, "et"_key,
                             "pst"_key, "pdt"_key,  "pt"_key,   "ist"_key,  "pkt"_key, "msk"_key};
    return std::find(std::begin(words), std::end(words), k) != std::end(words);
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
    if (one_stop && !single_stop(start_, first)) return;
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
      if (close > e || !lower_goes(start_, first, strong)) return;
      return cut(close);
    }
    if (begins == ',' || begins == ';' || begins == ':' || begins == ')' || begins == '%') return;
    if (text::is_dash(begins) && close > e) return;
    cut(close);
  }
  std::uint32_t start_;  // of the open sentence
  std::uint32_t at_ = 0;
  std::vector<Span>& sentences_;
  Marker item_;
  bool lines_are_items_ = false;
};

}  // namespace

void append_sentences(std::string_view text, Span block, std::vector<Span>& sentences) { Scanner(text, block, sentences).run(); }

}  // namespace khabar::language
