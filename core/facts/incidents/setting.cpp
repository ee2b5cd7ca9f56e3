#include "facts/incidents/setting.h"

#include "facts/clauses.h"
#include "facts/incidents/asides.h"
#include "facts/incidents/elsewhere.h"
#include "facts/incidents/joining.h"
#include "facts/incidents/roles.h"
#include "facts/labels.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// Between two names of one row stand commas, "and", "in", "of" and other names only.
bool in_one_row(const Syntax& syntax, std::uint32_t first, std::uint32_t second) {
  for (std::uint32_t i = first + 1; i < second; ++i) {
    const Token& t = syntax.token(i);
    if (syntax.article.words(t.span) == ";") return false;
    const bool joins =
        t.tag == Tag::punct || t.tag == Tag::propn || t.tag == Tag::cconj || t.tag == Tag::det || t.key == "in"_key || t.key == "of"_key;
    if (!joins) return false;
  }
  return true;
}

bool is_place_preposition(Key p) {
  switch (p) {
    case "in"_key:
    case "at"_key:
    case "near"_key:
    case "outside"_key:
    case "inside"_key:
    case "across"_key:
    case "throughout"_key:
    case "around"_key:
    case "on"_key:
    case "along"_key:
    case "within"_key:
    case "of"_key:
    case "over"_key:
    case "through"_key:
    case "under"_key:
    case "close"_key:
    case "amid"_key:
    case "between"_key:
    case "off"_key:
    case "to"_key: return true;
    default: return false;
  }
}

// "abducted four men from Gao", "arrested from a house in Lahore": there it happened, whoever they were.
bool is_taken_from(const Mention& mention, std::uint32_t place, Key preposition) {
  return preposition == "from"_key && place > mention.token && (mention.kind.mode == Mode::kidnapping || mention.kind.mode == Mode::arrest);
}

// "a US convoy", "UK tourists": whose they were. In a headline "Pakistan militants" says where, too.
bool belongs(Noun noun, bool headline) {
  return noun == Noun::force || noun == Noun::person || noun == Noun::vehicle || (noun == Noun::attacker && !headline);
}

// "US businessman John Hill", "a former ambassador to Spain": says who somebody is.
bool says_who(const Syntax& syntax, std::uint32_t head, std::uint32_t end, Key preposition) {
  const std::uint32_t sentence = syntax.token(head).sentence;
  if (preposition == "to"_key) {
    const std::uint32_t governor = syntax.token(head).head;
    return governor < head && syntax.is_noun(governor) && syntax.class_of(governor).is_people();
  }
  if (!syntax.is_adjective_of_state(head) || end >= syntax.size() || syntax.token(end).sentence != sentence) return false;
  return syntax.token(end).tag == Tag::noun && syntax.class_of(end).noun == Noun::person;
}

bool is_distance(Key lemma) {
  return lemma == "mile"_key || lemma == "kilometer"_key || lemma == "kilometre"_key || lemma == "km"_key || lemma == "league"_key;
}

bool is_direction(Key lemma) {
  return lemma == "southwest"_key || lemma == "southeast"_key || lemma == "northwest"_key || lemma == "northeast"_key ||
         lemma == "north-west"_key || lemma == "north-east"_key || lemma == "south-west"_key || lemma == "south-east"_key ||
         lemma == "north"_key || lemma == "south"_key || lemma == "east"_key || lemma == "west"_key;
}

// "The heart of Gao", "the outskirts of Gao", "the city of Gao".
bool is_part_of_place(Key lemma) {
  return lemma == "heart"_key || lemma == "centre"_key || lemma == "center"_key || lemma == "outskirt"_key || lemma == "outskirts"_key ||
         lemma == "edge"_key || lemma == "middle"_key || lemma == "suburb"_key || lemma == "vicinity"_key || lemma == "city"_key ||
         lemma == "town"_key || lemma == "village"_key || lemma == "district"_key || lemma == "province"_key || lemma == "region"_key ||
         lemma == "state"_key || lemma == "county"_key || lemma == "port"_key || lemma == "island"_key || lemma == "neighbourhood"_key ||
         lemma == "neighborhood"_key || lemma == "municipality"_key;
}

