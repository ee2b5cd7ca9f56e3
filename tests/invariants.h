// What holds for every report, whatever the text: asked by the property tests and by the fuzz targets.
#pragma once

#include <khabar/khabar.h>

#include <functional>
#include <string>
#include <string_view>

namespace khabar {

/// Calls `see(what, span)` with every span of the report, empty ones too, in one fixed order.
void each_span(const Report& report, const std::function<void(const char*, Span)>& see);

/// In: a report and the text it was made from. Out: the first thing that does not hold, in one sentence; empty where all does:
/// spans in bounds and on characters, sentences and blocks in order and apart, ids resolve, every fact has evidence and a rule.
std::string first_fault(const Report& report, std::string_view text);

}  // namespace khabar
