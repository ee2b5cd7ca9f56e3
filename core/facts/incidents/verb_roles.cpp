// What stands around a verb: "Gunmen killed three guards with rifles", "guards killed by gunmen".
#include "facts/incidents/roles.h"

#include <algorithm>
#include <array>

namespace khabar::incidents {

namespace {

using language::VerbGroup;

/// Tokens of one kind around a verb; more than eight are a list, not a clause.
struct Few {
  std::array<std::uint32_t, 8> at{};
  std::size_t count = 0;
  void push(std::uint32_t token) {
    if (count < at.size()) at[count++] = token;
  }
  const std::uint32_t* begin() const { return at.data(); }
  const std::uint32_t* end() const { return at.data() + count; }
};

class VerbReader {
 public:
  VerbReader(const Syntax& syntax, const Chunks& chunks, const RoleFinder& roles, Mention& mention, const VerbFrame& frame)
      : syntax_(syntax),
        chunks_(chunks),
        roles_(roles),
        mention_(mention),
        frame_(frame),
        verb_(mention.token),
        token_(syntax.token(mention.token)),
        sentence_(syntax.article.language.sentences[token_.sentence]),
        group_(syntax.article.links.verb_group(mention.token)),
        transitive_(frame.object != Part::none) {}

  RoleReading read() {
    read_links();
    read_voice();
    if (reading_.passive) {
      passive_side();
    } else {
      active_side();
    }
    event_of_relative();
    if (frame_.subject == Part::event && !reading_.passive)
      for (std::uint32_t at : subjects_) roles_.add_actor(mention_, at, false);
    prepositions();
    words_after();
    used();
    drop_actor_hit();
    if (frame_.effect) roles_.add_included(mention_);
    reading_.armed = reading_.armed || names_arms();
    someone_unknown();
    return reading_;
  }

 private:
  NounClass class_of(std::uint32_t at) const { return syntax_.class_of(syntax_.telling_noun(at)); }
  bool names_event(std::uint32_t at) const { return !syntax_.is_verb(at) && syntax_.frames.noun(syntax_.token(at).lemma) != nullptr; }
  bool takes(Key preposition) const {
    return std::find(frame_.patients.begin(), frame_.patients.end(), preposition) != frame_.patients.end();
  }

