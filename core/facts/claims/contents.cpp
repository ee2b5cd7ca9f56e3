#include "facts/claims/contents.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

namespace {

bool is_relative(text::Key key) { return key == "who"_key || key == "which"_key || key == "where"_key || key == "whose"_key; }

// Conjunctions that say when or why something was said, not what.
bool is_circumstance(text::Key mark) {
  return mark == "when"_key || mark == "after"_key || mark == "before"_key || mark == "as"_key || mark == "while"_key ||
         mark == "since"_key || mark == "because"_key || mark == "until"_key || mark == "although"_key || mark == "though"_key;
}

bool is_objective(text::Key key) {
  return key == "him"_key || key == "them"_key || key == "me"_key || key == "us"_key || key == "themselves"_key || key == "himself"_key;
}

}  // namespace

bool Contents::around(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, Range& content) const {
  if ((cue.frames & clause) == 0 || speaker == none || speaker > t || quotation_of_[t] != none) return false;
  const language::Sentence& sentence = context_.sentence_of(t);
  const auto is_mark = [&](std::uint32_t i, std::string_view mark) { return article_.words(article_.token(i).span) == mark; };
  const std::uint32_t begin = facts::noun_phrase(article_, speaker).first;
  const std::uint32_t after = facts::past_time(article_, t + 1);
  if (begin < sentence.first + 2 || begin > speaker || after + 1 >= sentence.last) return false;
  if (!is_mark(begin - 1, ",") || quotation_of_[begin - 2] != none) return false;
  std::uint32_t first = sentence.first;
  for (std::uint32_t i = sentence.first; i + 1 < begin; ++i)
    if (quotation_of_[i] == none && (is_mark(i, ";") || is_mark(i, ":"))) first = i + 1;
  const Range ahead{first, begin - 1};
  if (ahead.empty()) return false;
  if (is_mark(after, ";")) {  // "the road was open, he said; the others had fled"
    if (!context_.has_finite_verb(ahead)) return false;
    content = ahead;
    claim.rule = "claims.final";
    return true;
  }
  if (!is_mark(after, ",")) return false;
  if (context_.has_finite_verb(ahead)) {
    // "Though it was late, he said, the others stayed", "The pier leaked, he said, because nobody mended it"
    const bool goes_on = article_.token(ahead.first).tag == Tag::sconj ? context_.has_finite_verb({after, sentence.last})
                                                                       : subordinate_clause_at(after + 1, sentence.last);
    if (!goes_on) return false;
    content = {first, end_of_report(t, after + 1)};
    claim.rule = "claims.around";
    return true;
  }
  std::uint32_t verb = after + 1;
  while (verb + 1 < sentence.last && article_.token(verb).tag == Tag::adv) ++verb;
  const Token& goes_on = article_.token(verb);
  const bool finite = goes_on.tag == Tag::aux ||
                      (goes_on.tag == Tag::verb && (goes_on.form == language::Form::past || goes_on.form == language::Form::present));
  if (!finite) return false;
  content = {first, end_of_report(t, verb)};
  claim.rule = "claims.around";
  return true;
}

bool Contents::before(Range before, const Cue& cue, Claim& claim, Range& content) const {
  before = context_.past_semicolon(before);
  if (before.empty() || (cue.frames & clause) == 0 || !context_.has_finite_verb(before)) return false;
  content = before;
  claim.rule = "claims.final";
  return true;
}

// Verbs that have nobody addressed right after them: "said the courts had", where the tree cuts off the subject.
bool Contents::is_plain_speech(std::uint32_t t) const {
  const text::Key lemma = article_.token(t).lemma;
  return lemma == "say"_key || lemma == "add"_key || lemma == "argue"_key || lemma == "claim"_key || lemma == "insist"_key ||
         lemma == "note"_key || lemma == "believe"_key || lemma == "think"_key || lemma == "hope"_key || lemma == "explain"_key;
}

