#include "facts/claims/contents.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

// denied any involvement / accused X of Y / described X as Y / called for Y / called on X to do Y
bool Contents::of_phrase(std::uint32_t t, std::uint32_t addressee, bool passive, const Cue& cue, Claim& claim, Range& content) const {
  if ((cue.frames & call_for) != 0) return of_call(t, claim, content) || of_naming(t, addressee, passive, claim, content);
  struct Preposition {
    Frame frame;
    text::Key key;
  };
  static constexpr Preposition prepositions[] = {{with_of, "of"_key},           {with_for, "for"_key},  {with_as, "as"_key},
                                                 {with_against, "against"_key}, {with_on, "on"_key},    {with_about, "about"_key},
                                                 {with_at, "at"_key},           {with_over, "over"_key}};
  for (const Preposition& preposition : prepositions) {
    if ((cue.frames & preposition.frame) == 0) continue;
    for (std::uint32_t i = t + 1; i < context_.sentence_end(t) && i < t + 24; ++i) {
      if (article_.token(i).key != preposition.key) continue;
      const text::Key spoken = article_.token(t).lemma;  // "speaks for much of the town"
      if (preposition.frame == with_of && i > t + 2 && (spoken == "speak"_key || spoken == "talk"_key)) break;
      const std::uint32_t head = article_.token(i).head;
      const Relation relation = article_.token(head).relation;
      // "accused rebels of involvement", not "accused a part of the army of it"
      const bool thing = preposition.frame != with_of || (!article_.entity_at(head).set() && !cues_.speaks(article_.token(head).lemma));
      const bool of_addressee = addressee != none && article_.token(head).head == addressee &&
                                (relation == Relation::acl || (relation == Relation::nmod && thing));
      if (preposition.frame == with_on && (addressee == none || article_.mentions.time_of[head] != none)) continue;
      const bool mine = article_.token(head).head == t || head == t || of_addressee || (i == t + 1 && preposition.frame == with_for);
      if (!mine) continue;
      Range range = subtree(article_, head == t ? i : head);
      range.first = i + 1;
      if (range.last <= i + 2) range.last = facts::clause_end_by_words(article_, i);
      const bool whole = preposition.frame == with_as || preposition.frame == with_on;  // "described X as Y", "blamed X on Y"
      if (whole && addressee != none && addressee > t && !passive) range.first = facts::noun_phrase(article_, addressee).first;
      range.last = std::min(range.last, std::max(end_of_report(t, i), i + 2));
      range.last = but_begins(i, range.last);
      range.last = std::min(range.last, std::max(facts::clause_end_by_words(article_, i), i + 2));  // "accused him of it, and both left"
      for (std::uint32_t k = i + 2; k + 2 < range.last; ++k) {  // "asked Oman for a notice and Oman declined"
        const Token& verb = article_.token(k + 2);
        const bool finite = verb.tag == Tag::aux || (verb.tag == Tag::verb && verb.form == language::Form::past);
        if (article_.token(k).tag == Tag::cconj && article_.token(k + 1).tag == Tag::propn && finite) range.last = k;
      }
      content = range;
      claim.rule = "claims.preposition";
      return !content.empty();
    }
  }
  if ((cue.frames & gerund) != 0) {
    for (const language::Link& link : article_.links.of(t)) {
      const bool having = link.kind == LinkKind::adverbial && link.preposition == 0 && link.dependent <= t + 2;  // "denied having paid"
      if (link.dependent > t && (having || link.kind == LinkKind::infinitive || link.kind == LinkKind::clause)) {
        content = subtree(article_, link.dependent);
        content.first = std::max(content.first, t + 1);
        claim.rule = "claims.gerund";
        return !content.empty();
      }
    }
  }
  // "supported the army with strikes": no words
  if (addressee != none && article_.token(t).lemma == "support"_key && article_.entity_at(addressee).set()) return false;
  if ((cue.frames & object) != 0 && addressee != none && !article_.links.verb_group(t).infinitive) {
    content = passive ? facts::noun_phrase(article_, addressee) : subtree(article_, addressee);
    if (!passive) {
      if (content.first <= t) content.first = t + 1;
      const std::uint32_t clause_end = std::min(facts::clause_end_by_words(article_, addressee), end_of_report(t, addressee));
      content.last = std::max(content.last, std::min(clause_end, clause_above_goes_on(t, addressee)));
      content.last = predicate_goes_on(t, addressee, std::min(content.last, std::max(end_of_report(t, addressee), addressee + 1)));
      while (content.last > content.first + 1 && article_.token(content.last - 1).tag == Tag::cconj) --content.last;
      // "expressed concern over the raid, warning that": another report; "while he denies the plan, tensions are rising": another clause
      content.last = std::min(content.last, std::max(other_report_at(addressee + 1, content.last), addressee + 1));
      if (const std::uint32_t mark = facts::dependent(article_, t, Relation::mark);
          mark != none && mark < t &&
          (article_.token(t).relation == Relation::advcl ? article_.token(t).head > t : article_.token(t).head == t))
        for (std::uint32_t i = addressee + 1; i < content.last; ++i)
          if (article_.words(article_.token(i).span) == "," && quotation_of_[i] == none) content.last = i;
      // "both of which condemned the raid, are waiting": the clause ends with the comma
      if (article_.token(t).relation == Relation::acl_relcl || (t > 0 && article_.token(t - 1).key == "which"_key))
        for (std::uint32_t i = addressee + 1; i < content.last; ++i)
          if (article_.words(article_.token(i).span) == "," && quotation_of_[i] == none && addressee > t) content.last = i;
      // "the treaty that he promised in May": when, to whom; what it was stands before
      if (addressee < t) return false;
    }
    claim.rule = "claims.object";
    const Range words = facts::trimmed(article_, content);
    const Tag only = words.empty() ? Tag::punct : article_.token(words.first).tag;  // "a request that he rejected twice"
    return words.last > words.first + 1 || only == Tag::noun || only == Tag::propn || only == Tag::pron;
  }
  return false;
}

