#include "text/key.h"
#include "text/sha256.h"
#include "text/utf8.h"

#include "report/json_writer.h"
#include "report/offsets.h"

#include <gtest/gtest.h>

namespace khabar {

using namespace text::literals;

TEST(Text, KeysFoldCaseDiacriticsQuotesAndDashes) {
  EXPECT_EQ(text::key_of("Tehreek\u2011E"), "tehreek-e"_key);
  EXPECT_EQ(text::key_of("M\u00DCLLER"), "muller"_key);
  EXPECT_EQ(text::key_of("Pakistan\u2019s"), "pakistan's"_key);
  EXPECT_NE(text::key_of("may"), text::key_of("march"));
}

TEST(Text, DecodeSurvivesAnyBytes) {
  EXPECT_EQ(text::decode("\xF0\x9F\x98\x80", 0).code, 0x1F600u);
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    const text::Decoded d = text::decode(bad, 0);
    EXPECT_EQ(d.code, 0xFFFDu);
    EXPECT_EQ(d.length, 1u);
  }
}

TEST(Text, Sha256KnownAnswers) {  // FIPS 180-4 examples
  EXPECT_EQ(text::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(text::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(text::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Offsets, UnitsAgreeWithADirectCount) {
  std::string text = "a\u00E9\u20AC";
  for (int i = 0; i < 100; ++i) text += "\U0001F600x\xFFy";
  for (const Offsets unit : {Offsets::utf16, Offsets::codepoints, Offsets::bytes}) {
    const report::OffsetMap map(text, unit);
    std::uint32_t count = 0;
    for (std::uint32_t at = 0; at < text.size();) {
      const text::Decoded d = text::decode(text, at);
      ASSERT_EQ(map(at), unit == Offsets::bytes ? at : count) << at;
      count += unit == Offsets::utf16 && d.code > 0xFFFF ? 2 : 1;
      at += d.length;
    }
    EXPECT_EQ(map(static_cast<std::uint32_t>(text.size())), unit == Offsets::bytes ? text.size() : count);
  }
}

TEST(Json, NumbersAndStrings) {
  std::string out;
  report::Writer json(out, false);
  json.array();
  for (double value : {0.0, 12.0, -3.5, 0.1, 1234567.25, 99.9999999}) json.number(value);
  json.string("a\"\\\n\x01\xFF");
  json.end();
  EXPECT_EQ(out, "[0,12,-3.5,0.1,1234567.25,100,\"a\\\"\\\\\\n\\u0001\xEF\xBF\xBD\"]");
}

TEST(Utf8, TrimsCharactersNotBytes) {
  const auto trimmed = [](const std::string& bytes) {
    std::uint32_t begin = 0, end = static_cast<std::uint32_t>(bytes.size());
    text::trim(bytes, begin, end);
    return bytes.substr(begin, end - begin);
  };
  EXPECT_EQ(trimmed(" \t\u00A0voil\u00E0\u2003\r\n"), "voil\u00E0");  // the last byte of \u00E0 is that of a no-break space
  EXPECT_EQ(trimmed("\u0285"), "\u0285");                             // and that of this one, of a next line
  EXPECT_EQ(trimmed("\u00A0\u2028 "), "");
  EXPECT_EQ(trimmed("\xA0x\x85"), "\xA0x\x85");  // no UTF-8: no white space
}

}  // namespace khabar
