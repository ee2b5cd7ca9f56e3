// Values by key: a hash map in two vectors, for look-ups by the million and a start without an allocation a row.
//
//   KeyMap<Person> people;   people["khan"_key].surname = 9;   people.find("khan"_key) -> Person*
//
// Open addressing over keys that are hashes already (text/key.h). The key 0 is nobody's.
#pragma once

#include "lexicon/key_filter.h"
#include "text/key.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace khabar::lexicon {

template <class Value>
class KeyMap {
 public:
  /// Room for that many keys, so that adding them moves nothing.
  void reserve(std::size_t keys) {
    std::size_t size = cells_.empty() ? 16 : cells_.size();
    while (size < keys * 2) size *= 2;
    if (size > cells_.size()) resize(size);
  }
  /// The value of a key, a new one where there is none. Amortised O(1).
  Value& operator[](text::Key key) {
    if ((used_ + 1) * 2 > cells_.size()) resize(cells_.empty() ? 16 : cells_.size() * 2);
    Cell& cell = cells_[place(key)];
    if (cell.key == 0) {
      cell.key = key;
      filter_.add(key);
      ++used_;
    }
    return cell.value;
  }
  /// Gives a key its value; nothing happens where it has one. Amortised O(1).
  void add(text::Key key, Value value) {
    const std::size_t before = used_;
    Value& own = (*this)[key];
    if (used_ != before) own = std::move(value);
  }
  /// Null where there is none. O(1).
  const Value* find(text::Key key) const {
    if (!filter_.may_hold(key)) return nullptr;
    const Cell& cell = cells_[place(key)];
    return cell.key == 0 ? nullptr : &cell.value;
  }
  Value* find(text::Key key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

 private:
  struct Cell {
    text::Key key = 0;
    Value value{};
  };

  std::size_t place(text::Key key) const {
    std::size_t i = key & (cells_.size() - 1);
    while (cells_[i].key != 0 && cells_[i].key != key) i = (i + 1) & (cells_.size() - 1);
    return i;
  }
  void resize(std::size_t size) {
    std::vector<Cell> old = std::exchange(cells_, std::vector<Cell>(size));
    filter_ = KeyFilter(size / 2);
    for (Cell& cell : old) {
      if (cell.key == 0) continue;
      filter_.add(cell.key);
      cells_[place(cell.key)] = std::move(cell);
    }
  }

  KeyFilter filter_;
  std::vector<Cell> cells_;
  std::size_t used_ = 0;
};

}  // namespace khabar::lexicon
