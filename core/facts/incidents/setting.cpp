#include "facts/incidents/setting.h"

#include "facts/incidents/elsewhere.h"
#include "facts/incidents/roles.h"
#include "facts/incidents/setting_finder.h"
#include "facts/labels.h"

#include <algorithm>

namespace khabar::incidents {

namespace {

// "..., while gunmen robbed a bank in Segou": what goes on beside it, and there.
bool is_clause_apart(const Syntax& syntax, std::uint32_t verb) {
  if (syntax.token(verb).relation != Relation::advcl) return false;
  const std::uint32_t mark = syntax.dependent(verb, Relation::mark);
  if (mark == none || syntax.dependent(verb, Relation::nsubj) == none) return false;
  const Key key = syntax.token(mark).key;
  return key == "while"_key || key == "whereas"_key || key == "although"_key || key == "though"_key || key == "before"_key ||
         key == "until"_key;
}

// "7 Oct - Mopti: ...": what the words of an item leave open; "the kidnapping" may be one of another day's item.
void add_label(const Syntax& syntax, const facts::Label& label, std::uint32_t block, std::span<Mention> found) {
  if (label.time == none && label.places.empty()) return;
  for (Mention& mention : found) {
    const Relation relation = syntax.token(mention.token).relation;
    const bool aside =
        mention.verb && (relation == Relation::acl || relation == Relation::acl_relcl);  // "hostages taken in May were freed"
    if (mention.earlier || aside || (!mention.verb && mention.definite)) continue;
    mention.item = block;
    if (mention.time == none) mention.time = label.time;
    // An entry of a list tells what is done in the present tense, too.
    if (label.time != none && mention.verb && mention.reading.status == Status::general) mention.reading.status = Status::happened;
    for (EntityId place : label.places)
      if (std::find(mention.places.begin(), mention.places.end(), place) == mention.places.end()) mention.places.push_back(place);
  }
}

// "Gao siege: three shot dead": what a headline's topic says of where, for want of anything nearer.
void add_topic(const Syntax& syntax, const language::Sentence& sentence, std::span<Mention> found) {
  const std::uint32_t m = syntax.article.mentions.mention_of[sentence.first];
  if (m == mentions::none) return;
  const entities::MentionAt& name = syntax.article.mentions.entities.mentions[m];
  if (syntax.entity(name.entity)->type != EntityType::place || name.kind == MentionKind::demonym || name.last + 2 >= sentence.last) return;
  const Token& topic = syntax.token(name.last);
  const bool violent = topic.lemma == "violence"_key || topic.lemma == "unrest"_key || syntax.frames.noun(topic.lemma);
  if (!violent || syntax.article.words(syntax.token(name.last + 1).span) != ":") return;
  for (Mention& mention : found)
    if (mention.places.empty()) mention.places.push_back(name.entity);
}

}  // namespace

SettingFinder::SettingFinder(const Syntax& syntax, const language::Sentence& sentence, std::span<const Mention> found, std::uint32_t offset,
                             const ToldSettings& told)
    : syntax_(syntax),
      sentence_(sentence),
      found_(found),
      offset_(offset),
      told_(told),
      alone_(std::count_if(found.begin(), found.end(), [](const Mention& m) { return m.joined == none && !m.casualty_only(); }) <= 1) {}

int SettingFinder::steps_to(std::uint32_t at, const Mention& mention, bool time) const {
  const std::uint32_t trigger = mention.token;
  // "The raids followed the ambush of 29 May": what hangs on another event is that one's.
  auto is_another = [&](std::uint32_t token) {
    return found_.size() <= told_most && std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {
             return other.token == token && !other.verb && !other.casualty_only() && other.joined == none && mention.joined == none;
           });
  };
  // "The worst attack since May, when nine died at Gao": there the earlier one was.
  auto is_of_another_day = [&](std::uint32_t token) {
    return found_.size() <= told_most && std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {
             return other.token == token && other.earlier != mention.earlier;
           });
  };
  const Token& goal = syntax_.token(trigger);
  const std::uint32_t carried = syntax_.is_verb(trigger) ? none : carried_after(syntax_, trigger);
  // "claimed an ambush last week near Gao": its own, where it is told for the first time; not "claimed the attack on Tuesday"
  const bool claimed =
      mention.indefinite && goal.relation == Relation::obj && at > trigger && syntax_.token(goal.head).lemma == "claim"_key;
  const bool answers =
      goal.relation == Relation::obl && is_answer_verb(syntax_.token(goal.head).lemma);  // "answered on Friday with strikes"
  const bool supported =
      answers || (!syntax_.is_verb(trigger) && goal.head != trigger && syntax_.is_verb(goal.head) &&
                  (goal.relation == Relation::obj || goal.relation == Relation::nsubj || goal.relation == Relation::nsubj_pass) &&
                  (!is_report_verb(syntax_.token(goal.head).lemma) || claimed) && !is_reaction(syntax_.token(goal.head).lemma) &&
                  !is_preparation(syntax_.token(goal.head).lemma));
  for (int i = 0; i < climb_max; ++i) {
    if (at == trigger) return i;
    // "Gao victims of the attack"
    if (goal.head == at && goal.relation == Relation::nmod && syntax_.token(at).lemma == "victim"_key &&
        syntax_.preposition(trigger) == "of"_key)
      return i + 1;
    if (is_of_another_day(at)) return -1;
    if (supported && at == goal.head) return i + 1;
    if (carried != none && at == carried) return i + 1;
    const bool arrest = mention.kind.mode == Mode::arrest;  // "a suspect in the bombing in Gao was arrested"
    const Key p = mention.further && mention.verb && at != trigger ? syntax_.preposition(at) : Key{0};
    // "After the ambush near Gao, troops killed ..."
    if ((p == "after"_key || p == "following"_key || p == "since"_key) && is_another(at)) return -1;
    if ((supported || arrest || syntax_.token(at).relation == Relation::conj) && is_another(at)) return -1;
    const Token& t = syntax_.token(at);
    // "A faction that split in 2016 overran a post": what is told of who did it
    if (time && t.relation == Relation::acl_relcl && t.head != trigger) return -1;
    if (t.head == at) return -1;
    if (t.relation == Relation::acl_relcl || t.relation == Relation::ccomp || t.relation == Relation::parataxis ||
        t.relation == Relation::root || is_clause_apart(syntax_, at))
      return -1;
    if (t.relation == Relation::conj && syntax_.is_verb(at) && is_report_verb(t.lemma))
      return -1;  // "killed two ..., the army said Sunday"
    // "the group, founded in May": its own day, but "a crowd celebrating on Thursday", "as a convoy passed on Monday".
    const bool load = t.lemma == "pack"_key || t.lemma == "load"_key || t.lemma == "fill"_key;  // "a truck packed with explosives"
    if (time && t.relation == Relation::acl && syntax_.is_verb(at) && t.form != language::Form::gerund && !load &&
        syntax_.preposition(t.head) != "as"_key)
      return -1;
    if (!time && syntax_.is_noun(at) && is_occasion(t.lemma)) return -1;
    at = t.head;
  }
  return -1;
}

