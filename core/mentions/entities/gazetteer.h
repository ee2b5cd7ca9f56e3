// Gazetteer: names with what they name, titles, nouns - read from core/mentions/lexicons/*.tsv and the user's own lists.
//
//   names     "Tehrik-i-Taliban Pakistan" -> armed group     "Islamabad" -> place, seat of PK      "Afghan" -> demonym of AF
//   titles    "interior minister" -> office, GOV             "Lt Gen" -> rank, MIL
//   nouns     "ministry" -> organization noun, GOV           "airport" -> facility noun
//   leaders   "Emmanuel Macron", "Macron" -> FR, ELI, 2017 to this day
//   given, surnames: one word each, with a weight
//
// Phrases are keyed without hyphens and without the dots of acronyms, so that "Al-Qaeda" and "Al Qaeda", "U.N." and "UN"
// meet; the text's own words are keyed by the same function (words.h).
#pragma once

#include <khabar/khabar.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/key_map.h"
#include "lexicon/key_set.h"
#include "lexicon/phrases.h"
#include "mentions/entities/entities.h"
#include "mentions/entities/shapes.h"
#include "text/key.h"

namespace khabar::entities {

/// What a row of a lexicon names.
enum class Class : std::uint8_t {
  country,
  demonym,      // "Afghan", "Afghans": of a country
  capital,      // a city that stands for a government where it acts
  seat,         // a house that does: "Kremlin", "White House"
  subdivision,  // first-level: province, state
  place,
  place_demonym,  // "Kashmiri", "European": adjective of a place
  armed_group,
  group_demonym,  // "Talib": member or adjective of an armed group
  organization,
  programme,
  people,  // nationality and ethnic groups, faiths
};

struct Entry {
  std::string_view name;
  std::string_view canonical;  // shared by all spellings of one thing
  std::string_view iso2;       // one code, or some, separated by commas
  std::string_view sector;
  std::string_view detail;  // the row's kind: "city", "river", "alias", "acronym" ...
  text::Key identity = 0;   // equal for all spellings of one thing
  Class what = Class::place;
  std::uint8_t flags = 0;

  enum Flag : std::uint8_t {
    acronym = 1,     // written in capitals: "UN" but not "un"
    lower_case = 2,  // may start with a small letter: "al-Qaeda"
    doubtful = 4,    // also a common word or a person's name: needs more than its capital
    historic = 8,
    several = 16,     // the same spelling stands for things in several countries
    short_name = 32,  // a short form of a longer name
    user = 64,        // from the user's own lexicons
  };
  bool has(Flag flag) const { return (flags & flag) != 0; }
};

enum class TitleKind : std::uint8_t { honorific, rank, office, role, suffix };

struct Title {
  TitleKind kind = TitleKind::role;
  std::string_view sector;
};

/// Somebody who leads or speaks for a state, a body of states or an armed group.
struct Leader {
  std::string_view iso2;              // empty of bodies of states
  std::string_view sector;            // ELI, GOV, MIL, IGO, UAF ...
  std::uint16_t from = 0, until = 0;  // years in office; until 0: still
};

enum class NounKind : std::uint8_t { organization, facility, programme, people };

struct Noun {
  NounKind kind = NounKind::organization;
  std::string_view label;  // sector or class
};

class NameModel;

/// Where a capital stands for its government (metonyms.tsv).
enum class Context : std::uint8_t { subject, object, possession, relation, modifier, hyphen };

/// Nouns that take up an entity named before (nominals.tsv).
enum class NominalKind : std::uint8_t { group, organization, country, place, person, pair };

/// Words that the grammars turn on (name_words.tsv).
enum class WordClass : std::uint8_t {
  state_body,
  body_adjective,
  stands_alone,
  place_after,
  place_before,
  place_of,
  place_at,
  single_facility,
  numbered,
  named_after,
  particle,
  generation,
  no_name,
  no_name_last,
  places_of,
  goes_to,
  takes_place,
  done_to_place,
  reports,
  band,
  group,
  band_kind,
  company,
  drills,
  leads_band,
  body_kind,
  direction,
  of_town,
  kin,
  only_place,
  town_object,
};

/// The maps, filled from tables. Immutable once the Gazetteer is built.
struct Gazetteer::Names {
  Names();
  ~Names();

  std::vector<Entry> entries;
  std::vector<Title> title_values;
  std::vector<Noun> noun_values;
  lexicon::PhraseMap names, titles, nouns;
  std::vector<Leader> leader_values;
  lexicon::PhraseMap leaders, lone_leaders;  // by the full name; by what papers call nobody else
  lexicon::KeySet leader_words;              // such names that are words, too: "Bush"
  struct Person {
    std::uint16_t given = 0, surname = 0;  // weights; 0: not listed
    std::int8_t sex = 0;                   // of a given name: 1 women's, -1 men's, 0 either or unknown
  };
  lexicon::KeyMap<Person> persons;
  lexicon::KeyMap<std::uint32_t> country_of_code;  // key of the code -> entry of the country's plain name
  lexicon::KeySet metonym_words;                   // chain(context + 1, word)
  lexicon::KeySet name_words;                      // chain(class + 1, word); of two words the key is chain(first, second)
  lexicon::KeySet nominal_words;                   // chain(kind + 1, noun)
  std::unique_ptr<const NameModel> model;
  Shapes shapes;
  std::deque<std::string> owned;  // the user's tables

  /// The country's own name; empty where the code is unknown. O(1).
  std::string_view country_name(std::string_view iso2) const;
};

/// Fills `names` from one table of that kind ("armed_groups" ...); a row that cannot be read becomes a message. O(rows).
void load_lexicon(std::string_view kind, std::string_view tsv, std::string_view file, bool user, Gazetteer::Names& names,
                  std::vector<std::string>& problems);

}  // namespace khabar::entities
