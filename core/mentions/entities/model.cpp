#include "mentions/entities/model.h"

#include <algorithm>

#include "language/features.h"
#include "text/utf8.h"

namespace khabar::entities {

namespace {

using language::slot;

constexpr std::int32_t impossible = -1000000;
constexpr std::uint32_t reach = 2;  // words of a name that stand beside the one that shows it: "School of medicine"

// The last three bytes of the folded form and the first three; no ending where there are fewer.
struct Affixes {
  std::uint64_t ending = 0;
  std::uint64_t prefix = 0;
};

Affixes affixes_of(std::string_view form) {
  Affixes affixes;
  std::uint64_t last = 0;
  std::uint32_t length = 0;
  const auto add = [&](char byte) {
    last = (last << 8 | static_cast<unsigned char>(byte)) & 0xFFFFFF;
    if (++length <= 3) affixes.prefix = last;
  };
  char folded[text::folded_max];
  for (std::size_t i = 0; i < form.size();) {
    const text::Decoded d = text::decode(form, i);
    i += d.length;
    const int n = text::fold(d.code, folded);
    for (int j = 0; j < n; ++j) add(folded[j]);
  }
  // The bytes stand last first, as the weights were learned.
  if (length >= 3) affixes.ending = ((last & 0xFF) << 16 | (last & 0xFF00) | last >> 16) + (std::uint64_t{3} << 40);
  return affixes;
}

std::uint64_t shape_of(const Reading& reading, std::uint32_t word) {
  const Word& w = reading.words[word];
  std::uint64_t shape = 0;
  if (w.has(Word::mark)) {
    shape = 1 + reading.words[word].key % 61;
  } else if (w.has(Word::digits)) {
    shape = 64;
  } else if (w.writing == Case::upper || w.writing == Case::lower) {
    shape = 65 + static_cast<std::uint64_t>(w.writing);
  } else if (w.has(Word::initial)) {
    shape = 70;
  } else if (w.has(Word::capitals)) {
    shape = 71 + std::min<std::uint64_t>(reading.form(word).size(), 6);
  } else if (w.has(Word::mixed)) {
    shape = 80 + (w.has(Word::capital) ? 1 : 0);
  } else if (w.has(Word::capital)) {
    shape = 82 + (w.writing == Case::title ? 1 : 0);
  } else {
    shape = 90;
  }
  return shape * 4 + (w.has(Word::starts) ? 1 : 0) + (w.has(Word::joined) ? 2 : 0);
}

// Bits: given, surname, weights; classes of the hit that covers the word and where in it; nouns; titles; dates.
std::uint64_t listed(const Reading& reading, std::uint32_t word) {
  const Word& w = reading.words[word];
  std::uint64_t bits = (w.has(Word::given) ? 1u : 0u) | (w.has(Word::surname) ? 2u : 0u) | (w.has(Word::dated) ? 4u : 0u);
  if (const std::uint32_t hit = reading.hit_over[word]; hit != none) {
    std::uint64_t classes = 0;
    for (std::uint32_t node = reading.hits[hit].node; node != lexicon::PhraseMap::none; node = reading.lexicon.names.next(node))
      classes |= std::uint64_t{1} << static_cast<int>(reading.entry(reading.lexicon.names.payload(node)).what);
    bits |= classes << 8;
    bits |= reading.hits[hit].words.first == word ? 1u << 3 : 0u;
    bits |= reading.hits[hit].words.length() > 1 ? 1u << 4 : 0u;
  }
  return bits;
}

std::uint64_t noun_bits(const Reading& reading, std::uint32_t word) {
  std::uint64_t bits = 0;
  if (const std::uint32_t length = reading.noun_at[word].length; length != 0) {
    const lexicon::PhraseMap& nouns = reading.lexicon.nouns;
    const auto match = nouns.longest(word, [&](std::uint32_t i) { return i < word + length ? reading.words[i].key : 0; });
    for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = nouns.next(node))
      bits |= std::uint64_t{1} << static_cast<int>(reading.lexicon.noun_values[nouns.payload(node)].kind);
  }
  if (const Title* title = reading.title(word)) bits |= std::uint64_t{16} << static_cast<int>(title->kind);
  return bits;
}

}  // namespace

