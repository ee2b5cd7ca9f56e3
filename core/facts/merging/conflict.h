// Conflicts: what two tellings cannot share if they are of one incident - two days, two kinds of attack, two items of a brief.
//
//   "Gunmen killed a guard on Monday."   "The killing of a guard on Friday ..."    other day: two
#pragma once

#include "facts/merging/sketch.h"

namespace khabar::merging {

/// "Thirty villagers were slaughtered. Houses were torched": by nobody else that is told, and nowhere else.
bool burns_on(const Sketch& incident, const Sketch& telling);
/// "Gunmen shot four. One of the attackers was killed by a passer-by": what the attackers came to there, by no force that answered.
bool is_end_of_attackers(const Sketch& incident, const Sketch& telling);
/// "Two bombs exploded. A second blast hit a bus stop": one of the two.
bool is_other_side(const Sketch& incident, const Sketch& telling);
bool is_one_of_several(const Sketch& incident, const Sketch& telling);
/// Is anything against both being one incident: `a` so far, `b` told after it?
bool conflict(const Sketch& a, const Sketch& b);
/// "Killed a guard in May and is blamed for the murder of a clerk in March": two, whatever the syntax joins.
bool told_of_other_days(const incidents::Syntax& syntax, const incidents::Mention& a, const incidents::Mention& b);

}  // namespace khabar::merging
