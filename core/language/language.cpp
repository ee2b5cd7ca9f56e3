#include "language/language.h"

#include "language/attachment.h"
#include "language/classes.h"
#include "language/features.h"
#include "language/headlines.h"
#include "language/lemmas.h"
#include "language/parser.h"
#include "language/readings.h"
#include "language/repairs.h"
#include "language/retagger.h"
#include "language/sentences.h"
#include "language/tagger.h"
#include "language/tokens.h"
#include "lexicon/table.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace khabar::language {

using namespace text::literals;

/// The weights of tagger, retagger, parser and attachment, unpacked once.
class Model {
 public:
  static const Model& built_in() {
    static const Model model;
    return model;
  }
  Tagger tagger{lexicon::packed("language/models/tagger.bin"), lexicon::packed("language/models/words.bin")};
  Retagger retagger{lexicon::packed("language/models/retagger.bin")};
  Parser parser{lexicon::packed("language/models/moves.bin"), lexicon::packed("language/models/labels.bin"),
                lexicon::packed("language/models/judge.bin")};
  Attacher attacher{lexicon::packed("language/models/attachment.bin")};
};

namespace {

// Marks what stands between quotation marks; `open` lives as long as the block does. The marks themselves are outside.
class Quotes {
 public:
  void mark(std::string_view text, Token& token) {
    const char32_t c = text::decode(text, token.span.begin).code;
    if (c == 0x201C || c == 0xAB) {
      open_ = true;
    } else if (c == 0x201D || c == 0xBB) {
      open_ = false;
    } else if (c == '"') {
      open_ = !open_;
    } else if (open_) {
      token.flags |= Token::inside_quotes;
    }
  }

