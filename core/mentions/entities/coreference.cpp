#include "mentions/entities/coreference.h"

#include <algorithm>
#include <unordered_map>

#include "text/sorting.h"
#include "text/utf8.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Tag;

constexpr std::size_t spelling_min = 6, spelling_max = 20;  // letters of surnames compared by spelling
constexpr std::size_t namesakes_max = 4;                    // persons of one surname that are told apart

// What kind of identity a key stands for. Named here: clang 14 makes calls of literals inside lambdas.
constexpr Key of_people = "people"_key, of_spelling = "spelling"_key, of_country = "country"_key, of_place = "place"_key,
              of_body = "body"_key;

Key words_key(const Words& words, Range range) {
  Key key = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) key = text::chain(key, words[i].key);
  return key;
}

// "Kurd", "Kurds", "Kurdish": one people.
Key people_key(std::string_view name) {
  std::string folded = text::folded(name);
  auto drop = [&](std::string_view ending) {
    if (folded.size() > ending.size() + 2 && folded.compare(folded.size() - ending.size(), ending.size(), ending) == 0)
      folded.resize(folded.size() - ending.size());
  };
  drop("s");
  drop("ish");
  drop("i");
  return text::chain(of_people, text::key_of(folded));
}

// "South Asian" -> "South Asia", "European" -> "Europe", "Kashmiri" -> "Kashmir": the place that an adjective belongs to.
Key place_of_demonym(const Gazetteer::Names& lexicon, std::string_view name, std::uint32_t* found) {
  std::string folded = text::folded(name);
  if (!folded.empty() && folded.back() == 's') folded.pop_back();
  for (const std::string_view ending : {"n", "an", "i", "ian", "ern", "ese", "ic"}) {
    if (folded.size() <= ending.size() + 2 || folded.compare(folded.size() - ending.size(), ending.size(), ending) != 0) continue;
    const std::vector<Key> keys = language::keys_of(std::string_view(folded).substr(0, folded.size() - ending.size()));
    const auto match = lexicon.names.longest(0, [&](std::uint32_t i) { return i < keys.size() ? keys[i] : 0; });
    if (match.length != keys.size()) continue;
    for (std::uint32_t node = match.value; node != lexicon::PhraseMap::none; node = lexicon.names.next(node)) {
      const std::uint32_t index = lexicon.names.payload(node);
      const Entry& entry = lexicon.entries[index];
      if (entry.what != Class::subdivision && entry.what != Class::place) continue;
      *found = index;
      return entry.identity;
    }
  }
  return 0;
}

class Resolver {
 public:
  Resolver(const Reading& reading, std::vector<Name>& names) : r_(reading), names_(names) { out_.of_name.assign(names.size(), none); }

  Clusters run() {
    definitions_.assign(r_.definitions.size(), none);
    defined_.assign(r_.definitions.size(), 0);
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (std::uint32_t entry = none; names_[n].definition != none && defined_[names_[n].definition] == 0)
        defined_[names_[n].definition] = identity(n, &entry);
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (names_[n].type == EntityType::person && names_[n].words.length() > 1) person(n);
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (names_[n].type == EntityType::person && names_[n].words.length() == 1) short_person(n);
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (names_[n].type != EntityType::person) other(n);
    in_order();
    return std::move(out_);
  }

 private:
  // Entities are numbered as they are first named.
  void in_order() {
    std::vector<std::uint32_t> number(out_.clusters.size(), none);
    std::vector<Cluster> ordered;
    ordered.reserve(out_.clusters.size());
    for (std::uint32_t& cluster : out_.of_name) {
      if (number[cluster] == none) {
        number[cluster] = static_cast<std::uint32_t>(ordered.size());
        text::stable_sort(out_.clusters[cluster].names);
        ordered.push_back(std::move(out_.clusters[cluster]));
      }
      cluster = number[cluster];
    }
    out_.clusters = std::move(ordered);
  }

