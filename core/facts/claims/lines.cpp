#include "facts/claims/lines.h"

#include "facts/realis/realis.h"
#include "layout/cues.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>

namespace khabar::claims {

// "KAMAL: We shall go." / "Aziz: Court must hear us": the block's first words name who speaks.
void Lines::colon(const language::Sentence& sentence) {
  constexpr std::uint32_t longest = 6;
  if (sentence.block == last_block_) return;
  last_block_ = sentence.block;
  std::uint32_t at = sentence.first;
  while (at < sentence.last && at < sentence.first + longest && article_.words(article_.token(at).span) != ":") ++at;
  if (at == sentence.first || at >= sentence.last || at >= sentence.first + longest || article_.words(article_.token(at).span) != ":")
    return;
  // "Calm Waters: Why Pirates Are Back", "Second Chance: Saving the Talks": a title and what it is about.
  if (at + 1 < sentence.last && article_.layout.blocks[sentence.block].kind == BlockKind::title) {
    const Token& opens = article_.token(at + 1);
    if (opens.form == language::Form::gerund || opens.key == "why"_key || opens.key == "how"_key || opens.key == "what"_key) return;
  }
  EntityId speaker;
  for (std::uint32_t i = sentence.first; i < at; ++i) {
    const EntityId entity = article_.entity_at(i);
    const bool person = entity.set() && article_.mentions.entities.entities[entity.index].type == EntityType::person;
    if (person) speaker = entity;
    if (!person && article_.token(i).tag == Tag::verb) return;  // a name may look like one: "Sanders"
  }
  if (!speaker.set()) speaker = called(at - 1);
  if (!speaker.set()) return;
  const Span block = article_.layout.blocks[sentence.block].span;
  std::uint32_t last = at + 1;
  while (last < article_.language.tokens.size() && article_.token(last).span.end <= block.end) ++last;
  Claim claim;
  claim.cue = article_.token(at).span;
  claim.source = {speaker, span_of(article_, {sentence.first, at})};
  claim.rule = "claims.colon";
  found_.add(std::move(claim), {at + 1, last});
}

// "RAO:" in capitals: the person of that surname. The surnames are read once, when first asked for.
EntityId Lines::called(std::uint32_t token) {
  const Token& label = article_.token(token);
  if (!label.has(Token::all_capitals) || label.span.length() < 2) return {};
  if (!surnames_read_) {
    surnames_read_ = true;
    const auto& entities = article_.mentions.entities.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
      if (entities[i].type != EntityType::person) continue;
      const std::size_t blank = entities[i].name.find_last_of(' ');
      surnames_.push_back(
          {text::key_of(text::folded(std::string_view(entities[i].name).substr(blank == std::string::npos ? 0 : blank + 1))), i});
    }
    text::stable_sort(surnames_, [](const auto& x, const auto& y) { return x.first < y.first; });
  }
  const auto at =
      std::lower_bound(surnames_.begin(), surnames_.end(), label.key, [](const auto& x, text::Key key) { return x.first < key; });
  return at != surnames_.end() && at->first == label.key ? EntityId{at->second} : EntityId{};
}

// Headlines: "Bomb kills five: police", "Army: five die in blast", "Mayor escapes bomb - report".
void Lines::headline(std::uint32_t index) {
  const language::Sentence& sentence = article_.language.sentences[index];
  constexpr std::uint32_t longest = 4, shortest = 3;
  if (sentence.last - sentence.first < shortest + 2 || !realis::is_headline(article_, index)) return;
  const auto divides = [&](std::uint32_t t) {
    const std::string_view words = article_.words(article_.token(t).span);
    return words == ":" || ((words == "-" || words == "--" || words == "–" || words == "—") && article_.token(t).has(Token::space_before));
  };
  // Whoever speaks is a noun group without a verb, its last word a speaker: no state, which heads what is about it.
  const auto speaker_in = [&](Range range) {
    if (range.empty() || range.last - range.first > longest) return none;
    if (layout::Cues::instance().is_label(article_.token(range.last - 1).key)) return none;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const Tag tag = article_.token(t).tag;
      if (tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::det) return none;
    }
    const std::uint32_t head = range.last - 1;
    const Token& token = article_.token(head);
    const EntityId id = article_.entity_at(head);
    const bool body = id.set() && article_.mentions.entities.entities[id.index].type == EntityType::organization;
    return body || cues_.speaks(token.lemma) || cues_.speaks(token.key) ? head : none;
  };
  const std::uint32_t past = std::min(sentence.last, sentence.first + longest + 1);
  for (std::uint32_t t = sentence.first + 1; t < past; ++t)
    if (article_.words(article_.token(t).span) == ":")
      return told_by(speaker_in({sentence.first, t}), {sentence.first, t}, t, {t + 1, sentence.last});
  for (std::uint32_t t = sentence.last - 1; t > sentence.first + shortest && t + longest + 1 >= sentence.last; --t)
    if (divides(t)) return told_by(speaker_in({t + 1, sentence.last}), {t + 1, sentence.last}, t, {sentence.first, t});
}

void Lines::told_by(std::uint32_t speaker, Range label, std::uint32_t mark, Range content) {
  if (speaker == none || !context_.has_finite_verb(content)) return;
  Claim claim;
  claim.cue = article_.token(mark).span;
  claim.source = facts::source_at(article_, speaker);
  claim.source.span = span_of(article_, facts::trimmed(article_, label));
  claim.rule = "claims.headline";
  found_.add(std::move(claim), content);
}

}  // namespace khabar::claims
