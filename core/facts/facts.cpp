#include "facts/facts.h"

#include "facts/assessments/assessments.h"
#include "facts/claims/claims.h"
#include "facts/incidents/incidents.h"
#include "facts/interactions/interactions.h"
#include "facts/proposals/proposals.h"
#include "facts/realis/realis.h"

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
};

Rules::Rules() : tables_(std::make_unique<Tables>()) {}
Rules::~Rules() = default;
Rules::Rules(Rules&&) noexcept = default;

Facts find(const mentions::Article& article, const Rules& rules) {
  const Rules::Tables& tables = rules.tables();
  Facts facts;
  facts.claims = claims::find(article, tables.claims);
  facts.events = incidents::find(article, facts.claims, tables.incidents);
  std::vector<Event> interactions = interactions::find(article, facts.claims, facts.events, tables.interactions, tables.realis);
  facts.events.insert(facts.events.end(), std::make_move_iterator(interactions.begin()), std::make_move_iterator(interactions.end()));
  facts.proposals = proposals::find(article, facts.claims, tables.proposals);
  facts.assessments = assessments::find(article, tables.assessments);
  return facts;
}

}  // namespace khabar::facts
