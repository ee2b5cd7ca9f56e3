// One part being resolved: resolve.cpp has what is stated outright, relative.cpp what leans on the publication or the date told.
#pragma once

#include "mentions/times/resolve.h"

namespace khabar::times {

class Resolver {
 public:
  Resolver(const Part& part, const Context& context) : p_(part), c_(context) {}
  Resolved run();

 private:
  // The day that relative expressions count from.
  Reference base() const {
    if (c_.undated) return {};
    return c_.narrative || !c_.published ? (c_.told ? c_.told : c_.published) : c_.published;
  }
  Reference told() const { return c_.told ? c_.told : c_.published; }
  void give(const Day& day, Grain grain);
  void set();
  void time();
  void date();
  bool year_given() const { return p_.year != unset || p_.short_year != unset; }
  std::int32_t year() const;
  std::int32_t year_shift() const;
  bool decade();
  void direction();
  void offset();
  void feast();
  void numeric();
  void nth_unit();
  void quarter();
  void which_unit();
  std::int32_t choose_year(std::int32_t month, std::int32_t day) const;
  void month();
  void season();
  void weekday();

  const Part& p_;
  const Context& c_;
  Resolved out_;
};

}  // namespace khabar::times
