#include "core/labs/gradient_flow.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <cstdio>

using namespace actlab;
using Catch::Matchers::WithinAbs;

namespace {

GradientFlow run(const char* id, const char* initialisation, double gain, int depth = 50, int width = 128,
                 std::uint32_t seed = 1, int batch = 1) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  const auto flow = gradient_flow({.function = {row, row->defaults()},
                                   .initialisation = initialisation,
                                   .depth = depth,
                                   .width = width,
                                   .gain = gain,
                                   .batch = batch,
                                   .seed = seed});
  REQUIRE(flow.ok());
  return flow.value();
}

}  // namespace

TEST_CASE("gradient flow: sigmoid with Xavier falls by many decades from the last layer to the first",
          "[labs]") {
  const GradientFlow flow = run("sigmoid", "xavier_normal", 1);
  std::printf("sigmoid, Xavier, depth 50, width 128, seed 1: log10 of the norm of delta\n");
  for (const std::size_t l : {0u, 24u, 49u}) {
    std::printf("  layer %2zu  %.17g\n", l + 1, flow.log10_delta[l]);
  }
  CHECK(flow.log10_delta.back() - flow.log10_delta.front() > 28);
  CHECK_THAT(flow.slope_delta, WithinAbs(-0.628, 0.01));  // mean-field slope; the margin is for width 128
  CHECK_THAT(flow.slope_weight_gradient, WithinAbs(-0.628, 0.02));
}

TEST_CASE("gradient flow: far below float32 nothing is lost", "[labs]") {
  const GradientFlow flow = run("sigmoid", "xavier_normal", 1, 100);
  CHECK(flow.log10_delta.front() < -55);  // float32 ends at 1.4e-45
  for (std::size_t l = 1; l < 100; ++l) {
    CHECK_THAT(flow.log10_delta[l - 1] - flow.log10_delta[l], WithinAbs(-0.628, 0.15));
  }
}

TEST_CASE("gradient flow: ReLU stays level with He, explodes with twice its deviation", "[labs]") {
  CHECK_THAT(run("relu", "he_normal", 1).slope_delta, WithinAbs(0, 0.03));
  const double exploding = run("relu", "he_normal", 2).slope_delta;
  CHECK_THAT(exploding, WithinAbs(std::log10(2.0), 0.03));
}

TEST_CASE("gradient flow: ReLU with Xavier loses δ but keeps ∂L/∂W level", "[labs]") {
  const GradientFlow flow = run("relu", "xavier_normal", 1, 30, 256);
  CHECK_THAT(flow.slope_delta, WithinAbs(-0.5 * std::log10(2.0), 0.03));
  CHECK_THAT(flow.slope_weight_gradient, WithinAbs(0, 0.03));
  CHECK_THAT(flow.zero_share[0], WithinAbs(0.5, 0.1));
}

TEST_CASE("gradient flow: for one example ‖∂L/∂W‖ = ‖δ‖ · ‖h of the layer before‖", "[labs]") {
  const GradientFlow flow = run("gelu", "he_normal", 1, 10, 64);
  for (std::size_t l = 1; l < 10; ++l) {
    CHECK_THAT(flow.log10_weight_gradient[l],
               WithinAbs(flow.log10_delta[l] + flow.log10_activation[l - 1], 1e-6));
  }
}

TEST_CASE("gradient flow: the seed decides, and the batch is a mean over examples", "[labs]") {
  CHECK(run("tanh", "lecun_normal", 1, 5, 16, 3).log10_delta ==
        run("tanh", "lecun_normal", 1, 5, 16, 3).log10_delta);
  CHECK(run("tanh", "lecun_normal", 1, 5, 16, 3).log10_delta !=
        run("tanh", "lecun_normal", 1, 5, 16, 4).log10_delta);
  // B independent gradients of size 1/B: the norm falls like 1/√B.
  const double one = run("tanh", "lecun_normal", 1, 3, 256, 3, 1).log10_delta[2];
  const double many = run("tanh", "lecun_normal", 1, 3, 256, 3, 64).log10_delta[2];
  CHECK_THAT(one - many, WithinAbs(0.5 * std::log10(64.0), 0.05));
}

TEST_CASE("gradient flow: the smallest networks work", "[labs]") {
  const GradientFlow flow = run("sigmoid", "xavier_normal", 1, 1, 1);
  CHECK(flow.log10_delta.size() == 1);
  CHECK(flow.slope_delta == 0);
  CHECK(std::isfinite(flow.log10_delta[0]));
}

TEST_CASE("gradient flow: closed forms of linear and homogeneous networks", "[labs]") {
  // Orthogonal weights turn a vector without stretching it: every norm stays what it was.
  const GradientFlow turned = run("identity", "orthogonal", 1, 30, 24);
  for (std::size_t l = 0; l < 30; ++l) {
    CHECK_THAT(turned.log10_delta[l], WithinAbs(turned.log10_delta[29], 1e-5));
    CHECK_THAT(turned.log10_activation[l], WithinAbs(turned.log10_activation[0], 1e-5));
  }
  // Doubled, they double it in each layer.
  const GradientFlow doubled = run("identity", "orthogonal", 2, 30, 24);
  CHECK_THAT(doubled.slope_delta, WithinAbs(std::log10(2.0), 1e-6));
  // ReLU is homogeneous: doubling all weights doubles δ once per layer passed, and ∂L/∂W alike.
  const GradientFlow he = run("relu", "he_normal", 1, 12, 40);
  const GradientFlow twice = run("relu", "he_normal", 2, 12, 40);
  for (std::size_t l = 0; l < 12; ++l) {
    const double layers_above = 11 - static_cast<double>(l);
    CHECK_THAT(twice.log10_delta[l], WithinAbs(he.log10_delta[l] + layers_above * std::log10(2.0), 1e-6));
    CHECK_THAT(twice.log10_weight_gradient[l],
               WithinAbs(he.log10_weight_gradient[l] + 11 * std::log10(2.0), 1e-6));
  }
}
