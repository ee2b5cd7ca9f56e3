#include "facts/interactions/senses.h"

#include "facts/clauses.h"

#include <algorithm>

namespace khabar::interactions {

namespace {

using facts::dependent;
using language::Link;
using language::LinkKind;
using language::Relation;
using mentions::none;
using namespace text::literals;

class Matcher {
 public:
  Matcher(const mentions::Article& article, const Frames& frames, std::uint32_t token)
      : article_(article), frames_(frames), token_(token) {}

  bool fits(const Pattern& pattern, Key particle) const {
    return std::all_of(pattern.needs.begin(), pattern.needs.end(), [&](const Need& need) { return fits(need, particle); });
  }

 private:
  bool fits(const Need& need, Key particle) const {
    if (need.place == Need::Place::preposition && need.word == 0 && need.words < 0) {
      for (std::uint32_t child : article_.links.dependents(token_))
        if (article_.token(child).key == need.preposition) return true;
    }
    for (const Link& link : article_.links.of(token_)) {
      const bool right_place =
          need.place == Need::Place::subject ? link.kind == LinkKind::subject
          : need.place == Need::Place::preposition
              ? link.kind == LinkKind::oblique && link.preposition == need.preposition
              : link.kind == LinkKind::object || link.kind == LinkKind::passive_subject ||
                    (link.kind == LinkKind::oblique && particle != 0 && link.preposition == particle);  // "handed over arms"
      // "a loan for Oman", "equipment from Oman": whether it hangs on the verb or on its object
      if (need.place == Need::Place::preposition && link.kind == LinkKind::object && !link.inherited && hangs_on(link.dependent, need))
        return true;
      if (!right_place) continue;
      if (need.word == 0 && need.words < 0) return true;
      if (tells(need, link.dependent)) return true;
      for (std::uint32_t child : article_.links.dependents(link.dependent)) {
        const language::Token& t = article_.token(child);
        if ((t.relation == Relation::compound || t.relation == Relation::amod || t.relation == Relation::nummod) && is_word(need, child))
          return true;
        // "700 kg of medicine", "part of an aid programme": what is measured
        if (t.relation == Relation::nmod && !is_of_words(article_.token(link.dependent).lemma) && tells(need, child)) return true;
      }
    }
    return false;
  }

  // "a list of camps", "a video of soldiers": neither camps nor soldiers.
  static bool is_of_words(Key lemma) {
    return lemma == "list"_key || lemma == "map"_key || lemma == "report"_key || lemma == "photo"_key || lemma == "photograph"_key ||
           lemma == "video"_key || lemma == "image"_key || lemma == "picture"_key || lemma == "account"_key || lemma == "record"_key ||
           lemma == "plan"_key || lemma == "withdrawal"_key || lemma == "name"_key;
  }

  bool hangs_on(std::uint32_t object, const Need& need) const {
    for (std::uint32_t child : article_.links.dependents(object)) {
      if (child < object || article_.token(child).relation != Relation::nmod) continue;
      const std::uint32_t preposition = dependent(article_, child, Relation::case_);
      if (preposition == none || article_.token(preposition).key != need.preposition) continue;
      if ((need.word == 0 && need.words < 0) || tells(need, child)) return true;
    }
    return false;
  }

  bool tells(const Need& need, std::uint32_t token) const {
    if (is_word(need, token)) return true;
    const auto children = article_.links.dependents(token);
    return std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t child) { return article_.token(child).relation == Relation::compound && is_word(need, child); });
  }

  bool is_word(const Need& need, std::uint32_t token) const {
    const Key lemma = article_.token(token).lemma;
    return need.words >= 0 ? frames_.in_class(need.words, lemma) : lemma == need.word;
  }

  const mentions::Article& article_;
  const Frames& frames_;
  std::uint32_t token_;
};

