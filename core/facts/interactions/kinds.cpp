#include "facts/interactions/kinds.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

using namespace text::literals;

bool is_light(Key lemma) {
  static constexpr std::array keys = {
      "hold"_key,      "have"_key,       "conduct"_key, "launch"_key,    "offer"_key,      "provide"_key,  "sign"_key,     "reach"_key,
      "make"_key,      "give"_key,       "take"_key,    "issue"_key,     "impose"_key,     "carry"_key,    "express"_key,  "voice"_key,
      "begin"_key,     "start"_key,      "resume"_key,  "continue"_key,  "extend"_key,     "pay"_key,      "send"_key,     "announce"_key,
      "enter"_key,     "strike"_key,     "engage"_key,  "conclude"_key,  "strengthen"_key, "enhance"_key,  "deepen"_key,   "increase"_key,
      "expand"_key,    "boost"_key,      "lodge"_key,   "file"_key,      "face"_key,       "pledge"_key,   "seek"_key,     "show"_key,
      "intensify"_key, "suspend"_key,    "break"_key,   "end"_key,       "stage"_key,      "complete"_key, "open"_key,     "undertake"_key,
      "organise"_key,  "organize"_key,   "mount"_key,   "publish"_key,   "declare"_key,    "renew"_key,    "grant"_key,    "attend"_key,
      "return"_key,    "lead"_key,       "order"_key,   "build"_key,     "forge"_key,      "maintain"_key, "reaffirm"_key, "reiterate"_key,
      "affirm"_key,    "underline"_key,  "develop"_key, "establish"_key, "ink"_key,        "step"_key,     "ramp"_key,     "bolster"_key,
      "activate"_key,  "inaugurate"_key, "unveil"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_document(Key lemma) {
  static constexpr std::array keys = {"statement"_key,  "communique"_key, "communiqué"_key, "declaration"_key, "letter"_key,
                                      "resolution"_key, "bill"_key,       "law"_key,        "decree"_key,      "order"_key,
                                      "motion"_key,     "note"_key,       "text"_key,       "measure"_key,     "legislation"_key,
                                      "act"_key,        "directive"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_issuing(Key lemma) {
  static constexpr std::array keys = {"adopt"_key, "pass"_key,  "release"_key, "approve"_key,
                                      "sign"_key,  "write"_key, "endorse"_key, "enact"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_of_both(Key lemma) {
  static constexpr std::array keys = {"discuss"_key, "consider"_key, "plan"_key,     "propose"_key,  "negotiate"_key,
                                      "explore"_key, "mull"_key,     "finalise"_key, "finalize"_key, "approve"_key,
                                      "halt"_key,    "stop"_key,     "freeze"_key,   "pursue"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_receiving(Key lemma) {
  static constexpr std::array keys = {"receive"_key, "get"_key,    "obtain"_key, "secure"_key,
                                      "win"_key,     "accept"_key, "enjoy"_key,  "face"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_backing(Key lemma) {
  return lemma == "support"_key || lemma == "solidarity"_key || lemma == "favour"_key || lemma == "favor"_key || lemma == "memory"_key ||
         lemma == "honour"_key || lemma == "honor"_key || lemma == "defence"_key || lemma == "defense"_key;
}

bool is_relation(Key lemma) { return lemma == "ally"_key || lemma == "partner"_key; }

bool takes(EventType type, Key preposition) {
  // One complains to somebody about another.
  if (type == EventType::accuse && preposition == "to"_key) return false;
  if (type == EventType::accuse && (preposition == "about"_key || preposition == "over"_key)) return true;
  // What is done to somebody with another's help, or with something.
  const bool by_means = type == EventType::coerce || type == EventType::mobilize || type == EventType::threaten ||
                        type == EventType::accuse || type == EventType::protest;
  if (preposition == "with"_key && by_means) return false;
  // "exchange data on Oman", "work together against Oman": what it is about.
  const bool mutual = type == EventType::cooperate || type == EventType::consult || type == EventType::agree;
  if (mutual && (preposition == "on"_key || preposition == "against"_key || preposition == "at"_key)) return false;
  static constexpr std::array shared = {"with"_key, "to"_key,     "against"_key, "on"_key,      "from"_key,  "of"_key,
                                        "upon"_key, "toward"_key, "towards"_key, "between"_key, "among"_key, "at"_key};
  if (std::find(shared.begin(), shared.end(), preposition) != shared.end()) return true;
  if (preposition == "out"_key) return type == EventType::retreat;  // "out of Oman"
  if (preposition == "for"_key) return type == EventType::support || type == EventType::aid || type == EventType::agree;
  if (preposition == "into"_key) return type == EventType::accuse || type == EventType::mobilize;
  return preposition == "in"_key && (type == EventType::mobilize || type == EventType::retreat);
}

bool lets_people_act(EventType type) { return type == EventType::protest || type == EventType::coerce || type == EventType::request; }

bool is_done_in_places(EventType type) {
  return type == EventType::mobilize || type == EventType::retreat || type == EventType::coerce || type == EventType::concede ||
         type == EventType::protest || type == EventType::threaten || type == EventType::consult || type == EventType::aid ||
         type == EventType::sanction;
}

bool is_where(Key preposition) {
  static constexpr std::array keys = {"in"_key,   "at"_key,   "near"_key, "outside"_key, "inside"_key,
                                      "into"_key, "over"_key, "for"_key,  "across"_key,  "around"_key};
  return std::find(keys.begin(), keys.end(), preposition) != keys.end();
}

bool is_circumstance(Key preposition) {
  static constexpr std::array keys = {"despite"_key, "after"_key,   "before"_key, "amid"_key, "since"_key, "during"_key, "following"_key,
                                      "without"_key, "because"_key, "until"_key,  "like"_key, "as"_key,    "unlike"_key, "ahead"_key};
  return std::find(keys.begin(), keys.end(), preposition) != keys.end();
}

bool is_told_in_clause(EventType type, Key lemma) {
  if (lemma == "warn"_key || lemma == "caution"_key) return false;  // of what, not whom
  return type == EventType::agree || type == EventType::request || type == EventType::threaten || type == EventType::reject ||
         type == EventType::accuse;
}

bool is_suffered(Key lemma) {
  static constexpr std::array keys = {
      "killing"_key,    "murder"_key,    "assassination"_key, "detention"_key,    "arrest"_key,      "abduction"_key,    "kidnapping"_key,
      "bombing"_key,    "shelling"_key,  "execution"_key,     "expulsion"_key,    "deportation"_key, "imprisonment"_key, "torture"_key,
      "seizure"_key,    "jailing"_key,   "beheading"_key,     "poisoning"_key,    "shooting"_key,    "stabbing"_key,     "rape"_key,
      "treatment"_key,  "invasion"_key,  "annexation"_key,    "mistreatment"_key, "downing"_key,     "destruction"_key,  "bombardment"_key,
      "siege"_key,      "hijacking"_key, "harassment"_key,    "persecution"_key,  "massacre"_key,    "death"_key,        "capture"_key,
      "takeover"_key,   "looting"_key,   "storming"_key,      "ambush"_key,       "blockade"_key,    "violation"_key,    "sentencing"_key,
      "conviction"_key, "slaughter"_key, "burning"_key,       "demolition"_key,   "eviction"_key,    "attack"_key,       "strike"_key,
      "raid"_key,       "airstrike"_key, "assault"_key,       "offensive"_key,    "incursion"_key,   "launch"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_done_to_people(EventType type) {
  return type == EventType::coerce || type == EventType::aid || type == EventType::concede || type == EventType::threaten ||
         type == EventType::accuse || type == EventType::request;
}

}  // namespace khabar::interactions
