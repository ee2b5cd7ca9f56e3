#include "facts/parties.h"

#include "facts/clauses.h"
#include "lexicon/table.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace khabar::facts {

namespace {

using facts::dependent;
using language::Relation;
using language::Tag;
using mentions::none;
using namespace text::literals;

// The first dependents only, so that a word with a million of them costs no more than another.
std::span<const std::uint32_t> near(const mentions::Article& article, std::uint32_t token) {
  constexpr std::size_t most = 64;
  const std::span<const std::uint32_t> all = article.links.dependents(token);
  return all.first(std::min(all.size(), most));
}

// "Kurdistan Regional Government", "Northern Provincial Council": it deals with the state as others do.
bool is_of_region(const Entity& entity) {
  return entity.type == EntityType::organization &&
         (entity.name.find("Regional ") != std::string::npos || entity.name.find("Provincial ") != std::string::npos);
}

bool acts_for_state(const Entity& entity) {
  const std::string& s = entity.sector;
  if (is_of_region(entity)) return false;
  return s == "GOV" || s == "MIL" || s == "SPY" || s == "JUD" || s == "LEG" || s == "COP";
}

// Does the person speak for more than himself: an official, a politician, one of an armed group or an international body?
bool holds_office(const Entity& entity) {
  const std::string& s = entity.sector;
  return acts_for_state(entity) || is_of_region(entity) || s == "ELI" || s == "PTY" || s == "OPP" || s == "IGO" || s == "NGO" ||
         s == "UAF" || s == "REB";
}

// "Coastal Review", "Halden Times": a paper that no list has.
bool names_paper(std::string_view name) {
  static constexpr std::string_view ends[] = {" Review",  " Times",   " Post",     " News",       " Herald", " Tribune",
                                              " Journal", " Gazette", " Magazine", " Television", " Radio",  " TV"};
  return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return name.ends_with(end); });
}

bool is_actor(const Entity& entity) {
  if (entity.type == EntityType::organization && names_paper(entity.name)) return false;
  return entity.type == EntityType::country || entity.type == EntityType::organization || entity.type == EntityType::armed_group;
}

