#include "facts/claims/sources.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::claims {

using facts::dependent;

namespace {

bool is_objective(text::Key key) {
  return key == "it"_key || key == "them"_key || key == "him"_key || key == "her"_key || key == "us"_key || key == "me"_key;
}

}  // namespace

bool Sources::can_speak(std::uint32_t t) const {
  const Token& token = article_.token(t);
  if (article_.mentions.time_of[t] != none) return false;
  const EntityId entity = article_.entity_at(t);
  if (entity.set()) {
    const EntityType type = article_.mentions.entities.entities[entity.index].type;
    return type != EntityType::programme && type != EntityType::facility;
  }
  if (token.tag == Tag::propn || token.tag == Tag::pron) return true;
  if (token.tag == Tag::num || token.tag == Tag::det) return true;  // "one", "some", "two of them"
  if (token.tag == Tag::adj) return cues_.speaks(token.lemma);      // "the general"
  if (token.tag != Tag::noun) return false;
  if (token.has(Token::all_capitals) && token.span.length() > 2) return true;  // "the NAACP"
  return cues_.speaks(token.lemma) || names_an_agent(token);
}

// "nominee", "strategist", "moderators": English makes people of verbs and trades with few endings.
bool Sources::names_an_agent(const Token& token) const {
  std::string word = text::folded(article_.words(token.span));
  if (word.size() > 4 && word.back() == 's') word.pop_back();
  for (const std::string_view ending : {"er", "or", "ist", "ee", "ant", "ian", "man", "men", "woman", "women"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) return true;
  return false;
}

// "The blast killed five people, police said on Monday." / "..., said the minister.": by the words, for a parser easily
// misses who stands at a long sentence's end. Out: the head of the source, and what stands before the comma.
std::uint32_t Sources::speaker_at_end(const language::Sentence& sentence, std::uint32_t t, Range& content) const {
  constexpr std::uint32_t longest = 14;
  auto in_name = [&](std::uint32_t i) {
    const Tag tag = article_.token(i).tag;
    return tag == Tag::noun || tag == Tag::propn || tag == Tag::det || tag == Tag::adj || tag == Tag::num || tag == Tag::pron ||
           tag == Tag::part || tag == Tag::cconj || tag == Tag::adp || article_.words(article_.token(i).span) == "." || tag == Tag::x;
  };
  auto is_comma = [&](std::uint32_t i) { return article_.words(article_.token(i).span) == "," || context_.is_quote_mark(i); };
  auto head_of = [&](std::uint32_t first, std::uint32_t last) {
    std::uint32_t head = none;
    for (std::uint32_t i = first; i < last; ++i) {
      const Tag tag = article_.token(i).tag;
      if (head != none && (tag == Tag::adp || is_comma(i) || tag == Tag::verb)) break;  // "said Omar Haddad, a spokesman for the province"
      if (tag == Tag::noun || tag == Tag::propn || tag == Tag::pron) head = i;
    }
    // "Haddad" is the last word of the name, "Omar" its head in the tree.
    while (head != none && article_.token(head).head < head && article_.token(head).head >= first &&
           (article_.token(head).relation == Relation::flat || article_.token(head).relation == Relation::compound ||
            article_.token(head).relation == Relation::conj))
      head = article_.token(head).head;
    return head;
  };
  // After the verb: nothing but when and where, or how it came to be said ("said on Friday after meeting them").
  static constexpr std::array aside = {"after"_key, "during"_key, "in"_key,     "at"_key,        "on"_key,  "as"_key,
                                       "while"_key, "when"_key,   "before"_key, "following"_key, "amid"_key};
  bool ends = true;
  for (std::uint32_t i = t + 1; i < sentence.last && ends; ++i) {
    const Token& token = article_.token(i);
    if (article_.mentions.time_of[i] != none || token.key == "visiting"_key) continue;
    if (std::find(aside.begin(), aside.end(), token.key) != aside.end()) break;
    if (article_.words(token.span) == "," && i + 1 < sentence.last &&  // ", ahead of a summit", ", a view that few share"
        (article_.token(i + 1).key == "ahead"_key || article_.token(i + 1).key == "a"_key || article_.token(i + 1).key == "an"_key ||
         article_.token(i + 1).key == "speaking"_key))
      break;
    ends = token.tag != Tag::verb && token.tag != Tag::aux && token.tag != Tag::sconj && quotation_of_[i] == quotation_of_[t] &&
           i < t + longest;
  }
  if (!ends || quotation_of_[t] != none || context_.is_followed_by_that(t)) return none;
  // "While prices fall, the report reveals a rise": what it reveals stands behind it
  if (article_.token(sentence.first).tag == Tag::sconj && linked(article_, t, LinkKind::object) != none &&
      linked(article_, t, LinkKind::object) > t)
    return none;
  // "a charge which the clerk denies", "something both deny": of what stands before it, not all of it.
  if (is_of_noun_before(t)) return none;
  if (const std::uint32_t explained = explained_at_end(sentence, t, content); explained != none) return explained;
  if (t > sentence.first && is_comma(t - 1) && (!may_be_inverted(t) || article_.token(t).form == language::Form::gerund)) return none;
  if (t > sentence.first && is_comma(t - 1)) {  // ", said the minister."
    const std::uint32_t head = head_of(t + 1, sentence.last);
    if (head == none || (is_objective(article_.token(head).key) && article_.token(head).tag == Tag::pron))
      return none;  // "..., rejected it."
    content = {sentence.first, t - 1};
    return content.last > content.first + 2 ? head : none;
  }
  const Range told = told_of_subject(t);
  std::uint32_t k = told.empty() ? t : told.first;
  const std::uint32_t end = k;
  while (k > sentence.first && (in_name(k - 1) || is_reduced(k - 1)) && end - k < longest) --k;
  while (k < t && article_.token(k).tag == Tag::aux) ++k;
  if (k == t || k <= sentence.first + 3 || !is_comma(k - 1)) return none;
  // "..., women and children and encouraged ...": not who speaks, but what goes on.
  if (article_.token(t - 1).tag == Tag::cconj || article_.token(k).tag == Tag::cconj) return none;
  if (article_.token(k).key == "which"_key || article_.token(k).key == "whom"_key)
    return none;  // "a coin, which the bank declared false"  // "..., and he dismissed"
  content = {sentence.first, k - 1};
  if (const std::uint32_t name = person_ending_at(end); name != none && name >= k) return name;  // "Secretary of State Ana Diaz said"
  return head_of(k, end);
}

// The person whose name ends right before the word; none where nobody's does.
std::uint32_t Sources::person_ending_at(std::uint32_t end) const {
  const std::uint32_t mention = end == 0 ? none : article_.mentions.mention_of[end - 1];
  if (mention == none) return none;
  const entities::MentionAt& name = article_.mentions.entities.mentions[mention];
  const bool person = article_.mentions.entities.entities[name.entity.index].type == EntityType::person;
  return person && name.last == end && name.kind != MentionKind::pronoun ? name.head : none;
}

// "The plan is dead, Ana Diaz, head of a centre in Oslo, said.": who is explained between the commas right before the verb, and what stands
// before the name; none where nobody is.
std::uint32_t Sources::explained_at_end(const language::Sentence& sentence, std::uint32_t t, Range& content) const {
  constexpr std::uint32_t longest = 18;
  if (t < sentence.first + 8 || article_.words(article_.token(t - 1).span) != "," || quotation_of_[t] != none) return none;
  if (t + 1 < sentence.last && article_.token(t + 1).tag != Tag::punct && article_.mentions.time_of[t + 1] == none &&
      article_.token(t + 1).tag != Tag::adp)
    return none;
  for (std::uint32_t i = t - 2; i > sentence.first + 4 && t - i < longest; --i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::aux || (token.tag == Tag::verb && token.form == language::Form::past) || quotation_of_[i] != none) return none;
    if (article_.words(token.span) != ",") continue;
    const std::uint32_t name = person_ending_at(i);
    if (name == none) continue;
    const entities::MentionAt& words = article_.mentions.entities.mentions[article_.mentions.mention_of[i - 1]];
    const std::uint32_t before = words.first;
    if (before <= sentence.first + 4 || article_.words(article_.token(before - 1).span) != ",") return none;
    content = {sentence.first, before - 1};
    return context_.has_finite_verb(content) ? name : none;
  }
  return none;
}