  std::uint32_t fresh(std::uint32_t name) {
    Cluster cluster;
    cluster.type = names_[name].type;
    cluster.entry = names_[name].entry;
    out_.clusters.push_back(std::move(cluster));
    return static_cast<std::uint32_t>(out_.clusters.size() - 1);
  }
  void join(std::uint32_t name, std::uint32_t cluster) {
    out_.of_name[name] = cluster;
    out_.clusters[cluster].names.push_back(name);
    if (out_.clusters[cluster].entry == none) out_.clusters[cluster].entry = names_[name].entry;
  }

  // Do all words of the shorter name stand in the longer one, in order? "Omar Alvi", "Syed Omar Raza Alvi".
  bool same_person(Range a, Range b) const {
    if (a.length() > b.length()) std::swap(a, b);
    std::uint32_t i = a.first;
    for (std::uint32_t j = b.first; j < b.last && i < a.last; ++j) {
      const Word& x = r_.words[i];
      const Word& y = r_.words[j];
      const bool initial = (x.has(Word::initial) || y.has(Word::initial)) && r_.form(i)[0] == r_.form(j)[0];
      if (x.key == y.key || initial) ++i;
    }
    return i == a.last;
  }

  // Keys that spellings one letter apart share (deletion neighbourhood, Garbe's SymSpell): "Hussain", "Hussein". Of words of
  // six letters or more; transliterated names vary, their first letter seldom.
  template <class Use>
  void each_spelling(std::uint32_t word, Use&& use) const {
    const std::string folded = text::folded(r_.form(word));
    if (folded.size() < spelling_min || folded.size() > spelling_max) return;
    std::string variant;
    for (std::size_t skip = 1; skip < folded.size(); ++skip) {
      variant.assign(folded, 0, skip);
      variant.append(folded, skip + 1);
      if (!use(text::chain(of_spelling, text::key_of(variant)))) return;
    }
    use(text::chain(of_spelling, text::key_of(folded)));
  }
  std::uint32_t spelled_like(std::uint32_t word) const {
    std::uint32_t cluster = none;
    each_spelling(word, [&](Key key) {
      const auto found = spellings_.find(key);
      if (found != spellings_.end()) cluster = found->second;
      return cluster == none;
    });
    return cluster;
  }

  // "Mohamed Noor, also known as Abu Salim", "Omar Diaz alias Tiger": the person named before, where that is known by now.
  std::uint32_t known_as(std::uint32_t n) const {
    if (n == 0 || names_[n - 1].type != EntityType::person || out_.of_name[n - 1] == none) return none;
    constexpr std::uint32_t reach = 8;
    const std::uint32_t from = names_[n - 1].words.last, to = names_[n].words.first;
    if (to <= from || to - from > reach || r_.token(from).sentence != r_.token(to).sentence) return none;
    bool alias = false;
    for (std::uint32_t i = from; i < to; ++i) {
      const Key key = r_.words[i].key;
      const Key next = i + 1 < to ? r_.words[i + 1].key : 0;
      const bool says = key == "alias"_key || key == "aka"_key || key == "a.k.a."_key || key == "nicknamed"_key || key == "@"_key ||
                        key == "urf"_key || (key == "known"_key && next == "as"_key) || (key == "guerre"_key && next != 0);
      alias = alias || says;
      const bool joins = says || r_.words[i].has(Word::mark) || r_.token(i).tag == Tag::adv || key == "as"_key || key == "by"_key ||
                         key == "his"_key || key == "her"_key || key == "the"_key || key == "nom"_key || key == "de"_key ||
                         key == "is"_key || key == "who"_key || key == "better"_key || key == "or"_key;
      if (!joins) return none;
    }
    return alias ? out_.of_name[n - 1] : none;
  }

