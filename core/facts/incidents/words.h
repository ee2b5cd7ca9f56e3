// Words with a use of their own, beside their classes (words.tsv): what measures, counts, grades, or names a part.
#pragma once

#include "lexicon/key_map.h"

namespace khabar::incidents {

enum class Use : std::uint16_t {
  measure = 1,    // "a group of", "members of": the of-phrase says who they are
  part = 2,       // "a section of the pipeline": what was hit is the thing
  grade = 4,      // "several", "powerful": counts or grades, and describes nobody
  crowd = 8,      // "police", "a delegation": many, though no plural
  total = 16,     // "people", "casualties": counts everybody
  person = 32,    // pronouns for people
  hazard = 64,    // kills without meaning it: "a crocodile", "toxic liquor", "a falling crane"
  animal = 128,   // whose death is no incident
  speech = 256,   // what is said, written or shown: "an editorial", "a speech"; an attack in it is one in words
  speaker = 512,  // attacks in words: "a columnist", "the senator"
  picture = 1024  // takes or shows pictures: "a photographer", "her portrait"; shoots and captures so
};

class Words {
 public:
  Words();
  /// O(1).
  bool has(text::Key word, Use use) const {
    const std::uint16_t* found = uses_.find(word);
    return found != nullptr && (*found & static_cast<std::uint16_t>(use)) != 0;
  }

 private:
  lexicon::KeyMap<std::uint16_t> uses_;
};

}  // namespace khabar::incidents
