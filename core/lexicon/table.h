// Lexicons as they are compiled in or handed over: TSV with a header row, one fact a row.
//
//   name<TAB>iso2<TAB>kind            Table table(tsv);
//   Pakistan<TAB>PK<TAB>name          for (const Row& row : table.rows()) row[table.column("iso2")] == "PK"
//
// `#` starts a comment line; blank lines are skipped. The packer (tools/pack.py) has dropped comments and the `source`
// column of what is compiled in. A Table views the text it was given: keep that alive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::lexicon {

struct Row {
  std::vector<std::string_view> cells;
  std::uint32_t line = 0;  // 1-based
  /// The cell, or "" where the row is short or the column is none.
  std::string_view operator[](std::size_t column) const { return column < cells.size() ? cells[column] : std::string_view(); }
};

class Table {
 public:
  explicit Table(std::string_view tsv);
  /// Number of the column of that name; npos where there is none.
  std::size_t column(std::string_view name) const;
  const std::vector<Row>& rows() const { return rows_; }
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  Row header_;
  std::vector<Row> rows_;
};

/// The compiled-in file of that name ("mentions/lexicons/countries.tsv", "language/models/tagger.bin"); empty where there is none.
std::string_view packed(std::string_view name);

}  // namespace khabar::lexicon
