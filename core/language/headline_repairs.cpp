#include "language/headline_repairs.h"

namespace khabar::language {

using namespace text::literals;

void HeadlineRepairs::mend_headline(std::uint32_t t) {
  const Token& token = tokens_[t];
  const Relation r = token.relation;
  const bool object = r == Relation::obj || r == Relation::expl || r == Relation::iobj;
  if (object && tokens_[head(t)].tag == Tag::num) attempt([&] { counted_noun(t); });
  if (r == Relation::ccomp) attempt([&] { verb_past_comma(t); });
  if ((r == Relation::acl || r == Relation::xcomp) && token.form == Form::past_participle) attempt([&] { what_is_told(t); });
  if (token.tag == Tag::verb && token.form == Form::past_participle) {
    attempt([&] { pair_of_headline(t); });
    attempt([&] { gerund_in_headline(t); });
    if (token.relation == Relation::acl) attempt([&] { participle_of_headline(t); });
    if (token.relation == Relation::acl) attempt([&] { outcome_of_headline(t); });
  }
  if (r == Relation::vocative || r == Relation::obl || r == Relation::dep) attempt([&] { pair_before_verb(t); });
  if (r == Relation::acl_relcl) attempt([&] { clause_past_comma(t); });
  if (token.key == "as"_key && token.relation == Relation::case_) attempt([&] { as_clause(t); });
  if (r == Relation::parataxis && token.tag == Tag::verb) attempt([&] { two_past_comma(t); });
  undergone(t);
  if (token.form == Form::base && (r == Relation::advcl || r == Relation::xcomp || r == Relation::acl)) attempt([&] { what_is_to_be(t); });
  if (token.tag == Tag::verb && token.form == Form::gerund) attempt([&] { gerund_before_verb(t); });
  if (r == Relation::vocative || r == Relation::dep) attempt([&] { pair_of_leaders(t); });
  if (token.key == "leaves"_key || token.key == "left"_key) attempt([&] { left_dead(t); });
  if (token.form == Form::base && (r == Relation::advcl || r == Relation::xcomp)) attempt([&] { infinitive_of_plot(t); });
}

// "Togo says guard killed by raiders": what is said is the clause, whether the tree hung the participle on the noun or on the saying.
void HeadlineRepairs::what_is_told(std::uint32_t t) {
  static constexpr std::array words = {"word"_key, "thing"_key, "prayer"_key, "something"_key, "nothing"_key, "line"_key, "part"_key};
  const bool on_noun = tokens_[t].relation == Relation::acl;
  constexpr std::uint32_t reach = 12;
  std::uint32_t who = on_noun ? head(t) : none;
  for (std::uint32_t i = t; who == none && i > 0 && t - i < reach; --i)
    if (head(i - 1) == head(t) && tokens_[i - 1].relation == Relation::obj) who = i - 1;
  if (who == none || who >= t) return;
  const std::uint32_t verb = on_noun ? head(who) : head(t);
  if (verb >= who || tokens_[who].relation != Relation::obj || tokens_[verb].lemma != "say"_key || !is_finite(tokens_[verb])) return;
  if (tokens_[who].tag != Tag::noun || std::find(words.begin(), words.end(), tokens_[who].lemma) != words.end()) return;
  for (std::uint32_t i = verb + 1; i < who; ++i)
    if (tokens_[i].tag == Tag::det || tokens_[i].tag == Tag::adp) return;  // "said the prayer written for him"
  hang(t, verb, Relation::ccomp);
  hang(who, t, Relation::nsubj_pass);
}

// "Rebel chief, aide killed in raid": a headline's comma is an "and", and both were.
void HeadlineRepairs::pair_of_headline(std::uint32_t t) {
  constexpr std::uint32_t most = 24;
  const std::uint32_t second = t > 0 ? t - 1 : 0;
  if (t < 3 || tokens_.size() > most || !is_name_or_noun(tokens_[second])) return;
  std::uint32_t comma = second;
  while (comma > 1 && tokens_[comma].key != ","_key) --comma;
  const std::uint32_t first = comma - 1;
  if (tokens_[comma].key != ","_key || !is_name_or_noun(tokens_[first])) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Tag tag = tokens_[i].tag;
    if (is_finite(tokens_[i]) || tag == Tag::aux || (i != comma && i < t && is_comma(i))) return;
    const bool group = tag == Tag::noun || tag == Tag::propn || tag == Tag::adj || tag == Tag::num || tag == Tag::punct || tag == Tag::part;
    if (i < t && !group) return;
  }
  const std::uint32_t last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (tokens_[last].tag == Tag::punct && tokens_[last].span.begin == tokens_[last - 1].span.end) return;  // a sentence's stop
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const bool group = i < t && i != first && i != second;
    if (head(i) == i && i != t) hang(i, t, Relation::dep);
    if (group && head(i) == t) hang(i, i < comma ? first : second, tokens_[i].tag == Tag::punct ? Relation::punct : Relation::compound);
    if (i > t && (head(i) == first || head(i) == second))
      hang(i, t, tokens_[i].relation == Relation::nmod ? Relation::obl : tokens_[i].relation);
  }
  hang(t, t, Relation::root);
  hang(first, t, Relation::nsubj_pass);
  hang(second, first, Relation::conj);
}

