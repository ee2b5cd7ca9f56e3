// Readings of single atoms: classes of words, and what a number can be.
#include "mentions/times/grammar.h"

namespace khabar::times {

using namespace text::literals;

namespace {

// Words that read_number() knows by themselves.
bool begins_number(text::Key key) { return key == "half"_key || key == "a"_key || key == "an"_key; }

bool is_suffix_of_ordinal(text::Key key) { return key == "st"_key || key == "nd"_key || key == "rd"_key || key == "th"_key; }

}  // namespace

void Grammar::read(const std::vector<Atom>& atoms, std::uint32_t at, std::vector<Reading>& out) const {
  const Atom& atom = atoms[at];
  const std::size_t start = out.size();
  // Words, and every shorter phrase that starts here: "christmas" as well as "christmas eve".
  for (std::uint32_t limit = 8, tried = 0; limit > 0 && tried < 8; ++tried) {
    const auto match =
        phrases_.longest(at, [&](std::uint32_t i) -> text::Key { return i < atoms.size() && i - at < limit ? atoms[i].key : 0; });
    if (!match) {
      // Most words and marks are in no list.
      if (tried == 0 && atom.kind != AtomKind::number && !begins_number(atom.key)) return;
      break;
    }
    for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = phrases_.next(node)) {
      Reading reading = words_[phrases_.payload(node)];
      if (!reading.check.empty() && reading.check != "context" && !atom.capital) continue;
      reading.length = static_cast<std::uint8_t>(match.length);
      out.push_back(reading);
    }
    limit = match.length - 1;
  }
  if (atom.kind == AtomKind::number) {
    const std::int64_t n = atom.number;
    auto add = [&](Class cls, std::uint8_t length, std::int64_t value) { out.push_back({cls, length, value, {}, {}}); };
    if (atom.digits == 1) add(Class::digit, 1, n);
    if (atom.digits <= 2) {
      const bool suffix = at + 1 < atoms.size() && atoms[at + 1].glued && is_suffix_of_ordinal(atoms[at + 1].key);
      if (suffix) {
        add(Class::ordinal, 2, n);
        if (n >= 1 && n <= 31) add(Class::ordinal_day, 2, n), add(Class::day, 2, n);
      } else {
        if (n >= 1 && n <= 31) add(Class::day, 1, n), add(Class::dd, 1, n);
        if (n >= 1 && n <= 12) add(Class::mm, 1, n);
        if (n <= 24) add(Class::hour, 1, n);
        if (atom.digits == 2) add(Class::d2, 1, n);
      }
    }
    if (atom.digits == 4 && n >= 1000 && n <= 2999) add(Class::year, 1, n);
    if (atom.digits >= 1 && atom.digits <= 5) add(Class::year3, 1, n);
    if (atom.digits == 4 && n <= 2400 && n % 100 < 60) add(Class::hhmm, 1, n);
  }
  for (std::size_t i = start, size = out.size(); i < size; ++i)
    if (out[i].cls == Class::ordinal && out[i].value >= 1 && out[i].value <= 31 && atom.kind == AtomKind::word)
      out.push_back({Class::ordinal_day, out[i].length, out[i].value, {}, {}});
  read_number(atoms, at, start, out);
}

const Reading* Grammar::lexical(const std::vector<Atom>& atoms, std::uint32_t at, Class cls) const {
  if (at >= atoms.size() || atoms[at].kind != AtomKind::word) return nullptr;
  const auto match = phrases_.longest(at, [&](std::uint32_t i) -> text::Key { return i == at ? atoms[i].key : 0; });
  for (std::uint32_t node = match.value; match && node != lexicon::PhraseMap::none; node = phrases_.next(node))
    if (words_[phrases_.payload(node)].cls == cls) return &words_[phrases_.payload(node)];
  return nullptr;
}

