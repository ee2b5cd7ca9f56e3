// What words do: promises, threats, ultimatums, demands and accusations, by what the clause below tells.
#include "facts/interactions/finder.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

namespace {

// Types of acts that serve the other side, and of those that harm it (PLOVER codebook: future ones are coded agree and threaten).
bool is_cooperative(EventType type) {
  return type == EventType::agree || type == EventType::consult || type == EventType::support || type == EventType::cooperate ||
         type == EventType::aid || type == EventType::concede || type == EventType::retreat;
}
bool is_hostile(EventType type) {
  return type == EventType::protest || type == EventType::sanction || type == EventType::mobilize || type == EventType::coerce ||
         type == EventType::assault || type == EventType::threaten;
}

bool asks(Modality modality) {
  return modality == Modality::must || modality == Modality::should || modality == Modality::ought || modality == Modality::have_to ||
         modality == Modality::need || modality == Modality::shall;
}

bool intends(const language::VerbGroup& group) {
  return group.modality == Modality::will || group.modality == Modality::going_to || group.modality == Modality::would ||
         group.modality == Modality::shall;
}

// Statements that blame by what they say: "claims that X violates ...".
bool blames(Key lemma) { return lemma == "claim"_key || lemma == "allege"_key || lemma == "charge"_key || lemma == "complain"_key; }

}  // namespace

void Finder::adjective(std::uint32_t t) {
  const Meaning* own = frames_.verb(article_.token(t).key, 0);
  if (own != nullptr && own->intent) commitment(t);
}

// "plans to impose", "is ready to send", "vowed to strike": agree or threaten, by what is committed to.
void Finder::commitment(std::uint32_t t) {
  std::uint32_t act = none;
  for (const Link& link : article_.links.of(t))
    if (act == none && link.dependent > t &&
        (link.kind == LinkKind::infinitive || link.kind == LinkKind::clause || link.kind == LinkKind::adverbial))
      act = link.dependent;
  if (act == none)
    for (std::uint32_t child : article_.links.dependents(t))
      if (act == none && child > t && article_.token(child).relation == Relation::acl) act = child;
  if (act == none) return;
  Sense sense = sense_of(article_, frames_, act);
  if (incident_of_[act] != nullptr) sense.meaning = {true, incident_of_[act]->type};
  if (!sense.meaning.evokes)  // "plans to resume military aid"
    for (const Link& link : article_.links.of(act))
      if (const Meaning* told = link.kind == LinkKind::object ? frames_.noun(article_.token(link.dependent).lemma) : nullptr;
          told != nullptr && !told->joint)
        sense.meaning = *told;
  if (!sense.meaning.evokes || sense.meaning.intent) return;
  if (const std::uint32_t own = facts::linked(article_, act, LinkKind::object);  // "stands ready to defend itself"
      own != none && (article_.token(own).key == "itself"_key || article_.token(own).key == "themselves"_key))
    return;
  // "must decide who may enter", "decided to renew the sanctions": a choice, a step; no promise or threat
  const Key next = t + 1 < article_.language.tokens.size() ? article_.token(t + 1).key : Key{0};
  const Key does = article_.token(act).lemma;
  if (next == "who"_key || next == "whether"_key || next == "what"_key || next == "how"_key || next == "which"_key || next == "when"_key)
    return;
  if (sense.meaning.type == EventType::sanction && (does == "extend"_key || does == "renew"_key || does == "prolong"_key)) return;
  const bool cooperative = is_cooperative(sense.meaning.type);
  if (!cooperative && !is_hostile(sense.meaning.type)) return;
  Ends ends;
  ends.actors = roles_.actors_of(t, !cooperative);
  if (ends.actors.empty())  // "is prepared to", "is set to"
    for (const Link& link : article_.links.of(t))
      if (link.kind == LinkKind::passive_subject) roles_.add(ends.actors, link.dependent, !cooperative);
  ends.recipients = roles_.of_verb(act, sense.meaning).recipients;
  if (ends.recipients.empty()) roles_.add_of_clause(ends.recipients, ends.actors, act, sense.meaning.type);  // "to send tents to help Chad"
  // "its ministers are due to meet": with nobody else.
  const bool mutual = sense.meaning.type == EventType::consult || sense.meaning.type == EventType::cooperate;
  if (mutual && ends.recipients.empty() && ends.actors.size() < 2) return;
  if (sense.meaning.type == EventType::mobilize && ends.recipients.empty()) return;  // "plans to deploy its force": against nobody
  // "vowed never to share it", "promised not to attack": the one refuses, the other gives in
  const bool not_to = article_.links.verb_group(act).negated;
  events_.add(t,
              {true, not_to        ? (cooperative ? EventType::reject : EventType::agree)
                     : cooperative ? EventType::agree
                                   : EventType::threaten},
              ends, "interactions.commitment");
}

