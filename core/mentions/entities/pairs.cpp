// Pairs: "both countries", "the two sides", "they", "the three states", "the Ministers" of a joint statement.
#include "mentions/entities/anaphora.h"

namespace khabar::entities {

void AnaphoraFinder::read_countries() {
  for (std::uint32_t i = 0; i < entities_.size(); ++i)
    if (entities_[i].type == EntityType::country) countries_.push_back(i);
  title_ = in_title();
  joint_ = of_joint_document();
}

// "The two sides met. They agreed ...", "Oman and Qatar met. They ...": the subject of the sentence before, where that is states.
void AnaphoraFinder::they(std::uint32_t t) {
  const std::uint32_t here = token(t).sentence;
  const language::Sentence& own = r_.language.sentences[here];
  if (here == 0 || t > own.first + 2) return;
  if (const EntityId body = body_of_members(here); body.set()) return add(t, t + 1, t, body, MentionKind::pronoun);
  if (r_.language.sentences[here - 1].block != own.block) return;
  const std::uint32_t first = r_.language.sentences[here - 1].first;
  for (std::size_t back = 0; back < 2 && back < out_.pairs.size(); ++back) {
    const PairAt pair = out_.pairs[out_.pairs.size() - 1 - back];
    if (pair.head < first || token(pair.head).relation != Relation::nsubj) continue;
    out_.pairs.push_back({t, t + 1, t, pair.one, pair.other, pair.third});
    return;
  }
  std::array<EntityId, 3> found;
  std::size_t count = 0;
  std::uint32_t end = 0;
  std::size_t at = before_;
  while (at > 0 && before_ - at < window && sentence(named_[at - 1]) + 1 >= here) --at;
  for (; at < before_ && count < 3; ++at) {
    const MentionAt& m = named_[at];
    if (sentence(m) + 1 != here) continue;
    const Relation relation = token(m.head).relation;
    const bool starts = count == 0 && relation == Relation::nsubj;
    const bool joined = count > 0 && relation == Relation::conj && m.first <= end + 2;
    if (!starts && !joined) break;
    if (type(m) != EntityType::country) return;
    found[count++] = m.entity;
    end = m.last;
  }
  if (count >= 2) out_.pairs.push_back({t, t + 1, t, found[0], found[1], found[2]});
}

// "The members of the Council met. They urged ...": the body whose members the sentence before begins with, or the one before that
// where that, too, begins with "they".
EntityId AnaphoraFinder::body_of_members(std::uint32_t here) const {
  constexpr std::uint32_t reach = 5;
  for (std::uint32_t back = 1; back <= reach && back <= here; ++back) {
    const language::Sentence& before = r_.language.sentences[here - back];
    const std::uint32_t first = before.first;
    if (first + 4 >= before.last) return {};
    if (token(first).key == "they"_key) continue;
    const std::uint32_t members = first + (token(first).key == "the"_key ? 1 : 0);
    if (token(members).key != "members"_key || token(members + 1).key != "of"_key) return {};
    for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window * 2; ++steps) {
      const MentionAt& m = named_[k];
      if (m.first == members + 2 || m.first == members + 3) return type(m) == EntityType::organization ? m.entity : EntityId{};
      if (m.first < members) break;
    }
    return {};
  }
  return {};
}

// The states that were named most so far and so often at least, the first named first; none where there are no more.
// Over the whole article O(mentions), and each time O(states).
template <std::size_t N>
std::array<EntityId, N> AnaphoraFinder::most_named(std::uint32_t least) {
  if (times_named_.empty()) times_named_.resize(entities_.size());
  for (; counted_ < before_; ++counted_) ++times_named_[named_[counted_].entity.index];
  std::array<EntityId, N> most;
  for (const std::uint32_t i : countries_) {
    if (times_named_[i] < least) continue;
    std::size_t place = N;
    while (place > 0 && (!most[place - 1].set() || times_named_[i] > times_named_[most[place - 1].index])) --place;
    for (std::size_t k = N - 1; k > place; --k) most[k] = most[k - 1];
    if (place < N) most[place] = EntityId{i};
  }
  return most;
}

// "Could Oman mediate? If both sides agree ...": in an article about two states others that are named in passing are not the two.
// Those that the title names; else the two that were named most, where they were named far more often than one of the last two; else
// none.
std::array<EntityId, 2> AnaphoraFinder::the_two(const std::array<EntityId, 2>& last) {
  constexpr std::uint32_t often = 3, far_more = 3;
  if (title_[1].set()) return title_;
  const std::array<EntityId, 2> most = most_named<2>(often);
  if (!most[1].set()) return {};
  std::uint32_t least = times_named_[most[1].index];
  for (const EntityId id : last)
    if (id.set() && !is_one_of(most, id)) least = std::min(least, times_named_[id.index]);
  return times_named_[most[1].index] >= least * far_more ? most : std::array<EntityId, 2>{};
}

