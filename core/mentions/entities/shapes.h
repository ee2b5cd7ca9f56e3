// Shapes: names that are written by a pattern, with their marks and numbers, so that no words need to be listed.
//
//   S/RES/1373 (2001)   Executive Order 13224   Regulation (EU) 2016/679   Flight MH17   National Highway 25
//
// The patterns are data (shapes.tsv, and the user's own lexicon of the kind "shapes"), in RE2's syntax
// (github.com/google/re2/wiki/Syntax) and run by RE2: time stays linear in the text whatever pattern is given. Our own name a piece of
// text without which they do not match (`needs`): few articles have one, and RE2 is not even begun for the rest.
#pragma once

#include <khabar/report.h>

#include <atomic>
#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace khabar::entities {

/// Once filled, safe to share between threads.
class Shapes {
 public:
  Shapes();
  ~Shapes();
  /// Takes a pattern in; empty, or what is wrong with it: what RE2 says, or that it matches the empty text. Our own are not compiled
  /// one by one (`checked` false): the tests do that. `needs`: pieces of text, separated by |, one of which every match contains (# is a
  /// digit, @ a capital of ASCII, neither among the first two bytes); none: nobody knows.
  std::string add(std::string_view pattern, EntityType type, bool checked, std::string_view needs = {});

  struct Match {
    Span span;
    EntityType type = EntityType::programme;
  };
  /// The longest matches from left to right, disjoint within a type. O(length of the text) a type.
  std::vector<Match> find(std::string_view text) const;

 private:
  struct Program {  // one a type
    ~Program();
    const re2::RE2& re2() const;
    EntityType type = EntityType::programme;
    std::string alternatives;
    bool always = false;  // a pattern says nothing of what it needs

   private:
    mutable std::atomic<const re2::RE2*> compiled_ = nullptr;
  };
  struct Need {
    std::string piece;
    std::size_t program;
  };
  std::vector<bool> needed(std::string_view text) const;

  std::vector<std::unique_ptr<Program>> programs_;
  std::vector<Need> needs_;
  std::bitset<1 << 16> starts_;  // the first two bytes of `needs_`
};

}  // namespace khabar::entities
