#include "mentions/entities/words.h"

#include "text/utf8.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;
using language::Token;

struct Look {
  bool mixed = false;
  bool initial = false;
  bool clan = false;  // "McKenna": a surname
};

// "McKenna", "McIntyre": no other words are written so.
bool is_clan_name(std::string_view form, std::uint32_t capitals) {
  return form.size() >= 5 && capitals == 2 && form.substr(0, 2) == "Mc" && form[2] >= 'A' && form[2] <= 'Z';
}

Look look_of(std::string_view text, const Token& token) {
  Look look;
  std::uint32_t letters = 0, capitals = 0;
  for (std::uint32_t i = token.span.begin; i < token.span.end;) {
    const text::Decoded d = text::decode(text, i);
    i += d.length;
    if (!text::is_letter(d.code)) continue;
    ++letters;
    capitals += text::is_upper(d.code);
  }
  look.clan = is_clan_name(text.substr(token.span.begin, token.span.length()), capitals);
  look.mixed = !look.clan && capitals >= 1 && capitals < letters && capitals > (token.has(Token::initial_capital) ? 1u : 0u);
  look.initial = letters == 1 && capitals == 1;
  return look;
}

// Capitals in most of the longer words: a headline, where a capital says nothing.
Case writing_of(const language::Language& language, const language::Sentence& sentence, bool heading) {
  std::uint32_t words = 0, capitals = 0, initials = 0, longer = 0, longer_initials = 0;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = language.tokens[t];
    if (!token.has(Token::has_letter) || token.span.length() < 2) continue;
    ++words;
    capitals += token.has(Token::all_capitals);
    initials += token.has(Token::initial_capital);
    if (token.span.length() >= 4) {
      ++longer;
      longer_initials += token.has(Token::initial_capital);
    }
  }
  if (words >= 2 && capitals * 10 >= words * 8) return Case::upper;
  if (words >= 3 && initials == 0) return Case::lower;
  if (heading ? longer >= 3 && longer_initials * 10 >= longer * 8 : longer >= 6 && longer_initials * 10 >= longer * 9) return Case::title;
  return Case::normal;
}

bool opens(Key key) { return key == "\""_key || key == "("_key || key == "["_key || key == "'"_key || key == ":"_key; }

}  // namespace

Key name_key(std::string_view text, const Token& token) {
  const std::string_view form = text.substr(token.span.begin, token.span.length());
  const std::size_t dot = form.find('.');
  if (dot == std::string_view::npos || form.size() < 2 || !token.has(Token::has_letter)) return token.key;
  bool short_runs = true;
  std::uint32_t run = 0;
  for (char c : form) {
    run = c == '.' ? 0 : run + 1;
    if (run > 2) short_runs = false;
  }
  char folded[32];
  std::size_t length = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '.' && (short_runs || i + 1 == form.size())) continue;
    if (length == sizeof folded) return token.key;
    folded[length++] = form[i];
  }
  return text::key_of({folded, length});
}

Words read_words(std::string_view text, const layout::Layout& layout, const language::Language& language,
                 std::span<const times::Found> times, const Gazetteer::Names& names) {
  Words out;
  out.words.reserve(language.tokens.size());
  out.word_at.assign(language.tokens.size(), 0);
  std::size_t time = 0;
  for (const language::Sentence& sentence : language.sentences) {
    const bool known_block = sentence.block < layout.blocks.size();
    const BlockKind block = known_block ? layout.blocks[sentence.block].kind : BlockKind::paragraph;
    const bool heading = block == BlockKind::title || block == BlockKind::heading || block == BlockKind::subtitle;
    const Case writing = writing_of(language, sentence, heading);
    bool starts = true;
    bool joined = false;
    const std::uint32_t first_word = out.size();
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = language.tokens[t];
      out.word_at[t] = out.size();
      const bool inner = t > sentence.first && t + 1 < sentence.last && !token.has(Token::space_before) &&
                         !language.tokens[t + 1].has(Token::space_before) && language.tokens[t + 1].has(Token::has_letter);
      if (token.key == "-"_key && inner) {
        joined = true;
        continue;
      }
      Word word;
      word.token = t;
      word.writing = writing;
      word.key = name_key(text, token);
      if (!token.has(Token::has_letter)) {
        word.flags |= token.has(Token::has_digit) ? Word::digits : Word::mark;
      } else {
        const Look look = look_of(text, token);
        if (token.has(Token::initial_capital)) word.flags |= Word::capital;
        if (token.has(Token::all_capitals)) word.flags |= Word::capitals;
        if (look.mixed) word.flags |= Word::mixed;
        if (look.initial) word.flags |= Word::initial;
        if (starts) word.flags |= Word::starts;
        const bool proper = token.tag == Tag::propn;
        const bool capital = token.has(Token::initial_capital);
        if (writing == Case::normal ? capital && (!starts || proper || token.has(Token::all_capitals))
                                    : proper && (capital || writing == Case::lower))
          word.flags |= Word::named;
        if (look.mixed && capital) word.flags |= Word::named;
        if (const auto* person = names.persons.find(word.key)) {
          if (person->given != 0) word.flags |= Word::given;
          if (person->surname != 0) word.flags |= Word::surname;
        }
        if (look.clan) word.flags |= Word::surname;
      }
      if (joined) word.flags |= Word::joined;
      if (!known_block || layout::is_body(block)) word.flags |= Word::body;
      joined = false;
      while (time < times.size() && times[time].last <= t) ++time;
      if (time < times.size() && times[time].first <= t) {
        word.flags |= Word::dated;
        word.flags &= static_cast<std::uint16_t>(~(Word::named | Word::given | Word::surname));
      }
      if (word.has(Word::mark)) {
        starts = starts || opens(token.key);
      } else {
        starts = false;
      }
      out.words.push_back(word);
    }
    out.sentences.push_back({first_word, out.size()});
  }
  return out;
}

}  // namespace khabar::entities
