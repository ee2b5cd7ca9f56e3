#include "lexicon/table.h"

namespace khabar::lexicon {

namespace {

Row split(std::string_view line, std::uint32_t number) {
  Row row;
  row.line = number;
  for (std::size_t at = 0;;) {
    const std::size_t tab = line.find('\t', at);
    row.cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos) return row;
    at = tab + 1;
  }
}

}  // namespace

Table::Table(std::string_view tsv) {
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < tsv.size();) {
    std::size_t end = tsv.find('\n', at);
    if (end == std::string_view::npos) end = tsv.size();
    std::string_view line = tsv.substr(at, end - at);
    at = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (header_.cells.empty()) {
      header_ = split(line, number);
    } else {
      rows_.push_back(split(line, number));
    }
  }
}

std::size_t Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < header_.cells.size(); ++i)
    if (header_.cells[i] == name) return i;
  return npos;
}

}  // namespace khabar::lexicon
