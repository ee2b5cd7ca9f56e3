// Words of tolls: small numbers, what opens a part of a total or a clause.
#pragma once

#include "text/key.h"

#include <string_view>

namespace khabar::incidents {

using text::Key;

/// "including": what follows is counted already.
bool opens_subset(Key key);
/// "two" and "2"; 0 where it is no small number.
double small_number(Key key);
/// Up to three digits, 0 where it is anything else: more may be a year.
double digits(std::string_view word);
/// "when", "after".
bool opens_clause(Key key);

}  // namespace khabar::incidents
