#include "language/repairs.h"

#include "language/headline_repairs.h"

namespace khabar::language {

namespace {

using namespace text::literals;

class Repairer : private HeadlineRepairs {
 public:
  Repairer(std::string_view text, std::span<Token> tokens, std::uint32_t base) : HeadlineRepairs(text, tokens, base) {}

  void run() {
    for (std::uint32_t t = 0; t < tokens_.size(); ++t) {
      if (is_subject(tokens_[t])) mend_subject(t);
      mend_headline(t);
      mend_relation(t);
      mend_word(t);
    }
  }

 private:
  void mend_subject(std::uint32_t t) {
    if (const std::uint32_t first = begin_of_time(t); first != none) attempt([&] { time_as_subject(t, first); });
    attempt([&] { month_as_subject(t); });
    attempt([&] { subject_of_mark(t); });
    attempt([&] { place_as_subject(t); });
    attempt([&] { subject_of_gerund(t); });
    attempt([&] { second_subject(t); });
    attempt([&] { last_of_list(t); });
    attempt([&] { object_before_clause(t); });
    attempt([&] { between_both(t); });
    attempt([&] { speaker_at_end(t); });
    attempt([&] { titled_speaker(t); });
    attempt([&] { object_as_subject(t); });
    if (is_relative_pronoun(t)) attempt([&] { relative_as_main(t); });
    if (is_relative_pronoun(t)) attempt([&] { main_behind_relative(t); });
    attempt([&] { relative_as_conjunct(t); });
    if (is_relative(t)) attempt([&] { noun_under_its_clause(t); });
    attempt([&] { object_behind_verb(t); });
    past_of_one(t);
    attempt([&] { told_by_second(t); });
  }