// "promised not to share it with Oman"
bool Finder::withholds(std::uint32_t t) const {
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::infinitive || link.inherited || !article_.links.verb_group(link.dependent).negated) continue;
    const Sense sense = sense_of(article_, frames_, link.dependent);
    if (sense.meaning.evokes && !sense.meaning.intent && is_cooperative(sense.meaning.type)) return true;
  }
  return false;
}

// "will visit", "said it would blockade": the announced act is a commitment or a threat, and is itself only planned. True where it is
// refused, which is all that is told then.
bool Finder::announce(std::uint32_t t, EventType type, const Ends& ends) {
  const language::VerbGroup group = article_.links.verb_group(t);
  const bool announced =
      claim_of(claims_, article_.token(t).span).set() || (group.modality == Modality::will && article_.token(t).head == t);
  if (!announced || !intends(group) || group.conditional) return false;
  const bool cooperative = is_cooperative(type);
  if (group.negated) {
    if (cooperative) events_.add(t, {true, EventType::reject}, ends, "interactions.intention", Status::happened);
    return cooperative;
  }
  // There may be nobody to promise it to.
  if (ends.recipients.empty() || realis::read(article_, t, realis_).status != Status::planned) return false;
  if (cooperative && type != EventType::agree) {
    events_.add(t, {true, EventType::agree, type == EventType::consult || type == EventType::cooperate}, ends, "interactions.intention",
                Status::happened);
  } else if (is_hostile(type) && type != EventType::threaten && type != EventType::mobilize) {
    events_.add(t, {true, EventType::threaten}, ends, "interactions.intention", Status::happened);
  }
  return false;
}

// "warned that Peru would shut the port if Chile did not pay": who would act threatens who is to mend his ways.
bool Finder::ultimatum(std::uint32_t t) {
  const Key lemma = article_.token(t).lemma;
  if (lemma != "warn"_key && lemma != "threaten"_key &&
      realis_.find(lemma, realis::Cues::Kind::verb, "any"_key).governor != realis::Governor::report)
    return false;
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::clause || link.inherited || link.dependent <= t) continue;
    const language::VerbGroup group = article_.links.verb_group(link.dependent);
    if (!intends(group) || group.negated || group.passive) continue;
    if (lemma != "warn"_key && lemma != "threaten"_key) {
      const Sense sense = sense_of(article_, frames_, link.dependent);
      if (incident_of_[link.dependent] == nullptr && !(sense.meaning.evokes && is_hostile(sense.meaning.type))) continue;
    }
    const std::uint32_t condition = condition_of(link.dependent);
    if (condition == none) continue;
    Ends ends;
    ends.actors = roles_.actors_of(link.dependent, false);
    ends.recipients = roles_.actors_of(condition, false);
    const std::vector<Party> speakers = roles_.actors_of(t, false);
    if (ends.actors.empty()) ends.actors = speakers;         // "said it would"
    if (speakers.empty() && is_told_by_others(t)) continue;  // "analysts warn that the rebels will strike back if": no threat of theirs
    if (ends.recipients.empty()) ends.recipients = roles_.of_verb(link.dependent, {true, EventType::threaten}).recipients;
    if (ends.actors.size() != 1 || ends.recipients.empty()) continue;
    if (speakers.size() == 1 && !ends.actors.front().via.set() && !(speakers.front().entity == ends.actors.front().entity))
      ends.actors.front().via = speakers.front().via.set() ? speakers.front().via : speakers.front().entity;
    events_.add(t, {true, EventType::threaten}, std::move(ends), "interactions.ultimatum", Status::happened);
    return true;
  }
  return false;
}

