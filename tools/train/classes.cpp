// khabar_train_classes: from word vectors to the packed word classes (core/language/classes.h).
//
//   khabar_train_classes WORDS VECTORS DIMENSIONS OUT [LIST]      (tools/train/classes.py calls it; LIST: the classes, for reading)
//
// Spherical k-means, twice: 63 classes, then each of them in four. Integers and a fixed order: the same vectors give the same bytes.
#include "language/classes.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace khabar;

constexpr std::size_t groups = 63, parts = 4, rounds = 20;
constexpr std::size_t packed_words = 24000;

struct Vectors {
  std::size_t size = 0, padded = 0;  // padded to a multiple of 16, so that the compiler multiplies side by side
  std::vector<std::int16_t> values;
  const std::int16_t* row(std::size_t i) const { return &values[i * padded]; }
};

std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t n) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += a[i] * b[i];
  return sum;
}

// Assigns each member to one of k classes.
std::vector<std::uint8_t> cluster(const Vectors& vectors, const std::vector<std::uint32_t>& members, std::size_t k) {
  std::vector<std::uint8_t> classes(members.size(), 0);
  if (members.size() <= k) {
    for (std::size_t i = 0; i < members.size(); ++i) classes[i] = static_cast<std::uint8_t>(i);
    return classes;
  }
  const std::size_t width = vectors.padded;
  std::vector<std::int16_t> means(k * width);
  for (std::size_t c = 0; c < k; ++c) std::copy_n(vectors.row(members[c * members.size() / k]), width, &means[c * width]);
  std::vector<std::int64_t> sums(k * width);
  for (std::size_t round = 0;; ++round) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      std::int32_t best = -2147483647;
      for (std::size_t c = 0; c < k; ++c) {
        const std::int32_t near = dot(vectors.row(members[i]), &means[c * width], width);
        if (near > best) best = near, classes[i] = static_cast<std::uint8_t>(c);
      }
    }
    if (round == rounds) return classes;
    std::fill(sums.begin(), sums.end(), 0);
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t d = 0; d < width; ++d) sums[classes[i] * width + d] += vectors.row(members[i])[d];
    for (std::size_t c = 0; c < k; ++c) {
      double length = 0;
      for (std::size_t d = 0; d < width; ++d) length += static_cast<double>(sums[c * width + d]) * static_cast<double>(sums[c * width + d]);
      if (length == 0) continue;
      length = std::sqrt(length);
      for (std::size_t d = 0; d < width; ++d)
        means[c * width + d] = static_cast<std::int16_t>(std::lround(8192 * static_cast<double>(sums[c * width + d]) / length));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: khabar_train_classes WORDS VECTORS DIMENSIONS OUT [LIST]\n");
    return 2;
  }
  std::vector<std::string> words;
  std::ifstream names(argv[1]);
  for (std::string line; std::getline(names, line);) words.push_back(line);
  Vectors vectors;
  vectors.size = static_cast<std::size_t>(std::atoi(argv[3]));
  vectors.padded = (vectors.size + 15) / 16 * 16;
  vectors.values.resize(words.size() * vectors.padded);
  std::ifstream rows(argv[2], std::ios::binary);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t d = 0; d < vectors.size; ++d) {
      unsigned char bytes[2];
      if (!rows.read(reinterpret_cast<char*>(bytes), 2)) {
        std::fprintf(stderr, "%s: too short\n", argv[2]);
        return 1;
      }
      vectors.values[i * vectors.padded + d] = static_cast<std::int16_t>(bytes[0] | bytes[1] << 8);
    }
  }
  std::vector<std::uint32_t> all(words.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  const std::vector<std::uint8_t> group = cluster(vectors, all, groups);
  std::vector<std::uint8_t> classes(words.size());
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<std::uint32_t> members;
    for (const std::uint32_t i : all)
      if (group[i] == g) members.push_back(i);
    const std::vector<std::uint8_t> part = cluster(vectors, members, parts);
    for (std::size_t i = 0; i < members.size(); ++i) classes[members[i]] = static_cast<std::uint8_t>((g + 1) * parts + part[i]);
  }
  if (argc > 5) {  // for reading
    std::ofstream list(argv[5]);
    for (std::size_t i = 0; i < words.size(); ++i) list << words[i] << '\t' << int{classes[i]} << '\n';
  }
  std::map<std::uint32_t, std::uint8_t> table;  // the first word of a hash has it
  for (std::size_t i = 0; i < words.size() && i < packed_words; ++i)
    table.emplace(language::WordClasses::hash(text::key_of(words[i])), classes[i]);
  std::string gaps, numbers;
  std::uint32_t next = 0;
  for (const auto& [hash, number] : table) {
    std::uint32_t gap = hash - next;
    for (; gap >= 128; gap >>= 7) gaps += static_cast<char>(gap | 128);
    gaps += static_cast<char>(gap);
    numbers += static_cast<char>(number);
    next = hash + 1;
  }
  std::string out("KC1\0", 4);
  for (int i = 0; i < 4; ++i) out += static_cast<char>(table.size() >> (8 * i) & 255);
  out += gaps + numbers;
  std::ofstream(argv[4], std::ios::binary) << out;
  std::fprintf(stderr, "%s: %zu words, %zu bytes\n", argv[4], table.size(), out.size());
}
