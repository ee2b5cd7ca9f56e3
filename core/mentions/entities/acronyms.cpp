// Acronyms that the text explains, in both orders (after Schwartz and Hearst 2003: initials matched from the last to the first).
#include <algorithm>
#include <string>
#include <unordered_map>

#include "mentions/entities/reading.h"
#include "text/utf8.h"

namespace khabar::entities {

namespace {

using namespace text::literals;

constexpr std::size_t letters_max = 10;
constexpr std::uint32_t words_max = 14;

struct Letters {
  char at[letters_max];
  std::size_t count = 0;
};

// The capitals of "ISIS-K", "JuA", folded; none where it is no acronym.
Letters letters_of(const Reading& reading, Range range) {
  Letters letters;
  std::size_t small = 0;
  for (std::uint32_t w = range.first; w < range.last; ++w) {
    for (const char c : reading.form(w)) {
      if (c >= 'A' && c <= 'Z') {
        if (letters.count == letters_max) return {};
        letters.at[letters.count++] = static_cast<char>(c + 32);
      } else if (c != '.') {
        ++small;
      }
    }
  }
  if (letters.count < 2 || small > 2 || small >= letters.count) return {};
  return letters;
}

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

char initial_of(const Reading& reading, std::uint32_t word) {
  const std::string_view form = reading.form(word);
  char folded[text::folded_max];
  const text::Decoded d = text::decode(form, 0);
  return text::fold(d.code, folded) > 0 ? folded[0] : 0;
}

bool may_skip(const Reading& reading, std::uint32_t word) {
  const Word& w = reading.words[word];
  return !w.has(Word::capital) && !w.has(Word::mark) && (w.has(Word::joined) || reading.form(word).size() <= 4);
}

// "Improvised Explosive Device (IED)", "Public Relations Officer (PRO)": things and offices, whose short forms name nobody.
bool is_kind_of_thing(Key lemma) {
  static constexpr Key heads[] = {
      "device"_key,         "vehicle"_key,   "missile"_key, "drone"_key,   "aircraft"_key, "weapon"_key, "grenade"_key,  "rocket"_key,
      "launcher"_key,       "rifle"_key,     "gun"_key,     "mine"_key,    "officer"_key,  "person"_key, "people"_key,   "commissioner"_key,
      "superintendent"_key, "inspector"_key, "injury"_key,  "disease"_key, "disorder"_key, "virus"_key,  "syndrome"_key, "explosive"_key};
  return std::find(std::begin(heads), std::end(heads), lemma) != std::end(heads);
}

class Acronyms {
 public:
  explicit Acronyms(Reading& reading) : r_(reading), words_(reading.words) {}

  void run() {
    for (const Range sentence : words_.sentences)
      for (std::uint32_t i = sentence.first; i + 2 < sentence.last; ++i) {
        if (words_[i].key == "("_key || words_[i].key == "["_key) at_bracket(sentence, i);
        if (words_[i].key == ","_key) at_comma(sentence, i);
      }
    find_unexplained();
    if (r_.definitions.empty()) return;
    set_types();
    find_uses();
  }

 private:
  // "CCG" where the China Coast Guard is told of, and the lists know Canada's.
  bool is_listed_abroad(std::uint32_t i, const std::unordered_map<Key, Range>& bodies) const {
    const auto body = bodies.find(words_[i].key);
    if (body == bodies.end()) return false;
    const std::uint32_t long_form = r_.hit_at[body->second.first];
    if (long_form == none || r_.hits[long_form].words.last != body->second.last) return false;
    const std::uint32_t named = r_.entry_of(r_.hits[long_form], Class::organization);
    const std::uint32_t listed = r_.entry_of(r_.hits[r_.hit_over[i]], Class::organization);
    if (named == none || listed == none || r_.hits[r_.hit_over[i]].words.length() != 1) return false;
    return r_.entry(named).identity != r_.entry(listed).identity && r_.entry(named).iso2 != r_.entry(listed).iso2;
  }

  // "the Unmanned Systems Forces ... the USF": letters that nothing lists and no bracket explains are those of a body named before.
  void find_unexplained() {
    std::unordered_map<Key, Range> bodies;  // by the letters
    for (const Candidate& c : r_.candidates) {
      if ((c.type != EntityType::organization && c.type != EntityType::armed_group) || c.words.length() < 3) continue;
      std::string letters;
      for (std::uint32_t i = c.words.first; i < c.words.last; ++i)
        if (words_[i].has(Word::capital) && !words_[i].has(Word::mark)) letters += initial_of(r_, i);
      if (letters.size() < 3 || letters.size() > letters_max || words_[c.words.first].writing != Case::normal) continue;
      Range& first = bodies[text::key_of(letters)];
      if (first.empty() || c.words.first < first.first) first = c.words;
    }
    if (bodies.empty()) return;
    lexicon::KeySet told;
    for (const Definition& definition : r_.definitions) told.insert(words_[definition.acronym.first].key);
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      if (!word.has(Word::capitals) || word.writing != Case::normal || word.has(Word::digits) || word.has(Word::joined)) continue;
      if ((r_.hit_over[i] != none && !is_listed_abroad(i, bodies)) || r_.form(i).size() < 3) continue;
      const auto body = bodies.find(word.key);
      if (body == bodies.end() || !told.insert(word.key)) continue;
      r_.definitions.push_back({body->second, {i, i + 1}});
    }
  }

