#include "facts/interactions/roles.h"

#include "facts/clauses.h"
#include "facts/interactions/kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::interactions {

using facts::dependent;

namespace {

// Two bodies of one state are two parties; two officials of one are not.
bool same_party(const Party& a, const Party& b) {
  return a.entity.set() ? a.entity == b.entity && (a.via == b.via || !a.body || !b.body) : !b.entity.set() && a.span == b.span;
}

}  // namespace

ClaimId claim_of(std::span<const Claim> claims, Span span) {
  constexpr int reach = 16;
  auto after = std::upper_bound(claims.begin(), claims.end(), span.begin,
                                [](std::uint32_t at, const Claim& claim) { return at < claim.content.begin; });
  for (int back = 0; back < reach && after != claims.begin(); ++back) {
    --after;
    if (after->content.contains(span)) return ClaimId{static_cast<std::uint32_t>(after - claims.begin())};
  }
  return {};
}

void Roles::add_all(std::vector<Party>& side, const std::vector<Party>& found) const {
  for (const Party& party : found)
    if (std::none_of(side.begin(), side.end(), [&](const Party& p) { return same_party(p, party); })) side.push_back(party);
}

void Roles::add(std::vector<Party>& side, std::uint32_t token, bool people) const {
  const Key key = article_.token(token).key;
  const bool speaks = key == "we"_key || key == "us"_key || key == "i"_key;
  if (speaks && !article_.entity_at(token).set()) return add_speaker(side, token);  // not the US
  // "They urged Oman to wait", in a joint statement
  if (key == "they"_key && issuers_.size() >= 2 && !article_.entity_at(token).set() && parties_.at(token).empty())
    return add_speaker(side, token);
  if (!parties_.acts(token)) return;
  add_all(side, people ? parties_.or_people(token) : parties_.or_armed(token));
}

void Roles::add_within(std::vector<Party>& side, std::uint32_t token, const std::vector<Party>& owners, EventType type) const {
  const Key key = article_.token(token).key;
  if (key == "us"_key && !article_.entity_at(token).set()) return add_speaker(side, token);
  // "Oman, which Iran accuses of it": the name before the comma
  if ((key == "which"_key || key == "whom"_key) && token >= 2 && article_.words(article_.token(token - 1).span) == "," &&
      article_.entity_at(token - 2).set() && article_.token(token - 2).sentence == article_.token(token).sentence)
    return add_all(side, parties_.at(token - 2));
  add_all(side, parties_.within(token, owners, is_done_in_places(type)));
}

void Roles::add_with_conjuncts(std::vector<Party>& side, std::uint32_t token) const {
  add(side, token);
  for (std::uint32_t child : near(token)) {
    if (article_.token(child).relation != Relation::conj) continue;
    const std::size_t before = side.size();
    add(side, child);
    if (side.size() == before) add_all(side, parties_.metonym(child));  // "Oman and Lima, which signed it"
  }
}

void Roles::add_coordinated(std::vector<Party>& actors) const {
  if (actors.size() != 1) return;
  const std::uint32_t head = actors.front().token;
  const language::Sentence& sentence = article_.language.sentences[article_.token(head).sentence];
  std::uint32_t first = head;
  const std::uint32_t mention = article_.mentions.mention_of[head];  // of "Sudan and South Sudan" the last name alone
  const std::uint32_t begin =
      mention == none ? actors.front().span.begin : article_.token(article_.mentions.entities.mentions[mention].first).span.begin;
  while (first > sentence.first && article_.token(first).span.begin > begin) --first;
  if (first < sentence.first + 2 || article_.token(first - 1).key != "and"_key) return;
  std::vector<Party> found;
  const std::uint32_t before = first - 2;
  if (article_.token(before).tag == Tag::noun || article_.token(before).tag == Tag::propn) add(found, before);
  add_all(found, actors);
  actors = std::move(found);
}

