#include "facts/incidents/tolls.h"

#include "facts/incidents/toll_words.h"

#include <algorithm>

namespace khabar::incidents {

namespace {
constexpr std::uint32_t widest = 40;  // tokens of one list
}

// The number inside a noun group; "a", "one", a lone singular and a name count one.
bool TollFinder::number(std::uint32_t first, std::uint32_t head, Toll& toll) const {
  const auto& quantity_of = syntax_.article.mentions.quantity_of;
  for (std::uint32_t i = first; i <= head; ++i) {
    if (quantity_of[i] == none) continue;
    const quantities::Found& found = syntax_.article.mentions.quantities[quantity_of[i]];
    const Quantity& q = found.quantity;
    if (found.measured) return false;  // "seized 320 kg"
    toll.value = q.value;
    toll.max = q.max;
    toll.comparator = q.comparator;
    toll.quantity = {quantity_of[i]};
    return true;
  }
  // The quantities room leaves out a lone one, and numbers before nouns that it does not know.
  for (std::uint32_t i = first; i <= head; ++i) {
    if (!syntax_.is_number(i) || syntax_.is_time(i) || syntax_.article.names_by_number(i)) continue;
    if (i > 1 && syntax_.article.words(syntax_.token(i - 1).span) == "-" && syntax_.token(i - 2).key == "no"_key) return false;  // "no-one"
    if (i > 0 && syntax_.token(i - 1).key == "no"_key) return false;
    toll.value = small_number(syntax_.token(i).key);
    if (toll.value == 0 && first == head) toll.value = digits(syntax_.article.words(syntax_.token(i).span));
    return toll.value != 0;
  }
  return false;
}

bool TollFinder::toll_of(std::uint32_t first, std::uint32_t head, Toll& toll) const {
  const Token& t = syntax_.token(head);
  if (syntax_.is_time(head)) return false;
  const std::uint32_t tell = syntax_.telling_noun(head);
  const NounClass cls = syntax_.class_of(tell);
  const EntityId id = syntax_.entity_of(head);
  const Entity* entity = syntax_.entity(id);
  toll.token = head;
  toll.noun = cls.noun;
  toll.sentence = t.sentence;
  toll.span = {syntax_.token(first).span.begin, std::max(t.span.end, syntax_.token(tell).span.end)};
  toll.general = tell == head ? is_general(t.lemma) || syntax_.is_number(head) : is_general(syntax_.token(tell).lemma);
  // "members of the Gao Front": of a name no single word says who they are.
  const std::uint32_t called = tell != head && syntax_.entity_of(tell).set() && !syntax_.is_number(head) ? head : tell;
  if (!syntax_.is_number(called)) toll.who = std::string(syntax_.article.words(syntax_.token(called).span));
  if (called + 2 < syntax_.size() && syntax_.article.words(syntax_.token(called + 1).span) == "-" &&
      syntax_.token(called + 2).key == "by"_key)
    toll.who += "-by";  // "passers-by"
  for (std::uint32_t i = first; i <= head; ++i) {
    const Key key = syntax_.token(i).key;
    if (key == "other"_key || key == "others"_key || key == "another"_key || key == "more"_key || key == "additional"_key) {
      if (key != "more"_key || i + 1 > head || syntax_.token(i + 1).key != "than"_key) toll.further = true;
    }
  }
  if (head + 2 < syntax_.size() && syntax_.token(head + 1).key == "of"_key) {
    const Key of = syntax_.token(head + 2).key;
    if (of == "them"_key || of == "whom"_key || of == "these"_key || of == "those"_key) toll.subset = true;
  }
  if (const NounFrame* event = syntax_.frames.noun(t.lemma); event && !(event->needs & need_casualty)) {
    bool people = false;  // "three attacks", not "nine men plotting attacks"
    for (std::uint32_t i = first; i < head; ++i)
      people = people || syntax_.frames.class_of(syntax_.token(i).key, syntax_.token(i).lemma).is_people();
    if (!people) return false;
  }
  if (cls.is_thing() || cls.noun == Noun::abstract || cls.noun == Noun::weapon || cls.noun == Noun::fiction || cls.noun == Noun::accident)
    return false;
  if (number(first, tell > head && tell - head < 6 ? tell : head, toll)) return true;
  if (t.key == "bodies"_key) return false;
  // Without a number: one, where the noun is singular and names a person.
  if (t.tag == Tag::pron) {
    if (t.key != "he"_key && t.key != "she"_key && t.key != "him"_key && t.key != "her"_key && t.key != "himself"_key &&
        t.key != "herself"_key)
      return false;
    toll.value = 1;
    if (t.key == "himself"_key || t.key == "herself"_key) toll.noun = Noun::attacker;
    return true;
  }
  if (entity && entity->type == EntityType::person) {
    toll.value = 1;
    toll.who = entity->name;
    return true;
  }
  if (syntax_.is_plural(head) || tell != head) return false;
  for (std::uint32_t i = first; i < head; ++i) {  // "every fighter killed will be replaced"
    const Key key = syntax_.token(i).key;
    if (key == "every"_key || key == "each"_key || key == "any"_key || key == "no"_key) return false;
  }
  if (t.tag != Tag::noun && t.tag != Tag::propn) return false;
  if (!cls.is_people() || entity) return false;
  switch (t.key) {
    case "police"_key:
    case "army"_key:
    case "people"_key:
    case "military"_key:
    case "personnel"_key:
    case "staff"_key:
    case "crew"_key:
    case "family"_key:
    case "group"_key:
    case "gang"_key:
    case "crowd"_key:
    case "team"_key:
    case "force"_key:
    case "troops"_key:
    case "militia"_key:
    case "mob"_key:
    case "community"_key:
    case "population"_key:
    case "men"_key:
    case "women"_key:
    case "children"_key:
    case "policemen"_key:
    case "gunmen"_key:
    case "others"_key:
    case "navy"_key:
    case "patrol"_key:
    case "unit"_key:
    case "battalion"_key:
    case "brigade"_key:
    case "couple"_key:
    case "delegation"_key:
    case "party"_key:
    case "cell"_key:
    case "squad"_key:
    case "column"_key:
    case "faction"_key:
    case "cartel"_key:
    case "mafia"_key:
    case "minority"_key:
    case "congregation"_key:
    case "procession"_key:
    case "rally"_key:
    case "funeral"_key:
    case "wedding"_key:
    case "household"_key:
    case "dead"_key:
    case "injured"_key:
    case "wounded"_key:
    case "elderly"_key: return false;
    default: break;
  }
  toll.value = 1;
  return true;
}

// "..., 38, ...", "..., 76.": two figures between a comma and a mark.
bool TollFinder::is_age(std::uint32_t number) const {
  if (syntax_.article.words(syntax_.token(number - 1).span) != "," || syntax_.token(number).span.length() != 2) return false;
  const std::string_view after =
      number + 1 < syntax_.size() ? syntax_.article.words(syntax_.token(number + 1).span) : std::string_view(".");
  return after == "," || after == "." || after == ";";
}

// The people between two tokens. Noun groups after a preposition (but "of") are not counted; after "including" neither.
std::vector<Toll> TollFinder::list(std::uint32_t first, std::uint32_t last, bool forward) const {
  std::vector<Item> items;
  bool preposition = false, and_before = false, comma = false, any = false, closed = false;
  for (std::uint32_t i = first; i < last;) {
    const Token& t = syntax_.token(i);
    if (t.key == "among"_key && i + 1 < last &&
        (syntax_.token(i + 1).key == "them"_key || syntax_.token(i + 1).key == "whom"_key || syntax_.token(i + 1).key == "those"_key)) {
      if (forward) break;  // "12 people, among them a girl, were": she is one of them
      std::uint32_t close = i + 1;
      while (close < last && syntax_.article.words(syntax_.token(close).span) != ",") ++close;
      i = close;
      continue;
    }
    if (t.key == "among"_key && !forward) {  // "two boys among six killed": the six are all
      items.clear();
      preposition = comma = and_before = false;
      ++i;
      continue;
    }
    if (forward && i != first && effects_.find(t.key) && t.key != "dead"_key) break;  // "kills three, wounds 16"
    if (opens_subset(t.key)) {
      // What follows is among those counted, up to the next comma that closes it ("12 people, including two boys, were").
      if (forward) break;
      std::uint32_t close = i + 1;
      while (close < last && syntax_.article.words(syntax_.token(close).span) != ",") ++close;
      i = close;
      continue;
    }
    if (t.tag == Tag::cconj) {
      and_before = t.key == "and"_key || t.key == "&"_key || t.key == "plus"_key;
      if (t.key == "but"_key && any) break;
      ++i;
      continue;
    }
    if (t.tag == Tag::punct) {
      const std::string_view word = syntax_.article.words(t.span);
      if (word == ",") comma = true, preposition = false;
      if (forward && word != "," && word != "-" && word != "\"") break;
      ++i;
      continue;
    }
    if (t.key == "up"_key && i + 2 < last && syntax_.token(i + 1).key == "to"_key && syntax_.is_number(i + 2)) {  // "up to 15 fighters"
      i += 2;
      continue;
    }
    const std::uint32_t head = chunks_.head_from(i, last);
    if (head == none || head >= last) {
      if (t.tag == Tag::adp && t.key != "of"_key) {
        preposition = true;
        if (forward && any && items.empty()) break;
      }
      if (forward && (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::adp || t.tag == Tag::pron)) {
        if (t.tag == Tag::adp && t.key == "of"_key) {
          preposition = true;
          ++i;
          continue;
        }
        break;
      }
      ++i;
      continue;
    }
    any = true;
    // "Constable Omar Noor, 38, died": how old he was.
    if (!items.empty() && items.back().name && i == head && syntax_.is_number(head) && head > first && is_age(head)) {
      i = head + 1;
      continue;
    }
    if (preposition) {
      preposition = false;
    } else if (!(forward && !items.empty() && head + 1 < syntax_.size() &&
                 (syntax_.token(head + 1).tag == Tag::aux ||
                  (syntax_.token(head + 1).tag == Tag::verb && syntax_.token(head + 1).form == Form::past)))) {
      Item item;
      if (toll_of(i, head, item.toll)) {
        item.and_before = and_before;
        item.joined = comma || and_before;
        const EntityId id = syntax_.entity_of(head);
        item.name = id.set();
        item.determined = syntax_.token(i).tag == Tag::det;
        if (forward && i == first) item.toll.subset = false;  // "captured four of them"
        items.push_back(item);
      } else if (and_before && !items.empty()) {
        closed = true;  // "six fighters, ten elders and soldiers"
      }
    } else {
      break;  // "killed two and police said": the next clause's subject
    }
    and_before = comma = false;
    const std::uint32_t tell = syntax_.telling_noun(head);
    i = std::max(head, tell > head && tell - head < 8 ? tell : head) + 1;
  }
  std::vector<Toll> out;
  // "40 people, 6 guards and 34 civilians": the total and its parts.
  if (items.size() > 2 && items[0].toll.general) {
    double parts = 0;
    for (std::size_t k = 1; k < items.size(); ++k) parts += items[k].toll.value;
    if (parts == items[0].toll.value) items.resize(1);
  }
  const bool listed = closed || std::any_of(items.begin(), items.end(), [](const Item& item) { return item.and_before; });
  for (std::size_t k = 0; k < items.size(); ++k) {
    // Without an "and" a second group is an apposition - but in headlines a comma joins.
    if (k != 0 && !listed && !(realis::is_headline(syntax_.article, items[k].toll.sentence) && !items[k].name && !items[k].determined))
      continue;
    if (k != 0 && items[k - 1].name != items[k].name && !items[k].and_before && items[k].toll.value == 1 && !items[k].toll.quantity.set())
      continue;
    out.push_back(items[k].toll);
  }
  return out;
}

std::vector<Toll> TollFinder::left_of(std::uint32_t word) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  // From the verb group's first word back to the last verb, conjunction of clauses or quotation before it.
  std::uint32_t end = word;
  while (end > sentence.first) {
    const Token& t = syntax_.token(end - 1);
    const bool group = t.tag == Tag::aux || (end == word && t.tag == Tag::verb && t.form == Form::past_participle) || t.tag == Tag::adv ||
                       t.key == "not"_key || t.key == "left"_key || t.key == "became"_key || t.key == "become"_key || t.key == "got"_key ||
                       t.key == "critically"_key || t.key == "reported"_key || t.key == "confirmed"_key || t.key == "feared"_key ||
                       t.key == "said"_key || t.key == "to"_key || t.key == "shot"_key || t.key == "found"_key ||
                       t.key == "reportedly"_key || (t.tag == Tag::cconj && end - 1 > sentence.first && syntax_.is_verb(end - 2)) ||
                       (t.tag == Tag::verb && effects_.find(t.key));
    if (!group) break;
    --end;
  }
  // "one of the killers of Omar Noor, who was murdered": he was, and not the killer.
  if (end > sentence.first + 1 && syntax_.token(end - 1).key == "who"_key) {
    std::uint32_t name = end - 2;
    if (syntax_.article.words(syntax_.token(name).span) == "," && name > sentence.first) --name;
    const std::uint32_t mention = syntax_.article.mentions.mention_of[name];
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(name));
    if (mention != none && entity && entity->type == EntityType::person)
      return list(std::max(syntax_.article.mentions.entities.mentions[mention].first, sentence.first), name + 1, false);
  }
  std::uint32_t begin = end;
  const std::uint32_t floor = end - sentence.first > widest ? end - widest : sentence.first;
  while (begin > floor) {
    const Token& t = syntax_.token(begin - 1);
    // "Two policemen who rushed to the scene were wounded": past the clause that says which.
    if (t.tag == Tag::verb || t.tag == Tag::aux) {
      std::uint32_t who = begin - 1;
      while (who > floor && begin - who < 8 && syntax_.token(who - 1).tag != Tag::verb && syntax_.token(who).key != "who"_key) --who;
      if (who > floor && syntax_.token(who).key == "who"_key && syntax_.is_noun(who - 1)) {
        end = begin = who;
        continue;
      }
    }
    if (effects_.find(t.key) && syntax_.is_verb(begin - 1) && !syntax_.article.links.verb_group(begin - 1).passive) {
      // "Kill four rebels in Gao, guard injured" in a headline.
      if (realis::is_headline(syntax_.article, t.sentence))
        for (std::uint32_t i = end; i-- > begin;)
          if (syntax_.article.words(syntax_.token(i).span) == ",") {
            begin = i + 1;
            break;
          }
      // "killed 11 traders and another 42 were hurt": what stands before the "and" is the other verb's.
      for (std::uint32_t i = end; i-- > begin;)
        if (syntax_.token(i).tag == Tag::cconj) {
          begin = i + 1;
          break;
        }
      break;
    }
    if (t.tag == Tag::verb && t.form != Form::past_participle && t.relation != Relation::amod && t.relation != Relation::acl &&
        t.key != "belonging"_key && !opens_subset(t.key))
      break;
    if (t.tag == Tag::aux || t.tag == Tag::sconj || t.key == "when"_key || t.key == "which"_key || t.key == "where"_key ||
        t.key == "leaving"_key || effects_.find(t.key))
      break;
    if (t.relation == Relation::compound_prt || t.key == "himself"_key || t.key == "herself"_key || t.key == "themselves"_key) break;
    const std::string_view words = syntax_.article.words(t.span);
    if (words == ")") {  // "soldiers of the force (ISAF) were killed"
      std::uint32_t open = begin - 1;
      while (open > floor && begin - open < 8 && syntax_.article.words(syntax_.token(open).span) != "(") --open;
      if (syntax_.article.words(syntax_.token(open).span) != "(") break;
      begin = open;
      continue;
    }
    if (t.key == "\""_key || t.key == "'"_key) {  // 30 "terrorists" were killed
      std::uint32_t open = begin - 1;
      while (open > floor && begin - open < 8 && !chunks_.opens_quotation(open)) --open;
      if (chunks_.opens_quotation(open)) {
        begin = open;
        continue;
      }
      if (words != "'") break;  // "the rebels' men"
    }
    if (words == ";" || words == ":" || words == "(" || words == "--") break;
    --begin;
  }
  return list(begin, end, false);
}

