#include "facts/incidents/syntax.h"

#include <algorithm>
#include <utility>

namespace khabar::incidents {

namespace {

// Words before a noun that say how it is told, not what it is: "alleged gunmen", "the so-called commandos".
bool is_hedge(Key key) {
  return key == "alleged"_key || key == "suspected"_key || key == "presumed"_key || key == "so-called"_key || key == "so"_key ||
         key == "called"_key || key == "self-styled"_key || key == "reported"_key || key == "same"_key;
}

// Nouns that say nothing without the group before them: "FARC members".
bool is_membership_noun(Key lemma) { return lemma == "member"_key || lemma == "follower"_key || lemma == "activist"_key; }

// Ranks and offices that no list of people has.
bool is_rank(Key lemma) {
  return lemma == "general"_key || lemma == "chief"_key || lemma == "head"_key || lemma == "major"_key || lemma == "admiral"_key ||
         lemma == "boss"_key || lemma == "secretary"_key || lemma == "director"_key || lemma == "chairman"_key ||
         lemma == "commissioner"_key;
}

bool is_clothing(Key lemma) {
  return lemma == "clothes"_key || lemma == "clothing"_key || lemma == "uniform"_key || lemma == "fatigue"_key || lemma == "fatigues"_key ||
         lemma == "mask"_key || lemma == "hood"_key || lemma == "gear"_key || lemma == "camouflage"_key;
}

// "heavily armed", "privately owned": part of a description; "approximately", "allegedly" say how it is told.
bool describes(Key adverb) {
  return adverb == "heavily"_key || adverb == "privately"_key || adverb == "lightly"_key || adverb == "well"_key;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 1 && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

NounClass class_of_entity(const Entity& entity) {
  switch (entity.type) {
    case EntityType::person: return {Noun::person, Mode::none};
    case EntityType::armed_group: return {Noun::attacker, Mode::none};
    case EntityType::facility: return {Noun::facility, Mode::none};
    case EntityType::group_of_people: return {Noun::person, Mode::none};
    case EntityType::organization:
      return {entity.sector == "MIL" || entity.sector == "COP" || entity.sector == "SPY" ? Noun::force : Noun::unknown, Mode::none};
    case EntityType::country:
    case EntityType::place:
    case EntityType::programme: return {Noun::unknown, Mode::none};
  }
  return {};
}

}  // namespace

bool Syntax::parted(std::uint32_t first, std::uint32_t second) const {
  if (first > second) std::swap(first, second);
  if (second - first > 40) return false;
  for (std::uint32_t i = first + 1; i < second; ++i) {
    if (token(i).tag != Tag::punct) continue;
    const std::string_view mark = article.words(token(i).span);
    if (mark == ":" || mark == ";") return true;
    if (mark == "]" && is_aside(first)) return true;
    const bool dash = mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
    if (dash && token(i).has(Token::space_before) && realis::is_headline(article, token(i).sentence)) return true;
    // "Port Harcourt - A depot was blown up": what a paragraph opens with.
    const std::uint32_t start = article.language.sentences[token(i).sentence].first;
    const Entity* label = dash && token(i).has(Token::space_before) && i - start < 5 ? entity(article.entity_at(start)) : nullptr;
    const std::uint32_t name = label == nullptr ? none : article.mentions.mention_of[start];
    if (name != none && article.mentions.entities.mentions[name].last == i &&
        (label->type == EntityType::place || label->type == EntityType::country))
      return true;
  }
  return false;
}

// "[Summary] A group attacked": does the word stand in brackets that open the sentence?
bool Syntax::is_aside(std::uint32_t at) const {
  const std::uint32_t start = article.language.sentences[token(at).sentence].first;
  bool inside = false;
  for (std::uint32_t i = start; i < at && i < start + 30; ++i) {
    const std::string_view mark = article.words(token(i).span);
    if (!inside && mark != "[") return false;
    if (mark == "[") inside = true;
    if (mark == "]") inside = false;
  }
  return inside && at < start + 30;
}

std::uint32_t Syntax::unbracketed(std::uint32_t at) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m == mentions::none) return at;
  const entities::MentionAt& mention = article.mentions.entities.mentions[m];
  const std::uint32_t start = article.language.sentences[token(at).sentence].first;
  if (mention.first < start + 2 || mention.last >= size()) return at;
  const std::string_view open = article.words(token(mention.first - 1).span), close = article.words(token(mention.last).span);
  if (!(open == "[" && close == "]") && !(open == "(" && close == ")")) return at;
  const Entity* named = entity(article.entity_at(mention.first - 2));
  if (!named) return at;
  const bool body = named->type == EntityType::organization || named->type == EntityType::armed_group;
  return body ? mention.first - 2 : at;
}

