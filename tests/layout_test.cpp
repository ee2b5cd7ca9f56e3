// Runs core/layout/examples.txt and checks what must hold of the blocks of any bytes.
#include "layout/layout.h"

#include "text/utf8.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace khabar::layout {

namespace {

struct Article {
  int line = 0;
  std::string text;
  std::vector<std::pair<std::string, std::string>> blocks;  // kind, words
  std::vector<std::pair<std::string, std::string>> metadata;
};

std::string unescape(const std::string& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != '\\' || i + 1 == words.size()) {
      out += words[i];
    } else {
      ++i;
      out += '\n';
    }
  }
  return out;
}

std::vector<Article> read_articles(const std::string& path) {
  std::vector<Article> articles;
  std::ifstream in(path);
  EXPECT_TRUE(in) << path;
  std::string line;
  bool open = false;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') open = false;
    if (line.empty() || line[0] == '#' || line.rfind("//", 0) == 0) continue;
    if (!open) {
      articles.emplace_back();
      articles.back().line = number;
      open = true;
    }
    Article& article = articles.back();
    if (line == "\\") {  // an empty line of the article
      article.text += "\n";
      continue;
    }
    if (line.rfind("= ", 0) == 0) {
      const std::size_t colon = line.find(": ");
      EXPECT_NE(colon, std::string::npos) << path << ":" << number;
      article.metadata.push_back({line.substr(2, colon - 2), line.substr(colon + 2)});
      continue;
    }
    std::string join = "\n";
    if (line.rfind("+ ", 0) == 0) join = " ";
    if (line.rfind("~ ", 0) == 0) join = "      ";
    if (line.rfind("& ", 0) == 0) join = "";
    if (join != "\n") line = line.substr(2);
    const std::size_t bar = line.find(" | ");
    EXPECT_NE(bar, std::string::npos) << path << ":" << number;
    const std::string words = unescape(line.substr(bar + 3));
    if (!article.text.empty()) article.text += join;
    article.text += words;
    article.blocks.push_back({line.substr(0, bar), words});
  }
  return articles;
}

std::vector<std::string> found(const Layout& layout, const std::string& key) {
  std::vector<std::string> out;
  auto add = [&](const std::optional<Quoted>& quoted) {
    if (quoted) out.push_back(quoted->text);
  };
  if (key == "title") add(layout.title);
  if (key == "subtitle") add(layout.subtitle);
  if (key == "publisher") add(layout.publisher);
  if (key == "published") add(layout.published);
  if (key == "dateline") add(layout.dateline);
  if (key == "author")
    for (const Quoted& author : layout.authors) out.push_back(author.text);
  return out;
}

TEST(Layout, Examples) {
  const std::string path = std::string(KHABAR_SOURCE_DIR) + "/core/layout/examples.txt";
  const std::vector<Article> articles = read_articles(path);
  EXPECT_GT(articles.size(), 20u);
  for (const Article& article : articles) {
    const Layout layout = read(article.text);
    std::string seen = path + ":" + std::to_string(article.line);
    std::vector<std::pair<std::string, std::string>> got;
    for (const Block& block : layout.blocks) {
      got.push_back({std::string(to_string(block.kind)), article.text.substr(block.span.begin, block.span.length())});
      seen += "\n    " + got.back().first + " | " + got.back().second;
    }
    EXPECT_EQ(got, article.blocks) << seen;
    std::vector<std::string> authors;
    for (const auto& [key, value] : article.metadata) {
      if (key == "author") {
        authors.push_back(value);
      } else {
        EXPECT_EQ(found(layout, key), std::vector<std::string>{value}) << seen << "\n  " << key;
      }
    }
    if (!article.metadata.empty()) {
      EXPECT_EQ(found(layout, "author"), authors) << seen;
    }
  }
}