// "Chad's president", "Chad's security services": people and bodies of a state's, which say nothing of where.
bool is_of_owner(const Syntax& syntax, std::uint32_t owner, std::uint32_t owned) {
  if (syntax.class_of(syntax.telling_noun(owned)).is_people()) return true;
  const Entity* entity = syntax.entity(syntax.entity_of(owned));
  if (entity && entity->type != EntityType::country)
    return entity->type == EntityType::person || entity->type == EntityType::organization || entity->type == EntityType::armed_group;
  const Tag before = owner == 0 || syntax.token(owner - 1).sentence != syntax.token(owner).sentence ? Tag::x : syntax.token(owner - 1).tag;
  return syntax.frames.noun(syntax.token(owned).lemma) == nullptr && before != Tag::adp && before != Tag::det && before != Tag::adj;
}

// "... in Chad: police" is no police of Chad's.
bool colon_between(const Syntax& syntax, std::uint32_t name, std::uint32_t head) {
  for (std::uint32_t i = name + 1; i < head; ++i)
    if (syntax.article.words(syntax.token(i).span) == ":" || syntax.article.words(syntax.token(i).span) == "-") return true;
  return false;
}

// "Blast kills two; Gao silent": what stands past a semicolon is of something else.
bool semicolon_between(const Syntax& syntax, std::uint32_t a, std::uint32_t b) {
  return facts::semicolon_in(syntax.article, std::min(a, b), std::max(a, b)) != none;
}

// "..., while gunmen robbed a bank in Segou": what goes on beside it, and there.
bool is_clause_apart(const Syntax& syntax, std::uint32_t verb) {
  if (syntax.token(verb).relation != Relation::advcl) return false;
  const std::uint32_t mark = syntax.dependent(verb, Relation::mark);
  if (mark == none || syntax.dependent(verb, Relation::nsubj) == none) return false;
  const Key key = syntax.token(mark).key;
  return key == "while"_key || key == "whereas"_key || key == "although"_key || key == "though"_key || key == "before"_key ||
         key == "until"_key;
}

// Does the token hang, through nouns and prepositions only, on the trigger (or on its support verb)? Returns the steps, -1 where not.
int steps_to(const Syntax& syntax, std::span<const Mention> found, std::uint32_t at, const Mention& mention, bool time = false) {
  const std::uint32_t trigger = mention.token;
  // "The raids followed the ambush of 29 May": what hangs on another event is that one's.
  auto is_another = [&](std::uint32_t token) {
    return found.size() <= told_most && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
             return other.token == token && !other.verb && !other.casualty_only() && other.joined == none && mention.joined == none;
           });
  };
  // "The worst attack since May, when nine died at Gao": there the earlier one was.
  auto is_of_another_day = [&](std::uint32_t token) {
    return found.size() <= told_most && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
             return other.token == token && other.earlier != mention.earlier;
           });
  };
  const Token& goal = syntax.token(trigger);
  const std::uint32_t carried = syntax.is_verb(trigger) ? none : carried_after(syntax, trigger);
  const bool supported = !syntax.is_verb(trigger) && goal.head != trigger && syntax.is_verb(goal.head) &&
                         (goal.relation == Relation::obj || goal.relation == Relation::nsubj || goal.relation == Relation::nsubj_pass) &&
                         !is_report_verb(syntax.token(goal.head).lemma) && !is_reaction(syntax.token(goal.head).lemma) &&
                         !is_preparation(syntax.token(goal.head).lemma);
  for (int i = 0; i < climb_max; ++i) {
    if (at == trigger) return i;
    if (is_of_another_day(at)) return -1;
    if (supported && at == goal.head) return i + 1;
    if (carried != none && at == carried) return i + 1;
    const bool arrest = mention.kind.mode == Mode::arrest;  // "a suspect in the bombing in Gao was arrested"
    if ((supported || arrest || syntax.token(at).relation == Relation::conj) && is_another(at)) return -1;
    const Token& t = syntax.token(at);
    if (t.head == at) return -1;
    if (t.relation == Relation::acl_relcl || t.relation == Relation::ccomp || t.relation == Relation::parataxis ||
        t.relation == Relation::root || is_clause_apart(syntax, at))
      return -1;
    if (t.relation == Relation::conj && syntax.is_verb(at) && is_report_verb(t.lemma)) return -1;  // "killed two ..., the army said Sunday"
    // "the group, founded in May": its own day, but "a crowd celebrating on Thursday", "as a convoy passed on Monday".
    if (time && t.relation == Relation::acl && syntax.is_verb(at) && t.form != language::Form::gerund &&
        syntax.preposition(t.head) != "as"_key)
      return -1;
    if (!time && syntax.is_noun(at) && is_occasion(t.lemma)) return -1;
    at = t.head;
  }
  return -1;
}