  void person(std::uint32_t n) {
    const Range range = names_[n].words;
    if (const std::uint32_t known = known_as(n); known != none) {
      surnames_[r_.words[range.last - 1].key].push_back(known);
      return join(n, known);
    }
    std::vector<std::uint32_t>& namesakes = surnames_[r_.words[range.last - 1].key];
    std::uint32_t cluster = none;
    for (const std::uint32_t candidate : namesakes)
      if (same_person(range, names_[out_.clusters[candidate].names.front()].words)) cluster = candidate;
    if (cluster == none && range.length() == 2) {  // the surname spelled another way after the same given name
      const std::uint32_t like = spelled_like(range.last - 1);
      if (like != none && r_.words[names_[out_.clusters[like].names.front()].words.first].key == r_.words[range.first].key) cluster = like;
    }
    if (cluster == none) {
      cluster = fresh(n);
      if (namesakes.size() < namesakes_max) namesakes.push_back(cluster);
      each_spelling(range.last - 1, [&](Key key) {
        spellings_.try_emplace(key, cluster);
        return true;
      });
      for (std::uint32_t i = range.first; i < range.last; ++i) {
        std::vector<std::uint32_t>& bearers = any_name_[r_.words[i].key];
        if (bearers.size() < namesakes_max) bearers.push_back(cluster);
      }
    }
    join(n, cluster);
  }

  // The person called by one name: the nearest bearer before it, else the first after.
  std::uint32_t bearer(const std::vector<std::uint32_t>& bearers, std::uint32_t n) const {
    std::uint32_t best = none, best_at = 0;
    for (const std::uint32_t cluster : bearers) {
      std::uint32_t at = none;
      for (const std::uint32_t name : out_.clusters[cluster].names) {
        if (names_[name].words.first > names_[n].words.first && at != none) break;
        at = names_[name].words.first;
        if (out_.clusters[cluster].names.size() > 64) break;
      }
      const bool before = at < names_[n].words.first;
      if (best == none || (before && at >= best_at)) best = cluster, best_at = at;
    }
    return best;
  }
  void short_person(std::uint32_t n) {
    const Key key = r_.words[names_[n].words.first].key;
    std::uint32_t cluster = known_as(n);
    if (cluster != none) {
      surnames_[key].push_back(cluster);
      return join(n, cluster);
    }
    if (const auto found = surnames_.find(key); found != surnames_.end()) cluster = bearer(found->second, n);
    if (cluster == none)
      if (const auto found = any_name_.find(key); found != any_name_.end()) cluster = bearer(found->second, n);
    if (cluster == none) cluster = spelled_like(names_[n].words.first);
    if (cluster == none) {
      cluster = fresh(n);
      surnames_[key].push_back(cluster);
    } else if (r_.words[names_[out_.clusters[cluster].names.front()].words.first].token != none &&
               names_[out_.clusters[cluster].names.front()].words.length() > 1) {
      names_[n].kind = MentionKind::short_name;
    }
    join(n, cluster);
  }

  Key identity(std::uint32_t n, std::uint32_t* entry) const {
    const Name& name = names_[n];
    *entry = name.entry;
    if (name.entry == none && name.type == EntityType::place && name.words.length() > 1) {  // "Zamfara State" is Zamfara
      const Key last = r_.words[name.words.last - 1].key;
      const std::uint32_t hit = r_.hit_at[name.words.first];
      if ((last == "state"_key || last == "province"_key || last == "oblast"_key) && hit != none &&
          r_.hits[hit].words.last + 1 == name.words.last)
        *entry = r_.entry_of(r_.hits[hit], Class::subdivision);
      if (*entry == none) return 0;
      return r_.entry(*entry).identity;
    }
    if (name.entry == none) return 0;
    const Entry& e = r_.entry(name.entry);
    switch (e.what) {
      case Class::capital:
      case Class::seat:
        if (name.type == EntityType::country) return text::chain(of_country, text::key_of(e.iso2));
        return e.identity;
      case Class::people: {
        if (e.detail.substr(0, 8) == "regional")
          if (const Key place = place_of_demonym(r_.lexicon, e.name, entry); place != 0) return place;
        return people_key(e.name);
      }
      case Class::place_demonym: {
        const Key place = place_of_demonym(r_.lexicon, e.name, entry);
        return place != 0 ? place : e.identity;
      }
      case Class::place:
      case Class::subdivision: {  // "New York City", "New York"
        if (e.name.size() > 5 && e.name.substr(e.name.size() - 5) == " City")
          return text::chain(of_place, text::key_of(e.name.substr(0, e.name.size() - 5)));
        return e.identity;
      }
      default: return e.identity;
    }
  }

