#include "facts/incidents/frames.h"

#include "lexicon/table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace khabar::incidents {

namespace {

using lexicon::Row;
using lexicon::Table;

constexpr std::array<std::string_view, 16> mode_names = {
    "",        "bombing",   "suicide-bombing", "armed-assault", "assassination", "hijacking", "kidnapping",  "arson",
    "robbery", "airstrike", "clash",           "raid",          "arrest",        "strike",    "cyberattack", "other-violence"};

Kind kind_of(std::string_view text) {
  Kind kind;
  if (!text.empty() && text.back() == '?') {
    kind.weak = true;
    text.remove_suffix(1);
  }
  for (std::size_t i = 1; i < mode_names.size(); ++i)
    if (mode_names[i] == text) kind.mode = static_cast<Mode>(i);
  return kind;
}

Part part_of(std::string_view text) {
  if (text == "actor") return Part::actor;
  if (text == "patient" || text == "thing") return Part::patient;
  if (text == "instrument") return Part::instrument;
  if (text == "event") return Part::event;
  return Part::none;
}

template <class Each>
void split(std::string_view text, char separator, Each&& each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end != 0) each(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::uint8_t needs_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Need>, 8> names = {{{"person", need_person},
                                                                       {"thing", need_thing},
                                                                       {"armed", need_armed},
                                                                       {"weapon", need_weapon},
                                                                       {"casualty", need_casualty},
                                                                       {"violent", need_violent},
                                                                       {"explosive", need_explosive},
                                                                       {"undone", need_undone}}};
  std::uint8_t needs = 0;
  split(text, ' ', [&](std::string_view word) {
    for (const auto& [name, need] : names)
      if (name == word) needs |= need;
  });
  return needs;
}

// The shared lists' classes, folded to what frames ask. A weapon's class says what it makes of an attack.
NounClass class_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, NounClass>, 41> classes = {{
      {"attacker", {Noun::attacker}},
      {"militant", {Noun::attacker}},
      {"criminal", {Noun::attacker}},
      {"force", {Noun::force}},
      {"military", {Noun::force}},
      {"police", {Noun::force}},
      {"intelligence", {Noun::force}},
      {"facility", {Noun::facility}},
      {"settlement", {Noun::settlement}},
      {"vehicle", {Noun::vehicle}},
      {"object", {Noun::object}},
      {"abstract", {Noun::abstract}},
      {"accident", {Noun::accident}},
      {"fiction", {Noun::fiction}},
      {"none", {Noun::none}},
      {"person", {Noun::person}},
      {"bomb", {Noun::weapon, Mode::bombing}},
      {"explosive", {Noun::weapon, Mode::bombing}},
      {"mine", {Noun::weapon, Mode::bombing}},
      {"grenade", {Noun::weapon, Mode::bombing}},
      {"artillery", {Noun::weapon, Mode::bombing}},
      {"missile", {Noun::weapon, Mode::bombing}},
      {"firearm", {Noun::weapon, Mode::armed_assault}},
      {"blade", {Noun::weapon, Mode::armed_assault}},
      {"general", {Noun::weapon, Mode::armed_assault}},
      {"drone", {Noun::weapon, Mode::airstrike}},
      {"aircraft", {Noun::weapon, Mode::airstrike}},
      {"incendiary", {Noun::weapon, Mode::arson}},
      {"cyber", {Noun::weapon, Mode::cyberattack}},
      {"blunt", {Noun::weapon, Mode::other_violence}},
      {"chemical", {Noun::weapon, Mode::other_violence}},
      {"biological", {Noun::weapon, Mode::other_violence}},
      {"nuclear", {Noun::weapon, Mode::other_violence}},
      {"civilian", {Noun::person}},
      {"women", {Noun::person}},
      {"children", {Noun::person}},
      {"official", {Noun::person}},
      {"political", {Noun::person}},
      {"worker", {Noun::person}},
      {"passenger", {Noun::person}},
      {"foreigner", {Noun::person}},
  }};
  for (const auto& [word, value] : classes)
    if (word == name) return value;
  return {};
}

// A phrase counts where its head alone says nothing ("power line"). `otherwise` is the class of names unknown above.
void read_classes(lexicon::KeyMap<NounClass>& out, std::string_view file, std::string_view word, NounClass otherwise) {
  const Table table(lexicon::packed(file));
  const std::size_t noun = table.column(word), cls = table.column("class");
  for (const Row& row : table.rows()) {
    NounClass value = class_named(row[cls]);
    if (value.noun == Noun::unknown || (otherwise.is_thing() && row[cls] != "vehicle")) value = otherwise;
    out.add(text::key_of(row[noun]), value);
    if (value.is_people() || value.noun == Noun::weapon || value.noun == Noun::accident)
      out.add(text::key_of(std::string(row[noun]) + "s"), value);  // where the tagger saw a name
  }
}

