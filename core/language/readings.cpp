#include "language/readings.h"

#include "language/lemmas.h"
#include "language/parser.h"
#include "text/sorting.h"

namespace khabar::language {

namespace {

constexpr std::size_t readings_max = 12;  // a sentence

Token read_as(std::string_view text, Token token, std::uint8_t tag_class) {
  token.tag = tag_classes[tag_class].tag;
  token.form = tag_classes[tag_class].form;
  token.lemma = lemma_of(text, token);
  return token;
}

// What trees say nothing about: whether a word is a name, singular or plural, a sign or punctuation, a participle or an adjective
// that was one. There the tagger's word stands.
bool is_for_the_tagger(std::uint8_t best, std::uint8_t other) {
  const Tag tag = tag_classes[best].tag, next = tag_classes[other].tag;
  if (tag == next) return tag != Tag::verb && tag != Tag::aux;
  return tag == Tag::propn || tag == Tag::sym || (tag == Tag::verb && next == Tag::adj);
}

}  // namespace

void choose_readings(std::string_view text, const Token* first, std::vector<Reading>& readings) {
  text::stable_sort(readings, [](const Reading& a, const Reading& b) { return a.margin < b.margin; });
  if (readings.size() > readings_max) readings.resize(readings_max);
  for (Reading& reading : readings) reading.parse_word = parse_word(read_as(text, first[reading.word], reading.other));
}

void take_readings(std::string_view text, Token* first, std::span<const Reading> readings, std::uint8_t* classes) {
  for (const Reading& reading : readings) {
    if (!reading.taken || is_for_the_tagger(reading.best, reading.other)) continue;
    first[reading.word] = read_as(text, first[reading.word], reading.other);
    classes[reading.word] = reading.other;
  }
}

}  // namespace khabar::language
