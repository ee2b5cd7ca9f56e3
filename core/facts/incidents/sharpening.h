// What kind of deed it was, by who did it with what: a "blast" of a suicide bomber is a suicide bombing.
#pragma once

#include "facts/incidents/mention.h"
#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// What actor and instrument make of a weak mode.
void sharpen(const Syntax& syntax, Mention& mention);
/// "Hackers stole", "a ransomware gang breached": does one who works with computers do it?
/// "hackers", "a ransomware gang"
bool is_hacker(const Syntax& syntax, std::uint32_t at);
bool has_hackers(const Syntax& syntax, const Mention& mention);
/// A verb that weapons make violent is as violent as they are: "threw stones" tells no bombing, and "launched an offensive" what it
/// launched. `event`: the event noun beside it, or none.
void arm(const Syntax& syntax, Mention& mention, std::uint32_t event);
/// "A charge destroyed two shops", "rebels destroyed a bridge": what did the damage makes it an incident.
bool is_by_violence(const Mention& mention);

}  // namespace khabar::incidents
