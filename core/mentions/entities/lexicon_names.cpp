// Names that lexicons hold, where they are written as names.
#include <algorithm>

#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;

// Readings of one spelling, likelier first: "Jordan" is a country before it is a given name, "Punjab" a province before a region.
int rank(const Entry& entry) {
  if (entry.has(Entry::user)) return 0;
  switch (entry.what) {
    case Class::country: return 1;
    case Class::demonym: return 2;
    case Class::armed_group:
      if (entry.has(Entry::acronym)) return entry.has(Entry::historic) ? 11 : 5;
      return entry.detail == "alias" ? 7 : 3;  // "People's Liberation Army" is China's before it is a group's other name
    case Class::group_demonym: return 4;
    case Class::organization: return 6;
    case Class::programme: return 7;
    case Class::capital: return 8;
    case Class::subdivision: return 9;
    case Class::place: return 10;
    case Class::place_demonym: return 13;
    case Class::people: return entry.detail.substr(0, 8) == "regional" ? 14 : 12;
    case Class::seat: return 15;
  }
  return 16;
}

EntityType type_of(Class what) {
  switch (what) {
    case Class::country:
    case Class::demonym:
    case Class::seat: return EntityType::country;
    case Class::capital:
    case Class::subdivision:
    case Class::place:
    case Class::place_demonym: return EntityType::place;
    case Class::armed_group:
    case Class::group_demonym: return EntityType::armed_group;
    case Class::organization: return EntityType::organization;
    case Class::programme: return EntityType::programme;
    case Class::people: return EntityType::group_of_people;
  }
  return EntityType::organization;
}

MentionKind kind_of(const Entry& entry) {
  switch (entry.what) {
    case Class::demonym:
    case Class::place_demonym:
    case Class::group_demonym: return MentionKind::demonym;
    case Class::people: return MentionKind::demonym;
    case Class::seat: return MentionKind::metonym;
    default: break;
  }
  if (entry.has(Entry::acronym)) return MentionKind::acronym;
  return entry.has(Entry::short_name) ? MentionKind::short_name : MentionKind::name;
}

bool small_word(Key key) {
  return key == "al"_key || key == "el"_key || key == "the"_key || key == "ul"_key || key == "as"_key || key == "ad"_key ||
         key == "ash"_key || key == "an"_key || key == "de"_key || key == "la"_key || key == "le"_key || key == "e"_key || key == "i"_key;
}

