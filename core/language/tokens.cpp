#include "language/tokens.h"

#include "language/abbreviations.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::language {

namespace {

using namespace text::literals;

template <std::size_t N>
constexpr std::array<Key, N> sorted(const std::array<text::WordKey, N>& words) {
  std::array<Key, N> keys{};
  std::copy(words.begin(), words.end(), keys.begin());
  std::sort(keys.begin(), keys.end());
  return keys;
}

template <std::size_t N>
bool contains(const std::array<Key, N>& keys, Key key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

// Prefixes that UD English-EWT keeps with their hyphen and word: those that are no words on their own.
constexpr auto prefixes = sorted(std::array{
    "anti"_key,  "co"_key,   "non"_key,   "pre"_key,  "post"_key,  "pro"_key,   "re"_key,    "semi"_key,  "multi"_key,  "ex"_key,
    "mid"_key,   "un"_key,   "sub"_key,   "e"_key,    "inter"_key, "intra"_key, "socio"_key, "ultra"_key, "pseudo"_key, "counter"_key,
    "quasi"_key, "neo"_key,  "de"_key,    "dis"_key,  "mis"_key,   "bi"_key,    "tri"_key,   "trans"_key, "psycho"_key, "geo"_key,
    "hyper"_key, "para"_key, "cross"_key, "over"_key, "mini"_key,  "micro"_key, "arch"_key});

// Units that are written onto their number.
constexpr auto units =
    sorted(std::array{"am"_key,  "pm"_key,  "km"_key,  "kg"_key,   "bn"_key,  "mn"_key,      "m"_key,       "cm"_key,  "mm"_key,
                      "hr"_key,  "hrs"_key, "min"_key, "mins"_key, "ft"_key,  "lb"_key,      "lbs"_key,     "mph"_key, "kph"_key,
                      "kmh"_key, "kw"_key,  "mw"_key,  "gw"_key,   "gb"_key,  "mb"_key,      "sec"_key,     "yr"_key,  "yrs"_key,
                      "k"_key,   "kms"_key, "kgs"_key, "mln"_key,  "bln"_key, "million"_key, "billion"_key, "a.m"_key, "p.m"_key});

constexpr auto clitics = sorted(std::array{"s"_key, "m"_key, "re"_key, "ve"_key, "ll"_key, "d"_key});

struct Fused {  // words written as one that UD splits, and after how many bytes
  Key key;
  std::uint32_t at;
};
constexpr std::array fused = {Fused{"cannot"_key, 3}, Fused{"gonna"_key, 3},   Fused{"gotta"_key, 3},   Fused{"wanna"_key, 3},
                              Fused{"dont"_key, 2},   Fused{"didnt"_key, 3},   Fused{"doesnt"_key, 4},  Fused{"isnt"_key, 2},
                              Fused{"wasnt"_key, 3},  Fused{"couldnt"_key, 5}, Fused{"wouldnt"_key, 5}, Fused{"shouldnt"_key, 6},
                              Fused{"havent"_key, 4}, Fused{"hasnt"_key, 3},   Fused{"hadnt"_key, 3},   Fused{"arent"_key, 3},
                              Fused{"werent"_key, 4}};

bool is_fused(Key key, char last) {
  if ((last | 32) != 't' && (last | 32) != 'a') return false;
  return std::any_of(fused.begin(), fused.end(), [&](const Fused& f) { return f.key == key; });
}

bool is_zero_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}
bool is_word(char32_t c) { return text::is_letter(c) || text::is_digit(c) || (is_zero_width(c) && c != 0x200B && c != 0xFEFF); }

// What a byte means to a chunk, which runs to the next white space.
enum class ChunkByte : std::uint8_t { other, space, address, stop, beyond_ascii };
constexpr auto chunk_bytes = [] {
  std::array<ChunkByte, 256> bytes{};
  for (const unsigned char c : {9, 10, 11, 12, 13, 32}) bytes[c] = ChunkByte::space;
  bytes['@'] = bytes['/'] = ChunkByte::address;
  bytes['.'] = ChunkByte::stop;
  for (std::size_t c = 0x80; c < bytes.size(); ++c) bytes[c] = ChunkByte::beyond_ascii;
  return bytes;
}();

class Splitter {
 public:
  Splitter(std::string_view text, Span range, bool closes, std::vector<Token>& tokens)
      : text_(text),
        begin_(range.begin),
        end_(std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(text.size()))),
        closes_(closes),
        tokens_(tokens) {}

