#include "facts/incidents/triggers.h"

#include "facts/incidents/asides.h"
#include "facts/incidents/captors.h"
#include "facts/incidents/joining.h"
#include "facts/incidents/roles.h"
#include "facts/incidents/setting.h"
#include "facts/incidents/word_readings.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool is_event_head(Key lemma) {
  return lemma == "attempt"_key || lemma == "bid"_key || lemma == "plot"_key || lemma == "plan"_key || lemma == "spree"_key ||
         lemma == "incident"_key || lemma == "wave"_key || lemma == "conspiracy"_key || lemma == "threat"_key;
}

// "A suicide bomber drove a truck into the gate and nine guards died"
bool tells_of_suicide_bomber(const Syntax& syntax, std::uint32_t at) {
  constexpr std::uint32_t reach = 24;
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(at).sentence].first;
  for (std::uint32_t i = at; i > first + 1 && at - i < reach; --i)
    if ((syntax.token(i - 1).lemma == "bomber"_key || syntax.token(i - 1).lemma == "attacker"_key) &&
        syntax.token(i - 2).key == "suicide"_key)
      return true;
  return false;
}

// "Fired rockets and machine guns": an attack with arms of all kinds.
bool is_mixed(const Mention& m) {
  auto has = [&](Mode mode) {
    return std::any_of(m.fillers.begin(), m.fillers.end(),
                       [&](const Filler& f) { return f.role == ArgumentRole::instrument && f.noun.mode == mode; });
  };
  return has(Mode::armed_assault) && has(Mode::bombing);
}

// What actor and instrument make of a weak mode.
void sharpen(const Syntax& syntax, Mention& m) {
  bool attackers = false, force = false, victims_armed = false, suicide = false, bomber = false;
  const bool mixed = is_mixed(m);
  for (const Filler& f : m.fillers) {
    const Entity* e = syntax.entity(f.entity);
    const bool group = e && e->type == EntityType::armed_group;
    if (f.role == ArgumentRole::actor) {
      attackers = attackers || f.noun.noun == Noun::attacker || group;
      force = force || f.noun.noun == Noun::force || (e && e->type == EntityType::country);
      const std::string_view word = syntax.article.words(syntax.token(f.token).span);
      if (word.size() >= 6 && (word.compare(0, 6, "bomber") == 0 || word.compare(0, 6, "Bomber") == 0)) {
        bomber = true;
        for (std::uint32_t d : syntax.dependents(f.token)) suicide = suicide || syntax.token(d).key == "suicide"_key;
      }
    }
    if (f.role == ArgumentRole::recipient) victims_armed = victims_armed || f.noun.noun == Noun::attacker || group;
    if (f.role == ArgumentRole::instrument) {
      for (std::uint32_t d : syntax.dependents(f.token)) suicide = suicide || syntax.token(d).key == "suicide"_key;
      if (m.kind.weak && f.noun.mode != Mode::none && !mixed) m.kind = {f.noun.mode, false};
      if (m.verb && m.kind.mode == Mode::bombing && f.noun.mode == Mode::airstrike) m.kind = {Mode::airstrike, false};  // "jets bombed"
    }
  }
  if (suicide && (m.kind.weak || m.kind.mode == Mode::bombing)) m.kind = {Mode::suicide_bombing, false};
  if (bomber && m.kind.weak) m.kind = {Mode::bombing, false};
  if (m.kind.weak && m.effect == Effect::killed && tells_of_suicide_bomber(syntax, m.token)) m.kind = {Mode::suicide_bombing, false};
  if (!m.kind.weak) return;
  if (force && victims_armed) {
    m.kind = {Mode::clash, true};
  } else if (attackers && m.kind.mode == Mode::other_violence && !m.casualty_only()) {
    m.kind = {Mode::armed_assault, true};
  }
}

