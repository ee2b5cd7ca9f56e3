#include "conllu.h"

#include "language/classes.h"

#include "text/utf8.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace khabar::train {

using namespace language;

namespace {

const std::map<std::string, Tag> tags = {
    {"ADJ", Tag::adj},     {"ADP", Tag::adp},     {"ADV", Tag::adv}, {"AUX", Tag::aux},   {"CCONJ", Tag::cconj}, {"DET", Tag::det},
    {"INTJ", Tag::intj},   {"NOUN", Tag::noun},   {"NUM", Tag::num}, {"PART", Tag::part}, {"PRON", Tag::pron},   {"PROPN", Tag::propn},
    {"PUNCT", Tag::punct}, {"SCONJ", Tag::sconj}, {"SYM", Tag::sym}, {"VERB", Tag::verb}, {"X", Tag::x}};

const std::map<std::string, Relation> relations = {{"root", Relation::root},
                                                   {"nsubj", Relation::nsubj},
                                                   {"nsubj:pass", Relation::nsubj_pass},
                                                   {"csubj", Relation::csubj},
                                                   {"obj", Relation::obj},
                                                   {"iobj", Relation::iobj},
                                                   {"obl", Relation::obl},
                                                   {"obl:agent", Relation::obl_agent},
                                                   {"obl:tmod", Relation::obl_time},
                                                   {"obl:unmarked", Relation::obl_time},
                                                   {"obl:npmod", Relation::obl_time},
                                                   {"nmod", Relation::nmod},
                                                   {"nmod:poss", Relation::nmod_poss},
                                                   {"nmod:desc", Relation::compound},
                                                   {"appos", Relation::appos},
                                                   {"nummod", Relation::nummod},
                                                   {"amod", Relation::amod},
                                                   {"acl", Relation::acl},
                                                   {"acl:relcl", Relation::acl_relcl},
                                                   {"advcl", Relation::advcl},
                                                   {"ccomp", Relation::ccomp},
                                                   {"xcomp", Relation::xcomp},
                                                   {"advmod", Relation::advmod},
                                                   {"aux", Relation::aux},
                                                   {"aux:pass", Relation::aux_pass},
                                                   {"cop", Relation::cop},
                                                   {"mark", Relation::mark},
                                                   {"det", Relation::det},
                                                   {"case", Relation::case_},
                                                   {"conj", Relation::conj},
                                                   {"cc", Relation::cc},
                                                   {"compound", Relation::compound},
                                                   {"compound:prt", Relation::compound_prt},
                                                   {"fixed", Relation::fixed},
                                                   {"flat", Relation::flat},
                                                   {"parataxis", Relation::parataxis},
                                                   {"expl", Relation::expl},
                                                   {"punct", Relation::punct},
                                                   {"vocative", Relation::vocative},
                                                   {"discourse", Relation::discourse},
                                                   {"list", Relation::list},
                                                   {"dep", Relation::dep},
                                                   {"goeswith", Relation::flat},
                                                   {"orphan", Relation::dep},
                                                   {"dislocated", Relation::dep},
                                                   {"reparandum", Relation::dep}};

Relation relation_of(const std::string& name) {
  auto at = relations.find(name);
  if (at == relations.end()) at = relations.find(name.substr(0, name.find(':')));
  return at == relations.end() ? Relation::dep : at->second;
}

Form form_of(Tag tag, const std::string& xpos, const std::string& features) {
  auto has = [&](const char* f) { return ("|" + features + "|").find(std::string("|") + f + "|") != std::string::npos; };
  switch (tag) {
    case Tag::verb:
    case Tag::aux:
      if (xpos == "MD" && tag == Tag::aux) return Form::modal;
      if (xpos == "VB") return Form::base;
      if (xpos == "VBD") return Form::past;
      if (xpos == "VBN") return Form::past_participle;
      if (xpos == "VBG") return Form::gerund;
      if (xpos == "VBP" || xpos == "VBZ") return Form::present;
      if (has("VerbForm=Ger") || (has("VerbForm=Part") && has("Tense=Pres"))) return Form::gerund;
      if (has("VerbForm=Part")) return Form::past_participle;
      if (has("VerbForm=Fin") && has("Tense=Past")) return Form::past;
      if (has("VerbForm=Fin") && has("Tense=Pres")) return Form::present;
      return Form::base;
    case Tag::noun:
    case Tag::propn:
      if (xpos == "NNS" || xpos == "NNPS") return Form::plural;
      return has("Number=Plur") ? Form::plural : Form::singular;
    case Tag::adj:
    case Tag::adv:
      if (has("Degree=Cmp")) return Form::comparative;
      if (has("Degree=Sup")) return Form::superlative;
      return Form::none;
    default: return Form::none;
  }
}

void set_surface(std::string_view text, Token& token) {
  token.key = text::key_of(text.substr(token.span.begin, token.span.length()));
  token.word_class = WordClasses::built_in().find(token.key);
  token.flags &= static_cast<std::uint8_t>(Token::space_before | Token::sentence_start);
  int letters = 0, capitals = 0;
  bool digit = false;
  for (std::uint32_t i = token.span.begin; i < token.span.end;) {
    const text::Decoded d = text::decode(text, i);
    if (text::is_upper(d.code)) {
      if (letters == 0 && !digit) token.flags |= Token::initial_capital;
      ++capitals;
    }
    letters += text::is_letter(d.code);
    digit |= text::is_digit(d.code);
    i += d.length;
  }
  if (letters >= 2 && letters == capitals) token.flags |= Token::all_capitals;
  if (digit) token.flags |= Token::has_digit;
  if (letters) token.flags |= Token::has_letter;
}

}  // namespace