// "The Christmas market", "Friday prayers": a word of what a thing is called, and no day; but "the May 22 market bombing".
bool names_thing(const Syntax& syntax, std::uint32_t time) {
  std::uint32_t at = time;
  for (int i = 0; i < 4 && syntax.token(at).relation == Relation::compound && syntax.token(at).head > at; ++i) at = syntax.token(at).head;
  return at != time && !syntax.is_time(at) && !syntax.is_verb(at) && syntax.frames.noun(syntax.token(at).lemma) == nullptr;
}

// "On 27 January, ...", "13. On 27 January, ...": nothing before it but a preposition and the number of a paragraph.
bool opens(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t time) {
  if (time > sentence.first + 4) return false;
  for (std::uint32_t i = sentence.first; i < time; ++i)
    if (syntax.token(i).tag != Tag::adp && syntax.token(i).tag != Tag::punct && !syntax.is_number(i)) return false;
  return true;
}

// "7 Oct - Mopti: ...": what the words of an item leave open; "the kidnapping" may be one of another day's item.
void add_label(const Syntax& syntax, const facts::Label& label, std::uint32_t block, std::span<Mention> found) {
  if (label.time == none && label.places.empty()) return;
  for (Mention& mention : found) {
    const Relation relation = syntax.token(mention.token).relation;
    const bool aside =
        mention.verb && (relation == Relation::acl || relation == Relation::acl_relcl);  // "hostages taken in May were freed"
    if (mention.earlier || aside || (!mention.verb && mention.definite)) continue;
    mention.item = block;
    if (mention.time == none) mention.time = label.time;
    // An entry of a list tells what is done in the present tense, too.
    if (label.time != none && mention.verb && mention.reading.status == Status::general) mention.reading.status = Status::happened;
    for (EntityId place : label.places)
      if (std::find(mention.places.begin(), mention.places.end(), place) == mention.places.end()) mention.places.push_back(place);
  }
}

// "Gao siege: three shot dead": what a headline's topic says of where, for want of anything nearer.
void add_topic(const Syntax& syntax, const language::Sentence& sentence, std::span<Mention> found) {
  const std::uint32_t m = syntax.article.mentions.mention_of[sentence.first];
  if (m == mentions::none) return;
  const entities::MentionAt& name = syntax.article.mentions.entities.mentions[m];
  if (syntax.entity(name.entity)->type != EntityType::place || name.kind == MentionKind::demonym || name.last + 2 >= sentence.last) return;
  const Token& topic = syntax.token(name.last);
  const bool violent = topic.lemma == "violence"_key || topic.lemma == "unrest"_key || syntax.frames.noun(topic.lemma);
  if (!violent || syntax.article.words(syntax.token(name.last + 1).span) != ":") return;
  for (Mention& mention : found)
    if (mention.places.empty()) mention.places.push_back(name.entity);
}

}  // namespace

