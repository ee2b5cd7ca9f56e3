#include "language/attachment.h"

#include "language/parser.h"

#include <algorithm>

namespace khabar::language {

namespace {

using namespace text::literals;

constexpr int steps_max = 12;  // up the tree
constexpr int stay = 14;       // what speaks for the word that the parser gave the phrase to

bool takes_phrases(const Token& t) {
  switch (t.tag) {
    case Tag::noun:
    case Tag::propn:
    case Tag::pron:
    case Tag::num:
    case Tag::verb:
    case Tag::adj:
    case Tag::adv: return true;
    default: return false;
  }
}

}  // namespace

void Phrases::read(const Token* first, std::size_t count, std::uint32_t offset) {
  first_ = first;
  count_ = count;
  offset_ = offset;
  children_.assign(count, 0);
  case_.resize(count);
  rightmost_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) case_[i] = rightmost_[i] = i;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t h = head(i);
    if (h == i) continue;
    children_[h] |= std::uint64_t{1} << static_cast<int>(first[i].relation);
    if (first[i].relation == Relation::case_ && i < h && case_[h] == h) case_[h] = i;
    if (i > h) rightmost_[h] = i;
  }
}

bool Phrases::is_predicate(std::uint32_t i) const {
  const Tag tag = first_[i].tag;
  return tag == Tag::verb || tag == Tag::adj || tag == Tag::adv || has(i, Relation::cop);
}

bool Phrases::find(std::uint32_t dependent, Phrase& phrase) const {
  const Token& d = first_[dependent];
  if (d.relation != Relation::obl && d.relation != Relation::nmod) return false;
  const std::uint32_t preposition = case_[dependent];
  if (preposition == dependent || preposition == 0) return false;
  const std::uint32_t h = head(dependent);
  if (h >= preposition) return false;
  // "accused them of fraud": a verb that has an of-phrase asks for it.
  if (first_[preposition].key == "of"_key && first_[h].tag == Tag::verb) return false;
  // The word before the phrase and those above it.
  std::uint32_t t = preposition - 1;
  while (t > h && (first_[t].tag == Tag::punct || head(t) == dependent || head(t) == preposition)) --t;
  phrase.preposition = preposition;
  phrase.dependent = dependent;
  phrase.count = 0;
  phrase.current = Phrase::candidates_max;
  std::uint32_t furthest = 0;  // the last dependent of what was passed
  for (int i = 0; i < steps_max && phrase.count < Phrase::candidates_max; ++i) {
    if (t == dependent) return false;  // what stands before the phrase hangs below it
    if (t < preposition && (takes_phrases(first_[t]) || t == h)) {
      if (t == h) phrase.current = phrase.count;
      phrase.candidates[phrase.count++] = t;
    }
    if (phrase.current != Phrase::candidates_max) furthest = std::max(furthest, rightmost_[t] > dependent ? rightmost_[t] : 0);
    if (furthest > dependent || head(t) == t) break;  // further up the arcs would cross
    t = head(t);
  }
  return phrase.current != Phrase::candidates_max && phrase.count > 1;
}

int Phrases::features(const Phrase& phrase, std::size_t candidate, std::uint32_t* out) const {
  const std::uint32_t x = phrase.candidates[candidate];
  const Token &c = first_[x], &d = first_[phrase.dependent], &nearest = first_[phrase.candidates[0]];
  const std::uint64_t p = first_[phrase.preposition].key, tag = static_cast<std::uint64_t>(c.tag) * 4 + is_predicate(x);
  const std::uint64_t word = parse_word(c), object = parse_word(d), wide = c.word_class >> 2, object_wide = d.word_class >> 2;
  const std::uint64_t rank = candidate, last = candidate + 1 == phrase.count;
  const std::uint64_t dtag = static_cast<std::uint64_t>(d.tag), ntag = static_cast<std::uint64_t>(nearest.tag);
  bool comma = false, verb = false;
  std::uint64_t nouns = 0;
  for (std::uint32_t i = x + 1; i < phrase.preposition; ++i) {
    comma |= first_[i].key == ","_key;
    verb |= first_[i].tag == Tag::verb;
    nouns += first_[i].tag == Tag::noun || first_[i].tag == Tag::propn;
    if (i > x + 30) break;
  }
  const std::uint64_t gap = phrase.preposition - x, near = gap < 4 ? gap : (gap < 7 ? 4 : (gap < 12 ? 5 : 6));
  const std::uint64_t object_taken = has(x, Relation::obj) + 2u * has(x, Relation::nsubj);
  const std::uint64_t between = (nouns < 3 ? nouns : 3) * 4 + comma * 2u + verb;
  std::uint32_t* o = out;
  *o++ = quick_slot(0, p, tag);
  *o++ = quick_slot(1, p, tag, rank);
  *o++ = quick_slot(2, p, word, tag);
  *o++ = quick_slot(3, word, tag);
  *o++ = quick_slot(4, p, c.word_class, tag);
  *o++ = quick_slot(5, p, wide << 8 | object_wide, tag);
  *o++ = quick_slot(6, p, object, tag);
  *o++ = quick_slot(7, p, d.word_class, tag);
  *o++ = quick_slot(8, object_wide, wide, tag);
  *o++ = quick_slot(9, p, near, tag);
  *o++ = quick_slot(10, p, between, tag);
  *o++ = quick_slot(11, p, object_taken, tag);
  *o++ = quick_slot(12, tag, ntag, rank);
  *o++ = quick_slot(13, p, tag << 8 | ntag, last);
  *o++ = quick_slot(14, p, tag << 8 | dtag, rank);
  *o++ = quick_slot(15, word, object);
  *o++ = quick_slot(16, tag, between, object_taken);
  *o++ = quick_slot(17, p, parse_word(nearest), tag);
  *o++ = quick_slot(18, static_cast<std::uint64_t>(c.relation), tag, p);
  *o++ = quick_slot(19, p, tag << 8 | ntag, d.word_class);
  return static_cast<int>(o - out);
}

void Phrases::move(Token* first, const Phrase& phrase, std::size_t candidate) const {
  const std::uint32_t x = phrase.candidates[candidate];
  first[phrase.dependent].head = offset_ + x;
  first[phrase.dependent].relation = is_predicate(x) ? Relation::obl : Relation::nmod;
}

void Attacher::attach(Token* first, std::size_t count, std::uint32_t offset, Phrases& phrases) const {
  phrases.read(first, count, offset);
  Phrase phrase;
  std::uint32_t slots[attachment_features_max];
  for (std::uint32_t d = 1; d < count; ++d) {
    if (!phrases.find(d, phrase)) continue;
    int best = 0;
    std::size_t chosen = phrase.current;
    for (std::size_t c = 0; c < phrase.count; ++c) {
      const int known = weights_.keep_known(slots, phrases.features(phrase, c, slots));
      int score = c == phrase.current ? stay : 0;
      for (int i = 0; i < known; ++i) score += weights_.weight(weights_.row(slots[i]), 0);
      if (c == 0 || score > best) {
        best = score;
        chosen = c;
      }
    }
    if (chosen != phrase.current) phrases.move(first, phrase, chosen);
  }
}

}  // namespace khabar::language
