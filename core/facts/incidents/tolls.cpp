#include "facts/incidents/tolls.h"

#include "facts/incidents/toll_words.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "the number of dead at 75", "the toll hits 52"
bool reaches(const Token& t) {
  return t.key == "at"_key || t.key == "to"_key || t.lemma == "hit"_key || t.lemma == "reach"_key || t.lemma == "pass"_key ||
         t.lemma == "top"_key || t.lemma == "surpass"_key || t.lemma == "exceed"_key || t.key == "past"_key;
}

// 'neutralised' four
bool closes_quotation(const Syntax& syntax, std::uint32_t at, std::uint32_t last) {
  if (at + 1 >= last || syntax.token(at).has(Token::space_before) || !syntax.token(at + 1).has(Token::space_before)) return false;
  const std::string_view mark = syntax.article.words(syntax.token(at).span);
  return mark == "'" || mark == "\"" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99";
}

// "A guard's bullet-riddled body": of one who was killed.
bool is_of_one_killed(const Syntax& syntax, std::uint32_t body) {
  if (syntax.token(body).key != "body"_key || body == 0) return false;
  const Token& t = syntax.token(body - 1);
  return t.sentence == syntax.token(body).sentence &&
         (t.key == "riddled"_key || t.key == "beheaded"_key || t.key == "decapitated"_key || t.key == "mutilated"_key ||
          t.key == "tortured"_key || t.key == "dismembered"_key || t.key == "headless"_key);
}

}  // namespace

std::vector<Toll> TollFinder::beside(std::uint32_t verb, Effect effect, bool passive) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  std::uint32_t next = verb + 1;  // "gun down two guards"
  if (next < sentence.last && (syntax_.token(next).relation == Relation::compound_prt || syntax_.token(next).key == "down"_key)) ++next;
  if (next + 2 < sentence.last && syntax_.token(next).key == "to"_key && syntax_.token(next + 1).key == "death"_key) next += 2;
  if (closes_quotation(syntax_, next, sentence.last)) ++next;
  std::vector<Toll> out = passive ? left_of(verb) : list(next, std::min(sentence.last, verb + widest), true);
  for (Toll& toll : out) toll.effect = effect;
  return out;
}

// "An earlier toll of 33 dead"
bool TollFinder::is_of_outdated(std::uint32_t word) const {
  for (std::uint32_t i = word; i > 0 && word - i < 5; --i) {
    const Effects::Row* before = effects_.find(syntax_.token(i - 1).key);
    if (before && before->place == Effects::Place::toll && is_outdated(i - 1)) return true;
    if (syntax_.is_verb(i - 1)) break;
  }
  return false;
}

// On which side the people of a word stand that has them on either.
Effects::Place TollFinder::side_of(std::uint32_t word, std::uint32_t next, std::uint32_t last) const {
  if (next >= last) return Effects::Place::left;
  const Token& t = syntax_.token(next);
  const bool follows =
      !opens_clause(t.key) && t.tag != Tag::adp && t.tag != Tag::punct && t.tag != Tag::cconj && t.tag != Tag::verb && t.tag != Tag::aux;
  const bool number_follows = syntax_.article.mentions.quantity_of[next] != none;  // "at least 12", "over 12"
  const std::uint32_t head = follows || number_follows ? chunks_.head_from(next) : none;
  const bool told = t.key == "another"_key || (head != none && !syntax_.is_time(head));
  return told && !syntax_.article.links.verb_group(word).passive ? Effects::Place::right : Effects::Place::left;
}

// "wounded another", "wounded another one"
bool TollFinder::is_another(std::uint32_t next, std::uint32_t last) const {
  if (next >= last || syntax_.token(next).key != "another"_key) return false;
  return next + 1 == last || syntax_.token(next + 1).key == "one"_key ||
         (!syntax_.is_noun(next + 1) && syntax_.token(next + 1).tag != Tag::num);
}

// "two deaths", "the death of two"
std::vector<Toll> TollFinder::of_noun(std::uint32_t word, std::uint32_t next, std::uint32_t last) const {
  std::uint32_t first = word;
  chunks_.group_ending(word, first);
  Toll toll;
  toll.token = word;
  toll.sentence = syntax_.token(word).sentence;
  toll.general = true;
  toll.span = {syntax_.token(first).span.begin, syntax_.token(word).span.end};
  if (number(first, word, toll)) return {toll};
  if (is_of_one_killed(syntax_, word)) {
    toll.value = 1;
    return {toll};
  }
  if (next + 1 < last && syntax_.token(next).key == "of"_key) return list(next + 1, std::min(last, next + widest), true);
  return {};
}

// The verb that says to what a toll has come; none where none does.
std::uint32_t TollFinder::rises(std::uint32_t toll) const {
  constexpr std::uint32_t longest = 30;
  const Token& t = syntax_.token(toll);
  if (t.relation != Relation::nsubj || t.head < toll || t.head - toll > longest) return none;
  switch (syntax_.token(t.head).lemma) {
    case "rise"_key:
    case "climb"_key:
    case "jump"_key:
    case "grow"_key:
    case "increase"_key:
    case "soar"_key:
    case "reach"_key:
    case "stand"_key:
    case "hit"_key: return t.head;
    default: return none;
  }
}

