#include "mentions/quantities/numerals.h"

#include <cmath>

#include <algorithm>
#include <array>

namespace khabar::quantities {

using language::Token;
using text::Key;
using namespace text::literals;

namespace {

constexpr std::size_t longest_number = 24;  // bytes: more is no number that anybody counts to

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Digits {
  bool ok = false, plain = true;
  double value = 0;
};

// "1,50,000", "2.8", "20,000": groups of two or three digits after a comma.
Digits read_digits(std::string_view word) {
  Digits out;
  if (word.empty() || word.size() > longest_number || !is_digit(word[0])) return out;
  double whole = 0, fraction = 0, place = 1;
  std::size_t group = 0, groups = 0;
  bool point = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (is_digit(c)) {
      if (point) {
        fraction = fraction * 10 + (c - '0');
        place *= 10;
      } else {
        whole = whole * 10 + (c - '0');
        ++group;
      }
    } else if (c == ',' && !point && i + 1 < word.size()) {
      if (groups > 0 && group != 2 && group != 3) return out;
      if (group > 3) return out;
      ++groups;
      group = 0;
      out.plain = false;
    } else if (c == '.' && !point && i + 1 < word.size()) {
      if (groups > 0 && group != 3) return out;
      point = true;
      out.plain = false;
    } else {
      return out;
    }
  }
  if (groups > 0 && !point && group != 3) return out;
  if (word.size() > 1 && word[0] == '0' && !point) return out;  // 007, 0300-1234567
  out.ok = true;
  out.value = whole + fraction / place;
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const Token> tokens, std::uint32_t end, bool money)
      : text_(text), tokens_(tokens), end_(end), money_(money), words_(Vocabulary::instance()) {}

