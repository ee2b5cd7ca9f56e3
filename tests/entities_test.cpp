// Entities beyond examples.txt: the user's lexicons, roles, anaphora, and what holds for any input.
#include <gtest/gtest.h>
#include <khabar/khabar.h>

#include <algorithm>
#include <tuple>

#include "language/links.h"
#include "layout/layout.h"
#include "lexicon/table.h"
#include "mentions/entities/entities.h"
#include "mentions/entities/shapes.h"

namespace khabar::entities {

namespace {

const Gazetteer& built_in() {
  static std::vector<std::string> problems;
  static const Gazetteer gazetteer({}, problems);
  return gazetteer;
}

struct Read {
  std::string text;
  layout::Layout layout;
  language::Language language;
  Found found;
};

Read read(const std::string& text, const Gazetteer& gazetteer = built_in(), std::string_view published = "") {
  Read out;
  out.text = text;
  out.layout.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  out.language = language::read(out.text, out.layout.blocks);
  const language::Links links(out.language);
  const std::vector<times::Found> times = times::find(out.text, out.language, "");
  out.found = find(out.text, out.layout, out.language, links, times, published, gazetteer);
  return out;
}

const Entity* entity_named(const Found& found, const std::string& name) {
  const auto it = std::find_if(found.entities.begin(), found.entities.end(), [&](const Entity& e) { return e.name == name; });
  return it == found.entities.end() ? nullptr : &*it;
}

bool has_mention(const Read& read, const Entity& entity, const std::string& words, MentionKind kind) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& mention) {
    return mention.kind == kind && read.text.substr(mention.span.begin, mention.span.length()) == words;
  });
}

TEST(Entities, TheBuiltInLexiconsHaveNoBadRow) {
  std::vector<std::string> problems;
  const Gazetteer gazetteer({}, problems);
  EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST(Entities, LeadersSpeakForTheirStatesWhileInOffice) {
  const auto told = [](std::string_view text, std::string_view name, std::string_view published) {
    const Read read = khabar::entities::read(std::string(text), built_in(), published);
    const Entity* entity = entity_named(read.found, std::string(name));
    return entity == nullptr ? "-" : entity->country + " " + entity->sector;
  };
  EXPECT_EQ(told("Macron rejected the offer.", "Macron", ""), "FR ELI");
  EXPECT_EQ(told("Macron rejected the offer.", "Macron", "2019-05-01"), "FR ELI");
  EXPECT_EQ(told("Macron rejected the offer.", "Macron", "2009"), "FR ");  // not yet
  EXPECT_EQ(told("Hollande rejected the offer.", "Hollande", "2021-05"), "FR ");
  EXPECT_EQ(told("Jens Macron is a baker. Macron rejected the offer.", "Jens Macron", ""), " ");
  EXPECT_EQ(told("Guterres condemned the raid.", "Guterres", ""), " IGO");
  EXPECT_EQ(told("The Macron-Merz call was short.", "Merz", ""), "DE ELI");
  EXPECT_EQ(told("Bush clearing began.", "Bush", ""), " ");
}

TEST(Entities, AUsersOwnNamesWin) {
  std::vector<std::string> problems;
  const std::vector<Lexicon> lexicons = {
      {"armed_groups",
       "name\tcanonical\tkind\tiso2\tstatus\nSons of the Quarry\tSons of the Quarry\tname\tPE\tactive\nSOTQ\tSons of the "
       "Quarry\tacronym\tPE\tactive\nSoQ\tSons of the Quarry\tacronym\tPE\tactive\n",
       "mine.tsv"},
      {"", "name\tiso2\tkind\tweight\nUpper Wendle\tGB\tcity\t1\n", "places.tsv"},
  };
  const Gazetteer gazetteer(lexicons, problems);
  EXPECT_TRUE(problems.empty()) << problems.front();
  const Read r = read("The Sons of the Quarry fled to Upper Wendle. SOTQ fighters were seen. SoQ said nothing.", gazetteer);
  const Entity* group = entity_named(r.found, "Sons of the Quarry");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->type, EntityType::armed_group);
  EXPECT_EQ(group->country, "PE");
  EXPECT_TRUE(has_mention(r, *group, "SOTQ", MentionKind::acronym));
  EXPECT_TRUE(has_mention(r, *group, "SoQ", MentionKind::acronym));
  const Entity* place = entity_named(r.found, "Upper Wendle");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->type, EntityType::place);
}