// "the death toll rose to 32", "a toll of 12"
std::vector<Toll> TollFinder::whole(std::uint32_t word, std::uint32_t last) const {
  // "The toll from the raid on a hall in Gao has risen to 143": behind the verb, however much stands before it.
  const std::uint32_t verb = rises(word);
  const std::uint32_t begin = verb == none ? word : verb;
  last = std::min(verb == none ? last : syntax_.article.language.sentences[syntax_.token(word).sentence].last, begin + 10);
  Toll toll;
  toll.token = word;
  toll.sentence = syntax_.token(word).sentence;
  toll.general = toll.whole = true;
  for (std::uint32_t i = begin + 1; i < last; ++i) {
    const std::uint32_t q = syntax_.article.mentions.quantity_of[i];
    if (q == none && syntax_.is_number(i) && !syntax_.is_time(i) && reaches(syntax_.token(i - 1))) {  // "the number of dead at 75"
      toll.value = digits(syntax_.article.words(syntax_.token(i).span));
      toll.span = syntax_.token(i).span;
      if (toll.value == 0) return {};
      return {toll};
    }
    if (q == none) continue;
    const quantities::Found& found = syntax_.article.mentions.quantities[q];
    if (i > word + 1 && syntax_.token(found.first - 1).key == "from"_key) {  // "from 28 to 32"
      i = found.last - 1;
      continue;
    }
    toll.value = found.quantity.value;
    toll.max = found.quantity.max;
    toll.comparator = found.quantity.comparator;
    toll.quantity = {q};
    toll.span = found.quantity.span;
    return {toll};
  }
  return {};
}

// "Stabbed two people; both died": the two. "A girl was hit by a bullet and died": the subject of the verb before "and".
std::vector<Toll> TollFinder::of_subject(std::uint32_t verb) const {
  const Token& t = syntax_.token(verb);
  if (t.lemma != "die"_key) return {};
  for (std::uint32_t d : syntax_.dependents(verb)) {
    if (d > verb || syntax_.token(d).key != "both"_key) continue;
    Toll toll;
    toll.token = d;
    toll.sentence = t.sentence;
    toll.span = syntax_.token(d).span;
    toll.value = 2;
    toll.general = true;
    return {toll};
  }
  if (t.relation != Relation::conj) return {};
  for (const Link& link : syntax_.links(verb)) {
    std::uint32_t first = link.dependent;
    Toll toll;
    if (!link.inherited || link.kind != LinkKind::subject || chunks_.group_ending(first, first) == none) continue;
    if (toll_of(first, link.dependent, toll)) return {toll};
  }
  return {};
}

// Of those that the word tells of, on the side where its place is.
std::vector<Toll> TollFinder::at(Effects::Place place, std::uint32_t word, std::uint32_t next, std::uint32_t last) const {
  if (place == Effects::Place::right && is_another(next, last)) {
    Toll toll;
    toll.value = 1;
    toll.token = next;
    toll.sentence = syntax_.token(word).sentence;
    toll.further = true;
    toll.span = syntax_.token(next).span;
    return {toll};
  }
  if (place == Effects::Place::left) {
    std::vector<Toll> out = left_of(word);
    return out.empty() ? of_subject(word) : out;
  }
  if (place == Effects::Place::noun) return of_noun(word, next, last);
  if (place == Effects::Place::toll) return whole(word, last);
  const bool of = syntax_.is_noun(word) && next < last && syntax_.token(next).key == "of"_key;  // "the killing of six"
  if (place == Effects::Place::of && !of) return {};
  if (of) ++next;
  return list(next, std::min(last, next + widest), true);
}

// "would release ten hostages": taken long ago, and told elsewhere.
bool TollFinder::is_let_go(std::uint32_t word) const {
  constexpr int highest = 4;
  for (int i = 0; i < highest; ++i) {
    const Token& token = syntax_.token(word);
    if (syntax_.is_verb(word))
      return token.lemma == "release"_key || token.lemma == "free"_key || token.lemma == "return"_key || token.lemma == "swap"_key ||
             token.lemma == "exchange"_key || token.lemma == "hand"_key;
    if (token.head == word) return false;
    word = token.head;
  }
  return false;
}

// "21 hostages and four soldiers died", "killed two hostages": what became of them is told by another word.
bool TollFinder::is_of_fallen_hostages(std::uint32_t word) const {
  constexpr int highest = 3;
  std::uint32_t at = word;
  for (int i = 0; i < highest && syntax_.token(at).relation == Relation::conj; ++i) at = syntax_.token(at).head;
  const Token& t = syntax_.token(at);
  if (t.relation != Relation::nsubj && t.relation != Relation::nsubj_pass && t.relation != Relation::obj) return false;
  const Effects::Row* row = effects_.find(syntax_.token(t.head).key);
  return row && row->effect == Effect::killed && t.head != at && (t.relation == Relation::obj) == (t.head < at);
}

