// Accounts: what one word says of who did it. The reader's methods are in a file a kind of telling.
//
//   "The group claimed the raid."           claimants.cpp        "Police accused the group of the raid."   accused.cpp
//   "The killers were rebels."              perpetrators.cpp
#pragma once

#include "facts/incidents/responsibility.h"

namespace khabar::incidents {

struct Account {
  bool told = false;                  // the word says it
  bool alleged = false;               // ... of others
  bool here = false;                  // the incident is one that the same sentence tells
  bool done = false;                  // told as done: "was committed by"
  bool alone = false;                 // of the actor only, whoever else stands beside
  bool proven = false;                // by a court: "was convicted of"
  std::uint32_t actor = none;         // whoever did it
  std::uint32_t event = none;         // the word for the incident; none: what was told last
  std::vector<std::uint32_t> others;  // listed behind the actor
  std::uint32_t said = none;          // the verb whose subject the accused are, where it is not the word itself
};

inline bool is_relative(const Token& t) { return t.key == "who"_key || t.key == "which"_key || t.key == "that"_key || t.key == "whom"_key; }

class AccountReader {
 public:
  AccountReader(const Syntax& syntax, const RoleFinder& roles, std::uint32_t sentence, std::uint32_t at)
      : syntax_(syntax),
        roles_(roles),
        chunks_(syntax),
        sentence_(syntax.article.language.sentences[sentence]),
        index_(sentence),
        at_(at),
        token_(syntax.token(at)),
        group_(syntax.article.links.verb_group(at)) {}

  // responsibility.cpp: which kind of word it is; whose doing it is after all
  static bool may_tell(const Token& t);
  Account read() const;
  bool is_doubted(const Account& account) const;
  std::uint32_t named(std::uint32_t actor) const;
  bool is_nobody(std::uint32_t actor) const;
  std::vector<Filler> actors(const Account& account) const;

 private:
  // claimants.cpp
  bool takes() const;
  Account claim() const;
  Account responsibility_claimed() const;
  std::uint32_t what_for() const;
  std::uint32_t subject() const;
  std::uint32_t sayer_of(std::uint32_t pronoun) const;

  // accused.cpp
  static bool is_accusation(const Token& t);
  static bool is_arrest(const Token& t);
  bool blames() const;
  bool detains() const;
  bool takes_part() const;
  std::uint32_t responsible_behind() const;
  bool is_rebels(std::uint32_t at) const;
  Account blame() const;
  bool is_held_untried() const;
  Account detention() const;
  Account arrest() const;
  Account accusation(std::uint32_t responsible) const;
  void find_accused(Account& account, std::uint32_t responsible, std::uint32_t lead) const;
  bool take_what_for(Account& account) const;
  bool is_group_of_attackers(std::uint32_t at) const;
  Account suspicion() const;
  Account laid_to() const;
  Account pointing() const;
  std::uint32_t pointed_finger() const;
  std::uint32_t accused_of(std::uint32_t verb, bool objects) const;

  // perpetrators.cpp
  static bool is_author(const Token& t);
  Account author() const;
  Account belonging() const;
  Account prime_suspect() const;
  Account described() const;
  Account being() const;
  Account behind() const;
  Account deed_done() const;
  Account those_responsible() const;

  void add_listed(Mention& carrier, const Account& account) const;
  std::uint32_t event_in(std::uint32_t from, std::uint32_t to) const;
  std::uint32_t event_before(std::uint32_t to, std::uint32_t reach) const {
    return event_in(at_ > sentence_.first + reach ? at_ - reach : sentence_.first, to);
  }
  bool is_armed_group(EntityId id) const { return id.set() && syntax_.entity(id)->type == EntityType::armed_group; }
  bool has_next() const { return at_ + 1 < sentence_.last; }

  const Syntax& syntax_;
  const RoleFinder& roles_;
  Chunks chunks_;
  const language::Sentence& sentence_;
  std::uint32_t index_;  // of the sentence
  std::uint32_t at_;     // the word
  const Token& token_;
  language::VerbGroup group_;
};

}  // namespace khabar::incidents