NameFeatures::NameFeatures(const Reading& reading, const std::vector<Name>& names) : r_(reading) {
  const std::uint32_t n = reading.words.size();
  facts_.resize(n);
  run_first_.resize(n);
  run_last_.resize(n);
  lexicon::KeySet small;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Word& w = reading.words[i];
    if (!w.has(Word::mark) && !w.has(Word::digits) && !w.has(Word::capital) && w.writing == Case::normal) small.insert(w.key);
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    Facts& f = facts_[i];
    f.shape = static_cast<std::uint16_t>(shape_of(reading, i) + 1);
    f.listed = static_cast<std::uint32_t>(listed(reading, i) + 1);
    f.nouns = static_cast<std::uint16_t>(noun_bits(reading, i));
    f.tag = static_cast<std::uint8_t>(static_cast<int>(reading.token(i).tag) + 1);
    f.company = static_cast<std::uint8_t>((reading.token(i).word_class >> 2) + 1);
    f.lower = reading.words[i].has(Word::capital) && small.contains(reading.words[i].key) ? 2 : 1;
  }
  for (const Name& name : names) {
    const bool person = name.type == EntityType::person;
    const std::uint32_t what =
        (static_cast<std::uint32_t>(name.type) * 8 + static_cast<std::uint32_t>(name.kind)) * 4 +
        (name.entry != none                                                                                            ? 2
         : (person && !name.role.empty()) || name.strength - 20 * static_cast<std::int32_t>(name.words.length()) >= 12 ? 1
                                                                                                                       : 0);
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i)
      facts_[i].proposed = what * 4 + (i == name.words.first ? 1u : 2u) + (i + 1 == name.words.last ? 1u : 0u);
  }
  for (const Range sentence : reading.words.sentences) {
    std::uint32_t first = sentence.first;
    for (std::uint32_t i = sentence.first; i <= sentence.last; ++i) {
      const bool in = i < sentence.last && reading.words[i].has(Word::capital);
      if (in) {
        run_first_[i] = first;
        continue;
      }
      for (std::uint32_t j = first; j < i; ++j) run_last_[j] = i;
      if (i < sentence.last) run_first_[i] = i, run_last_[i] = i + 1;
      first = i + 1;
    }
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& w = reading.words[i];
      if (w.writing == Case::normal && !w.has(Word::capital) && !w.has(Word::mixed) && !w.has(Word::starts) && facts_[i].proposed == 0)
        continue;
      const std::uint32_t last = std::min(i + reach + 1, sentence.last);
      for (std::uint32_t j = i - std::min(i - sentence.first, reach); j < last; ++j) facts_[j].may_be_named = true;
    }
  }
}

std::uint32_t NameFeatures::step(int before) { return slot(99, static_cast<std::uint64_t>(before) + 1); }

