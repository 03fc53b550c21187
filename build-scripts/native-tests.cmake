# The core as plain native code, and its tests (Catch2 v3: installed, else in .deps/, else fetched).
add_core_library(core)

enable_testing()
include(FetchContent)
FetchContent_Declare(Catch2
  GIT_REPOSITORY https://github.com/catchorg/Catch2.git
  GIT_TAG v3.7.1 GIT_SHALLOW TRUE
  SYSTEM FIND_PACKAGE_ARGS 3)
FetchContent_MakeAvailable(Catch2)
if(catch2_SOURCE_DIR)
  list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras")
endif()
include(Catch)

function(add_native_tests target core prefix)
  if(NOT ARGN)
    return()
  endif()
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE ${core} Catch2::Catch2WithMain)
  treat_as_ours(${target})
  catch_discover_tests(${target} TEST_PREFIX "${prefix}")
endfunction()

file(GLOB test_sources CONFIGURE_DEPENDS tests/native/*.cpp)
file(GLOB golden_sources CONFIGURE_DEPENDS tests/native/golden*.cpp)
list(REMOVE_ITEM test_sources ${golden_sources} "${PROJECT_SOURCE_DIR}/tests/native/fingerprints.cpp")
add_native_tests(core_tests core "" ${test_sources})
add_native_tests(golden_tests core "" ${golden_sources})

# Optimisation must not change a bit: the golden hashes once more with everything compiled at -O0.
add_core_library(core_unoptimised)
target_compile_options(core_unoptimised PUBLIC -O0)
add_native_tests(golden_tests_unoptimised core_unoptimised "-O0/" ${golden_sources})

# Every function and lab in one program that prints hashes, built in several ways whose output must be the same.
add_executable(fingerprints tests/native/fingerprints.cpp)
target_link_libraries(fingerprints PRIVATE core)
treat_as_ours(fingerprints)

function(compare_fingerprints name program)
  add_test(NAME "fingerprints: ${name} gives the same bits"
    COMMAND "${CMAKE_COMMAND}" -D "ONE=$<TARGET_FILE:fingerprints>" -D "OTHER=${program}"
            -P "${PROJECT_SOURCE_DIR}/tests/native/same_fingerprints.cmake")
endfunction()

function(add_fingerprints name core)
  add_executable(fingerprints_${name} tests/native/fingerprints.cpp)
  target_link_libraries(fingerprints_${name} PRIVATE ${core})
  compare_fingerprints(${name} "$<TARGET_FILE:fingerprints_${name}>")
endfunction()

add_fingerprints(unoptimised core_unoptimised)

include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-march=native takes_march_native)
if(takes_march_native)
  add_core_library(core_march_native)
  target_compile_options(core_march_native PUBLIC -march=native)
  add_fingerprints(march_native core_march_native)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(other_compiler clang++)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(other_compiler g++)
endif()
find_program(OTHER_COMPILER NAMES ${other_compiler})
if(OTHER_COMPILER)
  set(program "${PROJECT_BINARY_DIR}/fingerprints_other_compiler")
  set(source "${PROJECT_SOURCE_DIR}/tests/native/fingerprints.cpp")
  add_custom_command(OUTPUT "${program}" DEPENDS core "${source}" COMMAND_EXPAND_LISTS VERBATIM
    COMMAND "${OTHER_COMPILER}" -std=c++20 -O3 "$<TARGET_PROPERTY:build_settings,INTERFACE_COMPILE_OPTIONS>"
            -I "${PROJECT_SOURCE_DIR}/cpp" ${core_sources} "${source}" -o "${program}")
  add_custom_target(fingerprints_other_compiler ALL DEPENDS "${program}")
  compare_fingerprints(${other_compiler} "${program}")
endif()

file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/*.cpp)
if(bench_sources)
  add_executable(bench EXCLUDE_FROM_ALL ${bench_sources})
  target_link_libraries(bench PRIVATE core)
  treat_as_ours(bench)
endif()
