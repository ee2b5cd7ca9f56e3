#include "judge_training.h"

#include "epochs.h"
#include "ftrl.h"

#include "language/lemmas.h"

#include <algorithm>
#include <cstdlib>

namespace khabar::train {

using namespace language;

namespace {

// Relations that links are made of.
bool makes_links(Relation r) {
  switch (r) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::obl_agent:
    case Relation::ccomp:
    case Relation::xcomp:
    case Relation::acl:
    case Relation::acl_relcl:
    case Relation::advcl:
    case Relation::conj: return true;
    default: return false;
  }
}

// How much of a tree is right: tags, heads, relations; twice those that links are made of.
int rightness(const std::vector<TreeNode>& nodes, const GoldSentence& sentence) {
  int right = 0;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const Token& gold = sentence.tokens[i - 1];
    right += tag_classes[nodes[i].tag].tag == gold.tag;
    const std::uint32_t head = gold.head == i - 1 ? 0 : gold.head + 1;
    if (gold.tag == Tag::punct || nodes[i].head != head) continue;
    const int arc = nodes[i].label == static_cast<std::uint8_t>(gold.relation) ? 2 : 1;
    right += makes_links(gold.relation) ? 2 * arc : arc;
  }
  return right;
}

// What both trees have cancels out.
void cancel(std::vector<Evidence>& evidence) {
  std::sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) { return a.slot < b.slot; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < evidence.size();) {
    Evidence sum = evidence[i++];
    while (i < evidence.size() && evidence[i].slot == sum.slot) sum.times += evidence[i++].times;
    if (sum.times != 0) evidence[kept++] = sum;
  }
  evidence.resize(kept);
}

// Learns one example; returns whether it was right before.
bool learn(Ftrl& weights, const JudgeExample& e) {
  constexpr int most = 3;  // of stakes
  double score = judge_step * e.gain;
  for (const Evidence& x : e.evidence) score += weights.weight(x.slot) * x.times;
  const double small = power_of_e(score > 0 ? -score : score), odds = (score > 0 ? 1 : small) / (1 + small);
  const double gradient = (odds - (e.stakes > 0 ? 1 : 0)) * std::min(std::abs(e.stakes), most) / most;
  for (const Evidence& x : e.evidence) weights.push(x.slot, gradient * x.times);
  return (score > 0) == (e.stakes > 0);
}

}  // namespace

std::vector<Tagging> tag_by_folds(const std::vector<GoldSentence>& data, const FoldTaggers& taggers, const Retagger& retagger) {
  std::vector<Tagging> out(data.size());
  std::vector<Word> words;
  std::vector<Doubt> doubts;
  for (unsigned fold = 0; fold < taggers.models.size(); ++fold) {
    const Tagger tagger(taggers.models[fold].weights, taggers.models[fold].dictionary);
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (taggers.fold[i] != fold) continue;
      Tagging& t = out[i];
      t.tokens = data[i].tokens;
      doubts.clear();
      Token* first = t.tokens.data();
      tagger.tag(data[i].text, first, first + t.tokens.size(), words, t.classes, doubts);
      retagger.retag(first, words, doubts, t.classes.data(), t.readings);
      for (Token& token : t.tokens) token.lemma = lemma_of(data[i].text, token);
      choose_readings(data[i].text, first, t.readings);
    }
  }
  return out;
}

void append_judge_examples(const Parser& parser, const GoldSentence& sentence, const Tagging& tagging, std::vector<JudgeExample>& out) {
  std::vector<Token> tokens = tagging.tokens;
  std::vector<Reading> readings = tagging.readings;
  std::vector<Trial> trials;
  ParseState state;
  state.trials = &trials;
  parser.parse(tokens.data(), tokens.data() + tokens.size(), 0, tagging.classes.data(), readings, state);
  for (Trial& t : trials) {
    const int stakes = rightness(t.rival, sentence) - rightness(t.kept, sentence);
    if (stakes == 0) continue;
    cancel(t.evidence);
    out.push_back({std::move(t.evidence), t.gain / doubt_per_unit, stakes});
  }
}

std::string train_judge(const std::vector<JudgeExample>& examples, const JudgeOptions& options) {
  Ftrl weights(Table::slots, options.first_sparsity);
  auto train = [&] {
    std::vector<std::uint32_t> order = numbers_to(examples.size());
    run_epochs("judge", options.epochs, order, Random(38), [&](std::uint32_t i) { return learn(weights, examples[i]); });
  };
  train();
  weights.restart(options.keep, options.sparsity);
  train();
  return pack_rows(1, [&](std::size_t slot, int) { return weights.weight(slot) / judge_step; });
}

}  // namespace khabar::train
