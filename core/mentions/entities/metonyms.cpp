// Metonyms: a capital is a government where it acts ("Islamabad said", "relations with Kabul"), else a city ("in Kabul").
#include "mentions/entities/coreference.h"

namespace khabar::entities {

void read_metonyms(const Reading& reading, std::vector<Name>& names) {
  for (Name& name : names) {
    if (name.entry == none) continue;
    const Entry& entry = reading.entry(name.entry);
    if (entry.what != Class::capital && entry.what != Class::seat) continue;
  }
}

}  // namespace khabar::entities
