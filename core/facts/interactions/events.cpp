#include "facts/interactions/events.h"
#include "facts/clauses.h"
#include "facts/interactions/topics.h"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::interactions {

namespace {

using language::Tag;
using mentions::none;
using namespace text::literals;

// In the simple present, what is said is done by saying it: "Oman asks Iran to ...".
bool is_spoken(EventType type) { return type == EventType::request || type == EventType::accuse || type == EventType::agree; }

// "We thank Oman": done as it is said.
bool is_said_by_saying(Key lemma) {
  static constexpr std::array verbs = {"thank"_key,  "welcome"_key, "commend"_key, "congratulate"_key, "reject"_key, "deny"_key,
                                       "praise"_key, "hail"_key,    "applaud"_key, "dismiss"_key,      "salute"_key, "laud"_key};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

bool has_stages(EventType type) { return type == EventType::cooperate || type == EventType::aid; }

// Acts that need nobody named at the other end: a protest, a withdrawal, a refusal.
bool stands_alone(EventType type) {
  return type != EventType::aid && type != EventType::support && type != EventType::consult && type != EventType::cooperate;
}

// "Oman and Iran offered Chad ships": what two give a third, not each other.
bool is_one_sided(Key lemma) {
  return lemma == "offer"_key || lemma == "promise"_key || lemma == "pledge"_key || lemma == "guarantee"_key || lemma == "assure"_key;
}

bool is_between_offices(EventType type) {
  return type == EventType::agree || type == EventType::consult || type == EventType::support || type == EventType::cooperate;
}

// Bodies of one state that deal with each other stand for themselves: "the police and the intelligence service".
void tell_bodies_apart(Ends& ends) {
  std::vector<Party*> bodies;
  for (Party& party : ends.actors)
    if (party.body && party.via.set()) bodies.push_back(&party);
  for (Party& party : ends.recipients)
    if (party.body && party.via.set()) bodies.push_back(&party);
  std::vector<EntityId> shared;
  for (const Party* party : bodies) {
    const auto sister = [&](const Party* p) { return p->entity == party->entity && !(p->via == party->via); };
    if (std::any_of(bodies.begin(), bodies.end(), sister)) shared.push_back(party->entity);
  }
  for (Party* party : bodies)
    if (std::find(shared.begin(), shared.end(), party->entity) != shared.end()) party->entity = std::exchange(party->via, EntityId{});
}

// "rebels", "the rebels from the north": may they be the same, as far as the words go?
bool same_words(std::string_view one, std::string_view other) {
  auto bare = [](std::string_view words) { return words.substr(0, 4) == "the " || words.substr(0, 4) == "The " ? words.substr(4) : words; };
  one = bare(one);
  other = bare(other);
  return one.find(other) != std::string_view::npos || other.find(one) != std::string_view::npos;
}

// The same arguments; in mutual acts in any order. Beside a party with a name, others without one are told by their words.
bool same_arguments(const mentions::Article& article, const Event& a, const Event& b) {
  if (a.arguments.size() != b.arguments.size()) return false;
  const bool named = std::any_of(a.arguments.begin(), a.arguments.end(), [](const Argument& one) { return one.entity.set(); });
  return std::all_of(a.arguments.begin(), a.arguments.end(), [&](const Argument& one) {
    return std::any_of(b.arguments.begin(), b.arguments.end(), [&](const Argument& other) {
      return one.role == other.role && one.entity == other.entity &&
             (one.entity.set() || one.span == other.span || (named && same_words(article.words(one.span), article.words(other.span))));
    });
  });
}

}  // namespace

// Is the recipient no other than an actor? A state may act on people, bodies and provinces of its own, where other words tell them.
bool Events::is_at_both_ends(const Party& party, const std::vector<Party>& actors, EventType type) const {
  const EntityId told = article_.entity_at(party.token);
  const bool is_place = told.set() && article_.mentions.entities.entities[told.index].type == EntityType::place;
  const bool rules_places = type == EventType::coerce || type == EventType::concede || type == EventType::threaten;
  const bool by_name = told.set() && !(is_place && rules_places);
  return std::any_of(actors.begin(), actors.end(), [&](const Party& actor) {
    if (!actor.entity.set()) return party.span == actor.span;
    // Its people and its ruler, its court and its ministers are not the same.
    const bool through_others = party.via.set() && (actor.people || (actor.via.set() && !(actor.via == party.via)));
    if (through_others && actor.entity == party.entity && !party.span.overlaps(actor.span)) return false;
    // "Both withdraw troops from the zone by the temple": from their own ground
    if (type == EventType::retreat && actors.size() > 1 && actor.entity == party.entity) return true;
    const bool shuts = type == EventType::sanction || (type == EventType::concede && !told.set());
    if (shuts && actor.entity == party.entity && !party.people) return true;  // "closed its border at Taba", "reopened its embassy"
    return actor.entity == party.entity && (by_name || party.meant || party.span.overlaps(actor.span));
  });
}

// "asked the fund to pay; Egypt agreed": who stands past a semicolon has no part in it.
void Events::drop_beyond_semicolon(std::uint32_t trigger, std::vector<Party>& side) const {
  std::erase_if(side, [&](const Party& party) {
    if (article_.token(party.token).sentence != article_.token(trigger).sentence) return false;
    const auto [first, last] = std::minmax(trigger, party.token);
    return facts::semicolon_in(article_, first, last) != mentions::none;
  });
}

// "Oman left the port, two Iranian clerks said": who says so has no part in it.
void Events::drop_speakers(std::uint32_t trigger, std::vector<Party>& side) const {
  const Span told = article_.token(trigger).span;
  const ClaimId claim = claim_of(claims_, told);
  if (!claim.set() || side.empty()) return;
  constexpr std::uint32_t most = 8;  // claims that hold the trigger stand near each other
  const std::uint32_t last = claim.index;
  for (std::uint32_t back = 0; back < most && back <= last; ++back) {
    const Claim& by = claims_[last - back];
    if (!by.content.contains(told) || by.source.span.begin < by.content.end) continue;
    std::erase_if(
        side, [&](const Party& party) { return party.span.begin > told.end && by.source.span.contains(article_.token(party.token).span); });
  }
}

// "Chad recalled its envoy and Niger its consul": who does the same, with the verb left out.
void Events::drop_next_doers(std::uint32_t trigger, std::vector<Party>& side) const {
  std::erase_if(side, [&](const Party& party) {
    if (party.token < trigger) return false;
    for (std::uint32_t d : article_.links.dependents(party.token))
      if (d > trigger && d < party.token && article_.token(d).tag == Tag::pron &&
          article_.token(d).relation == language::Relation::nmod_poss && article_.entity_at(d - 1).set() &&
          article_.token(d - 1).head == party.token)
        return true;
    return false;
  });
}

// "The adviser flew to Segou": a town of his own land, for all that is known of him, is nobody whom he meets.
void Events::drop_own_towns(const std::vector<Party>& actors, std::vector<Party>& recipients) const {
  const std::vector<Entity>& entities = article_.mentions.entities.entities;
  auto is_from_abroad = [&](const Party& actor, const std::string& land) {
    return actor.entity.set() && !entities[actor.entity.index].country.empty() && entities[actor.entity.index].country != land;
  };
  std::erase_if(recipients, [&](const Party& party) {
    if (!party.entity.set()) return false;
    const bool town = entities[party.entity.index].type == EntityType::place;
    const EntityId told = article_.entity_at(party.token);  // a town that stands for its state
    const bool capital = frames_.words().is_capital(article_.token(party.token).key);
    if (!town && (capital || !told.set() || entities[told.index].type != EntityType::place)) return false;
    const std::string& land = entities[town ? party.entity.index : told.index].country;
    return std::none_of(actors.begin(), actors.end(), [&](const Party& actor) { return is_from_abroad(actor, land); });
  });
}

// "An Omani woman praised it", "her brothers asked her to stay": no deal of a state's, a body's or a crowd's. People who demand something,
// or ask it of a party, are heard.
void Events::drop_private(std::uint32_t trigger, EventType type, Ends& ends) const {
  const auto is_private = [](const Party& party) { return party.people && !party.armed; };
  const auto is_one = [&](const Party& party) {
    const language::Token& t = article_.token(party.token);
    return t.form == language::Form::singular && t.lemma != "crowd"_key && t.lemma != "mob"_key && t.lemma != "group"_key;
  };
  if (type != EventType::protest) std::erase_if(ends.actors, [&](const Party& party) { return is_private(party) && is_one(party); });
  const Key lemma = article_.token(trigger).lemma;
  if (type == EventType::consult && (lemma == "visit"_key || lemma == "tour"_key || lemma == "travel"_key))
    std::erase_if(ends.actors, is_private);                              // "four citizens were robbed while visiting Oman"
  if (lemma == "march"_key && article_.token(trigger).tag == Tag::verb)  // states go to war so, and armies
    std::erase_if(ends.actors, [&](const Party& party) {
      return !party.people && party.entity.set() && article_.mentions.entities.entities[party.entity.index].type == EntityType::country;
    });
  if (type != EventType::request || lemma == "demand"_key || lemma == "call"_key || lemma == "petition"_key) return;
  const bool asked = std::any_of(ends.recipients.begin(), ends.recipients.end(), [](const Party& party) { return party.entity.set(); });
  if (!asked) std::erase_if(ends.actors, [&](const Party& party) { return is_private(party) && !party.entity.set(); });
}

bool Events::settle_ends(std::uint32_t trigger, const Meaning& meaning, Ends& ends) const {
  std::vector<Party>& actors = ends.actors;
  std::vector<Party>& recipients = ends.recipients;
  drop_beyond_semicolon(trigger, actors);
  drop_beyond_semicolon(trigger, recipients);
  drop_next_doers(trigger, recipients);
  drop_speakers(trigger, recipients);
  if (meaning.type == EventType::consult) drop_own_towns(actors, recipients);
  drop_private(trigger, meaning.type, ends);
  tell_bodies_apart(ends);
  const bool mutual =
      meaning.type == EventType::consult || meaning.type == EventType::cooperate ||
      (meaning.type == EventType::agree && (meaning.together || (actors.size() >= 2 && !is_one_sided(article_.token(trigger).lemma))));
  if (mutual) {
    // "brings together Oman and Iran": the only predicate whose parties all come after it.
    const language::Token& token = article_.token(trigger);
    if (actors.empty() && token.tag == Tag::verb && token.lemma != "bring"_key) return false;
    if (meaning.type == EventType::agree && !meaning.together) recipients.clear();  // "Oman and Iran agreed to send aid to Iraq"
    for (const Party& party : recipients)
      if (std::none_of(actors.begin(), actors.end(), [&](const Party& p) { return p.entity == party.entity; })) actors.push_back(party);
    recipients.clear();
    const auto named = [](const Party& p) { return p.entity.set(); };  // "with China and other members"
    if (std::count_if(actors.begin(), actors.end(), named) >= 2) std::erase_if(actors, [&](const Party& p) { return !named(p); });
    return actors.size() >= 2;
  }
  recipients.erase(std::remove_if(recipients.begin(), recipients.end(),
                                  [&](const Party& party) { return is_at_both_ends(party, actors, meaning.type); }),
                   recipients.end());
  return !actors.empty() && (!recipients.empty() || (!meaning.needs_recipient && stands_alone(meaning.type)));
}

// "Chad can help Niger by sharing data", "a forum bringing together both could": who says how, for what or through which thing that is
// not there yet proposes it.
bool Events::is_suggested(std::uint32_t trigger) const {
  using language::Modality;
  using language::Relation;
  const auto is_open = [&](std::uint32_t verb) {
    const language::VerbGroup group = article_.links.verb_group(verb);
    const Modality m = group.modality;
    return !group.negated && !group.conditional && !group.perfect &&
           (m == Modality::can || m == Modality::could || m == Modality::may || m == Modality::might || m == Modality::would);
  };
  const auto mark_of = [&](std::uint32_t clause) {
    const std::uint32_t mark = facts::dependent(article_, clause, Relation::mark);
    return mark == none ? Key{0} : article_.token(mark).key;
  };
  const language::Token& token = article_.token(trigger);
  const language::Token& above = article_.token(token.head);
  if (token.relation == Relation::advcl && mark_of(trigger) == "by"_key) return is_open(token.head);
  if (token.relation == Relation::acl && token.form == language::Form::gerund && above.relation == Relation::nsubj) {
    const std::uint32_t article = facts::dependent(article_, token.head, Relation::det);
    const Key key = article == none ? 0 : article_.token(article).key;
    return (key == "a"_key || key == "an"_key) && is_open(above.head);
  }
  if (!is_open(trigger)) return false;
  for (const language::Link& link : article_.links.of(trigger)) {
    if (link.dependent < trigger) continue;
    if (link.kind == language::LinkKind::adverbial && (link.preposition == "by"_key || link.preposition == "to"_key)) return true;
    // "may help Niger guard the border by": the means may hang on what is helped.
    if (link.kind == language::LinkKind::infinitive || link.kind == language::LinkKind::clause)
      for (const language::Link& below : article_.links.of(link.dependent))
        if (below.kind == language::LinkKind::adverbial && below.preposition == "by"_key && below.dependent > trigger) return true;
  }
  return false;
}

// Does a verb stand above the noun, over other nouns?
bool Events::is_under_verb(std::uint32_t noun) const {
  constexpr int highest = 4;
  for (int i = 0; i < highest; ++i) {
    const language::Token& token = article_.token(noun);
    if (token.tag == Tag::verb) return true;
    if (token.head == noun) return false;
    noun = token.head;
  }
  return false;
}

// "flew to Chad to show support": shown by the journey.
bool Events::is_shown_by_coming(std::uint32_t verb) const {
  static constexpr std::array comes = {"arrive"_key, "come"_key, "travel"_key, "fly"_key,   "visit"_key, "gather"_key,
                                       "meet"_key,   "call"_key, "phone"_key,  "march"_key, "rally"_key, "write"_key};
  static constexpr std::array shows = {"show"_key, "express"_key, "voice"_key, "offer"_key, "convey"_key, "pledge"_key, "declare"_key};
  const language::Token& token = article_.token(verb);
  if (!article_.links.verb_group(verb).infinitive || token.head >= verb) return false;
  return std::find(shows.begin(), shows.end(), token.lemma) != shows.end() &&
         std::find(comes.begin(), comes.end(), article_.token(token.head).lemma) != comes.end();
}

// "Rebels who surrender will be given land": whoever does, and nobody has.
bool Events::is_said_of_any(std::uint32_t trigger) const {
  const language::Token &token = article_.token(trigger), &noun = article_.token(token.head);
  return token.relation == language::Relation::acl_relcl && token.form == language::Form::present && noun.tag == language::Tag::noun &&
         noun.form == language::Form::plural && facts::dependent(article_, token.head, language::Relation::det) == none &&
         facts::dependent(article_, trigger, language::Relation::aux) == none &&
         facts::dependent(article_, token.head, language::Relation::nummod) == none;
}

// "accusations by Oman"
bool Events::is_by_somebody(std::uint32_t noun) const {
  return noun + 1 < article_.language.tokens.size() && article_.token(noun + 1).key == "by"_key;
}

// "allegedly armed", "reportedly offered": told by those who do not vouch for it.
bool Events::is_hearsay(std::uint32_t trigger) const {
  for (std::uint32_t d : article_.links.dependents(trigger)) {
    const Key key = article_.token(d).key;
    if (key == "allegedly"_key || key == "reportedly"_key || key == "supposedly"_key || key == "purportedly"_key) return true;
  }
  return false;
}

// "is said to have armed Oman": nobody accuses whoever it is said of.
bool Events::is_reported(std::uint32_t trigger) const {
  const language::Token& token = article_.token(trigger);
  const Key above = article_.token(token.head).lemma;
  return token.relation == language::Relation::xcomp && article_.links.verb_group(token.head).passive &&
         (above == "say"_key || above == "report"_key || above == "understand"_key || above == "allege"_key || above == "claim"_key);
}

std::optional<realis::Reading> Events::read(std::uint32_t trigger, const Meaning& meaning) const {
  const language::Token& token = article_.token(trigger);
  const bool noun = token.tag == Tag::noun;
  realis::Reading reading = realis::read(article_, trigger, realis_);
  if (noun && reading.status == Status::happened && (token.lemma == "ally"_key || token.lemma == "partner"_key))
    reading.status = Status::ongoing;  // what somebody is, not what somebody did
  // "challenges to their cooperation": a state of things, unless a verb says what became of it.
  if (noun && reading.status == Status::happened && !is_under_verb(trigger) &&
      (token.lemma == "cooperation"_key || token.lemma == "co-operation"_key || token.lemma == "partnership"_key ||
       token.lemma == "alliance"_key || token.lemma == "collaboration"_key))
    reading.status = Status::ongoing;
  // "cooperation between them has collapsed", "since a truce collapsed": it is no more.
  const bool lasts = meaning.type == EventType::cooperate || meaning.type == EventType::agree;
  if (noun && lasts && realis::is_done(reading.status) && is_halted(trigger))
    reading = {Status::failed, Stage::stalled, article_.token(token.head).span, reading.alleged};
  if (noun && lasts && token.relation == language::Relation::nsubj && realis::is_done(reading.status) && is_over(token.head) &&
      article_.links.verb_group(token.head).tense != language::Tense::future)
    reading = {Status::failed, Stage::stalled, article_.token(token.head).span, reading.alleged};
  // "denied Oman's accusation": made, whatever is in it
  if (noun && meaning.type == EventType::accuse && reading.status == Status::denied && token.relation == language::Relation::obj &&
      article_.token(token.head).lemma == "deny"_key &&
      (facts::dependent(article_, trigger, language::Relation::nmod_poss) != none || is_by_somebody(trigger)))
    reading.status = Status::happened;
  // "is in talks with": they go on
  if (noun && reading.status == Status::happened && meaning.type == EventType::consult &&
      facts::dependent(article_, trigger, language::Relation::cop) != none &&
      article_.links.verb_group(trigger).tense == language::Tense::present)
    reading.status = Status::ongoing;
  // "We would urge Oman to wait": urged as it is said
  if (!noun && reading.status == Status::possible && meaning.type == EventType::request &&
      article_.links.verb_group(trigger).modality == language::Modality::would && !article_.links.verb_group(trigger).negated)
    for (const language::Link& link : article_.links.of(trigger))
      if (link.kind == language::LinkKind::subject &&
          (article_.token(link.dependent).key == "we"_key || article_.token(link.dependent).key == "i"_key))
        reading.status = Status::happened;
  // "lifted no restrictions": none of it
  if (!noun && realis::is_done(reading.status))
    for (const language::Link& link : article_.links.of(trigger)) {
      if (link.kind != language::LinkKind::object || link.inherited) continue;
      const std::uint32_t det = facts::dependent(article_, link.dependent, language::Relation::det);
      if (det != none && article_.token(det).key == "no"_key) reading.status = Status::denied;
    }
  // "has no choice but to talk to Oman": it ought to
  if (!noun && realis::is_done(reading.status) && article_.links.verb_group(trigger).infinitive && has_no_choice(trigger))
    reading = {Status::proposed, Stage::called_for, token.span, reading.alleged};
  // "until Oman lifts the ban": not lifted yet
  if (!noun && reading.status == Status::general && token.relation == language::Relation::advcl) {
    const std::uint32_t mark = facts::dependent(article_, trigger, language::Relation::mark);
    const Key key = mark == none ? Key{0} : article_.token(mark).key;
    if (key == "until"_key || key == "before"_key || key == "once"_key) reading.status = Status::possible;
  }
  const bool serves = is_between_offices(meaning.type) || meaning.type == EventType::aid;
  if (serves && reading.status == Status::possible && is_suggested(trigger)) {
    reading.status = Status::proposed;
    reading.stage = Stage::called_for;
  }
  // A shared plan or idea is none that was carried out; what is at work now goes on: "their patrols have relied on".
  if (meaning.joint && reading.status == Status::happened) {
    if (token.lemma == "plan"_key) reading.status = Status::planned;
    if (token.lemma == "idea"_key || token.lemma == "proposal"_key)
      reading = {Status::proposed, Stage::called_for, token.span, reading.alleged};
  }
  if (noun && meaning.type == EventType::cooperate && reading.status == Status::happened &&
      (token.relation == language::Relation::nsubj || token.relation == language::Relation::obj) &&
      article_.links.verb_group(token.head).tense == language::Tense::present)
    reading.status = Status::ongoing;
  // "offered condolences", "expressed support": said is done.
  if (noun && meaning.type == EventType::support && article_.token(token.head).tag == Tag::verb)
    reading = is_shown_by_coming(token.head) ? realis::read(article_, article_.token(token.head).head, realis_)
                                             : realis::read(article_, token.head, realis_);
  // "suspended their cooperation", "discussed joint patrols": how far it has come.
  if (noun && has_stages(meaning.type) && article_.token(token.head).tag == Tag::verb)
    if (const realis::Cues::Cue cue = realis_.find(article_.token(token.head).lemma, realis::Cues::Kind::verb, "cooperation"_key);
        cue.stage != Stage::none)
      reading.stage = cue.stage;
  // "ended their meeting": it took place
  if (noun && meaning.type == EventType::consult && reading.status == Status::failed && token.relation == language::Relation::obj &&
      article_.token(token.head).lemma == "end"_key && realis::is_done(realis::read(article_, token.head, realis_).status))
    reading.status = Status::happened;
  if (noun && meaning.type == EventType::consult && realis::is_done(reading.status) && (is_stalled(trigger) || is_halted(trigger)))
    reading.status = Status::failed;
  // "decided to renew the sanctions": bodies do so by deciding
  if (noun && meaning.type == EventType::sanction && reading.status == Status::planned && is_renewed(trigger))
    reading.status = Status::happened;
  if (!noun && realis::is_done(reading.status) && is_hearsay(trigger)) reading.status = Status::possible;
  if (noun && reading.alleged && realis::is_done(reading.status)) reading.status = Status::possible;  // "an alleged meeting"
  if (is_said_of_any(trigger)) return std::nullopt;
  if (reading.alleged && !noun) {
    if (!is_reported(trigger)) return std::nullopt;  // the accusation is the fact
    reading.status = Status::possible;
  }
  if (reading.status == Status::general) {
    if (meaning.type == EventType::threaten) return std::nullopt;  // "smog threatens the coast": a danger, not a threat made
    const bool held = token.lemma == "regard"_key || token.lemma == "suspect"_key;  // an opinion, which somebody goes on to have
    reading.status = (is_spoken(meaning.type) && !held) || is_said_by_saying(token.lemma) ? Status::happened : Status::ongoing;
  }
  return reading;
}

void Events::add(std::uint32_t trigger, const Meaning& meaning, Ends ends, std::string_view rule, std::optional<Status> status) {
  // "The rebels arrived from Gao": no visit
  const bool armed = !ends.actors.empty() && std::all_of(ends.actors.begin(), ends.actors.end(), [](const Party& p) { return p.armed; });
  if (meaning.type == EventType::consult && armed && article_.token(trigger).tag == Tag::verb &&
      article_.token(trigger).lemma != "meet"_key)
    return near_misses_.add(article_.token(trigger).span, rule, "armed men who come pay no visit");
  if (meaning.type == EventType::protest && armed)
    return near_misses_.add(article_.token(trigger).span, rule, "armed men who block a road do not protest");
  if (!settle_ends(trigger, meaning, ends))
    return near_misses_.add(article_.token(trigger).span, rule,
                            ends.actors.empty() ? "no state, body, official or group that does it"
                                                : "no state, body, official or group stands at its other end");
  const std::optional<realis::Reading> reading =
      status.has_value() ? realis::Reading{*status, Stage::none, {}, false} : read(trigger, meaning);
  if (!reading.has_value())
    return near_misses_.add(article_.token(trigger).span, rule, "a danger or an accusation, not an act told as one");
  Event event;
  event.type = meaning.type;
  event.status = reading->status;
  event.trigger = article_.token(trigger).span;
  if (meaning.type == EventType::agree && meaning.together && reading->status == Status::failed && reading->stage != Stage::stalled &&
      !reading->cue.overlaps(event.trigger)) {
    event.type = EventType::reject;  // "failed to reach agreement", not "nearly reached it", "it collapsed": each turned the other down
    event.status = Status::happened;
  }
  const bool nobodies =
      !ends.actors.empty() && std::all_of(ends.actors.begin(), ends.actors.end(), [](const Party& p) { return p.people; });
  if (event.type == EventType::request && event.status == Status::denied && nobodies)
    return near_misses_.add(article_.token(trigger).span, rule, "nobody in particular does not ask");
  if (has_stages(event.type)) event.stage = reading->stage;
  event.rule = rule;
  // Private people stand for their country where states act on them, and in protest; else only for themselves.
  auto add_arguments = [&](const std::vector<Party>& side, ArgumentRole role) {
    for (const Party& party : side) {
      const bool for_themselves =
          party.some && role == ArgumentRole::actor && meaning.type != EventType::protest && meaning.type != EventType::request;
      const bool for_country = !is_between_offices(meaning.type) && !for_themselves;
      const EntityId entity = party.people && !for_country ? EntityId{} : party.entity;
      event.arguments.push_back({role, entity, party.via, party.people ? "group-of-people" : "", false, party.span});
    }
  };
  add_arguments(ends.actors, ArgumentRole::actor);
  add_arguments(ends.recipients, ArgumentRole::recipient);
  add_topics(article_, trigger, event);
  if (!status.has_value()) event.time = time_of(trigger, event);  // "will travel on Friday": the day is the journey's, not the promise's
  const Span sentence = article_.language.sentences[article_.token(trigger).sentence].span;
  Span evidence = event.trigger;
  for (const Argument& argument : event.arguments) {
    if (!sentence.contains(argument.span)) continue;
    evidence = {std::min(evidence.begin, argument.span.begin), std::max(evidence.end, argument.span.end)};
  }
  event.evidence = {evidence};
  add_contexts(article_, frames_, trigger, event);
  event.attribution = claim_of(claims_, evidence);
  merge_or_add(std::move(event));
}

void Events::merge_or_add(Event event) {
  constexpr std::size_t reach = 48, most_topics = 8;
  for (std::size_t back = 0; back < reach && back < events_.size(); ++back) {
    Event& other = events_[events_.size() - 1 - back];
    if (other.type != event.type || other.status != event.status || !same_arguments(article_, event, other)) continue;
    if (event.time.set() && other.time.set() && !(event.time == other.time)) continue;
    if (other.stage != event.stage && event.stage != Stage::none && other.stage != Stage::none) continue;
    other.evidence.push_back(event.evidence.front());
    if (!other.time.set()) other.time = event.time;
    if (other.stage == Stage::none) other.stage = event.stage;
    for (std::string& topic : event.topics)
      if (other.topics.size() < most_topics && std::find(other.topics.begin(), other.topics.end(), topic) == other.topics.end())
        other.topics.push_back(std::move(topic));
    return;
  }
  events_.push_back(std::move(event));
}

}  // namespace khabar::interactions
