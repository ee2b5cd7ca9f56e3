// Persons: words after a title, given names with what follows, listed surnames with what stands before.
//
//   Interior Minister Omar Alvi      the prime minister, Jens Holm, said      Lt Gen (retd) Tariq Aslam
//   [role            ][name       ]         [role         ]  [name          ]           [role       ][name     ]
#include <algorithm>

#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;

constexpr std::int32_t alias_bonus = 60;

class Persons {
 public:
  explicit Persons(Reading& reading) : r_(reading), words_(reading.words) {}

  void read(Range sentence) {
    last_ = sentence.last;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      const Word& word = words_[i];
      alias(i, sentence.first);
      nicknamed(i, sentence.first);
      apposed(i, sentence.first);
      owned(i, sentence.first);
      if (word.has(Word::mark) || word.has(Word::dated)) {
        ++i;
        continue;
      }
      if (const Title* title = r_.title(i); title != nullptr && title->kind != TitleKind::suffix) {
        if (const std::uint32_t end = after_title(i); end > i) {
          i = end;
          continue;
        }
      }
      if (const std::uint32_t end = listed(i); end > i) {
        i = end;
        continue;
      }
      ++i;
    }
  }

 private:
  bool blocked(std::uint32_t i) const {  // another thing's word
    if (r_.noun_length(i, NounKind::organization) != 0 || r_.noun_length(i, NounKind::facility) != 0 ||
        r_.noun_length(i, NounKind::programme) != 0)
      return !words_[i].has(Word::surname) && !words_[i].has(Word::given);
    return false;
  }
  // Inside the lexicon's name of something that is no person.
  bool taken(std::uint32_t i) const {
    const std::uint32_t hit = r_.hit_over[i];
    if (hit == none) return false;
    if (r_.hits[hit].words.length() > 1) return true;
    return !words_[i].has(Word::surname) && !words_[i].has(Word::given);
  }
  // "David Hmar", "Omar Khattak": a people's name after a given one, nobody of that people named after it.
  bool tribe_as_surname(std::uint32_t first, std::uint32_t at) const {
    if (at == first || !words_[at - 1].has(Word::given) || words_[at].writing != Case::normal) return false;
    const std::uint32_t hit = r_.hit_over[at];
    if (hit == none || r_.hits[hit].words.length() != 1) return false;
    const std::uint32_t people = r_.entry_of(r_.hits[hit], Class::people);
    // "Mohammed Shia al-Sudani"
    if (people != none && at + 1 < last_ && (r_.is(words_[at + 1].key, WordClass::particle) || r_.form(at + 1).substr(0, 3) == "al-"))
      return true;
    if (people == none || r_.entry(people).detail == "religious" || r_.form(at).back() == 's') return false;
    const Tag next = at + 1 < last_ ? r_.token(at + 1).tag : Tag::x;
    return next != Tag::noun && next != Tag::propn;
  }
  bool name_word(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.has(Word::mark) || word.has(Word::dated) || word.has(Word::digits)) return false;
    if (!word.has(Word::named) && !word.has(Word::initial)) {
      // At a sentence's start or in capitals a listed given name needs no tag.
      return word.has(Word::capital) && word.has(Word::given) && (word.has(Word::starts) || word.writing == Case::title) &&
             r_.token(i).tag != Tag::verb && r_.token(i).tag != Tag::adp && r_.token(i).tag != Tag::det && r_.token(i).tag != Tag::pron &&
             r_.token(i).tag != Tag::aux;
    }
    return true;
  }

  // "Yasser Abu Shabab": what follows is a part of his name, whoever else bears it.
  bool is_kunya(std::uint32_t i) const { return words_[i].key == "abu"_key || words_[i].key == "umm"_key; }

  // The run of name words from i; empty where there is none.
  std::uint32_t run(std::uint32_t i) const {
    std::uint32_t end = i, count = 0;
    const Case writing = words_[i].writing;
    for (std::uint32_t j = i; j < last_ && count < 5;) {
      if (j > i && (words_[j].key == "alias"_key || words_[j].key == "@"_key)) break;
      // A title of several words is no part of a name, nor is one that no name has: "German Foreign Minister".
      if (j > i && !words_[j].has(Word::joined) && r_.title(j) != nullptr && r_.title(j)->kind != TitleKind::suffix &&
          (r_.title_at[j].length > 1 || (!words_[j].has(Word::surname) && !words_[j].has(Word::given))))
        break;
      if (name_word(j) && (!taken(j) || tribe_as_surname(i, j) || (j > i && is_kunya(j - 1))) &&
          !(blocked(j) && !words_[j].has(Word::joined))) {
        if (j > i && !words_[j].has(Word::joined) && words_[j].writing == Case::upper && writing == Case::upper && count >= 3) break;
        if (j > i && r_.is(words_[j].key, WordClass::generation)) return j + 1;
        // In running text a word in capitals does not go on a name that is not ("Ali Khan ISPR").
        if (j > i && words_[j].writing == Case::normal && words_[j].has(Word::capitals) && r_.form(j).size() > 2 &&
            !words_[i].has(Word::capitals))
          break;
        ++count;
        end = ++j;
        continue;
      }
      // a nickname between quotation marks: Ines "Nene" Ruiz
      if (j > i && j + 3 < last_ && is_quote(words_[j].key) && is_quote(words_[j + 2].key) && name_word(j + 1) && name_word(j + 3) &&
          !taken(j + 3)) {
        j += 3;
        continue;
      }
      // particles, up to two, between name words
      std::uint32_t k = j;
      while (k < last_ && k < j + 2 && (r_.is(words_[k].key, WordClass::particle)) && !words_[k].has(Word::capitals)) ++k;
      if (k > j && k < last_ && name_word(k) && !taken(k) && (j > i || words_[j].has(Word::capital))) {
        j = k;
        continue;
      }
      break;
    }
    return end;
  }

  bool person_like(Range range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_[i].has(Word::given) || words_[i].has(Word::surname)) return true;
    return false;
  }

  void propose(Range name, Range role, std::int32_t bonus) {
    if (!name.empty()) r_.propose(EntityType::person, name, bonus).role = role;
  }

  bool is(std::uint32_t i, Key key) const { return i < last_ && words_[i].key == key; }

  // "Omar Diaz, better known as": a listed name before the adverb and the comma.
  bool somebody_before(std::uint32_t i, std::uint32_t first) const {
    while (i > first + 1 && (words_[i - 1].key == ","_key || r_.token(i - 1).tag == Tag::adv)) --i;
    if (i < first + 2) return false;
    const Word& last = words_[i - 1];
    return last.has(Word::capital) && words_[i - 2].has(Word::given) && (last.has(Word::surname) || r_.hit_over[i - 1] == none);
  }

  // "Zubair @ Chota", "Omar Diaz alias Tiger", "by the nom de guerre Abu Salim": what somebody is called, whatever else bears that name.
  void alias(std::uint32_t i, std::uint32_t first) {
    const Key key = words_[i].key;
    const bool sign = key == "@"_key || key == "alias"_key || (key == "urf"_key && words_[i].writing == Case::normal);
    const bool known = key == "known"_key && is(i + 1, "as"_key) && somebody_before(i, first);
    if (!sign && !known && !(key == "guerre"_key && i > first) && key != "nicknamed"_key) return;
    auto name_from = [&](std::uint32_t at) {
      std::uint32_t end = at;
      while (end < last_ && end < at + 3 && words_[end].has(Word::capital) && !words_[end].has(Word::mark) &&
             !words_[end].has(Word::dated) && !(end > at && r_.title(end) != nullptr))
        ++end;
      return end;
    };
    std::uint32_t at = i + (known ? 2 : 1);
    while (at < last_ && at < i + 4 && (words_[at].has(Word::mark) || words_[at].key == "of"_key || words_[at].key == "name"_key) &&
           words_[at].key != ","_key && words_[at].key != ")"_key)
      ++at;
    const std::uint32_t end = name_from(at);
    if (end == at || words_[at].writing == Case::lower) return;
    if (sign) {  // who bears it stands before
      std::uint32_t start = i;
      while (start > first && i - start < 4 && words_[start - 1].has(Word::capital) && !words_[start - 1].has(Word::mark) &&
             !words_[start - 1].has(Word::digits) && !words_[start - 1].has(Word::dated) && r_.title(start - 1) == nullptr)
        --start;
      const bool bare = i > first && (words_[i - 1].key == "the"_key || words_[i - 1].key == ","_key || key == "alias"_key);
      if (start == i && !bare) return;
      if (start < i && i - start == 1 && !r_.hit_is(r_.hit_over[start], Class::country)) propose({start, i}, {}, alias_bonus);
    }
    propose({at, end}, {}, alias_bonus);
  }

  // 'Sarvo "El Gato" Tolde': nothing else has a name between quotation marks in its name.
  void nicknamed(std::uint32_t i, std::uint32_t first) {
    if (words_[i].key != "\""_key || i == first || !word_of_name(i - 1) || r_.title(i - 1) != nullptr) return;
    std::uint32_t close = i + 1;
    while (close < last_ && close < i + 4 && words_[close].has(Word::capital) && !words_[close].has(Word::mark)) ++close;
    if (close == i + 1 || close + 1 >= last_ || words_[close].key != "\""_key || !word_of_name(close + 1)) return;
    std::uint32_t start = i - 1, end = close + 2;
    while (start > first && i - start < 3 && word_of_name(start - 1) && r_.title(start - 1) == nullptr) --start;
    while (end < last_ && end < close + 4 && word_of_name(end) && r_.title(end) == nullptr) ++end;
    propose({start, end}, {}, 16);
  }
  // "Norway's Zarm Orv said": two capitals that nothing lists, beside what does not lie anywhere.
  void owned(std::uint32_t i, std::uint32_t first) {
    if (words_[i].key != "'s"_key || i == first || i + 2 >= last_) return;
    const std::uint32_t owner = r_.hit_over[i - 1];
    if (!r_.hit_is(owner, Class::country) && !r_.hit_is(owner, Class::organization) && !r_.hit_is(owner, Class::armed_group)) return;
    const std::uint32_t start = r_.hits[owner].words.first;
    if (start > first && r_.token(start - 1).tag == Tag::adp) return;  // "in Norway's Zarm Orv"
    std::uint32_t end = i + 1;
    while (end < last_ && end - i < 4 && word_of_name(end) && !taken(end) && !blocked(end) && r_.title(end) == nullptr) ++end;
    if (end - i != 3 || end == last_ || words_[end].has(Word::capital) || words_[end].has(Word::joined)) return;
    const Tag after = r_.token(end).tag;
    if (after == Tag::verb || after == Tag::aux || after == Tag::cconj) propose({i + 1, end}, {}, 12);
  }

  // "Zarm Orv Tun, the junta's spokesman,": capitals that the words after the comma say are somebody.
  void apposed(std::uint32_t i, std::uint32_t first) {
    if (words_[i].key != ","_key || i < first + 2 || i + 3 >= last_) return;
    std::uint32_t start = i;
    while (start > first && i - start < 4 && word_of_name(start - 1) && !taken(start - 1) && !blocked(start - 1) &&
           r_.title(start - 1) == nullptr && !words_[start].has(Word::joined))
      --start;
    if (i - start < 2 || (start > first && (words_[start - 1].has(Word::capital) || words_[start - 1].has(Word::joined)))) return;
    const Key opens = words_[i + 1].key;
    if (opens != "a"_key && opens != "an"_key && opens != "the"_key && opens != "its"_key && opens != "his"_key && opens != "her"_key)
      return;
    for (std::uint32_t k = i + 2; k < last_ && k < i + 7 && !words_[k].has(Word::mark); ++k) {
      if (r_.token(k).tag == Tag::verb || r_.token(k).tag == Tag::adp) return;
      const Title* title = r_.title(k);
      if (title == nullptr || title->kind == TitleKind::suffix) continue;
      const std::uint32_t after = k + r_.title_at[k].length;
      if (after < last_ && (words_[after].has(Word::mark) || r_.token(after).tag == Tag::adp)) propose({start, i}, {}, 16);
      return;
    }
  }
  bool word_of_name(std::uint32_t i) const {
    const Word& word = words_[i];
    return word.has(Word::capital) && !word.has(Word::mark) && !word.has(Word::dated) && !word.has(Word::capitals) &&
           word.writing == Case::normal && r_.token(i).tag == Tag::propn && !r_.hit_is(r_.hit_over[i], Class::demonym);
  }

  // "(retd)", "(r)", "(Retd.)" after a rank.
  std::uint32_t skip_retired(std::uint32_t i) const {
    if (is(i, "("_key) && (is(i + 1, "retd"_key) || is(i + 1, "r"_key) || is(i + 1, "retired"_key) || is(i + 1, "rtd"_key)) &&
        is(i + 2, ")"_key))
      return i + 3;
    if (is(i, "retd"_key) || is(i, "ret"_key)) return i + 1;
    return i;
  }

  // Past "of Georgia", "of Georgia to Turkey": the states of an office.
  std::uint32_t past_state(std::uint32_t i) const {
    std::uint32_t end = i;
    for (const Key preposition : {"of"_key, "to"_key}) {
      if (!is(end, preposition)) continue;
      const std::uint32_t state = is(end + 1, "the"_key) ? end + 2 : end + 1;
      if (state >= last_ || !r_.hit_is(r_.hit_at[state], Class::country)) return i;
      end = r_.hits[r_.hit_at[state]].words.last;
    }
    return end;
  }

  // "Inspector General of Police (Jammu Zone) Bhim Sen", "SSP (Operations) Arif Alvi".
  std::uint32_t past_bracket(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (end < last_ && end < i + 6 && !is(end, ")"_key)) ++end;
    if (!is(end, ")"_key) || end + 2 >= last_ || end == i + 1 || !words_[i + 1].has(Word::capital)) return i;
    return name_word(end + 1) && name_word(end + 2) && !taken(end + 1) ? end + 1 : i;
  }

  // "DPO Arvika said": an officer of the place, who is not named.
  bool of_a_place(std::uint32_t title, std::uint32_t at) const {
    return words_[title].has(Word::capitals) && r_.title_at[title].length == 1 && words_[title].writing == Case::normal &&
           r_.place_like(r_.hit_at[at]) && r_.hits[r_.hit_at[at]].words.length() == 1;
  }

  // After a rank: a word that nothing lists, or a town that few write of, before a name's second word ("Lt. Col. Van Daniel Cruz").
  bool begins_a_name(std::uint32_t i) const {
    if (i + 1 >= last_ || !words_[i].has(Word::capital) || words_[i].writing != Case::normal || words_[i].has(Word::digits) ||
        words_[i].has(Word::capitals) || words_[i].has(Word::mark) || words_[i].has(Word::dated) || blocked(i) || r_.title(i) != nullptr)
      return false;
    if (!name_word(i + 1) || taken(i + 1) || blocked(i + 1) || r_.title(i + 1) != nullptr) return false;
    const Tag tag = r_.token(i).tag;
    if (tag == Tag::verb || tag == Tag::aux || tag == Tag::adp || tag == Tag::det || tag == Tag::pron || tag == Tag::adv) return false;
    const std::uint32_t hit = r_.hit_over[i];
    if (hit == none) return !name_word(i);
    const std::uint32_t place = r_.entry_of(r_.hits[hit], Class::place);
    return r_.hits[hit].words.length() == 1 && place != none && r_.entry(place).has(Entry::doubtful);
  }

  std::uint32_t after_title(std::uint32_t start) {
    std::uint32_t i = start;
    TitleKind kind = r_.title(i)->kind;
    bool capital = words_[i].has(Word::capital) && !words_[i].has(Word::starts);
    std::uint32_t role_end = i;
    while (i < last_) {
      const Title* title = r_.title(i);
      if (title == nullptr || title->kind == TitleKind::suffix) break;
      kind = title->kind;
      i += r_.title_at[i].length;
      role_end = i;
      i = skip_retired(i);
    }
    const Range role{start, role_end};
    if (i == role_end && is(i, "("_key) && (kind == TitleKind::office || kind == TitleKind::rank)) i = past_bracket(i);
    if (i >= last_) return start;
    // "governor Sindh Kamran ...", "DIG Traffic ..." : a place or body between title and name
    if (const std::uint32_t hit = r_.hit_at[i]; hit != none && taken(i) && r_.hits[hit].words.last < last_) {
      std::uint32_t next = r_.hits[hit].words.last;
      if (next + 1 < last_ && words_[next].has(Word::capital) &&
          (is(next, "range"_key) || is(next, "division"_key) || is(next, "zone"_key) || is(next, "region"_key) || is(next, "district"_key)))
        ++next;  // "DIG Arvika Range Omar Diaz"
      const bool named = words_[next].has(Word::given) || (words_[next].has(Word::initial) && next + 1 < last_ && name_word(next + 1));
      if ((kind == TitleKind::office || kind == TitleKind::rank) && named && name_word(next)) {
        i = next;
      }
    }
    const std::uint32_t of_state = i;
    i = past_state(i);  // "President of Kazakhstan Nurlan Sadyk", "Ambassador of Georgia to Turkey Irakli Lomi"
    const bool comma = is(i, ","_key);
    if (i > of_state && (comma || kind != TitleKind::office || words_[start].writing == Case::title)) return start;
    const std::uint32_t at = comma ? i + 1 : i;
    const bool first_of_name = !comma && kind == TitleKind::rank && begins_a_name(at);
    if (at >= last_ ||
        !(name_word(at) || first_of_name || (r_.is(words_[at].key, WordClass::particle) && at + 1 < last_ && name_word(at + 1))) ||
        (taken(at) && !first_of_name))
      return start;
    std::uint32_t end = run(first_of_name ? at + 1 : at);
    if (first_of_name && end == at + 1) return start;
    if (end == at) return start;
    const Range name{at, end};
    const bool listed = person_like(name);
    const std::uint32_t length = name.length();
    if (i > of_state && length < 2) return start;
    if (length == 1 && !comma && of_a_place(start, at)) return start;
    if (length == 1 && !listed && (words_[at].key == "staff"_key || r_.noun_length(at, NounKind::organization) != 0)) return start;
    if (comma && !(length >= 2 && (listed || kind == TitleKind::office) && length <= 4)) return start;
    if (comma && end < last_ && !words_[end].has(Word::mark) && !listed) return start;
    if (kind == TitleKind::role && !(length >= 2 || listed)) return start;
    if (kind == TitleKind::office && length == 1 && !listed && !capital) return start;
    if (words_[at].writing != Case::normal && length == 1 && !listed) return start;
    propose(name, role, 16 + (listed ? 6 : 0));
    return end;
  }

  std::uint32_t listed(std::uint32_t i) {
    const Word& word = words_[i];
    if (!name_word(i) || taken(i) || blocked(i) || word.has(Word::joined)) return i;
    const std::uint32_t end = run(i);
    const Range name{i, end};
    if (name.length() < 2) return i;
    // "A French minister": an article, where an initial has its dot.
    if (word.has(Word::starts) && word.key == "a"_key && r_.form(i).size() == 1) return i;
    const bool given = word.has(Word::given) || (word.has(Word::initial) && name.length() <= 4);
    bool surname = false;
    for (std::uint32_t w = i + 1; w < end; ++w) surname = surname || words_[w].has(Word::surname);
    if (word.writing != Case::normal && !(given && surname)) return i;
    if (!given && !surname) return i;
    // "Sydney Airport", "Victoria Police": what follows makes it another thing's name.
    if (end < last_ && words_[end].has(Word::named) &&
        (r_.noun_length(end, NounKind::organization) != 0 || r_.noun_length(end, NounKind::facility) != 0))
      return i;
    if (!(given && surname) && r_.hit_over[i] != none && r_.place_like(r_.hit_over[i])) return i;
    propose(name, {}, given && surname ? 14 : given ? 8 : 4);
    return end;
  }

  Reading& r_;
  const Words& words_;
  std::uint32_t last_ = 0;
};

}  // namespace

void find_persons(Reading& reading) {
  Persons persons(reading);
  for (const Range sentence : reading.words.sentences) persons.read(sentence);
}

}  // namespace khabar::entities
