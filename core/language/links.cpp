// Dependencies collapsed to links. The rules follow the enhanced dependencies of Universal Dependencies (Schuster & Manning 2016):
// shared arguments of conjuncts, subjects of controlled verbs, antecedents of relative clauses; reduced relatives added.
#include "language/links.h"
#include "text/sorting.h"

#include <algorithm>
#include <tuple>

namespace khabar::language {

namespace {

using namespace text::literals;

constexpr int max_steps = 12;  // along one chain of conjuncts, clauses or auxiliaries

bool is_verb(const Token& t) { return t.tag == Tag::verb || t.tag == Tag::aux; }
bool is_nominal(const Token& t) { return t.tag == Tag::noun || t.tag == Tag::propn || t.tag == Tag::pron || t.tag == Tag::num; }
bool is_subject(LinkKind k) { return k == LinkKind::subject || k == LinkKind::passive_subject; }

bool is_relative_pronoun(Key key) { return key == "who"_key || key == "which"_key || key == "that"_key || key == "whom"_key; }

// Verbs that give: their "to" names who receives (Levin 1993, classes 13.1, 13.2, 11.1).
bool gives(Key lemma) {
  switch (lemma) {
    case "give"_key:
    case "hand"_key:
    case "send"_key:
    case "offer"_key:
    case "provide"_key:
    case "supply"_key:
    case "deliver"_key:
    case "transfer"_key:
    case "grant"_key:
    case "pay"_key:
    case "sell"_key:
    case "lend"_key:
    case "donate"_key:
    case "award"_key:
    case "extradite"_key:
    case "smuggle"_key:
    case "ship"_key: return true;
    default: return false;
  }
}

// Verbs whose infinitive keeps their subject although they have an object: "promised the elders to leave".
bool keeps_subject(Key lemma) { return lemma == "promise"_key || lemma == "threaten"_key || lemma == "vow"_key || lemma == "use"_key; }

}  // namespace

class LinkBuilder {
 public:
  LinkBuilder(const Language& language, std::vector<Link>& links, const Links& view)
      : tokens_(language.tokens), links_(links), view_(view), subject_(language.tokens.size(), none) {}

  void run() {
    const std::uint32_t n = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t h = 0; h < n; ++h)
      for (const std::uint32_t d : view_.dependents(h)) direct(h, d);
    std::swap(pending_, links_);
    take_pending();
    inherit(&LinkBuilder::from_clauses);
    inherit(&LinkBuilder::from_conjuncts);
    inherit(&LinkBuilder::from_control);
    inherit(&LinkBuilder::from_conjuncts);  // "attacked a bus, burning it and seizing two drivers": what the first of them was given
    share_arguments();
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  void add(std::uint32_t head, std::uint32_t dependent, LinkKind kind, Key preposition, bool inherited) {
    if (head == dependent) return;
    links_.push_back({head, dependent, kind, inherited, preposition});
    note_subject(head, dependent, kind);
  }
  void note_subject(std::uint32_t head, std::uint32_t dependent, LinkKind kind) {
    if (is_subject(kind) && subject_[head] == none) subject_[head] = dependent;
  }
  static std::tuple<std::uint32_t, std::uint32_t, LinkKind, Key, bool> order(const Link& l) {
    return {l.head, l.dependent, l.kind, l.preposition, l.inherited};
  }
  static bool before(const Link& a, const Link& b) { return order(a) < order(b); }
  // What is pending joins the sorted links.
  void take_pending() {
    const std::size_t known = links_.size();
    text::stable_sort(pending_, before);
    links_.insert(links_.end(), pending_.begin(), pending_.end());
    text::merge_halves(links_, known, before);
    links_.erase(std::unique(links_.begin(), links_.end(),
                             [](const Link& a, const Link& b) {
                               return a.head == b.head && a.dependent == b.dependent && a.kind == b.kind && a.preposition == b.preposition;
                             }),
                 links_.end());
  }
  std::span<const Link> links_of(std::uint32_t head) const {
    const auto lower = std::lower_bound(links_.begin(), links_.end(), head, [](const Link& l, std::uint32_t h) { return l.head < h; });
    auto upper = lower;
    while (upper != links_.end() && upper->head == head) ++upper;
    return {links_.data() + (lower - links_.begin()), static_cast<std::size_t>(upper - lower)};
  }
  // Adds what a pass over the sorted links finds.
  void inherit(void (LinkBuilder::*pass)(std::uint32_t)) {
    pending_.clear();
    for (std::uint32_t t = 0; t < tokens_.size(); ++t) (this->*pass)(t);
    if (!pending_.empty()) take_pending();
  }
  void later(std::uint32_t head, std::uint32_t dependent, LinkKind kind, Key preposition = 0) {
    if (head == dependent) return;
    pending_.push_back({head, dependent, kind, true, preposition});
    note_subject(head, dependent, kind);
  }

