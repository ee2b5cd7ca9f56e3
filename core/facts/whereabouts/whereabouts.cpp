#include "facts/whereabouts/whereabouts.h"

#include "facts/realis/realis.h"
#include "lexicon/table.h"
#include "text/sorting.h"

#include <algorithm>
#include <optional>
#include <string>

namespace khabar::whereabouts {

using language::Tag;
using language::Token;
using text::Key;
using namespace text::literals;

namespace {

Key border_of(std::string_view a, std::string_view b) { return text::key_of(std::string(a) + ' ' + std::string(b)); }

}  // namespace

Words::Words() {
  const lexicon::Table table(lexicon::packed("facts/whereabouts/abroad.tsv"));
  const std::size_t word = table.column("word"), kind = table.column("kind");
  for (const lexicon::Row& row : table.rows()) {
    lexicon::KeySet& set = row[kind] == "forces"    ? forces_
                           : row[kind] == "people"  ? people_
                           : row[kind] == "verdict" ? verdicts_
                           : row[kind] == "fire"    ? fire_
                           : row[kind] == "shared"  ? shared_
                                                    : crossing_;
    set.insert(text::key_of(row[word]));
  }
  const lexicon::Table neighbours(lexicon::packed("facts/whereabouts/neighbours.tsv"));
  const std::size_t iso = neighbours.column("iso"), others = neighbours.column("neighbours");
  for (const lexicon::Row& row : neighbours.rows())
    for (std::size_t at = 0; at < row[others].size(); at += 3) borders_.insert(border_of(row[iso], row[others].substr(at, 2)));
}

bool Words::adjoin(std::string_view a, std::string_view b) const { return borders_.contains(a < b ? border_of(a, b) : border_of(b, a)); }

namespace {

bool is_police(Key lemma) {
  return lemma == "police"_key || lemma == "policeman"_key || lemma == "policewoman"_key || lemma == "cop"_key || lemma == "officer"_key ||
         lemma == "constable"_key || lemma == "court"_key || lemma == "prison"_key;
}

bool is_military(Key lemma) {
  return lemma == "soldier"_key || lemma == "troop"_key || lemma == "troops"_key || lemma == "force"_key || lemma == "forces"_key ||
         lemma == "army"_key || lemma == "military"_key || lemma == "marine"_key || lemma == "navy"_key || lemma == "airman"_key ||
         lemma == "jet"_key || lemma == "drone"_key || lemma == "warplane"_key || lemma == "helicopter"_key || lemma == "commander"_key ||
         lemma == "general"_key || lemma == "commando"_key || lemma == "personnel"_key || lemma == "base"_key || lemma == "airbase"_key;
}

bool is_operation(Key lemma) {
  return lemma == "offensive"_key || lemma == "operation"_key || lemma == "raid"_key || lemma == "crackdown"_key || lemma == "sweep"_key;
}

struct Home {
  std::string iso;
  Span span;       // the word that names the state
  EntityId place;  // "Lahore police": the town whose they are, in that state
};

class Inference {
 public:
  Inference(const mentions::Article& article, std::span<const Claim> claims, const facts::PartyWords& parties, const Words& words)
      : article_(article), claims_(claims), parties_(parties), words_(words) {
    std::vector<std::string> states;
    for (const entities::MentionAt& mention : article.mentions.entities.mentions) {
      const Entity& entity = article.mentions.entities.entities[mention.entity.index];
      const bool place = entity.type == EntityType::country || entity.type == EntityType::place;
      if (!place || mention.kind == MentionKind::demonym || mention.kind == MentionKind::pronoun || mention.kind == MentionKind::nominal)
        continue;
      if (names_border(mention.last - 1)) continue;
      const std::string& iso = entity.type == EntityType::country ? entity.iso3166 : entity.country;
      if (iso.empty()) continue;
      if (entity.type == EntityType::place && std::find(of_towns_.begin(), of_towns_.end(), iso) == of_towns_.end())
        of_towns_.push_back(iso);
      if (!stated_.empty() && stated_ != iso) several_ = true;
      stated_ = iso;
    }
  }

  // Fire that crosses a border, and the state that it comes from: "Indian shelling", "shelling by Benin", "an attack from Chad".
  struct Fire {
    bool told = false, crosses = false;
    bool shot = false;  // from the ground, and so rather at others than at its own
    std::string from;
    std::optional<std::uint32_t> accuser;  // the word for who accuses that state of it
  };

