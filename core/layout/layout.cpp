// The room's own order: markup -> pieces -> lines -> kinds -> metadata -> blocks.
#include "layout/layout.h"

#include "layout/dateline.h"
#include "layout/kinds.h"
#include "layout/metadata.h"
#include "layout/titles.h"
#include "text/utf8.h"

#include <algorithm>

namespace khabar::layout {

namespace {

// Pages end an article with its own title or teaser, glued to the last sentence: where does that tail begin? `line.end`
// where there is none. Only the last words are looked at.
std::uint32_t repeated_title(std::string_view text, Span line, const Layout& layout) {
  if (!layout.title) return line.end;
  constexpr std::size_t longest = 30, shortest = 5;
  std::vector<Word> title, words;
  read_words(text, layout.title->span, title);
  Span end = line;
  if (line.length() > 600) end.begin = line.end - 600;
  read_words(text, end, words);
  for (std::size_t i = words.size() > longest ? words.size() - longest : 1; i + shortest <= words.size(); ++i) {
    const std::string_view gap = between(text, words[i - 1], words[i]);
    if (gap != "." && gap != "?" && gap != "!") continue;
    std::size_t shared = 0;
    for (std::size_t k = i; k < words.size(); ++k)
      shared += std::any_of(title.begin(), title.end(), [&](const Word& word) { return word.key == words[k].key; }) ? 1 : 0;
    if (shared * 10 >= (words.size() - i) * 7) return words[i].span.begin;
  }
  return line.end;
}

}  // namespace

namespace {

// "Cotabato City - A guard was ...", at the start of a list's item: a few words with capitals, then a dash between blanks.
Span label_of_item(std::string_view text, Span line) {
  constexpr std::uint32_t longest = 48;
  constexpr std::size_t most = 5;
  std::uint32_t at = line.begin;
  while (at < line.end && !(text[at] >= 'A' && text[at] <= 'Z') && at < line.begin + 6) ++at;
  std::size_t words = 0;
  for (std::uint32_t end = std::min(line.end, at + longest); at < end && words < most; ++words) {
    const std::uint32_t begin = at;
    while (at < end && text[at] != ' ') ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    if (!capital && word != "de" && word != "del" && word != "la" && word != "el" && word != "of") return {};
    if (word.find_first_of(".:;,()\"") != std::string_view::npos) return {};
    const std::string_view rest = text.substr(at, line.end - at);
    for (const std::string_view dash : {" - ", " – ", " — ", " -- "})
      if (rest.substr(0, dash.size()) == dash && rest.size() > dash.size() + 20)
        return {line.begin, at + static_cast<std::uint32_t>(dash.size()) - 1};
    ++at;
  }
  return {};
}

// "LIKONI - Gunmen robbed ...", "NYALI - A trader was ...": where each item of a round-up is from. One alone is a dateline.
std::vector<Span> item_places(std::string_view text, const std::vector<Line>& lines, std::size_t filed, const Dateline& first) {
  std::vector<Span> items(lines.size());
  std::size_t count = !first.span.empty() && first.date.empty() && first.agency.empty() ? 1 : 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == filed || (lines[i].kind != BlockKind::paragraph && lines[i].kind != BlockKind::list_item)) continue;
    const Dateline label = find_dateline(text, lines[i].span, false);
    if (label.place.empty() || !label.date.empty() || !label.agency.empty() || label.span.end >= lines[i].span.end) continue;
    const std::string_view mark = text.substr(label.place.end, label.span.end - label.place.end);
    if (mark.find_first_of(":/|(") != std::string_view::npos) continue;  // "SMITH: Thank you": who speaks
    items[i] = label.span;
    ++count;
  }
  if (count < 2) items.assign(lines.size(), {});
  std::vector<Span> labels(lines.size());
  std::size_t labelled = 0, listed = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != BlockKind::list_item) continue;
    labels[i] = label_of_item(text, lines[i].span);
    ++listed;
    labelled += labels[i].empty() ? 0 : 1;
  }
  for (std::size_t i = 0; i < lines.size() && labelled >= 3 && labelled * 3 >= listed * 2; ++i)
    if (!labels[i].empty() && items[i].empty()) items[i] = labels[i];
  return items;
}

}  // namespace

