// ISO 8601 values as TIMEX3 writes them, and dates as far as they are known.
#pragma once

#include "mentions/times/calendar.h"

#include <string>
#include <string_view>

namespace khabar::times {

enum class Grain : std::uint8_t { none, year, month, day };

/// A date as far as it is known.
struct Reference {
  Day day;
  Grain grain = Grain::none;
  explicit operator bool() const { return grain != Grain::none; }
};

/// "2024", "2024-03" or "2024-03-10" (what is_iso_date accepts); none otherwise.
Reference reference_of(std::string_view iso);

/// YYYY[-MM[-DD]], before year 1 "BC0218".
std::string iso(const Day& day, Grain grain);

/// At least `width` digits of |n|.
std::string padded(std::int64_t n, std::size_t width);

/// "2024", "BC0218"; "199" (the 1990s), "BC021"; "19" (the twentieth century, by its hundreds); "2024-W10".
std::string year_name(std::int32_t year);
std::string decade_name(std::int32_t year);
std::string century_name(std::int32_t year);
std::string week_name(std::int64_t days);

/// "P2W", "PT30M", "P2.5Y", "PXD": an amount in hundredths (vague_amount for several) of a unit of words.tsv.
std::string duration_name(std::int64_t amount, std::string_view unit);

}  // namespace khabar::times
