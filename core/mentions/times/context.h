// What the words around a time say about it: guards of patterns, the tense it stands in.
#pragma once

#include "language/language.h"
#include "mentions/times/grammar.h"
#include "mentions/times/resolve.h"

namespace khabar::times {

class Surroundings {
 public:
  Surroundings(const Grammar& grammar, const std::vector<Atom>& atoms, const language::Language& language)
      : grammar_(grammar), atoms_(atoms), language_(language) {}

  /// Is the text a history, so that patterns which only count there may match? Set before matching.
  bool narrative = false;

  /// May a pattern with that guard match the atoms [first, last)? O(1).
  bool accepts(Guard guard, std::uint32_t first, std::uint32_t last) const;

  /// The tense of the clause that the atoms [first, last) stand in: of the verb they depend on, else of the nearest verb
  /// of the sentence. O(1): looks at a bounded number of tokens.
  Tense tense(std::uint32_t first, std::uint32_t last) const;

  /// Is the day one of what came before the story, or of who told it: "had left Gao on Friday", "police said on Monday"? O(1).
  bool beside_the_story(std::uint32_t first) const;

  /// The folded word at an atom; 0 outside the sentence that `from` lies in.
  text::Key key(std::uint32_t at) const { return at < atoms_.size() ? atoms_[at].key : 0; }
  text::Key before(std::uint32_t at, std::uint32_t n = 1) const;

 private:
  language::Tag tag(std::uint32_t at) const;
  language::Form form(std::uint32_t at) const;
  bool leads(text::Key key) const;
  bool names_somebody(std::uint32_t first, std::uint32_t last) const;
  bool year(std::uint32_t first, std::uint32_t last) const;
  bool units(std::uint32_t first, std::uint32_t last) const;
  bool rate(std::uint32_t first) const;
  bool alone(std::uint32_t first, std::uint32_t last, Class cls) const;
  Tense tense_of(std::uint32_t verb) const;
  bool looks_ahead(std::uint32_t token) const;
  bool infinitive(std::uint32_t verb) const;

  const Grammar& grammar_;
  const std::vector<Atom>& atoms_;
  const language::Language& language_;
};

}  // namespace khabar::times