TEST(Entities, ABadRowIsReportedWithFileAndLine) {
  std::vector<std::string> problems;
  const std::vector<Lexicon> lexicons = {
      {"countries", "name\tiso2\tkind\nAtlantis\t\tname\n", "mine/countries.tsv"},
      {"titles", "phrase\tkind\tsector\nGrand Panjandrum\tnoble\tGOV\n", "titles.tsv"},
      {"", "colour\nred\n", "colours.tsv"},
  };
  const Gazetteer gazetteer(lexicons, problems);
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].rfind("mine/countries.tsv:2: ", 0), 0u) << problems[0];
  EXPECT_EQ(problems[1].rfind("titles.tsv:2: ", 0), 0u) << problems[1];
  EXPECT_EQ(problems[2].rfind("colours.tsv:1: ", 0), 0u) << problems[2];
}

TEST(Entities, TitlesBecomeRolesWithTheirOwner) {
  const Read r = read("Swedish Foreign Minister Rita Alm met Lars Vik, head of the Coast Guard. The minister left early.");
  const Entity* minister = entity_named(r.found, "Rita Alm");
  ASSERT_NE(minister, nullptr);
  ASSERT_FALSE(minister->roles.empty());
  EXPECT_EQ(minister->roles.front().title, "Foreign Minister");
  EXPECT_EQ(minister->country, "SE");
  EXPECT_TRUE(has_mention(r, *minister, "The minister", MentionKind::nominal));
}

TEST(Entities, RolesOfSeveralTitles) {
  const Read r = read(
      "A spokesman for the U.N. secretary-general, Ines Carvalho, resigned. The Secretary of Defence, Air Vice Marshal "
      "(Retd) Omar Alvi, spoke.");
  const Entity* spokeswoman = entity_named(r.found, "Ines Carvalho");
  ASSERT_NE(spokeswoman, nullptr);
  ASSERT_FALSE(spokeswoman->roles.empty());
  EXPECT_EQ(spokeswoman->roles.front().title, "spokesman");
  const Entity* secretary = entity_named(r.found, "Omar Alvi");
  ASSERT_NE(secretary, nullptr);
  ASSERT_FALSE(secretary->roles.empty());
  EXPECT_EQ(secretary->roles.front().title, "Secretary of Defence, Air Vice Marshal");
}

TEST(Entities, PronounsAndNominalsWhereThereIsOneAntecedent) {
  const Read r = read("Omar Alvi landed in Cairo. He met nobody. Al-Shabaab shelled the port. The group fled.");
  const Entity* person = entity_named(r.found, "Omar Alvi");
  ASSERT_NE(person, nullptr);
  EXPECT_TRUE(has_mention(r, *person, "He", MentionKind::pronoun));
  const auto group =
      std::find_if(r.found.entities.begin(), r.found.entities.end(), [](const Entity& e) { return e.type == EntityType::armed_group; });
  ASSERT_NE(group, r.found.entities.end());
  EXPECT_TRUE(has_mention(r, *group, "The group", MentionKind::nominal));
}

TEST(Entities, TheSubjectGoesOnAsIt) {
  const Read r = read("Chad left the Volta Union on Monday. It closed the border. Rain fell, and it may take days.");
  const Entity* chad = entity_named(r.found, "Chad");
  ASSERT_NE(chad, nullptr);
  EXPECT_TRUE(has_mention(r, *chad, "It", MentionKind::pronoun));
  EXPECT_FALSE(has_mention(r, *chad, "it", MentionKind::pronoun));
}

TEST(Entities, HeIsNoShe) {
  const Read r = read(
      "Omar Alvi landed. He met nobody. He left. A woman died when a tree hit her car. Ms. Rita Alm and Omar Alvi met, and she slept.");
  const Entity* he = entity_named(r.found, "Omar Alvi");
  const Entity* she = entity_named(r.found, "Rita Alm");
  ASSERT_NE(he, nullptr);
  ASSERT_NE(she, nullptr);
  EXPECT_TRUE(has_mention(r, *he, "He", MentionKind::pronoun));
  EXPECT_FALSE(has_mention(r, *he, "her", MentionKind::pronoun));
  EXPECT_TRUE(has_mention(r, *she, "she", MentionKind::pronoun));
}

TEST(Entities, WhoSpeaksIsNoneOfThoseToldOf) {
  const Read r = read("Omar Alvi led the hunt. A man fled on foot, he said.");
  const Entity* speaker = entity_named(r.found, "Omar Alvi");
  ASSERT_NE(speaker, nullptr);
  EXPECT_TRUE(has_mention(r, *speaker, "he", MentionKind::pronoun));
}

