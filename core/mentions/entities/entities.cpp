#include "mentions/entities/entities.h"

#include <algorithm>

#include "mentions/entities/coreference.h"
#include "mentions/entities/lands.h"
#include "mentions/entities/reading.h"
#include "text/sorting.h"

namespace khabar::entities {

namespace {

constexpr std::size_t aliases_max = 32;

// The token of the mention that hangs on something outside it.
std::uint32_t head_of(const language::Language& language, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t head = language.tokens[t].head;
    if (head < first || head >= last || head == t) return t;
  }
  return last - 1;
}

std::string spaced(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    if (c == ' ' && !out.empty() && out.back() == ' ') continue;
    out += c;
  }
  return out;
}

// How well a mention serves as the entity's name: full names before acronyms and short names, longer before shorter.
int fullness(const Name& name) {
  const int length = static_cast<int>(std::min(name.words.length(), 40u));
  switch (name.kind) {
    case MentionKind::name: return 200 + length;
    case MentionKind::acronym: return 100 + length;
    case MentionKind::short_name: return 50 + length;
    default: return length;
  }
}

class Writer {
 public:
  Writer(const Reading& reading, const std::vector<Name>& names, const Clusters& clusters)
      : r_(reading), names_(names), clusters_(clusters), lands_(reading, names) {}

  Found run() {
    Found found;
    found.entities.resize(clusters_.clusters.size());
    for (std::size_t c = 0; c < clusters_.clusters.size(); ++c) write(clusters_.clusters[c], found.entities[c]);
    for (std::size_t c = 0; c < clusters_.clusters.size(); ++c) affiliate(clusters_.clusters[c], found.entities[c], found.entities);
    for (std::size_t c = 0; c < clusters_.clusters.size(); ++c) take_office(clusters_.clusters[c], found.entities[c]);
    const std::vector<std::uint32_t> place = drop_strangers(found.entities);
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (place[clusters_.of_name[n]] == none) continue;
      MentionAt at;
      at.first = r_.words[names_[n].words.first].token;
      at.last = r_.words[names_[n].words.last - 1].token + 1;
      at.head = head_of(r_.language, at.first, at.last);
      at.entity.index = place[clusters_.of_name[n]];
      at.kind = names_[n].kind;
      found.mentions.push_back(at);
    }
    Anaphora anaphora = find_anaphora(r_, found.entities, found.mentions);
    const std::size_t middle = found.mentions.size();
    found.mentions.insert(found.mentions.end(), anaphora.mentions.begin(), anaphora.mentions.end());
    text::merge_halves(found.mentions, middle, [](const MentionAt& a, const MentionAt& b) { return a.first < b.first; });
    found.pairs = std::move(anaphora.pairs);
    for (MentionAt& at : found.mentions) {
      std::vector<Mention>& mentions = found.entities[at.entity.index].mentions;
      at.mention = static_cast<std::uint32_t>(mentions.size());
      mentions.push_back({{r_.language.tokens[at.first].span.begin, r_.language.tokens[at.last - 1].span.end}, at.kind});
    }
    return found;
  }

 private:
  // Who is named in boilerplate alone (share bars, other stories) is none of the article's. Out: each cluster's entity, or none.
  std::vector<std::uint32_t> drop_strangers(std::vector<Entity>& entities) const {
    std::vector<std::uint32_t> place(entities.size(), none);
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const language::Token& token = r_.language.tokens[r_.words[names_[n].words.first].token];
      const std::uint32_t block = r_.language.sentences[token.sentence].block;
      if (block >= r_.layout.blocks.size() || r_.layout.blocks[block].kind != BlockKind::boilerplate) place[clusters_.of_name[n]] = 0;
    }
    std::uint32_t kept = 0;
    for (std::size_t c = 0; c < place.size(); ++c) {
      if (place[c] == none) continue;
      place[c] = kept;
      if (kept != c) entities[kept] = std::move(entities[c]);
      ++kept;
    }
    entities.resize(kept);
    for (Entity& entity : entities)
      if (entity.affiliation.set()) entity.affiliation.index = place[entity.affiliation.index];
    return place;
  }

  void write(const Cluster& cluster, Entity& entity) const {
    entity.type = cluster.type;
    const Name* best = nullptr;
    for (const std::uint32_t n : cluster.names)
      if (best == nullptr || fullness(names_[n]) > fullness(*best)) best = &names_[n];
    entity.name = spaced(r_.form(best->words));
    const Entry* entry = cluster.entry == none ? nullptr : &r_.entry(cluster.entry);
    if (entry != nullptr) {
      entity.country = std::string(first_code(entry->iso2));
      entity.sector = std::string(entry->sector);
      if (cluster.type == EntityType::country) {
        entity.iso3166 = entity.country;
        if (best->kind == MentionKind::demonym || best->kind == MentionKind::metonym)
          entity.name = std::string(r_.lexicon.country_name(entity.iso3166));
      } else if (entry->what == Class::subdivision || entry->what == Class::place) {
        if (best->kind == MentionKind::demonym) entity.name = std::string(entry->name);
      }
    }
    const bool of_nobody = entry == nullptr || (entity.country.empty() && (entry->sector == "GOV" || entry->sector == "MIL"));
    if (of_nobody && cluster.type == EntityType::organization) entity.country = std::string(lands_.state_of(*best));
    if (entry == nullptr && (cluster.type == EntityType::place || cluster.type == EntityType::facility))
      entity.country = std::string(lands_.land_of(*best));
    if (entity.name.empty()) entity.name = spaced(r_.form(best->words));
    if (entry == nullptr && cluster.type == EntityType::organization) entity.sector = std::string(lands_.sector_of(*best));
    if (entity.type == EntityType::armed_group && entity.sector.empty()) entity.sector = "UAF";
    for (const std::uint32_t n : cluster.names) {
      const std::string alias = spaced(r_.form(names_[n].words));
      if (alias != entity.name && entity.aliases.size() < aliases_max &&
          std::find(entity.aliases.begin(), entity.aliases.end(), alias) == entity.aliases.end())
        entity.aliases.push_back(alias);
      if (names_[n].role.empty()) continue;
      const Span span = r_.span(names_[n].role);
      const std::string title = spaced(r_.text.substr(span.begin, span.length()));
      const bool told = std::any_of(entity.roles.begin(), entity.roles.end(), [&](const Role& role) { return role.title == title; });
      if (!told && entity.roles.size() < aliases_max) entity.roles.push_back({title, span});
      if (entity.sector.empty()) entity.sector = std::string(sector_of(names_[n].role));
    }
  }

  // "Deputy Defence Secretary": the last title says it.
  std::string_view sector_of(Range role) const {
    std::string_view sector;
    for (std::uint32_t i = role.first; i < role.last;) {
      const Title* title = r_.title(i);
      if (title != nullptr && !title->sector.empty()) sector = title->sector;
      i += std::max(r_.title_at[i].length, 1u);
    }
    return sector;
  }

  // Of bodies that are no state's: who works there is no official, whatever the title ("director").
  static bool is_private(std::string_view sector) { return sector == "NGO" || sector == "MED" || sector == "BUS" || sector == "EDU"; }

  // Whose titles a person has: the body or group is the affiliation, and its country the person's; a country says only which.
  // Where an unlisted place lies.
  void affiliate(const Cluster& cluster, Entity& person, const std::vector<Entity>& entities) const {
    if (cluster.type != EntityType::person && cluster.type != EntityType::place && cluster.type != EntityType::facility) return;
    for (const std::uint32_t n : cluster.names) {
      if (names_[n].owner == none) continue;
      const std::uint32_t owner = clusters_.of_name[names_[n].owner];
      const Entity& of = entities[owner];
      if (person.country.empty()) person.country = of.country;
      if (cluster.type == EntityType::person && !person.affiliation.set() &&
          (of.type == EntityType::organization || of.type == EntityType::armed_group)) {
        person.affiliation.index = owner;
        if (person.sector.empty() || is_private(of.sector)) person.sector = of.sector;
      }
    }
  }

  // "Macron said": whose state a leader speaks for while in office; the text's own word on a person's country goes first.
  void take_office(const Cluster& cluster, Entity& person) const {
    if (cluster.type != EntityType::person || person.affiliation.set()) return;
    const Leader* leader = leader_of(r_, names_, cluster);
    if (leader == nullptr || (!person.country.empty() && person.country != leader->iso2)) return;
    person.country = std::string(leader->iso2);
    if (person.sector.empty() && in_office(*leader, r_.year)) person.sector = std::string(leader->sector);
  }

  const Reading& r_;
  const std::vector<Name>& names_;
  const Clusters& clusters_;
  const Lands lands_;
};

}  // namespace

