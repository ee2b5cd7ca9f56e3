#include "language/headlines.h"

#include "language/features.h"
#include "lexicon/key_map.h"
#include "lexicon/table.h"

#include <algorithm>
#include <array>

namespace khabar::language {

namespace {

using namespace text::literals;

// headline_verbs.tsv: verbs that look like nouns.
struct Word {
  Key with = 0;         // what must follow: "gun down"
  bool third = false;   // with -s, too: "blast rocks town"
  bool mutual = false;  // what two do to each other: "Togo, Benin trade fire"
  bool intransitive = false;
  bool bare = false;  // nothing need follow: "Togo retaliates, three die"
};

class Words {
 public:
  static const Words& built_in() {
    static const Words words;
    return words;
  }
  const Word* find(Key key) const { return words_.find(key); }
  const Word* find_third(Key key) const { return thirds_.find(key); }  // with its -s

 private:
  Words() {
    const lexicon::Table table(lexicon::packed("language/lexicons/headline_verbs.tsv"));
    const std::size_t word = table.column("word"), with = table.column("with"), use = table.column("use");
    for (const lexicon::Row& row : table.rows()) {
      Word value;
      if (!row[with].empty()) value.with = text::key_of(row[with]);
      value.third = row[use].find("third") != std::string_view::npos;
      value.mutual = row[use].find("mutual") != std::string_view::npos;
      value.bare = row[use].find("bare") != std::string_view::npos;
      value.intransitive = row[use].find("alone") != std::string_view::npos;
      words_[text::key_of(row[word])] = value;
      if (value.third) thirds_[text::key_of(std::string(row[word]) + "s")] = value;
    }
  }
  lexicon::KeyMap<Word> words_, thirds_;
};

class Reader {
 public:
  Reader(std::string_view text, Token* first, Token* last, std::uint8_t* classes, std::vector<Doubt>& doubts)
      : text_(text), first_(first), size_(static_cast<std::uint32_t>(last - first)), classes_(classes), doubts_(doubts) {}

  void run() {
    constexpr std::uint32_t longest = 32;  // headlines are short
    if (size_ < 3 || size_ > longest) return;
    bool small = false;
    for (std::uint32_t i = 0; i < size_; ++i)
      small = small || (first_[i].has(Token::has_letter) && !first_[i].has(Token::all_capitals) && first_[i].span.length() > 1);
    stopped_ = mark(size_ - 1) == ".";
    for (std::uint32_t at = 0; small && at < size_; ++at) word(at);
  }

 private:
  std::string_view mark(std::uint32_t at) const {
    const Token& t = first_[at];
    return t.tag == Tag::punct || !t.has(Token::has_letter) ? text_.substr(t.span.begin, t.span.length()) : std::string_view();
  }
  bool is_nominal(std::uint32_t at) const { return first_[at].tag == Tag::noun || first_[at].tag == Tag::propn; }

  void settle(std::uint32_t at, Tag tag, Form form) {
    first_[at].tag = tag;
    first_[at].form = form;
    classes_[at] = class_of(tag, form);
    doubts_.erase(std::remove_if(doubts_.begin(), doubts_.end(), [&](const Doubt& doubt) { return doubt.word == at; }), doubts_.end());
  }

