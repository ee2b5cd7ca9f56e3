// Setting finder: which of the places and times of a sentence are a mention's.
#pragma once

#include "facts/incidents/told_settings.h"

namespace khabar::incidents {

class SettingFinder {
 public:
  SettingFinder(const Syntax& syntax, const language::Sentence& sentence, std::span<const Mention> found, std::uint32_t offset,
                const ToldSettings& told);

  /// What hangs on the mention, else what the sentence says once.
  void find_places(Mention& mention) const;
  void find_time(Mention& mention) const;
  std::uint32_t time_of_counted(const Mention& mention) const;
  /// "The men drove into Gao on Friday and kidnapped a nurse": the day and the place of the verb before, whose subject it shares.
  void share(Mention& mention) const;
  /// "On 27 January, rebels attacked ..., killing 52": of all that the sentence tells.
  void take_opening(Mention& mention) const;

 private:
  /// Does the token hang, through nouns and prepositions only, on the trigger (or on its support verb)? The steps, -1 where not.
  int steps_to(std::uint32_t at, const Mention& mention, bool time = false) const;
  /// Do the triggers tell one incident, as far as the syntax of the sentence says?
  std::uint32_t root(std::uint32_t k) const;
  bool tells_with(const Mention& mention, std::uint32_t token) const;
  std::uint32_t time_opening_clause(const Mention& mention) const;
  bool is_agent_there(const Mention& mention, std::uint32_t actor) const;
  bool is_of_actor(const Mention& mention, std::uint32_t token) const;
  bool is_of_clause_of_time(const Mention& mention, std::uint32_t place) const;
  bool is_beyond(const Mention& mention, std::uint32_t token) const;
  bool is_craft(std::uint32_t token) const;
  bool is_of(const Mention& mention, const ToldPlace& place) const;
  bool may_be_of(const Mention& mention, const ToldPlace& place) const;
  void add_where(Mention& mention) const;
  void add_row(Mention& mention) const;
  bool is_of_governor(const Mention& mention, std::uint32_t head) const;
  std::uint32_t head_of(const ToldTime& time) const;

  const Syntax& syntax_;
  const language::Sentence& sentence_;
  std::span<const Mention> found_;
  const std::uint32_t offset_;
  const ToldSettings& told_;
  // One or two incidents a sentence are common, dozens are a list: then nothing but what hangs on each is taken.
  const bool alone_;
};

/// "In", "near", "along": before the name of where something happened.
bool is_place_preposition(Key preposition);
/// Each place once, and few. O(1).
void add_place(Mention& mention, EntityId place);

}  // namespace khabar::incidents
