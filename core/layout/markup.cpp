#include "layout/markup.h"

#include "text/key.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

enum class Element : std::uint8_t { inline_, block, hidden, chrome };

struct Known {
  Key name;
  Element element;
  Hint hint;
};

// Elements of HTML Living Standard, section 4; what pages keep in them is the practice of news sites.
constexpr Known known[] = {
    {"p"_key, Element::block, Hint::none},
    {"div"_key, Element::block, Hint::none},
    {"br"_key, Element::block, Hint::none},
    {"hr"_key, Element::block, Hint::none},
    {"html"_key, Element::block, Hint::none},
    {"body"_key, Element::block, Hint::none},
    {"head"_key, Element::block, Hint::none},
    {"article"_key, Element::block, Hint::none},
    {"section"_key, Element::block, Hint::none},
    {"main"_key, Element::block, Hint::none},
    {"header"_key, Element::block, Hint::none},
    {"ul"_key, Element::block, Hint::none},
    {"ol"_key, Element::block, Hint::none},
    {"dl"_key, Element::block, Hint::none},
    {"dt"_key, Element::block, Hint::none},
    {"dd"_key, Element::block, Hint::none},
    {"table"_key, Element::block, Hint::none},
    {"tr"_key, Element::block, Hint::none},
    {"td"_key, Element::block, Hint::none},
    {"th"_key, Element::block, Hint::none},
    {"tbody"_key, Element::block, Hint::none},
    {"thead"_key, Element::block, Hint::none},
    {"pre"_key, Element::block, Hint::none},
    {"figure"_key, Element::block, Hint::none},
    {"address"_key, Element::block, Hint::none},
    {"details"_key, Element::block, Hint::none},
    {"li"_key, Element::block, Hint::list_item},
    {"blockquote"_key, Element::block, Hint::quote},
    {"h1"_key, Element::block, Hint::title},
    {"h2"_key, Element::block, Hint::heading},
    {"h3"_key, Element::block, Hint::heading},
    {"h4"_key, Element::block, Hint::heading},
    {"h5"_key, Element::block, Hint::heading},
    {"h6"_key, Element::block, Hint::heading},
    {"title"_key, Element::block, Hint::title},
    {"figcaption"_key, Element::block, Hint::caption},
    {"nav"_key, Element::chrome, Hint::boilerplate},
    {"footer"_key, Element::chrome, Hint::boilerplate},
    {"aside"_key, Element::chrome, Hint::boilerplate},
    {"form"_key, Element::chrome, Hint::boilerplate},
    {"button"_key, Element::chrome, Hint::boilerplate},
    {"select"_key, Element::chrome, Hint::boilerplate},
    {"script"_key, Element::hidden, Hint::none},
    {"style"_key, Element::hidden, Hint::none},
    {"noscript"_key, Element::hidden, Hint::none},
    {"svg"_key, Element::hidden, Hint::none},
    {"template"_key, Element::hidden, Hint::none},
    {"iframe"_key, Element::hidden, Hint::none},
    {"textarea"_key, Element::hidden, Hint::none},
    {"object"_key, Element::hidden, Hint::none},
    {"a"_key, Element::inline_, Hint::none},
    {"b"_key, Element::inline_, Hint::none},
    {"i"_key, Element::inline_, Hint::none},
    {"u"_key, Element::inline_, Hint::none},
    {"s"_key, Element::inline_, Hint::none},
    {"em"_key, Element::inline_, Hint::none},
    {"strong"_key, Element::inline_, Hint::none},
    {"span"_key, Element::inline_, Hint::none},
    {"img"_key, Element::inline_, Hint::none},
    {"link"_key, Element::inline_, Hint::none},
    {"meta"_key, Element::inline_, Hint::none},
    {"small"_key, Element::inline_, Hint::none},
    {"sup"_key, Element::inline_, Hint::none},
    {"sub"_key, Element::inline_, Hint::none},
    {"font"_key, Element::inline_, Hint::none},
    {"time"_key, Element::inline_, Hint::none},
    {"cite"_key, Element::inline_, Hint::none},
    {"q"_key, Element::inline_, Hint::none},
    {"abbr"_key, Element::inline_, Hint::none},
    {"mark"_key, Element::inline_, Hint::none},
    {"input"_key, Element::inline_, Hint::none},
    {"label"_key, Element::inline_, Hint::none},
    {"picture"_key, Element::inline_, Hint::none},
    {"source"_key, Element::inline_, Hint::none},
    {"video"_key, Element::inline_, Hint::none},
    {"audio"_key, Element::inline_, Hint::none},
    {"center"_key, Element::block, Hint::none},
    {"path"_key, Element::inline_, Hint::none},
};

