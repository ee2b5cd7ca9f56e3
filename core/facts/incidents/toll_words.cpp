#include "facts/incidents/toll_words.h"

namespace khabar::incidents {

using namespace text::literals;

bool opens_subset(Key key) { return key == "including"_key || key == "include"_key || key == "includes"_key || key == "besides"_key; }

double small_number(Key key) {
  switch (key) {
    case "one"_key:
    case "1"_key: return 1;
    case "two"_key:
    case "2"_key: return 2;
    case "three"_key:
    case "3"_key: return 3;
    case "four"_key:
    case "4"_key: return 4;
    case "five"_key:
    case "5"_key: return 5;
    case "six"_key:
    case "6"_key: return 6;
    case "seven"_key:
    case "7"_key: return 7;
    case "eight"_key:
    case "8"_key: return 8;
    case "nine"_key:
    case "9"_key: return 9;
    default: return 0;
  }
}

// "the injury of 14": up to three digits; more may be a year.
double digits(std::string_view word) {
  if (word.size() > 3) return 0;
  double value = 0;
  for (char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool opens_clause(Key key) {
  return key == "when"_key || key == "while"_key || key == "after"_key || key == "before"_key || key == "as"_key || key == "where"_key ||
         key == "since"_key || key == "because"_key || key == "until"_key;
}

}  // namespace khabar::incidents
