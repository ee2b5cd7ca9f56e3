// Cues: phrases that give a line away (cues.tsv), names of publishers (outlets.tsv), words of pages (page_words.tsv).
//
//   in:   "3 mins read"                 out:  boilerplate 1.2
//   in:   "[Photo credit: somebody]"    out:  caption 1.0
//
// Weights of a line add up; from 1.0 it is of that kind. A phrase that may stand anywhere in prose counts less the longer the
// line is. Linear in the words.
#pragma once

#include "layout/words.h"
#include "lexicon/key_set.h"
#include "lexicon/phrases.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::layout {

enum class CueKind : std::uint8_t { boilerplate, biography, caption, byline, publication };
inline constexpr std::size_t cue_kinds = 5;

/// How far a run of boilerplate goes that begins inside a longer line.
enum class Glue : std::uint8_t { none, start, phrase, paren, sentence, line, gap };

/// What a line says about the lines after it: nothing; a list of other articles follows; nothing of the article follows.
enum class Effect : std::uint8_t { line, section, rest };

struct Cue {
  enum class Where : std::uint8_t { whole, label, start, end, any };
  CueKind kind = CueKind::boilerplate;
  Where where = Where::any;
  float weight = 1;
  Glue glue = Glue::none;
  Effect effect = Effect::line;
};

/// A cue's phrase found in words: [first, last).
struct CueMatch {
  std::size_t first = 0, last = 0;
  const Cue* cue = nullptr;
  bool placed = false;  // where the cue wants it; else only good for the start of a glued run
};

struct CueScore {
  std::array<float, cue_kinds> weight{};
  Effect effect = Effect::line;  // of the strongest boilerplate cue
  float operator[](CueKind kind) const { return weight[static_cast<std::size_t>(kind)]; }
};

/// What a word alone is to a page: the head of a newspaper's name ("... Times", "Daily ..."), a word of share bars ("Facebook", "link"),
/// of menus of sections ("World", "Sports"), where a line sends readers ("newsletter") and how ("Subscribe"), an office's head
/// ("Ministry").
enum class PageWord : std::uint8_t { noun, chrome, section, platform, call, body };
inline constexpr std::size_t page_words = 6;

enum class OutletKind : std::uint8_t { none, agency, outlet };

class Cues {
 public:
  /// The compiled-in tables, read once.
  static const Cues& instance();

  /// Every cue of the line that is in its place or may begin a glued run, in order. `out` is cleared first.
  void find(std::string_view text, std::span<const Word> words, std::vector<CueMatch>& out) const;
  /// What the cues of a line add up to.
  static CueScore score(std::span<const CueMatch> matches, std::size_t words);

  struct Outlet {
    std::size_t words = 0;  // 0: none
    OutletKind kind = OutletKind::none;
  };
  /// The longest publisher's name that begins at `at`, spelt with its capitals.
  Outlet outlet_at(std::span<const Word> words, std::size_t at) const;
  /// How many words from `at` are a section's name or a kind of article ("Opinion", "Fact check"); 0: none.
  std::size_t label_at(std::span<const Word> words, std::size_t at) const;
  /// Is the word alone such a label?
  bool is_label(text::Key key) const;
  bool is(PageWord kind, text::Key shape) const { return page_words_[static_cast<std::size_t>(kind)].contains(shape); }

 private:
  Cues();
  std::vector<Cue> cues_;
  lexicon::PhraseMap phrases_, outlets_, labels_;
  std::array<lexicon::KeySet, page_words> page_words_;
};

}  // namespace khabar::layout
