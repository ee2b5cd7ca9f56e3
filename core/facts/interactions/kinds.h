// Kinds: which verbs lend, receive or share a noun's parties, which prepositions and clauses bring the other end of which types.
#pragma once

#include "text/key.h"

#include <khabar/report.h>

namespace khabar::interactions {

using text::Key;

/// Verbs that only lend a noun its subject: "held talks", "offered help", "signed an accord".
bool is_light(Key lemma);

/// What a body says or decides in writing ("a resolution urging Chad to"), and the verbs for issuing it: who issues it does it.
bool is_document(Key lemma);
bool is_issuing(Key lemma);

/// Verbs whose several subjects are the parties of the mutual act that they are about: "X and Y discussed joint patrols".
bool is_of_both(Key lemma);

/// Verbs whose subject is the other end: "received aid from", "faces pressure from".
bool is_receiving(Key lemma);

/// "marched in support of": nouns for whom it is done, not against whom.
bool is_backing(Key lemma);

/// Nouns for what parties are to each other: ally, partner.
bool is_relation(Key lemma);

/// Prepositions that bring the other party, by type (after the frames of the PLOVER codebook).
bool takes(EventType type, Key preposition);

/// Acts of private people too: a protest, a hack, a demand.
bool lets_people_act(EventType type);

/// Acts whose other end may be told by where they are done: troops sent to, a curfew in, talks in. Not so blame or praise.
bool is_done_in_places(EventType type);

/// Prepositions of place.
bool is_where(Key preposition);

/// Acts of speech, whose other end may stand in what is said.
bool is_circumstance(Key preposition);
bool is_told_in_clause(EventType type, Key lemma);

/// Nouns for what is done to those of whom it is told with "of": "the killing of", "the detention of".
bool is_suffered(Key lemma);

/// Acts that are done to private people too.
bool is_done_to_people(EventType type);

}  // namespace khabar::interactions