// "a clerk who saw it said": the clause right before the verb that tells of who says so; empty where there is none.
Range Sources::told_of_subject(std::uint32_t t) const {
  constexpr std::uint32_t longest = 16;
  const std::uint32_t subject = linked(article_, t, LinkKind::subject);
  if (subject == none || subject + 1 >= t || article_.token(subject + 1).key != "who"_key || t - subject > longest) return {};
  const std::uint32_t clause = facts::dependent(article_, subject, language::Relation::acl_relcl);
  if (clause == none || clause < subject || clause > t) return {};
  const Range range = subtree(article_, clause);
  return range.last == t ? Range{subject + 1, t} : Range{};
}

// "a report released on Monday says": what is told of the report.
bool Sources::is_reduced(std::uint32_t t) const {
  static constexpr std::array words = {"released"_key, "published"_key, "seen"_key,     "obtained"_key,
                                       "issued"_key,   "based"_key,     "involved"_key, "visiting"_key};
  return article_.token(t).tag == Tag::verb && std::find(words.begin(), words.end(), article_.token(t).key) != words.end();
}

// "An aide, asked whether he would pay, said": what he was asked, between commas.
bool Sources::is_asked_aside(std::uint32_t t) const {
  static constexpr std::array words = {"whether"_key, "if"_key, "about"_key, "why"_key, "how"_key, "what"_key, "when"_key, "who"_key};
  const language::Sentence& sentence = context_.sentence_of(t);
  return article_.token(t).key == "asked"_key && t > sentence.first + 1 && t + 1 < sentence.last &&
         article_.words(article_.token(t - 1).span) == "," &&
         std::find(words.begin(), words.end(), article_.token(t + 1).key) != words.end();
}

