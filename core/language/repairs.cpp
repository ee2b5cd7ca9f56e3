#include "language/repairs.h"

#include <algorithm>
#include <array>
#include <vector>

namespace khabar::language {

namespace {

using namespace text::literals;

constexpr std::uint32_t none = 0xFFFFFFFFu;

bool is_name_or_noun(const Token& token) { return token.tag == Tag::noun || token.tag == Tag::propn; }
bool is_subject(const Token& token) { return token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass; }
bool is_finite(const Token& token) { return token.tag == Tag::verb && (token.form == Form::past || token.form == Form::present); }

// Days, without an article or preposition adverbs of time: "said Monday", "today rejected".
bool is_day(Key key) {
  static constexpr std::array keys = {"today"_key,     "yesterday"_key, "tomorrow"_key, "tonight"_key,  "monday"_key, "tuesday"_key,
                                      "wednesday"_key, "thursday"_key,  "friday"_key,   "saturday"_key, "sunday"_key};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// "last November", "this week": adverbs with the word before them.
bool is_period(Key key) {
  static constexpr std::array keys = {"week"_key,      "month"_key,   "year"_key,     "weekend"_key,  "morning"_key,
                                      "evening"_key,   "night"_key,   "january"_key,  "february"_key, "march"_key,
                                      "april"_key,     "may"_key,     "june"_key,     "july"_key,     "august"_key,
                                      "september"_key, "october"_key, "november"_key, "december"_key};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Repairer {
 public:
  Repairer(std::span<Token> tokens, std::uint32_t base) : tokens_(tokens), base_(base) {}

  void run() {
    for (std::uint32_t t = 0; t < tokens_.size(); ++t) {
      if (is_subject(tokens_[t])) {
        if (const std::uint32_t first = begin_of_time(t); first != none) attempt([&] { time_as_subject(t, first); });
        attempt([&] { subject_of_gerund(t); });
        attempt([&] { second_subject(t); });
        attempt([&] { last_of_list(t); });
        if (is_relative_pronoun(t)) attempt([&] { relative_as_main(t); });
      }
      if (tokens_[t].relation == Relation::obl && tokens_[t].tag == Tag::propn) name_after_verb(t);
      if (tokens_[t].relation == Relation::obj && begin_of_time(t) != none) time_as_object(t);
      if (tokens_[t].relation == Relation::nmod && is_day(tokens_[head(t)].key)) attempt([&] { phrase_of_day(t); });
      if (tokens_[t].relation == Relation::appos) name_in_list(t);
      if (tokens_[t].relation == Relation::conj) attempt([&] { clause_beside_none(t); });
      if (tokens_[t].key == "together"_key && tokens_[t].relation == Relation::case_ && t > 0 && tokens_[t - 1].tag == Tag::verb) {
        tokens_[t].tag = Tag::adv;  // "bringing together Chad and Niger"
        attempt([&] { hang(t, t - 1, Relation::advmod); });
      }
      if (tokens_[t].key == "up"_key) attempt([&] { up_to_number(t); });
      if (tokens_[t].relation == Relation::acl && tokens_[t].form == Form::base) what_is_asked(t);
      if (tokens_[t].key == "that"_key && tokens_[t].relation == Relation::mark) attempt([&] { that_noun(t); });
      if (tokens_[t].key == "that"_key && tokens_[t].relation == Relation::det) attempt([&] { that_clause(t); });
      if (tokens_[t].relation == Relation::ccomp && is_name_or_noun(tokens_[t])) noun_as_clause(t);
      if (is_genitive(t)) attempt([&] { possessor(t); });
      if (t > 0 && t + 2 < tokens_.size() && is_hyphen(t)) attempt([&] { hyphened_participle(t); });
    }
  }

 private:
  // Whatever the parser's tree was, it stays one: a repair that would close a circle is undone.
  template <typename Repair>
  void attempt(Repair repair) {
    changed_.clear();
    repair();
    const bool sound = std::all_of(changed_.begin(), changed_.end(), [&](const Change& c) { return leads_to_root(c.token); });
    if (sound) return;
    for (auto change = changed_.rbegin(); change != changed_.rend(); ++change) {
      tokens_[change->token].head = change->head;
      tokens_[change->token].relation = change->relation;
    }
  }

  bool leads_to_root(std::uint32_t t) const {
    for (std::size_t steps = 0; steps <= tokens_.size(); ++steps) {
      if (head(t) == t) return true;
      t = head(t);
    }
    return false;
  }

  std::uint32_t head(std::uint32_t t) const { return tokens_[t].head - base_; }
  void hang(std::uint32_t t, std::uint32_t on, Relation relation) {
    changed_.push_back({t, tokens_[t].head, tokens_[t].relation});
    tokens_[t].head = on + base_;
    tokens_[t].relation = relation;
  }

  // Does `below` hang under `above`? Trees are shallow; the bound guards against a broken one.
  bool is_under(std::uint32_t below, std::uint32_t above) const {
    constexpr int deepest = 64;
    for (int i = 0; i < deepest; ++i) {
      if (below == above) return true;
      if (head(below) == below) return false;
      below = head(below);
    }
    return true;
  }

  std::uint32_t other_subject(std::uint32_t verb, std::uint32_t subject) const {
    constexpr std::uint32_t reach = 40;
    const std::uint32_t first = verb > reach ? verb - reach : 0;
    for (std::uint32_t i = first; i < verb; ++i)
      if (i != subject && head(i) == verb && is_subject(tokens_[i]) && begin_of_time(i) == none) return i;
    return none;
  }

  // ---- "today": where the words of time that end here begin; none where these are none.
  std::uint32_t begin_of_time(std::uint32_t t) const {
    if (is_day(tokens_[t].key)) return t;
    if (t == 0 || !is_period(tokens_[t].key)) return none;
    const Key before = tokens_[t - 1].key;
    return before == "this"_key || before == "last"_key || before == "next"_key || is_day(before) ? t - 1 : none;
  }

  void time_as_subject(std::uint32_t t, std::uint32_t first) {
    const std::uint32_t verb = head(t);
    if (verb == t || tokens_[verb].tag != Tag::verb) return;
    const bool after = verb < t;  // "said Monday"
    if (!after && other_subject(verb, t) == none) {
      // "The government today ordered": the noun before it acts.
      if (first == 0 || !is_name_or_noun(tokens_[first - 1]) || !is_under(first - 1, t)) return;
      const std::uint32_t noun = first - 1;
      const Relation relation = tokens_[t].relation;
      for (std::uint32_t i = 0; i < noun; ++i) {
        const bool on_noun_phrase = head(i) != i && head(i) <= t && is_under(i, t) && (head(i) == t || head(i) < noun);
        if (on_noun_phrase && (head(i) == t || is_under(noun, i))) hang(i, noun, as_modifier(i));
      }
      hang(noun, verb, relation);
    }
    hang(t, verb, Relation::obl_time);
  }

  // "arrived this week to show": who arrives arrives nothing.
  void time_as_object(std::uint32_t t) {
    const Key verb = tokens_[head(t)].lemma;
    if (head(t) >= t || verb == "spend"_key || verb == "mark"_key || verb == "celebrate"_key || verb == "observe"_key || verb == "see"_key)
      return;
    tokens_[t].relation = Relation::obl_time;
  }

  // "opened talks on Monday between both", "met Friday with": the phrase belongs to what the day belongs to.
  void phrase_of_day(std::uint32_t t) {
    const std::uint32_t day = head(t), above = head(day);
    if (day > t || above == day || tokens_[above].tag != Tag::verb) return;
    for (std::uint32_t i = day + 1; i < t; ++i)
      if (tokens_[i].relation == Relation::case_ && head(i) == t) {
        if (tokens_[i].key != "of"_key && tokens_[i].key != "in"_key) hang(t, above, Relation::obl);
        return;
      }
  }

  // ---- "Chad, Niger, Mali and Benin": of names between commas before an "and" none explains another.
  void name_in_list(std::uint32_t t) {
    const std::uint32_t first = head(t);
    if (first >= t || tokens_[t].tag != Tag::propn || tokens_[first].tag != Tag::propn || !is_comma(t - 1)) return;
    constexpr std::uint32_t reach = 24;
    std::uint32_t members = 0;
    bool closed = false;
    for (std::uint32_t i = t + 1; i < tokens_.size() && i < t + reach; ++i) {
      const bool inside = tokens_[i].tag == Tag::propn || tokens_[i].tag == Tag::adj || tokens_[i].tag == Tag::det || is_comma(i) ||
                          tokens_[i].tag == Tag::cconj;
      if (!inside) break;
      if (tokens_[i].relation == Relation::conj && head(i) == first) ++members;
      closed = closed || tokens_[i].tag == Tag::cconj;
    }
    if (closed && members > 0) tokens_[t].relation = Relation::conj;
  }

  bool is_comma(std::uint32_t t) const {
    return tokens_[t].tag == Tag::punct && tokens_[t].span.length() == 1 && tokens_[t].span.begin == tokens_[t - 1].span.end;
  }

  // ---- "sent up to 400 soldiers": no particle, no direction.
  void up_to_number(std::uint32_t up) {
    if (up + 3 >= tokens_.size() || tokens_[up + 1].key != "to"_key || tokens_[up + 2].tag != Tag::num) return;
    const std::uint32_t number = up + 2;
    if (tokens_[up].relation != Relation::compound_prt) return;
    const std::uint32_t counted = tokens_[number].relation == Relation::nummod ? head(number) : number;
    const bool direct = tokens_[counted].relation == Relation::obl && head(up + 1) == counted && head(counted) == head(up);
    hang(up, number, Relation::advmod);
    hang(up + 1, up, Relation::fixed);
    if (direct) hang(counted, head(counted), Relation::obj);
  }

  // ---- "'We are late,' a clerk of the town, Omar Diop, said": a noun that predicates nothing, before a verb without a subject.
  void noun_as_clause(std::uint32_t t) {
    const std::uint32_t verb = head(t);
    if (verb <= t || !is_finite(tokens_[verb]) || other_subject(verb, none) != none) return;
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t i = t > reach ? t - reach : 0; i < verb; ++i)
      if (head(i) == t && (is_subject(tokens_[i]) || tokens_[i].relation == Relation::cop || tokens_[i].relation == Relation::mark)) return;
    tokens_[t].relation = Relation::nsubj;
  }

  // ---- "claimed that attack": a noun that predicates nothing has no conjunction.
  void that_noun(std::uint32_t t) {
    const std::uint32_t noun = t + 1, verb = t - 1;
    constexpr std::uint32_t reach = 8;
    if (t == 0 || noun >= tokens_.size() || tokens_[noun].tag != Tag::noun || tokens_[verb].tag != Tag::verb) return;
    for (std::uint32_t i = noun + 1; i < tokens_.size() && i < noun + reach; ++i)
      if (tokens_[i].tag == Tag::verb || tokens_[i].tag == Tag::aux) return;
    hang(t, noun, Relation::det);
    hang(noun, verb, Relation::obj);
  }

  // ---- "urged residents to stay": what somebody is urged to do is the verb's, not the somebody's.
  void what_is_asked(std::uint32_t t) {
    static constexpr std::array verbs = {"urge"_key,   "ask"_key,      "tell"_key,      "order"_key,     "force"_key,    "allow"_key,
                                         "permit"_key, "persuade"_key, "encourage"_key, "expect"_key,    "invite"_key,   "press"_key,
                                         "beg"_key,    "advise"_key,   "warn"_key,      "instruct"_key,  "compel"_key,   "enable"_key,
                                         "oblige"_key, "require"_key,  "request"_key,   "authorize"_key, "pressure"_key, "command"_key};
    const std::uint32_t who = head(t), verb = head(who);
    if (t == 0 || who >= t || verb >= who || tokens_[who].relation != Relation::obj || tokens_[verb].tag != Tag::verb) return;
    if (tokens_[t - 1].key != "to"_key || std::find(verbs.begin(), verbs.end(), tokens_[verb].lemma) == verbs.end()) return;
    hang(t, verb, Relation::xcomp);
  }

  // ---- "Togo's vice foreign minister visited": a genitive belongs to the noun after it.
  // Of a genitive's mark: whose it is.
  bool is_genitive(std::uint32_t mark) const {
    const Token& token = tokens_[mark];
    if (token.tag != Tag::part || token.relation != Relation::case_ || head(mark) >= mark || mark + 1 >= tokens_.size()) return false;
    const Token& owner = tokens_[head(mark)];
    return is_name_or_noun(owner) &&
           (owner.relation == Relation::obl || owner.relation == Relation::nsubj || owner.relation == Relation::dep);
  }

  void possessor(std::uint32_t mark) {
    constexpr std::uint32_t longest = 7;
    const std::uint32_t owner = head(mark);
    // The noun group after it: the first noun there that hangs where the owner does.
    for (std::uint32_t noun = mark + 1; noun < tokens_.size() && noun <= mark + longest; ++noun) {
      const Tag tag = tokens_[noun].tag;
      if (tag == Tag::verb || tag == Tag::aux || tag == Tag::adp) return;
      if (is_name_or_noun(tokens_[noun]) && head(noun) == head(owner)) return hang(owner, noun, Relation::nmod_poss);
    }
  }

  // ---- "blocked the bridge spanning the river": what is blocked does not span it for the blocker.
  void subject_of_gerund(std::uint32_t t) {
    const std::uint32_t gerund = head(t);
    if (gerund <= t || gerund > t + 3 || tokens_[gerund].tag != Tag::verb || tokens_[gerund].form != Form::gerund) return;
    const std::uint32_t verb = head(gerund);
    constexpr std::uint32_t longest = 6, reach = 12;
    if (tokens_[gerund].relation != Relation::advcl || verb >= t || t - verb > longest || !is_finite(tokens_[verb])) return;
    for (std::uint32_t i = verb + 1; i < t; ++i) {
      const Tag tag = tokens_[i].tag;
      if (tag != Tag::det && tag != Tag::adj && tag != Tag::num && tag != Tag::pron && tag != Tag::part && !is_name_or_noun(tokens_[i]))
        return;
    }
    for (std::uint32_t i = verb > reach ? verb - reach : 0; i < tokens_.size() && i < gerund + reach; ++i) {
      const Relation r = tokens_[i].relation;
      if (head(i) == verb && (r == Relation::obj || r == Relation::aux_pass || r == Relation::nsubj_pass || r == Relation::ccomp)) return;
      if (head(i) == gerund && i < gerund && i != t && (r == Relation::aux || r == Relation::mark)) return;
    }
    hang(t, verb, Relation::obj);
    hang(gerund, t, Relation::acl);
  }

  // ---- "said that suicide vests were found": no "that suicide", which is the vests'.
  void that_clause(std::uint32_t that) {
    const std::uint32_t noun = that + 1, verb = that > 0 ? that - 1 : 0;
    if (verb == that || noun + 1 >= tokens_.size() || tokens_[noun].relation != Relation::obj || head(noun) != verb) return;
    if (!is_name_or_noun(tokens_[noun]) || !is_name_or_noun(tokens_[noun + 1]) || !is_subject(tokens_[noun + 1])) return;
    const std::uint32_t predicate = head(noun + 1);
    if (predicate <= noun || head(predicate) != verb) return;
    hang(noun, noun + 1, Relation::compound);
    hang(that, predicate, Relation::mark);
  }

  // ---- "a forum bringing together Chad and Niger could ease it": of two subjects the one that a gerund brings is the gerund's object.
  void second_subject(std::uint32_t t) {
    constexpr std::uint32_t longest = 4, reach = 12;
    const std::uint32_t verb = head(t);
    if (verb <= t || t < 2) return;
    std::uint32_t gerund = t - 1;
    while (gerund > 0 && t - gerund < longest && (tokens_[gerund].tag == Tag::adv || tokens_[gerund].tag == Tag::det || head(gerund) == t))
      --gerund;
    const Token& middle = tokens_[gerund];
    if (middle.tag != Tag::verb || middle.form != Form::gerund || middle.relation != Relation::acl || head(gerund) >= gerund) return;
    const std::uint32_t noun = head(gerund);
    if (head(noun) != verb || tokens_[noun].relation != tokens_[t].relation) return;
    for (std::uint32_t i = gerund; i < tokens_.size() && i < gerund + reach; ++i)
      if (head(i) == gerund && tokens_[i].relation == Relation::obj) return;
    hang(t, gerund, Relation::obj);
  }

  // ---- "a forum of Chad, Niger, and the Volta states could ease it": the last of a list is no subject where the list is the subject's.
  void last_of_list(std::uint32_t t) {
    constexpr std::uint32_t longest = 6;
    const std::uint32_t verb = head(t);
    std::uint32_t conjunction = t;
    while (conjunction > 0 && t - conjunction < longest && tokens_[conjunction].tag != Tag::cconj) --conjunction;
    if (verb <= t || conjunction < 3 || tokens_[conjunction].key != "and"_key) return;
    for (std::uint32_t i = conjunction + 1; i < t; ++i)
      if (!is_under(i, t)) return;
    const bool comma = is_comma(conjunction - 1);
    const std::uint32_t member = conjunction - (comma ? 2 : 1), first = head(member);
    if (tokens_[member].relation != Relation::conj || !is_name_or_noun(tokens_[member]) || !is_name_or_noun(tokens_[first])) return;
    std::uint32_t subject = other_subject(verb, t);
    if (subject == none) {  // a sentence without a verb but this one
      subject = first;
      for (int i = 0; i < 8 && head(subject) != subject; ++i) subject = head(subject);
      const bool beside = head(verb) == first || (tokens_[head(verb)].relation == Relation::conj && head(head(verb)) == first);
      if (tokens_[verb].relation != Relation::conj || !beside || head(subject) != subject || !is_name_or_noun(tokens_[subject])) return;
      hang(verb, verb, Relation::root);
      for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
        if (head(i) == subject) hang(i, verb, tokens_[i].relation);
      hang(subject, verb, Relation::nsubj);
    } else if (subject > first || !is_under(first, subject)) {
      return;
    }
    hang(t, first, Relation::conj);
    hang(conjunction, t, Relation::cc);
    if (comma) hang(conjunction - 1, t, Relation::punct);
  }

  // ---- "vowed to rebuild it, and this is a start": a clause with a subject of its own stands beside a clause, no infinitive or noun.
  void clause_beside_none(std::uint32_t t) {
    constexpr int highest = 8;
    const std::uint32_t subject = other_subject(t, none);
    if (subject == none || subject < head(t) || is_relative(subject) || !heads_clause(t)) return;
    std::uint32_t above = head(t);
    for (int i = 0; i < highest && !may_go_on(above) && head(above) != above; ++i) above = head(above);
    if (above != head(t) && above < t && may_go_on(above)) hang(t, above, Relation::conj);
  }

  // A clause; one whose subject is "who" goes on without another subject.
  bool may_go_on(std::uint32_t t) const {
    if (!heads_clause(t)) return false;
    const std::uint32_t subject = tokens_[t].relation == Relation::acl_relcl ? other_subject(t, none) : none;
    return subject == none || !is_relative(subject);
  }

  bool is_relative(std::uint32_t t) const {
    const Key key = tokens_[t].key;
    return tokens_[t].tag != Tag::det && (key == "who"_key || key == "which"_key || key == "that"_key);
  }

  bool heads_clause(std::uint32_t t) const {
    if (is_finite(tokens_[t])) return true;
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t i = t > reach ? t - reach : 0; i < t; ++i)
      if (head(i) == t && (tokens_[i].tag == Tag::aux && tokens_[i].form != Form::base)) return true;
    return false;
  }

  // What hung on the day, or over the noun, stands before the noun now.
  Relation as_modifier(std::uint32_t t) const {
    const Relation r = tokens_[t].relation;
    return r == Relation::flat || r == Relation::nsubj || r == Relation::appos ? Relation::compound : r;
  }

  // ---- "has informed the United Nations": a name right after an active verb, without a preposition, is its object.
  void name_after_verb(std::uint32_t t) {
    const std::uint32_t verb = head(t);
    constexpr std::uint32_t longest = 5;
    if (verb >= t || t - verb > longest || tokens_[verb].tag != Tag::verb || is_day(tokens_[t].key) || is_period(tokens_[t].key)) return;
    for (std::uint32_t i = verb + 1; i < t; ++i)
      if (tokens_[i].tag != Tag::det && tokens_[i].tag != Tag::adj && tokens_[i].tag != Tag::propn) return;
    constexpr std::uint32_t reach = 8;  // auxiliaries, and what else could be the object
    for (std::uint32_t i = verb > reach ? verb - reach : 0; i < tokens_.size() && i < t + reach; ++i) {
      const Relation r = tokens_[i].relation;
      if (head(i) == verb && (r == Relation::aux_pass || r == Relation::obj || r == Relation::nsubj_pass)) return;
      if (head(i) == t && (r == Relation::case_ || r == Relation::mark)) return;
    }
    if (tokens_[verb].relation != Relation::acl || tokens_[verb].form != Form::past_participle) tokens_[t].relation = Relation::obj;
  }

  // ---- "war-torn Chad"
  bool is_hyphen(std::uint32_t t) const {
    return tokens_[t].tag == Tag::punct && tokens_[t].span.length() == 1 && tokens_[t].span.begin == tokens_[t - 1].span.end &&
           tokens_[t].span.end == tokens_[t + 1].span.begin;
  }

  void hyphened_participle(std::uint32_t hyphen) {
    const std::uint32_t participle = hyphen + 1;
    const Token& word = tokens_[participle];
    if (word.tag != Tag::verb || word.form == Form::present || word.relation == Relation::amod) return;
    // A dash between words has the same sign: what stands before it must lean on the participle or on its noun.
    constexpr std::uint32_t longest = 5;
    std::uint32_t noun = participle + 1;
    while (noun < tokens_.size() && noun < participle + longest && tokens_[noun].tag == Tag::adj) ++noun;
    if (noun >= tokens_.size() || !is_name_or_noun(tokens_[noun])) return;
    for (std::uint32_t i = participle + 1; i <= noun; ++i)
      if (tokens_[i].span.begin == tokens_[i - 1].span.end) return;
    // The head of the noun group that follows.
    for (int i = 0; i < 4 && head(noun) > noun && head(noun) < noun + longest && is_name_or_noun(tokens_[head(noun)]); ++i)
      noun = head(noun);
    const std::uint32_t modifier = hyphen - 1;
    const bool on_participle = head(noun) == participle;
    if (!on_participle || is_subject(tokens_[noun])) return;
    const Token& left = tokens_[modifier];
    // "to war-torn Chad": the noun takes the place of the word that was read as one, or of the participle.
    const bool nominal = left.relation == Relation::obl || left.relation == Relation::nmod || left.relation == Relation::obj;
    const std::uint32_t place = nominal && head(modifier) != participle ? modifier : participle;
    if (is_under(head(place), noun) && head(place) != participle) return;
    const std::uint32_t above = head(place) == place ? noun : head(place);
    if (above == participle || above == modifier) return;
    const Relation relation = place == participle && (word.relation == Relation::advcl || word.relation == Relation::acl)
                                  ? Relation::obl
                                  : tokens_[place].relation;
    hang(noun, above, relation);
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (i == noun || i == modifier || i == hyphen || i == participle) continue;
      if (head(i) == participle || (place == modifier && head(i) == modifier)) hang(i, noun, tokens_[i].relation);
    }
    hang(participle, noun, Relation::amod);
    hang(modifier, participle, left.tag == Tag::adv ? Relation::advmod : Relation::compound);
    hang(hyphen, modifier, Relation::punct);
  }

