#include "language/lemmas.h"

#include "lexicon/table.h"
#include "text/utf8.h"

#include <string>
#include <vector>

namespace khabar::language {

namespace {

using text::add_byte;
using text::key_seed;

// The classes of the table's `form` column. Past and participle of a verb, comparative and superlative differ.
enum class Ending : std::uint8_t { past, participle, gerund, present, plural, comparative, superlative };

struct Rule {
  std::uint64_t key = 0;  // of form and ending, read backwards; 0: empty cell
  std::uint8_t strip = 0;
  std::uint8_t length = 0;
  char add[6] = {};
};

constexpr std::size_t longest = 24;  // bytes of an ending

class Rules {
 public:
  Rules() : cells_(1024) {
    const lexicon::Table table(lexicon::packed("language/lexicons/lemmas.tsv"));
    const std::size_t form = table.column("form"), ending = table.column("ending"), strip = table.column("strip"),
                      add = table.column("add");
    while (cells_.size() < table.rows().size() * 3) cells_.resize(cells_.size() * 2);
    for (const lexicon::Row& row : table.rows()) {
      static constexpr std::string_view names[] = {"past", "participle", "gerund", "present", "plural", "comparative", "superlative"};
      for (std::uint8_t i = 0; i < 7; ++i) {
        if (row[form] != names[i]) continue;
        Rule rule;
        std::uint64_t key = seed(static_cast<Ending>(i));
        for (std::size_t j = row[ending].size(); j > 0; --j) key = add_byte(key, static_cast<unsigned char>(row[ending][j - 1]));
        rule.key = key;
        for (const char c : row[strip]) rule.strip = static_cast<std::uint8_t>(rule.strip * 10 + (c - '0'));
        rule.length = static_cast<std::uint8_t>(std::min<std::size_t>(row[add].size(), sizeof rule.add));
        for (std::uint8_t j = 0; j < rule.length; ++j) rule.add[j] = row[add][j];
        std::size_t at = key & (cells_.size() - 1);
        while (cells_[at].key != 0 && cells_[at].key != key) at = (at + 1) & (cells_.size() - 1);
        cells_[at] = rule;
      }
    }
  }
  static std::uint64_t seed(Ending ending) { return add_byte(key_seed, static_cast<unsigned char>(ending)); }
  const Rule* find(std::uint64_t key) const {
    for (std::size_t at = key & (cells_.size() - 1);; at = (at + 1) & (cells_.size() - 1)) {
      if (cells_[at].key == key) return &cells_[at];
      if (cells_[at].key == 0) return nullptr;
    }
  }

 private:
  std::vector<Rule> cells_;
};

const Rules& rules() {
  static const Rules instance;
  return instance;
}

// The folded word, at most 64 bytes of it; `out` has room for text::folded_max times that.
std::size_t fold(std::string_view text, Span span, char* out) {
  std::size_t n = 0;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const text::Decoded d = text::decode(text, i);
    n += static_cast<std::size_t>(text::fold(d.code, out + n));
    i += d.length;
  }
  return n;
}

}  // namespace

// "Talks" at a sentence's head is easily tagged as a singular: a common noun in -s is a plural but for these endings.
bool looks_plural(std::string_view word) {
  auto ends = [&](std::string_view ending) { return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending; };
  return word.size() > 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is") && !ends("ics") && !ends("as") && !ends("news") &&
         !ends("eries") && !ends("ecies");
}

Key lemma_of(std::string_view text, const Token& token) {
  Ending ending;
  const bool common_singular = token.tag == Tag::noun && token.form == Form::singular;
  const bool plural = common_singular && looks_plural(text.substr(token.span.begin, token.span.length()));
  switch (plural ? Form::plural : token.form) {
    case Form::past: ending = Ending::past; break;
    case Form::past_participle: ending = Ending::participle; break;
    case Form::gerund: ending = Ending::gerund; break;
    case Form::present: ending = Ending::present; break;
    case Form::plural:
      if (token.tag != Tag::noun) return token.key;
      ending = Ending::plural;
      break;
    case Form::comparative: ending = Ending::comparative; break;
    case Form::superlative: ending = Ending::superlative; break;
    default: return token.key;
  }
  if (token.span.length() > 64) return token.key;
  char folded[64 * text::folded_max];
  const std::size_t n = fold(text, token.span, folded);
  const Rule* best = nullptr;
  std::uint64_t key = Rules::seed(ending);
  for (std::size_t i = 0; i <= n && i <= longest; ++i) {
    if (const Rule* rule = rules().find(i < n ? (key = add_byte(key, static_cast<unsigned char>(folded[n - 1 - i]))) : add_byte(key, '^')))
      best = rule;
  }
  if (best == nullptr || best->strip > n) return token.key;
  Key lemma = key_seed;
  for (std::size_t i = 0; i < n - best->strip; ++i) lemma = add_byte(lemma, static_cast<unsigned char>(folded[i]));
  for (std::uint8_t i = 0; i < best->length; ++i) lemma = add_byte(lemma, static_cast<unsigned char>(best->add[i]));
  return lemma;
}

bool is_listed_past(std::string_view text, const Token& token) {
  if (token.span.length() > longest) return false;
  char folded[64 * text::folded_max];
  std::uint64_t key = Rules::seed(Ending::past);
  for (std::size_t n = fold(text, token.span, folded); n > 0; --n) key = add_byte(key, static_cast<unsigned char>(folded[n - 1]));
  return rules().find(add_byte(key, '^')) != nullptr;
}

}  // namespace khabar::language
