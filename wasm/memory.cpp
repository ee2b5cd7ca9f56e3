// Copies of 512 bytes and more: one instruction. Emscripten 3.1.6 itself goes through JavaScript for each.
#include <cstddef>

extern "C" void* emscripten_memcpy_big(void* to, const void* from, std::size_t bytes) { return __builtin_memcpy(to, from, bytes); }
