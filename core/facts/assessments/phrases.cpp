// What several words tell: "stands in the way of a deal", "raises the risk of war".
#include "facts/assessments/finder.h"

#include <algorithm>

namespace khabar::assessments {

// "stands in the way of a deal", "paved the way for patrols", "makes joint work impossible", "leaves the coast exposed".
bool Finder::phrase(std::uint32_t t) {
  const Token& token = article_.token(t);
  const text::Key lemma = token.lemma;
  const bool way = lemma == "stand"_key || lemma == "pave"_key || lemma == "open"_key || lemma == "get"_key;
  const bool lets = lemma == "allow"_key || lemma == "let"_key || lemma == "permit"_key || lemma == "enable"_key;
  const bool leads = lemma == "lead"_key || lemma == "result"_key || lemma == "contribute"_key;
  const bool changes = cues_.is(lemma, Word::more) || cues_.is(lemma, Word::less);
  if (!way && !lets && !leads && !changes && lemma != "make"_key && lemma != "leave"_key && lemma != "cast"_key && lemma != "play"_key &&
      lemma != "lay"_key)
    return false;
  const language::VerbGroup group = article_.links.verb_group(t);
  std::uint32_t subject = linked(article_, t, LinkKind::subject);
  if (group.negated || group.conditional || group.passive || group.infinitive || subject == none || subject > t ||
      !is_circumstance(subject))
    return false;
  if (article_.token(facts::noun_phrase(article_, subject).first).key == "whose"_key) return false;
  Assessment assessment;
  assessment.rule = "assessments.phrase";
  assessment.span = clause_told(t);
  if (assessment.span.empty()) assessment.span = thing_at(subject);
  const bool found = way                                         ? opens_way(t, assessment)
                     : lets                                      ? lets_attackers(t, assessment)
                     : leads                                     ? leads_to(t, assessment)
                     : changes                                   ? changes_risk(t, assessment)
                     : lemma == "leave"_key                      ? leaves_bare(t, assessment)
                     : lemma == "cast"_key                       ? casts_shadow(t, assessment)
                     : lemma == "play"_key || lemma == "lay"_key ? lays_ground(t, assessment)
                                                                 : makes_harder(t, assessment);
  if (found) add(std::move(assessment), token.span);
  return found;
}

// "makes joint work impossible", "makes it easier to prevent clashes"
bool Finder::makes_harder(std::uint32_t t, Assessment& assessment) const {
  constexpr std::uint32_t reach = 10;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  std::uint32_t quality = none;
  const auto is_either = [&](std::uint32_t i) {
    return cues_.is(article_.token(i).key, Word::ease) || cues_.is(article_.token(i).key, Word::hardship);
  };
  for (std::uint32_t i = t + 2; i < last && i < t + reach && quality == none; ++i) {
    if (article_.token(i).tag == Tag::punct || article_.token(i).tag == Tag::verb || article_.token(i).tag == Tag::aux) return false;
    if (is_either(i)) quality = i;
  }
  const text::Key before = quality == none ? text::Key{0} : article_.token(quality - 1).key;
  const bool this_one = before == "this"_key || before == "that"_key;  // "makes this unlikely", not "made a difficult choice"
  if (quality == none || (article_.token(quality - 1).tag == Tag::det && !this_one)) return false;
  if (quality + 1 < last && article_.token(quality + 1).tag == Tag::noun) return false;
  assessment.polarity = cues_.is(article_.token(quality).key, Word::ease) ? Polarity::enabler : Polarity::obstacle;
  const bool it = article_.token(t + 1).key == "it"_key && quality + 2 < last;
  facts::Range of = it ? facts::Range{quality + 1, facts::clause_end_by_words(article_, quality)} : facts::Range{t + 1, quality};
  while (it && !of.empty() && (article_.token(of.first).key == "to"_key || article_.token(of.first).key == "for"_key)) ++of.first;
  while (!it && of.last > of.first + 1 && article_.token(of.last - 1).tag == Tag::adv) --of.last;
  bool evil = false;  // "makes smuggling harder", not "easier to prevent it"
  for (std::uint32_t i = of.first; i < of.last && !it; ++i) evil = evil || is_evil(i);
  if (evil) assessment.polarity = assessment.polarity == Polarity::obstacle ? Polarity::benefit : Polarity::risk;
  assessment.of = span_of(article_, facts::trimmed(article_, of));
  return true;
}

// "stands in the way of", "paves the way for", "opens the door to"
bool Finder::opens_way(std::uint32_t t, Assessment& assessment) const {
  const text::Key lemma = article_.token(t).lemma;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  facts::Range of;
  if (lemma == "open"_key) {
    if (t + 5 >= last || article_.token(t + 2).key != "door"_key) return false;
    if (article_.token(t + 3).key != "to"_key && article_.token(t + 3).key != "for"_key) return false;
    assessment.polarity = Polarity::enabler;
    of = {t + 4, facts::clause_end_by_words(article_, t + 4)};
  } else {
    std::uint32_t i = t + 1;
    if (i < last && article_.token(i).key == "in"_key) ++i;
    if (i + 3 >= last || article_.token(i).key != "the"_key || article_.token(i + 1).key != "way"_key) return false;
    if (article_.token(i + 2).key != (lemma == "pave"_key ? "for"_key : "of"_key)) return false;
    assessment.polarity = lemma == "pave"_key ? Polarity::enabler : Polarity::obstacle;
    of = {i + 3, facts::clause_end_by_words(article_, i + 2)};
  }
  assessment.of = span_of(article_, facts::trimmed(article_, of));
  return true;
}

std::uint32_t Finder::past_adjectives(std::uint32_t t) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  while (t < last && (article_.token(t).tag == Tag::det || article_.token(t).tag == Tag::adj || article_.token(t).tag == Tag::adv ||
                      article_.token(t).tag == Tag::part))
    ++t;
  return t;
}