  void word(std::uint32_t at) {
    const Token& t = first_[at];
    if (t.tag == Tag::aux && t.key == "is"_key && t.has(Token::all_capitals) && is_name_here(at))
      return settle(at, Tag::propn, Form::singular);
    if (t.tag == Tag::part && mark(at) == "'" && t.has(Token::space_before) && at + 1 < size_ && !first_[at + 1].has(Token::space_before) &&
        first_[at + 1].key != "s"_key)
      return settle(at, Tag::punct, Form::none);  // kills 'super cop'
    if (at == 0) {
      if (is_name_before_infinitive()) settle(0, Tag::propn, Form::singular);
      return;
    }
    if (t.key == "along"_key && t.tag == Tag::adv && at + 1 < size_ && first_[at + 1].key != "with"_key && mark(at + 1).empty())
      return settle(at, Tag::adp, Form::none);  // "killed along disputed border"
    if (t.key == "ally"_key && t.tag == Tag::adv && is_nominal(at - 1)) return settle(at, Tag::noun, Form::singular);
    if (t.key == "remains"_key && at + 1 < size_ && first_[at + 1].tag == Tag::det && is_nominal(at - 1))  // "remains the main obstacle"
      return settle(at, Tag::verb, Form::present);
    if (t.key == "hit"_key && t.tag == Tag::adp) return settle(at, Tag::verb, Form::past);  // "missiles hit Oman"
    if (is_subjunctive(at)) return settle(at, Tag::verb, Form::base);
    if (is_weapon_before_deed(at)) return settle(at, Tag::noun, Form::singular);
    if (fires_something(at)) {
      settle(at, Tag::verb, Form::present);
      return settle(at + 1, Tag::noun, Form::plural);
    }
    if (is_after_singular(at)) return settle(at, Tag::verb, Form::present);
    if (t.key == "slain"_key && t.tag == Tag::noun && is_nominal(at - 1) && (at + 1 == size_ || !is_nominal(at + 1)))
      return settle(at, Tag::verb, Form::past_participle);
    // "Rebel chief, aide killed in raid": what a comma parts from the subject and a participle follows is no verb.
    if (!stopped_ && mark(at - 1) == "," && at > 1 && is_nominal(at - 2) && at + 1 < size_ && is_past(at + 1)) {
      const bool present = t.tag == Tag::verb && (t.form == Form::present || t.form == Form::base);
      if (present || t.tag == Tag::noun)
        return settle(at, Tag::noun, t.tag == Tag::noun ? t.form : text_[t.span.end - 1] == 's' ? Form::plural : Form::singular);
    }
    if (t.tag == Tag::x && t.has(Token::has_letter) && !t.has(Token::initial_capital) && !stopped_ && at + 1 < size_ && is_past(at + 1))
      return settle(at, Tag::noun, Form::singular);  // "guardsman stabbed"
    if (t.key == "chief"_key && t.tag == Tag::adj && is_nominal(at - 1) && !stopped_) return settle(at, Tag::noun, Form::singular);
    if (is_hurt(at)) return settle(at, Tag::verb, Form::past_participle);
    if (is_shot(at)) return settle(at, Tag::verb, kills_somebody(at) ? Form::past : Form::past_participle);
    if (is_before_verb(at)) return settle(at, Tag::noun, t.form == Form::gerund ? Form::singular : Form::plural);
    if (is_left_dead(at)) return settle(at, Tag::noun, Form::singular);
    if (is_no_verb(at)) return settle(at, Tag::noun, Form::singular);
    if (is_person_at_end(at)) return settle(at, Tag::noun, Form::singular);
    if (is_second_verb(at)) return settle(at, Tag::verb, Form::present);
    if (!is_verb_here(at)) return;
    settle(at, Tag::verb, Form::present);
    if (is_deal(at + 1)) settle(at + 1, Tag::noun, Form::singular);
    if (is_deeds(at - 1)) {
      settle(at - 1, Tag::noun, Form::plural);
    } else if (is_named_act(at - 1) || first_[at - 1].tag == Tag::adj) {
      settle(at - 1, Tag::noun, Form::singular);
    }
  }

  // "Macron to visit Gao", which looks like "Likely to visit Gao".
  bool is_name_before_infinitive() const {
    static constexpr std::array words = {"likely"_key,  "unlikely"_key, "due"_key,       "set"_key,        "ready"_key,    "able"_key,
                                         "unable"_key,  "free"_key,     "eager"_key,     "keen"_key,       "bound"_key,    "about"_key,
                                         "willing"_key, "how"_key,      "where"_key,     "when"_key,       "why"_key,      "hard"_key,
                                         "easy"_key,    "tough"_key,    "difficult"_key, "impossible"_key, "possible"_key, "necessary"_key,
                                         "enough"_key,  "only"_key,     "not"_key,       "never"_key,      "close"_key,    "back"_key,
                                         "next"_key,    "safe"_key,     "happy"_key,     "proud"_key,      "sad"_key};
    const Token& t = first_[0];
    if ((t.tag != Tag::adj && t.tag != Tag::adv) || !t.has(Token::initial_capital) || stopped_ || first_[1].key != "to"_key) return false;
    const Token& verb = first_[2];
    return verb.tag == Tag::verb && verb.form == Form::base && std::find(words.begin(), words.end(), t.key) == words.end();
  }

