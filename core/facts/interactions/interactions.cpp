#include "facts/interactions/interactions.h"

#include "facts/clauses.h"
#include "facts/interactions/events.h"
#include "facts/interactions/senses.h"
#include "text/sorting.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

namespace {

using facts::dependent;
using facts::Parties;
using language::Link;
using language::LinkKind;
using language::Modality;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

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

class Finder {
 public:
  Finder(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames,
         const realis::Cues& realis, const facts::NearMisses& near_misses)
      : article_(article),
        claims_(claims),
        frames_(frames),
        realis_(realis),
        parties_(article, frames.words()),
        roles_(article, claims, parties_),
        events_(article, claims, frames, realis, near_misses),
        near_misses_(near_misses),
        incident_of_(article.language.tokens.size(), nullptr) {
    // What an incident's trigger tells is told already.
    std::vector<const Event*> sorted;
    for (const Event& event : incidents) sorted.push_back(&event);
    text::stable_sort(sorted, [](const Event* a, const Event* b) { return a->trigger < b->trigger; });
    std::size_t token = 0;
    for (const Event* event : sorted) {
      while (token < article.language.tokens.size() && article.language.tokens[token].span.begin < event->trigger.begin) ++token;
      for (std::size_t t = token; t < article.language.tokens.size() && article.language.tokens[t].span.begin < event->trigger.end; ++t)
        incident_of_[t] = event;
    }
  }

  std::vector<Event> run() {
    for (const language::Sentence& sentence : article_.language.sentences) {
      if (!article_.in_body(sentence) || asks_whether(sentence)) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (incident_of_[t] != nullptr || told_.contains(t)) continue;
        const Tag tag = article_.token(t).tag;
        if (tag == Tag::verb) {
          verb(t);
        } else if (tag == Tag::noun) {
          noun(t);
        } else if (tag == Tag::adj) {
          adjective(t);
        }
      }
    }
    return events_.take();
  }

 private:
  // "Did China help?", "Is Oman arming them?": what is asked is told by nobody yet.
  bool asks_whether(const language::Sentence& sentence) const {
    if (sentence.last < sentence.first + 4 || article_.words(article_.token(sentence.last - 1).span) != "?") return false;
    std::uint32_t at = sentence.first;
    while (at + 1 < sentence.last &&
           (article_.token(at).tag == Tag::punct || article_.token(at).tag == Tag::cconj || article_.token(at).tag == Tag::intj))
      ++at;
    return article_.token(at).tag == Tag::aux;
  }

  // ------------------------------------------------------------------------------------------ predicates