// "the leadership in Kabul", "the authorities of Iran": those who rule a place.
bool rules(text::Key lemma) {
  static constexpr std::array keys = {"leadership"_key,     "government"_key, "authority"_key, "ruler"_key,     "regime"_key,
                                      "administration"_key, "ministry"_key,   "junta"_key,     "presidency"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_arm_of_state(text::Key lemma) {
  static constexpr std::array keys = {"ministry"_key, "government"_key, "embassy"_key,    "consulate"_key,  "army"_key,
                                      "navy"_key,     "police"_key,     "court"_key,      "parliament"_key, "cabinet"_key,
                                      "military"_key, "forces"_key,     "presidency"_key, "delegation"_key, "service"_key,
                                      "agency"_key,   "guard"_key,      "command"_key,    "directorate"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

}  // namespace

PartyWords::PartyWords() {
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  const std::size_t noun = people.column("noun"), cls = people.column("class");
  // Officials, soldiers, judges act for somebody; who they act for is told by other words.
  static constexpr std::array<std::string_view, 7> acting = {"military",  "police",   "intelligence", "official",
                                                             "political", "diplomat", "judicial"};
  for (const lexicon::Row& row : people.rows()) {
    if (row[noun] == "commander") {  // "the US commander"
      agents_.insert(text::key_of(row[noun]));
      continue;
    }
    if (row[cls] == "militant") armed_.insert(text::key_of(row[noun]));
    if (row[cls] == "military") soldiers_.insert(text::key_of(row[noun]));
    (std::find(acting.begin(), acting.end(), row[cls]) == acting.end() ? people_ : agents_).insert(text::key_of(row[noun]));
  }
  for (const text::Key key : {"demonstrator"_key, "protester"_key, "protestor"_key, "fundamentalist"_key, "islamist"_key, "nationalist"_key,
                              "landowner"_key, "farmer"_key, "activist"_key, "supporter"_key, "opponent"_key, "hacker"_key, "prisoner"_key})
    people_.insert(key);
  const lexicon::Table organizations(lexicon::packed("mentions/lexicons/org_nouns.tsv"));
  for (const lexicon::Row& row : organizations.rows()) agents_.insert(text::key_of(row[organizations.column("noun")]));
  static constexpr std::array more = {
      "leadership"_key,  "cabinet"_key,      "government"_key,     "warship"_key,    "aircraft"_key,    "helicopter"_key, "plane"_key,
      "jet"_key,         "vessel"_key,       "ship"_key,           "drone"_key,      "force"_key,       "delegation"_key, "side"_key,
      "parliament"_key,  "court"_key,        "country"_key,        "nation"_key,     "state"_key,       "neighbour"_key,  "neighbor"_key,
      "movement"_key,    "rebel"_key,        "guerrilla"_key,      "media"_key,      "authority"_key,   "ruler"_key,      "regime"_key,
      "presidency"_key,  "embassy"_key,      "representative"_key, "bloc"_key,       "team"_key,        "police"_key,     "army"_key,
      "navy"_key,        "militia"_key,      "troops"_key,         "troop"_key,      "minister"_key,    "leader"_key,     "party"_key,
      "emir"_key,        "service"_key,      "agency"_key,         "panel"_key,      "mission"_key,     "tribunal"_key,   "committee"_key,
      "monitor"_key,     "investigator"_key, "expert"_key,         "junta"_key,      "counterpart"_key, "chief"_key,      "head"_key,
      "boss"_key,        "speaker"_key,      "chairman"_key,       "chairwoman"_key, "director"_key,    "congress"_key,   "senate"_key,
      "coalition"_key,   "union"_key,        "opposition"_key,     "council"_key,    "commission"_key,  "coastguard"_key, "airforce"_key,
      "gendarmerie"_key, "tribe"_key,        "clan"_key,           "faction"_key,    "republic"_key,    "kingdom"_key,    "emirate"_key};
  for (const text::Key key : more) agents_.insert(key);
  const lexicon::Table countries(lexicon::packed("mentions/lexicons/countries.tsv"));
  const std::size_t name = countries.column("name"), iso = countries.column("iso2"), kind = countries.column("kind");
  for (const lexicon::Row& row : countries.rows())
    if (row[kind] == "capital" || row[kind] == "metonym") {
      capitals_.insert(text::key_of(row[name]));
    } else if (row[kind] == "name" || row[kind] == "demonym" || row[kind] == "acronym" || row[kind] == "alias" || row[kind] == "combining")
      states_.add(text::key_of(row[name]), row[iso]);
  for (const lexicon::Row& row : countries.rows())
    if (row[kind] == "name") names_.add(text::key_of(row[iso]), row[name]);
}

Parties::Parties(const mentions::Article& article, const PartyWords& words) : article_(article), words_(words) {
  const std::vector<Entity>& entities = article.mentions.entities.entities;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    if (entities[i].type == EntityType::country && !entities[i].iso3166.empty())
      countries_.add(text::key_of(entities[i].iso3166), EntityId{i});
  // "Mr. Mora (Peru) said": whom he speaks for
  const auto& tokens = article.language.tokens;
  for (const entities::MentionAt& mention : article.mentions.entities.mentions) {
    constexpr std::uint32_t longest = 6;
    if (entities[mention.entity.index].type != EntityType::person || mention.last + 2 >= tokens.size()) continue;
    if (article.words(tokens[mention.last].span) != "(") continue;
    EntityId state;
    std::uint32_t i = mention.last + 1;
    for (; i < tokens.size() && i < mention.last + longest && article.words(tokens[i].span) != ")"; ++i) {
      const EntityId named = article.entity_at(i);
      if (named.set() && entities[named.index].type == EntityType::country) state = named;
    }
    if (state.set() && i < tokens.size() && article.words(tokens[i].span) == ")") speaks_for_.emplace(mention.entity.index, state);
  }
  const auto& pairs = article.mentions.entities.pairs;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) pairs_.emplace(pairs[i].head, i);
  home_ = home();
}

// The state that the article is about: half of its names are of it, its towns, bodies and groups among them, and twice as many as of any
// other; unset where there is none.
EntityId Parties::home() const {
  constexpr std::size_t few = 5;
  std::unordered_map<std::string_view, std::size_t> counts;
  std::size_t all = 0;
  for (const entities::MentionAt& mention : article_.mentions.entities.mentions) {
    const Entity& it = entity(mention.entity);
    const std::string& iso = it.type == EntityType::country ? it.iso3166 : it.country;
    if (iso.empty() || it.type == EntityType::person || it.sector == "MED") continue;
    ++counts[iso];
    ++all;
  }
  std::size_t first = 0, second = 0;
  std::string_view most;
  for (const auto& [iso, count] : counts) {
    second = std::max(second, std::min(first, count));
    if (count > first) most = iso;
    first = std::max(first, count);
  }
  return first >= few && first * 2 >= all && first >= second * 2 ? country(most) : EntityId{};
}

// "The army", "the government": of the state that the article is about.
bool Parties::is_of_home(std::uint32_t token) const {
  static constexpr std::array keys = {"army"_key,       "military"_key, "government"_key, "navy"_key,
                                      "parliament"_key, "junta"_key,    "cabinet"_key};
  const language::Token& t = article_.token(token);
  if (!home_.set() || t.tag != Tag::noun || std::find(keys.begin(), keys.end(), t.lemma) == keys.end()) return false;
  bool definite = false;
  for (std::uint32_t child : near(article_, token)) {
    const Relation r = article_.token(child).relation;
    definite = definite || (r == Relation::det && article_.token(child).key == "the"_key);
    if (r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss || r == Relation::nmod) return false;
  }
  return definite;
}

EntityId Parties::country(std::string_view iso) const {
  const EntityId* known = countries_.find(text::key_of(iso));
  return known == nullptr ? EntityId{} : *known;
}

Span Parties::span_at(std::uint32_t token) const {
  const language::NounGroup group = article_.links.noun_group(token);
  Range range{std::min(group.first, token), std::max(group.last, token + 1)};
  if (const std::uint32_t m = article_.mentions.mention_of[token]; m != none) {
    range.first = std::min(range.first, article_.mentions.entities.mentions[m].first);
    range.last = std::max(range.last, article_.mentions.entities.mentions[m].last);
  }
  while (range.first < token && article_.mentions.time_of[range.first] != none) ++range.first;       // "Last month Hanoi"
  while (range.last > token + 1 && article_.mentions.time_of[range.last - 1] != none) --range.last;  // "Togo next year"
  return facts::span_of(article_, facts::trimmed(article_, range));
}

std::vector<Party> Parties::of_mention(std::uint32_t token) const {
  const EntityId own = article_.entity_at(token);
  if (!own.set()) return {};
  const bool dollars = token + 1 < article_.language.tokens.size() && article_.words(article_.token(token + 1).span).front() == '$';
  if (dollars && !article_.token(token + 1).has(language::Token::space_before)) return {};  // "US$", not "gave Togo $20"
  const Entity& it = entity(own);
  const bool people = it.type == EntityType::country && is_some_of_a_people(token);
  auto party = [&](EntityId id, EntityId via) {
    return std::vector<Party>{{id, via, token, span_at(token), false, people, false, people}};
  };
  EntityId state = country(it.country);
  bool of_state = acts_for_state(it);
  if (it.type == EntityType::organization && (!state.set() || it.sector.empty())) {  // "Chinese Foreign Ministry", which no lexicon lists
    const entities::MentionAt& mention = article_.mentions.entities.mentions[article_.mentions.mention_of[token]];
    if (!state.set()) state = country(words_.state(article_.token(mention.first).key));
    of_state = of_state || is_arm_of_state(article_.token(mention.last - 1).lemma);
  }
  if (it.type == EntityType::person) {
    if (const auto for_whom = speaks_for_.find(own.index); for_whom != speaks_for_.end()) return party(for_whom->second, own);
    if (!holds_office(it)) return {};  // private persons are no parties
    const bool has_body = it.affiliation.set() && is_actor(entity(it.affiliation));
    const EntityId behind = has_body && acts_for_state(entity(it.affiliation)) ? country(entity(it.affiliation).country) : EntityId{};
    if (behind.set()) return party(behind, own);
    if (has_body) return party(it.affiliation, own);
    if (it.sector == "UAF") return party(own, {});  // a group's leader, who speaks for no state
    if (state.set()) return party(state, own);
    if (const EntityId named = country_beside(token); named.set()) return party(named, own);  // "British Defence Secretary Tom King"
    return party(own, {});                                                                    // an office without a stated country
  }
  if (it.type == EntityType::organization && of_state && state.set()) return {{state, own, token, span_at(token), true, false}};
  if (it.sector == "MED") return {};  // papers and broadcasters report
  if (is_actor(it) || it.type == EntityType::group_of_people) return party(own, {});
  return {};
}

// "British publicist Rob Gold", "Rob Gold, a British publicist": a noun that no list has beside somebody who holds no office.
bool Parties::is_kind_of_private_person(std::uint32_t token) const {
  const language::Token& t = article_.token(token);
  const std::span<const std::uint32_t> children = near(article_, token);
  const auto is_private = [&](std::uint32_t name) {
    const EntityId id = article_.entity_at(name);
    return id.set() && entity(id).type == EntityType::person && !holds_office(entity(id));
  };
  if (t.tag == Tag::propn)
    return is_private(token) && std::none_of(children.begin(), children.end(), [&](std::uint32_t child) {
             return child < token && words_.is_agent(article_.token(child).lemma);
           });
  if (t.tag != Tag::noun || t.form != language::Form::singular || words_.is_agent(t.lemma)) return false;
  if ((t.relation == Relation::compound || t.relation == Relation::appos) && is_private(t.head)) return true;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Relation r = article_.token(child).relation;
    return child == token + 1 && (r == Relation::appos || r == Relation::flat) && is_private(child);
  });
}

