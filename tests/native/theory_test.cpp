#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "core/theory/critical_line.hpp"
#include "core/theory/fixed_point.hpp"
#include "core/theory/gaussian.hpp"

using namespace actlab;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using Kind = Fate::Kind;

namespace {

struct Asymptotic {
  const char* id;
  double parameter, sigma_w2;
  Kind kind;
  double q, chi;
};
struct Unstable {
  const char* id;
  double sigma_w2, q, chi;
};
using Stable = Unstable;
struct Depths {
  const char* id;
  double parameter;
  double log10_ratio[9];
};
struct Critical {
  const char* id;
  double sigma_b2, sigma_w2, q, slope;
};
struct DepthScales {
  double sigma_w2, q, chi, xi_q, xi_gradient;
};
struct UnitMoments {
  const char* id;
  double parameter, f, f2, df2;
};

#include "../reference/mean_field.inc"

Function function(const char* id, double parameter = NAN) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  Function f{row, row->defaults()};
  if (!std::isnan(parameter)) f.parameters[0] = parameter;
  return f;
}

/// As many digits as the table has.
void check_as_printed(double actual, double printed) {
  CHECK_THAT(actual, WithinRel(printed, 2e-9) || WithinAbs(printed, 1e-12));
}

}  // namespace

TEST_CASE("theory: Gaussian moments at q = 1", "[theory]") {
  for (const auto& row : unit_moments) {
    INFO(row.id);
    const Moments m = gaussian_moments(function(row.id, row.parameter), 1);
    CHECK_THAT(m.f, WithinAbs(row.f, 1e-13));
    CHECK_THAT(m.f2, WithinRel(row.f2, 1e-13));
    CHECK_THAT(m.df2, WithinRel(row.df2, 1e-13));
  }
}

TEST_CASE("theory: closed forms of Gaussian moments, for small and large q", "[theory]") {
  const double pi = 3.14159265358979323846;
  for (const double q : {1e-8, 1e-3, 0.3, 1.0, 7.0, 50.0, 1e4}) {
    INFO("q = " << q);
    const Moments leaky = gaussian_moments(function("leaky_relu", 0.2), q);
    CHECK_THAT(leaky.f2, WithinRel(q / 2 * 1.04, 1e-12));
    CHECK_THAT(leaky.df2, WithinRel(0.52, 1e-12));
    CHECK_THAT(leaky.f2_slope * q, WithinRel(leaky.f2, 1e-12));

    const Moments gelu = gaussian_moments(function("gelu"), q);
    const double a = std::asin(q / (1 + q)), root = std::sqrt(1 + 2 * q);
    // The mean of numbers of size √q that all but cancel for small q: their rounding remains.
    const double mean = q / std::sqrt(2 * pi * (1 + q));
    CHECK_THAT(gelu.f, WithinRel(mean, 1e-12) || WithinAbs(mean, 2e-16 * std::sqrt(q)));
    CHECK_THAT(gelu.f2, WithinRel(q / 4 + q / (2 * pi) * (a + 2 * q / ((1 + q) * root)), 1e-12));
    CHECK_THAT(gelu.df2,
               WithinRel(0.25 + a / (2 * pi) + q / (pi * (1 + q) * root) + q / (2 * pi * (1 + 2 * q) * root),
                         1e-12));

    const Moments hardtanh = gaussian_moments(function("hardtanh"), q);
    const double inside = std::erf(1 / std::sqrt(2 * q));
    const double density = std::exp(-0.5 / q) / std::sqrt(2 * pi);
    CHECK_THAT(hardtanh.df2, WithinRel(inside, 1e-12));
    CHECK_THAT(hardtanh.f2,
               WithinRel(q * inside - 2 * std::sqrt(q) * density + std::erfc(1 / std::sqrt(2 * q)), 1e-11));

    const Moments shrink = gaussian_moments(function("softshrink", 0.37), q);  // kinks at no round place
    CHECK_THAT(shrink.df2, WithinAbs(std::erfc(0.37 / std::sqrt(2 * q)), 1e-12));

    const Moments squared = gaussian_moments(function("squared_relu"), q);
    CHECK_THAT(squared.f2, WithinRel(1.5 * q * q, 1e-12));
    CHECK_THAT(squared.df2, WithinRel(2 * q, 1e-12));
  }
}