  void read_links() {
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
      if (link.kind == LinkKind::subject && link.inherited && is_addressed(link.dependent)) continue;
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

  // "A band that yesterday burned two houses": whose subject the tree took the day for.
  std::uint32_t noun_before_day() const {
    std::uint32_t i = verb_;
    bool day = false;
    while (i > sentence_.first + 1 && (syntax_.is_time(i - 1) || syntax_.token(i - 1).tag == Tag::adp)) day = syntax_.is_time(--i) || day;
    if (!day || i < sentence_.first + 2) return none;
    const Key opens = syntax_.token(i - 1).key;
    if (opens != "that"_key && opens != "who"_key && opens != "which"_key) return none;
    return syntax_.is_noun(i - 2) && plausible_actor(i - 2) ? i - 2 : none;
  }

  // "An officer of the Lake Front, a militia, was killed": between commas and without "and" it is no second one.
  bool is_set_beside(std::uint32_t at) const {
    const Token& t = syntax_.token(at);
    if (t.relation != Relation::conj || at > verb_ || t.head > at || is_of_many() || syntax_.has(at, Relation::cc)) return false;
    std::uint32_t first = at;
    if (chunks_.group_ending(at, first) == none || first <= sentence_.first) return false;
    auto comma = [&](std::uint32_t i) { return syntax_.article.words(syntax_.token(i).span) == ","; };
    return comma(first - 1) && at + 1 < sentence_.last && comma(at + 1) && syntax_.token(first).tag == Tag::det;
  }

  // "Togo accuses Benin of shelling a village, killing two": whom it accuses did it.
  bool is_accuser(std::uint32_t at) const {
    if (token_.form != Form::gerund || at > verb_) return false;
    const std::uint32_t verb = syntax_.token(at).head;
    return syntax_.token(verb).lemma == "accuse"_key && verb > at && verb < verb_ && syntax_.token(at).relation == Relation::nsubj;
  }

  // "Asked Luis Mora who had attacked", "told the town that bombs had burned": whom a question or the news is put to does nothing in it.
  bool is_addressed(std::uint32_t at) const {
    const Token& t = syntax_.token(at);
    if (at > verb_ || (t.relation != Relation::obj && t.relation != Relation::iobj)) return false;
    const Key lemma = syntax_.token(t.head).lemma;
    return lemma == "ask"_key || lemma == "tell"_key || lemma == "inform"_key || lemma == "remind"_key || lemma == "assure"_key;
  }

  // The noun group that follows at once.
  std::uint32_t group_at(std::uint32_t at) const {
    if (at + 1 < sentence_.last && syntax_.token(at).tag == Tag::punct) {  // attacked "several points"
      const std::string_view mark = syntax_.article.words(syntax_.token(at).span);
      if (mark == "\"" || mark == "\xE2\x80\x9C") ++at;
    }
    if (at >= sentence_.last || syntax_.token(at).tag == Tag::adp || syntax_.token(at).tag == Tag::punct) return none;
    const Key key = syntax_.token(at).key;  // "two captured when a patrol came": another clause begins
    if (syntax_.token(at).tag == Tag::sconj || key == "when"_key || key == "where"_key || key == "while"_key) return none;
    const std::uint32_t head = chunks_.head_from(at);
    return head != none && says_when(head) ? none : head;
  }

  // "abducted a day earlier", "shot dead days after"
  bool says_when(std::uint32_t at) const {
    const Key lemma = syntax_.token(at).lemma;
    return syntax_.is_time(at) || lemma == "day"_key || lemma == "week"_key || lemma == "month"_key || lemma == "year"_key ||
           lemma == "hour"_key;
  }

  // A participle with a noun group right after it is active whatever the tree says; one without, and without object, is passive.
  void read_voice() {
    std::uint32_t next = verb_ + 1;
    while (next < sentence_.last && syntax_.token(next).relation == Relation::compound_prt) ++next;
    if (next < sentence_.last && syntax_.token(next).key == "dead"_key) ++next;  // "shot dead days after"
    std::uint32_t right = group_at(next);
    // "shot and wounded two": both verbs have the object that follows the second.
    if (right == none && next + 2 < sentence_.last && syntax_.token(next).tag == Tag::cconj && syntax_.is_verb(next + 1) &&
        (syntax_.token(next + 1).form == Form::past || syntax_.token(next + 1).form == Form::past_participle))
      right = group_at(next + 2);
    const bool past = token_.form == Form::past || token_.form == Form::past_participle ||
                      (!syntax_.is_verb(verb_) && syntax_.frames.past_of(token_.key) != 0);
    // "Two guards killed, nine rebels held": what a headline's comma parts from the verb is none of its objects.
    const bool comma = next < sentence_.last && syntax_.article.words(syntax_.token(next).span) == ",";
    // "At least 70 villagers killed, several houses burned."
    const bool list = comma && past && !group_.passive && (frame_.needs & need_person) && objects_.count != 0 &&
                      std::none_of(objects_.begin(), objects_.end(), [&](std::uint32_t at) { return class_of(at).is_people(); });
    if ((comma && past && realis::is_headline(syntax_.article, token_.sentence)) || list) objects_.count = 0;
    hit_there_ = is_hit_there(next);
    const bool onto = next < sentence_.last && takes(syntax_.token(next).key) && !hit_there_;
    // "The gunmen fired on a bus when it slowed down": no participle that says which gunmen, whatever the tree says.
    const bool onto_somebody = onto && token_.relation == Relation::acl && next + 1 < sentence_.last && group_at(next + 1) != none;
    // In running text a past tense with a subject is active, wherever its object stands: "murdered in two days three judges".
    const bool told = token_.form == Form::past && token_.relation == Relation::root && subjects_.count != 0 && !has_agent_only() &&
                      !realis::is_headline(syntax_.article, token_.sentence);
    reading_.passive = (group_.passive && !onto_somebody) ||
                       (!onto && !told && transitive_ && past && right == none && objects_.count == 0 && !group_.perfect);
    // "23 crew taken hostage": a participle that can be nothing else.
    const bool shot_at = onto && past && next + 1 < sentence_.last && syntax_.token(next + 1).key == "by"_key;  // "shot at by guards"
    const bool participle =
        (token_.key == "taken"_key && !group_.perfect && !group_.passive && frame_.with != 0) || shot_at || is_before_copula();
    reading_.passive = reading_.passive || participle;
    if (transitive_ && !group_.passive && !participle && right != none && objects_.count == 0 && syntax_.class_of(right).noun != Noun::none)
      objects_.push(right);

    const bool bare = syntax_.is_verb(verb_) &&
                      (token_.form == Form::gerund || group_.infinitive ||
                       (group_.tense == language::Tense::none && !past && token_.form != Form::present && token_.form != Form::base));
    if (bare && !is_tried()) return;
    std::uint32_t start = sentence_.first;
    const Span group = bare ? syntax_.article.links.verb_group(token_.head).span : group_.span;
    while (start < verb_ && syntax_.token(start).span.begin < group.begin) ++start;
    left_ = chunks_.subject_before(start);
    if (left_ != none && is_accuser(left_)) left_ = none;
    if (left_ != none && is_addressed(left_)) left_ = none;
  }

  // "He is the second judge shot by gunmen": whoever stands behind "by", with nobody hit before it, did it.
  bool has_agent_only() const {
    for (std::uint32_t i = verb_ + 1; objects_.count == 0 && i + 1 < sentence_.last && i < verb_ + 6; ++i) {
      const Token& t = syntax_.token(i);
      if (syntax_.is_verb(i) || t.tag == Tag::punct || t.tag == Tag::sconj) return false;
      if (t.key != "by"_key) continue;
      const std::uint32_t head = chunks_.head_from(i + 1);
      return head != none && class_of(head).is_people();
    }
    return false;
  }

  // "All six guards killed were from Gao": which guards, whatever the tree makes of it.
  bool is_before_copula() const {
    if (!transitive_ || group_.passive || group_.perfect || verb_ + 1 >= sentence_.last) return false;
    const Key next = syntax_.token(verb_ + 1).key;
    return (token_.form == Form::past || token_.form == Form::past_participle) && (next == "were"_key || next == "was"_key);
  }

  // A side or an end of a place, where explosions were heard.
  bool is_only_where(std::uint32_t at) const {
    const std::uint32_t whole = syntax_.whole(at);
    const Entity* entity = syntax_.entity(syntax_.entity_of(whole));
    return whole != at && entity && (entity->type == EntityType::place || entity->type == EntityType::country);
  }

  // "Candidate shot at rally": there, and no rally was shot at.
  bool is_hit_there(std::uint32_t next) const {
    if (token_.key != "shot"_key || next + 1 >= sentence_.last || syntax_.token(next).key != "at"_key) return false;
    if (verb_ == sentence_.first || !syntax_.is_noun(verb_ - 1) || syntax_.class_of(verb_ - 1).noun != Noun::person) return false;
    const std::uint32_t head = chunks_.head_from(next + 1);
    if (head == none || !realis::is_headline(syntax_.article, token_.sentence)) return false;
    const NounClass cls = class_of(head);
    return cls.noun == Noun::facility || cls.noun == Noun::settlement || cls.noun == Noun::unknown ||
           syntax_.token(head).lemma == "rally"_key;
  }

  // "Tried to attack": whose subject the verb above has.
  bool is_tried() const {
    if (!group_.infinitive || token_.relation != Relation::xcomp || token_.head > verb_ || subjects_.count != 0) return false;
    const Key lemma = syntax_.token(token_.head).lemma;
    return lemma == "try"_key || lemma == "attempt"_key || lemma == "manage"_key || lemma == "begin"_key || lemma == "start"_key;
  }

  void patient(std::uint32_t at) {
    const NounClass cls = class_of(at);
    // "A device planted in a car exploded": what it was hidden in.
    if (token_.lemma == "plant"_key && cls.noun == Noun::vehicle && syntax_.preposition(at) == "in"_key) return;
    if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
      reading_.nonliteral = true;
    } else if (token_.lemma == "drop"_key && syntax_.token(at).lemma == "charge"_key && !syntax_.has(at, Relation::compound)) {
      reading_.nonliteral = true;  // "the charge was dropped"
    } else if (frame_.subject == Part::event && is_only_where(at)) {
      return;  // "explosions rocked the east bank of the Niger"
    } else if (frame_.object == Part::instrument) {
      if (!roles_.add_instrument(mention_, at) && names_event(at)) reading_.event = at;  // "blasts set off by rebels"
    } else if (syntax_.is_rigged(at)) {                                                  // "rammed an explosives-laden van into a gate"
      roles_.add_instrument(mention_, at);
    } else {
      roles_.add_patient(mention_, at);
    }
  }

