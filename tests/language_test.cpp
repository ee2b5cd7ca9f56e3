#include "language/language.h"

#include "language/detect.h"
#include "language/links.h"
#include "lexicon/phrases.h"
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <chrono>
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

TEST(Sentences, StopsThatEndNothing) {
  for (const char* one : {
           "Gen. Asim Khan met Lt. Col. R. K. Singh at 5 p.m. on Monday.",
           "The U.S. Army paid $3.5 million to Al Noor Co. in Jan. 2021.",
           "No. 7 Battalion, i.e. the reserve, left Mt. Kaya for St. John.",
           "See https://news.example.org/a.b/c?d=1.2 for more.",
           "Write to desk.one@example.org or call Maj. Gen. Noor.",
           "Prices rose 2.5 per cent vs. 1.9 per cent a year ago.",
       })
    EXPECT_EQ(sentences_of(one).size(), 1u) << one;
}

TEST(Sentences, StopsThatEndASentence) {
  EXPECT_EQ(sentences_of("They fled.The army followed."), (std::vector<std::string>{"They fled.", "The army followed."}));
  EXPECT_EQ(sentences_of("He came from the U.S. He left at once."),
            (std::vector<std::string>{"He came from the U.S.", "He left at once."}));
  EXPECT_EQ(sentences_of("\u201CWe will not stop.\u201D The minister left."),
            (std::vector<std::string>{"\u201CWe will not stop.\u201D", "The minister left."}));
  EXPECT_EQ(sentences_of("they came at dawn. nobody saw them. then they left."),
            (std::vector<std::string>{"they came at dawn.", "nobody saw them.", "then they left."}));
  EXPECT_EQ(sentences_of("1. Stop the raids 2. Open the road 3. Free the men").size(), 3u);
  EXPECT_EQ(sentences_of("\"It is over,\" he said. \"Go home.\" They went.").size(), 3u);
}

TEST(Tokens, AsUniversalDependenciesSplits) {
  EXPECT_EQ(tokens_of("Pakistan's troops can't leave."), "Pakistan 's troops ca n't leave .");
  EXPECT_EQ(tokens_of("Pakistan\u2019s troops won\u2019t."), "Pakistan \u2019s troops wo n\u2019t .");
  EXPECT_EQ(tokens_of("The anti-terror unit of Tehrik-i-Taliban"), "The anti-terror unit of Tehrik - i - Taliban");
  EXPECT_EQ(tokens_of("U.S. forces, 1,200 of them, at 5:30 p.m."), "U.S. forces , 1,200 of them , at 5:30 p.m.");
  EXPECT_EQ(tokens_of("He paid $5m and/or 20kg at 10am."), "He paid $ 5 m and / or 20 kg at 10 am .");
  EXPECT_EQ(tokens_of("O'Brien and Qur'an"), "O'Brien and Qur'an");
  EXPECT_EQ(tokens_of("the soldiers' camp..."), "the soldiers ' camp ...");
  EXPECT_EQ(tokens_of("see www.example.org/x."), "see www.example.org/x .");
  EXPECT_EQ(tokenize("").size(), 0u);
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

TEST(Lemmas, IrregularAndRegular) {
  const Language l = read_paragraph("They fled and the countries were seized, armies carrying men who had fought and stopped.");
  for (const Key lemma :
       {"flee"_key, "country"_key, "be"_key, "seize"_key, "army"_key, "carry"_key, "man"_key, "have"_key, "fight"_key, "stop"_key}) {
    bool found = false;
    for (const Token& t : l.tokens) found |= t.lemma == lemma;
    EXPECT_TRUE(found) << lemma;
  }
}

TEST(Links, PassiveAgentRelativeAndReducedRelative) {
  const auto links = links_of("Militants who fled the town were killed by troops in Swat and Dir.");
  EXPECT_TRUE(has(links, "killed passive_subject Militants"));
  EXPECT_TRUE(has(links, "killed agent troops"));
  EXPECT_TRUE(has(links, "fled subject Militants"));
  EXPECT_TRUE(has(links, "fled object town"));
  EXPECT_TRUE(has(links, "killed oblique Swat"));
  EXPECT_TRUE(has(links, "killed oblique Dir"));
  EXPECT_TRUE(has(links_of("The soldiers killed in the attack were buried."), "killed passive_subject soldiers"));
}

TEST(Links, ControlCoordinationAndClauses) {
  auto links = links_of("Turkey and Iraq agreed to share intelligence.");
  EXPECT_TRUE(has(links, "agreed infinitive share"));
  EXPECT_TRUE(has(links, "share subject Turkey"));
  EXPECT_TRUE(has(links, "share subject Iraq"));
  EXPECT_TRUE(has(links, "share object intelligence"));
  links = links_of("The minister urged Kabul to act.");
  EXPECT_TRUE(has(links, "act subject Kabul"));
  links = links_of("Gunmen attacked a convoy and burned two trucks.");
  EXPECT_TRUE(has(links, "burned subject Gunmen"));
  links = links_of("Police said that the men attacked the office.");
  EXPECT_TRUE(has(links, "said clause attacked"));
  EXPECT_TRUE(has(links, "said subject Police"));
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

TEST(Language, LinearInTheText) {
  std::string stops(300000, '.'), solid(300000, 'a'), quotes, commas, list;
  for (int i = 0; i < 60000; ++i) quotes += "a.\" ", commas += "x, of y ", list += "1. a ";
  for (const std::string& text : {stops, solid, quotes, commas, list}) {
    const auto begin = std::chrono::steady_clock::now();
    const Language language = read_paragraph(text);
    const Links links(language);
    for (std::uint32_t i = 0; i < language.tokens.size(); ++i) links.noun_group(i);
    // Half a megabyte takes a fraction of a second; anything quadratic takes minutes.
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 30.0);
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