TEST_CASE("theory: the ends of the quadrature's range, and a recursion beyond them, for every function",
          "[theory]") {
  for (const Activation& row : registry()) {
    INFO(row.info.id);
    const Function f{&row, row.defaults()};
    for (const double q : {0.0, smallest_quadrature_q, largest_quadrature_q, infinity}) {
      const Moments m = gaussian_moments(f, q);
      for (const double x : {m.f, m.f2, m.df2, m.f2_slope}) CHECK(std::isfinite(x));
    }
    for (const double sigma_w2 : {1e-10, 1e10}) {
      for (const bool residual : {false, true}) {
        const MeanFieldNetwork network{f, sigma_w2, 0, Normalisation::none, residual};
        for (const MeanFieldLayer& layer : mean_field(network, 200)) {
          CHECK(layer.q >= 0);
          CHECK(layer.chi >= 0);
          CHECK(layer.activation >= 0);
        }
      }
    }
  }
  CHECK_THAT(gaussian_moments(function("gelu"), 1e-100).f2, WithinRel(1e-100 / 4, 1e-12));
  CHECK_THAT(gaussian_moments(function("gelu"), 1e100).f2, WithinRel(1e100 / 2, 1e-12));
}

TEST_CASE("theory: the slope of E f² by q, jumps of f included, against a difference", "[theory]") {
  for (const Activation& row : registry()) {
    for (const double q : {0.1, 1.0, 9.0}) {
      INFO(row.info.id << ", q = " << q);
      const Function f{&row, row.defaults()};
      const double step = 1e-4 * q;
      const double difference =
          (gaussian_moments(f, q + step).f2 - gaussian_moments(f, q - step).f2) / (2 * step);
      CHECK_THAT(gaussian_moments(f, q).f2_slope, WithinRel(difference, 1e-6) || WithinAbs(difference, 1e-9));
    }
  }
}

TEST_CASE("theory: where the variance goes, for every activation and three weight variances", "[theory]") {
  for (const auto& row : asymptotics) {
    INFO(row.id << " " << row.parameter << ", sigma_w2 = " << row.sigma_w2);
    const MeanFieldNetwork network{function(row.id, row.parameter), row.sigma_w2, 0};
    const Fate end = fate(network, row.sigma_w2);
    CHECK(end.kind == row.kind);
    if (row.kind == Kind::settles) check_as_printed(end.q, row.q);
    if (std::isnan(row.chi)) continue;
    if (row.kind == Kind::settles || row.kind == Kind::scales || row.kind == Kind::level) {
      check_as_printed(end.chi, row.chi);
    } else {
      CHECK_THAT(end.chi, WithinAbs(row.chi, 1e-7));  // a limit, taken at a finite q
    }
  }
}

TEST_CASE("theory: stable and unstable fixed points", "[theory]") {
  for (const auto& row : unstable_points) {
    INFO(row.id << ", sigma_w2 = " << row.sigma_w2);
    const auto points = fixed_points({function(row.id), row.sigma_w2, 0});
    REQUIRE(points.size() == 1);
    CHECK_FALSE(points[0].attracting());
    check_as_printed(points[0].q, row.q);
    CHECK_THAT(points[0].chi, WithinRel(row.chi, 2e-9));
  }
  for (const auto& row : stable_points) {
    INFO(row.id << ", sigma_w2 = " << row.sigma_w2);
    const auto points = fixed_points({function(row.id), row.sigma_w2, 0});
    REQUIRE(points.size() == 1);
    CHECK(points[0].attracting());
    if (!std::isnan(row.q)) check_as_printed(points[0].q, row.q);
    CHECK_THAT(points[0].chi, WithinRel(row.chi, 5e-8));
  }
}

TEST_CASE("theory: the recursion's gradient ratio at depth 10, 30 and 50", "[theory]") {
  for (const auto& row : depths) {
    for (int column = 0; column < 9; ++column) {
      const double sigma_w2 = column < 3 ? 1.0 / 3 : column < 6 ? 1 : 2;
      const int depth = column % 3 == 0 ? 10 : column % 3 == 1 ? 30 : 50;
      INFO(row.id << " " << row.parameter << ", sigma_w2 = " << sigma_w2 << ", depth " << depth);
      const auto layers = mean_field({function(row.id, row.parameter), sigma_w2, 0}, depth);
      double log10_ratio = 0;
      for (int l = 0; l + 1 < depth; ++l)
        log10_ratio += 0.5 * std::log10(layers[static_cast<std::size_t>(l)].chi);
      CHECK_THAT(log10_ratio, WithinAbs(row.log10_ratio[column], 1e-7));
    }
  }
}

