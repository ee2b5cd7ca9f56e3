#include "language/judge.h"

#include <algorithm>
#include <array>

namespace khabar::language {

namespace {

using namespace text::literals;
using Nodes = std::vector<TreeNode>;

constexpr std::uint64_t bit(Relation r) { return std::uint64_t{1} << static_cast<int>(r); }

// What a clause is made of, what shows its kind, and what hangs on it loosely.
constexpr std::uint64_t arguments = bit(Relation::nsubj) | bit(Relation::nsubj_pass) | bit(Relation::csubj) | bit(Relation::obj) |
                                    bit(Relation::iobj) | bit(Relation::ccomp) | bit(Relation::xcomp) | bit(Relation::expl);
constexpr std::uint64_t frame = arguments | bit(Relation::aux) | bit(Relation::aux_pass) | bit(Relation::cop) | bit(Relation::mark) |
                                bit(Relation::case_) | bit(Relation::det) | bit(Relation::cc) | bit(Relation::compound_prt) |
                                bit(Relation::nmod_poss);
constexpr std::uint64_t loose = bit(Relation::conj) | bit(Relation::advcl) | bit(Relation::acl) | bit(Relation::acl_relcl) |
                                bit(Relation::obl) | bit(Relation::nmod) | bit(Relation::appos) | bit(Relation::parataxis);

// In place of a tag or relation: nothing there; outside the sentence.
constexpr std::uint64_t above_root = 40, no_word = 41, outside = 42;

std::uint64_t at_most(std::uint64_t most, std::uint64_t n) { return n < most ? n : most; }

std::uint64_t distance_class(std::uint32_t d) { return d < 5 ? d : (d < 8 ? 5 : (d < 12 ? 6 : 7)); }

std::uint64_t length_class(std::uint32_t n) { return n < 4 ? n : (n < 7 ? 4 : (n < 12 ? 5 : 6)); }

Tag tag_of(const TreeNode& node) { return node.tag < tag_classes.size() ? tag_classes[node.tag].tag : Tag::x; }

// The features of one of the two trees.
class Collector {
 public:
  Collector(const Contest& contest, const Nodes& nodes, std::int32_t times, std::vector<Evidence>& out)
      : tokens_(contest.tokens), nodes_(nodes), times_(times), out_(out) {}

  /// An arc, told by its dependent.
  void arc(std::uint32_t d) {
    const TreeNode& dependent = nodes_[d];
    const std::uint32_t h = dependent.head;
    const TreeNode& head = nodes_[h];
    const bool root = h == 0;
    const std::uint64_t right = d > h, L = dependent.label, H = head.tag, D = dependent.tag;
    const std::uint64_t LR = L << 1 | right, DR = D << 1 | right, HR = H << 1 | right, LHD = (L << 8 | H) << 8 | DR;
    const std::uint64_t hword = head.word, hclass = root ? 0 : tokens_[h - 1].word_class, dclass = tokens_[d - 1].word_class;
    // Above.
    const TreeNode& above = nodes_[head.head];
    const std::uint64_t G = root ? above_root : above.tag, HL = root ? above_root : head.label;
    // Between and beside.
    const Between between = between_of(h, d);
    const std::uint64_t signs = between.commas * 4 + between.verbs, distance = distance_class(right ? d - h : h - d);
    const TreeNode& sibling = nodes_[between.sibling];
    const std::uint64_t S = between.sibling == 0 ? no_word : sibling.tag, SL = between.sibling == 0 ? no_word : sibling.label;
    // Below: the first word of each, and where the dependent's words begin and end.
    const std::uint64_t first = dependent.left == 0 ? 0 : nodes_[dependent.left].word;
    const std::uint64_t hfirst = head.left == 0 || root ? 0 : nodes_[head.left].word;
    std::uint32_t begin = d, end = d;
    for (int i = 0; i < deepest && nodes_[begin].left != 0; ++i) begin = nodes_[begin].left;
    for (int i = 0; i < deepest && nodes_[end].right != 0; ++i) end = nodes_[end].right;
    const std::uint64_t opens = sign_at(begin - 1), closes = sign_at(end + 1), length = length_class(end - begin);
    add(quick_slot(10, LHD));
    add(quick_slot(11, LHD, distance));
    add(quick_slot(12, LHD, signs));
    add(quick_slot(13, L, hword, DR));
    add(quick_slot(14, L, dependent.word, HR));
    add(quick_slot(15, L, hclass, DR));
    add(quick_slot(16, L, dclass, HR));
    add(quick_slot(17, L, hclass >> 2 << 8 | dclass >> 2, right));
    add(quick_slot(18, LHD, G, HL));
    add(quick_slot(19, L << 8 | D, HL, right));
    add(quick_slot(20, LHD, S, SL));
    add(quick_slot(21, L << 8 | D, SL, right));
    add(quick_slot(23, L, first, hclass));
    add(quick_slot(24, L, first, hword));
    add(quick_slot(26, L, first, hfirst));
    add(quick_slot(29, L, dependent.word, hword));
    add(quick_slot(30, L << 8 | HL, above.word, DR));
    add(quick_slot(31, L, distance << 8 | signs, right));
    if (!root && (L == code(Relation::nsubj) || L == code(Relation::nsubj_pass))) agreement(h, d);
    if (!root) add(quick_slot(38, L, tokens_[d - 1].key, HR));  // "he", "him": one lemma
    add(quick_slot(39, LHD, opens, closes));
    add(quick_slot(40, LR, opens, closes));
    add(quick_slot(41, LHD, length));
    add(quick_slot(42, LR, length, opens));
    add(quick_slot(43, LHD, end + 1 < nodes_.size() ? nodes_[end + 1].tag : outside));
    add(quick_slot(44, LHD, nodes_[begin - 1].tag));
    if (L != code(Relation::conj)) return;
    const std::uint64_t alike = (hclass == dclass) * 4u + (hclass >> 2 == dclass >> 2) * 2u + (H == D), HD = H << 8 | D;
    add(quick_slot(32, alike, distance));
    add(quick_slot(33, alike, HD));
    add(quick_slot(34, hfirst == first, HD, (head.children & frame) == (dependent.children & frame)));
    add(quick_slot(35, head.children & arguments, dependent.children & arguments, HD));
  }

