// The report for people: each fact with its words, its fields and its rule.
#include <khabar/khabar.h>

#include "text/utf8.h"

#include <cmath>

namespace khabar {

namespace {

class Explainer {
 public:
  Explainer(const Report& report, std::string_view text) : report_(report), text_(text) {}

  std::string write() {
    const Document& document = report_.document;
    line("document");
    if (document.title) field("title", document.title->text);
    for (const Quoted& author : document.authors) field("author", author.text);
    if (document.publisher) field("publisher", document.publisher->text);
    if (document.published) field("published", document.published->value.empty() ? document.published->text : document.published->value);
    for (std::uint32_t i = 0; i < report_.entities.size(); ++i) {
      const Entity& entity = report_.entities[i];
      fact('e', i, std::string(to_string(entity.type)) + ": " + entity.name, {});
      std::string mentions;
      for (const Mention& mention : entity.mentions) {
        if (!mentions.empty()) mentions += " | ";
        mentions += words(mention.span);
      }
      field("mentions", mentions);
      for (const Role& role : entity.roles) field("role", role.title);
      field("country", entity.country);
    }
    for (std::uint32_t i = 0; i < report_.times.size(); ++i) {
      const Time& time = report_.times[i];
      fact('t', i, std::string(to_string(time.type)) + ' ' + time.value + (time.mod.empty() ? "" : " " + time.mod), {});
      field("words", words(time.span));
    }
    for (std::uint32_t i = 0; i < report_.quantities.size(); ++i) {
      const Quantity& quantity = report_.quantities[i];
      fact('q', i, amount(quantity.value, quantity.max, quantity.comparator) + ' ' + quantity.unit, {});
      field("words", words(quantity.span));
    }
    for (std::uint32_t i = 0; i < report_.events.size(); ++i) write(report_.events[i], i);
    for (std::uint32_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& claim = report_.claims[i];
      fact('c', i, std::string(to_string(claim.type)) + (claim.quoted ? ", quoted" : ""), claim.rule);
      field("source", who(claim.source));
      field("cue", words(claim.cue));
      field("content", words(claim.content));
    }
    for (std::uint32_t i = 0; i < report_.proposals.size(); ++i) {
      const Proposal& proposal = report_.proposals[i];
      fact('p', i, "proposal", proposal.rule);
      field("actor", who(proposal.actor));
      field("words", words(proposal.span));
    }
    for (std::uint32_t i = 0; i < report_.assessments.size(); ++i) {
      const Assessment& assessment = report_.assessments[i];
      fact('a', i, std::string(to_string(assessment.polarity)), assessment.rule);
      field("words", words(assessment.span));
      field("of", words(assessment.of));
    }
    for (const NearMiss& miss : report_.near_misses) {
      line("near  " + words(miss.span) + "  [" + miss.rule + "]");
      field("not", miss.why);
    }
    return std::move(out_);
  }

 private:
  void write(const Event& event, std::uint32_t index) {
    std::string head(to_string(event.type));
    if (!event.mode.empty()) head += "/" + event.mode;
    head += ", ";
    head += to_string(event.status);
    if (event.stage != Stage::none) head.append(", ").append(to_string(event.stage));
    fact('v', index, head, event.rule);
    field("trigger", words(event.trigger));
    for (const Argument& argument : event.arguments) {
      std::string value = words(argument.span);
      if (argument.entity.set()) value += " = " + report_.entities[argument.entity.index].name;
      if (argument.via.set()) value += " via " + report_.entities[argument.via.index].name;
      if (argument.alleged) value += ", alleged";
      field(to_string(argument.role), value);
    }
    if (event.time.set()) field("time", report_.times[event.time.index].value);
    for (std::size_t i = 0; i < event.places.size(); ++i) {
      std::string value = report_.entities[event.places[i].index].name;
      if (event.place_inferred && i + event.place_inferred->places >= event.places.size())
        value += ", inferred from " + words(event.place_inferred->span) + "  [" + event.place_inferred->rule + "]";
      field("place", value);
    }
    for (const Casualty& casualty : event.casualties) {
      field(to_string(casualty.effect), amount(casualty.value, casualty.max, casualty.comparator) + ' ' + casualty.who + " (" +
                                            std::string(to_string(casualty.side)) + "): " + words(casualty.span));
    }
    if (event.count) field("count", amount(event.count->value, std::nullopt, event.count->comparator));
    if (event.attribution.set()) field("attribution", "c" + std::to_string(event.attribution.index + 1));
    for (Span evidence : event.evidence) field("evidence", words(evidence));
  }

  void line(std::string_view words) { out_.append(words).append("\n"); }
  void fact(char letter, std::uint32_t index, const std::string& head, std::string_view rule) {
    out_ += letter;
    out_.append(std::to_string(index + 1)).append("  ").append(head);
    if (!rule.empty()) out_.append("  [").append(rule).append("]");
    out_ += '\n';
  }
  void field(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out_.append("      ").append(name).append(": ").append(value).append("\n");
  }
  std::string who(const Source& source) const {
    std::string value = words(source.span);
    if (source.entity.set()) value += (value.empty() ? "" : " = ") + report_.entities[source.entity.index].name;
    return value;
  }
  // One line, safe for a terminal: white space and control characters become single spaces, invalid bytes U+FFFD.
  std::string words(Span span) const {
    std::string out;
    const std::string_view piece = text_.substr(span.begin, span.length());
    for (std::size_t at = 0; at < piece.size();) {
      const text::Decoded d = text::decode(piece, at);
      at += d.length;
      if (text::is_space(d.code) || d.code < 0x20 || (d.code >= 0x7F && d.code < 0xA0)) {
        if (!out.empty() && out.back() != ' ') out += ' ';
      } else {
        text::append(out, d.code);
      }
    }
    return out;
  }
  static std::string number(double value) {
    const bool whole = value == std::floor(value) && std::fabs(value) < 1e15;
    return whole ? std::to_string(static_cast<long long>(value)) : std::to_string(value);
  }
  static std::string amount(double value, const std::optional<double>& max, Comparator comparator) {
    std::string out(to_string(comparator));
    out += number(value);
    if (max) out += "-" + number(*max);
    return out;
  }

  const Report& report_;
  std::string_view text_;
  std::string out_;
};

}  // namespace

std::string explain(const Report& report, std::string_view text) { return Explainer(report, text).write(); }

}  // namespace khabar
