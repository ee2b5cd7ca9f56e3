#include "mentions/quantities/quantities.h"

#include "layout/words.h"
#include "mentions/quantities/counted.h"
#include "mentions/quantities/numerals.h"

#include <algorithm>
#include <memory>

namespace khabar::quantities {

using language::Sentence;
using language::Tag;
using language::Token;
using text::Key;
using namespace text::literals;

namespace {

class Reader {
 public:
  Reader(std::string_view text, const language::Language& language, std::span<const times::Found> times)
      : text_(text),
        tokens_(language.tokens),
        language_(language),
        words_(Vocabulary::instance()),
        covered_(new bool[tokens_.size() + 1]()) {
    for (const times::Found& time : times)
      for (std::uint32_t i = time.first; i < time.last && i < tokens_.size(); ++i) covered_[i] = true;
  }

  std::vector<Found> read() {
    rupee_ = rupee();
    for (const Sentence& sentence : language_.sentences) {
      begin_ = sentence.first;
      end_ = sentence.last;
      look_over();
      for (std::uint32_t at = begin_; at < end_;) at = std::max(at + 1, try_at(at));
    }
    return std::move(found_);
  }

 private:
  std::span<const bool> covered() const { return {covered_.get(), tokens_.size() + 1}; }
  Key key(std::uint32_t i) const { return i >= begin_ && i < end_ ? tokens_[i].key : Key{0}; }
  bool tight(std::uint32_t i) const { return i > begin_ && i < end_ && !tokens_[i].has(Token::space_before); }
  std::string_view words(std::uint32_t i) const { return text_.substr(tokens_[i].span.begin, tokens_[i].span.length()); }
  bool is_dash(std::uint32_t i) const { return key(i) == "-"_key || key(i) == "--"_key; }

  // Whose rupee: the state's that the article names most; "rupee" where it names none.
  std::string rupee() const {
    std::size_t pakistan = 0, india = 0, nepal = 0, lanka = 0;
    for (const Token& token : tokens_) {
      pakistan += token.key == "pakistan"_key || token.key == "pakistani"_key || token.key == "islamabad"_key ||
                  token.key == "lahore"_key || token.key == "karachi"_key || token.key == "peshawar"_key || token.key == "quetta"_key;
      india += token.key == "india"_key || token.key == "indian"_key || token.key == "delhi"_key || token.key == "mumbai"_key;
      nepal += token.key == "nepal"_key || token.key == "nepali"_key || token.key == "nepalese"_key || token.key == "kathmandu"_key;
      lanka += token.key == "lanka"_key || token.key == "lankan"_key || token.key == "colombo"_key;
    }
    const std::size_t most = std::max({pakistan, india, nepal, lanka});
    if (most == 0) return "rupee";
    return most == pakistan ? "PKR" : most == india ? "INR" : most == nepal ? "NPR" : "LKR";
  }

  // Is the sentence a headline in capitals, and does it tell a toll?
  void look_over() {
    std::size_t large = 0, capital = 0;
    toll_ = harm_ = count_ = false;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      const Token& token = tokens_[i];
      if (token.has(Token::has_letter) && token.span.length() > 3) {
        ++large;
        capital += token.has(Token::initial_capital) ? 1 : 0;
      }
      count_ = count_ || token.lemma == "number"_key || token.lemma == "tally"_key;
      harm_ = harm_ || words_.is(WordClass::toll, token.lemma);
      toll_ = toll_ || token.lemma == "toll"_key || token.lemma == "casualty"_key || token.lemma == "death"_key ||
              token.lemma == "fatality"_key;
    }
    capitals_ = capital * 10 >= large * 7;
  }

  struct Amount {
    Numeral low, high;  // high: of a range
    const Sense* money = nullptr;
    std::uint32_t last = 0;
    bool fold = false;
  };