  bool is_adjective_of_state(const Argument& argument) const {
    if (!argument.entity.set() || !argument.argument_class.empty()) return false;
    const std::uint32_t at = token_from(argument.span.begin);
    return at < article_.language.tokens.size() && article_.token(at).tag == language::Tag::adj &&
           article_.token(at).span.end == argument.span.end;
  }

  void ask(Event& event, std::span<const Event> events) {
    if (event.mode.empty() || event.count || event.trigger.empty()) return;
    if (event.status != Status::happened && event.status != Status::ongoing && event.status != Status::failed) return;
    const language::Sentence* sentence = sentence_of(event.trigger);
    if (!sentence || sentence->last - sentence->first > longest) return;
    const Fire fire = fire_in(*sentence, event);
    across(event, *sentence, fire);
    if (!event.place_inferred) complained(event, *sentence, events);
    if (!event.place_inferred) between(event, *sentence);
    if (!event.place_inferred && unplaced(event)) stationed(event);
    if (event.place_inferred) return;  // a state that is none of the article's entities yet
    // Where the article names the towns and states of more than one country, where something was is for the text to say.
    if (!several_ && !unplaced(event) && is_somewhere(event)) by_label(event, *sentence);
    if (!several_ && !event.place_inferred && unplaced(event)) by_parties(event, *sentence, fire);
  }

  // "Police in Segou arrested two", "troops in northern Mali shot dead three": where those are who act with their hands; missiles
  // and hackers reach elsewhere.
  void stationed(Event& event) {
    const std::string& mode = event.mode;
    if (mode == "airstrike" || mode == "cyberattack" || mode == "bombing" || mode == "strike") return;
    for (const Argument& argument : event.arguments) {
      if (argument.role != ArgumentRole::actor || argument.alleged || argument.span.empty()) continue;
      if (argument.span.begin > event.trigger.begin || argument.argument_class != "group-of-people") continue;
      const std::uint32_t in = token_from(argument.span.end);
      const auto& tokens = article_.language.tokens;
      if (in + 1 >= tokens.size() || article_.token(in).key != "in"_key) continue;
      for (std::uint32_t at = in + 1; at < tokens.size() && at < in + 5 && article_.token(at).sentence == article_.token(in).sentence;
           ++at) {
        const EntityId id = article_.entity_at(at);
        const Tag tag = article_.token(at).tag;
        if (!id.set() && (tag == Tag::det || tag == Tag::adj || tag == Tag::noun)) continue;
        const Entity* where = id.set() ? &article_.mentions.entities.entities[id.index] : nullptr;
        if (where && (where->type == EntityType::place || where->type == EntityType::country))
          put(event, {where->type == EntityType::country ? where->iso3166 : where->country, article_.token(at).span, id},
              "whereabouts.stationed");
        return;
      }
    }
  }

  // "Mali: Gunmen kill two in Sebabou": a village that no list knows.
  void by_label(Event& event, const language::Sentence& sentence) {
    if (!realis::is_headline(article_, article_.token(sentence.first).sentence)) return;
    const std::optional<Home> home = label_of(sentence);
    if (home && (stated_.empty() || stated_ == home->iso) && points_to(sentence, home->iso)) put(event, *home, "whereabouts.label");
  }

  // In places of no known country.
  bool is_somewhere(const Event& event) const {
    const auto& entities = article_.mentions.entities.entities;
    return std::all_of(event.places.begin(), event.places.end(), [&](EntityId id) { return entities[id.index].country.empty(); });
  }

