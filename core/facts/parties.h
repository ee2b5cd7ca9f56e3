// Parties: which state, body or group a noun phrase speaks for.
//
//   Interior Minister Mohsin Naqvi   Pakistan via Mohsin Naqvi (where the text tells his country)
//   an Egyptian delegation           Egypt
//   both countries                   the two states that the entities room linked
//   two villagers                    nobody
#pragma once

#include "mentions/mentions.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::facts {

struct Party {
  EntityId entity;
  EntityId via;
  std::uint32_t token = 0;
  Span span;
};

class Parties {
 public:
  /// Indexes the article's countries by code. O(entities).
  explicit Parties(const mentions::Article& article);
  /// The parties of the noun group that this token heads; empty where it names none. O(dependents).
  std::vector<Party> at(std::uint32_t token) const;
  /// The nearest parties inside the noun group: its own, else those of its modifiers ("an Australian ultimatum", "the fight
  /// against the group"), three steps down at most; a place stands for its state. O(dependents).
  std::vector<Party> within(std::uint32_t token) const;

 private:
  void within(std::uint32_t token, int depth, std::vector<Party>& parties) const;
  /// The country that stands before a person's name or title. O(dependents).
  EntityId country_beside(std::uint32_t token) const;
  EntityId country(const std::string& iso) const;
  const Entity& entity(EntityId id) const { return article_.mentions.entities.entities[id.index]; }

  const mentions::Article& article_;
  std::unordered_map<std::string, EntityId> countries_;
};

}  // namespace khabar::facts
