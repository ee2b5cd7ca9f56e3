#include "layout/cues.h"

#include "lexicon/table.h"

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

// A line of more words is prose: what is said in passing in it says little about the line.
constexpr std::size_t prose_words = 30;

constexpr std::uint32_t acronym = 0x100;  // of an outlet's payload

template <class Value, std::size_t Count>
Value named(std::string_view name, const std::array<std::string_view, Count>& names) {
  for (std::size_t i = 0; i < Count; ++i)
    if (names[i] == name) return static_cast<Value>(i);
  return static_cast<Value>(0);
}

constexpr std::array<std::string_view, cue_kinds> kind_names = {"boilerplate", "biography", "caption", "byline", "publication"};
constexpr std::array<std::string_view, 5> where_names = {"whole", "label", "start", "end", "any"};
constexpr std::array<std::string_view, 7> glue_names = {"none", "start", "phrase", "paren", "sentence", "line", "gap"};
constexpr std::array<std::string_view, page_words> page_word_names = {"noun", "chrome", "section", "platform", "call", "body"};
constexpr std::array<std::string_view, 3> effect_names = {"line", "section", "rest"};

// "1.2": tenths are all that the table uses.
float weight_of(std::string_view cell) {
  float value = 0, place = 1;
  bool fraction = false;
  for (const char c : cell) {
    if (c == '.') {
      fraction = true;
    } else if (c >= '0' && c <= '9') {
      value = value * 10 + static_cast<float>(c - '0');
      if (fraction) place *= 10;
    }
  }
  return value / place;
}

std::vector<Key> shapes_of(std::string_view phrase, std::vector<Word>& words) {
  read_words(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, words);
  std::vector<Key> keys;
  keys.reserve(words.size());
  for (const Word& word : words) keys.push_back(word.shape);
  return keys;
}

}  // namespace

const Cues& Cues::instance() {
  static const Cues cues;
  return cues;
}

Cues::Cues() {
  std::vector<Word> words;
  const lexicon::Table table(lexicon::packed("layout/cues.tsv"));
  const std::size_t phrase = table.column("phrase"), kind = table.column("kind"), where = table.column("where"),
                    weight = table.column("weight"), glue = table.column("glue"), effect = table.column("effect");
  for (const lexicon::Row& row : table.rows()) {
    const std::vector<Key> keys = shapes_of(row[phrase], words);
    if (keys.empty()) continue;
    phrases_.add(keys, static_cast<std::uint32_t>(cues_.size()));
    Cue cue;
    cue.kind = named<CueKind>(row[kind], kind_names);
    cue.where = named<Cue::Where>(row[where], where_names);
    cue.weight = weight_of(row[weight]);
    cue.glue = named<Glue>(row[glue], glue_names);
    cue.effect = named<Effect>(row[effect], effect_names);
    cues_.push_back(cue);
  }
  const lexicon::Table outlets(lexicon::packed("layout/outlets.tsv"));
  const std::size_t name = outlets.column("name"), class_ = outlets.column("kind");
  for (const lexicon::Row& row : outlets.rows()) {
    const std::vector<Key> keys = shapes_of(row[name], words);
    if (keys.empty()) continue;
    const std::uint32_t kind = static_cast<std::uint32_t>(row[class_] == "agency" ? OutletKind::agency : OutletKind::outlet);
    outlets_.add(keys, words[0].all_capitals ? kind | acronym : kind);
  }
  const lexicon::Table page(lexicon::packed("layout/page_words.tsv"));
  const std::size_t word = page.column("word"), what = page.column("kind");
  for (const lexicon::Row& row : page.rows()) {
    const std::vector<Key> keys = shapes_of(row[word], words);
    if (keys.empty()) continue;
    if (row[what] == "label") {
      labels_.add(keys, 0);
    } else {
      page_words_[static_cast<std::size_t>(named<PageWord>(row[what], page_word_names))].insert(keys[0]);
    }
  }
}

namespace {

bool ends_label(std::string_view text, std::span<const Word> words, std::size_t last) {
  if (last >= words.size()) return true;
  const Word& next = words[last];
  if (next.number || is_month(next.key) || is_weekday(next.key)) return true;
  const std::string_view gap = between(text, words[last - 1], next);
  return gap.find_first_of(":|-") != std::string_view::npos || gap.find("–") != std::string_view::npos ||
         gap.find("—") != std::string_view::npos;
}

}  // namespace

void Cues::find(std::string_view text, std::span<const Word> words, std::vector<CueMatch>& out) const {
  out.clear();
  for (std::size_t at = 0; at < words.size(); ++at) {
    // A longer phrase in the wrong place must not hide a shorter one in its place.
    bool placed = false;
    for (std::size_t limit = words.size(); limit > at && !placed;) {
      const lexicon::PhraseMap::Match match =
          phrases_.longest(static_cast<std::uint32_t>(at), [&](std::uint32_t i) { return i < limit ? words[i].shape : Key{0}; });
      if (!match) break;
      const std::size_t last = at + match.length;
      for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = phrases_.next(node)) {
        const Cue& cue = cues_[phrases_.payload(node)];
        const bool fits = cue.where == Cue::Where::any || (cue.where == Cue::Where::whole && at == 0 && last == words.size()) ||
                          (cue.where == Cue::Where::label && at == 0 && ends_label(text, words, last)) ||
                          (cue.where == Cue::Where::start && at == 0) || (cue.where == Cue::Where::end && last == words.size());
        // Inside a line a phrase may still begin a run of its own: kept for those that glue.
        if (fits || cue.glue != Glue::none) out.push_back({at, last, &cue, fits});
        placed = placed || fits;
      }
      limit = last - 1;
    }
  }
}

CueScore Cues::score(std::span<const CueMatch> matches, std::size_t words) {
  CueScore score;
  float strongest = 0;
  for (const CueMatch& match : matches) {
    const Cue& cue = *match.cue;
    if (!match.placed) continue;
    float weight = cue.weight;
    const bool fades = cue.where == Cue::Where::start || (cue.where == Cue::Where::any && cue.kind != CueKind::biography);
    if (fades && words > prose_words) weight *= static_cast<float>(prose_words) / static_cast<float>(words);
    score.weight[static_cast<std::size_t>(cue.kind)] += weight;
    if (cue.kind == CueKind::boilerplate && weight > strongest) {
      strongest = weight;
      score.effect = cue.effect;
    }
  }
  return score;
}

Cues::Outlet Cues::outlet_at(std::span<const Word> words, std::size_t at) const {
  const lexicon::PhraseMap::Match match =
      outlets_.longest(static_cast<std::uint32_t>(at), [&](std::uint32_t i) { return i < words.size() ? words[i].shape : Key{0}; });
  if (!match || !words[at].capital) return {};
  // "SANA" the agency is spelt in capitals; Sana may be anybody.
  const std::uint32_t kind = outlets_.payload(match.value);
  if ((kind & acronym) != 0 && !words[at].all_capitals) return {};
  return {match.length, static_cast<OutletKind>(kind & ~acronym)};
}

std::size_t Cues::label_at(std::span<const Word> words, std::size_t at) const {
  return labels_.longest(static_cast<std::uint32_t>(at), [&](std::uint32_t i) { return i < words.size() ? words[i].shape : Key{0}; })
      .length;
}

bool Cues::is_label(Key key) const {
  return labels_.longest(0, [&](std::uint32_t i) { return i == 0 ? key : Key{0}; }).length != 0;
}

}  // namespace khabar::layout
