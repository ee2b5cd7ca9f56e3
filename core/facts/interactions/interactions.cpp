#include "facts/interactions/interactions.h"

#include "facts/interactions/finder.h"
#include "text/sorting.h"

#include <algorithm>

namespace khabar::interactions {

Finder::Finder(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames,
               const realis::Cues& realis, const facts::NearMisses& near_misses)
    : article_(article),
      claims_(claims),
      frames_(frames),
      realis_(realis),
      parties_(article, frames.words()),
      roles_(article, claims, parties_),
      events_(article, claims, frames, realis, near_misses),
      near_misses_(near_misses),
      incident_of_(article.language.tokens.size(), nullptr) {
  // What an incident's trigger tells is told already.
  std::vector<const Event*> sorted;
  for (const Event& event : incidents) sorted.push_back(&event);
  text::stable_sort(sorted, [](const Event* a, const Event* b) { return a->trigger < b->trigger; });
  std::size_t token = 0;
  for (const Event* event : sorted) {
    while (token < article.language.tokens.size() && article.language.tokens[token].span.begin < event->trigger.begin) ++token;
    for (std::size_t t = token; t < article.language.tokens.size() && article.language.tokens[t].span.begin < event->trigger.end; ++t)
      incident_of_[t] = event;
  }
}

std::vector<Event> Finder::run() {
  for (const language::Sentence& sentence : article_.language.sentences) {
    if (!article_.in_body(sentence) || facts::asks_whether(article_, sentence)) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (incident_of_[t] != nullptr || told_.contains(t)) continue;
      const Tag tag = article_.token(t).tag;
      if (tag != Tag::verb && article_.mentions.time_of[t] != none) continue;  // "on 1 March"
      if (tag == Tag::verb) {
        verb(t);
      } else if (tag == Tag::noun) {
        noun(t);
      } else if (tag == Tag::adj) {
        adjective(t);
      }
    }
  }
  return events_.take();
}

void Finder::verb(std::uint32_t t) {
  if (ultimatum(t) || statement(t)) return;
  Sense sense = sense_of(article_, frames_, t);
  if (const std::optional<EventType> move = joins_or_leaves(t);
      move.has_value() && !(sense.meaning.evokes && sense.rule == "interactions.verb_pattern"))
    sense = {{true, *move}, "interactions.verb"};
  if (!sense.meaning.evokes) return joint_act(t);
  if (sense.meaning.type == EventType::assault) return;
  if (sense.meaning.intent) return commitment(t);
  if (means_other(t, sense.meaning.type))
    return near_misses_.add(article_.token(t).span, sense.rule, "the verb means something else in such a use");
  // "summoned the envoy to protest the arrest", "marched to demand his arrest": how and what for, which the other verb has told.
  const Token& token = article_.token(t);
  const bool aim = token.head == evoked_by_ && evoked_by_ < t && article_.links.verb_group(t).infinitive;
  if (aim && (sense.meaning.type == EventType::protest || (sense.meaning.type == EventType::request && evoked_ == EventType::protest)))
    return;
  evoked_ = sense.meaning.type;
  evoked_by_ = t;
  evoked_by_pattern_ = sense.rule == "interactions.verb_pattern";
  Ends ends = roles_.of_verb(t, sense.meaning);
  if (sense.meaning.type == EventType::retreat && is_body_of_states(ends.recipients)) sense.meaning.type = EventType::reject;
  if (sense.meaning.type == EventType::agree && ends.actors.size() < 2 && (!says_what(t) || is_opinion(t))) return;
  if (sense.meaning.type == EventType::agree && withholds(t)) sense.meaning.type = EventType::reject;
  if (sense.meaning.type == EventType::threaten && article_.token(t).lemma == "warn"_key && is_watchdog(ends.actors)) return;
  if (article_.token(t).lemma == "complain"_key && is_of_own_lot(t, ends.actors)) return;
  const language::VerbGroup group = article_.links.verb_group(t);
  // What a participle or an infinitive tells without saying to whom is a shade of another act.
  const bool finite = group.tense != language::Tense::none || group.modality != Modality::none || article_.token(t).head == t;
  if (ends.recipients.empty() && ends.actors.size() < 2 && !finite && sense.meaning.type != EventType::protest && !is_threatened(t) &&
      !is_committed(t, sense.meaning.type) && !demands_that(t, sense.meaning.type))
    return near_misses_.add(article_.token(t).span, "interactions.verb", "a participle or an infinitive that does not say to whom");
  if (ends.recipients.empty() && ends.actors.size() == 1 && sense.meaning.together) roles_.add_coordinated(ends.actors);
  if (ends.recipients.empty() && ends.actors.size() == 2 && !sense.meaning.together && is_done_to_each_other(t)) {
    const Party one = ends.actors[0], other = ends.actors[1];
    events_.add(t, sense.meaning, {{one}, {other}}, sense.rule);
    return events_.add(t, sense.meaning, {{other}, {one}}, sense.rule);
  }
  if (!announce(t, sense.meaning.type, ends)) events_.add(t, sense.meaning, ends, sense.rule);
}

// "accused each other of", "blamed one another for"
bool Finder::is_done_to_each_other(std::uint32_t t) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  if (t + 2 >= last) return false;
  const Key first = article_.token(t + 1).key, second = article_.token(t + 2).key;
  return (first == "each"_key && second == "other"_key) || (first == "one"_key && second == "another"_key);
}

// "patrol the strait jointly with", "would sail together": cooperation, whatever the act.
void Finder::joint_act(std::uint32_t t) {
  Ends ends = roles_.of_joint_act(t);
  if (ends.actors.empty() || ends.actors.size() + ends.recipients.size() < 2) return;
  std::optional<Status> status;
  if (article_.token(t).tag == Tag::noun) status = Status::ongoing;
  events_.add(t, {true, EventType::cooperate, true}, std::move(ends), "interactions.joint_act", status);
}

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents,
                        const Frames& frames, const realis::Cues& realis, const facts::NearMisses& near_misses) {
  return Finder(article, claims, incidents, frames, realis, near_misses).run();
}

}  // namespace khabar::interactions
