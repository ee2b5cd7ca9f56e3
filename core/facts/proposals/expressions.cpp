// Fixed expressions that ask for something: "had better", "it is high time that", "it falls to X to".
#include "facts/proposals/finder.h"

#include <algorithm>
#include <array>

namespace khabar::proposals {

// "Both capitals would do well to talk", "It falls to Chad to open the pier", "It is high time that it opened"
bool Finder::expression(const language::Sentence& sentence, std::uint32_t t) {
  const lexicon::PhraseMap::Match match =
      cues_.expressions().longest(t, [&](std::uint32_t i) { return i < sentence.last ? article_.token(i).key : text::Key{0}; });
  if (!match || t + match.length >= sentence.last) return false;
  const Range words{t, t + match.length};
  switch (static_cast<Shape>(cues_.expressions().payload(match.value))) {
    case Shape::subject: return subject_does(words);
    case Shape::who: return somebody_to_act(words, "proposals.essential", span_of(article_, words));
    case Shape::to: {
      if (!is_bare_verb(words.last)) return false;
      Proposal proposal;
      proposal.cue = span_of(article_, words);
      proposal.rule = "proposals.essential";
      return add(std::move(proposal), {words.last, facts::clause_end_by_words(article_, words.last)});
    }
    case Shape::clause: return high_time(sentence, words);
  }
  return false;
}

// "Chad had better open the pier": the clause with whoever stands before the words.
bool Finder::subject_does(Range words) {
  std::uint32_t act = words.last;
  if (article_.token(act).key == "not"_key) ++act;
  if (act >= article_.language.sentences[article_.token(words.first).sentence].last) return false;
  if (!is_bare_verb(act) && article_.token(act).key != "be"_key) return false;
  // "cannot afford to wait", not "cannot afford to pay the rent"
  static constexpr std::array harms = {"ignore"_key,   "wait"_key,  "lose"_key,   "let"_key,     "look"_key,  "repeat"_key, "fail"_key,
                                       "delay"_key,    "allow"_key, "stand"_key,  "abandon"_key, "sit"_key,   "be"_key,     "squander"_key,
                                       "neglect"_key,  "waste"_key, "forget"_key, "make"_key,    "treat"_key, "turn"_key,   "drift"_key,
                                       "alienate"_key, "walk"_key,  "remain"_key, "relax"_key};
  const bool afford = words.last > words.first + 1 && article_.token(words.last - 2).key == "afford"_key;
  if (afford && std::find(harms.begin(), harms.end(), article_.token(act).lemma) == harms.end()) return false;
  std::uint32_t subject = subject_of(act);
  for (std::uint32_t i = words.first; i < words.last && subject == none; ++i) subject = subject_of(i);
  if (subject == none || subject >= words.first || article_.links.verb_group(act).conditional) return false;
  Range range = facts::clause_by_words(article_, words.first);
  range.first = after_other_clause(range.first, facts::noun_phrase(article_, subject).first);
  Proposal proposal;
  proposal.rule = "proposals.wise";
  proposal.cue = span_of(article_, words);
  set_actor(proposal, who_should(words.first, subject, range.first));
  // "Chad will have to act", not "passengers will have to wait"
  const bool will = article_.token(words.first).key == "will"_key;
  if (will && !governs(proposal.actor, article_.token(subject).lemma)) return false;
  return add(std::move(proposal), range);
}

// A state, a body or a group, or a word for one.
bool Finder::governs(const Source& actor, text::Key noun) const {
  if (noun == "government"_key || noun == "we"_key || noun == "state"_key || noun == "authority"_key || noun == "leader"_key) return true;
  if (!actor.entity.set()) return false;
  const EntityType type = article_.mentions.entities.entities[actor.entity.index].type;
  return type == EntityType::country || type == EntityType::organization || type == EntityType::armed_group;
}

// "... to Oman, as the host, to open it": who, and what, behind the words.
bool Finder::somebody_to_act(Range words, std::string_view rule, Span cue) {
  constexpr std::uint32_t reach = 16;
  const std::uint32_t end = article_.language.sentences[article_.token(words.first).sentence].last;
  std::uint32_t who = none;
  for (std::uint32_t i = words.last; i + 1 < end && i < words.last + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb || token.tag == Tag::aux) return false;
    const Tag next = article_.token(i + 1).tag;
    if (who == none && (token.tag == Tag::noun || token.tag == Tag::propn) && next != Tag::noun && next != Tag::propn) who = i;
    if (token.key != "to"_key || article_.token(i + 1).form != language::Form::base) continue;
    if (i == words.last) return false;
    Proposal proposal;
    proposal.cue = cue;
    proposal.rule = rule;
    set_actor(proposal, who);
    if (!proposal.actor.span.empty()) proposal.actor.span.end = std::min(proposal.actor.span.end, article_.token(i - 1).span.end);
    return add(std::move(proposal), {words.last, facts::clause_end_by_words(article_, i + 1)});
  }
  return false;
}

