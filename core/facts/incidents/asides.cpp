#include "facts/incidents/asides.h"

#include "facts/incidents/elsewhere.h"
#include "facts/incidents/rhetoric.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace khabar::incidents {

namespace {

bool tells_stories(Key lemma) {
  return lemma == "tell"_key || lemma == "depict"_key || lemma == "show"_key || lemma == "portray"_key || lemma == "follow"_key ||
         lemma == "feature"_key || lemma == "recreate"_key || lemma == "chronicle"_key || lemma == "simulate"_key ||
         lemma == "describe"_key || lemma == "be"_key;
}

}  // namespace

namespace {

// "conducted a nuclear detonation": a test, where nobody is hit
bool is_nuclear_blast(const Syntax& syntax, const Mention& m) {
  const Key lemma = syntax.token(m.token).lemma;
  if ((lemma != "detonation"_key && lemma != "explosion"_key && lemma != "blast"_key) || !m.tolls.empty()) return false;
  const auto below = syntax.dependents(m.token);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t d) {
    const Key key = syntax.token(d).key;
    return key == "nuclear"_key || key == "atomic"_key || key == "thermonuclear"_key;
  });
}

}  // namespace

bool is_missile_test(const Syntax& syntax, const Mention& m) {
  if (is_nuclear_blast(syntax, m)) return true;
  constexpr std::uint32_t near = 3, reach = 14;
  auto is_missile = [&](std::uint32_t at) {
    const Key lemma = syntax.token(at).lemma;
    return lemma == "missile"_key || lemma == "rocket"_key || lemma == "torpedo"_key || lemma == "projectile"_key;
  };
  auto is_water = [&](std::uint32_t at) {
    const Key key = syntax.token(at).lemma;
    return key == "sea"_key || key == "ocean"_key || key == "water"_key || key == "coast"_key || key == "gulf"_key;
  };
  auto is_land = [&](std::uint32_t at) {
    const Entity* entity = syntax.entity(syntax.article.entity_at(at));
    return entity && entity->type == EntityType::country;
  };
  const bool missile = std::any_of(m.fillers.begin(), m.fillers.end(),
                                   [&](const Filler& f) { return f.role == ArgumentRole::instrument && is_missile(f.token); });
  const bool hit = std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    return f.role == ArgumentRole::recipient || (f.role == ArgumentRole::target && !is_water(f.token));
  });
  const auto below = syntax.dependents(m.token);
  const bool does = std::any_of(below.begin(), below.end(), [&](std::uint32_t d) {  // "into the sea, sinking a boat"
    return syntax.is_verb(d) && d > m.token && syntax.token(d).relation == Relation::advcl;
  });
  if (!missile || hit || does || !m.tolls.empty()) return false;
  const language::Sentence& sentence = syntax.article.language.sentences[m.sentence];
  if (m.token > sentence.first && is_missile(m.token - 1)) return true;  // "its missile launches"
  for (std::uint32_t i = m.token > sentence.first + near ? m.token - near : sentence.first; i < m.token + near && i < sentence.last; ++i)
    if (syntax.token(i).lemma == "test"_key) return true;
  for (std::uint32_t i = m.token + 1; i < m.token + reach && i < sentence.last; ++i) {
    const Key key = syntax.token(i).key;
    if (key != "into"_key && key != "toward"_key && key != "towards"_key && key != "in"_key && key != "off"_key && key != "over"_key)
      continue;
    for (std::uint32_t to = i + 1; to < i + near + 2 && to < sentence.last && syntax.token(to).tag != Tag::adp; ++to)
      if (is_water(to) || (key == "over"_key && is_land(to))) return true;  // "over Japan": past it
  }
  return false;
}

bool is_of_an_anniversary(const Syntax& syntax, std::uint32_t at) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(at).sentence].first;
  for (std::uint32_t i = at; i > first + 1 && at - i < 12; --i) {
    if (syntax.token(i - 1).key == "of"_key && syntax.token(i - 2).key == "anniversary"_key) return true;
    if (syntax.token(i - 1).tag == Tag::punct || syntax.is_verb(i - 1)) return false;
  }
  return false;
}

