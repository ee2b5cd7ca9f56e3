#include "facts/incidents/responsibility.h"

#include "facts/incidents/accounts.h"
#include "facts/incidents/charges.h"
#include "facts/incidents/word_readings.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "Two men suspected of the murder of Ana Diaz: Luis Mora and Juan Leon": the names behind the colon are theirs.
std::uint32_t names_behind_colon(const Syntax& syntax, std::uint32_t event) {
  const std::uint32_t last = syntax.article.language.sentences[syntax.token(event).sentence].last;
  for (std::uint32_t i = event + 1; i + 1 < last && i < event + 20; ++i) {
    if (syntax.article.words(syntax.token(i).span) != ":") continue;
    for (std::uint32_t k = i + 1; k < last && k < i + 4; ++k) {
      const EntityId id = syntax.article.entity_at(k);
      if (id.set()) return syntax.entity(id)->type == EntityType::person ? k : none;
    }
    return none;
  }
  return none;
}

bool is_claimed_killing(const Syntax& syntax, std::uint32_t verb, std::uint32_t event) {
  return syntax.token(verb).lemma == "claim"_key && event != none && syntax.token(event).lemma == "killing"_key && event == verb + 1;
}

}  // namespace

bool AccountReader::may_tell(const Token& t) {
  return t.tag == Tag::verb || t.tag == Tag::aux || is_arrest(t) || is_accusation(t) || is_author(t) || t.key == "behind"_key ||
         (t.tag == Tag::noun && is_doer(t.lemma)) || (t.tag == Tag::noun && t.lemma == "responsibility"_key);
}

Account AccountReader::read() const {
  Account account;
  if (takes()) {
    account = claim();
  } else if (blames()) {
    account = blame();
  } else if (detains()) {
    account = detention();
  } else if (is_arrest(token_)) {
    account = arrest();
  } else if (token_.tag == Tag::noun && token_.lemma == "responsibility"_key) {
    account = responsibility_claimed();
  }
  if (!account.told && has_next()) {
    const std::uint32_t responsible = responsible_behind();
    if (responsible != none || is_accusation(token_) || takes_part()) {
      account = accusation(responsible);
    } else if (is_author(token_)) {
      account = author();
    } else if (token_.lemma == "be"_key || token_.lemma == "come"_key) {
      account = being();
    } else if (token_.lemma == "describe"_key || token_.lemma == "call"_key) {
      account = described();
    } else if (token_.key == "behind"_key && at_ > sentence_.first) {
      account = behind();
    }
  }
  if (!account.told) account = belonging();
  if (!account.told) account = deed_done();
  if (!account.told) account = those_responsible();
  if (!account.told && token_.tag == Tag::verb && token_.lemma == "suspect"_key) account = suspicion();
  if (!account.told && token_.tag == Tag::verb &&
      (token_.lemma == "link"_key || token_.lemma == "tie"_key || token_.lemma == "trace"_key || token_.lemma == "bear"_key ||
       token_.lemma == "have"_key))
    account = laid_to();
  if (!account.told && token_.tag == Tag::verb && (token_.lemma == "fall"_key || token_.lemma == "point"_key)) account = pointing();
  return account;
}

// "might be involved", "denied that its members took part": nobody's doing.
bool AccountReader::is_doubted(const Account& account) const {
  using language::Modality;
  const bool guessed = group_.modality == Modality::may || group_.modality == Modality::might || group_.modality == Modality::could;
  const bool asked = syntax_.article.words(syntax_.token(sentence_.last - 1).span) == "?";
  if (account.alleged && (guessed || asked || realis::read(syntax_.article, at_, syntax_.frames.realis).status == Status::denied))
    return true;
  // "Ana Diaz accused him": whoever it is, not she.
  const EntityId meant = syntax_.article.entity_at(account.actor);
  if (syntax_.token(account.actor).tag != Tag::pron || !meant.set()) return false;
  for (const Link& link : syntax_.links(at_))
    if (link.kind == LinkKind::subject && link.dependent != account.actor && syntax_.entity_of(link.dependent) == meant) return true;
  return false;
}

// Whose name or possession the actor is.
std::uint32_t AccountReader::named(std::uint32_t actor) const {
  // "Ana Diaz, one of the women involved": the name.
  if (actor >= sentence_.first + 5 && syntax_.token(actor - 3).key == "one"_key && syntax_.token(actor - 2).key == "of"_key) {
    const Entity* name = syntax_.entity(syntax_.article.entity_at(actor - 5));
    if (name && name->type == EntityType::person && syntax_.is_comma(actor - 4)) actor = actor - 5;
  }
  return syntax_.possessed(actor);
}

// "No group claimed", "nobody was accused".
bool AccountReader::is_nobody(std::uint32_t actor) const {
  const Key who = syntax_.token(actor).key;
  if (group_.negated || who == "nobody"_key || who == "one"_key) return true;
  for (std::uint32_t d : syntax_.dependents(actor))
    if (syntax_.token(d).key == "no"_key || syntax_.token(d).key == "neither"_key) return true;
  for (std::uint32_t i = at_; i > sentence_.first && at_ - i < 12; --i)  // "neither Mora nor Diaz was tried for the bombing"
    if (syntax_.token(i - 1).key == "neither"_key || syntax_.token(i - 1).key == "nor"_key) return true;
  return false;
}

