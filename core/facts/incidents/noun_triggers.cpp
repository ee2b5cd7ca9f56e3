// Nouns that evoke incidents: "the attack", "three blasts".
#include "facts/incidents/asides.h"
#include "facts/incidents/sharpening.h"
#include "facts/incidents/trigger_finder.h"

namespace khabar::incidents {

namespace {

// Nouns whose modifier is the event: "murder attempt", "bombing spree".
bool is_event_head(Key lemma) {
  return lemma == "attempt"_key || lemma == "bid"_key || lemma == "plot"_key || lemma == "plan"_key || lemma == "spree"_key ||
         lemma == "incident"_key || lemma == "wave"_key || lemma == "conspiracy"_key || lemma == "threat"_key || lemma == "toll"_key;
}

// "Another attack": not the one told of so far.
bool is_of_another(Key lemma) {
  return lemma == "another"_key || lemma == "other"_key || lemma == "second"_key || lemma == "similar"_key || lemma == "earlier"_key ||
         lemma == "previous"_key || lemma == "separate"_key || lemma == "third"_key || lemma == "different"_key || lemma == "past"_key;
}

// "Attacks fell from 81 to 22", "kidnappings have shifted": of many, and none of them is told.
bool is_trend(Key lemma) {
  return lemma == "fall"_key || lemma == "rise"_key || lemma == "drop"_key || lemma == "decline"_key || lemma == "increase"_key ||
         lemma == "surge"_key || lemma == "double"_key || lemma == "triple"_key || lemma == "climb"_key || lemma == "soar"_key ||
         lemma == "halve"_key || lemma == "shift"_key || lemma == "decrease"_key || lemma == "spike"_key || lemma == "grow"_key;
}

// "a bid on the mayor's life": the life; none where the noun is no attempt on one.
std::uint32_t life_aimed_at(const Syntax& syntax, std::uint32_t at) {
  constexpr std::uint32_t reach = 7;
  const Token& t = syntax.token(at);
  if ((t.lemma != "bid"_key && t.lemma != "attempt"_key) || at + 2 >= syntax.size() || syntax.token(at + 1).key != "on"_key) return none;
  for (std::uint32_t i = at + 2; i < syntax.size() && i < at + reach && syntax.token(i).sentence == t.sentence; ++i) {
    if (syntax.token(i).lemma == "life"_key) return i;
    if (syntax.is_verb(i) || syntax.token(i).tag == Tag::adp) return none;
  }
  return none;
}

// Where no workers' strike is: "hit a car", "hit a house".
bool is_no_workplace(const Syntax& syntax, std::uint32_t at) {
  const Noun noun = syntax.class_of(syntax.telling_noun(at)).noun;
  const Key lemma = syntax.token(at).lemma;
  return (noun == Noun::vehicle && !syntax.is_plural(at)) || noun == Noun::settlement || lemma == "house"_key || lemma == "home"_key ||
         lemma == "tent"_key || lemma == "apartment"_key || lemma == "building"_key || lemma == "mosque"_key || lemma == "church"_key ||
         lemma == "camp"_key || lemma == "base"_key || lemma == "convoy"_key || lemma == "village"_key;
}

// "It is suspected that rebels carried out the raid": that it was they; the raid is told.
bool is_suspected_of_whom(const Syntax& syntax, const Mention& m) {
  const Token& t = syntax.token(m.token);
  if (!m.definite || t.relation != Relation::obj || !is_support_verb(syntax.token(t.head).lemma)) return false;
  const Token& verb = syntax.token(t.head);
  return verb.form == Form::past && verb.head != t.head && syntax.token(verb.head).lemma == "suspect"_key;
}

}  // namespace

// "Conducted an intelligence-based operation", "a clearance operation was launched": what forces do; not "a rescue operation", "the
// bank's operation", nor where it only says in what somebody was killed.
bool is_security_operation(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  if (t.key == "cordon"_key && t.relation == Relation::obj && at + 5 < syntax.size() && syntax.token(at + 2).key == "and"_key &&
      syntax.token(at + 4).key == "search"_key && syntax.token(at + 5).key == "operation"_key)
    return syntax.token(t.head).lemma == "launch"_key || syntax.token(t.head).lemma == "conduct"_key;
  if (t.lemma != "operation"_key || syntax.is_plural(at) || (t.relation != Relation::obj && t.relation != Relation::nsubj_pass))
    return false;
  switch (syntax.token(t.head).lemma) {
    case "conduct"_key:
    case "launch"_key:
    case "carry"_key:
    case "mount"_key:
    case "undertake"_key:
    case "begin"_key:
    case "start"_key: break;
    default: return false;
  }
  for (std::uint32_t i = at; i > 0 && at - i < 6 && syntax.token(i - 1).sentence == t.sentence && i - 1 != t.head; --i)
    switch (syntax.token(i - 1).key) {
      case "intelligence"_key:
      case "search"_key:
      case "cordon"_key:
      case "combing"_key:
      case "clearance"_key:
      case "sanitisation"_key:
      case "sanitization"_key:
      case "anti-terror"_key:
      case "anti-terrorism"_key:
      case "anti-terrorist"_key:
      case "counter-terror"_key:
      case "counter-terrorism"_key:
      case "counterterrorism"_key:
      case "counter-insurgency"_key:
      case "counterinsurgency"_key:
      case "anti-kidnapping"_key:
      case "anti-banditry"_key:
      case "anti-militant"_key: return true;
      default: break;
    }
  return false;
}

// A part of a name, or a word that another noun's kind is told by.
bool TriggerFinder::belongs_to_other(std::uint32_t at) const {
  const Token& t = syntax_.token(at);
  const std::uint32_t named = syntax_.article.mentions.mention_of[at];
  if (named != mentions::none) {
    const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[named];
    if (mention.kind != MentionKind::nominal) return true;  // part of a name
  }
  const bool followed = at + 1 < t.head && syntax_.token(at + 1).tag == Tag::adp;  // "Clashes between A and B fighters"
  if (t.relation == Relation::compound && t.head != at && !followed && !syntax_.is_verb(t.head) && syntax_.day_above(at) == none) {
    const Token& head = syntax_.token(t.head);
    // "cattle raid death toll": of the raid
    const bool of_toll = head.lemma == "death"_key && t.head + 1 < syntax_.size() && syntax_.token(t.head + 1).lemma == "toll"_key;
    if (!of_toll && syntax_.frames.noun(head.lemma)) return true;  // "bomb blast attack": its head is the trigger
    if (!is_event_head(head.lemma) && !of_toll)
      return miss(at, "incidents.nominal", "says what kind of thing another noun is");  // "murder case", "attack helicopter"
  }
  return false;
}

// What a word before an event noun makes of it; true where it makes it no incident: "heart attack".
bool TriggerFinder::modify(Mention& m, std::uint32_t at) {
  const Token& word = syntax_.token(at);
  const Modifier* modifier = syntax_.frames.modifier(word.key);
  if (!modifier) modifier = syntax_.frames.modifier(word.lemma);
  if (!modifier) return false;
  if (modifier->kind.mode == Mode::none) {
    accident_ = true;  // who died of it is no victim
    return true;
  }
  const bool battle = m.kind.mode == Mode::clash && word.key == "gun"_key;  // "gun battle" is one word in two
  if (!battle && m.kind.mode != Mode::suicide_bombing && (m.kind.weak || !modifier->kind.weak)) m.kind = modifier->kind;
  m.needs &= static_cast<std::uint8_t>(~need_violent);
  return false;
}

// The words before the noun: which one it is, and of what kind. False where one says that it is no incident.
bool TriggerFinder::read_modifiers(Mention& m) {
  const std::uint32_t at = m.token;
  if (is_gas_explosion(syntax_, at)) return !(accident_ = true);
  for (std::uint32_t d : syntax_.dependents(at)) {
    const Token& dependent = syntax_.token(d);
    if (dependent.relation == Relation::det &&
        (dependent.lemma == "the"_key || dependent.lemma == "this"_key || dependent.lemma == "that"_key || dependent.lemma == "these"_key ||
         dependent.lemma == "those"_key))
      m.definite = true;
    m.indefinite = m.indefinite || (dependent.relation == Relation::det && (dependent.key == "a"_key || dependent.key == "an"_key));
    if (is_of_another(dependent.lemma))
      m.further = m.further || !syntax_.has(at, Relation::cop);  // "the blast is the third attack this week" tells of no other
    const bool before = d < at && (dependent.relation == Relation::compound || dependent.relation == Relation::amod ||
                                   dependent.relation == Relation::nmod || dependent.relation == Relation::nmod_poss);
    if (before && d + 1 != at && modify(m, d)) return false;
  }
  // The word right before it modifies it whatever the tree says: "a mine attack".
  if (at > 0 && syntax_.token(at - 1).sentence == m.sentence && modify(m, at - 1)) return false;
  for (std::uint32_t i = at; i > 1 && at - i < 3 && syntax_.token(i - 1).sentence == m.sentence && syntax_.is_noun(i - 1); --i) {
    const Modifier* modifier = syntax_.frames.modifier(syntax_.token(i - 1).key);  // "a suicide car bombing"
    if (modifier && modifier->kind.mode == Mode::suicide_bombing) m.kind = modifier->kind;
  }
  return true;
}

// "Minister escapes bid on life"
bool TriggerFinder::attempt_on_life(std::uint32_t at) {
  const std::uint32_t life = life_aimed_at(syntax_, at);
  const NounFrame* frame = life == none ? nullptr : syntax_.frames.noun("assassination"_key);
  if (frame == nullptr) return false;
  const std::size_t before = all_.size();
  noun(at, *frame);
  if (all_.size() == before) return true;
  Mention& m = all_.back();
  if (const std::uint32_t whose = syntax_.dependent(life, Relation::nmod_poss); whose != none) roles_.add_patient(m, whose);
  if (m.reading.status == Status::happened || m.reading.status == Status::planned || m.reading.status == Status::general)
    m.reading.status = Status::failed;
  return true;
}

// "Was charged with murder", "nine counts of murder": what he is charged with was told before.
bool TriggerFinder::is_of_charge(const Mention& m) const {
  const Token& t = syntax_.token(m.token);
  if (!m.fillers.empty() || !m.tolls.empty() || m.effect != Effect::killed || t.head == m.token) return false;
  const Key p = syntax_.preposition(m.token), above = syntax_.token(t.head).lemma;
  return (p == "of"_key && (above == "count"_key || above == "charge"_key || above == "suspicion"_key)) ||
         (p == "with"_key && (above == "charge"_key || above == "book"_key));
}

// "An exchange of fire", not of views.
bool TriggerFinder::is_of_fire(std::uint32_t exchange) const {
  for (std::uint32_t d : syntax_.dependents(exchange)) {
    const Key lemma = syntax_.token(d).lemma;
    if (lemma == "fire"_key || lemma == "gunfire"_key || lemma == "shot"_key || lemma == "shell"_key) return true;
  }
  return false;
}

// "A strike on a hospital", "a strike damaged a school": from the air, and no workers' strike.
void TriggerFinder::strike_from_afar(Mention& m) const {
  const Token& t = syntax_.token(m.token);
  if (t.lemma != "strike"_key || !m.kind.weak || m.kind.mode != Mode::other_violence) return;
  const Key before = m.token > 0 ? syntax_.token(m.token - 1).key : Key{0};  // "surgical strikes", "police-led strikes": on foot, maybe
  if (before == "led"_key || before == "surgical"_key || before == "commando"_key || before == "ground"_key) return;
  const Token& verb = syntax_.token(t.head);
  const bool harms = t.relation == Relation::nsubj && syntax_.is_verb(t.head) &&
                     (verb.lemma == "damage"_key || verb.lemma == "destroy"_key || verb.lemma == "kill"_key || verb.lemma == "injure"_key ||
                      verb.lemma == "wound"_key || verb.lemma == "set"_key || verb.lemma == "level"_key || verb.lemma == "flatten"_key);
  const std::uint32_t object = t.relation == Relation::nsubj ? syntax_.dependent(t.head, Relation::obj) : none;
  const bool lands = object != none && verb.lemma == "hit"_key && is_no_workplace(syntax_, object);
  if (harms && object != none && syntax_.class_of(syntax_.telling_noun(object)).noun == Noun::abstract) return;  // "damaged the economy"
  const bool hits = std::any_of(m.fillers.begin(), m.fillers.end(), [](const Filler& f) { return f.role == ArgumentRole::target; });
  if (harms || lands) m.needs &= static_cast<std::uint8_t>(~need_violent);
  if (harms || lands || hits) m.kind = {Mode::airstrike, false};
}

// "Was involved in attacks on the police", "wanted in several bombings": what somebody is known for, and no one deed.
bool TriggerFinder::is_record(std::uint32_t at) const {
  constexpr std::uint32_t reach = 20;
  const std::uint32_t first = syntax_.article.language.sentences[syntax_.token(at).sentence].first;
  for (std::uint32_t i = at; i > first + 1 && at - i < reach; --i) {
    const Token& t = syntax_.token(i - 1);
    const Key verb = syntax_.token(i - 2).key;
    if (t.key == "in"_key && (verb == "involved"_key || verb == "implicated"_key || verb == "wanted"_key || verb == "complicit"_key ||
                              verb == "participated"_key))
      return true;
    if ((syntax_.is_verb(i - 1) && t.relation != Relation::amod) || t.tag == Tag::sconj || t.key == "which"_key || t.key == "who"_key)
      return false;
  }
  return false;
}

// "The killing of guards": of no guards that are told of.
bool TriggerFinder::hits_a_kind(const Mention& m) const {
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    return f.role == ArgumentRole::recipient && !f.entity.set() && syntax_.is_plural(f.token) && !syntax_.has(f.token, Relation::det) &&
           !syntax_.has(f.token, Relation::nummod);
  });
}