  std::uint32_t closing(std::uint32_t open, std::uint32_t last) const {
    for (std::uint32_t i = open + 1; i < last && i < open + words_max; ++i)
      if (words_[i].key == (words_[open].key == "("_key ? ")"_key : "]"_key)) return i;
    return none;
  }

  void at_bracket(Range sentence, std::uint32_t open) {
    const std::uint32_t close = closing(open, sentence.last);
    if (close == none) return;
    // Name (ACR) or Name ("ACR")
    Range inside{open + 1, close};
    if (inside.length() >= 3 && words_[inside.first].key == "\""_key) ++inside.first, --inside.last;
    if (one_word(inside)) {
      if (const Letters letters = letters_of(r_, inside); letters.count != 0) {
        Range name = name_before(sentence, open, letters);
        if (name.empty()) name = foreign_name(sentence, open, inside);
        if (name.empty() && inside.length() == 1 && stands_for_words(sentence, open, letters))
          r_.common_acronyms.insert(words_[inside.first].key);
        if (!name.empty() && !is_kind_of_thing(r_.token(name.last - 1).lemma)) r_.definitions.push_back({name, inside});
        return;
      }
    }
    // ACR (Name)
    if (open == sentence.first) return;
    Range acronym{open - 1, open};
    while (acronym.first > sentence.first && words_[acronym.first].has(Word::joined)) --acronym.first;
    const Letters letters = letters_of(r_, acronym);
    if (letters.count == 0) return;
    const Range name = name_before({inside.first, close}, close, letters);
    if (!name.empty() && name.first == inside.first && !is_kind_of_thing(r_.token(name.last - 1).lemma))
      r_.definitions.push_back({name, acronym});
  }

  // "the Council of National Salvation, CNS, said", "the Special Action Group, or SAG,"
  void at_comma(Range sentence, std::uint32_t comma) {
    std::uint32_t at = comma + 1;
    if (words_[at].key == "or"_key) ++at;
    if (at + 1 >= sentence.last || !words_[at].has(Word::capitals) || !words_[at + 1].has(Word::mark)) return;
    const Range acronym{at, at + 1};
    const Letters letters = letters_of(r_, acronym);
    if (letters.count < 3) return;
    Range name = name_before(sentence, comma, letters);
    if (name.empty() && is_apposed(sentence, at)) name = foreign_name(sentence, comma, acronym);
    if (!name.empty() && !is_kind_of_thing(r_.token(name.last - 1).lemma)) r_.definitions.push_back({name, acronym});
  }

  // "the Federal Bureau of Roads, BOFA, said", not "the Federal Bureau of Roads, BOFA, and others"
  bool is_apposed(Range sentence, std::uint32_t at) const {
    if (at + 2 >= sentence.last || words_[at + 1].key != ","_key) return false;
    const Word& next = words_[at + 2];
    return next.key != "and"_key && next.key != "or"_key && !next.has(Word::capital);
  }

  // "the Federal Bureau of Roads (BOFA)": a body that the grammars found, whose letters are those of its name in its own language.
  Range foreign_name(Range sentence, std::uint32_t open, Range acronym) {
    if (acronym.length() != 1 || !words_[acronym.first].has(Word::capitals) || r_.hit_at[acronym.first] != none) return {};
    if (words_[acronym.first].writing != Case::normal || r_.form(acronym.first).size() > 6) return {};
    if (body_before_.empty()) {
      body_before_.assign(words_.size() + 1, Range{});
      for (const Candidate& c : r_.candidates) {
        if (c.type != EntityType::organization && c.type != EntityType::armed_group) continue;
        Range& longest = body_before_[c.words.last];
        if (c.words.length() > longest.length()) longest = c.words;
      }
    }
    const Range body = body_before_[open];
    return body.length() > 1 && body.first >= sentence.first ? body : Range{};
  }

  // "an intelligence-based operation (IBO)", "improvised explosive devices (IEDs)": the words have no capitals, and it names nobody.
  bool stands_for_words(Range sentence, std::uint32_t end, const Letters& letters) const {
    std::size_t left = letters.count;
    for (std::uint32_t i = end; left > 0 && i > sentence.first && end - i < words_max;) {
      --i;
      if (words_[i].has(Word::mark) || words_[i].has(Word::capital)) return false;
      const std::string_view form = r_.form(i);
      const std::size_t hyphen = form.find('-');
      if (left > 1 && hyphen != std::string_view::npos && hyphen + 1 < form.size() && lower(form[hyphen + 1]) == letters.at[left - 1] &&
          initial_of(r_, i) == letters.at[left - 2]) {
        left -= 2;
      } else if (initial_of(r_, i) == letters.at[left - 1]) {
        --left;
      } else if (!may_skip(r_, i)) {
        return false;
      }
    }
    return left == 0;
  }

