// Coreference within the article: which names are one entity.
//
//   "Omar Alvi" ... "Alvi"       "Tehrik-i-Taliban Pakistan (TTP)" ... "TTP"       "Pakistan" ... "Pakistani" ... "Islamabad said"
#pragma once

#include <vector>

#include "mentions/entities/reading.h"

namespace khabar::entities {

/// What the names of one entity have in common, before it is written out.
struct Cluster {
  EntityType type = EntityType::organization;
  std::uint32_t entry = none;  // of the gazetteer: what it is known as
  std::string_view country;    // ISO 3166-1 alpha-2
  std::vector<std::uint32_t> names;
};

struct Clusters {
  std::vector<Cluster> clusters;
  std::vector<std::uint32_t> of_name;  // of each name
};

/// Adds the surnames and first names by which persons named in full are called elsewhere. O(words).
void add_short_names(const Reading& reading, std::vector<Name>& names);

/// Titles before and after the names of persons, and whose they are: sets role and owner. O(words).
void read_roles(const Reading& reading, std::vector<Name>& names);

/// Chooses among things of one name by the countries that the article deals with. O(names).
void settle_names(const Reading& reading, std::vector<Name>& names);

/// Decides for each capital or seat whether it stands for its government: sets type and kind. O(names).
void read_metonyms(const Reading& reading, std::vector<Name>& names);

/// Whom the names of a person are known to lead; null where nobody's. O(names of the cluster).
const Leader* leader_of(const Reading& reading, const std::vector<Name>& names, const Cluster& cluster);
/// Year 0: not known, and so perhaps.
bool in_office(const Leader& leader, int year);

/// O(names).
Clusters resolve(const Reading& reading, std::vector<Name>& names);

/// Nominal and pronoun mentions, and pairs, in order; MentionAt::mention is left for the writer.
struct Anaphora {
  std::vector<MentionAt> mentions;
  std::vector<PairAt> pairs;
};

/// Those whose antecedent is plain. `named` in order. O(tokens).
Anaphora find_anaphora(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named);

}  // namespace khabar::entities
