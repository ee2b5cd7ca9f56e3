// Uses in which a verb of the tables tells no act: "declined to comment", "met the deadline".
#include "facts/interactions/finder.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

// Does the verb mean something else here than its row says?
// "ruled out suspending talks with Oman": they go on.
bool Finder::keeps_going(std::uint32_t t) const {
  static constexpr std::array ends = {"suspending"_key,  "ending"_key,   "cancelling"_key, "canceling"_key,
                                      "cutting"_key,     "halting"_key,  "quitting"_key,   "leaving"_key,
                                      "withdrawing"_key, "stopping"_key, "breaking"_key,   "abandoning"_key};
  constexpr std::uint32_t reach = 3;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  for (std::uint32_t i = t + 1; i < last && i <= t + reach; ++i)
    if (std::find(ends.begin(), ends.end(), article_.token(i).key) != ends.end()) return true;
  return false;
}

bool Finder::means_other(std::uint32_t t, EventType type) const {
  // "did not deny": neither a refusal nor its opposite.
  if (type == EventType::reject && keeps_silent(t)) return true;
  const Key verb = article_.token(t).lemma;  // "has not ruled out talks"
  if ((verb == "deny"_key || verb == "rule"_key) && article_.links.verb_group(t).negated) return true;
  if (verb == "rule"_key && keeps_going(t)) return true;
  // "backing and funding from Oman": a noun
  if (verb == "fund"_key && article_.token(t).form == language::Form::gerund && t + 1 < article_.language.tokens.size() &&
      article_.token(t + 1).key == "from"_key)
    return true;
  // "toured the Chad-Niger border": a place
  if (const std::uint32_t seen = verb == "tour"_key || verb == "visit"_key ? facts::linked(article_, t, LinkKind::object) : none;
      seen != none && (article_.token(seen).lemma == "border"_key || article_.token(seen).lemma == "frontier"_key))
    return true;
  // "the refugees sheltered in Oman": they took shelter
  if (verb == "shelter"_key && facts::linked(article_, t, LinkKind::object) == none && !article_.links.verb_group(t).passive) return true;
  if (type == EventType::request && commands(t)) return true;
  if (verb == "deny"_key &&
      (facts::linked(article_, t, LinkKind::clause) != none || facts::linked(article_, t, LinkKind::infinitive) != none))
    return true;  // "denied that", "denied arming": a claim
  if (article_.token(t).lemma == "ask"_key && asks_question(t)) return true;
  if (type == EventType::consult && verb == "call"_key && names_thing(t)) return true;
  if (verb == "summon"_key && calls_own(t)) return true;
  if (verb == "assure"_key && t > 0 && article_.token(t - 1).key == "rest"_key) return true;  // "may rest assured"
  if (type == EventType::sanction && verb == "end"_key && ends_together(t)) return true;
  if (type == EventType::threaten && verb == "threaten"_key && endangers(t)) return true;
  if (type == EventType::threaten && verb == "give"_key && commands(t)) return true;  // "gave the army until May to": his own
  if (type == EventType::request && asks_anonymity(t)) return true;
  if (article_.token(t).lemma == "prevent"_key && !acts_on_somebody(t)) return true;
  if (article_.token(t).lemma == "demonstrate"_key && shows_something(t)) return true;
  if (article_.token(t).lemma == "confer"_key && facts::linked(article_, t, LinkKind::object) != none) return true;  // bestows it
  if (article_.token(t).lemma == "fly"_key && type == EventType::consult && facts::linked(article_, t, LinkKind::object) != none)
    return true;  // flew somebody there
  if (article_.token(t).lemma == "offer"_key && type == EventType::agree && sells(t)) return true;
  if (article_.token(t).lemma == "push"_key && type == EventType::request && shoves(t)) return true;
  if (article_.token(t).lemma == "dismiss"_key && sacks(t)) return true;
  // "The vote was split, allowing him to win": what came of it
  const Token& token = article_.token(t);
  if (type == EventType::concede && token.form == language::Form::gerund && token.relation == Relation::advcl) return true;
  if (type == EventType::concede && (verb == "authorize"_key || verb == "authorise"_key) && allows_violence(t)) return true;
  if (verb == "want"_key && !roles_.asks_somebody(t, EventType::request)) return true;
  if (type == EventType::request && verb == "order"_key && facts::linked(article_, t, LinkKind::clause) == none &&
      !roles_.asks_somebody(t, EventType::request))
    return true;  // "ordered strikes", "ordered three frigates"
  if (article_.token(t).lemma == "warn"_key && warns_of_thing(t)) return true;
  if (article_.token(t).lemma == "sign"_key && (signs_paper(t) || hires(t))) return true;
  if (verb == "declare"_key && type == EventType::sanction && !declares_unwelcome(t)) return true;
  if (verb == "appeal"_key && !appeals_to_somebody(t)) return true;
  if (type == EventType::consult && is_purpose_of_meeting(t)) return true;
  if (verb == "plead"_key && pleads_in_court(t)) return true;
  if (type == EventType::retreat && verb == "leave"_key && !leaves_place(t)) return true;
  if (type == EventType::consult && article_.token(t).lemma == "receive"_key && !receives_guest(t)) return true;
  if (type == EventType::concede && (article_.token(t).lemma == "release"_key || article_.token(t).lemma == "free"_key) && !frees_people(t))
    return true;
  return !deals_with_somebody(t, type);
}

