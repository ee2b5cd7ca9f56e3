#include "lexicon/key_set.h"

#include <utility>

namespace khabar::lexicon {

bool KeySet::insert(text::Key key) {
  if ((used_ + 1) * 2 > cells_.size()) {
    const std::vector<text::Key> old = std::exchange(cells_, std::vector<text::Key>(cells_.size() * 2));
    filter_ = KeyFilter(cells_.size() / 2);
    for (const text::Key each : old) {
      if (each == 0) continue;
      filter_.add(each);
      cells_[place(each)] = each;
    }
  }
  text::Key& cell = cells_[place(key)];
  if (cell == key) return false;
  cell = key;
  filter_.add(key);
  ++used_;
  return true;
}

}  // namespace khabar::lexicon