TEST(Entities, TheTownIsNoProvinceAndABodyIsItsStates) {
  const Read r = read(
      "Rebels burned a mill in Dori in Borno State. The governor of Borno visited the town. The Nigerian army came. "
      "Nigeria's army left.");
  const auto town = std::find_if(r.found.entities.begin(), r.found.entities.end(), [](const Entity& e) { return e.name == "Dori"; });
  ASSERT_NE(town, r.found.entities.end());
  EXPECT_TRUE(has_mention(r, *town, "the town", MentionKind::nominal));
  const Entity* army = entity_named(r.found, "Nigeria's army");
  ASSERT_NE(army, nullptr);
  EXPECT_EQ(army->mentions.size(), 2u);
  EXPECT_EQ(army->sector, "MIL");
}

TEST(Entities, ThingsOfOneNameAreToldApartByTheCountriesOfTheArticle) {
  for (const auto& [text, country] :
       {std::pair{"Police in Hyderabad in Sindh made an arrest.", "PK"}, std::pair{"Police in Hyderabad, India, made an arrest.", "IN"}}) {
    const Read r = read(text);
    const Entity* place = entity_named(r.found, "Hyderabad");
    ASSERT_NE(place, nullptr) << text;
    EXPECT_EQ(place->country, country) << text;
  }
}

TEST(Entities, APartysShortNameIsOfACountryThatIsTold) {
  const Read abroad = read("Nigeria voted. The PDP lost.");
  const Entity* party = entity_named(abroad.found, "PDP");
  ASSERT_NE(party, nullptr);
  EXPECT_EQ(party->country, "");
  const Read home = read("India voted. The PDP lost.");
  party = entity_named(home.found, "PDP");
  ASSERT_NE(party, nullptr);
  EXPECT_EQ(party->country, "IN");
}

TEST(Entities, ABodyIsTheStatesThatTheWordsTellOf) {
  for (const auto& [text, name, country] : {std::tuple{"Men of the Chilean Coast Guard left.", "Chilean Coast Guard", "CL"},
                                            std::tuple{"Trucks of Norway's elite 94th Brigade left.", "94th Brigade", "NO"},
                                            std::tuple{"It was told by the Armed Forces of Peru.", "Armed Forces of Peru", "PE"},
                                            std::tuple{"A clerk of Norway's Joint Chiefs of Staff left.", "Joint Chiefs of Staff", "NO"},
                                            std::tuple{"Oslo's Ministry of Roads was shut.", "Ministry of Roads", "NO"},
                                            std::tuple{"A clerk of Norway's Halden Bank left.", "Halden Bank", "NO"},
                                            std::tuple{"A clerk of the Norwegian Halden Bank left.", "Norwegian Halden Bank", ""}}) {
    const Read r = read(text);
    const Entity* body = entity_named(r.found, name);
    ASSERT_NE(body, nullptr) << text;
    EXPECT_EQ(body->country, country) << text;
  }
}

TEST(Entities, ItIsTheOwnedBodyAndNoThingOfTheClauseBefore) {
  const Read r = read("Norway's Roads Council met. Its secretary left.");
  const Entity* council = entity_named(r.found, "Roads Council");
  ASSERT_NE(council, nullptr);
  EXPECT_TRUE(has_mention(r, *council, "Its", MentionKind::pronoun));
  const Read line = read("The Roads Council met. Since the line was opened, it was shut twice.");
  council = entity_named(line.found, "Roads Council");
  ASSERT_NE(council, nullptr);
  EXPECT_FALSE(has_mention(line, *council, "it", MentionKind::pronoun));
}

TEST(Entities, WhatAnEnvoyIsSentToIsNotHisLands) {
  const Read r = read("Russia's NATO envoy met Norway's Security Council.");
  const Entity* alliance = entity_named(r.found, "NATO");
  ASSERT_NE(alliance, nullptr);
  EXPECT_EQ(alliance->country, "");
  const Entity* council = entity_named(r.found, "Security Council");
  ASSERT_NE(council, nullptr);
  EXPECT_EQ(council->country, "NO");
}

TEST(Entities, AMilitiasNameIsAnArmedGroups) {
  const Read r = read("Men of the Red Star militia fled. The Gao militia stayed.");
  const Entity* group = entity_named(r.found, "Red Star");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->type, EntityType::armed_group);
  const Entity* town = entity_named(r.found, "Gao");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->type, EntityType::place);
}

