// The accused: who is blamed, suspected, arrested, charged or held responsible.
#include "facts/incidents/accounts.h"
#include "facts/incidents/charges.h"
#include "facts/incidents/elsewhere.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

bool leads_to_event(Key preposition, Key lemma) {
  if (preposition == "over"_key) return lemma != "link"_key && lemma != "connect"_key && lemma != "tie"_key;
  if (preposition == "of"_key || preposition == "with"_key || preposition == "in"_key || preposition == "for"_key) return true;
  return preposition == "to"_key && (lemma == "link"_key || lemma == "connect"_key || lemma == "tie"_key);
}

// "Three men, including a soldier, were": the three, where the tree took the one.
std::uint32_t included_in(const Syntax& syntax, const Chunks& chunks, std::uint32_t one) {
  std::uint32_t first = one;
  const std::uint32_t start = syntax.article.language.sentences[syntax.token(one).sentence].first;
  if (chunks.group_ending(one, first) == none || first < start + 2 || syntax.token(first - 1).key != "including"_key) return none;
  std::uint32_t end = first - 1;
  if (syntax.is_comma(end - 1) && end > start + 1) --end;
  const std::uint32_t head = chunks.group_ending(end - 1, first);
  return head != none && syntax.class_of(syntax.telling_noun(head)).is_people() ? head : none;
}

// "Members of the army involved in": the members, where the tree took the army.
std::uint32_t member_of(const Syntax& syntax, std::uint32_t actor) {
  const Token& t = syntax.token(actor);
  if (t.relation != Relation::nmod || syntax.preposition(actor) != "of"_key || !syntax.is_plural(t.head)) return actor;
  const Key lemma = syntax.token(t.head).lemma;
  const bool people = lemma == "member"_key || lemma == "soldier"_key || lemma == "officer"_key || lemma == "guard"_key;
  return people && syntax.class_of(actor).noun != Noun::attacker ? t.head : actor;
}

// "Issued a warrant for Luis Mora and charged him": who is wanted.
std::uint32_t wanted_before(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  for (std::uint32_t i = verb; i > first + 1; --i)
    if (syntax.token(i - 2).lemma == "warrant"_key && (syntax.token(i - 1).key == "for"_key || syntax.token(i - 1).key == "against"_key))
      return chunks.head_from(i);
  return none;
}

// "A warrant for Luis Mora, 30, who is accused of": the name right before the pronoun, whatever the tree ties it to.
std::uint32_t named_before_who(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  std::uint32_t who = verb;
  while (who > first && verb - who < 5 && syntax.token(who).key != "who"_key) --who;
  if (syntax.token(who).key != "who"_key || who < first + 2) return none;
  std::uint32_t at = who - 1;
  if (syntax.is_comma(at)) --at;
  if (at > first + 1 && syntax.token(at).tag == Tag::num && syntax.is_comma(at - 1)) at -= 2;
  const Entity* named = syntax.entity(syntax.article.entity_at(at));
  return named && named->type == EntityType::person && syntax.token(at).tag != Tag::pron ? at : none;
}

// "The minister said that the rebels were responsible": attackers, and no word of what for.
bool is_said_of_attackers(const Syntax& syntax, std::uint32_t word) {
  if (word + 1 >= syntax.size()) return false;
  const Token& next = syntax.token(word + 1);
  if (next.sentence != syntax.token(word).sentence || next.tag != Tag::punct) return false;
  const std::uint32_t subject = syntax.dependent(word, Relation::nsubj);
  if (subject == none || syntax.token(subject).tag == Tag::pron) return false;
  const Entity* entity = syntax.entity(syntax.entity_of(subject));
  return entity ? entity->type == EntityType::armed_group : syntax.class_of(syntax.telling_noun(subject)).noun == Noun::attacker;
}

// A subject of its own, not the relative pronoun.
bool has_subject(const Syntax& syntax, std::uint32_t verb) {
  for (std::uint32_t d : syntax.dependents(verb)) {
    const Relation relation = syntax.token(d).relation;
    if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && !is_relative(syntax.token(d))) return true;
  }
  return false;
}

}  // namespace