std::uint32_t Sources::quoted_as(std::uint32_t t) const {
  const Token& token = article_.token(t);
  if (token.form != language::Form::gerund || t < 2 || article_.token(t - 1).key != "as"_key || token.head >= t) return none;
  std::uint32_t verb = token.head;
  if (article_.token(verb).tag != Tag::verb) verb = article_.token(verb).head;
  const text::Key quotes = article_.token(verb).lemma;
  if (verb >= t || (quotes != "quote"_key && quotes != "cite"_key)) return none;
  return linked(article_, verb, article_.links.verb_group(verb).passive ? LinkKind::passive_subject : LinkKind::object);
}

// ... and who says so after it; none where the sentence does not begin so.
std::uint32_t Sources::asked_before(std::uint32_t t) const {
  constexpr std::uint32_t longest = 8;
  const language::Sentence& sentence = context_.sentence_of(t);
  if (t < sentence.first + 4 || article_.words(article_.token(t - 1).span) != ",") return none;
  for (std::uint32_t i = sentence.first; i + 1 < t && i < sentence.first + longest; ++i) {
    if (article_.words(article_.token(i).span) == ",")
      return i > sentence.first && i + 1 < t && is_asked_aside(i + 1) && can_speak(i - 1) ? i - 1 : none;
    const Tag tag = article_.token(i).tag;
    if (tag == Tag::verb || tag == Tag::aux || quotation_of_[i] != none) return none;
  }
  return none;
}

// A relative clause that no comma parts from its noun; trees hang verbs at a sentence's very end so as well.
bool Sources::is_of_noun_before(std::uint32_t t) const {
  constexpr std::uint32_t longest = 10;
  const Token& token = article_.token(t);
  if (token.relation != Relation::acl_relcl || token.head >= t || t - token.head > longest) return false;
  if (const std::uint32_t name = person_ending_at(t); name != none) {  // "..., port spokeswoman Ana Diaz said": her title
    const entities::MentionAt& words = article_.mentions.entities.mentions[article_.mentions.mention_of[t - 1]];
    if (words.first == token.head + 1) return false;
  }
  for (std::uint32_t i = token.head + 1; i < t; ++i) {
    const text::Key next = article_.token(i + 1).key;  // "a coin, which the bank declared false"
    if (article_.token(i).tag == Tag::punct && next != "which"_key && next != "whom"_key && next != "who"_key) return false;
  }
  return true;
}

// ", said the minister": a verb that needs nobody addressed and nothing acted on, right before who says it; not "the envoy, Omar Diop,
// said in a letter" nor "the envoy, who stayed, dismissed the charge".
bool Sources::may_be_inverted(std::uint32_t t) const {
  const Token& verb = article_.token(t);
  static constexpr std::array addressed = {"tell"_key,   "inform"_key,   "assure"_key, "remind"_key,
                                           "notify"_key, "reassure"_key, "brief"_key,  "threaten"_key};
  if (std::find(addressed.begin(), addressed.end(), verb.lemma) != addressed.end()) return false;
  const Cue* cue = cues_.verb(verb.lemma);  // "dismissed the charge": what is acted on
  if (cue != nullptr && (cue->type == ClaimType::deny || cue->type == ClaimType::accuse)) return false;
  if (t + 1 >= context_.sentence_end(t) || article_.token(t + 1).tag == Tag::adp) return false;
  // "Togo closes embassy, demands inquiry": what is demanded
  const bool quoted = t > 1 && (context_.is_quote_mark(t - 1) || context_.is_quote_mark(t - 2));
  if (verb.lemma == "demand"_key && !quoted) return false;
  // A subject before it, which the comma's aside explains.
  const language::Sentence& sentence = context_.sentence_of(t);
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::subject || link.inherited || link.dependent >= t || !can_speak(link.dependent)) continue;
    const std::uint32_t end = facts::noun_phrase(article_, link.dependent).last;
    const bool aside = end + 1 < t && end > sentence.first && article_.words(article_.token(end).span) == ",";
    if (aside && quotation_of_[link.dependent] == quotation_of_[t]) return false;
  }
  return true;
}