  // A quantity that begins at `at`: returns the token after it, or `at` where there is none. What is read as something else (a
  // duration, an article's number) is passed over whole.
  std::uint32_t try_at(std::uint32_t at) {
    if (covered_[at]) return at;
    std::uint32_t i = at;
    Comparator comparator = Comparator::none;
    const Vocabulary::Match before = words_.find(WordClass::comparator_before, tokens_, i, end_);
    if (before) {
      comparator = before.sense->comparator;
      i += before.length;
      // "at least some 40", "more than an estimated 50": the nearer word only softens.
      if (const Vocabulary::Match second = words_.find(WordClass::comparator_before, tokens_, i, end_)) {
        if (second.length + i < end_) i += second.length;
      }
      if (i >= end_ || covered_[i]) return at;
    }
    Amount amount;
    if (!read_amount(i, amount)) {
      if (before) return measure_of_one(at, i, comparator);
      return at;
    }
    if (named(at, amount, before.length != 0)) return amount.last;
    if (const std::uint32_t end = share_end(amount); end != 0) return end;
    Found found;
    Quantity& quantity = found.quantity;
    quantity.value = amount.low.value;
    if (amount.high) quantity.max = amount.high.value;
    quantity.comparator = comparator == Comparator::none && amount.low.vague ? Comparator::greater : comparator;
    found.first = at;
    found.last = amount.last;
    return finish(found, amount, before.length != 0);
  }

  // A numeral with its currency, or a range of two.
  bool read_amount(std::uint32_t at, Amount& amount) {
    std::uint32_t i = at;
    const bool between = key(i) == "between"_key;
    if (between) ++i;
    if (const Vocabulary::Match money = currency_at(i)) {
      amount.money = money.sense;
      i += money.length;
    }
    if (i >= end_ || covered_[i]) return false;
    if (words_.is(WordClass::fold, key(i)) && (key(i + 1) == "as"_key || at != i || words_before_fold(at))) {
      amount.low.first = i;
      amount.low.last = i + 1;
      amount.low.value = words_.find(WordClass::fold, tokens_, i, end_).sense->value;
      amount.last = i + 1;
      amount.fold = true;
      return true;
    }
    amount.low = numeral_at(text_, tokens_, i, end_, amount.money != nullptr);
    if (!amount.low) return false;
    if (amount.low.money != nullptr) amount.money = amount.low.money;
    amount.last = amount.low.last;
    read_range(between, at, amount);
    return !between || amount.high;
  }

  // "A$50" has no blank inside; "a $50 note" has.
  Vocabulary::Match currency_at(std::uint32_t at) const {
    const Vocabulary::Match money = words_.find(WordClass::currency_before, tokens_, at, end_);
    return money.length > 1 && tokens_[at].span.length() < 3 && !tight(at + 1) ? Vocabulary::Match{} : money;
  }

  // "twice" alone compares only after a comparator: "more than twice".
  bool words_before_fold(std::uint32_t at) const {
    return at > begin_ && (key(at - 1) == "than"_key || key(at - 1) == "nearly"_key || key(at - 1) == "almost"_key);
  }

  void read_range(bool between, std::uint32_t at, Amount& amount) {
    const std::uint32_t link = amount.last;
    const Key word = key(link);
    const bool dash = is_dash(link) && link + 1 < end_;
    const bool to = word == "to"_key && !(at > begin_ && key(at - 1) == "from"_key) && !rising(at);
    if (!(between && word == "and"_key) && !dash && !to && word != "or"_key) return;
    std::uint32_t i = link + 1;
    i += currency_at(i).length;
    if (i >= end_ || covered_[i]) return;
    Numeral high = numeral_at(text_, tokens_, i, end_, amount.money != nullptr);
    if (!high || high.vague || high.article || high.digits != amount.low.digits) return;
    double low = amount.low.value;
    if (amount.low.scale == 1 && high.scale > 1 && low < high.value / high.scale) low *= high.scale;
    if (high.value <= low || (word == "or"_key && high.value > low * 3)) return;
    amount.low.value = low;
    amount.low.plain = amount.low.plain && high.plain;
    amount.high = high;
    amount.last = high.last;
  }

  // "rose 20 to 30": two amounts, no range.
  bool rising(std::uint32_t at) const {
    for (std::uint32_t i = at; i > begin_ && at - i < 3; --i) {
      const Key lemma = tokens_[i - 1].lemma;
      if (lemma == "rise"_key || lemma == "increase"_key || lemma == "fall"_key || lemma == "drop"_key || lemma == "grow"_key ||
          lemma == "by"_key || lemma == "decline"_key)
        return true;
    }
    return false;
  }

