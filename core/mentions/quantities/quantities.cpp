#include "mentions/quantities/quantities.h"

#include "layout/words.h"
#include "mentions/quantities/amounts.h"
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
      : language_(language), words_(Vocabulary::instance()), taken_(new bool[language.tokens.size() + 1]()) {
    walk_.text = text;
    walk_.tokens = language.tokens;
    walk_.covered = {taken_.get(), language.tokens.size() + 1};
    for (const times::Found& time : times)
      for (std::uint32_t i = time.first; i < time.last && i < walk_.tokens.size(); ++i) taken_[i] = true;
  }

  Numbers read() {
    rupee_ = rupee();
    for (const Sentence& sentence : language_.sentences) {
      walk_.begin = sentence.first;
      walk_.end = sentence.last;
      look_over();
      for (std::uint32_t at = walk_.begin; at < walk_.end;) at = std::max(at + 1, try_at(at));
    }
    return std::move(numbers_);
  }

 private:
  // Whose rupee: the state's that the article names most; "rupee" where it names none.
  std::string rupee() const {
    std::size_t pakistan = 0, india = 0, nepal = 0, lanka = 0;
    for (const Token& token : walk_.tokens) {
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
    for (std::uint32_t i = walk_.begin; i < walk_.end; ++i) {
      const Token& token = walk_.tokens[i];
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

  // A quantity that begins at `at`: returns the token after it, or `at` where there is none. What is read as something else (a
  // duration, an article's number) is passed over whole.
  std::uint32_t try_at(std::uint32_t at) {
    if (walk_.covered[at]) return at;
    const Token& token = walk_.tokens[at];
    if (!token.has(Token::has_digit) && !words_.may_start(token.key) && token.key != "a"_key && token.key != "an"_key &&
        token.key != "between"_key)
      return at;  // most words
    std::uint32_t i = at;
    Comparator comparator = Comparator::none;
    const Vocabulary::Match before = words_.find(WordClass::comparator_before, walk_.tokens, i, walk_.end);
    if (before) {
      comparator = before.sense->comparator;
      i += before.length;
      // "at least some 40", "more than an estimated 50": the nearer word only softens.
      if (const Vocabulary::Match second = words_.find(WordClass::comparator_before, walk_.tokens, i, walk_.end)) {
        if (second.length + i < walk_.end) i += second.length;
      }
      if (i >= walk_.end || walk_.covered[i]) return at;
    }
    Amount amount;
    if (!read_amount(walk_, i, amount)) {
      if (before) return measure_of_one(at, i, comparator);
      return at;
    }
    if (named(at, amount, before.length != 0)) {
      for (std::uint32_t t = at; t < amount.last; ++t) numbers_.names.push_back(t);
      return amount.last;
    }
    if (const std::uint32_t end = share_end(walk_, amount); end != 0) return end;
    Found found;
    Quantity& quantity = found.quantity;
    quantity.value = amount.low.value;
    if (amount.high) quantity.max = amount.high.value;
    quantity.comparator = comparator == Comparator::none && amount.low.vague ? Comparator::greater : comparator;
    found.first = at;
    found.last = amount.last;
    return finish(found, amount, before.length != 0);
  }

  // "more than a mile": one of a measure.
  std::uint32_t measure_of_one(std::uint32_t at, std::uint32_t i, Comparator comparator) {
    if (walk_.key(i) != "a"_key && walk_.key(i) != "an"_key) return at;
    const Vocabulary::Match measure = words_.find(WordClass::measure, walk_.tokens, i + 1, walk_.end);
    if (!measure || walk_.covered[i + 1]) return at;
    Found found;
    found.quantity.value = 1;
    found.quantity.comparator = comparator;
    found.quantity.unit = measure.sense->text;
    found.measured = true;
    found.first = at;
    found.last = i + 1 + measure.length;
    return push(found);
  }

  // Numbers that name, date or rank: "Article 243", "F-16", "9/11", "aged 55", a score, a year, a clock.
  bool named(std::uint32_t at, const Amount& amount, bool compared) const {
    const Numeral& low = amount.low;
    const std::uint32_t first = low.first, last = amount.last;
    if (amount.money != nullptr || amount.fold) return false;
    if (numbers_a_paragraph(low) || is_age(at, last)) return true;
    if (walk_.tight(first) && first == at &&
        (walk_.key(first - 1) == "/"_key || walk_.key(first - 1) == ":"_key || walk_.key(first - 1) == "."_key ||
         walk_.key(first - 1) == "#"_key))
      return true;
    if (walk_.tight(first) && walk_.is_dash(first - 1) && first - 1 > walk_.begin && walk_.tight(first - 1) &&
        walk_.tokens[first - 2].has(Token::has_letter))
      return true;
    if (walk_.tight(last) && (walk_.key(last) == "/"_key || walk_.key(last) == ":"_key) && last + 1 < walk_.end && walk_.tight(last + 1))
      return true;
    if (!amount.high && walk_.tight(last) && walk_.is_dash(last) && last + 1 < walk_.end && walk_.tight(last + 1) &&
        walk_.tokens[last + 1].has(Token::has_digit))
      return true;  // 3-1, 2004-05
    if (walk_.tight(first) && walk_.is_dash(first - 1) && first - 1 > walk_.begin && walk_.tokens[first - 2].has(Token::has_digit))
      return true;
    if (compared) return false;
    if (at > walk_.begin) {
      const Token& previous = walk_.tokens[at - 1];
      // "March 3", "March 3rd" - not "in March three guards", "in March 40 guards"
      const bool day = low.digits && low.value <= 31;
      if (day && layout::is_month(previous.key) && previous.has(Token::initial_capital)) return true;
      if (walk_.key(at - 1) == "age"_key || walk_.key(at - 1) == "aged"_key || walk_.key(at - 1) == "turned"_key ||
          walk_.key(at - 1) == "#"_key)
        return true;
      // "Ahmed Khan, 55, was", "Ahmed Khan (55)"
      const bool age = low.plain && low.value < 110 && at - walk_.begin >= 2 &&
                       (walk_.key(at - 1) == ","_key || walk_.key(at - 1) == "("_key) && last < walk_.end &&
                       (walk_.key(last) == ","_key || walk_.key(last) == ")"_key || walk_.key(last) == "."_key);
      if (age && (walk_.tokens[at - 2].tag == Tag::propn || walk_.tokens[at - 2].has(Token::initial_capital))) return true;
    }
    if (last < walk_.end && layout::is_month(walk_.key(last)) && walk_.tokens[last].has(Token::initial_capital)) return true;
    return false;
  }

  // "2. Six men were held", "3) Roads", "2.1 Trust": the number of a paragraph or a heading.
  bool numbers_a_paragraph(const Numeral& low) const {
    if (low.first != walk_.begin || !low.digits || low.last != low.first + 1 || low.last >= walk_.end) return false;
    const std::string_view number = walk_.words(low.first);
    const bool stop = walk_.tight(low.last) && (walk_.key(low.last) == "."_key || walk_.key(low.last) == ")"_key);
    if (stop || number.back() == '.') return number.size() <= 3;
    return number.find('.') != std::string_view::npos && number.size() <= 4 && walk_.tokens[low.last].has(Token::initial_capital);
  }

  // "aged 34", "aged between 24 and 51", "aged 19 and 27", "between the ages of 5 and 12", "children under 15", "a girl of 12".
  bool is_age(std::uint32_t at, std::uint32_t last) const {
    constexpr Key links[] = {"and"_key, "or"_key,   "to"_key,   "-"_key,     ","_key,      "between"_key, "of"_key,   "from"_key,
                             "the"_key, "only"_key, "just"_key, "about"_key, "around"_key, "over"_key,    "under"_key};
    std::uint32_t i = at;
    for (std::uint32_t n = 0; i > walk_.begin && n < 6; ++n) {
      const Key key = walk_.key(i - 1);
      if (key == "aged"_key || key == "age"_key || key == "ages"_key) return !names_a_noun(last);
      if (!walk_.tokens[i - 1].has(Token::has_digit) && walk_.tokens[i - 1].tag != Tag::num &&
          std::find(std::begin(links), std::end(links), key) == std::end(links))
        break;
      --i;
    }
    // "half of them under 15": nothing is counted that could be fewer.
    const Key first = walk_.key(at);
    return (first == "under"_key || first == "over"_key || first == "below"_key) && walk_.tokens[last - 1].has(Token::has_digit) &&
           at > walk_.begin && !names_a_noun(last) && (is_people(at - 1) || (walk_.tokens[at - 1].tag == Tag::aux && is_people(at - 2)));
  }
  bool is_people(std::uint32_t i) const {
    if (i < walk_.begin || i >= walk_.end) return false;
    const Token& token = walk_.tokens[i];
    return token.key == "them"_key || token.key == "those"_key || token.key == "children"_key || token.key == "people"_key ||
           token.key == "men"_key || token.key == "women"_key || token.key == "boys"_key || token.key == "girls"_key ||
           token.key == "whom"_key || token.key == "youths"_key || token.key == "anyone"_key || token.key == "population"_key;
  }
  bool names_a_noun(std::uint32_t at) const {
    return at < walk_.end && (walk_.tokens[at].tag == Tag::noun || walk_.tokens[at].tag == Tag::propn || walk_.tokens[at].tag == Tag::adj);
  }

  // The unit, or the noun counted; then what must not be one after all.
  std::uint32_t finish(Found found, const Amount& amount, bool compared) {
    Quantity& quantity = found.quantity;
    const Numeral& low = amount.low;
    std::uint32_t at = found.last;
    if (amount.fold) {
      quantity.unit = "times";
      while (at < walk_.end && (walk_.key(at) == "as"_key || walk_.key(at) == "the"_key)) ++at;
      if (at < walk_.end && at > found.last && (walk_.tokens[at].tag == Tag::adj || walk_.tokens[at].tag == Tag::adv)) {
        found.last = at + 1;
      }
      return push(found);
    }
    const bool joined = walk_.is_dash(at) && walk_.tight(at) && walk_.tight(at + 1);
    const std::uint32_t unit_at = joined ? at + 1 : at;
    if (words_.find(WordClass::duration, walk_.tokens, unit_at, walk_.end)) return unit_at + 1;
    if (const Vocabulary::Match measure = words_.find(WordClass::measure, walk_.tokens, unit_at, walk_.end);
        measure && is_measure(low, *measure.sense, unit_at, measure.length)) {
      quantity.unit = measure.sense->text;
      found.measured = true;
      found.last = unit_at + measure.length;
      if (quantity.unit == "mm" && found.last < walk_.end &&
          (walk_.tokens[found.last].tag == Tag::noun || walk_.tokens[found.last].tag == Tag::propn))
        return found.last;  // 9mm pistol
      if (quantity.unit == "magnitude") return found.last;
      return push(found);
    }
    if (amount.money != nullptr) {
      quantity.unit = currency(*amount.money);
      found.measured = true;
      return push(found);
    }
    if (const Vocabulary::Match money = words_.find(WordClass::currency_after, walk_.tokens, unit_at, walk_.end)) {
      quantity.unit = currency(*money.sense);
      found.measured = true;
      found.last = unit_at + money.length;
      return push(found);
    }
    if (joined) {
      if (walk_.key(at + 1) == "plus"_key || walk_.key(at + 1) == "odd"_key) {
        quantity.comparator = walk_.key(at + 1) == "plus"_key ? Comparator::greater_equal : Comparator::about;
        at += 2;
      } else {
        return compound(found, low, at + 1);
      }
    } else if (const Vocabulary::Match after = words_.find(WordClass::comparator_after, walk_.tokens, at, walk_.end);
               after && !compared && !ambiguous_after(at)) {
      if (low.value == 1) return at + after.length;  // "one or more"
      quantity.comparator = after.sense->comparator;
      at += after.length;
      compared = true;
    } else if (walk_.key(at) == "+"_key && walk_.tight(at)) {
      quantity.comparator = Comparator::greater_equal;
      ++at;
      compared = true;
    }
    if (const std::uint32_t end = repeated(low, at); end != 0) at = end;
    found.last = at;
    const Counted counted = counted_after(walk_.tokens, low, at, walk_.end, walk_.covered);
    if (counted) {
      if (!counts(found, amount, counted, compared)) return low.last;  // "one of three hotels": three may still count
      found.counted = counted.head;
      found.last = counted.last;
      quantity.of = {walk_.tokens[counted.first].span.begin, walk_.tokens[counted.head].span.end};
      quantity.unit = counted.fate ? "person" : unit_of(walk_.text, walk_.tokens[counted.head]);
      if (counted.last == counted.head + 3) {  // "passers-by"
        quantity.of.end = walk_.tokens[counted.last - 1].span.end;
        quantity.unit += "-by";
      }
      return push(found);
    }
    if (!stands_alone(found, amount, compared)) return found.last;
    return push(found);
  }

  // "eleven (11) soldiers": the number once more in digits; the token after the bracket, 0 where there is none.
  std::uint32_t repeated(const Numeral& low, std::uint32_t at) const {
    if (walk_.key(at) != "("_key || at + 2 >= walk_.end || walk_.key(at + 2) != ")"_key) return 0;
    const Numeral again = numeral_at(walk_.text, walk_.tokens, at + 1, walk_.end, false);
    return again && again.last == at + 2 && again.value == low.value ? at + 3 : 0;
  }

  std::string currency(const Sense& sense) const { return sense.text == "rupee" ? rupee_ : sense.text; }

  // "at least" after a number may belong to the next one: "four at least 10".
  bool ambiguous_after(std::uint32_t at) const {
    return walk_.key(at) == "at"_key && at + 2 < walk_.end && walk_.tokens[at + 2].tag == Tag::num;
  }

  // One letter is a unit only when it is glued to digits: "500m", never "500 m".
  bool is_measure(const Numeral& low, const Sense&, std::uint32_t at, std::uint32_t length) const {
    if (length > 1 || walk_.words(at).size() > 2) return true;
    return low.digits && (walk_.words(at).size() == 2 || walk_.tight(at) || walk_.words(at) == "%");
  }

  // "28-nation bloc", "20,000-strong force", but not "two-way road", "55-year-old".
  std::uint32_t compound(Found found, const Numeral& low, std::uint32_t at) {
    const Token& word = walk_.tokens[at];
    if (words_.is(WordClass::shape, word.key) || low.value < 2 || word.has(Token::has_digit)) return at + 1;
    if (word.key == "strong"_key) {
      found.last = at + 1;
      const Counted counted = counted_after(walk_.tokens, low, at + 1, walk_.end, walk_.covered);
      if (counted) {
        found.counted = counted.head;
        found.quantity.of = {walk_.tokens[counted.first].span.begin, walk_.tokens[counted.head].span.end};
        found.quantity.unit = unit_of(walk_.text, walk_.tokens[counted.head]);
      }
      return push(found);
    }
    if (word.tag != Tag::noun) return at + 1;
    found.last = at + 1;
    found.counted = at;
    found.quantity.of = word.span;
    found.quantity.unit = unit_of(walk_.text, word);
    return push(found);
  }

  // Does a number with a noun after it count that noun?
  bool counts(const Found& found, const Amount& amount, const Counted& counted, bool compared) const {
    const Numeral& low = amount.low;
    const Token& head = walk_.tokens[counted.head];
    const Key before = found.first > walk_.begin ? walk_.key(found.first - 1) : Key{0};
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
    if (words_.is(WordClass::section, before) && walk_.tokens[found.first - 1].has(Token::initial_capital) && !capitals_) return false;
    if (words_.is(WordClass::pair, head.lemma)) {
      const bool definite = before == "the"_key || before == "these"_key || before == "both"_key || before == "our"_key ||
                            before == "their"_key || before == "those"_key;
      if (low.value <= 2 || (low.value <= 3 && definite)) return false;
    }
    if (words_.is(WordClass::talk, head.lemma) && low.value < 10) return false;
    if (low.digits && names_a_unit(low.last)) return false;
    // "a Glock 17 pistol", "the Boeing 737 jet": the number is of the name before it.
    if (low.digits && low.plain && low.value > 1 && !capitals_ && found.first > walk_.begin && head.form == language::Form::singular &&
        head.tag == language::Tag::noun && !counted.fate) {
      const Token& name = walk_.tokens[found.first - 1];
      if ((name.tag == language::Tag::propn || name.tag == language::Tag::noun) && name.has(Token::initial_capital) &&
          !name.has(Token::sentence_start) && !is_collective(head.key))
        return false;
    }
    // "Seven Sisters", "Five Eyes": capitals on numeral and noun make a name.
    const Token& first = walk_.tokens[low.first];
    if (!low.digits && first.has(Token::initial_capital) && !first.has(Token::sentence_start) && !capitals_ && counted.first < walk_.end &&
        walk_.tokens[counted.first].has(Token::initial_capital))
      return false;
    return true;
  }

  // "7 Assam Rifles", "3 Para", "11 Corps": capitals up to a word for a military unit.
  bool names_a_unit(std::uint32_t at) const {
    if (capitals_) return false;
    for (std::uint32_t i = at; i < walk_.end && i < at + 4 && walk_.tokens[i].has(Token::initial_capital); ++i) {
      const Key key = walk_.key(i);
      if (key == "rifles"_key || key == "para"_key || key == "infantry"_key || key == "battalion"_key || key == "regiment"_key ||
          key == "brigade"_key || key == "corps"_key || key == "division"_key || key == "commando"_key || key == "sector"_key ||
          key == "squadron"_key || key == "wing"_key)
        return true;
    }
    return false;
  }

  // A number with nothing after it: compared ones, and those that a verb of harm or a toll makes people.
  bool stands_alone(Found& found, const Amount& amount, bool compared) const {
    const Numeral& low = amount.low;
    const std::uint32_t at = found.first;
    const Key before = at > walk_.begin ? walk_.key(at - 1) : Key{0};
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
    const Key after = walk_.key(found.last);
    const bool shared = harm_ && (after == "each"_key || (after == "from"_key && !layout::is_month(walk_.key(found.last + 1))));
    if (count_ && !toll_ && before == "to"_key) return true;  // "the number of detainees has risen to 34"
    if (shared || tolls(low.first) || (toll_ && (before == "to"_key || before == "at"_key || before == "of"_key))) {
      found.quantity.unit = "person";
      return true;
    }
    return false;
  }

  // Is the bare number what a verb of harm did it to: "wounding 50", "20 were killed"?
  bool tolls(std::uint32_t number) const {
    std::uint32_t head = walk_.tokens[number].head;
    for (int step = 0; step < 2 && head < walk_.tokens.size(); ++step) {
      const Token& token = walk_.tokens[head];
      if (head != number && (token.tag == Tag::verb || token.tag == Tag::adj) && words_.is(WordClass::toll, token.lemma)) {
        const std::uint32_t distance = head > number ? head - number : number - head;
        return distance <= 6;
      }
      if (token.head == head) break;
      head = token.head;
    }
    return number > walk_.begin && words_.is(WordClass::toll, walk_.tokens[number - 1].lemma);
  }

  std::uint32_t push(Found found) {
    found.quantity.span = {walk_.tokens[found.first].span.begin, walk_.tokens[found.last - 1].span.end};
    const std::uint32_t last = found.last;
    numbers_.quantities.push_back(std::move(found));
    return last;
  }

  Walk walk_;
  const language::Language& language_;
  const Vocabulary& words_;
  std::unique_ptr<bool[]> taken_;  // by times: what walk_.covered views
  Numbers numbers_;
  std::string rupee_;
  bool capitals_ = false, toll_ = false, harm_ = false, count_ = false;
};

}  // namespace

Numbers find(std::string_view text, const language::Language& language, std::span<const times::Found> times) {
  return Reader(text, language, times).read();
}

}  // namespace khabar::quantities