// The past forms that a verb of the tables can have; what is no word harms nobody.
void add_pasts(lexicon::KeyMap<Key>& out, std::string_view verb) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> irregular = {{{"blow", "blew"},
                                                                                        {"shoot", "shot"},
                                                                                        {"slay", "slew"},
                                                                                        {"slay", "slain"},
                                                                                        {"throw", "threw"},
                                                                                        {"hang", "hanged"},
                                                                                        {"steal", "stole"},
                                                                                        {"tear", "tore"},
                                                                                        {"sink", "sank"},
                                                                                        {"strike", "struck"},
                                                                                        {"bomb", "bombed"}}};
  const Key base = text::key_of(verb);
  bool found = false;
  for (const auto& [lemma, past] : irregular)
    if (lemma == verb) {
      out.add(text::key_of(past), base);
      found = true;
    }
  if (found || verb.size() < 3) return;
  const std::string word(verb);
  const char last = word.back();
  if (last == 'e') {
    out.add(text::key_of(word + "d"), base);
  } else if (last == 'y' && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    out.add(text::key_of(word.substr(0, word.size() - 1) + "ied"), base);
  } else {
    out.add(text::key_of(word + "ed"), base);
    out.add(text::key_of(word + last + "ed"), base);
  }
}

}  // namespace

std::string_view name_of(Mode mode) { return mode_names[static_cast<std::size_t>(mode)]; }

Frames::Tables::Tables() {
  read_classes(classes, "facts/incidents/nouns.tsv", "noun", {});
  read_classes(classes, "mentions/lexicons/people_nouns.tsv", "noun", {Noun::person});
  read_classes(classes, "mentions/lexicons/facility_nouns.tsv", "noun", {Noun::facility});
  read_classes(classes, "mentions/lexicons/weapons.tsv", "phrase", {});

  const Table verb_table(lexicon::packed("facts/incidents/verbs.tsv"));
  for (const Row& row : verb_table.rows()) {
    auto cell = [&](std::string_view column) { return row[verb_table.column(column)]; };
    VerbFrame frame;
    if (!cell("with").empty()) frame.with = text::key_of(cell("with"));
    frame.kind = kind_of(cell("mode"));
    frame.effect = effect_of(cell("effect"));
    frame.subject = part_of(cell("subject"));
    frame.object = part_of(cell("object"));
    frame.needs = needs_of(cell("needs"));
    split(cell("patients"), ',', [&](std::string_view word) { frame.patients.push_back(text::key_of(word)); });
    verbs[text::key_of(cell("verb"))].push_back(std::move(frame));
    add_pasts(pasts, cell("verb"));
  }
  const Table noun_table(lexicon::packed("facts/incidents/event_nouns.tsv"));
  for (const Row& row : noun_table.rows()) {
    auto cell = [&](std::string_view column) { return row[noun_table.column(column)]; };
    NounFrame frame;
    frame.kind = kind_of(cell("mode"));
    frame.effect = effect_of(cell("effect"));
    frame.of = part_of(cell("of"));
    frame.possessive = part_of(cell("possessive"));
    frame.needs = needs_of(cell("needs"));
    nouns.add(text::key_of(cell("noun")), frame);
    nouns.add(text::key_of(std::string(cell("noun")) + "s"), frame);  // where the tagger saw a name
  }
  const Table modifier_table(lexicon::packed("facts/incidents/modifiers.tsv"));
  for (const Row& row : modifier_table.rows())
    modifiers.add(text::key_of(row[modifier_table.column("modifier")]),
                  Modifier{kind_of(row[modifier_table.column("mode")]), row[modifier_table.column("instrument")] == "yes"});
}

const std::vector<VerbFrame>* Frames::Tables::verb(Key lemma) const { return verbs.find(lemma); }
bool Frames::Tables::names_deed(Key lemma) const {
  const std::vector<VerbFrame>* frames = verb(lemma);
  return frames != nullptr && std::any_of(frames->begin(), frames->end(), [](const VerbFrame& frame) {
           const bool by_hackers = frame.kind.mode == Mode::cyberattack && (frame.needs & need_armed);
           const bool into_car = frame.kind.mode == Mode::kidnapping && frame.with == text::key_of("into");
           return !by_hackers && !into_car && !(frame.needs & need_violent);
         });
}
const NounFrame* Frames::Tables::noun(Key lemma) const { return nouns.find(lemma); }
Key Frames::Tables::past_of(Key word) const {
  const Key* verb = pasts.find(word);
  return verb == nullptr ? 0 : *verb;
}
const Modifier* Frames::Tables::modifier(Key key) const { return modifiers.find(key); }
NounClass Frames::Tables::class_of(Key key, Key lemma) const {
  const NounClass* found = classes.find(key);
  if (found == nullptr) found = classes.find(lemma);
  return found == nullptr ? NounClass{} : *found;
}

Frames::Frames() : tables_(std::make_unique<Tables>()) {}
Frames::~Frames() = default;
Frames::Frames(Frames&&) noexcept = default;

}  // namespace khabar::incidents
