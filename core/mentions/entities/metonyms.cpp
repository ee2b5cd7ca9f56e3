// Metonyms: a capital is a government where it acts or is dealt with, else a city.
//
//   Islamabad said ...     relations with Kabul     Ankara's request     the Kabul regime     Tehran-backed     -> country
//   in Kabul               the streets of Kabul     Kabul airport        Islamabad fell                         -> place
#include <array>

#include "lexicon/table.h"
#include "mentions/entities/coreference.h"

namespace khabar::entities {

namespace {

using namespace text::literals;
using language::Relation;
using language::Tag;
using language::Token;

class Metonyms {
 public:
  Metonyms(const Reading& reading, std::vector<Name>& names) : r_(reading), names_(names), name_at_(reading.words.size(), none) {
    for (std::uint32_t n = 0; n < names.size(); ++n)
      for (std::uint32_t i = names[n].words.first; i < names[n].words.last; ++i) name_at_[i] = n;
  }

  void run() {
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
      Name& name = names_[n];
      if (name.entry == none || (name.type != EntityType::place && name.type != EntityType::country)) continue;
      const std::uint32_t entry = government_of(name);
      if (entry == none) continue;
      if (acts(name) || beside_a_government(n)) {
        name.entry = entry;
        name.type = EntityType::country;
        name.kind = MentionKind::metonym;
      }
    }
  }

 private:
  // The entry by which a city or a house stands for its state; none where it never does.
  std::uint32_t government_of(const Name& name) const {
    const std::uint32_t hit = r_.hit_at[name.words.first];
    if (hit == none || r_.hits[hit].words.last != name.words.last) return none;
    if (r_.hit_is(hit, Class::country)) return none;
    const std::uint32_t seat = r_.entry_of(r_.hits[hit], Class::seat);
    return seat != none ? seat : r_.entry_of(r_.hits[hit], Class::capital);
  }

  bool listed(Key word, Context context) const {
    return r_.lexicon.metonym_words.contains(text::chain(static_cast<Key>(context) + 1, word));
  }

  std::uint32_t head_of(Range words) const {
    const std::uint32_t first = r_.words[words.first].token, last = r_.words[words.last - 1].token + 1;
    for (std::uint32_t t = first; t < last; ++t) {
      const std::uint32_t head = r_.language.tokens[t].head;
      if (head < first || head >= last || head == t) return t;
    }
    return last - 1;
  }

  Key preposition_of(std::uint32_t token) const {
    for (const std::uint32_t d : r_.links.dependents(token))
      if (r_.language.tokens[d].relation == Relation::case_ && d < token) return r_.language.tokens[d].key;
    return 0;
  }

  static bool is_locative(Key preposition) {
    return preposition == "in"_key || preposition == "at"_key || preposition == "near"_key || preposition == "around"_key ||
           preposition == "into"_key || preposition == "outside"_key || preposition == "inside"_key || preposition == "across"_key ||
           preposition == "through"_key || preposition == "via"_key || preposition == "of"_key || preposition == "over"_key;
  }

  bool acts(const Name& name) const {
    const std::uint32_t t = head_of(name.words);
    const Token& token = r_.language.tokens[t];
    const Token& head = r_.language.tokens[token.head];
    const std::uint32_t next = name.words.last;
    const bool has_next = next < r_.words.size() && r_.language.tokens[r_.words[next].token].sentence == token.sentence;
    if (has_next && r_.words[next].has(Word::joined)) return listed(r_.words[next].key, Context::hyphen);
    if (has_next && r_.words[next].key == "'s"_key) {
      // The noun after the possessive and its adjectives.
      for (std::uint32_t i = next + 1; i < r_.words.size() && i < next + 5; ++i) {
        if (r_.words[i].has(Word::mark)) break;
        if (listed(r_.token(i).lemma, Context::possession)) return true;
        if (r_.token(i).tag != Tag::adj && r_.token(i).tag != Tag::adv && r_.token(i).tag != Tag::noun && r_.token(i).tag != Tag::num)
          break;
      }
      return false;
    }
    const Key preposition = preposition_of(t);
    if (preposition != 0 && is_locative(preposition)) return false;
    switch (token.relation) {
      case Relation::nsubj: return listed(head.lemma, Context::subject) || decides(token.head);
      case Relation::obj: return listed(head.lemma, Context::object);
      case Relation::obl_agent: return true;
      case Relation::obl:
      case Relation::nmod:
        if (preposition == "with"_key || preposition == "between"_key || preposition == "towards"_key || preposition == "toward"_key ||
            preposition == "against"_key)
          return listed(head.lemma, Context::relation) || head.tag == Tag::verb;
        if (preposition == "from"_key || preposition == "to"_key || preposition == "on"_key || preposition == "by"_key ||
            preposition == "for"_key)
          return head.tag == Tag::noun && listed(head.lemma, Context::relation) && head.lemma != "visit"_key;
        return false;
      case Relation::compound:
      case Relation::amod: return listed(head.lemma, Context::modifier);
      default: return false;
    }
  }

  // "Kabul must hand them over", "Delhi will never accept it": who ought to act, or will, is no town.
  bool decides(std::uint32_t verb) const {
    static constexpr std::array befalls = {"be"_key,   "become"_key,  "fall"_key,       "host"_key,    "run"_key,
                                           "see"_key,  "suffer"_key,  "experience"_key, "witness"_key, "remain"_key,
                                           "grow"_key, "burn"_key,    "flood"_key,      "lose"_key,    "receive"_key,
                                           "have"_key, "contain"_key, "collapse"_key,   "lie"_key,     "stay"_key};
    const Token& token = r_.language.tokens[verb];
    if (token.tag != Tag::verb || std::find(befalls.begin(), befalls.end(), token.lemma) != befalls.end()) return false;
    bool modal = false, passive = false, object = false, binding = false;
    for (const std::uint32_t d : r_.links.dependents(verb)) {
      const Token& t = r_.language.tokens[d];
      modal = modal || (t.form == language::Form::modal && d < verb);
      binding = binding || t.key == "should"_key || t.key == "must"_key;
      passive = passive || t.relation == Relation::aux_pass;
      object = object || t.relation == Relation::obj || t.relation == Relation::xcomp || t.relation == Relation::ccomp;
    }
    const bool ought = token.lemma == "ought"_key || token.lemma == "need"_key;
    return !passive && (ought || (modal && (binding || object)));
  }

  // "Islamabad and Kabul", "between Pakistan and Kabul": as its partner is.
  bool beside_a_government(std::uint32_t n) const {
    const std::uint32_t t = head_of(names_[n].words);
    const Token& token = r_.language.tokens[t];
    if (token.relation != Relation::conj) return false;
    const std::uint32_t partner = name_at_[r_.words.word_at[token.head]];
    if (partner == none || partner == n) return false;
    if (names_[partner].kind == MentionKind::metonym) return true;
    return names_[partner].type == EntityType::country && names_[partner].kind == MentionKind::name &&
           !is_locative(preposition_of(token.head)) && acts(names_[partner]);
  }

  const Reading& r_;
  std::vector<Name>& names_;
  std::vector<std::uint32_t> name_at_;
};

}  // namespace

void read_metonyms(const Reading& reading, std::vector<Name>& names) { Metonyms(reading, names).run(); }

}  // namespace khabar::entities