// "Togo, Benin exchange fire": the first of two names is spoken to by nobody.
void HeadlineRepairs::pair_before_verb(std::uint32_t t) {
  constexpr std::uint32_t longest = 5;
  const std::uint32_t verb = head(t);
  const Relation r = tokens_[t].relation;
  if (verb <= t || verb - t > longest || !is_finite(tokens_[verb]) || (r != Relation::vocative && r != Relation::obl && r != Relation::dep))
    return;
  if (!is_name_or_noun(tokens_[t]) || begin_of_time(t) != none || t + 2 >= verb || tokens_[t + 1].key != ","_key) return;
  const std::uint32_t second = verb - 1;
  const bool names = tokens_[t].tag == Tag::propn && tokens_[second].tag == Tag::propn;
  const bool many = tokens_[t].form == Form::plural && tokens_[second].tag == Tag::noun;
  static constexpr std::array done = {"kill"_key,   "gun"_key,    "shoot"_key,  "wound"_key, "injure"_key,
                                      "abduct"_key, "kidnap"_key, "murder"_key, "slay"_key};
  bool hurt = std::find(done.begin(), done.end(), tokens_[verb].lemma) != done.end() && tokens_[verb].form == Form::past;
  for (std::uint32_t i = verb + 1; hurt && i < tokens_.size(); ++i) hurt = head(i) != verb || tokens_[i].relation != Relation::obj;
  const Key lemma = tokens_[verb].lemma;
  const bool mutual =
      lemma == "exchange"_key || lemma == "trade"_key || lemma == "clash"_key || lemma == "fight"_key || lemma == "swap"_key;
  if ((!names && !many && !hurt && !mutual) || head(second) != verb || tokens_[second].relation != Relation::nsubj) return;
  for (std::uint32_t i = 0; i < second; ++i) {
    const Tag tag = tokens_[i].tag;
    if (i != t + 1 && tag != Tag::propn && tag != Tag::noun && tag != Tag::adj && tokens_[i].key != ":"_key) return;
  }
  hang(t, verb, Relation::nsubj);
  hang(second, t, Relation::conj);
}

// "Bandits kill 12, burn houses": done as well, and not what they kill.
void HeadlineRepairs::verb_past_comma(std::uint32_t t) {
  const std::uint32_t first = head(t);
  if (t == 0 || first + 1 >= t || tokens_[t - 1].key != ","_key || tokens_[t].form != Form::present || tokens_[first].form != Form::present)
    return;
  if (tokens_[t].tag != Tag::verb || tokens_[first].tag != Tag::verb || tokens_[first].lemma == "say"_key) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (head(i) == t && (is_subject(tokens_[i]) || tokens_[i].relation == Relation::mark || tokens_[i].tag == Tag::aux)) return;
  hang(t, first, Relation::conj);
}

// "shoot dead two Malians": a number has no object.
void HeadlineRepairs::counted_noun(std::uint32_t t) {
  const std::uint32_t number = head(t);
  if (number + 1 != t || tokens_[number].tag != Tag::num || !is_name_or_noun(tokens_[t]) || tokens_[t].form != Form::plural) return;
  if (head(number) == number) return;
  const std::uint32_t above = head(number);
  const Relation relation = tokens_[number].relation;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (i != t && head(i) == number && i > t) hang(i, t, tokens_[i].relation);
  hang(t, above, relation);
  hang(number, t, Relation::nummod);
}

