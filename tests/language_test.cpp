#include "language/language.h"

#include "examples.h"
#include "language/detect.h"
#include "language/links.h"
#include "language/tokens.h"
#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

namespace khabar {

namespace {

using namespace language;
using namespace text::literals;

Language read_paragraph(std::string_view text) {
  const Block block{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}};
  return read(text, std::span(&block, 1));
}

std::string word(std::string_view text, const Token& token) { return std::string(text.substr(token.span.begin, token.span.length())); }

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& s : read_paragraph(text).sentences) out.emplace_back(text.substr(s.span.begin, s.span.length()));
  return out;
}

std::string tokens_of(std::string_view text) {
  std::string out;
  for (const Token& t : read_paragraph(text).tokens) out += (out.empty() ? "" : " ") + word(text, t);
  return out;
}

/// "killed subject troops", the words of every link that is not a modifier.
std::vector<std::string> links_of(std::string_view text) {
  static const char* names[] = {"subject", "passive_subject", "agent",     "object",   "recipient", "oblique",
                                "clause",  "infinitive",      "adverbial", "modifier", "apposition"};
  const Language language = read_paragraph(text);
  const Links links(language);
  std::vector<std::string> out;
  for (const Link& l : links.all())
    if (l.kind != LinkKind::modifier)
      out.push_back(word(text, language.tokens[l.head]) + " " + names[static_cast<int>(l.kind)] + " " +
                    word(text, language.tokens[l.dependent]));
  return out;
}

/// Those of the pairs "word lemma" that hold.
std::vector<std::string> lemmas_of(std::string_view text, const std::vector<std::string>& pairs) {
  const Language language = read_paragraph(text);
  std::vector<std::string> out;
  for (const std::string& pair : pairs)
    for (const Token& t : language.tokens)
      if (pair.starts_with(word(text, t) + " ") && t.lemma == text::key_of(pair.substr(pair.find(' ') + 1))) out.push_back(pair);
  return out;
}

bool has(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

std::uint32_t find(const Language& language, Key key) {
  for (std::uint32_t i = 0; i < language.tokens.size(); ++i)
    if (language.tokens[i].key == key) return i;
  return 0;
}

VerbGroup verb_group(std::string_view text, Key verb) {
  const Language language = read_paragraph(text);
  return Links(language).verb_group(find(language, verb));
}

}  // namespace

// core/language/examples.txt (format: examples.h; what stands behind => is said there).
TEST(Language, Examples) {
  std::vector<std::string> problems;
  const std::vector<tests::Example> examples = tests::read_examples(KHABAR_SOURCE_DIR "/core/language/examples.txt", problems);
  for (const std::string& problem : problems) ADD_FAILURE() << problem;
  EXPECT_GT(examples.size(), 20u);
  for (const tests::Example& example : examples) {
    const std::string where = "core/language/examples.txt:" + std::to_string(example.line) + ": " + example.text;
    if (example.section == "sentences") {
      EXPECT_EQ(sentences_of(example.text), example.facts) << where;
    } else if (example.section == "tokens") {
      EXPECT_EQ(std::vector<std::string>{tokens_of(example.text)}, example.facts) << where;
    } else {
      const std::vector<std::string> found = example.section == "lemmas" ? lemmas_of(example.text, example.facts) : links_of(example.text);
      for (const std::string& wanted : example.facts) EXPECT_TRUE(has(found, wanted)) << where << "\n  wanted: " << wanted;
    }
  }
}

TEST(Tokens, LexiconRowsSplitAsArticlesDo) {
  for (const char* name :
       {"Lashkar-e-Taiba", "Jama'at-ul-Ahrar", "St. Petersburg", "al-Qaeda", "Inter-Services Intelligence", "U.S. Army", "A/RES/60"}) {
    const std::string text = std::string("We saw ") + name + " there.";
    const std::vector<Key> row = keys_of(name);
    const Language language = read_paragraph(text);
    ASSERT_GE(language.tokens.size(), row.size() + 2) << name;
    for (std::size_t i = 0; i < row.size(); ++i) EXPECT_EQ(language.tokens[i + 2].key, row[i]) << name << " " << i;
  }
}

// Words of ASCII letters between blanks are read on a short way, those before a no-break space on the long one: to the same end.
TEST(Tokens, TheShortWayAndTheLongOneAgree) {
  const std::string text =
      "We cannot GO, (Gonna \"Stay\"); NATO wanna I dont isnt want at www user@example.org a,b;c)d foo\"www.example.org cant\n"
      "Kill a cat, data or CANNOT; wouldnt";
  std::string slow;
  for (const char c : text) slow += c == ' ' ? std::string("\u00A0") : std::string(1, c);
  const std::vector<Token> one = tokenize(text), other = tokenize(slow);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(word(text, one[i]), word(slow, other[i]));
    EXPECT_EQ(one[i].key, other[i].key) << word(text, one[i]);
    EXPECT_EQ(one[i].flags, other[i].flags) << word(text, one[i]);
  }
}

