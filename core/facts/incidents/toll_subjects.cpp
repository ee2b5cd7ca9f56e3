// The people before a word, back to the clause that is another verb's.
#include "facts/incidents/tolls.h"

#include "facts/incidents/toll_words.h"

namespace khabar::incidents {

namespace {

constexpr std::uint32_t aside_max = 8;     // tokens of a quotation or a clause that says which
constexpr std::uint32_t bracket_max = 16;  // "(age 37 years, resident of District Chakwal)"

// Words between the people and what became of them: "were reportedly", "was found", "was shot and".
bool is_between(Key key) {
  return key == "not"_key || key == "left"_key || key == "became"_key || key == "become"_key || key == "got"_key ||
         key == "critically"_key || key == "reported"_key || key == "confirmed"_key || key == "feared"_key || key == "said"_key ||
         key == "to"_key || key == "shot"_key || key == "found"_key || key == "reportedly"_key;
}

}  // namespace

// From the verb group's first word back to the last verb, conjunction of clauses or quotation before it.
std::uint32_t TollFinder::group_begin(std::uint32_t word, std::uint32_t floor) const {
  std::uint32_t begin = word;
  while (begin > floor) {
    const Token& t = syntax_.token(begin - 1);
    const bool group = t.tag == Tag::aux || (begin == word && t.tag == Tag::verb && t.form == Form::past_participle) || t.tag == Tag::adv ||
                       is_between(t.key) || (t.tag == Tag::cconj && begin - 1 > floor && syntax_.is_verb(begin - 2)) ||
                       (t.tag == Tag::verb && effects_.find(t.key)) ||
                       (t.tag == Tag::cconj && begin > floor + 2 && syntax_.token(begin - 2).key == "at"_key &&
                        syntax_.token(begin - 3).key == "shot"_key) ||  // "were shot at and wounded"
                       (t.key == "at"_key && begin > floor + 1 && begin < word && syntax_.token(begin - 2).key == "shot"_key);
    if (!group) break;
    --begin;
  }
  return begin;
}

// "Two policemen who rushed to the scene were wounded": the "who" of the clause that says which, from its verb; none elsewhere.
std::uint32_t TollFinder::relative_before(std::uint32_t verb, std::uint32_t floor) const {
  if (!syntax_.is_verb(verb)) return none;
  std::uint32_t who = verb;
  auto goes_on = [&](std::uint32_t i) {  // "who tried to escape"
    return syntax_.token(i - 1).tag != Tag::verb || syntax_.token(i).key == "to"_key;
  };
  while (who > floor && verb + 1 - who < aside_max && goes_on(who) && syntax_.token(who).key != "who"_key) --who;
  if (who <= floor || syntax_.token(who).key != "who"_key) return none;
  const bool comma = who > floor + 1 && syntax_.article.words(syntax_.token(who - 1).span) == ",";  // "his brother, who was near, was hurt"
  return syntax_.is_noun(comma ? who - 2 : who - 1) ? who : none;
}

// Where the people of the next verb begin after another verb of effects, whose own stand up to the comma or the "and".
std::uint32_t TollFinder::after_effect(std::uint32_t verb, std::uint32_t end) const {
  std::uint32_t begin = verb + 1;
  // "Kill four rebels in Gao, guard injured" in a headline.
  if (realis::is_headline(syntax_.article, syntax_.token(verb).sentence))
    for (std::uint32_t i = end; i-- > begin;)
      if (syntax_.article.words(syntax_.token(i).span) == ",") {
        begin = i + 1;
        break;
      }
  // "killed 11 traders and another 42 were hurt": what stands before the "and" is the other verb's.
  for (std::uint32_t i = end; i-- > begin;)
    if (syntax_.token(i).tag == Tag::cconj) return i + 1;
  return begin;
}

// Does another clause end with the word?
bool TollFinder::ends_clause(const Token& t) const {
  if (t.tag == Tag::verb && t.form != Form::past_participle && t.relation != Relation::amod && t.relation != Relation::acl &&
      t.key != "belonging"_key && !opens_subset(t.key))
    return true;
  if (t.tag == Tag::aux || t.tag == Tag::sconj || t.key == "when"_key || t.key == "which"_key || t.key == "where"_key ||
      t.key == "whose"_key || t.key == "leaving"_key || (effects_.find(t.key) && t.key != "hostages"_key))
    return true;
  return t.relation == Relation::compound_prt || t.key == "himself"_key || t.key == "herself"_key || t.key == "themselves"_key;
}

// One step back over marks: past a bracket and a quotation, else past the word; none where the mark ends what is read.
std::uint32_t TollFinder::before_mark(std::uint32_t at, std::uint32_t floor) const {
  const Token& t = syntax_.token(at);
  const std::string_view words = syntax_.article.words(t.span);
  std::uint32_t open = at;
  if (words == ")") {  // "soldiers of the force (ISAF) were killed"
    while (open > floor && at + 1 - open < bracket_max && syntax_.article.words(syntax_.token(open).span) != "(") --open;
    return syntax_.article.words(syntax_.token(open).span) == "(" ? open : none;
  }
  if (t.key == "\""_key || t.key == "'"_key) {  // 30 "terrorists" were killed
    while (open > floor && at + 1 - open < aside_max && !chunks_.opens_quotation(open)) --open;
    if (chunks_.opens_quotation(open)) return open;
    if (words != "'") return none;  // "the rebels' men"
  }
  return words == ";" || words == ":" || words == "(" || words == "--" ? none : at;
}

// Where an aside that ends before the word begins: "Sepoy Omar Noor (age 24), having fought gallantly, embraced"; the word where none does.
std::uint32_t TollFinder::before_aside(std::uint32_t end, std::uint32_t floor) const {
  constexpr std::uint32_t longest = 16;
  const auto mark = [&](std::uint32_t i) { return syntax_.article.words(syntax_.token(i).span); };
  if (end < floor + 3) return end;
  const bool comma = mark(end - 1) == ",", bracket = mark(end - 1) == ")";
  if (!comma && !bracket) return end;
  for (std::uint32_t i = end - 1; i > floor && end - i < longest; --i) {
    const Key opens = syntax_.token(i).key;
    if (comma && mark(i - 1) == "," && i < end - 1) return opens == "having"_key ? i - 1 : end;
    if (bracket && mark(i - 1) == "(") return opens == "age"_key || opens == "aged"_key || syntax_.is_number(i) ? i - 1 : end;
  }
  return end;
}

std::vector<Toll> TollFinder::left_of(std::uint32_t word) const {
  const language::Sentence& sentence = syntax_.article.language.sentences[syntax_.token(word).sentence];
  std::uint32_t end = group_begin(word, sentence.first);
  // "one of the killers of Omar Noor, who was murdered": he was, and not the killer.
  if (end > sentence.first + 1 && syntax_.token(end - 1).key == "who"_key) {
    std::uint32_t name = end - 2;
    if (syntax_.article.words(syntax_.token(name).span) == "," && name > sentence.first) --name;
    const std::uint32_t mention = syntax_.article.mentions.mention_of[name];
    const Entity* entity = syntax_.entity(syntax_.article.entity_at(name));
    if (mention != none && entity && entity->type == EntityType::person)
      return list(std::max(syntax_.article.mentions.entities.mentions[mention].first, sentence.first), name + 1, false);
  }
  end = before_aside(before_aside(end, sentence.first), sentence.first);
  std::uint32_t begin = end;
  const std::uint32_t floor = end - sentence.first > widest ? end - widest : sentence.first;
  while (begin > floor) {
    const std::uint32_t at = begin - 1;
    const Token& t = syntax_.token(at);
    if (const std::uint32_t who = relative_before(at, floor); who != none) {
      end = begin = who;
      continue;
    }
    // "One of the wounded died"
    if ((t.key == "wounded"_key || t.key == "injured"_key) && at > floor + 2 && syntax_.token(at - 1).key == "the"_key &&
        syntax_.token(at - 2).key == "of"_key) {
      begin = at - 2;
      continue;
    }
    if (effects_.find(t.key) && syntax_.is_verb(at) && !syntax_.article.links.verb_group(at).passive) {
      begin = after_effect(at, end);
      break;
    }
    if (ends_clause(t)) break;
    if (begin < end && t.key != "as"_key && opens_clause(t.key)) break;  // "summons a diplomat after herdsmen died"
    // "ends with four gunmen dead", "killed nine, with 30 others injured"
    const bool bare = end == word && (syntax_.token(word).key == "dead"_key || syntax_.token(word).form == Form::past_participle ||
                                      syntax_.token(word).form == Form::past);
    if (t.key == "with"_key && begin < end && bare) break;
    const std::uint32_t before = before_mark(at, floor);
    if (before == none) break;
    begin = before;
  }
  return list(begin, end, false);
}

}  // namespace khabar::incidents
