// Lone names: what a name is that no list holds, by where it stands and what is done to it.
//
//   in Arvika ... to Arvika          rebels shelled Arvika, an attack on Sarm          places
//   Sentrix said that ...            CloudHalden reported                              bodies
#include <algorithm>
#include <array>
#include <unordered_map>

#include "mentions/entities/reading.h"
#include "text/sorting.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Relation;
using language::Tag;

// '"No," Holm said': words of a mouth.
bool follows_quote(const Words& words, std::uint32_t i) {
  return i > 0 && (is_quote(words[i - 1].key) || (i > 1 && words[i - 1].key == ","_key && is_quote(words[i - 2].key)));
}

// What an article says of one name.
struct Signs {
  std::uint32_t where = 0, whither = 0;
  bool taken = false;    // what is done to places was done to it
  bool only = false;     // what is done to nothing else was done to it
  bool town = false;     // it has a city hall, a port
  bool body = false;     // it is called a firm, a paper
  bool reports = false;  // it says or finds something
  bool full = false;     // a title or a fuller name tells that it is a person
  bool person = false;   // that does, or what it does
};

class LoneNames {
 public:
  LoneNames(const Reading& reading, std::vector<Name>& names) : r_(reading), words_(reading.words), names_(names) {}

  // Did one of them become a place?
  bool run() {
    bool found = false;
    for (std::size_t n = 0; n < names_.size(); ++n) read(names_[n], n == 0 ? nullptr : &names_[n - 1]);
    for (Name& name : names_) {
      const EntityType before = name.type;
      judge(name);
      found = found || (name.type == EntityType::place && before != EntityType::place);
    }
    return found;
  }

