// Entities: who and where. Names from lexicons, name grammars and a trained model; coreference within the article.
//
//   in:   "Interior Minister Omar Alvi met ... Alvi said ..."
//   out:  person "Omar Alvi", role "Interior Minister", mentions "Omar Alvi" (name), "Alvi" (short)
//
// A mention's span is the name alone; titles are roles. Nominal ("the group") and pronoun mentions are linked where their
// antecedent is plain. Linear in the tokens.
#pragma once

#include <khabar/khabar.h>
#include <khabar/report.h>

#include "language/links.h"
#include "layout/layout.h"
#include "mentions/quantities/quantities.h"
#include "mentions/times/times.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::entities {

/// Where a mention stands in the token stream.
struct MentionAt {
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // token that the dependency tree hangs the name on
  EntityId entity;
  std::uint32_t mention = 0;  // index into Entity::mentions
  MentionKind kind = MentionKind::name;
};

/// "both countries", "the two sides", "they": two entities at once, or three ("the three sides").
struct PairAt {
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;
  EntityId one, other, third;  // the last one may be none
};

struct Found {
  std::vector<Entity> entities;
  std::vector<MentionAt> mentions;  // in order, disjoint
  std::vector<PairAt> pairs;        // in order; apart from the mentions
};

/// Names, titles, nouns for people and places: what lexicons know. Immutable.
class Gazetteer {
 public:
  explicit Gazetteer(std::span<const Lexicon> lexicons, std::vector<std::string>& problems);
  ~Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;
  struct Names;
  const Names& names() const { return *names_; }

 private:
  std::unique_ptr<const Names> names_;
};

/// `published` is an ISO date or a part of one, or empty: who was in office then speaks for his state.
Found find(std::string_view text, const layout::Layout& layout, const language::Language& language, const language::Links& links,
           std::span<const times::Found> times, std::string_view published, const Gazetteer& gazetteer);

}  // namespace khabar::entities