// "the deadliest raid since May, when 100 troops died": that was another.
bool is_when_since(const Syntax& syntax, std::uint32_t at) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  std::uint32_t when = at;
  auto parts = [&](std::uint32_t i) { return syntax.token(i).tag == Tag::punct && syntax.article.words(syntax.token(i).span) != ","; };
  while (when > sentence.first && at - when < 14 && syntax.token(when).key != "when"_key && !parts(when)) --when;
  if (syntax.token(when).key != "when"_key || when < sentence.first + 2) return false;
  std::uint32_t i = when;
  auto names_it = [&](std::uint32_t token) {  // "since Gao in May 2031, when"
    const language::Tag tag = syntax.token(token).tag;
    return syntax.is_time(token) || tag == Tag::punct || tag == Tag::propn || tag == Tag::det ||
           (tag == Tag::adp && syntax.token(token).key != "since"_key) || syntax.frames.noun(syntax.token(token).lemma);
  };
  while (i > sentence.first && when - i < 12 && names_it(i - 1)) --i;
  return i < when && i > sentence.first && syntax.token(i - 1).key == "since"_key;
}

// "Has been on alert since rebels launched a series of attacks": what it has been so since.
bool is_since_then(const Syntax& syntax, std::uint32_t at) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(at).sentence].first;
  std::uint32_t since = at;
  bool clause = syntax.is_verb(at);
  while (since > first && at - since < 24 && syntax.token(since).key != "since"_key) {
    clause = clause || syntax.is_verb(since);
    if (syntax.token(since).tag == Tag::punct && syntax.article.words(syntax.token(since).span) == ";") return false;
    --since;
  }
  if (syntax.token(since).key != "since"_key || !clause || syntax.is_time(since + 1)) return false;
  for (std::uint32_t i = since; i > first && since - i < 10; --i)
    if (const Key key = syntax.token(i - 1).key; key == "has"_key || key == "have"_key) return true;
  return false;
}

// "The murder of Ana Diaz a year earlier": told of on the way.
bool is_years_earlier(const Syntax& syntax, std::uint32_t at) {
  const std::uint32_t last = syntax.article.language.sentences[syntax.token(at).sentence].last;
  for (std::uint32_t i = at + 1; i < last && i < at + 12; ++i) {
    const Token& t = syntax.token(i);
    if (t.tag == Tag::punct || syntax.is_verb(i)) return false;
    if (t.key != "before"_key && t.key != "earlier"_key) continue;
    const Key unit = syntax.token(i - 1).lemma;
    const bool ends = i + 1 == last || syntax.token(i + 1).tag == Tag::punct;
    return ends && (unit == "year"_key || unit == "month"_key || unit == "decade"_key);
  }
  return false;
}

