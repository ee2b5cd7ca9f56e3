// Every allocation of the benchmarks is counted here: what is held, and the most that was.
#include "memory.h"

#include <atomic>
#include <cstdlib>
#include <new>

#ifdef __APPLE__
#include <malloc/malloc.h>
static std::size_t size_of(void* block) { return malloc_size(block); }
#else
#include <malloc.h>
static std::size_t size_of(void* block) { return malloc_usable_size(block); }
#endif

namespace {

std::atomic<std::size_t> held{0}, most{0};

void* take(std::size_t bytes) {
  void* block = std::malloc(bytes == 0 ? 1 : bytes);
  if (block == nullptr) std::abort();
  const std::size_t now = held.fetch_add(size_of(block)) + size_of(block);
  for (std::size_t before = most.load(); before < now && !most.compare_exchange_weak(before, now);) {
  }
  return block;
}

void give_back(void* block) {
  if (block != nullptr) held.fetch_sub(size_of(block));
  std::free(block);
}

}  // namespace

std::size_t held_bytes() { return held; }
std::size_t most_held_bytes() { return most; }
void forget_most_held() { most = held.load(); }

void* operator new(std::size_t bytes) { return take(bytes); }
void* operator new[](std::size_t bytes) { return take(bytes); }
void operator delete(void* block) noexcept { give_back(block); }
void operator delete[](void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t) noexcept { give_back(block); }
void operator delete[](void* block, std::size_t) noexcept { give_back(block); }