std::uint32_t Syntax::titled(std::uint32_t at) const {
  if (!is_noun(at) || is_time(at) || (is_plural(at) && token(at).key != "police"_key)) return at;
  const language::Sentence& sentence = article.language.sentences[token(at).sentence];
  std::uint32_t before = at;
  for (std::uint32_t i = at + 1; i < sentence.last && i < at + 12; ++i) {
    const Token& t = token(i);
    const std::string_view word = article.words(t.span);
    if (word == "[" || word == "(") {  // "the ILA [Inland Lakes Authority] director"
      std::uint32_t end = i + 1;
      while (end < sentence.last && end < i + 10 && article.words(token(end).span) != (word == "[" ? "]" : ")")) ++end;
      if (end == sentence.last || end == i + 10) return at;
      i = end;
      continue;
    }
    if (is_time(i) || (t.tag != Tag::noun && t.tag != Tag::propn && t.tag != Tag::adj) || is_plural(i)) return at;
    const std::uint32_t m = article.mentions.mention_of[i];
    const entities::MentionAt* mention = m == none ? nullptr : &article.mentions.entities.mentions[m];
    if (mention && entity(mention->entity)->type == EntityType::person) {
      const bool name = mention->kind == MentionKind::name || mention->kind == MentionKind::short_name;
      const bool title = class_of(before).is_people() || is_rank(token(before).lemma);
      return name && title ? i : at;
    }
    before = i;
  }
  return at;
}

std::uint32_t Syntax::whole(std::uint32_t at) const {
  if (!frames.words.has(token(at).lemma, Use::part)) return at;
  for (std::uint32_t d : dependents(at))
    if (token(d).relation == Relation::nmod && preposition(d) == "of"_key) return d;
  return at;
}

void Syntax::stand_before(Key& preposition, std::uint32_t& at) const {
  if (preposition == "opposite"_key || preposition == "across"_key) preposition = "outside"_key;
  const Key side = token(at).key;
  const bool front = preposition == "in"_key && side == "front"_key;
  const bool edge = preposition == "at"_key && (side == "back"_key || side == "rear"_key || side == "entrance"_key || side == "gate"_key ||
                                                side == "gates"_key || side == "door"_key || side == "doors"_key);
  if (!front && !edge) return;
  for (std::uint32_t d : dependents(at)) {
    const Key of = token(d).relation == Relation::nmod ? this->preposition(d) : 0;
    if (of != "of"_key && !(edge && of == "to"_key)) continue;
    at = d;
    preposition = "outside"_key;
    return;
  }
}

std::uint32_t Syntax::possessed(std::uint32_t at) const {
  if (at + 2 >= size() || token(at).relation == Relation::nmod_poss || token(at + 1).tag != Tag::part) return at;
  if (token(at + 1).key != "'s"_key || token(at + 2).sentence != token(at).sentence) return at;
  std::uint32_t last = at;
  for (std::uint32_t i = at + 2; i < size() && i < at + 8 && token(i).sentence == token(at).sentence; ++i) {
    if (is_noun(i)) last = i;
    if (!is_noun(i) && token(i).tag != Tag::adj) break;
  }
  return last;
}

std::uint32_t Syntax::undisguised(std::uint32_t at) const {
  const Key as = preposition(at);
  if (as != "as"_key && as != "in"_key) return at;
  const std::uint32_t verb = token(at).head;
  const Key lemma = token(verb).lemma;
  const bool worn = lemma == "dress"_key || lemma == "disguise"_key || lemma == "clothe"_key ||
                    (as == "as"_key && (lemma == "pose"_key || lemma == "masquerade"_key));
  if (!worn || verb == at) return at;
  for (const Link& link : links(verb))
    if (link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) return link.dependent;
  return token(verb).relation == Relation::acl && is_noun(token(verb).head) ? token(verb).head : at;
}

std::uint32_t Syntax::telling_noun(std::uint32_t at) const {
  for (int i = 0; i < 3; ++i) {
    const Token& t = token(at);
    if (!frames.words.has(t.lemma, Use::measure) && t.tag != Tag::num && t.tag != Tag::det && t.tag != Tag::pron) return at;
    std::uint32_t inner = none;
    for (std::uint32_t d : dependents(at))
      if (token(d).relation == Relation::nmod && preposition(d) == "of"_key) inner = d;
    if (inner == none) return at;
    // "members of the union" are people, whatever a union is.
    const bool people = frames.class_of(t.key, t.lemma).is_people();
    if (people && !class_of(inner).is_people() && !entity_of(inner).set()) return at;
    at = inner;
  }
  return at;
}