// "ordered troops to wait", "ordered the army to strike", "called on soldiers to return": his own, and no dealing between two.
bool Finder::commands(std::uint32_t t) const {
  static constexpr std::array arms = {"army"_key, "military"_key, "navy"_key, "police"_key, "force"_key, "cabinet"_key};
  const std::span<const language::Link> links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const language::Link& link) {
    const bool asked = link.kind == LinkKind::object || link.kind == LinkKind::recipient || link.kind == LinkKind::passive_subject ||
                       (link.kind == LinkKind::oblique && (link.preposition == "on"_key || link.preposition == "from"_key));
    if (!asked) return false;
    const bool arm = std::find(arms.begin(), arms.end(), article_.token(link.dependent).lemma) != arms.end();
    return parties_.are_soldiers(link.dependent) || (arm && parties_.at(link.dependent).empty());
  });
}

// "The mayor complained that Chad pays for all": whose state it is, no word says, and it may be his own.
bool Finder::is_of_own_lot(std::uint32_t t, const std::vector<Party>& actors) const {
  if (facts::linked(article_, t, LinkKind::clause) == none || actors.size() != 1 || !actors.front().entity.set()) return false;
  const std::uint32_t index = actors.front().entity.index;
  const std::vector<Entity>& entities = article_.mentions.entities.entities;
  return index < entities.size() && entities[index].type == EntityType::person;
}

// "met to discuss trade", "spoke to review it": the meeting is told.
bool Finder::is_purpose_of_meeting(std::uint32_t t) const {
  static constexpr std::array talks = {"discuss"_key, "talk"_key, "negotiate"_key, "confer"_key, "review"_key, "debate"_key};
  static constexpr std::array meetings = {"meet"_key, "speak"_key, "talk"_key, "gather"_key, "convene"_key, "confer"_key, "assemble"_key};
  const Token& token = article_.token(t);
  const bool purpose = (token.relation == Relation::advcl || token.relation == Relation::xcomp) && article_.links.verb_group(t).infinitive;
  return purpose && std::find(talks.begin(), talks.end(), token.lemma) != talks.end() &&
         std::find(meetings.begin(), meetings.end(), article_.token(token.head).lemma) != meetings.end();
}

// "pleaded not guilty"
bool Finder::pleads_in_court(std::uint32_t t) const {
  constexpr std::uint32_t reach = 3;
  for (std::uint32_t i = t + 1; i < article_.language.tokens.size() && i <= t + reach; ++i)
    if (const Key key = article_.token(i).key; key == "guilty"_key || key == "innocent"_key || key == "innocence"_key) return true;
  return false;
}

// "authorised air strikes": nothing that eases
bool Finder::allows_violence(std::uint32_t t) const {
  static constexpr std::array nouns = {"strike"_key,       "airstrike"_key, "attack"_key,   "raid"_key,      "bombing"_key,
                                       "offensive"_key,    "assault"_key,   "invasion"_key, "war"_key,       "killing"_key,
                                       "intervention"_key, "force"_key,     "arrest"_key,   "operation"_key, "incursion"_key};
  const std::uint32_t what = facts::linked(article_, t, LinkKind::object);
  return what != none && std::find(nouns.begin(), nouns.end(), article_.token(what).lemma) != nouns.end();
}

