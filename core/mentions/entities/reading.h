// Reading: one article on its way from words to entities, and the names proposed for it.
//
//   lexicon names ─┐
//   grammars ──────┼─► candidates ─► select ─► names ─► coreference ─► entities
//   model ─────────┘
#pragma once

#include <vector>

#include "mentions/entities/gazetteer.h"
#include "mentions/entities/words.h"

namespace khabar::entities {

inline constexpr std::uint32_t none = 0xFFFFFFFFu;

/// A lexicon phrase found in the text, well written.
struct Hit {
  Range words;
  std::uint32_t node = none;  // Names::names' list of entries
};

/// What a noun or title phrase covers.
struct Phrase {
  std::uint32_t length = 0;  // words; 0: none starts here
  std::uint32_t value = 0;   // index into noun_values or title_values
};

/// A proposed name.
struct Candidate {
  Range words;
  EntityType type = EntityType::organization;
  MentionKind kind = MentionKind::name;
  std::uint32_t entry = none;       // of the gazetteer
  std::int32_t strength = 0;        // the stronger of two that overlap stays
  Range role;                       // the title of a person
  std::uint32_t owner = none;       // name that the title belongs to: "TTP" in "TTP spokesman ..." (set by read_roles)
  std::uint32_t definition = none;  // the acronym's definition that it is a side of
};

/// An acronym explained in the text: "Tehrik-i-Taliban Pakistan (TTP)" or "TTP (Tehrik-i-Taliban Pakistan)".
struct Definition {
  Range name, acronym;
};

/// What a grammar adds to a place's or body's strength (20 a word) where it stands although the model overlooks it.
inline constexpr std::int32_t likely_bonus = 18;

/// A name of the text; candidates that stayed, in order, disjoint.
using Name = Candidate;

struct Reading {
  std::string_view text;
  const layout::Layout& layout;
  const language::Language& language;
  const language::Links& links;
  const Gazetteer::Names& lexicon;
  int year = 0;  // of publication; 0: not known
  Words words = {};

  std::vector<Hit> hits = {};                // in order, longest at each start
  std::vector<std::uint32_t> hit_at = {};    // of each word: the hit that starts there, or none
  std::vector<std::uint32_t> hit_over = {};  // of each word: the first hit that covers it, or none
  std::vector<Phrase> noun_at = {}, title_at = {};
  std::vector<Candidate> candidates = {};
  std::vector<Definition> definitions = {};
  lexicon::KeySet common_acronyms = {};  // of things that the text writes small: "an intelligence-based operation (IBO)"

  const language::Token& token(std::uint32_t word) const { return language.tokens[words[word].token]; }
  std::string_view form(std::uint32_t word) const {
    const Span span = token(word).span;
    return text.substr(span.begin, span.length());
  }
  /// Bytes from the first word's first to the last word's last; words.first < words.last.
  Span span(Range range) const { return {token(range.first).span.begin, token(range.last - 1).span.end}; }
  std::string_view form(Range range) const {
    const Span bytes = span(range);
    return text.substr(bytes.begin, bytes.length());
  }
  /// Proposes a name that a grammar found: 20 a word and what the grammar adds.
  Candidate& propose(EntityType type, Range name, std::int32_t bonus) {
    Candidate candidate;
    candidate.words = name;
    candidate.type = type;
    candidate.strength = static_cast<std::int32_t>(20 * name.length()) + bonus;
    return candidates.emplace_back(candidate);
  }
  const Entry& entry(std::uint32_t index) const { return lexicon.entries[index]; }
  /// The noun phrase of that kind that starts at the word; null where there is none.
  const Noun* noun_of(std::uint32_t word, NounKind kind) const;
  /// Its length; 0 where there is none.
  std::uint32_t noun_length(std::uint32_t word, NounKind kind) const { return noun_of(word, kind) == nullptr ? 0 : noun_at[word].length; }
  const Title* title(std::uint32_t word) const {
    return title_at[word].length == 0 ? nullptr : &lexicon.title_values[title_at[word].value];
  }
  /// Does a list of given names or surnames hold one of the words?
  bool person_listed(Range range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words[i].has(Word::given) || words[i].has(Word::surname)) return true;
    return false;
  }
  bool is(Key word, WordClass of) const { return lexicon.name_words.contains(text::chain(static_cast<Key>(of) + 1, word)); }
  /// The entry of that class among those of a hit, the first of them (of towns the largest); none where there is none.
  std::uint32_t entry_of(const Hit& hit, Class what) const;
  bool hit_is(std::uint32_t hit, Class what) const { return hit != none && entry_of(hits[hit], what) != none; }
  bool place_like(std::uint32_t hit) const {
    return hit_is(hit, Class::country) || hit_is(hit, Class::capital) || hit_is(hit, Class::subdivision) || hit_is(hit, Class::place);
  }
};

/// Of "KP,KR" the first.
inline std::string_view first_code(std::string_view codes) { return codes.substr(0, codes.find(',')); }

/// A firm, a paper, a charity that a lexicon lists: of the state's bodies people stand beside.
bool is_private_body(const Reading& reading, const Name& name);

// Each appends to reading.candidates; all are linear in the words.

/// Fills hits, nouns and titles, and proposes the names that lexicons hold.
void find_lexicon_names(Reading& reading);
/// Given names and surnames, words after titles, appositions.
void find_persons(Reading& reading);
/// "Emmanuel Macron", "Macron": who needs no title.
void find_leaders(Reading& reading);
/// "A Biden-Xi call": two, whoever took them for one. O(names).
void part_leaders(const Reading& reading, std::vector<Name>& names);
/// "Ministry of X", "X Police", "Chilean embassy".
void find_organizations(Reading& reading);
/// "the Sentrix ransomware gang", "the rebel group Sarm Front".
void find_bands(Reading& reading);
/// "Halden dam", "Lake Chad", "Swat district", "town of Arvika".
void find_places(Reading& reading);
/// "National Action Plan", "Operation Radd-ul-Fasaad", "Article 243".
void find_programmes(Reading& reading);
void find_shapes(Reading& reading);
/// Acronyms explained in the text; both sides wherever they stand. After the others: it takes the types that they found.
void find_acronyms(Reading& reading);

/// All of the above: reads the words, finds candidates and selects among them. What the model is then shown.
std::vector<Name> propose_names(Reading& reading, std::span<const times::Found> times);
/// Lets the model judge the proposed names and add its own. O(words).
std::vector<Name> judge_names(const Reading& reading, std::vector<Name> names);

/// The same words are the same thing throughout an article. O(words).
void agree_throughout(const Reading& reading, std::vector<Name>& names);
/// Names that nobody proposed, where only places stand or where bodies act. O(words).
void missed_names(const Reading& reading, std::vector<Name>& names);
/// Names taken for persons that are where things are, or what is shelled and captured, or bodies that report. Did one become a
/// place? O(words).
bool lone_names(const Reading& reading, std::vector<Name>& names);
/// Unlisted names that lie in a place are places: "Unguwan Sarm, in Halden". O(names).
void located_places(const Reading& reading, std::vector<Name>& names);
/// Unknown members of a list of places are places. O(names).
void agree_in_lists(const Reading& reading, std::vector<Name>& names);

/// The strongest of those that overlap, in order. O(n log n).
std::vector<Name> select(std::vector<Candidate> candidates, std::uint32_t words);

}  // namespace khabar::entities
