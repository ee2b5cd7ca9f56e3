// Repairs of verbs that stand with what comes of them: "gunned down a clerk", "shot dead a clerk", "beat to death a clerk".
#include "language/clause_repairs.h"

namespace khabar::language {

using namespace text::literals;

// "The army says rebels shelled a bus, killing two": the shelling killed, not the saying.
void ClauseRepairs::result_of_said(std::uint32_t t) {
  static constexpr std::array results = {"kill"_key,    "wound"_key,   "injure"_key, "leave"_key,  "cause"_key,  "destroy"_key,
                                         "damage"_key,  "trigger"_key, "force"_key,  "abduct"_key, "kidnap"_key, "trap"_key,
                                         "burn"_key,    "bring"_key,   "hit"_key,    "set"_key,    "take"_key,   "displace"_key,
                                         "capture"_key, "seize"_key,   "loot"_key,   "torch"_key};
  static constexpr std::array says = {"say"_key,     "tell"_key,  "report"_key,   "add"_key,
                                      "confirm"_key, "state"_key, "announce"_key, "claim"_key};
  const std::uint32_t said = head(t);
  if (t < 3 || said + 2 >= t || !is_comma(t - 1) || tokens_[t].form != Form::gerund || tokens_[said].tag != Tag::verb) return;
  if (std::find(results.begin(), results.end(), tokens_[t].lemma) == results.end()) return;
  if (std::find(says.begin(), says.end(), tokens_[said].lemma) == says.end()) return;
  for (std::uint32_t i = said + 1; i + 1 < t; ++i)
    if (head(i) == said && tokens_[i].relation == Relation::ccomp && tokens_[i].tag == Tag::verb) return hang(t, i, Relation::advcl);
}

// "lacks ships and night-vision equipment": no night; equipment, of that kind.
void ClauseRepairs::hyphened_noun(std::uint32_t hyphen) {
  const std::uint32_t first = hyphen - 1, second = hyphen + 1, noun = hyphen + 2;
  if (hyphen == 0 || tokens_[first].tag != Tag::noun || tokens_[second].tag != Tag::noun || tokens_[noun].tag != Tag::noun) return;
  const std::uint32_t above = head(first);
  if (head(second) != noun || above == first || above >= hyphen || is_under(above, noun)) return;
  const Relation relation = tokens_[first].relation;
  for (std::uint32_t i = 0; i < first; ++i)
    if (head(i) == first) hang(i, noun, tokens_[i].relation);
  hang(noun, above, relation);
  hang(first, noun, Relation::compound);
}

// "An attack on 4 March left nine dead": the attack did, and March nothing.
void ClauseRepairs::month_as_subject(std::uint32_t t) {
  if (t < 3 || tokens_[t - 1].tag != Tag::num || tokens_[t - 2].key != "on"_key || !is_period(tokens_[t].key)) return;
  const std::uint32_t verb = head(t), noun = head(verb);
  if (verb <= t || tokens_[verb].tag != Tag::verb || noun >= t || !is_name_or_noun(tokens_[noun])) return;
  if (tokens_[verb].relation != Relation::acl_relcl && tokens_[verb].relation != Relation::acl) return;
  const std::uint32_t above = head(noun);
  if (above == noun) {
    hang(verb, verb, Relation::root);
  } else {
    if (above <= verb || tokens_[above].tag != Tag::adj || !is_subject(tokens_[noun])) return;  // "left nine dead"
    hang(verb, head(above) == above ? verb : head(above), tokens_[above].relation);
    for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i) {
      if (head(i) != above) continue;
      if (is_subject(tokens_[i])) {
        hang(i, verb, Relation::obj);
      } else if (i > above) {
        hang(i, verb, tokens_[i].relation);
      }
    }
    hang(above, verb, Relation::xcomp);
  }
  hang(noun, verb, Relation::nsubj);
  hang(t - 1, verb, Relation::obl);
  hang(t, t - 1, Relation::nmod);
}