  // "more than a mile": one of a measure.
  std::uint32_t measure_of_one(std::uint32_t at, std::uint32_t i, Comparator comparator) {
    if (key(i) != "a"_key && key(i) != "an"_key) return at;
    const Vocabulary::Match measure = words_.find(WordClass::measure, tokens_, i + 1, end_);
    if (!measure || covered_[i + 1]) return at;
    Found found;
    found.quantity.value = 1;
    found.quantity.comparator = comparator;
    found.quantity.unit = measure.sense->text;
    found.first = at;
    found.last = i + 1 + measure.length;
    return push(found);
  }

  // Numbers that name, date or rank: "Article 243", "F-16", "9/11", "aged 55", a score, a year, a clock.
  bool named(std::uint32_t at, const Amount& amount, bool compared) const {
    const Numeral& low = amount.low;
    const std::uint32_t first = low.first, last = amount.last;
    if (amount.money != nullptr || amount.fold) return false;
    if (tight(first) && first == at &&
        (key(first - 1) == "/"_key || key(first - 1) == ":"_key || key(first - 1) == "."_key || key(first - 1) == "#"_key))
      return true;
    if (tight(first) && is_dash(first - 1) && first - 1 > begin_ && tight(first - 1) && tokens_[first - 2].has(Token::has_letter))
      return true;
    if (tight(last) && (key(last) == "/"_key || key(last) == ":"_key) && last + 1 < end_ && tight(last + 1)) return true;
    if (!amount.high && tight(last) && is_dash(last) && last + 1 < end_ && tight(last + 1) && tokens_[last + 1].has(Token::has_digit))
      return true;  // 3-1, 2004-05
    if (tight(first) && is_dash(first - 1) && first - 1 > begin_ && tokens_[first - 2].has(Token::has_digit)) return true;
    if (compared) return false;
    if (at > begin_) {
      const Token& previous = tokens_[at - 1];
      if (layout::is_month(previous.key) && previous.has(Token::initial_capital)) return true;
      if (key(at - 1) == "age"_key || key(at - 1) == "aged"_key || key(at - 1) == "turned"_key || key(at - 1) == "#"_key) return true;
      // "Ahmed Khan, 55, was", "Ahmed Khan (55)"
      const bool age = low.plain && low.value < 110 && at - begin_ >= 2 && (key(at - 1) == ","_key || key(at - 1) == "("_key) &&
                       last < end_ && (key(last) == ","_key || key(last) == ")"_key || key(last) == "."_key);
      if (age && (tokens_[at - 2].tag == Tag::propn || tokens_[at - 2].has(Token::initial_capital))) return true;
    }
    if (last < end_ && layout::is_month(key(last)) && tokens_[last].has(Token::initial_capital)) return true;
    return false;
  }

  // "eight of 10", "one in five", "one of every nine": a share, no count. The token after it, or 0.
  std::uint32_t share_end(const Amount& amount) const {
    std::uint32_t i = amount.last;
    if (amount.high || amount.money != nullptr || amount.low.value > 99) return 0;
    if (key(i) == "out"_key) ++i;
    const bool in = key(i) == "in"_key;
    if (!in && key(i) != "of"_key) return 0;
    ++i;
    const bool every = key(i) == "every"_key;
    if (every) ++i;
    if (i >= end_ || covered_[i]) return 0;
    const Numeral whole = numeral_at(text_, tokens_, i, end_, false);
    if (!whole || whole.value <= amount.low.value) return 0;
    const bool round = whole.value == 10 || whole.value == 100 || whole.value == 1000;
    return every || round || (in && amount.low.value <= 3 && whole.value <= 10) ? whole.last : 0;
  }