// "Two years after a tram explosion killed": an earlier incident, not the one that the article tells.
bool is_long_before(const Syntax& syntax, std::uint32_t at) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  const Token& noun = syntax.token(at);
  if (noun.relation == Relation::obj && syntax.token(noun.head).lemma == "follow"_key) {  // "the raids followed the ambush"
    const std::uint32_t first = syntax.dependent(noun.head, Relation::nsubj);
    return first != none && syntax.frames.noun(syntax.token(first).lemma) != nullptr;
  }
  if (is_when_since(syntax, at) || is_since_then(syntax, at) || is_years_earlier(syntax, at)) return true;
  // "two years after gunmen stormed a market, killing nine"
  const bool goes_on = noun.relation == Relation::advcl && noun.form == Form::gerund;
  if (goes_on && noun.head < at && syntax.is_verb(noun.head) && syntax.token(noun.head).form != Form::gerund &&
      is_long_before(syntax, noun.head))
    return true;
  // "Juan Leon, who died in 2013": a life told of on the way.
  if (noun.lemma == "die"_key && noun.relation == Relation::acl_relcl)
    for (const Link& link : syntax.links(at))
      if (link.dependent > at && syntax.is_time(link.dependent) &&
          syntax.article.mentions.times[syntax.article.mentions.time_of[link.dependent]].time.value.size() == 4)
        return true;
  // "on the fourth anniversary of his murder by a gunman in Gao": long before.
  if (!syntax.is_verb(at) && is_of_an_anniversary(syntax, at)) return true;
  // "last month's attack", "the December assault", "the 2019 ambush": told apart by a month or a year.
  if (!syntax.is_verb(at) && at > sentence.first) {
    std::uint32_t i = at;
    while (i > sentence.first && at - i < 3 && !syntax.is_time(i - 1) && syntax.token(i - 1).tag != Tag::det &&
           (syntax.is_noun(i - 1) || syntax.token(i - 1).tag == Tag::adj || syntax.token(i - 1).tag == Tag::part))
      --i;
    if (i > sentence.first && syntax.is_time(i - 1)) {
      const times::Found& found = syntax.article.mentions.times[syntax.article.mentions.time_of[i - 1]];
      const std::string& value = found.time.value;
      const bool coarse = value == "PAST_REF" || (value.size() >= 4 && value.size() <= 7 && value[0] != 'P');
      const Key before = found.first > sentence.first ? syntax.token(found.first - 1).key : Key{0};
      const bool clause = before == "in"_key || before == "since"_key || before == "during"_key || before == "of"_key;
      if (found.time.type == TimeType::date && coarse && !clause) return true;
    }
  }
  // "active in many operations, including the raid on Gao in May": one of many others.
  if (!syntax.is_verb(at)) {
    std::uint32_t i = at;
    while (i > sentence.first && at - i < 3 && syntax.token(i - 1).key != "including"_key && !syntax.is_verb(i - 1)) --i;
    if (i > sentence.first + 1 && syntax.token(i - 1).key == "including"_key)
      for (std::uint32_t k = i - 1; k > sentence.first && i - k < 8; --k) {
        const Key lemma = syntax.token(k - 1).lemma;
        if (lemma == "activity"_key || lemma == "act"_key || lemma == "operation"_key || lemma == "crime"_key || lemma == "case"_key)
          return true;
      }
  }
  for (std::uint32_t i = at; i > sentence.first + 1 && at - i < 10; --i) {
    const Token& t = syntax.token(i - 1);
    if (t.tag == Tag::punct || t.tag == Tag::verb || t.tag == Tag::aux) return false;
    if (t.key != "after"_key && t.key != "since"_key) continue;
    const Key unit = syntax.token(i - 2).lemma;
    return unit == "year"_key || unit == "month"_key || unit == "week"_key || unit == "day"_key || unit == "decade"_key ||
           unit == "fortnight"_key;
  }
  return false;
}

// "claimed 12 lives", "the loss of 12 lives" - not "saved dozens of lives", "rebuilt their lives".
bool costs_lives(const Syntax& syntax, std::uint32_t at) {
  static constexpr Key words[] = {"claim"_key, "take"_key, "lose"_key, "cost"_key, "loss"_key, "toll"_key, "end"_key, "cut"_key};
  std::uint32_t up = at;
  for (int step = 0; step < 3; ++step) {
    if (std::find(std::begin(words), std::end(words), syntax.token(up).lemma) != std::end(words)) return true;
    if (syntax.token(up).head == up) break;
    up = syntax.token(up).head;
  }
  return std::find(std::begin(words), std::end(words), syntax.token(up).lemma) != std::end(words);
}

// "The army lost 40 soldiers", "it lost ten men" - not "lost three players", "lost 40 lawmakers".
bool is_loss_of_fighters(const Syntax& syntax, std::uint32_t at, const std::vector<Toll>& lost) {
  std::uint32_t subject = syntax.dependent(at, Relation::nsubj);
  for (std::uint32_t up = at, i = 0; subject == none && i < 3 && syntax.is_verb(syntax.token(up).head); ++i) {  // "..., losing three men"
    up = syntax.token(up).head;
    subject = syntax.dependent(up, Relation::nsubj);
  }
  const Noun loser = subject == none ? Noun::unknown : syntax.class_of(syntax.telling_noun(subject)).noun;
  const Entity* entity = subject == none ? nullptr : syntax.entity(syntax.entity_of(subject));
  const bool fights = loser == Noun::force || loser == Noun::attacker || (entity && entity->type == EntityType::armed_group) ||
                      (subject != none && (syntax.token(subject).key == "it"_key || syntax.token(subject).key == "they"_key));
  return !lost.empty() && std::all_of(lost.begin(), lost.end(), [&](const Toll& toll) {
    const Key lemma = syntax.token(toll.token).lemma;
    const bool men = fights && (lemma == "man"_key || lemma == "member"_key || lemma == "volunteer"_key);
    return toll.value > 0 && (toll.noun == Noun::force || toll.noun == Noun::attacker || men);
  });
}