  // The state of whoever it was done to, did it or tells of it, where no other comes in.
  void by_parties(Event& event, const language::Sentence& told, const Fire& fire) {
    const language::Sentence* sentence = &told;
    std::optional<Home> home;
    const char* rule = "";
    for (EntityId place : event.places)  // "near a Chad market"
      for (const Mention& mention : article_.mentions.entities.entities[place.index].mentions)
        if (!home && sentence_of(mention.span) == sentence) home = home_of(mention.span, ArgumentRole::target);
    rule = "whereabouts.victim";
    for (const ArgumentRole role : {ArgumentRole::target, ArgumentRole::recipient, ArgumentRole::actor}) {
      for (const Argument& argument : event.arguments) {
        if (home || argument.role != role || argument.span.empty()) continue;
        if (role == ArgumentRole::actor && is_blamed(argument.span)) continue;
        if (role == ArgumentRole::actor && is_adjective_of_state(argument)) continue;  // "Israeli strikes": whose, not where
        home = home_of(argument.span, role);
        if (home && role == ArgumentRole::actor && fire.shot && home->iso == fire.from) home.reset();  // "Chad's shelling": of whom?
        rule = role == ArgumentRole::actor ? "whereabouts.actor" : "whereabouts.victim";
      }
    }
    if (home && !points_to(*sentence, home->iso)) home.reset();
    if (!home) {
      home = home_of_source(event);
      rule = "whereabouts.source";
    }
    const bool headline = realis::is_headline(article_, article_.token(sentence->first).sentence);
    if (!home && headline) {
      home = home_in(*sentence);
      rule = "whereabouts.headline";
    }
    if (!home && headline) {
      home = home_of_group(*sentence);
      rule = "whereabouts.group";
    }
    if (!home && headline) {
      home = label_of(*sentence);
      rule = "whereabouts.label";
    }
    if (!home || (!stated_.empty() && stated_ != home->iso) || !points_to(*sentence, home->iso)) return;
    put(event, *home, rule);
  }

  void put(Event& event, const Home& home, const char* rule) {
    event.places.push_back(place_of(home));
    event.place_inferred = PlaceInferred{home.span, rule};
    if (std::any_of(event.evidence.begin(), event.evidence.end(), [&](Span s) { return s.contains(home.span); })) return;
    event.evidence.push_back(home.span);
    text::stable_sort(event.evidence);
  }

  // "Togo says shelling by Benin killed a farmer": fire that comes from one state hits in the other, that of the victims or of the
  // authority that tells of them. A land that two states hold parts of ("in Kashmir") leaves it as open as none.
  void across(Event& event, const language::Sentence& sentence, const Fire& fire) {
    if (!is_open(event) || !fire.told || (fire.from.empty() && !fire.crosses)) return;
    if (fire.accuser) {  // "Togo accuses Benin of shelling"
      if (const std::optional<Home> theirs = home_of(article_.token(*fire.accuser).span, ArgumentRole::target);
          theirs && theirs->iso != fire.from && !words_.sends_forces(theirs->iso) && only_of(sentence, theirs->iso, fire.from)) {
        put(event, *theirs, "whereabouts.across");
        return;
      }
    }
    std::optional<Home> home;
    for (const Argument& argument : event.arguments) {
      const bool hit = argument.role == ArgumentRole::recipient || argument.role == ArgumentRole::target;
      if (!hit || argument.span.empty()) continue;
      const std::optional<Home> theirs = home_of(argument.span, argument.role, true);
      if (theirs && theirs->iso == fire.from) return;  // its own people: who knows where
      if (!home) home = theirs;
    }
    if (!home && !fire.from.empty() && !event.casualties.empty()) home = home_of_source(event);
    if (!home || home->iso == fire.from || (words_.sends_forces(home->iso) && !fire.crosses && !fire.shot)) return;
    if (!only_of(sentence, home->iso, fire.from)) return;
    put(event, *home, "whereabouts.across");
  }

  // "Togo summons Beninese envoy over killing of two herdsmen", "Togo says soldier killed by Beninese troops": whoever complains of a
  // neighbour's forces was hit by them.
  void complained(Event& event, const language::Sentence& sentence, std::span<const Event> events) {
    if (event.type != EventType::assault || !is_open(event)) return;
    std::string from;  // whose forces they were
    for (const Argument& argument : event.arguments) {
      if (argument.role != ArgumentRole::actor || argument.span.empty()) continue;
      const std::optional<Home> side = side_of(argument);
      if (!side || (!from.empty() && from != side->iso)) return;
      from = side->iso;
    }
    std::optional<Home> home = from.empty() ? std::nullopt : home_of_source(event);
    for (const Event& complaint : events) {
      if (home || complaint.type != EventType::accuse || complaint.trigger.empty() || sentence_of(complaint.trigger) != &sentence) continue;
      const std::uint32_t verb = token_from(complaint.trigger.begin);
      if (verb >= article_.language.tokens.size() || words_.judges(article_.token(verb).lemma)) continue;
      std::optional<Home> accused, whose;
      for (const Argument& argument : complaint.arguments) {
        if (argument.role == ArgumentRole::recipient) accused = state_in(argument);
        if (argument.role == ArgumentRole::actor && !argument.span.empty()) whose = home_of(argument.span, ArgumentRole::target);
      }
      if (!accused || (!from.empty() && from != accused->iso)) continue;
      from = accused->iso;
      home = whose;
    }
    if (!home || !words_.adjoin(home->iso, from) || words_.sends_forces(home->iso) || !only_of(sentence, home->iso, from)) return;
    bool any = false;
    for (const Argument& argument : event.arguments) {
      if (argument.role != ArgumentRole::recipient && argument.role != ArgumentRole::target) continue;
      const std::optional<Home> theirs = state_in(argument);
      if ((theirs && theirs->iso != home->iso) || is_armed(argument)) return;
      any = true;
    }
    if (any || !event.casualties.empty()) put(event, *home, "whereabouts.across");
  }

