// Links of the verb and its voice: what it has for subjects and objects, and whether they did it or it was done to them.
#include "facts/incidents/verb_reader.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

void VerbReader::read_links() {
  for (Link link : syntax_.links(verb_)) {
    if (syntax_.parted(verb_, link.dependent)) continue;
    if ((link.kind == LinkKind::subject || link.kind == LinkKind::passive_subject) && is_set_beside(link.dependent)) continue;
    if (link.kind == LinkKind::subject && is_accuser(link.dependent)) continue;
    if (link.dependent < verb_) link.dependent = syntax_.possessed(link.dependent);
    const Key pronoun = syntax_.token(link.dependent).tag == Tag::pron ? syntax_.token(link.dependent).key : 0;
    if (pronoun == "who"_key || pronoun == "which"_key || pronoun == "that"_key) {
      if (link.kind == LinkKind::subject && pronoun != "who"_key) relative_ = link.dependent;
      if (pronoun == "who"_key && link.dependent < verb_) who_ = link.dependent;
      continue;
    }
    if (link.dependent < verb_) link.dependent = whoever_is_meant(link.dependent);
    if (link.kind == LinkKind::subject && link.inherited && is_addressed(link.dependent)) continue;
    if (link.kind == LinkKind::subject && link.inherited && is_hit_by_another(link.dependent)) continue;
    // "An army helicopter was shot down, killing nine": by whoever shot it down.
    if (link.kind == LinkKind::subject && link.inherited && token_.form == Form::gerund && token_.relation == Relation::advcl &&
        (syntax_.article.links.verb_group(token_.head).passive || comes_under(token_.head)))
      continue;
    if (link.kind == LinkKind::subject && link.inherited && token_.form == Form::gerund && is_suffered(token_.head)) continue;
    // "Gunmen kill two Shiites": a second subject, after the verb, is its object.
    const bool after = link.kind == LinkKind::subject && link.dependent > verb_ && subjects_.count != 0 && objects_.count == 0;
    if (after && transitive_ && syntax_.token(link.dependent).head == verb_) {
      objects_.push(link.dependent);
      continue;
    }
    if (link.kind == LinkKind::subject && syntax_.is_time(link.dependent)) continue;
    if (link.kind == LinkKind::subject) subjects_.push(link.dependent);
    if (link.kind == LinkKind::passive_subject) passive_subjects_.push(link.dependent);
    const bool when = says_when(link.dependent);
    const bool outcome =
        syntax_.token(link.dependent).lemma == "dead"_key && syntax_.token(link.dependent).tag == Tag::adj;  // "a guard shot dead"
    if (link.kind == LinkKind::object && !when && !outcome) objects_.push(link.dependent);
  }
  if (subjects_.count + passive_subjects_.count == 0 && relative_ == none && who_ == none && !group_.passive)
    if (const std::uint32_t noun = noun_before_day(); noun != none) subjects_.push(noun);
}

// "Luis Mora, a leader of the Lake Party, who was shot": no party or place is a "who", but the person that it stands beside.
std::uint32_t VerbReader::whoever_is_meant(std::uint32_t at) const {
  if (token_.relation != Relation::acl_relcl || token_.head != at) return at;
  const auto is_thing = [&](std::uint32_t noun) {
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(noun));
    return entity && (entity->type == EntityType::organization || entity->type == EntityType::country ||
                      entity->type == EntityType::place || entity->type == EntityType::armed_group);
  };
  const std::span<const std::uint32_t> words = syntax_.dependents(verb_);
  const bool who = std::any_of(words.begin(), words.end(), [&](std::uint32_t d) { return d < verb_ && syntax_.token(d).key == "who"_key; });
  if (!who || !is_thing(at)) return at;
  std::uint32_t up = at;
  constexpr int highest = 5;
  for (int i = 0; i < highest; ++i) {
    const Token& t = syntax_.token(up);
    const bool beside = t.relation == Relation::nmod || t.relation == Relation::appos || t.relation == Relation::compound;
    if (!beside || t.head >= up) break;
    up = t.head;
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(up));
    if (entity && entity->type == EntityType::person) return up;
  }
  return up != at && !is_thing(up) && syntax_.class_of(up).is_people() ? up : at;
}