 private:
  bool open_ = false;
};

// The rooms to the right look through a sentence once for each of its facts. What is no sentence any more - lists, tables, text
// without stops - is therefore cut, after a comma or semicolon where there is one near, so that time stays linear in the text.
constexpr std::uint32_t longest_sentence = 400;  // tokens; what people write as one is far shorter

// In: the tokens [at, end) of what the rules for sentences took for one. Out: where its first piece ends.
std::uint32_t piece_end(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) {
  if (end - at <= longest_sentence) return end;
  const std::uint32_t most = at + longest_sentence;
  for (std::uint32_t i = most; i > most - longest_sentence / 2; --i) {
    const char c = text[tokens[i - 1].span.begin];
    if (c == ',' || c == ';') return i;
  }
  return most;
}

bool is_number_word(text::Key key) {
  switch (key) {
    case "two"_key:
    case "three"_key:
    case "four"_key:
    case "five"_key:
    case "six"_key:
    case "seven"_key:
    case "eight"_key:
    case "nine"_key:
    case "ten"_key:
    case "eleven"_key:
    case "twelve"_key:
    case "thirteen"_key:
    case "fourteen"_key:
    case "fifteen"_key:
    case "sixteen"_key:
    case "seventeen"_key:
    case "eighteen"_key:
    case "nineteen"_key:
    case "twenty"_key:
    case "thirty"_key:
    case "forty"_key:
    case "fifty"_key:
    case "sixty"_key:
    case "seventy"_key:
    case "eighty"_key:
    case "ninety"_key: return true;
    default: return false;
  }
}

// "Beijing vowed revenge", "Norway urged calm": names that a tagger takes for verbs or exclamations at the head of a sentence.
bool is_name_at_front(const Token& token, const Token& next) {
  static constexpr std::array gerunds = {"beijing"_key, "peking"_key, "boeing"_key, "malacanang"_key, "hongkong"_key, "kuching"_key,
                                         "kunming"_key, "xining"_key, "yining"_key, "nanning"_key,    "taiping"_key};
  static constexpr std::array cries = {"yes"_key,   "no"_key,   "well"_key, "oh"_key,      "ah"_key,    "please"_key, "okay"_key,
                                       "ok"_key,    "hi"_key,   "hey"_key,  "thanks"_key,  "wow"_key,   "sure"_key,   "alas"_key,
                                       "sorry"_key, "amen"_key, "why"_key,  "goodbye"_key, "hello"_key, "welcome"_key};
  if (!token.has(Token::initial_capital)) return false;
  if (token.tag == Tag::verb || token.tag == Tag::aux) return std::find(gerunds.begin(), gerunds.end(), token.key) != gerunds.end();
  const bool before_verb = next.tag == Tag::verb && next.form != Form::base && next.form != Form::gerund;
  return token.tag == Tag::intj && before_verb && std::find(cries.begin(), cries.end(), token.key) == cries.end();
}

// "Theresa May was", "talks with May failed", "May said": no auxiliary has a capital inside a sentence, nor a verb in the past behind it.
bool is_name_like_may(const Token* first, std::uint32_t at, std::uint32_t count) {
  const Token& token = first[at];
  if (token.key != "may"_key || !token.has(Token::initial_capital) || token.has(Token::all_capitals) || at + 1 >= count) return false;
  std::uint32_t next = at + 1;
  if (first[next].tag == Tag::adv && next + 1 < count) ++next;
  if (first[next].has(Token::initial_capital) || first[next].tag == Tag::pron || first[next].tag == Tag::det) return false;
  const Form form = first[next].form;
  if (at == 0)
    return (first[next].tag == Tag::verb && form == Form::past) || (first[next].tag == Tag::aux && form != Form::base) ||
           first[next].key == "'s"_key;
  const Token& before = first[at - 1];
  return before.tag == Tag::propn || before.tag == Tag::noun || before.tag == Tag::adj || before.key == ","_key ||
         (before.has(Token::has_letter) && !before.has(Token::initial_capital));
}

// "33 chemical weapons attacks", "six missile tests": a number, a noun or two, and what would be a verb of one.
bool is_deed_counted(std::string_view text, const Token* first, std::uint32_t at) {
  static constexpr std::array deeds = {"attacks"_key,  "strikes"_key, "raids"_key,   "tests"_key,
                                       "launches"_key, "drills"_key,  "flights"_key, "claims"_key};
  const Token& token = first[at];
  if (token.tag != Tag::verb || std::find(deeds.begin(), deeds.end(), token.key) == deeds.end()) return false;
  for (std::uint32_t i = at; i > 0 && at - i < 3; --i) {
    const Token& before = first[i - 1];
    const char digit = text[before.span.begin];
    const bool one = before.key == "one"_key || (digit == '1' && before.span.length() == 1);
    if (before.tag == Tag::num || is_number_word(before.key)) return i < at && !one;
    if (before.tag != Tag::noun && before.tag != Tag::adj) return false;
  }
  return at >= 3 && first[at - 3].tag == Tag::num;
}

// "Three were killed and eleven were wounded", "on 3 May had killed": a number word is no verb, and May beside a number is the month.
void settle_verbs_that_are_none(std::string_view text, Token* first, Token* last, std::uint8_t* classes, std::vector<Doubt>& doubts) {
  const auto count = static_cast<std::uint32_t>(last - first);
  const auto settle = [&](std::uint32_t at, Tag tag, Form form) {
    first[at].tag = tag;
    first[at].form = form;
    classes[at] = class_of(tag, form);
  };
  const auto forget_doubts = [&](std::uint32_t at) {
    doubts.erase(std::remove_if(doubts.begin(), doubts.end(), [&](const Doubt& doubt) { return doubt.word == at; }), doubts.end());
  };
  for (std::uint32_t at = 1; at + 1 < count; ++at)  // "sources close to the talks say"
    if (first[at].key == "close"_key && first[at].tag == Tag::verb && first[at].form == Form::present && first[at + 1].key == "to"_key &&
        first[at - 1].tag == Tag::noun) {
      settle(at, Tag::adj, Form::none);
      forget_doubts(at);
    }
  for (std::uint32_t at = 1; at + 1 < count; ++at) {  // "told reporters that suspected rebels had killed two"
    const Token &before = first[at - 1], &after = first[at + 1];
    if ((first[at].key == "suspected"_key || first[at].key == "alleged"_key) && first[at].tag == Tag::verb && before.key == "that"_key &&
        after.tag == Tag::noun && after.form == Form::plural) {
      settle(at, Tag::adj, Form::none);
      forget_doubts(at);
    }
  }
  for (std::uint32_t at = 1; at + 1 < count; ++at)  // "gunmen late on Monday killed"
    if (first[at].key == "late"_key && first[at].tag == Tag::verb) {
      settle(at, Tag::adv, Form::none);
      forget_doubts(at);
    }
  for (std::uint32_t at = 2; at + 1 < count; ++at)  // "33 gas attacks to date": several things attack, no more than one attacks
    if (is_deed_counted(text, first, at)) {
      settle(at, Tag::noun, Form::plural);
      forget_doubts(at);
    }
  if (count > 1 && is_name_at_front(first[0], first[1])) {
    settle(0, Tag::propn, Form::singular);
    forget_doubts(0);
  }
  auto is_number = [&](std::uint32_t i) {
    if (i >= count) return false;
    const Span span = first[i].span;
    return (span.length() <= 2 || span.length() == 4) && text::is_digit(static_cast<unsigned char>(text[span.begin]));
  };
  for (std::uint32_t at = 0; at < count; ++at) {
    const Token& token = first[at];
    const bool number = is_number_word(token.key);
    const bool month = token.key == "may"_key && token.has(Token::initial_capital) && ((at > 0 && is_number(at - 1)) || is_number(at + 1));
    const bool verb = token.tag == Tag::verb || token.tag == Tag::aux;
    if (is_name_like_may(first, at, count)) {
      settle(at, Tag::propn, Form::singular);
      forget_doubts(at);
    }
    if ((!number && !month) || (!verb && token.tag != Tag::num && !month)) continue;
    if (verb) settle(at, number ? Tag::num : Tag::propn, number ? Form::none : Form::singular);
    forget_doubts(at);
  }
}

// "Relief workers buried three villagers." - a sentence that closes with a stop has a finite verb. Where the tagger found none, the
// first past participle after the opening noun group was one (English has one form for both), or else the first word there that the
// tagger does not know and that is listed as a past tense ("flew").
void ensure_finite_verb(std::string_view text, Token* first, Token* last, const std::vector<Word>& words, std::uint8_t* classes) {
  constexpr std::ptrdiff_t shortest = 4;
  if (last - first < shortest || text[(last - 1)->span.begin] != '.') return;
  Token *candidate = nullptr, *listed = nullptr;
  bool noun = false;
  for (Token* token = first; token != last; ++token) {
    const bool verb = token->tag == Tag::verb;
    if (token->tag == Tag::aux || (verb && (token->form == Form::past || token->form == Form::present))) return;
    const bool by = token + 1 != last && (token + 1)->key == "by"_key;
    if (verb && token->form == Form::past_participle && noun && candidate == nullptr && !by) candidate = token;
    if (!verb && noun && listed == nullptr && words[static_cast<std::size_t>(token - first)].known == 0 &&
        !token->has(Token::initial_capital) && is_listed_past(text, *token))
      listed = token;
    noun = token->tag == Tag::noun || token->tag == Tag::propn || token->tag == Tag::pron || (noun && token->tag == Tag::adv);
  }
  if (candidate == nullptr) candidate = listed;
  if (candidate == nullptr) return;
  candidate->tag = Tag::verb;
  candidate->form = Form::past;
  classes[static_cast<std::size_t>(candidate - first)] = class_of(Tag::verb, Form::past);
}

// "Peru test-fired a missile": a hyphen before it makes no participle of it where its object follows and its subject stands before.
void settle_hyphened(std::string_view text, Token* first, Token* last, std::uint8_t* classes) {
  for (Token* token = first + 3; token < last - 1; ++token) {
    if (token->tag != Tag::verb || token->form != Form::past_participle || token[-2].key != "test"_key || text[token[-1].span.begin] != '-')
      continue;
    const Tag before = token[-3].tag, after = token[1].tag;
    const bool subject = before == Tag::propn || before == Tag::noun || before == Tag::pron || before == Tag::adv;
    if (!subject || (after != Tag::det && after != Tag::num && after != Tag::noun && after != Tag::adj && after != Tag::propn)) continue;
    token->form = Form::past;
    classes[static_cast<std::size_t>(token - first)] = class_of(Tag::verb, Form::past);
  }
}

// "Jets struck targets": what is listed as a past, and no -s, is no present.
void settle_pasts(std::string_view text, Token* first, Token* last, std::uint8_t* classes) {
  for (Token* token = first; token != last; ++token) {
    if (token->tag != Tag::verb || token->form != Form::present || text[token->span.end - 1] == 's' || !is_listed_past(text, *token))
      continue;
    Token past = *token;
    past.form = Form::past;
    if (lemma_of(text, past) == token->key) continue;  // "hit", "put"
    *token = past;
    classes[static_cast<std::size_t>(token - first)] = class_of(Tag::verb, Form::past);
  }
}

// "The charity estimates that half need food": what has a clause with "that" behind it, and no verb behind that clause, is the verb.
bool reports_that(const Token* token, const Token* last) {
  static constexpr std::array keys = {"estimates"_key, "claims"_key, "reports"_key, "demands"_key, "fears"_key,   "hopes"_key,
                                      "charges"_key,   "doubts"_key, "notes"_key,   "states"_key,  "requests"_key};
  if (std::find(keys.begin(), keys.end(), token->key) == keys.end() || token + 4 >= last || token[1].key != "that"_key) return false;
  const Token& before = token[-1];
  if ((before.tag != Tag::noun && before.tag != Tag::propn) || before.form == Form::plural) return false;
  int verbs = 0;  // groups of them: "has been"
  bool inside = false;
  for (const Token* after = token + 2; after != last; ++after) {
    const bool finite = after->tag == Tag::aux || (after->tag == Tag::verb && (after->form == Form::past || after->form == Form::present));
    if (after->tag == Tag::sconj || after->tag == Tag::cconj || after->tag == Tag::punct) break;
    if (finite && !inside) ++verbs;
    inside = finite || (inside && (after->tag == Tag::adv || after->tag == Tag::part || after->tag == Tag::verb));
  }
  return verbs == 1;
}

// "Gunmen thought to be rebels", "fighters said to belong to the front": nobody thinks or says to be; they are thought or said to be.
void settle_opinions(Token* first, Token* last, std::uint8_t* classes, std::vector<Reading>& readings) {
  for (Token* token = first + 1; token + 2 < last; ++token) {
    if (!is_opinion(token[0], token[1], token[2])) continue;
    const Token& before = token[-1].tag == Tag::punct && token - first > 1 ? token[-2] : token[-1];
    if (before.tag != Tag::noun && before.tag != Tag::propn) continue;
    const auto word = static_cast<std::uint32_t>(token - first);
    token->tag = Tag::verb;
    token->form = Form::past_participle;
    classes[word] = class_of(Tag::verb, Form::past_participle);
    std::erase_if(readings, [&](const Reading& reading) { return reading.word == word; });  // it has no other
  }
}

// "The ministry suspects Chad of arming them": before a name that is suspected of doing something.
bool suspects_of(const Token* token, const Token* last) {
  constexpr std::ptrdiff_t longest = 6;
  const Token& before = token[-1];
  if (token->key != "suspects"_key || before.form == Form::plural || (before.tag != Tag::noun && before.tag != Tag::propn)) return false;
  for (const Token* after = token + 1; after + 1 < last && after - token < longest; ++after) {
    if (after->key == "of"_key) return after > token + 1 && after[1].form == Form::gerund;
    if (after->tag != Tag::propn && after->tag != Tag::noun && after->tag != Tag::det && after->tag != Tag::punct) return false;
  }
  return false;
}

// Words that are verbs wherever they stand: "Lawmakers from Basra accuse the minister", "must lead, as it did".
void settle_verbs(Token* first, Token* last, bool numbered, std::uint8_t* classes, std::vector<Reading>& readings) {
  using namespace text::literals;
  static constexpr std::array keys = {"accuse"_key,    "accuses"_key,   "deny"_key,   "denies"_key,   "condemn"_key, "condemns"_key,
                                      "insist"_key,    "insists"_key,   "warns"_key,  "deplores"_key, "agrees"_key,  "believe"_key,
                                      "believes"_key,  "alleges"_key,   "allege"_key, "argues"_key,   "argue"_key,   "denounces"_key,
                                      "threatens"_key, "concludes"_key, "urges"_key,  "resume"_key};
  const auto set = [&](Token* token, Form form) {
    token->tag = Tag::verb;
    token->form = form;
    const auto word = static_cast<std::uint32_t>(token - first);
    classes[word] = class_of(Tag::verb, form);
    std::erase_if(readings, [&](const Reading& reading) { return reading.word == word; });  // it has no other
  };
  // "4. Urges both to talk": a body's decisions, each with its number.
  static constexpr std::array decisions = {
      "condemns"_key,  "welcomes"_key,   "urges"_key,      "calls"_key,      "demands"_key,  "requests"_key,    "encourages"_key,
      "rejects"_key,   "commends"_key,   "expresses"_key,  "reiterates"_key, "stresses"_key, "notes"_key,       "recalls"_key,
      "reaffirms"_key, "invites"_key,    "thanks"_key,     "appeals"_key,    "supports"_key, "deplores"_key,    "decides"_key,
      "praises"_key,   "underlines"_key, "emphasizes"_key, "emphasises"_key, "endorses"_key, "appreciates"_key, "regrets"_key};
  Token* opening = first;
  if (numbered && last - first > 4 && opening->tag == Tag::adv) ++opening;  // "Strongly condemns"
  if (numbered && last - first > 4 && opening->tag != Tag::verb &&
      std::find(decisions.begin(), decisions.end(), opening->key) != decisions.end())
    set(opening, Form::present);
  for (Token* token = first; token != last; ++token) {
    const bool nominal = token->tag == Tag::noun || token->tag == Tag::propn || token->tag == Tag::adj || token->tag == Tag::adv;
    if (!nominal || token->has(Token::initial_capital) || token == first) continue;
    const Token& before = token[-1];
    const bool infinitive = before.key == "to"_key || (before.tag == Tag::aux && before.form == Form::modal);
    if (std::find(keys.begin(), keys.end(), token->key) != keys.end() && before.tag != Tag::det && before.tag != Tag::adj) {
      set(token, infinitive ? Form::base : Form::present);
      continue;
    }
    if (token->key == "stole"_key && (before.tag == Tag::noun || before.tag == Tag::propn)) {  // no shawl: "hackers tied to it stole"
      set(token, Form::past);
      continue;
    }
    if (token->tag == Tag::noun && suspects_of(token, last)) {
      set(token, Form::present);
      continue;
    }
    if (token->tag == Tag::noun && reports_that(token, last)) {
      set(token, Form::present);
      token[1].tag = Tag::sconj;
      classes[token + 1 - first] = class_of(Tag::sconj, Form::none);
      continue;
    }
    // "must lead": a modal has its verb right after it, where none comes later.
    const bool modal = before.key == "must"_key || before.key == "should"_key || before.key == "would"_key || before.key == "could"_key;
    if (!modal || before.tag != Tag::aux || token->tag != Tag::noun || token->form != Form::singular || token - first < 2) continue;
    bool later = false;
    for (const Token* after = token + 1; after != last && after - token <= 3 && !later; ++after)
      later = after->tag == Tag::aux || (after->tag == Tag::verb && after->form == Form::base);
    const Tag subject = token[-2].tag;
    if (!later && (subject == Tag::noun || subject == Tag::propn || subject == Tag::pron || subject == Tag::num)) set(token, Form::base);
  }
}

// "4. The ministers met", "- Ministers should meet": what stands before an item of a list; nothing that the sentence is about.
std::uint32_t marker_length(std::string_view text, const Token* first, const Token* last, bool item, bool questions) {
  constexpr std::ptrdiff_t shortest = 5;
  constexpr std::uint32_t most_digits = 2;
  if (last - first < shortest) return 0;
  // "UPDATE 1-Three die in raid": which telling of an agency's it is.
  if (first->has(Token::all_capitals) && (first->key == "update"_key || first->key == "wrapup"_key) && last - first > 6 &&
      first[1].has(Token::has_digit) && text[first[2].span.begin] == '-' && first[2].span.end == first[3].span.begin)
    return 3;
  const std::string_view bullet = text.substr(first->span.begin, first->span.length());
  if (bullet == "-" || bullet == "*" || bullet == "\u2022" || bullet == "\u2013")
    return (item || first[1].has(Token::initial_capital)) && first[1].span.begin > first->span.end ? 1 : 0;
  // "Q. Will it hold?", and after that "A. It will."
  if (bullet == "Q." || (questions && bullet == "A.")) return first[1].has(Token::initial_capital) ? 1 : 0;
  if (first->span.length() > most_digits || first[1].span.begin != first->span.end) return 0;
  for (std::uint32_t at = first->span.begin; at < first->span.end; ++at)
    if (!text::is_digit(static_cast<unsigned char>(text[at]))) return 0;
  const std::string_view stop = text.substr(first[1].span.begin, first[1].span.length());
  return (stop == "." || stop == ")") && (item || first[2].has(Token::initial_capital)) && first[2].span.begin > first[1].span.end ? 2 : 0;
}

// The number hangs on what follows it.
void hang_marker(Token* first, std::uint32_t length, const Token* last, std::uint32_t base) {
  std::uint32_t root = length;
  for (std::uint32_t i = length; first + i != last; ++i)
    if (first[i].head == base + i) root = i;
  for (std::uint32_t i = 0; i < length; ++i) {
    first[i].tag = Tag::punct;
    first[i].form = Form::none;
    first[i].relation = Relation::punct;
    first[i].head = base + root;
  }
}

// A text on its way through the layer. Each step goes through all of the text before the next one begins: so its model stays in the
// cache.
class Reader {
 public:
  Reader(std::string_view text, std::span<const Block> blocks) : text_(text), blocks_(blocks) {}