// "accused of", "involved in", "linked to": said of somebody, whoever says so.
bool AccountReader::is_accusation(const Token& t) {
  switch (t.lemma) {
    case "accuse"_key:
    case "charge"_key:
    case "implicate"_key:
    case "convict"_key:
    case "indict"_key: return true;
    case "suspect"_key: return t.tag != Tag::noun;
    case "involve"_key:
    case "link"_key:
    case "connect"_key:
    case "tie"_key: return t.form == Form::past_participle || t.form == Form::past;
    default: return t.key == "implicated"_key || t.key == "involved"_key;
  }
}

// "The arrest of", "a warrant for".
bool AccountReader::is_arrest(const Token& t) {
  return t.tag == Tag::noun &&
         (t.lemma == "arrest"_key || t.lemma == "detention"_key || t.lemma == "capture"_key || t.lemma == "trial"_key ||
          t.lemma == "indictment"_key || t.lemma == "conviction"_key || t.lemma == "warrant"_key);
}

bool AccountReader::blames() const { return token_.lemma == "blame"_key || token_.lemma == "attribute"_key || token_.lemma == "pin"_key; }

bool AccountReader::detains() const {
  const Key lemma = token_.lemma;
  return token_.tag == Tag::verb && (lemma == "arrest"_key || lemma == "detain"_key || lemma == "capture"_key || lemma == "seek"_key ||
                                     lemma == "imprison"_key || lemma == "jail"_key || lemma == "try"_key || lemma == "sentence"_key);
}

// In what its subject did; not "charged with taking part".
bool AccountReader::takes_part() const {
  const bool part = token_.lemma == "take"_key && at_ + 2 < sentence_.last && syntax_.token(at_ + 1).key == "part"_key;
  const bool charged = at_ > sentence_.first && (syntax_.token(at_ - 1).key == "with"_key || syntax_.token(at_ - 1).key == "of"_key);
  return token_.tag == Tag::verb && (token_.lemma == "participate"_key || part) && !charged;
}

// "hold X responsible for", "X was responsible for": the word "responsible"; none where there is none.
std::uint32_t AccountReader::responsible_behind() const {
  if (token_.lemma != "hold"_key && token_.lemma != "be"_key) return none;
  // "accused the rebels of being responsible for": the rebels, as the verb says
  if (token_.lemma == "be"_key && token_.form == Form::gerund && at_ > sentence_.first &&
      (syntax_.token(at_ - 1).tag == Tag::adp || syntax_.token(at_ - 1).tag == Tag::sconj))
    return none;
  std::uint32_t found = none;
  for (std::uint32_t i = at_ + 1; i < sentence_.last && i <= at_ + 14; ++i) {
    const Token& between = syntax_.token(i);  // "are trying to find those responsible"
    if (between.tag == Tag::verb && between.form != Form::past_participle && between.form != Form::past) break;
    if (between.key == "not"_key || between.key == "n't"_key || between.key == "never"_key) break;
    if (between.key == "responsible"_key) found = i;
  }
  return found;
}

// "Blamed rebels", "blamed the Valley Front rebel group"
bool AccountReader::is_rebels(std::uint32_t at) const {
  if (syntax_.class_of(syntax_.telling_noun(at)).noun == Noun::attacker && syntax_.is_plural(at)) return true;
  const Key lemma = syntax_.token(at).lemma;
  if (lemma != "group"_key && lemma != "movement"_key && lemma != "militia"_key) return false;
  const std::span<const std::uint32_t> words = syntax_.dependents(at);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t d) { return d < at && syntax_.class_of(d).noun == Noun::attacker; });
}