// "A band that yesterday burned two houses": whose subject the tree took the day for.
std::uint32_t VerbReader::noun_before_day() const {
  std::uint32_t i = verb_;
  bool day = false;
  while (i > sentence_.first + 1 && (syntax_.is_time(i - 1) || syntax_.token(i - 1).tag == Tag::adp)) day = syntax_.is_time(--i) || day;
  if (!day || i < sentence_.first + 2) return none;
  const Key opens = syntax_.token(i - 1).key;
  if (opens != "that"_key && opens != "who"_key && opens != "which"_key) return none;
  return syntax_.is_noun(i - 2) && plausible_actor(i - 2) ? i - 2 : none;
}

// "An officer of the Lake Front, a militia, was killed": between commas and without "and" it is no second one.
bool VerbReader::is_set_beside(std::uint32_t at) const {
  const Token& t = syntax_.token(at);
  if (t.relation != Relation::conj || at > verb_ || t.head > at || is_of_many() || syntax_.has(at, Relation::cc)) return false;
  std::uint32_t first = at;
  if (chunks_.group_ending(at, first) == none || first <= sentence_.first) return false;
  return is_mark(first - 1, ",") && at + 1 < sentence_.last && is_mark(at + 1, ",") && syntax_.token(first).tag == Tag::det;
}

// "A helicopter came under fire, wounding a gunner"
bool VerbReader::comes_under(std::uint32_t verb) const {
  return syntax_.token(verb).lemma == "come"_key && verb + 1 < sentence_.last && syntax_.token(verb + 1).key == "under"_key;
}

// "Bandits ambushed traders returning from a market, killing three", "robbed a van to free an inmate, Omar Noor, killing two": whom the
// attack was on, or who was let go, did not do it.
bool VerbReader::is_hit_by_another(std::uint32_t at) const {
  if (syntax_.token(at).relation == Relation::appos) at = syntax_.token(at).head;
  const Token& t = syntax_.token(at);
  if (token_.form != Form::gerund || t.relation != Relation::obj || t.head >= at || at > verb_ || !frame_.effect) return false;
  const Key lemma = syntax_.token(t.head).lemma;
  return syntax_.frames.verb(lemma) != nullptr || lemma == "free"_key || lemma == "release"_key || lemma == "rescue"_key;
}

// "Togo accuses Benin of shelling a village, killing two": whom it accuses did it.
bool VerbReader::is_accuser(std::uint32_t at) const {
  if (token_.form != Form::gerund || at > verb_) return false;
  const std::uint32_t verb = syntax_.token(at).head;
  // "Police arrested two men for killing a judge": they did, and no policeman
  static constexpr std::array punishing = {"arrest"_key,    "detain"_key,   "charge"_key,    "jail"_key,    "convict"_key,
                                           "sentence"_key,  "blame"_key,    "hold"_key,      "condemn"_key, "punish"_key,
                                           "execute"_key,   "hang"_key,     "criticise"_key, "fine"_key,    "try"_key,
                                           "prosecute"_key, "imprison"_key, "criticize"_key, "suspect"_key};
  const bool punished = verb_ > 0 && verb > at && verb < verb_ && syntax_.token(verb_ - 1).key == "for"_key &&
                        syntax_.has(verb, Relation::obj) &&
                        std::find(punishing.begin(), punishing.end(), syntax_.token(verb).lemma) != punishing.end();
  if (punished && syntax_.token(at).relation == Relation::nsubj) return true;
  return syntax_.token(verb).lemma == "accuse"_key && verb > at && verb < verb_ && syntax_.token(at).relation == Relation::nsubj;
}

// "Asked Luis Mora who had attacked", "told the town that bombs had burned": whom a question or the news is put to does nothing in it.
bool VerbReader::is_addressed(std::uint32_t at) const {
  const Token& t = syntax_.token(at);
  if (at > verb_ || (t.relation != Relation::obj && t.relation != Relation::iobj)) return false;
  const Key lemma = syntax_.token(t.head).lemma;
  return lemma == "ask"_key || lemma == "tell"_key || lemma == "inform"_key || lemma == "remind"_key || lemma == "assure"_key;
}

