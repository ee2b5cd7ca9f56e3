// Words that the tagger reads otherwise: headlines' verbs that look like nouns, and nouns that look like verbs.
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

/// Lemma of the verb that a word told as another tag is: "ambushed", "arrests". O(1).
Key base_of(const Syntax& syntax, Key key);
/// A word tagged as a verb that names an event: "airstrikes kill", "in shelling by troops".
bool is_nominal(const Syntax& syntax, std::uint32_t at);
/// Verbs that the tagger may take for anything in a headline.
bool is_headline_verb(Key key);
/// A word with another tag than a verb's that is one: "Assailants fire at a van".
bool is_sure_verb(const Syntax& syntax, std::uint32_t at);
/// A headline's "launches operation against rebels": the offensive that it is.
bool names_offensive(const Syntax& syntax, std::uint32_t at);
/// A headline's "bomb" that stands for the bombing: "toll in market bomb", "group claims bombs".
bool names_bombing(const Syntax& syntax, std::uint32_t at);

}  // namespace khabar::incidents