std::vector<Toll> TollFinder::beside(std::uint32_t verb, Effect effect, bool passive) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(verb).sentence];
  std::vector<Toll> out = passive ? left_of(verb) : list(verb + 1, std::min(sentence.last, verb + widest), true);
  for (Toll& toll : out) toll.effect = effect;
  return out;
}

// "An earlier toll of 27", "previous reports of nine deaths": it stands no more.
bool TollFinder::is_outdated(std::uint32_t word) const {
  for (std::uint32_t d : syntax_.dependents(word)) {
    const Key key = syntax_.token(d).key;
    if (d < word && (key == "earlier"_key || key == "previous"_key || key == "initial"_key || key == "preliminary"_key)) return true;
  }
  return false;
}

// "Sustained injuries", "were rushed to hospital", "paid the supreme price", "the army lost ten men": what became of people is said by
// the words after.
bool TollFinder::is_completed(std::uint32_t word) const {
  const Key key = syntax_.token(word).key;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  auto follows = [&](std::uint32_t reach, auto&& is) {
    for (std::uint32_t i = word + 1; i < sentence.last && i <= word + reach; ++i) {
      if (is(syntax_.token(i).lemma, syntax_.token(i).key)) return true;
      if (syntax_.is_verb(i)) return false;
    }
    return false;
  };
  switch (key) {
    case "sustained"_key:
    case "suffered"_key:
    case "received"_key:
      return follows(8, [](Key lemma, Key) { return lemma == "injury"_key || lemma == "wound"_key || lemma == "burn"_key; });
    case "rushed"_key:
    case "taken"_key:
    case "admitted"_key:
    case "evacuated"_key:
    case "airlifted"_key:
      return syntax_.article.links.verb_group(word).passive &&
             follows(6, [](Key lemma, Key) { return lemma == "hospital"_key || lemma == "clinic"_key || lemma == "infirmary"_key; });
    case "fell"_key:
    case "fallen"_key:
      return follows(4, [](Key lemma, Key) {
        return lemma == "battle"_key || lemma == "combat"_key || lemma == "ambush"_key || lemma == "fighting"_key || lemma == "action"_key;
      });
    case "rendered"_key: return follows(8, [](Key, Key key) { return key == "ineffective"_key; });
    case "embraced"_key: return follows(2, [](Key lemma, Key key) { return lemma == "martyrdom"_key || key == "shahadat"_key; });
    case "number"_key:  // "put the number of dead at 75"
      return word + 3 < sentence.last && syntax_.token(word + 1).key == "of"_key && follows(4, [](Key lemma, Key key) {
               return key == "dead"_key || key == "killed"_key || lemma == "death"_key || lemma == "fatality"_key;
             });
    case "paid"_key: return follows(4, [](Key lemma, Key) { return lemma == "supreme"_key || lemma == "ultimate"_key; });
    default: return true;
  }
}

