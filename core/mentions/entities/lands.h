// Lands: whose an unlisted body is, and where an unlisted place lies.
//
//   Iran's Cargo Police, the Chilean Coast Guard, the Ministry of Roads of Peru       the state's
//   Arica airport, where there is one Arica                                           its land
#pragma once

#include <string_view>
#include <vector>

#include "mentions/entities/reading.h"

namespace khabar::entities {

class Lands {
 public:
  Lands(const Reading& reading, const std::vector<Name>& names) : r_(reading), names_(names) {}

  /// The code of the state whose body it is, or that it is said to be of; empty where nothing says so. O(words of the name).
  std::string_view state_of(const Name& body) const;
  /// What the last words say that an unlisted body is: "Chilean police", "Arica High Court". Those that may be many things say nothing.
  std::string_view sector_of(const Name& body) const;
  /// Where "Arica District" or "Arica airport" lies, if there is one Arica. O(names).
  std::string_view land_of(const Name& place) const;

 private:
  std::string_view code_of(std::uint32_t hit) const;
  std::string_view owner_of(const Name& body) const;
  bool is_of_a_state(const Name& body) const;

  const Reading& r_;
  const std::vector<Name>& names_;
};

}  // namespace khabar::entities
