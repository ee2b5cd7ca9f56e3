#include "facts/proposals/words.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

using namespace text::literals;

bool is_aside(text::Key lemma) {
  static constexpr std::array keys = {"note"_key,   "remember"_key,  "mention"_key, "recall"_key,    "say"_key,      "admit"_key,
                                      "stress"_key, "emphasize"_key, "add"_key,     "recognize"_key, "point"_key,    "acknowledge"_key,
                                      "wonder"_key, "ask"_key,       "concede"_key, "clarify"_key,   "emphasise"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool speaks_of_need(text::Key verb) {
  static constexpr std::array keys = {"stress"_key,    "underline"_key, "underscore"_key, "emphasize"_key, "emphasise"_key,
                                      "highlight"_key, "reiterate"_key, "express"_key,    "see"_key,       "note"_key,
                                      "recognize"_key, "recognise"_key, "have"_key,       "discuss"_key,   "acknowledge"_key,
                                      "reaffirm"_key,  "show"_key,      "feel"_key};
  return std::find(keys.begin(), keys.end(), verb) != keys.end();
}

bool is_agent_noun(text::Key lemma) {
  static constexpr std::array keys = {"we"_key,
                                      "they"_key,
                                      "he"_key,
                                      "she"_key,
                                      "i"_key,
                                      "you"_key,
                                      "who"_key,
                                      "government"_key,
                                      "police"_key,
                                      "official"_key,
                                      "leader"_key,
                                      "protester"_key,
                                      "militant"_key,
                                      "state"_key,
                                      "country"_key,
                                      "authority"_key,
                                      "policymaker"_key,
                                      "lawmaker"_key,
                                      "opposition"_key,
                                      "kidnapper"_key,
                                      "people"_key,
                                      "nation"_key,
                                      "side"_key,
                                      "community"_key,
                                      "agency"_key,
                                      "force"_key,
                                      "army"_key,
                                      "military"_key,
                                      "analyst"_key,
                                      "parliament"_key,
                                      "ministry"_key,
                                      "council"_key,
                                      "commission"_key,
                                      "court"_key,
                                      "party"_key,
                                      "body"_key,
                                      "union"_key,
                                      "cabinet"_key,
                                      "embassy"_key,
                                      "company"_key,
                                      "bank"_key,
                                      "regime"_key,
                                      "administration"_key,
                                      "institution"_key,
                                      "neighbour"_key,
                                      "neighbor"_key,
                                      "ally"_key,
                                      "partner"_key,
                                      "capital"_key,
                                      "bloc"_key,
                                      "organisation"_key,
                                      "organization"_key,
                                      "group"_key,
                                      "department"_key,
                                      "congress"_key,
                                      "senate"_key,
                                      "navy"_key,
                                      "donor"_key,
                                      "power"_key,
                                      "movement"_key,
                                      "media"_key,
                                      "world"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

}  // namespace khabar::proposals
