#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "core/activations/rrelu.hpp"
#include "core/random.hpp"

using namespace actlab;

TEST_CASE("rrelu: in training the slope runs from lower to upper") {
  const Rrelu<double> rrelu{1.0 / 8, 1.0 / 3};
  CHECK(rrelu.training(0).alpha == 1.0 / 8);
  CHECK(rrelu.training(1).alpha == 1.0 / 3);
  CHECK(rrelu.training(0.5).alpha == rrelu.evaluation().alpha);
  for (double u : {0.0, 0.3, 1.0}) {
    CHECK(rrelu.training(u).f(2) == 2);
    CHECK(rrelu.training(u).df(2) == 1);
    CHECK(rrelu.training(u).f(-2) == -2 * rrelu.training(u).alpha);
    CHECK(rrelu.training(u).df(-2) == rrelu.training(u).alpha);
  }
}

TEST_CASE("rrelu: the moments of the training slope") {
  const Rrelu<double> rrelu{1.0 / 8, 1.0 / 3};
  Random random(1);
  constexpr int draws = 100000;
  double mean = 0, square = 0;
  for (int i = 0; i < draws; ++i) {
    const double a = rrelu.training(random.uniform()).alpha;
    mean += a / draws;
    square += a * a / draws;
  }
  CHECK(std::fabs(mean - 11.0 / 48) < 1e-3);
  CHECK(std::fabs(square - 0.05613425926) < 1e-3);  // (l² + lu + u²)/3
}
