// Pronouns for one: "he", "she", "it".
#include "mentions/entities/anaphora.h"

namespace khabar::entities {

namespace {

constexpr int doubt = 2;  // pronouns of one sex that make one of the other unlikely

}  // namespace

void AnaphoraFinder::pronoun(std::uint32_t t) {
  const Token& word = token(t);
  if (word.has(Token::inside_quotes)) return;  // the speaker's antecedents are not the writer's
  switch (word.key) {
    case "he"_key:
    case "she"_key:
    case "him"_key:
    case "his"_key:
    case "her"_key: return he_or_she(t);
    case "it"_key:
    case "its"_key: return it(t);
    case "they"_key:
    case "both"_key:
      if (word.relation == Relation::nsubj) they(t);
      return;
    default: return;
  }
}

void AnaphoraFinder::he_or_she(std::uint32_t t) {
  const Key key = token(t).key;
  const bool female = key == "she"_key || key == "her"_key;
  if (key == "he"_key || key == "she"_key) {
    const std::uint32_t subject = opens(t) ? main_subject_before(t) : none;
    if (subject != none) {  // "The mayor said that Aziz had fled. He added ...": the mayor did
      const EntityId named = person_at(subject);
      if (named.set() && may_be(named, female) && is_named_so(named, female)) return add(t, t + 1, t, named, MentionKind::pronoun);
      if (!named.set() && is_somebody(subject)) return;
    }
    if (takes_up_office(t)) {
      unnamed_ = token(t).sentence;
      return;
    }
  }
  if (other_of_sex(t, female) && !speaks(t)) return;
  // Whom somebody names in his own words is another.
  const auto may_be_so = [&](const MentionAt& m) {
    return type(m) == EntityType::person && !token(m.first).has(Token::inside_quotes) && may_be(m.entity, female);
  };
  EntityId entity =
      only_or_subject(t, near_sentences + 1, [&](const MentionAt& m) { return may_be_so(m) && is_named_so(m.entity, female); });
  if (!entity.set()) entity = only_or_subject(t, near_sentences + 1, may_be_so);  // a list of names may be wrong
  add(t, t + 1, t, entity, MentionKind::pronoun);
  if (entity.set()) sex_[entity.index] += female ? 1 : -1;
}

void AnaphoraFinder::it(std::uint32_t t) {
  const Token& word = token(t);
  // "denied it" takes up what was said, not who
  if (word.key == "it"_key && (!is_subject(word) || follows_document(t) || follows_thing(t))) return;
  // "The group, which is close to JNIM, said nothing, but it claimed ...": the group did
  const std::uint32_t subject = joined_subject(t);
  EntityId entity = subject == none ? EntityId{} : actor_at(subject);
  if (subject == none && speaks(t) && !opens(t)) {  // "The ministry blamed the rebels. Jets had struck their camps, it added."
    const std::uint32_t speaker = main_subject_before(t);
    const bool told = speaker != none && speaks(speaker);
    if (told) entity = actor_at(speaker);
    if (told && !entity.set() && !covered_[speaker] && is_body(token(speaker).lemma)) return;
  }
  if (!entity.set() && subject != none && !covered_[subject] && is_body(token(subject).lemma)) return;
  // "Algeria, whose mediation it spurned": not Algeria
  const std::uint32_t verb = token(t).head, noun = token(verb).head;
  const bool relative = token(verb).relation == Relation::acl_relcl && noun < t;
  const EntityId told = relative ? actor_at(noun) : EntityId{};
  if (!entity.set())
    entity = only(t, near_sentences, false, [&](const MentionAt& m) {
      return is_actor(m) && !(told.set() && m.entity == told) && !owns_next(m) && !is_acted_on(t, m.entity);
    });
  if (!entity.set() && word.relation == Relation::nsubj) entity = subject_above(t);
  add(t, t + 1, t, entity, MentionKind::pronoun);
}

// "It has charged Cuba with": not Cuba, who would be "itself".
bool AnaphoraFinder::is_acted_on(std::uint32_t t, EntityId entity) const {
  constexpr std::size_t reach = 6;
  if (token(t).relation != Relation::nsubj) return false;
  const std::uint32_t end = sentence_of(t).last;
  for (std::size_t k = before_, steps = 0; k < named_.size() && steps < reach && named_[k].first < end; ++k, ++steps) {
    if (named_[k].entity != entity || named_[k].first < t) continue;
    const Token& head = token(named_[k].head);
    if (head.head == token(t).head && (head.relation == Relation::obj || head.relation == Relation::iobj)) return true;
  }
  return false;
}

// "Since the line was opened, it was bombed": the line was.
bool AnaphoraFinder::follows_thing(std::uint32_t t) const {
  for (const std::uint32_t clause : r_.links.dependents(token(t).head)) {
    if (clause > t || token(clause).relation != Relation::advcl) continue;
    for (const std::uint32_t d : r_.links.dependents(clause))
      if (is_subject(token(d)) && token(d).tag == Tag::noun && !covered_[d] && !is_body(token(d).lemma)) return true;
  }
  return false;
}

// "Norway's Roads Council ... Its secretary": the council's.
bool AnaphoraFinder::owns_next(const MentionAt& m) const {
  const auto next = static_cast<std::size_t>(&m - named_.data()) + 1;
  if (type(m) != EntityType::country || next >= named_.size() || named_[next].first != m.last + 1) return false;
  const EntityType owned = type(named_[next]);
  return token(m.last).key == "'s"_key && (owned == EntityType::organization || owned == EntityType::armed_group);
}

// The subject of the clause that the pronoun's own is joined to by "but" or "and"; none where there is none.
std::uint32_t AnaphoraFinder::joined_subject(std::uint32_t t) const {
  const std::uint32_t verb = token(t).head;
  if (token(t).relation != Relation::nsubj || token(verb).tag != Tag::verb || token(verb).relation != Relation::conj) return none;
  for (const std::uint32_t d : r_.links.dependents(token(verb).head))
    if (d < t && token(d).relation == Relation::nsubj) return d;
  return none;
}

// The body, group or state that the token is the head of a mention of.
EntityId AnaphoraFinder::actor_at(std::uint32_t head) const {
  for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window; ++steps)
    if (named_[k].head == head && is_actor(named_[k])) return named_[k].entity;
  for (std::size_t k = out_.mentions.size(), steps = 0; k-- > 0 && steps < window; ++steps)
    if (out_.mentions[k].head == head && is_actor(out_.mentions[k])) return out_.mentions[k].entity;
  return {};
}

