#include "core/random.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace actlab;
using Catch::Matchers::WithinAbs;

TEST_CASE("random: the generator gives the published sequence of PCG32", "[random]") {
  Random random(42, 54);  // the seed and stream of the reference implementation's demo
  for (const std::uint32_t expected : {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu}) {
    CHECK(random.bits() == expected);
  }
}

TEST_CASE("random: normal deviates have the moments of N(0, 1)", "[random]") {
  Random random(1);
  const int n = 1'000'000;
  double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    m1 += z / n;
    m2 += z * z / n;
    m3 += z * z * z / n;
    m4 += z * z * z * z / n;
  }
  // Five standard errors: Var(z^k) = (2k-1)!! - (E z^k)².
  CHECK_THAT(m1, WithinAbs(0, 5 * 1e-3));
  CHECK_THAT(m2, WithinAbs(1, 5 * 1e-3 * 1.4143));
  CHECK_THAT(m3, WithinAbs(0, 5 * 1e-3 * 3.873));
  CHECK_THAT(m4, WithinAbs(3, 5 * 1e-3 * 9.798));
}

TEST_CASE("random: streams of one seed differ, one stream repeats", "[random]") {
  Random a(7, 1), again(7, 1), b(7, 2);
  int equal = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto bits = a.bits();
    CHECK(bits == again.bits());
    equal += bits == b.bits();
  }
  CHECK(equal < 3);
}
