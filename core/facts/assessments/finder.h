// The finder of assessments: reads the sentences word by word. Its methods are in a file a subject.
//
//   "Mistrust hampers cooperation"               verbs.cpp: the cue "hampers"; things.cpp: that "Mistrust" is a thing
//   "Mistrust stands in the way of a deal"       phrases.cpp
//   "Mistrust is an obstacle to trade"           nouns.cpp
//   "No deal will hold without them"             conditions.cpp
#pragma once

#include "facts/assessments/assessments.h"
#include "facts/clauses.h"

#include <vector>

namespace khabar::assessments {

using facts::dependent;
using facts::linked;
using facts::span_of;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

class Finder {
 public:
  Finder(const mentions::Article& article, const Cues& cues) : article_(article), cues_(cues) {}
  std::vector<Assessment> run();

 private:
  // assessments.cpp: one word; what was found
  void read(std::uint32_t t);
  void add(Assessment assessment, Span cue);

  // verbs.cpp: "Mistrust hampers cooperation"
  void verb(std::uint32_t t, const Cue& cue);
  void passive(std::uint32_t t, const Cue& cue, const language::VerbGroup& group);
  bool lacks(std::uint32_t t);
  bool risked(std::uint32_t t, const Cue& cue, std::uint32_t subject);
  bool which_told(std::uint32_t t, const Cue& cue);
  Span clause_told(std::uint32_t t) const;
  bool is_suggested(std::uint32_t subject, const language::VerbGroup& group) const;
  bool is_kept_from_good(std::uint32_t t, std::uint32_t object) const;
  bool is_ruled_out(std::uint32_t t) const;
  bool goes_on(std::uint32_t t) const;
  Polarity towards(std::uint32_t object, Polarity polarity, std::uint32_t verb) const;
  facts::Range without_conjuncts(std::uint32_t token) const;

  // phrases.cpp: "stands in the way of a deal"
  bool phrase(std::uint32_t t);
  bool makes_harder(std::uint32_t t, Assessment& assessment) const;
  bool opens_way(std::uint32_t t, Assessment& assessment) const;
  bool changes_risk(std::uint32_t t, Assessment& assessment) const;
  bool casts_shadow(std::uint32_t t, Assessment& assessment) const;
  bool lays_ground(std::uint32_t t, Assessment& assessment) const;
  bool leaves_bare(std::uint32_t t, Assessment& assessment) const;
  bool lets_attackers(std::uint32_t t, Assessment& assessment) const;
  bool leads_to(std::uint32_t t, Assessment& assessment) const;
  std::uint32_t past_adjectives(std::uint32_t t) const;
  bool is_chance_told(std::uint32_t noun) const;

  // nouns.cpp: "an obstacle to trade"
  void noun(std::uint32_t t, const Cue& cue);
  bool offered(std::uint32_t t, const Cue& cue, std::uint32_t of);
  bool makes(std::uint32_t verb) const;
  bool deals(std::uint32_t t) const;
  bool is_not_only(std::uint32_t first, std::uint32_t second) const;
  std::uint32_t named_by_copula(std::uint32_t t) const;
  bool is_told_by_verb(std::uint32_t t) const;
  bool is_lost(std::uint32_t t) const;
  bool is_cause(std::uint32_t t) const;
  Span object_of(std::uint32_t token) const;
  void add_named(std::uint32_t t, const Cue& cue, std::uint32_t what, std::uint32_t of);

  // conditions.cpp: "no deal will hold without them", "trust is vital to the deal"
  void quality(std::uint32_t t, const Cue& cue);
  void without(std::uint32_t t);
  void only(std::uint32_t t);
  void as_long_as(std::uint32_t t);
  std::uint32_t past_no(Span thing, std::uint32_t noun) const;
  std::uint32_t ruled_out_by(std::uint32_t t, const language::Sentence& sentence) const;

  // things.cpp: what is a thing, what is evil
  bool is_circumstance(std::uint32_t token) const;
  bool is_evil(std::uint32_t token) const;
  bool is_one_person(std::uint32_t token) const;
  bool is(std::uint32_t token, Word use) const { return cues_.is(article_.token(token).lemma, use); }
  Span thing_at(std::uint32_t token) const;

  const mentions::Article& article_;
  const Cues& cues_;
  std::vector<Assessment> assessments_;
};

}  // namespace khabar::assessments