  bool has_child(std::uint32_t t, Relation r) const {
    for (const std::uint32_t d : near(t))
      if (tokens_[d].relation == r) return true;
    return false;
  }
  bool has_subject(std::uint32_t t) const { return subject_[t] != none; }
  Key preposition_of(std::uint32_t t) const {
    for (const std::uint32_t d : near(t)) {
      if (tokens_[d].relation != Relation::case_ || d > t) continue;
      return tokens_[d].key;
    }
    return 0;
  }
  // The first dependents only, so that a word with a million of them costs no more than another.
  std::span<const std::uint32_t> near(std::uint32_t t) const {
    const std::span<const std::uint32_t> all = view_.dependents(t);
    return all.first(std::min<std::size_t>(all.size(), 64));
  }
  Key mark_of(std::uint32_t t) const {
    for (const std::uint32_t d : near(t))
      if (tokens_[d].relation == Relation::mark) return tokens_[d].key;
    return 0;
  }
  // A participle with "be", or one that modifies a noun with nothing active about it.
  bool is_passive(std::uint32_t t) const {
    const Token& v = tokens_[t];
    if (has_child(t, Relation::aux_pass)) return true;
    if (v.tag != Tag::verb || v.form != Form::past_participle) return false;
    if (v.relation == Relation::acl) return true;
    if (v.relation == Relation::conj && !has_child(t, Relation::aux) && !has_child(t, Relation::nsubj)) {
      std::uint32_t h = v.head;
      for (int i = 0; i < max_steps && tokens_[h].relation == Relation::conj && !has_child(h, Relation::aux_pass); ++i) h = tokens_[h].head;
      return has_child(h, Relation::aux_pass) || (tokens_[h].relation == Relation::acl && tokens_[h].form == Form::past_participle);
    }
    return false;
  }

  void direct(std::uint32_t h, std::uint32_t d) {
    const Token& t = tokens_[d];
    switch (t.relation) {
      case Relation::nsubj:
      case Relation::csubj: add(h, d, is_passive(h) ? LinkKind::passive_subject : LinkKind::subject, 0, false); break;
      case Relation::nsubj_pass: add(h, d, LinkKind::passive_subject, 0, false); break;
      case Relation::obj: {  // "spoke on Monday with the envoy", which the tree made an object
        const Key p = is_verb(tokens_[h]) ? preposition_of(d) : 0;
        const bool with = p == "with"_key || p == "against"_key || p == "from"_key;
        add(h, d, with ? LinkKind::oblique : LinkKind::object, with ? p : 0, false);
        break;
      }
      case Relation::iobj: add(h, d, LinkKind::recipient, 0, false); break;
      case Relation::obl_agent: add(h, d, LinkKind::agent, preposition_of(d), false); break;
      case Relation::obl:
      case Relation::obl_time: {
        const Key p = preposition_of(d);
        if (p == "by"_key && is_passive(h) && tokens_[d].form != Form::gerund) {
          add(h, d, LinkKind::agent, p, false);
        } else {
          add(h, d, LinkKind::oblique, p, false);
          if (p == "to"_key && is_nominal(t) && gives(tokens_[h].lemma)) add(h, d, LinkKind::recipient, p, false);
        }
        break;
      }
      case Relation::nmod: {
        const Key p = preposition_of(d);
        if (p != 0) {
          add(h, d, LinkKind::oblique, p, false);
        } else {
          add(h, d, LinkKind::modifier, 0, false);
        }
        break;
      }
      case Relation::nmod_poss:
      case Relation::amod:
      case Relation::compound: add(h, d, LinkKind::modifier, 0, false); break;
      case Relation::ccomp: add(h, d, LinkKind::clause, mark_of(d), false); break;
      case Relation::parataxis:  // "The raid, police said, failed."
        if (is_verb(tokens_[h]) && is_verb(t) && has_child(d, Relation::nsubj)) break;
        break;
      case Relation::xcomp: add(h, d, LinkKind::infinitive, mark_of(d), false); break;
      case Relation::advcl: add(h, d, LinkKind::adverbial, mark_of(d), false); break;
      case Relation::appos: add(h, d, LinkKind::apposition, 0, false); break;
      default: break;
    }
  }