  void passive_side() {
    bool found = false;
    if (token_.lemma == "fire"_key && group_.passive && passive_subjects_.count != 0 && class_of(*passive_subjects_.begin()).is_people()) {
      reading_.nonliteral = true;  // "was fired from his job"
      return;
    }
    std::uint32_t before = verb_;  // no auxiliary before it, adverbs aside
    while (before > sentence_.first && (syntax_.token(before - 1).tag == Tag::adv || syntax_.token(before - 1).key == "been"_key)) --before;
    const bool conjunct = before > sentence_.first && syntax_.token(before - 1).tag == Tag::cconj;
    reading_.reduced = before == sentence_.first || (syntax_.token(before - 1).tag != Tag::aux && !(conjunct && group_.passive));
    if (reading_.reduced && verb_ > sentence_.first && syntax_.is_noun(verb_ - 1) && syntax_.class_of(verb_ - 1).is_people()) {
      std::uint32_t noun = verb_ - 1;  // the participle follows its noun
      // "Killers of professor held": they were, where a headline's verb has them for its subject.
      const Token& inner = syntax_.token(noun);
      const bool of = inner.relation == Relation::nmod && inner.head < noun && syntax_.preposition(noun) == "of"_key;
      const bool theirs = of && (syntax_.token(inner.head).head == verb_ || token_.head == inner.head);
      if (theirs && class_of(inner.head).noun == Noun::attacker && realis::is_headline(syntax_.article, token_.sentence)) noun = inner.head;
      patient(noun);
      for (int i = 0; i < 4 && syntax_.token(noun).relation == Relation::conj; ++i) patient(noun = syntax_.token(noun).head);
      found = true;
      passive_subjects_.count = 0;
    }
    // "Explosions of bombs laid by rebels": the weapon right before, whatever the tree says was laid.
    const bool by = verb_ + 1 < sentence_.last && syntax_.token(verb_ + 1).key == "by"_key;
    if (reading_.reduced && by && frame_.subject == Part::actor && frame_.object == Part::instrument && verb_ > sentence_.first &&
        class_of(verb_ - 1).noun == Noun::weapon) {
      patient(verb_ - 1);
      found = true;
      passive_subjects_.count = 0;
    }
    if (token_.relation == Relation::amod && token_.head > verb_ && !syntax_.is_verb(token_.head) &&
        (frame_.with == 0 || syntax_.token(token_.head).lemma != frame_.with)) {  // "the attacked hotels"
      reading_.attributive = true;
      patient(token_.head);
      return;
    }
    std::uint32_t name = group_.passive ? name_before_who() : none;
    if (name == none && group_.passive && !reading_.reduced) name = name_before_apposition(start_of_group());
    if (name == none && group_.passive && !reading_.reduced && passive_subjects_.count == 0) name = name_before_clause(start_of_group());
    if (name != none) {
      for (std::uint32_t at : passive_subjects_) {  // "Ana Diaz, a teacher, and Luis Mora, a nurse, were killed"
        const Entity* other = syntax_.entity(syntax_.entity_of(at));
        if (at < name && other && other->type == EntityType::person && is_of_many()) patient(at);
      }
      patient(name);
      if (is_of_many()) {
        for (std::uint32_t other : chunks_.people_before(name)) patient(other);
        // "Ana Diaz, a teacher of the village, and Luis Mora, a nurse, were killed"
        std::uint32_t first = name;
        if (chunks_.group_ending(name, first) != none && first > sentence_.first && syntax_.token(first - 1).key == "and"_key)
          if (const std::uint32_t other = name_before_apposition(first - 1); other != none) patient(other);
      }
      agents();
      companions();
      return;
    }
    for (std::uint32_t at : passive_subjects_) {
      if (const std::uint32_t one = syntax_.dependent(at, Relation::nsubj); one != none && syntax_.preposition(at) == "among"_key)
        patient(one);  // "Minister among nine killed"
      if (const std::uint32_t other = subject_of_later(at); other != none) {
        patient(other);
        found = true;
        continue;
      }
      if (syntax_.preposition(at) == "among"_key && syntax_.is_noun(syntax_.token(at).head))
        patient(syntax_.token(at).head);  // "an officer among three killed"
      const bool odd = (frame_.needs & need_person) && !class_of(at).is_people() && !syntax_.entity_of(at).set() && left_ != none &&
                       left_ != at && class_of(left_).is_people();
      patient(odd ? left_ : at);
      found = true;
      if (!odd && at < verb_ && syntax_.entity_of(at).set() && is_of_many())  // "A, B and C were killed"
        for (std::uint32_t other : chunks_.people_before(at)) patient(other);
      if (!odd && at < verb_ && is_of_many() && class_of(at).is_people() &&
          !syntax_.entity_of(at).set())  // "two women, a girl and a guard"
        for (std::uint32_t other : chunks_.people_before(at)) patient(other);
      // "Luis Mora, a candidate, and his brother were shot"
      std::uint32_t first = at;
      if (!odd && at < verb_ && is_of_many() && class_of(at).is_people() && chunks_.group_ending(at, first) != none &&
          first > sentence_.first && syntax_.token(first - 1).key == "and"_key)
        if (const std::uint32_t other = name_before_apposition(first - 1); other != none) patient(other);
      if (!odd && at < verb_ && is_of_many() && class_of(at).is_thing())  // "A house, two shops and a mill were burned"
        for (std::uint32_t other : chunks_.things_before(at)) patient(other);
    }
    if (!found && subjects_.count != 0) {
      patient(*subjects_.begin());
      found = true;
    }
    if (group_.passive && is_of_many()) listed_by_semicolons();
    if (!found && verb_ > sentence_.first && syntax_.token(verb_ - 1).key == "found"_key)  // "was found shot to death"
      for (const Link& link : syntax_.links(verb_ - 1))
        if (link.kind == LinkKind::passive_subject) {
          patient(link.dependent);
          found = true;
        }
    if (!found && left_ != none) patient(left_);
    agents();
    companions();
  }

