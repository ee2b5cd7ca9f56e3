// The report as schema khabar/1. A field with nothing to say is left out.
#include <khabar/khabar.h>

#include "report/json_writer.h"
#include "report/offsets.h"

#include <utility>

namespace khabar {

namespace {

class ReportWriter {
 public:
  ReportWriter(std::string& out, std::string_view text, const JsonOptions& options)
      : text_(text), unit_(options.offsets), map_(text, options.offsets), json_(out, options.pretty) {}

  void write(const Report& report) {
    json_.object();
    json_.member("schema", "khabar/1");
    json_.member("engine", version());
    json_.member("offsets", unit_ == Offsets::utf16 ? "utf16" : unit_ == Offsets::codepoints ? "codepoints" : "bytes");
    json_.key("document"), write(report.document);
    list("entities", report.entities);
    list("times", report.times);
    list("quantities", report.quantities);
    list("events", report.events);
    list("claims", report.claims);
    list("proposals", report.proposals);
    list("assessments", report.assessments);
    json_.end();
  }

 private:
  std::string_view words(Span span) const { return text_.substr(span.begin, span.length()); }

  void span(Span s) {
    json_.array(true);
    json_.integer(map_(s.begin));
    json_.integer(map_(s.end));
    json_.end();
  }
  void span(std::string_view key, Span s) {
    if (s.empty()) return;
    json_.key(key);
    span(s);
  }
  void spans(std::string_view key, const std::vector<Span>& list) {
    if (list.empty()) return;
    json_.key(key);
    json_.array(true);
    for (Span s : list) span(s);
    json_.end();
  }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) json_.member(key, value);
  }
  void quote(Span s) {
    if (s.empty()) return;
    span("span", s);
    text("text", words(s));
  }
  template <char L>
  void id(std::string_view key, Id<L> value) {
    if (!value.set()) return;
    json_.key(key);
    id(value);
  }
  template <char L>
  void id(Id<L> value) {
    json_.string(std::string(1, L) + std::to_string(value.index + 1));
  }
  void strings(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    json_.key(key);
    json_.array(true);
    for (const std::string& value : values) json_.string(value);
    json_.end();
  }
  void comparator(Comparator value) { text("comparator", to_string(value)); }

