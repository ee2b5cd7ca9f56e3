// Joining: which triggers of one sentence tell one incident? Syntax says: "attacked the post, killing two", "killed in the blast".
#pragma once

#include "facts/incidents/syntax.h"
#include "facts/near_misses.h"

#include <span>
#include <vector>

namespace khabar::incidents {

/// "Killed nine, prompting air strikes": what a deed brings about is another deed.
bool is_brought_about(const Syntax& syntax, const Mention& mention);

/// Fills `joined` of one sentence's mentions, which are mentions [offset, offset + found.size()) of the article. `event_of`: for each,
/// the token of the event noun that its roles named, or none. Sentences of more than 32 triggers are lists: none is joined.
void join_sentence(const Syntax& syntax, std::span<Mention> found, std::uint32_t offset, std::span<const std::uint32_t> event_of);

/// Drops the verbs of mentions [from, end) that nothing shows to be violent, but where the syntax ties them to a telling that is.
void drop_loose(std::vector<Mention>& all, std::size_t from, const facts::NearMisses& near_misses);

}  // namespace khabar::incidents