  // "A senator running for mayor was shot and is fighting for his life": what stands behind a preposition is no subject, the one of the
  // verb that follows is. none elsewhere.
  std::uint32_t subject_of_later(std::uint32_t at) const {
    std::uint32_t first = at;
    if (at > verb_ || chunks_.group_ending(at, first) == none || first <= sentence_.first + 1) return none;
    const Key before = syntax_.token(first - 1).key;
    if (before != "for"_key && before != "as"_key && before != "with"_key) return none;
    for (std::uint32_t i = first - 1; i > sentence_.first && first - i < 12; --i) {
      const Token& t = syntax_.token(i - 1);
      const bool subject = t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass;
      if (subject && t.head > verb_ && class_of(i - 1).is_people()) return i - 1;
    }
    return none;
  }

  // "... of Ana Diaz, 30, who was kidnapped": the name right before the pronoun, whatever the tree ties it to.
  std::uint32_t name_before_who() const {
    if (who_ == none || who_ < sentence_.first + 2) return none;
    std::uint32_t at = who_ - 1;
    auto is = [&](std::uint32_t i, std::string_view mark) { return syntax_.article.words(syntax_.token(i).span) == mark; };
    if (!is(at, ",")) return none;
    if (at >= sentence_.first + 3 && syntax_.token(at - 1).tag == Tag::num && is(at - 2, ",")) at -= 2;
    const std::uint32_t m = syntax_.article.mentions.mention_of[at - 1];
    if (m == none) return none;
    const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
    const bool name = mention.kind == MentionKind::name || mention.kind == MentionKind::short_name;
    return name && syntax_.entity(mention.entity)->type == EntityType::person ? at - 1 : none;
  }

  // "Ana Diaz, a teacher of the village, was killed": the name before the commas, whatever the tree makes of them.
  std::uint32_t start_of_group() const {
    std::uint32_t at = verb_;
    while (at > sentence_.first && syntax_.token(at - 1).span.begin >= group_.span.begin) --at;
    return at;
  }

