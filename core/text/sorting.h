// Sorting with one small function a type: the standard library's are thousands of bytes each, which WebAssembly's users load and whose
// first compilation they wait for.
//
//   stable_sort(tolls, [](const Toll& a, const Toll& b) { return a.sentence < b.sentence; });
//   merge_halves(names, known, by_first_word);   // both halves are sorted
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace khabar::text {

/// Moves [first, middle) and [middle, last) of `from`, each sorted, to the end of `to`; of equals the left one first. O(last - first).
template <class Value, class Less>
void merge_onto(std::vector<Value>& from, std::size_t first, std::size_t middle, std::size_t last, std::vector<Value>& to, Less less) {
  std::size_t right = middle;
  while (first < middle || right < last) {
    const bool take_right = first == middle || (right < last && less(from[right], from[first]));
    to.push_back(std::move(from[take_right ? right++ : first++]));
  }
}

/// The two sorted halves that meet at `middle` become one; of equals the left one first. O(values).
template <class Value, class Less>
void merge_halves(std::vector<Value>& values, std::size_t middle, Less less) {
  if (middle == 0 || middle >= values.size() || !less(values[middle], values[middle - 1])) return;
  std::vector<Value> merged;
  merged.reserve(values.size());
  merge_onto(values, 0, middle, values.size(), merged, less);
  values.swap(merged);
}

/// Equals keep their order. O(values log values), O(values) where they are sorted already.
template <class Value, class Less = std::less<>>
void stable_sort(std::vector<Value>& values, Less less = {}) {
  constexpr std::size_t block = 8;  // sorted by insertion
  const std::size_t n = values.size();
  for (std::size_t i = 1; i < n; ++i) {
    if (!less(values[i], values[i - 1])) continue;
    const std::size_t begin = i / block * block;
    if (i == begin) continue;
    Value value = std::move(values[i]);
    std::size_t at = i;
    do {
      values[at] = std::move(values[at - 1]);
      --at;
    } while (at > begin && less(value, values[at - 1]));
    values[at] = std::move(value);
  }
  std::vector<Value> merged;
  for (std::size_t width = block; width < n; width *= 2) {
    bool sorted = true;
    for (std::size_t i = width; i < n && sorted; i += width) sorted = !less(values[i], values[i - 1]);
    if (sorted) return;
    merged.clear();
    merged.reserve(n);
    for (std::size_t first = 0; first < n; first += width * 2)
      merge_onto(values, first, std::min(first + width, n), std::min(first + width * 2, n), merged, less);
    values.swap(merged);
  }
}

}  // namespace khabar::text