// "Caught in the act": whatever that was.
bool TriggerFinder::is_caught_in(std::uint32_t at) const {
  return syntax_.token(at).key == "act"_key && at > 2 && syntax_.token(at - 1).key == "the"_key && syntax_.token(at - 2).key == "in"_key &&
         syntax_.token(at - 3).lemma == "catch"_key;
}

bool TriggerFinder::noun(std::uint32_t at, const NounFrame& frame) {
  if (is_caught_in(at)) return false;
  if (belongs_to_other(at)) return true;
  if (syntax_.token(at).lemma == "exchange"_key && !is_of_fire(at)) return false;
  const Token& t = syntax_.token(at);
  if (t.lemma == "execution"_key && syntax_.is_plural(at) && syntax_.is_verb(t.head)) {
    const Key verb = syntax_.token(t.head).lemma;  // "resumed executions": what courts order
    if (verb == "resume"_key || verb == "suspend"_key || verb == "halt"_key || verb == "abolish"_key || verb == "reinstate"_key)
      return miss(at, "incidents.nominal", "what courts order");
  }
  // "The act would widen the ban": a law, where no word before or behind it says what kind of act
  if (syntax_.token(at).lemma == "act"_key && !syntax_.has(at, Relation::amod) && !syntax_.has(at, Relation::compound) &&
      !syntax_.has(at, Relation::nmod))
    return false;
  Mention m = base(at);
  m.kind = frame.kind;
  m.effect = frame.effect;
  m.needs = frame.needs;
  m.rule = "incidents.nominal";
  if (!read_modifiers(m)) return miss(at, m.rule, "the word before it says that it is none (\"heart attack\", \"hunger strike\")");
  const RoleReading reading = roles_.noun(m, frame);
  const char* why = reading.accident            ? "an accident, an illness or a disaster did it"
                    : reading.nonliteral        ? "a figure of speech: what it is done to can be neither hit nor hurt"
                    : is_fictional(syntax_, at) ? "a film, a match or a drill"
                                                : nullptr;
  if (why) {
    accident_ = accident_ || reading.accident;
    return miss(at, "incidents.nominal", why);
  }
  if (reading.armed) m.needs &= static_cast<std::uint8_t>(~(need_violent | need_armed));
  if (m.needs & need_armed) return miss(at, "incidents.nominal", "no attacker, force or weapon is told");
  m.tolls = tolls_.read(at);
  const bool plural = syntax_.is_plural(at);
  const bool counted = syntax_.article.mentions.quantity_of[at] != none || syntax_.has(at, Relation::nummod);
  m.generic = plural && !m.definite && !counted && m.fillers.empty() && !syntax_.has(at, Relation::nmod_poss);
  if (plural && !frame.effect) count(m);
  if (plural && frame.effect && !(m.needs & need_casualty)) count(m);
  if (is_of_charge(m)) {
    m.charged = m.definite = true;
    m.indefinite = m.generic = false;
  }
  event_of_.push_back(none);
  strike_from_afar(m);
  sharpen(syntax_, m);
  m.reading = realis::read(syntax_.article, at, syntax_.frames.realis);
  if (m.reading.status == Status::possible && is_suspected_of_whom(syntax_, m)) {
    m.reading.status = Status::happened;
    for (Filler& f : m.fillers) f.alleged = f.alleged || f.role == ArgumentRole::actor;
  }
  if (plural && !m.definite && !counted && t.relation == Relation::nsubj && is_trend(syntax_.token(t.head).lemma))
    m.reading.status = Status::general;
  const bool kind =
      (plural && !m.definite && !counted) || (!all_.empty() && all_.back().sentence == m.sentence && all_.back().total && hits_a_kind(m));
  if (kind && m.reading.status == Status::happened && m.tolls.empty() && is_record(at)) {
    m.reading.status = Status::general;
    m.total = true;
  }
  const Key head = t.relation == Relation::compound ? syntax_.token(t.head).lemma : Key{0};
  if (m.reading.status == Status::planned && (head == "bid"_key || head == "attempt"_key)) m.reading.status = Status::failed;
  // "Troops ended a 13-hour siege": what is ended went on until then.
  if (m.reading.status == Status::failed && t.relation == Relation::obj && syntax_.token(t.head).lemma == "end"_key && !plural &&
      realis::read(syntax_.article, t.head, syntax_.frames.realis).status == Status::happened)
    m.reading.status = Status::happened;
  all_.push_back(std::move(m));
  return true;
}

void TriggerFinder::count(Mention& m) const {
  std::uint32_t q = syntax_.article.mentions.quantity_of[m.token];
  if (q == none)
    for (std::uint32_t d : syntax_.dependents(m.token))
      if (d < m.token && syntax_.article.mentions.quantity_of[d] != none) q = syntax_.article.mentions.quantity_of[d];
  if (q == none) return;
  const Quantity& quantity = syntax_.article.mentions.quantities[q].quantity;
  if (quantity.value < 3 || quantity.unit == "%") return;
  m.count = Count{quantity.value, quantity.comparator, QuantityId{q}};
}

}  // namespace khabar::incidents
