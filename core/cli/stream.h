// JSON lines in, JSON lines out, in order, over any number of threads.
#pragma once

#include <khabar/khabar.h>

#include "options.h"

#include <iosfwd>

namespace khabar::cli {

/// Reads until the end of `in`. Memory: a bounded number of articles per thread.
void stream(const Analyzer& analyzer, const Options& options, std::istream& in, std::ostream& out);

}  // namespace khabar::cli
