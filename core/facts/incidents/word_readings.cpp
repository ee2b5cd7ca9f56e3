#include "facts/incidents/word_readings.h"

#include "facts/realis/realis.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "Assailants fire at a van", "bomb targets police": after a plural, or with an -s after a weapon, and before what is hit, no noun.
bool is_told_now(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  if (at == 0 || at + 1 >= syntax.size() || !realis::is_headline(syntax.article, t.sentence)) return false;
  const Token& before = syntax.token(at - 1);
  const Token& after = syntax.token(at + 1);
  if (before.sentence != t.sentence || after.sentence != t.sentence) return false;
  const std::vector<VerbFrame>* frames = syntax.frames.verb(t.lemma);
  if (!frames || before.tag == Tag::punct) return false;
  const bool group =
      after.tag == Tag::num || after.tag == Tag::det || after.tag == Tag::propn || after.tag == Tag::adj || after.tag == Tag::noun;
  const bool led = std::any_of(frames->begin(), frames->end(), [&](const VerbFrame& frame) {
    return (frame.with != 0 && frame.with == after.key) ||
           std::find(frame.patients.begin(), frame.patients.end(), after.key) != frame.patients.end();
  });
  const NounClass subject = syntax.class_of(at - 1);
  const bool base = t.key == t.lemma && syntax.is_plural(at - 1) && subject.is_people() && (led || group);
  const bool third = t.key != t.lemma && t.form == Form::plural && !syntax.frames.noun(t.lemma) && !syntax.is_plural(at - 1) &&
                     (subject.noun == Noun::weapon || subject.noun == Noun::attacker) && group;
  return base || third;
}

}  // namespace

Key base_of(const Syntax& syntax, Key key) {
  if (const Key past = syntax.frames.past_of(key)) return past;
  switch (key) {
    case "shoot"_key:
    case "shoots"_key: return "shoot"_key;
    case "arrest"_key:
    case "arrests"_key: return "arrest"_key;
    case "detain"_key: return "detain"_key;
    case "nab"_key: return "nab"_key;
    case "set"_key: return "set"_key;
    default: return "kill"_key;
  }
}

// Headlines mislead the tagger: "airstrikes kill", "blasts wound", "in shelling by troops".
bool is_nominal(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  if (at + 1 < syntax.size() && t.form != Form::gerund && t.form != Form::past && t.form != Form::past_participle) {
    const Key next = syntax.token(at + 1).key;
    if (next == "kill"_key || next == "kills"_key || next == "killed"_key || next == "wound"_key || next == "injure"_key ||
        next == "target"_key || next == "trial"_key || next == "inquiry"_key || next == "inquest"_key || next == "probe"_key ||
        next == "survivors"_key || next == "victims"_key || next == "suspect"_key || next == "anniversary"_key)
      return true;
  }
  if (t.form != Form::gerund || !syntax.frames.noun(t.key)) return false;
  const bool starts = at == syntax.article.language.sentences[t.sentence].first;
  if (starts || at + 1 >= syntax.size()) return false;
  const Token& before = syntax.token(at - 1);
  const Token& after = syntax.token(at + 1);
  const bool noun_before = before.tag == Tag::noun || before.tag == Tag::propn || before.tag == Tag::adj || before.tag == Tag::det;
  const bool loose_after = after.tag == Tag::adp || after.tag == Tag::punct || after.sentence != t.sentence;
  return (noun_before && before.tag != Tag::noun && loose_after) || (noun_before && after.tag == Tag::adp) ||
         ((before.tag == Tag::adp || (before.tag == Tag::sconj && before.key == "after"_key)) && after.key == "of"_key);
}

// Verbs that the tagger may take for anything in a headline.
bool is_headline_verb(Key key) { return key == "kill"_key || key == "kills"_key || key == "shoot"_key || key == "shoots"_key; }

bool is_sure_verb(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  const bool more = at + 1 < syntax.size();
  if (t.tag == Tag::verb) return false;
  if (is_told_now(syntax, at)) return true;
  if (t.key == "shoot"_key || t.key == "shoots"_key) return more && (syntax.token(at + 1).key == "dead"_key || t.tag != Tag::noun);
  if (t.key == "kill"_key || t.key == "kills"_key)
    return more && (t.tag != Tag::noun || syntax.token(at + 1).tag == Tag::num || syntax.token(at + 1).key == "at"_key);
  if (t.key == "set"_key) {
    const Key next = more ? syntax.token(at + 1).key : 0;
    return next == "fire"_key || next == "ablaze"_key || next == "alight"_key || next == "off"_key;
  }
  if (at == 0 || syntax.token(at - 1).sentence != t.sentence) return false;
  const Token& before = syntax.token(at - 1);
  if (t.key == "shot"_key && before.key == "found"_key && more) return true;                           // "was found shot to death"
  if (t.key == "arrest"_key || t.key == "arrests"_key || t.key == "detain"_key || t.key == "nab"_key)  // "police arrest 17 suspects"
    return more && syntax.class_of(at - 1).noun == Noun::force &&
           (syntax.token(at + 1).tag == Tag::num || syntax.token(at + 1).tag == Tag::noun || syntax.token(at + 1).tag == Tag::adj);
  // A past form after a noun, a name or an auxiliary is no noun, whatever its tag.
  if (!syntax.frames.past_of(t.key)) return false;
  const bool after_words = before.tag == Tag::noun || before.tag == Tag::propn || before.tag == Tag::pron || before.tag == Tag::aux ||
                           before.tag == Tag::cconj || before.tag == Tag::adv;
  return after_words && !(t.tag == Tag::adj && t.relation == Relation::amod && more && syntax.is_noun(at + 1) && before.tag != Tag::noun &&
                          before.tag != Tag::propn);
}

bool names_offensive(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  const bool action = t.lemma == "action"_key && at > 0 && syntax.token(at - 1).key == "military"_key;
  if ((t.lemma != "operation"_key && !action) || t.relation != Relation::obj || !realis::is_headline(syntax.article, t.sentence))
    return false;
  switch (syntax.token(t.head).lemma) {
    case "launch"_key:
    case "begin"_key:
    case "start"_key:
    case "intensify"_key:
    case "step"_key:
    case "resume"_key: break;
    default: return false;
  }
  auto against_attackers = [&](std::uint32_t above) {
    for (std::uint32_t d : syntax.dependents(above)) {
      if (d < at || syntax.preposition(d) != "against"_key) continue;
      const Entity* entity = syntax.entity(syntax.entity_of(d));
      return entity ? entity->type == EntityType::armed_group : syntax.class_of(syntax.telling_noun(d)).noun == Noun::attacker;
    }
    return false;
  };
  return against_attackers(at) || against_attackers(t.head);
}

bool names_bombing(const Syntax& syntax, std::uint32_t at) {
  const Token& t = syntax.token(at);
  if (t.lemma != "bomb"_key || t.tag != Tag::noun || t.head == at || !realis::is_headline(syntax.article, t.sentence)) return false;
  const Key above = syntax.token(t.head).lemma;
  if (t.relation == Relation::obj) return above == "claim"_key;
  const Key p = syntax.preposition(at);
  return (p == "in"_key && (above == "toll"_key || above == "death"_key)) || (p == "for"_key && above == "responsibility"_key);
}

}  // namespace khabar::incidents