bool AnaphoraFinder::is_body(Key lemma) {
  static constexpr std::array bodies = {"group"_key,   "army"_key,    "government"_key, "ministry"_key, "movement"_key,
                                        "party"_key,   "agency"_key,  "military"_key,   "junta"_key,    "militia"_key,
                                        "company"_key, "union"_key,   "court"_key,      "council"_key,  "command"_key,
                                        "force"_key,   "embassy"_key, "office"_key,     "navy"_key};
  return is_one_of(bodies, lemma);
}

// "A woman died when a drone hit her car": somebody of that sex without a name stands nearer, in the same sentence.
bool AnaphoraFinder::other_of_sex(std::uint32_t t, bool female) const {
  static constexpr std::array women = {"woman"_key,  "girl"_key,     "mother"_key, "wife"_key,
                                       "sister"_key, "daughter"_key, "widow"_key,  "schoolgirl"_key};
  static constexpr std::array men = {"man"_key, "boy"_key, "father"_key, "husband"_key, "brother"_key, "son"_key, "schoolboy"_key};
  const std::uint32_t first = sentence_of(t).first;
  constexpr std::uint32_t reach = 24;
  for (std::uint32_t i = t; i > first && t - i < reach; --i) {
    const Token& word = token(i - 1);
    if (covered_[i - 1]) return false;
    if (word.tag != Tag::noun || word.form == Form::plural || word.relation == Relation::compound) continue;
    // "a porter who fell ill after he was held", but "Omar Diaz, a clerk who was freed with his son"
    bool explains = word.relation == Relation::appos;
    for (std::uint32_t k = i - 1; k > first && i - k < 7 && !explains; --k) explains = covered_[k - 1];
    if (i < t && token(i).key == "who"_key && !explains) return true;
    if (female ? !is_one_of(women, word.lemma) : !is_one_of(men, word.lemma)) continue;
    for (const std::uint32_t d : r_.links.dependents(i - 1))
      if (token(d).relation == Relation::det && token(d).key != "the"_key) return true;
  }
  return false;
}

