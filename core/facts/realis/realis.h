// Realis: is what a predicate tells done, under way, planned, proposed, possible, denied, failed or general?
//
//   "Pakistan may help" possible    "should share" proposed     "vowed to" planned     "has exchanged" happened
//   "denied attacking" denied       "tried to attack" failed    "has been sharing" ongoing
//
//   realis::Cues cues;                                        // once: governors.tsv
//   realis::Reading r = realis::read(article, token, cues);   // r.status, r.stage, r.cue
//
// Read from the verb group, its governors (report, plan, refuse, try ...) and the clause it stands in. Stage is for
// cooperation. The words that decided are returned, so that "why?" has an answer.
//
//   Officials  denied  that   troops  had planned  to  attack  the  village
//              deny ◄──────────────── plan ◄─────────── token            a governor's own reading bends what it governs
#pragma once

#include "lexicon/key_map.h"
#include "mentions/mentions.h"

#include <string_view>

namespace khabar::realis {

/// What a governing word makes of the event below it.
enum class Governor : std::uint8_t {
  none,
  report,    // leaves it as it stands: said that ...
  factive,   // presumes it done: condemned the ...
  support,   // lends it its own status: carried out, managed to, continued
  plan,      // intends, vows, threatens to
  agree,     // agrees, pledges to
  propose,   // urges, calls for
  discuss,   // considers, negotiates
  possible,  // fears, risks; "risk of"
  deny,      // denies, rules out
  fail,      // fails, refuses to: not done
  prevent,   // foils, thwarts, bans
  attempt,   // tries to
  alleged,   // accused of, said to have
  stall,     // suspends, halts: for the stage
  proof,     // confirms, evidence that: open where there is none
  exclude,   // rules out; what is not ruled out may be
};

struct Reading {
  Status status = Status::happened;
  Stage stage = Stage::none;
  Span cue;              // the words that decided; empty where the plain past did
  bool alleged = false;  // told as an accusation: "accused of", "alleged"
};

/// Governing words with their classes (governors.tsv). Immutable.
class Cues {
 public:
  Cues();
  enum class Kind : std::uint8_t { verb, noun, adjective };
  struct Cue {
    Governor governor = Governor::none;
    Stage stage = Stage::none;
    explicit operator bool() const { return governor != Governor::none; }
  };
  /// `by`: a preposition's key, or "any"_key, "passive"_key, "cooperation"_key. O(1).
  Cue find(text::Key word, Kind kind, text::Key by) const;

 private:
  lexicon::KeyMap<Cue> cues_;
};

/// Done, under way or a habit: told as a fact.
inline bool is_done(Status status) { return status == Status::happened || status == Status::ongoing || status == Status::general; }

/// The status of the event that this token (verb, or noun that names an event) evokes. At most `depth_max` governors are
/// climbed, so O(1) look-ups of each one's dependents.
inline constexpr int depth_max = 8;
Reading read(const mentions::Article& article, std::uint32_t token, const Cues& cues);

/// "aid", "loans": what is given, and may be pledged in ("pledged a million in aid").
bool is_given(text::Key noun);

/// Is the sentence a headline, where the simple present tells the past? (Title, subtitle, heading, or a line without a full stop.)
bool is_headline(const mentions::Article& article, std::uint32_t sentence);

}  // namespace khabar::realis