// A state; of "both sides", also a union of states, but for the United Nations, which are no side.
bool AnaphoraFinder::may_be_side(const MentionAt& m, bool sides) const {
  if (type(m) == EntityType::country) return true;
  return sides && type(m) == EntityType::organization &&
         (entities_[m.entity.index].name == "EU" || entities_[m.entity.index].name == "European Union" ||
          entities_[m.entity.index].name == "NATO" || entities_[m.entity.index].name == "ASEAN");
}

// "arms left behind in Oman": where something is, not who deals with whom.
bool AnaphoraFinder::is_where(const MentionAt& m) const {
  if (token(m.head).relation != Relation::nmod && token(m.head).relation != Relation::obl) return false;
  for (const std::uint32_t d : r_.links.dependents(m.head))
    if (token(d).relation == Relation::case_ && token(d).key == "in"_key) return true;
  return false;
}

// The two states that the title names; none where it names one or three.
std::array<EntityId, 2> AnaphoraFinder::in_title() const {
  std::array<EntityId, 2> two;
  for (const MentionAt& m : named_) {
    const std::uint32_t block = r_.language.sentences[sentence(m)].block;
    if (block >= r_.layout.blocks.size() || r_.layout.blocks[block].kind != BlockKind::title) break;
    if (type(m) != EntityType::country || m.entity == two[0] || m.entity == two[1]) continue;
    if (two[1].set()) return {};
    two[two[0].set() ? 1 : 0] = m.entity;
  }
  return two[1].set() ? two : std::array<EntityId, 2>{};
}

// "the Ministers", "the two sides" of a joint statement; false where it is none or they are others.
bool AnaphoraFinder::parties_to_document(const language::NounGroup& group) {
  static constexpr std::array nouns = {"minister"_key, "leader"_key,     "president"_key, "side"_key,  "party"_key,      "country"_key,
                                       "state"_key,    "delegation"_key, "premier"_key,   "chief"_key, "government"_key, "participant"_key};
  if (!joint_[1].set() || !is_one_of(nouns, token(group.head).lemma)) return false;
  if (body(group.head)) out_.pairs.push_back({group.first, group.last, group.head, joint_[0], joint_[1], joint_[2]});
  return true;
}

// "Joint Communique of the Ministers of Oman and the Gulf Council": the two or three whose document it is; none where it is no joint
// one, or one of more.
std::array<EntityId, 3> AnaphoraFinder::of_joint_document() const {
  static constexpr std::array kinds = {"communique"_key,  "communiqué"_key, "statement"_key,
                                       "declaration"_key, "read-out"_key,   "readout"_key};
  const auto& blocks = r_.layout.blocks;
  if (blocks.empty() || r_.language.sentences.empty()) return {};
  const language::Sentence& title = r_.language.sentences.front();
  bool joint = false, document = false;
  for (std::uint32_t t = title.first; t < title.last; ++t) {
    const Key key = token(t).key;
    joint = joint || key == "joint"_key;
    document = document || is_one_of(kinds, key);
  }
  if (!joint || !document || blocks[title.block].kind != BlockKind::title) return {};
  std::array<EntityId, 3> parties;
  std::size_t count = 0;
  for (const MentionAt& m : named_) {
    if (m.first >= title.last) break;
    const bool union_of_states = type(m) == EntityType::organization && entities_[m.entity.index].sector == "IGO";
    if ((type(m) != EntityType::country && !union_of_states) || is_one_of(parties, m.entity)) continue;
    if (count == parties.size()) return {};
    parties[count++] = m.entity;
  }
  return count >= 2 ? parties : std::array<EntityId, 3>{};
}

// "Oman and Qatar", "Oman, Qatar": the two stand together.
bool AnaphoraFinder::stand_together(const MentionAt& first, const MentionAt& second) const {
  return sentence(first) == sentence(second) && second.first >= first.last && second.first - first.last <= 3;
}

// "the three sides": the three states that were named most so far, where no fourth was named as often.
void AnaphoraFinder::triple(const language::NounGroup& group) {
  const std::array<EntityId, 4> most = most_named<4>(1);
  const bool fourth = most[3].set() && times_named_[most[3].index] == times_named_[most[2].index];
  if (most[2].set() && !fourth) out_.pairs.push_back({group.first, group.last, group.head, most[0], most[1], most[2]});
}

// "The prime minister of Peru will visit him. The two countries": right before, another state than the two of the article.
bool AnaphoraFinder::tells_of_another(const std::array<EntityId, 2>& two, std::uint32_t here) const {
  if (here == 0) return false;
  bool another = false, both[2] = {false, false};
  for (std::size_t k = before_; k-- > 0 && sentence(named_[k]) + 1 >= here;) {
    const MentionAt& m = named_[k];
    if (type(m) != EntityType::country || sentence(m) >= here) continue;
    for (int i = 0; i < 2; ++i) both[i] = both[i] || m.entity == two[i];
    another = another || (!is_one_of(two, m.entity) && !is_where(m));
  }
  return another && !(both[0] && both[1]) && r_.language.sentences[here].block == r_.language.sentences[here - 1].block;
}