// "ethnic Serbs", "some Iranians", "two Russians": people, where "the Russians" may be the state.
bool Parties::is_some_of_a_people(std::uint32_t token) const {
  static constexpr std::array keys = {"some"_key,      "many"_key,   "most"_key,     "several"_key, "few"_key,    "more"_key,
                                      "other"_key,     "ethnic"_key, "ordinary"_key, "young"_key,   "fellow"_key, "these"_key,
                                      "displaced"_key, "local"_key,  "native"_key,   "all"_key};
  const language::Token& t = article_.token(token);
  if (t.form != language::Form::plural) return false;
  const std::span<const std::uint32_t> children = near(article_, token);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    if (child > token) return false;
    const Relation r = article_.token(child).relation;
    const bool says_which = r == Relation::det || r == Relation::amod;
    return r == Relation::nummod || (says_which && std::find(keys.begin(), keys.end(), article_.token(child).key) != keys.end());
  });
}

std::vector<Party> Parties::at(std::uint32_t token) const {
  if (const auto pair = pairs_.find(token); pair != pairs_.end()) {
    const entities::PairAt& both = article_.mentions.entities.pairs[pair->second];
    const Span span = span_at(token);
    std::vector<Party> all = {{both.one, {}, token, span}, {both.other, {}, token, span}};
    if (both.third.set()) all.push_back({both.third, {}, token, span});
    const text::Key key = article_.token(token).key;
    for (Party& party : all) party.meant = !article_.entity_at(token).set() || key == "they"_key;
    return all;
  }
  std::vector<Party> parties = of_mention(token);
  if (parties.size() == 1) add_joined_state(parties, token);
  if (parties.empty() && is_others(token)) return parties;
  if (parties.empty()) parties = of_modifiers(token, true);
  if (!parties.empty() || article_.entity_at(token).set()) return parties;
  if (is_of_home(token)) return {{home_, {}, token, span_at(token), false, false}};
  // "Gen. Prosper Avril": a title that the name hangs on.
  for (std::uint32_t child : near(article_, token))
    if (article_.token(child).relation == Relation::flat && parties.empty()) parties = of_mention(child);
  // "the militia Volta Front": the name right after its kind
  for (std::uint32_t child : near(article_, token))
    if (parties.empty() && article_.token(child).relation == Relation::appos && child == token + 1) parties = of_mention(child);
  // "the government and people of Oman": what the last of them hangs on is the first's too.
  if (parties.empty() && words_.is_agent(article_.token(token).lemma))
    for (std::uint32_t child : near(article_, token)) {
      const language::Token& other = article_.token(child);
      if (child < token || other.relation != Relation::conj || other.tag != Tag::noun || !parties.empty()) continue;
      parties = of_modifiers(child, true);
      for (Party& party : parties) party = {party.entity, party.via, token, span_at(token), false, false};
    }
  return parties;
}