  bool one_word(Range range) const {
    if (range.empty() || range.length() > 3) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_[i].has(Word::mark) || (i > range.first && !words_[i].has(Word::joined))) return false;
    return true;
  }

  // The words before `end` whose initials are the letters.
  Range name_before(Range sentence, std::uint32_t end, const Letters& letters) const {
    std::size_t left = letters.count;
    std::uint32_t i = end;
    while (left > 0 && i > sentence.first && end - i < words_max) {
      --i;
      if (words_[i].has(Word::mark)) return {};
      const bool capital = words_[i].has(Word::capital) || words_[i].has(Word::joined) || words_[i].writing == Case::upper;
      // "Anti-Terrorist" is one word to the tokenizer and two letters to the acronym.
      if (const std::size_t hyphen = r_.form(i).find('-'); left > 1 && hyphen != std::string_view::npos && hyphen + 1 < r_.form(i).size() &&
                                                           lower(r_.form(i)[hyphen + 1]) == letters.at[left - 1] &&
                                                           initial_of(r_, i) == letters.at[left - 2]) {
        left -= 2;
      } else if (initial_of(r_, i) == letters.at[left - 1] && (capital || left > 1)) {
        --left;
      } else if (!may_skip(r_, i)) {
        return {};
      }
    }
    if (left != 0 || end - i < 2 || !words_[i].has(Word::capital)) return {};
    return {i, end};
  }

  static std::uint64_t cell(Range range) { return std::uint64_t{range.first} << 32 | range.last; }

  // A definition's type: what lexicons or grammars know of either side, else an organization.
  void set_types() {
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::uint32_t c = 0; c < r_.candidates.size(); ++c) {
      const Candidate& candidate = r_.candidates[c];
      const auto [slot, fresh] = known.try_emplace(cell(candidate.words), c);
      if (!fresh && r_.candidates[slot->second].strength < candidate.strength) slot->second = c;
    }
    for (std::uint32_t d = 0; d < r_.definitions.size(); ++d) {
      const Definition& definition = r_.definitions[d];
      Candidate name;
      name.type = EntityType::organization;
      const auto by_name = known.find(cell(definition.name));
      const auto by_acronym = known.find(cell(definition.acronym));
      if (by_name != known.end() && r_.candidates[by_name->second].type != EntityType::person) {
        name = r_.candidates[by_name->second];
      } else if (by_acronym != known.end()) {
        name.type = r_.candidates[by_acronym->second].type;
      } else {
        // "Baloch Liberation Tigers": an inner candidate that reaches the end has read the head noun
        for (std::uint32_t first = definition.name.first + 1; first < definition.name.last; ++first) {
          const auto inner = known.find(cell({first, definition.name.last}));
          if (inner == known.end() || r_.candidates[inner->second].type == EntityType::person) continue;
          name.type = r_.candidates[inner->second].type;
          break;
        }
        if (name.type == EntityType::place || name.type == EntityType::country) name.type = EntityType::organization;
      }
      name.words = definition.name;
      name.kind = MentionKind::name;
      name.strength = 20 * static_cast<std::int32_t>(definition.name.length()) + 60;
      name.definition = d;
      types_.push_back(name.type);
      r_.candidates.push_back(name);
    }
  }

  void find_uses() {
    lexicon::PhraseMap uses;
    lexicon::KeySet added;
    std::vector<Key> keys;
    for (std::uint32_t d = 0; d < r_.definitions.size(); ++d) {
      keys.clear();
      for (std::uint32_t w = r_.definitions[d].acronym.first; w < r_.definitions[d].acronym.last; ++w) keys.push_back(words_[w].key);
      Key whole = 0;
      for (const Key key : keys) whole = text::chain(whole, key);
      if (added.insert(whole)) uses.add(keys, d);  // the first definition stands
    }
    for (const Range sentence : words_.sentences) {
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (!words_[i].has(Word::capital)) continue;
        const auto match = uses.longest(i, [&](std::uint32_t w) { return w < sentence.last ? words_[w].key : 0; });
        if (!match) continue;
        const Range range{i, i + match.length};
        if (!words_[i].has(Word::capitals) && !words_[i].has(Word::mixed)) continue;
        const std::uint32_t d = uses.payload(match.value);
        Candidate use;
        use.words = range;
        use.type = types_[d];
        use.kind = MentionKind::acronym;
        use.definition = d;
        use.strength = 20 * static_cast<std::int32_t>(range.length()) + 30;
        r_.candidates.push_back(use);
      }
    }
  }

  Reading& r_;
  const Words& words_;
  std::vector<EntityType> types_;
  std::vector<Range> body_before_;  // of each word: the longest body that ends before it; filled when first asked
};

}  // namespace

void find_acronyms(Reading& reading) { Acronyms(reading).run(); }

}  // namespace khabar::entities
