#pragma once

#include <cstddef>
#include <string>

/// Golden scenes: fixed requests whose results have a known hash. The native tests, the tests of
/// the module and the page's own self-test run the same list.
namespace actlab {

struct GoldenResult {
  std::string name;
  std::string expected;  ///< hash of the result, 16 hexadecimal digits
  std::string actual;
};

std::size_t golden_count();
/// Precondition: index < golden_count().
GoldenResult run_golden(std::size_t index);

}  // namespace actlab