// "Oman's neighbours", "the rivals of Oman": not Oman.
bool Parties::is_others(std::uint32_t token) const {
  static constexpr std::array nouns = {"neighbour"_key, "neighbor"_key, "ally"_key,      "rival"_key,   "enemy"_key,
                                       "foe"_key,       "opponent"_key, "critic"_key,    "backer"_key,  "friend"_key,
                                       "creditor"_key,  "donor"_key,    "adversary"_key, "sponsor"_key, "supporter"_key};
  if (std::find(nouns.begin(), nouns.end(), article_.token(token).lemma) == nouns.end()) return false;
  for (std::uint32_t child : near(article_, token)) {
    const Relation r = article_.token(child).relation;
    if (r == Relation::nmod_poss || (r == Relation::nmod && child > token)) return true;
  }
  return false;
}

// "Chadian and Togolese forces", where the second alone has a name: the first's state, too.
void Parties::add_joined_state(std::vector<Party>& parties, std::uint32_t token) const {
  const std::uint32_t m = article_.mentions.mention_of[token];
  if (m == none || entity(article_.entity_at(token)).type != EntityType::organization) return;
  const entities::MentionAt& mention = article_.mentions.entities.mentions[m];
  for (std::uint32_t child : near(article_, token)) {
    const EntityId id = child < mention.first ? article_.entity_at(child) : EntityId{};
    if (!id.set() || entity(id).type != EntityType::country || article_.token(child).relation != Relation::amod) continue;
    for (std::uint32_t other : near(article_, child))
      if (other >= mention.first && other < mention.last && article_.token(other).relation == Relation::conj) {
        parties.insert(parties.begin(), Party{id, {}, token, parties.front().span, false, false});
        return;
      }
  }
}