  std::uint32_t name_before_apposition(std::uint32_t at) const {
    auto comma = [&](std::uint32_t i) { return syntax_.article.words(syntax_.token(i).span) == ","; };
    if (at < sentence_.first + 3 || !comma(at - 1)) return none;
    for (std::uint32_t i = at - 2; i > sentence_.first && at - i < 20; --i) {
      const Token& t = syntax_.token(i);
      if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::pron || t.tag == Tag::sconj) return none;
      if (!comma(i)) continue;
      const Tag opens = syntax_.token(i + 1).tag;
      if (opens != Tag::det && opens != Tag::noun && opens != Tag::adj) return none;
      const std::uint32_t m = syntax_.article.mentions.mention_of[i - 1];
      if (m == none) return none;
      const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
      if (mention.kind != MentionKind::name || syntax_.entity(mention.entity)->type != EntityType::person) return none;
      std::uint32_t first = i;
      chunks_.group_ending(i - 1, first);
      return first > sentence_.first && syntax_.token(first - 1).tag == Tag::adp ? none : i - 1;  // "the son of Ana Diaz, a teacher, was"
    }
    return none;
  }

  // "Ana Diaz, a clerk; Luis Mora, a nurse; and a driver were kidnapped": the name that opens each part.
  void listed_by_semicolons() {
    const std::uint32_t end = start_of_group();
    std::array<std::uint32_t, 8> names{};
    std::size_t count = 0;
    bool semicolon = false, named = false;
    for (std::uint32_t i = sentence_.first; i < end && count < names.size(); ++i) {
      if (syntax_.is_verb(i)) return;
      if (syntax_.article.words(syntax_.token(i).span) == ";") {
        semicolon = true;
        named = false;
      }
      const std::uint32_t m = syntax_.article.mentions.mention_of[i];
      if (named || m == none) continue;
      const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
      if (mention.kind != MentionKind::name || syntax_.entity(mention.entity)->type != EntityType::person) continue;
      if (i > sentence_.first && syntax_.token(i - 1).tag == Tag::adp) continue;
      names[count++] = i;
      named = true;
    }
    for (std::size_t k = 0; semicolon && k < count; ++k) patient(names[k]);
  }

  // "Ana Diaz, who works for the radio, was kidnapped": the name before the clause, where the tree has no subject.
  std::uint32_t name_before_clause(std::uint32_t at) const {
    auto comma = [&](std::uint32_t i) { return syntax_.article.words(syntax_.token(i).span) == ","; };
    if (at < sentence_.first + 4 || !comma(at - 1)) return none;
    for (std::uint32_t i = at - 2; i > sentence_.first && at - i < 24; --i) {
      const Key opens = syntax_.token(i + 1).key;
      if (!comma(i) || (opens != "who"_key && opens != "whose"_key)) continue;
      const std::uint32_t m = syntax_.article.mentions.mention_of[i - 1];
      if (m == none) return none;
      const entities::MentionAt& mention = syntax_.article.mentions.entities.mentions[m];
      const bool name = mention.kind == MentionKind::name || mention.kind == MentionKind::short_name;
      if (!name || syntax_.entity(mention.entity)->type != EntityType::person) return none;
      std::uint32_t first = i;
      chunks_.group_ending(i - 1, first);
      return first > sentence_.first && syntax_.token(first - 1).tag == Tag::adp ? none : i - 1;
    }
    return none;
  }

  // "Was killed, along with his driver Luis Mora"
  void companions() {
    for (std::uint32_t i = verb_ + 1; i + 2 < sentence_.last && i < verb_ + 8; ++i) {
      const Key key = syntax_.token(i).key;
      if (syntax_.is_verb(i)) return;
      const bool own =
          key == "with"_key && syntax_.token(i + 1).relation == Relation::nmod_poss && i < verb_ + 3;  // "shot with his driver"
      if (!own && ((key != "along"_key && key != "together"_key) || syntax_.token(i + 1).key != "with"_key)) continue;
      const std::uint32_t head = chunks_.head_from(own ? i + 1 : i + 2);
      if (head != none && class_of(head).is_people()) patient(head);
      return;
    }
  }

  bool is_of_many() const {
    for (std::uint32_t i = verb_; i > sentence_.first && verb_ - i < 6; --i) {
      const Key key = syntax_.token(i - 1).key;
      if (key == "were"_key || key == "are"_key || key == "have"_key) return true;
      if (syntax_.token(i - 1).tag != Tag::adv && syntax_.token(i - 1).tag != Tag::aux) return false;
    }
    return false;
  }

  void agents() {
    bool found = false;
    for (const Link& link : syntax_.links(verb_)) {
      if (link.kind != LinkKind::agent) continue;
      roles_.subject_as(mention_, reading_, frame_.subject == Part::patient ? Part::actor : frame_.subject, link.dependent);
      found = true;
    }
    for (std::uint32_t i = verb_ + 1; !found && i + 1 < sentence_.last && i < verb_ + 10; ++i) {
      const Tag tag = syntax_.token(i).tag;
      if (tag == Tag::verb || tag == Tag::aux || tag == Tag::punct || tag == Tag::sconj) return;
      if (syntax_.token(i).key != "by"_key) continue;
      const std::uint32_t head = chunks_.head_from(i + 1);
      if (head != none && !syntax_.is_time(head)) roles_.subject_as(mention_, reading_, frame_.subject, head);
      return;
    }
  }

  bool plausible_actor(std::uint32_t at) const {
    const NounClass cls = class_of(at);
    const EntityId id = syntax_.entity_of(at);
    return cls.is_people() || cls.noun == Noun::weapon || cls.noun == Noun::accident ||
           syntax_.frames.noun(syntax_.token(syntax_.telling_noun(at)).lemma) || (id.set() && RoleFinder::acts(*syntax_.entity(id)));
  }

