// Where a content ends: at another report, at what else its speaker did, at what others did.
#include "facts/claims/contents.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

// "because nobody mended it", "and the river was rising": a clause that goes on with what was said before, with a subject of its own.
bool Contents::subordinate_clause_at(std::uint32_t from, std::uint32_t end) const {
  constexpr std::uint32_t reach = 12;
  if (from + 2 >= end) return false;
  const Token& mark = article_.token(from);
  const bool joins = mark.tag == Tag::sconj || mark.key == "and"_key || mark.key == "but"_key;
  if (!joins || mark.key == "that"_key) return false;
  bool subject = false;
  for (std::uint32_t i = from + 1; i < end && i < from + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct) return false;
    if (token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron) subject = true;
    const bool finite =
        token.tag == Tag::aux || (token.tag == Tag::verb && (token.form == language::Form::past || token.form == language::Form::present));
    if (finite) return subject && cues_.verb(token.lemma) == nullptr;
  }
  return false;
}

// "... on Monday, police and rescue | officials said": words of those who say it.
std::uint32_t Contents::before_joined_speakers(Range range) const {
  constexpr std::uint32_t longest = 5;
  bool joined = false;
  for (std::uint32_t i = range.last; i > range.first + 3 && range.last - i < longest; --i) {
    const Token& token = article_.token(i - 1);
    if (token.tag == Tag::aux || quotation_of_[i - 1] != none) break;
    if (i < range.last && article_.words(token.span) == ",") return joined ? i - 1 : range.last;
    joined = joined || token.tag == Tag::cconj;
  }
  return range.last;
}

bool Contents::semicolon_between(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = facts::semicolon_in(article_, first, last); i != none; i = facts::semicolon_in(article_, i + 1, last))
    if (quotation_of_[i] == none) return true;
  return false;
}

// "promised a bridge but has built none", "promised a bridge and left": where what the speaker did goes on.
std::uint32_t Contents::predicate_goes_on(std::uint32_t t, std::uint32_t from, std::uint32_t end) const {
  for (std::uint32_t i = from; i + 1 < end; ++i) {
    const Token& token = article_.token(i);
    if (token.key == "that"_key || token.key == "who"_key || token.key == "which"_key || token.key == "whose"_key) return end;
    // "promised to pay, freed the crew and left"
    if (token.tag == Tag::verb && token.form == language::Form::past && article_.words(article_.token(i - 1).span) == "," &&
        quotation_of_[i] == none && token.relation != Relation::parataxis)
      return i - 1;
    // "condemned the raid, demanded an inquiry"
    const bool next_act = token.tag == Tag::verb && token.form == language::Form::past && token.head == t &&
                          token.relation == Relation::conj && article_.words(article_.token(i - 1).span) == ",";
    if (next_act) return i - 1;
    if (token.tag != Tag::cconj || quotation_of_[i] != none) continue;
    // "condemned the raid and, within weeks, left"
    if (article_.words(article_.token(i + 1).span) == "," && i + 3 < end) return i;
    std::uint32_t next = i + 1;
    while (next + 1 < end && article_.token(next).tag == Tag::adv) ++next;
    if (article_.token(i + 1).key == "that"_key && token.key == "but"_key) return i;  // "... but that others objected"
    // "asked Oman to stop and Oman has": another subject with a verb of its own
    if (article_.token(next).tag == Tag::propn && next + 1 < end &&
        (article_.token(next + 1).tag == Tag::aux ||
         (article_.token(next + 1).tag == Tag::verb && article_.token(next + 1).form == language::Form::past)))
      return i;
    // "announced no plans and aides say none are near": another's words
    if (article_.token(next).tag == Tag::noun && next + 2 < end && article_.token(next + 1).tag == Tag::verb &&
        cues_.speaks(article_.token(next).lemma) && cues_.verb(article_.token(next + 1).lemma) != nullptr &&
        (article_.token(next + 1).form == language::Form::past || article_.token(next + 1).form == language::Form::present))
      return i;
    const Token& verb = article_.token(next);
    const bool finite = verb.tag == Tag::aux || (verb.tag == Tag::verb && verb.form == language::Form::past);
    if (finite) return i;
  }
  return end;
}

