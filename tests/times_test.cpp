#include "mentions/times/times.h"
#include "mentions/times/calendar.h"
#include "mentions/times/resolve.h"

#include <khabar/khabar.h>

#include "examples.h"
#include "lexicon/table.h"

#include <gtest/gtest.h>

#include <set>

namespace khabar::times {

TEST(Calendar, DaysRoundTrip) {
  for (std::int64_t days = -1500000; days <= 1500000; days += 13) {
    const Day day = day_of_days(days);
    ASSERT_TRUE(is_day(day.year, day.month, day.day)) << days;
    ASSERT_EQ(days_of(day), days);
  }
  EXPECT_EQ(days_of({1970, 1, 1}), 0);
  EXPECT_EQ(weekday_of(days_of({2024, 3, 10})), 7);
}

TEST(Calendar, LeapYearsAndYearZero) {
  EXPECT_TRUE(is_day(2000, 2, 29));
  EXPECT_FALSE(is_day(1900, 2, 29));
  EXPECT_TRUE(is_day(0, 2, 29));  // 1 BC, by the proleptic rule
  EXPECT_FALSE(is_day(2024, 2, 31));
  EXPECT_FALSE(is_day(2024, 13, 1));
  EXPECT_FALSE(is_day(2024, 0, 1));
  EXPECT_EQ(day_of_days(days_of({1, 1, 1}) - 1), (Day{0, 12, 31}));
}

TEST(Calendar, IsoWeeks) {  // ISO 8601: a week belongs to the year of its Thursday
  EXPECT_EQ(week_of(days_of({2021, 1, 3})), (Week{2020, 53}));
  EXPECT_EQ(week_of(days_of({2024, 12, 30})), (Week{2025, 1}));
  EXPECT_EQ(week_of(days_of({2004, 11, 24})), (Week{2004, 48}));
}

TEST(Calendar, MonthsClampToTheLastDay) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Day{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 3, 31}, -13), (Day{2023, 2, 28}));
  EXPECT_EQ(add_months({1, 1, 1}, -1), (Day{0, 12, 1}));
  EXPECT_EQ(add_months({2024, 1, 1}, INT64_MAX).year, max_year);
}

TEST(Calendar, FeastsAndHijri) {
  EXPECT_EQ(easter_of(2024), (Day{2024, 3, 31}));
  EXPECT_EQ(easter_of(2025), (Day{2025, 4, 20}));
  EXPECT_EQ(day_of_hijri(1447, 1, 1), (Day{2025, 6, 27}));
  EXPECT_EQ(day_of_hijri(1446, 9, 1), (Day{2025, 3, 1}));
}

TEST(Times, DateOfMetadataLines) {
  EXPECT_EQ(date_of("Published Date: May 17, 2026"), "2026-05-17");
  EXPECT_EQ(date_of("May 17, 2026 | The Nation"), "2026-05-17");
  EXPECT_EQ(date_of("17 Nov, 2025"), "2025-11-17");
  EXPECT_EQ(date_of("Sunday, 14 December 2025 10:32 PM"), "2025-12-14");
  EXPECT_EQ(date_of("Fri, 14 Nov 2025 10:00:00 GMT"), "2025-11-14");
  EXPECT_EQ(date_of("2025-03-12T10:00:00Z"), "2025-03-12");
  EXPECT_EQ(date_of("17/05/2026"), "2026-05-17");
  EXPECT_EQ(date_of("03-02-2009"), "2009-02-03");
  EXPECT_EQ(date_of("Updated 5 hours ago"), "");
  EXPECT_EQ(date_of(""), "");
}

TEST(Times, IsoDates) {
  for (const char* good : {"2025", "2025-03", "2025-03-12", "2024-02-29"}) EXPECT_TRUE(is_iso_date(good)) << good;
  for (const char* bad : {"", "25", "2025-13", "2025-02-29", "2025-3-1", "2025/03/12", "0000", "abcd", "2025-03-12T10:00"})
    EXPECT_FALSE(is_iso_date(bad)) << bad;
}

TEST(Times, RelativeToPublicationAndToTheDateTold) {
  Context news;
  news.published = {{2024, 3, 10}, Grain::day};  // a Sunday
  Part march;
  march.month = 3, march.day = 28;
  EXPECT_EQ(resolve(march, news).value, "2024-03-28");
  march.month = 12;
  EXPECT_EQ(resolve(march, news).value, "2023-12-28");
  news.tense = Tense::future;
  EXPECT_EQ(resolve(march, news).value, "2024-12-28");

  Part weekday;
  weekday.weekday = 7;
  EXPECT_EQ(resolve(weekday, news).value, "2024-03-10");
  news.tense = Tense::past;
  weekday.which = "last";
  EXPECT_EQ(resolve(weekday, news).value, "2024-03-03");
  weekday.which = "next";
  EXPECT_EQ(resolve(weekday, news).value, "2024-03-17");

  Context story;
  story.narrative = true;
  story.published = news.published;
  story.told = {{-217, 8, 2}, Grain::day};  // 2 August 218 BC
  Part next_year;
  next_year.unit = "Y", next_year.which = "following";
  EXPECT_EQ(resolve(next_year, story).value, "BC0217");
  Part later;
  later.unit = "D", later.amount = 3000, later.direction = "later";
  EXPECT_EQ(resolve(later, story).value, "BC0218-09-01");
  later.amount = INT64_MAX / 1000;
  EXPECT_FALSE(resolve(later, story).value.empty());  // clamped, no overflow

  Part winter;
  winter.season = "WI";
  EXPECT_EQ(resolve(winter, story).value, "BC0217-WI");  // the winter that ends in the next year
}

TEST(Times, EveryRuleHasAnExample) {
  std::vector<std::string> problems;
  std::set<std::string> sections;
  for (const tests::Example& example : tests::read_examples(KHABAR_SOURCE_DIR "/core/mentions/times/examples.txt", problems))
    if (!example.nothing) sections.insert(example.section);
  const lexicon::Table table(lexicon::packed("mentions/times/patterns.tsv"));
  for (const lexicon::Row& row : table.rows())
    EXPECT_TRUE(sections.count(std::string(row[table.column("rule")]))) << row[table.column("rule")];
}

// Numbers of any length, dates that are none, reversed ranges: nothing overflows, nothing false comes out.
TEST(Times, StrangeNumbers) {
  const Analyzer analyzer;
  const std::string digits(5000, '9');
  for (const std::string& text :
       {"It took " + digits + " years to " + digits + " BC.", "On 31 February 2024 and on " + digits + " May they met.",
        std::string("999999999 centuries ago and 999999999 millennia later, in 99999 BC, in 00000 AD."),
        std::string("2024-00-00 0000-01-01 99:99 24:00 2024-02-30 0 BC '99 '00s 0s."),
        std::string("from 2009-2001, 1999-98, the 0th century, the 31st quarter, Q9 2020")}) {
    for (const char* published : {"", "2024-02-29"}) {
      const AnalyzeResult result = analyzer.analyze(text, {.id = {}, .published = published, .progress = {}});
      ASSERT_TRUE(result.ok());
      for (const Time& time : result.report.times) {
        EXPECT_FALSE(time.value.empty());
        EXPECT_LE(time.span.end, text.size());
        EXPECT_EQ(time.value.find("2024-02-3"), std::string::npos) << time.value;
      }
    }
  }
}

}  // namespace khabar::times
