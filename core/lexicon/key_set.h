// Which keys there are: a hash set in one vector, for look-ups by the million and a start without an allocation a row.
//
//   KeySet words;   words.insert("khan"_key) -> true   words.contains("khan"_key) -> true
//
// Open addressing over keys that are hashes already (text/key.h). The key 0 is nobody's.
#pragma once

#include "lexicon/key_filter.h"
#include "text/key.h"

#include <cstddef>
#include <vector>

namespace khabar::lexicon {

class KeySet {
 public:
  /// Adds a key; false where it was there. Amortised O(1).
  bool insert(text::Key key);
  bool contains(text::Key key) const { return filter_.may_hold(key) && key != 0 && cells_[place(key)] == key; }  // O(1)

 private:
  std::size_t place(text::Key key) const {
    std::size_t i = key & (cells_.size() - 1);
    while (cells_[i] != 0 && cells_[i] != key) i = (i + 1) & (cells_.size() - 1);
    return i;
  }

  KeyFilter filter_;
  std::vector<text::Key> cells_ = std::vector<text::Key>(16);
  std::size_t used_ = 0;
};

}  // namespace khabar::lexicon