// "harshly attacked the president", "hit out at".
bool is_rhetorical(const Syntax& syntax, std::uint32_t at) {
  const Key lemma = syntax.token(at).lemma;
  for (std::uint32_t d : syntax.dependents(at)) {
    const Key key = syntax.token(d).key;
    if (key == "out"_key && (lemma == "hit"_key || lemma == "strike"_key)) return true;
    if (key == "harshly"_key || key == "verbally"_key || key == "sharply"_key || key == "bitterly"_key || key == "publicly"_key ||
        key == "openly"_key || key == "rhetorically"_key || key == "scathingly"_key || key == "strongly"_key)
      return true;
  }
  return false;
}

namespace {

// "In the novel, a bomber kills the president."
bool is_told_in_story(const Syntax& syntax, std::uint32_t at) {
  static constexpr std::array stories = {"novel"_key,   "film"_key,   "movie"_key, "series"_key,    "sitcom"_key,
                                         "drama"_key,   "opera"_key,  "comic"_key, "videogame"_key, "story"_key,
                                         "episode"_key, "season"_key, "play"_key,  "thriller"_key};
  for (std::uint32_t d : syntax.dependents(at))
    if (syntax.token(d).relation == Relation::obl && d < at && syntax.preposition(d) == "in"_key &&
        std::find(stories.begin(), stories.end(), syntax.token(d).lemma) != stories.end())
      return true;
  return false;
}

// "Beat Chelsea 3-0", "shot wide in the second half": a match, or an election, where nobody has arms.
bool is_of_match(const Syntax& syntax, std::uint32_t at) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(at).sentence];
  constexpr std::uint32_t reach = 24;
  const std::uint32_t first = std::max(sentence.first, at > reach ? at - reach : 0), last = std::min(sentence.last, at + reach);
  bool won = false, score = false, sport = false, vote = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& t = syntax.token(i);
    switch (t.lemma) {
      case "win"_key:
      case "lose"_key:
      case "beat"_key:
      case "draw"_key:
      case "defeat"_key:
      case "thrash"_key:
      case "crush"_key: won = true; break;
      case "goalkeeper"_key:
      case "midfielder"_key:
      case "halftime"_key:
      case "half-time"_key:
      case "crossbar"_key:
      case "equaliser"_key:
      case "batsman"_key: sport = true; break;
      case "election"_key:
      case "re-election"_key:
      case "reelection"_key:
      case "ballot"_key: vote = true; break;
      case "half"_key:  // "in the second half", not of the year
        if (i > first && (i + 1 == last || syntax.token(i + 1).key != "of"_key))
          sport = sport || syntax.token(i - 1).key == "second"_key || syntax.token(i - 1).key == "first"_key;
        break;
      default: break;
    }
    const bool digit = t.tag == Tag::num && t.span.length() <= 2;
    if (digit && i + 2 < last && syntax.article.words(syntax.token(i + 1).span) == "-" && syntax.token(i + 2).span.length() <= 2 &&
        syntax.token(i + 2).tag == Tag::num && !syntax.token(i + 1).has(Token::space_before))
      score = true;
    const Noun noun = syntax.class_of(i).noun;
    if (noun == Noun::attacker || noun == Noun::force || noun == Noun::weapon) return false;
  }
  const Key told = syntax.token(at).lemma;  // "beat him in the primary election", "wiped out at the ballot"
  return sport || (won && score) || (vote && (told == "beat"_key || told == "wipe"_key || told == "trounce"_key || told == "fight"_key));
}

}  // namespace