  Numeral read(std::uint32_t at) {
    Numeral out;
    out.first = out.last = at;
    if (at >= end_) return out;
    const Key key = tokens_[at].key;
    if ((key == "a"_key || key == "an"_key) && at + 1 < end_) return article(at);
    if (key == "half"_key) return half_of(at);
    if (words_.is(WordClass::many, key)) {
      const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, at + 1, end_);
      const Vocabulary::Match group = words_.find(WordClass::group, tokens_, at + 1, end_);
      if (!scale && !group) return out;
      out.value = scale ? scale.sense->value : group.sense->value;
      out.last = at + 2;
      out.vague = true;
      return scales(out);
    }
    if (const Vocabulary::Match vague = words_.find(WordClass::vague, tokens_, at, end_)) {
      out.value = vague.sense->value;
      out.last = at + 1;
      out.vague = true;
      while (out.last + 1 < end_ && tokens_[out.last].key == "of"_key) {  // hundreds of thousands
        const Vocabulary::Match more = words_.find(WordClass::vague, tokens_, out.last + 1, end_);
        if (!more || more.sense->value < 1000) break;
        out.value *= more.sense->value;
        out.last += 2;
      }
      return out;
    }
    if (is_digit(text_[tokens_[at].span.begin])) {
      const Digits digits = read_digits(words(at));
      if (!digits.ok) return out;
      out.value = digits.value;
      out.plain = digits.plain;
      out.digits = true;
      out.last = at + 1;
      // "30 500 people": thousands parted by a blank
      while (digits.plain && is_group(out.last) && words(at).size() <= 3 && !follows_month(at)) {
        out.value = out.value * 1000 + read_group(words(out.last));
        out.plain = false;
        ++out.last;
      }
      return scales(out);
    }
    if (const Digits digits = glued_money(at, out); digits.ok) {
      out.value = digits.value;
      out.digits = true;
      out.last = at + 1;
      money_ = true;
      return scales(out);
    }
    if (!spelled(out)) {
      // "hundred soldiers", "dozen militants"
      const Vocabulary::Match group = words_.find(WordClass::group, tokens_, at, end_);
      const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, at, end_);
      if (group && tokens_[at].key == "dozen"_key) {
        out.value = group.sense->value;
      } else if (scale && scale.sense->value >= 100 && words(at).size() > 3) {
        out.value = scale.sense->value;
      } else {
        return out;
      }
      out.last = at + 1;
      out.article = true;
    }
    return scales(out);
  }

 private:
  std::string_view words(std::uint32_t at) const { return text_.substr(tokens_[at].span.begin, tokens_[at].span.length()); }

  // Three digits that stand one blank behind a number, and no digits behind them.
  bool is_group(std::uint32_t at) const {
    const auto digits = [&](std::uint32_t i) {
      const std::string_view word = words(i);
      return word.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (at + 1 >= end_ || words(at).size() != 3 || !digits(at)) return false;
    const std::uint32_t gap = tokens_[at].span.begin - tokens_[at - 1].span.end;
    if (gap < 1 || gap > 3 || text_[tokens_[at - 1].span.end] == '\n') return false;  // a narrow blank has three bytes
    return tokens_[at + 1].has(Token::has_letter);
  }
  static double read_group(std::string_view word) {
    double value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
  }
  bool follows_month(std::uint32_t at) const {
    using namespace text::literals;
    static constexpr std::array months = {"january"_key,   "february"_key, "march"_key,    "april"_key,    "may"_key, "june"_key,
                                          "july"_key,      "august"_key,   "jan"_key,      "feb"_key,      "aug"_key, "sept"_key,
                                          "september"_key, "october"_key,  "november"_key, "december"_key, "oct"_key, "nov"_key};
    return at > 0 && std::find(months.begin(), months.end(), tokens_[at - 1].key) != months.end();
  }

  // "half a dozen", "half-dozen", "half a million": none that is not followed so.
  Numeral half_of(std::uint32_t at) const {
    Numeral out;
    out.first = out.last = at;
    const std::uint32_t group = at + 1 < end_ && (tokens_[at + 1].key == "a"_key || is_hyphen(at + 1)) ? at + 2 : at + 1;
    if (group >= end_) return out;
    const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, group, end_);
    if (tokens_[group].key != "dozen"_key && !(scale && scale.sense->value >= 1e6 && words(group).size() > 2)) return out;
    out.value = tokens_[group].key == "dozen"_key ? 6 : scale.sense->value / 2;
    out.last = group + 1;
    return out;
  }

  // "a dozen", "a hundred and ten", "a couple of": the article is the one.
  Numeral article(std::uint32_t at) {
    Numeral out;
    out.first = at;
    out.last = at;
    if (tokens_[at + 1].key == "half"_key) {
      Numeral half = half_of(at + 1);
      if (half) half.first = at;
      return half ? half : out;
    }
    if (tokens_[at + 1].key == "few"_key && at + 2 < end_) {
      Numeral few = read(at + 1);
      if (few) few.first = at;
      return few ? few : out;
    }
    const Vocabulary::Match group = words_.find(WordClass::group, tokens_, at + 1, end_);
    const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, at + 1, end_);
    const bool score = group && tokens_[at + 1].key == "score"_key;
    if ((!group && !scale) || score) return out;
    out.value = group ? group.sense->value : scale.sense->value;
    out.last = at + 2;
    out.article = true;
    return scales(out);
  }

  // "one hundred and twenty", "twenty-five", "two thousand five hundred": units and tens add up below each scale.
  bool spelled(Numeral& out) {
    double total = 0, part = 0;
    std::uint32_t at = out.first;
    bool any = false, unit = false, tens = false;
    while (at < end_) {
      std::uint32_t next = at;
      if (any && (is_hyphen(at) || tokens_[at].key == "and"_key)) {
        if (tokens_[at].key == "and"_key && part < 100 && total == 0) break;  // "two and three"
        if (tokens_[at].key == "and"_key && unit) break;
        ++next;
      }
      if (next >= end_) break;
      if (const Vocabulary::Match match = words_.find(WordClass::unit_numeral, tokens_, next, end_)) {
        if (unit || (tens && match.sense->value >= 10)) break;
        part += match.sense->value;
        unit = true;
      } else if (const Vocabulary::Match ten = words_.find(WordClass::tens, tokens_, next, end_)) {
        if (unit || tens) break;
        part += ten.sense->value;
        tens = true;
      } else if (const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, next, end_);
                 scale && any && words(next).size() > 2) {
        if (scale.sense->value == 100) {
          if (part == 0 || part >= 100) break;
          part *= 100;
        } else {
          total += (part == 0 ? 1 : part) * scale.sense->value;
          part = 0;
        }
        unit = tens = false;
      } else {
        break;
      }
      any = true;
      at = next + 1;
      out.last = at;
    }
    out.value = total + part;
    return any;
  }

  // Multipliers after the number: "2.8 million", "three dozen", "1.5 lakh crore", "five hundred thousand".
  Numeral scales(Numeral out) {
    while (out.last < end_) {
      const std::uint32_t at = out.last + (is_hyphen(out.last) ? 1 : 0);
      if (at >= end_) break;
      const Vocabulary::Match scale = words_.find(WordClass::scale, tokens_, at, end_);
      const Vocabulary::Match money = money_ ? words_.find(WordClass::money_scale, tokens_, at, end_) : Vocabulary::Match{};
      const Vocabulary::Match group = words_.find(WordClass::group, tokens_, at, end_);
      const double factor = scale ? scale.sense->value : money ? money.sense->value : group && tokens_[at].key == "dozen"_key ? 12 : 0;
      // "k" and "mn" only glued to digits or beside money; "bn." may keep the sentence's full stop.
      if (factor == 0) break;
      if (scale && words(at).size() <= 2 && !out.digits) break;
      if (scale && words(at).size() == 1 && tokens_[at].has(Token::space_before)) break;
      out.value *= factor;
      // 65.4 billion in binary is a hair off: whole numbers are meant.
      if (const double whole = std::round(out.value); std::fabs(out.value - whole) < 1e-9 * whole) out.value = whole;
      out.scale *= factor;
      out.plain = false;
      out.last = at + 1;
    }
    return out;
  }

  bool is_hyphen(std::uint32_t at) const {
    return at < end_ && tokens_[at].key == "-"_key && !tokens_[at].has(Token::space_before) && at + 1 < end_ &&
           !tokens_[at + 1].has(Token::space_before);
  }

  // "Rs500", "Rs.1.5", "PKR3,000": letters of a currency, then digits, in one token.
  Digits glued_money(std::uint32_t at, Numeral& out) const {
    const std::string_view word = words(at);
    std::size_t letters = 0;
    while (letters < word.size() && letters < 5 && !is_digit(word[letters])) ++letters;
    if (letters == 0 || letters == word.size() || letters > 4) return {};
    std::string_view sign = word.substr(0, letters);
    // "N2.4m", "P35,000": one letter is money where the number is no label's ("N95", "P5").
    const bool scaled = at + 1 < end_ && words(at + 1).size() > 3 && words_.find(WordClass::scale, tokens_, at + 1, end_);  // "N50 million"
    const bool grouped = scaled || word.find_first_of(",.") != std::string_view::npos || !is_digit(word.back());
    if (sign == "N" && grouped) sign = "₦";
    if (sign == "P" && grouped) sign = "₱";
    if (sign == "R" && grouped) sign = "ZAR";
    Token token;
    token.key = text::key_of(sign);
    Vocabulary::Match match = words_.find(WordClass::currency_before, {&token, 1}, 0, 1);
    if (!match && sign.back() == '.') {
      token.key = text::key_of(sign.substr(0, letters - 1));
      match = words_.find(WordClass::currency_before, {&token, 1}, 0, 1);
    }
    if (!match) return {};
    out.money = match.sense;
    // "Rs10m", "Rs1.5bn": a scale glued behind.
    std::string_view number = word.substr(letters);
    const std::size_t scale = number.find_first_not_of("0123456789.,");
    if (scale == std::string_view::npos || scale == 0) return read_digits(number);
    token.key = text::key_of(number.substr(scale));
    Vocabulary::Match times = words_.find(WordClass::scale, {&token, 1}, 0, 1);
    if (!times) times = words_.find(WordClass::money_scale, {&token, 1}, 0, 1);
    Digits digits = read_digits(number.substr(0, scale));
    if (!times || !digits.ok) return {};
    digits.plain = false;
    digits.value *= times.sense->value;
    out.scale = times.sense->value;
    if (const double whole = std::round(digits.value); std::fabs(digits.value - whole) < 1e-9 * whole) digits.value = whole;
    return digits;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::uint32_t end_;
  bool money_;
  const Vocabulary& words_;
};

}  // namespace

Numeral numeral_at(std::string_view text, std::span<const Token> tokens, std::uint32_t at, std::uint32_t end, bool money) {
  return Reader(text, tokens, end, money).read(at);
}

}  // namespace khabar::quantities
