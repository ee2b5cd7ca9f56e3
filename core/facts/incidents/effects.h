// Effects: words that say what became of people (effects.tsv), and on which side of them the people stand.
#pragma once

#include <khabar/report.h>

#include "lexicon/key_map.h"

namespace khabar::incidents {

class Effects {
 public:
  Effects();
  enum class Place : std::uint8_t { left, right, either, noun, toll, of };
  struct Row {
    Effect effect = Effect::killed;
    Place place = Place::either;
  };
  const Row* find(text::Key word) const;

 private:
  lexicon::KeyMap<Row> rows_;
};

}  // namespace khabar::incidents
