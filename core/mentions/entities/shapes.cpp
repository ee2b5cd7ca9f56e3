#include "mentions/entities/shapes.h"

#include <re2/re2.h>

#include <algorithm>

#include "lexicon/table.h"
#include "mentions/entities/reading.h"

namespace khabar::entities {

namespace {

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);  // the core prints nothing
  options.set_longest_match(true);
  options.set_never_capture(true);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Shapes::Shapes() = default;
Shapes::~Shapes() = default;

std::string Shapes::add(std::string_view pattern, EntityType type, bool checked) {
  if (pattern.empty()) return "the pattern is empty";
  if (checked) {
    const re2::RE2 alone(piece(pattern), options());
    if (!alone.ok()) return "the pattern cannot be read: " + alone.error();
    if (re2::RE2::FullMatch("", alone)) return "the pattern matches the empty text";
  }
  auto program = std::find_if(programs_.begin(), programs_.end(), [&](const Program& p) { return p.type == type; });
  if (program == programs_.end()) {
    programs_.emplace_back();
    program = programs_.end() - 1;
    program->type = type;
  }
  program->alternatives.append(program->alternatives.empty() ? "(?:" : "|(?:").append(pattern).append(")");
  return {};
}

void Shapes::seal() {
  for (Program& program : programs_) program.compiled = std::make_unique<const re2::RE2>(program.alternatives, options());
}

std::vector<Shapes::Match> Shapes::find(std::string_view text) const {
  std::vector<Match> found;
  for (const Program& program : programs_) {
    if (!program.compiled || !program.compiled->ok()) continue;
    re2::StringPiece match;
    for (std::size_t at = 0; at < text.size();) {
      if (!program.compiled->Match(piece(text), at, text.size(), re2::RE2::UNANCHORED, &match, 1)) break;
      const auto begin = static_cast<std::size_t>(match.data() - text.data());
      at = std::max(begin + match.size(), at + 1);
      if (!match.empty())
        found.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + match.size())}, program.type});
    }
  }
  return found;
}

// A shape becomes a candidate where it begins and ends with words of the article.
void find_shapes(Reading& reading) {
  const std::vector<language::Token>& tokens = reading.language.tokens;
  for (const Shapes::Match& match : reading.lexicon.shapes.find(reading.text)) {
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), match.span.begin,
                                        [](const language::Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    auto last = first;
    while (last != tokens.end() && last->span.end <= match.span.end) ++last;
    if (first == last || first->span.begin != match.span.begin) continue;
    // A closing bracket is no word: the name's words end before it.
    const auto end = static_cast<std::uint32_t>(last - tokens.begin());
    const auto begin = static_cast<std::uint32_t>(first - tokens.begin());
    Candidate candidate;
    candidate.words = {reading.words.word_at[begin], reading.words.word_at[end - 1] + 1};
    if (candidate.words.empty() || reading.words[candidate.words.first].token != begin) continue;
    candidate.type = match.type;
    candidate.strength = static_cast<std::int32_t>(20 * candidate.words.length()) + 30;
    reading.candidates.push_back(candidate);
  }
}

}  // namespace khabar::entities
