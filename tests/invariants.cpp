#include "invariants.h"

#include "text/utf8.h"

#include <vector>

namespace khabar {

namespace {

// Notes the first fault and ignores the rest.
class Faults {
 public:
  void expect(bool holds, const char* what, std::size_t number) {
    if (!holds && first_.empty()) first_ = std::string(what) + " (number " + std::to_string(number) + ")";
  }
  std::string first() && { return std::move(first_); }

 private:
  std::string first_;
};

void check_spans(const Report& report, std::string_view text, Faults& faults) {
  // Where a character may begin, by the decoder that defines what a character is.
  std::vector<bool> begins(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).length) begins[at] = true;
  begins[text.size()] = true;
  std::size_t number = 0;
  each_span(report, [&](const char* what, Span span) {
    const bool inside = span.begin <= span.end && span.end <= text.size();
    faults.expect(inside && begins[span.begin] && begins[span.end], what, number++);
  });
}

void check_frame(const Document& document, Faults& faults) {
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    faults.expect(!document.sentences[i].empty(), "an empty sentence", i);
    if (i > 0) faults.expect(document.sentences[i - 1].end <= document.sentences[i].begin, "a sentence overlaps the one before", i);
  }
  for (std::size_t i = 1; i < document.blocks.size(); ++i)
    faults.expect(document.blocks[i - 1].span.end <= document.blocks[i].span.begin, "a block overlaps the one before", i);
}

template <class Id>
bool resolves(Id id, std::size_t count) {
  return !id.set() || id.index < count;
}

bool rests_on_words(const std::vector<Span>& evidence, const std::string& rule) {
  for (Span span : evidence)
    if (span.empty()) return false;
  return !evidence.empty() && !rule.empty();
}

void check_event(const Event& event, const Report& report, std::size_t i, Faults& faults) {
  const std::size_t entities = report.entities.size();
  faults.expect(rests_on_words(event.evidence, event.rule), "an event without evidence or rule", i);
  for (const Argument& argument : event.arguments)
    faults.expect(resolves(argument.entity, entities) && resolves(argument.via, entities), "an event's argument names no entity", i);
  faults.expect(resolves(event.time, report.times.size()), "an event's time is none", i);
  for (EntityId place : event.places) faults.expect(place.set() && resolves(place, entities), "an event's place is no entity", i);
  for (const Casualty& casualty : event.casualties)
    faults.expect(resolves(casualty.quantity, report.quantities.size()), "casualties of no quantity", i);
  if (event.count) faults.expect(resolves(event.count->quantity, report.quantities.size()), "a count of no quantity", i);
  faults.expect(resolves(event.attribution, report.claims.size()), "an event's claim is none", i);
}

void check_facts(const Report& report, Faults& faults) {
  const std::size_t entities = report.entities.size();
  for (std::size_t i = 0; i < entities; ++i) {
    const Entity& entity = report.entities[i];
    faults.expect(resolves(entity.affiliation, entities), "an affiliation names no entity", i);
    faults.expect(!entity.name.empty() && !entity.mentions.empty(), "an entity without name or mention", i);
  }
  for (std::size_t i = 0; i < report.events.size(); ++i) check_event(report.events[i], report, i, faults);
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    faults.expect(rests_on_words(report.claims[i].evidence, report.claims[i].rule), "a claim without evidence or rule", i);
    faults.expect(resolves(report.claims[i].source.entity, entities), "a claim's source is no entity", i);
  }
  for (std::size_t i = 0; i < report.proposals.size(); ++i) {
    const Proposal& proposal = report.proposals[i];
    faults.expect(rests_on_words(proposal.evidence, proposal.rule) && !proposal.span.empty(), "a proposal without words or rule", i);
    faults.expect(resolves(proposal.actor.entity, entities), "a proposal's actor is no entity", i);
    faults.expect(resolves(proposal.attribution, report.claims.size()), "a proposal's claim is none", i);
  }
  for (std::size_t i = 0; i < report.assessments.size(); ++i) {
    const Assessment& assessment = report.assessments[i];
    faults.expect(rests_on_words(assessment.evidence, assessment.rule) && !assessment.span.empty(), "an assessment without words or rule",
                  i);
  }
}

}  // namespace

void each_span(const Report& report, const std::function<void(const char*, Span)>& see) {
  const auto each = [&](const char* what, const std::vector<Span>& spans) {
    for (Span span : spans) see(what, span);
  };
  const Document& document = report.document;
  for (const auto* quoted : {&document.title, &document.subtitle, &document.publisher, &document.published, &document.dateline})
    if (*quoted) see("document", (*quoted)->span);
  for (const Quoted& author : document.authors) see("author", author.span);
  for (const Block& block : document.blocks) see("block", block.span);
  each("sentence", document.sentences);
  for (const Entity& entity : report.entities) {
    for (const Mention& mention : entity.mentions) see("mention", mention.span);
    for (const Role& role : entity.roles) see("role", role.span);
  }
  for (const Time& time : report.times) see("time", time.span);
  for (const Quantity& quantity : report.quantities) {
    see("quantity", quantity.span);
    see("of", quantity.of);
  }
  for (const Event& event : report.events) {
    see("trigger", event.trigger);
    for (const Argument& argument : event.arguments) see("argument", argument.span);
    for (const Casualty& casualty : event.casualties) see("casualty", casualty.span);
    each("evidence of an event", event.evidence);
  }
  for (const Claim& claim : report.claims) {
    see("source", claim.source.span);
    see("cue", claim.cue);
    see("content", claim.content);
    each("evidence of a claim", claim.evidence);
  }
  for (const Proposal& proposal : report.proposals) {
    see("actor", proposal.actor.span);
    see("cue", proposal.cue);
    see("proposal", proposal.span);
    each("evidence of a proposal", proposal.evidence);
  }
  for (const Assessment& assessment : report.assessments) {
    see("assessment", assessment.span);
    see("of", assessment.of);
    each("evidence of an assessment", assessment.evidence);
  }
}

std::string first_fault(const Report& report, std::string_view text) {
  Faults faults;
  check_spans(report, text, faults);
  check_frame(report.document, faults);
  check_facts(report, faults);
  return std::move(faults).first();
}

}  // namespace khabar
