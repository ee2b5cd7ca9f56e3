// What an article says, as plain values: schema khabar/1 (docs/schema.md, khabar.schema.json).
//
//   text     The raid on March 3 killed two soldiers.
//   bytes    0        9        18     25          37
//   time               [12, 19)  DATE 2024-03-03
//   quantity                          [27, 39)  2 soldiers
//
// Every position in this header is a byte offset into the text exactly as it was given; spans are half-open.
// The writers (write_json) turn them into UTF-16 units or code points. Values only: no pointers into the text,
// nothing to free, safe to copy between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Half-open range [begin, end) of bytes in the article.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t length() const { return end > begin ? end - begin : 0; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
  friend constexpr bool operator<(Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }
};

/// Typed index into one of the report's vectors; the JSON id is the letter and the index plus one ("e1").
template <char Letter>
struct Id {
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  static constexpr char letter = Letter;
  std::uint32_t index = none;

  constexpr bool set() const { return index != none; }
  friend constexpr bool operator==(Id a, Id b) { return a.index == b.index; }
};
using EntityId = Id<'e'>;
using TimeId = Id<'t'>;
using QuantityId = Id<'q'>;
using EventId = Id<'v'>;
using ClaimId = Id<'c'>;
using ProposalId = Id<'p'>;
using AssessmentId = Id<'a'>;

// ---------------------------------------------------------------------------------------------- document

enum class BlockKind : std::uint8_t {
  title,
  subtitle,
  byline,
  publication,  // a line that names the publisher or the date of publication
  dateline,
  heading,
  paragraph,
  list_item,
  caption,
  quote,
  boilerplate,
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};

/// Words of the article that say something about the article.
struct Quoted {
  std::string text;
  Span span;
  std::string value;  // normalised: ISO 8601 for `published`, else empty
};

struct Document {
  std::string id;
  std::string sha256;        // of the bytes given, lower-case hexadecimal
  std::uint32_t length = 0;  // bytes; the writers give it in their own unit
  std::string language;      // "en", or "und" where the text is not English
  std::optional<Quoted> title, subtitle, publisher, published, dateline;
  std::vector<Quoted> authors;
  std::vector<Block> blocks;
  std::vector<Span> sentences;
};

// ---------------------------------------------------------------------------------------------- mentions

enum class EntityType : std::uint8_t {
  person,
  organization,
  armed_group,
  country,
  place,
  facility,
  programme,
  group_of_people,
};

enum class MentionKind : std::uint8_t { name, acronym, short_name, demonym, metonym, nominal, pronoun };

struct Mention {
  Span span;
  MentionKind kind = MentionKind::name;
};

struct Role {
  std::string title;
  Span span;
};

struct Entity {
  EntityType type = EntityType::organization;
  std::string name;  // the fullest form in this text
  std::vector<std::string> aliases;
  std::string iso3166;   // ids.iso3166: of a country itself
  std::string wikidata;  // ids.wikidata
  std::vector<Role> roles;
  EntityId affiliation;
  std::string country;  // ISO 3166-1 alpha-2 of the country that it belongs to or lies in
  std::string sector;   // PLOVER sector: GOV, MIL, COP, IGO, NGO, REB ...
  std::vector<Mention> mentions;
};

/// TIMEX3 (ISO 24617-1): type, value, mod.
enum class TimeType : std::uint8_t { date, time, duration, set };

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;
  std::string mod;
};

enum class Comparator : std::uint8_t { none, greater, greater_equal, less, less_equal, about };

struct Quantity {
  Span span;
  double value = 0;
  std::optional<double> max;  // of a range: value to max
  std::string unit;           // "attack", "%", "USD", "km", ...: singular
  Comparator comparator = Comparator::none;
  Span of;  // the words of what is counted: "militants" in "two dozen militants"; empty where there is none
};

// ---------------------------------------------------------------------------------------------- facts

/// PLOVER (openeventdata/PLOVER codebook): the sixteen event types.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
};

/// A thing called for is never shown as a thing done.
enum class Status : std::uint8_t { happened, ongoing, planned, proposed, possible, denied, failed, general };

/// How far cooperation has come.
enum class Stage : std::uint8_t { none, called_for, discussed, agreed, implemented, stalled };

enum class ArgumentRole : std::uint8_t { actor, recipient, target, instrument };

