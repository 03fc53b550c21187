#include "core/golden.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace actlab;

TEST_CASE("golden: every scene has its known hash", "[golden]") {
  REQUIRE(golden_count() > 0);
  for (std::size_t i = 0; i < golden_count(); ++i) {
    const GoldenResult result = run_golden(i);
    INFO(result.name);
    CHECK(result.actual == result.expected);
  }
}