  // "An attack on Judge Ana Diaz wounded two": a name behind a preposition is no subject, though the tree makes it one.
  bool is_behind_preposition(std::uint32_t at) const {
    const std::uint32_t m = syntax_.article.mentions.mention_of[at];
    const Entity* entity = syntax_.entity(syntax_.entity_of(at));
    if (!entity || at > verb_ || entity->type != EntityType::person) return false;
    std::uint32_t i = m == none ? at : syntax_.article.mentions.entities.mentions[m].first;
    while (i > sentence_.first + 1 && !syntax_.is_time(i - 1)) {
      if (syntax_.article.words(syntax_.token(i - 1).span) == "]") {  // "the ILA [Inland Lakes Authority] director"
        while (i > sentence_.first + 1 && syntax_.article.words(syntax_.token(i - 1).span) != "[") --i;
        --i;
        continue;
      }
      if (!syntax_.is_noun(i - 1) && syntax_.token(i - 1).tag != Tag::adj) break;
      const EntityId id = syntax_.article.entity_at(i - 1);
      if (id.set() && syntax_.entity(id)->type == EntityType::place) return false;
      --i;
    }
    if (i > sentence_.first + 1 && syntax_.token(i - 1).tag == Tag::det) --i;
    return i > sentence_.first && syntax_.token(i - 1).tag == Tag::adp && !syntax_.is_time(i - 1);
  }

  // "Ana Diaz said that a gang took a clerk and killed a guard": a name that another verb has stands for this one only where nobody else
  // comes between.
  bool is_of_another_clause(std::uint32_t at) const {
    const Entity* entity = syntax_.entity(syntax_.entity_of(at));
    const std::uint32_t first = syntax_.token(at).head;
    if (!entity || entity->type != EntityType::person || at > verb_ || first == verb_ || first <= at || first > verb_) return false;
    if (left_ != none && syntax_.entity_of(left_) == syntax_.entity_of(at)) return false;
    for (std::uint32_t i = first + 1; i < verb_; ++i) {
      const Relation relation = syntax_.token(i).relation;
      if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && syntax_.token(i).head != verb_) return true;
    }
    return false;
  }

  void active_side() {
    if (transitive_)
      for (std::uint32_t at : objects_) patient(at);
    if (!transitive_ && frame_.with == 0)  // "fired rockets at a camp"
      for (std::uint32_t at : objects_) roles_.add_instrument(mention_, at);
    bool found = relative_ != none;
    if (frame_.subject == Part::patient && subjects_.count != 0)  // "Ana Diaz, a teacher of the village, died"
      if (const std::uint32_t name = name_before_apposition(start_of_group()); name != none) {
        patient(name);
        return;
      }
    for (std::uint32_t at : subjects_) {
      if (frame_.subject == Part::actor && !plausible_actor(at) && left_ != none && left_ != at && plausible_actor(left_)) continue;
      if (is_behind_preposition(at) || is_of_another_clause(at)) continue;
      roles_.subject_as(mention_, reading_, frame_.subject, at);
      found = true;
    }
    if (!found && left_ != none && (passive_subjects_.count == 0 || plausible_actor(left_)))
      roles_.subject_as(mention_, reading_, frame_.subject, left_);
    const bool told = mention_.has(ArgumentRole::actor) || mention_.has(ArgumentRole::instrument);
    if (!told && left_ == none && frame_.subject == Part::actor)
      if (const std::uint32_t who = who_attempts(); who != none && plausible_actor(who)) roles_.add_actor(mention_, who, false);
  }

  // "A bomb went off when Luis Mora started his car, killing him": who is "him" did not do it.
  void drop_actor_hit() {
    if (reading_.passive) return;
    std::erase_if(mention_.fillers, [&](const Filler& actor) {
      return actor.role == ArgumentRole::actor && actor.entity.set() &&
             std::any_of(mention_.fillers.begin(), mention_.fillers.end(), [&](const Filler& f) {
               return f.role == ArgumentRole::recipient && f.entity == actor.entity && f.token != actor.token &&
                      syntax_.token(f.token).tag == Tag::pron;
             });
    });
  }

  // "An attempt by rebels to blow up a bridge", "the rebels' plan to", "attacked a clinic in an attempt to": whose attempt it is.
  std::uint32_t who_attempts() const {
    if (!group_.infinitive) return none;
    std::uint32_t noun = verb_;  // right before it, or behind "by" and who
    for (std::uint32_t i = verb_ - 1; i > sentence_.first && verb_ - i < 8 && noun == verb_; --i) {
      const Token& t = syntax_.token(i);
      if (is_attempt(t.lemma) && t.tag == Tag::noun) noun = i;
      if (t.tag == Tag::verb || (t.tag == Tag::adp && t.key != "by"_key) || t.tag == Tag::punct) break;
    }
    if (noun == verb_) return none;
    if (noun + 2 < verb_ && syntax_.token(noun + 1).key == "by"_key) return chunks_.head_from(noun + 2, verb_ - 1);
    if (noun + 2 != verb_) return none;
    if (const std::uint32_t whose = syntax_.dependent(noun, Relation::nmod_poss); whose != none) return whose;
    const Token& attempt = syntax_.token(noun);
    const bool aim = attempt.relation == Relation::obl && syntax_.preposition(noun) == "in"_key;
    const bool made = attempt.relation == Relation::obj && syntax_.token(attempt.head).lemma == "make"_key;
    if ((aim || made) && syntax_.is_verb(attempt.head))
      for (const Link& link : syntax_.links(attempt.head))
        if (link.kind == LinkKind::subject) return link.dependent;
    return none;
  }
  static bool is_attempt(Key lemma) {
    return lemma == "attempt"_key || lemma == "plot"_key || lemma == "plan"_key || lemma == "bid"_key || lemma == "conspiracy"_key;
  }