// A participle with a noun group right after it is active whatever the tree says; one without, and without object, is passive.
void VerbReader::read_voice() {
  std::uint32_t next = verb_ + 1;
  while (next < sentence_.last && syntax_.token(next).relation == Relation::compound_prt) ++next;
  if (next < sentence_.last && syntax_.token(next).key == "dead"_key) ++next;  // "shot dead days after"
  std::uint32_t right = group_at(next);
  // "shot and wounded two": both verbs have the object that follows the second.
  if (right == none && next + 2 < sentence_.last && syntax_.token(next).tag == Tag::cconj && syntax_.is_verb(next + 1) && is_past(next + 1))
    right = group_at(next + 2);
  const bool past = is_past(verb_) || (!syntax_.is_verb(verb_) && syntax_.frames.past_of(token_.key) != 0);
  // "Two guards killed, nine rebels held": what a headline's comma parts from the verb is none of its objects.
  const bool comma = next < sentence_.last && is_mark(next, ",");
  // "At least 70 villagers killed, several houses burned."
  const bool list = comma && past && !group_.passive && (frame_.needs & need_person) && objects_.count != 0 &&
                    std::none_of(objects_.begin(), objects_.end(), [&](std::uint32_t at) { return class_of(at).is_people(); });
  if ((comma && past && is_headline()) || list) objects_.count = 0;
  hit_there_ = is_hit_there(next);
  std::uint32_t behind = next;  // "shot repeatedly at the office"
  if (behind + 1 < sentence_.last && syntax_.token(behind).tag == Tag::adv && takes(syntax_.token(behind + 1).key)) ++behind;
  const bool onto = behind < sentence_.last && takes(syntax_.token(behind).key) && !hit_there_;
  // "The gunmen fired on a bus when it slowed down": no participle that says which gunmen, whatever the tree says.
  const bool onto_somebody = onto && token_.relation == Relation::acl && behind + 1 < sentence_.last && group_at(behind + 1) != none;
  // "Gang members killed at least 40 people": with people or things hit right after it, no participle that says which members.
  const bool onto_object = transitive_ && right != none && token_.relation == Relation::acl &&
                           std::find(objects_.begin(), objects_.end(), right) != objects_.end() &&
                           (class_of(right).is_people() || class_of(right).is_thing());
  // In running text a past tense with a subject is active, wherever its object stands: "murdered in two days three judges".
  const bool told =
      token_.form == Form::past && token_.relation == Relation::root && subjects_.count != 0 && !has_agent_only() && !is_headline();
  reading_.passive = (group_.passive && !onto_somebody && !onto_object) ||
                     (!onto && !told && transitive_ && past && right == none && objects_.count == 0 && !group_.perfect);
  // "23 crew taken hostage": a participle that can be nothing else.
  const bool shot_at = onto && past && behind + 1 < sentence_.last && syntax_.token(behind + 1).key == "by"_key;  // "shot at by guards"
  const bool participle =
      (token_.key == "taken"_key && !group_.perfect && !group_.passive && frame_.with != 0) || shot_at || is_before_copula();
  reading_.passive = reading_.passive || participle;
  if (transitive_ && !group_.passive && !participle && right != none && objects_.count == 0 && syntax_.class_of(right).noun != Noun::none)
    objects_.push(right);

  const bool bare = syntax_.is_verb(verb_) &&
                    (token_.form == Form::gerund || group_.infinitive ||
                     (group_.tense == language::Tense::none && !past && token_.form != Form::present && token_.form != Form::base));
  if (bare && !is_tried()) return;
  const Span group = bare ? syntax_.article.links.verb_group(token_.head).span : group_.span;
  left_ = chunks_.subject_before(start_of(group));
  if (left_ != none && (is_accuser(left_) || is_addressed(left_))) left_ = none;
}

