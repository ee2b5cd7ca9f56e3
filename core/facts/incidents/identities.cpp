#include "facts/incidents/identities.h"

#include "facts/incidents/chunks.h"

namespace khabar::incidents {

namespace {

bool is_hurt_word(const Syntax& syntax, Key key) {
  if (key == "deceased"_key) return true;
  const Effects::Row* row = syntax.frames.effects.find(key);
  return row && (row->effect == Effect::killed || row->effect == Effect::injured || row->effect == Effect::abducted);
}

bool is_held_word(Key key) { return key == "arrested"_key || key == "detained"_key || key == "captured"_key; }

enum class Side : std::uint8_t { nobody, hit, attacker };

// "the victims", "the murdered inspector", "the bodies"; "the gunmen", "the suspects".
Side side_of(const Syntax& syntax, std::uint32_t noun) {
  const Token& t = syntax.token(noun);
  if (t.lemma == "victim"_key || t.lemma == "body"_key || t.lemma == "fatality"_key || t.lemma == "hostage"_key ||
      is_hurt_word(syntax, t.key))
    return Side::hit;
  for (std::uint32_t d : syntax.dependents(noun))
    if (d < noun && is_hurt_word(syntax, syntax.token(d).key)) return Side::hit;
  for (std::uint32_t d : syntax.dependents(noun))  // "the arrested men", "the men arrested for the murder"
    if (is_held_word(syntax.token(d).key) && syntax.class_of(noun).is_people()) return Side::attacker;
  if (t.lemma == "suspect"_key || t.lemma == "perpetrator"_key || t.lemma == "culprit"_key) return Side::attacker;
  return !syntax.entity_of(noun).set() && syntax.class_of(noun).noun == Noun::attacker ? Side::attacker : Side::nobody;
}

// "57-year-old Ana Diaz", "20-month-old": the words of an age before a name.
bool in_age(const Syntax& syntax, std::uint32_t at) {
  for (std::uint32_t i = at; i + 3 > at && i > 0; --i)
    if (syntax.token(i).key == "old"_key && syntax.article.words(syntax.token(i - 1).span) == "-") return true;
  return false;
}

// "as Ana Diaz, 30, and the teacher Luis Mora": names up to the next verb or preposition.
void names_from(const Syntax& syntax, std::uint32_t from, std::uint32_t last, ArgumentRole role, std::vector<Filler>& out) {
  const mentions::Mentions& mentions = syntax.article.mentions;
  for (std::uint32_t i = from; i < last && i < from + 60 && out.size() < 12; ++i) {
    const Token& t = syntax.token(i);
    const std::uint32_t m = mentions.mention_of[i];
    if (m != none) {
      const entities::MentionAt& named = mentions.entities.mentions[m];
      const bool name = named.kind == MentionKind::name || named.kind == MentionKind::short_name;
      if (name && syntax.entity(named.entity)->type == EntityType::person)
        out.push_back({role,
                       i,
                       named.entity,
                       {role == ArgumentRole::actor ? Noun::attacker : Noun::person, Mode::none},
                       {syntax.token(named.first).span.begin, syntax.token(named.last - 1).span.end},
                       role == ArgumentRole::actor});
      i = named.last - 1;
      continue;
    }
    if (out.empty() && t.key == "identified"_key && i + 1 < last && syntax.token(i + 1).key == "as"_key) {  // "a vendor identified as"
      from = ++i;
      continue;
    }
    if (out.empty() && syntax.article.words(t.span) == ";") from = i;                  // "were: a driver; Ana Diaz, a nurse"
    if (out.empty() && i > from + 3 && !(i <= from + 6 && in_age(syntax, i))) return;  // "identified as members of a gang led by Ana Diaz"
    if (t.tag == Tag::verb || t.tag == Tag::aux || t.tag == Tag::adp || t.tag == Tag::sconj || t.tag == Tag::pron) {
      // "as Ana Diaz, who worked for the radio; and Luis Mora": past the semicolon the list goes on.
      if (out.empty()) return;
      std::uint32_t mark = i + 1;
      while (mark < last && mark < i + 24 && syntax.article.words(syntax.token(mark).span) != ";") ++mark;
      if (mark == last || mark == i + 24) return;
      i = mark;
    }
  }
}

// "Those", "the five students": people told before.
bool names_those(const Syntax& syntax, const Chunks& chunks, std::uint32_t noun) {
  if (syntax.token(noun).key == "those"_key) return true;
  std::uint32_t first = noun;
  return chunks.group_ending(noun, first) != none && syntax.token(first).key == "the"_key && syntax.class_of(noun).is_people();
}

// "The second man killed on Monday in Gao is": the participle that says which, past when and where; none where there is none.
std::uint32_t hurt_before(const Syntax& syntax, std::uint32_t verb, std::uint32_t start) {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = verb; i > start + 1 && verb - i < reach; --i) {
    const Token& t = syntax.token(i - 1);
    if (t.tag == Tag::verb) return is_hurt_word(syntax, t.key) && verb - i > 0 ? i - 1 : none;
    if (t.tag != Tag::adp && t.tag != Tag::noun && t.tag != Tag::propn && t.tag != Tag::det && t.tag != Tag::num) return none;
  }
  return none;
}

// The noun group that a verb "to be" says the names of: "the dead", "one of the victims", "the wounded reporters", "the monks killed".
// `verb` is the form of "to be"; the group must be definite.
Side side_before(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const std::uint32_t start = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  if (verb == start) return Side::nobody;
  if (syntax.token(verb - 1).key == "here"_key && verb > start + 1) --verb;  // "among the injured here are"
  const Token& last = syntax.token(verb - 1);
  std::uint32_t first = verb - 1;
  if (last.key == "died"_key && first > start + 1 && syntax.token(first - 1).key == "who"_key)  // "those who died are"
    return names_those(syntax, chunks, first - 2) ? Side::hit : Side::nobody;
  if (const Token& opens = syntax.token(start);
      verb < start + 10 && verb > start + 2 && opens.tag == Tag::verb && is_hurt_word(syntax, opens.key))
    return syntax.token(start + 1).key == "in"_key || syntax.token(start + 1).key == "by"_key ? Side::hit
                                                                                              : Side::nobody;  // "killed in the raid were"
  if ((last.tag == Tag::adj || last.tag == Tag::verb) && is_hurt_word(syntax, last.key) && first > start) {
    const Token& before = syntax.token(first - 1);
    if (before.key == "the"_key || before.key == "those"_key) return Side::hit;  // "the dead were", "those kidnapped are"
    if (before.key == "also"_key && last.tag == Tag::verb && first == start + 1) return Side::hit;  // "also injured were"
    if (before.lemma == "be"_key && first > start + 2 && syntax.token(first - 2).key == "who"_key)
      return names_those(syntax, chunks, first - 3) ? Side::hit : Side::nobody;  // "those who were kidnapped are"
    --first;                                                                     // "the monks killed were"
    if (chunks.group_ending(first, first) == none) return Side::nobody;
    return syntax.token(first).key == "the"_key ? Side::hit : Side::nobody;
  }
  if (const std::uint32_t hurt = hurt_before(syntax, verb, start); hurt != none && chunks.group_ending(hurt - 1, first) != none)
    return syntax.token(first).key == "the"_key && syntax.class_of(hurt - 1).is_people() ? Side::hit : Side::nobody;
  const std::uint32_t head = chunks.group_ending(verb - 1, first);
  if (head == none || syntax.entity_of(head).set() || first == verb) return Side::nobody;
  if (syntax.token(first).key != "the"_key) return Side::nobody;
  for (std::uint32_t i = first + 1; i <= head; ++i)  // "the two other wounded nuns"
    if (is_hurt_word(syntax, syntax.token(i).key)) return Side::hit;
  return side_of(syntax, head) == Side::hit ? Side::hit : Side::nobody;
}

// "Police named the dead as Ana Diaz and Luis Mora": the "as" behind who is named; none where there is none.
std::uint32_t named_as(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const Token& t = syntax.token(verb);
  if (t.tag != Tag::verb || (t.lemma != "identify"_key && t.lemma != "name"_key) || syntax.token(verb + 1).key != "the"_key) return none;
  const std::uint32_t last = syntax.article.language.sentences[t.sentence].last;
  const std::uint32_t head = chunks.head_from(verb + 1);
  std::uint32_t as = head == none ? verb + 2 : head + 1;
  while (as < verb + 6 && as + 1 < last && syntax.token(as).key != "as"_key && is_hurt_word(syntax, syntax.token(as).key)) ++as;
  return as + 1 < last && syntax.token(as).key == "as"_key ? as : none;
}

// "Gunmen killed four people on Monday: Ana Diaz, Luis Mora, ...": two names or more behind a colon in running text.
bool opens_names(const Syntax& syntax, const language::Sentence& sentence, std::uint32_t colon) {
  if (syntax.article.words(syntax.token(colon).span) != ":" || realis::is_headline(syntax.article, syntax.token(colon).sentence))
    return false;
  bool hurt = false, people = false;
  for (std::uint32_t i = sentence.first; i < colon; ++i) {
    const Token& t = syntax.token(i);
    if (is_held_word(t.key) || t.lemma == "say"_key || t.lemma == "suspect"_key) return false;
    hurt = hurt || (t.tag == Tag::verb && is_hurt_word(syntax, t.key));
    people = people || (syntax.is_plural(i) && syntax.class_of(i).is_people() && syntax.class_of(i).noun != Noun::attacker);
  }
  int names = 0;
  for (std::uint32_t i = colon + 1; hurt && people && i < sentence.last && i < colon + 16; ++i) {
    if (syntax.is_verb(i)) break;
    const std::uint32_t m = syntax.article.mentions.mention_of[i];
    if (m == none) continue;
    const entities::MentionAt& named = syntax.article.mentions.entities.mentions[m];
    names += named.kind == MentionKind::name && syntax.entity(named.entity)->type == EntityType::person;
    i = named.last - 1;
  }
  return names >= 2;
}

// "The following people were killed: Ana Diaz and Luis Mora"
bool opens_list(const Syntax& syntax, std::uint32_t verb) {
  if (syntax.article.words(syntax.token(verb + 1).span) != ":") return false;
  const std::uint32_t start = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  for (int i = 0; i < 4 && verb > start && !is_hurt_word(syntax, syntax.token(verb).key) && !syntax.is_verb(verb); ++i)
    --verb;  // "died in the fighting:"
  if (!is_hurt_word(syntax, syntax.token(verb).key) && syntax.token(verb).key != "died"_key) return false;
  for (std::uint32_t i = verb; i > start && verb - i < 6; --i)
    if (syntax.token(i - 1).key == "following"_key) return i < start + 3;
  return false;
}

// "The dead were Ana Diaz and two guards", "the dead include Ana Diaz", "among the victims was Ana Diaz", "one of the wounded is Ana Diaz",
// "the victim's name was".
bool names_the_hurt(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const Key key = syntax.token(verb).key;
  const bool lists = syntax.token(verb).lemma == "include"_key && syntax.is_verb(verb) && syntax.token(verb).form != Form::gerund;
  if (key != "is"_key && key != "are"_key && key != "was"_key && key != "were"_key && !lists) return false;
  const std::uint32_t start = syntax.article.language.sentences[syntax.token(verb).sentence].first;
  if (verb > start + 3 && syntax.token(verb - 1).key == "name"_key && syntax.token(verb - 2).tag == Tag::part)
    return side_of(syntax, verb - 3) == Side::hit;
  return side_before(syntax, chunks, verb) == Side::hit;
}

// "The victim, Luis Mora, was a teacher", "one of the dead men, Luis Mora": the comma that the name follows; none where there is none.
std::uint32_t comma_after_hurt(const Syntax& syntax, const Chunks& chunks, std::uint32_t the) {
  if (syntax.token(the).key != "the"_key) return none;
  const std::uint32_t head = chunks.head_from(the);
  const std::uint32_t last = syntax.article.language.sentences[syntax.token(the).sentence].last;
  if (head == none || head + 2 >= last || syntax.article.entity_at(head).set() || syntax.article.words(syntax.token(head + 1).span) != ",")
    return none;
  bool hurt = syntax.token(head).lemma == "victim"_key;
  for (std::uint32_t i = the + 1; i < head && syntax.class_of(head).is_people(); ++i)
    hurt = hurt || is_hurt_word(syntax, syntax.token(i).key);
  const Entity* named = syntax.entity(syntax.article.entity_at(head + 2));
  return hurt && named && named->type == EntityType::person ? head + 1 : none;
}

// "... killed four people. They are Ana Diaz, Luis Mora and two nurses": those that the sentence before counts, and no others.
bool are_the_hurt(const Syntax& syntax, std::uint32_t index, std::uint32_t verb) {
  const auto& sentences = syntax.article.language.sentences;
  const Token& t = syntax.token(verb);
  if (index == 0 || verb != sentences[index].first + 1 || (t.key != "are"_key && t.key != "were"_key)) return false;
  if (syntax.token(verb - 1).key != "they"_key || sentences[index].block != sentences[index - 1].block) return false;
  bool name = false;
  for (std::uint32_t i = verb + 1; i < sentences[index].last && i < verb + 5 && !name; ++i) {
    if (syntax.token(i).tag != Tag::propn && syntax.token(i).tag != Tag::noun) return false;
    const Entity* entity = syntax.entity(syntax.article.entity_at(i));
    name = entity && entity->type == EntityType::person;
  }
  bool hurt = false;
  for (std::uint32_t i = sentences[index - 1].first; name && i < sentences[index - 1].last; ++i) {
    const Token& before = syntax.token(i);
    if (is_held_word(before.key) || before.lemma == "suspect"_key || before.lemma == "accuse"_key || before.lemma == "arrest"_key)
      return false;
    hurt = hurt || is_hurt_word(syntax, before.key);
  }
  return hurt;
}

// "A teacher, identified as Ana Diaz, was killed": the verb that says what befell whom the participle names.
std::uint32_t hurt_after(const Syntax& syntax, const Chunks& chunks, std::uint32_t verb) {
  const language::Sentence& sentence = syntax.article.language.sentences[syntax.token(verb).sentence];
  if (syntax.token(verb).key != "identified"_key || syntax.token(verb + 1).key != "as"_key || verb < sentence.first + 2) return none;
  std::uint32_t first = verb - 1;
  if (syntax.article.words(syntax.token(first).span) == ",") --first;
  const std::uint32_t who = chunks.group_ending(first, first);
  if (who == none || syntax.is_plural(who) || !syntax.class_of(syntax.telling_noun(who)).is_people()) return none;
  for (std::uint32_t i = verb + 3; i + 1 < sentence.last && i < verb + 18; ++i) {
    if (syntax.token(i).key == "was"_key) return is_hurt_word(syntax, syntax.token(i + 1).key) ? i + 1 : none;
    if (syntax.token(i).tag == Tag::sconj || syntax.token(i).tag == Tag::pron) return none;
  }
  return none;
}

}  // namespace

