// What the files of this room ask of one article's tree: small, constant-time questions.
#pragma once

#include "facts/incidents/mention.h"

#include <span>

namespace khabar::incidents {

using language::Form;
using language::Link;
using language::LinkKind;
using language::Relation;
using language::Tag;
using language::Token;
using namespace text::literals;

class Syntax {
 public:
  Syntax(const mentions::Article& article, const Frames::Tables& frames) : article(article), frames(frames) {}

  const mentions::Article& article;
  const Frames::Tables& frames;

  const Token& token(std::uint32_t at) const { return article.token(at); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(article.language.tokens.size()); }
  bool is_verb(std::uint32_t at) const { return token(at).tag == Tag::verb || token(at).tag == Tag::aux; }
  bool is_noun(std::uint32_t at) const { return token(at).tag == Tag::noun || token(at).tag == Tag::propn; }

  /// The first dependents only: a word with a million of them costs no more than another.
  std::span<const std::uint32_t> dependents(std::uint32_t at) const {
    const std::span<const std::uint32_t> all = article.links.dependents(at);
    return all.first(std::min<std::size_t>(all.size(), 48));
  }
  std::span<const Link> links(std::uint32_t at) const {
    const std::span<const Link> all = article.links.of(at);
    return all.first(std::min<std::size_t>(all.size(), 48));
  }
  std::uint32_t dependent(std::uint32_t at, Relation relation) const {
    for (std::uint32_t d : dependents(at))
      if (token(d).relation == relation) return d;
    return none;
  }
  bool has(std::uint32_t at, Relation relation) const { return dependent(at, relation) != none; }
  /// Key of the preposition before the noun; 0 where there is none.
  Key preposition(std::uint32_t at) const {
    for (std::uint32_t d : dependents(at))
      if (token(d).relation == Relation::case_ && d < at) return token(d).key;
    return 0;
  }
  /// "US", "UK": letters that stand for a state's adjective as well as for its name.
  bool is_worn(std::uint32_t vest) const;
  bool is_aircraft(std::uint32_t bombers) const;
  bool is_adjective_of_state(std::uint32_t at) const {
    const std::string_view words = article.words(token(at).span);
    return words == "US" || words == "U.S." || words == "UK" || words == "U.K." || words == "UAE";
  }
  /// "Bomb kills two: officials": do a colon, a bracket or, in a headline, a dash part the two? What the tree ties across one is no
  /// argument. O(1).
  bool parted(std::uint32_t first, std::uint32_t second) const;
  bool is_aside(std::uint32_t at) const;
  /// "The NLF [National Lake Front]": the name before the brackets that the other stands in; the token itself elsewhere. O(1).
  std::uint32_t unbracketed(std::uint32_t at) const;
  /// A number that stands for people: "killed 12", "kills one".
  bool is_number(std::uint32_t at) const { return token(at).tag == Tag::num || (token(at).key == "one"_key && token(at).tag == Tag::noun); }
  bool is_comma(std::uint32_t at) const { return article.words(token(at).span) == ","; }
  bool is_time(std::uint32_t at) const { return article.mentions.time_of[at] != none && !is_somebody_of_age(at); }
  /// "the 23-year-old was stabbed": an age that stands for who has it.
  bool is_somebody_of_age(std::uint32_t at) const {
    using namespace text::literals;
    const language::Token& t = token(at);
    return t.key == "old"_key && t.tag == Tag::noun && at > 3 && token(at - 2).lemma == "year"_key &&
           (t.relation == Relation::nsubj || t.relation == Relation::nsubj_pass || t.relation == Relation::obj);
  }

  /// "Gao's militia blamed": the last noun after a possessor that the tree took for the argument; the token itself where it is none.
  std::uint32_t possessed(std::uint32_t at) const;
  /// "Police chief Ana Diaz": the name at the end of the title, where the tree took a word of it; the token itself where there is none.
  std::uint32_t titled(std::uint32_t at) const;
  /// Who wears it: "men" for "policemen" in "men dressed as policemen"; the token itself where nobody is disguised.
  std::uint32_t undisguised(std::uint32_t at) const;
  /// The noun that says what a group is: "gunmen" in "a group of gunmen", "soldiers" in "three of the soldiers".
  std::uint32_t telling_noun(std::uint32_t at) const;
  /// "workers" for "six" in "workers from Peru, six of whom"; the number itself where no noun stands before it.
  std::uint32_t antecedent(std::uint32_t number) const;
  /// The thing whose part the token names: "pipeline" in "a section of the pipeline"; the token itself where it names no part.
  std::uint32_t whole(std::uint32_t at) const;
  /// "In front of the bank", "opposite the bank": makes it "outside", and the noun the bank.
  void stand_before(Key& preposition, std::uint32_t& at) const;
  /// "A truck packed with explosives": a thing that carries what explodes. O(1).
  bool is_rigged(std::uint32_t at) const;
  /// "an explosives-laden van"
  bool is_laden(std::uint32_t at) const;
  /// Where the words for such a load end. O(1).
  std::uint32_t load_of(std::uint32_t at) const;
  /// Class of the noun group that the token heads: names by their entity, nouns by the lists, others by their ending.
  NounClass class_of(std::uint32_t at) const;
  /// The same of two words together ("power line"); nothing where no list has them.
  NounClass class_of_phrase(std::uint32_t at) const;
  /// The entity that the noun group is: its head's, or that of the name beside it ("Judge Ana Diaz", "the judge, Ana Diaz").
  EntityId entity_of(std::uint32_t at) const;
  const Entity* entity(EntityId id) const { return id.set() ? &article.mentions.entities.entities[id.index] : nullptr; }
  /// A place or a state: where something happens, rather than who did it.
  bool is_place(EntityId id) const {
    const Entity* e = entity(id);
    return e && (e->type == EntityType::place || e->type == EntityType::country);
  }
  /// Is the token of a person's name? Where not only in full, "Diaz" will do.
  bool is_person_named(std::uint32_t at, bool in_full) const;
  /// The words of a filler: the name alone where it is one, else the noun group without determiner.
  Span words_of(std::uint32_t at, EntityId entity) const;
  /// The words for people without a name, with how few they were and what they wore: "two men wearing uniforms". O(1): bounded steps.
  Span described(std::uint32_t at, Span words) const;
  /// "An attack tonight on a bus": the day that the tree made the noun's head, which holds what hangs on the noun; none where there is
  /// none.
  std::uint32_t day_above(std::uint32_t at) const {
    const Token& t = token(at);
    return t.relation == Relation::compound && t.head == at + 1 && is_time(t.head) ? t.head : none;
  }
  bool ends_in_ing(std::uint32_t at) const {
    const std::string_view word = article.words(token(at).span);
    return word.size() > 5 && word.substr(word.size() - 3) == "ing";
  }
  bool is_plural(std::uint32_t at) const { return token(at).form == Form::plural; }

 private:
  EntityId named_after(std::uint32_t at) const;
  Span name_words(std::uint32_t at, EntityId id) const;
  std::uint32_t description_begin(std::uint32_t at, EntityId id, std::uint32_t first) const;
  std::uint32_t with_name(std::uint32_t at, std::uint32_t first) const;
  std::uint32_t of_phrase_end(std::uint32_t at) const;
  std::uint32_t of_name_end(std::uint32_t at) const;
};

}  // namespace khabar::incidents