// "declared the envoy persona non grata", not "declared the envoy a hero"
bool Finder::declares_unwelcome(std::uint32_t t) const {
  constexpr std::uint32_t reach = 14;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  for (std::uint32_t i = t + 1; i < last && i < t + reach; ++i) {
    const Key key = article_.token(i).key;
    if (key == "persona"_key || key == "personae"_key || key == "unwelcome"_key || key == "undesirable"_key) return true;
  }
  return false;
}

// "appealed to Oman", "appealed for calm"; not "the lawyers will appeal"
bool Finder::appeals_to_somebody(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.dependent <= t || link.inherited) return false;
    return link.kind == LinkKind::infinitive ||
           (link.kind == LinkKind::oblique && (link.preposition == "to"_key || link.preposition == "for"_key));
  });
}

// "left the base", not "left a gap"
bool Finder::leaves_place(std::uint32_t t) const {
  static constexpr std::array places = {"country"_key, "base"_key, "area"_key, "region"_key, "territory"_key, "zone"_key,    "city"_key,
                                        "town"_key,    "camp"_key, "soil"_key, "island"_key, "province"_key,  "outpost"_key, "village"_key};
  const std::uint32_t what = facts::linked(article_, t, LinkKind::object);
  if (what == none || article_.entity_at(what).set()) return true;
  return std::find(places.begin(), places.end(), article_.token(what).lemma) != places.end();
}

// "A banner signed by the gang": who wrote it; with nobody agreed.
bool Finder::signs_paper(std::uint32_t t) const {
  // "signed the bill", "the law, which the president signed": at home
  static constexpr std::array laws = {"law"_key,   "bill"_key,   "legislation"_key, "act"_key,
                                      "order"_key, "decree"_key, "memo"_key,        "waiver"_key};
  std::uint32_t paper = facts::linked(article_, t, LinkKind::object);
  if (paper == none || article_.token(paper).tag == language::Tag::pron)
    paper = article_.token(t).relation == Relation::acl_relcl ? article_.token(t).head : paper;
  if (paper != none && std::find(laws.begin(), laws.end(), article_.token(paper).lemma) != laws.end()) return true;
  static constexpr std::array agreed = {"agreement"_key,  "accord"_key,    "deal"_key,       "pact"_key,        "treaty"_key,
                                        "memorandum"_key, "contract"_key,  "protocol"_key,   "declaration"_key, "communique"_key,
                                        "truce"_key,      "ceasefire"_key, "convention"_key, "charter"_key,     "plan"_key,
                                        "document"_key,   "text"_key,      "roadmap"_key};
  const Token& token = article_.token(t);
  if (token.relation != Relation::acl || token.form != language::Form::past_participle || token.head >= t) return false;
  const Token& noun = article_.token(token.head);
  return noun.tag == Tag::noun && std::find(agreed.begin(), agreed.end(), noun.lemma) == agreed.end();
}

// "The striker was signed by Milan": taken on.
bool Finder::hires(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return (link.kind == LinkKind::passive_subject || link.kind == LinkKind::object) && is_somebody(link.dependent);
  });
}

// "dismissed the cabinet", not "dismissed the charge"
bool Finder::sacks(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return (link.kind == LinkKind::passive_subject || link.kind == LinkKind::object) && !link.inherited && parties_.acts(link.dependent);
  });
}

// A person, by name or by a noun.
bool Finder::is_somebody(std::uint32_t t) const {
  const EntityId id = article_.entity_at(t);
  return id.set() ? article_.mentions.entities.entities[id.index].type == EntityType::person : !parties_.or_people(t).empty();
}

// "demonstrated their strength", "the zeal demonstrated by Oman": shown, no protest
bool Finder::shows_something(std::uint32_t t) const {
  if (facts::linked(article_, t, LinkKind::object) != none || facts::linked(article_, t, LinkKind::agent) != none) return true;
  return article_.links.verb_group(t).passive;
}

