// The ends of an act that a noun tells: "talks between X and Y", "X's support for Y".
#include "facts/clauses.h"
#include "facts/interactions/kinds.h"
#include "facts/interactions/roles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::interactions {

using facts::dependent;

// talks between X and Y; X's support for Y; an agreement with Y that X signed
Ends Roles::of_noun(std::uint32_t t, const Meaning& meaning) const {
  Ends ends;
  const std::uint32_t giver = giver_of(t);
  add_between(ends.actors, t);
  for (std::uint32_t child : near(t)) {
    const Token& token = article_.token(child);
    if (token.relation == Relation::nmod_poss || token.relation == Relation::compound || token.relation == Relation::amod) continue;
    if (token.relation == Relation::acl && token.key == "involving"_key) {
      for (const Link& link : links_of(child))
        if (link.kind == LinkKind::object) add(ends.actors, link.dependent);
    }
    if (token.relation != Relation::nmod && token.relation != Relation::obl) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    if (preposition == none) continue;
    const Key key = article_.token(preposition).key;
    if (key == "between"_key || key == "among"_key) continue;
    const bool away = key == "from"_key && meaning.type == EventType::retreat;  // "the withdrawal of troops from Chad"
    if (key == "by"_key || (key == "from"_key && !away) || key == "involving"_key ||
        (key == "of"_key && (meaning.together || meaning.type == EventType::retreat || meaning.type == EventType::consult ||
                             meaning.type == EventType::mobilize))) {
      const std::vector<Party> own = meaning.type == EventType::retreat ? parties_.before(child) : std::vector<Party>{};
      if (const std::uint32_t left = own.empty() && meaning.type == EventType::retreat ? left_by(child) : none; left != none) {
        add_within(ends.recipients, left, ends.actors, meaning.type);  // "of troops from Niger": whose they are is not told
      } else if (own.empty()) {
        add_with_conjuncts(ends.actors, child);
        if (meaning.type == EventType::consult)  // "the visit of the Omani king to Iran"
          for (std::uint32_t below : near(child)) {
            const std::uint32_t to = article_.token(below).relation == Relation::nmod ? dependent(article_, below, Relation::case_) : none;
            if (to != none && below > child && (article_.token(to).key == "to"_key || article_.token(to).key == "with"_key))
              add_within(ends.recipients, below, ends.actors, meaning.type);
          }
      } else {  // "of Chadian troops from Niger": theirs, not where they leave
        add_all(ends.actors, own);
        for (const Link& link : links_of(child))
          if (link.kind == LinkKind::oblique && link.preposition == "from"_key)
            add_within(ends.recipients, link.dependent, ends.actors, meaning.type);
      }
    } else if (child == giver) {
      add_with_conjuncts(ends.actors, child);
    } else if (takes(meaning.type, key)) {
      add_within(ends.recipients, child, ends.actors, meaning.type);
      for (std::uint32_t other : near(child))
        if (article_.token(other).relation == Relation::conj) add_within(ends.recipients, other, ends.actors, meaning.type);
    }
  }
  if (ends.recipients.empty() && ends.actors.size() < 2) add_next_to(ends, t, meaning);
  if (ends.recipients.empty() && is_told_in_clause(meaning.type, article_.token(t).lemma)) add_subject_of_clause(ends, t);
  // "Pakistan's talks", "Franco-German plan", "US and Pakistan's operations": what stands before it.
  if (meaning.type == EventType::retreat) add_left(ends, t);
  std::vector<Party> before = parties_.before(t);
  std::erase_if(before, [&](const Party& party) {  // "its Mali withdrawal": told as what is left
    return meaning.type == EventType::retreat &&
           std::any_of(ends.recipients.begin(), ends.recipients.end(), [&](const Party& left) { return left.entity == party.entity; });
  });
  add_all(ends.actors, before);
  if (is_relation(article_.token(t).lemma)) {  // "Oman, an ally of Iran", "Oman is Iran's partner"
    if (article_.token(t).relation == Relation::appos) add(ends.actors, explained_by(t));
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::subject) add(ends.actors, link.dependent);
  }
  // "Peru is in talks with Chile", "has been in contact with it"
  if (const std::uint32_t in = dependent(article_, t, Relation::case_);
      meaning.together && in != none && article_.token(in).key == "in"_key && dependent(article_, t, Relation::cop) != none) {
    for (const Link& link : links_of(t))
      if (link.kind == LinkKind::subject) add_with_conjuncts(ends.actors, link.dependent);
    // ... where the tree hung it on its own subject
    if (ends.actors.empty() && article_.token(t).relation == Relation::nmod && article_.token(t).head < t)
      add_with_conjuncts(ends.actors, article_.token(t).head);
  }
  if (meaning.together && ends.actors.empty() && !ends.recipients.empty()) add_visitors(ends, t);
  // The light verb's subject, or its agent: "Pakistan held talks with Iran", "held three days of talks".
  const Token& token = article_.token(carrier_of(t));
  if (token.head == t || article_.token(token.head).tag != Tag::verb) return ends;
  const std::uint32_t verb = token.head;
  const Key lemma = article_.token(verb).lemma;
  const std::uint32_t by = token.relation == Relation::obl ? dependent(article_, carrier_of(t), Relation::case_) : none;
  const bool beside = by != none && is_circumstance(article_.token(by).key);  // "signed it despite Danish warnings"
  const bool object = token.relation == Relation::obj || token.relation == Relation::nsubj_pass ||
                      (token.relation == Relation::obl && !meaning.joint && !beside);
  if (object && is_receiving(lemma)) {
    if (ends.actors.empty() && lemma != "face"_key) {
      for (const Link& link : links_of(verb))
        if (link.kind == LinkKind::oblique && link.preposition == "from"_key) add(ends.actors, link.dependent);
    }
    std::vector<Party> receivers = actors_of(verb, false);
    if (!ends.actors.empty()) add_all(ends.recipients, receivers);
  } else if (object && is_light(lemma)) {
    const std::vector<Party> doers = actors_of(verb, lets_people_act(meaning.type));
    if (ends.actors.empty() || meaning.together) {
      add_all(ends.actors, doers);
    } else if (giver != none) {  // "has the support of Oman"; who pledges it speaks for the giver
      if (lemma == "have"_key || lemma == "get"_key || lemma == "seek"_key) add_all(ends.recipients, doers);
    } else if (is_anothers(t, doers)) {
      // "reiterated Peru's offer": Peru's it is
    } else if (!doers.empty()) {
      // "X rejected Y's offer" is told by the verb; a light verb with a subject of its own makes the noun's party the other end.
      if (ends.recipients.empty()) ends.recipients = ends.actors;
      ends.actors = doers;
    }
    for (const Link& link : links_of(verb))
      if (link.kind == LinkKind::recipient || (link.kind == LinkKind::oblique && link.dependent != t &&
                                               takes(meaning.type, link.preposition) && article_.mentions.time_of[link.dependent] == none))
        add_within(ends.recipients, link.dependent, ends.actors, meaning.type);
    if (ends.recipients.empty() && is_told_in_clause(meaning.type, lemma)) add_of_clause(ends.recipients, ends.actors, verb, meaning.type);
  } else if (object && meaning.together && ends.actors.empty() && (is_of_both(lemma) || is_called_joint(t))) {
    if (std::vector<Party> both = actors_of(verb, false); both.size() >= 2) ends.actors = std::move(both);
  } else if (meaning.together && token.relation == Relation::obl && ends.actors.empty() && !beside &&
             (by == none || article_.token(by).key != "for"_key)) {  // not "promised troops for the mission"
    // "Oman and Iran caught him in a joint operation"
    if (std::vector<Party> both = actors_of(verb, false); both.size() >= 2) ends.actors = std::move(both);
  } else if (lemma == "involve"_key && meaning.together) {
    add_listed(ends.actors, verb);
  }
  return ends;
}

