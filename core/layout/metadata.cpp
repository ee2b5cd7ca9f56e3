#include "layout/metadata.h"

#include "layout/titles.h"
#include "lexicon/key_set.h"
#include "text/sorting.h"

#include <algorithm>
#include <optional>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

constexpr std::uint32_t longest_note = 130;  // words: a line of page furniture that may name people

// Ranks, and that somebody has left the service: before a name in a byline.
bool is_rank(Key key) {
  return key == "col"_key || key == "lt"_key || key == "gen"_key || key == "maj"_key || key == "brig"_key || key == "capt"_key ||
         key == "adm"_key || key == "cdr"_key || key == "cmdr"_key || key == "retd"_key || key == "ret"_key || key == "retired"_key ||
         key == "amb"_key;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines, const Zones& zones, const Dateline& dateline, Layout& layout)
      : text_(text), lines_(lines), zones_(zones), dateline_(dateline), layout_(layout) {}

  void find() {
    titles();
    for (const Line& line : lines_) {
      if (line.words > longest_note || line.words == 0) continue;
      const Line* before = &line != lines_.data() ? &line - 1 : nullptr;
      switch (line.kind) {
        case BlockKind::byline:
        case BlockKind::publication:
          read_words(text_, line.span, words_);
          byline(line);
          publication(line);
          break;
        case BlockKind::boilerplate:
          read_words(text_, line.span, words_);
          note(line);
          signature(line, before);
          break;
        default: break;
      }
    }
    if (!published_.empty()) {
      layout_.published = quoted(published_);
    } else if (dateline_.year) {
      layout_.published = quoted(dateline_.date);
    }
    if (!layout_.title || !layout_.published) teasers();
    if (!layout_.published) report_title();
    if (!publisher_.empty()) {
      layout_.publisher = quoted(publisher_);
    } else if (!dateline_.agency.empty()) {
      layout_.publisher = quoted(dateline_.agency);
    }
    const std::vector<Span>& names = !bylines_.empty() ? bylines_ : biographies_;
    for (const Span name : names) add_author(name);
  }

 private:
  // White space inside counts as one blank: a title may be wrapped, or have markup within.
  Quoted quoted(Span span) const {
    Quoted out{{}, span, {}};
    for (const char c : text_.substr(span.begin, span.length())) {
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!blank) {
        out.text += c;
      } else if (!out.text.empty() && out.text.back() != ' ') {
        out.text += ' ';
      }
    }
    return out;
  }

  void titles() {
    if (zones_.title != no_line) {
      Span span = lines_[zones_.title].span;
      span = title_within(text_, span);
      layout_.title = quoted(span);
    }
    for (const Line& line : lines_) {
      if (line.kind != BlockKind::subtitle) continue;
      layout_.subtitle = quoted(line.span);
      break;
    }
  }

  Span words_span(std::size_t first, std::size_t count) const { return {words_[first].span.begin, words_[first + count - 1].span.end}; }

  // Names from `at` on: "A, B and C". A name that is a publisher's ends the list.
  void names_from(std::size_t at, bool capitals, std::vector<Span>& out) const {
    while (at < words_.size()) {
      if (words_[at].key == "and"_key || words_[at].key == "by"_key || words_[at].key == "with"_key) {
        ++at;
        continue;
      }
      if (Cues::instance().outlet_at(words_, at).words != 0) return;
      if (is_rank(words_[at].key)) {  // "Col. (retd.) Omar Stanik"
        ++at;
        continue;
      }
      const std::size_t count = name_at(text_, words_, at, capitals);
      if (count == 0) return;
      out.push_back(words_span(at, count));
      at += count;
      if (at >= words_.size()) return;
      const std::string_view gap = between(text_, words_[at - 1], words_[at]);
      if (gap.find_first_not_of(" ,&;/") != std::string_view::npos) return;
    }
  }

  void byline(const Line& line) {
    std::size_t at = 0;
    bool marked = false;
    for (std::size_t i = 0; i < words_.size() && !marked; ++i) {
      marked = words_[i].key == "by"_key;
      at = i + 1;
    }
    if (marked) {
      names_from(at, true, bylines_);
    } else if (line.kind == BlockKind::byline) {
      at = words_[0].key == "author"_key || words_[0].key == "authors"_key || words_[0].key == "reporter"_key ||
                   words_[0].key == "byline"_key
               ? 1
               : 0;
      names_from(at, true, bylines_);
    }
    // "By X, Reuters": what follows a byline's names says for whom.
    if (line.kind == BlockKind::byline && publisher_.empty()) {
      for (std::size_t i = at; i < words_.size(); ++i) {
        const Cues::Outlet outlet = Cues::instance().outlet_at(words_, i);
        if (outlet.words == 0) continue;
        publisher_ = words_span(i, outlet.words);
        break;
      }
    }
    if (line.kind == BlockKind::byline && !line.date.empty() && date_rank_ < 2) {
      published_ = line.date;
      date_rank_ = 2;
    }
  }

  void publication(const Line& line) {
    if (line.kind != BlockKind::publication) return;
    date(line);
    if (publisher_rank_ < 2 || publisher_.empty()) publisher(line);
  }

  // "Published" goes before "Updated", whichever stands first.
  void date(const Line& line) {
    if (line.date.empty()) return;
    int rank = 2;
    Span best = line.date;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Key key = words_[i].key;
      if (key == "updated"_key || key == "modified"_key) rank = std::min(rank, 1);
      if (key != "published"_key && key != "posted"_key && key != "publish"_key && key != "publication"_key) continue;
      for (std::size_t k = i + 1; k < words_.size(); ++k) {
        const DateShape shape = date_at(text_, words_, k);
        if (!shape || !shape.year) continue;
        best = words_span(k, shape.words);
        rank = 3;
        break;
      }
      if (rank == 3) break;
    }
    if (rank <= date_rank_) return;
    date_rank_ = rank;
    published_ = best;
  }

  void publisher(const Line& line) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Cues::Outlet outlet = Cues::instance().outlet_at(words_, i);
      if (outlet.words == 0) continue;
      publisher_ = words_span(i, outlet.words);
      publisher_rank_ = 2;
      return;
    }
    if (!publisher_.empty()) return;
    // "Published On: The Frontier Gazette": a label, then a name in capitals.
    std::size_t colon = 0;
    for (std::size_t i = 0; i + 1 < words_.size() && i < 3 && colon == 0; ++i)
      if (between(text_, words_[i], words_[i + 1]).find(':') != std::string_view::npos) colon = i + 1;
    if (colon == 0 && line.score[CueKind::publication] >= 1) return;
    if (words_.size() - colon > 6 || line.date_words != 0 ||
        text_.substr(line.span.begin, line.span.length()).find("://") != std::string_view::npos)
      return;
    for (std::size_t i = colon; i < words_.size(); ++i)
      if (!words_[i].capital && words_[i].span.length() > 3) return;
    if (words_[colon].number) return;
    publisher_ = words_span(colon, words_.size() - colon);
  }

  // Author boxes and biographies: "Latest posts by X", "X is a correspondent", "Editor's note: X is ...".
  void note(const Line& line) {
    for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
      const bool box = (words_[i].key == "posts"_key || words_[i].key == "articles"_key || words_[i].key == "written"_key ||
                        words_[i].key == "posted"_key) &&
                       words_[i + 1].key == "by"_key;
      if (!box) continue;
      const std::size_t count = name_at(text_, words_, i + 2, true);
      if (count != 0) bylines_.push_back(words_span(i + 2, count));
      return;
    }
    std::size_t at = 0;
    if (words_.size() > 4 && (words_[1].key == "s"_key || words_[0].key == "editors"_key)) {
      while (at < 4 && words_[at].key != "note"_key) ++at;
      at = at < 4 ? at + 1 : 0;
    } else if (line.score[CueKind::biography] < 1) {
      return;
    }
    if (words_.size() > 3 && words_[0].key == "about"_key) at = words_[2].key == "author"_key || words_[2].key == "writer"_key ? 3 : 0;
    const std::size_t count = at < words_.size() ? name_at(text_, words_, at, true) : 0;
    if (count == 0 || at + count >= words_.size()) return;
    // Its verb, maybe after a bracket or a clause between commas.
    for (std::size_t i = at + count; i < words_.size() && i < at + count + 10; ++i) {
      const Key key = words_[i].key;
      if (key != "is"_key && key != "was"_key && key != "holds"_key && key != "works"_key && key != "writes"_key && key != "teaches"_key &&
          key != "has"_key)
        continue;
      const std::string_view gap = between(text_, words_[at + count - 1], words_[at + count]);
      if (i == at + count || gap.find_first_of(",(") != std::string_view::npos) biographies_.push_back(words_span(at, count));
      return;
    }
  }

  // A name alone, then "The writer is a ...".
  void signature(const Line& line, const Line* before) {
    if (before == nullptr || before->name_words == 0 || before->name_words != before->words || words_.size() < 4) return;
    if (words_[0].key != "the"_key || (words_[1].key != "writer"_key && words_[1].key != "author"_key) ||
        line.score[CueKind::biography] < 0.5f)
      return;
    biographies_.push_back(before->span);
  }

  // The longer words of the body, 200,000 and those of one line more.
  lexicon::KeySet body_words() const {
    lexicon::KeySet body;
    std::vector<Word> words;
    std::size_t count = 0;
    for (const Line& line : lines_) {
      if (!is_body(line.kind) || count > 200000) continue;
      read_words(text_, line.span, words);
      for (const Word& word : words) {
        if (word.span.length() < 5) continue;
        body.insert(word.key);
        ++count;
      }
    }
    return body;
  }

  // Lists of an author's posts name the article itself, with its date: the entry whose words are the body's own.
  void teasers() {
    std::optional<lexicon::KeySet> body;  // read where something is looked for there: in few texts
    double best = 0.74;
    Span title, date;
    for (const Line& line : lines_) {
      if (line.kind != BlockKind::boilerplate || line.words > longest_note || line.words < 6) continue;
      read_words(text_, line.span, words_);
      std::size_t from = 0;
      for (std::size_t i = 0; i < words_.size(); ++i) {
        if (i > 0 && words_[i].key == "all"_key && words_[i - 1].key == "see"_key) from = i + 1;
        const DateShape shape = date_at(text_, words_, i);
        if (!shape || !shape.year || !shape.day) continue;
        if (i >= from + 4) {
          std::size_t long_words = 0, shared = 0;
          for (std::size_t k = from; k < i; ++k) {
            if (words_[k].span.length() < 5) continue;
            ++long_words;
            if (!body) body = body_words();
            shared += body->contains(words_[k].key) ? 1 : 0;
          }
          const double share = long_words < 3 ? 0 : static_cast<double>(shared) / static_cast<double>(long_words);
          if (share > best) {
            best = share;
            title = words_span(from, i - from);
            const std::string_view gap = between(text_, words_[i - 1], words_[i]);
            if (!gap.empty() && (gap[0] == '?' || gap[0] == '!' || gap[0] == '"')) ++title.end;
            date = words_span(i, shape.words);
          }
        }
        from = i + shape.words;
        i = from - 1;
      }
    }
    if (title.empty()) return;
    if (!layout_.title) layout_.title = quoted(title);
    if (!layout_.published && layout_.title->span == title) layout_.published = quoted(date);
  }

  // "Situation Report No. 4 (as of 3 March 2031)", "Weekly roundup, 1-7 March 2031": the day that its title ends with is its own.
  void report_title() {
    static constexpr Key kinds[] = {"report"_key,   "sitrep"_key,    "roundup"_key,    "round"_key,    "update"_key,
                                    "bulletin"_key, "brief"_key,     "digest"_key,     "summary"_key,  "review"_key,
                                    "log"_key,      "briefing"_key,  "overview"_key,   "monitor"_key,  "release"_key,
                                    "as"_key,       "statement"_key, "communique"_key, "incidents"_key};
    std::size_t seen = 0;
    for (const Line& line : lines_) {
      if (line.is_prose() || ++seen > 4) return;
      const std::string_view rest = text_.substr(line.date.end, line.span.end - line.date.end);  // "... 30 April 2031 (extract)"
      const bool ends = line.dated_end || (rest.size() < 24 && rest.substr(0, 2) == " (" && rest.back() == ')');
      if (!line.day || !ends || line.terminal) continue;
      read_words(text_, line.span, words_);
      for (const Word& word : words_)
        if (std::find(std::begin(kinds), std::end(kinds), word.key) != std::end(kinds)) {
          layout_.published = quoted(line.date);
          return;
        }
    }
  }

  void add_author(Span name) {
    const std::string_view words = text_.substr(name.begin, name.length());
    for (const Quoted& author : layout_.authors)
      if (text::key_of(author.text) == text::key_of(words)) return;
    if (layout_.authors.size() < 12) layout_.authors.push_back(quoted(name));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Zones& zones_;
  const Dateline& dateline_;
  Layout& layout_;
  std::vector<Word> words_;
  std::vector<Span> bylines_, biographies_;
  Span published_, publisher_;
  int date_rank_ = 0, publisher_rank_ = 0;
};

}  // namespace

void find_metadata(std::string_view text, const std::vector<Line>& lines, const Zones& zones, const Dateline& dateline, Layout& layout) {
  Finder(text, lines, zones, dateline, layout).find();
}

}  // namespace khabar::layout