// "The airline offers three flights a day": to nobody who is told, and no peace, deal or help. "Offered Oman a truce", "offered to mediate"
// are.
bool Finder::sells(std::uint32_t t) const {
  static constexpr std::array keys = {"talk"_key,       "negotiation"_key, "dialogue"_key,   "truce"_key,      "ceasefire"_key,
                                      "amnesty"_key,    "mediation"_key,   "peace"_key,      "deal"_key,       "concession"_key,
                                      "asylum"_key,     "guarantee"_key,   "autonomy"_key,   "settlement"_key, "compromise"_key,
                                      "negotiator"_key, "cooperation"_key, "help"_key,       "assistance"_key, "support"_key,
                                      "aid"_key,        "surrender"_key,   "cease-fire"_key, "proposal"_key,   "passage"_key,
                                      "safe"_key,       "troop"_key,       "pardon"_key,     "partnership"_key};
  const auto links = article_.links.of(t);
  return std::none_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.kind == LinkKind::infinitive || link.kind == LinkKind::recipient) return true;
    if (link.kind == LinkKind::oblique) return link.preposition == "to"_key && !parties_.at(link.dependent).empty();
    const bool what = link.kind == LinkKind::object || link.kind == LinkKind::passive_subject;
    return what && std::find(keys.begin(), keys.end(), article_.token(link.dependent).lemma) != keys.end();
  });
}

// "pushed him on the last lap", not "pushed Oman to sign", "pushed for a truce"
bool Finder::shoves(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::none_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.kind == LinkKind::infinitive || link.kind == LinkKind::clause || link.kind == LinkKind::adverbial) return true;
    return link.kind == LinkKind::oblique && (link.preposition == "for"_key || link.preposition == "into"_key ||
                                              link.preposition == "toward"_key || link.preposition == "towards"_key);
  });
}

// The UN that warns of a famine threatens nobody with it.
bool Finder::is_watchdog(const std::vector<Party>& actors) const {
  return std::any_of(actors.begin(), actors.end(), [&](const Party& party) {
    if (!party.entity.set() || party.entity.index >= article_.mentions.entities.entities.size()) return false;
    const std::string& sector = article_.mentions.entities.entities[party.entity.index].sector;
    return sector == "IGO" || sector == "NGO";
  });
}

// "withdrew from the Arab League": who leaves a body of states turns it down.
bool Finder::is_body_of_states(const std::vector<Party>& side) const {
  const std::vector<Entity>& entities = article_.mentions.entities.entities;
  return !side.empty() && std::all_of(side.begin(), side.end(), [&](const Party& party) {
    return party.entity.set() && entities[party.entity.index].type == EntityType::organization &&
           entities[party.entity.index].sector == "IGO";
  });
}

// "joined NATO", "quit the African Union"
std::optional<EventType> Finder::joins_or_leaves(std::uint32_t t) const {
  const Key lemma = article_.token(t).lemma;
  const bool joins = lemma == "join"_key || lemma == "rejoin"_key;
  if (!joins && lemma != "leave"_key && lemma != "quit"_key && lemma != "exit"_key) return std::nullopt;
  const std::uint32_t body = facts::linked(article_, t, LinkKind::object);
  if (body == none || body < t || !is_body_of_states(parties_.at(body))) return std::nullopt;
  return joins ? EventType::agree : EventType::reject;
}

// "warned Oman about the storm": for its own good.
bool Finder::warns_of_thing(std::uint32_t t) const {
  // "warned that the group still poses a threat": of what is so
  if (facts::linked(article_, t, LinkKind::object) == none)
    for (const Link& link : article_.links.of(t)) {
      if (link.kind != LinkKind::clause || link.inherited || link.dependent < t) continue;
      const Key what = article_.token(link.dependent).lemma;
      if (what == "pose"_key || what == "remain"_key || what == "constitute"_key || what == "represent"_key) return true;
    }
  for (const Link& link : article_.links.of(t))
    if (link.kind == LinkKind::oblique && !link.inherited && (link.preposition == "about"_key || link.preposition == "of"_key) &&
        link.dependent > t && article_.token(link.dependent).tag == Tag::noun &&
        article_.token(link.dependent).lemma != "consequence"_key && article_.token(link.dependent).lemma != "retaliation"_key &&
        article_.token(link.dependent).lemma != "response"_key)
      return facts::linked(article_, t, LinkKind::object) != none;
  // "warned the agency of a plot": the phrase may hang on whom
  if (const std::uint32_t whom = facts::linked(article_, t, LinkKind::object); whom != none && whom > t)
    for (std::uint32_t child : article_.links.dependents(whom)) {
      const std::uint32_t of = article_.token(child).relation == Relation::nmod ? dependent(article_, child, Relation::case_) : none;
      if (of == none || article_.token(of).key != "of"_key || article_.token(child).tag != Tag::noun) continue;
      const Key what = article_.token(child).lemma;
      if (what == "plot"_key || what == "attack"_key || what == "threat"_key || what == "danger"_key || what == "risk"_key) return true;
    }
  return false;
}

