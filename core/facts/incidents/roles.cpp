#include "facts/incidents/roles.h"

#include "facts/incidents/asides.h"

namespace khabar::incidents {

bool RoleFinder::acts(const Entity& entity) {
  if (entity.type == EntityType::organization && entity.sector == "MED") return false;  // who reports it did not do it
  return entity.type == EntityType::person || entity.type == EntityType::organization || entity.type == EntityType::armed_group ||
         entity.type == EntityType::country || entity.type == EntityType::group_of_people;
}

bool RoleFinder::is_body(std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma;
  if (lemma == "army"_key || lemma == "navy"_key || lemma == "military"_key || lemma == "government"_key || lemma == "regime"_key ||
      lemma == "dictatorship"_key || lemma == "junta"_key)
    return true;
  const Key before = at == 0 ? 0 : syntax_.token(at - 1).key;
  return (lemma == "force"_key || lemma == "forces"_key) && (before == "armed"_key || before == "air"_key);
}

bool RoleFinder::is_gang(std::uint32_t at) const {
  if (syntax_.telling_noun(at) != at) return false;  // "a gang of kidnappers"
  const Key lemma = syntax_.token(at).lemma;
  return lemma == "cartel"_key || lemma == "mafia"_key || lemma == "gang"_key || lemma == "ring"_key || lemma == "militia"_key ||
         lemma == "movement"_key || lemma == "organization"_key || lemma == "organisation"_key;
}

bool RoleFinder::is_locative(Key p) { return p == "in"_key || p == "at"_key || p == "near"_key || p == "outside"_key || p == "inside"_key; }

void RoleFinder::put(Mention& mention, Filler filler) const {
  if (mention.fillers.size() >= 24) return;
  // A verb that the tree took for a noun is no part of what it was done to: "bomb targets tax office".
  if (const std::string_view words = syntax_.article.words(filler.span); words.find(" - ") != std::string_view::npos) {
    const std::uint32_t after = filler.span.begin + static_cast<std::uint32_t>(words.find(" - ")) + 3;  // "Gao - Gunmen"
    if (filler.token != none && syntax_.token(filler.token).span.begin >= after) filler.span.begin = after;
  }
  if (mention.verb && filler.token > mention.token && filler.token != none && filler.span.contains(mention.trigger))
    filler.span.begin = syntax_.token(mention.token + 1).span.begin;
  if (filler.span.length() > 1 && syntax_.article.words(filler.span).back() == '-') --filler.span.end;  // "Saudi-led"
  // "the Front-linked insurgents": "insurgents", where the name is told apart.
  if (filler.span.begin > 0 && syntax_.article.text[filler.span.begin - 1] == '-') {
    const std::string_view words = syntax_.article.words(filler.span);
    const std::size_t blank = words.find(' ');
    const std::string_view first = words.substr(0, blank);
    if (blank != std::string_view::npos &&
        (first == "linked" || first == "backed" || first == "affiliated" || first == "allied" || first == "led"))
      filler.span.begin += static_cast<std::uint32_t>(blank) + 1;
  }
  for (Filler& have : mention.fillers) {
    if (have.role != filler.role) continue;
    if (have.span == filler.span) return;
    if (filler.role == ArgumentRole::instrument && have.span.contains(filler.span)) return;  // "a car packed with explosives"
    if (have.entity.set() && have.entity == filler.entity && have.span.overlaps(filler.span)) return;
  }
  mention.fillers.push_back(filler);
}

void RoleFinder::add_mine(Mention& mention, std::uint32_t at) const {
  std::erase_if(mention.fillers, [&](const Filler& f) { return f.token == at; });
  put(mention, {ArgumentRole::instrument, at, {}, {Noun::weapon, Mode::bombing}, syntax_.words_of(at, {}), false});
}

bool RoleFinder::names_person(EntityId id) const {
  const Entity* e = syntax_.entity(id);
  return e && e->type == EntityType::person;
}

// "By mortar fire from the rebels": who fired, by the words, as the tree hangs them on the verb as often as not.
void RoleFinder::fired_from(Mention& mention, std::uint32_t fire) const {
  if (fire + 2 >= syntax_.size() || syntax_.token(fire).lemma != "fire"_key || syntax_.token(fire + 1).key != "from"_key) return;
  const std::uint32_t head = chunks_.head_from(fire + 2);
  if (head == none || syntax_.is_time(head)) return;
  const Entity* from = syntax_.entity(syntax_.entity_of(head));
  const NounClass who = syntax_.class_of(syntax_.telling_noun(head));
  const bool fires = from ? from->type == EntityType::armed_group : who.noun == Noun::attacker || who.noun == Noun::force;
  if (fires) add_actor(mention, head, false);
}

// "Nigerian aircraft bombed a camp": what flies and attacks is a weapon; a helicopter that hits a wire is none.
bool RoleFinder::flies_to_attack(const Mention& mention, std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma, verb = syntax_.token(mention.token).lemma;
  if (lemma != "aircraft"_key && lemma != "helicopter"_key && lemma != "plane"_key && lemma != "gunship"_key) return false;
  if (verb == "bomb"_key || verb == "strafe"_key || verb == "attack"_key || verb == "shell"_key || verb == "pound"_key ||
      verb == "raid"_key || verb == "bombard"_key || verb == "target"_key)
    return true;
  if (verb == "drop"_key)  // "aircraft dropped leaflets": a blow only with bombs
    return std::any_of(mention.fillers.begin(), mention.fillers.end(), [](const Filler& f) { return f.noun.mode == Mode::bombing; });
  if (verb != "hit"_key && verb != "strike"_key && verb != "destroy"_key && verb != "fire"_key) return false;
  for (std::uint32_t d : syntax_.dependents(at)) {  // whose they are
    if (d > at) continue;
    const Key key = syntax_.token(d).key;
    const Entity* owner = syntax_.entity(syntax_.article.entity_at(d));
    if (key == "military"_key || key == "attack"_key || is_body(d) || (owner && acts(*owner))) return true;
  }
  return false;
}

// "A Chinese coast guard ship rammed a boat": whose it is.
void RoleFinder::add_owners(Mention& mention, std::uint32_t craft) const {
  for (std::uint32_t d : syntax_.dependents(craft)) {
    put_owner(mention, craft, d, Mode::bombing);
    if (d < craft && syntax_.token(d).relation == Relation::compound)
      for (std::uint32_t below : syntax_.dependents(d)) put_owner(mention, craft, below, Mode::bombing);
  }
}

// "A Russian bomb hit", "Turkish jets bombed": whose they were - not "Russian-made", "a Belgian rifle".
void RoleFinder::put_owner(Mention& mention, std::uint32_t weapon, std::uint32_t at, Mode mode) const {
  if (at > weapon || (mode != Mode::airstrike && mode != Mode::bombing)) return;
  const EntityId id = syntax_.article.entity_at(at);
  const Entity* owner = syntax_.entity(id);
  const bool made = syntax_.article.words(syntax_.token(at + 1).span) == "-";
  if (made || !owner || (owner->type != EntityType::country && owner->type != EntityType::armed_group)) return;
  // "Iraq car bomb kills ten": a place; whose bombs are planted nobody sees.
  const Key lemma = syntax_.token(weapon).lemma;
  const bool planted = lemma == "bomb"_key || lemma == "mine"_key || lemma == "landmine"_key || lemma == "ied"_key || lemma == "device"_key;
  if (planted && owner->type == EntityType::country && syntax_.token(at).tag == Tag::propn && !syntax_.is_adjective_of_state(at)) return;
  put(mention, {ArgumentRole::actor, at, id, {Noun::weapon, mode}, syntax_.words_of(at, id), false});
}

// "A crocodile killed a fisherman", "a fire in a warehouse killed nine": nobody did it. A dam that rebels blew up is told otherwise.
bool RoleFinder::is_hazard(std::uint32_t at) const {
  const bool name = syntax_.token(at).tag == Tag::propn || syntax_.token(at).has(Token::all_capitals);
  if (!syntax_.is_noun(at) || name || syntax_.entity_of(at).set() || syntax_.is_rigged(at)) return false;
  const Key lemma = syntax_.token(at).lemma;
  if (lemma == "burst"_key)  // "a dam burst"
    for (std::uint32_t d : syntax_.dependents(at))
      if (d < at && syntax_.frames.words.has(syntax_.token(d).lemma, Use::hazard)) return true;
  if (lemma != "fire"_key) return syntax_.frames.words.has(lemma, Use::hazard);
  bool article = false, of_thing = false;
  for (std::uint32_t d : syntax_.dependents(at)) {
    const Relation relation = syntax_.token(d).relation;
    article = article || relation == Relation::det;
    of_thing = of_thing || (relation == Relation::compound && syntax_.class_of(d).is_thing());
    const bool whose = relation == Relation::compound || relation == Relation::amod || relation == Relation::nmod_poss;
    if (whose && !syntax_.class_of(d).is_thing() && (syntax_.class_of(d).is_people() || syntax_.class_of(d).noun == Noun::weapon))
      return false;
    if (relation == Relation::nmod && (syntax_.preposition(d) == "from"_key || syntax_.preposition(d) == "by"_key)) return false;
  }
  return article || of_thing;
}

// "A mine killed two", "a mine exploded under a car": no colliery, unless it says what is dug there.
bool RoleFinder::is_explosive_mine(std::uint32_t at) const {
  static constexpr std::array dug = {"gold"_key,    "coal"_key, "copper"_key, "diamond"_key,   "silver"_key,  "iron"_key,    "uranium"_key,
                                     "salt"_key,    "zinc"_key, "nickel"_key, "cobalt"_key,    "lithium"_key, "tin"_key,     "jade"_key,
                                     "emerald"_key, "ruby"_key, "coltan"_key, "manganese"_key, "ore"_key,     "platinum"_key};
  if (syntax_.token(at).lemma != "mine"_key) return false;
  const auto below = syntax_.dependents(at);
  return std::none_of(below.begin(), below.end(),
                      [&](std::uint32_t d) { return d < at && std::find(dug.begin(), dug.end(), syntax_.token(d).lemma) != dug.end(); });
}

void RoleFinder::subject_as(Mention& mention, RoleReading& reading, Part part, std::uint32_t at) const {
  if (part != Part::patient && syntax_.token(at).lemma == "fire"_key) {
    for (std::uint32_t d : syntax_.dependents(at)) {  // "Israeli fire kills two"
      const EntityId id = d < at ? syntax_.article.entity_at(d) : EntityId{};
      if (id.set() && syntax_.entity(id)->type == EntityType::country && !syntax_.parted(d, at))
        put(mention, {ArgumentRole::actor, d, id, {Noun::force, Mode::none}, syntax_.words_of(d, id), false});
    }
    if (add_instrument(mention, at)) {  // "by rifle fire"
      fired_from(mention, at);
      return;
    }
  }
  if (part != Part::patient && (mention.effect || (mention.needs & need_weapon)) && is_explosive_mine(at)) {
    put(mention, {ArgumentRole::instrument, at, {}, {Noun::weapon, Mode::bombing}, syntax_.words_of(at, {}), false});
    return;
  }
  const std::uint32_t tell = syntax_.telling_noun(at);
  const NounClass cls = syntax_.class_of(tell);
  if (cls.noun == Noun::accident || is_gas_explosion(syntax_, tell) || (part != Part::patient && is_hazard(at))) {
    reading.accident = true;
    return;
  }
  if (cls.noun == Noun::fiction) {
    reading.nonliteral = true;
    return;
  }
  const NounFrame* event = syntax_.frames.noun(syntax_.token(tell).lemma);
  if (event && !syntax_.is_verb(tell) && !cls.is_people()) {
    const Modifier* kind = tell == 0 ? nullptr : syntax_.frames.modifier(syntax_.token(tell - 1).key);
    if (kind && kind->kind.mode == Mode::none && tell - 1 != at) reading.accident = true;  // "heart attack kills actor"
    reading.event = tell;
    // "Chad's offensive has killed 600": whose it is did it.
    if (part == Part::actor || part == Part::instrument)
      for (std::uint32_t d : syntax_.dependents(tell))
        if (syntax_.token(d).relation == Relation::nmod_poss && syntax_.entity_of(d).set() &&
            syntax_.entity(syntax_.entity_of(d))->type != EntityType::place)
          add_actor(mention, d, false);
    return;
  }
  if (part == Part::patient) {
    add_patient(mention, at);
    return;
  }
  if (part == Part::actor || part == Part::instrument) add_crew(mention, tell);
  const bool flown = flies_to_attack(mention, tell);
  if (flown) put(mention, {ArgumentRole::instrument, at, {}, {Noun::weapon, Mode::airstrike}, syntax_.words_of(at, {}), false});
  if (flown || add_instrument(mention, at)) {
    // "Saudi-led warplanes bombed": who leads them did it.
    for (std::uint32_t i = tell; cls.mode == Mode::airstrike && i > 2 && tell - i < 4; --i)
      if (syntax_.token(i - 1).key == "led"_key && syntax_.article.words(syntax_.token(i - 2).span) == "-" &&
          syntax_.token(i - 3).sentence == syntax_.token(at).sentence && syntax_.article.entity_at(i - 3).set())
        add_actor(mention, i - 3, false);
    for (std::uint32_t d : syntax_.dependents(tell)) {
      if (syntax_.token(d).relation == Relation::nmod_poss) {  // "by the rebels' bombs", "its drones hit"
        const Noun whose = syntax_.class_of(d).noun;
        const Entity* owner = syntax_.token(d).tag == Tag::pron ? syntax_.entity(syntax_.article.entity_at(d)) : nullptr;
        if (whose == Noun::attacker || whose == Noun::force || (owner && acts(*owner))) add_actor(mention, d, false);
      }
      put_owner(mention, tell, d, flown ? Mode::airstrike : cls.mode);
      if (d < tell && syntax_.token(d).relation == Relation::compound)  // "Russian glide bombs"
        for (std::uint32_t below : syntax_.dependents(d)) put_owner(mention, tell, below, flown ? Mode::airstrike : cls.mode);
      if (d < tell && syntax_.token(d).relation == Relation::amod)  // "American and British warplanes"
        for (std::uint32_t below : syntax_.dependents(d))
          if (syntax_.token(below).relation == Relation::conj) put_owner(mention, tell, below, flown ? Mode::airstrike : cls.mode);
    }
    return;
  }
  if (part == Part::actor || (part == Part::instrument && cls.is_people())) add_actor(mention, at, false);
  for (std::uint32_t d : syntax_.dependents(at)) {
    if (d > at && cls.is_people() && syntax_.preposition(d) == "with"_key)
      add_instrument(mention, d);  // "men with shotguns burst into a studio"
    const bool rides = d > at && syntax_.token(d).relation == Relation::acl && syntax_.token(d).lemma == "ride"_key;
    const std::uint32_t ridden = rides ? syntax_.dependent(d, Relation::obj) : none;  // "riding a bicycle packed with dynamite"
    if (ridden != none && syntax_.is_rigged(ridden)) add_instrument(mention, ridden);
  }
}

}  // namespace khabar::incidents
