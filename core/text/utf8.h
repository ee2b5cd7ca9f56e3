// UTF-8 as it arrives: decoding that survives any bytes, and the folding that keys use.
//
//   in:   bytes, maybe not UTF-8      out: code points; an invalid byte is one U+FFFD of one byte
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar::text {

struct Decoded {
  char32_t code = 0;
  std::uint32_t length = 0;  // bytes; at least 1
};

/// The code point at `at` (< bytes.size()). Invalid, overlong or surrogate sequences give U+FFFD of length 1. O(1).
Decoded decode(std::string_view bytes, std::size_t at);

/// Appends the code point as UTF-8.
void append(std::string& out, char32_t code);

/// Writes the folded form of one code point (lower case, Latin diacritics dropped, ’ to ', dashes to -, no-break space to
/// space, zero-width characters to nothing) as up to `folded_max` bytes; returns how many.
inline constexpr int folded_max = 4;
int fold(char32_t code, char* out);

/// The folded form as text: for lexicon rows and tests, not for the hot path.
std::string folded(std::string_view utf8);

bool is_letter(char32_t code);      // Latin, Greek, Cyrillic, Arabic ... : any script's letters and marks, coarse
bool is_upper(char32_t code);       // Latin, Greek, Cyrillic
bool is_space(char32_t code);       // white space, no-break spaces, zero-width space, BOM
bool is_digit(char32_t code);       // ASCII only
bool is_quote(char32_t code);       // straight and typographic double quotes, guillemets
bool is_apostrophe(char32_t code);  // ' ’ ʼ `
bool is_dash(char32_t code);        // hyphen, non-breaking hyphen, en, em, minus, horizontal bar

}  // namespace khabar::text