  /// What a word has, whatever hangs on it.
  void word(std::uint32_t v, const Clause& clause) {
    const TreeNode& n = nodes_[v];
    const std::uint64_t T = n.tag, TL = T << 8 | n.label, mask = n.children & frame, args = n.children & arguments;
    const std::uint64_t counts = at_most(2, clause.subjects) * 9 + at_most(2, clause.late_subjects) * 3 + at_most(2, clause.objects);
    add(quick_slot(50, TL, mask));
    add(quick_slot(51, T, mask, n.word));
    add(quick_slot(52, T, args, tokens_[v - 1].word_class));
    add(quick_slot(53, TL, args, nodes_[n.head].tag));
    add(quick_slot(54, TL, counts));
    add(quick_slot(55, TL, clause.mark, counts));
    add(quick_slot(56, T, n.children & (arguments | loose), n.label));
    add(quick_slot(57, n.label, clause.mark, args));
    add(quick_slot(58, T, n.word, args));
    add(quick_slot(59, TL, mask, counts));
  }

  /// The tag of a word that the trees read differently.
  void tag(std::uint32_t i) {
    const bool last = i + 1 == nodes_.size();
    const std::uint64_t T = nodes_[i].tag, left = nodes_[i - 1].tag, right = last ? outside : nodes_[i + 1].tag;
    const Token& token = tokens_[i - 1];
    const std::uint64_t TC = T << 8 | token.word_class;
    add(quick_slot(60, T, token.key));
    add(quick_slot(61, T, token.word_class));
    add(quick_slot(62, T, left, right));
    add(quick_slot(63, TC, left));
    add(quick_slot(64, TC, right));
    add(quick_slot(65, T, i > 1 ? tokens_[i - 2].key : 0));
    add(quick_slot(66, T, last ? 0 : tokens_[i].key));
    add(quick_slot(67, T << 8 | nodes_[i].label, nodes_[i].children & frame));
  }

 private:
  static constexpr int deepest = 12;          // along the outermost dependents
  static constexpr std::uint32_t reach = 48;  // between head and dependent

  static constexpr std::uint64_t code(Relation r) { return static_cast<std::uint64_t>(r); }

  void add(std::uint32_t slot) { out_.push_back({slot, times_}); }

  // What stands between head and dependent: commas, verbs (up to three of each), the head's dependent that is nearest to this one.
  struct Between {
    std::uint64_t commas = 0, verbs = 0;
    std::uint32_t sibling = 0;
  };
  Between between_of(std::uint32_t h, std::uint32_t d) const {
    const std::uint32_t low = std::min(h, d), high = std::max(h, d);
    if (h == 0) return {};
    if (high - low > reach) return {.commas = 3, .verbs = 3, .sibling = 0};
    Between out;
    for (std::uint32_t i = low + 1; i < high; ++i) {
      const Tag tag = tag_of(nodes_[i]);
      out.commas += nodes_[i].word == ","_key;
      out.verbs += tag == Tag::verb;
      if (nodes_[i].head == h && tag != Tag::punct && (d > h || out.sibling == 0)) out.sibling = i;
    }
    return {at_most(3, out.commas), at_most(3, out.verbs), out.sibling};
  }

  // "the guards of the clerk were": not the clerk. The finite word is the first auxiliary after the subject, or the verb.
  void agreement(std::uint32_t h, std::uint32_t d) {
    constexpr std::uint32_t longest = 12;
    std::uint64_t finite = 0;
    for (std::uint32_t i = std::max(d + 1, h - std::min(h, longest)); i < h && finite == 0; ++i)
      if (nodes_[i].head == h && tag_of(nodes_[i]) == Tag::aux) finite = tokens_[i - 1].key;
    if (finite == 0) finite = std::uint64_t{nodes_[h].tag} << 1 | (tokens_[h - 1].key == tokens_[h - 1].lemma);
    const bool several = (nodes_[d].children & bit(Relation::conj)) != 0;
    add(quick_slot(36, finite, nodes_[d].tag, several));
    add(quick_slot(37, finite, tokens_[d - 1].key));
  }

