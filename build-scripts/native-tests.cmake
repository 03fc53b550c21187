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
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE ${core} Catch2::Catch2WithMain)
  treat_as_ours(${target})
  catch_discover_tests(${target} TEST_PREFIX "${prefix}")
endfunction()

file(GLOB test_sources CONFIGURE_DEPENDS tests/native/*_test.cpp)
add_native_tests(core_tests core "" ${test_sources})

# Optimisation must not change a bit: the golden hashes, and the fingerprints of everything, once more at -O0.
add_core_library(core_unoptimised)
target_compile_options(core_unoptimised PUBLIC -O0)
add_native_tests(golden_tests_unoptimised core_unoptimised "-O0/" tests/native/golden_test.cpp)

# Nor may the instructions of this very processor, fused multiply-add among them.
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-march=native takes_march_native)
if(takes_march_native)
  add_core_library(core_march_native)
  target_compile_options(core_march_native PUBLIC -march=native)
endif()

foreach(core IN ITEMS core core_unoptimised core_march_native)
  if(TARGET ${core})
    string(REPLACE core fingerprints program ${core})
    add_executable(${program} tests/native/fingerprints.cpp)
    target_link_libraries(${program} PRIVATE ${core})
    treat_as_ours(${program})
    add_test(NAME "the same bits: ${program}" COMMAND "${CMAKE_COMMAND}"
      -D "ONE=$<TARGET_FILE:fingerprints>" -D "OTHER=$<TARGET_FILE:${program}>"
      -P "${PROJECT_SOURCE_DIR}/tests/native/same_fingerprints.cmake")
  endif()
endforeach()

# The numbers of the claims, which the module's tests compare with their own.
add_executable(claim_values tests/native/claim_values.cpp)
target_link_libraries(claim_values PRIVATE core)
treat_as_ours(claim_values)

find_package(benchmark QUIET)
if(benchmark_FOUND)
  add_executable(bench EXCLUDE_FROM_ALL tests/bench/native.cpp)
  target_link_libraries(bench PRIVATE core benchmark::benchmark)
  treat_as_ours(bench)
endif()
