#include "language/language.h"

#include "language/links.h"

namespace khabar::language {

std::vector<Token> tokenize(std::string_view) { return {}; }
std::vector<Key> keys_of(std::string_view) { return {}; }
Language read(std::string_view, std::span<const Block>) { return {}; }

Links::Links(const Language& language) : language_(&language) {}
std::span<const Link> Links::of(std::uint32_t) const { return {}; }
VerbGroup Links::verb_group(std::uint32_t token) const { return {.head = token, .span = {}}; }
NounGroup Links::noun_group(std::uint32_t token) const { return {.head = token, .span = {}, .full = {}}; }
std::span<const std::uint32_t> Links::dependents(std::uint32_t) const { return {}; }

}  // namespace khabar::language