// "We are ready," a clerk of the court, Lena Brandt, said: what begins within a quotation and runs past it is the quotation.
Range Contents::within_quotation(Range range, Claim& claim) const {
  if (range.empty()) return range;
  std::uint32_t first = range.first;
  if (context_.is_quote_mark(first) && first + 1 < range.last) ++first;
  const std::uint32_t quotation = quotation_of_[first];
  if (quotation == none) return range;
  const Range words = context_.quotations[quotation].tokens;
  if (words.first != first || words.last >= range.last) return range;
  claim.quoted = true;
  return words;
}

// "told Harbour Watch that it was closed": the "that" behind a name, whatever the tree made of the name.
std::uint32_t Contents::past_addressee(std::uint32_t t) const {
  constexpr std::uint32_t longest = 12;
  const text::Key lemma = article_.token(t).lemma;
  if (lemma != "tell"_key && lemma != "inform"_key && lemma != "assure"_key) return none;
  for (std::uint32_t i = t + 1; i < context_.sentence_end(t) && i <= t + longest; ++i) {
    const Token& token = article_.token(i);
    if (token.key == "that"_key && token.tag == Tag::sconj && i > t + 1) return i;
    const bool named = token.has(Token::initial_capital) || token.tag == Tag::det || token.tag == Tag::noun || token.tag == Tag::adj ||
                       token.tag == Tag::pron || token.tag == Tag::adp || token.tag == Tag::num ||
                       (token.tag == Tag::verb && token.relation == Relation::amod);  // "a delighted audience at the office"
    if (!named || context_.is_quote_mark(i)) return none;
  }
  return none;
}

// "Hours after the envoy left", "Two days before they met": no more than when somebody spoke, where what he said stands behind.
bool Contents::is_time_of_telling(Range range, std::uint32_t t) const {
  constexpr std::uint32_t near = 4;
  for (std::uint32_t i = range.first; i < range.last && i < range.first + near; ++i) {
    const text::Key key = article_.token(i).key;
    if (key != "after"_key && key != "before"_key) continue;
    const std::uint32_t next = t + 1;
    const bool behind = next + 2 < context_.sentence_end(t) && article_.mentions.time_of[next] == none &&
                        article_.token(next).tag != Tag::punct && article_.token(next).tag != Tag::adp &&
                        context_.has_finite_verb({next, context_.sentence_end(t)});
    return i > range.first && behind;
  }
  return false;
}

