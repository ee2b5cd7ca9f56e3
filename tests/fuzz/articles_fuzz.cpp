// Articles spoilt the way articles are: sentences swapped, doubled, cut and glued, lines joined, words put in from a list of ones
// that wake rules. Starts from tests/articles; libFuzzer's own byte mutations come in between.
#include "fuzz.h"

#include <array>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

constexpr std::array<std::string_view, 40> words = {" killed ",
                                                    " was killed by ",
                                                    " said ",
                                                    " according to ",
                                                    " on Sunday ",
                                                    " yesterday ",
                                                    " 12 ",
                                                    " at least 30 ",
                                                    " 2.5 lakh ",
                                                    " in Kabul ",
                                                    " Pakistan and India ",
                                                    " (TTP) ",
                                                    " must ",
                                                    " did not ",
                                                    " may have ",
                                                    " “",
                                                    "” ",
                                                    " who ",
                                                    " which ",
                                                    " and ",
                                                    ", ",
                                                    "; ",
                                                    ".\n",
                                                    "\n\n",
                                                    " - ",
                                                    "</p><p>",
                                                    "&amp;",
                                                    "<script>",
                                                    " p.m. ",
                                                    " Mr. ",
                                                    " Lt Gen (retd) ",
                                                    " Ministry of ",
                                                    " claimed responsibility for ",
                                                    " between 3 and 5 May ",
                                                    " the attack ",
                                                    " U.S. ",
                                                    "’s ",
                                                    " to ",
                                                    "By ",
                                                    " | "};

// Where sentences or lines begin, roughly.
std::vector<std::size_t> joints(std::string_view text) {
  std::vector<std::size_t> out = {0};
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i - 1] == '\n' || (text[i - 1] == ' ' && i > 1 && (text[i - 2] == '.' || text[i - 2] == ','))) out.push_back(i);
  out.push_back(text.size());
  return out;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  if (below(4) == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::size_t> at = joints(text);
  const std::size_t one = below(at.size() - 1), two = below(at.size() - 1);
  const std::string first = text.substr(at[one], at[one + 1] - at[one]), second = text.substr(at[two], at[two + 1] - at[two]);
  switch (below(7)) {
    case 0: text.erase(at[one], first.size()); break;
    case 1: text.insert(at[two], first); break;
    case 2: text.replace(at[one], first.size(), second); break;
    case 3: text.insert(below(text.size() + 1), words[below(words.size())]); break;
    case 4: text.insert(at[one], words[below(words.size())]); break;
    case 5: text.resize(below(text.size() + 1)); break;
    default:
      for (std::size_t i = at[one]; i < at[one + 1]; ++i)
        if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
  if (text.size() > max_size) text.resize(max_size);
  text.copy(reinterpret_cast<char*>(data), text.size());
  return text.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::fuzz::check_analysis({reinterpret_cast<const char*>(data), size}, "2025-03-12");
  return 0;
}