// A film, a match, a drill above the trigger or as its subject.
bool is_fictional(const Syntax& syntax, std::uint32_t at) {
  if (is_of_match(syntax, at) || is_of_plot(syntax, at) || is_in_title(syntax, at)) return true;
  for (int i = 0; i < 5; ++i) {
    const Token& t = syntax.token(at);
    if (is_told_in_story(syntax, at)) return true;
    for (std::uint32_t d : syntax.dependents(at)) {
      const Relation r = syntax.token(d).relation;
      if ((r == Relation::nsubj || r == Relation::nmod_poss) && (i == 0 || tells_stories(t.lemma)) &&
          syntax.class_of(d).noun == Noun::fiction)
        return true;
    }
    if (t.head == at) return false;
    const Key preposition = syntax.preposition(at);
    at = t.head;
    if (syntax.frames.class_of(syntax.token(at).key, syntax.token(at).lemma).noun == Noun::fiction && !syntax.is_verb(at) &&
        preposition != "after"_key && preposition != "during"_key)
      return true;
  }
  return false;
}

bool is_superlative(Key key) {
  return key == "deadliest"_key || key == "bloodiest"_key || key == "worst"_key || key == "biggest"_key || key == "largest"_key;
}

namespace {

// "A blast in a firecracker factory", "the fireworks depot explosion": what is made or kept there burst, unless a bomb did it.
bool is_in_fireworks_works(const Syntax& syntax, std::uint32_t noun) {
  auto is_firework = [](Key key) {
    return key == "firecracker"_key || key == "firecrackers"_key || key == "firework"_key || key == "fireworks"_key || key == "cracker"_key;
  };
  constexpr std::uint32_t before = 4, behind = 7;
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(noun).sentence];
  if (noun > sentence.first && syntax.class_of(noun - 1).noun == Noun::weapon && !is_firework(syntax.token(noun - 1).key)) return false;
  for (std::uint32_t i = noun; i > sentence.first && noun - i < before && syntax.is_noun(i - 1); --i)
    if (is_firework(syntax.token(i - 1).key)) return true;
  for (std::uint32_t i = noun + 1; i + 1 < sentence.last && i < noun + behind; ++i) {
    const bool own_verb = syntax.token(noun).head == i;  // "explosion rips through fireworks plant"
    if ((syntax.is_verb(i) && !own_verb) || syntax.token(i).tag == Tag::punct) return false;
    if (is_firework(syntax.token(i).key)) return syntax.is_noun(i + 1) || syntax.token(i + 1).key == "plant"_key;
  }
  return false;
}

}  // namespace

bool is_gas_explosion(const Syntax& syntax, std::uint32_t noun) {
  static constexpr Key bursts[] = {"gas"_key, "boiler"_key,  "cng"_key,     "cylinder"_key, "electrical"_key, "gas-cylinder"_key,
                                   "lpg"_key, "methane"_key, "propane"_key, "refinery"_key, "transformer"_key};
  const Key lemma = syntax.token(noun).lemma;
  if (lemma != "explosion"_key && lemma != "blast"_key) return false;
  if (is_in_fireworks_works(syntax, noun)) return true;
  return noun > 0 && syntax.token(noun - 1).sentence == syntax.token(noun).sentence &&
         std::find(std::begin(bursts), std::end(bursts), syntax.token(noun - 1).key) != std::end(bursts);
}

bool is_accident_verb(Key lemma) {
  return lemma == "collapse"_key || lemma == "overturn"_key || lemma == "derail"_key || lemma == "capsize"_key || lemma == "plunge"_key ||
         lemma == "skid"_key || lemma == "collide"_key || lemma == "sink"_key || lemma == "topple"_key || lemma == "flip"_key;
}

