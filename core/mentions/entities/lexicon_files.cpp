// Reads the columns of each kind of lexicon into the Gazetteer's maps.
#include <algorithm>
#include <cstdlib>

#include "language/tokens.h"
#include "lexicon/table.h"
#include "mentions/entities/gazetteer.h"
#include "mentions/entities/words.h"
#include "text/utf8.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using lexicon::Table;

// What a name looks like: its words' keys, and whether it is written in capitals or starts small.
struct Spelling {
  std::vector<text::Key> keys;
  bool acronym = false;
  bool lower_case = false;
};

// `tokens` is scratch; `spelling` keeps what memory it has.
void spell(std::string_view name, std::vector<language::Token>& tokens, Spelling& spelling) {
  spelling.keys.clear();
  if (!language::append_plain_keys(name, spelling.keys)) {
    tokens.clear();
    language::append_tokens(name, {0, static_cast<std::uint32_t>(name.size())}, false, tokens);
    for (const language::Token& token : tokens) {
      if (token.key == "-"_key) continue;
      spelling.keys.push_back(name_key(name, token));
    }
  }
  constexpr std::size_t longest_acronym = 8;  // bytes
  spelling.acronym = false;
  if (name.size() <= longest_acronym) {
    bool lower = false, upper = false;
    for (std::size_t at = 0; at < name.size();) {
      const text::Decoded d = text::decode(name, at);
      at += d.length;
      if (text::is_upper(d.code)) {
        upper = true;
      } else if (text::is_letter(d.code)) {
        lower = true;
      }
    }
    spelling.acronym = upper && !lower;
  }
  spelling.lower_case = !name.empty() && !text::is_upper(text::decode(name, 0).code);
}

int weight_of(std::string_view cell) {
  int value = 0;
  for (char c : cell) {
    if (c < '0' || c > '9') return -1;
    value = std::min(value * 10 + (c - '0'), 65535);
  }
  return cell.empty() ? 1 : value;
}

class Loader {
 public:
  Loader(std::string_view kind, const Table& table, std::string_view file, bool user, Gazetteer::Names& names,
         std::vector<std::string>& problems)
      : kind_(kind), table_(table), file_(file), user_(user), names_(names), problems_(problems) {}

  void run() {
    if (kind_ == "weapons") return;  // read by the facts rooms
    const bool noun = kind_.size() > 6 && kind_.substr(kind_.size() - 6) == "_nouns";
    first_ = table_.column(noun ? "noun" : kind_ == "titles" ? "phrase" : "name");
    if (first_ == Table::npos) {
      if (!table_.rows().empty()) problem(1, "no column \"" + std::string(noun ? "noun" : kind_ == "titles" ? "phrase" : "name") + "\"");
      return;
    }
    row_kind_ = table_.column("kind");
    canonical_ = table_.column("canonical");
    iso2_ = table_.column("iso2");
    sector_ = table_.column("sector");
    status_ = table_.column("status");
    weight_ = table_.column("weight");
    gender_ = table_.column("gender");
    class_ = table_.column("class");
    short_ = table_.column("short");
    from_ = table_.column("from");
    until_ = table_.column("until");
    add_rows(noun                                            ? &Loader::add_noun
             : kind_ == "titles"                             ? &Loader::add_title
             : kind_ == "given_names" || kind_ == "surnames" ? &Loader::add_person
             : kind_ == "leaders"                            ? &Loader::add_leader
                                                             : &Loader::add_name);
  }

 private:
  // What is done for a row of each kind, the loop over rows and what comes before it stay apart: compiled small (WebAssembly), they are
  // compiled soon.
  [[gnu::noinline]] void add_rows(void (Loader::*add)(const lexicon::Row&)) {
    for (const lexicon::Row& row : table_.rows()) {
      if (row[first_].empty()) {
        problem(row.line, "the first cell is empty");
      } else {
        (this->*add)(row);
      }
    }
  }
  // Until the next call.
  const Spelling& spelling_of(std::string_view name) {
    spell(name, tokens_, spelling_);
    return spelling_;
  }

  void problem(std::uint32_t line, std::string_view what) {
    problems_.push_back(std::string(file_) + ":" + std::to_string(line) + ": " + std::string(what));
  }

  [[gnu::noinline]] void add_noun(const lexicon::Row& row) {
    NounKind kind = NounKind::organization;
    if (kind_ == "facility_nouns") kind = NounKind::facility;
    if (kind_ == "programme_nouns") kind = NounKind::programme;
    if (kind_ == "people_nouns") kind = NounKind::people;
    const Spelling& spelling = spelling_of(row[first_]);
    if (spelling.keys.empty()) return problem(row.line, "no word in the first cell");
    names_.nouns.add(spelling.keys, static_cast<std::uint32_t>(names_.noun_values.size()));
    names_.noun_values.push_back({kind, row[kind == NounKind::organization ? sector_ : class_]});
  }

