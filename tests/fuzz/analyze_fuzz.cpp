// Any bytes as an article.
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::fuzz::check_analysis({reinterpret_cast<const char*>(data), size}, size % 3 == 0 ? "2025-03-12" : "");
  return 0;
}
