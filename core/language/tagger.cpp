#include "language/tagger.h"

namespace khabar::language {

TagDictionary::TagDictionary(std::string_view packed) : cells_(2), mask_(1) {
  for (std::uint8_t& c : certain_) c = no_class;
  auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(packed[at])); };
  auto word = [&](std::size_t at) { return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24; };
  if (packed.size() < 12 || packed.substr(0, 4) != std::string_view("KD1\0", 4)) return;
  const std::uint32_t sets = word(4), words = word(8);
  if (sets > 255 || words > (1u << 20) || packed.size() < 12 + sets * 4) return;
  for (std::uint32_t s = 0; s < sets; ++s) {
    const std::uint32_t mask = word(12 + s * 4);
    if (std::popcount(mask) == 1) certain_[s + 1] = static_cast<std::uint8_t>(std::countr_zero(mask));
  }
  std::size_t capacity = 1024;
  while (capacity < words * std::size_t{3}) capacity *= 2;
  std::vector<std::uint32_t> cells(capacity);
  std::size_t at = 12 + sets * 4;
  const std::size_t numbers = packed.size() - words;
  std::uint32_t h = 0;
  for (std::uint32_t w = 0; w < words; ++w) {
    std::uint32_t gap = 0;
    for (int shift = 0;; shift += 7) {
      if (at >= numbers || shift > 21) return;
      const std::uint32_t b = byte(at++);
      gap |= (b & 127) << shift;
      if (b < 128) break;
    }
    h = (h + gap) & 0xFFFFFF;
    std::size_t i = h & (capacity - 1);
    while (cells[i] != 0) i = (i + 1) & (capacity - 1);
    cells[i] = h << 8 | byte(numbers + w);
    ++h;
  }
  cells_ = std::move(cells);
  mask_ = capacity - 1;
}

namespace {

using namespace text::literals;

// "Tehrik-i-Taliban", "Lashkar-e-Taiba", "Nur-ul-Haq": the particle between two hyphens is part of the name.
bool is_name_particle(const Token* first, std::size_t i, std::size_t n) {
  if (i < 2 || i + 2 >= n || first[i].span.length() > 3) return false;
  for (std::size_t j = i - 1; j <= i + 2; ++j)
    if (first[j].has(Token::space_before)) return false;
  if (first[i - 1].key != "-"_key || first[i + 1].key != "-"_key) return false;
  switch (first[i].key) {
    case "e"_key:
    case "i"_key:
    case "o"_key:
    case "ul"_key:
    case "al"_key:
    case "el"_key:
    case "ur"_key:
    case "ud"_key:
    case "us"_key:
    case "ut"_key:
    case "un"_key:
    case "az"_key:
    case "wa"_key:
    case "va"_key:
    case "bin"_key:
    case "ibn"_key: return true;
    default: return false;
  }
}

// The best class, and with it those that come near. Overwrites its score.
std::uint8_t best_of(std::int16_t* scores, std::uint32_t word, std::vector<Doubt>& doubts) {
  const auto best = static_cast<std::uint8_t>(first_of<32>(scores, greatest<32>(scores)));
  const std::int16_t most = scores[best];
  scores[best] = -32768;
  const std::int16_t next = greatest<32>(scores);
  const int margin = most - next;
  if (margin >= doubt_below) return best;
  const auto second = static_cast<std::uint8_t>(first_of<32>(scores, next));
  std::uint8_t third = no_class;
  for (std::uint8_t c = 0; c < 32; ++c)
    if (c != best && c != second && (third == no_class || scores[c] > scores[third])) third = c;
  const int behind = most - scores[third];
  Doubt doubt{.word = word, .count = 2, .classes = {best, second, third}, .behind = {0, static_cast<std::int16_t>(margin), 0}};
  if (behind < doubt_below) {
    doubt.count = 3;
    doubt.behind[2] = static_cast<std::int16_t>(behind);
  }
  doubts.push_back(doubt);
  return best;
}

}  // namespace

void Tagger::tag(std::string_view text, Token* first, Token* last, std::vector<Word>& words, std::vector<std::uint8_t>& classes,
                 std::vector<Doubt>& doubts) const {
  static const Word absent;
  const std::size_t n = static_cast<std::size_t>(last - first);
  const CaseMode mode = case_mode(first, last);
  words.clear();
  words.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    words.push_back(word_of(text, first[i], mode, i == 0));
    words.back().known = dictionary_.find(words.back().key);
  }
  std::uint8_t t1 = no_class, t2 = no_class;
  std::uint32_t slots[tag_features_max];
  alignas(32) std::int16_t scores[32];
  for (std::size_t i = 0; i < n; ++i) {
    std::uint8_t best = dictionary_.certain(words[i].known);
    if (is_name_particle(first, i, n)) {
      best = class_of(Tag::propn, Form::singular);
    } else if (best == no_class) {
      const Word* window[5] = {i > 1 ? &words[i - 2] : &absent, i > 0 ? &words[i - 1] : &absent, &words[i],
                               i + 1 < n ? &words[i + 1] : &absent, i + 2 < n ? &words[i + 2] : &absent};
      const std::uint32_t* end = tag_features(window, t1, t2, KnownSlots(weights_, slots)).end();
      sum_rows<32>(weights_, slots, static_cast<int>(end - slots), scores);
      best = best_of(scores, static_cast<std::uint32_t>(i), doubts);
    }
    first[i].tag = tag_classes[best].tag;
    first[i].form = tag_classes[best].form;
    classes.push_back(best);
    t2 = t1;
    t1 = best;
  }
}

}  // namespace khabar::language
