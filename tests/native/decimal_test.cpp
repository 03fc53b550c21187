#include "core/decimal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>

#include "core/random.hpp"

using actlab::decimal;

TEST_CASE("decimal: a number as a reader writes it", "[decimal]") {
  CHECK(decimal(0, 10) == "0");
  CHECK(decimal(-0.0, 10) == "0");
  CHECK(decimal(0.1, 10) == "0.1");
  CHECK(decimal(100, 10) == "100");
  CHECK(decimal(-1000, 10) == "-1000");
  CHECK(decimal(4294967295, 10) == "4294967295");
  CHECK(decimal(0.999999, 4) == "1");
  CHECK(decimal(0.26469, 4) == "0.2647");
  CHECK(decimal(1.0 / 3, 10) == "0.3333333333");
  CHECK(decimal(1e-7, 4) == "1e-07");
  CHECK(decimal(1e300, 10) == "1e+300");
  CHECK(decimal(5e-324, 3) == "4.94e-324");
  CHECK(decimal(NAN, 10) == "NaN");
  CHECK(decimal(-INFINITY, 10) == "-inf");
}

TEST_CASE("decimal: it reads back as the number, to the digits asked for", "[decimal]") {
  actlab::Random random(8);
  for (int i = 0; i < 20'000; ++i) {
    const double x = (random.uniform() - 0.5) * std::pow(10, std::floor(600 * random.uniform()) - 300);
    for (const int digits : {4, 10}) {
      const std::string text = decimal(x, digits);
      INFO(text);
      CHECK(std::fabs(std::stod(text) / x - 1) <= 0.50001 * std::pow(10, 1 - digits));
    }
  }
}