// said that ... / said ...: the complement clause.
bool Contents::of_clause(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, Range& content) const {
  std::uint32_t asked = none;
  for (const language::Link& link : article_.links.of(t)) {
    const bool clause_link = link.kind == LinkKind::clause && !link.inherited;
    const bool infinitive_link = link.kind == LinkKind::infinitive && !link.inherited;
    const std::uint32_t child = link.dependent;
    if (clause_link && child > t && is_circumstance(link.preposition)) continue;  // "said when she resigned"
    // "warned over the drills, which seek to": what the drills do
    if (clause_link && child > t)
      if (const std::uint32_t which = facts::linked(article_, child, LinkKind::subject);
          which != none && which > t && article_.token(which).key == "which"_key)
        continue;
    // Another sentence but for the mark.
    if (clause_link && semicolon_between(std::min(t, child), std::max(t, child))) continue;
    if (clause_link && child > t && (cue.frames & (clause | question)) != 0) {
      Range range = subtree(article_, child);
      const bool subject_apart = facts::linked(article_, child, LinkKind::subject) == none || is_plain_speech(t);  // "wished Diop would go"
      const bool pronoun = range.first == t + 2 && article_.token(t + 1).tag == Tag::pron && is_plain_speech(t);   // "adding it was ready"
      if (range.first <= t || (speaker < t && subject_apart && (pronoun || context_.is_noun_group({t + 1, range.first}))))
        range.first = t + 1;
      if (speaker != none && speaker > t && range.contains(speaker)) range.first = std::max(range.first, speaker + 1);
      content = after_that(range);
      // "said many times that": how it was said stands before "that".
      for (std::uint32_t i = content.first; i < child && i < content.first + 6; ++i)
        if (article_.token(i).key == "that"_key && article_.token(i).relation == Relation::mark && article_.token(i).head == child)
          content.first = i + 1;
      if (const std::uint32_t that = past_addressee(t); that != none) content.first = that + 1;
      // "told reporters the pact had failed": a determiner begins another noun group
      if (content.first == t + 1 && t + 2 < child && article_.token(t).lemma == "tell"_key && article_.token(t + 1).tag == Tag::noun &&
          article_.token(t + 2).tag == Tag::det)
        content.first = t + 2;
      // "said last week they had": when it was said
      if (content.first == t + 1 && is_plain_speech(t))
        while (content.first < child && article_.mentions.time_of[content.first] != none &&
               article_.mentions.time_of[content.first + 1] != none)
          ++content.first;
      if (content.first > t + 1 && content.first < child && article_.mentions.time_of[content.first] != none &&
          article_.mentions.time_of[t + 1] == article_.mentions.time_of[content.first])
        ++content.first;
      content.last = end_of_report(t, std::max(child, content.first));
      claim.rule = "claims.clause";
      // "asked whether they had left": a question
      const text::Key first = content.empty() ? text::Key{0} : article_.token(content.first).key;
      if (article_.token(t).lemma == "ask"_key && (first == "whether"_key || first == "if"_key || first == "why"_key ||
                                                   first == "how"_key || first == "what"_key || first == "when"_key || first == "who"_key))
        claim.type = ClaimType::say;
      return !content.empty();
    }
    // "the raid, which survivors blamed on them", "while he called on them": neither says what stands before.
    const bool says_before = (cue.frames & (clause | quotation)) != 0 && article_.token(t).relation != Relation::acl_relcl;
    if (clause_link && child < t && says_before && !context_.is_followed_by_that(t)) {  // "The blast killed five, police said."
      if (is_circumstance(link.preposition)) continue;                                  // "While they wait, a report reveals a rise"
      // "distrusts him because he said so": the reason
      const std::uint32_t why = facts::dependent(article_, t, Relation::mark);
      if (why != none && why < t && child < why && is_circumstance(article_.token(why).key)) continue;
      Range range = subtree(article_, child, std::array{t});
      if (range.last > t) range.last = t;
      if (speaker != none && speaker < t) range.last = std::min(range.last, facts::noun_phrase(article_, speaker).first);
      // "Hours after she left, Chile said it would pay": when
      if (is_time_of_telling(range, t)) continue;
      // "In a statement read on the radio it said": how, not what.
      const bool how =
          !range.empty() && article_.token(range.first).tag == Tag::adp && facts::linked(article_, child, LinkKind::subject) == none;
      if (how) continue;
      range.last = before_joined_speakers(range);
      content = within_quotation(context_.past_semicolon(range), claim);
      claim.rule = "claims.clause";
      return !content.empty();
    }
    // urged "all owners" to leave: a noun is nothing to do
    if (infinitive_link && child > t && (article_.token(child).tag == Tag::noun || article_.token(child).tag == Tag::propn)) {
      asked = child;
      continue;
    }
    // "told the Watch that it was late": no order
    if (infinitive_link && article_.token(t).lemma == "tell"_key && !article_.links.verb_group(child).infinitive) continue;
    // "encouraged smuggling", "asked those living there": nothing to do
    if (infinitive_link && (cue.frames & somebody_to) != 0 && article_.token(child).form == language::Form::gerund) continue;
    // "asked not to be named": how one speaks to the press
    const text::Key done = article_.token(child).lemma;
    if (infinitive_link && article_.links.verb_group(child).negated &&
        (done == "name"_key || done == "identify"_key || done == "quote"_key))
      continue;
    const bool relative = article_.token(t).relation == Relation::acl || article_.token(t).relation == Relation::acl_relcl;
    if (infinitive_link && !relative && child > t && (cue.frames & (infinitive | somebody_to)) != 0) {
      Range range = subtree(article_, child);
      if (range.first <= t) range.first = t + 1;
      std::uint32_t who = linked(article_, t, LinkKind::object);
      if (who == none) who = asked;
      if ((cue.frames & somebody_to) != 0 && who != none && who > t && who < child) range.first = facts::noun_phrase(article_, who).first;
      range.last = std::max(range.last, std::min(facts::clause_end_by_words(article_, child), end_of_report(t, child)));
      range.last = predicate_goes_on(t, child, but_begins(child, range.last));
      range.last = facts::before_joined_clause(article_, t, child, range.last);
      if (const std::uint32_t mark = facts::semicolon_in(article_, child, range.last); mark != none && quotation_of_[mark] == none)
        range.last = mark;
      for (std::uint32_t i = child + 1; i < range.last; ++i)  // "to keep quiet: the road was long"
        if (quotation_of_[i] == none && article_.words(article_.token(i).span) == ":") range.last = i;
      content = range;
      claim.rule = (cue.frames & somebody_to) != 0 ? "claims.somebody_to" : "claims.infinitive";
      if (article_.token(t).lemma == "tell"_key) claim.type = ClaimType::demand;  // "told them to leave"
      return !content.empty();
    }
  }
  return false;
}