// "Missile hits port, two sailors killed": past a comma no clause without a pronoun tells of the noun before it.
void HeadlineRepairs::clause_past_comma(std::uint32_t t) {
  constexpr std::uint32_t longest = 6;
  const std::uint32_t noun = head(t);
  if (noun >= t || tokens_[t].tag != Tag::verb || (tokens_[t].form != Form::past && tokens_[t].form != Form::past_participle)) return;
  const std::uint32_t comma = noun + 1, subject = t - 1;
  if (tokens_[comma].key != ","_key || t - comma > longest || comma + 1 >= t) return;
  if (!is_name_or_noun(tokens_[subject]) || head(subject) != t || !is_subject(tokens_[subject])) return;
  for (std::uint32_t i = comma + 1; i < subject; ++i)
    if (head(i) != subject) return;
  for (std::uint32_t i = t + 1; i < tokens_.size(); ++i)
    if (head(i) == t && tokens_[i].relation == Relation::obj) return;
  std::uint32_t above = noun;
  for (int i = 0; i < 8 && head(above) != above && !is_finite(tokens_[above]); ++i) above = head(above);
  if (!is_finite(tokens_[above]) || above > noun) return;
  hang(t, above, Relation::parataxis);
  tokens_[t].form = Form::past_participle;
  tokens_[subject].relation = Relation::nsubj_pass;
}

// "Blast targeting guards kills nine": what the gerund tells of is the subject, and not whom it targets.
void HeadlineRepairs::gerund_before_verb(std::uint32_t t) {
  constexpr std::uint32_t longest = 7;
  if (t == 0 || t > 3 || !is_name_or_noun(tokens_[t - 1]) || tokens_[t].relation == Relation::acl) return;
  for (std::uint32_t i = 0; i + 1 < t; ++i)
    if (!is_name_or_noun(tokens_[i]) && tokens_[i].tag != Tag::adj && tokens_[i].tag != Tag::num) return;
  std::uint32_t verb = t + 1;
  for (; verb < tokens_.size() && verb - t <= longest && !is_finite(tokens_[verb]); ++verb) {
    const Tag tag = tokens_[verb].tag;
    if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::det && tag != Tag::num) return;
  }
  if (verb == tokens_.size() || verb - t > longest || verb == t + 1 || tokens_[verb].form != Form::present) return;
  const std::uint32_t who = t - 1, what = verb - 1;
  if (!is_name_or_noun(tokens_[what])) return;
  for (std::uint32_t i = 0; i < verb; ++i)
    if (tokens_[i].tag == Tag::aux) return;
  const bool misread = tokens_[t].relation == Relation::csubj || is_subject(tokens_[what]) || tokens_[t].relation == Relation::compound;
  if (!misread) return;
  for (std::uint32_t i = 0; i < who; ++i)
    if (head(i) >= t) hang(i, who, tokens_[i].tag == Tag::num ? Relation::nummod : Relation::compound);
  for (std::uint32_t i = t + 1; i < what; ++i)
    if (head(i) <= t || head(i) >= verb) hang(i, what, tokens_[i].tag == Tag::adj ? Relation::amod : Relation::compound);
  if (head(verb) < verb) hang(verb, verb, Relation::root);
  hang(who, verb, Relation::nsubj);
  hang(t, who, Relation::acl);
  hang(what, t, Relation::obj);
}

// "Togo, Benin leaders hold talks": those of both.
void HeadlineRepairs::pair_of_leaders(std::uint32_t t) {
  if (t + 4 > tokens_.size() || tokens_[t].tag != Tag::propn || tokens_[t + 1].key != ","_key || tokens_[t + 2].tag != Tag::propn) return;
  const std::uint32_t leaders = t + 3;
  if (tokens_[leaders].tag != Tag::noun || head(t + 2) != leaders || head(t) <= leaders || head(leaders) != head(t)) return;
  hang(t, leaders, Relation::compound);
  hang(t + 2, t, Relation::conj);
}

// "Bombing leaves six dead, dozens hurt": six and dozens are not the same.
void HeadlineRepairs::left_dead(std::uint32_t t) {
  const std::uint32_t comma = t + 3, last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (tokens_[t].tag != Tag::verb || comma + 2 > last || tokens_[t + 1].tag != Tag::num || tokens_[comma].key != ","_key) return;
  const Key key = tokens_[t + 2].key;
  if (key != "dead"_key && key != "wounded"_key && key != "injured"_key && key != "hurt"_key) return;
  std::uint32_t end = comma + 2;
  while (end < last && (is_name_or_noun(tokens_[end]) || tokens_[end].tag == Tag::adj)) ++end;
  const Key outcome = tokens_[end].key;
  if (outcome != "hurt"_key && outcome != "wounded"_key && outcome != "injured"_key && outcome != "missing"_key) return;
  const std::uint32_t who = end - 1;
  if (!is_name_or_noun(tokens_[who]) && tokens_[who].tag != Tag::num) return;
  hang(t + 1, t, Relation::obj);
  hang(t + 2, t, Relation::xcomp);
  for (std::uint32_t i = comma + 1; i < who; ++i)
    if (head(i) < comma || head(i) > who) hang(i, who, tokens_[i].tag == Tag::num ? Relation::nummod : Relation::compound);
  tokens_[end].tag = Tag::verb;
  tokens_[end].form = Form::past_participle;
  hang(end, t, Relation::conj);
  hang(who, end, Relation::nsubj_pass);
}

