// Language: sentences, tokens, tags, dependencies - what every fact leans on.
//
//   in:   the text and its blocks          out:  Language{tokens, sentences}
//
//   Three    soldiers  were      killed  by    militants  .
//   NUM      NOUN      AUX       VERB    ADP   NOUN       PUNCT        tag (Universal POS, universaldependencies.org)
//   nummod→  nsubj_pass→ aux_pass→  root  case→ ←obl_agent  punct      relation (Universal Dependencies 2), head by index
//
// Tokens tile nothing: white space belongs to none. A sentence never crosses a block. Linear in the text.
#pragma once

#include <khabar/khabar.h>

#include "text/key.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace khabar::language {

using text::Key;

/// Universal part-of-speech tags, version 2.
enum class Tag : std::uint8_t { adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x };

/// The finer form that facts need (from Penn Treebank tags).
enum class Form : std::uint8_t {
  none,
  base,             // VB: kill
  past,             // VBD: killed, finite
  past_participle,  // VBN: killed, in passive, perfect or reduced clauses
  gerund,           // VBG: killing
  present,          // VBP, VBZ: kill, kills
  modal,            // MD
  singular,         // NN, NNP
  plural,           // NNS, NNPS
  comparative,
  superlative,
};

/// Universal Dependencies 2 relations, with the English subtypes that facts need; others are mapped to their main type.
enum class Relation : std::uint8_t {
  root,
  nsubj,
  nsubj_pass,
  csubj,
  obj,
  iobj,
  obl,
  obl_agent,
  obl_time,
  nmod,
  nmod_poss,
  appos,
  nummod,
  amod,
  acl,
  acl_relcl,
  advcl,
  ccomp,
  xcomp,
  advmod,
  aux,
  aux_pass,
  cop,
  mark,
  det,
  case_,
  conj,
  cc,
  compound,
  compound_prt,
  fixed,
  flat,
  parataxis,
  expl,
  punct,
  vocative,
  discourse,
  list,
  dep,
};

struct Token {
  Span span;
  Key key = 0;             // of the folded form
  Key lemma = 0;           // of the folded lemma; the form's own where no rule knows better
  std::uint32_t head = 0;  // index into Language::tokens; its own index where it is the root
  std::uint32_t sentence = 0;
  Tag tag = Tag::x;
  Form form = Form::none;
  Relation relation = Relation::dep;
  std::uint8_t flags = 0;
  std::uint8_t word_class = 0;  // words of like company have one number (classes.h); `word_class >> 2` is the wider class; 0: none

  enum Flag : std::uint8_t {
    initial_capital = 1,
    all_capitals = 2,  // two letters or more
    has_digit = 4,
    has_letter = 8,
    space_before = 16,
    sentence_start = 32,
    inside_quotes = 64,
  };
  bool has(Flag flag) const { return (flags & flag) != 0; }
};

struct Sentence {
  Span span;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t block = 0;            // index into the layout's blocks
};

struct Language {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

/// Splits one line of text into tokens (span, key, flags only): for lexicon rows, which must split as articles do. O(length).
std::vector<Token> tokenize(std::string_view text);

/// The keys of `tokenize(text)`.
std::vector<Key> keys_of(std::string_view text);

class Model;  // weights of tagger and parser, views into the packed files

/// Sentences, tokens, tags, lemmas, dependencies of all blocks. O(length of the text). Workers share the sentences of a long text; the
/// outcome is the same.
Language read(std::string_view text, std::span<const Block> blocks, const Workers& workers = {});

}  // namespace khabar::language
