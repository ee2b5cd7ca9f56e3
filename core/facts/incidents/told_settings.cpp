#include "facts/incidents/told_settings.h"

#include "facts/incidents/elsewhere.h"
#include "facts/incidents/roles.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

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

class Reader {
 public:
  Reader(const Syntax& syntax, std::uint32_t index, std::uint32_t label_time)
      : syntax_(syntax),
        mentions_(syntax.article.mentions),
        sentence_(syntax.article.language.sentences[index]),
        index_(index),
        label_time_(label_time),
        headline_(realis::is_headline(syntax.article, index)) {}

  ToldSettings read() {
    for (std::uint32_t i = sentence_.first; i < sentence_.last && told_.places.size() < 64; ++i) {
      add_time(i);
      const std::uint32_t m = mentions_.mention_of[i];
      if (m != none && mentions_.entities.mentions[m].first == i) add_place(i, mentions_.entities.mentions[m]);
    }
    return std::move(told_);
  }

 private:
  void add_time(std::uint32_t i) {
    const std::uint32_t t = mentions_.time_of[i];
    if (t == none || t == label_time_ || (!told_.times.empty() && told_.times.back().time == t)) return;
    const Time& time = mentions_.times[t].time;
    // "10:42 Shelling resumed": when it was posted.
    const bool stamp = time.type == TimeType::time && i == sentence_.first && time.value.size() >= 5 && syntax_.is_number(i) &&
                       (index_ == 0 || syntax_.article.language.sentences[index_ - 1].block != sentence_.block);
    // "Seized the ship and held its crew until May": when it was over.
    const std::uint32_t start = mentions_.times[t].first;
    const Key before = start > sentence_.first ? syntax_.token(start - 1).key : Key{0};
    const bool end = before == "until"_key || before == "till"_key || time.value == "FUTURE_REF" ||
                     (time.value == "PRESENT_REF" && i > sentence_.first && syntax_.token(mentions_.times[t].last - 1).key == "year"_key);
    if (is_of_speech(start)) return;
    if ((time.type == TimeType::date || time.type == TimeType::time) && !stamp && !end && !is_feast_of_thing(mentions_.times[t]))
      told_.times.push_back({t, i, is_measure_of_worst(syntax_, sentence_, i)});
  }

  // "In a speech on Tuesday", "in an interview aired Monday": when it was said.
  bool is_of_speech(std::uint32_t time) const {
    static constexpr std::array said = {"speech"_key,    "interview"_key,  "address"_key, "briefing"_key,
                                        "statement"_key, "message"_key,    "post"_key,    "tweet"_key,
                                        "broadcast"_key, "communique"_key, "letter"_key,  "communiqué"_key};
    std::uint32_t i = time;
    if (i > sentence_.first && (syntax_.token(i - 1).key == "on"_key || syntax_.token(i - 1).key == "late"_key)) --i;
    if (i > sentence_.first + 1 && (syntax_.token(i - 1).key == "aired"_key || syntax_.token(i - 1).key == "issued"_key ||
                                    syntax_.token(i - 1).key == "released"_key || syntax_.token(i - 1).key == "published"_key))
      --i;
    if (i < sentence_.first + 2) return false;
    const Token& noun = syntax_.token(i - 1);
    return noun.tag == Tag::noun && std::find(said.begin(), said.end(), noun.lemma) != said.end();
  }

  // "The Christmas market", "the Easter parade bombing": a feast that says which. "The Friday market" may be that day's.
  bool is_feast_of_thing(const times::Found& found) const {
    static constexpr std::array days = {"monday"_key,   "tuesday"_key, "wednesday"_key, "thursday"_key,  "friday"_key,
                                        "saturday"_key, "sunday"_key,  "today"_key,     "yesterday"_key, "tomorrow"_key};
    constexpr std::size_t day_length = 10;  // "2024-12-25", "XXXX-12-25"
    const Token& name = syntax_.token(found.first);
    if (found.last != found.first + 1 || found.last >= sentence_.last || found.time.value.size() != day_length ||
        !name.has(Token::initial_capital) || syntax_.is_number(found.first) || std::find(days.begin(), days.end(), name.key) != days.end())
      return false;
    const Token& next = syntax_.token(found.last);
    return next.tag == Tag::noun && !syntax_.is_time(found.last) && syntax_.frames.noun(next.lemma) == nullptr;
  }