TEST(Entities, ATownsNameInAnArticleAboutAnotherCountryIsAnotherTown) {
  const Read spain = read("A mill burned near Zaragoza. Spain sent help.");
  const Entity* town = entity_named(spain.found, "Zaragoza");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->country, "ES");
  const Read chad = read("Chad sent help. A mill burned near Zaragoza. Chad's president went there, and Chad's army.");
  town = entity_named(chad.found, "Zaragoza");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->country, "");
  const Read airport = read("Kenya sent help. Kenyan guards stood at Peshawar airport.");
  town = entity_named(airport.found, "Peshawar airport");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->country, "");
}

TEST(Entities, ATownOfManyLandsIsTheListsOnlyWhereNoOtherLandIsTold) {
  const Read alone = read("Four soldiers died in the town of San Cristobal.");
  const Entity* town = entity_named(alone.found, "San Cristobal");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->country, "VE");  // the largest of that name
  const Read abroad = read("El Salvador sent help, and Salvadoran troops. A mill burned near San Cristobal.");
  town = entity_named(abroad.found, "San Cristobal");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->country, "");
}

TEST(Entities, AStateThatABracketDefinesIsTheListedOne) {
  const Read r = read("US-Pakistan talks ended. Pakistan thanked the United States. The United States (US) sent nobody. The US left.");
  const auto states = std::count_if(r.found.entities.begin(), r.found.entities.end(),
                                    [](const Entity& e) { return e.type == EntityType::country && e.iso3166 == "US"; });
  EXPECT_EQ(states, 1);
  EXPECT_EQ(r.found.entities.size(), 2u);
}

TEST(Entities, HeAndSheAreOfTheirNames) {
  const Read r = read("Omar Diaz met Lucia Mora in Gao. She said the talks went well. He left for Mopti.");
  const Entity* man = entity_named(r.found, "Omar Diaz");
  const Entity* woman = entity_named(r.found, "Lucia Mora");
  ASSERT_NE(man, nullptr);
  ASSERT_NE(woman, nullptr);
  ASSERT_EQ(man->mentions.size(), 2u);
  ASSERT_EQ(woman->mentions.size(), 2u);
  EXPECT_GT(man->mentions[1].span.begin, woman->mentions[1].span.begin);
}

TEST(Entities, ADistrictOrAnAirportLiesWhereItsCityDoes) {
  const Read r = read("Shots were heard at Karachi airport and in Peshawar District.");
  for (const char* name : {"Karachi airport", "Peshawar District"}) {
    const Entity* place = entity_named(r.found, name);
    ASSERT_NE(place, nullptr) << name;
    EXPECT_EQ(place->country, "PK") << name;
  }
  const Read two = read("Shots were heard at Hyderabad airport.");  // there are two
  const Entity* airport = entity_named(two.found, "Hyderabad airport");
  ASSERT_NE(airport, nullptr);
  EXPECT_EQ(airport->country, "");
}

TEST(Entities, APairOfCountries) {
  const Read r = read("Kenya and Uganda signed a treaty. Both countries welcomed it.");
  ASSERT_EQ(r.found.pairs.size(), 1u);
  EXPECT_EQ(r.found.entities[r.found.pairs[0].one.index].iso3166, "KE");
  EXPECT_EQ(r.found.entities[r.found.pairs[0].other.index].iso3166, "UG");
}

TEST(Entities, CommonWordsAreNoNames) {
  for (const char* text : {"It will rain at noon.", "They may come.", "Nobody was at home.", "We can march on Monday."})
    EXPECT_TRUE(read(text).found.entities.empty()) << text;
}

// Whatever the text: mentions in order, disjoint, with their head inside, and pointing back to the entity.
void expect_sound(const Read& r) {
  std::uint32_t end = 0;
  for (const MentionAt& at : r.found.mentions) {
    EXPECT_GE(at.first, end);
    EXPECT_LT(at.first, at.last);
    EXPECT_GE(at.head, at.first);
    EXPECT_LT(at.head, at.last);
    ASSERT_LT(at.entity.index, r.found.entities.size());
    ASSERT_LT(at.mention, r.found.entities[at.entity.index].mentions.size());
    const Mention& mention = r.found.entities[at.entity.index].mentions[at.mention];
    EXPECT_EQ(mention.span.begin, r.language.tokens[at.first].span.begin);
    EXPECT_EQ(mention.span.end, r.language.tokens[at.last - 1].span.end);
    EXPECT_EQ(mention.kind, at.kind);
    end = at.last;
  }
  for (const Entity& entity : r.found.entities) {
    EXPECT_FALSE(entity.name.empty());
    EXPECT_FALSE(entity.mentions.empty());
  }
}

