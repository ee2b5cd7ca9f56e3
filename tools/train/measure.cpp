// khabar_measure_language: the language layer against gold CoNLL-U files.
//
//   khabar_measure_language [--models DIR] FILE.conllu ...      (with models other than those compiled in: gold tokens only)
//
// Tags: on gold tokens, as they are, in capitals, in lower case. Sentences, tokens and links: from raw text, paragraph by paragraph
// (words are compared by their characters, white space left out, as the CoNLL 2018 shared task did). A link is right where its
// kind, head word, argument's head word and, for obliques, preposition are; gold links are made from the gold trees by the same
// collapsing (core/language/links.cpp).
#include "conllu.h"

#include "language/attachment.h"
#include "language/features.h"
#include "language/lemmas.h"
#include "language/links.h"
#include "language/parser.h"
#include "language/readings.h"
#include "language/retagger.h"
#include "language/tagger.h"
#include "lexicon/table.h"
#include "text/utf8.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

namespace {

using namespace khabar;
using namespace khabar::language;
using namespace khabar::train;

struct Score {
  long right = 0, found = 0, gold = 0;
  double precision() const { return found ? 100.0 * static_cast<double>(right) / static_cast<double>(found) : 0; }
  double recall() const { return gold ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0; }
  double f1() const { return found + gold ? 200.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

const char* link_names[] = {"subject", "passive_subject", "agent",     "object",   "recipient", "oblique",
                            "clause",  "infinitive",      "adverbial", "modifier", "apposition"};
const char* named_prepositions[] = {"of", "in", "at", "on", "by", "with", "against", "between", "from", "to"};

// The compiled-in models, or those of a folder.
std::string model(const std::string& folder, const std::string& name) {
  if (folder.empty()) return std::string(lexicon::packed("language/models/" + name));
  std::ifstream in(folder + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Models {
  explicit Models(const std::string& folder)
      : tagger(model(folder, "tagger.bin"), model(folder, "words.bin")),
        retagger(model(folder, "retagger.bin")),
        parser(model(folder, "moves.bin"), model(folder, "labels.bin"), model(folder, "judge.bin")),
        attacher(model(folder, "attachment.bin")) {}
  Tagger tagger;
  Retagger retagger;
  Parser parser;
  Attacher attacher;
};

void measure_tags(const Models& models, const std::vector<GoldSentence>& data, Case how, const char* name) {
  long total = 0, tags = 0, both = 0, heads = 0, labelled = 0, words = 0;
  long lemmas = 0, lemma_total = 0;
  std::vector<Word> scratch;
  std::vector<Doubt> doubts;
  std::vector<Reading> readings;
  ParseState state;
  Phrases phrases;
  for (const GoldSentence& gold : data) {
    const GoldSentence s = how == Case::as_is ? gold : in_case(gold, how);
    std::vector<Token> tokens = s.tokens;
    std::vector<std::uint8_t> classes;
    doubts.clear();
    readings.clear();
    models.tagger.tag(s.text, tokens.data(), tokens.data() + tokens.size(), scratch, classes, doubts);
    models.retagger.retag(tokens.data(), scratch, doubts, classes.data(), readings);
    for (Token& t : tokens) t.lemma = lemma_of(s.text, t);
    choose_readings(s.text, tokens.data(), readings);
    models.parser.parse(tokens.data(), tokens.data() + tokens.size(), 0, classes.data(), readings, state);
    take_readings(s.text, tokens.data(), readings, classes.data());
    models.attacher.attach(tokens.data(), tokens.size(), 0, phrases);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token &t = tokens[i], &g = s.tokens[i];
      ++total;
      tags += t.tag == g.tag;
      both += classes[i] == class_of(g.tag, g.form);
      if (g.tag == Tag::punct) continue;
      ++words;
      heads += t.head == g.head;
      labelled += t.head == g.head && t.relation == g.relation;
      if (g.tag != Tag::verb && g.tag != Tag::noun) continue;
      ++lemma_total;
      lemmas += t.lemma == text::key_of(gold.lemmas[i]);
    }
  }
  auto share = [](long a, long b) { return b ? 100.0 * static_cast<double>(a) / static_cast<double>(b) : 0; };
  std::printf(
      "tags %-8s gold tokens %ld: universal tag %.2f %%, tag and form %.2f %%; without punctuation: heads %.2f %%, with relation %.2f %%; "
      "lemmas of verbs and nouns %.2f %%\n",
      name, total, share(tags, total), share(both, total), share(heads, words), share(labelled, words), share(lemmas, lemma_total));
}

// A paragraph's text and its gold sentences put together.
struct Paragraph {
  std::string text;
  Language gold;
};

std::vector<Paragraph> paragraphs_of(const std::vector<GoldSentence>& data) {
  std::vector<Paragraph> out;
  bool space = false;
  for (const GoldSentence& s : data) {
    if (out.empty() || s.new_paragraph) {
      out.emplace_back();
      space = false;
    }
    Paragraph& p = out.back();
    if (space) p.text += ' ';
    const std::uint32_t shift = static_cast<std::uint32_t>(p.text.size()), first = static_cast<std::uint32_t>(p.gold.tokens.size());
    p.text += s.text;
    space = s.space_after;
    Sentence sentence;
    sentence.first = first;
    for (Token t : s.tokens) {
      t.span.begin += shift;
      t.span.end += shift;
      t.head += first;
      t.sentence = static_cast<std::uint32_t>(p.gold.sentences.size());
      t.lemma = lemma_of(p.text, t);
      p.gold.tokens.push_back(t);
    }
    sentence.last = static_cast<std::uint32_t>(p.gold.tokens.size());
    sentence.span = {p.gold.tokens[first].span.begin, p.gold.tokens.back().span.end};
    p.gold.sentences.push_back(sentence);
  }
  return out;
}

using LinkKey = std::tuple<LinkKind, std::uint32_t, std::uint32_t, Key, bool>;  // the last: of a verb

std::set<LinkKey> links_of(const Language& language) {
  std::set<LinkKey> out;
  const Links links(language);
  for (const Link& l : links.all()) {
    const Token &h = language.tokens[l.head], &d = language.tokens[l.dependent];
    if (l.kind == LinkKind::modifier) continue;  // noun groups are measured by themselves
    out.insert({l.kind, h.span.begin, d.span.begin, l.kind == LinkKind::oblique ? l.preposition : 0, h.tag == Tag::verb});
  }
  return out;
}

std::set<std::tuple<std::uint32_t, std::uint32_t>> noun_groups_of(const Language& language) {
  std::set<std::tuple<std::uint32_t, std::uint32_t>> out;
  const Links links(language);
  for (std::uint32_t i = 0; i < language.tokens.size(); ++i) {
    const Token& t = language.tokens[i];
    if (t.tag != Tag::noun && t.tag != Tag::propn) continue;
    if (t.relation == Relation::compound || t.relation == Relation::flat || t.relation == Relation::fixed) continue;
    const NounGroup g = links.noun_group(i);
    out.insert({g.span.begin, g.span.end});
  }
  return out;
}

// The ten prepositions whose attachment facts need.
bool is_named_preposition(Key p) {
  for (const char* name : named_prepositions)
    if (p == text::key_of(name)) return true;
  return false;
}

// Is it one of the links that the layer was asked for? The others are read as well: adverbial clauses, further prepositions, and
// obliques without one ("on Monday" is asked for, "Monday" is not).
bool is_named(LinkKind kind, Key preposition) {
  if (kind == LinkKind::adverbial) return false;
  return kind != LinkKind::oblique || is_named_preposition(preposition);
}

struct LinkScores {
  Score core, verbs, all, named, named_verbs;
  std::map<LinkKind, Score> by_kind;
  std::map<Key, Score> by_preposition;

  void add(const Language& gold_language, const Language& found) {
    const std::set<LinkKey> gold = links_of(gold_language), mine = links_of(found);
    count(gold, gold, mine, &Score::gold);
    count(mine, gold, mine, &Score::found);
  }

 private:
  static bool same(const std::set<LinkKey>& links, LinkKey l) {  // whether or not the head was tagged a verb
    std::get<4>(l) = false;
    if (links.count(l)) return true;
    std::get<4>(l) = true;
    return links.count(l) != 0;
  }
  void count(const std::set<LinkKey>& links, const std::set<LinkKey>& gold, const std::set<LinkKey>& mine, long Score::*member) {
    for (const LinkKey& l : links) {
      const LinkKind kind = std::get<0>(l);
      const bool right = same(gold, l) && same(mine, l);
      auto add = [&](Score& s) {
        ++(s.*member);
        if (right && member == &Score::gold) ++s.right;
      };
      add(by_kind[kind]);
      add(all);
      if (kind == LinkKind::subject || kind == LinkKind::object || kind == LinkKind::passive_subject || kind == LinkKind::agent) {
        add(core);
        if (std::get<4>(l)) add(verbs);
      }
      if (is_named(kind, std::get<3>(l))) {
        add(named);
        if (std::get<4>(l)) add(named_verbs);
      }
      if (kind == LinkKind::oblique) add(by_preposition[std::get<3>(l)]);
    }
  }
};

// Links where sentences and tokens are given, and tags too where `gold_tags`: what the tree alone loses.
void measure_trees(const Models& models, const std::vector<GoldSentence>& data, bool gold_tags) {
  LinkScores scores;
  std::vector<Word> scratch;
  std::vector<Doubt> doubts;
  std::vector<Reading> readings;
  ParseState state;
  Phrases phrases;
  for (const Paragraph& p : paragraphs_of(data)) {
    Language found = p.gold;
    for (const Sentence& s : found.sentences) {
      Token *first = found.tokens.data() + s.first, *last = found.tokens.data() + s.last;
      std::vector<std::uint8_t> classes;
      doubts.clear();
      readings.clear();
      models.tagger.tag(p.text, first, last, scratch, classes, doubts);
      models.retagger.retag(first, scratch, doubts, classes.data(), readings);
      for (Token* t = first; t != last; ++t) {
        const Token& gold = p.gold.tokens[static_cast<std::size_t>(t - found.tokens.data())];
        if (gold_tags) {
          t->tag = gold.tag;
          t->form = gold.form;
          classes[static_cast<std::size_t>(t - first)] = class_of(t->tag, t->form);
        }
        t->lemma = lemma_of(p.text, *t);
      }
      if (gold_tags) readings.clear();
      choose_readings(p.text, first, readings);
      models.parser.parse(first, last, s.first, classes.data(), readings, state);
      take_readings(p.text, first, readings, classes.data());
      models.attacher.attach(first, static_cast<std::size_t>(last - first), s.first, phrases);
    }
    scores.add(p.gold, found);
  }
  std::printf("links F1, gold tokens%s: core %.2f, core of verbs %.2f, named %.2f, named of verbs %.2f, all %.2f\n",
              gold_tags ? " and tags" : "", scores.core.f1(), scores.verbs.f1(), scores.named.f1(), scores.named_verbs.f1(),
              scores.all.f1());
}

void measure_text(const std::vector<GoldSentence>& data, bool list_errors) {
  Score sentences, tokens, groups;
  LinkScores links;
  long right_tags = 0;
  std::size_t bytes = 0;
  std::chrono::duration<double> spent{};
  for (const Paragraph& p : paragraphs_of(data)) {
    const Block block{BlockKind::paragraph, {0, static_cast<std::uint32_t>(p.text.size())}};
    const auto begin = std::chrono::steady_clock::now();
    const Language found = read(p.text, std::span(&block, 1));
    spent += std::chrono::steady_clock::now() - begin;
    bytes += p.text.size();
    std::set<std::pair<std::uint32_t, std::uint32_t>> gold_sentences, gold_tokens;
    for (const Sentence& s : p.gold.sentences) gold_sentences.insert({s.span.begin, s.span.end});
    std::map<std::pair<std::uint32_t, std::uint32_t>, Tag> tags;
    for (const Token& t : p.gold.tokens) tags[{t.span.begin, t.span.end}] = t.tag;
    sentences.gold += static_cast<long>(gold_sentences.size());
    sentences.found += static_cast<long>(found.sentences.size());
    for (const Sentence& s : found.sentences) {
      const bool right = gold_sentences.count({s.span.begin, s.span.end}) != 0;
      sentences.right += right;
      if (!right && list_errors) std::printf("S- %s\n", p.text.substr(s.span.begin, s.span.length()).c_str());
    }
    if (list_errors) {
      std::set<std::pair<std::uint32_t, std::uint32_t>> mine;
      for (const Sentence& s : found.sentences) mine.insert({s.span.begin, s.span.end});
      for (const Sentence& s : p.gold.sentences)
        if (!mine.count({s.span.begin, s.span.end})) std::printf("S+ %s\n", p.text.substr(s.span.begin, s.span.length()).c_str());
    }
    tokens.gold += static_cast<long>(tags.size());
    tokens.found += static_cast<long>(found.tokens.size());
    for (const Token& t : found.tokens) {
      const auto at = tags.find({t.span.begin, t.span.end});
      if (at == tags.end()) {
        if (list_errors)
          std::printf("T- %s   in %s\n", p.text.substr(t.span.begin, t.span.length()).c_str(),
                      p.text.substr(t.span.begin < 15 ? 0 : t.span.begin - 15, 40).c_str());
        continue;
      }
      ++tokens.right;
      right_tags += at->second == t.tag;
    }
    links.add(p.gold, found);
    const auto gold_groups = noun_groups_of(p.gold), my_groups = noun_groups_of(found);
    groups.gold += static_cast<long>(gold_groups.size());
    groups.found += static_cast<long>(my_groups.size());
    for (const auto& g : my_groups) groups.right += static_cast<long>(gold_groups.count(g));
  }
  auto line = [](const char* name, const Score& s) {
    std::printf("  %-16s precision %5.1f  recall %5.1f  F1 %5.1f  (%ld gold)\n", name, s.precision(), s.recall(), s.f1(), s.gold);
  };
  std::printf("from raw text (%zu bytes, %.1f MB/s)\n", bytes, static_cast<double>(bytes) / 1e6 / spent.count());
  line("sentences", sentences);
  line("tokens", tokens);
  std::printf("  universal tags   F1 %.2f\n", 200.0 * static_cast<double>(right_tags) / static_cast<double>(tokens.found + tokens.gold));
  line("noun groups", groups);
  for (const auto& [kind, s] : links.by_kind) line(link_names[static_cast<int>(kind)], s);
  for (const char* p : named_prepositions) line((std::string("  ") + p).c_str(), links.by_preposition[text::key_of(p)]);
  line("CORE", links.core);
  line("CORE of verbs", links.verbs);
  line("NAMED LINKS", links.named);
  line("NAMED of verbs", links.named_verbs);
  line("ALL LINKS", links.all);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files;
  std::string folder;
  bool errors = false, tags_only = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--errors") == 0) {
      errors = true;
    } else if (std::strcmp(argv[i], "--tags") == 0) {
      tags_only = true;
    } else if (std::strcmp(argv[i], "--models") == 0 && i + 1 < argc) {
      folder = argv[++i];
    } else {
      files.push_back(argv[i]);
    }
  }
  if (files.empty()) {
    std::fprintf(stderr, "usage: khabar_measure_language [--errors] [--tags] [--models DIR] FILE.conllu ...\n");
    return 2;
  }
  const std::vector<GoldSentence> data = read_conllu(files);
  const Models models(folder);
  measure_tags(models, data, Case::as_is, "as is");
  measure_tags(models, data, Case::upper, "CAPITALS");
  measure_tags(models, data, Case::lower, "lower");
  if (tags_only) return 0;
  measure_trees(models, data, true);
  measure_trees(models, data, false);
  if (folder.empty()) measure_text(data, errors);
}
