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

std::size_t pair_of(char first, char second) {
  return std::size_t{static_cast<unsigned char>(first)} << 8 | static_cast<unsigned char>(second);
}

// Does the text begin with this piece, in which # is a digit and @ a capital?
bool begins_with(std::string_view text, std::string_view piece) {
  if (text.size() < piece.size()) return false;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = text[i], wanted = piece[i];
    if (wanted == '#' ? c < '0' || c > '9' : wanted == '@' ? c < 'A' || c > 'Z' : c != wanted) return false;
  }
  return true;
}

}  // namespace

Shapes::Shapes() = default;
Shapes::~Shapes() = default;

Shapes::Program::~Program() { delete compiled_.load(); }

// Compiled when first needed; of threads that come at once one is first, and the others' work is dropped.
const re2::RE2& Shapes::Program::re2() const {
  const re2::RE2* known = compiled_.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto compiled = std::make_unique<const re2::RE2>(alternatives, options());
  if (!compiled_.compare_exchange_strong(known, compiled.get(), std::memory_order_acq_rel)) return *known;
  return *compiled.release();
}

std::string Shapes::add(std::string_view pattern, EntityType type, bool checked, std::string_view needs) {
  if (pattern.empty()) return "the pattern is empty";
  if (checked) {
    const re2::RE2 alone(piece(pattern), options());
    if (!alone.ok()) return "the pattern cannot be read: " + alone.error();
    if (re2::RE2::FullMatch("", alone)) return "the pattern matches the empty text";
  }
  std::size_t p = 0;
  while (p < programs_.size() && programs_[p]->type != type) ++p;
  if (p == programs_.size()) {
    programs_.push_back(std::make_unique<Program>());
    programs_[p]->type = type;
  }
  Program& program = *programs_[p];
  program.alternatives.append(program.alternatives.empty() ? "(?:" : "|(?:").append(pattern).append(")");
  program.always = program.always || needs.empty();
  for (std::size_t from = 0; from < needs.size();) {
    const std::size_t bar = std::min(needs.find('|', from), needs.size());
    const std::string_view need = needs.substr(from, bar - from);
    needs_.push_back({std::string(need), p});
    if (need.size() < 2 || need.substr(0, 2).find_first_of("#@") != std::string_view::npos) {
      program.always = true;
    } else {
      starts_.set(pair_of(need[0], need[1]));
    }
    from = bar + 1;
  }
  return {};
}

// Which programs can match anything in the text.
std::vector<bool> Shapes::needed(std::string_view text) const {
  std::vector<bool> needed;
  std::size_t open = 0;
  for (const auto& program : programs_) {
    needed.push_back(program->always);
    open += !program->always;
  }
  for (std::size_t at = 0; at + 1 < text.size() && open != 0; ++at) {
    if (!starts_[pair_of(text[at], text[at + 1])]) continue;
    for (const Need& need : needs_) {
      if (needed[need.program] || !begins_with(text.substr(at), need.piece)) continue;
      needed[need.program] = true;
      --open;
    }
  }
  return needed;
}

std::vector<Shapes::Match> Shapes::find(std::string_view text) const {
  std::vector<Match> found;
  const std::vector<bool> needed = this->needed(text);
  for (std::size_t p = 0; p < programs_.size(); ++p) {
    if (!needed[p]) continue;
    const Program& program = *programs_[p];
    const re2::RE2& re2 = program.re2();
    if (!re2.ok()) continue;
    re2::StringPiece match;
    for (std::size_t at = 0; at < text.size();) {
      if (!re2.Match(piece(text), at, text.size(), re2::RE2::UNANCHORED, &match, 1)) break;
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
