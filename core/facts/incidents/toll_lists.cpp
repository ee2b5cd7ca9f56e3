// The people that stand in a row beside a word: which of them it tells of.
#include "facts/incidents/tolls.h"

#include "facts/incidents/toll_words.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool is_comma(const Syntax& syntax, std::uint32_t at) { return syntax.article.words(syntax.token(at).span) == ","; }

bool is_them(Key key) { return key == "them"_key || key == "whom"_key || key == "those"_key; }

}  // namespace

// "..., 38, ...", "..., 76.": two figures between a comma and a mark.
bool TollFinder::is_age(std::uint32_t number) const {
  if (syntax_.article.words(syntax_.token(number - 1).span) != "," || syntax_.token(number).span.length() != 2) return false;
  const std::string_view after =
      number + 1 < syntax_.size() ? syntax_.article.words(syntax_.token(number + 1).span) : std::string_view(".");
  return after == "," || after == "." || after == ";";
}

// Behind a bracket that tells the age of somebody, or nothing but a number; none for others.
std::uint32_t TollFinder::behind_description(std::uint32_t open, std::uint32_t last) const {
  constexpr std::uint32_t longest = 16;
  if (open + 1 >= last) return none;
  const Key first = syntax_.token(open + 1).key;
  if (first != "age"_key && first != "aged"_key && !syntax_.is_number(open + 1)) return none;
  for (std::uint32_t i = open + 2; i < last && i < open + longest; ++i)
    if (syntax_.article.words(syntax_.token(i).span) == ")") return i + 1;
  return none;
}

// The comma that closes what is among those counted ("12 people, including two boys, were"); the row's end where there is none.
std::uint32_t TollFinder::subset_end(const Row& row, std::uint32_t at) const {
  ++at;
  while (at < row.last && !is_comma(syntax_, at)) ++at;
  return at;
}

// What stands between the groups: moves past it, or says that the row ends there or that a group may begin.
TollFinder::Step TollFinder::separator(Row& row, std::uint32_t& at) const {
  const Token& t = syntax_.token(at);
  const Key next = at + 1 < row.last ? syntax_.token(at + 1).key : 0;
  if (t.key == "among"_key && is_them(next)) {
    if (row.forward) return Step::stop;  // "12 people, among them a girl, were": she is one of them
    at = subset_end(row, at);
    return Step::past;
  }
  if (t.key == "among"_key && !row.forward) {  // "two boys among six killed": the six are all
    row.items.clear();
    row.preposition = row.and_before = false;
    ++at;
    return Step::past;
  }
  if (row.forward && at != row.first && effects_.find(t.key) && t.key != "dead"_key) return Step::stop;  // "kills three, wounds 16"
  if (opens_subset(t.key)) {
    if (row.forward) return Step::stop;
    at = subset_end(row, at);
    return Step::past;
  }
  if (t.tag == Tag::cconj) {
    row.and_before = t.key == "and"_key || t.key == "&"_key || t.key == "plus"_key;
    if (t.key == "but"_key && row.any) return Step::stop;
    ++at;
    return Step::past;
  }
  if (t.tag == Tag::punct) {
    const std::string_view word = syntax_.article.words(t.span);
    if (word == ",") row.preposition = false;
    if (row.forward && word == "(" && row.any)  // "a commander of the Front (NLF) and two guards"
      for (std::uint32_t i = at + 1; i < row.last && i < at + 6; ++i)
        if (syntax_.article.words(syntax_.token(i).span) == ")") {
          at = i + 1;
          return Step::past;
        }
    if (row.forward && word != "," && word != "-" && word != "\"") return Step::stop;
    if (!row.forward && word == "(")  // "Sepoy Omar Noor (age 27 years, resident of Gao) and Sepoy Ali Diop"
      if (const std::uint32_t close = behind_description(at, row.last); close != none) {
        at = close;
        return Step::past;
      }
    const bool dash = word == "-" && t.has(Token::space_before) && realis::is_headline(syntax_.article, t.sentence);
    if (row.forward && row.any && dash) return Step::stop;  // "kills 4 - official"
    ++at;
    return Step::past;
  }
  if (t.key == "up"_key && at + 2 < row.last && next == "to"_key && syntax_.is_number(at + 2)) {  // "up to 15 fighters"
    at += 2;
    return Step::past;
  }
  return Step::group;
}

// Past a word that begins no group. False where the row ends.
bool TollFinder::past_word(Row& row, std::uint32_t& at) const {
  const Token& t = syntax_.token(at);
  if (t.tag == Tag::adp && t.key != "of"_key) {
    row.preposition = true;
    if (row.forward && row.any && row.items.empty()) return false;
  }
  // "Killers of a professor were held": whose they are is not counted.
  if (t.key == "of"_key && at > row.first && syntax_.is_noun(at - 1) && syntax_.is_plural(at - 1) && syntax_.class_of(at - 1).is_people() &&
      syntax_.telling_noun(at - 1) == at - 1)
    row.preposition = true;
  if (row.forward && (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::sconj || t.tag == Tag::adp || t.tag == Tag::pron)) {
    if (t.tag != Tag::adp || t.key != "of"_key) return false;
    row.preposition = true;
  }
  ++at;
  return true;
}

