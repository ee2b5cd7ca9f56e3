#include "facts/interactions/interactions.h"

#include "facts/clauses.h"
#include "facts/parties.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

namespace {

using facts::dependent;
using facts::linked;
using facts::Party;
using facts::Parties;
using language::Link;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using mentions::none;
using namespace text::literals;

// Verbs that only lend a noun its subject: "held talks", "offered help", "signed an accord".
bool is_light(Key lemma) {
  static constexpr std::array keys = {"hold"_key,  "have"_key,    "conduct"_key, "launch"_key, "offer"_key,   "provide"_key, "sign"_key,    "reach"_key,
                                      "make"_key,  "give"_key,    "take"_key,    "issue"_key,  "impose"_key,  "carry"_key,   "express"_key, "voice"_key,
                                      "begin"_key, "start"_key,   "resume"_key,  "continue"_key, "extend"_key, "pay"_key,    "send"_key,    "announce"_key,
                                      "enter"_key, "strike"_key,  "engage"_key,  "conclude"_key, "strengthen"_key, "enhance"_key, "deepen"_key, "increase"_key,
                                      "expand"_key, "boost"_key,  "lodge"_key,   "reject"_key, "deny"_key,    "face"_key,    "pledge"_key,  "seek"_key,
                                      "show"_key,  "intensify"_key, "suspend"_key, "break"_key, "end"_key,    "stage"_key,   "complete"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

bool is_receiving(Key lemma) {
  static constexpr std::array keys = {"receive"_key, "get"_key, "obtain"_key, "secure"_key, "win"_key, "accept"_key, "enjoy"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

class Finder {
 public:
  Finder(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames,
         const realis::Cues& realis)
      : article_(article), claims_(claims), frames_(frames), realis_(realis), parties_(article), busy_(article.language.tokens.size(), false) {
    // What an incident's trigger tells is told already.
    std::size_t token = 0;
    std::vector<Span> triggers;
    for (const Event& event : incidents) triggers.push_back(event.trigger);
    std::stable_sort(triggers.begin(), triggers.end());
    for (Span trigger : triggers) {
      while (token < article.language.tokens.size() && article.language.tokens[token].span.begin < trigger.begin) ++token;
      for (std::size_t t = token; t < article.language.tokens.size() && article.language.tokens[t].span.begin < trigger.end; ++t) busy_[t] = true;
    }
  }

  std::vector<Event> run() {
    for (const language::Sentence& sentence : article_.language.sentences) {
      if (!article_.in_body(sentence)) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (busy_[t]) continue;
        const Token& token = article_.token(t);
        if (token.tag == Tag::verb) {
          verb(sentence, t);
        } else if (token.tag == Tag::noun) {
          noun(sentence, t);
        }
      }
    }
    return std::move(events_);
  }

 private:
  // ------------------------------------------------------------------------------------------ meaning of a verb

  struct Sense {
    Meaning meaning;
    std::string_view rule;
  };

  Sense sense_of(std::uint32_t t) const {
    const Token& token = article_.token(t);
    std::uint32_t particle_token = dependent(article_, t, Relation::compound_prt);
    Key particle = particle_token == none ? 0 : article_.token(particle_token).key;
    const Block* block = particle != 0 ? frames_.block(token.lemma, particle) : nullptr;
    const Meaning* own = particle != 0 ? frames_.own(token.lemma, particle) : nullptr;
    if (block == nullptr && own == nullptr) {
      // "meet with", "call on": the preposition of an argument may complete the verb.
      for (const Link& link : article_.links.of(t)) {
        if (link.kind != LinkKind::oblique || link.inherited) continue;
        if (own == nullptr) own = frames_.own(token.lemma, link.preposition);
        if (block == nullptr) block = frames_.block(token.lemma, link.preposition);
      }
    }
    for (std::uint32_t child : article_.links.dependents(t))
      if (own == nullptr && article_.token(child).key == "together"_key) own = frames_.own(token.lemma, "together"_key);
    if (own == nullptr) own = frames_.own(token.lemma, 0);
    if (block == nullptr) block = frames_.block(token.lemma, 0);
    if (block != nullptr) {
      for (const Pattern& pattern : block->patterns)
        if (holds(pattern, t)) return {pattern.meaning, "interactions.verb_pattern"};
    }
    if (own != nullptr) return {*own, "interactions.verb"};
    if (block != nullptr) return {block->meaning, "interactions.verb"};
    return {};
  }

  bool holds(const Pattern& pattern, std::uint32_t t) const {
    return std::all_of(pattern.needs.begin(), pattern.needs.end(), [&](const Need& need) { return holds(need, t); });
  }

  bool holds(const Need& need, std::uint32_t t) const {
    if (need.place == Need::Place::preposition && need.word == 0 && need.words < 0) {
      for (std::uint32_t child : article_.links.dependents(t))
        if (article_.token(child).key == need.preposition) return true;
    }
    for (const Link& link : article_.links.of(t)) {
      const bool right_place = need.place == Need::Place::subject       ? link.kind == LinkKind::subject
                               : need.place == Need::Place::preposition ? link.kind == LinkKind::oblique && link.preposition == need.preposition
                                                                        : link.kind == LinkKind::object || link.kind == LinkKind::passive_subject;
      if (!right_place) continue;
      if (need.word == 0 && need.words < 0) return true;
      if (is_word(need, link.dependent)) return true;
      for (std::uint32_t child : article_.links.dependents(link.dependent)) {
        const Relation r = article_.token(child).relation;
        if ((r == Relation::compound || r == Relation::amod) && is_word(need, child)) return true;
      }
    }
    return false;
  }

  bool is_word(const Need& need, std::uint32_t token) const {
    const Key lemma = article_.token(token).lemma;
    return need.words >= 0 ? frames_.in_class(need.words, lemma) : lemma == need.word;
  }

  // ------------------------------------------------------------------------------------------ verbs

  void verb(const language::Sentence& sentence, std::uint32_t t) {
    const Sense sense = sense_of(t);
    if (!sense.meaning.evokes || sense.meaning.type == EventType::assault) return;
    const language::VerbGroup group = article_.links.verb_group(t);
    std::vector<Party> actors, recipients;
    for (const Link& link : article_.links.of(t)) {
      std::vector<Party>* side = nullptr;
      switch (link.kind) {
        case LinkKind::subject: side = &actors; break;
        case LinkKind::agent: side = &actors; break;
        case LinkKind::passive_subject: side = &recipients; break;
        case LinkKind::object: side = group.passive ? nullptr : &recipients; break;
        case LinkKind::recipient: side = &recipients; break;
        case LinkKind::oblique: side = takes(sense.meaning.type, link.preposition) ? &recipients : nullptr; break;
        default: break;
      }
      if (side == nullptr) continue;
      // "rejected an Australian ultimatum", "provided aid to Kabul": the party may hang on the object.
      if (side == &recipients) {
        add_parties_within(recipients, link.dependent);
      } else {
        add_parties(*side, link.dependent);
      }
    }
    if (recipients.empty()) add_parties_of_clause(recipients, actors, t);
    // Whoever else the predicate names: "arrived in Amman", "rally in Lagos against ...".
    if (recipients.empty())
      for (const Link& link : article_.links.of(t))
        if (link.kind == LinkKind::oblique && !link.inherited && link.preposition != "by"_key && article_.mentions.time_of[link.dependent] == none)
          add_parties_within(recipients, link.dependent);
    if (sense.meaning.reversed) std::swap(actors, recipients);
    make(sentence, t, sense.meaning, actors, recipients, sense.rule);
  }

  // Prepositions that bring the other party, by type (after the frames of the PLOVER codebook's examples of use).
  static bool takes(EventType type, Key preposition) {
    static constexpr std::array shared = {"with"_key, "to"_key, "against"_key, "on"_key, "from"_key, "of"_key, "upon"_key, "toward"_key, "towards"_key};
    if (std::find(shared.begin(), shared.end(), preposition) != shared.end()) return true;
    if (preposition == "for"_key) return type == EventType::support || type == EventType::aid;
    if (preposition == "between"_key || preposition == "among"_key) return true;
    if (preposition == "in"_key || preposition == "into"_key) return type == EventType::mobilize || type == EventType::retreat;
    return false;
  }

  void add_parties(std::vector<Party>& side, std::uint32_t token) const {
    for (const Party& party : parties_.at(token))
      if (std::none_of(side.begin(), side.end(), [&](const Party& p) { return p.entity == party.entity; })) side.push_back(party);
  }

  void add_parties_within(std::vector<Party>& side, std::uint32_t token) const {
    for (const Party& party : parties_.within(token))
      if (std::none_of(side.begin(), side.end(), [&](const Party& p) { return p.entity == party.entity; })) side.push_back(party);
  }

  // What is agreed, asked, threatened or refused is told in a clause: "promised to send aid to Kabul", "said Khartoum must return it".

  void add_parties_of_clause(std::vector<Party>& recipients, const std::vector<Party>& actors, std::uint32_t t) const {
    for (const Link& link : article_.links.of(t)) {
      if (link.kind != LinkKind::clause && link.kind != LinkKind::infinitive && link.kind != LinkKind::adverbial) continue;
      for (const Link& below : article_.links.of(link.dependent)) {
        if (below.kind != LinkKind::subject && below.kind != LinkKind::passive_subject && below.kind != LinkKind::object && below.kind != LinkKind::recipient &&
            below.kind != LinkKind::oblique)
          continue;
        for (const Party& party : parties_.within(below.dependent))
          if (std::none_of(actors.begin(), actors.end(), [&](const Party& p) { return p.entity == party.entity; })) recipients.push_back(party);
        if (!recipients.empty()) return;
      }
    }
  }

  // Parties below a noun that is itself none: "support to Kabul", "Australia's request", "the fight against the group".
  void add_parties_of_noun(std::vector<Party>& side, std::uint32_t noun, EventType type) const {
    for (std::uint32_t child : article_.links.dependents(noun)) {
      const Token& t = article_.token(child);
      if (t.relation == Relation::nmod_poss) add_parties(side, child);
      if (t.relation != Relation::nmod) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (preposition == none || !takes(type, article_.token(preposition).key)) continue;
      add_parties(side, child);
      for (std::uint32_t other : article_.links.dependents(child))
        if (article_.token(other).relation == Relation::conj) add_parties(side, other);
    }
  }

  // ------------------------------------------------------------------------------------------ nouns

  // talks between X and Y; X's support for Y; an agreement with Y that X signed
  void noun(const language::Sentence& sentence, std::uint32_t t) {
    const Meaning* meaning = frames_.noun(article_.token(t).lemma);
    static constexpr Meaning joint{true, EventType::cooperate, true, false};
    if (meaning == nullptr && is_joint(t)) meaning = &joint;
    if (meaning == nullptr) return;
    std::vector<Party> actors, recipients;
    add_parties_between(actors, sentence, t);
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Token& token = article_.token(child);
      const bool before = token.relation == Relation::nmod_poss || token.relation == Relation::compound || token.relation == Relation::amod;
      if (before) {
        add_parties(actors, child);
        add_conjuncts(actors, child);
        continue;
      }
      if (token.relation != Relation::nmod && token.relation != Relation::obl) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (preposition == none) continue;
      const Key key = article_.token(preposition).key;
      std::vector<Party>* side = nullptr;
      if (key == "by"_key || key == "from"_key) side = &actors;
      if (key == "involving"_key) side = &actors;
      if (key == "between"_key || key == "among"_key) continue;
      if (key == "of"_key) side = meaning->type == EventType::retreat || meaning->type == EventType::consult ? &actors : &recipients;
      if (side == nullptr && takes(meaning->type, key)) side = &recipients;
      if (side == nullptr) continue;
      add_parties(*side, child);
      add_conjuncts(*side, child);
    }
    // The light verb's subject, or its agent: "Pakistan held talks with Iran".
    const Token& token = article_.token(t);
    std::uint32_t verb = none;
    if ((token.relation == Relation::obj || token.relation == Relation::nsubj_pass || token.relation == Relation::obl) && token.head != t &&
        article_.token(token.head).tag == Tag::verb &&
        (is_light(article_.token(token.head).lemma) || is_receiving(article_.token(token.head).lemma) || (meaning == &joint && article_.token(token.head).lemma == "involve"_key)))
      verb = token.head;
    if (verb != none && is_receiving(article_.token(verb).lemma)) {
      for (const Link& link : article_.links.of(verb)) {
        if (link.kind == LinkKind::subject) add_parties(recipients, link.dependent);
        if (link.kind == LinkKind::oblique && link.preposition == "from"_key) add_parties(actors, link.dependent);
      }
    } else if (verb != none) {
      for (const Link& link : article_.links.of(verb)) {
        if (link.kind == LinkKind::subject || link.kind == LinkKind::agent) add_parties(actors, link.dependent);
        if (link.kind == LinkKind::recipient || (link.kind == LinkKind::oblique && takes(meaning->type, link.preposition))) add_parties(recipients, link.dependent);
      }
    }
    if (actors.empty() || (recipients.empty() && actors.size() < 2)) return;
    if (!meaning->together && recipients.empty()) return;
    make(sentence, t, *meaning, actors, recipients, "interactions.noun");
  }

  // "talks between X, Y and Z": every party named after it, up to the next verb or stop. By the words: long coordinations are
  // what parsers miss first.
  void add_parties_between(std::vector<Party>& side, const language::Sentence& sentence, std::uint32_t t) const {
    constexpr std::uint32_t near = 6, longest = 30;
    std::uint32_t between = none;
    for (std::uint32_t i = t + 1; i < sentence.last && i < t + near && between == none; ++i) {
      if (article_.token(i).tag == Tag::verb) return;
      if (article_.token(i).key == "between"_key || article_.token(i).key == "among"_key) between = i;
    }
    if (between == none) return;
    for (std::uint32_t i = between + 1; i < sentence.last && i < between + longest; ++i) {
      const Token& token = article_.token(i);
      if (token.tag == Tag::verb || token.tag == Tag::sconj || (token.tag == Tag::adp && token.key != "of"_key && side.size() >= 2)) return;
      if (token.tag == Tag::punct && article_.words(token.span) != ",") return;
      if (article_.entity_at(i).set()) add_parties(side, i);
    }
  }

  bool is_joint(std::uint32_t t) const {
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Key key = article_.token(child).key;
      if (key == "joint"_key || key == "bilateral"_key || key == "trilateral"_key) return true;
    }
    return false;
  }

  void add_conjuncts(std::vector<Party>& side, std::uint32_t token) const {
    for (std::uint32_t child : article_.links.dependents(token))
      if (article_.token(child).relation == Relation::conj) add_parties(side, child);
  }

  // ------------------------------------------------------------------------------------------ events

  void make(const language::Sentence& sentence, std::uint32_t t, const Meaning& meaning, std::vector<Party> actors, std::vector<Party> recipients,
            std::string_view rule) {
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
                                          return p.entity == party.entity && (party.span.overlaps(p.span) || is_name(party));
                                        });
                                      }),
                       recipients.end());
      if (actors.empty() || (recipients.empty() && !stands_alone(meaning.type))) return;
    }
    const realis::Reading reading = realis::read(article_, t, realis_);
    Event event;
    event.type = meaning.type;
    event.status = reading.status;
    if (meaning.type == EventType::cooperate || meaning.type == EventType::agree || meaning.type == EventType::consult || meaning.type == EventType::aid)
      event.stage = reading.stage;
    event.trigger = article_.token(t).span;
    event.rule = rule;
    auto arguments = [&](const std::vector<Party>& side, ArgumentRole role) {
      for (const Party& party : side) event.arguments.push_back({role, party.entity, party.via, {}, party.span});
    };
    arguments(actors, ArgumentRole::actor);
    arguments(recipients, ArgumentRole::recipient);
    add_topics(event, t);
    add_time(event, t);
    Span evidence = event.trigger;
    for (const Argument& argument : event.arguments) {
      if (!sentence.span.contains(argument.span)) continue;
      evidence = {std::min(evidence.begin, argument.span.begin), std::max(evidence.end, argument.span.end)};
    }
    event.evidence = {evidence};
    event.attribution = claim_of(evidence);
    merge_or_add(std::move(event));
  }

  // Is the party told by its name alone, or by a pronoun?
  bool is_name(const Party& party) const { return article_.entity_at(party.token) == party.entity; }

  // Acts that need nobody named at the other end: a protest, a withdrawal, a refusal.
  static bool stands_alone(EventType type) {
    return type == EventType::protest || type == EventType::retreat || type == EventType::mobilize || type == EventType::reject ||
           type == EventType::coerce || type == EventType::sanction || type == EventType::request || type == EventType::concede || type == EventType::threaten || type == EventType::agree || type == EventType::accuse;
  }

  // What it is about: the noun phrases after on, about, over, regarding, for, against.
  void add_topics(Event& event, std::uint32_t t) const {
    static constexpr std::array about = {"on"_key, "about"_key, "over"_key, "regarding"_key, "concerning"_key, "for"_key, "against"_key, "of"_key, "in"_key};
    auto add = [&](std::uint32_t token) {
      if (article_.entity_at(token).set() || article_.mentions.time_of[token] != none || event.topics.size() >= 4) return;
      if (article_.token(token).tag != Tag::noun) return;
      const language::NounGroup group = article_.links.noun_group(token);
      std::uint32_t first = group.first;
      while (first < token && (article_.token(first).tag == Tag::det || article_.token(first).tag == Tag::punct)) ++first;
      event.topics.emplace_back(article_.words(facts::span_of(article_, {first, group.last})));
    };
    for (std::uint32_t child : article_.links.dependents(t)) {
      const Relation r = article_.token(child).relation;
      if (r == Relation::compound && child < t) add(child);
      if (r != Relation::obl && r != Relation::nmod && r != Relation::obj) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (r != Relation::obj && (preposition == none || std::find(about.begin(), about.end(), article_.token(preposition).key) == about.end())) continue;
      add(child);
      for (std::uint32_t other : article_.links.dependents(child))
        if (article_.token(other).relation == Relation::conj) add(other);
    }
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

  ClaimId claim_of(Span span) const {
    auto after = std::upper_bound(claims_.begin(), claims_.end(), span.begin, [](std::uint32_t at, const Claim& claim) { return at < claim.content.begin; });
    for (int back = 0; back < 16 && after != claims_.begin(); ++back) {
      --after;
      if (after->content.contains(span)) return ClaimId{static_cast<std::uint32_t>(after - claims_.begin())};
    }
    return {};
  }

  // The same parties, type and status told again is one event with more evidence. Looks back over the last few dozen.
  void merge_or_add(Event event) {
    constexpr std::size_t reach = 48;
    for (std::size_t back = 0; back < reach && back < events_.size(); ++back) {
      Event& other = events_[events_.size() - 1 - back];
      if (other.type != event.type || other.status != event.status || other.arguments.size() != event.arguments.size()) continue;
      const bool same = std::equal(other.arguments.begin(), other.arguments.end(), event.arguments.begin(),
                                   [](const Argument& a, const Argument& b) { return a.role == b.role && a.entity == b.entity; });
      const bool same_time = !event.time.set() || !other.time.set() || event.time == other.time;
      if (!same || !same_time) continue;
      other.evidence.push_back(event.evidence.front());
      if (!other.time.set()) other.time = event.time;
      for (std::string& topic : event.topics)
        if (other.topics.size() < 8 && std::find(other.topics.begin(), other.topics.end(), topic) == other.topics.end()) other.topics.push_back(std::move(topic));
      return;
    }
    events_.push_back(std::move(event));
  }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const Frames& frames_;
  const realis::Cues& realis_;
  Parties parties_;
  std::vector<bool> busy_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> find(const mentions::Article& article, std::span<const Claim> claims, std::span<const Event> incidents, const Frames& frames,
                        const realis::Cues& realis) {
  return Finder(article, claims, incidents, frames, realis).run();
}

}  // namespace khabar::interactions