  [[gnu::noinline]] void add_title(const lexicon::Row& row) {
    const std::string_view kind = row[row_kind_];
    Title title{TitleKind::role, row[sector_]};
    if (kind == "honorific") {
      title.kind = TitleKind::honorific;
    } else if (kind == "rank") {
      title.kind = TitleKind::rank;
    } else if (kind == "office") {
      title.kind = TitleKind::office;
    } else if (kind == "suffix") {
      title.kind = TitleKind::suffix;
    } else if (kind != "role") {
      return problem(row.line, "kind must be honorific, rank, office, role or suffix, not \"" + std::string(kind) + "\"");
    }
    const Spelling& spelling = spelling_of(row[first_]);
    if (spelling.keys.empty()) return problem(row.line, "no word in the first cell");
    names_.titles.add(spelling.keys, static_cast<std::uint32_t>(names_.title_values.size()));
    // Lists of given names hold titles too ("Ambassador"): a rank or office is no given name.
    if (spelling.keys.size() == 1 && (title.kind == TitleKind::rank || title.kind == TitleKind::office))
      if (auto* person = names_.persons.find(spelling.keys.front())) person->given = 0;
    names_.title_values.push_back(title);
  }

  [[gnu::noinline]] void add_leader(const lexicon::Row& row) {
    const int from = weight_of(row[from_]), until = row[until_].empty() ? 0 : weight_of(row[until_]);
    if (from < 0 || until < 0) return problem(row.line, "from and until must be years");
    const auto index = static_cast<std::uint32_t>(names_.leader_values.size());
    names_.leader_values.push_back({row[iso2_], row[sector_], static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(until)});
    if (const Spelling& full = spelling_of(row[first_]); !full.keys.empty()) names_.leaders.add(full.keys, index);
    std::string_view lone_name = row[short_];
    const bool word = !lone_name.empty() && lone_name.back() == '?';
    if (word) lone_name.remove_suffix(1);
    if (lone_name.empty()) return;
    const Spelling& lone = spelling_of(lone_name);
    if (lone.keys.empty()) return;
    names_.lone_leaders.add(lone.keys, index);
    if (word) names_.leader_words.insert(lone.keys.front());
  }

  [[gnu::noinline]] void add_person(const lexicon::Row& row) {
    const int weight = weight_of(row[weight_]);
    if (weight < 0) return problem(row.line, "weight must be a whole number");
    for (const text::Key key : spelling_of(row[first_]).keys) {
      Gazetteer::Names::Person& person = names_.persons[key];
      std::uint16_t& slot = kind_ == "surnames" ? person.surname : person.given;
      slot = std::max(slot, static_cast<std::uint16_t>(std::max(weight, 1)));
      const std::string_view gender = row[gender_];
      if (gender == "f" || gender == "m") person.sex = gender == "f" ? 1 : -1;
    }
  }

  // What rows of this kind of lexicon name: things, and those whose own kind is a demonym. False where there is no such kind.
  bool set_classes() {
    static constexpr struct {
      std::string_view kind;
      Class thing, demonym;
    } classes[] = {{"countries", Class::country, Class::demonym},
                   {"subdivisions", Class::subdivision, Class::place_demonym},
                   {"places", Class::place, Class::place_demonym},
                   {"armed_groups", Class::armed_group, Class::group_demonym},
                   {"organizations", Class::organization, Class::organization},
                   {"programmes", Class::programme, Class::programme},
                   {"peoples", Class::people, Class::people}};
    for (const auto& of : classes) {
      if (of.kind != kind_) continue;
      thing_ = of.thing;
      demonym_ = of.demonym;
      return true;
    }
    return false;
  }

  Class class_of(std::string_view detail) const {
    if (detail.size() >= 7 && (detail == "demonym" || detail == "demonym-plural" || detail == "combining")) return demonym_;
    if (thing_ == Class::country) {
      if (detail == "capital") return Class::capital;
      if (detail == "metonym") return Class::seat;
    }
    return thing_;
  }

  // Our own tables name it by the row above where they can (tools/pack.py).
  std::string_view canonical_of(const lexicon::Row& row) {
    const std::string_view cell = row[canonical_];
    if (user_ || cell != "^") above_ = cell.empty() ? row[first_] : cell;
    return above_;
  }

  // Rows that say the same stand together.
  text::Key key_of(std::string_view canonical) {
    if (canonical != last_canonical_) {
      last_canonical_ = canonical;
      last_key_ = text::key_of(canonical);
    }
    return last_key_;
  }

