#include "facts/realis/realis.h"

namespace khabar::realis {

Reading read(const mentions::Article&, std::uint32_t) { return {}; }

}  // namespace khabar::realis