  // "an official in Chad's NSS": whose body it is.
  bool owns_body(const entities::MentionAt& mention) const {
    if (mention.last + 1 >= sentence_.last || syntax_.token(mention.last).tag != Tag::part) return false;
    const Entity* owned = syntax_.entity(syntax_.article.entity_at(mention.last + 1));
    return owned && owned->type == EntityType::organization;
  }

  void add_place(std::uint32_t i, const entities::MentionAt& mention) {
    if (mention.kind == MentionKind::demonym || mention.kind == MentionKind::nominal || mention.kind == MentionKind::pronoun ||
        mention.kind == MentionKind::metonym)
      return;
    const Entity& entity = mentions_.entities.entities[mention.entity.index];
    if (entity.type != EntityType::place && entity.type != EntityType::country && entity.type != EntityType::facility) return;
    // "Omar Noor, 29, of Toledo": where somebody is from.
    if (i >= sentence_.first + 3 && syntax_.token(i - 1).key == "of"_key && syntax_.article.words(syntax_.token(i - 2).span) == "," &&
        syntax_.is_number(i - 3))
      return;
    // "a Malta-flagged ship", "Gao-based rebels": where something is from.
    if (mention.last + 1 < sentence_.last && syntax_.article.words(syntax_.token(mention.last).span) == "-" &&
        syntax_.token(mention.last).span.begin == syntax_.token(mention.last - 1).span.end &&
        syntax_.token(mention.last + 1).span.begin == syntax_.token(mention.last).span.end &&
        !syntax_.token(mention.last + 1).has(Token::initial_capital))
      return;
    Key preposition = 0;
    bool told_there = false;  // "according to Kabul"
    for (std::uint32_t back = i; back > sentence_.first && i - back < 6; --back) {
      const Token& t = syntax_.token(back - 1);
      if (t.tag == Tag::adp) {
        preposition = t.key;
        told_there = back >= sentence_.first + 2 && syntax_.token(back - 2).key == "according"_key;
        break;
      }
      // "In return, Pakistan helped": past a comma only within a row of names.
      if (t.tag == Tag::punct && back >= sentence_.first + 2 && syntax_.token(back - 2).tag != Tag::propn) break;
      if (t.tag == Tag::verb || t.tag == Tag::aux ||
          (t.tag == Tag::punct && syntax_.article.words(t.span) != "," && syntax_.article.words(t.span) != "\"" &&
           syntax_.article.words(t.span) != "-"))
        break;
    }
    if (told_there) return;
    if (preposition == "on"_key && i > sentence_.first + 1 && syntax_.token(i - 2).lemma == "blame"_key) return;  // "blamed on Chad"
    if (i > sentence_.first && syntax_.token(i - 1).key == "bordering"_key) return;  // "in Soum province bordering Mali"
    const std::uint32_t head = mention.head < syntax_.size() ? mention.head : i;
    const Token& name = syntax_.token(head);
    // "robbed a shop in Jos to finance the Gao bombings": of what was done there.
    const std::uint32_t of_event =
        name.relation == Relation::compound && syntax_.frames.noun(syntax_.token(name.head).lemma) ? name.head : none;
    if (of_event != none) preposition = 0;  // "responsibility for the Gao attack": "for" is the attack's
    // "near the Chad border", "the Chad-Niger border": a line, and nowhere yet.
    if (entity.type == EntityType::country && mention.last < sentence_.last && syntax_.token(mention.last).lemma == "border"_key) return;
    if (entity.type == EntityType::country && says_who(syntax_, head, mention.last, preposition)) return;
    if (owns_body(mention)) return;
    // "75 miles southwest of Gao", "in Bamba, north of Gao": not there.
    if (preposition == "of"_key && i >= sentence_.first + 3 && is_direction(syntax_.token(i - 2).lemma) &&
        (is_distance(syntax_.token(i - 3).lemma) || is_told_beside(i - 2)))
      return;
    // "in the heart of Gao": as "in Gao".
    if (preposition == "of"_key && is_part_of_place(syntax_.token(name.head).lemma)) {
      const Key before = syntax_.preposition(name.head);
      if (before == "in"_key || before == "at"_key || before == "near"_key || before == "on"_key) preposition = before;
    }
    // "the embassies of Chad, Niger and Mali": whose they are, the last of them, too
    if (entity.type == EntityType::country && name.relation == Relation::conj) {
      std::uint32_t first = head;
      for (int steps = 0; steps < climb_max && syntax_.token(first).relation == Relation::conj; ++steps) first = syntax_.token(first).head;
      const Token& owner = syntax_.token(first);
      if (owner.relation == Relation::nmod && syntax_.preposition(first) == "of"_key && syntax_.class_of(owner.head).noun == Noun::facility)
        return;
    }
    // "arrested a doctor from Chad": where he comes from; but "abducted two nurses from a clinic".
    if (preposition == "from"_key && entity.type == EntityType::country && name.relation == Relation::nmod &&
        syntax_.class_of(name.head).is_people())
      return;
    // "Sepoy Omar Noor, resident of Gao": his home; but "killed nine residents of Gao".
    const std::uint32_t resident = syntax_.token(name.head).head;
    if (preposition == "of"_key && (is_home(name.head) || (is_part_of_place(syntax_.token(name.head).lemma) && is_home(resident)))) return;
    // "Chad's president survived an attack": whose he is.
    const std::uint32_t past = mention.last + 1;  // "Chad's Lake Province: police"
    const Entity* within = past < sentence_.last ? syntax_.entity(syntax_.article.entity_at(past)) : nullptr;
    const bool holds = within && (within->type == EntityType::place || within->type == EntityType::facility);
    if (name.relation == Relation::nmod_poss && entity.type == EntityType::country && !holds && is_of_owner(syntax_, i, name.head)) return;
    if (entity.type == EntityType::country && (name.relation == Relation::compound || name.relation == Relation::amod)) {
      const bool event = syntax_.frames.noun(syntax_.token(name.head).lemma);
      if (preposition == 0 && event && (syntax_.is_adjective_of_state(head) || is_done_by_states(syntax_.token(name.head).lemma))) return;
      const bool inside = preposition == "at"_key || preposition == "outside"_key || preposition == "inside"_key;  // "at a Chad rally"
      const bool based = !event && syntax_.is_adjective_of_state(head) && syntax_.class_of(name.head).noun == Noun::facility;
      const Key of = syntax_.token(name.head).lemma;
      const bool abroad = based && (of == "base"_key || of == "airbase"_key || of == "embassy"_key || of == "consulate"_key);
      if (abroad || (based && !headline_)) return;  // "near a US base" is in no US
      if (!event && !inside && belongs(syntax_.class_of(name.head).noun, headline_) && !colon_between(syntax_, head, name.head)) return;
    }
    told_.places.push_back({head, mention.entity, preposition, entity.type == EntityType::country, of_event});
  }