// A danger or a chance, of something that is told: "the risk of war", "the chances that it holds".
bool Finder::is_chance_told(std::uint32_t noun) const {
  if (noun + 2 >= article_.language.sentences[article_.token(noun).sentence].last) return false;
  const Token& token = article_.token(noun);
  const text::Key next = article_.token(noun + 1).key;
  const bool risk = token.lemma == "risk"_key || token.lemma == "danger"_key || token.lemma == "threat"_key || token.lemma == "fear"_key;
  return token.tag == Tag::noun && (risk || is(noun, Word::chance)) && (next == "of"_key || next == "that"_key);
}

// "raises the risk of war", "reduced the chances of a deal": worse or better by what it does and what may come.
bool Finder::changes_risk(std::uint32_t t, Assessment& assessment) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  const std::uint32_t noun = past_adjectives(t + 1);
  // "raises fears of a wider war", "raised concerns about the truce"
  if (noun + 2 < last && article_.token(t).lemma == "raise"_key) {
    const text::Key lemma = article_.token(noun).lemma, next = article_.token(noun + 1).key;
    const bool worry = lemma == "concern"_key || lemma == "fear"_key || lemma == "alarm"_key;
    if (worry && (next == "about"_key || next == "over"_key || next == "of"_key || next == "that"_key)) {
      assessment.polarity = Polarity::risk;
      assessment.of = span_of(article_, facts::trimmed(article_, {noun + 2, facts::clause_end_by_words(article_, noun + 1)}));
      return true;
    }
  }
  if (noun >= last || !is_chance_told(noun)) return false;
  const facts::Range of = facts::trimmed(article_, {noun + 2, facts::clause_end_by_words(article_, noun + 1)});
  bool evil = !is(noun, Word::chance);
  for (std::uint32_t i = of.first; i < of.last && i < noun + 6 && !evil; ++i) evil = is_evil(i);
  if (!evil && is(noun, Word::outcome)) return false;  // "raises the prospect of an early vote" judges nothing
  const bool more = is(t, Word::more);
  assessment.polarity = evil ? (more ? Polarity::risk : Polarity::benefit) : (more ? Polarity::enabler : Polarity::obstacle);
  assessment.of = span_of(article_, of);
  return true;
}