Layout read(std::string_view page) {
  Layout layout;
  Markup markup = read_markup(page);
  const std::vector<Piece> pieces = read_pieces(page, markup);
  layout.markup = std::move(markup.spans);
  const std::string without_markup = layout.markup.empty() ? std::string() : shown(page, layout.markup);
  const std::string_view text = layout.markup.empty() ? page : std::string_view(without_markup);
  std::vector<Line> lines = read_lines(text, pieces);
  const Zones zones = decide_kinds(text, lines);

  Dateline dateline;
  std::size_t filed = no_line, prose_seen = 0;
  for (std::size_t i = 0; i < lines.size() && filed == no_line && prose_seen < 4; ++i) {
    if (lines[i].kind != BlockKind::paragraph && lines[i].kind != BlockKind::subtitle && lines[i].kind != BlockKind::heading &&
        lines[i].kind != BlockKind::byline && lines[i].kind != BlockKind::publication)
      continue;
    dateline = find_dateline(text, lines[i].span, zones.first_prose != no_line && i <= zones.first_prose + 1 && i >= zones.first_prose);
    if (!dateline.span.empty()) filed = i;
    prose_seen += lines[i].words >= 12 ? 1 : 0;
  }
  if (filed != no_line && !dateline.place.empty())
    layout.dateline = Quoted{std::string(text.substr(dateline.place.begin, dateline.place.length())), dateline.place, {}};
  for (const Line& line : lines) {  // "PESHAWAR" on a line of its own
    if (layout.dateline || line.kind != BlockKind::dateline) continue;
    layout.dateline = Quoted{std::string(text.substr(line.span.begin, line.span.length())), line.span, {}};
  }
  find_metadata(text, lines, zones, dateline, layout);

  const std::vector<Span> items = item_places(text, lines, filed, dateline);
  layout.blocks.reserve(lines.size() + 2);
  auto add = [&](BlockKind kind, Span span) {
    text::trim(text, span.begin, span.end);
    if (!span.empty()) layout.blocks.push_back({kind, span});
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    Span rest = line.span;
    if (i == filed) {
      add(BlockKind::boilerplate, {rest.begin, dateline.span.begin});  // an editors' note, a byline that ran into it
      add(BlockKind::dateline, dateline.span);
      rest.begin = dateline.span.end;
    } else if (!items[i].empty()) {
      add(BlockKind::dateline, items[i]);
      rest.begin = items[i].end;
    }
    if (line.kind == BlockKind::title) {
      const Span title = title_within(text, rest);
      add(BlockKind::boilerplate, {rest.begin, title.begin});
      add(BlockKind::title, title);
      add(BlockKind::boilerplate, {title.end, rest.end});
    } else if (line.kind == BlockKind::paragraph && zones.last_prose != no_line && i + 2 >= zones.last_prose && i <= zones.last_prose) {
      const std::uint32_t tail = repeated_title(text, rest, layout);
      add(BlockKind::paragraph, {rest.begin, tail});
      add(BlockKind::boilerplate, {tail, rest.end});
    } else {
      // A headline by itself is no title of anything, its label is one all the same.
      if (lines.size() == 1 && line.kind == BlockKind::paragraph) {
        const std::uint32_t begin = title_within(text, rest).begin;
        add(BlockKind::boilerplate, {rest.begin, begin});
        rest.begin = begin;
      }
      const bool head = line.kind == BlockKind::publication || line.kind == BlockKind::byline;
      add(i == filed && head ? BlockKind::paragraph : line.kind, rest);
    }
  }
  return layout;
}

std::string shown(std::string_view text, const std::vector<Span>& markup) {
  struct Sign {
    std::string_view reference;
    char sign;
    bool last;  // it belongs to the word after it
  };
  static constexpr Sign signs[] = {{"&rsquo;", '\'', true},  {"&lsquo;", '\'', true}, {"&apos;", '\'', true},   {"&#39;", '\'', true},
                                   {"&#039;", '\'', true},   {"&#8217;", '\'', true}, {"&#8216;", '\'', true},  {"&#x27;", '\'', true},
                                   {"&#x2019;", '\'', true}, {"&ldquo;", '"', true},  {"&#8220;", '"', true},   {"&#x201C;", '"', true},
                                   {"&rdquo;", '"', false},  {"&#8221;", '"', false}, {"&#x201D;", '"', false}, {"&quot;", '"', true},
                                   {"&#34;", '"', true},     {"&amp;", '&', true},    {"&#38;", '&', true},     {"&#038;", '&', true},
                                   {"&ndash;", '-', true},   {"&mdash;", '-', true},  {"&#8211;", '-', true},   {"&#8212;", '-', true},
                                   {"&hellip;", '.', false}, {"&#8230;", '.', false}};
  std::string out(text);
  for (const Span span : markup) {
    std::fill(out.begin() + span.begin, out.begin() + span.end, ' ');
    const std::string_view reference = text.substr(span.begin, span.length());
    for (const Sign& sign : signs)
      if (reference == sign.reference) out[sign.last ? span.end - 1 : span.begin] = sign.sign;
  }
  return out;
}

}  // namespace khabar::layout