// "3", "1,200", "2.5", "two and a half", "twenty-five", "a hundred", "several", "half a", "a": hundredths.
void Grammar::read_number(const std::vector<Atom>& atoms, std::uint32_t at, std::size_t start, std::vector<Reading>& out) const {
  auto key = [&](std::uint32_t i) -> text::Key { return i < atoms.size() ? atoms[i].key : 0; };
  auto add = [&](std::uint32_t end, std::int64_t hundredths) {
    out.push_back({Class::number, static_cast<std::uint8_t>(end - at), hundredths, {}, {}});
  };
  std::uint32_t i = at;
  std::int64_t value = -1;
  constexpr std::int64_t limit = 1000000000;  // beyond this no count of days or years means anything
  if (atoms[at].kind == AtomKind::number) {
    if (atoms[at].digits > 9) return;
    value = atoms[at].number;
    ++i;
    while (i + 1 < atoms.size() && key(i) == ","_key && atoms[i].glued && atoms[i + 1].glued && atoms[i + 1].digits == 3 && value < limit)
      value = value * 1000 + atoms[i + 1].number, i += 2;
    if (i + 1 < atoms.size() && key(i) == "."_key && atoms[i].glued && atoms[i + 1].glued && atoms[i + 1].kind == AtomKind::number &&
        atoms[i + 1].digits <= 2 && value < limit) {
      value = value * 100 + (atoms[i + 1].digits == 1 ? atoms[i + 1].number * 10 : atoms[i + 1].number);
      return add(i + 2, value);
    }
  } else if (atoms[at].kind == AtomKind::word) {
    if (key(at) == "half"_key) {
      if (key(at + 1) == "a"_key || key(at + 1) == "an"_key || key(at + 1) == "-"_key) add(at + 2, 50);
      return;
    }
    if (key(at) == "a"_key || key(at) == "an"_key) {
      for (std::size_t r = start; r < out.size(); ++r)  // "a couple of", "a few"
        if (const Reading reading = out[r]; reading.length > 1 && (reading.cls == Class::cardinal || reading.cls == Class::vague))
          return add(at + reading.length, reading.cls == Class::vague ? vague_amount : reading.value * 100);
      if (key(at + 1) == "half"_key) return add(at + 2 + (key(at + 2) == "-"_key), 50);
      if (key(at + 1) == "quarter"_key && (key(at + 2) == "of"_key || key(at + 2) == "-"_key))
        return add(at + 3 + (key(at + 3) == "a"_key), 25);
      if (key(at + 1) == "dozen"_key) return add(at + 2, 1200);
      add(at + 1, 100);
      if (lexical(atoms, at + 1, Class::scale) == nullptr) return;
      value = 1;
      i = at + 1;
    } else if (const Reading* tens = lexical(atoms, at, Class::tens)) {
      value = tens->value;
      ++i;
      const std::uint32_t next = key(i) == "-"_key ? i + 1 : i;
      if (const Reading* ones = lexical(atoms, next, Class::cardinal); ones != nullptr && ones->value >= 1 && ones->value <= 9)
        value += ones->value, i = next + 1;
    } else if (const Reading* ones = lexical(atoms, at, Class::cardinal)) {
      value = ones->value;
      ++i;
    } else if (lexical(atoms, at, Class::scale) != nullptr) {  // "hundred days"
      value = 1;
    }
  }
  if (value < 0) {
    for (std::size_t r = start; r < out.size(); ++r)
      if (out[r].cls == Class::vague) return add(at + out[r].length, vague_amount);
    for (std::size_t r = start; r < out.size(); ++r)
      if (out[r].cls == Class::cardinal) return add(at + out[r].length, out[r].value * 100);  // "couple of"
    return;
  }
  while (const Reading* scale = lexical(atoms, i, Class::scale)) {
    if (value >= limit / scale->value) return;
    value *= scale->value;
    ++i;
    std::uint32_t next = key(i) == "and"_key ? i + 1 : i;
    if (const Reading* tens = lexical(atoms, next, Class::tens)) {
      value += tens->value, i = next + 1;
      if (key(i) == "-"_key) ++i;
      next = i;
    }
    if (const Reading* ones = lexical(atoms, next, Class::cardinal)) value += ones->value, i = next + 1;
  }
  if (key(i) == "dozen"_key) value *= 12, ++i;
  value *= 100;
  if ((key(i) == "and"_key || key(i) == "-"_key) && key(i + 1) == "half"_key) return add(i + 2, value + 50);
  if (key(i) == "and"_key && (key(i + 1) == "a"_key || key(i + 1) == "one"_key) && key(i + 2) == "half"_key) return add(i + 3, value + 50);
  if (key(i) == "-"_key && key(i + 1) == "and"_key && key(i + 2) == "-"_key && key(i + 3) == "a"_key && key(i + 4) == "-"_key &&
      key(i + 5) == "half"_key)
    return add(i + 6, value + 50);
  add(i, value);
}

}  // namespace khabar::times