// "summoned its ambassador": its own, for talks at home
bool Finder::calls_own(std::uint32_t t) const {
  const std::uint32_t whom = facts::linked(article_, t, LinkKind::object);
  const std::uint32_t whose = whom == none ? none : dependent(article_, whom, Relation::nmod_poss);
  if (whose == none || article_.token(whose).tag != Tag::pron) return false;
  const Key lemma = article_.token(whom).lemma;
  return lemma == "ambassador"_key || lemma == "envoy"_key || lemma == "commissioner"_key || lemma == "representative"_key;
}

// "Oman and Qatar ended their talks without a deal": they came to their end, and nobody broke them off
bool Finder::ends_together(std::uint32_t t) const {
  const std::uint32_t what = facts::linked(article_, t, LinkKind::object), who = facts::linked(article_, t, LinkKind::subject);
  if (what == none || who == none) return false;
  const Key lemma = article_.token(what).lemma;
  const bool talks = lemma == "talk"_key || lemma == "meeting"_key || lemma == "negotiation"_key || lemma == "dialogue"_key;
  return talks && dependent(article_, who, Relation::conj) != none;
}

// "The raids threatened the region's security": a danger
bool Finder::endangers(std::uint32_t t) const {
  static constexpr std::array what = {"security"_key,  "stability"_key, "peace"_key,    "safety"_key, "livelihood"_key,  "life"_key,
                                      "existence"_key, "survival"_key,  "interest"_key, "effort"_key, "process"_key,     "economy"_key,
                                      "health"_key,    "future"_key,    "unity"_key,    "order"_key,  "environment"_key, "supply"_key};
  const std::uint32_t object = facts::linked(article_, t, LinkKind::object);
  return object != none && std::find(what.begin(), what.end(), article_.token(object).lemma) != what.end();
}

// "called the talks with Chad a waste": what it is, in somebody's eyes
bool Finder::names_thing(std::uint32_t t) const {
  const std::uint32_t what = facts::linked(article_, t, LinkKind::object);
  return what != none && what > t && article_.token(what).tag == Tag::noun && parties_.at(what).empty();
}

// "asked whether Oman would come", "asked why": a question, no request.
bool Finder::asks_question(std::uint32_t t) const {
  static constexpr std::array words = {"whether"_key, "if"_key,    "why"_key, "how"_key,  "what"_key,
                                       "when"_key,    "where"_key, "who"_key, "about"_key};
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  // "Will it?" she asked.
  const auto links = article_.links.of(t);
  const bool told = std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return !link.inherited && link.dependent > t && link.kind != LinkKind::subject && article_.mentions.time_of[link.dependent] == none;
  });
  if (!told) return true;
  for (const Link& link : links)  // "asked the premier for his opinion"
    if (link.kind == LinkKind::oblique && link.preposition == "for"_key) {
      const Key what = article_.token(link.dependent).lemma;
      if (what == "opinion"_key || what == "view"_key || what == "comment"_key || what == "detail"_key) return true;
    }
  constexpr std::uint32_t near = 4, far = 24;
  for (std::uint32_t i = t + 1; i < last && i < t + far; ++i) {
    const Key key = article_.token(i).key;  // "asked the premier during their talks whether it was true"
    if (key == "whether"_key || (i < t + near && std::find(words.begin(), words.end(), key) != words.end())) return true;
    if (article_.token(i).tag == Tag::verb || article_.token(i).key == "to"_key || article_.token(i).key == "that"_key) return false;
  }
  return false;
}

// "asked not to be named", "requested anonymity", "on condition that he not be identified": how one speaks to the press.
bool Finder::asks_anonymity(std::uint32_t t) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  constexpr std::uint32_t reach = 8;
  bool negated = false;
  for (std::uint32_t i = t + 1; i < last && i < t + reach && article_.token(i).tag != Tag::punct; ++i) {
    const Key key = article_.token(i).key;
    if (key == "anonymity"_key) return true;
    negated = negated || key == "not"_key;
    if (negated && (key == "named"_key || key == "identified"_key || key == "quoted"_key || key == "photographed"_key)) return true;
  }
  return false;
}

// "prevented the envoy from leaving", not "prevent the use of it"
bool Finder::acts_on_somebody(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject) && parties_.acts(link.dependent);
  });
}