  // The pronoun of the relative clause, where it is an argument of the verb, stands for the noun.
  bool give_back(std::uint32_t v, std::uint32_t clause, std::uint32_t noun) {
    bool given = false;
    for (const Link& l : links_of(v)) {
      if (!is_relative_pronoun(tokens_[l.dependent].key) || tokens_[l.dependent].tag != Tag::pron) continue;
      if (v != clause && (l.dependent > clause || !is_subject(l.kind))) continue;
      later(v, noun, l.kind, l.preposition);
      given = true;
    }
    return given;
  }

  // Relative and reduced relative clauses give their noun back to the verb.
  void from_clauses(std::uint32_t v) {
    const Token& t = tokens_[v];
    const std::uint32_t noun = t.head;
    if (t.relation == Relation::acl) {
      if (t.tag != Tag::verb && !has_child(v, Relation::aux_pass)) return;
      if (has_subject(v)) return;
      if (is_passive(v)) {
        later(v, noun, LinkKind::passive_subject);
      } else if (t.form == Form::gerund && mark_of(v) == 0 && preposition_of(v) == 0) {
        later(v, noun, LinkKind::subject);
      }
      return;
    }
    if (t.relation != Relation::acl_relcl) return;
    if (give_back(v, v, noun)) return;
    for (const std::uint32_t d : near(v))  // "which it said had launched a drone"
      if (tokens_[d].relation == Relation::ccomp && give_back(d, v, noun)) return;
    for (const std::uint32_t d : near(v))
      if (tokens_[d].key == "where"_key || tokens_[d].key == "when"_key || tokens_[d].key == "why"_key)
        return later(v, noun, LinkKind::oblique, tokens_[d].key);
    if (!has_subject(v)) {
      later(v, noun, is_passive(v) ? LinkKind::passive_subject : LinkKind::subject);
    } else if (is_verb(t) && !has_child(v, Relation::obj) && !has_child(v, Relation::ccomp) && !has_child(v, Relation::xcomp) &&
               !is_of_whose(v)) {
      later(v, noun, LinkKind::object);  // "the deal they signed"
    }
  }

  // "A clerk, whose brother was killed": the clause is about what is his.
  bool is_of_whose(std::uint32_t v) const {
    for (const std::uint32_t d : near(v))
      if (tokens_[d].relation == Relation::nsubj || tokens_[d].relation == Relation::nsubj_pass)
        for (const std::uint32_t of : near(d))
          if (tokens_[of].key == "whose"_key) return true;
    return false;
  }

  // Verbs in coordination share the subject of the first; nouns in coordination fill the role of the first.
  void from_conjuncts(std::uint32_t t) {
    if (tokens_[t].relation != Relation::conj) return;
    std::uint32_t first = tokens_[t].head;
    for (int i = 0; i < max_steps && tokens_[first].relation == Relation::conj; ++i) first = tokens_[first].head;
    const Token &a = tokens_[first], &b = tokens_[t];
    const bool predicate = is_verb(a) || has_child(first, Relation::cop) || has_child(first, Relation::nsubj);
    if (predicate && (is_verb(b) || has_child(t, Relation::cop))) {
      if (has_subject(t) || has_child(t, Relation::expl)) return;
      for (const std::uint32_t d : near(t))  // "a deal under which both sold arms": a relative clause, whatever hung it beside another
        if (d < t && tokens_[d].relation == Relation::obl && tokens_[d].key == "which"_key) return;
      for (const Link& l : links_of(first)) {
        if (!is_subject(l.kind)) continue;
        if (l.dependent > t) continue;
        later(t, l.dependent, is_passive(t) ? LinkKind::passive_subject : LinkKind::subject);
      }
    }
  }

