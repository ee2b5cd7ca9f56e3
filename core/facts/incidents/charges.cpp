#include "facts/incidents/charges.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "Charges of", "suspicion of": what follows is what they did.
bool is_charge(Key lemma) { return lemma == "charge"_key || lemma == "suspicion"_key || lemma == "accusation"_key || lemma == "count"_key; }

// "Involvement in", "role in", "implicated in".
bool is_part_in(const Token& t) {
  return t.lemma == "involvement"_key || t.lemma == "role"_key || t.lemma == "part"_key || t.lemma == "participation"_key ||
         t.lemma == "complicity"_key || t.key == "involved"_key || t.key == "implicated"_key || t.key == "participating"_key;
}

// Gerunds that only lead to the event: "planning the murder", "taking part in".
bool leads_on(Key lemma) {
  switch (lemma) {
    case "have"_key:
    case "be"_key:
    case "take"_key:
    case "plan"_key:
    case "mastermind"_key:
    case "organize"_key:
    case "organise"_key:
    case "order"_key:
    case "commit"_key:
    case "carry"_key:
    case "direct"_key:
    case "participate"_key:
    case "help"_key:
    case "finance"_key:
    case "orchestrate"_key:
    case "perpetrate"_key: return true;
    default: return false;
  }
}

}  // namespace

bool is_deed(Key lemma) {
  return lemma == "crime"_key || lemma == "act"_key || lemma == "action"_key || lemma == "deed"_key || lemma == "incident"_key ||
         lemma == "operation"_key;
}

bool is_doer(Key lemma) {
  switch (lemma) {
    case "attacker"_key:
    case "assailant"_key:
    case "gunman"_key:
    case "bomber"_key:
    case "raider"_key:
    case "kidnapper"_key:
    case "abductor"_key:
    case "hijacker"_key:
    case "killer"_key:
    case "murderer"_key:
    case "shooter"_key:
    case "perpetrator"_key:
    case "intruder"_key:
    case "pirate"_key:
    case "bandit"_key:
    case "robber"_key: return true;
    default: return false;
  }
}

Charge charge_at(const Syntax& syntax, const Chunks& chunks, std::uint32_t from, std::uint32_t last) {
  for (std::uint32_t i = from; i < last && i < from + 7; ++i) {
    const Token& t = syntax.token(i);
    const bool verbal = t.form == Form::gerund || t.form == Form::past_participle || (t.form == Form::past && i > from);
    if (verbal && leads_on(t.lemma)) continue;
    const bool part = t.tag == Tag::det && i + 1 < last && is_part_in(syntax.token(i + 1));  // "having a part in"
    if (t.lemma == "accomplice"_key || t.lemma == "accessory"_key) continue;                 // "being accomplices to the crime"
    if (part || is_part_in(t) || t.tag == Tag::adp || t.tag == Tag::adv || t.relation == Relation::compound_prt) continue;
    if (verbal && t.tag != Tag::adj && syntax.frames.names_deed(t.lemma)) return {i, false};
    if (t.tag == Tag::verb || t.tag == Tag::aux) return {};
    const std::uint32_t head = chunks.head_from(i);
    if (head == none || head >= last) return {};
    if (syntax.frames.noun(syntax.token(head).lemma)) return {head, false};
    // "the crime", "the operation"; the recovery operation is another thing.
    const bool another = syntax.token(head).lemma == "operation"_key && syntax.has(head, Relation::compound);
    return {none, is_deed(syntax.token(head).lemma) && !another && t.tag == Tag::det && t.key != "a"_key && t.key != "any"_key};
  }
  return {};
}

Charge detained_for(const Syntax& syntax, const Chunks& chunks, std::uint32_t word, std::uint32_t last) {
  for (std::uint32_t i = word + 1; i + 2 < last && i < word + 24; ++i) {
    const Token& t = syntax.token(i);
    if (t.tag == Tag::verb && t.form != Form::past_participle && t.form != Form::gerund) return {};
    const Key next = syntax.token(i + 1).key;
    const bool linked = (is_charge(t.lemma) && next == "of"_key) || (is_part_in(t) && next == "in"_key);
    if (!linked && t.key != "for"_key) continue;
    const Charge charge = charge_at(syntax, chunks, linked ? i + 2 : i + 1, last);
    if (charge.set() || linked) return charge;
  }
  return {};
}

std::vector<std::uint32_t> people_after(const Syntax& syntax, const RoleFinder& roles, std::uint32_t first, std::uint32_t last) {
  const Chunks chunks(syntax);
  auto may_act = [&](std::uint32_t at) {
    const Entity* entity = syntax.entity(syntax.entity_of(at));
    const Key lemma = syntax.token(at).lemma;  // "five members of the Red Front", whatever that is
    if (!entity && (lemma == "member"_key || lemma == "activist"_key || lemma == "follower"_key)) return true;
    return entity ? RoleFinder::acts(*entity) : syntax.class_of(syntax.telling_noun(at)).is_people() || roles.is_body(at);
  };
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = first + 1; i + 1 < last && out.size() < 10; ++i) {
    const Token& t = syntax.token(i);
    const bool separates = t.key == "and"_key || t.key == "including"_key || syntax.article.words(t.span) == ",";
    if (!separates && t.key != "of"_key) return out;
    const std::uint32_t head = chunks.head_from(i + 1, last);
    if (head == none) {
      if (separates) continue;  // ", and"
      return out;
    }
    if (separates && (syntax.is_time(head) || !may_act(head))) return out;
    if (separates) out.push_back(head);
    i = head;
  }
  return out;
}

}  // namespace khabar::incidents