namespace {

// "insurgent", "villager": a listed word for people.
bool names_people(const Reading& reading, Key lemma) {
  const auto match = reading.lexicon.nouns.longest(0, [&](std::uint32_t i) { return i == 0 ? lemma : Key{0}; });
  for (std::uint32_t node = match.length == 1 ? match.value : lexicon::PhraseMap::none; node != lexicon::PhraseMap::none;
       node = reading.lexicon.nouns.next(node))
    if (reading.lexicon.noun_values[reading.lexicon.nouns.payload(node)].kind == NounKind::people) return true;
  return false;
}

// Of an ISO date; 0 where there is none.
int year_of(std::string_view date) {
  int year = 0;
  for (const char c : date.substr(0, 4)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return date.size() < 4 ? 0 : year;
}

}  // namespace

Found find(std::string_view text, const layout::Layout& layout, const language::Language& language, const language::Links& links,
           std::span<const times::Found> times, std::string_view published, const Gazetteer& gazetteer) {
  Reading reading{text, layout, language, links, gazetteer.names(), year_of(published)};
  std::vector<Name> names = propose_names(reading, times);
  names = judge_names(reading, std::move(names));
  names.erase(std::remove_if(names.begin(), names.end(),
                             [&](const Name& name) {
                               const Word& word = reading.words[name.words.first];
                               if (name.words.length() != 1) return false;
                               // "Town: Insurgents burn huts": a word for people, capital as it may be.
                               const bool people = name.entry == none && name.definition == none && name.type == EntityType::organization &&
                                                   names_people(reading, reading.token(name.words.first).lemma);
                               return people || (word.has(Word::capitals) && reading.common_acronyms.contains(word.key));
                             }),
              names.end());
  part_leaders(reading, names);
  add_short_names(reading, names);
  settle_names(reading, names);
  read_metonyms(reading, names);
  read_roles(reading, names);
  const Clusters clusters = resolve(reading, names);
  return Writer(reading, names, clusters).run();
}

}  // namespace khabar::entities