  // "Nigeria's army", "the Nigerian army", "Nigeria's | Foreign Ministry": one body. 0 where no state's.
  Key body_key(const Name& name) const {
    if (name.type != EntityType::organization || !r_.is(r_.words[name.words.last - 1].key, WordClass::state_body)) return 0;
    const std::uint32_t at = name.words.first;
    std::uint32_t first = at + 1;
    std::string_view state = state_named(r_.words[at].key);
    const bool owned = at >= 2 && (r_.words[at - 1].key == "'s"_key || r_.words[at - 1].key == "\u2019s"_key);
    if (state.empty() && owned) state = state_named(r_.words[at - 2].key), first = at;
    if (state.empty()) return 0;
    Key key = text::chain(of_body, text::key_of(state));
    for (std::uint32_t i = first; i < name.words.last; ++i)
      if (r_.words[i].key != "'s"_key && r_.words[i].key != "\u2019s"_key) key = text::chain(key, r_.words[i].key);
    return key;
  }
  // "the Foreign Ministry" after "the Peruvian Foreign Ministry": that one, where no other state's was told of.
  std::uint32_t body_before(const Name& name) const {
    if (name.type != EntityType::organization || name.words.length() < 2 || name.words.first == 0 ||
        r_.words[name.words.first - 1].key != "the"_key || !r_.is(r_.words[name.words.last - 1].key, WordClass::state_body))
      return none;
    const auto found = only_body_.find(words_key(r_.words, name.words));
    return found == only_body_.end() ? none : found->second;
  }
  // Remembers a state's body by what it is called without the state.
  void remember_body(const Name& name, std::uint32_t cluster) {
    const std::uint32_t first = name.words.first;
    const bool named = !state_named(r_.words[first].key).empty();
    const bool genitive = named && first + 1 < name.words.last && r_.words[first + 1].key == "'s"_key;
    const Range words{first + (named ? genitive ? 2 : 1 : 0), name.words.last};
    if (words.length() < 2) return;
    const auto [known, is_new] = only_body_.try_emplace(words_key(r_.words, words), cluster);
    if (!is_new && known->second != cluster) known->second = none;
  }

  // "Nigeria", "Nigerian": the state's code.
  std::string_view state_named(Key word) const {
    const auto match = r_.lexicon.names.longest(0, [&](std::uint32_t i) { return i == 0 ? word : Key{0}; });
    for (std::uint32_t node = match.length == 0 ? lexicon::PhraseMap::none : match.value; node != lexicon::PhraseMap::none;
         node = r_.lexicon.names.next(node)) {
      const Entry& entry = r_.entry(r_.lexicon.names.payload(node));
      if (entry.what == Class::demonym || entry.what == Class::country) return first_code(entry.iso2);
    }
    return {};
  }

  void other(std::uint32_t n) {
    const Name& name = names_[n];
    std::uint32_t entry = none;
    std::uint32_t cluster = none;
    const Key id = identity(n, &entry);
    const Key spelled = text::chain(static_cast<Key>(name.type == EntityType::armed_group ? EntityType::organization : name.type) + 1,
                                    words_key(r_.words, name.words));
    const Key body = body_key(name);
    // "US-Pakistan ties ... the United States (US)": what is defined is the listed thing that its long form names.
    const Key defined = name.definition == none ? 0 : defined_[name.definition];
    if (name.definition != none) cluster = definitions_[name.definition];
    for (const Key key : {id, body, defined})
      if (cluster == none && key != 0)
        if (const auto found = by_identity_.find(key); found != by_identity_.end()) cluster = found->second;
    if (cluster == none)
      if (const auto found = by_words_.find(spelled); found != by_words_.end()) cluster = found->second;
    if (cluster == none && body == 0) cluster = body_before(name);
    // "Peru's Foreign Ministry", "Chile's Foreign Ministry": two.
    if (cluster != none && body != 0)
      if (const auto [known, fresh_key] = bodies_.try_emplace(cluster, body); !fresh_key && known->second != body) cluster = none;
    if (cluster == none) {
      cluster = fresh(n);
      if (body != 0) bodies_.emplace(cluster, body);
      out_.clusters[cluster].entry = entry;
    }
    if (body != 0) remember_body(name, cluster);
    if (name.definition != none && definitions_[name.definition] == none) definitions_[name.definition] = cluster;
    // "South Asian" belongs to the place, where there is one of that name.
    if (entry != none && entry != name.entry && name.type == EntityType::group_of_people) out_.clusters[cluster].type = EntityType::place;
    if (id != 0) by_identity_.try_emplace(id, cluster);
    if (body != 0) by_identity_.try_emplace(body, cluster);
    if (defined != 0) by_identity_.try_emplace(defined, cluster);
    by_words_.try_emplace(spelled, cluster);
    if (name.type == EntityType::armed_group && out_.clusters[cluster].type == EntityType::organization)
      out_.clusters[cluster].type = EntityType::armed_group;
    join(n, cluster);
  }