// "Troops from Niger" that withdraw: where they leave; none where no such words stand behind them.
std::uint32_t Roles::left_by(std::uint32_t troops) const {
  for (std::uint32_t child : near(troops)) {
    if (child < troops || article_.token(child).relation != Relation::nmod) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    if (preposition != none && article_.token(preposition).key == "from"_key) return child;
  }
  return none;
}

// "the full support of Oman": who gives it; none in "its support of Oman", "in support of Oman".
std::uint32_t Roles::giver_of(std::uint32_t noun) const {
  static constexpr std::array given = {"support"_key, "backing"_key, "help"_key, "assistance"_key, "blessing"_key, "endorsement"_key};
  if (std::find(given.begin(), given.end(), article_.token(noun).lemma) == given.end()) return none;
  const std::uint32_t article = dependent(article_, noun, Relation::det);
  if (article == none || article_.token(article).key != "the"_key) return none;
  for (std::uint32_t child : near(noun))
    if (const std::uint32_t of = dependent(article_, child, Relation::case_);
        child > noun && article_.token(child).relation == Relation::nmod && of != none && article_.token(of).key == "of"_key)
      return child;
  return none;
}

// "its Mali withdrawal": a state's bare name between an owner and the noun is what is left; not "the US withdrawal".
void Roles::add_left(Ends& ends, std::uint32_t noun) const {
  if (!ends.recipients.empty() || dependent(article_, noun, Relation::nmod_poss) == none) return;
  for (std::uint32_t child : near(noun)) {
    const EntityId id = article_.entity_at(child);
    const bool bare =
        child < noun && id.set() && article_.token(child).relation == Relation::compound && article_.token(child).tag == Tag::propn;
    if (bare && article_.mentions.entities.entities[id.index].type == EntityType::country) add(ends.recipients, child);
  }
}