// Counts one group. False where the row ends before it.
bool TollFinder::add_group(Row& row, std::uint32_t first, std::uint32_t head) const {
  if (row.preposition) {
    row.preposition = false;
    return true;
  }
  const bool subject =
      head + 1 < syntax_.size() &&
      (syntax_.token(head + 1).tag == Tag::aux || (syntax_.token(head + 1).tag == Tag::verb && syntax_.token(head + 1).form == Form::past));
  if (row.forward && !row.items.empty() && subject) return false;  // "killed two and police said": the next clause's subject
  if (row.forward && row.any && opens_next(first, head)) return false;
  Item item;
  if (toll_of(first, head, item.toll)) {
    item.and_before = row.and_before;
    item.name = syntax_.entity_of(head).set();
    item.determined = syntax_.token(first).tag == Tag::det;
    if (row.forward && first == row.first) item.toll.subset = false;  // "captured four of them"
    row.items.push_back(item);
  } else if (row.and_before && !row.items.empty()) {
    row.closed = true;  // "six fighters, ten elders and soldiers"
  }
  return true;
}

// "Rebels seize outpost, four guards killed": past a headline's comma, those that another word tells of.
bool TollFinder::opens_next(std::uint32_t first, std::uint32_t head) const {
  if (first == 0 || head + 1 >= syntax_.size() || syntax_.article.words(syntax_.token(first - 1).span) != ",") return false;
  const Token& t = syntax_.token(head + 1);
  const bool past = t.tag == Tag::verb && (t.form == Form::past || t.form == Form::past_participle);
  if (!past || !effects_.find(t.key) || !realis::is_headline(syntax_.article, t.sentence)) return false;
  if (head + 2 >= syntax_.size() || syntax_.token(head + 2).sentence != t.sentence) return true;
  const Tag after = syntax_.token(head + 2).tag;
  return after == Tag::adp || after == Tag::punct;
}

// "A Palestinian was killed": one, whom an adjective names.
bool TollFinder::is_one_of_nation(std::uint32_t at, std::uint32_t last) const {
  const Key key = syntax_.token(at).key;
  if ((key != "a"_key && key != "an"_key && key != "another"_key) || at + 2 != last || syntax_.token(at + 1).tag != Tag::adj) return false;
  const mentions::Mentions& mentions = syntax_.article.mentions;
  const std::uint32_t m = mentions.mention_of[at + 1];
  return m != mentions::none && mentions.entities.mentions[m].kind == MentionKind::demonym;
}

// "Killed one guard and wounded another", "another was hurt", "another in Gao": nobody is named behind it.
bool TollFinder::stands_alone(std::uint32_t another) const {
  std::uint32_t next = another + 1;
  if (next + 1 < syntax_.size() && syntax_.token(next).tag == Tag::adv) ++next;  // "another seriously wounded"
  if (next >= syntax_.size() || syntax_.token(next).sentence != syntax_.token(another).sentence) return true;
  const Token& t = syntax_.token(next);
  return t.tag == Tag::aux || t.tag == Tag::adp || t.tag == Tag::punct || t.tag == Tag::cconj || t.tag == Tag::sconj ||
         (t.tag == Tag::verb && t.relation != Relation::amod && effects_.find(t.key) != nullptr);
}

// The people between two tokens. Noun groups after a preposition (but "of") are not counted; after "including" neither.
std::vector<Toll> TollFinder::list(std::uint32_t first, std::uint32_t last, bool forward) const {
  Row row;
  row.first = first;
  row.last = last;
  row.forward = forward;
  for (std::uint32_t i = first; i < last;) {
    const Step step = separator(row, i);
    if (step == Step::stop) break;
    if (step == Step::past) continue;
    std::uint32_t head = chunks_.head_from(i, last);
    if (head == none && is_one_of_nation(i, last)) head = i + 1;
    if (syntax_.token(i).key == "another"_key && stands_alone(i)) head = i;
    if (head == none || head >= last) {
      if (!past_word(row, i)) break;
      continue;
    }
    // "Constable Omar Noor, 38, died": how old he was.
    const bool one =
        !row.items.empty() && (row.items.back().name || (row.items.back().toll.value == 1 && !row.items.back().toll.quantity.set()));
    if (one && i == head && syntax_.is_number(head) && head > first && is_age(head)) {
      row.any = true;
      i = head + 1;
      continue;
    }
    if (!add_group(row, i, head)) break;
    row.any = true;
    row.and_before = false;
    const std::uint32_t tell = syntax_.telling_noun(head);
    i = std::max(head, tell > head && tell - head < 8 ? tell : head) + 1;
  }
  return counted(row);
}

// Of the groups of a row those that add up.
std::vector<Toll> TollFinder::counted(Row& row) const {
  std::vector<Item>& items = row.items;
  // "40 people, 6 guards and 34 civilians": the total and its parts.
  const bool names = items.size() > 2 && std::all_of(items.begin() + 1, items.end(), [](const Item& item) { return item.name; });
  if (items.size() > 2 &&
      (items[0].toll.general || (names && (!items[0].name || items[0].toll.value > 1)))) {  // "two clerks, Ana Diaz and Luis Mora"
    double parts = 0;
    for (std::size_t k = 1; k < items.size(); ++k) parts += items[k].toll.value;
    if (parts == items[0].toll.value) items.resize(1);
  }
  const bool listed = row.closed || std::any_of(items.begin(), items.end(), [](const Item& item) { return item.and_before; });
  std::vector<Toll> out;
  for (std::size_t k = 0; k < items.size(); ++k) {
    // Without an "and" a second group is an apposition - but in headlines a comma joins.
    if (k != 0 && !listed && !(realis::is_headline(syntax_.article, items[k].toll.sentence) && !items[k].name && !items[k].determined))
      continue;
    // "a woman, Ana Diaz, and her two daughters": the woman is she.
    if (k != 0 && items[k - 1].name && items[k].name && !items[k].and_before && items[k - 1].toll.who == items[k].toll.who) continue;
    if (k != 0 && items[k - 1].name != items[k].name && !items[k].and_before && items[k].toll.value == 1 && !items[k].toll.quantity.set())
      continue;
    out.push_back(items[k].toll);
  }
  return out;
}

}  // namespace khabar::incidents