// "blamed X for the attack", "the attack was blamed on X", "attributed to X".
Account AccountReader::blame() const {
  Account account;
  account.alleged = true;
  for (std::uint32_t i = at_ + 1; i + 1 < sentence_.last && i < at_ + 14; ++i) {
    if (const std::uint32_t end = end_of_aside(syntax_, i); end != none) {  // "has been blamed, some reports say, on rebels"
      i = end;
      continue;
    }
    const Key key = syntax_.token(i).key;
    if (key == "on"_key || key == "to"_key) {
      account.actor = chunks_.head_from(i + 1);
      for (const Link& link : syntax_.links(at_))
        if (link.kind == LinkKind::passive_subject && syntax_.frames.noun(syntax_.token(link.dependent).lemma))
          account.event = link.dependent;
      if (account.event == none) account.event = event_before(i, 14);
      break;
    }
    if (key == "for"_key) {
      account.event = event_in(i + 1, i + 9);
      for (const Link& link : syntax_.links(at_))
        if (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject) account.actor = link.dependent;
      if (account.actor == none) account.actor = at_ + 1 < i ? chunks_.head_from(at_ + 1) : subject();  // "rebels blamed for the attack"
      if (account.actor != none && account.actor > at_) account.others = people_after(syntax_, roles_, account.actor, i);
      break;
    }
  }
  // "denied it and blamed the Red Front": for what was told last.
  if (account.actor == none && account.event == none && token_.lemma == "blame"_key && !group_.passive)
    for (const Link& link : syntax_.links(at_))
      if (link.kind == LinkKind::object && is_group_of_attackers(link.dependent)) {
        account.actor = link.dependent;
        account.told = true;
      }
  if (account.actor == none && account.event == none && take_what_for(account)) account.actor = accused_of(at_, !group_.passive);
  const Key what = has_next() ? syntax_.token(at_ + 1).key : 0;  // "blamed it on the gang"
  // "In an action attributed to the gang, a bomb ...": the sentence itself tells it.
  const bool of_deed = token_.relation == Relation::acl && is_deed(syntax_.token(token_.head).lemma);
  account.here = account.actor != none && account.event == none && (account.here || of_deed);
  account.told =
      account.told || account.here || (account.actor != none && (account.event != none || what == "it"_key || what == "this"_key));
  return account;
}

// "Jailed on charges of killing a guard", "imprisoned on suspicion of": no court has said so yet.
bool AccountReader::is_held_untried() const {
  constexpr std::uint32_t reach = 6;
  for (std::uint32_t i = at_ + 1; i < sentence_.last && i < at_ + reach; ++i) {
    const Key lemma = syntax_.token(i).lemma;
    if (lemma == "charge"_key || lemma == "suspicion"_key || lemma == "accusation"_key || lemma == "allegation"_key) return true;
  }
  return false;
}

Account AccountReader::detention() const {
  Account account;
  const Charge charge = detained_for(syntax_, chunks_, at_, sentence_.last);
  if (!charge.set()) return account;
  account.event = charge.event;
  account.proven = token_.lemma == "sentence"_key || ((token_.lemma == "imprison"_key || token_.lemma == "jail"_key) && !is_held_untried());
  account.actor = accused_of(at_, !group_.passive);
  account.alleged = account.told = account.actor != none;
  if (!account.told) return account;
  account.others = people_after(syntax_, roles_, account.actor, account.actor < at_ ? at_ : sentence_.last);
  if (const std::uint32_t whole = included_in(syntax_, chunks_, account.actor); whole != none) account.others.push_back(whole);
  return account;
}

// "the arrest of two guards on charges of taking part in the murder", "a warrant for Luis Mora for the murder"
Account AccountReader::arrest() const {
  Account account;
  std::uint32_t next = at_ + 1;  // "the 'provisional arrest' of"
  while (next + 1 < sentence_.last && syntax_.token(next).tag == Tag::punct && syntax_.article.words(syntax_.token(next).span) == "\"")
    ++next;
  const Key of = next + 1 < sentence_.last ? syntax_.token(next).key : 0;
  if (of != "of"_key && (token_.lemma != "warrant"_key || (of != "for"_key && of != "against"_key))) return account;
  account.actor = chunks_.head_from(next + 1);
  if (account.actor == none) return account;
  const Charge charge = detained_for(syntax_, chunks_, account.actor, sentence_.last);
  account.event = charge.event;
  account.alleged = account.told = charge.set();
  if (account.told) account.others = people_after(syntax_, roles_, account.actor, sentence_.last);
  return account;
}