bool tells_accident(const Syntax& syntax, std::uint32_t index) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  if (!realis::is_headline(syntax.article, index)) return false;
  bool accident = false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = syntax.token(i);
    const NounFrame* event = t.tag == Tag::verb ? nullptr : syntax.frames.noun(t.lemma);
    if (event && is_gas_explosion(syntax, i)) {
      accident = true;
      continue;
    }
    if ((event && !(event->needs & need_casualty)) || syntax.class_of(i).noun == Noun::attacker || syntax.class_of(i).noun == Noun::weapon)
      return false;
    // "Landslide buries bus, 15 dead"
    const bool what = t.relation == Relation::nsubj || t.relation == Relation::compound;  // "cholera outbreak"
    const bool befalls = what && syntax.class_of(i).noun == Noun::accident;
    accident = accident || befalls || is_accident_verb(t.lemma) || (t.tag == Tag::verb && t.lemma == "crash"_key);
  }
  return accident;
}

namespace {

// "The war began when gunmen attacked": of its first day, and not of all of it.
bool is_told_by_its_first_day(const Syntax& syntax, std::uint32_t war) {
  if (war + 2 >= syntax.size() || syntax.token(war + 2).sentence != syntax.token(war).sentence) return false;
  const Key verb = syntax.token(war + 1).lemma, next = syntax.token(war + 2).key;
  const bool out = verb == "break"_key && next == "out"_key;
  const bool begins = verb == "begin"_key || verb == "start"_key || verb == "erupt"_key || out;
  if (!begins) return false;
  const std::uint32_t when = out ? war + 3 : war + 2;
  const Key key = when < syntax.size() ? syntax.token(when).key : Key{0};
  return key == "when"_key || key == "after"_key || key == "with"_key;
}

// Of how many tokens the expression of time is that the token stands in.
std::uint32_t time_words(const Syntax& syntax, std::uint32_t at) {
  const times::Found& found = syntax.article.mentions.times[syntax.article.mentions.time_of[at]];
  return found.last - found.first;
}

}  // namespace

bool tells_total(const Syntax& syntax, std::uint32_t index) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  bool perfect = false, total = false, since_then = false, war = false, day = false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = syntax.token(i);
    // "The deadliest attack of the war", "the worst since 2011": one of them.
    if (is_superlative(t.key)) return false;
    perfect = perfect || t.key == "have"_key || t.key == "has"_key || t.key == "had"_key;
    since_then = since_then || (t.key == "since"_key && i + 1 < sentence.last && syntax.token(i + 1).key == "then"_key);
    const bool label = i + 1 < sentence.last && syntax.article.words(syntax.token(i + 1).span) == ":";  // "Gao war: 30 die in raid"
    if (t.key == "nationwide"_key || t.key == "countrywide"_key) total = true;  // "by Sunday 114 had been killed nationwide"
    war = war || (t.lemma == "war"_key && !label && !is_told_by_its_first_day(syntax, i)) || t.lemma == "insurgency"_key ||
          t.lemma == "conflict"_key;
    if (!syntax.is_time(i) || (i > sentence.first && syntax.is_time(i - 1))) continue;
    const Time& time = syntax.article.mentions.times[syntax.article.mentions.time_of[i]].time;
    constexpr std::size_t day_length = 10;                                            // "2024-05-17", "XXXX-WXX-4"
    const bool dated = time.value.size() == day_length && time_words(syntax, i) > 1;  // "since 21 October", not "since Monday"
    day = day || (time.type != TimeType::duration && time.value.size() >= day_length);
    Key before = 0;
    for (std::uint32_t k = i; k > sentence.first && i - k < 3 && before == 0 && syntax.token(k - 1).tag != Tag::punct; --k)
      if (syntax.token(k - 1).tag == Tag::adp || syntax.token(k - 1).tag == Tag::sconj) before = syntax.token(k - 1).key;
    total = total || (before == "since"_key && perfect && time.type == TimeType::date && (time.value.size() <= 7 || dated));
    const times::Found& found = syntax.article.mentions.times[syntax.article.mentions.time_of[i]];
    const bool this_year = syntax.token(found.first).key == "this"_key && syntax.token(found.last - 1).key == "year"_key;
    total = total || (perfect && this_year);  // "185 have been killed this year"
    const bool years = time.type == TimeType::duration && time.value.size() >= 3 && time.value[0] == 'P' &&
                       (time.value.back() == 'Y' || time.value.back() == 'E') && time.value[time.value.size() - 2] != 'W';  // no weekend
    total = total || (years && (before == "in"_key || before == "over"_key || before == "during"_key || before == "within"_key));
  }
  return total || (war && !day) || (since_then && perfect);
}

