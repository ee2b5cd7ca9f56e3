// Shapes: names that are written by a pattern, with their marks and numbers, so that no words need to be listed.
//
//   S/RES/1373 (2001)   Executive Order 13224   Regulation (EU) 2016/679   Flight MH17   National Highway 25
//
// The patterns are data (shapes.tsv, and the user's own lexicon of the kind "shapes"), in RE2's syntax
// (github.com/google/re2/wiki/Syntax) and run by RE2: time stays linear in the text whatever pattern is given.
#pragma once

#include <khabar/report.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace khabar::entities {

/// Immutable once sealed; then safe to share between threads.
class Shapes {
 public:
  Shapes();
  ~Shapes();
  /// Takes a pattern in; empty, or what is wrong with it: what RE2 says, or that it matches the empty text. Our own are not compiled
  /// one by one (`checked` false): the tests do that.
  std::string add(std::string_view pattern, EntityType type, bool checked);
  /// Compiles what was added, one program a type.
  void seal();

  struct Match {
    Span span;
    EntityType type = EntityType::programme;
  };
  /// The longest matches from left to right, disjoint within a type. O(length of the text) a type.
  std::vector<Match> find(std::string_view text) const;

 private:
  struct Program {
    EntityType type = EntityType::programme;
    std::string alternatives;
    std::unique_ptr<const re2::RE2> compiled;
  };
  std::vector<Program> programs_;
};

}  // namespace khabar::entities