  void run() {
    for (std::uint32_t at = begin_; at < end_;) {
      const text::Decoded d = get(at);
      if (text::is_space(d.code) || is_zero_width(d.code)) {
        space_ = true;
        at += d.length;
        continue;
      }
      if (at >= chunk_end_) {
        if (const std::uint32_t e = plain_word(at, true); e != 0) {
          at = e;
          continue;
        }
        at = open_chunk(at);
      }
      if (at < end_ && at < chunk_end_) at = piece(at);
    }
  }

 private:
  text::Decoded get(std::uint32_t at) const { return text::decode_before(text_, at, end_); }
  char32_t code_at(std::uint32_t at) const { return at < end_ ? get(at).code : U' '; }
  bool word_at(std::uint32_t at) const { return at < end_ && is_word(get(at).code); }
  bool digit_at(std::uint32_t at) const { return at < end_ && text::is_digit(static_cast<unsigned char>(text_[at])); }
  bool letter_at(std::uint32_t at) const { return at < end_ && text::is_letter(get(at).code); }
  Key key(std::uint32_t b, std::uint32_t e) const { return text::key_of(text_.substr(b, e - b)); }

  // A chunk runs to the next white space; URLs and addresses are looked for once in each.
  std::uint32_t open_chunk(std::uint32_t at) {
    std::uint32_t e = at;
    bool maybe = false;
    while (e < end_) {
      switch (chunk_bytes[static_cast<unsigned char>(text_[e])]) {
        case ChunkByte::other: ++e; continue;
        case ChunkByte::address:
          maybe = true;
          ++e;
          continue;
        case ChunkByte::stop:
          maybe = maybe || e - at == 3;
          ++e;
          continue;
        case ChunkByte::space: break;
        case ChunkByte::beyond_ascii:
          const text::Decoded d = get(e);
          if (text::is_space(d.code)) break;
          e += d.length;
          continue;
      }
      break;
    }
    chunk_end_ = e;
    address_ = {0, 0};
    if (maybe) find_address(at, e);
    return at;
  }

