#include "lexicon/phrases.h"

#include <utility>

namespace khabar::lexicon {

void PhraseMap::resize(std::size_t cells) {
  std::vector<Cell> old = std::exchange(cells_, std::vector<Cell>(cells));
  mask_ = cells_.size() - 1;
  prefixes_ = KeyFilter(cells / 2);
  for (const Cell& cell : old) {
    if (cell.prefix == 0) continue;
    std::size_t i = cell.prefix & mask_;
    while (cells_[i].prefix != 0) i = (i + 1) & mask_;
    cells_[i] = cell;
    prefixes_.add(cell.prefix);
  }
}

void PhraseMap::reserve(std::size_t prefixes) {
  std::size_t cells = 64;
  while (cells < prefixes * 2) cells *= 2;
  if (cells > cells_.size()) resize(cells);
}

PhraseMap::Cell& PhraseMap::place(text::Key prefix) {
  if ((used_ + 1) * 2 > cells_.size()) resize(cells_.empty() ? 64 : cells_.size() * 2);
  std::size_t i = prefix & mask_;
  while (cells_[i].prefix != 0 && cells_[i].prefix != prefix) i = (i + 1) & mask_;
  if (cells_[i].prefix == 0) {
    cells_[i].prefix = prefix;
    prefixes_.add(prefix);
    ++used_;
  }
  return cells_[i];
}

void PhraseMap::add(std::span<const text::Key> words, std::uint32_t value) {
  text::Key prefix = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    prefix = text::chain(prefix, words[i]);
    Cell& cell = place(prefix);
    if (i + 1 < words.size()) {
      cell.continues = true;
      continue;
    }
    const std::uint32_t node = static_cast<std::uint32_t>(values_.size());
    values_.push_back({value, none});
    if (cell.value == none) {
      cell.value = node;
    } else {
      std::uint32_t last = cell.value;
      while (values_[last].next != none) last = values_[last].next;
      values_[last].next = node;
    }
  }
}

}  // namespace khabar::lexicon
