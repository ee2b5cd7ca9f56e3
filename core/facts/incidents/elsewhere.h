// Elsewhere, at another time: what a sentence says of where and when, and not of the incident. All are O(1): bounded climbs.
#pragma once

#include "facts/incidents/syntax.h"

namespace khabar::incidents {

inline constexpr int climb_max = 8;           // steps up the tree
inline constexpr std::size_t told_most = 32;  // triggers of one sentence; more are a list

bool is_report_verb(Key lemma);
/// "A monument to the genocide was unveiled in Gao": there and then it is remembered.
bool is_remembered(const Syntax& syntax, std::uint32_t trigger);
/// "Was shot, survivors said, by soldiers": the comma that closes who says so; none where `comma` opens no such aside. O(1).
std::uint32_t end_of_aside(const Syntax& syntax, std::uint32_t comma);
/// "the toll", the "death" of "the death toll".
bool is_toll(const Syntax& syntax, std::uint32_t at);
/// "Marched in Gao to denounce the murder": there they marched.
bool is_reaction(Key lemma);
/// "Chad shelled a village, and Togo answered with strikes": of another deed.
bool is_answer_verb(Key lemma);
/// "Togo answered on Friday with strikes in Gao": does the day or the place behind the trigger hang on what answers it? O(depth).
bool is_of_answer(const Syntax& syntax, std::uint32_t at, std::uint32_t trigger);
/// "The attack was planned in Gao": elsewhere than it was carried out.
bool is_preparation(Key lemma);
/// "Troops on Friday rescued 14 women abducted by rebels": the day is of what came after.
bool is_of_what_came_after(Key lemma);
/// "The deadliest attack since May", "since its founding in May": of May it was not.
bool is_measure_of_worst(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time);
/// "The UN called on Friday for an inquiry into the killing": the day is the call's.
bool is_day_of_talk(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t governor);
/// "Condolences for the deaths during a visit to Gao": there the visit was.
bool is_occasion(Key lemma);
/// "The spokesman in Gao, Omar Noor, confirmed the attack": there the one who tells it is.
bool is_where_it_was_told(const Syntax& syntax, std::uint32_t at);
/// "..., he told reporters in Gao", "said in Gao that": there he spoke; behind what he tells it may be where that was.
bool is_where_somebody_spoke(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place);
/// The noun that the trigger's relative clause describes, where that is a person and not what happened: "people in Gao protested against
/// the killers who shot a judge" does not say where; none where the trigger is in no such clause.
std::uint32_t relative_clause(const Syntax& syntax, std::uint32_t at);
/// "The guerrillas on Thursday released the man whom they had kidnapped": the day is the release's.
bool is_day_of_later_deed(const Syntax& syntax, std::span<const Mention> found, std::uint32_t first, std::uint32_t last,
                          std::uint32_t trigger);
/// "opened fire in a yard, then drove to a shop in Gao": there he drove.
bool is_of_later_verb(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place);
/// "A trader who had been kidnapped in May was found in Gao": there he was found.
bool is_of_later_deed(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t place);
/// "Omar Noor was killed by police and Luis Mora was found in Segou": what another clause tells, with a subject of its own.
bool is_of_clause_beside(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at);
/// "Thirteen were hurt in the blast but 11 were in hospital on Saturday": what stands past the "but" is of another verb, wherever the tree
/// hung it; and past what it led others to.
bool is_past_but(const Syntax& syntax, std::span<const Mention> found, std::uint32_t trigger, std::uint32_t at);
/// "The bombing prompted Chad to strike camps in Niger": what it led others to, and when and where they did that.
bool is_past_what_it_led_to(const Syntax& syntax, std::uint32_t trigger, std::uint32_t at);
/// "Omar Noor, who had lived in Gao, was arrested", "the group, which has men in Chad, killed nine": where somebody was at another time,
/// or is at all times.
bool is_of_relative(const Syntax& syntax, std::uint32_t trigger, std::uint32_t at);
/// "Five were taken to a hospital in Gao": there they were treated.
bool is_of_hospital(const Syntax& syntax, const Mention& mention, std::uint32_t at);
/// "Said in a report last month that soldiers had killed": the month of the report.
bool is_before_that(const Syntax& syntax, std::uint32_t time_end, std::uint32_t trigger);
/// "..., if the bombing did not stop": what the main clause tells is elsewhere.
bool is_outside_condition(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place);
/// "After the bombing patrols were seen in Gao": there they were seen.
bool is_of_what_followed(const Syntax& syntax, std::span<const Mention> found, const Mention& mention, std::uint32_t place);
/// "He drove a truck to Gao and detonated it": is the place where it was taken to?
bool is_where_brought(const Syntax& syntax, std::uint32_t trigger, std::uint32_t place);
/// "Since the raid on a port in Gao on 2 May, nine have been shot": the raid's day and place, and not what came since.
bool is_since_another(const Syntax& syntax, std::uint32_t at, std::uint32_t trigger);
/// "The talks in Gao were called off after gunmen shot a guide": there they talked.
bool is_of_talks(const Syntax& syntax, const Mention& mention, std::uint32_t place);
/// "Hundreds protest in Gao after killings", "marched in Gao over the murder": there they marched.
bool is_of_a_protest(const Syntax& syntax, const Mention& mention, std::uint32_t place);

}  // namespace khabar::incidents