struct Argument {
  ArgumentRole role = ArgumentRole::actor;
  EntityId entity;             // who or what, where it is an entity
  EntityId via;                // who acted for `entity`: a minister for the state
  std::string argument_class;  // where there is no entity: "group-of-people", "facility", "vehicle", "weapon" ...
  bool alleged = false;        // others suspect, blame or accuse it; no telling has it done by it, no claim of its own
  Span span;
};

enum class Effect : std::uint8_t { killed, injured, abducted, arrested, missing, displaced };
enum class Side : std::uint8_t { victim, perpetrator, unknown };

struct Casualty {
  Effect effect = Effect::killed;
  Side side = Side::unknown;
  std::string who;  // "passengers"; empty where the text does not say
  double value = 0;
  std::optional<double> max;
  Comparator comparator = Comparator::none;
  QuantityId quantity;
  Span span;
};

struct Count {
  double value = 0;
  Comparator comparator = Comparator::none;
  QuantityId quantity;
};

/// No place is stated: the state that the parties point to, or the two that share the border they shot across.
struct PlaceInferred {
  Span span;  // the word that it was inferred from
  std::string rule;
  std::uint32_t places = 1;  // the last so many of Event::places
};

struct Event {
  EventType type = EventType::assault;
  std::string mode;  // DESIGN.md's word list for violence ("suicide-bombing"), PLOVER's own for the rest
  std::vector<std::string> contexts;
  std::vector<std::string> topics;
  Status status = Status::happened;
  Stage stage = Stage::none;
  Span trigger;
  std::vector<Argument> arguments;
  TimeId time;
  std::vector<EntityId> places;
  std::optional<PlaceInferred> place_inferred;  // no words place the event in the last of `places`
  std::vector<Casualty> casualties;
  std::optional<Count> count;  // an aggregate: "36 attacks in July 2024"
  ClaimId attribution;
  std::vector<Span> evidence;  // never empty
  std::string rule;
};

struct Source {
  EntityId entity;
  Span span;  // empty where the source is not named
};

enum class ClaimType : std::uint8_t { say, claim, deny, accuse, warn, announce, promise, demand };

struct Claim {
  ClaimType type = ClaimType::say;
  Source source;
  Span cue;
  Span content;
  bool quoted = false;
  std::vector<Span> evidence;
  std::string rule;
};

struct Proposal {
  Source actor;  // who should do it
  Span cue;
  Span span;  // what should be done, without the lead-in
  ClaimId attribution;
  std::vector<Span> evidence;
  std::string rule;
};

enum class Polarity : std::uint8_t { obstacle, enabler, risk, benefit };

struct Assessment {
  Polarity polarity = Polarity::obstacle;
  Span span;
  Span of;  // what it hinders, helps, threatens; empty where the text does not say
  std::vector<Span> evidence;
  std::string rule;
};

/// A trigger that made no fact, and why: for explanations only, not part of the schema.
struct NearMiss {
  Span span;
  std::string rule;  // that came nearest
  std::string why;
};

struct Report {
  Document document;
  std::vector<Entity> entities;
  std::vector<Time> times;
  std::vector<Quantity> quantities;
  std::vector<Event> events;
  std::vector<Claim> claims;
  std::vector<Proposal> proposals;
  std::vector<Assessment> assessments;
  std::vector<NearMiss> near_misses;  // filled only for AnalyzeOptions::near_misses; in the order of the text
};

// The words of schema khabar/1 for each value ("armed-group", "called-for", ">=", ...): never empty but for
// Comparator::none and Stage::none. O(1).
std::string_view to_string(BlockKind);
std::string_view to_string(EntityType);
std::string_view to_string(MentionKind);
std::string_view to_string(TimeType);
std::string_view to_string(Comparator);
std::string_view to_string(EventType);
std::string_view to_string(Status);
std::string_view to_string(Stage);
std::string_view to_string(ArgumentRole);
std::string_view to_string(Effect);
std::string_view to_string(Side);
std::string_view to_string(ClaimType);
std::string_view to_string(Polarity);

/// The event type, role, effect, claim type or polarity of that name; nothing where there is none. O(1).
std::optional<EventType> event_type_of(std::string_view name);
std::optional<ClaimType> claim_type_of(std::string_view name);
std::optional<Effect> effect_of(std::string_view name);
std::optional<Polarity> polarity_of(std::string_view name);
std::optional<EntityType> entity_type_of(std::string_view name);

}  // namespace khabar
