// Nominals and pronouns whose antecedent is plain: "the group", "the ministry", "both countries", "he".
//
// An antecedent is plain where only one entity of its kind was named shortly before (in this sentence and the one before it),
// or where the words say which: a ministry for "the ministry", a person with that title for "the governor". In doubt: none.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "lexicon/table.h"
#include "mentions/entities/coreference.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Form;
using language::Relation;
using language::Tag;
using language::Token;

constexpr std::size_t window = 24;          // named mentions looked back over
constexpr std::uint32_t far_sentences = 6;  // where the words say which
constexpr std::uint32_t near_sentences = 1;
constexpr int doubt = 2;  // pronouns of one sex that make one of the other unlikely

class Nominals {
 public:
  Nominals(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named)
      : r_(reading), entities_(entities), named_(named), covered_(reading.language.tokens.size(), false) {
    for (const MentionAt& mention : named) {
      for (std::uint32_t t = mention.first; t < mention.last; ++t) covered_[t] = true;
      read_courtesy(mention);
    }
    for (std::uint32_t i = 0; i < entities.size(); ++i)
      if (entities[i].type == EntityType::country) countries_.push_back(i);
    title_ = in_title();
    joint_ = of_joint_document();
  }

  Anaphora run() {
    std::size_t next = 0;
    for (std::uint32_t t = 0; t < r_.language.tokens.size(); ++t) {
      while (next < named_.size() && named_[next].last <= t) ++next;
      before_ = next;
      if (covered_[t]) continue;
      const Token& token = r_.language.tokens[t];
      if (token.tag == Tag::pron) {
        pronoun(t, token);
      } else if (token.key == "both"_key && token.tag == Tag::det && token.relation == Relation::nsubj) {
        they(t);  // "Both agreed"
      } else if (token.tag == Tag::noun) {
        noun(t, token);
      } else if (token.tag == Tag::num && token.relation == Relation::nsubj && t > 0 && r_.language.tokens[t - 1].key == "the"_key) {
        // "..., and the two agreed"
        language::NounGroup group;
        group.head = t;
        group.first = t - 1;
        group.last = t + 1;
        if (token.key == "two"_key) pair(group);
        if (token.key == "three"_key) triple(group);
      }
    }
    return std::move(out_);
  }

 private:
  bool is_group(const MentionAt& m) const { return type(m) == EntityType::armed_group; }
  EntityType type(const MentionAt& m) const { return entities_[m.entity.index].type; }
  std::uint32_t sentence(const MentionAt& m) const { return r_.language.tokens[m.first].sentence; }
  bool body(std::uint32_t token) const { return r_.words[r_.words.word_at[token]].has(Word::body); }

