#include "core/labs/gradient_theory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <cstdio>

#include "core/labs/gradient_band.hpp"

using namespace actlab;
using Catch::Matchers::WithinAbs;

namespace {

RandomNetwork network(const char* id) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  return {.function = {row, row->defaults()}};
}

GradientBand band(const RandomNetwork& n, int seeds) {
  GradientBandRun run(n);
  for (int i = 0; i < seeds; ++i) run.advance();
  return run.so_far();
}

GradientTheory theory(const RandomNetwork& n) { return gradient_theory(n).value(); }

}  // namespace

// The theory gives the logarithm of a mean, the measurement the mean of a logarithm, which is lower:
// by about 5/(4 N ln 10) = 0.543/N decades per layer for ReLU. Hence the first term of the bound.
TEST_CASE("gradient theory: measured slopes agree with the recursion", "[labs][slow]") {
  const int seeds = 30;
  std::printf("slope of log10 of the norm of delta per layer, width 256, depth 30, %d seeds\n", seeds);
  std::printf("%-12s %8s %10s %10s %10s %10s\n", "", "sigma_w2", "theory", "measured", "std.err", "bound");
  for (const char* id : {"sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "softplus", "softsign"}) {
    for (const double sigma_w2 : {1.0 / 3, 1.0, 2.0}) {
      RandomNetwork n = network(id);
      n.initialisation = "lecun_normal";
      n.gain = std::sqrt(sigma_w2);
      n.width = 256;
      n.depth = 30;
      const GradientBand measured = band(n, seeds);
      const double predicted = theory(n).slope_delta;
      const double bound = 0.543 / n.width + 3 * measured.slope_standard_error + 0.003;
      std::printf("%-12s %8.4f %10.5f %10.5f %10.5f %10.5f\n", id, sigma_w2, predicted, measured.mean_slope,
                  measured.slope_standard_error, bound);
      INFO(id << ", sigma_w2 = " << sigma_w2);
      CHECK(std::fabs(measured.mean_slope - predicted) <= bound);
    }
  }
}

TEST_CASE("gradient theory: absolute norms, normalisations and residual connections", "[labs]") {
  struct Case {
    const char *id, *initialisation, *normalisation, *residual;
    double sigma_b;
  };
  for (const Case& c :
       {Case{"tanh", "lecun_normal", "none", "off", 0}, Case{"tanh", "lecun_normal", "none", "off", 0.5},
        Case{"sigmoid", "pytorch_linear", "none", "off", 0}, Case{"gelu", "he_normal", "rms", "off", 0},
        Case{"gelu", "he_normal", "layer", "off", 0}, Case{"sigmoid", "xavier_uniform", "rms", "off", 0},
        Case{"tanh", "xavier_normal", "none", "on", 0}, Case{"relu", "he_normal", "rms", "on", 0},
        Case{"tanh", "orthogonal", "none", "off", 0.3}}) {
    INFO(c.id << " " << c.initialisation << " " << c.normalisation << " " << c.residual << " " << c.sigma_b);
    RandomNetwork n = network(c.id);
    n.initialisation = c.initialisation;
    n.normalisation = c.normalisation;
    n.residual = c.residual;
    n.sigma_b = c.sigma_b;
    n.depth = 20;
    n.width = 200;
    const GradientTheory predicted = theory(n);
    const GradientBand measured = band(n, 12);
    const GradientFlow one = gradient_flow(n).value();
    for (const std::size_t l : {0u, 7u, 19u}) {
      // Finite width lowers the measurement a little in every layer, more so with normalisation.
      const double per_layer = (std::string_view(c.normalisation) == "none" ? 1.0 : 2.5) / n.width;
      const double tolerance = 0.05 + per_layer * static_cast<double>(19 - l);
      CHECK_THAT(measured.mean_delta[l], WithinAbs(predicted.log10_delta[l], tolerance));
      CHECK_THAT(measured.mean_weight_gradient[l],
                 WithinAbs(predicted.log10_weight_gradient[l], tolerance + 0.05));
      CHECK_THAT(one.log10_activation[l], WithinAbs(predicted.log10_activation[l], 0.12));
    }
  }
}

TEST_CASE("gradient theory: the slope is right where the variance leaves the range of double", "[labs]") {
  RandomNetwork n = network("tanh");
  n.initialisation = "lecun_normal";
  n.depth = 200;
  n.gain = 0.1;
  const GradientTheory dying = theory(n);
  CHECK(dying.q.back() == 0);
  CHECK_THAT(dying.log10_delta[100] - dying.log10_delta[199], WithinAbs(-99, 1e-9));
  CHECK_THAT(dying.log10_activation[100] - dying.log10_activation[20], WithinAbs(-80, 1e-9));
  CHECK_THAT(dying.chi.back(), WithinAbs(0.01, 1e-14));

  n.function = network("relu").function;
  n.gain = 20;
  const GradientTheory exploding = theory(n);
  CHECK(exploding.q.back() == infinity);
  CHECK_THAT(exploding.slope_delta, WithinAbs(0.5 * std::log10(200), 1e-12));
  CHECK_THAT(exploding.log10_activation[100] - exploding.log10_activation[50],
             WithinAbs(25 * std::log10(200), 1e-9));

  n.function = network("squared_relu").function;  // its gate grows and falls with its variance
  CHECK(theory(n).chi.back() > 1e100);
  n.gain = 0.1;
  CHECK(theory(n).chi.back() == 0);
}

TEST_CASE("gradient theory: it says so where it does not hold", "[labs]") {
  RandomNetwork n = network("tanh");
  n.normalisation = "batch";
  n.batch = 16;
  const GradientTheory none = theory(n);
  CHECK(none.log10_delta.empty());
  CHECK(std::isnan(none.chi_limit));
  CHECK(none.verdict.en.find("no prediction") != std::string::npos);
  CHECK(none.verdict.zh.find("没有预测") != std::string::npos);
}

TEST_CASE("gradient theory: the verdict names the phase, and the unstable point of GELU", "[labs]") {
  RandomNetwork sigmoid = network("sigmoid");
  CHECK(theory(sigmoid).verdict.en.find("vanishes (ordered phase)") != std::string::npos);
  RandomNetwork tanh = network("tanh");
  tanh.gain = 3;
  CHECK(theory(tanh).verdict.en.find("explodes (chaotic phase)") != std::string::npos);
  RandomNetwork relu = network("relu");
  relu.initialisation = "he_normal";
  CHECK(theory(relu).verdict.en.find("stays level") != std::string::npos);
  RandomNetwork gelu = network("gelu");
  gelu.gain = std::sqrt(2.5);
  CHECK(theory(gelu).verdict.en.find("q = 0.6781 is unstable: below it the signal dies") !=
        std::string::npos);
  RandomNetwork silu = network("silu");
  silu.gain = 1.5;
  silu.sigma_b = 0.05;
  CHECK(theory(silu).verdict.en.find("is unstable: below it the variance settles") != std::string::npos);
  RandomNetwork softplus = network("softplus");
  CHECK(theory(softplus).chi_limit < 1);
}

TEST_CASE("gradient ledger: weights, gate and normalisation add up to the layer's factor", "[labs]") {
  RandomNetwork n = network("sigmoid");
  n.depth = 12;
  for (const char* normalisation : {"none", "layer"}) {
    n.normalisation = normalisation;
    const GradientFlow flow = gradient_flow(n).value();
    for (std::size_t l = 0; l + 1 < 12; ++l) {
      const double factor = flow.log10_delta[l] - flow.log10_delta[l + 1];
      CHECK_THAT(flow.ledger_weights[l] + flow.ledger_gate[l] + flow.ledger_normalisation[l],
                 WithinAbs(factor, 1e-12));
      CHECK(flow.ledger_gate[l] <= flow.log10_gate_bound);
    }
    CHECK_THAT(flow.log10_gate_bound, WithinAbs(std::log10(0.25), 1e-14));
  }
}

TEST_CASE("gradient flow: shares and histograms against their definitions", "[labs]") {
  RandomNetwork n = network("relu");
  n.initialisation = "he_normal";
  n.depth = 6;
  n.width = 50;
  n.batch = 64;
  const GradientFlow flow = gradient_flow(n).value();
  const Trace trace = forward(draw_layers(n), draw_input(n));
  for (std::size_t l = 0; l < 6; ++l) {
    const Matrix& h = trace.layers[l].h;
    double zeros = 0, dead = 0;
    for (std::size_t j = 0; j < h.columns; ++j) {
      bool silent = true;
      for (std::size_t i = 0; i < h.rows; ++i) {
        zeros += h.values[i * h.columns + j] == 0;
        silent = silent && h.values[i * h.columns + j] == 0;
      }
      dead += silent;
    }
    CHECK(flow.zero_share[l] == zeros / (50 * 64));
    CHECK(flow.saturated_share[l] == flow.zero_share[l]);  // ReLU's slope is 0 or 1
    CHECK(flow.dead_share[l] == dead / 50);
    double counted = 0;
    for (std::size_t b = 0; b < static_cast<std::size_t>(flow.bins); ++b) {
      counted += flow.activation_histogram[l * static_cast<std::size_t>(flow.bins) + b];
    }
    CHECK(counted == 50 * 64);
  }
}

TEST_CASE("gradient theory: the unit gain, by closed forms of E f squared at q = 1", "[labs]") {
  const double pi = 3.141592653589793;
  // E GELU(z)² = 1/4 + (asin(1/2) + 1/√3)/(2π)
  const double gelu = 0.25 + (pi / 6 + 1 / std::sqrt(3.0)) / (2 * pi);
  CHECK_THAT(theory(network("relu")).unit_gain, WithinAbs(std::sqrt(2.0), 1e-12));
  CHECK_THAT(theory(network("selu")).unit_gain, WithinAbs(1, 1e-12));
  CHECK_THAT(theory(network("gelu")).unit_gain, WithinAbs(1 / std::sqrt(gelu), 1e-12));
  RandomNetwork n = network("tanh");  // the weights of the network do not matter
  n.gain = 3;
  CHECK_THAT(theory(n).unit_gain, WithinAbs(1.5925374197, 1e-9));
}

TEST_CASE("gradient flow: it names the first layer that overflows", "[labs]") {
  RandomNetwork n = network("relu");
  n.initialisation = "he_normal";
  n.gain = 20;
  n.depth = 100;
  n.width = 32;
  const GradientFlow flow = gradient_flow(n).value();
  // Each layer multiplies by 20: 10^38.5 is reached after about 29 layers.
  CHECK(flow.overflow_layer >= 27);
  CHECK(flow.overflow_layer <= 31);
  CHECK(std::isfinite(flow.log10_activation[static_cast<std::size_t>(flow.overflow_layer) - 2]));
  CHECK_FALSE(std::isfinite(flow.log10_activation[static_cast<std::size_t>(flow.overflow_layer) - 1]));
  CHECK(gradient_flow(network("relu")).value().overflow_layer == 0);
}

TEST_CASE("gradient band: mean and deviation over the seeds, by their definitions", "[labs]") {
  RandomNetwork n = network("tanh");
  n.depth = 4;
  n.width = 20;
  const GradientBand measured = band(n, 5);
  CHECK(measured.seeds == 5);
  double sum = 0, squares = 0;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    n.seed = seed;
    const double x = gradient_flow(n).value().log10_delta[0];
    sum += x;
    squares += x * x;
  }
  CHECK_THAT(measured.mean_delta[0], WithinAbs(sum / 5, 1e-12));
  CHECK_THAT(measured.deviation_delta[0], WithinAbs(std::sqrt((squares - sum * sum / 5) / 4), 1e-7));
}