// "Police said an attack by rebels in Gao on Monday left nine dead": nobody says an attack; it left them dead.
void ClauseRepairs::deed_as_said(std::uint32_t t) {
  static constexpr std::array results = {"leave"_key, "kill"_key,   "wound"_key,  "injure"_key, "hit"_key,     "destroy"_key,
                                         "cause"_key, "damage"_key, "strike"_key, "force"_key,  "displace"_key};
  static constexpr std::array says = {"say"_key, "tell"_key, "report"_key, "confirm"_key, "announce"_key, "state"_key};
  constexpr std::uint32_t longest = 20;
  if (t == 0 || tokens_[t - 1].tag == Tag::cconj) return;  // "said many things and left"
  if (tokens_[t].form != Form::past || std::find(results.begin(), results.end(), tokens_[t].lemma) == results.end()) return;
  std::uint32_t noun = none, said = none;
  for (std::uint32_t i = t; i > 1 && t - i < longest && noun == none; --i) {
    const Token& token = tokens_[i - 1];
    if (token.tag == Tag::punct || token.tag == Tag::verb || is_relative_pronoun(i - 1)) return;
    const std::uint32_t above = head(i - 1);
    const bool under = token.relation == Relation::obj || token.relation == Relation::ccomp;
    if (!is_name_or_noun(token) || !under || above >= i - 1 || std::find(says.begin(), says.end(), tokens_[above].lemma) == says.end())
      continue;
    noun = i - 1;
    said = above;
  }
  if (noun == none || (head(t) != said && head(t) != noun)) return;
  for (std::uint32_t i = said + 1; i < tokens_.size(); ++i) {
    if (i == noun || i == t) continue;
    const Relation relation = tokens_[i].relation;
    if (i < noun && tokens_[i].key == "that"_key && (head(i) == noun || head(i) == said)) {
      tokens_[i].tag = Tag::sconj;
      hang(i, t, Relation::mark);
    } else if (i > noun && i < t && head(i) == said) {
      hang(i, i + 1 < tokens_.size() && tokens_[i - 1].key == "by"_key ? noun : t, relation);
    } else if (i > t && tokens_[i].key == "dead"_key && (head(i) == t || head(i) == said)) {
      for (std::uint32_t k = t + 1; k < i; ++k)
        if (head(k) == i && is_subject(tokens_[k])) hang(k, t, Relation::obj);
      hang(i, t, Relation::xcomp);
    } else if (i < t && head(i) == t && is_subject(tokens_[i]) && is_period(tokens_[i].key) && tokens_[i - 1].tag == Tag::num) {
      hang(i - 1, t, Relation::obl);  // "on 4 March"
      hang(i, i - 1, Relation::nmod);
    }
  }
  hang(t, said, Relation::ccomp);
  hang(noun, t, Relation::nsubj);
}

// "hacked to death at least 40 clerks", "shot dead at least 12 clerks at a mill": no span of time and no place; they were hacked.
void ClauseRepairs::object_behind_result(std::uint32_t verb, std::uint32_t t) {
  constexpr std::uint32_t longest = 10;
  for (std::uint32_t i = t + 1; i < tokens_.size() && i < t + longest; ++i) {
    if (tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::verb) return;
    if (head(i) != verb || !is_name_or_noun(tokens_[i])) continue;
    const bool loose = tokens_[i].relation == Relation::obl_time || tokens_[i].relation == Relation::obl;
    if (loose && !has_preposition(i) && begin_of_time(i) == none) hang(i, verb, Relation::obj);
    return;
  }
}

// "beat to death two clerks": no death clerks.
void ClauseRepairs::put_to_death(std::uint32_t t) {
  if (t < 2 || tokens_[t - 1].key != "to"_key || tokens_[t - 2].tag != Tag::verb) return;
  const std::uint32_t verb = t - 2, noun = head(t);
  if (noun == verb) return object_behind_result(verb, t);
  if (noun < t || !is_name_or_noun(tokens_[noun]) || head(noun) != verb) return;
  hang(t, verb, Relation::obl);
  hang(t - 1, t, Relation::case_);
  hang(noun, verb, Relation::obj);
}