int NameFeatures::of(std::uint32_t i, Range sentence, std::uint32_t* out) const {
  const auto key = [&](std::uint32_t at) -> std::uint64_t { return at >= sentence.first && at < sentence.last ? r_.words[at].key : 1; };
  const Facts &w0 = facts_[i], &b1 = facts(i - 1, sentence), &b2 = facts(i - 2, sentence), &n1 = facts(i + 1, sentence),
              &n2 = facts(i + 2, sentence);
  const std::uint64_t case_ = static_cast<std::uint64_t>(r_.words[i].writing) + 1;
  const Affixes affixes = affixes_of(r_.form(i));
  std::uint32_t* o = out;
  *o++ = slot(0, 1);
  *o++ = slot(1, key(i), case_ > 2 ? 2 : 1);
  *o++ = slot(2, key(i), w0.shape);
  *o++ = slot(3, key(i - 1));
  *o++ = slot(4, key(i + 1));
  *o++ = slot(5, key(i - 2));
  *o++ = slot(6, key(i + 2));
  *o++ = slot(7, key(i - 1), w0.shape);
  *o++ = slot(8, key(i + 1), w0.shape);
  *o++ = slot(9, key(i - 1), key(i));
  *o++ = slot(10, key(i), key(i + 1));
  *o++ = slot(11, affixes.ending, w0.shape);
  *o++ = slot(12, affixes.prefix, w0.shape);
  *o++ = slot(13, w0.shape);
  *o++ = slot(14, w0.shape, n1.shape);
  *o++ = slot(15, b1.shape, w0.shape);
  *o++ = slot(16, b1.shape, w0.shape, n1.shape);
  *o++ = slot(17, w0.tag, w0.shape);
  *o++ = slot(18, b1.tag, w0.tag, n1.tag);
  *o++ = slot(19, w0.tag, n1.tag, n2.tag);
  *o++ = slot(20, b2.tag, b1.tag, w0.tag);
  *o++ = slot(21, w0.listed, w0.shape);
  *o++ = slot(22, w0.listed, n1.listed);
  *o++ = slot(23, b1.listed, w0.listed);
  *o++ = slot(24, w0.listed, n1.shape);
  *o++ = slot(25, b1.listed, w0.shape);
  *o++ = slot(26, n1.listed, w0.shape);
  *o++ = slot(27, w0.proposed);
  *o++ = slot(28, w0.proposed, w0.shape, w0.tag);
  *o++ = slot(29, w0.proposed, n1.proposed);
  *o++ = slot(30, b1.proposed, w0.proposed);
  *o++ = slot(31, w0.proposed, key(i - 1));
  *o++ = slot(32, w0.proposed, key(i + 1));
  *o++ = slot(33, b1.proposed, w0.shape, w0.listed);
  *o++ = slot(34, n1.proposed, w0.shape, w0.listed);
  *o++ = slot(35, w0.lower, w0.shape, w0.tag);
  // Nouns and titles here and beside.
  const std::uint64_t noun0 = w0.nouns, before = b1.nouns, after = n1.nouns;
  *o++ = slot(36, noun0 + 1, w0.shape);
  *o++ = slot(37, before + 1, w0.shape);
  *o++ = slot(38, after + 1, w0.shape);
  // The capitalised run: its length, place in it, first and last word, what stands around it.
  if (r_.words[i].has(Word::capital)) {
    const std::uint32_t first = run_first_[i], last = run_last_[i];
    const std::uint64_t length = std::min(last - first, 5u), at = std::min(i - first, 3u), left = std::min(last - i, 3u);
    *o++ = slot(40, length, at, left);
    *o++ = slot(41, key(last - 1), at, left);
    *o++ = slot(42, key(first), at, left);
    *o++ = slot(43, facts_[last - 1].listed, facts_[first].listed, length * 8 + at);
    *o++ = slot(44, key(last), length, at);
    *o++ = slot(45, first > sentence.first ? key(first - 1) : 1, length, at);
    *o++ = slot(46, facts_[last - 1].nouns + 1, length, left);
    *o++ = slot(47, last - 1 == i ? affixes.ending : affixes_of(r_.form(last - 1)).ending, at, left);
    *o++ = slot(48, key(last), first > sentence.first ? key(first - 1) : 1);
  }
  // The company that the words keep.
  *o++ = slot(60, w0.company, case_ > 2 ? 2 : 1);
  *o++ = slot(61, w0.company, w0.shape);
  *o++ = slot(62, b1.company, w0.shape);
  *o++ = slot(63, n1.company, w0.shape);
  *o++ = slot(66, w0.company, w0.proposed);
  *o++ = slot(67, n1.company, w0.proposed);
  *o++ = slot(68, b1.company, w0.proposed);
  // What the word hangs on.
  const language::Token& token = r_.token(i);
  const language::Token& head = r_.language.tokens[token.head];
  *o++ = slot(50, static_cast<std::uint64_t>(token.relation) + 1, w0.shape);
  *o++ = slot(51, static_cast<std::uint64_t>(token.relation) + 1, head.lemma);
  *o++ = slot(52, static_cast<std::uint64_t>(token.relation) + 1, static_cast<std::uint64_t>(head.relation) + 1,
              r_.language.tokens[head.head].lemma);
  *o++ = slot(53, static_cast<std::uint64_t>(token.relation) + 1, key(i - 1), w0.listed);
  return static_cast<int>(o - out);
}