  // "in the village of Bamba, a day's drive north": is a place told right before the direction?
  bool is_told_beside(std::uint32_t direction) const {
    constexpr std::uint32_t reach = 8;
    if (told_.places.empty() || syntax_.token(direction - 1).tag == Tag::det) return false;  // "in the west of Gao"
    const ToldPlace& last = told_.places.back();
    const Key part = syntax_.token(direction - 1).lemma;  // "a suburb north of Gao" is of Gao
    if (last.country || direction - last.token > reach || part == "suburb"_key || part == "neighborhood"_key || part == "neighbourhood"_key)
      return false;
    for (std::uint32_t i = last.token + 1; i < direction; ++i)
      if (syntax_.is_verb(i) || syntax_.token(i).tag == Tag::cconj) return false;
    return true;
  }

  bool is_home(std::uint32_t noun) const {
    const Key lemma = syntax_.token(noun).lemma;
    return (lemma == "resident"_key || lemma == "native"_key) && !syntax_.is_plural(noun);
  }

  const Syntax& syntax_;
  const mentions::Mentions& mentions_;
  const language::Sentence& sentence_;
  const std::uint32_t index_, label_time_;
  const bool headline_;
  ToldSettings told_;
};

}  // namespace

ToldSettings told_settings(const Syntax& syntax, std::uint32_t sentence, std::uint32_t label_time) {
  return Reader(syntax, sentence, label_time).read();
}

}  // namespace khabar::incidents
