#include "facts/interactions/interactions.h"

#include "facts/clauses.h"
#include "facts/interactions/roles.h"
#include "facts/interactions/senses.h"
#include "facts/interactions/topics.h"

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
         const realis::Cues& realis)
      : article_(article),
        claims_(claims),
        frames_(frames),
        realis_(realis),
        parties_(article, frames.words()),
        roles_(article, claims, parties_),
        incident_of_(article.language.tokens.size(), nullptr) {
    // What an incident's trigger tells is told already.
    std::vector<const Event*> sorted;
    for (const Event& event : incidents) sorted.push_back(&event);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Event* a, const Event* b) { return a->trigger < b->trigger; });
    std::size_t token = 0;
    for (const Event* event : sorted) {
      while (token < article.language.tokens.size() && article.language.tokens[token].span.begin < event->trigger.begin) ++token;
      for (std::size_t t = token; t < article.language.tokens.size() && article.language.tokens[t].span.begin < event->trigger.end; ++t)
        incident_of_[t] = event;
    }
  }

  std::vector<Event> run() {
    for (const language::Sentence& sentence : article_.language.sentences) {
      if (!article_.in_body(sentence)) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (incident_of_[t] != nullptr || told_.contains(t)) continue;
        const Tag tag = article_.token(t).tag;
        if (tag == Tag::verb) {
          verb(sentence, t);
        } else if (tag == Tag::noun) {
          noun(sentence, t);
        } else if (tag == Tag::adj) {
          adjective(sentence, t);
        }
      }
    }
    return std::move(events_);
  }

 private:
  // ------------------------------------------------------------------------------------------ predicates

  void verb(const language::Sentence& sentence, std::uint32_t t) {
    if (statement(sentence, t)) return;
    const Sense sense = sense_of(article_, frames_, t);
    if (!sense.meaning.evokes || sense.meaning.type == EventType::assault) return;
    if (sense.meaning.intent) return commitment(sentence, t);
    if (article_.token(t).lemma == "receive"_key && !receives_guest(t)) return;
    evoked_ = sense.meaning.type;
    evoked_by_ = t;
    const Ends ends = roles_.of_verb(t, sense.meaning);
    const language::VerbGroup group = article_.links.verb_group(t);
    // "will visit", "said it would blockade": the announced act is a commitment or a threat, and is itself only planned.
    if (intends(group) && !group.conditional && !ends.recipients.empty() && claim_of(claims_, article_.token(t).span).set()) {
      const bool cooperative = is_cooperative(sense.meaning.type);
      if (group.negated) {
        if (cooperative) return make(sentence, t, {true, EventType::reject}, ends, "interactions.intention", Status::happened);
      } else if (cooperative && sense.meaning.type != EventType::agree) {
        make(sentence, t, {true, EventType::agree}, ends, "interactions.intention", Status::happened);
      } else if (is_hostile(sense.meaning.type) && sense.meaning.type != EventType::threaten && sense.meaning.type != EventType::mobilize) {
        make(sentence, t, {true, EventType::threaten}, ends, "interactions.intention", Status::happened);
      }
    }
    make(sentence, t, sense.meaning, ends, sense.rule);
  }

  // "received a delegation", not "received aid from"
  bool receives_guest(std::uint32_t t) const {
    const auto links = article_.links.of(t);
    return std::any_of(links.begin(), links.end(),
                       [&](const Link& link) { return link.kind == LinkKind::object && !parties_.at(link.dependent).empty(); });
  }

  void adjective(const language::Sentence& sentence, std::uint32_t t) {
    const Meaning* own = frames_.verb(article_.token(t).key, 0);
    if (own != nullptr && own->intent) commitment(sentence, t);
  }

  // "plans to impose", "is ready to send", "vowed to strike": agree or threaten, by what is committed to.
  void commitment(const language::Sentence& sentence, std::uint32_t t) {
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
    ends.recipients = roles_.of_verb(act, sense.meaning).recipients;
    make(sentence, t, {true, cooperative ? EventType::agree : EventType::threaten}, ends, "interactions.commitment");
  }

  // "said that Khartoum must return it": a request; "claims that Delhi violates its airspace": an accusation.
  bool statement(const language::Sentence& sentence, std::uint32_t t) {
    const Key lemma = article_.token(t).lemma;
    if (!blames(lemma) && realis_.find(lemma, realis::Cues::Kind::verb, "any"_key).governor != realis::Governor::report) return false;
    for (const Link& link : article_.links.of(t)) {
      if (link.kind != LinkKind::clause || link.dependent == t) continue;
      const language::VerbGroup group = article_.links.verb_group(link.dependent);
      const bool asked = asks(group.modality) && !group.perfect;
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
      for (const Link& below : article_.links.of(link.dependent))
        if (below.kind == LinkKind::subject || below.kind == LinkKind::passive_subject) roles_.add(ends.recipients, below.dependent);
      if (ends.recipients.empty() && asked) roles_.add_of_clause(ends.recipients, ends.actors, t);
      if (ends.actors.empty() || ends.recipients.empty()) continue;
      make(sentence, t, {true, asked ? EventType::request : EventType::accuse}, ends, "interactions.statement");
      if (!asked) told_ = facts::subtree(article_, link.dependent);  // what somebody claims of another is no act of the other's yet
      return true;
    }
    return false;
  }

  void noun(const language::Sentence& sentence, std::uint32_t t) {
    static constexpr Meaning joint{true, EventType::cooperate, true};
    const Meaning* meaning = frames_.noun(article_.token(t).lemma);
    if (meaning == nullptr || meaning->joint) {
      for (std::uint32_t child : article_.links.dependents(t))  // "mediation effort"
        if (article_.token(child).relation == Relation::compound && child < t)
          if (const Meaning* more = frames_.noun(article_.token(child).lemma); more != nullptr && !more->joint) meaning = more;
      if ((meaning == nullptr || meaning->joint) && is_joint(t)) meaning = &joint;
    }
    if (meaning == nullptr) return;
    // "sent aid to", "imposed sanctions on": the verb has told it.
    if (article_.token(t).head == evoked_by_ && evoked_by_ < t && meaning->type == evoked_) return;
    const Ends ends = roles_.of_noun(t, *meaning);
    if (meaning->joint && ends.actors.size() < 2) return;
    if (!meaning->together && ends.recipients.empty() && !(meaning->type == EventType::protest || meaning->type == EventType::retreat))
      return;
    make(sentence, t, *meaning, ends, "interactions.noun");
  }

  bool is_joint(std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Key key = article_.token(child).key;
      if (key == "joint"_key || key == "bilateral"_key || key == "trilateral"_key) return true;
    }
    return false;
  }

  // ------------------------------------------------------------------------------------------ events

  void make(const language::Sentence& sentence, std::uint32_t t, const Meaning& meaning, Ends ends, std::string_view rule,
            std::optional<Status> status = std::nullopt) {
    auto& actors = ends.actors;  // no structured binding: clang 14 lets no lambda capture one
    auto& recipients = ends.recipients;
    tell_bodies_apart(actors, recipients);
    // "X and Y agreed to ...": several actors of a mutual act and nobody it is done to.
    const bool mutual = meaning.type == EventType::agree || meaning.type == EventType::consult || meaning.type == EventType::cooperate;
    if (mutual && (meaning.together || (recipients.empty() && actors.size() >= 2))) {
      for (const Party& party : recipients)
        if (std::none_of(actors.begin(), actors.end(), [&](const Party& p) { return p.entity == party.entity; })) actors.push_back(party);
      recipients.clear();
      if (actors.size() < 2) return;
    } else {
      // The same party at both ends is one only where other words stand for it: "the government banned opposition candidates".
      recipients.erase(std::remove_if(recipients.begin(), recipients.end(),
                                      [&](const Party& party) {
                                        return std::any_of(actors.begin(), actors.end(), [&](const Party& p) {
                                          return p.entity.set()
                                                     ? p.entity == party.entity && (party.span.overlaps(p.span) || is_name(party))
                                                     : p.span == party.span;
                                        });
                                      }),
                       recipients.end());
      if (actors.empty() || (recipients.empty() && (meaning.needs_recipient || !stands_alone(meaning.type)))) return;
    }
    realis::Reading reading = realis::read(article_, t, realis_);
    // "offered condolences", "expressed support": said is done.
    if (meaning.type == EventType::support && article_.token(t).tag == Tag::noun && article_.token(article_.token(t).head).tag == Tag::verb)
      reading = realis::read(article_, article_.token(t).head, realis_);
    if (reading.alleged && !status.has_value() && article_.token(t).tag == Tag::verb) return;  // the accusation is the fact
    if (reading.status == Status::general) {
      if (meaning.type == EventType::threaten) return;  // "smog threatens the coast": a danger, not a threat made
      reading.status = is_spoken(meaning.type) ? Status::happened : Status::ongoing;
    }
    Event event;
    event.type = meaning.type;
    event.status = status.value_or(reading.status);
    if (meaning.type == EventType::cooperate || meaning.type == EventType::agree || meaning.type == EventType::consult ||
        meaning.type == EventType::aid)
      event.stage = reading.stage;
    event.trigger = article_.token(t).span;
    event.rule = rule;
    auto arguments = [&](const std::vector<Party>& side, ArgumentRole role) {
      for (const Party& party : side)
        event.arguments.push_back({role, party.entity, party.via, party.people ? "group-of-people" : "", party.span});
    };
    arguments(actors, ArgumentRole::actor);
    arguments(recipients, ArgumentRole::recipient);
    add_topics(article_, t, event);
    add_time(event, t);
    Span evidence = event.trigger;
    for (const Argument& argument : event.arguments) {
      if (!sentence.span.contains(argument.span)) continue;
      evidence = {std::min(evidence.begin, argument.span.begin), std::max(evidence.end, argument.span.end)};
    }
    event.evidence = {evidence};
    add_contexts(article_, frames_, t, event);
    event.attribution = claim_of(claims_, evidence);
    merge_or_add(std::move(event));
  }

  // Is the party told by its name alone, or by a pronoun?
  bool is_name(const Party& party) const { return article_.entity_at(party.token).set(); }

  // In the simple present, what is said is done by saying it: "Oman asks Iran to ...".
  static bool is_spoken(EventType type) { return type == EventType::request || type == EventType::accuse || type == EventType::agree; }

  // Bodies of one state that deal with each other stand for themselves: "the police and the intelligence service".
  static void tell_bodies_apart(std::vector<Party>& actors, std::vector<Party>& recipients) {
    std::vector<Party*> all;
    for (Party& party : actors) all.push_back(&party);
    for (Party& party : recipients) all.push_back(&party);
    const bool one_state =
        all.size() >= 2 && std::all_of(all.begin(), all.end(), [&](const Party* p) { return p->body && p->entity == all.front()->entity; });
    if (!one_state) return;
    for (Party* party : all) {
      party->entity = party->via;
      party->via = {};
    }
  }

  // Acts that need nobody named at the other end: a protest, a withdrawal, a refusal.
  static bool stands_alone(EventType type) {
    return type == EventType::protest || type == EventType::retreat || type == EventType::mobilize || type == EventType::reject ||
           type == EventType::coerce || type == EventType::sanction || type == EventType::request || type == EventType::concede ||
           type == EventType::threaten || type == EventType::agree || type == EventType::accuse;
  }

  void add_time(Event& event, std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t)) {
      const std::uint32_t time = article_.mentions.time_of[child];
      if (time == none) continue;
      const TimeType type = article_.mentions.times[time].time.type;
      if (type == TimeType::date || type == TimeType::time) {
        event.time = TimeId{time};
        return;
      }
    }
  }

  // The same parties, type and status told again is one event with more evidence. Looks back over the last few dozen.
  void merge_or_add(Event event) {
    constexpr std::size_t reach = 48;
    for (std::size_t back = 0; back < reach && back < events_.size(); ++back) {
      Event& other = events_[events_.size() - 1 - back];
      if (other.type != event.type || other.status != event.status || other.arguments.size() != event.arguments.size()) continue;
      const bool same =
          std::equal(other.arguments.begin(), other.arguments.end(), event.arguments.begin(), [](const Argument& a, const Argument& b) {
            return a.role == b.role && a.entity == b.entity && (a.entity.set() || a.span == b.span);
          });
      const bool same_time = !event.time.set() || !other.time.set() || event.time == other.time;
      if (!same || !same_time) continue;
      other.evidence.push_back(event.evidence.front());
      if (!other.time.set()) other.time = event.time;
      for (std::string& topic : event.topics)
        if (other.topics.size() < 8 && std::find(other.topics.begin(), other.topics.end(), topic) == other.topics.end())
          other.topics.push_back(std::move(topic));
      return;
    }
    events_.push_back(std::move(event));
  }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Frames& frames_;
  const realis::Cues& realis_;
  Parties parties_;
  Roles roles_;
  std::vector<const Event*> incident_of_;  // by token
  facts::Range told_;                      // words that a statement has told
  EventType evoked_ = EventType::assault;  // by the last verb that evoked something ...
  std::uint32_t evoked_by_ = none;         // ... which is this token
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents,
                        const Frames& frames, const realis::Cues& realis) {
  return Finder(article, claims, incidents, frames, realis).run();
}

}  // namespace khabar::interactions
