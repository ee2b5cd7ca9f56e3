// Lines: attributions that no verb makes. "KAMAL: We shall go.", "Bomb kills five: police".
#pragma once

#include "facts/claims/context.h"
#include "facts/claims/found.h"

#include <utility>
#include <vector>

namespace khabar::claims {

class Lines {
 public:
  Lines(const Context& context, Found& found) : context_(context), article_(context.article), cues_(context.cues), found_(found) {}

  /// "Aziz: Court must hear us": the block's first words name who speaks. O(1).
  void colon(const language::Sentence& sentence);
  /// "Bomb kills five: police", "Army: five die in blast", "Mayor escapes bomb - report". O(1) but for the verb that it must have.
  void headline(std::uint32_t sentence);

 private:
  EntityId called(std::uint32_t token);
  void told_by(std::uint32_t speaker, facts::Range label, std::uint32_t mark, facts::Range content);

  const Context& context_;
  const mentions::Article& article_;
  const Cues& cues_;
  Found& found_;
  std::uint32_t last_block_ = mentions::none;
  std::vector<std::pair<text::Key, std::uint32_t>> surnames_;  // of people, with the entity
  bool surnames_read_ = false;
};

}  // namespace khabar::claims