// "to free them, but nobody did"
std::uint32_t Contents::but_begins(std::uint32_t from, std::uint32_t end) const {
  for (std::uint32_t i = from + 1; i < end; ++i)
    if (article_.token(i).key == "but"_key && quotation_of_[i] == none && article_.words(article_.token(i - 1).span) == ",") return i - 1;
  return end;
}

// "said it would stay but declined to say why", "but did not elaborate", "but gave no date": what its speaker left unsaid.
bool Contents::says_no_more(std::uint32_t but, std::uint32_t end) const {
  static constexpr std::array withheld = {"elaborate"_key, "specify"_key,  "provide"_key, "give"_key,    "say"_key,     "name"_key,
                                          "identify"_key,  "disclose"_key, "comment"_key, "explain"_key, "mention"_key, "offer"_key};
  if (article_.token(but).key != "but"_key || but + 2 >= end || quotation_of_[but] != none) return false;
  std::uint32_t i = but + 1;
  while (i + 1 < end && article_.token(i).tag == Tag::adv) ++i;
  const Token& verb = article_.token(i);
  if (verb.tag == Tag::verb && verb.form == language::Form::past && (verb.lemma == "decline"_key || verb.lemma == "refuse"_key))
    return true;
  const text::Key next = article_.token(i + 1).key;
  if (verb.tag == Tag::verb && (verb.key == "gave"_key || verb.key == "offered"_key || verb.key == "provided"_key))
    return next == "no"_key || next == "few"_key || next == "little"_key;
  const bool did_not = verb.key == "did"_key && i + 2 < end && (next == "not"_key || next == "n't"_key || next == "n\u2019t"_key);
  if (!did_not) return false;
  std::uint32_t last = i + 2;
  while (last + 1 < end && article_.token(last).tag == Tag::adv) ++last;
  return std::find(withheld.begin(), withheld.end(), article_.token(last).lemma) != withheld.end();
}

// "While Oman has said that it may pay, it has asked for time": where the clause begins that the report stands beside; the end where none
// does.
std::uint32_t Contents::main_clause_behind(std::uint32_t cue, std::uint32_t end) const {
  const std::uint32_t main = article_.token(cue).head;
  if (article_.token(cue).relation != Relation::advcl || main <= cue || main >= end) return end;
  const std::uint32_t mark = facts::dependent(article_, cue, Relation::mark);
  if (mark == none || mark > cue) return end;
  const std::uint32_t subject = facts::linked(article_, main, LinkKind::subject);
  if (subject == none || subject <= cue + 1 || subject > main) return end;
  const std::uint32_t first = facts::noun_phrase(article_, subject).first;
  return first > cue + 2 && article_.words(article_.token(first - 1).span) == "," ? first - 1 : end;
}