  Language read(const Workers& workers) {
    out_.tokens.reserve(text_.size() / 5 + 16);
    if (worth_near()) WordClasses::built_in().bring_near();
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) cut(b);
    read_parts(workers);
    finish();
    return std::move(out_);
  }

 private:
  // Sentences that one thread reads, and what is known of them on the way.
  struct Part {
    std::size_t first = 0, last = 0;       // sentences
    std::vector<std::uint8_t> classes;     // of each token
    std::vector<Reading> readings;         // of all sentences, one after the other
    std::vector<std::size_t> readings_of;  // how many each sentence has
  };

  Token* first_of(const Sentence& sentence) { return out_.tokens.data() + sentence.first; }
  Token* last_of(const Sentence& sentence) { return out_.tokens.data() + sentence.last; }

  // Does the text look at most of a model?
  bool worth_near() const { return text_.size() >= 2000; }

  // A block's sentences and tokens.
  void cut(std::uint32_t block) {
    const WordClasses& word_classes = WordClasses::built_in();
    spans_.clear();
    append_sentences(text_, blocks_[block].span, spans_);
    for (const Span& span : spans_) {
      const auto begin = static_cast<std::uint32_t>(out_.tokens.size());
      append_tokens(text_, span, true, out_.tokens);
      const auto end = static_cast<std::uint32_t>(out_.tokens.size());
      for (std::uint32_t i = begin; i < end; ++i) out_.tokens[i].word_class = word_classes.find(out_.tokens[i].key);
      for (std::uint32_t at = begin; at < end;) {
        Sentence sentence;
        sentence.block = block;
        sentence.first = at;
        sentence.last = at = piece_end(text_, out_.tokens, at, end);
        Token *first = first_of(sentence), *last = last_of(sentence);
        const bool whole = sentence.first == begin && sentence.last == end;
        sentence.span = whole ? span : Span{first->span.begin, (last - 1)->span.end};
        first->flags |= Token::sentence_start;
        const bool item = blocks_[block].kind == BlockKind::list_item;
        const std::uint32_t marker = sentence.first == begin ? marker_length(text_, first, last, item, questions_) : 0;
        questions_ = questions_ || (marker == 1 && text_[first->span.begin] == 'Q');
        if (marker != 0) first[marker].flags |= Token::sentence_start;
        markers_.push_back(marker);
        for (Token* token = first; token != last; ++token) token->sentence = static_cast<std::uint32_t>(out_.sentences.size());
        out_.sentences.push_back(sentence);
      }
    }
  }

