// Programmes: laws, plans, operations, treaties, projects by their shape.
//
//   National Action Plan     names, programme noun          Operation Radd-ul-Fasaad     noun, names
//   Article 243              noun, number                   Warrior-VIII                 name, Roman number
#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

bool is_roman(std::string_view form) {
  if (form.size() < 2 || form.size() > 6) return false;
  for (char c : form)
    if (c != 'I' && c != 'V' && c != 'X') return false;
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Programmes {
 public:
  explicit Programmes(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    sentence_ = sentence;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (words_[i].has(Word::mark) || words_[i].has(Word::dated)) continue;
      by_head(i);
      by_first(i);
      by_of(i);
      by_drills(i);
    }
  }

 private:
  bool inside(std::uint32_t i) const { return i < sentence_.last; }
  bool name_word(std::uint32_t i) const { return !words_[i].has(Word::mark) && !words_[i].has(Word::dated) && words_[i].has(Word::named); }
  void propose(Range name, std::int32_t bonus) { r_.propose(EntityType::programme, name, bonus); }

  void by_head(std::uint32_t i) {
    const std::uint32_t length = r_.noun_length(i, NounKind::programme);
    if (length == 0 || !words_[i].has(Word::named) || words_[i].writing == Case::upper || words_[i].writing == Case::lower) return;
    const std::uint32_t end = i + length;
    const std::string_view kind = r_.noun_of(i, NounKind::programme)->label;
    if (kind == "institution") return;  // "Peace Conference": a meeting
    std::uint32_t first = i;
    while (first > sentence_.first && i - first < 6) {
      const std::uint32_t w = first - 1;
      if (name_word(w) || (words_[first].has(Word::joined) && !words_[w].has(Word::mark)) ||
          (words_[w].has(Word::capital) && words_[w].has(Word::starts) && r_.hit_at[w] != none)) {
        first = w;
      } else if ((words_[w].key == "of"_key || words_[w].key == "and"_key) && w > sentence_.first && name_word(w - 1) &&
                 r_.hit_over[w - 1] == none && first < i) {
        first = w - 1;
      } else {
        break;
      }
    }
    if (first == i) return;
    std::uint32_t last = end;
    if (inside(last) && words_[last].has(Word::digits) && r_.form(last).size() == 4) ++last;  // "Act 1995"
    if (inside(last + 1) && words_[last].key == "of"_key && words_[last + 1].has(Word::digits)) last += 2;
    if (inside(last) && name_word(last) && r_.noun_length(last, NounKind::programme) == 0 && r_.title(last) == nullptr)
      return;  // "Operation Room Commander"
    propose({first, last}, 6);
  }

  void by_first(std::uint32_t i) {
    if (!words_[i].has(Word::capital) || words_[i].writing == Case::upper) {
      return;
    }
    if (r_.is(words_[i].key, WordClass::numbered) && inside(i + 1) && words_[i + 1].has(Word::digits) && !words_[i + 1].has(Word::mark)) {
      std::uint32_t end = i + 2;
      if (inside(end + 2) && words_[end].key == "("_key && words_[end + 2].key == ")"_key) end += 3;
      propose({i, end}, 8);
      return;
    }
    if (r_.is(words_[i].key, WordClass::named_after) && inside(i + 1) && (name_word(i + 1) || words_[i + 1].has(Word::digits)) &&
        !words_[i + 1].has(Word::joined)) {
      if (words_[i].key != "operation"_key && words_[i].key != "exercise"_key && !words_[i + 1].has(Word::digits) &&
          words_[i].has(Word::starts))
        return;
      std::uint32_t end = i + 1;
      while (inside(end) && end - i < 6 &&
             ((name_word(end) && (end == i + 1 || r_.title(end) == nullptr)) || words_[end].has(Word::joined) ||
              (words_[end].has(Word::digits) && !words_[end].has(Word::dated)) ||
              (words_[end].key == "the"_key && inside(end + 1) && name_word(end + 1) && end > i + 1)))
        ++end;
      propose({i, end}, 14);
      return;
    }
    // "Falcon-VII"
    if (words_[i].has(Word::named) && inside(i + 1) && words_[i + 1].has(Word::joined) && !words_[i].has(Word::joined) &&
        is_roman(r_.form(i + 1)))
      propose({i, i + 2}, 4);
  }

  // "Treaty of Orvelde", "Declaration of Halden"
  void by_of(std::uint32_t i) {
    const Noun* noun = r_.noun_of(i, NounKind::programme);
    if (noun == nullptr || noun->label != "agreement" || !words_[i].has(Word::capital) || words_[i].writing != Case::normal) return;
    const std::uint32_t at = i + r_.noun_at[i].length + 1;
    if (!inside(at) || words_[at - 1].key != "of"_key || !name_word(at) || r_.title(at) != nullptr) return;
    if (i > sentence_.first && name_word(i - 1)) return;
    std::uint32_t end = at + 1;
    while (inside(end) && end - at < 4 && name_word(end)) ++end;
    propose({i, end}, 6);
  }

  // "the Silver Heron-2031 drills"
  void by_drills(std::uint32_t i) {
    if (words_[i].has(Word::capital) || words_[i].writing != Case::normal || !r_.is(words_[i].key, WordClass::drills)) return;
    std::uint32_t end = i;
    while (end > sentence_.first && !words_[end - 1].has(Word::capital) && r_.token(end - 1).tag != language::Tag::det && i - end < 2 &&
           !words_[end - 1].has(Word::mark) && !words_[end - 1].has(Word::joined))
      --end;  // "Silver Heron naval drills"
    std::uint32_t first = end;
    while (first > sentence_.first && end - first < 4) {
      const std::uint32_t w = first - 1;
      const bool number = words_[w].has(Word::joined) && is_digit(r_.form(w).front());
      if (!number && (!name_word(w) || words_[w].has(Word::starts) || r_.title(w) != nullptr || words_[w].has(Word::capitals))) break;
      if (!number && r_.hit_over[w] != none && !r_.hit_is(r_.hit_over[w], Class::programme)) break;
      first = w;
    }
    if (first == end || is_digit(r_.form(first).front()) || first == sentence_.first || words_[first].has(Word::joined)) return;
    if (words_[first - 1].has(Word::capital) || r_.token(first - 1).tag == language::Tag::adp) return;
    propose({first, end}, 12);
  }

  Reading& r_;
  const Words& words_;
  Range sentence_;
};

}  // namespace

void find_programmes(Reading& reading) {
  Programmes programmes(reading);
  for (const Range sentence : reading.words.sentences) programmes.read(sentence);
}

}  // namespace khabar::entities
