// Nouns for acts: "talks between", "sanctions on", "a threat to".
#include "facts/interactions/finder.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

void Finder::noun(std::uint32_t t) {
  static constexpr Meaning joint{true, EventType::cooperate, true};
  if (t > 0 && (article_.token(t - 1).key == "which"_key || article_.token(t - 1).key == "who"_key)) return joint_act(t);
  const Meaning* meaning = frames_.noun(article_.token(t).lemma);
  for (std::uint32_t child : article_.links.dependents(t)) {
    const Relation r = article_.token(child).relation;
    if (child > t || (r != Relation::compound && r != Relation::amod)) continue;
    if (const Meaning* more = frames_.noun(article_.token(t).lemma, article_.token(child).lemma); more != nullptr)
      meaning = more;  // "war games"
    if (meaning == nullptr || !meaning->joint) continue;
    if (const Meaning* more = frames_.noun(article_.token(child).lemma); more != nullptr && !more->joint)
      meaning = more;  // "mediation effort"
  }
  if (meaning == nullptr || meaning->joint) {
    if ((meaning == nullptr || meaning->joint) && is_joint(t)) meaning = &joint;
  }
  if (meaning == nullptr || is_in_body_name(t)) return;
  // "the third round of their dialogue": the dialogue, not the round
  if (meaning->joint && (article_.token(t).lemma == "round"_key || article_.token(t).lemma == "process"_key))
    for (std::uint32_t child : article_.links.dependents(t))
      if (child > t && article_.token(child).relation == Relation::nmod && frames_.noun(article_.token(child).lemma) != nullptr) return;
  // "sent aid to", "imposed sanctions on": the verb has told it.
  const bool told = meaning->type == evoked_ || (evoked_by_pattern_ && article_.token(t).relation == Relation::obj);
  std::uint32_t governor = article_.token(t).head;
  if (article_.token(t).relation == Relation::compound) governor = article_.token(governor).head;  // "undertook a mediation mission"
  if (governor == evoked_by_ && evoked_by_ < t && (told || (meaning->type == EventType::consult && events_.is_stalled(t)))) return;
  if (meaning->type == EventType::threaten && !is_uttered(t))
    return near_misses_.add(article_.token(t).span, "interactions.noun", "a danger, not a threat that somebody makes");
  static constexpr Meaning material{true, EventType::aid};
  if (meaning->type == EventType::support && is_material(t)) meaning = &material;
  Ends ends = roles_.of_noun(t, *meaning);
  static constexpr Meaning leaving{true, EventType::reject};
  if (meaning->type == EventType::retreat && is_body_of_states(ends.recipients)) meaning = &leaving;
  if (meaning->joint && ends.actors.size() < 2) roles_.add_possessors(ends.actors, t);
  if (meaning->joint && ends.actors.size() < 2)
    return near_misses_.add(article_.token(t).span, "interactions.noun", "fewer than two parties share it");
  // "held drills near Peru": alone it shows its strength
  static constexpr Meaning strength{true, EventType::mobilize};
  const Key word = article_.token(t).lemma;
  const bool drills =
      word == "drill"_key || word == "exercise"_key || word == "manoeuvre"_key || word == "maneuver"_key || word == "game"_key;
  if (drills && meaning->type == EventType::cooperate && ends.actors.size() == 1 && ends.recipients.empty() &&
      article_.token(article_.token(t).head).tag == Tag::verb && !is_joint(t))
    return events_.add(t, strength, ends, "interactions.noun");
  if (!meaning->together && ends.recipients.empty() && !(meaning->type == EventType::protest || meaning->type == EventType::retreat))
    return near_misses_.add(article_.token(t).span, "interactions.noun", "no state, body, official or group stands at its other end");
  events_.add(t, *meaning, ends, "interactions.noun");
}

// "the Lima Stock Exchange", "the Elbe River Patrol"
bool Finder::is_in_body_name(std::uint32_t t) const {
  const EntityId id = article_.entity_at(t);
  return id.set() && article_.mentions.entities.entities[id.index].type == EntityType::organization;
}

// A threat that somebody makes, not one that somebody is: "threats to close the border", "issued a threat".
bool Finder::is_uttered(std::uint32_t t) const {
  const Token& token = article_.token(t);
  if (token.lemma != "threat"_key) return true;
  if (dependent(article_, t, Relation::acl) != none) return true;
  const Key verb = token.relation == Relation::obj || token.relation == Relation::nsubj_pass ? article_.token(token.head).lemma : 0;
  return verb == "issue"_key || verb == "make"_key || verb == "repeat"_key || verb == "renew"_key || verb == "deliver"_key;
}

// "financial and military backing" is aid.
bool Finder::is_material(std::uint32_t t) const {
  const auto tells = [&](std::uint32_t word) {
    static constexpr std::array keys = {"military"_key, "financial"_key, "economic"_key, "humanitarian"_key,
                                        "material"_key, "technical"_key, "monetary"_key};
    return std::find(keys.begin(), keys.end(), article_.token(word).key) != keys.end();
  };
  for (std::uint32_t child : article_.links.dependents(t)) {
    if (child > t) break;
    if (tells(child)) return true;
    for (std::uint32_t other : article_.links.dependents(child))
      if (article_.token(other).relation == Relation::conj && tells(other)) return true;
  }
  return false;
}

// "a joint raid", "bilateral aid"; not "a joint statement", "bilateral relations", which are nothing that is done together.
bool Finder::is_joint(std::uint32_t t) const {
  static constexpr std::array others = {"statement"_key,  "communique"_key, "communiqué"_key, "declaration"_key, "letter"_key,
                                        "conference"_key, "press"_key,      "news"_key,       "release"_key,     "article"_key,
                                        "interest"_key,   "border"_key,     "relation"_key,   "tie"_key,         "relationship"_key,
                                        "issue"_key,      "matter"_key,     "topic"_key,      "concern"_key,     "agenda"_key,
                                        "level"_key,      "context"_key,    "trade"_key,      "history"_key};
  if (std::find(others.begin(), others.end(), article_.token(t).lemma) != others.end()) return false;
  for (std::uint32_t child : article_.links.dependents(t)) {
    const Key key = article_.token(child).key;
    if (key == "joint"_key || key == "bilateral"_key || key == "trilateral"_key) return true;
  }
  return false;
}

}  // namespace khabar::interactions