// "Four held over plot to bomb port", "over a plot to bomb": what was plotted, not what they were held for to do.
void HeadlineRepairs::infinitive_of_plot(std::uint32_t t) {
  if (t < 3 || tokens_[t - 1].key != "to"_key || tokens_[t - 2].tag != Tag::noun || head(t) >= t - 2) return;
  const Key noun = tokens_[t - 2].lemma;
  if (noun != "plot"_key && noun != "conspiracy"_key && noun != "bid"_key && noun != "plan"_key && noun != "attempt"_key) return;
  const Relation r = tokens_[t - 2].relation;
  if ((r == Relation::obl || r == Relation::nmod) && head(t - 2) == head(t)) hang(t, t - 2, Relation::acl);
}

// "Scores killed as rebels overrun base": a clause, and not as what they were killed.
void HeadlineRepairs::as_clause(std::uint32_t t) {
  const std::uint32_t noun = head(t);
  if (noun <= t || noun - t > 4 || noun + 1 >= tokens_.size() || !is_name_or_noun(tokens_[noun])) return;
  if (is_subject(tokens_[noun]) || tokens_[noun + 1].form == Form::past_participle) return participle_of_clause(t, noun + 1);
  // "as Togo, Benin trade fire": both do.
  const bool pair = noun + 3 < tokens_.size() && tokens_[noun + 1].key == ","_key && tokens_[noun].tag == Tag::propn &&
                    tokens_[noun + 2].tag == Tag::propn && is_finite(tokens_[noun + 3]) && head(noun + 2) == noun + 3;
  const std::uint32_t verb = pair ? noun + 3 : noun + 1, killed = head(noun);
  if (!is_finite(tokens_[verb]) || tokens_[noun].relation != Relation::obl || killed >= t || tokens_[killed].tag != Tag::verb) return;
  static constexpr std::array ends = {"kill"_key, "wound"_key, "injure"_key, "hurt"_key,
                                      "die"_key,  "shoot"_key, "slay"_key,   "displace"_key};
  if (std::find(ends.begin(), ends.end(), tokens_[killed].lemma) == ends.end()) return;  // not "dressed as guards"
  for (std::uint32_t i = t + 1; i < noun; ++i)
    if (head(i) != noun) return;
  const std::uint32_t who = head(killed);
  if (tokens_[killed].relation == Relation::acl && who < killed && head(who) == verb && head(verb) == verb) {
    hang(who, killed, Relation::nsubj_pass);
    hang(killed, killed, Relation::root);
    for (std::uint32_t i = 0; i < killed; ++i)
      if (head(i) == verb) hang(i, killed, tokens_[i].relation);
  } else if (!is_under(verb, killed)) {
    return;
  }
  hang(verb, killed, Relation::advcl);
  hang(noun, verb, Relation::nsubj);
  if (pair) hang(noun + 2, noun, Relation::conj);
  hang(t, verb, Relation::mark);
  tokens_[t].tag = Tag::sconj;
}