std::vector<Filler> AccountReader::actors(const Account& account) const {
  const std::uint32_t actor = account.actor, event = account.event;
  const bool alleged = account.alleged;
  Mention carrier;
  carrier.token = at_;
  roles_.add_actor(carrier, actor, alleged);
  if (alleged && event != none && event > actor && syntax_.is_plural(actor) && !syntax_.entity_of(actor).set())
    if (const std::uint32_t name = names_behind_colon(syntax_, event); name != none) {
      roles_.add_actor(carrier, name, alleged);
      const auto& mentions = syntax_.article.mentions;
      const std::uint32_t end = mentions.entities.mentions[mentions.mention_of[name]].last;
      for (std::uint32_t at : people_after(syntax_, roles_, end - 1, sentence_.last)) roles_.add_actor(carrier, at, alleged);
    }
  for (std::uint32_t at : account.others) roles_.add_actor(carrier, at, alleged);
  if (alleged && !account.alone) add_listed(carrier, account);
  // "A spokesman for the BNA claimed": the group, not its voice.
  const bool group_named =
      std::any_of(carrier.fillers.begin(), carrier.fillers.end(), [&](const Filler& filler) { return is_armed_group(filler.entity); });
  if (!group_named) {
    for (std::uint32_t d : syntax_.dependents(actor)) {
      const EntityId id = syntax_.article.entity_at(d);
      if (!is_armed_group(id)) continue;
      carrier.fillers = {{ArgumentRole::actor, d, id, {Noun::attacker, Mode::none}, syntax_.words_of(d, id), alleged}};
      break;
    }
  }
  for (Filler& filler : carrier.fillers) filler.alleged = alleged && !account.proven;
  if (!alleged && !account.done)
    std::erase_if(carrier.fillers, [&](const Filler& filler) {
      const Entity* e = syntax_.entity(filler.entity);
      const bool group_like = (e && (e->type == EntityType::armed_group || e->type == EntityType::organization)) ||
                              filler.noun.noun == Noun::attacker ||
                              (e && e->type == EntityType::country && is_claimed_killing(syntax_, at_, event));  // "Chad claims killing of"
      return !group_like;
    });
  return std::move(carrier.fillers);
}

// "A colonel and two soldiers are accused": whoever is listed with the actor.
void AccountReader::add_listed(Mention& carrier, const Account& account) const {
  const std::uint32_t actor = account.actor;
  const auto add = [&](std::uint32_t at) { roles_.add_actor(carrier, at, account.alleged); };
  std::uint32_t start = account.said == none ? at_ : account.said;
  const Span told = account.said == none ? group_.span : syntax_.article.links.verb_group(account.said).span;
  while (start > sentence_.first && syntax_.token(start - 1).span.begin >= told.begin) --start;
  const std::uint32_t end = chunks_.subject_before(start);  // the last of the list, where the tree took another for the subject
  const std::vector<std::uint32_t> list = end == none ? std::vector<std::uint32_t>{} : chunks_.people_before(end);
  const bool listed = end == actor || std::find(list.begin(), list.end(), actor) != list.end();
  if (listed) add(end);
  for (std::uint32_t at : listed ? list : chunks_.people_before(actor)) add(at);
  const auto add_conjuncts = [&](std::uint32_t of) {
    for (std::uint32_t d : syntax_.dependents(of))
      if (syntax_.token(d).relation == Relation::conj && syntax_.is_noun(d)) add(d);
  };
  add_conjuncts(actor);
  for (std::uint32_t at = actor, i = 0; i < 6 && syntax_.token(at).relation == Relation::conj && syntax_.is_noun(syntax_.token(at).head);
       ++i) {
    at = syntax_.token(at).head;
    add(at);
    add_conjuncts(at);
  }
}

// The first word for an incident among the tokens; none where there is none.
std::uint32_t AccountReader::event_in(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to && i < sentence_.last; ++i) {
    if (!syntax_.is_verb(i) && (syntax_.frames.noun(syntax_.token(i).lemma) || names_bombing(syntax_, i))) return i;
    if (syntax_.token(i).form == Form::gerund && syntax_.frames.names_deed(syntax_.token(i).lemma)) return i;
  }
  return none;
}

void find_responsibility(const Syntax& syntax, const RoleFinder& roles, std::uint32_t index, std::vector<Responsibility>& out) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    if (!AccountReader::may_tell(syntax.token(at))) continue;
    const AccountReader reader(syntax, roles, index, at);
    Account account = reader.read();
    if (!account.told || account.actor == none || reader.is_doubted(account)) continue;
    account.actor = reader.named(account.actor);
    if (reader.is_nobody(account.actor)) continue;
    Responsibility found;
    found.actors = reader.actors(account);
    if (found.actors.empty()) continue;
    found.sentence = index;
    found.event = account.event;
    found.here = account.here;
    found.token = at;
    found.span = sentence.span;
    out.push_back(std::move(found));
  }
}

}  // namespace khabar::incidents