void Roles::add_possessors(std::vector<Party>& actors, std::uint32_t noun) const {
  const std::uint32_t first = article_.language.sentences[article_.token(noun).sentence].first;
  constexpr std::uint32_t reach = 10;
  bool coordinated = false, possessed = false;
  std::vector<Party> found;
  for (std::uint32_t i = noun; i > first && noun - i < reach;) {
    --i;
    const Token& t = article_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::adp || t.tag == Tag::punct || t.tag == Tag::pron) break;
    possessed = possessed || (t.tag == Tag::part && !coordinated);
    coordinated = coordinated || t.key == "and"_key;
    if (article_.entity_at(i).set()) add(found, i);
  }
  std::reverse(found.begin(), found.end());
  if (coordinated && possessed && found.size() >= 2) add_all(actors, found);
}

std::uint32_t Roles::subject_by_words(std::uint32_t token) const {
  const language::VerbGroup group = article_.links.verb_group(token);
  const language::Sentence& sentence = article_.language.sentences[article_.token(token).sentence];
  std::uint32_t at = token;
  while (at > sentence.first && article_.token(at).span.begin > group.span.begin) --at;
  constexpr std::uint32_t reach = 30;
  const std::uint32_t stop = at > sentence.first + reach ? at - reach : sentence.first;
  bool in_parenthesis = false;
  for (std::uint32_t i = at; i > stop;) {
    --i;
    const Token& t = article_.token(i);
    if (t.tag == Tag::punct) {
      if (article_.words(t.span) != ",") return none;
      in_parenthesis = !in_parenthesis;  // "Oman, a neighbour of Iran, urged ..."
      continue;
    }
    if (in_parenthesis || t.tag == Tag::adv || t.tag == Tag::adp || t.tag == Tag::part || t.tag == Tag::det ||
        article_.mentions.time_of[i] != none)
      continue;
    if (t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::pron) {
      // The last noun of a phrase with "of", "in", "from" is not its head: climb to the noun that it hangs on, where that stands before.
      std::uint32_t head = i;
      for (int steps = 0; steps < 4; ++steps) {
        const Token& h = article_.token(head);
        const bool inside = h.relation == Relation::nmod || h.relation == Relation::compound || h.relation == Relation::flat ||
                            h.relation == Relation::appos || h.relation == Relation::nmod_poss || h.relation == Relation::conj;
        if (!inside || h.head == head || h.head >= at || h.head < stop) break;
        const Tag tag = article_.token(h.head).tag;
        if (tag != Tag::noun && tag != Tag::propn) break;
        head = h.head;
      }
      return head;
    }
    return none;
  }
  return none;
}

