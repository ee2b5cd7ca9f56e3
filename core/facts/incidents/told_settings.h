// Told settings: the places and times that a sentence names, before it is known of which incident they say something.
//
//   "Gunmen killed two near Gao on Friday, the army said in Bamako."     places near Gao, in Bamako; time Friday
//    whose somebody or something is ("a US convoy", "of Toledo", "Chad's president") says nothing of where
#pragma once

#include "facts/incidents/syntax.h"

#include <vector>

namespace khabar::incidents {

struct ToldPlace {
  std::uint32_t token = 0;
  EntityId entity;
  Key preposition = 0;
  bool country = false;
  std::uint32_t of_event = none;  // the event noun that it stands before
};

struct ToldTime {
  std::uint32_t time = 0;  // index into mentions.times
  std::uint32_t token = 0;
  bool since = false;  // "the worst since May": of what was told of May alone
};

struct ToldSettings {
  std::vector<ToldPlace> places;
  std::vector<ToldTime> times;
};

/// In the order of the text, without the time of the sentence's label. O(tokens of the sentence).
ToldSettings told_settings(const Syntax& syntax, std::uint32_t sentence, std::uint32_t label_time);

}  // namespace khabar::incidents