  // The sign at a place; 0 for a word, 1 outside the sentence.
  std::uint64_t sign_at(std::uint32_t i) const {
    if (i == 0 || i >= nodes_.size()) return 1;
    return tag_of(nodes_[i]) == Tag::punct ? nodes_[i].word : 0;
  }

  const Token* tokens_;
  const Nodes& nodes_;
  std::int32_t times_;
  std::vector<Evidence>& out_;
};

void read_clauses(const Nodes& nodes, std::vector<Clause>& out) {
  out.assign(nodes.size(), Clause{});
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const std::uint32_t h = nodes[i].head;
    Clause& clause = out[h];
    switch (static_cast<Relation>(nodes[i].label)) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::csubj: {
        std::uint8_t& count = i < h ? clause.subjects : clause.late_subjects;
        if (count < 2) ++count;
        break;
      }
      case Relation::obj:
        if (clause.objects < 2) ++clause.objects;
        break;
      case Relation::mark:
        if (clause.mark == 0) clause.mark = nodes[i].word;
        break;
      default: break;
    }
  }
}

// What is known without looking at the trees: doubts, and where the two part.
void append_circumstances(const Contest& c, std::vector<Evidence>& out) {
  constexpr std::int32_t coarse = 100, fine = 50, most = 40;
  const std::int32_t sign = c.gain() < 0 ? -1 : 1;
  out.push_back({quick_slot(0, static_cast<std::uint64_t>(std::min(c.gain() * sign / coarse, most))), sign});
  out.push_back({quick_slot(3, 0), c.move_gain / fine});
  out.push_back({quick_slot(4, 0), c.relation_gain / fine});
  const std::uint64_t margin = static_cast<std::uint64_t>(c.margin);
  if (c.reread == 0) {
    out.push_back({quick_slot(1, 0), 1});
    out.push_back({quick_slot(2, margin), 1});
    return;
  }
  const std::uint64_t before = c.kept[c.reread].tag, after = c.rival[c.reread].tag;
  out.push_back({quick_slot(5, 0), 1});
  out.push_back({quick_slot(6, 0), c.margin});
  out.push_back({quick_slot(7, before, after), 1});
  out.push_back({quick_slot(8, before, after, margin), 1});
}

}  // namespace

void collect_evidence(const Contest& contest, JudgeScratch& scratch) {
  const Nodes &kept = contest.kept, &rival = contest.rival;
  scratch.evidence.clear();
  Collector old(contest, kept, -1, scratch.evidence), now(contest, rival, 1, scratch.evidence);
  append_circumstances(contest, scratch.evidence);
  const std::uint32_t read = contest.reread;
  if (read != 0) {
    old.tag(read);
    now.tag(read);
  }
  std::vector<std::uint32_t>& touched = scratch.touched;
  touched.clear();
  for (std::uint32_t i = 1; i < kept.size(); ++i) {
    const bool same_arc = kept[i].head == rival[i].head && kept[i].label == rival[i].label;
    if (same_arc && (read == 0 || (i != read && kept[i].head != read))) continue;
    if (tag_of(kept[i]) == Tag::punct) continue;
    old.arc(i);
    now.arc(i);
    touched.insert(touched.end(), {i, kept[i].head, rival[i].head});
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  read_clauses(kept, scratch.kept);
  read_clauses(rival, scratch.rival);
  for (const std::uint32_t v : touched) {
    if (v == 0) continue;
    const TreeNode &a = kept[v], &b = rival[v];
    const bool same = a.tag == b.tag && a.label == b.label && a.children == b.children && kept[a.head].tag == rival[b.head].tag &&
                      scratch.kept[v] == scratch.rival[v];
    if (same) continue;
    old.word(v, scratch.kept[v]);
    now.word(v, scratch.rival[v]);
  }
}

bool Judge::prefers_rival(const Contest& contest, JudgeScratch& scratch) const {
  constexpr std::int32_t clear = 2000;    // of doubt: no more to be said
  constexpr std::int32_t overrules = 25;  // it takes more than that, in units, to decide against the doubts
  const std::int32_t gain = contest.gain();
  if (weights_.empty() || gain >= clear || gain <= -clear) return gain > 0;
  collect_evidence(contest, scratch);
  std::int32_t score = gain / doubt_per_unit;
  Evidence* evidence = scratch.evidence.data();
  const int known = weights_.keep_known(evidence, static_cast<int>(scratch.evidence.size()));
  for (int i = 0; i < known; ++i) score += evidence[i].times * weights_.weight(weights_.row(evidence[i].slot), 0);
  return score > (gain > 0 ? -overrules : overrules);
}

}  // namespace khabar::language