  // The one entity among the named mentions shortly before that pass; none where there are two.
  template <class Accept>
  EntityId only(std::uint32_t at, std::uint32_t sentences, bool nearest, Accept&& accept) const {
    const std::uint32_t here = r_.language.tokens[at].sentence;
    EntityId found;
    for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window; ++steps) {
      const MentionAt& m = named_[k];
      if (sentence(m) + sentences < here) break;
      if (body(m.first) != body(at) || !accept(m) || is_label(m)) continue;
      if (!found.set()) {
        found = m.entity;
        if (nearest) return found;
      } else if (!(found == m.entity)) {
        return {};
      }
    }
    return found;
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t head, EntityId entity, MentionKind kind) {
    if (!entity.set()) return;
    for (std::uint32_t t = first; t < last; ++t)
      if (covered_[t]) return;
    for (std::uint32_t t = first; t < last; ++t) covered_[t] = true;
    MentionAt mention;
    mention.first = first;
    mention.last = last;
    mention.head = head;
    mention.entity = entity;
    mention.kind = kind;
    out_.mentions.push_back(mention);
  }

  void pronoun(std::uint32_t t, const Token& token) {
    switch (token.key) {
      case "he"_key:
      case "she"_key:
      case "him"_key:
      case "his"_key:
      case "her"_key: {
        if (token.has(Token::inside_quotes)) return;  // the speaker's antecedents are not the writer's
        if (token.key == "he"_key || token.key == "she"_key) {
          std::uint32_t subject = 0;
          if (opens(t) && main_subject_before(t, subject)) {  // "The mayor said that Aziz had fled. He added ...": the mayor did
            const EntityId named = person_at(subject);
            if (named.set()) return add(t, t + 1, t, named, MentionKind::pronoun);
            if (is_somebody(subject)) return;
          }
          if (takes_up_office(t)) {
            unnamed_ = r_.language.tokens[t].sentence;
            return;
          }
        }
        const bool female = token.key == "she"_key || token.key == "her"_key;
        if (other_of_sex(t, female) && !speaks(t)) return;
        // Whom somebody names in his own words is another.
        const auto person = [&](const MentionAt& m) {
          return type(m) == EntityType::person && !r_.language.tokens[m.first].has(Token::inside_quotes) && may_be(m.entity, female);
        };
        EntityId entity = only(t, near_sentences, false, person);
        if (!entity.set()) entity = subject_before(t, person);
        if (!entity.set()) entity = only(t, near_sentences + 1, false, person);
        add(t, t + 1, t, entity, MentionKind::pronoun);
        if (entity.set()) sex_[entity.index] += female ? 1 : -1;
        return;
      }
      case "it"_key:
      case "its"_key: {
        if (token.has(Token::inside_quotes)) return;
        // "denied it" takes up what was said, not who
        if (token.key == "it"_key && token.relation != Relation::nsubj && token.relation != Relation::nsubj_pass) return;
        if (token.key == "it"_key && follows_document(t)) return;
        const auto actor = [&](const MentionAt& m) { return acts(type(m)) && m.kind != MentionKind::demonym; };
        EntityId entity = only(t, near_sentences, false, actor);
        if (!entity.set() && token.relation == Relation::nsubj) entity = subject_above(t, actor);
        add(t, t + 1, t, entity, MentionKind::pronoun);
        return;
      }
      case "they"_key:
      case "both"_key:
        if (token.relation == Relation::nsubj && !token.has(Token::inside_quotes)) they(t);
        return;
      default: return;
    }
  }

  // "A woman died when a drone hit her car": somebody of that sex without a name stands nearer, in the same sentence.
  bool other_of_sex(std::uint32_t t, bool female) const {
    static constexpr std::array women = {"woman"_key,  "girl"_key,     "mother"_key, "wife"_key,
                                         "sister"_key, "daughter"_key, "widow"_key,  "schoolgirl"_key};
    static constexpr std::array men = {"man"_key, "boy"_key, "father"_key, "husband"_key, "brother"_key, "son"_key, "schoolboy"_key};
    const std::uint32_t first = r_.language.sentences[r_.language.tokens[t].sentence].first;
    constexpr std::uint32_t reach = 24;
    for (std::uint32_t i = t; i > first && t - i < reach; --i) {
      const Token& token = r_.language.tokens[i - 1];
      if (covered_[i - 1]) return false;
      if (token.tag != Tag::noun || token.form == Form::plural || token.relation == Relation::compound) continue;
      const bool listed = female ? std::find(women.begin(), women.end(), token.lemma) != women.end()
                                 : std::find(men.begin(), men.end(), token.lemma) != men.end();
      if (!listed) continue;
      for (const std::uint32_t d : r_.links.dependents(i - 1))
        if (r_.language.tokens[d].relation == Relation::det && r_.language.tokens[d].key != "the"_key) return true;
    }
    return false;
  }
  // "A man fled, he said": who speaks is none of those told of.
  bool speaks(std::uint32_t t) const {
    const Token& token = r_.language.tokens[t];
    const Key lemma = r_.language.tokens[token.head].lemma;
    return token.relation == Relation::nsubj && (lemma == "say"_key || lemma == "tell"_key || lemma == "add"_key);
  }
  // Who is "Mr", or whom "he" took up more than once, is no "she".
  bool may_be(EntityId person, bool female) const {
    const auto known = sex_.find(person.index);
    return known == sex_.end() || (female ? known->second > -doubt : known->second < doubt);
  }
  void read_courtesy(const MentionAt& m) {
    if (m.first == 0 || type(m) != EntityType::person) return;
    constexpr int sure = 8;
    const Key before = r_.language.tokens[m.first - 1].key, own = r_.language.tokens[m.first].key;
    for (const Key key : {before, own}) {
      if (key == "mr"_key || key == "mr."_key) sex_[m.entity.index] = -sure;
      if (key == "ms"_key || key == "ms."_key || key == "mrs"_key || key == "mrs."_key || key == "miss"_key) sex_[m.entity.index] = sure;
    }
  }

  // The first word of its sentence but for conjunctions and what stands in quotation marks.
  bool opens(std::uint32_t t) const {
    const language::Sentence& own = r_.language.sentences[r_.language.tokens[t].sentence];
    for (std::uint32_t i = own.first; i < t; ++i) {
      const Token& token = r_.language.tokens[i];
      if (token.tag != Tag::punct && token.tag != Tag::cconj && token.tag != Tag::adv && !token.has(Token::inside_quotes)) return false;
    }
    return true;
  }

  // The subject of the main clause of the sentence before, in the same paragraph.
  bool main_subject_before(std::uint32_t t, std::uint32_t& subject) const {
    const std::uint32_t here = r_.language.tokens[t].sentence;
    if (here == 0 || r_.language.sentences[here - 1].block != r_.language.sentences[here].block) return false;
    const language::Sentence& before = r_.language.sentences[here - 1];
    constexpr std::uint32_t longest = 120;
    for (std::uint32_t i = before.first; i < before.last && i < before.first + longest; ++i) {
      const Token& token = r_.language.tokens[i];
      const bool root = r_.language.tokens[token.head].head == token.head;
      if (token.relation != Relation::nsubj || !root || token.head < i) continue;
      subject = i;
      return true;
    }
    return false;
  }

  // The person whose name that token heads or explains.
  EntityId person_at(std::uint32_t token) const {
    EntityId found;
    for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window; ++steps) {
      const MentionAt& m = named_[k];
      if (type(m) != EntityType::person) continue;
      if (m.first <= token && token < m.last) return m.entity;
      const Token& head = r_.language.tokens[m.head];
      const bool explains = head.head == token && (head.relation == Relation::appos || head.relation == Relation::flat);
      if (explains && !found.set()) found = m.entity;
    }
    return found;
  }

  // "one of them", "a diplomat": somebody whom no name follows.
  bool is_somebody(std::uint32_t t) const {
    const Token& token = r_.language.tokens[t];
    if (token.key == "one"_key || token.key == "another"_key) return true;
    if (token.tag != Tag::noun || token.form == Form::plural || covered_[t]) return false;
    for (const std::uint32_t d : r_.links.dependents(t)) {
      const Key key = r_.language.tokens[d].key;
      if (r_.language.tokens[d].relation == Relation::det && (key == "a"_key || key == "an"_key || key == "one"_key))
        return listed(token.lemma, NominalKind::person) || token.lemma == "official"_key || token.lemma == "diplomat"_key;
    }
    return false;
  }

  // "KHAN: He said": the label of who speaks is nobody that he speaks of.
  bool is_label(const MentionAt& m) const {
    return m.last < r_.language.tokens.size() && r_.language.tokens[m.last].tag == Tag::punct &&
           m.first <= r_.language.sentences[sentence(m)].first + 2 && r_.language.tokens[m.first].has(Token::all_capitals) &&
           r_.text[r_.language.tokens[m.last].span.begin] == ':';
  }

  // "The premier spoke with Tariq Aziz, and he said ...": an office without a name, which is the subject, comes before a name that is
  // none; so in the sentence after it, where that begins with "he".
  bool takes_up_office(std::uint32_t t) const {
    const Token& token = r_.language.tokens[t];
    if (token.relation != Relation::nsubj) return false;
    const language::Sentence& own = r_.language.sentences[token.sentence];
    const std::uint32_t verb = token.head;
    if (verb < own.last && verb >= own.first && r_.language.tokens[verb].relation == Relation::conj) {
      const std::uint32_t above = r_.language.tokens[verb].head;
      for (const std::uint32_t d : r_.links.dependents(above))
        if (d < above && r_.language.tokens[d].relation == Relation::nsubj) return is_unnamed_office(d);
      return false;
    }
    return t <= own.first + 1 && token.sentence > 0 && unnamed_ + 1 == token.sentence;
  }

  bool is_unnamed_office(std::uint32_t t) const {
    const Token& token = r_.language.tokens[t];
    if (covered_[t] || !listed(token.lemma, NominalKind::person)) return false;
    for (const std::uint32_t d : r_.links.dependents(t))
      if (covered_[d] || r_.language.tokens[d].relation == Relation::appos) return false;
    return true;
  }

  // "The two sides met. They agreed ...", "Oman and Qatar met. They ...": the subject of the sentence before, where that is states.
  void they(std::uint32_t t) {
    const std::uint32_t here = r_.language.tokens[t].sentence;
    const language::Sentence& own = r_.language.sentences[here];
    if (here == 0 || t > own.first + 2) return;
    if (const EntityId body = body_of_members(here); body.set()) return add(t, t + 1, t, body, MentionKind::pronoun);
    if (r_.language.sentences[here - 1].block != own.block) return;
    const std::uint32_t first = r_.language.sentences[here - 1].first;
    for (std::size_t back = 0; back < 2 && back < out_.pairs.size(); ++back) {
      const PairAt pair = out_.pairs[out_.pairs.size() - 1 - back];
      if (pair.head < first || r_.language.tokens[pair.head].relation != Relation::nsubj) continue;
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
      const Relation relation = r_.language.tokens[m.head].relation;
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
  EntityId body_of_members(std::uint32_t here) const {
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t back = 1; back <= reach && back <= here; ++back) {
      const language::Sentence& before = r_.language.sentences[here - back];
      const std::uint32_t first = before.first;
      if (first + 4 >= before.last) return {};
      if (r_.language.tokens[first].key == "they"_key) continue;
      const std::uint32_t members = first + (r_.language.tokens[first].key == "the"_key ? 1 : 0);
      if (r_.language.tokens[members].key != "members"_key || r_.language.tokens[members + 1].key != "of"_key) return {};
      for (std::size_t k = before_, steps = 0; k-- > 0 && steps < window * 2; ++steps) {
        const MentionAt& m = named_[k];
        if (m.first == members + 2 || m.first == members + 3) return type(m) == EntityType::organization ? m.entity : EntityId{};
        if (m.first < members) break;
      }
      return {};
    }
    return {};
  }

  // "The report names Chad. It recommends ...": the report does.
  bool follows_document(std::uint32_t t) const {
    static constexpr std::array documents = {"report"_key,   "brief"_key,  "paper"_key,      "study"_key,   "letter"_key,
                                             "article"_key,  "memo"_key,   "resolution"_key, "review"_key,  "survey"_key,
                                             "document"_key, "essay"_key,  "communique"_key, "account"_key, "editorial"_key,
                                             "analysis"_key, "dossier"_key};
    const std::uint32_t here = r_.language.tokens[t].sentence;
    const language::Sentence& own = r_.language.sentences[here];
    if (here == 0 || t > own.first + 1) return false;
    const language::Sentence& before = r_.language.sentences[here - 1];
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = before.first; i < before.last && i < before.first + reach; ++i) {
      const Token& word = r_.language.tokens[i];
      if (word.relation == Relation::nsubj || word.relation == Relation::nsubj_pass)
        return std::find(documents.begin(), documents.end(), word.lemma) != documents.end();
    }
    return false;
  }

  static bool acts(EntityType type) {
    return type == EntityType::organization || type == EntityType::armed_group || type == EntityType::country;
  }

  // "Niger said that it left", "Niger left the bloc. It said": the subject of the clause above, or of the sentence before. Never of what
  // "it" alone does: "it may take days", "it is a pity".
  template <class Accept>
  EntityId subject_above(std::uint32_t at, Accept&& accept) const {
    static constexpr std::array alone = {"take"_key, "seem"_key,   "appear"_key, "mean"_key,
                                         "show"_key, "remain"_key, "happen"_key, "cost"_key};
    const auto& tokens = r_.language.tokens;
    std::uint32_t verb = tokens[at].head;
    if (tokens[verb].tag != Tag::verb || std::find(alone.begin(), alone.end(), tokens[verb].lemma) != alone.end()) return {};
    std::uint32_t subject = at;
    constexpr int highest = 4;
    for (int i = 0; i < highest && subject == at && tokens[verb].head != verb; ++i) {
      verb = tokens[verb].head;
      for (const std::uint32_t d : r_.links.dependents(verb))
        if (d < at && (tokens[d].relation == Relation::nsubj || tokens[d].relation == Relation::nsubj_pass)) subject = d;
    }
    if (subject == at && !main_subject_before(at, subject)) return {};
    return only(at, near_sentences, true, [&](const MentionAt& m) { return m.head == subject && accept(m); });
  }

  // The nearest subject that passes, in this sentence or the one before.
  template <class Accept>
  EntityId subject_before(std::uint32_t at, Accept&& accept) const {
    return only(at, near_sentences, true, [&](const MentionAt& m) {
      Relation relation = r_.language.tokens[m.head].relation;
      if (relation == Relation::appos)
        relation = r_.language.tokens[r_.language.tokens[m.head].head].relation;  // "a guard, Omar Noor, was"
      return accept(m) && (relation == Relation::nsubj || relation == Relation::nsubj_pass);
    });
  }

  bool definite(const language::NounGroup& group, bool* both, bool* three) const {
    for (std::uint32_t t = group.first; t < group.head; ++t) {
      const Key key = r_.language.tokens[t].key;
      if (key == "both"_key || key == "two"_key) *both = true;
      if (key == "three"_key) *three = true;
    }
    const Key first = r_.language.tokens[group.first].key;
    return first == "the"_key || first == "this"_key || first == "that"_key || first == "both"_key || first == "these"_key;
  }

  bool listed(Key lemma, NominalKind kind) const {
    return r_.lexicon.nominal_words.contains(text::chain(static_cast<Key>(kind) + 1, lemma));
  }

  bool has_word(std::string_view words, Key word) const {
    for (const Key key : language::keys_of(words))
      if (key == word) return true;
    return false;
  }

  // "the interior minister" is no chief minister.
  bool has_modifiers(std::string_view title, const language::NounGroup& group, std::uint32_t noun) const {
    for (std::uint32_t i = group.first; i < noun; ++i) {
      const Token& word = r_.language.tokens[i];
      if ((word.tag == Tag::adj || word.tag == Tag::noun) && word.has(Token::has_letter) && !word.has(Token::initial_capital) &&
          word.key != "former"_key && word.key != "new"_key && word.key != "then"_key && word.key != "same"_key && word.key != "late"_key &&
          !has_word(title, word.key))
        return false;
    }
    return true;
  }

  void noun(std::uint32_t t, const Token& token) {
    const bool known = listed(token.lemma, NominalKind::group) || listed(token.lemma, NominalKind::organization) ||
                       listed(token.lemma, NominalKind::country) || listed(token.lemma, NominalKind::place) ||
                       listed(token.lemma, NominalKind::person) || listed(token.lemma, NominalKind::pair);
    if (!known || token.relation == Relation::compound) return;
    const language::NounGroup group = r_.links.noun_group(t);
    bool both = false, three = false;
    if (group.head != t || !definite(group, &both, &three)) return;
    // "the group's", "the country of": what follows says which, and it may be another
    const std::uint32_t next = group.last;
    if (next < r_.language.tokens.size() && r_.language.tokens[next].key == "of"_key) return;
    // "the regional governor Omar Noor": the name that follows says who.
    if (before_ < named_.size() && named_[before_].first >= group.head && named_[before_].first <= group.head + 1 &&
        type(named_[before_]) == EntityType::person)
      return;
    if (token.form == Form::plural && joint_[1].set() && is_party_to_document(token.lemma)) {
      if (body(group.head)) out_.pairs.push_back({group.first, group.last, group.head, joint_[0], joint_[1], joint_[2]});
      return;
    }
    if (both) {
      if (token.form == Form::plural && listed(token.lemma, NominalKind::pair)) pair(group);
      return;
    }
    if (three && token.form == Form::plural && (listed(token.lemma, NominalKind::pair) || token.lemma == "minister"_key))
      return triple(group);
    if (token.form == Form::plural) return;
    EntityId entity;
    if (listed(token.lemma, NominalKind::country)) {
      entity = only(t, near_sentences, false, [&](const MentionAt& m) { return type(m) == EntityType::country; });
    } else if (listed(token.lemma, NominalKind::place)) {
      const auto place = [&](const MentionAt& m) { return may_be_place(m, token.lemma); };
      entity = only(t, near_sentences, false, place);
      if (!entity.set()) entity = only(t, far_sentences, false, place);
    } else if (listed(token.lemma, NominalKind::person)) {
      entity = only(t, far_sentences, true, [&](const MentionAt& m) {
        const Entity& e = entities_[m.entity.index];
        return e.type == EntityType::person && std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
                 return has_word(role.title, token.key) && has_modifiers(role.title, group, t);
               });
      });
    }
    if (!entity.set() && listed(token.lemma, NominalKind::organization))
      entity = only(t, far_sentences, true, [&](const MentionAt& m) {
        return type(m) == EntityType::organization && has_word(entities_[m.entity.index].name, token.key);
      });
    if (!entity.set() && listed(token.lemma, NominalKind::group)) {
      entity = only(t, near_sentences, false, [&](const MentionAt& m) { return is_group(m); });
      if (!entity.set()) entity = subject_before(t, [&](const MentionAt& m) { return is_group(m); });
      if (!entity.set()) entity = only(t, near_sentences + 2, false, [&](const MentionAt& m) { return is_group(m); });
    }
    add(group.first, group.last, t, entity, MentionKind::nominal);
  }

  // "The town" is no province, "the province" no town; neither is where the story was filed.
  bool may_be_place(const MentionAt& m, Key noun) const {
    if (type(m) != EntityType::place || m.kind == MentionKind::demonym || is_dateline(m)) return false;
    const std::uint32_t first = r_.words.word_at[m.first], last = r_.words.word_at[m.last - 1];
    const std::uint32_t hit = r_.hit_at[first];
    const bool part = r_.hit_is(hit, Class::subdivision), settled = r_.hit_is(hit, Class::place) || r_.hit_is(hit, Class::capital);
    if (noun == "province"_key || noun == "district"_key || noun == "region"_key) return part || !settled || last > first;
    return settled || !part;
  }
  bool is_dateline(const MentionAt& m) const {
    const std::optional<Quoted>& line = r_.layout.dateline;
    return line && r_.language.tokens[m.first].span.begin >= line->span.begin && r_.language.tokens[m.first].span.begin < line->span.end;
  }

  // How often each entity was named up to here. Over the whole article O(mentions).
  void count_named() {
    if (times_named_.empty()) times_named_.resize(entities_.size());
    for (; counted_ < before_; ++counted_) ++times_named_[named_[counted_].entity.index];
  }

  // "Could Oman mediate? If both sides agree ...": in an article about two states others that are named in passing are not the two.
  // The two that were named most, where they were named far more often than one of the last two; else none.
  std::array<EntityId, 2> the_two(const std::array<EntityId, 2>& last, bool joined) {
    constexpr std::uint32_t often = 3, far_more = 3;
    count_named();
    std::array<EntityId, 2> most;
    for (const std::uint32_t i : countries_) {
      if (times_named_[i] < often) continue;
      if (!most[0].set() || times_named_[i] > times_named_[most[0].index]) {
        most = {EntityId{i}, most[0]};
      } else if (!most[1].set() || times_named_[i] > times_named_[most[1].index]) {
        most[1] = EntityId{i};
      }
    }
    if (joined) return {};
    if (title_[1].set()) return title_;
    if (!most[1].set()) return {};
    std::uint32_t least = times_named_[most[1].index];
    for (const EntityId id : last)
      if (id.set() && !(id == most[0]) && !(id == most[1])) least = std::min(least, times_named_[id.index]);
    return times_named_[most[1].index] >= least * far_more ? most : std::array<EntityId, 2>{};
  }

  // A state; of "both sides", also a union of states, but for the United Nations, which are no side.
  bool may_be_side(const MentionAt& m, bool sides) const {
    if (type(m) == EntityType::country) return true;
    return sides && type(m) == EntityType::organization &&
           (entities_[m.entity.index].name == "EU" || entities_[m.entity.index].name == "European Union" ||
            entities_[m.entity.index].name == "NATO" || entities_[m.entity.index].name == "ASEAN");
  }

  // "arms left behind in Oman": where something is, not who deals with whom.
  bool is_where(const MentionAt& m) const {
    if (r_.language.tokens[m.head].relation != Relation::nmod && r_.language.tokens[m.head].relation != Relation::obl) return false;
    for (const std::uint32_t d : r_.links.dependents(m.head))
      if (r_.language.tokens[d].relation == Relation::case_ && r_.language.tokens[d].key == "in"_key) return true;
    return false;
  }

  // The two states that the title names; none where it names one or three.
  std::array<EntityId, 2> in_title() const {
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

  // "the Ministers", "the two sides" of a joint statement
  static bool is_party_to_document(Key lemma) {
    static constexpr std::array keys = {"minister"_key, "leader"_key,  "president"_key,  "side"_key,
                                        "party"_key,    "country"_key, "state"_key,      "delegation"_key,
                                        "premier"_key,  "chief"_key,   "government"_key, "participant"_key};
    return std::find(keys.begin(), keys.end(), lemma) != keys.end();
  }

  // "Joint Communique of the Ministers of Oman and the Gulf Council": the two or three whose document it is; none where it is no joint
  // one, or one of more.
  std::array<EntityId, 3> of_joint_document() const {
    static constexpr std::array kinds = {"communique"_key,  "communiqué"_key, "statement"_key,
                                         "declaration"_key, "read-out"_key,   "readout"_key};
    const auto& blocks = r_.layout.blocks;
    if (blocks.empty() || r_.language.sentences.empty()) return {};
    const language::Sentence& title = r_.language.sentences.front();
    bool joint = false, document = false;
    for (std::uint32_t t = title.first; t < title.last; ++t) {
      const Key key = r_.language.tokens[t].key;
      joint = joint || key == "joint"_key;
      document = document || std::find(kinds.begin(), kinds.end(), key) != kinds.end();
    }
    if (!joint || !document || blocks[title.block].kind != BlockKind::title) return {};
    std::array<EntityId, 3> parties;
    std::size_t count = 0;
    for (const MentionAt& m : named_) {
      if (m.first >= title.last) break;
      const bool union_of_states = type(m) == EntityType::organization && entities_[m.entity.index].sector == "IGO";
      if ((type(m) != EntityType::country && !union_of_states) || std::find(parties.begin(), parties.end(), m.entity) != parties.end())
        continue;
      if (count == parties.size()) return {};
      parties[count++] = m.entity;
    }
    return count >= 2 ? parties : std::array<EntityId, 3>{};
  }

  // "Oman and Qatar", "Oman, Qatar": the two stand together.
  bool stand_together(const MentionAt& first, const MentionAt& second) const {
    return sentence(first) == sentence(second) && second.first >= first.last && second.first - first.last <= 3;
  }

  // "the three sides": the three states that were named most so far, where no fourth was named as often.
  void triple(const language::NounGroup& group) {
    count_named();
    std::array<EntityId, 4> most;
    for (const std::uint32_t i : countries_) {
      if (times_named_[i] == 0) continue;
      std::size_t place = most.size();
      while (place > 0 && (!most[place - 1].set() || times_named_[i] > times_named_[most[place - 1].index])) --place;
      for (std::size_t k = most.size() - 1; k > place; --k) most[k] = most[k - 1];
      if (place < most.size()) most[place] = EntityId{i};
    }
    const bool fourth = most[3].set() && times_named_[most[3].index] == times_named_[most[2].index];
    if (most[2].set() && !fourth) out_.pairs.push_back({group.first, group.last, group.head, most[0], most[1], most[2]});
  }

  // The last two countries, or the last two that act, named before; or the two that the article is about.
  void pair(const language::NounGroup& group) {
    std::array<EntityId, 2> found;
    std::array<const MentionAt*, 2> at{};
    std::size_t count = 0;
    bool three = false;
    const bool sides = r_.language.tokens[group.head].lemma == "side"_key;
    const std::uint32_t here = r_.language.tokens[group.head].sentence;
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
    three = three && !beside;  // "Oman and Peru met over Chile. The two countries": the two that stand together last
    const bool joined =
        count == 2 && !three && sentence(*at[0]) + near_sentences >= here && (beside || sentence(*at[1]) + near_sentences >= here);
    if (const std::array<EntityId, 2> two = the_two(found, joined); two[0].set()) {
      found = two;
      count = 2;
      three = false;
    }
    if (count == 2 && !three) out_.pairs.push_back({group.first, group.last, group.head, found[1], found[0], {}});
  }

  const Reading& r_;
  const std::vector<Entity>& entities_;
  const std::vector<MentionAt>& named_;
  std::vector<bool> covered_;
  std::size_t before_ = 0;
  std::uint32_t unnamed_ = 0xFFFFFFF0u;         // the last sentence in which "he" was an office without a name
  std::vector<std::uint32_t> countries_;        // entities that are states: there are few
  std::array<EntityId, 2> title_;               // the two that the title names
  std::array<EntityId, 3> joint_;               // the two or three whose joint document it is
  std::size_t counted_ = 0;                     // named mentions that times_named_ counts
  std::vector<std::uint32_t> times_named_;      // of each entity
  std::unordered_map<std::uint32_t, int> sex_;  // of persons: how often "she" took them up, less how often "he"
  Anaphora out_;
};

}  // namespace

Anaphora find_anaphora(const Reading& reading, const std::vector<Entity>& entities, const std::vector<MentionAt>& named) {
  return Nominals(reading, entities, named).run();
}

}  // namespace khabar::entities