// "A truck packed with explosives", "a car rigged with a bomb": what explodes is a weapon.
bool Syntax::is_rigged(std::uint32_t at) const {
  const std::uint32_t last = std::min(article.language.sentences[token(at).sentence].last, at + 9);
  if (at + 2 >= last) return false;
  const Key how = token(at + 1).lemma;
  const bool full = how == "load"_key || how == "pack"_key || how == "fill"_key || how == "stuff"_key || how == "rig"_key ||
                    how == "lade"_key || token(at + 1).key == "laden"_key;
  const bool of = token(at + 1).key == "full"_key && token(at + 2).key == "of"_key;
  if (!of && (!full || token(at + 2).key != "with"_key)) return false;
  for (std::uint32_t i = at + 3; i < last; ++i) {
    const NounClass load = frames.class_of(token(i).key, token(i).lemma);
    if (load.noun == Noun::weapon && load.mode == Mode::bombing) return true;
    if (is_verb(i) || token(i).tag == Tag::punct) return false;
  }
  return false;
}

std::uint32_t Syntax::load_of(std::uint32_t at) const {
  const std::uint32_t last = std::min(article.language.sentences[token(at).sentence].last, at + 9);
  for (std::uint32_t i = at + 2; i < last; ++i) {
    const NounClass load = frames.class_of(token(i).key, token(i).lemma);
    if (load.noun == Noun::weapon && load.mode == Mode::bombing) return token(i).span.end;
  }
  return token(at).span.end;
}

// "power line", "border posts": two words that mean together what the second alone does not.
NounClass Syntax::class_of_phrase(std::uint32_t at) const {
  if (token(at).tag != Tag::noun || at == 0 || token(at - 1).sentence != token(at).sentence) return {};
  const Tag before = token(at - 1).tag;
  if (before != Tag::noun && before != Tag::adj) return {};
  std::string_view word = article.words(token(at).span);
  if (word.size() > 3 && (word.back() == 's' || word.back() == 'S')) word.remove_suffix(1);
  const Key key = text::key_of_pair(token(at - 1).key, word);
  return frames.class_of(key, key);
}

NounClass Syntax::class_of(std::uint32_t at) const {
  const Token& t = token(at);
  if (is_time(at)) return {Noun::none, Mode::none};
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m != mentions::none) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    const Entity& e = article.mentions.entities.entities[mention.entity.index];
    if (mention.kind == MentionKind::demonym) return {Noun::person, Mode::none};
    if (mention.kind != MentionKind::nominal || e.type == EntityType::person || e.type == EntityType::armed_group)
      return class_of_entity(e);
  }
  const NounClass known = frames.class_of(t.key, t.lemma);
  if ((known.noun == Noun::vehicle || known.noun == Noun::object) && is_rigged(at)) return {Noun::weapon, Mode::bombing};
  if (known.noun != Noun::unknown) return known;
  if (const NounClass phrase = class_of_phrase(at); phrase.noun != Noun::unknown) return phrase;
  if (t.lemma == "command"_key && is_plural(at) && at > 0) {  // "urban commands"
    const Key before = token(at - 1).key;
    if (before == "urban"_key || before == "guerrilla"_key || before == "rebel"_key) return {Noun::attacker, Mode::none};
  }
  if (t.tag == Tag::pron) {
    switch (t.key) {
      case "he"_key:
      case "him"_key:
      case "she"_key:
      case "her"_key:
      case "they"_key:
      case "them"_key:
      case "himself"_key:
      case "herself"_key:
      case "who"_key:
      case "whom"_key:
      case "someone"_key:
      case "others"_key:
      case "we"_key:
      case "us"_key:
      case "i"_key:
      case "me"_key: return {Noun::person, Mode::none};
      default: return {};
    }
  }
  if (is_number(at) || t.lemma == "other"_key || t.lemma == "dozen"_key || t.lemma == "score"_key || t.lemma == "hundred"_key)
    return {Noun::person, Mode::none};  // "killed 30", "wounded dozens": the frame asks for people
  if (t.tag == Tag::noun) {
    const std::string_view word = article.words(t.span);
    for (std::string_view end : {"man", "men", "woman", "women", "ist", "ists", "person", "persons", "goer", "goers"})
      if (ends_with(word, end)) return {Noun::person, Mode::none};
  }
  return {};
}