std::vector<Party> Parties::before(std::uint32_t token) const { return of_modifiers(token, false); }

std::vector<Party> Parties::of_modifiers(std::uint32_t token, bool after) const {
  std::vector<Party> parties;
  const language::Token& head = article_.token(token);
  if (head.tag != Tag::noun && head.tag != Tag::propn) return parties;
  // "Omani rebels" are no more the state than Omani students are.
  const bool rebels = head.lemma == "rebel"_key || head.lemma == "insurgent"_key || head.lemma == "guerrilla"_key ||
                      head.lemma == "separatist"_key || head.lemma == "militant"_key;
  const bool people = rebels || is_people(token, 0) || is_kind_of_private_person(token);
  Span words = span_at(token);
  auto add = [&](EntityId id, EntityId via) {
    if (std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.entity == id; })) return;
    parties.push_back({id, via, token, words, false, people, people && (rebels || words_.is_armed(head.lemma))});
  };
  auto add_at = [&](std::uint32_t at) {
    // "a deal with Togo next year": the tree has a year of Togo
    if (article_.mentions.time_of[token] != none) words = span_at(at);
    // "Togo, Benin leaders": the words of both
    if (at < token && article_.token(at).sentence == head.sentence && article_.entity_at(at).set())
      words.begin = std::min(words.begin, article_.token(at).span.begin);
    const EntityId id = article_.entity_at(at);
    if (!id.set()) return;
    if (const auto [one, other] = compound_of(at); one.set() && other.set()) {
      add(one, {});
      return add(other, {});
    }
    const EntityType type = entity(id).type;
    if (is_actor(entity(id)) || (type == EntityType::group_of_people && words_.is_agent(head.lemma))) return add(id, {});
    if (type == EntityType::person && at < token && rules(head.lemma) && holds_office(entity(id))) {  // "the Lula government"
      const EntityId state = country(entity(id).country);
      return state.set() ? add(state, id) : add(id, {});
    }
    if (type != EntityType::place || !rules(head.lemma)) return;
    if (const EntityId state = country(entity(id).country); state.set()) {
      add(state, {});
    } else if (!metonym(at).empty()) {  // a capital whose state the text never names
      add(id, {});
    }
  };
  // "the Syrian Kurdish YPG militia": the group's own name, not where it is from.
  for (std::uint32_t child : near(article_, token)) {
    const EntityId id = article_.token(child).relation == Relation::compound && child < token ? article_.entity_at(child) : EntityId{};
    if (id.set() && entity(id).type == EntityType::armed_group) return {{id, {}, token, words, false, false}};  // with "rebels" too
  }
  // "Egyptian delegation", "Pakistan's army", "the government of Iran": the modifier names the party.
  for (std::uint32_t child : near(article_, token)) {
    const language::Token& t = article_.token(child);
    bool names = t.relation == Relation::amod || t.relation == Relation::compound || t.relation == Relation::nmod_poss ||
                 t.relation == Relation::flat;
    if (after && t.relation == Relation::nmod) {
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      const text::Key by = preposition == none ? 0 : article_.token(preposition).key;
      const bool placed = by == "in"_key || by == "throughout"_key || by == "across"_key;  // "students in Iran", not "troops in Iraq"
      names = by == "of"_key || by == "from"_key || (placed && (rules(head.lemma) || (people && parties.empty())));
      // "thousands of Nigerians", "a group of Moroccan diplomats": what is counted names the party.
      if (by == "of"_key && !article_.entity_at(child).set() && parties.empty()) {
        for (std::uint32_t below : near(article_, child)) {
          const Relation r = article_.token(below).relation;
          if (r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss) add_at(below);
        }
      }
    }
    if (!names) continue;
    // "Hungarian and Romanian officials", "US-Pakistan ties", "Afghan rebel leaders"
    for (std::uint32_t other : near(article_, child)) {
      const Relation r = article_.token(other).relation;
      if (other < child && (r == Relation::compound || (r == Relation::amod && t.relation == Relation::compound))) add_at(other);
    }
    add_at(child);
    // "from the League of Rivers and the Union": "and" may hang on any word of a name.
    const std::uint32_t m = article_.mentions.mention_of[child];
    const std::uint32_t first = m == none ? child : article_.mentions.entities.mentions[m].first;
    const std::uint32_t last = m == none ? child + 1 : article_.mentions.entities.mentions[m].last;
    for (std::uint32_t word = first; word < last; ++word)
      for (std::uint32_t other : near(article_, word))
        if (other >= last && article_.token(other).relation == Relation::conj) add_at(other);
  }
  return parties;
}

