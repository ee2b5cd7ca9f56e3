// The program khabar: files and streams around the library. `khabar --help` teaches it.
#include <khabar/khabar.h>

#include "options.h"
#include "stream.h"
#include "threads.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

using namespace khabar;

// What one step of an analysis frees serves the next: each page that the system hands out anew it fills with noughts first.
void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

// In: a path, or - for standard input. Out: its bytes; false with a reason in `error` where it cannot be read.
bool read_file(const std::string& path, std::string& bytes, std::string& error) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  bytes.clear();
  if (file != nullptr) {
    char buffer[1 << 16];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, n);
    const bool whole = std::ferror(file) == 0;
    const int reason = errno;
    if (file != stdin) std::fclose(file);
    if (whole) return true;
    errno = reason;
  }
  error = path + ": " + (errno != 0 ? std::strerror(errno) : "cannot be read");
  return false;
}

// A share of the work on standard error, where that is a terminal and the text is long enough for anyone to wait.
std::function<bool(double)> progress_for(const std::string& path, std::size_t bytes) {
  if (bytes < (std::size_t{2} << 20) || isatty(STDERR_FILENO) == 0) return nullptr;
  return [path](double share) {
    std::cerr << '\r' << path << ": " << static_cast<int>(share * 100) << " %" << (share >= 1 ? "\n" : "") << std::flush;
    return true;
  };
}

int analyze(const Analyzer& analyzer, const cli::Options& options) {
  int status = 0;
  for (const std::string& path : options.files) {
    std::string text, error;
    errno = 0;
    if (!read_file(path, text, error)) {
      std::cerr << "khabar: " << error << '\n';
      status = 1;
      continue;
    }
    const AnalyzeResult result = analyzer.analyze(text, {.id = path == "-" ? "" : path,
                                                         .published = options.published,
                                                         .progress = progress_for(path, text.size()),
                                                         .near_misses = options.explain,
                                                         .workers = {cli::threads(options), cli::in_threads}});
    if (!result.ok()) {
      std::cerr << "khabar: " << path << ": " << result.error << '\n';
      status = 1;
      continue;
    }
    if (options.explain) {
      if (options.files.size() > 1) std::cout << "== " << path << '\n';
      std::cout << explain(result.report, text);
    } else {
      std::cout << write_json(result.report, text, {.offsets = options.offsets, .pretty = options.pretty});
      if (!options.pretty) std::cout << '\n';
    }
  }
  return status;
}

}  // namespace

int main(int count, char** words) {
  keep_freed_memory();
  std::ios::sync_with_stdio(false);
  const cli::Options options = cli::parse(count, words);
  if (!options.error.empty()) {
    std::cerr << "khabar: " << options.error << '\n';
    return 2;
  }
  if (options.command == cli::Command::help) {
    std::cout << cli::help(options.topic);
    return 0;
  }
  if (options.command == cli::Command::version) {
    std::cout << "khabar " << version() << '\n';
    return 0;
  }
  std::vector<Lexicon> lexicons;
  for (const std::string& path : options.lexicons) {
    Lexicon lexicon;
    std::string error;
    errno = 0;
    if (!read_file(path, lexicon.tsv, error)) {
      std::cerr << "khabar: " << error << '\n';
      return 1;
    }
    lexicon.file = path;
    lexicons.push_back(std::move(lexicon));
  }
  const Analyzer analyzer(lexicons);
  for (const std::string& problem : analyzer.problems()) std::cerr << "khabar: " << problem << '\n';
  if (!analyzer.problems().empty()) return 1;
  if (options.command == cli::Command::stream) {
    cli::stream(analyzer, options, std::cin, std::cout);
    return std::cout.good() ? 0 : 1;
  }
  return analyze(analyzer, options);
}