// "said on Monday that ...", "told reporters that ..." where the parser saw no clause: from "that" on; or, right after the verb,
// a subject with a finite verb of its own.
bool Contents::after_that_word(std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim, Range& content) const {
  if ((cue.frames & clause) == 0) return false;
  // "regions that it claims, a demand that Togo rejects": what it claims stands before it.
  if (article_.token(t).relation == Relation::acl_relcl)
    if (const std::uint32_t before = facts::dependent(article_, t, Relation::obj); before != none && before < t) return false;
  std::uint32_t end = context_.sentence_end(t);
  if (article_.token(t).relation == Relation::advcl && article_.token(t).head > t)
    end = std::min(end, std::max(subtree(article_, t).last, t + 1));
  if (const std::uint32_t that = past_addressee(t); that != none) {
    content = {that + 1, end_of_report(t, that + 1)};
    claim.rule = "claims.that";
    return !content.empty();
  }
  bool joined = false;
  for (std::uint32_t i = t + 1; i < end && i < t + 14; ++i) {
    const Token& token = article_.token(i);
    if (token.key == "that"_key && token.relation == Relation::det) continue;  // "rejected that plan"
    // "warned the crew of drones that had strayed": which drones
    if (token.key == "that"_key && i > t + 1 && i + 1 < end && article_.token(i - 1).tag == Tag::noun &&
        (article_.token(i + 1).tag == Tag::aux ||
         (article_.token(i + 1).tag == Tag::verb && article_.token(i + 1).form != language::Form::gerund)))
      break;
    const std::uint32_t above = token.head;  // "responded to the plots that they had seen": which plots
    const bool relative = token.key == "that"_key && (article_.token(i - 1).tag == Tag::noun || article_.token(i - 1).tag == Tag::propn) &&
                          article_.token(above).relation == Relation::acl_relcl && article_.token(above).head == i - 1;
    if (relative && (article_.token(t).lemma == "respond"_key || article_.token(t).lemma == "object"_key)) break;
    if (token.key == "that"_key && article_.token(i - 1).tag == Tag::cconj) break;  // "said that he held the road and that": another's
    if (token.key == "that"_key && i + 2 < end && context_.has_finite_verb({i + 1, token.tag != Tag::det ? end : std::min(end, i + 9)})) {
      content = {i + 1, std::min(end, end_of_report(t, i + 1))};
      claim.rule = "claims.that";
      return true;
    }
    if (token.tag == Tag::verb || quotation_of_[i] != quotation_of_[t]) break;
    joined = joined || token.tag == Tag::cconj;
    if (joined && token.tag == Tag::aux) break;  // "proposed this, and my view is that"
  }
  if (speaker == none || speaker > t) return false;
  // "officials briefing the Council called on Oman": what they did, not what they told it
  if (article_.token(t).relation == Relation::acl && article_.token(t).form == language::Form::gerund) return false;
  return bare_clause(t, end, claim, content) || rest_of_sentence(t, end, claim, content);
}