// "It is high time the cabinet reformed it": a past that is none, and whoever stands right behind the words.
bool Finder::high_time(const language::Sentence& sentence, Range words) {
  constexpr std::uint32_t longest = 8;
  std::uint32_t verb = words.last;
  while (verb < sentence.last && verb < words.last + longest && article_.token(verb).tag != Tag::verb &&
         article_.token(verb).tag != Tag::aux)
    if (article_.token(verb++).tag == Tag::punct) return false;
  if (verb == words.last || verb >= sentence.last) return false;
  const Token& token = article_.token(verb);
  const bool past = token.form == language::Form::past || token.form == language::Form::past_participle;
  const bool bare = article_.token(words.last - 1).key == "that"_key && token.form == language::Form::base;
  if (!past && !bare) return false;
  Proposal proposal;
  proposal.cue = span_of(article_, words);
  proposal.rule = "proposals.essential";
  for (std::uint32_t i = words.last; i < verb && proposal.actor.span.empty(); ++i)
    if (const Tag next = article_.token(i + 1).tag; next != Tag::noun && next != Tag::propn) set_actor(proposal, i);
  return add(std::move(proposal), {words.last, facts::clause_end_by_words(article_, verb)});
}

// "one of the key steps": where the words before the noun begin.
std::uint32_t Finder::begin_of_group(const language::Sentence& sentence, std::uint32_t noun) const {
  std::uint32_t first = facts::noun_phrase(article_, noun).first;
  if (first >= sentence.first + 2 && article_.token(first - 1).key == "of"_key && article_.token(first - 2).key == "one"_key) first -= 2;
  return std::min(first, noun);
}

// "The best way forward is to reopen the pier", "Our first recommendation is that it reopen": what is said to be the way.
bool Finder::way_forward(const language::Sentence& sentence, std::uint32_t t) {
  static constexpr std::array ways = {"way"_key,    "solution"_key, "option"_key, "answer"_key, "remedy"_key, "step"_key,
                                      "course"_key, "priority"_key, "fix"_key,    "path"_key,   "task"_key,   "recommendation"_key};
  static constexpr std::array which = {"best"_key,    "only"_key,   "first"_key,  "next"_key,      "right"_key,
                                       "one"_key,     "surest"_key, "wiser"_key,  "main"_key,      "immediate"_key,
                                       "our"_key,     "wisest"_key, "second"_key, "final"_key,     "key"_key,
                                       "crucial"_key, "vital"_key,  "urgent"_key, "essential"_key, "critical"_key};
  const Token& token = article_.token(t);
  if (token.tag != Tag::noun || std::find(ways.begin(), ways.end(), token.lemma) == ways.end()) return false;
  bool chosen = false;
  for (std::uint32_t child : article_.links.dependents(t))
    chosen = chosen || (child < t && std::find(which.begin(), which.end(), article_.token(child).key) != which.end());
  // "The solution lies in better policing"
  if (t + 4 < sentence.last && article_.token(t + 1).key == "lies"_key && article_.token(t + 2).key == "in"_key) {
    Proposal proposal;
    proposal.cue = token.span;
    proposal.rule = "proposals.necessity";
    return add(std::move(proposal), {begin_of_group(sentence, t), facts::clause_end_by_words(article_, t + 3)});
  }
  if (!chosen) return false;
  constexpr std::uint32_t reach = 10;
  std::uint32_t is = t + 1;
  const auto goes_on = [&](const Token& next) {  // "towards managing the river"
    return next.tag != Tag::aux && (next.tag != Tag::verb || next.form == language::Form::gerund);
  };
  while (is < sentence.last && is < t + reach && goes_on(article_.token(is)))
    if (article_.token(is++).tag == Tag::punct) return false;
  if (is + 3 >= sentence.last) return false;
  std::uint32_t after = is + 1;
  if ((article_.token(is).key == "would"_key || article_.token(is).key == "must"_key) && article_.token(after).key == "be"_key) {
    ++after;
  } else if (article_.token(is).key != "is"_key) {
    return false;
  }
  if (after + 2 >= sentence.last) return false;
  const bool to = article_.token(after).key == "to"_key && is_bare_verb(after + 1);
  const bool that = article_.token(after).key == "that"_key && token.lemma == "recommendation"_key;
  const text::Key ahead = article_.token(t + 1).key;
  const bool remedy = token.lemma == "solution"_key || token.lemma == "remedy"_key || token.lemma == "answer"_key ||
                      (token.lemma == "way"_key && (ahead == "out"_key || ahead == "forward"_key || ahead == "ahead"_key));
  const text::Key opens = article_.token(after).key;
  const bool thing = remedy && (opens == "a"_key || opens == "an"_key);  // "The only way out is a truce"
  if (!to && !that && !thing) return false;
  Proposal proposal;
  proposal.cue = token.span;
  proposal.rule = "proposals.necessity";
  for (std::uint32_t child : article_.links.dependents(t))  // "Togo's best option is to"
    if (to && child < t && article_.token(child).relation == Relation::nmod_poss) set_actor(proposal, child);
  Range range{after + 1, facts::clause_end_by_words(article_, after + 2)};
  if (to || thing) range.first = begin_of_group(sentence, t);  // the whole clause: "The best way forward is to reopen the pier"
  return add(std::move(proposal), range);
}

}  // namespace khabar::proposals
