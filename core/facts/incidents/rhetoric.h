// Attacks in words, stories and pictures: what is told with words of violence, where nobody was hit.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// "The senator attacked her rival", "was attacked in an editorial": somebody who speaks or writes, without arms, on somebody; or in what
/// was said or written. O(dependents).
bool is_attack_in_words(const Syntax& syntax, const Mention& m);
/// "The minister clashed with the Lake Party": one person, with nobody who has arms. O(fillers).
bool is_quarrel(const Syntax& syntax, const Mention& m);
/// "Her portrait captures the president", "shot two films": pictures. O(dependents).
bool is_pictured(const Syntax& syntax, const Mention& m);
/// "Robbed him of a goal": of what nobody can carry. O(dependents).
bool is_robbed_of_chance(const Syntax& syntax, const Mention& m);
/// "The Murders in the Old Mill" is a short story: is the token within such a title? O(1): bounded steps.
bool is_in_title(const Syntax& syntax, std::uint32_t at);
/// "killing another player", "in a storyline": a game or a plot, in whichever words of the sentence. O(tokens of the sentence).
bool is_of_plot(const Syntax& syntax, std::uint32_t at);

}  // namespace khabar::incidents