// "One of the wounded died": none of those told to be dead.
bool TollFinder::is_of_wounded(const Toll& toll) const {
  for (const std::uint32_t at : {toll.token, toll.token + 3}) {
    if (at >= syntax_.size() || at < 2 || syntax_.token(at - 1).key != "the"_key || syntax_.token(at - 2).key != "of"_key) continue;
    const Key which = syntax_.token(at).key;
    if (which == "wounded"_key || which == "injured"_key) return true;
  }
  return false;
}

std::vector<Toll> TollFinder::read(std::uint32_t word) const {
  const Token& token = syntax_.token(word);
  const Effects::Row* row = effects_.find(token.key);
  if (!row || !is_completed(word) || (token.key == "body"_key && !is_of_one_killed(syntax_, word)) ||
      (row->place == Effects::Place::toll && is_outdated(word)))
    return {};
  // "Died of wounds he suffered": he is dead, and no longer hurt.
  const std::uint32_t wounds = token.relation == Relation::acl_relcl ? token.head : word;
  const Key hurt = syntax_.token(wounds).lemma;
  if ((hurt == "wound"_key || hurt == "injury"_key) && syntax_.is_noun(wounds) &&
      syntax_.token(syntax_.token(wounds).head).lemma == "die"_key)
    return {};
  if (is_disputed(word) || (row->place == Effects::Place::left && is_of_outdated(word))) return {};
  if (row->effect == Effect::abducted && row->place == Effects::Place::noun && (is_let_go(word) || is_of_fallen_hostages(word))) return {};
  const language::Sentence& sentence = syntax_.article.language.sentences[token.sentence];
  // "killing all four hostage-takers"
  if (token.lemma == "hostage"_key && word + 2 < sentence.last && syntax_.token(word + 2).lemma == "taker"_key) return {};
  if (token.key == "condition"_key) {  // "left a third officer in critical condition"
    const Key how = word > sentence.first + 1 ? syntax_.token(word - 1).key : Key{0};
    if ((how != "critical"_key && how != "serious"_key && how != "grave"_key) || syntax_.token(word - 2).key != "in"_key) return {};
  }
  const bool which = token.relation == Relation::amod && (token.lemma == "kidnap"_key || token.lemma == "abduct"_key ||
                                                          token.key == "kidnapped"_key || token.key == "abducted"_key);
  if (which || token.lemma == "hostage"_key || token.lemma == "captive"_key)  // "rescued 17 hostages": taken before
    for (std::uint32_t i = word; i > sentence.first && word - i < 5; --i) {
      const Key lemma = syntax_.token(i - 1).lemma;
      if (lemma == "rescue"_key || lemma == "free"_key || lemma == "release"_key || lemma == "recover"_key) return {};
    }
  const bool attributive = word > sentence.first && syntax_.token(word - 1).tag == Tag::det;  // "the wounded policeman"
  const bool before_noun = word + 1 < sentence.last && syntax_.token(word + 1).tag == Tag::noun;
  if (attributive && (token.relation == Relation::amod || before_noun)) return {};
  std::uint32_t next = word + 1;
  while (next < sentence.last && (syntax_.token(next).relation == Relation::compound_prt || syntax_.token(next).key == "down"_key ||
                                  syntax_.token(next).key == "dead"_key))
    ++next;
  if (closes_quotation(syntax_, next, sentence.last)) ++next;
  Effects::Place place = loses_life(word) ? Effects::Place::left : row->place;
  if (token.key == "martyrdom"_key && next + 1 < sentence.last && syntax_.token(next).key == "of"_key) place = Effects::Place::noun;
  if (place == Effects::Place::either) place = side_of(word, next, sentence.last);
  const std::uint32_t care = care_verb(word);
  std::vector<Toll> out = at(place, care == none ? word : care, next, sentence.last);
  // "He was rushed to hospital and died there": of one the end is told elsewhere.
  const bool carried = care != none || token.key == "treated"_key || token.key == "rushed"_key || token.key == "taken"_key ||
                       token.key == "admitted"_key || token.key == "evacuated"_key || token.key == "airlifted"_key;
  if (carried) out.erase(std::remove_if(out.begin(), out.end(), [](const Toll& toll) { return toll.value < 2; }), out.end());
  if (row->effect == Effect::displaced)  // who attacks is not driven out, and of one man nobody says so
    out.erase(std::remove_if(out.begin(), out.end(), [](const Toll& toll) { return toll.noun == Noun::attacker || toll.value < 2; }),
              out.end());
  bool also = false;  // "a driver also died"
  if (syntax_.is_verb(word))
    for (std::uint32_t d : syntax_.dependents(word)) also = also || syntax_.token(d).key == "also"_key;
  for (Toll& toll : out) {
    toll.effect = row->effect;
    toll.further = toll.further || also;
    if (toll.effect == Effect::killed && is_of_wounded(toll)) toll.subset = false;
  }
  return out;
}

}  // namespace khabar::incidents
