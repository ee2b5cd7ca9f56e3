// Nominals: "the group", "the town", "the governor".
#include "mentions/entities/anaphora.h"

namespace khabar::entities {

namespace {

bool is_definite(Key first) {
  return first == "the"_key || first == "this"_key || first == "that"_key || first == "both"_key || first == "these"_key;
}

bool has_word(std::string_view words, Key word) {
  for (const Key key : language::keys_of(words))
    if (key == word) return true;
  return false;
}

}  // namespace

// "the interior minister" is no chief minister.
bool AnaphoraFinder::has_modifiers(std::string_view title, const language::NounGroup& group) const {
  for (std::uint32_t i = group.first; i < group.head; ++i) {
    const Token& word = token(i);
    if ((word.tag == Tag::adj || word.tag == Tag::noun) && word.has(Token::has_letter) && !word.has(Token::initial_capital) &&
        word.key != "former"_key && word.key != "new"_key && word.key != "then"_key && word.key != "same"_key && word.key != "late"_key &&
        !has_word(title, word.key))
      return false;
  }
  return true;
}

// Who stands for a state: its president, premier or king, not one who was, nor a deputy or a governor.
bool AnaphoraFinder::leads_state(const Entity& person) {
  static constexpr std::array chief = {"president"_key, "premier"_key, "king"_key,       "emir"_key, "sultan"_key, "ruler"_key,
                                       "leader"_key,    "prime"_key,   "chancellor"_key, "head"_key, "queen"_key};
  static constexpr std::array other = {"former"_key, "ex"_key,       "deputy"_key,     "vice"_key,     "elect"_key,
                                       "party"_key,  "governor"_key, "opposition"_key, "candidate"_key};
  bool leads = false;
  for (const Role& role : person.roles)
    for (const Key key : language::keys_of(role.title)) {
      if (is_one_of(other, key)) return false;
      leads = leads || is_one_of(chief, key);
    }
  return leads && person.sector == "ELI";
}

// "the Chadian leader", "Chad's foreign minister": the one of that state who was named with such an office.
EntityId AnaphoraFinder::office_holder(const language::NounGroup& group) const {
  const std::uint32_t t = group.head;
  if (before_ == 0 || !listed(token(t).lemma, NominalKind::person) || token(t).form == Form::plural) return {};
  const MentionAt& state = named_[before_ - 1];
  if (type(state) != EntityType::country || state.first < group.first || state.last > t) return {};
  const bool owner = token(state.last).key == "'s"_key;
  if (!owner && !is_definite(token(group.first).key)) return {};
  for (std::uint32_t i = group.first; i < t; ++i) {
    static constexpr std::array another = {"former"_key, "new"_key, "then"_key, "late"_key, "next"_key, "other"_key, "previous"_key};
    if (is_one_of(another, token(i).key) || (i >= state.last && token(i).has(Token::initial_capital))) return {};
  }
  // the name that follows says who, and "the leader of" which
  const std::uint32_t next = group.last;
  if (next + 1 < r_.language.tokens.size() &&
      (token(next).key == "of"_key || token(next).key == "for"_key || token(next + 1).key == "charge"_key))
    return {};
  if (before_ < named_.size() && named_[before_].first <= t + 2 && type(named_[before_]) == EntityType::person) return {};
  // "Ali Sood, the Chadian leader": told of the name beside it
  if (group.first > 1 && token(group.first - 1).key == ","_key && covered_[group.first - 2]) return {};
  const std::string& country = entities_[state.entity.index].iso3166;
  const bool any_chief = token(t).lemma == "leader"_key && t == state.last + (owner ? 1 : 0);
  return only(t, far_sentences, !any_chief, [&](const MentionAt& m) {
    const Entity& e = entities_[m.entity.index];
    if (e.type != EntityType::person || country.empty() || e.country != country) return false;
    return (any_chief && leads_state(e)) || std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
             // "the Chadian minister" is no prime minister
             for (const Key rank : {"former"_key, "prime"_key, "deputy"_key, "vice"_key})
               if (has_word(role.title, rank) && (t == 0 || token(t - 1).key != rank)) return false;
             return has_word(role.title, token(t).key) && has_modifiers(role.title, group);
           });
  });
}