TEST(Tokens, KeysReadOffANameAreThoseOfItsTokens) {
  std::uint32_t plain = 0, all = 0;
  auto check = [&](std::string_view name) {
    std::vector<Key> keys, wanted;
    ++all;
    if (!append_plain_keys(name, keys)) {
      EXPECT_TRUE(keys.empty()) << name;
      return;
    }
    ++plain;
    std::vector<Token> tokens;
    append_tokens(name, {0, static_cast<std::uint32_t>(name.size())}, false, tokens);
    for (const Token& token : tokens)
      if (token.key != "-"_key) wanted.push_back(token.key);
    EXPECT_EQ(keys, wanted) << name;
  };
  for (const std::string_view file : {"places", "organizations", "armed_groups", "surnames", "given_names", "titles", "programmes"}) {
    const lexicon::Table table(lexicon::packed("mentions/lexicons/" + std::string(file) + ".tsv"));
    for (const lexicon::Row& row : table.rows()) check(row[0]);
  }
  EXPECT_GT(plain * 10, all * 8);
  for (const std::string_view name : {"", " ", "-", "Cannot Stop", "anti-terror squad", "Al--Noor", "Al-", "-Noor", "Al Noor ", "Al  Noor",
                                      "didnt", "co-op", "O'Hara", "U.S. Army", "3rd Corps", "Müller", "x", "Abu-l-Fazl"})
    check(name);
}

TEST(Tags, CapitalsAndLowerCaseReadAlike) {
  for (const char* text : {"Militants killed three soldiers near the border.", "MILITANTS KILLED THREE SOLDIERS NEAR THE BORDER.",
                           "militants killed three soldiers near the border."}) {
    const Language language = read_paragraph(text);
    ASSERT_EQ(language.tokens.size(), 8u);
    EXPECT_EQ(language.tokens[0].tag, Tag::noun) << text;
    EXPECT_EQ(language.tokens[1].tag, Tag::verb) << text;
    EXPECT_EQ(language.tokens[1].form, Form::past) << text;
    EXPECT_EQ(language.tokens[1].lemma, "kill"_key) << text;
    EXPECT_EQ(language.tokens[3].lemma, "soldier"_key) << text;
  }
}

TEST(VerbGroups, TenseModalityVoiceNegation) {
  VerbGroup g = verb_group("Troops will not attack the village.", "attack"_key);
  EXPECT_EQ(g.tense, Tense::future);
  EXPECT_EQ(g.modality, Modality::will);
  EXPECT_TRUE(g.negated);
  g = verb_group("The bridge has been destroyed.", "destroyed"_key);
  EXPECT_TRUE(g.perfect);
  EXPECT_TRUE(g.passive);
  EXPECT_EQ(g.tense, Tense::present);
  g = verb_group("They agreed to share data.", "share"_key);
  EXPECT_TRUE(g.infinitive);
  EXPECT_EQ(g.tense, Tense::none);
  g = verb_group("The army is fighting rebels.", "fighting"_key);
  EXPECT_TRUE(g.progressive);
  g = verb_group("The state should expand patrols.", "expand"_key);
  EXPECT_EQ(g.modality, Modality::should);
  g = verb_group("If the talks fail, war will return.", "fail"_key);
  EXPECT_TRUE(g.conditional);
}

TEST(NounGroups, DeterminerToHeadAndPrepositions) {
  const std::string text = "At least 32 police officers from the northern province were hurt.";
  const Language language = read_paragraph(text);
  const NounGroup g = Links(language).noun_group(find(language, "officers"_key));
  EXPECT_EQ(text.substr(g.full.begin, g.full.length()).substr(0, 3), "At ");
  EXPECT_TRUE(text.substr(g.full.begin, g.full.length()).ends_with("province"));
  EXPECT_TRUE(text.substr(g.span.begin, g.span.length()).ends_with("officers"));
}

TEST(Detect, EnglishAndNot) {
  auto english = [](std::string_view text) { return looks_english(text, read_paragraph(text)); };
  // Headlines have few function words, other languages their own.
  EXPECT_TRUE(english("Rebels storm harbour town, seize two patrol boats, burn customs house"));
  EXPECT_TRUE(english("ARMY RETAKES HARBOUR TOWN, REBELS FLEE NORTH, TWO BOATS SUNK"));
  EXPECT_FALSE(english("El gobierno dijo que los rebeldes no van a dejar las armas en la costa."));
  EXPECT_FALSE(english("Wazir ne kaha ke jang jari rahe gi aur aman qaim ho ga."));
  EXPECT_TRUE(english("The army said on Monday that five men had been killed in the raid near the border."));
  EXPECT_FALSE(english("El ej\u00E9rcito dijo el lunes que cinco hombres murieron en la redada cerca de la frontera con el vecino."));
  EXPECT_FALSE(english("Die Armee teilte am Montag mit, dass f\u00FCnf M\u00E4nner bei dem Einsatz nahe der Grenze get\u00F6tet wurden."));
  EXPECT_FALSE(english("\u0641\u0648\u062C \u0646\u06D2 \u067E\u06CC\u0631 \u06A9\u0648 \u0628\u062A\u0627\u06CC\u0627"));
}

