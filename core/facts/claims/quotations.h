// Quotations: whose the words between marks are. Each quotation is given away once.
#pragma once

#include "facts/claims/context.h"
#include "facts/claims/found.h"

namespace khabar::claims {

class Quotations {
 public:
  Quotations(const Context& context, Found& found)
      : context_(context),
        article_(context.article),
        quotation_of_(context.quotation_of),
        found_(found),
        taken_(context.quotations.size(), false) {}

  /// “...” — Asha Verma: a quotation, and after it whose it is, up to the end of the line.
  void signed_quotations();
  /// "..., X said" / X said: "...": a quotation of this sentence, not one that holds the verb.
  bool content_of_quotation(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim,
                            facts::Range& content);
  /// A sentence that is all quotation, after one whose speaker is known, is the same speaker's.
  void attribute_bare_quotations();

 private:
  std::size_t quotation_above(const language::Sentence& sentence, std::uint32_t t) const;
  std::size_t quotation_below(const language::Sentence& sentence, std::uint32_t t) const;
  std::size_t first_quotation(std::uint32_t begin) const;
  bool stands_by(facts::Range quotation, std::uint32_t t, std::uint32_t speaker) const;
  bool is_part_of_clause(const language::Sentence& sentence, facts::Range words) const;
  bool comma_first(facts::Range gap) const;

  const Context& context_;
  const mentions::Article& article_;
  const std::vector<std::uint32_t>& quotation_of_;
  Found& found_;
  std::vector<bool> taken_;
};

}  // namespace khabar::claims
