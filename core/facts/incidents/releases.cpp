#include "facts/incidents/releases.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool lets_go(Key lemma) { return lemma == "release"_key || lemma == "free"_key; }

// Words of courts and prisons: there states let go.
bool is_of_the_law(Key lemma) {
  switch (lemma) {
    case "bail"_key:
    case "bond"_key:
    case "court"_key:
    case "judge"_key:
    case "charge"_key:
    case "prison"_key:
    case "jail"_key:
    case "prisoner"_key:
    case "inmate"_key:
    case "detainee"_key:
    case "suspect"_key:
    case "custody"_key:
    case "parole"_key:
    case "sentence"_key:
    case "arrest"_key:
    case "swap"_key:
    case "hospital"_key:
    case "question"_key:
    case "questioning"_key:
    case "detain"_key: return true;
    default: return false;
  }
}

bool is_captive(Key lemma) {
  return lemma == "hostage"_key || lemma == "captive"_key || lemma == "abductee"_key || lemma == "kidnapped"_key || lemma == "abducted"_key;
}

class Releases {
 public:
  Releases(const Syntax& syntax, const Story& story) : syntax_(syntax), roles_(syntax) {
    taken_ = std::any_of(story.mentions.begin(), story.mentions.end(), [](const Mention& m) {
      return (m.kind.mode == Mode::kidnapping || m.kind.mode == Mode::hijacking) && m.reading.status == Status::happened;
    });
  }