// "said parents who adopt would be paid", "believes his efforts to mend it will last": what no tree makes a clause of, where a noun group
// follows a verb that is said of nothing else, and a finite verb that.
bool Contents::rest_of_sentence(std::uint32_t t, std::uint32_t end, Claim& claim, Range& content) const {
  constexpr std::uint32_t reach = 40;
  if (!is_plain_speech(t) || t + 4 >= end || quotation_of_[t] != none) return false;
  const language::Form form = article_.token(t).form;
  if (form != language::Form::past && form != language::Form::present && form != language::Form::past_participle) return false;
  const Token& next = article_.token(t + 1);
  const bool noun_group = next.tag == Tag::det || next.tag == Tag::noun || next.tag == Tag::propn || next.tag == Tag::adj ||
                          next.tag == Tag::num || (next.tag == Tag::pron && !is_objective(next.key));
  if (!noun_group || article_.mentions.time_of[t + 1] != none) return false;
  for (std::uint32_t i = t + 2; i < end && i < t + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct && article_.words(token.span) != "," && !context_.is_quote_mark(i) && article_.words(token.span) != "-")
      return false;
    if (token.tag == Tag::sconj) return false;  // "claimed nine lives while others have"
    const bool modal = token.tag == Tag::aux && token.form == language::Form::modal;
    const bool finite = token.tag == Tag::aux && (token.form == language::Form::past || token.form == language::Form::present);
    if (!modal && !finite) continue;
    content = {t + 1, end_of_report(t, i)};
    claim.rule = "claims.rest";
    return true;
  }
  return false;
}

// "told reporters on Friday the ships were late", "told the clerk he had paid": where what is said begins, past who is told, where the
// finite verb's own subject stands apart.
std::uint32_t Contents::past_listener(std::uint32_t t, std::uint32_t finite) const {
  if (article_.token(t).lemma != "tell"_key && article_.token(t).lemma != "inform"_key) return t + 1;
  if (finite > t + 2 && article_.token(finite - 1).tag == Tag::pron) return finite - 1;
  const std::uint32_t verb = article_.token(finite).tag == Tag::aux ? article_.token(finite).head : finite;
  std::uint32_t subject = facts::linked(article_, verb, LinkKind::subject);
  if (subject == none) subject = facts::linked(article_, verb, LinkKind::passive_subject);
  if (subject == none || subject <= t + 1 || subject >= finite) return t + 1;
  const std::uint32_t first = facts::noun_phrase(article_, subject).first;
  return first > t + 1 && first <= subject ? first : t + 1;
}

