#include "core/network/matrix.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace actlab;

namespace {

ScaledMatrix scaled(Floats values, int exponent) {
  ScaledMatrix m{Matrix(1, values.size()), exponent};
  m.matrix.values = std::move(values);
  return m;
}

}  // namespace

TEST_CASE("matrix: rescaling keeps the numbers and brings the largest between 1/2 and 1", "[network]") {
  for (const int power : {-140, -30, 0, 1, 60, 127}) {
    ScaledMatrix m = scaled({std::ldexp(1.5F, power), -std::ldexp(0.25F, power), 0}, 7);
    m.rescale();
    CHECK(m.matrix.values[0] == 0.75F);
    CHECK(m.matrix.values[1] == -0.125F);
    CHECK(m.matrix.values[2] == 0);
    CHECK(m.exponent == 7 + power + 1);
  }
}

TEST_CASE("matrix: a sum takes the larger exponent, whichever side it is on", "[network]") {
  const ScaledMatrix large = scaled({0.5F, -0.75F}, 10), small = scaled({0.5F, 0.75F}, 8);
  for (const ScaledMatrix& m : {sum(large, small), sum(small, large)}) {
    CHECK(m.exponent == 10);
    CHECK(m.matrix.values[0] == 0.625F);
    CHECK(m.matrix.values[1] == -0.5625F);
  }
  // What is too small to be seen adds nothing.
  CHECK(sum(large, scaled({0.5F, 0.75F}, -2000)).matrix.values == large.matrix.values);
}
