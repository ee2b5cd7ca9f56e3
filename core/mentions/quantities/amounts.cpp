#include "mentions/quantities/amounts.h"

namespace khabar::quantities {

using text::Key;
using namespace text::literals;

bool Walk::is_dash(std::uint32_t i) const { return key(i) == "-"_key || key(i) == "--"_key; }

namespace {

class Reader {
 public:
  explicit Reader(const Walk& walk) : walk_(walk), words_(Vocabulary::instance()) {}

  // A numeral with its currency, or a range of two.
  bool read(std::uint32_t at, Amount& amount) {
    std::uint32_t i = at;
    const bool between = walk_.key(i) == "between"_key;
    if (between) ++i;
    if (const Vocabulary::Match money = currency_at(i)) {
      amount.money = money.sense;
      i += money.length;
    }
    if (i >= walk_.end || walk_.covered[i]) return false;
    if (words_.is(WordClass::fold, walk_.key(i)) && (walk_.key(i + 1) == "as"_key || at != i || words_before_fold(at))) {
      amount.low.first = i;
      amount.low.last = i + 1;
      amount.low.value = words_.find(WordClass::fold, walk_.tokens, i, walk_.end).sense->value;
      amount.last = i + 1;
      amount.fold = true;
      return true;
    }
    amount.low = numeral_at(walk_.text, walk_.tokens, i, walk_.end, amount.money != nullptr);
    if (!amount.low) return false;
    if (amount.low.money != nullptr) amount.money = amount.low.money;
    amount.last = amount.low.last;
    read_range(between, at, amount);
    return !between || amount.high;
  }

 private:
  // "A$50" has no blank inside; "a $50 note" has.
  Vocabulary::Match currency_at(std::uint32_t at) const {
    const Vocabulary::Match money = words_.find(WordClass::currency_before, walk_.tokens, at, walk_.end);
    return money.length > 1 && walk_.tokens[at].span.length() < 3 && !walk_.tight(at + 1) ? Vocabulary::Match{} : money;
  }

  // "twice" alone compares only after a comparator: "more than twice".
  bool words_before_fold(std::uint32_t at) const {
    return at > walk_.begin && (walk_.key(at - 1) == "than"_key || walk_.key(at - 1) == "nearly"_key || walk_.key(at - 1) == "almost"_key);
  }

  void read_range(bool between, std::uint32_t at, Amount& amount) {
    const std::uint32_t link = amount.last;
    const Key word = walk_.key(link);
    const bool dash = walk_.is_dash(link) && link + 1 < walk_.end;
    const bool to = word == "to"_key && !(at > walk_.begin && walk_.key(at - 1) == "from"_key) && !rising(at);
    if (!(between && word == "and"_key) && !dash && !to && word != "or"_key) return;
    std::uint32_t i = link + 1;
    i += currency_at(i).length;
    if (i >= walk_.end || walk_.covered[i]) return;
    Numeral high = numeral_at(walk_.text, walk_.tokens, i, walk_.end, amount.money != nullptr);
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
    for (std::uint32_t i = at; i > walk_.begin && at - i < 3; --i) {
      const Key lemma = walk_.tokens[i - 1].lemma;
      if (lemma == "rise"_key || lemma == "increase"_key || lemma == "fall"_key || lemma == "drop"_key || lemma == "grow"_key ||
          lemma == "by"_key || lemma == "decline"_key)
        return true;
    }
    return false;
  }

  const Walk& walk_;
  const Vocabulary& words_;
};

}  // namespace

bool read_amount(const Walk& walk, std::uint32_t at, Amount& amount) { return Reader(walk).read(at, amount); }

std::uint32_t share_end(const Walk& walk, const Amount& amount) {
  std::uint32_t i = amount.last;
  if (amount.high || amount.money != nullptr || amount.low.value > 99) return 0;
  if (walk.key(i) == "out"_key) ++i;
  const bool in = walk.key(i) == "in"_key;
  if (!in && walk.key(i) != "of"_key) return 0;
  ++i;
  const bool every = walk.key(i) == "every"_key;
  if (every) ++i;
  if (i >= walk.end || walk.covered[i]) return 0;
  const Numeral whole = numeral_at(walk.text, walk.tokens, i, walk.end, false);
  if (!whole || whole.value <= amount.low.value) return 0;
  const bool round = whole.value == 10 || whole.value == 100 || whole.value == 1000;
  return every || round || (in && amount.low.value <= 3 && whole.value <= 10) ? whole.last : 0;
}

}  // namespace khabar::quantities