// "A man fled, he said": who speaks is none of those told of.
bool AnaphoraFinder::speaks(std::uint32_t t) const {
  const Token& word = token(t);
  static constexpr std::array verbs = {"say"_key,      "tell"_key,  "add"_key,  "blame"_key,
                                       "announce"_key, "claim"_key, "warn"_key, "report"_key};
  return word.relation == Relation::nsubj && is_one_of(verbs, token(word.head).lemma);
}

// Who is "Mr", or whom "he" took up more than once, is no "she".
bool AnaphoraFinder::may_be(EntityId person, bool female) const {
  const auto known = sex_.find(person.index);
  return known == sex_.end() || (female ? known->second > -doubt : known->second < doubt);
}

// "Lucia Andrade" is no "he", as long as nothing else says so.
bool AnaphoraFinder::is_named_so(EntityId person, bool female) const {
  const auto known = name_sex_.find(person.index);
  return known == name_sex_.end() || known->second == 0 || (known->second > 0) == female;
}

void AnaphoraFinder::read_courtesy(const MentionAt& m) {
  if (type(m) != EntityType::person) return;
  if (m.last >= m.first + 2 && m.kind == MentionKind::name)
    if (const auto* given = r_.lexicon.persons.find(token(m.first).key); given && given->sex != 0)
      name_sex_.try_emplace(m.entity.index, given->sex);
  if (m.first == 0) return;
  constexpr int sure = 8;
  const Key before = token(m.first - 1).key, own = token(m.first).key;
  for (const Key key : {before, own}) {
    if (key == "mr"_key || key == "mr."_key) sex_[m.entity.index] = -sure;
    if (key == "ms"_key || key == "ms."_key || key == "mrs"_key || key == "mrs."_key || key == "miss"_key) sex_[m.entity.index] = sure;
  }
}

// The first word of its sentence but for conjunctions and what stands in quotation marks.
bool AnaphoraFinder::opens(std::uint32_t t) const {
  const language::Sentence& own = sentence_of(t);
  for (std::uint32_t i = own.first; i < t; ++i) {
    const Token& word = token(i);
    if (word.tag != Tag::punct && word.tag != Tag::cconj && word.tag != Tag::adv && !word.has(Token::inside_quotes)) return false;
  }
  return true;
}

// The person whose name that token heads or explains.
EntityId AnaphoraFinder::person_at(std::uint32_t t) const {
  EntityId found;
  for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window; ++steps) {
    const MentionAt& m = named_[k];
    if (type(m) != EntityType::person) continue;
    if (m.first <= t && t < m.last) return m.entity;
    const Token& head = token(m.head);
    const bool explains = head.head == t && (head.relation == Relation::appos || head.relation == Relation::flat);
    if (explains && !found.set()) found = m.entity;
  }
  return found;
}

// "one of them", "a diplomat": somebody whom no name follows.
bool AnaphoraFinder::is_somebody(std::uint32_t t) const {
  const Token& word = token(t);
  if (word.key == "one"_key || word.key == "another"_key) return true;
  if (word.tag != Tag::noun || word.form == Form::plural || covered_[t]) return false;
  for (const std::uint32_t d : r_.links.dependents(t)) {
    const Key key = token(d).key;
    if (token(d).relation == Relation::det && (key == "a"_key || key == "an"_key || key == "one"_key))
      return listed(word.lemma, NominalKind::person) || word.lemma == "official"_key || word.lemma == "diplomat"_key;
  }
  return false;
}