// "cast a shadow over the talks", "casts doubt on the deal"
bool Finder::casts_shadow(std::uint32_t t, Assessment& assessment) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  const std::uint32_t noun = past_adjectives(t + 1);
  if (noun + 2 >= last || (article_.token(noun).lemma != "shadow"_key && article_.token(noun).lemma != "doubt"_key)) return false;
  if (article_.token(noun + 1).key != "over"_key && article_.token(noun + 1).key != "on"_key) return false;
  assessment.polarity = Polarity::obstacle;
  assessment.of = span_of(article_, facts::trimmed(article_, {noun + 2, facts::clause_end_by_words(article_, noun + 1)}));
  return true;
}

// "lays the foundation for peace", "could play a crucial role in ending it"
bool Finder::lays_ground(std::uint32_t t, Assessment& assessment) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  const std::uint32_t noun = past_adjectives(t + 1);
  if (noun + 2 >= last || noun < t + 2) return false;
  const text::Key lemma = article_.token(noun).lemma, next = article_.token(noun + 1).key;
  const bool ground = lemma == "foundation"_key || lemma == "groundwork"_key || lemma == "basis"_key || lemma == "ground"_key;
  const bool role = lemma == "role"_key || lemma == "part"_key;
  if (article_.token(t).lemma == "play"_key ? !role || next != "in"_key : !ground || next != "for"_key) return false;
  assessment.polarity = Polarity::enabler;
  assessment.of = span_of(article_, facts::trimmed(article_, {noun + 2, facts::clause_end_by_words(article_, noun + 1)}));
  return true;
}

// "leaves the coast exposed to smugglers"
bool Finder::leaves_bare(std::uint32_t t, Assessment& assessment) const {
  constexpr std::uint32_t reach = 12;
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  for (std::uint32_t i = t + 2; i < last && i < t + reach; ++i) {
    if (article_.token(i).tag == Tag::punct) return false;
    if (!cues_.is(article_.token(i).key, Word::bare)) continue;
    if (i + 1 < last && article_.token(i + 1).tag == Tag::noun) return false;  // "left vulnerable groups behind"
    std::uint32_t end = i;
    while (end > t + 2 && article_.token(end - 1).tag == Tag::adv) --end;
    assessment.polarity = Polarity::risk;
    assessment.of = span_of(article_, facts::trimmed(article_, {t + 1, end}));
    return !assessment.of.empty();
  }
  return false;
}

// "Porous borders allow fighters to cross": who should not be let.
bool Finder::lets_attackers(std::uint32_t t, Assessment& assessment) const {
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  const std::uint32_t first = past_adjectives(t + 1);
  std::uint32_t noun = first;
  while (noun + 1 < last && noun < first + 3 && article_.token(noun + 1).tag == Tag::noun) ++noun;
  if (noun >= last || !is(noun, Word::attacker)) return false;
  for (std::uint32_t i = noun + 1; i < last && i < noun + 4; ++i)
    if (is(i, Word::peaceful)) return false;  // "allowed rebels to lay down their arms"
  assessment.polarity = Polarity::risk;
  assessment.of = span_of(article_, facts::trimmed(article_, {t + 1, facts::clause_end_by_words(article_, noun)}));
  return true;
}

// "could lead to a wider war", "contributes to instability", "will contribute to peace"
bool Finder::leads_to(std::uint32_t t, Assessment& assessment) const {
  const language::VerbGroup group = article_.links.verb_group(t);
  if (group.tense == language::Tense::past && group.modality == language::Modality::none) return false;  // what it did lead to happened
  const std::uint32_t last = article_.language.sentences[article_.token(t).sentence].last;
  std::uint32_t to = t + 1;
  if (to < last && article_.token(to).tag == Tag::adv) ++to;  // "contribute also to"
  if (to + 1 >= last) return false;
  const text::Key key = article_.token(to).key;
  if (key != "to"_key && key != "in"_key) return false;
  for (const language::Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::oblique || link.preposition != key || link.dependent < to) continue;
    bool good = is(link.dependent, Word::good) || is(link.dependent, Word::boon);
    for (std::uint32_t child : article_.links.dependents(link.dependent))
      good = good || (child < link.dependent && article_.token(child).key == "peace"_key) || is(child, Word::good);
    if (!good && !is_evil(link.dependent)) continue;
    assessment.polarity = is_evil(link.dependent) ? Polarity::risk : Polarity::enabler;
    assessment.of = span_of(article_, facts::noun_phrase(article_, link.dependent));
    return true;
  }
  return false;
}

}  // namespace khabar::assessments
