// Sources: who speaks. The subject of the verb where it can speak, else who the words beside it name.
#pragma once

#include "facts/claims/context.h"

namespace khabar::claims {

class Sources {
 public:
  explicit Sources(const Context& context)
      : context_(context), article_(context.article), cues_(context.cues), quotation_of_(context.quotation_of) {}

  /// A name, a pronoun, or a noun for people and bodies. O(length of the word).
  bool can_speak(std::uint32_t t) const;
  bool is_first_or_second_person(std::uint32_t t) const;
  /// Who says what this verb says, by the tree; none where it tells nobody. O(dependents).
  std::uint32_t subject_of(std::uint32_t t) const;
  /// "..., police said on Monday.": by the words; `content` is what stands before the comma. O(length of the sentence).
  std::uint32_t speaker_at_end(const language::Sentence& sentence, std::uint32_t t, facts::Range& content) const;
  /// "Some in Abuja argue that": a verb of saying that is no noun for what is said, before "that". O(1).
  bool is_verb_read_as_noun(std::uint32_t t) const;
  /// The noun group that the sentence begins with, where no other finite verb stands between. O(1): looks back a bounded way.
  std::uint32_t speaker_before(const language::Sentence& sentence, std::uint32_t t) const;
  /// "An aide, asked whether he would pay, said": is this verb what he was asked, and who says what this verb says. O(1).
  bool is_asked_aside(std::uint32_t t) const;
  std::uint32_t asked_before(std::uint32_t t) const;
  /// "quoted an aide as saying": whom what this verb says is taken from; none where nobody is quoted so. O(dependents).
  std::uint32_t quoted_as(std::uint32_t t) const;
  /// "A clerk, Omar Diop, said": the person named between the commas right before the verb; none where there is none. O(1).
  std::uint32_t named_before(std::uint32_t t) const;

  /// The person whose name ends right before the word; none where nobody's does. O(1).
  std::uint32_t person_ending_at(std::uint32_t end) const;

 private:
  bool may_be_inverted(std::uint32_t t) const;
  std::uint32_t explained_at_end(const language::Sentence& sentence, std::uint32_t t, facts::Range& content) const;
  bool is_of_noun_before(std::uint32_t t) const;
  bool is_reduced(std::uint32_t t) const;
  facts::Range told_of_subject(std::uint32_t t) const;
  std::uint32_t subject_before_and(std::uint32_t t) const;
  bool is_told_on(std::uint32_t shared, std::uint32_t t) const;
  bool names_an_agent(const language::Token& token) const;

  const Context& context_;
  const mentions::Article& article_;
  const Cues& cues_;
  const std::vector<std::uint32_t>& quotation_of_;
};

}  // namespace khabar::claims