  // Tags and trees, which sentences have each of their own.
  void read_parts(const Workers& workers) {
    constexpr std::size_t fewest = 200;  // sentences that are worth a thread
    const std::size_t sentences = out_.sentences.size();
    const std::size_t count = workers.run ? std::clamp<std::size_t>(sentences / fewest, 1, std::max(workers.count, 1u)) : 1;
    std::vector<Part> parts(count);
    for (std::size_t i = 0; i < count; ++i) {
      parts[i].first = sentences * i / count;
      parts[i].last = sentences * (i + 1) / count;
    }
    if (count == 1) return read_part(parts.front());
    workers.run(static_cast<unsigned>(count), [&](unsigned i) { read_part(parts[i]); });
  }

  void read_part(Part& part) {
    if (worth_near()) model_.tagger.bring_near();
    tag(part);
    if (worth_near()) model_.parser.bring_near();
    parse(part);
  }

  // Tags, forms and lemmas; other readings of the words that are unsure.
  void tag(Part& part) {
    part.readings_of.reserve(part.last - part.first);
    std::vector<Word> words;
    std::vector<Doubt> doubts;
    std::vector<Reading> readings;
    for (std::size_t i = part.first; i < part.last; ++i) {
      const Sentence& sentence = out_.sentences[i];
      Token *first = first_of(sentence) + markers_[i], *last = last_of(sentence);
      doubts.clear();
      readings.clear();
      const std::size_t at = place(part, i);
      part.classes.resize(at);
      model_.tagger.tag(text_, first, last, words, part.classes, doubts);
      std::uint8_t* classes = part.classes.data() + at;
      settle_verbs_that_are_none(text_, first, last, classes, doubts);
      settle_headline(text_, first, last, classes, doubts);
      model_.retagger.retag(first, words, doubts, classes, readings);
      ensure_finite_verb(text_, first, last, words, classes);
      settle_verbs(first, last, markers_[i] != 0, classes, readings);
      settle_opinions(first, last, classes, readings);
      settle_pasts(text_, first, last, classes);
      if (last - first > 5) settle_hyphened(text_, first, last, classes);
      for (Token* token = first; token != last; ++token) token->lemma = lemma_of(text_, *token);
      choose_readings(text_, first, readings);
      part.readings.insert(part.readings.end(), readings.begin(), readings.end());
      part.readings_of.push_back(readings.size());
    }
  }