// "gunned down a clerk": no way down a clerk; the clerk is the verb's.
void ClauseRepairs::particle_as_preposition(std::uint32_t t) {
  static constexpr std::array verbs = {"gun"_key, "shoot"_key, "mow"_key, "hunt"_key, "burn"_key, "strike"_key, "tear"_key, "shut"_key};
  if (t == 0 || t + 1 >= tokens_.size() || tokens_[t - 1].tag != Tag::verb) return;
  if (std::find(verbs.begin(), verbs.end(), tokens_[t - 1].lemma) == verbs.end()) return;
  const std::uint32_t verb = t - 1;
  std::uint32_t noun = none;
  if (tokens_[t].relation == Relation::case_ && head(t) > t && head(head(t)) == verb) {
    noun = head(t);
    hang(t, verb, Relation::compound_prt);
  } else if (tokens_[t].relation == Relation::compound_prt && head(t) == verb) {  // "shot down a drone": the first noun after it
    constexpr std::uint32_t longest = 8;
    for (std::uint32_t i = t + 1; i < tokens_.size() && i < t + longest && noun == none; ++i) {
      if (tokens_[i].tag == Tag::adp || tokens_[i].tag == Tag::punct || tokens_[i].tag == Tag::verb) return;
      if (head(i) == verb && is_name_or_noun(tokens_[i])) noun = i;
    }
  }
  if (noun != none && tokens_[noun].relation == Relation::obl) hang(noun, verb, Relation::obj);
}

// "shot dead a clerk", "beat to death two men": who is dead is whom they shot.
void ClauseRepairs::result_of_verb(std::uint32_t t) {
  static constexpr std::array verbs = {"shoot"_key, "stab"_key,  "beat"_key,  "strike"_key,   "hack"_key,  "burn"_key,
                                       "stone"_key, "leave"_key, "crush"_key, "strangle"_key, "choke"_key, "bludgeon"_key};
  const bool to_death = tokens_[t].key == "death"_key;
  if (t < 2 || (to_death && tokens_[t - 1].key != "to"_key)) return;
  const std::uint32_t verb = t - (to_death ? 2 : 1);
  if (tokens_[verb].tag != Tag::verb || std::find(verbs.begin(), verbs.end(), tokens_[verb].lemma) == verbs.end()) return;
  if (head(t) != verb) return;
  if (!to_death) {
    tokens_[t].tag = Tag::adj;
    tokens_[t].form = Form::none;
    tokens_[t].lemma = tokens_[t].key;
  }
  hang(t, verb, to_death ? Relation::obl : Relation::xcomp);
  if (to_death) hang(t - 1, t, Relation::case_);
  for (std::uint32_t i = t + 1; i < tokens_.size(); ++i)
    if (head(i) == t && tokens_[i].tag != Tag::punct) hang(i, verb, tokens_[i].relation);
  object_behind_result(verb, t);
}

// A headline's "man shot dead outside mosque": where he was shot, and no kind of mosque.
void ClauseRepairs::place_behind_verb(std::uint32_t t) {
  if (t < 2 || t + 1 >= tokens_.size() || tokens_[t].tag != Tag::adj || !is_name_or_noun(tokens_[t + 1])) return;
  std::uint32_t verb = t - 1;
  if (tokens_[verb].key == "dead"_key) --verb;
  const std::uint32_t noun = head(t);
  if (tokens_[verb].tag != Tag::verb || noun <= t || head(noun) != verb || tokens_[noun].relation != Relation::obj) return;
  tokens_[t].tag = Tag::adp;
  tokens_[t].form = Form::none;
  hang(t, noun, Relation::case_);
  hang(noun, verb, Relation::obl);
  if (verb + 2 == t) hang(t - 1, verb, Relation::xcomp);
}

