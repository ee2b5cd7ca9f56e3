// The finder of anaphora: reads each word that may take up what was named before. Its methods are in a file a kind of word.
//
//   "Oman and Chad met. They agreed ..."   pairs.cpp: "they"      "Diaz resigned. She said ..."   pronouns.cpp: "she"
//   "The group denied it."                 nominals.cpp: "the group"
//
// An antecedent is plain where only one entity of its kind was named shortly before (in this sentence and the one before it),
// or where the words say which: a ministry for "the ministry", a person with that title for "the governor". In doubt: none.
#pragma once

#include <algorithm>
#include <array>
#include <unordered_map>

#include "mentions/entities/coreference.h"

namespace khabar::entities {

using language::Form;
using language::Relation;
using language::Tag;
using language::Token;
using namespace text::literals;

class AnaphoraFinder {
 public:
  AnaphoraFinder(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named);
  Anaphora run();

 private:
  static constexpr std::size_t window = 24;          // named mentions looked back over
  static constexpr std::uint32_t far_sentences = 6;  // where the words say which
  static constexpr std::uint32_t near_sentences = 1;

  // anaphora.cpp: which kind of word it is; what was named before
  void word(std::uint32_t t);
  void add(std::uint32_t first, std::uint32_t last, std::uint32_t head, EntityId entity, MentionKind kind);
  bool is_label(const MentionAt& m) const;
  bool listed(Key lemma, NominalKind kind) const;
  std::uint32_t main_subject_before(std::uint32_t t) const;
  bool is_quoted_first(const language::Sentence& sentence) const;

  const Token& token(std::uint32_t t) const { return r_.language.tokens[t]; }
  const language::Sentence& sentence_of(std::uint32_t t) const { return r_.language.sentences[token(t).sentence]; }
  EntityType type(const MentionAt& m) const { return entities_[m.entity.index].type; }
  std::uint32_t sentence(const MentionAt& m) const { return token(m.first).sentence; }
  bool body(std::uint32_t t) const { return r_.words[r_.words.word_at[t]].has(Word::body); }
  static bool is_subject(const Token& t) { return t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass; }
  template <class All, class One>
  static bool is_one_of(const All& all, One one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  }

  // The one entity among the named mentions shortly before that pass; none where there are two.
  template <class Accept>
  EntityId only(std::uint32_t at, std::uint32_t sentences, bool nearest, Accept&& accept) const {
    const std::uint32_t here = token(at).sentence;
    EntityId found;
    for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window; ++steps) {
      const MentionAt& m = named_[k];
      if (sentence(m) + sentences < here) break;
      if (body(m.first) != body(at) || !accept(m) || is_label(m)) continue;
      if (!found.set()) {
        found = m.entity;
        if (nearest) return found;
      } else if (!(found == m.entity)) {
        return {};
      }
    }
    return found;
  }
  // The only one that passes near by, else the nearest subject, else the only one within so many sentences.
  template <class Accept>
  EntityId only_or_subject(std::uint32_t at, std::uint32_t sentences, Accept&& accept) const {
    EntityId entity = only(at, near_sentences, false, accept);
    if (!entity.set())
      entity = only(at, near_sentences, true, [&](const MentionAt& m) {
        const Token& head = token(m.head);  // "a guard, Omar Noor, was"
        return accept(m) && is_subject(head.relation == Relation::appos ? token(head.head) : head);
      });
    return entity.set() ? entity : only(at, sentences, false, accept);
  }

  // pronouns.cpp
  void pronoun(std::uint32_t t);
  void he_or_she(std::uint32_t t);
  void it(std::uint32_t t);
  bool other_of_sex(std::uint32_t t, bool female) const;
  bool speaks(std::uint32_t t) const;
  bool may_be(EntityId person, bool female) const;
  bool is_named_so(EntityId person, bool female) const;
  void read_courtesy(const MentionAt& m);
  bool opens(std::uint32_t t) const;
  EntityId person_at(std::uint32_t t) const;
  bool is_somebody(std::uint32_t t) const;
  bool takes_up_office(std::uint32_t t) const;
  bool is_unnamed_office(std::uint32_t t) const;
  bool follows_document(std::uint32_t t) const;
  bool is_actor(const MentionAt& m) const;
  bool follows_thing(std::uint32_t t) const;
  bool is_acted_on(std::uint32_t t, EntityId entity) const;
  bool owns_next(const MentionAt& m) const;
  std::uint32_t joined_subject(std::uint32_t t) const;
  EntityId actor_at(std::uint32_t head) const;
  static bool is_body(Key lemma);
  EntityId subject_above(std::uint32_t at) const;

  // nominals.cpp
  void noun(std::uint32_t t);
  static bool leads_state(const Entity& person);
  EntityId office_holder(const language::NounGroup& group) const;
  EntityId meant_by(const language::NounGroup& group) const;
  bool has_modifiers(std::string_view title, const language::NounGroup& group) const;
  bool may_be_place(const MentionAt& m, Key noun) const;
  bool is_dateline(const MentionAt& m) const;

  // pairs.cpp
  void read_countries();
  void they(std::uint32_t t);
  EntityId body_of_members(std::uint32_t here) const;
  void pair(const language::NounGroup& group);
  void triple(const language::NounGroup& group);
  bool parties_to_document(const language::NounGroup& group);
  template <std::size_t N>
  std::array<EntityId, N> most_named(std::uint32_t least);
  std::array<EntityId, 2> the_two(const std::array<EntityId, 2>& last);
  std::array<EntityId, 2> told_beside(const language::NounGroup& group) const;
  std::array<EntityId, 2> last_together(const language::NounGroup& group) const;
  bool is_list_of_three(const MentionAt& last_but_one, const language::NounGroup& group) const;
  bool tells_of_another(const std::array<EntityId, 2>& two, std::uint32_t here) const;
  bool may_be_side(const MentionAt& m, bool sides) const;
  bool is_where(const MentionAt& m) const;
  bool stand_together(const MentionAt& first, const MentionAt& second) const;
  std::array<EntityId, 2> in_title() const;
  std::array<EntityId, 3> of_joint_document() const;

  const Reading& r_;
  const std::vector<Entity>& entities_;
  const std::vector<MentionAt>& named_;
  std::vector<bool> covered_;                        // tokens of mentions
  std::size_t before_ = 0;                           // named mentions before the word
  std::uint32_t unnamed_ = 0xFFFFFFF0u;              // the last sentence in which "he" was an office without a name
  std::unordered_map<std::uint32_t, int> sex_;       // of persons: how often "she" took them up, less how often "he"
  std::unordered_map<std::uint32_t, int> name_sex_;  // what their given names and titles say: 1 a woman's, -1 a man's
  std::vector<std::uint32_t> countries_;             // entities that are states: there are few
  std::array<EntityId, 2> title_;                    // the two that the title names
  std::array<EntityId, 3> joint_;                    // the two or three whose joint document it is
  std::size_t counted_ = 0;                          // named mentions that times_named_ counts
  std::vector<std::uint32_t> times_named_;           // of each entity
  Anaphora out_;
};

}  // namespace khabar::entities
