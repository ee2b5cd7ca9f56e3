#include "mentions/times/times.h"

#include "mentions/times/context.h"

#include <algorithm>

namespace khabar::times {

using namespace text::literals;

namespace {

bool has_year(const Part& part) { return part.year != unset || part.short_year != unset; }

// What one of several coordinated times leaves out stands in another: "2-4 June 1966", "June-July 1966", "1861-65".
void share(std::vector<Part>& parts) {
  const std::size_t n = parts.size();
  for (std::size_t i = n; i-- > 0;) {
    Part& part = parts[i];
    const bool after = i + 1 < n, ahead = i > 0;
    if (part.type == TimeType::duration) {
      if (part.unit.empty() && after) part.unit = parts[i + 1].unit;
      continue;
    }
    if (part.unit.empty() && after) part.unit = parts[i + 1].unit;
    if (after) {
      const Part& next = parts[i + 1];
      if (part.month == unset && part.day != unset) part.month = next.month;
      if (part.era.empty() && !next.era.empty()) part.era = next.era;
      if (!has_year(part) && has_year(next) && part.weekday == unset) {
        part.year = next.year, part.short_year = next.short_year;
        const bool turns = part.month != unset && next.month != unset && part.month > next.month;
        if (turns && part.year != unset) part.year += part.era == "BC" ? 1 : -1;
      }
    }
    if (ahead) {
      const Part& previous = parts[i - 1];
      if (part.month == unset && part.day != unset && part.year == unset) part.month = previous.month;
    }
  }
  for (std::size_t i = 0; i + 1 < n; ++i) {  // "at 7 pm on 2 June": the clock strikes on that day
    Part &part = parts[i], &next = parts[i + 1];
    if (part.type != TimeType::time || next.type != TimeType::date) continue;
    part.year = next.year, part.short_year = next.short_year, part.month = next.month, part.day = next.day, part.weekday = next.weekday;
    part.offset = next.offset, part.era = next.era, part.which = next.which;
    return;
  }
  for (std::size_t i = 1; i < n; ++i) {
    Part &part = parts[i], &previous = parts[i - 1];
    if (part.month == unset && part.day != unset) part.month = previous.month;
    if (part.day != unset && previous.month == unset) previous.month = part.month;
    if (!has_year(previous) && has_year(part) && previous.month != unset) previous.year = part.year, previous.short_year = part.short_year;
    if (part.short_year != unset && previous.year != unset && part.year == unset) {
      part.year = previous.year - previous.year % 100 + part.short_year;
      if (part.year < previous.year) part.year += 100;
    }
  }
}

// A history tells of years far from its own publication. Rule: of the years written out, eight or more, four in five lie
// at least three years from the publication, and there are three of them to each weekday or "yesterday".
bool is_narrative(const std::vector<Match>& matches, const Reference& published) {
  std::size_t years = 0, far = 0, news = 0;
  for (std::uint32_t i = 0; i < matches.size();) {
    const Match& match = matches[i];
    if (match.length == 0) {
      ++i;
      continue;
    }
    for (const Part& part : match.parts) {
      if (part.type == TimeType::duration || part.type == TimeType::set) continue;
      if ((part.weekday != unset && part.day == unset) || part.offset != unset) ++news;
      if (part.year == unset) continue;
      // A text that writes out the day of its publication is news.
      if (published.grain == Grain::day && part.era.empty() && Day{part.year, part.month, part.day} == published.day) return false;
      ++years;
      if (!published || !part.era.empty() || part.year < published.day.year - 2 || part.year > published.day.year + 2) ++far;
    }
    i += match.length;
  }
  return published && years >= 8 && far * 10 >= years * 8 && far >= news * 3;
}

// News without a date of publication: fewer than three years are written out, or times that count from it ("last month", "on
// Friday") are no rarer than one to four of them. Elsewhere what is left out comes from the date told last.
bool is_undated(const std::vector<Match>& matches, const Reference& published) {
  if (published) return false;
  std::size_t years = 0, news = 0;
  for (const Match& match : matches) {
    for (const Part& part : match.parts) {
      if (part.type == TimeType::duration || part.type == TimeType::set) continue;
      if (part.year != unset) {
        ++years;
        continue;
      }
      const bool deictic = (part.which == "last" || part.which == "this" || part.which == "next") && !part.unit.empty();
      if ((part.weekday != unset && part.day == unset) || part.offset != unset || deictic || part.direction == "ago") ++news;
    }
  }
  return years < 3 || (news != 0 && news * 4 >= years);
}

// Does the text report day by day? Two weekdays of its own, or more: then "today's arrests" are of that day, while in an
// essay "today's threats" are those of our time.
bool is_report(const std::vector<Match>& matches) {
  int days = 0;
  for (const Match& match : matches)
    for (const Part& part : match.parts)
      if (part.type == TimeType::date && part.weekday != unset && part.day == unset) ++days;
  return days >= 2;
}

// "at about 10 am": of a day that was told.
bool is_clock_alone(const Part& part) {
  return part.type == TimeType::time && part.hour != unset && part.weekday == unset && part.day == unset && part.month == unset &&
         part.offset == unset && part.which.empty();
}

// "16:30 Police fire on marchers": when an entry of a live page was posted.
bool opens_block(const language::Language& language, std::uint32_t token) {
  if (token == no_token || language.sentences.empty()) return false;
  const std::uint32_t s = language.tokens[token].sentence;
  return language.sentences[s].first == token && (s == 0 || language.sentences[s - 1].block != language.sentences[s].block);
}

// Does the expression begin with its article? "the 1990s", "the summer of 1933", "the next two weeks"; not "the 1962 film",
// "the recent talks".
bool takes_article(const Part& part) {
  if (!part.value.empty() || part.first == 0) return false;
  if (part.type == TimeType::duration) return !part.which.empty();
  return part.ordinal_day || !part.which.empty() || !part.unit.empty() || !part.season.empty() || part.decade != unset ||
         !part.part.empty() || !part.phase.empty();
}

}  // namespace

std::vector<Found> find(std::string_view text, const language::Language& language, std::string_view published,
                        std::span<const Block> blocks) {
  const Grammar& grammar = Grammar::instance();
  const std::vector<Atom> atoms = cut(text, language.tokens);
  Surroundings around(grammar, atoms, language);
  const Grammar::Accept accept = [&](Guard guard, std::uint32_t first, std::uint32_t last) { return around.accepts(guard, first, last); };

  Context context;
  context.published = reference_of(published);
  std::vector<Match> matches = grammar.match(atoms, accept);
  context.narrative = is_narrative(matches, context.published);
  if (context.narrative) {
    around.narrative = true;
    matches = grammar.match(atoms, accept);
  }

  const bool report = is_report(matches);
  context.undated = is_undated(matches, context.published);

  std::vector<Found> found;
  std::uint32_t told_sentence = 0;
  Reference story;                     // the last date told that is the story's own
  Reference page = context.published;  // the day of the entries of a live page
  for (std::uint32_t i = 0; i < matches.size();) {
    Match& match = matches[i];
    if (match.length == 0) {
      ++i;
      continue;
    }
    if (match.parts.size() > 1) share(match.parts);
    const bool single = match.parts.size() == 1;
    for (Part& part : match.parts) {
      const std::uint32_t token = atoms[part.first].token;
      const std::uint32_t sentence = token == no_token ? 0 : language.tokens[token].sentence;
      if (token != no_token && !language.sentences.empty()) {
        const std::uint32_t block = language.sentences[sentence].block;
        if (block < blocks.size() && blocks[block].kind == BlockKind::boilerplate) continue;
      }
      context.told_near = context.told && sentence <= told_sentence + 2;
      context.told_here = context.told && sentence == told_sentence;
      context.tense = around.tense(part.first, part.last);
      const text::Key previous = around.before(part.first);
      // "by Friday", "until March" look ahead, whatever the verb of saying.
      if (previous == "by"_key || previous == "until"_key || previous == "till"_key) context.tense = Tense::future;
      if (previous == "since"_key) context.tense = Tense::past;
      // "applies from 1 January": a thing to begin; "fell from January to June" is none.
      if (previous == "from"_key && context.tense == Tense::present && around.key(part.last) != "to"_key &&
          around.key(part.last) != "until"_key && around.key(part.last) != "through"_key)
        context.tense = Tense::future;
      if (report && part.offset == 0 && around.key(part.last) == "'"_key) context.tense = Tense::none;
      const Reference told = context.told;
      if (is_clock_alone(part) && story && !context.told_here) context.told = story;
      const bool opens = opens_block(language, token);
      if (is_clock_alone(part) && opens && page.grain == Grain::day) {
        context.told = page;
        context.told_near = true;
      }
      Resolved resolved = resolve(part, context);
      context.told = told;
      if (resolved.value.empty()) continue;
      if (opens && resolved.told.grain == Grain::day && part.type == TimeType::date) page = resolved.told;
      if (resolved.told) {
        // A year that only qualifies a name ("the 1951 treaty") or closes a span moves the story nowhere.
        constexpr text::Key moves[] = {"in"_key, "during"_key, "by"_key, "of"_key, "early"_key, "late"_key, "mid"_key, "throughout"_key};
        const bool bare_year = resolved.told.grain == Grain::year && single && part.phase.empty() && part.which.empty();
        if (!bare_year || previous == 0 || std::find(std::begin(moves), std::end(moves), previous) != std::end(moves)) {
          context.told = resolved.told;
          told_sentence = sentence;
          if (!story || !around.beside_the_story(part.first)) story = resolved.told;
        }
      }
      Found f;
      f.time.span = part.span;
      if (previous == "the"_key && takes_article(part)) f.time.span.begin = atoms[part.first - 1].span.begin;
      f.time.type = resolved.type;
      f.time.value = std::move(resolved.value);
      f.time.mod = std::move(resolved.mod);
      if (!language.tokens.empty()) {
        std::uint32_t first = part.first;
        if (f.time.span.begin != part.span.begin) --first;
        f.first = atoms[first].token;
        f.last = atoms[part.last - 1].token + 1;
      }
      found.push_back(std::move(f));
    }
    i += match.length;
  }
  return found;
}

std::string date_of(std::string_view words) {
  const Grammar& grammar = Grammar::instance();
  const language::Language none;
  const std::vector<Atom> atoms = cut(words.substr(0, 1000), {});
  const Surroundings around(grammar, atoms, none);
  const std::vector<Match> matches =
      grammar.match(atoms, [&](Guard guard, std::uint32_t first, std::uint32_t last) { return around.accepts(guard, first, last); });
  std::string best;
  for (std::uint32_t i = 0; i < matches.size();) {
    if (matches[i].length == 0) {
      ++i;
      continue;
    }
    for (const Part& part : matches[i].parts) {
      Part date = part;
      if (date.type == TimeType::time) {  // of "14 December 2025 10:32 PM" the date
        date.type = TimeType::date;
        date.hour = date.minute = date.second = unset;
        date.part = {};
      }
      if (date.type != TimeType::date || !date.value.empty()) continue;
      const Resolved resolved = resolve(date, {});
      if (reference_of(resolved.value) && resolved.value.size() > best.size()) best = resolved.value;
    }
    i += matches[i].length;
  }
  return best;
}

bool is_iso_date(std::string_view value) { return static_cast<bool>(reference_of(value)); }

}  // namespace khabar::times
