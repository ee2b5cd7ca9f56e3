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

void drop_numbers_of_names(Mentions& mentions) {
  auto named = mentions.entities.mentions.begin();
  const auto last = mentions.entities.mentions.end();
  std::erase_if(mentions.quantities, [&](const quantities::Found& found) {
    while (named != last && named->last <= found.first) ++named;
    return named != last && named->first == found.first && named->last > found.first + 1 && named->kind == MentionKind::name;
  });
}

void index_tokens(Mentions& mentions, std::size_t tokens) {
  mentions.mention_of = cover(mentions.entities.mentions, tokens);
  mentions.time_of = cover(mentions.times, tokens);
  mentions.quantity_of = cover(mentions.quantities, tokens);
}

}  // namespace khabar::mentions