  // "Togo, Benin trade fire": what two states shoot at each other over the border that they share hits on either side.
  void between(Event& event, const language::Sentence& sentence) {
    if (event.mode != "clash" || !is_open(event) || !of_towns_.empty()) return;
    std::optional<Home> sides[2];
    for (const Argument& argument : event.arguments) {
      if (argument.span.empty() || argument.role == ArgumentRole::instrument) continue;
      const std::optional<Home> whose = side_of(argument);
      if (!whose && (argument.role == ArgumentRole::actor || is_armed(argument))) return;
      if (!whose) continue;  // whom it cost
      std::optional<Home>& side = sides[sides[0] && sides[0]->iso != whose->iso ? 1 : 0];
      if (side && side->iso != whose->iso) return;
      if (!side) side = whose;
    }
    if (sides[0] && !sides[1]) {  // "Togo says four Beninese soldiers die in clash": with its own
      sides[1] = home_of_source(event);
      if (sides[1] && sides[1]->span.begin < sides[0]->span.begin) std::swap(sides[0], sides[1]);
    }
    if (!sides[0] || !sides[1] || !words_.adjoin(sides[0]->iso, sides[1]->iso)) return;
    if (!only_of(sentence, sides[0]->iso, sides[1]->iso)) return;
    put(event, *sides[0], "whereabouts.between");
    put(event, *sides[1], "whereabouts.between");
    event.place_inferred->places = 2;
  }

  // In no place but a land that two states hold parts of, or a facility.
  bool is_open(const Event& event) const {
    const auto& entities = article_.mentions.entities.entities;
    return std::all_of(event.places.begin(), event.places.end(), [&](EntityId id) {
      return words_.is_shared(text::key_of(entities[id.index].name)) || entities[id.index].type == EntityType::facility;
    });
  }

  // The one state that the words of an argument name.
  std::optional<Home> state_in(const Argument& argument) const {
    std::optional<Home> state;
    for (std::uint32_t at = token_from(argument.span.begin); at < article_.language.tokens.size(); ++at) {
      if (article_.token(at).span.end > argument.span.end) break;
      const std::string iso = state_at(at);
      if (iso.empty()) continue;
      if (iso.size() != 2 || (state && state->iso != iso)) return std::nullopt;
      if (!state) state = Home{iso, article_.token(at).span, {}};
    }
    return state;
  }

  // A state, or its police and soldiers, as one side: "Benin", "Beninese troops"; no gang of its people.
  std::optional<Home> side_of(const Argument& argument) const {
    if (argument.span.empty() || is_armed(argument)) return std::nullopt;
    bool force = false, other = false;
    for (std::uint32_t at = token_from(argument.span.begin); at < article_.language.tokens.size(); ++at) {
      const Token& token = article_.token(at);
      if (token.span.end > argument.span.end) break;
      force = force || is_police(token.lemma) || is_military(token.lemma) || is_military(token.key);
      other = other || (token.tag == Tag::noun && state_at(at).empty());
    }
    return force || !other ? state_in(argument) : std::nullopt;
  }

  bool is_armed(const Argument& argument) const {
    const auto& entities = article_.mentions.entities.entities;
    return argument.entity.set() && argument.entity.index < entities.size() &&
           entities[argument.entity.index].type == EntityType::armed_group;
  }

