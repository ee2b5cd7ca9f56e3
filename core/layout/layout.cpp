#include "layout/layout.h"

#include "text/utf8.h"

namespace khabar::layout {

Layout read(std::string_view text) {
  Layout layout;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::size_t first = at, last = end;
    while (first < last && text::is_space(static_cast<unsigned char>(text[first]))) ++first;
    while (last > first && text::is_space(static_cast<unsigned char>(text[last - 1]))) --last;
    if (first < last) layout.blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}});
    at = end + 1;
  }
  return layout;
}

}  // namespace khabar::layout