  void verb(std::uint32_t t) {
    if (ultimatum(t) || statement(t)) return;
    const Sense sense = sense_of(article_, frames_, t);
    if (!sense.meaning.evokes) return joint_act(t);
    if (sense.meaning.type == EventType::assault) return;
    if (sense.meaning.intent) return commitment(t);
    // "did not deny": neither a refusal nor its opposite.
    if (sense.meaning.type == EventType::reject && keeps_silent(t)) return;
    if (article_.token(t).lemma == "deny"_key && article_.links.verb_group(t).negated) return;
    if (article_.token(t).lemma == "ask"_key && asks_question(t)) return;
    if (article_.token(t).lemma == "demonstrate"_key && facts::linked(article_, t, LinkKind::object) != none) return;  // shows it
    if (article_.token(t).lemma == "want"_key && !roles_.asks_somebody(t, EventType::request)) return;
    if (article_.token(t).lemma == "warn"_key && warns_of_thing(t)) return;
    if (article_.token(t).lemma == "receive"_key && !receives_guest(t)) return;
    if (sense.meaning.type == EventType::concede && (article_.token(t).lemma == "release"_key || article_.token(t).lemma == "free"_key) &&
        !frees_people(t))
      return;
    if (!deals_with_somebody(t, sense.meaning.type)) return;
    evoked_ = sense.meaning.type;
    evoked_by_ = t;
    evoked_by_pattern_ = sense.rule == "interactions.verb_pattern";
    Ends ends = roles_.of_verb(t, sense.meaning);
    if (sense.meaning.type == EventType::agree && ends.actors.size() < 2 && !says_what(t)) return;
    if (sense.meaning.type == EventType::threaten && article_.token(t).lemma == "warn"_key && is_watchdog(ends.actors)) return;
    if (article_.token(t).lemma == "complain"_key && is_of_own_lot(t, ends.actors)) return;
    const language::VerbGroup group = article_.links.verb_group(t);
    // What a participle or an infinitive tells without saying to whom is a shade of another act.
    const bool finite = group.tense != language::Tense::none || group.modality != Modality::none || article_.token(t).head == t;
    if (ends.recipients.empty() && ends.actors.size() < 2 && !finite && sense.meaning.type != EventType::protest && !is_threatened(t) &&
        !demands_that(t, sense.meaning.type))
      return near_misses_.add(article_.token(t).span, "interactions.verb", "a participle or an infinitive that does not say to whom");
    if (ends.recipients.empty() && ends.actors.size() == 1 && sense.meaning.together) roles_.add_coordinated(ends.actors);
    // "will visit", "said it would blockade": the announced act is a commitment or a threat, and is itself only planned.
    const bool announced =
        claim_of(claims_, article_.token(t).span).set() || (group.modality == Modality::will && article_.token(t).head == t);
    if (intends(group) && !group.conditional && announced &&
        (group.negated || realis::read(article_, t, realis_).status == Status::planned)) {
      const bool cooperative = is_cooperative(sense.meaning.type);
      if (group.negated) {
        if (cooperative) return events_.add(t, {true, EventType::reject}, ends, "interactions.intention", Status::happened);
      } else if (ends.recipients.empty()) {  // nobody to promise it to
      } else if (cooperative && sense.meaning.type != EventType::agree) {
        events_.add(t, {true, EventType::agree, sense.meaning.type == EventType::consult || sense.meaning.type == EventType::cooperate},
                    ends, "interactions.intention", Status::happened);
      } else if (is_hostile(sense.meaning.type) && sense.meaning.type != EventType::threaten && sense.meaning.type != EventType::mobilize) {
        events_.add(t, {true, EventType::threaten}, ends, "interactions.intention", Status::happened);
      }
    }
    events_.add(t, sense.meaning, ends, sense.rule);
  }

  // "The mayor complained that Chad pays for all": whose state it is, no word says, and it may be his own.
  bool is_of_own_lot(std::uint32_t t, const std::vector<Party>& actors) const {
    if (facts::linked(article_, t, LinkKind::clause) == none || actors.size() != 1 || !actors.front().entity.set()) return false;
    const std::uint32_t index = actors.front().entity.index;
    const std::vector<Entity>& entities = article_.mentions.entities.entities;
    return index < entities.size() && entities[index].type == EntityType::person;
  }

  // The UN that warns of a famine threatens nobody with it.
  bool is_watchdog(const std::vector<Party>& actors) const {
    return std::any_of(actors.begin(), actors.end(), [&](const Party& party) {
      if (!party.entity.set() || party.entity.index >= article_.mentions.entities.entities.size()) return false;
      const std::string& sector = article_.mentions.entities.entities[party.entity.index].sector;
      return sector == "IGO" || sector == "NGO";
    });
  }

  // "warned Oman about the storm": for its own good.
  bool warns_of_thing(std::uint32_t t) const {
    for (const Link& link : article_.links.of(t))
      if (link.kind == LinkKind::oblique && !link.inherited && (link.preposition == "about"_key || link.preposition == "of"_key) &&
          link.dependent > t && article_.token(link.dependent).tag == Tag::noun &&
          article_.token(link.dependent).lemma != "consequence"_key && article_.token(link.dependent).lemma != "retaliation"_key &&
          article_.token(link.dependent).lemma != "response"_key)
        return facts::linked(article_, t, LinkKind::object) != none;
    return false;
  }