  static bool is_address_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' ||
           c == '+' || c == '%';
  }

  void find_address(std::uint32_t b, std::uint32_t e) {
    const std::string_view chunk = text_.substr(b, e - b);
    std::uint32_t from = 0, to = 0;
    std::size_t scheme = chunk.find("://");
    if (scheme != std::string_view::npos && scheme > 0) {
      from = static_cast<std::uint32_t>(scheme);
      while (from > 0 && text::is_letter(static_cast<unsigned char>(chunk[from - 1]))) --from;
      to = url_end(chunk, from);
    } else if (const std::size_t www = std::min(chunk.find("www."), chunk.find("WWW."));
               www != std::string_view::npos && (www == 0 || !is_address_byte(static_cast<unsigned char>(chunk[www - 1])))) {
      from = static_cast<std::uint32_t>(www);
      to = url_end(chunk, from);
    } else if (const std::size_t sign = chunk.find('@'); sign != std::string_view::npos && sign > 0 && sign + 1 < chunk.size()) {
      from = to = static_cast<std::uint32_t>(sign);
      while (from > 0 && is_address_byte(static_cast<unsigned char>(chunk[from - 1]))) --from;
      for (++to; to < chunk.size() && is_address_byte(static_cast<unsigned char>(chunk[to]));) ++to;
      to = trim(chunk, from, to);
      if (from == sign || to <= sign + 1) return;
    }
    if (to > from) address_ = {b + from, b + to};
  }
  static std::uint32_t url_end(std::string_view chunk, std::uint32_t from) {
    std::size_t to = chunk.find_first_of("<>\"{}|\\^`", from);
    if (to == std::string_view::npos) to = chunk.size();
    return trim(chunk, from, static_cast<std::uint32_t>(to));
  }
  static std::uint32_t trim(std::string_view chunk, std::uint32_t from, std::uint32_t to) {
    while (to > from && std::string_view(".,;:!?)]}'").find(chunk[to - 1]) != std::string_view::npos) --to;
    while (to > from + 3 && static_cast<unsigned char>(chunk[to - 3]) == 0xE2 && static_cast<unsigned char>(chunk[to - 2]) == 0x80)
      to -= 3;  // ” ’ …
    return to;
  }

  // Nine words of ten are letters of ASCII up to what ends a word whatever it was; `alone`: up to white space. Emits such a one and
  // returns where it ended; else 0.
  std::uint32_t plain_word(std::uint32_t at, bool alone) {
    Key k = text::key_seed;
    std::uint32_t e = at, capitals = 0;
    for (; e < end_; ++e) {
      const unsigned char c = static_cast<unsigned char>(text_[e]), small = c | 32;
      if (small < 'a' || small > 'z') break;
      k = text::add_byte(k, small);
      capitals += small != c;
    }
    const std::uint32_t length = e - at;
    if (length == 0) return 0;
    if (e < end_) {
      const unsigned char c = static_cast<unsigned char>(text_[e]);
      if (c != ' ' && c != '\n' && (alone || (c != ',' && c != ')' && c != '"' && c != ';'))) return 0;
    }
    if (length >= 4 && length <= 8 && is_fused(k, text_[e - 1])) return 0;
    Token token;
    token.span = {at, e};
    token.key = token.lemma = k;
    const bool first_capital = (text_[at] & 32) == 0;
    token.flags =
        static_cast<std::uint8_t>(Token::has_letter | (first_capital ? Token::initial_capital : 0) |
                                  (length >= 2 && capitals == length ? Token::all_capitals : 0) | (space_ ? Token::space_before : 0));
    space_ = false;
    tokens_.push_back(token);
    return e;
  }

  // One step inside a chunk: a word or a run of punctuation. Returns where it ended.
  std::uint32_t piece(std::uint32_t at) {
    if (address_.empty())
      if (const std::uint32_t e = plain_word(at, false); e != 0) return e;
    if (at == address_.begin && !address_.empty()) return emit(at, address_.end);
    const text::Decoded d = get(at);
    if (is_word(d.code)) return word(at);
    if (text::is_apostrophe(d.code)) {
      const std::uint32_t after = clitic_end(at);
      if (after != 0 && !space_ && at > begin_) return emit(at, after);
      return emit(at, at + d.length + (code_at(at + d.length) == d.code && d.code != '\'' ? d.length : 0));
    }
    std::uint32_t e = at + d.length;
    if (d.code == '.' || d.code == '!' || d.code == '?') {
      while (e < end_ && (text_[e] == '.' || text_[e] == '!' || text_[e] == '?') && (d.code == '.') == (text_[e] == '.')) ++e;
    } else if (d.code < 0x80 && std::string_view("-*=_~#<>+").find(static_cast<char>(d.code)) != std::string_view::npos) {
      while (e < end_ && text_[e] == text_[at]) ++e;
    }
    return emit(at, e);
  }

  // The end of "'s", "'re" ... that starts at this apostrophe; 0 where it is none.
  std::uint32_t clitic_end(std::uint32_t at) const {
    const std::uint32_t b = at + get(at).length;
    std::uint32_t e = b;
    while (e < end_ && e - b < 4 && text::is_letter(get(e).code)) e += get(e).length;
    if (e == b || word_at(e)) return 0;
    return contains(clitics, key(b, e)) ? e : 0;
  }

  std::uint32_t word(std::uint32_t at) {
    std::uint32_t e = at;
    std::uint32_t letters = 0;  // length of the run of letters or digits that ends at e
    bool digits_only = true, acronym = false;
    while (e < end_) {
      if (e == address_.begin && !address_.empty() && e > at) break;
      const text::Decoded d = get(e);
      if (is_word(d.code)) {
        if (!text::is_digit(d.code)) {
          if (digits_only && e > at) {  // "10am", "5km": the unit is a token of its own
            std::uint32_t u = e;
            while (u < end_ && (letter_at(u) || (text_[u] == '.' && letter_at(u + 1) && u + 1 < end_))) u += get(u).length;
            if (!digit_at(u) && contains(units, key(e, u))) return emit(at, e);
          }
          digits_only = false;
        }
        e += d.length;
        ++letters;
        continue;
      }
      const std::uint32_t next = e + d.length;
      if (d.code == '.' && letters == 1 && !digits_only && letter_at(next) && !word_at(next + get(next).length) &&
          code_at(next + get(next).length) == '.') {
        acronym = true;  // U.S. p.m. A.K.A.
        e = next;
        letters = 0;
        continue;
      }
      if (d.code == '.' && letters == 1 && !digits_only && letter_at(next) && !word_at(next + get(next).length)) {
        acronym = true;  // U.S without its last stop
        e = next + get(next).length;
        continue;
      }
      if (d.code == '.' && letters == 2 && key(e - 2, e) == "ph"_key && (code_at(next) | 32) == 'd' && code_at(next + 1) == '.') {
        acronym = true;
        e = next;
        letters = 0;
        continue;
      }
      if ((d.code == '.' || d.code == ',' || d.code == ':' || d.code == '/') && digit_at(next) && e > at && digit_at(e - 1)) {
        e = next;
        letters = 0;
        continue;
      }
      if (d.code == '&' && letter_at(next) && e > at && text::is_upper(code_at(next))) {
        e = next;
        continue;
      }
      if (d.code == '_' && word_at(next)) {
        e = next;
        continue;
      }
      if (d.code == '.' && letters >= 3 && top_level(next)) {  // example.com
        e = next;
        letters = 0;
        continue;
      }
      if (text::is_dash(d.code) && d.code < 0x2012 && letter_at(next) && letters == e - at && contains(prefixes, key(at, e)) &&
          !(text::is_upper(code_at(e - 1)) && e - at > 1 && !text::is_upper(code_at(next))) &&  // "un-American", not "UN-backed"
          (at == begin_ || space_)) {                                                           // not in Lashkar-e-Taiba
        e = next;
        letters = 0;
        continue;
      }
      if (text::is_apostrophe(d.code) && letter_at(next)) {
        const std::uint32_t close = clitic_end(e);
        if (close != 0) return emit(at, e);                                                                      // Pakistan|'s
        if ((code_at(next) | 32) == 't' && !word_at(next + 1) && (code_at(e - 1) | 32) == 'n' && e - at >= 2) {  // ca|n't
          emit(at, e - 1);
          return emit(e - 1, next + 1);
        }
        e = next;  // O'Brien, Qur'an
        letters = 0;
        continue;
      }
      break;
    }
    if (code_at(e) == '.' && code_at(e + 1) != '.' && keeps_stop(at, e, acronym, digits_only)) ++e;
    if (!digits_only && e - at >= 4 && e - at <= 8) {
      const Key whole = key(at, e);
      for (const Fused& f : fused) {
        if (f.key != whole || !text::is_letter(static_cast<unsigned char>(text_[at]))) continue;
        emit(at, at + f.at);
        return emit(at + f.at, e);
      }
    }
    return emit(at, e);
  }

  bool top_level(std::uint32_t at) const {
    std::uint32_t e = at;
    while (e < end_ && e - at < 5 && text_[e] >= 'a' && text_[e] <= 'z') ++e;
    if (word_at(e)) return false;
    static constexpr auto domains = sorted(std::array{"com"_key, "org"_key, "net"_key, "gov"_key, "edu"_key, "info"_key, "co"_key,
                                                      "int"_key, "mil"_key, "io"_key, "pk"_key, "uk"_key, "tv"_key, "news"_key});
    return contains(domains, key(at, e));
  }

  // Does the word text[at, e) keep the full stop at e?
  bool keeps_stop(std::uint32_t at, std::uint32_t e, bool acronym, bool digits_only) const {
    if (digits_only) return false;
    if (acronym) return true;
    const bool last = closes_ && only_closers(e + 1);
    const std::uint32_t length = e - at;
    const bool spaced = !word_at(e + 1);
    if (length == 1 || (length <= 3 && static_cast<unsigned char>(text_[at]) >= 0x80 && get(at).length == length))
      return !last && spaced && letter_at(at);
    switch (abbreviation_of(key(at, e))) {
      case Abbreviation::none: break;
      case Abbreviation::number:
      case Abbreviation::month: return !last && spaced;
      default: return true;
    }
    if (last || !spaced || !text::is_letter(static_cast<unsigned char>(text_[at]))) return false;
    // The sentence goes on after it: "approxim. ten"
    std::uint32_t next = e + 1;
    while (next < end_ && text_[next] == ' ') ++next;
    return closes_ && next > e + 1 && next < end_ && text_[next] >= 'a' && text_[next] <= 'z' && length <= 5;
  }
  bool only_closers(std::uint32_t at) const {
    for (; at < end_; at += get(at).length) {
      const char32_t c = get(at).code;
      if (!(text::is_space(c) || text::is_quote(c) || text::is_apostrophe(c) || c == ')' || c == ']')) return false;
    }
    return true;
  }

  std::uint32_t emit(std::uint32_t b, std::uint32_t e) {
    Token token;
    token.span = {b, e};
    Key k = text::key_seed;
    std::uint32_t letters = 0, capitals = 0;
    bool digit = false, first_capital = false;
    char folded[text::folded_max];
    for (std::uint32_t i = b; i < e;) {
      const unsigned char c = static_cast<unsigned char>(text_[i]);
      if (c < 0x80) {
        unsigned char f = c;
        if (c >= 'A' && c <= 'Z') {
          f = c + 32;
          if (letters == 0 && !digit) first_capital = true;
          ++letters;
          ++capitals;
        } else if (c >= 'a' && c <= 'z') {
          ++letters;
        } else if (c >= '0' && c <= '9') {
          digit = true;
        } else if (c == '`') {
          f = '\'';
        }
        k = text::add_byte(k, f);
        ++i;
        continue;
      }
      const text::Decoded d = get(i);
      if (text::is_upper(d.code)) {
        if (letters == 0) first_capital = true;
        ++capitals;
      }
      if (text::is_letter(d.code)) ++letters;
      const int n = text::fold(d.code, folded);
      for (int j = 0; j < n; ++j) k = text::add_byte(k, static_cast<unsigned char>(folded[j]));
      i += d.length;
    }
    token.key = token.lemma = k;
    token.flags = static_cast<std::uint8_t>(
        (first_capital ? Token::initial_capital : 0) | (letters >= 2 && capitals == letters ? Token::all_capitals : 0) |
        (digit ? Token::has_digit : 0) | (letters ? Token::has_letter : 0) | (space_ ? Token::space_before : 0));
    space_ = false;
    tokens_.push_back(token);
    return e;
  }

  std::string_view text_;
  std::uint32_t begin_, end_;
  bool closes_;
  std::vector<Token>& tokens_;
  std::uint32_t chunk_end_ = 0;
  Span address_;
  bool space_ = true;
};

}  // namespace

void append_tokens(std::string_view text, Span range, bool closes_sentence, std::vector<Token>& tokens) {
  Splitter(text, range, closes_sentence, tokens).run();
}

bool append_plain_keys(std::string_view text, std::vector<Key>& keys) {
  const std::size_t before = keys.size();
  for (std::size_t at = 0; at <= text.size(); ++at) {
    Key key = text::key_seed;
    const std::size_t begin = at;
    for (; at < text.size(); ++at) {
      const unsigned char small = static_cast<unsigned char>(text[at]) | 32;
      if (small < 'a' || small > 'z') break;
      key = text::add_byte(key, small);
    }
    const bool ends = at == text.size() || text[at] == ' ';
    if (at == begin || !(ends || text[at] == '-') || (at - begin >= 4 && at - begin <= 8 && is_fused(key, text[at - 1])) ||
        (!ends && contains(prefixes, key))) {
      keys.resize(before);
      return false;
    }
    keys.push_back(key);
  }
  return true;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, false, tokens);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) tokens[i].head = i;
  return tokens;
}

std::vector<Key> keys_of(std::string_view text) {
  std::vector<Key> keys;
  for (const Token& token : tokenize(text)) keys.push_back(token.key);
  return keys;
}

}  // namespace khabar::language
