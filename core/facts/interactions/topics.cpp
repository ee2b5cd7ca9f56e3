#include "facts/interactions/topics.h"

#include "facts/clauses.h"

#include <algorithm>
#include <array>

namespace khabar::interactions {

using facts::dependent;
using language::Relation;
using language::Tag;
using mentions::none;
using namespace text::literals;

namespace {

bool is_about(Key preposition) {
  static constexpr std::array keys = {"on"_key,  "about"_key,   "over"_key, "regarding"_key, "concerning"_key,
                                      "for"_key, "against"_key, "of"_key,   "in"_key};
  return std::find(keys.begin(), keys.end(), preposition) != keys.end();
}

// "in principle", "for instance", "in turn": how, not about what.
bool says_how(Key lemma) {
  static constexpr std::array keys = {"instance"_key,  "example"_key,     "hand"_key,     "return"_key,   "principle"_key, "turn"_key,
                                      "general"_key,   "particular"_key,  "fact"_key,     "time"_key,     "part"_key,      "favour"_key,
                                      "favor"_key,     "retaliation"_key, "response"_key, "addition"_key, "effect"_key,    "statement"_key,
                                      "telephone"_key, "behalf"_key,      "side"_key,     "line"_key,     "light"_key,     "moment"_key};
  return std::find(keys.begin(), keys.end(), lemma) != keys.end();
}

}  // namespace

void add_topics(const mentions::Article& article, std::uint32_t trigger, Event& event) {
  constexpr std::size_t most = 4;
  auto add = [&](std::uint32_t token) {
    if (article.entity_at(token).set() || article.mentions.time_of[token] != none || event.topics.size() >= most) return;
    if (article.token(token).tag != Tag::noun) return;
    const language::NounGroup group = article.links.noun_group(token);
    std::uint32_t first = group.first;
    while (first < token &&
           (article.token(first).tag == Tag::det || article.token(first).tag == Tag::punct || article.token(first).tag == Tag::pron))
      ++first;
    const Span span = facts::span_of(article, {first, group.last});
    const bool is_party =
        std::any_of(event.arguments.begin(), event.arguments.end(), [&](const Argument& argument) { return argument.span.overlaps(span); });
    const Key lemma = article.token(token).lemma;
    if (is_party || says_how(lemma)) return;
    std::string topic(article.words(span));
    if (std::find(event.topics.begin(), event.topics.end(), topic) == event.topics.end()) event.topics.push_back(std::move(topic));
  };
  for (std::uint32_t child : article.links.dependents(trigger)) {
    const Relation r = article.token(child).relation;
    if (r == Relation::compound && child < trigger) add(child);
    if (r != Relation::obl && r != Relation::nmod && r != Relation::obj) continue;
    const std::uint32_t preposition = dependent(article, child, Relation::case_);
    if (r != Relation::obj && (preposition == none || !is_about(article.token(preposition).key))) continue;
    add(child);
    for (std::uint32_t other : article.links.dependents(child))
      if (article.token(other).relation == Relation::conj) add(other);
  }
}

void add_contexts(const mentions::Article& article, const Frames& frames, std::uint32_t trigger, Event& event) {
  constexpr std::size_t most = 4;
  auto add = [&](std::uint32_t token) {
    const std::string_view context = frames.context(article.token(token).lemma);
    if (context.empty() || event.contexts.size() >= most) return;
    if (std::find(event.contexts.begin(), event.contexts.end(), context) == event.contexts.end()) event.contexts.emplace_back(context);
  };
  const language::Sentence& sentence = article.language.sentences[article.token(trigger).sentence];
  const Span evidence = event.evidence.front();
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (evidence.contains(article.token(t).span)) add(t);
  // ... and of the topics, which may stand after it.
  for (std::uint32_t child : article.links.dependents(trigger)) {
    const Relation r = article.token(child).relation;
    if (r != Relation::obl && r != Relation::nmod && r != Relation::obj && r != Relation::compound) continue;
    add(child);
    for (std::uint32_t below : article.links.dependents(child)) add(below);
  }
}

}  // namespace khabar::interactions
