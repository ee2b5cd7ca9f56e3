// Examples beside the rules, run as tests. One file a room: core/<room>/examples.txt.
//
//   # times.month_day    published 2024-03-10          a section: the rule's id, then options
//   // a remark
//   The raid on [March 3 | DATE 2024-03-03] failed.    mention rooms: every item of the room, in brackets with its label
//   May said no.                      # nothing        ... or none at all
//
//   # incidents.verb_passive                           facts rooms: the text, then one line a fact;
//   Three soldiers were killed in Swat.                each key=value given must be among the fact's own
//     => event assault status=happened killed=3 !actor   and no key after a "!"
//   The film tells of a raid.
//     => nothing
//
// core/language/examples.txt says itself what its => lines mean.
// "\n" in a line is a line break of the article. Labels: times "DATE 2024-03-03 START"; quantities ">=24 militant";
// entities "person" or "person = Lena Brandt" (the entity's name).
#pragma once

#include <khabar/khabar.h>

#include <string>
#include <vector>

namespace khabar::tests {

struct Example {
  std::string file;
  int line = 0;
  std::string section;  // rule id
  std::string published;
  std::string text;
  struct Expected {
    Span span;
    std::string label;
  };
  std::vector<Expected> marks;     // of mention rooms
  std::vector<std::string> facts;  // of facts rooms: what stands after =>
  bool nothing = false;
};

/// Reads an examples file; a line that cannot be read becomes a message in `problems`.
std::vector<Example> read_examples(const std::string& path, std::vector<std::string>& problems);

/// The room's items in a report, as (span, label) for mention rooms.
std::vector<Example::Expected> marks_of(const std::string& room, const Report& report);

/// The room's facts, described in one line each: kind and key=value pairs, values with blanks in double quotes.
struct Described {
  std::string rule;
  std::vector<std::string> words;
};
std::vector<Described> facts_of(const std::string& room, const Report& report, const std::string& text);

/// Splits on blanks, keeping double-quoted values whole and dropping their quotes.
std::vector<std::string> split_words(const std::string& line);

}  // namespace khabar::tests
