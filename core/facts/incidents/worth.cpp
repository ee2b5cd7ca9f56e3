#include "facts/incidents/worth.h"

#include "facts/realis/realis.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// How much a word says who it was: names, then nouns, then "the attackers".
bool is_vague(Key lemma) {
  switch (lemma) {
    case "attacker"_key:
    case "assailant"_key:
    case "perpetrator"_key:
    case "people"_key:
    case "person"_key:
    case "victim"_key:
    case "other"_key:
    case "individual"_key:
    case "man"_key:
    case "suspect"_key:
    case "culprit"_key:
    case "killer"_key:
    case "murderer"_key:
    case "casualty"_key:
    case "force"_key:
    case "site"_key:
    case "place"_key:
    case "property"_key:
    case "target"_key:
    case "area"_key: return true;
    default: return false;
  }
}

// Some people or things of a kind: "innocents", "some prominent terrorists", "schools".
bool is_some_of_a_kind(const Syntax& syntax, const Filler& f) {
  if (f.entity.set() || !syntax.is_plural(f.token)) return false;
  bool vague = false, more = false;
  for (std::uint32_t d : syntax.dependents(f.token)) {
    const Key key = syntax.token(d).key;
    const Relation r = syntax.token(d).relation;
    if (key == "some"_key || key == "many"_key || key == "several"_key || key == "innocent"_key || key == "unarmed"_key) {
      vague = true;
    } else if (r != Relation::case_ && r != Relation::punct) {
      more = more || r != Relation::amod;
      if (!vague) more = true;
    }
  }
  return !more;
}

// "A bomb damaged the Lakes Bank. The building ...": the words that take up a thing told before.
bool is_told_again(const Syntax& syntax, const std::vector<Filler>& fillers, const Filler& f) {
  if (f.role != ArgumentRole::target || f.entity.set()) return false;
  bool craft = false;  // of a vehicle no more than its kind need be told before
  switch (syntax.token(f.token).lemma) {
    case "vessel"_key:
    case "ship"_key:
    case "vehicle"_key:
    case "craft"_key: craft = true; break;
    case "building"_key:
    case "office"_key:
    case "establishment"_key:
    case "institution"_key:
    case "facility"_key:
    case "headquarters"_key:
    case "home"_key:
    case "house"_key:
    case "residence"_key:
    case "bank"_key:
    case "newspaper"_key: break;
    default: return false;
  }
  const std::uint32_t det = syntax.dependent(f.token, Relation::det);
  if (det == none || syntax.article.words(f.span).find_first_of(" \n") != std::string_view::npos) return false;
  const Key key = syntax.token(det).key;
  if (key != "the"_key && key != "this"_key && key != "these"_key && key != "that"_key) return false;
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& o) {
    if (craft) return o.role == ArgumentRole::target && o.token < f.token && o.noun.noun == Noun::vehicle;
    const bool earlier = syntax.token(o.token).sentence < syntax.token(f.token).sentence;
    const bool described = o.entity.set() || syntax.article.words(o.span).find_first_of(" \n") != std::string_view::npos;
    return o.role == ArgumentRole::target && earlier && described;
  });
}

// "A bomb hurt nine people. One of the wounded died": one of those told before.
bool is_one_of_those_hit(const Syntax& syntax, const std::vector<Filler>& fillers, const Filler& f) {
  if (f.role != ArgumentRole::recipient || f.entity.set()) return false;
  const std::uint32_t tell = syntax.telling_noun(f.token);
  const Key key = syntax.token(tell).key;
  if (key != "victims"_key && key != "wounded"_key && key != "injured"_key && key != "dead"_key) return false;
  if (tell < 2 || syntax.token(tell - 1).key != "the"_key || syntax.token(tell - 2).key != "of"_key) return false;
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& o) {
    return (o.role == ArgumentRole::recipient || o.role == ArgumentRole::target) &&
           syntax.token(o.token).sentence != syntax.token(tell).sentence;
  });
}

