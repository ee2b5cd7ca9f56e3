#include "facts/incidents/story.h"

#include "facts/incidents/identities.h"
#include "facts/incidents/triggers.h"
#include "facts/merging/merging.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Raids, air strikes and what soldiers or police did are not what an armed group claims.
bool is_of_a_force(const Mention& m) {
  return (m.kind.mode == Mode::raid && !m.kind.weak) || m.kind.mode == Mode::airstrike ||
         std::any_of(m.fillers.begin(), m.fillers.end(),
                     [](const Filler& f) { return f.role == ArgumentRole::actor && f.noun.noun == Noun::force; });
}

bool is_of_armed_group(const Syntax& syntax, const Responsibility& r) {
  return std::any_of(r.actors.begin(), r.actors.end(), [&](const Filler& f) {
    const Entity* entity = syntax.entity(f.entity);
    return entity && entity->type == EntityType::armed_group;
  });
}

// "Was attacked on Monday, an assault that officials attributed to the Front": another word for what the sentence told before it.
bool is_only_a_word(const Mention& m) {
  return !m.verb && m.fillers.empty() && m.tolls.empty() && m.places.empty() && m.time == none && !m.count;
}

// "In February, another officer died in a clash": told on the way, where the news has a day.
bool is_of_a_month(const Syntax& syntax, const Mention& m) {
  if (m.time == none) return false;
  const std::string& value = syntax.article.mentions.times[m.time].time.value;
  return value.size() >= 4 && value.size() <= 7 && value[0] != 'P' && value[0] != 'X';
}

// The group that holds the event noun, else the one told last.
void assign(const Syntax& syntax, Story& story) {
  const std::vector<Mention>& mentions = story.mentions;
  std::vector<bool> costly(story.groups.size(), false);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (!mentions[i].tolls.empty() && mentions[i].reading.status == Status::happened) costly[story.group_of[i]] = true;
  std::vector<bool> arrests(story.groups.size(), false), of_forces(story.groups.size(), false);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind.mode == Mode::arrest) arrests[story.group_of[i]] = true;
    if (is_of_a_force(mentions[i])) of_forces[story.group_of[i]] = true;
  }
  const bool news = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.time != none && !m.earlier && m.reading.status == Status::happened && m.hits() &&
           syntax.article.mentions.times[m.time].time.value.size() >= 10;
  });
  std::size_t last = 0;
  for (std::uint32_t k = 0; k < story.responsibilities.size(); ++k) {
    Responsibility& r = story.responsibilities[k];
    std::uint32_t chosen = none;
    while (last < mentions.size() && mentions[last].sentence < r.sentence) ++last;
    // "Police arrested two men. The suspects were identified as ...": those arrested.
    if (r.identity && last > 0 && story.group_of[last - 1] != none && arrests[story.group_of[last - 1]]) {
      chosen = story.group_of[last - 1];
      for (Filler& f : r.actors) f.role = ArgumentRole::recipient;
    }
    for (std::size_t i = last; i < mentions.size() && mentions[i].sentence == r.sentence; ++i)
      if (mentions[i].token == r.event || (r.here && chosen == none)) {
        chosen = story.group_of[i];
        const bool told_before = i > last && mentions[i - 1].reading.status == Status::happened;
        if (told_before && story.groups[chosen].size() == 1 && is_only_a_word(mentions[i])) chosen = story.group_of[i - 1];
      }
    // "On a charge of assaulting a neighbour": of a deed that is told nowhere else.
    const Key deed = r.event == none ? Key{0} : syntax.token(r.event).lemma;
    const bool minor = deed == "assault"_key || deed == "beat"_key || deed == "rob"_key || deed == "rape"_key || deed == "harass"_key;
    if (chosen == none && minor && syntax.token(r.event).form == Form::gerund && syntax.has(r.event, Relation::obj)) continue;
    // The last one told that cost somebody something; else the last one told. Shots on the way are not what is claimed.
    std::uint32_t any = none;
    const auto& sentences = syntax.article.language.sentences;
    const bool armed = is_of_armed_group(syntax, r);
    // "A blast killed two in Gao; the Red Front claimed responsibility": for what the first half of the sentence tells, not for what is
    // told of the group itself ("the Front, which killed nine last year, claimed ...").
    const bool headline = realis::is_headline(syntax.article, r.sentence);
    const std::uint32_t claimant = r.actors.empty() ? none : r.actors.front().token;
    const std::uint32_t before = headline ? r.token : claimant;
    std::size_t end = last;
    while (!r.identity && before != none && end < mentions.size() && mentions[end].sentence == r.sentence && mentions[end].token < before)
      ++end;
    for (std::size_t i = end, steps = 0; chosen == none && steps < 64 && i-- > 0; ++steps) {
      if (mentions[i].reading.status != Status::happened || mentions[i].generic || mentions[i].kind.mode == Mode::arrest) continue;
      if (armed && of_forces[story.group_of[i]]) continue;
      if (news && r.event == none && mentions[i].sentence != r.sentence && is_of_a_month(syntax, mentions[i])) continue;
      if (any == none) any = story.group_of[i];
      // "Drones damaged a terminal on Thursday. The service claimed responsibility.": in one paragraph, though nobody was hurt.
      const bool beside = mentions[i].sentence + 1 == r.sentence && sentences[mentions[i].sentence].block == sentences[r.sentence].block;
      if (beside && any == story.group_of[i] && !mentions[i].places.empty()) chosen = any;
      if (costly[story.group_of[i]]) chosen = story.group_of[i];
    }
    if (chosen == none) chosen = any;
    // Nothing told before: the first after, in an article that opens with who is charged.
    for (std::size_t i = last; chosen == none && r.event != none && i < mentions.size() && i < last + 16; ++i)
      if (mentions[i].reading.status == Status::happened && !mentions[i].generic && mentions[i].kind.mode != Mode::arrest &&
          syntax.token(mentions[i].token).lemma == syntax.token(r.event).lemma)
        chosen = story.group_of[i];
    if (chosen != none && story.claimed[chosen].size() < 8) story.claimed[chosen].push_back(k);
  }
}