  template <class Item>
  void list(std::string_view key, const std::vector<Item>& items) {
    json_.key(key);
    json_.array();
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      json_.object();
      write(items[i], i);
      json_.end();
    }
    json_.end();
  }

  void quoted(std::string_view key, const std::optional<Quoted>& value) {
    if (!value) return;
    json_.key(key);
    quoted(*value);
  }
  void quoted(const Quoted& value) {
    json_.object();
    json_.member("text", value.text);
    span("span", value.span);
    text("value", value.value);
    json_.end();
  }

  void write(const Document& document) {
    json_.object();
    text("id", document.id);
    json_.member("sha256", document.sha256);
    json_.key("length"), json_.integer(map_(document.length));
    json_.member("language", document.language);
    quoted("title", document.title);
    quoted("subtitle", document.subtitle);
    if (!document.authors.empty()) {
      json_.key("authors");
      json_.array();
      for (const Quoted& author : document.authors) quoted(author);
      json_.end();
    }
    quoted("publisher", document.publisher);
    quoted("published", document.published);
    quoted("dateline", document.dateline);
    json_.key("blocks");
    json_.array();
    for (const Block& block : document.blocks) {
      json_.object();
      json_.member("kind", to_string(block.kind));
      span("span", block.span);
      json_.end();
    }
    json_.end();
    json_.key("sentences");
    json_.array(true);
    for (Span s : document.sentences) span(s);
    json_.end();
    json_.end();
  }

  void write(const Entity& entity, std::uint32_t index) {
    id("id", EntityId{index});
    json_.member("type", to_string(entity.type));
    json_.member("name", entity.name);
    strings("aliases", entity.aliases);
    if (!entity.iso3166.empty() || !entity.wikidata.empty()) {
      json_.key("ids");
      json_.object();
      text("iso3166", entity.iso3166);
      text("wikidata", entity.wikidata);
      json_.end();
    }
    if (!entity.roles.empty()) {
      json_.key("roles");
      json_.array();
      for (const Role& role : entity.roles) {
        json_.object();
        json_.member("title", role.title);
        span("span", role.span);
        json_.end();
      }
      json_.end();
    }
    id("affiliation", entity.affiliation);
    text("country", entity.country);
    text("sector", entity.sector);
    json_.key("mentions");
    json_.array();
    for (const Mention& mention : entity.mentions) {
      json_.object();
      quote(mention.span);
      json_.member("kind", to_string(mention.kind));
      json_.end();
    }
    json_.end();
  }

  void write(const Time& time, std::uint32_t index) {
    id("id", TimeId{index});
    quote(time.span);
    json_.member("type", to_string(time.type));
    json_.member("value", time.value);
    text("mod", time.mod);
  }

  void write(const Quantity& quantity, std::uint32_t index) {
    id("id", QuantityId{index});
    quote(quantity.span);
    amount(quantity.value, quantity.max, quantity.comparator);
    text("unit", quantity.unit);
    if (!quantity.of.empty()) text("of", words(quantity.of));
  }

  void amount(double value, const std::optional<double>& max, Comparator c) {
    json_.key("value"), json_.number(value);
    if (max) json_.key("max"), json_.number(*max);
    comparator(c);
  }

  void write(const Event& event, std::uint32_t index) {
    id("id", EventId{index});
    json_.member("type", to_string(event.type));
    text("mode", event.mode);
    strings("contexts", event.contexts);
    strings("topics", event.topics);
    json_.member("status", to_string(event.status));
    text("stage", to_string(event.stage));
    span("trigger", event.trigger);
    text("text", words(event.trigger));
    json_.key("arguments");
    json_.array();
    for (const Argument& argument : event.arguments) {
      json_.object();
      json_.member("role", to_string(argument.role));
      id("entity", argument.entity);
      id("via", argument.via);
      text("class", argument.argument_class);
      if (argument.alleged) json_.key("alleged"), json_.boolean(true);
      quote(argument.span);
      json_.end();
    }
    json_.end();
    id("time", event.time);
    if (!event.places.empty()) {
      json_.key("places");
      json_.array(true);
      for (EntityId place : event.places) id(place);
      json_.end();
    }
    if (event.place_inferred) {
      json_.key("place_inferred");
      json_.object();
      quote(event.place_inferred->span);
      json_.member("rule", event.place_inferred->rule);
      if (event.place_inferred->places > 1) {
        json_.key("places");
        json_.integer(event.place_inferred->places);
      }
      json_.end();
    }
    if (!event.casualties.empty()) {
      json_.key("casualties");
      json_.array();
      for (const Casualty& casualty : event.casualties) {
        json_.object();
        json_.member("effect", to_string(casualty.effect));
        json_.member("side", to_string(casualty.side));
        text("who", casualty.who);
        amount(casualty.value, casualty.max, casualty.comparator);
        id("quantity", casualty.quantity);
        span("span", casualty.span);
        json_.end();
      }
      json_.end();
    }
    if (event.count) {
      json_.key("count");
      json_.object();
      amount(event.count->value, std::nullopt, event.count->comparator);
      id("quantity", event.count->quantity);
      json_.end();
    }
    id("attribution", event.attribution);
    foundation(event.evidence, event.rule);
  }

  void foundation(const std::vector<Span>& evidence, std::string_view rule) {
    spans("evidence", evidence);
    json_.member("rule", rule);
  }

  void source(std::string_view key, const Source& source) {
    if (!source.entity.set() && source.span.empty()) return;
    json_.key(key);
    json_.object();
    id("entity", source.entity);
    quote(source.span);
    json_.end();
  }

  void write(const Claim& claim, std::uint32_t index) {
    id("id", ClaimId{index});
    json_.member("type", to_string(claim.type));
    source("source", claim.source);
    span("cue", claim.cue);
    span("content", claim.content);
    json_.key("quoted"), json_.boolean(claim.quoted);
    foundation(claim.evidence, claim.rule);
  }

  void write(const Proposal& proposal, std::uint32_t index) {
    id("id", ProposalId{index});
    source("actor", proposal.actor);
    span("cue", proposal.cue);
    quote(proposal.span);
    id("attribution", proposal.attribution);
    foundation(proposal.evidence, proposal.rule);
  }

  void write(const Assessment& assessment, std::uint32_t index) {
    id("id", AssessmentId{index});
    json_.member("polarity", to_string(assessment.polarity));
    quote(assessment.span);
    span("of", assessment.of);
    foundation(assessment.evidence, assessment.rule);
  }

  std::string_view text_;
  Offsets unit_;
  report::OffsetMap map_;
  report::Writer json_;
};

}  // namespace

std::string write_json(const Report& report, std::string_view text, const JsonOptions& options) {
  std::string out;
  out.reserve(text.size() + 1024);
  ReportWriter(out, text, options).write(report);
  if (options.pretty) out += '\n';
  return out;
}

}  // namespace khabar