// "A policeman was shot. ... fired on the police officer": the words that take up an officer told before.
bool is_officer_again(const Syntax& syntax, const std::vector<Filler>& fillers, const Filler& f) {
  if (f.role != ArgumentRole::recipient || f.entity.set() || f.noun.noun != Noun::force || syntax.is_plural(f.token)) return false;
  const std::uint32_t det = syntax.dependent(f.token, Relation::det);
  if (det == none || syntax.token(det).key != "the"_key) return false;
  const Key lemma = syntax.token(f.token).lemma;
  if (lemma != "officer"_key && lemma != "policeman"_key && lemma != "soldier"_key) return false;
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& o) {
    return o.role == ArgumentRole::recipient && !o.entity.set() && o.noun.noun == Noun::force && !syntax.is_plural(o.token) &&
           syntax.token(o.token).sentence < syntax.token(f.token).sentence;
  });
}

}  // namespace

// A bare "attacks", "the violence" tells no incident: people or things hit, numbers, or a day with a town must be told.
bool says_enough(const Event& event, bool named_day) {
  bool done_to = !event.casualties.empty() || event.count, actor = false, named = false, instrument = false;
  for (const Argument& a : event.arguments) {
    done_to = done_to || a.role == ArgumentRole::recipient || a.role == ArgumentRole::target;
    actor = actor || a.role == ArgumentRole::actor;
    named = named || (a.role == ArgumentRole::actor && a.entity.set());
    instrument = instrument || a.role == ArgumentRole::instrument;
  }
  if (done_to || (actor && instrument)) return true;
  // "Togo and Benin exchange fire": both sides are told.
  const auto sides = std::count_if(event.arguments.begin(), event.arguments.end(),
                                   [](const Argument& a) { return a.role == ArgumentRole::actor && a.entity.set(); });
  if (event.mode == name_of(Mode::clash) && sides > 1) return true;
  if (named_day) return true;
  const bool set = event.time.set() && !event.places.empty();
  const bool himself = actor && event.mode == name_of(Mode::suicide_bombing);  // "a woman blew herself up in a mosque"
  return set || himself || (named && event.time.set()) || ((actor || instrument) && !event.places.empty());
}

// "the killing of innocents", "conducting drone attacks": nouns only, and what was hit, or the deed itself, is told as a kind.
bool is_bare(const Syntax& syntax, std::span<const Mention> mentions, std::span<const std::uint32_t> group) {
  for (std::uint32_t i : group) {
    const Mention& m = mentions[i];
    if (m.verb || m.count) return false;
    const bool kind = syntax.is_plural(m.token) && !m.definite && !syntax.has(m.token, Relation::det) &&
                      !syntax.has(m.token, Relation::nummod) && !syntax.has(m.token, Relation::nmod_poss);
    for (const Filler& f : m.fillers) {
      const bool hit = f.role == ArgumentRole::recipient || f.role == ArgumentRole::target;
      if (hit ? !is_some_of_a_kind(syntax, f) : f.role == ArgumentRole::actor && !kind) return false;
    }
  }
  return true;
}

bool is_told_by_its_thing(const Syntax& syntax, const Mention& mention) {
  const bool lasting = mention.kind.mode == Mode::bombing || mention.kind.mode == Mode::arson || mention.kind.mode == Mode::hijacking;
  if (!mention.attributive || !lasting || mention.places.empty() || !realis::is_headline(syntax.article, mention.sentence)) return false;
  return std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) {
    const bool thing = f.noun.noun == Noun::facility || f.noun.noun == Noun::vehicle;
    return f.role == ArgumentRole::target && thing && !syntax.is_plural(f.token);
  });
}

namespace {

// "A man was shot dead. A woman was hurt.": two people.
bool are_two(Key one, Key other) {
  const auto is_told_by_sex = [](Key key) { return key == "man"_key || key == "woman"_key || key == "boy"_key || key == "girl"_key; };
  return one != other && is_told_by_sex(one) && is_told_by_sex(other);
}

}  // namespace