// "Ordered the arrest of a captain and two guards involved in the murder. ... arrested were Luis Mora and Juan Leon": whoever was arrested
// with those that are accused is accused as they are.
void accuse_arrested(const Syntax& syntax, Story& story) {
  const std::vector<Mention>& mentions = story.mentions;
  std::size_t first = 0;
  for (Responsibility& r : story.responsibilities) {
    while (first < mentions.size() && mentions[first].sentence < r.sentence) ++first;
    if (r.identity || r.actors.empty() || !r.actors.front().alleged) continue;
    auto is_accused = [&](const Filler& f) {
      return f.role == ArgumentRole::recipient &&
             std::any_of(r.actors.begin(), r.actors.end(), [&](const Filler& actor) { return actor.token == f.token; });
    };
    for (std::size_t i = first; i < mentions.size() && mentions[i].sentence == r.sentence; ++i) {
      const Mention& arrest = mentions[i];
      if (arrest.kind.mode != Mode::arrest || std::none_of(arrest.fillers.begin(), arrest.fillers.end(), is_accused)) continue;
      for (std::uint32_t k : story.groups[story.group_of[i]])
        for (const Filler& f : mentions[k].fillers) {
          const Entity* entity = syntax.entity(f.entity);
          if (f.role != ArgumentRole::recipient || !entity || entity->type != EntityType::person || r.actors.size() >= 12) continue;
          Filler accused = f;
          accused.role = ArgumentRole::actor;
          accused.alleged = true;
          r.actors.push_back(accused);
        }
      break;
    }
  }
}

// "The raid" is another word for an attack only where one was told, and no raid of a force.
void settle_raids(std::vector<Mention>& mentions) {
  bool attack = false, of_force = false;
  for (Mention& m : mentions) {
    if (m.kind.mode == Mode::raid && m.kind.weak && (of_force || !attack)) m.kind.weak = false;
    of_force = of_force || m.kind.mode == Mode::arrest || is_of_a_force(m);
    attack = attack || (m.hits() && m.reading.status == Status::happened && !m.generic);
  }
}

}  // namespace

Story read_story(const Syntax& syntax, const facts::NearMisses& near_misses) {
  const mentions::Article& article = syntax.article;
  Story story;
  story.mentions = find_mentions(syntax, syntax.frames.effects, near_misses);
  if (story.mentions.empty()) return story;
  settle_raids(story.mentions);
  story.groups = merging::group(syntax, story.mentions);
  story.group_of.assign(story.mentions.size(), none);
  for (std::uint32_t g = 0; g < story.groups.size(); ++g)
    for (std::uint32_t i : story.groups[g]) story.group_of[i] = g;
  const RoleFinder roles(syntax);
  for (std::uint32_t s = 0; s < article.language.sentences.size(); ++s)
    if (article.in_body(article.language.sentences[s])) {
      find_responsibility(syntax, roles, s, story.responsibilities);
      find_identities(syntax, s, story.responsibilities);
    }
  story.claimed.resize(story.groups.size());
  accuse_arrested(syntax, story);
  assign(syntax, story);
  return story;
}

}  // namespace khabar::incidents