// "Asked about it, a clerk of the town, Omar Diop, said": the person named between the commas right before the verb.
std::uint32_t Sources::named_before(std::uint32_t t) const {
  const std::uint32_t first = article_.language.sentences[article_.token(t).sentence].first;
  if (t < first + 4 || article_.words(article_.token(t - 1).span) != ",") return none;
  const std::uint32_t mention = article_.mentions.mention_of[t - 2];
  if (mention == none) return none;
  const entities::MentionAt& name = article_.mentions.entities.mentions[mention];
  const EntityId entity = article_.entity_at(t - 2);
  const bool person = entity.set() && article_.mentions.entities.entities[entity.index].type == EntityType::person;
  if (!person || name.last != t - 1 || name.first < first + 2 || article_.words(article_.token(name.first - 1).span) != ",") return none;
  return article_.token(name.first - 2).tag == Tag::noun || article_.token(name.first - 2).tag == Tag::propn ? t - 2 : none;
}

// "The Border Office, the agency in charge of the crossing, said ...": the noun group that the sentence begins with, where no
// other finite verb stands between.
std::uint32_t Sources::speaker_before(const language::Sentence& sentence, std::uint32_t t) const {
  constexpr std::uint32_t longest = 32;
  const Token& verb = article_.token(t);
  if (verb.form != language::Form::past && verb.form != language::Form::present && !is_verb_read_as_noun(t)) return none;
  if (t - sentence.first > longest || t == sentence.first) return none;
  std::uint32_t head = none;
  for (std::uint32_t i = sentence.first; i < t; ++i) {
    const Token& token = article_.token(i);
    if (token.tag == Tag::verb && token.form != language::Form::past_participle && token.form != language::Form::gerund) return none;
    if (token.tag == Tag::aux || quotation_of_[i] != none) return none;
    // "Some in Abuja", "many of them": the quantity stands for people.
    const bool some = token.key == "some"_key || token.key == "many"_key || token.key == "others"_key || token.key == "most"_key;
    if (head == none && some && i + 1 < t && (article_.token(i + 1).tag == Tag::adp || i + 1 == t)) head = i;
    const bool open = head == none || (i == head + 1);
    if (open && (token.tag == Tag::noun || token.tag == Tag::propn || token.tag == Tag::pron)) head = i;
    if (head == none && (token.tag == Tag::adp || token.tag == Tag::sconj)) return none;
  }
  return head != none && can_speak(head) ? head : none;
}

bool Sources::is_verb_read_as_noun(std::uint32_t t) const {
  if (article_.token(t).tag != Tag::noun || t + 3 >= context_.sentence_end(t)) return false;
  const Token& that = article_.token(t + 1);
  if (that.key != "that"_key || that.tag != Tag::sconj || quotation_of_[t] != none) return false;
  const text::Key word = article_.token(t).key;
  const Cue* cue = cues_.verb(word);
  return cue != nullptr && (cue->frames & clause) != 0 && cues_.noun(word) == nullptr;
}

// "I think", "you know": talk, not a report of somebody's words.
bool Sources::is_first_or_second_person(std::uint32_t t) const {
  const text::Key key = article_.token(t).key;
  if (key == "us"_key) return !article_.entity_at(t).set();  // "the US said"
  return key == "i"_key || key == "we"_key || key == "me"_key || key == "you"_key || key == "this"_key || key == "that"_key;
}

