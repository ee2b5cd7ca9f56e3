// Releases: captors let go of those that they took.
//
//   "Rebels released three engineers on Monday."     -> concede, actor rebels, recipient engineers
//   "The hostages were freed after ten days."        -> concede, recipient hostages
//   "Troops freed three divers."                     -> nothing: a rescue
#pragma once

#include "facts/incidents/roles.h"
#include "facts/incidents/story.h"

namespace khabar::incidents {

/// The kidnapped that are told to have been let go, by captors or by nobody told. In the order of the text. O(tokens).
std::vector<Event> find_releases(const Syntax& syntax, const Story& story);

}  // namespace khabar::incidents
