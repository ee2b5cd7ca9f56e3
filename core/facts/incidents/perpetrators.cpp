// Perpetrators: who those who did it are said to be.
#include "facts/incidents/accounts.h"
#include "facts/incidents/charges.h"

namespace khabar::incidents {

namespace {

// "The crime was committed by men in uniform": who is told to have done what was told before; none where it is another thing.
std::uint32_t doer_of_deed(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  std::uint32_t what = none;
  for (const Link& link : syntax.links(verb))
    if (link.kind == LinkKind::passive_subject) what = link.dependent;
  if (what == none) return none;
  const Token& subject = syntax.token(what);
  const std::uint32_t det = syntax.dependent(what, Relation::det);
  const bool deed = is_deed(subject.lemma) && det != none && (syntax.token(det).key == "the"_key || syntax.token(det).key == "this"_key);
  const bool it = subject.key == "it"_key || subject.key == "this"_key;
  if (!deed && !it) return none;
  const std::uint32_t last = syntax.article.language.sentences[subject.sentence].last;
  for (std::uint32_t i = verb + 1; i + 1 < last && i < verb + 8; ++i) {
    if (syntax.is_verb(i)) return none;
    if (syntax.token(i).key != "by"_key) continue;
    const std::uint32_t head = chunks.head_from(i + 1);
    if (head == none || syntax.is_time(head)) return none;
    const Entity* entity = syntax.entity(syntax.entity_of(head));
    const NounClass cls = syntax.class_of(syntax.telling_noun(head));
    if (syntax.token(head).lemma == "bomber"_key) return none;  // "by a suicide bomber" says how, not who
    const bool attackers = entity ? entity->type == EntityType::armed_group : cls.noun == Noun::attacker;
    return attackers || (deed && (entity ? RoleFinder::acts(*entity) : cls.is_people())) ? head : none;
  }
  return none;
}

// "Those responsible for the raid are": the event before the verb.
std::uint32_t event_of_those(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  for (std::uint32_t i = verb; i > first + 1 && verb - i < 12; --i) {
    const Token& t = syntax.token(i - 1);
    if (t.key != "responsible"_key) continue;
    const Key who = syntax.token(i - 2).key;
    if ((who != "those"_key && who != "people"_key && who != "persons"_key) || i + 1 >= verb || syntax.token(i).key != "for"_key)
      return none;
    for (std::uint32_t k = i + 1; k < verb; ++k)
      if (syntax.frames.noun(syntax.token(k).lemma) ||
          (syntax.token(k).form == Form::gerund && syntax.frames.names_deed(syntax.token(k).lemma)))
        return k;
    return none;
  }
  return none;
}

// "The killers are thought to be Red Front rebels": who those who did what was told last are said to be; none where no group of
// attackers is told.
std::uint32_t who_they_are(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(verb).sentence];
  std::uint32_t first = verb;
  if (verb < sentence.first + 2 || chunks.group_ending(verb - 1, first) == none || syntax.token(first).key != "the"_key) return none;
  if (!is_doer(syntax.token(verb - 1).lemma)) return none;
  const bool comes = syntax.token(verb).lemma == "come"_key;
  std::uint32_t at = verb + 1;
  for (; at < sentence.last && at < verb + 5; ++at) {
    const Token& t = syntax.token(at);
    if (t.key == "not"_key || t.key == "n't"_key) return none;
    const bool said = t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::part || t.key == "to"_key || t.tag == Tag::adv ||
                      (comes && t.key == "from"_key);
    if (!said) break;
  }
  const std::uint32_t head = chunks.head_from(at);
  if (head == none) return none;
  const Entity* entity = syntax.entity(syntax.entity_of(head));
  const Entity* of = head + 2 < sentence.last && syntax.token(head + 1).key == "of"_key
                         ? syntax.entity(syntax.article.entity_at(chunks.head_from(head + 2) == none ? head : chunks.head_from(head + 2)))
                         : nullptr;
  const bool group = (entity && entity->type == EntityType::armed_group) || (of && of->type == EntityType::armed_group);
  return group || (!comes && syntax.class_of(syntax.telling_noun(head)).noun == Noun::attacker) ? head : none;
}

// "Omar Noor and Luis Mora, the biggest traffickers, are behind": the comma that opens what is said beside the names; the copula where
// nothing is.
std::uint32_t before_apposition(const Syntax& syntax, std::uint32_t copula, std::uint32_t first) {
  auto is_comma = [&](std::uint32_t at) { return syntax.article.words(syntax.token(at).span) == ","; };
  if (copula < first + 3 || !is_comma(copula - 1)) return copula;
  constexpr std::uint32_t longest = 10;
  for (std::uint32_t i = copula - 2; i > first && copula - i < longest; --i) {
    if (syntax.is_verb(i)) return copula;
    if (is_comma(i)) return syntax.is_noun(i - 1) ? i : copula;
  }
  return copula;
}

}  // namespace

