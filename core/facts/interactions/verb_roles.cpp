// The ends of an act that a verb tells: whom it is done to, with whom, by whom what is condemned was done.
#include "facts/clauses.h"
#include "facts/interactions/kinds.h"
#include "facts/interactions/roles.h"
#include "facts/realis/realis.h"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::interactions {

using facts::dependent;

bool is_talked_over(Key lemma) {
  return lemma == "discuss"_key || lemma == "negotiate"_key || lemma == "debate"_key || lemma == "review"_key;
}

// "urged the cabinet to talk with Kabul": whom it is asked of is told, and is no party.
// So with "accused us of arming Kabul", "called on donors to pay Kabul".
bool Roles::asks_somebody(std::uint32_t t, EventType type) const {
  if (type != EventType::request && type != EventType::accuse) return false;
  std::uint32_t object = none, infinitive = none;
  for (const Link& link : links_of(t)) {
    // "those it accused of arming Kabul": whom it accuses stands before it
    if (type == EventType::accuse && link.kind == LinkKind::object && link.dependent < t &&
        article_.token(t).relation == Relation::acl_relcl)
      return parties_.at(link.dependent).empty();
    if (link.inherited || link.dependent < t) continue;
    const bool addressed = link.kind == LinkKind::oblique && (link.preposition == "on"_key || link.preposition == "upon"_key);
    if ((link.kind == LinkKind::object || addressed) && object == none) object = link.dependent;
    const bool act = link.kind == LinkKind::infinitive ||
                     (link.kind == LinkKind::adverbial && (link.preposition == "to"_key || link.preposition == "of"_key));
    if (act && infinitive == none) infinitive = link.dependent;
  }
  if (object == none || infinitive == none || object > infinitive) return false;
  const Token& who = article_.token(object);
  return parties_.acts(object) || who.tag == Tag::pron || (who.tag == Tag::noun && who.form == language::Form::plural);
}

// "the detention of sailors by Iranian marines", "Iran's detention of sailors": who did it, not whom it was done to.
std::vector<Party> Roles::doers_of(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 14, longest = 8;
  const std::uint32_t last = article_.language.sentences[article_.token(noun).sentence].last;
  for (std::uint32_t i = noun + 1; i + 1 < last && i < noun + reach; ++i) {
    const Token& token = article_.token(i);
    const bool participle = token.tag == Tag::verb && token.form == language::Form::past_participle;  // "crimes committed by"
    if ((token.tag == Tag::verb && !participle) || token.tag == Tag::aux || token.tag == Tag::sconj || token.tag == Tag::punct) break;
    if (token.key != "by"_key || token.tag != Tag::adp || token.head <= i || token.head > i + longest) continue;
    if (article_.mentions.time_of[token.head] != none) break;
    std::vector<Party> doers;
    add_all(doers, parties_.at(token.head));
    return doers;
  }
  return {};
}

// "marched to demand reforms by the Omani king", "rallied, calling for independence from Oman": of whom it is demanded.
void Roles::add_of_purpose(Ends& ends, std::uint32_t t) const {
  static constexpr std::array purposes = {"demand"_key, "protest"_key, "press"_key,  "call"_key,     "denounce"_key,  "condemn"_key,
                                          "oppose"_key, "urge"_key,    "reject"_key, "pressure"_key, "criticise"_key, "criticize"_key};
  const auto add_asked = [&](std::uint32_t purpose) {
    if (purpose < t || !ends.recipients.empty()) return;
    if (std::find(purposes.begin(), purposes.end(), article_.token(purpose).lemma) == purposes.end()) return;
    for (const Link& below : links_of(purpose)) {
      const bool asked = below.kind == LinkKind::oblique && (below.preposition == "for"_key || below.preposition == "against"_key ||
                                                             below.preposition == "on"_key || below.preposition == "from"_key);
      if (!below.inherited && (below.kind == LinkKind::object || asked) && ends.recipients.empty())
        add_within(ends.recipients, below.dependent, ends.actors, EventType::request);
    }
  };
  for (const Link& link : links_of(t)) {
    if (link.kind == LinkKind::adverbial || link.kind == LinkKind::infinitive) add_asked(link.dependent);
    if (link.kind != LinkKind::object || link.inherited) continue;
    for (std::uint32_t child : near(link.dependent))  // "began a strike to demand"
      if (article_.token(child).relation == Relation::acl) add_asked(child);
  }
}