Account AccountReader::accusation(std::uint32_t responsible) const {
  Account account;
  const std::uint32_t from = responsible == none ? at_ + 1 : responsible + 1;
  bool deed = false;          // "involved in the crime": what was told last
  std::uint32_t lead = none;  // the preposition before it
  for (std::uint32_t i = from; i + 1 < sentence_.last && i < from + 12; ++i) {
    const Key key = syntax_.token(i).key;
    if (!leads_to_event(key, token_.lemma)) continue;
    for (std::uint32_t k = i + 1; k < sentence_.last && k <= i + 6 && account.event == none; ++k)
      if ((syntax_.token(k).relation != Relation::compound && syntax_.frames.noun(syntax_.token(k).lemma)) ||
          (syntax_.token(k).form == Form::gerund && syntax_.frames.names_deed(syntax_.token(k).lemma)))
        account.event = k;
    if (account.event != none && account.event > i + 1 && syntax_.token(account.event - 1).key == "opening"_key)
      --account.event;  // "opening fire"
    if (account.event == none) {
      const Charge charge = charge_at(syntax_, chunks_, i + 1, sentence_.last);
      account.event = charge.event;
      deed = charge.deed;
    }
    lead = i;
    const Token& first = syntax_.token(i + 1);
    const bool act = first.form == Form::gerund || first.key == "not"_key || first.tag == Tag::aux;
    if (key == "of"_key && account.event == none && !deed && !act) continue;  // "accused a part of the army of"
    break;
  }
  if (account.event == none && responsible != none) deed = take_what_for(account) || deed;
  deed = deed || (token_.lemma == "be"_key && account.event == none && is_said_of_attackers(syntax_, responsible));
  // "Police hold the Red Front responsible."
  const bool held = token_.lemma == "hold"_key && account.event == none && responsible != none && lead == none;
  deed = deed || (held && is_group_of_attackers(accused_of(at_, !group_.passive)));
  const std::uint32_t self = responsible == none ? none : syntax_.dependent(responsible, Relation::nsubj);
  if (const std::uint32_t sayer = self == none || deed ? none : sayer_of(self); sayer != none) {
    account.actor = sayer;  // "The Red Front said it was responsible": a claim
    account.told = true;
    return account;
  }
  account.proven = token_.lemma == "convict"_key;
  account.alleged = account.told = account.event != none || deed;
  if (account.told) find_accused(account, responsible, lead);
  return account;
}

// "An ambush for which the rebels are held responsible", "an incident for which ...": the event, or what the sentence tells.
bool AccountReader::take_what_for(Account& account) const {
  const std::uint32_t what = what_for();
  if (what == none) return false;
  account.here = is_deed(syntax_.token(what).lemma);
  if (!account.here && syntax_.frames.noun(syntax_.token(what).lemma)) account.event = what;
  return account.event != none || account.here;
}

bool AccountReader::is_group_of_attackers(std::uint32_t at) const {
  return at != none && (is_armed_group(syntax_.article.entity_at(at)) || is_rebels(at));
}

// Whom the accusation is of. The accused stand before the preposition `lead`, where they stand behind the word.
void AccountReader::find_accused(Account& account, std::uint32_t responsible, std::uint32_t lead) const {
  std::uint32_t actor = accused_of(at_, !group_.passive && token_.lemma != "take"_key);
  const bool which = token_.relation == Relation::acl || (token_.relation == Relation::acl_relcl && !has_subject(syntax_, at_));
  if (actor == none && (which || group_.passive)) actor = named_before_who(syntax_, at_);
  if (actor == none && which && !syntax_.is_verb(token_.head)) actor = token_.head;
  if (actor == none && token_.relation == Relation::conj && syntax_.article.links.verb_group(token_.head).passive) {
    account.said = token_.head;  // "were arrested and charged with"
    actor = accused_of(account.said, false);
  }
  if (actor == none && responsible != none) actor = syntax_.dependent(responsible, Relation::nsubj);
  const bool said_of =
      group_.passive || token_.lemma == "be"_key || takes_part() || token_.tag != Tag::verb || token_.form == Form::past_participle;
  if (actor == none) actor = said_of ? subject() : chunks_.head_from(at_ + 1);
  if (actor != none && actor > at_) {
    account.others = people_after(syntax_, roles_, actor, std::min(lead, sentence_.last));
    const std::uint32_t wanted = syntax_.token(actor).tag == Tag::pron ? wanted_before(syntax_, chunks_, at_) : none;
    if (wanted != none) {  // "a warrant for Luis Mora and charged him with"
      actor = wanted;
      for (std::uint32_t at : people_after(syntax_, roles_, actor, at_)) account.others.push_back(at);
    }
  }
  account.actor = actor != none && which ? member_of(syntax_, actor) : actor;
}