// "Chad wants to send them to Oman and Peru. Both countries": of several the two that stand together in the sentence before.
std::array<EntityId, 2> AnaphoraFinder::last_together(const language::NounGroup& group) const {
  const std::uint32_t here = token(group.head).sentence;
  for (std::size_t k = before_; k-- > 1 && sentence(named_[k]) + 1 >= here;) {
    const MentionAt &second = named_[k], &first = named_[k - 1];
    if (sentence(second) >= here || type(first) != EntityType::country || type(second) != EntityType::country) continue;
    if (first.entity == second.entity || !stand_together(first, second)) continue;
    return is_list_of_three(first, group) ? std::array<EntityId, 2>{} : std::array<EntityId, 2>{first.entity, second.entity};
  }
  return {};
}

// "Oman, whose port Muscat leased to Peru, left after Chad helped the two countries": of those that the sentence names before, without who
// does it to them, where they are two.
std::array<EntityId, 2> AnaphoraFinder::told_beside(const language::NounGroup& group) const {
  const std::uint32_t here = token(group.head).sentence;
  if (token(group.head).relation != Relation::obj) return {};
  const std::uint32_t verb = token(group.head).head;
  std::array<EntityId, 2> two;
  std::size_t count = 0;
  for (std::size_t k = before_; k-- > 0 && sentence(named_[k]) == here;) {
    const MentionAt& m = named_[k];
    if (type(m) != EntityType::country || m.first >= group.first || body(m.first) != body(group.head)) continue;
    if (token(m.head).head == verb && token(m.head).relation == Relation::nsubj) continue;
    if (m.entity == two[0] || m.entity == two[1]) continue;
    if (count == 2) return {};
    two[count++] = m.entity;
  }
  return count == 2 ? std::array<EntityId, 2>{two[1], two[0]} : std::array<EntityId, 2>{};
}

// "Togo, Oman and Peru met the bloc. The two sides": a list of three is one side, and who the other is is not told.
bool AnaphoraFinder::is_list_of_three(const MentionAt& last_but_one, const language::NounGroup& group) const {
  for (std::size_t k = before_; k-- > 0;) {
    const MentionAt& m = named_[k];
    if (m.first >= last_but_one.first) continue;
    return type(m) == EntityType::country && !(m.entity == last_but_one.entity) && stand_together(m, last_but_one) &&
           sentence(m) + near_sentences >= token(group.head).sentence;
  }
  return false;
}

// The last two countries, or the last two that act, named before; or the two that the article is about.
void AnaphoraFinder::pair(const language::NounGroup& group) {
  if (const std::array<EntityId, 2> own = told_beside(group); own[0].set()) {
    out_.pairs.push_back({group.first, group.last, group.head, own[0], own[1], {}});
    return;
  }
  std::array<EntityId, 2> found;
  std::array<const MentionAt*, 2> at{};
  std::size_t count = 0;
  bool three = false;
  const bool sides = token(group.head).lemma == "side"_key;
  const std::uint32_t here = token(group.head).sentence;
  for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window * 2; ++steps) {
    const MentionAt& m = named_[k];
    if (sentence(m) + far_sentences < here) break;
    if (!may_be_side(m, sides) || (count > 0 && found[0] == m.entity) || body(m.first) != body(group.head)) continue;
    if (count < 2 && is_where(m)) continue;
    if (count == 2) {
      // three are near: which two?
      three = three || (!(found[1] == m.entity) && sentence(m) + near_sentences >= here);
      continue;
    }
    at[count] = &m;
    found[count++] = m.entity;
  }
  const bool beside = count == 2 && stand_together(*at[1], *at[0]) && sentence(*at[0]) + near_sentences >= here;
  if (beside && is_list_of_three(*at[1], group)) return;
  three = three && !beside;  // "Oman and Peru met over Chile. The two countries": the two that stand together last
  const bool joined =
      count == 2 && !three && sentence(*at[0]) + near_sentences >= here && (beside || sentence(*at[1]) + near_sentences >= here);
  if (three && !joined)
    if (const std::array<EntityId, 2> beside_each_other = last_together(group); beside_each_other[0].set()) {
      out_.pairs.push_back({group.first, group.last, group.head, beside_each_other[0], beside_each_other[1], {}});
      return;
    }
  const std::array<EntityId, 2> two = joined ? std::array<EntityId, 2>{} : the_two(found);
  if (two[0].set()) {
    if (tells_of_another(two, here)) return;
    found = two;
  } else if (count < 2 || three) {
    return;
  }
  out_.pairs.push_back({group.first, group.last, group.head, found[1], found[0], {}});
}

}  // namespace khabar::entities
