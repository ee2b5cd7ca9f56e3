// JSON lines in, JSON lines out, in order, over any number of threads.
#pragma once

#include <khabar/khabar.h>

#include "options.h"

#include <iosfwd>

namespace khabar::cli {

/// Reads until the end of `in`; each answer is written as soon as those before it are. Memory: sixteen articles a thread, or 64 MB
/// of them.
void stream(const Analyzer& analyzer, const Options& options, std::istream& in, std::ostream& out);

}  // namespace khabar::cli
