#include <khabar/report.h>

#include <array>

namespace khabar {

namespace {

constexpr std::array<std::string_view, 11> block_kinds = {"title",     "subtitle",  "byline",  "publication", "dateline",   "heading",
                                                          "paragraph", "list-item", "caption", "quote",       "boilerplate"};
constexpr std::array<std::string_view, 8> entity_types = {"person", "organization", "armed-group", "country",
                                                          "place",  "facility",     "programme",   "group-of-people"};
constexpr std::array<std::string_view, 7> mention_kinds = {"name", "acronym", "short", "demonym", "metonym", "nominal", "pronoun"};
constexpr std::array<std::string_view, 4> time_types = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 6> comparators = {"", ">", ">=", "<", "<=", "~"};
constexpr std::array<std::string_view, 16> event_types = {"agree",    "consult",  "support", "concede", "cooperate", "aid",
                                                          "retreat",  "request",  "accuse",  "reject",  "threaten",  "protest",
                                                          "sanction", "mobilize", "coerce",  "assault"};
constexpr std::array<std::string_view, 8> statuses = {"happened", "ongoing", "planned", "proposed",
                                                      "possible", "denied",  "failed",  "general"};
constexpr std::array<std::string_view, 6> stages = {"", "called-for", "discussed", "agreed", "implemented", "stalled"};
constexpr std::array<std::string_view, 4> argument_roles = {"actor", "recipient", "target", "instrument"};
constexpr std::array<std::string_view, 6> effects = {"killed", "injured", "abducted", "arrested", "missing", "displaced"};
constexpr std::array<std::string_view, 3> sides = {"victim", "perpetrator", "unknown"};
constexpr std::array<std::string_view, 8> claim_types = {"say", "claim", "deny", "accuse", "warn", "announce", "promise", "demand"};
constexpr std::array<std::string_view, 4> polarities = {"obstacle", "enabler", "risk", "benefit"};

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (!name.empty() && names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(BlockKind value) { return block_kinds[static_cast<std::size_t>(value)]; }
std::string_view to_string(EntityType value) { return entity_types[static_cast<std::size_t>(value)]; }
std::string_view to_string(MentionKind value) { return mention_kinds[static_cast<std::size_t>(value)]; }
std::string_view to_string(TimeType value) { return time_types[static_cast<std::size_t>(value)]; }
std::string_view to_string(Comparator value) { return comparators[static_cast<std::size_t>(value)]; }
std::string_view to_string(EventType value) { return event_types[static_cast<std::size_t>(value)]; }
std::string_view to_string(Status value) { return statuses[static_cast<std::size_t>(value)]; }
std::string_view to_string(Stage value) { return stages[static_cast<std::size_t>(value)]; }
std::string_view to_string(ArgumentRole value) { return argument_roles[static_cast<std::size_t>(value)]; }
std::string_view to_string(Effect value) { return effects[static_cast<std::size_t>(value)]; }
std::string_view to_string(Side value) { return sides[static_cast<std::size_t>(value)]; }
std::string_view to_string(ClaimType value) { return claim_types[static_cast<std::size_t>(value)]; }
std::string_view to_string(Polarity value) { return polarities[static_cast<std::size_t>(value)]; }

std::optional<EventType> event_type_of(std::string_view name) { return value_of<EventType>(event_types, name); }
std::optional<ClaimType> claim_type_of(std::string_view name) { return value_of<ClaimType>(claim_types, name); }
std::optional<Effect> effect_of(std::string_view name) { return value_of<Effect>(effects, name); }
std::optional<Polarity> polarity_of(std::string_view name) { return value_of<Polarity>(polarities, name); }
std::optional<EntityType> entity_type_of(std::string_view name) { return value_of<EntityType>(entity_types, name); }

}  // namespace khabar
