#include "mentions/entities/anaphora.h"

#include "lexicon/table.h"

namespace khabar::entities {

AnaphoraFinder::AnaphoraFinder(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named)
    : r_(reading), entities_(entities), named_(named), covered_(reading.language.tokens.size(), false) {
  for (const MentionAt& mention : named) {
    for (std::uint32_t t = mention.first; t < mention.last; ++t) covered_[t] = true;
    read_courtesy(mention);
  }
  read_countries();
}

Anaphora AnaphoraFinder::run() {
  for (std::uint32_t t = 0; t < r_.language.tokens.size(); ++t) {
    while (before_ < named_.size() && named_[before_].last <= t) ++before_;
    if (!covered_[t]) word(t);
  }
  return std::move(out_);
}

void AnaphoraFinder::word(std::uint32_t t) {
  const Token& word = token(t);
  const bool subject = word.relation == Relation::nsubj;
  if (word.tag == Tag::pron) {
    pronoun(t);
  } else if (word.key == "both"_key && word.tag == Tag::det && subject) {
    they(t);  // "Both agreed"
  } else if (word.tag == Tag::noun) {
    noun(t);
  } else if (word.tag == Tag::num && subject && t > 0 && token(t - 1).key == "the"_key) {
    // "..., and the two agreed"
    language::NounGroup group;
    group.head = t;
    group.first = t - 1;
    group.last = t + 1;
    if (word.key == "two"_key) pair(group);
    if (word.key == "three"_key) triple(group);
  }
}

void AnaphoraFinder::add(std::uint32_t first, std::uint32_t last, std::uint32_t head, EntityId entity, MentionKind kind) {
  if (!entity.set()) return;
  for (std::uint32_t t = first; t < last; ++t)
    if (covered_[t]) return;
  for (std::uint32_t t = first; t < last; ++t) covered_[t] = true;
  MentionAt mention;
  mention.first = first;
  mention.last = last;
  mention.head = head;
  mention.entity = entity;
  mention.kind = kind;
  out_.mentions.push_back(mention);
}

// "KHAN: He said": the label of who speaks is nobody that he speaks of.
bool AnaphoraFinder::is_label(const MentionAt& m) const {
  return m.last < r_.language.tokens.size() && token(m.last).tag == Tag::punct && m.first <= sentence_of(m.first).first + 2 &&
         token(m.first).has(Token::all_capitals) && r_.text[token(m.last).span.begin] == ':';
}

bool AnaphoraFinder::listed(Key lemma, NominalKind kind) const {
  return r_.lexicon.nominal_words.contains(text::chain(static_cast<Key>(kind) + 1, lemma));
}

// The subject of the main clause of the sentence before, in the same paragraph; none where there is none.
std::uint32_t AnaphoraFinder::main_subject_before(std::uint32_t t) const {
  constexpr std::uint32_t longest = 120, most = 8;
  const std::uint32_t here = token(t).sentence;
  for (std::uint32_t back = 1; back <= here && back <= most; ++back) {
    const language::Sentence& before = r_.language.sentences[here - back];
    if (before.block != r_.language.sentences[here].block) return none;
    bool outside = false;  // does it hold more than what somebody said?
    std::uint32_t speaker = none;
    for (std::uint32_t i = before.first; i < before.last && i < before.first + longest; ++i) {
      const Token& word = token(i);
      if (word.has(Token::inside_quotes) && !token(t).has(Token::inside_quotes)) continue;
      outside = outside || word.has(Token::has_letter);
      if (word.relation != Relation::nsubj) continue;
      if (word.head >= i && token(word.head).head == word.head) return i;
      if (speaks(i)) speaker = i;  // "It failed," Diaz said / said Diaz
    }
    if (outside) return back == 1 && speaker != none && !is_quoted_first(before) ? none : speaker;
  }
  return none;
}

// Does the sentence begin with what somebody said?
bool AnaphoraFinder::is_quoted_first(const language::Sentence& sentence) const {
  for (std::uint32_t i = sentence.first; i < sentence.last && i < sentence.first + 3; ++i)
    if (token(i).has(Token::inside_quotes) && token(i).has(Token::has_letter)) return true;
  return false;
}

Anaphora find_anaphora(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named) {
  return AnaphoraFinder(reading, entities, named).run();
}

}  // namespace khabar::entities