void AnaphoraFinder::noun(std::uint32_t t) {
  const Token& word = token(t);
  const bool known = listed(word.lemma, NominalKind::group) || listed(word.lemma, NominalKind::organization) ||
                     listed(word.lemma, NominalKind::country) || listed(word.lemma, NominalKind::place) ||
                     listed(word.lemma, NominalKind::person) || listed(word.lemma, NominalKind::pair);
  if (!known || word.relation == Relation::compound) return;
  const language::NounGroup group = r_.links.noun_group(t);
  if (group.head != t) return;
  if (const EntityId holder = office_holder(group); holder.set()) return add(t, t + 1, t, holder, MentionKind::nominal);
  if (!is_definite(token(group.first).key)) return;
  // "the group's", "the country of": what follows says which, and it may be another
  const std::uint32_t next = group.last;
  if (next < r_.language.tokens.size() && token(next).key == "of"_key) return;
  // "the regional governor Omar Noor": the name that follows says who.
  if (before_ < named_.size() && named_[before_].first >= group.head && named_[before_].first <= group.head + 1 &&
      type(named_[before_]) == EntityType::person)
    return;
  const bool plural = word.form == Form::plural;
  if (plural && parties_to_document(group)) return;
  bool both = false, three = false;
  for (std::uint32_t i = group.first; i < group.head; ++i) {
    const Key key = token(i).key;
    both = both || key == "both"_key || key == "two"_key;
    three = three || key == "three"_key;
  }
  const bool states = listed(word.lemma, NominalKind::pair);
  if (plural && both && states) return pair(group);
  if (plural && !both && three && (states || word.lemma == "minister"_key)) return triple(group);
  if (!plural && !both) add(group.first, group.last, t, meant_by(group), MentionKind::nominal);
}

EntityId AnaphoraFinder::meant_by(const language::NounGroup& group) const {
  const std::uint32_t t = group.head;
  const Token& word = token(t);
  EntityId entity;
  if (listed(word.lemma, NominalKind::country)) {
    entity = only(t, near_sentences, false, [&](const MentionAt& m) { return type(m) == EntityType::country; });
  } else if (listed(word.lemma, NominalKind::place)) {
    const auto place = [&](const MentionAt& m) { return may_be_place(m, word.lemma); };
    entity = only(t, near_sentences, false, place);
    if (!entity.set()) entity = only(t, far_sentences, false, place);
  } else if (listed(word.lemma, NominalKind::person)) {
    entity = only(t, far_sentences, true, [&](const MentionAt& m) {
      const Entity& e = entities_[m.entity.index];
      return e.type == EntityType::person && std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
               return has_word(role.title, word.key) && has_modifiers(role.title, group);
             });
    });
  }
  if (!entity.set() && listed(word.lemma, NominalKind::organization))
    entity = only(t, far_sentences, true, [&](const MentionAt& m) {
      return type(m) == EntityType::organization && has_word(entities_[m.entity.index].name, word.key);
    });
  if (!entity.set() && listed(word.lemma, NominalKind::group))
    entity = only_or_subject(t, near_sentences + 2, [&](const MentionAt& m) { return type(m) == EntityType::armed_group; });
  return entity;
}

// "The town" is no province, "the province" no town; neither is where the story was filed.
bool AnaphoraFinder::may_be_place(const MentionAt& m, Key noun) const {
  if (type(m) != EntityType::place || m.kind == MentionKind::demonym || is_dateline(m)) return false;
  const std::uint32_t first = r_.words.word_at[m.first], last = r_.words.word_at[m.last - 1];
  const std::uint32_t hit = r_.hit_at[first];
  const bool part = r_.hit_is(hit, Class::subdivision), settled = r_.hit_is(hit, Class::place) || r_.hit_is(hit, Class::capital);
  if (noun == "province"_key || noun == "district"_key || noun == "region"_key) return part || !settled || last > first;
  return settled || !part;
}

bool AnaphoraFinder::is_dateline(const MentionAt& m) const {
  const std::optional<Quoted>& line = r_.layout.dateline;
  return line && token(m.first).span.begin >= line->span.begin && token(m.first).span.begin < line->span.end;
}

}  // namespace khabar::entities
