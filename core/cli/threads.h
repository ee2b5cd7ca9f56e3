// Threads for stream and analyze: --jobs.
#pragma once

#include <functional>

#include "options.h"

namespace khabar::cli {

/// How many were asked for.
unsigned threads(const Options& options);

/// Runs work(0) to work(count - 1), each in a thread (Workers::run).
void in_threads(unsigned count, const std::function<void(unsigned)>& work);

}  // namespace khabar::cli