// "The premier spoke with Tariq Aziz, and he said ...": an office without a name, which is the subject, comes before a name that is
// none; so in the sentence after it, where that begins with "he".
bool AnaphoraFinder::takes_up_office(std::uint32_t t) const {
  const Token& word = token(t);
  if (word.relation != Relation::nsubj) return false;
  const language::Sentence& own = sentence_of(t);
  const std::uint32_t verb = word.head;
  if (verb < own.last && verb >= own.first && token(verb).relation == Relation::conj) {
    const std::uint32_t above = token(verb).head;
    for (const std::uint32_t d : r_.links.dependents(above))
      if (d < above && token(d).relation == Relation::nsubj) return is_unnamed_office(d);
    return false;
  }
  return t <= own.first + 1 && word.sentence > 0 && unnamed_ + 1 == word.sentence;
}

bool AnaphoraFinder::is_unnamed_office(std::uint32_t t) const {
  const Token& word = token(t);
  if (covered_[t] || !listed(word.lemma, NominalKind::person)) return false;
  for (const std::uint32_t d : r_.links.dependents(t))
    if (covered_[d] || token(d).relation == Relation::appos) return false;
  return true;
}

// "The report names Chad. It recommends ...": the report does.
bool AnaphoraFinder::follows_document(std::uint32_t t) const {
  static constexpr std::array documents = {
      "report"_key,  "brief"_key,       "paper"_key,    "study"_key,   "letter"_key,     "article"_key, "memo"_key,      "resolution"_key,
      "review"_key,  "survey"_key,      "document"_key, "essay"_key,   "communique"_key, "account"_key, "editorial"_key, "analysis"_key,
      "dossier"_key, "legislation"_key, "bill"_key,     "measure"_key, "law"_key,        "draft"_key,   "amendment"_key, "motion"_key};
  const std::uint32_t here = token(t).sentence;
  const language::Sentence& own = r_.language.sentences[here];
  if (here == 0 || t > own.first + 1) return false;
  const language::Sentence& before = r_.language.sentences[here - 1];
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = before.first; i < before.last && i < before.first + reach; ++i) {
    if (is_subject(token(i))) return is_one_of(documents, token(i).lemma);
  }
  return false;
}

bool AnaphoraFinder::is_actor(const MentionAt& m) const {
  const bool acts = type(m) == EntityType::organization || type(m) == EntityType::armed_group || type(m) == EntityType::country;
  return acts && m.kind != MentionKind::demonym;
}

// "Niger said that it left", "Niger left the bloc. It said": the subject of the clause above, or of the sentence before. Never of what
// "it" alone does: "it may take days", "it is a pity".
EntityId AnaphoraFinder::subject_above(std::uint32_t at) const {
  static constexpr std::array alone = {"take"_key, "seem"_key,   "appear"_key, "mean"_key,
                                       "show"_key, "remain"_key, "happen"_key, "cost"_key};
  std::uint32_t verb = token(at).head;
  if (token(verb).tag != Tag::verb || is_one_of(alone, token(verb).lemma)) return {};
  std::uint32_t subject = none;
  constexpr int highest = 4;
  for (int i = 0; i < highest && subject == none && token(verb).head != verb; ++i) {
    verb = token(verb).head;
    for (const std::uint32_t d : r_.links.dependents(verb))
      if (d < at && is_subject(token(d))) subject = d;
  }
  if (subject == none) subject = main_subject_before(at);
  if (subject == none) return {};
  return only(at, near_sentences, true, [&](const MentionAt& m) { return m.head == subject && is_actor(m); });
}

}  // namespace khabar::entities