  // "It is imperative that the region pool its resources": what it should do.
  bool is_subjunctive(std::uint32_t at) const {
    static constexpr std::array asks = {"imperative"_key, "essential"_key, "crucial"_key, "vital"_key, "important"_key, "necessary"_key};
    constexpr std::uint32_t reach = 6;
    const Token& t = first_[at];
    if (t.tag != Tag::noun || t.form != Form::singular || t.has(Token::initial_capital) || at + 1 >= size_ || !is_nominal(at - 1))
      return false;
    if (first_[at + 1].tag != Tag::det && first_[at + 1].tag != Tag::pron) return false;
    std::uint32_t that = at;
    while (that > 1 && at - that < reach && first_[that].key != "that"_key) --that;
    if (first_[that].key != "that"_key) return false;
    const std::uint32_t quality = mark(that - 1).empty() ? that - 1 : that - 2;  // it is "imperative" that
    if (that < 2 || std::find(asks.begin(), asks.end(), first_[quality].key) == asks.end()) return false;
    for (std::uint32_t i = that + 1; i < size_ && mark(i) != ","; ++i)
      if (first_[i].tag == Tag::aux || (i < at && first_[i].tag == Tag::verb)) return false;
    return true;
  }

  // "Rebel mortar attack hits town": no verb.
  bool is_weapon_before_deed(std::uint32_t at) const {
    static constexpr std::array weapons = {"mortar"_key, "rocket"_key, "missile"_key, "grenade"_key, "drone"_key, "gun"_key,
                                           "knife"_key,  "arson"_key,  "suicide"_key, "shell"_key,   "axe"_key,   "acid"_key};
    static constexpr std::array deeds = {"attack"_key, "attacks"_key, "strike"_key, "strikes"_key, "fire"_key,
                                         "blast"_key,  "barrage"_key, "rounds"_key, "raid"_key,    "assault"_key};
    if ((first_[at].tag != Tag::verb && first_[at].tag != Tag::noun) || at + 1 >= size_) return false;
    return std::find(weapons.begin(), weapons.end(), first_[at].key) != weapons.end() &&
           std::find(deeds.begin(), deeds.end(), first_[at + 1].key) != deeds.end();
  }

  // "Militia fires rockets at base", where the verb was taken for a noun, and what is fired for the verb.
  bool fires_something(std::uint32_t at) const {
    static constexpr std::array shots = {"rockets"_key, "missiles"_key, "shots"_key,   "shells"_key,
                                         "mortars"_key, "drones"_key,   "grenades"_key};
    const Key key = first_[at].key;
    if ((key != "fires"_key && key != "fire"_key) || first_[at].tag != Tag::noun || at + 2 >= size_ || !is_nominal(at - 1)) return false;
    return std::find(shots.begin(), shots.end(), first_[at + 1].key) != shots.end();
  }

  // ", a charge Kabul denies": no plural has an "a".
  bool is_after_singular(std::uint32_t at) const {
    const Token& t = first_[at];
    const bool plural = t.tag == Tag::noun && t.form == Form::plural;
    const bool verb = t.tag == Tag::verb && t.form == Form::present && text_[t.span.end - 1] == 's';  // it stays one
    if (at < 3 || (!plural && !verb) || first_[at - 1].tag != Tag::propn || first_[at - 1].form != Form::singular) return false;
    if (first_[at - 2].tag != Tag::noun || first_[at - 2].form != Form::singular || (at + 1 < size_ && is_nominal(at + 1))) return false;
    std::uint32_t i = at - 3;
    while (i > 0 && first_[i].tag == Tag::adj) --i;
    return first_[i].key == "a"_key || first_[i].key == "an"_key;
  }

  // "IS claims blast", "blast claimed by IS" - not "this IS it".
  bool is_name_here(std::uint32_t at) const {
    const Tag next = at + 1 < size_ ? first_[at + 1].tag : Tag::punct;
    if (at == 0) return next == Tag::verb || next == Tag::noun || next == Tag::aux;
    const Tag before = first_[at - 1].tag;
    return before == Tag::adp || before == Tag::verb || before == Tag::adj || (before == Tag::num && next == Tag::noun);
  }

