// How much memory the benchmarks hold, in bytes: now, and at most since the last forget_most_held().
#pragma once

#include <cstddef>

std::size_t held_bytes();
std::size_t most_held_bytes();
void forget_most_held();