  void mend_relation(std::uint32_t t) {
    const Token& token = tokens_[t];
    const bool predicated = token.relation == Relation::xcomp && !names_or_becomes(tokens_[head(t)].lemma);  // "has accused Oman of"
    const bool explained = token.relation == Relation::appos && head(t) + 1 == t;  // "have urged Oman to": a verb has no apposition
    if ((token.relation == Relation::obl || predicated || explained) && token.tag == Tag::propn) name_after_verb(t);
    if (token.relation == Relation::nsubj_pass && token.tag == Tag::num) the_two_met(t);
    if (token.relation == Relation::obj && begin_of_time(t) != none) time_as_object(t);
    if (is_name_or_noun(token) && head(t) == t + 1) attempt([&] { object_before_time(t); });
    if (is_name_or_noun(token) && head(t) == t + 1) attempt([&] { noun_before_day(t); });
    if (token.relation == Relation::flat && is_day(token.key)) attempt([&] { day_as_name(t); });
    if (token.relation == Relation::nmod && is_day(tokens_[head(t)].key)) attempt([&] { phrase_of_day(t); });
    if (token.relation == Relation::nmod || token.relation == Relation::compound || token.relation == Relation::flat)
      attempt([&] { day_of_subject(t); });
    if (token.relation == Relation::compound) attempt([&] { month_before_subject(t); });
    if (token.relation == Relation::flat && !token.has(Token::initial_capital)) attempt([&] { noun_after_name(t); });
    if (token.relation == Relation::appos) attempt([&] { apposition_as_subject(t); });
    if (token.relation == Relation::amod || token.relation == Relation::compound) attempt([&] { object_of_gerund(t); });
    if (token.relation == Relation::amod || token.relation == Relation::compound) attempt([&] { accused_of_gerund(t); });
    if (token.relation == Relation::amod && token.form == Form::past) attempt([&] { verb_before_object(t); });
    if (token.relation == Relation::appos) name_in_list(t);
    if (token.relation == Relation::appos) attempt([&] { list_past_place(t); });
    if (token.relation == Relation::obl) attempt([&] { second_object(t); });
    if (token.relation == Relation::conj) attempt([&] { clause_beside_none(t); });
    if (token.relation == Relation::conj && token.form == Form::plural) attempt([&] { two_before_noun(t); });
    if (token.relation == Relation::conj && token.tag == Tag::verb) attempt([&] { infinitive_in_list(t); });
    if (token.relation == Relation::conj && token.tag == Tag::verb) passive_in_list(t);
    if (token.relation == Relation::conj && token.tag == Tag::verb) attempt([&] { list_in_report(t); });
    if (token.relation == Relation::obl) attempt([&] { goes_on_in_list(t); });
    if (token.relation == Relation::obl && is_name_or_noun(token)) attempt([&] { border_with(t); });
    if (token.relation == Relation::obl && token.tag == Tag::noun) attempt([&] { object_of_particle(t); });
    if (token.relation == Relation::conj) attempt([&] { told_and_did(t); });
    if (token.relation == Relation::acl_relcl) attempt([&] { what_is_said(t); });
    if (token.relation == Relation::acl_relcl) attempt([&] { relative_of_two(t); });
    if (token.relation == Relation::advcl && token.tag == Tag::verb) attempt([&] { report_as_aside(t); });
    if (token.relation == Relation::advcl && token.form == Form::gerund) attempt([&] { result_of_said(t); });
    if (token.relation == Relation::xcomp || (token.relation == Relation::advcl && token.form == Form::base))
      attempt([&] { what_gerund_asks(t); });
    if (token.relation == Relation::conj && token.form == Form::gerund) attempt([&] { gerund_beside(t); });
    if (token.relation == Relation::xcomp && is_name_or_noun(token)) attempt([&] { phrase_past_adverb(t); });
    if (token.relation == Relation::obl_agent) attempt([&] { by_of_noun(t); });
    if (token.relation == Relation::obl && head(t) + 3 < t) attempt([&] { setting_of_opinion(t); });
    if (token.relation == Relation::parataxis && token.form == Form::base) attempt([&] { same_past_in_list(t); });
    if (token.relation == Relation::ccomp) attempt([&] { joined_clause(t); });
    if (token.relation == Relation::ccomp) attempt([&] { clause_before_but(t); });
    if (token.relation == Relation::acl && token.tag == Tag::verb) attempt([&] { told_afterwards(t); });
    if (token.relation == Relation::aux_pass) attempt([&] { participle_before_passive(t); });
    if (token.form == Form::past && token.tag == Tag::verb) attempt([&] { deed_as_said(t); });
    if (token.form == Form::gerund) attempt([&] { gerund_of(t); });
    if (token.key == "with"_key) attempt([&] { clause_of_with(t); });
    if (token.lemma == "help"_key) attempt([&] { helped_to_act(t); });
    if (token.lemma == "tell"_key && token.tag == Tag::verb) attempt([&] { told_paper(t); });
    if (token.key == "before"_key || token.key == "after"_key || token.key == "as"_key) attempt([&] { clause_of_before(t); });
    if (token.key == "before"_key || token.key == "after"_key) attempt([&] { clause_behind_time(t); });
    if (token.relation == Relation::root && token.tag == Tag::verb) attempt([&] { participle_as_main(t); });
    if (token.relation == Relation::root && token.tag == Tag::verb) attempt([&] { relative_before_main(t); });
    if (token.relation == Relation::root && token.tag == Tag::verb && token.form == Form::base) noun_with_article(t);
    if (token.tag == Tag::verb && (token.form == Form::past || token.form == Form::past_participle))
      attempt([&] { reduced_before_main(t); });
    if (token.relation == Relation::root && is_name_or_noun(token)) attempt([&] { day_as_root(t); });
    if (token.relation == Relation::flat || token.relation == Relation::compound) attempt([&] { day_before_title(t); });
    if (token.key == "have"_key && token.tag == Tag::verb) attempt([&] { perfect(t); });
    if (token.tag == Tag::verb) attempt([&] { speakers_behind(t); });
    if (token.relation == Relation::conj && is_finite(token)) attempt([&] { said_and_denied(t); });
    if (token.relation == Relation::conj && token.tag == Tag::verb) attempt([&] { unheard_adjective(t); });
    if (token.relation == Relation::acl) attempt([&] { clause_with_mark(t); });
    if (token.relation == Relation::acl && token.form == Form::past_participle) attempt([&] { participle_of_last(t); });
    if (token.relation == Relation::acl && token.tag == Tag::verb) attempt([&] { collapse_as_participle(t); });
    if ((token.relation == Relation::acl || token.relation == Relation::advcl) && token.form == Form::base) what_is_asked(t);
    if (token.relation == Relation::discourse || token.relation == Relation::vocative) attempt([&] { name_as_interjection(t); });
    if (token.relation == Relation::dep && is_name_or_noun(token)) attempt([&] { first_beside_list(t); });
    if ((token.relation == Relation::compound || token.relation == Relation::vocative) && token.tag == Tag::propn)
      attempt([&] { list_before_verb(t); });
    if (token.relation == Relation::iobj && is_name_or_noun(token)) attempt([&] { first_of_list(t); });
    if (token.relation == Relation::ccomp && is_name_or_noun(token)) noun_as_clause(t);
    if (token.relation == Relation::expl && is_name_or_noun(token) && head(t) < t) hang(t, head(t), Relation::obj);  // "deported 40 Poles"
  }