// "The court should sit before the mayor asks for more", "... before Friday and aides say it will": a noun right before a verb that was
// hung on another is its subject.
bool Sources::is_told_on(std::uint32_t shared, std::uint32_t t) const {
  const Token& token = article_.token(t);
  if (t < 2 || shared + 1 >= t || token.form == language::Form::past_participle) return false;
  const bool joined = token.relation == Relation::advcl && can_speak(t - 1) && article_.token(t - 2).tag == Tag::cconj;
  if (token.relation != Relation::conj && !joined) return false;
  if (dependent(article_, t, Relation::nsubj) != none || dependent(article_, t, Relation::cc) != none) return false;
  const Token& before = article_.token(t - 1);
  return before.sentence == token.sentence && (before.tag == Tag::noun || before.tag == Tag::propn) &&
         article_.mentions.time_of[t - 1] == none;
}

// "The clerk assured the minister of it and said": right after "and" a verb has the subject of the verb before; none where no "and"
// stands there.
std::uint32_t Sources::subject_before_and(std::uint32_t t) const {
  constexpr std::uint32_t reach = 30;
  const std::uint32_t begin = context_.sentence_of(t).first;
  std::uint32_t conjunction = t;
  while (conjunction > begin + 2 && t - conjunction < 3 && article_.token(conjunction - 1).tag == Tag::aux) --conjunction;
  const language::Form form = article_.token(t).form;
  const bool finite =
      form == language::Form::past || form == language::Form::present || (form == language::Form::past_participle && conjunction < t);
  if (t < begin + 3 || article_.token(conjunction - 1).tag != Tag::cconj || !finite) return none;
  for (std::uint32_t v = conjunction - 1; v > begin && t - v < reach; --v) {
    const Token& verb = article_.token(v - 1);
    if (quotation_of_[v - 1] != none && quotation_of_[v - 1] != quotation_of_[t]) continue;
    if (article_.words(verb.span) == ";" || quotation_of_[v - 1] != quotation_of_[t]) return none;
    const bool perfect = verb.form == language::Form::past_participle && dependent(article_, v - 1, Relation::aux) != none;
    if (verb.tag != Tag::verb || (verb.form != language::Form::past && verb.form != language::Form::present && !perfect)) continue;
    for (const Link& link : article_.links.of(v - 1))
      if (link.kind == LinkKind::subject && !link.inherited && link.dependent < v - 1 && can_speak(link.dependent)) return link.dependent;
    return none;
  }
  return none;
}

std::uint32_t Sources::subject_of(std::uint32_t t) const {
  // Its own subject before one that it shares, who can speak before who cannot, the nearer of two.
  std::uint32_t own = none;
  int best = -1;
  for (const Link& link : article_.links.of(t)) {
    if (link.kind != LinkKind::subject) continue;
    const bool conjunct = article_.token(link.dependent).relation == Relation::conj;
    const int rank = (can_speak(link.dependent) ? 4 : 0) + (conjunct ? 0 : 2) + (link.inherited ? 0 : 1);
    const auto distance = [&](std::uint32_t i) { return i < t ? t - i : i - t; };
    if (rank > best || (rank == best && distance(link.dependent) < distance(own))) own = link.dependent;
    best = std::max(best, rank);
  }
  if (own != none && is_told_on(own, t)) return t - 1;
  if (const std::uint32_t first = subject_before_and(t); first != none && (own == none || own > article_.token(first).head)) return first;
  if (own != none) return own;
  // "..., adding that", "..., saying": the speaker is the governing verb's.
  const Token& token = article_.token(t);
  if ((token.relation == Relation::advcl || token.relation == Relation::acl || token.relation == Relation::conj ||
       token.relation == Relation::xcomp) &&
      token.head != t) {
    const std::uint32_t governor = token.head;
    const std::uint32_t subject = linked(article_, governor, LinkKind::subject);
    if (subject != none) return subject;
    const std::uint32_t passive = linked(article_, governor, LinkKind::passive_subject);
    if (passive != none) return passive;
    // "it said in a note, adding that": whoever said so
    static constexpr std::array told_in = {"statement"_key, "interview"_key, "letter"_key, "tweet"_key,      "post"_key,
                                           "speech"_key,    "briefing"_key,  "report"_key, "conference"_key, "message"_key};
    const std::uint32_t above = article_.token(governor).head;
    if (token.relation == Relation::acl && t > 0 && article_.words(article_.token(t - 1).span) == "," &&
        article_.token(above).tag == Tag::verb &&
        std::find(told_in.begin(), told_in.end(), article_.token(governor).lemma) != told_in.end())
      if (const std::uint32_t who = linked(article_, above, LinkKind::subject); who != none) return who;
    if (token.relation == Relation::acl && article_.token(governor).tag != Tag::verb) return governor;
  }
  return none;
}

}  // namespace khabar::claims