bool AccountReader::is_author(const Token& t) {
  const Key lemma = t.lemma;
  return t.tag == Tag::noun && t.relation != Relation::compound &&  // not "a suspect rebel"
         (lemma == "perpetrator"_key || lemma == "author"_key || lemma == "mastermind"_key || lemma == "instigator"_key ||
          lemma == "culprit"_key || lemma == "executor"_key || lemma == "suspect"_key);
}

// "The attackers, believed to belong to the Red Front, had fled": of what was told last.
Account AccountReader::belonging() const {
  Account account;
  const std::uint32_t det = syntax_.dependent(at_, Relation::det);
  if (token_.tag != Tag::noun || !is_doer(token_.lemma) || det == none || syntax_.token(det).key != "the"_key) return account;
  account.actor = roles_.said_to_belong(at_);
  account.alleged = account.told = account.alone = account.actor != none;
  return account;
}

// "The Red Front is the prime suspect", "the main suspect is the Red Front": of what was told last.
Account AccountReader::prime_suspect() const {
  Account account;
  std::uint32_t who = syntax_.dependent(at_, Relation::nsubj);
  if (who == none && token_.relation == Relation::nsubj) who = token_.head;
  const bool is_one = who != none && syntax_.has(token_.relation == Relation::nsubj ? who : at_, Relation::cop);
  account.actor = is_one && is_armed_group(syntax_.article.entity_at(who)) ? who : none;
  account.alleged = account.told = account.actor != none;
  return account;
}

// "X was the mastermind of the attack", "the authors of the attack are X", "X, the main suspect in the attack"
Account AccountReader::author() const {
  Account account;
  const bool suspect = token_.lemma == "suspect"_key;
  const Key next = syntax_.token(at_ + 1).key;
  if (next != "of"_key && (!suspect || next != "in"_key)) return suspect || token_.lemma == "culprit"_key ? prime_suspect() : account;
  const std::uint32_t event = account.event = event_in(at_ + 2, at_ + 7);
  account.actor = syntax_.dependent(at_, Relation::nsubj);
  const bool kind = event != none && syntax_.is_plural(event) && !syntax_.has(event, Relation::det);  // "the mastermind of bombings"
  if (account.actor == none && token_.relation == Relation::appos && !kind) {
    const Entity* named = syntax_.entity(syntax_.entity_of(token_.head));
    if (named && (named->type == EntityType::person || named->type == EntityType::armed_group)) account.actor = token_.head;
  }
  if (account.actor == none && token_.relation == Relation::nsubj && syntax_.is_noun(token_.head)) account.actor = token_.head;
  const NounFrame* what = event == none ? nullptr : syntax_.frames.noun(syntax_.token(event).lemma);
  const Mode mode = what && suspect ? what->kind.mode : Mode::none;
  const bool of_forces = mode == Mode::raid || mode == Mode::clash || mode == Mode::arrest;  // "police kill suspect in raid"
  account.alleged = account.told = event != none && account.actor != none && !of_forces;
  return account;
}

