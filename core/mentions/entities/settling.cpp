// Settling: which of several things of one name is meant, by the countries that the article deals with.
//
//   Hyderabad ... Sindh, Pakistan ...    the city in Pakistan      PLA ... Manipur, India ...    the group there
//   a blast in Kasur, Pakistan           what follows the comma says where an unlisted place lies
//   Kenya ... Kenyan ... in Victoria     a name that many towns have lies in no country that the article never tells of
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "mentions/entities/coreference.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

std::string_view code_at(std::string_view codes, std::size_t at) {
  const std::size_t end = codes.find(',', at);
  return codes.substr(at, end == std::string_view::npos ? end : end - at);
}

class Settling {
 public:
  Settling(const Reading& reading, std::vector<Name>& names) : r_(reading), names_(names) {}

  void run() {
    for (const Name& name : names_)
      if (name.type == EntityType::country && name.entry != none) count(r_.entry(name.entry).iso2, 2);
    for (const Name& name : names_)
      if (name.type == EntityType::place && name.entry != none && !ambiguous(name)) count(r_.entry(name.entry).iso2, 1);
    if (counts_.empty()) count_groups();
    for (Name& name : names_) settle(name);
    count_places();
    for (Name& name : names_) people_and_persons(name);
    for (Name& name : names_) band(name);
    for (std::size_t n = 1; n < names_.size(); ++n) unit(names_[n - 1], names_[n]);
    for (Name& name : names_) withdraw(name);
    for (std::uint32_t n = 0; n + 1 < names_.size(); ++n) locate(n);
  }