// "gave Oman a week to leave", "gave Oman until Friday to pay": an ultimatum.
bool gives_time(const mentions::Article& article, std::uint32_t t) {
  constexpr std::uint32_t reach = 14;
  const std::uint32_t last = article.language.sentences[article.token(t).sentence].last;
  for (std::uint32_t i = t + 2; i + 2 < last && i < t + reach; ++i) {
    const language::Tag tag = article.token(i).tag;
    if (tag == language::Tag::verb || tag == language::Tag::punct) return false;
    if (article.mentions.time_of[i] == none || article.token(i + 1).key != "to"_key) continue;
    const language::Token& verb = article.token(i + 2);
    return verb.tag == language::Tag::verb && verb.form == language::Form::base;
  }
  return false;
}

}  // namespace

Sense sense_of(const mentions::Article& article, const Frames& frames, std::uint32_t t) {
  const Key lemma = article.token(t).lemma;
  const Matcher matcher(article, frames, t);
  // The word that may complete the verb: a particle ("call off"), "together", a preposition ("call on").
  Key completed[4] = {0, 0, 0, 0};
  std::size_t count = 0;
  auto complete = [&](Key key) {
    if (key != 0 && count < 3 && std::find(completed, completed + count, key) == completed + count) completed[count++] = key;
  };
  if (const std::uint32_t particle = dependent(article, t, Relation::compound_prt); particle != none) complete(article.token(particle).key);
  if (t >= 2 && article.token(t - 1).relation == Relation::punct && article.token(t - 2).key == "test"_key)
    complete("test"_key);  // "test-fired"
  if (lemma == "give"_key && gives_time(article, t)) complete("deadline"_key);
  // "sent back 300 migrants", "sent 300 migrants back"
  constexpr std::uint32_t reach = 9;
  for (std::uint32_t i = t + 1; i < article.language.tokens.size() && i < t + reach; ++i) {
    const language::Tag tag = article.token(i).tag;
    if (tag == language::Tag::verb || tag == language::Tag::aux || tag == language::Tag::punct || tag == language::Tag::sconj) break;
    if (article.token(i).key == "back"_key) complete("back"_key);
  }
  for (std::uint32_t child : article.links.dependents(t)) {
    const Key key = article.token(child).key;
    const bool apart = key == "out"_key && article.token(child).relation == Relation::advmod && child > t && child < t + 5;
    if (key == "together"_key || apart || (key == "ahead"_key && child > t) ||  // "pull its troops out", "press ahead with"
        (child == t + 1 && (key == "out"_key || key == "up"_key || key == "off"_key || key == "over"_key || key == "down"_key)))
      complete(key);
  }
  bool object = false;
  for (const Link& link : article.links.of(t)) object = object || (link.kind == LinkKind::object && !link.inherited);
  for (const Link& link : article.links.of(t))  // "gave ten lorries in aid" gives in to nobody, "took Oman to court over it" nothing over
    if (link.kind == LinkKind::oblique && !link.inherited && !(object && (link.preposition == "in"_key || link.preposition == "over"_key)))
      complete(link.preposition);
  if (lemma == "tell"_key)  // "told Oman to leave", not "told Oman that it left"
    for (const Link& link : article.links.of(t))
      if (link.kind == LinkKind::infinitive && !link.inherited && link.dependent > t &&
          article.token(link.dependent).form == language::Form::base)  // no "told visiting Omani envoys"
        complete("to"_key);
  completed[count++] = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (const std::vector<Pattern>* patterns = frames.patterns(lemma, completed[i]))
      for (const Pattern& pattern : *patterns)
        if (matcher.fits(pattern, completed[i])) return {pattern.meaning, "interactions.verb_pattern"};
  // "backed out" is no backing.
  const bool other_verb = dependent(article, t, Relation::compound_prt) != none;
  for (std::size_t i = 0; i < count; ++i)
    if (const Meaning* verb = other_verb && completed[i] == 0 ? nullptr : frames.verb(lemma, completed[i]))
      return {*verb, "interactions.verb"};
  return {};
}

}  // namespace khabar::interactions
