#include "report/json_writer.h"

#include "text/utf8.h"

#include <cmath>
#include <cstdio>

namespace khabar::report {

void Writer::new_line() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(levels_.size() * 2, ' ');
}

void Writer::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  if (!level.inline_items)
    new_line();
  else if (pretty_ && !level.empty)
    out_ += ' ';
  level.empty = false;
}

void Writer::open(char bracket, bool inline_items) {
  separate();
  out_ += bracket;
  levels_.push_back({bracket == '{' ? '}' : ']', true, inline_items});
}

void Writer::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && !level.inline_items) new_line();
  out_ += level.close;
}

void Writer::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += pretty_ ? "\": " : "\":";
  after_key_ = true;
}

void Writer::string(std::string_view utf8) {
  separate();
  auto plain = [](unsigned char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; };
  out_ += '"';
  for (std::size_t at = 0; at < utf8.size();) {
    const unsigned char byte = static_cast<unsigned char>(utf8[at]);
    if (plain(byte)) {
      const std::size_t begin = at;
      while (at < utf8.size() && plain(static_cast<unsigned char>(utf8[at]))) ++at;
      out_.append(utf8.data() + begin, at - begin);
      continue;
    }
    if (byte >= 0x80) {
      const text::Decoded d = text::decode(utf8, at);
      if (d.length == 1)
        out_ += "\xEF\xBF\xBD";
      else
        out_.append(utf8.substr(at, d.length));
      at += d.length;
      continue;
    }
    ++at;
    switch (byte) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\n': out_ += "\\n"; break;
      case '\r': out_ += "\\r"; break;
      case '\t': out_ += "\\t"; break;
      default:
        out_ += "\\u00";
        out_ += "0123456789abcdef"[byte >> 4];
        out_ += "0123456789abcdef"[byte & 15];
    }
  }
  out_ += '"';
}

void Writer::integer(std::uint64_t value) {
  separate();
  char digits[20];
  std::size_t first = sizeof digits;
  if (value >> 32 != 0) {
    do digits[--first] = static_cast<char>('0' + value % 10);
    while (value /= 10);
  } else {  // as nearly all are; 64-bit division is slow
    auto small = static_cast<std::uint32_t>(value);
    do digits[--first] = static_cast<char>('0' + small % 10);
    while (small /= 10);
  }
  out_.append(digits + first, sizeof digits - first);
}

// Reports hold counts, sums and percentages; at most six decimals are kept, so that every platform prints the same.
void Writer::number(double value) {
  if (!std::isfinite(value)) {
    separate();
    out_ += "null";
    return;
  }
  if (value < 0) {
    separate();
    out_ += '-';
    after_key_ = true;
    value = -value;
  }
  if (value >= 1e15) {
    // Too large for exact integers: as digits and an exponent, cut rather than rounded.
    int exponent = 0;
    while (value >= 1e15) value /= 10, ++exponent;
    integer(static_cast<std::uint64_t>(value));
    out_ += 'e';
    out_ += std::to_string(exponent);
    return;
  }
  std::uint64_t whole = static_cast<std::uint64_t>(value);
  std::uint64_t millionths = static_cast<std::uint64_t>(std::floor((value - static_cast<double>(whole)) * 1e6 + 0.5));
  if (millionths >= 1000000) millionths -= 1000000, ++whole;
  integer(whole);
  if (millionths == 0) return;
  out_ += '.';
  for (std::uint64_t unit = 100000; unit > 0 && millionths > 0; unit /= 10) {
    out_ += static_cast<char>('0' + millionths / unit);
    millionths %= unit;
  }
}

void Writer::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

}  // namespace khabar::report