void find_identities(const Syntax& syntax, std::uint32_t index, std::vector<Responsibility>& out) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const Chunks chunks(syntax);
  for (std::uint32_t v = sentence.first; v + 2 < sentence.last; ++v) {
    Side side = Side::nobody;
    bool here = false;
    std::uint32_t from = v + 2, event = none;
    if (const std::uint32_t hurt = hurt_after(syntax, chunks, v); hurt != none) {
      side = Side::hit;
      event = hurt;
    } else if (const std::uint32_t as = named_as(syntax, chunks, v); as != none) {
      side = side_of(syntax, as - 1);
      from = as + 1;
    } else if ((syntax.token(v).lemma == "identify"_key || syntax.token(v).key == "named"_key) && syntax.token(v + 1).key == "as"_key) {
      const language::VerbGroup group = syntax.article.links.verb_group(v);
      if (!group.passive || group.negated || group.modality != language::Modality::none) continue;
      for (const Link& link : syntax.links(v))
        if (link.kind == LinkKind::passive_subject &&
            (syntax.is_noun(link.dependent) || is_hurt_word(syntax, syntax.token(link.dependent).key)))
          side = side_of(syntax, syntax.telling_noun(link.dependent));
    } else if (v > sentence.first && (names_the_hurt(syntax, chunks, v) || are_the_hurt(syntax, index, v))) {
      side = Side::hit;
      from = v + 1;
    } else if (opens_list(syntax, v)) {
      side = Side::hit;
    } else if (opens_names(syntax, sentence, v)) {
      side = Side::hit;
      from = v + 1;
      here = true;
    } else if (const std::uint32_t comma = comma_after_hurt(syntax, chunks, v); comma != none) {
      side = Side::hit;
      from = comma + 1;
      here = true;
    }
    if (side == Side::nobody) continue;
    Responsibility found;
    found.sentence = index;
    names_from(syntax, from, sentence.last, side == Side::hit ? ArgumentRole::recipient : ArgumentRole::actor, found.actors);
    found.span = sentence.span;
    found.identity = true;
    found.here = here;
    found.event = event;
    if (!found.actors.empty()) out.push_back(std::move(found));
  }
}

}  // namespace khabar::incidents