 private:
  Key key(std::uint32_t i) const { return i < words_.size() ? words_[i].key : Key{0}; }
  Key key_of(Range range) const {
    if (range.length() == 1) return words_[range.first].key;
    Key whole = 0;
    for (std::uint32_t i = range.first; i < range.last; ++i) whole = text::chain(whole, words_[i].key);
    return whole;
  }
  // No list, title or definition says that it is anybody; the last of several words may be a surname, too.
  bool unlisted(const Name& name) const {
    if (name.entry != none || name.definition != none || !name.role.empty()) return false;
    if (name.words.length() == 1) return !r_.person_listed(name.words);
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i)
      if (words_[i].has(Word::given)) return false;
    return true;
  }
  // What the model alone calls a body.
  bool is_guessed_body(const Name& name) const {
    return name.type == EntityType::organization && name.entry == none && name.definition == none && name.words.length() == 1;
  }
  // The token of the name that hangs on something outside it.
  const language::Token& head(const Name& name) const {
    const std::uint32_t first = words_[name.words.first].token, last = words_[name.words.last - 1].token;
    for (std::uint32_t t = first; t < last; ++t) {
      const language::Token& token = r_.language.tokens[t];
      if (token.head < first || token.head > last) return token;
    }
    return r_.language.tokens[last];
  }

  // In "Arvika, Sarm and Halden" the first.
  const language::Token& first_of_list(const language::Token& last) const {
    constexpr int steps_max = 8;
    const language::Token* token = &last;
    for (int steps = 0; steps < steps_max && token->relation == Relation::conj; ++steps) token = &r_.language.tokens[token->head];
    return token->tag == Tag::propn ? *token : last;
  }

  // "fired at Kuhak", "were hit at Kuhak", but "works at Sentrix", "an analyst at Sentrix"
  bool happens_there(const Name& name) const {
    const language::Token& governor = r_.language.tokens[head(name).head];
    const Key verb = governor.lemma;
    return governor.tag == Tag::verb && verb != "work"_key && verb != "study"_key && verb != "teach"_key && verb != "train"_key &&
           verb != "say"_key && words_[name.words.first].has(Word::capital) && !words_[name.words.first].has(Word::capitals) &&
           !words_[name.words.first].has(Word::mixed);
  }

  // "Arvika's old city hall"
  bool has_what_towns_have(std::uint32_t i) const {
    for (const std::uint32_t end = std::min(i + 4, words_.size()); i < end; ++i) {
      if (r_.is(words_[i].key, WordClass::of_town)) return true;
      const Tag tag = r_.token(i).tag;
      if (tag != Tag::adj && tag != Tag::noun) return false;
    }
    return false;
  }

  // "in Sagaing's Hoyat": of a place that something lies in or goes to.
  bool is_of_a_place(const Name& name, const Name* before) const {
    if (before == nullptr || before->type != EntityType::place || before->words.last + 1 != name.words.first || before->words.first == 0)
      return false;
    const Key preposition = words_[before->words.first - 1].key;
    return key(before->words.last) == "'s"_key &&
           (preposition == "in"_key || preposition == "near"_key || preposition == "at"_key || preposition == "from"_key ||
            preposition == "to"_key || preposition == "off"_key || preposition == "outside"_key);
  }

  void read(const Name& name, const Name* previous) {
    const bool person = name.type == EntityType::person;
    const bool body = is_guessed_body(name);
    if (!person && !body && (name.type != EntityType::place || name.words.length() > 1)) return;
    const std::uint32_t first = name.words.first;
    const bool several = name.words.length() > 1;
    if (several || !name.role.empty() || name.definition != none)
      for (std::uint32_t i = first; i < name.words.last; ++i) signs_[words_[i].key].person = signs_[words_[i].key].full = true;
    if (several && !unlisted(name)) return;
    if (!several && (!name.role.empty() || name.definition != none)) return;
    Signs& of = signs_[key_of(name.words)];
    const bool owns = key(name.words.last) == "'s"_key;  // "near Holm's house"
    const std::uint32_t owned = name.words.last + 1;
    const bool of_person = owns && !(owned < words_.size() && words_[owned].has(Word::named));  // "in Sarm's Orvel" is where
    const Key before = first > 0 && !of_person ? words_[first - 1].key : 0;
    const bool town = owns && unlisted(name) && has_what_towns_have(name.words.last + 1);
    const bool stands = before == "in"_key || before == "at"_key || before == "near"_key;
    of.town =
        of.town || town || (owns && stands) || (body && before == "at"_key && happens_there(name)) ||
        (body && before == "to"_key && previous != nullptr && previous->type == EntityType::place && previous->words.last + 1 == first);
    of.where += town;
    of.where += unlisted(name) && is_of_a_place(name, previous);
    of.where += before == "in"_key || before == "near"_key || before == "at"_key || before == "outside"_key || before == "inside"_key ||
                before == "into"_key;
    of.whither +=
        before == "to"_key || before == "from"_key || before == "towards"_key || before == "toward"_key || before == "between"_key;
    const language::Token& token = first_of_list(head(name));
    const Key governor = r_.language.tokens[token.head].lemma;
    const bool towards = before == "to"_key || before == "from"_key;  // "a trip to Arvika" is enough
    of.where += towards && r_.is(governor, WordClass::goes_to);
    const bool undergoes = token.relation == Relation::obj || token.relation == Relation::nsubj_pass;
    of.only = of.only || (undergoes && r_.is(governor, WordClass::only_place));
    of.taken = of.taken || (undergoes && r_.is(governor, WordClass::takes_place)) ||
               (!owns && first > 1 && r_.is(text::chain(words_[first - 2].key, before), WordClass::done_to_place));
    const bool subject = token.relation == Relation::nsubj;
    const bool acts = person && subject && governor != "fall"_key && governor != "lie"_key;
    of.where += subject && governor == "lie"_key;
    of.person = of.person || acts;
    of.full = of.full || (acts && follows_quote(words_, first));
    of.reports = of.reports || (acts && r_.is(governor, WordClass::reports));
    of.full = of.full || is_called_somebody(name);
    of.body = of.body || is_called_a_body(name);
  }

  // "Sentrix, a Norwegian security firm", "Sentrix, its operator"
  bool is_called_a_body(const Name& name) const {
    const std::uint32_t last = name.words.last;
    if (key(last) != ","_key || last + 1 >= words_.size()) return false;
    const Tag tag = r_.token(last + 1).tag;
    const bool opens = tag == Tag::det || key(last + 1) == "its"_key || words_[last + 1].has(Word::capital);
    for (std::uint32_t i = last + 1; opens && i < words_.size() && i < last + 7 && !words_[i].has(Word::mark); ++i) {
      if (r_.is(words_[i].key, WordClass::body_kind)) return i + 1 >= words_.size() || r_.token(i + 1).tag != Tag::noun;
      if (r_.token(i).tag == Tag::verb || r_.token(i).tag == Tag::adp) return false;
    }
    return false;
  }

  // "Holm, 41," and "Holm, an aide to ..."
  bool is_called_somebody(const Name& name) const {
    const std::uint32_t last = name.words.last;
    if (key(last) != ","_key) return false;
    for (std::uint32_t i = last + 1; i < words_.size() && i < last + 4 && !words_[i].has(Word::mark); ++i)
      if (words_[i].has(Word::digits) || r_.title(i) != nullptr || r_.noun_length(i, NounKind::people) != 0 || key(i) == "who"_key)
        return true;
    return false;
  }

  void judge(Name& name) {
    static constexpr std::array sites = {"base"_key,       "camp"_key,     "post"_key,    "outpost"_key,
                                         "checkpoint"_key, "barracks"_key, "airfield"_key};
    const std::uint32_t first = name.words.first;
    const bool guessed = is_guessed_body(name);
    if (guessed && signs_[key_of(name.words)].town) name.type = EntityType::place;
    if (guessed && first >= 2 && words_[first - 1].key == "at"_key &&
        std::find(sites.begin(), sites.end(), words_[first - 2].key) != sites.end())
      name.type = EntityType::place;  // "a base at Arvika"
    if (name.type != EntityType::person) return;
    const bool the = first > 0 && key(first - 1) == "the"_key;
    if (the && name.words.length() == 1 && name.role.empty() && key(name.words.last) == "group"_key) {
      if (!signs_[key_of(name.words)].full) name.type = EntityType::organization;  // "the Akira group"
      return;
    }
    if (name.words.length() > 1 && !unlisted(name)) return;
    const Signs& of = signs_[key_of(name.words)];
    if (of.body && !of.full && unlisted(name)) {
      name.type = EntityType::organization;
      return;
    }
    if (of.reports && !of.full && name.words.length() == 1 && unlisted(name) && !words_[first].has(Word::joined)) {
      name.type = EntityType::organization;  // "Sentrix said": persons have a fuller name in their article
      return;
    }
    if (of.person) return;
    if (of.where != 0 || of.whither > 2 || (of.taken && unlisted(name)) || (of.only && !of.full)) name.type = EntityType::place;
  }

  const Reading& r_;
  const Words& words_;
  std::vector<Name>& names_;
  std::unordered_map<Key, Signs> signs_;  // by a lone word, by all words of a longer name
};