// A verb that weapons make violent is as violent as they are: "threw stones" tells no bombing, and "launched an offensive" what it
// launched.
void arm(const Syntax& syntax, Mention& m, std::uint32_t event) {
  if (!(m.needs & need_weapon) || m.kind.mode != Mode::bombing) return;
  const Filler* weapon = nullptr;
  for (const Filler& f : m.fillers)
    if (f.role == ArgumentRole::instrument && (!weapon || f.noun.mode == Mode::bombing)) weapon = &f;
  if (weapon && is_mixed(m)) {
    m.kind = {Mode::armed_assault, true};
  } else if (weapon) {
    if (weapon->noun.mode != Mode::none) m.kind = {weapon->noun.mode, false};
  } else if (event != none) {
    const NounFrame* noun = syntax.frames.noun(syntax.token(event).lemma);
    m.kind = noun && !noun->kind.weak ? noun->kind : Kind{Mode::armed_assault, true};
  }
}

// "A charge destroyed two shops", "rebels destroyed a bridge": what did the damage makes it an incident.
bool is_by_violence(const Mention& m) {
  bool hit = false, by = false;
  for (const Filler& f : m.fillers) {
    hit = hit || f.role == ArgumentRole::target;
    by = by || (f.role == ArgumentRole::instrument && f.noun.mode != Mode::none) ||
         (f.role == ArgumentRole::actor && f.noun.noun == Noun::attacker);
  }
  return hit && by;
}

class Finder {
 public:
  Finder(const Syntax& syntax, const Effects& effects, const facts::NearMisses& near_misses)
      : syntax_(syntax), roles_(syntax), tolls_(syntax, effects), near_misses_(near_misses) {}