std::vector<Party> Roles::actors_of(std::uint32_t token, bool people) const {
  std::vector<Party> actors;
  bool has_subject = false;
  std::uint32_t pronoun = none;
  const language::VerbGroup group = article_.links.verb_group(token);
  if (const std::uint32_t blamed = blamed_for(token); blamed != none) {
    add(actors, blamed, people);
    return actors;
  }
  if (const std::uint32_t called = called_on(token); called != none) {
    add_with_conjuncts(actors, called);
    return actors;
  }
  const std::uint32_t named = group.passive ? none : facts::name_before_aside(article_, token);
  if (named != none) {
    add_with_conjuncts(actors, named);
    if (actors.empty()) add_all(actors, parties_.metonym(named));
    if (!actors.empty()) return actors;
  }
  for (const Link& link : links_of(token)) {
    // "Algeria closed the road; Bamako and Niamey recalled": a semicolon parts a verb from another's subject.
    if (!group.passive && link.kind == LinkKind::subject && facts::semicolon_in(article_, link.dependent, token) != none) continue;
    if (link.kind == LinkKind::subject && !link.inherited && is_before_relative(link.dependent, token)) continue;
    const bool clausal = article_.token(link.dependent).relation == Relation::csubj;
    const bool told = link.kind == LinkKind::agent || (link.kind == LinkKind::subject && !group.passive && !clausal);
    if ((link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) && article_.mentions.time_of[link.dependent] == none) {
      has_subject = has_subject || !link.inherited || article_.token(token).relation != Relation::acl;
      const Token& t = article_.token(link.dependent);
      if (t.tag == Tag::pron && !article_.entity_at(link.dependent).set() &&
          (t.key == "they"_key || t.key == "it"_key || t.key == "he"_key || t.key == "she"_key))
        pronoun = link.dependent;
    }
    if (!told) continue;
    const std::size_t before = actors.size();
    add(actors, link.dependent, people);
    if (actors.size() == before) add_included(actors, link.dependent);
    if (actors.size() == before) add_all(actors, parties_.metonym(link.dependent));  // "Lima and Quito swapped": each
    for (std::uint32_t child : near(link.dependent))                                 // "Iraq, Syria agree": headlines leave out "and"
      if (article_.token(child).relation == Relation::appos && is_country(link.dependent) && is_country(child)) add(actors, child);
    // "X and Y need to work": control hands down one of several subjects.
    if (link.inherited && article_.token(token).relation == Relation::xcomp) {
      const auto above = links_of(article_.token(token).head);
      const bool own = std::any_of(above.begin(), above.end(),
                                   [&](const Link& l) { return l.kind == LinkKind::subject && l.dependent == link.dependent; });
      for (const Link& l : above)
        if (own && l.kind == LinkKind::subject) add(actors, l.dependent, people);
    }
  }
  // "was summoned to the Omani foreign ministry": by whoever sits there
  if (actors.empty() && group.passive && article_.token(token).lemma == "summon"_key)
    for (const Link& link : links_of(token))
      if (link.kind == LinkKind::oblique && link.preposition == "to"_key) add(actors, link.dependent, false);
  if (!actors.empty() || group.passive) return actors;
  if (pronoun != none) {
    // "Farmers said that they would march ...": whoever says so.
    const std::uint32_t above = article_.token(token).head;
    if (article_.token(token).relation == Relation::ccomp && !article_.token(pronoun).has(Token::inside_quotes))
      for (const Link& link : links_of(above))
        if (link.kind == LinkKind::subject) add(actors, link.dependent, people);
    return actors;
  }
  if (has_subject) return actors;
  if (group.tense != language::Tense::none || group.modality != language::Modality::none || article_.token(token).head == token) {
    if (const std::uint32_t subject = subject_by_words(token); subject != none) {
      add(actors, subject, people);
      return actors;
    }
  }
  add_actors_above(actors, token, people);
  if (actors.empty() && opens_decision(token)) add_all(actors, issuers_);
  return actors;
}

// "Oman, which Iran accuses of it": the first is no subject of that verb, whatever the tree made of it.
bool Roles::is_before_relative(std::uint32_t noun, std::uint32_t verb) const {
  constexpr std::uint32_t longest = 8;
  if (noun >= verb || verb - noun > longest) return false;
  for (std::uint32_t i = noun + 1; i + 1 < verb; ++i) {
    const Key key = article_.token(i).key;
    if (key != "which"_key && key != "whom"_key) continue;
    const Tag next = article_.token(i + 1).tag;
    return next == Tag::propn || next == Tag::noun || next == Tag::pron || next == Tag::det;
  }
  return false;
}

// "several members, including Oman and Qatar, said": those who are named of them.
void Roles::add_included(std::vector<Party>& side, std::uint32_t noun) const {
  if (article_.token(noun).form != language::Form::plural) return;
  for (std::uint32_t child : near(noun)) {
    if (child < noun || article_.token(child).relation != Relation::nmod) continue;
    const std::uint32_t preposition = dependent(article_, child, Relation::case_);
    if (preposition != none && article_.token(preposition).key == "including"_key) add_with_conjuncts(side, child);
  }
}

bool Roles::is_country(std::uint32_t token) const {
  const EntityId id = article_.entity_at(token);
  return id.set() && article_.token(token).tag == Tag::propn && article_.mentions.entities.entities[id.index].type == EntityType::country;
}

// "blames Oman for hoarding", "kept Oman from sending", "talked Oman into sending": who is blamed or kept from it does it; none where
// nobody is.
std::uint32_t Roles::blamed_for(std::uint32_t token) const {
  const Token& t = article_.token(token);
  if (t.relation != Relation::advcl || t.form != language::Form::gerund || t.head >= token) return none;
  const std::uint32_t mark = dependent(article_, token, Relation::mark);
  const Key key = mark == none ? Key{0} : article_.token(mark).key;
  static constexpr std::array marks = {"for"_key, "of"_key, "from"_key, "into"_key, "against"_key};
  if (std::find(marks.begin(), marks.end(), key) == marks.end()) return none;
  for (const Link& link : links_of(t.head))
    if (link.kind == LinkKind::object && !link.inherited && link.dependent > t.head && link.dependent < token) return link.dependent;
  return none;
}

