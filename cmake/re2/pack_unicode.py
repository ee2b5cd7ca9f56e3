#!/usr/bin/env python3
"""Packs RE2's tables of Unicode for WebAssembly: half of what they weigh, for patterns that few pages bring along.

usage: pack_unicode.py FOLDER OUT.cc      (FOLDER: RE2's sources, with unicode_groups.cc and unicode_casefold.cc)

OUT.cc defines what cmake/re2/packed/re2/*.h declare; the tables are unpacked when a pattern first asks for one of them. A group's ranges
are gaps and lengths in variable-length bytes; a category of one letter that is all of its own ("L": "Ll", "Lm" ...) is not written out.
"""
import os
import re
import sys


def number(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def joined(ranges):
    out = []
    for low, high in sorted(ranges):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def read_groups(source):
    arrays = {"0": []}
    for name, body in re.findall(r"static const URange(?:16|32) (\w+)\[\] = \{(.*?)\n\};", source, re.S):
        arrays[name] = [(int(low, 0), int(high, 0)) for low, high in re.findall(r"\{\s*(\w+),\s*(\w+)\s*\}", body)]
    table = re.search(r"const UGroup unicode_groups\[\] = \{(.*?)\n\};", source, re.S).group(1)
    groups = {}
    for name, narrow, count, wide, wide_count in re.findall(r'\{ "([^"]+)", \+1, (\w+), (\d+), (\w+), (\d+) \}', table):
        groups[name] = arrays[narrow] + arrays[wide]
        if len(arrays[narrow]) != int(count) or len(arrays[wide]) != int(wide_count):
            sys.exit(f"unicode_groups.cc: {name} has another number of ranges")
    if f"num_unicode_groups = {len(groups)};" not in source:
        sys.exit("unicode_groups.cc: not all groups were read")
    return groups


def read_folds(source):
    match = re.search(r"const CaseFold unicode_casefold\[\] = \{(.*?)\n\};\s*const int num_unicode_casefold = (\d+);", source, re.S)
    names = {"EvenOdd": 1, "OddEven": -1, "EvenOddSkip": 1 << 30, "OddEvenSkip": (1 << 30) + 1}
    folds = [
        (int(low), int(high), names[delta] if delta in names else int(delta))
        for low, high, delta in re.findall(r"\{ (\d+), (\d+), (-?\w+) \}", match.group(1))
    ]
    if len(folds) != int(match.group(2)):
        sys.exit("unicode_casefold.cc: not all rows were read")
    return folds


def pack_groups(groups):
    names, ranges = b"", b""
    for name, own in groups.items():
        parts = [part for other, part in groups.items() if len(other) == 2 and other[0] == name]
        if parts and joined(sum(parts, [])) == own:
            own = []
        names += name.encode("ascii") + b"\0" + number(len(own))
        after = 0
        for low, high in own:
            if low < after or high < low:
                sys.exit(f"unicode_groups.cc: the ranges of {name} are not in order")
            ranges += number(low - after) + number(high - low)
            after = high
    return names + ranges


def pack_folds(folds):
    gaps, deltas, after = b"", b"", 0
    for low, high, delta in folds:
        gaps += number(low - after) + number(high - low)
        deltas += number(delta * 2 if delta >= 0 else -delta * 2 - 1)
        after = high
    return gaps + deltas


def literal(data):
    lines = []
    for at in range(0, len(data), 128):
        lines.append('"' + "".join(f"\\{byte:03o}" for byte in data[at : at + 128]) + '"')
    return "\n".join(lines)


TEMPLATE = r"""// Made by cmake/re2/pack_unicode.py; not for editing.
#include "re2/unicode_groups.h"
#include "re2/unicode_casefold.h"

#include <algorithm>
#include <vector>

namespace re2 {

namespace {

const char groups[] =
@GROUPS@;
const char folds[] =
@FOLDS@;

int read_number(const char*& at) {
  unsigned value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= (byte & 127u) << shift;
    if (byte < 128) return static_cast<int>(value);
  }
}

// What all groups have whose names are `letter` and one letter more.
std::vector<URange32> united(const std::vector<UGroup>& of, char letter) {
  std::vector<URange32> all, out;
  for (const UGroup& group : of)
    if (group.name[0] == letter && group.name[1] != 0 && group.name[2] == 0) all.insert(all.end(), group.r32, group.r32 + group.nr32);
  std::sort(all.begin(), all.end(), [](const URange32& a, const URange32& b) { return a.lo < b.lo; });
  for (const URange32& range : all) {
    if (!out.empty() && range.lo <= out.back().hi + 1) {
      out.back().hi = std::max(out.back().hi, range.hi);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

struct Groups {
  std::vector<UGroup> list;
  std::vector<std::vector<URange32>> ranges;

  Groups() : ranges(num_unicode_groups) {
    const char* at = groups;
    for (std::vector<URange32>& of : ranges) {
      list.push_back({at, +1, nullptr, 0, nullptr, 0});
      while (*at++ != 0) {
      }
      of.resize(static_cast<std::size_t>(read_number(at)));
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      int after = 0;
      for (URange32& range : ranges[i]) {
        range.lo = after + read_number(at);
        range.hi = after = range.lo + read_number(at);
      }
      point(i);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!ranges[i].empty()) continue;
      ranges[i] = united(list, list[i].name[0]);
      point(i);
    }
  }
  void point(std::size_t i) {
    list[i].r32 = ranges[i].data();
    list[i].nr32 = static_cast<int>(ranges[i].size());
  }
};

std::vector<CaseFold> read_folds() {
  std::vector<CaseFold> list(num_unicode_casefold);
  const char* at = folds;
  int after = 0;
  for (CaseFold& fold : list) {
    fold.lo = after + read_number(at);
    fold.hi = after = fold.lo + read_number(at);
  }
  for (CaseFold& fold : list) {
    const auto value = static_cast<unsigned>(read_number(at));
    fold.delta = (value & 1) != 0 ? -static_cast<int>((value + 1) / 2) : static_cast<int>(value / 2);
  }
  return list;
}

}  // namespace

const int num_unicode_groups = @GROUP_COUNT@;
const int num_unicode_casefold = @FOLD_COUNT@;

const UGroup* unpacked_unicode_groups() {
  static const Groups unpacked;
  return unpacked.list.data();
}

const CaseFold* unpacked_unicode_casefold() {
  static const std::vector<CaseFold> unpacked = read_folds();
  return unpacked.data();
}

}  // namespace re2
"""


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = sys.argv[1:]
    with open(os.path.join(folder, "unicode_groups.cc"), encoding="ascii") as f:
        groups = read_groups(f.read())
    with open(os.path.join(folder, "unicode_casefold.cc"), encoding="ascii") as f:
        folds = read_folds(f.read())
    text = TEMPLATE.replace("@GROUPS@", literal(pack_groups(groups))).replace("@FOLDS@", literal(pack_folds(folds)))
    text = text.replace("@GROUP_COUNT@", str(len(groups))).replace("@FOLD_COUNT@", str(len(folds)))
    with open(out, "w", encoding="ascii", newline="\n") as f:
        f.write(text)


main()
