#include "threads.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace khabar::cli {

unsigned threads(const Options& options) { return options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency()); }

void in_threads(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<std::thread> others;
  for (unsigned i = 1; i < count; ++i) others.emplace_back(work, i);
  work(0);
  for (std::thread& thread : others) thread.join();
}

}  // namespace khabar::cli