void find_settings(const Syntax& syntax, std::uint32_t index, std::span<Mention> found, std::uint32_t offset) {
  if (found.empty()) return;
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const auto& all_mentions = syntax.article.mentions;
  // One or two incidents a sentence are common, dozens are a list: then nothing but what hangs on each is taken.
  const bool alone =
      std::count_if(found.begin(), found.end(), [](const Mention& m) { return m.joined == none && !m.casualty_only(); }) <= 1;

  const bool headline = realis::is_headline(syntax.article, index);
  const facts::Label label = facts::label_of(syntax.article, index);
  struct Place {
    std::uint32_t token = 0;
    EntityId entity;
    Key preposition = 0;
    bool country = false;
    std::uint32_t of_event = none;  // the event noun that it stands before
  };
  std::vector<Place> places;
  std::vector<std::uint32_t> times;  // index into mentions.times
  std::vector<std::uint32_t> time_tokens;
  std::vector<bool> since;  // "the worst since May": of what was told of May alone
  for (std::uint32_t i = sentence.first; i < sentence.last && places.size() < 64; ++i) {
    if (const std::uint32_t t = all_mentions.time_of[i]; t != none && t != label.time && (times.empty() || times.back() != t)) {
      const Time& time = all_mentions.times[t].time;
      // "10:42 Shelling resumed": when it was posted.
      const bool stamp = time.type == TimeType::time && i == sentence.first && time.value.size() >= 5 && syntax.is_number(i) &&
                         (index == 0 || syntax.article.language.sentences[index - 1].block != sentence.block);
      // "Seized the ship and held its crew until May": when it was over.
      const std::uint32_t start = all_mentions.times[t].first;
      const Key before = start > sentence.first ? syntax.token(start - 1).key : Key{0};
      const bool end =
          before == "until"_key || before == "till"_key || time.value == "FUTURE_REF" ||
          (time.value == "PRESENT_REF" && i > sentence.first && syntax.token(all_mentions.times[t].last - 1).key == "year"_key);
      if ((time.type == TimeType::date || time.type == TimeType::time) && !stamp && !end) {
        times.push_back(t);
        since.push_back(is_measure_of_worst(syntax, sentence, i));
        time_tokens.push_back(i);
      }
    }
    const std::uint32_t m = all_mentions.mention_of[i];
    if (m == none || all_mentions.entities.mentions[m].first != i) continue;
    const entities::MentionAt& mention = all_mentions.entities.mentions[m];
    if (mention.kind == MentionKind::demonym || mention.kind == MentionKind::nominal || mention.kind == MentionKind::pronoun ||
        mention.kind == MentionKind::metonym)
      continue;
    const Entity& entity = all_mentions.entities.entities[mention.entity.index];
    if (entity.type != EntityType::place && entity.type != EntityType::country && entity.type != EntityType::facility) continue;
    // "Omar Noor, 29, of Toledo": where somebody is from.
    if (i >= sentence.first + 3 && syntax.token(i - 1).key == "of"_key && syntax.article.words(syntax.token(i - 2).span) == "," &&
        syntax.is_number(i - 3))
      continue;
    // "a Malta-flagged ship", "Gao-based rebels": where something is from.
    if (mention.last + 1 < sentence.last && syntax.article.words(syntax.token(mention.last).span) == "-" &&
        syntax.token(mention.last).span.begin == syntax.token(mention.last - 1).span.end &&
        syntax.token(mention.last + 1).span.begin == syntax.token(mention.last).span.end &&
        !syntax.token(mention.last + 1).has(Token::initial_capital))
      continue;
    Key preposition = 0;
    bool told_there = false;  // "according to Kabul"
    for (std::uint32_t back = i; back > sentence.first && i - back < 6; --back) {
      const Token& t = syntax.token(back - 1);
      if (t.tag == Tag::adp) {
        preposition = t.key;
        told_there = back >= sentence.first + 2 && syntax.token(back - 2).key == "according"_key;
        break;
      }
      // "In return, Pakistan helped": past a comma only within a row of names.
      if (t.tag == Tag::punct && back >= sentence.first + 2 && syntax.token(back - 2).tag != Tag::propn) break;
      if (t.tag == Tag::verb || t.tag == Tag::aux ||
          (t.tag == Tag::punct && syntax.article.words(t.span) != "," && syntax.article.words(t.span) != "\"" &&
           syntax.article.words(t.span) != "-"))
        break;
    }
    if (told_there) continue;
    if (preposition == "on"_key && i > sentence.first + 1 && syntax.token(i - 2).lemma == "blame"_key) continue;  // "blamed on Chad"
    const std::uint32_t head = mention.head < syntax.size() ? mention.head : i;
    const Token& name = syntax.token(head);
    if (name.relation == Relation::compound && syntax.frames.noun(syntax.token(name.head).lemma))
      preposition = 0;  // "responsibility for the Gao attack": "for" is the attack's
    // "near the Chad border", "the Chad-Niger border": a line, and nowhere yet.
    if (entity.type == EntityType::country && mention.last < sentence.last && syntax.token(mention.last).lemma == "border"_key) continue;
    if (entity.type == EntityType::country && says_who(syntax, head, mention.last, preposition)) continue;
    // "75 miles southwest of Gao": not there.
    if (preposition == "of"_key && i >= sentence.first + 3 && is_direction(syntax.token(i - 2).lemma) &&
        is_distance(syntax.token(i - 3).lemma))
      continue;
    // "in the heart of Gao": as "in Gao".
    if (preposition == "of"_key && is_part_of_place(syntax.token(name.head).lemma)) {
      const Key before = syntax.preposition(name.head);
      if (before == "in"_key || before == "at"_key || before == "near"_key || before == "on"_key) preposition = before;
    }
    // "Chad's president survived an attack": whose he is.
    const std::uint32_t past = mention.last + 1;  // "Chad's Lake Province: police"
    const Entity* within = past < sentence.last ? syntax.entity(syntax.article.entity_at(past)) : nullptr;
    const bool holds = within && (within->type == EntityType::place || within->type == EntityType::facility);
    if (name.relation == Relation::nmod_poss && entity.type == EntityType::country && !holds && is_of_owner(syntax, i, name.head)) continue;
    if (entity.type == EntityType::country && (name.relation == Relation::compound || name.relation == Relation::amod)) {
      const bool event = syntax.frames.noun(syntax.token(name.head).lemma);
      if (preposition == 0 && event && (syntax.is_adjective_of_state(head) || is_done_by_states(syntax.token(name.head).lemma))) continue;
      const bool inside = preposition == "at"_key || preposition == "outside"_key || preposition == "inside"_key;  // "at a Chad rally"
      const bool based = !event && syntax.is_adjective_of_state(head) && syntax.class_of(name.head).noun == Noun::facility;
      const Key of = syntax.token(name.head).lemma;
      const bool abroad = based && (of == "base"_key || of == "airbase"_key || of == "embassy"_key || of == "consulate"_key);
      if (abroad || (based && !headline)) continue;  // "near a US base" is in no US
      if (!event && !inside && belongs(syntax.class_of(name.head).noun, headline) && !colon_between(syntax, head, name.head)) continue;
    }
    // "robbed a shop in Jos to finance the Gao bombings": of what was done there.
    const std::uint32_t of_event =
        name.relation == Relation::compound && syntax.frames.noun(syntax.token(name.head).lemma) ? name.head : none;
    places.push_back(
        {mention.head < syntax.size() ? mention.head : i, mention.entity, preposition, entity.type == EntityType::country, of_event});
  }

  // Do the triggers tell one incident, as far as the syntax of the sentence says?
  auto root = [&](std::uint32_t k) {
    for (std::size_t i = 0; i < found.size() && found[k].joined != none && found[k].joined >= offset; ++i) {
      const std::uint32_t next = found[k].joined - offset;
      if (next >= found.size()) break;
      k = next;
    }
    return k;
  };
  auto tells_with = [&](std::uint32_t index, std::uint32_t token) {
    for (std::uint32_t k = 0; k < found.size() && found.size() <= told_most; ++k)
      if (found[k].token == token) return root(k) == root(index);
    return true;
  };
  // "The men drove into Gao on Friday and kidnapped a nurse": the day and the place of the verb before, whose subject it shares.
  auto shared_setting = [&](Mention& mention) {
    const Token& t = syntax.token(mention.token);
    if (!mention.verb || t.relation != Relation::conj || t.head > mention.token || !syntax.is_verb(t.head) || mention.joined != none ||
        syntax.has(mention.token, Relation::nsubj) || syntax.has(mention.token, Relation::nsubj_pass))
      return;
    const Token& before = syntax.token(t.head);
    if (is_report_verb(before.lemma) || is_of_what_came_after(before.lemma) || is_preparation(before.lemma)) return;
    if (std::any_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == t.head; })) return;
    auto hangs_on = [&](std::uint32_t token) {
      for (int i = 0; i < 4 && token != t.head; ++i) {
        if (syntax.is_verb(token) || syntax.token(token).head == token) return false;
        token = syntax.token(token).head;
      }
      return token == t.head;
    };
    if (mention.time == none)
      for (std::size_t k = 0; k < times.size(); ++k)
        if (!since[k] && time_tokens[k] > t.head && time_tokens[k] < mention.token && hangs_on(time_tokens[k])) mention.time = times[k];
    if (mention.places.empty())
      for (const Place& place : places)
        if (place.token > t.head && place.token < mention.token && is_place_preposition(place.preposition) && hangs_on(place.token) &&
            mention.places.size() < 6)
          mention.places.push_back(place.entity);
    for (const Place& place : places)  // "into the village of Gao"
      if (mention.places.empty() && place.preposition == "into"_key && place.token > t.head && place.token < mention.token &&
          hangs_on(place.token))
        mention.places.push_back(place.entity);
  };

  for (Mention& mention : found) {
    if (mention.charged) continue;
    auto add = [&](EntityId id) {
      if (mention.places.size() < 6 && std::find(mention.places.begin(), mention.places.end(), id) == mention.places.end())
        mention.places.push_back(id);
    };
    // Inside the words of an actor a place says where that is from: "the group's branch in Iraq".
    auto is_filler = [&](std::uint32_t token) {
      for (int i = 0; i < climb_max && token != mention.token; ++i) {
        for (const Filler& filler : mention.fillers)
          if (filler.token == token && filler.role == ArgumentRole::actor) return true;
        if (syntax.token(token).head == token || syntax.is_verb(syntax.token(token).head)) return false;
        token = syntax.token(token).head;
      }
      return false;
    };
    // "Burnt two trucks near Segou on Monday and abducted a nurse in Gao": past the first's own day or place the second goes on.
    auto is_beyond = [&](std::uint32_t token) {
      if (!mention.verb || mention.joined != none || found.size() > told_most) return false;
      return std::any_of(found.begin(), found.end(), [&](const Mention& other) {
        if (!other.verb || other.casualty_only() || other.joined != none || other.token <= mention.token || other.token >= token)
          return false;
        auto between = [&](std::uint32_t t) { return t > mention.token && t < other.token; };
        return std::any_of(time_tokens.begin(), time_tokens.end(), between) ||
               std::any_of(places.begin(), places.end(), [&](const Place& p) { return between(p.token); });
      });
    };
    for (const Place& place : places) {
      if (is_beyond(place.token)) continue;
      if (is_filler(place.token) || semicolon_between(syntax, place.token, mention.token) ||
          is_of_clause_beside(syntax, found, mention.token, place.token) || is_past_but(syntax, found, mention.token, place.token))
        continue;
      if (!mention.earlier && (is_when_since(syntax, place.token) || is_of_an_anniversary(syntax, place.token))) continue;
      if (is_of_later_verb(syntax, mention.token, place.token) || is_of_hospital(syntax, mention, place.token)) continue;
      if (place.of_event != none && !tells_with(static_cast<std::uint32_t>(&mention - found.data()), place.of_event)) continue;
      const bool compound = place.preposition == 0;
      if (!compound && !is_place_preposition(place.preposition) && !is_taken_from(mention, place.token, place.preposition)) continue;
      // "Hijacked the tanker Silver Dawn": what was taken, not where.
      const bool is_hit = compound && syntax.entity(place.entity)->type == EntityType::facility &&
                          std::any_of(mention.fillers.begin(), mention.fillers.end(), [&](const Filler& f) {
                            const bool craft = f.noun.noun == Noun::vehicle || mention.kind.mode == Mode::hijacking;
                            const bool named = place.token >= f.token && place.token - f.token < 5;
                            return f.role == ArgumentRole::target && craft && (f.entity == place.entity || named);
                          });
      const int steps = is_hit ? -1 : steps_to(syntax, found, place.token, mention);
      if (steps < 0) continue;
      const std::uint32_t above = syntax.token(place.token).head;  // "..., while Gao saw twelve": another clause's subject
      const bool elsewhere = syntax.is_verb(above) && above != mention.token && above != syntax.token(mention.token).head;
      if (compound && elsewhere && syntax.token(place.token).relation == Relation::nsubj) continue;
      // "soldiers from Swat", "president of Colombia" say where people are from; "mosque in Swat" where it happened.
      if (place.preposition == "of"_key && steps > 1 && place.country) continue;
      add(place.entity);
    }
    if (mention.places.empty())
      for (const Place& place : places)
        if (place.token > sentence.first && is_where_brought(syntax, mention.token, place.token)) add(place.entity);
    // "memories of Gao, where police shot nine": what "where" stands for.
    if (mention.places.empty())
      for (std::uint32_t i = mention.token; i > sentence.first + 1 && mention.token - i < 12; --i) {
        if (syntax.token(i - 1).key != "where"_key) {
          if (syntax.token(i - 1).tag == Tag::punct && syntax.article.words(syntax.token(i - 1).span) != ",") break;
          continue;
        }
        std::uint32_t name = i - 2;
        if (syntax.article.words(syntax.token(name).span) == "," && name > sentence.first) --name;
        for (const Place& place : places)
          if (place.token == name || syntax.article.entity_at(name) == place.entity) {
            add(place.entity);
            break;
          }
        break;
      }
    if (mention.places.empty() && alone && !is_brought_about(syntax, mention)) {
      const std::uint32_t clause = relative_clause(syntax, mention.token);
      for (const Place& place : places)
        if (!is_filler(place.token) && !semicolon_between(syntax, place.token, mention.token) && (clause == none || place.token > clause) &&
            !is_where_it_was_told(syntax, place.token) && !is_of_relative(syntax, mention.token, place.token) &&
            (place.of_event == none || tells_with(static_cast<std::uint32_t>(&mention - found.data()), place.of_event)) &&
            !is_of_later_verb(syntax, mention.token, place.token) && !is_of_clause_beside(syntax, found, mention.token, place.token) &&
            !is_of_what_followed(syntax, found, mention, place.token) && !is_of_later_deed(syntax, found, mention, place.token) &&
            !is_past_but(syntax, found, mention.token, place.token) && !is_outside_condition(syntax, mention.token, place.token) &&
            !is_of_hospital(syntax, mention, place.token) && !is_preparation(syntax.token(syntax.token(place.token).head).lemma) &&
            !is_of_a_protest(syntax, mention, place.token) &&
            (place.preposition == "in"_key || place.preposition == "at"_key || place.preposition == "near"_key ||
             place.preposition == "outside"_key || place.preposition == "across"_key || place.preposition == "on"_key))
          add(place.entity);
    }
    // "in Jolo, Mindanao, Philippines": names in one row belong together.
    if (!mention.places.empty())
      for (std::size_t k = 1; k < places.size(); ++k) {
        const bool before = std::find(mention.places.begin(), mention.places.end(), places[k - 1].entity) != mention.places.end();
        if (before && places[k].token > places[k - 1].token && places[k].token - places[k - 1].token <= 3 &&
            in_one_row(syntax, places[k - 1].token, places[k].token))
          add(places[k].entity);
      }

    if (!mention.verb && syntax.preposition(mention.token) == "before"_key) continue;  // "on Sunday, the day before the riot"
    const Token& told = syntax.token(mention.token);                                   // "marched on Friday to denounce the murder"
    const bool reacted = !mention.verb && told.relation == Relation::obj && is_reaction(syntax.token(told.head).lemma);
    int best = climb_max + 1;
    if (const std::uint32_t day = syntax.day_above(mention.token); day != none) {
      mention.time = all_mentions.time_of[day];
      best = 0;
    }
    for (std::size_t k = 0; k < times.size(); ++k) {
      std::uint32_t head = time_tokens[k];
      const times::Found& time = all_mentions.times[times[k]];
      for (std::uint32_t i = time.first; i < time.last; ++i)
        if (syntax.token(i).head < time.first || syntax.token(i).head >= time.last) head = i;
      const bool by_then = time.first > sentence.first && syntax.token(time.first - 1).key == "by"_key;  // "12 had died by noon"
      if (by_then || names_thing(syntax, head) || (reacted && head < told.head) || is_before_that(syntax, time.last, mention.token))
        continue;
      if ((since[k] && !mention.earlier) || is_past_but(syntax, found, mention.token, head)) continue;
      const int steps = since[k] ? climb_max : steps_to(syntax, found, head, mention, true);
      if (steps >= 0 && steps < best && !is_day_of_later_deed(syntax, found, time.first, time.last, mention.token)) {
        best = steps;
        mention.time = times[k];
      }
    }
    // "lowered the level in 2019, three years after gunmen killed": not of 2019
    const bool before_that = mention.earlier && !times.empty() && time_tokens[0] < mention.token && !since[0];
    if (mention.time == none && alone && times.size() == 1 && !before_that && !(reacted && time_tokens[0] < told.head) &&
        (!since[0] || mention.earlier)) {
      std::uint32_t head = time_tokens[0];
      const times::Found& time = all_mentions.times[times[0]];
      for (std::uint32_t i = time.first; i < time.last; ++i)
        if (syntax.token(i).head < time.first || syntax.token(i).head >= time.last) head = i;
      const std::uint32_t governor = syntax.token(head).head;
      const Key verb = syntax.is_verb(governor) && governor != mention.token ? syntax.token(governor).lemma : Key{0};
      const bool of_own = verb != 0 && syntax.token(governor).relation == Relation::acl &&  // "the group, founded in May"
                          syntax.preposition(syntax.token(governor).head) != "as"_key &&
                          std::none_of(found.begin(), found.end(), [&](const Mention& other) { return other.token == governor; });
      // "links to the coup of 15 July": the day is the coup's.
      const bool of_noun = verb == 0 && governor != head && governor != mention.token && syntax.is_noun(governor) &&
                           syntax.preposition(head) == "of"_key && !syntax.is_time(governor);
      // "broke off talks in May after its assault killed nine": what the assault did was before May, too.
      const bool of_consequence =
          mention.verb && mention.joined != none && std::any_of(found.begin(), found.end(), [&](const Mention& other) {
            return !other.verb && is_day_of_talk(syntax, found, other, governor);
          });
      const bool of_talk = of_consequence || of_own || of_noun || is_report_verb(verb) || is_of_what_came_after(verb) ||
                           is_day_of_talk(syntax, found, mention, governor) || is_of_clause_beside(syntax, found, mention.token, head) ||
                           is_past_but(syntax, found, mention.token, head);
      if (!of_talk && !is_day_of_later_deed(syntax, found, time.first, time.last, mention.token)) mention.time = times[0];
    }
    shared_setting(mention);
    // "On 27 January, rebels attacked ..., killing 52": of all that the sentence tells.
    if (mention.time == none && !mention.earlier && times.size() == 1 && !since[0] && opens(syntax, sentence, time_tokens[0])) {
      const std::uint32_t end = all_mentions.times[times[0]].last;
      const Key verb = end < sentence.last ? syntax.token(syntax.token(time_tokens[0]).head).lemma : Key{0};
      if (end < sentence.last && syntax.article.words(syntax.token(end).span) == "," && !is_report_verb(verb) &&
          !is_of_what_came_after(verb))
        mention.time = times[0];
    }
  }
  add_label(syntax, label, sentence.block, found);
  if (headline) add_topic(syntax, sentence, found);
}

}  // namespace khabar::incidents