// "Two killed as jets target camp", "ten hurt as grenade thrown at bus": the participle before "as" is the main clause's verb.
void HeadlineRepairs::participle_of_clause(std::uint32_t t, std::uint32_t verb) {
  const std::uint32_t noun = verb - 1, hurt = t - 1;
  const bool passive = tokens_[verb].form == Form::past_participle;
  if (t < 2 || tokens_[verb].tag != Tag::verb || (!passive && head(noun) != verb) || (passive && head(verb) != noun)) return;
  static constexpr std::array ends = {"kill"_key, "wound"_key, "injure"_key, "hurt"_key, "shoot"_key, "slay"_key, "displace"_key};
  if (tokens_[hurt].tag != Tag::verb || std::find(ends.begin(), ends.end(), tokens_[hurt].lemma) == ends.end()) return;
  if (tokens_[hurt].form != Form::past_participle && tokens_[hurt].form != Form::past) return;
  if (tokens_[hurt - 1].tag != Tag::num && !is_name_or_noun(tokens_[hurt - 1])) return;
  for (std::uint32_t i = 0; i < hurt; ++i)
    if (is_finite(tokens_[i]) || tokens_[i].tag == Tag::aux) return;
  for (std::uint32_t i = t + 1; i < noun; ++i)
    if (head(i) != noun) return;
  const bool below = head(hurt) == noun || (passive && head(noun) == hurt);
  if (!below) return;
  hang(hurt, hurt, Relation::root);
  tokens_[hurt].form = Form::past_participle;
  hang(hurt - 1, hurt, Relation::nsubj_pass);
  hang(noun, verb, passive ? Relation::nsubj_pass : Relation::nsubj);
  hang(verb, hurt, Relation::advcl);
  hang(t, verb, Relation::mark);
  tokens_[t].tag = Tag::sconj;
}

// "Army accused of killing nine", "Envoy expelled from Gao": nobody is told who did it, and they did not.
void HeadlineRepairs::undergone(std::uint32_t t) {
  static constexpr std::array verbs = {"accuse"_key,    "convict"_key, "sentence"_key, "jail"_key,   "indict"_key, "acquit"_key,
                                       "extradite"_key, "deport"_key,  "detain"_key,   "arrest"_key, "expel"_key,  "exile"_key,
                                       "oust"_key,      "impeach"_key, "kidnap"_key,   "abduct"_key, "blame"_key,  "imprison"_key};
  const Token& verb = tokens_[t];
  if (verb.tag != Tag::verb || (verb.form != Form::past && verb.form != Form::past_participle) || t + 1 >= tokens_.size() ||
      std::find(verbs.begin(), verbs.end(), verb.lemma) == verbs.end())
    return;
  const bool of = tokens_[t + 1].key == "of"_key;
  if (verb.relation == Relation::acl_relcl || (verb.lemma == "accuse"_key ? !of : tokens_[t + 1].tag != Tag::adp && !of)) return;
  std::uint32_t who = none;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (head(i) != t) continue;
    const Relation r = tokens_[i].relation;
    if (r == Relation::obj || r == Relation::aux || r == Relation::aux_pass || r == Relation::nsubj_pass) return;
    if (r == Relation::nsubj) who = i;
  }
  if (who == none || tokens_[who].tag == Tag::pron) return;  // "whom it accused of"
  tokens_[t].form = Form::past_participle;
  tokens_[who].relation = Relation::nsubj_pass;
}

// "Togolese army, rebels trade blame": a verb without its -s has two before it.
void HeadlineRepairs::two_past_comma(std::uint32_t t) {
  const std::uint32_t first = head(t);
  if (t < 3 || first + 2 >= t || head(first) != first || !is_name_or_noun(tokens_[first]) || !is_comma(first + 1)) return;
  if (tokens_[t].form != Form::present && tokens_[t].form != Form::base) return;
  if (text_[tokens_[t].span.end - 1] == 's') return;
  const std::uint32_t second = t - 1;
  if (head(second) != t || tokens_[second].relation != Relation::nsubj || !is_name_or_noun(tokens_[second])) return;
  for (std::uint32_t i = first + 2; i < second; ++i)
    if (head(i) != second) return;
  hang(t, t, Relation::root);
  hang(first, t, Relation::nsubj);
  hang(second, first, Relation::conj);
  hang(first + 1, second, Relation::punct);
}

// "Macron and Merz to meet in Gao": they will.
void HeadlineRepairs::what_is_to_be(std::uint32_t t) {
  const std::uint32_t who = head(t);
  if (t < 2 || who + 1 >= t || head(who) != who || tokens_[who].tag != Tag::propn || tokens_[t - 1].key != "to"_key) return;
  const std::uint32_t last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (tokens_[last].tag == Tag::punct && tokens_[last].span.begin == tokens_[last - 1].span.end) return;  // a sentence's stop
  for (std::uint32_t i = 0; i <= last; ++i) {
    const bool before = i > who && i + 1 < t;  // what joins others to him, and nothing else
    const Relation r = tokens_[i].relation;
    if (before && r != Relation::conj && r != Relation::cc && r != Relation::flat && r != Relation::compound && r != Relation::punct)
      return;
    if (i != t && (is_finite(tokens_[i]) || tokens_[i].tag == Tag::aux) && head(i) != t) return;
  }
  for (std::uint32_t i = t; i <= last; ++i)
    if (head(i) == who && i != t) hang(i, t, tokens_[i].relation);
  hang(t, t, Relation::root);
  hang(who, t, Relation::nsubj);
}