// Blocks are disjoint, in order, trimmed, and cover every byte that is neither white space nor markup.
void check_cover(const std::string& text) {
  const Layout layout = read(text);
  std::vector<char> covered(text.size(), 0);
  std::uint32_t at = 0;
  for (const Block& block : layout.blocks) {
    ASSERT_LE(at, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LE(block.span.end, text.size());
    at = block.span.end;
    for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) covered[i] = 1;
  }
  for (const Span span : layout.markup) {
    ASSERT_LE(span.end, text.size());
    for (std::uint32_t i = span.begin; i < span.end; ++i) covered[i] = 1;
  }
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded decoded = text::decode(text, i);
    const bool space = decoded.code <= ' ' || decoded.code == 0x85 || text::is_space(decoded.code);
    ASSERT_TRUE(space || covered[i]) << "byte " << i << " of a text of " << text.size();
    i += decoded.length;
  }
}

TEST(Layout, CoversAnyBytes) {
  check_cover("");
  check_cover("\n\n \t\r\n");
  check_cover("one");
  check_cover(std::string("a\0b\n\xff\xfe c\n", 10));
  std::uint64_t state = 7;
  const std::string alphabet[] = {"a",
                                  "B",
                                  " ",
                                  "    ",
                                  "\n",
                                  ".",
                                  "\xE2\x80\x9D",
                                  "\xC2\xA0",
                                  "<p>",
                                  "</p>",
                                  "<script>",
                                  "&amp;",
                                  "Leave a Reply",
                                  "(",
                                  ")",
                                  "By Ali Khan",
                                  "May 17, 2026",
                                  "\xff",
                                  ": ",
                                  "- ",
                                  "KABUL",
                                  "Published: ",
                                  "Related",
                                  "3 mins read",
                                  "@x",
                                  "1",
                                  "With inputs from",
                                  "Author Recent Posts",
                                  "<!--",
                                  "-->",
                                  "©"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += alphabet[(state >> 33) % std::size(alphabet)];
      if (state >> 63) text += ' ';
    }
    check_cover(text);
  }
}

TEST(Layout, HugeInputs) {
  check_cover(std::string(1 << 20, 'a'));
  check_cover(std::string(1 << 20, '\n'));
  check_cover(std::string(1 << 20, '<'));
  check_cover(std::string(1 << 20, ')'));
  for (const std::string unit : {"a\n", "<p>", "<a ", "Leave a Reply ", "one.Leave a Reply ", "(With inputs from ", "May 17, 2026 ", "<!--",
                                 "<script>", "KABUL: ", "a    ", "By A B, ", "&#x"}) {
    std::string text;
    while (text.size() < (1 << 20)) text += unit;
    check_cover(text);
  }
}

TEST(Layout, ReadsPageSourceAsWhatItShows) {
  const std::string text =
      "<html><head><title>Raid</title><style>p { color: red }</style></head><body><nav><a href=\"/\">Home</a> <a "
      "href=\"/w\">World</a></nav>\n"
      "<h1>Troops raid hideout</h1>\n<p>Troops raided a hideout on <b>Monday</b> and\nseized rifles,&nbsp;an officer of the regiment in "
      "the town said.</p>"
      "<script>if (a < b) { run(); }</script><footer>Contact</footer></body></html>";
  const Layout layout = read(text);
  ASSERT_TRUE(layout.title);
  EXPECT_EQ(layout.title->text, "Troops raid hideout");
  std::string kinds;
  for (const Block& block : layout.blocks) kinds += std::string(to_string(block.kind)) + " ";
  EXPECT_EQ(kinds, "boilerplate boilerplate title paragraph boilerplate ");
  for (const Block& block : layout.blocks)
    if (block.kind == BlockKind::paragraph) {
      EXPECT_EQ(text.substr(block.span.begin, 13), "Troops raided");
    }
  check_cover(text);
  const std::string words = shown(text, layout.markup);
  EXPECT_EQ(words.size(), text.size());
  EXPECT_EQ(words.find('<'), std::string::npos);
  EXPECT_EQ(shown("the city&rsquo;s", {{8, 15}}), "the city      's");
  EXPECT_TRUE(read("Is 3 < 5 & 5 > 3? <p> says so.").markup.empty());
}

TEST(Layout, BlanksAtALinesEndIndentNothing) {
  const Layout layout = read("The convoy left the \nharbour at night.");
  ASSERT_EQ(layout.blocks.size(), 1u);
}

}  // namespace

}  // namespace khabar::layout