  bool is_past(std::uint32_t at) const {
    const Token& t = first_[at];
    return t.key == "slain"_key || (t.tag == Tag::verb && (t.form == Form::past || t.form == Form::past_participle));
  }

  // "Bandits kill 12, burn houses": a second verb past the comma, in the form of the first.
  bool is_second_verb(std::uint32_t at) const {
    const Token& t = first_[at];
    if (mark(at - 1) != "," || t.tag == Tag::verb || stopped_ || at + 1 >= size_ || !is_object(at + 1) || first_[at + 1].tag == Tag::num)
      return false;
    const Words& words = Words::built_in();
    const bool base = words.find(t.key) != nullptr && words.find(t.key)->with == 0, third = words.find_third(t.key) != nullptr;
    if (!base && !third) return false;
    for (std::uint32_t i = at - 1; i > 0; --i)
      if (first_[i].tag == Tag::verb && first_[i].form == Form::present) return (text_[first_[i].span.end - 1] == 's') == !base;
    return false;
  }

  // "Four dead, dozens hurt as truck overturns": they were.
  bool is_hurt(std::uint32_t at) const {
    const Token& t = first_[at];
    if (t.key != "hurt"_key || t.tag != Tag::verb || t.form == Form::past_participle || stopped_) return false;
    if (first_[at - 1].tag != Tag::num && !is_nominal(at - 1)) return false;
    if (at + 1 == size_) return true;
    const Key next = first_[at + 1].key;
    return first_[at + 1].tag == Tag::punct || next == "in"_key || next == "as"_key || next == "when"_key || next == "after"_key ||
           next == "at"_key || next == "by"_key || next == "near"_key;
  }

  // "Three shot dead in Gao"
  bool is_shot(std::uint32_t at) const {
    const Token& t = first_[at];
    const Tag before = first_[at - 1].tag;
    const bool dead = at + 1 < size_ && first_[at + 1].key == "dead"_key;
    const bool killed = at + 2 < size_ && first_[at + 1].key == "and"_key && is_past(at + 2);  // "journalist shot and killed"
    return t.key == "shot"_key && t.tag == Tag::noun && (dead || killed) &&
           (is_nominal(at - 1) || before == Tag::num || before == Tag::adj);
  }

  // "shot and killed a clerk", "shot dead a clerk": they did; not "shot and killed in Gao"
  bool kills_somebody(std::uint32_t shot) const {
    const std::uint32_t next = shot + (first_[shot + 1].key == "dead"_key ? 2 : 3);
    return next < size_ &&
           (first_[next].tag == Tag::det || first_[next].tag == Tag::num || first_[next].tag == Tag::adj || is_nominal(next));
  }

  // "US strikes kill six", "border firing leaves one dead": what stands right before the clause's verb is none.
  bool is_before_verb(std::uint32_t at) const {
    const Token& t = first_[at];
    if (t.tag != Tag::verb || stopped_ || at + 1 >= size_ || (!is_nominal(at - 1) && first_[at - 1].tag != Tag::adj)) return false;
    const Token& next = first_[at + 1];
    if (next.tag != Tag::verb || next.form != Form::present) return false;
    const bool gerund = t.form == Form::gerund && text_[next.span.end - 1] == 's';
    const bool present = t.form == Form::present && text_[t.span.end - 1] == 's' && text_[next.span.end - 1] != 's';
    return gerund || (present && t.lemma != "say"_key && t.key != "says"_key);
  }

  // "leaves Palestinian dead": one of that people.
  bool is_left_dead(std::uint32_t at) const {
    const Token& t = first_[at];
    if (t.tag != Tag::adj || stopped_ || !t.has(Token::initial_capital) || at + 1 >= size_ || first_[at - 1].tag != Tag::verb) return false;
    const Key next = first_[at + 1].key;
    return next == "dead"_key || next == "wounded"_key || next == "injured"_key || next == "hurt"_key;
  }

