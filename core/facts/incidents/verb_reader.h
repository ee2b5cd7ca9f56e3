// The reader of one verb's surroundings: who did it, to whom, with what. Its methods are in a file a subject.
//
//   "Guards   killed   by gunmen with rifles"
//    passive side        agents    complements      verb_voice.cpp first: "killed" is no active, so the guards are those hit
#pragma once

#include "facts/incidents/roles.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

class VerbReader {
 public:
  VerbReader(const Syntax& syntax, const Chunks& chunks, const RoleFinder& roles, Mention& mention, const VerbFrame& frame)
      : syntax_(syntax),
        chunks_(chunks),
        roles_(roles),
        mention_(mention),
        frame_(frame),
        verb_(mention.token),
        token_(syntax.token(mention.token)),
        sentence_(syntax.article.language.sentences[token_.sentence]),
        group_(syntax.article.links.verb_group(mention.token)),
        transitive_(frame.object != Part::none) {}
  RoleReading read();

 private:
  /// Tokens of one kind around a verb; more than eight are a list, not a clause.
  struct Few {
    std::array<std::uint32_t, 8> at{};
    std::size_t count = 0;
    void push(std::uint32_t token) {
      if (count < at.size()) at[count++] = token;
    }
    const std::uint32_t* begin() const { return at.data(); }
    const std::uint32_t* end() const { return at.data() + count; }
  };

  NounClass class_of(std::uint32_t at) const { return syntax_.class_of(syntax_.telling_noun(at)); }
  bool names_event(std::uint32_t at) const { return !syntax_.is_verb(at) && syntax_.frames.noun(syntax_.token(at).lemma) != nullptr; }
  bool takes(Key preposition) const {
    return std::find(frame_.patients.begin(), frame_.patients.end(), preposition) != frame_.patients.end();
  }
  bool is_mark(std::uint32_t at, std::string_view mark) const { return syntax_.article.words(syntax_.token(at).span) == mark; }
  bool is_past(std::uint32_t at) const { return syntax_.token(at).form == Form::past || syntax_.token(at).form == Form::past_participle; }
  bool is_headline() const { return realis::is_headline(syntax_.article, token_.sentence); }

  // verb_roles.cpp: the order of reading; the active
  void active_side();
  bool rams_into() const;
  bool is_plain_craft(std::uint32_t at) const;
  bool plausible_actor(std::uint32_t at) const;
  bool is_behind_preposition(std::uint32_t at) const;
  std::pair<std::uint32_t, std::uint32_t> bearer_of_arms() const;
  std::uint32_t clash_between(std::uint32_t at) const;
  bool is_of_another_clause(std::uint32_t at) const;
  void drop_actor_hit();
  std::uint32_t who_attempts() const;
  std::uint32_t held_for_it() const;
  void event_of_relative();

  // verb_voice.cpp: what the tree and the surface give for subjects and objects, and which voice that makes
  void read_links();
  std::uint32_t noun_before_day() const;
  bool is_set_beside(std::uint32_t at) const;
  bool comes_under(std::uint32_t verb) const;
  bool is_hit_by_another(std::uint32_t at) const;
  bool is_accuser(std::uint32_t at) const;
  bool is_addressed(std::uint32_t at) const;
  std::uint32_t whoever_is_meant(std::uint32_t at) const;
  void read_voice();
  std::uint32_t group_at(std::uint32_t at) const;
  bool says_when(std::uint32_t at) const;
  bool has_agent_only() const;
  bool is_before_copula() const;
  bool is_suffered(std::uint32_t verb) const;
  bool is_hit_there(std::uint32_t next) const;
  bool is_tried() const;

  // verb_passive.cpp
  void passive_side();
  bool participle_side();
  void named_patients(std::uint32_t name);
  void passive_subject(std::uint32_t at);
  std::uint32_t subject_of_later(std::uint32_t at) const;
  std::uint32_t start_of(Span group) const;
  bool hangs_on_preposition(std::uint32_t name) const;
  std::uint32_t name_set_beside(std::uint32_t start) const;
  std::uint32_t name_before_who() const;
  std::uint32_t name_before_apposition(std::uint32_t at) const;
  std::uint32_t name_before_clause(std::uint32_t at) const;
  std::uint32_t name_before_and(std::uint32_t at) const;
  void listed_by_semicolons();
  void companions();
  bool is_of_many() const;
  std::uint32_t agent_within(std::uint32_t reach) const;
  void agents();
  std::uint32_t attackers_when() const;

  // verb_complements.cpp: whom and what it hit, with what
  void patient(std::uint32_t at);
  bool is_only_where(std::uint32_t at) const;
  void prepositions();
  bool is_carrier(Key preposition, std::uint32_t at, NounClass cls) const;
  void attackers_behind();
  bool is_of_gang(std::uint32_t at) const;
  bool is_ridden(Key preposition, std::uint32_t at) const;
  void words_after();
  void used();
  void someone_unknown();
  bool names_arms() const;

  const Syntax& syntax_;
  const Chunks& chunks_;
  const RoleFinder& roles_;
  Mention& mention_;
  const VerbFrame& frame_;
  const std::uint32_t verb_;
  const Token& token_;
  const language::Sentence& sentence_;
  const language::VerbGroup group_;
  const bool transitive_;
  Few subjects_, passive_subjects_, objects_;
  std::uint32_t relative_ = none;  // "which", "that" as subject
  std::uint32_t who_ = none;       // "who" as subject
  std::uint32_t left_ = none;      // the subject by surface
  bool patient_found_ = false;
  bool hit_there_ = false;  // "shot at a rally"
  RoleReading reading_;
};

}  // namespace khabar::incidents