NameModel::NameModel(std::string_view packed) : weights_(packed, label_width) {
  for (int before = 0; before < label_count; ++before) {
    const std::uint32_t slot = NameFeatures::step(before);
    if (weights_.known(slot) == 0) continue;
    for (int next = 0; next < label_count; ++next)
      steps_[before][next] = weights_.weight(weights_.row(slot), static_cast<std::size_t>(next));
  }
}

void best_labels(const std::vector<std::int32_t>& emission, const std::array<std::array<std::int32_t, label_count>, label_count>& steps,
                 std::vector<std::uint8_t>& labels) {
  const std::size_t n = emission.size() / label_width;
  labels.assign(n, 0);
  if (n == 0) return;
  // Steps that there are not lose against all that there are, so that the loops below have no branches.
  using Scores = std::array<std::int32_t, label_width>;
  std::array<Scores, label_count> step{};
  for (int p = 0; p < label_count; ++p)
    for (int y = 0; y < label_width; ++y) step[p][y] = y < label_count && may_follow(p, y) ? steps[p][y] : impossible * 4;
  std::vector<std::array<std::uint8_t, label_width>> from(n);
  std::array<std::int32_t, label_count> best{};
  for (int y = 0; y < label_count; ++y) best[y] = emission[static_cast<std::size_t>(y)] + (may_follow(0, y) ? steps[0][y] : impossible);
  for (std::size_t i = 1; i < n; ++i) {
    Scores top, source{};
    top.fill(impossible * 2);
    for (int p = 0; p < label_count; ++p)
      for (int y = 0; y < label_width; ++y) {
        const std::int32_t score = best[p] + step[p][y];
        source[y] = score > top[y] ? p : source[y];
        top[y] = std::max(top[y], score);
      }
    // Scores stay small however long the sentence is.
    std::int32_t base = impossible;
    for (int y = 0; y < label_count; ++y) {
      from[i][static_cast<std::size_t>(y)] = static_cast<std::uint8_t>(source[y]);
      top[y] = std::max(top[y] + emission[i * label_width + static_cast<std::size_t>(y)], impossible);
      base = std::max(base, top[y]);
    }
    for (int y = 0; y < label_count; ++y) best[y] = std::max(top[y] - base, impossible);
  }
  int y = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(y);
    if (i > 0) y = from[i][static_cast<std::size_t>(y)];
  }
}

void NameModel::label(const NameFeatures& features, Range sentence, std::vector<Label>& labels) const {
  labels.assign(sentence.length(), Label::outside);
  // The words that may be named, each run of them closed by one that is outside, whose step from the word before it counts.
  std::vector<std::uint32_t> words;
  std::vector<std::int32_t> emission;
  words.reserve(sentence.length());
  emission.reserve(std::size_t{sentence.length()} * label_width);
  std::uint32_t slots[name_features_max];
  std::int16_t scores[label_width];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (features.may_be_named(i)) {
      const int count = features.of(i, sentence, slots);
      language::add_scores<label_width>(weights_, slots, count, scores);
      words.push_back(i);
      emission.insert(emission.end(), std::begin(scores), std::end(scores));
    } else if (i > sentence.first && features.may_be_named(i - 1)) {
      words.push_back(i);
      emission.push_back(0);
      emission.insert(emission.end(), label_width - 1, impossible);
    }
  }
  std::vector<std::uint8_t> best;
  best_labels(emission, steps_, best);
  for (std::size_t k = 0; k < words.size(); ++k) labels[words[k] - sentence.first] = static_cast<Label>(best[k]);
}

}  // namespace khabar::entities