// "said the attackers had fled", "said the fighting surrounding the town had ended": a noun group and, soon after, a finite verb.
bool Contents::bare_clause(std::uint32_t t, std::uint32_t end, Claim& claim, Range& content) const {
  constexpr std::uint32_t reach = 16;
  bool subject = false, in_relative = false;
  const bool attributed = t + 3 < end && article_.words(article_.token(t + 1).span) == "," && article_.token(t + 2).tag == Tag::pron &&
                          article_.token(t + 3).tag == Tag::verb && cues_.verb(article_.token(t + 3).lemma) != nullptr;
  if (attributed) return false;  // "Oman agreed, he said"
  for (std::uint32_t i = t + 1; i < end && i < t + reach; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::punct && article_.words(token.span) != ",") return false;
    if (token.tag == Tag::adp && !subject) return false;
    // "recalled its envoy after ...": when it did so.
    const bool when = token.key == "after"_key || token.key == "before"_key || token.key == "when"_key || token.key == "since"_key;
    if (when && !is_plain_speech(t)) return false;
    // "saying anybody who complains is asleep": the verb after the relative clause
    if (subject && !in_relative && token.key == "who"_key && is_plain_speech(t) && article_.words(article_.token(i - 1).span) != ",") {
      in_relative = true;
      continue;
    }
    // What has a finite verb of its own: "... the plan, which", "... the case after", "... and warned".
    if (token.tag == Tag::sconj || token.tag == Tag::cconj || is_relative(token.key)) return false;
    if (token.tag == Tag::pron && is_objective(token.key)) return false;
    if (token.key == "that"_key && subject) return false;  // "warned the crew of drones that had strayed"
    if (token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron || token.tag == Tag::num) subject = true;
    const bool finite =
        token.tag == Tag::aux || (token.tag == Tag::verb && (token.form == language::Form::past || token.form == language::Form::present));
    if (subject && finite && article_.words(article_.token(i - 1).span) == ",") return false;  // "to explain it, did not speak"
    if (finite && in_relative) {
      in_relative = false;
      // its own auxiliaries and objects
      while (i + 1 < end && article_.token(i).tag == Tag::aux && article_.token(i + 1).tag == Tag::verb) ++i;
      continue;
    }
    if (subject && finite) {
      content = {past_listener(t, i), end_of_report(t, i)};
      claim.rule = "claims.bare_clause";
      return true;
    }
    const bool participle =
        token.tag == Tag::verb && subject && (token.form == language::Form::gerund || token.form == language::Form::past_participle);
    if (token.tag == Tag::verb && !participle) return false;
  }
  return false;
}

Range Contents::after_that(Range range) const {
  while (!range.empty() && (article_.token(range.first).key == "that"_key || article_.token(range.first).tag == Tag::punct)) ++range.first;
  return range;
}

// Does it say something else: "As he spoke, she highlighted the message"?
bool Contents::has_own_content(std::uint32_t t) const {
  const auto links = article_.links.of(t);
  return std::any_of(links.begin(), links.end(), [&](const language::Link& link) {
    return link.dependent > t && !link.inherited && article_.mentions.time_of[link.dependent] == none &&
           (link.kind == LinkKind::object || link.kind == LinkKind::clause || link.kind == LinkKind::infinitive);
  });
}

// "The toll has risen, police said, and may rise further.": the verb hangs below its own content.
bool Contents::of_parataxis(const language::Sentence& sentence, std::uint32_t t, std::uint32_t speaker, const Cue& cue, Claim& claim,
                            Range& content) const {
  const Token& token = article_.token(t);
  if ((cue.frames & (clause | quotation)) == 0 || speaker == none || has_own_content(t)) return false;
  const Range aside = subtree(article_, t);
  const bool apart = semicolon_between(std::min(t, token.head), std::max(t, token.head));  // "they fled; Oman said they had not"
  if (token.relation == Relation::parataxis && token.head != t && !apart) {
    const Range range = subtree(article_, token.head, std::array{t});
    if (range.first < aside.first) {
      content = {range.first, std::min(range.last, aside.first)};
      if (range.last > aside.last) content.last = range.last;
      claim.rule = "claims.parataxis";
      return true;
    }
  }
  // "..., police said." where the parser saw no link: the words before the speaker up to the sentence's beginning.
  const std::uint32_t first = std::min(t, facts::noun_phrase(article_, speaker).first);
  const bool comma_before = first > sentence.first && article_.words(article_.token(first - 1).span) == ",";
  bool alone = article_.token(sentence.first).tag == Tag::sconj;  // "While Oman has paid, it asks for time": no more than when
  for (std::uint32_t i = sentence.first; i + 1 < first && alone; ++i) alone = article_.words(article_.token(i).span) != ",";
  if (alone) return false;
  if (comma_before && first - sentence.first >= 4 && aside.last + 2 >= sentence.last && quotation_of_[t] == none) {
    content = {sentence.first, first};
    claim.rule = "claims.parataxis";
    return true;
  }
  return false;
}

}  // namespace khabar::claims
