#include "facts/incidents/chunks.h"

#include <algorithm>

namespace khabar::incidents {

namespace {
constexpr std::uint32_t widest = 24;  // tokens looked at on either side
constexpr Key and_ = "and"_key;       // Emscripten's compiler takes no literals of keys in templates
constexpr Key after = "after"_key, before_ = "before"_key, since = "since"_key;
}  // namespace

// "Off-duty", "on-site": a word of its own that a preposition begins; not "father-in-law".
bool Chunks::begins_hyphened(std::uint32_t at) const {
  auto is_hyphen = [&](std::uint32_t i) {
    return syntax_.article.words(syntax_.token(i).span) == "-" && !syntax_.token(i).has(Token::space_before);
  };
  return at + 2 < syntax_.size() && is_hyphen(at + 1) && !syntax_.token(at + 2).has(Token::space_before) && (at == 0 || !is_hyphen(at - 1));
}

// "more than 65", "over 65": words before a number that say how exact it is.
bool Chunks::compares(std::uint32_t at) const {
  const auto is_number = [&](std::uint32_t i) { return i < syntax_.size() && syntax_.token(i).tag == Tag::num && !syntax_.is_time(i); };
  switch (syntax_.token(at).key) {
    case "more"_key:
    case "fewer"_key:
    case "less"_key: return at + 1 < syntax_.size() && syntax_.token(at + 1).key == "than"_key && is_number(at + 2);
    case "than"_key:
    case "over"_key:
    case "around"_key:
    case "about"_key: return is_number(at + 1);
    default: return false;
  }
}

bool Chunks::opens_quotation(std::uint32_t at) const {
  const Token& t = syntax_.token(at);
  if ((t.key != "\""_key && t.key != "'"_key) || !t.has(Token::space_before) || at == 0 || at + 1 >= syntax_.size()) return false;
  const Token &before = syntax_.token(at - 1), &after = syntax_.token(at + 1);
  return (before.tag == Tag::num || before.tag == Tag::det) && before.sentence == t.sentence && !after.has(Token::space_before) &&
         (after.tag == Tag::noun || after.tag == Tag::adj);
}

// May the token stand inside a noun group?
bool Chunks::inside(std::uint32_t at) const {
  const Token& t = syntax_.token(at);
  if (t.tag == Tag::verb && t.form != Form::gerund && syntax_.frames.class_of(t.key, 0).is_people()) return true;  // "hitmen"
  switch (t.tag) {
    case Tag::det:
    case Tag::adj:
    case Tag::num:
    case Tag::noun:
    case Tag::propn:
    case Tag::sym:
    case Tag::x: return true;
    case Tag::pron: return t.relation == Relation::nmod_poss || t.key == "others"_key || t.key == "someone"_key;
    case Tag::part: return t.key == "'s"_key || t.key == "'"_key;
    case Tag::verb:  // "retired general Ana Diaz", whatever the tree makes of it
      return ((t.form == Form::past_participle || t.form == Form::gerund) && t.relation == Relation::amod) || t.key == "retired"_key;
    case Tag::adv:
      return (t.relation == Relation::advmod && (t.key == "about"_key || t.key == "nearly"_key || t.key == "almost"_key)) || compares(at);
    case Tag::sconj: return compares(at);
    case Tag::adp:
      if (begins_hyphened(at)) return true;
      return (t.key == "at"_key && at + 1 < syntax_.size() && syntax_.token(at + 1).key == "least"_key) || compares(at);
    case Tag::punct: {
      const std::string_view word = syntax_.article.words(t.span);
      return (word == "-" && !t.has(Token::space_before)) || opens_quotation(at);
    }
    default: return false;
  }
}

// "In Gao 12 people were killed", "on Monday five died", "in the clash 3 rebels died": a number after a place, a day or a noun begins a
// group of its own.
bool Chunks::counts_anew(std::uint32_t at) const {
  if (at == 0 || syntax_.article.mentions.quantity_of[at] == none) return false;
  const quantities::Found& counted = syntax_.article.mentions.quantities[syntax_.article.mentions.quantity_of[at]];
  // "In Gao at least 12 people": from the words that say how exact it is.
  const bool compared = counted.first == at && counted.quantity.comparator != Comparator::none && at + 3 < syntax_.size() &&
                        (syntax_.token(at + 1).tag == Tag::num || syntax_.token(at + 2).tag == Tag::num);
  if (syntax_.token(at).tag != Tag::num && !compared) return false;
  if (syntax_.token(at).has(Token::initial_capital) || syntax_.token(at - 1).sentence != syntax_.token(at).sentence) return false;
  const Token& noun = syntax_.token(at - 1);
  if (syntax_.is_time(at - 1)) return true;
  if (compared && noun.key == "then"_key) return true;
  if (noun.tag == Tag::noun && !noun.has(Token::initial_capital) && noun.relation != Relation::compound && noun.has(Token::has_letter))
    return true;
  return syntax_.is_place(syntax_.article.entity_at(at - 1));
}

std::uint32_t Chunks::head_from(std::uint32_t at, std::uint32_t limit) const {
  const std::uint32_t sentence = syntax_.token(std::min(at, syntax_.size() - 1)).sentence;
  const std::uint32_t last = std::min({syntax_.article.language.sentences[sentence].last, at + widest, limit});
  while (at < last && syntax_.token(at).tag == Tag::adv && !inside(at)) ++at;
  std::uint32_t head = none;
  for (std::uint32_t i = at; i < last; ++i) {
    const Token& t = syntax_.token(i);
    if (t.tag == Tag::pron && t.relation != Relation::nmod_poss) return head == none ? i : head;
    if (!inside(i) || (head != none && (counts_anew(i) || (syntax_.is_time(i) && !syntax_.is_time(head))))) break;
    if (t.tag == Tag::part) continue;
    const bool people = (t.tag == Tag::adj || t.tag == Tag::verb) &&
                        syntax_.frames.class_of(t.key, t.lemma).is_people();  // "gunmen" taken for an adjective
    if (t.tag == Tag::noun || t.tag == Tag::propn || people || (t.tag == Tag::num && head == none) || t.lemma == "other"_key) head = i;
    if (head != none && (t.tag == Tag::det) && i > head) break;
  }
  return head;
}

std::uint32_t Chunks::group_ending(std::uint32_t at, std::uint32_t& first) const {
  const Token& end = syntax_.token(at);
  first = at;
  if (end.tag == Tag::pron) return at;
  if (end.tag != Tag::noun && end.tag != Tag::propn && end.tag != Tag::num) return none;
  const std::uint32_t start = syntax_.article.language.sentences[end.sentence].first;
  while (first > start && at - first < widest && inside(first - 1)) {
    if (counts_anew(first)) break;
    --first;
    if (syntax_.token(first).tag == Tag::det) break;
  }
  return at;
}

// The heads before the last one of "A, B and C", from the right: read(end, start, first) gives the head of the group that ends there and
// sets where it begins, or none where the list is over.
template <typename Read>
std::vector<std::uint32_t> Chunks::listed_before(std::uint32_t last, Read&& read) const {
  constexpr std::size_t most = 10;
  std::vector<std::uint32_t> out;
  const std::uint32_t start = syntax_.article.language.sentences[syntax_.token(last).sentence].first;
  std::uint32_t first = last;
  if (group_ending(last, first) == none || first <= start || syntax_.token(first - 1).key != and_) return out;
  while (out.size() < most) {
    std::uint32_t end = first;
    while (end > start && (syntax_.token(end - 1).tag == Tag::cconj || syntax_.article.words(syntax_.token(end - 1).span) == ",")) --end;
    if (end == first || end == start) break;
    const std::uint32_t head = read(end, start, first);
    if (head == none) break;
    out.push_back(head);
  }
  return out;
}

std::vector<std::uint32_t> Chunks::people_before(std::uint32_t last) const {
  return listed_before(last, [&](std::uint32_t end, std::uint32_t start, std::uint32_t& first) {
    const std::uint32_t head = group_ending(before_age(end, start) - 1, first);
    const bool people = head != none && !syntax_.is_time(head) && syntax_.class_of(syntax_.telling_noun(head)).is_people();
    return people ? head : none;
  });
}

// "Luis Mora, 20 years old, and": the end of the name before an age.
std::uint32_t Chunks::before_age(std::uint32_t end, std::uint32_t start) const {
  std::uint32_t i = end;
  if (i > start + 3 && syntax_.article.words(syntax_.token(i - 1).span) == ")" && syntax_.article.words(syntax_.token(i - 3).span) == "(")
    return i - 3;  // "Luis Mora (34), ..."
  if (i > start + 2 && syntax_.token(i - 1).key == "old"_key && syntax_.token(i - 2).lemma == "year"_key) i -= 2;
  if (i <= start + 2 || syntax_.token(i - 1).tag != Tag::num) return end;
  return syntax_.article.words(syntax_.token(i - 2).span) == "," ? i - 2 : end;
}

std::vector<std::uint32_t> Chunks::things_before(std::uint32_t last) const {
  return listed_before(last, [&](std::uint32_t end, std::uint32_t start, std::uint32_t& first) {
    std::uint32_t head = group_ending(end - 1, first);
    while (head != none && first > start + 1 && syntax_.token(first - 1).key == "of"_key) head = group_ending(first - 2, first);
    if (head == none || syntax_.is_time(head) || !syntax_.class_of(syntax_.telling_noun(head)).is_thing()) return none;
    if (first == start || syntax_.token(first - 1).tag != Tag::adp) return head;
    const Key before = syntax_.token(first - 1).key;  // "in the city, two shops", but "after a van and two shops were burned"
    return before == after || before == before_ || before == since ? head : none;
  });
}

// The bracket that the closing one at the token belongs to; none where there is none near.
std::uint32_t Chunks::opening(std::uint32_t at, std::uint32_t floor) const {
  const std::string_view mark = syntax_.article.words(syntax_.token(at).span);
  if (mark != ")" && mark != "]") return none;
  for (std::uint32_t i = at; i > floor && at - i < 8; --i)
    if (syntax_.article.words(syntax_.token(i - 1).span) == (mark == ")" ? "(" : "[")) return i - 1;
  return none;
}

// The dash that the one at the token closes what it opened; none where it is no dash, or the only one.
std::uint32_t Chunks::opening_dash(std::uint32_t at, std::uint32_t floor) const {
  const std::string_view mark = syntax_.article.words(syntax_.token(at).span);
  if (mark != "--" && mark != "\xE2\x80\x94" && mark != "\xE2\x80\x93") return none;
  for (std::uint32_t i = at; i > floor + 1; --i)
    if (syntax_.article.words(syntax_.token(i - 1).span) == mark) return i - 1;
  return none;
}

std::uint32_t Chunks::subject_before(std::uint32_t at) const {
  const std::uint32_t start = syntax_.article.language.sentences[syntax_.token(at).sentence].first;
  std::uint32_t head = none;
  std::uint32_t i = at;
  const std::uint32_t floor = at - start > 2 * widest ? at - 2 * widest : start;
  bool preposition = false;  // the group just read stands after one: its governor is further left
  while (i > floor) {
    const Token& t = syntax_.token(i - 1);
    if (t.tag == Tag::adv || t.tag == Tag::aux || (t.tag == Tag::part && t.key == "not"_key)) {
      --i;
      continue;
    }
    if (const std::uint32_t open = opening(i - 1, floor);
        open != none) {  // "the Front (NLF) hijacked", "the ILA [Lakes Authority] head said"
      i = open;
      std::uint32_t first = 0;
      if (head != none && !preposition && i > floor && group_ending(i - 1, first) != none) i = first;
      continue;
    }
    if (t.tag == Tag::pron && (t.key == "who"_key || t.key == "which"_key || t.key == "that"_key) && head == none) {
      --i;
      if (i > floor && syntax_.token(i - 1).tag == Tag::punct) --i;
      continue;
    }
    // "years after a blast killed": with the verb that follows it opens a clause, whatever its tag.
    if (head != none && !preposition && (t.key == "after"_key || t.key == "before"_key || t.key == "since"_key)) break;
    if (t.tag == Tag::adp && head != none && !(t.key == "to"_key && i >= floor + 2 && syntax_.token(i - 2).key == "according"_key) &&
        t.key != "including"_key) {
      preposition = true;
      --i;
      continue;
    }
    if (t.key == "to"_key && head != none && preposition && i >= floor + 3 && syntax_.token(i).key == "be"_key) {
      const Key which = syntax_.token(i - 2).key;  // "gunmen suspected to be from the valley ambushed"
      if (which == "suspected"_key || which == "believed"_key || which == "thought"_key || which == "alleged"_key) {
        i -= 2;
        head = none;
        preposition = false;
        continue;
      }
    }
    if (t.key == "to"_key && i >= floor + 2 && syntax_.token(i - 2).key == "according"_key) {  // "according to officials"
      i -= 2;
      head = none;
      preposition = false;
      if (i > floor && syntax_.token(i - 1).tag == Tag::punct) --i;
      continue;
    }
    if (const std::uint32_t open = head == none && !preposition ? opening_dash(i - 1, floor) : none; open != none) {
      i = open;  // "the Front -- which has grown -- kidnapped"
      continue;
    }
    if (preposition && (t.key == "loyal"_key || t.key == "allied"_key || t.key == "linked"_key || t.key == "affiliated"_key ||
                        t.key == "opposed"_key || t.key == "sympathetic"_key)) {  // "fighters loyal to a warlord killed"
      --i;
      continue;
    }
    std::uint32_t first = 0;
    if (head != none && !preposition) break;
    const std::uint32_t group = group_ending(i - 1, first);
    if (group == none) break;
    if (syntax_.is_time(group)) {                       // "on Friday killed": a time stands between
      while (i > first && syntax_.is_time(i - 1)) --i;  // "bombings yesterday struck": the group before the day
      if (i <= floor) break;
      if (i > floor && syntax_.token(i - 1).tag == Tag::adp) --i;
      continue;
    }
    head = group;
    preposition = false;
    for (std::uint32_t day = group; day > first; --day)  // "on the night of 3 May unidentified men": the day is none of theirs
      if (syntax_.is_time(day - 1) && syntax_.article.words(syntax_.token(day).span) != "'s" && !syntax_.is_time(day)) return head;
    i = first;
  }
  return preposition ? none : head;
}

}  // namespace khabar::incidents