  // "asked whether Oman would come", "asked why": a question, no request.
  bool asks_question(std::uint32_t t) const {
    static constexpr std::array words = {"whether"_key, "if"_key,    "why"_key, "how"_key,  "what"_key,
                                         "when"_key,    "where"_key, "who"_key, "about"_key};
    const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
    // "Will it?" she asked.
    const auto links = article_.links.of(t);
    const bool told = std::any_of(links.begin(), links.end(), [&](const Link& link) {
      return !link.inherited && link.dependent > t && link.kind != LinkKind::subject && article_.mentions.time_of[link.dependent] == none;
    });
    if (!told) return true;
    for (std::uint32_t i = t + 1; i < last && i < t + 4; ++i) {
      if (std::find(words.begin(), words.end(), article_.token(i).key) != words.end()) return true;
      if (article_.token(i).tag == Tag::verb || article_.token(i).key == "to"_key || article_.token(i).key == "that"_key) return false;
    }
    return false;
  }

  // "declined to comment", "refused to say": silence towards the press.
  bool keeps_silent(std::uint32_t t) const {
    static constexpr std::array words = {"comment"_key,  "say"_key,     "elaborate"_key, "answer"_key, "speak"_key,
                                         "identify"_key, "confirm"_key, "disclose"_key,  "name"_key};
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
  bool demands_that(std::uint32_t t, EventType type) const {
    return type == EventType::request && facts::linked(article_, t, LinkKind::clause) != none;
  }

  // "threatened to pull out": what is threatened, though nobody is told at its other end.
  bool is_threatened(std::uint32_t t) const {
    const Token& token = article_.token(t);
    return (token.relation == Relation::xcomp || token.relation == Relation::advcl) && token.head < t &&
           article_.token(token.head).lemma == "threaten"_key && article_.links.verb_group(t).infinitive;
  }

  // "patrol the strait jointly with", "would sail together": cooperation, whatever the act.
  void joint_act(std::uint32_t t) {
    Ends ends = roles_.of_joint_act(t);
    if (ends.actors.empty() || ends.actors.size() + ends.recipients.size() < 2) return;
    std::optional<Status> status;
    if (article_.token(t).tag == Tag::noun) status = Status::ongoing;
    events_.add(t, {true, EventType::cooperate, true}, std::move(ends), "interactions.joint_act", status);
  }

  // "met the envoy", not "met the deadline"
  bool deals_with_somebody(std::uint32_t t, EventType type) const {
    if (type != EventType::consult || article_.token(t).lemma != "meet"_key) return true;
    const auto links = article_.links.of(t);
    return std::none_of(links.begin(), links.end(), [&](const Link& link) {
      return link.kind == LinkKind::object && !link.inherited && link.dependent > t && article_.token(link.dependent).tag == Tag::noun &&
             article_.mentions.time_of[link.dependent] == none && !parties_.acts(link.dependent);
    });
  }

  // "agreed to", "agreed with", "agreed the price"; not "agreed, adding that".
  bool says_what(std::uint32_t t) const {
    if (article_.token(t).lemma != "agree"_key) return true;
    const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
    return t + 1 < last && article_.token(t + 1).tag != Tag::punct;
  }

  // "released the hostages", not "released the results"
  bool frees_people(std::uint32_t t) const {
    const auto links = article_.links.of(t);
    return std::any_of(links.begin(), links.end(), [&](const Link& link) {
      if (link.kind != LinkKind::object && link.kind != LinkKind::passive_subject) return false;
      const EntityId id = article_.entity_at(link.dependent);
      return id.set() ? article_.mentions.entities.entities[id.index].type == EntityType::person : parties_.acts(link.dependent);
    });
  }

  // "received a delegation", not "received aid from"
  bool receives_guest(std::uint32_t t) const {
    const auto links = article_.links.of(t);
    return std::any_of(links.begin(), links.end(), [&](const Link& link) {
      return link.kind == LinkKind::object && parties_.acts(link.dependent) && !parties_.at(link.dependent).empty();
    });
  }

  void adjective(std::uint32_t t) {
    const Meaning* own = frames_.verb(article_.token(t).key, 0);
    if (own != nullptr && own->intent) commitment(t);
  }

  // "plans to impose", "is ready to send", "vowed to strike": agree or threaten, by what is committed to.
  void commitment(std::uint32_t t) {
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
    const bool cooperative = is_cooperative(sense.meaning.type);
    if (!cooperative && !is_hostile(sense.meaning.type)) return;
    Ends ends;
    ends.actors = roles_.actors_of(t, !cooperative);
    if (ends.actors.empty())  // "is prepared to", "is set to"
      for (const Link& link : article_.links.of(t))
        if (link.kind == LinkKind::passive_subject) roles_.add(ends.actors, link.dependent, !cooperative);
    ends.recipients = roles_.of_verb(act, sense.meaning).recipients;
    // "its ministers are due to meet": with nobody else.
    const bool mutual = sense.meaning.type == EventType::consult || sense.meaning.type == EventType::cooperate;
    if (mutual && ends.recipients.empty() && ends.actors.size() < 2) return;
    if (sense.meaning.type == EventType::mobilize && ends.recipients.empty()) return;  // "plans to deploy its force": against nobody
    events_.add(t, {true, cooperative ? EventType::agree : EventType::threaten}, ends, "interactions.commitment");
  }

  // "warned that Peru would shut the port if Chile did not pay": who would act threatens who is to mend his ways.
  bool ultimatum(std::uint32_t t) {
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
      if (ends.actors.empty()) ends.actors = speakers;  // "said it would"
      if (ends.recipients.empty()) ends.recipients = roles_.of_verb(link.dependent, {true, EventType::threaten}).recipients;
      if (ends.actors.size() != 1 || ends.recipients.empty()) continue;
      if (speakers.size() == 1 && !ends.actors.front().via.set() && !(speakers.front().entity == ends.actors.front().entity))
        ends.actors.front().via = speakers.front().via.set() ? speakers.front().via : speakers.front().entity;
      events_.add(t, {true, EventType::threaten}, std::move(ends), "interactions.ultimatum", Status::happened);
      return true;
    }
    return false;
  }