EntityId Syntax::entity_of(std::uint32_t at) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (m != mentions::none) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    const EntityType type = article.mentions.entities.entities[mention.entity.index].type;
    const bool state = type == EntityType::country || type == EntityType::place;
    const bool plain = mention.kind == MentionKind::nominal || mention.kind == MentionKind::demonym;
    // "Chinese workers" are not China; "Indian troops" act for India.
    if (!(state && plain) || frames.class_of(token(at).key, token(at).lemma).noun == Noun::force ||
        (mention.kind == MentionKind::demonym && token(at).tag != Tag::adj && is_noun(at)))
      return mention.entity;
  }
  for (std::uint32_t d : dependents(at)) {
    const Relation relation = token(d).relation;
    if (relation != Relation::appos && relation != Relation::flat && !(relation == Relation::compound && d + 1 >= at)) continue;
    if (relation == Relation::compound && d < at && is_plural(at)) continue;  // "the Ana Diaz commandos" are not she
    const EntityId id = article.entity_at(d);
    if (id.set() && entity(id)->type == EntityType::person) return id;
  }
  // "suspect Ana Diaz", "a guard named Ana Diaz": a name right after the noun that tells who it is, wherever the tree hung it.
  std::uint32_t next = at + 1;
  if (next + 3 < size() && article.words(token(next).span) == "," && token(next + 1).key == "identified"_key)
    ++next;  // "a clerk, identified as"
  if (next + 1 < size() && (token(next).key == "named"_key || token(next).key == "called"_key)) ++next;
  if (next + 2 < size() && (token(next).key == "identified"_key || token(next).key == "known"_key) && token(next + 1).key == "as"_key)
    next += 2;
  if (token(at).tag == Tag::noun && token(at).form == Form::singular && next < size() && token(next).tag == Tag::propn &&
      (frames.class_of(token(at).key, token(at).lemma).is_people())) {
    const std::uint32_t n = article.mentions.mention_of[next];
    if (n == mentions::none || token(next).sentence != token(at).sentence) return {};
    const entities::MentionAt& name = article.mentions.entities.mentions[n];
    if (name.first == next && name.kind == MentionKind::name && entity(name.entity)->type == EntityType::person) return name.entity;
  }
  return {};
}

