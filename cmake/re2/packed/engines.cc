// For WebAssembly, instead of RE2's bitstate.cc and onepass.cc: its automata that step through all ways at once (dfa.cc, and nfa.cc where
// memory ends) find the same matches. Those two are faster where captured groups are asked for, which nobody does here.
#include "re2/prog.h"

namespace re2 {

bool Prog::SearchBitState(const StringPiece& text, const StringPiece& context, Anchor anchor, MatchKind kind, StringPiece* match,
                          int nmatch) {
  return SearchNFA(text, context, anchor, kind, match, nmatch);
}

bool Prog::IsOnePass() { return false; }

bool Prog::SearchOnePass(const StringPiece&, const StringPiece&, Anchor, MatchKind, StringPiece*, int) { return false; }

}  // namespace re2