std::vector<GoldSentence> read_conllu(const std::vector<std::string>& files) {
  std::vector<GoldSentence> sentences;
  for (const std::string& file : files) {
    std::ifstream in(file);
    if (!in) {
      std::fprintf(stderr, "cannot read %s\n", file.c_str());
      std::exit(1);
    }
    GoldSentence s;
    std::vector<int> heads;
    std::string line;
    int surface_last = 0;  // last word of the open multiword token
    std::string surface_misc;
    bool space = false;  // before the next word
    bool document = true, paragraph = true;
    auto finish = [&] {
      if (s.tokens.empty()) return;
      for (std::size_t i = 0; i < s.tokens.size(); ++i) {
        s.tokens[i].head = heads[i] <= 0 || heads[i] > static_cast<int>(s.tokens.size()) ? static_cast<std::uint32_t>(i)
                                                                                         : static_cast<std::uint32_t>(heads[i] - 1);
        set_surface(s.text, s.tokens[i]);
      }
      s.tokens[0].flags |= Token::sentence_start | Token::space_before;
      s.space_after = space;
      s.new_document = document;
      s.new_paragraph = paragraph;
      document = paragraph = false;
      sentences.push_back(std::move(s));
      s = {};
      heads.clear();
      space = false;
      surface_last = 0;
    };
    while (std::getline(in, line)) {
      if (line.empty()) {
        finish();
        continue;
      }
      if (line[0] == '#') {
        if (line.rfind("# newdoc", 0) == 0) document = paragraph = true;
        if (line.rfind("# newpar", 0) == 0) paragraph = true;
        continue;
      }
      std::vector<std::string> cell;
      std::stringstream cells(line);
      for (std::string c; std::getline(cells, c, '\t');) cell.push_back(c);
      if (cell.size() < 10 || cell[0].find('.') != std::string::npos) continue;
      const bool no_space = cell[9].find("SpaceAfter=No") != std::string::npos;
      if (cell[0].find('-') != std::string::npos) {
        surface_last = std::atoi(cell[0].c_str() + cell[0].find('-') + 1);
        surface_misc = cell[9];
        continue;
      }
      Token token;
      if (space) {
        s.text += ' ';
        token.flags |= Token::space_before;
      }
      token.span.begin = static_cast<std::uint32_t>(s.text.size());
      s.text += cell[1];
      token.span.end = static_cast<std::uint32_t>(s.text.size());
      token.tag = tags.count(cell[3]) ? tags.at(cell[3]) : Tag::x;
      token.form = form_of(token.tag, cell[4], cell[5]);
      token.relation = relation_of(cell[7]);
      heads.push_back(std::atoi(cell[6].c_str()));
      s.tokens.push_back(token);
      s.lemmas.push_back(cell[2]);
      const int id = std::atoi(cell[0].c_str());
      if (id < surface_last) {
        space = false;
      } else if (id == surface_last) {
        space = surface_misc.find("SpaceAfter=No") == std::string::npos;
      } else {
        space = !no_space;
      }
    }
    finish();
  }
  return sentences;
}

GoldSentence in_case(const GoldSentence& sentence, Case how) {
  GoldSentence out = sentence;
  bool inside = false;
  for (char& c : out.text) {
    const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
    if (lower && (how == Case::upper || (how == Case::title && !inside))) c = static_cast<char>(c - 32);
    if (upper && how == Case::lower) c = static_cast<char>(c + 32);
    inside = lower || upper || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  }
  for (Token& token : out.tokens) set_surface(out.text, token);
  return out;
}

}  // namespace khabar::train