Span Syntax::words_of(std::uint32_t at, EntityId id) const {
  const std::uint32_t m = article.mentions.mention_of[at];
  if (id.set() && m != mentions::none && article.mentions.entities.mentions[m].entity == id) {
    const entities::MentionAt& mention = article.mentions.entities.mentions[m];
    return {token(mention.first).span.begin, token(mention.last - 1).span.end};
  }
  if (id.set())
    for (std::uint32_t d : dependents(at)) {
      const std::uint32_t n = article.mentions.mention_of[d];
      if (n == mentions::none || !(article.mentions.entities.mentions[n].entity == id)) continue;
      const entities::MentionAt& mention = article.mentions.entities.mentions[n];
      if (entity(id)->type == EntityType::person) return {token(mention.first).span.begin, token(mention.last - 1).span.end};
    }
  const language::NounGroup group = article.links.noun_group(at);
  std::uint32_t first = std::max(group.first, at > 12 ? at - 12 : 0);
  for (std::uint32_t i = first; i < at; ++i) {  // the group begins after a time, a clause, or another group's name
    const Token& t = token(i);
    if (t.tag == Tag::det && i > first) first = i + 1;  // "in Yolaiquin the rebels"
    if (is_time(i) || (frames.effects.find(t.key) && t.tag != Tag::noun) || t.tag == Tag::verb || t.tag == Tag::cconj ||
        t.tag == Tag::aux || t.tag == Tag::sconj || (t.tag == Tag::pron && t.relation != Relation::nmod_poss) ||
        (t.tag == Tag::adp && t.key != "of"_key && t.key != "at"_key)) {
      if (t.tag == Tag::verb && t.relation == Relation::amod) continue;
      first = i + 1;
    }
    const EntityId inner = article.entity_at(i);
    const bool other = inner.set() && !id.set() && entity(inner)->type == EntityType::armed_group && class_of(at).is_people();
    if (other && !is_membership_noun(token(at).lemma)) first = i + 1;
  }
  while (first < at) {
    const Token& t = token(first);
    const bool possessor = t.relation == Relation::nmod_poss && t.tag != Tag::pron;
    const bool word = (t.tag == Tag::adj && !frames.words.has(t.key, Use::grade)) || t.tag == Tag::noun || t.tag == Tag::propn ||
                      t.tag == Tag::sym || t.tag == Tag::x ||
                      (t.tag == Tag::verb && t.relation == Relation::amod && t.form == Form::past_participle);
    if ((word || possessor) && !is_hedge(t.key)) break;
    ++first;
  }
  if (first > 0 && token(first - 1).sentence == token(at).sentence && class_of(at).is_thing()) {  // "the Lakes Union newspaper office"
    const std::uint32_t n = article.mentions.mention_of[first - 1];
    const Entity* owner = n == mentions::none ? nullptr : entity(article.mentions.entities.mentions[n].entity);
    const bool body = owner && (owner->type == EntityType::organization || owner->type == EntityType::facility);
    if (body && article.mentions.entities.mentions[n].last == first) first = article.mentions.entities.mentions[n].first;
  }
  if (const std::uint32_t n = article.mentions.mention_of[first]; n != mentions::none && first != at) {  // no name is cut in two
    const entities::MentionAt& name = article.mentions.entities.mentions[n];
    if (name.kind == MentionKind::name && name.last <= at) first = std::min(first, std::max(name.first, at > 12 ? at - 12 : 0));
  }
  auto glued = [&](std::uint32_t i) { return !token(i).has(Token::space_before); };
  while (first >= group.first + 2 && token(first - 1).tag == Tag::punct && glued(first) && glued(first - 1) &&
         article.words(token(first - 1).span) == "-")
    first -= 2;  // "a 5-kg charge", "the Maoist-inclined group"
  if (first > group.first && token(first - 1).tag == Tag::adv && describes(token(first - 1).key)) --first;
  std::uint32_t end = std::max(group.last, at + 1);
  while (end > at + 1 && is_time(end - 1)) --end;  // "a group of rebels today"
  Span span{token(first).span.begin, token(end - 1).span.end};
  // An of-phrase belongs to the words where the head alone says little: "members of the FMLN", "offices of a bank".
  if (telling_noun(at) != at || class_of(at).is_thing() || frames.words.has(token(at).lemma, Use::measure)) {
    for (std::uint32_t d : dependents(at))
      if (d > at && token(d).relation == Relation::nmod && preposition(d) == "of"_key) {
        const language::NounGroup inner = article.links.noun_group(d);
        std::uint32_t last = d;
        const std::uint32_t stop = std::min(size(), d + 8);
        while (last + 1 < stop && token(last + 1).sentence == token(d).sentence &&
               (token(last + 1).tag == Tag::propn || token(last + 1).tag == Tag::noun))
          ++last;
        if (const std::uint32_t n = article.mentions.mention_of[d]; n != mentions::none)  // "offices of the Lakes and Ports Union"
          last = std::max(last, article.mentions.entities.mentions[n].last - 1);
        std::uint32_t stop_at = std::max(inner.last, last + 1);
        while (stop_at > d + 1 && is_time(stop_at - 1)) --stop_at;
        span.end = std::max(span.end, token(stop_at - 1).span.end);
        break;
      }
  }
  return span;
}

Span Syntax::described(std::uint32_t at, Span words) const {
  const language::Sentence& sentence = article.language.sentences[token(at).sentence];
  constexpr double few = 12;  // "500 rebels" says how many there were in all, "two rebels" who it was
  std::uint32_t first = at, last = at;
  while (first > sentence.first && token(first - 1).span.begin >= words.begin) --first;
  while (last + 1 < sentence.last && token(last + 1).span.end <= words.end) ++last;
  if (first > sentence.first && token(first - 1).tag == Tag::num && !is_time(first - 1)) {
    const std::uint32_t q = article.mentions.quantity_of[first - 1];
    const bool exact = q != mentions::none && article.mentions.quantities[q].quantity.comparator == Comparator::none &&
                       !article.mentions.quantities[q].quantity.max;
    if (exact && article.mentions.quantities[q].quantity.value <= few) words.begin = token(first - 1).span.begin;
  }
  if (last + 2 < sentence.last) {
    const Key worn = token(last + 1).key, in = token(last + 2).key;
    std::uint32_t from = none;
    if (worn == "wearing"_key) from = last + 2;
    if ((worn == "dressed"_key || worn == "clad"_key || worn == "disguised"_key) && (in == "in"_key || in == "as"_key)) from = last + 3;
    const bool dressed = from == none && worn == "in"_key;  // "men in civilian clothes"
    if (dressed) from = last + 2;
    for (std::uint32_t i = from; from != none && i < sentence.last && i < from + 6; ++i) {
      const Tag tag = token(i).tag;
      if (tag == Tag::noun && (i + 1 == sentence.last || token(i + 1).tag != Tag::noun)) {
        if (!dressed || is_clothing(token(i).lemma)) words.end = token(i).span.end;
        break;
      }
      if (tag != Tag::noun && tag != Tag::adj && tag != Tag::det && tag != Tag::propn && token(i).relation != Relation::nmod_poss) break;
    }
  }
  return words;
}

}  // namespace khabar::incidents
