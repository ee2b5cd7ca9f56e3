// What a word of effects.tsv tells in its place: nothing, where the words after it do not complete it or a later figure has replaced it.
#include "facts/incidents/tolls.h"

namespace khabar::incidents {

// "An earlier toll of 27", "previous reports of nine deaths": it stands no more.
bool TollFinder::is_outdated(std::uint32_t word) const {
  for (std::uint32_t d : syntax_.dependents(word)) {
    const Key key = syntax_.token(d).key;
    if (d < word && (key == "earlier"_key || key == "previous"_key || key == "initial"_key || key == "preliminary"_key)) return true;
  }
  return false;
}

// "Disputed the group's figure of 26 dead", "denied a report of nine deaths": of nobody who says so.
bool TollFinder::is_disputed(std::uint32_t word) const {
  constexpr std::uint32_t back = 7;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  for (std::uint32_t i = word; i > sentence.first && word - i < back; --i) {
    const Token& t = syntax_.token(i - 1);
    if (t.tag == language::Tag::punct || t.tag == language::Tag::verb) return false;
    if (t.relation != Relation::obj || !syntax_.is_verb(t.head)) continue;
    const Key verb = syntax_.token(t.head).lemma;
    const bool denied = verb == "dispute"_key || verb == "deny"_key || verb == "reject"_key || verb == "refute"_key ||
                        verb == "dismiss"_key || verb == "contest"_key || verb == "contradict"_key;
    return denied && (t.lemma == "figure"_key || t.lemma == "report"_key || t.lemma == "claim"_key || t.lemma == "toll"_key ||
                      t.lemma == "estimate"_key || t.lemma == "count"_key || t.lemma == "number"_key);
  }
  return false;
}

// "Forced 300 villagers to flee", "40,000 people fled their homes": not "the gunmen fled".
bool TollFinder::is_driven_out(std::uint32_t word) const {
  constexpr std::uint32_t back = 9, ahead = 4;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  for (std::uint32_t i = word + 1; i < sentence.last && i <= word + ahead; ++i) {
    const Key lemma = syntax_.token(i).lemma;
    if (lemma == "home"_key || lemma == "house"_key || lemma == "village"_key) return true;
    if (syntax_.is_verb(i)) break;
  }
  if (syntax_.token(word).key != "flee"_key) return false;
  for (std::uint32_t i = word; i > sentence.first && word - i < back; --i) {
    const Key lemma = syntax_.token(i - 1).lemma;
    if (lemma == "force"_key || lemma == "cause"_key || lemma == "prompt"_key || lemma == "compel"_key) return true;
  }
  return false;
}

// "Remain under treatment", "are still in hospital": the verb; none for the hospital itself and who works there.
std::uint32_t TollFinder::care_verb(std::uint32_t word) const {
  constexpr std::uint32_t back = 4;
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  if ((syntax_.token(word).key != "treatment"_key && syntax_.token(word).key != "hospital"_key) || word < sentence.first + 2) return none;
  if (word + 1 < sentence.last && syntax_.is_noun(word + 1)) return none;
  std::uint32_t before = word - 1;
  if (syntax_.token(before).key == "medical"_key) --before;
  const Key key = syntax_.token(before).key;
  const bool care =
      syntax_.token(word).key == "hospital"_key ? key == "in"_key : key == "under"_key || key == "receiving"_key || key == "undergoing"_key;
  for (std::uint32_t i = before; care && i > sentence.first && before - i < back; --i) {
    const Key lemma = syntax_.token(i - 1).lemma;
    if (lemma == "remain"_key || lemma == "be"_key || lemma == "stay"_key) return i - 1;
    if (syntax_.is_verb(i - 1) || syntax_.is_noun(i - 1)) return none;
  }
  return none;
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
    case "treated"_key:  // "for burns", "in hospital"
      return follows(6, [](Key lemma, Key) {
        return lemma == "hospital"_key || lemma == "clinic"_key || lemma == "injury"_key || lemma == "wound"_key || lemma == "burn"_key;
      });
    case "treatment"_key:
    case "hospital"_key: return care_verb(word) != none;
    case "fell"_key:
    case "fallen"_key:
      return follows(4, [](Key lemma, Key) {
        return lemma == "battle"_key || lemma == "combat"_key || lemma == "ambush"_key || lemma == "fighting"_key || lemma == "action"_key;
      });
    case "rendered"_key: return follows(8, [](Key, Key key) { return key == "ineffective"_key; });
    case "attained"_key:
    case "achieved"_key:
    case "embraced"_key: return follows(2, [](Key lemma, Key key) { return lemma == "martyrdom"_key || key == "shahadat"_key; });
    case "number"_key:  // "put the number of dead at 75"
      return word + 3 < sentence.last && syntax_.token(word + 1).key == "of"_key && follows(4, [](Key lemma, Key key) {
               return key == "dead"_key || key == "killed"_key || lemma == "death"_key || lemma == "fatality"_key;
             });
    case "flee"_key:
    case "fled"_key:
    case "fleeing"_key: return is_driven_out(word);
    case "drove"_key:
    case "driven"_key:
    case "driving"_key:
      return follows(10, [](Key lemma, Key) { return lemma == "home"_key || lemma == "house"_key || lemma == "village"_key; });
    case "homeless"_key:  // not "homeless people"
      return word > sentence.first && syntax_.token(word).tag == language::Tag::adj &&
             (word + 1 == sentence.last || !syntax_.is_noun(word + 1));
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

}  // namespace khabar::incidents
