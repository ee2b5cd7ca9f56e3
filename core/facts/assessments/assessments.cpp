#include "facts/assessments/assessments.h"

#include "facts/assessments/finder.h"
#include "lexicon/table.h"

#include <algorithm>
#include <string_view>

namespace khabar::assessments {

std::vector<Assessment> Finder::run() {
  for (const language::Sentence& sentence : article_.language.sentences) {
    if (!article_.in_body(sentence)) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) read(t);
  }
  return std::move(assessments_);
}

void Finder::read(std::uint32_t t) {
  const Token& token = article_.token(t);
  if (token.tag == Tag::adp || token.tag == Tag::sconj) {
    if (token.key == "without"_key) return without(t);
    if (token.key == "as"_key || token.key == "while"_key || token.key == "unless"_key || token.key == "until"_key) as_long_as(t);
    return;
  }
  if (token.key == "only"_key) return only(t);
  if (token.tag != Tag::noun && token.tag != Tag::verb && token.tag != Tag::adj) return;
  if (token.tag == Tag::verb && (phrase(t) || lacks(t))) return;
  const Cue* cue = cues_.of(token.lemma, token.tag);
  if (cue == nullptr && token.tag == Tag::noun && t > 0) cue = cues_.of_pair(article_.token(t - 1).key, token.lemma);
  if (cue == nullptr) return;
  if (cue->cue_class == CueClass::verb) {
    if (!which_told(t, *cue)) verb(t, *cue);
  } else if (cue->cue_class == CueClass::quality) {
    quality(t, *cue);
  } else {
    noun(t, *cue);
  }
}

void Finder::add(Assessment assessment, Span cue) {
  if (assessment.span.empty() || assessment.span.length() < 3) return;
  Span evidence{std::min(assessment.span.begin, cue.begin), std::max(assessment.span.end, cue.end)};
  if (!assessment.of.empty()) {
    if (assessment.of.overlaps(assessment.span))
      assessment.of = {};
    else
      evidence = {std::min(evidence.begin, assessment.of.begin), std::max(evidence.end, assessment.of.end)};
  }
  assessment.evidence = {evidence};
  assessments_.push_back(std::move(assessment));
}

namespace {

CueClass class_named(std::string_view name) {
  if (name == "noun") return CueClass::noun;
  if (name == "challenge") return CueClass::challenge;
  if (name == "step") return CueClass::step;
  return name == "quality" ? CueClass::quality : CueClass::verb;
}

Word use_named(std::string_view name) {
  static constexpr std::string_view names[] = {"acting", "attacker", "bare", "boon", "chance", "ease",  "evil",     "failing", "good",
                                               "halt",   "hardship", "less", "lost", "more",   "offer", "outbreak", "outcome", "peaceful"};
  static_assert(std::size(names) == word_uses);
  return static_cast<Word>(std::find(std::begin(names), std::end(names) - 1, name) - std::begin(names));
}

text::Key both(text::Key first, text::Key second) { return first * 31 + second; }

}  // namespace

Cues::Cues() {
  const lexicon::Table table(lexicon::packed("facts/assessments/cues.tsv"));
  for (const lexicon::Row& row : table.rows()) {
    const Cue cue{class_named(row[1]), polarity_of(row[2]).value_or(Polarity::risk)};
    const std::string_view words = row[0];
    if (const std::size_t space = words.find(' '); space != std::string_view::npos) {
      const text::Key second = text::key_of(words.substr(space + 1));
      seconds_.insert(second);
      pairs_.add(both(text::key_of(words.substr(0, space)), second), cue);
      continue;
    }
    const bool quality = cue.cue_class == CueClass::quality;
    (quality ? qualities_ : cue.cue_class == CueClass::verb ? verbs_ : nouns_).add(text::key_of(words), cue);
  }
  const lexicon::Table people(lexicon::packed("mentions/lexicons/people_nouns.tsv"));
  const lexicon::Table countries(lexicon::packed("mentions/lexicons/countries.tsv"));
  const lexicon::Table words(lexicon::packed("facts/assessments/words.tsv"));
  for (const lexicon::Row& row : countries.rows())
    if (row[countries.column("kind")] == "capital") capitals_.insert(text::key_of(row[countries.column("name")]));
  for (const lexicon::Row& row : people.rows()) people_.insert(text::key_of(row[people.column("noun")]));
  for (const lexicon::Row& row : words.rows()) words_[static_cast<std::size_t>(use_named(row[1]))].insert(text::key_of(row[0]));
}

const Cue* Cues::of(text::Key lemma, language::Tag tag) const {
  if (tag == language::Tag::adj) return qualities_.find(lemma);
  return (tag == language::Tag::verb ? verbs_ : nouns_).find(lemma);
}

const Cue* Cues::of_pair(text::Key first, text::Key second) const {
  return seconds_.contains(second) ? pairs_.find(both(first, second)) : nullptr;
}

std::vector<Assessment> find(const mentions::Article& article, const Cues& cues) { return Finder(article, cues).run(); }

}  // namespace khabar::assessments
