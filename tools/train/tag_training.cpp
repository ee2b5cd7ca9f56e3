#include "tag_training.h"

#include <bit>
#include <cstdio>
#include <map>

namespace khabar::train {

using namespace language;

namespace {

GoldSentence noisy(const GoldSentence& s, Random& random) {
  const std::uint32_t dice = random.below(100);
  if (dice < 10) return in_case(s, Case::upper);
  if (dice < 18) return in_case(s, Case::lower);
  if (dice < 22) return in_case(s, Case::title);
  return s;
}

}  // namespace

// A word is in the dictionary from its fourth time on; its set holds the classes with a share of 3 % or more. A set of one
// (seen ten times or more, 99.5 % pure) is certain: such words are not scored.
std::string make_dictionary(const std::vector<GoldSentence>& data) {
  std::map<std::uint32_t, std::map<int, int>> counts;
  for (const GoldSentence& s : data) {
    for (std::size_t i = 0; i < s.tokens.size(); ++i) {
      const Word word = word_of(s.text, s.tokens[i], CaseMode::normal, i == 0);
      ++counts[TagDictionary::hash(word.key)][class_of(s.tokens[i].tag, s.tokens[i].form)];
    }
  }
  std::map<std::uint32_t, std::uint32_t> masks;  // word -> mask
  std::map<std::uint32_t, int> uses;             // mask -> words
  for (const auto& [word, classes] : counts) {
    int total = 0, best = 0, best_class = 0;
    for (const auto& [c, n] : classes) {
      total += n;
      if (n > best) best = n, best_class = c;
    }
    if (total < 4) continue;
    std::uint32_t mask = 0;
    for (const auto& [c, n] : classes)
      if (n * 100 >= total * 3 && (n >= 2 || total < 20)) mask |= 1u << c;
    if (best * 1000 >= total * 995 && total >= 10) {
      mask = 1u << best_class;
    } else if (std::popcount(mask) == 1) {
      mask |= 1u << 31;  // not certain: the class x beside it says so
    }
    masks[word] = mask;
    ++uses[mask];
  }
  std::vector<std::pair<int, std::uint32_t>> order;
  for (const auto& [mask, n] : uses) order.emplace_back(-n, mask);
  std::sort(order.begin(), order.end());
  if (order.size() > 255) order.resize(255);
  std::map<std::uint32_t, std::uint8_t> number;
  std::string out("KD1\0", 4);
  auto put = [](std::string& o, std::uint32_t v) {
    for (int i = 0; i < 4; ++i) o += static_cast<char>(v >> (8 * i) & 255);
  };
  put(out, static_cast<std::uint32_t>(order.size()));
  std::string sets, gaps, numbers;
  for (const auto& [n, mask] : order) {
    put(sets, mask);
    number[mask] = static_cast<std::uint8_t>(number.size() + 1);
  }
  std::uint32_t next = 0, words = 0;
  for (const auto& [word, mask] : masks) {
    if (!number.count(mask)) continue;
    std::uint32_t gap = word - next;
    for (; gap >= 128; gap >>= 7) gaps += static_cast<char>(gap | 128);
    gaps += static_cast<char>(gap);
    numbers += static_cast<char>(number[mask]);
    next = word + 1;
    ++words;
  }
  put(out, words);
  std::fprintf(stderr, "dictionary: %u words, %zu sets\n", words, order.size());
  return out + sets + gaps + numbers;
}

TagModel train_tagger(const std::vector<GoldSentence>& data, const TagOptions& options, Table& table) {
  TagModel model;
  model.dictionary = make_dictionary(data);
  const TagDictionary dictionary(model.dictionary);
  auto train = [&](int epochs, std::uint64_t seed) {
    Random random(seed * 7919 + 17);
    std::vector<std::uint32_t> order(data.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uint32_t slots[tag_features_max];
    std::int32_t scores[32];
    std::vector<Word> words;
    static const Word absent;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random.shuffle(order);
      long wrong = 0, total = 0;
      for (const std::uint32_t index : order) {
        const GoldSentence s = noisy(data[index], random);
        const std::size_t n = s.tokens.size();
        const CaseMode mode = case_mode(s.tokens.data(), s.tokens.data() + n);
        words.clear();
        for (std::size_t i = 0; i < n; ++i) {
          words.push_back(word_of(s.text, s.tokens[i], mode, i == 0));
          words.back().known = dictionary.find(words.back().key);
        }
        std::uint8_t t1 = no_class, t2 = no_class;
        for (std::size_t i = 0; i < n; ++i) {
          std::uint8_t best = dictionary.certain(words[i].known);
          if (best == no_class) {
            const Word* window[5] = {i > 1 ? &words[i - 2] : &absent, i > 0 ? &words[i - 1] : &absent, &words[i],
                                     i + 1 < n ? &words[i + 1] : &absent, i + 2 < n ? &words[i + 2] : &absent};
            const int count = static_cast<int>(tag_features(window, t1, t2, slots) - slots);
            table.score(slots, count, scores);
            const int gold = class_of(s.tokens[i].tag, s.tokens[i].form);
            int rival = gold == 0 ? 1 : 0;
            for (int c = 0; c < 32; ++c)
              if (c != gold && scores[c] > scores[rival]) rival = c;
            best = static_cast<std::uint8_t>(scores[rival] > scores[gold] ? rival : gold);
            ++total;
            wrong += best != gold;
            if (scores[rival] + options.margin >= scores[gold]) table.update(slots, count, gold, rival);
            table.tick();
          }
          t2 = t1;
          t1 = best;
        }
      }
      std::fprintf(stderr, "  tagger epoch %d: %.2f %% of %ld right\n", epoch + 1,
                   100.0 * static_cast<double>(total - wrong) / static_cast<double>(total), total);
    }
  };
  table.restart(std::vector<std::uint8_t>(Table::slots * 32, 1));
  train(options.packing.keep != 0 ? std::max(3, options.epochs / 2) : options.epochs, 1);
  if (options.packing.keep != 0) {
    table.restart(strongest(table, options.packing));
    train(options.epochs, 1);
    for (int run = 2; run <= options.runs; ++run) {
      table.run_again();
      train(options.epochs, static_cast<std::uint64_t>(run));
    }
  }
  if (options.packing.keep != 0) {
    model.weights = pack(table, options.packing, language::Tagger::columns);
  } else {
    model.rows = rows_of(table, options.packing, language::Tagger::columns);
  }
  return model;
}

std::vector<std::uint8_t> tag_classes_of(const Tagger& tagger, const GoldSentence& sentence, std::vector<Word>& words) {
  std::vector<Token> tokens = sentence.tokens;
  std::vector<std::uint8_t> classes;
  std::vector<Doubt> doubts;
  tagger.tag(sentence.text, tokens.data(), tokens.data() + tokens.size(), words, classes, doubts);
  return classes;
}

}  // namespace khabar::train