  // Heads and relations; the tags of the readings that trees prefer.
  void parse(Part& part) {
    ParseState state;
    std::span<Reading> rest = part.readings;
    for (std::size_t i = part.first; i < part.last; ++i) {
      const Sentence& sentence = out_.sentences[i];
      const std::span<Reading> readings = rest.first(part.readings_of[i - part.first]);
      rest = rest.subspan(readings.size());
      Token* first = first_of(sentence) + markers_[i];
      std::uint8_t* classes = part.classes.data() + place(part, i);
      model_.parser.parse(first, last_of(sentence), sentence.first + markers_[i], classes, readings, state);
      take_readings(text_, first, readings, classes);
    }
  }

  // Where the classes of a sentence begin.
  std::size_t place(const Part& part, std::size_t sentence) const {
    return out_.sentences[sentence].first + markers_[sentence] - out_.sentences[part.first].first;
  }

  // Prepositional phrases, repairs, what stands between quotation marks.
  void finish() {
    if (worth_near()) model_.attacher.bring_near();
    Phrases phrases;
    Quotes quotes;
    std::uint32_t block = 0;
    for (std::size_t i = 0; i < out_.sentences.size(); ++i) {
      const Sentence& sentence = out_.sentences[i];
      if (sentence.block != block) quotes = {};
      block = sentence.block;
      const std::uint32_t marker = markers_[i], base = sentence.first + marker;
      Token *first = first_of(sentence), *last = last_of(sentence);
      model_.attacher.attach(first + marker, static_cast<std::size_t>(last - first) - marker, base, phrases);
      repair(text_, {first + marker, last}, base);
      if (marker != 0) hang_marker(first, marker, last, sentence.first);
      for (Token* token = first; token != last; ++token) quotes.mark(text_, *token);
    }
  }

  const Model& model_ = Model::built_in();
  std::string_view text_;
  std::span<const Block> blocks_;
  Language out_;
  std::vector<Span> spans_;
  bool questions_ = false;              // some sentence began with "Q."
  std::vector<std::uint32_t> markers_;  // how many tokens of each sentence number it: "4.", "-"
};

}  // namespace

Language read(std::string_view text, std::span<const Block> blocks, const Workers& workers) { return Reader(text, blocks).read(workers); }

}  // namespace khabar::language
