#include "language/retagger.h"

#include <algorithm>

namespace khabar::language {

namespace {

// Words with a capital side by side, up to three on each side of a word.
struct Capitals {
  std::size_t left = 0, right = 0;

  Capitals(const Tagged& s, std::size_t i) {
    constexpr std::size_t most = 3;
    while (left < most && left < i && s.tokens[i - left - 1].has(Token::initial_capital)) ++left;
    while (right < most && i + right + 1 < s.count && s.tokens[i + right + 1].has(Token::initial_capital)) ++right;
  }
};

// What the same word is elsewhere in the sentence: the like, a name, something else.
std::uint64_t elsewhere(const Tagged& s, std::size_t i) {
  std::uint64_t found = 0;
  for (std::size_t j = 0; j < s.count; ++j) {
    if (s.words[j].key != s.words[i].key || j == i) continue;
    found |= s.classes[j] == s.classes[i] ? 1 : (tag_classes[s.classes[j]].tag == Tag::propn ? 2 : 4);
  }
  return found;
}

constexpr int still_unsure_below = 20;  // margin, in units of the tagger's scores

}  // namespace

int retag_features(const Tagged& s, std::size_t i, std::uint32_t* out) {
  static const Word absent;
  constexpr std::uint64_t outside = 20;                     // no tag has that number
  auto known = [&](std::size_t j) { return j < s.count; };  // what lies before the first word wraps round
  auto word = [&](std::size_t j) -> const Word& { return known(j) ? s.words[j] : absent; };
  auto class_at = [&](std::size_t j) -> std::uint64_t { return (known(j) ? s.classes[j] : no_class) + 1u; };
  auto tag_at = [&](std::size_t j) { return known(j) ? static_cast<std::uint64_t>(tag_classes[s.classes[j]].tag) : outside; };
  const Word &w0 = word(i), &l1 = word(i - 1), &r1 = word(i + 1), &r2 = word(i + 2);
  const std::uint64_t L1 = class_at(i - 1), L2 = class_at(i - 2), C = s.classes[i], R1 = class_at(i + 1), R2 = class_at(i + 2),
                      R3 = class_at(i + 3);
  const std::uint64_t shape = w0.shape, c0 = w0.word_class;
  const Capitals capitals(s, i);
  const std::uint64_t run = capitals.left * 4 + capitals.right;
  std::uint32_t* o = out;
  *o++ = quick_slot(0, 1);
  *o++ = quick_slot(1, R1);
  *o++ = quick_slot(2, R1, R2);
  *o++ = quick_slot(3, L1, R1);
  *o++ = quick_slot(4, L1, R1, R2);
  *o++ = quick_slot(5, L2, L1, R1);
  *o++ = quick_slot(6, w0.known, R1, R2);
  *o++ = quick_slot(7, w0.known, L1, R1);
  *o++ = quick_slot(8, w0.ending[1], R1);
  *o++ = quick_slot(9, w0.ending[2], L1, R1);
  *o++ = quick_slot(10, c0, R1);
  *o++ = quick_slot(11, c0, L1, R1);
  *o++ = quick_slot(12, shape, R1, r1.shape);
  *o++ = quick_slot(13, shape, L1, R1);
  *o++ = quick_slot(14, shape, l1.shape << 8 | L1, r1.shape << 8 | R1);
  *o++ = quick_slot(15, r1.key, R2);
  *o++ = quick_slot(16, r1.key, R1, w0.known);
  *o++ = quick_slot(17, r2.key, R1);
  *o++ = quick_slot(18, R1, R2, R3);
  *o++ = quick_slot(19, shape, elsewhere(s, i));
  *o++ = quick_slot(20, run, L1, R1);
  *o++ = quick_slot(21, run, tag_at(i - capitals.left - 1), tag_at(i + capitals.right + 1));
  *o++ = quick_slot(22, tag_at(i + 1) << 8 | tag_at(i + 2), tag_at(i + 3), tag_at(i - 1));
  *o++ = quick_slot(23, c0, run);
  *o++ = quick_slot(24, run, C);
  *o++ = quick_slot(25, l1.key, R1);
  *o++ = quick_slot(26, L1, L2, C);
  *o++ = quick_slot(27, shape, l1.key, R1);
  return static_cast<int>(o - out);
}

// Puts the classes of a doubt into the order of their new scores. Those that the trees decide about keep their distance from the class
// that the tagger chose.
void Retagger::decide(const Tagged& sentence, Doubt& doubt) const {
  const std::uint8_t first = doubt.classes[0];
  if (!is_for_the_retagger(first, doubt.classes[1]) && (doubt.count < 3 || !is_for_the_retagger(first, doubt.classes[2]))) return;
  std::uint32_t slots[retag_features_max];
  alignas(32) std::int16_t scores[32];
  add_scores<32>(weights_, slots, retag_features(sentence, doubt.word, slots), scores);
  struct Ranked {
    int score;
    std::uint8_t tag_class;
  } ranked[doubt_classes];
  for (std::size_t k = 0; k < doubt.count; ++k) {
    const std::uint8_t c = doubt.classes[k];
    ranked[k] = {scores[is_for_the_retagger(first, c) ? c : first] - retag_tagger_weight * doubt.behind[k], c};
  }
  std::stable_sort(ranked, ranked + doubt.count, [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  for (std::size_t k = 0; k < doubt.count; ++k) {
    doubt.classes[k] = ranked[k].tag_class;
    doubt.behind[k] = static_cast<std::int16_t>((ranked[0].score - ranked[k].score) / retag_tagger_weight);
  }
}

void Retagger::retag(Token* first, const std::vector<Word>& words, std::span<Doubt> doubts, std::uint8_t* classes,
                     std::vector<Reading>& readings) const {
  const Tagged sentence{first, words.data(), classes, words.size()};
  // In capitals nothing is gained (docs/language.md).
  if (case_mode(first, first + words.size()) != CaseMode::upper)
    for (Doubt& doubt : doubts) decide(sentence, doubt);
  for (const Doubt& doubt : doubts) {
    const std::uint8_t best = doubt.classes[0];
    if (best != classes[doubt.word]) {
      classes[doubt.word] = best;
      first[doubt.word].tag = tag_classes[best].tag;
      first[doubt.word].form = tag_classes[best].form;
    }
    if (doubt.behind[1] < still_unsure_below)
      readings.push_back({.word = doubt.word, .best = best, .other = doubt.classes[1], .margin = doubt.behind[1]});
  }
}

}  // namespace khabar::language
