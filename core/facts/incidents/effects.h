// Effects: words that say what became of people (effects.tsv), and on which side of them the people stand.
#pragma once

#include <khabar/report.h>

#include "text/key.h"

#include <unordered_map>

namespace khabar::incidents {

class Effects {
 public:
  Effects();
  enum class Place : std::uint8_t { left, right, either, noun, toll };
  struct Row {
    Effect effect = Effect::killed;
    Place place = Place::either;
  };
  const Row* find(text::Key word) const;

 private:
  std::unordered_map<text::Key, Row> rows_;
};

}  // namespace khabar::incidents