void prune(const Syntax& syntax, std::vector<Filler>& fillers, std::span<const std::uint32_t> hurt) {
  auto is_told_vaguely = [&](const Filler& f) {
    if (f.entity.set() || !is_vague(syntax.token(syntax.telling_noun(f.token)).lemma)) return false;
    return f.role != ArgumentRole::actor || syntax.described(f.token, f.span) == f.span;  // "two men wearing overalls" says enough
  };
  auto any = [&](auto&& is) { return std::any_of(fillers.begin(), fillers.end(), is); };
  auto was_hurt = [&](const Filler& f) { return std::find(hurt.begin(), hurt.end(), f.token) != hurt.end(); };
  auto takes_part = [](const Filler& f) { return f.role == ArgumentRole::actor || f.role == ArgumentRole::instrument; };
  auto does = [](const Filler& f, Noun noun) { return f.role == ArgumentRole::actor && f.noun.noun == noun; };
  const bool attackers = any([&](const Filler& f) { return does(f, Noun::attacker); });
  const bool force = any([&](const Filler& f) { return does(f, Noun::force); });
  for (std::size_t i = fillers.size(); i-- > 0;) {
    const Filler& f = fillers[i];
    const bool better = any([&](const Filler& o) {
      // "two men were shot dead and a woman injured": each counted apart
      if (was_hurt(f) && was_hurt(o) && o.token != f.token && syntax.token(o.token).sentence == syntax.token(f.token).sentence)
        return false;
      if (was_hurt(f) && was_hurt(o) && are_two(syntax.token(f.token).lemma, syntax.token(o.token).lemma)) return false;
      if (o.token == f.token && syntax.has(f.token, Relation::amod)) return false;  // "hooded men of the LRA": both
      return &o != &f && (o.role == f.role || (!takes_part(o) && !takes_part(f))) && !is_told_vaguely(o);
    });
    // Attackers among the dead of an attack are none of those it was done to.
    const bool fallen = f.role == ArgumentRole::recipient && !f.entity.set() && f.noun.noun == Noun::attacker && was_hurt(f) &&
                        syntax.is_plural(f.token) && attackers && !force && any([](const Filler& o) {
                          return (o.role == ArgumentRole::recipient && o.noun.noun == Noun::person) || o.role == ArgumentRole::target;
                        });
    // Who did it is not whom it was done to; whom it cost did not do it.
    const bool both = any([&](const Filler& o) {
      if (f.role == ArgumentRole::recipient && o.role == ArgumentRole::actor)
        return (f.entity.set() && o.entity == f.entity && o.token != f.token) || (o.token == f.token && !was_hurt(f));
      return f.role == ArgumentRole::actor && o.role == ArgumentRole::recipient && o.token == f.token && was_hurt(f);
    });
    if ((is_told_vaguely(f) && better) || both || fallen || is_told_again(syntax, fillers, f) || is_one_of_those_hit(syntax, fillers, f) ||
        is_officer_again(syntax, fillers, f))
      fillers.erase(fillers.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool is_toll_of_violence(const Syntax& syntax, const Mention& mention) {
  static constexpr Key kinds[] = {"terrorism"_key, "insurgency"_key, "militancy"_key, "banditry"_key, "extremism"_key,
                                  "violence"_key,  "conflict"_key,   "bombing"_key,   "attack"_key,   "clash"_key};
  constexpr double many = 20;
  const Key noun = syntax.token(mention.token).lemma;
  if (mention.verb || (noun != "death"_key && noun != "fatality"_key && noun != "fatalities"_key)) return false;
  if (std::none_of(mention.tolls.begin(), mention.tolls.end(), [&](const Toll& toll) { return toll.value >= many; })) return false;
  const language::Sentence& sentence = syntax.article.language.sentences[mention.sentence];
  bool kind = false, years = false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = syntax.token(i);
    kind = kind || (std::find(std::begin(kinds), std::end(kinds), t.lemma) != std::end(kinds) &&
                    (t.form != Form::singular || t.lemma == t.key) && (t.lemma != "attack"_key || syntax.is_plural(i)) &&
                    (t.lemma != "bombing"_key || syntax.is_plural(i)) && (t.lemma != "clash"_key || syntax.is_plural(i)));
    if (!syntax.is_time(i)) continue;
    const Time& time = syntax.article.mentions.times[syntax.article.mentions.time_of[i]].time;
    years = years || t.key == "year"_key || (time.type == TimeType::date && time.value.size() == 4) ||
            (time.type == TimeType::duration && time.value.size() >= 3);
  }
  const std::uint32_t head = syntax.token(mention.token).head;  // "has caused 2,838 deaths": so far
  const bool perfect = syntax.is_verb(head) && syntax.article.links.verb_group(head).perfect;
  return kind && (years || perfect);
}

}  // namespace khabar::incidents