// Is the phrase written as that entry is? Where capitals say nothing, tags and the length of the phrase decide.
bool well_written(const Reading& reading, Range range, const Entry& entry) {
  const Word& first = reading.words[range.first];
  if (first.has(Word::dated)) return false;
  // "Flint, Mich.": with its stop, after a comma
  if (entry.detail == "abbreviation")
    return reading.form(range).back() == '.' && range.first > 0 && reading.words[range.first - 1].key == ","_key;
  // "IBOs" are no Ibos.
  if (range.length() == 1 && first.has(Word::mixed) && entry.what == Class::people && first.writing != Case::upper) return false;
  const bool single = range.length() == 1;
  // "a GAO report" is none of the town's
  if (single && !entry.has(Entry::acronym) && entry.what == Class::place && first.has(Word::capitals) && !first.has(Word::starts) &&
      first.writing == Case::normal && reading.form(range).size() <= 3)
    return false;
  // "K.P. Holm": initials, where a province has them, too
  if (single && entry.has(Entry::acronym) && entry.what == Class::subdivision && reading.form(range).find('.') != std::string_view::npos &&
      range.last < reading.words.size() && reading.words[range.last].has(Word::surname) && reading.words[range.last].has(Word::capital))
    return false;
  const Tag tag = reading.token(range.first).tag;
  const bool proper = tag == Tag::propn;
  if (entry.has(Entry::doubtful) && single && (first.has(Word::starts) || first.writing != Case::normal) && !proper) return false;
  switch (first.writing) {
    case Case::normal:
    case Case::title: {
      if (entry.has(Entry::acronym)) {
        if (!single) return first.has(Word::capital);
        if (first.has(Word::capitals) || first.has(Word::initial) || first.has(Word::digits) || first.has(Word::mixed)) return true;
        // "Unesco"; "Marcos" is a man's name
        return first.has(Word::capital) && reading.form(range).size() >= 4 && proper && !first.has(Word::starts) &&
               !first.has(Word::surname);
      }
      const Word& second = reading.words[std::min(range.first + 1, range.last - 1)];
      const bool capital = first.has(Word::capital) || first.has(Word::digits) || (entry.has(Entry::lower_case) && !single) ||
                           (small_word(first.key) && !single && second.has(Word::capital));
      if (!capital) return false;
      if (!single) {
        const Word& last = reading.words[range.last - 1];
        return last.has(Word::capital) || last.has(Word::digits) || range.length() > 2 || !first.has(Word::starts) || proper;
      }
      if (first.writing == Case::title) return proper || !entry.has(Entry::doubtful);
      if (first.has(Word::starts))
        return proper || tag == Tag::adj || tag == Tag::x || entry.what == Class::country || entry.what == Class::demonym;
      return true;
    }
    case Case::upper:
      if (!single) return true;
      if (entry.has(Entry::acronym)) return proper || (reading.form(range).size() >= 4 && tag != Tag::verb && tag != Tag::adp);
      if (entry.what == Class::country || entry.what == Class::demonym || entry.what == Class::armed_group) return true;
      return proper || tag == Tag::x;
    case Case::lower:
      if (entry.has(Entry::acronym)) return false;
      if (!single) return true;
      return (entry.what == Class::country || entry.what == Class::demonym) ? true : proper && !entry.has(Entry::doubtful);
  }
  return false;
}

// The likeliest entry of a phrase that is written as the text writes it; none where none is.
std::uint32_t best_reading(const Reading& reading, Range range, std::uint32_t entries) {
  std::uint32_t best = none;
  for (std::uint32_t node = entries; node != lexicon::PhraseMap::none; node = reading.lexicon.names.next(node)) {
    const std::uint32_t entry = reading.lexicon.names.payload(node);
    if (!well_written(reading, range, reading.entry(entry))) continue;
    if (best == none || rank(reading.entry(entry)) < rank(reading.entry(best))) best = entry;
  }
  return best;
}

// "Sino" of "Sino-Indian"
bool is_first_of_two(const Reading& reading, Range range, Range sentence) {
  const Words& words = reading.words;
  const std::uint32_t next = range.last;
  if (next >= sentence.last || !words[next].has(Word::joined)) return false;
  const auto match = reading.lexicon.names.longest(next, [&](std::uint32_t i) { return i < sentence.last ? words[i].key : 0; });
  for (std::uint32_t node = match ? match.value : lexicon::PhraseMap::none; node != lexicon::PhraseMap::none;
       node = reading.lexicon.names.next(node)) {
    const Class what = reading.entry(reading.lexicon.names.payload(node)).what;
    if (what == Class::country || what == Class::demonym) return true;
  }
  return false;
}

bool is_ordinal(std::string_view form) {
  if (form.size() < 3 || form.front() < '0' || form.front() > '9') return false;
  const std::string_view end = form.substr(form.size() - 2);
  return end == "st" || end == "nd" || end == "rd" || end == "th";
}

// "600 GB", "the 43rd IB": how much, and a battalion.
bool is_unit(const Reading& reading, std::uint32_t word, std::uint32_t sentence_first, const Entry& entry) {
  if (word == sentence_first || !entry.has(Entry::acronym)) return false;
  const Key key = reading.words[word].key;
  const bool bytes = key == "gb"_key || key == "tb"_key || key == "mb"_key || key == "kb"_key;
  if (bytes && reading.words[word - 1].has(Word::digits)) return true;
  return entry.what == Class::organization && reading.form(word).size() <= 3 && is_ordinal(reading.form(word - 1));
}

