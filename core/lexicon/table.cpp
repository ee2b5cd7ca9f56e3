#include "lexicon/table.h"

#include <algorithm>

namespace khabar::lexicon {

Table::Table(std::string_view tsv) {
  if (!tsv.empty() && tsv.front() == packed_columns) {
    read_columns(tsv.substr(1));
    return;
  }
  struct Place {
    std::size_t first;
    std::uint32_t count, line;
  };
  std::vector<Place> places;
  const auto lines = static_cast<std::size_t>(std::count(tsv.begin(), tsv.end(), '\n')) + 1;
  places.reserve(lines);
  cells_.reserve(lines * 4);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < tsv.size();) {
    std::size_t end = tsv.find('\n', at);
    if (end == std::string_view::npos) end = tsv.size();
    std::string_view line = tsv.substr(at, end - at);
    at = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = cells_.size();
    for (std::size_t cell = 0;;) {
      const std::size_t tab = line.find('\t', cell);
      cells_.push_back(line.substr(cell, tab == std::string_view::npos ? tab : tab - cell));
      if (tab == std::string_view::npos) break;
      cell = tab + 1;
    }
    places.push_back({first, static_cast<std::uint32_t>(cells_.size() - first), number});
  }
  if (places.empty()) return;
  columns_ = places.front().count;
  rows_.reserve(places.size() - 1);
  for (std::size_t i = 1; i < places.size(); ++i) rows_.emplace_back(cells_.data() + places[i].first, places[i].count, places[i].line);
}

void Table::read_columns(std::string_view packed) {
  std::size_t numbers[2] = {0, 0};
  std::size_t at = 0;
  for (std::size_t& number : numbers) {
    for (; at < packed.size() && packed[at] >= '0' && packed[at] <= '9'; ++at)
      number = number * 10 + static_cast<std::size_t>(packed[at] - '0');
    ++at;
  }
  columns_ = numbers[0];
  const std::size_t lines = numbers[1];
  cells_.resize(columns_ * lines);
  for (std::size_t column = 0; column < columns_ && at < packed.size(); ++column) {
    const char mode = packed[at++];
    if (mode == '/') {
      at = read_shared(packed, at, column);
      continue;
    }
    const bool runs = mode == '*';
    std::string_view* cell = cells_.data() + column;
    for (std::size_t line = 0; line < lines && at < packed.size();) {
      const std::size_t count = runs ? static_cast<unsigned char>(packed[at++]) : 1;
      const std::size_t end = std::min(packed.find('\n', at), packed.size());
      for (const std::size_t last = std::min(line + count, lines); line < last; ++line, cell += columns_)
        *cell = packed.substr(at, end - at);
      at = end + 1;
    }
  }
  if (lines == 0) return;
  rows_.reserve(lines - 1);
  for (std::size_t line = 1; line < lines; ++line)
    rows_.emplace_back(cells_.data() + line * columns_, static_cast<std::uint32_t>(columns_), static_cast<std::uint32_t>(line + 1));
}

// Returns where the column ends.
std::size_t Table::read_shared(std::string_view packed, std::size_t at, std::size_t column) {
  const std::size_t lines = cells_.size() / columns_;
  if (packed.size() - at < lines) return packed.size();
  const std::string_view shared = packed.substr(at, lines);
  std::size_t size = packed.size() - at;
  for (const char count : shared) size += static_cast<unsigned char>(count);
  text_.reserve(size);  // cells point into it: one such column a table
  at += lines;
  std::string_view above;
  for (std::size_t line = 0; line < lines && at < packed.size(); ++line) {
    const std::size_t end = std::min(packed.find('\n', at), packed.size());
    const char* begin = text_.data() + text_.size();
    above = above.substr(0, static_cast<unsigned char>(shared[line]));
    text_.insert(text_.end(), above.begin(), above.end());
    text_.insert(text_.end(), packed.begin() + static_cast<std::ptrdiff_t>(at), packed.begin() + static_cast<std::ptrdiff_t>(end));
    above = cells_[line * columns_ + column] = {begin, static_cast<std::size_t>(text_.data() + text_.size() - begin)};
    at = end + 1;
  }
  return at;
}

std::size_t Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns_; ++i)
    if (cells_[i] == name) return i;
  return npos;
}

}  // namespace khabar::lexicon