// ", warning that": where a participle of saying begins behind a comma; the end where none does.
std::uint32_t Contents::other_report_at(std::uint32_t from, std::uint32_t end) const {
  for (std::uint32_t i = from + 1; i < end; ++i) {
    const Token& token = article_.token(i);
    const bool warns = token.key == "warning"_key && i + 1 < context_.sentence_end(i) && article_.token(i + 1).key == "that"_key;
    const bool reports = token.form == language::Form::gerund && token.tag == Tag::verb && cues_.verb(token.lemma) != nullptr;
    if ((warns || reports) && quotation_of_[i] == none && article_.words(article_.token(i - 1).span) == ",") return i - 1;
  }
  return end;
}

// "Posters condemning the raid were put up": the clause that the participle stands in goes on at "were".
std::uint32_t Contents::clause_above_goes_on(std::uint32_t t, std::uint32_t from) const {
  constexpr int highest = 6;
  std::uint32_t first = context_.sentence_end(t);
  for (int i = 0; i < highest && article_.token(t).head != t; ++i) {
    t = article_.token(t).head;
    if (t > from && article_.token(t).tag == Tag::verb) {
      const std::uint32_t begin = t;
      for (const std::uint32_t child : article_.links.dependents(begin)) {
        const Relation r = article_.token(child).relation;
        if (child > from && (r == Relation::aux || r == Relation::aux_pass || r == Relation::cop)) first = std::min(first, child);
      }
      first = std::min(first, begin);
    }
  }
  return first;
}

// "called the ruling a mistake": somebody's judgement of a thing.
bool Contents::of_naming(std::uint32_t t, std::uint32_t thing, bool passive, Claim& claim, Range& content) const {
  if (passive) return false;
  if (const std::uint32_t name = name_given(t); name != none) {
    content = {t + 1, predicate_goes_on(t, name, facts::clause_end_by_words(article_, name))};
    bool relative = article_.token(t).relation == Relation::acl_relcl;  // "who had called it a waste, has offered none"
    for (std::uint32_t i = t; i > 0 && t - i < 3; --i) relative = relative || article_.token(i - 1).key == "who"_key;
    if (relative)
      for (std::uint32_t i = name + 1; i < content.last; ++i)
        if (article_.words(article_.token(i).span) == "," && quotation_of_[i] == none) content.last = i;
    claim.type = ClaimType::say;
    claim.rule = "claims.naming";
    return true;
  }
  const bool relative =
      article_.token(t).relation == Relation::acl_relcl && (thing == none || thing < t);  // "a ruling that he called absurd"
  if (!relative && (thing == none || thing <= t)) return false;
  Range what = relative ? Range{t + 1, t + 1} : facts::noun_phrase(article_, thing);
  if (!relative)  // "calling the raid a crime", where the tree made it the raid's
    for (const std::uint32_t child : article_.links.dependents(thing))
      if (child > thing && article_.token(child).relation == Relation::obj) what.last = std::min(what.last, subtree(article_, child).first);
  const std::uint32_t next = what.last;
  if (what.first <= t || next + 1 >= context_.sentence_end(t) || article_.mentions.time_of[next] != none) return false;
  const Tag tag = article_.token(next).tag;
  if (tag != Tag::det && tag != Tag::adj && !context_.is_quote_mark(next)) return false;
  content = {what.first, predicate_goes_on(t, next, facts::clause_end_by_words(article_, next))};
  claim.type = ClaimType::say;
  claim.rule = "claims.naming";
  return true;
}