bool opens_anew(const Syntax& syntax, std::uint32_t index) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const std::uint32_t i = sentence.first;
  auto key = [&](std::uint32_t at) { return at < sentence.last ? syntax.token(at).key : Key{0}; };
  if (key(i) == "elsewhere"_key || key(i) == "separately"_key || key(i) == "meanwhile"_key) return true;
  if (key(i) != "in"_key) return false;
  constexpr std::uint32_t opening = 10;  // "In the south of Mali, meanwhile, rebels set off a bomb"
  for (std::uint32_t k = i + 2; k + 1 < sentence.last && k < i + opening && !syntax.is_verb(k); ++k)
    if (key(k) == "meanwhile"_key && syntax.is_comma(k - 1) && syntax.is_comma(k + 1)) {
      std::uint32_t verb = k + 2;
      while (verb < sentence.last && !syntax.is_verb(verb)) ++verb;
      return verb < sentence.last && !is_report_verb(syntax.token(verb).lemma);
    }
  if (key(i + 1) == "one"_key && (key(i + 2) == "incident"_key || key(i + 2) == "case"_key || key(i + 2) == "attack"_key)) return true;
  if (key(i + 1) == "the"_key && is_superlative(key(i + 2))) return true;  // "In the deadliest incident, 40 died"
  if (key(i + 1) == "addition"_key || key(i + 1) == "another"_key || key(i + 1) == "other"_key) return true;
  return key(i + 1) == "a"_key && (key(i + 2) == "separate"_key || key(i + 2) == "similar"_key);
}

// "Later, a clerk was shot": whoever it is, none of those told of before.
bool is_of_one_later(const Syntax& syntax, const Mention& m) {
  const std::uint32_t first = syntax.article.language.sentences[m.sentence].first;
  if (!m.verb || syntax.token(first).key != "later"_key || first + 1 >= syntax.size() ||
      syntax.article.words(syntax.token(first + 1).span) != ",")
    return false;
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    const std::uint32_t det = syntax.dependent(f.token, Relation::det);
    const Key key = det == none ? Key{0} : syntax.token(det).key;
    return f.role == ArgumentRole::recipient && !f.entity.set() && (key == "a"_key || key == "an"_key);
  });
}

// "Later on Friday, rebels attacked a bus": rebels told anew, and what they came to.
bool is_by_some_later(const Syntax& syntax, const Mention& m) {
  const language::Sentence& sentence = syntax.article.language.sentences[m.sentence];
  const std::uint32_t i = sentence.first;
  if (!m.verb || m.casualty_only() || i + 4 >= sentence.last || syntax.token(i).key != "later"_key) return false;
  const Key next = syntax.token(i + 1).key;
  if (next != "on"_key && next != "in"_key && next != "that"_key && next != "the"_key) return false;
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    if (f.role != ArgumentRole::actor || f.entity.set() || f.noun.noun != Noun::attacker || f.token > m.token) return false;
    const std::uint32_t det = syntax.dependent(f.token, Relation::det);
    const Key key = det == none ? Key{0} : syntax.token(det).key;
    return key == "a"_key || key == "an"_key || (det == none && syntax.is_plural(f.token));
  });
}

bool is_by_another(const Syntax& syntax, const Mention& m) {
  if (!m.verb) return false;
  return std::any_of(m.fillers.begin(), m.fillers.end(), [&](const Filler& f) {
    if (f.role != ArgumentRole::instrument && f.role != ArgumentRole::actor) return false;
    const std::span<const std::uint32_t> words = syntax.dependents(f.token);
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t d) {
      const Key key = syntax.token(d).key;
      return d < f.token && (key == "another"_key || key == "second"_key || key == "third"_key);
    });
  });
}

}  // namespace khabar::incidents
