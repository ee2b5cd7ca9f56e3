// Chunks: noun groups by tags alone, for where the tree gives nothing - the parser errs more often than the tagger.
//
//   Gunmen  on  motorcycles  killed  three policemen
//   NG      IN  NG           VG      NG               subject by surface: the first NG of the chain "NG (IN NG)*" before the verb
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

class Chunks {
 public:
  explicit Chunks(const Syntax& syntax) : syntax_(syntax) {}
  /// Head of the noun group that begins at the token or after its adverbs and ends before `limit`; none where another word stands there.
  /// O(1): bounded steps.
  std::uint32_t head_from(std::uint32_t at, std::uint32_t limit = none) const;
  /// Head of the noun group whose last word is just before the token (commas and adverbs skipped), with prepositional phrases behind
  /// it skipped: the surface subject of a verb group that starts at `at`. none where there is no such group.
  std::uint32_t subject_before(std::uint32_t at) const;
  /// Head of the noun group that ends at the token; none where it is no noun.
  std::uint32_t group_ending(std::uint32_t at, std::uint32_t& first) const;
  /// "A colonel, two captains and a corporal were": the heads that stand before the last one in a list of people. O(1): at most ten.
  std::vector<std::uint32_t> people_before(std::uint32_t last) const;
  /// A quotation mark inside a noun group: 30 "terrorists", the "foreign fighters".
  bool opens_quotation(std::uint32_t at) const;

  /// "A house, two shops and a mill were": the same for things. O(1): at most ten.
  std::vector<std::uint32_t> things_before(std::uint32_t last) const;

 private:
  template <typename Read>
  std::vector<std::uint32_t> listed_before(std::uint32_t last, Read&& read) const;
  std::uint32_t before_age(std::uint32_t end, std::uint32_t start) const;
  bool inside(std::uint32_t at) const;
  bool compares(std::uint32_t at) const;
  bool begins_hyphened(std::uint32_t at) const;
  bool counts_anew(std::uint32_t at) const;
  std::uint32_t opening(std::uint32_t at, std::uint32_t floor) const;
  std::uint32_t opening_dash(std::uint32_t at, std::uint32_t floor) const;
  const Syntax& syntax_;
};

}  // namespace khabar::incidents