// Names that nobody proposed, where only places stand or where bodies act: "in Arvika", "CloudHalden reported".
class MissedNames {
 public:
  MissedNames(const Reading& reading, std::vector<Name>& names) : r_(reading), words_(reading.words), names_(names) {}

  void run() {
    std::vector<bool> taken(words_.size(), false);
    before_.assign(words_.size() + 1, Before::nothing);
    for (const Name& name : names_) {
      if (name.type == EntityType::place && name.kind == MentionKind::name) before_[name.words.last] = Before::place;
      if (is_private_body(r_, name)) before_[name.words.last] = Before::body;
      lands_ = lands_ || name.type == EntityType::country || (name.entry != none && !r_.entry(name.entry).iso2.empty());
    }
    for (const Name& name : names_)
      for (std::uint32_t i = name.words.first; i < name.words.last; ++i) taken[i] = true;
    const std::size_t known = names_.size();
    for (const Range sentence : words_.sentences) {
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (taken[i]) continue;
        if (is_body(i, sentence) || is_made_up(i, sentence)) {
          add({i, i + 1}, EntityType::organization);
          continue;
        }
        if (!bare(i) || i == sentence.first) continue;
        const bool of_list = words_[i - 1].key == "and"_key && r_.token(i).relation == Relation::conj;
        if (of_list && before_[i - 1] == Before::body && ends_at(i + 1, sentence)) {  // "Reuters and Sentrix"
          add({i, i + 1}, EntityType::organization);
          continue;
        }
        std::uint32_t end = i + 1;
        while (end < sentence.last && end - i < 3 && !taken[end] && bare(end)) ++end;
        if (stands_where(i) && ends_at(end, sentence) && (end == sentence.last || !taken[end] || !words_[end].has(Word::named)))
          add({i, end}, EntityType::place);
        i = end - 1;
      }
    }
    text::merge_halves(names_, known, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
  }

