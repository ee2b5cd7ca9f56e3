#include "options.h"

#include <cstdlib>

namespace khabar::cli {

namespace {

constexpr const char* general_help = R"(khabar - who did what to whom, where, when and who says so, from security reporting

usage:
  khabar analyze FILE...               one report a file (- reads standard input)
  khabar stream < in.jsonl > out.jsonl one article a line in, one report a line out
  khabar help [analyze|stream]         more about one command
  khabar --version

try:
  khabar analyze --explain article.txt     each fact with its words and the rule that made it
  khabar analyze --pretty article.txt      the report as JSON, schema khabar/1
  echo 'Gunmen killed two policemen in Quetta on Sunday.' | khabar analyze --explain -

Nothing is sent anywhere: the program reads its input and writes its output.
exit status: 0 all is well, 1 an input could not be read, 2 the command line is wrong
)";

constexpr const char* analyze_help = R"(khabar analyze FILE... - one report a file, in order (- reads standard input)

  --published DATE   when the article appeared (2025-03-12, 2025-03 or 2025): what "yesterday" is counted from
  --explain          for people: each fact with its words, its fields and its rule; then which words came near
                     a rule and made no fact, and why ("near")
  --pretty           JSON over many lines
  --format json      the default, and the only one so far
  --offsets UNIT     utf16 (default), codepoints or bytes: the unit of every span
  --lexicon FILE     your own names, TSV (docs/lexicons.md); may be given more than once
  --jobs N           threads for a long text (default 1; 0: as many as the machine has); the report is the same

With one file the report is one JSON object; with several, one a line.
)";

constexpr const char* stream_help = R"(khabar stream - many articles through one process

  in:   a line an article   {"id": "a1", "text": "...", "published": "2025-03-12"}     (id and published may be left out)
  out:  a line a report, in the same order; for a line that cannot be read {"id": ..., "error": "..."}, and the rest goes on

  --jobs N           threads (default 1; 0: as many as the machine has)
  --offsets UNIT     utf16 (default), codepoints or bytes: the unit of every span
  --published DATE   for articles that do not bring their own
  --lexicon FILE     your own names, TSV (docs/lexicons.md); may be given more than once
)";

bool parse_offsets(const std::string& word, Offsets& offsets) {
  if (word == "utf16") return offsets = Offsets::utf16, true;
  if (word == "codepoints") return offsets = Offsets::codepoints, true;
  if (word == "bytes") return offsets = Offsets::bytes, true;
  return false;
}

}  // namespace

std::string help(const std::string& topic) {
  if (topic == "analyze") return analyze_help;
  if (topic == "stream") return stream_help;
  return general_help;
}

Options parse(int count, const char* const* words) {
  Options options;
  if (count < 2) {
    options.error = "what shall be done? 'khabar --help' shows how to begin";
    return options;
  }
  const std::string command = words[1];
  if (command == "--help" || command == "-h" || command == "help") {
    if (count > 2) options.topic = words[2];
    return options;
  }
  if (command == "--version" || command == "-V") {
    options.command = Command::version;
    return options;
  }
  if (command == "analyze" || command == "analyse") {
    options.command = Command::analyze;
  } else if (command == "stream") {
    options.command = Command::stream;
  } else {
    options.error = "there is no command '" + command + "': it is analyze or stream ('khabar --help')";
    return options;
  }
  bool only_files = false;
  for (int i = 2; i < count && options.error.empty(); ++i) {
    std::string word = words[i];
    if (only_files || word == "-" || word.empty() || word[0] != '-') {
      options.files.push_back(word);
      continue;
    }
    if (word == "--") {
      only_files = true;
      continue;
    }
    std::string value;
    bool has_value = false;
    if (const std::size_t equals = word.find('='); equals != std::string::npos) {
      value = word.substr(equals + 1);
      word.resize(equals);
      has_value = true;
    }
    auto take = [&] {
      if (has_value) return true;
      if (i + 1 >= count) return options.error = word + " needs a value", false;
      value = words[++i];
      return true;
    };
    if (word == "--help" || word == "-h") {
      options.topic = options.command == Command::analyze ? "analyze" : "stream";
      options.command = Command::help;
      return options;
    } else if (word == "--pretty") {
      options.pretty = true;
    } else if (word == "--explain") {
      options.explain = true;
    } else if (word == "--published") {
      if (take()) options.published = value;
    } else if (word == "--lexicon") {
      if (take()) options.lexicons.push_back(value);
    } else if (word == "--offsets") {
      if (take() && !parse_offsets(value, options.offsets)) options.error = "--offsets is utf16, codepoints or bytes, not '" + value + "'";
    } else if (word == "--format") {
      if (take() && value != "json") options.error = "--format is json, not '" + value + "'";
    } else if (word == "--jobs") {
      if (take()) {
        char* end = nullptr;
        const unsigned long jobs = std::strtoul(value.c_str(), &end, 10);
        if (value.empty() || *end != '\0' || jobs > 1024) options.error = "--jobs is a number from 0 to 1024, not '" + value + "'";
        options.jobs = static_cast<unsigned>(jobs);
      }
    } else {
      options.error = "there is no option ";
      options.error.append(word).append(" ('khabar help ").append(command).append("')");
    }
  }
  if (options.error.empty() && options.command == Command::analyze && options.files.empty())
    options.error = "which file? (- reads standard input)";
  if (options.error.empty() && options.command == Command::stream && !options.files.empty())
    options.error = "stream reads standard input: khabar stream < " + options.files.front();
  return options;
}

}  // namespace khabar::cli
