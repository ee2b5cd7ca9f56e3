// UTF-8 as it arrives: decoding that survives any bytes, and the folding that keys use.
//
//   in:   bytes, maybe not UTF-8      out: code points; an invalid byte is one U+FFFD of one byte
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace khabar::text {

struct Decoded {
  char32_t code = 0;
  std::uint32_t length = 0;  // bytes; at least 1
};

/// What the functions below do with what is not ASCII, which is rare.
namespace beyond_ascii {
Decoded decode(std::string_view bytes, std::size_t at);
int fold(char32_t code, char* out);
bool is_letter(char32_t code);
bool is_upper(char32_t code);
bool is_space(char32_t code);
bool is_quote(char32_t code);
bool is_apostrophe(char32_t code);
bool is_dash(char32_t code);
}  // namespace beyond_ascii

/// The code point at `at` (< bytes.size()). Invalid, overlong or surrogate sequences give U+FFFD of length 1. O(1).
inline Decoded decode(std::string_view bytes, std::size_t at) {
  const unsigned char lead = static_cast<unsigned char>(bytes[at]);
  return lead < 0x80 ? Decoded{lead, 1} : beyond_ascii::decode(bytes, at);
}

/// The same inside [.., end) of a longer text: a sequence that `end` cuts is U+FFFD of length 1. O(1).
inline Decoded decode_before(std::string_view bytes, std::size_t at, std::size_t end) {
  const Decoded decoded = decode(bytes, at);
  return at + decoded.length > end ? Decoded{0xFFFD, 1} : decoded;
}

/// Is there ASCII alone in the next `ascii_block` bytes? False also where there are fewer. O(1).
inline constexpr std::uint32_t ascii_block = 8;
inline bool ascii_at(std::string_view bytes, std::size_t at) {
  if (bytes.size() - at < ascii_block) return false;
  std::uint64_t block;
  std::memcpy(&block, bytes.data() + at, sizeof block);
  return (block & 0x8080808080808080u) == 0;
}

/// Appends the code point as UTF-8.
void append(std::string& out, char32_t code);

/// Writes the folded form of one code point (lower case, Latin diacritics dropped, ’ to ', dashes to -, no-break space to
/// space, zero-width characters to nothing) as up to `folded_max` bytes; returns how many.
inline constexpr int folded_max = 4;
inline unsigned char fold_ascii(unsigned char byte) { return byte >= 'A' && byte <= 'Z' ? byte + 32 : (byte == '`' ? '\'' : byte); }
inline int fold(char32_t code, char* out) {
  if (code >= 0x80) return beyond_ascii::fold(code, out);
  out[0] = static_cast<char>(fold_ascii(static_cast<unsigned char>(code)));
  return 1;
}

/// The folded form as text: for lexicon rows and tests, not for the hot path.
std::string folded(std::string_view utf8);

/// Any script's letters and marks, coarse.
inline bool is_letter(char32_t c) { return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : beyond_ascii::is_letter(c); }
/// Latin, Greek, Cyrillic.
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c); }
/// White space, no-break spaces, zero-width space, BOM.
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : beyond_ascii::is_space(c); }
/// ASCII only.
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
/// Straight and typographic double quotes, guillemets.
inline bool is_quote(char32_t c) { return c < 0x80 ? c == '"' : beyond_ascii::is_quote(c); }
/// ' ’ ʼ `
inline bool is_apostrophe(char32_t c) { return c < 0x80 ? c == '\'' || c == '`' : beyond_ascii::is_apostrophe(c); }
/// Hyphen, non-breaking hyphen, en, em, minus, horizontal bar.
inline bool is_dash(char32_t c) { return c < 0x80 ? c == '-' : beyond_ascii::is_dash(c); }

/// Moves `begin` and `end` inwards over white space. Both stand on characters, before and after. Linear in what is trimmed.
void trim(std::string_view bytes, std::uint32_t& begin, std::uint32_t& end);

}  // namespace khabar::text