Account AccountReader::being() const {
  Account account;
  // "The killers were members of the Red Front"
  if (const std::uint32_t who = who_they_are(syntax_, chunks_, at_); who != none) {
    account.actor = who;
    account.alleged = account.told = account.alone = true;
  }
  // "The raid was the work of rebels"
  for (std::uint32_t i = at_ + 1; i + 2 < sentence_.last && i < at_ + 5; ++i) {
    if (syntax_.token(i).key != "work"_key || syntax_.token(i + 1).key != "of"_key) continue;
    account.actor = chunks_.head_from(i + 2);
    const std::uint32_t what = at_ > sentence_.first ? at_ - 1 : at_;  // "it was the work of rebels": what was told last
    const bool it = syntax_.token(what).key == "it"_key || syntax_.token(what).key == "this"_key;
    account.event = it ? none : event_before(at_, 14);
    account.alleged = account.told = account.actor != none && (account.event != none || (it && is_group_of_attackers(account.actor)));
  }
  return account;
}

// "Officials described the raid as the work of rebels", "in what officials called the work of rebels"
Account AccountReader::described() const {
  Account account;
  for (std::uint32_t i = at_ + 1; i + 2 < sentence_.last && i < at_ + 10 && account.actor == none; ++i)
    if (syntax_.token(i).key == "work"_key && syntax_.token(i + 1).key == "of"_key) {
      account.actor = chunks_.head_from(i + 2);
      account.event = event_in(at_ + 1, i);
    }
  if (!is_group_of_attackers(account.actor)) return account;
  account.here = account.event == none && token_.relation == Relation::acl_relcl;
  account.alleged = account.told = account.here || account.event != none;
  return account;
}

// "X is behind the attack"
Account AccountReader::behind() const {
  Account account;
  std::uint32_t copula = at_ - 1;
  while (copula > sentence_.first && syntax_.token(copula).tag == Tag::adv) --copula;
  // "Rebels behind Gao killings"
  const bool headline = copula + 1 == at_ && syntax_.is_noun(copula) && realis::is_headline(syntax_.article, index_);
  if (syntax_.token(copula).lemma != "be"_key && !headline) return account;
  account.event = event_in(at_ + 1, at_ + 6);
  std::uint32_t end = headline ? at_ : copula;
  if (!headline && end > sentence_.first + 1 && !syntax_.token(end).has(Token::space_before)) --end;  // 'said the group "is behind it"'
  end = before_apposition(syntax_, end, sentence_.first);
  account.actor = chunks_.subject_before(end);
  if (account.actor != none && end != copula)
    if (const std::uint32_t other = account.actor;
        other > sentence_.first + 1 && syntax_.token(other).relation == Relation::conj && syntax_.token(other).head < other)
      account.others.push_back(syntax_.token(other).head);
  const std::uint32_t sayer = account.actor == none ? none : sayer_of(account.actor);
  if (sayer != none) account.actor = sayer;
  const Key next = has_next() ? syntax_.token(at_ + 1).key : 0;
  const bool group_behind_it =
      (next == "it"_key || next == "this"_key) && account.actor != none && is_armed_group(syntax_.article.entity_at(account.actor));
  account.told = account.actor != none && (account.event != none || group_behind_it);
  account.alleged = account.told && sayer == none;
  return account;
}

// "The crime was committed by men in uniform", "it was perpetrated by rebels": what was told last.
Account AccountReader::deed_done() const {
  Account account;
  const Key lemma = token_.lemma;
  if (token_.tag != Tag::verb || !group_.passive || (lemma != "carry"_key && lemma != "commit"_key && lemma != "perpetrate"_key))
    return account;
  account.actor = doer_of_deed(syntax_, chunks_, at_);
  account.told = account.done = account.actor != none;
  return account;
}

// "Those responsible for the murder are rebels"
Account AccountReader::those_responsible() const {
  Account account;
  const Key key = token_.key;
  if (key != "are"_key && key != "is"_key && key != "were"_key && key != "was"_key) return account;
  account.event = event_of_those(syntax_, at_);
  account.actor = account.event == none ? none : chunks_.head_from(at_ + 1);
  account.told = account.alleged = account.actor != none;
  if (!account.told) return account;
  account.others = people_after(syntax_, roles_, account.actor, sentence_.last);
  std::erase_if(account.others,
                [&](std::uint32_t at) { return at + 1 < sentence_.last && syntax_.is_verb(at + 1); });  // ", the mayor said"
  return account;
}

}  // namespace khabar::incidents