std::uint32_t SettingFinder::root(std::uint32_t k) const {
  for (std::size_t i = 0; i < found_.size() && found_[k].joined != none && found_[k].joined >= offset_; ++i) {
    const std::uint32_t next = found_[k].joined - offset_;
    if (next >= found_.size()) break;
    k = next;
  }
  return k;
}

bool SettingFinder::tells_with(const Mention& mention, std::uint32_t token) const {
  const auto index = static_cast<std::uint32_t>(&mention - found_.data());
  for (std::uint32_t k = 0; k < found_.size() && found_.size() <= told_most; ++k)
    if (found_[k].token == token) return root(k) == root(index);
  return true;
}

void SettingFinder::share(Mention& mention) const {
  const Token& t = syntax_.token(mention.token);
  if (!mention.verb || t.relation != Relation::conj || t.head > mention.token || !syntax_.is_verb(t.head) || mention.joined != none ||
      syntax_.has(mention.token, Relation::nsubj) || syntax_.has(mention.token, Relation::nsubj_pass))
    return;
  const Token& before = syntax_.token(t.head);
  if (is_report_verb(before.lemma) || is_of_what_came_after(before.lemma) || is_preparation(before.lemma)) return;
  if (std::any_of(found_.begin(), found_.end(), [&](const Mention& other) { return other.token == t.head; })) return;
  auto hangs_on = [&](std::uint32_t token) {
    for (int i = 0; i < 4 && token != t.head; ++i) {
      if (syntax_.is_verb(token) || syntax_.token(token).head == token) return false;
      token = syntax_.token(token).head;
    }
    return token == t.head;
  };
  auto shares = [&](std::uint32_t token) { return token > t.head && token < mention.token && hangs_on(token); };
  if (mention.time == none)
    for (const ToldTime& time : told_.times)
      if (!time.since && shares(time.token)) mention.time = time.time;
  if (mention.places.empty())
    for (const ToldPlace& place : told_.places)
      if (is_place_preposition(place.preposition) && shares(place.token)) add_place(mention, place.entity);
  for (const ToldPlace& place : told_.places)  // "into the village of Gao"
    if (mention.places.empty() && place.preposition == "into"_key && shares(place.token)) add_place(mention, place.entity);
}

void find_settings(const Syntax& syntax, std::uint32_t index, std::span<Mention> found, std::uint32_t offset) {
  if (found.empty()) return;
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const facts::Label label = facts::label_of(syntax.article, index);
  const ToldSettings told = told_settings(syntax, index, label.time);
  const SettingFinder finder(syntax, sentence, found, offset, told);
  for (Mention& mention : found) {
    if (mention.charged) continue;
    finder.find_places(mention);
    if (!mention.verb && syntax.preposition(mention.token) == "before"_key) continue;  // "on Sunday, the day before the riot"
    finder.find_time(mention);
    finder.share(mention);
    finder.take_opening(mention);
  }
  add_label(syntax, label, sentence.block, found);
  if (realis::is_headline(syntax.article, index)) add_topic(syntax, sentence, found);
}

}  // namespace khabar::incidents