  Fire fire_in(const language::Sentence& sentence, const Event& event) const {
    constexpr std::uint32_t reach = 5;  // words of the noun's group
    const bool headline = realis::is_headline(article_, article_.token(sentence.first).sentence);
    Fire fire;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Token& token = article_.token(at);
      fire.crosses = fire.crosses || words_.crosses(token.key);
      const bool flies = words_.flies(token.lemma) || words_.flies(token.key);
      const bool attack = token.lemma == "attack"_key || token.lemma == "raid"_key;
      if (!flies && !attack) continue;
      const bool its =
          headline || std::any_of(event.evidence.begin(), event.evidence.end(), [&](Span s) { return s.contains(token.span); });
      if (!its) continue;
      std::string from;
      for (std::uint32_t i = at; flies && i > sentence.first && at - i < reach; --i) {
        const Token& before = article_.token(i - 1);
        if (before.tag == Tag::adp || before.tag == Tag::verb || before.tag == Tag::sconj || before.tag == Tag::num) break;
        if (before.tag == Tag::punct && article_.words(before.span) != "-") break;
        from = state_at(i - 1);
        if (!from.empty()) break;
      }
      for (std::uint32_t i = at + 1; from.empty() && i < sentence.last && i <= at + 2; ++i) {
        const Key key = article_.token(i).key;
        if (key != "from"_key && !(flies && key == "by"_key)) continue;
        for (std::uint32_t k = i + 1; from.empty() && k < sentence.last && k <= i + 2; ++k) from = state_at(k);
      }
      // "accuses Benin of shelling"
      if (from.empty() && flies && at > sentence.first + 3 && article_.token(at - 1).key == "of"_key) {
        const std::uint32_t accused = at - 2;
        std::uint32_t verb = accused;
        while (verb > sentence.first && accused - verb < 3 && article_.token(verb).lemma != "accuse"_key) --verb;
        if (article_.token(verb).lemma == "accuse"_key && verb > sentence.first) {
          for (std::uint32_t k = verb + 1; from.empty() && k <= accused; ++k) from = state_at(k);
          if (!from.empty() && !state_at(verb - 1).empty()) fire.accuser = verb - 1;
        }
      }
      fire.told = fire.told || flies || !from.empty();
      fire.shot = fire.shot || (flies && token.lemma != "strike"_key && token.lemma != "airstrike"_key && token.lemma != "air-strike"_key);
      if (!from.empty()) fire.from = std::move(from);
    }
    return fire;
  }

  // No town of another state in the article, no third state in the sentence.
  bool only_of(const language::Sentence& sentence, const std::string& home, const std::string& from) const {
    if (std::any_of(of_towns_.begin(), of_towns_.end(), [&](const std::string& iso) { return iso != home; })) return false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      if (const std::string iso = state_at(at); !iso.empty() && iso != home && iso != from && !names_border(at)) return false;
    return true;
  }

  // The authority that tells of it, not one that only judges it.
  std::optional<Home> home_of_source(const Event& event) const {
    if (!event.attribution.set()) return std::nullopt;
    const Claim& claim = claims_[event.attribution.index];
    const std::uint32_t cue = token_from(claim.cue.begin);
    const bool verdict = cue < article_.language.tokens.size() && words_.judges(article_.token(cue).lemma);
    return claim.source.span.empty() || verdict ? std::nullopt : home_of(claim.source.span, ArgumentRole::actor);
  }

  std::vector<Entity> take() { return std::move(further_); }

 private:
  static constexpr std::uint32_t longest = 80;  // tokens; a longer sentence tells of too much

  // "blamed on Chad", "blames Chad for": who is said to have done it from wherever.
  bool is_blamed(Span span) const {
    const std::uint32_t at = token_from(span.begin);
    if (at < 2 || at >= article_.language.tokens.size()) return false;
    const Key before = article_.token(at - 1).lemma, second = article_.token(at - 2).lemma;
    return before == "blame"_key || ((before == "on"_key || before == "to"_key) && (second == "blame"_key || second == "attribute"_key));
  }

  std::uint32_t token_from(std::uint32_t begin) const {
    const auto& tokens = article_.language.tokens;
    return static_cast<std::uint32_t>(
        std::lower_bound(tokens.begin(), tokens.end(), begin, [](const Token& token, std::uint32_t at) { return token.span.begin < at; }) -
        tokens.begin());
  }

