# What Khabar is built with, and a plain word where it is missing.
#
#   RE2            third_party/re2 (fetched and checked by `npm run deps`), or the system's with KHABAR_SYSTEM_RE2
#   nlohmann_json  the command line and the tests
#   GoogleTest     the tests            benchmark  bench/
find_package(Threads REQUIRED)
find_package(Python3 COMPONENTS Interpreter)
if(NOT Python3_FOUND)
  message(FATAL_ERROR "Python 3 packs the lexicons and was not found.\n"
                      "  Debian/Ubuntu: apt-get install python3    macOS: brew install python3")
endif()

function(khabar_missing what debian brew)
  message(FATAL_ERROR "${what} was not found.\n"
                      "  Debian/Ubuntu: apt-get install ${debian}\n"
                      "  macOS:         brew install ${brew}\n"
                      "  or run: npm run deps")
endfunction()

if(KHABAR_SYSTEM_RE2)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
  add_library(khabar_re2 INTERFACE)
  target_link_libraries(khabar_re2 INTERFACE PkgConfig::RE2)
else()
  set(KHABAR_RE2_DIR ${CMAKE_CURRENT_SOURCE_DIR}/third_party/re2/vendor CACHE PATH "RE2's sources: the folder with re2/re2.h")
  if(NOT EXISTS ${KHABAR_RE2_DIR}/re2/re2.h)
    message(FATAL_ERROR "RE2's sources are not in ${KHABAR_RE2_DIR}.\n"
                        "  Fetch them (one npm tarball, checked by its hash): npm run deps\n"
                        "  or use the system's RE2: -DKHABAR_SYSTEM_RE2=ON")
  endif()
  set(re2 ${KHABAR_RE2_DIR}/re2)
  set(re2_sources
    ${re2}/bitmap256.cc ${re2}/compile.cc ${re2}/dfa.cc ${re2}/filtered_re2.cc ${re2}/mimics_pcre.cc ${re2}/nfa.cc ${re2}/parse.cc
    ${re2}/perl_groups.cc ${re2}/prefilter.cc ${re2}/prefilter_tree.cc ${re2}/prog.cc ${re2}/re2.cc ${re2}/regexp.cc ${re2}/set.cc
    ${re2}/simplify.cc ${re2}/stringpiece.cc ${re2}/tostring.cc ${KHABAR_RE2_DIR}/util/rune.cc ${KHABAR_RE2_DIR}/util/strutil.cc)
  if(EMSCRIPTEN)
    # Ten kilobytes of the module: tables of Unicode packed, two engines that add nothing but speed left out.
    set(packed ${CMAKE_CURRENT_SOURCE_DIR}/cmake/re2/packed)
    set(unicode ${CMAKE_CURRENT_BINARY_DIR}/re2_unicode.cc)
    set(pack ${CMAKE_CURRENT_SOURCE_DIR}/cmake/re2/pack_unicode.py)
    add_custom_command(OUTPUT ${unicode} COMMAND Python3::Interpreter ${pack} ${re2} ${unicode}
      DEPENDS ${pack} ${re2}/unicode_groups.cc ${re2}/unicode_casefold.cc COMMENT "Packing RE2's tables of Unicode" VERBATIM)
    list(APPEND re2_sources ${packed}/engines.cc ${unicode})
  else()
    list(APPEND re2_sources ${re2}/bitstate.cc ${re2}/onepass.cc ${re2}/unicode_casefold.cc ${re2}/unicode_groups.cc)
  endif()
  add_library(khabar_re2 STATIC ${re2_sources})
  if(EMSCRIPTEN)
    target_include_directories(khabar_re2 BEFORE PRIVATE ${packed})
  endif()
  target_include_directories(khabar_re2 BEFORE PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/cmake/re2)  # util/logging.h that prints nothing
  target_include_directories(khabar_re2 SYSTEM PUBLIC $<BUILD_INTERFACE:${KHABAR_RE2_DIR}>)
  target_compile_options(khabar_re2 PRIVATE -w -ffunction-sections -fdata-sections)
  if(EMSCRIPTEN)
    # RE2 logs name its files. From any folder, and through ccache, which makes paths relative, the same module.
    file(RELATIVE_PATH up ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    target_compile_options(khabar_re2 PRIVATE -fmacro-prefix-map=${CMAKE_CURRENT_SOURCE_DIR}/= -fmacro-prefix-map=${up}=)
  endif()
  target_link_libraries(khabar_re2 PUBLIC Threads::Threads)
  set_target_properties(khabar_re2 PROPERTIES POSITION_INDEPENDENT_CODE ON EXPORT_NAME re2)
endif()

if(NOT EMSCRIPTEN AND (KHABAR_CLI OR KHABAR_TESTS OR KHABAR_TRAIN))
  find_package(nlohmann_json 3.10 QUIET)
  if(NOT nlohmann_json_FOUND)
    khabar_missing("nlohmann_json" nlohmann-json3-dev nlohmann-json)
  endif()
endif()
if(NOT EMSCRIPTEN AND KHABAR_TESTS)
  find_package(GTest QUIET)
  if(NOT GTest_FOUND)
    khabar_missing("GoogleTest" libgtest-dev googletest)
  endif()
endif()
if(NOT EMSCRIPTEN AND KHABAR_BENCH)
  find_package(benchmark QUIET)
  if(NOT benchmark_FOUND)
    khabar_missing("Google Benchmark" libbenchmark-dev google-benchmark)
  endif()
endif()
