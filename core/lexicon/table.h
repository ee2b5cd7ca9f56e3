// Lexicons as they are compiled in or handed over: TSV with a header row, one fact a row.
//
//   name<TAB>iso2<TAB>kind            Table table(tsv);
//   Pakistan<TAB>PK<TAB>name          for (const Row& row : table.rows()) row[table.column("iso2")] == "PK"
//
// `#` starts a comment line; blank lines are skipped. The packer (tools/pack.py) has dropped comments and the `source`
// column of what is compiled in, and written it column by column, which compresses a fifth better. A Table views the text it was
// given: keep that alive. Lists of one column are written out in the Table itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::lexicon {

/// One row: a view into its table.
class Row {
 public:
  Row(const std::string_view* cells, std::uint32_t count, std::uint32_t number) : line(number), cells_(cells), count_(count) {}
  /// The cell, or "" where the row is short or the column is none.
  std::string_view operator[](std::size_t column) const { return column < count_ ? cells_[column] : std::string_view(); }
  std::uint32_t line = 0;  // 1-based

 private:
  const std::string_view* cells_;
  std::uint32_t count_;
};

class Table {
 public:
  explicit Table(std::string_view tsv);
  Table(Table&&) = default;
  Table(const Table&) = delete;  // rows point into the cells
  Table& operator=(const Table&) = delete;
  /// Number of the column of that name; npos where there is none.
  std::size_t column(std::string_view name) const;
  const std::vector<Row>& rows() const { return rows_; }
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  // What tools/pack.py writes: this byte, "COLUMNS ROWS\n" (the header is a row), then the columns: "=" and the cells, each closed by
  // a line feed, or "*" and runs of equal cells, each after its length in a byte, or "/" and a byte a cell, how many bytes it shares
  // with the one above, and then what each has beside.
  static constexpr char packed_columns = '\1';
  void read_columns(std::string_view packed);
  std::size_t read_shared(std::string_view packed, std::size_t at, std::size_t column);

  std::vector<std::string_view> cells_;  // of all rows, the header's first
  std::size_t columns_ = 0;              // of the header
  std::vector<Row> rows_;
  std::vector<char> text_;  // of cells that share their beginnings
};

/// The compiled-in file of that name ("mentions/lexicons/countries.tsv", "language/models/tagger.bin"); empty where there is none.
std::string_view packed(std::string_view name);

}  // namespace khabar::lexicon