TEST(Entities, HoldForHostileText) {
  const std::vector<std::string> seeds = {"Bank of the ",
                                          "General ",
                                          "Ali Khan and ",
                                          "A-",
                                          "(TTP) ",
                                          "Al-",
                                          "United States of ",
                                          "Operation ",
                                          "he ",
                                          "Kabul and ",
                                          "The Ministry of Foreign Affairs, ",
                                          "\xff\xfe ",
                                          "NATO-led ",
                                          "'s ",
                                          "Article 1 ",
                                          "Both countries "};
  for (const std::string& seed : seeds) {
    std::string text;
    while (text.size() < 20000) text += seed;
    expect_sound(read(text));
  }
  std::string mixed;
  for (int i = 0; i < 400; ++i)
    for (std::size_t k = 0; k < seeds.size(); ++k) mixed += seeds[(k * 7 + static_cast<std::size_t>(i)) % seeds.size()];
  expect_sound(read(mixed));
  expect_sound(read(""));
}

TEST(Entities, ShapesAreReadAndBadOnesNamed) {
  const lexicon::Table table(lexicon::packed("mentions/entities/shapes.tsv"));
  ASSERT_GT(table.rows().size(), 5u);
  const std::size_t pattern = table.column("pattern"), needs = table.column("needs"), type = table.column("type");
  Shapes shapes, slow;
  for (const lexicon::Row& row : table.rows()) {
    ASSERT_TRUE(entity_type_of(row[type])) << row[type];
    EXPECT_EQ(shapes.add(row[pattern], *entity_type_of(row[type]), true, row[needs]), "") << row[pattern];
    EXPECT_EQ(slow.add(row[pattern], *entity_type_of(row[type]), true), "");
    EXPECT_NE(row[needs], "") << row[pattern];
  }
  // What a pattern is said to need is in all that it matches.
  const std::vector<std::string_view> texts = {"see S/RES/12 and S/PRST/7, not S/ALL/7",
                                               "S/AGENDA/9012 (2020)",
                                               "A/RES/71/4",
                                               "UNSCR1325",
                                               "UN Security Council resolution 2231",
                                               "General Assembly Resolution 377 (1950)",
                                               "Resolution 678 (1990)",
                                               "P.L. No. 107-56",
                                               "Public Law 107–56",
                                               "Executive Order No. 13224",
                                               "Council Regulation (EC) No 881/2002",
                                               "Regulation (EU) 2016/679",
                                               "Directive 2001/20/EC",
                                               "Decision (CFSP) 2015/778",
                                               "Framework Decision 2002/475",
                                               "National Highway 25",
                                               "Interstate 95",
                                               "Route 4B",
                                               "NH-44 highway",
                                               "N-5 Highway",
                                               "M-2 Motorway",
                                               "flight PK 302",
                                               "Flight MH-17",
                                               "Flight 93",
                                               "FOB Salerno",
                                               "Forward Operating Base Camp Alpha",
                                               "Combat Outpost Keating"};
  for (const std::string_view text : texts) {
    EXPECT_FALSE(slow.find(text).empty()) << text;
    EXPECT_EQ(shapes.find(text).size(), slow.find(text).size()) << text;
  }
  EXPECT_EQ(shapes.find(texts[0]).size(), 2u);
  EXPECT_NE(shapes.add("(", EntityType::programme, true), "");
  EXPECT_NE(shapes.add("x*", EntityType::programme, true), "");
  const std::vector<Lexicon> lexicons = {
      {"", "pattern\ttype\tsource\n\\bPatrol [A-Z]{2}\\d+\\b\tprogramme\tme\n[\tprogramme\tme\n", "mine.tsv"}};
  const Analyzer analyzer(lexicons);
  ASSERT_EQ(analyzer.problems().size(), 1u);
  EXPECT_EQ(analyzer.problems()[0].rfind("mine.tsv:3: ", 0), 0u) << analyzer.problems()[0];
  const AnalyzeResult result = analyzer.analyze("The crew of Patrol KX9 came home.");
  ASSERT_EQ(result.report.entities.size(), 1u);
  EXPECT_EQ(result.report.entities[0].name, "Patrol KX9");
}

TEST(Entities, WhoIsNamedInBoilerplateAloneIsLeftOut) {
  const Analyzer analyzer;
  const AnalyzeResult result =
      analyzer.analyze("Masked men burned two lorries near Hub on Sunday night.\n\nShare this article Facebook WhatsApp\n");
  ASSERT_TRUE(result.ok());
  EXPECT_FALSE(result.report.entities.empty());
  for (const Entity& entity : result.report.entities) EXPECT_NE(entity.name, "Facebook");
}

}  // namespace

}  // namespace khabar::entities