void find_phrases(Reading& reading, Range sentence) {
  const Words& words = reading.words;
  const auto key_at = [&](std::uint32_t i) { return i < sentence.last ? words[i].key : 0; };
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (words[i].has(Word::mark)) continue;
    if (const auto match = reading.lexicon.nouns.longest(i, key_at))
      reading.noun_at[i] = {match.length, reading.lexicon.nouns.payload(match.value)};
    if (const auto match = reading.lexicon.titles.longest(i, key_at))
      reading.title_at[i] = {match.length, reading.lexicon.titles.payload(match.value)};
    // A longer name that is not written as one leaves the shorter: "Kenyan army" where the list has "Kenyan Army".
    auto match = reading.lexicon.names.longest(i, key_at);
    Range range{i, i + match.length};
    std::uint32_t best = none;
    while (match && (best = best_reading(reading, range, match.value)) == none && match.length > 1) {
      const std::uint32_t end = range.last - 1;
      match = reading.lexicon.names.longest(i, [&](std::uint32_t w) { return w < end ? words[w].key : 0; });
      range.last = i + match.length;
    }
    if (best == none || (reading.entry(best).detail == "combining" && !is_first_of_two(reading, range, sentence))) continue;
    if (range.length() == 1 && is_unit(reading, i, sentence.first, reading.entry(best))) continue;
    const auto hit = static_cast<std::uint32_t>(reading.hits.size());
    reading.hits.push_back({range, match.value});
    reading.hit_at[i] = hit;
    for (std::uint32_t w = range.first; w < range.last; ++w)
      if (reading.hit_over[w] == none) reading.hit_over[w] = hit;
    const Entry& entry = reading.entry(best);
    // "al-Masri" is a man's name.
    if (match.length == 1 && words[i].has(Word::joined) && i > sentence.first && kind_of(entry) == MentionKind::demonym &&
        (words[i - 1].key == "al"_key || words[i - 1].key == "el"_key))
      continue;
    Candidate candidate;
    candidate.words = range;
    candidate.type = type_of(entry.what);
    candidate.kind = kind_of(entry);
    candidate.entry = best;
    candidate.strength = static_cast<std::int32_t>(20 * range.length() + (entry.has(Entry::user) ? 1000 : 0) +
                                                   (entry.detail == "combining" ? 60 : 0) +  // "Franco-German" is no man
                                                   (entry.has(Entry::doubtful) ? -6
                                                    : range.length() > 1       ? 12
                                                                               : 4));
    reading.candidates.push_back(candidate);
  }
}

}  // namespace

const Noun* Reading::noun_of(std::uint32_t word, NounKind kind) const {
  const Phrase& phrase = noun_at[word];
  if (phrase.length == 0) return nullptr;
  const auto match = lexicon.nouns.longest(word, [&](std::uint32_t i) { return i < word + phrase.length ? words[i].key : 0; });
  for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = lexicon.nouns.next(node))
    if (const Noun& noun = lexicon.noun_values[lexicon.nouns.payload(node)]; noun.kind == kind) return &noun;
  return nullptr;
}

std::uint32_t Reading::entry_of(const Hit& hit, Class what) const {
  for (std::uint32_t node = hit.node; node != lexicon::PhraseMap::none; node = lexicon.names.next(node))
    if (lexicon.entries[lexicon.names.payload(node)].what == what) return lexicon.names.payload(node);
  return none;
}

void find_lexicon_names(Reading& reading) {
  const std::uint32_t n = reading.words.size();
  reading.hit_at.assign(n, none);
  reading.hit_over.assign(n, none);
  reading.noun_at.assign(n, {});
  reading.title_at.assign(n, {});
  for (const Range sentence : reading.words.sentences) find_phrases(reading, sentence);
}

}  // namespace khabar::entities