// Do those say so who only look on: experts, a report?
bool Finder::is_told_by_others(std::uint32_t t) const {
  static constexpr std::array others = {"analyst"_key,     "expert"_key,    "observer"_key,   "critic"_key,   "researcher"_key,
                                        "scholar"_key,     "academic"_key,  "report"_key,     "study"_key,    "activist"_key,
                                        "commentator"_key, "economist"_key, "specialist"_key, "diplomat"_key, "historian"_key};
  const std::uint32_t subject = facts::linked(article_, t, LinkKind::subject);
  return subject != none && std::find(others.begin(), others.end(), article_.token(subject).lemma) != others.end();
}

// The clause with "if" or "unless" that hangs on this one; none where there is none.
std::uint32_t Finder::condition_of(std::uint32_t t) const {
  for (const Link& link : article_.links.of(t))
    if (link.kind == LinkKind::adverbial && (link.preposition == "if"_key || link.preposition == "unless"_key)) return link.dependent;
  return none;
}

// "said that Khartoum must return it": a request; "claims that Delhi violates its airspace": an accusation.
bool Finder::statement(std::uint32_t t) {
  const Key lemma = article_.token(t).lemma;
  if (!blames(lemma) && realis_.find(lemma, realis::Cues::Kind::verb, "any"_key).governor != realis::Governor::report) return false;
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::clause || link.dependent == t) continue;
    const language::VerbGroup group = article_.links.verb_group(link.dependent);
    bool own = false;  // "we must pull out": what the speaker is to do himself
    for (const Link& below : article_.links.of(link.dependent))
      if (below.kind == LinkKind::subject)
        own = own || article_.token(below.dependent).key == "we"_key || article_.token(below.dependent).key == "i"_key;
    const bool asked = asks(group.modality) && !group.perfect && !own;
    if (!asked && !blames(lemma)) continue;
    if (!asked && !harms(link.dependent)) continue;
    Ends ends;
    ends.actors = roles_.actors_of(t, false);
    bool of_somebody = false;
    for (const Link& below : article_.links.of(link.dependent))
      if (below.kind == LinkKind::subject || below.kind == LinkKind::passive_subject) {
        roles_.add(ends.recipients, below.dependent);
        of_somebody = of_somebody || (below.kind == LinkKind::subject && parties_.acts(below.dependent));
      }
    if (asked && lemma == "tell"_key)  // "told the Omani envoy that they must be freed": whom it is told
      for (const Link& told : article_.links.of(t)) {
        const bool addressed = (told.kind == LinkKind::object || told.kind == LinkKind::recipient) && !told.inherited;
        if (!addressed || told.dependent < t || told.dependent > link.dependent) continue;
        std::vector<Party> listeners;
        roles_.add(listeners, told.dependent);
        if (!listeners.empty()) ends.recipients = std::move(listeners);
      }
    if (ends.recipients.empty() && of_somebody) return true;  // "said the cabinet must go to the court": asked of nobody that we know
    if (ends.recipients.empty() && asked) roles_.add_of_clause(ends.recipients, ends.actors, t, EventType::request);
    if (ends.actors.empty() || ends.recipients.empty()) continue;
    const auto is_actor = [&](const Party& party) {
      return std::any_of(ends.actors.begin(), ends.actors.end(), [&](const Party& p) { return p.entity == party.entity; });
    };
    if (!asked && std::all_of(ends.recipients.begin(), ends.recipients.end(), is_actor)) return true;  // claims a deed of its own
    events_.add(t, {true, asked ? EventType::request : EventType::accuse}, ends, "interactions.statement");
    if (!asked) told_ = facts::subtree(article_, link.dependent);  // what somebody claims of another is no act of the other's yet
    return true;
  }
  return false;
}

// Does the clause tell a deed against somebody?
bool Finder::harms(std::uint32_t clause) const {
  if (incident_of_[clause] != nullptr) return true;
  const Sense sense = sense_of(article_, frames_, clause);
  return sense.meaning.evokes && (is_hostile(sense.meaning.type) || sense.meaning.type == EventType::reject);
}

}  // namespace khabar::interactions