  std::vector<Mention> run() {
    const auto& sentences = syntax_.article.language.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (!syntax_.article.in_body(sentences[s])) continue;
      const std::size_t before = all_.size();
      accident_ = false;
      for (std::uint32_t i = sentences[s].first; i < sentences[s].last; ++i) token(i);
      finish(s, before);
    }
    return std::move(all_);
  }

 private:
  Mention base(std::uint32_t at) const {
    Mention m;
    m.token = at;
    m.sentence = syntax_.token(at).sentence;
    m.trigger = syntax_.token(at).span;
    m.earlier = m.further = is_long_before(syntax_, at);
    return m;
  }

  void token(std::uint32_t at) {
    const Token& t = syntax_.token(at);
    if (!t.has(Token::has_letter) || at == taken_) return;
    const bool open = t.tag == Tag::verb || t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::adj;
    if (!open && !(is_headline_verb(t.key) && is_sure_verb(syntax_, at))) return;
    if (t.form == Form::gerund && t.relation == Relation::amod && t.head == at + 1) return;  // "the raiding party": says which one
    const std::vector<VerbFrame>* verbs = syntax_.frames.verb(t.lemma);
    if (!verbs && is_sure_verb(syntax_, at)) verbs = syntax_.frames.verb(base_of(syntax_, t.key));
    if (!verbs && t.tag == Tag::verb) verbs = syntax_.frames.verb(syntax_.frames.past_of(t.key));  // rare ones: "dynamited"
    const NounFrame* event = syntax_.frames.noun(t.lemma);
    if (!event) event = syntax_.frames.noun(t.key);
    const bool as_noun = event && !(t.tag != Tag::verb && is_sure_verb(syntax_, at)) &&
                         (t.tag == Tag::verb ? is_nominal(syntax_, at) || (!verbs && t.form == Form::none)
                                             : t.tag != Tag::adj || (at > 0 && syntax_.token(at - 1).tag == Tag::det));
    if (as_noun) {
      if (noun(at, *event)) return;
    } else if (verbs || is_sure_verb(syntax_, at)) {
      if (t.tag != Tag::verb && !is_sure_verb(syntax_, at)) {
        casualty(at);
        return;
      }
      if (verb(at, *verbs)) return;
    }
    casualty(at);
  }

  // ---- verbs

  // The particle, object or complement that the frame asks for; none where it is not there.
  std::uint32_t companion(std::uint32_t at, Key with) const {
    for (std::uint32_t d : syntax_.dependents(at)) {
      const Relation r = syntax_.token(d).relation;
      if (syntax_.token(d).lemma != with && syntax_.token(d).key != with) continue;
      if (r == Relation::compound_prt || r == Relation::obj || r == Relation::xcomp || r == Relation::obl || r == Relation::advmod ||
          r == Relation::nsubj_pass)
        return d;
    }
    const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
    for (std::uint32_t i = at + 1; i < sentence.last && i <= at + 6; ++i) {
      const Token& t = syntax_.token(i);
      if (t.key == with || t.lemma == with) return i <= at + 3 || t.tag != Tag::adp ? i : none;
      if (t.tag == Tag::punct || (t.tag == Tag::verb && t.form != Form::past_participle)) break;
    }
    return none;
  }

  // "seized 1,400 rounds": of a verb that takes things as well only people count.
  void drop_goods(std::vector<Toll>& tolls) const {
    std::erase_if(tolls, [&](const Toll& toll) { return !syntax_.class_of(syntax_.telling_noun(toll.token)).is_people(); });
  }

  // "Eleven militants were eliminated": those it was done to say what kind of deed it was.
  bool hits_attackers(const Mention& m) const {
    return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
      const Entity* e = syntax_.entity(f.entity);
      return f.role == ArgumentRole::recipient && (e ? e->type == EntityType::armed_group : f.noun.noun == Noun::attacker);
    });
  }

  // "every fighter killed will be replaced": whoever it may be, nobody yet.
  bool is_any_such(const Mention& m) const {
    return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
      if (f.role != ArgumentRole::recipient && f.role != ArgumentRole::target) return false;
      const std::uint32_t det = syntax_.dependent(f.token, Relation::det);
      if (det == none) return false;
      const Key key = syntax_.token(det).key;
      return key == "every"_key || key == "each"_key || key == "any"_key;
    });
  }

  // Null, or what the frame misses.
  const char* missing(const VerbFrame& frame, const Mention& m, const RoleReading& reading) const {
    const bool person = std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::recipient; });
    const bool thing = std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::target; });
    const bool weapon = std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::instrument; });
    if (frame.kind.mode == Mode::hijacking && frame.with == 0 && (frame.needs & need_armed) && !is_hijack(m))
      return "no attackers are told who took a vehicle or a ship";
    if ((frame.needs & need_person) && !person && m.tolls.empty()) return "nobody is told whom it was done to, and no number of people";
    if ((frame.needs & need_thing) && !thing) return "nothing is told that it was done to";
    if ((frame.needs & need_weapon) && !weapon && (reading.event == none || m.fillers.empty())) return "no weapon is told";
    const bool explosive = std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) {
      return f.role == ArgumentRole::instrument && f.noun.mode != Mode::armed_assault && f.noun.mode != Mode::other_violence;
    });
    if ((frame.needs & need_explosive) && !explosive) return "no explosive is told";
    const bool armed = reading.armed || reading.event != none || (frame.effect == Effect::killed && hits_attackers(m));
    if ((frame.needs & need_armed) && !armed) return "no attacker, force or weapon is told";
    if (frame.with == 0 && !(frame.needs & need_casualty) && m.fillers.empty() && m.tolls.empty() && reading.event == none)
      return "no parties and no numbers are told";
    return nullptr;
  }

  bool verb(std::uint32_t at, const std::vector<VerbFrame>& frames) {
    // Frames with a particle or object first: "set ablaze" before "set".
    const char* why = nullptr;
    std::optional<Mention> weak;
    for (int pass = 0; pass < 3; ++pass)  // then those that a weapon makes: "fired two rockets at" before "fired at"
      for (const VerbFrame& frame : frames) {
        if ((frame.with != 0 ? 0 : frame.needs & need_weapon ? 1 : 2) != pass) continue;
        const std::uint32_t with = frame.with == 0 ? none : companion(at, frame.with);
        if (frame.with != 0 && with == none) continue;
        Mention m = base(at);
        m.verb = true;
        m.kind = frame.kind;
        m.effect = frame.effect;
        m.needs = frame.needs;
        RoleReading reading = roles_.verb(m, frame);
        if (frame.subject == Part::patient && frame.object == Part::instrument && with != none) roles_.add_mine(m, with);
        if (frame.effect || tolls_.tells(at)) m.tolls = tolls_.read(at);
        if (frame.effect && frame.with != 0)  // "stabbed two to death"
          for (Toll& toll : m.tolls) toll.effect = *frame.effect;
        if (m.tolls.empty() && frame.with != 0 && frame.effect) m.tolls = tolls_beside(at, reading.passive);
        if (m.tolls.empty() && frame.effect && !m.fillers.empty() && !m.casualty_only())
          m.tolls = tolls_.beside(at, *frame.effect, reading.passive);
        if (frame.effect == Effect::abducted && (frame.needs & need_armed)) drop_goods(m.tolls);
        const char* no_incident = reading.accident             ? "an accident, an illness or a disaster did it"
                                  : reading.nonliteral         ? "a figure of speech: what it is done to or by can be neither hit nor hurt"
                                  : is_fictional(syntax_, at)  ? "a film, a match or a drill"
                                  : is_rhetorical(syntax_, at) ? "an attack in words"
                                  : reading.reduced && is_of_those(at) ? "says which of those told of"
                                  : reading.reduced && is_any_such(m)  ? "whoever it may be: no one incident"
                                                                       : nullptr;
        if (no_incident) {
          accident_ = accident_ || reading.accident;
          return miss(at, "incidents.verb_active", no_incident);
        }
        if (const char* lack = missing(frame, m, reading)) {
          why = lack;
          const bool hit = std::any_of(m.fillers.begin(), m.fillers.end(),
                                       [](const Filler& f) { return f.role == ArgumentRole::recipient || f.role == ArgumentRole::target; });
          const Mode mode = frame.kind.mode;
          const bool violence = mode == Mode::armed_assault || mode == Mode::other_violence || mode == Mode::clash;
          if (!(frame.needs & need_armed) || !hit || !violence || frame.with != 0 || weak) continue;
          m.kind = {Mode::other_violence, true};
          m.needs = need_violent;
          m.unarmed = true;
          m.rule = reading.passive ? "incidents.verb_passive" : "incidents.verb_active";
          weak = std::move(m);
          continue;
        }
        m.rule = !reading.passive ? "incidents.verb_active" : reading.reduced ? "incidents.verb_reduced" : "incidents.verb_passive";
        m.attributive = reading.attributive;
        m.definite = m.definite || reading.attributive;
        if (m.casualty_only()) m.rule = "incidents.casualty";
        // "Two bombs injured 33": told with its cause, the outcome is the incident.
        if (m.casualty_only() && reading.armed && frame.subject == Part::actor && !m.tolls.empty()) {
          m.needs &= static_cast<std::uint8_t>(~need_casualty);
          m.rule = "incidents.verb_active";
        }
        if (m.casualty_only() && (frame.needs & need_thing) && is_by_violence(m)) {
          m.needs &= static_cast<std::uint8_t>(~need_casualty);
          m.rule = reading.passive ? "incidents.verb_passive" : "incidents.verb_active";
        }
        if (with != none) taken_ = with;
        event_of_.push_back(reading.event);
        arm(syntax_, m, reading.event);
        sharpen(syntax_, m);
        if (syntax_.is_verb(at)) m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
        if (is_unreal_condition(at)) m.reading.status = Status::possible;
        for (std::uint32_t d : syntax_.dependents(at))  // "none of the policemen was hurt"
          if (d < at && (syntax_.token(d).key == "none"_key || syntax_.token(d).key == "nobody"_key)) m.reading.status = Status::denied;
        // "Police foil plot to bomb mosque, arrest five": what stands past a headline's comma is done.
        if (m.kind.mode == Mode::arrest && m.reading.status == Status::failed && at > 0 &&
            syntax_.article.words(syntax_.token(at - 1).span) == "," && realis::is_headline(syntax_.article, m.sentence))
          m.reading.status = Status::happened;
        // "Gunmen burst into a studio": its past looks like its present.
        const Key key = syntax_.token(at).key;
        if (m.reading.status == Status::general && (key == "burst"_key || key == "hit"_key || key == "set"_key || key == "beat"_key))
          m.reading.status = Status::happened;
        all_.push_back(std::move(m));
        return true;
      }
    if (weak) {
      if (syntax_.is_verb(at)) weak->reading = realis::read(syntax_.article, at, syntax_.frames.realis);
      event_of_.push_back(none);
      all_.push_back(std::move(*weak));
      return true;
    }
    if (why) near_misses_.add(syntax_.token(at).span, "incidents.verb_active", why);
    return false;
  }

  // "seven of those killed were women"
  bool is_of_those(std::uint32_t at) const {
    return at > 2 && syntax_.token(at - 1).key == "those"_key && syntax_.token(at - 2).key == "of"_key;
  }

  // "Had the pilot been killed, there would be war".
  bool is_unreal_condition(std::uint32_t at) const {
    const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
    if (syntax_.token(sentence.first).key != "had"_key || at - sentence.first > 12) return false;
    for (std::uint32_t i = sentence.first; i < at; ++i)
      if (syntax_.article.words(syntax_.token(i).span) == ",") return false;
    for (std::uint32_t i = at; i < sentence.last; ++i) {
      const Key key = syntax_.token(i).key;
      if (key == "would"_key || key == "might"_key || key == "could"_key) return true;
    }
    return false;
  }

  // "Pirates seize a tanker" - not "police seize a lorry".
  static bool is_hijack(const Mention& m) {
    bool attackers = false, vehicle = false;
    for (const Filler& f : m.fillers) {
      attackers = attackers || (f.role == ArgumentRole::actor && f.noun.noun == Noun::attacker);
      vehicle = vehicle || (f.role == ArgumentRole::target && f.noun.noun == Noun::vehicle);
    }
    return attackers && vehicle;
  }

  bool miss(std::uint32_t at, const char* rule, const char* why) const {
    near_misses_.add(syntax_.token(at).span, rule, why);
    return true;
  }

  // "shot dead", "left two dead": the word that tells the toll stands after the verb.
  std::vector<Toll> tolls_beside(std::uint32_t at, bool passive) const {
    const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(at).sentence];
    for (std::uint32_t i = at + 1; i < sentence.last && i <= at + 6; ++i)
      if (tolls_.tells(i)) {
        // "Omar Noor, 35, shot dead ten people"
        if (!passive && syntax_.token(i).key == "dead"_key && i == at + 1)
          if (std::vector<Toll> after = tolls_.beside(i, Effect::killed, false); !after.empty()) return after;
        return tolls_.read(i);
      }
    return {};
  }

  // ---- nouns

  // What a word before an event noun makes of it; true where it makes it no incident: "heart attack".
  bool modify(Mention& m, std::uint32_t at) {
    const Token& word = syntax_.token(at);
    const Modifier* modifier = syntax_.frames.modifier(word.key);
    if (!modifier) modifier = syntax_.frames.modifier(word.lemma);
    if (!modifier) return false;
    if (modifier->kind.mode == Mode::none) {
      accident_ = true;  // who died of it is no victim
      return true;
    }
    if (m.kind.mode != Mode::suicide_bombing && (m.kind.weak || !modifier->kind.weak)) m.kind = modifier->kind;
    m.needs &= static_cast<std::uint8_t>(~need_violent);
    return false;
  }

  static constexpr const char* no_violence = "the word before it says that it is none (\"heart attack\", \"hunger strike\")";

  bool noun(std::uint32_t at, const NounFrame& frame) {
    const Token& t = syntax_.token(at);
    const std::uint32_t named = syntax_.article.mentions.mention_of[at];
    if (named != mentions::none) {
      const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[named];
      if (mention.kind != MentionKind::nominal) return true;  // part of a name
    }
    if (t.relation == Relation::compound && t.head != at && !syntax_.is_verb(t.head) && syntax_.day_above(at) == none) {
      const Token& head = syntax_.token(t.head);
      if (syntax_.frames.noun(head.lemma)) return true;  // "bomb blast attack": its head is the trigger
      if (!is_event_head(head.lemma))
        return miss(at, "incidents.nominal", "says what kind of thing another noun is");  // "murder case", "attack helicopter"
    }
    Mention m = base(at);
    m.kind = frame.kind;
    m.effect = frame.effect;
    m.needs = frame.needs;
    m.rule = "incidents.nominal";
    for (std::uint32_t d : syntax_.dependents(at)) {
      const Token& dependent = syntax_.token(d);
      if (dependent.relation == Relation::det &&
          (dependent.lemma == "the"_key || dependent.lemma == "this"_key || dependent.lemma == "that"_key ||
           dependent.lemma == "these"_key || dependent.lemma == "those"_key))
        m.definite = true;
      m.indefinite = m.indefinite || (dependent.relation == Relation::det && (dependent.key == "a"_key || dependent.key == "an"_key));
      if (dependent.lemma == "another"_key || dependent.lemma == "other"_key || dependent.lemma == "second"_key ||
          dependent.lemma == "similar"_key || dependent.lemma == "earlier"_key || dependent.lemma == "previous"_key ||
          dependent.lemma == "separate"_key || dependent.lemma == "third"_key || dependent.lemma == "different"_key ||
          dependent.lemma == "past"_key)
        m.further = m.further || !syntax_.has(at, Relation::cop);  // "the blast is the third attack this week" tells of no other
      const bool before = d < at && (dependent.relation == Relation::compound || dependent.relation == Relation::amod ||
                                     dependent.relation == Relation::nmod || dependent.relation == Relation::nmod_poss);
      if (before && d + 1 != at && modify(m, d)) return miss(at, "incidents.nominal", no_violence);
    }
    // The word right before it modifies it whatever the tree says: "a mine attack".
    if (at > 0 && syntax_.token(at - 1).sentence == m.sentence && modify(m, at - 1)) return miss(at, "incidents.nominal", no_violence);
    for (std::uint32_t i = at; i > 1 && at - i < 3 && syntax_.token(i - 1).sentence == m.sentence && syntax_.is_noun(i - 1); --i) {
      const Modifier* modifier = syntax_.frames.modifier(syntax_.token(i - 1).key);  // "a suicide car bombing"
      if (modifier && modifier->kind.mode == Mode::suicide_bombing) m.kind = modifier->kind;
    }
    const RoleReading reading = roles_.noun(m, frame);
    const char* no_incident = reading.accident            ? "an accident, an illness or a disaster did it"
                              : reading.nonliteral        ? "a figure of speech: what it is done to can be neither hit nor hurt"
                              : is_fictional(syntax_, at) ? "a film, a match or a drill"
                                                          : nullptr;
    if (no_incident) {
      accident_ = accident_ || reading.accident;
      return miss(at, "incidents.nominal", no_incident);
    }
    if (reading.armed) m.needs &= static_cast<std::uint8_t>(~(need_violent | need_armed));
    if (m.needs & need_armed) return miss(at, "incidents.nominal", "no attacker, force or weapon is told");
    m.tolls = tolls_.read(at);
    const bool plural = syntax_.is_plural(at);
    const bool counted = syntax_.article.mentions.quantity_of[at] != none || syntax_.has(at, Relation::nummod);
    m.generic = plural && !m.definite && !counted && m.fillers.empty() && !syntax_.has(at, Relation::nmod_poss);
    if (plural && !frame.effect) count(m);
    if (plural && frame.effect && !(m.needs & need_casualty)) count(m);
    event_of_.push_back(none);
    sharpen(syntax_, m);
    m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
    // "Troops ended a 13-hour siege": what is ended went on until then.
    if (m.reading.status == Status::failed && t.relation == Relation::obj && syntax_.token(t.head).lemma == "end"_key && !plural &&
        realis::read(syntax_.article, t.head, syntax_.frames.realis).status == Status::happened)
      m.reading.status = Status::happened;
    all_.push_back(std::move(m));
    return true;
  }

  void count(Mention& m) const {
    std::uint32_t q = syntax_.article.mentions.quantity_of[m.token];
    if (q == none)
      for (std::uint32_t d : syntax_.dependents(m.token))
        if (d < m.token && syntax_.article.mentions.quantity_of[d] != none) q = syntax_.article.mentions.quantity_of[d];
    if (q == none) return;
    const Quantity& quantity = syntax_.article.mentions.quantities[q].quantity;
    if (quantity.value < 3 || quantity.unit == "%") return;
    m.count = Count{quantity.value, quantity.comparator, QuantityId{q}};
  }

  // ---- casualties that no frame's verb tells: "12 dead", "five others injured"
  void casualty(std::uint32_t at) {
    if (syntax_.token(at).key == "lives"_key && !costs_lives(syntax_, at)) return;
    std::vector<Toll> tolls = tolls_.read(at);
    if (tolls.empty() || (syntax_.token(at).key == "lost"_key && !is_loss_of_fighters(syntax_, at, tolls))) return;
    Mention m = base(at);
    m.verb = true;
    m.kind = {Mode::other_violence, true};
    m.effect = tolls.front().effect;
    m.needs = need_casualty;
    m.tolls = std::move(tolls);
    m.rule = "incidents.casualty";
    if (syntax_.is_verb(at)) m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
    for (const Toll& toll : m.tolls) roles_.add_patient(m, toll.token);
    event_of_.push_back(none);
    all_.push_back(std::move(m));
  }

  // One sentence's mentions together.
  void finish(std::uint32_t sentence, std::size_t from) {
    const bool anew = all_.size() > from && opens_anew(syntax_, sentence);
    for (std::size_t k = from; k < all_.size(); ++k) {
      Mention& m = all_[k];
      const bool told_anew = anew && !m.casualty_only() && (m.verb || !m.definite);
      m.further = m.further || told_anew || is_by_another(syntax_, m);
    }
    join_sentence(syntax_, std::span<Mention>(all_).subspan(from), static_cast<std::uint32_t>(from), event_of_);
    event_of_.clear();
    find_captors(syntax_, roles_, sentence, std::span<Mention>(all_).subspan(from));
    drop_loose(all_, from, near_misses_);
    const std::span<Mention> found = std::span<Mention>(all_).subspan(from);
    // "killed in a crash": its numbers are no incident's.
    const bool outcomes_only = std::all_of(found.begin(), found.end(), [](const Mention& m) { return m.casualty_only(); });
    if (accident_ && outcomes_only) {
      for (const Mention& m : found) near_misses_.add(m.trigger, m.rule, "an accident, an illness or a disaster did it");
      all_.resize(from);
      return;
    }
    bool asked = false, told = false;
    for (Mention& m : found) {
      if (m.count || !std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& toll) { return toll.value >= toll_of_many; })) continue;
      if (!asked) told = tells_total(syntax_, sentence);
      asked = true;
      const bool thousands = std::any_of(m.tolls.begin(), m.tolls.end(), [](const Toll& toll) { return toll.value >= 1000; });
      m.total = told || (thousands && m.casualty_only() && m.joined == none) ||
                (thousands && syntax_.is_verb(m.token) && syntax_.article.links.verb_group(m.token).perfect);
    }
    find_settings(syntax_, sentence, found);
  }

  const Syntax& syntax_;
  RoleFinder roles_;
  TollFinder tolls_;
  const facts::NearMisses& near_misses_;
  std::vector<Mention> all_;
  std::vector<std::uint32_t> event_of_;  // for each mention of the sentence: the event noun beside it
  bool accident_ = false;
  std::uint32_t taken_ = none;  // "fire" of "set fire": no trigger of its own
};

}  // namespace

std::vector<Mention> find_mentions(const Syntax& syntax, const Effects& effects, const facts::NearMisses& near_misses) {
  return Finder(syntax, effects, near_misses).run();
}

}  // namespace khabar::incidents
