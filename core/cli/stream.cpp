#include "stream.h"
#include "threads.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <istream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace khabar::cli {

namespace {

using nlohmann::json;

// The longest line that is read: the largest text, each byte of it written as \u00XX, with room for the rest.
constexpr std::size_t max_line_bytes = 6 * max_text_bytes + (std::size_t{1} << 20);

struct Line {
  std::string text;
  bool too_long = false;  // the rest of it was skipped
};

// The next line that is not blank, without its end; false at the end of the input.
bool read_line(std::istream& in, Line& line) {
  for (;;) {
    line = {};
    std::streambuf& buffer = *in.rdbuf();
    int c = buffer.sbumpc();
    if (c == std::char_traits<char>::eof()) return false;
    for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
      if (line.text.size() < max_line_bytes)
        line.text.push_back(static_cast<char>(c));
      else
        line.too_long = true;
    }
    while (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    if (line.text.find_first_not_of(" \t\r") != std::string::npos) return true;
  }
}

std::string error_line(const json& id, const std::string& message) {
  json line;
  if (!id.is_null()) line["id"] = id;
  line["error"] = message;
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string answer(const Analyzer& analyzer, const Options& options, const Line& line) {
  if (line.too_long) return error_line(nullptr, "this line has more than " + std::to_string(max_line_bytes) + " bytes");
  const json article = json::parse(line.text, nullptr, false);
  if (article.is_discarded()) return error_line(nullptr, "this line is not JSON");
  if (!article.is_object()) return error_line(nullptr, "this line is not a JSON object");
  const json id = article.value("id", json());
  if (!article.contains("text") || !article["text"].is_string()) return error_line(id, "there is no \"text\"");
  AnalyzeOptions analyze;
  if (id.is_string())
    analyze.id = id.get<std::string>();
  else if (!id.is_null())
    analyze.id = id.dump();
  analyze.published = options.published;
  if (article.contains("published") && !article["published"].is_null()) {
    if (!article["published"].is_string()) return error_line(id, "\"published\" is not a string");
    analyze.published = article["published"].get<std::string>();
  }
  const auto& text = article["text"].get_ref<const std::string&>();
  const AnalyzeResult result = analyzer.analyze(text, analyze);
  if (!result.ok()) return error_line(id, result.error);
  return write_json(result.report, text, {.offsets = options.offsets});
}

// Articles on their way: read by one thread, answered by several, written in order by whichever of them finds the first one done.
class Belt {
 public:
  Belt(const Analyzer& analyzer, const Options& options, std::ostream& out, std::size_t most)
      : analyzer_(analyzer), options_(options), out_(out), most_(most) {}

  /// Waits until there is room: no more than `most` articles, nor than 64 MB of them beside the first, are held at once.
  void put(Line line) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return items_.empty() || (items_.size() < most_ && bytes_ < (std::size_t{64} << 20)); });
    bytes_ += line.text.size();
    items_.push_back({std::move(line), {}, false});
    work_.notify_one();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    work_.notify_all();
  }

  /// Answers one article after the other until the belt is closed and none is left.
  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [&] { return next_ < items_.size() || closed_; });
      if (next_ == items_.size()) return;
      Item& item = items_[next_++];  // a deque: stays where it is while others come and go
      lock.unlock();
      std::string text = answer(analyzer_, options_, item.line);
      lock.lock();
      item.answer = std::move(text);
      item.done = true;
      write_first();
    }
  }

 private:
  struct Item {
    Line line;
    std::string answer;
    bool done = false;
  };

  void write_first() {
    bool wrote = false;
    for (; !items_.empty() && items_.front().done; items_.pop_front(), --next_) {
      out_ << items_.front().answer << '\n';
      bytes_ -= items_.front().line.text.size();
      wrote = true;
    }
    if (!wrote) return;
    out_.flush();
    room_.notify_one();
  }

  const Analyzer& analyzer_;
  const Options& options_;
  std::ostream& out_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_, work_;
  std::deque<Item> items_;
  std::size_t next_ = 0;   // of the first that nobody has taken
  std::size_t bytes_ = 0;  // of the lines held
  bool closed_ = false;
};

}  // namespace

void stream(const Analyzer& analyzer, const Options& options, std::istream& in, std::ostream& out) {
  const unsigned jobs = threads(options);
  Line line;
  if (jobs == 1) {
    while (read_line(in, line)) (out << answer(analyzer, options, line) << '\n').flush();
    return;
  }
  Belt belt(analyzer, options, out, 16 * std::size_t{jobs});
  std::vector<std::thread> serving;
  for (unsigned j = 0; j < jobs; ++j) serving.emplace_back([&] { belt.serve(); });
  while (read_line(in, line)) belt.put(std::move(line));
  belt.close();
  for (std::thread& thread : serving) thread.join();
}

}  // namespace khabar::cli