// "declined to comment", "refused to say": silence towards the press.
bool Finder::keeps_silent(std::uint32_t t) const {
  static constexpr std::array words = {"comment"_key,  "say"_key,     "elaborate"_key, "answer"_key, "speak"_key,
                                       "identify"_key, "confirm"_key, "disclose"_key,  "name"_key,   "draw"_key};
  if (const std::uint32_t what = facts::linked(article_, t, LinkKind::object);  // "declined comment"
      what != none && article_.token(what).lemma == "comment"_key)
    return true;
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::infinitive || link.inherited) continue;
    if (std::find(words.begin(), words.end(), article_.token(link.dependent).lemma) != words.end()) return true;
    const std::uint32_t object = facts::linked(article_, link.dependent, LinkKind::object);  // "declined to give details"
    const Key what = object == none ? Key{0} : article_.token(object).lemma;
    if (what == "detail"_key || what == "comment"_key || what == "name"_key || what == "figure"_key) return true;
  }
  return false;
}

// "supporters demanding that he be freed": a demand, though of nobody who is named.
bool Finder::demands_that(std::uint32_t t, EventType type) const {
  return type == EventType::request && facts::linked(article_, t, LinkKind::clause) != none;
}

// "threatened to pull out": what is threatened, though nobody is told at its other end.
bool Finder::is_threatened(std::uint32_t t) const {
  const Token& token = article_.token(t);
  return (token.relation == Relation::xcomp || token.relation == Relation::advcl) && token.head < t &&
         article_.token(token.head).lemma == "threaten"_key && article_.links.verb_group(t).infinitive;
}

// "vowed to send troops": what somebody is bound to do, though where to is not told.
bool Finder::is_committed(std::uint32_t t, EventType type) const {
  static constexpr std::array keys = {"vow"_key, "pledge"_key, "promise"_key, "decide"_key, "agree"_key};
  const Token& token = article_.token(t);
  const bool alone = type == EventType::mobilize || type == EventType::retreat || type == EventType::sanction;
  return alone && token.relation == Relation::xcomp && token.head < t && article_.links.verb_group(t).infinitive &&
         std::find(keys.begin(), keys.end(), article_.token(token.head).lemma) != keys.end();
}

// "met the envoy", not "met the deadline"
bool Finder::deals_with_somebody(std::uint32_t t, EventType type) const {
  if (type != EventType::consult || article_.token(t).lemma != "meet"_key) return true;
  const auto links = article_.links.of(t);
  return std::none_of(links.begin(), links.end(), [&](const Link& link) {
    return link.kind == LinkKind::object && !link.inherited && link.dependent > t && article_.token(link.dependent).tag == Tag::noun &&
           article_.mentions.time_of[link.dependent] == none && !parties_.acts(link.dependent);
  });
}

// "agreed to", "agreed with", "agreed the price"; not "agreed, adding that".
bool Finder::says_what(std::uint32_t t) const {
  if (article_.token(t).lemma != "agree"_key) return true;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  return t + 1 < last && article_.token(t + 1).tag != Tag::punct;
}

// "agreed that the clerk had been right": what one thinks, not what one undertakes
bool Finder::is_opinion(std::uint32_t t) const {
  const std::uint32_t clause = article_.token(t).lemma == "agree"_key ? facts::linked(article_, t, LinkKind::clause) : none;
  if (clause == none || clause < t) return false;
  const language::VerbGroup group = article_.links.verb_group(clause);
  return group.modality == Modality::none && group.tense == language::Tense::past;
}

// "released the hostages", not "released the results"
bool Finder::frees_people(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  // "freed 17 sailors from a hijacked ship": a rescue, and nothing conceded
  const bool rescued = std::any_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.kind != LinkKind::oblique || link.preposition != "from"_key) return false;
    const Key from = article_.token(link.dependent).lemma;
    return from != "prison"_key && from != "jail"_key && from != "custody"_key && from != "detention"_key;
  });
  if (rescued && article_.token(t).lemma == "free"_key) return false;
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.kind != LinkKind::object && link.kind != LinkKind::passive_subject) return false;
    const EntityId id = article_.entity_at(link.dependent);
    return id.set() ? article_.mentions.entities.entities[id.index].type == EntityType::person : parties_.acts(link.dependent);
  });
}

// "received a delegation", not "received aid from"
bool Finder::receives_guest(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    if (link.kind != LinkKind::object) return false;
    const bool call = article_.token(link.dependent).lemma == "call"_key;
    return call || (parties_.acts(link.dependent) && !parties_.at(link.dependent).empty());
  });
}

}  // namespace khabar::interactions