// A report runs to the end of its sentence, but for another attribution after it and for what else its speaker did.
std::uint32_t Contents::end_of_report(std::uint32_t cue, std::uint32_t from) const {
  const std::uint32_t end = main_clause_behind(cue, context_.sentence_end(cue));
  for (std::uint32_t i = from + 1; i < end; ++i) {
    const Token& token = article_.token(i);
    if (quotation_of_[cue] != none && quotation_of_[i] != quotation_of_[cue]) return i;
    const bool after_comma = article_.words(article_.token(i - 1).span) == ",";
    const bool after_quote = context_.is_quote_mark(i - 1) && i >= from + 2 && article_.words(article_.token(i - 2).span) == ",";
    const bool other_cue = token.tag == Tag::verb && token.form == language::Form::gerund &&
                           (after_comma || (after_quote && quotation_of_[i] == none)) && cues_.verb(token.lemma) != nullptr;
    if (other_cue) return i - 1;
    if (after_comma && token.key == "according"_key) return i - 1;
    if (says_no_more(i, end)) return after_comma ? i - 1 : i;
    // "Diop, who said he would go, had paid": behind the comma the clause above goes on
    const bool in_may = cue > 2 && article_.token(cue - 3).key == "who"_key && article_.mentions.time_of[cue - 1] != none;
    const bool who = (cue > 0 && article_.token(cue - 1).key == "who"_key) || in_may;
    const bool goes_on_above =
        (token.tag == Tag::aux && token.form != language::Form::modal) || (token.tag == Tag::verb && token.form == language::Form::past);
    if (who && after_comma && goes_on_above && quotation_of_[i] == none) return i - 1;
    if (after_comma && token.key == "as"_key && reports_beside(i, end)) return i - 1;
    const bool same_speaker = token.tag == Tag::verb && token.head == cue && token.relation == Relation::conj;
    if (same_speaker && article_.token(i - 1).relation == Relation::cc) return i - 1;
    // "..., and he dismissed the charge": what else its speaker said
    const bool goes_on = after_comma && token.tag == Tag::cconj && i + 2 < end && quotation_of_[i] == none &&
                         (article_.token(i + 1).key == "he"_key || article_.token(i + 1).key == "she"_key) &&
                         article_.token(i + 2).tag == Tag::verb && article_.token(i + 2).form == language::Form::past &&
                         cues_.verb(article_.token(i + 2).lemma) != nullptr;
    if (goes_on) return i - 1;
    if (after_comma && token.tag == Tag::cconj && quotation_of_[i] == none && another_acts(cue, i + 1)) return i - 1;
    // "..., he said; the others": whose it all is.
    const bool told = after_comma && token.tag == Tag::pron && i + 2 < end && article_.token(i + 1).tag == Tag::verb &&
                      cues_.verb(article_.token(i + 1).lemma) != nullptr && article_.words(article_.token(i + 2).span) == ";";
    if (told) return i - 1;
    // "... and said", "...; the others": another report, another sentence.
    const bool finite = token.form == language::Form::past || token.form == language::Form::present;
    const bool tells_that =  // "and demanded that", whatever form it was taken for
        token.form == language::Form::past_participle && i + 1 < end && article_.token(i + 1).key == "that"_key;
    const std::uint32_t joins = article_.token(i - 1).key == "also"_key && i > from + 1 ? i - 2 : i - 1;  // "but also praised the pledge"
    const bool other_report =
        article_.token(joins).tag == Tag::cconj && token.tag == Tag::verb && (finite || tells_that) && cues_.verb(token.lemma) != nullptr;
    if (other_report) return joins > from && article_.words(article_.token(joins - 1).span) == "," ? joins - 1 : joins;
    if (quotation_of_[i] == none && article_.words(token.span) == ";") return i;
  }
  return end;
}

// "..., as they called for aid", "..., as members warned that": another report beside this one.
bool Contents::reports_beside(std::uint32_t as, std::uint32_t end) const {
  constexpr std::uint32_t reach = 5;
  for (std::uint32_t i = as + 1; i < end && i < as + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct || token.tag == Tag::aux || quotation_of_[i] != none) return false;
    if (token.tag == Tag::verb) return i > as + 1 && token.form == language::Form::past && cues_.verb(token.lemma) != nullptr;
  }
  return false;
}

// "said it would stay, and Oman recalled its envoy", "said that it did not pay, and Oman has kept the ship": what another did, where the
// tree hangs it beside the report or the tense is no longer that of what was said.
bool Contents::another_acts(std::uint32_t cue, std::uint32_t subject) const {
  constexpr std::uint32_t longest = 6;
  const std::uint32_t end = context_.sentence_end(cue);
  std::uint32_t finite = subject;
  bool named = false;
  for (; finite < end && finite < subject + longest; ++finite) {
    const Token& token = article_.token(finite);
    if (token.tag == Tag::aux || token.tag == Tag::verb) break;
    if (token.tag == Tag::punct || token.tag == Tag::sconj || token.key == "that"_key) return false;
    named = named || token.tag == Tag::noun || token.tag == Tag::propn;
  }
  if (!named || finite >= end || finite >= subject + longest) return false;
  const Token& verb = article_.token(finite);
  if (verb.tag == Tag::verb && verb.form != language::Form::past && verb.form != language::Form::present) return false;
  if (verb.tag == Tag::verb && verb.head == cue && verb.relation == Relation::conj) return true;
  // Reported in the past: "said that it did not pay".
  if (article_.token(cue).form != language::Form::past || verb.form != language::Form::present) return false;
  for (std::uint32_t i = cue + 1; i + 2 < subject; ++i) {
    const Token& token = article_.token(i);
    if (token.tag != Tag::aux && token.tag != Tag::verb) continue;
    if (token.form == language::Form::past || token.key == "would"_key || token.key == "could"_key) return true;
    if (token.form == language::Form::present || token.form == language::Form::modal) return false;
  }
  return false;
}

}  // namespace khabar::claims