  const Reading& r_;
  std::vector<Name>& names_;
  Clusters out_;
  std::unordered_map<Key, std::vector<std::uint32_t>> surnames_, any_name_;
  std::unordered_map<Key, std::uint32_t> by_identity_, by_words_, spellings_;
  std::unordered_map<Key, std::uint32_t> only_body_;  // a body's name without its state; none where two states have one
  std::unordered_map<std::uint32_t, Key> bodies_;     // whose body each cluster is, where a state's
  std::vector<std::uint32_t> definitions_;            // the cluster of each
  std::vector<Key> defined_;                          // what each stands for, where a list knows it
};

// One listed word that names a place, or a country by its people ("Turk").
bool names_a_place(const Reading& reading, const Name& name) {
  if (name.words.length() != 1 || name.entry == none || name.definition != none) return false;
  if (name.type != EntityType::place && name.type != EntityType::country) return false;
  const Class what = reading.entry(name.entry).what;
  return what == Class::place || what == Class::subdivision || what == Class::demonym || what == Class::place_demonym ||
         what == Class::capital || what == Class::country;
}

// "Bugti, the chief minister,"
bool is_called_by_office(const Reading& reading, std::uint32_t after) {
  if (after + 2 >= reading.words.size() || reading.words[after].key != ","_key || reading.words[after + 1].key != "the"_key) return false;
  const Title* title = reading.title(after + 2);
  return title != nullptr && (title->kind == TitleKind::office || title->kind == TitleKind::rank);
}

// "Min" of "Min Holm" in "Zaw Min Tun": between capitals of a name that nobody found.
bool is_inside_another(const Reading& reading, const std::vector<bool>& taken, std::uint32_t i) {
  const auto stranger = [&](std::uint32_t w) {
    return w < reading.words.size() && !taken[w] && reading.words[w].has(Word::capital) && reading.token(w).tag == Tag::propn &&
           reading.token(w).sentence == reading.token(i).sentence && reading.title_at[w].length == 0 && !reading.words[w].has(Word::mark);
  };
  return (i > 0 && stranger(i - 1)) || stranger(i + 1);
}

// Subject or owner of what persons alone say, do or have, with nothing before it that says where.
bool acts_as_person(const Reading& reading, const Name& name) {
  using language::Relation;
  const std::uint32_t at = name.words.first;
  const language::Token& token = reading.token(at);
  const auto key = [&](std::uint32_t i) {
    return i < reading.words.size() && reading.token(i).sentence == token.sentence ? reading.words[i].key : Key{0};
  };
  const Key before = at > 0 ? key(at - 1) : 0, after = key(at + 1);
  if (before == "in"_key || before == "at"_key || before == "near"_key || before == "from"_key || before == "to"_key ||
      before == "of"_key || before == "around"_key || before == "outside"_key || before == "inside"_key || before == "into"_key ||
      before == "towards"_key || before == "across"_key || before == "the"_key || before == "through"_key)
    return false;
  const Class what = reading.entry(name.entry).what;
  const bool listed_state = what == Class::capital || what == Class::country;  // these speak as well
  if (after == "'s"_key) return !listed_state;
  const language::Token& head = reading.language.tokens[token.head];
  const bool verb = head.tag == Tag::verb && head.sentence == token.sentence;
  if (token.relation == Relation::nsubj && verb) {
    if (!listed_state) return true;
    return head.lemma == "say"_key || head.lemma == "tell"_key || head.lemma == "add"_key;
  }
  if (listed_state) return false;
  // "told Kulachi", "Kulachi, whose brother"
  if (token.relation == Relation::obj && verb)
    return head.lemma != "enter"_key && head.lemma != "reach"_key && head.lemma != "leave"_key && head.lemma != "visit"_key &&
           head.lemma != "capture"_key && head.lemma != "attack"_key;
  return after == ","_key && (key(at + 2) == "who"_key || key(at + 2) == "whose"_key || key(at + 2) == "whom"_key);
}

}  // namespace