std::pair<EntityId, EntityId> Parties::compound_of(std::uint32_t token) const {
  const auto& tokens = article_.language.tokens;
  const auto is_hyphen = [&](std::uint32_t at) {
    return article_.words(tokens[at].span) == "-" && !tokens[at].has(language::Token::space_before) &&
           !tokens[at + 1].has(language::Token::space_before);
  };
  const auto state_at = [&](std::uint32_t at) {
    const EntityId id = article_.entity_at(at);
    return id.set() && entity(id).type == EntityType::country ? id : EntityId{};
  };
  const bool after = token >= 2 && tokens[token - 2].sentence == tokens[token].sentence && is_hyphen(token - 1);
  if (after && state_at(token - 2).set()) return {state_at(token - 2), state_at(token)};
  const bool before = token + 2 < tokens.size() && tokens[token + 2].sentence == tokens[token].sentence && is_hyphen(token + 1);
  if (before && state_at(token + 2).set()) return {state_at(token), state_at(token + 2)};
  return {};
}

EntityId Parties::country_beside(std::uint32_t token) const {
  for (std::uint32_t child : near(article_, token)) {
    const Relation r = article_.token(child).relation;
    if (r != Relation::amod && r != Relation::compound && r != Relation::nmod_poss && r != Relation::flat && r != Relation::appos) continue;
    if (const EntityId id = article_.entity_at(child); id.set() && entity(id).type == EntityType::country) return id;
  }
  // Titles before a name are read as one long name: look at the words just before it.
  const std::uint32_t mention = article_.mentions.mention_of[token];
  if (mention == none) return {};
  const std::uint32_t first = article_.mentions.entities.mentions[mention].first;
  for (std::uint32_t back = 1; back <= 6 && back <= first; ++back) {
    const language::Token& t = article_.token(first - back);
    if (t.sentence != article_.token(token).sentence) break;
    if (t.tag != Tag::propn && t.tag != Tag::noun && t.tag != Tag::adj && t.tag != Tag::part) break;
    if (const EntityId id = article_.entity_at(first - back); id.set() && entity(id).type == EntityType::country) return id;
    // A demonym that was taken into a longer name: "German Foreign Minister".
    if (const EntityId state = country(words_.state(t.key)); state.set()) return state;
  }
  return {};
}

namespace {

// What is counted or measured: "students" of "tens of thousands of students"; none where there is no such thing.
std::uint32_t counted_by(const mentions::Article& article, std::uint32_t token) {
  static constexpr std::array counts = {
      "thousand"_key, "hundred"_key, "dozen"_key,   "score"_key,   "million"_key, "ten"_key,        "group"_key,   "number"_key,
      "majority"_key, "crowd"_key,   "batch"_key,   "team"_key,    "band"_key,    "wave"_key,       "convoy"_key,  "lot"_key,
      "couple"_key,   "pair"_key,    "part"_key,    "third"_key,   "half"_key,    "quarter"_key,    "column"_key,  "cohort"_key,
      "gang"_key,     "mob"_key,     "rest"_key,    "handful"_key, "family"_key,  "contingent"_key, "remnant"_key, "unit"_key,
      "patch"_key,    "member"_key,  "percent"_key, "kind"_key,    "bunch"_key,   "busload"_key,    "series"_key,  "deployment"_key};
  const language::Token& t = article.token(token);
  if (t.tag == Tag::noun && std::find(counts.begin(), counts.end(), t.lemma) == counts.end()) return none;
  for (std::uint32_t child : near(article, token)) {
    if (article.token(child).relation != Relation::nmod) continue;
    const std::uint32_t preposition = dependent(article, child, Relation::case_);
    if (preposition != none && article.token(preposition).key == "of"_key) return child;
  }
  return none;
}

constexpr int deepest = 3;

}  // namespace

bool Parties::is_people(std::uint32_t token, int depth) const {
  const language::Token& t = article_.token(token);
  if (t.tag != Tag::noun && t.tag != Tag::num) return false;
  if (words_.is_people(t.lemma)) return true;
  // "Thousands protested": of whom is not said
  const bool many = t.lemma == "thousand"_key || t.lemma == "hundred"_key || t.lemma == "dozen"_key || t.lemma == "crowd"_key;
  const std::uint32_t counted = depth < deepest ? counted_by(article_, token) : none;
  if (many && t.form == language::Form::plural && counted == none) return true;
  if (many && counted != none && article_.entity_at(counted).set())  // "thousands of Iranians"
    return article_.token(counted).form == language::Form::plural && entity(article_.entity_at(counted)).type == EntityType::country;
  return counted != none && is_people(counted, depth + 1);
}

