#include "text/utf8.h"

#include "text/key.h"

#include <array>

namespace khabar::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool continues(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

// Base letters of U+00C0..U+017F (Latin-1 Supplement and Latin Extended-A), Unicode 15 decompositions without their marks;
// two letters where the usual transliteration has two. '?' marks what is no letter.
constexpr std::array<const char*, 192> latin_base = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "x", "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "/", "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // 170
};

}  // namespace

Decoded beyond_ascii::decode(std::string_view bytes, std::size_t at) {
  const unsigned char lead = static_cast<unsigned char>(bytes[at]);
  auto tail = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i]) & 0x3F); };
  if (lead >= 0xC2 && lead < 0xE0 && continues(bytes, at + 1)) return {(lead & 0x1Fu) << 6 | tail(1), 2};
  if (lead >= 0xE0 && lead < 0xF0 && continues(bytes, at + 1) && continues(bytes, at + 2)) {
    const char32_t code = (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(bytes, at + 1) && continues(bytes, at + 2) && continues(bytes, at + 3)) {
    const char32_t code = (lead & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {replacement, 1};
}

void append(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool beyond_ascii::is_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool beyond_ascii::is_quote(char32_t c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || c == 0x2033;
}

bool beyond_ascii::is_apostrophe(char32_t c) { return c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB; }

bool beyond_ascii::is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D; }

bool beyond_ascii::is_upper(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x137) return (c & 1) == 0;
  if (c >= 0x139 && c <= 0x148) return (c & 1) == 1;
  if (c >= 0x14A && c <= 0x177) return (c & 1) == 0;
  if (c == 0x178 || c == 0x179 || c == 0x17B || c == 0x17D) return true;
  if (c >= 0x1E00 && c <= 0x1EFF) return (c & 1) == 0;
  if (c >= 0x391 && c <= 0x3AB) return true;
  return c >= 0x400 && c <= 0x42F;
}

bool beyond_ascii::is_letter(char32_t c) {
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
  if (c < 0xC0) return false;
  if (c < 0x2B0) return c != 0xD7 && c != 0xF7;
  if (c < 0x300) return c == 0x2BB || c == 0x2BC || c == 0x2BF || c == 0x2BE;
  if (c < 0x2000) return true;  // combining marks and the scripts from Greek to Khmer
  if (c < 0x2C00) return c == 0x200C || c == 0x200D;
  if (c < 0x3000) return c < 0x2E00;
  if (c < 0x3040) return c == 0x3005 || c == 0x3007;
  if (c < 0xD7FF) return true;
  if (c >= 0xF900 && c <= 0xFAFF) return true;
  if (c >= 0xFB00 && c <= 0xFDFF) return true;
  if (c >= 0xFE70 && c <= 0xFEFC) return true;
  return c >= 0x10000 && c < 0x1F000;
}

int beyond_ascii::fold(char32_t c, char* out) {
  if (c >= 0xC0 && c < 0x180) {
    int n = 0;
    for (const char* base = latin_base[c - 0xC0]; *base; ++base) out[n++] = *base;
    return n;
  }
  if (c >= 0x300 && c <= 0x36F) return 0;  // combining diacritics
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF) return 0;
  if (is_apostrophe(c)) return out[0] = '\'', 1;
  if (is_quote(c)) return out[0] = '"', 1;
  if (is_dash(c)) return out[0] = '-', 1;
  if (is_space(c)) return out[0] = ' ', 1;
  if (c == 0x2026) return out[0] = out[1] = out[2] = '.', 3;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) c += 32;
  if (c >= 0x400 && c <= 0x40F) c += 80;
  std::string bytes;
  append(bytes, c);
  for (std::size_t i = 0; i < bytes.size(); ++i) out[i] = bytes[i];
  return static_cast<int>(bytes.size());
}

std::string folded(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  char buffer[folded_max];
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    at += d.length;
    out.append(buffer, static_cast<std::size_t>(fold(d.code, buffer)));
  }
  return out;
}

namespace {

Key carried_on(Key key, std::string_view utf8) {
  char buffer[folded_max];
  for (std::size_t at = 0; at < utf8.size();) {
    const unsigned char byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      key = add_byte(key, fold_ascii(byte));
      ++at;
      continue;
    }
    const Decoded d = decode(utf8, at);
    at += d.length;
    const int n = fold(d.code, buffer);
    for (int i = 0; i < n; ++i) key = add_byte(key, static_cast<unsigned char>(buffer[i]));
  }
  return key;
}

}  // namespace

Key key_of(std::string_view utf8) { return carried_on(key_seed, utf8); }
Key key_of_pair(Key first, std::string_view second) { return carried_on(add_byte(first, ' '), second); }

void trim(std::string_view bytes, std::uint32_t& begin, std::uint32_t& end) {
  while (begin < end) {
    const Decoded first = decode(bytes, begin);
    if (!is_space(first.code)) break;
    begin += first.length;
  }
  while (begin < end) {
    std::uint32_t last = end - 1;  // back to where the last character begins
    while (last > begin && end - last < 4 && (static_cast<unsigned char>(bytes[last]) & 0xC0) == 0x80) --last;
    const Decoded decoded = decode(bytes, last);
    if (last + decoded.length != end || !is_space(decoded.code)) break;
    end = last;
  }
}

}  // namespace khabar::text