// "Killers of professor held in Gao": they were.
void HeadlineRepairs::participle_of_headline(std::uint32_t t) {
  const std::uint32_t inner = head(t), outer = head(inner);
  if (inner >= t || outer >= inner || tokens_[inner].relation != Relation::nmod || head(outer) != outer || !is_name_or_noun(tokens_[outer]))
    return;
  bool of = false;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    of = of || (tokens_[i].relation == Relation::case_ && head(i) == inner && tokens_[i].key == "of"_key);
    if (is_finite(tokens_[i]) || tokens_[i].tag == Tag::aux) return;
    if (i < t && tokens_[i].tag == Tag::verb && tokens_[i].relation != Relation::amod) return;
  }
  if (!of) return;
  hang(t, outer, Relation::acl);
}

// "Rebel leader carrying bounty killed in clash": he was, the bounty was not.
void HeadlineRepairs::gerund_in_headline(std::uint32_t t) {
  constexpr std::uint32_t most = 20;
  const Relation r = tokens_[t].relation;
  if (t < 3 || tokens_.size() > most || (r != Relation::acl && r != Relation::xcomp)) return;
  std::uint32_t gerund = 0;
  while (gerund < t && tokens_[gerund].form != Form::gerund) ++gerund;
  if (gerund == 0 || gerund + 1 >= t || !is_name_or_noun(tokens_[gerund - 1]) || !is_name_or_noun(tokens_[t - 1])) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Tag tag = tokens_[i].tag;
    const bool verb = i != gerund && i < t && tag == Tag::verb;
    if (is_finite(tokens_[i]) || tag == Tag::aux || verb || (i < t && (tag == Tag::adp || tag == Tag::punct))) return;
  }
  const std::uint32_t last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (t < last && tokens_[t + 1].tag != Tag::adp && tokens_[t + 1].tag != Tag::punct && tokens_[t + 1].key != "dead"_key) return;
  if (tokens_[last].tag == Tag::punct && tokens_[last].span.begin == tokens_[last - 1].span.end) return;  // a sentence's stop
  const std::uint32_t who = gerund - 1, what = t - 1;
  for (std::uint32_t i = 0; i <= last; ++i) {
    if (i < who && head(i) >= gerund) hang(i, who, Relation::compound);
    if (i > gerund && i < what && (head(i) <= gerund || head(i) >= t)) hang(i, what, Relation::compound);
    if (i > t && head(i) < t) hang(i, t, tokens_[i].relation);
  }
  hang(t, t, Relation::root);
  hang(who, t, Relation::nsubj_pass);
  hang(gerund, who, Relation::acl);
  hang(what, gerund, Relation::obj);
}

// "Rebels seize camp, four guards killed": a headline's last clause, and no more that was seized.
void HeadlineRepairs::outcome_of_headline(std::uint32_t t) {
  static constexpr std::array ends = {"kill"_key,   "wound"_key,  "injure"_key, "hurt"_key, "arrest"_key,
                                      "abduct"_key, "kidnap"_key, "hold"_key,   "slay"_key, "detain"_key};
  constexpr std::uint32_t longest = 5;
  const std::uint32_t who = head(t), last = static_cast<std::uint32_t>(tokens_.size()) - 1;
  if (who + 1 != t || who < 3 || std::find(ends.begin(), ends.end(), tokens_[t].lemma) == ends.end() || !is_name_or_noun(tokens_[who]))
    return;
  if (t < last && tokens_[t + 1].tag != Tag::adp) return;
  if (tokens_[last].tag == Tag::punct && tokens_[last].span.begin == tokens_[last - 1].span.end) return;  // a sentence's stop
  std::uint32_t comma = who;
  while (comma > 1 && who - comma < longest && tokens_[comma].key != ","_key) --comma;
  if (tokens_[comma].key != ","_key || head(who) >= comma) return;
  std::uint32_t verb = head(who);
  for (int i = 0; i < 8 && head(verb) != verb && !is_finite(tokens_[verb]); ++i) verb = head(verb);
  if (!is_finite(tokens_[verb]) || verb > comma) return;
  hang(t, verb, Relation::conj);
  hang(who, t, Relation::nsubj_pass);
}

}  // namespace khabar::language