bool Parties::acts(std::uint32_t token, int depth) const {
  if (article_.entity_at(token).set() || pairs_.count(token) != 0) return true;
  const language::Token& t = article_.token(token);
  if (t.lemma == "team"_key)  // "the national team flew to Accra": it plays there
    for (std::uint32_t child : near(article_, token)) {
      const text::Key of = article_.token(child).key;
      if (of == "national"_key || of == "football"_key || of == "cricket"_key || of == "soccer"_key || of == "rugby"_key ||
          of == "hockey"_key || of == "basketball"_key || of == "olympic"_key)
        return false;
    }
  if (is_people(token, depth) || words_.is_agent(t.lemma) || dependent(article_, token, Relation::flat) != none) return true;
  const std::uint32_t counted = depth < deepest ? counted_by(article_, token) : none;
  return counted != none && acts(counted, depth + 1);
}

std::vector<Party> Parties::metonym(std::uint32_t token) const {
  const EntityId own = article_.entity_at(token);
  if (!own.set() || entity(own).type != EntityType::place) return {};
  const entities::MentionAt& mention = article_.mentions.entities.mentions[article_.mentions.mention_of[token]];
  const std::string name = text::folded(article_.words(span_of(article_, {mention.first, mention.last})));  // "Phnom Penh"
  if (!words_.is_capital(article_.token(token).key) && !words_.is_capital(text::key_of(name))) return {};
  const EntityId state = country(entity(own).country);
  return {{state.set() ? state : own, {}, token, span_at(token), false, false}};
}

std::vector<Party> Parties::or_people(std::uint32_t token) const {
  std::vector<Party> parties = at(token);
  const language::Token& t = article_.token(token);
  if (parties.empty() && is_people(token, 0)) parties.push_back({{}, {}, token, span_at(token), false, true, words_.is_armed(t.lemma)});
  if (parties.empty() && are_soldiers(token)) parties.push_back({{}, {}, token, span_at(token), false, true, true});
  return parties;
}

bool Parties::are_soldiers(std::uint32_t token) const {
  const language::Token& t = article_.token(token);
  return t.tag == Tag::noun && t.form == language::Form::plural && words_.is_soldier(t.lemma) && at(token).empty();
}

std::vector<Party> Parties::or_armed(std::uint32_t token) const {
  std::vector<Party> parties = at(token);
  const language::Token& t = article_.token(token);
  if (parties.empty() && t.tag == Tag::noun && t.form == language::Form::plural && words_.is_armed(t.lemma))
    parties.push_back({{}, {}, token, span_at(token), false, true, true});
  return parties;
}

// "fighting on the Chad-Niger border": where, not who.
bool Parties::is_border_of_two(std::uint32_t token) const {
  constexpr std::uint32_t reach = 5;
  const language::Token& border = article_.token(token);
  if (border.lemma != "border"_key && border.lemma != "frontier"_key) return false;
  if (border.relation == Relation::obj || border.relation == Relation::nsubj_pass) return false;  // "reopened the Chad-Niger border"
  int states = 0;
  for (std::uint32_t at = token; at > 0 && token - at < reach && article_.token(at - 1).sentence == border.sentence; --at)
    states += words_.state(article_.token(at - 1).key).empty() ? 0 : 1;
  return states > 1;
}

std::vector<Party> Parties::within(std::uint32_t token, const std::vector<Party>& owners, bool places) const {
  std::vector<Party> parties;
  within(token, 0, owners, places, parties);
  return parties;
}

