// SHA-256 (FIPS 180-4): the report names the very bytes it was made from.
#pragma once

#include <string>
#include <string_view>

namespace khabar::text {

/// Lower-case hexadecimal digest of the bytes. Linear.
std::string sha256(std::string_view bytes);

}  // namespace khabar::text