// Of what was told last: "No group claimed it, but the Red Front is suspected", "Officials suspect the Red Front".
Account AccountReader::suspicion() const {
  Account account;
  std::uint32_t last = none, own = none;
  for (const Link& link : syntax_.links(at_)) {
    if (link.kind != (group_.passive ? LinkKind::passive_subject : LinkKind::object)) continue;
    last = link.dependent;
    if (!group_.passive && !link.inherited) own = link.dependent;
  }
  for (const std::uint32_t suspect : {own, last})
    if (suspect != none && is_armed_group(syntax_.article.entity_at(suspect))) account.actor = suspect;
  const bool part = last != none && !group_.passive &&
                    (syntax_.token(last).lemma == "involvement"_key || syntax_.token(last).lemma == "hand"_key ||
                     syntax_.token(last).lemma == "role"_key);  // "suspect the involvement of the Red Front"
  if (account.actor == none && part)
    for (std::uint32_t d : syntax_.dependents(last))
      if (is_armed_group(syntax_.article.entity_at(d))) account.actor = d;
  account.alleged = account.told = account.actor != none;
  if (account.told) account.event = event_in(at_ + 1, at_ + 8);
  return account;
}

// "Police link the murder to the Red Front", "the blast bore the hallmarks of the Red Front": to whom the event is laid.
Account AccountReader::laid_to() const {
  Account account;
  const bool links = token_.lemma == "link"_key || token_.lemma == "tie"_key || token_.lemma == "trace"_key;
  for (const Link& link : syntax_.links(at_)) {
    const bool event = links ? link.kind == LinkKind::object || link.kind == LinkKind::passive_subject : link.kind == LinkKind::subject;
    if (event && syntax_.frames.noun(syntax_.token(link.dependent).lemma)) account.event = link.dependent;
    if (links && link.preposition == "to"_key) account.actor = link.dependent;
    const Key mark = links || link.kind != LinkKind::object ? Key{0} : syntax_.token(link.dependent).lemma;
    if (mark != "hallmark"_key && mark != "stamp"_key && mark != "fingerprint"_key && mark != "signature"_key) continue;
    for (std::uint32_t d : syntax_.dependents(link.dependent))
      if (syntax_.preposition(d) == "of"_key) account.actor = d;
  }
  account.alleged = account.told = account.event != none && is_group_of_attackers(account.actor);
  return account;
}

// "Suspicion fell on the Red Front", "the mayor pointed the finger at it": of what was told last, or of the event between.
Account AccountReader::pointing() const {
  Account account;
  const bool falls = token_.lemma == "fall"_key && syntax_.dependent(at_, Relation::nsubj) != none &&
                     syntax_.token(syntax_.dependent(at_, Relation::nsubj)).lemma == "suspicion"_key;
  const std::uint32_t finger = falls ? none : pointed_finger();
  if (!falls && finger == none) return account;
  const std::uint32_t from = std::max(at_, finger == none ? at_ : finger) + 1;
  for (std::uint32_t i = from; i + 1 < sentence_.last && i < from + 4 && account.actor == none; ++i)
    if (syntax_.token(i).key == "on"_key || syntax_.token(i).key == "at"_key || syntax_.token(i).key == "to"_key)
      account.actor = chunks_.head_from(i + 1);
  account.alleged = account.told = is_group_of_attackers(account.actor);
  if (!account.told) return account;
  account.event = event_in(account.actor + 1, account.actor + 8);
  if (account.event == none) account.event = event_before(at_, 8);
  return account;
}

// "Pointed an accusing finger", "fingers were pointed": the finger; none where nothing is pointed.
std::uint32_t AccountReader::pointed_finger() const {
  if (token_.lemma != "point"_key) return none;
  for (std::uint32_t d : syntax_.dependents(at_))
    if (syntax_.token(d).lemma == "finger"_key) return d;
  return none;
}

// The last of the verb's passive subjects, or of its objects.
std::uint32_t AccountReader::accused_of(std::uint32_t verb, bool objects) const {
  std::uint32_t actor = none;
  for (const Link& link : syntax_.links(verb)) {
    const bool accused = link.kind == LinkKind::passive_subject || (link.kind == LinkKind::object && objects);
    if (accused && !is_relative(syntax_.token(link.dependent))) actor = link.dependent;
  }
  return actor;
}

}  // namespace khabar::incidents
