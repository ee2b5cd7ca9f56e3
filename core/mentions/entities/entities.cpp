#include "mentions/entities/entities.h"

namespace khabar::entities {

struct Gazetteer::Names {};

Gazetteer::Gazetteer(std::span<const Lexicon>, std::vector<std::string>&) : names_(std::make_unique<Names>()) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;

Found find(std::string_view, const layout::Layout&, const language::Language&, const language::Links&, std::span<const times::Found>,
           std::span<const quantities::Found>, const Gazetteer&) {
  return {};
}

}  // namespace khabar::entities