  void mend_word(std::uint32_t t) {
    const Token& token = tokens_[t];
    if ((token.key == "never"_key || token.key == "not"_key) && head(t) < t) attempt([&] { negated_infinitive(t); });
    if (token.key == "together"_key && token.relation == Relation::case_) attempt([&] { together(t); });
    if (token.key == "calls"_key) attempt([&] { calls_on(t); });
    if (token.key == "press"_key) attempt([&] { press_as_verb(t); });
    if (token.key == "whose"_key) attempt([&] { clause_of_whose(t); });
    if (token.key == "up"_key) attempt([&] { up_to_number(t); });
    if (token.key == "neighbouring"_key || token.key == "neighboring"_key) attempt([&] { neighbouring(t); });
    if (token.key == "down"_key) attempt([&] { particle_as_preposition(t); });
    if (token.key == "dead"_key || token.key == "death"_key) attempt([&] { result_of_verb(t); });
    if (token.key == "ablaze"_key || token.key == "alight"_key || token.key == "afire"_key) attempt([&] { set_ablaze(t); });
    if (token.key == "death"_key) attempt([&] { put_to_death(t); });
    if (token.key == "shot"_key) attempt([&] { shot_as_noun(t); });
    if (token.key == "outside"_key || token.key == "inside"_key) attempt([&] { place_behind_verb(t); });
    if (token.key == "both"_key) attempt([&] { both_as_subject(t); });
    if ((token.key == "which"_key || token.key == "whom"_key) && token.tag == Tag::pron) attempt([&] { object_of_which(t); });
    if (token.key == "both"_key && token.relation == Relation::advmod && head(t) == t + 1) both_agreed(t);
    if (token.key == "to"_key && t > 2 && is_comma(t - 2)) attempt([&] { due_aside(t - 1); });
    if (token.key == "due"_key) attempt([&] { due_to_act(t); });
    if (token.key == "that"_key && (token.relation == Relation::obj || token.relation == Relation::mark)) attempt([&] { rumour_that(t); });
    if (token.key == "that"_key && (token.relation == Relation::mark || token.relation == Relation::obj))
      attempt([&] { main_behind_that(t); });
    if (token.key == "that"_key && token.relation == Relation::mark) attempt([&] { clause_of_gerund(t); });
    if (token.key == "that"_key && token.relation == Relation::mark) attempt([&] { that_noun(t); });
    if (token.key == "that"_key && token.relation == Relation::mark) attempt([&] { proposed_that(t); });
    if (token.key == "that"_key && token.relation == Relation::mark) attempt([&] { that_and(t); });
    if (token.key == "that"_key && token.relation == Relation::det) attempt([&] { that_clause(t); });
    if ((token.key == "which"_key || token.key == "whom"_key) && token.tag == Tag::pron) attempt([&] { object_of_relative(t); });
    if ((token.key == "which"_key || token.key == "who"_key) && token.tag == Tag::pron && t > 0) attempt([&] { said_of_which(t); });
    if (is_genitive(t)) attempt([&] { possessor(t); });
    if (t + 2 < tokens_.size() && is_hyphen(t)) attempt([&] { hyphened_participle(t); });
    if (t + 2 < tokens_.size() && is_hyphen(t)) attempt([&] { hyphened_noun(t); });
    if (t + 2 < tokens_.size() && is_hyphen(t) && tokens_[t + 1].key == "laden"_key) attempt([&] { laden(t); });
  }

  // ---- "is due to travel": no "due to", which is followed by a noun
  void due_to_act(std::uint32_t t) {
    const std::uint32_t to = t + 1, verb = t + 2;
    if (t == 0 || verb >= tokens_.size() || tokens_[to].key != "to"_key) return;
    if (tokens_[verb].tag != Tag::verb || tokens_[verb].form != Form::base || head(t) == t || !is_under(t, verb)) return;
    constexpr std::uint32_t reach = 24;
    tokens_[t].tag = Tag::adj;
    hang(t, head(verb) == verb ? t : head(verb), tokens_[verb].relation);
    for (std::uint32_t i = t > reach ? t - reach : 0; i < t; ++i)
      if (head(i) == verb) hang(i, t, tokens_[i].tag == Tag::aux ? Relation::cop : tokens_[i].relation);
    hang(verb, t, Relation::xcomp);
    hang(to, verb, Relation::mark);
  }

