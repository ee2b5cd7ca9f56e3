// Repairs around verbs of speech: what is said, and who says it.
#include "language/clause_repairs.h"

namespace khabar::language {

using namespace text::literals;

// "said in a letter that no ship would sail", "told the agency that ships would sail", "claims in the press that ships sail": what is
// said is no relative clause of the noun before it.
void ClauseRepairs::what_is_said(std::uint32_t t) {
  static constexpr std::array verbs = {"say"_key,       "tell"_key,      "warn"_key,    "add"_key,     "argue"_key,
                                       "insist"_key,    "announce"_key,  "claim"_key,   "declare"_key, "note"_key,
                                       "stress"_key,    "state"_key,     "report"_key,  "inform"_key,  "assure"_key,
                                       "remind"_key,    "write"_key,     "testify"_key, "allege"_key,  "confirm"_key,
                                       "reiterate"_key, "recommend"_key, "propose"_key, "suggest"_key, "demand"_key};
  static constexpr std::array nouns = {"claim"_key,  "allegation"_key, "report"_key,  "statement"_key, "accusation"_key, "suggestion"_key,
                                       "rumour"_key, "rumor"_key,      "warning"_key, "assertion"_key, "complaint"_key,  "fear"_key};
  const std::uint32_t noun = head(t);
  if (noun + 2 >= t || tokens_[noun + 1].key != "that"_key || tokens_[noun].tag == Tag::pron) return;
  bool subject = false;
  for (std::uint32_t i = noun + 2; i < t; ++i) subject = subject || (head(i) == t && is_subject(tokens_[i]));
  if (!subject || head(noun + 1) != t) return;
  const std::uint32_t above = head(noun);
  if (above >= noun) return;
  const Relation place = tokens_[noun].relation;
  const bool speech = tokens_[above].tag == Tag::verb && std::find(verbs.begin(), verbs.end(), tokens_[above].lemma) != verbs.end();
  if (speech && (place == Relation::obl || place == Relation::obj || place == Relation::iobj)) {
    bool prepositional = false;
    for (std::uint32_t i = above + 1; i < tokens_.size(); ++i) {
      if (head(i) == noun && tokens_[i].relation == Relation::case_) prepositional = true;
      if (head(i) != above || i == noun) continue;
      const Relation r = tokens_[i].relation;
      if (r == Relation::ccomp || r == Relation::xcomp || (r == Relation::obj && tokens_[above].lemma != "tell"_key)) return;
    }
    const bool addressed = tokens_[above].lemma == "tell"_key || tokens_[above].lemma == "inform"_key ||
                           tokens_[above].lemma == "assure"_key || tokens_[above].lemma == "remind"_key ||
                           tokens_[above].lemma == "warn"_key;
    if (!prepositional && !addressed) return;
    if (prepositional && place == Relation::obj) hang(noun, above, Relation::obl);
    hang(t, above, Relation::ccomp);
  } else if (place == Relation::nmod && std::find(nouns.begin(), nouns.end(), tokens_[above].lemma) != nouns.end()) {
    hang(t, above, Relation::acl);
  } else {
    return;
  }
  tokens_[noun + 1].tag = Tag::sconj;
  hang(noun + 1, t, Relation::mark);
}

// Where the noun group before and with the word begins, at most so many words back: "two security officials".
std::uint32_t ClauseRepairs::begin_of_group(std::uint32_t last, std::uint32_t longest) const {
  auto is_inside = [&](std::uint32_t i) {
    const Tag tag = tokens_[i].tag;
    return is_name_or_noun(tokens_[i]) || tag == Tag::adj || tag == Tag::det || tag == Tag::num || is_hyphen(i);
  };
  std::uint32_t first = last;
  while (first > 0 && last - first < longest && is_inside(first - 1)) --first;
  return first;
}

// "They burned six shops, police and residents said", "police and residents have told Volta News": who speaks is no more of what burned.
// The words between the comma and the verb are two short noun groups and what joins them, and nothing but a day, or who is told, follows.
void ClauseRepairs::speakers_behind(std::uint32_t verb) {
  static constexpr std::array verbs = {"say"_key,    "add"_key,     "report"_key,   "claim"_key,
                                       "recall"_key, "confirm"_key, "announce"_key, "tell"_key};
  constexpr std::uint32_t longest = 6;
  if (verb < 4 || std::find(verbs.begin(), verbs.end(), tokens_[verb].lemma) == verbs.end()) return;
  std::uint32_t next = verb + 1;
  if (tokens_[verb].lemma == "tell"_key)
    while (next < tokens_.size() && next < verb + longest && (is_name_or_noun(tokens_[next]) || tokens_[next].tag == Tag::det)) ++next;
  if (next < tokens_.size() && tokens_[next].tag != Tag::punct && !is_day(tokens_[next].key) && tokens_[next].key != "on"_key) return;
  std::uint32_t second = verb - 1;
  while (second > 4 && tokens_[second].tag == Tag::aux) --second;
  if (second + 1 == verb ? !is_finite(tokens_[verb]) : tokens_[verb].form != Form::past_participle) return;
  if (!is_name_or_noun(tokens_[second])) return;
  const std::uint32_t from_second = begin_of_group(second, longest);
  if (from_second < 3 || tokens_[from_second - 1].key != "and"_key) return;
  const std::uint32_t conjunction = from_second - 1, first = conjunction - 1;
  if (!is_name_or_noun(tokens_[first])) return;
  const std::uint32_t from_first = begin_of_group(first, longest);
  if (from_first < 2 || !is_comma(from_first - 1)) return;
  if (tokens_[first].tag == Tag::noun && tokens_[first].form == Form::singular && tokens_[from_first].tag != Tag::det)
    return;                      // "army and police sources"
  std::uint32_t content = none;  // its verb
  for (std::uint32_t i = 0; i < from_first && content == none; ++i)
    if (is_finite(tokens_[i]) && (head(i) == verb || other_subject(i, none) != none)) content = i;
  if (content == none) return;
  std::uint32_t top = content;  // what is told hangs on who tells it
  for (std::uint32_t i = 0; i < tokens_.size() && head(top) != top && head(top) != verb; ++i) top = head(top);
  if (top != verb && is_under(verb, top)) {
    hang(verb, head(top) == top ? verb : head(top), tokens_[top].relation);
    hang(top, verb, Relation::ccomp);
  }
  if (head(first) == verb && is_subject(tokens_[first])) return;
  const auto gather = [&](std::uint32_t from, std::uint32_t noun) {
    for (std::uint32_t i = from; i < noun; ++i)
      if (head(i) < from || head(i) > noun) hang(i, noun, is_name_or_noun(tokens_[i]) ? Relation::compound : tokens_[i].relation);
  };
  gather(from_first, first);
  gather(from_second, second);
  hang(first, verb, Relation::nsubj);
  hang(second, first, Relation::conj);
  hang(conjunction, second, Relation::cc);
  hang(from_first - 1, verb, Relation::punct);
  const bool alone = other_subject(content, none) == none;
  for (std::uint32_t i = 0; i + 1 < from_first; ++i) {
    if (head(i) >= from_first && head(i) < verb) hang(i, verb, tokens_[i].relation);  // what had hung on either
    if (alone && i < content && head(i) == verb && is_subject(tokens_[i])) hang(i, content, tokens_[i].relation);  // who did what is told
  }
}

// "..., wounding three children, medics at a hospital said": no third one hurt; who says it stands past the comma
void ClauseRepairs::speaker_at_end(std::uint32_t t) {
  constexpr std::uint32_t reach = 8;
  const std::uint32_t verb = head(t);
  const Key lemma = tokens_[verb].lemma;
  if (verb < t || verb > t + 3 || (lemma != "say"_key && lemma != "tell"_key && lemma != "report"_key)) return;
  const std::uint32_t first = begin_of_group(t, reach);
  if (first < 3 || tokens_[first - 1].tag != Tag::adp) return;
  const std::uint32_t preposition = first - 1, speaker = first - 2;
  if (tokens_[speaker].tag != Tag::noun || tokens_[speaker].relation != Relation::conj || head(speaker) > speaker) return;
  const std::uint32_t comma = begin_of_group(speaker, reach);
  if (comma == 0 || !is_comma(comma - 1) || head(speaker) >= comma) return;
  hang(speaker, verb, Relation::nsubj);
  hang(t, speaker, Relation::nmod);
  hang(preposition, t, Relation::case_);
  for (std::uint32_t i = first; i < t; ++i)
    if (head(i) < first || head(i) > t) hang(i, t, Relation::compound);
}

// "Rebels killed at least 12 people in raids, officials told reporters": who tells it is another subject, past a comma
void ClauseRepairs::told_afterwards(std::uint32_t t) {
  const Token& token = tokens_[t];
  const std::uint32_t subject = head(t), verb = head(subject);
  if ((token.form != Form::past && token.form != Form::past_participle) || subject + 1 != t || tokens_[subject].relation != Relation::nsubj)
    return;
  constexpr std::uint32_t reach = 64;
  const Key lemma = tokens_[verb].lemma;
  if (verb < t || verb > t + reach ||
      (lemma != "say"_key && lemma != "tell"_key && lemma != "report"_key && lemma != "announce"_key && lemma != "confirm"_key))
    return;
  bool object = false, other = false;
  std::uint32_t comma = none;
  for (std::uint32_t i = t + 1; i < verb; ++i) {
    object = object || (head(i) == t && tokens_[i].relation == Relation::obj && is_name_or_noun(tokens_[i]));
    if (is_comma(i)) comma = i;
    other = other || (comma != none && i > comma && head(i) == verb && tokens_[i].relation == Relation::nsubj);
  }
  if (!object || !other) return;
  tokens_[t].form = Form::past;
  hang(subject, t, Relation::nsubj);
  hang(t, verb, Relation::ccomp);
}

// "said that its men had left and denied burning it": who says so denies it, where the tenses tell the two apart.
void ClauseRepairs::said_and_denied(std::uint32_t t) {
  static constexpr std::array says = {"say"_key, "tell"_key, "add"_key, "announce"_key, "claim"_key, "insist"_key, "confirm"_key};
  static constexpr std::array verbs = {"deny"_key,  "accuse"_key, "warn"_key,   "condemn"_key,  "urge"_key,    "vow"_key,
                                       "blame"_key, "reject"_key, "insist"_key, "denounce"_key, "dismiss"_key, "pledge"_key};
  const std::uint32_t first = head(t), verb = head(first);
  if (first >= t || verb >= first || tokens_[first].relation != Relation::ccomp || tokens_[t].form != Form::past) return;
  if (tokens_[first].form != Form::past_participle && tokens_[first].form != Form::base) return;
  if (std::find(says.begin(), says.end(), tokens_[verb].lemma) == says.end() || tokens_[verb].form != Form::past) return;
  if (std::find(verbs.begin(), verbs.end(), tokens_[t].lemma) == verbs.end() || other_subject(t, none) != none) return;
  hang(t, verb, Relation::conj);
}

// "Rumours that Togo had expelled the envoy proved false": the clause says what was rumoured, for its verb has its object; and the verb
// behind it is the rumours'.
void ClauseRepairs::rumour_that(std::uint32_t that) {
  static constexpr std::array told = {"rumour"_key,      "rumor"_key,  "report"_key,  "claim"_key,  "allegation"_key,
                                      "suspicion"_key,   "fear"_key,   "news"_key,    "charge"_key, "accusation"_key,
                                      "speculation"_key, "belief"_key, "warning"_key, "denial"_key, "theory"_key,
                                      "myth"_key,        "hoax"_key,   "lie"_key,     "legend"_key, "notion"_key};
  if (that == 0 || that + 3 >= tokens_.size() || tokens_[that - 1].tag != Tag::noun) return;
  const std::uint32_t noun = that - 1, verb = head(that);
  if (std::find(told.begin(), told.end(), tokens_[noun].lemma) == told.end() || verb <= that) return;
  std::uint32_t object = none;
  bool subject = false;
  for (std::uint32_t i = that + 1; i < tokens_.size(); ++i) {
    if (head(i) != verb) continue;
    if (tokens_[i].relation == Relation::obj) object = i;
    subject = subject || is_subject(tokens_[i]);
  }
  if (!subject) return;
  if (tokens_[that].relation == Relation::mark) return rumour_beside(noun, verb);
  if (object == none || tokens_[verb].relation != Relation::acl_relcl) return;
  hang(that, verb, Relation::mark);
  tokens_[that].tag = Tag::sconj;
  hang(verb, noun, Relation::acl);
  const std::uint32_t main = object + 1;
  if (main + 1 >= tokens_.size() || head(noun) != noun || head(main) != object || tokens_[main].relation != Relation::acl) return;
  if (tokens_[main].tag != Tag::verb || !is_finite(tokens_[main])) return;
  hang(main, main, Relation::root);
  hang(noun, main, Relation::nsubj);
}

// "Repeated the myth that Togo had sunk it", "the myth that Togo sank the ship is old": the clause is the myth's; what was made of the
// clause's object and of the main verb below it is put right.
void ClauseRepairs::rumour_beside(std::uint32_t noun, std::uint32_t verb) {
  if (tokens_[noun].form == Form::plural) return;  // "Togo claims that": a verb, whatever it was taken for
  if (head(verb) == noun && tokens_[verb].relation == Relation::acl_relcl) return hang(verb, noun, Relation::acl);
  const bool told = tokens_[noun].relation == Relation::obj && head(noun) == head(verb) && tokens_[verb].relation == Relation::ccomp;
  if (told) return hang(verb, noun, Relation::acl);
  if (head(noun) != verb || head(verb) != verb || !is_subject(tokens_[noun])) return;
  for (std::uint32_t object = verb + 1; object < tokens_.size(); ++object) {
    const std::uint32_t main = head(object);
    if (main <= object || head(main) != verb || !is_subject(tokens_[object])) continue;
    hang(main, main, Relation::root);
    hang(noun, main, Relation::nsubj);
    hang(object, verb, Relation::obj);
    return hang(verb, noun, Relation::acl);
  }
}

// "He proposed that Oman leave, diplomats said": what stands behind "that" is what he proposed.
void ClauseRepairs::proposed_that(std::uint32_t that) {
  const std::uint32_t clause = head(that), verb = that > 0 ? that - 1 : 0;
  if (verb == that || clause <= that || tokens_[verb].tag != Tag::verb || head(verb) == verb) return;
  if (head(clause) != head(verb) || head(clause) <= clause || tokens_[verb].relation != Relation::ccomp) return;
  hang(clause, verb, Relation::ccomp);
}

// "..., killing two guards, the mayor, Ana Diaz, told a radio station": he told it, and was none of those killed.
void ClauseRepairs::titled_speaker(std::uint32_t t) {
  static constexpr std::array verbs = {"say"_key, "tell"_key, "add"_key, "announce"_key, "report"_key, "confirm"_key, "write"_key};
  constexpr std::uint32_t longest = 4;
  const std::uint32_t verb = head(t);
  if (t < 5 || verb <= t || tokens_[t].relation != Relation::nsubj || tokens_[t].tag != Tag::propn || !is_comma(t - 1)) return;
  if (tokens_[verb].tag != Tag::verb || std::find(verbs.begin(), verbs.end(), tokens_[verb].lemma) == verbs.end()) return;
  const std::uint32_t title = t - 2;
  if (tokens_[title].tag != Tag::noun || head(title) >= title) return;
  const std::uint32_t first = begin_of_group(title, longest);
  if (first < 2 || tokens_[first].tag != Tag::det || !is_comma(first - 1) || head(title) >= first) return;
  for (std::uint32_t i = t + 1; i < verb; ++i)
    if (head(i) != t && !is_comma(i) && !is_under(i, t)) return;
  hang(title, verb, Relation::nsubj);
  hang(t, title, Relation::appos);
}

// "Oman announced it would send a ship": what it announced is no main clause beside it.
void ClauseRepairs::report_as_aside(std::uint32_t t) {
  static constexpr std::array verbs = {"say"_key,    "announce"_key, "claim"_key, "confirm"_key,
                                       "insist"_key, "admit"_key,    "warn"_key,  "hope"_key};
  const std::uint32_t told = head(t), who = t + 1;
  if (told <= who || !is_finite(tokens_[t]) || std::find(verbs.begin(), verbs.end(), tokens_[t].lemma) == verbs.end()) return;
  if (tokens_[who].tag != Tag::pron || head(who) != told || !is_subject(tokens_[who]) || other_subject(t, none) == none) return;
  for (std::uint32_t i = 0; i < t; ++i)
    if (head(i) == t && tokens_[i].relation == Relation::mark) return;  // "After it said it would"
  hang(t, head(told) == told ? t : head(told), tokens_[told].relation);
  hang(told, t, Relation::ccomp);
  const std::uint32_t last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (head(last) == told && tokens_[last].tag == Tag::punct) hang(last, t, Relation::punct);
}

// "denied accusations by Chad and by Togo that it had paid": theirs, and of that; nobody was denied by them.
void ClauseRepairs::by_of_noun(std::uint32_t t) {
  static constexpr std::array nouns = {"accusation"_key, "claim"_key,   "allegation"_key, "report"_key,   "charge"_key,  "call"_key,
                                       "demand"_key,     "request"_key, "statement"_key,  "proposal"_key, "attempt"_key, "suggestion"_key};
  const std::uint32_t verb = head(t);
  std::uint32_t by = t;
  while (by > verb && (tokens_[by].key != "by"_key || head(by) != t)) --by;
  if (by <= verb + 1 || by == t) return;
  const std::uint32_t noun = by - 1;
  if (head(noun) != verb || tokens_[noun].relation != Relation::obj) return;
  if (std::find(nouns.begin(), nouns.end(), tokens_[noun].lemma) == nouns.end()) return;
  hang(t, noun, Relation::nmod);
  for (std::uint32_t that = t + 1; that < tokens_.size() && that < t + 8; ++that) {
    if (tokens_[that].key != "that"_key) continue;
    const std::uint32_t clause = head(that);
    if (clause <= that || tokens_[clause].tag != Tag::verb || !is_under(clause, noun)) return;
    hang(clause, noun, Relation::acl_relcl);
    hang(that, clause, Relation::mark);
    tokens_[that].tag = Tag::sconj;
    return;
  }
}

// "told Reuters two people had died", "told the BBC her son was missing": whom it was told, and no part of what was told.
void ClauseRepairs::told_paper(std::uint32_t t) {
  static constexpr std::array papers = {"reuters"_key, "afp"_key, "ap"_key,        "cnn"_key,     "bbc"_key,  "npr"_key,
                                        "abc"_key,     "nbc"_key, "cbs"_key,       "dpa"_key,     "tass"_key, "efe"_key,
                                        "ansa"_key,    "rfi"_key, "bloomberg"_key, "politico"_key};
  constexpr std::uint32_t longest = 3, reach = 12;
  if (tokens_[t].form != Form::past && tokens_[t].form != Form::past_participle) return;
  const std::uint32_t start = t + 1, size = static_cast<std::uint32_t>(tokens_.size());
  const std::uint32_t first = start < size && tokens_[start].key == "the"_key ? start + 1 : start;
  std::uint32_t end = first;
  while (end < size && end < first + longest && tokens_[end].tag == Tag::propn) ++end;
  const bool paper = end > first && std::find(papers.begin(), papers.end(), tokens_[first].key) != papers.end();
  if (paper) end = first + 1;  // "told AFP Chad would pay"
  if (end == first || end + 1 >= size) return;
  const Tag next = tokens_[end].tag;
  const bool opens = next == Tag::det || next == Tag::num || (next == Tag::pron && tokens_[end].key != "that"_key) ||
                     (paper && (is_name_or_noun(tokens_[end]) || next == Tag::adj));
  if (!opens) return;
  const std::uint32_t name = end - 1;
  if (head(name) == t && (tokens_[name].relation == Relation::iobj || tokens_[name].relation == Relation::obj)) return;
  std::uint32_t clause = none;  // what was told
  for (std::uint32_t i = end; i < size && i < end + reach && clause == none; ++i)
    if (head(i) == t && tokens_[i].relation == Relation::ccomp) clause = i;
  if (clause == none) return;
  for (std::uint32_t i = end; i < size; ++i)
    if (head(i) >= start && head(i) < end) return;
  for (std::uint32_t i = start; i < name; ++i)
    if (head(i) < start || head(i) >= end) hang(i, name, tokens_[i].tag == Tag::det ? Relation::det : Relation::compound);
  hang(name, t, Relation::iobj);
  for (std::uint32_t i = end; i < clause; ++i)
    if (head(i) == t && (tokens_[i].relation == Relation::iobj || tokens_[i].relation == Relation::obj)) hang(i, clause, Relation::nsubj);
}

}  // namespace khabar::language
