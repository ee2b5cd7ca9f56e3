// The groups around verbs and nouns (links.h).
#include "language/links.h"

#include <algorithm>

namespace khabar::language {

namespace {

using namespace text::literals;

Modality modality_of(Key key) {
  switch (key) {
    case "will"_key:
    case "'ll"_key:
    case "wo"_key: return Modality::will;
    case "would"_key:
    case "'d"_key: return Modality::would;
    case "may"_key: return Modality::may;
    case "might"_key: return Modality::might;
    case "can"_key:
    case "ca"_key: return Modality::can;
    case "could"_key: return Modality::could;
    case "shall"_key: return Modality::shall;
    case "should"_key: return Modality::should;
    case "must"_key: return Modality::must;
    case "ought"_key: return Modality::ought;
    case "need"_key: return Modality::need;
    default: return Modality::none;
  }
}

bool is_negation(Key key) { return key == "not"_key || key == "n't"_key || key == "nt"_key || key == "never"_key || key == "no"_key; }
bool is_neither(Key key) { return key == "neither"_key || key == "nor"_key; }
bool is_have(Key key) {
  return key == "have"_key || key == "has"_key || key == "had"_key || key == "having"_key || key == "'ve"_key || key == "'d"_key ||
         key == "'s"_key;
}
bool is_conditional(Key key) { return key == "if"_key || key == "unless"_key || key == "whether"_key; }

}  // namespace

VerbGroup Links::verb_group(std::uint32_t token) const {
  VerbGroup group;
  group.head = token;
  if (token >= language_->tokens.size()) return group;
  const std::vector<Token>& tokens = language_->tokens;
  const Token& head = tokens[token];
  group.span = head.span;
  bool finite_found = false, copula = false;
  Form finite = Form::none;
  // The first conjunct's auxiliaries serve the later ones: "was shot and killed", "will meet and discuss".
  std::uint32_t source = token;
  auto has_auxiliary = [&](std::uint32_t t) {
    for (const std::uint32_t d : dependents(t))
      if (tokens[d].relation == Relation::aux || tokens[d].relation == Relation::aux_pass || tokens[d].relation == Relation::cop ||
          tokens[d].relation == Relation::nsubj || tokens[d].relation == Relation::nsubj_pass)
        return true;
    return false;
  };
  if (head.tag == Tag::verb && (head.form == Form::base || head.form == Form::past_participle || head.form == Form::gerund)) {
    for (int i = 0; i < 8 && tokens[source].relation == Relation::conj && !has_auxiliary(source); ++i) {
      const Token& up = tokens[tokens[source].head];
      if (up.tag != Tag::verb || up.form != head.form) break;
      source = tokens[source].head;
    }
  }
  bool infinitive_mark = false, being = false;
  auto look = [&](std::uint32_t of, bool own) {
    for (const std::uint32_t d : dependents(of)) {
      const Token& t = tokens[d];
      if (d > token && t.relation != Relation::mark && !is_negation(t.key)) {
        if (t.relation != Relation::cop && t.relation != Relation::aux) continue;
      }
      switch (t.relation) {
        case Relation::aux:
        case Relation::aux_pass:
        case Relation::cop: {
          if (own && t.span.begin < group.span.begin) group.span.begin = t.span.begin;
          if (t.relation == Relation::aux_pass) group.passive = true;
          if (t.relation == Relation::aux_pass && t.key == "being"_key) being = true;
          if (t.relation == Relation::cop) copula = true;
          const Modality m = modality_of(t.key);
          if (m != Modality::none && !(t.key == "'d"_key && (head.form == Form::past_participle)) &&
              (t.form == Form::modal || t.form == Form::none || t.key == "need"_key)) {
            group.modality = m;
          } else if (!finite_found && (t.form == Form::past || t.form == Form::present)) {
            finite_found = true;
            finite = t.form;
          }
          if (t.relation == Relation::aux && is_have(t.key) &&
              (head.form == Form::past_participle || head.form == Form::gerund || copula || group.passive || head.tag != Tag::verb))
            if (t.key != "'s"_key || head.form == Form::past_participle) group.perfect = true;
          break;
        }
        case Relation::mark:
          if (t.key == "to"_key) {
            infinitive_mark = true;
            if (own && t.span.begin < group.span.begin) group.span.begin = t.span.begin;
          }
          if (is_conditional(t.key)) group.conditional = true;
          break;
        case Relation::advmod:
          if (is_negation(t.key) || is_neither(t.key)) group.negated = true;
          break;
        case Relation::cc:  // "neither confirmed nor denied"
          if (is_neither(t.key) && d < of) group.negated = true;
          break;
        case Relation::det:
          if (t.key == "no"_key && copula) group.negated = true;
          break;
        case Relation::nsubj:
        case Relation::nsubj_pass:
          for (const std::uint32_t det : dependents(d))
            if (tokens[det].relation == Relation::det && (tokens[det].key == "no"_key || tokens[det].key == "neither"_key))
              group.negated = true;
          if (t.key == "nobody"_key || t.key == "none"_key || t.key == "nothing"_key) group.negated = true;
          break;
        default: break;
      }
    }
  };
  look(token, true);
  if (source != token) look(source, false);
  // "is going to attack", "has to leave": what governs the infinitive tells its modality.
  if (infinitive_mark && head.relation == Relation::xcomp && head.head != token) {
    const Token& up = tokens[head.head];
    if (up.key == "going"_key) group.modality = Modality::going_to;
    if (up.key == "have"_key || up.key == "has"_key || up.key == "had"_key) group.modality = Modality::have_to;
    if (up.key == "need"_key || up.key == "needs"_key || up.key == "needed"_key) group.modality = Modality::need;
    if (up.key == "ought"_key) group.modality = Modality::ought;
  }
  if (((head.form == Form::gerund && !copula) || being) && finite_found) group.progressive = true;  // "is being held"
  if (head.tag == Tag::verb && head.form == Form::past_participle && !group.perfect && !group.passive)
    group.passive =
        head.relation == Relation::acl || head.relation == Relation::amod || (head.relation == Relation::advcl && !finite_found);
  group.infinitive = infinitive_mark;
  if (!finite_found && (head.form == Form::past || head.form == Form::present) && (head.tag == Tag::verb || head.tag == Tag::aux)) {
    finite_found = true;
    finite = head.form;
  }
  if (group.modality == Modality::will || group.modality == Modality::shall || group.modality == Modality::going_to) {
    group.tense = Tense::future;
  } else if (group.modality == Modality::would || group.modality == Modality::could || group.modality == Modality::might) {
    group.tense = Tense::past;
  } else if (finite_found) {
    group.tense = finite == Form::past ? Tense::past : Tense::present;
  } else if (group.modality != Modality::none) {
    group.tense = Tense::present;
  } else if (head.form == Form::past_participle) {
    group.tense = Tense::past;  // "militants killed in the raid"
  }
  return group;
}

NounGroup Links::noun_group(std::uint32_t token) const {
  NounGroup group;
  group.head = group.first = token;
  group.last = token + 1;
  if (token >= language_->tokens.size()) {
    group.last = token;
    return group;
  }
  const std::vector<Token>& tokens = language_->tokens;
  const Sentence& sentence = language_->sentences[tokens[token].sentence];
  // Everything before the head that depends on it through the relations of a group; after it, what a name goes on with.
  auto leads = [&](std::uint32_t t) {
    switch (tokens[t].relation) {
      case Relation::det:
      case Relation::amod:
      case Relation::compound:
      case Relation::nummod:
      case Relation::nmod_poss:
      case Relation::flat:
      case Relation::fixed:
      case Relation::advmod:
      case Relation::obl_time:
      case Relation::nmod:
      case Relation::conj:
      case Relation::cc:
      case Relation::case_:
      case Relation::obl: return true;
      default: return false;
    }
  };
  auto belongs = [&](std::uint32_t t) {  // t is inside the group, through a chain of dependents that ends at the head
    std::uint32_t up = t;
    for (int i = 0; i < 10; ++i) {
      if (up == token) return true;
      if (tokens[up].relation == Relation::punct) {
        if (up == t && tokens[up].key != "-"_key && tokens[up].key != "$"_key) return false;
      } else if (!leads(up)) {
        return false;
      } else if (tokens[up].head == token && (tokens[up].relation == Relation::case_ || tokens[up].relation == Relation::cc ||
                                              tokens[up].relation == Relation::conj || tokens[up].relation == Relation::nmod)) {
        if (tokens[up].relation != Relation::nmod || up > token) return false;
        for (const std::uint32_t d : dependents(up))
          if (tokens[d].relation == Relation::case_) return false;
      }
      if (tokens[up].head == up) return false;
      up = tokens[up].head;
    }
    return false;
  };
  while (group.first > sentence.first && belongs(group.first - 1)) --group.first;
  auto goes_on = [&](std::uint32_t t) {
    for (int i = 0; i < 6 && t != token; ++i) {
      const Relation r = tokens[t].relation;
      if (r != Relation::flat && r != Relation::fixed && !(r == Relation::punct && tokens[t].key == "-"_key) &&
          !(r == Relation::nummod && tokens[token].tag == Tag::propn) && !(r == Relation::compound && tokens[t].tag == Tag::propn))
        return false;
      t = tokens[t].head;
    }
    return t == token;
  };
  while (group.last < sentence.last && goes_on(group.last)) ++group.last;
  group.span = {tokens[group.first].span.begin, tokens[group.last - 1].span.end};
  // With the prepositional phrases that hang on it and on each other, as far as they touch.
  std::uint32_t end = group.last, noun = token;
  for (int depth = 0; depth < 8; ++depth) {
    std::uint32_t next = noun;
    for (const std::uint32_t d : dependents(noun)) {
      if (d < end || tokens[d].relation != Relation::nmod) continue;
      std::uint32_t begin = d;
      for (const std::uint32_t c : dependents(d)) begin = std::min(begin, c);
      if (begin > end) break;
      next = d;
      end = d + 1;
      while (end < sentence.last && tokens[end].relation == Relation::flat && tokens[end].head == d) ++end;
    }
    if (next == noun) break;
    noun = next;
  }
  group.full = {group.span.begin, tokens[end - 1].span.end};
  return group;
}

}  // namespace khabar::language