  // "Police official killed in Gao": what a participle follows at once is no verb - but "get killed".
  bool is_no_verb(std::uint32_t at) const {
    const Token& t = first_[at];
    if (t.tag != Tag::verb || (t.form != Form::present && t.form != Form::base) || text_[t.span.end - 1] == 's') return false;
    if (stopped_ || !is_nominal(at - 1) || at + 1 >= size_ || first_[at + 1].tag != Tag::verb || !is_past(at + 1)) return false;
    static constexpr std::array linking = {"get"_key, "stand"_key, "go"_key,   "feel"_key, "remain"_key, "have"_key,
                                           "lie"_key, "keep"_key,  "stay"_key, "be"_key,   "say"_key,    "become"_key};
    return std::find(linking.begin(), linking.end(), t.key) == linking.end();
  }

  // "kills Chadian national in raid": adjectives that stand for people where no noun follows.
  bool is_person_at_end(std::uint32_t at) const {
    static constexpr std::array words = {"national"_key, "official"_key,  "civilian"_key,  "militant"_key, "suspect"_key,
                                         "radical"_key,  "extremist"_key, "insurgent"_key, "regular"_key,  "islamist"_key};
    const Token& t = first_[at];
    if (t.tag != Tag::adj || stopped_ || std::find(words.begin(), words.end(), t.key) == words.end()) return false;
    const Tag before = first_[at - 1].tag, after = at + 1 < size_ ? first_[at + 1].tag : Tag::punct;
    const bool led = before == Tag::adj || before == Tag::verb || before == Tag::noun || before == Tag::propn || before == Tag::num;
    return led && (after == Tag::punct || after == Tag::adp || after == Tag::verb || after == Tag::sconj);
  }

  bool is_verb_here(std::uint32_t at) const {
    const Token& t = first_[at];
    const bool open = t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::adj || t.key == "overrun"_key;
    const bool verb = t.tag == Tag::verb && t.form == Form::present;  // it stays one, whatever tree would like a noun
    if (!open && !verb) return false;
    const bool person = first_[at - 1].tag == Tag::adj && first_[at - 1].has(Token::initial_capital);  // "Palestinian stabs two"
    if (!is_nominal(at - 1) && !is_named_act(at - 1) && !is_deeds(at - 1) && !person) return false;
    const Words& words = Words::built_in();
    const Word* word = words.find(t.key);
    const bool third = word == nullptr;
    if (third) word = words.find_third(t.key);
    if (word == nullptr) return false;
    if (at + 1 >= size_) {  // "as talks stall"
      if (!word->bare) return false;
    } else if (word->with != 0 && first_[at + 1].key != word->with) {
      return false;
    }
    if (word->with == 0 && !word->bare && !is_object(at + 1) &&
        !(word->intransitive && first_[at + 1].tag == Tag::adp && first_[at + 1].key != "of"_key))
      return false;
    if (third ? first_[at - 1].form == Form::plural : !is_many(at - 1) && !is_deeds(at - 1) && !(word->mutual && is_joined(at - 1)))
      return false;
    if (stopped_ && goes_on_as_verb(at + 1)) return false;
    const bool pair = word->mutual && is_joined(at - 1) && first_[at - 1].tag == Tag::propn;
    return !has_other_verb(at, stopped_ && !pair);
  }

  // "Sanctions deter Peruvian banks": in a sentence a singular with a noun group of its own behind it is the verb.
  bool goes_on_as_verb(std::uint32_t at) const {
    if (at + 1 >= size_ || first_[at].tag != Tag::noun || first_[at].form != Form::singular || first_[at].has(Token::initial_capital))
      return false;
    const Token& next = first_[at + 1];
    return next.tag == Tag::det || next.tag == Tag::num ||
           (next.has(Token::initial_capital) && (next.tag == Tag::adj || next.tag == Tag::propn));
  }

  // "Beninese firing wounds boy"
  bool is_named_act(std::uint32_t at) const {
    return at > 0 && first_[at].tag == Tag::verb && first_[at].form == Form::gerund &&
           (is_nominal(at - 1) || first_[at - 1].tag == Tag::adj);
  }