void Parties::within(std::uint32_t token, int depth, const std::vector<Party>& owners, bool places, std::vector<Party>& parties) const {
  if (is_border_of_two(token) || is_others(token)) return;  // "the rival of Oman": not Oman
  parties = at(token);
  parties.erase(std::remove_if(parties.begin(), parties.end(),
                               [&](const Party& party) {
                                 const bool own = std::any_of(owners.begin(), owners.end(), [&](const Party& p) {
                                   return p.entity == party.entity || (p.via.set() && p.via == party.entity);
                                 });
                                 // "Oman, which closed its border": not of whom the sentence before told
                                 return told_by_pronoun(token) && (own || !is_named_before(token, party));
                               }),
                parties.end());
  if (!parties.empty()) return;
  if (const EntityId own = article_.entity_at(token); own.set() && entity(own).type == EntityType::place && !entity(own).country.empty()) {
    // A town stands for its state; where the text never names the state, for itself.
    const EntityId state = country(entity(own).country);
    parties.push_back({state.set() ? state : own, {}, token, span_at(token), false, false});
    return;
  }
  if (depth >= deepest) return;
  for (std::uint32_t child : near(article_, token)) {
    const Relation r = article_.token(child).relation;
    const bool inside = r == Relation::nmod || r == Relation::nmod_poss || r == Relation::compound || r == Relation::amod ||
                        r == Relation::appos || r == Relation::flat;
    if (!inside || (!places && r == Relation::nmod && is_whereabouts(child))) continue;
    if (r == Relation::nmod && is_told_about(token, child)) continue;
    if ((r == Relation::compound || r == Relation::amod) && names_agreement(token, child)) continue;
    // "condemned the Jos attack": where it was, not whose it is
    if (!places && (r == Relation::compound || r == Relation::amod) && article_.entity_at(child).set() &&
        entity(article_.entity_at(child)).type == EntityType::place && !words_.is_capital(article_.token(child).key) && !acts(token))
      continue;
    within(child, depth + 1, owners, places, parties);
    if (parties.empty()) continue;
    if (r != Relation::nmod && r != Relation::appos)  // "Darfur rebels": the words are those of the whole group
      for (Party& party : parties) {
        party.token = token;
        party.span = span_at(token);
      }
    for (std::uint32_t other : near(article_, child)) {  // "talks in Chad and Niger"
      if (article_.token(other).relation != Relation::conj) continue;
      for (const Party& party : at(other))
        if (std::none_of(parties.begin(), parties.end(), [&](const Party& p) { return p.entity == party.entity; }))
          parties.push_back(party);
    }
    return;
  }
}

// "the Doha agreement", "the Almaty summit": where it was made, not who makes it.
bool Parties::names_agreement(std::uint32_t noun, std::uint32_t modifier) const {
  static constexpr std::array keys = {"agreement"_key, "accord"_key, "treaty"_key,     "declaration"_key, "process"_key, "protocol"_key,
                                      "summit"_key,    "deal"_key,   "conference"_key, "convention"_key,  "code"_key,    "charter"_key};
  const EntityId own = article_.entity_at(modifier);
  return own.set() && entity(own).type == EntityType::place &&
         std::find(keys.begin(), keys.end(), article_.token(noun).lemma) != keys.end();
}

// "data on Syrian missiles", "talks about Syria": of whom they tell.
bool Parties::is_told_about(std::uint32_t noun, std::uint32_t child) const {
  static constexpr std::array keys = {"data"_key,       "information"_key, "intelligence"_key, "evidence"_key, "report"_key,
                                      "note"_key,       "view"_key,        "meeting"_key,      "talk"_key,     "discussion"_key,
                                      "speech"_key,     "remark"_key,      "comment"_key,      "policy"_key,   "summit"_key,
                                      "conference"_key, "debate"_key,      "dialogue"_key,     "briefing"_key, "stance"_key};
  const std::uint32_t preposition = dependent(article_, child, Relation::case_);
  const text::Key key = preposition == none ? 0 : article_.token(preposition).key;
  return (key == "on"_key || key == "about"_key) && std::find(keys.begin(), keys.end(), article_.token(noun).lemma) != keys.end();
}

// "in Syria", "near the border"
bool Parties::is_whereabouts(std::uint32_t token) const {
  const std::uint32_t preposition = dependent(article_, token, Relation::case_);
  const text::Key key = preposition == none ? 0 : article_.token(preposition).key;
  return key == "in"_key || key == "at"_key || key == "near"_key || key == "inside"_key || key == "across"_key || key == "outside"_key;
}

// Is the party told before in the sentence, or the phrase a pronoun by itself?
bool Parties::is_named_before(std::uint32_t token, const Party& party) const {
  if (article_.token(token).tag == Tag::pron) return true;
  for (std::uint32_t i = article_.language.sentences[article_.token(token).sentence].first; i < token; ++i) {
    const EntityId told = article_.entity_at(i);
    const text::Key key = article_.token(i).key;
    if (told.set() && (told == party.entity || told == party.via) && key != "its"_key && key != "his"_key && key != "her"_key) return true;
    if (told.set() && country(entity(told).country) == party.entity) return true;
  }
  return false;
}

// Is the phrase a pronoun, or named by nothing but a possessive one ("its forces")?
bool Parties::told_by_pronoun(std::uint32_t token) const {
  if (article_.token(token).tag == Tag::pron) return true;
  if (article_.entity_at(token).set()) return false;
  bool pronoun = false;
  for (std::uint32_t child : near(article_, token)) {
    if (!article_.entity_at(child).set() || child > token) continue;
    if (article_.token(child).tag != Tag::pron) return false;
    pronoun = true;
  }
  return pronoun;
}

}  // namespace khabar::facts
