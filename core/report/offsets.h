// Offsets: byte positions as UTF-16 units or code points, with one pass over the text.
//
//   text    "é€😀x"      bytes 0 2 5 9     utf16 0 1 2 4     code points 0 1 2 3
#pragma once

#include <khabar/khabar.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::report {

class OffsetMap {
 public:
  /// One pass; for text that is all ASCII, and for bytes, no table is made.
  OffsetMap(std::string_view text, Offsets unit);
  /// In: a byte offset on a code point boundary, at most the length. Out: the same place in the unit. O(1).
  std::uint32_t operator()(std::uint32_t byte) const;

 private:
  static constexpr std::uint32_t stride = 64;
  std::string_view text_;
  Offsets unit_;
  bool identity_ = false;
  std::vector<std::uint32_t> anchors_;  // at each multiple of `stride` bytes: units before the code point that covers it
  std::vector<std::uint8_t> back_;      // bytes from the anchor back to that code point's first byte
};

}  // namespace khabar::report
