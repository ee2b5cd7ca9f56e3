// The reader of realis: climbs from a predicate to its governors. Its methods are in a file a kind of word.
#pragma once

#include "facts/realis/realis.h"

namespace khabar::realis {

using language::Form;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Tense;
using language::Token;
using language::VerbGroup;
using text::Key;
using namespace text::literals;

inline bool is_verbal(const Token& token) { return token.tag == Tag::verb || token.tag == Tag::aux; }

class Reader {
 public:
  Reader(const mentions::Article& article, const Cues& cues) : article_(article), cues_(cues) {}
  Reading read(std::uint32_t at, int depth) const;

 private:
  // realis.cpp: governors, and what they make of what they govern
  static Reading bend(Cues::Cue cue, const Reading& above, const Reading& own, Span governor);
  Cues::Cue cue_of(std::uint32_t at, Key by) const;
  std::uint32_t dependent(std::uint32_t at, Relation relation) const;
  Key lemma_of(std::uint32_t at, Relation relation) const;
  bool has_dependent(std::uint32_t at, Relation relation) const { return dependent(at, relation) != mentions::none; }
  Span span(std::uint32_t at) const { return article_.token(at).span; }

  // verbs.cpp
  Reading verb(std::uint32_t at, int depth) const;
  Reading own_of_verb(std::uint32_t at, const VerbGroup& group, bool reported, bool& finite) const;
  Reading under(std::uint32_t governor, const Reading& own, bool finite, int depth) const;
  Reading beside(std::uint32_t at, std::uint32_t governor, const Reading& own, bool finite, int depth) const;
  bool is_habit(std::uint32_t at) const;
  bool is_subjunctive(std::uint32_t at) const;
  bool is_inverted_condition(std::uint32_t at) const;
  bool is_unreal_duty(std::uint32_t at) const;
  bool is_yet_to_come(std::uint32_t at) const;
  std::uint32_t adverb_before(std::uint32_t at) const;
  bool is_excessive(std::uint32_t governor) const;
  bool is_high_time(std::uint32_t at) const;
  bool follows_directly(std::uint32_t at, std::uint32_t governor) const;
  static bool is_complement(Relation relation);
  std::uint32_t opening_below(std::uint32_t governor) const;
  bool is_gerundial(std::uint32_t at) const;
  bool is_done_by_nobody(std::uint32_t verb) const;
  bool is_use(std::uint32_t governor) const;
  bool uses_ground(std::uint32_t governor) const;
  std::uint32_t preventing_before(std::uint32_t at) const;
  bool is_bygone_habit(std::uint32_t governor) const;
  bool is_one_of_a_row(std::uint32_t noun) const;
  bool is_was(std::uint32_t noun) const;
  static bool is_claim(Key noun);
  bool leaves_open(std::uint32_t verb) const;
  Reading denied_with(std::uint32_t noun, const Reading& own) const;
  bool is_denied_noun(std::uint32_t noun) const;
  std::uint32_t noun_before(std::uint32_t infinitive) const;
  std::uint32_t found_false(std::uint32_t noun) const;

  // nouns.cpp
  Reading noun(std::uint32_t at, int depth) const;
  bool is_headline_foiled(std::uint32_t at) const;
  Reading hanging_noun(std::uint32_t at, int depth) const;
  Reading loosely(std::uint32_t at, std::uint32_t governor, int depth) const;
  std::uint32_t planned_after(std::uint32_t at) const;
  bool is_planned_by(std::uint32_t verb) const;
  bool has_dependent_key(std::uint32_t at, Key key) const;
  bool is_definite(std::uint32_t at) const;
  bool is_of_people_at_large(std::uint32_t at, const VerbGroup& group) const;

  const mentions::Article& article_;
  const Cues& cues_;
};

}  // namespace khabar::realis