  // "the bombings on two hotels, which killed 57": the relative's noun is the event, though the tree may give a nearer one.
  void event_of_relative() {
    for (std::uint32_t i = relative_; relative_ != none && reading_.event == none && i > sentence_.first && relative_ - i < 10; --i) {
      if (syntax_.is_verb(i - 1)) break;
      if (names_event(i - 1)) reading_.event = i - 1;
    }
    if (token_.relation != Relation::acl_relcl || reading_.passive || reading_.event != none) return;
    std::uint32_t at = token_.head;
    for (int i = 0; i < 3; ++i) {
      if (names_event(at)) {
        reading_.event = at;
        return;
      }
      const Relation relation = syntax_.token(at).relation;
      if (relation != Relation::nmod && relation != Relation::conj && relation != Relation::appos) return;
      at = syntax_.token(at).head;
    }
  }

  void prepositions() {
    for (const Link& link : syntax_.links(verb_)) {
      if (link.kind != LinkKind::oblique && link.kind != LinkKind::agent) continue;
      if (syntax_.parted(verb_, link.dependent)) continue;
      Key p = link.preposition;
      std::uint32_t at = link.dependent;
      syntax_.stand_before(p, at);
      at = syntax_.whole(at);
      const bool fire = p == "in"_key && syntax_.token(at).lemma == "fire"_key;  // "wounded in mortar fire"
      if ((p == "with"_key || p == "by"_key || p == "using"_key || fire) && roles_.add_instrument(mention_, at)) {
        roles_.add_weapons(mention_, at);
        if (p == "by"_key) roles_.fired_from(mention_, at);
      }
      if (p == "in"_key && syntax_.token(at).lemma == "fire"_key && at > sentence_.first && syntax_.class_of(at - 1).is_thing())
        reading_.accident = true;  // "in factory fire"
      const NounClass cls = class_of(at);
      if (p == "in"_key || p == "during"_key || p == "after"_key || p == "by"_key || p == "from"_key || p == "when"_key) {  // what did it
        if (cls.noun == Noun::accident && p != "during"_key) reading_.accident = true;
        if (reading_.event == none && names_event(syntax_.telling_noun(at))) reading_.event = syntax_.telling_noun(at);
      }
      // "came under fire from critics", "... over the delay": words, no shots.
      if (frame_.subject == Part::patient && frame_.with != 0 && !transitive_ && !(frame_.needs & need_casualty))
        reading_.nonliteral = reading_.nonliteral || p == "over"_key || p == "for"_key || (p == "from"_key && cls.noun == Noun::person);
      if (!takes(p) || (hit_there_ && p == "at"_key)) continue;
      if (cls.noun == Noun::abstract || cls.noun == Noun::fiction) {
        if (!transitive_ || mention_.fillers.empty()) reading_.nonliteral = true;
        continue;
      }
      const EntityId id = syntax_.entity_of(at);
      if (syntax_.is_time(at) || (!cls.is_people() && !cls.is_thing() && !id.set())) continue;
      const Entity* entity = syntax_.entity(id);
      const bool place = entity && (entity->type == EntityType::place || entity->type == EntityType::country);
      if (is_carrier(p, at, cls)) continue;
      if (RoleFinder::is_locative(p) && p != "inside"_key && place) continue;
      if (RoleFinder::is_locative(p) && cls.noun == Noun::settlement && !takes("onto"_key)) continue;  // but "fired rockets at a village"
      patient_found_ = roles_.add_patient(mention_, at) || patient_found_;
    }
  }

  // "Planted a bomb in a car": what carries it, and not what it was meant for.
  bool is_carrier(Key preposition, std::uint32_t at, NounClass cls) const {
    if ((preposition != "in"_key && preposition != "inside"_key) || cls.noun != Noun::vehicle || frame_.object != Part::instrument)
      return false;
    if (token_.lemma != "plant"_key && token_.lemma != "place"_key && token_.lemma != "hide"_key && token_.lemma != "conceal"_key &&
        token_.lemma != "put"_key)
      return false;
    const std::uint32_t det = syntax_.dependent(at, Relation::det);
    const Key key = det == none ? Key{0} : syntax_.token(det).key;
    const bool of = at + 1 < sentence_.last && syntax_.token(at + 1).key == "of"_key;
    return (key == "a"_key || key == "an"_key) && !of && !syntax_.entity_of(at).set();
  }

  // Weapons and targets by the words that follow, where the tree hung them elsewhere.
  void words_after() {
    if (hit_there_) return;
    const std::uint32_t last = std::min(sentence_.last, verb_ + RoleFinder::reach);
    for (std::uint32_t i = verb_ + 1; i + 1 < last; ++i) {
      const Key key = syntax_.token(i).key;
      if (key == "with"_key || key == "using"_key) {
        if (const std::uint32_t head = chunks_.head_from(i + 1); head != none && roles_.add_instrument(mention_, head))
          roles_.add_weapons(mention_, head);
      }
      if (syntax_.token(i).tag == Tag::verb && key != "using"_key) return;
      const bool puts =
          frame_.object == Part::instrument && frame_.subject == Part::actor;  // "laid two bombs in a shop, a bank and a mill"
      if (patient_found_ || i > verb_ + (puts ? 6 : 3) || !takes(key) || (transitive_ && frame_.with == 0 && !puts)) continue;
      const std::uint32_t head = chunks_.head_from(i + 1);
      if (head == none || syntax_.is_time(head)) continue;
      const NounClass cls = class_of(head);
      if (is_carrier(key, head, cls)) continue;
      if (puts && (cls.noun == Noun::settlement || syntax_.entity_of(head).set())) continue;
      if (cls.is_people() || cls.is_thing()) patient_found_ = roles_.add_patient(mention_, head);
    }
  }

