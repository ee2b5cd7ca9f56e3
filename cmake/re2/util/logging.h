// Instead of RE2's own util/logging.h: what RE2 would print, the core does not, and so the streams of C++ with all their locales (a
// twelfth of the WebAssembly module, much of it run at each start) are not linked. A broken invariant still aborts.
#pragma once

#include <cassert>
#include <cstdlib>

#include "util/util.h"

namespace khabar_re2 {

struct Silence {
  template <class Value>
  Silence& operator<<(const Value&) {
    return *this;
  }
};
struct Abort : Silence {
  [[noreturn]] Abort() { abort(); }
};

}  // namespace khabar_re2

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  while (!(condition)) khabar_re2::Abort()
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GT(a, b) CHECK((a) > (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))

// Nothing is evaluated.
#define LOG_INFO \
  while (false) khabar_re2::Silence()
#define LOG_WARNING LOG_INFO
#define LOG_ERROR LOG_INFO
#define LOG_FATAL khabar_re2::Abort()
#define LOG_QFATAL LOG_FATAL
#ifdef NDEBUG
#define LOG_DFATAL LOG_ERROR
#else
#define LOG_DFATAL LOG_FATAL
#endif
#define LOG(severity) LOG_##severity
#define VLOG(level) LOG_INFO