  const language::Sentence* sentence_of(Span span) const {
    const std::uint32_t at = token_from(span.begin);
    if (at >= article_.language.tokens.size()) return nullptr;
    return &article_.language.sentences[article_.token(at).sentence];
  }

  // The state that the word, or the name it is part of, says; empty where it says none.
  std::string state_at(std::uint32_t at) const {
    const Token& token = article_.token(at);
    const EntityId id = article_.entity_at(at);
    if (id.set()) {
      const Entity& entity = article_.mentions.entities.entities[id.index];
      if (entity.type == EntityType::country) return entity.iso3166;
      if (entity.type == EntityType::armed_group) return {};
      if (entity.type != EntityType::organization && entity.type != EntityType::facility) return entity.country;
    }
    const char first = article_.words(token.span).front();
    if (token.tag == Tag::pron || first < 'A' || first > 'Z') return {};
    if ((token.key == "car"_key || token.key == "us"_key) && !token.has(Token::all_capitals)) return {};  // "Car bomb"
    return std::string(parties_.state(token.key));
  }

  std::optional<Home> home_of(Span span, ArgumentRole role, bool at_border = false) const {
    std::optional<Home> home;
    bool police = false, military = false, more = false;
    for (std::uint32_t at = token_from(span.begin); at < article_.language.tokens.size(); ++at) {
      const Token& token = article_.token(at);
      if (token.span.end > span.end) break;
      const bool own = at_border && (token.lemma == "national"_key || token.lemma == "citizen"_key);  // of the side that was hit
      if (!own && words_.is_abroad(token.lemma)) return std::nullopt;
      police = police || is_police(token.lemma);
      military = military || is_military(token.lemma) || is_military(token.key);
      const std::string iso = state_at(at);
      if (iso.empty()) {
        more = more || token.tag == Tag::noun || token.tag == Tag::propn;
        continue;
      }
      if (iso.size() != 2) return std::nullopt;  // "AF,PK"
      if (home && home->iso != iso) return std::nullopt;
      const EntityId id = article_.entity_at(at);
      const EntityType type = id.set() ? article_.mentions.entities.entities[id.index].type : EntityType::organization;
      if (type == EntityType::person || type == EntityType::programme) continue;
      if (!home) home = Home{iso, token.span, type == EntityType::place ? id : EntityId{}};
    }
    if (!home) return std::nullopt;
    if (!more && role == ArgumentRole::recipient && !at_border && stated_ != home->iso)
      return std::nullopt;  // "two Malians": told so where they are strangers
    if (words_.sends_forces(home->iso)) {
      const bool at_home = police || (role != ArgumentRole::actor && more && !military);
      if (!at_home) return std::nullopt;
    }
    return home;
  }

  // Nothing that lies in a country is stated; a facility of no known country leaves the question open.
  bool unplaced(const Event& event) const {
    const auto& entities = article_.mentions.entities.entities;
    return std::all_of(event.places.begin(), event.places.end(),
                       [&](EntityId id) { return entities[id.index].type == EntityType::facility && entities[id.index].country.empty(); });
  }

  // A headline tells of one thing: "Gunmen storm Nepal police post, kill two". Its police, its army, no more.
  std::optional<Home> home_in(const language::Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const std::string iso = state_at(at);
      if (iso.empty()) continue;
      Span span = article_.token(at).span;
      // "killed in Nepal offensive"
      const bool in = at > sentence.first && article_.token(at - 1).key == "in"_key && article_.token(at).tag == Tag::propn;
      bool force = false;
      for (std::uint32_t next = at + 1; next < sentence.last && next <= at + 3; ++next) {
        const Token& token = article_.token(next);
        if (token.tag != Tag::noun && token.tag != Tag::propn && token.tag != Tag::adj) break;
        force = force || is_police(token.lemma) || is_military(token.lemma) || is_military(token.key) || (in && is_operation(token.lemma));
        span.end = token.span.end;
      }
      if (force) return home_of(span, ArgumentRole::actor);
    }
    return std::nullopt;
  }