  // The unit, or the noun counted; then what must not be one after all.
  std::uint32_t finish(Found found, const Amount& amount, bool compared) {
    Quantity& quantity = found.quantity;
    const Numeral& low = amount.low;
    std::uint32_t at = found.last;
    if (amount.fold) {
      quantity.unit = "times";
      while (at < end_ && (key(at) == "as"_key || key(at) == "the"_key)) ++at;
      if (at < end_ && at > found.last && (tokens_[at].tag == Tag::adj || tokens_[at].tag == Tag::adv)) {
        found.last = at + 1;
      }
      return push(found);
    }
    const bool joined = is_dash(at) && tight(at) && tight(at + 1);
    const std::uint32_t unit_at = joined ? at + 1 : at;
    if (words_.find(WordClass::duration, tokens_, unit_at, end_)) return unit_at + 1;
    if (const Vocabulary::Match measure = words_.find(WordClass::measure, tokens_, unit_at, end_);
        measure && is_measure(low, *measure.sense, unit_at, measure.length)) {
      quantity.unit = measure.sense->text;
      found.last = unit_at + measure.length;
      if (quantity.unit == "mm" && found.last < end_ && (tokens_[found.last].tag == Tag::noun || tokens_[found.last].tag == Tag::propn))
        return found.last;  // 9mm pistol
      if (quantity.unit == "magnitude") return found.last;
      return push(found);
    }
    if (amount.money != nullptr) {
      quantity.unit = currency(*amount.money);
      return push(found);
    }
    if (const Vocabulary::Match money = words_.find(WordClass::currency_after, tokens_, unit_at, end_)) {
      quantity.unit = currency(*money.sense);
      found.last = unit_at + money.length;
      return push(found);
    }
    if (joined) {
      if (key(at + 1) == "plus"_key || key(at + 1) == "odd"_key) {
        quantity.comparator = key(at + 1) == "plus"_key ? Comparator::greater_equal : Comparator::about;
        at += 2;
      } else {
        return compound(found, low, at + 1);
      }
    } else if (const Vocabulary::Match after = words_.find(WordClass::comparator_after, tokens_, at, end_);
               after && !compared && !ambiguous_after(at)) {
      if (low.value == 1) return at + after.length;  // "one or more"
      quantity.comparator = after.sense->comparator;
      at += after.length;
      compared = true;
    } else if (key(at) == "+"_key && tight(at)) {
      quantity.comparator = Comparator::greater_equal;
      ++at;
      compared = true;
    }
    found.last = at;
    const Counted counted = counted_after(text_, tokens_, low, at, end_, covered());
    if (counted) {
      if (!counts(found, amount, counted, compared)) return low.last;  // "one of three hotels": three may still count
      found.counted = counted.head;
      found.last = counted.last;
      quantity.of = {tokens_[counted.first].span.begin, tokens_[counted.head].span.end};
      quantity.unit = counted.fate ? "person" : unit_of(text_, tokens_[counted.head]);
      return push(found);
    }
    if (!stands_alone(found, amount, compared)) return found.last;
    return push(found);
  }

  std::string currency(const Sense& sense) const { return sense.text == "rupee" ? rupee_ : sense.text; }

  // "at least" after a number may belong to the next one: "four at least 10".
  bool ambiguous_after(std::uint32_t at) const { return key(at) == "at"_key && at + 2 < end_ && tokens_[at + 2].tag == Tag::num; }

  // One letter is a unit only when it is glued to digits: "500m", never "500 m".
  bool is_measure(const Numeral& low, const Sense&, std::uint32_t at, std::uint32_t length) const {
    if (length > 1 || words(at).size() > 2) return true;
    return low.digits && (words(at).size() == 2 || tight(at) || words(at) == "%");
  }

  // "28-nation bloc", "20,000-strong force", but not "two-way road", "55-year-old".
  std::uint32_t compound(Found found, const Numeral& low, std::uint32_t at) {
    const Token& word = tokens_[at];
    if (words_.is(WordClass::shape, word.key) || low.value < 2 || word.has(Token::has_digit)) return at + 1;
    if (word.key == "strong"_key) {
      found.last = at + 1;
      const Counted counted = counted_after(text_, tokens_, low, at + 1, end_, covered());
      if (counted) {
        found.counted = counted.head;
        found.quantity.of = {tokens_[counted.first].span.begin, tokens_[counted.head].span.end};
        found.quantity.unit = unit_of(text_, tokens_[counted.head]);
      }
      return push(found);
    }
    if (word.tag != Tag::noun) return at + 1;
    found.last = at + 1;
    found.counted = at;
    found.quantity.of = word.span;
    found.quantity.unit = unit_of(text_, word);
    return push(found);
  }