  // "Twin blasts rock town", where the blasts were taken for the verb
  bool is_deeds(std::uint32_t at) const {
    static constexpr std::array deeds = {"blasts"_key,  "bombings"_key, "explosions"_key, "strikes"_key,  "airstrikes"_key, "attacks"_key,
                                         "clashes"_key, "raids"_key,    "protests"_key,   "killings"_key, "shootings"_key,  "quakes"_key};
    return first_[at].tag == Tag::verb && first_[at].form == Form::present &&
           std::find(deeds.begin(), deeds.end(), first_[at].key) != deeds.end();
  }

  // "free kidnapped soldiers"
  bool is_participle_before_noun(std::uint32_t at) const {
    return first_[at].tag == Tag::verb && first_[at].form == Form::past_participle && at + 1 < size_ && is_nominal(at + 1);
  }

  // "signs deal with Togo": nobody deals there.
  bool is_deal(std::uint32_t at) const { return at < size_ && first_[at].key == "deal"_key && first_[at].tag == Tag::verb; }

  bool is_object(std::uint32_t at) const {
    const Tag tag = first_[at].tag;
    if (is_deal(at)) return true;
    if (is_participle_before_noun(at)) return true;
    return tag == Tag::num || tag == Tag::det || tag == Tag::adj || tag == Tag::noun || tag == Tag::propn;
  }

  // Nouns for many: "rebels", "police", "the Taliban".
  bool is_many(std::uint32_t at) const {
    switch (first_[at].key) {
      case "police"_key:
      case "personnel"_key:
      case "taliban"_key:
      case "taleban"_key:
      case "hamas"_key:
      case "shabaab"_key:
      case "gunmen"_key: return true;
      default: return first_[at].form == Form::plural || is_joined(at);
    }
  }

  // "Togo and Benin", "rebels, army"
  bool is_joined(std::uint32_t at) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t i = at; i > 0 && at - i < reach; --i) {
      if (first_[i - 1].key == "and"_key || mark(i - 1) == ",") return i > 1 && (is_nominal(i - 2) || first_[i - 2].tag == Tag::adj);
      if (!is_nominal(i - 1) && first_[i - 1].tag != Tag::adj) return false;
    }
    return false;
  }

  // A finite verb, or what a headline has for one, in the same clause or anywhere.
  bool has_other_verb(std::uint32_t at, bool anywhere) const {
    std::uint32_t begin = at, end = at + 1;
    while (begin > 0 && !(anywhere ? reports(begin - 1) : parts(begin - 1))) --begin;
    while (end < size_ && !(anywhere ? is_relative(end) || reports(end + 1) : parts(end))) ++end;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Token& t = first_[i];
      if (i == at || (i + 1 == at && (is_named_act(i) || is_deeds(i))) || (i == at + 1 && (is_participle_before_noun(i) || is_deal(i))))
        continue;
      if (t.tag == Tag::aux || (t.tag == Tag::verb && (t.form == Form::past || t.form == Form::present || t.form == Form::past_participle)))
        return true;
    }
    return false;
  }

  // "Oman says Chad shelters rebels who ...": who says so, and what is told of the rebels, leave the clause its verb.
  bool reports(std::uint32_t at) const {
    static constexpr std::array verbs = {"says"_key, "say"_key, "said"_key, "claims"_key, "claim"_key, "claimed"_key};
    return at < size_ && first_[at].tag == Tag::verb && std::find(verbs.begin(), verbs.end(), first_[at].key) != verbs.end();
  }
  bool is_relative(std::uint32_t at) const { return first_[at].key == "who"_key || first_[at].key == "which"_key; }

  bool parts(std::uint32_t at) const {
    const std::string_view word = mark(at);
    if (word == "," || word == ":" || word == ";" || (word == "-" && first_[at].has(Token::space_before))) return true;
    const Key key = first_[at].key;
    return key == "as"_key || key == "after"_key || key == "while"_key || key == "when"_key || key == "says"_key || key == "say"_key;
  }

  std::string_view text_;
  Token* first_;
  std::uint32_t size_;
  std::uint8_t* classes_;
  std::vector<Doubt>& doubts_;
  bool stopped_ = false;
};

}  // namespace

void settle_headline(std::string_view text, Token* first, Token* last, std::uint8_t* classes, std::vector<Doubt>& doubts) {
  Reader(text, first, last, classes, doubts).run();
}

}  // namespace khabar::language