  // ---- "Oman, which is a host, has offered": the relative clause was read as the main one, with the main subject.
  bool is_relative_pronoun(std::uint32_t t) const {
    const Key key = tokens_[t].key;
    return t > 1 && (key == "which"_key || key == "who"_key) && tokens_[t - 1].span.length() == 1 && tokens_[t - 1].tag == Tag::punct;
  }

  // "Oman, which has no army, announced": the pronoun was given to the main verb, past one that a comma closes.
  std::uint32_t verb_between(std::uint32_t pronoun, std::uint32_t predicate) const {
    std::uint32_t inner = none;
    bool closed = false;
    for (std::uint32_t i = pronoun + 1; i < predicate; ++i) {
      if (is_finite(tokens_[i]) && inner == none) inner = i;
      closed = inner != none && (closed || tokens_[i].tag == Tag::punct);
    }
    return closed && head(inner) == predicate && other_subject(inner, none) == none ? inner : none;
  }

  void relative_as_main(std::uint32_t pronoun) {
    const std::uint32_t predicate = head(pronoun);
    if (predicate <= pronoun) return;
    std::uint32_t subject = other_subject(predicate, pronoun);
    if (subject == none && head(pronoun - 2) == predicate) subject = pronoun - 2;
    if (subject == none || subject > pronoun || !is_name_or_noun(tokens_[subject])) return;
    if (const std::uint32_t inner = verb_between(pronoun, predicate); inner != none) {
      hang(pronoun, inner, Relation::nsubj);
      return hang(inner, subject, Relation::acl_relcl);
    }
    // The main verb: the predicate's own head, or the first finite verb after a comma that hangs on it without a subject of its own.
    std::uint32_t verb = none;
    const std::uint32_t above = head(predicate);
    if (above > predicate && (is_subject(tokens_[predicate]) || (is_finite(tokens_[above]) && other_subject(above, none) == none))) {
      verb = above;
    } else {
      bool comma = false;
      for (std::uint32_t i = predicate + 1; i < tokens_.size() && verb == none; ++i) {
        const bool beside = head(i) == predicate || (tokens_[i].relation == Relation::conj && is_under(i, predicate));
        if (is_finite(tokens_[i]) && comma && beside && other_subject(i, none) == none) verb = i;
        comma = tokens_[i].tag == Tag::punct || (comma && (tokens_[i].tag == Tag::aux || tokens_[i].tag == Tag::adv));
      }
      if (verb == none) return;
      const bool root = head(predicate) == predicate;
      hang(verb, root ? verb : head(predicate), tokens_[predicate].relation);
      for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i)
        if (head(i) == predicate) hang(i, verb, tokens_[i].relation);
    }
    hang(subject, verb, Relation::nsubj);
    hang(predicate, subject, Relation::acl_relcl);
  }

  struct Change {
    std::uint32_t token, head;
    Relation relation;
  };
  std::span<Token> tokens_;
  std::uint32_t base_;
  std::vector<Change> changed_;  // by the repair under way
};

}  // namespace

void repair(std::span<Token> sentence, std::uint32_t base) { Repairer(sentence, base).run(); }

}  // namespace khabar::language
