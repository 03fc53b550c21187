#include "core/network/optimiser.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace actlab;

namespace {

/// Where a parameter that starts at 0 is after each of three steps with the gradients 1, 2, −1.
std::array<double, 3> path(OptimiserKind kind, double rate, double momentum) {
  Optimiser optimiser(kind, rate, momentum, 1);
  float theta = 0;
  std::array<double, 3> places{};
  const float gradients[] = {1, 2, -1};
  for (std::size_t i = 0; i < 3; ++i) {
    optimiser.step({&theta, 1}, {&gradients[i], 1});
    places[i] = static_cast<double>(theta);
  }
  return places;
}

void check_path(const std::array<double, 3>& actual, const std::array<double, 3>& expected) {
  for (std::size_t i = 0; i < 3; ++i) {
    INFO("step " << i + 1 << ": " << actual[i] << ", not " << expected[i]);
    CHECK(std::fabs(actual[i] - expected[i]) < 1e-7);
  }
}

}  // namespace

TEST_CASE("optimiser: three steps of gradient descent by hand", "[network]") {
  check_path(path(OptimiserKind::sgd, 0.1, 0.5), {-0.1, -0.3, -0.2});
}

TEST_CASE("optimiser: three steps with momentum by hand", "[network]") {
  // v = 1, then 0.5·1 + 2 = 2.5, then 0.5·2.5 − 1 = 0.25
  check_path(path(OptimiserKind::momentum, 0.1, 0.5), {-0.1, -0.35, -0.375});
}

TEST_CASE("optimiser: three steps of Adam by hand", "[network]") {
  // m = 0.1, 0.29, 0.161; v = 0.001, 0.004999, 0.005994001
  // m̂ = 1, 0.29/0.19, 0.161/0.271; v̂ = 1, 0.004999/0.001999, 0.005994001/0.002997001
  check_path(path(OptimiserKind::adam, 0.1, 0.5), {-0.1, -0.19651820, -0.23852713});
}

TEST_CASE("optimiser: three clipped steps by hand", "[network]") {
  const float gradients[3][2] = {{3, 4}, {0.3F, 0.4F}, {-6, 8}};
  const double expected[3][2] = {{-0.6, -0.8}, {-0.9, -1.2}, {-0.3, -2.0}};
  Optimiser optimiser(OptimiserKind::sgd, 1, 0, 2);
  std::array<float, 2> theta{};
  for (std::size_t i = 0; i < 3; ++i) {
    std::array<float, 2> g{gradients[i][0], gradients[i][1]};
    clip_norm(g, 1);
    CHECK(norm(g) < 1.000001);
    optimiser.step(theta, g);
    for (std::size_t k = 0; k < 2; ++k)
      CHECK(std::fabs(static_cast<double>(theta[k]) - expected[i][k]) < 1e-6);
  }
}

TEST_CASE("optimiser: what cannot be clipped is left as it is", "[network]") {
  for (const float odd : {NAN, 0.0F}) {
    std::array<float, 2> g{odd, 0.5F};
    clip_norm(g, 1);
    CHECK(g[1] == 0.5F);
  }
}

TEST_CASE("optimiser: decay adds λθ", "[network]") {
  std::array<float, 2> g{1, -1};
  const std::array<float, 2> theta{2, 8};
  decay(theta, 0.25, g);
  CHECK(g == std::array<float, 2>{1.5F, 1});
}
