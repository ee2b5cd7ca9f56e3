// A small JSON writer: enough for reports, a kilobyte of module instead of a library's eleven.
//
//   Writer w(out, pretty);  w.object(); w.key("a"); w.number(1); w.end();      ->  {"a":1}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::report {

class Writer {
 public:
  Writer(std::string& out, bool pretty) : out_(out), pretty_(pretty) {}

  void object() { open('{'); }
  void array(bool inline_items = false) { open('[', inline_items); }
  void end();
  void key(std::string_view name);
  void string(std::string_view utf8);  // invalid bytes come out as U+FFFD
  void number(double value);           // integers without a point; NaN and infinities as null
  void integer(std::uint64_t value);
  void boolean(bool value);

  void member(std::string_view name, std::string_view value) { key(name), string(value); }

 private:
  struct Level {
    char close;
    bool empty;
    bool inline_items;
  };
  void open(char bracket, bool inline_items = false);
  void separate();
  void new_line();

  std::string& out_;
  bool pretty_;
  bool after_key_ = false;
  std::vector<Level> levels_;
};

}  // namespace khabar::report
