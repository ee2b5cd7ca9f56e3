// Contents: what is said. Each function looks for one shape of it, and where it finds one sets the range and the claim's rule.
//
//   contents.cpp   clauses: said that ..., "..., police said"
//   objects.cpp    phrases: denied the charge, accused X of Y, called for Y
//   extents.cpp    where they end
#pragma once

#include "facts/claims/context.h"

namespace khabar::claims {

class Contents {
 public:
  explicit Contents(const Context& context)
      : context_(context), article_(context.article), cues_(context.cues), quotation_of_(context.quotation_of) {}

  // `t` is the verb, `speaker` who says it or none, `addressee` its object or none. O(length of the sentence) each.
  /// "Oslo, he said, will go on": what the words on both sides of an attribution tell.
  bool around(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, facts::Range& content) const;
  bool before(facts::Range before, const Cue& cue, Claim& claim, facts::Range& content) const;
  bool of_clause(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, facts::Range& content) const;
  bool of_parataxis(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim,
                    facts::Range& content) const;
  bool after_that_word(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, facts::Range& content) const;
  bool of_phrase(std::uint32_t t, std::uint32_t addressee, bool passive, const Cue& cue, Claim& claim, facts::Range& content) const;
  bool of_responsibility(std::uint32_t t, std::uint32_t addressee, const Cue& cue, Claim& claim, facts::Range& content) const;
  /// Where the report ends that this cue begins. O(length of the sentence).
  std::uint32_t end_of_report(std::uint32_t cue, std::uint32_t from) const;
  /// The range without "that" and marks at its beginning.
  facts::Range after_that(facts::Range range) const;

 private:
  bool of_naming(std::uint32_t t, std::uint32_t thing, bool passive, Claim& claim, facts::Range& content) const;
  std::uint32_t name_given(std::uint32_t t) const;
  bool of_call(std::uint32_t t, Claim& claim, facts::Range& content) const;
  std::uint32_t circumstances_begin(std::uint32_t t, std::uint32_t from) const;
  std::uint32_t clause_above_goes_on(std::uint32_t t, std::uint32_t from) const;
  facts::Range within_quotation(facts::Range range, Claim& claim) const;
  bool bare_clause(std::uint32_t t, std::uint32_t end, Claim& claim, facts::Range& content) const;
  bool rest_of_sentence(std::uint32_t t, std::uint32_t end, Claim& claim, facts::Range& content) const;
  bool has_own_content(std::uint32_t t) const;
  bool is_plain_speech(std::uint32_t t) const;
  std::uint32_t past_addressee(std::uint32_t t) const;
  bool subordinate_clause_at(std::uint32_t from, std::uint32_t end) const;
  std::uint32_t other_report_at(std::uint32_t from, std::uint32_t end) const;
  bool reports_beside(std::uint32_t as, std::uint32_t end) const;
  bool another_acts(std::uint32_t cue, std::uint32_t subject) const;
  std::uint32_t before_joined_speakers(facts::Range range) const;
  bool semicolon_between(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t past_listener(std::uint32_t t, std::uint32_t finite) const;
  bool is_time_of_telling(facts::Range range, std::uint32_t t) const;
  bool says_no_more(std::uint32_t but, std::uint32_t end) const;
  std::uint32_t main_clause_behind(std::uint32_t cue, std::uint32_t end) const;
  std::uint32_t predicate_goes_on(std::uint32_t t, std::uint32_t from, std::uint32_t end) const;
  std::uint32_t but_begins(std::uint32_t from, std::uint32_t end) const;

  const Context& context_;
  const mentions::Article& article_;
  const Cues& cues_;
  const std::vector<std::uint32_t>& quotation_of_;
};

}  // namespace khabar::claims