// "Nine soldiers lost their lives"
bool TollFinder::loses_life(std::uint32_t word) const {
  const Key key = syntax_.token(word).key;
  if (key != "lost"_key && key != "losing"_key && key != "lose"_key) return false;
  for (std::uint32_t i = word + 1; i < syntax_.size() && i <= word + 3; ++i)
    if (syntax_.token(i).lemma == "life"_key) return true;
  return false;
}

std::vector<Toll> TollFinder::read(std::uint32_t word) const {
  const Effects::Row* row = effects_.find(syntax_.token(word).key);
  if (!row || !is_completed(word) || (row->place == Effects::Place::toll && is_outdated(word))) return {};
  for (std::uint32_t i = word; row->place == Effects::Place::left && i > 0 && word - i < 5; --i) {  // "an earlier toll of 33 dead"
    const Effects::Row* before = effects_.find(syntax_.token(i - 1).key);
    if (before && before->place == Effects::Place::toll && is_outdated(i - 1)) return {};
    if (syntax_.is_verb(i - 1)) break;
  }
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  std::vector<Toll> out;
  Effects::Place place = row->place;
  const Token& token = syntax_.token(word);
  const bool attributive = word > sentence.first && syntax_.token(word - 1).tag == Tag::det;  // "the wounded policeman"
  const bool before_noun = word + 1 < sentence.last && syntax_.token(word + 1).tag == Tag::noun;
  if (attributive && (token.relation == Relation::amod || before_noun)) return {};
  std::uint32_t next = word + 1;
  while (next < sentence.last && (syntax_.token(next).relation == Relation::compound_prt || syntax_.token(next).key == "down"_key ||
                                  syntax_.token(next).key == "dead"_key))
    ++next;
  const bool be = syntax_.article.links.verb_group(word).passive;
  if (loses_life(word)) place = Effects::Place::left;
  if (place == Effects::Place::either) {
    const bool follows = next < sentence.last && !opens_clause(syntax_.token(next).key) && syntax_.token(next).tag != Tag::adp &&
                         syntax_.token(next).tag != Tag::punct && syntax_.token(next).tag != Tag::cconj &&
                         syntax_.token(next).tag != Tag::verb && syntax_.token(next).tag != Tag::aux;
    const bool another = next < sentence.last && syntax_.token(next).key == "another"_key;
    const bool number_follows = next < sentence.last && syntax_.article.mentions.quantity_of[next] != none;  // "at least 12", "over 12"
    const std::uint32_t head = follows || number_follows ? chunks_.head_from(next) : none;
    place = (!be && another) || (!be && head != none && !syntax_.is_time(head)) ? Effects::Place::right : Effects::Place::left;
  }
  if (place != Effects::Place::left && place != Effects::Place::noun && place != Effects::Place::toll && next < sentence.last &&
      syntax_.token(next).key == "another"_key &&
      (next + 1 == sentence.last || syntax_.token(next + 1).key == "one"_key ||
       (!syntax_.is_noun(next + 1) && syntax_.token(next + 1).tag != Tag::num))) {
    Toll toll;  // "wounded another", "wounded another one"
    toll.value = 1;
    toll.token = next;
    toll.sentence = token.sentence;
    toll.further = true;
    toll.span = syntax_.token(next).span;
    out.push_back(toll);
  } else if (place == Effects::Place::right) {
    if (syntax_.is_noun(word) && next < sentence.last && syntax_.token(next).key == "of"_key) ++next;  // "the killing of six"
    out = list(next, std::min(sentence.last, next + widest), true);
  } else if (place == Effects::Place::left) {
    out = left_of(word);
  } else if (place == Effects::Place::noun) {
    std::uint32_t first = word;
    chunks_.group_ending(word, first);
    Toll toll;
    toll.token = word;
    toll.sentence = token.sentence;
    toll.general = true;
    toll.span = {syntax_.token(first).span.begin, token.span.end};
    if (number(first, word, toll)) {
      out.push_back(toll);
    } else if (next + 1 < sentence.last && syntax_.token(next).key == "of"_key) {
      out = list(next + 1, std::min(sentence.last, next + widest), true);
    }
  } else {  // "the death toll rose to 32", "a toll of 12"
    const std::uint32_t last = std::min(sentence.last, word + 10);
    for (std::uint32_t i = word + 1; i < last; ++i) {
      const std::uint32_t q = syntax_.article.mentions.quantity_of[i];
      if (q == none && syntax_.is_number(i) && !syntax_.is_time(i) && syntax_.token(i - 1).key == "at"_key) {  // "the number of dead at 75"
        Toll toll;
        toll.value = digits(syntax_.article.words(syntax_.token(i).span));
        toll.token = word;
        toll.sentence = token.sentence;
        toll.general = toll.whole = true;
        toll.span = syntax_.token(i).span;
        if (toll.value != 0) out.push_back(toll);
        break;
      }
      if (q == none) continue;
      const quantities::Found& found = syntax_.article.mentions.quantities[q];
      Toll toll;
      toll.token = word;
      toll.sentence = token.sentence;
      toll.general = true;
      toll.whole = true;
      toll.value = found.quantity.value;
      toll.max = found.quantity.max;
      toll.comparator = found.quantity.comparator;
      toll.quantity = {q};
      toll.span = found.quantity.span;
      out.push_back(toll);
      if (i > word + 1 && syntax_.token(found.first - 1).key == "from"_key) {
        out.pop_back();  // "from 28 to 32"
        i = found.last - 1;
        continue;
      }
      break;
    }
  }
  // "He was rushed to hospital and died there": of one the end is told elsewhere.
  const bool carried = token.key == "rushed"_key || token.key == "taken"_key || token.key == "admitted"_key ||
                       token.key == "evacuated"_key || token.key == "airlifted"_key;
  if (carried) out.erase(std::remove_if(out.begin(), out.end(), [](const Toll& toll) { return toll.value < 2; }), out.end());
  for (Toll& toll : out) toll.effect = row->effect;
  return out;
}

}  // namespace khabar::incidents