  // "agreed to share": the infinitive's subject is the governor's, or its object where it has one.
  void from_control(std::uint32_t t) {
    if (tokens_[t].relation != Relation::xcomp && tokens_[t].relation != Relation::advcl) return;
    if (tokens_[t].tag != Tag::verb || has_subject(t)) return;
    const std::uint32_t h = tokens_[t].head;
    if (tokens_[t].relation == Relation::advcl) {
      // "killing five": participles and purposes without a subject of their own take the main clause's.
      const Key mark = mark_of(t);
      bool being = false;  // "met him after being freed"
      for (const std::uint32_t d : near(t)) being = being || (tokens_[d].key == "being"_key && tokens_[d].relation == Relation::aux_pass);
      if (tokens_[t].form != Form::gerund && !being && !(mark == "to"_key && tokens_[t].form == Form::base)) return;
      if (tokens_[h].tag != Tag::verb) return;
    }
    std::uint32_t controller = subject_[h];
    if (tokens_[t].relation == Relation::xcomp &&
        !keeps_subject(tokens_[h].lemma)) {  // "urged Kabul to act": the object, where there is one
      for (const Link& l : links_of(h)) {
        if ((l.kind != LinkKind::object && l.kind != LinkKind::recipient) || l.dependent > t) continue;
        controller = l.dependent;
        break;
      }
    }
    if (controller != none) later(t, controller, is_passive(t) ? LinkKind::passive_subject : LinkKind::subject);
  }

  // The third of three may hang on the second.
  void share_with_conjuncts(const Link& l, std::uint32_t member, int depth) {
    constexpr int deepest = 4;
    for (const std::uint32_t d : near(member)) {
      if (tokens_[d].relation != Relation::conj || d == l.head || !is_nominal(tokens_[d])) continue;
      Key p = l.preposition;
      if (p != 0)
        if (const Key own = preposition_of(d); own != 0) p = own;
      later(l.head, d, l.kind, p);
      if (depth < deepest) share_with_conjuncts(l, d, depth + 1);
    }
  }

  // Every conjunct of an argument fills its role: "in Swat and Dir".
  void share_arguments() {
    pending_.clear();
    for (const Link& l : links_) {
      if (l.kind == LinkKind::clause || l.kind == LinkKind::adverbial || l.kind == LinkKind::apposition || l.kind == LinkKind::modifier ||
          l.kind == LinkKind::infinitive)
        continue;
      if (!is_nominal(tokens_[l.dependent])) continue;
      share_with_conjuncts(l, l.dependent, 0);
    }
    take_pending();
  }

  const std::vector<Token>& tokens_;
  std::vector<Link>& links_;
  const Links& view_;
  std::vector<std::uint32_t> subject_;  // the first subject of each token
  std::vector<Link> pending_;
};

Links::Links(const Language& language) : language_(&language) {
  const std::size_t n = language.tokens.size();
  first_dependent_.assign(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i)
    if (language.tokens[i].head != i) ++first_dependent_[language.tokens[i].head + 1];
  for (std::size_t i = 0; i < n; ++i) first_dependent_[i + 1] += first_dependent_[i];
  dependents_.resize(first_dependent_[n]);
  std::vector<std::uint32_t> next(first_dependent_.begin(), first_dependent_.end());
  for (std::uint32_t i = 0; i < n; ++i)
    if (language.tokens[i].head != i) dependents_[next[language.tokens[i].head]++] = i;
  LinkBuilder(language, links_, *this).run();
  first_link_.assign(n + 1, 0);
  for (const Link& l : links_) ++first_link_[l.head + 1];
  for (std::size_t i = 0; i < n; ++i) first_link_[i + 1] += first_link_[i];
}

std::span<const Link> Links::of(std::uint32_t head) const {
  if (head + std::size_t{1} >= first_link_.size()) return {};
  return std::span(links_).subspan(first_link_[head], first_link_[head + 1] - first_link_[head]);
}

std::span<const std::uint32_t> Links::dependents(std::uint32_t token) const {
  if (token + std::size_t{1} >= first_dependent_.size()) return {};
  return std::span(dependents_).subspan(first_dependent_[token], first_dependent_[token + 1] - first_dependent_[token]);
}

}  // namespace khabar::language