  std::vector<Event> run() {
    for (const Token& token : syntax_.article.language.tokens) rescued_ = rescued_ || token.lemma == "rescue"_key;
    std::vector<Event> events;
    for (const language::Sentence& sentence : syntax_.article.language.sentences) {
      if (!syntax_.article.in_body(sentence)) continue;
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (syntax_.token(at).tag != Tag::verb || !lets_go(syntax_.token(at).lemma)) continue;
        Event event;
        if (read(sentence, at, event)) events.push_back(std::move(event));
      }
    }
    return events;
  }

 private:
  bool is_captor(std::uint32_t at) const {
    const Entity* entity = syntax_.entity(syntax_.entity_of(at));
    return entity ? entity->type == EntityType::armed_group : syntax_.class_of(syntax_.telling_noun(at)).noun == Noun::attacker;
  }

  bool read(const language::Sentence& sentence, std::uint32_t verb, Event& event) const {
    const language::VerbGroup group = syntax_.article.links.verb_group(verb);
    const Token& token = syntax_.token(verb);
    const bool reduced = token.relation == Relation::acl && token.form == Form::past_participle;
    const bool passive = group.passive || reduced;
    Mention m;
    m.token = verb;
    m.sentence = token.sentence;
    m.verb = true;
    m.trigger = token.span;
    bool captor = false, other = false, captive = false, people = false;
    auto hit = [&](std::uint32_t at) {
      const std::uint32_t tell = syntax_.telling_noun(at);
      captive = captive || is_captive(syntax_.token(at).lemma) || is_captive(syntax_.token(tell).lemma);
      const NounClass cls = syntax_.class_of(tell);
      if (cls.noun == Noun::attacker && !syntax_.entity_of(at).set()) return;  // who was caught
      const Key lemma = syntax_.token(tell).lemma;
      if (lemma == "inmate"_key || lemma == "prisoner"_key || lemma == "detainee"_key || lemma == "convict"_key) return;  // a prison break
      people = people || cls.is_people() || syntax_.is_number(at);
      roles_.add_patient(m, at);
      const bool stands = syntax_.token(at).tag == Tag::pron || syntax_.is_number(at);  // "she was", "the three were"
      if (m.fillers.empty() && stands && people) m.fillers.push_back({ArgumentRole::recipient, at, {}, cls, syntax_.token(at).span, false});
    };
    for (const Link& link : syntax_.links(verb)) {
      if (syntax_.parted(verb, link.dependent) || syntax_.is_time(link.dependent)) continue;
      if (link.kind == LinkKind::subject && !passive) {
        (is_captor(link.dependent) ? captor : other) = true;
        if (is_captor(link.dependent)) roles_.add_actor(m, link.dependent, false);
      } else if (link.kind == LinkKind::agent) {
        (is_captor(link.dependent) ? captor : other) = true;
        if (is_captor(link.dependent)) roles_.add_actor(m, link.dependent, false);
      } else if (link.kind == LinkKind::passive_subject || (link.kind == LinkKind::object && !passive)) {
        hit(link.dependent);
      }
    }
    if (reduced && token.head < verb) hit(token.head);
    if (other || !people || (!passive && !captor) || (rescued_ && !captor)) return false;
    if (!captor && !captive && !taken_) return false;
    constexpr std::uint32_t reach = 60;
    const std::uint32_t from = verb - sentence.first > reach ? verb - reach : sentence.first;
    for (std::uint32_t i = from; i < sentence.last && i < verb + reach; ++i)
      if (!captor && is_of_the_law(syntax_.token(i).lemma)) return false;
    event.type = EventType::concede;
    event.rule = "incidents.release";
    event.trigger = token.span;
    const realis::Reading reading = realis::read(syntax_.article, verb, syntax_.frames.realis);
    event.status = reduced ? Status::happened : reading.status;
    if (event.status == Status::general) return false;
    Span evidence = token.span;
    for (const Filler& f : m.fillers) {
      Argument argument;
      argument.role = f.role;
      argument.entity = f.entity;
      argument.span = f.span;
      if (!f.entity.set()) argument.argument_class = f.role == ArgumentRole::target ? "facility" : "group-of-people";
      evidence = {std::min(evidence.begin, f.span.begin), std::max(evidence.end, f.span.end)};
      event.arguments.push_back(std::move(argument));
    }
    if (event.arguments.empty() && !captive) return false;
    setting(verb, event);
    event.evidence = {evidence};
    return true;
  }

  // Days and places that hang on the verb.
  void setting(std::uint32_t verb, Event& event) const {
    for (std::uint32_t i = verb; i > 0 && verb - i < 4 && syntax_.token(i - 1).sentence == syntax_.token(verb).sentence; --i)
      if (syntax_.is_time(i - 1)) {  // "on Monday released"
        const std::uint32_t time = syntax_.article.mentions.time_of[i - 1];
        std::uint32_t first = syntax_.article.mentions.times[time].first;
        if (first > 0 && syntax_.token(first - 1).tag == Tag::adp) --first;
        const bool of_another = first > 0 && syntax_.is_verb(first - 1);  // "kidnapped on Monday were freed"
        const std::string& value = syntax_.article.mentions.times[time].time.value;
        const bool day = value.size() >= 8 && value[0] != 'P';
        if (!of_another && day && syntax_.article.mentions.times[time].time.type == TimeType::date) event.time = {time};
        break;
      }
    for (std::uint32_t d : syntax_.dependents(verb)) {
      const Key p = syntax_.preposition(d);
      if (const std::uint32_t time = syntax_.article.mentions.time_of[d]; time != none && !event.time.set()) {
        const TimeType type = syntax_.article.mentions.times[time].time.type;
        const bool when = p == 0 || p == "on"_key || p == "in"_key || p == "at"_key;
        if (when && (type == TimeType::date || type == TimeType::time)) event.time = {time};
      }
      const EntityId id = syntax_.entity_of(d);
      if (syntax_.is_place(id) && (p == "in"_key || p == "at"_key || p == "near"_key) && event.places.size() < 4)
        event.places.push_back(id);
    }
  }

  const Syntax& syntax_;
  const RoleFinder roles_;
  bool rescued_ = false;  // does it tell of a rescue?
  bool taken_ = false;    // does the article tell of people or ships taken?
};

}  // namespace

std::vector<Event> find_releases(const Syntax& syntax, const Story& story) { return Releases(syntax, story).run(); }

}  // namespace khabar::incidents
