#include "core/labs/self_normalisation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>

#include "core/activations/selu.hpp"

using namespace actlab;

namespace {

SelfNormalisationRequest selu() {
  SelfNormalisationRequest r = self_normalisation_schema().initial();
  r.width = 500;
  r.batch = 100;
  return r;
}

}  // namespace

TEST_CASE(
    "self-normalisation: alpha dropout keeps mean and variance over 20 layers, ordinary dropout does not",
    "[labs]") {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    for (const double p : {0.1, 0.5}) {
      SelfNormalisationRequest r = selu();
      r.seed = seed;
      r.dropout_p = p;
      r.dropout = "alpha";
      const SelfNormalisation alpha = self_normalisation(r).value();
      r.dropout = "ordinary";
      const SelfNormalisation ordinary = self_normalisation(r).value();
      std::printf("  p = %.1f: alpha (%.3f, %.3f), ordinary (%.3f, %.3f)\n", p, alpha.mean.back(),
                  alpha.variance.back(), ordinary.mean.back(), ordinary.variance.back());
      REQUIRE(alpha.mean.size() == 21);
      for (std::size_t l = 0; l <= 20; ++l) {
        CHECK(std::fabs(alpha.mean[l]) < 0.05);
        CHECK(std::fabs(alpha.variance[l] - 1) < 0.1);
      }
      CHECK(ordinary.variance.back() > (p == 0.5 ? 60 : 1.4));
    }
  }
}

TEST_CASE("self-normalisation: the real network follows the map", "[labs]") {
  for (const char* dropout : {"none", "ordinary", "alpha"}) {
    for (const char* rule : {"lecun_normal", "he_normal", "pytorch_linear"}) {
      SelfNormalisationRequest r = selu();
      r.dropout = dropout;
      r.dropout_p = 0.2;
      r.initialisation = rule;
      r.input_mean = 0.4;
      r.input_deviation = 1.5;
      r.depth = 6;
      const SelfNormalisation s = self_normalisation(r).value();
      INFO(rule << ", dropout " << dropout);
      CHECK(s.theory_mean[0] == 0.4);
      for (std::size_t l = 0; l <= 6; ++l) {
        const double scale = std::sqrt(s.theory_variance[l] + s.theory_mean[l] * s.theory_mean[l]);
        CHECK(std::fabs(s.mean[l] - s.theory_mean[l]) < 0.06 * scale + 0.01);
        CHECK(std::fabs(s.variance[l] - s.theory_variance[l]) < 0.12 * s.theory_variance[l] + 0.003);
      }
    }
  }
}

TEST_CASE("self-normalisation: (0, 1) is the fixed point, and a variance error shrinks by 0.7826", "[labs]") {
  SelfNormalisationRequest r = selu();
  r.width = 4;
  r.batch = 1;
  const SelfNormalisation s = self_normalisation(r).value();
  bool found = false;
  for (std::size_t i = 0; i < s.field_mean.size(); ++i) {
    if (s.field_mean[i] != 0 || std::fabs(s.field_variance[i] - 1) > 1e-12) continue;
    found = true;
    CHECK(std::fabs(s.field_to_mean[i]) < 1e-12);
    CHECK(std::fabs(s.field_to_variance[i] - 1) < 1e-12);
  }
  CHECK(found);
  r.input_deviation = std::sqrt(1.0001);
  const SelfNormalisation nudged = self_normalisation(r).value();
  CHECK(std::fabs((nudged.theory_variance[1] - 1) / 1e-4 - 0.7826478832) < 1e-3);
  CHECK(std::fabs(nudged.theory_mean[1] / 1e-4 - 0.08883475511) < 1e-3);
}

TEST_CASE("self-normalisation: gain 3/4 settles below unit variance, He above", "[labs]") {
  SelfNormalisationRequest r = selu();
  r.width = 4;
  r.batch = 1;
  r.depth = 100;
  r.gain = 0.75;
  const SelfNormalisation small = self_normalisation(r).value();
  const double second = small.theory_variance.back() + small.theory_mean.back() * small.theory_mean.back();
  CHECK(std::fabs(0.5625 * second - 0.023033784611) < 3e-5);  // q*, approached slowly
  r.gain = 1;
  r.initialisation = "he_normal";
  CHECK(self_normalisation(r).value().theory_variance.back() > 1000);
}

TEST_CASE("self-normalisation: the fixed points that attract", "[labs]") {
  SelfNormalisationRequest r = selu();
  r.width = 4;
  r.batch = 1;
  r.depth = 1;
  const SelfNormalisation lecun = self_normalisation(r).value();
  REQUIRE(lecun.fixed_mean.size() == 1);
  CHECK(std::fabs(lecun.fixed_mean[0]) < 1e-12);
  CHECK(std::fabs(lecun.fixed_variance[0] - 1) < 1e-12);

  r.gain = 0.75;
  const SelfNormalisation small = self_normalisation(r).value();
  REQUIRE(small.fixed_mean.size() == 1);
  const double second = small.fixed_variance[0] + small.fixed_mean[0] * small.fixed_mean[0];
  CHECK(std::fabs(0.5625 * second - 0.023033784611) < 1e-9);

  r.gain = 1;
  r.dropout = "alpha";
  const SelfNormalisation alpha = self_normalisation(r).value();
  REQUIRE(alpha.fixed_mean.size() == 1);
  CHECK(std::fabs(alpha.fixed_mean[0]) < 1e-12);
  CHECK(std::fabs(alpha.fixed_variance[0] - 1) < 1e-12);
  r.dropout = "ordinary";
  CHECK(self_normalisation(r).value().fixed_mean.empty());

  r.dropout = "none";
  r.initialisation = "he_normal";
  CHECK(self_normalisation(r).value().fixed_mean.empty());
  r.function = {find_activation("relu"), {}};
  CHECK(self_normalisation(r).value().fixed_mean.empty());  // every variance is fixed, none attracts
}

TEST_CASE("self-normalisation: the theory stays a number where the variance leaves the range of double",
          "[labs]") {
  SelfNormalisationRequest r = self_normalisation_schema().initial();
  r.initialisation = "by_hand";
  r.width = 64;
  r.depth = 100;
  for (const char* id : {"relu", "squared_relu", "tanhshrink"}) {
    r.function = {find_activation(id), find_activation(id)->defaults()};
    for (const double sigma : {0.001, 10.0}) {
      r.sigma = sigma;
      const SelfNormalisation result = self_normalisation(r).value();
      for (const double variance : result.theory_variance) CHECK(variance >= 0);
    }
  }
}