 private:
  // "CloudHalden said", "a report by Sentrix": one word that nothing lists, and that says or finds.
  bool is_body(std::uint32_t i, Range sentence) const {
    const Word& word = words_[i];
    const bool plain = word.has(Word::capital) && word.writing == Case::normal && !word.has(Word::mark) && !word.has(Word::digits) &&
                       !word.has(Word::dated) && !word.has(Word::given) && !word.has(Word::surname) && !word.has(Word::joined) &&
                       r_.hit_over[i] == none && r_.noun_at[i].length == 0 && r_.title_at[i].length == 0 && r_.form(i).size() >= 4;
    if (!plain || follows_quote(words_, i) || r_.token(i).tag != Tag::propn || r_.token(i).relation != Relation::nsubj) return false;
    const bool goes_on = i + 1 < sentence.last && (words_[i + 1].has(Word::named) || words_[i + 1].has(Word::joined) ||
                                                   words_[i + 1].key == ","_key);  // "Holm, 41, said"
    const bool went_on = i > sentence.first && words_[i - 1].has(Word::capital);
    return !goes_on && !went_on && r_.is(r_.language.tokens[r_.token(i).head].lemma, WordClass::reports);
  }
  // "CloudHalden", "TraderOrvel": written as only firms and bands write themselves; "McHolm" and "DeSarm" are families.
  bool is_made_up(std::uint32_t i, Range sentence) const {
    constexpr std::size_t letters_min = 7, family_prefix_max = 3;
    const Word& word = words_[i];
    const std::string_view form = r_.form(i);
    if (!word.has(Word::mixed) || !word.has(Word::capital) || word.writing != Case::normal || form.size() < letters_min) return false;
    if (r_.hit_over[i] != none || word.has(Word::given) || word.has(Word::surname) || word.has(Word::joined)) return false;
    if (i + 1 < sentence.last && (words_[i + 1].has(Word::joined) || words_[i + 1].has(Word::capital))) return false;
    if (i > sentence.first && words_[i - 1].has(Word::capital) && !words_[i - 1].has(Word::starts)) return false;
    const bool address = i > sentence.first && words_[i - 1].has(Word::mark) && !r_.token(i).has(language::Token::space_before);
    if (address && !is_quote(words_[i - 1].key) && words_[i - 1].key != "("_key) return false;  // "?StoryID=16"
    std::size_t inner = 0;  // where the first capital after small letters stands
    for (std::size_t c = 1; c < form.size(); ++c) {
      const bool letter = (form[c] >= 'a' && form[c] <= 'z') || (form[c] >= 'A' && form[c] <= 'Z');
      if (!letter) return false;
      if (inner == 0 && form[c] <= 'Z' && form[c - 1] >= 'a') inner = c;
    }
    return inner > family_prefix_max;
  }
  // Written as a name, and neither listed nor a word of any kind that lists know.
  bool bare(std::uint32_t i) const {
    const Word& word = words_[i];
    return word.has(Word::named) && word.writing == Case::normal && !word.has(Word::starts) && !word.has(Word::mark) &&
           !word.has(Word::digits) && !word.has(Word::dated) && !word.has(Word::given) && !word.has(Word::surname) &&
           !word.has(Word::capitals) && !word.has(Word::mixed) && !word.has(Word::joined) && r_.hit_over[i] == none &&
           r_.noun_at[i].length == 0 && r_.title_at[i].length == 0 && r_.token(i).tag == Tag::propn && r_.form(i).size() >= 4 &&
           !r_.is(word.key, WordClass::no_name);
  }
  bool stands_where(std::uint32_t i) const {
    const language::Token& token = r_.token(i);
    if (token.relation == Relation::obj && r_.is(r_.language.tokens[token.head].lemma, WordClass::only_place)) return true;
    if (!lands_) return false;                                                   // "an article in Neuron"
    if (token.relation == Relation::obj && token.head == words_[i - 1].token &&  // not "took down Arvika"
        r_.is(r_.token(i - 1).lemma, WordClass::town_object))
      return true;
    const Key before = words_[i - 1].key;
    // "from Arvika to Orvel"
    if (before == "from"_key && i + 2 < words_.size() && words_[i + 1].key == "to"_key && words_[i + 2].has(Word::named)) return true;
    if (before == "to"_key && before_[i - 1] == Before::place && i > 2 && words_[i - 3].key == "from"_key) return true;
    // "off Sfax and Kerkennah"
    if (before == "and"_key && r_.token(i).relation == Relation::conj && before_[i - 1] == Before::place) return true;
    if (before == "'s"_key && before_[i - 1] == Before::place) return true;  // "in Sagaing's Hoyat"
    // "in Sarm, Arvika."
    if (before == ","_key && before_[i - 1] == Before::place && i + 1 < words_.size() && words_[i + 1].key == "."_key) return true;
    if (i > 1 && words_[i - 2].key == "the"_key) return false;  // "from the outside"
    return before == "in"_key || before == "near"_key || before == "into"_key || before == "outside"_key || before == "around"_key ||
           before == "across"_key;
  }
  // Not "in Arvik rifles": the name does not describe a thing.
  bool ends_at(std::uint32_t end, Range sentence) const {
    if (end == sentence.last || words_[end].has(Word::mark)) return true;
    if (words_[end].has(Word::joined) || words_[end].key == "'s"_key) return false;
    const Tag tag = r_.token(end).tag;
    return tag != Tag::noun && tag != Tag::propn && tag != Tag::adj && tag != Tag::num;
  }
  void add(Range words, EntityType type) {
    Name name;
    name.words = words;
    name.type = type;
    names_.push_back(name);
  }

  const Reading& r_;
  const Words& words_;
  std::vector<Name>& names_;
  enum class Before : std::uint8_t { nothing, place, body };
  std::vector<Before> before_;  // of each word: whose name ends there
  bool lands_ = false;          // the article names a country or a listed place
};

}  // namespace

void missed_names(const Reading& reading, std::vector<Name>& names) { MissedNames(reading, names).run(); }

bool lone_names(const Reading& reading, std::vector<Name>& names) { return LoneNames(reading, names).run(); }

}  // namespace khabar::entities
