// Claimants: who says that it was they.
#include "facts/incidents/accounts.h"
#include "facts/incidents/word_readings.h"

namespace khabar::incidents {

namespace {

// "The Red Sun Front, RSF, claimed responsibility": the armed group before the commas; none where there is none.
std::uint32_t group_before_aside(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t first = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  if (verb < first + 4 || !syntax.is_comma(verb - 1)) return none;
  for (std::uint32_t i = verb - 2; i > first && verb - i < 14; --i) {
    if (syntax.is_verb(i)) return none;
    if (!syntax.is_comma(i)) continue;
    const Entity* entity = syntax.entity(syntax.article.entity_at(i - 1));
    return entity && entity->type == EntityType::armed_group ? i - 1 : none;
  }
  return none;
}

}  // namespace

bool AccountReader::takes() const {
  const Key lemma = token_.lemma;
  return token_.tag == Tag::verb && (lemma == "claim"_key || lemma == "accept"_key || lemma == "take"_key || lemma == "assume"_key ||
                                     lemma == "acknowledge"_key || lemma == "admit"_key);
}

// "claimed responsibility (for the attack)", "claimed the attack", "the attack was claimed by".
Account AccountReader::claim() const {
  Account account;
  std::uint32_t object = none;
  for (std::uint32_t i = at_ + 1; i < sentence_.last && i <= at_ + 4; ++i)
    if (syntax_.token(i).lemma == "responsibility"_key || syntax_.token(i).lemma == "credit"_key) object = i;
  const bool by = has_next() && syntax_.token(at_ + 1).key == "by"_key;
  if (object != none) {
    account.told = true;
    account.actor = subject();
    account.event = event_in(object + 1, object + 10);
    if (const std::uint32_t what = account.event == none ? what_for() : none; what != none) {
      account.event = syntax_.frames.noun(syntax_.token(what).lemma) ? what : none;
      account.here = account.event == none && syntax_.class_of(what).noun == Noun::weapon;
    }
  } else if (token_.lemma == "claim"_key && !group_.passive && !by) {
    const bool pointed =
        at_ + 2 < sentence_.last && syntax_.token(at_ + 1).key == "that"_key && syntax_.is_noun(at_ + 2);  // "claimed that attack"
    const std::uint32_t head = pointed ? at_ + 2 : has_next() ? chunks_.head_from(at_ + 1) : none;
    if (at_ + 2 < sentence_.last && syntax_.token(at_ + 1).key == "it"_key && syntax_.token(at_ + 2).tag == Tag::punct) {
      account.actor = subject();  // "Police blamed the Red Front, which claimed it."
      account.told = account.actor != none && is_armed_group(syntax_.article.entity_at(account.actor));
    }
    const bool named = head != none && head < at_ + 6 && (syntax_.frames.noun(syntax_.token(head).lemma) || names_bombing(syntax_, head));
    if (named && syntax_.token(head).lemma != "death"_key) {
      account.told = true;
      account.event = head;
      account.actor = subject();
    }
  } else if (token_.lemma == "claim"_key && by) {
    account.told = true;
    account.actor = at_ + 2 < sentence_.last ? chunks_.head_from(at_ + 2) : none;
    account.event = event_before(at_, 12);
  }
  return account;
}

// "responsibility for the attack was claimed by X"
Account AccountReader::responsibility_claimed() const {
  Account account;
  for (std::uint32_t i = at_ + 1; i + 2 < sentence_.last && i < at_ + 14; ++i)
    if (syntax_.token(i).lemma == "claim"_key && syntax_.token(i + 1).key == "by"_key) {
      account.told = true;
      account.actor = chunks_.head_from(i + 2);
      account.event = event_in(at_ + 1, i);
    }
  return account;
}

// "An ambush for which the rebels claimed responsibility": the ambush; none where it is for nothing told so.
std::uint32_t AccountReader::what_for() const {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = at_; i > sentence_.first + 2 && at_ - i < reach; --i) {
    const Token& t = syntax_.token(i - 1);
    if (t.tag == Tag::verb) return none;
    if (t.key == "which"_key) return syntax_.token(i - 2).key == "for"_key && syntax_.is_noun(i - 3) ? i - 3 : none;
  }
  return none;
}

// "The Red Front said that it was behind the raid", "said it was responsible": who says so of itself; none where nobody does.
std::uint32_t AccountReader::sayer_of(std::uint32_t pronoun) const {
  const Key key = syntax_.token(pronoun).key;
  if ((key != "it"_key && key != "they"_key) || pronoun == sentence_.first) return none;
  std::uint32_t say = pronoun - 1;
  if (syntax_.token(say).key == "that"_key && say > sentence_.first) --say;
  const Key lemma = syntax_.token(say).lemma;
  if (lemma != "say"_key && lemma != "claim"_key && lemma != "announce"_key && lemma != "admit"_key && lemma != "declare"_key) return none;
  for (const Link& link : syntax_.links(say))
    if (link.kind == LinkKind::subject && is_armed_group(syntax_.entity_of(link.dependent))) return link.dependent;
  return none;
}

// The subject that is no pronoun.
std::uint32_t AccountReader::subject() const {
  // "The BNA handed out leaflets claiming responsibility": the subject of the verb above.
  for (std::uint32_t at = at_, i = 0; token_.form == Form::gerund && i < 3 && syntax_.token(at).head != at; ++i) {
    at = syntax_.token(at).head;
    for (const Link& link : syntax_.links(at))
      if (syntax_.is_verb(at) && link.kind == LinkKind::subject && syntax_.token(link.dependent).tag != Tag::pron) return link.dependent;
  }
  for (const Link& link : syntax_.links(at_))
    if (link.kind == LinkKind::subject && syntax_.token(link.dependent).tag != Tag::pron) return link.dependent;
  std::uint32_t start = at_;
  while (start > sentence_.first && syntax_.token(start - 1).span.begin >= group_.span.begin) --start;
  const std::uint32_t before = chunks_.subject_before(start);
  return before == none ? group_before_aside(syntax_, start) : before;
}

}  // namespace khabar::incidents
