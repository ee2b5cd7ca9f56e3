// When: the day of an act. What hangs on its verb or noun says so; else the one day of its clause.
#include "facts/clauses.h"
#include "facts/interactions/events.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

using language::Form;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

namespace {

constexpr int climb_max = 6;

bool is_day(const times::Found& found) { return found.time.type == TimeType::date || found.time.type == TimeType::time; }

// The verb of the clause that a word stands in; none where it stands in none.
std::uint32_t clause_of(const mentions::Article& article, std::uint32_t at) {
  for (int i = 0; i < climb_max; ++i) {
    const Token& t = article.token(at);
    if (t.tag == Tag::verb && (t.form == Form::past || t.form == Form::present || t.relation == Relation::root)) return at;
    if (t.tag == Tag::verb && t.form == Form::past_participle && article.links.verb_group(at).tense != language::Tense::none) return at;
    if (t.head == at) break;
    at = t.head;
  }
  return none;
}

// What has a day of its own: "the attack on 4 March", "the summit next week".
bool has_its_day(Key lemma) {
  static constexpr std::array nouns = {
      "attack"_key,    "bombing"_key,    "strike"_key,    "killing"_key,    "murder"_key,   "coup"_key,    "summit"_key,
      "meeting"_key,   "election"_key,   "visit"_key,     "vote"_key,       "ambush"_key,   "assault"_key, "shooting"_key,
      "explosion"_key, "blast"_key,      "massacre"_key,  "invasion"_key,   "incident"_key, "protest"_key, "crash"_key,
      "deadline"_key,  "referendum"_key, "ceremony"_key,  "resolution"_key, "clash"_key,    "launch"_key,  "test"_key,
      "arrest"_key,    "death"_key,      "abduction"_key, "kidnapping"_key, "drill"_key};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

// From the words of a day up to the clause's verb: past things and "of doing" only.
bool leads_to(const mentions::Article& article, std::uint32_t day, std::uint32_t clause) {
  std::uint32_t at = article.token(day).head;
  for (int i = 0; i < climb_max; ++i) {
    if (at == clause) return true;
    const Token& t = article.token(at);
    if (t.head == at) return false;
    if (t.tag == Tag::verb) {
      const std::uint32_t mark = facts::dependent(article, at, Relation::mark);
      const Key by = mark == none ? Key{0} : article.token(mark).key;
      if (t.form != Form::gerund || (by != "of"_key && by != "for"_key)) return false;
    } else if (has_its_day(t.lemma) || t.tag == Tag::adj) {
      return false;
    }
    at = t.head;
  }
  return false;
}

}  // namespace

TimeId Events::time_of(std::uint32_t trigger, const Event& event) const {
  for (std::uint32_t child : article_.links.dependents(trigger)) {
    const std::uint32_t time = article_.mentions.time_of[child];
    if (time == none) continue;
    const times::Found& found = article_.mentions.times[time];
    if (event.type == EventType::accuse && facts::is_day_of_object(article_, trigger, found)) continue;  // of what is condemned
    if (is_day(found)) return TimeId{time};
  }
  // "Agreed in May to share it": in May they agreed, and shared nothing yet.
  const bool yet_to_come = event.status == Status::planned || event.status == Status::proposed || event.status == Status::possible;
  return yet_to_come ? TimeId{} : time_of_clause(trigger, event.type);
}

// "Held talks with Oman on Monday", "released 20 prisoners Monday": the clause's day, where it tells one and no event between has it.
TimeId Events::time_of_clause(std::uint32_t trigger, EventType type) const {
  const std::uint32_t clause = clause_of(article_, trigger);
  if (clause == none) return {};
  const language::Sentence& sentence = article_.language.sentences[article_.token(trigger).sentence];
  const auto& times = article_.mentions.times;
  auto at = std::lower_bound(times.begin(), times.end(), sentence.first,
                             [](const times::Found& t, std::uint32_t first) { return t.first < first; });
  TimeId only;
  for (; at != times.end() && at->first < sentence.last; ++at) {
    if (!is_day(*at)) continue;
    std::uint32_t head = at->first;  // the word of the day on which the others hang
    for (std::uint32_t i = at->first; i < at->last; ++i)
      if (article_.token(i).head < at->first || article_.token(i).head >= at->last) head = i;
    if (!leads_to(article_, head, clause)) continue;
    if (type == EventType::accuse && facts::is_day_of_object(article_, clause, *at)) continue;
    if (only.set()) return {};
    only = TimeId{static_cast<std::uint32_t>(at - times.begin())};
  }
  return only;
}

}  // namespace khabar::interactions