  // Does a number with a noun after it count that noun?
  bool counts(const Found& found, const Amount& amount, const Counted& counted, bool compared) const {
    const Numeral& low = amount.low;
    const Token& head = tokens_[counted.head];
    const Key before = found.first > begin_ ? key(found.first - 1) : Key{0};
    if (compared) return true;
    // "In 2019 elections": a year, unless people are counted.
    const bool year = low.plain && low.value >= 1900 && low.value <= 2100 && low.last - low.first == 1 && !amount.high;
    if (year && (!words_.is(WordClass::concrete, head.lemma) && head.key != "people"_key && !counted.fate)) return false;
    if (low.value == 1 && !amount.high) {
      if (counted.through_of || before == "no"_key || before == "another"_key || before == "number"_key) return false;
      const bool concrete = words_.is(WordClass::concrete, head.lemma) || counted.fate;
      if (!concrete) return false;
    }
    if (words_.is(WordClass::section, before) && counted.through_of) return false;
    if (words_.is(WordClass::section, before) && tokens_[found.first - 1].has(Token::initial_capital) && !capitals_) return false;
    if (words_.is(WordClass::pair, head.lemma)) {
      const bool definite = before == "the"_key || before == "these"_key || before == "both"_key || before == "our"_key ||
                            before == "their"_key || before == "those"_key;
      if (low.value <= 2 || (low.value <= 3 && definite)) return false;
    }
    if (words_.is(WordClass::talk, head.lemma) && low.value < 10) return false;
    // "Seven Sisters", "Five Eyes": capitals on numeral and noun make a name.
    const Token& first = tokens_[low.first];
    if (!low.digits && first.has(Token::initial_capital) && !first.has(Token::sentence_start) && !capitals_ && counted.first < end_ &&
        tokens_[counted.first].has(Token::initial_capital))
      return false;
    return true;
  }

  // A number with nothing after it: compared ones, and those that a verb of harm or a toll makes people.
  bool stands_alone(Found& found, const Amount& amount, bool compared) const {
    const Numeral& low = amount.low;
    const std::uint32_t at = found.first;
    const Key before = at > begin_ ? key(at - 1) : Key{0};
    const bool definite = before == "the"_key || before == "these"_key || before == "those"_key || before == "all"_key;
    if (definite && low.scale < 1000) return false;
    if (words_.is(WordClass::section, before)) return false;
    const bool year = low.plain && low.value >= 1900 && low.value <= 2100;
    if (year) return false;
    if (low.vague || low.scale >= 1000 || compared) {
      found.quantity.unit = tolls(low.first) ? "person" : "";
      if (!compared || tolls(low.first) || low.value > 1) return !(low.value == 1);
      return true;
    }
    if (low.value == 1) return false;
    // "... and seventeen from the army, two each from ..."
    const Key after = key(found.last);
    const bool shared = harm_ && (after == "each"_key || (after == "from"_key && !layout::is_month(key(found.last + 1))));
    if (count_ && !toll_ && before == "to"_key) return true;  // "the number of detainees has risen to 34"
    if (shared || tolls(low.first) || (toll_ && (before == "to"_key || before == "at"_key || before == "of"_key))) {
      found.quantity.unit = "person";
      return true;
    }
    return false;
  }

  // Is the bare number what a verb of harm did it to: "wounding 50", "20 were killed"?
  bool tolls(std::uint32_t number) const {
    std::uint32_t head = tokens_[number].head;
    for (int step = 0; step < 2 && head < tokens_.size(); ++step) {
      const Token& token = tokens_[head];
      if (head != number && (token.tag == Tag::verb || token.tag == Tag::adj) && words_.is(WordClass::toll, token.lemma)) {
        const std::uint32_t distance = head > number ? head - number : number - head;
        return distance <= 6;
      }
      if (token.head == head) break;
      head = token.head;
    }
    return number > begin_ && words_.is(WordClass::toll, tokens_[number - 1].lemma);
  }

  std::uint32_t push(Found found) {
    found.quantity.span = {tokens_[found.first].span.begin, tokens_[found.last - 1].span.end};
    const std::uint32_t last = found.last;
    found_.push_back(std::move(found));
    return last;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const language::Language& language_;
  const Vocabulary& words_;
  std::unique_ptr<bool[]> covered_;
  std::vector<Found> found_;
  std::string rupee_;
  std::uint32_t begin_ = 0, end_ = 0;
  bool capitals_ = false, toll_ = false, harm_ = false, count_ = false;
};

}  // namespace

std::vector<Found> find(std::string_view text, const language::Language& language, const language::Links&,
                        std::span<const times::Found> times) {
  return Reader(text, language, times).read();
}

}  // namespace khabar::quantities