  // "Gunmen kill usher", "usher shot dead": whom attackers or a bomb kill is somebody, though no list has the word.
  void someone_unknown() {
    if (frame_.effect != Effect::killed || !(frame_.needs & need_person)) return;
    if (!realis::is_headline(syntax_.article, token_.sentence)) return;
    const Key lemma = token_.lemma;
    bool by = reading_.event != none && syntax_.frames.noun(syntax_.token(reading_.event).lemma)->kind.mode != Mode::none;
    by = by || frame_.with != 0 || lemma == "behead"_key || lemma == "assassinate"_key || lemma == "murder"_key || lemma == "lynch"_key;
    for (const Filler& f : mention_.fillers) {
      if (f.role == ArgumentRole::recipient || f.role == ArgumentRole::target) return;
      const Entity* entity = syntax_.entity(f.entity);
      by = by || f.role == ArgumentRole::instrument || f.noun.noun == Noun::attacker || (entity && entity->type == EntityType::armed_group);
    }
    std::uint32_t at = none;
    if (reading_.passive) {
      if (verb_ > sentence_.first && syntax_.is_noun(verb_ - 1)) at = verb_ - 1;
    } else if (objects_.count != 0 && *objects_.begin() > verb_) {
      at = *objects_.begin();
    }
    if (!by || at == none) return;
    const Token& t = syntax_.token(at);
    if (t.tag != Tag::noun || syntax_.class_of(at).noun != Noun::unknown || syntax_.frames.noun(t.lemma)) return;
    if (at + 1 < sentence_.last && syntax_.token(at + 1).key == "of"_key) return;  // "kills hopes of a truce"
    if (syntax_.is_number(at) || syntax_.is_time(at)) return;
    roles_.add_somebody(mention_, at);
  }

  // "Used drones to find and bomb a camp", "a van was used to ram a gate": who used what.
  void used() {
    std::uint32_t at = verb_;
    for (int i = 0; i < 2 && syntax_.token(at).relation == Relation::conj && syntax_.is_verb(syntax_.token(at).head); ++i)
      at = syntax_.token(at).head;
    const Relation relation = syntax_.token(at).relation;
    std::uint32_t use = syntax_.token(at).head;
    if (syntax_.token(use).relation == Relation::obj && !syntax_.is_verb(use)) use = syntax_.token(use).head;
    if ((relation != Relation::advcl && relation != Relation::xcomp && relation != Relation::acl) || use > verb_) return;
    if (syntax_.token(use).lemma != "use"_key || !syntax_.is_verb(use) || !syntax_.article.links.verb_group(at).infinitive) return;
    const bool acted = mention_.has(ArgumentRole::actor);
    for (const Link& link : syntax_.links(use)) {
      const bool passive = link.kind == LinkKind::passive_subject;
      if (link.kind == LinkKind::subject && !acted && plausible_actor(link.dependent)) roles_.add_actor(mention_, link.dependent, false);
      if ((link.kind == LinkKind::object || passive) && roles_.add_instrument(mention_, link.dependent))
        roles_.add_weapons(mention_, link.dependent);
    }
  }

  bool names_arms() const {
    return std::any_of(mention_.fillers.begin(), mention_.fillers.end(), [&](const Filler& filler) {
      if (filler.role == ArgumentRole::instrument) return true;
      const Entity* entity = syntax_.entity(filler.entity);
      const Token& word = syntax_.token(filler.token);
      const bool forces = entity && entity->type == EntityType::organization &&  // "US forces", "the Indian Army"
                          syntax_.frames.class_of(word.key, word.lemma).noun == Noun::force;
      if (filler.role == ArgumentRole::actor && forces) return true;
      return filler.role == ArgumentRole::actor &&
             (filler.noun.noun == Noun::attacker || filler.noun.noun == Noun::force ||
              (entity && (entity->type == EntityType::armed_group || entity->type == EntityType::country)));
    });
  }

  const Syntax& syntax_;
  const Chunks& chunks_;
  const RoleFinder& roles_;
  Mention& mention_;
  const VerbFrame& frame_;
  const std::uint32_t verb_;
  const Token& token_;
  const language::Sentence& sentence_;
  const VerbGroup group_;
  const bool transitive_;
  Few subjects_, passive_subjects_, objects_;
  std::uint32_t relative_ = none;  // "which", "that" as subject
  std::uint32_t who_ = none;       // "who" as subject
  std::uint32_t left_ = none;      // the subject by surface
  bool patient_found_ = false;
  bool hit_there_ = false;  // "shot at a rally"
  RoleReading reading_;
};

}  // namespace

RoleReading RoleFinder::verb(Mention& mention, const VerbFrame& frame) const {
  return VerbReader(syntax_, chunks_, *this, mention, frame).read();
}

}  // namespace khabar::incidents