// "called on donors to pay", "appealed to Oman to": who is called on is to do it.
std::uint32_t Roles::called_on(std::uint32_t act) const {
  const Token& t = article_.token(act);
  if (t.head >= act || t.form != language::Form::base) return none;
  const Key verb = article_.token(t.head).lemma;
  if (verb != "call"_key && verb != "appeal"_key) return none;
  for (const Link& link : links_of(t.head))
    if (link.kind == LinkKind::oblique && !link.inherited && link.dependent > t.head && link.dependent < act &&
        (link.preposition == "on"_key || link.preposition == "upon"_key || link.preposition == "to"_key))
      return link.dependent;
  return none;
}

// "opened a hearing to press ...", "a statement demanding ...": whoever does what governs it.
void Roles::add_actors_above(std::vector<Party>& actors, std::uint32_t token, bool people) const {
  // "accused them of starting the clashes that forced thousands to flee": the clashes did
  if (article_.token(token).relation == Relation::conj || article_.token(token).relation == Relation::acl_relcl)
    for (const Link& link : links_of(token))
      if (link.kind == LinkKind::subject && article_.token(link.dependent).tag == Tag::noun && !parties_.acts(link.dependent)) return;
  constexpr int highest = 4;
  std::uint32_t at = token;
  for (int steps = 0; steps < highest && actors.empty(); ++steps) {
    const Token& t = article_.token(at);
    if (t.head == at) return;
    const bool climbs = t.relation == Relation::advcl || t.relation == Relation::xcomp || t.relation == Relation::conj ||
                        t.relation == Relation::acl || t.relation == Relation::obj || t.relation == Relation::obl;
    if (!climbs) return;
    const bool from_noun = t.tag == Tag::noun;
    at = t.head;
    const Token& above = article_.token(at);
    if (above.tag == Tag::noun) {
      // "the ministers discussed Oman's decision to leave, offering ...": who offers is not who decided.
      if (at < token && steps > 0 && article_.words(article_.token(token - 1).span) == ",") return;
      add_all(actors, parties_.before(at));
      if (actors.empty() && (above.lemma == "decision"_key || above.lemma == "refusal"_key || above.lemma == "threat"_key))
        add_all(actors, parties_.at(at));  // "the decision of Oman to leave"
      continue;
    }
    if (from_noun && !is_light(above.lemma) && !(is_document(t.lemma) && is_issuing(above.lemma)))
      return;  // who rejects a request to extradite is not who extradites
    bool named = false;
    for (const Link& link : links_of(at)) {
      if (link.kind != LinkKind::subject) continue;
      add(actors, link.dependent, people);
      if (actors.empty()) add_all(actors, parties_.metonym(link.dependent));
      named = named || article_.entity_at(link.dependent).set();
    }
    if (actors.empty() && named && t.relation == Relation::conj) return;  // "to recall its envoy and to ban": whoever recalls it
    if (actors.empty() && article_.links.verb_group(at).tense != language::Tense::none)
      if (const std::uint32_t subject = subject_by_words(at); subject != none) add(actors, subject, people);
  }
}

void Roles::add_after_that(std::vector<Party>& recipients, const std::vector<Party>& actors, std::uint32_t token) const {
  const std::uint32_t last = article_.language.sentences[article_.token(token).sentence].last;
  if (token + 2 >= last || article_.token(token + 1).key != "that"_key) return;
  constexpr std::uint32_t near = 10;
  for (std::uint32_t i = token + 2; i < last && i < token + near; ++i) {
    const Token& t = article_.token(i);
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::punct) return;
    if (t.key == "in"_key || t.key == "on"_key || t.key == "against"_key || t.key == "near"_key) return;  // "warned that raids in Oman"
    if (t.tag != Tag::noun && t.tag != Tag::propn) continue;
    // "proposed that the Free Army be banned": nothing is asked of them.
    for (std::uint32_t k = i; k < last && k < token + near && (article_.token(k).tag == Tag::noun || article_.token(k).tag == Tag::propn);
         ++k)
      if (article_.token(k).relation == Relation::nsubj_pass) return;
    for (const Party& party : parties_.at(i))
      if (std::none_of(actors.begin(), actors.end(), [&](const Party& p) { return p.entity == party.entity; })) recipients.push_back(party);
    if (!recipients.empty()) return;
  }
}