  // Are the words but the last a country's name or adjective?
  bool of_state(const std::vector<text::Key>& keys) const {
    const auto match = names_.names.longest(0, [&](std::uint32_t i) { return i + 1 < keys.size() ? keys[i] : 0; });
    if (match.length + 1 != keys.size()) return false;
    const Class what = names_.entries[names_.names.payload(match.value)].what;
    return what == Class::country || what == Class::demonym;
  }

  [[gnu::noinline]] void add_name(const lexicon::Row& row) {
    Entry entry;
    entry.name = row[first_];
    entry.detail = row[row_kind_];
    entry.iso2 = row[iso2_];
    entry.sector = row[sector_];
    entry.canonical = canonical_of(row);
    if (!known_) return problem(row.line, "unknown kind of lexicon \"" + std::string(kind_) + "\"");
    entry.what = class_of(entry.detail);
    const Spelling& spelling = spelling_of(entry.name);
    if (spelling.keys.empty()) return problem(row.line, "no word in the first cell");
    // "The Kenyan government" is Iraq where it acts, not a body of its own.
    if (!user_ && entry.what == Class::organization && spelling.keys.size() > 1 && spelling.keys.back() == "government"_key &&
        of_state(spelling.keys))
      return;
    const bool of_country =
        entry.what == Class::country || entry.what == Class::demonym || entry.what == Class::capital || entry.what == Class::seat;
    if (of_country && entry.iso2.size() < 2) return problem(row.line, "a country needs its two-letter code");
    if (spelling.acronym || entry.detail == "acronym") entry.flags |= Entry::acronym;
    if (spelling.lower_case) entry.flags |= Entry::lower_case;
    if (!entry.detail.empty() && entry.detail.back() == '?') {
      entry.flags |= Entry::doubtful;
      entry.detail.remove_suffix(1);
    }
    if (entry.detail == "short") entry.flags |= Entry::short_name;
    if (row[status_] == "historic") entry.flags |= Entry::historic;
    if (user_) entry.flags |= Entry::user;
    switch (entry.what) {  // countries by their code, everything else by the name that its spellings share
      case Class::country:
      case Class::demonym: entry.identity = text::chain("country"_key, key_of(entry.iso2)); break;
      case Class::subdivision:
      case Class::place:
      case Class::capital:
      case Class::seat: entry.identity = text::chain("place"_key, key_of(entry.canonical)); break;
      case Class::place_demonym:
      case Class::armed_group:
      case Class::group_demonym:
      case Class::organization:
      case Class::programme:
      case Class::people: entry.identity = text::chain(kind_key_, key_of(entry.canonical)); break;
    }
    const auto index = static_cast<std::uint32_t>(names_.entries.size());
    if (entry.what == Class::country && entry.detail == "name") names_.country_of_code.add(text::key_of(entry.iso2), index);
    names_.names.add(spelling.keys, index);
    names_.entries.push_back(entry);
  }

  std::string_view kind_;
  const Table& table_;
  std::string_view file_;
  bool user_;
  Gazetteer::Names& names_;
  std::vector<std::string>& problems_;
  Class thing_ = Class::place, demonym_ = Class::place;
  std::vector<language::Token> tokens_;
  Spelling spelling_;
  text::Key kind_key_ = text::key_of(kind_);
  bool known_ = set_classes();
  std::string_view above_;  // the canonical name of the row before
  std::string_view last_canonical_;
  text::Key last_key_ = text::key_of({});
  std::size_t first_ = 0, row_kind_ = 0, canonical_ = 0, iso2_ = 0, sector_ = 0, status_ = 0, weight_ = 0, gender_ = 0, class_ = 0;
  std::size_t short_ = 0, from_ = 0, until_ = 0;
};

}  // namespace

void load_lexicon(std::string_view kind, std::string_view tsv, std::string_view file, bool user, Gazetteer::Names& names,
                  std::vector<std::string>& problems) {
  const Table table(tsv);
  if (kind == "shapes") {
    const std::size_t pattern = table.column("pattern"), type = table.column("type");
    const std::size_t needs = user ? Table::npos : table.column("needs");
    for (const lexicon::Row& row : table.rows()) {
      const std::optional<EntityType> known = entity_type_of(row[type]);
      const std::string wrong =
          known ? names.shapes.add(row[pattern], *known, user, row[needs]) : "no such type of entity: \"" + std::string(row[type]) + "\"";
      if (!wrong.empty()) problems.push_back(std::string(file) + ":" + std::to_string(row.line) + ": " + wrong);
    }
    return;
  }
  Loader(kind, table, file, user, names, problems).run();
}

}  // namespace khabar::entities