void add_short_names(const Reading& reading, std::vector<Name>& names) {
  std::unordered_map<Key, bool> last;  // word of a full name -> is it the last?
  std::vector<bool> taken(reading.words.size(), false);
  for (const Name& name : names) {
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) taken[i] = true;
    if (name.type != EntityType::person || name.words.length() < 2) continue;
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) {
      if (!reading.words[i].has(Word::capital) || reading.words[i].has(Word::initial) || reading.form(i).size() < 3) continue;
      bool& is_last = last[reading.words[i].key];
      is_last = is_last || i + 1 == name.words.last;
    }
  }
  // Tribes are surnames too: "Durrani" after "Asif Durrani" is he, "the Durrani tribe" is not.
  for (Name& name : names) {
    if (name.type != EntityType::group_of_people || name.words.length() != 1 || name.entry == none) continue;
    const Entry& entry = reading.entry(name.entry);
    const auto found = last.find(reading.words[name.words.first].key);
    const std::uint32_t at = name.words.first;
    const bool surname = (found != last.end() && found->second) || is_called_by_office(reading, name.words.last);
    if (entry.what != Class::people || entry.detail != "caste-or-tribe" || !surname) continue;
    const bool the = at > 0 && reading.token(at - 1).tag == Tag::det;
    const bool describes = at + 1 < reading.words.size() && reading.token(at + 1).tag == Tag::noun &&
                           reading.token(at + 1).sentence == reading.token(at).sentence;
    if (the || describes) continue;
    name.type = EntityType::person;
    name.kind = MentionKind::short_name;
    name.entry = none;
  }
  // So are towns: "Kulachi said" after "Omar Kulachi" is he, "in Kulachi" is the town.
  for (std::size_t n = 0; n < names.size(); ++n) {
    Name& name = names[n];
    if (!names_a_place(reading, name)) continue;
    const std::uint32_t at = name.words.first;
    const auto found = last.find(reading.words[at].key);
    if (found == last.end() || !found->second || !acts_as_person(reading, name)) continue;
    name.type = EntityType::person;
    name.kind = MentionKind::short_name;
    name.entry = none;
  }
  if (last.empty()) return;
  const std::size_t known = names.size();
  for (std::uint32_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    if (taken[i] || word.has(Word::mark) || word.has(Word::dated)) continue;
    const auto found = last.find(word.key);
    if (found == last.end()) continue;
    const Tag tag = reading.token(i).tag;
    const bool nominal = tag == Tag::propn || tag == Tag::noun || tag == Tag::x || tag == Tag::adj;
    if (!word.has(Word::named) && !(found->second && word.has(Word::capital) && nominal)) continue;
    if (word.writing == Case::upper && tag != Tag::propn) continue;
    if (i > 0 && reading.words[i].has(Word::joined)) continue;
    if (!found->second && is_inside_another(reading, taken, i)) continue;
    // "Ruiz Olmedo" after "Elena Ruiz Olmedo": all the words that the name shares.
    std::uint32_t end = i + 1;
    while (end < reading.words.size() && end < i + 4 && !taken[end] && reading.words[end].has(Word::capital) &&
           last.count(reading.words[end].key) != 0 && reading.token(end).sentence == reading.token(i).sentence)
      ++end;
    Name name;
    name.words = {i, end};
    name.type = EntityType::person;
    name.kind = MentionKind::short_name;
    i = end - 1;
    names.push_back(name);
  }
  text::merge_halves(names, known, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
}

Clusters resolve(const Reading& reading, std::vector<Name>& names) { return Resolver(reading, names).run(); }

}  // namespace khabar::entities
