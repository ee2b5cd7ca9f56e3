// The finder of proposals: reads the sentences word by word. Its methods are in a file a subject.
//
//   "Oman, which stayed away, must open the pier"    modals.cpp: the cue "must"; actors.cpp: "Oman"; extents.cpp: the whole clause
#pragma once

#include "facts/clauses.h"
#include "facts/proposals/proposals.h"

#include <span>
#include <vector>

namespace khabar::proposals {

using facts::dependent;
using facts::linked;
using facts::Range;
using facts::span_of;
using facts::subtree;
using facts::trimmed;
using language::Link;
using language::LinkKind;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Tense;
using language::Token;
using language::VerbGroup;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, std::span<const Claim> claims, const Cues& cues)
      : article_(article), claims_(claims), cues_(cues) {}
  std::vector<Proposal> run();

 private:
  // proposals.cpp: one word; questions; whose proposals they are
  void read(const language::Sentence& sentence, std::uint32_t t);
  bool asks(const language::Sentence& sentence) const;
  void attach_claims();

  // items.cpp: steps and items of lists
  void counted_step(const language::Sentence& sentence);
  void item_asked_for(const language::Sentence& sentence);
  std::uint32_t past_adverb(std::uint32_t t, std::uint32_t last) const;
  bool is_misread_verb(std::uint32_t t, std::uint32_t last) const;
  void read_line_above(const language::Sentence& sentence);
  bool asks_for_list(std::uint32_t block) const;
  bool is_bare_verb(std::uint32_t t) const;

  // modals.cpp: must, should, ought to, need to, have to
  bool modal(std::uint32_t t);
  bool is_past_or_denied(std::uint32_t t) const;
  bool is_expected(std::uint32_t t) const;
  bool is_aside(const VerbGroup& group, std::uint32_t t) const;
  bool asks_what(std::uint32_t t) const;
  bool comma_between(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t modal_of(const VerbGroup& group, std::uint32_t t) const;
  Span cue_words(const VerbGroup& group, std::uint32_t t) const;
  std::uint32_t first_token(Span span, std::uint32_t head) const;
  std::uint32_t first_word_end(Span span) const;

  // expressions.cpp: "had better", "it is high time that", "the best way is to"
  bool expression(const language::Sentence& sentence, std::uint32_t t);
  bool subject_does(Range words);
  bool governs(const Source& actor, text::Key noun) const;
  bool somebody_to_act(Range words, std::string_view rule, Span cue);
  bool high_time(const language::Sentence& sentence, Range words);
  std::uint32_t begin_of_group(const language::Sentence& sentence, std::uint32_t noun) const;
  bool way_forward(const language::Sentence& sentence, std::uint32_t t);

  // requests.cpp: verbs that ask, and verbs that require
  void verb(const language::Sentence& sentence, std::uint32_t t, CueClass cue);
  void request(const language::Sentence& sentence, std::uint32_t t, CueClass cue, bool passive, std::uint32_t object);
  void call_for(const language::Sentence& sentence, std::uint32_t t);
  void urge_to(std::uint32_t t, std::uint32_t addressee, std::uint32_t infinitive, bool passive);
  bool is_needed(const language::Sentence& sentence, std::uint32_t t);
  void recommend_that(std::uint32_t t, std::uint32_t clause);
  void advocate(std::uint32_t t, std::uint32_t object);
  bool suggestion(std::uint32_t t);
  bool is_told_as_fact(std::uint32_t t, std::uint32_t clause) const;
  bool is_explained(std::uint32_t t) const;

  // qualities.cpp: what is vital, wise, needed
  void quality(const language::Sentence& sentence, std::uint32_t t, CueClass cue);
  void wise(std::uint32_t t, std::uint32_t copula, const VerbGroup& group);
  void need(const language::Sentence& sentence, std::uint32_t t);
  bool importance(std::uint32_t t);
  bool opens_with_what(const language::Sentence& sentence, std::uint32_t verb) const;
  bool what_is_needed(const language::Sentence& sentence, std::uint32_t t);
  bool is_circumstance(std::uint32_t clause) const;
  std::uint32_t act_needed(std::uint32_t t) const;

  // actors.cpp: who acts
  std::uint32_t subject_of(std::uint32_t t) const;
  std::uint32_t who_should(std::uint32_t modal, std::uint32_t subject, std::uint32_t first) const;
  bool noun_before(std::uint32_t t) const;
  bool is_agent(std::uint32_t token) const;
  void set_actor(Proposal& proposal, std::uint32_t token) const;

  // extents.cpp: where what is proposed begins and ends
  std::uint32_t after_other_clause(std::uint32_t first, std::uint32_t subject) const;
  Range told_after(std::uint32_t cue, std::uint32_t head) const;
  bool add(Proposal proposal, Range range);

  bool ends_in_s(std::uint32_t t) const { return article_.words(article_.token(t).span).back() == 's'; }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Cues& cues_;
  std::vector<Proposal> proposals_;
  Range taken_;
  bool list_asks_ = false;      // the line above the list that is read asks for what its items tell
  bool under_heading_ = false;  // ... and is a heading such as "Recommendations"
  Source list_actor_;           // ... and names who is asked
};

}  // namespace khabar::proposals
