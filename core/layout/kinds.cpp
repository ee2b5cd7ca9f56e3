#include "layout/kinds.h"

#include "layout/dateline.h"
#include "layout/furniture.h"
#include "layout/layout.h"
#include "layout/titles.h"

#include <algorithm>

namespace khabar::layout {

using text::Key;
using namespace text::literals;

namespace {

constexpr std::uint32_t title_words = 30;

class Decider {
 public:
  Decider(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines), furniture_(text, lines.size() < 2) {}

  Zones decide() {
    by_words();
    find_prose();
    spread();
    tail();
    find_title();
    rest();
    return zones_;
  }

 private:
  // What a line's own words (or its HTML element) settle.
  void by_words() {
    for (Line& line : lines_) {
      if (line.decided) continue;
      if (line.hint == Hint::boilerplate || line.chrome || line.words == 0) {
        set(line, line.words == 0 && line.hint != Hint::boilerplate ? BlockKind::paragraph : BlockKind::boilerplate);
        if (line.words == 0 && line.hint != Hint::boilerplate) line.decided = false;
        continue;
      }
      if (line.hint == Hint::caption) {
        set(line, BlockKind::caption);
      } else if (furniture_.is_byline(line)) {
        set(line, BlockKind::byline);
      } else if (furniture_.is_publication(line)) {
        set(line, BlockKind::publication);
      } else if (line.score[CueKind::caption] >= 1 && line.words <= 70 &&
                 line.score[CueKind::caption] >= line.score[CueKind::boilerplate]) {
        set(line, BlockKind::caption);
      } else if (line.score[CueKind::boilerplate] >= 1 || furniture_.is_rate(line)) {
        set(line, BlockKind::boilerplate);
      }
    }
  }