// What is agreed, asked, threatened or refused is told in a clause: "promised to send aid to Kabul", "said Khartoum must return it".
void Roles::add_of_clause(std::vector<Party>& recipients, const std::vector<Party>& actors, std::uint32_t token, EventType type) const {
  std::uint32_t at = token;
  for (int steps = 0; steps < 2; ++steps) {
    std::uint32_t below_clause = none;
    for (const Link& link : links_of(at)) {
      if (link.kind != LinkKind::clause && link.kind != LinkKind::infinitive && link.kind != LinkKind::adverbial) continue;
      if (link.dependent < token) continue;
      if (link.kind == LinkKind::adverbial && link.preposition == 0) continue;  // "refused it, arguing that Oman ..."
      // "threatened to leave, although Oman opposes that"
      static constexpr std::array asides = {"although"_key, "though"_key, "while"_key, "because"_key, "after"_key,  "before"_key,
                                            "when"_key,     "as"_key,     "since"_key, "until"_key,   "whereas"_key};
      if (std::find(asides.begin(), asides.end(), link.preposition) != asides.end()) continue;
      if (below_clause == none) below_clause = link.dependent;
      for (const Link& below : links_of(link.dependent)) {
        if (type == EventType::request && below.kind == LinkKind::passive_subject)
          return;  // "proposed that they be banned": not asked of them
        const bool names = below.kind == LinkKind::subject || below.kind == LinkKind::passive_subject || below.kind == LinkKind::object ||
                           below.kind == LinkKind::recipient || (below.kind == LinkKind::oblique && !is_circumstance(below.preposition));
        if (!names) continue;
        for (const Party& party : parties_.within(below.dependent, actors, is_done_in_places(type)))
          if (std::none_of(actors.begin(), actors.end(), [&](const Party& p) { return p.entity == party.entity; }))
            recipients.push_back(party);
        if (!recipients.empty() && below.preposition != "between"_key) return;
      }
      if (!recipients.empty()) return;  // "offered to mediate between Oman and Chad": both
    }
    if (below_clause == none) return;
    at = below_clause;
  }
}

// "Oman and Qatar, which patrol the strait jointly with Iran": those who do something together, whatever it is.
Ends Roles::of_joint_act(std::uint32_t t) const {
  Ends ends;
  const Token& token = article_.token(t);
  const std::uint32_t last = article_.language.sentences[token.sentence].last;
  constexpr std::uint32_t longest = 7;
  std::uint32_t adverb = none;
  for (std::uint32_t i = t + 1; i < last && i < t + longest && adverb == none; ++i) {
    if (article_.token(i).tag == Tag::verb || article_.token(i).tag == Tag::punct) break;
    if (article_.token(i).key == "jointly"_key || article_.token(i).key == "together"_key) adverb = i;
  }
  if (adverb == none && t > 0 && article_.token(t - 1).key == "jointly"_key) adverb = t;
  if (adverb == none) return ends;
  if (token.tag == Tag::noun) {  // a verb that was read as a noun
    const bool relative = t > 1 && (article_.token(t - 1).key == "which"_key || article_.token(t - 1).key == "who"_key);
    if (!relative || token.head >= t) return ends;
    add_with_conjuncts(ends.actors, token.head);
  } else {
    ends.actors = actors_of(t, false);
  }
  if (adverb + 2 < last && article_.token(adverb + 1).key == "with"_key) {
    const std::uint32_t other = article_.token(adverb + 1).head;
    if (other > adverb && other < last) add_with_conjuncts(ends.recipients, other);
  }
  return ends;
}

}  // namespace khabar::interactions