  // "Nepal Red Front leader, guard killed in raid": a group that is named after the state that it fights.
  std::optional<Home> home_of_group(const language::Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const EntityId id = article_.entity_at(at);
      if (!id.set() || article_.mentions.entities.entities[id.index].type != EntityType::armed_group) continue;
      const std::string iso(parties_.state(article_.token(at).key));
      if (iso.size() == 2 && !words_.sends_forces(iso)) return Home{iso, article_.token(at).span, {}};
    }
    return std::nullopt;
  }

  // "Nepal: Gunmen kill two guards": a state and a colon before all else say where the news is from.
  std::optional<Home> label_of(const language::Sentence& sentence) const {
    if (sentence.last - sentence.first < 4) return std::nullopt;
    const EntityId id = article_.entity_at(sentence.first);
    if (!id.set() || article_.mentions.entities.entities[id.index].type != EntityType::country) return std::nullopt;
    std::uint32_t after = sentence.first + 1;
    while (after < sentence.last && article_.entity_at(after) == id) ++after;
    if (after + 2 >= sentence.last || article_.words(article_.token(after).span) != ":") return std::nullopt;
    return Home{article_.mentions.entities.entities[id.index].iso3166, article_.token(sentence.first).span, {}};
  }

  // "the Afghan border", "India-Pakistan border": a line that something was near to, or crossed.
  bool names_border(std::uint32_t at) const {
    const std::uint32_t size = static_cast<std::uint32_t>(article_.language.tokens.size());
    if (at > 1 && article_.token(at - 1).key == "with"_key && article_.token(at - 2).lemma == "border"_key)
      return true;  // "near the border with Chad"
    return at + 1 < size && article_.token(at + 1).lemma == "border"_key && at > 0 && article_.token(at - 1).tag != Tag::punct;
  }

  // No other state, no border crossed in the whole sentence.
  bool points_to(const language::Sentence& sentence, const std::string& iso) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Token& token = article_.token(at);
      if (words_.crosses(token.key)) return false;
      const std::string other = state_at(at);
      if (!other.empty() && other != iso && !names_border(at) && !is_of_fighters(at)) return false;
    }
    return true;
  }

  // "Uzbek militants": from there, and hit elsewhere.
  bool is_of_fighters(std::uint32_t at) const {
    if (at + 1 >= article_.language.tokens.size()) return false;
    if (article_.token(at).tag != Tag::adj && article_.token(at).relation != language::Relation::compound) return false;
    const Key next = article_.token(at + 1).lemma;
    return next == "militant"_key || next == "fighter"_key || next == "jihadist"_key || next == "insurgent"_key || next == "terrorist"_key;
  }

  EntityId place_of(const Home& home) {
    if (home.place.set()) return home.place;
    const auto& entities = article_.mentions.entities.entities;
    auto is_it = [&](const Entity& entity) { return entity.type == EntityType::country && entity.iso3166 == home.iso; };
    auto known = std::find_if(entities.begin(), entities.end(), is_it);
    if (known != entities.end()) return {static_cast<std::uint32_t>(known - entities.begin())};
    auto made = std::find_if(further_.begin(), further_.end(), is_it);
    if (made == further_.end()) {
      Entity entity;
      entity.type = EntityType::country;
      entity.name = parties_.name_of(home.iso);
      if (entity.name.empty()) entity.name = article_.words(home.span);
      entity.iso3166 = entity.country = home.iso;
      made = further_.insert(further_.end(), std::move(entity));
    }
    Entity& entity = *made;
    const bool told = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& m) { return m.span == home.span; });
    const MentionKind kind = article_.words(home.span) == entity.name ? MentionKind::name : MentionKind::demonym;
    if (!told) entity.mentions.push_back({home.span, kind});
    return {static_cast<std::uint32_t>(entities.size() + static_cast<std::size_t>(made - further_.begin()))};
  }

  const mentions::Article& article_;
  std::span<const Claim> claims_;
  const facts::PartyWords& parties_;
  const Words& words_;
  std::string stated_;  // the one state whose places the article names
  bool several_ = false;
  std::vector<std::string> of_towns_;  // the states that its towns and provinces are in
  std::vector<Entity> further_;
};

}  // namespace

std::vector<Entity> infer(const mentions::Article& article, std::span<const Claim> claims, const facts::PartyWords& parties,
                          const Words& words, std::vector<Event>& events) {
  Inference inference(article, claims, parties, words);
  for (Event& event : events) inference.ask(event, events);
  return inference.take();
}

}  // namespace khabar::whereabouts
