// Features of the parser: slots of what it looks at, for a move and for the relation of an arc (after Zhang & Nivre 2011).
#pragma once

#include "language/parse_state.h"
#include "language/weights.h"

#include <algorithm>
#include <iterator>

namespace khabar::language {

inline constexpr int move_features_max = 64;
inline constexpr int label_features_max = 40;

/// Slots of the features of the state for the choice of a move. Returns how many. O(1).
int move_features(const ParseState& state, std::uint32_t* out);

/// Slots of the features of an arc for the choice of its relation. O(1).
int label_features(const ParseState& state, std::uint32_t head, std::uint32_t dependent, std::uint32_t* out);

namespace parse_features {

inline std::uint64_t distance_class(std::uint32_t a, std::uint32_t b) {
  constexpr std::uint8_t classes[] = {0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7};
  return classes[std::min<std::size_t>(b - a, std::size(classes) - 1)];
}

// Commas and verbs between two nodes, up to two of each.
inline std::uint64_t between(const ParseState& s, std::uint32_t a, std::uint32_t b) {
  const unsigned commas = s.commas[b] - s.commas[a], verbs = s.verbs[b] - s.verbs[a];
  return (commas < 2 ? commas : 2) * 4 + (verbs < 2 ? verbs : 2);
}

constexpr std::uint64_t bit(Relation r) { return std::uint64_t{1} << static_cast<int>(r); }
// Relations of a head's dependents that decide what else it may take.
constexpr std::uint64_t core_children = bit(Relation::nsubj) | bit(Relation::nsubj_pass) | bit(Relation::csubj) | bit(Relation::obj) |
                                        bit(Relation::iobj) | bit(Relation::aux_pass) | bit(Relation::cop) | bit(Relation::case_) |
                                        bit(Relation::mark) | bit(Relation::ccomp) | bit(Relation::xcomp) | bit(Relation::expl) |
                                        bit(Relation::det) | bit(Relation::cc) | bit(Relation::nummod) | bit(Relation::aux);

// Slots of the features of the state for the choice of a move, to an output iterator; returns where it ends.
template <typename Out>
Out write_move_features(const ParseState& s, Out o) {
  static const ParseState::Node none;
  const std::size_t depth = s.stack.size(), n = s.nodes.size();
  const std::uint32_t i0 = s.stack[depth - 1];
  const std::uint32_t i1 = depth > 1 ? s.stack[depth - 2] : 0;
  const ParseState::Node& s0 = s.nodes[i0];
  const ParseState::Node& s1 = depth > 1 ? s.nodes[i1] : none;
  const ParseState::Node& s2 = depth > 2 ? s.nodes[s.stack[depth - 3]] : none;
  const ParseState::Node& b0 = s.buffer < n ? s.nodes[s.buffer] : none;
  const ParseState::Node& b1 = s.buffer + 1 < n ? s.nodes[s.buffer + 1] : none;
  const ParseState::Node& b2 = s.buffer + 2 < n ? s.nodes[s.buffer + 2] : none;
  const ParseState::Face &s0l = s.faces[s0.left], &s0r = s.faces[s0.right], &s1l = s.faces[s1.left], &s1r = s.faces[s1.right];
  const ParseState::Face& b0l = s.faces[b0.left];
  // Tags in six bits each.
  const std::uint64_t S0 = s0.tag, S1 = s1.tag, S2 = s2.tag, B0 = b0.tag, B1 = b1.tag, B2 = b2.tag;
  const std::uint64_t s0b0 = S0 << 8 | B0, s1s0 = S1 << 8 | S0, s1s0b0 = s1s0 << 8 | B0, s0b0b1 = s0b0 << 8 | B1;
  const std::uint64_t d0 = b0.tag == no_class ? 9 : distance_class(i0, s.buffer), d1 = distance_class(i1, i0);
  const std::uint64_t m0 = s0.children & core_children, m1 = s1.children & core_children, mb = b0.children & core_children;
  *o++ = quick_slot(0, s1s0b0);
  *o++ = quick_slot(1, s0.word, S0);
  *o++ = quick_slot(2, s0.word, B0);
  *o++ = quick_slot(3, s0.word, s0b0b1);
  *o++ = quick_slot(4, b0.word, B0);
  *o++ = quick_slot(5, b0.word, S0);
  *o++ = quick_slot(6, b0.word, s1s0);
  *o++ = quick_slot(7, b1.word, s0b0);
  *o++ = quick_slot(8, s1.word, s1s0);
  *o++ = quick_slot(9, s1.word, s1s0b0);
  *o++ = quick_slot(10, s0.word, s1s0);
  *o++ = quick_slot(11, s0.word, b0.word);
  *o++ = quick_slot(12, s1.word, s0.word);
  *o++ = quick_slot(13, s1.word, b0.word, S0);
  *o++ = quick_slot(14, s0b0b1, B2);
  *o++ = quick_slot(15, s1s0b0, B1);
  *o++ = quick_slot(16, s1s0b0, S2);
  *o++ = quick_slot(17, s1s0b0, s0l.tag);
  *o++ = quick_slot(18, s1s0b0, s0r.tag, 1);
  *o++ = quick_slot(19, s1s0b0, s1r.tag, 2);
  *o++ = quick_slot(20, s1s0b0, s1l.tag, 3);
  *o++ = quick_slot(21, s0b0, b0l.tag, b0l.word);
  *o++ = quick_slot(22, s0b0, d0);
  *o++ = quick_slot(23, s1s0, d1);
  *o++ = quick_slot(24, s0.word, d0, B0);
  *o++ = quick_slot(25, s0b0, m0);
  *o++ = quick_slot(26, s1s0, m1);
  *o++ = quick_slot(27, s0b0, m0, mb);
  *o++ = quick_slot(28, s1s0b0, m1, m0);
  *o++ = quick_slot(29, s0.word, m0, B0);
  *o++ = quick_slot(30, s1.word, m1, S0);
  *o++ = quick_slot(31, s0b0, s0.lefts, s0.rights);
  *o++ = quick_slot(32, s1s0, s1.lefts * 4u + s1.rights, s0.rights);
  *o++ = quick_slot(33, s1.word, S0, s0l.word);
  *o++ = quick_slot(34, s1s0, s0l.word, B0);
  *o++ = quick_slot(35, s0l.word, s0.word);
  *o++ = quick_slot(36, s0b0, s0l.word);
  *o++ = quick_slot(37, s1s0b0, s0.label == 255 ? 0 : s0.label, s.nodes[s0.right].label);
  *o++ = quick_slot(38, s1s0b0, s.nodes[s1.right].label, d1);
  *o++ = quick_slot(39, s0b0b1, b1.word);
  *o++ = quick_slot(40, b0.word, b1.word, S0);
  *o++ = quick_slot(41, s0b0, s0r.word);
  *o++ = quick_slot(42, s1s0, s1r.word);
  *o++ = quick_slot(43, s0b0, s.faces[s0.left2].tag, s.faces[s0.right2].tag);
  *o++ = quick_slot(44, s2.word, s1s0, B0);
  *o++ = quick_slot(45, S0 << 8 | B1, B2, d0);
  *o++ = quick_slot(46, s0.word, b1.word, B0);
  *o++ = quick_slot(47, s0b0, S2 << 8 | S1, d0);
  *o++ = quick_slot(48, b0.word, B1, S0 << 8 | B2);
  const std::uint64_t between0 = s.buffer < n ? between(s, i0, s.buffer) : 15, between1 = between(s, i1, i0);
  *o++ = quick_slot(49, s0b0, between0);
  *o++ = quick_slot(50, s1s0b0, between1, between0);
  *o++ = quick_slot(51, s0b0, between0, m0);
  return o;
}

// The same of an arc for the choice of its relation.
template <typename Out>
Out write_label_features(const ParseState& s, std::uint32_t h, std::uint32_t d, Out o) {
  const ParseState::Node &head = s.nodes[h], &dep = s.nodes[d];
  const std::uint64_t right = d > h, H = head.tag, D = dep.tag;
  const std::uint64_t hd = H << 9 | D << 1 | right;
  const ParseState::Face &first = s.faces[dep.left], &first2 = s.faces[dep.left2], &last = s.faces[dep.right];
  const ParseState::Face &before = s.faces[d - 1], &after = s.faces[d + 1], &hbefore = s.faces[h == 0 ? 0 : h - 1],
                         &hafter = s.faces[h + 1];
  const std::uint64_t hm = head.children & core_children, dm = dep.children & core_children;
  const std::uint64_t distance = distance_class(std::min(h, d), std::max(h, d));
  *o++ = quick_slot(100, hd);
  *o++ = quick_slot(101, hd, distance);
  *o++ = quick_slot(102, dep.word, hd);
  *o++ = quick_slot(103, head.word, hd);
  *o++ = quick_slot(104, dep.word);
  *o++ = quick_slot(105, head.word, dep.word);
  *o++ = quick_slot(106, hd, hm);
  *o++ = quick_slot(107, hd, dm);
  *o++ = quick_slot(108, hd, hm, dm);
  *o++ = quick_slot(109, hd, first.word);
  *o++ = quick_slot(110, head.word, hd, first.word);
  *o++ = quick_slot(111, dep.word, first.word, right);
  *o++ = quick_slot(112, hd, first2.word, first.tag);
  *o++ = quick_slot(113, hd, last.tag);
  *o++ = quick_slot(114, hd, before.tag, after.tag);
  *o++ = quick_slot(115, hd, before.word);
  *o++ = quick_slot(116, hd, after.word);
  *o++ = quick_slot(117, hd, hbefore.tag, hafter.tag);
  *o++ = quick_slot(118, head.word, hm, D << 1 | right);
  *o++ = quick_slot(119, dep.word, dm, H << 1 | right);
  *o++ = quick_slot(120, hd, s.nodes[head.right].label, first.tag);
  *o++ = quick_slot(121, hd, s.nodes[head.left].label, s.nodes[head.left2].label);
  *o++ = quick_slot(122, hd, s.faces[head.left].word);
  *o++ = quick_slot(123, hd, hafter.word);
  return o;
}

}  // namespace parse_features

}  // namespace khabar::language
