#include "examples.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace khabar::tests {

namespace {

std::string trim(const std::string& s) {
  const std::size_t first = s.find_first_not_of(" \t\r");
  return first == std::string::npos ? "" : s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

std::string unescape(const std::string& s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\\' && i + 1 < s.size() && s[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += s[i];
    }
  }
  return out;
}

// "a [b | L] c" -> "a b c" and the mark (2,3,L). A bracket without " | " stays as it is.
bool read_marks(const std::string& line, Example& example) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t close = line[at] == '[' ? line.find(']', at) : std::string::npos;
    const std::size_t bar = close == std::string::npos ? close : line.rfind(" | ", close);
    if (bar == std::string::npos || bar < at) {
      example.text += line[at++];
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(example.text.size());
    example.text += line.substr(at + 1, bar - at - 1);
    example.marks.push_back({{begin, static_cast<std::uint32_t>(example.text.size())}, trim(line.substr(bar + 3, close - bar - 3))});
    at = close + 1;
  }
  return true;
}

std::string number(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) return std::to_string(static_cast<long long>(value));
  std::string s = std::to_string(value);
  while (s.back() == '0') s.pop_back();
  return s;
}

std::string amount(double value, const std::optional<double>& max, Comparator comparator) {
  return std::string(to_string(comparator)) + number(value) + (max ? "-" + number(*max) : "");
}

}  // namespace

std::vector<std::string> split_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false, any = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (c == ' ' && !quoted) {
      if (any) words.push_back(word);
      word.clear();
      any = false;
    } else {
      word += c;
      any = true;
    }
  }
  if (any) words.push_back(word);
  return words;
}

std::vector<Example> read_examples(const std::string& path, std::vector<std::string>& problems) {
  std::vector<Example> examples;
  std::ifstream in(path);
  if (!in) problems.push_back(path + ": cannot be read");
  std::string line, section, published;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = path + ":" + std::to_string(number) + ": ";
    const std::string words = trim(line);
    if (words.empty() || words.rfind("//", 0) == 0) continue;
    if (words.rfind("# ", 0) == 0) {
      const std::vector<std::string> head = split_words(words.substr(2));
      section = head.empty() ? "" : head[0];
      published.clear();
      for (std::size_t i = 1; i + 1 < head.size(); ++i)
        if (head[i] == "published") published = head[i + 1];
      continue;
    }
    if (section.empty()) {
      problems.push_back(where + "no section (# rule.id) before the first example");
      continue;
    }
    if (words.rfind("=>", 0) == 0) {
      if (examples.empty() || examples.back().file != path) {
        problems.push_back(where + "=> without a text before it");
        continue;
      }
      const std::string fact = trim(words.substr(2));
      if (fact == "nothing")
        examples.back().nothing = true;
      else
        examples.back().facts.push_back(fact);
      continue;
    }
    Example example;
    example.file = path;
    example.line = number;
    example.section = section;
    example.published = published;
    std::string body = words;
    if (const std::size_t remark = body.rfind("# nothing"); remark != std::string::npos && remark + 9 == body.size()) {
      example.nothing = true;
      body = trim(body.substr(0, remark));
    }
    read_marks(unescape(body), example);
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<Example::Expected> marks_of(const std::string& room, const Report& report) {
  std::vector<Example::Expected> marks;
  if (room == "times") {
    for (const Time& time : report.times)
      marks.push_back({time.span, std::string(to_string(time.type)) + ' ' + time.value + (time.mod.empty() ? "" : ' ' + time.mod)});
  } else if (room == "quantities") {
    for (const Quantity& q : report.quantities) marks.push_back({q.span, trim(amount(q.value, q.max, q.comparator) + ' ' + q.unit)});
  } else if (room == "entities") {
    for (const Entity& entity : report.entities)
      for (const Mention& mention : entity.mentions)
        if (mention.kind != MentionKind::nominal && mention.kind != MentionKind::pronoun)
          marks.push_back({mention.span, std::string(to_string(entity.type)) + " = " + entity.name});
  }
  std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
  return marks;
}

std::vector<Described> facts_of(const std::string& room, const Report& report, const std::string& text) {
  std::vector<Described> out;
  auto words = [&](Span span) { return text.substr(span.begin, span.length()); };
  auto name = [&](EntityId id, Span span) { return id.set() ? report.entities[id.index].name : words(span); };
  auto mine = [&](const std::string& rule) { return rule.rfind(room + ".", 0) == 0; };
  for (const Event& event : report.events) {
    if (!mine(event.rule)) continue;
    Described d{event.rule, {"event", std::string(to_string(event.type))}};
    d.words.push_back("mode=" + event.mode);
    d.words.push_back("status=" + std::string(to_string(event.status)));
    d.words.push_back("stage=" + std::string(to_string(event.stage)));
    d.words.push_back("trigger=" + words(event.trigger));
    for (const Argument& argument : event.arguments) {
      const std::string role(to_string(argument.role));
      d.words.push_back(role + "=" + name(argument.entity, argument.span));
      d.words.push_back(role + ".words=" + words(argument.span));
      if (argument.alleged) d.words.push_back("alleged=" + name(argument.entity, argument.span));
      if (argument.via.set()) d.words.push_back("via=" + report.entities[argument.via.index].name);
    }
    d.words.push_back("time=" + (event.time.set() ? report.times[event.time.index].value : ""));
    for (EntityId place : event.places) d.words.push_back("place=" + report.entities[place.index].name);
    for (const std::string& topic : event.topics) d.words.push_back("topic=" + topic);
    for (const std::string& context : event.contexts) d.words.push_back("context=" + context);
    for (const Casualty& c : event.casualties) {
      const std::string value = amount(c.value, c.max, c.comparator);
      d.words.push_back(std::string(to_string(c.effect)) + "=" + value);
      d.words.push_back(std::string(to_string(c.side)) + "." + std::string(to_string(c.effect)) + "=" + value);
    }
    if (event.count) d.words.push_back("count=" + amount(event.count->value, std::nullopt, event.count->comparator));
    if (event.attribution.set()) d.words.push_back("claim=" + std::to_string(event.attribution.index + 1));
    out.push_back(std::move(d));
  }
  for (const Event& event : report.events)
    if (event.place_inferred && mine(event.place_inferred->rule))
      out.push_back({event.place_inferred->rule,
                     {"place", "place=" + report.entities[event.places.back().index].name, "words=" + words(event.place_inferred->span)}});
  for (const Claim& claim : report.claims) {
    if (!mine(claim.rule)) continue;
    out.push_back({claim.rule,
                   {"claim", std::string(to_string(claim.type)), "source=" + name(claim.source.entity, claim.source.span),
                    "source.words=" + words(claim.source.span), "cue=" + words(claim.cue), "content=" + words(claim.content),
                    claim.quoted ? "quoted" : "unquoted"}});
  }
  for (const Proposal& proposal : report.proposals) {
    if (!mine(proposal.rule)) continue;
    out.push_back({proposal.rule,
                   {"proposal", "actor=" + name(proposal.actor.entity, proposal.actor.span), "actor.words=" + words(proposal.actor.span),
                    "cue=" + words(proposal.cue), "words=" + words(proposal.span)}});
  }
  for (const Assessment& assessment : report.assessments) {
    if (!mine(assessment.rule)) continue;
    out.push_back(
        {assessment.rule,
         {"assessment", std::string(to_string(assessment.polarity)), "words=" + words(assessment.span), "of=" + words(assessment.of)}});
  }
  return out;
}

}  // namespace khabar::tests