 private:
  void count(std::string_view codes, std::uint32_t by) {
    if (codes.size() == 2) counts_[text::key_of(codes)] += by;
  }
  // "Pakistan Taliban ... Punjab": where no land is named, those of the groups that are.
  void count_groups() {
    for (const Name& name : names_)
      if (name.type == EntityType::organization && name.entry != none && !is_private_body(r_, name) && !ambiguous(name))
        count(r_.entry(name.entry).iso2, 1);
    for (const Name& name : names_)
      if (name.type == EntityType::armed_group && name.entry != none && !ambiguous(name)) count(first_code(r_.entry(name.entry).iso2), 1);
  }
  // How often each listed place is named, and the country that is told of most.
  void count_places() {
    for (const Name& name : names_)
      if (name.type == EntityType::place && name.entry != none && !ambiguous(name)) ++own_[name.entry];
    for (const auto& [code, count] : counts_) most_ = std::max(most_, count);
  }
  std::uint32_t told(std::string_view codes) const {
    std::uint32_t most = 0;
    for (std::size_t at = 0; at < codes.size(); at += 3) {
      const auto found = counts_.find(text::key_of(code_at(codes, at)));
      if (found != counts_.end()) most = std::max(most, found->second);
    }
    return most;
  }
  static bool same_kind(Class a, Class b) {
    const auto area = [](Class c) { return c == Class::subdivision || c == Class::place; };
    const auto body = [](Class c) { return c == Class::armed_group || c == Class::organization; };
    return a == b || (area(a) && area(b)) || (body(a) && body(b));
  }
  std::uint32_t hit_of(const Name& name) const {
    const std::uint32_t hit = r_.hit_at[name.words.first];
    return hit != none && r_.hits[hit].words.last == name.words.last ? hit : none;
  }
  bool ambiguous(const Name& name) const {
    const std::uint32_t hit = hit_of(name);
    if (hit == none) return false;
    const std::string_view code = r_.entry(name.entry).iso2;
    for (std::uint32_t node = r_.hits[hit].node; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node))
      if (r_.entry(r_.lexicon.names.payload(node)).iso2 != code) return true;
    return false;
  }

  void settle(Name& name) const {
    if (name.entry == none ||
        (name.type != EntityType::place && name.type != EntityType::armed_group && name.type != EntityType::organization))
      return;
    const std::uint32_t hit = hit_of(name);
    if (hit == none || r_.entry(name.entry).has(Entry::user)) return;
    const Class what = r_.entry(name.entry).what;
    std::uint32_t best = told(r_.entry(name.entry).iso2);
    for (std::uint32_t node = r_.hits[hit].node; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node)) {
      const std::uint32_t index = r_.lexicon.names.payload(node);
      if (!same_kind(r_.entry(index).what, what) || told(r_.entry(index).iso2) <= best) continue;
      // Florida of a state that is told of, not a town of another.
      if (what == Class::subdivision && best != 0 && r_.entry(index).what == Class::place) continue;
      best = told(r_.entry(index).iso2);
      name.entry = index;
      if (r_.entry(index).what == Class::armed_group) name.type = EntityType::armed_group;
      if (r_.entry(index).what == Class::organization) name.type = EntityType::organization;
    }
  }

  // "the Hazara minority" is a people, whatever district has its name; who is 76 is no town ("her mother Miri, 76, said").
  void people_and_persons(Name& name) const {
    if (name.type != EntityType::place || name.entry == none || name.words.length() != 1) return;
    const auto key = [&](std::uint32_t i) {
      return i < r_.words.size() && r_.token(i).sentence == r_.token(name.words.first).sentence ? r_.words[i].key : Key{0};
    };
    const std::uint32_t after = name.words.last;
    const std::uint32_t hit = hit_of(name);
    const std::uint32_t people = hit == none ? none : r_.entry_of(r_.hits[hit], Class::people);
    switch (key(after)) {
      case "minority"_key:
      case "community"_key:
      case "communities"_key:
      case "people"_key:
      case "tribe"_key:
      case "tribesmen"_key:
      case "men"_key:
      case "women"_key:
      case "civilians"_key:
      case "leaders"_key:
        if (people == none) return;
        name.type = EntityType::group_of_people;
        name.entry = people;
        return;
      default: break;
    }
    const bool relative = name.words.first > 0 && is_relative(key(name.words.first - 1));
    const std::string_view number = after + 2 < r_.words.size() ? r_.form(after + 1) : std::string_view();
    const bool aged = key(after) == ","_key && number.size() == 2 && number[0] >= '1' && number[0] <= '9' && number[1] >= '0' &&
                      number[1] <= '9' && (key(after + 2) == ","_key || key(after + 2) == "."_key);
    if (!relative || !aged) return;
    name.type = EntityType::person;
    name.kind = MentionKind::name;
    name.entry = none;
  }
  static bool is_relative(Key key) {
    return key == "mother"_key || key == "father"_key || key == "wife"_key || key == "husband"_key || key == "son"_key ||
           key == "daughter"_key || key == "brother"_key || key == "sister"_key || key == "cousin"_key || key == "uncle"_key ||
           key == "aunt"_key || key == "grandmother"_key || key == "grandfather"_key || key == "widow"_key;
  }

  // "The Santa Rosa de Lima gang", "the Red Star militia": its name, not a place's; of a town that the lists know it may be the town's.
  void band(Name& name) const {
    const std::uint32_t first = name.words.first, after = name.words.last;
    if (first == 0 || after >= r_.words.size() || r_.token(after).sentence != r_.token(first).sentence) return;
    const Key kind = r_.words[after].key;
    const bool cartel = kind == "cartel"_key || kind == "mafia"_key;
    if (!cartel && kind != "gang"_key && kind != "militia"_key && kind != "syndicate"_key) return;
    if (r_.words[first - 1].key != "the"_key && r_.words[first - 1].key != "'s"_key) return;
    const bool unlisted = name.entry == none && name.type == EntityType::place;
    const bool place = name.type == EntityType::place && cartel;
    if (!unlisted && !place && name.type != EntityType::organization) return;
    if (name.type == EntityType::organization && name.entry != none) return;
    name.type = EntityType::armed_group;
    name.entry = none;
  }

  // "The FMLN's Eastern Front": of a group's own.
  void unit(const Name& owner, Name& name) const {
    if (owner.type != EntityType::armed_group || name.type != EntityType::organization || name.entry != none || name.definition != none)
      return;
    const std::uint32_t between = owner.words.last;
    if (name.words.first < between + 1 || name.words.first > between + 2) return;
    if (r_.words[between].key != "'s"_key && r_.words[between].key != "'"_key) return;
    if (name.words.first == between + 2 && r_.token(between + 1).tag != language::Tag::adj && !r_.words[between + 1].has(Word::digits))
      return;
    for (std::uint32_t i = name.words.first; i < name.words.last; i += std::max(r_.noun_at[i].length, 1u)) {
      const Noun* noun = r_.noun_of(i, NounKind::organization);
      if (noun != nullptr && (noun->label == "MIL" || noun->label == "UAF" || noun->label == "ARMED?")) name.type = EntityType::armed_group;
    }
  }

  // A town's name that is a word, a person's or several towns', where the article deals with one country and not with the town's.
  void withdraw(Name& name) {
    if (is_party_abroad(name) || is_body_abroad(name)) name.entry = none;
    if (is_anothers(name) || (name.definition != none && anothers_.count(name.definition) != 0)) {
      if (name.definition != none) anothers_.insert(name.definition);
      name.entry = none;
      name.type = EntityType::organization;
    }
    if (name.type != EntityType::place || name.entry == none) return;
    const Entry& entry = r_.entry(name.entry);
    if (entry.what != Class::place || entry.has(Entry::user) || entry.iso2.size() != 2) return;
    if (!entry.has(Entry::doubtful) && !entry.has(Entry::several) && !is_of_many_lands(name)) return;
    const auto own = own_.find(name.entry);  // what its own names add to what is told of the country
    if (most_ >= clear && told(entry.iso2) <= (own == own_.end() ? 0 : own->second)) name.entry = none;
  }

  // "San Pablo", "El Limon": towns of a dozen countries, of which a list holds the largest.
  bool is_of_many_lands(const Name& name) const {
    if (name.words.length() < 2) return false;
    switch (r_.words[name.words.first].key) {
      case "san"_key:
      case "santa"_key:
      case "santo"_key:
      case "el"_key:
      case "la"_key:
      case "las"_key:
      case "los"_key: return true;
      default: return false;
    }
  }

  // Who has it: "Norway's X", "X of Norway".
  std::uint32_t owner_of(const Name& name) const {
    const std::uint32_t first = name.words.first, last = name.words.last;
    if (first > 1 && r_.words[first - 1].key == "'s"_key) return r_.hit_over[first - 2];
    if (last + 1 < r_.words.size() && r_.words[last].key == "of"_key && r_.hit_is(r_.hit_at[last + 1], Class::country))
      return r_.hit_at[last + 1];
    return none;
  }

  // "Guinea's CNRD", where the list's is Rwanda's; "Norway's Joint Roads Staff", where it is El Salvador's.
  bool is_anothers(const Name& name) const {
    if (name.entry == none) return false;
    const Entry& entry = r_.entry(name.entry);
    const std::uint32_t owner = owner_of(name);
    if (owner == none || entry.has(Entry::user)) return false;
    // "Norway's Security Council" is not the United Nations'
    if (entry.sector == "IGO" && r_.hit_is(owner, Class::country) && is_generic(name)) return true;
    if (entry.iso2.empty()) return false;
    const bool of_state = entry.what == Class::organization && (entry.sector == "GOV" || entry.sector == "MIL" || entry.sector == "COP" ||
                                                                entry.sector == "SPY" || entry.sector == "JUD" || entry.sector == "LEG");
    if (!of_state && !(name.kind == MentionKind::acronym && (entry.what == Class::armed_group || entry.what == Class::organization)))
      return false;
    std::uint32_t state = r_.entry_of(r_.hits[owner], Class::country);
    if (state == none) state = r_.entry_of(r_.hits[owner], Class::capital);
    if (state == none) state = r_.entry_of(r_.hits[owner], Class::organization);  // "the Syrian Interior Ministry's ..."
    if (state != none && r_.entry(state).iso2.size() != 2) return false;
    return state != none && entry.iso2.find(r_.entry(state).iso2) == std::string_view::npos;
  }

  // "The opposition PDP" in an article about a country that has one which no list knows, and none of the list's.
  bool is_party_abroad(const Name& name) const {
    if (name.type != EntityType::organization || name.entry == none || name.definition != none) return false;
    const Entry& entry = r_.entry(name.entry);
    return entry.sector == "PTY" && entry.detail == "acronym" && !entry.has(Entry::user) && entry.iso2.size() == 2 && !counts_.empty() &&
           told(entry.iso2) == 0;
  }

  // "The National Guard" of a country that the lists do not tell of, where they know those of others.
  bool is_body_abroad(const Name& name) const {
    if (name.type != EntityType::organization || name.entry == none || name.definition != none || counts_.empty()) return false;
    const Entry& entry = r_.entry(name.entry);
    if (entry.iso2.size() != 2 || entry.has(Entry::user) || told(entry.iso2) != 0 || hit_of(name) == none) return false;
    return ambiguous(name) || (most_ >= clear && is_generic(name));
  }
  // "The National Security Council": such a body has every state.
  bool is_generic(const Name& name) const {
    if (name.words.length() < 2) return false;
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) {
      const Key key = r_.words[i].key;
      if (!r_.is(key, WordClass::body_adjective) && !r_.is(key, WordClass::state_body) && key != "of"_key && key != "council"_key &&
          key != "court"_key && key != "agency"_key && key != "commission"_key && key != "guard"_key && key != "bank"_key &&
          key != "service"_key)
        return false;
    }
    return true;
  }

  // "Kasur, Pakistan", "Kasur in Punjab"
  void locate(std::uint32_t n) {
    Name& name = names_[n];
    const Name& next = names_[n + 1];
    if ((name.type != EntityType::place && name.type != EntityType::facility) || next.words.first != name.words.last + 1) return;
    const Key between = r_.words[name.words.last].key;
    if (between != ","_key && between != "in"_key) return;
    if (next.entry == none || (next.type != EntityType::country && next.type != EntityType::place) || next.kind == MentionKind::demonym)
      return;
    const Entry& where = r_.entry(next.entry);
    if (where.what != Class::country && where.what != Class::subdivision) return;
    // "Swat, Punjab and Sindh" is a list.
    if (between == ","_key && next.words.last < r_.words.size()) {
      const Key after = r_.words[next.words.last].key;
      if (after == "and"_key || after == "or"_key || after == "&"_key) return;
    }
    if (name.entry == none) {
      name.owner = n + 1;
      return;
    }
    const std::uint32_t hit = hit_of(name);
    if (hit == none || r_.entry(name.entry).iso2 == where.iso2) return;
    const std::uint32_t before = name.entry;
    for (std::uint32_t node = r_.hits[hit].node; node != lexicon::PhraseMap::none; node = r_.lexicon.names.next(node)) {
      const std::uint32_t index = r_.lexicon.names.payload(node);
      if (same_kind(r_.entry(index).what, r_.entry(name.entry).what) && r_.entry(index).iso2 == where.iso2) name.entry = index;
    }
    // "Victoria, Kiambu": another place of that name than those that are listed.
    const bool elsewhere = r_.entry(before).what == Class::place && told(where.iso2) > told(r_.entry(before).iso2);
    if (name.entry == before && between == ","_key && elsewhere && !r_.entry(before).has(Entry::user)) {
      name.entry = none;
      name.owner = n + 1;
    }
  }

  static constexpr std::uint32_t clear = 4;  // a country named twice

  const Reading& r_;
  std::vector<Name>& names_;
  std::unordered_map<Key, std::uint32_t> counts_;         // of each country
  std::unordered_map<std::uint32_t, std::uint32_t> own_;  // of each listed place
  std::uint32_t most_ = 0;                                // of counts_
  std::unordered_set<std::uint32_t> anothers_;            // definitions of bodies that are not those of the lists
};

}  // namespace

void settle_names(const Reading& reading, std::vector<Name>& names) { Settling(reading, names).run(); }

}  // namespace khabar::entities