// The noun group that follows at once.
std::uint32_t VerbReader::group_at(std::uint32_t at) const {
  if (at + 1 < sentence_.last && syntax_.token(at).tag == Tag::punct && (is_mark(at, "\"") || is_mark(at, "\xE2\x80\x9C")))
    ++at;  // attacked "several points"
  if (at >= sentence_.last || syntax_.token(at).tag == Tag::punct) return none;
  const bool number = syntax_.article.mentions.quantity_of[at] != none;  // "killed at least 40"
  if (syntax_.token(at).tag == Tag::adp && !number) return none;
  const Key key = syntax_.token(at).key;  // "two captured when a patrol came": another clause begins
  if (syntax_.token(at).tag == Tag::sconj || key == "when"_key || key == "where"_key || key == "while"_key) return none;
  const std::uint32_t head = chunks_.head_from(at);
  return head != none && says_when(head) ? none : head;
}

// "abducted a day earlier", "shot dead days after"
bool VerbReader::says_when(std::uint32_t at) const {
  const Key lemma = syntax_.token(at).lemma;
  return syntax_.is_time(at) || lemma == "day"_key || lemma == "week"_key || lemma == "month"_key || lemma == "year"_key ||
         lemma == "hour"_key;
}

// "He is the second judge shot by gunmen": whoever stands behind "by", with nobody hit before it, did it.
bool VerbReader::has_agent_only() const {
  const std::uint32_t agent = objects_.count == 0 ? agent_within(6) : none;
  return agent != none && class_of(agent).is_people();
}

// "Has faced recurrent attacks": by whom they were not done.
bool VerbReader::is_suffered(std::uint32_t verb) const {
  const Key lemma = syntax_.token(verb).lemma;
  if (lemma != "face"_key && lemma != "suffer"_key && lemma != "experience"_key && lemma != "witness"_key && lemma != "see"_key)
    return false;
  const std::uint32_t object = syntax_.dependent(verb, Relation::obj);
  return object != none && object < verb_ && syntax_.frames.noun(syntax_.token(object).lemma) != nullptr;
}

// "All six guards killed were from Gao", "the man killed on Friday in Gao is Luis Mora": which guards, whatever the tree makes of it.
bool VerbReader::is_before_copula() const {
  constexpr std::uint32_t reach = 8;
  if (!transitive_ || group_.passive || group_.perfect || !is_past(verb_)) return false;
  std::uint32_t i = verb_ + 1;
  bool phrase = false;  // words of when and where
  for (; i < sentence_.last && i < verb_ + reach && syntax_.token(i).tag != Tag::aux; ++i) {
    const Token& t = syntax_.token(i);
    if (!phrase && t.tag != Tag::adp) return false;
    phrase = true;
    if (t.tag == Tag::punct || t.tag == Tag::verb || t.tag == Tag::cconj || t.tag == Tag::sconj || t.tag == Tag::pron) return false;
  }
  if (i >= sentence_.last || syntax_.article.entity_at(i).set()) return false;  // "captured IS' last base"
  const Key next = syntax_.token(i).key;
  if (next == "were"_key || next == "was"_key) return !phrase || syntax_.token(i).relation == Relation::cop;
  // "the men held are reported to be": nothing parts the two
  return (next == "is"_key || next == "are"_key) && (!phrase || syntax_.token(i).relation == Relation::cop);
}

// "Candidate shot at rally": there, and no rally was shot at.
bool VerbReader::is_hit_there(std::uint32_t next) const {
  if (token_.key != "shot"_key || next + 1 >= sentence_.last || syntax_.token(next).key != "at"_key) return false;
  if (verb_ == sentence_.first || !syntax_.is_noun(verb_ - 1) || syntax_.class_of(verb_ - 1).noun != Noun::person) return false;
  const std::uint32_t head = chunks_.head_from(next + 1);
  if (head == none || !is_headline()) return false;
  const NounClass cls = class_of(head);
  return cls.noun == Noun::facility || cls.noun == Noun::settlement || cls.noun == Noun::unknown ||
         syntax_.token(head).lemma == "rally"_key;
}

// "Tried to attack": whose subject the verb above has.
bool VerbReader::is_tried() const {
  if (!group_.infinitive || token_.relation != Relation::xcomp || token_.head > verb_ || subjects_.count != 0) return false;
  const Key lemma = syntax_.token(token_.head).lemma;
  return lemma == "try"_key || lemma == "attempt"_key || lemma == "manage"_key || lemma == "begin"_key || lemma == "start"_key;
}

}  // namespace khabar::incidents
