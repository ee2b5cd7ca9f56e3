// Tellings: what one mention says of who acted, who was hit, and whether it tells of one incident at all. All are O(1) but where said.
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// Is one of the kind told to have done it?
bool acts(const Mention& m, Noun noun);
/// Is one of the kind among those hurt?
bool hits(const Mention& m, Noun noun);
/// Attackers hit people or things.
bool is_attack(const Mention& m);
/// The police who shot the attacker are no party to the attack; "him" is one of the attackers.
bool is_answer(const Mention& m, bool attackers);
/// "The driver opened fire, before being shot by police", "shot to death": whom the force shot is one who acted before.
bool is_deadly(const Syntax& syntax, const Mention& m);
/// "He died two days later", "one of the wounded died": one who was told to be hit before.
bool has_succumbed(const Syntax& syntax, const Mention& mention);
/// "Killed", "slain", "bullet-riddled bodies": a word that tells a killing by itself. O(tokens of the sentence).
bool says_killed(const Syntax& syntax, std::uint32_t token);
/// Denied, feared, planned, proposed.
bool unreal(const Mention& m);
/// "Last year 2,266 people were killed in two states": by nobody, with nothing, on no day.
bool is_toll_of_a_year(const Syntax& syntax, const Mention& m);
/// "More than 5,600 people were killed last year".
bool is_of_thousands_in_a_year(const Syntax& syntax, const Mention& m);

}  // namespace khabar::incidents
