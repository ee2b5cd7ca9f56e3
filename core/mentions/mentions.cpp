#include "mentions/mentions.h"

namespace khabar::mentions {

namespace {

template <class Found>
std::vector<std::uint32_t> cover(const std::vector<Found>& found, std::size_t tokens) {
  std::vector<std::uint32_t> index(tokens, none);
  for (std::uint32_t i = 0; i < found.size(); ++i)
    for (std::uint32_t t = found[i].first; t < found[i].last && t < tokens; ++t) index[t] = i;
  return index;
}

}  // namespace

void index_tokens(Mentions& mentions, std::size_t tokens) {
  mentions.mention_of = cover(mentions.entities.mentions, tokens);
  mentions.time_of = cover(mentions.times, tokens);
  mentions.quantity_of = cover(mentions.quantities, tokens);
}

}  // namespace khabar::mentions