const Known* find_known(Key name) {
  for (const Known& entry : known)
    if (entry.name == name) return &entry;
  return nullptr;
}

struct Tag {
  std::size_t end = 0;  // past ">"; 0: no tag here
  Key name = 0;
  bool closing = false;
  bool empty = false;  // <br/>
};

// A tag's attributes are short; a "<" that finds no ">" soon is text, and looking no further keeps the scan linear.
constexpr std::size_t longest_tag = 4096;

Tag tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const std::size_t name = i;
  while (i < text.size() && i - name < 12 && is_name(text[i])) ++i;
  if (i == name || !is_letter(text[name])) return {};
  if (i < text.size() && text[i] != '>' && text[i] != '/' && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
    return {};
  tag.name = text::key_of(text.substr(name, i - name));
  if (find_known(tag.name) == nullptr) return {};
  const std::size_t limit = std::min(text.size(), at + longest_tag);
  char quote = 0;
  for (; i < limit; ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      if (i > at && text[i - 1] == '=') quote = c;
    } else if (c == '>') {
      tag.empty = text[i - 1] == '/';
      tag.end = i + 1;
      return tag;
    } else if (c == '<') {
      return {};
    }
  }
  return {};
}

// "&nbsp;" "&#8217;" "&#x2019;": length, or 0.
std::size_t reference_at(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '#') ++i;
  const std::size_t name = i;
  while (i < text.size() && i - name < 10 && is_name(text[i])) ++i;
  return i > name + 1 && i < text.size() && text[i] == ';' ? i + 1 - at : 0;
}

// Where the element that was opened before `at` closes: past its end tag, or the end of the text. The caller never looks
// twice for the same missing name.
std::size_t close_of(std::string_view text, std::size_t at, Key name) {
  for (std::size_t i = text.find("</", at); i != std::string_view::npos; i = text.find("</", i + 2)) {
    const Tag tag = tag_at(text, i);
    if (tag.end != 0 && tag.name == name) return tag.end;
  }
  return text.size();
}

}  // namespace

Markup read_markup(std::string_view text) {
  Markup markup;
  // (find_first_of() would look each byte of the text up.)
  const auto next_sign = [&](std::size_t at) {
    while (at < text.size() && text[at] != '<' && text[at] != '&') ++at;
    return at;
  };
  std::size_t blocks = 0, depth = 0, chrome = 0;
  for (std::size_t at = next_sign(0); at < text.size(); at = next_sign(at)) {
    auto cover = [&](std::size_t end) {
      markup.spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    };
    if (text[at] == '&') {
      const std::size_t length = reference_at(text, at);
      if (length != 0) {
        cover(at + length);
      } else {
        ++at;
      }
      continue;
    }
    if (text.compare(at, 4, "<!--") == 0) {
      const std::size_t end = text.find("-->", at + 4);
      cover(end == std::string_view::npos ? text.size() : end + 3);
      continue;
    }
    if (text.compare(at, 2, "<!") == 0 || text.compare(at, 2, "<?") == 0) {
      const std::size_t end = text.find('>', at);
      cover(end == std::string_view::npos ? text.size() : end + 1);
      ++blocks;
      continue;
    }
    const Tag tag = tag_at(text, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    const Known& entry = *find_known(tag.name);
    if (entry.element == Element::hidden) {
      cover(tag.closing || tag.empty ? tag.end : close_of(text, tag.end, tag.name));
      markup.breaks.push_back({static_cast<std::uint32_t>(at), chrome > 0 ? Hint::boilerplate : Hint::none, depth > 0});
      ++blocks;
      continue;
    }
    cover(tag.end);
    if (entry.element == Element::inline_) continue;
    ++blocks;
    const bool single = tag.name == "br"_key || tag.name == "hr"_key || tag.empty;
    if (!single) {
      depth = tag.closing ? depth - std::min<std::size_t>(depth, 1) : depth + 1;
      if (entry.element == Element::chrome) chrome = tag.closing ? chrome - std::min<std::size_t>(chrome, 1) : chrome + 1;
    }
    const Hint hint = chrome > 0 ? Hint::boilerplate : tag.closing || single ? Hint::none : entry.hint;
    markup.breaks.push_back({static_cast<std::uint32_t>(at), hint, depth > 0});
  }
  // A stray "<p>" or "&c;" in prose does not make a page.
  if (blocks < 2 && markup.spans.size() < 6) return {};
  return markup;
}

}  // namespace khabar::layout
