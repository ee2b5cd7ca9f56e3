#include "language/classes.h"

#include "lexicon/table.h"

namespace khabar::language {

WordClasses::WordClasses(std::string_view packed) : bits_(std::size_t{1} << (hash_bits - 6)), before_(bits_.size()) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(packed[at])); };
  if (packed.size() < 8 || packed.substr(0, 4) != std::string_view("KC1\0", 4)) return;
  const std::uint32_t words = byte(4) | byte(5) << 8 | byte(6) << 16 | byte(7) << 24;
  if (words > packed.size() - 8 || words > 0xFFFF) return;
  std::size_t at = 8;
  const std::size_t classes = packed.size() - words;
  std::uint32_t h = 0;
  for (std::uint32_t w = 0; w < words; ++w, ++h) {
    for (int shift = 0;; shift += 7) {
      if (at >= classes || shift > 14) {
        bits_.assign(bits_.size(), 0);
        return;
      }
      const std::uint32_t b = byte(at++);
      h += (b & 127) << shift;
      if (b < 128) break;
    }
    h &= (1u << hash_bits) - 1;
    bits_[h >> 6] |= std::uint64_t{1} << (h & 63);
  }
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    before_[i] = static_cast<std::uint16_t>(before);
    before += text::ones(bits_[i]);
  }
  classes_.resize(before);
  for (std::uint32_t w = 0; w < before; ++w) classes_[w] = static_cast<std::uint8_t>(byte(classes + w));
}

const WordClasses& WordClasses::built_in() {
  static const WordClasses table(lexicon::packed("language/models/classes.bin"));
  return table;
}

}  // namespace khabar::language