  void find_prose() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.decided || !prose(line)) continue;
      if (zones_.first_prose == no_line && is_sentence_title(i)) continue;
      if (zones_.first_prose == no_line) zones_.first_prose = i;
      zones_.last_prose = i;
    }
    skip_summary();
  }

  // Some papers end titles with a full stop: one sentence, first on the page, alone before longer prose.
  bool is_sentence_title(std::size_t i) {
    const Line& line = lines_[i];
    if (line.words > 20 || i + 2 >= lines_.size() || !lines_[i + 1].blank_before || lines_[i + 1].words < 5 ||
        !find_dateline(text_, line.span, true).span.empty())
      return false;
    for (std::size_t k = 0; k < i; ++k)
      if (!lines_[k].decided) return false;
    const bool follows = lines_[i + 1].decided || lines_[i + 1].words * 2 >= line.words * 3 ||
                         (lines_[i + 2].blank_before && lines_[i + 2].words * 2 >= line.words * 3);
    if (!follows) return false;
    read_words(text_, line.span, words_);
    for (const Word& word : words_)
      if (word.key == "said"_key || word.key == "told"_key) return false;
    sentence_title_ = i;
    return true;
  }

  // A summary between title and byline reads as prose does: the article's own prose begins after them.
  void skip_summary() {
    if (zones_.first_prose == no_line || zones_.first_prose == 0 || lines_[zones_.first_prose].words > 45) return;
    const std::size_t end = std::min(lines_.size(), zones_.first_prose + 8);
    bool published = false;
    for (std::size_t i = zones_.first_prose + 1; i < end; ++i) {
      const Line& line = lines_[i];
      published = published || (line.decided && (line.kind == BlockKind::publication || line.kind == BlockKind::byline));
      if (line.decided || !prose(line)) continue;
      if (published) zones_.first_prose = i;
      return;
    }
  }

  bool prose(const Line& line) const {
    return line.hint != Hint::title && line.hint != Hint::heading &&
           (line.is_prose() || (line.words >= 6 && !find_dateline(text_, line.span, false).span.empty()));
  }

  // Comments end the article; a list of other articles ends at the next prose.
  void spread() {
    bool section = false, rest = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      const bool boilerplate = line.decided && line.kind == BlockKind::boilerplate;
      const bool after_body = zones_.first_prose != no_line && i > zones_.first_prose;
      if (boilerplate && line.score[CueKind::boilerplate] >= 1) {
        rest = rest || (line.score.effect == Effect::rest && after_body && zones_.last_prose != no_line && few_left(i));
        section = line.score.effect != Effect::line || (section && line.score.effect == Effect::line);
        continue;
      }
      if (line.decided && line.kind != BlockKind::caption) {
        if (line.kind == BlockKind::byline) section = false;
        continue;
      }
      if (!rest && section && (prose(line) || (line.terminal && line.words >= 10) || line.hint == Hint::title)) section = false;
      if (rest) {
        set(line, BlockKind::boilerplate);
      } else if (section && after_body) {
        set(line, BlockKind::boilerplate);
      } else if (section) {
        swallowed_ = i;  // above the article a list's last entry may be the title: find_title has the last word
        line.kind = BlockKind::boilerplate;
      }
    }
    // The rest may have taken prose with it.
    while (zones_.last_prose != no_line && zones_.last_prose > zones_.first_prose && lines_[zones_.last_prose].decided &&
           lines_[zones_.last_prose].kind == BlockKind::boilerplate)
      --zones_.last_prose;
  }

  // Is most of the article's prose behind line i? A comment form above the body ends nothing.
  bool few_left(std::size_t i) {
    if (prose_before_.empty()) {
      prose_before_.resize(lines_.size() + 1);
      for (std::size_t k = 0; k < lines_.size(); ++k)
        prose_before_[k + 1] = prose_before_[k] + (!lines_[k].decided && prose(lines_[k]) ? lines_[k].words : 0);
    }
    return prose_before_[i] * 2 >= prose_before_.back();
  }

  // After the last prose: author boxes, dated teasers; biographies just before them.
  void tail() {
    if (zones_.last_prose == no_line) return;
    std::size_t end = zones_.last_prose;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.decided) continue;
      const bool near_end = i + 3 > end && i > zones_.first_prose, head = i < zones_.first_prose + 1;
      if (near_end && i + 1 > end && furniture_.is_credit(line)) {
        set(line, BlockKind::boilerplate);
      } else if (is_biography(line, i, near_end, head)) {
        set(line, BlockKind::boilerplate);
        line.score.weight[static_cast<std::size_t>(CueKind::biography)] = std::max(1.0f, line.score[CueKind::biography]);
        if (i > 0 && !lines_[i - 1].decided && lines_[i - 1].name_words != 0 && lines_[i - 1].name_words == lines_[i - 1].words)
          set(lines_[i - 1], BlockKind::byline);
      }
    }
    while (end > zones_.first_prose && lines_[end].decided && lines_[end].kind == BlockKind::boilerplate) --end;
    zones_.last_prose = end;
    for (std::size_t i = end + 1; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.decided) continue;
      if (furniture_.is_initials(line)) {
        set(line, BlockKind::boilerplate);
      } else if (!line.date.empty() && line.dated_end && line.words > line.date_words + 2) {
        set(line, BlockKind::boilerplate);
      } else if (line.name_words != 0 && line.name_words == line.words && !line.terminal && signs(i)) {
        set(line, BlockKind::byline);
      } else if (line.words <= 3 && !line.terminal && (line.small_start || line.menu) &&
                 (lines_[i - 1].decided || (i + 1 < lines_.size() && lines_[i + 1].words <= 3))) {
        set(line, BlockKind::boilerplate);  // tags
      }
    }
  }

  // A name alone below the article signs it, if the page goes on with other things or ends there.
  bool signs(std::size_t i) const {
    if (i + 1 == lines_.size()) return lines_[0].words <= title_words && !lines_[0].terminal;
    return lines_[i + 1].decided && lines_[i + 1].kind == BlockKind::boilerplate;
  }

  // "X is a correspondent ...": at the article's edges, or where it says how to reach the author.
  bool is_biography(const Line& line, std::size_t i, bool near_end, bool head) const {
    const float weight = line.score[CueKind::biography];
    if (line.describes && near_end && i > 0 && line.words <= 90 && lines_[i - 1].name_words == line.name_words &&
        lines_[i - 1].words == line.name_words &&
        text_.substr(line.span.begin, lines_[i - 1].span.length()) == text_.substr(lines_[i - 1].span.begin, lines_[i - 1].span.length()))
      return true;
    if (weight >= 1 && line.words <= 120) return near_end || head;
    if (weight < 0.5f || !near_end || line.words > 90 || line.name_words == 0) return false;
    // After the line that bears the name, or with nothing of the article behind it.
    const Line* before = i > 0 ? &lines_[i - 1] : nullptr;
    const bool named = before != nullptr && before->name_words != 0 && before->name_words == before->words;
    return named || i >= zones_.last_prose;
  }

  void find_title() {
    const std::size_t head_end = zones_.first_prose == no_line ? lines_.size() : zones_.first_prose;
    for (std::size_t i = 0; i < lines_.size(); ++i) {  // an <h1> settles it
      if (lines_[i].hint == Hint::title && lines_[i].words > 1 &&
          (zones_.title == no_line || lines_[zones_.title].hint != Hint::title || i < head_end))
        zones_.title = i;
    }
    if (zones_.title == no_line && (zones_.first_prose != no_line || lines_.size() > 1)) {
      double best = -100;
      std::size_t seen = 0;
      for (std::size_t i = 0; i < head_end && seen < 24; ++i) {
        if (lines_[i].decided || lines_[i].kind == BlockKind::boilerplate || !titular(i)) continue;
        const double score = title_score(i, seen++);
        if (score <= best) continue;
        best = score;
        zones_.title = i;
      }
      if (zones_.title == no_line && swallowed_ != no_line && swallowed_ < head_end && titular(swallowed_)) zones_.title = swallowed_;
      // "WATCH: Flood carries away bridge" is a teaser, unless the page begins with it and has no other title.
      if (zones_.title == no_line && head_end != 0 && lines_[0].words >= 5 && titular(0) &&
          title_within(text_, lines_[0].span).begin != lines_[0].span.begin)
        zones_.title = 0;
    }
    if (zones_.title == no_line) return;
    Line& title = lines_[zones_.title];
    title.kind = BlockKind::title;
    title.decided = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {  // pages print it twice
      Line& line = lines_[i];
      if (line.content == title.content && line.words == title.words && line.words > 1) set(line, BlockKind::title);
    }
    // What stands above the title is the page's; so are menus below it.
    for (std::size_t i = 0; i < head_end; ++i) {
      Line& line = lines_[i];
      if (!line.decided && ((i < zones_.title && !line.terminal) || line.menu)) set(line, BlockKind::boilerplate);
    }
  }

  // The first line of a few words, unless it is navigation and a better one follows.
  double title_score(std::size_t i, std::size_t seen) {
    const Line& line = lines_[i];
    const std::string_view words = text_.substr(line.span.begin, line.span.length());
    double score = (line.words == 1 ? 1.5 : line.words < 4 ? 3.4 : 4.0) - 0.7 * static_cast<double>(seen);
    if (line.menu) score -= 4;
    if (line.terminal && words.back() == '.') score -= 1;
    if (words.find("»") != std::string_view::npos || words.find(" / ") != std::string_view::npos ||
        words.find(" > ") != std::string_view::npos)
      score -= 3;
    if (furniture_.is_letterhead(line)) score -= 2.5;
    if (line.words <= 4) {
      read_words(text_, line.span, words_);
      if (Cues::instance().is(PageWord::noun, words_.back().key)) score -= 2;
      if (line.words <= 2 && words_[0].all_capitals) score -= 1;
    }
    // "Home India News Five held in raid" above "Five held in raid": a breadcrumb.
    if (line.words > 4 && i + 1 < lines_.size() && lines_[i + 1].words + 1 <= line.words && lines_[i + 1].words >= 3) {
      const std::string_view next = text_.substr(lines_[i + 1].span.begin, lines_[i + 1].span.length());
      if (words.size() > next.size() && words.substr(words.size() - next.size()) == next) score -= 3;
    }
    return score;
  }

  bool titular(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.small_start || line.words > title_words || line.words == 0 || line.bullet) return false;
    if (line.terminal && line.words > 16 && text_[line.span.end - 1] == '.' && i != sentence_title_) return false;
    const char last = text_[line.span.end - 1];
    if (last == '.' && (i + 1 == lines_.size() || !lines_[i + 1].blank_before)) return false;
    return last != ',' && last != ':';
  }

  // "18:42 The army says": an entry of a live page.
  bool is_entry(const Line& line) const {
    const std::string_view start = text_.substr(line.span.begin, line.span.length());
    const std::size_t colon = start.find_first_not_of("0123456789");
    return colon != std::string_view::npos && colon > 0 && colon < 3 && start[colon] == ':' && colon + 1 < start.size() &&
           start[colon + 1] >= '0' && start[colon + 1] <= '5';
  }

  void rest() {
    const std::size_t head_end = zones_.first_prose == no_line ? lines_.size() : zones_.first_prose;
    bool subtitle = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.decided) continue;
      if (line.kind == BlockKind::boilerplate && line.words != 0) {
        line.decided = true;
        continue;
      }
      line.kind = BlockKind::paragraph;
      if (line.bullet) {
        line.kind = BlockKind::list_item;
      } else if (line.hint == Hint::list_item) {
        line.kind = BlockKind::list_item;
      } else if (line.hint == Hint::quote) {
        line.kind = BlockKind::quote;
      } else if (line.hint == Hint::heading || line.hint == Hint::title) {
        line.kind = BlockKind::heading;
      } else if (i < head_end && zones_.title != no_line && i > zones_.title) {
        if (line.dash_credit && line.words <= 50) {
          line.kind = BlockKind::caption;
        } else if (is_lone_name(line, i) || (i == zones_.title + 1 && furniture_.is_list_of_names(line))) {
          line.kind = BlockKind::byline;
        } else if (is_lone_publisher(line, i)) {
          line.kind = BlockKind::publication;
        } else if (line.words <= 3 && (!line.terminal || line.words == 0) && beside_furniture(i)) {
          line.kind = beside_publication(i) && furniture_.is_lone_place(line) ? BlockKind::dateline : BlockKind::boilerplate;
        } else if (!subtitle && line.words >= 4 && line.words <= 45 && zones_.first_prose != no_line && i <= zones_.title + 6 &&
                   !is_entry(line)) {
          line.kind = BlockKind::subtitle;
          subtitle = true;
        } else if (!line.terminal && line.words <= heading_words) {
          line.kind = BlockKind::heading;
        }
      } else if (furniture_.is_heading(line) && zones_.first_prose != no_line && i > zones_.first_prose) {
        line.kind = BlockKind::heading;
      }
      line.decided = true;
    }
  }

  // A name alone beside the title or a line of publication.
  bool is_lone_name(const Line& line, std::size_t i) const {
    if (line.name_words == 0 || line.name_words != line.words || line.terminal) return false;
    return beside_publication(i);
  }

  bool beside_publication(std::size_t i) const {
    auto is = [&](std::size_t k) {
      return k < lines_.size() && lines_[k].decided && (lines_[k].kind == BlockKind::publication || lines_[k].kind == BlockKind::byline);
    };
    return is(i + 1) || (i > 0 && is(i - 1));
  }

  // Between the page's own lines, what is as short as they are is the page's.
  bool beside_furniture(std::size_t i) const {
    auto is = [&](std::size_t k) { return k < lines_.size() && lines_[k].decided && !is_body(lines_[k].kind); };
    return is(i + 1) && i > 0 && (is(i - 1) || lines_[i - 1].kind == BlockKind::boilerplate);
  }

  bool is_lone_publisher(const Line& line, std::size_t i) {
    if (line.words > 5 || line.terminal || !line.capitalised || !beside_publication(i)) return false;
    return furniture_.names_publisher(line);
  }

  static void set(Line& line, BlockKind kind) {
    line.kind = kind;
    line.decided = true;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  Furniture furniture_;
  Zones zones_;
  std::size_t swallowed_ = no_line, sentence_title_ = no_line;
  std::vector<std::uint32_t> prose_before_;
  std::vector<Word> words_;
};

}  // namespace

Zones decide_kinds(std::string_view text, std::vector<Line>& lines) { return Decider(text, lines).decide(); }

}  // namespace khabar::layout
