#include "facts/facts.h"

#include "facts/assessments/assessments.h"
#include "facts/claims/claims.h"
#include "facts/incidents/incidents.h"
#include "facts/interactions/interactions.h"
#include "facts/near_misses.h"
#include "facts/parties.h"
#include "facts/proposals/proposals.h"
#include "facts/realis/realis.h"
#include "facts/whereabouts/whereabouts.h"
#include "text/sorting.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace khabar::facts {

struct Rules::Tables {
  claims::Cues claims;
  incidents::Frames incidents;
  interactions::Frames interactions;
  realis::Cues realis;
  proposals::Cues proposals;
  assessments::Cues assessments;
  whereabouts::Words whereabouts;
};

Rules::Rules() : tables_(std::make_unique<Tables>()) {}
Rules::~Rules() = default;
Rules::Rules(Rules&&) noexcept = default;

namespace {

// "Israeli soldiers", "two Afghan civilians": the state that people without a name of their own belong to.
void name_states(const mentions::Article& article, const PartyWords& words, std::vector<Event>& events) {
  const Parties parties(article, words);
  const std::vector<language::Token>& tokens = article.language.tokens;
  for (Event& event : events) {
    for (Argument& argument : event.arguments) {
      if (argument.entity.set() || argument.argument_class != "group-of-people" || argument.span.empty()) continue;
      auto at = std::lower_bound(tokens.begin(), tokens.end(), argument.span.begin,
                                 [](const language::Token& token, std::uint32_t begin) { return token.span.begin < begin; });
      // "Nepal: Gunmen kill two": what a colon parts from the words is not theirs.
      if (at != tokens.begin() && article.words(std::prev(at)->span) == ":") continue;
      for (; at != tokens.end() && at->span.end <= argument.span.end; ++at) {
        const auto token = static_cast<std::uint32_t>(at - tokens.begin());
        const bool is_head = !argument.span.contains(tokens[at->head].span) || at->head == token;
        if (!is_head) continue;
        const std::vector<Party> found = parties.at(token);
        if (found.size() == 1 && article.mentions.entities.entities[found.front().entity.index].type == EntityType::country)
          argument.entity = found.front().entity;
        break;
      }
    }
  }
}

}  // namespace

Facts find(const mentions::Article& article, const Rules& rules, std::vector<NearMiss>* near_misses) {
  const Rules::Tables& tables = rules.tables();
  Facts facts;
  facts.claims = claims::find(article, tables.claims);
  facts.events = incidents::find(article, facts.claims, tables.incidents, NearMisses(near_misses));
  name_states(article, tables.interactions.words(), facts.events);
  std::vector<Event> interactions =
      interactions::find(article, facts.claims, facts.events, tables.interactions, tables.realis, NearMisses(near_misses));
  // In the order in which the text tells them; at one trigger the commitment comes before the act.
  facts.events.insert(facts.events.begin(), std::make_move_iterator(interactions.begin()), std::make_move_iterator(interactions.end()));
  text::stable_sort(facts.events, [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; });
  facts.states = whereabouts::infer(article, facts.claims, tables.interactions.words(), tables.whereabouts, facts.events);
  if (near_misses) {
    // What one reading of a word gave up and another told is no miss.
    auto told = [&](const NearMiss& miss) {
      return std::any_of(facts.events.begin(), facts.events.end(), [&](const Event& event) {
        return event.trigger == miss.span ||
               (miss.rule.rfind("incidents", 0) == 0 && !event.mode.empty() &&
                std::any_of(event.evidence.begin(), event.evidence.end(), [&](Span s) { return s.contains(miss.span); }));
      });
    };
    near_misses->erase(std::remove_if(near_misses->begin(), near_misses->end(), told), near_misses->end());
    text::stable_sort(*near_misses, [](const NearMiss& a, const NearMiss& b) { return a.span < b.span; });
  }
  facts.proposals = proposals::find(article, facts.claims, tables.proposals);
  facts.assessments = assessments::find(article, tables.assessments);
  return facts;
}

}  // namespace khabar::facts