// "is in Lima for talks with Peru's king", "flew there for a meeting with him": whoever is there.
void Roles::add_visitors(Ends& ends, std::uint32_t noun) const {
  static constexpr std::array comes = {"arrive"_key, "fly"_key, "travel"_key, "come"_key, "go"_key, "head"_key, "return"_key, "be"_key};
  const Token& token = article_.token(noun);
  const std::uint32_t purpose = dependent(article_, noun, Relation::case_);
  if (purpose == none || article_.token(purpose).key != "for"_key || token.head >= noun) return;
  const bool there = dependent(article_, token.head, Relation::cop) != none;
  const Key above = article_.token(token.head).lemma;
  if (!there && std::find(comes.begin(), comes.end(), above) == comes.end()) return;
  for (const Link& link : links_of(token.head))
    if (link.kind == LinkKind::subject) add_with_conjuncts(ends.actors, link.dependent);
}

// "run a joint cell"
bool Roles::is_called_joint(std::uint32_t noun) const {
  for (std::uint32_t child : near(noun))
    if (article_.token(child).key == "joint"_key && child < noun) return true;
  return false;
}

// "Peru's offer": told by a name of its own, which is none of those.
bool Roles::is_anothers(std::uint32_t noun, const std::vector<Party>& doers) const {
  for (std::uint32_t child : near(noun)) {
    if (article_.token(child).relation != Relation::nmod_poss) continue;
    const EntityId owner = article_.entity_at(child);
    if (article_.token(child).tag == Tag::pron) return true;  // "its support"
    if (owner.set() && std::none_of(doers.begin(), doers.end(), [&](const Party& p) { return p.entity == owner || p.via == owner; }))
      return true;
  }
  return false;
}

// "Oman, an ally of Iran": the name before the comma, wherever the tree hung the apposition.
std::uint32_t Roles::explained_by(std::uint32_t noun) const {
  std::uint32_t first = facts::noun_phrase(article_, noun).first;
  const std::uint32_t begin = article_.language.sentences[article_.token(noun).sentence].first;
  if (first < begin + 2 || article_.words(article_.token(first - 1).span) != ",") return article_.token(noun).head;
  return article_.entity_at(first - 2).set() ? first - 2 : article_.token(noun).head;
}