  // The clause with "if" or "unless" that hangs on this one; none where there is none.
  std::uint32_t condition_of(std::uint32_t t) const {
    for (const Link& link : article_.links.of(t))
      if (link.kind == LinkKind::adverbial && (link.preposition == "if"_key || link.preposition == "unless"_key)) return link.dependent;
    return none;
  }

  // "said that Khartoum must return it": a request; "claims that Delhi violates its airspace": an accusation.
  bool statement(std::uint32_t t) {
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
      if (!asked) {
        const bool hostile = incident_of_[link.dependent] != nullptr || [&] {
          const Sense sense = sense_of(article_, frames_, link.dependent);
          return sense.meaning.evokes && (is_hostile(sense.meaning.type) || sense.meaning.type == EventType::reject);
        }();
        if (!hostile) continue;
      }
      Ends ends;
      ends.actors = roles_.actors_of(t, false);
      bool of_somebody = false;
      for (const Link& below : article_.links.of(link.dependent))
        if (below.kind == LinkKind::subject || below.kind == LinkKind::passive_subject) {
          roles_.add(ends.recipients, below.dependent);
          of_somebody = of_somebody || (below.kind == LinkKind::subject && parties_.acts(below.dependent));
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

  void noun(std::uint32_t t) {
    static constexpr Meaning joint{true, EventType::cooperate, true};
    if (t > 0 && (article_.token(t - 1).key == "which"_key || article_.token(t - 1).key == "who"_key)) return joint_act(t);
    const Meaning* meaning = frames_.noun(article_.token(t).lemma);
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Relation r = article_.token(child).relation;
      if (child > t || (r != Relation::compound && r != Relation::amod)) continue;
      if (const Meaning* more = frames_.noun(article_.token(t).lemma, article_.token(child).lemma); more != nullptr)
        meaning = more;  // "war games"
      if (meaning == nullptr || !meaning->joint) continue;
      if (const Meaning* more = frames_.noun(article_.token(child).lemma); more != nullptr && !more->joint)
        meaning = more;  // "mediation effort"
    }
    if (meaning == nullptr || meaning->joint) {
      if ((meaning == nullptr || meaning->joint) && is_joint(t)) meaning = &joint;
    }
    if (meaning == nullptr) return;
    // "sent aid to", "imposed sanctions on": the verb has told it.
    const bool told = meaning->type == evoked_ || (evoked_by_pattern_ && article_.token(t).relation == Relation::obj);
    if (article_.token(t).head == evoked_by_ && evoked_by_ < t && told) return;
    if (meaning->type == EventType::threaten && !is_uttered(t))
      return near_misses_.add(article_.token(t).span, "interactions.noun", "a danger, not a threat that somebody makes");
    static constexpr Meaning material{true, EventType::aid};
    if (meaning->type == EventType::support && is_material(t)) meaning = &material;
    Ends ends = roles_.of_noun(t, *meaning);
    if (meaning->joint && ends.actors.size() < 2) roles_.add_possessors(ends.actors, t);
    if (meaning->joint && ends.actors.size() < 2)
      return near_misses_.add(article_.token(t).span, "interactions.noun", "fewer than two parties share it");
    if (!meaning->together && ends.recipients.empty() && !(meaning->type == EventType::protest || meaning->type == EventType::retreat))
      return near_misses_.add(article_.token(t).span, "interactions.noun", "no state, body, official or group stands at its other end");
    events_.add(t, *meaning, ends, "interactions.noun");
  }

  // A threat that somebody makes, not one that somebody is: "threats to close the border", "issued a threat".
  bool is_uttered(std::uint32_t t) const {
    const Token& token = article_.token(t);
    if (token.lemma != "threat"_key) return true;
    if (dependent(article_, t, Relation::acl) != none) return true;
    const Key verb = token.relation == Relation::obj || token.relation == Relation::nsubj_pass ? article_.token(token.head).lemma : 0;
    return verb == "issue"_key || verb == "make"_key || verb == "repeat"_key || verb == "renew"_key || verb == "deliver"_key;
  }

  // "financial and military backing" is aid.
  bool is_material(std::uint32_t t) const {
    const auto tells = [&](std::uint32_t word) {
      static constexpr std::array keys = {"military"_key, "financial"_key, "economic"_key, "humanitarian"_key,
                                          "material"_key, "technical"_key, "monetary"_key};
      return std::find(keys.begin(), keys.end(), article_.token(word).key) != keys.end();
    };
    for (std::uint32_t child : article_.links.dependents(t)) {
      if (child > t) break;
      if (tells(child)) return true;
      for (std::uint32_t other : article_.links.dependents(child))
        if (article_.token(other).relation == Relation::conj && tells(other)) return true;
    }
    return false;
  }

  bool is_joint(std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Key key = article_.token(child).key;
      if (key == "joint"_key || key == "bilateral"_key || key == "trilateral"_key) return true;
    }
    return false;
  }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Frames& frames_;
  const realis::Cues& realis_;
  Parties parties_;
  Roles roles_;
  Events events_;
  const facts::NearMisses& near_misses_;
  std::vector<const Event*> incident_of_;  // by token
  facts::Range told_;                      // words that a statement has told
  EventType evoked_ = EventType::assault;  // by the last verb that evoked something ...
  std::uint32_t evoked_by_ = none;         // ... which is this token
  bool evoked_by_pattern_ = false;         // ... with its object
};

}  // namespace

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents,
                        const Frames& frames, const realis::Cues& realis, const facts::NearMisses& near_misses) {
  return Finder(article, claims, incidents, frames, realis, near_misses).run();
}

}  // namespace khabar::interactions
