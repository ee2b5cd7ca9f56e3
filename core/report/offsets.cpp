#include "report/offsets.h"

#include "text/utf8.h"

namespace khabar::report {

namespace {

std::uint32_t units(text::Decoded d, Offsets unit) { return unit == Offsets::utf16 && d.code >= 0x10000 ? 2 : 1; }

}  // namespace

OffsetMap::OffsetMap(std::string_view text, Offsets unit) : text_(text), unit_(unit) {
  if (unit == Offsets::bytes) {
    identity_ = true;
    return;
  }
  std::uint32_t count = 0;
  bool ascii = true;
  anchors_.reserve(text.size() / stride + 1);
  back_.reserve(text.size() / stride + 1);
  for (std::uint32_t at = 0; at < text.size();) {
    if (text::ascii_at(text, at)) {
      for (; anchors_.size() * stride < at + text::ascii_block; back_.push_back(0))
        anchors_.push_back(count + static_cast<std::uint32_t>(anchors_.size() * stride - at));
      count += text::ascii_block;
      at += text::ascii_block;
      continue;
    }
    const text::Decoded d = text::decode(text, at);
    while (anchors_.size() * stride < at + d.length) {
      back_.push_back(static_cast<std::uint8_t>(anchors_.size() * stride - at));
      anchors_.push_back(count);
    }
    ascii = ascii && d.code < 0x80;
    count += units(d, unit);
    at += d.length;
  }
  while (anchors_.size() * stride <= text.size()) {
    back_.push_back(static_cast<std::uint8_t>(anchors_.size() * stride - text.size()));
    anchors_.push_back(count);
  }
  identity_ = ascii;
}

std::uint32_t OffsetMap::operator()(std::uint32_t byte) const {
  if (identity_) return byte;
  const std::size_t anchor = byte / stride;
  std::uint32_t at = static_cast<std::uint32_t>(anchor * stride) - back_[anchor];
  std::uint32_t count = anchors_[anchor];
  // As many units as bytes up to the next anchor: ASCII.
  if (anchor + 1 < anchors_.size() && anchors_[anchor + 1] - count == stride && back_[anchor] == 0) return count + (byte - at);
  while (at < byte) {
    const text::Decoded d = text::decode(text_, at);
    at += d.length;
    count += units(d, unit_);
  }
  return count;
}

}  // namespace khabar::report
