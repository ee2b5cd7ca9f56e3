// The command line as values: what was asked for, or what is wrong with it.
#pragma once

#include <khabar/khabar.h>

#include <string>
#include <vector>

namespace khabar::cli {

enum class Command { analyze, stream, help, version };

struct Options {
  Command command = Command::help;
  std::string topic;  // of help: "", "analyze", "stream"
  std::vector<std::string> files;
  std::vector<std::string> lexicons;
  std::string published;
  Offsets offsets = Offsets::utf16;
  bool pretty = false;
  bool explain = false;
  unsigned jobs = 1;
  std::string error;  // usage error: one sentence
};

Options parse(int count, const char* const* words);
std::string help(const std::string& topic);

}  // namespace khabar::cli