TEST(Language, SurvivesAnyBytesAndTilesTheText) {
  std::uint64_t state = 88172645463325252u;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    static const char* parts[] = {
        "a", "The ", ". ",   "'s", "-",   "U.S.",  "\xFF", "\xE2\x80", "\u2019", "\u201C", "1,000", "@x.y ",  "http://",
        " ", "\n",   "\n\n", "!?", "...", ". . .", "(1) ", "\0x",      "\u200B", "Mr",     "n't",   "\u00AD", "\xF0\x9F\x98\x80"};
    for (int i = 0; i < 60; ++i) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      text += parts[state % (sizeof parts / sizeof *parts)];
    }
    const std::string copy(text.data(), text.size());
    const Language language = read_paragraph(copy);
    std::uint32_t at = 0;
    for (const Sentence& s : language.sentences) {
      ASSERT_LE(at, s.span.begin);
      ASSERT_LT(s.span.begin, s.span.end);
      ASSERT_LE(s.span.end, copy.size());
      at = s.span.end;
      std::uint32_t inside = s.span.begin;
      std::uint32_t roots = 0;
      for (std::uint32_t i = s.first; i < s.last; ++i) {
        const Token& t = language.tokens[i];
        ASSERT_LE(inside, t.span.begin);
        ASSERT_LT(t.span.begin, t.span.end);
        ASSERT_LE(t.span.end, s.span.end);
        inside = t.span.end;
        ASSERT_GE(t.head, s.first);
        ASSERT_LT(t.head, s.last);
        roots += t.head == i;
      }
      ASSERT_EQ(roots, 1u);
    }
    const Links links(language);
    for (std::uint32_t i = 0; i < language.tokens.size(); ++i) {
      const NounGroup g = links.noun_group(i);
      ASSERT_LE(g.first, i);
      ASSERT_GT(g.last, i);
      links.verb_group(i);
    }
  }
}

TEST(Language, RepairsLeaveATree) {
  static const char* parts[] = {"Chad ",     "Chad's ",  "Niger, ", ", who ",      ", which ",     "and ",       "the ",      "bringing ",
                                "together ", "that ",    "said ",   "said that ",  "today ",       "this week ", "war-torn ", "on Monday ",
                                "could ",    "states ",  "to ",     "up to 400 ",  "of ",          "urged ",     "army ",     "killed ",
                                "has ",      "to stay ", "it ",     "is a start ", "with rebels ", "in Gao ",    "talks ",    ", "};
  std::uint64_t state = 88172645463325252u;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      text += parts[state % std::size(parts)];
    }
    const Language language = read_paragraph(text);
    for (std::uint32_t i = 0; i < language.tokens.size(); ++i) {
      std::uint32_t above = i;
      for (std::size_t steps = 0; language.tokens[above].head != above; ++steps) {
        ASSERT_LT(steps, language.tokens.size()) << text;
        above = language.tokens[above].head;
      }
    }
  }
}

TEST(Language, LinearInTheText) {
  std::string stops(300000, '.'), solid(300000, 'a'), quotes, commas, list;
  for (int i = 0; i < 60000; ++i) quotes += "a.\" ", commas += "x, of y ", list += "1. a ";
  for (const std::string& text : {stops, solid, quotes, commas, list}) {
    const std::clock_t begin = std::clock();  // of the processor: whatever else the machine does meanwhile
    const Language language = read_paragraph(text);
    const Links links(language);
    for (std::uint32_t i = 0; i < language.tokens.size(); ++i) links.noun_group(i);
    // Half a megabyte takes a fraction of a second; anything quadratic takes minutes.
    EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 30.0);
  }
}

TEST(Language, WordClassesGatherWordsOfLikeCompany) {
  const Language language = read_paragraph("Militants and insurgents denounced and condemned xqzzyw in Karachi and LAHORE.");
  auto of = [&](Key key) { return int{language.tokens[find(language, key)].word_class}; };
  EXPECT_EQ(of("militants"_key), of("insurgents"_key));
  EXPECT_EQ(of("denounced"_key), of("condemned"_key));
  EXPECT_EQ(of("karachi"_key), of("lahore"_key));
  EXPECT_NE(of("karachi"_key) >> 2, of("militants"_key) >> 2);
  EXPECT_EQ(of("xqzzyw"_key), 0);
}

}  // namespace khabar
