#include "language/parse_features.h"

namespace khabar::language {

int move_features(const ParseState& state, std::uint32_t* out) {
  return static_cast<int>(parse_features::write_move_features(state, out) - out);
}

int label_features(const ParseState& state, std::uint32_t head, std::uint32_t dependent, std::uint32_t* out) {
  return static_cast<int>(parse_features::write_label_features(state, head, dependent, out) - out);
}

}  // namespace khabar::language