// "three days of talks": what the verb governs.
std::uint32_t Roles::carrier_of(std::uint32_t noun) const {
  static constexpr std::array measures = {"day"_key,    "week"_key,  "round"_key,   "series"_key, "hour"_key, "month"_key,
                                          "number"_key, "cycle"_key, "session"_key, "bout"_key,   "set"_key,  "string"_key};
  const Token& token = article_.token(noun);
  const std::uint32_t preposition = token.relation == Relation::nmod ? dependent(article_, noun, Relation::case_) : none;
  if (preposition == none || article_.token(preposition).key != "of"_key) return noun;
  return std::find(measures.begin(), measures.end(), article_.token(token.head).lemma) != measures.end() ? token.head : noun;
}

// "their demand that Chad open the road": of whom it is demanded.
void Roles::add_subject_of_clause(Ends& ends, std::uint32_t noun) const {
  for (std::uint32_t child : near(noun)) {
    const Relation r = article_.token(child).relation;
    if (child < noun || (r != Relation::acl && r != Relation::acl_relcl && r != Relation::ccomp)) continue;
    const std::uint32_t mark = dependent(article_, child, Relation::mark);
    if (mark == none || article_.token(mark).key != "that"_key) continue;
    for (const Link& link : links_of(child))
      if (link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) add(ends.recipients, link.dependent);
  }
}

// "strained by Oman's support for the council": the phrase right after the noun is the noun's, wherever the tree hung it.
void Roles::add_next_to(Ends& ends, std::uint32_t t, const Meaning& meaning) const {
  constexpr std::uint32_t longest = 6;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  if (t + 2 >= last || article_.token(t + 1).tag != Tag::adp || !takes(meaning.type, article_.token(t + 1).key)) return;
  const Token& preposition = article_.token(t + 1);
  const std::uint32_t head = preposition.head;
  if (preposition.relation != Relation::case_ || head <= t || head > t + longest || head >= last) return;
  if (article_.token(head).relation != Relation::obl || article_.mentions.time_of[head] != none) return;
  add_within(ends.recipients, head, ends.actors, meaning.type);
}

// "talks between X, Y and Z": every party named after it, up to the next verb or stop. By the words: long coordinations are
// what parsers miss first.
void Roles::add_between(std::vector<Party>& side, std::uint32_t t) const {
  constexpr std::uint32_t near = 10;
  const language::Sentence& sentence = article_.language.sentences[article_.token(t).sentence];
  std::uint32_t between = none;
  for (std::uint32_t i = t + 1; i < sentence.last && i < t + near && between == none; ++i) {
    if (article_.token(i).tag == Tag::verb) return;
    if (article_.token(i).key == "between"_key || article_.token(i).key == "among"_key) between = i;
  }
  if (between == none) return;
  // "joint rules, but mistrust between Oman and Peru": another noun's
  const std::uint32_t other = article_.token(between).head == between ? none : article_.token(article_.token(between).head).head;
  const bool anothers = other != none && other > t && other < between && article_.token(other).tag == Tag::noun;
  if (anothers) return;
  add_listed(side, between);
}

// The parties of a list that begins after that token.
void Roles::add_listed(std::vector<Party>& side, std::uint32_t before) const {
  constexpr std::uint32_t longest = 36;
  const std::uint32_t last = article_.language.sentences[article_.token(before).sentence].last;
  std::uint32_t bracket = none;  // "(AFP)"
  for (std::uint32_t i = before + 1; i < last && i < before + longest; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct) {
      const std::string_view mark = article_.words(token.span);
      if (mark == "(") bracket = i;
      if (mark == ")") bracket = none;
      if (mark != "," && mark != "(" && mark != ")" && mark != "-") return;
      continue;
    }
    if (bracket != none) continue;
    const bool goes_on = token.tag == Tag::adp && (token.key == "of"_key || token.key == "from"_key);
    if (token.tag == Tag::verb || token.tag == Tag::aux || token.tag == Tag::sconj ||
        (token.tag == Tag::adp && !goes_on && side.size() >= 2))
      return;
    if (article_.entity_at(i).set() || (token.tag == Tag::noun && parties_.at(i).size() == 1)) add(side, i);
  }
}

}  // namespace khabar::interactions