// "men on a motorbike shot and killed a clerk": no shot of a motorbike's.
void ClauseRepairs::shot_as_noun(std::uint32_t t) {
  const std::uint32_t second = t + 2;
  if (t == 0 || second >= tokens_.size() || tokens_[t].tag != Tag::noun || tokens_[t + 1].key != "and"_key) return;
  if (!is_finite(tokens_[second]) || tokens_[second].form != Form::past || !is_under(t, second) || head(second) == t) return;
  if (!is_name_or_noun(tokens_[t - 1]) || head(t - 1) != t || other_subject(second, none) == none) return;
  const std::uint32_t noun = t - 1, above = head(t);
  const Relation place = tokens_[t].relation;
  const bool root = head(second) == second;
  if (above == second && is_subject(tokens_[t])) return;
  for (std::uint32_t i = t > 8 ? t - 8 : 0; i < noun; ++i)
    if (head(i) == t) hang(i, noun, tokens_[i].relation);
  hang(noun, above, place);
  const std::uint32_t subject = other_subject(second, none);
  hang(t, root ? t : head(second), tokens_[second].relation);
  hang(second, t, Relation::conj);
  hang(t + 1, second, Relation::cc);
  hang(subject, t, Relation::nsubj);
  tokens_[t].tag = Tag::verb;
  tokens_[t].form = Form::past;
  tokens_[t].lemma = "shoot"_key;
}

// "Set a truck ablaze", "set ablaze the house of a clerk": what they set so is the object, whatever the tagger took "ablaze" for.
void ClauseRepairs::set_ablaze(std::uint32_t ablaze) {
  constexpr std::uint32_t longest = 9;
  std::uint32_t set = ablaze;
  for (std::uint32_t i = ablaze; i > 0 && ablaze - i < longest && set == ablaze; --i) {
    if (tokens_[i - 1].lemma == "set"_key && tokens_[i - 1].tag != Tag::adj) set = i - 1;
    if (tokens_[i - 1].tag == Tag::punct) return;
  }
  if (set == ablaze || set == 0) return;
  std::uint32_t object = ablaze - 1;
  if (set + 1 == ablaze) {  // behind it
    object = ablaze;
    for (std::uint32_t i = ablaze + 1; i < tokens_.size() && i < ablaze + longest; ++i) {
      const Tag tag = tokens_[i].tag;
      if (is_name_or_noun(tokens_[i])) object = i;
      if (!is_name_or_noun(tokens_[i]) && tag != Tag::det && tag != Tag::adj && tag != Tag::num && tag != Tag::pron) break;
    }
    if (object == ablaze) return;
  }
  if (object == set || !is_name_or_noun(tokens_[object])) return;
  if (tokens_[set].tag != Tag::verb) {
    if (!is_name_or_noun(tokens_[set - 1])) return;
    tokens_[set].tag = Tag::verb;
    tokens_[set].form = Form::past;
    std::uint32_t root = set;
    for (int i = 0; i < 16 && head(root) != root; ++i) root = head(root);
    hang(set, set, Relation::root);
    if (root != set) hang(root, set, Relation::parataxis);
    hang(set - 1, set, Relation::nsubj);
    for (std::uint32_t i = 0; i + 1 < set; ++i)
      if (head(i) == set) hang(i, set - 1, tokens_[i].relation);
  }
  tokens_[ablaze].tag = Tag::adj;
  tokens_[ablaze].form = Form::none;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (i == object || head(i) != ablaze) continue;
    const bool inner = i > set && i < object;
    hang(i, inner ? object : set, tokens_[i].relation);
  }
  hang(ablaze, set, Relation::xcomp);
  hang(object, set, tokens_[object].relation == Relation::nsubj_pass ? Relation::nsubj_pass : Relation::obj);
}

// "was a 1981 hit for the trio": what has an article before it and "was" is a noun.
void ClauseRepairs::noun_with_article(std::uint32_t t) {
  constexpr std::uint32_t reach = 8;
  bool article = false, copula = false;
  for (std::uint32_t i = t > reach ? t - reach : 0; i < t; ++i) {
    if (head(i) != t) continue;
    article = article || (tokens_[i].tag == Tag::det && (tokens_[i].key == "a"_key || tokens_[i].key == "an"_key));
    copula = copula || tokens_[i].relation == Relation::cop;
  }
  if (!article || !copula) return;
  tokens_[t].tag = Tag::noun;
  tokens_[t].form = Form::singular;
}

}  // namespace khabar::language
