// What stands: names that lexicons and grammars propose, as the model sees them, and names that only the model finds.
//
// A lexicon or a definition in the text outweighs the model where the model was never taught (armed groups, programmes, demonyms,
// the user's own lists); everywhere else the model has the last word, since it was shown what they propose.
#include <algorithm>

#include "mentions/entities/model.h"
#include "text/sorting.h"

namespace khabar::entities {

namespace {

EntityType type_of(Label label) {
  switch (label) {
    case Label::first_person:
    case Label::person: return EntityType::person;
    case Label::first_place:
    case Label::place: return EntityType::place;
    default: return EntityType::organization;
  }
}

bool is_sure(const Reading& reading, const Name& name) {
  if (name.definition != none) return true;
  if (name.kind == MentionKind::demonym || name.kind == MentionKind::metonym) return true;
  if (name.type == EntityType::armed_group || name.type == EntityType::group_of_people || name.type == EntityType::programme) return true;
  if (name.entry == none) return false;
  return reading.entry(name.entry).has(Entry::user) || name.type == EntityType::country;
}

// "Chile's Arica"
bool of_a_country(const Reading& reading, const Name& name) {
  const std::uint32_t first = name.words.first;
  if (first < 2 || reading.words[first - 1].key != text::key_of_folded("'s")) return false;
  return reading.hit_is(reading.hit_over[first - 2], Class::country);
}

// A proposed name that the model overlooked: does the lexicon or a title speak for it loudly enough?
bool is_likely(const Reading& reading, const Name& name) {
  if (name.entry != none) {
    const Entry& entry = reading.entry(name.entry);
    return !entry.has(Entry::doubtful) && (name.words.length() > 1 || entry.what != Class::place || of_a_country(reading, name));
  }
  const std::int32_t bonus = name.strength - 20 * static_cast<std::int32_t>(name.words.length());
  if (name.type == EntityType::person) return bonus >= 12;
  if ((name.type == EntityType::place || name.type == EntityType::organization) && bonus >= likely_bonus) return true;
  return name.type == EntityType::facility || name.words.length() > 1;
}

// "Rita Alm", not "Alm Airways".
bool is_full(const Reading& reading, const Name& person) {
  if (person.words.length() < 2 || !reading.words[person.words.first].has(Word::given)) return false;
  if (!reading.words[person.words.last - 1].has(Word::surname)) return false;
  for (std::uint32_t i = person.words.first; i < person.words.last; ++i)
    if (reading.noun_at[i].length != 0) return false;
  return true;
}

// Several listed names and a conjunction: "Democrats and Republicans".
bool joins_names(const Reading& reading, const std::vector<Name>& names, const std::vector<std::uint32_t>& proposed, Range words) {
  using namespace text::literals;
  std::uint32_t listed = 0;
  bool conjunction = false;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::uint32_t at = proposed[i];
    conjunction = conjunction || (at == none && reading.words[i].key == "and"_key);
    listed += at != none && names[at].entry != none && names[at].words.first == i && names[at].words.last <= words.last;
  }
  return conjunction && listed > 1;
}

// "Rita Alm, a former mayor of Halden": the words after the comma say that it is a person.
bool is_called_a_person(const Reading& reading, Range words) {
  using namespace text::literals;
  const auto key = [&](std::uint32_t i) { return i < reading.words.size() ? reading.words[i].key : 0; };
  if (key(words.last) != ","_key) return false;
  std::uint32_t i = words.last + 1;
  if (key(i) != "a"_key && key(i) != "an"_key && key(i) != "the"_key && key(i) != "his"_key && key(i) != "her"_key) return false;
  for (++i; i < reading.words.size() && i < words.last + 6; ++i) {
    if (reading.words[i].has(Word::mark)) return false;
    if (reading.title(i) != nullptr && reading.title(i)->kind != TitleKind::suffix) return true;
    const language::Tag tag = reading.token(i).tag;
    if (tag != language::Tag::adj && tag != language::Tag::noun) return false;
  }
  return false;
}

// Does it end in a military site's word?
bool is_base(const Reading& reading, Range words) {
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (const Noun* noun = reading.noun_of(i, NounKind::facility);
        noun != nullptr && noun->label == "military" && i + reading.noun_at[i].length == words.last)
      return true;
  return false;
}

// The model's name, with what the grammars know of the same words.
Name joined(const Reading& reading, const Name& proposed, const Name& found) {
  Name name = proposed;
  const bool place = proposed.type == EntityType::place || proposed.type == EntityType::country || proposed.type == EntityType::facility;
  if (found.type == proposed.type || (found.type == EntityType::place && place)) return name;
  // Lexicons know many-worded names better than the model does.
  if (proposed.entry != none && proposed.words.length() > 1 && !reading.entry(proposed.entry).has(Entry::doubtful)) return name;
  // "Orvel Battery": what it ends in is soldiers.
  if (proposed.type == EntityType::organization && proposed.words.length() > 1 && found.type == EntityType::place)
    if (const Noun* noun = reading.noun_of(proposed.words.last - 1, NounKind::organization); noun != nullptr && noun->label == "MIL")
      return name;
  // "the firm Sentrix", "Holm & Diaz"
  if (proposed.entry == none && proposed.type == EntityType::organization &&
      proposed.strength >= static_cast<std::int32_t>(20 * proposed.words.length()) + likely_bonus)
    return name;
  // "near Al Arvika": the grammars have words that stand before and after places alone.
  if (proposed.entry == none && proposed.type == EntityType::place &&
      (found.type == EntityType::person || (!reading.is(reading.words[proposed.words.first].key, WordClass::direction) &&
                                            proposed.strength >= static_cast<std::int32_t>(20 * proposed.words.length()) + likely_bonus)))
    return name;
  // "Halden Air Base"
  if (proposed.type == EntityType::facility && found.type == EntityType::organization && is_base(reading, proposed.words)) return name;
  // Written by a shape: "INS Halden".
  if (proposed.type == EntityType::facility && proposed.strength >= static_cast<std::int32_t>(20 * proposed.words.length()) + 30)
    return name;
  // A listed body is no place.
  if (proposed.entry != none && proposed.type == EntityType::organization && found.type == EntityType::place &&
      !reading.entry(proposed.entry).has(Entry::doubtful))
    return name;
  // A city or a body becomes a person only with a person's name: "Jackson", not "Balochistan".
  if (proposed.entry != none && found.type == EntityType::person) {
    const Word& word = reading.words[proposed.words.first];
    const bool government =
        reading.entry(proposed.entry).what == Class::capital || reading.hit_is(reading.hit_at[proposed.words.first], Class::seat);
    if (government || !(word.has(Word::given) || word.has(Word::surname))) return name;
  }
  // Listed given name and listed surname: a person, unless the words say what else.
  if (proposed.type == EntityType::person && (is_full(reading, proposed) || is_called_a_person(reading, proposed.words))) return name;
  name.type = found.type;
  name.entry = none;
  name.kind = MentionKind::name;
  if (found.type != EntityType::person) name.role = {};
  return name;
}

bool never_last(Key key) {
  using namespace text::literals;
  switch (key) {
    case "will"_key:
    case "may"_key:
    case "can"_key:
    case "has"_key:
    case "have"_key:
    case "had"_key:
    case "was"_key:
    case "is"_key:
    case "are"_key:
    case "said"_key:
    case "says"_key:
    case "at"_key:
    case "of"_key:
    case "in"_key:
    case "on"_key:
    case "for"_key:
    case "to"_key:
    case "and"_key:
    case "or"_key:
    case "the"_key:
    case "by"_key:
    case "with"_key:
    case "from"_key:
    case "'s"_key:
    case "who"_key:
    case "that"_key:
    case "as"_key: return true;
    default: return false;
  }
}

bool is_article(Key key) {
  return key == text::key_of_folded("the") || key == text::key_of_folded("a") || key == text::key_of_folded("an");
}
bool is_government(Key key) {
  return key == text::key_of_folded("government") || key == text::key_of_folded("authorities") || key == text::key_of_folded("govt") ||
         key == text::key_of_folded("regime");
}

bool all_listed(const Reading& reading, Range words) {
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (!reading.person_listed({i, i + 1})) return false;
  return true;
}

std::uint32_t quotes_in(const Reading& reading, Range words) {
  std::uint32_t count = 0;
  for (std::uint32_t i = words.first; i < words.last; ++i) count += is_quote(reading.words[i].key);
  return count;
}

// Is the model's name a part of one that the lexicon holds in full, or of one with a nickname in it?
bool knows_better(const Reading& reading, const Name& proposed, const Name& found) {
  if (proposed.words.length() < 2) return false;
  if (proposed.type == EntityType::person && quotes_in(reading, proposed.words) == 2) return true;
  if (proposed.entry != none) return !reading.entry(proposed.entry).has(Entry::doubtful);
  return proposed.type == EntityType::person && found.type == EntityType::person && all_listed(reading, proposed.words);
}

// "Norway's Supreme Roads Council" is Norway's: the body's name begins after it. "Halden's Sarm" is two places.
void trim_owner(const Reading& reading, Name& name) {
  if (name.type == EntityType::person || name.words.length() < 3) return;
  const std::uint32_t hit = reading.hit_at[name.words.first];
  if (hit == none) return;
  const std::uint32_t mark = reading.hits[hit].words.last;
  if (mark + 1 >= name.words.last || reading.words[mark].key != text::key_of_folded("'s")) return;
  if (name.type == EntityType::place) {
    name.words.last = mark;
  } else if (reading.words[mark + 1].has(Word::capital)) {
    name.words.first = mark + 1;
  }
}

// "Experts Urge SADC", "To Fight Pirates": where every word of a headline has a capital, a verb before a name is none of its words, and
// common people are nobody's name.
void trim_headline(const Reading& reading, Name& name) {
  using language::Tag;
  const auto plain = [&](std::uint32_t i) { return reading.words[i].writing == Case::title && reading.hit_at[i] == none; };
  bool cut = false;
  while (!name.words.empty() && plain(name.words.first)) {
    const Tag tag = reading.token(name.words.first).tag;
    if (tag != Tag::verb && tag != Tag::aux && tag != Tag::pron) break;
    ++name.words.first;
    cut = true;
  }
  if (cut && name.words.length() == 1 && plain(name.words.first) && reading.token(name.words.first).tag == Tag::noun)
    name.words.last = name.words.first;
}

// Titles before a name are no part of it, and "Halmstad Cathedral in Halland" is two names.
void trim(const Reading& reading, const lexicon::KeySet& named_inside, Name& name) {
  trim_headline(reading, name);
  if (name.words.empty()) return;
  while (name.words.length() > 1 && reading.title(name.words.first) != nullptr &&
         reading.title(name.words.first)->kind != TitleKind::suffix && !reading.words[name.words.first].has(Word::given) &&
         reading.hit_at[name.words.first] == none) {
    const std::uint32_t length = reading.title_at[name.words.first].length;
    name.words.first = std::min(name.words.first + length, name.words.last);
  }
  // "Head of Halden Regional Administration" heads the body.
  if (name.type == EntityType::organization && name.words.length() > 3 &&
      reading.words[name.words.first + 1].key == text::key_of_folded("of"))
    for (const std::string_view who : {"head", "chief", "chairman", "director", "commander", "governor", "spokesman", "president"})
      if (reading.words[name.words.first].key == text::key_of_folded(who)) name.words.first += 2;
  if (name.type == EntityType::person)  // "On Monday Holm left"
    while (name.words.length() > 1 && reading.words[name.words.first].has(Word::dated)) ++name.words.first;
  trim_owner(reading, name);
  // "the Navy destroyer Halden": the body ends before what is its
  if (name.type == EntityType::organization)
    for (std::uint32_t i = name.words.first + 1; i + 1 < name.words.last; ++i)
      if (const Word& word = reading.words[i]; !word.has(Word::capital) && word.writing == Case::normal && !word.has(Word::joined) &&
                                               reading.noun_length(i, NounKind::facility) != 0)
        name.words.last = i;
  // "Senator Holm, R-Ky.": a party and what it was elected in
  if (name.type == EntityType::person && name.words.length() == 2 && reading.words[name.words.first].has(Word::initial) &&
      reading.words[name.words.first + 1].has(Word::joined) && reading.form(name.words.first + 1).back() == '.')
    name.words.last = name.words.first;
  if (name.words.empty()) return;
  if (name.type == EntityType::place)
    for (std::uint32_t i = name.words.first + 1; i < name.words.last; ++i)
      if (reading.words[i].key == text::key_of_folded("in") || reading.words[i].key == text::key_of_folded("near")) name.words.last = i;
  // "Omar Diaz Jr. Diaz left": the name ends there.
  if (name.type == EntityType::person)
    for (std::uint32_t i = name.words.first + 1; i + 1 < name.words.last; ++i)
      if (reading.words[i].key == text::key_of_folded("jr") || reading.words[i].key == text::key_of_folded("sr")) name.words.last = i + 1;
  // "The GOC praised them": a rank in capitals
  if (name.type == EntityType::organization && name.words.length() == 1 && reading.hit_at[name.words.first] == none)
    if (const Title* title = reading.title(name.words.first); title != nullptr && title->kind == TitleKind::rank)
      name.words.last = name.words.first;
  if (name.words.empty()) return;
  // A title alone is no name: "the Foreign Secretary".
  if (name.type == EntityType::person && !name.words.empty() && reading.title(name.words.first) != nullptr &&
      name.words.first + reading.title_at[name.words.first].length >= name.words.last && !reading.person_listed(name.words))
    name.words.last = name.words.first;
  if (name.words.empty()) return;
  // A quotation begins or ends inside: the name is on one side of the mark.
  if (quotes_in(reading, name.words) == 1) {
    std::uint32_t mark = name.words.first;
    while (!is_quote(reading.words[mark].key)) ++mark;
    if (name.words.first > 0 && is_quote(reading.words[name.words.first - 1].key)) {
      name.words.first = mark + 1;
    } else {
      name.words.last = mark;
    }
    if (name.words.empty()) return;
  }
  // Feasts, faiths and wars are no one's name and no place's.
  const bool goes_on = name.type == EntityType::person && name.words.length() > 1 &&
                       !reading.words[name.words.first + 1].has(Word::joined) &&
                       reading.person_listed({name.words.first + 1, name.words.last});  // "Allah Dad Diaz"
  if (name.type != EntityType::organization && ((!goes_on && reading.is(reading.words[name.words.first].key, WordClass::no_name)) ||
                                                reading.is(reading.words[name.words.last - 1].key, WordClass::no_name_last))) {
    name.words.last = name.words.first;
    return;
  }
  for (std::uint32_t i = name.words.first + 1; i + 1 < name.words.last; ++i)  // "the Swedish-led Baltic Force"
    if (reading.words[i].has(Word::joined) &&
        reading.lexicon.metonym_words.contains(text::chain(static_cast<Key>(Context::hyphen) + 1, reading.words[i].key)))
      name.words.first = i + 1;
  const std::uint32_t hit = reading.hit_at[name.words.first];
  if (name.words.length() > 1 && is_article(reading.words[name.words.first].key) &&
      (hit == none || reading.hits[hit].words.last != name.words.last))
    ++name.words.first;
  // "The Kenyan government" leaves the country to act.
  if (const std::uint32_t whose = reading.hit_at[name.words.first]; name.type == EntityType::organization && whose != none &&
                                                                    reading.hits[whose].words.last + 1 == name.words.last &&
                                                                    is_government(reading.words[name.words.last - 1].key))
    name.words.last = name.words.first;
  // "East Arvika province" is East Arvika, and "the cathedral" has no name.
  const auto is_plain = [&](std::uint32_t i) {
    const Word& word = reading.words[i];
    return word.writing == Case::normal && !word.has(Word::capital) && !word.has(Word::digits) && !word.has(Word::joined) &&
           (reading.noun_at[i].length != 0 || reading.is(word.key, WordClass::place_after));
  };
  const std::uint32_t whole = reading.hit_at[name.words.first];
  if (name.type == EntityType::place && (whole == none || reading.hits[whole].words.last < name.words.last))
    while (name.words.length() > 1 && is_plain(name.words.last - 1)) --name.words.last;
  if (name.words.length() == 1 && is_plain(name.words.first)) name.words.last = name.words.first;
  // "A BAKER", where capitals say nothing.
  if (name.type == EntityType::person && name.words.length() == 1 && name.words.first > 0 &&
      reading.words[name.words.first].writing == Case::upper && is_article(reading.words[name.words.first - 1].key))
    name.words.last = name.words.first;
  // What stands in capitals beside a name may be a verb: "President Ruiz WILL".
  const auto bears = [&](std::uint32_t i) {  // "Theresa May was"
    return reading.words[i].key == text::key_of_folded("may") && reading.token(i).tag == language::Tag::propn &&
           reading.words[i].has(Word::named);
  };
  while (name.words.length() > 1 && reading.form(name.words.last - 1) == "\u2026") --name.words.last;  // "Xi …"
  while (name.words.length() > 1 && never_last(reading.words[name.words.last - 1].key) && !bears(name.words.last - 1)) --name.words.last;
  // A sentence's first word is capital anyway: alone it is a name only where a list or another sentence says so.
  if (name.words.length() == 1) {
    const Word& word = reading.words[name.words.first];
    if (word.has(Word::starts) && !word.has(Word::capitals) && !named_inside.contains(word.key) &&
        !(word.has(Word::given) && word.has(Word::named)) && reading.hit_at[name.words.first] == none)
      name.words.last = name.words.first;
  }
}

// "Sarvo Romney", where the model saw the surname alone: the word before it is a name that nothing lists.
void take_given_name(const Reading& reading, const std::vector<Name>& names, const std::vector<std::uint32_t>& proposed, Name& name) {
  if (name.type != EntityType::person || name.words.empty() || name.words.length() > 2 || name.words.first == 0) return;
  if (const std::uint32_t same = proposed[name.words.first]; same != none && !names[same].role.empty()) return;  // a title stands before it
  const std::uint32_t at = name.words.first - 1;
  const Word& word = reading.words[at];
  const language::Token& token = reading.token(at);
  if (token.sentence != reading.token(name.words.first).sentence || token.tag != language::Tag::propn || !word.has(Word::capital)) return;
  if (word.writing != Case::normal || word.has(Word::mark) || word.has(Word::capitals) || word.has(Word::dated) || word.has(Word::digits))
    return;
  if (proposed[at] != none || reading.hit_over[at] != none || reading.noun_at[at].length != 0 || reading.title_at[at].length != 0) return;
  if (at > 0 && reading.words[at - 1].key == text::key_of_folded("of")) return;  // "Secretary of State Holm"
  if (reading.form(at).size() < 3 || reading.words[name.words.first].has(Word::joined) || word.has(Word::joined)) return;
  name.words.first = at;
}

// "Yun Byung-se": the second half of a given name is written small; not "Holm-led".
void take_joined(const Reading& reading, Name& name) {
  constexpr std::size_t longest = 4;
  if (name.type != EntityType::person || name.words.length() < 2 || name.words.last >= reading.words.size()) return;
  const Word& word = reading.words[name.words.last];
  if (!word.has(Word::joined) || word.has(Word::capital) || word.has(Word::digits) || reading.form(name.words.last).size() > longest)
    return;
  const Key key = word.key;
  if (key == text::key_of_folded("led") || key == text::key_of_folded("era") || key == text::key_of_folded("like") ||
      key == text::key_of_folded("run") || key == text::key_of_folded("held") || key == text::key_of_folded("made"))
    return;
  ++name.words.last;
}

// "Hafiz", "Sardar", "Prince": honorifics that people are called by as well.
bool is_given_honorific(const Reading& reading, std::uint32_t word) {
  const Title* title = reading.title(word);
  return title != nullptr && title->kind == TitleKind::honorific && reading.words[word].has(Word::given);
}

// "Navy Capt. Ines Ruiz": what stands up to the end of a person's title is no part of the name.
void drop_title(const Reading& reading, const std::vector<Name>& names, const std::vector<std::uint32_t>& proposed, Name& name) {
  if (name.type != EntityType::person) return;
  for (std::uint32_t i = name.words.first; i < name.words.last; ++i) {
    if (proposed[i] == none) continue;
    const Name& person = names[proposed[i]];
    if (person.type != EntityType::person || person.words.first != i || person.role.empty() || person.role.last > i) continue;
    if (reading.is(reading.words[person.role.last - 1].key, WordClass::particle)) continue;  // "Abu" is a part of the name
    std::uint32_t end = person.role.last;
    while (end > person.role.first && is_given_honorific(reading, end - 1)) --end;
    name.words.first = std::max(name.words.first, end);
    if (person.role.last <= name.words.first && i > name.words.first) name.words.first = i;  // "DIG Arvika Range Omar Diaz"
  }
}

// Inside a body or facility whose kind of word the grammars know: "Arvika" in "Arvika criminal court", "Halden" in "Halden dam".
bool inside_a_body(const std::vector<Name>& names, const std::vector<std::uint32_t>& proposed, Range words) {
  const std::uint32_t at = proposed[words.first];
  if (at == none || proposed[words.last - 1] != at) return false;
  const Name& outer = names[at];
  if (outer.words.length() <= words.length()) return false;
  const bool sure_place =
      outer.type == EntityType::place && outer.strength >= static_cast<std::int32_t>(20 * outer.words.length()) + likely_bonus;
  return sure_place || outer.type == EntityType::facility || (outer.type == EntityType::organization && outer.entry == none);
}

// "a Barrett sniper rifle", "two Glock pistols": a maker's name before a weapon is no person.
bool makes_a_weapon(const Reading& reading, const Name& name) {
  using namespace text::literals;
  if (name.type != EntityType::person || name.words.length() > 2 || !name.role.empty()) return false;
  for (std::uint32_t i = name.words.last; i < reading.words.size() && i < name.words.last + 3; ++i) {
    if (reading.words[i].has(Word::capital) || reading.token(i).sentence != reading.token(name.words.first).sentence) return false;
    switch (reading.words[i].key) {
      case "rifle"_key:
      case "rifles"_key:
      case "pistol"_key:
      case "pistols"_key:
      case "revolver"_key:
      case "launcher"_key:
      case "launchers"_key:
      case "gun"_key:
      case "guns"_key:
      case "howitzer"_key:
      case "howitzers"_key:
      case "missile"_key:
      case "missiles"_key: return true;
      case "sniper"_key:
      case "machine"_key:
      case "assault"_key:
      case "submachine"_key:
      case "rocket"_key:
      case "grenade"_key: break;
      default: return false;
    }
  }
  return false;
}

// What the lexicon knows under the very words that the model found.
void take_entry(const Reading& reading, Name& name) {
  const std::uint32_t hit = reading.hit_at[name.words.first];
  if (hit == none || reading.hits[hit].words.last != name.words.last) return;
  if (name.type == EntityType::place) {
    for (const Class what : {Class::country, Class::capital, Class::subdivision, Class::place}) {
      name.entry = reading.entry_of(reading.hits[hit], what);
      if (name.entry == none) continue;
      if (what == Class::country) name.type = EntityType::country;
      return;
    }
  } else if (name.type == EntityType::organization) {
    name.entry = reading.entry_of(reading.hits[hit], Class::organization);
    if (name.entry == none && (name.entry = reading.entry_of(reading.hits[hit], Class::armed_group)) != none)
      name.type = EntityType::armed_group;
  }
}

// "Jos North", "Warrap State": a known place and a word for its part or kind is no person.
void name_quarters(const Reading& reading, std::vector<Name>& names) {
  for (Name& name : names) {
    if (name.type != EntityType::person || name.words.length() != 2 || !reading.place_like(reading.hit_at[name.words.first])) continue;
    if (reading.words[name.words.first].has(Word::given)) continue;
    const Key last = reading.words[name.words.last - 1].key;
    for (const std::string_view word : {"north", "south", "east", "west", "central", "state", "county", "province", "district"})
      if (last == text::key_of_folded(word)) name.type = EntityType::place;
  }
}

// "Omar bin Diaz al Holm", of which the model saw two persons, with the particle between them left out.
void merge_at_particles(const Reading& reading, std::vector<Name>& names) {
  std::size_t kept = 0;
  for (std::size_t n = 0; n < names.size(); ++n) {
    Name* before = kept == 0 ? nullptr : &names[kept - 1];
    const std::uint32_t first = names[n].words.first;
    const bool persons = before != nullptr && before->type == EntityType::person && names[n].type == EntityType::person &&
                         before->words.last + 1 == first && names[n].role.empty();
    const Key between = persons ? reading.words[first - 1].key : Key{0};
    const bool particle = between == text::key_of_folded("bin") || between == text::key_of_folded("ibn") ||
                          between == text::key_of_folded("abu") || between == text::key_of_folded("bint") ||
                          between == text::key_of_folded("ould");
    if (particle && reading.token(first).sentence == reading.token(before->words.first).sentence) {
      before->words.last = names[n].words.last;
    } else {
      names[kept++] = names[n];
    }
  }
  names.resize(kept);
}

// "Omar Diaz alias Tiger": two names, which the model reads as one.
void part_aliases(const Reading& reading, std::vector<Name>& names) {
  const std::size_t count = names.size();
  for (std::size_t k = 0; k < count; ++k) {
    if (names[k].type != EntityType::person || names[k].words.length() < 3) continue;
    for (std::uint32_t i = names[k].words.first + 1; i + 1 < names[k].words.last; ++i) {
      if (reading.words[i].key != text::key_of_folded("alias") && reading.words[i].key != text::key_of_folded("@")) continue;
      Name other = names[k];
      other.words.first = i + 1;
      other.role = {};
      names[k].words.last = i;
      names.push_back(other);
      break;
    }
  }
  if (names.size() > count) text::stable_sort(names, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
}

}  // namespace

std::vector<Name> judge_names(const Reading& reading, std::vector<Name> names) {
  const NameModel& model = *reading.lexicon.model;
  if (model.empty()) return names;
  if (reading.words.size() >= 400) model.bring_near();
  const std::uint32_t n = reading.words.size();
  std::vector<std::uint32_t> proposed(n, none), found_over(n, none);
  for (std::uint32_t k = 0; k < names.size(); ++k)
    for (std::uint32_t i = names[k].words.first; i < names[k].words.last; ++i) proposed[i] = k;

  lexicon::KeySet named_inside;  // words written as names where no sentence starts
  for (const Word& word : reading.words.words)
    if (word.has(Word::named) && !word.has(Word::starts)) named_inside.insert(word.key);

  std::vector<Name> out;
  {
    const NameFeatures features(reading, names);
    std::vector<Label> labels;
    for (const Range sentence : reading.words.sentences) {
      model.label(features, sentence, labels);
      for (std::uint32_t i = 0; i < labels.size();) {
        if (labels[i] == Label::outside) {
          ++i;
          continue;
        }
        std::uint32_t end = i + 1;
        while (end < labels.size() && labels[end] != Label::outside && static_cast<int>(labels[end]) % 2 == 0) ++end;
        Name name;
        name.words = {sentence.first + i, sentence.first + end};
        name.type = type_of(labels[i]);
        i = end;
        trim(reading, named_inside, name);
        drop_title(reading, names, proposed, name);
        take_given_name(reading, names, proposed, name);
        take_joined(reading, name);
        if (name.words.empty() || makes_a_weapon(reading, name)) continue;
        // Where the grammars are sure the model does not matter.
        bool free = true;
        for (std::uint32_t w = name.words.first; w < name.words.last; ++w)
          free = free && (proposed[w] == none || !is_sure(reading, names[proposed[w]]));
        if (!free || inside_a_body(names, proposed, name.words) || joins_names(reading, names, proposed, name.words)) continue;
        const std::uint32_t same = proposed[name.words.first];
        if (same != none && names[same].words.last >= name.words.last && knows_better(reading, names[same], name)) {
          if (found_over[names[same].words.first] != none) continue;
          name.words = names[same].words;
        }
        if (same != none && names[same].words.first == name.words.first && names[same].words.last == name.words.last) {
          name = joined(reading, names[same], name);
        } else if (same != none && names[same].type == EntityType::person && name.type == EntityType::person) {
          name.role = names[same].role;
        } else {
          take_entry(reading, name);
        }
        for (std::uint32_t w = name.words.first; w < name.words.last; ++w) found_over[w] = static_cast<std::uint32_t>(out.size());
        out.push_back(name);
      }
    }
  }
  for (const Name& name : names) {
    bool free = true;
    for (std::uint32_t w = name.words.first; free && w < name.words.last; ++w) free = found_over[w] == none;
    if (free && (is_sure(reading, name) || is_likely(reading, name))) out.push_back(name);
  }
  text::stable_sort(out, [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
  merge_at_particles(reading, out);
  part_aliases(reading, out);
  name_quarters(reading, out);
  missed_names(reading, out);
  located_places(reading, out);
  agree_in_lists(reading, out);
  agree_throughout(reading, out);
  if (lone_names(reading, out)) agree_throughout(reading, out);  // at its other places, too
  return out;
}

}  // namespace khabar::entities