TEST_CASE("theory: tanh and hardtanh approach 0 as slowly as a power of the depth", "[theory]") {
  // After `steps` layers, the first having variance σ_w².
  const auto after = [](const char* id, double sigma_w2, int steps) {
    return mean_field({function(id), sigma_w2, 0}, steps + 1).back();
  };
  CHECK_THAT(2 * 2000 * after("tanh", 1, 2000).q, WithinAbs(1.0013, 1e-4));
  CHECK_THAT(2 * 100 * after("tanh", 1, 100).q, WithinAbs(1.0138, 1e-4));
  CHECK_THAT(after("elu", 2, 400).q, WithinAbs(353, 0.5));
  CHECK_THAT(after("relu6", 2, 400).q, WithinAbs(1.969, 5e-4));
  CHECK_THAT(after("softplus", 2, 400).chi, WithinAbs(0.9237, 1e-4));
}

TEST_CASE("theory: the critical line", "[theory]") {
  for (const auto& row : critical_points) {
    INFO(row.id << ", sigma_b2 = " << row.sigma_b2);
    const auto point = critical_point_at(function(row.id), row.sigma_b2);
    REQUIRE(point);
    check_as_printed(point->sigma_w2, row.sigma_w2);
    CHECK_THAT(point->q, WithinRel(row.q, 2e-8));
    CHECK_THAT(point->slope, WithinAbs(row.slope, 1e-6));
  }
  const auto sigmoid = critical_point_at(function("sigmoid"), 0);
  REQUIRE(sigmoid);
  CHECK_THAT(sigmoid->sigma_w2, WithinRel(103.00755385552, 1e-12));
  CHECK_THAT(sigmoid->q, WithinRel(45.62427779738, 1e-11));
  CHECK_THAT(critical_point_at(function("hardsigmoid"), 0)->sigma_w2, WithinRel(106.698221334, 1e-11));
  CHECK_THAT(critical_point_at(function("hardsigmoid_onnx"), 0)->sigma_w2, WithinRel(74.095987038, 1e-10));
  CHECK_FALSE(critical_point_at(function("softplus"), 0));
}

TEST_CASE("theory: the critical line of every function is a number or is not there", "[theory]") {
  for (const Activation& row : registry()) {
    for (const double sigma_b2 : {0.0, 0.01, 0.25, 1.0, 4.0}) {
      INFO(row.info.id << ", sigma_b2 = " << sigma_b2);
      const Function f{&row, row.defaults()};
      const auto point = critical_point_at(f, sigma_b2);
      if (!point) continue;
      CHECK_THAT(point->sigma_b2, WithinAbs(sigma_b2, 1e-8));
      CHECK_THAT(point->sigma_w2 * gaussian_moments(f, point->q).df2, WithinRel(1.0, 1e-12));
      CHECK(std::isfinite(point->slope));
    }
  }
}

TEST_CASE("theory: the critical line of Softshrink, where E f'² underflows for small q", "[theory]") {
  const double lambda = 0.5, sigma_b2 = 0.25;
  const auto df2 = [&](double q) { return std::erfc(lambda / std::sqrt(2 * q)); };
  const auto sigma_b2_at = [&](double q) {  // q − E f²/E f'² in closed form
    const double density = std::exp(-lambda * lambda / (2 * q)) / std::sqrt(2 * 3.14159265358979323846);
    return 2 * lambda * std::sqrt(q) * density / df2(q) - lambda * lambda;
  };
  double below = 0.1, above = 10;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (below + above);
    (sigma_b2_at(middle) < sigma_b2 ? below : above) = middle;
  }
  const auto point = critical_point_at(function("softshrink"), sigma_b2);
  REQUIRE(point);
  CHECK_THAT(point->q, WithinRel(below, 1e-11));
  CHECK_THAT(point->sigma_w2, WithinRel(1 / df2(below), 1e-11));
  CHECK_THAT(point->slope, WithinAbs(1, 1e-12));
  // V' = χ: the fixed point attracts from below only, and the variance of the first layer lies above.
  for (const double other : {0.5, 0.55, 1.15, 2.0}) {
    for (const double sigma_b : {0.05, 0.1, 0.15, 0.2, 0.5, 1.0}) {
      CHECK(std::isnan(critical_sigma_w(function("softshrink", other), sigma_b)));
    }
  }
}

TEST_CASE("theory: depth scales of tanh with biases", "[theory]") {
  for (const auto& row : depth_scales) {
    INFO("sigma_w2 = " << row.sigma_w2);
    const auto points = fixed_points({function("tanh"), row.sigma_w2, 0.05});
    REQUIRE(points.size() == 1);
    check_as_printed(points[0].q, row.q);
    check_as_printed(points[0].chi, row.chi);
    CHECK_THAT(-1 / std::log(points[0].slope), WithinRel(row.xi_q, 1e-6));
    CHECK_THAT(gradient_depth_scale(points[0].chi), WithinRel(row.xi_gradient, 1e-6));
  }
}