// "tested a missile in defiance of UN sanctions", "threatened in a UN address to": how and where it was said, to nobody.
bool Roles::is_occasion(Key lemma) {
  static constexpr std::array keys = {"defiance"_key, "response"_key, "violation"_key,  "breach"_key, "spite"_key,    "retaliation"_key,
                                      "address"_key,  "speech"_key,   "interview"_key,  "letter"_key, "tweet"_key,    "statement"_key,
                                      "remark"_key,   "briefing"_key, "compliance"_key, "line"_key,   "reaction"_key, "message"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

// Is one of them a state, a body or a group by name?
bool Roles::has_party(const std::vector<Party>& side) const {
  return std::any_of(side.begin(), side.end(), [](const Party& party) { return party.entity.set() && !party.people; });
}

Ends Roles::of_verb(std::uint32_t t, const Meaning& meaning) const {
  Ends ends;
  const language::VerbGroup group = article_.links.verb_group(t);
  ends.actors = actors_of(t, lets_people_act(meaning.type));
  // "students demonstrated in": a verb without an object, read as a participle.
  const bool intransitive = meaning.type == EventType::protest && article_.token(t).relation == Relation::acl;
  if (ends.actors.empty() && intransitive) add(ends.actors, article_.token(t).head, true);
  const bool people = is_done_to_people(meaning.type);
  // "rejected an Australian ultimatum", "gave aid to Kabul": the party may hang on the object.
  const Key lemma = article_.token(t).lemma;
  const bool denies = lemma == "deny"_key || lemma == "dispute"_key;
  auto add_recipient = [&](std::uint32_t token) {
    if (denies) {  // "denied Oman's charge", "a charge by Oman"; what is denied is done to nobody
      add_all(ends.recipients, parties_.before(token));
      return add_all(ends.recipients, doers_of(token));
    }
    if (meaning.type == EventType::agree && giver_of(token) != none) return;  // "pledged the support of Oman"
    if (article_.token(token).key == "them"_key &&
        article_.token(t).relation == Relation::conj) {  // "met Oman's leaders and urged them to"
      for (const Link& above : links_of(article_.token(t).head))
        if (above.kind == LinkKind::object && !above.inherited && above.dependent < t)
          add_within(ends.recipients, above.dependent, ends.actors, meaning.type);
      if (!ends.recipients.empty()) return;
    }
    const bool blames = meaning.type == EventType::accuse || meaning.type == EventType::protest;
    if (blames && is_suffered(article_.token(token).lemma)) {
      std::vector<Party> doers = doers_of(token);
      return add_all(ends.recipients, doers.empty() ? parties_.before(token) : doers);
    }
    // "demanded the release of the president": not asked of him
    const Key asked = article_.token(token).lemma;
    if (meaning.type == EventType::request && (asked == "release"_key || asked == "freedom"_key || asked == "liberation"_key))
      return add_all(ends.recipients, doers_of(token));
    add_within(ends.recipients, token, ends.actors, meaning.type);
    if (people && ends.recipients.empty()) add(ends.recipients, token, true);
  };
  for (const Link& link : links_of(t)) {
    const bool direct =
        link.kind == LinkKind::passive_subject || link.kind == LinkKind::recipient || (link.kind == LinkKind::object && !group.passive);
    if (!direct || link.dependent == t) continue;
    if (link.kind == LinkKind::object && is_talked_over(article_.token(t).lemma)) continue;  // "discussed Gaza": of it, not with it
    if (!meaning.handed_over || link.kind == LinkKind::recipient) {
      add_recipient(link.dependent);
      continue;
    }
    for (std::uint32_t child : near(link.dependent))  // "extradited the banker to Oman": to whom, wherever the tree hung it
      if (const std::uint32_t to = dependent(article_, child, Relation::case_);
          to != none && child > t && article_.token(child).relation == Relation::nmod && article_.token(to).key == "to"_key)
        add_recipient(child);
  }
  if (ends.recipients.size() == 1 && ends.recipients.front().token > t) add_coordinated(ends.recipients);
  for (const Link& link : links_of(t))
    if (link.kind == LinkKind::oblique && takes(meaning.type, link.preposition) && article_.mentions.time_of[link.dependent] == none &&
        !(link.preposition == "in"_key && is_occasion(article_.token(link.dependent).lemma))) {
      // "expelled them at the request of Oman"
      const Key asked = article_.token(link.dependent).lemma;
      if (link.preposition == "at"_key && (asked == "request"_key || asked == "behest"_key || asked == "invitation"_key)) continue;
      // "trains police at Gao": where
      if (const EntityId where = article_.entity_at(link.dependent);
          link.preposition == "at"_key && where.set() &&
          (article_.mentions.entities.entities[where.index].type == EntityType::place ||
           (has_party(ends.recipients) && article_.mentions.entities.entities[where.index].sector == "IGO")))  // "against Oman at the WTO"
        continue;
      // "accused Iran of arming the rebels": what somebody is accused of names no further culprit.
      if (meaning.type == EventType::accuse && link.preposition == "of"_key && !ends.recipients.empty()) continue;
      // "expelled Oman from the council", "punished Iran for its raid on Oman"
      if (meaning.type == EventType::sanction && (link.preposition == "from"_key || link.preposition == "on"_key) &&
          has_party(ends.recipients))
        continue;
      // "warned Oman against arming the rebels"
      if (meaning.type == EventType::threaten && link.preposition == "against"_key && !ends.recipients.empty()) continue;
      // "blamed the fire on Oman", not "blamed smugglers on both sides"
      if (meaning.type == EventType::accuse && link.preposition == "on"_key && !ends.recipients.empty()) continue;
      // "took Oman to court over Chad": what about
      if (meaning.type == EventType::accuse && (link.preposition == "over"_key || link.preposition == "about"_key) &&
          has_party(ends.recipients))
        continue;
      add_recipient(link.dependent);
    }
  // "rejected recent calls by Oman's rulers", "an inquiry into crimes committed by Omani troops": whoever did it.
  const bool answers = meaning.type == EventType::reject || meaning.type == EventType::accuse || meaning.type == EventType::support;
  if (ends.recipients.empty() && answers && !denies && !group.passive)
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::object && !link.inherited && link.dependent > t && ends.recipients.empty())
        add_all(ends.recipients, doers_of(link.dependent));
  // "condemned the raid carried out by Oman": whoever did what is condemned.
  if (ends.recipients.empty() && meaning.type == EventType::accuse)
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::object && !link.inherited)
        for (std::uint32_t child : near(link.dependent))
          if (article_.token(child).relation == Relation::acl)
            for (const Link& below : links_of(child))
              if (below.kind == LinkKind::agent) add_recipient(below.dependent);
  if (ends.recipients.empty() && is_told_in_clause(meaning.type, lemma) && !denies && !asks_somebody(t, meaning.type))
    add_of_clause(ends.recipients, ends.actors, t, meaning.type);
  if (ends.recipients.empty() && meaning.type == EventType::agree)  // "pledged a million in aid to Oman"
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::oblique && link.preposition == "in"_key && realis::is_given(article_.token(link.dependent).lemma))
        add_within(ends.recipients, link.dependent, ends.actors, meaning.type);
  if (ends.recipients.empty() && !denies) add_after_that(ends.recipients, ends.actors, t);
  // "the leaders met in Abuja": no third one
  const bool met = meaning.type == EventType::consult && (ends.actors.size() >= 2 || lemma == "meet"_key);
  const bool refuge = meaning.type == EventType::request && lemma == "seek"_key;               // "sought asylum in Oman"
  const bool saves = lemma == "rescue"_key || lemma == "evacuate"_key || lemma == "save"_key;  // who is saved, and not where
  if (ends.recipients.empty() && ((is_done_in_places(meaning.type) && !saves) || refuge) && !met) {
    // Where it is done: "arrived in Amman", "rally in Lagos".
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::oblique && !link.inherited &&
          (is_where(link.preposition) || (link.preposition == "by"_key && !group.passive)) &&
          article_.mentions.time_of[link.dependent] == none &&
          !(link.preposition == "at"_key && meaning.type == EventType::sanction) &&  // "closed its crossing at Gao"
          !(link.preposition == "at"_key && meaning.type == EventType::consult) &&   // "spoke to reporters at the Omani embassy"
          !(link.preposition == "in"_key && is_backing(article_.token(link.dependent).lemma)) &&
          !(link.preposition == "in"_key && is_occasion(article_.token(link.dependent).lemma)) &&
          !(link.preposition == "over"_key && meaning.type == EventType::threaten))  // "vowed revenge over the sale to Oman"
        add_within(ends.recipients, link.dependent, ends.actors, meaning.type);
  }
  if (ends.recipients.empty() && meaning.type == EventType::protest) add_of_purpose(ends, t);
  if (lemma == "attend"_key)  // "attended a course in Texas": no one that was met
    std::erase_if(ends.recipients, [&](const Party& party) {
      const EntityId where = article_.entity_at(party.token);
      return where.set() && article_.mentions.entities.entities[where.index].type == EntityType::place;
    });
  if (meaning.reversed) std::swap(ends.actors, ends.recipients);
  return ends;
}

}  // namespace khabar::interactions