  // ---- "answered two days later with strikes": no adverb has a complement
  void phrase_past_adverb(std::uint32_t t) {
    const std::uint32_t adverb = head(t);
    if (adverb >= t || tokens_[adverb].tag != Tag::adv || !has_preposition(t)) return;
    std::uint32_t verb = adverb;
    for (int i = 0; i < 4 && tokens_[verb].tag != Tag::verb && head(verb) < verb; ++i) verb = head(verb);
    if (tokens_[verb].tag == Tag::verb) hang(t, verb, Relation::obl);
  }

  // ---- "bringing together Chad and Niger"
  void together(std::uint32_t t) {
    if (t == 0 || tokens_[t - 1].tag != Tag::verb) return;
    tokens_[t].tag = Tag::adv;
    hang(t, t - 1, Relation::advmod);
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

  // "carried out nine raids last year": the raids were carried out, whatever the tree hung on "last".
  void object_before_time(std::uint32_t t) {
    const std::uint32_t time = t + 2;
    if (time >= tokens_.size() || begin_of_time(time) != t + 1 || begin_of_time(t) != none) return;
    const std::uint32_t verb = head(time);
    if (verb >= t || tokens_[verb].tag != Tag::verb) return;
    for (std::uint32_t i = verb + 1; i < t; ++i)
      if (head(i) == verb && tokens_[i].relation == Relation::obj) return;
    hang(t, verb, Relation::obj);
    if (tokens_[time].relation == Relation::obj) hang(time, verb, Relation::obl_time);
  }

  // "signed a pact with Poland Monday", "arming rebels Monday": a day has no name and no noun before it; both are the verb's.
  void noun_before_day(std::uint32_t t) {
    const std::uint32_t day = t + 1;
    if (day >= tokens_.size() || head(t) != day || begin_of_time(day) != day || begin_of_time(t) != none) return;
    if (tokens_[t].relation != Relation::compound && tokens_[t].relation != Relation::nmod) return;
    const std::uint32_t verb = head(day);
    if (verb >= t || tokens_[verb].tag != Tag::verb) return;
    bool phrase = false;
    for (std::uint32_t i = verb + 1; i < t; ++i) {
      if (head(i) != day) continue;
      phrase = phrase || tokens_[i].relation == Relation::case_;
      hang(i, t, tokens_[i].relation);
    }
    hang(t, verb, phrase ? Relation::obl : Relation::obj);
    hang(day, verb, Relation::obl_time);
  }

  // "imposed sanctions on Iran Monday": the day is no part of the name.
  void day_as_name(std::uint32_t t) {
    const std::uint32_t name = head(t);
    if (name + 1 != t || begin_of_time(t) != t || tokens_[t].relation != Relation::flat || !is_name_or_noun(tokens_[name])) return;
    if (t + 1 < tokens_.size() && is_name_or_noun(tokens_[t + 1]) && head(t + 1) <= t) return;  // "Robinson Friday Okoro"
    std::uint32_t verb = head(name);
    for (int i = 0; i < 3 && tokens_[verb].tag != Tag::verb && head(verb) != verb; ++i) verb = head(verb);
    if (tokens_[verb].tag == Tag::verb && verb < name) hang(t, verb, Relation::obl_time);
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

  // ---- "Togo's vice foreign minister visited": a genitive belongs to the noun after it. Here is its mark.
  bool is_genitive(std::uint32_t mark) const {
    const Token& token = tokens_[mark];
    if (token.tag != Tag::part || token.relation != Relation::case_ || head(mark) >= mark || mark + 1 >= tokens_.size()) return false;
    const Token& owner = tokens_[head(mark)];
    return is_name_or_noun(owner) && (owner.relation == Relation::obl || owner.relation == Relation::nsubj ||
                                      owner.relation == Relation::dep || owner.relation == Relation::obj);
  }

  void possessor(std::uint32_t mark) {
    constexpr std::uint32_t longest = 7;
    const std::uint32_t owner = head(mark);
    // The noun group after it: the first noun there that hangs where the owner does.
    for (std::uint32_t noun = mark + 1; noun < tokens_.size() && noun <= mark + longest; ++noun) {
      const Tag tag = tokens_[noun].tag;
      if (tag == Tag::verb || tag == Tag::aux || tag == Tag::adp) return;
      if (!is_name_or_noun(tokens_[noun]) || head(noun) != head(owner)) continue;
      if (tokens_[owner].relation == Relation::obj) {  // "captured the rebels' last base"
        if (head(owner) > owner) return;
        tokens_[noun].relation = Relation::obj;
        for (std::uint32_t i = mark + 1; i < noun; ++i)
          if (head(i) == owner) hang(i, noun, tokens_[i].relation);
      }
      return hang(owner, noun, Relation::nmod_poss);
    }
  }

  // What hung on the day, or over the noun, stands before the noun now.
  Relation as_modifier(std::uint32_t t) const {
    const Relation r = tokens_[t].relation;
    return r == Relation::flat || r == Relation::nsubj || r == Relation::appos ? Relation::compound : r;
  }

  // ---- "the two met in Oslo": no participle, for "the two" have done it and nothing else is told of them.
  void the_two_met(std::uint32_t number) {
    const std::uint32_t verb = head(number);
    if (number == 0 || verb != number + 1 || tokens_[number - 1].key != "the"_key || tokens_[verb].form != Form::past_participle) return;
    const bool both = tokens_[number].key == "two"_key || tokens_[number].key == "three"_key;
    const bool main = tokens_[verb].relation == Relation::root || tokens_[verb].relation == Relation::conj;
    if (!both || !main) return;
    tokens_[verb].form = Form::past;
    tokens_[number].relation = Relation::nsubj;
  }

  // ---- "suggested that, and Oman rejected it": no conjunction before a comma and an "and".
  void that_and(std::uint32_t that) {
    const std::uint32_t clause = head(that);
    if (that == 0 || that + 2 >= tokens_.size() || clause <= that || !is_comma(that + 1) || tokens_[that + 2].tag != Tag::cconj) return;
    const std::uint32_t verb = head(clause);
    if (verb != that - 1 || tokens_[clause].relation != Relation::ccomp) return;
    tokens_[that].tag = Tag::pron;
    hang(that, verb, Relation::obj);
    hang(clause, verb, Relation::conj);
  }

  // ---- "Both agreed"
  void both_agreed(std::uint32_t both) {
    const std::uint32_t verb = both + 1;
    const bool main = tokens_[verb].relation == Relation::root && tokens_[verb].form == Form::past_participle;
    if (tokens_[verb].tag != Tag::verb || (!is_finite(tokens_[verb]) && !main)) return;
    if (main) tokens_[verb].form = Form::past;
    hang(both, verb, Relation::nsubj);
  }

  // Verbs that a name may complete: "became Prime Minister", "called it Volta".
  static bool names_or_becomes(Key lemma) {
    static constexpr std::array keys = {"be"_key,    "become"_key, "remain"_key,   "stay"_key,    "seem"_key,     "call"_key, "name"_key,
                                        "elect"_key, "make"_key,   "appoint"_key,  "declare"_key, "consider"_key, "dub"_key,  "rename"_key,
                                        "prove"_key, "turn"_key,   "christen"_key, "crown"_key,   "look"_key,     "feel"_key};
    return std::find(keys.begin(), keys.end(), lemma) != keys.end();
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

  // "rammed an explosives-laden van into a gate": the noun that follows takes the place of the one that it is laden with.
  void laden(std::uint32_t hyphen) {
    const std::uint32_t load = hyphen - 1, participle = hyphen + 1, noun = hyphen + 2;
    if (!is_name_or_noun(tokens_[noun]) || !is_name_or_noun(tokens_[load]) || head(load) == load || is_under(load, noun) ||
        head(load) == participle)
      return;
    hang(noun, head(load), tokens_[load].relation);
    for (std::uint32_t i = load > 4 ? load - 4 : 0; i < load; ++i)
      if (head(i) == load) hang(i, noun, tokens_[i].relation);
    tokens_[participle].tag = Tag::adj;
    hang(participle, noun, Relation::amod);
    hang(load, participle, Relation::compound);
    hang(hyphen, participle, Relation::punct);
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
};

}  // namespace

void repair(std::string_view text, std::span<Token> sentence, std::uint32_t base) { Repairer(text, sentence, base).run(); }

bool is_opinion(const Token& held, const Token& to, const Token& verb) {
  static constexpr std::array keys = {"thought"_key,  "believed"_key, "said"_key,     "alleged"_key,    "known"_key,   "suspected"_key,
                                      "reported"_key, "presumed"_key, "rumoured"_key, "understood"_key, "rumored"_key, "feared"_key};
  return to.key == "to"_key && (verb.key == "be"_key || verb.key == "have"_key || verb.key == "belong"_key) &&
         std::find(keys.begin(), keys.end(), held.key) != keys.end();
}

}  // namespace khabar::language