// "called the vote in favour of the war a mistake", "called half of them “cowards”": where a thing's name begins, by the words; none
// where what is called has none.
std::uint32_t Contents::name_given(std::uint32_t t) const {
  constexpr std::uint32_t longest = 16;
  const std::uint32_t end = context_.sentence_end(t);
  if (t + 3 >= end || quotation_of_[t] != none) return none;
  for (std::uint32_t i = t + 1; i < end && i < t + longest; ++i) {
    const Token& token = article_.token(i);
    const Token& before = article_.token(i - 1);
    const bool chosen = i > t + 3 && before.tag == Tag::verb && article_.token(i - 2).key == "to"_key;
    const bool thing = before.tag == Tag::noun || before.tag == Tag::propn || before.tag == Tag::pron || chosen;
    const bool named = i > t + 1 && thing && article_.mentions.time_of[i] == none;
    const bool open_quote = context_.is_quote_mark(i) && i + 1 < end && quotation_of_[i + 1] != none && quotation_of_[i - 1] == none;
    if (named && (open_quote || token.key == "a"_key || token.key == "an"_key)) return i;
    // "called the choice not to sign “a mistake”": what the noun is for
    const bool to_do = token.tag == Tag::verb && token.form == language::Form::base && before.key == "to"_key;
    if (to_do && i > t + 2) continue;
    // "called the charge unfounded"
    if (named && token.tag == Tag::verb && token.form == language::Form::past_participle &&
        text::folded(article_.words(token.span)).starts_with("un"))
      return i;
    const bool inside = token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::det || token.tag == Tag::adj ||
                        token.tag == Tag::num || token.tag == Tag::part || token.tag == Tag::pron || token.tag == Tag::cconj ||
                        token.tag == Tag::adp;
    if (!inside || (i == t + 1 && token.tag == Tag::adp)) return none;
  }
  return none;
}

// "claimed responsibility for the bombing": the content is the bombing.
bool Contents::of_responsibility(std::uint32_t t, std::uint32_t addressee, const Cue& cue, Claim& claim, Range& content) const {
  if (cue.type != ClaimType::claim) return false;
  std::uint32_t word = addressee;
  if (word == none || article_.token(word).lemma != "responsibility"_key)
    for (word = t + 1; word < context_.sentence_end(t) && word < t + 4 && article_.token(word).lemma != "responsibility"_key;) ++word;
  if (word >= context_.sentence_end(t) || article_.token(word).lemma != "responsibility"_key) return false;
  claim.rule = "claims.responsibility";
  for (std::uint32_t i = word + 1; i + 1 < context_.sentence_end(t) && i < word + 12; ++i) {
    if (article_.token(i).key != "for"_key) continue;
    content = {i + 1, facts::clause_end_by_words(article_, i)};
    return !content.empty();
  }
  content = {t, word + 1};
  return true;
}

bool Contents::of_call(std::uint32_t t, Claim& claim, Range& content) const {
  const std::uint32_t end = context_.sentence_end(t);
  const std::uint32_t at = facts::past_time(article_, t + 1);  // "called on Friday for"
  if (at >= end) return false;
  const text::Key preposition = article_.token(at).key;
  if (preposition != "for"_key && preposition != "on"_key && preposition != "upon"_key) return false;
  if (at + 1 >= end || article_.token(at + 1).tag == Tag::punct) return false;  // "which he called for, would help"
  content = subtree(article_, t);
  content.first = at + 1;
  content.last = facts::report_behind(article_, at + 1, std::min(content.last, circumstances_begin(t, at + 2)));
  content.last = std::max(std::min(content.last, end_of_report(t, at + 2)), at + 2);
  if (const std::uint32_t but = but_begins(at, content.last); context_.has_finite_verb({but, content.last})) content.last = but;
  content.last = facts::before_joined_clause(article_, t, at + 1, content.last);
  content.last = predicate_goes_on(t, at + 1, content.last);  // "called for a wall and promised money"
  if (preposition != "for"_key) {
    bool to = false;
    for (std::uint32_t i = content.first; i < content.last; ++i) to = to || article_.token(i).key == "to"_key;
    if (!to) return false;
  }
  claim.rule = "claims.call_for";
  return !content.empty();
}

// When and where it was said ("in a statement on Thursday") is not what was said.
std::uint32_t Contents::circumstances_begin(std::uint32_t t, std::uint32_t from) const {
  static constexpr std::array occasions = {"statement"_key, "interview"_key, "letter"_key,  "speech"_key,     "message"_key, "tweet"_key,
                                           "meeting"_key,   "press"_key,     "address"_key, "conference"_key, "report"_key,  "post"_key};
  for (const std::uint32_t child : article_.links.dependents(t)) {
    const Token& token = article_.token(child);
    if (child < from || (token.relation != Relation::obl && token.relation != Relation::obl_time)) continue;
    const bool occasion = std::find(occasions.begin(), occasions.end(), token.lemma) != occasions.end();
    const std::uint32_t first = subtree(article_, child).first;
    if ((occasion || article_.mentions.time_of[child] != none) && first >= from) return first;
  }
  return context_.sentence_end(t);
}

}  // namespace khabar::claims
