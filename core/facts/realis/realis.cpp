#include "facts/realis/reader.h"

namespace khabar::realis {

namespace {

bool is_reflexive(Key key) { return key == "itself"_key || key == "themselves"_key || key == "himself"_key || key == "herself"_key; }

}  // namespace

Reading Reader::read(std::uint32_t at, int depth) const {
  if (depth >= depth_max) return {};
  const Token& token = article_.token(at);
  if (is_verbal(token) || has_dependent(at, Relation::cop)) return verb(at, depth);
  return noun(at, depth);
}

std::uint32_t Reader::dependent(std::uint32_t at, Relation relation) const {
  for (std::uint32_t d : article_.links.dependents(at))
    if (article_.token(d).relation == relation) return d;
  return mentions::none;
}

Key Reader::lemma_of(std::uint32_t at, Relation relation) const {
  const std::uint32_t d = dependent(at, relation);
  return d == mentions::none ? 0 : article_.token(d).lemma;
}

// A verb is looked up with its particle first: "carry out", then "carry".
Cues::Cue Reader::cue_of(std::uint32_t at, Key by) const {
  const Token& token = article_.token(at);
  if (!is_verbal(token)) {
    const bool adjective = token.tag == Tag::adj || token.tag == Tag::adv;
    return cues_.find(adjective ? token.key : token.lemma, adjective ? Cues::Kind::adjective : Cues::Kind::noun, by);
  }
  if (const Key particle = lemma_of(at, Relation::compound_prt))
    if (const Cues::Cue cue = cues_.find(text::chain(token.lemma, particle), Cues::Kind::verb, by)) return cue;
  if (at + 2 < article_.language.tokens.size() && article_.token(at + 2).key == "to"_key && is_reflexive(article_.token(at + 1).key))
    if (const Cues::Cue cue = cues_.find(text::chain(token.lemma, "to"_key), Cues::Kind::verb, by)) return cue;  // "committed itself to"
  if (at + 1 < article_.language.tokens.size() &&
      (article_.token(at + 1).relation == Relation::obj || article_.token(at + 1).key == "to"_key))  // "took place", "undertook to"
    if (const Cues::Cue cue = cues_.find(text::chain(token.lemma, article_.token(at + 1).key), Cues::Kind::verb, by)) return cue;
  return cues_.find(token.lemma, Cues::Kind::verb, by);
}

// What a governor of this class, itself read as `above`, makes of an event that alone reads as `own`.
Reading Reader::bend(Cues::Cue cue, const Reading& above, const Reading& own, Span governor) {
  Reading out = own;
  auto set = [&](Status status) {
    out.status = status;
    out.cue = governor;
    if (cue.stage != Stage::none) out.stage = cue.stage;
  };
  const bool undone = above.status == Status::denied || above.status == Status::failed;
  switch (cue.governor) {
    case Governor::none:
    case Governor::report:
    case Governor::factive:
    case Governor::stall: break;
    case Governor::alleged: out.alleged = true; break;
    case Governor::proof:
      if (undone || above.status == Status::possible) set(Status::possible);
      break;
    case Governor::support:
      if (above.status != Status::happened || above.stage != Stage::none) out = above;
      break;
    case Governor::plan:
    case Governor::agree: set(is_done(above.status) ? Status::planned : above.status); break;
    case Governor::propose:
    case Governor::discuss: set(undone ? Status::denied : Status::proposed); break;
    case Governor::possible: set(Status::possible); break;
    case Governor::deny: set(above.status == Status::denied ? Status::happened : Status::denied); break;
    case Governor::exclude: set(is_done(above.status) ? Status::denied : Status::possible); break;
    case Governor::fail:
      set(undone                                                                ? Status::happened
          : above.status == Status::possible || above.status == Status::planned ? Status::possible
                                                                                : Status::failed);
      break;
    case Governor::prevent:
      set(undone                                                                ? Status::happened
          : above.status == Status::happened || above.status == Status::ongoing ? Status::failed
                                                                                : Status::possible);
      break;
    case Governor::attempt:
      set(above.status == Status::happened ? Status::failed : is_done(above.status) ? Status::possible : above.status);
      break;
  }
  out.alleged = out.alleged || above.alleged;
  return out;
}

bool is_given(Key noun) {
  return noun == "aid"_key || noun == "assistance"_key || noun == "help"_key || noun == "relief"_key || noun == "funding"_key ||
         noun == "loan"_key || noun == "grant"_key || noun == "support"_key;
}

bool is_headline(const mentions::Article& article, std::uint32_t sentence) {
  const language::Sentence& s = article.language.sentences[sentence];
  if (s.block < article.layout.blocks.size()) {
    const BlockKind kind = article.layout.blocks[s.block].kind;
    if (kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::heading) return true;
  }
  if (s.first >= s.last) return false;
  std::uint32_t last = s.last - 1;
  auto closes = [&](std::uint32_t at) {
    const std::string_view mark = article.words(article.token(at).span);
    return mark == "\"" || mark == ")" || mark == "'" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99";
  };
  while (last > s.first && article.token(last).tag == Tag::punct && closes(last)) --last;
  const std::string_view end = article.words(article.token(last).span);
  return article.language.sentences.size() <= 2 || (end != "." && end != "!" && end != "?" && end != ":" && end != "...");
}

Reading read(const mentions::Article& article, std::uint32_t token, const Cues& cues) { return Reader(article, cues).read(token, 0); }

}  // namespace khabar::realis
